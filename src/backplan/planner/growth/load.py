"""Load: when the load of an exercise grows, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from backplan.model.case import Case
from backplan.model.exercise import Exercise, HarderBy
from backplan.model.outcome import BlockDone, Part
from backplan.model.particulars import weight_in
from backplan.planner.choice.dose import load_steps
from backplan.planner.diary.past import Past
from backplan.rules.growth import LOADS
from backplan.rules.growth.load import DAYS, DAYS_OF_A_BAND, PERCENT
from backplan.rules.growth.load import RULE as LOAD
from backplan.rules.hard import HARD

# The least that a weight differs by; our own inference.
LEAST = {"kg": 0.5, "lb": 1.0}
SHALLOWER = 3  # steps of a hand's breadth from chest to waist; our own inference
IN_WATER: Mapping[HarderBy | None, str] = {
    "speed": "goes a little faster through the water",
    "surface": "goes a little faster, or with a larger surface",
    "depth": "goes to water a hand's breadth shallower",
}
LIGHTER: Mapping[HarderBy, str] = {
    "band": "with the lighter band again", "weight": "with the lighter weight again", "speed": "slower again",
    "surface": "slower again", "depth": "in deeper water again",
}  # fmt: skip


def may_be_hard(exercise: Exercise, case: Case) -> bool:
    """Whether an exercise has something that makes it harder, and this person may find it hard."""
    return exercise.harder_by is not None and all(rule.check(exercise, case) for rule in HARD)


def has_more(exercise: Exercise, rung: int) -> bool:
    """Whether there is one more step of load: water grows only so much shallower."""
    return exercise.harder_by != "depth" or load_steps(exercise, rung) < SHALLOWER


def is_time(exercise: Exercise, past: Past, part: Part) -> bool:
    """Whether an exercise at the top of its dose may take more load now: every rule of load agrees, and it took no such
    step of late.
    """
    done = BlockDone((), 0, 0, 0.0, 0, calm=True, effort=past.last_effort(part))
    return all(rule.check(done) for rule in LOADS) and not _took_one_lately(exercise, past)


def _took_one_lately(exercise: Exercise, past: Past) -> bool:
    days = DAYS_OF_A_BAND if exercise.banded else DAYS
    weeks = (week for week in past.weeks if (past.starts - week.starts).days < days)
    return any(move.exercise == exercise.id and move.rule == LOAD.id for week in weeks for move in week.moves)


def noted_since_its_step(exercise: str, past: Past) -> bool:
    """Whether a load of an exercise was noted before this week, in the week of its last step of load or after it."""
    stepped = (
        week.starts for week in past.weeks for move in week.moves if (move.exercise, move.rule) == (exercise, LOAD.id)
    )
    since = max(stepped, default=past.starts)
    return any(since <= entry.on < past.starts and exercise in (entry.loads or {}) for entry in past.entries)


def more(exercise: Exercise, noted: str | None) -> str:
    """The next load in the words of a move, from the one that was noted, if any."""
    if exercise.harder_by in IN_WATER:
        return IN_WATER[exercise.harder_by]
    if noted and (weight := weight_in(noted)):
        return f"goes from {noted} to about {_heavier(*weight)}"
    begin = f"goes from {noted} to" if noted else "goes to"
    return f"{begin} the next band" if exercise.banded else f"{begin} about {PERCENT} percent more weight"


def lighter(exercise: Exercise) -> str:
    """The load after a session that was too much, in the words of a move."""
    return LIGHTER[exercise.harder_by or "weight"]


def _heavier(weight: float, unit: str) -> str:
    """A weight and about 5 percent more, in steps that weights are made in."""
    least = LEAST[unit]
    return f"{weight + max(1, ceil(weight * PERCENT / 100 / least - 0.5)) * least:g} {unit}"
