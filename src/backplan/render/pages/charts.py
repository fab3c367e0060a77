"""Charts as SVG, drawn by ourselves: each names itself to who cannot see it, and its colours follow the page's."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from markupsafe import Markup

from backplan.model.wording import short_day
from backplan.named_tuple import NamedTuple
from backplan.render.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

WIDTH, LEFT, RIGHT, TOP, FOOT = 420, 52, 12, 8, 22
HEIGHT = 118
TO_TEN = tuple((value, f"{value}") for value in range(0, 11, 2))
COLOURS = ("#0b5563", "#8a4b08", "#55626a")  # where no style sheet gives others
DASHES = ("none", "7 4", "2 4")  # lines are told apart without colour, too
EDGE = 20  # units from the right within which a day's name would be cut off
LABELS = 5  # days named under a chart, at the most
T = TypeVar("T")


class Series(NamedTuple):
    """A line of a chart: its name, and its values by day (None: not known, and the line breaks)."""

    name: str
    points: Sequence[tuple[date, float | None]]


class Bar(NamedTuple):
    """What was planned and done of a week."""

    starts: date
    planned: int
    done: int


class _Frame(NamedTuple):
    """The days between the edges of a chart, and the value at its top; what lies at its foot is 0."""

    first: date
    last: date
    top: float

    def x(self, day: date) -> float:
        """Units from the left at which a day stands."""
        span = max(1, (self.last - self.first).days)
        return LEFT + (WIDTH - LEFT - RIGHT) * (day - self.first).days / span

    def y(self, value: float) -> float:
        """Units from the top at which a value stands."""
        return TOP + (HEIGHT - TOP - FOOT) * (1 - value / self.top)


def _format(text: str, **values: object) -> Markup:
    """Markup with values escaped in it; numbers to a tenth."""
    texts = {key: f"{value:.1f}" if isinstance(value, float) else value for key, value in values.items()}
    return Markup(text).format(**texts)


def _svg(title: str, parts: Iterable[Markup]) -> Markup:
    head = _format(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img" '
        'aria-label="{title}" font-family="sans-serif" font-size="12"><title>{title}</title>',
        w=WIDTH, h=HEIGHT, title=safe(title),
    )  # fmt: skip
    return head + Markup("").join(parts) + Markup("</svg>")


def _grid(frame: _Frame, scale: Iterable[tuple[int, str]]) -> Iterator[Markup]:
    for value, word in scale:
        y = frame.y(value)
        yield _format('<path class="grid" d="M{a} {y}H{b}" stroke="#dfe5e8"/>', a=LEFT, b=WIDTH - RIGHT, y=y)
        yield _format(
            '<text class="label" x="{x}" y="{y}" text-anchor="end" fill="#55626a">{v}</text>',
            x=LEFT - 6,
            y=y + 4,
            v=word,
        )


def _days(frame: _Frame, mondays: Sequence[date]) -> Iterator[Markup]:
    """The first days of the weeks under a chart; of many only some."""
    for day in _spaced(mondays):
        x = frame.x(day)
        yield _day(day, x, "start" if day == frame.first else "end" if x > WIDTH - RIGHT - EDGE else "middle")


def _spaced(weeks: Sequence[T]) -> Sequence[T]:
    """Some of many weeks, evenly apart: no more than are named under a chart."""
    return weeks[:: -(-len(weeks) // LABELS)]


def _day(day: date, x: float, anchor: str) -> Markup:
    """A day under a chart, which stands at, before or behind ``x``."""
    return _format(
        '<text class="label" x="{x}" y="{y}" text-anchor="{a}" fill="#55626a">{d}</text>',
        x=x, y=HEIGHT - 6, a=anchor, d=short_day(day),
    )  # fmt: skip


def lines(  # noqa: PLR0913, PLR0917 - what a chart is drawn from
    title: str,
    series: Sequence[Series],
    mondays: Sequence[date],
    last: date,
    dots: Iterable[tuple[date, float]] = (),
    marks: Iterable[date] = (),
    scale: Sequence[tuple[int, str]] = TO_TEN,
) -> Markup:
    """Lines over days; ``dots`` are single values, ``marks`` days to be seen, ``scale`` what values are called."""
    frame = _Frame(mondays[0], last, scale[-1][0])
    parts = [*_grid(frame, scale), *_days(frame, mondays)]
    for day in marks:
        mark = '<path class="mark" d="M{x} {a}V{b}" stroke="#8c1d18" stroke-width="2" stroke-dasharray="3 3"/>'
        parts.append(_format(mark, x=frame.x(day), a=TOP, b=HEIGHT - FOOT))
    dot = '<circle class="dot" cx="{x}" cy="{y}" r="2.2" fill="#8a979e"/>'
    parts += [_format(dot, x=frame.x(day), y=frame.y(value)) for day, value in dots]
    for number, each in enumerate(series):
        parts += _line(frame, each, number)
    return _svg(title, parts)


def _line(frame: _Frame, series: Series, number: int) -> Iterator[Markup]:
    path, pen, ends = "", "M", None
    for day, value in series.points:
        if value is None:
            pen = "M"
            continue
        ends = (frame.x(day), frame.y(value))
        path += f"{pen}{ends[0]:.1f} {ends[1]:.1f}" + ("h.01" if pen == "M" else "")
        pen = "L"
    if ends is None:
        return
    yield _format(
        '<path class="line-{n}" d="{d}" fill="none" stroke="{c}" stroke-width="2.5" stroke-dasharray="{s}" '
        'stroke-linecap="round" stroke-linejoin="round"/>',
        n=number % 3, d=path, c=COLOURS[number % 3], s=DASHES[number % 3],
    )  # fmt: skip


def key(number: int) -> Markup:
    """A short piece of a line, to stand beside its name."""
    return _format(
        '<svg viewBox="0 0 34 10" width="34" height="10" aria-hidden="true"><path class="line-{n}" d="M2 5H32" '
        'stroke="{c}" stroke-width="2.5" stroke-dasharray="{s}"/></svg>',
        n=number % 3, c=COLOURS[number % 3], s=DASHES[number % 3],
    )  # fmt: skip


def bars(title: str, weeks: Sequence[Bar]) -> Markup:
    """For each week what was planned, as an outline, and what was done, filled."""
    most = max((max(each.planned, each.done) for each in weeks), default=1) or 1
    step = next((size for size in (1, 2, 5, 10, 20, 50, 100, 200, 500, 10_000) if most <= 3 * size), -(-most // 3))
    frame = _Frame(weeks[0].starts, weeks[-1].starts, -(-most // step) * step)
    room = (WIDTH - LEFT - RIGHT) / len(weeks)
    wide = min(26.0, room * 0.7)

    def centre(day: date) -> float:
        return LEFT + room * ((day - weeks[0].starts).days // 7 + 0.5)

    parts = list(_grid(frame, [(value, f"{value}") for value in range(0, int(frame.top) + 1, step)]))
    for each in weeks:
        x, base = centre(each.starts) - wide / 2, frame.y(0)
        for value, kind in (
            (each.done, 'class="done" fill="#0b5563"'),
            (each.planned, 'class="planned" fill="none" stroke="#1c2326"'),
        ):
            y = frame.y(value)
            parts.append(_format("<rect {k} x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"/>",
                                 k=Markup(kind), x=x, y=y, w=wide, h=base - y))  # fmt: skip
    parts += [_day(each.starts, centre(each.starts), "middle") for each in _spaced(weeks)]
    return _svg(title, parts)
