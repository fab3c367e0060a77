"""Ahead: a week as it stands once it is laid out, and the week after it as it would be laid out today if all that is
left of it were done.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from backplan.model.bars import Bars
from backplan.model.diary import LogEntry
from backplan.model.prescription import in_force
from backplan.model.week import WEEK, Day, Week, something_new
from backplan.planner.growth.standing import Standing
from backplan.planner.lay import lay
from backplan.planner.layout.laid import Laid
from backplan.planner.request import Request
from backplan.planner.screen.bars import bars, wishes


def as_week(laid: Laid) -> Week:
    """A week laid out, without anything that is said of it."""
    standing, question, days, request = laid.standing, laid.question, laid.standing.days, laid.standing.request
    week = Week(
        starts=request.starts,
        programme_week=days.number,
        level=standing.levels.lowest,
        levels=standing.levels.of,
        asked_level=request.person.level,
        mode=question.case.mode,
        usual=question.case.pain.usuals,
        days=laid.days,
        balance=(),
        left_out=(),
        left_out_counts=(),
        changes=(),
        notices=(),
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
        evidence=standing.past.evidence,
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


def week_after(laid: Laid) -> Laid:
    """The week after one that is laid out, on the same days, as its Monday would bring it."""
    request = laid.standing.request
    starts = request.starts + WEEK
    done = Request(
        person=request.person,
        exercises=request.exercises,
        starts=starts,
        today=starts,
        entries=(*request.entries, *_rest_done(laid.standing, laid.days)),
        weeks=(*(week for week in request.weeks if week.starts != request.starts), as_week(laid)),
        began=request.began or request.starts,
        swaps=request.swaps,
        earlier_entries=request.earlier_entries,
        prescriptions=request.prescriptions,
    )
    return lay(done)


def with_the_rest_done(ahead: Laid) -> Laid:
    """A week that is still to come, as it would be laid out if all sessions until then were done; itself where none is
    left.
    """
    request = ahead.standing.request
    days = [day for week in ahead.standing.past.weeks for day in week.days if day.on < request.starts]
    rest = tuple(_rest_done(ahead.standing, days))
    return lay(request._replace(entries=(*request.entries, *rest))) if rest else ahead


def _rest_done(standing: Standing, days: Sequence[Day]) -> Iterator[LogEntry]:
    """The sessions of some days, from today on, that the diary has no word of, as done, with what is noted of them: as
    of the last one, if that was a good one.
    """
    sessions = [entry for entry in standing.request.entries if entry.kind == "session"]
    noted, like = {entry.planned for entry in sessions}, _last_good(standing)
    for day in days:
        if day.on >= standing.request.today and day.sessions and day.pause is None and day.on not in noted:
            yield from (entry._replace(on=day.on + (entry.on - like[0].on)) for entry in like)


def _last_good(standing: Standing) -> list[LogEntry]:
    """What was noted of the last session, and of the morning after it; only that one was done, where it was no good
    one.
    """
    entries = standing.request.entries
    last = max((e for e in entries if e.kind == "session" and e.done != "no"), key=lambda e: e.on, default=None)
    word = standing.past.verdicts.get(last.on) if last else None
    if last is None or word is None or not word.good:
        return [LogEntry(standing.request.today, "session", "all")]
    after = last.on + timedelta(days=1)
    mornings = [LogEntry(after, "morning", pain=e.pain) for e in entries if e.kind == "morning" and e.on == after]
    return [LogEntry(last.on, "session", "all", last.pain, last.peak, last.effort, last.leg), *mornings[-1:]]
