"""What the shipped library says of single moves as decided: ladders that go on, marks that agree, work from a chair."""

from functools import cache
from itertools import pairwise

import pytest

from backplan.library.load import load
from backplan.model.exercise import Exercise, ladder
from backplan.model.slots import CORE, CORE_MORE, STRENGTH
from backplan.model.vocabulary import GRANTED, LEVELS, Level, Slot, Tag
from backplan.planner.choice.dose import doses
from backplan.planner.choice.select import select
from backplan.planner.growth.ladder import Ladder, Steps, StepUp
from tests.support.indexes import cautions, left_out
from tests.support.people import case, person, tagged

# From a chair, but the person rises from it.
RISES = {"sit-to-stand", "high-seat-sit-to-stand", "sitting-break"}
NEEDS_LEGS = {
    "seated-march", "chair-aerobics", "seated-leg-straightening", "seated-knee-extension", "seated-foot-press",
    "ankle-pumps", "seated-hamstring-stretch", "seated-figure-four-stretch", "seated-sciatic-nerve-slider",
}  # fmt: skip


@cache
def library() -> dict[str, Exercise]:
    return load().by_id()


def up_from(key: str, *tags: Tag) -> list[str]:
    """The exercises that somebody with these things climbs to from one on, each in its slot and free of care."""
    found, case_ = [key], tagged(*tags, level="advanced")
    while (further := library()[found[-1]].progression) is not None:
        partner = library()[further]
        if partner.slot != library()[key].slot or left_out(partner, case_) or cautions(partner, case_):
            break
        found.append(further)
    return found


LADDERS = {
    "seated-balance-reach": (
        "weight-shift", "half-tandem-stand", "tandem-stand", "counter-tandem-walk", "counter-one-leg-stand",
        "one-leg-stand", "heel-to-toe-walk", "heel-to-toe-head-turns",
    ),
    "clamshell": ("side-lying-bent-leg-lift", "side-lying-leg-raise", "side-lying-leg-circles"),
    "seated-posture-press": ("wall-posture-press", "wall-posture-press-arms"),
    "seated-foot-press": ("high-seat-sit-to-stand", "sit-to-stand", "mini-squat", "box-squat"),
    "glute-squeeze": ("seated-knee-press-out",),
    "palm-press": ("armrest-press", "chair-push-up"),
    "seated-hinge-hold": ("seated-hinge-reach",),
    "seated-lean-back-hold": ("seated-lean-back-reach",),
    "bridge-pose": ("bridge-pose-one-leg",),
    "mountain-pose": ("chair-pose", "warrior-two", "warrior-one"),
}  # fmt: skip


@pytest.mark.parametrize("start", LADDERS)
def test_a_ladder_goes_on_in_its_slot_with_nothing_but_a_home(start: str) -> None:
    assert tuple(up_from(start)[1 : len(LADDERS[start]) + 1]) == LADDERS[start]
    assert all(GRANTED.issuperset(library()[key].equipment) for key in LADDERS[start])


@pytest.mark.parametrize("start", LADDERS)
def test_a_ladder_leads_down_as_it_leads_up(start: str) -> None:
    for lower, higher in pairwise((start, *LADDERS[start])):
        assert library()[higher].regression == lower, (lower, higher)


def test_the_unsteady_climb_on_beside_a_worktop_all_the_way() -> None:
    rungs = up_from("weight-shift", "balance-poor")
    assert rungs[-1] == "counter-one-leg-stand"
    assert {"counter"} == set().union(*(library()[key].equipment for key in rungs))
    assert len(rungs) == 5
    assert {library()[key].level for key in rungs} == {"basic", "intermediate"}


def test_the_hip_ladder_goes_on_for_a_sore_hip_as_far_as_the_short_lever() -> None:
    assert up_from("clamshell", "hip-issue") == ["clamshell", "side-lying-bent-leg-lift"]


def test_what_is_liked_in_the_slot_of_the_back_has_something_harder() -> None:
    """Below the hardest level, and where it climbs it stays what may hold that slot."""
    liked = [e for e in library().values() if e.fills == "back" and e.level != "advanced" and {*e.equipment} <= GRANTED]
    assert len(liked) >= 4
    ends = [e.id for e in liked if e.progression is None or library()[e.progression].fills != "back"]
    assert ends == []


@pytest.mark.parametrize("key", ["high-seat-sit-to-stand", "water-mini-squat", "seated-knee-extension"])
def test_the_front_of_the_thigh_is_worked_with_a_sore_knee_without_care(key: str) -> None:
    assert "knee-issue" not in {*library()[key].precautions, *library()[key].contraindications}


def test_hugging_one_knee_needs_the_care_of_hugging_both() -> None:
    for key in ("single-knee-to-chest", "double-knee-to-chest"):
        assert "go gently, because of your leg nerve" in cautions(library()[key], tagged("sciatica")), key


