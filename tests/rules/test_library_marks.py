"""The rules against the shipped library: what a profile should favour stays in, what nobody should get stays out."""

import ast
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

import backplan.rules
from backplan.library.load import load
from backplan.model.case import Case
from backplan.model.exercise import Exercise
from backplan.model.vocabulary import Condition, Equipment, Mode, Tag
from backplan.model.week_kind import WEEK_KINDS
from tests.support.indexes import cautions, favoured_by, left_out, left_out_by
from tests.support.people import case, person, prescribing

# What section 5 of the clinical reference favours for each profile, picked by hand: clear items only.
FAVOURED: dict[Tag, tuple[str, ...]] = {
    "flexion-intolerant": ("easy-walk", "short-walks", "prone-lying", "prone-on-elbows", "bird-dog", "glute-bridge"),
    "extension-intolerant": (
        "single-knee-to-chest", "pelvic-tilt", "recumbent-bike-easy", "upright-bike-easy", "treadmill-incline-walk",
        "supported-treadmill-walk", "sitting-break",
    ),
    "spondylolisthesis": (
        "abdominal-brace", "bird-dog", "pelvic-tilt", "single-knee-to-chest", "recumbent-bike-easy",
        "upright-bike-easy", "backstroke", "back-float-kick",
    ),
    "si-joint": ("glute-bridge", "sit-to-stand", "mini-squat", "water-walk-easy", "water-walk-moderate"),
    "sciatica": ("easy-walk", "short-walks", "moderate-walk", "water-walk-easy", "deep-water-walk"),
    "osteoporosis": (
        "bird-dog", "head-and-shoulder-press", "wall-posture-press", "prone-chest-lift", "tandem-stand",
        "one-leg-stand", "sit-to-stand", "heel-raise", "easy-walk", "brisk-walk",
    ),
    "post-surgery": (
        "easy-walk", "short-walks", "belly-breathing", "abdominal-brace", "heel-slide", "water-walk-easy",
        "water-walk-moderate",
    ),
    "pregnancy-t2t3": (
        "clamshell", "open-book", "seated-side-bend", "seated-march", "side-bridge-wall", "wall-plank",
        "water-walk-easy", "easy-walk",
    ),
    "birth-first-weeks": ("easy-walk", "short-walks", "belly-breathing", "pelvic-floor-squeeze"),
    "birth-wound": ("easy-walk", "glute-bridge", "heel-slide", "pelvic-floor-squeeze"),
    "post-natal": (
        "heel-slide", "lying-march", "bird-dog-leg", "glute-bridge", "side-bridge-wall", "clamshell", "wall-plank",
        "pelvic-floor-squeeze", "sit-to-stand", "seated-band-row", "easy-walk", "moderate-walk",
    ),
    "hip-issue": ("water-walk-easy", "recumbent-bike-easy", "upright-bike-easy", "glute-bridge", "mini-squat"),
    "knee-issue": (
        "water-walk-easy", "recumbent-bike-easy", "upright-bike-easy", "glute-bridge", "heel-raise",
        "high-seat-sit-to-stand", "water-mini-squat", "seated-knee-extension", "seated-foot-press",
    ),
    "balance-poor": (
        "weight-shift", "half-tandem-stand", "tandem-stand", "counter-tandem-walk", "counter-one-leg-stand",
    ),
    "no-floor": ("sit-to-stand", "wall-plank", "seated-march", "standing-bird-dog", "water-walk-easy"),
    "no-swim": ("water-walk-easy", "water-walk-moderate", "water-march", "water-heel-raise"),
    "fear-of-water": ("easy-walk", "glute-bridge", "recumbent-bike-easy"),
    "open-wound": ("easy-walk", "glute-bridge", "recumbent-bike-easy"),
    "no-pool": ("easy-walk", "glute-bridge", "recumbent-bike-easy"),
    "bp-uncontrolled": ("easy-walk", "sit-to-stand", "belly-breathing", "glute-bridge"),
    "vertebral-fracture-new": ("easy-walk", "abdominal-brace", "wall-posture-press", "sit-to-stand", "water-walk-easy"),
    "vertebral-fracture-healed": ("head-and-shoulder-press", "wall-posture-press", "tandem-stand", "easy-walk"),
    "stress-incontinence": ("pelvic-floor-squeeze", "abdominal-brace", "glute-bridge", "easy-walk"),
    "prolapse": ("pelvic-floor-squeeze", "abdominal-brace", "glute-bridge", "easy-walk"),
    "wheelchair-user": ("arm-bike", "seated-band-row", "seated-side-hold", "head-and-shoulder-press", "palm-press"),
    "little-standing": ("recumbent-bike-easy", "chair-aerobics", "seated-march", "glute-bridge", "water-walk-easy"),
    "hip-replacement": ("easy-walk", "recumbent-bike-easy", "high-seat-sit-to-stand", "standing-side-leg-raise",),
    "knee-replacement": ("easy-walk", "upright-bike-easy", "high-seat-sit-to-stand", "seated-knee-extension"),
    "axial-spondyloarthritis": ("prone-on-elbows", "chair-upper-back-extension", "rib-breathing", "easy-walk"),
    "scoliosis": ("bird-dog", "side-bridge", "mountain-pose", "rib-breathing", "easy-walk"),
    "hypermobility": ("abdominal-brace", "bird-dog", "sit-to-stand", "one-leg-stand", "easy-walk"),
    "flexion-eases": ("single-knee-to-chest", "seated-pelvic-rock", "upright-bike-easy", "chair-lean-rest"),
    "extension-eases": ("prone-lying", "prone-on-elbows", "prone-press-up", "easy-walk"),
    "sitting-work": ("easy-walk", "standing-hip-flexor-stretch", "doorway-chest-stretch"),
    "lifting-work": ("hip-hinge", "sit-to-stand", "mini-squat"),
}  # fmt: skip
PAIRS = [(tag, name) for tag, names in FAVOURED.items() for name in names]
EVERYTHING: tuple[Equipment, ...] = tuple(item for item in get_args(Equipment) if item != "underwater-treadmill")


