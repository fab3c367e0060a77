"""Walks are kept: where a longer set leaves no room for one of eight minutes, a shorter one warms up for it."""

from itertools import pairwise

import pytest

from backplan.model.particulars import Particulars
from backplan.model.prescription import Growth, Prescribed
from backplan.planner.request import Request
from tests.support.growth import WELL, Plan
from tests.support.people import ON, person

FIVE = dict.fromkeys(("mon", "tue", "wed", "thu", "sat"), 30)
ASKED = (
    Prescribed("add", "physiotherapist", ON, exercise="pelvic-tilt", sets=3, reps=10, per_week=7, id=1),
    Prescribed(
        "add", "physiotherapist", ON, exercise="heel-slide", sets=2, reps=8, id=2,
        particulars=Particulars(times_a_day=2),
    ),
    Prescribed(
        "add", "physiotherapist", ON, exercise="bird-dog-leg", sets=2, reps=6, hold_s=5, id=3,
        growth=Growth("reps", 1, 7, 12),
    ),
)  # fmt: skip


class Asked(Plan):
    """Somebody whose therapist lets an exercise grow by a repetition a week."""

    def request(self, *starts: object) -> Request:
        return super().request()._replace(prescriptions=ASKED)


@pytest.mark.parametrize("comfortable", [12, 15, 20])
def test_a_dose_that_a_therapist_lets_grow_takes_no_whole_walk_with_it(comfortable: int) -> None:
    plan = Asked(person(minutes=FIVE, aerobic_minutes=comfortable, equipment=("band", "mat", "chair")))
    plan.live(10, WELL, morning=3)
    for before, now in pairwise([week.holds for week in plan.weeks]):
        assert before is not None
        assert now is not None
        assert now.aerobic * 10 >= before.aerobic * 9, "no more than a tenth less"
        assert now.core >= before.core
