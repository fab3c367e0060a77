"""Sessions as events of a calendar. An event keeps its UID as long as its session stands on its day and at its place;
each change of it raises its SEQUENCE, and one that is gone is cancelled.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, cast

from icalendar import Alarm, Calendar, Event

from backplan.model.week import QUESTION_FIRST, Session
from backplan.model.wording import all_of
from backplan.named_tuple import NamedTuple
from backplan.render import emergency, words
from backplan.render.safe import line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from zoneinfo import ZoneInfo

    from backplan.model.vocabulary import Weekday
    from backplan.model.week import Day, Week

_ESSENTIAL = ("DTSTART", "DURATION", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS")
_GONE = "This session is no longer planned. `backplan week` shows the week as it stands."


class Times(NamedTuple):
    """When sessions begin: a time of day, other ones on some weekdays, a zone (None: local time, wherever one is), and
    how many minutes before an alarm rings (None: none does).
    """

    usual: time
    on: Mapping[Weekday, time]
    zone: ZoneInfo | None = None
    alarm: int | None = None

    def of(self, day: Day) -> datetime:
        """When the first session of a day begins."""
        return datetime.combine(day.on, self.on.get(day.weekday, self.usual), self.zone)


class Slot(NamedTuple):
    """A session on its day, and the minutes of the day's sessions before it."""

    day: Day
    session: Session
    after: int


def calendar(
    weeks: Sequence[tuple[Week, Sequence[Week]]],
    times: Times,
    today: date,
    mark: str,
    earlier: Iterable[Event] = (),
) -> list[Event]:
    """The events of some weeks, each given with all its layouts (none where it is not stored yet). ``earlier`` are the
    events that were written before: what is not as it was then is revised, what is gone cancelled.
    """
    before = {str(event.get("UID")): event for event in earlier if _ours(event, mark)}
    made = {uid: event for week in weeks for uid, event in _events(week, times, today, mark)}
    found = [_revised(event, before.get(uid)) for uid, event in made.items()]
    span = range(weeks[0][0].starts.toordinal(), weeks[-1][0].starts.toordinal() + 7)
    gone = (event for uid, event in before.items() if uid not in made)
    return [*found, *(_cancelled(each) if _day_of(each) in span else each for each in gone)]


def whole(events: Iterable[Event]) -> bytes:
    """A calendar of some events, as a file."""
    found = Calendar()
    found.add("PRODID", "-//backplan//backplan//EN")
    found.add("VERSION", "2.0")
    found.add("X-WR-CALNAME", "backplan")
    for event in events:
        found.add_component(event)
    found.add_missing_timezones()
    return cast("bytes", found.to_ical())


def events_of(raw: bytes) -> list[Event]:
    """The events in the bytes of a file; none where it holds no calendar."""
    try:
        return [
            cast("Event", event) for each in Calendar.from_ical(raw, multiple=True) for event in each.walk("VEVENT")
        ]
    except (ValueError, IndexError, KeyError, TypeError):
        return []


def file_name(event: Event) -> str:
    """The name of the file of one event."""
    return f"{str(event['UID']).partition('@')[0]}.ics"


def _ours(event: Event, mark: str) -> bool:
    return str(event.get("UID", "")).endswith(f"-{mark}@backplan") and "DTSTART" in event


def _day_of(event: Event) -> int:
    found = event.decoded("DTSTART")
    return cast("date", found).toordinal()


def _events(week: tuple[Week, Sequence[Week]], times: Times, today: date, mark: str) -> Iterator[tuple[str, Event]]:
    shown, versions = week
    held = {day.on for day in shown.days if day.pause == QUESTION_FIRST}
    slots = [_without(held, _slots(each)) for each in versions]
    now = _slots(shown)
    for key in dict.fromkeys([*now, *(key for each in slots for key in each)]):
        slot = now.get(key)
        latest = slot or next(each[key] for each in reversed(slots) if key in each)
        event = _event(latest, times, today)
        uid = f"{key}-{mark}@backplan"
        event.add("UID", uid)
        event.add("SEQUENCE", _changes(key, slots))
        gone = slot is None or (slot.day.done is not None and slot.day.done_on not in (None, slot.day.on))
        yield uid, _cancelled(event, raised=False) if gone else event


def _slots(week: Week) -> dict[str, Slot]:
    """Each session of a week under what its UID begins with: its day and its place, and which visit there it is; and
    what a therapist wants every day, where no session stands beside it or that was done on another day.
    """
    found: dict[str, Slot] = {}
    for day in week.days:
        after = 0
        for session in day.sessions:
            again = sum(key.startswith(f"{day.on}-{session.place}") for key in found)
            found[f"{day.on}-{session.place}" + (f"-{again + 1}" if again else "")] = Slot(day, session, after)
            after += _minutes_once(session)
        done_before = day.done is not None and day.done_on not in (None, day.on)
        if day.daily and day.daily.prescribed and (done_before or not day.sessions):
            alone = day._replace(sessions=(), done=None, done_on=None)
            found[f"{day.on}-daily"] = Slot(alone, Session("home", (day.daily,)), 0)
    return found


