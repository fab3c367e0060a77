"""Brisker: the ladder of the walks or rides of a kind, from the easy one up, and which rung a week may add."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from backplan.model.exercise import Exercise, is_brisker
from backplan.model.move import Move
from backplan.model.outcome import BoutsDone
from backplan.named_tuple import NamedTuple
from backplan.planner.day.therapy import ON_LAND
from backplan.rules.intensity import INTENSITIES, minutes
from backplan.rules.intensity.minutes import BRISK_PARTS_FROM, SHORTEST

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.vocabulary import Modality, Place
    from backplan.planner.choice.select import Selection
    from backplan.planner.growth.intensity import Intensity

ONE_FIRST = ", once this week, then more often"
GYM_FROM = 15  # minutes; a shorter bout is not worth the way to a gym


class Rung(NamedTuple):
    """An exercise on the ladder of its kind, where it is done, and whether it has brisk parts in the middle."""

    exercise: Exercise
    place: Place
    parts: bool = False

    @property
    def begins_with(self) -> int:
        """The minutes that it begins with."""
        return BRISK_PARTS_FROM if self.parts else self.exercise.dose.minutes or 0


class LandBout(NamedTuple):
    """A bout on land and the ladder of what it may be, the easy exercise first; a prescribed one is all there is."""

    minutes: int
    ladder: tuple[Rung, ...]

    @property
    def kind(self) -> Modality:
        """The kind of walk or ride it is."""
        return self.ladder[0].exercise.modality

    def at_most(self, minutes: int) -> LandBout:
        """The bout in so many minutes at the most."""
        return self._replace(minutes=min(self.minutes, minutes))


def place_of(exercise: Exercise, selection: Selection, minutes: int) -> Place | None:
    """Where a bout of so many minutes is done; None where it cannot be."""
    for place in ON_LAND:
        if selection.can_be_done_at(exercise, place) and (place != "gym" or minutes >= GYM_FROM):
            return place
    return None


def ladder_of(easy: Rung, selection: Selection, minutes: int) -> tuple[Rung, ...]:
    """The rungs of a bout from its easy exercise up: each brisker partner that may be given and needs no care; brisk
    parts in the first of them, for whom nothing bars hard and easy by turns. What is prescribed stays as it is, and so
    does what needs care, and a short bout of whom no longer one is usual; for others it has the first partner alone.
    """
    exercise = easy.exercise
    usual = max(minutes, longest_so_far(selection.case, exercise.modality))
    if exercise.id in {*selection.case.prescribed, *selection.care} or usual < SHORTEST:
        return (easy,)
    partners = _partners(exercise, selection, minutes)
    return (easy, *(islice(partners, 1) if minutes < SHORTEST else _with_parts(partners, selection)))


def longest_so_far(case: Case, kind: Modality) -> int:
    """The minutes of the longest bout of a kind that was given so far, as pain lets them be given now."""
    return min(case.aerobic_step, case.longest_in(kind))


def _partners(exercise: Exercise, selection: Selection, minutes: int) -> Iterator[Rung]:
    by_id = selection.by_id
    while (found := by_id.get(exercise.progression or "")) is not None and found.modality == exercise.modality:
        place = place_of(found, selection, minutes)
        if place is None or found.id in selection.care or found.id in selection.swapped:
            return
        if is_brisker(found, exercise):
            yield Rung(found, place)
        exercise = found


def _with_parts(partners: Iterator[Rung], selection: Selection) -> Iterator[Rung]:
    for number, rung in enumerate(partners):
        yield rung
        if number == 0 and not rung.exercise.intervals and selection.may_go_by_turns(rung.exercise):
            yield rung._replace(parts=True)


def rung_at(ladder: Sequence[Rung], number: int, *, hard: bool) -> Rung:
    """The rung of a ladder, or the highest under it that there is; hard and easy by turns only where it may be."""
    may = [rung for rung in ladder[: number + 1] if hard or not rung.exercise.intervals or rung is ladder[0]]
    return may[-1]


class Brisker(NamedTuple):
    """How brisk each kind is: the rungs it stands on from this week on, that of each bout on the days ahead, and what
    is told of it. ``risen`` says whether a rung is added, ``due`` whether one would be, had no bout become longer.
    """

    rungs: Mapping[str, int]
    given: tuple[int, ...]
    moves: tuple[Move, ...]
    risen: bool = False
    due: bool = False


def brisker(chosen: Collection[LandBout], intensity: Intensity) -> Brisker:
    """The rungs of a week that holds these bouts: those it began with, and each that is added and shown."""
    added = _added(chosen, intensity)
    risen = {kind: number for kind, number, _ in added}
    kinds = dict.fromkeys(each.kind for each in chosen)  # in one order, as the week keeps them
    return Brisker(
        rungs={**intensity.rungs, **intensity.kept, **{kind: intensity.of(kind) for kind in kinds}, **risen},
        given=_each(chosen, {**{kind: intensity.given(kind) for kind in kinds}, **risen}, intensity),
        moves=(*intensity.moves, *(move for *_, move in added)),
        risen=bool(added),
        due=not added and bool(_added([turn.at_most(intensity.longest) for turn in chosen], intensity.no_longer)),
    )


def _each(chosen: Collection[LandBout], given: Mapping[str, int], intensity: Intensity) -> tuple[int, ...]:
    """The rung of each bout, in order: that of its kind; while it is new, of the longest one first, and of one more
    each week. Those of the days gone by count.
    """
    found = {number: given[each.kind] for number, each in enumerate(chosen)}
    longest_first = sorted(enumerate(chosen), key=lambda pair: -pair[1].minutes)
    for kind, rung in given.items():
        if (spread := intensity.spreads(kind, rung)) is None:
            continue
        many, others = spread
        mine = [(number, each.ladder) for number, each in longest_first if each.kind == kind]
        new = {(ladder[rung].exercise.id, ladder[rung].parts) for _, ladder in mine if len(ladder) > rung}
        gone = sum(each in new for each in intensity.walked)
        found |= {number: others for number, _ in mine[max(0, many - gone) :]}
    return tuple(found.values())


def _added(chosen: Collection[LandBout], intensity: Intensity) -> list[tuple[str, int, Move]]:
    """The kinds that become brisker, each with its rung and what is told of it."""
    return list(_brisker(chosen, intensity)) if intensity.grows else []


def _brisker(chosen: Collection[LandBout], intensity: Intensity) -> Iterator[tuple[str, int, Move]]:
    longest = max([intensity.gone, *(each.minutes for each in chosen if len(each.ladder) > 1)])
    for kind in dict.fromkeys(each.kind for each in chosen):
        best = max((t for t in chosen if t.kind == kind), key=lambda turn: (len(turn.ladder) > 1, turn.minutes))
        now = intensity.of(kind)
        for number in range(now + 1, len(best.ladder)):
            rung = best.ladder[number]
            bouts = BoutsDone(
                minutes=best.minutes,
                begins_with=rung.begins_with,
                easy=now == 0,
                weeks=intensity.weeks.get(kind, 0),
                full=longest <= intensity.longest < intensity.may_be,
                longer=longest > intensity.longest,
            )
            if all(rule.check(bouts) for rule in INTENSITIES):
                alone = sum(each.kind == kind and len(each.ladder) > 1 for each in chosen) == 1
                yield kind, number, _move(rung, best.ladder[now], intensity, alone=alone)
                break


def _move(rung: Rung, before: Rung, intensity: Intensity, *, alone: bool) -> Move:
    """What is told of a brisker walk or ride, one of several or ``alone``."""
    because, days = intensity.because
    why = f"{because}, and no single one is longer than the longest was"
    what = "has brisk parts in the middle" if rung.parts else f"takes the place of {before.exercise.name}"
    what += "" if alone else ONE_FIRST
    return Move(minutes.RULE.id, what, why, rung.exercise.id, rung.exercise.name, days, new=not rung.parts)
