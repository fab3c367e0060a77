"""Running, jogging and jumping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion, nothing

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """Leave out running, jogging and jumping on land while the back is healing, and for now where the pain is old.

    Judged by impact alone: water jogging lands softly and stays in. This is a gate for the time of the plan, not a
    finding that running harms backs: one small trial of run-walk training was well tolerated.
    """
    if exercise.impact == "high":
        return "it lands hard (running, jogging or jumping), which is left out for now"
    return None


RULE = Exclusion(
    id="high-impact",
    sources=("neason-2024",),
    check=check,
    label="high impact",
    inference="keeping it locked by default",
    concerns=lambda exercise: exercise.impact == "high",
    reads=nothing,
    alike=lambda exercise: exercise.impact,
)
