"""The weeks that were laid out, and the swaps that led to them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection
from datetime import date
from functools import partial
from typing import Any

from backplan.model.diary import Swap
from backplan.model.move import Move
from backplan.model.week import Week, monday
from backplan.store import door, shared
from backplan.store.records import NO_DAY, PART, SELECT, Made, Records, now, why_refused
from backplan.store.schema import TAKES_NOTHING
from backplan.store.shapes import day_of

_MOVES = PART.format("moves")  # in the words of the index on it


def _tells_of(move: Move, exercise: str, rules: Collection[str]) -> bool:
    return move.exercise == exercise or (not move.exercise and move.rule in rules)


class Weeks:
    """Weeks and swaps."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def of(self, starts: date) -> Week | None:
        """The week that starts on a Monday, as last laid out."""
        return self._records.first_sound(
            door.week, f"{SELECT['week']} WHERE starts = ? ORDER BY id DESC", (starts.isoformat(),)
        )

    def latest(self, until: date, most: int = 12) -> list[Week]:
        """The last weeks shown up to a Monday, each as last laid out, oldest first."""
        self._tell_unplaced()
        rows = self._records.all(
            "SELECT DISTINCT starts FROM week WHERE starts <= ? AND starts >= ? ORDER BY starts DESC LIMIT ?",
            (until.isoformat(), NO_DAY[0], most),
        )
        shown = (self.of(day) for (starts,) in reversed(rows) if (day := day_of(starts)))
        return [week for week in shown if week]

    def _tell_unplaced(self) -> None:
        """Tell of weeks whose Monday is no day."""
        self._records.sound(door.week, self._records.all(f"{SELECT['week']} WHERE starts < ? OR starts > ?", NO_DAY))

    def moves(self, exercise: str, until: date, most: int, rules: Collection[str] = ()) -> list[tuple[date, Move]]:
        """The moves of an exercise, and those of no single one by some ``rules``, in the last weeks shown up to a
        Monday, each week as last laid out, oldest first, with the Monday of each. Of the other weeks nothing is read,
        and none is kept in memory.
        """
        self._tell_unplaced()
        span = (until.isoformat(), NO_DAY[0])
        rows = self._records.all(
            "SELECT DISTINCT starts FROM week WHERE starts <= ? AND starts >= ?"
            f" AND ({' OR '.join([f'instr({_MOVES}, ?)'] * (1 + len(rules)))}) ORDER BY starts",
            (*span, *map(json.dumps, (exercise, *rules))),
        )
        first = self._records.one(
            "SELECT min(starts) FROM (SELECT DISTINCT starts FROM week WHERE starts <= ? AND starts >= ?"
            " ORDER BY starts DESC LIMIT ?)",
            (*span, most),
        )[0]
        days = (day for (starts,) in rows if starts >= first and (day := day_of(starts)))
        weeks = ((day, week) for day in days if (week := self.of(day)))
        return [(day, move) for day, week in weeks for move in week.moves if _tells_of(move, exercise, rules)]

    def as_first_shown(self, starts: date) -> Week | None:
        """The week of a Monday as it was first laid out; None where none was shown."""
        return self._records.first_sound(
            door.week, f"{SELECT['week']} WHERE starts = ? ORDER BY id", (starts.isoformat(),)
        )

    def versions(self, starts: date) -> list[Week]:
        """The week of a Monday each time it was laid out, oldest first."""
        query = f"{SELECT['week']} WHERE starts = ? ORDER BY id"
        return self._records.sound(door.week, self._records.all(query, (starts.isoformat(),)))

    def by_day(self, starts: date) -> list[tuple[date, Week]]:
        """The week of a Monday as it stood at the end of each day on which it was laid out, oldest first; what was laid
        out before it began is dated to its Monday.
        """
        rows = self._records.all("SELECT id, on_date FROM week WHERE starts = ? ORDER BY id", (starts.isoformat(),))
        stood = dict[date, Week]()
        for number, on in rows:
            for week in self._records.sound(door.week, self._records.all(f"{SELECT['week']} WHERE id = ?", (number,))):
                stood[max(day_of(on) or starts, starts)] = week
        return sorted(stood.items())

    def began(self, after: date = date.min) -> date | None:
        """The Monday of the first week ever shown, or the first after a day; no plan began before anybody was on
        record, so that a look with the clock set too early counts for nothing.
        """
        shown = self._first_day("SELECT starts FROM week WHERE starts > ? ORDER BY starts", (after.isoformat(),))
        if shown is None:
            return None
        recorded = self._first_day("SELECT on_date FROM person ORDER BY on_date")
        return max(shown, monday(recorded)) if recorded else shown

    def _first_day(self, query: str, values: tuple[Any, ...] = ()) -> date | None:
        """The first of some days that is one."""
        return next((day for (text,) in self._records.connection.execute(query, values) if (day := day_of(text))), None)

    def last_slots(self, exercise: str) -> list[str]:
        """The slots an exercise had in the programme when it last had any."""
        held = PART.format("calm_programme")
        named = f"{SELECT['week']} WHERE instr({held}, ?) ORDER BY id DESC"
        for row in self._records.connection.execute(named, (json.dumps(exercise),)):
            for week in self._records.sound(door.week, [row]):
                if found := [slot for slot, held in week.calm_programme.items() if held == exercise]:
                    return found
        return []

    def keep(self, week: Week, on: date, swap: Swap | None = None, back: str | None = None) -> None:
        """Add a week as laid out on a date, together with the swap that led to it, and with the exercise whose swap was
        taken back, if any was; earlier layouts stay.
        """
        with self._records.transaction():
            share = partial(shared.number_of, self._records.connection)
            document = door.written("week", week.document(), share=share)
            dated = {"starts": week.starts.isoformat(), "on_date": on.isoformat(), "at": now()}
            self._records.add("week", {**dated, "document": document})
            if swap:
                row = {"on_date": swap.on.isoformat(), "at": now(), "exercise": swap.exercise, "why": swap.why}
                self._records.add("swap", row)
            if back:
                self._records.connection.execute(
                    "UPDATE swap SET ended_on = ? WHERE exercise = ? AND ended_on IS NULL", (on.isoformat(), back)
                )

    def keep_or_say_why(self, make: Callable[[], tuple[Week, Made]], on: date) -> tuple[Week, Made, str]:
        """Make a week, and what goes with it, and add it as laid out on a date, in one transaction; where the disk
        takes nothing, with why nothing was added.
        """
        lasts = self._records.lasting.any
        try:
            with self._records.transaction():
                week, made = make()
                self.keep(week, on)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in TAKES_NOTHING:
                raise
            return *make(), "" if self._records.lasting.any and not lasts else why_refused(error)
        return week, made, ""

    def swaps(self) -> list[Swap]:
        """Every swap that was not taken back, oldest first."""
        rows = self._records.all(f"{SELECT['swap']} WHERE ended_on IS NULL ORDER BY id")
        return self._records.sound(door.swap, rows)
