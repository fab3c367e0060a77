"""How walks grow longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import RampRule

if TYPE_CHECKING:
    from backplan.model.outcome import WeekDone

GREEN, AMBER = 20, 10  # percent a week
LEAST, MOST = 2, 5  # minutes
LONGEST = 45  # minutes of a bout
LEAST_MINUTES = 5


def adjust(step: int, week: WeekDone) -> int:
    """Where aerobic work may grow, its longest bout grows by a fifth, 2 to 5 minutes, up to 45; after an amber week, at
    the slow pace, or for people who need a gentler ramp, by a tenth, at least 2 minutes. A session that was too much
    takes a fifth off.
    """
    if "regress" in week.verdicts:
        return max(LEAST_MINUTES, step * 4 // 5)
    if not week.grows:
        return step
    share = GREEN if "green" in week.verdicts and not week.gentle and "amber-ok" not in week.verdicts else AMBER
    grown = step + min(MOST, max(LEAST, (step * share + 50) // 100))
    return max(step, min(grown, LONGEST))


RULE = RampRule(
    id="aerobic-ramp",
    sources=("garber-2011", "bull-2020", "therapeutic-guidelines"),
    adjust=adjust,
    inference="the steps: published advice runs from a tenth to a fifth a week",
)