@cache
def library() -> dict[str, Exercise]:
    return load().by_id()


def well_equipped(*tags: Tag, mode: Mode = "normal") -> Case:
    """An advanced person with every piece of equipment, so that only health leaves anything out."""
    return case(
        person=person(equipment=EVERYTHING),
        level="advanced",
        mode=mode,
        tags=frozenset({"healing", *tags}),
        aerobic_step=30,
    )


def test_what_a_profile_should_favour_is_not_barred_for_it() -> None:
    assert [(tag, name) for tag, name in PAIRS if tag in library()[name].contraindications] == []
    assert [(tag, name) for tag, name in PAIRS if left_out(library()[name], well_equipped(tag)) is not None] == []


def test_what_a_profile_should_favour_needs_no_special_care_for_it() -> None:
    """A caution means "only if nothing else serves": wrong on what a profile is meant to be given (decisions)."""
    assert [(tag, name) for tag, name in PAIRS if tag in library()[name].precautions] == []
    assert [(tag, name) for tag, name in PAIRS if cautions(library()[name], well_equipped(tag)) != []] == []


def test_every_exercise_that_lands_hard_is_left_out_for_everybody() -> None:
    hard = [exercise for exercise in library().values() if exercise.impact == "high"]
    assert len(hard) == 37
    assert {left_out_by(exercise, well_equipped()) for exercise in hard} == {"high-impact"}
    everybody = case(person=person(), level="advanced", prescription=prescribing(*(exercise.id for exercise in hard)))
    assert {left_out_by(exercise, everybody) for exercise in hard} == {"high-impact"}


@pytest.mark.parametrize("name", ["water-jog", "water-jog-intervals", "deep-water-jog", "deep-water-intervals"])
def test_jogging_in_the_water_is_not_left_out(name: str) -> None:
    assert library()[name].impact in ("none", "low")
    assert left_out(library()[name], well_equipped()) is None


@pytest.mark.parametrize("name", ["trampoline", "mini-trampoline-jogging", "gymnastics-tumbling"])
def test_a_low_effort_does_not_make_a_hard_landing_soft(name: str) -> None:
    assert library()[name].met is None or (library()[name].met or 0) < 5
    assert left_out_by(library()[name], well_equipped()) == "high-impact"


def reads(attribute: str, sources: dict[str, str]) -> list[str]:
    """The modules that read an attribute of this name."""
    return sorted(
        name
        for name, source in sources.items()
        if any(isinstance(node, ast.Attribute) and node.attr == attribute for node in ast.walk(ast.parse(source)))
    )


def rule_sources() -> dict[str, str]:
    root = Path(backplan.rules.__path__[0])
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in root.rglob("*.py")}


