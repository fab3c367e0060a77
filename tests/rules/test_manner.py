"""How does this person do an exercise? The rule test names are the rule ids."""

import pytest

from backplan.model.vocabulary import Modality
from tests.support.indexes import manner_of
from tests.support.people import case, exercise, person, tagged


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


@pytest.mark.parametrize(
    ("borne", "longest", "said"),
    [(4, 5, ["4 minutes"]), (1, 5, ["one minute"]), (5, 5, []), (4, 6, [])],
)
def test_in_parts(borne: int, longest: int, said: list[str]) -> None:
    short = case(person=person(aerobic_minutes=borne), longest_bout=longest)
    walk = exercise(modality="walking", slot="aerobic")
    assert [word.partition(" at a time")[0] for word in manner_of(walk, short)] == [f"go {part}" for part in said]
    resting = manner_of(walk, short._replace(tags=frozenset({"extension-intolerant"})))
    assert ["sit down" in word for word in resting] == [True], "one way of resting is enough"
    assert manner_of(exercise(modality="walking", slot="ease"), short) == []
