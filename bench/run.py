"""Measure backplan against the bare interpreter of the same environment: `python bench/run.py`.

Every command is run in turn, again and again, in one run, so that a busy machine slows all of them alike; what is
printed are medians as multiples of `python -c pass`, with the reach each was given. Nothing here is asserted by tests.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

ROUNDS = 25
BACKPLAN = str(Path(sys.executable).parent / "backplan")
TODAY = date(2026, 11, 23)
TEN_YEARS = 3650

ANSWERS = """\
red_flags: []
clearance: {by: doctor, on: 2026-11-02, knows: []}
pain: {now: 3, usual: 3, controlled: true, since: 2026-03-01, leg: none}
equipment: [band, pool]
can: {swim: true, floor: true}
time: {days: [mon, tue, wed, thu, sat], minutes: 45}
tolerance: {aerobic_minutes: 15}
"""


def environment(home: Path) -> dict[str, str]:
    """The process environment of a person whose data is in a folder; modules are compiled once, as pip leaves them."""
    around = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**around, "BACKPLAN_HOME": str(home), "BACKPLAN_TODAY": TODAY.isoformat()}


def run(arguments: list[str], home: Path, *, again: bool = False) -> float:
    """Seconds one process takes from start to end; not ``again``, no screen that is kept is its own, as its environment
    is another each time.
    """
    begin = time.perf_counter()
    around = environment(home) | ({} if again else {"FIRST_SHOWING": str(begin)})
    nobody = subprocess.DEVNULL  # at a terminal, a command would ask
    done = subprocess.run(arguments, env=around, capture_output=True, check=False, stdin=nobody)
    taken = time.perf_counter() - begin
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments)} failed: {done.stderr.decode()}")
    return taken


def memory(arguments: list[str], home: Path) -> float:
    """MiB at the peak of one process."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-c", code, *arguments]
    said = subprocess.run(command, env=environment(home), capture_output=True, check=True, text=True)
    return int(said.stdout) / (1024 if sys.platform != "darwin" else 1024 * 1024)


def prepared(folder: Path, name: str, entries: int = 0) -> Path:
    """A home with a screened person, a stored week and as many logged sessions as wanted."""
    home = folder / name
    answers = folder / "answers.yaml"
    answers.write_text(ANSWERS, encoding="utf-8")
    run([BACKPLAN, "init", "--answers", str(answers)], home)
    run([BACKPLAN, "week"], home)
    if entries:
        fill(home, entries)
    return home


def fill(home: Path, entries: int) -> None:
    """Log one session a day, backwards from yesterday."""
    from backplan.model.diary import LogEntry
    from backplan.store.store import opened

    days = (TODAY - timedelta(days=back) for back in range(entries, 0, -1))
    with opened(home) as store:
        store.diary.add(*(LogEntry(day, "session", "all", 3, 4, 4, "none", note="a walk and core") for day in days))


class Case(NamedTuple):
    """What is run, and in which home; with a home to copy before each run, where the run changes what it finds."""

    arguments: list[str]
    home: Path
    copied_from: Path | None = None
    again: bool = False  # as a screen that was shown before

    def seconds(self) -> float:
        """Seconds of one run."""
        if self.copied_from:
            shutil.copytree(self.copied_from, self.home, dirs_exist_ok=True)
        return run(self.arguments, self.home, again=self.again)


def noted(folder: Path, name: str) -> Path:
    """A home with a stored week and a morning noted after it, so that the week is laid anew when next asked for."""
    home = prepared(folder, name)
    run([BACKPLAN, "log", "--morning", "6"], home)
    return home


