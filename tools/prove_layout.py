"""Hold the layouts of thousands of random people against the proven best; exit 1 when one is worse.

    python tools/prove_layout.py [--people 3000] [--seed 1] [--jobs 1]

Every person's problem is the one the planner really solves. Its best is found by CP-SAT, and once more by trying
every layout where there are at most 20,000 (tests/support/oracle.py). ``--only N`` looks at one person and
says everything.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import Pool
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

# The tests stand beside this folder, not inside a package.
from tests.support.oracle import HAS_CP_SAT, SMALL, broken, cp_sat, exhaustive, size, value  # noqa: E402
from tests.support.random_people import describe, laid_out, numbered, random_request  # noqa: E402

from backplan.library import load  # noqa: E402
from backplan.model.exercise import Exercise  # noqa: E402


@dataclass(frozen=True)
class Verdict:
    """What became of one person's layout: the value it has, and the best value by each oracle that could be asked."""

    number: int
    days: int  # with anything to choose
    got: int = 0
    best: tuple[int, ...] = ()
    rules: tuple[str, ...] = ()
    crash: str = ""
    who: str = ""

    @property
    def gap(self) -> int:
        """By how many hundredths of points the best is missed; 0 when it is met."""
        return max((best - self.got for best in self.best), default=0)

    @property
    def wrong(self) -> bool:
        """Whether anything at all is the matter."""
        return bool(self.gap or self.rules or self.crash)

    def sentence(self) -> str:
        """All of it, for somebody who wants to look into it."""
        if self.crash:
            return f"person {self.number}: {self.crash}\n  {self.who}"
        lines = [f"person {self.number}: {'; '.join(self.rules) or 'no rule broken'}", f"  got  {self.got}"]
        lines += [f"  best {best}" for best in self.best]
        if self.gap:
            lines.append(f"  off by {self.gap} hundredths of points")
        return "\n".join([*lines, f"  {self.who}"])


@lru_cache
def exercises() -> tuple[Exercise, ...]:
    """The library, read once a process."""
    return load.load().exercises


def judge(task: tuple[int, int]) -> Verdict:
    """One person, from their number to the verdict."""
    seed, number = task
    who = f"seed {seed}, number {number}"
    try:
        request = random_request(numbered(seed, number), exercises(), prescribed=1 / 3)
        who = f"{who}: {describe(request)}"
        problem, answer = laid_out(request)
    except Exception as error:  # a crash of the planner is a finding, not the end of the run
        return Verdict(number, 0, crash=f"{type(error).__name__}: {error}", who=who)
    best = [cp_sat(problem)] if HAS_CP_SAT else []
    if size(problem) <= SMALL:
        best.append(exhaustive(problem))
    days = sum(len(options) > 1 for options in problem.days)
    return Verdict(number, days, value(answer, problem), tuple(best), tuple(broken(answer, problem)), crash="", who=who)


def verdicts(seed: int, people: int, jobs: int) -> Iterator[Verdict]:
    """The verdicts in order, by so many processes."""
    tasks = [(seed, number) for number in range(people)]
    if jobs == 1:
        yield from map(judge, tasks)
        return
    with Pool(jobs) as pool:
        yield from pool.imap(judge, tasks, chunksize=8)


def main() -> int:
    """Run, say how it went, and answer with the exit code."""
    parser = argparse.ArgumentParser(description="Hold random people's layouts against the proven best.")
    parser.add_argument("--people", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only", type=int, metavar="N", help="look at one person and say everything about them")
    asked = parser.parse_args()
    if asked.only is not None:
        verdict = judge((asked.seed, asked.only))
        _say(verdict.sentence())
        return int(verdict.wrong)

    began, days, found = time.perf_counter(), Counter[int](), list[Verdict]()
    proved = tried = unproved = 0
    for count, verdict in enumerate(verdicts(asked.seed, asked.people, asked.jobs), start=1):
        days[verdict.days] += 1
        unproved += not verdict.best and not verdict.crash
        proved += HAS_CP_SAT and not verdict.crash
        tried += len(verdict.best) - (HAS_CP_SAT and bool(verdict.best))
        if verdict.wrong:
            found.append(verdict)
            _say(verdict.sentence())
        if sys.stderr.isatty() or count % 100 == 0:
            seconds = time.perf_counter() - began
            end = "\r" if sys.stderr.isatty() else "\n"
            sys.stderr.write(f"{count} of {asked.people} people, {len(found)} wrong, {seconds:.0f} s{end}")
            sys.stderr.flush()

    largest = max((verdict.gap for verdict in found), default=0)
    _say(f"people            {asked.people} (seed {asked.seed})")
    _say(f"proved by CP-SAT  {proved}" + ("" if HAS_CP_SAT else " (ortools is not installed)"))
    _say(f"tried out whole   {tried}" + (f", and {unproved} by neither" if unproved else ""))
    _say(f"days to choose    {', '.join(f'{number}: {days[number]}' for number in sorted(days))}")
    _say(f"largest gap       {largest}")
    _say(f"rules broken      {sum(bool(verdict.rules) for verdict in found)}")
    _say(f"crashes           {sum(bool(verdict.crash) for verdict in found)}")
    _say(f"time              {time.perf_counter() - began:.0f} s")
    return int(bool(found))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
