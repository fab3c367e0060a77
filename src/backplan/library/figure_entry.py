"""A figure that an exercise of a person's own brings along, checked as it is read; written as those in figures.yaml.

The names and the texts of Figure and Pose are also those of docs/exercises.schema.json.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from backplan.figures.body import JOINTS
from backplan.figures.shapes import PROPS
from backplan.files.entry import Entry

Base = Literal[
    "stand", "walk", "elliptical", "sit", "sit-floor", "all-fours", "kneel", "half-kneel", "back", "back-flat", "front",
    "plank", "side", "facing", "facing-chair", "above", "swim", "pool", "bike", "recumbent", "pool-walk", "pool-facing",
    "deep", "float", "wheelchair", "deep-noodle", "pool-rail", "swim-above", "ball-sit",
]  # fmt: skip
FARTHEST = 720.0  # degrees, or units; a person is about 100 tall
MOST_PROPS, MOST_SIGNS, MOST_POINTS = 12, 8, 20
_ORDER = "; docs/figures.md tells how a figure is written"
_SHIFTS = frozenset(("dx", "dy", "faces", "height"))  # the water seen from above has a line on either side
_SIZES = frozenset(("size", "wide", "high", "left", "right", "over", "crank", "rise", "under", "flat"))
_SWITCHES = frozenset(("moves", "low", "back", "still"))
_BETWEEN = frozenset(("band", "cable", "line", "bench"))  # what stands nowhere unless it is said between what

Number = Annotated[float, Field(ge=-FARTHEST, le=FARTHEST)]


def _checked(holds: Callable[[Any], bool], fault: str) -> BeforeValidator:
    """A check of a part that may be written in several ways, with one sentence on all of them."""

    def check(value: Any) -> Any:
        if not holds(value):
            raise ValueError(fault + _ORDER)
        return value

    return BeforeValidator(check)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= FARTHEST


def _pair(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(map(_number, value))


def _joint(value: Any) -> bool:
    return isinstance(value, str) and value in JOINTS


def _place(value: Any) -> bool:
    """A joint, or a point as seen from the hip at the start."""
    return _joint(value) or _pair(value)


def _end(value: Any) -> bool:
    """A joint, a point, or a joint with what it is off by."""
    off = isinstance(value, tuple) and len(value) == 3 and _joint(value[0]) and _pair(value[1:])
    return _place(value) or off


def _spine(value: Any) -> bool:
    return _number(value) or _pair(value)


def _limb(value: Any) -> bool:
    if isinstance(value, Mapping):
        to, bend = _reached(value.get("to")), value.get("bend", 1) in (1, -1)
        return to and bend and _measures(value, "to", "bend")
    if isinstance(value, tuple):
        return 1 <= len(value) <= 3 and all(_number(each) or _pair(each) for each in value)
    return _number(value) or _reached(value)


def _reached(value: Any) -> bool:
    return value in ("floor", "there") if isinstance(value, str) and not _joint(value) else _place(value)


def _measure(key: Any, part: Any) -> bool:
    """Whether a key is one of those that shift a thing or say its size, and its value can be that."""
    return _number(part) and (key in _SHIFTS or (key in _SIZES and part >= 0))


def _measures(value: Mapping[Any, Any], *but: str) -> bool:
    return all(_measure(key, part) for key, part in value.items() if key not in but)


def _prop(value: Any) -> bool:
    prop = {"kind": value} if isinstance(value, str) else value
    if not isinstance(prop, Mapping) or not isinstance(prop.get("kind"), str) or prop["kind"] not in PROPS:
        return False
    return all(_of_a_prop(key, part) for key, part in prop.items()) and (
        prop["kind"] not in _BETWEEN or "between" in prop
    )


def _of_a_prop(key: Any, part: Any) -> bool:
    if key == "between":
        return isinstance(part, tuple) and len(part) == 2 and all(map(_end, part))
    if key in ("at", "to"):
        return _place(part) if key == "at" else _joint(part)
    return key == "kind" or _measure(key, part) or (key in _SWITCHES and isinstance(part, bool))


def _sign(value: Any) -> bool:
    if isinstance(value, Mapping):
        return _joint(value.get("round")) and _measures(value, "round")
    return isinstance(value, tuple) and 1 <= len(value) <= MOST_POINTS and all(map(_end, value))


def _arrows(value: Any) -> bool:
    named = value.split() if isinstance(value, str) else []
    return (
        value in ("auto", "none") if len(named) == 1 and not _joint(value) else bool(named) and all(map(_joint, named))
    )


def _rest(value: Any) -> bool:
    return (
        isinstance(value, str)
        and re.fullmatch(r"floor|top|pin|(floor|seat|water|hang) \d{1,3}(\.\d)?", value) is not None
    )


_LIMB = "a limb is angles like [-90, 0, 0], floor, or what it reaches for like {to: knee}"
_SPINE = "a spine is an angle like 90, or its lower and upper half like [80, 100]"
_PROP = f"a prop is one of {', '.join(sorted(PROPS))}, alone or with more like {{kind: ball, at: hip, size: 13}}"
_SIGN = "a sign is points like [[hand, 0, 12], [hand, 0, 4]], one for a dot, or {round: knee, size: 9}"
Limb = Annotated[Any, _checked(_limb, _LIMB), WithJsonSchema({"type": ["number", "string", "array", "object"]})]
Spine = Annotated[Any, _checked(_spine, _SPINE), WithJsonSchema({"type": ["number", "array"]})]
Prop = Annotated[Any, _checked(_prop, _PROP), WithJsonSchema({"type": ["string", "object"]})]
Sign = Annotated[Any, _checked(_sign, _SIGN), WithJsonSchema({"type": ["array", "object"]})]
Joint = Annotated[Any, _checked(_joint, f"a joint is one of {', '.join(JOINTS)}"), WithJsonSchema({"enum": [*JOINTS]})]
Arrows = Annotated[
    Any, _checked(_arrows, "arrows are joints like hand toe, or none"), WithJsonSchema({"type": "string"})
]
Rest = Annotated[Any, _checked(_rest, "rest is floor, pin or top, or a height like seat 25.7 or floor 16"),
                 WithJsonSchema({"type": "string"})]  # fmt: skip


class Pose(Entry):
    """A pose: what is left out is as in the base, or as at the start."""

    spine: Spine = None
    neck: Number | None = None
    arm: Limb = None
    arm2: Limb = None
    leg: Limb = None
    leg2: Limb = None
    turn: Number | None = None
    look: Number | None = None


class Figure(Entry):
    """What an exercise looks like: its start over a base, and where something moves, its end."""

    base: Base
    start: Pose | None = Field(default=None, examples=[{"arm": [-90, 0, 0]}])
    end: Pose | None = Field(default=None, examples=[{"leg": [186, 184, 200]}])
    view: Literal["side", "front"] | None = None
    rest: Rest = Field(default=None, examples=["seat 25.7"])
    end_rest: Literal["floor", "seat", "water", "hang", "pin", "top"] | None = Field(default=None, alias="end-rest")
    plant: Joint = None
    props: tuple[Prop, ...] = Field(default=(), max_length=MOST_PROPS, examples=[["chair"]])
    arrows: Arrows = None
    signs: tuple[Sign, ...] = Field(default=(), max_length=MOST_SIGNS)

    def value(self) -> dict[str, Any]:
        """The checked figure as the drawing core reads it."""
        given = self.model_dump(by_alias=True, exclude_none=True, exclude_unset=True)
        held = "end" in self.model_fields_set and self.end is None  # over a base that moves
        return {**given, "end": None} if held else given
