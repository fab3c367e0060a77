"""The store: one SQLite file with what the person answered, did and was shown. Every write is one whole transaction."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from backplan.errors import StoreError, in_a_line, reason_of
from backplan.model.diary import FROM_INTERVIEW, LogEntry, Swap
from backplan.model.move import Move
from backplan.model.person import Person
from backplan.model.prescription import Prescribed
from backplan.model.vocabulary import LEGS, Leg
from backplan.model.week import Week, monday
from backplan.store import checksum, door
from backplan.store.door import DamagedRecordError
from backplan.store.lasting import Lasting
from backplan.store.schema import TABLES, TAKES_NOTHING, connect, make_file, refuse_newer, upgrade
from backplan.store.shapes import YEARS, day_of

Made = TypeVar("Made")

if TYPE_CHECKING:
    from backplan.store.backup import Holds

FILE = "backplan.db"
_NO_DAY = (f"{YEARS.start}", f"{YEARS.stop}")  # no day as text comes before the first or after the second
_JULIAN = 1_721_425  # what SQLite's number of a day, the Julian one, is more than Python's
_DAYS = tuple(date(year, 1, 1).toordinal() + _JULIAN for year in (YEARS.start, YEARS.stop))
RECENT_DAYS = 60  # what planning looks back on; older pain counts only as the latest word
_PERSON, _ENTRIES, _WEEK, _PRESCRIBED, _SWAP = (
    f"SELECT {', '.join(columns)} FROM {table}" for table, columns in door.COLUMNS.items()
)
_ENTRY = f"{_ENTRIES} WHERE undone_at IS NULL"
_PART = "CASE WHEN json_valid(document) THEN json_extract(document, '$.{}') END"
_DONE = f"kind IN ('session', 'activity') AND {_PART.format('done')} IS NOT 'no'"
_PAIN = "pain IS NOT NULL"
_DEPTH = f"CASE leg {' '.join(f'WHEN {leg!r} THEN {depth}' for depth, leg in enumerate(LEGS))} END"
_LEGS_NOTED = (  # numbers alone: a text takes as long to read as all else of its row
    f"SELECT day, {_DEPTH} AS depth FROM leg_noted WHERE day >= ? AND day < ? AND depth IS NOT NULL ORDER BY day, entry"
)
_MOVES = _PART.format("moves")  # in the words of the index on it
_ALL_OWN = ""  # the name, of no file, under which it stands that own files are due, even if there are none
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_WAY_BACK = "`backplan restore` brings a backup back"


def unheard(sentence: str) -> None:
    """Nobody is told of what was set aside."""


class Store:
    """A person's data. Use ``with opened(folder) as store``.

    A damaged record is set aside and told; where it must be known, DamagedRecordError is raised. ``before_writing`` is
    called before each transaction; what it gives, if anything, is told after it. ``lasting`` is told of commits.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        lasting: Lasting,
        tell: Callable[[str], None] = unheard,
        before_writing: Callable[[], str] = str,
    ) -> None:
        self._db, self._lasting = connection, lasting
        self._tell, self._before_writing = tell, before_writing
        self._read: dict[Any, Any] = {}  # what was read of the store as it stands
        self._stands: tuple[int, int] | None = None  # changes whenever this connection or another writes
        self._checked: dict[Any, LogEntry] = {}  # the entries of rows that were read already
        self._all_dated = False  # whether every entry is known to have a day: none is written without one

    def _once(self, what: Any, read: Callable[[], Made]) -> Made:
        """What was read of the store, read anew only after something was written."""
        stands = (self._one("PRAGMA data_version")[0], self._db.total_changes)
        if stands != self._stands:
            self._read, self._stands = {}, stands
        if what not in self._read:
            self._read[what] = read()
        found: Made = self._read[what]
        return found

    # -- the person ---------------------------------------------------------------------------------------------

    def person(self) -> Person | None:
        """The person as last recorded, with the words on the leg; None before the first interview. Raises
        DamagedRecordError.
        """
        person = self.answered()
        if person is None:
            return None
        legs = self._once("legs", self._legs)
        return person._replace(legs=legs if len(legs) > 1 else ())

    def answered(self) -> Person | None:
        """The person as they last answered, without the words on the leg, which take longer to read; None before the
        first interview. Raises DamagedRecordError.
        """
        row = self._one(f"{_PERSON} ORDER BY id DESC LIMIT 1")
        return door.person(row) if row else None

    def person_left(self) -> Person | None:
        """What is left of a person whose last record is damaged: the last answers that can be read, with all red flags
        that can be read in later ones. None where nothing is.
        """
        left: Person | None = None
        for row in self._all(f"{_PERSON} ORDER BY id"):
            try:
                left = door.person(row)
            except DamagedRecordError as error:
                self._tell(error.damaged.set_aside)
                left = door.with_flags(left, row)
        return left

    def _legs(self) -> tuple[tuple[date, Leg], ...]:
        """How far down the leg pain goes, as answers and the diary said it, in order of the day."""
        answers = self._all(
            f"SELECT on_date, {_PART.format('pain[4]')}, {_PART.format('pain[5]')} FROM person"
            f" WHERE NOT ifnull({_PART.format('unfinished')}, 0) ORDER BY id"
        )
        answers = [words for number, words in enumerate(answers) if number == 0 or words[1] in LEGS]
        told_anew = [now[:2] for before, now in pairwise([(), *answers]) if now[1:] != before[1:]]
        words = [door.leg_word(on, leg, n == 0) for n, (on, leg) in enumerate(told_anew)]
        noted = self._legs_noted([on for on, _ in told_anew])
        return tuple(sorted([*filter(None, words), *noted], key=lambda word: word[0]))

    def _legs_noted(self, asked: list[Any]) -> Iterator[tuple[date, Leg]]:
        """The words on the leg in the diary, with their days; of the same word said again and again, with no answer on
        the leg between, the first and the last: what lies between tells nothing of where pain moved.
        """
        days = sorted({_JULIAN + day.toordinal() for text in asked if (day := day_of(text))})
        for span in pairwise((_DAYS[0], *days, _DAYS[1])):
            for depth, same in groupby(self._db.execute(_LEGS_NOTED, span), itemgetter(1)):
                first, *rest = same
                for day, _ in (first, *rest[-1:]):
                    yield date.fromordinal(day - _JULIAN), LEGS[depth]

    def record_person(self, person: Person, on: date) -> None:
        """Add a dated record of the person; earlier ones stay."""
        with self.transaction():
            self._add(
                "person",
                {"on_date": on.isoformat(), "at": _now(), "document": door.written("person", person.document())},
            )

    # -- the diary ----------------------------------------------------------------------------------------------

    def log(self, *entries: LogEntry) -> list[int]:
        """Write entries of the diary in one transaction; returns their numbers."""
        with self.transaction():
            return [self._insert(entry) for entry in entries]

    def _insert(self, entry: LogEntry) -> int:
        return self._add("entry", {"at": _now(), **_entry_row(entry)})

    def entries(self, since: date | None = None, until: date | None = None) -> list[LogEntry]:
        """The entries of the diary about the days from one date to another, in order of the day, then as written."""
        return self._sound(self._entry, self._entry_rows(since, until))

    def all_entries(self) -> Iterator[LogEntry]:
        """The whole diary, in its order, read as it is asked for."""
        rows = self._each("entry", f"{_ENTRY} ORDER BY on_date, id")
        return (entry for row in rows for entry in self._sound(door.entry, [row]))

    def latest(self, most: int) -> tuple[list[LogEntry], int]:
        """The last entries of the diary that can be read, in its order, so many at the most, and how many it holds."""
        found: list[LogEntry] = []
        rows = self._db.execute(f"{_ENTRY} ORDER BY on_date DESC, id DESC")
        while len(found) < most and (row := rows.fetchone()):
            found += self._sound(self._entry, [row])
        held: int = self._one("SELECT count(*) FROM entry WHERE undone_at IS NULL")[0]
        return found[::-1], held if len(found) == most else len(found)

    def _entry(self, row: Any) -> LogEntry:
        """The entry of a row; each is checked once. Raises DamagedRecordError."""
        if (found := self._checked.get(row)) is None:
            found = self._checked[row] = door.entry(row)
        return found

    def _entry_rows(self, since: date | None, until: date | None) -> list[Any]:
        return self._all(
            f"{_ENTRY} AND on_date >= ? AND (? IS NULL OR on_date <= ?) ORDER BY on_date, id",
            (since.isoformat() if since else "", *[until and until.isoformat()] * 2),
        )

    def recent(self, today: date) -> list[LogEntry]:
        """What planning needs of the diary, in its order: the last weeks, pauses to come, and from before them the
        latest pain and the last thing done, each if none is noted in the last weeks. Of a damaged entry, what holds
        back. Raises DamagedRecordError where nobody can tell what it said of the leg, which may stop somebody.
        """
        return list(self._once(today, lambda: self._recent(today)))

    def _recent(self, today: date) -> list[LogEntry]:
        since = today - timedelta(days=RECENT_DAYS)
        ahead = f"{_ENTRY} AND kind = 'pause' AND on_date > ? ORDER BY on_date, id"
        found = [*self._with_remains(self._entry_rows(since, today)),
                 *self._sound(self._entry, self._all(ahead, (today.isoformat(),)))]  # fmt: skip
        self._tell_undated()
        older = list[LogEntry]()
        if not any(entry.kind in ("session", "activity") and entry.done != "no" for entry in found):
            older += self._last_before(since, _DONE)
        if not any(entry.pain is not None for entry in found):
            older += self._last_before(since, _PAIN)
        return [*_in_order(older), *found]

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
                self._tell(error.damaged.set_aside)
            found += [entry] if entry else []
        return found

    def _tell_undated(self) -> None:
        """Tell of entries whose day is none, which no look at some days would find."""
        if self._all_dated:
            return
        undated = "SELECT id FROM entry WHERE on_date < ? OR on_date > ? OR date(on_date) IS NOT on_date"
        found = self._all(f"{_ENTRY} AND id IN ({undated})", _NO_DAY)
        self._all_dated = not found
        self._with_remains(found)

    def _last_before(self, day: date, which: str) -> list[LogEntry]:
        """The last entry of a sort from before a day: how long a gap is, and the latest pain, are never forgotten."""
        rows = self._db.execute(
            f"{_ENTRY} AND {which} AND on_date < ? ORDER BY on_date DESC, id DESC", (day.isoformat(),)
        )
        return next((found for row in rows if (found := self._sound(door.entry, [row]))), [])

    def before_recent(self, today: date) -> list[LogEntry]:
        """What planning needs of the diary from before the last sixty days, in its order: every score of what the
        person can do, and pain in the beginning.
        """
        until = today - timedelta(days=RECENT_DAYS + 1)
        return _in_order([*self._first_pain(until), *self._of_kinds(("function",), until)])

    def for_look_back(self, since: date, today: date, week: date) -> list[LogEntry]:
        """What a look back from one day to today needs of the diary, in its order: what was noted from that day on, and
        from before it what was noted in the week of a Monday, every score and pause, pain in the beginning, and the
        last thing noted, be it pain or not.
        """
        before = since - timedelta(days=1)
        last = [each for which in ("1", "kind IS NOT 'pain'") for each in self._last_before(since, which)]
        of_week = self.entries(week, min(before, week + timedelta(days=6)))
        earlier = [*self._first_pain(before), *self._of_kinds(("function", "pause"), before), *of_week, *last]
        return [*_in_order(earlier), *self.entries(since, today)]

    def _of_kinds(self, kinds: tuple[str, ...], until: date) -> list[LogEntry]:
        """The entries of some kinds up to a day."""
        named = ", ".join("?" * len(kinds))
        query = f"{_ENTRY} AND kind IN ({named}) AND on_date <= ? ORDER BY on_date, id"
        return self._sound(self._entry, self._all(query, (*kinds, until.isoformat())))

    def _first_pain(self, until: date) -> list[LogEntry]:
        """The entries with pain up to a day, from the first on until seven days hold enough to be compared with."""
        from backplan.model.outcome import ENOUGH_DAYS

        found, days, end = list[LogEntry](), list[date](), date.max
        rows = self._db.execute(f"{_ENTRY} AND {_PAIN} AND on_date <= ? ORDER BY on_date, id", (until.isoformat(),))
        for entry in (entry for row in rows for entry in self._sound(self._entry, [row]) if entry.pain is not None):
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
        row = self._one(f"{_ENTRY} AND id = ?", (_id(number),))
        return door.entry(row) if row else None

    def change(self, entry: LogEntry) -> None:
        """Write an entry of the diary anew under its number."""
        with self.transaction():
            row = checksum.beside("entry", {"at": entry.at, **_entry_row(entry)})
            named = ", ".join(f"{column} = :{column}" for column in row)
            self._db.execute(f"UPDATE entry SET {named} WHERE id = :id", {**row, "id": entry.id})

    def undo(self, number: int | None = None) -> LogEntry | None:
        """Take back an entry of the diary (the one logged last, answers of the interview left alone, unless a number is
        given); None when there is none.
        """
        with self.transaction():
            row = self._one(
                f"{_ENTRY} AND (id = ? OR ? IS NULL AND NOT (kind IN ('pain', 'function') AND instr(document, ?)))"
                " ORDER BY id DESC LIMIT 1",
                (_id(number), _id(number), json.dumps({"note": FROM_INTERVIEW})[1:-1]),
            )
            if row:
                self._db.execute("UPDATE entry SET undone_at = ? WHERE id = ?", (_now(), row[0]))
        return self._taken_back(row) if row else None

    def _taken_back(self, row: Any) -> LogEntry:
        """An entry that was taken back, or as much of it as can be read."""
        try:
            return door.entry(row)
        except DamagedRecordError as error:
            self._tell(error.damaged.set_aside)
            return door.holding_back(row) or LogEntry(day_of(row[1]) or datetime.now(UTC).date(), "pain", id=row[0])

    # -- the weeks ----------------------------------------------------------------------------------------------

    def week(self, starts: date) -> Week | None:
        """The week that starts on a Monday, as last laid out."""
        return self._first_sound(door.week, f"{_WEEK} WHERE starts = ? ORDER BY id DESC", (starts.isoformat(),))

    def weeks(self, until: date, most: int = 12) -> list[Week]:
        """The last weeks shown up to a Monday, each as last laid out, oldest first."""
        self._tell_unplaced()
        rows = self._all(
            "SELECT DISTINCT starts FROM week WHERE starts <= ? AND starts >= ? ORDER BY starts DESC LIMIT ?",
            (until.isoformat(), _NO_DAY[0], most),
        )
        shown = (self.week(day) for (starts,) in reversed(rows) if (day := day_of(starts)))
        return [week for week in shown if week]

    def _tell_unplaced(self) -> None:
        """Tell of weeks whose Monday is no day."""
        self._sound(door.week, self._all(f"{_WEEK} WHERE starts < ? OR starts > ?", _NO_DAY))

    def moves(self, exercise: str, until: date, most: int) -> list[tuple[date, Move]]:
        """The moves of an exercise in the last weeks shown up to a Monday, each week as last laid out, oldest first,
        with the Monday of each. Of the other weeks nothing is read, and none is kept in memory.
        """
        self._tell_unplaced()
        span = (until.isoformat(), _NO_DAY[0])
        rows = self._all(
            "SELECT DISTINCT starts FROM week WHERE starts <= ? AND starts >= ?"
            f" AND instr({_MOVES}, ?) ORDER BY starts",
            (*span, json.dumps(exercise)),
        )
        first = self._one(
            "SELECT min(starts) FROM (SELECT DISTINCT starts FROM week WHERE starts <= ? AND starts >= ?"
            " ORDER BY starts DESC LIMIT ?)",
            (*span, most),
        )[0]
        days = (day for (starts,) in rows if starts >= first and (day := day_of(starts)))
        weeks = ((day, week) for day in days if (week := self.week(day)))
        return [(day, move) for day, week in weeks for move in week.moves if move.exercise == exercise]

    def as_first_shown(self, starts: date) -> Week | None:
        """The week of a Monday as it was first laid out; None where none was shown."""
        return self._first_sound(door.week, f"{_WEEK} WHERE starts = ? ORDER BY id", (starts.isoformat(),))

    def versions(self, starts: date) -> list[Week]:
        """The week of a Monday each time it was laid out, oldest first."""
        query = f"{_WEEK} WHERE starts = ? ORDER BY id"
        return self._sound(door.week, self._all(query, (starts.isoformat(),)))

    def mark(self) -> str:
        """What tells this person from any other, now and after a backup was brought back: made from the first record of
        them, and telling nothing of it.
        """
        from hashlib import sha256

        first = self._one("SELECT on_date, at, document FROM person ORDER BY id LIMIT 1")
        return sha256(repr(tuple(first or ())).encode()).hexdigest()[:12]

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
        return next((day for (text,) in self._db.execute(query, values) if (day := day_of(text))), None)

    def last_slots(self, exercise: str) -> list[str]:
        """The slots an exercise had in the programme when it last had any."""
        held = _PART.format("calm_programme")
        named = f"{_WEEK} WHERE instr({held}, ?) ORDER BY id DESC"
        for row in self._db.execute(named, (json.dumps(exercise),)):
            for week in self._sound(door.week, [row]):
                if found := [slot for slot, held in week.calm_programme.items() if held == exercise]:
                    return found
        return []

    def keep_week(self, week: Week, on: date, swap: Swap | None = None, back: str | None = None) -> None:
        """Add a week as laid out on a date, together with the swap that led to it, and with the exercise whose swap was
        taken back, if any was; earlier layouts stay.
        """
        with self.transaction():
            document = door.written("week", week.document())
            dated = {"starts": week.starts.isoformat(), "on_date": on.isoformat(), "at": _now()}
            self._add("week", {**dated, "document": document})
            if swap:
                said = {"on_date": swap.on.isoformat(), "at": _now(), "exercise": swap.exercise, "why": swap.why}
                self._add("swap", said)
            if back:
                self._db.execute(
                    "UPDATE swap SET ended_on = ? WHERE exercise = ? AND ended_on IS NULL", (on.isoformat(), back)
                )

    def keep_or_say_why(self, make: Callable[[], tuple[Week, Made]], on: date) -> tuple[Week, Made, str]:
        """Make a week, and what goes with it, and add it as laid out on a date, in one transaction; where the disk
        takes nothing, with why nothing was added.
        """
        lasts = self._lasting.any
        try:
            with self.transaction():
                week, made = make()
                self.keep_week(week, on)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in TAKES_NOTHING:
                raise
            return *make(), "" if self._lasting.any and not lasts else str(error)
        return week, made, ""

    def swaps(self) -> list[Swap]:
        """Every swap that was not taken back, oldest first."""
        rows = self._all(f"{_SWAP} WHERE ended_on IS NULL ORDER BY id")
        return self._sound(door.swap, rows)

    # -- the prescription ---------------------------------------------------------------------------------------

    def prescribe(self, items: Iterable[Prescribed], today: date, ending: Iterable[int] = ()) -> list[int]:
        """Write items of a prescription at once, ending those they take the place of; returns their numbers."""
        with self.transaction():
            for number in ending:
                self._end(number, today)
            return [self._prescribed(item) for item in items]

    def _prescribed(self, item: Prescribed) -> int:
        document = door.written("prescription", item.document())
        return self._add("prescription", {"on_date": item.on.isoformat(), "at": _now(), "document": document})

    def end_prescription(self, numbers: Iterable[int], today: date) -> None:
        """End items of the prescription, by number, from a day on; they stay on record."""
        with self.transaction():
            for number in numbers:
                self._end(number, today)

    def _end(self, number: int, today: date) -> None:
        self._db.execute(
            "UPDATE prescription SET ended_on = ? WHERE id = ? AND ended_on IS NULL", (today.isoformat(), number)
        )

    def prescriptions(self) -> list[Prescribed]:
        """Every item of a prescription ever recorded, oldest first, the ended ones too. Raises DamagedRecordError for
        one that may be in force, because what bars must be known.
        """
        rows = self._all(f"{_PRESCRIBED} ORDER BY id")
        ended = [row for row in rows if day_of(row[3])]
        sound = {item.id: item for item in self._sound(door.prescribed, ended)}
        read = (sound.get(row[0]) if row in ended else door.prescribed(row) for row in rows)
        return [item for item in read if item]

    def damaged_prescriptions(self) -> list[int]:
        """The numbers of the items that cannot be read and may be in force."""
        rows = self._all(f"{_PRESCRIBED} ORDER BY id")
        return [row[0] for row in rows if not (day_of(row[3]) or door.reads(door.prescribed, row))]

    def end_damaged(self, numbers: Iterable[int], today: date) -> None:
        """End items of the prescription that cannot be read, by number, from a day on."""
        with self.transaction():
            for number in numbers:
                self._db.execute("UPDATE prescription SET ended_on = ? WHERE id = ?", (today.isoformat(), number))

    # -- the whole of it ----------------------------------------------------------------------------------------

    def keep_backup(self) -> str:
        """Keep the backup of the day before something beside the store changes, if it is not kept yet; gives what is to
        be told after the change, if anything.
        """
        return self._before_writing()

    def holds(self, own: int) -> Holds:
        """What it holds, with the number of own files beside it."""
        from backplan.store.backup import holds

        return holds(self._db, own)

    def rows(self) -> dict[str, Iterator[dict[str, Any]]]:
        """All records that can be read, by table, each as its columns with its document as JSON; read as they are asked
        for.
        """
        return {table: self._rows(table) for table in TABLES}

    def _rows(self, table: str) -> Iterator[dict[str, Any]]:
        columns, read = TABLES[table], door.READERS[table]
        for values in self._each(table, f"SELECT {', '.join(columns)} FROM {table} ORDER BY id"):
            row = dict(zip(columns, values, strict=True))
            if self._sound(read, [[row[key] for key in door.COLUMNS[table]]]):
                del row["checksum"]  # it is of the text as it stands here
                yield row | ({"document": door.document_of(table, row["document"])} if "document" in row else {})

    @contextmanager
    def beside(self, other: Path) -> Iterator[None]:
        """With another store of the same schema beside this one, for ``take_over``."""
        self._db.execute("ATTACH DATABASE ? AS other", (str(other),))
        try:
            yield
        finally:
            self._db.execute("DETACH DATABASE other")

    def take_over(self) -> None:
        """All records of the store beside this one, in place of those in it; inside a transaction."""
        for table, columns in TABLES.items():
            self._db.execute(f"CREATE TEMP TABLE IF NOT EXISTS before_{table} AS SELECT * FROM main.{table}")
            self._db.execute(f"DELETE FROM main.{table}")
            named = ", ".join(columns)
            self._db.execute(f"INSERT INTO main.{table} ({named}) SELECT {named} FROM other.{table}")

    def owe_own(self, own: Mapping[str, bytes]) -> None:
        """Note the own files, by name, that are to take the place of those beside the store."""
        with self.transaction():
            self.own_settled()
            rows = {_ALL_OWN: b"", **own}
            self._db.executemany("INSERT INTO own_due (name, content) VALUES (?, ?)", rows.items())

    def own_owed(self) -> dict[str, bytes] | None:
        """The own files that are to take the place of those beside the store; None where none are."""
        from backplan.store.backup import own_name

        found = dict(self._all("SELECT name, content FROM own_due"))
        if found.pop(_ALL_OWN, None) is None:
            return None
        return {name: content for name, content in found.items() if own_name(name) and isinstance(content, bytes)}

    def own_settled(self) -> None:
        """Note that the own files are in their place."""
        with self.transaction():
            self._db.execute("DELETE FROM own_due")

    def keep_what_holds_back(self, *, answers: bool) -> None:
        """After ``take_over``: what stood here before, is not in what was taken over and holds back goes on standing,
        as the latest: the entries with a word on the leg, much pain, a flare or signs, what a therapist asked to leave
        out or to limit, and the ``answers``.
        """
        from backplan.rules.pain.severe import SEVERE

        entry = f"{_PART.format('leg')} IS NOT NULL OR ifnull(pain, 0) >= {SEVERE} OR kind IN ('flare', 'signs')"
        asked = f"ended_on IS NULL AND ifnull({_PART.format('kind')}, '') != 'add'"
        kept = [("entry", f"undone_at IS NULL AND ({entry})"), ("prescription", asked)]
        for table, where in [*kept, *([("person", "1")] if answers else [])]:
            named = ", ".join(TABLES[table][1:])
            self._db.execute(
                f"INSERT INTO main.{table} ({named}) SELECT {named} FROM before_{table} AS old WHERE {where} AND NOT"
                f" EXISTS (SELECT 1 FROM main.{table} AS new WHERE new.at = old.at AND new.document = old.document)"
                " ORDER BY id"
            )

    def severe_since(self, day: date) -> list[tuple[str, int]]:
        """The days from one on, as ISO text, with an entry of severe pain, and that pain."""
        from backplan.rules.pain.severe import SEVERE

        rows = self._all(
            "SELECT on_date, max(pain) FROM entry WHERE undone_at IS NULL AND typeof(pain) = 'integer'"
            f" AND pain >= {SEVERE} AND on_date >= ? GROUP BY on_date",
            (day.isoformat(),),
        )
        return [(str(on), int(pain)) for on, pain in rows]

    # -- how it is read and written -----------------------------------------------------------------------------

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A transaction, all or nothing: other writers wait, and an interruption leaves what was there before.

        What a write depends on is read within it, so that nothing that another window wrote meanwhile is lost.
        """
        if self._db.in_transaction:
            yield
            return
        trouble = self._before_writing()
        self._db.execute("BEGIN IMMEDIATE")
        before = self._db.total_changes
        try:
            yield
            self._commit(writes=self._db.total_changes > before)
        except BaseException:
            self._db.rollback()
            self._stands = None
            raise
        if trouble:
            self._tell(trouble)

    def _commit(self, *, writes: bool) -> None:
        """Commit, and note that it lasts, even where an interruption waited for the commit to end, or the disk failed
        at its very end, with all of it there: SQLite's number for what a file belongs to tells this write from others.
        """
        mark = int.from_bytes(os.urandom(4)) >> 1
        if writes:
            self._db.execute(f"PRAGMA application_id = {mark}")
        try:
            self._db.commit()
            self._lasting.any = self._lasting.any or writes
        except sqlite3.Error:
            self._db.rollback()
            with suppress(sqlite3.Error):
                self._lasting.any = self._lasting.any or self._one("PRAGMA application_id")[0] == mark
            raise
        except BaseException:
            self._lasting.any = self._lasting.any or (writes and not self._db.in_transaction)
            raise

    def _add(self, table: str, row: Mapping[str, Any]) -> int:
        """Add a record with its checksum; returns its number."""
        added = checksum.beside(table, row)
        named, marks = ", ".join(added), ", ".join(f":{column}" for column in added)
        cursor = self._db.execute(f"INSERT INTO {table} ({named}) VALUES ({marks})", added)
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _sound(self, read: Callable[[door.Row], Made], rows: Iterable[Any]) -> list[Made]:
        """What the rows hold that can be read; the rest is set aside and told."""
        found = []
        for row in rows:
            try:
                found.append(read(row))
            except DamagedRecordError as error:
                self._tell(error.damaged.set_aside)
        return found

    def _first_sound(self, read: Callable[[door.Row], Made], query: str, values: tuple[Any, ...]) -> Made | None:
        """The first row that can be read; those before it are set aside and told."""
        return next((found for row in self._db.execute(query, values) for found in self._sound(read, [row])), None)

    def _each(self, table: str, query: str) -> Iterator[Any]:
        """The rows of a table, their number first, in its order. Raises StoreError, which says after which one the file
        is damaged, where it is.
        """
        last: Any = "the beginning"
        try:
            for row in self._db.execute(query):
                yield row
                last = f"record {row[0]}"
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _DAMAGED:
                raise
            raise StoreError(f"your data is damaged after {last} of table {table} ({error}); {_WAY_BACK}") from error

    def _one(self, query: str, values: tuple[Any, ...] = ()) -> Any:
        return self._db.execute(query, values).fetchone()

    def _all(self, query: str, values: tuple[Any, ...] = ()) -> list[Any]:
        return self._db.execute(query, values).fetchall()


@contextmanager
def opened(
    folder: Path, lasting: Lasting | None = None, today: date | None = None, tell: Callable[[str], None] = unheard
) -> Iterator[Store]:
    """The store in a folder, made if missing and brought to the current schema; StoreError when that cannot be.

    ``lasting`` is told of what is committed. With a day, the first change of that day begins with a backup. ``tell`` is
    told what was set aside, in sentences.
    """
    path = folder / FILE
    try:
        if not exists(folder):
            make_file(folder, path)
        refuse_newer(path)
        connection = connect(path)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(_sentence(path, error)) from error
    try:
        upgrade(connection)
        yield Store(connection, lasting or Lasting(), tell, _daily(folder, connection, today) if today else str)
    except sqlite3.Error as error:
        raise StoreError(_sentence(path, error)) from error
    finally:
        connection.close()


def _daily(folder: Path, connection: sqlite3.Connection, today: date) -> Callable[[], str]:
    """What keeps the backup of a day, and says what hindered it."""

    def keep() -> str:
        from backplan.store.backup import daily

        return daily(folder, connection, today)

    return keep


def exists(folder: Path) -> bool:
    """Whether anything was ever stored in a folder; StoreError when that cannot be seen, or nothing could be."""
    try:
        (folder / FILE).stat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise StoreError(_sentence(folder / FILE, error)) from error
    return True


def _sentence(path: Path, error: Exception) -> str:
    why = reason_of(error, str(error)) if isinstance(error, OSError) else str(error)
    named = in_a_line(path)
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED:
        return f"your data in {named} is damaged ({why}). It is left as it is; {_WAY_BACK}"
    return f"your data in {named} cannot be read or written ({why}); nothing was lost and nothing half-written"


def _entry_row(entry: LogEntry) -> dict[str, Any]:
    skip = {"id", "at", "on", "kind"}
    said = {key: value for key, value in entry._asdict().items() if key not in skip and value not in (None, ())}
    on = entry.on.isoformat()
    document = door.written("entry", said, lambda said: door.entry_faults(said, entry.kind, on))
    return {"on_date": on, "kind": entry.kind, "pain": entry.pain, "document": document}


def _in_order(entries: Iterable[LogEntry]) -> list[LogEntry]:
    """Entries in the order of the diary, each once."""
    once = {(entry.on, entry.id or 0): entry for entry in entries}
    return [once[key] for key in sorted(once)]


def _id(number: int | None) -> int | None:
    """A number as SQLite can look for it; 0, which is nothing's number, for one beyond what it holds."""
    return number if number is None or abs(number) < 1 << 63 else 0


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
