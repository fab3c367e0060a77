"""An effort that a therapist asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.named_tuple import NamedTuple
from backplan.rules.hard.spared import SPARED
from backplan.rules.plan_kinds import DoseRule

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.week import GivenDose

EASY, MODERATE = 3, 6  # of 10, at the most


class Most(NamedTuple):
    """The most effort that a rule leaves to those it speaks of, and why."""

    effort: int
    rule: str
    reason: str
    speaks_of: Callable[[Case], bool]


# The easiest first.
CAPS: Sequence[Most] = (
    Most(
        EASY,
        "bp-uncontrolled",
        "effort stays easy until your blood pressure is under control",
        lambda case: "bp-uncontrolled" in case.tags,
    ),
    Most(
        EASY,
        "birth-first-weeks",
        "in the first six weeks after a birth only easy work is given",
        lambda case: "birth-first-weeks" in case.tags,
    ),
    Most(EASY, "flare", "it stays gentle until the flare has passed", lambda case: case.kind.gentle),
    Most(
        MODERATE,
        "heart",
        "with what you told us of your heart, lungs or diabetes effort stays moderate",
        lambda case: "heart" in case.tags,
    ),
    Most(
        MODERATE,
        "hard-spared",
        "with what you told us nothing is made hard",
        lambda case: bool(SPARED & (case.tags | case.caution_tags)) or case.pregnancy_weeks is not None,
    ),
    Most(
        MODERATE,
        "hard-calm",
        "nothing is made hard while pain is new, high, or just past a flare",
        lambda case: not case.kind.grows or case.acute or case.three_quarters,
    ),
)


def adjust(dose: GivenDose, exercise: Exercise, case: Case) -> GivenDose:
    """An effort that a therapist asks for comes down to easy, 3 of 10, while blood pressure is not under control, in
    the first six weeks after a birth and in a flare; and to moderate, 6 of 10, where effort is to stay moderate or
    nothing is to be hard: with a sign or disease of heart or lungs, or diabetes, and where rules hard-spared and
    hard-calm say so.
    """
    asked = dose.particulars.effort
    held = against(asked, case) if asked is not None else None
    return dose if held is None else dose._replace(particulars=dose.particulars._replace(effort=held.effort))


def against(effort: int, case: Case) -> Most | None:
    """The first rule that leaves less effort than was asked; None where none does."""
    return next((cap for cap in CAPS if effort > cap.effort and cap.speaks_of(case)), None)


RULE = DoseRule(
    id="dose-effort",
    sources=("garber-2011", "riebe-2015", "costa-2022"),
    adjust=adjust,
    inference="the whole rule, and both figures; of 10, moderate is told as 5 or 6, and easy stays well below",
)
