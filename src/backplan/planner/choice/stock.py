"""Stock: the exercises that are judged, with what is the same of them whoever they are judged for."""

from collections.abc import Callable, Collection

from backplan.model.exercise import Exercise, by_id

Concerns = Callable[[Exercise], bool]  # whether a rule can say anything of an exercise at all
_MOST = 4  # stocks kept in memory; a command fills one

_known: list["Stock"] = []


class Stock:
    """Exercises in library order, and under their ids; and those that a rule can say anything of, worked out once."""

    def __init__(self, exercises: tuple[Exercise, ...]) -> None:
        self.exercises = exercises
        self.by_id = by_id(exercises)
        self._concerned: dict[Concerns, list[tuple[int, Exercise]]] = {}

    def concerned(self, concerns: Concerns) -> list[tuple[int, Exercise]]:
        """The exercises that are concerned, each with its place in the stock."""
        if concerns not in self._concerned:
            self._concerned[concerns] = [each for each in enumerate(self.exercises) if concerns(each[1])]
        return self._concerned[concerns]


def stock_of(exercises: Collection[Exercise]) -> Stock:
    """The stock of some exercises: the same one for the same tuple, as hundreds of exercises are slow to compare."""
    if not isinstance(exercises, tuple):  # nothing else is sure to stay as it is
        return Stock(tuple(exercises))
    found = next((stock for stock in _known if stock.exercises is exercises), None)
    if found is None:
        found = Stock(exercises)
        _known[:] = [*_known, found][-_MOST:]
    return found
