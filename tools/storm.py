"""Many windows at once, and runs that are killed at any moment; then nothing that was acknowledged may be lost.

    python tools/storm.py [--small] [--pairs N] [--kills N] [--parts PART ...] [--seed N]

Three parts. writers: 8 processes that each give 100 commands, and 24 that give 15; pairs: every two commands that
write, at once, must come out as one after the other, in whichever order, or be refused; kills: six at a time are killed
at a random moment. After each the store is sound, and what was acknowledged is in it once, what was not, once or not at
all. Prints a table; exit code 1 when there is any fault.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from itertools import combinations_with_replacement
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

# The tests stand beside this folder, not inside a package.
from tests.support import warm  # noqa: E402
from tests.support.attacks import EVERY, Row, copy_of, moved, options, state, told, wrong_files, wrong_words  # noqa: E402
from tests.support.cli import Result, environment, run  # noqa: E402
from tests.support.windows import lived_in  # noqa: E402

from backplan.cli.app import app  # noqa: E402

WRITERS, SMALL_WRITERS = ((8, 100), (24, 15)), ((3, 3),)
SMALL_PAIRS, SMALL_KILLS = 2, 6
AT_ONCE = 6
IN_STEPS = {"today", "library", "restore", "import", "export"}
FORKED = multiprocessing.get_context("fork")  # where all is loaded already
LONGEST = 120  # seconds that a command may take beside another
BEYOND = 1.1  # of the time that six take that are let be: until then one is killed


class Write(NamedTuple):
    """A command, and what it leaves behind that no other does."""

    args: list[str]
    mark: str


def write(number: int, shelf: Sequence[str], draw: random.Random) -> Write:
    """A command that writes something of its own; ``number`` is nobody else's."""
    mark, on = f"mark-{number}-", f"-{draw.randrange(300)}d"
    if number % 10 == 9 and shelf:
        key = shelf[number // 10 % len(shelf)]
        return Write(["library", "hide", key], f"id: {key},")
    if number % 3 == 0:
        return Write(["log", "swimming", "--minutes", "20", "--on", on, "--note", mark], mark)
    return Write(["log", "--pain", "3", "--effort", "4", "--on", on, "--note", mark], mark)


def marks(home: Path) -> str:
    """All that marks can be found in."""
    found = state(home)
    return "\n".join([*(row["document"] for row in found["entry"]), found.get("hidden.yaml", "")])


def lost(home: Path, acknowledged: Sequence[Write], others: Sequence[Write]) -> Iterator[str]:
    """What was acknowledged and is not there once, and what was not and is there more than once; what is not sound."""
    text = marks(home)
    yield from (f"lost: {each.args}" for each in acknowledged if text.count(each.mark) != 1)
    yield from (f"there twice: {each.args}" for each in others if text.count(each.mark) > 1)
    look = run("diary", "--json", home=home)
    if look.code or look.err:
        yield f"then `diary` ends with {look.code}: {look.err}"
    for each in (look, run("log", "--morning", "2", home=home), run("week", "--json", home=home)):
        yield from wrong_words(each)
    yield from (each for each in wrong_files(home) if "left behind" not in each)


def writers(lived: Path, folder: Path, size: tuple[int, int], draw: random.Random) -> Row:
    """So many processes at once, each with so many commands."""
    many, each = size
    home = copy_of(lived, folder)
    shelf = _shelf(home)
    work = [[write(who * each + n, shelf, draw) for n in range(each)] for who in range(many)]
    ended = [
        ending for writes, said in zip(work, _at_once(home, work), strict=True) for ending in _endings(writes, said)
    ]
    done = [one for one, code in ended if code in (0, 4)]
    refused = [one for one, code in ended if code not in (0, 4)]
    faults = [f"{one.args} ends with {code}" for one, code in ended if code not in (0, 4, 5)]
    faults += [*lost(home, done, refused)]
    return Row(f"{many} writers, {each} commands each", many * each, tuple(faults), _refused(len(refused)))


def _at_once(home: Path, work: Sequence[Sequence[Write]]) -> list[str]:
    """What processes say that write at once, each one command after the other."""
    running = []
    for who, writes in enumerate(work):
        said = home.parent / f"said-{who}"
        running.append((said, FORKED.Process(target=_written, args=(home, said, writes))))
        running[-1][1].start()
    for _, process in running:
        process.join()
    return [said.read_text(encoding="utf-8") for said, _ in running]


def _written(home: Path, said: Path, writes: Sequence[Write]) -> None:
    """A process that writes; after each command it says its number and its exit code."""
    around = environment(home)
    os.environ.clear()
    os.environ.update(around)
    with said.open("w", encoding="utf-8") as stream, redirect_stdout(stream), redirect_stderr(stream):
        for number, one in enumerate(writes):
            try:
                app(one.args, prog_name="backplan")
            except SystemExit as end:
                print(f"\n=ended {number} {end.code}", flush=True)


def _endings(writes: Sequence[Write], said: str) -> Iterator[tuple[Write, int]]:
    """How each command of a process ended; -1 where it did not, or said what none may say."""
    codes = {int(number): int(code) for number, code in re.findall(r"^=ended (\d+) (\d+)$", said, re.M)}
    wrong = [*wrong_words(Result(0, said, ""))]
    yield from ((one, -1 if wrong else codes.get(number, -1)) for number, one in enumerate(writes))


def _refused(number: int) -> str:
    return f"{number} told to try again" if number else ""


def _shelf(home: Path) -> list[str]:
    """Exercises that nobody hid."""
    found = run("library", "--json", home=home)
    return [item["id"] for item in json.loads(found.out)["exercises"]]


class Alone(NamedTuple):
    """A command that was given alone: where its folder is, and how it ended."""

    args: list[str]
    home: Path
    code: int


def pair(first: Alone, second: Alone, lived: Path, folder: Path) -> list[str]:
    """What is wrong when two are given at once: it must be as if one came after the other, or one was refused."""
    home = copy_of(lived, folder / "at-once")
    running = [warm.begun(moved(each.args, lived, home), home) for each in (first, second)]
    done = [warm.ended(each, LONGEST) for each in running]
    found, codes = state(home), (done[0].code, done[1].code)
    orders = [*_orders(first, second, lived, folder)]
    faults = [fault for each in done for fault in wrong_words(each)] + [*wrong_files(home)]
    told_first = "forget" in (first.args[0], second.args[0])
    if not any(_same(found, *order) and (codes == code or told_first) for order, code in orders):
        differ = [sorted(k for k in {*found, *order[0]} if found.get(k) != order[0].get(k)) for order, _ in orders]
        faults.append(f"as in no order: exit codes {codes}, alone {[code for _, code in orders]}, differ in {differ}")
    shutil.rmtree(folder)
    return faults


def _orders(first: Alone, second: Alone, lived: Path, folder: Path) -> Iterator[tuple[Any, tuple[int, int]]]:
    """What is there, and how both end, when one comes after the other, and when one is refused."""
    for number, (one, other) in enumerate(((first, second), (second, first))):
        home = copy_of(one.home, folder / f"order-{number}")
        done = run(*moved(other.args, lived, home), home=home)
        steps = bool({one.args[0], other.args[0]} & IN_STEPS)
        yield (state(home), steps), (one.code, done.code) if number == 0 else (done.code, one.code)
        for refused in (2, 5):  # because of what the other wrote, or as it could not be written
            yield (state(one.home), steps), (one.code, refused) if number == 0 else (refused, one.code)


def _same(found: dict[str, Any], expected: dict[str, Any], steps: bool) -> bool:
    """`today` does two things, and another may come between; a week that is laid while what it is laid from changes is
    laid anew at the next look, and a report reads more than once. Which week stands, and what was written out of it, is
    not compared then. Signs of two windows at once all count; one after the other, the later list stands.
    """
    left = {"week": None, "written": None} if steps else {}
    if {**found, **left} == {**expected, **left}:
        return True
    signs, fewer = _signs(found), _signs(expected)
    left |= {"person": None}
    return bool(fewer) and fewer < signs and {**found, **left} == {**expected, **left}


def _signs(kept: dict[str, Any]) -> set[str]:
    """The red flags that stand at last."""
    records = kept.get("person") or [{"document": "{}"}]
    return {key for key, _, present in json.loads(records[-1]["document"]).get("flags", ()) if present}


def given_alone(name: str, lived: Path, folder: Path) -> Alone:
    """A command given alone, in a folder of its own."""
    home, args = copy_of(lived, folder), EVERY[name](lived)
    return Alone(args, home, run(*moved(args, lived, home), home=home).code)


def pairs(lived: Path, folder: Path, most: int, draw: random.Random) -> Row:
    """Every two commands at once, or so many of them."""
    every = [*combinations_with_replacement(EVERY, 2)]
    chosen = every if most >= len(every) else draw.sample(every, most)
    faults, alone = list[str](), dict[str, Alone]()
    for number, (one, other) in enumerate(chosen):
        for name in {one, other} - alone.keys():
            alone[name] = given_alone(name, lived, folder / "alone" / name)
        found = pair(alone[one], alone[other], lived, folder / f"{number}")
        faults += _told_at_once([f"{one} beside {other}: {fault}" for fault in found], number + 1, len(chosen))
    return Row("pairs of commands", len(chosen), tuple(faults), f"of {len(every)}")


def _told_at_once(faults: list[str], number: int, of: int) -> list[str]:
    """Faults, told as soon as they are found: a run that is broken off has told what it saw, and how far it came."""
    for fault in faults:
        print(fault, file=sys.stderr, flush=True)
    if number % 50 == 0 or number == of:
        print(f"{number} of {of} pairs", file=sys.stderr, flush=True)
    return faults


def kills(lived: Path, folder: Path, many: int, draw: random.Random) -> Row:
    """Six at a time, each killed at a random moment of its run."""
    home = copy_of(lived, folder)
    shelf = _shelf(home)
    done, killed, faults = list[Write](), list[Write](), list[str]()
    began = time.monotonic()
    _killed(home, [Write(["log", "--flare", "--note", "first"], "")] * AT_ONCE, [60.0] * AT_ONCE)
    longest = (time.monotonic() - began) * BEYOND
    for start in range(0, many, AT_ONCE):
        writes = [write(number, shelf, draw) for number in range(start, min(start + AT_ONCE, many))]
        for one, code in zip(writes, _killed(home, writes, [draw.uniform(0, longest) for _ in writes]), strict=True):
            (done if code in (0, 4) else killed).append(one)
            faults += [] if code in (0, 4, 5, -9) else [f"{one.args} ends with {code}"]
        faults += [f"after {start + AT_ONCE}: {each}" for each in wrong_files(home) if "not sound" in each]
    faults += lost(home, done, killed)
    there = Counter(one.mark in marks(home) for one in killed)
    note = f"{len(killed)} before their end ({there[True]} of them whole in the store), {len(done)} after it"
    return Row("kills, six at a time", many, tuple(faults), note)


def _killed(home: Path, writes: Sequence[Write], moments: Sequence[float]) -> list[int]:
    """How commands end that are begun at once, and killed so many seconds later, unless they have ended by then."""
    began = time.monotonic()
    running = [warm.begun(one.args, home) for one in writes]
    codes = dict[int, int]()
    for number in sorted(range(len(writes)), key=moments.__getitem__):
        try:
            codes[number] = warm.ended(running[number], began + moments[number] - time.monotonic()).code
        except TimeoutError:
            codes[number] = -signal.SIGKILL
    return [codes[number] for number in range(len(writes))]


def main(args: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    began = time.time()
    sizes = {"pairs": (10_000, "pairs of commands, all if there are fewer"), "kills": (300, "kills")}
    parser = options(__doc__, sizes)
    parts = ("writers", "pairs", "kills")
    parser.add_argument("--parts", nargs="+", choices=parts, default=parts, help="only these parts")
    asked = parser.parse_args(args)
    draw, rows = random.Random(asked.seed), []
    with tempfile.TemporaryDirectory(prefix="storm-", dir=warm.room()) as text:
        folder = Path(text)
        lived = folder / "lived" / "backplan"
        lived_in(lived)
        warm.loaded()
        if "writers" in asked.parts:
            for many, each in SMALL_WRITERS if asked.small else WRITERS:
                rows.append(writers(lived, folder / f"writers-{many}", (many, each), draw))
        if "pairs" in asked.parts:
            rows.append(pairs(lived, folder / "pairs", SMALL_PAIRS if asked.small else asked.pairs, draw))
        if "kills" in asked.parts:
            rows.append(kills(lived, folder / "kills", SMALL_KILLS if asked.small else asked.kills, draw))
    return told("Many windows at once", rows, began, asked.seed)


if __name__ == "__main__":
    sys.exit(main())
