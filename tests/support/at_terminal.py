"""Somebody at a real pseudo-terminal, spoken to as pexpect has it. A run begins where all is loaded already, forked and
not started: a start of Python takes longer than most of what these runs do. POSIX alone has such terminals.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.support import warm

pexpect, ptyprocess, pty, termios = map(pytest.importorskip, ("pexpect", "ptyprocess", "pty", "termios"))
Size = tuple[int, int]  # rows and columns
_STREAMS, _MOST_OPEN = 3, 1024
_LOCAL = 3  # where the local flags stand among those of a terminal
_AN_EYEBLINK = 0.001  # seconds


class Terminal(pexpect.spawn):  # type: ignore[misc, name-defined]
    """A run of backplan at a terminal."""

    def _spawnpty(self, args: Sequence[bytes], *, env: Mapping[str, str], dimensions: Size, **_: object) -> Any:
        pid, handle = pty.fork()
        if pid == 0:
            warm.live([os.fsdecode(each) for each in args[1:]], env, lambda: _begin(dimensions))
        return ptyprocess.PtyProcess(pid, handle)

    def press(self, keys: str) -> None:
        """Press keys as soon as the run reads keys. What is sent otherwise is sent a moment after what was seen, as the
        run may not wait for it yet.
        """
        until = time.monotonic() + self.timeout
        while termios.tcgetattr(self.child_fd)[_LOCAL] & termios.ICANON:
            assert time.monotonic() < until, f"no keys are read: {self.before}"
            time.sleep(_AN_EYEBLINK)
        os.write(self.child_fd, keys.encode())

    def sendintr(self) -> None:
        """Ctrl-C, once the run waits: between a prompt and the reading of its answer Python hears none."""
        self._until_it_waits()
        super().sendintr()

    def sendeof(self) -> None:
        """Ctrl-D, once the run waits."""
        self._until_it_waits()
        super().sendeof()

    def _until_it_waits(self) -> None:
        while self._computes():
            time.sleep(_AN_EYEBLINK)

    def _computes(self) -> bool:
        """Whether the run has a core or wants one, where the system tells."""
        about = Path(f"/proc/{self.pid}/stat")
        return about.exists() and about.read_text().rpartition(")")[2].split()[0] == "R"

    def close(self, force: bool = True) -> None:
        """A run that has said its last is waited for, which takes no time, and not ended: its exit code is its own."""
        if self.flag_eof:
            self.wait()
            self.ptyproc.delayafterclose = 0
        super().close(force)


def _begin(dimensions: Size) -> None:
    """Hear Ctrl-C, which tests in the background do not, and hold no other terminal open."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.closerange(_STREAMS, _MOST_OPEN)
    termios.tcsetwinsize(1, dimensions)


def terminal(*args: str, env: Mapping[str, str], dimensions: Size = (24, 80)) -> Terminal:
    """A run at a terminal of letters of UTF-8."""
    warm.loaded()
    return Terminal(
        sys.executable, [*args], env=env, dimensions=dimensions, timeout=60, encoding="utf-8",
        codec_errors="replace",  # a key that the terminal echoes may fall into the middle of a character
    )  # fmt: skip


def ended(child: Terminal) -> tuple[int, str]:
    """The exit code, and what was said since what was last seen."""
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, child.before
