"""Select: which exercises may this person be given, which need care, and why the others are left out."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from backplan.model.case import Case
from backplan.model.exercise import Exercise, by_id
from backplan.model.vocabulary import LEVELS, Equipment, Level, Place, Slot
from backplan.model.week import Item
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.dose import percent_of_time
from backplan.planner.choice.stock import Stock, stock_of
from backplan.rules.exclusion import EXCLUSIONS
from backplan.rules.favour import FAVOURS
from backplan.rules.plan_kinds import Exclusion
from backplan.rules.precaution import PRECAUTIONS, only_if_needed


class Selection(NamedTuple):
    """The allowed exercises in library order, under their ids, and under the slots that they may fill; the care some
    need; and the reasons of every rule for the others.
    """

    case: Case
    allowed: tuple[Exercise, ...]
    by_id: dict[str, Exercise]
    for_slot: Mapping[Slot, Sequence[Exercise]]
    care: Mapping[str, str]
    left_out: Mapping[str, tuple[tuple[str, str], ...]]
    swapped: frozenset[str] = frozenset()
    favoured: frozenset[str] = frozenset()
    prescribed: frozenset[str] = frozenset()  # by a therapist, whether allowed or not
    things: Mapping[Place, frozenset[Equipment]] = MappingProxyType({})  # what can be used at each place
    percent_of_time: int = 100  # how long exercises take this person, of what they take others
    every: Mapping[str, Exercise] = MappingProxyType({})  # what was judged, by id, whether it is allowed or not

    def height(self, item: Item) -> int:
        """How far down the exercise of an item is done: 0 standing, then seated, on hands and knees, lying."""
        return self.by_id[item.exercise].height

    def liked(self, exercise: Exercise) -> bool:
        """Whether the person named the exercise or its kind as something they like."""
        likes = self.case.person.likes
        return exercise.id in likes or exercise.modality in likes

    def beside(self, exercise: Exercise) -> str | None:
        """What is said beside an exercise: the care it needs, or that the bed does for the floor; None without."""
        return self.care.get(exercise.id) or only_if_needed.on_the_bed(exercise, self.case)

    def choice_key(
        self, exercise: Exercise, level: Level | None = None
    ) -> tuple[bool, bool, bool, bool, bool, int, int, str]:
        """The order of choice: plain before care (a therapist's choice counts as plain), kept before swapped away,
        prescribed, liked, favoured, nearest to a level (None: the own one), rank, id.
        """
        key = exercise.id
        unasked = key not in self.prescribed
        distance = abs(LEVELS.index(level or self.case.level_for(exercise.slot)) - LEVELS.index(exercise.level))
        return (
            unasked and key in self.care,
            key in self.swapped,
            unasked,
            not self.liked(exercise),
            key not in self.favoured,
            distance,
            exercise.rank,
            key,
        )

    def can_be_done_at(self, exercise: Exercise, place: Place) -> bool:
        """Whether a place allows the exercise and has what it needs."""
        return place in exercise.place and self.things[place].issuperset(exercise.equipment)

    def of_slot(self, slot: Slot) -> Iterator[Exercise]:
        """The allowed exercises of a slot of their own, in library order."""
        return (exercise for exercise in self.for_slot.get(slot, ()) if exercise.slot == slot)

    def may_go_by_turns(self, exercise: Exercise) -> bool:
        """Whether an exercise would still be allowed if it were done hard and easy by turns."""
        return not reasons_against(exercise._replace(intervals=True), self.case, speaking(self.case))

    def can_walk(self, place: Place | None = None) -> bool:
        """Whether an aerobic exercise is allowed at all, or at one place."""
        return any(
            "main" in exercise.use and (place is None or place in exercise.place)
            for exercise in self.of_slot("aerobic")
        )


def select(exercises: Collection[Exercise], case: Case, swapped: frozenset[str] = frozenset()) -> Selection:
    """Every exercise judged by every exclusion, precaution and favour."""
    stock = stock_of(exercises)
    barred = _barred(stock, case)
    left_out = {stock.exercises[at].id: tuple(barred[at]) for at in sorted(barred)}
    allowed = tuple([exercise for at, exercise in enumerate(stock.exercises) if at not in barred])
    return Selection(
        case=case,
        allowed=allowed,
        by_id=by_id(allowed),
        for_slot=_for_slots(allowed),
        care=_care(stock, case, barred),
        left_out=left_out,
        swapped=swapped,
        favoured=_favoured(allowed, case),
        prescribed=case.prescribed,
        things=case.things,
        percent_of_time=percent_of_time(case),
        every=stock.by_id,
    )


def _barred(stock: Stock, case: Case) -> dict[int, list[tuple[str, str]]]:
    """The reasons of every rule against the exercises that are left out, by their place in the stock."""
    found = defaultdict[int, list[tuple[str, str]]](list)
    for rule in speaking(case):
        for against, places in stock.objections(rule, case):
            for at in places:
                found[at].append(against)
    return found


def _care(stock: Stock, case: Case, barred: Container[int]) -> dict[str, str]:
    """The care that exercises need which are not left out, by the first precaution that calls for any."""
    found: dict[str, str] = {}
    for rule in PRECAUTIONS:
        for exercise, (at,) in stock.marked(rule.marks, case):
            if at not in barred and exercise.id not in found and (word := rule.check(exercise, case)) is not None:
                found[exercise.id] = word
    return found


def _favoured(allowed: Iterable[Exercise], case: Case) -> frozenset[str]:
    """The exercises that suit what the person has."""
    kinder = [rule for rule in FAVOURS if rule.speaks_of(case)]
    if not kinder:
        return frozenset()
    return frozenset(each.id for each in allowed if any(rule.check(each, case) for rule in kinder))


def _for_slots(allowed: Iterable[Exercise]) -> dict[Slot, list[Exercise]]:
    found = defaultdict[Slot, list[Exercise]](list)
    for exercise in allowed:
        found[exercise.slot].append(exercise)
        if exercise.fills and exercise.fills != exercise.slot:
            found[exercise.fills].append(exercise)
    return dict(found)


def speaking(case: Case) -> list[Exclusion]:
    """The exclusions that may say anything of this person: not those about what they do not have."""
    return [rule for rule in EXCLUSIONS if rule.asked_of(case)]


def reasons_against(
    exercise: Exercise, case: Case, rules: Iterable[Exclusion] = EXCLUSIONS
) -> tuple[tuple[str, str], ...]:
    """Every exclusion that speaks against an exercise, as (rule id, reason)."""
    return tuple([(rule.id, reason) for rule in rules if (reason := rule.check(exercise, case)) is not None])
