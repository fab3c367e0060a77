"""Pain that began under six weeks ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Modality

ALLOWED: frozenset[Modality] = frozenset(
    {
        "walking", "wheeling", "mobility",
        "breathing", "relaxation", "mindfulness", "rest-position", "heat", "coping-skill",
    }
)  # fmt: skip


def check(exercise: Exercise, case: Case) -> str | None:
    """While pain is under six weeks old, give walks, easy mobility and ways to cope; a training programme begins
    after that, or before, once the diary knows of a week at a pain of 2 or less: at least three days of it, over at
    least seven days, none above 2. Pelvic floor work, which leaves the back still, does not wait.
    """
    allowed = exercise.modality in ALLOWED or exercise.trains_pelvic_floor
    if case.acute and (exercise.level != "basic" or not allowed):
        return "your pain counts as under six weeks old: walks, easy movement and coping come first"
    return None


RULE = Exclusion(
    id="acute",
    sources=("ijzelenberg-2023", "rizzo-2025", "george-2021"),
    check=check,
    label="waits while pain is new",
    inference="that training waits, what is given instead, and the week at 2; the guideline allows trunk activation in"
    " acute pain",
    speaks_of=lambda case: case.acute,
)
