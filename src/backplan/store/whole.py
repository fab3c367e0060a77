"""All of a store at once: its backup, its rows, and what is taken over from another."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from backplan.store import checksum, door, gone, shared
from backplan.store.records import PART, Records
from backplan.store.schema import TABLES

if TYPE_CHECKING:
    from backplan.store.backup import Holds

_ALL_OWN = ""  # the name, of no file, under which it stands that own files are due, even if there are none


class AllRecords:
    """All records together."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def keep_backup(self) -> str:
        """Keep the backup of the day before something beside the store changes, if it is not kept yet; gives what is to
        be told after the change, if anything.
        """
        return self._records.before_writing()

    def holds(self, own: int) -> Holds:
        """What it holds, with the number of own files beside it. Raises sqlite3.Error where part of it is gone."""
        from backplan.store.backup import holds, look_for_tables

        look_for_tables(self._records.connection)
        return holds(self._records.connection, own)

    def rows(self) -> dict[str, Iterator[dict[str, Any]]]:
        """All records that can be read, by table, each as its columns with its document as JSON; read as they are asked
        for.
        """
        return {table: self._rows(table) for table in TABLES}

    def _rows(self, table: str) -> Iterator[dict[str, Any]]:
        columns, read = dict.fromkeys((*TABLES[table], *door.COLUMNS[table])), door.READERS[table]
        for values in self._records.each(table, f"SELECT {', '.join(columns)} FROM {table} ORDER BY id"):
            row = dict(zip(columns, values, strict=True))
            if self._records.sound(read, [[row[key] for key in door.COLUMNS[table]]]):
                del row["checksum"]  # it is of the text as it stands here
                text, column = row.get("document"), row.pop(shared.OF_WEEK, None)
                pieces = shared.pieces(column).sound if column else {}
                yield row | ({"document": door.document_of(table, text, pieces)} if text is not None else {})

    @contextmanager
    def beside(self, other: Path) -> Iterator[None]:
        """With another store of the same schema beside this one, for ``take_over``."""
        self._records.connection.execute("ATTACH DATABASE ? AS other", (os.fsencode(other),))
        try:
            yield
        finally:
            self._records.connection.execute("DETACH DATABASE other")

    def take_over(self) -> None:
        """All records of the store beside this one, in place of those in it; inside a transaction."""
        for table, columns in {**TABLES, shared.TABLE: shared.COLUMNS, gone.TABLE: gone.COLUMNS}.items():
            self._records.connection.execute(
                f"CREATE TEMP TABLE IF NOT EXISTS before_{table} AS SELECT * FROM main.{table}"
            )
            self._records.connection.execute(f"DELETE FROM main.{table}")
            named = ", ".join(columns)
            self._records.connection.execute(f"INSERT INTO main.{table} ({named}) SELECT {named} FROM other.{table}")

    def owe_own(self, own: Mapping[str, bytes]) -> None:
        """Note the own files, by name, that are to take the place of those beside the store."""
        with self._records.transaction():
            self.own_settled()
            rows = {_ALL_OWN: b"", **own}
            self._records.connection.executemany("INSERT INTO own_due (name, content) VALUES (?, ?)", rows.items())

    def own_owed(self) -> dict[str, bytes] | None:
        """The own files that are to take the place of those beside the store; None where none are."""
        from backplan.store.backup import own_name

        found = dict(self._records.all("SELECT name, content FROM own_due"))
        if found.pop(_ALL_OWN, None) is None:
            return None
        return {name: content for name, content in found.items() if own_name(name) and isinstance(content, bytes)}

    def own_settled(self) -> None:
        """Note that the own files are in their place."""
        with self._records.transaction():
            self._records.connection.execute("DELETE FROM own_due")

    def keep_what_holds_back(self, asking: Iterable[int], *, answers: bool) -> None:
        """After ``take_over``: what stood here before, is not in what was taken over and holds back goes on standing,
        as the latest: the entries with a word on the leg, much pain, a flare or signs, those ``asking`` what nobody has
        answered, what a therapist asked to leave out or to limit, and the ``answers``.
        """
        from backplan.rules.pain.severe import SEVERE

        entry = f"{PART.format('leg')} IS NOT NULL OR ifnull(pain, 0) >= {SEVERE} OR kind IN ('flare', 'signs')"
        entry += f" OR id IN ({', '.join(map(str, asking))})"
        asked = f"ended_on IS NULL AND ifnull({PART.format('kind')}, '') != 'add'"
        kept = [("entry", f"undone_at IS NULL AND ({entry})"), ("prescription", asked)]
        for table, where in [*kept, *([("person", "1")] if answers else [])]:
            rows = self._records.all(
                f"SELECT {', '.join(TABLES[table])} FROM before_{table} AS old WHERE {where} AND NOT"
                f" EXISTS (SELECT 1 FROM main.{table} AS new WHERE new.at = old.at AND new.document = old.document)"
                " ORDER BY id"
            )
            for row in rows:
                self._add_as_last(table, dict(zip(TABLES[table], row, strict=True)))

    def _add_as_last(self, table: str, row: dict[str, Any]) -> None:
        """Add a record of another store as the last; what is not as it was written there is not made good."""
        fresh = checksum.beside(table, row | {"id": self._records.next_number(f"main.{table}")})
        if row["checksum"] != checksum.beside(table, row)["checksum"]:
            fresh["checksum"] = None
        named, marks = ", ".join(fresh), ", ".join(f":{column}" for column in fresh)
        self._records.connection.execute(f"INSERT INTO main.{table} ({named}) VALUES ({marks})", fresh)
