"""Selection: every exercise of the library judged for the person on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.week import monday

if TYPE_CHECKING:
    from backplan.actions.on_record import OnRecord
    from backplan.actions.workspace import Workspace
    from backplan.planner.choice.select import Selection
    from backplan.store.store import Store


def selection(workspace: Workspace, store: Store, record: OnRecord) -> Selection:
    """Which exercises the person on record may be given in what is left of this week, and why the others are not."""
    from backplan.actions.week import request
    from backplan.planner.growth.climb import selection_for

    return selection_for(request(workspace, store, record, monday(record.today)))
