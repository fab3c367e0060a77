"""Simulated people live with the plan for twelve weeks: what weeks 1, 4, 8 and 12 hold, every fall without a rule, and
every growth that is told and not shown.

    python tools/lives.py [--all] [--habit H ...] [--time T ...] [--course C ...] [--weeks 12] [--markdown]

Without a choice it is the table of docs/adapting.md. A choice takes every combination of what is named, and of what is
not, the first of its kind; with --all every one of its kind. What counts as a rule that lowers stands in
tests/support/parts.py, the people in tests/support/habits.py. Exit code 1 when there is any.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import product
from pathlib import Path
from typing import NamedTuple

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

# The tests stand beside this folder, not inside a package.
from tests.support.habits import COURSES, HABITS, TIMES, Kind, Lived, lived  # noqa: E402
from tests.support.parts import Fall, Parts, Unshown, falls, hardest, parts, unshown  # noqa: E402
from tests.support.shared import in_memory  # noqa: E402

AT_ONCE = 2
WEEKS = 12
LOOKED_AT = (1, 4, 8, 12)
SLOTS = ("back", "abdominal", "side")
HABITS_TOLD = ("everything", "only done")
# Of somebody who improves steadily and notes how it goes: aerobic minutes, sets of core and of strength at week 12; our
# own inference.
MEANT = {"3 x 20": (20, 9, 4), "4 x 30": (50, 12, 8), "5 x 45": (100, 24, 16), "6 x 60": (150, 30, 20)}


class Row(NamedTuple):
    """One week of a life, as the table shows it."""

    week: int
    kind: str
    of: Parts
    level: str
    hardest: tuple[str, ...]


class Told(NamedTuple):
    """One life, as far as the table tells it. ``stopped`` is the week in which a stop ended it, 0 where none did."""

    kind: Kind
    rows: tuple[Row, ...]
    falls: tuple[Fall, ...]
    unshown: tuple[Unshown, ...]
    stopped: int


def told(kind: Kind, weeks: int) -> Told:
    """One life, lived and measured."""
    life = lived(kind, weeks)
    shown = [number for number in range(1, len(life) + 1) if number in LOOKED_AT or number == len(life)]
    rows = tuple(_row(number, life[number - 1]) for number in shown)
    return Told(kind, rows, falls(life), unshown(life), len(life) + 1 if len(life) < weeks else 0)


def _row(number: int, week: Lived) -> Row:
    found = (hardest(week.first, slot) for slot in SLOTS)
    names = tuple(each.id if each else "-" for each in found)
    return Row(number, week.first.kind.was or "normal", parts(week.first), week.first.level, names)


def all_told(kinds: Sequence[Kind], weeks: int = WEEKS) -> Iterator[Told]:
    """Some lives, each as soon as it is over, in their order; two are lived at a time."""
    with ProcessPoolExecutor(AT_ONCE, initializer=in_memory) as pool:
        yield from pool.map(partial(told, weeks=weeks), kinds)


def _with_progress(lives: Iterator[Told], many: int) -> Iterator[Told]:
    """The same lives; how many are over is said meanwhile, and what is to be said of one as soon as it is."""
    for number, each in enumerate(lives, 1):
        found = _found(each)
        end = "\n" if found or number == many else ""
        print(f"\r{number} of {many} {found}", end=end, file=sys.stderr, flush=True)
        yield each


def small_set() -> list[Kind]:
    """The lives of docs/adapting.md: an improver in every time, and every course in the usual one."""
    improvers = [Kind(habit, time) for time in TIMES for habit in HABITS_TOLD]
    return improvers + [Kind(course=course) for course in COURSES if course != Kind().course]


# -- for people -------------------------------------------------------------------------------------------------


def table(lives: Sequence[Told]) -> Table:
    """A row a week, for the terminal."""
    found = Table(title="Aerobic minutes, sets and pool visits of a week, and its hardest exercises", box=SIMPLE)
    for head in ("who", "week", "kind", "aerobic", "core", "strength", "pool", "level", "\n".join(SLOTS)):
        found.add_column(head, no_wrap=head not in ("kind", "level"))
    for each in lives:
        for number, row in enumerate(each.rows):
            who = "" if number else "\n".join(each.kind)
            numbers = map(str, (row.of.aerobic, row.of.core, row.of.strength, row.of.pool))
            last = number == len(each.rows) - 1
            found.add_row(who, str(row.week), row.kind, *numbers, row.level, "\n".join(row.hardest), end_section=last)
    return found


def findings(lives: Sequence[Told]) -> Iterator[str]:
    """Every fall, every growth not shown and every stop, a line a life; then how many."""
    yield from filter(None, map(_found, lives))
    yield f"lives: {len(lives)}"
    yield f"falls without a named rule: {sum(len(each.falls) for each in lives)}"
    yield f"told to grow and not shown: {sum(len(each.unshown) for each in lives)}"


def _found(told: Told) -> str:
    """What there is to say of a life; nothing where all is well."""
    stop = [f"stopped in week {told.stopped}"] if told.stopped else []
    found = [*map(str, told.falls), *map(str, told.unshown), *stop]
    return f"{', '.join(told.kind)}: {'; '.join(found)}" if found else ""


def page(kinds: Sequence[Kind] | None = None, weeks: int = WEEKS) -> str:
    """The table in Markdown, a row a life; called by cog."""
    return "\n".join(_lines([*all_told(kinds or small_set(), weeks)]))


def _lines(lives: Sequence[Told]) -> Iterator[str]:
    weeks = ", ".join(str(row.week) for row in max((each.rows for each in lives), key=len))
    heads = (
        f"aerobic minutes in weeks {weeks}",
        "core sets",
        "strength sets",
        "level",
        f"hardest for {', '.join(SLOTS)}",
    )
    yield f"| | {' | '.join(heads)} | falls |"
    yield f"|{'---|' * (len(heads) + 2)}"
    for each in lives:
        habit, time, course = each.kind
        whole = (habit, course) == (Kind().habit, Kind().course) and each.rows and each.rows[-1].week == WEEKS
        meant = MEANT.get(time, ()) if whole else ()
        cells = (f"{time}, {course}, {habit}", *_figures(each.rows, meant), *_end(each.rows[-1:]))
        yield f"| {' | '.join(cells)} | {len(each.falls) or 'none'} |"


def _figures(rows: Sequence[Row], meant: Sequence[int]) -> Iterator[str]:
    for number, figures in enumerate(
        zip(*((row.of.aerobic, row.of.core, row.of.strength) for row in rows), strict=True)
    ):
        yield ", ".join(map(str, figures)) + (f" ({meant[number]})" if meant else "")


def _end(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        yield row.level
        yield ", ".join(row.hardest)


def chosen(asked: argparse.Namespace) -> list[Kind]:
    """The lives that were asked for."""
    if not (asked.all or asked.habit or asked.time or asked.course):
        return small_set()
    usual = ([each] for each in Kind())
    every = zip((asked.habit, asked.time, asked.course), (HABITS, TIMES, COURSES), usual, strict=True)
    return [Kind(*names) for names in product(*(some or (whole if asked.all else one) for some, whole, one in every))]


def main() -> int:
    """Live, print, and tell whether anything fell."""
    parser = argparse.ArgumentParser(description="Simulated people live with the plan; what their weeks hold.")
    for name, known in (("habit", HABITS), ("time", TIMES), ("course", COURSES)):
        parser.add_argument(f"--{name}", nargs="+", choices=tuple(known), metavar=name.upper(), help=", ".join(known))
    parser.add_argument("--weeks", type=int, default=WEEKS, help="how long they live")
    parser.add_argument("--all", action="store_true", help="every habit, time and course that is not chosen")
    parser.add_argument("--markdown", action="store_true", help="the table as docs/adapting.md has it")
    asked = parser.parse_args()
    kinds = chosen(asked)
    lives = [*_with_progress(all_told(kinds, asked.weeks), len(kinds))]
    if asked.markdown:
        print("\n".join(_lines(lives)))
    else:
        Console().print(table(lives))
        print("\n".join(findings(lives)))
    return int(any(each.falls or each.unshown for each in lives))


if __name__ == "__main__":
    sys.exit(main())
