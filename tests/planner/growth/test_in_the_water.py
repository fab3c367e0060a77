"""What is done in the water grows as the field lets it: longer visits, longer doses, a harder partner; then faster or
with a larger surface, or in shallower water.
"""

from itertools import pairwise

import pytest

from backplan.model.case import Case
from backplan.model.exercise import by_id
from backplan.model.week import Week
from backplan.planner.choice.dose import doses
from backplan.planner.choice.select import select
from backplan.planner.day.walks import pool_blocks
from backplan.planner.growth import load
from backplan.planner.growth.ladder import Ladder, Steps
from backplan.planner.growth.offer import FIRST_VISIT, offer
from tests.support.growth import WELL, Plan
from tests.support.people import case, person
from tests.support.planned import exercises

DAYS = ("mon", "tue", "thu", "sat")
SWIMMER = person(minutes=dict.fromkeys(DAYS, 45), equipment=("band", "pool"), pool_days=("tue", "sat"))
FASTER, DEEPER = "water-open-hand-push", "water-bird-dog"


def at_the_wall(week: Week) -> dict[str, str]:
    return {
        item.exercise: item.dose.words()
        for day in week.days
        if day.at_pool
        for block in day.blocks()
        if block.kind in ("core", "strength")
        for item in block.items
    }


def visits(week: Week) -> list[int]:
    return [day.aerobic_minutes for day in week.days if day.at_pool]


def lived(weeks: int) -> Plan:
    plan = Plan(SWIMMER)
    plan.live(weeks, WELL, morning=3)
    return plan


def test_one_visit_let_go_takes_nothing_from_the_next() -> None:
    """The walks of that week were done: what the plan goes on from held the longer visit."""
    plan = lived(4)
    longest, visit = max(visits(plan.weeks[-1])), next(day.on for day in plan.weeks[-1].days if day.at_pool)
    assert longest > max(visits(plan.weeks[-2]))
    plan.entries = [entry._replace(done="no") if entry.on == visit else entry for entry in plan.entries]
    standing = plan.standing()
    found = offer(standing, standing.case(calm=True), 1)
    assert found.visit == longest
    assert found.longest_visit >= longest


def test_visits_and_work_at_the_wall_grow_and_each_step_is_told_and_shown() -> None:
    plan = lived(7)
    first, last = plan.weeks[0], plan.weeks[-1]
    assert visits(first) == [FIRST_VISIT]
    assert max(visits(last)) > FIRST_VISIT
    assert any(at_the_wall(last)[key] != dose for key, dose in at_the_wall(first).items())
    for before, week in pairwise(plan.weeks):
        told = {move.exercise for move in week.moves if (move.exercise or "").startswith("water-")}
        if not any(move.rule == "growth-load" for move in week.moves):
            assert told <= {key for key, dose in at_the_wall(week).items() if at_the_wall(before).get(key) != dose}
        longer = [move.what for move in week.moves if "visit to the pool" in move.what]
        assert bool(longer) == (max(visits(week)) > max(map(max, map(visits, plan.weeks[: plan.weeks.index(week)]))))


def test_a_visit_after_a_session_too_much_is_shorter_and_stays_so_until_it_grows() -> None:
    plan = lived(6)
    before = max(visits(plan.weeks[-1]))
    assert before > FIRST_VISIT
    plan.live(1, WELL._replace(peak=8), morning=3)
    shorter = offer(plan.standing(), case(), 1)
    assert shorter.longest_visit == max(FIRST_VISIT, max(visits(plan.weeks[-1])) * 4 // 5)
    week = plan.live(1, WELL, morning=3)
    assert max(visits(week)) <= shorter.longest_visit
    assert offer(plan.standing(), case(), 1).visit == max(visits(week))


def ready(rung: int, key: str) -> Case:
    who = person(equipment=("pool",), pool_days=("tue",))
    return case(person=who, practised=frozenset({key}), rungs={key: rung})


@pytest.mark.parametrize(("key", "steps"), [(FASTER, 10), (DEEPER, load.SHALLOWER)])
def test_at_the_top_of_its_dose_the_water_makes_it_harder(key: str, steps: int) -> None:
    exercise = by_id(exercises())[key]
    top = len(doses(exercise)) - 1
    ladder = Ladder(select(exercises(), ready(top, key)))
    taken = [ladder.next_step(exercise, top + each, Steps("longer", 3)) for each in range(10)]
    assert [step is not None and step.heavier for step in taken] == [each < steps for each in range(10)]


@pytest.mark.parametrize("minutes", [20, 32])
def test_what_is_liked_and_never_done_for_long_makes_no_long_visit(minutes: int) -> None:
    who = person(equipment=("pool",), likes=("water-march",))
    chosen = select(exercises(), case(person=who, longest_bout=45))
    before, after = pool_blocks(chosen, minutes, 0)
    held = {item.exercise: item.dose.minutes for item in before.items}
    assert held["water-march"] == 8
    assert sum(item.dose.minutes or 0 for item in (*before.items, *after.items)) == minutes
