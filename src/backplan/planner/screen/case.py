"""Case: the person over the days to plan, as the rules read them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from backplan.model.case import Case, PainToday
from backplan.model.diary import hurt_by_day
from backplan.model.vocabulary import LEVELS, Level, Tag
from backplan.planner.request import Request
from backplan.planner.screen.bars import tags
from backplan.planner.screen.days import Days
from backplan.planner.screen.pain import is_acute, mode, pain_today
from backplan.rules.pain.high import steady
from backplan.rules.tags import birth_weeks, pregnancy_weeks, surgery_weeks


def pain_then(request: Request, days: Days) -> PainToday:
    """Pain as it was known when the week of a request began: what may grow in it was decided then."""
    before = [e for e in request.entries if e.on < days.begun or (e.on == days.begun and e.kind != "session")]
    return pain_today(days.person, before, days.begun, days.prescription.usual_pain)


def pain_now(request: Request, days: Days) -> PainToday:
    """Pain as it is known on the day a request is made."""
    return pain_today(days.person, request.entries, request.today, days.prescription.usual_pain)


def case_of(request: Request, days: Days, now: PainToday, levels: Mapping[str, Level], *, calm: bool) -> Case:
    """The person over the days to plan: what bars on any of them bars on all.

    ``now`` is today's pain. A calm case passes over what it says; what its tags bar stays barred. The minutes of an
    aerobic session, the rungs of the exercises and what is practised or liked of them are not known yet.
    """
    pain = PainToday(0, now.usual, accepted=now.accepted, low=now.low) if calm else now
    barring, care = _tags(days, now)
    return Case(
        person=days.person,
        on=days.on,
        pain=pain,
        mode=mode(days.person, pain, days.on),
        steady=steady(pain),
        level=min(levels.values(), key=LEVELS.index),
        levels=levels,
        programme_week=days.number,
        tags=barring,
        caution_tags=care - barring,
        surgery_weeks=surgery_weeks(days.person, days.on),
        pregnancy_weeks=pregnancy_weeks(days.person, days.on),
        birth_weeks=birth_weeks(days.person, days.on),
        hurt={key: on for on, keys in sorted(_hurt(request).items()) for key in keys},
        new_pain=is_acute(days.person, now, days.on),
        prescription=days.prescription,
    )


def _tags(days: Days, pain: PainToday) -> tuple[frozenset[Tag], frozenset[Tag]]:
    """The tags that bar on any of the days to plan, and those that call for care on any."""
    live = [day for day in days.dates if day not in days.stopped] or [days.on]
    found = [tags(days.person, pain, day) for day in live]
    return frozenset().union(*(barring for barring, _ in found)), frozenset().union(*(care for _, care in found))


def _hurt(request: Request) -> dict[date, tuple[str, ...]]:
    """What hurt sharply, by day, as far as the diary tells."""
    return hurt_by_day((*request.earlier_entries, *request.entries))
