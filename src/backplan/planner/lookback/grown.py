"""Grown: what the plan holds more of than at first: minutes, sets, the longest bout, and each exercise and its dose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from backplan.model.diary import LogEntry, sessions_by_day
from backplan.model.exercise import Exercise, by_id, partners
from backplan.model.vocabulary import BlockKind
from backplan.model.week import WEEK, Day, GivenDose, Week
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.dose import dose_at, volume
from backplan.planner.diary.done import aerobic_minutes_done, as_done
from backplan.planner.growth.ladder import SLOTS
from backplan.planner.layout.laid import Laid
from backplan.planner.lookback.next_step import NextStep, next_steps

Way = Literal["same", "longer", "shorter", "harder", "easier", "other"]


class Amounts(NamedTuple):
    """What a week holds: aerobic minutes, sets of core and of strength, and its longest aerobic bout."""

    aerobic: int = 0
    core: int = 0
    strength: int = 0
    bout: int = 0


class WeekHolds(NamedTuple):
    """What a week was shown with, and what was done of that."""

    starts: date
    planned: Amounts
    done: Amounts

    def as_dict(self) -> dict[str, object]:
        """The week as JSON."""
        return {
            "starts": self.starts.isoformat(), "planned": self.planned._asdict(), "done": self.done._asdict(),
        }  # fmt: skip


class Given(NamedTuple):
    """An exercise at its dose, as a week gives it."""

    exercise: str
    name: str
    dose: GivenDose

    def as_dict(self) -> dict[str, object]:
        """The exercise as JSON."""
        return {"exercise": self.exercise, "name": self.name, "dose": self.dose.as_dict()}


class SlotGrown(NamedTuple):
    """One slot of the programme: its exercise at first (None: it had none) and now, what became of it, and the next
    step (None: not known, where nothing may be planned, or no day holds it). ``idle``: no day of the week holds it.
    """

    slot: str
    kind: str
    first: Given | None
    now: Given
    way: Way
    next: NextStep | None = None
    idle: bool = False

    def as_dict(self) -> dict[str, object]:
        """The slot as JSON."""
        return {
            "slot": self.slot,
            "block": self.kind,
            "first": self.first and self.first.as_dict(),
            "now": self.now.as_dict(),
            "way": self.way,
            "next": self.next and self.next.as_dict(),
        }


class Grown(NamedTuple):
    """What has grown from the first comparable week of some to the last: amounts, slots, and the next longest bout;
    whether weeks came ``since`` that are not comparable.
    """

    first: WeekHolds
    now: WeekHolds
    slots: tuple[SlotGrown, ...]
    aerobic: NextStep | None = None
    since: bool = False

    def as_dict(self) -> dict[str, object]:
        """The growth as JSON."""
        return {
            "first": self.first.as_dict(),
            "now": self.now.as_dict(),
            "slots": [each.as_dict() for each in self.slots],
            "aerobic": {"next": self.aerobic and self.aerobic.as_dict()},
        }


def grown(  # noqa: PLR0913 - what was shown, when
    weeks: Sequence[Week],
    entries: Sequence[LogEntry],
    exercises: Iterable[Exercise],
    ahead: Laid | None,
    *,
    first: Week | None = None,
    as_first: Week | None = None,
    lived: Week | None = None,
) -> Grown | None:
    """What has grown over some weeks, oldest first; None where none of them is comparable. ``first`` is the first such
    week ever, ``as_first`` the one to compare it with, each as first shown: which doses it had is told by that. What
    they held is told of both as they were last shown while they ran, ``lived`` of the first. ``ahead`` is the week
    after the last as it would be laid out today. What no day has held yet is left out.
    """
    now = next((week for week in weeks if as_first and week.starts == as_first.starts), None) or last_whole(weeks)
    if now is None:
        return None
    if first is None or first.starts >= now.starts:
        first = now
    steps = next_steps(weeks[-1], ahead) if ahead is not None and weeks[-1].calm_programme else {}
    held = {key for week in weeks for day in week.days for key in day.exercises}
    so_far = [week for week in weeks if week.starts <= now.starts]
    slots = tuple(each for each in _slots(first, so_far, by_id(exercises), steps) if each.now.exercise in held)
    then = lived or first
    lately = WeekHolds(now.starts, _planned(now, as_first or now), _done(now, entries))
    before = lately if first is now else WeekHolds(first.starts, _planned(then, first), _done(then, entries))
    return Grown(before, lately, slots, steps.get("aerobic"), since=now.starts < weeks[-1].starts)


def comparable(weeks: Sequence[Week]) -> list[Week]:
    """The whole weeks of some; where each has days of its own, as with shifts, the normal ones among these."""
    return [week for week in weeks if week.whole] or [week for week in weeks if week.full]


def last_whole(weeks: Sequence[Week]) -> Week | None:
    """The last comparable week of some, oldest first; one at the whole dose, where there is any: a flare that settles
    has taken nothing from what has grown. None where none is comparable.
    """
    found = comparable(weeks)
    return next(reversed([week for week in found if at_whole_dose(week)] or found), None)


def at_whole_dose(week: Week) -> bool:
    """Whether a week is a normal one, and none at three quarters."""
    return week.full and not any(barred.quarters for barred in week.bars.values())


def _slots(
    first: Week, weeks: Sequence[Week], by_id: Mapping[str, Exercise], steps: Mapping[str, NextStep]
) -> Iterator[SlotGrown]:
    """The slots of the last of some weeks, oldest first; what none of its days holds, as the last day that did."""
    now = weeks[-1]
    for kind, slots in SLOTS.items():
        for slot in slots:
            if (key := now.programme.get(slot)) in by_id:
                before, idle = _given(first, first.programme.get(slot), by_id), not _held(now, key)
                given = _given(next((week for week in reversed(weeks) if _held(week, key)), now), key, by_id)
                assert given is not None
                step = None if idle else steps.get(slot)
                yield SlotGrown(slot, kind, before, given, way(before, given, by_id), step, idle)


def _given(week: Week, key: str | None, by_id: Mapping[str, Exercise]) -> Given | None:
    """An exercise as a week gives it, at the dose of its fullest day; where no day holds it, at its rung."""
    exercise = by_id.get(key or "")
    if exercise is None:
        return None
    dose = max(_held(week, key), key=lambda dose: dose.sets, default=None)
    return Given(exercise.id, exercise.name, dose or dose_at(exercise, week.rungs.get(exercise.id, 0)))


def _held(week: Week, key: str | None) -> list[GivenDose]:
    """The doses of an exercise on the days of a week."""
    blocks = (block for day in week.days for block in day.blocks())
    return [item.dose for block in blocks for item in block.items if item.exercise == key]


def way(before: Given | None, now: Given, by_id: Mapping[str, Exercise]) -> Way:
    """What became of a slot from one week to another."""
    if before is None:
        return "other"
    if before.exercise != now.exercise:
        if now.exercise in partners(before.exercise, "progression", by_id):
            return "harder"
        return "easier" if now.exercise in partners(before.exercise, "regression", by_id) else "other"
    old, new = volume(before.dose), volume(now.dose)
    return "same" if old == new else "longer" if new > old else "shorter"


def _planned(week: Week, as_first: Week) -> Amounts:
    """What a week was shown with: what was missed and moved to another day counts once, and what was let go still."""
    left = _amounts(day for day in week.days if day.on not in week.missed)
    return Amounts(*map(min, _amounts(week.days), map(max, left, _amounts(as_first.days))))


def _done(week: Week, entries: Sequence[LogEntry]) -> Amounts:
    """What was done of a week; walks of one's own are minutes, too, and half a session is half of its minutes."""
    within = [entry for entry in entries if week.starts <= entry.on < week.starts + WEEK]
    words = sessions_by_day(within)
    whole = _amounts(day for day in as_done(week.days, words) if words[day.on].done is None or words[day.on].whole)
    less = (minutes for word in words.values() for minutes in (word.less or {}).values())
    longest = max([whole.bout, *(entry.own_minutes for entry in within), *less])
    return whole._replace(aerobic=aerobic_minutes_done(week.days, within), bout=longest)


def _amounts(days: Iterable[Day]) -> Amounts:
    """What some days hold together."""
    held = list(days)
    blocks = [block for day in held for block in day.blocks()]

    def sets(kind: BlockKind) -> int:
        return sum(item.dose.sets for block in blocks if block.kind == kind for item in block.items)

    bouts = [block.seconds // 60 for block in blocks if block.kind == "aerobic"]
    minutes = sum(day.aerobic_in_all for day in held)
    return Amounts(minutes, sets("core"), sets("strength"), max(bouts, default=0))
