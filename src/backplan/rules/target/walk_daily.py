"""Short walks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Target

if TYPE_CHECKING:
    from backplan.model.case import Case

DAILY = 7


def ask(case: Case) -> int:
    """Whoever rides longer than they can walk, as with stenosis, rides in the sessions; on each day without a walk they
    take a short one, within what is comfortable. It is no session and uses no exercise minutes.
    """
    wanted = case.borne_less("walking") and case.kind.trains and not case.easy_only
    return DAILY if wanted else 0


RULE = Target(
    id="walk-daily",
    sources=("pocovi-2024", "katz-2022"),
    ask=ask,
    floor=0,
    aim=DAILY,
    unit="days",
    inference="every day, and beside the sessions; the sources walk, or say what eases walking",
)