def test_no_rule_reads_the_met_value() -> None:
    assert reads("met", rule_sources()) == []
    assert reads("impact", rule_sources()) == ["exclusion/high_impact.py"]  # and only one reads the impact
    assert reads("met", {"bad.py": "def check(exercise): return exercise.met > 6"}) == ["bad.py"]


def test_the_met_value_changes_no_answer() -> None:
    for exercise in library().values():
        heavy = exercise._replace(met=19.0)
        assert left_out(heavy, well_equipped()) == left_out(exercise, well_equipped())


def test_every_move_on_the_list_of_the_reference_is_held_back() -> None:
    moves = [
        "full-sit-up", "double-leg-raise", "floor-crunch", "standing-toe-touch", "weighted-seated-twist", "superman",
        "pilates-roll-up", "pilates-saw", "heavy-barbell-lift",
    ]  # fmt: skip
    assert {left_out_by(library()[move], well_equipped()) for move in moves} == {"held-back"}


@pytest.mark.parametrize("tag", get_args(Condition))
def test_no_condition_leaves_out_everything_or_goes_unheard(tag: Tag) -> None:
    """Each condition bars, calls for care or is favoured somewhere, and leaves plenty of the library."""
    here, anyone = well_equipped(tag), well_equipped()
    fit = [exercise for exercise in library().values() if left_out(exercise, anyone) is None]
    kept = [exercise for exercise in fit if left_out(exercise, here) is None]
    assert len(kept) > 100
    assert len(kept) < len(fit) or any(cautions(exercise, here) or favoured_by(exercise, here) for exercise in kept)


def test_the_hardest_case_of_the_reference_keeps_something_for_every_block() -> None:
    """Section 6: bent, arched, thin bones, sciatica, no floor, no pool, and nothing that needs care.

    Counted exactly, so that a tag more or less is noticed. Section 6 asks for 11 stretches, 11 for the core, 12
    aerobic, 18 for strength, 6 for mobility and 9 to relax. Aerobic is 9 and not 12, as section 6 counted the table
    before its cautions were reviewed. Stretches are 10 and not 11, as the calf stretch with a straight knee pulls on
    the nerve and now calls for care with sciatica.
    """
    hard = case(
        tags=frozenset(
            {"healing", "flexion-intolerant", "extension-intolerant", "osteoporosis", "sciatica", "no-floor", "no-pool"}
        ),
        person=person(equipment=EVERYTHING),
    )
    kept = [
        exercise
        for exercise in library().values()
        if exercise.level == "basic" and left_out(exercise, hard) is None and not cautions(exercise, hard)
    ]
    count = {block: sum(exercise.block == block for exercise in kept) for block in ("stretch", "core", "aerobic")}
    count |= {block: sum(exercise.block == block for exercise in kept) for block in ("strength", "mobility", "relax")}
    assert count == {"stretch": 10, "core": 19, "aerobic": 11, "strength": 27, "mobility": 8, "relax": 9}


def test_a_leg_nerve_and_a_back_that_dislikes_bending_take_care_with_turns_and_straight_knees() -> None:
    for name in ("lying-knee-rolls", "seated-trunk-turn"):
        assert cautions(library()[name], well_equipped("sciatica")) == ["go gently, because of your leg nerve"]
        assert cautions(library()[name], well_equipped("flexion-intolerant")) == [
            "go gently, because of a back that bending troubles"
        ]
        assert cautions(library()[name], well_equipped()) == []
    straight, bent = library()["calf-stretch-straight-knee"], library()["calf-stretch-bent-knee"]
    assert cautions(straight, well_equipped("sciatica")) == ["go gently, because of your leg nerve"]
    assert cautions(straight, well_equipped("flexion-intolerant")) == []
    assert cautions(bent, well_equipped("sciatica")) == []


def test_no_mark_both_bars_and_only_calls_for_care() -> None:
    both = [e.id for e in library().values() if set(e.contraindications) & set(e.precautions)]
    assert both == []


def unmarked_for(e: Exercise) -> set[str]:
    """Who gets about on wheels, or can hardly stand, where an exercise asks for standing and is not marked for them."""
    upright = {"wheelchair-user", "little-standing"} if e.position == "standing" else set()
    knees = ("kneeling", "half-kneel", "quadruped", "water-chest", "water-waist")
    return (upright | ({"wheelchair-user"} if e.position in knees else set())) - set(e.contraindications)


