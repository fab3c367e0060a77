"""Figures as dots: eight to a character of Braille, with what moves told apart from what rests."""

from __future__ import annotations

from itertools import groupby
from math import ceil, floor, hypot, inf
from typing import TYPE_CHECKING, NamedTuple

from backplan.figures import pose
from backplan.figures.body import LIMBS
from backplan.figures.shapes import ground, scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backplan.figures.body import Point
    from backplan.figures.pose import Figure
    from backplan.figures.shapes import Capsule, Layer

# The bits of a character for each pair of dots in a row, from the top.
_TOP, _UPPER, _LOWER, _BOTTOM = (0, 1, 8, 9), (0, 2, 16, 18), (0, 4, 32, 36), (0, 64, 128, 192)
_BLANK = 0x2800
_HALO = 1.2  # units of nothing around what belongs together
MOVES = 5.0  # units that a part must move to be told apart
Run = tuple[str, bool]  # characters, and whether they move
Picture = list[list[Run]]  # by row
Side = tuple[float, float, float, float]  # from where to where


class Frame(NamedTuple):
    """What of the scene is drawn: its left and lower edge, and dots a unit."""

    left: float
    low: float
    scale: float


class Circle(NamedTuple):
    """An end of a shape, in dots from the left and from the top."""

    x: float
    y: float
    size: float


class Dots(NamedTuple):
    """The rows of dots from the top, each as the bits of a number: which are drawn, and which of these move."""

    drawn: list[int]
    moving: list[int]
    wide: int


def rows(figure: Figure, moments: Sequence[float], width: int, height: int) -> list[Picture]:
    """The figure at some moments from 0 to 1 in so many characters, the same part of the scene at each."""
    frame = _frame(figure, width * 2, height * 4)
    moving = _moving(figure) | {"arrow"}
    right = frame.left + width * 2 / frame.scale
    found = []
    for moment in moments:
        dots = Dots([0] * (height * 4), [0] * (height * 4), width * 2)
        for layer in [*ground(figure, frame.left, right), *scene(figure, moment)]:
            _draw(layer, frame, dots, moves=layer.part in moving)
        found.append([_row(dots, row) for row in range(height)])
    return found


def _frame(figure: Figure, across: int, down: int) -> Frame:
    """What holds the scene from its start to its end."""
    shapes = [shape for moment in (0.0, 0.5, 1.0) for layer in scene(figure, moment) for shape in layer.shapes]
    edges = [(point, size) for each in shapes for point, size in ((each.start, each.thick), (each.end, each.thin))]
    left, right = min(p[0] - s for p, s in edges) - 1, max(p[0] + s for p, s in edges) + 1
    low, high = min(-2.5, *(p[1] - s for p, s in edges)), max(p[1] + s for p, s in edges) + 1
    scale = min(across / (right - left), down / (high - low))
    return Frame((left + right - across / scale) / 2, low, scale)


def _moving(figure: Figure) -> frozenset[str]:
    """The parts that are elsewhere at the end."""
    if figure.still:
        return frozenset()
    first, last = pose.at(figure, 0), pose.at(figure, 1)
    parts = {name: (first.limbs[name][1:], last.limbs[name][1:]) for name in LIMBS}
    parts |= {"trunk": (first.trunk, last.trunk), "head": ((first.head,), (last.head,))}
    return frozenset(name for name, (a, b) in parts.items() if any(_far(p, q) for p, q in zip(a, b, strict=True)))


def _far(one: Point, two: Point) -> bool:
    return hypot(one[0] - two[0], one[1] - two[1]) > MOVES


def _draw(layer: Layer, frame: Frame, dots: Dots, *, moves: bool) -> None:
    """Put the shapes of a layer on the dots, with nothing around them."""
    if layer.part != "floor":
        for shape in layer.shapes:
            for row, mask in _spans(shape, _HALO, frame, dots):
                dots.drawn[row] &= ~mask
                dots.moving[row] &= ~mask
    for shape in layer.shapes:
        for row, mask in _spans(shape, 0.0, frame, dots):
            dots.drawn[row] |= mask
            dots.moving[row] = dots.moving[row] | mask if moves else dots.moving[row] & ~mask


