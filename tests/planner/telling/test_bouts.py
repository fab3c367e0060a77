"""Of aerobic work in longer times, it is told where it is no more in all."""

from itertools import pairwise

from backplan.model.week import Week
from backplan.planner.telling.bouts import NO_MORE
from tests.support.growth import WELL, Plan
from tests.support.people import person


def bouts(week: Week) -> list[int]:
    return [day.aerobic_minutes for day in week.days if day.aerobic_minutes and not day.at_pool]


def test_a_longer_walk_that_takes_its_minutes_from_the_others_is_told_as_that() -> None:
    days = dict.fromkeys(("mon", "tue", "wed", "fri", "sun"), 30)
    plan = Plan(person(born=1955, minutes=days, aerobic_minutes=12, conditions=("shoulder-issue",)))
    plan.live(12, WELL, morning=3)
    taken = 0
    for before, week in pairwise(plan.weeks):
        longer = max(bouts(week)) > max(bouts(before))
        told = any(change.sentence == NO_MORE for change in week.changes)
        assert told == (longer and sum(bouts(week)) <= sum(bouts(before))), week.starts
        taken += told
    assert taken
