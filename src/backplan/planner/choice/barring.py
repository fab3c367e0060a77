"""Barring: what a person may have that leaves an exercise out for them, asked of every exclusion rule."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, get_args

from backplan.model.case import Case, PainToday
from backplan.model.person import Pain, Person
from backplan.model.vocabulary import CONDITION_MEANS, Condition, DerivedCondition, Tag
from backplan.planner.choice.select import reasons_against

if TYPE_CHECKING:
    from backplan.model.exercise import Exercise

# Every tag somebody may carry ("healing" is everybody's), in plain words.
TAG_MEANS: dict[Tag, str] = {
    **{condition: means for condition, means in CONDITION_MEANS.items()},  # noqa: C416 - a Condition is a Tag
    "post-surgery": "an operation on the spine in the last twelve months",
    "pregnancy-t2t3": "pregnant, past the twelfth week",
    "birth-first-weeks": "a birth in the last six weeks",
    "birth-wound": "a birth within six weeks, or a caesarean not yet cleared after them",
    "post-natal": "a birth, until cleared for harder core work",
    "no-floor": "cannot get down to the floor and up again",
    "no-swim": "cannot swim",
    "heart": "a sign or disease of heart or lungs, or diabetes",
    "from-65": "65 or older",
}
TAGS: tuple[Tag, ...] = tuple(t for t in (*get_args(Condition), *get_args(DerivedCondition)) if t in TAG_MEANS)

_DAY = date(2026, 1, 1)  # any day: no tag is worked out from it here
_ANYBODY = Case(Person(Pain(0, 0, True, _DAY, "none", _DAY), {}, 1), _DAY, PainToday(0, 0))


def why_left_out(exercise: Exercise, tag: Tag) -> str | None:
    """Why an exercise is left out for people with a tag; None when the tag changes nothing."""
    return _because_of(tag, exercise, reasons_against(exercise, _ANYBODY))


def reasons_by_tag(exercise: Exercise) -> dict[Tag, str]:
    """Every tag that leaves an exercise out, with why."""
    anyway = reasons_against(exercise, _ANYBODY)
    return {tag: why for tag in TAGS if (why := _because_of(tag, exercise, anyway)) is not None}


def _because_of(tag: Tag, exercise: Exercise, anyway: tuple[tuple[str, str], ...]) -> str | None:
    """The first reason against an exercise that only people with a tag have, and not everybody ``anyway``."""
    with_tag = reasons_against(exercise, _ANYBODY._replace(tags=frozenset({tag})))
    return next((reason[1] for reason in with_tag if reason not in anyway), None)
