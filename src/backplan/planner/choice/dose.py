"""Dose: what is given of an exercise, and how long it truly takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import ceil

from backplan.model.case import Case
from backplan.model.exercise import Dose, Exercise
from backplan.model.prescription import WEIGHTS, Growing, Prescribed
from backplan.model.week import STRETCH, GivenDose
from backplan.model.wording import counted
from backplan.rules.dose import DOSES
from backplan.rules.time import TIMES

# Seconds; all our own inference (docs/planning.md).
MOVE, MOVE_STRETCH = 3, 5  # into and out of a hold
LEAST_REP = 4  # a repetition under control
REST_CORE, REST_STRENGTH = 30, 60
RESTS: Mapping[str, int] = {"core": REST_CORE, "water": REST_CORE, "strength": REST_STRENGTH}
SETUP = 20


def given_dose(exercise: Exercise, case: Case, rounds: int | None = None) -> GivenDose:
    """The dose of an exercise for a case: as prescribed, else its rung of the ladder, with a set for each round where
    it stands in rounds; lowered by each dose rule in turn.
    """
    asked = case.prescription.item_for(exercise.id)
    rung = case.rungs.get(exercise.id, 0)
    dose = asked_at(exercise, asked, rung) if asked and asked.has_dose else dose_at(exercise, rung)
    dose = with_particulars(dose, asked) if asked and not asked.has_dose else dose
    if dose.minutes is not None:
        return _by_rules(dose, exercise, case) if asked else dose
    if rounds is not None and not (asked and asked.has_dose):
        once = dose.hold_s >= STRETCH and exercise.slot != "balance"  # long holds are not repeated, but for balance
        sets = min(rounds, dose.sets) if once else rounds
        dose = dose if sets == dose.sets else dose._replace(sets=sets)
    return _by_rules(dose, exercise, case)


def _by_rules(dose: GivenDose, exercise: Exercise, case: Case) -> GivenDose:
    """A dose lowered by each dose rule in turn; minutes are no dose of theirs, the effort of them is."""
    for rule in DOSES:
        dose = rule.adjust(dose, exercise, case)
    return dose


def at_most(dose: GivenDose, sets: int) -> GivenDose:
    """The dose with no more than so many sets."""
    return dose if dose.minutes is not None or dose.sets <= sets else dose._replace(sets=sets)


def percent_of_time(case: Case) -> int:
    """How long exercises take somebody, in percent of what they take others."""
    return max([100, *(rule.percent(case) for rule in TIMES)])


def slower(plain: int, percent: int) -> int:
    """Seconds of somebody who needs so many percent of the time, rounded up."""
    return -(-plain * percent // 100)


def seconds(dose: GivenDose, exercise: Exercise, percent: int = 100) -> int:
    """Seconds that a dose of an exercise takes once, however often a day it is done: both sides, holds and moves,
    rests, and getting ready; what is given in minutes takes these minutes, whoever does it.
    """
    if dose.minutes is not None:
        return dose.minutes * 60
    sides = 2 if dose.per_side else 1
    move = MOVE_STRETCH if exercise.slot == "stretch" else MOVE
    asked = dose.particulars
    rest = RESTS.get(exercise.block, 0)
    rests = (dose.sets - 1) * (rest // sides if asked.rest_s is None else asked.rest_s)
    each = max(LEAST_REP, dose.hold_s + move, asked.tempo_s)
    return slower(dose.repetitions * sides * each + rests + SETUP, percent)


# The ranges, all our own inference: the library's dose is the bottom.
HELD = 3  # seconds from which an exercise is a hold


MORE_REPS, MOST_REPS, REPS_STEP = 4, 12, 2


MORE_HOLDS, MOST_HOLDS = 2, 6


LONGEST_HOLD, HOLD_STEP = 10, 2


# Rungs below the first, all of one dose: after a session that was too much, then the easier partner; and where a harder
# partner begins with fewer repetitions, as the days are full.
EASED, EASIER_PARTNER, FEWER = -1, -2, -3


def doses(exercise: Exercise) -> tuple[GivenDose, ...]:
    """The ladder of an exercise from its starting dose up; one rung alone for timed work."""
    return _ladder(exercise.dose)


@cache
def _ladder(dose: Dose) -> tuple[GivenDose, ...]:
    start = _start(dose)
    return (start,) if start.minutes is not None else tuple(_rungs(start))


@cache
def _start(dose: Dose) -> GivenDose:
    """The starting dose of an exercise, as the library gives it."""
    if dose.minutes is not None:
        return GivenDose(minutes=dose.minutes)
    return GivenDose(dose.sets or 1, dose.reps or 1, dose.hold or 0, dose.per_side)


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


def dose_at(exercise: Exercise, rung: int) -> GivenDose:
    """The dose of an exercise on a rung of its ladder of doses; below the first, three quarters of the repetitions, or
    of the hold of a single one.
    """
    if rung > 0:
        steps = doses(exercise)
        return steps[min(rung, len(steps) - 1)]
    start = _start(exercise.dose)
    if rung == 0 or start.minutes is not None:
        return start
    if start.reps > 1:
        return start._replace(reps=start.reps * 3 // 4)
    return start._replace(hold_s=start.hold_s * 3 // 4)


def load_steps(exercise: Exercise, rung: int) -> int:
    """How many steps of load an exercise has taken on a rung: each stands above the top of its doses."""
    return max(0, rung - len(doses(exercise)) + 1)


def dose_step(old: GivenDose, new: GivenDose) -> tuple[str, str]:
    """Two doses in words that go around a "to": what changes from one to the other, and no more."""
    if old._replace(reps=new.reps) == new != old and new.minutes is None:
        return str(old.reps), counted(new.reps, "repetition")
    if old._replace(hold_s=new.hold_s) == new != old:
        return f"a hold of {old.hold_s}", f"{new.hold_s} seconds"
    loads = old.particulars.load, new.particulars.load
    if loads[0] and loads[1] and old == new._replace(particulars=old.particulars) != new:
        return loads[0], loads[1]
    return old.words(), new.words()


def a_rung_below(start: GivenDose, rung: int) -> GivenDose:
    """A dose that somebody set, on a rung below: for each a fifth of the minutes less, or a set, or three quarters of
    the repetitions of one.
    """
    if rung >= 0:
        return start
    if start.minutes is not None:
        return start._replace(minutes=max(1, start.minutes * 4**-rung // 5**-rung))
    sets = start.sets + rung
    return start._replace(sets=sets) if sets >= 1 else start._replace(sets=1, reps=max(1, start.reps * 3 // 4))


def as_asked(exercise: Exercise, asked: Prescribed) -> GivenDose:
    """The dose a therapist wrote; what they did not say is the library's own, the sides always."""
    start = with_particulars(_start(exercise.dose), asked)
    if start.minutes is not None:
        return start._replace(minutes=asked.minutes or start.minutes)
    return start._replace(
        sets=asked.sets or start.sets,
        reps=asked.reps or start.reps,
        hold_s=start.hold_s if asked.hold_s is None else asked.hold_s,
    )


