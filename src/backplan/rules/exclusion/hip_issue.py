"""A troubled hip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.exclusion.movement import profile, provoking
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise


def check(exercise: Exercise, case: Case) -> str | None:
    """With hip trouble, leave out what the library marks as unfit for it; deep bending of the hip needs care, and
    water, the bike and short ranges are favoured.
    """
    return provoking(exercise, case, "hip-issue")


RULE = Exclusion(
    id="hip-issue",
    sources=("bennell-hinman-2011", "nice-ng226-2022"),
    check=check,
    about=("hip-issue",),
    alike=profile,
    label="hip trouble",
    inference="all that is left out or needs care; the sources only favour exercise for such joints",
)
