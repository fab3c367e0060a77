"""What a person may not be given: both sides of each rule, through the index, with the reason the person reads."""

from datetime import date, timedelta
from typing import Any, get_args

import pytest

from backplan.library.load import load
from backplan.model.case import Case
from backplan.model.exercise import Exercise
from backplan.model.person import Birth, Clearance, Flag, Person, Pregnancy, Surgery
from backplan.model.prescription import Prescribed, Prescription
from backplan.model.vocabulary import BirthKind, Condition, DerivedCondition, Equipment, Movement, SurgeryKind, Tag
from backplan.planner.choice.select import reasons_against
from backplan.rules.exclusion.movement import UNFIT
from backplan.rules.tags import birth_weeks, pregnancy_weeks, surgery_weeks, tags_on
from tests.support.indexes import cautions, left_out, left_out_by
from tests.support.lives import by_id
from tests.support.people import ON, case, exercise, person, prescribing, tagged

POOL = {"place": ("pool",), "position": "water-chest", "equipment": ("pool",), "movements": ("unloaded",)}


def on_day(who: Person, on: date = ON) -> Case:
    """A case with what follows from the person's answers on that date."""
    bars, care = tags_on(who, on)
    return case(
        person=who,
        on=on,
        tags=bars,
        caution_tags=care,
        surgery_weeks=surgery_weeks(who, on),
        pregnancy_weeks=pregnancy_weeks(who, on),
        birth_weeks=birth_weeks(who, on),
    )


def swimmer(*tags: Tag) -> Case:
    return tagged(*tags, person=person(equipment=("pool", "float-belt")))


def moving(*movements: Movement, **changes: Any) -> Exercise:
    return exercise(movements=movements, **changes)


def library_exercise(key: str) -> Exercise:
    return load().by_id()[key]


def test_a_plain_exercise_is_left_out_by_nothing() -> None:
    assert left_out(exercise(), case()) is None
    sitting = exercise(position="seated")
    assert left_out(sitting, tagged(*get_args(Condition), "healing", "no-floor", "no-swim", "pregnancy-t2t3")) is None


def test_high_impact() -> None:
    found = left_out(exercise(impact="high"), case())
    assert found is not None
    assert found[0] == "high-impact"
    assert "lands hard" in found[1]
    assert left_out(exercise(impact="low"), case()) is None
    assert left_out(exercise(impact="none"), case()) is None
    # SessionVerdict by impact and nothing else: neither the word nor the effort.
    assert left_out(exercise(id="water-jog", modality="running", met=9.8), case()) is None
    assert left_out_by(exercise(impact="high", met=1.0), case(level="advanced")) == "high-impact"


def test_impact_words() -> None:
    found = left_out(exercise(gives_away='"jump" in step 2', impact="none"), case(level="advanced"))
    assert found is not None
    assert found[0] == "impact-words"
    assert '"jump" in step 2' in found[1]
    assert left_out(exercise(own=True), case()) is None


def test_impact_unknown() -> None:
    found = left_out(exercise(impact_known=False), case())
    assert found is not None
    assert found[0] == "impact-unknown"
    assert "nothing says how hard it lands" in found[1]
    doubtful = left_out(exercise(impact_known=False, in_doubt='"hop" in step 1'), case())
    assert doubtful is not None
    assert 'whether it runs or jumps ("hop" in step 1)' in doubtful[1]
    assert left_out(exercise(impact_known=True), case()) is None
    assert left_out(exercise(impact_known=True, in_doubt='"hop" in step 1'), case()) is None


def test_held_back() -> None:
    found = left_out(exercise(status="excluded"), case(level="advanced"))
    assert found is not None
    assert found[0] == "held-back"
    assert "left out for now" in found[1]
    assert "danger" not in found[1]
    assert left_out_by(exercise(contraindications=("healing",)), case()) == "held-back"
    assert left_out(exercise(status="standard"), case()) is None


@pytest.mark.parametrize(
    ("movement", "by"),
    [
        ("flexion-loaded", "flexion-intolerant"),
        ("flexion", "flexion-intolerant"),
        ("rotation-loaded", "flexion-intolerant"),
        ("flexion-mild", None),
        ("rotation", None),
        ("axial", None),
        ("extension", None),
    ],
)
def test_flexion_intolerant(movement: Movement, by: str | None) -> None:
    assert left_out_by(moving(movement), tagged("flexion-intolerant")) == by
    assert left_out_by(moving(movement), case()) is None
    assert left_out_by(moving("neutral", movement), tagged("flexion-intolerant")) == by


def test_flexion_intolerant_says_what_the_exercise_does() -> None:
    assert left_out(moving("flexion-loaded"), tagged("flexion-intolerant")) == (
        "flexion-intolerant",
        "it bends your back forward under load, and bending forward brings on your pain",
    )
    marked = exercise(contraindications=("flexion-intolerant",))
    assert left_out_by(marked, tagged("flexion-intolerant")) == "flexion-intolerant"


@pytest.mark.parametrize(
    ("movement", "by"),
    [
        ("extension", "extension-intolerant"),
        ("extension-loaded", "extension-intolerant"),
        ("extension-mild", None),
        ("flexion", None),
        ("rotation-loaded", None),
    ],
)
def test_extension_intolerant(movement: Movement, by: str | None) -> None:
    assert left_out_by(moving(movement), tagged("extension-intolerant")) == by
    assert left_out_by(moving(movement), case()) is None
    assert left_out_by(exercise(contraindications=("extension-intolerant",)), tagged("extension-intolerant")) == (
        "extension-intolerant"
    )


