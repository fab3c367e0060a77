"""The parts of a week as its days show them; where one holds less than before though no rule that lowers is named; and
what is told to grow and is not shown.

What a week says of itself (its balance, what it keeps for the next one) is not asked: only what stands on its days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, cast

from backplan.model.exercise import Exercise
from backplan.model.told import Change, ChangeKind, NoticeKind
from backplan.model.vocabulary import LEVELS, Slot
from backplan.model.week import Item, Week
from tests.support.habits import Lived
from tests.support.lives import by_id

# Rules that lower what they move: the part of the exercise they name, or every part where they name none.
LOWERS = frozenset({"verdict-peak", "verdict-morning", "verdict-leg", "gap-restart", "above-level"})
BEGINS = frozenset({"acute", "birth-first-weeks", "surgery-first-weeks"})  # training begins, and walks give room
LOAD = "growth-load"  # it moves no dose: the item says the load
RAMP = "aerobic-ramp"  # it moves walks both up and down
# What is said of a whole week that asks for less: three quarters and settling, stops, a start in midweek, a leg nerve.
LESS_SAID: frozenset[NoticeKind] = frozenset({"pain", "stops", "begun", "leg"})
# Exercises that gave up their slot: the new one begins at its own starting dose.
GIVES_WAY: frozenset[ChangeKind] = frozenset({"swapped", "replaced"})

PART_OF: Mapping[Slot, str] = {
    "back": "back", "abdominal": "abdominal", "side": "side", "hip": "hip and choice", "choice": "hip and choice",
    "lower": "lower", "push": "push", "pull": "pull", "arm": "pull", "balance": "balance",
}  # fmt: skip
CORE = ("back", "abdominal", "side", "hip and choice")
STRENGTH = ("lower", "push", "pull", "balance")
AEROBIC, POOL = "aerobic minutes", "pool visits"
WHOLE_AGAIN = "back at its whole dose"
BRISK_PARTS = "In the middle, three times"
PARTS = (AEROBIC, *CORE, *STRENGTH, POOL)


class Parts(NamedTuple):
    """What a week holds: aerobic minutes, sets by part, visits to a pool."""

    of: Mapping[str, int]

    @property
    def aerobic(self) -> int:
        """Aerobic minutes."""
        return self.of[AEROBIC]

    @property
    def core(self) -> int:
        """Sets of core work."""
        return sum(self.of[part] for part in CORE)

    @property
    def strength(self) -> int:
        """Sets of strength work."""
        return sum(self.of[part] for part in STRENGTH)

    @property
    def pool(self) -> int:
        """Visits to a pool."""
        return self.of[POOL]


def parts(week: Week) -> Parts:
    """What the days of a week hold of each part, without what a therapist prescribed beside it."""
    found = Counter(dict.fromkeys(PARTS, 0))
    for item in worked(week):
        found[part_of(item, week)] += item.dose.sets
    found[AEROBIC] = sum(day.aerobic_minutes for day in week.days)
    found[POOL] = sum(day.at_pool for day in week.days)
    return Parts(found)


def part_of(item: Item, week: Week) -> str:
    """The part that an item of a week counts to: that of the slot it fills, else of its own."""
    return PART_OF[slot_of(item.exercise, week)]


def slot_of(exercise: str, week: Week) -> Slot:
    """The slot that an exercise fills in a week, else its own."""
    filled = {key: slot.removeprefix("water:") for slot, key in week.programme.items()}
    return cast("Slot", filled.get(exercise, by_id()[exercise].slot))


def worked(week: Week) -> Iterator[Item]:
    """The core and strength work of a week, day by day."""
    for day in week.days:
        for block in day.blocks():
            if block.kind in ("core", "strength") and not block.prescribed:
                yield from (item for item in block.items if by_id()[item.exercise].slot in PART_OF)


def hardest(week: Week, part: str) -> Exercise | None:
    """The hardest exercise of a part on any day of a week: of the highest level, the furthest up its ladder."""
    found = {by_id()[item.exercise] for item in worked(week) if part_of(item, week) == part}
    return max(found, key=_how_hard, default=None)


def _how_hard(exercise: Exercise) -> tuple[int, int, int, str]:
    below, easier = 0, exercise.regression
    while easier:
        below, easier = below + 1, by_id()[easier].regression
    return LEVELS.index(exercise.level), below, exercise.rank, exercise.id


class Fall(NamedTuple):
    """A part that holds less than before, without a rule that says so. ``week`` counts from 1; ``within`` tells that
    it was thinned after it had been shown.
    """

    week: int
    part: str
    before: int
    now: int
    within: bool = False

    def __str__(self) -> str:
        when = f"within week {self.week}" if self.within else f"week {self.week}"
        return f"{when}: {self.part} {self.before} -> {self.now}"


def falls(weeks: Sequence[Lived]) -> tuple[Fall, ...]:
    """Every fall without a named rule: from one whole normal week to the next, and within each."""
    found, last = list[Fall](), None
    for number, week in enumerate(weeks, 1):
        if not week.whole:
            continue
        if last is not None:
            between = [shown for each in weeks[last - 1 : number - 1] for shown in each.showings]
            found += _less(number, [*between, week.first])
        if not week.last.missed:  # what was let go is not made up, and is told of by day
            found += [each._replace(within=True) for each in _less(number, week.showings)]
        last = number
    return tuple(found)


def _less(number: int, showings: Sequence[Week]) -> Iterator[Fall]:
    """What the last of some showings holds less of than the first, though nothing since names a rule for it."""
    old, new, excused = parts(showings[0]).of, parts(showings[-1]).of, named(showings)
    return (Fall(number, part, old[part], new[part]) for part in PARTS if new[part] < old[part] and part not in excused)


def named(showings: Sequence[Week]) -> frozenset[str]:
    """The parts that a rule lowers by name, in what was told since the first of some showings. What stands as it stood
    (three quarters in week after week) lowers nothing anew.
    """
    first, now = showings[0], showings[-1]
    # In one week what was said in between counts, too: the days that passed meanwhile are not made up.
    said = showings if first.starts == now.starts else (now,)
    told = {notice.sentence for week in said for notice in week.notices if notice.kind in LESS_SAID}
    if told - {notice.sentence for notice in first.notices} or any(day.pause for day in now.days):
        return frozenset(PARTS)
    if first.starts == now.starts and _too_much(now) > _too_much(first):  # it lightens every day that is left
        return frozenset(PARTS)
    return frozenset(part for before, after in pairwise(showings) for part in _named(before, after))


def _too_much(week: Week) -> frozenset[str]:
    """The days of a week whose session was too much, by the verdicts on it, when it was shown."""
    return frozenset(day for bars in week.bars.values() for day in bars.too_much)


def _named(before: Week, after: Week) -> Iterator[str]:
    """The parts that a showing lowers by name, other than the showing before it did."""
    for move in (each for each in after.moves if each not in before.moves):
        if move.rule in BEGINS or (move.rule == RAMP and after.whole_step < before.whole_step):
            yield AEROBIC
        elif move.rule in LOWERS and not move.exercise:
            yield from PARTS
        elif move.rule in LOWERS or (move.new and _part(move.exercise) != AEROBIC):
            yield _part(move.exercise)  # a harder partner begins at its own starting dose; a brisker walk is as long
    for change in (each for each in after.changes if each not in before.changes):
        if change.kind in GIVES_WAY:
            yield from map(_part, change.about)
        elif change.kind == "anew" and WHOLE_AGAIN in change.sentence:
            yield AEROBIC  # where days are full, walks give the time back that three quarters had freed


def _part(exercise: str) -> str:
    return PART_OF.get(by_id()[exercise].slot, AEROBIC)


class Unshown(NamedTuple):
    """An exercise that is told to grow, or to be new, in a week none of whose days shows more of it than before."""

    week: int
    exercise: str

    def __str__(self) -> str:
        return f"week {self.week}: more {self.exercise} is told and not shown"


def unshown(weeks: Sequence[Lived]) -> tuple[Unshown, ...]:
    """Every growth of an exercise that the Monday of a whole normal week tells and no day of it shows."""
    found, last = list[Unshown](), dict[str, int]()
    for number, week in enumerate(weeks, 1):
        if not week.first.kind.grows:
            continue
        now = _most(week.first)
        grown = (m for m in week.first.moves if week.whole and m.exercise and m.rule not in LOWERS)
        heavier = {item.exercise for item in worked(week.first) if item.load}
        for move in grown:
            if move.rule == LOAD:
                found += [] if move.exercise in heavier else [Unshown(number, move.exercise)]
            elif now.get(move.exercise, 0) <= (0 if move.new else last.get(move.exercise, 0)):
                found.append(Unshown(number, move.exercise))
        if week.whole or _done_as_told(week):
            last = {key: min(most, _at_the_end(week.last).get(key, most)) for key, most in now.items()}
    return tuple(found)


def _at_the_end(week: Week) -> dict[str, int]:
    """A set of each exercise on the last day that holds it: pain within the week may have taken a step back."""
    found: dict[str, int] = {}
    for item in worked(week):
        found[item.exercise] = item.dose.reps * max(1, item.dose.hold_s)
    return found


def _done_as_told(week: Lived) -> bool:
    """Whether a day was done in a week before pain made it another kind: a step that nobody took is told again."""
    until = week.last.normal_until
    return any(day.done not in (None, "no") and (until is None or day.on < until) for day in week.last.days)


def _most(week: Week) -> dict[str, int]:
    """The most of a set of each exercise on any day of a week: seconds held or repeated; of a walk or ride, how brisk
    it is.
    """
    found: dict[str, int] = {}
    for item in worked(week):
        dose = item.dose
        found[item.exercise] = max(found.get(item.exercise, 0), dose.reps * max(1, dose.hold_s))
    for item in walked(week):
        found[item.exercise] = max(found.get(item.exercise, 0), 2 if BRISK_PARTS in item.why else 1)
    return found


def walked(week: Week) -> Iterator[Item]:
    """The walks and rides of a week, day by day."""
    blocks = (block for day in week.days for block in day.blocks() if block.kind == "aerobic")
    return (item for block in blocks for item in block.items)


class Unexplained(NamedTuple):
    """An exercise in the place of another from one whole normal week to a later one, and no showing since tells it."""

    week: int
    exercise: str
    before: str

    def __str__(self) -> str:
        return f"week {self.week}: {self.exercise} in place of {self.before}, and nothing said"


def unexplained(weeks: Sequence[Lived]) -> tuple[Unexplained, ...]:
    """Every exercise that took the place of another without a word, where days show both."""
    found, last = list[Unexplained](), None
    for number, week in enumerate(weeks, 1):
        if not week.whole:
            continue
        if last is not None:
            found += _swapped_silently(number, weeks[last - 1 : number - 1], week.first)
        last = number
    return tuple(found)


def _swapped_silently(number: int, since: Sequence[Lived], now: Week) -> Iterator[Unexplained]:
    showings = [*(showing for week in since for showing in week.showings), now]
    said = {key for showing in showings for change in showing.changes for key in _came(change)}
    before, held = since[0].last, _items_of([now])
    had = _items_of(since[0].showings)
    for slot, key in now.programme.items():
        old = before.programme.get(slot, key)
        if old != key and old in had and key in held - said:
            yield Unexplained(number, key, old)


def _came(change: Change) -> tuple[str, ...]:
    return change.about if change.kind == "moved" else change.about[:1]


def _items_of(weeks: Sequence[Week]) -> set[str]:
    return {key for week in weeks for day in week.days for key in day.exercises}
