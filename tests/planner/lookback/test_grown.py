"""What has grown: only what a day held, and beside the whole dose."""

from backplan.library import load
from backplan.model.diary import LogEntry
from backplan.planner.lookback.grown import grown, last_whole
from backplan.planner.week import make_week
from tests.support.growth import DAY, WELL, Plan
from tests.support.people import person


def test_what_no_day_has_held_is_not_told_of() -> None:
    plan = Plan(person(minutes=dict.fromkeys(("mon", "wed", "fri"), 20)))
    plan.live(2, WELL, morning=3)
    found = grown(plan.weeks, plan.entries, load.load().exercises, None)
    held = {key for week in plan.weeks for day in week.days for key in day.exercises}
    assert found is not None
    assert plan.weeks[-1].programme["hip"] not in held, "days this short hold none"
    assert {each.now.exercise for each in found.slots} <= held
    assert "back" in {each.slot for each in found.slots}


def test_a_week_in_which_a_flare_settles_has_taken_nothing_away() -> None:
    plan = Plan()
    plan.live(2, WELL, morning=3)
    plan.entries += [LogEntry(plan.starts - 3 * DAY, "flare")]
    plan.entries += [LogEntry(plan.starts - days * DAY, "morning", pain=3) for days in (2, 1)]
    settling = make_week(plan.request())
    assert settling.whole
    assert last_whole([*plan.weeks, settling]) == plan.weeks[-1]
    assert last_whole([settling]) == settling
    assert last_whole([settling._replace(mode="flare")]) is None