@pytest.mark.parametrize(
    ("movement", "by"),
    [
        ("extension", "spondylolisthesis"),
        ("extension-loaded", "spondylolisthesis"),
        ("rotation", "spondylolisthesis"),
        ("rotation-loaded", "spondylolisthesis"),
        ("flexion-loaded", "spondylolisthesis"),
        ("extension-mild", None),
        ("rotation-mild", None),
        ("flexion", None),
        ("axial", None),
    ],
)
def test_spondylolisthesis(movement: Movement, by: str | None) -> None:
    assert left_out_by(moving(movement), tagged("spondylolisthesis")) == by
    assert left_out_by(moving(movement), case()) is None


@pytest.mark.parametrize(("movement", "by"), [("rotation-loaded", "si-joint"), ("rotation", None), ("flexion", None)])
def test_si_joint(movement: Movement, by: str | None) -> None:
    assert left_out_by(moving(movement), tagged("si-joint")) == by
    assert left_out_by(moving(movement), case()) is None
    assert left_out_by(exercise(demands=("asymmetric",)), tagged("si-joint")) is None  # with care, not forbidden


@pytest.mark.parametrize(
    ("what", "by"),
    [
        (moving("flexion-loaded"), "sciatica"),
        (moving("rotation-loaded"), "sciatica"),
        (exercise(demands=("neural-tension",)), "sciatica"),
        (moving("flexion"), None),
        (moving("axial"), None),
        (exercise(demands=("nerve-glide",)), None),
    ],
)
def test_sciatica(what: Exercise, by: str | None) -> None:
    assert left_out_by(what, tagged("sciatica")) == by
    assert left_out_by(what, case()) is None


@pytest.mark.parametrize(
    ("movement", "by"),
    [
        ("flexion", "osteoporosis"),
        ("flexion-loaded", "osteoporosis"),
        ("rotation", "osteoporosis"),
        ("rotation-loaded", "osteoporosis"),
        ("extension-loaded", "osteoporosis"),
        ("extension", None),  # back-extensor endurance stays in
        ("flexion-mild", None),
        ("rotation-mild", None),
        ("axial", None),
    ],
)
def test_osteoporosis(movement: Movement, by: str | None) -> None:
    assert left_out_by(moving(movement), tagged("osteoporosis")) == by
    assert left_out_by(moving(movement), case()) is None


@pytest.mark.parametrize(
    ("what", "by"),
    [
        (moving("flexion"), "post-surgery"),
        (moving("flexion-loaded"), "post-surgery"),
        (moving("extension"), "post-surgery"),
        (moving("extension-loaded"), "post-surgery"),
        (moving("rotation"), "post-surgery"),
        (moving("rotation-loaded"), "post-surgery"),
        (moving("axial"), "post-surgery"),
        (exercise(demands=("nerve-glide",)), "post-surgery"),
        (moving("flexion-mild"), None),
        (moving("rotation-mild", "extension-mild"), None),
        (moving("neutral"), None),
    ],
)
def test_post_surgery(what: Exercise, by: str | None) -> None:
    assert left_out_by(what, tagged("post-surgery")) == by
    assert left_out_by(what, case()) is None
    assert left_out_by(what, case(caution_tags=frozenset({"post-surgery"}))) is None  # after the window: with care


@pytest.mark.parametrize(
    ("kind", "barred_to", "care_from"),
    [
        ("disc", date(2026, 6, 7), date(2026, 6, 8)),  # 12 weeks after 16 March
        ("decompression", date(2026, 6, 7), date(2026, 6, 8)),
        ("fusion", date(2026, 9, 13), date(2026, 9, 14)),  # 26 weeks
        ("other", date(2026, 9, 13), date(2026, 9, 14)),
    ],
)
def test_post_surgery_bars_through_its_window_and_then_calls_for_care(
    kind: SurgeryKind, barred_to: date, care_from: date
) -> None:
    who = person(surgery=Surgery(kind, date(2026, 3, 16), released=date(2026, 5, 1)))
    assert left_out_by(moving("axial"), on_day(who, barred_to)) == "post-surgery"
    assert left_out_by(moving("axial"), on_day(who, care_from)) is None
    assert on_day(who, care_from).caution_tags == {"post-surgery"}
    assert on_day(who, date(2027, 3, 15)).caution_tags == {"post-surgery"}
    assert on_day(who, date(2027, 3, 16)).caution_tags == frozenset()


WEEK_11, WEEK_12 = date(2026, 6, 7), date(2026, 6, 8)  # the last day of 12 weeks after 16 March, and the next


def operated(kind: SurgeryKind, on: date) -> Case:
    return on_day(person(surgery=Surgery(kind, date(2026, 3, 16), released=date(2026, 4, 1))), on)


