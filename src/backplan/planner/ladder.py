"""Ladder: how the dose of an exercise grows, step by step, and what the diary of last week moves.

A step up is, in order: repetitions to the top of their range, then a longer hold, then a set more, then the harder
partner at its starting dose. A step down takes a set off, and a second one gives the easier partner.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import takewhile
from typing import NamedTuple

from backplan.model.aftermath import BlockDone, Verdict
from backplan.model.case import Case
from backplan.model.diary import LogEntry
from backplan.model.exercise import Exercise
from backplan.model.week import STRETCH, Day, GivenDose, Week
from backplan.planner.programme import CORE, CORE_MORE, STRENGTH
from backplan.planner.select import Selection
from backplan.planner.verdicts import judged
from backplan.rules.growth import GROWTH, MOST_EXERCISES_A_BLOCK

# The ranges, all our own inference: the library's dose is the bottom.
HELD = 3  # seconds from which an exercise is a hold
MORE_REPS, MOST_REPS, REPS_STEP = 4, 12, 2
MORE_HOLDS, MOST_HOLDS = 2, 6
LONGEST_HOLD, HOLD_STEP = 10, 2
MOST_SETS = 3
EASED, EASIER_PARTNER = -1, -2
LOOK_BACK = timedelta(days=28)
SLOTS = {"core": (*CORE, *CORE_MORE), "strength": STRENGTH}


class Climb(NamedTuple):
    """The rungs of every exercise and the programme after last week's diary, and each move in words."""

    rungs: Mapping[str, int]
    programme: Mapping[str, str]
    moves: tuple[str, ...] = ()


def doses(exercise: Exercise) -> tuple[GivenDose, ...]:
    """The ladder of an exercise from its starting dose up; one rung alone for timed work."""
    asked = exercise.dose
    if asked.minutes is not None:
        return (GivenDose(minutes=asked.minutes),)
    dose = GivenDose(asked.sets or 1, asked.reps or 1, asked.hold or 0, asked.per_side)
    return tuple(_rungs(dose))


def _rungs(dose: GivenDose) -> Iterable[GivenDose]:
    yield dose
    held = dose.hold_s >= HELD
    top = min(MOST_HOLDS, dose.reps + MORE_HOLDS) if held else min(MOST_REPS, dose.reps + MORE_REPS)
    while dose.reps < top:
        dose = dose._replace(reps=min(top, dose.reps + (1 if held else REPS_STEP)))
        yield dose
    while held and dose.hold_s < LONGEST_HOLD:
        dose = dose._replace(hold_s=min(LONGEST_HOLD, dose.hold_s + HOLD_STEP))
        yield dose
    while dose.sets < MOST_SETS and dose.hold_s < STRETCH:  # a long hold grows no sets
        dose = dose._replace(sets=dose.sets + 1)
        yield dose


