"""How weeks have gone, and what has changed since the start: the values that the rules of growth and change read."""

from collections.abc import Iterable
from typing import Literal

from backplan.model.verdict import Verdict
from backplan.model.vocabulary import Level
from backplan.named_tuple import NamedTuple

ENOUGH_DAYS = 3  # of seven, with an entry, before they say anything of pain; our own inference

Part = Literal["core", "strength", "aerobic"]  # what has a level of its own


class BlockDone(NamedTuple):
    """How a block (core or strength) has gone, for deciding whether it may grow.

    ``verdicts`` are of its last sessions, oldest first; ``days`` from the first of the good ones at the end to the
    last; ``done_percent`` of last week's planned sessions; ``pain_rise`` of the mean of the last seven days over the
    mean of the seven before, and ``pain_days`` on which pain was noted in the one of them that has fewer.
    """

    verdicts: tuple[Verdict, ...]
    days: int
    done_percent: int
    pain_rise: float
    pain_days: int
    calm: bool  # a normal week: no flare, none in the seven days before, pain not 2 above the usual
    effort: int | None = None  # of its last session, 0 to 10
    slow: bool = False  # nothing is known of how its good sessions went, or pain is high and steady
    turn: bool = True  # a week in which a slow block may take a step: every other one
    leg_down: bool = False  # pain goes further down the leg than at the start
    crept: bool = False  # pain has crept up over the last weeks
    sign: bool = False  # a new sign or change of health, or the clearance that knows of it, in the seven days before
    back: bool = False  # back from days without a session, less than seven days before


class StepDue(NamedTuple):
    """A step that a therapist stated and that is due: the verdicts on the sessions that held the exercise in the days
    before it, whether any of these days lay in a flare, and how many steps are left to its end.
    """

    verdicts: tuple[Verdict, ...]
    flare: bool = False
    left: int = 1


class BoutsDone(NamedTuple):
    """The walks or rides of one kind in a week, for deciding whether they may become brisker.

    ``minutes`` of the longest; ``begins_with`` are the minutes that the brisker one begins with; ``easy`` while they
    are easy ones; ``weeks`` running that they have been as brisk as they are; ``full`` where none became longer,
    although it might; ``longer`` where one did.
    """

    minutes: int
    begins_with: int
    easy: bool
    weeks: int
    full: bool = False
    longer: bool = False


class WeekDone(NamedTuple):
    """How a week went, for growing aerobic minutes: the verdicts, whether they may grow, and whether the gentler ramp
    holds for the person.
    """

    verdicts: tuple[Verdict, ...]
    grows: bool
    gentle: bool = False
    gap_days: int | None = None  # since anything was last done; None when nothing ever was
    start: int = 5  # aerobic minutes of a session to begin with, as the person's answers give them
    hurt: bool = False  # a walk or ride hurt sharply


class BlockHistory(NamedTuple):
    """How one block (core, strength or aerobic work) has gone, for deciding whether its level may rise.

    ``weeks`` that held it at its level; ``done_percent`` of the sessions planned in four weeks; ``verdicts`` of its
    last ten sessions; ``calm_days`` since the last day in a flare (None: there was none); ``pain_rise`` of the mean
    of the last seven days over the first; ``screened_days`` since the safety questions were answered;
    ``function_worse`` whether what the person can do has come down since the start; ``whole_weeks`` running with
    60 aerobic minutes or more; ``bad_days`` since the last session that was too much (None: there was none);
    ``usual`` pain as it is later in the day, and whether a clinician has accepted it (``high_ok``).
    """

    kind: Part
    level: Level
    asked_level: Level
    weeks: int = 0
    done_percent: int = 0
    verdicts: tuple[Verdict, ...] = ()
    calm_days: int | None = None
    mean_pain: float | None = None
    pain_rise: float = 0.0
    usual: int = 0
    high_ok: bool = False
    function_worse: bool = False
    screened_days: int = 0
    whole_weeks: int = 0
    bad_days: int | None = None
    leg_down: bool = False  # pain goes further down the leg than at the start
    crept: bool = False  # pain has crept up over the last weeks
    sign: bool = False  # a new sign or change of health, or the clearance that knows of it, in the seven days before
    back: bool = False  # back from days without a session, less than seven days before

    @property
    def to_advanced(self) -> bool:
        """Whether the next level of the block is the advanced one, the highest."""
        return self.level == "intermediate"


Direction = Literal["better", "worse", "unchanged", "unknown"]


class SevenDays(NamedTuple):
    """Pain over seven days: its mean in tenths of a point, as people read it, and the days that had an entry."""

    tenths: int
    days: int

    @property
    def mean(self) -> float:
        """Mean pain 0-10 over the seven days, to one decimal."""
        return self.tenths / 10

    @classmethod
    def of(cls, days: Iterable[float]) -> "SevenDays":
        """The seven days from the pain of each day that had an entry; 0 over 0 days when none had."""
        values = tuple(days)
        return cls(round(10 * sum(values) / len(values)), len(values)) if values else cls(0, 0)


class PainChange(NamedTuple):
    """Pain to compare: over the first seven days of the diary, the last seven, and the seven before the last. Where
    ``when`` is said, of ``first`` and ``last`` what both know the time of day of, and of ``before_last`` beside
    ``first_then``.
    """

    first: SevenDays
    last: SevenDays
    before_last: SevenDays
    first_then: SevenDays | None = None  # the first seven days as held against those before the last; None: the same
    when: str = ""  # the time of day that these are of, in words; "" for all of it
    crept: bool = False  # pain has crept up over the last weeks

    @property
    def drop(self) -> int:
        """How far pain came down, in tenths of a point; below 0 when it went up."""
        return self.first.tenths - self.last.tenths

    @property
    def percent(self) -> int:
        """How far pain came down, in whole percent of the pain at the start, which is not 0."""
        return self.drop * 100 // self.first.tenths

    @property
    def risen_before(self) -> int:
        """How far pain was above the first seven days in the seven before the last, in tenths of a point."""
        return self.before_last.tenths - (self.first_then or self.first).tenths


class Scored(NamedTuple):
    """How well something the person does went, 0 to 10: the first score, the last one, and the days between them."""

    activity: str
    first: int
    last: int
    days: int

    @property
    def gain(self) -> int:
        """The points, of 10, by which the score went up; below 0 when it went down."""
        return self.last - self.first


class FunctionChange(NamedTuple):
    """The activities a person named that were ever scored, in the order they named them."""

    activities: tuple[Scored, ...] = ()
