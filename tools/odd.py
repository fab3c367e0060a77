"""Odd places, dates, surroundings, arguments and answers: whatever is met, a sentence and a documented exit code.

    python tools/odd.py [--small] [--parts PART ...] [--each N] [--lives N] [--arguments N] [--answers N] [--seed N]

Five parts, each of somebody with something of everything. places: in the place of the store, of what stands beside it,
of a backup, an own file or what is kept for speed there is a pipe, a folder, a device, a link that leads nowhere or
round, an empty or another file, or something that nobody may read. days: BACKPLAN_TODAY in every odd form, and lives
whose clock goes back and forth over leap days, new years and changes of summer time. surroundings: languages, letters,
columns, folders, limits and streams that are closed or full. arguments: flags and words that nobody would write.
answers: interviews and sessions in a terminal, answered at random.

No run may show a traceback, say that something went wrong inside, wait for ever or end with an exit code that is not
documented; none may lose a record. Prints a table; exit code 1 when there is any fault. It needs a POSIX system.
"""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from typer import Context
from typer.main import get_command

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

# The tests stand beside this folder, not inside a package.
from tests.support import warm  # noqa: E402
from tests.support.attacks import CODES, COMMANDS, Row, copy_of, options, told, wrong_words  # noqa: E402
from tests.support.cli import TODAY, Result, environment, run  # noqa: E402
from tests.support.windows import THEN, lived_in  # noqa: E402

from backplan.cli.app import app  # noqa: E402
from backplan.cli.terminal import environment as around_us  # noqa: E402
from backplan.store.schema import odd_files  # noqa: E402

WAITS = 30  # seconds until a run counts as one that waits for ever
NOBODY = 65534
SMALL = {"each": 1, "lives": 1, "arguments": 10, "answers": 2}
SMALL_WAYS = 3  # of each part
FORGET = ["forget", "--yes"]
LESS = ("restore", "import", "forget", "diary")  # may leave fewer entries than there were

# -- a run on its own -------------------------------------------------------------------------------------------------


def alone(home: Path, args: Sequence[str], **how: Any) -> Result:
    """A run in a process of its own, forked from this one, which is ended where it waits."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        os.close(reading)
        with os.fdopen(writing, "w") as file:
            json.dump(_ended(home, args, **how), file)
            file.flush()
            os._exit(0)
    os.close(writing)
    return _waited_for(child, reading)


def _ended(home: Path, args: Sequence[str], terminal: bool = False, nobody: bool = False, **how: Any) -> list[Any]:
    try:
        if terminal:
            around_us.at_terminal = lambda: True
        if nobody and os.geteuid() == 0:
            os.setegid(NOBODY)
            os.seteuid(NOBODY)
        done = run(*args, home=home, **how)
    except BaseException:
        return [1, "", traceback.format_exc()]
    return [done.code, done.out, done.err]


def _waited_for(child: int, reading: int) -> Result:
    until, raw = time.monotonic() + WAITS, b""
    with os.fdopen(reading, "rb", buffering=0) as file:
        while select.select([file], [], [], max(0, until - time.monotonic()))[0]:
            if not (part := file.read(1 << 16)):
                os.waitpid(child, 0)
                return Result(*json.loads(raw)) if raw else Result(-1, "", "it ended without a word")
            raw += part
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return Result(-1, "", f"it waited for {WAITS} seconds")


def process(home: Path, args: Sequence[str], shell: str = "", **env: str) -> Result:
    """A run as a process of its own, in a line of the shell where one is given: there "$@" is the run."""
    command = [sys.executable, "-m", "backplan", *args]
    house = {name: str(home.parent / "house") for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    around = {key: value for key, value in {**environment(home), **house, **env}.items() if value != GONE}
    try:
        done = subprocess.run(
            ["/bin/sh", "-c", shell, "sh", *command] if shell else command,
            env=around, capture_output=True, timeout=WAITS, check=False, stdin=subprocess.DEVNULL,
            cwd=home.parent,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return Result(-1, "", f"it waited for {WAITS} seconds")
    return Result(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


ELSE = "not-ours"  # a file, and what it says
GONE = "\0"  # of a variable that is not set


def wrong(done: Result) -> Iterator[str]:
    """What is wrong with a run by itself."""
    yield from wrong_words(done)
    if done.code not in CODES or done.code == 130:
        yield f"ends with {done.code}: {done.err.strip()[-200:]}"
    if done.code in (2, 3, 5) and not done.err.strip():
        yield f"ends with {done.code} without a word"


def entries(home: Path) -> int:
    """How many entries of the diary there are, taken back or not; none where there is no store to be read."""
    store = home / "backplan.db"
    try:
        if not store.is_file() or odd_files(store):
            return 0
        with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as database:
            return int(database.execute("SELECT count(*) FROM entry").fetchone()[0])
    except (OSError, sqlite3.Error):
        return 0


def lost(before: int, args: Sequence[str], home: Path) -> Iterator[str]:
    """Entries that are gone after a command that takes none away."""
    if (now := entries(home)) < before and (not args or args[0] not in LESS):
        yield f"{before} entries were there, and {now} are"


# -- places -----------------------------------------------------------------------------------------------------------

PLACES = (
    ".", "backplan.db", "backplan.db-journal", "backplan.db-wal", "backups", f"backups/{TODAY}.db",
    "backups/2026-11-20.db", "backups/2026-11-20-replaced.db", "own", "own/hidden.yaml", "own/mine.yaml", "own.lock",
    "cache", "cache/LIBRARY", "cache/SCREEN", "interview.json", "session.json", ".backplan-own-due",
    ".backplan-copy-abcdefgh", "backups/.backplan-copy-abcdefgh", "own/.backplan-abcdefgh",
)  # fmt: skip


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with suppress(OSError):  # its name may be too long for one
        socket.socket(socket.AF_UNIX).bind(str(path))


def _full_folder(path: Path) -> None:
    path.mkdir()
    (path / "x.yaml").write_text("- id: x\n", encoding="utf-8")


def device(path: Path, minor: int) -> None:
    """A device of our own: a command may do what it will with it, so it is never the machine's."""
    with suppress(PermissionError):  # only root makes one
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, minor))


