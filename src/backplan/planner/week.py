"""Week: a whole week from the person, the library, the diary, the weeks already shown and the dates, laid out (lay),
with what is said of it (telling). Pure.
"""

from __future__ import annotations

from backplan.model.week import Week
from backplan.planner.diary import missed
from backplan.planner.lay import lay
from backplan.planner.layout.laid import Laid
from backplan.planner.lookback.ahead import as_week
from backplan.planner.request import Request
from backplan.planner.telling.balance import balance
from backplan.planner.telling.changes import changes
from backplan.planner.telling.notices import cards, left_out, left_out_counts, notices


def make_week(request: Request) -> Week:
    """The best safe week. Raises no error for what cannot be done: the balance and the notices say it."""
    return _with_reasons(lay(request))


def _with_reasons(laid: Laid) -> Week:
    """A week laid out with its reasons, ready to show."""
    days, request = laid.standing.days, laid.standing.request
    gone = missed.missed_days(days.shown.days if days.shown else laid.days, request.entries, request.today)
    noticed = notices(laid)
    return as_week(laid)._replace(
        balance=balance(laid, room_told=any(notice.kind == "full" for notice in noticed)),
        left_out=left_out(laid.question.selection),
        left_out_counts=left_out_counts(laid.question.selection),
        changes=changes(laid, gone if days.shown else ()),
        notices=noticed,
        cards=cards(laid.days, request.exercises),
        missed=gone,
    )
