"""Draw the pictures of the README and the pages as the program shows things: `python tools/pictures.py [docs]`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO
from pathlib import Path

from rich.console import Console, RenderableType
from rich.text import Text

from backplan.actions import sample
from backplan.actions.guided import guide
from backplan.actions.guided.turns import Turn, turns
from backplan.figures.svg import svg
from backplan.library import figures, load
from backplan.model.week import Week
from backplan.planner.week import make_week
from backplan.render import figure, start, table
from backplan.render.page import Page

MONDAY = date(2026, 11, 23)
WIDE, ROWS = 80, 24
FIGURE, HELD = "bird-dog", 3.0  # whose figure is shown; seconds of its hold that are gone on the picture of a session


def main() -> None:
    """Write the pictures into a folder."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs")
    exercises = load.load().exercises
    week = make_week(sample.request(exercises, MONDAY))
    _write(folder / "week.svg", "backplan week --sample", table.week(week, Page(100), MONDAY), 100)
    _write(folder / "start.svg", "backplan start", _session(week), WIDE)
    drawn = figures.load(None)[FIGURE]
    exercise = next(each for each in exercises if each.id == FIGURE)
    (folder / "figure.svg").write_text(svg(drawn, figure.alt(exercise.name, exercise.steps)), encoding="utf-8")


def _session(week: Week) -> Iterable[RenderableType]:
    """A moment of the first session that has a hold: in the middle of it."""
    day = next(day for day in week.days if any("hold" in kinds(each) for each in turns(day)))
    now = guide.begun(turns(day))
    while "hold" not in kinds(now.turn):
        now = guide.told(now, "done")
    while now.now.kind != "hold":
        now = guide.passed(now, now.left)
    shown = start.Shown(Page(WIDE, ROWS), week.cards, _drawn)
    return start.screen(guide.passed(now, HELD), shown)


def kinds(turn: Turn) -> set[str]:
    """What there is to be done in a turn."""
    return {phase.kind for phase in turn.phases}


def _drawn(turn: Turn, extent: float, width: int, height: int) -> Sequence[Text]:
    found = figures.load(None).get(turn.item.exercise)
    return figure.picture(found, extent, min(width, figure.WIDE), height) if found else ()


def _write(path: Path, title: str, parts: Iterable[RenderableType], columns: int) -> None:
    console = Console(record=True, width=columns, force_terminal=True, file=StringIO(), highlight=False)
    for part in parts:
        console.print(part, end="\n" if isinstance(part, Text) else "")
    drawn = re.sub(r" *@font-face \{[^}]*\}\n", "", console.export_svg(title=title))  # no font from elsewhere
    path.write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
