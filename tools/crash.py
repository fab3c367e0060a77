"""Every command that writes, killed at every system call with which it writes; then what is left is looked at.

    python tools/crash.py [--small] [--refused] [--most N] [--at-once N] [--only COMMAND ...] [--seed N]

After each crash: what was acknowledged is there, what was not is there whole or not at all, the words that were
printed are true, the next commands work, no backup is half-made, and nothing is left behind. With --refused the
command is not killed: the call fails, as on a disk that is full or broken (and each write to a database after it),
and the command ends with a documented exit code and says what is so. It needs Linux and strace, which does it for us.
Prints a table; exit code 1 when there is any fault, 2 where there is no strace.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

# The tests stand beside this folder, not inside a package.
from tests.support import warm  # noqa: E402
from tests.support.attacks import EVERY, Row, copy_of, moved, options, state, told, wrong_files, wrong_words  # noqa: E402
from tests.support.cli import Result, run  # noqa: E402
from tests.support.windows import THEN, lived_in  # noqa: E402

from backplan.cli.recorded import RECORDED  # noqa: E402
from backplan.library.own_folder import DUE  # noqa: E402

NO_STRACE = (
    "This needs strace, which ends a command at a chosen system call, and it is not here. On Debian or Ubuntu: "
    "`apt-get install strace`. It runs on Linux only; tests/cli/test_interrupted.py breaks commands off everywhere."
)
WRITING = (  # what may be traced is what this system calls so
    "write,pwrite64,writev,pwritev,pwritev2,sendfile,copy_file_range,ftruncate,truncate,rename,renameat,renameat2,"
    "unlink,unlinkat,rmdir,mkdir,mkdirat,fsync,fdatasync,link,linkat,symlink,symlinkat,chmod,fchmod,fchmodat,openat"
)
_CALL = re.compile(r"\d+ +(\w+)\((.*)")
NEXT = (["diary", "--json"], ["log", "--morning", "2", "--note", "after"])
SMALL, FEW = ("log", "library hide"), 3
AN_HOUR = 3600  # seconds
LONGEST = 600  # seconds that one run may take, on a machine with much else to do
FULL = ("write", "pwrite64", "pwritev", "openat", "mkdir", "mkdirat", "rename", "renameat", "link", "symlink")
TAKING = ("unlink", "unlinkat", "rmdir")
TO_A_STREAM = ("1, ", "2, ")  # how the arguments of a write begin that is no file's
NOTHING, NOT_KEPT = (
    re.compile("nothing was (changed|taken|recorded)"),
    "could not be (stored|made|recorded)|is not stored",
)
FILE_BY_FILE = ("export sheets", "export events")
BEFORE_IT_IS_DONE = ("restore", "import", "forget")  # say what is there before they do anything


class Point(NamedTuple):
    """The how-manyeth of a system call, at which a command is killed; whether it says something, or only reads what is
    ours: a disk may refuse that, too, and nothing is half-done where it is killed.
    """

    call: str
    number: int
    says: bool = False
    reads: bool = False


class Tried(NamedTuple):
    """A command and its run to the end: what was there before, what it said, and what was there after."""

    name: str
    args: list[str]
    lived: Path  # the folder that the arguments speak of
    before: dict[str, Any]
    after: dict[str, Any]
    done: Result
    codes: dict[str, set[int]]  # of the commands that follow: what each may come out with


def strace() -> bool:
    """Whether strace is here and may be used."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", os.devnull, "true"], check=False, capture_output=True).returncode == 0


