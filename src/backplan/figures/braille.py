"""Figures as dots: eight to a character of Braille, with what moves told apart from what rests."""

from __future__ import annotations

from itertools import groupby
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from backplan.figures import pose
from backplan.figures.body import LIMBS
from backplan.figures.shapes import ground, scene

if TYPE_CHECKING:
    from backplan.figures.body import Point
    from backplan.figures.pose import Figure
    from backplan.figures.shapes import Capsule, Layer

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))  # by row and column of a character
_BLANK = 0x2800
_HALO = 1.2  # units of nothing around what belongs together
MOVES = 5.0  # units that a part must move to be told apart
Run = tuple[str, bool]  # characters, and whether they move


class Frame(NamedTuple):
    """What of the scene is drawn: its left and lower edge, and dots a unit."""

    left: float
    low: float
    scale: float


def rows(figure: Figure, moment: float, width: int, height: int) -> list[list[Run]]:
    """The figure at a moment from 0 to 1 in so many characters, the same part of the scene at every moment."""
    frame = _frame(figure, width * 2, height * 4)
    dots: list[list[int]] = [[0] * (width * 2) for _ in range(height * 4)]
    moving = _moving(figure) | {"arrow"}
    right = frame.left + width * 2 / frame.scale
    for layer in [*ground(figure, frame.left, right), *scene(figure, moment)]:
        _draw(layer, frame, dots, 2 if layer.part in moving else 1)
    return [_row(dots, row) for row in range(height)]


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


def _draw(layer: Layer, frame: Frame, dots: list[list[int]], value: int) -> None:
    """Put the shapes of a layer on the dots, with nothing around them."""
    if layer.part != "floor":
        for shape in layer.shapes:
            _fill(shape, _HALO, frame, dots, 0)
    for shape in layer.shapes:
        _fill(shape, 0.0, frame, dots, value)


def _fill(shape: Capsule, more: float, frame: Frame, dots: list[list[int]], value: int) -> None:
    """Set every dot whose middle lies in a shape; a thin line has a dot in every row or column that it crosses."""
    scale, down = frame.scale, len(dots)
    (x1, y1), (x2, y2) = ((shape.start[0] - frame.left) * scale, (shape.start[1] - frame.low) * scale), (
        (shape.end[0] - frame.left) * scale, (shape.end[1] - frame.low) * scale)  # fmt: skip
    big, small = (max((size + more) * scale, 0.6) for size in (shape.thick, shape.thin))
    dx, dy = x2 - x1, y2 - y1
    long = dx * dx + dy * dy
    most = max(big, small)
    for row in range(max(0, int(min(y1, y2) - most)), min(down, int(max(y1, y2) + most) + 1)):
        line, y = dots[down - 1 - row], row + 0.5
        for column in range(max(0, int(min(x1, x2) - most)), min(len(line), int(max(x1, x2) + most) + 1)):
            x = column + 0.5
            share = min(1.0, max(0.0, ((x - x1) * dx + (y - y1) * dy) / long)) if long else 0.0
            size = big + (small - big) * share
            if (x - x1 - dx * share) ** 2 + (y - y1 - dy * share) ** 2 <= size * size:
                line[column] = value


def _row(dots: list[list[int]], row: int) -> list[Run]:
    """A row of characters in runs of what moves and what rests."""
    found = [_character(dots, row, column) for column in range(len(dots[0]) // 2)]
    return [("".join(sign for sign, _ in run), moves) for moves, run in groupby(found, key=lambda each: each[1])]


def _character(dots: list[list[int]], row: int, column: int) -> tuple[str, bool]:
    code, values = _BLANK, []
    for down, bits in enumerate(_DOTS):
        for across, bit in enumerate(bits):
            value = dots[row * 4 + down][column * 2 + across]
            if value:
                code |= bit
                values.append(value)
    return chr(code), values.count(2) * 2 > len(values)
