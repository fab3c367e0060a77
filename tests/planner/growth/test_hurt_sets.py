"""What hurt sharply is given in no more sets than it had then, for two weeks."""

import pytest

from backplan.planner.lay import lay
from tests.support.growth import WELL, Plan
from tests.support.people import person

DAYS = ("mon", "tue", "wed", "fri", "sat")


@pytest.mark.parametrize(("weeks", "held"), [(0, True), (1, True), (2, False)])
def test_what_hurt_sharply_takes_no_further_set_for_two_weeks(weeks: int, held: bool) -> None:
    plan = Plan(person(minutes=dict.fromkeys(DAYS, 60)))
    plan.live(6, WELL, 3)
    pushed = {
        day.on: item for day in plan.weeks[-1].days for block in day.blocks() for item in block.items
        if block.kind == "strength" and item.exercise == plan.weeks[-1].programme["push"]
    }  # fmt: skip
    on, item = min(pushed.items())
    plan.entries = [
        e._replace(hurt=(item.exercise,)) if e.kind == "session" and e.on == on else e for e in plan.entries
    ]
    if weeks:
        plan.live(weeks, WELL, 3)
    work = lay(plan.request()).question.menu.work
    most = max(
        each.dose.sets for strength in work.strengths() for each in strength.items if each.exercise == item.exercise
    )
    assert (most <= item.dose.sets) is held
