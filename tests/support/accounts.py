"""What a normal week holds beside what its lines name, both ways: held otherwise than in the normal week before and not
named, and named and not held.

What the days show is compared (rounds, sets and minutes, exercises, doses, loads, how brisk walks are), not what a week
says of itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from backplan.model.told import Change
from backplan.model.week import Totals, Week
from backplan.planner.diary.done import week_holds
from tests.support.habits import Lived
from tests.support.lives import by_id
from tests.support.parts import BEGINS, BRISK_PARTS, LESS_SAID, walked, worked

_IN_WORDS = {
    "aerobic": "aerobic work",
    "core": "core work",
    "more": "hip and flowing work",
    "strength": "strength",
    "water": "the pool",
    "balance": "balance",
    "stretch": "stretching",
}
_AMOUNT = re.compile(rf"({'|'.join(_IN_WORDS.values())}), (\d+) \w+ instead of (\d+)")
_A_BOUT, _BOUTS_ALL = r"(?:walk|ride|time of)[a-z, ]*?", r"(?:walks|rides|times of)[a-z, ]*?"
_BOUTS = re.compile(
    rf"(your longest {_A_BOUT} goes|(?:your longest|all your) {_BOUTS_ALL} go) from (\d+) to (\d+) minutes", re.I
)
_NEW_BOUT = re.compile(rf"a {_A_BOUT} of \d+ minutes is new", re.I)
_A_WEEK = re.compile(r"aerobic work goes from (\d+) to (\d+) minutes a week", re.I)


class Differs(NamedTuple):
    """Something that a week holds and does not name, or names and does not hold. ``week`` counts from 1."""

    week: int
    what: str
    named: bool = False

    def __str__(self) -> str:
        return f"week {self.week}: {self.what}, {'named and not held' if self.named else 'held and not named'}"


def differences(weeks: Sequence[Lived]) -> tuple[Differs, ...]:
    """All that differs, from each whole normal week without a pause to the next such."""
    found, last = list[Differs](), None
    for number, week in enumerate(weeks, 1):
        if not (week.whole and week.first.whole):
            continue
        if last is not None:
            told = Told.since(weeks[last - 1 : number - 1], week.first)
            before = weeks[last - 1]
            if not told.excused:
                found += (Differs(number, what) for what in _silent(before.first, week.first, told))
                found += (Differs(number, what, named=True) for what in _empty(before.first, week.first, told))
        last = number
    return tuple(found)


class Told(NamedTuple):
    """What was told since a week: by the showings in between (``meanwhile``), and by the new one."""

    meanwhile: tuple[Change, ...]
    now: tuple[Change, ...]
    excused: bool

    @classmethod
    def since(cls, lived: Sequence[Lived], now: Week) -> Told:
        """What was told after the first showing of a week up to a new one."""
        showings = [showing for week in lived for showing in week.showings]
        meanwhile = tuple(change for showing in showings[1:] for change in showing.changes)
        said = {note.sentence for note in now.notices if note.kind in LESS_SAID}
        new = said - {note.sentence for note in showings[0].notices}
        begins = any(move.rule in BEGINS for week in (*showings, now) for move in week.moves)
        return cls(meanwhile, now.changes, bool(new) or begins)

    def speaks_of(self, exercise: str) -> bool:
        """Whether a change speaks of an exercise, by id or by name."""
        name = by_id()[exercise].name
        return any(exercise in c.about or name.lower() in c.sentence.lower() for c in (*self.meanwhile, *self.now))

    def amounts(self) -> Mapping[str, tuple[int | None, int]]:
        """The amounts that the new showing names: before, where it speaks of last week, and now."""
        found = ((change.sentence, match) for change in self.now for match in _AMOUNT.finditer(change.sentence))
        return {m[1]: (int(m[3]) if "last week" in sentence else None, int(m[2])) for sentence, m in found}

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether any change says something."""
        return any(pattern.search(change.sentence) for change in (*self.meanwhile, *self.now))


