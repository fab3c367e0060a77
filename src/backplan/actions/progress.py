"""Progress: what the store holds, looked back on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from backplan.actions.workspace import Workspace
    from backplan.model.person import Person
    from backplan.model.week import Week
    from backplan.planner.lookback.next_step import Ahead
    from backplan.planner.lookback.progress import Progress
    from backplan.store.store import Store


class LookedBack(NamedTuple):
    """The last weeks at a glance, and what cannot be read of the person's own exercises, where these were needed."""

    progress: Progress
    unread: tuple[str, ...] = ()


def look_back(workspace: Workspace) -> LookedBack:
    """The last weeks up to today; a person nobody has screened has an empty page, not a stop. Makes no store."""
    from backplan.planner.lookback import progress

    if not workspace.begun:
        return LookedBack(progress.look_back(None, (), (), (), workspace.today))
    with workspace.opened() as store, store.records.at_one_moment():
        return looked_back(workspace, store)


def looked_back(workspace: Workspace, store: Store) -> LookedBack:
    """What a store holds of the last weeks up to today."""
    from backplan.model.prescription import in_force
    from backplan.model.week import monday
    from backplan.planner.lookback import progress
    from backplan.planner.lookback.grown import grown, last_whole

    today, this = workspace.today, monday(workspace.today)
    person, weeks = store.people.person(), store.weeks.latest(this, progress.WEEKS)
    first = _first(store, this) if weeks else None
    lived = store.weeks.of(first.starts) if first else None
    entries = store.diary.for_look_back(progress.pain_from(this), today, first.starts if first else this)
    if not weeks:
        return LookedBack(progress.look_back(person, entries, (), (), today))
    ahead = _ahead(workspace, store, person) if person else None
    now = _last_normal(store, weeks) or last_whole(weeks)
    as_first = store.weeks.as_first_shown(now.starts) if now else None
    began, prescription = _began(store, weeks[-1]), in_force(store.prescriptions.all(), today)
    shown = progress.look_back(person, entries, weeks, workspace.exercises, today, prescription=prescription)
    more = grown(weeks, entries, workspace.exercises, ahead, first=first, as_first=as_first, lived=lived)
    return LookedBack(shown._replace(grown=more, began=began or shown.began), workspace.unread)


def _began(store: Store, last: Week) -> date | None:
    """The day on which the first week of the plan began, which may be in its middle; None where it is not kept."""
    from backplan.planner.lookback.progress import first_monday

    week = store.weeks.as_first_shown(first_monday(last))
    return week.begun if week else None


def _last_normal(store: Store, weeks: Sequence[Week]) -> Week | None:
    """The last comparable week of some, oldest first, at the whole dose from its first showing on; None without one."""
    from backplan.planner.lookback.grown import at_whole_dose, comparable

    for week in comparable(weeks)[::-1]:
        first = store.weeks.as_first_shown(week.starts) if at_whole_dose(week) else None
        if first is not None and at_whole_dose(first):
            return week
    return None


def _first(store: Store, until: date) -> Week | None:
    """The first whole week ever, as it was first shown, else the first on days of its own; None where none was until a
    Monday.
    """
    from backplan.model.week import WEEK

    starts, full = store.weeks.began(), None
    while starts is not None and starts <= until:
        if (week := store.weeks.as_first_shown(starts)) is not None and week.full:
            if week.whole:
                return week
            full = full or week
        starts += WEEK
    return full


def _ahead(workspace: Workspace, store: Store, person: Person) -> Ahead | None:
    """The first week that is not shown yet, by which the next steps are told; None where nothing may be planned."""
    from backplan.actions import on_record
    from backplan.actions.week import request
    from backplan.model.week import WEEK, monday
    from backplan.planner.lay import lay
    from backplan.planner.lookback.next_step import Ahead, if_done
    from backplan.planner.screen.stops import stop

    today = workspace.today
    if person.unfinished or stop(person, today) is not None:
        return None
    this = monday(today)
    starts = this if store.weeks.of(this) is None else this + WEEK
    laid = lay(request(workspace, store, on_record.read(store, person, today), starts))
    done = if_done(laid.standing)
    return Ahead(laid, lay(done) if done else laid)
