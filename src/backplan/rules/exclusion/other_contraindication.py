"""Any other mark against an exercise."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import not_advised
from backplan.rules.plan_kinds import Exclusion, Marks

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Tag


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out an exercise that the library marks against something the person has told us, whatever it is, where no
    rule of its own has said so.
    """
    for tag in exercise.contraindications:
        if tag in case.tags and tag != "healing" and not _another_rule_excludes(tag, exercise, case):
            return not_advised(tag)
    return None


def _another_rule_excludes(tag: Tag, exercise: Exercise, case: Case) -> bool:
    return any(rule.check(exercise, case) is not None for rule in _about(tag))


@cache
def _about(tag: Tag) -> tuple[Exclusion, ...]:
    """The rules of their own about what a person has told us."""
    from backplan.rules.exclusion import EXCLUSIONS  # the index, which holds this rule, too

    return tuple(rule for rule in EXCLUSIONS if tag in rule.about)


RULE = Exclusion(
    id="other-contraindication",
    sources=("nice-ng59-2016",),
    check=check,
    label="not advised for you",
    inference="the library's marks are our own; the source says only to fit exercise to the person",
    marks=Marks(lambda exercise: exercise.contraindications, lambda case: case.tags - {"healing"}),
)
