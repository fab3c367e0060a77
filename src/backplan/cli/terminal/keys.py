"""Keys as they are pressed, without Enter, and the wait for one that costs nothing."""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


_NAMES = {
    "\x1b[A": "up", "\x1bOA": "up", "\x1b[B": "down", "\x1bOB": "down",
    "\r": "enter", "\n": "enter", "\x04": "end", "\x7f": "backspace", "\x08": "backspace",
}  # fmt: skip
_KEY = re.compile(r"\x1b[\[O][0-9;]*[A-Za-z~]|\x1b.|.", re.DOTALL)
_TICK = 0.1  # seconds between two looks, where one cannot wait for a key


@contextmanager
def pressed(*, forgets: bool = False) -> Iterator[Callable[[float | None], str]]:
    """A function that waits so many seconds (None: for ever) for a key and gives it: a letter, ``up``, ``down``,
    ``esc``, ``enter``, ``backspace``, ``end`` where the terminal is gone, or nothing when the time is over or the
    window has another size. The terminal is as it was afterwards, whatever happens; where it ``forgets``, keys that
    nobody has read by then answer nothing that is asked next.
    """
    if sys.platform == "win32":
        yield _on_windows
        return
    import signal
    import termios
    import tty

    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    ear, mouth = os.pipe()
    os.set_blocking(mouth, False)
    heard = signal.set_wakeup_fd(mouth, warn_on_full_buffer=False)
    resized = signal.signal(signal.SIGWINCH, lambda *_: None)  # wakes the wait through the pipe
    typed: list[str] = []  # what was read and not given yet
    try:
        tty.setcbreak(handle)
        yield lambda seconds: typed.pop(0) if typed else _waited(handle, ear, seconds, typed)
    finally:
        termios.tcsetattr(handle, termios.TCSAFLUSH if forgets else termios.TCSADRAIN, before)
        signal.set_wakeup_fd(heard)
        signal.signal(signal.SIGWINCH, resized)
        os.close(ear)
        os.close(mouth)


def _waited(handle: int, ear: int, seconds: float | None, typed: list[str]) -> str:
    """The next key; what was typed with it waits in ``typed``."""
    import select

    ready, _, _ = select.select([handle, ear], [], [], seconds)
    if ear in ready:
        os.read(ear, 64)
    if handle not in ready:
        return ""
    try:
        raw = os.read(handle, 1024)
    except OSError:  # the terminal is gone
        raw = b""
    typed += _named(raw.decode("utf-8", "ignore")) if raw else ["end"]
    return typed.pop(0) if typed else ""


def _named(text: str) -> list[str]:
    """The keys in what was read; keys that send more than a letter, but for arrows, are none of ours."""
    if text == "\x1b":
        return ["esc"]
    found = _KEY.findall(text)
    return [_NAMES.get(key, key.lower()) for key in found if key in _NAMES or not key.startswith("\x1b")]


def _on_windows(seconds: float | None) -> str:
    import msvcrt
    import time

    until = None if seconds is None else time.monotonic() + seconds
    while until is None or time.monotonic() < until:
        if msvcrt.kbhit():  # type: ignore[attr-defined,unused-ignore]
            return "".join(_named(msvcrt.getwch())[:1])  # type: ignore[attr-defined,unused-ignore]
        time.sleep(_TICK)
    return ""
