"""People who have one or two conditions and nothing else, and what is wrong with their first week, for the laws over
conditions, tools/conditions.py and tools/condition_weeks.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple, get_args

from backplan.model.exercise import Exercise
from backplan.model.person import Person
from backplan.model.slots import CORE, STRENGTH
from backplan.model.vocabulary import (
    EQUIPMENT_MEANS,
    LEVELS,
    MUST_BE_KNOWN,
    WATER_GEAR,
    Condition,
    Equipment,
    Level,
    Slot,
)
from backplan.model.week import Week
from backplan.planner.request import Request
from backplan.planner.telling.notices import SLOT_NAMES
from tests.support import judge
from tests.support.people import ON, person
from tests.support.planned import exercises, planned
from tests.support.strategies import by_id

CONDITIONS: tuple[Condition, ...] = get_args(Condition)
DRY: tuple[Equipment, ...] = tuple(item for item in EQUIPMENT_MEANS if item not in {"wheelchair", *WATER_GEAR})
WET: tuple[Equipment, ...] = tuple(item for item in EQUIPMENT_MEANS if item in WATER_GEAR)
SLOTS: tuple[Slot, ...] = (*CORE, *STRENGTH)
PARTS = ("core", "strength", "stretch", "aerobic")


class Having(NamedTuple):
    """Somebody on four days of half an hour with these conditions, at a level, with or without floor, gear and pool."""

    conditions: Sequence[Condition] = ()
    level: Level = "basic"
    floor: bool = True
    gear: bool = False
    pool: bool = False

    @property
    def person(self) -> Person:
        """The person; their clinician knows of all that must be known."""
        plain = person()
        assert plain.clearance is not None
        wheels: tuple[Equipment, ...] = ("wheelchair",) if "wheelchair-user" in self.conditions else ()
        return plain._replace(
            clearance=plain.clearance._replace(knows=MUST_BE_KNOWN),
            conditions=tuple(self.conditions),
            level=self.level,
            floor=self.floor,
            equipment=(*((*DRY, *wheels) if self.gear else ()), *(WET if self.pool else ())),
        )

    def week(self) -> Week:
        """The first week of a programme."""
        return planned(Request(self.person, exercises(), ON, ON, began=ON))

    def known(self, week: Week) -> judge.Known:
        """What the judge knows of them on the first day."""
        return judge.known(self.person, ON, week.mode, week.level, week.levels)


def fit(having: Having, week: Week) -> list[Exercise]:
    """What nothing bars for somebody, and what can be done somewhere, by the judge."""
    known = having.known(week)
    possible = (e for e in exercises() if judge.doable_somewhere(e, having.person))
    return [e for e in possible if judge.barred(e, having.person, known) is None]


def sessions(week: Week) -> dict[str, int]:
    """On how many days each part of the plan stands."""
    return {
        "core": sum(judge.holds(day, "core") for day in week.days),
        "strength": sum(judge.holds(day, "strength") for day in week.days),
        "stretch": sum(judge.holds(day, "cool-down", "stretch") for day in week.days),
        "aerobic": sum(judge.aerobic_minutes(day) > 0 for day in week.days),
    }


def missing(week: Week) -> list[Slot]:
    """The slots of core and strength for which the programme has no exercise."""
    return [slot for slot in SLOTS if slot not in week.programme]


def grid(*, pairs: bool) -> Iterator[Having]:
    """Every condition alone, or every pair as well, at every level, with and without floor, gear and pool."""
    alone: list[tuple[Condition, ...]] = [(condition,) for condition in CONDITIONS]
    for conditions in (*alone, *(combinations(CONDITIONS, 2) if pairs else ())):
        for level, floor, gear, pool in product(LEVELS, (True, False), (True, False), (True, False)):
            yield Having(conditions, level, floor, gear, pool)


def faults(having: Having) -> Iterator[str]:
    """What is wrong with the first week of somebody: nothing in it, something barred, or a part of it that is missing
    though something is fit for it, or without a word.
    """
    week = having.week()
    held, able = sessions(week), fit(having, week)
    if not any(held.values()):
        yield "the week is empty"
    known = having.known(week)
    for item in (item for day in week.days for item in judge.everything(day)):
        if (bar := judge.barred(by_id()[item.exercise], having.person, known)) is not None:
            yield f"{item.exercise} is barred: {bar}"
    empty = " ".join(notice.sentence for notice in week.notices if notice.kind == "empty")
    for slot in missing(week):
        if left := _filling(having, able, slot):
            yield f"{slot} is empty though these are fit: {', '.join(left)}"
        if SLOT_NAMES[slot] not in empty:
            yield f"{slot} is empty, and nothing says so"
    reasons = {row.target: row.reason for row in week.balance}
    for part in (part for part in PARTS if not held[part]):
        if _possible(having, able, part):
            yield f"no {part}, though it could be"
        if not reasons.get(part):
            yield f"no {part}, and nothing says why"


def _filling(having: Having, able: Sequence[Exercise], slot: Slot) -> list[str]:
    """What could fill a slot at home, by the judge."""
    block = "core" if slot in CORE else "strength"
    return [
        e.id
        for e in able
        if e.slot == slot and e.block == block and "main" in e.use and judge.doable(e, "home", having.person)
    ]


def _possible(having: Having, able: Sequence[Exercise], part: str) -> bool:
    """Whether anything fit could make a part of the week at home or from home, by the judge."""
    if part in ("core", "strength"):
        return any(_filling(having, able, slot) for slot in SLOTS if (slot in CORE) == (part == "core"))
    use = "main" if part == "aerobic" else "cool-down"
    return any(e.slot == part and use in e.use and set(e.place) != {"pool"} for e in able)
