"""Every figure holds together: limbs keep their lengths, nothing goes through the floor, what is planted stays, joints
bend the way they can, and what the library says of an exercise is what is drawn.
"""

from __future__ import annotations

import re
from math import atan2, degrees, hypot

import pytest

from backplan.figures import body, pose
from backplan.figures.body import Joints
from backplan.figures.braille import rows
from backplan.figures.pose import Figure
from backplan.figures.svg import svg
from backplan.library import figures
from backplan.model.vocabulary import Equipment
from tests.support.planned import exercises

FIGURES = figures.load(None)
KNOWN = {each.id: each for each in exercises()}
MOMENTS = (0.0, 0.3, 0.6, 1.0)
BELOW = 2.0  # units by which a hand may sink into the floor, or a foot, half its thickness


def failing(holds: object, moments: tuple[float, ...] = MOMENTS) -> list[str]:
    assert callable(holds)
    return [f"{key} at {m}" for key, each in FIGURES.items() for m in moments if not holds(each, pose.at(each, m))]


def test_every_exercise_that_can_be_given_has_a_figure_and_no_other() -> None:
    assert set(FIGURES) == {key for key, each in KNOWN.items() if each.impact != "high"}


def test_limbs_keep_their_lengths_all_the_way() -> None:
    def holds(figure: Figure, found: Joints) -> bool:
        return all(
            hypot(b[0] - a[0], b[1] - a[1]) <= length + 0.01
            for name in body.LIMBS
            for a, b, length in zip(found.limbs[name], found.limbs[name][1:], body.length_of(name), strict=False)
        )

    assert failing(holds) == []


def test_limbs_in_the_plane_of_the_picture_are_as_long_as_they_are() -> None:
    def holds(figure: Figure, found: Joints) -> bool:
        return all(
            hypot(b[0] - a[0], b[1] - a[1]) == pytest.approx(length)
            for name in body.LIMBS
            for a, b, length in zip(found.limbs[name], found.limbs[name][1:], body.length_of(name), strict=False)
        )

    flat = [key for key, each in FIGURES.items() if each.view == "side" and not _tilted(each)]
    assert len(flat) > 200
    assert [key for key in flat if not all(holds(FIGURES[key], pose.at(FIGURES[key], m)) for m in MOMENTS)] == []


def _tilted(figure: Figure) -> bool:
    return any(b.tilt for p in (figure.start, figure.end) for limb in p.angles.limbs.values() for b in limb)


def test_nothing_goes_through_the_floor() -> None:
    def holds(figure: Figure, found: Joints) -> bool:
        return figure.rest in ("water", "top") or pose.lowest(found) >= -BELOW

    assert failing(holds) == []


def test_what_is_planted_stays_where_it_is() -> None:
    def holds(figure: Figure, found: Joints) -> bool:
        first = pose.at(figure, 0).point(figure.plant)
        return figure.rest == "top" or abs(found.point(figure.plant)[0] - first[0]) < 1.5

    assert failing(holds) == []


def _turned(points: tuple[tuple[float, float], ...]) -> float:
    """By how many degrees a limb is bent at its middle joint, from -180 to 180, counter-clockwise."""
    (x0, y0), (x1, y1), (x2, y2) = points[:3]
    bend = degrees(atan2(y2 - y1, x2 - x1) - atan2(y1 - y0, x1 - x0))
    return (bend + 180) % 360 - 180


def test_knees_bend_backwards_and_elbows_forwards() -> None:
    def holds(figure: Figure, found: Joints) -> bool:
        if figure.view != "side" or _tilted(figure):
            return True
        knees = all(-172 < _turned(found.limbs[name]) < 14 for name in ("leg", "leg2"))
        return knees and all(-20 < _turned(found.limbs[name]) < 176 for name in ("arm", "arm2"))

    assert failing(holds, (0.0, 1.0)) == []


PROPS: dict[Equipment, set[str]] = {
    "chair": {"chair", "chair-front", "counter"}, "wall": {"wall", "counter"}, "ball": {"ball"},
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
        behind = {"wall"} if each.view == "front" else set()  # whoever faces us hides it
        needed = [gear for gear in KNOWN[key].equipment if gear in PROPS and gear not in behind]
        lacking += [f"{key}: {gear}" for gear in needed if not drawn & PROPS[gear]]
        if KNOWN[key].position.startswith("water") and each.rest != "top":
            lacking += [] if "water" in drawn else [f"{key}: water"]
    assert lacking == []


def test_the_position_is_the_one_of_the_library() -> None:
    def upright(found: Joints) -> bool:
        return found.head[1] > found.trunk[0][1] + 20

    def lying(found: Joints) -> bool:
        return abs(found.trunk[2][1] - found.trunk[0][1]) < 24

    wrong = []
    for key, each in FIGURES.items():
        position, ends = KNOWN[key].position, (pose.at(each, 0), pose.at(each, 1))
        if position in ("standing", "seated", "water-chest", "water-waist", "water-deep") and not any(
            map(upright, ends)
        ):
            wrong.append(f"{key}: {position}")
        if position in ("supine", "prone", "side") and not any(map(lying, ends)):
            wrong.append(f"{key}: {position}")
        if position == "quadruped" and ends[0].point("knee2")[1] > 8:
            wrong.append(f"{key}: {position}")
    assert wrong == []


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
            found = rows(each, 0.5, width, height)
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


def test_what_is_held_still_looks_like_nothing_else() -> None:
    shown: dict[str, list[str]] = {}
    for key, each in FIGURES.items():
        if each.still:
            shown.setdefault(svg(each, ""), []).append(key)
    assert [keys for keys in shown.values() if len(keys) > 1] == []


def test_what_is_pressed_is_drawn_in_dots_too_and_not_before_it_begins() -> None:
    def coloured(key: str, moment: float) -> bool:
        return any(moves for row in rows(FIGURES[key], moment, 44, 12) for _, moves in row)

    assert coloured("seated-foot-press", 0)
    assert (coloured("neck-turn", 0), coloured("neck-turn", 1)) == (False, True)


def test_what_moves_is_told_from_what_rests() -> None:
    found = rows(FIGURES["bird-dog"], 1, 44, 12)
    assert {moves for row in found for _, moves in row} == {True, False}
    assert {moves for row in rows(FIGURES["forearm-plank"], 0, 44, 12) for _, moves in row} == {False}
