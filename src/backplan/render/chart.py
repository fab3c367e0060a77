"""The pain chart of `backplan progress`: the means of seven days as a line, in signs that any terminal shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.wording import short_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from backplan.planner.lookback.progress import Progress, WeekRow

HEIGHT = 13  # rows: one a point of pain, and the axis
WIDEST = 100  # columns; wider, the line only grows flatter
LOW = 8  # rows under which pain of 5 has no row of its own
LABEL = 9  # columns that the date of a week takes, with air
AXIS, MEANS = 3, 2  # columns of the axis, and of the air before a mean under its date
OF_A_LINE, WEEKS_OF_A_LINE = 2, 2  # means, and weeks, at least
LINE, DUMB_LINE = "braille", "*"
_ASCII = str.maketrans("┤┬└┘┌┐│─┼├┴", "|+++++|-+||")


def chart(shown: Progress, width: int, *, dumb: bool = False, height: int = HEIGHT, dated: bool = True) -> str:
    """The seven-day means as a line, a tick a week; empty where there is no line to draw: one mean is a lonely
    point, and those of a first week are of nearly the same days.
    ``dumb``: in ASCII only; ``height``: its rows, those of the dates among them, if it is ``dated``.
    """
    runs = _runs(shown.means)
    if len(shown.rows) < WEEKS_OF_A_LINE or sum(map(len, runs)) < OF_A_LINE:
        return ""
    import plotext

    starts, size = shown.rows[0].starts, min(width, WIDEST)
    plotext.clear_figure()
    plotext.theme("clear")
    plotext.limitsize(False, False)
    plotext.plotsize(size, height)
    for run in runs:
        days, means = [(day - starts).days for day in run], [shown.means[day] for day in run]
        plotext.plot(days, means, marker=DUMB_LINE if dumb else LINE)
    for row, word in _marks(shown.rows):
        day = (row.starts - starts).days
        room = size * (1 - day / (len(shown.rows) * 7)) > len(word) + AXIS  # behind its day, else before it
        plotext.text(word, day, 10, alignment="left" if room else "right")
    _axes(shown.rows, size, 2 if height >= HEIGHT else 5 if dated or height >= LOW else 10, dated=dated)
    drawn = plotext.uncolorize(plotext.build())
    lines = [line.rstrip() for line in drawn.splitlines()]
    text = "\n".join(line for line in lines if line)
    return text.translate(_ASCII) if dumb else text


def _axes(rows: Sequence[WeekRow], size: int, step: int, *, dated: bool) -> None:
    """Pain from 0 to 10, and a tick a week; as many of them dated as there is room for."""
    import plotext

    plotext.xaxes(dated, False)
    plotext.yaxes(True, False)
    plotext.xlim(0, len(rows) * 7)
    plotext.ylim(0, 10)
    plotext.yticks(range(0, 11, step))
    every = _every(rows, size)
    labels = ["" if number % every else short_day(row.starts) for number, row in enumerate(rows)]
    plotext.xticks([7 * number for number in range(len(rows))] if dated else [], labels if dated else [])


def _every(rows: Sequence[WeekRow], size: int) -> int:
    """Of so many weeks one has room for its date."""
    return -(-len(rows) * LABEL // size)


def under(shown: Progress, width: int) -> tuple[str, str]:
    """The dates of the weeks, and the mean of each under its date, to stand under a chart that is not dated."""
    size, dates, means = min(width, WIDEST), "", "pain"
    every = _every(shown.rows, size)
    for number, row in enumerate(shown.rows):
        if number % every == 0:
            place = AXIS + round(number * (size - AXIS - 1) / len(shown.rows))
            dates = dates.ljust(place) + short_day(row.starts)
            means = means.ljust(place + MEANS) + (f"{row.pain.mean}" if row.pain.days else "")
    return dates, means


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
