"""Programme: one exercise a slot, chosen once and kept from week to week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta

from backplan.model.case import Case
from backplan.model.exercise import Exercise, by_id, ladder
from backplan.model.prescription import Prescribed
from backplan.model.slots import CORE, CORE_MORE, STRENGTH, WATER
from backplan.model.vocabulary import Modality, Place, Slot
from backplan.planner.choice.select import Selection
from backplan.rules.target import core, strength
from backplan.rules.target.prescribed import UNSAID

FLOWING: tuple[Modality, ...] = ("pilates", "yoga", "gyrotonic-style")


def choose(selection: Selection, previous: Mapping[str, str]) -> dict[str, str]:
    """The exercise of each slot, on land and in the water; a slot nothing may fill is missing.

    An exercise of last week stays while it is allowed, needs no new care and was not swapped away.
    """
    known = by_id(selection.allowed)
    chosen: dict[str, str] = {}
    own_days = _own_days(selection, known)
    for block, prefix in (("core", ""), ("strength", ""), ("water", WATER)):
        slots = CORE + CORE_MORE if block == "core" else STRENGTH if block == "strength" else CORE + STRENGTH
        for slot in slots:
            used = _ladders(chosen, known, prefix) | (frozenset() if prefix else own_days)
            candidates = _candidates(selection, block, slot, used)
            if not candidates:
                continue
            kept = _kept(previous.get(prefix + slot), candidates, selection)
            chosen[prefix + slot] = (kept or min(candidates, key=lambda e: _choice_key(e, selection))).id
    return chosen


def _own_days(selection: Selection, known: Mapping[str, Exercise]) -> frozenset[str]:
    """The partners on the ladders of prescribed exercises: the week holds one rung of each."""
    asked = [key for key in selection.case.prescribed if key in known]
    return frozenset(rung for key in asked for rung in ladder(key, known)) - frozenset(asked)


def _choice_key(exercise: Exercise, selection: Selection) -> tuple[object, ...]:
    """The order of choice; among the flowing kinds not told apart by liking, Pilates first (owen-2020); above the
    basic level, strength with the load a person owns before strength without.
    """
    care, swapped, prescribed, liked, favoured, distance, rank, key = selection.choice_key(exercise)
    kind = FLOWING.index(exercise.modality) if exercise.modality in FLOWING else 0
    beginner = selection.case.level_for(exercise.slot) == "basic"
    unloaded = not beginner and exercise.block == "strength" and not exercise.takes_load
    lying = exercise.block == "strength" and not exercise.upright  # strength is done standing, before the way down
    return (care, swapped, prescribed, liked, favoured, kind, unloaded, lying, distance, rank, key)


def _candidates(selection: Selection, block: str, slot: Slot, used: frozenset[str]) -> list[Exercise]:
    place: Place = "pool" if block == "water" else "home"
    found = [
        exercise
        for exercise in selection.allowed
        if exercise.block == block
        and exercise.slot == slot
        and "main" in exercise.use
        and selection.can_be_done_at(exercise, place)
        and (block == "water" or not rationed(exercise, selection.case))
    ]
    fresh = [exercise for exercise in found if exercise.id not in used]
    return fresh if block == "water" else fresh or found  # one visit to a pool never holds two rungs of a ladder


def _ladders(chosen: Mapping[str, str], known: Mapping[str, Exercise], prefix: str) -> frozenset[str]:
    """The ids on the ladders of what is chosen so far in the same place: no two rungs of one in a week."""
    found: set[str] = set()
    for slot, key in chosen.items():
        if slot.startswith(WATER) == bool(prefix):
            found |= ladder(key, known)
    return frozenset(found)


def _kept(previous: str | None, candidates: Iterable[Exercise], selection: Selection) -> Exercise | None:
    if previous is None or previous in selection.swapped:
        return None
    asked = selection.case.prescribed - selection.swapped
    if previous not in asked and any(exercise.id in asked for exercise in candidates):
        return None
    plain = any(exercise.id not in selection.care for exercise in candidates)
    if plain and previous in selection.care:
        return None
    return next((exercise for exercise in candidates if exercise.id == previous), None)


def rationed(exercise: Exercise, case: Case) -> bool:
    """Whether an exercise was prescribed on fewer days than its slot is worked, or not to the end of the week: it then
    never keeps the slot.
    """
    asked = case.prescription.item_for(exercise.id)
    return asked is not None and (ends_early(asked, case) or (asked.per_week or 7) < slot_days(exercise))


def ends_early(asked: Prescribed, case: Case) -> bool:
    """Whether something prescribed ends before the week does."""
    return asked.until is not None and asked.until < case.on + timedelta(days=6 - case.on.weekday())


def days_a_week(asked: Prescribed, exercise: Exercise | None) -> int:
    """The days a week on which something prescribed is laid out: as said, else as many as its slot is never worked
    under, so that the rest of the week keeps its place.
    """
    worked = slot_days(exercise) if exercise else 0
    floor = {core.SESSIONS: core.RULE.floor, strength.SESSIONS: strength.RULE.floor}.get(worked)
    return asked.per_week or floor or UNSAID


def slot_days(exercise: Exercise) -> int:
    """The days a week that the slot of an exercise is worked at the most."""
    if exercise.slot in (*CORE, *CORE_MORE):
        return core.SESSIONS
    return strength.SESSIONS if exercise.slot in STRENGTH else 0
