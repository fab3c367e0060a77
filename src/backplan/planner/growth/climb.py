"""Climb: the programme of a week and the rungs of its doses, moved by the diary from where the last week left them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from backplan.model.move import Move
from backplan.model.week import Week
from backplan.planner.choice.programme import choose
from backplan.planner.choice.select import Selection, select
from backplan.planner.growth.ladder import SLOTS, Climb, Ladder, may_grow, worked
from backplan.planner.growth.standing import Standing


class Chosen(NamedTuple):
    """The exercises chosen for a week: all that may be given, one for each slot, and how far they have climbed.

    ``climb`` is what the week begins with, ``lower`` the same for the days ahead: this week's sessions that were too
    much take a step off at once.
    """

    selection: Selection
    climb: Climb
    lower: Climb
    programme: Mapping[str, str]  # slot -> exercise id

    @property
    def calm_programme(self) -> Mapping[str, str]:
        """The programme of a normal week, which is kept through gentle ones."""
        return self.programme if self.selection.case.kind.grows else self.lower.programme


def chosen(at: Standing, *, calm: bool) -> Chosen:
    """Judge every exercise, move the doses by the diary, and fill the slots; a calm choice passes over today's pain."""
    selection = selected(at, calm=calm)
    climb = climb_of(at, selection)
    lower = Ladder(selection).after(climb, at.bad)
    return Chosen(selection, climb, lower, choose(selection, lower.programme))


def selected(at: Standing, *, calm: bool) -> Selection:
    """Every exercise judged for the person over the days to plan."""
    swapped = frozenset(swap.exercise for swap in at.request.swaps if swap.on <= at.request.today)
    return select(at.request.exercises, at.case(calm=calm), swapped)


def climb_of(at: Standing, selection: Selection) -> Climb:
    """The rungs and the programme that the week begins with, moved by the diary before it."""
    ladder, past = Ladder(selection), at.past
    base, last, shown = past.base, past.last, at.days.shown
    level = at.request.person.level
    if last is not None and base is None and last.asked_level == level:
        return Climb({}, dict(last.calm_programme))
    if base is None or last is None or last.asked_level != level:
        return Climb({}, dict(shown.calm_programme) if shown and shown.asked_level == level else {})
    return _grown(at, ladder, _settled(at, ladder, Climb(_rungs(at, base), dict(last.calm_programme))))


def _rungs(at: Standing, base: Week) -> dict[str, int]:
    """How far the exercises had climbed in the week they go on from; what was said of old of those prescribed anew is
    forgotten.
    """
    anew = {each.exercise for each in at.days.prescription.added if each.on > base.starts}
    return {key: rung for key, rung in base.rungs.items() if key not in anew}


def _settled(at: Standing, ladder: Ladder, climb: Climb) -> Climb:
    """A climb after last week's sessions that were too much, within the level, and after any days without a session."""
    base, past = at.past.base, at.past
    assert base is not None
    bad = [(on, worked(base, on), word) for on, word in past.lately.items() if word.verdict == "regress"]
    every = {exercise.id: exercise for exercise in at.request.exercises}
    asked = {each.exercise for each in at.request.prescriptions}
    climb = ladder.within_level(ladder.after(climb, bad), every, asked)
    return ladder.rested(climb, past.gap(at.days.first))


def _grown(at: Standing, ladder: Ladder, climb: Climb) -> Climb:
    """A climb with the steps up that the growth rules let it take; none after a session that was too much."""
    past = at.past
    if all(word.verdict != "regress" for word in past.lately.values()):
        for part in SLOTS:
            if part not in at.levels.risen and may_grow(past, part, calm=at.calm_then):
                climb = ladder.grown(climb, part, past)
        if may_grow(past, "aerobic", calm=at.calm_then):
            climb, _ = ladder.come_back(climb, "aerobic", past)
    return climb._replace(moves=news(climb.moves, at.days.earlier))


def news(moves: Iterable[Move], earlier: Sequence[Week]) -> tuple[Move, ...]:
    """The moves that the week before has not told of: what eased the days of a week is no news in the next."""
    told = {(m.exercise, m.rule, m.days) for week in earlier[-1:] for m in week.moves if m.exercise}
    return tuple(move for move in moves if (move.exercise, move.rule, move.days) not in told)
