"""What a person answered, and what marks them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from backplan.model.person import Person
from backplan.model.vocabulary import LEGS, Leg
from backplan.store import checksum, door
from backplan.store.door import DamagedRecordError
from backplan.store.records import PART, SELECT, Records, now
from backplan.store.schema import LEG_WORDS, LEGS_CHANGED
from backplan.store.shapes import YEARS, day_of

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
        every, in_turn = self._records.once("legs", self._legs)
        return person._replace(legs=every if len(every) > 1 else (), legs_in_turn=in_turn if in_turn != every else ())

    def answered(self) -> Person | None:
        """The person as they last answered, without the words on the leg, which take longer to read; None before the
        first interview. Raises DamagedRecordError.
        """
        row = self._records.one(f"{SELECT['person']} ORDER BY id DESC LIMIT 1")
        return door.person(row) if row else None

    def recorded(self) -> Iterator[Recorded]:
        """Every record of the person as they answered, the last first, read as it is asked for. Raises
        DamagedRecordError.
        """
        columns = (*door.COLUMNS["person"], "at")
        for number, on, *row, at in self._records.connection.execute(
            f"SELECT {', '.join(columns)} FROM person ORDER BY id DESC"
        ):
            person = door.person((number, on, *row))  # which refuses a day that is none
            yield Recorded(number, date.fromisoformat(on), str(at), person)

    def left(self) -> Person | None:
        """What is left of a person whose last record is damaged: the last answers that can be read, with all red flags
        that can be read in later ones. None where nothing is.
        """
        left: Person | None = None
        for row in self._records.all(f"{SELECT['person']} ORDER BY id"):
            try:
                left = door.person(row)
            except DamagedRecordError as error:
                self._records.tell(error.damaged.set_aside)
                left = door.with_flags(left, row)
        return left

    def _legs(self) -> tuple[LegWords, LegWords]:
        """How far down the leg pain goes, as answers and the diary said it, in order of the day: by every word, and
        without those that the diary was told late.
        """
        words, asked = self._legs_answered()
        every = self._with_noted(words, asked, _ANY)
        late = self._records.one(f"SELECT 1 FROM {self._legs_from()} WHERE late IS 1 LIMIT 1")
        return every, self._with_noted(words, asked, _IN_TURN) if late else every

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

    def _with_noted(self, words: list[tuple[date, Leg]], asked: list[Any], which: str) -> LegWords:
        """Answers and the words of a sort in the diary, in order of the day. How it was before the first interview is
        no word that a clinician knows of: what was answered there is.
        """
        first = words[0][0] if words else date.min
        noted = [word for word in self._legs_noted(asked, which) if word[0] >= first]
        told = sorted([*words, *noted], key=lambda word: word[0])
        ahead = self._records.day_ahead()
        return tuple((self._records.today if self._records.today and day == ahead else day, leg) for day, leg in told)

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
                {"on_date": on.isoformat(), "at": now(), "document": door.written("person", person.document())},
            )

    def change(self, recorded: Recorded) -> None:
        """Write a record of the person anew under its number; written anew, the first marks another person (`mark`)."""
        with self._records.transaction():
            document = door.written("person", recorded.person.document())
            row = checksum.beside("person", {"on_date": recorded.on.isoformat(), "document": document})
            self._records.connection.execute(
                "UPDATE person SET document = :document, checksum = :checksum WHERE id = :id",
                {**row, "id": recorded.number},
            )

    def mark(self) -> str:
        """What tells this person from any other, now and after a backup was brought back: made from the first record of
        them, and telling nothing of it.
        """
        from hashlib import sha256

        first = self._records.one("SELECT on_date, at, document FROM person ORDER BY id LIMIT 1")
        return sha256(repr(tuple(first or ())).encode()).hexdigest()[:12]
