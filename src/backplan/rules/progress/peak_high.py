"""The highest pain during a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.pain.severe import SEVERE
from backplan.rules.plan_kinds import ProgressRule

if TYPE_CHECKING:
    from backplan.model.verdict import SessionOutcome, Verdict

RISE = 3
LEAST = 6


def check(after: SessionOutcome) -> Verdict | None:
    """A highest pain of 6 or more that is 3 above the usual was too much; 8 always is. Some pain is no barrier to
    exercise.
    """
    if after.peak is None:
        return None
    usual = after.usual if after.usual_later is None else after.usual_later
    return "regress" if after.peak >= min(SEVERE, max(LEAST, usual + RISE)) else None


RULE = ProgressRule(
    id="verdict-peak",
    sources=("smith-2017", "boonstra-2016"),
    check=check,
    inference="the figures: the trials say that some pain need not stop an exercise, not how much; they were of joints"
    " and muscles of all kinds, not of backs alone",
)
