"""A week laid anew for a swap, for other days or for a pause keeps what it was told to grow."""

import pytest

from backplan.model.diary import LogEntry, Swap
from backplan.model.week import Week
from backplan.planner.request import Request
from backplan.planner.week import make_week
from tests.support.growth import DAY, WELL, Plan
from tests.support.planned import planned


def grown() -> tuple[Plan, Week]:
    """Two weeks that went well, and a third in which things grow."""
    plan = Plan()
    plan.live(2, WELL, morning=3)
    return plan, planned(plan.request())


def asked_again(plan: Plan, week: Week) -> Request:
    """The same week, asked for on its Tuesday."""
    return plan.request(week.starts)._replace(today=week.starts + DAY, weeks=(*plan.weeks, week))


def no_less(found: Week, than: Week) -> bool:
    """Whether a week holds no less of any part than it did."""
    assert found.holds
    assert than.holds
    return all(now >= had for now, had in zip(found.holds, than.holds, strict=True))


def steps(week: Week) -> set[str | None]:
    return {move.exercise for move in week.moves if move.rule == "growth-three"}


@pytest.mark.parametrize("slot", ["pull", "side"])
def test_a_swap_takes_back_no_step_of_what_is_kept(slot: str) -> None:
    plan, week = grown()
    given_up = week.programme[slot]
    asked = asked_again(plan, week)
    found = make_week(asked._replace(swaps=(Swap(asked.today, given_up, None),)))
    assert found.programme[slot] != given_up
    assert found.rungs == week.rungs
    assert no_less(found, week)
    assert steps(found) | {given_up} >= steps(week)


def test_days_that_are_moved_keep_what_the_week_holds() -> None:
    plan, week = grown()
    assert steps(week)
    asked = asked_again(plan, week)._replace(only_days=("tue", "wed", "fri", "sun"))
    found = make_week(asked)
    assert found.only_days
    assert found.rungs == week.rungs
    assert no_less(found, week)


def test_a_pause_takes_back_no_step_and_a_week_of_nothing_but_pause_takes_none() -> None:
    plan, week = grown()
    last = week.starts + 13 * DAY
    pause = LogEntry(week.starts + 4 * DAY, "pause", until=last.isoformat())
    plan.entries += [WELL._replace(on=day.on) for day in week.days if day.sessions and day.on < pause.on]
    asked = asked_again(plan, week)
    found = make_week(asked._replace(today=pause.on, entries=(*asked.entries, pause)))
    assert any(day.pause for day in found.days)
    assert found.rungs == week.rungs
    plan.weeks.append(found)
    plan.entries.append(pause)
    away = make_week(plan.request())
    assert all(day.pause for day in away.days)
    assert (away.rungs, away.calm_programme) == (found.rungs, found.calm_programme)
