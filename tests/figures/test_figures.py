"""Every figure holds together: limbs keep their lengths, nothing goes through the floor, what is planted stays, joints
bend the way they can, and what the library says of an exercise is what is drawn.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from backplan.actions import forget
from backplan.actions.workspace import Workspace
from backplan.figures import body, holds, pose, shapes
from backplan.figures.body import Joints, Point
from backplan.figures.braille import rows
from backplan.figures.pose import Figure, figure_of
from backplan.figures.shapes import Capsule
from backplan.figures.svg import svg
from backplan.files.yaml import tuples
from backplan.library import figure_entry, figures
from backplan.library.data import data_file
from backplan.model.vocabulary import Equipment
from backplan.render import figure
from tests.support.examples import law
from tests.support.planned import exercises

FIGURES = figures.load()
KNOWN = {each.id: each for each in exercises()}


def bases() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(data_file("figures.yaml").read_text(encoding="utf-8"))["bases"]
    return found


def failing(kept: Callable[[Figure, Joints], bool]) -> list[str]:
    return [f"{key} at {m}" for key, each in FIGURES.items() for m in holds.MOMENTS if not kept(each, pose.at(each, m))]


def test_every_exercise_that_can_be_given_has_a_figure_and_no_other() -> None:
    assert set(FIGURES) == {key for key, each in KNOWN.items() if each.impact != "high"}


def test_one_figure_read_alone_is_the_one_that_stands_among_all() -> None:
    assert {key: figures.figure(each, None) for key, each in KNOWN.items() if each.impact != "high"} == FIGURES
    assert figures.figure(next(each for each in KNOWN.values() if each.impact == "high"), None) is None


def test_a_figure_that_was_shown_is_read_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = [KNOWN["bird-dog"], KNOWN["bird-dog-leg"]]
    first = [figures.figure(each, tmp_path) for each in shown]
    figures._bases_and_entries.cache_clear()
    monkeypatch.setattr(figures, "_parsed", lambda _: pytest.fail("read again"))
    assert [figures.figure(each, tmp_path) for each in shown] == first
    figures._bases_and_entries.cache_clear()


def test_what_was_drawn_before_is_drawn_no_more_and_is_the_same(tmp_path: Path) -> None:
    asked: list[int] = []

    def draw(drawn: Figure, width: int) -> figures.Drawing:
        asked.append(width)
        return figure.drawing(drawn, width)

    exercise = KNOWN["bird-dog"]
    fresh = figures.drawing(exercise, tmp_path, 80, draw)
    again = figures.drawing(exercise, tmp_path, 80, draw)
    assert fresh is not None
    assert again is not None
    assert figure.shown(again) == figure.shown(fresh)
    assert asked == [80]
    figures.drawing(exercise, tmp_path, 100, draw)
    figures.drawing(KNOWN["bird-dog-leg"], tmp_path, 100, draw)
    own = exercise._replace(own=True, figure=json.dumps({"base": "all-fours"}))
    figures.drawing(own, tmp_path, 100, draw)
    figures.drawing(own, tmp_path, 100, draw)
    assert asked == [80, 100, 100, 100, 100]
    assert sorted(path.name.split(".")[0] for path in tmp_path.glob("*.drawn-*")) == ["bird-dog", "bird-dog-leg"]
    taken_away = forget.all_of_it(Workspace(date(2026, 11, 30), tmp_path / "home", tmp_path))
    assert {*taken_away} == {*tmp_path.iterdir()}


def test_limbs_keep_their_lengths_all_the_way() -> None:
    def kept(figure: Figure, found: Joints) -> bool:
        return all(
            hypot(b[0] - a[0], b[1] - a[1]) <= length + 0.01
            for name in body.LIMBS
            for a, b, length in zip(found.limbs[name], found.limbs[name][1:], body.length_of(name), strict=False)
        )

    assert failing(kept) == []


def test_limbs_in_the_plane_of_the_picture_are_as_long_as_they_are() -> None:
    def kept(figure: Figure, found: Joints) -> bool:
        return all(
            hypot(b[0] - a[0], b[1] - a[1]) == pytest.approx(length)
            for name in body.LIMBS
            for a, b, length in zip(found.limbs[name], found.limbs[name][1:], body.length_of(name), strict=False)
        )

    flat = [key for key, each in FIGURES.items() if each.view == "side" and not _tilted(each)]
    assert len(flat) > 200
    assert [key for key in flat if not all(kept(FIGURES[key], pose.at(FIGURES[key], m)) for m in holds.MOMENTS)] == []


def _tilted(figure: Figure) -> bool:
    return any(b.tilt for p in (figure.start, figure.end) for limb in p.angles.limbs.values() for b in limb)


def test_every_figure_holds_together() -> None:
    assert {key: wrong for key, each in FIGURES.items() if (wrong := holds.faults(each))} == {}


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"base": "stand", "end": {"leg": [-90, -20, 0]}}, "knee of leg bends the wrong way at the end"),
        ({"base": "stand", "start": {"arm2": [-90, 200, 200]}}, "elbow of arm2 bends the wrong way at the start"),
        ({"base": "sit", "end": {"leg": [-60, -60, 0]}}, "through the floor on its way"),
        ({"base": "stand", "end": {"leg": {"to": [20, 3]}}}, "ankle is planted, and moves all the same"),
    ],
)
def test_what_does_not_hold_together_is_told(said: dict[str, Any], wrong: str) -> None:
    own = KNOWN["bird-dog"]._replace(own=True, figure=json.dumps(said))
    assert any(wrong in each for each in figures.faults(own))


PROPS: dict[Equipment, set[str]] = {
    "chair": {"chair", "chair-front", "counter"}, "wall": {"wall", "counter", "bricks"}, "ball": {"ball"},
    "band": {"band", "belt"}, "rower": {"rower"},
    "dumbbells": {"weight"}, "kettlebell": {"weight"}, "counter": {"counter"}, "noodle": {"noodle"}, "towel": {"towel"},
    "float-belt": {"belt"}, "treadmill": {"treadmill"}, "wheelchair": {"wheels"}, "poles": {"poles"},
    "foam-roller": {"roller"}, "upright-bike": {"bike"}, "bicycle": {"bike"}, "elliptical": {"elliptical"},
    "water-dumbbells": {"weight"}, "ankle-weights": {"weight"}, "kickboard": {"board"},
    "bench": {"step", "pole", "bench"},
}  # fmt: skip


def test_what_is_held_or_sat_on_is_drawn() -> None:
    lacking = []
    for key, each in FIGURES.items():
        drawn = {str(prop["kind"]) for prop in each.props}
        needed = [gear for gear in KNOWN[key].equipment if gear in PROPS]
        lacking += [f"{key}: {gear}" for gear in needed if not drawn & PROPS[gear]]
        if KNOWN[key].position.startswith("water") and each.rest != "top":
            lacking += [] if "water" in drawn else [f"{key}: water"]
    assert lacking == []


def test_the_position_is_the_one_of_the_library() -> None:
    assert [key for key, each in FIGURES.items() if not holds.fits(each, KNOWN[key].position)] == []
    assert not holds.fits(FIGURES["bird-dog"], "standing")
    assert not holds.fits(FIGURES["wall-sit"], "supine")
    assert not holds.fits(FIGURES["wall-sit"], "quadruped")


def test_whatever_we_draw_somebody_else_may_write() -> None:
    document = yaml.safe_load(data_file("figures.yaml").read_text(encoding="utf-8"))
    assert set(get_args(figure_entry.Base)) == set(document["bases"])
    for said in document["figures"].values():
        assert json.loads(json.dumps(figure_entry.Figure.model_validate(tuples(said)).value())) == said


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-999, 999) | st.floats() | st.sampled_from(("floor", "hand", "ball", "x")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(("to", "kind", "at", "round")), inner),
)


@given(ANYTHING)
@law(60)
def test_whatever_somebody_writes_is_drawn_or_refused(said: Any) -> None:
    for part in ({"start": {"arm": said}}, {"props": [said]}, {"signs": [said]}, {"plant": said}, {"rest": said},
                 {"end": {"spine": said}}):  # fmt: skip
        try:
            found = figure_entry.Figure.model_validate(tuples({"base": "stand", **part})).value()
        except ValidationError:
            continue
        drawn = figures.figure(KNOWN["bird-dog"]._replace(own=True, figure=json.dumps(found)), None)
        assert drawn is not None
        assert "nan" not in svg(drawn, "x")


def test_a_figure_is_small_and_says_in_words_what_it_shows() -> None:
    for key, each in list(FIGURES.items())[::10]:
        text = svg(each, 'a <b> & "c"')
        assert len(text) < 64_000, key
        assert "<title>a &lt;b&gt; &amp; &quot;c&quot;</title>" in text
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text)
        assert "nan" not in text


def test_dots_fill_what_they_are_given_and_no_more() -> None:
    for each in list(FIGURES.values())[::9]:
        for width, height in ((20, 6), (44, 12)):
            found = rows(each, (0.5,), width, height)[0]
            assert len(found) == height
            assert all(sum(len(text) for text, _ in row) == width for row in found)
            assert any(ord(sign) > 0x2800 for row in found for text, _ in row for sign in text)


def test_a_turned_head_looks_another_way() -> None:
    from backplan.figures.shapes import scene

    for key, each in FIGURES.items():
        if each.view != "front" or abs(each.end.angles.look - each.start.angles.look) < 45:
            continue
        face, nose = next(layer for layer in scene(each, 1.0) if layer.part == "head").shapes[:2]
        assert hypot(nose.end[0] - face.start[0], nose.end[1] - face.start[1]) > 4, key


def test_no_arrow_lies_on_the_head() -> None:
    from backplan.figures.shapes import arrows

    for key, each in FIGURES.items():
        found = pose.at(each, 1)
        for way in arrows(each):
            tip = way.points[-1]
            near = hypot(tip[0] - found.head[0], tip[1] - found.head[1]) < body.HEAD - 1
            assert not near, key


def test_no_arrow_is_a_bare_triangle() -> None:
    from backplan.figures.shapes import SEEN, arrows

    for key, each in FIGURES.items():
        for way in arrows(each):
            long = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(way.points))
            assert long >= SEEN - 0.01, key


def test_one_point_alone_is_a_dot() -> None:
    from backplan.figures.shapes import scene

    signs = [layer for layer in scene(FIGURES["body-scan"], 0) if layer.part == "arrow"]
    assert len(signs) > 4
    assert all(len(each.shapes) == 1 and each.shapes[0].start == each.shapes[0].end for each in signs)


def test_hands_are_on_what_they_push() -> None:
    for key, joint, x in (("calf-stretch-bent-knee", "hand", 34.0), ("calf-stretch-straight-knee", "hand", 38.6)):
        first, last = (pose.at(FIGURES[key], moment) for moment in (0, 1))
        for found in (first, last):
            assert abs(found.point(joint)[0] - first.trunk[0][0] - x) < 3.4, key


def test_what_is_held_still_looks_like_nothing_else() -> None:
    shown: dict[str, list[str]] = {}
    for key, each in FIGURES.items():
        if each.still:
            shown.setdefault(svg(each, ""), []).append(key)
    assert [keys for keys in shown.values() if len(keys) > 1] == []


def test_what_is_pressed_is_drawn_in_dots_too_and_not_before_it_begins() -> None:
    def coloured(key: str, moment: float) -> bool:
        return any(moves for row in rows(FIGURES[key], (moment,), 44, 12)[0] for _, moves in row)

    assert coloured("seated-foot-press", 0)
    assert (coloured("neck-turn", 0), coloured("neck-turn", 1)) == (False, True)


def test_what_moves_is_told_from_what_rests() -> None:
    found = rows(FIGURES["bird-dog"], (1,), 44, 12)[0]
    assert {moves for row in found for _, moves in row} == {True, False}
    assert {moves for row in rows(FIGURES["forearm-plank"], (0,), 44, 12)[0] for _, moves in row} == {False}


# What the steps say of hands, heads and feet is what is drawn.

HELD = re.compile(
    r"\b(?:hands?|fingertips|forearms?)\b[^.]*\bon (?:it\b|its edge|(?:a|the|an) (?:\w+ )?"
    r"(?:wall|worktop|counter|rail|edge|ball|blocks?))|(?:hold|along) the rail|rests on the block", re.IGNORECASE,
)  # fmt: skip
HOLDS_UP = ("wall", "door", "counter", "bricks", "ball", "step", "line", "treadmill")
ON_SELF = re.compile(
    r"hands? (?:resting |rest )?(?:on|in) (?:the |your )?(?:front )?(?:thighs?|lap|belly|tummy|hips|knees)|"
    r"(?:rest|lay) your (?:hands|fingertips) on (?:the |your )?(?:front )?(?:thigh|belly|tummy|bent leg)",
    re.IGNORECASE,
)
HEAD_UP = re.compile(r"head and shoulders|curl|roll up|bench|over the roller|back off", re.IGNORECASE)
HANDS_DOWN = re.compile(r"hands under (?:your )?shoulders|elbows under your shoulders|hands on a mat|forearm plank")
TOUCHES, ON_ITS_WAY = 0.9, 2.2  # units between what touches: at the ends, and on the way, where joints only turn


def said(key: str) -> str:
    return " ".join(KNOWN[key].steps)


def moments(figure: Figure) -> tuple[float, ...]:
    return (0.0,) if figure.still else holds.MOMENTS


def gap(limb: Iterable[Capsule], others: Sequence[Capsule]) -> float:
    """How far a limb is from the nearest of other shapes; below 0, it is on them."""
    spots = [
        (_between(part.start, part.end, share / 2), part.thick + (part.thin - part.thick) * share / 2)
        for part in limb
        for share in range(3)
    ]
    return min(_off(spot, other) - size for spot, size in spots for other in others)


def _between(one: Point, two: Point, share: float) -> Point:
    return one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share


def _off(spot: Point, shape: Capsule) -> float:
    (x, y), (dx, dy) = shape.start, (shape.end[0] - shape.start[0], shape.end[1] - shape.start[1])
    long = dx * dx + dy * dy
    share = max(0.0, min(1.0, ((spot[0] - x) * dx + (spot[1] - y) * dy) / long)) if long else 0.0
    near = _between(shape.start, shape.end, share)
    return hypot(spot[0] - near[0], spot[1] - near[1]) - (shape.thick + (shape.thin - shape.thick) * share)


def hand_gap(found: Joints, others: Sequence[Capsule]) -> float:
    """How far the nearer of the two hands, with its forearm, is from something."""
    return min(gap(list(shapes.limb(name, found))[1:], others) for name in ("arm", "arm2"))


def floating(key: str, figure: Figure) -> Iterator[str]:
    first = pose.at(figure, 0)
    for moment in moments(figure):
        found = pose.at(figure, moment)
        held = [each for each in figure.props if each["kind"] in HOLDS_UP]
        drawn = [shape for each in held for shape in shapes.prop(each["kind"], each, first, found)]
        if drawn and hand_gap(found, drawn) > (TOUCHES if moment in (0, 1) else ON_ITS_WAY):
            yield f"{key} at {moment}"


def test_a_hand_that_is_said_to_be_on_something_is_on_it() -> None:
    told = {key: each for key, each in FIGURES.items() if HELD.search(said(key))}
    assert len(told) > 45
    assert [where for key, each in told.items() for where in floating(key, each)] == []
    away = figure_of("x", {"base": "stand", "props": [{"kind": "wall", "at": [60, 0]}]}, bases())
    assert [*floating("x", away)] == ["x at 0.0"]


def test_a_hand_that_is_said_to_be_on_the_body_is_on_it() -> None:
    told = [key for key in FIGURES if ON_SELF.search(said(key))]
    assert len(told) > 15
    for key in told:
        gaps = []
        for moment in (0, 1):
            drawn = [part for part in shapes.scene(FIGURES[key], moment) if part.part in ("trunk", "leg", "leg2")]
            gaps.append(hand_gap(pose.at(FIGURES[key], moment), [shape for part in drawn for shape in part.shapes]))
        assert min(gaps) < TOUCHES, key


def test_whoever_lies_on_the_back_rests_their_head_and_puts_flat_feet_down() -> None:
    for key, each in FIGURES.items():
        if KNOWN[key].position != "supine" or each.rest != "floor":
            continue
        for moment in () if HEAD_UP.search(said(key)) else (0, 1):
            assert pose.at(each, moment).head[1] - body.HEAD - each.height < TOUCHES, key
        if "feet flat" in KNOWN[key].steps[0] and "then the other, shins" not in said(key):
            found = pose.at(each, 0)
            soles = [found.point(f"ankle{far}")[1] - body.LEG_THICK[2] for far in ("", "2")]
            assert min(soles) < TOUCHES, key


def test_hands_and_forearms_that_bear_the_body_are_on_the_floor() -> None:
    told = [
        key
        for key, each in FIGURES.items()
        if KNOWN[key].position in ("prone", "quadruped") and each.rest == "floor" and "ball" not in KNOWN[key].equipment
        if HANDS_DOWN.search(said(key))
    ]
    assert len(told) > 10
    for key in told:
        for moment in (0, 1):
            found = pose.at(FIGURES[key], moment)
            wrists = [found.point(f"wrist{far}")[1] - body.ARM_THICK[2] for far in ("", "2")]
            assert min(wrists) < TOUCHES, key
