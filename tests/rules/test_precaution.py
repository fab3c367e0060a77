"""Exercises that need care: used only when nothing plainer serves."""

import pytest

from backplan.library import load
from backplan.model.vocabulary import Tag
from tests.indexes import cautions, left_out
from tests.people import case, exercise, tagged

SENTENCES: dict[Tag, str] = {
    "post-surgery": "go gently, because of your operation",
    "pregnancy-t2t3": "go gently, because of your pregnancy",
    "no-floor": "go gently, because of the way down to the floor",
    "osteoporosis": "go gently, because of thin bones",
    "si-joint": "go gently, because of your sacroiliac joint",
    "hip-issue": "go gently, because of your hip",
    "knee-issue": "go gently, because of your knee",
    "shoulder-issue": "go gently, because of your shoulder",
    "wrist-issue": "go gently, because of your wrist",
    "neck-issue": "go gently, because of your neck",
    "balance-poor": "go gently, because of your balance",
    "bp-uncontrolled": "go gently, because of your blood pressure",
    "flexion-intolerant": "go gently, because of a back that bending troubles",
    "extension-intolerant": "go gently, because of a back that arching troubles",
    "sciatica": "go gently, because of sciatica",
    "spondylolisthesis": "go gently, because of spondylolisthesis",
    "dizziness": "go gently, because of dizziness",
}


def test_only_if_needed() -> None:
    squat = exercise(precautions=("knee-issue",))
    assert cautions(squat, tagged("knee-issue")) == ["go gently, because of your knee"]
    assert cautions(squat, tagged("hip-issue")) == []
    assert cautions(squat, case()) == []
    assert cautions(exercise(), tagged("knee-issue")) == []


@pytest.mark.parametrize(("tag", "sentence"), SENTENCES.items())
def test_the_care_is_said_in_words_a_person_would_use(tag: Tag, sentence: str) -> None:
    assert cautions(exercise(precautions=(tag,)), tagged(tag)) == [sentence]
    assert cautions(exercise(precautions=(tag,)), case()) == []


def test_no_precaution_of_the_library_goes_without_a_tested_sentence() -> None:
    said = {word for one in load().exercises for tag in one.precautions for word in cautions(one, tagged(tag))}
    assert said == set(SENTENCES.values())


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