def asked_at(exercise: Exercise, asked: Prescribed, rung: int) -> GivenDose:
    """The dose a therapist wrote on a rung: grown by so many of their own steps, to its end; eased below the first."""
    start, growth = as_asked(exercise, asked), asked.growth
    if rung <= 0 or growth is None:
        return a_rung_below(start, rung)
    much = round(begins_with(start, growth.part) + growth.by * rung, 2)
    return as_asked(exercise, asked.grown_to(min(growth.most, much)))


def top_rung(exercise: Exercise, asked: Prescribed) -> int:
    """How many steps a dose takes that a therapist lets grow, up to its end; 0 for one that does not."""
    if (growth := asked.growth) is None:
        return 0
    return ceil(round((growth.most - begins_with(as_asked(exercise, asked), growth.part)) / growth.by, 4))


def begins_with(start: GivenDose, part: Growing) -> float:
    """How much of what is to grow a dose has; 0 for none."""
    if part == "band":
        return start.particulars.band
    if part in WEIGHTS:
        return start.particulars.weight(part)
    parts = {"reps": start.reps, "hold_s": start.hold_s, "sets": start.sets, "minutes": start.minutes or 0}
    return parts[part]


def with_particulars(dose: GivenDose, asked: Prescribed) -> GivenDose:
    """A dose with what a therapist asks besides; of one side alone it is not a dose of each, and a tempo takes the
    place of our hold.
    """
    besides = asked.particulars
    hold = 0 if besides.tempo else dose.hold_s
    return dose._replace(particulars=besides, per_side=dose.per_side and not besides.side, hold_s=hold)


def timed(exercise: Exercise, minutes: int, case: Case) -> GivenDose:
    """So many minutes of an exercise on a day, shared out over the times it is done there, with what a therapist asks
    besides.
    """
    asked = case.prescription.item_for(exercise.id)
    dose = GivenDose(minutes=max(1, minutes // case.prescription.times_of(exercise.id)))
    return _by_rules(with_particulars(dose, asked), exercise, case) if asked else dose


def volume(dose: GivenDose) -> int:
    """Seconds of work of one side in a dose: what a share of it is measured by."""
    return (dose.minutes or 0) * 60 or dose.repetitions * (dose.hold_s + MOVE)
