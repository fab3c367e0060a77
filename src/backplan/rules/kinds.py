"""The kinds of rule. Each is a typed, frozen record; the claim a rule makes is the docstring of its function."""

from __future__ import annotations

from collections.abc import Callable
from inspect import cleandoc
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.aftermath import Aftermath, BlockDone, BlockSoFar, Verdict, WeekDone
    from backplan.model.case import Case, PainToday
    from backplan.model.change import Direction, FunctionChange, PainChange
    from backplan.model.exercise import Exercise
    from backplan.model.person import Person
    from backplan.model.vocabulary import FlagLevel, Mode
    from backplan.model.week import GivenDose


class RedFlag(NamedTuple):
    """A sign to report before any exercise: how urgent, how it is asked, what it may point to."""

    id: str
    level: FlagLevel
    asks: str
    claim: str
    sources: tuple[str, ...]
    inference: str = ""


class Screening(NamedTuple):
    """May this person exercise on this date? A sentence stops everything."""

    id: str
    sources: tuple[str, ...]
    check: Callable[[Person, date], str | None]
    inference: str = ""


class PainRule(NamedTuple):
    """What kind of session does today's pain allow? The first rule that answers decides."""

    id: str
    sources: tuple[str, ...]
    check: Callable[[PainToday], Mode | None]
    inference: str = ""


class Exclusion(NamedTuple):
    """May this person be given this exercise? A reason leaves it out."""

    id: str
    sources: tuple[str, ...]
    check: Callable[[Exercise, Case], str | None]
    label: str  # how the week counts what this rule left out
    inference: str = ""


class Precaution(NamedTuple):
    """Is this exercise only for when nothing plainer serves? A reason says which care it needs."""

    id: str
    sources: tuple[str, ...]
    check: Callable[[Exercise, Case], str | None]
    inference: str = ""


class Favour(NamedTuple):
    """Does this exercise suit what this person has especially well? It then comes before others of its slot."""

    id: str
    sources: tuple[str, ...]
    check: Callable[[Exercise, Case], bool]
    inference: str = ""


class Target(NamedTuple):
    """What must a week hold? ``ask`` is this week's count, ``aim`` the goal it grows towards, ``floor`` never
    under.
    """

    id: str
    sources: tuple[str, ...]
    ask: Callable[[Case], int]
    floor: int
    aim: int
    unit: str
    inference: str = ""


class DoseRule(NamedTuple):
    """How much of an exercise, given pain, stage and care?"""

    id: str
    sources: tuple[str, ...]
    adjust: Callable[[GivenDose, Exercise, Case], GivenDose]
    inference: str = ""


class BudgetRule(NamedTuple):
    """How many of a day's minutes may be used? Each rule takes the minutes so far and may lower them."""

    id: str
    sources: tuple[str, ...]
    adjust: Callable[[int, Case], int]
    inference: str = ""


class RampRule(NamedTuple):
    """How do the minutes of an aerobic session grow from one week to the next?"""

    id: str
    sources: tuple[str, ...]
    adjust: Callable[[int, WeekDone], int]
    inference: str = ""


class GrowthRule(NamedTuple):
    """May a block of exercises take a step up? Every growth rule must agree."""

    id: str
    sources: tuple[str, ...]
    check: Callable[[BlockDone], bool]
    inference: str = ""


class LevelRule(NamedTuple):
    """May the level of a block rise by one? Every level rule must agree."""

    id: str
    sources: tuple[str, ...]
    check: Callable[[BlockSoFar], bool]
    inference: str = ""


class ProgressRule(NamedTuple):
    """What does a recorded session say? The first rule that answers is the verdict."""

    id: str
    sources: tuple[str, ...]
    check: Callable[[Aftermath], Verdict | None]
    inference: str = ""


class ChangeRule(NamedTuple):
    """Has pain changed since the start? A sentence says how; the first rule that answers speaks."""

    id: str
    sources: tuple[str, ...]
    check: Callable[[PainChange], str | None]
    direction: Direction
    inference: str = ""


class FunctionRule(NamedTuple):
    """Has what the person can do changed since the start? A sentence says how; the first rule that answers speaks."""

    id: str
    sources: tuple[str, ...]
    check: Callable[[FunctionChange], str | None]
    direction: Direction
    inference: str = ""


Rule = (
    RedFlag
    | Screening
    | PainRule
    | Exclusion
    | Precaution
    | Favour
    | Target
    | DoseRule
    | BudgetRule
    | RampRule
    | GrowthRule
    | LevelRule
    | ProgressRule
    | ChangeRule
    | FunctionRule
)


def paragraphs(text: str) -> list[str]:
    """A claim as paragraphs, each in one line, to be broken where it is shown."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def claim(rule: Rule) -> str:
    """The claim a rule makes, in the words of its own room."""
    if isinstance(rule, RedFlag):
        return cleandoc(rule.claim)
    function = (
        rule.ask
        if isinstance(rule, Target)
        else rule.adjust
        if isinstance(rule, DoseRule | BudgetRule | RampRule)
        else rule.check
    )
    return cleandoc(function.__doc__ or "")
