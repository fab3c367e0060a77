"""Figures as SVG: start and end beside each other, the movement as arrows; colours follow the page, light or dark."""

from __future__ import annotations

from html import escape
from math import atan2, cos, degrees, hypot, pi, radians, sin
from typing import TYPE_CHECKING

from backplan.figures.shapes import Arrow, Capsule, Layer, arrows, ground, scene

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backplan.figures.body import Point
    from backplan.figures.pose import Figure

_LIGHT = {
    "paper": "#fff", "skin": "#e3b48f", "skin2": "#c99b78", "shirt": "#2a7f8e", "shirt2": "#5d98a3", "legs": "#384860",
    "legs2": "#6d7a8a", "shoe": "#1d252e", "shoe2": "#565d66", "hair": "#4b3627", "prop": "#a9b1bb", "floor": "#b9c0c9",
    "water": "#4d9fd6", "band": "#b6488f", "arrow": "#d9480f",
}  # fmt: skip
_DARK = {
    **_LIGHT, "paper": "#16191d", "legs": "#7d92b3", "legs2": "#56637a", "shoe": "#c9d1da", "shoe2": "#7c858f",
    "shirt": "#3aa0b2", "shirt2": "#2c6f7b", "hair": "#8a6a52", "prop": "#6d7681", "floor": "#59616b",
    "arrow": "#ff7a3d",
}  # fmt: skip


def _rules(colours: dict[str, str]) -> str:
    """A class for each colour; ``h`` is the paper around what belongs together, ``w`` the way of a movement."""
    fills = "".join(f".bp .{name}{{fill:{colour}}}" for name, colour in colours.items())
    paper, arrow = colours["paper"], colours["arrow"]
    return f"{fills}.bp .h{{fill:none;stroke:{paper}}}.bp .w{{fill:none;stroke:{arrow}}}"


# Dark only on a screen: paper is white.
STYLE = f"{_rules(_LIGHT)}@media screen and (prefers-color-scheme:dark){{{_rules(_DARK)}}}"
_CLASS = {"trousers": "legs"}
_HAS_FAR = frozenset({"skin", "shirt", "trousers", "shoe"})
HALO = 1.3  # of paper around what belongs together
MARGIN, GAP = 4.0, 10.0
SCALE = 1.5  # pixels a unit: everybody is of the same size, whatever they do
Box = tuple[float, float, float, float]


def svg(figure: Figure, alt: str, *, style: bool = True) -> str:
    """The figure as one SVG element, its alt text for whoever cannot see it; ``style``: with its colours."""
    panels = [(0.0, [])] if figure.still else [(0.0, []), (1.0, arrows(figure))]
    drawn = [(scene(figure, moment), ways) for moment, ways in panels]
    boxes = [_box(layers, ways) for layers, ways in drawn]
    low, high = min(box[1] for box in boxes), max(box[3] for box in boxes)
    parts, x = [], 0.0
    for (layers, ways), box in zip(drawn, boxes, strict=True):
        wide = box[2] - box[0] + 2 * MARGIN
        whole = [*ground(figure, box[0] - MARGIN, box[2] + MARGIN), *layers]
        parts.append(f'<g transform="translate({x + MARGIN - box[0]:.1f} {high + MARGIN:.1f}) scale(1 -1)">')
        parts += [_layer(layer) for layer in whole]
        parts += [_arrow(way) for way in ways]
        parts.append("</g>")
        x += wide + GAP
    wide, tall = x - GAP, high - low + 2 * MARGIN
    size = f'viewBox="0 0 {wide:.1f} {tall:.1f}" width="{wide * SCALE:.0f}" height="{tall * SCALE:.0f}"'
    colours = f"<style>{STYLE}</style>" if style else ""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="bp" role="img" aria-label="{escape(alt)}" {size}>'
    return f"{head}<title>{escape(alt)}</title>{colours}{''.join(parts)}</svg>"


def _box(layers: Iterable[Layer], ways: Iterable[Arrow]) -> Box:
    """Left, bottom, right and top of what is drawn."""
    shapes = [shape for layer in layers for shape in layer.shapes]
    edges = [(point, size) for each in shapes for point, size in ((each.start, each.thick), (each.end, each.thin))]
    edges += [(point, 2.0) for way in ways for point in way.points]
    left, right = min(p[0] - s for p, s in edges), max(p[0] + s for p, s in edges)
    return left, min(-2.0, *(p[1] - s for p, s in edges)), right, max(p[1] + s for p, s in edges)


def _layer(layer: Layer) -> str:
    outlines = [(_outline(shape), _colour(shape)) for shape in layer.shapes]
    halo = "".join(
        f'<path class="h" d="{path}" stroke-width="{2 * HALO}" stroke-linejoin="round"/>' for path, _ in outlines
    )
    halo = "" if layer.part == "floor" else halo
    faded = ' opacity=".75"' if layer.part == "water" else ""
    return f"<g{faded}>{halo}" + "".join(f'<path class="{colour}" d="{path}"/>' for path, colour in outlines) + "</g>"


def _colour(shape: Capsule) -> str:
    far = "2" if shape.far and shape.paint in _HAS_FAR else ""
    return f"{_CLASS.get(shape.paint, shape.paint)}{far}"


def _outline(shape: Capsule) -> str:
    """The outline of two circles and what lies between them."""
    (x1, y1), (x2, y2), big, small = shape.start, shape.end, shape.thick, shape.thin
    far = hypot(x2 - x1, y2 - y1)
    if far <= abs(big - small) + 0.01:
        (x, y), size = (shape.start, big) if big >= small else (shape.end, small)
        turn = f"a{size:.1f} {size:.1f} 0 1 0"
        return f"M{x - size:.1f} {y:.1f}{turn} {2 * size:.1f} 0{turn} {-2 * size:.1f} 0z"
    along = atan2(y2 - y1, x2 - x1)
    lean = pi / 2 - _asin((big - small) / far)
    a, b = _on(shape.start, along + lean, big), _on(shape.end, along + lean, small)
    c, d = _on(shape.end, along - lean, small), _on(shape.start, along - lean, big)
    more = 1 if big > small else 0
    return (
        f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}A{small:.1f} {small:.1f} 0 {1 - more} 0 {c[0]:.1f} {c[1]:.1f}"
        f"L{d[0]:.1f} {d[1]:.1f}A{big:.1f} {big:.1f} 0 {more} 0 {a[0]:.1f} {a[1]:.1f}z"
    )


def _asin(share: float) -> float:
    return atan2(share, (1 - share * share) ** 0.5)


def _on(middle: Point, angle: float, size: float) -> Point:
    return middle[0] + size * cos(angle), middle[1] + size * sin(angle)


def _arrow(way: Arrow) -> str:
    points = way.points
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    tip, before = points[-1], points[-min(3, len(points))]
    angle = degrees(atan2(tip[1] - before[1], tip[0] - before[0]))
    wings = [_on(tip, radians(angle + turn), 4.6) for turn in (152, -152)]
    head = "L".join(f"{x:.1f} {y:.1f}" for x, y in (_on(tip, radians(angle), 2.0), *wings))
    line = f'<path class="w" d="{path}" stroke-width="1.7" stroke-dasharray="4.2 2.8" stroke-linecap="round"/>'
    return f'{line}<path class="arrow" d="M{head}z"/>'
