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


def test_the_first_week_is_told_as_it_was_last_shown_in_that_week_and_later() -> None:
    plan = Plan()
    plan.live(2, WELL, morning=3)
    first, later = plan.weeks[:2]
    eased = first._replace(days=tuple(day.without(day.exercises) if day.on.day > 4 else day for day in first.days))
    library = load.load().exercises
    whole = grown([first], plan.entries, library, None)
    then = grown([eased], plan.entries, library, None, first=first, as_first=first, lived=eased)
    since = grown([eased, later], plan.entries, library, None, first=first, as_first=later, lived=eased)
    assert whole and then and since  # noqa: PT018
    assert then.first.planned == since.first.planned
    assert then.first.planned.core < whole.first.planned.core


def test_the_longest_that_was_done_may_be_a_walk_of_ones_own() -> None:
    plan = Plan()
    plan.live(1, WELL, morning=3)
    walk = LogEntry(plan.weeks[0].starts, "activity", "all", exercise="walking-the-dog", minutes=40)
    found = grown(plan.weeks, [*plan.entries, walk], load.load().exercises, None)
    assert found
    assert found.now.done.bout == 40


def test_of_a_session_done_less_what_was_done_in_full_counts_and_the_minutes_walked() -> None:
    plan = Plan()
    plan.live(1, WELL, morning=3)
    week = plan.weeks[0]
    day = next(each for each in week.days if each.aerobic_minutes and "core" in each.kinds)
    walks = {item.exercise: 3 for block in day.blocks() if block.kind == "aerobic" for item in block.items}
    found = grown([week], [LogEntry(day.on, "session", "part", less=walks)], load.load().exercises, None)
    assert found
    assert (found.now.done.bout, found.now.done.aerobic) == (3, 3 * len(walks))
    assert found.now.done.core > 0
