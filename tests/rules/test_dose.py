"""How much: both sides of each dose rule, after all of them in their order."""

from itertools import product
from typing import Any, get_args

import pytest

from backplan.model.case import Case, PainToday
from backplan.model.particulars import Particulars
from backplan.model.vocabulary import Mode
from backplan.model.week import GivenDose
from backplan.rules.dose.load import against
from tests.support.indexes import given
from tests.support.people import case, exercise, prescribing, tagged

THREE = GivenDose(sets=3, reps=8, hold_s=5, per_side=True)
LATER = 3  # the first programme week in which learning is over


@pytest.mark.parametrize(
    ("week", "sets", "expected"), [(1, 3, 2), (2, 3, 2), (3, 3, 3), (9, 3, 3), (1, 2, 2), (1, 1, 1), (2, 5, 2)]
)
def test_dose_learning(week: int, sets: int, expected: int) -> None:
    assert given(GivenDose(sets=sets, reps=8), exercise(), case(programme_week=week)) == GivenDose(expected, 8)


def test_sets_that_a_therapist_prescribed_are_not_cut_while_learning() -> None:
    asked = case(programme_week=1, prescription=prescribing("plain-move", sets=3))
    assert given(GivenDose(sets=3, reps=8), exercise(), asked).sets == 3
    assert given(GivenDose(sets=3, reps=8), exercise(id="another"), asked).sets == 2
    without_sets = case(programme_week=1, prescription=prescribing("plain-move"))
    assert given(GivenDose(sets=3, reps=8), exercise(), without_sets).sets == 2


def test_dose_care() -> None:
    squat = exercise(precautions=("knee-issue",))
    assert given(THREE, squat, tagged("knee-issue", programme_week=LATER)) == GivenDose(1, 8, 5, per_side=True)
    assert given(THREE, squat, tagged("hip-issue", programme_week=LATER)) == THREE
    assert given(THREE, exercise(), tagged("knee-issue", programme_week=LATER)) == THREE


def test_a_therapist_who_knows_of_the_care_has_all_sets() -> None:
    squat, asked = exercise(precautions=("knee-issue",)), prescribing("plain-move", sets=3)
    knows = asked._replace(added=tuple(item._replace(knows=True) for item in asked.added))
    assert given(THREE, squat, tagged("knee-issue", programme_week=LATER, prescription=asked)).sets == 1
    assert given(THREE, squat, tagged("knee-issue", programme_week=LATER, prescription=knows)).sets == 3
    assert given(THREE, squat, tagged("knee-issue", programme_week=LATER, prescription=knows, mode="flare")).sets < 3


@pytest.mark.parametrize(
    ("reps", "hold", "expected"),
    [(4, 5, (4, 5)), (4, 6, (4, 6)), (4, 7, (4, 6)), (4, 8, (4, 6)), (2, 20, (4, 6)), (1, 30, (3, 6)), (3, 60, (6, 6))],
)
def test_dose_short_holds(reps: int, hold: int, expected: tuple[int, int]) -> None:
    start = GivenDose(sets=1, reps=reps, hold_s=hold)
    eased = given(start, exercise(), tagged("bp-uncontrolled", programme_week=LATER))
    assert (eased.reps, eased.hold_s) == expected
    assert given(start, exercise(), tagged("heart", programme_week=LATER)) == start


@pytest.mark.parametrize(("hold", "expected"), [(30, 10), (11, 10), (10, 10), (2, 2)])
def test_dose_short_stretches(hold: int, expected: int) -> None:
    start, stretch = GivenDose(1, 3, hold), exercise(block="stretch", slot="stretch")
    assert given(start, stretch, tagged("hypermobility", programme_week=LATER)) == GivenDose(1, 3, expected)
    assert given(start, stretch, case(programme_week=LATER)) == start
    assert given(start, exercise(), tagged("hypermobility", programme_week=LATER)) == start  # a hold of strength


@pytest.mark.parametrize(("reps", "expected"), [(12, 9), (10, 7), (8, 6), (4, 3), (2, 1), (1, 1)])
def test_dose_steady(reps: int, expected: int) -> None:
    start = GivenDose(sets=3, reps=reps)
    assert given(start, exercise(), case(programme_week=LATER, steady=True)) == GivenDose(3, expected)
    assert given(start, exercise(), case(programme_week=LATER, steady=False)) == start


def test_the_two_days_after_a_flare_are_at_three_quarters_too() -> None:
    start = GivenDose(sets=3, reps=8)
    back = PainToday(now=3, usual=3, returning=True)
    assert given(start, exercise(), case(programme_week=LATER, pain=back)) == GivenDose(3, 6)
    assert given(start, exercise(), case(programme_week=LATER, pain=PainToday(3, 3))) == start


LEGS = {"block": "strength", "slot": "lower", "position": "standing"}


