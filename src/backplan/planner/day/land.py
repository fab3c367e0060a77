"""Land: what a day at home, or from home, can hold besides rest: so much of each part, at its true length."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import inf

from backplan.model.case import SHORTEST_BOUT
from backplan.model.vocabulary import BlockKind
from backplan.model.week import ACTIVE_FROM, DayBlock, Item, sets_of
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.select import Selection
from backplan.planner.day.between import seconds_between
from backplan.planner.day.brisker import GYM_FROM
from backplan.planner.day.core_and_strength import NO_WORK, CoreAndStrength, Variant
from backplan.planner.day.frame import LONG_STRETCH, SHORTEST_STRETCH, Frame, frame_minutes, total_seconds
from backplan.planner.day.option import ANY, Bout, DayLimit, Option
from backplan.planner.day.therapy import ON_LAND, Portion, Therapy
from backplan.planner.day.walks import longest_borne, longest_bouts
from backplan.planner.growth.aerobic_step import start_step

# Minutes; all our own inference (docs/planning.md).
SHORT_BOUT = 10
WARMED_BY = 8  # an aerobic bout this long warms up for what follows at home
# A bout this long does so in a flare, when the work is gentle; for whose walks began shorter; and where some of what a
# week keeps would be lost otherwise.
SOON_WARMED_BY = 5
MOST_EXERCISES = ((31, 7), (inf, 9))  # of core and strength together, in a day under so many minutes
NO_BOUT = Bout()
WORK_ORDER: tuple[BlockKind, ...] = ("strength", "core", "stretch")  # from standing down to lying


class Work(NamedTuple):
    """The work of a day in blocks, in order, the warm-up first, without the time between; of its exercises the seconds,
    those after the warm-up, the sets, whether each is done upright, and those that are prescribed; ``trunk`` and
    ``loaded`` say whether any of it is core, and strength, work.
    """

    blocks: tuple[DayBlock, ...]
    seconds: int
    after_warm_up: int
    sets: int
    upright: tuple[bool, ...]
    served: frozenset[str]
    trunk: bool
    loaded: bool

    @property
    def low(self) -> bool:
        """Whether the work ends lying, or on hands and knees."""
        return bool(self.upright) and not self.upright[-1]


class Stretched(NamedTuple):
    """The stretching that ends a day, as a block where there is any; its seconds, and whether each is done upright."""

    blocks: tuple[DayBlock, ...]
    seconds: int
    upright: tuple[bool, ...]


class Begun(NamedTuple):
    """The warm-up that a day's work begins with, as a block; its seconds, and whether each is done upright."""

    block: DayBlock
    seconds: int
    upright: tuple[bool, ...]


class BesideBout(NamedTuple):
    """A day beside its bout: its work, its stretching, and the minutes that they take with the time between; and the
    days made of it so far, by their bout.
    """

    work: Work
    last: Stretched
    minutes: int
    made: dict[Bout, Option]


