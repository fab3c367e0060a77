"""Stops: may this person exercise on a date?"""

from datetime import date

from backplan.model.person import Person
from backplan.named_tuple import NamedTuple
from backplan.rules.screening import SCREENING


class Stop(NamedTuple):
    """What stops a person from exercising: the id of a screening rule, and its sentence."""

    rule: str
    sentence: str


def stop(person: Person, on: date) -> Stop | None:
    """What the first screening rule says that stops this person on a date; None when none does."""
    for rule in SCREENING:
        if (sentence := rule.check(person, on)) is not None:
            return Stop(rule.id, sentence)
    return None
