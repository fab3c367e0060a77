"""Pain no higher than at the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import LevelRule

if TYPE_CHECKING:
    from backplan.model.outcome import BlockHistory

MOST = 4


def check(block: BlockHistory) -> bool:
    """To the advanced level a block rises only while the mean pain of seven days is no higher than at the start at the
    same time of day, at most 4 unless a clinician has accepted a higher usual pain, and what the person can do is no
    worse than at the start.
    """
    if not block.to_advanced:
        return True
    low = block.mean_pain is not None and (block.mean_pain <= MOST or block.high_ok)
    return low and block.pain_rise <= 0 and not block.function_worse


RULE = LevelRule(
    id="level-pain",
    sources=("boonstra-2016",),
    check=check,
    inference="the whole rule: the source gives only what counts as mild and moderate pain",
)
