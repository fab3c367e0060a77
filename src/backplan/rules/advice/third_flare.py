"""Flare after flare."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Advice

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.lately import Lately

FLARES = 3
WITHIN = timedelta(weeks=6)


def check(lately: Lately) -> tuple[date, ...]:
    """The third flare that begins within six weeks sends to a physiotherapist, or to whoever cleared the person: in
    the week in which it begins, and in the next. One that comes back while it was settling counts anew.
    """
    last = lately.flares[-FLARES:]
    return last if len(last) == FLARES and last[-1] - last[0] <= WITHIN else ()


RULE = Advice(
    id="flare-third",
    sources=("costa-2019", "costa-2022"),
    check=check,
    inference="the whole rule; the sources say what a flare is",
)
