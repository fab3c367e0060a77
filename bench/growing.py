"""Measure how commands grow with what there is: `python bench/growing.py`.

Three runs of doublings (entries of the last sixty days, years of use, exercises of one's own) and two of files that are
checked. Of each command: the time of the processor at each size as a multiple of `python -c pass`, how often longer the
last doubling takes, and the most memory. Every run begins with a copy of a home made for it; medians are told. Nothing
here is asserted by tests.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from run import BACKPLAN, TODAY, environment, prepared

ROUNDS = 3
SIZES: Mapping[str, Sequence[int]] = {
    "entries of 60 days": (2_500, 5_000, 10_000, 20_000),
    "weeks of use": (13, 65, 130, 260, 520),
    "own exercises": (625, 1_250, 2_500, 5_000),
    "exercises in a list": (1_000, 2_000, 4_000, 8_000),
    "wrong names": (2_500, 5_000, 10_000, 20_000),
}
A_FILE = 625  # own exercises in one, as no file may have more than a mebibyte
COMMANDS: Mapping[str, Sequence[str]] = {
    "backplan": (),
    "week": ("week",),
    "today": ("today",),
    "week --replan": ("week", "--replan"),
    "log": ("log", "--pain", "3"),
    "log, first of a day": ("log", "--pain", "3"),
    "log --done all": ("log", "--done", "all", "--again"),
    "diary undo": ("diary", "undo"),
    "pause": ("pause", "--from", "2026-12-20", "--to", "2026-12-22"),
    "swap": ("swap", "clamshell"),
    "progress": ("progress",),
    "why": ("why", "clamshell"),
    "diary": ("diary",),
    "diary --all": ("diary", "--all"),
    "diary --json": ("diary", "--json"),
    "export data": ("export", "data", "--out", "data.json"),
    "library": ("library",),
    "library search": ("library", "search", "bridge"),
}
LINEAR = frozenset({"diary --all", "diary --json", "export data"})  # they tell all of it
ALL, OWN = tuple(COMMANDS), ("backplan", "week", "week --replan", "log", "swap", "why", "library", "library search")


class Run(NamedTuple):
    """What one process took: seconds of the processor, and MiB at the peak."""

    seconds: float
    mebibytes: float


class Case(NamedTuple):
    """A command, with a home that is copied before each run, and the exit code that it should end with."""

    arguments: Sequence[str]
    home: Path
    exit_code: int = 0
    no_backup: bool = False  # of the day

    def run(self, scratch: Path) -> Run:
        """One run of it, in a copy of its home."""
        shutil.rmtree(scratch, ignore_errors=True)
        shutil.copytree(self.home, scratch)
        if self.no_backup:
            shutil.rmtree(scratch / "backups")
        os.sync()  # else the first run that writes to the copy would put all of it on the disk
        return measured([BACKPLAN, *self.arguments], scratch, self.exit_code)


def measured(command: Sequence[str], home: Path, exit_code: int = 0) -> Run:
    """One process, alone with a home in which it stands. No screen that is kept is its own, as its home is new."""
    code = (
        "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL,"
        " stdin=subprocess.DEVNULL, stderr=subprocess.PIPE); took = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(took.ru_utime + took.ru_stime, took.ru_maxrss, done.returncode)"
    )
    run = [sys.executable, "-S", "-c", code, *command]
    around = environment(home) | {"FIRST_SHOWING": os.urandom(8).hex()}
    said = subprocess.run(run, env=around, cwd=home, capture_output=True, check=True, text=True).stdout.split()
    if int(said[2]) != exit_code:
        sys.exit(f"{' '.join(command)} ended with {said[2]}")
    return Run(float(said[0]), int(said[1]) / (1024 if sys.platform != "darwin" else 1024 * 1024))


# -- homes ----------------------------------------------------------------------------------------------------------


def of_entries(folder: Path, many: int) -> Path:
    """Somebody who wrote so many entries within sixty days: sessions, mornings and activities by turns."""
    from backplan.model.diary import LogEntry
    from backplan.store.store import opened

    home = prepared(folder, f"entries-{many}")
    kinds = (
        LogEntry(TODAY, "session", "all", 3, 4, 4, "none", note="a walk and core"),
        LogEntry(TODAY, "morning", pain=3),
        LogEntry(TODAY, "activity", "all", exercise="easy-flat-walk", minutes=10),
    )
    days = [TODAY - timedelta(days=60 - number * 60 // many) for number in range(many)]
    with opened(home) as store:
        store.diary.add(*(kinds[number % 3]._replace(on=day) for number, day in enumerate(days)))
    return settled(home)


def of_weeks(folder: Path, many: int) -> Path:
    """Somebody who was shown a week and noted a session a day for so many weeks."""
    from backplan.model.diary import LogEntry
    from backplan.model.week import Week
    from backplan.store.store import opened

    home = prepared(folder, f"weeks-{many}")
    with opened(home) as store:
        week = store.weeks.of(TODAY)
        assert week is not None
        text = json.dumps(week.document())
        with store.transaction():
            for ago in range(many, -1, -1):
                earlier = Week.of(json.loads(re.sub(r"\d{4}-\d\d-\d\d", earlier_by(ago), text)))
                store.weeks.keep(earlier._replace(programme_week=many - ago + 1), earlier.starts)
        days = (TODAY - timedelta(days=back) for back in range(many * 7, 0, -1))
        store.diary.add(*(LogEntry(day, "session", "all", 3, 4, 4, "none", note="a walk and core") for day in days))
    return settled(home)


def earlier_by(weeks: int) -> Callable[[re.Match[str]], str]:
    """What puts a date some weeks earlier."""
    return lambda found: (date.fromisoformat(found[0]) - timedelta(weeks=weeks)).isoformat()


def of_own(folder: Path, many: int) -> Path:
    """Somebody with so many exercises of their own, all of them in one ladder."""
    home = prepared(folder, f"own-{many}")
    (home / "own").mkdir()
    for first in range(0, many, A_FILE):
        text = "".join(own_exercise(number, many) for number in range(first, min(first + A_FILE, many)))
        (home / "own" / f"mine-{first}.yaml").write_text(text, encoding="utf-8")
    return settled(home)


def own_exercise(number: int, of: int) -> str:
    """An exercise with the one before and the one after it as its partners."""
    easier = f"  regression: my-pull-{number - 1}\n" if number else ""
    harder = f"  progression: my-pull-{number + 1}\n" if number < of - 1 else ""
    return (
        f"- id: my-pull-{number}\n  name: My pull {number}\n{easier}{harder}"
        "  block: strength\n  modality: upper\n  slot: pull\n  level: basic\n  rank: 5\n  impact: none\n"
        "  place: [home]\n  position: standing\n  equipment: [towel]\n  movements: [neutral]\n  areas: [upper-back]\n"
        "  use: [main]\n  dose: {sets: 2, reps: 8, hold: 3}\n  steps:\n"
        "    - Stand tall and hold a towel in front of you with both hands.\n"
        "    - Draw the ends apart and your shoulder blades together, and hold.\n    - Let go slowly.\n"
        "  cues: [Keep your shoulders low.]\n  stop: Stop if a shoulder pinches.\n"
    )


def of_list(folder: Path, many: int) -> Path:
    """A list of so many exercises whose steps are ours with some words exchanged, beside a home without anything."""
    from backplan.library.load import load

    draw = random.Random(many)
    exercises = load().exercises
    steps = [step.replace('"', "").split() for each in exercises for step in each.steps]
    words = sorted({word for step in steps for word in step})
    entries = []
    for number in range(many):
        told = [list(draw.choice(steps)) for _ in range(4)]
        for step in told:
            step[draw.randrange(len(step))] = draw.choice(words)
        name = " ".join(draw.choices(words, k=3))
        said = [f'    - "{" ".join(step)}"\n' for step in told]
        entries.append(f'- id: ex-{number}\n  name: "{name} {number}"\n  block: strength\n  steps:\n{"".join(said)}')
    return with_file(folder, f"list-{many}", "".join(entries))


def of_names(folder: Path, many: int) -> Path:
    """A prescription of so many exercises that nobody knows."""
    draw = random.Random(many)
    words = ("".join(draw.choices("abcdefghijklmnopqrstuvwxyz", k=12)) for _ in range(many))
    text = "prescription: {by: physiotherapist, on: 2026-11-20}\nadd:\n"
    return with_file(folder, f"names-{many}", text + "".join(f"- exercise: {word}\n" for word in words))


def with_file(folder: Path, name: str, text: str) -> Path:
    """A home with a file to be checked in it."""
    home = prepared(folder, name)
    (home / "file.yaml").write_text(text, encoding="utf-8")
    return home


def settled(home: Path) -> Path:
    """A home whose week is laid out for what it holds by now."""
    measured([BACKPLAN, "week"], home)
    return home


# -- measuring ------------------------------------------------------------------------------------------------------


MAKING: Mapping[str, tuple[Callable[[Path, int], Path], Mapping[str, Sequence[str]], int]] = {
    "entries of 60 days": (of_entries, {key: COMMANDS[key] for key in ALL}, 0),
    "weeks of use": (of_weeks, {key: COMMANDS[key] for key in ALL}, 0),
    "own exercises": (of_own, {key: COMMANDS[key] for key in OWN}, 0),
    "exercises in a list": (of_list, {"library check": ("library", "check", "file.yaml")}, 0),
    "wrong names": (of_names, {"prescribe import": ("prescribe", "import", "file.yaml")}, 3),
}


def main() -> None:
    """Make every home, run every command in each, and print a table for each kind of growth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--only", nargs="*", choices=list(MAKING), default=list(MAKING))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        base = statistics.median(measured([sys.executable, "-c", "pass"], folder).seconds for _ in range(21))
        print(f"`python -c pass`: {base * 1000:.0f} ms of the processor. Medians of {asked.rounds}, on {date.today()}.")
        for what in asked.only:
            grow(what, folder, base, asked.rounds)


