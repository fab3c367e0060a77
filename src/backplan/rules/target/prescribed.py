"""What a therapist prescribed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Target

if TYPE_CHECKING:
    from backplan.model.case import Case

UNSAID = 3


def ask(case: Case) -> int:
    """Ask for each prescribed exercise on as many days as a therapist said, before anything else of the week: on the
    fewer of a range, on every day where it is to be done several times a day; three where nobody said how many and it
    has no place among the core, strength or aerobic work.
    """
    if not case.kind.trains:
        return 0
    return sum(each.least_days or UNSAID for each in case.prescription.added)


RULE = Target(
    id="prescribed",
    sources=("george-2021",),
    ask=ask,
    floor=0,
    aim=0,
    unit="times",
    inference="that it comes first, and the three days",
)
