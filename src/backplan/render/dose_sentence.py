"""A dose as a therapist would say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.week import LONG_ENOUGH
from backplan.model.wording import NUMBERS, capital, counted, spoken_span

if TYPE_CHECKING:
    from backplan.model.week import GivenDose


def sentence(dose: GivenDose) -> str:
    """A dose in a sentence: "Three sets of 8, hold each for 5 seconds, on each side."; "20 minutes."; and another of
    what a therapist asks besides.
    """
    besides = capital(dose.particulars.words())
    return f"{_plain(dose)} {besides}." if besides else _plain(dose)


def _plain(dose: GivenDose) -> str:
    """Sets, repetitions, hold and minutes as a sentence, without what a therapist asks besides."""
    if dose.minutes is not None:
        return f"{counted(dose.minutes, 'minute')}."
    side = ", on each side" if dose.per_side else ""
    if dose.stretch:
        many = dose.sets * dose.reps
        return f"Hold for {spoken_span(dose.hold_s)}, {_times(many)}{side}."
    hold = f", hold each for {spoken_span(dose.hold_s)}" if dose.hold_s >= LONG_ENOUGH else ""
    if dose.each_set:
        turns = ", then ".join(map(str, dose.each_set))
        sets = "set" if dose.sets == 1 else "sets"
        return f"{capital(_number(len(dose.each_set)))} {sets}: {turns}{hold}{side}."
    if dose.sets == 1:
        return f"{capital(_times(dose.reps))}{hold}{side}."
    return f"{capital(_number(dose.sets))} sets of {dose.reps}{hold}{side}."


def _times(many: int) -> str:
    return {1: "once", 2: "twice"}.get(many, f"{_number(many)} times")


def _number(many: int) -> str:
    return NUMBERS[many] if many < len(NUMBERS) else str(many)
