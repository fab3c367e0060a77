"""The kinds of rule that shape a plan: what is given, how much of it, what a week must hold, what sessions say,
what may grow; and those that look back. Apart from the others, as showing a stored week needs none of them.
"""

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.lately import Lately
    from backplan.model.outcome import (
        BlockDone,
        BlockHistory,
        BoutsDone,
        Direction,
        FunctionChange,
        PainChange,
        StepDue,
        WeekDone,
    )
    from backplan.model.verdict import SessionOutcome, Verdict
    from backplan.model.vocabulary import Tag
    from backplan.model.week import GivenDose


def _of_anybody(_: "Case") -> bool:
    return True


def _any_exercise(_: "Exercise") -> bool:
    return True


def nothing(_: "Case") -> object:
    """What a rule reads of a person that says the same to everybody."""
    return ()


class Marks(NamedTuple):
    """What a rule goes by that only speaks of an exercise with a mark that counts for a person: the marks ``of`` the
    exercise, and those that count ``here``.
    """

    of: "Callable[[Exercise], Iterable[str]]"
    here: "Callable[[Case], Collection[str]]"


class Exclusion(NamedTuple):
    """May this person be given this exercise? A reason leaves it out. A rule that is ``about`` some tags bars nothing
    for those without any of them; ``speaks_of`` says of whom it can leave anything out where no tag tells, ``concerns``
    which exercises it can leave out, whoever the person is, ``marks`` which for this person: the others it need not be
    asked about. Of exercises that are ``alike`` it says the same, so it is asked about one of them; ``reads`` is all
    that it goes by of a person, so that while this is the same it is not asked again.
    """

    id: str
    sources: tuple[str, ...]
    check: "Callable[[Exercise, Case], str | None]"
    label: str  # how the week counts what this rule left out
    inference: str = ""
    about: "tuple[Tag, ...]" = ()
    speaks_of: "Callable[[Case], bool]" = _of_anybody
    concerns: "Callable[[Exercise], bool]" = _any_exercise
    alike: "Callable[[Exercise], object] | None" = None
    marks: Marks | None = None
    reads: "Callable[[Case], object] | None" = None

    def asked_of(self, case: "Case") -> bool:
        """Whether it can leave anything out for a person at all; else it need not be asked exercise by exercise."""
        return (not self.about or not case.tags.isdisjoint(self.about)) and self.speaks_of(case)


class Precaution(NamedTuple):
    """Is this exercise only for when nothing plainer serves? A reason says which care it needs. ``marks`` say which
    exercises can need any.
    """

    id: str
    sources: tuple[str, ...]
    check: "Callable[[Exercise, Case], str | None]"
    marks: Marks
    inference: str = ""


class Favour(NamedTuple):
    """Does this exercise suit what this person has especially well? It then comes before others of its slot.
    ``speaks_of`` says of whom it can favour anything at all.
    """

    id: str
    sources: tuple[str, ...]
    check: "Callable[[Exercise, Case], bool]"
    speaks_of: "Callable[[Case], bool]"
    inference: str = ""


class MannerRule(NamedTuple):
    """How does this person do an exercise, besides its steps? A word is said beside it."""

    id: str
    sources: tuple[str, ...]
    check: "Callable[[Exercise, Case], str | None]"
    inference: str = ""


class Target(NamedTuple):
    """What must a week hold? ``ask`` is this week's count, ``aim`` the goal it grows towards, ``floor`` never
    under.
    """

    id: str
    sources: tuple[str, ...]
    ask: "Callable[[Case], int]"
    floor: int
    aim: int
    unit: str
    inference: str = ""


def _not_said(_: "Exercise", __: "Case") -> str:
    return ""


class DoseRule(NamedTuple):
    """How much of an exercise, given pain, stage and care? ``why`` says, of one whose dose it lowers, what for."""

    id: str
    sources: tuple[str, ...]
    adjust: "Callable[[GivenDose, Exercise, Case], GivenDose]"
    inference: str = ""
    why: "Callable[[Exercise, Case], str]" = _not_said


class TimeRule(NamedTuple):
    """How long does an exercise take this person, in percent of what it takes others?"""

    id: str
    sources: tuple[str, ...]
    percent: "Callable[[Case], int]"
    inference: str = ""


class SlowRule(NamedTuple):
    """Does this person need the slow ramp of aerobic minutes? One that says so is enough."""

    id: str
    sources: tuple[str, ...]
    check: "Callable[[Case], bool]"
    inference: str = ""


class HardRule(NamedTuple):
    """May an exercise be hard for this person now? Every such rule must agree."""

    id: str
    sources: tuple[str, ...]
    check: "Callable[[Exercise, Case], bool]"
    inference: str = ""


class BudgetRule(NamedTuple):
    """How many of a day's minutes may be used? Each rule takes the minutes so far and may lower them."""

    id: str
    sources: tuple[str, ...]
    adjust: "Callable[[int, Case], int]"
    inference: str = ""


class GrowthRule(NamedTuple):
    """May a block of exercises take a step up? Every growth rule must agree."""

    id: str
    sources: tuple[str, ...]
    check: "Callable[[BlockDone], bool]"
    inference: str = ""


class StatedRule(NamedTuple):
    """Is a step taken that a therapist stated and that is due? Every such rule must agree."""

    id: str
    sources: tuple[str, ...]
    check: "Callable[[StepDue], bool]"
    inference: str = ""


class IntensityRule(NamedTuple):
    """May the walks or rides of a kind become brisker? Every one of these rules must agree."""

    id: str
    sources: tuple[str, ...]
    check: "Callable[[BoutsDone], bool]"
    inference: str = ""


class LevelRule(NamedTuple):
    """May the level of a block rise by one? Every level rule must agree."""

    id: str
    sources: tuple[str, ...]
    check: "Callable[[BlockHistory], bool]"
    inference: str = ""


class ChangeRule(NamedTuple):
    """Has pain changed since the start? A sentence says how; the first rule that answers speaks."""

    id: str
    sources: tuple[str, ...]
    check: "Callable[[PainChange], str | None]"
    direction: "Direction"
    inference: str = ""


class FunctionRule(NamedTuple):
    """Has what the person can do changed since the start? A sentence says how; the first rule that answers speaks."""

    id: str
    sources: tuple[str, ...]
    check: "Callable[[FunctionChange], str | None]"
    direction: "Direction"
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
