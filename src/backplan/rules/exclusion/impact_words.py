"""Own exercises whose words tell of running, jogging or jumping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out an exercise of somebody's own file whose name, other names or steps tell of running, jogging, skipping
    or jumping on land, whatever impact the file gives it.

    Tags can lie, words do not. The same movement in water stays, and so does what only sounds like it: a runner's
    stretch, "do not jump". Judged in English, by the words of data/impact_words.yaml.
    """
    if exercise.gives_away:
        return f"it tells of running, jogging or jumping on land: {exercise.gives_away}"
    return None


RULE = Exclusion(
    id="impact-words",
    sources=("neason-2024",),
    check=check,
    label="running or jumping by their words",
    inference="judging by words, and which words",
    concerns=lambda exercise: bool(exercise.gives_away),
)
