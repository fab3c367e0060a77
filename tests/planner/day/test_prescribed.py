"""Named prescriptions and what the week must hold of them: days, doses, places, turns, and the way down and back."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import Any

import pytest

from backplan.model.diary import LogEntry, Swap
from backplan.model.particulars import Particulars
from backplan.model.person import Person
from backplan.model.prescription import Prescribed
from backplan.model.slots import CORE
from backplan.model.vocabulary import WEEKDAYS, Weekday
from backplan.model.week import Day, Week
from backplan.planner.request import Request
from backplan.planner.week import make_week
from tests.support import judge
from tests.support.people import ON, person
from tests.support.planned import exercises

DAY = timedelta(days=1)
FIVE: tuple[Weekday, ...] = ("mon", "tue", "wed", "fri", "sat")


def asked(*items: dict[str, Any]) -> tuple[Prescribed, ...]:
    return tuple(Prescribed("add", "physiotherapist", ON, id=n, **item) for n, item in enumerate(items, 1))


def who(minutes: int = 40, days: tuple[Weekday, ...] = FIVE, **changes: Any) -> Person:
    return person(**changes, minutes=dict.fromkeys(days, minutes))


def planned(somebody: Person, items: tuple[Prescribed, ...], today: date = ON, **changes: Any) -> Week:
    request = Request(somebody, exercises(), ON, today, began=ON, prescriptions=items)
    return make_week(request._replace(**changes))


def given(week: Week, exercise: str) -> list[tuple[date, str]]:
    """The days and doses of an exercise."""
    return [
        (day.on, item.dose.words())
        for day in week.days
        for _, block, item in judge.items(day)
        if item.exercise == exercise and block.kind != "warm-up"
    ]


def told(week: Week) -> str:
    return " ".join(notice.sentence for notice in week.notices)


def worked(day: Day, pain: int, peak: int) -> list[LogEntry]:
    return [LogEntry(day.on, "session", done="all", pain=pain, peak=peak, effort=4)]


def test_days_and_doses_are_as_prescribed_and_the_core_keeps_its_floor() -> None:
    items = asked(
        {"exercise": "glute-bridge", "sets": 3, "reps": 8, "per_week": 5},
        {"exercise": "prone-on-elbows", "sets": 1, "reps": 5, "hold_s": 10, "per_week": 4},
        {"exercise": "moderate-walk", "minutes": 20, "per_week": 4},
    )
    week = planned(who(), items)
    assert {dose for _, dose in given(week, "glute-bridge")} == {"3 x 8, hold 5 s"}
    assert {dose for _, dose in given(week, "moderate-walk")} == {"20 min"}
    assert [len(given(week, item.exercise or "")) for item in items] == [5, 4, 4]
    assert sum("core" in day.kinds for day in week.days) >= 2
    assert next(row for row in week.balance if row.target == "prescribed").got == 13


def test_core_sessions_stay_apart_where_core_work_is_prescribed_for_every_day() -> None:
    week = planned(who(60), asked({"exercise": "bird-dog", "sets": 3, "reps": 8, "per_week": 5}))
    sessions = [day.on for day in week.days if "core" in day.kinds]
    assert 3 <= len(sessions) <= 4
    assert sum(later - earlier == DAY for earlier, later in itertools.pairwise(sessions)) <= 1


def test_two_days_of_strength_are_two() -> None:
    week = planned(who(45), asked({"exercise": "sit-to-stand", "per_week": 2}))
    assert len(given(week, "sit-to-stand")) == 2


def test_a_few_prescribed_minutes_leave_a_rest_day_its_rest() -> None:
    week = planned(who(30, WEEKDAYS), asked({"exercise": "single-knee-to-chest", "sets": 1, "reps": 3, "per_week": 7}))
    assert len(given(week, "single-knee-to-chest")) == 7
    assert any(day.sessions and not day.active for day in week.days)
    assert next(row for row in week.balance if row.target == "rest-days").met


def test_what_does_not_all_fit_takes_turns() -> None:
    keys = ("glute-bridge", "heel-slide", "clamshell", "sit-to-stand", "wall-push-up", "pelvic-tilt", "bird-dog-leg")
    items = asked(*({"exercise": key, "sets": 3, "reps": 12, "per_week": 7} for key in keys))
    week = planned(who(20, WEEKDAYS), items)
    days = [len(given(week, key)) for key in keys]
    assert min(days) >= 1, days
    assert "planned on" in told(week)


def allowed(minutes: int, *items: dict[str, Any]) -> tuple[Prescribed, ...]:
    """A prescription under a limit of minutes a day."""
    return (*asked(*items), Prescribed("limit", "physiotherapist", ON, minutes=minutes, id=99))


UPRIGHT = (
    "standing-back-bend", "arm-circles", "palm-press", "shoulder-rolls", "glute-squeeze", "mountain-pose",
    "standing-side-reach", "pelvic-floor-squeeze",
)  # fmt: skip


@pytest.mark.parametrize("minutes", [10, 15, 22])
@pytest.mark.parametrize("days", [1, 2, 3])
def test_no_day_of_ours_stands_beside_prescribed_work_that_it_would_hold(minutes: int, days: int) -> None:
    items = allowed(minutes, *({"exercise": key, "sets": 4, "reps": 10, "per_week": days} for key in UPRIGHT))
    week = planned(who(45, WEEKDAYS), items)
    lacking = {key for key in UPRIGHT if len(given(week, key)) < days}
    ours = [day for day in week.days if not set(UPRIGHT) & set(day.exercises) and (day.minutes or 0) >= minutes - 2]
    assert not lacking or not ours, lacking
    assert all(given(week, key) for key in UPRIGHT)


def test_two_that_need_a_day_each_have_theirs_under_a_limit() -> None:
    """Of three a week each: a day that one of them fills alone is not filled up with what has its days already."""
    items = allowed(
        19,
        {"exercise": "pelvic-floor-squeeze", "sets": 4, "reps": 8, "per_week": 3},
        {"exercise": "cross-body-shoulder-stretch", "sets": 3, "reps": 8, "hold_s": 5, "per_week": 3},
        {"exercise": "standing-back-bend", "sets": 2, "reps": 15, "hold_s": 10, "per_week": 3},
    )
    week = planned(who(45, WEEKDAYS), items)
    assert [len(given(week, item.exercise or "")) for item in items[:-1]] == [3, 3, 3]


def test_what_outlasts_the_limit_by_itself_is_told_so() -> None:
    week = planned(who(), allowed(6, {"exercise": "counter-one-leg-stand", "sets": 1, "reps": 14, "hold_s": 28}))
    assert "it takes 18 minutes by itself, and the 6 minutes a day that your physiotherapist allows" in told(week)
    assert "beside" not in told(week)


def test_what_was_asked_for_on_a_day_that_is_gone_is_told_so() -> None:
    items = allowed(10, {"exercise": "prone-lying", "days": ("mon",)})
    assert "this week has no Monday left to plan" in told(planned(who(), items, ON + 2 * DAY))


def test_a_walk_keeps_its_minutes_and_the_others_keep_the_persons_own() -> None:
    items = asked({"exercise": "recumbent-bike-easy", "minutes": 10, "per_week": 2})
    somebody = who(45, aerobic_minutes=38, equipment=("mat", "recumbent-bike"))
    week = planned(somebody, items)
    assert [dose for _, dose in given(week, "recumbent-bike-easy")] == ["10 min"] * 2
    assert week.aerobic_step == planned(somebody, ()).aerobic_step == 30
    assert sum(judge.aerobic_minutes(day) >= 30 for day in week.days) >= 2


def test_a_short_walk_every_day_stands_on_every_day() -> None:
    week = planned(who(30, WEEKDAYS), asked({"exercise": "easy-walk", "minutes": 10, "per_week": 7}))
    assert [dose for _, dose in given(week, "easy-walk")] == ["10 min"] * 7


def test_a_walk_longer_than_the_day_is_cut_to_it_and_said() -> None:
    week = planned(who(12), asked({"exercise": "easy-walk", "minutes": 15, "per_week": 2}))
    assert [dose for _, dose in given(week, "easy-walk")] == ["12 min"] * 2
    assert "Asked for 15 min, the week holds 12 min" in told(week)


def test_a_swapped_walk_is_not_given_and_the_therapist_should_know() -> None:
    items = asked({"exercise": "moderate-walk", "minutes": 20, "per_week": 3})
    week = planned(who(), items, swaps=(Swap(ON, "moderate-walk"),))
    assert given(week, "moderate-walk") == []
    assert "you swapped it away. Let your therapist know." in told(week)
    assert any(judge.aerobic_minutes(day) for day in week.days)


def test_the_pool_gives_what_was_prescribed_for_it() -> None:
    items = asked(
        {"exercise": "water-walk-moderate", "minutes": 20, "per_week": 2},
        {"exercise": "water-bird-dog", "per_week": 2},
        {"exercise": "water-mini-squat", "sets": 2, "reps": 8, "per_week": 2},
    )
    week = planned(who(45, equipment=("mat", "pool")), items)
    assert [dose for _, dose in given(week, "water-walk-moderate")] == ["20 min"] * 2
    assert len(given(week, "water-bird-dog")) == 2
    assert [dose for _, dose in given(week, "water-mini-squat")] == ["2 x 8"] * 2


def test_nothing_prescribed_stands_after_its_last_day() -> None:
    last = ON + 2 * DAY
    items = asked({"exercise": "bird-dog", "sets": 2, "reps": 6, "per_week": 5, "until": last})
    week = planned(who(30, WEEKDAYS), items)
    days = [on for on, _ in given(week, "bird-dog")]
    assert days
    assert max(days) <= last
    assert "bird-dog" not in week.programme.values()


def test_a_way_to_cope_has_its_days_and_minutes() -> None:
    items = asked(
        {"exercise": "slow-breathing", "minutes": 10, "per_week": 7},
        {"exercise": "progressive-muscle-relaxation", "per_week": 3},
    )
    ways = [[item.exercise for item in day.coping.items] for day in planned(who(), items).days if day.coping]
    assert sum("slow-breathing" in each for each in ways) == 7
    assert sum("progressive-muscle-relaxation" in each for each in ways) == 3


def test_a_session_that_was_too_much_takes_a_step_off_a_prescribed_dose_and_says_so() -> None:
    items = asked(
        {"exercise": "glute-bridge", "sets": 3, "reps": 10, "per_week": 5},
        {"exercise": "moderate-walk", "minutes": 20, "per_week": 5},
    )
    somebody = who()
    first = planned(somebody, items)
    monday = first.days[0]
    assert {"glute-bridge", "moderate-walk"} <= {item.exercise for _, _, item in judge.items(monday)}
    bad = worked(monday, 3, 8)
    after = planned(somebody, items, ON + DAY, entries=bad, weeks=(first,))
    assert {dose for on, dose in given(after, "glute-bridge") if on > ON} == {"2 x 10, hold 5 s"}
    assert {dose for on, dose in given(after, "moderate-walk") if on > ON} == {"16 min"}
    moves = [move for move in after.moves if move.exercise in ("glute-bridge", "moderate-walk")]
    assert len(moves) == 2
    assert all("let your therapist know" in move.what for move in moves)
    later = make_week(
        Request(somebody, exercises(), ON + 7 * DAY, ON + 7 * DAY, bad, (first, after), began=ON, prescriptions=items)
    )
    assert {dose for _, dose in given(later, "moderate-walk")} == {"16 min"}


def test_after_good_sessions_a_prescribed_dose_comes_back_and_climbs_no_further() -> None:
    items = asked({"exercise": "glute-bridge", "sets": 3, "reps": 10, "per_week": 5})
    somebody, weeks, entries = who(), list[Week](), list[LogEntry]()
    doses = []
    for number in range(6):
        starts = ON + number * 7 * DAY
        week = make_week(
            Request(somebody, exercises(), starts, starts, tuple(entries), tuple(weeks), ON, prescriptions=items)
        )
        weeks.append(week)
        doses.append(next(dose for _, dose in given(week, "glute-bridge")))
        for day in week.days:
            if day.sessions:
                entries += worked(day, 1, 8 if number == 0 and day == week.days[0] else 1)
                entries.append(LogEntry(day.on + DAY, "morning", pain=1))
    assert doses[1].startswith("2 x 10")
    assert doses[-1] == "3 x 10, hold 5 s"
    assert any("goes back from" in move.what for week in weeks for move in week.moves)
    assert not any(dose.startswith("4") for dose in doses)


HOURS = Particulars(times_a_day=8)  # of 30 x 60 s, each side: more than eight


@pytest.mark.parametrize(
    "items",
    [
        [{"exercise": key, "reps": 30, "hold_s": 60, "particulars": HOURS} for key in ("bird-dog", "dead-bug")],
        [{"exercise": each.id, "sets": 1, "reps": 27, "hold_s": 60} for each in exercises() if each.slot in CORE],
        [{"exercise": "easy-walk", "minutes": 1440}],
    ],
)
def test_what_no_day_can_hold_is_told_and_the_week_is_given(items: list[dict[str, Any]]) -> None:
    week = planned(who(), asked(*({**each, "per_week": 3} for each in items)))
    assert any(day.sessions for day in week.days)
    assert "Prescribed" in told(week)


def daily(week: Week, exercise: str) -> list[Weekday]:
    """The days on which an exercise stands beside the sessions."""
    return [day.weekday for day in week.days for item in (day.daily.items if day.daily else ())
            if item.exercise == exercise]  # fmt: skip


def often(exercise: str, times: int, **changes: Any) -> dict[str, Any]:
    return {"exercise": exercise, "particulars": Particulars(times_a_day=times), **changes}


def test_of_several_times_a_day_one_takes_its_minutes_in_the_session() -> None:
    once, five = (planned(who(), asked(often("standing-back-bend", times, sets=1, reps=10))) for times in (1, 5))
    minutes = [[day.minutes for day in week.days] for week in (once, five)]
    assert minutes[0] == minutes[1]
    assert {dose for _, dose in given(five, "standing-back-bend")} == {"1 x 10, hold 3 s, 5 times a day"}


def test_what_is_for_every_day_stands_on_days_without_a_session_too() -> None:
    items = asked(
        often("standing-back-bend", 5, sets=1, reps=10),
        {"exercise": "clamshell", "sets": 1, "reps": 12, "per_week": 7},
        {"exercise": "short-walks", "minutes": 10, "per_week": 7},
        {"exercise": "glute-bridge", "sets": 1, "reps": 12, "per_week": 5},
    )
    week = planned(who(), items)
    rest = [day.weekday for day in week.days if not day.sessions]
    assert rest == ["thu", "sun"]
    for key in ("standing-back-bend", "clamshell", "short-walks"):
        assert daily(week, key) == rest, key
    assert daily(week, "glute-bridge") == []
    row = next(row for row in week.balance if row.target == "prescribed")
    assert (row.got, row.asked) == (26, 26)
    assert "planned on" not in told(week)


def test_a_day_without_room_for_it_has_beside_its_session_what_is_done_several_times() -> None:
    items = asked(
        *(
            {"exercise": key, "sets": 2, "reps": 10, "per_week": 5}
            for key in ("glute-bridge", "clamshell", "heel-slide")
        ),
        often("bird-dog", 3, sets=2, reps=6, hold_s=5),
    )
    week = planned(who(15), items)
    assert [len(given(week, item.exercise or "")) for item in items[:3]] == [5, 5, 5]  # what cannot stand elsewhere
    in_session = {on for on, _ in given(week, "bird-dog")}
    beside = daily(week, "bird-dog")
    assert len(beside) > 2
    assert len(in_session) + len(beside) == 7


def test_no_pause_no_end_and_no_other_day_is_overstepped_by_what_is_for_every_day() -> None:
    ends = asked(often("clamshell", 2, sets=1, reps=12, until=ON + 2 * DAY))
    assert daily(planned(who(), ends), "clamshell") == []
    ends = asked(often("clamshell", 2, sets=1, reps=12, until=ON + 3 * DAY))
    assert daily(planned(who(), ends), "clamshell") == ["thu"]
    named = asked(often("clamshell", 2, sets=1, reps=12, days=("mon", "sun")))
    assert daily(planned(who(), named), "clamshell") == []


def test_a_limit_holds_for_all_times_of_a_day_and_on_days_without_a_session() -> None:
    for minutes in (5, 8, 12, 20, 30):
        items = allowed(minutes, often("bird-dog", 4, sets=1, reps=8), often("clamshell", 3, sets=2, reps=12))
        for day in planned(who(), items).days:
            blocks = [*day.blocks(), *([day.daily] if day.daily else [])]
            assert sum(block.seconds_a_day for block in blocks) <= minutes * 60, (minutes, day.on)


def test_a_bout_of_which_one_time_stands_in_the_session_counts_whole_in_the_aerobic_minutes() -> None:
    week = planned(who(20), asked(often("easy-walk", 2, minutes=15)))
    walked = [day for day in week.days if "easy-walk" in day.exercises]
    assert walked
    assert all(day.aerobic_minutes == 30 and day.minutes <= 20 for day in walked)


def test_nothing_is_carried_where_only_ways_to_cope_are_given() -> None:
    severe = LogEntry(ON, "morning", pain=8)
    week = planned(who(), asked(often("clamshell", 2, sets=1, reps=12)), entries=(severe,))
    assert week.mode == "coping-only"
    assert daily(week, "clamshell") == []


@pytest.mark.parametrize(
    ("limit", "times", "given_minutes"),
    [(25, 2, 12), (20, 2, 10), (15, 2, 7), (30, 2, 15), (40, 2, 15), (25, 3, 8), (5, 2, 2)],
)
def test_under_a_limit_the_later_times_count_at_the_minutes_they_are_given(
    limit: int, times: int, given_minutes: int
) -> None:
    week = planned(who(45, WEEKDAYS), allowed(limit, often("easy-walk", times, minutes=15)))
    walked = [item for day in week.days for block in day.everything() for item in block.items if block.kind != "coping"]
    assert [item.dose.minutes for item in walked if item.exercise == "easy-walk"] == [given_minutes] * 7


def test_under_a_limit_the_later_times_count_at_the_sets_they_are_given() -> None:
    items = allowed(20, often("glute-bridge", 5, sets=3, reps=10, hold_s=5))
    held = [item for day in planned(who(), items).days for block in day.everything() for item in block.items]
    sets = {item.dose.sets for item in held if item.exercise == "glute-bridge"}
    assert sets == {2}


def test_nothing_that_a_limit_shuts_out_is_to_be_done_all_the_same() -> None:
    alone = {"exercise": "counter-one-leg-stand", "sets": 1, "reps": 14, "hold_s": 28}
    words = told(planned(who(), allowed(6, alone)))
    assert "Ask your physiotherapist before you do it." in words
    assert "as you were shown" not in words
    assert "Do it as you were shown." in told(planned(who(12), asked(alone)))
