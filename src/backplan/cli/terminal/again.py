"""A screen shown again, at once: what a command showed is kept as it was printed, and printed before anything else is
loaded as long as nothing that could change it has.

A screen is a pure function of the store, the own files, the day, the arguments, the terminal, the environment, Python
and this program. All of these are in its mark, but the files of a checkout that made it, which it names itself; in any
doubt the command runs. Nothing is kept of a run that asked, wrote, complained or stopped. This module is loaded at
every start, so it imports little, and works on paths as strings.
"""

import os
import sys
import time
from os.path import dirname, exists, expanduser, isabs, join

import backplan
from backplan.library.mark import mark

TYPE_CHECKING = False  # typing is slow to load
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import AnyStr, TextIO

SHOWS = frozenset({"week", "today", "progress", "diary", "why", "cope", "rules"})  # beside backplan by itself
NAME, SUFFIX = "screen-", ".text"  # of a kept screen; `forget` takes them away
AT_MOST = 16  # screens that are kept
LONGEST = 1 << 22  # bytes of one; a device in its place would have no end
SETTLED_NS = 2_000_000_000  # a file changed more lately than this may change again and bear no sign of it
_BEARS_NOTHING = frozenset({"_", "SHLVL", "PWD", "OLDPWD"})  # changes from start to start, and nobody reads it
_FOLDERS = ("BACKPLAN_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME")
_STORE, _BESIDE_IT, _OWN = "backplan.db", ("-journal", "-wal", "-shm"), "own"
_COUNTER = slice(24, 28)  # of SQLite's header: counts the changes of the file


def shown_or_run(arguments: "list[str]", run: "Callable[[], None]") -> None:
    """Print a screen that is kept, or run the command, which ends in SystemExit, and keep what it only showed."""
    screen = _asked_for(arguments)
    if screen is not None and screen.again():
        return
    try:
        run()
    except SystemExit as end:
        if screen is not None and not end.code:
            screen.keep()
        raise


def _asked_for(arguments: "list[str]") -> "_Screen | None":
    """The screen that some arguments ask for; None where they ask for something else, or it has no place."""
    if arguments and not arguments[0].startswith("-") and arguments[0] not in SHOWS:
        return None
    folders = _folders()
    return None if folders is None else _Screen(arguments, *folders)


