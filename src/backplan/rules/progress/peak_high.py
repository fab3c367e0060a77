"""The highest pain during a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import ProgressRule

if TYPE_CHECKING:
    from backplan.model.verdict import SessionOutcome, Verdict

HIGHEST = 5
ACCEPTED_RISE = 1
NEVER_OVER = 7  # 8 is severe, accepted or not


def check(after: SessionOutcome) -> Verdict | None:
    """A pain above 5 at its highest was too much; where a clinician has accepted a higher usual pain, more than 1
    above the usual, and never above 7.
    """
    limit = max(HIGHEST, min(after.usual + ACCEPTED_RISE, NEVER_OVER)) if after.high_ok else HIGHEST
    return "regress" if after.peak > limit else None


RULE = ProgressRule(
    id="verdict-peak",
    sources=("thomee-1997", "silbernagel-2007"),
    check=check,
    inference="the model was made for knee and tendon pain; using it for backs is ours",
)
