"""Draw figures on one sheet, to be looked at: `python tools/contact_sheet.py sheet.svg [exercise ...]`.

Without names, all there are; `--missing` lists the exercises that have none yet. `rsvg-convert -w 1600 sheet.svg -o
sheet.png`, or a browser, makes a picture of it.
"""

from __future__ import annotations

import argparse
import re
from html import escape
from pathlib import Path

from backplan.figures.pose import Figure
from backplan.figures.svg import STYLE, svg
from backplan.library import figures, load

WIDE, HIGH, ACROSS = 320, 190, 4


def main() -> None:
    """Write the sheet, or list what is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sheet", type=Path, nargs="?")
    parser.add_argument("exercises", nargs="*")
    parser.add_argument("--missing", action="store_true")
    parser.add_argument("--file", type=Path, help="another file of figures, as data/figures.yaml")
    given = parser.parse_args()
    drawn = figures.read(given.file) if given.file else figures.load()
    if given.missing:
        lacking = [each.id for each in load.load().exercises if each.impact != "high" and each.id not in drawn]
        print("\n".join(lacking))
        return
    given.sheet.write_text(sheet(given.exercises or list(drawn), drawn), encoding="utf-8")


def sheet(ids: list[str], drawn: dict[str, Figure]) -> str:
    """All figures of some exercises in rows, each under its id."""
    rows = -(-len(ids) // ACROSS)
    cells = [_cell(number, key, svg(drawn[key], key, style=False)) for number, key in enumerate(ids)]
    size = f'width="{WIDE * ACROSS}" height="{HIGH * rows}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="bp" {size}><style>{STYLE}</style>'
    return f'{head}<rect width="100%" height="100%" fill="#fff"/>{"".join(cells)}</svg>'


def _cell(number: int, key: str, figure: str) -> str:
    x, y = number % ACROSS * WIDE, number // ACROSS * HIGH
    place = (
        f'<svg x="{x + 6}" y="{y + 22}" width="{WIDE - 12}" height="{HIGH - 30}" preserveAspectRatio="xMidYMax meet"'
    )
    label = f'<text x="{x + 8}" y="{y + 14}" font-size="12" font-family="sans-serif">{escape(key)}</text>'
    return label + re.sub(r"^<svg", place, re.sub(r' width="\d+" height="\d+"', "", figure, count=1))


if __name__ == "__main__":
    main()
