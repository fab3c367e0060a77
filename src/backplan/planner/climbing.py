"""Climbing: the exercises of a week's slots and the rungs of their doses, moved by the diary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from backplan.model.case import Case
from backplan.model.move import Move
from backplan.planner.choice.programme import choose
from backplan.planner.choice.select import Selection, select
from backplan.planner.growth.ladder import SLOTS, Climb, Ladder, may_grow, worked
from backplan.planner.screen.pain import mode
from backplan.planner.situation import Situation
from backplan.rules.pain import flare
from backplan.rules.pain.high import steady


class Climbing(Situation):
    """What is chosen for the person, and how far each exercise has climbed."""

    @cached_property
    def selection(self) -> Selection:
        """Every exercise judged for the person."""
        swapped = frozenset(swap.exercise for swap in self.request.swaps if swap.on <= self.request.today)
        return select(self.request.exercises, self._still, swapped)

    @cached_property
    def ladder(self) -> Ladder:
        """The exercises of the selection, to climb and to come down by."""
        return Ladder(self.selection)

    @cached_property
    def case(self) -> Case:
        """The person over the days to plan, with the rungs their exercises have climbed."""
        return self._still._replace(rungs=self.eased.rungs)

    @cached_property
    def climb(self) -> Climb:
        """The rungs and the programme this week begins with, moved by the diary before it."""
        past, base, last = self.past, self.past.base, self.past.last
        if last is not None and base is None and last.asked_level == self.request.person.level:
            return Climb({}, dict(last.calm_programme))
        if base is None or last is None or last.asked_level != self.request.person.level:
            kept = self.shown if self._same_level else None
            return Climb({}, dict(kept.calm_programme) if kept else {})
        every = {exercise.id: exercise for exercise in self.request.exercises}
        asked = {each.exercise for each in self.request.prescriptions}
        bad = [(on, worked(base, on), word) for on, word in past.lately.items() if word.verdict == "regress"]
        anew = {each.exercise for each in self.prescription.added if each.on > base.starts}  # what was said of old
        rungs = {key: rung for key, rung in base.rungs.items() if key not in anew}
        climb = self.ladder.after(Climb(rungs, dict(last.calm_programme)), bad)
        climb = self.ladder.rested(self.ladder.within_level(climb, every, asked), past.gap(self.first))
        for part in SLOTS:
            if not bad and part not in self.levels.risen and may_grow(past, part, calm=self._calm_then):
                climb = self.ladder.grown(climb, part, past)
        if not bad and may_grow(past, "aerobic", calm=self._calm_then):
            climb, _ = self.ladder.come_back(climb, "aerobic", past)
        return climb._replace(moves=self._news(climb.moves))

    @property
    def _same_level(self) -> bool:
        return self.shown is not None and self.shown.asked_level == self.request.person.level

    @cached_property
    def _calm_then(self) -> bool:
        """Whether the week began as a normal one."""
        pain = self._pain_then
        kind = mode(self.person, pain, self.begun)
        return kind == "normal" and not pain.returning and not steady(pain) and pain.now - pain.usual < flare.RISE

    def _news(self, moves: Sequence[Move]) -> tuple[Move, ...]:
        """The moves that no earlier week has told of: what eased the days of a week is no news in the next."""
        told = {(m.exercise, m.rule, m.days) for week in self.earlier[-1:] for m in week.moves if m.exercise}
        return tuple(move for move in moves if (move.exercise, move.rule, move.days) not in told)

    @cached_property
    def eased(self) -> Climb:
        """The same for the days ahead: this week's sessions that were too much take a step off at once."""
        return self.ladder.after(self.climb, self.bad)

    @cached_property
    def programme(self) -> dict[str, str]:
        """The exercise of each slot."""
        return choose(self.selection, self.eased.programme)

    @property
    def _calm_programme(self) -> Mapping[str, str]:
        """The programme of a normal week, kept through gentle ones."""
        return self.programme if self.case.mode == "normal" else self.eased.programme

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Every change that the diary made since last week, with its rule and its days."""
        ramp = self._ramp[1] if self.whole_step == self._ramp[0] else ()
        return (*self.levels.moves, *self._news(ramp), *self.eased.moves)
