"""How walks grow longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import RampRule

if TYPE_CHECKING:
    from backplan.model.outcome import WeekDone

GREEN, AMBER = 20, 10  # percent a week
LEAST, MOST = 2, 5  # minutes
LEAST_UNDER_TEN = 1  # minutes, where 2 would be more than a fifth
LONGEST = 45  # minutes of a bout
LEAST_MINUTES = 5


def adjust(step: int, week: WeekDone) -> int:
    """Where aerobic work may grow, its longest bout grows by a fifth, 2 to 5 minutes, up to 45; after an amber week, at
    the slow pace, or for people who need a gentler ramp, by a tenth, at least 2 minutes. Bouts under 10 minutes, of
    which 2 are more than a fifth, may grow by 1. A session that was too much takes a fifth off, but no more than a
    fifth of what the plan began with, however often; a walk or ride that hurt sharply may take more.
    """
    if "regress" in week.verdicts:
        return after_too_much(step, LEAST_MINUTES if week.hurt else week.start)
    if not week.grows:
        return step
    share = GREEN if "green" in week.verdicts and not week.gentle and "amber-ok" not in week.verdicts else AMBER
    least = LEAST_UNDER_TEN if step * GREEN < LEAST * 100 else LEAST
    grown = step + min(MOST, max(least, (step * share + 50) // 100))
    return max(step, min(grown, LONGEST))


def after_too_much(step: int, start: int) -> int:
    """A bout after a session that was too much: a fifth less, but no more than that below the start."""
    return min(step, max(LEAST_MINUTES, step * 4 // 5, start * 4 // 5))


RULE = RampRule(
    id="aerobic-ramp",
    sources=("garber-2011", "bull-2020", "therapeutic-guidelines"),
    adjust=adjust,
    inference="the steps: published advice runs from a tenth to a fifth a week; and that what was too much takes no "
    "more than one step off the start",
)
