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
AGAIN = 4  # weeks


def check(lately: Lately) -> tuple[date, ...]:
    """The third flare that begins within six weeks sends to a physiotherapist, or to whoever cleared the person: in
    the week in which it begins, and in the next; while more of them come, once in four weeks. One that comes back while
    it was settling counts anew.
    """
    last = tuple(on for on in lately.flares if lately.flares[-1] - on <= WITHIN)
    return last if len(last) >= FLARES else ()


RULE = Advice(
    id="flare-third",
    sources=("costa-2019", "costa-2022"),
    check=check,
    inference="the whole rule; the sources say what a flare is",
)