def test_marks_and_measures_agree_about_floor_water_and_swimming() -> None:
    """An exercise that a rule bars by what it is also carries the mark, so that the library reads true by itself."""
    wrong = []
    for e in library().values():
        water = e.position.startswith("water-")
        checks = [
            e.floor and not e.bed and "no-floor" not in e.contraindications,
            water and not {"fear-of-water", "open-wound"} <= set(e.contraindications),
            water != (e.place == ("pool",)),
            (e.swim or e.position in ("water-deep", "water-swim")) and "no-swim" not in e.contraindications,
            e.position in ("supine", "prone") and "pregnancy-t2t3" not in e.contraindications,
            e.status == "excluded" and "healing" not in e.contraindications,
            e.impact == "high" and e.status != "excluded",
            e.status == "gated" and "post-surgery" not in e.contraindications and not water,
            e.impact != "high" and bool({"wheelchair-user", "little-standing"} & unmarked_for(e)),
        ]
        wrong += [(e.id, number) for number, bad in enumerate(checks) if bad]
    assert wrong == []


@pytest.mark.parametrize(
    "tag", ["flexion-intolerant", "extension-intolerant", "spondylolisthesis", "si-joint", "sciatica", "osteoporosis"]
)
def test_a_profile_bars_by_movement_exactly_what_the_library_marks(tag: Tag) -> None:
    """Movement and mark were made from the same matrix: an exercise barred by one and not the other is a slip."""
    fit = [exercise for exercise in library().values() if left_out(exercise, well_equipped()) is None]
    unmarked = [e.id for e in fit if left_out_by(e, well_equipped(tag)) == tag and tag not in e.contraindications]
    assert unmarked == []


@pytest.mark.parametrize("tag", get_args(Condition))
def test_what_a_new_rule_bars_by_measure_carries_the_mark(tag: Condition) -> None:
    """The same for every condition, whatever its rule is called, but for the water: its marks are known elsewhere."""
    if tag in ("no-pool", "fear-of-water", "open-wound", "skin-sensation-loss", "bp-uncontrolled"):
        return
    fit = [exercise for exercise in library().values() if left_out(exercise, well_equipped()) is None]
    assert [e.id for e in fit if left_out(e, well_equipped(tag)) and tag not in e.contraindications] == []


def test_after_a_birth_what_presses_on_the_trunk_is_marked() -> None:
    barred = {e.id for e in library().values() if "post-natal" in e.contraindications}
    assert barred >= {
        "modified-curl-up", "full-sit-up", "floor-crunch", "double-leg-raise", "knee-plank", "forearm-plank",
        "side-bridge", "push-up", "pilates-hundred", "leg-press", "goblet-squat", "low-impact-aerobics",
    }  # fmt: skip
    curls = [e.id for e in library().values() if any(word in e.id for word in ("curl-up", "crunch", "sit-up", "plank"))]
    assert set(curls) - barred == {"wall-plank"}  # which leans no more than a wall push-up


def test_pelvic_girdle_pain_spreads_no_knees_wide() -> None:
    for name in ("lying-butterfly-stretch", "standing-inner-thigh-stretch", "childs-pose", "childs-pose-side-reach"):
        assert left_out_by(library()[name], well_equipped("si-joint")) == "si-joint", name
        assert left_out(library()[name], well_equipped()) is None
    assert left_out(library()["quadruped-rock-back"], well_equipped("si-joint")) is None


def test_what_is_given_instead_of_a_hard_landing_may_be_given() -> None:
    pairs = [(e.id, e.instead) for e in library().values() if e.impact == "high"]
    barred = [pair for pair in pairs if pair[1] is None or left_out(library()[pair[1]], well_equipped()) is not None]
    assert barred == []


@pytest.mark.parametrize("mode", get_args(Mode))
def test_every_mode_leaves_something_to_do_at_home_without_gear(mode: Mode) -> None:
    left = [e for e in library().values() if left_out(e, case(mode=mode)) is None]
    assert len(left) >= 9
    assert any(e.block == "relax" for e in left)
    assert any(e.modality == "walking" for e in left) == WEEK_KINDS[mode].trains


def test_no_stretch_with_knees_or_feet_wide_apart_is_plain_with_girdle_pain() -> None:
    wide = ("wide apart", "knees as wide", "knees fall out", "knees wide")
    found = [
        each for each in library().values() if each.block == "stretch" and any(w in " ".join(each.steps) for w in wide)
    ]
    assert {"chair-forward-fold", "childs-pose"} <= {each.id for each in found}
    assert [each.id for each in found if "si-joint" not in {*each.contraindications, *each.precautions}] == []