def _else(path: Path) -> Path:
    """What is somebody else's, in the folder of this attack and nowhere else: a command may harm it."""
    found = next(above for above in path.parents if above.name == "backplan").parent / ELSE
    found.write_text(ELSE, encoding="utf-8")
    found.with_name(f"{ELSE} was here").touch()
    return found


THINGS: Mapping[str, Callable[[Path], object]] = {
    "nothing": Path.exists,
    "a pipe": _pipe,
    "a socket": _socket,
    "a folder": Path.mkdir,
    "a folder with a file": _full_folder,
    "a device without end": lambda path: device(path, 5),
    "a full device": lambda path: device(path, 7),
    "a link that leads nowhere": lambda path: path.symlink_to("nowhere"),
    "a link that leads round": lambda path: path.symlink_to(path.name),
    "a link to something else": lambda path: path.symlink_to(_else(path)),
    "an empty file": Path.touch,
    "a file of something else": lambda path: path.write_bytes(b"\xff\x00 no such thing\n" * 40),
}
CLOSED = "closed to us"


def places(lived: Path, folder: Path, each: int, most: int, draw: random.Random) -> Row:
    """Every odd thing in every place, with some commands, and `forget` after them."""
    ways = [(place, thing) for place in PLACES for thing in (*THINGS, CLOSED) if place != "." or thing == CLOSED]
    faults, tried = list[str](), 0
    for number, (place, thing) in enumerate(_some(ways, most, draw)):
        home = copy_of(lived, folder / f"{number}")
        put(home, place, thing)
        commands = [["week"], *draw.sample(COMMANDS, each), FORGET]
        before, tried = entries(home), tried + len(commands)
        for args in commands:
            slow = place.startswith("cache") and thing != CLOSED  # only a process shows a screen again
            done = process(home, args) if slow else alone(home, args, nobody=thing == CLOSED)
            found = [*wrong(done), *lost(before, args, home), *_harmed(home)]
            faults += [f"{thing} as {place}: {' '.join(args)}: {what}" for what in found]
            before = entries(home)
        _away(home.parent)
    return Row("odd things in the place of what is kept", tried, tuple(faults), f"in {len(ways)} ways")


