"""Screen: may this person exercise on a date, what does their pain allow, and what bars exercises that day?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from backplan.model.case import PainToday
from backplan.model.diary import LogEntry
from backplan.model.person import Person
from backplan.model.vocabulary import Level, Mode
from backplan.model.week import monday
from backplan.planner import flare
from backplan.planner.pause import paused
from backplan.rules.pain import PAIN_RULES
from backplan.rules.pain.high import HIGH, steady
from backplan.rules.screening import SCREENING
from backplan.rules.standing import tags_on

ACUTE_DAYS = 42  # under six weeks (ijzelenberg-2023)
USUAL_DAYS, USUAL_ENTRIES = 14, 3  # the median of at least three mornings of a fortnight; our own inference
ADVANCED_FROM_WEEK = 5  # four weeks of programme before the advanced level; our own inference
ADVANCED_SESSIONS = 9  # of those weeks: three in four of three a week


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


def pain_today(person: Person, entries: Sequence[LogEntry], on: date) -> PainToday:
    """Pain as last recorded on or before a date, and the usual; the latest word counts until there is a newer one."""
    intake = LogEntry(person.pain.on, "pain", pain=person.pain.now)
    before = [entry for entry in entries if entry.on < person.pain.on]
    known = [*before, intake, *(entry for entry in entries if person.pain.on <= entry.on <= on)]
    readings = [entry.pain for entry in known if entry.pain is not None]
    episode = flare.follow(known, lambda day, inside: _usual(person, known, day, inside))
    usual = _usual(person, known, on, episode.inside) if episode.state == "calm" else episode.usual
    high = sum(entry.kind == "session" and entry.done != "no" and (entry.pain or 0) >= HIGH for entry in known)
    return PainToday(
        now=readings[-1],
        usual=usual,
        flare_said=episode.said and episode.state == "flare",
        high_sessions=high,
        flare_open=episode.state == "flare",
        returning=episode.state == "returning",
        flare_days=(on - episode.since).days if episode.since else 0,
    )


def _usual(person: Person, entries: Sequence[LogEntry], on: date, flares: frozenset[date]) -> int:
    since = on - timedelta(days=USUAL_DAYS)
    within = [e for e in entries if e.kind == "morning" and since < e.on <= on and e.on not in flares]
    mornings = sorted(entry.pain for entry in within if entry.pain is not None)
    if len(mornings) < USUAL_ENTRIES:
        return person.pain.usual
    return mornings[(len(mornings) - 1) // 2]


def mode(person: Person, pain: PainToday, on: date) -> Mode:
    """What kind of week today's pain allows; new pain (under six weeks) has its own."""
    for rule in PAIN_RULES:
        if (found := rule.check(pain)) is not None:
            return found
    return "acute" if is_acute(person, on) else "normal"


def is_acute(person: Person, on: date) -> bool:
    """Whether the pain is under six weeks old on a date."""
    return (on - person.pain.since).days < ACUTE_DAYS


def level(person: Person, programme_week: int, entries: Sequence[LogEntry], on: date) -> Level:
    """The level to plan at: the advanced one only after four weeks of programme, done and logged."""
    if person.level != "advanced":
        return person.level
    since = on - timedelta(weeks=ADVANCED_FROM_WEEK - 1)
    done = sum(entry.kind == "session" and entry.done != "no" and since <= entry.on < on for entry in entries)
    ready = programme_week >= ADVANCED_FROM_WEEK and done >= ADVANCED_SESSIONS
    return "advanced" if ready else "intermediate"


def bars(person: Person, entries: Sequence[LogEntry], days: Sequence[date], today: date) -> dict[str, str]:
    """What bars exercises on each day, in one comparable line a day: a stored week holds while this stays the same."""
    pain = pain_today(person, entries, today)
    kind = mode(person, pain, today)
    quarters = steady(pain) or pain.returning
    eased = _eased(person, entries, today, pain.usual)
    fixed = [
        f"mode={kind}",
        f"quarters={quarters}",
        f"eased={eased}",
        f"level={person.level}",
        *sorted(_things(person)),
    ]
    lines = {}
    off = paused(entries, days)
    for day in days:
        halt = stop(person, day)
        barring, care = tags_on(person, day)
        parts = [
            f"stop={halt.rule if halt else ''}",
            f"pause={day in off}",
            *sorted(barring),
            *sorted(f"care:{tag}" for tag in care),
            *fixed,
        ]
        lines[day.isoformat()] = " ".join([*parts, f"acute={is_acute(person, day)}"])
    return lines


def _eased(person: Person, entries: Sequence[LogEntry], today: date, usual: int) -> int:
    """How many sessions of this week so far were too much: each takes something off the days that follow."""
    week = [e for e in entries if monday(today) <= e.on <= today and e.kind == "session" and e.peak is not None]
    if not week:
        return 0
    from backplan.planner.verdicts import regresses

    return len(regresses(entries, monday(today), today, usual, person.pain.leg))


def _things(person: Person) -> set[str]:
    return {*person.equipment, *(f"{place}:{item}" for place in (person.places or {}) for item in person.at(place))}


def wishes(person: Person) -> str:
    """What the person would like, in one comparable line: a change here never alters a week without being asked."""
    minutes = [f"{day}:{many}" for day, many in person.minutes.items()]
    parts = (minutes, person.pool_days, person.likes, person.dislikes, [str(person.aerobic_minutes)])
    return "|".join(",".join(part) for part in parts)
