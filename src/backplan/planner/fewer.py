"""Fewer: what a therapist asked for and a week does not hold, and both words where our rules and theirs differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from backplan.model.case import Case
from backplan.model.exercise import Exercise
from backplan.model.prescription import Prescribed
from backplan.model.week import Day, GivenDose
from backplan.planner.ladder import as_asked
from backplan.planner.prescribed import answer, differences
from backplan.planner.select import Selection
from backplan.planner.therapy import a_bout, at_home, in_the_pool
from backplan.rules.dose import DOSES

# Of each exercise laid out by days: the days asked for this week, and those it has.
Counts = Mapping[str, tuple[int, int]]


def said(
    selection: Selection, exercises: Sequence[Exercise], days: Sequence[Day], counts: Counts, longest: int
) -> tuple[str, ...]:
    """For each thing prescribed that the week holds less of, or that our own rules answer differently: what, and why.
    ``longest`` are the minutes of the longest day offered.
    """
    known = {exercise.id: exercise for exercise in exercises}
    case, found = selection.case, []
    for item in case.prescription.added:
        exercise = known.get(item.exercise or "")
        if exercise is None:
            found.append(f"{item.exercise} was prescribed, and there is no such exercise here now.")
            continue
        ours = answer(exercise, case)
        told = list(differences(ours, case.prescription, exercise))
        if not ours.barred and case.mode != "coping-only":
            told += _Fewer(item, exercise, selection, days, longest).said(counts)
        found += [f"Prescribed by your {item.by}: {exercise.name}. {' '.join(told)}"] if told else []
    return tuple(found)


class _Fewer:
    """One prescribed exercise that no rule speaks against, beside the week as laid out."""

    def __init__(
        self, item: Prescribed, exercise: Exercise, selection: Selection, days: Sequence[Day], longest: int
    ) -> None:
        self.item, self.exercise, self.selection, self.longest = item, exercise, selection, longest
        blocks = [block for day in days for block in (*day.blocks(), day.coping) if block is not None]
        self.given = [i.dose for block in blocks for i in block.items if i.exercise == exercise.id]

    @property
    def case(self) -> Case:
        """The person."""
        return self.selection.case

    def said(self, counts: Counts) -> list[str]:
        """One sentence of what is missing, with why; none when nothing is."""
        if not self.given:
            return [f"The week has no place for it: {self._no_place()}. Do it as you were shown."]
        parts = [part for part in (self._days(*counts.get(self.exercise.id, (0, 0))), *self._dose()) if part]
        return [f"{_capital(part)}." for part in parts]

    def _no_place(self) -> str:
        selection, exercise = self.selection, self.exercise
        if exercise.id in selection.swapped:
            return "you swapped it away"
        wet = in_the_pool(selection)
        if exercise.block == "water" or exercise is wet:
            return "a visit to the pool did not fit" if wet in (None, exercise) else f"the pool is for {wet.name}"
        if exercise.block == "relax":
            return "another way to cope stands there"
        if not (at_home(exercise, selection) or a_bout(exercise, selection)):
            return f"what is done at home or outdoors is planned, and this is done at a {exercise.place[0]}"
        return self._why_no_more()

    def _why_no_more(self) -> str:
        if self.case.mode == "flare":
            return "a gentle week holds no more"
        limit = self.case.prescription.limit
        if limit and limit.minutes and limit.minutes <= self.longest:
            return f"the {limit.minutes} minutes a day that your {limit.by} allows hold no more"
        return "the minutes of your days hold no more"

    def _days(self, asked: int, held: int) -> str:
        if held >= asked:
            return ""
        offered = len(self.case.person.minutes)
        why = f"you offered {_days(offered)}" if held >= offered else self._why_no_more()
        return f"asked for on {_days(asked)} this week, it stands on {held}: {why}"

    def _dose(self) -> Iterator[str]:
        """Where the dose is less than was asked: by a rule, or for want of room."""
        if not self.item.has_dose:
            return
        asked = as_asked(self.exercise, self.item)
        now, rules = asked, []
        for rule in DOSES if asked.minutes is None else ():
            lowered = rule.adjust(now, self.exercise, self.case)
            rules += [rule.id] if lowered != now else []
            now = lowered
        if rules:
            yield f"asked for {asked.words()}, it is given at {now.words()} for now (rule {' and '.join(rules)})"
        elif (most := max(self.given, key=_amount)) and _amount(most) < _amount(asked):
            yield f"asked for {asked.words()}, the week holds {most.words()}: {self._why_less(asked)}"

    def _why_less(self, asked: GivenDose) -> str:
        if asked.minutes is not None and self.case.step < asked.minutes:
            return "pain, or the last sessions, make the walks and rides shorter for now"
        return self._why_no_more()


def _amount(dose: GivenDose) -> tuple[int, int]:
    return dose.minutes or 0, dose.sets


def _days(number: int) -> str:
    return f"{number} day{'s' * (number != 1)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