def _harmed(home: Path) -> Iterator[str]:
    """That what is somebody else's is gone or another, if it is."""
    found = home.parent / ELSE
    if found.exists() and found.read_text(encoding="utf-8") != ELSE:
        yield "what is not ours is another"
    if not found.exists() and (home.parent / f"{ELSE} was here").exists():
        yield "what is not ours is gone"


def put(home: Path, place: str, thing: str) -> None:
    """An odd thing into a place of somebody's folder."""
    if place.startswith("cache/"):
        kind = "library-" if "LIBRARY" in place else "screen-"
        process(home, ["week"])
        paths = [path for path in (home / "cache").iterdir() if path.name.startswith(kind)]
    else:
        paths = [home / place]
    for path in paths:
        if thing == CLOSED:
            _closed(path)
            continue
        path.parent.mkdir(exist_ok=True)
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        THINGS[thing](path)


def _closed(path: Path) -> None:
    """Somebody else's, so that we may neither read nor write it."""
    for above in path.parent.parents:
        with suppress(OSError):
            above.chmod(above.stat().st_mode | 0o055) if above.is_relative_to(tempfile.gettempdir()) else None
    for inner in (path.parents[-1], *path.parent.rglob("*"), path.parent):
        if inner.is_relative_to(tempfile.gettempdir()) and os.geteuid() == 0:
            os.chown(inner, NOBODY, NOBODY, follow_symlinks=False)
    if path.exists():
        path.chmod(0)
        if os.geteuid() == 0:
            os.chown(path, 0, 0)


def _away(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o700)
    shutil.rmtree(folder)


# -- days -------------------------------------------------------------------------------------------------------------

FORMS = (
    "", " ", "2026-02-30", "2024-02-29", "2023-02-29", "9999-12-31", "0001-01-01", "10000-01-01", "2026-W48",
    "2026-W48-1",
    "2026-W53-7", "20261130", "2026-11-30T00:00", "2026-11-30 ", "+2026-11-30", "-2026-11-30", "２０２６-１１-３０",
    "٢٠٢٦-١١-٣٠", "2026-11-30\n", "2026-11-30\x1b[2J", "1969-12-31", "1970-01-01", "1900-01-01", "2899-12-31",
    "2900-01-01", "now", "today", "0", "-1", "1e9", "2026-11-31", "2026-1-1", "2026-11", "30.11.2026", "11/30/2026",
    "2026-11-30+01:00", "x" * 5000, "2026\u202e-11-30", "2026-11-30\udcff", "2026-12-31", "2027-01-01", "2028-02-29",
    "2020-W53-5", "2026-03-29", "2026-10-25",
)  # fmt: skip


def forms(lived: Path, folder: Path, each: int, most: int, draw: random.Random) -> Row:
    """Today in every odd form, with some commands."""
    faults, tried = list[str](), 0
    home = copy_of(lived, folder / "forms")
    for form in _some(FORMS, most, draw):
        for args in (["week"], ["log", "--pain", "3", "--again"], *draw.sample(COMMANDS, each)):
            before, tried = entries(home), tried + 1
            done = alone(home, args, today=form)
            found = [*wrong(done), *lost(before, args, home)]
            faults += [f"today is {form!a}: {' '.join(args)}: {what}" for what in found]
    shutil.rmtree(home.parent)
    return Row("BACKPLAN_TODAY in odd forms", tried, tuple(faults), f"{len(FORMS)} forms")


TURNS = ("2026-12-31", "2027-01-01", "2028-02-28", "2028-02-29", "2028-03-01", "2026-03-29", "2026-10-25", "1970-01-01",
         "2899-12-25", "2027-01-04", "2020-12-31", "2021-01-03")  # fmt: skip


def lives(lived: Path, folder: Path, many: int, draw: random.Random) -> Row:
    """Lives whose clock goes back and forth."""
    faults, tried = list[str](), 0
    for number in range(many):
        home = copy_of(lived, folder / f"life-{number}")
        day = date.fromisoformat(TODAY)
        for _ in range(30):
            day = _next(day, draw)
            args = draw.choice([*COMMANDS, ["week"], ["today"], ["progress"], ["log", "--pain", "4", "--leg", "calf"]])
            before, tried = entries(home), tried + 1
            done = alone(home, args, today=day.isoformat())
            found = [*wrong(done), *lost(before, args, home)]
            faults += [f"life {number}, on {day}: {' '.join(args)}: {what}" for what in found]
        shutil.rmtree(home.parent)
    return Row("commands with a clock that goes back and forth", tried, tuple(faults), f"in {many} lives")


