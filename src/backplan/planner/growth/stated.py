"""Stated: how a dose grows that a therapist lets grow, by their step and to their end.

A step falls due every so many days, counted from the day on which it was first done. It stands from the next week on,
so that a week has one dose; only repetitions and holds that grow faster than by the week grow on their day, which that
week tells. A range, like 8-12, grows by a step a week at the most, as our own doses do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta

from backplan.model.exercise import Exercise
from backplan.model.move import Move
from backplan.model.outcome import StepDue
from backplan.model.prescription import Growth, Prescribed
from backplan.model.verdict import Verdict
from backplan.model.week import Day, Item
from backplan.model.wording import dated
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.dose import asked_at, dose_step, given_dose, seconds, top_rung
from backplan.planner.choice.select import Selection
from backplan.planner.diary.past import Past
from backplan.planner.growth.ladder import Climb, enough
from backplan.planner.growth.standing import Standing
from backplan.rules.growth import STATED
from backplan.rules.growth.three_good import RULE as THREE_GOOD

SIX_DAYS = timedelta(days=6)


class Grows(NamedTuple):
    """A prescribed exercise whose dose grows, and how."""

    item: Prescribed
    exercise: Exercise
    growth: Growth

    @property
    def on_its_day(self) -> bool:
        """Whether a step is taken on the very day it is due, not only from the next week on."""
        growth = self.growth
        return growth.sessions == 1 and growth.part in ("reps", "hold_s") and growth.days <= SIX_DAYS.days


def growing(selection: Selection) -> list[Grows]:
    """The prescribed exercises that may be given and grow by a therapist's step."""
    by_id = selection.by_id
    added = selection.case.prescription.added
    return [Grows(each, by_id[each.exercise], each.growth) for each in added if each.growth and each.exercise in by_id]


def grown_by_then(standing: Standing, selection: Selection, climb: Climb) -> Climb:
    """A climb with the steps that therapists stated and that were due by this week, since the one doses go on from."""
    base = standing.past.base_week
    for each in growing(selection) if base is not None else ():
        rung, key = climb.rungs.get(each.exercise.id, 0), each.exercise.id
        days = _taken(standing, each, base.starts if base else standing.request.starts, rung)
        if rung < 0 or not days:
            continue
        many = 1 if each.growth.sessions > 1 else len(days)
        climb = climb._replace(rungs={**climb.rungs, key: rung + many})
        days = tuple(on for on in days if not each.on_its_day or on > _last_held(standing, key))
        if not days:
            continue
        before = rung + many - len(days) if each.on_its_day else rung
        old, new = (asked_at(each.exercise, each.item, now) for now in (before, rung + many))
        rule, because = (THREE_GOOD.id, f"good sessions ({dated(days)})")
        if each.growth.sessions == 1:
            rule, because = STATED[0].id, f"the steps that your {each.item.by} set ({dated(days)})"
        move = Move(rule, f"goes from {' to '.join(dose_step(old, new))}", because, key, each.exercise.name, days)
        climb = climb._replace(moves=(*climb.moves, move))
    return climb


def _last_held(standing: Standing, exercise: str) -> date:
    """The last day before this week that held an exercise, with the steps that fell due until then."""
    days = (day for week in standing.days.earlier[-1:] for day in week.days)
    return max((day.on for day in days if exercise in day.exercises), default=date.min)


def _taken(standing: Standing, each: Grows, since: date, rung: int) -> tuple[date, ...]:
    """The days of the steps due after one day and up to this week, each taken; of a range the good sessions that let it
    take its one step.
    """
    left = top_rung(each.exercise, each.item) - rung
    if each.growth.sessions > 1:
        return tuple(enough(_good_run(standing.past, each.exercise.id)) or ()) if left > 0 else ()
    words = _words(standing.past, each.exercise.id)
    begun, flares = _first_done(standing, each), standing.pain.flare_dates
    return _steps(each, begun, since, standing.request.starts, words, flares, left) if begun else ()


def _first_done(standing: Standing, each: Grows) -> date | None:
    """The day on which an exercise was first done as it is prescribed now; None before that."""
    done = {e.planned for e in standing.request.entries if e.kind == "session" and e.done != "no"}
    weeks = [*standing.days.earlier, *filter(None, [standing.days.shown])]
    held = (day.on for week in weeks for day in week.days if each.exercise.id in day.exercises)
    return next((on for on in sorted(held) if on in done and on >= each.item.on), None)


def _words(past: Past, exercise: str) -> dict[date, Verdict]:
    """The verdicts on the sessions before the week that held an exercise."""
    given = past.doses_given(exercise)
    words = {on: word.verdict for on, word in past.verdicts.items() if on in given}
    return {**words, **{on: "regress" for on, keys in past.hurt.items() if exercise in keys}}


def _good_run(past: Past, exercise: str) -> list[date]:
    """The unbroken run of good sessions that held an exercise, up to the last of them, oldest first."""
    given, run, hurt = past.doses_given(exercise), list[date](), past.last_hurt(exercise) or date.min
    for on, word in sorted((on, word) for on, word in past.verdicts.items() if on > hurt):
        run = [*run, *([on] if on in given else [])] if word.good else []
    return run


