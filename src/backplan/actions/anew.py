"""Why the days from today on are laid anew, although this week was shown already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.bars import Bars
from backplan.model.week import sets_of
from backplan.model.week_kind import WEEK_KINDS
from backplan.named_tuple import NamedTuple
from backplan.planner.diary.evidence import Evidence
from backplan.planner.diary.missed import done_ahead, missed_days
from backplan.planner.screen.bars import bars

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from backplan.actions.on_record import OnRecord
    from backplan.model.move import Move
    from backplan.model.week import Day, Week


class Anew(NamedTuple):
    """Why the days from today on are laid anew, in a sentence where one is due; and whether around what was done.

    ``words_only``: nothing bars more or less than before, so that the days stay and only what is said changes;
    ``first_number``: nothing changed but what the first day of a week, which is not under way, says of the pain.
    """

    why: str = ""
    around: bool = False
    quiet: bool = False  # said only if a day changes
    words_only: bool = False
    first_number: bool = False


FIRST = Anew()  # a week that was never shown before


def why_anew(kept: Week, record: OnRecord, own_mark: str) -> Anew | None:
    """Why the days from today on are laid anew unasked; None when the week stands as it was last shown.

    ``own_mark`` changes with the person's own exercises.
    """
    ahead = [day.on for day in kept.days if day.on >= record.today]
    barred = bars(
        record.person, record.entries, ahead, record.today, record.prescription, learning=kept.learning, week=kept
    )
    now = marked(barred, own_mark)
    changed = [day for day, barred in now.items() if kept.bars.get(day) != barred]
    if not changed:
        return _after_the_diary(kept, record)
    if all(kept.bars.get(day, Bars())._replace(own=own_mark) == now[day] for day in changed):
        return Anew("Your own exercises have changed, so the days from today on were laid anew.")
    if all(kept.bars.get(day, Bars())._replace(refers=now[day].refers) == now[day] for day in changed):
        return _after_the_diary(kept, record) or Anew(words_only=True)
    if all(_is_only_paused(kept.bars.get(day), now[day]) for day in changed):
        return Anew("A pause takes its days from this week.", around=True)
    first = min(now)  # today, or the first day of a week to come, shown already while the clock stood ahead
    return _what_bars(kept, now[first], first)


def _is_only_paused(before: Bars | None, now: Bars) -> bool:
    """Whether nothing changed on a day but that a pause has come over it."""
    return before is not None and bool(now.pause) and now._replace(pause=before.pause) == before


def marked(barred: Mapping[date, Bars], own_mark: str) -> dict[date, Bars]:
    """What bars exercises on each day, with the mark of the person's own exercises where there are any."""
    return {day: each._replace(own=own_mark) for day, each in barred.items()}


def _what_bars(kept: Week, now: Bars, on: date) -> Anew:
    """Which part of what bars on a day has changed, in words."""
    old = kept.bars.get(on, Bars())
    if now.mode != kept.mode:
        about = QUARTERS if now.quarters and WEEK_KINDS[now.mode].grows else WEEK_KINDS[now.mode].about
        return Anew(f"What you may do has changed, so the days from today on were laid anew ({about}).")
    if now.too_much != old.too_much:
        newly = set(now.too_much) - set(old.too_much)
        if newly and all(":" in each for each in newly):
            return Anew(
                "An exercise of this week hurt, so the days from today on were laid anew, with less of it.",
                around=True,
            )
        if newly:
            return Anew("A session of this week was too much, so the days from today on were laid anew, and lighter.")
        if WEEK_KINDS[now.mode].gentle and now._replace(too_much=old.too_much) == old:
            return Anew(words_only=True)  # in a flare, that it was one makes no day longer
        return Anew("A session no longer counts as too much, so the days from today on were laid anew.")
    word = "What you may do has changed"
    if old.quarters and not now.quarters:
        word = "Everything is back at its whole dose, which takes its minutes back"
    elif now.quarters and not old.quarters:
        word = "Pain is higher, and three quarters of each dose are enough for now"
    elif now.pause != old.pause:
        word = "A pause has changed"
    elif now.prescribed != old.prescribed:
        word = "What is prescribed has changed"
    return Anew(f"{word}, so the days from today on were laid anew.", quiet=True)


QUARTERS = "three quarters of a normal week"


def comes_back(kept: Week, record: OnRecord, own_mark: str) -> bool:
    """Whether the next look at this week finds more than it was last shown with, as pain has come down again."""
    now = bars(record.person, record.entries, [record.today], record.today, record.prescription)[record.today]
    before, after = WEEK_KINDS[kept.mode], WEEK_KINDS[now.mode]
    rises = after.grows and (not before.grows or (kept.bars.get(record.today, now).quarters and not now.quarters))
    return bool(rises) and why_anew(kept, record, own_mark) is not None


def _after_the_diary(kept: Week, record: OnRecord) -> Anew | None:
    """Sessions missed, moved or noted late, and what was noted, edited or undone of earlier weeks."""
    entries, today = record.entries, record.today
    gone = missed_days(kept.days, entries, today)
    if gone != kept.missed:
        late = "What you noted puts an earlier day right, so the days from today on were laid anew."
        return Anew(late if set(gone) < set(kept.missed) else "", around=True)
    if any(day not in kept.ahead for day in done_ahead(kept, entries, today)):
        return Anew("A session was done ahead of its day, so the days from today on were laid anew.", around=True)
    evidence = Evidence.before(kept.starts, entries)
    if evidence.mark == kept.evidence:
        return None
    around = bool(_grown(kept))
    if evidence.grew_on_the_first_day(kept.evidence):
        noted = "What you noted today was taken in, so the days from today on were laid anew."
        return None if _under_way(kept, record) else Anew(noted, around=around, quiet=True, first_number=True)
    changed = "Your diary has changed since this week was shown, so the days from today on were laid anew."
    return Anew(changed, around=around, quiet=True)


def holds_less(week: Week, kept: Week) -> bool:
    """Whether a day of a week laid anew holds less of a part than it was shown with, whatever other days hold."""
    return any(
        now < then
        for day, before in zip(week.days, kept.days, strict=True)
        for now, then in zip(_held(day), _held(before), strict=True)
    )


def takes_back(week: Week, kept: Week) -> bool:
    """Whether a week laid anew no longer tells a step up that it was shown with."""
    return not {move.exercise for move in _grown(kept)} <= {move.exercise for move in _grown(week)}


def _held(day: Day) -> tuple[int, ...]:
    """The aerobic minutes of a day, and its sets of core and of strength."""
    sets = (sets_of(block for block in day.blocks() if block.kind == kind) for kind in ("core", "strength"))
    return (day.aerobic_minutes, *sets)


def _under_way(kept: Week, record: OnRecord) -> bool:
    """Whether a day of a week has gone by, or a session of it is done: what its first day says changes it no more."""
    return record.today > kept.starts or any(entry.on >= kept.starts for entry in record.entries if entry.done)


def _grown(week: Week) -> list[Move]:
    """The steps up that a week tells, which it does not lose by what is noted late."""
    from backplan.rules.growth import GROWTH, LOADS

    steps = {rule.id for rule in (*GROWTH, *LOADS)}
    return [move for move in week.moves if move.rule in steps]
