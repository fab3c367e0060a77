"""Balance on three days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Target

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.vocabulary import Tag

DAYS = 3
HELPED: frozenset[Tag] = frozenset(
    {"from-65", "balance-poor", "osteoporosis", "vertebral-fracture-new", "vertebral-fracture-healed"}
)


def ask(case: Case) -> int:
    """From 65 on, unsteady on one's feet, with thin bones, or once a bone of the spine has broken, ask for some minutes
    of balance on three days a week.
    """
    return DAYS if HELPED & case.tags and case.kind.grows and not case.easy_only else 0


RULE = Target(
    id="balance-days",
    sources=("bull-2020", "giangregorio-2014", "giangregorio-2015"),
    ask=ask,
    floor=2,
    aim=DAYS,
    unit="days",
    inference="three days with thin or broken bones, for which a source asks for daily balance; and how many minutes",
)
