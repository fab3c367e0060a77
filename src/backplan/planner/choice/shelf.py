"""Shelf: the exercises that are judged, with what is the same of them whoever they are judged for."""

from collections.abc import Callable, Collection

from backplan.model.exercise import Exercise, by_id

Concerns = Callable[[Exercise], bool]  # whether a rule can say anything of an exercise at all
_MOST = 4  # shelves kept in memory; a command fills one

_known: list["Shelf"] = []


class Shelf:
    """Exercises in library order, and under their ids; and those that a rule can say anything of, worked out once."""

    def __init__(self, exercises: tuple[Exercise, ...]) -> None:
        self.exercises = exercises
        self.by_id = by_id(exercises)
        self._concerned: dict[Concerns, list[tuple[int, Exercise]]] = {}

    def concerned(self, concerns: Concerns) -> list[tuple[int, Exercise]]:
        """The exercises that are concerned, each with its place on the shelf."""
        if concerns not in self._concerned:
            self._concerned[concerns] = [each for each in enumerate(self.exercises) if concerns(each[1])]
        return self._concerned[concerns]


def shelf_of(exercises: Collection[Exercise]) -> Shelf:
    """The shelf of some exercises: the same one for the same tuple, as hundreds of exercises are slow to compare."""
    if not isinstance(exercises, tuple):  # nothing else is sure to stay as it is
        return Shelf(tuple(exercises))
    found = next((shelf for shelf in _known if shelf.exercises is exercises), None)
    if found is None:
        found = Shelf(exercises)
        _known[:] = [*_known, found][-_MOST:]
    return found
