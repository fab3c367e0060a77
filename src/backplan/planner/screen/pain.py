"""Pain: the latest score and the usual one, as known on a date, and what kind of week they allow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from backplan.model.case import PainToday
from backplan.model.diary import LogEntry
from backplan.model.person import Person
from backplan.model.usual import Usual
from backplan.model.vocabulary import LEGS, Leg, Mode
from backplan.planner.screen import flare
from backplan.rules.pain import PAIN_RULES
from backplan.rules.pain.flare_open import NEAR
from backplan.rules.pain.high import HIGH
from backplan.rules.pain.severe import SEVERE
from backplan.rules.screening import legs

ACUTE_DAYS = 42  # under six weeks (ijzelenberg-2023)
# A week at a pain of 2 or less, after which new pain may be trained with (rule acute); our own inference.
LOW, LOW_DAYS, LOW_KNOWN = 2, 7, 3
LOW_WITHIN = 14  # days in which they must be known: silence is no week at 2

USUAL_DAYS, USUAL_ENTRIES = 14, 3  # the median of at least three days of a fortnight; our own inference
_AGO = [timedelta(days=ago) for ago in range(USUAL_DAYS)]
OVER_THE_DAY = 2  # points that pain may usually rise from waking on, as long as too little is known of it


def pain_today(person: Person, entries: Sequence[LogEntry], on: date, accepted: int | None = None) -> PainToday:
    """Pain as last recorded on or before a date, and the usual; the latest word counts until there is a newer one."""
    intake = LogEntry(person.pain.on, "pain", pain=person.pain.now, leg=person.pain.leg)
    before = [entry for entry in entries if entry.on < person.pain.on]
    words = [*before, intake, *(entry for entry in entries if person.pain.on <= entry.on <= on)]
    of_the_back = [
        entry for entry in words if not (entry.tired and (entry.pain or 0) < SEVERE)
    ]  # muscles, and not the back
    readings = [entry.pain for entry in of_the_back if entry.pain is not None]
    noted = next(entry.leg for entry in reversed(words) if entry.leg is not None)
    leg = _with_asked(person, noted, on)
    times = _mornings(of_the_back), _later(of_the_back, person.pain.on)
    usual_on = cache(lambda day, inside: _usual(person, *times, day, inside))
    episode = flare.follow(of_the_back, usual_on)
    usuals = usual_on(on, episode.inside) if episode.state == "calm" else episode.usual
    usual = usuals.beside(next(entry for entry in reversed(of_the_back) if entry.pain is not None))
    now = min(readings[-1], usual + NEAR) if episode.unsaid else readings[-1]  # an old word, which sessions outdate
    return PainToday(
        now=now,
        usual=usual,
        flare_said=episode.declared and episode.state == "flare",
        high_sessions=_high_sessions(of_the_back),
        flare_open=episode.state == "flare",
        returning=episode.returning_on(on),
        flare_days=(on - episode.since).days if episode.since else 0,
        flare_dates=episode.inside,
        flares=episode.begun,
        said_flare_dates=episode.said_days,
        calm_days=(on - max(episode.inside)).days if episode.inside else None,
        severe_days=_severe_days(of_the_back),
        scored_on=max(entry.on for entry in of_the_back if entry.pain is not None),
        leg=leg,
        leg_down=LEGS.index(leg) > legs.start(person, on),
        leg_asked=leg != noted,
        accepted=accepted,
        low=_first_low_week(person, [entry for entry in entries if entry.on <= on]),
        times=usuals,
    )


def _with_asked(person: Person, noted: Leg, on: date) -> Leg:
    """How far down the leg the pain goes, or may go by words of which nobody has said how far that is."""
    if person.leg_asked is None or person.leg_asked[0] > on:
        return noted
    return max(noted, person.leg_asked[1], key=LEGS.index)


def _first_low_week(person: Person, diary: Sequence[LogEntry]) -> tuple[date, ...]:
    """The known days of the first week of this pain at 2 or less: at least three in the diary, from the first to the
    last at least seven days, none above 2 between them, neither in a session nor in the answers.
    """
    asked = LogEntry(person.pain.on, "pain", pain=person.pain.now)
    words = [*diary, asked] if person.pain.now > LOW else diary
    run: list[date] = []
    for on, low in sorted(_low_by_day([e for e in words if e.on >= person.pain.since]).items()):
        run = [day for day in (*run, on) if (on - day).days < LOW_WITHIN] if low else []
        if len(run) >= LOW_KNOWN and (run[-1] - run[0]).days >= LOW_DAYS:
            return tuple(run)
    return ()


def _low_by_day(entries: Iterable[LogEntry]) -> dict[date, bool]:
    """Whether all that is known of a day's pain is 2 or less, its sessions included, and no flare was said."""
    found: dict[date, bool] = {}
    for entry in entries:
        flares = entry.kind == "flare"
        if flares or entry.pain is not None or entry.peak is not None:
            low = not flares and (entry.pain or 0) <= LOW and (entry.peak or 0) <= LOW
            found[entry.on] = low and found.get(entry.on, True)
    return found


