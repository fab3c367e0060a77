"""A morning that is missing or a little worse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import ProgressRule

if TYPE_CHECKING:
    from backplan.model.verdict import SessionOutcome, Verdict

SWING = 3


def check(after: SessionOutcome) -> Verdict | None:
    """Hold the dose when the next morning is not known or 1 above the usual, or when pain rose by 3 or more during
    the session.
    """
    if after.morning is None or after.morning - after.usual == 1 or after.peak - after.before >= SWING:
        return "hold"
    return None


RULE = ProgressRule(
    id="verdict-hold",
    sources=("silbernagel-2007",),
    check=check,
    inference="the model was made for knee and tendon pain; using it for backs is ours",
)
