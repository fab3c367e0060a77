"""Bars: everything that leaves exercises out on a date, so that a change of it is seen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from backplan.model.bars import Bars, Wishes
from backplan.model.case import PainToday
from backplan.model.diary import LogEntry
from backplan.model.person import Person
from backplan.model.prescription import Prescription
from backplan.model.vocabulary import LEGS, Tag
from backplan.model.week import WEEK, Week, monday
from backplan.planner.diary.pause import paused
from backplan.planner.screen.flare import third
from backplan.planner.screen.pain import is_acute, mode, pain_today
from backplan.planner.screen.stops import stop
from backplan.rules.pain.flare_open import REFERS_AFTER as FLARE_REFERS_AFTER
from backplan.rules.pain.high import steady
from backplan.rules.pain.severe import REFERS_AFTER
from backplan.rules.tags import NERVE_FROM, tags_on

NONE_PRESCRIBED = Prescription()


def tags(person: Person, pain: PainToday, day: date) -> tuple[frozenset[Tag], frozenset[Tag]]:
    """The tags that bar and those that call for care on a date; while pain is below the knee or has moved down the leg,
    what irritates a leg nerve is barred, too.
    """
    barring, care = tags_on(person, day)
    nerve = LEGS.index(pain.leg) >= NERVE_FROM or (pain.leg_down and pain.leg != "buttock")
    return (barring | {"sciatica"}, care) if nerve else (barring, care)


def bars(  # noqa: PLR0913 - everything that bars
    person: Person,
    entries: Sequence[LogEntry],
    days: Sequence[date],
    today: date,
    prescription: Prescription = NONE_PRESCRIBED,
    *,
    learning: bool = False,
    week: Week | None = None,
) -> dict[date, Bars]:
    """What bars exercises on each day: a stored week holds while this stays the same.

    ``learning``: something is new this week, so that tired muscles are no alarm; ``week`` is the one as it stands,
    which tells what was a day far beyond the plan.
    """
    pain = pain_today(person, entries, today, prescription.usual_pain)
    every_day = Bars(
        prescribed=tuple(str(item.id) for item in prescription.items),
        mode=mode(person, pain, today),
        quarters=steady(pain) or pain.returning,
        too_much=_too_much_days(person, entries, today, pain, learning, week),
        level=person.level,
        refers=pain.severe_days >= REFERS_AFTER or pain.flare_days > FLARE_REFERS_AFTER or bool(third(pain)),
        things=tuple(sorted(_things(person))),
    )
    off = paused(entries, days)
    return {day: _on(day, every_day, person, pain, off) for day in days}


def _on(day: date, every_day: Bars, person: Person, pain: PainToday, off: Collection[date]) -> Bars:
    """What bars on one day, with what follows from its date; ``off`` are the days of a pause."""
    halt, (barring, care) = stop(person, day), tags(person, pain, day)
    return every_day._replace(
        stop=halt.rule if halt else "",
        tags=tuple(sorted(barring)),
        care=tuple(sorted(care)),
        acute=is_acute(person, pain, day),
        pause=day in off,
    )


def _too_much_days(  # noqa: PLR0913, PLR0917 - all that a verdict goes by
    person: Person, entries: Sequence[LogEntry], today: date, pain: PainToday, learning: bool, week: Week | None
) -> tuple[str, ...]:
    """The sessions of this week so far that were too much: each takes something off the days that follow."""
    lately = [e for e in entries if monday(today) <= e.on <= today and (e.kind == "session" or e.hurt)]
    if not lately:
        return ()
    from backplan.planner.diary.spikes import spikes
    from backplan.planner.diary.verdicts import Yardstick, hurt_alone, too_much

    big_days = spikes(person, entries, [week]) if week else ()
    by = Yardstick(pain.usuals, person.pain.leg, learning, big_days, pain.said_flare_dates)
    bad = too_much(entries, monday(today), today, by, pain.flare_dates)
    hurt = hurt_alone(lately, monday(today), monday(today) + WEEK, bad)
    return (*(on.isoformat() for on in bad), *(f"{each.on}:{key}" for each in hurt for key in each.exercises))


def _things(person: Person) -> set[str]:
    return {
        *person.equipment,
        *(f"stroke:{stroke}" for stroke in person.strokes),
        *(f"{place}:{item}" for place in (person.places or {}) for item in person.things_at(place)),
    }


def wishes(person: Person) -> Wishes:
    """What a person would like of their weeks, from their answers."""
    kinds = tuple((person.tolerance or {}).items())
    minutes = tuple(person.minutes.items())
    return Wishes(minutes, person.pool_days, person.likes, person.dislikes, person.comfortable, kinds)