@pytest.mark.parametrize("movement", ["flexion-mild", "extension-mild", "rotation-mild", "lateral", "lateral-mild"])
@pytest.mark.parametrize("kind", ["fusion", "other"])
def test_post_surgery_bars_small_bends_and_turns_for_12_weeks_after_a_fusion(
    kind: SurgeryKind, movement: Movement
) -> None:
    assert (operated(kind, WEEK_11).surgery_weeks, operated(kind, WEEK_12).surgery_weeks) == (11, 12)
    assert left_out_by(moving(movement), operated(kind, WEEK_11)) == "post-surgery"
    assert left_out_by(moving(movement), operated(kind, WEEK_12)) is None
    assert left_out_by(moving("neutral"), operated(kind, WEEK_11)) is None
    # The large ones stay barred for 26 weeks.
    assert left_out_by(moving("flexion"), operated(kind, WEEK_12)) == "post-surgery"


@pytest.mark.parametrize("movement", ["flexion-mild", "extension-mild", "rotation-mild", "lateral", "lateral-mild"])
@pytest.mark.parametrize("kind", ["disc", "decompression"])
def test_post_surgery_never_bars_small_bends_and_turns_after_a_disc_operation(
    kind: SurgeryKind, movement: Movement
) -> None:
    """In week 5 only walking is given at all; a walk with a small bend in it tells this rule from that one."""
    in_week_5 = operated(kind, date(2026, 4, 26))
    assert in_week_5.surgery_weeks == 5
    assert left_out_by(moving(movement, modality="walking"), in_week_5) is None
    assert left_out_by(moving(movement), in_week_5) == "surgery-first-weeks"
    assert left_out_by(moving(movement), operated(kind, WEEK_11)) is None
    fused = operated("fusion", date(2026, 4, 26))
    assert left_out_by(moving(movement, modality="walking"), fused) == "post-surgery"


def test_post_surgery_says_which_small_movement_it_is_about() -> None:
    assert left_out(moving("rotation-mild"), operated("fusion", WEEK_11)) == (
        "post-surgery",
        "it turns your back a little, and your operation was not long ago",
    )
    assert left_out(moving("lateral-mild"), operated("other", WEEK_11)) == (
        "post-surgery",
        "it bends your back a little sideways, and your operation was not long ago",
    )


@pytest.mark.parametrize(("weeks", "by"), [(0, "surgery-first-weeks"), (5, "surgery-first-weeks"), (6, None)])
def test_surgery_first_weeks(weeks: int, by: str | None) -> None:
    assert left_out_by(exercise(), case(surgery_weeks=weeks)) == by
    assert left_out_by(exercise(modality="walking"), case(surgery_weeks=weeks)) is None
    assert left_out_by(exercise(modality="breathing"), case(surgery_weeks=weeks)) is None
    assert left_out_by(exercise(modality="relaxation"), case(surgery_weeks=weeks)) is None
    assert left_out_by(exercise(), case(surgery_weeks=None)) is None


def test_surgery_first_weeks_end_on_the_day_six_weeks_after() -> None:
    who = person(surgery=Surgery("disc", date(2026, 10, 12), released=date(2026, 11, 1)))
    assert left_out_by(exercise(), on_day(who, date(2026, 11, 22))) == "surgery-first-weeks"
    assert left_out_by(exercise(), on_day(who, date(2026, 11, 23))) is None


@pytest.mark.parametrize(
    ("what", "by"),
    [
        (exercise(position="supine"), "pregnancy-positions"),
        (exercise(position="prone"), "pregnancy-positions"),
        (exercise(demands=("inversion",)), "pregnancy-positions"),
        (exercise(contraindications=("pregnancy-t2t3",)), "pregnancy-positions"),
        (exercise(position="side"), None),
        (exercise(position="seated"), None),
        (exercise(position="quadruped"), None),
        (exercise(position="standing"), None),
    ],
)
def test_pregnancy_positions(what: Exercise, by: str | None) -> None:
    in_week_12 = on_day(person(pregnancy=Pregnancy(12, date(2026, 11, 17))))  # six days into week 12
    in_week_13 = on_day(person(pregnancy=Pregnancy(12, date(2026, 11, 16))))  # a week later
    assert (in_week_12.pregnancy_weeks, in_week_13.pregnancy_weeks) == (12, 13)
    assert left_out_by(what, in_week_12) is None
    assert left_out_by(what, in_week_13) == by


BORN = date(2026, 10, 12)
SIX = date(2026, 11, 23)  # six weeks later
TWELVE = date(2027, 1, 4)


def after_birth(kind: BirthKind, on: date, cleared: date = date(2026, 10, 20)) -> Case:
    """A day after a birth on 12 October, with a clearance of the given day."""
    return on_day(person(birth=Birth(BORN, kind), clearance=Clearance("midwife", cleared)), on)


@pytest.mark.parametrize("kind", ["vaginal", "caesarean"])
def test_birth_first_weeks(kind: BirthKind) -> None:
    last, next_day = after_birth(kind, date(2026, 11, 22)), after_birth(kind, SIX)
    assert (last.birth_weeks, next_day.birth_weeks) == (5, 6)
    assert left_out_by(exercise(), last) == "birth-first-weeks"
    assert left_out_by(exercise(), next_day) is None
    for allowed in ({"modality": "walking"}, {"modality": "breathing"}, {"areas": ("pelvic-floor",)}):
        assert left_out_by(exercise(**allowed), last) is None
        assert (
            left_out_by(exercise(**allowed, level="intermediate"), case(tags=last.tags, level="advanced")) is not None
        )
    assert left_out_by(exercise(areas=("abdominals", "pelvic-floor")), last) == "birth-first-weeks"
    brisk = exercise(modality="walking", contraindications=("birth-first-weeks",))
    assert left_out_by(brisk, last) == "birth-first-weeks"
    assert left_out_by(brisk, next_day) is None
    assert left_out_by(exercise(), case()) is None


