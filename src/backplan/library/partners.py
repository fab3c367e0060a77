"""The partners of an exercise (harder, easier, softer): whether they are there and lead the right way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from backplan.model.exercise import Exercise
from backplan.model.vocabulary import LEVELS

WAYS: tuple[tuple[Literal["progression", "regression"], bool], ...] = (
    ("progression", True),
    ("regression", False),
)  # and whether it leads up


class Partners:
    """The partners of some exercises, each held against the others."""

    def __init__(self, by_id: Mapping[str, Exercise]) -> None:
        self._by_id = by_id
        self._circles = {key: _in_circles(key, by_id) for key, _ in WAYS}

    def wrong(self, exercise: Exercise) -> Iterator[tuple[str, str]]:
        """The partners of one of them that are not there or lead the wrong way, by field, with what is wrong."""
        by_id = self._by_id
        for key, up in WAYS:
            partner = getattr(exercise, key)
            if partner is None:
                continue
            if partner not in by_id:
                yield key, f"the {key} {partner} of {exercise.id} is not in the library"
            elif _runs_wrong(exercise, by_id[partner], up):
                way = "easier than" if up else "harder than"
                yield key, f"the {key} {partner} is {way} {exercise.id}"
            elif by_id[partner].status == "excluded":
                yield key, f"the {key} {partner} of {exercise.id} is an exercise that is left out"
            elif exercise.id in self._circles[key]:
                yield key, f"the {key} of {exercise.id} runs in a circle"
        yield from _wrong_instead(exercise, by_id)


def _in_circles(way: Literal["progression", "regression"], by_id: Mapping[str, Exercise]) -> frozenset[str]:
    """The ids that one comes back to on going on from them; each exercise is gone by once, however long the ladders."""
    found, gone = set[str](), set[str]()
    for start in by_id:
        path: dict[str, int] = {}
        step: str | None = start
        while step is not None and step in by_id and step not in gone:
            gone.add(step)
            path[step] = len(path)
            step = getattr(by_id[step], way)
        if step in path:
            found.update([*path][path[step] :])
    return frozenset(found)


def _wrong_instead(exercise: Exercise, by_id: Mapping[str, Exercise]) -> Iterator[tuple[str, str]]:
    if exercise.impact == "high" and exercise.instead is None:
        yield (
            "impact",
            f"{exercise.id} lands hard, so it needs 'instead:', the low-impact exercise that does the same job",
        )
    if exercise.instead is not None:
        other = by_id.get(exercise.instead)
        if other is None:
            yield "instead", f"the exercise {exercise.instead}, given instead of {exercise.id}, is not in the library"
        elif other.impact == "high" or other.status == "excluded":
            yield "instead", f"{exercise.instead}, given instead of {exercise.id}, is left out itself"


def _runs_wrong(exercise: Exercise, partner: Exercise, up: bool) -> bool:
    here, there = LEVELS.index(exercise.level), LEVELS.index(partner.level)
    return there < here if up else there > here
