"""Core and strength: the blocks of one person's week in all their sizes, with the prescribed exercises of a day."""

from collections.abc import Mapping, Sequence

from backplan.model.exercise import Exercise
from backplan.model.slots import CORE, CORE_MORE, STRENGTH, WATER
from backplan.model.vocabulary import Slot
from backplan.model.week import DayBlock, Item
from backplan.named_tuple import NamedTuple
from backplan.planner.choice import dose as dosing
from backplan.planner.choice.select import Selection
from backplan.planner.day.frame import item_of, total_seconds
from backplan.planner.day.how_hard import how_hard, load_of
from backplan.planner.day.therapy import NOTHING, Portion, Therapy
from backplan.rules.target import balance_days

WHY_SLOT: Mapping[str, str] = {
    "back": "Core: strengthens the back.",
    "abdominal": "Core: strengthens the front of the trunk.",
    "side": "Core: strengthens the sides of the trunk.",
    "hip": "Core: steadies the hips, which carry the back.",
    "choice": "Core: a flowing exercise (Pilates, yoga or gyrotonic-style).",
    "lower": "Strength for the legs, so that the rest of the body is not neglected.",
    "push": "Strength for pushing.",
    "pull": "Strength for pulling.",
    "balance": "Strength for ankles and hips, and practice in keeping steady.",
}
WHY_STEADY = "Keeps you steady on your feet."  # where balance is asked for


# The most rounds a day may hold, from which week of the programme on; our own inference (docs/planning.md).
MOST_ROUNDS = 3
CORE_ROUNDS = ((MOST_ROUNDS, 6), (2, 0))
STRENGTH_ROUNDS = ((MOST_ROUNDS, 8), (2, 3), (1, 0))


class Variant(NamedTuple):
    """A core or strength block in one size: its items, seconds and sets, and how many rounds of its slots and sets of
    hip and choice these make; and its sets of balance, where balance is asked for.
    """

    items: tuple[Item, ...] = ()
    seconds: int = 0
    sets: int = 0
    rounds: int = 0
    more: int = 0
    balance: int = 0


NO_WORK = Variant()