WALK = {"modality": "walking"}  # which the first weeks allow


@pytest.mark.parametrize(
    ("what", "by"),
    [
        (exercise(**POOL, **WALK), "birth-wound"),
        (exercise(position="prone", **WALK), "birth-wound"),
        (exercise(contraindications=("birth-wound",), **WALK), "birth-wound"),
        (exercise(**WALK), None),
    ],
)
def test_birth_wound(what: Exercise, by: str | None) -> None:
    def rule(on: Case) -> str | None:
        return left_out_by(what, on._replace(person=on.person._replace(equipment=("pool",))))

    last = date(2026, 11, 22)
    assert rule(after_birth("vaginal", last)) == by
    assert rule(after_birth("vaginal", SIX)) is None  # time alone ends it
    assert rule(after_birth("caesarean", last)) == by
    assert rule(after_birth("caesarean", date(2027, 3, 1), cleared=last)) == by  # time alone does not
    assert rule(after_birth("caesarean", SIX, cleared=SIX)) is None
    assert rule(case()) is None


@pytest.mark.parametrize(("kind", "opens"), [("vaginal", SIX), ("caesarean", TWELVE)])
def test_post_natal(kind: BirthKind, opens: date) -> None:
    curl_up, day = exercise(contraindications=("post-natal",)), date(2027, 2, 1)
    early = after_birth(kind, day, cleared=opens - timedelta(days=1))
    cleared = after_birth(kind, day, cleared=opens)
    assert left_out_by(curl_up, early) == "post-natal"
    assert left_out_by(curl_up, cleared) is None
    assert left_out_by(curl_up, case()) is None
    harder = exercise(level="intermediate")
    for on, by in ((early, "post-natal"), (cleared, None)):
        able = on._replace(level="advanced")
        assert left_out_by(harder, able) == by
        assert left_out_by(harder._replace(block="strength"), able) is None
        assert left_out_by(harder, able._replace(prescription=prescribing(harder.id))) is None
        assert left_out_by(exercise(), able) is None


def test_pregnancy_leaves_out_twisting_under_load() -> None:
    """Section 5 of the clinical reference avoids a loaded twist; a missing mark must not let one through."""
    assert left_out_by(moving("rotation-loaded"), tagged("pregnancy-t2t3")) == "pregnancy-positions"


def test_hip_issue() -> None:
    marked = exercise(contraindications=("hip-issue",))
    assert left_out(marked, tagged("hip-issue")) == ("hip-issue", "it is not advised with hip trouble")
    assert left_out(marked, tagged("knee-issue")) is None
    assert left_out(exercise(demands=("deep-hip",)), tagged("hip-issue")) is None  # needs care, is not barred


def test_knee_issue() -> None:
    marked = exercise(contraindications=("knee-issue",))
    assert left_out(marked, tagged("knee-issue")) == ("knee-issue", "it is not advised with knee trouble")
    assert left_out(marked, tagged("hip-issue")) is None
    assert left_out(exercise(demands=("deep-knee",)), tagged("knee-issue")) is None


@pytest.mark.parametrize("movement", [m for m in get_args(Movement) if m not in ("neutral", "unloaded")])
def test_new_fracture(movement: Movement) -> None:
    new = tagged("vertebral-fracture-new", level="advanced")
    assert left_out_by(moving(movement), new) == "new-fracture"
    assert left_out_by(moving("neutral", movement), new) == "new-fracture"
    assert left_out(moving("neutral"), new) is None
    assert left_out(moving("unloaded"), new) is None
    assert left_out(moving(movement), case()) is None


@pytest.mark.parametrize(
    ("changes", "left"),
    [
        ({"level": "intermediate"}, True),
        ({"equipment": ("dumbbells",)}, True),
        ({"equipment": ("machine",)}, True),
        ({"equipment": ("band",)}, False),
        ({"level": "basic"}, False),
    ],
)
def test_while_a_bone_of_the_back_heals_only_easy_work_without_weights_is_given(
    changes: dict[str, Any], left: bool
) -> None:
    new = tagged("vertebral-fracture-new", level="advanced", person=person(equipment=("dumbbells", "machine", "band")))
    assert (left_out_by(exercise(**changes), new) == "new-fracture") is left
    if left:
        assert "a bone of your back" in (left_out(exercise(**changes), new) or ("", ""))[1]


@pytest.mark.parametrize("movement", get_args(Movement))
def test_healed_fracture(movement: Movement) -> None:
    """Just what thin bones are spared."""
    thin = left_out(moving(movement), tagged("osteoporosis")) is not None
    assert left_out_by(moving(movement), tagged("vertebral-fracture-healed")) == ("healed-fracture" if thin else None)


def test_hip_replacement() -> None:
    deep = exercise(demands=("deep-hip",))
    assert left_out(deep, tagged("hip-replacement")) == (
        "hip-replacement",
        "it bends your hip far, which your new hip should be spared",
    )
    assert left_out(deep, tagged("knee-replacement")) is None
    assert left_out(exercise(demands=("deep-knee",)), tagged("hip-replacement")) is None


