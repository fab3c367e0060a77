"""The pager a person has set: what is longer than the terminal goes through it."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    import subprocess


def pager() -> str | None:
    """The command that PAGER names; None without one, and in a terminal too dumb for one."""
    return None if os.environ.get("TERM") == "dumb" else os.environ.get("PAGER", "").strip() or None


def page(text: str, stream: TextIO) -> bool:
    """Hand a text to the program that PAGER names, and wait for it; False where none is set, or where it cannot be
    started, so that the text is still to be written.
    """
    if (command := pager()) is None:
        return False
    import shlex
    import subprocess

    around = {"LESS": "FRX", **os.environ}  # as git has it: colours as they are, and nothing kept on a short page
    try:
        reader = subprocess.Popen(shlex.split(command), stdin=subprocess.PIPE, env=around)
    except (OSError, ValueError):
        return False
    with suppress(OSError, KeyboardInterrupt):  # a person who has seen enough closes it
        reader.communicate(text.encode(stream.encoding or "utf-8", "replace"))
    _wait(reader)
    return reader.returncode != NOT_FOUND


NOT_FOUND = 127  # what a wrapper says of a program that is not there


def _wait(reader: subprocess.Popen[bytes]) -> None:
    """Wait until the person leaves the pager, which Ctrl-C does not do by itself."""
    while reader.poll() is None:
        with suppress(KeyboardInterrupt):
            reader.wait()
