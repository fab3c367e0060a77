"""The week as it stands: shown from the store while nothing that bars has changed, laid anew when it has."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from backplan.actions import on_record
from backplan.actions.anew import FIRST, Anew, marked, why_anew
from backplan.actions.person import admitted, screen, screened
from backplan.errors import UsageError
from backplan.model.diary import last_loads, sessions_by_day
from backplan.model.told import Change, Notice
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import monday
from backplan.planner.diary.missed import without_word
from backplan.planner.screen.bars import wishes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from backplan.actions.on_record import OnRecord
    from backplan.actions.workspace import Workspace
    from backplan.model.diary import LogEntry
    from backplan.model.person import Person
    from backplan.model.vocabulary import Weekday
    from backplan.model.week import Day, Week
    from backplan.planner.request import Request
    from backplan.store.store import Store

DAY, WEEK = timedelta(days=1), timedelta(days=7)
RESCREEN_DAYS = 28  # our own inference (CL-RESCREEN)


class Wanted(NamedTuple):
    """What a person asks of this week: the days from today on laid anew, or laid on other days than theirs."""

    replan: bool = False
    days: tuple[Weekday, ...] | None = None


AS_IT_STANDS = Wanted()


class Today(NamedTuple):
    """A day as the week has it, whether its pain is known, and whether nothing is noted of yesterday's session."""

    day: Day
    week: Week
    pain_known: bool
    silent: bool


def week_of(workspace: Workspace, starts: date, named: str, wanted: Wanted = AS_IT_STANDS) -> Week:
    """The week of a Monday: an earlier one as it was shown, this one as it stands, the next one as it would be.

    ``named`` is what the person calls it. Raises SafetyStop, and UsageError where there is nothing to show.
    """
    this = monday(workspace.today)
    if starts == this:
        return this_week(workspace, wanted)
    with admitted(workspace) as (store, person):
        if starts < this:
            return _past(store, starts, named)
        if starts > this + WEEK:
            raise UsageError(f"--week {named}: only the coming week can be looked at ahead; try --week next")
        record = on_record.read(store, person, workspace.today)
        return _with_loads(laid_out(workspace, request(workspace, store, record, starts)), record)


def this_week(workspace: Workspace, wanted: Wanted = AS_IT_STANDS) -> Week:
    """This week: made and stored when first asked for, shown as it was later, laid anew from today when it must be.

    Raises SafetyStop, and UsageError when only days that are gone are wanted.
    """
    if wanted.days and not any(WEEKDAYS.index(day) >= workspace.today.weekday() for day in wanted.days):
        screen(workspace)
        gone = ",".join(wanted.days)
        raise UsageError(f"--days {gone}: these days of this week are gone; name one still to come")
    with admitted(workspace) as (store, _):
        week, record = standing(workspace, store, wanted)
        return _with_big_days(week, record, store, WEEK)


def today(workspace: Workspace) -> Today:
    """Today in this week. Raises SafetyStop."""
    with admitted(workspace) as (store, _):
        week, record = standing(workspace, store)
        week = _with_big_days(week, record, store, DAY)
    day = week.day(record.today)
    assert day is not None
    silent = without_word(week, record.entries, record.today - timedelta(days=1))
    return Today(day, week, record.pain_known, silent)


class Standing(NamedTuple):
    """This week as it stands, and what is on record of the person it is for."""

    week: Week
    record: OnRecord


def standing(workspace: Workspace, store: Store, wanted: Wanted = AS_IT_STANDS) -> Standing:
    """This week of somebody who may exercise; stored when it had to be made. Raises SafetyStop."""
    seen = _seen(workspace, store, wanted)
    if seen.kept is not None and seen.anew is None:
        week = _with_wishes(seen.kept, seen.record.person)
    else:
        week, seen = _stored_anew(workspace, store, wanted)
    record = seen.record
    asking = _with_new_questions(_with_rescreen(week, record), record)
    return Standing(_with_loads(_ticked(asking, record.entries), record), record)


class Seen(NamedTuple):
    """This week as last shown, what is on record, and why the days from today on are to be laid anew, if they are."""

    record: OnRecord
    kept: Week | None
    anew: Anew | None


def _seen(workspace: Workspace, store: Store, wanted: Wanted) -> Seen:
    record = on_record.read(store, screened(store, workspace.today), workspace.today)
    kept = store.week(monday(record.today))
    return Seen(record, kept, FIRST if kept is None else _why(workspace, kept, record, wanted))


def _stored_anew(workspace: Workspace, store: Store, wanted: Wanted) -> tuple[Week, Seen]:
    """This week laid out and stored, from what is read in the same transaction: nobody writes between the two. Where
    the disk takes nothing, it is laid out all the same.
    """

    def made() -> tuple[Week, Seen]:
        seen = _seen(workspace, store, wanted)
        asked = request(workspace, store, seen.record, monday(workspace.today))._replace(only_days=wanted.days)
        return _made(workspace, asked, seen.kept, seen.anew or FIRST), seen

    week, seen, why = store.keep_or_say_why(made, workspace.today)
    return _with_why_unstored(week, why), seen


def _why(workspace: Workspace, kept: Week, record: OnRecord, wanted: Wanted) -> Anew | None:
    """Why the days from today on are laid anew, asked for or not; None when the week stands."""
    if wanted.days:
        return Anew("The days from today on were laid anew for the days you named.")
    if wanted.replan:
        return Anew("The days from today on were laid anew, as you asked.")
    return why_anew(kept, record, workspace.own_mark)


