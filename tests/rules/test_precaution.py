"""Exercises that need care: used only when nothing plainer serves."""

from typing import get_args

import pytest

from backplan.library.load import load
from backplan.model.vocabulary import Condition, DerivedCondition, Tag
from backplan.planner.choice.select import select
from backplan.rules.precaution.only_if_needed import BECAUSE
from tests.support.indexes import cautions, left_out
from tests.support.people import case, exercise, tagged

TAGS: tuple[Tag, ...] = (*get_args(Condition), *get_args(DerivedCondition))
ON_THE_BED = "do it on your bed, as the floor is out of reach for you"


def test_only_if_needed() -> None:
    squat = exercise(precautions=("knee-issue",))
    assert cautions(squat, tagged("knee-issue")) == ["go gently, because of your knee"]
    assert cautions(squat, tagged("hip-issue")) == []
    assert cautions(squat, case()) == []
    assert cautions(exercise(), tagged("knee-issue")) == []


@pytest.mark.parametrize("tag", TAGS)
def test_the_care_for_every_tag_is_said_in_words_of_its_own(tag: Tag) -> None:
    assert cautions(exercise(precautions=(tag,)), tagged(tag)) == [f"go gently, because of {BECAUSE[tag]}"]
    assert cautions(exercise(precautions=(tag,)), case()) == []


def test_whoever_cannot_get_down_to_the_floor_is_told_to_do_it_on_the_bed() -> None:
    lying = exercise(floor=True, bed=True, precautions=("shoulder-issue", "no-floor"))
    assert cautions(lying, tagged("no-floor")) == [ON_THE_BED]
    assert cautions(lying, tagged("no-floor", "shoulder-issue")) == [
        f"{ON_THE_BED}; go gently, because of your shoulder"
    ]
    assert cautions(lying, tagged("shoulder-issue")) == ["go gently, because of your shoulder"]
    assert cautions(lying, case()) == []


def test_for_a_sore_hip_work_on_the_bed_is_plain_and_still_says_the_bed() -> None:
    lying = exercise(floor=True, bed=True, precautions=("shoulder-issue", "no-floor"))
    hip = tagged("no-floor", "hip-issue")
    assert cautions(lying, hip) == []
    chosen = select([lying], hip)
    assert chosen.care == {}
    assert chosen.beside(lying) == ON_THE_BED
    with_shoulder = tagged("no-floor", "hip-issue", "shoulder-issue")
    assert cautions(lying, with_shoulder) == [f"{ON_THE_BED}; go gently, because of your shoulder"]
    assert cautions(lying._replace(precautions=("hip-issue", "no-floor")), hip) == [
        f"{ON_THE_BED}; go gently, because of your hip"
    ]
    assert select([lying], tagged("hip-issue")).beside(lying) is None
    kneeling = exercise(floor=True, precautions=("no-floor",))
    assert cautions(kneeling, hip) == ["go gently, because of the way down to the floor"]


def test_every_floor_exercise_that_a_bed_will_do_for_says_so() -> None:
    for one in load().exercises:
        if one.floor and left_out(one, tagged("no-floor")) is None:
            assert cautions(one, tagged("no-floor")) == [ON_THE_BED], one.id


def test_a_precaution_never_leaves_an_exercise_out() -> None:
    assert left_out(exercise(precautions=("knee-issue",)), tagged("knee-issue")) is None


def test_after_the_window_of_an_operation_a_contraindication_calls_for_care_instead() -> None:
    care: frozenset[Tag] = frozenset({"post-surgery"})
    arch = exercise(contraindications=("post-surgery",))
    assert cautions(arch, case(caution_tags=care)) == ["go gently, because of your operation"]
    assert cautions(exercise(precautions=("post-surgery",)), case(caution_tags=care)) == [
        "go gently, because of your operation"
    ]
    assert left_out(arch, case(caution_tags=care)) is None
    assert left_out(arch, tagged("post-surgery")) is not None
    assert cautions(exercise(), case(caution_tags=care)) == []