def grow(what: str, folder: Path, base: float, rounds: int) -> None:
    """Every command at every size of one kind of growth, told in a table."""
    make, commands, exit_code = MAKING[what]
    homes = {size: make(folder, size) for size in SIZES[what]}
    print(f"\n| {what} | " + " | ".join(f"{size:,}" for size in homes) + " | last doubling | MiB |")
    print("|---" * (len(homes) + 3) + "|")
    for name, arguments in commands.items():
        cases = {
            size: Case(arguments, home, exit_code, no_backup=name == "log, first of a day")
            for size, home in homes.items()
        }
        taken: dict[int, list[Run]] = {size: [] for size in cases}
        for _ in range(rounds):  # by turns, so that a busy machine slows all sizes alike
            for size, case in cases.items():
                taken[size].append(case.run(folder / "scratch"))
        tell(name, what, base, taken)
    for home in homes.values():
        shutil.rmtree(home)


def tell(name: str, what: str, base: float, taken: Mapping[int, Sequence[Run]]) -> None:
    """One command in one row."""
    seconds = [statistics.median(run.seconds for run in runs) for runs in taken.values()]
    peak = max(run.mebibytes for runs in taken.values() for run in runs)
    shown = " | ".join(f"{each / base:.1f}" for each in seconds)
    grown = ""
    if what == "weeks of use" and name not in LINEAR:
        grown = f", {100 * (seconds[-1] / seconds[0] - 1):+.0f} % since {next(iter(taken))} weeks"
    print(f"| `{name}` | {shown} | x {seconds[-1] / seconds[-2]:.2f}{grown} | {peak:.0f} |", flush=True)


if __name__ == "__main__":
    main()
