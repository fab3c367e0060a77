"""A good session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import ProgressRule

if TYPE_CHECKING:
    from backplan.model.verdict import SessionOutcome, Verdict

SAFE = 2


def check(after: SessionOutcome) -> Verdict | None:
    """A session that was not too much, with pain within 1 of the usual when next known, was good: green where its
    highest pain stayed at 2 or under, else amber, which is fine too.
    """
    return "green" if after.peak is not None and after.peak <= SAFE else "amber-ok"


RULE = ProgressRule(
    id="verdict-good",
    sources=("thomee-1997", "smith-2017", "verville-2023"),
    check=check,
    inference="the figures; the model of green and amber was made for knee and tendon pain",
)
