"""What suits a condition especially well: both sides of each rule through the index, and what a favour may not do."""

from functools import cache
from typing import Any

import pytest

from backplan.library.load import load
from backplan.model.case import Case
from backplan.model.exercise import Exercise
from backplan.model.vocabulary import Condition, Modality, Tag
from backplan.planner.choice.programme import choose
from backplan.planner.choice.select import select
from tests.support.indexes import favoured_by, rules_of
from tests.support.people import case, exercise, person, tagged


@cache
def library() -> dict[str, Exercise]:
    return load().by_id()


@pytest.mark.parametrize(
    ("changes", "favours"),
    [
        ({"modality": "cycling"}, True),
        ({"position": "seated"}, True),
        ({"movements": ("flexion-mild",)}, True),
        ({"movements": ("neutral", "flexion-mild")}, True),
        ({"modality": "walking"}, False),
        ({"position": "prone"}, False),
        ({"movements": ("flexion",)}, False),  # a large bend is not a gentle one
        ({"movements": ("extension-mild",)}, False),
        ({}, False),
        ({"position": "seated", "block": "strength", "slot": "balance"}, False),  # a minute on one's feet is borne
    ],
)
def test_favour_bending(changes: dict[str, Any], favours: bool) -> None:
    what = exercise(**changes)
    assert favoured_by(what, tagged("extension-intolerant")) == (["favour-bending"] if favours else [])
    assert favoured_by(what, case()) == []
    assert favoured_by(what, tagged("spondylolisthesis")) == []


@pytest.mark.parametrize(
    ("changes", "favours"),
    [
        ({"modality": "walking"}, True),
        ({"position": "prone"}, True),
        ({"position": "prone", "block": "stretch"}, True),
        ({"position": "prone", "block": "strength"}, False),  # strength stays upright
        ({"modality": "walking", "block": "strength"}, True),
        ({"teaches_hinge": True}, True),
        ({"id": "hip-hinge"}, False),  # what an exercise is called decides nothing
        ({"modality": "cycling"}, False),
        ({"modality": "water-walk"}, False),
        ({"position": "seated"}, False),
        ({"position": "supine"}, False),
        ({"movements": ("extension-mild",)}, False),
        ({}, False),
    ],
)
def test_favour_neutral(changes: dict[str, Any], favours: bool) -> None:
    what = exercise(**changes)
    assert favoured_by(what, tagged("flexion-intolerant")) == (["favour-neutral"] if favours else [])
    assert favoured_by(what, case()) == []
    assert favoured_by(what, tagged("sciatica")) == []


@pytest.mark.parametrize(
    ("changes", "favours"),
    [
        ({"slot": "back", "areas": ("upper-back",)}, True),
        ({"slot": "back", "areas": ("low-back", "upper-back")}, True),
        ({"slot": "balance"}, True),
        ({"modality": "walking"}, True),
        ({"slot": "back", "areas": ("low-back",)}, False),
        ({"slot": "pull", "areas": ("upper-back",)}, False),
        ({"modality": "cycling"}, False),
        ({"modality": "water-walk"}, False),  # the water bears the weight
        ({}, False),
    ],
)
def test_favour_thin_bones(changes: dict[str, Any], favours: bool) -> None:
    what = exercise(**changes)
    assert favoured_by(what, tagged("osteoporosis")) == (["favour-thin-bones"] if favours else [])
    assert favoured_by(what, case()) == []
    assert favoured_by(what, tagged("balance-poor")) == []


@pytest.mark.parametrize("tag", ["hip-issue", "knee-issue"])
@pytest.mark.parametrize(
    ("changes", "favours"),
    [
        ({"modality": "cycling"}, True),
        ({"slot": "lower"}, True),
        ({"slot": "lower", "demands": ("balance",)}, True),
        ({"slot": "lower", "demands": ("asymmetric",)}, False),  # on one leg
        ({"modality": "cycling", "demands": ("asymmetric",)}, True),
        ({"modality": "walking"}, False),
        ({"slot": "hip"}, False),
        ({}, False),
    ],
)
def test_favour_joints(tag: Tag, changes: dict[str, Any], favours: bool) -> None:
    what = exercise(**changes)
    assert favoured_by(what, tagged(tag)) == (["favour-joints"] if favours else [])
    assert favoured_by(what, case()) == []
    assert favoured_by(what, tagged("shoulder-issue")) == []


def favours(what: Exercise, on: Case, rule: str) -> bool:
    return rule in favoured_by(what, on)


