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
from backplan.model.week import LEARNING_WEEKS, Week
from backplan.planner.choice.select import Selection
from backplan.planner.day.option import Option
from backplan.planner.day.sessions import week_days
from backplan.planner.diary import missed
from backplan.planner.growth.aerobic_step import affordable, whole_step
from backplan.planner.growth.climb import Chosen, chosen, news, selected
from backplan.planner.growth.standing import Standing, standing
from backplan.planner.layout.laid import Laid
from backplan.planner.layout.question import WHOLE, Question, laid_out, question, shortfalls, smallest_start
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
    at = standing(request)
    choice = chosen(at, calm=False)
    asked, grown = _asked(at, choice, _calm_days(at, choice.selection), calm=False)
    small = smallest_start(asked)
    options = laid_out(asked, small)
    days = week_days(at.days, options, asked.selection, asked.therapy.days.keys(), asked.targets["coping"])
    moves = (*at.levels.moves, *news(grown, at.days.earlier), *choice.lower.moves)
    return Laid(at, choice, asked, small, days, moves)


def _asked(
    at: Standing, choice: Chosen, at_most: Mapping[date, Option] | None, *, calm: bool
) -> tuple[Question, tuple[Move, ...]]:
    """What the layout is asked, once the minutes of an aerobic session are settled; and the moves of these minutes."""

    @cache
    def with_step(minutes: int) -> Question:
        return question(at, choice, minutes, calm=calm)._replace(at_most=at_most)

    grown, moves = whole_step(choice.selection.case, at.past)
    whole = affordable(grown, at.past, lambda minutes: shortfalls(with_step(minutes), at.days.person, WHOLE))
    return with_step(whole), moves if whole == grown else ()


def _calm_days(at: Standing, selection: Selection) -> Mapping[date, Option] | None:
    """The week as it would be without today's pain, where pain makes it a gentle one; None in any other week. It
    lightens each of these days, so that more pain never makes anything heavier. Where pain bars something prescribed,
    the week without that is what is lightened, within the same minutes and sets.
    """
    if not selection.case.kind.gentle and not selection.case.three_quarters:
        return None
    calm, asked = _calm_options(at), at.request.prescriptions
    barred = [each for each in asked if each.exercise in selection.left_out]
    if not any(each in at.days.prescription.added for each in barred):
        return calm
    left = tuple(each for each in asked if each not in barred or each.kind != "add")
    without = _calm_options(standing(at.request._replace(prescriptions=left)))
    return {
        day: one._replace(minutes=min(one.minutes, calm[day].minutes), sets=min(one.sets, calm[day].sets))
        for day, one in without.items()
    }


def _calm_options(at: Standing) -> dict[date, Option]:
    """The best option of each day in a calm week."""
    asked, _ = _asked(at, chosen(at, calm=True), None, calm=True)
    return laid_out(asked, smallest_start(asked))


def _told(laid: Laid) -> Week:
    """A week laid out with its reasons, ready to show."""
    at, asked, days, request = laid.at, laid.asked, laid.at.days, laid.at.request
    gone = missed.gone(days.shown.days if days.shown else laid.days, request.entries, request.today)
    return Week(
        starts=request.starts,
        programme_week=days.number,
        level=at.levels.lowest,
        levels=at.levels.of,
        asked_level=request.person.level,
        mode=asked.case.mode,
        usual=asked.case.pain.usual,
        days=laid.days,
        balance=balance(laid),
        left_out=left_out(asked.selection),
        left_out_counts=left_out_counts(asked.selection),
        changes=changes(laid, gone if days.shown else ()),
        notices=notices(laid),
        programme=laid.chosen.programme,
        calm_programme=laid.chosen.calm_programme,
        moves=laid.moves,
        rungs=laid.chosen.climb.rungs,
        step=asked.case.step,
        whole_step=asked.whole_step,
        wishes=wishes(request.person),
        bars=_bars(laid),
        begun=days.begun,
        only_days=days.only,
        cards=cards(laid.days, request.exercises),
        evidence=at.past.fingerprint(),
        missed=gone,
        ahead=tuple(sorted(days.ahead)),
    )


def _bars(laid: Laid) -> Mapping[date, Bars]:
    """What bars exercises on each day of the week, as it holds today."""
    request, days = laid.at.request, laid.at.days
    learning = days.number <= LEARNING_WEEKS or any(move.new for move in laid.moves)
    held = in_force(request.prescriptions, request.today)
    return bars(days.person, request.entries, days.every, request.today, held, learning=learning)


def judged(request: Request) -> Selection:
    """Every exercise judged for the person on the days ahead, without planning a week."""
    return selected(standing(request), calm=False)
