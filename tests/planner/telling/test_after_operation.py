"""What was prescribed while an operation kept it out is not begun unsaid once it no longer does."""

from datetime import date, timedelta

import pytest

from backplan.model.person import Surgery
from backplan.model.prescription import Prescribed
from backplan.model.told import Notice
from backplan.model.vocabulary import SurgeryKind
from backplan.planner.request import Request
from backplan.planner.week import make_week
from tests.support.people import ON, person
from tests.support.planned import exercises

WEEK = timedelta(weeks=1)


def notices(kind: SurgeryKind, weeks: int, asked: date, exercise: str = "prone-press-up") -> list[Notice]:
    who = person(surgery=Surgery(kind, ON - weeks * WEEK, ON - weeks * WEEK + 5 * WEEK))
    item = Prescribed("add", "surgeon", asked, exercise=exercise, reps=10, id=1)
    week = make_week(Request(who, exercises(), ON, ON, began=ON, prescriptions=(item,)))
    return [each for each in week.notices if each.kind == "operated"]


@pytest.mark.parametrize(("kind", "weeks"), [("disc", 12), ("disc", 13), ("decompression", 12), ("fusion", 26)])
def test_it_is_told_in_the_first_two_weeks_with_whom_to_ask(kind: SurgeryKind, weeks: int) -> None:
    (found,) = notices(kind, weeks, ON - 3 * WEEK)
    assert found.safety
    assert found.about == ("prone-press-up",)
    assert "kept out at first by your operation: Press-up with hips down" in found.sentence
    assert "ask your surgeon whether it still holds" in found.sentence


def test_it_is_not_told_before_nor_later_nor_of_what_was_asked_since_or_was_never_kept_out() -> None:
    assert not notices("disc", 11, ON - 3 * WEEK)
    assert not notices("disc", 14, ON - 3 * WEEK)
    assert not notices("disc", 13, ON - WEEK)
    assert not notices("disc", 12, ON - 3 * WEEK, "heel-slide")
