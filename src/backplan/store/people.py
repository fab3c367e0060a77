"""What a person answered, and what marks them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any

from backplan.model.diary import LogEntry
from backplan.model.person import Clearance, Person
from backplan.model.vocabulary import LEGS, Leg
from backplan.named_tuple import NamedTuple
from backplan.store import checksum, door
from backplan.store.documents import OF_PERSON
from backplan.store.door import DamagedRecordError
from backplan.store.records import PART, SELECT, Records, now
from backplan.store.schema import LEG_WORDS, LEGS_CHANGED
from backplan.store.shapes import YEARS, day_of

_COLUMNS = (*door.COLUMNS["person"], "at")
_WITH_MOMENT = f"SELECT {', '.join(_COLUMNS)} FROM person"
_JULIAN = 1_721_425  # what SQLite's number of a day, the Julian one, is more than Python's
_DAYS = tuple(date(year, 1, 1).toordinal() + _JULIAN for year in (YEARS.start, YEARS.stop))
_LEG_IN = f"leg IN ({', '.join(map(repr, LEGS))})"  # what is none of them was damaged
_NOTED = "SELECT day, entry, leg FROM {0} WHERE {1} AND day < ? AND (day, entry) > (?, ?)"
# Years of the same word are passed over by SQLite, which takes a tenth of the time that reading each of them takes; of
# words that change all the time, each is read.
_NEXT = f"{_NOTED} AND leg IS NOT ? AND {_LEG_IN} ORDER BY day, entry LIMIT 1"
_REST = f"{_NOTED} AND {_LEG_IN} ORDER BY day, entry"
_LAST_OF = (
    "SELECT day, entry FROM {0} WHERE {1} AND (day, entry) < (?, ?) AND leg = ? ORDER BY day DESC, entry DESC LIMIT 1"
)
_ANY, _IN_TURN = "1", "late IS NOT 1"  # every word, and those that were the latest when they were told
_PASSED_OVER = 24  # changes of the word, from which on each is read


LegWords = tuple[tuple[date, Leg], ...]


class Recorded(NamedTuple):
    """A record of a person: its number, the day and the UTC moment of its writing, and who was described."""

    number: int
    on: date
    at: str
    person: Person


class People:
    """A person, as they answered."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def person(self) -> Person | None:
        """The person as last recorded, with the words on the leg; None before the first interview. Raises
        DamagedRecordError.
        """
        person = self.answered()
        if person is None:
            return None
        every, in_turn = self._records.once("legs", lambda: self._legs(person.clearance))
        return person._replace(legs=every if len(every) > 1 else (), legs_in_turn=in_turn if in_turn != every else ())

    def answered(self) -> Person | None:
        """The person as they last answered, with signs that the diary alone knows of, and without the words on the leg,
        which take longer to read; what was told while the clock stood ahead is of today. None before the first
        interview. Raises DamagedRecordError.
        """
        return self._records.once("answered", self._answered_by_now)

    def as_written(self) -> Person | None:
        """The person as their last record alone says it. Raises DamagedRecordError."""
        row = self._last()
        return door.person(row[:-1]) if row else None

    def _last(self) -> Any:
        return self._records.one(f"{_WITH_MOMENT} ORDER BY id DESC LIMIT 1")

    def _answered_by_now(self) -> Person | None:
        person, today = self._answered(), self._records.today
        return person.as_of(today) if person and today else person

    def _answered(self) -> Person | None:
        """The last record; where another number was put behind it, or it is gone, it would lift what stops: so one that
        had a later number is damaged, and signs that no record knows of count as new.
        """
        person, last = self.as_written(), self._last()
        at = last[-1] if last else ""
        for row in self._records.all(f"{_WITH_MOMENT} WHERE at >= ? AND id < ?", (at, last[0])) if last else ():
            if checksum.had_later_number("person", dict(zip(_COLUMNS, row, strict=True)), last[0]):
                door.person(row[:-1])
        unknown = [entry for entry in self._signs_since(at) if not self._is_known(entry)]
        if not unknown:
            return person
        from backplan.planner.diary.signs import reported

        return reported(person, unknown, self._records.today or unknown[-1].on)

    def _signs_since(self, at: Any) -> list[LogEntry]:
        """The entries with signs that were noted since a moment."""
        # In the order of on_date by itself, SQLite would look through the entries of all days, and not by the index.
        signs = f"{SELECT['entry']} WHERE kind = 'signs' AND undone_at IS NULL AND at >= ? ORDER BY +on_date, id"
        return [entry for entry in self._records.sound(door.entry, self._records.all(signs, (at,))) if entry.signs]

    def _is_known(self, entry: LogEntry) -> bool:
        """Whether answers know of signs in the diary: they were written later, or in the same second and name them."""
        for *row, at in self._records.all(f"{_WITH_MOMENT} WHERE at >= ?", (entry.at,)):
            if door.reads(door.person, row):
                named = {flag.id for flag in door.person(row).reported}
                if at > entry.at or named.issuperset(entry.signs):
                    return True
        return False

    def recorded(self) -> Iterator[Recorded]:
        """Every record of the person as they answered, the last first, read as it is asked for. Raises
        DamagedRecordError.
        """
        for number, on, *row, at in self._records.connection.execute(f"{_WITH_MOMENT} ORDER BY id DESC"):
            person = door.person((number, on, *row))  # which refuses a day that is none
            yield Recorded(number, date.fromisoformat(on), str(at), person)

    def left(self) -> Person | None:
        """What is left of a person whose last record is damaged: the last answers that can be read, with all red flags
        that can be read in later ones. None where nothing is.
        """
        left: Person | None = None
        rows = self._records.all(f"{SELECT['person']} ORDER BY id")
        for row in sorted(
            rows, key=lambda row: not door.reads(door.person, row)
        ):  # of a damaged one, the number may be
            try:
                left = door.person(row)
            except DamagedRecordError as error:
                self._records.tell(error.damaged.set_aside)
                left = door.with_flags(left, row)
        return left

    def _legs(self, clearance: Clearance | None) -> tuple[LegWords, LegWords]:
        """How far down the leg pain goes, as answers and the diary said it, in order of the day: by every word, and
        without those that the diary was told late, or while the clock stood days ahead.
        """
        words, asked = self._legs_answered()
        every = in_turn = self._with_noted(words, asked, _ANY)
        last = self._records.day_ahead() or date.max  # later ones were told while the clock stood ahead
        beyond = f"late IS 1 OR day > {last.toordinal() + _JULIAN}"
        answered_ahead = any(on > last for on, _ in words)
        if answered_ahead or self._records.one(f"SELECT 1 FROM {self._legs_from()} WHERE {beyond} LIMIT 1"):
            words_and_notes = self._with_noted(words, asked, _IN_TURN)
            in_turn = [word for number, word in enumerate(words_and_notes) if number == 0 or word[0] <= last]
        return self._by_now(every, clearance), self._by_now(in_turn, clearance)

    def _by_now(self, words: list[tuple[date, Leg]], clearance: Clearance | None) -> LegWords:
        """Words in order of their days, those of a day ahead as of today, or as of a clearance that knew of as much."""
        today = self._records.today or date.max
        deep = LEGS.index(clearance.leg) if clearance and clearance.leg else -1

        def by_now(word: tuple[date, Leg]) -> tuple[date, Leg]:
            agreed = clearance is not None and LEGS.index(word[1]) <= deep
            return (min(today, clearance.on) if clearance and agreed else today), word[1]

        return tuple(sorted((by_now(word) if word[0] > today else word for word in words), key=itemgetter(0)))

    def _legs_answered(self) -> tuple[list[tuple[date, Leg]], list[Any]]:
        """How far down the leg pain goes as answers said it, and the days on which it was told anew."""
        answers = self._records.all(
            f"SELECT on_date, {PART.format('pain[4]')}, {PART.format('pain[5]')} FROM person"
            f" WHERE NOT ifnull({PART.format('unfinished')}, 0) ORDER BY id"
        )
        answers = [words for number, words in enumerate(answers) if number == 0 or words[1] in LEGS]
        told_anew = [now[:2] for before, now in pairwise([(), *answers]) if now[1:] != before[1:]]
        words = [word for n, (on, leg) in enumerate(told_anew) if (word := door.leg_word(on, leg, n == 0))]
        return words, [on for on, _ in told_anew]

    def _with_noted(self, words: list[tuple[date, Leg]], asked: list[Any], which: str) -> list[tuple[date, Leg]]:
        """Answers and the words of a sort in the diary, in order of the day. How it was before the first interview is
        no word that a clinician knows of: what was answered there is.
        """
        first = min(words[0][0], self._records.today or date.max) if words else date.min
        noted = [word for word in self._legs_noted(asked, which) if word[0] >= first]
        return sorted([*words, *noted], key=itemgetter(0))

    def _legs_from(self) -> str:
        """Where the words on the leg are read: the diary itself, where what is kept of it for that was changed."""
        changed = self._records.once("legs changed", lambda: self._records.one(LEGS_CHANGED)[0])
        return f"({LEG_WORDS})" if changed else "leg_noted"

    def _legs_noted(self, asked: list[Any], which: str = _ANY) -> Iterator[tuple[date, Leg]]:
        """The words of a sort on the leg in the diary, with their days; of the same word said again and again, with no
        answer on the leg between, the first and the last: what lies between tells nothing of where pain moved.
        """
        days = sorted({_JULIAN + day.toordinal() for text in asked if (day := day_of(text))})
        for start, end in pairwise((_DAYS[0], *days, _DAYS[1])):
            for number, leg in self._changes_of_leg(start, end, which):
                yield date.fromordinal(number - _JULIAN), leg

    def _changes_of_leg(self, start: int, end: int, which: str) -> Iterator[tuple[int, Leg]]:
        """The first and the last of each run of the same word, by its day as a number, from a day to before another."""
        source = self._legs_from()
        at: Sequence[int] = (start, -1)
        leg: Leg | None = None
        for _ in range(_PASSED_OVER):
            found = self._records.one(_NEXT.format(source, which), (end, *at, leg))
            if leg is not None:
                last = self._records.one(_LAST_OF.format(source, which), (*(found[:2] if found else (end, -1)), leg))
                yield from [(last[0], leg)] if [*last] != [*at] else []
            if not found:
                return
            *at, leg = found
            yield at[0], leg
        rest = self._records.connection.execute(_REST.format(source, which), (end, *at))
        for leg, same in groupby(rest, itemgetter(2)):
            first, *more = same
            for day, *_ in (first, *more[-1:]):
                yield day, leg

    def record(self, person: Person, on: date) -> None:
        """Add a dated record of the person; earlier ones stay."""
        with self._records.transaction():
            self._records.add(
                "person",
                {"on_date": on.isoformat(), "at": now(), "document": door.written("person", OF_PERSON.write(person))},
            )

    def change(self, recorded: Recorded) -> None:
        """Write a record of the person anew under its number; written anew, the first marks another person (`mark`)."""
        with self._records.transaction():
            document = door.written("person", OF_PERSON.write(recorded.person))
            row = {"id": recorded.number, "on_date": recorded.on.isoformat(), "document": document}
            self._records.connection.execute(
                "UPDATE person SET document = :document, checksum = :checksum WHERE id = :id",
                checksum.beside("person", row),
            )

    def mark(self) -> str:
        """What tells this person from any other, now and after a backup was brought back: made from the first record of
        them, and telling nothing of it.
        """
        from hashlib import sha256

        first = self._records.one("SELECT on_date, at, document FROM person ORDER BY id LIMIT 1")
        return sha256(repr(tuple(first or ())).encode()).hexdigest()[:12]
