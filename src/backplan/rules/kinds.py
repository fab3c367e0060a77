"""The kinds of rule that read a person's days: may they exercise, what does pain allow, what do sessions say. Each is a
typed, frozen record; the claim a rule makes is the docstring of its function.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.case import PainToday
    from backplan.model.lately import Lately
    from backplan.model.outcome import WeekDone
    from backplan.model.person import Person
    from backplan.model.verdict import SessionOutcome, Verdict
    from backplan.model.vocabulary import FlagLevel, HeartKind, Mode


class RedFlag(NamedTuple):
    """A sign to report before any exercise: how urgent, its name within a sentence, how it is asked, what it may point
    to. ``brief`` is the same in a few words, as a list has it: never narrower, and told in full to who chooses it.
    """

    id: str
    level: "FlagLevel"
    name: str
    asks: str
    brief: str
    claim: str
    sources: tuple[str, ...]
    inference: str = ""


class HeartRule(NamedTuple):
    """A sign or a disease of heart or lungs, or diabetes: its name within a sentence, how it is asked, and why. A sign
    is to be seen first; a disease is to be known to the clinician. ``brief`` as for a red flag.
    """

    id: str
    kind: "HeartKind"
    name: str
    asks: str
    brief: str
    claim: str
    sources: tuple[str, ...]
    inference: str = ""


class Screening(NamedTuple):
    """May this person exercise on this date? A sentence stops everything."""

    id: str
    sources: tuple[str, ...]
    check: "Callable[[Person, date], str | None]"
    inference: str = ""


class PainRule(NamedTuple):
    """What kind of session does today's pain allow? The first rule that answers decides."""

    id: str
    sources: tuple[str, ...]
    check: "Callable[[PainToday], Mode | None]"
    inference: str = ""


class RampRule(NamedTuple):
    """How do the minutes of an aerobic session grow from one week to the next?"""

    id: str
    sources: tuple[str, ...]
    adjust: "Callable[[int, WeekDone], int]"
    inference: str = ""


class ProgressRule(NamedTuple):
    """What does a recorded session say? The first rule that answers is the verdict."""

    id: str
    sources: tuple[str, ...]
    check: "Callable[[SessionOutcome], Verdict | None]"
    inference: str = ""


class Advice(NamedTuple):
    """Is there something to say of the last weeks, as they were lived beside the plan? The days that say so."""

    id: str
    sources: tuple[str, ...]
    check: "Callable[[Lately], tuple[date, ...]]"
    inference: str = ""