def _without(days: Collection[date], slots: Mapping[str, Slot]) -> dict[str, Slot]:
    """The sessions that are not of some days."""
    return {key: slot for key, slot in slots.items() if slot.day.on not in days}


def _changes(key: str, versions: Sequence[Mapping[str, Slot]]) -> int:
    """How often a session has changed; a week that is stored is one change more than when it was looked at ahead."""
    layouts = [(slot.session, slot.after) if (slot := each.get(key)) else None for each in versions]
    return sum(before != now for before, now in pairwise(layouts)) + bool(layouts)


def _event(slot: Slot, times: Times, today: date) -> Event:
    """A session as an event of its place in the week, ringing before where that is wanted."""
    day, session, after = slot
    event = Event()
    event.add("DTSTAMP", datetime.combine(today, time(), UTC))
    event.add("DTSTART", times.of(day) + timedelta(minutes=after))
    event.add("DURATION", timedelta(minutes=_minutes_once(session)))
    event.add("SUMMARY", line(summary(session)))
    event.add("DESCRIPTION", "\n".join(map(line, description(slot))))
    event.add("LOCATION", words.PLACES[session.place])
    event.add("STATUS", "CONFIRMED")
    event.add("CLASS", "PRIVATE")
    if times.alarm is not None:
        alarm = Alarm()
        alarm.add("ACTION", "DISPLAY")
        alarm.add("DESCRIPTION", line(summary(session)))
        alarm.add("TRIGGER", -timedelta(minutes=times.alarm))
        event.add_component(alarm)
    return event


def _minutes_once(session: Session) -> int:
    """Minutes of a session in a row, with each exercise once; what is done several times a day is done later again."""
    return ceil(sum(item.seconds for block in session.blocks for item in block.items) / 60)


def _several_times(session: Session) -> list[str]:
    """What of a session is done several times a day, with how many."""
    asked = [(item.name, item.dose.particulars) for block in session.blocks for item in block.items]
    return [f"{name} {besides.daily}" for name, besides in asked if besides.times > 1]


def summary(session: Session) -> str:
    """What a session is called: its parts, as Core, aerobic and stretch, and what is done several times a day."""
    parts = [words.part(block).lower() for block in session.blocks if block.kind != "warm-up" or block.prescribed]
    names = list(dict.fromkeys(parts)) or ["exercises"]
    several = _several_times(session)
    return f"Back exercises: {all_of(names)}" + (f" ({', '.join(several)})" if several else "")


def description(slot: Slot) -> Iterator[str]:
    """What is done, line by line, with the doses; what stands beside the day's sessions is told with the first."""
    beside = [block for block in slot.day.beside if block not in slot.session.blocks and not slot.after]
    for block in (*slot.session.blocks, *beside):
        yield f"{words.part(block)}:"
        for item in block.items:
            yield f"- {words.name(item)}: {words.dose(item)}"
    if again := words.again(slot.session.blocks):
        yield f"Through the day: {again}."
    yield "`backplan today` shows the steps."
    yield emergency.LINE


def _revised(event: Event, before: Event | None) -> Event:
    """An event beside the one that was written before: that one as long as it says the same."""
    if before is None:
        return event
    if _essentials(event) == _essentials(before):
        return before
    event["SEQUENCE"] = max(_sequence(event), _sequence(before) + 1)
    return event


def _sequence(event: Event) -> int:
    return int(cast("int", event.get("SEQUENCE", 0)))


def _essentials(event: Event) -> list[object]:
    """What matters of an event to whom it is for."""
    alarms = [alarm["TRIGGER"].to_ical() for alarm in event.walk("VALARM") if "TRIGGER" in alarm]
    return [
        *(event[key].to_ical() if key in event else None for key in _ESSENTIAL),
        str(event["DTSTART"].params),
        alarms,
    ]


def _cancelled(event: Event, *, raised: bool = True) -> Event:
    """An event of a session that is gone."""
    if event.get("STATUS") == "CANCELLED":
        return event
    gone = Event()
    for key in ("UID", "DTSTAMP", "DTSTART", "DURATION", "LOCATION", "CLASS"):
        if key in event:
            gone[key] = event[key]
    gone.add("SUMMARY", line(str(event.get("SUMMARY", ""))))
    gone.add("DESCRIPTION", _GONE)
    gone.add("STATUS", "CANCELLED")
    gone.add("SEQUENCE", _sequence(event) + raised)
    return gone
