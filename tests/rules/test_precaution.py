"""Exercises that need care: used only when nothing plainer serves."""

from backplan.model.vocabulary import Tag
from tests.indexes import cautions, left_out
from tests.people import case, exercise, tagged


def test_only_if_needed() -> None:
    squat = exercise(precautions=("knee-issue",))
    assert cautions(squat, tagged("knee-issue")) == ["take care with it: knee issue"]
    assert cautions(squat, tagged("hip-issue")) == []
    assert cautions(squat, case()) == []
    assert cautions(exercise(), tagged("knee-issue")) == []


def test_a_precaution_never_leaves_an_exercise_out() -> None:
    assert left_out(exercise(precautions=("knee-issue",)), tagged("knee-issue")) is None


def test_after_the_window_of_an_operation_a_contraindication_calls_for_care_instead() -> None:
    care: frozenset[Tag] = frozenset({"post-surgery"})
    arch = exercise(contraindications=("post-surgery",))
    assert cautions(arch, case(caution_tags=care)) == ["take care with it: post surgery"]
    assert cautions(exercise(precautions=("post-surgery",)), case(caution_tags=care)) == [
        "take care with it: post surgery"
    ]
    assert left_out(arch, case(caution_tags=care)) is None
    assert left_out(arch, tagged("post-surgery")) is not None
    assert cautions(exercise(), case(caution_tags=care)) == []
