"""Small builders: a person without trouble, a case about them, and a plain exercise; each test says what differs."""

from datetime import date
from typing import Any

from backplan.library import entry
from backplan.model.case import Case, PainToday
from backplan.model.exercise import Exercise
from backplan.model.person import Clearance, Pain, Person
from backplan.model.prescription import Prescribed, Prescription
from backplan.model.vocabulary import Tag

ON = date(2026, 11, 23)  # a Monday, three weeks after the clearance

_PERSON = Person(
    pain=Pain(now=3, usual=3, controlled=True, since=date(2026, 3, 1), leg="none", on=date(2026, 11, 2)),
    minutes={"mon": 30, "wed": 30, "fri": 30, "sat": 30},
    aerobic_minutes=15,
    clearance=Clearance(by="doctor", on=date(2026, 11, 2)),
    swim=True,
)
_CASE = Case(person=_PERSON, on=ON, pain=PainToday(now=3, usual=3))
_EXERCISE: dict[str, Any] = {
    "id": "plain-move",
    "name": "Plain move",
    "block": "core",
    "modality": "motor-control",
    "slot": "choice",
    "level": "basic",
    "rank": 10,
    "impact": "none",
    "place": ("home",),
    "position": "standing",
    "movements": ("neutral",),
    "areas": ("low-back",),
    "use": ("main",),
    "dose": {"sets": 2, "reps": 8, "hold": 0},
    "steps": ("Stand tall.", "Lift one arm.", "Lower it again."),
    "cues": ("Breathe easily.",),
    "stop": "Stop if it hurts.",
    "sources": ("george-2021",),
}
_FOUND_OUT = {"own", "gives_away", "impact_known", "in_doubt"}  # worked out for own exercises


def person(**changes: Any) -> Person:
    """A cleared person without trouble, who swims and gets down to the floor; with these changes."""
    return _PERSON._replace(**changes)


def case(**changes: Any) -> Case:
    """That person on an ordinary day in the first week of a programme; with these changes."""
    return _CASE._replace(**changes)


def tagged(*tags: Tag, **changes: Any) -> Case:
    """An ordinary day of a person about whom these things are known."""
    return case(tags=frozenset(tags), **changes)


def prescribing(*exercises: str, **dose: int) -> Prescription:
    """A prescription of these exercises, each at this dose."""
    added = (Prescribed("add", "physiotherapist", ON, exercise=key)._replace(**dose) for key in exercises)  # type: ignore[arg-type]
    return Prescription(added=tuple(added))


def exercise(**changes: Any) -> Exercise:
    """A plain neutral exercise for home, that nothing stands against; with these changes."""
    found = {key: changes.pop(key) for key in _FOUND_OUT & changes.keys()}
    return entry.Exercise.model_validate({**_EXERCISE, **changes}).value()._replace(**found)