def test_knee_replacement() -> None:
    deep = exercise(demands=("deep-knee",))
    assert left_out(deep, tagged("knee-replacement")) == (
        "knee-replacement",
        "it bends your knee far, which your new knee should be spared",
    )
    assert left_out(deep, tagged("hip-replacement")) is None
    assert left_out(exercise(demands=("deep-hip",)), tagged("knee-replacement")) is None


STRETCH: dict[str, Any] = {"block": "stretch", "slot": "stretch", "modality": "back-stretch"}


@pytest.mark.parametrize(
    ("changes", "left"),
    [
        ({**STRETCH, "movements": ("flexion",)}, True),
        ({**STRETCH, "movements": ("lateral",)}, True),
        ({**STRETCH, "demands": ("neural-tension",)}, True),
        ({**STRETCH, "movements": ("flexion-mild",)}, False),
        ({**STRETCH, "demands": ("balance",)}, False),
        ({"movements": ("extension",)}, False),  # strength through a range is no stretch
    ],
)
def test_hypermobility(changes: dict[str, Any], left: bool) -> None:
    assert left_out_by(exercise(**changes), tagged("hypermobility")) == ("hypermobility" if left else None)
    assert left_out(exercise(**changes), case()) is None


@pytest.mark.parametrize("tag", ["stress-incontinence", "prolapse"])
def test_pelvic_floor_strain(tag: Tag) -> None:
    assert left_out(moving("axial"), tagged(tag)) == (
        "pelvic-floor-strain",
        "it presses down along your spine, and onto your pelvic floor",
    )
    assert left_out(moving("neutral"), tagged(tag)) is None
    assert left_out(moving("axial"), case()) is None
    assert left_out(library_exercise("forearm-plank"), tagged(tag, level="advanced")) is not None
    assert left_out(library_exercise("abdominal-brace"), tagged(tag)) is None


def test_little_standing() -> None:
    assert left_out(exercise(position="standing"), tagged("little-standing")) == (
        "little-standing",
        "it is done standing",
    )
    swims = swimmer("little-standing")
    assert left_out(exercise(**POOL), swims) is None  # the water carries
    for position in ("seated", "supine", "any", "kneeling"):
        assert left_out(exercise(position=position), tagged("little-standing")) is None
    assert left_out(exercise(position="standing"), case()) is None


def test_wheelchair() -> None:
    for position in ("standing", "kneeling", "half-kneel", "quadruped"):
        found = left_out(exercise(position=position), tagged("wheelchair-user"))
        assert found == ("wheelchair", "it is done on your feet or knees")
    assert left_out_by(exercise(**POOL), swimmer("wheelchair-user")) == "wheelchair"
    for position in ("seated", "supine", "prone", "side", "any"):
        assert left_out(exercise(position=position), tagged("wheelchair-user")) is None
    assert left_out(exercise(position="standing"), case()) is None


def test_bp_uncontrolled() -> None:
    heads_down = exercise(demands=("inversion",))
    assert left_out(heads_down, tagged("bp-uncontrolled")) == (
        "bp-uncontrolled",
        "it puts your head below your heart, and your blood pressure is not yet under control",
    )
    assert left_out(heads_down, case()) is None
    assert left_out(exercise(precautions=("bp-uncontrolled",)), tagged("bp-uncontrolled")) is None


@pytest.mark.parametrize(
    ("what", "why"),
    [
        (exercise(block="water", position="water-chest", place=("pool",), equipment=("pool",)), "it is in the water"),
        (exercise(block="aerobic", intervals=True), "it is hard and easy by turns"),
        (exercise(contraindications=("bp-uncontrolled",)), "it is not advised while your blood pressure"),
    ],
)
def test_high_blood_pressure_keeps_to_easy_effort_on_land(what: Exercise, why: str) -> None:
    found = left_out(what, tagged("bp-uncontrolled"))
    assert found is not None
    assert found[0] == "bp-uncontrolled"
    assert found[1].startswith(why)
    assert left_out_by(what, case()) in (None, "equipment")


def test_heart() -> None:
    turns, hard = exercise(block="aerobic", intervals=True), exercise(contraindications=("heart",))
    assert left_out_by(turns, tagged("heart")) == "heart"
    assert left_out_by(hard, tagged("heart")) == "heart"
    assert left_out_by(exercise(block="aerobic"), tagged("heart")) is None
    assert [left_out_by(each, case()) for each in (turns, hard)] == [None, None]
    assert left_out_by(hard, on_day(person(heart=(Flag("diabetes", ON),)))) == "heart"


@pytest.mark.parametrize(("tag", "most"), [("bp-uncontrolled", 4.0), ("heart", 6.0)])
def test_the_library_marks_what_is_more_effort_than_such_a_heart_may_have(tag: Tag, most: float) -> None:
    for what in by_id().values():
        dry = what.block != "water" or tag == "heart"  # high pressure keeps out of all water
        brisk = tag == "bp-uncontrolled" and what.modality in ("walking", "treadmill") and (what.met or 0) >= 3
        waits = what.impact == "high" or what.status == "excluded"
        if dry and not waits and "inversion" not in what.demands:
            marked = tag in what.contraindications
            assert marked == (what.intervals or (what.met or 0) >= most or brisk), what.id