def _made(workspace: Workspace, asked: Request, kept: Week | None, anew: Anew) -> Week:
    said = (Change("anew", anew.why),) if anew.why else ()
    week = laid_out(workspace, asked._replace(changes=said, around=anew.around))
    if kept is not None and anew.quiet and week.days == kept.days:
        return week._replace(changes=kept.changes)
    return week


def outdated(workspace: Workspace, record: OnRecord, kept: Week) -> bool:
    """Whether this week, as last shown, will be laid anew when it is next asked for."""
    return why_anew(kept, record, workspace.own_mark) is not None


def request(workspace: Workspace, store: Store, record: OnRecord, starts: date) -> Request:
    """All that the week of a Monday is made from."""
    from backplan.planner.request import Request

    return Request(
        person=record.person,
        exercises=workspace.exercises,
        starts=starts,
        today=record.today,
        entries=record.entries,
        weeks=store.weeks(starts),
        began=store.began(record.person.birth.on) if record.person.birth else store.began(),
        swaps=store.swaps(),
        earlier_entries=store.before_recent(record.today),
        prescriptions=record.prescriptions,
    )


def laid_out(workspace: Workspace, asked: Request) -> Week:
    """The week of a request, with the mark of the person's own exercises and a word on what cannot be read of them."""
    from backplan.planner.week import make_week

    week = make_week(asked)
    if not workspace.own_mark:
        return week
    unread = (Notice("unread", sentence) for sentence in workspace.unread)
    return week._replace(bars=marked(week.bars, workspace.own_mark), notices=(*week.notices, *unread))


def as_it_would_be(workspace: Workspace, store: Store, record: OnRecord, starts: date) -> Week:
    """This week or a coming one, as it would be laid out if so much were on record; nothing is stored."""
    asked = request(workspace, store, record, starts)
    kept = store.week(starts)
    why = FIRST if kept is None else why_anew(kept, record, workspace.own_mark) or FIRST
    return _made(workspace, asked, kept, why)


def _past(store: Store, starts: date, named: str) -> Week:
    found = store.week(starts)
    if found is None:
        raise UsageError(f"--week {named}: no week was shown then, so there is none to show")
    return _ticked(found, store.entries(starts, starts + timedelta(days=6)))


def _with_wishes(week: Week, person: Person) -> Week:
    """The week, with a word when the wishes have changed since: they lay nothing anew by themselves."""
    if week.wishes == wishes(person):
        return week
    word = "Your wishes have changed since this week was made: `backplan week --replan` lays the rest of it anew."
    return week._replace(notices=(*week.notices, Notice("wishes", word)))


def _with_why_unstored(week: Week, why: str) -> Week:
    """The week, with a word where it could not be stored: it is shown all the same."""
    if not why:
        return week
    word = f"This week is shown but could not be stored ({why}): it will be, once your data can be written again."
    return week._replace(notices=(*week.notices, Notice("unstored", word)))


def _with_rescreen(week: Week, record: OnRecord) -> Week:
    """Every four weeks, and in a flare that began since, ask whether any of the signs is new; nothing stops."""
    since = record.person.screened or record.person.pain.on
    flare_since = week.kind.gentle and any(since < entry.on <= record.today for entry in record.entries)
    if (record.today - since).days < RESCREEN_DAYS and not flare_since:
        return week
    word = f"The safety questions were last answered on {since}. Anything new? `backplan init --only red-flags`"
    return week._replace(notices=(*week.notices, Notice("rescreen", word)))


def _with_big_days(week: Week, record: OnRecord, store: Store, ago: timedelta) -> Week:
    """The week with a word on a day far beyond the plan, if it was worse after it no longer ago than that."""
    if not any(entry.kind == "activity" for entry in record.entries):
        return week
    from backplan.planner.diary.spikes import spikes
    from backplan.planner.telling.beside import of_big_days

    found = spikes(record.person, record.entries, store.weeks(week.starts))
    word = of_big_days(found, record.today - ago)
    return week._replace(notices=(*week.notices, word)) if word else week


def _with_new_questions(week: Week, record: OnRecord) -> Week:
    """What is asked since the person last answered, once, until they have; nothing stops."""
    if record.person.heart is not None:
        return week
    asked = "A new question, about your heart and lungs" if record.person.born else NEW_QUESTIONS
    word = f"{asked}, so that the plan stays safe for you: `backplan init --only heart`"
    return week._replace(notices=(*week.notices, Notice("new-questions", word)))


NEW_QUESTIONS = "Two new questions, about your age and your heart and lungs"


def _with_loads(week: Week, record: OnRecord) -> Week:
    """The week with what its exercises were last done with, on the days that are still to be done."""
    if not (loads := last_loads(record.entries)):
        return week
    noted = last_loads(entry for entry in record.entries if entry.on >= week.starts)
    gone = {day.on for day in week.days if day.on < record.today or day.done}
    return week._replace(days=tuple(day if day.on in gone else day.with_loads(loads, noted) for day in week.days))


def _ticked(week: Week, entries: Sequence[LogEntry]) -> Week:
    """The week with a tick on each day the diary tells of; the last word on a day counts."""
    words = sessions_by_day(entries)
    return week._replace(days=tuple(_tick(day, words.get(day.on)) for day in week.days))


def _tick(day: Day, word: LogEntry | None) -> Day:
    if word is None:
        return day
    return day._replace(done=word.done or "all", done_on=word.on if word.of else None)
