"""Asks: what the layout is asked for, from the targets and what was done."""

from __future__ import annotations

from collections.abc import Mapping

from backplan.model.case import Case
from backplan.planner.diary.done import DoneSoFar
from backplan.planner.layout.problem import Asks
from backplan.rules.target import TARGETS
from backplan.rules.target.aerobic import SESSIONS

FOURTH_FROM = 30  # minutes of an aerobic session before a fourth is asked for


WHOLE_WEEK = 5  # days left from which a rest day is asked for


def part(target: int, share: tuple[int, int]) -> int:
    """A week's target for a week begun late: in proportion to the offered days left, rounded up."""
    left, whole = share
    return -(-target * left // whole) if whole else 0


def aerobic_ask(case: Case, targets: Mapping[str, int], share: tuple[int, int]) -> int:
    """Aerobic minutes: of as many whole sessions as the days left should hold, or of what a therapist laid down."""
    minutes = part(SESSIONS if targets["aerobic"] else 0, share) * case.step
    return minutes if targets["aerobic"] >= SESSIONS * case.step else min(minutes, part(targets["aerobic"], share))


def asks(case: Case, targets: Mapping[str, int], share: tuple[int, int], done: DoneSoFar, days: int) -> Asks:
    """What the layout is asked for, after what was done."""
    floors = {target.id: min(target.floor, targets[target.id]) for target in TARGETS}
    sessions = SESSIONS if targets["aerobic"] else 0
    theirs = targets["aerobic"] < SESSIONS * case.step
    most = sessions + (case.step >= FOURTH_FROM and case.kind.grows and bool(sessions) and not theirs)
    wanted = (
        part(floors["active-days"], share) - done.active,
        part(floors["core"], share) - done.core,
        aerobic_ask(case, targets, share) - done.minutes,
        part(sessions, share) - done.full,
        part(floors["strength"], share) - done.strength,
        part(targets["core"], share) - done.core,
        part(targets["water"], share) - done.water,
        part(targets["strength"], share) - done.strength,
        part(most, share) - done.full,
        part(targets["active-days"], share) - done.active,
        targets["rest-days"] if days >= WHOLE_WEEK else 0,
    )
    return Asks(*(max(0, each) for each in wanted))