@pytest.mark.parametrize(
    ("load", "what", "day", "rule"),
    [
        ("5 kg", {}, tagged("vertebral-fracture-new"), "new-fracture"),
        ("red band", {}, tagged("vertebral-fracture-new"), None),
        ("5 kg", LEGS, tagged("post-surgery"), None),
        ("5.5 kg", LEGS, tagged("post-surgery"), "post-surgery"),
        ("11 lb", LEGS, tagged("post-surgery"), None),
        ("12 lb", LEGS, tagged("post-surgery"), "post-surgery"),
        ("8 kg", {}, tagged("post-surgery"), None),
        ("8 kg", {**LEGS, "position": "seated"}, tagged("post-surgery"), "post-surgery"),
        ("8 kg", {**LEGS, "position": "side"}, tagged("post-surgery"), None),
        ("red band", {"movements": ("extension",)}, tagged("osteoporosis"), "osteoporosis"),
        ("red band", {"movements": ("extension-mild",)}, tagged("osteoporosis"), None),
        ("1 kg", {"movements": ("flexion",)}, tagged("sciatica"), "sciatica"),
        ("1 kg", {"movements": ("rotation",)}, tagged("pregnancy-t2t3"), "pregnancy-positions"),
        ("1 kg", {"movements": ("rotation",)}, tagged("si-joint"), "si-joint"),
        ("red band", {}, tagged("birth-first-weeks"), "birth-first-weeks"),
        ("5 kg", {}, tagged("post-natal"), None),
        ("a full kettle", {}, tagged("post-natal"), "post-natal"),
        ("bottle of water", {}, tagged("post-natal"), None),
        ("2 tins of beans", {}, tagged("post-natal"), None),
        ("gas bottle", {}, tagged("post-natal"), "post-natal"),
        ("5 litre bottle of water", {}, tagged("post-natal"), None),
        ("10 l water bottle", {}, tagged("post-natal"), "post-natal"),
        ("500 g", {}, tagged("post-natal"), None),
        ("two 2 kg dumbbells", {}, tagged("post-natal"), None),
        ("two 3 kg dumbbells", {}, tagged("post-natal"), "post-natal"),
        ("3 kg in each hand", {}, tagged("post-natal"), "post-natal"),
        ("6 kg", {}, tagged("prolapse"), "pelvic-floor-strain"),
        ("6 kg", {}, tagged("stress-incontinence"), "pelvic-floor-strain"),
        ("1 kg", {"flare": True}, case(mode="flare"), "flare"),
        ("blue tubing", {"flare": True}, case(mode="flare"), None),
        ("40 kg", LEGS, tagged("bp-uncontrolled", "heart", "from-65"), None),  # of effort alone, rule dose-effort
    ],
)
def test_dose_load(load: str, what: dict[str, Any], day: Case, rule: str | None) -> None:
    start = GivenDose(1, 4, particulars=Particulars(load=load, tempo="3-1-3"))
    found = against(load, exercise(**what), day)
    assert (found[0] if found else None) == rule
    assert given(start, exercise(**what), day).particulars == Particulars(load=None if rule else load, tempo="3-1-3")


@pytest.mark.parametrize(
    ("day", "most"),
    [
        (case(), 10),
        (tagged("bp-uncontrolled"), 3),
        (tagged("bp-uncontrolled", "heart"), 3),
        (tagged("birth-first-weeks", "post-natal"), 3),
        (case(mode="flare"), 3),
        (tagged("heart"), 6),
        (tagged("osteoporosis"), 6),
        (case(caution_tags=frozenset({"post-surgery"})), 6),
        (case(pregnancy_weeks=9), 6),
        (case(mode="acute"), 6),
        (case(steady=True), 6),
    ],
)
def test_dose_effort(day: Case, most: int) -> None:
    efforts = [None, *range(11)]
    starts = [GivenDose(minutes=10, particulars=Particulars(effort=each)) for each in efforts]
    found = [given(each, exercise(), day).particulars.effort for each in starts]
    assert found == [None, *(min(each, most) for each in range(11))]


@pytest.mark.parametrize("sets", [2, 3])
def test_dose_flare(sets: int) -> None:
    start = GivenDose(sets=sets, reps=8)
    assert given(start, exercise(flare=True), case(programme_week=LATER, mode="flare")) == GivenDose(1, 8)
    assert given(start, exercise(flare=True), case(programme_week=LATER, mode="normal")) == start


def test_a_flare_halves_an_exercise_of_one_set_too() -> None:
    """The claim: one set of everything, half the usual volume or less; here one set is the usual volume."""
    eased = given(GivenDose(sets=1, reps=8), exercise(flare=True), case(programme_week=LATER, mode="flare"))
    assert eased.sets * eased.reps <= 4


def test_all_dose_rules_together_leave_one_set_of_three_quarters() -> None:
    hard = tagged("knee-issue", programme_week=1, steady=True, mode="flare")
    assert given(THREE, exercise(precautions=("knee-issue",)), hard) == GivenDose(1, 6, 5, per_side=True)


def test_no_dose_rule_ever_raises_a_dose_or_alters_hold_side_or_minutes() -> None:
    starts = [GivenDose(s, r, h) for s, r, h in product(range(1, 6), range(1, 31), (0, 30))]
    starts += [GivenDose(minutes=minutes) for minutes in range(1, 91)]
    raised = []
    for mode, week, steady, care in product(get_args(Mode), (1, 2, 3), (False, True), (False, True)):
        day = tagged("knee-issue", mode=mode, programme_week=week, steady=steady)
        what = exercise(precautions=("knee-issue",) if care else ())
        for start in starts:
            end = given(start, what, day)
            same = (end.hold_s, end.per_side, end.minutes) == (start.hold_s, start.per_side, start.minutes)
            if not (same and 1 <= end.sets <= start.sets and 1 <= end.reps <= start.reps):
                raised.append((start, end, day.mode))
    assert raised == []
