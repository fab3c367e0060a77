"""Week: a whole week from the person, the library, the diary, the weeks already shown and the dates. Pure.

The order of the work: where the person stands (screen, diary), which exercises are chosen and how far they have climbed
(choice, growth), what each day may hold (day), the best layout of it (layout), and what is said of it (telling).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from backplan.model.bars import Bars
from backplan.model.move import Move
from backplan.model.prescription import in_force
from backplan.model.week import Week, something_new
from backplan.planner.choice.select import Selection
from backplan.planner.day.option import Option
from backplan.planner.day.sessions import week_days
from backplan.planner.diary import missed
from backplan.planner.growth.aerobic_step import affordable, whole_step
from backplan.planner.growth.climb import Chosen, chosen, news, selection_of
from backplan.planner.growth.standing import Standing, standing_of
from backplan.planner.layout.laid import Laid
from backplan.planner.layout.question import (
    FIRST_WHOLE_WEEK,
    Question,
    best_options,
    question_of,
    shortfalls_for,
    smallest_start,
)
from backplan.planner.request import Request
from backplan.planner.screen.bars import bars, wishes
from backplan.planner.telling.balance import balance
from backplan.planner.telling.changes import changes
from backplan.planner.telling.notices import cards, left_out, left_out_counts, notices


def make_week(request: Request) -> Week:
    """The best safe week. Raises no error for what cannot be done: the balance and the notices say it."""
    return _told(lay(request))


def lay(request: Request) -> Laid:
    """The best layout of a week: every step in order, each handed what it needs."""
    standing = standing_of(request)
    choice = chosen(standing, calm=False)
    question, grown = _settled_question(standing, choice, _calm_days(standing, choice.selection), calm=False)
    start_week = smallest_start(question)
    options = best_options(question, start_week)
    days = week_days(
        standing.days, options, question.selection, question.therapy.days.keys(), question.targets["coping"]
    )
    moves = (*standing.levels.moves, *news(grown, standing.days.earlier), *choice.lower.moves)
    return Laid(standing, choice, question, start_week, days, moves)


def _settled_question(
    standing: Standing, choice: Chosen, at_most: Mapping[date, Option] | None, *, calm: bool
) -> tuple[Question, tuple[Move, ...]]:
    """What the layout is asked, once the minutes of an aerobic session are settled; and the moves of these minutes."""

    @cache
    def with_step(minutes: int) -> Question:
        return question_of(standing, choice, minutes, calm=calm)._replace(at_most=at_most)

    grown, moves = whole_step(choice.selection.case, standing.past)
    whole = affordable(
        grown, standing.past, lambda minutes: shortfalls_for(with_step(minutes), standing.days.person, FIRST_WHOLE_WEEK)
    )
    return with_step(whole), moves if whole == grown else ()


def _calm_days(standing: Standing, selection: Selection) -> Mapping[date, Option] | None:
    """The week as it would be without today's pain, where pain makes it a gentle one; None in any other week. It
    lightens each of these days, so that more pain never makes anything heavier. Where pain bars something prescribed,
    the week without that is what is lightened, within the same minutes and sets.
    """
    if not selection.case.kind.gentle and not selection.case.three_quarters:
        return None
    calm, asked = _calm_options(standing), standing.request.prescriptions
    barred = [each for each in asked if each.exercise in selection.left_out]
    if not any(each in standing.days.prescription.added for each in barred):
        return calm
    left = tuple(each for each in asked if each not in barred or each.kind != "add")
    without = _calm_options(standing_of(standing.request._replace(prescriptions=left)))
    return {
        day: one._replace(minutes=min(one.minutes, calm[day].minutes), sets=min(one.sets, calm[day].sets))
        for day, one in without.items()
    }


def _calm_options(standing: Standing) -> dict[date, Option]:
    """The best option of each day in a calm week."""
    question, _ = _settled_question(standing, chosen(standing, calm=True), None, calm=True)
    return best_options(question, smallest_start(question))


def _told(laid: Laid) -> Week:
    """A week laid out with its reasons, ready to show."""
    standing, question, days, request = laid.standing, laid.question, laid.standing.days, laid.standing.request
    gone = missed.missed_days(days.shown.days if days.shown else laid.days, request.entries, request.today)
    return Week(
        starts=request.starts,
        programme_week=days.number,
        level=standing.levels.lowest,
        levels=standing.levels.of,
        asked_level=request.person.level,
        mode=question.case.mode,
        usual=question.case.pain.usual,
        days=laid.days,
        balance=balance(laid),
        left_out=left_out(question.selection),
        left_out_counts=left_out_counts(question.selection),
        changes=changes(laid, gone if days.shown else ()),
        notices=notices(laid),
        programme=laid.chosen.programme,
        calm_programme=laid.chosen.calm_programme,
        moves=laid.moves,
        rungs=laid.chosen.climb.rungs,
        aerobic_step=question.case.aerobic_step,
        whole_step=question.whole_step,
        wishes=wishes(request.person),
        bars=_bars(laid),
        begun=days.begun,
        only_days=days.only,
        cards=cards(laid.days, request.exercises),
        evidence=standing.past.fingerprint(),
        missed=gone,
        ahead=tuple(sorted(days.ahead)),
    )


def _bars(laid: Laid) -> Mapping[date, Bars]:
    """What bars exercises on each day of the week, as it holds today."""
    request, days = laid.standing.request, laid.standing.days
    learning = something_new(days.number, laid.moves)
    held = in_force(request.prescriptions, request.today)
    return bars(days.person, request.entries, days.every, request.today, held, learning=learning)


def selection_for(request: Request) -> Selection:
    """Every exercise judged for the person on the days ahead, without planning a week."""
    return selection_of(standing_of(request), calm=False)
