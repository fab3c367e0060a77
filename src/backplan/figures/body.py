"""The body: how long and how thick its parts are, and where its joints lie for given angles.

Units: a person is about 100 tall. Angles: degrees, counter-clockwise from the right. Seen from the side a person looks
to the right: standing, the spine points to 90; lying on the back, head on the left, to 180; face down, head on the
right, to 0. Seen from the front the limbs ``arm`` and ``leg`` are those on the right of the picture, or on top of
somebody who lies on their side; from the side they are the near ones.
"""

from __future__ import annotations

from math import cos, radians, sin
from typing import Literal

from backplan.named_tuple import NamedTuple

Point = tuple[float, float]
View = Literal["side", "front"]
SPINE, NECK = (15.0, 15.0), 11.0  # hip to waist to chest; chest to the middle of the head
ARM, LEG = (15.0, 13.5, 5.0), (24.0, 23.0, 8.5)  # lengths from the trunk outwards
ARM_THICK, LEG_THICK = (3.6, 2.9, 2.1, 1.8), (6.2, 4.1, 2.7, 2.1)  # half the thickness at each joint
HIP, WAIST, CHEST, HEAD = 6.6, 6.0, 6.8, 6.8  # the same of the trunk; of the head its radius
HALF_SHOULDERS, HALF_HIPS = 8.0, 4.2  # seen from the front
LIMBS = ("arm2", "leg2", "leg", "arm")  # from far to near


class Bone(NamedTuple):
    """The direction of one part of a limb, and how far it points out of the picture, in degrees."""

    angle: float
    tilt: float = 0.0

    def reach(self, length: float) -> Point:
        """From one end to the other, as it is seen."""
        seen = length * cos(radians(self.tilt))
        return seen * cos(radians(self.angle)), seen * sin(radians(self.angle))


class Angles(NamedTuple):
    """A pose: all directions of a body. ``spine`` of its lower and upper half, ``neck`` against the upper half, limbs
    from the trunk outwards; ``turn`` by how many degrees the shoulders, and ``look`` the head, are turned, seen from
    the front.
    """

    spine: tuple[float, float]
    neck: float
    limbs: dict[str, tuple[Bone, ...]]
    turn: float = 0.0
    look: float = 0.0


class Joints(NamedTuple):
    """Where the joints of a body are, the hip at ``trunk[0]``; ``head`` is its middle."""

    trunk: tuple[Point, Point, Point]
    head: Point
    limbs: dict[str, tuple[Point, ...]]
    up: float  # the direction in which the top of the head points
    look: float

    def moved(self, dx: float, dy: float) -> Joints:
        """The body moved so far across and up."""

        def there(point: Point) -> Point:
            return point[0] + dx, point[1] + dy

        hip, waist, chest = map(there, self.trunk)
        limbs = {name: tuple(map(there, limb)) for name, limb in self.limbs.items()}
        return self._replace(trunk=(hip, waist, chest), head=there(self.head), limbs=limbs)

    def point(self, name: str) -> Point:
        """A joint by its name: hip, chest, head, hand, hand2, elbow, wrist, knee, ankle, toe, shoulder ..."""
        if name in ("hip", "waist", "chest"):
            return self.trunk[("hip", "waist", "chest").index(name)]
        if name == "head":
            return self.head
        far = "2" if name.endswith("2") else ""
        limb, at = _NAMED[name.removesuffix("2")]
        return self.limbs[limb + far][at]


_NAMED = {
    "shoulder": ("arm", 0), "elbow": ("arm", 1), "wrist": ("arm", 2), "hand": ("arm", 3),
    "thigh": ("leg", 0), "knee": ("leg", 1), "ankle": ("leg", 2), "toe": ("leg", 3),
}  # fmt: skip
JOINTS = ("hip", "waist", "chest", "head", *_NAMED, *(f"{name}2" for name in _NAMED))


def length_of(limb: str) -> tuple[float, ...]:
    """The lengths of the parts of a limb."""
    return ARM if limb.startswith("arm") else LEG


def joints(angles: Angles, view: View) -> Joints:
    """The joints of a pose, its hip at the origin."""
    low, high = angles.spine
    hip = (0.0, 0.0)
    waist = off(hip, low, SPINE[0])
    chest = off(waist, high, SPINE[1])
    up = high + angles.neck
    head = off(chest, up, NECK)
    limbs = {name: limb(_root(name, angles, hip, chest, view), angles.limbs[name], name) for name in LIMBS}
    return Joints((hip, waist, chest), head, limbs, up, angles.look)


def _root(name: str, angles: Angles, hip: Point, chest: Point, view: View) -> Point:
    """Where a limb begins."""
    arm = name.startswith("arm")
    start = chest if arm else hip
    if view == "side":
        return start
    half = HALF_SHOULDERS * cos(radians(angles.turn)) if arm else HALF_HIPS
    return off(start, angles.spine[arm] - 90, -half if name.endswith("2") else half)


def limb(start: Point, bones: tuple[Bone, ...], name: str) -> tuple[Point, ...]:
    """The joints of a limb from where it begins."""
    found = [start]
    for bone, length in zip(bones, length_of(name), strict=True):
        dx, dy = bone.reach(length)
        found.append((found[-1][0] + dx, found[-1][1] + dy))
    return tuple(found)


def off(start: Point, angle: float, length: float) -> Point:
    """The point at a length from another, at an angle in degrees, counter-clockwise from the right."""
    return start[0] + length * cos(radians(angle)), start[1] + length * sin(radians(angle))
