"""What to have ready before a session, so that nobody has to get up from the floor again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.card import NO_CARD
from backplan.model.particulars import BANDS, band_in, weight_in
from backplan.model.vocabulary import EQUIPMENT_MEANS, GRANTED, ON_THE_BED
from backplan.model.wording import spaced

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backplan.model.vocabulary import Equipment, Place
    from backplan.model.week import Day, Week

AT_HAND: Mapping[Equipment, str] = {
    "shoes": "steady shoes",
    "wall": "a free bit of wall",
    "doorway": "a doorway",
    "counter": "a kitchen counter",
    "chair": "a steady chair",
    "mat": "a mat or folded blanket",
    "towel": "a towel",
    "pillow": "a pillow",
}  # in the order that one fetches and finds them in
WORN_OR_THERE: frozenset[Equipment] = frozenset({"pool", "gym", "stairs", "court", "pitch"})
THERE: Mapping[Place, str] = {"pool": "your swimming things", "gym": "your things for the gym"}


IN_HAND: frozenset[Equipment] = frozenset({"band", "dumbbells", "kettlebell"})  # what a load stands in the place of

ON_THE_FLOOR: frozenset[Equipment] = frozenset({"mat"})  # what the bed does for, where the floor is out of reach


def ready(day: Day, shown: Week) -> str:
    """What a day's sessions and the minutes beside them ask for, in words: where one goes, what one takes, with the
    loads that a therapist named, what stands about at home.
    """
    blocks = day.everything() if day.sessions else ()
    needs: set[Equipment] = set()
    loads: list[str] = []
    for item in (item for block in blocks for item in block.items):
        load = item.dose.particulars.load
        of_item = frozenset(shown.cards.get(item.exercise, NO_CARD).needs)
        of_item -= ON_THE_FLOOR if ON_THE_BED in (item.caution or "") else set()
        needs |= of_item - IN_HAND if load else of_item
        loads += [_load(load)] if load else []
    found = [THERE[place] for place in dict.fromkeys(session.place for session in day.sessions) if place in THERE]
    found += [EQUIPMENT_MEANS.get(need, spaced(need)) for need in sorted(needs - GRANTED - WORN_OR_THERE)]
    return ", ".join([*found, *dict.fromkeys(loads), *(words for need, words in AT_HAND.items() if need in needs)])


def _load(load: str) -> str:
    """A load as something to fetch: a red band, a weight of 5 kg; what is neither as it was written."""
    if weight_in(load):
        return f"a weight of {load}"
    return f"a {load}" if band_in(load) and load.lower().startswith(BANDS) else load
