"""Standing: what a week begins with before any exercise is chosen: its days, the past, pain, and the levels."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from backplan.model.case import Case, PainToday
from backplan.model.exercise import Exercise
from backplan.model.week import WEEK, Week
from backplan.model.week_kind import WEEK_KINDS
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.stock import stock_of
from backplan.planner.diary.abilities import worse
from backplan.planner.diary.done import Fullest, fullest_of
from backplan.planner.diary.past import Past, after_gap
from backplan.planner.diary.spikes import spikes
from backplan.planner.diary.verdicts import Yardstick, explained, hurt_alone, too_much
from backplan.planner.growth.ladder import BadSession, exercises_worked
from backplan.planner.growth.levels import Levels, levels
from backplan.planner.growth.way_back import WayBack, way_back
from backplan.planner.request import Request
from backplan.planner.screen.case import case_of, pain_now, pain_then
from backplan.planner.screen.days import Days, days_of
from backplan.planner.screen.pain import mode
from backplan.rules.growth import calm
from backplan.rules.pain import flare
from backplan.rules.pain.high import steady
from backplan.rules.progress.gap_restart import percent_after

HURT_FOR = timedelta(days=14)  # in which what hurt sharply takes no more sets than it had then; our own inference


class Standing(NamedTuple):
    """What a week begins with. ``by_id`` are all exercises under their ids; ``bad`` are the sessions of this week that
    were too much, in order; ``calm_then`` says whether the week began as a normal one, in which doses may grow, and
    ``steady_then`` whether it began with high and steady pain, so that everything grows slowly, as it does
    ``after_big_day``: when a day far beyond the plan explains the flare that has just gone by; ``fullest`` is what no
    day had better exceed, after a session that was too much or while pain is further down the leg; ``hurt`` are the
    exercises that hurt sharply in other sessions of this week; ``back`` is what is left of a week in which a flare came
    and went, or a stop was lifted; ``short_walks`` says whether a walk of five minutes may warm up for what follows.
    """

    request: Request
    by_id: Mapping[str, Exercise]
    days: Days
    past: Past
    pain: PainToday
    levels: Levels
    bad: tuple[BadSession, ...]
    calm_then: bool
    steady_then: bool
    after_big_day: bool = False
    fullest: Fullest | None = None
    hurt: tuple[BadSession, ...] = ()
    back: WayBack | None = None
    short_walks: bool = False

    @property
    def gap_days(self) -> int | None:
        """Days without a session before the plan goes on, on the first day that a pause and all else leave for it; None
        where no day of this week is left to begin again on, unless an earlier showing told of them: the next week tells
        them.
        """
        return _gap_days(self.days, self.past)

    @property
    def no_more(self) -> bool:
        """Whether no day may hold more than it did: after a session that was too much, or coming back from a gap."""
        back = self.request.around and percent_after(self.gap_days) != 100
        return bool(self.bad) or back

    @property
    def aerobic_hurt(self) -> tuple[BadSession, ...]:
        """What of aerobic work hurt sharply this week, by itself."""
        return tuple(each for each in self.hurt if any(self._is_aerobic(key) for key in each.exercises))

    def _is_aerobic(self, key: str) -> bool:
        return key in self.by_id and self.by_id[key].slot == "aerobic"

    def case(self, *, calm: bool) -> Case:
        """The person over the days to plan; a calm case passes over what pain says today."""
        case = case_of(self.request, self.days, self.pain, self.levels.of, calm=calm)
        called = stock_of(self.request.exercises).called
        wet = any(each.block == "water" for liked in case.person.likes for each in called.get(liked, ()))
        return case._replace(
            practised=self.past.practised, likes_water=wet, short_walks=self.short_walks, hurt_sets=self._hurt_sets
        )

    @property
    def _hurt_sets(self) -> Mapping[str, int]:
        """The sets of what hurt sharply in the two weeks before this one, on the day on which it last did."""
        past = self.past
        last = {key: on for on, keys in sorted(past.hurt.items()) for key in keys}
        given = {key: past.doses_given(key).get(on) for key, on in last.items() if on >= past.starts - HURT_FOR}
        return {key: dose.sets for key, dose in given.items() if dose is not None}


def standing_of(request: Request) -> Standing:
    """Everything that a week begins with, from the diary and the weeks shown."""
    days, stock = days_of(request), stock_of(request.exercises)
    then, now = pain_then(request, days), pain_now(request, days)
    past = Past(
        request.person,
        request.entries,
        days.earlier,
        request.starts,
        earlier_entries=request.earlier_entries,
        flares=now.flare_dates,
        said_flares=now.said_flare_dates,
        walks=stock.aerobic,
    )
    before = [e for e in (*request.earlier_entries, *request.entries) if e.on < request.starts]
    function_worse = worse(request.person.functions, before)
    bad, big_day = _too_much(request, days, now), _after_a_big_day(then, past)
    return Standing(
        request=request,
        by_id=stock.by_id,
        days=days,
        past=past,
        pain=now,
        levels=levels(past, then, function_worse=function_worse, back=percent_after(_gap_days(days, past)) != 100),
        bad=bad,
        calm_then=_calm(days, then, big_day=big_day) or _under_way(request, days, past.base_week),
        steady_then=steady(then),
        after_big_day=big_day,
        fullest=_fullest(days, past) if past.too_much_lately or now.leg_down else None,
        hurt=_hurt(request, days, bad),
        back=way_back(days, past, now),
    )


def _gap_days(days: Days, past: Past) -> int | None:
    left = days.offered(days.person)
    rested = days.shown is not None and after_gap(days.shown)
    return past.gap_days(min(left, default=days.first)) if rested or left else None


def _too_much(request: Request, days: Days, pain: PainToday) -> tuple[BadSession, ...]:
    """This week's sessions that were too much, with what was worked in them, in order."""
    if days.shown is None:
        return ()
    beside = spikes(days.person, request.entries, (*days.earlier, days.shown))
    by = Yardstick(pain.usuals, days.person.pain.leg, days.shown.learning, beside, pain.said_flare_dates)
    found = too_much(request.entries, request.starts, request.today, by, pain.flare_dates)
    return tuple(BadSession(on, exercises_worked(days.shown, on), word) for on, word in sorted(found.items()))


