"""A pregnancy past its term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import Screening

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person, Pregnancy

LONGEST = 42


def check(person: Person, on: date) -> str | None:
    """Once a recorded pregnancy is past 42 weeks, the person is asked how things are before a plan goes on."""
    if person.pregnancy is None or weeks_of_pregnancy(person.pregnancy, on) <= LONGEST:
        return None
    return (
        "Your pregnancy on record is past its term. Please tell us how things are now, and what your midwife or "
        "doctor says about exercise: `backplan init --only pregnancy,clearance`."
    )


def weeks_of_pregnancy(pregnancy: Pregnancy, on: date) -> int:
    """Whole weeks of pregnancy on a date."""
    return pregnancy.weeks + (on - pregnancy.on).days // 7


RULE = Screening(
    id="pregnancy-over",
    sources=("acog-2020",),
    check=check,
    inference="42 weeks as the end; asking again is common sense",
)
