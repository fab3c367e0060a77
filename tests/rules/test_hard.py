"""May an exercise be hard? Both sides of each rule through the index; all of them must agree."""

from typing import Any

import pytest

from backplan.model.case import Case, PainToday
from tests.support.indexes import against_hard
from tests.support.lives import by_id
from tests.support.people import case, prescribing

ROW = by_id()["seated-band-row"]


def ready(**changes: Any) -> Case:
    """A case in which every exercise has been practised."""
    return case(practised=frozenset(by_id()))._replace(**changes)


def test_an_exercise_that_may_be_hard_is_held_back_by_nothing() -> None:
    assert against_hard(ROW, ready()) == []


@pytest.mark.parametrize(
    ("key", "hard"),
    [
        ("seated-band-row", True),
        ("sit-to-stand", True),
        ("wall-push-up", True),
        ("tandem-stand", False),  # balance
        ("pallof-press", True),
        ("bird-dog", False),  # the core without a load
        ("band-external-rotation", False),  # small work for the arm
        ("water-push-pull-foam", True),  # against the water
        ("water-bird-dog", True),  # which carries less where it is shallower
        ("water-one-leg-stand", False),  # balance
        ("water-trunk-turn", False),  # turning
        ("water-walk-ankle-weights", False),
    ],
)
def test_hard_two_more(key: str, hard: bool) -> None:
    assert ("hard-two-more" in against_hard(by_id()[key], ready())) == (not hard)


def test_in_its_first_week_an_exercise_is_learnt() -> None:
    assert against_hard(ROW, ready(practised=frozenset())) == ["hard-two-more"]


SPARED = [
    ready(tags=frozenset({"bp-uncontrolled"})),
    ready(tags=frozenset({"heart"})),
    ready(tags=frozenset({"osteoporosis"})),
    ready(tags=frozenset({"post-surgery"})),
    ready(caution_tags=frozenset({"post-surgery"})),
    ready(tags=frozenset({"pregnancy-t2t3"})),
    ready(tags=frozenset({"vertebral-fracture-new"})),
    ready(tags=frozenset({"vertebral-fracture-healed"})),
    ready(tags=frozenset({"stress-incontinence"})),
    ready(tags=frozenset({"prolapse"})),
    ready(pregnancy_weeks=6),
    ready(tags=frozenset({"post-natal"})),
    ready(prescription=prescribing("seated-band-row")),
]


@pytest.mark.parametrize("spared", SPARED)
def test_hard_spared(spared: Case) -> None:
    assert against_hard(ROW, spared) == ["hard-spared"]


def test_what_needs_care_is_spared_and_other_things_are_not() -> None:
    shoulder = ready(tags=frozenset({"shoulder-issue"}))
    assert against_hard(by_id()["seated-band-press"], shoulder) == ["hard-spared"]
    assert against_hard(ROW, shoulder) == []


@pytest.mark.parametrize(
    ("now", "calm"),
    [
        (ready(), True),
        (ready(mode="flare"), False),
        (ready(mode="acute"), False),
        (ready(steady=True), False),
        (ready(pain=PainToday(3, 3, returning=True)), False),
        (ready(rungs={"seated-band-row": 0}), True),
        (ready(rungs={"seated-band-row": -1}), False),
        (ready(lifts={"seated-band-row": "less"}), False),
        (ready(lifts={"seated-band-row": "more"}), True),
    ],
)
def test_hard_calm(now: Case, calm: bool) -> None:
    assert against_hard(ROW, now) == ([] if calm else ["hard-calm"])
