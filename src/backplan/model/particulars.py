"""Particulars: what a therapist asks of an exercise beyond its sets, repetitions, hold and minutes."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from backplan.model.vocabulary import Side
from backplan.model.wording import span
from backplan.named_tuple import NamedTuple

BANDS = ("tan", "yellow", "red", "green", "blue", "black", "silver", "gold")  # the usual order, from light to heavy
_WEIGHT = r"(\d+(?:[.,]\d+)?) ?(kg|lb)"  # compiled when first asked for


def weight_in(load: str) -> tuple[float, str] | None:
    """The weight that a load is, and its unit; None for a band and for anything else."""
    weight = re.fullmatch(_WEIGHT, load)
    return (float(weight[1].replace(",", ".")), weight[2]) if weight else None


def band_in(load: str) -> int:
    """Which band a load is, by its colour, the lightest as 1; 0 for one without a colour, or with several."""
    places = [place for place, colour in enumerate(BANDS, 1) if colour in load.lower().split()]
    return places[0] if len(places) == 1 else 0


def with_band(load: str, band: int) -> str:
    """A load in the words it was written in, with the colour of another band."""
    return " ".join(BANDS[band - 1] if word.lower() in BANDS else word for word in load.split())


class Particulars(NamedTuple):
    """What is asked of an exercise beyond its plain dose; all of it is told beside the dose wherever that is told.

    ``each_set`` are the repetitions of each set where they differ; ``effort`` goes from 0 to 10.
    """

    each_set: tuple[int, ...] = ()
    times_a_day: int | None = None
    side: Side | None = None
    rest_s: int | None = None  # between sets
    tempo: str | None = None  # seconds of each part of a repetition: 3-1-3
    load: str | None = None
    effort: int | None = None
    circuit: str | None = None  # what stands in one circuit has one name

    @property
    def tempo_s(self) -> int:
        """Seconds of a repetition at the tempo; 0 without one."""
        return sum(map(int, self.tempo.split("-"))) if self.tempo else 0

    def weight(self, unit: str) -> float:
        """The load as a number of kg or lb; 0 where it is none in that unit."""
        many, own = (self.load and weight_in(self.load)) or (0.0, unit)
        return many if own == unit else 0.0

    @property
    def band(self) -> int:
        """Which band the load is, the lightest as 1; 0 where it is none that is told by its colour."""
        return band_in(self.load or "")

    @property
    def times(self) -> int:
        """How many times on a day it is done that has it; once where nobody said."""
        return self.times_a_day or 1

    @property
    def daily(self) -> str:
        """How many times on a day, as people say it; nothing where that is not asked."""
        words = {None: "", 1: "once a day", 2: "twice a day"}
        return words.get(self.times_a_day, f"{self.times_a_day} times a day")

    def words(self) -> str:
        """All but the repetitions of each set in a line, as people say it; nothing where nothing is asked."""
        return ", ".join(self._parts())

    def _parts(self) -> Iterator[str]:
        """What is asked besides the dose, each part in words, in the order in which it is told."""
        if self.side:
            yield f"{self.side} side only"
        if self.load:
            yield f"with {self.load}"
        if self.tempo:
            yield f"tempo {self.tempo}"
        if self.effort is not None:
            yield f"effort {self.effort} of 10"
        if self.rest_s is not None:
            yield f"rest {span(self.rest_s)} between sets"
        if self.circuit:
            yield f"circuit {self.circuit}, a set of each in turn"
        if self.times_a_day:
            yield self.daily

    def as_dict(self) -> dict[str, object]:
        """What is asked, as JSON; nothing of what is not."""
        fields = {key: value for key, value in self._asdict().items() if value is not None and value != ()}
        return {key: list(value) if isinstance(value, tuple) else value for key, value in fields.items()}

    @classmethod
    def of(cls, doc: Mapping[str, Any]) -> "Particulars":
        """What a JSON object asks; its other keys are passed over."""
        fields = {key: doc[key] for key in cls._fields if doc.get(key) is not None}
        return cls(**{**fields, "each_set": tuple(fields.get("each_set", ()))})


PLAIN = Particulars()
