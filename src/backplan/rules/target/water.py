"""Water exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Target

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.vocabulary import Tag

TWICE, ONCE = 2, 1
HELPED: frozenset[Tag] = frozenset({"hip-issue", "knee-issue"})
SHUT: frozenset[Tag] = frozenset({"fear-of-water", "open-wound", "no-pool", "bp-uncontrolled", "birth-wound"})


def ask(case: Case) -> int:
    """With a pool, ask for one water session a week; for joint trouble, after surgery, in pregnancy or when it is
    liked, two. None in a flare, while pain is new, or on days too short for the trip.
    """
    if not case.person.has_pool or not case.kind.grows or case.easy_only or SHUT & case.tags:
        return 0
    helped = HELPED & case.tags or case.surgery_weeks is not None or case.pregnancy_weeks is not None
    return TWICE if case.likes_water or helped else ONCE


RULE = Target(
    id="water",
    sources=("shi-2018", "ma-2022", "peng-2022", "bennell-hinman-2011"),
    ask=ask,
    floor=0,
    aim=2,
    unit="sessions",
    inference="how many visits, and who is asked for two; the trial was of two a week",
)
