"""The leg's story: how far down the leg pain went at first, goes now, and went at its furthest."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from backplan.model.person import Person
from backplan.model.vocabulary import LEGS, Leg
from backplan.rules.screening.legs import told


class LegTold(NamedTuple):
    """How far down the leg pain goes: as first and last said, and the furthest, each with its day."""

    first: tuple[date, Leg]
    latest: tuple[date, Leg]
    furthest: tuple[date, Leg]

    def as_dict(self) -> dict[str, object]:
        """The leg's story as JSON."""
        return {key: {"date": on.isoformat(), "leg": leg} for key, (on, leg) in self._asdict().items()}


def leg_told(person: Person, today: date) -> LegTold | None:
    """The leg's story up to a day; None where pain never went down a leg."""
    words = told(person, today)
    if not any(depth for _, depth in words):
        return None
    furthest = max(words, key=lambda word: word[1])
    first, latest, most = ((on, LEGS[depth]) for on, depth in (words[0], words[-1], furthest))
    return LegTold(first, latest, most)
