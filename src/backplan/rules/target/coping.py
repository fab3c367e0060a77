"""Ways to cope with pain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Target

if TYPE_CHECKING:
    from backplan.model.case import Case

DAILY, SOME = 7, 3
BAD = 4


def ask(case: Case) -> int:
    """A few minutes of breathing, relaxation or rest: on three days a week, and every day when pain is 4 or more,
    new, or in a flare. It is no session and uses no exercise minutes.
    """
    bad = not case.kind.grows or case.acute or max(case.pain.now, case.pain.usuals.later) >= BAD
    return DAILY if bad else SOME


RULE = Target(
    id="coping",
    sources=("qaseem-2017", "cherkin-2016"),
    ask=ask,
    floor=0,
    aim=7,
    unit="days",
    inference="how many days",
)
