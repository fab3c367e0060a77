"""A dose as a therapist would say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.week import LONG_ENOUGH, STRETCH
from backplan.model.wording import NUMBERS, capital, counted

if TYPE_CHECKING:
    from backplan.model.week import GivenDose


def sentence(dose: GivenDose) -> str:
    """A dose in a sentence: "Three sets of 8, hold each for 5 seconds, on each side."; "20 minutes."."""
    if dose.minutes is not None:
        return f"{counted(dose.minutes, 'minute')}."
    side = ", on each side" if dose.per_side else ""
    if 1 in (dose.sets, dose.reps) and dose.hold_s >= STRETCH:
        many = dose.sets * dose.reps
        return f"Hold for {dose.hold_s} seconds, {_times(many)}{side}."
    hold = f", hold each for {dose.hold_s} seconds" if dose.hold_s >= LONG_ENOUGH else ""
    if dose.sets == 1:
        return f"{capital(_times(dose.reps))}{hold}{side}."
    return f"{capital(_number(dose.sets))} sets of {dose.reps}{hold}{side}."


def _times(many: int) -> str:
    return {1: "once", 2: "twice"}.get(many, f"{_number(many)} times")


def _number(many: int) -> str:
    return NUMBERS[many] if many < len(NUMBERS) else str(many)
