"""Pain that creeps up."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from backplan.model.outcome import ENOUGH_DAYS
from backplan.rules.plan_kinds import Advice

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.lately import Lately

WEEKS = 4
POINTS = 2  # of 10, from the first of these weeks to the last


def check(lately: Lately) -> tuple[date, ...]:
    """Pain that rises over four weeks by 2 points or more, on waking or later in the day, and comes down in none of
    them, has crept up, though no day of it is a flare: it is named once, with what to do.

    A week counts by its mean, with three days known at that time of day at the least. One week that is 2 above the
    one before is no creep: a flare has rules of its own.
    """
    weeks = lately.pain[-WEEKS:]
    compared = len(weeks) == WEEKS and all(week.days >= ENOUGH_DAYS for week in weeks)
    if not compared or weeks[-1].mean - weeks[0].mean < POINTS:
        return ()
    steps = [now.mean - before.mean for before, now in pairwise(weeks)]
    creeps = min(steps) >= 0 and max(steps) < POINTS
    return tuple(week.starts for week in weeks) if creeps else ()


RULE = Advice(
    id="creep",
    sources=("ostelo-2008", "silbernagel-2007"),
    check=check,
    inference="the whole rule; the sources say what counts as a change of pain, and that it should not rise from week "
    "to week",
)
