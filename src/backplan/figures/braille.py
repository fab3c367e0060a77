"""Figures as dots: eight to a character of Braille, with what moves told apart from what rests."""

from __future__ import annotations

from itertools import groupby
from math import ceil, floor, hypot, inf
from typing import TYPE_CHECKING

from backplan.figures import pose
from backplan.figures.body import LIMBS
from backplan.figures.shapes import ground, scene
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from backplan.figures.body import Point
    from backplan.figures.pose import Figure
    from backplan.figures.shapes import Capsule, Layer

# The bits of a character for each pair of dots in a row, from the top.
_TOP, _UPPER, _LOWER, _BOTTOM = (0, 1, 8, 9), (0, 2, 16, 18), (0, 4, 32, 36), (0, 64, 128, 192)
_BLANK = 0x2800
_NOTHING, _STILL = (chr(_BLANK), False), (0, 0, 0, 0)
_HALO = 1.2  # units of nothing around what belongs together
MOVES = 5.0  # units that a part must move to be told apart
Run = tuple[str, bool]  # characters, and whether they move
Picture = list[list[Run]]  # by row
Side = tuple[float, float, float, float]  # from where to where
Spans = list[tuple[int, int]]  # rows, and the dots of each as the bits of a number
Circle = tuple[float, float, float]  # an end of a shape: its middle, in dots from the left and the top, and its radius


class Crop(NamedTuple):
    """What of the scene is drawn: its left and lower edge, dots a unit, how many across and down; and the ``spans`` of
    the shapes that were drawn so far, as much of a scene rests.
    """

    left: float
    low: float
    scale: float
    wide: int
    tall: int
    spans: dict[tuple[Capsule, float], Spans]


class Dots(NamedTuple):
    """The rows of dots from the top, each as the bits of a number: which are drawn, and which of these move."""

    drawn: list[int]
    moving: list[int]


def rows(figure: Figure, moments: Sequence[float], width: int, height: int) -> list[Picture]:
    """The figure at some moments from 0 to 1 in so many characters, the same part of the scene at each."""
    scenes = {moment: scene(figure, moment) for moment in (0.0, 0.5, 1.0)}
    frame = _frame(scenes.values(), width * 2, height * 4)
    moving = _moving(figure) | {"arrow"}
    floor_ = ground(figure, frame.left, frame.left + width * 2 / frame.scale)
    found = []
    for moment in moments:
        dots = Dots([0] * frame.tall, [0] * frame.tall)
        for layer in [*floor_, *(scenes.get(moment) or scene(figure, moment))]:
            _draw(layer, frame, dots, moves=layer.part in moving)
        found.append([_row(dots, row, width) for row in range(height)])
    return found


def _frame(scenes: Iterable[Sequence[Layer]], across: int, down: int) -> Crop:
    """What holds the scene from its start to its end."""
    shapes = [shape for layers in scenes for layer in layers for shape in layer.shapes]
    edges = [(point, size) for each in shapes for point, size in ((each.start, each.thick), (each.end, each.thin))]
    left, right = min(p[0] - s for p, s in edges) - 1, max(p[0] + s for p, s in edges) + 1
    low, high = min(-2.5, *(p[1] - s for p, s in edges)), max(p[1] + s for p, s in edges) + 1
    scale = min(across / (right - left), down / (high - low))
    return Crop((left + right - across / scale) / 2, low, scale, across, down, {})


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


def _draw(layer: Layer, frame: Crop, dots: Dots, *, moves: bool) -> None:
    """Put the shapes of a layer on the dots, with nothing around them."""
    drawn, moving = dots
    if layer.part != "floor":
        for shape in layer.shapes:
            for row, mask in _spans(shape, _HALO, frame):
                drawn[row] &= ~mask
                moving[row] &= ~mask
    for shape in layer.shapes:
        for row, mask in _spans(shape, 0.0, frame):
            drawn[row] |= mask
            moving[row] = moving[row] | mask if moves else moving[row] & ~mask