class DayParts:
    """What a day is made of beside its aerobic bout: core, strength, and prescribed exercises; with the ways to put
    them together, each found when it is first asked for. ``minutes`` are those of its core and strength, ``exercises``
    how many there are of these, ``sessions`` whether there are any.
    """

    def __init__(self, land: "Land", core: Variant, strength: Variant, portion: Portion) -> None:
        self._land = land
        self.core = core
        self.strength = strength
        self.portion = portion
        self.minutes = -(-(core.seconds + strength.seconds) // 60)
        self.exercises = len(core.items) + len(strength.items)
        self.sessions = self.exercises > 0

    @property
    def worked(self) -> tuple[str, ...]:
        """The kinds of work that the day is stretched after, but for its bout: core, strength."""
        core = ("core",) if self.core.items or self.portion.of("core") else ()
        strength = ("strength",) if self.strength.items or self.portion.of("strength") else ()
        return (*core, *strength)

    @cached_property
    def work(self) -> Work:
        """The work of the day, for which its bout has warmed up."""
        return self._land.work_of(self)

    @cached_property
    def work_warmed_up_for(self) -> Work:
        """The work of the day with its warm-up, where it needs one."""
        return self._land.warmed_up(self)

    @cached_property
    def alone(self) -> Sequence[BesideBout]:
        """The day without a bout, by how much it is stretched, the best first."""
        return self._land.beside_bout(self, self.work_warmed_up_for, walked=False)

    @cached_property
    def after_bout(self) -> Sequence[BesideBout]:
        """The day beside a bout that warms up for it, whatever its minutes."""
        return self._land.beside_bout(self, self.work, walked=True)

    @cached_property
    def before_bout(self) -> Sequence[BesideBout]:
        """The day beside a bout that does not."""
        return self._land.beside_bout(self, self.work_warmed_up_for, walked=True)


class Shapes(NamedTuple):
    """What the days with a portion may be made of; each holds ``fewest`` exercises of core or strength at the least."""

    parts: tuple[DayParts, ...]
    fewest: int


class OnAnyDay(NamedTuple):
    """The bouts worth offering on any day within a limit, the shortest and the longest, and the minutes that a bout
    takes at the least.
    """

    bouts: frozenset[int]
    shortest: int
    longest: int
    least: int


class Land:
    """What the days at home, or from home, of one person's week can hold. The blocks of an option have no time between
    them yet, its minutes have. ``shapes`` are those made already for a week that differs in nothing but its bouts.
    """

    def __init__(
        self,
        selection: Selection,
        work: CoreAndStrength,
        therapy: Therapy,
        frame: Frame,
        shapes: dict[frozenset[str], Shapes],
    ) -> None:
        self._selection = selection
        self._case = selection.case
        self._work = work
        self._therapy = therapy
        self._frame = frame
        began_short = start_step(self._case.person.comfortable) < WARMED_BY
        soon = self._case.kind.gentle or self._case.short_walks or began_short
        self._warmed_by = SOON_WARMED_BY if soon else WARMED_BY
        self._longest_bouts = longest_bouts(selection)
        self._longest_bout = max(self._longest_bouts)
        self._longest_borne = [longest_borne(selection, minutes) for minutes in (SHORTEST_BOUT, GYM_FROM)]
        self._by_id = selection.by_id
        self._shapes = shapes
        self._ends: dict[tuple[int, bool], Stretched] = {}
        self._begins: dict[int, Begun] = {}
        self._walks = any(selection.can_walk(place) for place in ON_LAND)
        asked = therapy.on_land if self._walks else ()
        self._asked = [therapy.bout_of(key) for key in therapy.bouts if key in asked]

    def options(self, limit: DayLimit, portions: Sequence[Portion]) -> Iterator[Option]:
        """Every day of a bout, core, strength and prescribed exercises that fits."""
        usual, day = self._usual(limit), max(limit.minutes, limit.offered)
        for portion in portions:
            parts, fewest = self._shapes_with(portion)
            most = max(fewest, next(most for under, most in MOST_EXERCISES if day < under))
            for each in parts:
                if each.exercises <= most and each.minutes <= limit.minutes:
                    yield from self._with(each, usual, limit)

    def _shapes_with(self, portion: Portion) -> Shapes:
        """What the days with a portion may be made of. What is prescribed is never too much for a day."""
        if portion.ids not in self._shapes:
            trains = not self._case.easy_only
            cores = [NO_WORK, *(self._work.cores("", portion) if trains else ())]
            steady = [NO_WORK, *(self._work.steady_cores("", portion) if trains else ())]
            strengths = [NO_WORK, *(self._work.strengths("", portion) if trains else ())]
            fewest = [min((len(each.items) for each in kind[1:]), default=0) for kind in (cores, strengths)]
            parts = (
                DayParts(self, plain if strength.items else alone, strength, portion)
                for plain, alone in zip(cores, steady, strict=True)
                for strength in strengths
            )
            self._shapes[portion.ids] = Shapes(tuple(parts), max(fewest))
        return self._shapes[portion.ids]

    def _with(self, parts: DayParts, usual: OnAnyDay, limit: DayLimit) -> Iterator[Option]:
        """The day with these parts and each bout that fits beside them."""
        minutes = limit.minutes
        if limit.sets < ANY and parts.work.sets > limit.sets:
            return
        if parts.sessions or parts.portion.exercises:
            yield from self._fitting(parts, parts.alone, NO_BOUT, minutes)
        if not self._walks or minutes - parts.minutes < usual.least:
            return
        left, shortest = {minutes - each.minutes for each in parts.after_bout}, usual.shortest
        if min(usual.longest, max(left)) < self._warmed_by:
            left |= {minutes - each.minutes for each in parts.before_bout}  # none is lost for being short
        elif parts.sessions:
            shortest = self._warmed_by
        room = max(left)
        for bout in self._bouts(usual.bouts | left, shortest, min(usual.longest, room), room):
            beside = parts.after_bout if self._warms(bout) else parts.before_bout
            yield from self._fitting(parts, beside, bout, minutes)

    def _warms(self, bout: Bout) -> bool:
        return bout.once >= self._warmed_by

    def _usual(self, limit: DayLimit) -> OnAnyDay:
        """The bouts worth offering on any day: a short one, as long as last time, as long as may be now."""
        longest = min(limit.aerobic, self._longest_bout)
        shortest = max(1, min(SHORTEST_BOUT, longest))
        usual = (SHORT_BOUT, self._case.aerobic_step, *self._longest_bouts)
        bouts = frozenset([min(longest, minutes) for minutes in usual])
        return OnAnyDay(bouts, shortest, longest, min([shortest, *(bout.once for bout in self._asked)]))

    def _bouts(self, worth: frozenset[int], least: int, most: int, room: int) -> Iterator[Bout]:
        """The bouts worth offering that are neither too short nor too long; and what is prescribed with days of its
        own.
        """
        for minutes in sorted(worth):
            if least <= minutes <= most and self._is_borne(minutes):
                yield Bout(minutes)
        yield from (bout for bout in self._asked if bout.once <= room)

    def _is_borne(self, minutes: int) -> bool:
        """Whether some kind of aerobic work on land can be borne, and done somewhere, for so many minutes at a time."""
        return minutes <= self._longest_borne[minutes >= GYM_FROM]

    def _fitting(self, parts: DayParts, beside: Iterable[BesideBout], bout: Bout, minutes: int) -> Iterator[Option]:
        """The day with a bout and the best of its stretching that fits; nothing where none does."""
        for each in beside:
            if each.minutes + bout.once <= minutes:
                if bout not in each.made:
                    each.made[bout] = self._option(parts, each, bout)
                yield each.made[bout]
                return

    def beside_bout(self, parts: DayParts, work: Work, *, walked: bool) -> Sequence[BesideBout]:
        """A day beside its bout, whatever its minutes, by how much it is stretched, the best first."""
        worked = (*parts.worked, "aerobic") if walked else parts.worked
        return [
            self._besides_bout(work, stretch, walked=walked)
            for stretch in self._stretches(parts, work.after_warm_up, worked)
        ]

    def besides(self, portion: Portion, *, core: bool, strength: bool) -> list[DayBlock]:
        """The prescribed blocks of a day beside its sessions: work that has no session to stand in, stretches and
        glides.
        """
        if not portion.exercises:
            return []
        loose = tuple(sorted(portion.loose, key=self._selection.height))
        alone = self._work.alone(portion, core=core, strength=strength)
        return [*alone, *([DayBlock("stretch", loose, prescribed=True)] if loose else [])]

    def warmed_up(self, parts: DayParts) -> Work:
        """The work of a day with its warm-up, where it needs one."""
        work = parts.work
        warm = self._warm_up(parts, work.seconds)
        if not warm:
            return work
        block, seconds, upright = self._begun(warm)
        return Work(
            (block, *work.blocks),
            work.seconds + seconds,
            work.after_warm_up,
            work.sets,
            upright + work.upright,
            work.served,
            work.trunk,
            work.loaded,
        )

    def _begun(self, warm: tuple[Item, ...]) -> Begun:
        """A warm-up with its figures."""
        key = id(warm)  # the frame keeps what it hands out
        if key not in self._begins:
            self._begins[key] = Begun(DayBlock("warm-up", warm), total_seconds(warm), tuple(self._upright(warm)))
        return self._begins[key]

    def work_of(self, parts: DayParts) -> Work:
        """The work of a day in blocks, without a warm-up."""
        core, strength = self._from(parts.strength.items, parts.core.items), parts.strength.items
        work = self.besides(parts.portion, core=bool(core), strength=bool(strength))
        seconds = parts.strength.seconds + parts.core.seconds + sum([block.seconds for block in work])
        sets = parts.strength.sets + parts.core.sets + sets_of(work)
        work += [DayBlock("strength", strength)] if strength else []
        work += [DayBlock("core", core)] if core else []
        work.sort(key=lambda block: WORK_ORDER.index(block.kind))
        return Work(
            blocks=tuple(work),
            seconds=seconds,
            after_warm_up=seconds,
            sets=sets,
            upright=tuple(self._upright([item for block in work for item in block.items])),
            served=self._therapy.served(work),
            trunk=any(block.kind == "core" for block in work),
            loaded=any(block.kind == "strength" for block in work),
        )

    def _upright(self, items: Sequence[Item]) -> list[bool]:
        """Whether each exercise is done upright."""
        return [self._by_id[item.exercise].upright for item in items]

    def _from(self, before: Sequence[Item], items: tuple[Item, ...]) -> tuple[Item, ...]:
        """Items after others: from the floor up where those end there, so that one gets down only once."""
        low = bool(before) and not self._by_id[before[-1].exercise].upright
        return tuple(sorted(items, key=self._selection.height, reverse=True)) if low else items

    def _warm_up(self, parts: DayParts, work: int) -> tuple[Item, ...]:
        """The warm-up before so many seconds of work; none where nothing calls for one."""
        if not parts.sessions and not parts.portion.warmed_up_for:
            return ()
        first = self._by_id[parts.core.items[0].exercise] if parts.core.items else None
        stands = first is not None and first.slot == "balance"
        upright = bool(parts.strength.items) or stands or self._work.starts_standing(parts.portion)
        return self._frame.warm_up(frame_minutes(work)[0] * 60, upright=upright)

    def _stretches(self, parts: DayParts, work: int, worked: tuple[str, ...]) -> Iterator[tuple[Item, ...]]:
        """The stretching of a day, the best first: as much as so many seconds of work ask for; none only where there is
        no session of core or strength, or a prescribed stretch.
        """
        if not worked:
            yield ()
            return
        done = frozenset([area for part in parts.portion.exercises if not part.work for area in part.exercise.areas])
        limits = (LONG_STRETCH, SHORTEST_STRETCH) if self._case.easy_only else (frame_minutes(work)[1],)
        for limit in () if parts.portion.has_long_stretch else limits:
            yield self._frame.stretches(worked, limit * 60, "home", done)
        if not parts.sessions:
            yield ()
        elif parts.portion.has_long_stretch:
            yield self._frame.stretches(worked, SHORTEST_STRETCH * 60, "home", done)
            yield ()

    def _stretched(self, stretch: tuple[Item, ...], *, low: bool) -> Stretched:
        """The stretching after some work: from where the work ended, down or up."""
        key = (id(stretch), low)  # the frame keeps what it hands out
        if key not in self._ends:
            kind: BlockKind = "stretch" if self._case.easy_only else "cool-down"
            items = self._frame.in_order(stretch, low=low)
            blocks = (DayBlock(kind, items),) if items else ()
            self._ends[key] = Stretched(blocks, total_seconds(items), tuple(self._upright(items)))
        return self._ends[key]

    def _besides_bout(self, work: Work, stretch: tuple[Item, ...], *, walked: bool) -> BesideBout:
        last = self._stretched(stretch, low=work.low)
        upright = work.upright + last.upright
        between = seconds_between(upright, self._selection.percent_of_time, came_in=walked)
        return BesideBout(work, last, -(-(work.seconds + last.seconds + between) // 60), {})

    def _option(self, parts: DayParts, beside: BesideBout, bout: Bout) -> Option:
        work, last, minutes, _ = beside
        walked = bout.minutes > 0
        served = work.served
        if bout.exercise in self._therapy.days:
            served |= {bout.exercise}
        return Option(
            aerobic=bout.minutes,
            core=bool(parts.core.items),
            strength=bool(parts.strength.items),
            active=walked or parts.sessions or minutes >= ACTIVE_FROM,
            sets=work.sets,
            minutes=minutes + bout.once,
            two_places=walked and bool(work.blocks),
            blocks=work.blocks + last.blocks,
            trunk=work.trunk,
            prescribed=served,
            bout=bout.exercise,
            rounds=parts.core.rounds,
            more=parts.core.more,
            strength_rounds=parts.strength.rounds,
            balance=parts.core.balance + parts.strength.balance,
            loaded=work.loaded,
        )