def _next(day: date, draw: random.Random) -> date:
    how = draw.random()
    if how < 0.2:
        return date.fromisoformat(draw.choice(TURNS))
    step = draw.choice((-400, -30, -7, -1, 0, 0, 1, 1, 1, 2, 7, 8, 40, 366))
    with suppress(OverflowError):
        day += timedelta(days=step)
    return min(max(day, date(1970, 1, 1)), date(2899, 12, 31))


# -- surroundings -----------------------------------------------------------------------------------------------------

VARIABLES: Mapping[str, Sequence[str]] = {
    "LC_ALL": ("C", "POSIX", "C.UTF-8", "de_DE.ISO-8859-1", "ja_JP.eucJP", "no_such", "x" * 300, "tr_TR.UTF-8"),
    "LANG": ("", "C", "zh_CN.GB18030", "\xff"),
    "PYTHONIOENCODING": (
        "ascii",
        "latin-1",
        "utf-16",
        "euc_jis_2004",
        "ascii:surrogateescape",
        "utf-8:strict",
        "cp037",
    ),
    "PYTHONUTF8": ("0", "1"),
    "PYTHONOPTIMIZE": ("1", "2"),
    "PYTHONHASHSEED": ("0", "7"),
    "PYTHONWARNINGS": ("error",),
    "PYTHONDEVMODE": ("1",),
    "PYTHONUNBUFFERED": ("1",),
    "COLUMNS": ("0", "1", "-3", "9" * 4301, "²", "wide", "", "1000000"),
    "LINES": ("0", "1", "-3", "9" * 400),
    "TERM": ("", "dumb", "no-such", "xterm-256color", GONE),
    "PAGER": ("", "no-such-pager", "false", "cat"),
    "NO_COLOR": ("", "1"),
    "FORCE_COLOR": ("1", "3", "x"),
    "TZ": ("Pacific/Kiritimati", "Pacific/Niue", "no/such", ":", "UTC+25", "", "\x1b"),
    "TMPDIR": ("nowhere", ""),
    "HOME": ("relative", "nowhere/x"),
    "BACKPLAN_HOME": (
        GONE,
        "",
        ".",
        "~",
        "~nobody-of-that-name/x",
        "full-device",
        "/" + "x" * 300,
        "x" * 5000,
    ),
    "XDG_DATA_HOME": ("", "relative", "full-device"),
    "XDG_CACHE_HOME": ("", "relative", "full-device"),
    "BACKPLAN_DEBUG": ("",),
}
SHELLS = (
    '"$@" <&-', '"$@" >&-', '"$@" 2>&-', '"$@" <&- >&- 2>&-', '"$@" >/dev/full', '"$@" 2>/dev/full',
    '"$@" >/dev/full 2>&1', '"$@" | true', '"$@" | head -c 1', '"$@" </dev/zero', '"$@" <"$BACKPLAN_HOME"',
    'ulimit -n 12; "$@"', 'ulimit -n 6; "$@"', 'ulimit -f 0; "$@"', 'ulimit -f 8; "$@"', 'ulimit -c 0; "$@"',
    'umask 777; "$@"', 'umask 0; "$@"',
    'mkdir "$BACKPLAN_HOME/../gone"; cd "$BACKPLAN_HOME/../gone"; rmdir ../gone; "$@"',
    'cd /proc/self/fd; "$@"', 'trap "" PIPE; "$@" | true', 'trap "" INT; "$@"', 'exec 3>&1; "$@" >&3', 'nice "$@"',
    'env -i PATH="$PATH" PYTHONPATH="$PYTHONPATH" BACKPLAN_HOME="$BACKPLAN_HOME" BACKPLAN_TODAY="$BACKPLAN_TODAY" "$@"',
)  # fmt: skip