def _spans(shape: Capsule, more: float, frame: Crop) -> Spans:
    key = shape, more
    if key not in frame.spans:
        frame.spans[key] = list(_found_spans(shape, more, frame))
    return frame.spans[key]


def _found_spans(shape: Capsule, more: float, frame: Crop) -> Iterator[tuple[int, int]]:
    """The dots whose middle lies in a shape, of each row that has any as one number; a thin line has a dot in every row
    or column that it crosses. It is drawn so often that it calls nothing for a row.
    """
    most = frame.wide - 1
    one, two = _circle(shape.start, shape.thick + more, frame), _circle(shape.end, shape.thin + more, frame)
    ends, sides = ((one,), ()) if one == two else ((one, two), _sides(one, two))
    top, bottom = int(min(y - size for _, y, size in ends)), int(max(y + size for _, y, size in ends)) + 1
    for row in range(max(0, top), min(frame.tall, bottom)):
        middle, left, right = row + 0.5, inf, -inf
        for x, y, size in ends:
            half = size * size - (middle - y) ** 2
            if half >= 0:
                half **= 0.5
                left, right = x - half if x - half < left else left, x + half if x + half > right else right
        for x1, y1, x2, y2 in sides:
            if y1 <= middle <= y2 or y2 <= middle <= y1:
                x = x1 + (x2 - x1) * (middle - y1) / (y2 - y1)
                left, right = x if x < left else left, x if x > right else right
        if left <= right:
            first, last = ceil(left - 0.5), floor(right - 0.5)
            first, last = first if first > 0 else 0, last if last < most else most
            if first <= last:
                yield row, (2 << last) - (1 << first)


def _circle(at: Point, size: float, frame: Crop) -> Circle:
    scale = frame.scale
    return (at[0] - frame.left) * scale, frame.tall - (at[1] - frame.low) * scale, max(size * scale, 0.6)


def _sides(one: Circle, two: Circle) -> tuple[Side, ...]:
    """The two straight sides of a shape between its circles; none where one lies in the other, or where it is level."""
    (x1, y1, size1), (x2, y2, size2) = one, two
    dx, dy, less = x2 - x1, y2 - y1, size1 - size2
    far = hypot(dx, dy)
    if far <= abs(less) + 0.01:
        return ()
    dx, dy, lean = dx / far, dy / far, less / far
    wide = (1 - lean * lean) ** 0.5
    ways = [(dx * lean - dy * turn, dy * lean + dx * turn) for turn in (wide, -wide)]
    sides = [(x1 + x * size1, y1 + y * size1, x2 + x * size2, y2 + y * size2) for x, y in ways]
    return tuple(side for side in sides if side[1] != side[3])


def _row(dots: Dots, row: int, width: int) -> list[Run]:
    """A row of characters in runs of what moves and what rests."""
    drawn, moving = dots.drawn[row * 4 : row * 4 + 4], dots.moving[row * 4 : row * 4 + 4]
    any_drawn, any_moving = _any(drawn), _any(moving)
    if not any_drawn:
        return [(chr(_BLANK) * width, False)]
    found = [
        _character(drawn, moving if any_moving >> at & 3 else _STILL, at) if any_drawn >> at & 3 else _NOTHING
        for at in range(0, width * 2, 2)
    ]
    return [("".join(sign for sign, _ in run), moves) for moves, run in groupby(found, key=lambda each: each[1])]


def _any(lines: Sequence[int]) -> int:
    one, two, three, four = lines
    return one | two | three | four


def _character(drawn: Sequence[int], moving: Sequence[int], at: int) -> Run:
    """The character of eight dots, and whether most of them move."""
    code = _code(drawn, at)
    return chr(_BLANK | code), moving is not _STILL and _code(moving, at).bit_count() * 2 > code.bit_count()


def _code(lines: Sequence[int], at: int) -> int:
    one, two, three, four = lines
    return _TOP[one >> at & 3] | _UPPER[two >> at & 3] | _LOWER[three >> at & 3] | _BOTTOM[four >> at & 3]
