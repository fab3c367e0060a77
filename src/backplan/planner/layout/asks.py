"""Asks: what the layout is asked for, from the targets and what was done."""

from __future__ import annotations

from collections.abc import Mapping

from backplan.model.case import Case
from backplan.planner.diary.done import DoneSoFar
from backplan.planner.layout.problem import Asks
from backplan.rules.target import TARGETS
from backplan.rules.target.aerobic import SESSIONS

FOURTH_FROM = 30  # minutes of an aerobic session before a fourth is asked for


REST_DAY_FROM = 5  # days left from which a rest day is asked for


def prorated(target: int, share: tuple[int, int]) -> int:
    """A week's target for a week begun late: in proportion to the offered days left, rounded up."""
    left, whole = share
    return -(-target * left // whole) if whole else 0


def aerobic_ask(case: Case, targets: Mapping[str, int], share: tuple[int, int]) -> int:
    """Aerobic minutes to ask for: of as many whole sessions as the days left should hold, or of what a therapist laid
    down.
    """
    minutes = prorated(SESSIONS if targets["aerobic"] else 0, share) * case.aerobic_step
    return (
        minutes
        if targets["aerobic"] >= SESSIONS * case.aerobic_step
        else min(minutes, prorated(targets["aerobic"], share))
    )


def asks(case: Case, targets: Mapping[str, int], share: tuple[int, int], done: DoneSoFar, days: int) -> Asks:
    """What the layout is asked for, after what was done; ``days`` are those left to plan."""
    floors = {target.id: min(target.floor, targets[target.id]) for target in TARGETS}
    sessions = SESSIONS if targets["aerobic"] else 0
    theirs = targets["aerobic"] < SESSIONS * case.aerobic_step
    most = sessions + (case.aerobic_step >= FOURTH_FROM and case.kind.grows and bool(sessions) and not theirs)
    wanted = (
        prorated(floors["active-days"], share) - done.active,
        prorated(floors["core"], share) - done.core,
        aerobic_ask(case, targets, share) - done.minutes,
        prorated(sessions, share) - done.full,
        prorated(floors["strength"], share) - done.strength,
        prorated(targets["core"], share) - done.core,
        prorated(targets["water"], share) - done.water,
        prorated(targets["strength"], share) - done.strength,
        prorated(most, share) - done.full,
        prorated(targets["active-days"], share) - done.active,
        targets["rest-days"] if days >= REST_DAY_FROM else 0,
    )
    return Asks(*(max(0, each) for each in wanted))
