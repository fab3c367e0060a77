"""On short days, too, a walk that has grown takes nothing away, and what matters most climbs: legs, balance, and what
came down.
"""

from collections.abc import Mapping
from itertools import pairwise
from operator import ge
from typing import Any

import pytest

from backplan.model.diary import LogEntry
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import Week
from backplan.planner.diary.done import day_holds
from backplan.planner.growth.climb import chosen, selection_of
from backplan.planner.growth.ladder import Pace
from tests.support.growth import DAY, WELL, Plan
from tests.support.people import person
from tests.support.planned import planned

THREE_OF_TWENTY = {"mon": 20, "wed": 20, "fri": 20}
FRAIL: Mapping[str, Any] = {
    "minutes": THREE_OF_TWENTY,
    "aerobic_minutes": 5,
    "born": 1948,
    "conditions": ("osteoporosis", "balance-poor"),
    "floor": False,
}


@pytest.mark.parametrize("comfortable", [4, 5, 6])
@pytest.mark.parametrize("born", [None, 1955])
def test_a_longer_walk_never_leaves_fewer_minutes(comfortable: int, born: int | None) -> None:
    plan = Plan(person(minutes=THREE_OF_TWENTY, aerobic_minutes=comfortable, born=born))
    held = []
    for _ in range(8):
        found = planned(plan.request())
        assert found.holds
        held.append(found.holds.aerobic)
        plan.live(1, WELL)
    assert held == sorted(held), held


def test_a_level_that_rises_takes_nothing_away() -> None:
    """In the sixth week the stretches of the new level took a minute more, and a set of hip work stood aside for it."""
    plan = Plan(person(minutes=dict.fromkeys(WEEKDAYS, 20), aerobic_minutes=15, born=1955))
    plan.live(7, WELL)
    held = [week.holds for week in plan.weeks]
    for before, now in pairwise(held):
        assert before is not None
        assert now is not None
        assert all(map(ge, now, before)), held


def test_where_a_fall_weighs_most_and_days_are_full_legs_and_balance_climb() -> None:
    plan = Plan(person(**FRAIL))
    plan.live(8, WELL, morning=3)
    last = plan.weeks[-1]
    for slot in ("lower", "balance"):
        held = last.programme[slot]
        assert held != plan.weeks[0].programme[slot] or last.rungs[held] > 0, slot


def test_the_step_that_takes_the_least_time_is_another_than_the_first_in_turn() -> None:
    """Balance comes first, but takes its time on every day; a step of push or legs takes ten seconds of one."""
    plan = Plan(person(**FRAIL))
    plan.live(3, WELL, morning=3)
    standing = plan.standing()
    selection = selection_of(standing, calm=False)

    def steps(pace: Pace) -> list[str]:
        return [move.exercise for move in chosen(standing, selection, {"strength": pace}).lower.steps]

    programme = plan.weeks[-1].programme
    assert steps("one") == [programme["balance"]]
    assert steps("least") in ([programme["push"]], [programme["lower"]])


def test_ten_seconds_more_come_before_a_harder_exercise_with_fewer_repetitions() -> None:
    """Where nothing is known of how the sessions went, one exercise a fortnight climbs; balance, the first in turn, had
    no room to.
    """
    plan = Plan(person(**FRAIL))
    plan.live(9, WELL)
    assert any(move.what == "goes from 10 to 12 repetitions" for week in plan.weeks for move in week.moves)


@pytest.mark.parametrize(("comfortable", "warm_ups"), [(5, 0), (9, 0), (15, 1)])
def test_walks_that_begin_short_warm_up_as_they_are(comfortable: int, warm_ups: int) -> None:
    """Nobody comes in from their longest walk and then walks about indoors to warm up for it."""
    plan = Plan(person(minutes=dict.fromkeys(("mon", "wed", "fri"), 25), aerobic_minutes=comfortable))
    plan.live()
    days = [[block.kind for block in day.blocks()] for day in plan.weeks[0].days if day.sessions]
    short = [kinds for kinds in days if "aerobic" in kinds]
    assert short
    assert sum("warm-up" in kinds for kinds in days if kinds not in short) <= warm_ups
    assert not any("warm-up" in kinds for kinds in short)


def test_nothing_grows_into_the_time_of_doses_that_came_down() -> None:
    """A flare follows on a Monday's session, which takes its doses down; other work took the room, and kept it."""
    plan = Plan(person(minutes=THREE_OF_TWENTY, aerobic_minutes=15))
    plan.live(4, WELL, morning=3)
    monday = plan.starts
    plan.weeks.append(planned(plan.request()))
    plan.entries += [WELL._replace(on=monday), LogEntry(monday + DAY, "flare", pain=6)]
    plan.entries += [
        LogEntry(monday + n * DAY, "morning", pain=pain) for n, pain in enumerate((6, 6, 5, 5, 4, 4, 4), 1)
    ]
    plan.live(1, WELL, morning=3)
    assert three_quarters(plan.weeks[-1])
    plan.live(3, WELL, morning=3)
    assert not three_quarters(plan.weeks[-1])


def three_quarters(week: Week) -> list[str]:
    return [key for key in week.programme.values() if week.rungs.get(key, 0) < 0]


def test_on_full_days_a_harder_exercise_may_begin_with_fewer_repetitions() -> None:
    plan = Plan(person(**FRAIL))
    plan.live(8, WELL)
    fewer = [(week, each) for week in plan.weeks for each in week.moves if each.what.endswith("with fewer repetitions")]
    assert fewer
    assert all(week.rungs[move.exercise] < 0 for week, move in fewer)


def test_a_set_of_balance_beside_core_is_kept_like_any_other() -> None:
    """Core alone with a set of balance became core with strength, and the set was gone."""
    plan = Plan(person(minutes=dict.fromkeys(("mon", "wed", "fri", "sat"), 45), born=1948, aerobic_minutes=8))
    plan.live(5, WELL, morning=3)
    *_, last = plan.weeks
    found = planned(plan.request())
    assert last.holds is not None
    assert found.holds is not None
    plan.weeks[-1] = last._replace(holds=last.holds._replace(balance=found.holds.balance + 1))
    kept = planned(plan.request())
    assert sum(day_holds(kept, day).balance for day in kept.days) > found.holds.balance


def test_a_step_of_one_day_does_not_wait_for_balance_that_has_no_room_on_the_others() -> None:
    """Three days of 20 minutes: 5 of them stayed free on the day with strength for twelve weeks, and what pulls took no
    step, as balance, which stands on full days, too, was the first in turn, and others took the least time.
    """
    who = person(minutes=dict.fromkeys(("tue", "thu", "sat"), 20), born=1961, floor=False, conditions=("knee-issue",))
    plan = Plan(who._replace(aerobic_minutes=12))
    plan.live(12, WELL, morning=3)
    assert {"lower", "push", "pull"} <= plan.standing().past.last_steps.keys()
