"""The kinds of rule that say whether somebody may exercise, and what pain allows: all that showing a stored week asks.
Each is a typed, frozen record; the claim a rule makes is the docstring of its function.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.case import PainToday
    from backplan.model.person import Person
    from backplan.model.vocabulary import FlagLevel, HeartKind, Mode


class RedFlag(NamedTuple):
    """A sign to report before any exercise: how urgent, its name within a sentence, how it is asked, what it may point
    to. ``brief`` is the same in a few words, as a list has it: never narrower, and told in full to who chooses it;
    ``called`` are other words by which people look for it. Where a ``milder`` sign stands in the lists for both, it is
    this one ``graver_if`` the answer is yes.
    """

    id: str
    level: "FlagLevel"
    name: str
    asks: str
    brief: str
    claim: str
    sources: tuple[str, ...]
    inference: str = ""
    called: str = ""
    milder: str = ""
    graver_if: str = ""


class HeartRule(NamedTuple):
    """A sign or a disease of heart or lungs, or diabetes: its name within a sentence, how it is asked, and why. A sign
    is to be seen first; a disease is to be known to the clinician. ``brief`` and ``called`` as for a red flag.
    """

    id: str
    kind: "HeartKind"
    name: str
    asks: str
    brief: str
    claim: str
    sources: tuple[str, ...]
    inference: str = ""
    called: str = ""


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
