"""Stock: the exercises that are judged, with what is the same of them whoever they are judged for."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from backplan.model.case import Case
from backplan.model.exercise import Exercise, by_id
from backplan.named_tuple import NamedTuple
from backplan.rules.plan_kinds import Exclusion, Marks

_MOST = 4  # stocks kept in memory; a command fills one

_stocks: list["Stock"] = []


class JudgedAlike(NamedTuple):
    """An exercise that a rule is asked about, and the places in the stock of all that it says the same of."""

    exercise: Exercise
    places: Sequence[int]


class Objection(NamedTuple):
    """What a rule says against exercises: its id and the reason, and their places in the stock."""

    against: tuple[str, str]
    places: Sequence[int]


class Stock:
    """Exercises in library order, under their ids, and under what they are liked as (``called``); the ids of those that
    are aerobic, or balance; and those that a rule can say anything of, worked out once.
    """

    def __init__(self, exercises: tuple[Exercise, ...]) -> None:
        self.exercises = exercises
        self.by_id = by_id(exercises)
        self.aerobic = frozenset(each.id for each in exercises if each.slot == "aerobic")
        self.balance = frozenset(each.id for each in exercises if each.slot == "balance")
        self.called = _called(exercises)
        self._each = [JudgedAlike(exercise, (at,)) for at, exercise in enumerate(exercises)]
        self._concerned: dict[tuple[object, object], Sequence[JudgedAlike]] = {}
        self._marked: dict[Marks, dict[str, list[int]]] = {}
        self._objections: dict[str, tuple[object, Sequence[Objection]]] = {}

    def objections(self, rule: Exclusion, case: Case) -> Sequence[Objection]:
        """What a rule says against exercises for a person; as before, where it reads the same of them."""
        if rule.reads is None:
            return self._objections_for(rule, case)
        read = rule.reads(case)
        if rule.id not in self._objections or self._objections[rule.id][0] != read:
            self._objections[rule.id] = (read, self._objections_for(rule, case))
        return self._objections[rule.id][1]

    def _objections_for(self, rule: Exclusion, case: Case) -> Sequence[Objection]:
        check, asked = rule.check, self._asked(rule, case)
        found = ((check(exercise, case), places) for exercise, places in asked)
        return [Objection((rule.id, reason), places) for reason, places in found if reason is not None]

    def _asked(self, rule: Exclusion, case: Case) -> Iterable[JudgedAlike]:
        """What a rule is asked about for a person: exercises that concern it, of those alike one."""
        if rule.marks:
            return self.marked(rule.marks, case)
        key = (rule.concerns, rule.alike)
        if key not in self._concerned:
            self._concerned[key] = self._concerning(rule)
        return self._concerned[key]

    def _concerning(self, rule: Exclusion) -> Sequence[JudgedAlike]:
        concerned = [each for each in self._each if rule.concerns(each.exercise)]
        if rule.alike is None:
            return concerned
        same: dict[object, list[int]] = {}
        for exercise, places in concerned:
            same.setdefault(rule.alike(exercise), []).extend(places)
        return [JudgedAlike(self.exercises[places[0]], places) for places in same.values()]

    def marked(self, marks: Marks, case: Case) -> list[JudgedAlike]:
        """The exercises with a mark that counts for a person, in library order."""
        if marks not in self._marked:
            self._marked[marks] = self._by_mark(marks.of)
        under = self._marked[marks]
        return [self._each[at] for at in sorted({at for mark in marks.here(case) for at in under.get(mark, ())})]

    def _by_mark(self, marks_of: Callable[[Exercise], Iterable[str]]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, exercise in enumerate(self.exercises):
            for mark in marks_of(exercise):
                found.setdefault(mark, []).append(at)
        return found


def _called(exercises: Iterable[Exercise]) -> Mapping[str, Sequence[Exercise]]:
    """Exercises under their ids and their kinds."""
    found = defaultdict[str, list[Exercise]](list)
    for exercise in exercises:
        for name in {exercise.id, exercise.modality}:
            found[name].append(exercise)
    return dict(found)


def stock_of(exercises: Collection[Exercise]) -> Stock:
    """The stock of some exercises: the same one for the same tuple, as hundreds of exercises are slow to compare."""
    if not isinstance(exercises, tuple):  # nothing else is sure to stay as it is
        return Stock(tuple(exercises))
    found = next((stock for stock in _stocks if stock.exercises is exercises), None)
    if found is None:
        found = Stock(exercises)
        _stocks[:] = [*_stocks, found][-_MOST:]
    return found
