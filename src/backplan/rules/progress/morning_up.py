"""Pain after a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import ProgressRule

if TYPE_CHECKING:
    from backplan.model.verdict import SessionOutcome, Verdict

RISE = 2


def check(after: SessionOutcome) -> Verdict | None:
    """Pain 2 or more above the usual when next known, on the next morning or before the next session, was too much;
    when it is tired muscles and not the back, the dose holds.
    """
    if after.after is None or after.after - after.usual < RISE:
        return None
    return "hold" if after.tired_muscles else "regress"


RULE = ProgressRule(
    id="verdict-morning",
    sources=("thomee-1997", "silbernagel-2007"),
    check=check,
    inference="two points as the line, and pain before the next session in place of the morning; the model was made for"
    " knee and tendon pain",
)
