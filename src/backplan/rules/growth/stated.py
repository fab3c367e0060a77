"""A step that a therapist stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.verdict import NO_WARNING
from backplan.rules.plan_kinds import StatedRule

if TYPE_CHECKING:
    from backplan.model.outcome import StepDue


def check(due: StepDue) -> bool:
    """A dose grows by the step that a therapist stated once its days are over, if the exercise was done in them, none
    of its sessions was too much or on hold, and no day of them lay in a flare; else the step is passed over. It never
    grows past its end.
    """
    return bool(due.verdicts) and NO_WARNING.issuperset(due.verdicts) and not due.flare and due.left > 0


RULE = StatedRule(
    id="growth-stated",
    sources=("george-2021",),
    check=check,
    inference="the whole rule: that a therapist's step waits for a session that went well, and passes over a flare",
)
