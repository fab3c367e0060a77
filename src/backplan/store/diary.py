"""The diary: what a person did and felt."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from backplan.model.diary import FROM_INTERVIEW, LogEntry
from backplan.store import checksum, door
from backplan.store.door import DamagedRecordError
from backplan.store.records import NO_DAY, PART, SELECT, Records, now
from backplan.store.shapes import day_of

RECENT_DAYS = 60  # what planning looks back on; older pain counts only as the latest word
_ENTRY = f"{SELECT['entry']} WHERE undone_at IS NULL"
_DONE = f"kind IN ('session', 'activity') AND {PART.format('done')} IS NOT 'no'"
_PAIN = "pain IS NOT NULL"
_LOGGED = f"NOT (kind IS 'pain' AND {PART.format('note')} IS '{FROM_INTERVIEW}')"


class Diary:
    """The entries of the diary."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._checked: dict[Any, LogEntry] = {}  # what rows hold that were read already
        self._all_dated = False  # whether every entry is known to have a day: none is written without one

    def add(self, *entries: LogEntry) -> list[int]:
        """Write entries of the diary in one transaction; returns their numbers."""
        with self._records.transaction():
            return [self._insert(entry) for entry in entries]

    def _insert(self, entry: LogEntry) -> int:
        return self._records.add("entry", {"at": now(), **_entry_row(self._late_or_not(entry))})

    def _late_or_not(self, entry: LogEntry) -> LogEntry:
        """An entry with whether a later word on the leg than its own is there already, in the diary or an answer."""
        if entry.leg is None:
            return entry._replace(late=None)
        later = "SELECT 1 FROM leg_noted WHERE (day, entry) > (CAST(julianday(?) + 0.5 AS INTEGER), ?)"
        answered = f"SELECT 1 WHERE (SELECT {PART.format('pain[5]')} FROM person ORDER BY id DESC LIMIT 1) > ?"
        day, number = entry.on.isoformat(), 1 << 62 if entry.id is None else entry.id
        found = self._records.one(f"{later} UNION ALL {answered}", (day, number, day))
        return entry._replace(late=True if found else None)

    def entries(self, since: date | None = None, until: date | None = None) -> list[LogEntry]:
        """The entries of the diary about the days from one date to another, in order of the day, then as written."""
        return self._records.sound(self._entry, self._entry_rows(since, until))

    def all(self) -> Iterator[LogEntry]:
        """The whole diary, in its order, read as it is asked for."""
        rows = self._records.each("entry", f"{_ENTRY} ORDER BY on_date, id")
        return (entry for row in rows for entry in self._records.sound(door.entry, [row]))

    def latest(self, most: int) -> tuple[list[LogEntry], int]:
        """The last entries of the diary that can be read, in its order, so many at the most, and how many it holds."""
        found: list[LogEntry] = []
        rows = self._records.connection.execute(f"{_ENTRY} ORDER BY on_date DESC, id DESC")
        while len(found) < most and (row := rows.fetchone()):
            found += self._records.sound(self._entry, [row])
        held: int = self._records.one("SELECT count(*) FROM entry WHERE undone_at IS NULL")[0]
        return found[::-1], held if len(found) == most else len(found)

    def _entry(self, row: Any) -> LogEntry:
        """The entry of a row; each is checked once. Raises DamagedRecordError."""
        found = self._checked.get(row)
        if found is None:
            found = self._checked[row] = door.entry(row)
        return found

    def _entry_rows(self, since: date | None, until: date | None) -> list[Any]:
        return self._records.all(
            f"{_ENTRY} AND on_date >= ? AND (? IS NULL OR on_date <= ?) ORDER BY on_date, id",
            (since.isoformat() if since else "", *[until and until.isoformat()] * 2),
        )

    def recent(self, today: date) -> list[LogEntry]:
        """What planning needs of the diary, in its order: the last weeks, pauses to come, and from before them the
        latest pain and the last thing done, each if none is noted in the last weeks. Of a damaged entry, and of one of
        tomorrow, what holds back. Raises DamagedRecordError where nobody can tell what it said of the leg, which may
        stop somebody.
        """
        return list(self._records.once(today, lambda: self._recent(today)))

    def _recent(self, today: date) -> list[LogEntry]:
        since = today - timedelta(days=RECENT_DAYS)
        ahead = f"{_ENTRY} AND kind = 'pause' AND on_date > ? ORDER BY on_date, id"
        found = [*self._with_remains(self._entry_rows(since, today)),
                 *self._records.sound(self._entry, self._records.all(ahead, (today.isoformat(),)))]  # fmt: skip
        if further_east := [*self._noted_further_east(today)]:
            found = _in_order([*found, *further_east])
        self._tell_undated()
        older = list[LogEntry]()
        if not any(entry.kind in ("session", "activity") and entry.done != "no" for entry in found):
            older += self._last_before(since, _DONE)
        if not any(entry.pain is not None for entry in found):
            older += self._last_before(since, _PAIN)
        return [*_in_order(older), *found]

    def _noted_further_east(self, today: date) -> Iterator[LogEntry]:
        """Of what was noted of the day after today, what holds back, as of today."""
        if (ahead := self._records.day_ahead()) and today == self._records.today:
            found = (door.holding_back(row) for row in self._entry_rows(ahead, ahead))
            yield from (entry._replace(on=today) for entry in found if entry)

    def _with_remains(self, rows: Iterable[Any]) -> list[LogEntry]:
        """Entries, and of the damaged ones what holds back all the same. Raises DamagedRecordError where nobody can
        tell what one said of the leg.
        """
        found = []
        for row in rows:
            try:
                entry: LogEntry | None = self._entry(row)
            except DamagedRecordError as error:
                entry = door.remains(row, error.damaged)
                self._records.tell(error.damaged.set_aside)
            found += [entry] if entry else []
        return found

    def _tell_undated(self) -> None:
        """Tell of entries whose day is none, which no look at some days would find."""
        if self._all_dated:
            return
        undated = "SELECT id FROM entry WHERE on_date < ? OR on_date > ? OR date(on_date) IS NOT on_date"
        found = self._records.all(f"{_ENTRY} AND id IN ({undated})", NO_DAY)
        self._all_dated = not found
        self._with_remains(found)

    def _last_before(self, day: date, which: str) -> list[LogEntry]:
        """The last entry of a sort from before a day: how long a gap is, and the latest pain, are never forgotten."""
        rows = self._records.connection.execute(
            f"{_ENTRY} AND {which} AND on_date < ? ORDER BY on_date DESC, id DESC", (day.isoformat(),)
        )
        return next((found for row in rows if (found := self._records.sound(door.entry, [row]))), [])

    def last_done(self) -> date | None:
        """The last day of which something done is noted."""
        return next((entry.on for entry in self._last_before(date.max, _DONE)), None)

    def before_recent(self, today: date) -> list[LogEntry]:
        """What planning needs of the diary from before the last sixty days, in its order: every score of what the
        person can do, and pain in the beginning.
        """
        until = today - timedelta(days=RECENT_DAYS + 1)
        return _in_order([*self._first_pain(until), *self.of_kinds(("function",), until)])

    def for_look_back(self, since: date, today: date, week: date) -> list[LogEntry]:
        """What a look back from one day to today needs of the diary, in its order: what was noted from that day on, and
        from before it what was noted in the week of a Monday, every score and pause, pain in the beginning, the last
        thing noted, and the last but for the interview's answers on pain.
        """
        before = since - timedelta(days=1)
        last = [each for which in ("1", _LOGGED) for each in self._last_before(since, which)]
        of_week = self.entries(week, min(before, week + timedelta(days=6)))
        earlier = [*self._first_pain(before), *self.of_kinds(("function", "pause"), before), *of_week, *last]
        return [*_in_order(earlier), *self.entries(since, today)]

    def of_kinds(self, kinds: tuple[str, ...], until: date = date.max, since: date | None = None) -> list[LogEntry]:
        """The entries of some kinds from one day to another, in the order of the diary."""
        named = ", ".join("?" * len(kinds))
        query = f"{_ENTRY} AND kind IN ({named}) AND on_date >= ? AND on_date <= ? ORDER BY on_date, id"
        days = (since.isoformat() if since else "", until.isoformat())
        return self._records.sound(self._entry, self._records.all(query, (*kinds, *days)))

    def _first_pain(self, until: date) -> list[LogEntry]:
        """The entries with pain up to a day, from the first on until seven days hold enough to be compared with."""
        from backplan.model.outcome import ENOUGH_DAYS

        found, days, end = list[LogEntry](), list[date](), date.max
        rows = self._records.connection.execute(
            f"{_ENTRY} AND {_PAIN} AND on_date <= ? ORDER BY on_date, id", (until.isoformat(),)
        )
        for entry in (
            entry for row in rows for entry in self._records.sound(self._entry, [row]) if entry.pain is not None
        ):
            if entry.on > end:
                break
            found.append(entry)
            if end == date.max and entry.on not in days[-1:]:
                days.append(entry.on)
                first = days[-ENOUGH_DAYS:][0]
                end = first + timedelta(days=6) if len(days) >= ENOUGH_DAYS and (entry.on - first).days < 7 else end
        return found

    def entry(self, number: int) -> LogEntry | None:
        """One entry of the diary by its number; None when there is none or it was undone. Raises DamagedRecordError."""
        row = self._records.one(f"{_ENTRY} AND id = ?", (_id(number),))
        return door.entry(row) if row else None

    def change(self, entry: LogEntry, *, slip: bool = False) -> None:
        """Write an entry of the diary anew under its number. A word on the leg is told late where it is told of another
        day, or otherwise, unless what stood there was a ``slip`` that was never so.
        """
        with self._records.transaction():
            if not slip and (entry.on, entry.leg) != self._word_of(entry.id):
                entry = self._late_or_not(entry)
            row = checksum.beside("entry", {"id": entry.id, "at": entry.at, **_entry_row(entry)})
            named = ", ".join(f"{column} = :{column}" for column in row)
            self._records.connection.execute(f"UPDATE entry SET {named} WHERE id = :id", row)

    def _word_of(self, number: int | None) -> tuple[date | None, Any]:
        """The day of an entry, and its word on the leg, as they stand."""
        on, leg = self._records.one(f"SELECT on_date, {PART.format('leg')} FROM entry WHERE id = ?", (_id(number),))
        return day_of(on), leg

    def undo(self, number: int | None = None) -> LogEntry | None:
        """Take back an entry of the diary (the one logged last, answers of the interview left alone, unless a number is
        given); None when there is none.
        """
        with self._records.transaction():
            number = self.last_written() if number is None else number
            row = self._records.one(f"{_ENTRY} AND id = ?", (_id(number),))
            if row:
                self._records.connection.execute("UPDATE entry SET undone_at = ? WHERE id = ?", (now(), row[0]))
        return self._taken_back(row) if row else None

    def last_written(self) -> int | None:
        """The number of the entry written last, answers of the interview left alone; None when there is none."""
        row = self._records.one(
            "SELECT id FROM entry WHERE undone_at IS NULL AND NOT (kind IN ('pain', 'function') AND instr(document, ?))"
            " ORDER BY id DESC LIMIT 1",
            (json.dumps({"note": FROM_INTERVIEW})[1:-1],),
        )
        return row[0] if row else None

    def _taken_back(self, row: Any) -> LogEntry:
        """An entry that was taken back, or as much of it as can be read."""
        try:
            return door.entry(row)
        except DamagedRecordError as error:
            self._records.tell(error.damaged.set_aside)
            return door.holding_back(row) or LogEntry(day_of(row[1]) or datetime.now(UTC).date(), "pain", id=row[0])

    def severe_since(self, day: date) -> list[tuple[str, int]]:
        """The days from one on, as ISO text, with an entry of severe pain, and that pain."""
        from backplan.rules.pain.severe import SEVERE

        rows = self._records.all(
            "SELECT on_date, max(pain) FROM entry WHERE undone_at IS NULL AND typeof(pain) = 'integer'"
            f" AND pain >= {SEVERE} AND on_date >= ? GROUP BY on_date",
            (day.isoformat(),),
        )
        return [(str(on), int(pain)) for on, pain in rows]


def _entry_row(entry: LogEntry) -> dict[str, Any]:
    skip = {"id", "at", "on", "kind"}
    fields = {key: value for key, value in entry._asdict().items() if key not in skip and value not in (None, ())}
    on = entry.on.isoformat()
    document = door.written("entry", fields, lambda fields: door.entry_faults(fields, entry.kind, on))
    return {"on_date": on, "kind": entry.kind, "pain": entry.pain, "document": document}


def _in_order(entries: Iterable[LogEntry]) -> list[LogEntry]:
    """Entries in the order of the diary, each once."""
    once = {(entry.on, entry.id or 0): entry for entry in entries}
    return [once[key] for key in sorted(once)]


def _id(number: int | None) -> int | None:
    """A number as SQLite can look for it; 0, which is nothing's number, for one beyond what it holds."""
    return number if number is None or abs(number) < 1 << 63 else 0