def traced(args: list[str], home: Path, *how: str) -> Result:
    """A run under strace."""
    run_of_it = warm.begun(args, home, traced=True, PYTHONDONTWRITEBYTECODE="1", TMPDIR=str(temporary(home)))
    quietly = ["strace", "-f", "-q", "-e", "signal=none", "-e", f"trace={WRITING}", "-p", str(run_of_it.pid)]
    with subprocess.Popen([*quietly, *how], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        return warm.ended(run_of_it, LONGEST)


def temporary(home: Path) -> Path:
    """A place for temporary files, beside a person's folder."""
    folder = home.parent / "tmp"
    folder.mkdir(exist_ok=True)
    return folder


def points(log: Path, home: Path) -> list[Point]:
    """Every call of a run with which it writes; of those that open a file, the ones that may make it, or that read in a
    person's folder. Not own exercises: a plan goes on without what cannot be read of them, until it can.
    """
    seen, found = Counter[str](), []
    for line in log.read_text(errors="replace").splitlines():
        if (match := _CALL.match(line)) is None:
            continue
        call, rest = match.groups()
        seen[call] += 1
        reads = call == "openat" and "O_CREAT" not in rest and "O_TRUNC" not in rest
        if not reads or (f'"{home}' in rest and f'"{home}/own' not in rest):
            found.append(Point(call, seen[call], call == "write" and rest.startswith(TO_A_STREAM), reads))
    return found


def whole(name: str, lived: Path, folder: Path) -> tuple[Tried, list[Point]]:
    """A command run to its end, and the points at which it can be killed."""
    home, untouched = copy_of(lived, folder / "whole"), copy_of(lived, folder / "untouched")
    args, before = EVERY[name](lived), state(home)
    loads = copy_of(lived, folder / "loads")
    run(*moved(args, lived, loads), home=loads)
    done = placeless(traced(moved(args, lived, home), home, "-o", str(folder / "log")), home)
    after = state(home)
    codes = {each[0]: {run(*each, home=where).code for where in (home, untouched)} for each in NEXT}
    return Tried(name, args, lived, before, after, done, codes), points(folder / "log", home)


def placeless(done: Result, home: Path) -> Result:
    """What a run said, without where."""
    return Result(done.code, *(text.replace(str(home.parent), "") for text in (done.out, done.err)))


def crashed(tried: Tried, point: Point, lived: Path, folder: Path) -> tuple[bool, list[str]]:
    """Whether a run was killed at a point, and what is wrong then."""
    home = copy_of(lived, folder / f"{point.call}-{point.number}")
    inject = f"inject={point.call}:signal=KILL:when={point.number}"
    done = placeless(traced(moved(tried.args, lived, home), home, "-o", os.devnull, "-e", inject), home)
    killed = done.code in (-9, 137)
    wrong = [*_wrong(tried, done, home)] if killed else []
    shutil.rmtree(home.parent)
    return killed, [f"killed at {point.call} {point.number}: {each}" for each in wrong]


def refused(tried: Tried, point: Point, lived: Path, folder: Path) -> tuple[bool, list[str]]:
    """A run of which one call fails, and what is wrong then."""
    home = copy_of(lived, folder / f"{point.call}-{point.number}")
    how = "ENOSPC" if point.call in FULL else "EIO"
    when = f"{point.number}{'+' if point.call == 'pwrite64' else ''}"
    inject = f"inject={point.call}:error={how}:when={when}"
    done = placeless(traced(moved(tried.args, lived, home), home, "-o", os.devnull, "-e", inject), home)
    found = (path.name for path in home.rglob(".backplan-*") if path.name != DUE)  # which the next command sees to
    left = [] if point.call in TAKING or point.reads else [*found]  # what is not seen into is not emptied
    wrong = [*(f"{name} is left behind at once" for name in left), *_said_wrongly(tried, done, home)]
    shutil.rmtree(home.parent)
    return True, [f"refused at {point.call} {when} with {how}: {each}" for each in wrong]


def _said_wrongly(tried: Tried, done: Result, home: Path) -> Iterator[str]:
    """What is wrong with the words and the exit code of a run that was not killed, and with what it left."""
    yield from wrong_words(done)
    look = run(*NEXT[0], home=home)
    left, said = state(home), done.out + done.err
    changed, half = left != tried.before, left not in (tried.before, tried.after) and not _in_two_steps(tried, left)
    if half and tried.name != "forget":
        yield f"half of it is there: {_differ(left, tried.before)} (against a whole run: {_differ(left, tried.after)})"
    if done.code in (0, 4) and not changed and not re.search(NOT_KEPT, said):
        yield f"ends with {done.code}, and nothing is there: {said.strip()[-200:]!r}"
    if tried.name != "forget" and done.code not in (0, 4) and changed != (RECORDED in said):
        yield f"ends with {done.code}, changed is {changed}: {said.strip()[-300:]!r}"
    if changed and NOTHING.search(done.err):
        yield f"denies what is there: {done.err.strip()[-300:]!r}"
    if look.code not in tried.codes["diary"]:
        yield f"then `diary` ends with {look.code}: {look.err.strip()[-200:]}"
    yield from wrong_words(look)
    _tidied(home)
    yield from wrong_files(home)


def _wrong(tried: Tried, done: Result, home: Path) -> Iterator[str]:
    first, second = NEXT
    look = run(*first, home=home)
    left = state(home)
    changed = left != tried.before
    if tried.name == "forget":
        yield from _forgotten(home)
    elif changed and left != tried.after and not _in_two_steps(tried, left):
        yield f"half of it is there: {_differ(left, tried.before)} (against a whole run: {_differ(left, tried.after)})"
    acknowledged = done.out == tried.done.out if tried.name in BEFORE_IT_IS_DONE else bool(done.out.strip())
    if acknowledged and left != tried.after:
        yield f"said {done.out.strip()[:80]!r}, and it is not there"
    if not tried.done.out.startswith(done.out):
        yield f"said other words than a whole run: {done.out[-200:]!r}"
    if look.code not in tried.codes[first[0]]:
        yield f"then `{' '.join(first)}` ends with {look.code}: {look.err.strip()[-200:]}"
    log = run(*second, home=home)
    if log.code not in tried.codes[second[0]]:
        yield f"then `{' '.join(second)}` ends with {log.code}: {log.err.strip()[-200:]}"
    for each in (Result(0, done.out, done.err), look, log):
        yield from wrong_words(each)
    _tidied(home)
    yield from wrong_files(home)


def _tidied(home: Path) -> None:
    """Two hours pass, and each kind of file is written again, which takes away what was left beside it."""
    for path in home.parent.rglob("*"):
        os.utime(path, (time.time() - AN_HOUR * 2,) * 2, follow_symlinks=False)
    there = home.parent
    for args in (
        ["library", "hide", "cat-cow"],
        ["backup"],
        ["restore", str(there / THEN), "--yes"],
        ["backup", "--out", str(there / "again.db")],
        ["prescribe", "export", str(there / "again.yaml")],
    ):
        run(*args, home=home)


def _forgotten(home: Path) -> Iterator[str]:
    """What is taken away file by file is taken away by the next run of the same, all of it."""
    copy = copy_of(home, home.parent.with_name(f"{home.parent.name}-again"))
    again = run("forget", "--yes", home=copy)
    if again.code or any(path.is_file() for path in copy.rglob("*")):
        yield f"forget again ends with {again.code}, and leaves {[path.name for path in copy.glob('*')]}"
    shutil.rmtree(copy.parent, ignore_errors=True)


def _in_two_steps(tried: Tried, left: dict[str, Any]) -> bool:
    """Whether a command that is several things has done the first: `today` has noted the pain and not yet laid the week
    out; of the files in a folder each is whole, and some are there.
    """
    if tried.name in FILE_BY_FILE:
        there, whole = left.get("written", {}), tried.after["written"]
        return {**left, "written": None} == {**tried.after, "written": None} and there.items() <= whole.items()
    if tried.name != "today":
        return False
    return {**left, "week": None} == {**tried.after, "week": None} and left["week"] == tried.before["week"]


def _differ(one: dict[str, Any], other: dict[str, Any]) -> str:
    return ", ".join(sorted(key for key in {*one, *other} if one.get(key) != other.get(key)))


def drawn(found: Sequence[Point], most: int, seed: str) -> Sequence[Point]:
    """All points, or so many of them."""
    return found if len(found) <= most else sorted(random.Random(seed).sample(found, most))


def command(name: str, lived: Path, folder: Path, asked: argparse.Namespace) -> Row:
    """A command, killed at each of its points, or at so many of them."""
    folder.mkdir()
    tried, found = whole(name, lived, folder)
    found = [point for point in found if not (point.says if asked.refused else point.reads)]
    chosen = drawn(found, asked.most, f"{asked.seed} {name}")
    tries = refused if asked.refused else crashed
    with ProcessPoolExecutor(asked.at_once) as pool:
        ended = list(pool.map(partial(tries, tried, lived=lived, folder=folder), chosen))
    faults = [fault for _, wrong in ended for fault in wrong]
    if tried.done.code not in (0, 4) or (tried.before == tried.after):
        faults.append(f"the whole run ends with {tried.done.code} and changes nothing: {tried.done.err[-200:]}")
    killed = sum(hit for hit, _ in ended)
    missed = f", {len(chosen) - killed} not met again" if killed < len(chosen) else ""
    return Row(name, killed, tuple(faults), f"of {len(found)} calls{missed}")


def main(args: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    began = time.time()
    parser = options(__doc__, {"most": (10_000, "crashes of one command"), "at-once": (2, "commands at once")})
    parser.add_argument("--only", nargs="+", choices=EVERY, metavar="COMMAND", help="only these commands")
    parser.add_argument("--refused", action="store_true", help="the call fails, and the command is not killed")
    asked = parser.parse_args(args)
    if not strace():
        print(NO_STRACE, file=sys.stderr)
        return 2
    if asked.small:
        asked.only, asked.most = SMALL, FEW
    rows = []
    with tempfile.TemporaryDirectory(prefix="crash-", dir=warm.room()) as text:
        folder = Path(text)
        lived = folder / "lived" / "backplan"
        lived_in(lived)
        warm.loaded()
        for number, name in enumerate(asked.only or EVERY):
            rows.append(command(name, lived, folder / f"{number}", asked))
            print(f"{name}: {rows[-1].tried} tried, {len(rows[-1].faults)} faults", file=sys.stderr, flush=True)
            shutil.rmtree(folder / f"{number}")
    return told("Writing calls refused" if asked.refused else "Crashes at every writing call", rows, began, asked.seed)


if __name__ == "__main__":
    sys.exit(main())
