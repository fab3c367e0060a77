"""What a first interview asks of people: `python bench/interview.py [--screens FOLDER]`.

Four people are led through `backplan init` in a pseudo-terminal of 80 columns and 24 rows, with arrow keys and, as
`init --plain`, line by line: one who knows it, one of 67 in pain, another who slips a few times, and one from a desk.
Printed are the answers they give, the words that appear newly on the screen until the first day stands there (a list
is read to its end; what they type is no word of ours), and the minutes of that at their own pace of reading and
answering. Nothing here is asserted by tests.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pexpect
import pyte

ROWS, COLUMNS = 24, 80
TODAY = "2026-11-23"
QUIET = 0.25  # seconds without a letter, after which a screen is whole
PATIENCE = 20  # seconds that a question may take to come
PAGE_DOWN = "\x1b[6~"
ENTER = "\r"

Step = tuple[str, str]  # words that are on the screen, and what is answered to them


class Pace(NamedTuple):
    """How fast somebody reads and answers."""

    words: int  # a minute
    thinks: int  # seconds an answer


PRACTISED, AT_EASE = Pace(200, 3), Pace(130, 15)


class Person(NamedTuple):
    """Somebody who is asked: their answers with keys, and line by line."""

    name: str
    pace: Pace
    keys: Sequence[Step]
    lines: Sequence[Step]


class Measured(NamedTuple):
    """What one interview took."""

    answers: int
    words: int
    most: int  # words on one screen

    def minutes(self, pace: Pace) -> float:
        """The minutes of reading and answering."""
        return self.words / pace.words + self.answers * pace.thinks / 60


class Terminal:
    """An interview in a pseudo-terminal, of which every new word is counted."""

    def __init__(self, home: Path, *args: str) -> None:
        around = {**os.environ, "BACKPLAN_HOME": str(home), "BACKPLAN_TODAY": TODAY, "TERM": "xterm-256color"}
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "backplan", "init", *args],
            env={key: value for key, value in around.items() if key not in ("NO_COLOR", "COLUMNS", "LINES")},
            encoding="utf-8",
            dimensions=(ROWS, COLUMNS),
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
        )
        self.screen = pyte.HistoryScreen(COLUMNS, ROWS, history=2000)
        self.stream = pyte.Stream(self.screen)
        self.before: Counter[str] = Counter()
        self.words = self.most = 0
        self.typed = ""
        self.pictures: list[str] = []

    def answer(self, seen: str, said: str) -> None:
        """Wait for a question, read all that is new, a list to its end, and answer."""
        self._wait_for(seen)
        self._read()
        while "more below" in self._shown():
            self.child.send(PAGE_DOWN)
            self._settle()
            self._read()
        self.typed = said.strip()
        for key in said if len(said) < ROWS else (said,):
            self.child.send(key)

    def end(self) -> int:
        """Read what is said last, and give the exit code."""
        while self._take():
            pass
        self._read()
        self.child.close()
        return int(self.child.exitstatus or 0)

    def _wait_for(self, seen: str) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            alive = self._settle()
            if seen in " ".join(self._new()):
                return
            if not alive or time.monotonic() > until:
                sys.exit(f"{seen!r} was not asked:\n" + "\n".join(self.screen.display))

    def _settle(self) -> bool:
        while (more := self._take(QUIET)) is not None:
            if not more:
                return False
        return True

    def _take(self, timeout: float = PATIENCE) -> str | None:
        try:
            text = str(self.child.read_nonblocking(4096, timeout))
        except pexpect.TIMEOUT:
            return None
        except pexpect.EOF:
            return ""
        self.stream.feed(text)
        return text

    def _shown(self) -> str:
        return "\n".join(self.screen.display)

    def _all_lines(self) -> list[str]:
        gone = ["".join(row[place].data for place in range(COLUMNS)) for row in self.screen.history.top]
        return [bare for line in (*gone, *self.screen.display) if (bare := _bare(line))]

    def _new(self) -> Iterator[str]:
        left = self.before.copy()
        for line in self._all_lines():
            if left[line] > 0:
                left[line] -= 1
            else:
                yield line

    def _read(self) -> None:
        new = [line for line in self._new() if not any(line.startswith(old) for old in self.before)]
        new = [line for line in new if not self.typed.endswith(line)]
        many = sum(len(_words(line)) for line in new)
        self.words += many
        self.most = max(self.most, many)
        self.before = Counter(self._all_lines())
        self.pictures.append(self._shown())


def _bare(line: str) -> str:
    """A line without what changes as one moves through a list: the pointer, the box, the number, the bar."""
    return re.sub(r"^[\s►>]*(?:\[.\]\s*)?(?:\d+\.?\s+)?|[━─#]{3,}", "", line).strip()


def _words(line: str) -> list[str]:
    return re.findall(r"[^\W\d_][\w'’-]*|\d[\d-]*", line)


def measure(steps: Sequence[Step], *args: str, screens: Path | None) -> Measured:
    """Lead somebody through the interview."""
    with tempfile.TemporaryDirectory() as home:
        terminal = Terminal(Path(home), *args)
        for seen, said in steps:
            terminal.answer(seen, said)
        if terminal.end() != 0:
            sys.exit(f"the interview did not end well:\n{terminal.pictures[-1]}")
    if screens:
        screens.write_text("\n\n".join(f"{'=' * COLUMNS}\n{shown}" for shown in terminal.pictures), encoding="utf-8")
    return Measured(len(steps), terminal.words, terminal.most)


NONE = f"none{ENTER}"
DOWN = "\x1b[B"
AGREED = ("to change", ENTER)


def _lists(*said: str) -> list[Step]:
    """Lists that are answered line by line."""
    return [("Numbers, or type none", f"{each}{ENTER}") for each in said]


_PRACTISED_PAIN = ("Pain now", f"3 4, March 2025, no leg pain{ENTER}")
_SIGNS = [("cannot wait", NONE), ("looked at soon", NONE), ("clinician to know", NONE)]
_PRACTISED_FIRST = [("year of birth", f"1990{ENTER}")]
_CLEARED = ("Who agreed", f"doctor, 2 november{ENTER}")
_TIME = [("Which days", ENTER), ("in comfort", f"15{ENTER}"), AGREED]

# Of 67, in pain at seven in the morning: blood pressure that is treated, knees, eight minutes of walking.
_PAINED_FIRST = [("year of birth", f"1959{ENTER}")]
_PAINED_CLEARED = [("Who agreed", f"my gp{ENTER}"), ("On which day", f"2 november{ENTER}")]
_PAINED = [("Pain now", f"six, usually five{ENTER}"), ("Since when", f"two years or so{ENTER}")]
_PAINED_LAST = [("Which days", f"mon wed fri{ENTER}"), ("How many minutes", f"twenty{ENTER}")]
_PAINED_LAST += [("in comfort", f"8{ENTER}"), AGREED]

# Another of 67, who slips: legs that hurt on walking, knees, no floor; the year in two figures, a word
# that is no clinician, a question about a sign, a wrong tick taken back, and since when told apart.
_OLD_PAIN = [
    ("Pain now", f"awful{ENTER}"),
    ("Pain now", f"six, usually five{ENTER}"),
    ("Since when", f"two years or so{ENTER}"),
]
_OLD_CLEARED = [
    ("Who agreed", f"my hairdresser{ENTER}"),
    ("Who agreed", f"my gp{ENTER}"),
    ("On which day", f"02/11/2026{ENTER}"),
    ("1 or 2", f"1{ENTER}"),
    ("know of all", f"yes{ENTER}"),
]
_OLD_LAST = [("Which days", f"mon wed fri{ENTER}"), ("How many minutes", f"twenty{ENTER}")]
_OLD_LAST += [("in comfort", f"don't know{ENTER}"), AGREED]
_OLD_FIRST = [("year of birth", f"67{ENTER}")]

# At a desk, with twenty minutes: bending forward hurts, work that sits, three days.
_DESK_FIRST = [("year of birth", f"1984{ENTER}")]
_DESK_CLEARED = ("Who agreed", f"physio, 3 weeks ago{ENTER}")
_DESK_PAIN = ("Pain now", f"4 3 since last year, left buttock{ENTER}")
_DESK_LAST = [("Which days", f"tue thu sat 20{ENTER}"), ("in comfort", f"half an hour{ENTER}"), AGREED]

PEOPLE: Sequence[Person] = (
    Person(
        "practised",
        PRACTISED,
        [
            *_PRACTISED_FIRST, *_SIGNS, _CLEARED, _PRACTISED_PAIN,
            ("Health: any of these", NONE), ("Or these?", NONE), *_TIME,
        ],
        [
            *_PRACTISED_FIRST, *_lists("none", "none", "none"), _CLEARED, _PRACTISED_PAIN,
            *_lists("none", "none"), *_TIME,
        ],
    ),
    Person(
        "67, in pain",
        AT_EASE,
        [
            *_PAINED_FIRST, *_SIGNS, *_PAINED_CLEARED, *_PAINED, ("down the leg", DOWN * 2 + ENTER),
            ("Health: any of these", f"knee{ENTER}{ENTER}"), ("Or these?", NONE), *_PAINED_LAST,
        ],
        [
            *_PAINED_FIRST, *_lists("none", "none", "none"), *_PAINED_CLEARED, *_PAINED,
            ("down the leg", f"thigh{ENTER}"), *_lists("knees", "none"), *_PAINED_LAST,
        ],
    ),
    Person(
        "67, who slips",
        AT_EASE,
        [
            *_OLD_FIRST, ("cannot wait", f"{DOWN * 4} {ENTER}"), ("pressed the wrong one", f"wrong{ENTER}"),
            ("any of it so", f"n{ENTER}"), *_SIGNS[:2], ("clinician to know", f"leg pain when I walk{ENTER}{ENTER}"),
            *_OLD_CLEARED, *_OLD_PAIN, ("down the leg", DOWN * 2 + ENTER),
            ("Health: any of these", f"floor{ENTER}knee{ENTER}{ENTER}"), ("Or these?", f"stenosis{ENTER}{ENTER}"),
            *_OLD_LAST,
        ],
        [
            *_OLD_FIRST, *_lists("", "5"), ("pressed the wrong one", f"wrong{ENTER}"),
            ("any of it so", f"n{ENTER}"), *_lists("none", "none", "leg pain when I walk"),
            *_OLD_CLEARED, *_OLD_PAIN, ("down the leg", f"thigh{ENTER}"), *_lists("2, 4", "stenosis"), *_OLD_LAST,
        ],
    ),
    Person(
        "desk worker",
        PRACTISED,
        [
            *_DESK_FIRST, *_SIGNS, _DESK_CLEARED, _DESK_PAIN,
            ("Health: any of these", f"neck{ENTER}{ENTER}"), ("Or these?", f"forward hurts{ENTER}{ENTER}"), *_DESK_LAST,
        ],
        [
            *_DESK_FIRST, *_lists("none", "none", "none"), _DESK_CLEARED, _DESK_PAIN,
            *_lists("neck", "bending forward"), *_DESK_LAST,
        ],
    ),
)  # fmt: skip


def main() -> None:
    """Measure all, and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--screens", type=Path, help="a folder for every screen that was seen, as text")
    folder = parser.parse_args().screens
    print(f"{'':32} answers   words  most on a screen   minutes")
    for person in PEOPLE:
        for way, steps, args in (("keys", person.keys, ()), ("lines", person.lines, ("--plain",))):
            screens = folder / f"{person.name.replace(' ', '-')}-{way}.txt" if folder else None
            found = measure(steps, *args, screens=screens)
            name = f"{person.name}, {way}"
            print(f"{name:32} {found.answers:7}  {found.words:6}  {found.most:16}   {found.minutes(person.pace):7.1f}")


if __name__ == "__main__":
    main()
