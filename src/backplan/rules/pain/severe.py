"""Pain of 8 or more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import PainRule

if TYPE_CHECKING:
    from backplan.model.case import PainToday
    from backplan.model.vocabulary import Mode

SEVERE = 8
REFERS_AFTER = 3  # days running


def check(pain: PainToday) -> Mode | None:
    """At a pain of 8 or more, only ways to cope are given: breathing, relaxation and rest positions. On three
    days running it sends to a clinician.
    """
    return "coping-only" if pain.now >= SEVERE else None


RULE = PainRule(
    id="pain-severe",
    sources=("boonstra-2016",),
    check=check,
    inference="that only ways to cope are given, and three days; the source says what counts as severe",
)
