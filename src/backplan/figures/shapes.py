"""What is drawn: the body and what is around it as simple shapes, from far to near."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin
from typing import TYPE_CHECKING, Any, Literal

from backplan.figures import body, pose
from backplan.figures.body import Point, off
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from backplan.figures.body import Joints
    from backplan.figures.pose import Figure

Paint = Literal["skin", "shirt", "trousers", "shoe", "hair", "prop", "floor", "water", "band", "arrow"]


class Capsule(NamedTuple):
    """A tapered stroke from one circle to another; of a circle alone, both ends are the same."""

    start: Point
    end: Point
    thick: float
    thin: float
    paint: Paint
    far: bool = False


class Layer(NamedTuple):
    """Shapes that belong together, kept apart from what is behind them; ``part`` is what they are of."""

    shapes: tuple[Capsule, ...]
    part: str


IN_FRONT = frozenset({"band", "weight", "noodle", "towel", "pole", "poles", "water", "belt", "cable", "wheels", "pack"})


def scene(figure: Figure, moment: float) -> list[Layer]:
    """Everything there is at a moment, from far to near: what is behind, far limbs, trunk, head, near limbs, what is
    held.
    """
    found, first = pose.at(figure, moment), pose.at(figure, 0)
    around = [(str(each["kind"]), each) for each in figure.props]
    behind = [Layer(tuple(prop(kind, spec, first, found)), kind) for kind, spec in around if kind not in IN_FRONT]
    before = [Layer(tuple(prop(kind, spec, first, found)), kind) for kind, spec in around if kind in IN_FRONT]
    beside = [Layer(tuple(_sign(each, first, found)), "arrow") for each in figure.signs if moment or figure.still]
    return [layer for layer in [*behind, *_body(found, figure), *before, *beside] if layer.shapes]


def _body(found: Joints, figure: Figure) -> list[Layer]:
    """The body, its near limbs over the trunk; seen from the front, legs under the trunk and arms over it."""
    far = figure.view == "side"
    limbs = {name: Layer(tuple(limb(name, found, far=far and name.endswith("2"))), name) for name in body.LIMBS}
    trunk = Layer(tuple(_trunk(found, figure)), "trunk")
    head = Layer(tuple(_head(found, figure)), "head")
    if figure.rest == "top" and figure.view == "front":  # legs may be drawn up over the belly
        return [trunk, limbs["leg2"], limbs["leg"], head, limbs["arm2"], limbs["arm"]]
    if figure.view == "front":
        return [limbs["leg2"], limbs["leg"], trunk, head, limbs["arm2"], limbs["arm"]]
    return [limbs["arm2"], limbs["leg2"], trunk, limbs["leg"], head, limbs["arm"]]


_CLOTH: dict[str, tuple[Paint, Paint, Paint]] = {
    "arm": ("shirt", "skin", "skin"),
    "leg": ("trousers", "trousers", "shoe"),
}


def limb(name: str, found: Joints, *, far: bool = False) -> Iterator[Capsule]:
    """A limb from the trunk outwards."""
    kind = name.rstrip("2")
    thick = body.ARM_THICK if kind == "arm" else body.LEG_THICK
    points = found.limbs[name]
    for at, paint in enumerate(_CLOTH[kind]):
        yield Capsule(points[at], points[at + 1], thick[at], thick[at + 1], paint, far)


def _trunk(found: Joints, figure: Figure) -> Iterator[Capsule]:
    hip, waist, chest = found.trunk
    if figure.view == "front":
        yield from _front_trunk(found)
        return
    yield Capsule(hip, waist, body.HIP, body.WAIST, "trousers")
    bent = [_along(hip, waist, 0.45), waist, chest]
    yield Capsule(bent[0], bent[1], body.HIP - 0.4, body.WAIST, "shirt")
    yield Capsule(bent[1], bent[2], body.WAIST, body.CHEST, "shirt")
    yield Capsule(chest, _along(chest, found.head, 0.75), 2.8, 2.6, "skin")


def _front_trunk(found: Joints) -> Iterator[Capsule]:
    hip, waist, chest = found.trunk
    for side in ("", "2"):
        thigh, shoulder = found.point("thigh" + side), found.point("shoulder" + side)
        yield Capsule(thigh, _along(hip, waist, 0.5), 5.4, 5.4, "trousers")
    yield Capsule(chest, _along(chest, found.head, 0.75), 2.8, 2.6, "skin")
    for side in ("", "2"):
        shoulder, thigh = found.point("shoulder" + side), found.point("thigh" + side)
        middle = _along(waist, _along(shoulder, thigh, 0.5), 0.3)
        yield Capsule(_along(hip, thigh, 0.8), middle, 5.2, 5.4, "shirt")
        yield Capsule(middle, _along(chest, shoulder, 0.72), 5.4, 4.6, "shirt")
    yield Capsule(hip, chest, 5.5, 5.5, "shirt")


def _head(found: Joints, figure: Figure) -> Iterator[Capsule]:
    """The face with its nose and eyes, under hair on top and at the back."""
    if figure.view == "side":
        yield from _profile(found)
        return
    middle, size, turned = found.head, body.HEAD, sin(radians(found.look))
    if abs(found.look) > 135:  # the back of the head
        yield Capsule(middle, middle, size, size, "hair")
        return
    yield Capsule(middle, middle, size, size, "skin")
    nose = off(off(middle, found.up - 90, (size + 0.6) * turned), found.up + 180, 1.6)
    yield Capsule(middle, nose, 2.0, 1.0, "skin")
    crown = off(middle, found.up + 90, 3.2 * turned)  # the back of a turned head is seen
    yield from _hair([(found.up, 3.2, 4.6), (found.up + 48, 4.0, 3.2), (found.up - 48, 4.0, 3.2)], crown)
    if turned:
        yield from _hair([(found.up + 90, 3.2 * turned, 2.4 + 2.4 * abs(turned))], middle)
    shift = size * 0.7 * turned
    for side in (-2.3, 2.3):
        if abs(shift + side) < size - 1.5:
            eye = off(off(middle, found.up - 90, shift + side), found.up + 180, 1.0)
            yield Capsule(eye, eye, 0.75, 0.75, "shoe")


def _profile(found: Joints) -> Iterator[Capsule]:
    middle, size, up = found.head, body.HEAD, found.up
    nose, eye = off(middle, up - 102, size + 0.6), off(middle, up - 84, 3.9)
    yield Capsule(middle, middle, size, size, "skin")
    yield Capsule(off(middle, up - 97, size - 2), nose, 1.6, 1.0, "skin")
    yield from _hair([(up + 55, 1.7, 5.5), (up - 12, 2.9, 4.2), (up + 105, 2.6, 4.5)], middle)
    yield Capsule(eye, eye, 0.7, 0.7, "shoe")


def _hair(parts: list[tuple[float, float, float]], middle: Point) -> Iterator[Capsule]:
    for angle, far, size in parts:
        at = off(middle, angle, far)
        yield Capsule(at, at, size, size, "hair")


def ground(figure: Figure, left: float, right: float) -> list[Layer]:
    """The line of the floor under a scene; none in the water, in the air or seen from above."""
    if figure.rest in ("water", "top"):
        return []
    return [Layer((Capsule((left, -1.0), (right, -1.0), 0.9, 0.9, "floor"),), "floor")]


# What is around: each is put where the body was at the start, what is held where it is now.


def prop(kind: str, spec: Mapping[str, Any], first: Joints, now: Joints) -> Iterator[Capsule]:
    """The shapes of one thing. Raises KeyError for one that is not known."""
    yield from PROPS[kind](spec, first, now)


def _line(*points: Point, thick: float = 1.1, paint: Paint = "prop") -> Iterator[Capsule]:
    for start, end in pairwise(points):
        yield Capsule(start, end, thick, thick, paint)


def _disc(at: Point, size: float, paint: Paint = "prop") -> Iterator[Capsule]:
    yield Capsule(at, at, size, size, paint)


def _ring(at: Point, size: float, thick: float = 0.9) -> Iterator[Capsule]:
    points = [off(at, angle, size) for angle in range(0, 361, 20)]
    yield from _line(*points, thick=thick)


def _spot(spec: Mapping[str, Any], joints: Joints, standard: str) -> Point:
    """The joint at which a thing is, moved by ``dx`` and ``dy``."""
    at = spec.get("at", standard)
    x, y = joints.point(at) if isinstance(at, str) else (joints.trunk[0][0] + float(at[0]), float(at[1]))
    return x + float(spec.get("dx", 0)), y + float(spec.get("dy", 0))


def _chair(spec: Mapping[str, Any], first: Joints, _: Joints) -> Iterator[Capsule]:
    x, y = _spot(spec, first, "hip")
    top = float(spec.get("height", y - body.HIP - 1))
    side = float(spec.get("faces", 1))
    back, front = x - 9 * side, x + 12 * side
    yield from _line((back, top), (front, top), thick=1.4)
    yield from _line((back, 0), (back, top))
    yield from _line((front - side, 0), (front - side, top))
    if spec.get("back", True):
        yield from _line((back, top), (back - 2 * side, top + 27), thick=1.4)


def _chair_front(spec: Mapping[str, Any], first: Joints, _: Joints) -> Iterator[Capsule]:
    """A chair behind somebody who faces us."""
    x, y = _spot(spec, first, "hip")
    top, half = y - body.HIP + 1, float(spec.get("wide", 15))
    for side in (x - half, x + half):
        yield from _line((side, 0), (side, top + 26))
    yield from _line((x - half, top + 24), (x + half, top + 24), thick=1.6)
    yield from _line((x - half, top), (x + half, top), thick=1.8)


def _stool(spec: Mapping[str, Any], first: Joints, now: Joints) -> Iterator[Capsule]:
    yield from _chair({**spec, "back": False}, first, now)


def _wall(spec: Mapping[str, Any], first: Joints, _: Joints) -> Iterator[Capsule]:
    x, _y = _spot(spec, first, "hand")
    yield from _line((x, -1), (x, float(spec.get("height", 105))), thick=1.4)


def _bricks(spec: Mapping[str, Any], first: Joints, _: Joints) -> Iterator[Capsule]:
    """A wall behind somebody who faces us, of large stones."""
    x, _y = _spot(spec, first, "hip")
    half, high = float(spec.get("wide", 36)), 20.0
    for row in range(1, 6):
        top = row * high
        yield from _line((x - half, top), (x + half, top), thick=0.5, paint="floor")
        for joint in (-half, -half / 3, half / 3, half) if row % 2 else (-half * 2 / 3, 0, half * 2 / 3):
            yield from _line((x + joint, top - high), (x + joint, top), thick=0.5, paint="floor")


def _ball(spec: Mapping[str, Any], first: Joints, now: Joints) -> Iterator[Capsule]:
    size = float(spec.get("size", 13))
    x, y = _spot(spec, now if spec.get("moves") else first, "hip")
    yield from _disc((x, size - 1 if spec.get("low") else y), size)


def _pillow(spec: Mapping[str, Any], first: Joints, now: Joints) -> Iterator[Capsule]:
    x, y = _spot(spec, now if spec.get("moves") else first, "head")
    wide, size = float(spec.get("wide", 6)), float(spec.get("size", 3))
    yield Capsule((x - wide, y), (x + wide, y), size, size, "prop")


def _step(spec: Mapping[str, Any], first: Joints, _: Joints) -> Iterator[Capsule]:
    x, _y = _spot(spec, first, "toe")
    wide, high = float(spec.get("wide", 22)), float(spec.get("height", 10))
    yield from _line((x, 0), (x, high - 1), (x + wide, high - 1), (x + wide, 0), thick=1.2)
    yield from _line((x, high - 1), (x + wide, high - 1), thick=1.6)


def _counter(spec: Mapping[str, Any], first: Joints, _: Joints) -> Iterator[Capsule]:
    x, y = _spot(spec, first, "hand")
    wide, top = float(spec.get("wide", 22)), y - 2.8
    yield from _line((x - 4, top), (x - 4 + wide, top), thick=1.6)
    yield from _line((x + wide - 8, top), (x + wide - 8, 0))


def _bed(spec: Mapping[str, Any], first: Joints, _: Joints) -> Iterator[Capsule]:
    x, _y = _spot(spec, first, "hip")
    left, right, top = x - float(spec.get("left", 60)), x + float(spec.get("right", 60)), float(spec.get("height", 20))
    yield Capsule((left, top - 4), (right, top - 4), 3.6, 3.6, "prop")
    yield from _line((left + 2, 0), (left + 2, top - 5))
    yield from _line((right - 2, 0), (right - 2, top - 5))


def _band(spec: Mapping[str, Any], first: Joints, now: Joints) -> Iterator[Capsule]:
    ends = [_end(each, first, now) for each in spec.get("between", ("hand", "toe"))]
    yield from _line(*ends, thick=0.8, paint="band")


def _rail(spec: Mapping[str, Any], first: Joints, now: Joints) -> Iterator[Capsule]:
    yield from _line(*(_end(each, first, now) for each in spec["between"]))


def _end(spec: Any, first: Joints, now: Joints) -> Point:
    """An end of something that is stretched: a joint as it is now, one with what it is off by ([toe, 2, 9]), or a
    point as seen from the hip at the start.
    """
    if isinstance(spec, str):
        return now.point(spec)
    if isinstance(spec[0], str):
        x, y = now.point(spec[0])
        return x + float(spec[1]), y + float(spec[2])
    return first.trunk[0][0] + float(spec[0]), float(spec[1])


def _weight(spec: Mapping[str, Any], _: Joints, now: Joints) -> Iterator[Capsule]:
    x, y = _spot(spec, now, "hand")
    yield from _disc((x, y), float(spec.get("size", 3.4)))


def _water(spec: Mapping[str, Any], first: Joints, _: Joints) -> Iterator[Capsule]:
    x, y = first.trunk[0][0], float(spec.get("height", 75))
    left, right = x - float(spec.get("left", 55)), x + float(spec.get("right", 55))
    steps = int((right - left) / 4)
    wave = [(left + 4 * at, y + 1.2 * sin(at * 1.1)) for at in range(steps + 1)]
    yield from _line(*wave, thick=0.9, paint="water")


def _towel(spec: Mapping[str, Any], first: Joints, now: Joints) -> Iterator[Capsule]:
    ends = [_end(each, first, now) for each in spec.get("between", ("hand", "hand2"))]
    yield from _line(*ends, thick=1.3, paint="band")


def _noodle(spec: Mapping[str, Any], _: Joints, now: Joints) -> Iterator[Capsule]:
    x, y = _spot(spec, now, "chest")
    wide = float(spec.get("wide", 20))
    yield from _line(
        (x - wide, y + 3), (x - wide / 2, y), (x + wide / 2, y), (x + wide, y + 3), thick=2.0, paint="band"
    )


def _belt(spec: Mapping[str, Any], _: Joints, now: Joints) -> Iterator[Capsule]:
    x, y = _spot(spec, now, "waist")
    yield Capsule((x - 6, y), (x + 6, y), 2.2, 2.2, "band")


def _pack(spec: Mapping[str, Any], _: Joints, now: Joints) -> Iterator[Capsule]:
    """Something warm, and its warmth."""
    x, y = _spot(spec, now, "waist")
    yield Capsule((x, y - 5), (x, y + 5), 2.8, 2.8, "band")
    for up in (-6, 0, 6):
        waves = [(x - 6 - 1.6 * step, y + up + 1.3 * sin(step * 1.6)) for step in range(6)]
        yield from _line(*waves, thick=0.6, paint="band")


def _soles(spec: Mapping[str, Any], first: Joints, _: Joints) -> Iterator[Capsule]:
    """How the feet stand, seen from above: one by ``wide`` ahead of the other, and by ``size`` beside it."""
    x, y = _spot(spec, first, "toe")
    ahead, beside = float(spec.get("wide", 0)) / 2, float(spec.get("size", 0)) / 2
    yield from _ring((x, y), 16, thick=0.6)
    for way in (1, -1):
        heel = (x + way * ahead - 3.4, y + way * beside)
        yield Capsule(heel, (heel[0] + 6.4, heel[1]), 1.9, 2.5, "shoe")


def _bar(spec: Mapping[str, Any], first: Joints, now: Joints) -> Iterator[Capsule]:
    x, y = _spot(spec, now if spec.get("moves") else first, "hand")
    long = float(spec.get("wide", 0))
    yield from _line((x - long, y), (x + long, y), thick=1.6) if long else _disc((x, y), 2.4)


def _pole(spec: Mapping[str, Any], first: Joints, now: Joints) -> Iterator[Capsule]:
    ends = [_end(each, first, now) for each in spec.get("between", ("hand", "hand2"))]
    long = float(spec.get("over", 8))
    (x1, y1), (x2, y2) = ends
    angle = degrees(atan2(y2 - y1, x2 - x1))
    yield from _line(off(ends[0], angle + 180, long), off(ends[1], angle, long), thick=0.9)


def _poles(_: Mapping[str, Any], __: Joints, now: Joints) -> Iterator[Capsule]:
    for name in ("hand", "hand2"):
        x, y = now.point(name)
        yield from _line((x, y + 2), (x - 14, 0), thick=0.8)


def _mat(spec: Mapping[str, Any], first: Joints, _: Joints) -> Iterator[Capsule]:
    """Seen from above: what somebody lies on."""
    x, y = first.trunk[0]
    left, right = x - float(spec.get("left", 62)), x + float(spec.get("right", 62))
    high = float(spec.get("high", 26))
    yield from _line(
        (left, y - high),
        (right, y - high),
        (right, y + high),
        (left, y + high),
        (left, y - high),
        thick=0.8,
        paint="floor",
    )


def _bike(spec: Mapping[str, Any], first: Joints, _: Joints) -> Iterator[Capsule]:
    hip, crank = first.trunk[0], (first.trunk[0][0] + float(spec.get("crank", 10)), 12.0)
    front, back = (crank[0] + 22, 11.0), (crank[0] - 24, 11.0)
    yield from _ring(front, 10)
    if not spec.get("still"):
        yield from _ring(back, 10)
    yield from _line((hip[0] - 5, hip[1] - 8), (hip[0] + 5, hip[1] - 8), thick=1.8)
    yield from _line((hip[0], hip[1] - 8), crank, front)
    yield from _line(crank, (crank[0] + 16, hip[1] - 2), first.point("hand"), thick=1.2)
    yield from _line((crank[0] - 20, 0), (crank[0] + 26, 0)) if spec.get("still") else _line(back, crank)
    yield from _ring(crank, 3.4)


def _treadmill(spec: Mapping[str, Any], first: Joints, __: Joints) -> Iterator[Capsule]:
    x, up = first.trunk[0][0], float(spec.get("rise", 0)) - 3
    yield from _line((x - 34, -3), (x + 30, up), thick=2.4)
    yield from _line((x + 30, up), (x + 34, up + 53), (x + 22, up + 57), thick=1.4)


def _elliptical(_: Mapping[str, Any], first: Joints, now: Joints) -> Iterator[Capsule]:
    x = first.trunk[0][0]
    for name in ("ankle", "ankle2"):
        foot = now.point(name)
        yield from _line((foot[0] - 8, foot[1] - 5), (foot[0] + 12, foot[1] - 5), (x + 30, 9), thick=1.2)
    yield from _ring((x + 32, 10), 9)
    yield from _line((x + 32, 0), (x + 24, 70), thick=1.3)
    yield from _line(now.point("hand"), (x + 28, 40), thick=1.1)


def _rower(_: Mapping[str, Any], first: Joints, now: Joints) -> Iterator[Capsule]:
    hip, foot = now.trunk[0], first.point("ankle")
    yield from _line((foot[0] - 60, 8), (foot[0] + 16, 8), thick=1.2)
    yield from _line((hip[0] - 6, hip[1] - 8), (hip[0] + 6, hip[1] - 8), thick=1.8)
    yield from _ring((foot[0] + 18, 16), 9)
    yield from _line(now.point("hand"), (foot[0] + 16, 24), thick=0.8)
    yield from _line((foot[0] - 56, 8), (foot[0] - 56, 0))


def _machine(spec: Mapping[str, Any], first: Joints, now: Joints) -> Iterator[Capsule]:
    """A post with a pulley, and a cable from it to the hand."""
    x = first.trunk[0][0] + float(spec.get("dx", 42))
    y = float(spec.get("height", 90))
    yield from _line((x, 0), (x, max(y, 60) + 6), thick=1.6)
    yield from _line((x, y), now.point(str(spec.get("to", "hand"))), thick=0.7)
    yield from _line((x - 8, 0), (x + 8, 0), thick=1.4)


def _wheels(_: Mapping[str, Any], first: Joints, __: Joints) -> Iterator[Capsule]:
    """A wheelchair: its near wheel, whose rim is as high as the hip, a handle at the back, a rest for the feet."""
    x, y = first.trunk[0]
    seat = y - body.HIP - 1
    yield from _line((x - 12, seat), (x + 14, seat), (x + 22, 5), (x + 30, 2), thick=1.2)
    yield from _line((x - 9, seat), (x - 11, seat + 30), (x - 18, seat + 31), thick=1.4)
    yield from _ring((x + 1, 16.5), 16.5)
    yield from _ring((x + 1, 16.5), 2, thick=0.6)
    yield from _ring((x + 17, 4.5), 4)


def _handcycle(_: Mapping[str, Any], first: Joints, now: Joints) -> Iterator[Capsule]:
    hand, other, x = now.point("hand"), now.point("hand2"), first.trunk[0][0] + 34
    yield from _line((x, 0), (x, 40), thick=1.4)
    yield from _ring((x, 44), 7)
    yield from _line(hand, (x, 44), other, thick=1.1)


def _roller(spec: Mapping[str, Any], first: Joints, now: Joints) -> Iterator[Capsule]:
    yield from _disc(_spot(spec, now if spec.get("moves") else first, "chest"), float(spec.get("size", 5)))


def _crank(spec: Mapping[str, Any], first: Joints, now: Joints) -> Iterator[Capsule]:
    """Pedals on a stand."""
    at = _spot(spec, first, "ankle")
    yield from _ring(at, float(spec.get("size", 5.5)))
    yield from _line((now.point("ankle")[0] + 3, now.point("ankle")[1] - 3), at)
    yield from _line((now.point("ankle2")[0] + 3, now.point("ankle2")[1] - 3), at)
    yield from _line((at[0] - 8, 0), at, (at[0] + 8, 0), thick=1.2)


def _reformer(spec: Mapping[str, Any], first: Joints, now: Joints) -> Iterator[Capsule]:
    """A carriage that rolls on rails, its springs, and the bar for the feet."""
    (foot, high), under = _spot(spec, first, "toe"), float(spec.get("under", 16))
    left, right = now.head[0] - 8, now.trunk[0][0] + 6
    far = first.head[0] - 40
    yield from _line((far, 6), (foot + 12, 6), thick=1.6)
    for x in (far + 3, foot + 9):
        yield from _line((x, 0), (x, 6))
    yield from _line((foot + 4, 6), (foot + 4, high), thick=1.4)
    yield from _disc((foot + 4, high), 2.4)
    yield Capsule((left, under - 3), (right, under - 3), 2.2, 2.2, "prop")
    yield from _line((left + 3, under - 5), (left + 3, 8))
    yield from _line((right - 3, under - 5), (right - 3, 8))
    coils = [(right + (foot + 2 - right) * at / 12, 10 + (1.6 if at % 2 else -1.6)) for at in range(13)]
    yield from _line(*coils, thick=0.6)


def _thought(spec: Mapping[str, Any], first: Joints, _: Joints) -> Iterator[Capsule]:
    """What somebody has in mind: hills and a sun in a bubble."""
    x, y = _spot(spec, first, "head")
    yield from _disc((x + 9, y + 7), 1.2)
    yield from _disc((x + 13, y + 11), 1.7)
    middle = (x + 27, y + 19)
    yield from _ring(middle, 13)
    hills = [(-11, -3), (-5, 3), (-1, -1), (4, 5), (11, -3), (-11, -3)]
    yield from _line(*((middle[0] + dx, middle[1] + dy) for dx, dy in hills), thick=0.8)
    yield from _disc((middle[0] - 5, middle[1] + 7), 2.2, "band")


def _board(spec: Mapping[str, Any], first: Joints, now: Joints) -> Iterator[Capsule]:
    x, y = _spot(spec, now if spec.get("moves") else first, "ankle")
    wide = float(spec.get("wide", 12))
    yield Capsule((x - wide, y), (x + wide, y), 1.6, 1.6, "prop")


PROPS: dict[str, Callable[[Mapping[str, Any], Joints, Joints], Iterator[Capsule]]] = {
    "chair": _chair, "chair-front": _chair_front, "stool": _stool, "wall": _wall, "door": _wall, "ball": _ball,
    "bricks": _bricks, "pillow": _pillow, "step": _step,
    "counter": _counter, "bed": _bed, "band": _band, "cable": _band, "line": _rail, "weight": _weight, "water": _water,
    "towel": _towel, "noodle": _noodle, "belt": _belt, "bar": _bar, "pole": _pole, "poles": _poles, "mat": _mat,
    "bike": _bike, "treadmill": _treadmill, "elliptical": _elliptical, "rower": _rower, "machine": _machine,
    "wheels": _wheels, "handcycle": _handcycle, "roller": _roller, "board": _board, "crank": _crank, "bench": _rail,
    "pack": _pack, "soles": _soles, "reformer": _reformer, "thought": _thought,
}  # fmt: skip


def _along(one: Point, two: Point, share: float) -> Point:
    return one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share


# What is pressed, breathed or gone round, which no pose shows.


def _sign(spec: Any, first: Joints, now: Joints) -> Iterator[Capsule]:
    """A dot at one point, an arrow along more, or most of a way round a joint: ``size`` wide, ``flat`` as a share of
    it high.
    """
    if isinstance(spec, Sequence):
        points = [_end(each, first, now) for each in spec]
        if len(points) == 1:
            yield from _disc(points[0], 2.2, "arrow")
            return
    else:
        x, y = _spot(spec, now, str(spec["round"]))
        size, flat = float(spec.get("size", 6)), float(spec.get("flat", 1))
        turns = range(-60, 215, 15)
        points = [(x + size * cos(radians(turn)), y + size * flat * sin(radians(turn))) for turn in turns]
    yield from _line(*points, thick=0.85, paint="arrow")
    way = degrees(atan2(points[-1][1] - points[-2][1], points[-1][0] - points[-2][0]))
    for wing in (way + 140, way - 140):
        yield Capsule(points[-1], off(points[-1], wing, 5.0), 1.0, 0.85, "arrow")


# The movement, as arrows.

FAR_ENOUGH = 7.0  # a joint that moves less is not shown to move
SEEN = 11.0  # an arrow that is shorter is a triangle alone
_SHOWN = (("hand", "wrist", "elbow"), ("hand2", "wrist2", "elbow2"), ("toe", "ankle", "knee"),
          ("toe2", "ankle2", "knee2"), ("head", "chest"), ("hip",))  # fmt: skip


class Arrow(NamedTuple):
    """The way of a joint from start to end, as points; it ends before what it points to."""

    points: tuple[Point, ...]


def arrows(figure: Figure, most: int = 2) -> list[Arrow]:
    """The largest movements of a figure, at most so many."""
    if figure.still or figure.arrows == "none":
        return []
    moments = [pose.at(figure, step / 12) for step in range(13)]
    wanted = figure.arrows.split() if figure.arrows != "auto" else []
    ways = [tuple(_tip(each, name) for each in moments) for name in wanted] or list(_largest(moments))[:most]
    return [Arrow(_shortened(way)) for way in ways]


def _tip(found: Joints, name: str) -> Point:
    """What an arrow follows: a joint; of the head a point above it, so that the arrow does not lie on the face."""
    return off(found.head, found.up, body.HEAD + 4) if name == "head" else found.point(name)


def _largest(moments: list[Joints]) -> Iterator[tuple[Point, ...]]:
    found: list[tuple[float, tuple[Point, ...]]] = []
    for names in _SHOWN:
        ways = [tuple(_tip(each, name) for each in moments) for name in names]
        best = max(ways, key=_length)
        if _length(best) >= FAR_ENOUGH and not any(_alike(best, other) for _, other in found):
            found.append((_length(best), best))
    yield from (way for _, way in sorted(found, key=lambda each: -each[0]))


def _length(way: tuple[Point, ...]) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(way))


def _alike(one: tuple[Point, ...], two: tuple[Point, ...]) -> bool:
    """Whether two ways are one beside the other, as those of both arms seen from the side."""
    near = [hypot(a[0] - b[0], a[1] - b[1]) for a, b in zip(one, two, strict=True)]
    return max(near) < 12


def _shortened(way: tuple[Point, ...]) -> tuple[Point, ...]:
    """A way without its ends, so that neither lies on a hand or a head; of a short one, more of it stays."""
    long = _length(way)
    cut = min(6.0, long * 0.18)
    kept = [point for at, point in enumerate(way) if cut <= _length(way[: at + 1]) <= long - cut]
    return tuple(kept) if _length(tuple(kept)) >= SEEN else _lengthened(way)


def _lengthened(way: tuple[Point, ...]) -> tuple[Point, ...]:
    """A straight way, long enough for its tip to be told from its tail."""
    (x0, y0), (x1, y1) = way[0], way[-1]
    return way[0], off(way[0], degrees(atan2(y1 - y0, x1 - x0)), max(SEEN, _length(way)))
