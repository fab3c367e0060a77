"""Somebody at a terminal, in this process: what a pseudo-terminal would do, without a process for each run.

It is spoken to as pexpect is, so that a test can be tried in a real one, too.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any

from backplan.cli.app import app
from tests.support.cli import TODAY, environment

WAIT = 120.0  # seconds that nothing takes; a run that hangs fails, and does not hang the tests


class _Screen(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


class _Keys:
    """Stdin: a line is what the test sends, and an error what it presses."""

    encoding = "utf-8"

    def __init__(self, child: "Sitting") -> None:
        self.child = child

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        raise OSError  # so that Python asks for a line here, and not at the terminal of the tests

    def readline(self, size: int = -1) -> str:
        sent = self.child.waits_for_an_answer()
        if isinstance(sent, BaseException):
            raise sent
        return sent


class Sitting:
    """A run of backplan at a terminal, which stands still at each question until it is answered."""

    def __init__(self, args: tuple[str, ...], home: Path, today: str, columns: int) -> None:
        self.args = args
        self.around = environment(home, today, TERM="dumb", COLUMNS=str(columns))
        self.screen, self.keys = _Screen(), _Keys(self)
        self.streams: tuple[Any, Any, Any] = (self.keys, self.screen, self.screen)
        self.sent: SimpleQueue[str | BaseException] = SimpleQueue()
        self.turns: SimpleQueue[bool] = SimpleQueue()  # whether the run waits for an answer, or is over
        self.read = 0
        self.before = ""
        self.exitstatus = 0
        self.failed: BaseException | None = None
        self.over = False
        Thread(target=self._run, daemon=True).start()
        self._its_turn()

    def _run(self) -> None:
        with self._surrounded():
            try:
                app(list(self.args), prog_name="backplan")
            except SystemExit as end:
                self.exitstatus = int(end.code or 0)
            except BaseException as error:  # told to the test
                self.failed = error
        self.turns.put(False)

    @contextmanager
    def _surrounded(self) -> Iterator[None]:
        """The streams and the environment of the run, while it runs."""
        self._swap()
        try:
            yield
        finally:
            self._swap()

    def _swap(self) -> None:
        """Put the streams and the environment of the run in the place of those of the test, or the other way round."""
        around, self.around = self.around, dict(os.environ)
        streams, self.streams = self.streams, (sys.stdin, sys.stdout, sys.stderr)
        sys.stdin, sys.stdout, sys.stderr = streams
        for key in set(os.environ) - set(around):
            del os.environ[key]
        os.environ.update(around)

    def waits_for_an_answer(self) -> str | BaseException:
        """Called by the run: it stands still, and the test goes on; for ever where that ends at a question, as a run
        that woke later would do so amid another test.
        """
        self._swap()
        self.turns.put(True)
        sent = self.sent.get()
        self._swap()
        return sent

    def _its_turn(self) -> None:
        self.over = not self.turns.get(timeout=WAIT)
        if self.failed is not None:
            raise self.failed

    # -- as pexpect has it ---------------------------------------------------------------------------------------

    def expect_exact(self, text: str) -> None:
        said = self.screen.getvalue()[self.read :]
        assert text in said, f"{text!r} was not said, but: {said}"
        self.before = said[: said.index(text)]
        self.read += said.index(text) + len(text)

    def sendline(self, text: str) -> None:
        self._send(text + "\n")

    def sendeof(self) -> None:
        self._send("")

    def sendintr(self) -> None:
        self._send(KeyboardInterrupt())

    def _send(self, what: str | BaseException) -> None:
        assert not self.over, f"nothing was asked any more: {self.screen.getvalue()[self.read :]}"
        self.sent.put(what)
        self._its_turn()

    def expect_end(self) -> None:
        said = self.screen.getvalue()[self.read :]
        assert self.over, f"it asks: {said}"
        self.before = said


def terminal(*args: str, home: Path, today: str = TODAY, columns: int = 100) -> Sitting:
    """A run at a terminal of lines."""
    return Sitting(args, home, today, columns)


def answer(child: Sitting, *pairs: tuple[str, str]) -> None:
    """Find each question (a bit of its text) and give its answer."""
    for question, said in pairs:
        child.expect_exact(question)
        child.sendline(said)


def ended(child: Sitting) -> tuple[int, str]:
    """The exit code, and what was said since the last question."""
    child.expect_end()
    return child.exitstatus, child.before


def broken_off(child: Sitting) -> tuple[int, str]:
    """Ctrl-C."""
    child.sendintr()
    return ended(child)
