"""Amounts: the parts of a week in words, and why a week holds less of one."""

from collections.abc import Mapping, Sequence

from backplan.model.week import Day, Week
from backplan.planner.layout.laid import Laid

# What each part of the totals is called, and what it is counted in.
PARTS: Mapping[str, tuple[str, str]] = {
    "aerobic": ("aerobic work", "minute"),
    "core": ("core work", "round"),
    "more": ("hip and flowing work", "set"),
    "strength": ("strength", "round"),
    "water": ("the pool", "visit"),
    "balance": ("balance", "set"),
}


def why_less(laid: Laid, last: Week | None = None) -> str:
    """Why a week holds less of something than the ``last``, where no rule took it off."""
    case = laid.question.case
    if case.spares_a_nerve or case.steady:
        return WHY_LEG if case.spares_a_nerve else WHY_HIGH
    theirs = last is not None and _prescribed_seconds(laid.days, laid) > _prescribed_seconds(last.days, laid)
    return WHY_THEIRS if theirs else WHY_LESS


def _prescribed_seconds(days: Sequence[Day], laid: Laid) -> int:
    """How long the sessions of some days take for what is prescribed now."""
    items = (item for day in days for block in day.blocks() for item in block.items)
    return sum(item.seconds for item in items if item.exercise in laid.question.case.prescribed)


WHY_LESS = "the days hold more of other things"
WHY_THEIRS = "what your therapist asked for takes more of the days"
WHY_HIGH = "a week holds about three quarters while pain is high"
WHY_LEG = "what irritates a leg nerve is left out, and no day holds more than it would otherwise"
