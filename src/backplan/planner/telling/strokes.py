"""Strokes: what is said of swimming where every stroke that somebody swims has to wait."""

from __future__ import annotations

from backplan.model.exercise import Exercise
from backplan.model.wording import spaced
from backplan.planner.layout.laid import Laid

WAITS = (
    "You swim {strokes} alone, which waits for now (`backplan why {first}`); until then the pool is for walking and "
    "moving in the water. Another stroke, or your physiotherapist's word (`backplan prescribe`), brings it sooner."
)


def waiting_strokes(laid: Laid) -> str:
    """In the first week, that swimming waits, where the pool is in the plan and no stroke that was named is."""
    person, allowed = laid.question.case.person, laid.question.selection.allowed
    if not person.strokes or not person.swim or laid.question.case.programme_week != 1:
        return ""
    mine = [each for each in laid.standing.request.exercises if each.stroke in person.strokes]
    swims = not laid.question.selection.by_id.keys().isdisjoint(each.id for each in mine)
    if not mine or swims or not any(map(_in_the_pool, allowed)):
        return ""
    return WAITS.format(strokes=" and ".join(spaced(stroke) for stroke in person.strokes), first=mine[0].id)


def _in_the_pool(exercise: Exercise) -> bool:
    return exercise.slot == "aerobic" and "pool" in exercise.place