def test_skin_sensation() -> None:
    warm = exercise(block="relax", modality="heat")
    assert left_out_by(warm, tagged("skin-sensation-loss")) == "skin-sensation"
    assert left_out_by(warm, case()) is None
    assert left_out_by(exercise(block="relax", modality="relaxation"), tagged("skin-sensation-loss")) is None


def test_no_floor() -> None:
    assert left_out_by(exercise(floor=True), tagged("no-floor")) == "no-floor"
    assert left_out_by(exercise(floor=True, bed=True), tagged("no-floor")) is None
    assert left_out_by(exercise(floor=False), tagged("no-floor")) is None
    assert left_out_by(exercise(floor=True), case()) is None
    assert left_out_by(exercise(floor=True), on_day(person(floor=False))) == "no-floor"
    assert left_out_by(exercise(floor=True), on_day(person(floor=True))) is None


@pytest.mark.parametrize(
    ("changes", "by"),
    [
        ({"position": "water-deep"}, "no-swimming"),
        ({"position": "water-swim"}, "no-swimming"),
        ({"position": "water-chest", "swim": True}, "no-swimming"),
        ({"position": "water-chest"}, None),
        ({"position": "water-waist"}, None),
    ],
)
def test_no_swimming(changes: dict[str, Any], by: str | None) -> None:
    what = exercise(**{**POOL, **changes})
    assert left_out_by(what, swimmer("no-swim")) == by
    assert left_out_by(what, swimmer()) is None
    assert left_out_by(what, on_day(person(swim=False, equipment=("pool",)))) == by


def test_other_stroke() -> None:
    what = exercise(**POOL, stroke="front-crawl")
    only = person(swim=True, strokes=("breaststroke",), equipment=("pool",))
    assert left_out_by(what, on_day(only)) == "other-stroke"
    assert left_out_by(exercise(**POOL, stroke="breaststroke"), on_day(only)) is None
    assert left_out_by(exercise(**POOL), on_day(only)) is None
    assert left_out_by(what, on_day(only._replace(strokes=()))) is None


@pytest.mark.parametrize(("year", "old"), [(2025, False), (2026, True), (2040, True)])
def test_somebody_is_65_from_the_year_on_in_which_they_reach_it(year: int, old: bool) -> None:
    bars, _ = tags_on(person(born=1961), date(year, 6, 1))
    assert ("from-65" in bars) is old
    assert "from-65" not in tags_on(person(), date(year, 6, 1))[0]  # unknown is not old


def test_nobody_grows_old_within_a_week() -> None:
    young, old = date(2026, 1, 4), date(2026, 1, 5)  # the Sunday of a week begun in 2025, and the Monday after it
    assert "from-65" not in tags_on(person(born=1961), young)[0]
    assert "from-65" in tags_on(person(born=1961), old)[0]


def test_fear_of_water() -> None:
    shut_out_of_water("fear-of-water", "fear-of-water")


def test_open_wound() -> None:
    shut_out_of_water("open-wound", "open-wound")
    on_land = exercise(contraindications=("open-wound",))
    assert left_out_by(on_land, tagged("open-wound")) == "open-wound"


def test_no_pool() -> None:
    shut_out_of_water("no-pool", "no-pool")


def shut_out_of_water(tag: Tag, rule: str) -> None:
    """All water, by position, place or gear, whether or not the library marks it; land stays in."""
    for water in (
        exercise(**POOL),
        exercise(position="water-chest"),
        exercise(place=("pool",)),
        exercise(**{**POOL, "position": "water-swim", "swim": True}),
    ):
        assert left_out_by(water, swimmer(tag)) == rule
        assert left_out_by(water, swimmer()) is None
    assert left_out_by(exercise(), swimmer(tag)) is None


def test_other_contraindication() -> None:
    marked = exercise(contraindications=("wrist-issue", "neck-issue"))
    assert left_out(marked, tagged("neck-issue")) == ("other-contraindication", "it is not advised with neck trouble")
    assert left_out(marked, tagged("shoulder-issue")) is None
    assert left_out(exercise(precautions=("neck-issue",)), tagged("neck-issue")) is None


def test_what_a_rule_of_its_own_has_said_is_not_said_again() -> None:
    marked = exercise(contraindications=("hip-issue", "neck-issue"))
    assert reasons(marked, tagged("hip-issue")) == ["it is not advised with hip trouble"]
    assert reasons(marked, tagged("hip-issue", "neck-issue")) == [
        "it is not advised with hip trouble",
        "it is not advised with neck trouble",
    ]
    on_land = exercise(contraindications=("no-pool",))  # the rule about pools speaks of the water alone
    assert reasons(on_land, tagged("no-pool")) == [
        "it is not advised for somebody who was told to keep out of pools",
    ]


@pytest.mark.parametrize("tag", get_args(Condition))
def test_a_contraindication_always_bars_whoever_has_it(tag: Tag) -> None:
    marked = exercise(contraindications=(tag,))
    assert left_out(marked, case()) is None
    assert left_out(marked, tagged(tag)) is not None


def test_coping_only() -> None:
    breathing = exercise(block="relax", modality="breathing")
    assert left_out_by(exercise(), case(mode="coping-only")) == "coping-only"
    assert left_out_by(exercise(flare=True, modality="walking", block="aerobic"), case(mode="coping-only")) == (
        "coping-only"
    )
    assert left_out_by(breathing, case(mode="coping-only")) is None
    assert left_out_by(exercise(), case(mode="normal")) is None