@pytest.mark.parametrize("tag", ["stress-incontinence", "prolapse"])
def test_favour_pelvic_floor(tag: Tag) -> None:
    squeeze, brace = exercise(slot="abdominal", areas=("pelvic-floor",)), exercise(slot="abdominal")
    assert favours(squeeze, tagged(tag), "favour-pelvic-floor")
    assert not favours(squeeze, tagged(tag, levels={"core": "intermediate"}), "favour-pelvic-floor")
    assert not favours(brace, tagged(tag), "favour-pelvic-floor")
    assert not favours(squeeze, case(), "favour-pelvic-floor")
    for daily in ({"birth_weeks": 8}, {"pregnancy_weeks": 20}):
        assert not favours(squeeze, tagged(tag, **daily), "favour-pelvic-floor"), (
            "the front of the trunk is trained, too"
        )


@pytest.mark.parametrize(
    ("changes", "stiff", "curved"),
    [
        ({"slot": "back", "movements": ("extension",)}, True, False),
        ({"slot": "stretch", "movements": ("extension-mild",)}, True, False),
        ({"slot": "abdominal", "movements": ("extension-mild",)}, False, False),  # the front is trained as everybody's
        ({"modality": "breathing", "position": "seated"}, True, True),
        ({"modality": "breathing", "position": "any"}, False, False),
        ({"areas": ("posture",)}, False, True),
        ({}, False, False),
    ],
)
def test_favour_stiff_spines(changes: dict[str, Any], stiff: bool, curved: bool) -> None:
    what = exercise(**changes)
    assert favours(what, tagged("axial-spondyloarthritis"), "favour-stiff-spines") is stiff
    assert favours(what, tagged("scoliosis"), "favour-stiff-spines") is curved
    assert not favours(what, case(), "favour-stiff-spines")


def test_favour_control() -> None:
    loose = tagged("hypermobility")
    assert favours(exercise(modality="motor-control"), loose, "favour-control")
    assert not favours(exercise(modality="motor-control", teaches_hinge=True), loose, "favour-control")
    assert not favours(exercise(modality="abdominal"), loose, "favour-control")
    assert not favours(exercise(modality="motor-control"), case(), "favour-control")


@pytest.mark.parametrize("tag", ["wheelchair-user", "little-standing"])
def test_favour_seated(tag: Tag) -> None:
    assert favours(exercise(position="seated"), tagged(tag), "favour-seated")
    assert not favours(exercise(position="supine"), tagged(tag), "favour-seated")
    assert not favours(exercise(position="seated"), case(), "favour-seated")


@pytest.mark.parametrize(
    ("changes", "sits", "lifts"),
    [
        ({"modality": "walking"}, True, False),
        ({"slot": "stretch", "areas": ("hip-front", "glute")}, True, False),
        ({"slot": "stretch", "areas": ("glute", "hip-front")}, False, False),
        ({"teaches_hinge": True}, False, True),
        ({"slot": "lower"}, False, True),
        ({"slot": "lower", "demands": ("asymmetric",)}, False, False),
        ({}, False, False),
    ],
)
def test_favour_work(changes: dict[str, Any], sits: bool, lifts: bool) -> None:
    what = exercise(**changes)
    assert favours(what, tagged("sitting-work"), "favour-work") is sits
    assert favours(what, tagged("lifting-work"), "favour-work") is lifts
    assert not favours(what, case(), "favour-work")


def test_whoever_has_learnt_to_bend_at_the_hips_goes_on_to_harder_work() -> None:
    on = tagged("lifting-work", levels={"core": "intermediate"})
    assert not favours(exercise(slot="back", teaches_hinge=True), on, "favour-work")


@pytest.mark.parametrize(
    ("tag", "rule", "what"),
    [
        ("flexion-eases", "favour-bending", {"modality": "cycling"}),
        ("flexion-eases", "favour-bending", {"slot": "stretch", "block": "stretch", "movements": ("flexion-mild",)}),
        ("extension-eases", "favour-neutral", {"position": "prone", "block": "stretch", "slot": "stretch"}),
        ("extension-eases", "favour-neutral", {"modality": "walking"}),
        ("vertebral-fracture-healed", "favour-thin-bones", {"slot": "balance"}),
        ("hip-replacement", "favour-joints", {"modality": "cycling"}),
        ("knee-replacement", "favour-joints", {"slot": "lower"}),
    ],
)
def test_what_is_told_later_is_favoured_as_what_it_is_like(tag: Tag, rule: str, what: dict[str, Any]) -> None:
    assert favours(exercise(**what), tagged(tag), rule)


def test_where_bending_only_eases_training_does_not_sit_down() -> None:
    assert not favours(exercise(position="seated"), tagged("flexion-eases"), "favour-bending")
    assert favours(exercise(position="seated"), tagged("extension-intolerant"), "favour-bending")


