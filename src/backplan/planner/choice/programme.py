"""Programme: one exercise a slot, chosen once and kept from week to week."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta
from types import MappingProxyType

from backplan.model.case import Case
from backplan.model.exercise import Exercise, ladder
from backplan.model.prescription import Prescribed
from backplan.model.slots import CORE, CORE_MORE, STRENGTH, WATER
from backplan.model.vocabulary import LEVELS, Modality, Place, Slot
from backplan.planner.choice.select import Selection
from backplan.rules.target import core, strength
from backplan.rules.target.prescribed import UNSAID

FLOWING: tuple[Modality, ...] = ("pilates", "yoga", "gyrotonic-style")
LEAST_LIKED = 2  # liked exercises of core and strength in a week where so many are allowed; our own inference
ORDER_OF_YIELDING: tuple[Slot, ...] = (*reversed(CORE_MORE), *CORE, *STRENGTH)


def choose(
    selection: Selection, previous: Mapping[str, str], rungs: Mapping[str, int] = MappingProxyType({})
) -> dict[str, str]:
    """The exercise of each slot, on land and in the water; a slot nothing may fill is missing.

    An exercise of last week stays while it is allowed, needs no new care and was not swapped away; where fewer than two
    that the person likes are among them, liked ones may take the place of others that have not climbed: ``rungs`` says
    how far each has. Where only easy work is given, nothing has a slot.
    """
    if selection.case.easy_only:
        return {}
    by_id = selection.by_id
    chosen: dict[str, str] = {}
    yielding = _yielding(selection, by_id, previous, rungs)
    taken = {"": set(_own_days(selection, by_id)), WATER: set[str]()}  # rungs of ladders that the week holds already
    for block, prefix in (("core", ""), ("strength", ""), ("water", WATER)):
        slots = CORE + CORE_MORE if block == "core" else STRENGTH if block == "strength" else CORE + STRENGTH
        for slot in slots:
            before = previous.get(prefix + slot)
            found = _candidates(selection, block, slot, taken[prefix], before)
            held = {*chosen.values()}
            candidates = [exercise for exercise in found if exercise.id not in held]
            if not candidates:
                continue
            kept = _kept(before, candidates, selection, yields=prefix + slot in yielding)
            chosen[prefix + slot] = key = (kept or min(candidates, key=lambda e: _choice_key(e, selection))).id
            taken[prefix] |= ladder(key, by_id)
    return chosen


def in_place_of(key: str, selection: Selection, programme: Mapping[str, str]) -> tuple[Exercise, ...]:
    """What may take the first slot of an exercise beside the rest of a programme, in the order of choice: what was
    swapped away before comes last. Nothing where it has no slot.
    """
    held = next((slot for slot, held in programme.items() if held == key), None)
    if held is None:
        return ()
    by_id, prefix = selection.by_id, WATER if held.startswith(WATER) else ""
    others = {slot: other for slot, other in programme.items() if slot != held}
    block = "water" if prefix else "strength" if held in STRENGTH else "core"
    slot = next(each for each in (*CORE, *CORE_MORE, *STRENGTH) if prefix + each == held)
    used = _ladders(others, by_id, prefix) | (frozenset() if prefix else _own_days(selection, by_id))
    found = _candidates(selection, block, slot, used, None)
    free = [exercise for exercise in found if exercise.id != key and exercise.id not in others.values()]
    return tuple(sorted(free, key=lambda exercise: _choice_key(exercise, selection)))


def _own_days(selection: Selection, by_id: Mapping[str, Exercise]) -> frozenset[str]:
    """The partners on the ladders of prescribed exercises: the week holds one rung of each."""
    asked = [key for key in selection.case.prescribed if key in by_id]
    return frozenset(rung for key in asked for rung in ladder(key, by_id)) - frozenset(asked)


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


def _yielding(
    selection: Selection, by_id: Mapping[str, Exercise], previous: Mapping[str, str], rungs: Mapping[str, int]
) -> frozenset[str]:
    """The slots of last week's core and strength that a liked exercise may take, the freest first: as many as it lacks
    of two liked ones. What has climbed keeps its slot, be it as a harder partner that has just come; of back, abdominal
    and side any that is past the basic level does.
    """
    held = {slot: by_id[key] for slot, key in previous.items() if key in by_id and not slot.startswith(WATER)}
    lacking = LEAST_LIKED - sum(map(selection.liked, held.values()))
    if lacking <= 0 or not selection.case.person.likes:
        return frozenset()
    others = [slot for slot, exercise in held.items() if not selection.liked(exercise)]
    fixed = selection.case.prescribed | rungs.keys()
    free = [slot for slot in others if held[slot].id not in fixed and (slot not in CORE or _basic(held[slot]))]
    may = [slot for slot in ORDER_OF_YIELDING if slot in free and _has_liked(selection, slot)]
    return frozenset(may[:lacking])


def _basic(exercise: Exercise) -> bool:
    """Whether an exercise is of the lowest level."""
    return exercise.level == LEVELS[0]


def _has_liked(selection: Selection, slot: Slot) -> bool:
    """Whether something plain that the person likes may fill a slot on land."""
    block = "strength" if slot in STRENGTH else "core"
    return any(_liked_and_plain(e, selection) for e in _candidates(selection, block, slot, frozenset(), None))


def _liked_and_plain(exercise: Exercise, selection: Selection) -> bool:
    """Whether the person likes an exercise that needs no care and was not swapped away."""
    return selection.liked(exercise) and exercise.id not in selection.care and exercise.id not in selection.swapped


def _competes(exercise: Exercise, slot: Slot, selection: Selection) -> bool:
    """Whether an exercise may fill a slot that is not its own: it trains the same, and is plain, liked, and of the
    person's level.
    """
    level = selection.case.level_for(slot)
    return exercise.fills == slot and exercise.level == level and _liked_and_plain(exercise, selection)


def _fills(exercise: Exercise, slot: Slot, selection: Selection, before: str | None) -> bool:
    """Whether an exercise is one for a slot: its own, or one that is liked and trains the same, or did so last week."""
    if exercise.slot == slot or exercise.fills != slot:
        return exercise.slot == slot
    stays = exercise.id == before and _liked_and_plain(exercise, selection)
    return stays or _competes(exercise, slot, selection)


def _candidates(
    selection: Selection, block: str, slot: Slot, used: Collection[str], before: str | None
) -> list[Exercise]:
    place: Place = "pool" if block == "water" else "home"
    found = [
        exercise
        for exercise in selection.for_slot.get(slot, ())
        if exercise.block == block
        and "main" in exercise.use
        and _fills(exercise, slot, selection, before)
        and selection.can_be_done_at(exercise, place)
        and (block == "water" or not rationed(exercise, selection.case))
    ]
    fresh = [exercise for exercise in found if exercise.id not in used]
    return fresh if block == "water" else fresh or found  # one visit to a pool never holds two rungs of a ladder


def _ladders(chosen: Mapping[str, str], by_id: Mapping[str, Exercise], prefix: str) -> frozenset[str]:
    """The ids on the ladders of what is chosen so far in the same place: no two rungs of one in a week."""
    found: set[str] = set()
    for slot, key in chosen.items():
        if slot.startswith(WATER) == bool(prefix):
            found |= ladder(key, by_id)
    return frozenset(found)


def _kept(
    previous: str | None, candidates: Iterable[Exercise], selection: Selection, *, yields: bool
) -> Exercise | None:
    if previous is None or previous in selection.swapped:
        return None
    if yields and any(_liked_and_plain(exercise, selection) for exercise in candidates):
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
    never keeps the slot; nor where certain days were named, or a circuit.
    """
    asked = case.prescription.item_for(exercise.id)
    if asked is None:
        return False
    apart = bool(asked.days) or asked.alternate or asked.particulars.circuit is not None
    return apart or ends_early(asked, case) or (asked.most_days or 7) < slot_days(exercise)


def ends_early(asked: Prescribed, case: Case) -> bool:
    """Whether something prescribed ends before the week does."""
    return asked.until is not None and asked.until < case.on + timedelta(days=6 - case.on.weekday())


def days_a_week(asked: Prescribed, exercise: Exercise | None) -> int:
    """The days a week on which something prescribed is laid out: as said, of a range the most; else as many as its slot
    is never worked under, so that the rest of the week keeps its place.
    """
    worked = slot_days(exercise) if exercise else 0
    floor = {core.SESSIONS: core.RULE.floor, strength.SESSIONS: strength.RULE.floor}.get(worked)
    return asked.most_days or floor or UNSAID


def slot_days(exercise: Exercise) -> int:
    """The days a week that the slot of an exercise is worked at the most."""
    if exercise.slot in (*CORE, *CORE_MORE):
        return core.SESSIONS
    return strength.SESSIONS if exercise.slot in STRENGTH else 0
