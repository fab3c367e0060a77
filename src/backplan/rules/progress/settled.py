"""A good session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import ProgressRule

if TYPE_CHECKING:
    from backplan.model.verdict import SessionOutcome, Verdict

SAFE = 2


def check(after: SessionOutcome) -> Verdict | None:
    """A session whose pain stayed at 2 or under is green; up to 5, and settled by morning, is fine too (amber)."""
    return "green" if after.peak <= SAFE else "amber-ok"


RULE = ProgressRule(
    id="verdict-good",
    sources=("thomee-1997", "verville-2023"),
    check=check,
    inference="the model was made for knee and tendon pain; using it for backs is ours",
)
