"""What a therapist prescribed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from backplan.model.prescription import Prescribed
from backplan.store import door
from backplan.store.records import SELECT, Records, now
from backplan.store.shapes import day_of


class Prescriptions:
    """Items of prescriptions."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def add(self, items: Iterable[Prescribed], today: date, ending: Iterable[int] = ()) -> list[int]:
        """Write items of a prescription at once, ending those they take the place of; returns their numbers."""
        with self._records.transaction():
            for number in ending:
                self._end(number, today)
            return [self._prescribed(item) for item in items]

    def _prescribed(self, item: Prescribed) -> int:
        document = door.written("prescription", item.document())
        return self._records.add("prescription", {"on_date": item.on.isoformat(), "at": now(), "document": document})

    def end(self, numbers: Iterable[int], today: date) -> None:
        """End items of the prescription, by number, from a day on; they stay on record."""
        with self._records.transaction():
            for number in numbers:
                self._end(number, today)

    def _end(self, number: int, today: date) -> None:
        self._records.connection.execute(
            "UPDATE prescription SET ended_on = ? WHERE id = ? AND ended_on IS NULL", (today.isoformat(), number)
        )

    def all(self) -> list[Prescribed]:
        """Every item of a prescription ever recorded, oldest first, the ended ones too. Raises DamagedRecordError for
        one that may be in force, because what bars must be known.
        """
        rows = self._records.all(f"{SELECT['prescription']} ORDER BY id")
        ended = [row for row in rows if day_of(row[3])]
        sound = {item.id: item for item in self._records.sound(door.prescribed, ended)}
        read = (sound.get(row[0]) if row in ended else door.prescribed(row) for row in rows)
        return [item for item in read if item]

    def damaged(self) -> list[int]:
        """The numbers of the items that cannot be read and may be in force."""
        rows = self._records.all(f"{SELECT['prescription']} ORDER BY id")
        return [row[0] for row in rows if not (day_of(row[3]) or door.reads(door.prescribed, row))]

    def end_damaged(self, numbers: Iterable[int], today: date) -> None:
        """End items of the prescription that cannot be read, by number, from a day on."""
        with self._records.transaction():
            for number in numbers:
                self._records.connection.execute(
                    "UPDATE prescription SET ended_on = ? WHERE id = ?", (today.isoformat(), number)
                )
