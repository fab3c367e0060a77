"""The leg's story: how far down the leg pain went at first, each step further down, and where it goes now."""

from __future__ import annotations

from datetime import date

from backplan.model.person import Person
from backplan.model.vocabulary import LEGS, Leg
from backplan.named_tuple import NamedTuple
from backplan.rules.screening.legs import leg_words

LegWord = tuple[date, Leg]


class LegTold(NamedTuple):
    """How far down the leg pain goes: as first and last said, and the days on which it first went further than ever."""

    first: LegWord
    further: tuple[LegWord, ...]
    latest: LegWord

    @property
    def furthest(self) -> LegWord:
        """The day on which it first went as far down as it ever did."""
        return (self.first, *self.further)[-1]

    def as_dict(self) -> dict[str, object]:
        """The leg's story as JSON."""
        ends = {"first": self.first, "latest": self.latest, "furthest": self.furthest}
        document = {key: _as_dict(word) for key, word in ends.items()}
        return {**document, "further": [_as_dict(word) for word in self.further]}


def leg_told(person: Person, today: date) -> LegTold | None:
    """The leg's story up to a day; None where pain never went down a leg."""
    words = leg_words(person, today)
    if not any(depth for _, depth in words):
        return None
    first, latest = ((on, LEGS[depth]) for on, depth in (words[0], words[-1]))
    return LegTold(first, tuple(_further(words)), latest)


def _further(words: list[tuple[date, int]]) -> list[LegWord]:
    """The words that go further down than all before them."""
    found: list[LegWord] = []
    most = words[0][1]
    for on, depth in words:
        if depth > most:
            found, most = [*found, (on, LEGS[depth])], depth
    return found


def _as_dict(word: LegWord) -> dict[str, str]:
    return {"date": word[0].isoformat(), "leg": word[1]}