def _steps(  # noqa: PLR0913, PLR0917 - what a step that is due is held against
    each: Grows,
    begun: date,
    since: date,
    until: date,
    words: Mapping[date, Verdict],
    flares: Collection[date],
    left: int,
) -> tuple[date, ...]:
    """The days after one and up to another on which a step is due and taken."""
    found: list[date] = []
    for due in _due(each, begun, since, until):
        window = [due - timedelta(days=back) for back in range(1, each.growth.days + 1)]
        in_window = tuple(words[on] for on in window if on in words)
        step = StepDue(in_window, flare=not set(window).isdisjoint(flares), left=left - len(found))
        found += [due] if all(rule.check(step) for rule in STATED) else []
    return tuple(found)


def _due(each: Grows, begun: date, since: date, until: date) -> Iterator[date]:
    """The days after one and up to another on which a step falls due of what was begun on a day."""
    every = each.growth.days
    for number in range(max(1, (since - begun).days // every + 1), (until - begun).days // every + 1):
        yield begun + timedelta(days=number * every)


# -- within a week ------------------------------------------------------------------------------------------------


def highest_rungs(standing: Standing, selection: Selection, rungs: Mapping[str, int]) -> dict[str, int]:
    """The rungs that a week may reach, with every step that falls due in it: what its days must have room for."""
    if not _goes_on(standing, selection):
        return dict(rungs)
    starts, highest = standing.request.starts, dict(rungs)
    for each in (each for each in growing(selection) if each.on_its_day):
        rung = rungs.get(each.exercise.id, 0)
        begun = _first_done(standing, each) or standing.days.first
        steps = len(list(_due(each, begun, starts, starts + SIX_DAYS)))
        if rung >= 0:
            highest[each.exercise.id] = min(top_rung(each.exercise, each.item), rung + steps)
    return highest


def day_by_day(
    standing: Standing, selection: Selection, rungs: Mapping[str, int], days: Sequence[Day]
) -> tuple[Day, ...]:
    """The days of a week with the dose that each day has of what grows within it; ``rungs`` are those it begins with.
    The sessions to come are taken to go well: the days are laid anew where one does not.
    """
    found = list(days)
    for each in _on_their_days(standing, selection, rungs):
        rung, key = rungs.get(each.exercise.id, 0), each.exercise.id
        for number, day in enumerate(found):
            if day.on >= standing.days.first and key in day.exercises:
                steps = len(_by(day.on, standing, each, rung, days))
                found[number] = _on_rung(day, each.exercise, selection, rung + steps)
    return tuple(found)


def told_within(
    standing: Standing, selection: Selection, rungs: Mapping[str, int], days: Sequence[Day]
) -> Iterator[Move]:
    """What is told of the doses that grow within a week, in that week; ``rungs`` are those it begins with."""
    for each in _on_their_days(standing, selection, rungs):
        rung, key = rungs.get(each.exercise.id, 0), each.exercise.id
        last = max((day.on for day in days if key in day.exercises), default=standing.request.starts)
        if steps := _by(last, standing, each, rung, days):
            old, new = (asked_at(each.exercise, each.item, now) for now in (rung, rung + len(steps)))
            because = f"the steps that your {each.item.by} set ({dated(steps)})"
            what = f"goes from {' to '.join(dose_step(old, new))} in the course of the week"
            yield Move(STATED[0].id, what, because, key, each.exercise.name, steps)


def _on_their_days(standing: Standing, selection: Selection, rungs: Mapping[str, int]) -> list[Grows]:
    """What grows within the week."""
    found = growing(selection) if _goes_on(standing, selection) else []
    return [each for each in found if each.on_its_day and rungs.get(each.exercise.id, 0) >= 0]


def _by(on: date, standing: Standing, each: Grows, rung: int, days: Sequence[Day]) -> tuple[date, ...]:
    """The days of the steps taken in a week up to a day of it; what is first done in it begins with its first day."""
    words = _words(standing.past, each.exercise.id) | _this_week(standing, each.exercise.id, days)
    first = min((day.on for day in days if each.exercise.id in day.exercises), default=on)
    begun = _first_done(standing, each) or max(first, standing.days.first)
    left = top_rung(each.exercise, each.item) - rung
    return _steps(each, begun, standing.request.starts, on, words, standing.pain.flare_dates, left)


def _goes_on(standing: Standing, selection: Selection) -> bool:
    """Whether anything grows within the week: not after a session that was too much, nor in a gentle one."""
    return not standing.no_more and selection.case.kind.grows and not selection.case.three_quarters


def _this_week(standing: Standing, exercise: str, days: Sequence[Day]) -> dict[date, Verdict]:
    """The sessions of this week that held an exercise, or are to hold it."""
    done = {e.planned for e in standing.request.entries if e.kind == "session" and e.done != "no"}
    held = [day.on for day in days if exercise in day.exercises]
    words: dict[date, Verdict] = {on: "unknown" for on in held if on >= standing.days.first or on in done}
    return {**words, **{each.on: "regress" for each in standing.hurt if exercise in each.exercises}}


def _on_rung(day: Day, exercise: Exercise, selection: Selection, rung: int) -> Day:
    """A day with an exercise at the repetitions and the hold of a rung, and the sets that it has."""
    case = selection.case._replace(rungs={**selection.case.rungs, exercise.id: rung})
    given, percent = given_dose(exercise, case), selection.percent_of_time

    def at(item: Item) -> Item:
        if item.exercise != exercise.id or item.dose.minutes is not None:
            return item
        dose = item.dose._replace(reps=given.reps, hold_s=given.hold_s)
        more = seconds(dose, exercise, percent) - seconds(item.dose, exercise, percent)
        return item._replace(dose=dose, seconds=item.seconds + more)

    return day.with_items(at)
