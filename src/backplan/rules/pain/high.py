"""Pain of 6 or 7 that is not a flare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import PainRule

if TYPE_CHECKING:
    from backplan.model.case import PainToday
    from backplan.model.vocabulary import Mode

HIGH = 6
GENTLE_FIRST = 2
NEAR = 1
ASKS = (1, 2, 4)  # weeks of a usual pain so high


def check(pain: PainToday) -> Mode | None:
    """At a pain of 6 or more, the first two sessions are gentle ones and pain control is worth asking about. If the
    pain then stays within 1 of the usual, sessions go on at three quarters of the volume
    and grow slowly while nothing gets worse. A usual pain of 6 or more asks about pain control in its first, second
    and fourth week. Up to a usual pain that a clinician has accepted, none of this is needed. An easy waking does not
    make a day of such pain an easy one: a usual pain of 6 or more later in the day counts then, too.
    """
    return "flare" if pain.of_the_day >= HIGH and not accepted(pain) and not steady(pain) else None


def steady(pain: PainToday) -> bool:
    """High pain that two gentle sessions have shown to be this person's usual."""
    shown = pain.high_sessions >= GENTLE_FIRST and pain.now - pain.usual <= NEAR
    return pain.of_the_day >= HIGH and shown and not accepted(pain)


def asks(pain: PainToday, week: int) -> bool:
    """Whether pain control is asked about in a week of a usual pain so high."""
    usual = pain.usuals.later
    clinician_knows = pain.accepted is not None and usual <= pain.accepted
    return usual >= HIGH and week in ASKS and not clinician_knows


def accepted(pain: PainToday) -> bool:
    """Pain no higher than the usual one that a clinician has accepted."""
    return pain.accepted is not None and pain.of_the_day <= pain.accepted


RULE = PainRule(
    id="pain-high",
    sources=("boonstra-2016",),
    check=check,
    inference="all that follows from it; the source says that 6 and 7 are moderate pain",
)
