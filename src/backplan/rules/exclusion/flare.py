"""A flare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """In a flare, give only exercises marked as fit for one: gentle, short and known."""
    if case.kind.gentle and not exercise.flare:
        return "it waits until the flare has passed"
    return None


RULE = Exclusion(
    id="flare",
    sources=("costa-2022",),
    check=check,
    label="too much in a flare",
    inference="which exercises fit a flare; the source says what a flare is",
    speaks_of=lambda case: case.kind.gentle,
    concerns=lambda exercise: not exercise.flare,
    alike=lambda exercise: exercise.flare,
)