def _high_sessions(entries: Sequence[LogEntry]) -> int:
    """Sessions done while pain was high, as said at the session or else when last noted before it."""
    high, latest = 0, 0
    for entry in entries:
        latest = latest if entry.pain is None else entry.pain
        high += entry.kind == "session" and entry.done != "no" and latest >= HIGH
    return high


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


def _mornings(entries: Iterable[LogEntry]) -> dict[date, int]:
    """The pain on waking by day; of a day, the last word."""
    return {entry.on: entry.pain for entry in entries if entry.kind == "morning" and entry.pain is not None}


def _later(entries: Iterable[LogEntry], since: date) -> dict[date, int]:
    """The pain later in the day, at sessions or when it was asked for, after the answers; of a day, the last word."""
    later = (entry for entry in entries if entry.kind != "morning" and entry.on > since)
    return {entry.on: entry.pain for entry in later if entry.pain is not None}


def _usual(
    person: Person, mornings: Mapping[date, int], later: Mapping[date, int], on: date, flares: frozenset[date]
) -> Usual:
    """The usual pain on a day. Backs are often easier on waking than at a session, and each is held against its own;
    until enough of the day is known, it is taken to be as the person answered, but not much above what it is on waking.
    """
    waking = _median(mornings, on, flares)
    usual = person.pain.usual if waking is None else waking
    day = _median(later, on, flares)
    return Usual(usual, max(usual, min(person.pain.usual, usual + OVER_THE_DAY) if day is None else day))


def _median(scores: Mapping[date, int], on: date, flares: frozenset[date]) -> int | None:
    """The median of a fortnight without its flares; None where too few days are known."""
    if len(scores) < USUAL_ENTRIES:
        return None
    days = (on - ago for ago in _AGO)
    within = sorted(scores[day] for day in days if day in scores and day not in flares)
    return median_of(within) if len(within) >= USUAL_ENTRIES else None


def median_of(scores: Sequence[int]) -> int:
    """The median of sorted scores; between two whole numbers the higher one, so that only what is 2 above the median
    itself is 2 above it: 4 is not, where it is 2.5.
    """
    middle = len(scores) // 2
    return (scores[middle] + scores[-middle - 1] + 1) // 2


def mode(person: Person, pain: PainToday, on: date) -> Mode:
    """What kind of week today's pain allows; new pain (under six weeks, until a week at 2 or less) has its own."""
    for rule in PAIN_RULES:
        if (found := rule.check(pain)) is not None:
            return found
    return "acute" if is_acute(person, pain, on) else "normal"


def is_acute(person: Person, pain: PainToday, on: date) -> bool:
    """Whether the pain is too new to train with on a date: under six weeks old, and no week of it at 2 or less."""
    return (on - person.pain.since).days < ACUTE_DAYS and not pain.low
