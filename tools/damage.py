"""Files of a person damaged at random, and then the commands: none may break down, and no stop may be lifted.

    python tools/damage.py [--small] [--cuts N] [--flips N] [--typed N] [--kinds KIND ...] [--seed N]

Three ways of damage: a file is cut off, one of its bits is flipped, or one value in sound JSON (or YAML) is another: a
word for a number, a date that is none, null, a list, or what is sound elsewhere; a record gets its checksum anew, so
that what is behind it is met. Damaged are the store, every kind of record in it, a backup, the cache, and a person's
own files; of somebody who may train, and of two whom a stop holds, by answers and by the diary. After each, five
commands: none may show a traceback or say that something went wrong inside, each ends with a documented exit code,
what is shown out of the cache is as it was, and no week is shown to somebody who was stopped. Prints a table; exit code
1 when there is any fault.

Damage that leaves a sound record with other words (an empty list of signs, say) cannot be known from an answer that was
given; the table counts apart how often a stop was gone with it.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

# The tests stand beside this folder, not inside a package.
from tests.support import warm  # noqa: E402
from tests.support.attacks import COMMANDS, OUTSIDE, Row, copy_of, options, told, wrong_words  # noqa: E402
from tests.support.cli import TODAY, Result, run  # noqa: E402
from tests.support.damage import ODD, WRONG, damaged, places, put, rows, short, with_checksum  # noqa: E402
from tests.support.windows import lived_in  # noqa: E402

from backplan.library import load  # noqa: E402
from backplan.store import door  # noqa: E402
from backplan.store.shared import OF_WEEK  # noqa: E402

PEOPLE = {
    "may train": (),
    "stopped by answers": (["init", "--red-flags", "saddle-numbness"],),
    "stopped by the diary": (["log", "--saddle"],),
}
CACHED = ("library", "own", "coping", "figures", "silent")  # how the names of files in the cache begin
SHOWN = (["library", "--json"], ["week"], ["cope", "--plain"], ["library", "show", "bird-dog"])  # out of the cache
QUIET = ["log", "--morning", "3", "--note", "slept like a log"]  # words that tell of no sign, which is kept, too
KINDS = ("store", "backup", "own", "cache", "records")
SMALL = 1
LONGEST = 60  # seconds that a run may take
CODES = (0, 2, 3, 4, 5)


class Person(NamedTuple):
    """A person's folder, and whether a stop holds them."""

    name: str
    home: Path
    stopped: bool


class Found(NamedTuple):
    """What is wrong after one damage, and whether a stop is gone with words that look like another answer."""

    faults: list[str]
    gone: bool


Damage = Callable[[Path], str]  # does it, and says what it did


def cut(file: Path, draw: random.Random) -> str:
    """Cut a file off."""
    raw = file.read_bytes()
    length = draw.randrange(len(raw))
    file.write_bytes(raw[:length])
    return f"{file.name} cut to {length}"


def flip(file: Path, draw: random.Random) -> str:
    """Flip a bit of a file."""
    raw = bytearray(file.read_bytes())
    at, bit = draw.randrange(len(raw)), draw.randrange(8)
    raw[at] ^= 1 << bit
    file.write_bytes(raw)
    return f"{file.name} byte {at} bit {bit} flipped"


def retyped(document: Any, draw: random.Random) -> tuple[Any, str]:
    """A document with a wrong value somewhere, and what is wrong where."""
    path, value = draw.choice([*dict.fromkeys(places(document))]), draw.choice([*WRONG, *ODD])
    return damaged(document, path, value), f"{'.'.join(map(str, path))} = {value!a}"


def typed_file(file: Path, draw: random.Random) -> str:
    """Put a wrong value into a file of YAML, or of the cache, whose checksum stays what it was."""
    head, _, body = file.read_text(encoding="utf-8").rpartition("\n") if file.suffix == ".json" else ("", "", "")
    document = json.loads(body) if body else yaml.safe_load(file.read_text(encoding="utf-8"))
    held, what = retyped({"document": document}, draw)
    made = held["document"]
    text = f"{head}\n{json.dumps(made)}" if body else json.dumps(made)  # JSON is YAML, too
    file.write_text(text, encoding="utf-8")
    return f"{file.name}: {what}"


def typed_record(table: str, home: Path, draw: random.Random) -> str:
    """Put a wrong value into a record: its document, or one of its other columns."""
    row = draw.choice(rows(home, table))
    columns = [each for each in door.COLUMNS[table][:-1] if each != OF_WEEK]
    column = draw.choice(columns[1:]) if table == "swap" or draw.random() < 0.1 else "document"
    value: Any = draw.choice([each for each in WRONG if isinstance(each, str | float) and each != "\ud800"] + [b"\xff"])
    what = repr(value)
    if column == "document":
        found, what = retyped(short(json.loads(row[columns.index("document")])), draw)
        value = json.dumps(found)
    put(home, table, row[0], column, value)
    return f"{table} {row[0]}, {column}: {what}"


class Way(NamedTuple):
    """What is damaged and how: its kind, its name, how often, and what does it to a person's folder."""

    kind: str
    name: str
    often: int
    do: Callable[..., str]


