"""Out of a flare: no day left is fuller than before it, which is told by the last week that held whole days, too."""

from backplan.planner.diary.done import fullest_of
from backplan.planner.growth.way_back import way_back
from tests.support.growth import WELL, Plan


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
