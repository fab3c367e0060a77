"""Own bouts: the minutes of each kind of aerobic work that is borne for less long, which grow by their own figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from backplan.model.move import Move
from backplan.model.person import ANY_KIND
from backplan.named_tuple import NamedTuple
from backplan.planner.growth.aerobic_step import because_good, start_step
from backplan.rules.progress import RAMPS, aerobic_ramp

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backplan.model.outcome import WeekDone
    from backplan.model.person import Person
    from backplan.model.week import Day, Week
    from backplan.planner.growth.standing import Standing

FIGURES_IN_WORDS = {"walk": "walks", "cycle": "rides", "swim": "swims", ANY_KIND: "other aerobic work"}
NONE: Mapping[str, int] = MappingProxyType({})


class OwnBouts(NamedTuple):
    """The minutes of each figure that is borne for less long: so far, and as they may be now."""

    before: Mapping[str, int] = NONE
    now: Mapping[str, int] = NONE

    @property
    def no_longer(self) -> OwnBouts:
        """The minutes of a week in which no figure becomes longer."""
        return self._replace(now={figure: min(self.before[figure], minutes) for figure, minutes in self.now.items()})


def first(person: Person) -> OwnBouts:
    """What a plan begins with: each figure has its share of the longest bout, as its comfort has of the most."""
    start = start_step(person.comfortable)
    begun = {figure: _share(start, minutes, person) for figure, minutes in person.shorter_figures.items()}
    return OwnBouts(begun, begun)


def grown(person: Person, base: Week, done: WeekDone) -> OwnBouts:
    """Each figure as the week they go on from had it, moved by the ramps; one that is said anew begins anew."""
    begun, kinds = first(person).now, {str(kind): many for kind, many in base.wishes.kinds}
    before = {
        figure: base.own_bouts.get(figure, _share(base.whole_step, told_minutes, person))
        if figure == ANY_KIND or kinds.get(figure) == told_minutes
        else begun[figure]
        for figure, told_minutes in person.shorter_figures.items()
    }
    now = {figure: _moved(minutes, done._replace(start=begun[figure])) for figure, minutes in before.items()}
    return OwnBouts(before, now)


def _share(longest: int, minutes: int, person: Person) -> int:
    return max(1, longest * minutes // person.comfortable)


def _moved(before: int, done: WeekDone) -> int:
    """The minutes moved by the ramps; those made for longer bouts make a short one no longer."""
    minutes = before
    for rule in RAMPS:
        minutes = rule.adjust(minutes, done)
    return minutes if done.grows and "regress" not in done.verdicts else min(before, minutes)


def moves(own: OwnBouts, days: Iterable[Day], standing: Standing) -> Iterator[Move]:
    """What is told of each figure that has grown, where a day shows it."""
    held = _longest(days, standing)
    for figure, minutes in own.now.items():
        before, shown = own.before[figure], min(minutes, held.get(figure, 0))
        if shown > before:
            because, on = because_good(standing.past)
            what = f"{FIGURES_IN_WORDS[figure]} go from {before} to {shown} minutes at a time"
            yield Move(aerobic_ramp.RULE.id, what, because, days=on)


def _longest(days: Iterable[Day], standing: Standing) -> dict[str, int]:
    """The minutes of the longest bout of each figure that the days hold."""
    by_id, person = standing.by_id, standing.request.person
    longest: dict[str, int] = {}
    for item in (item for day in days for block in (*day.blocks(), *day.beside) for item in block.items):
        exercise = by_id.get(item.exercise)
        if exercise is not None and exercise.slot == "aerobic":
            figure = person.figure_of(exercise.modality)
            longest[figure] = max(longest.get(figure, 0), item.dose.minutes or 0)
    return longest