def dose_at(exercise: Exercise, rung: int) -> GivenDose:
    """The dose on a rung; below the first, a set less, or three quarters of the repetitions of a single set."""
    steps = doses(exercise)
    if rung >= 0:
        return steps[min(rung, len(steps) - 1)]
    start = steps[0]
    if start.minutes is not None:
        return start
    return start._replace(sets=start.sets - 1) if start.sets > 1 else start._replace(reps=max(1, start.reps * 3 // 4))


def eased(rungs: Mapping[str, int], days: Iterable[Day]) -> dict[str, int]:
    """The rungs after sessions that were too much: every exercise of their core and strength one step down."""
    found = dict(rungs)
    for day in days:
        for block in day.blocks():
            if block.kind in SLOTS:
                for item in block.items:
                    found[item.exercise] = max(EASIER_PARTNER, min(0, found.get(item.exercise, 0)) - 1)
    return found


def climb(last: Week, weeks: Sequence[Week], entries: Sequence[LogEntry], case: Case, selection: Selection) -> Climb:
    """What the diary up to a new week moves: down after sessions that were too much, up by the growth rules."""
    verdicts = {
        entry.on: found
        for entry in entries
        if (found := judged(entry, entries, last.usual, case.person.pain.leg)) is not None
    }
    bad = [day for day in last.days if verdicts.get(day.on) == "regress"]
    state = Climb(eased(last.rungs, bad), dict(last.programme))
    known = {exercise.id: exercise for exercise in selection.allowed}
    state = _easier(
        state, last.rungs, known, {item.exercise for day in bad for block in day.blocks() for item in block.items}
    )
    for kind in SLOTS:
        if not bad and may_grow(kind, weeks, verdicts, entries, case):
            state = _grown(state, kind, known, selection)
    return state


def may_grow(
    kind: str, weeks: Sequence[Week], verdicts: Mapping[date, Verdict], entries: Sequence[LogEntry], case: Case
) -> bool:
    """Whether every growth rule lets a block take a step."""
    days = {day.on: day for week in weeks for day in week.days if case.on - LOOK_BACK <= day.on < case.on}
    held = [on for on, day in sorted(days.items()) if any(block.kind == kind for block in day.blocks())]
    judged_days = [on for on in held if on in verdicts]
    last_week = [on for on in held if on >= case.on - timedelta(days=7)]
    done = sum(on in verdicts for on in last_week)
    good = list(takewhile(lambda on: verdicts[on] in ("green", "amber-ok"), reversed(judged_days)))
    block = BlockDone(
        verdicts=tuple(verdicts[on] for on in judged_days),
        days=(good[0] - good[-1]).days if good else 0,
        done_percent=done * 100 // len(last_week) if last_week else 0,
        pain_rise=_mean(entries, case.on, 0) - _mean(entries, case.on, 7),
        calm=case.mode == "normal" and not case.three_quarters and case.pain.now - case.pain.usual < 2,
    )
    return all(rule.check(block) for rule in GROWTH)


def _mean(entries: Sequence[LogEntry], on: date, ago: int) -> float:
    """Mean pain of the seven days that end so many days before a date; 0 when nothing is known."""
    end = on - timedelta(days=ago)
    scores = [e.pain for e in entries if end - timedelta(days=7) <= e.on < end and e.pain is not None]
    return sum(scores) / len(scores) if scores else 0.0


def _easier(state: Climb, before: Mapping[str, int], known: Mapping[str, Exercise], touched: set[str]) -> Climb:
    """Give the easier partner where an exercise was too much twice; say in one line what went a step down."""
    programme, rungs, moves = dict(state.programme), dict(state.rungs), []
    down = []
    for slot, key in state.programme.items():
        exercise = known.get(key)
        if exercise is None or key not in touched:
            continue
        partner = known.get(exercise.regression or "")
        if rungs.get(key, 0) <= EASIER_PARTNER and partner is not None and partner.slot == exercise.slot:
            programme[slot], rungs[partner.id], rungs[key] = partner.id, 0, EASED
            moves.append(f"{partner.name} takes the place of {exercise.name}, which was too much twice.")
        elif rungs.get(key, 0) < before.get(key, 0):
            down.append(exercise.name)
    if down:
        moves.append(f"A step down, because sessions were too much: {', '.join(down)}.")
    return Climb(rungs, programme, tuple(moves))


def _grown(state: Climb, kind: str, known: Mapping[str, Exercise], selection: Selection) -> Climb:
    """One step up for the exercises of a block that have climbed least, two at the most."""
    programme, rungs, moves = dict(state.programme), dict(state.rungs), list(state.moves)
    slots = [slot for slot in SLOTS[kind] if programme.get(slot) in known]
    taken = 0
    for slot in sorted(slots, key=lambda s: rungs.get(programme[s], 0)):
        exercise = known[programme[slot]]
        move = _step(exercise, rungs.get(exercise.id, 0), known, selection)
        if move is None or taken == MOST_EXERCISES_A_BLOCK:
            continue
        programme[slot], rungs[move[0]], words = move[0], move[1], move[2]
        moves.append(f"{words}: three good sessions over a week or more (rule growth-three).")
        taken += 1
    return Climb(rungs, programme, tuple(moves))


def _step(
    exercise: Exercise, rung: int, known: Mapping[str, Exercise], selection: Selection
) -> tuple[str, int, str] | None:
    """The exercise, rung and words of one step up; None at the top with no harder partner allowed."""
    steps = doses(exercise)
    if rung < len(steps) - 1:
        now, then = dose_at(exercise, rung).words(), dose_at(exercise, rung + 1).words()
        return exercise.id, rung + 1, f"{exercise.name} goes from {now} to {then}"
    partner = known.get(exercise.progression or "")
    unfit = {*selection.care, *selection.swapped}
    if partner is None or partner.slot != exercise.slot or partner.id in unfit:
        return None
    return partner.id, 0, f"{partner.name} takes the place of {exercise.name}"