def _hurt(request: Request, days: Days, bad: Sequence[BadSession]) -> tuple[BadSession, ...]:
    """The exercises that hurt sharply in this week's sessions, but for those that were too much as a whole."""
    if days.shown is None:
        return ()
    hurting = hurt_alone(request.entries, request.starts, request.starts + WEEK, {session.on for session in bad})
    return tuple(BadSession(*each) for each in hurting)


def _fullest(days: Days, past: Past) -> Fullest | None:
    """The fullest day of the week that a plan goes on from, which a session too much may have thinned, and of the
    normal one before. None where there is none to go on from.
    """
    if (base := past.base_week) is None:
        return None
    return fullest_of([*[week for week in days.earlier if week.kind.grows and week.starts < base.starts][-1:], base])


def _under_way(request: Request, days: Days, base: Week | None) -> bool:
    """Whether a week that was shown with a step up is no longer at its first day: what is said of that day later, as of
    a flare, makes what is left gentle, and takes back no step that was told.
    """
    shown = days.shown
    if shown is None or base is None or request.today == days.begun:
        return False
    higher = any(rung > base.rungs.get(key, 0) for key, rung in shown.rungs.items())
    return higher or shown.whole_step > base.whole_step


def _after_a_big_day(pain: PainToday, past: Past) -> bool:
    """Whether a flare was over within the days of rule growth-calm, and began on a worse day after a big one."""
    late = pain.calm_days is not None and pain.calm_days <= calm.DAYS
    return late and explained(pain.flares[-1], past.spikes)


def _calm(days: Days, pain: PainToday, *, big_day: bool) -> bool:
    """Whether a week was a normal one on the day it began, by pain as it was then, and not the first after a flare,
    unless a ``big_day`` explains that one.
    """
    kind = WEEK_KINDS[mode(days.person, pain, days.begun)]
    back = pain.calm_days is None or pain.calm_days > calm.DAYS or big_day
    return kind.grows and back and not pain.returning and pain.now - pain.usual < flare.RISE
