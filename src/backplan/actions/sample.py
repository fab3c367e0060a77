"""A made-up person, so that anybody can see a week before answering anything."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from backplan.model.person import Clearance, Pain, Person
from backplan.model.week import monday

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backplan.actions.workspace import Workspace
    from backplan.model.exercise import Exercise
    from backplan.model.week import Week
    from backplan.planner.request import Request


def person(today: date) -> Person:
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


def request(exercises: Sequence[Exercise], today: date) -> Request:
    """All that the made-up person's week is made from."""
    from backplan.planner.request import Request

    return Request(person(today), exercises, monday(today), today)


def week(workspace: Workspace) -> Week:
    """The made-up person's week, from Monday on; nothing is stored."""
    from backplan.planner.week import make_week

    return make_week(request(workspace.exercises, monday(workspace.today)))
