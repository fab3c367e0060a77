"""Dry: what somebody said of water who has no pool, so that their week holds none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.vocabulary import EQUIPMENT_MEANS, WATER_GEAR
from backplan.model.wording import spaced
from backplan.named_tuple import NamedTuple
from backplan.rules.exclusion.water import in_water

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backplan.model.exercise import Exercise
    from backplan.model.person import Person
    from backplan.model.vocabulary import Condition, Equipment

ON_LAND_TOO: frozenset[Equipment] = frozenset({"step", "ankle-weights"})
BARRED: frozenset[Condition] = frozenset({"fear-of-water", "open-wound", "no-pool"})


class Dry(NamedTuple):
    """What was said of water, in words, and the things that the person has."""

    answers: tuple[str, ...]
    equipment: tuple[Equipment, ...]


def newly_dry(now: Person, before: Person | None, exercises: Sequence[Exercise]) -> Dry | None:
    """What is said of water by somebody without a pool; None where it was said so before, where nothing is, or where a
    condition keeps them out of the water anyway.
    """
    of_now = of_water(now, exercises)
    if now.unfinished or not of_now or (before is not None and of_now == of_water(before, exercises)):
        return None
    return Dry(of_now, now.equipment)


def of_water(person: Person, exercises: Sequence[Exercise]) -> tuple[str, ...]:
    """What of somebody's answers is of the water, in words, if they have no pool; nothing where they have one."""
    if person.has_pool or not BARRED.isdisjoint(person.conditions):
        return ()
    days = ("days for the pool",) if person.pool_days else ()
    swims = ("how long you swim",) if "swim" in (person.tolerance or {}) else ()
    owned = {*person.equipment, *(thing for things in (person.places or {}).values() for thing in things)}
    gear = sorted(owned & WATER_GEAR - ON_LAND_TOO)
    liked = tuple(spaced(like) for like in person.likes if _wet(like, exercises))
    return (*days, *swims, *(EQUIPMENT_MEANS[thing] for thing in gear), *liked)


def _wet(like: str, exercises: Sequence[Exercise]) -> bool:
    """Whether all that somebody likes by a word is done in the water."""
    meant = [each for each in exercises if like in (each.id, each.modality)]
    return bool(meant) and all(map(in_water, meant))