def main() -> None:
    """Run everything and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = max(21, parser.parse_args().rounds)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = prepared(folder, "home")
        old = prepared(folder, "ten-years", TEN_YEARS)
        report(measured(home, noted(folder, "noted"), rounds), memory([BACKPLAN, "week"], home))
        report_of_ten_years(added(Case([BACKPLAN, "week"], home), Case([BACKPLAN, "week"], old), 2 * rounds))


REACH = {
    "Typer and Rich imported, no more": None,
    "week, shown": 9.0,
    "week, shown again": 2.0,
    "today, shown again": 2.0,
    "backplan, shown again": 2.0,
    "week, made anew": 15.0,
    "today --json": 8.0,
    "--help": 7.0,
    "why": 15.0,
    "library": 15.0,
    "library search bridge": 15.0,
    "progress": 15.0,
    "backplan, after a morning note": 15.0,
}


def measured(home: Path, after_a_note: Path, rounds: int) -> dict[str, list[float]]:
    """Seconds of every run of every command, interleaved."""
    python, still = sys.executable, home.with_name("still")
    shutil.copytree(home, still)
    cases = {
        "pass": Case([python, "-c", "pass"], home),
        "Typer and Rich imported, no more": Case([python, "-c", "import typer, rich.console, rich.table"], home),
        "week, shown": Case([BACKPLAN, "week"], home),
        "week, shown again": Case([BACKPLAN, "week"], still, again=True),
        "today, shown again": Case([BACKPLAN, "today"], still, again=True),
        "backplan, shown again": Case([BACKPLAN], still, again=True),
        "week, made anew": Case([BACKPLAN, "week", "--replan"], home),
        "today --json": Case([BACKPLAN, "today", "--json"], home),
        "--help": Case([BACKPLAN, "--help"], home),
        "why": Case([BACKPLAN, "why", "bird-dog"], home),
        "library": Case([BACKPLAN, "library"], home),
        "library search bridge": Case([BACKPLAN, "library", "search", "bridge"], home),
        "progress": Case([BACKPLAN, "progress"], home),
        "backplan, after a morning note": Case([BACKPLAN], after_a_note.with_name("scratch"), after_a_note),
    }
    taken: dict[str, list[float]] = {key: [] for key in cases}
    for case in cases.values():  # once unmeasured, for the disk's sake
        case.seconds()
    for _ in range(rounds):
        for key, case in cases.items():
            taken[key].append(case.seconds())
    return taken


def added(short: Case, long: Case, rounds: int) -> list[float]:
    """By what share the second takes longer, of pairs that run one right after the other; the two take turns in being
    first, as what ran before leaves its mark on a processor.
    """
    shares = []
    for number in range(rounds):
        if number % 2:
            brief, longer = short.seconds(), long.seconds()
        else:
            longer, brief = long.seconds(), short.seconds()
        shares.append(longer / brief - 1)
    return shares


def report_of_ten_years(shares: list[float]) -> None:
    """Print the middle of the pairs, and how far the middle may be off (the half width of its 95 % interval)."""
    ordered, many = sorted(shares), len(shares)
    off = int(0.98 * many**0.5)  # ranks to either side of the median, by the binomial law
    low, high = ordered[many // 2 - off], ordered[min(many // 2 + off, many - 1)]
    middle = statistics.median(shares)
    print(f"  ten years of diary add {middle:+.1%} ({low:+.1%} to {high:+.1%})  reach under 5 %")


def report(taken: dict[str, list[float]], mebibytes: float) -> None:
    """Print medians as multiples of the bare interpreter."""
    base = statistics.median(taken.pop("pass"))
    print(f"python -c pass: {base * 1000:.1f} ms (median of {len(next(iter(taken.values())))}); multiples of it:")
    for key, seconds in taken.items():
        times, reach = statistics.median(seconds) / base, REACH[key]
        goal = f"  reach {reach:.0f}x  {'ok' if times <= reach else 'MISSED'}" if reach else ""
        print(f"  {key:34s}{times:6.1f}x{goal}")
    print(f"  peak memory of week, shown: {mebibytes:.1f} MiB  reach 24 MiB")


if __name__ == "__main__":
    main()
