"""Out of a flare: no day left is fuller than before it, which is told by the last week that held whole days, too."""

from backplan.model.diary import LogEntry
from backplan.planner.diary.done import fullest_of
from backplan.planner.growth.way_back import way_back
from backplan.planner.week import make_week
from tests.support.growth import DAY, WELL, Plan
from tests.support.people import person
from tests.support.planned import planned

SIX_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat")


def test_a_week_that_the_flare_emptied_bounds_no_day_by_what_was_left_of_it() -> None:
    plan = Plan()
    plan.live(3, WELL, 3)
    whole = plan.weeks[-2]
    emptied = plan.weeks[-1]._replace(
        days=tuple(
            day._replace(sessions=()) if "strength" in day.kinds or "core" in day.kinds else day
            for day in plan.weeks[-1].days
        )
    )
    plan.weeks[-1] = emptied
    standing = plan.standing()
    pain = standing.pain._replace(flare_dates=frozenset(standing.days.every))
    found = way_back(standing.days, standing.past, pain)
    assert found is not None
    assert fullest_of([emptied]) != fullest_of([whole])
    assert found.fullest == fullest_of([whole, emptied])


def test_a_day_of_high_pain_within_the_usual_is_made_up_for_by_no_fuller_day() -> None:
    """A six where five is usual: gentle days, and then no more than before it, though it was no flare."""
    plan = Plan(person(pain=person().pain._replace(now=5, usual=5), minutes=dict.fromkeys(SIX_DAYS, 60)))
    plan.live(2, WELL._replace(pain=5, peak=5), 5)
    whole = plan.weeks[-1]
    plan.weeks.append(planned(plan.request()))
    wednesday = plan.weeks[-1].starts + 2 * DAY
    high = LogEntry(wednesday, "morning", pain=6)
    asked = plan.request(plan.weeks[-1].starts)._replace(today=wednesday)
    gentle = make_week(asked._replace(entries=(*asked.entries, high)))
    assert gentle.mode == "flare"
    weeks = (*asked.weeks[:-1], gentle)
    better = LogEntry(wednesday + DAY, "morning", pain=5)
    again = asked._replace(today=wednesday + DAY, weeks=weeks, entries=(*asked.entries, high, better))
    week = make_week(again)
    assert week.mode == "normal"
    ahead = [day for day in week.days if day.on >= again.today]
    assert max(day.minutes for day in ahead) <= max(day.minutes for each in (whole, gentle) for day in each.days)