def test_the_worktop_stretch_is_barred_like_the_half_dog() -> None:
    stretch, dog = library()["counter-lat-stretch"], library()["half-downward-dog"]
    for tag in ("sciatica", None):
        who = tagged(*((tag,) if tag else ()))
        assert (left_out(stretch, who) is None) == (left_out(dog, who) is None) == (tag is None)


WIDE = ("knees fall slowly outwards", "feet wide apart", "knees as wide")


def test_no_wide_stretch_for_a_sore_pelvic_joint() -> None:
    stretches = [e for e in library().values() if e.slot == "stretch"]
    wide = [e for e in stretches if any(words in step for step in e.steps for words in WIDE)]
    assert {e.id for e in wide} >= {"lying-butterfly-stretch", "standing-inner-thigh-stretch", "childs-pose"}
    for each in wide:
        assert left_out(each, tagged("si-joint")) is not None, each.id
        assert left_out(each, case(level="advanced")) is None, each.id


def from_a_chair(*, legs: bool) -> list[Exercise]:
    """What somebody who cannot stand, or cannot use their legs either, may do at home without owning anything."""
    who = case(person=person(floor=False), tags=frozenset({"healing", "no-floor"}), level="advanced")
    found = [e for e in select(library().values(), who).allowed if e.position in ("seated", "any")]
    unable = RISES if legs else RISES | NEEDS_LEGS
    return [e for e in found if GRANTED.issuperset(e.equipment) and e.id not in unable]


SLOTS: tuple[Slot, ...] = (*CORE, *CORE_MORE, *STRENGTH, "aerobic", "mobility", "stretch", "coping")


@pytest.mark.parametrize("slot", [slot for slot in SLOTS if slot != "lower"])
def test_a_chair_and_no_legs_leave_something_for_every_part(slot: Slot) -> None:
    basic = [e for e in from_a_chair(legs=False) if e.slot == slot and e.level == LEVELS[0]]
    assert basic, slot


def test_a_chair_has_two_ladders_of_every_part_that_a_week_works_most() -> None:
    for slot in ("back", "abdominal", "choice", "lower", "push", "aerobic", "mobility", "stretch"):
        found = [e.id for e in from_a_chair(legs=True) if e.slot == slot]
        apart = [key for key in found if not ladder(key, library()) & {*found[: found.index(key)]}]
        assert len(apart) >= 2, (slot, found)


def test_the_back_the_belly_and_the_arms_go_on_from_a_chair() -> None:
    for slot in ("back", "abdominal", "push"):
        assert any(e.slot == slot and e.level == "intermediate" for e in from_a_chair(legs=False)), slot


def test_wheeling_is_the_walk_of_who_owns_a_wheelchair() -> None:
    push = library()["wheelchair-push"]
    wheels, feet = person(equipment=("wheelchair",)), person()
    assert left_out(push, case(person=wheels)) is None
    assert left_out(push, case(person=feet)) is not None
    assert left_out(push, case(person=wheels, mode="acute")) is None
    chosen = select(library().values(), case(person=wheels))
    assert chosen.can_be_done_at(push, "outdoors")
    assert push.progression == "wheelchair-push-brisk"


BASIC_CORE: dict[str, str] = {"back": "hip-hinge", "side": "side-bridge-wall", "abdominal": "heel-slide"}


@pytest.mark.parametrize(
    ("tags", "level", "follows"),
    [
        (("lifting-work",), "basic", None),  # nothing is to come at this level
        (("lifting-work",), "intermediate", "bird-dog"),
        (("flexion-intolerant",), "intermediate", "prone-hip-extension"),
        (("extension-eases",), "intermediate", "prone-hip-extension"),
    ],
)
def test_a_slot_goes_on_where_the_ladder_of_its_exercise_ends(
    tags: tuple[Tag, ...], level: Level, follows: str | None
) -> None:
    ladder_ = Ladder(select(tuple(library().values()), tagged(*tags, level=level)))
    hinge, top = library()["hip-hinge"], len(doses(library()["hip-hinge"])) - 1
    step = ladder_.next_step(hinge, top, Steps("longer", 3), BASIC_CORE)
    assert (step and step.partner and step.partner.id) == follows
    assert ladder_.next_step(hinge, top - 1, Steps("longer", 3), BASIC_CORE) == StepUp(top), "its own doses first"
    if follows:
        taken = ladder_.next_step(hinge, top, Steps("longer", 3), BASIC_CORE | {"choice": follows})
        assert taken is not None
        assert taken.partner is not None
        assert taken.partner.id not in ladder(follows, library()), "no two rungs of a ladder in a week"


@pytest.mark.parametrize(("level", "goes_on"), [("basic", False), ("intermediate", True)])
def test_pelvic_floor_work_leaves_the_core_with_its_first_level(level: Level, goes_on: bool) -> None:
    ladder_ = Ladder(select(tuple(library().values()), tagged("stress-incontinence", level=level)))
    step = ladder_.next_step(library()["pelvic-floor-squeeze"], 0, Steps("longer", 3), BASIC_CORE)
    assert step is not None
    assert (step.partner is not None and step.partner.slot == "abdominal") == goes_on
