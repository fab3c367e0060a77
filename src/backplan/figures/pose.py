"""Poses: from what an author writes to a body that lies, stands, sits or hangs where it should, at any moment of the
movement from its start to its end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import acos, atan2, degrees, hypot
from typing import Any, cast

from backplan.figures import body
from backplan.figures.body import LIMBS, Angles, Bone, Joints, Point, View
from backplan.named_tuple import NamedTuple

Spec = Mapping[str, Any]
GROUND = 0.0
_THICK = {"arm": body.ARM_THICK, "leg": body.LEG_THICK}


class Reach(NamedTuple):
    """Where a hand or foot is to be: at a joint of the body, on the floor under the shoulder, or at a point as seen
    from the hip at the start; ``bend`` to which side the elbow or knee goes.
    """

    at: str | Point
    shift: Point
    bend: int


class Pose(NamedTuple):
    """Angles of a body, and limbs that reach for something instead."""

    angles: Angles
    reach: Mapping[str, Reach]


class Figure(NamedTuple):
    """An exercise to be drawn: its two poses, how it is held up, which joint stays in its place, and what is around.

    ``rest``: ``floor``, or what lies so high above it; ``seat`` or ``hang``, with the height of the hip or of the
    hands; ``water``, with that of the hip; ``pin``, where the planted joint keeps its height, too; ``top`` is seen from
    above, lying. ``still`` is drawn once; ``signs`` are what is pressed, breathed or gone round, drawn beside it.
    """

    name: str
    view: View
    start: Pose
    end: Pose
    rest: str
    height: float
    rest_at_end: str
    plant: str
    props: tuple[Mapping[str, Any], ...]
    arrows: str
    still: bool
    signs: tuple[Any, ...]


def figure_of(name: str, spec: Spec, bases: Mapping[str, Spec]) -> Figure:
    """The figure of what an author wrote, laid over the base that it names. Raises KeyError and ValueError."""
    base = bases[spec["base"]]
    merged = {**base, **spec}
    start = _pose({**base["start"], **spec.get("start", {})})
    end_spec = spec.get("end", base.get("end"))
    end = _pose({**base["start"], **spec.get("start", {}), **(end_spec or {})})
    rest, _, height = str(merged.get("rest", "floor")).partition(" ")
    props = (*base.get("props", ()), *spec.get("props", ()))
    return Figure(
        name=name,
        view=cast("View", merged.get("view", "side")),
        start=start,
        end=end,
        rest=rest,
        height=float(height or 0),
        rest_at_end=str(merged.get("end-rest", rest)),
        plant=str(merged.get("plant", "ankle")),
        props=tuple(_prop(each) for each in props),
        arrows=str(merged.get("arrows", "auto")),
        still=end_spec is None,
        signs=tuple(merged.get("signs", ())),
    )


def _prop(spec: Any) -> Mapping[str, Any]:
    """A prop: its kind alone, or with figures of its own."""
    return {"kind": spec} if isinstance(spec, str) else cast("Mapping[str, Any]", spec)


def _pose(spec: Spec) -> Pose:
    limbs, reach = {}, {}
    for name in LIMBS:
        wanted = spec[name]
        if isinstance(wanted, (str, Mapping)):
            reach[name] = _target(wanted, -1 if name.startswith("arm") else 1)
            wanted = [-90, -90, -90] if name.startswith("arm") else [-90, -90, 0]
        limbs[name] = _bones(wanted, len(body.length_of(name)))
    spine = spec["spine"]
    both = (float(spine[0]), float(spine[1])) if isinstance(spine, Sequence) else (float(spine), float(spine))
    turn, look = float(spec.get("turn", 0)), float(spec.get("look", 0))
    return Pose(Angles(both, float(spec.get("neck", 0)), limbs, turn, look), reach)


def _target(spec: str | Spec, bend: int) -> Reach:
    """What a limb reaches for; ``bend`` is the way in which its joint bends by nature, seen from the side."""
    if isinstance(spec, str):
        return Reach(spec, (0.0, 0.0), bend)
    at = spec["to"]
    shift = (float(spec.get("dx", 0)), float(spec.get("dy", 0)))
    return Reach(at if isinstance(at, str) else (float(at[0]), float(at[1])), shift, int(spec.get("bend", bend)))


def _bones(spec: Any, count: int) -> tuple[Bone, ...]:
    """Bones of one angle for all, of one each, or of an angle and a tilt each; what is missing goes on as before."""
    listed = list(spec) if isinstance(spec, Sequence) else [spec]
    listed += [listed[-1]] * (count - len(listed))
    return tuple(
        Bone(float(each[0]), float(each[1])) if isinstance(each, Sequence) else Bone(float(each)) for each in listed
    )


def at(figure: Figure, moment: float) -> Joints:
    """The body at a moment from 0, the start, to 1, the end."""
    first = _placed(figure, figure.start, None)
    if moment <= 0:
        return first
    last = _placed(figure, figure.end, first)
    if moment >= 1:
        return last
    between = _between(figure, first, last, moment)
    if figure.rest != figure.rest_at_end:  # up from a seat, or down on it: the feet bear
        return _planted(figure, _settled(figure, "floor", between, first), first)
    return _planted(figure, _settled(figure, figure.rest, between, first), first)


def _placed(figure: Figure, pose: Pose, first: Joints | None) -> Joints:
    """A pose where it belongs: on what holds it up, its planted joint where that was; then what reaches."""
    kind = figure.rest if first is None else figure.rest_at_end
    plain = _settled(figure, kind, body.joints(pose.angles, figure.view), first, [*pose.reach])
    placed = _planted(figure, plain, first) if figure.plant.rstrip("2") not in _reaching(pose) else plain
    return _reached(pose.reach, placed, first or placed)


def _reaching(pose: Pose) -> set[str]:
    parts = {"arm": ("shoulder", "elbow", "wrist", "hand"), "leg": ("thigh", "knee", "ankle", "toe")}
    return {joint for limb in pose.reach for joint in parts[limb.rstrip("2")][1:]}


def _settled(figure: Figure, kind: str, found: Joints, first: Joints | None, loose: Sequence[str] = ()) -> Joints:
    """The body at its height: its lowest point on the floor, its hip on the seat, its hands on the bar."""
    if kind == "top":
        return found
    if kind in ("seat", "water"):
        return found.moved(0, figure.height - found.trunk[0][1])
    if kind == "hang":
        return found.moved(0, figure.height - found.point("hand")[1])
    if kind == "pin" and first is not None:
        return found.moved(0, first.point(figure.plant)[1] - found.point(figure.plant)[1])
    under = figure.height if figure.rest == "floor" else GROUND
    return found.moved(0, under - lowest(found, loose))


def _planted(figure: Figure, found: Joints, first: Joints | None) -> Joints:
    if first is None or figure.rest == "top":
        return found
    return found.moved(first.point(figure.plant)[0] - found.point(figure.plant)[0], 0)


def lowest(found: Joints, loose: Sequence[str] = ()) -> float:
    """The height of the lowest point of a body, without the limbs that are still to reach for something."""
    trunk = zip(found.trunk, (body.HIP, body.WAIST, body.CHEST), strict=True)
    points = [(point[1] - thick) for point, thick in trunk] + [found.head[1] - body.HEAD]
    for name, limb in found.limbs.items():
        if name not in loose:
            points += [point[1] - thick for point, thick in list(zip(limb, _THICK[name.rstrip("2")], strict=True))[1:]]
    return min(points)


def _reached(reach: Mapping[str, Reach], found: Joints, first: Joints) -> Joints:
    for name, target in sorted(
        reach.items(), key=lambda item: item[0].startswith("arm")
    ):  # legs first: hands hold knees
        end = _aim(name, target, found, first)
        found = found._replace(limbs={**found.limbs, name: bent(name, found.limbs[name][0], end, target.bend)})
    return found


def _aim(name: str, target: Reach, found: Joints, first: Joints) -> Point:
    """Where the last joint but one of a limb, the wrist or the ankle, is to be."""
    dx, dy = target.shift
    if target.at == "floor":
        thick = _THICK[name.rstrip("2")][2]
        return found.limbs[name][0][0] + dx, GROUND + thick + dy
    if target.at == "there":  # where it was at the start
        x, y = first.limbs[name][2]
    elif isinstance(target.at, str):
        x, y = found.point(target.at)
    else:
        x, y = first.trunk[0][0] + target.at[0], target.at[1]
    return x + dx, y + dy


def bent(name: str, root: Point, end: Point, bend: int) -> tuple[Point, ...]:
    """A limb from its root so that its wrist or ankle is at a point, or as near to it as it reaches; what comes after
    it goes on in the same way, a hand or foot on the floor flat.
    """
    upper, lower, _ = body.length_of(name)
    dx, dy = end[0] - root[0], end[1] - root[1]
    far = min(max(hypot(dx, dy), abs(upper - lower) + 0.01), upper + lower - 0.01)
    along = degrees(atan2(dy, dx))
    inner = degrees(acos((upper**2 + far**2 - lower**2) / (2 * upper * far)))
    outer = degrees(acos((lower**2 + far**2 - upper**2) / (2 * lower * far)))
    first, second = along + bend * inner, along - bend * outer
    flat = 0.0 if end[1] <= GROUND + 4 or name.startswith("leg") else second
    bones = (Bone(first), Bone(second), Bone(flat))
    return body.limb(root, bones, name)


def _between(figure: Figure, first: Joints, last: Joints, moment: float) -> Joints:
    """The body between start and end: every part turned by its share of the way, so that none changes its length."""
    angles = _mixed(figure, first, last, moment)
    found = body.joints(angles, figure.view)
    mixed = _toward(first.trunk[0], last.trunk[0], moment)
    return found.moved(mixed[0] - found.trunk[0][0], mixed[1] - found.trunk[0][1])


def _mixed(figure: Figure, first: Joints, last: Joints, moment: float) -> Angles:
    one, two = figure.start.angles, figure.end.angles
    limbs = {name: _mixed_limb(name, figure, first, last, moment) for name in LIMBS}
    spine = (_part(one.spine[0], two.spine[0], moment), _part(one.spine[1], two.spine[1], moment))
    neck = _part(one.neck, two.neck, moment)
    return Angles(spine, neck, limbs, _part(one.turn, two.turn, moment), _part(one.look, two.look, moment))


def _mixed_limb(name: str, figure: Figure, first: Joints, last: Joints, moment: float) -> tuple[Bone, ...]:
    """The bones of a limb between, turned the shorter way; of one that reaches, as it came to lie."""
    one, two = _as_lies(name, figure.start, first), _as_lies(name, figure.end, last)
    return tuple(
        Bone(_part(a.angle, _nearest(a.angle, b.angle), moment), _part(a.tilt, b.tilt, moment))
        for a, b in zip(one, two, strict=True)
    )


def _as_lies(name: str, pose: Pose, found: Joints) -> tuple[Bone, ...]:
    if name not in pose.reach:
        return pose.angles.limbs[name]
    limb = found.limbs[name]
    return tuple(Bone(degrees(atan2(b[1] - a[1], b[0] - a[0]))) for a, b in pairwise(limb))


def _nearest(near: float, angle: float) -> float:
    """The angle as many times round as brings it nearest to another."""
    return angle + 360 * round((near - angle) / 360)


def _part(one: float, two: float, moment: float) -> float:
    return one + (two - one) * moment


def _toward(one: Point, two: Point, moment: float) -> Point:
    return _part(one[0], two[0], moment), _part(one[1], two[1], moment)