def _silent(before: Week, now: Week, told: Told) -> Iterator[str]:
    amounts = told.amounts()
    for part, old, new in _totals(before, now):
        if (
            (0 < new < old if part == "stretch" else new != old)
            and _IN_WORDS[part] not in amounts
            and not _named_otherwise(part, told)
        ):
            yield f"{part} {old} -> {new}"
    held, had = _exercises(now), _exercises(before)
    for key in sorted(held - had):
        if not told.speaks_of(key):
            yield f"new {key}"
    for key in sorted(had - held):
        if not told.speaks_of(key):
            yield f"gone {key}"
    new_doses, old_doses = _doses(now), _doses(before)
    for key in sorted(held & had):
        if new_doses.get(key) != old_doses.get(key) and not told.speaks_of(key):
            yield f"dose of {key} {old_doses.get(key)} -> {new_doses.get(key)}"
    if _longest(now) != _longest(before) and not (
        any(map(told.says, (_BOUTS, _NEW_BOUT, _A_WEEK))) or "aerobic work" in amounts
    ):
        yield f"longest bout {_longest(before)} -> {_longest(now)}"


def _named_otherwise(part: str, told: Told) -> bool:
    """Whether a part is named by what it comes with: balance by strength; minutes by a sentence on the week's, or on
    bouts that became shorter.
    """
    shorter = any(
        int(m[2]) > int(m[3]) for each in (*told.meanwhile, *told.now) for m in _BOUTS.finditer(each.sentence)
    )
    return (part == "aerobic" and (shorter or told.says(_A_WEEK))) or (
        part == "balance" and "strength" in told.amounts()
    )


def _empty(before: Week, now: Week, told: Told) -> Iterator[str]:
    holds = {_IN_WORDS[part]: (old, new) for part, old, new in _totals(before, now)}
    for name, (old, new) in told.amounts().items():
        if holds[name][1] != new or (old is not None and holds[name][0] != old):
            yield f"{name} {old} -> {new} told, {holds[name][0]} -> {holds[name][1]} held"
    for change in told.now:
        for match in _BOUTS.finditer(change.sentence):
            bouts = _bouts(now)
            old, new = int(match[2]), int(match[3])
            if (
                max(bouts, default=0) != new
                or _longest(before) != old
                or ("all" in match[1].lower() and set(bouts) != {new})
                or (match[1].endswith("goes") and bouts.count(new) > 1)
            ):
                yield f"bouts {old} -> {new} told, {_bouts(before)} -> {bouts} held"
    held, had = _exercises(now), _exercises(before)
    new_doses, old_doses = _doses(now), _doses(before)
    for move in now.moves:
        key = move.exercise
        if not key or key not in by_id():
            continue
        if key not in held:
            yield f"{key}: {move.what}, on no day"
        elif key in had and move.new:
            yield f"{key}: {move.what}, was there"
        elif key in had and new_doses.get(key) == old_doses.get(key) and not move.new:
            yield f"{key}: {move.what}, dose as it was"
    for change in told.now:
        if change.kind in ("swapped", "replaced") and change.about[0] not in held:
            yield f"{change.sentence} on no day"


def _totals(before: Week, now: Week) -> Iterator[tuple[str, int, int]]:
    yield from zip(Totals._fields, week_holds(before), week_holds(now), strict=True)
    yield "stretch", sum(d.stretched for d in before.days), sum(d.stretched for d in now.days)


def _exercises(week: Week) -> set[str]:
    return {item.exercise for item in (*worked(week), *walked(week))}


def _doses(week: Week) -> dict[str, tuple[object, ...]]:
    """The repetitions and hold of each exercise, its load, and of walks how brisk they are."""
    found = {item.exercise: (item.dose.reps, item.dose.hold_s, item.load or "") for item in worked(week)}
    parts = {item.exercise for item in walked(week) if BRISK_PARTS in item.why}
    brisk = {item.exercise: (item.exercise in parts,) for item in walked(week)}
    return {**found, **brisk}


def _bouts(week: Week) -> list[int]:
    return [day.aerobic_minutes for day in week.days if day.aerobic_minutes and not day.at_pool]


def _longest(week: Week) -> int:
    return max(_bouts(week), default=0)
