"""What goes onto pages and into calendars: weeks as they stand and as they would come, and the look back. Each is
screened with today's date, as every showing of exercises is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backplan.actions import on_record
from backplan.actions.person import admitted, screen
from backplan.actions.week import as_it_is_seen, laid_out, request, this_week, week_of
from backplan.errors import UsageError
from backplan.model.week import WEEK, monday

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from backplan.actions.workspace import Workspace
    from backplan.model.diary import LogEntry
    from backplan.model.person import Person
    from backplan.model.prescription import Prescribed
    from backplan.model.week import Week
    from backplan.planner.lookback.progress import Progress, WeekRow


class Coming(NamedTuple):
    """This week and those after it; the earlier layouts of each, oldest first (none of a week that is not stored yet);
    and what tells the person from any other.
    """

    weeks: tuple[Week, ...]
    versions: tuple[tuple[Week, ...], ...]
    mark: str


class ReportContent(NamedTuple):
    """What `progress` works out, with the diary and the weeks of the same time, what each was on which day, and what is
    prescribed.
    """

    progress: Progress
    entries: tuple[LogEntry, ...]
    weeks: tuple[Week, ...]
    stood: tuple[tuple[date, Week], ...]
    prescribed: tuple[Prescribed, ...]
    person: Person


def coming(workspace: Workspace, many: int) -> Coming:
    """This week and the weeks after it, so many in all; only this one is stored, and those after the next stand as they
    would if all sessions before them were done. Raises SafetyStop.
    """
    this_week(workspace)
    with admitted(workspace, at_one_moment=True) as (store, person):
        record = on_record.read(store, person, workspace.today)
        shown = [as_it_is_seen(workspace, store, record)]
        starts = [shown[0].starts + WEEK * number for number in range(many)]
        coming = [request(workspace, store, record, each) for each in starts[1:]]
        versions = tuple(tuple(store.weeks.versions(each)) for each in starts)
        mark = store.people.mark()
    for asked in coming:
        done = (*asked.entries, *(_as_if_done(shown, workspace.today) if len(shown) > 1 else ()))
        shown.append(laid_out(workspace, asked._replace(weeks=(*asked.weeks, *shown[1:]), entries=done)))
    return Coming(tuple(shown), versions, mark)


def _as_if_done(weeks: Sequence[Week], today: date) -> list[LogEntry]:
    """The sessions still to come, as if each were done and no more said: a later week is laid out as it would be then,
    not as after weeks without a session.
    """
    from backplan.model.diary import LogEntry

    days = (day for week in weeks for day in week.days if day.sessions and day.on >= today and not day.done)
    return [LogEntry(day.on, "session", "all") for day in days]


def look_back(workspace: Workspace) -> ReportContent:
    """The last weeks, for the next appointment. Raises SafetyStop, and UsageError while nothing is logged."""
    from backplan.actions import progress
    from backplan.planner.lookback.progress import WEEKS

    with admitted(workspace, at_one_moment=True) as (store, person):
        entries = store.diary.entries(until=workspace.today)
        weeks = store.weeks.latest(monday(workspace.today), WEEKS)
        stood = tuple(each for week in weeks for each in store.weeks.by_day(week.starts))
        prescribed = on_record.read(store, person, workspace.today).prescription.items
        found = progress.looked_back(workspace, store).progress
    if not found.logged:
        raise UsageError("nothing is logged yet, so there is nothing to report; `backplan log` after a session begins")
    since = found.rows[0].starts if found.rows else workspace.today
    return ReportContent(found, _since(entries, since), tuple(weeks), stood, prescribed, person)


def _since(entries: Sequence[LogEntry], day: date) -> tuple[LogEntry, ...]:
    return tuple(entry for entry in entries if entry.on >= day)


def one_week(workspace: Workspace, starts: date, named: str) -> Week:
    """This week or the next, to be handed out. Raises SafetyStop, and UsageError for any other week: what one that is
    over held may be barred today.
    """
    if starts < monday(workspace.today):
        screen(workspace)
        raise UsageError(f"--week {named}: that week is over; this one or the next can be handed out")
    return week_of(workspace, starts, named)


class ForRecord(NamedTuple):
    """What a clinic's record may hold: this week, the person, the diary, and the look back."""

    week: Week
    person: Person
    entries: tuple[LogEntry, ...]
    rows: tuple[WeekRow, ...]
    weeks: tuple[Week, ...]
    mark: str
    today: date


def for_record(workspace: Workspace) -> ForRecord:
    """What goes into a clinic's record. Raises SafetyStop."""
    from backplan.planner.lookback.progress import WEEKS
    from backplan.planner.lookback.progress import look_back as looked

    this_week(workspace)
    with admitted(workspace, at_one_moment=True) as (store, person):
        week = as_it_is_seen(workspace, store, on_record.read(store, person, workspace.today))
        entries, weeks = store.diary.entries(until=workspace.today), store.weeks.latest(week.starts, WEEKS)
        rows = looked(person, entries, weeks, workspace.exercises, workspace.today).rows
        since = _since(entries, rows[0].starts if rows else workspace.today)
        return ForRecord(week, person, since, rows, tuple(weeks), store.people.mark(), workspace.today)
