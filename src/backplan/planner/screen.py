"""Screen: may this person exercise on a date, what does their pain allow, and what bars exercises that day?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from backplan.model.case import PainToday
from backplan.model.diary import LogEntry
from backplan.model.person import Person
from backplan.model.prescription import Prescription
from backplan.model.vocabulary import LEGS, Leg, Level, Mode, Tag
from backplan.model.week import monday
from backplan.planner import flare
from backplan.planner.pause import paused
from backplan.rules.pain import PAIN_RULES
from backplan.rules.pain.flare_open import REFERS_AFTER as FLARE_REFERS_AFTER
from backplan.rules.pain.high import HIGH, steady
from backplan.rules.pain.severe import REFERS_AFTER, SEVERE
from backplan.rules.screening import SCREENING
from backplan.rules.standing import tags_on

ACUTE_DAYS = 42  # under six weeks (ijzelenberg-2023)
NONE_PRESCRIBED = Prescription()
USUAL_DAYS, USUAL_ENTRIES = 14, 3  # the median of at least three mornings of a fortnight; our own inference


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


def pain_today(person: Person, entries: Sequence[LogEntry], on: date, accepted: int | None = None) -> PainToday:
    """Pain as last recorded on or before a date, and the usual; the latest word counts until there is a newer one."""
    intake = LogEntry(person.pain.on, "pain", pain=person.pain.now)
    before = [entry for entry in entries if entry.on < person.pain.on]
    told = [*before, intake, *(entry for entry in entries if person.pain.on <= entry.on <= on)]
    known = [entry for entry in told if not (entry.tired and (entry.pain or 0) < SEVERE)]  # muscles, and not the back
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
        calm_days=(on - max(episode.inside)).days if episode.inside else None,
        severe_days=_severe_days(known),
        told=max(entry.on for entry in known if entry.pain is not None),
        leg=_leg(person, known),
        leg_down=LEGS.index(_leg(person, known)) > LEGS.index(person.pain.leg),
        accepted=accepted,
    )


def _severe_days(entries: Sequence[LogEntry]) -> int:
    """Days running with a pain of 8 or more at its highest, up to the last day that was noted."""
    worst: dict[date, int] = {}
    for entry in entries:
        if entry.pain is not None:
            worst[entry.on] = max(entry.pain, worst.get(entry.on, 0))
    last, days = max(worst), 0
    while worst.get(last - timedelta(days=days), 0) >= SEVERE:
        days += 1
    return days


def _leg(person: Person, entries: Sequence[LogEntry]) -> Leg:
    return next((entry.leg for entry in reversed(entries) if entry.leg is not None), person.pain.leg)


def _usual(person: Person, entries: Sequence[LogEntry], on: date, flares: frozenset[date]) -> int:
    since = on - timedelta(days=USUAL_DAYS)
    within = [e for e in entries if e.kind == "morning" and since < e.on <= on and e.on not in flares]
    by_day = {entry.on: entry.pain for entry in within if entry.pain is not None}  # of a day, the last word
    mornings = sorted(by_day.values())
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


def start_level(person: Person) -> Level:
    """The level a plan begins at: the advanced one is earned by the diary."""
    return "intermediate" if person.level == "advanced" else person.level


def tags(person: Person, pain: PainToday, day: date) -> tuple[frozenset[Tag], frozenset[Tag]]:
    """The tags that bar and those that call for care on a date; while pain has moved down the leg, what irritates a
    leg nerve is barred, too.
    """
    barring, care = tags_on(person, day)
    return (barring | {"sciatica"}, care) if pain.leg_down and pain.leg != "buttock" else (barring, care)


def bars(  # noqa: PLR0913 - everything that bars
    person: Person,
    entries: Sequence[LogEntry],
    days: Sequence[date],
    today: date,
    prescription: Prescription = NONE_PRESCRIBED,
    *,
    learning: bool = False,
) -> dict[str, str]:
    """What bars exercises on each day, in one comparable line a day: a stored week holds while this stays the same.

    ``learning``: something is new this week, so that tired muscles are no alarm.
    """
    pain = pain_today(person, entries, today, prescription.usual_pain)
    fixed = [
        f"prescribed={','.join(str(item.id) for item in prescription.items)}",
        f"mode={mode(person, pain, today)}",
        f"quarters={steady(pain) or pain.returning}",
        f"eased={_eased(person, entries, today, pain, learning)}",
        f"level={person.level}",
        f"refers={pain.severe_days >= REFERS_AFTER or pain.flare_days > FLARE_REFERS_AFTER}",
        *sorted(_things(person)),
    ]
    lines = {}
    off = paused(entries, days)
    for day in days:
        halt = stop(person, day)
        barring, care = tags(person, pain, day)
        parts = [
            f"stop={halt.rule if halt else ''}",
            f"pause={day in off}",
            *sorted(barring),
            *sorted(f"care:{tag}" for tag in care),
            *fixed,
        ]
        lines[day.isoformat()] = " ".join([*parts, f"acute={is_acute(person, day)}"])
    return lines


def parts(line: str) -> dict[str, str]:
    """The parts of such a line: those with a value under their name, the others under themselves."""
    return {key: value for key, _, value in (part.partition("=") for part in line.split())}


def _eased(person: Person, entries: Sequence[LogEntry], today: date, pain: PainToday, learning: bool) -> str:
    """The sessions of this week so far that were too much: each takes something off the days that follow."""
    week = [e for e in entries if monday(today) <= e.on <= today and e.kind == "session" and e.peak is not None]
    if not week:
        return ""
    from backplan.planner.verdicts import Yardstick, too_much

    by = Yardstick(pain.usual, person.pain.leg, pain.accepted, learning)
    return ",".join(day.isoformat() for day in too_much(entries, monday(today), today, by))


def _things(person: Person) -> set[str]:
    return {*person.equipment, *(f"{place}:{item}" for place in (person.places or {}) for item in person.at(place))}


def wishes(person: Person) -> str:
    """What the person would like, in one comparable line: a change here never alters a week without being asked."""
    minutes = [f"{day}:{many}" for day, many in person.minutes.items()]
    parts = (minutes, person.pool_days, person.likes, person.dislikes, [str(person.aerobic_minutes)])
    return "|".join(",".join(part) for part in parts)
