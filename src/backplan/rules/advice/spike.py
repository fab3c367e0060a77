"""A day far beyond the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import Advice

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.lately import ActiveDay, Afterwards, Lately

TIMES = 2  # what was planned
LEAST = 15  # minutes; less is no big day, however little was planned
RISE = 2  # above the usual pain


def check(lately: Lately) -> tuple[date, ...]:
    """An activity of more than twice the minutes planned for that day, on the day of a worse day or the day before it,
    is named beside the plan's own sessions, and pacing is pointed to. A session after which such a worse day is the
    next word on the pain has no verdict, unless it was too much by itself: it takes nothing back, and earns nothing.

    A day without a session is held against the longest day of its week. A worse day is one with pain 2 above the
    usual and higher than it was before, with a flare, or with a session that was too much; where nothing is known of
    the day after, the next one stands for it.
    """
    return tuple(day.on for day in lately.active if worse_days(day))


def worse_days(day: ActiveDay) -> tuple[date, ...]:
    """The worse days that a big day may explain; none where it was no big one, or nothing got worse."""
    big = day.minutes >= LEAST and day.minutes > TIMES * day.planned
    return tuple(each.on for each in day.after if big and _worse(day, each))


def _worse(day: ActiveDay, after: Afterwards) -> bool:
    before = day.usual if day.before is None else day.before
    return after.warned or (after.pain is not None and after.pain >= day.usual + RISE and after.pain > before)


RULE = Advice(
    id="spike",
    sources=("nielson-2013",),
    check=check,
    inference="the whole rule but pacing itself, which is taught on thin evidence: twice, a quarter of an hour, the "
    "day after, that a big day may explain a worse one, and that it then says nothing of the sessions around it",
)
