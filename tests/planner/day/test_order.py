"""The order of a day: nobody warms up after a walk."""

from backplan.model.diary import LogEntry
from backplan.planner.week import make_week
from tests.support.growth import DAY, WELL, Plan
from tests.support.people import person


def test_work_that_has_a_warm_up_of_its_own_comes_before_a_walk_too_short_to_warm_up_for_it() -> None:
    plan = Plan(person(tolerance={"walk": 10}))
    plan.live(2, WELL, morning=3)
    plan.entries += [LogEntry(plan.starts - 3 * DAY, "flare")]
    plan.entries += [LogEntry(plan.starts - days * DAY, "morning", pain=3) for days in (2, 1)]
    found = [[block.kind for block in day.blocks()] for day in make_week(plan.request()).days]
    both = [kinds for kinds in found if {"warm-up", "aerobic"} <= {*kinds}]
    assert both, "a week of short walks beside work"
    assert all(kinds[0] == "warm-up" for kinds in both)
