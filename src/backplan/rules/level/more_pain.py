"""No more pain than at the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import LevelRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockHistory

POINTS = 2  # of 10


def check(block: BlockHistory) -> bool:
    """No level rises while the mean pain of seven days is 2 or more above that of the first seven, on waking or later
    in the day, nor while pain has crept up over the last four weeks (rule creep).
    """
    return block.pain_rise < POINTS and not block.crept


RULE = LevelRule(
    id="level-more-pain",
    sources=("ostelo-2008", "silbernagel-2007"),
    check=check,
    inference="the whole rule; the sources say what counts as a change of pain, and that it should not rise from week "
    "to week",
)