def surroundings(lived: Path, folder: Path, each: int, most: int, draw: random.Random) -> Row:
    """Every odd surrounding, with some commands. What Python itself says when it cannot begin is no word of ours."""
    variables = [(name, value) for name, values in VARIABLES.items() for value in values]
    ways = [*variables, *((shell, "") for shell in SHELLS)]
    faults, tried = list[str](), 0
    for number, (name, value) in enumerate(_some(ways, most, draw)):
        home = copy_of(lived, folder / f"{number}")
        for args in (["week"], ["log", "--pain", "3", "--again"], *draw.sample(COMMANDS, each)):
            before, tried = entries(home), tried + 1
            shell = name if name in SHELLS else ""
            done = process(home, args, shell, **({} if shell else {name: value, **_elsewhere(name)}))
            found = [*wrong(done), *lost(before, args, home)]
            silent = (
                "| " in shell or "2>" in shell or ">&-" in shell
            )  # where words go elsewhere, or the code is another's
            found = [what for what in found if not (silent and "without a word" in what)]
            faults += [f"{name}{'=' if not shell else ''}{value[:40]!a}: {' '.join(args)}: {what}" for what in found]
        shutil.rmtree(home.parent)
    return Row("odd surroundings", tried, tuple(faults), f"in {len(ways)} ways")


def _elsewhere(name: str) -> dict[str, str]:
    """Without a folder that is given, so that the system's is found. It is never the tester's own: where HOME is odd,
    what is looked at before it leads into the folder of this attack, and where that is odd, HOME does.
    """
    return {"BACKPLAN_HOME": GONE} if name == "HOME" or name.startswith("XDG_") else {}


# -- arguments --------------------------------------------------------------------------------------------------------

WORDS = (
    "", " ", "-", "--", "-1", "0", "11", "9" * 30, "1e3", "٣", "½", "nan", "x" * 4000, "\x1b[2J", "\u202e",
    "\udcff", "\0x"[1:],
    "a\nb", "'", '"', "%s", "{}", "$(x)", "..", "full-device", "pipe", "nowhere/x", "~", ".", "2026-11-23",
    "2026-02-30", "9999-12-31", "0001-01-01", "yesterday", "-2d", "mon", "mon,mon", "mon=tue", "tue=wed",
    "2026-W54", "none",
    "all", "bird-dog", "bird-dog,cat-cow", "Bird dog", "bird-dog=8kg", "1=4", "1=99", "put on my socks=4",
    "saddle-numbness",
    "osteoporosis", "walk=5,cycle=15", "doctor", "3", "10", "240", "1440", "thigh", "last", "next", "2026-11-23.db",
)  # fmt: skip


@cache
def flags() -> dict[str, list[str]]:
    """Every command with its flags, those of its subcommands, and these themselves."""
    group: Any = get_command(app)
    context = Context(group)
    return {"": _flags_of(group), **{name: [*_words_of(group.get_command(context, name))] for name in names(group)}}


def names(command: Any) -> list[str]:
    """The subcommands of a command."""
    return list(command.list_commands(Context(command))) if hasattr(command, "list_commands") else []


def _words_of(command: Any) -> Iterator[str]:
    yield from _flags_of(command)
    for name in names(command):
        yield name
        yield from _words_of(command.get_command(Context(command), name))


def _flags_of(command: Any) -> list[str]:
    options = (each for each in command.params if each.param_type_name == "option" and "help" not in each.opts[0])
    return [flag for each in options for flag in (*each.opts, *each.secondary_opts) if flag not in LEFT_ALONE]


LEFT_ALONE = ("--install-completion", "--show-completion")  # which write into the shell's own files


def arguments(lived: Path, folder: Path, many: int, draw: random.Random) -> Row:
    """Commands with flags and words that nobody would write, some twenty in a folder."""
    faults, home = list[str](), lived
    for number in range(many):
        if number % 20 == 0:
            shutil.rmtree(folder / "arguments", ignore_errors=True)
            home = copy_of(lived, folder / "arguments")
            device(home.parent / "full-device", 7)
            os.mkfifo(home.parent / "pipe")
        os.chdir(home.parent)
        args = drawn(draw)
        before = entries(home)
        done = alone(home, args)
        found = [*wrong(done), *lost(before, args, home)]
        faults += [f"{args!a}: {what}" for what in found]
    os.chdir(ROOT)
    shutil.rmtree(folder / "arguments", ignore_errors=True)
    return Row("odd arguments", many, tuple(faults))


