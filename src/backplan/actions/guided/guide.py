"""Guide: where somebody stands in a session, and what time and keys make of that."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal

from backplan.actions.guided.turns import READY, Phase
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from backplan.actions.guided.turns import Turn, TurnKey

Outcome = Literal["done", "less", "skipped", "hurt", "easier"]  # easier: an easier one was done in its place
LONGER = {"go": 60.0}  # seconds that are added to a phase; to all others, ten
WHOLE = 0.01  # seconds that are no minute more: parts of seconds do not add up exactly
JUST_BEGUN = 3.0  # seconds of an exercise within which "back" means the one before, and Enter does not mean done
WAITS = frozenset({"ready", "rest"})  # phases in which nothing is being done


class Where(NamedTuple):
    """Where in a turn a session stands: its phase by number, and the whole seconds of that which are gone."""

    turn: TurnKey
    phase: int
    gone: int


class Guide(NamedTuple):
    """A session on its way: the turn and the phase that it has come to, how long that has lasted, and what became of
    each turn so far. Over when ``at`` is behind the last turn.
    """

    turns: tuple[Turn, ...]
    planned: tuple[TurnKey, ...]  # what the turns are known by, whatever is done in their place
    became: tuple[Outcome | None, ...]
    at: int = 0
    phase: int = 0
    gone: float = 0.0
    paused: bool = False

    @property
    def over(self) -> bool:
        """Whether every turn is behind."""
        return self.at >= len(self.turns)

    @property
    def turn(self) -> Turn:
        """The present turn."""
        return self.turns[self.at]

    @property
    def now(self) -> Phase:
        """The present phase."""
        return self.turn.phases[self.phase]

    @property
    def just_begun(self) -> bool:
        """Whether only a few seconds of the present turn are behind, getting ready and rests apart."""
        return self._worked <= JUST_BEGUN

    @property
    def hardly_begun(self) -> bool:
        """Whether less than a quarter of the present turn is behind, getting ready and rests apart."""
        return self._worked < sum(each.seconds for each in self.turn.phases if each.kind not in WAITS) / 4

    @property
    def _worked(self) -> float:
        """Seconds of the present turn that are behind, getting ready and rests apart."""
        behind = (each.seconds for each in self.turn.phases[: self.phase] if each.kind not in WAITS)
        return sum(behind) + (0.0 if self.now.kind in WAITS else self.gone)

    @property
    def waits(self) -> bool:
        """Whether nothing is being done just now: in a pause, a rest, or while getting ready."""
        return self.paused or self.now.kind in WAITS

    @property
    def next(self) -> Turn | None:
        """The turn after the present one."""
        return next(self._ahead(), None)

    @property
    def place(self) -> tuple[int, int]:
        """Which exercise of how many the present turn is; of a circuit each counts once."""
        all_ = list(dict.fromkeys(key.exercise for key in self.planned))
        return all_.index(self.planned[self.at].exercise) + 1, len(all_)

    @property
    def to_begin(self) -> bool:
        """Whether it waits for somebody to begin what is done elsewhere."""
        return self.paused and self.turn.away and self.phase == 0 and not self.gone

    @property
    def left(self) -> float:
        """Seconds until the present phase ends."""
        return max(0.0, self.now.seconds - self.gone)

    @property
    def outcomes(self) -> dict[TurnKey, Outcome]:
        """What became of the exercises that are behind, by what the turns are known by."""
        return {key: each for key, each in zip(self.planned, self.became, strict=True) if each is not None}

    @property
    def halved(self) -> list[TurnKey]:
        """The open exercises of which only half is to be done, by what the turns are known by."""
        return [self.planned[number] for number in self._open() if self.turns[number].eased]

    @property
    def replaced(self) -> list[TurnKey]:
        """The open exercises in whose place an easier one is to be done, by what the turns are known by."""
        return [self.planned[number] for number in self._open() if self.turns[number].key != self.planned[number]]

    @property
    def where(self) -> Where | None:
        """Where in its turn it stands; None where all is behind."""
        return None if self.over else Where(self.turn.key, self.phase, int(self.gone))

    @property
    def minutes_left(self) -> tuple[int, int]:
        """Minutes until the sessions end, if nothing is skipped, each rounded up as the week does; and those beside."""
        left = {session: -(-(seconds - WHOLE) // 60) for session, seconds in self._left().items()}
        beside = left.pop(0, 0)
        return int(sum(left.values())), int(beside)

    def _left(self) -> dict[int, float]:
        """Seconds that are left of each session; of what stands beside them as 0."""
        if self.over:
            return {}
        left = {self.turn.session: self.left + sum(phase.seconds for phase in self.turn.phases[self.phase + 1 :])}
        for turn in self._ahead():
            left[turn.session] = left.get(turn.session, 0.0) + turn.seconds
        return left

    def of_the_same(self) -> Iterator[int]:
        """The numbers of the open turns to come of the present exercise: its other rounds in a circuit."""
        mine = self.planned[self.at].exercise
        ahead = range(self.at + 1, len(self.turns))
        return (n for n in ahead if self.became[n] is None and self.planned[n].exercise == mine)

    def _open(self) -> Iterator[int]:
        return (number for number, each in enumerate(self.became) if each is None)

    def _ahead(self) -> Iterator[Turn]:
        return (self.turns[n] for n in range(self.at + 1, len(self.turns)) if self.became[n] is None)


def begun(
    turns: Sequence[Turn],
    before: Mapping[TurnKey, Outcome] | None = None,
    where: Where | None = None,
    softer: Mapping[TurnKey, Turn] | None = None,
) -> Guide:
    """A session at its first turn of which nothing is told yet, and ``where`` in that it was broken off, if it was;
    ``softer`` are the turns that are done in the place of some.
    """
    planned = tuple(turn.key for turn in turns)
    outcomes = tuple((before or {}).get(key) for key in planned)
    guide = _at_open(Guide(tuple((softer or {}).get(turn.key, turn) for turn in turns), planned, outcomes), 0)
    return _gone_on_with(guide, where) if where and not guide.over and where.turn == guide.turn.key else guide


def _gone_on_with(guide: Guide, where: Where) -> Guide:
    """A turn where it was broken off: minutes go on, before a repetition comes the time to get ready for it again."""
    phases = guide.turn.phases
    if guide.turn.eased:  # half of all of it is shorter than what was done and half of the rest
        where = where._replace(phase=min(where.phase, len(phases) - 1))
    now = phases[where.phase] if 0 <= where.phase < len(phases) else None
    if now is not None and now.kind == "go" and 0 <= where.gone < now.seconds:
        return guide._replace(phase=where.phase, gone=float(where.gone), paused=guide.paused and not where.gone)
    if now is None or now.kind not in ("work", "hold", "move"):
        return guide if now is None else guide._replace(phase=where.phase)
    at = where.phase - (now.kind == "hold" and where.phase > 0 and phases[where.phase - 1].kind == "move")
    again = (*phases[:at], Phase("ready", READY), *phases[at:])
    return _with_turn(guide, guide.turn._replace(phases=again))._replace(phase=at)


def passed(guide: Guide, seconds: float) -> Guide:
    """What so many seconds make of it; nothing in a pause. A turn that has come to its end is done."""
    if guide.over or guide.paused:
        return guide
    guide = guide._replace(gone=guide.gone + seconds)
    while not guide.over and guide.gone >= guide.now.seconds:
        rest = guide.gone - guide.now.seconds
        guide = _phase_over(guide)
        guide = guide if guide.over or guide.paused else guide._replace(gone=rest)
    return guide


def paused(guide: Guide) -> Guide:
    """Stopped where it stands, or going on again."""
    return guide._replace(paused=not guide.paused)


def at_once(guide: Guide) -> Guide:
    """On from what is only waited for, a rest or getting ready, to what is done next."""
    return _phase_over(guide)._replace(paused=False)


def longer(guide: Guide) -> Guide:
    """More time for the present phase."""
    more = LONGER.get(guide.now.kind, 10.0)
    phases = list(guide.turn.phases)
    phases[guide.phase] = guide.now._replace(seconds=guide.now.seconds + more)
    return _with_turn(guide, guide.turn._replace(phases=tuple(phases)))


def with_outcome(guide: Guide, outcome: Outcome) -> Guide:
    """On to the next turn that is open, with what became of this one; what hurt is done in no later round either."""
    if outcome == "done" and guide.turn.key != guide.planned[guide.at]:
        outcome = "easier"
    elif outcome == "done" and (guide.turn.eased or guide.turn.shorter):
        outcome = "less"
    over = {guide.at, *(guide.of_the_same() if outcome == "hurt" else ())}
    outcomes = tuple(outcome if number in over else each for number, each in enumerate(guide.became))
    return _at_open(guide._replace(became=outcomes, paused=False), guide.at + 1)


def back(guide: Guide) -> Guide:
    """This turn from its beginning; where it has just begun, the one before, of which nothing is told any more."""
    begun = guide.phase > 0 or guide.gone > JUST_BEGUN
    at = guide.at if begun else max(0, guide.at - 1)
    outcomes = (*guide.became[:at], None, *guide.became[at + 1 :])
    return _waiting(guide._replace(became=outcomes, at=at, phase=0, gone=0.0))


def half_left(guide: Guide) -> Guide:
    """Half of what is left of this turn, as many on each side, held half as long; of its later rounds, too."""
    now, ahead = guide.now, guide.turn.phases[guide.phase + 1 :]
    if now.kind in ("hold", "go"):
        now = now._replace(seconds=guide.gone + guide.left / 2)
    halved = {number: _halved(guide.turns[number].phases) for number in guide.of_the_same()}
    halved[guide.at] = (*guide.turn.phases[: guide.phase], now, *_halved(ahead))
    turns = [
        each._replace(phases=halved[number], eased=True) if number in halved else each
        for number, each in enumerate(guide.turns)
    ]
    return guide._replace(turns=tuple(turns), paused=False)


def half_of(turn: Turn) -> Turn:
    """Half of a turn from its beginning, as many on each side, held half as long."""
    return turn._replace(phases=_halved(turn.phases), eased=True)


def _halved(phases: Sequence[Phase]) -> tuple[Phase, ...]:
    """The first half of the repetitions of each set and side, at least one, with holds and minutes half as long."""
    kept: list[Phase] = []
    for _, group in groupby(phases, lambda phase: (phase.kind in ("ready", "rest"), phase.set, phase.side)):
        together = list(group)
        reps = list(dict.fromkeys(phase.rep for phase in together))
        first = reps[: -(-len(reps) // 2)]
        kept += [phase for phase in together if phase.rep in first]
    return tuple(phase._replace(seconds=phase.seconds / 2) if phase.kind in ("hold", "go") else phase for phase in kept)


def instead(guide: Guide, easier: Turn) -> Guide:
    """An easier exercise in the place of this one, from its beginning; in later rounds, too."""
    over = {guide.at, *guide.of_the_same()}
    turns = tuple(
        easier._replace(round=each.round, session=each.session) if number in over else each
        for number, each in enumerate(guide.turns)
    )
    return guide._replace(turns=turns, phase=0, gone=0.0, paused=False)


def _with_turn(guide: Guide, turn: Turn) -> Guide:
    return guide._replace(turns=(*guide.turns[: guide.at], turn, *guide.turns[guide.at + 1 :]))


def _phase_over(guide: Guide) -> Guide:
    if guide.phase + 1 < len(guide.turn.phases):
        return guide._replace(phase=guide.phase + 1, gone=0.0)
    return with_outcome(guide, "done")


def _at_open(guide: Guide, start: int) -> Guide:
    """At the first turn from one on of which nothing is told."""
    open_ = (number for number in range(start, len(guide.turns)) if guide.became[number] is None)
    return _waiting(guide._replace(at=next(open_, len(guide.turns)), phase=0, gone=0.0))


def _waiting(guide: Guide) -> Guide:
    """At the beginning of a turn: what is done elsewhere waits until somebody is there and begins it."""
    return guide._replace(paused=not guide.over and guide.turn.away)
