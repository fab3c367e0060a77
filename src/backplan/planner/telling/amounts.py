"""Amounts: the parts of a week in words, and why a week holds less of one."""

from collections.abc import Mapping

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


def why_less(laid: Laid) -> str:
    """Why a week holds less of something, where no rule took it off."""
    case = laid.question.case
    return WHY_LEG if case.spares_a_nerve else WHY_HIGH if case.steady else WHY_LESS


WHY_LESS = "the days hold more of other things"
WHY_HIGH = "a week holds about three quarters while pain is high"
WHY_LEG = "what irritates a leg nerve is left out, and no day holds more than it would otherwise"
