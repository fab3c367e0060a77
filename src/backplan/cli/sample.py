"""A made-up person, so that anybody can see a week before answering anything."""

from __future__ import annotations

from datetime import date, timedelta

from backplan.model.person import Clearance, Pain, Person


def sample_person(today: date) -> Person:
    """Back pain for eight months, usually 3 of 10, cleared by a doctor; five days of 45 minutes, a band and a pool."""
    return Person(
        pain=Pain(3, 3, True, today - timedelta(days=240), "none", today),
        minutes={"mon": 45, "tue": 45, "thu": 45, "fri": 45, "sat": 45},
        aerobic_minutes=20,
        clearance=Clearance("doctor", today - timedelta(days=14)),
        equipment=("band", "pool"),
        swim=True,
        floor=True,
    )
