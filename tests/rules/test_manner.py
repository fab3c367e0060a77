"""How does this person do an exercise? The rule test names are the rule ids."""

import pytest

from backplan.model.vocabulary import Modality
from tests.support.indexes import manner_of
from tests.support.people import case, exercise, tagged


@pytest.mark.parametrize(
    ("modality", "breaks"),
    [("walking", True), ("treadmill", True), ("cycling", False), ("water-walk", False), ("stairs", False)],
)
def test_sitting_breaks(modality: Modality, breaks: bool) -> None:
    what = exercise(modality=modality)
    said = manner_of(what, tagged("extension-intolerant"))
    assert ["sit down for a minute or two" in word for word in said] == ([True] if breaks else [])
    assert manner_of(what, tagged("flexion-eases", "spondylolisthesis")) == []
    assert manner_of(what, case()) == []