class CoreAndStrength:
    """The core and strength blocks of one person's week; each size is worked out once."""

    def __init__(
        self,
        selection: Selection,
        programme: Mapping[str, str],
        therapy: Therapy,
        most_sets: Mapping[str, int] | None,
    ) -> None:
        self._selection = selection
        self._case = selection.case
        self._programme = programme
        self._most_sets = most_sets
        self._by_id = selection.by_id
        self._doses = {each.exercise.id: each.item for each in therapy.regular}
        self._steadies = bool(balance_days.RULE.ask(self._case))
        self._kept: dict[tuple[str, frozenset[str]], list[Variant]] = {}
        self._items: dict[tuple[str, int], Item] = {}
        self._filled_by = {key: slot.removeprefix(WATER) for slot, key in programme.items()}

    @property
    def exercises(self) -> frozenset[str]:
        """The exercises that fill the slots."""
        return frozenset(self._programme.values())

    def starts_standing(self, portion: Portion = NOTHING) -> bool:
        """Whether the core begins upright, so that nobody warms up on the floor, stands up, and goes down again."""
        slots = [slot for slot in (*CORE, *CORE_MORE) if slot in self._programme]
        programmed = (self._by_id[self._programme[slot]] for slot in slots)
        return any(exercise.upright for exercise in (*programmed, *(part.exercise for part in portion.work)))

    def cores(self, prefix: str = "", portion: Portion = NOTHING) -> list[Variant]:
        """Core blocks from least to most: back, abdominal and side, then hip and a choice, in one to three rounds, and
        whatever else a therapist wants of the core that day.
        """
        key = (f"core{prefix}", portion.ids)
        if key not in self._kept:
            least = [slot for slot in CORE if prefix + slot in self._programme]
            plain = bool(prefix) or self._case.kind.gentle  # in the water, and in a flare, the three alone
            more = [] if plain else [slot for slot in CORE_MORE if slot in self._programme]
            asked = [slot for slot in more if self._programme[slot] in self._case.prescribed]
            more = [slot for slot in more if slot not in asked]
            more.sort(key=lambda slot: not self._selection.liked(self._by_id[self._programme[slot]]))
            sizes = [least + asked + more[:many] for many in (0, 1, 2)]
            most = self._most(CORE_ROUNDS)
            self._kept[key] = self._sized(sizes, prefix, self._wanted(portion, "core"), most) if least else []
        return self._kept[key]

    def steady_cores(self, prefix: str = "", portion: Portion = NOTHING) -> list[Variant]:
        """The core blocks of a day without strength, in the same order: for whom balance is asked on more days, each
        with a set of it. What a therapist prescribed has its own days.
        """
        cores, slot = self.cores(prefix, portion), f"{prefix}balance"
        asked = slot in self._programme and self._steadies
        if not asked or self._programme[slot] in {*self._case.prescribed, *portion.ids}:
            return cores
        if prefix and self._programme[slot] in self._selection.care:  # a visit has enough that needs care
            return cores
        item = self._slot_item(slot, 1)
        return [self._with(each, item) for each in cores]

    def _with(self, core: Variant, item: Item) -> Variant:
        """A core block with an exercise that counts for none of its rounds."""
        return core._replace(
            items=self._in_order((*core.items, item)),
            seconds=core.seconds + item.seconds,
            sets=core.sets + item.dose.sets,
            balance=item.dose.sets,
        )

    def strengths(self, prefix: str = "", portion: Portion = NOTHING) -> list[Variant]:
        """Strength blocks in one to three rounds: legs, push, pull and balance."""
        key = (f"strength{prefix}", portion.ids)
        if key not in self._kept:
            slots = [slot for slot in STRENGTH if prefix + slot in self._programme]
            whole = {"lower", "balance"} <= set(slots) and {"push", "pull"} & set(slots) if prefix else bool(slots)
            asked = not self._case.prescribed.isdisjoint(self._programme[prefix + slot] for slot in slots)
            wanted, most = self._wanted(portion, "strength"), self._most(STRENGTH_ROUNDS)
            self._kept[key] = self._sized([slots], prefix, wanted, most) if whole or asked else []
        return self._kept[key]

    def alone(self, portion: Portion, *, core: bool, strength: bool) -> list[DayBlock]:
        """The prescribed work of a day that has no core, or no strength, for it to stand in."""
        found = [] if strength else [DayBlock("strength", self._in_order(self._wanted(portion, "strength")), True)]
        found += [] if core else [DayBlock("core", self._in_order(self._wanted(portion, "core")), True)]
        return [block for block in found if block.items]

    def _wanted(self, portion: Portion, block: str) -> list[Item]:
        return [part.item for part in portion.of(block)]

    def _sized(self, sizes: Sequence[Sequence[Slot]], prefix: str, wanted: Sequence[Item], most: int) -> list[Variant]:
        """The blocks of some sizes in up to so many rounds."""
        found: dict[tuple[int, int], Variant] = {}
        for slots in sizes:
            for sets in range(1, most + 1):
                variant = self._variant(self._filled(slots, prefix, wanted, sets))
                found.setdefault((variant.seconds, variant.sets), variant)
        return list(found.values())

    def _most(self, weeks: Sequence[tuple[int, int]]) -> int:
        """The most rounds a day may hold: the first weeks hold fewer."""
        return next(rounds for rounds, begin in weeks if self._case.programme_week >= begin)

    def _variant(self, items: tuple[Item, ...]) -> Variant:
        """A block with its figures. The rounds are those of the exercises whose sets are ours to choose."""
        more = [item for item in items if self._slot_of(item) in CORE_MORE]
        slots = [item for item in items if self._slot_of(item) not in CORE_MORE]
        ours = [item for item in slots if item.exercise not in self._doses] or slots or more
        return Variant(
            items,
            total_seconds(items),
            sum(item.dose.sets for item in items),
            min(MOST_ROUNDS, max((item.dose.sets for item in ours), default=0)),
            sum(item.dose.sets for item in more),
            sum(item.dose.sets for item in ours if self._steadies and self._slot_of(item) == "balance"),
        )

    def _filled(self, slots: Sequence[Slot], prefix: str, wanted: Sequence[Item], sets: int) -> tuple[Item, ...]:
        """One exercise a slot: a wanted one where there is one, and the other wanted ones besides."""
        if not wanted:
            return self._in_order([self._slot_item(prefix + slot, sets) for slot in slots])
        waiting = [item for item in wanted if item.exercise not in self._keepers(slots, prefix)]
        found = []
        for slot in slots:
            mine = next((item for item in waiting if self._slot_of(item) == slot), None)
            if mine is None or self._programme[prefix + slot] in self._case.prescribed:
                found.append(self._slot_item(prefix + slot, sets))
            else:
                waiting.remove(mine)
                found.append(mine)
        return self._in_order((*found, *waiting))

    def _slot_of(self, item: Item) -> str:
        """The slot that an item fills: the one of the programme, else its own."""
        return self._filled_by.get(item.exercise) or self._by_id[item.exercise].slot

    def _keepers(self, slots: Sequence[Slot], prefix: str) -> set[str]:
        return {self._programme[prefix + slot] for slot in slots}

    def _in_order(self, items: Sequence[Item]) -> tuple[Item, ...]:
        """Items in the order in which they are done; what a therapist put into circuits last, each together, in the
        order in which it was written.
        """
        written = [item.exercise for item in self._case.prescription.added]
        if not written:
            return tuple(sorted(items, key=self._down_to_the_floor))
        alone = [item for item in items if item.dose.particulars.circuit is None]
        rounds = [item for item in items if item.dose.particulars.circuit is not None]
        rounds.sort(key=lambda item: (item.dose.particulars.circuit, written.index(item.exercise)))
        return (*sorted(alone, key=self._down_to_the_floor), *rounds)

    def _down_to_the_floor(self, item: Item) -> tuple[bool, int]:
        """Balance while the legs are fresh, then from standing down to lying, so that nobody gets up and down often."""
        exercise = self._by_id[item.exercise]
        return exercise.slot != "balance", exercise.height

    def _slot_item(self, slot: str, sets: int) -> Item:
        """The exercise of a slot in so many rounds; a prescribed one always keeps its dose."""
        if (slot, sets) not in self._items:
            self._items[slot, sets] = self._made(slot, sets)
        return self._items[slot, sets]

    def _made(self, slot: str, sets: int) -> Item:
        exercise = self._by_id[self._programme[slot]]
        if exercise.id in self._doses:
            return self._doses[exercise.id]
        if exercise.id in self._case.prescribed:  # in the water
            sets = dosing.given_dose(exercise, self._case).sets
        elif self._most_sets is not None:
            sets = min(sets, self._most_sets.get(exercise.id, 1))
        else:
            sets = min(sets, self._case.hurt_sets.get(exercise.id, sets))
        of = slot.removeprefix(WATER)
        return self.item(exercise, sets, WHY_STEADY if of == "balance" and self._steadies else WHY_SLOT[of])

    def item(self, exercise: Exercise, sets: int, why: str) -> Item:
        """An exercise at its dose, in so many rounds, with its load and how hard it is to be."""
        item = item_of(self._selection, exercise, dosing.given_dose(exercise, self._case, sets), why)
        load, hard = load_of(exercise, self._case), how_hard(exercise, item.dose, self._case)
        return item if load is None and hard is None else item._replace(load=load, how_hard=hard)
