"""A session after which nothing is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import ProgressRule

if TYPE_CHECKING:
    from backplan.model.verdict import SessionOutcome, Verdict


def check(after: SessionOutcome) -> Verdict | None:
    """A session after which nothing is known of the pain counts neither for nor against: silence is no warning."""
    return "unknown" if after.after is None else None


RULE = ProgressRule(
    id="verdict-unknown",
    sources=("lindstrom-1992",),
    check=check,
    inference="the whole rule; the source let work grow by time and not by what pain said each day",
)
