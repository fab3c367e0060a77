"""Much on good days, and worse ones after them, time and again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from backplan.rules.advice import spike
from backplan.rules.plan_kinds import Advice

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.lately import Lately

DAYS = 2  # such days
WITHIN = timedelta(days=28)


def check(lately: Lately) -> tuple[date, ...]:
    """Two days far beyond the plan within four weeks, each with a worse day after it, are told together, as a habit
    that pacing is made for.
    """
    found = spike.check(lately)
    near = tuple(on for on in found if found[-1] - on <= WITHIN)
    return near if len(near) >= DAYS else ()


RULE = Advice(
    id="boom-and-bust",
    sources=("nielson-2013", "therapeutic-guidelines"),
    check=check,
    inference="two days and four weeks",
)
