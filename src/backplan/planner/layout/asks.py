"""Asks: what the balance asks of a week, from the targets."""

from __future__ import annotations

from collections.abc import Mapping

from backplan.model.case import Case
from backplan.rules.target.aerobic import sessions

REST_DAY_FROM = 5  # days left from which a rest day is asked for


def prorated(target: int, share: tuple[int, int]) -> int:
    """A week's target for a week begun late: in proportion to the offered days left, rounded up."""
    left, whole = share
    return -(-target * left // whole) if whole else 0


def aerobic_ask(case: Case, targets: Mapping[str, int], share: tuple[int, int]) -> int:
    """Aerobic minutes to ask for: of as many whole sessions as the days left should hold, or of what a therapist laid
    down.
    """
    minutes = prorated(sessions(case) if targets["aerobic"] else 0, share) * case.aerobic_step
    return (
        minutes
        if targets["aerobic"] >= sessions(case) * case.aerobic_step
        else min(minutes, prorated(targets["aerobic"], share))
    )
