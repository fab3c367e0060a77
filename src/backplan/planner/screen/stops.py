"""Screen: may this person exercise on a date, what does their pain allow, and what bars exercises that day?"""

from datetime import date
from typing import NamedTuple

from backplan.model.person import Person
from backplan.rules.screening import SCREENING


class Stop(NamedTuple):
    """A screening rule's answer: no exercises, and why."""

    rule: str
    sentence: str


def stop(person: Person, on: date) -> Stop | None:
    """The first screening rule that stops this person on a date."""
    for rule in SCREENING:
        if (sentence := rule.check(person, on)) is not None:
            return Stop(rule.id, sentence)
    return None
