"""Whether a figure holds together: nothing goes through the floor, what is planted stays, joints bend as they can."""

from __future__ import annotations

from math import atan2, degrees
from typing import TYPE_CHECKING

from backplan.figures import pose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backplan.figures.body import Point
    from backplan.figures.pose import Figure

BELOW = 2.0  # units by which a hand may sink into the floor, or a foot, half its thickness
STAYS = 1.5  # units by which what is planted may stray
UPRIGHT = frozenset(("standing", "seated", "water-chest", "water-waist", "water-deep"))
LYING = frozenset(("supine", "prone", "side"))
MOMENTS = (0.0, 0.3, 0.6, 1.0)
KNEE, ELBOW = (-172.0, 14.0), (-20.0, 176.0)  # degrees by which a limb may be bent, counter-clockwise


def faults(figure: Figure) -> list[str]:
    """What is wrong with a figure, in plain words; nothing where it holds together."""
    return [*_between(figure), *_at_its_ends(figure)]


def _between(figure: Figure) -> Iterator[str]:
    """What must hold at any moment of a movement."""
    if figure.rest == "top":
        return
    found = {moment: pose.at(figure, moment) for moment in ((0.0,) if figure.still else MOMENTS)}
    sunk = [moment for moment, body in found.items() if figure.rest != "water" and pose.lowest(body) < -BELOW]
    if sunk:
        yield f"a part of the body goes through the floor {_when(sunk[0])}"
    planted = found[0.0].point(figure.plant)[0]
    if any(abs(body.point(figure.plant)[0] - planted) > STAYS for body in found.values()):
        yield f"the {figure.plant} is planted, and moves all the same; name the joint that stays with plant"


def _at_its_ends(figure: Figure) -> Iterator[str]:
    """What must hold of each of the two poses. Seen from the front, or out of the picture, nobody can tell."""
    if figure.view != "side":
        return
    for moment, drawn in ((0.0, figure.start),) if figure.still else ((0.0, figure.start), (1.0, figure.end)):
        found, tilted = (
            pose.at(figure, moment),
            {n for n, bones in drawn.angles.limbs.items() if any(b.tilt for b in bones)},
        )
        for name in sorted(found.limbs.keys() - tilted):
            joint, (least, most) = ("knee", KNEE) if name.startswith("leg") else ("elbow", ELBOW)
            if not least < bent_by(found.limbs[name]) < most:
                yield f"the {joint} of {name} bends the wrong way {_when(moment)}"


def fits(figure: Figure, position: str) -> bool:
    """Whether somebody stands, sits, lies or is on hands and knees as a position says, at one end at least."""
    ends = pose.at(figure, 0), pose.at(figure, 1)
    if position in UPRIGHT:
        return any(found.head[1] > found.trunk[0][1] + 20 for found in ends)
    if position in LYING:
        return any(abs(found.trunk[2][1] - found.trunk[0][1]) < 24 for found in ends)
    return position != "quadruped" or ends[0].point("knee2")[1] <= 8


def bent_by(limb: Sequence[Point]) -> float:
    """By how many degrees a limb is bent at its middle joint, from -180 to 180, counter-clockwise."""
    (x0, y0), (x1, y1), (x2, y2) = limb[:3]
    bend = degrees(atan2(y2 - y1, x2 - x1) - atan2(y1 - y0, x1 - x0))
    return (bend + 180) % 360 - 180


def _when(moment: float) -> str:
    return {0.0: "at the start", 1.0: "at the end"}.get(moment, "on its way")
