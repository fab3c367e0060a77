"""Session after session that was too much."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Advice

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.lately import Lately

SESSIONS = 3
WITHIN = timedelta(weeks=4)


def check(lately: Lately) -> tuple[date, ...]:
    """The third session within four weeks that was too much sends to a physiotherapist, or to whoever cleared the
    person, once in four weeks: the plan has come down for each, and a look at how they are done may help more.
    """
    last = lately.too_much[-SESSIONS:]
    return last if len(last) == SESSIONS and last[-1] - last[0] <= WITHIN else ()


RULE = Advice(
    id="too-much-third",
    sources=("therapeutic-guidelines",),
    check=check,
    inference="the whole rule but pacing, which the source teaches: the same on good and bad days",
)
