"""A person's data as one JSON document: all of it written out, and taken in again, checked whole."""

from __future__ import annotations

from contextlib import closing, contextmanager, nullcontext
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from backplan.actions.backup import BackupOffer, here
from backplan.errors import FileError, UsageError
from backplan.files import data as files
from backplan.files.streamed import Each, json_text
from backplan.model.week import week_name
from backplan.store import backup as backups
from backplan.store import checksum, door, shared
from backplan.store.schema import TABLES, connect, upgrade

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from backplan.actions.workspace import Workspace
    from backplan.library.own_overlay import Own


@contextmanager
def document(workspace: Workspace) -> Iterator[dict[str, Any]]:
    """All of a person's data, to be written while the store is open, for its records are read as they are written; what
    cannot be read is told and left out. Raises UsageError where there is none.
    """
    own = backups.files_of(workspace.own)
    texts = [{"name": name, "text": raw.decode("utf-8", "replace")} for name, raw in own.items()]
    with workspace.opened() if workspace.begun else nullcontext() as store:
        found = store.whole.rows() if store else {table: iter(()) for table in TABLES}
        rows = {table: Each(_sound(workspace, table, each)) for table, each in found.items()}
        if not (own or any(rows.values())):
            raise UsageError("nothing is recorded yet, so there is nothing to export; `backplan init` begins")
        yield {"schema": 1, "kind": files.KIND, "exported": workspace.today.isoformat(), **rows, "own": texts}


def _sound(workspace: Workspace, table: str, rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The rows that could be taken in again; the others are told."""
    for row in rows:
        if (wrong := door.damaged(table, row, files.SHAPES[table])) is None:
            yield row
        elif workspace.tell:
            workspace.tell(wrong.set_aside)


def text_of(found: dict[str, Any]) -> Iterator[bytes]:
    """A document as the file it is written to, in parts."""
    for text in chain(json_text(found, indent=1, ascii_only=False), "\n"):
        yield text.encode()


def file_name(workspace: Workspace) -> str:
    """The name of the file it goes into where none is given."""
    return f"backplan-{week_name(workspace.today)}-data.json"


def offer(workspace: Workspace, file: Path, folder: Path, *, replace: bool) -> BackupOffer:
    """What a file would bring back, as a store in a folder. Raises FileError with every fault, and UsageError where
    there is data already, unless ``replace``.
    """
    scratch = folder / "then.db"
    with closing(connect(scratch)) as connection:
        upgrade(connection)
        connection.execute("BEGIN")
        found = files.read(file, workspace.today, _checking_own(workspace), partial(_kept, connection))
        now = here(workspace)
        if not replace and (now is None or not now.nothing):
            raise UsageError(
                f"there is data in {workspace.home} already, so nothing was taken in; with --replace, {file.name} "
                "takes its place, and what is there is kept as a backup"
            )
        connection.commit()
        then = backups.holds(connection, len(found.own))
    return BackupOffer(file.name, f"exported {found.exported}", then, now, scratch, found.own)


def _kept(connection: sqlite3.Connection, table: str, row: dict[str, Any]) -> bool:
    """Put a row into a store; whether its number is new there."""
    columns = TABLES[table]
    named, marks = ", ".join(columns), ", ".join(f":{column}" for column in columns)
    share = partial(shared.number_of, connection)
    text = {"document": door.text_of(table, row["document"], share)} if "document" in row else {}
    kept = f"INSERT INTO {table} ({named}) VALUES ({marks}) ON CONFLICT (id) DO NOTHING"
    return connection.execute(kept, checksum.beside(table, row | text)).rowcount > 0


def _checking_own(workspace: Workspace) -> Callable[[str, bytes], list[str]]:
    """What is wrong with an own file; those of one document are held against each other."""
    others: dict[str, Own] = {}

    def check(name: str, raw: bytes) -> list[str]:
        from backplan.library import own

        try:
            others[name] = own.check(raw, name, workspace.ours, others)
        except FileError as error:
            return list(error.faults)
        return []

    return check
