"""The calendar of `backplan export ics`: when sessions begin, read from flags, and the files it is written to."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING

from backplan.cli.still_open import repeat_open_questions
from backplan.cli.terminal import output
from backplan.cli.terminal.together import said_once
from backplan.errors import UsageError, in_a_line, nearest
from backplan.model.wording import weekday_named

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

    from icalendar import Event

    from backplan.actions.workspace import Workspace
    from backplan.cli.terminal.together import Together
    from backplan.model.vocabulary import Weekday
    from backplan.render.calendar import Times

USUAL = time(18, 0)  # late enough for the stiffness of a morning to be gone
LARGEST = 4 << 20  # bytes of a calendar that is read again


def times(flags: Together, at: Sequence[str], zone: str, alarm: int | None) -> Times:
    """When sessions begin, as the flags say, as far as they can be read."""
    from backplan.render.calendar import Times

    parts = [piece.strip() for text in at for piece in text.split(",")]
    read = [flags.read(_begins, part) for part in parts]
    on = dict(each for each in read if each)
    flags.read(said_once, [(each[0], f"{each[1]:%H:%M}") for each in read if each], "--at")
    usual = on.pop(None, USUAL)
    return Times(usual, {day: at for day, at in on.items() if day}, flags.read(_zone, zone), alarm)


def _begins(part: str) -> tuple[Weekday | None, time]:
    """When sessions begin on a day, or on all others (None). Raises UsageError."""
    named, equals, clock = part.rpartition("=")
    day = weekday_named(named.strip().lower())
    if equals and day is None:
        raise UsageError(f"--at {part}: write a day and a time, like mon=18:30")
    return day, _clock(clock.strip(), part)


def _clock(text: str, option: str) -> time:
    try:
        hours, minutes = text.split(":")
        return time(int(hours), int(minutes))
    except ValueError:
        raise UsageError(f"--at {option}: write a time like 18:30, or one of a day like mon=18:30") from None


def _zone(name: str) -> ZoneInfo | None:
    if not name:
        return None
    from zoneinfo import ZoneInfo, available_timezones

    zones = available_timezones()
    if name not in zones:
        raise UsageError(f"--tz {name}: there is no such time zone{nearest(name, zones)}; write one like Europe/Berlin")
    return ZoneInfo(name)


def write(place: Workspace, times: Times, many: int, *, out: Path | None, force: bool, vdir: Path | None) -> None:
    """Write the sessions of this week and those after it, so many in all."""
    from backplan.actions.export import write_out
    from backplan.actions.pages import coming
    from backplan.render import calendar as looks
    from backplan.render.backup import WRITTEN

    found = coming(place, many)
    repeat_open_questions(place)
    pairs = tuple(zip(found.weeks, found.versions, strict=True))
    if vdir is not None:
        _write_apart(place, looks.calendar(pairs, times, place.today, found.mark, _held(vdir)), vdir)
        return
    target = out or Path(f"backplan-{found.weeks[0].name}.ics")
    earlier = _read(target) if force and str(out) != "-" else []
    raw = looks.whole(looks.calendar(pairs, times, place.today, found.mark, earlier))
    if str(out) == "-":
        output.raw(raw)
        return
    write_out(place, target, [raw], force=force)
    output.say(WRITTEN.format(path=target))


def _write_apart(place: Workspace, events: Sequence[Event], folder: Path) -> None:
    """Write each event into a file of its own in a folder."""
    from backplan.actions.export import write_folder
    from backplan.render import calendar as looks
    from backplan.render.backup import WRITTEN

    write_folder(place, folder, {looks.file_name(each): looks.whole([each]) for each in events}, force=True)
    output.say(WRITTEN.format(path=f"{in_a_line(folder)}, {len(events)} {'event' if len(events) == 1 else 'events'}"))


def _held(folder: Path) -> list[Event]:
    """The events that stand in a folder already."""
    try:
        return [event for path in sorted(folder.glob("*.ics")) for event in _read(path)]
    except OSError:
        return []


def _read(path: Path) -> list[Event]:
    """The events of a file that is there; none where it holds no calendar."""
    from backplan.render.calendar import events_of

    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return []
        return events_of(path.read_bytes())
    except OSError:
        return []
