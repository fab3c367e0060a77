"""Progress: what the store holds, looked back on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from backplan.actions.workspace import Workspace
    from backplan.planner.lookback.progress import Progress


class LookedBack(NamedTuple):
    """The last weeks at a glance, and what cannot be read of the person's own exercises, where these were needed."""

    progress: Progress
    unread: tuple[str, ...] = ()


def look_back(workspace: Workspace) -> LookedBack:
    """The last weeks up to today; a person nobody has screened has an empty page, not a stop. Makes no store."""
    from backplan.model.week import monday
    from backplan.planner.lookback import progress

    today = workspace.today
    if not workspace.begun:
        return LookedBack(progress.look_back(None, (), (), (), today))
    with workspace.opened() as store:
        person, entries = store.person(), store.entries(until=today)
        weeks = store.weeks(monday(today), progress.WEEKS)
    if not weeks:
        return LookedBack(progress.look_back(person, entries, (), (), today))
    return LookedBack(progress.look_back(person, entries, weeks, workspace.exercises, today), workspace.unread)
