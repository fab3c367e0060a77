"""How walks grow longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import RampRule

if TYPE_CHECKING:
    from backplan.model.outcome import WeekDone

GREEN, AMBER = 20, 10  # percent a week
LEAST, MOST = 2, 5  # minutes
ENOUGH_DONE = 0.75
FULL = 30  # minutes of a session; from here on a fourth session comes first
SESSIONS = 4
GOAL = 150  # minutes a week (bull-2020)
LONGEST = -(-GOAL // SESSIONS)
LEAST_MINUTES = 5


def adjust(step: int, week: WeekDone) -> int:
    """After a week that was all green and at least three quarters done, aerobic sessions grow by a fifth, 2 to 5
    minutes, up to 30. After an amber week, or for people who need a gentler ramp, by a tenth, at least 2 minutes. A
    held or half-done week repeats; a regress takes a fifth off.

    From 30 minutes a fourth session comes first; after a week with four whole ones, minutes grow on until the week
    holds 150.
    """
    if "regress" in week.verdicts:
        return max(LEAST_MINUTES, step * 4 // 5)
    if not week.verdicts or "hold" in week.verdicts or week.done < week.planned * ENOUGH_DONE:
        return step
    share = AMBER if week.gentle or "amber-ok" in week.verdicts else GREEN
    grown = step + min(MOST, max(LEAST, (step * share + 50) // 100))
    top = LONGEST if step >= FULL and week.whole_sessions >= SESSIONS else FULL
    return max(step, min(grown, top))


RULE = RampRule(
    id="aerobic-ramp",
    sources=("garber-2011", "bull-2020"),
    adjust=adjust,
    inference="the steps: published advice runs from a tenth to a fifth a week",
)
