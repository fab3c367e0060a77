"""What people call the things they have is taken for the one that is meant, and asked where several may be."""

from typing import get_args

import pytest

from backplan.cli.terminal import list_answers
from backplan.errors import UsageError
from backplan.model.condition_words import near
from backplan.model.thing_words import OTHER_NAMES, called, thing, worked_with
from backplan.model.vocabulary import EQUIPMENT_MEANS, Equipment


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("foam roller", "foam-roller"), ("Foam Rollers", "foam-roller"), ("dumbbell", "dumbbells"),
        ("resistance bands", "band"), ("Thera-Band", "band"), ("yoga mat", "mat"), ("Swiss ball", "ball"),
        ("rowing machine", "rower"), ("swimming pool", "pool"), ("cross trainer", "elliptical"),
        ("hot-water bottle", "heat-pack"), ("kitchen chair", "chair"),
    ],
)  # fmt: skip
def test_a_thing_is_known_by_its_names(name: str, meant: str) -> None:
    assert thing(name) == meant
    read = list_answers.numbers([*EQUIPMENT_MEANS], others=["mat", "chair"])
    assert read(f"{name}, noodle") == [meant, "noodle"]


@pytest.mark.parametrize("name", ["exercise bike", "weights", "bike", "trampo", "", "the", "bosu ball"])
def test_what_may_be_several_things_or_none_is_asked(name: str) -> None:
    assert thing(name) is None


def test_what_may_be_meant_is_told() -> None:
    assert near("weights", EQUIPMENT_MEANS) == " (did you mean dumbbells or machine or ankle-weights?)"
    assert set(called("stationary bike")) >= {"recumbent-bike", "upright-bike"}


def test_no_name_is_of_two_things() -> None:
    names = [name for said in OTHER_NAMES.values() for name in said.split(", ")]
    assert len(names) == len(set(names))
    assert {thing(name) for name in names} == set(OTHER_NAMES)
    assert all(thing(key) == key for key in get_args(Equipment))


def test_a_name_stands_beside_numbers_and_a_wrong_one_voids_none() -> None:
    read = list_answers.numbers(["band", "ball", "foam-roller"])
    with pytest.raises(UsageError, match="lawnmower is not on the list"):
        read("2, foam roller, lawnmower")
    assert set(read("")) == {"foam-roller", "ball"}


@pytest.mark.parametrize(
    ("steps", "things"),
    [
        ("Stand on a low step. Lift one hip.", ("step",)), ("Stand with your back to the wall.", ("wall",)),
        ("Loop a red band round your knees.", ("band",)), ("Sit on an exercise ball.", ("ball",)),
        ("Sit on a firm chair, a rolled towel behind you.", ("chair", "towel")),
        ("Hold two dumbbells.", ("dumbbells",)),
        ("Take a step forward on the ball of your foot.", ()), ("Roll a tennis ball under your foot.", ()),
        ("Hold two bottles of water.", ()),
    ],
)  # fmt: skip
def test_steps_tell_what_is_worked_with(steps: str, things: tuple[str, ...]) -> None:
    assert worked_with(steps) == things