class _Screen:
    """One screen: whose data it is made from, how that stood when it was asked for, and the file it is kept in."""

    def __init__(self, arguments: "list[str]", home: str, cache: str) -> None:
        self.home, self.cache, self.day, self.data, self.begun = home, cache, _day(), _data(home), time.time_ns()
        self.path = join(cache, NAME + mark(*_around(arguments), self.day, *self.data) + SUFFIX)

    def again(self) -> bool:
        """Print what is kept of it, if that is whole and nobody is writing; whether it was."""
        try:
            with open(self.path, "rb", opener=_at_once) as file:
                checksum, _, kept = file.read(LONGEST).partition(b"\n")
            made_by, _, text = kept.partition(b"\n")
            if checksum.decode() != mark(kept) or made_by != _named(_all_seen(made_by.split(b"\0")[:-1])):
                return False
            if _being_written(self.home):
                return False
            sys.stdout.write(text.decode("utf-8", "surrogatepass"))
            sys.stdout.flush()
        except (OSError, ValueError):
            return False
        return True

    def keep(self) -> None:
        """Keep what this run printed, if it only showed, and nothing that it was made from changed meanwhile."""
        from pathlib import Path

        from backplan.cli.terminal import environment, output

        text = output.screen()
        if not text or environment.anything_lasts() or environment.home() != Path(self.home):
            return
        if self.day != _day() or self.data != _data(self.home) or not _settled(self.home):
            return
        ours = _all_seen(_loaded())
        if _older(ours, self.begun):
            try:
                self._put(_named(ours) + b"\n" + text.encode("utf-8", "surrogatepass"))
            except OSError:  # it is made again, then
                return

    def _put(self, text: bytes) -> None:
        """Written in its place: half of one fails its checksum. The newest few stay."""
        os.makedirs(self.cache, 0o700, exist_ok=True)
        handle = _at_once(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(handle, "wb") as file:
            os.chmod(self.path, 0o600)  # whatever the umask
            file.write(mark(text).encode() + b"\n" + text)
        kept = [entry for entry in os.scandir(self.cache) if entry.name.startswith(NAME)]
        for entry in sorted(kept, key=lambda entry: entry.stat().st_mtime_ns)[:-AT_MOST]:
            os.unlink(entry.path)


def _folders() -> "tuple[str, str] | None":
    """The folders of the person's data and of the cache, as `environment` has them; None where these are none, or hang
    on the folder that the person stands in. platformdirs takes as long to load as Python itself.
    """
    around = os.environ
    if any(around.get(name) and not isabs(expanduser(around[name])) for name in _FOLDERS):
        return None
    if given := around.get("BACKPLAN_HOME"):
        return expanduser(given), join(expanduser(given), "cache")
    if not sys.platform.startswith("linux"):
        return None
    data = around.get("XDG_DATA_HOME") or expanduser("~/.local/share")
    cache = around.get("XDG_CACHE_HOME") or expanduser("~/.cache")
    return join(data, "backplan"), join(cache, "backplan")


def _day() -> bytes:
    return b"%d-%d-%d" % time.localtime()[:3]


def _around(arguments: "list[str]") -> "Iterator[bytes]":
    """All that a screen hangs on but the day and the person's data."""
    streams = [_stream(stream) for stream in (sys.stdin, sys.stdout, sys.stderr)]
    environment = sorted(item for item in os.environ.items() if item[0] not in _BEARS_NOTHING)
    for part in (arguments, sys.version, tuple(sys.flags), streams, environment, _program()):
        yield repr(part).encode("utf-8", "surrogatepass")


def _stream(stream: "TextIO") -> "tuple[object, ...]":
    """Whether a stream is a terminal, how large that is, and which letters it knows."""
    try:
        size = tuple(os.get_terminal_size(stream.fileno()))
    except (OSError, ValueError):
        size = ()
    return stream.isatty(), size, stream.encoding, stream.errors


def _program() -> "list[object]":
    """What tells this program and its libraries from others: an installation leaves its mark on the folder that it
    installs into.
    """
    marks = [_seen(folder) for folder in sys.path if folder.endswith("-packages")]
    return [backplan.__version__, dirname(backplan.__file__), *marks]


def _loaded() -> "list[bytes]":
    """The files of a checkout that this run has loaded, and those it may have read; they change one by one, and what
    was not loaded has no say. None of an installed program.
    """
    ours = dirname(backplan.__file__)
    if dirname(ours).endswith("-packages"):
        return []
    files = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
    code = sorted({path for path in files if path and path.startswith(ours)})
    return [os.fsencode(path) for path in (*code, *_below(join(ours, "..", "..", "data")))]


def _all_seen(paths: "Iterable[AnyStr]") -> "dict[AnyStr, tuple[int, ...]]":
    return {path: _seen(path) for path in paths}


def _named(seen: "dict[bytes, tuple[int, ...]]") -> bytes:
    """Some files by their names, with a mark of what is seen of them, in a line."""
    return b"\0".join([*seen, mark(repr([*seen.values()]).encode()).encode()])


def _data(home: str) -> "tuple[bytes, ...]":
    """What tells a person's data from that of another moment: the store by its own count of changes, too."""
    marks = [*_all_seen(_files(home)).values()]
    try:
        with open(join(home, _STORE), "rb", opener=_at_once) as file:
            head = file.read(_COUNTER.stop)
    except (OSError, TypeError):  # of a pipe that nobody writes to, nothing is read
        head = b""
    return repr(marks).encode(), head[_COUNTER]


def _at_once(path: str, flags: int) -> int:
    """Open a file, should it be a pipe, without waiting for who is at its other end."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0), 0o600)


def _files(home: str) -> "list[str]":
    return [join(home, _STORE), join(home, _OWN), *_below(join(home, _OWN))]


def _below(folder: str) -> "Iterator[str]":
    """All files below a folder but compiled ones, in an order of their own."""
    try:
        found = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _below(entry.path)
        elif not entry.is_dir():
            yield entry.path


def _seen(path: "str | bytes") -> "tuple[int, ...]":
    """What is seen of a file from without; nothing where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return found.st_dev, found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns


def _being_written(home: str) -> bool:
    return any(exists(join(home, _STORE + ending)) for ending in _BESIDE_IT)


def _settled(home: str) -> bool:
    """Whether all of the person's files were changed so long ago that another change would be seen."""
    return not _being_written(home) and _older(_all_seen(_files(home)), time.time_ns())


def _older(seen: "dict[AnyStr, tuple[int, ...]]", moment: int) -> bool:
    """Whether files were changed so long before a moment that a change since then would be seen."""
    return max((found[-1] for found in seen.values() if found), default=0) < moment - SETTLED_NS
