"""A day in fewer minutes than it was planned for: what counts most first; the week and the diary stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from backplan.model.case import SHORTEST_BOUT
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.dose import at_most, seconds
from backplan.planner.day.walks import in_fewer_minutes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import BlockKind
    from backplan.model.week import Day, DayBlock, Item

WARMING_WALK = 2  # minutes of a walk that warms up what follows, where nothing else does; our own inference
ROUNDED_UP = 59  # seconds that a session may be told longer than it is
ELSEWHERE = ("pool", "gym")  # places of which the way there takes longer than what is left out saves
_Part = Literal["theirs", "warm-up", "core", "aerobic", "strength", "stretch", "beside"]


class Shorter(NamedTuple):
    """A day in fewer minutes, the exercises that it leaves out for them, and those of which it gives less."""

    day: Day
    left_out: tuple[Item, ...]
    less: frozenset[str]


class _Place(NamedTuple):
    """Where an item stands in a day: in which session (None: beside them), its block and itself, by number."""

    session: int | None
    block: int
    item: int


def shorter(day: Day, minutes: int, theirs: Collection[str], by_id: Mapping[str, Exercise]) -> Shorter:
    """A day as so many minutes hold it: what a therapist prescribed (``theirs``), whole; a set of each core exercise;
    a walk; a set of strength; then more of these, and stretches. Core and strength keep what warms up for them.
    """
    if minutes >= day.minutes:
        return Shorter(day, (), frozenset())
    apart = ROUNDED_UP * max(0, len(day.sessions) - 1)
    tries = [_Fitting(day, minutes * 60 - spare, theirs, by_id) for spare in dict.fromkeys((0, apart))]
    fitting = next((each for each in tries if each.day.minutes <= minutes), tries[-1])
    short = fitting.day
    held = {item.exercise for block in short.everything() for item in block.items}
    items = [item for block in day.everything() for item in block.items if block is not day.coping]
    left_out = {item.exercise: item for item in items if item.exercise not in held}
    return Shorter(short, tuple(left_out.values()), frozenset(fitting.less))


class _Fitting:
    """What of a day fits into some minutes, filled step by step."""

    def __init__(self, day: Day, room: int, theirs: Collection[str], by_id: Mapping[str, Exercise]) -> None:
        self.items, self.parts = dict(_items_of(day)), dict(_parts_of(day, theirs))
        self.by_id, self.room = by_id, room
        self.held: dict[_Place, Item] = {}
        self._fill()
        sessions = [each._replace(blocks=tuple(self._kept(at, each.blocks))) for at, each in enumerate(day.sessions)]
        daily = next(self._kept(None, [day.daily] if day.daily else []), None)
        self.day = day._replace(sessions=tuple(each for each in sessions if each.blocks), daily=daily, coping=None)

    @property
    def less(self) -> set[str]:
        """The exercises of which less is given than was planned."""
        return {item.exercise for place, item in self.held.items() if item != self.items[place]}

    def _fill(self) -> None:
        """Take in what counts most, then more of it, as long as there is room."""
        works = any(self._of(part) for part in ("theirs", "core", "strength"))
        if works and self._of("warm-up"):
            self._whole("warm-up")
        elif works:
            self._walk(WARMING_WALK)
        warm = {*self.held}
        if works and not warm and (self._of("warm-up") or self._of("aerobic")):
            return  # nothing is done cold that was planned warm
        self._whole("theirs")
        self._one_set("core")
        self._walk(SHORTEST_BOUT)
        if self.held:
            self._one_set("strength")
        for part in ("core", "strength"):
            self._whole(part)
        self._longer_walk()
        self._whole("beside")
        self._whole("stretch")
        if {*self.held} == warm and self._of("warm-up"):
            self.held.clear()  # nothing to warm up for

    def _kept(self, session: int | None, blocks: Sequence[DayBlock]) -> Iterator[DayBlock]:
        """The blocks of a session with what of them fits."""
        for number, block in enumerate(blocks):
            places = (_Place(session, number, at) for at in range(len(block.items)))
            if items := tuple(self.held[place] for place in places if place in self.held):
                yield block._replace(items=items)

    def _of(self, part: _Part) -> list[_Place]:
        return [place for place, of in self.parts.items() if of == part]

    def _take(self, place: _Place, item: Item) -> bool:
        """Hold an item in the place of what is held of it, if there is room."""
        before = self.held[place].seconds if place in self.held else 0
        if item.seconds - before > self.room:
            return False
        self.room -= item.seconds - before
        self.held[place] = item
        return True

    def _whole(self, part: _Part) -> None:
        for place in self._of(part):
            if part not in ("core", "strength") or place in self.held:
                self._take(place, self.items[place])

    def _one_set(self, part: _Part) -> None:
        for place in self._of(part):
            self._take(place, self._once(self.items[place]))

    def _once(self, item: Item) -> Item:
        """One set of an exercise, in its share of the time."""
        exercise, dose = self.by_id.get(item.exercise), at_most(item.dose, 1)
        if exercise is None or dose == item.dose or item.dose.each_set:
            return item
        share = item.seconds / seconds(item.dose, exercise)
        return item._replace(dose=dose, seconds=round(seconds(dose, exercise) * share))

    def _walk(self, minutes: int) -> None:
        """Hold the first walk for so many minutes, or all of it where it is shorter, if there is room."""
        for place in self._of("aerobic")[:1]:
            self._take(place, _in_minutes(self.items[place], minutes))

    def _longer_walk(self) -> None:
        """Give what room is left to a walk that is held, in whole minutes."""
        for place in self._of("aerobic"):
            if place in self.held and (now := self.held[place].dose.minutes):
                most = min(self.items[place].dose.minutes or now, now + self.room // 60)
                self._take(place, _in_minutes(self.items[place], most))


def _in_minutes(item: Item, minutes: int) -> Item:
    """A walk in fewer minutes."""
    if item.dose.minutes is None or minutes >= item.dose.minutes:
        return item
    return in_fewer_minutes(item, minutes)


def _items_of(day: Day) -> Iterator[tuple[_Place, Item]]:
    for session, number, block in _blocks_of(day):
        yield from ((_Place(session, number, at), item) for at, item in enumerate(block.items))


def _blocks_of(day: Day) -> Iterator[tuple[int | None, int, DayBlock]]:
    """The blocks of a day's sessions near home, and of what is done daily, each with where it stands."""
    for number, session in enumerate(day.sessions):
        if session.place not in ELSEWHERE:
            yield from ((number, at, block) for at, block in enumerate(session.blocks))
    if day.daily:
        yield None, 0, day.daily


_PARTS: Mapping[BlockKind, _Part] = {
    "warm-up": "warm-up", "core": "core", "aerobic": "aerobic", "strength": "strength", "stretch": "stretch",
    "cool-down": "stretch", "daily": "beside",
}  # fmt: skip


def _parts_of(day: Day, theirs: Collection[str]) -> Iterator[tuple[_Place, _Part]]:
    """Of which part each item is: of a therapist's, or of the kind of its block."""
    for session, number, block in _blocks_of(day):
        for at, item in enumerate(block.items):
            of = "theirs" if block.prescribed or item.exercise in theirs else _PARTS[block.kind]
            yield _Place(session, number, at), of
