"""What a session is when it is gone through: one turn an exercise, or of a circuit one a set, each a row of phases that
count down.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal

from backplan.model.week import LONG_ENOUGH
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backplan.model.vocabulary import BlockKind
    from backplan.model.week import Day, GivenDose, Item

Kind = Literal["ready", "work", "hold", "move", "rest", "go"]
READY = 20  # seconds to get ready, at most a quarter of an exercise
RESTS = {"core": 30, "strength": 60}  # seconds between two sets, where the time of the exercise has room for them


class Phase(NamedTuple):
    """A stretch of time in which one thing is done: to get ready, a repetition, a hold, the move between two holds, a
    rest, or minutes of going on. ``rep`` is of the present set and side, ``side`` 1 or 2, or 0 where there are none.
    """

    kind: Kind
    seconds: float
    rep: int = 0
    set: int = 0
    side: int = 0


class TurnKey(NamedTuple):
    """What a turn is known by in its session: its exercise, and in a circuit its round."""

    exercise: str
    round: int = 0  # from 1 on; 0 where it stands in no circuit


class Turn(NamedTuple):
    """One exercise of the session, and its phases, which take as long as the plan says; in a ``round`` of a circuit
    only those of one set. ``session`` is which of the day's sessions it stands in, from 1 on; 0 beside them.
    """

    block: BlockKind
    item: Item
    phases: tuple[Phase, ...]
    round: int = 0
    eased: bool = False  # less of it than was planned, because it hurt
    session: int = 0
    shorter: bool = False  # less of it than was planned, because there are fewer minutes
    away: bool = False  # minutes that are gone on with elsewhere, once somebody is there: a walk outdoors

    @property
    def key(self) -> TurnKey:
        """What it is known by in its session."""
        return TurnKey(self.item.exercise, self.round)

    @property
    def seconds(self) -> float:
        """Seconds of all phases together."""
        return sum(phase.seconds for phase in self.phases)

    def reps(self, beside: Phase) -> int:
        """How many repetitions there are in the set and on the side of one of its phases."""
        return max(phase.rep for phase in self.phases if (phase.set, phase.side) == (beside.set, beside.side))


def turns(day: Day) -> tuple[Turn, ...]:
    """The exercises of a day in their order, a circuit in its rounds, with the few minutes beside its sessions."""
    found: list[Turn] = []
    in_sessions = [(number, each.place, block) for number, each in enumerate(day.sessions, 1) for block in each.blocks]
    for session, place, block in (*in_sessions, *((0, "home", each) for each in day.beside)):
        for circuit, together in groupby(block.items, lambda item: item.dose.particulars.circuit):
            whole = [_at(place, turn(block.kind, item)._replace(session=session)) for item in together]
            found += whole if circuit is None or len(whole) == 1 else in_rounds(whole)
    return tuple(found)


def _at(place: str, whole: Turn) -> Turn:
    """A turn at its place."""
    return whole._replace(away=place != "home" and whole.item.dose.minutes is not None)


def in_rounds(whole: Sequence[Turn]) -> list[Turn]:
    """The exercises of a circuit set by set: the first set of each, then the second, as long as they have one."""
    last = max((each.item.dose.sets for each in whole), default=0)
    return [_set(each, number) for number in range(1, last + 1) for each in whole if number <= each.item.dose.sets]


def _set(whole: Turn, number: int) -> Turn:
    """One set of an exercise, with the rest after it; the first with getting ready."""
    phases = tuple(phase for phase in whole.phases if max(1, phase.set) == number)
    return whole._replace(phases=phases, round=number)


def turn(block: BlockKind, item: Item) -> Turn:
    """One exercise as it is gone through."""
    return Turn(block, item, tuple(_phases(block, item)))


def _phases(block: BlockKind, item: Item) -> Iterator[Phase]:
    """Getting ready, the repetitions of each set and side with the rests between sets, or the minutes, in as many
    seconds as the plan gives the exercise.
    """
    dose, whole = item.dose, item.seconds  # the first of its times; the others are for later
    if dose.minutes is not None:
        yield Phase("go", max(whole, dose.minutes * 60.0))  # weeks of before hold one time alone
        return
    ready = min(READY, whole / 4)
    yield Phase("ready", ready)
    asked = dose.particulars.rest_s
    rest, each = _shares(dose, whole - ready, RESTS.get(block, 0) if asked is None else asked)
    for number in range(1, dose.sets + 1):
        for side in (1, 2) if dose.per_side else (0,):
            for rep in range(1, dose.reps_in(number) + 1):
                yield from _repetition(dose.hold_s, Phase("work", each, rep, number, side))
        if rest and number < dose.sets:
            yield Phase("rest", rest, dose.reps_in(number), number)


def _shares(dose: GivenDose, whole: float, rest: float) -> tuple[float, float]:
    """Seconds of each rest and of each repetition that fill the time of an exercise."""
    count = dose.repetitions * (2 if dose.per_side else 1)
    rest = rest / 2 if dose.per_side and dose.particulars.rest_s is None else rest
    while rest and (whole - rest * (dose.sets - 1)) / count < dose.hold_s + 1:
        rest = rest - 5 if rest > 5 else 0
    return rest, (whole - rest * (dose.sets - 1)) / count


def _repetition(hold: int, phase: Phase) -> Iterator[Phase]:
    """A repetition: as a whole, or where it is held, its hold with a countdown of its own and the move to the next."""
    if hold < LONG_ENOUGH or phase.seconds <= hold:
        yield phase
        return
    yield phase._replace(kind="move", seconds=phase.seconds - hold)
    yield phase._replace(kind="hold", seconds=float(hold))
