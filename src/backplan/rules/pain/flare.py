"""Pain well above the usual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import PainRule

if TYPE_CHECKING:
    from backplan.model.case import PainToday
    from backplan.model.vocabulary import Mode

RISE = 2
LEAST = 4


def check(pain: PainToday) -> Mode | None:
    """Pain 2 or more above the usual, and at least 4, is a flare: the session is gentle and short.

    Less than 4 is an ordinary day, however low the usual is. The usual is the middle of the last fortnight, on waking
    and later in the day each for itself: many backs are easier in the morning, and are in no flare at each session.
    """
    return "flare" if pain.now - pain.usual >= RISE and pain.now >= LEAST else None


RULE = PainRule(
    id="pain-flare",
    sources=("costa-2022",),
    check=check,
    inference="the lower limit of 4, and the usual by time of day",
)
