"""The first six weeks after a birth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Modality

LONGEST_WALK, MORE, EVERY = 10, 5, 2  # minutes; and how many more, with every so many weeks
ALLOWED: frozenset[Modality] = frozenset({"walking", "breathing", "relaxation", "mindfulness"})


def check(exercise: Exercise, case: Case) -> str | None:
    """In the first six weeks after a birth, give only easy walking, breathing, relaxation and pelvic floor work, and
    only once cleared. A walk lasts 10 minutes at the most, and 5 more with every two weeks gone by.
    """
    if "birth-first-weeks" not in case.tags:
        return None
    light = exercise.level == "basic" and "birth-first-weeks" not in exercise.contraindications
    if light and (exercise.modality in ALLOWED or exercise.trains_pelvic_floor):
        return None
    return "in the first six weeks after a birth only easy walking, breathing and pelvic floor work are given"


def longest_walk(weeks: int) -> int:
    """The most minutes of a walk so many whole weeks after a birth."""
    return LONGEST_WALK + MORE * (weeks // EVERY)


RULE = Exclusion(
    id="birth-first-weeks",
    sources=("davenport-2025",),
    check=check,
    about=("birth-first-weeks",),
    label="first weeks after the birth",
    inference="the six weeks, the list and the minutes; the guideline says light work first, until wounds have healed "
    "and bleeding does not increase",
)
