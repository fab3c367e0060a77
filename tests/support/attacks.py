"""What the tools that attack a store share: whether what is left is sound, what was said, and how it is told."""

from __future__ import annotations

import argparse
import re
import shutil
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from backplan.files.whole import PREFIX
from tests.support import windows
from tests.support.cli import TODAY, Result
from tests.support.windows import WHOLESALE, WRITTEN, kept

EVERY = {**windows.COMMANDS, **WHOLESALE}
SEED = 20261128
CODES = (0, 1, 2, 3, 4, 5, 130)  # as documented
_LEFT_BEHIND = (
    "own/.*",
    "cache/.*",
    "cache/tmp*",
    "own/tmp*",
    "backups/.*",
    ".backplan-*",
    "*-journal",
    "../tmp/*",
    "../.backplan-*",
)
_MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT[\d:.+]+")
TOLD = 20  # faults that are told in full

# All sorts of commands that look or write, for somebody who is `lived_in`.
OUTSIDE = ("restore", TODAY, "--yes")
COMMANDS: tuple[list[str], ...] = (
    ["today", "--plain"], ["diary", "--json"], ["diary", "--all"], ["progress"], ["why", "bird-dog"], ["cope"], [],
    ["library", "--plain"], ["library", "own"], ["library", "show", "bird-dog"], ["init", "--show"], ["prescribe"],
    ["prescribe", "show"], ["restore"], ["export", "data", "--out", "-"], ["backup"], ["log", "--pain", "3"],
    ["log", "--morning", "2"], ["log", "swimming", "--minutes", "20"], ["pause", "--to", "2026-11-25"],
    ["diary", "edit", "2", "--effort", "6"], ["diary", "undo", "2"], ["prescribe", "add", "dead-bug"],
    ["prescribe", "end", "1"], ["library", "hide", "cat-cow"], ["library", "show-again", "wall-sit"],
    ["init", "--minutes", "30"], ["week", "--plain", "--replan"], ["swap", "bird-dog"], ["rules", "flare"],
    [*OUTSIDE], ["today", "--pain", "3"], ["prescribe", "export"], ["library", "search", "towel"],
)  # fmt: skip


class Row(NamedTuple):
    """A line of the table: what was tried, how often, and what was wrong."""

    what: str
    tried: int
    faults: tuple[str, ...]
    note: str = ""


def options(doc: str | None, sizes: dict[str, tuple[int, str]]) -> argparse.ArgumentParser:
    """The options of a tool: its seed, --small, and its sizes, each with what it is without being named."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=SEED, help=f"what is drawn follows from it ({SEED})")
    parser.add_argument("--small", action="store_true", help="the form of a few seconds that the tests run")
    for name, (size, words) in sizes.items():
        parser.add_argument(f"--{name}", type=int, default=size, metavar="N", help=f"{words} ({size})")
    return parser


def told(title: str, rows: Sequence[Row], began: float, seed: int) -> int:
    """Print the table and the faults; gives the exit code, 1 where there is any fault."""
    table = Table(title=f"{title}, seed {seed}", box=SIMPLE, title_justify="left")
    for name in ("what", "tried", "faults", ""):
        table.add_column(name, justify="right" if name in ("tried", "faults") else "left", overflow="fold")
    for row in rows:
        table.add_row(row.what, f"{row.tried:,}", f"{len(row.faults):,}", row.note)
    faults = [f"{row.what}: {fault}" for row in rows for fault in row.faults]
    table.add_row("in all", f"{sum(row.tried for row in rows):,}", f"{len(faults):,}", f"{time.time() - began:.0f} s")
    console = Console(highlight=False, markup=False, width=120)
    console.print(table)
    for fault in faults[:TOLD]:
        console.print(fault, soft_wrap=True)
    if len(faults) > TOLD:
        console.print(f"... and {len(faults) - TOLD:,} more")
    return int(bool(faults))


def copy_of(lived: Path, folder: Path) -> Path:
    """A person's folder, and what lies beside it, in a place of its own."""
    shutil.copytree(lived.parent, folder)
    return folder / lived.name


def moved(args: Sequence[str], lived: Path, home: Path) -> list[str]:
    """A command for a copy of a folder."""
    return [each.replace(str(lived.parent), str(home.parent)) for each in args]


def state(home: Path) -> dict[str, Any]:
    """All that is kept of a person, and what was written out of it; nothing where there is no store."""
    written = home.parent / WRITTEN
    found: dict[str, Any] = {"written": _content(written)} if written.exists() else {}
    if found == {"written": {}}:  # a folder in which nothing is yet
        found = {}
    by_hand = len([*(home / "backups").glob("*by-hand*.db")])
    if (home / "backplan.db").exists():
        stored = {**kept(home), "backups by hand": by_hand}
        return {**found, **stored} if any(stored.values()) else found  # where nothing is stored, it is as no store
    own = {path.name: path.read_text(encoding="utf-8") for path in (home / "own").glob("*.yaml")}
    return {**found, **own}


def _content(path: Path) -> Any:
    """What a file or a folder holds, without the moments at which it was recorded; of a database, that it is sound: no
    two copies are the same to the byte.
    """
    if path.is_dir():
        return {each.name: _content(each) for each in sorted(path.iterdir()) if not each.name.startswith(PREFIX)}
    raw = path.read_bytes()
    return "sound" if raw.startswith(b"SQLite") and not unsound(path) else _MOMENT.sub(b"", raw)


def unsound(path: Path) -> str:
    """What SQLite finds wrong with a store or a backup; nothing where it is sound."""
    try:
        with closing(sqlite3.connect(path)) as database:
            found = [str(row[0]) for row in database.execute("PRAGMA integrity_check")]
    except sqlite3.Error as error:
        return str(error)
    return "" if found == ["ok"] else found[0]


def wrong_files(home: Path) -> Iterator[str]:
    """What is wrong with the files of a person: a store or a backup that is not sound, or what is left behind."""
    for path in [*home.glob("backplan.db"), *(home / "backups").glob("[!.]*.db")]:
        if trouble := unsound(path):
            yield f"{path.name} is not sound: {trouble}"
    yield from (f"{path.name} is left behind" for pattern in _LEFT_BEHIND for path in home.glob(pattern))


def wrong_words(done: Result) -> Iterator[str]:
    """What no run may ever say, and an exit code that nobody was told of."""
    said = done.out + done.err
    for words in ("Traceback", "inside backplan", "data is as it was"):
        if words in said:
            yield f"said {words!r}: {said.strip()[-300:]}"
    if done.code not in CODES:
        yield f"exit code {done.code}"
