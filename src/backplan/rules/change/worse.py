"""More pain than at the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.change.enough import comparable, enough
from backplan.rules.plan_kinds import ChangeRule

if TYPE_CHECKING:
    from backplan.model.outcome import PainChange

POINTS = 2  # of 10


def above_before(change: PainChange) -> bool:
    """Whether the week before the last was as much above the start."""
    return enough(change.before_last) and change.risen_before >= POINTS * 10


def check(change: PainChange) -> str | None:
    """Call pain worse when its mean over seven days is at least 2 points of 10 above that of the first seven days; held
    for two weeks, a clinician should look at it.

    Waking is held against waking, and the rest of the day against the rest: a rise at one of the two is enough. One
    such week may be a flare: it asks to see a clinician if the next week is no better. Fewer than three days with such
    an entry in either seven days say nothing.
    """
    if not comparable(change) or -change.drop < POINTS * 10:
        return None
    when = f" {change.when}" if change.when else ""
    head = f"More pain than at the start{when}: {change.first.mean} of 10 then, {change.last.mean} over the last 7 days"
    if above_before(change):
        before = f"{change.before_last.mean} in the 7 before"
        return f"{head}, and {before}. Please see your doctor or physiotherapist about it."
    if change.crept:
        return (
            f"{head}. It has crept up, week by week, so nothing grows just now. If it goes on, or worries you, please "
            "see your doctor or physiotherapist."
        )
    return (
        f"{head}. It may be a flare, and a flare passes. If it is no better in a week, or it worries you now, please "
        "see your doctor or physiotherapist."
    )


RULE = ChangeRule(
    id="change-worse",
    sources=("ostelo-2008", "suzuki-2020"),
    check=check,
    direction="worse",
    inference="the whole rule: the published figure is for less pain, and here it is used for more",
)