def test_flare() -> None:
    assert left_out_by(exercise(flare=False), case(mode="flare")) == "flare"
    assert left_out_by(exercise(flare=True), case(mode="flare")) is None
    assert left_out_by(exercise(flare=False), case(mode="normal")) is None


@pytest.mark.parametrize(
    ("changes", "by"),
    [
        ({"modality": "walking"}, None),
        ({"modality": "mobility"}, None),
        ({"modality": "heat"}, None),
        ({"modality": "walking", "level": "intermediate"}, "acute"),
        ({"modality": "motor-control"}, "acute"),
        ({"modality": "motor-control", "areas": ("pelvic-floor",)}, None),
        ({"modality": "motor-control", "areas": ("pelvic-floor",), "level": "intermediate"}, "acute"),
        ({"modality": "lower"}, "acute"),
    ],
)
def test_acute(changes: dict[str, Any], by: str | None) -> None:
    assert left_out_by(exercise(**changes), case(mode="acute", level="advanced")) == by
    assert left_out_by(exercise(**changes), case(mode="normal", level="advanced")) is None


@pytest.mark.parametrize(
    ("changes", "by"),
    [
        ({"modality": "walking"}, None),
        ({"modality": "mobility"}, None),
        ({"modality": "walking", "level": "intermediate"}, "acute"),
        ({"modality": "motor-control"}, "acute"),
        ({"modality": "lower"}, "acute"),
    ],
)
def test_a_flare_in_new_pain_keeps_the_acute_bars(changes: dict[str, Any], by: str | None) -> None:
    """What is new stays new in a flare; and a flare of old pain gives what is fit for one."""
    fit = exercise(flare=True, **changes)
    assert left_out_by(fit, case(mode="flare", new_pain=True, level="advanced")) == by
    assert left_out_by(fit, case(mode="flare", new_pain=False, level="advanced")) is None
    # The flare's own bar stands beside it.
    unfit = exercise(flare=False, **changes)
    assert left_out_by(unfit, case(mode="flare", new_pain=True, level="advanced")) == "flare"


def test_a_case_is_acute_by_its_mode_or_by_how_new_the_pain_is() -> None:
    assert case(mode="acute").acute
    assert case(mode="flare", new_pain=True).acute
    assert case(mode="coping-only", new_pain=True).acute
    assert not case(mode="flare").acute
    assert not case().acute


def test_gated() -> None:
    hard = exercise(status="gated")
    assert left_out_by(hard, case(level="basic")) == "gated"
    assert left_out_by(hard, case(level="intermediate")) == "gated"
    assert left_out_by(hard, case(level="advanced")) is None
    assert left_out_by(hard, case(level="basic", prescription=prescribing("plain-move"))) is None
    assert left_out_by(exercise(status="standard"), case(level="basic")) is None


def test_prescribed_only() -> None:
    glide = exercise(status="prescribed")
    assert left_out_by(glide, case(level="advanced")) == "prescribed-only"
    assert left_out_by(glide, case(prescription=prescribing("plain-move"))) is None
    assert left_out_by(glide, case(prescription=prescribing("another"))) == "prescribed-only"


@pytest.mark.parametrize(
    ("exercise_level", "own_level", "by"),
    [
        ("basic", "basic", None),
        ("intermediate", "basic", "above-level"),
        ("intermediate", "intermediate", None),
        ("advanced", "intermediate", "above-level"),
        ("advanced", "advanced", None),
        ("basic", "advanced", None),
    ],
)
def test_above_level(exercise_level: str, own_level: str, by: str | None) -> None:
    what = exercise(level=exercise_level)
    assert left_out_by(what, case(level=own_level)) == by
    assert left_out_by(what, case(level=own_level, prescription=prescribing("plain-move"))) is None


def test_a_prescription_never_overrides_what_spares_the_back() -> None:
    asked = prescribing("plain-move")
    assert left_out_by(exercise(impact="high"), case(prescription=asked)) == "high-impact"
    assert left_out_by(exercise(status="excluded"), case(prescription=asked)) == "held-back"
    assert left_out_by(moving("flexion"), tagged("osteoporosis", prescription=asked)) == "osteoporosis"


def test_prescription_avoid() -> None:
    by_id = Prescription(avoided=(Prescribed("avoid", "midwife", ON, exercise="plain-move", why="not yet."),))
    by_kind = Prescription(avoided=(Prescribed("avoid", "doctor", ON, modality="motor-control"),))
    found = ("prescription-avoid", "your midwife asked to leave it out: not yet")
    assert left_out(exercise(), case(prescription=by_id)) == found
    assert left_out(exercise(), case(prescription=by_kind)) == (found[0], "your doctor asked to leave it out")
    assert left_out(exercise(id="another"), case(prescription=by_id)) is None
    assert left_out(exercise(modality="yoga"), case(prescription=by_kind)) is None
    # Of two words of one prescription the more careful counts; and our own ban comes first.
    both = by_id._replace(added=prescribing("plain-move").added)
    assert left_out_by(exercise(), case(prescription=both)) == "prescription-avoid"
    assert left_out_by(exercise(impact="high"), case(prescription=both)) == "high-impact"


def owns(*items: Equipment, **places: tuple[Equipment, ...]) -> Case:
    return case(person=person(equipment=items, places=places))


