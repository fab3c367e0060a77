"""Draw the sample week as the program shows it: `python tools/picture.py docs/week.svg [columns]`."""

from __future__ import annotations

import sys
from datetime import date
from io import StringIO
from pathlib import Path

from rich.console import Console

from backplan.actions import sample
from backplan.library import load
from backplan.planner.week import make_week
from backplan.render import table
from backplan.render.page import Page

MONDAY = date(2026, 11, 23)


def main() -> None:
    """Write the picture to the file that is named."""
    target, columns = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100
    week = make_week(sample.request(load.load().exercises, MONDAY))
    console = Console(record=True, width=columns, force_terminal=True, file=StringIO(), highlight=False)
    for part in table.week(week, Page(columns), MONDAY):
        console.print(part, end="")
    target.write_text(console.export_svg(title="backplan week --sample"), encoding="utf-8")


if __name__ == "__main__":
    main()
