"""A load that a therapist asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backplan.patterns import on_first_use
from backplan.rules.exclusion import (
    flexion_intolerant,
    healed_fracture,
    new_fracture,
    osteoporosis,
    pelvic_floor_strain,
    post_surgery,
    pregnancy_positions,
    sciatica,
    si_joint,
    spondylolisthesis,
)
from backplan.rules.plan_kinds import DoseRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import Equipment, Movement
    from backplan.model.week import GivenDose
    from backplan.rules.plan_kinds import Exclusion

HEAVY = 5  # kg; what is more is heavy
IN_KG = {"k": 1.0, "l": 1.0, "lb": 1 / 2.2, "po": 1 / 2.2, "ml": 0.001, "g": 0.001}  # by how a unit begins; water
UNDER_LOAD: Mapping[Movement, Movement] = {
    "flexion": "flexion-loaded", "extension": "extension-loaded", "rotation": "rotation-loaded",
}  # fmt: skip
# The exclusions that speak of load, by what an exercise does or takes.
BY_THE_MOVE: tuple[Exclusion, ...] = (
    flexion_intolerant.RULE, spondylolisthesis.RULE, si_joint.RULE, sciatica.RULE,
    osteoporosis.RULE, new_fracture.RULE, healed_fracture.RULE, post_surgery.RULE, pregnancy_positions.RULE,
)  # fmt: skip
_WEIGHT = on_first_use(r"(\d+(?:[.,]\d+)?) ?(kgs?|kilos?|lbs?|pounds?|l|lit(?:re|er)s?|ml|g|grams?)\b")
_TWO = on_first_use(r"\b(?:two|pair|both|each|per|a side)\b|\b2 ?[x×]")
_SOME = r"(?:an?|one|two|2|small|full|pair of|plastic|glass|soup|food|bean|baked|tinned)"
_OF_THE_KITCHEN = on_first_use(
    rf"(?:{_SOME} )*(?:bottles? of (?:water|milk)|water bottles?|(?:tins?|cans?)(?: of \w+)?)"
)
_BAND = on_first_use(r"band|tubing|loop", re.IGNORECASE)


def adjust(dose: GivenDose, exercise: Exercise, case: Case) -> GivenDose:
    """A load that a therapist asks for is left out where a rule of ours bars the exercise as it is with that load: what
    bends, arches or twists the back does so under load; a weight is one for which a healing bone waits; and a heavy
    weight, in work for the legs from standing or sitting, presses down along the spine. Heavy weights also wait after a
    birth and with a pelvic floor that should not be strained, any load in the first six weeks after a birth, and any
    weight, though not a band, until a flare has passed. Heavy is more than 5 kg in all, or a weight that is not said; a
    bottle of water or a tin, or two, are light.
    """
    if dose.particulars.load is None or against(dose.particulars.load, exercise, case) is None:
        return dose
    return dose._replace(particulars=dose.particulars._replace(load=None))


def against(load: str, exercise: Exercise, case: Case) -> tuple[str, str] | None:
    """The rule that speaks against a load with an exercise, and its reason; None where none does, or where one speaks
    against the exercise alone.
    """
    weight = _BAND.search(load) is None
    heavy = weight and not _light(load)
    return _by_the_person(case, weight=weight, heavy=heavy) or _by_the_move(exercise, case, weight=weight, heavy=heavy)


def _light(load: str) -> bool:
    text = load.lower()
    if not (weights := _WEIGHT.findall(text)):
        return _OF_THE_KITCHEN.fullmatch(text) is not None
    whole = sum(float(many.replace(",", ".")) * (IN_KG.get(unit[:2]) or IN_KG[unit[0]]) for many, unit in weights)
    return whole * (2 if _TWO.search(text) else 1) <= HEAVY


def _by_the_person(case: Case, *, weight: bool, heavy: bool) -> tuple[str, str] | None:
    if "birth-first-weeks" in case.tags:
        return "birth-first-weeks", "in the first six weeks after a birth only easy work is given"
    if heavy and "post-natal" in case.tags:
        return "post-natal", "a heavy weight waits until you are cleared for it after the birth"
    if heavy and not case.tags.isdisjoint(pelvic_floor_strain.SPARED):
        return "pelvic-floor-strain", "a heavy weight presses onto your pelvic floor"
    if weight and case.kind.gentle:
        return "flare", "a weight waits until the flare has passed"
    return None


def _by_the_move(exercise: Exercise, case: Case, *, weight: bool, heavy: bool) -> tuple[str, str] | None:
    loaded = _with_load(exercise, weight=weight, heavy=heavy)
    for rule in BY_THE_MOVE:
        reason = rule.check(loaded, case)
        if reason is not None and rule.check(exercise, case) is None:
            return rule.id, f"with a load {reason}"
    return None


def _with_load(exercise: Exercise, *, weight: bool, heavy: bool) -> Exercise:
    """An exercise as it is with a load."""
    moves: tuple[Movement, ...] = tuple(UNDER_LOAD.get(each, each) for each in exercise.movements)
    if heavy and exercise.slot == "lower" and exercise.upright:
        moves = (*moves, "axial")
    things: tuple[Equipment, ...] = (*exercise.equipment, "dumbbells") if weight else exercise.equipment
    return exercise._replace(movements=moves, equipment=things)


RULE = DoseRule(
    id="dose-load",
    sources=("giangregorio-2015", "davenport-2025"),
    adjust=adjust,
    inference="the whole rule: that those rules, which speak of exercises, hold for a load that comes on top of one; "
    "the 5 kg; and that bending, arching and turning a little stays as it was",
)