def test_a_person_with_two_troubles_is_favoured_by_both_rules() -> None:
    bike = exercise(modality="cycling")
    assert favoured_by(bike, tagged("extension-intolerant", "knee-issue")) == ["favour-bending", "favour-joints"]


def test_who_has_no_trouble_is_favoured_nothing() -> None:
    assert [one.id for one in library().values() if favoured_by(one, tagged("healing", "no-floor"))] == []


# What a favour does to the choice.


def two(favoured: dict[str, Any], plain: dict[str, Any]) -> tuple[Exercise, Exercise]:
    """One that sits, which suits a back that arching troubles, and one that stands; the second has the better rank."""
    return exercise(id="sits", position="seated", rank=20, **favoured), exercise(id="stands", rank=10, **plain)


def back_of(
    *exercises: Exercise, tags: tuple[Tag, ...] = ("extension-intolerant",), likes: tuple[str, ...] = ()
) -> str:
    on = tagged(*tags, person=person(likes=likes))
    return choose(select(exercises, on), {})["back"]


def test_what_is_favoured_comes_before_a_better_rank() -> None:
    pair = two({"slot": "back"}, {"slot": "back"})
    assert back_of(*pair) == "sits"
    assert back_of(*pair, tags=()) == "stands"


def test_a_favour_gives_way_to_care_and_to_what_is_liked() -> None:
    careful = two({"slot": "back", "precautions": ("extension-intolerant",)}, {"slot": "back"})
    assert back_of(*careful) == "stands"
    assert back_of(*two({"slot": "back"}, {"slot": "back"}), likes=("stands",)) == "stands"


def test_a_favour_never_lets_in_what_is_left_out() -> None:
    barred = exercise(id="sits", position="seated", slot="back", contraindications=("extension-intolerant",))
    selection = select([barred], tagged("extension-intolerant"))
    assert "sits" in selection.left_out
    assert selection.favoured == frozenset()


# The shipped library, at the basic level and at home without gear.

AT_HOME: dict[Condition, tuple[str, ...]] = {
    "extension-intolerant": ("seated-march", "single-knee-to-chest", "sitting-break"),
    "flexion-intolerant": ("easy-walk", "prone-lying", "hip-hinge"),
    "osteoporosis": ("easy-walk", "wall-posture-press", "tandem-stand"),
    "hip-issue": ("sit-to-stand", "mini-squat", "heel-raise"),
    "knee-issue": ("heel-raise",),
    "stress-incontinence": ("pelvic-floor-squeeze",),
    "prolapse": ("pelvic-floor-squeeze",),
    "axial-spondyloarthritis": ("prone-on-elbows", "wall-angel", "rib-breathing"),
    "scoliosis": ("mountain-pose", "rib-breathing"),
    "hypermobility": ("abdominal-brace", "bent-knee-fall-out"),
    "wheelchair-user": ("seated-side-hold", "towel-pull-apart"),
    "little-standing": ("chair-aerobics", "seated-march"),
    "flexion-eases": ("single-knee-to-chest", "chair-lean-rest"),
    "extension-eases": ("easy-walk", "prone-lying", "prone-on-elbows"),
    "vertebral-fracture-healed": ("easy-walk", "wall-posture-press", "tandem-stand"),
    "hip-replacement": ("high-seat-sit-to-stand", "mini-squat", "heel-raise"),
    "knee-replacement": ("high-seat-sit-to-stand", "mini-squat", "heel-raise"),
    "sitting-work": ("easy-walk", "standing-hip-flexor-stretch", "doorway-chest-stretch"),
    "lifting-work": ("hip-hinge", "sit-to-stand"),
}


@pytest.mark.parametrize("tag", AT_HOME)
def test_what_the_reference_favours_is_favoured_in_the_library(tag: Condition) -> None:
    chosen = select(library().values(), tagged("healing", tag))
    plain = {key for key in chosen.favoured if key not in chosen.care}
    assert set(AT_HOME[tag]) <= plain


def test_every_rule_favours_something_plain_in_the_library() -> None:
    """A favour that only ever meets what is left out or needs care would be an idle rule."""
    plain = {
        rule
        for tag in AT_HOME
        for selection in [select(library().values(), tagged("healing", tag))]
        for one in selection.allowed
        if one.id not in selection.care
        for rule in favoured_by(one, selection.case)
    }
    assert plain == {rule.id for rule in rules_of("FAVOURS")}


@pytest.mark.parametrize("kind", ["cycling", "walking"])
def test_the_library_spells_the_kinds_the_rules_ask_for(kind: Modality) -> None:
    assert any(one.modality == kind for one in library().values())
    assert "hip-hinge" in library()