def test_equipment() -> None:
    band = exercise(equipment=("band",))
    assert left_out(band, owns()) == ("equipment", "it needs an elastic exercise band")
    assert left_out(band, owns("band")) is None
    assert left_out(exercise(equipment=("band", "dumbbells")), owns()) == (
        "equipment",
        "it needs an elastic exercise band and a pair of light dumbbells",
    )
    assert left_out(exercise(equipment=("chair", "wall", "mat", "towel")), owns()) is None  # any home has them


def test_equipment_must_all_be_in_one_place_the_person_goes_to() -> None:
    both = exercise(place=("home", "gym"), equipment=("dumbbells", "bench"))
    assert left_out(both, owns("dumbbells", "bench")) is None
    assert left_out(both, owns("dumbbells", gym=("dumbbells", "bench"))) is None
    assert left_out(both, owns("dumbbells", gym=("bench",))) == (
        "equipment",
        "it needs things that are not all in one place",
    )
    treadmill = exercise(place=("home",), equipment=("treadmill",))
    assert left_out_by(treadmill, owns("treadmill", gym=("treadmill",))) == "equipment"  # it stands in the gym
    assert left_out_by(exercise(**POOL), owns()) == "equipment"
    assert left_out_by(exercise(**POOL), owns("pool")) is None
    assert left_out_by(exercise(**POOL), owns(pool=("pool",))) is None


def test_dislike() -> None:
    assert left_out_by(exercise(), case(person=person(dislikes=("plain-move",)))) == "dislike"
    assert left_out_by(exercise(), case(person=person(dislikes=("motor-control",)))) == "dislike"
    assert left_out_by(exercise(), case(person=person(dislikes=("plain",)))) is None


def test_hurt_lately() -> None:
    """A stretch rests for a week; of what grows less is given instead."""
    stretch = exercise(slot="stretch")
    today = case().on
    for days, expected in ((0, "hurt-lately"), (6, "hurt-lately"), (7, None)):
        hurt = {"plain-move": today - timedelta(days)}
        assert left_out_by(stretch, case()._replace(hurt=hurt)) == expected
        for slot in ("back", "lower", "aerobic"):
            assert left_out_by(exercise(slot=slot), case()._replace(hurt=hurt)) is None
    assert left_out_by(stretch, case()._replace(hurt={"another": today})) is None


def test_safety_is_named_before_convenience() -> None:
    """The week counts an exercise under its first reason, so a bar for the back stands before level, gear and taste."""
    awkward = exercise(
        movements=("flexion-loaded",), level="advanced", equipment=("barbell",), status="gated", impact="high"
    )
    who = person(dislikes=("plain-move",))
    assert left_out_by(awkward, tagged("sciatica", person=who)) == "high-impact"
    soft = awkward._replace(impact="none")
    assert left_out_by(soft, tagged("sciatica", person=who)) == "sciatica"
    assert left_out_by(soft, case(person=who)) == "gated"


# Every reason for every tag.

TAGS: tuple[Tag, ...] = (*get_args(Condition), *get_args(DerivedCondition))
RAW = [
    *(tag for tag in TAGS if "-" in tag),
    *(tag.replace("-", " ") for tag in TAGS if "-" in tag and tag != "fear-of-water"),
    *("issue", "intolerant", "t2t3", "balance poor", "uncontrolled", "spondylolisthesis", "sciatica", "osteoporosis"),
    *("it is not advised,", "with no ", "None", "{", "  "),
]
OTHERWISE = {  # whose reason is not that it is not advised
    "birth-first-weeks": "in the first six weeks after a birth only easy walking, breathing and pelvic floor work are "
    "given",
    "birth-wound": "it presses on your belly, which waits until a wound of the birth has healed",
    "post-natal": "it presses hard on your belly and pelvic floor, which waits until you are cleared for it after the "
    "birth",
    "open-wound": "it waits until your skin has healed",
    "healing": "it loads the back heavily, so it is left out for now",
}


def reasons(what: Exercise, on: Case) -> list[str]:
    """Every reason against an exercise, in the order of the rules."""
    return [reason for _, reason in reasons_against(what, on)]


@pytest.mark.parametrize("tag", TAGS)
def test_a_mark_against_anything_is_told_once_in_words_of_its_own(tag: Tag) -> None:
    said = OTHERWISE.get(tag, f"it is not advised {UNFIT[tag]}")
    assert reasons(exercise(position="seated", contraindications=(tag,)), tagged(tag)) == [said]
    assert not [raw for raw in RAW if raw in said]


def test_no_reason_for_any_exercise_and_any_tag_holds_a_raw_word() -> None:
    said = {
        word
        for one in load().exercises
        for tag in TAGS
        for on in (tagged(tag), case(caution_tags=frozenset({tag})))
        for word in (*reasons(one, on), *cautions(one, on))
    }
    assert len(said) > 40
    assert not [(word, raw) for word in sorted(said) for raw in RAW if raw in word]


def test_a_birth_bars_nothing_before_its_day() -> None:
    born = person(birth=Birth(ON, "vaginal"))
    assert birth_weeks(born, ON - timedelta(days=1)) is None
    assert birth_weeks(born, ON) == 0
    assert "birth-first-weeks" in tags_on(born, ON)[0]
    assert not {"birth-first-weeks", "birth-wound", "post-natal"} & tags_on(born, ON - timedelta(days=1))[0]
