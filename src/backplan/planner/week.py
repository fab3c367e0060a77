"""Week: a whole week from the person, the library, the diary, the weeks already shown and the dates, laid out (lay),
with what is said of it (telling). Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from backplan.model.bars import Bars
from backplan.model.prescription import in_force
from backplan.model.week import Week, something_new
from backplan.planner.diary import missed
from backplan.planner.lay import lay
from backplan.planner.layout.laid import Laid
from backplan.planner.request import Request
from backplan.planner.screen.bars import bars, wishes
from backplan.planner.telling.balance import balance
from backplan.planner.telling.changes import changes
from backplan.planner.telling.notices import cards, left_out, left_out_counts, notices


def make_week(request: Request) -> Week:
    """The best safe week. Raises no error for what cannot be done: the balance and the notices say it."""
    return _with_reasons(lay(request))


def _with_reasons(laid: Laid) -> Week:
    """A week laid out with its reasons, ready to show."""
    standing, question, days, request = laid.standing, laid.question, laid.standing.days, laid.standing.request
    gone = missed.missed_days(days.shown.days if days.shown else laid.days, request.entries, request.today)
    noticed = notices(laid)
    week = Week(
        starts=request.starts,
        programme_week=days.number,
        level=standing.levels.lowest,
        levels=standing.levels.of,
        asked_level=request.person.level,
        mode=question.case.mode,
        usual=question.case.pain.usuals,
        days=laid.days,
        balance=balance(laid, room_told=any(notice.kind == "full" for notice in noticed)),
        left_out=left_out(question.selection),
        left_out_counts=left_out_counts(question.selection),
        changes=changes(laid, gone if days.shown else ()),
        notices=noticed,
        programme=laid.chosen.programme,
        calm_programme=laid.chosen.calm_programme,
        moves=laid.moves,
        rungs=laid.chosen.climb.rungs,
        aerobic_step=question.case.aerobic_step,
        whole_step=laid.whole_step,
        holds=laid.holds,
        intensity=laid.intensity,
        own_bouts=question.offer.own.now,
        wishes=wishes(request.person),
        begun=days.begun,
        only_days=days.only,
        cards=cards(laid.days, request.exercises),
        evidence=standing.past.evidence,
        missed=gone,
        ahead=tuple(sorted(days.ahead)),
    )
    week = week.keeping(days.shown, days.first)
    return week._replace(bars=_bars(laid, week))


def _bars(laid: Laid, week: Week) -> Mapping[date, Bars]:
    """What bars exercises on each day of the week, as it holds today."""
    request, days = laid.standing.request, laid.standing.days
    learning = something_new(days.number, laid.moves)
    held = in_force(request.prescriptions, request.today)
    return bars(days.person, request.entries, days.every, request.today, held, learning=learning, week=week)
