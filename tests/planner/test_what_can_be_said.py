"""What each condition does to a week: in which direction it goes from everybody's, and what is said beside it."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from backplan.model.exercise import Exercise
from backplan.model.vocabulary import Condition, Level
from backplan.model.week import Item, Week
from backplan.planner.request import Request
from backplan.planner.week import make_week
from tests.support import judge
from tests.support.conditions import Having
from tests.support.people import ON
from tests.support.planned import exercises
from tests.support.strategies import by_id


def items(week: Week, *kinds: str) -> list[Item]:
    """The items of the sessions, of these kinds of block or of all."""
    found = [(block.kind, item) for day in week.days for _, block, item in judge.items(day)]
    return [item for kind, item in found if not kinds or kind in kinds]


def used(week: Week, *kinds: str) -> list[Exercise]:
    return [by_id()[item.exercise] for item in items(week, *kinds)]


def having(*conditions: Condition, level: Level = "basic", **changes: Any) -> Week:
    return Having(conditions, level, **changes).week()


def coping(week: Week) -> set[str]:
    return {item.exercise for day in week.days for item in (day.coping.items if day.coping else ())}


def left_out_by(week: Week, rule: str) -> set[object]:
    """The exercises that a rule is the first to leave out."""
    return {each["exercise"] for each in week.left_out if each["rules"][0]["id"] == rule}


def on_land(week: Week) -> list[str]:
    """The kinds of aerobic work on land, in the order of the days."""
    return [e.modality for e in used(week, "aerobic") if not judge.wet(e)]


def said(week: Week, kind: str) -> str:
    return " ".join(notice.sentence for notice in week.notices if notice.kind == kind)


def test_nothing_bends_loads_or_strains_while_a_bone_of_the_back_heals() -> None:
    week = having("vertebral-fracture-new", level="advanced", gear=True)
    assert used(week, "core")
    for exercise in used(week):
        assert set(exercise.movements) <= {"neutral", "unloaded"}, exercise.id
        assert exercise.level == "basic", exercise.id
    assert "Keep your back straight" in said(week, "daily")
    assert "init --only conditions" in said(week, "daily")
    assert "a bone of your spine broke" in said(week, "clearance")


def test_once_it_has_healed_the_back_is_trained_upright_as_thin_bones_are() -> None:
    week = having("vertebral-fracture-healed")
    assert week.programme["back"] == having("osteoporosis").programme["back"] != having().programme["back"]
    assert not [e.id for e in used(week) if "flexion" in e.movements]
    assert said(week, "daily") == ""


@pytest.mark.parametrize("condition", ["stress-incontinence", "prolapse"])
def test_a_pelvic_floor_is_trained_first_and_strained_never(condition: Condition) -> None:
    week = having(condition)
    assert by_id()[week.programme["abdominal"]].areas == ("pelvic-floor",)
    assert "pelvic floor ten times every day" in said(week, "daily")
    assert "breathe out" in said(week, "daily")
    strong = having(condition, level="advanced", gear=True)
    assert "pelvic-floor" not in by_id()[strong.programme["abdominal"]].areas
    hard = ("forearm-plank", "side-bridge", "modified-curl-up", "push-up")
    assert set(hard) <= left_out_by(strong, "pelvic-floor-strain")
    assert "modified-curl-up" not in {each["exercise"] for each in having().left_out}


def test_who_gets_about_in_a_wheelchair_is_given_nothing_on_the_feet_and_the_arms_do_the_aerobic_work() -> None:
    week = having("wheelchair-user", floor=False, gear=True)
    upright = ("standing", "kneeling", "half-kneel", "quadruped", "water-chest", "water-waist")
    assert not [e.id for e in used(week) if e.position in upright]
    assert {e.id for e in used(week, "aerobic") if not judge.wet(e)} == {
        "wheelchair-push",
        "arm-bike",
    }
    assert said(week, "empty") == ""  # the legs and the balance are worked from the chair
    bare = having("wheelchair-user", floor=False)
    assert {e.id for e in used(bare, "aerobic")} == {"seated-arm-cycling"}


def test_who_can_hardly_stand_sits_lies_rides_and_goes_into_the_water() -> None:
    week = having("little-standing", gear=True, pool=True)
    assert not [e.id for e in used(week) if e.position == "standing"]
    assert "cycling" in {e.modality for e in used(week, "aerobic")}
    assert any(e.position.startswith("water-") for e in used(week))
    assert not any(e.modality == "walking" for e in used(week))


@pytest.mark.parametrize(("condition", "spared"), [("hip-replacement", "deep-hip"), ("knee-replacement", "deep-knee")])
def test_a_new_joint_is_spared_its_deepest_bend_and_rides(condition: Condition, spared: str) -> None:
    week = having(condition, gear=True, level="intermediate")
    assert not [e.id for e in used(week) if spared in e.demands]
    assert on_land(week)[0] == "cycling"
    assert on_land(having(gear=True, level="intermediate"))[0] == "walking"


def test_a_new_knee_does_not_kneel_where_something_plainer_serves() -> None:
    assert by_id()[having().programme["back"]].position == "quadruped"
    assert by_id()[having("knee-replacement").programme["back"]].position != "quadruped"


def test_a_stiffening_spine_arches_and_breathes_wide() -> None:
    week = having("axial-spondyloarthritis", level="intermediate")
    assert {"extension", "extension-mild"} & set(by_id()[week.programme["back"]].movements)
    assert not {"extension", "extension-mild"} & set(by_id()[having(level="intermediate").programme["back"]].movements)
    assert "rib-breathing" in coping(week) - coping(having(level="intermediate"))
    assert "every day" in said(week, "daily")


def test_a_curved_spine_trains_as_everybody_does_and_breathes_wide() -> None:
    week, plain = having("scoliosis"), having()
    slots = ("back", "abdominal", "side", "hip", "lower", "push", "pull", "balance")
    assert [week.programme[slot] for slot in slots] == [plain.programme[slot] for slot in slots]
    assert "rib-breathing" in coping(week) - coping(plain)
    assert not any(item.caution for item in items(week))


def test_joints_that_bend_far_are_stretched_briefly_and_never_to_the_end() -> None:
    week = having("hypermobility", gear=True, level="advanced")
    stretches = items(week, "cool-down", "stretch")
    assert stretches
    assert max(item.dose.hold_s for item in stretches) <= 10
    assert not [e.id for e in used(week, "cool-down") if {"flexion", "extension", "rotation"} & set(e.movements)]
    assert max(item.dose.hold_s for item in items(having(), "cool-down")) > 10
    assert by_id()[having("hypermobility").programme["abdominal"]].modality == "motor-control"


def test_where_bending_eases_the_bike_comes_first_and_rest_leans_forward() -> None:
    week, plain = having("flexion-eases", gear=True), having(gear=True)
    assert (on_land(week)[0], on_land(plain)[0]) == ("cycling", "walking")
    assert "chair-lean-rest" in coping(week) - coping(plain)


def test_where_arching_eases_nothing_bends_far_and_the_back_is_stretched_by_arching() -> None:
    week = having("extension-eases", level="intermediate")
    assert not [e.id for e in used(week) if "flexion" in e.movements]
    assert [e.id for e in used(having(level="intermediate")) if "flexion" in e.movements]
    assert any({"extension", "extension-mild"} & set(e.movements) for e in used(week, "cool-down"))


def test_work_is_spoken_of_once_and_who_lifts_learns_to_bend_at_the_hips() -> None:
    assert "change your position" in said(having("sitting-work"), "work")
    lifts = having("lifting-work")
    assert "Before you lift at work" in said(lifts, "work")
    assert by_id()[lifts.programme["back"]].teaches_hinge
    assert not by_id()[having("lifting-work", level="advanced").programme["back"]].teaches_hinge
    assert said(having(), "work") == said(having(), "daily") == ""


def test_nobody_off_their_feet_is_told_to_get_up_or_to_walk() -> None:
    off: tuple[Condition, ...] = ("wheelchair-user", "little-standing")
    for condition, now in product(off, (3, 6, 9)):
        somebody = Having((condition, "sitting-work", "lifting-work")).person
        worse = somebody._replace(pain=somebody.pain._replace(now=now))
        week = make_week(Request(worse, exercises(), ON, ON, began=ON))
        for sentence in (notice.sentence for notice in week.notices):
            assert "get up" not in sentence.lower()
            assert "be up" not in sentence
            assert "steps" not in sentence
            assert "walk" not in sentence