def _spans(shape: Capsule, more: float, frame: Frame, dots: Dots) -> Iterator[tuple[int, int]]:
    """The dots whose middle lies in a shape, of each row that has any as one number; a thin line has a dot in every row
    or column that it crosses.
    """
    tall = len(dots.drawn)
    one, two = _circle(shape.start, shape.thick + more, frame, tall), _circle(shape.end, shape.thin + more, frame, tall)
    sides = _sides(one, two)
    for row in range(max(0, int(min(one.y - one.size, two.y - two.size))),
                     min(tall, int(max(one.y + one.size, two.y + two.size)) + 1)):  # fmt: skip
        if mask := _mask(*_reach(one, two, sides, row + 0.5), dots.wide):
            yield row, mask


def _circle(at: Point, size: float, frame: Frame, tall: int) -> Circle:
    scale = frame.scale
    return Circle((at[0] - frame.left) * scale, tall - (at[1] - frame.low) * scale, max(size * scale, 0.6))


def _sides(one: Circle, two: Circle) -> tuple[Side, ...]:
    """The two straight sides of a shape between its circles; none where one lies in the other."""
    dx, dy, less = two.x - one.x, two.y - one.y, one.size - two.size
    far = hypot(dx, dy)
    if far <= abs(less) + 0.01:
        return ()
    dx, dy, lean = dx / far, dy / far, less / far
    wide = (1 - lean * lean) ** 0.5
    ways = [(dx * lean - dy * turn, dy * lean + dx * turn) for turn in (wide, -wide)]
    return tuple((one.x + x * one.size, one.y + y * one.size, two.x + x * two.size, two.y + y * two.size)
                 for x, y in ways)  # fmt: skip


def _reach(one: Circle, two: Circle, sides: tuple[Side, ...], y: float) -> tuple[float, float]:
    """From where to where a shape reaches in the middle of a row; the other way round where it does not."""
    left, right = inf, -inf
    for x, middle, size in (one, two):
        half = size * size - (y - middle) ** 2
        if half >= 0:
            half **= 0.5
            left, right = min(left, x - half), max(right, x + half)
    for x1, y1, x2, y2 in sides:
        if y1 != y2 and (y1 <= y <= y2 or y2 <= y <= y1):
            x = x1 + (x2 - x1) * (y - y1) / (y2 - y1)
            left, right = min(left, x), max(right, x)
    return left, right


def _mask(left: float, right: float, wide: int) -> int:
    """The dots of a row whose middles lie between two places, as bits."""
    if left > right:
        return 0
    first, last = max(0, ceil(left - 0.5)), min(wide - 1, floor(right - 0.5))
    return (1 << last + 1) - (1 << first) if first <= last else 0


def _row(dots: Dots, row: int) -> list[Run]:
    """A row of characters in runs of what moves and what rests."""
    drawn, moving = dots.drawn[row * 4 : row * 4 + 4], dots.moving[row * 4 : row * 4 + 4]
    if not any(drawn):
        return [(chr(_BLANK) * (dots.wide // 2), False)]
    found = [_character(drawn, moving, 2 * column) for column in range(dots.wide // 2)]
    return [("".join(sign for sign, _ in run), moves) for moves, run in groupby(found, key=lambda each: each[1])]


def _character(drawn: list[int], moving: list[int], at: int) -> tuple[str, bool]:
    """The character of eight dots, and whether most of them move."""
    code = _code(drawn, at)
    return chr(_BLANK | code), _code(moving, at).bit_count() * 2 > code.bit_count()


def _code(lines: list[int], at: int) -> int:
    one, two, three, four = lines
    return _TOP[one >> at & 3] | _UPPER[two >> at & 3] | _LOWER[three >> at & 3] | _BOTTOM[four >> at & 3]
