"""Spines that stiffen or curve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Favour

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Movement, Slot, Tag

SPINES: frozenset[Tag] = frozenset({"axial-spondyloarthritis", "scoliosis"})
ARCHES: frozenset[Movement] = frozenset({"extension-mild", "extension"})
OF_THE_BACK: frozenset[Slot] = frozenset({"back", "pull", "mobility", "stretch"})


def check(exercise: Exercise, case: Case) -> bool:
    """With inflamed, stiffening joints of the spine, prefer work for the back that arches it, and what widens
    the ribs; with a spine that curves to the side, prefer what widens the ribs and stands or sits tall.
    """
    breathes = exercise.modality == "breathing" and exercise.position == "seated"
    if "axial-spondyloarthritis" in case.tags:
        return breathes or (exercise.slot in OF_THE_BACK and not ARCHES.isdisjoint(exercise.movements))
    return "scoliosis" in case.tags and (breathes or "posture" in exercise.areas)


RULE = Favour(
    id="favour-stiff-spines",
    sources=("nice-ng59-2016", "nice-ng65-2017"),
    check=check,
    speaks_of=lambda case: not case.tags.isdisjoint(SPINES),
    inference="which exercises count; the sources ask for exercise fitted to the person",
)
