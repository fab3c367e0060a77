"""Strength that a therapist prescribed has a day between, as our own has, where the days they asked for leave one."""

from itertools import pairwise
from pathlib import Path

from backplan.model.prescription import Prescribed
from tests.support.habits import HABITS, Course, Diarist, Felt, Somebody, Time
from tests.support.lives import Life
from tests.support.people import ON

DAYS = Time(("mon", "wed", "fri", "sun"), 30)
PERSON = {"aerobic_minutes": 20, "conditions": ("sitting-work", "wrist-issue"), "likes": ("yoga",)}
ASKED = [
    Prescribed("add", "physiotherapist", ON, exercise="glute-bridge", sets=2, reps=8, hold_s=5, per_week=3),
    Prescribed("add", "physiotherapist", ON, exercise="side-bridge-knees", sets=2, reps=4, hold_s=6, per_week=3),
    Prescribed("add", "physiotherapist", ON, exercise="seated-band-row", sets=2, reps=10, per_week=2),
]


def test_no_strength_on_neighbouring_days_where_a_day_between_is_free(tmp_path: Path) -> None:
    """It stood on Sunday and Monday for weeks, as only our own strength was kept apart."""
    who = Somebody(HABITS["everything"], DAYS, Course(lambda _: Felt(3, 4), PERSON))
    life = Life(tmp_path, who.person(), ON)
    life.store.prescriptions.add(ASKED, ON)
    weeks = Diarist(who, life).weeks(6)
    life.close()
    held = [day.on for week in weeks for day in week.first.days if "strength" in day.works]
    assert len(held) >= len(weeks) * 2
    assert min((after - before).days for before, after in pairwise(held)) > 1
