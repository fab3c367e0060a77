"""What a week must hold: both sides of each target, with its floor and its aim."""

from datetime import date

import pytest

from backplan.model.case import Case, PainToday
from backplan.model.person import Birth
from backplan.model.prescription import Prescribed, Prescription
from backplan.model.vocabulary import AerobicKind, Mode, Tag
from backplan.rules.tags import birth_weeks
from backplan.rules.target.aerobic import aim
from tests.support.indexes import target_of
from tests.support.people import ON, case, person, tagged


def frame(rule_id: str) -> tuple[int, int, str]:
    rule = target_of(rule_id)
    return rule.floor, rule.aim, rule.unit


def asked(rule_id: str, on: Case) -> int:
    return target_of(rule_id).ask(on)


def by_mode(rule_id: str) -> dict[Mode, int]:
    modes: tuple[Mode, ...] = ("normal", "flare", "acute", "coping-only")
    return {mode: asked(rule_id, case(mode=mode)) for mode in modes}


@pytest.mark.parametrize(("step", "minutes"), [(5, 15), (10, 30), (30, 90)])
def test_aerobic(step: int, minutes: int) -> None:
    assert asked("aerobic", case(aerobic_step=step)) == minutes
    assert asked("aerobic", case(aerobic_step=step, mode="coping-only")) == 0
    assert frame("aerobic") == (0, 90, "min")


def test_in_the_year_after_a_birth_aerobic_work_is_asked_for_on_four_days_where_four_are_offered() -> None:
    born = case(birth_weeks=3, aerobic_step=30)
    assert asked("aerobic", born) == 120
    assert asked("aerobic", born._replace(person=person(minutes={"mon": 30, "wed": 30, "fri": 30}))) == 90
    assert (aim(born), aim(case())) == (120, 90)


@pytest.mark.parametrize(("changes", "days"), [({"birth_weeks": 0}, 7), ({"pregnancy_weeks": 5}, 7), ({}, 0)])
def test_pelvic_floor(changes: dict[str, int], days: int) -> None:
    assert asked("pelvic-floor", case(**changes)) == days
    assert asked("pelvic-floor", case(**changes, mode="coping-only")) == 0
    assert frame("pelvic-floor") == (0, 7, "days")


def test_pelvic_floor_work_ends_a_year_after_the_birth() -> None:
    born = person(birth=Birth(date(2026, 2, 1), "vaginal"))
    assert birth_weeks(born, date(2027, 1, 31)) == 52
    assert birth_weeks(born, date(2027, 2, 1)) is None


@pytest.mark.parametrize(
    ("tolerance", "days"),
    [({"walk": 14, "cycle": 15}, 7), ({"walk": 15, "cycle": 15}, 0), ({"walk": 20, "cycle": 15}, 0)],
)
def test_walk_daily(tolerance: dict[AerobicKind, int], days: int) -> None:
    rider = case(person=person(equipment=("recumbent-bike",), tolerance=tolerance))
    assert asked("walk-daily", rider) == days
    assert asked("walk-daily", rider._replace(mode="coping-only")) == 0
    assert asked("walk-daily", rider._replace(mode="acute")) == 0, "walks are the sessions then"
    assert asked("walk-daily", rider._replace(person=rider.person._replace(equipment=()))) == 0, "no bike to ride"
    assert frame("walk-daily") == (0, 7, "days")


def test_prescribed() -> None:
    said = Prescribed("add", "doctor", ON, exercise="bird-dog", per_week=5)
    unsaid = said._replace(exercise="glute-bridge", per_week=None)
    asking = case(prescription=Prescription(added=(said, unsaid)))
    assert asked("prescribed", asking) == 5 + 3
    assert asked("prescribed", asking._replace(mode="coping-only")) == 0
    assert asked("prescribed", case()) == 0
    assert frame("prescribed") == (0, 0, "times")


def test_core() -> None:
    assert by_mode("core") == {"normal": 3, "flare": 3, "acute": 0, "coping-only": 0}
    assert frame("core") == (2, 3, "sessions")


def test_strength() -> None:
    assert by_mode("strength") == {"normal": 2, "flare": 2, "acute": 0, "coping-only": 0}
    assert frame("strength") == (1, 2, "sessions")


HELPED = ("from-65", "balance-poor", "osteoporosis", "vertebral-fracture-new", "vertebral-fracture-healed")


@pytest.mark.parametrize("tag", HELPED)
def test_balance_days(tag: Tag) -> None:
    assert asked("balance-days", tagged(tag)) == 3
    assert asked("balance-days", tagged("heart")) == asked("balance-days", case()) == 0
    modes: tuple[Mode, ...] = ("flare", "acute", "coping-only")
    assert [asked("balance-days", tagged(tag, mode=mode)) for mode in modes] == [0, 0, 0]
    assert frame("balance-days") == (2, 3, "days")


def test_stretch() -> None:
    assert by_mode("stretch") == {"normal": 3, "flare": 3, "acute": 0, "coping-only": 0}
    assert frame("stretch") == (2, 3, "sessions")


def with_pool(*likes: str, **changes: object) -> Case:
    return case(person=person(equipment=("pool",), likes=likes), **changes)


def test_water() -> None:
    assert asked("water", with_pool()) == 1
    assert asked("water", case()) == 0  # no pool
    assert asked("water", case(person=person(places={"pool": ("pool",)}))) == 1
    assert asked("water", with_pool(mode="flare")) == 0
    assert asked("water", with_pool(mode="acute")) == 0
    assert asked("water", with_pool(surgery_weeks=10)) == 2
    assert asked("water", with_pool(pregnancy_weeks=20)) == 2
    assert asked("water", with_pool(likes_water=True)) == 2
    assert frame("water") == (0, 2, "sessions")


@pytest.mark.parametrize(
    ("tag", "sessions"),
    [
        ("knee-issue", 2),
        ("hip-issue", 2),
        ("shoulder-issue", 1),
        ("no-swim", 1),
        ("fear-of-water", 0),
        ("open-wound", 0),
        ("no-pool", 0),
        ("bp-uncontrolled", 0),
        ("birth-wound", 0),
    ],
)
def test_water_follows_what_helps_and_what_shuts_the_pool(tag: Tag, sessions: int) -> None:
    assert asked("water", with_pool(tags=frozenset({tag}))) == sessions
    if sessions == 0:  # trouble that water would help never opens a pool that is shut
        assert asked("water", with_pool(tags=frozenset({tag, "knee-issue"}))) == 0


def test_active_days() -> None:
    assert by_mode("active-days") == {"normal": 5, "flare": 5, "acute": 5, "coping-only": 0}
    assert frame("active-days") == (3, 5, "days")


def test_rest_days() -> None:
    assert by_mode("rest-days") == {"normal": 1, "flare": 1, "acute": 1, "coping-only": 1}
    assert frame("rest-days") == (0, 1, "days")


def test_conditions_do_not_lower_what_a_week_must_hold() -> None:
    hard = tagged("osteoporosis", "sciatica", "flexion-intolerant", "no-floor")
    assert [asked(rule, hard) for rule in ("core", "strength", "stretch", "active-days")] == [3, 2, 3, 5]


@pytest.mark.parametrize(("now", "usual", "days"), [(3, 3, 3), (0, 0, 3), (4, 3, 7), (3, 4, 7), (4, 4, 7), (8, 8, 7)])
def test_coping(now: int, usual: int, days: int) -> None:
    assert asked("coping", case(pain=PainToday(now, usual))) == days
    assert by_mode("coping") == {"normal": 3, "flare": 7, "acute": 7, "coping-only": 7}
    assert frame("coping") == (0, 7, "days")
