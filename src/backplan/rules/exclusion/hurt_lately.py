"""A stretch or an easy movement that hurt."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from backplan.model.case import KIND_OF
from backplan.model.wording import dated
from backplan.rules.plan_kinds import Exclusion

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise

RESTS = timedelta(days=7)


def check(exercise: Exercise, case: Case) -> str | None:
    """A stretch or an easy movement that hurt sharply, or was stopped because it hurt, is left out for the rest of the
    week, and for a week at least; after that it comes back as it was. Of core, strength and aerobic work less is given
    instead (`verdict-hurt`).
    """
    on = case.hurt.get(exercise.id)
    if on is None or exercise.slot in KIND_OF or case.on - on >= RESTS:
        return None
    return f"you said that it hurt on {dated([on])}, so it rests for a week"


RULE = Exclusion(
    id="hurt-lately",
    sources=("smith-2017", "boonstra-2016"),
    check=check,
    label="hurt within the last week",
    inference="all of it: the trials say that some pain need not stop an exercise; that a stretch which hurt sharply"
    " rests, and for how long, is ours",
    speaks_of=lambda case: bool(case.hurt),
)
