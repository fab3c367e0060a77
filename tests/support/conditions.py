"""People who have one or two conditions and nothing else, and what their first week holds, for the laws over conditions
and for tools/conditions.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, get_args

from backplan.model.exercise import Exercise
from backplan.model.person import Person
from backplan.model.slots import CORE, STRENGTH
from backplan.model.vocabulary import EQUIPMENT_MEANS, MUST_BE_KNOWN, Condition, Equipment, Level, Slot
from backplan.model.week import Week
from backplan.planner.request import Request
from tests.support import judge
from tests.support.people import ON, person
from tests.support.planned import exercises, planned

CONDITIONS: tuple[Condition, ...] = get_args(Condition)
EVERYTHING: tuple[Equipment, ...] = tuple(item for item in EQUIPMENT_MEANS if item != "wheelchair")
SLOTS: tuple[Slot, ...] = (*CORE, *STRENGTH)
PARTS = ("core", "strength", "stretch", "aerobic")


class Having(NamedTuple):
    """Somebody on four days of half an hour, who has these conditions, at a level, with or without floor and gear."""

    conditions: Sequence[Condition] = ()
    level: Level = "basic"
    floor: bool = True
    gear: bool = False

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
            equipment=(*EVERYTHING, *wheels) if self.gear else (),
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