def ways(asked: Any) -> Iterator[Way]:
    """All that is tried."""
    files = {
        "store": ["backplan.db"],
        "backup": [f"backups/{TODAY}.db"],
        "own": ["own/mine.yaml", "own/hidden.yaml"],
        "cache": [f"cache/{name}-*" for name in CACHED],
    }
    for kind, names in files.items():
        for name in names:
            yield Way(kind, f"{_short(name)}, cut off", asked.cuts, partial(_on_file, name, cut))
            yield Way(kind, f"{_short(name)}, a bit flipped", asked.flips, partial(_on_file, name, flip))
            if kind in ("own", "cache"):
                yield Way(kind, f"{_short(name)}, a wrong value", asked.typed, partial(_on_file, name, typed_file))
    for table in door.COLUMNS:
        yield Way("records", f"a record of {table}, a wrong value", asked.typed, partial(typed_record, table))


def _short(name: str) -> str:
    """The name of a file without what is no part of it for long."""
    folder, _, file = name.rpartition("/")
    cached = f"{file.removesuffix('-*')} in the cache"
    return {"cache": cached, "backups": "a backup", "": "the store"}.get(folder, f"{folder}/{file}")


def _on_file(name: str, do: Callable[[Path, random.Random], str], home: Path, draw: random.Random) -> str:
    return do(draw.choice(sorted(home.glob(name))), draw)


def people(folder: Path) -> list[Person]:
    """The three of them, each with own exercises and a diary."""
    first = folder / "person" / "backplan"
    lived_in(first)
    for args in (["library", "add", str(first.parent / "mine.yaml")], QUIET, ["week", "--json"]):
        assert run(*args, home=first).code == 0, args
    found = []
    for number, (name, more) in enumerate(PEOPLE.items()):
        home = copy_of(first, folder / f"person-{number}")
        for args in more:
            assert run(*args, home=home).code == 4, args
        for args in SHOWN:
            safely(args, home, alone=True)
        found.append(Person(name, home, bool(more)))
    return found


def tried(person: Person, do: Damage, folder: Path, commands: Sequence[list[str]]) -> Found:
    """Damage a copy of a person's folder, and give the commands, the week first."""
    home = copy_of(person.home, folder)
    what = do(home)
    faults, cached, gone = list[str](), what.partition("-")[0] in CACHED, False
    unknowable = what.startswith("person ") and sound(home, "person")
    for args, whole in zip(SHOWN, shown(person.home), strict=True) if cached else ():
        if (now := safely(args, home, alone=True)) != whole:
            faults.append(f"{what}: {' '.join(args)} shows something else: {now.err}")
    for args in (["week", "--json"], *commands):
        done = safely(args, home, alone=cached)
        faults += [f"{what}: {' '.join(args)}: {wrong}" for wrong in wrong_words(done)]
        if done.code not in CODES:
            faults.append(f"{what}: {' '.join(args)} ends with {done.code}: {done.err.strip()[-200:]}")
        if person.stopped and args[:1] in (["week"], ["today"]) and done.code == 0:
            gone = True
    shutil.rmtree(folder)
    lifted = [f"{what}: a stop was lifted"] if gone and not unknowable else []
    return Found([*faults, *lifted], gone and unknowable)


@cache
def shown(home: Path) -> list[Result]:
    """What is shown to somebody whose cache is whole."""
    return [safely(args, home, alone=True) for args in SHOWN]


def sound(home: Path, table: str) -> bool:
    """Whether every record of a table can be read: what is damaged then looks like another answer."""
    try:
        return bool([door.READERS[table](with_checksum(table, row)) for row in rows(home, table)])
    except door.DamagedRecordError:
        return False


def safely(args: Sequence[str], home: Path, *, alone: bool) -> Result:
    """A run in this process, or alone in one of its own, which has read no library yet; what breaks down here is a
    traceback.
    """
    if alone:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(load, "_read_before", {})
            begun = warm.begun(args, home)
        return warm.ended(begun, LONGEST)
    try:
        return run(*args, home=home)
    except Exception:
        return Result(1, "", traceback.format_exc())


def main(args: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    began = time.time()
    sizes = {"cuts": (40, "files cut off, of each"), "flips": (100, "bits flipped, of each"),
             "typed": (200, "wrong values, of each kind of record or file"),
             "commands": (4, "commands after each, besides the week")}  # fmt: skip
    parser = options(__doc__, sizes)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS, help="only these")
    asked = parser.parse_args(args)
    if asked.small:
        asked.cuts = asked.flips = asked.typed = asked.commands = SMALL
    draw = random.Random(asked.seed)
    with tempfile.TemporaryDirectory(prefix="damage-") as text:
        folder = Path(text)
        everybody = people(folder)
        chosen = [way for way in ways(asked) if way.kind in asked.kinds]
        table = [line(way, everybody, folder, asked.commands, draw) for way in chosen]
    return told("Damaged files", table, began, asked.seed)


def line(way: Way, everybody: Sequence[Person], folder: Path, many: int, draw: random.Random) -> Row:
    """One way of damage, as often as it is asked for, of each person in turn."""
    kind, name, often, do = way
    faults, gone = list[str](), 0
    for number in range(often):
        person, seed = everybody[number % len(everybody)], draw.random()
        commands = draw.sample(COMMANDS, many)
        if kind == "backup":
            commands[0] = [*OUTSIDE]
        found = tried(person, partial(do, draw=random.Random(seed)), folder / "now", commands)
        faults += [f"({person.name}) {fault}" for fault in found.faults]
        gone += found.gone
    print(f"{name}: {often:,} tried, {len(faults)} faults {faults[:1]}", file=sys.stderr, flush=True)
    return Row(name, often, tuple(faults), f"{gone} times a stop was gone with other, sound words" if gone else "")


if __name__ == "__main__":
    sys.exit(main())
