"""`backplan progress`: the last twelve weeks at a glance."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli.terminal import environment, output

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from backplan.model.exercise import Exercise
    from backplan.planner.lookback.progress import Progress, WeekRow

app = typer.Typer(rich_markup_mode=None)

HEIGHT = 13  # rows: one a point of pain, and the axis
WIDEST = 100  # columns; wider, the line only grows flatter
LABEL = 9  # columns that the date of a week takes, with air
LINE, DUMB_LINE = "braille", "*"
_ASCII = str.maketrans("┤┬└┘┌┐│─┼├┴", "|+++++|-+||")


@app.command()
def progress(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="No chart and no boxes: one labelled line per item.")] = False,
) -> None:
    """Show the last 12 weeks: pain over time, what was done, and how far each exercise has come."""
    shown = _look_back()
    if as_json:
        output.document(shown.as_dict())
        return
    from backplan.render import progress as looks

    if not shown.logged:
        output.say(looks.NOTHING)
    elif plain:
        output.lines(looks.lines(shown))
    else:
        output.show(lambda width: looks.screen(shown, width, chart(shown, width, dumb=_dumb())))


def _look_back() -> Progress:
    """What the store holds, looked back on; a person nobody has screened has an empty page, not a stop."""
    from backplan.model.week import monday
    from backplan.planner.lookback.progress import WEEKS, look_back
    from backplan.store.store import exists, opened

    today, home = environment.today(), environment.home()
    if not exists(home):
        return look_back(None, (), (), (), today)
    with opened(home) as store:
        person, entries, weeks = store.person(), store.entries(until=today), store.weeks(monday(today), WEEKS)
    return look_back(person, entries, weeks, _exercises() if weeks else (), today)


def _exercises() -> Sequence[Exercise]:
    from backplan.cli.terminal.unread import library_workspace

    return library_workspace().exercises


def _dumb() -> bool:
    """Whether the terminal or pipe shows letters and signs of ASCII only."""
    if os.environ.get("TERM") == "dumb":
        return True
    try:
        "⠒┤".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return False


def chart(shown: Progress, width: int, *, dumb: bool = False) -> str:
    """The seven-day means as a line, a tick a week; empty where there is nothing to draw."""
    runs = _runs(shown.means)
    if not runs:
        return ""
    import plotext

    starts = shown.rows[0].starts
    size = min(width, WIDEST)
    plotext.clear_figure()
    plotext.theme("clear")
    plotext.limitsize(False, False)
    plotext.plotsize(size, HEIGHT)
    plotext.xaxes(True, False)
    plotext.yaxes(True, False)
    for run in runs:
        days, means = [(day - starts).days for day in run], [shown.means[day] for day in run]
        plotext.plot(days, means, marker=DUMB_LINE if dumb else LINE)
    for row, word in _marks(shown.rows):
        plotext.text(word, (row.starts - starts).days, 10)
    plotext.xlim(0, len(shown.rows) * 7)
    plotext.ylim(0, 10)
    plotext.yticks(range(0, 11, 2))
    every = -(-len(shown.rows) * LABEL // size)
    labels = ["" if number % every else f"{row.starts.day} {row.starts:%b}" for number, row in enumerate(shown.rows)]
    plotext.xticks([7 * number for number in range(len(shown.rows))], labels)
    drawn = plotext.uncolorize(plotext.build())
    lines = [line.rstrip() for line in drawn.splitlines()]
    text = "\n".join(line for line in lines if line)
    return text.translate(_ASCII) if dumb else text


def _runs(means: Mapping[date, float | None]) -> list[list[date]]:
    """The stretches of days whose mean is known: a line is never drawn across days without a word."""
    runs: list[list[date]] = [[]]
    for day, mean in means.items():
        if mean is not None:
            runs[-1].append(day)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _marks(rows: Sequence[WeekRow]) -> list[tuple[WeekRow, str]]:
    """A word over the first of each row of weeks that were a flare or a pause."""
    words = ["flare" if row.flare else "pause" if row.paused_days else "" for row in rows]
    return [
        (row, word) for row, word, before in zip(rows, words, ["", *words], strict=False) if word not in ("", before)
    ]