def drawn(draw: random.Random) -> list[str]:
    """A command with some flags and words."""
    name = draw.choice([*flags()])
    args = [name] if name else []
    for _ in range(draw.choice((0, 1, 1, 2, 3, 5))):
        args += [draw.choice(flags()[name])] if flags()[name] and draw.random() < 0.8 else []
        args += [draw.choice(WORDS)] if draw.random() < 0.8 else []
    return args


# -- answers ----------------------------------------------------------------------------------------------------------

ASKING = (["init"], ["init", "--plain"], ["init", "--only", "pain,time"], ["init", "--more"], ["log"], ["log",
          "--plain"],
          ["today"], ["pause"], ["swap", "bird-dog"], ["init", "--only", "functions"], ["start", "--plain"],
          ["init", "--only", "conditions,surgery,clearance"], ["restore", TODAY], ["forget"])  # fmt: skip
TYPED = ("", "", "", "y", "n", "none", "3", "3 3", "0", "11", "-1", "back", "all", "?", "yes please", "mon,thu",
         "40", "2019",
         "March 2019", "2026-11-01", "9999-12-31", "foot", "calf", "no", "osteoporosis", "doctor",
         "x" * 2000, "\x1b[A", "٣",
         "'", "1,2,3", "1", "2", "socks")  # fmt: skip


def answers(lived: Path, folder: Path, many: int, draw: random.Random) -> Row:
    """Interviews and sessions answered at random; one that ends before its last question is one that was stopped."""
    faults = list[str]()
    for number in range(many):
        home = copy_of(lived, folder / f"answers-{number}")
        args = ASKING[number % len(ASKING)]
        if number % 3 == 0 and args[0] == "init":
            shutil.rmtree(home)
        typed = "".join(f"{draw.choice(TYPED)}\n" for _ in range(draw.choice((0, 3, 20, 300))))
        before = entries(home)
        done = alone(home, args, terminal=True, typed=typed)
        found = [each for each in wrong(done) if not each.startswith("ends with 130")]
        found += lost(before, args, home)
        faults += [f"answers {number} to {' '.join(args)}: {what}" for what in found]
        shutil.rmtree(home.parent)
    return Row("interviews and sessions answered at random", many, tuple(faults))


def _some(ways: Sequence[Any], most: int, draw: random.Random) -> Sequence[Any]:
    return draw.sample(ways, most) if most < len(ways) else ways


PARTS = ("places", "days", "surroundings", "arguments", "answers")


def main(args: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    began = time.time()
    sizes = {"each": (6, "commands drawn for each way, besides one or two of every way"),
             "lives": (40, "lives of 30 commands with a clock that goes back and forth"),
             "arguments": (6000, "odd arguments"), "answers": (140, "interviews and sessions")}  # fmt: skip
    parser = options(__doc__, sizes)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="only these")
    asked = parser.parse_args(args)
    if asked.small:
        vars(asked).update(SMALL)
    most, draw, rows = SMALL_WAYS if asked.small else 10_000, random.Random(asked.seed), list[Row]()
    with tempfile.TemporaryDirectory(prefix="odd-") as text:
        folder = Path(text)
        lived = folder / "lived" / "backplan"
        lived_in(lived)
        warm.loaded()
        shutil.copy(lived.parent / THEN, lived / "backups" / f"{TODAY}.db")
        parts: dict[str, Callable[[], Row]] = {
            "places": lambda: places(lived, folder / "places", asked.each, most, draw),
            "days": lambda: forms(lived, folder, asked.each, most, draw),
            "lives": lambda: lives(lived, folder, asked.lives, draw),
            "surroundings": lambda: surroundings(lived, folder / "around", asked.each, most, draw),
            "arguments": lambda: arguments(lived, folder, asked.arguments, draw),
            "answers": lambda: answers(lived, folder, asked.answers, draw),
        }
        for part, do in parts.items():
            if part in asked.parts or (part == "lives" and "days" in asked.parts):
                rows.append(do())
                print(f"{rows[-1].what}: {rows[-1].tried:,} tried, {len(rows[-1].faults)} faults", file=sys.stderr)
    return told("Odd places, dates, surroundings, arguments and answers", rows, began, asked.seed)


if __name__ == "__main__":
    sys.exit(main())
