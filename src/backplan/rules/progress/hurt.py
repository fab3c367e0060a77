"""An exercise that hurt, by the person's own word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import ProgressRule

if TYPE_CHECKING:
    from backplan.model.verdict import SessionOutcome, Verdict


def check(after: SessionOutcome) -> Verdict | None:
    """An exercise that hurt sharply, or was stopped because it hurt, was too much by itself, whatever the session was:
    it alone goes a step down, and takes no step up before three good sessions over a week; aerobic work is a fifth
    shorter, and easy. Where everything hurt, or pain ended the session, the session as a whole was too much.
    """
    return "regress" if after.hurt else None


RULE = ProgressRule(
    id="verdict-hurt",
    sources=("smith-2017", "boonstra-2016"),
    check=check,
    inference="all of it: the trials say that some pain need not stop an exercise; that a sharp one should ease it, and"
    " by how much, is ours",
)
