"""Land: what a day at home, or from home, can hold besides rest, each in the richest form that fits."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backplan.model.exercise import by_id
from backplan.model.vocabulary import BlockKind
from backplan.model.week import ACTIVE_FROM, DayBlock, Item
from backplan.planner.choice.select import Selection
from backplan.planner.day.core_and_strength import CoreAndStrength, Variant
from backplan.planner.day.frame import (
    LONG_STRETCH,
    SHORTEST_STRETCH,
    SHORTEST_WARM_UP,
    Frame,
    stretch_minutes,
    total_seconds,
    warm_up_minutes,
)
from backplan.planner.day.option import ENOUGH_CORE, Bout, DayLimit, Option, richness, sets_of
from backplan.planner.day.therapy import ON_LAND, Portion, Therapy

# Minutes; all our own inference (docs/planning.md).
SHORT_BOUT = 10
WARMED_BY = 8  # an aerobic bout this long warms up for what follows at home
FLARE_WARMED_BY = 5  # a bout this long does so in a flare, when the work is gentle
MOST_EXERCISES = ((31, 7), (999, 9))  # of core and strength together, in a day under so many minutes
WORK_ORDER: tuple[BlockKind, ...] = ("strength", "core", "stretch")  # from standing down to lying


class DayParts(NamedTuple):
    """What a day is made of: its aerobic bout, core, strength, and prescribed exercises."""

    bout: Bout
    core: bool
    strength: bool
    portion: Portion

    @property
    def worked(self) -> tuple[str, ...]:
        """The kinds of work that the day is stretched after: core, strength, aerobic."""
        there = {
            "core": self.core or self.portion.of("core"),
            "strength": self.strength or self.portion.of("strength"),
            "aerobic": self.bout.minutes,
        }
        return tuple(part for part, held in there.items() if held)


class Land:
    """What the days at home, or from home, of one person's week can hold."""

    def __init__(self, selection: Selection, work: CoreAndStrength, therapy: Therapy, frame: Frame) -> None:
        self._selection = selection
        self._case = selection.case
        self._work = work
        self._therapy = therapy
        self._frame = frame
        self._by_id = by_id(selection.allowed)

    def options(self, limit: DayLimit, portions: Sequence[Portion]) -> Iterator[Option]:
        """Every day of a bout, core, strength and prescribed exercises that fits, each in its richest form."""
        trains = not self._case.easy_only
        for bout in self._bouts(limit.minutes):
            for core in (False, True)[: 1 + (self._work.has_core and trains)]:
                for strength in (False, True)[: 1 + (self._work.has_strength and trains)]:
                    for portion in portions:
                        if bout.minutes or core or strength or portion.exercises:
                            yield from self._with(DayParts(bout, core, strength, portion), limit)

    def _with(self, parts: DayParts, limit: DayLimit) -> Iterator[Option]:
        """The richest day of these parts, if they fit, and the same with a longer bout."""
        option = self._day(limit, parts)
        if option is None:
            return
        yield option
        short = parts.bout == Bout(SHORT_BOUT) and self._case.aerobic_step > SHORT_BOUT
        if short and (longer := self._longer(option, limit.minutes)):
            yield longer

    def _longer(self, option: Option, minutes: int) -> Option | None:
        """The same day with its short bout as long as it fits, short of a whole session."""
        bout = min(self._case.aerobic_step - 1, option.aerobic + minutes - option.minutes)
        if bout <= option.aerobic:
            return None
        return option._replace(aerobic=bout, minutes=option.minutes + bout - option.aerobic)

    def _bouts(self, minutes: int) -> list[Bout]:
        """Aerobic work worth offering besides the longest that fits: none, a short bout, a whole session, and what is
        prescribed with days of its own.
        """
        if not any(self._selection.can_walk(place) for place in ON_LAND):
            return [Bout()]
        step = self._case.aerobic_step
        bouts = {0, step}
        if step > SHORT_BOUT:
            bouts.add(SHORT_BOUT)
        if minutes < min(step, SHORT_BOUT):
            bouts.add(minutes)
        asked = [Bout(many, key) for key, many in self._therapy.bouts.items() if key in self._therapy.on_land]
        return [bout for bout in (*map(Bout, sorted(bouts)), *asked) if bout.minutes <= minutes]

    def _day(self, limit: DayLimit, parts: DayParts) -> Option | None:
        """The richest day at home, or from home, with just these parts; None when it does not fit.

        Stretching the back and one area worked comes before second sets and further exercises.
        """
        minutes, left = limit.minutes, (limit.minutes - parts.bout.minutes) * 60
        besides = self.besides(parts)
        left -= sum(block.seconds for block in besides)
        days = [
            self._home_day(parts, warm, pair, besides, stretch)
            for warm in self._warm_ups(parts, minutes)
            for stretch in self._stretches(parts, minutes, left)
            for pair in self._pair(parts, limit, besides, left - total_seconds(warm) - total_seconds(stretch))
        ]
        fitting = (day for day in days if day.minutes <= minutes)
        return max(fitting, key=richness, default=None)

    def besides(self, parts: DayParts) -> list[DayBlock]:
        """The prescribed blocks of a day beside its sessions: work that has no session to stand in, stretches and
        glides.
        """
        loose = tuple(sorted(parts.portion.loose, key=self._height))
        alone = self._work.alone(parts.portion, core=parts.core, strength=parts.strength)
        return [*alone, *([DayBlock("stretch", loose, prescribed=True)] if loose else [])]

    def _warm_ups(self, parts: DayParts, minutes: int) -> tuple[tuple[Item, ...], ...]:
        """The warm-ups worth trying; none where nothing calls for one, or the walk before it does."""
        sessions = parts.core or parts.strength
        works = sessions or parts.portion.work or parts.portion.has_long_stretch
        if not works or parts.bout.minutes >= (FLARE_WARMED_BY if self._case.kind.gentle else WARMED_BY):
            return ((),)
        upright = parts.strength or self._work.starts_standing(parts.portion)
        found = (
            self._frame.warm_up(limit * 60, upright=upright) for limit in (warm_up_minutes(minutes), SHORTEST_WARM_UP)
        )
        return (*found, *([()] if not sessions and parts.portion.cold else []))

    def _home_day(
        self,
        parts: DayParts,
        warm: tuple[Item, ...],
        pair: Sequence[tuple[BlockKind, Variant]],
        besides: Sequence[DayBlock],
        stretch: tuple[Item, ...],
    ) -> Option:
        bout = parts.bout
        blocks = [DayBlock("warm-up", warm)] if warm else []
        work = [*besides, *(DayBlock(kind, variant.items) for kind, variant in pair)]
        blocks += sorted(work, key=lambda block: WORK_ORDER.index(block.kind))
        if stretch:
            low = bool(blocks) and not self._by_id[blocks[-1].items[-1].exercise].upright
            ordered = tuple(sorted(stretch, key=self._height, reverse=low))
            blocks.append(DayBlock("stretch" if self._case.easy_only else "cool-down", ordered))
        minutes = bout.minutes + -(-sum(block.seconds for block in blocks) // 60)
        names = {kind for kind, _ in pair}
        return Option(
            aerobic=bout.minutes,
            full=self._full(bout),
            core="core" in names,
            strength="strength" in names,
            active=bool(bout.minutes or pair) or minutes >= ACTIVE_FROM,
            sets=sets_of(blocks),
            minutes=minutes,
            two_places=bout.minutes > 0 and bool(work),
            blocks=tuple(blocks),
            trunk=any(block.kind == "core" for block in blocks),
            prescribed=self._therapy.served(blocks) | ({bout.exercise} & self._therapy.days.keys()),
            bout=bout.exercise,
        )

    def _full(self, bout: Bout) -> bool:
        """Whether a bout on land is a whole session: today's minutes, or a therapist's where theirs are enough."""
        theirs = bool(bout.exercise) and self._therapy.walks is not None
        return bout.minutes > 0 and (theirs or bout.minutes >= self._case.aerobic_step)

    def _stretches(self, parts: DayParts, minutes: int, left: int) -> set[tuple[Item, ...]]:
        """The stretching worth trying, from short to long; none at all only where there is no session of core or
        strength, or a prescribed stretch.
        """
        worked = parts.worked
        if not worked:
            return {()}
        done = frozenset(area for part in parts.portion.exercises if not part.work for area in part.exercise.areas)
        limits = {SHORTEST_STRETCH * 60, stretch_minutes(minutes) * 60, LONG_STRETCH * 60}
        found: set[tuple[Item, ...]] = set()
        if not (parts.core or parts.strength) or parts.portion.has_long_stretch:
            found, limits = {()}, {*limits, min(left, max(limits))}
        return found | {self._frame.stretches(worked, limit, "home", done) for limit in limits}

    def _pair(
        self, parts: DayParts, limit: DayLimit, besides: Sequence[DayBlock], left: int
    ) -> Iterator[tuple[tuple[BlockKind, Variant], ...]]:
        """The richest pair of core and strength that fits the seconds left."""
        cores: Sequence[Variant | None] = self._work.cores("", parts.portion) if parts.core else (None,)
        strengths: Sequence[Variant | None] = self._work.strengths("", parts.portion) if parts.strength else (None,)
        every = [(c, s) for c in cores for s in strengths]
        most = next(most for under, most in MOST_EXERCISES if limit.minutes < under)
        most = max(most, min((_many(*pair) for pair in every), default=0))  # what is prescribed is never too much
        sets = limit.sets - sets_of(besides)
        fitting = [
            (c, s)
            for c, s in every
            if _seconds(c, s) <= left and _many(c, s) <= most and (c.sets if c else 0) + (s.sets if s else 0) <= sets
        ]
        if fitting:
            c, s = max(fitting, key=lambda pair: _rank_pair(*pair))
            found: list[tuple[BlockKind, Variant]] = [("strength", s)] if s else []
            yield tuple([*found, ("core", c)] if c else found)

    def _height(self, item: Item) -> int:
        return self._by_id[item.exercise].height


def _seconds(core: Variant | None, strength: Variant | None) -> int:
    return (core.seconds if core else 0) + (strength.seconds if strength else 0)


def _many(core: Variant | None, strength: Variant | None) -> int:
    """How many exercises."""
    return (len(core.items) if core else 0) + (len(strength.items) if strength else 0)


def _rank_pair(core: Variant | None, strength: Variant | None) -> tuple[int, int, int, int]:
    """Core of eight minutes, then more sets, then more of them core, then the shorter."""
    sets = (core.sets if core else 0) + (strength.sets if strength else 0)
    enough = min(core.seconds if core else 0, ENOUGH_CORE)
    return enough, sets, core.sets if core else 0, -_seconds(core, strength)
