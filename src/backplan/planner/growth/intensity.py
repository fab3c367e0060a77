"""Intensity: how brisk the walks and rides of each kind are, from what was done and how it went.

Each kind has a ladder: its easy exercise, the brisker partners of it, and brisk parts in a moderate one. Here stands on
which rung each is as a week begins; whether a rung is added is seen when the days are known.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import takewhile
from types import MappingProxyType

from backplan.model.case import Case
from backplan.model.exercise import Exercise, is_brisker
from backplan.model.move import Move
from backplan.model.vocabulary import LEVELS, Modality
from backplan.model.week import Day, Week
from backplan.named_tuple import NamedTuple
from backplan.planner.diary.verdicts import SessionVerdict, hurt_words
from backplan.planner.growth.aerobic_step import LEAST_STEP, because_good
from backplan.planner.growth.levels import start_level
from backplan.planner.growth.offer import FIRST_VISIT, Offer
from backplan.planner.growth.pace import may_grow
from backplan.planner.growth.standing import Standing
from backplan.rules.intensity import minutes
from backplan.rules.intensity.weeks import WEEKS
from backplan.rules.progress import gap_restart
from backplan.rules.progress import hurt as hurt_rule

KINDS_IN_WORDS: Mapping[Modality, str] = {
    "walking": "walks", "wheeling": "outings", "cycling": "rides", "treadmill": "walks on the treadmill",
}  # fmt: skip
ANY_KIND_IN_WORDS = "aerobic sessions"
NONE: Mapping[str, int] = MappingProxyType({})


class Intensity(NamedTuple):
    """How brisk each kind of aerobic work is, in rungs above its easy exercise.

    ``rungs`` are those that a week goes on from, ``start`` holds for a kind that is not among them; ``weeks`` running
    that each has been there, and the rung ``before``, where that was a lower one. ``eased`` kinds are easy on the days
    ahead, all of them where ``easy`` says so. Where it ``grows``, a rung may be added; ``kept`` were, when the week was
    first shown. ``longest`` was the longest bout so far, ``may_be`` is the longest that may be given now, and ``gone``
    is the longest of the days of this week gone by;
    ``walked`` are all of these, each by its exercise and whether it had brisk parts.
    """

    rungs: Mapping[str, int] = NONE
    start: int = 0
    weeks: Mapping[str, int] = NONE
    before: Mapping[str, int] = NONE
    eased: frozenset[str] = frozenset()
    easy: bool = False
    grows: bool = False
    kept: Mapping[str, int] = NONE
    longest: int = 0
    may_be: int = 0
    gone: int = 0
    walked: tuple[tuple[str, bool], ...] = ()
    moves: tuple[Move, ...] = ()
    because: tuple[str, tuple[date, ...]] = ("", ())  # why a rung may be added

    def of(self, kind: str) -> int:
        """The rung of a kind as it stands."""
        return self.kept.get(kind, self.rungs.get(kind, self.start))

    def given(self, kind: str) -> int:
        """The rung of a kind on the days ahead."""
        return 0 if self.easy or kind in self.eased else self.of(kind)

    def spreads(self, kind: str, rung: int) -> tuple[int, int] | None:
        """How many bouts of a kind are on a rung while it is new, one more each week, and the rung of the others; None
        where all are on it.
        """
        began = self.rungs.get(kind, self.start)
        if rung > began:
            return 1, began
        weeks = self.weeks.get(kind, 0)
        if rung < began or kind not in self.before or weeks >= WEEKS:
            return None
        return weeks + 1, self.before[kind]

    @property
    def no_longer(self) -> "Intensity":
        """How brisk the bouts are in a week in which none becomes longer."""
        return self._replace(may_be=min(self.longest, self.may_be))


def intensity_of(standing: Standing, case: Case, offered: Offer) -> Intensity:
    """How brisk the walks and rides of a week are as it begins, and what the diary has taken off."""
    start = LEVELS.index(start_level(case.person))
    easy = case.kind.gentle or case.three_quarters or case.easy_only
    base = _base(standing, case)
    hurt = dict(_hurt(standing))
    told_hurt = tuple(hurt.values()) if not easy else ()
    if base is None:
        return Intensity(start=start, easy=easy, eased=frozenset(hurt), moves=told_hurt)
    fallen = dict(_fallen(standing, base, standing.past.lately)) | dict(_hurt_before(standing))
    rungs = _after_a_gap(standing, {**base.intensity, **dict.fromkeys(fallen, 0)}, start)
    grows = not easy and may_grow(standing, "aerobic") and rungs == base.intensity
    shown = standing.days.shown
    eased = dict(_fallen(standing, shown, {on: word for on, _, word in standing.bad})) if shown else {}
    now = Intensity(
        rungs=rungs,
        start=start,
        weeks={kind: _weeks(standing, kind, rung) for kind, rung in rungs.items()},
        before={k: low for k, rung in rungs.items() if (low := _before(standing, k, rung)) is not None},
        eased=frozenset((*eased, *hurt)),
        easy=easy,
        grows=grows and (shown is None or shown.evidence != standing.past.evidence),
        kept=_kept(shown, rungs, start) if shown and grows else NONE,
        longest=offered.bout,
        may_be=offered.longest,
        gone=_gone(standing),
        walked=_walked(standing),
        because=because_good(standing.past) if grows else ("", ()),
    )
    moves = [move for kind, move in fallen.items() if base.intensity.get(kind, start)]
    moves += [move for kind, move in eased.items() if now.of(kind) and not easy]
    return now._replace(moves=(*moves, *told_hurt, *(_told_of(shown) if shown and now.kept else ())))


def _base(standing: Standing, case: Case) -> Week | None:
    """The week that walks go on from; None for those who say anew how long a walk is comfortable, or their level."""
    base = standing.past.base_week
    if base is None or base.wishes.comfortable != case.person.comfortable:
        return None
    return base if base.asked_level == case.person.level else None


def _fallen(standing: Standing, week: Week, words: Mapping[date, SessionVerdict]) -> Iterator[tuple[str, Move]]:
    """The kinds worked in sessions of a week that were too much, each with what is told of it."""
    by_id = standing.by_id
    for on, word in words.items():
        for key in _aerobic(week, on) if word.verdict == "regress" else ():
            kind = by_id[key].modality if key in by_id else None
            if kind is not None:
                what = f"{KINDS_IN_WORDS.get(kind, ANY_KIND_IN_WORDS)} go back to an easy pace"
                yield kind, Move(word.rule, what, word.because, key, days=(on,))


def _hurt(standing: Standing) -> Iterator[tuple[str, Move]]:
    """The kinds of which a walk or ride hurt sharply this week, each with what is told of it; of a visit to a pool that
    is still ahead, too.
    """
    shown, first = standing.days.shown, standing.days.first
    ahead = shown is not None and any(day.at_pool and day.on >= first for day in shown.days)
    pool = f"; so is the pool (no shorter than {FIRST_VISIT}): move at an easy pace there" if ahead else ""
    for on, keys, word in standing.aerobic_hurt:
        for kind, key in _kinds_of(standing, keys):
            name = KINDS_IN_WORDS.get(kind, ANY_KIND_IN_WORDS)
            what = (
                f"{name} are a fifth shorter on the days ahead (no shorter than {LEAST_STEP} minutes), and easy{pool}"
            )
            yield kind, Move(word.rule, what, word.because, key, days=(on,))


def _hurt_before(standing: Standing) -> Iterator[tuple[str, Move]]:
    """The kinds of which a walk or ride hurt sharply since the week that walks go on from."""
    past = standing.past
    for on in past.walks_hurt_lately:
        for kind, key in _kinds_of(standing, past.hurt[on]):
            what = f"{KINDS_IN_WORDS.get(kind, ANY_KIND_IN_WORDS)} go back to an easy pace"
            yield kind, Move(hurt_rule.RULE.id, what, hurt_words([on]), key, days=(on,))


def _kinds_of(standing: Standing, keys: Iterable[str]) -> Iterator[tuple[Modality, str]]:
    """The kinds of the aerobic exercises among some, each with its exercise."""
    aerobic = (standing.by_id[key] for key in keys if key in standing.by_id)
    yield from ((each.modality, each.id) for each in aerobic if each.slot == "aerobic")


def _aerobic(week: Week, on: date) -> tuple[str, ...]:
    """The walks and rides of a day as shown; of a session that was not planned, all of the week's."""
    day = week.day(on)
    days = week.days if day is None or not day.sessions else (day,)
    blocks = (block for each in days for visit in each.sessions if visit.place != "pool" for block in visit.blocks)
    return tuple(dict.fromkeys(item.exercise for block in blocks if block.kind == "aerobic" for item in block.items))


def _after_a_gap(standing: Standing, rungs: Mapping[str, int], start: int) -> Mapping[str, int]:
    """The rungs after days without a session: they begin again where they began."""
    if gap_restart.percent_after(standing.gap_days) == 100:
        return rungs
    return {kind: min(rung, start) for kind, rung in rungs.items()}


def _weeks(standing: Standing, kind: str, rung: int) -> int:
    """Normal weeks running, up to the last, in which a kind was on a rung, and was given no easier than that."""
    normal = [week for week in standing.past.weeks if week.kind.grows]
    given = takewhile(lambda week: week.intensity.get(kind) == rung, reversed(normal))
    by_id = standing.by_id
    return sum(1 for _ in takewhile(lambda week: not rung or _more_than_easy(week, kind, by_id), given))


def _before(standing: Standing, kind: str, rung: int) -> int | None:
    """The rung of a kind before it came to the one it is on; None where that was no lower one, or there was none."""
    held = (week.intensity.get(kind) for week in reversed(standing.past.weeks) if week.kind.grows)
    last = next((each for each in held if each is not None and each != rung), None)
    return last if last is not None and last < rung else None


def _more_than_easy(week: Week, kind: str, by_id: Mapping[str, Exercise]) -> bool:
    """Whether a week held a walk or ride of a kind that is brisker than the easy one: what barred it may be over."""
    given = [by_id[key] for day in week.days for key in _aerobic(week, day.on) if key in by_id]
    of_kind = [exercise for exercise in given if exercise.modality == kind]
    return any(easier and is_brisker(each, easier) for each in of_kind if (easier := by_id.get(each.regression or "")))


def _gone(standing: Standing) -> int:
    """Minutes of the longest bout of the days of this week gone by, as they were shown."""
    return max((day.aerobic_minutes for day in _gone_by(standing)), default=0)


def _walked(standing: Standing) -> tuple[tuple[str, bool], ...]:
    """The walks and rides of the days of this week gone by: each exercise, and whether it had brisk parts."""
    blocks = (block for day in _gone_by(standing) for block in day.blocks() if block.kind == "aerobic")
    return tuple((item.exercise, item.load is not None) for block in blocks for item in block.items)


def _gone_by(standing: Standing) -> list[Day]:
    """The days on land of this week gone by, as they were shown."""
    shown, days = standing.days.shown, standing.days
    return [day for day in shown.days if day.on < days.first and not day.at_pool] if shown else []


def _kept(shown: Week, rungs: Mapping[str, int], start: int) -> Mapping[str, int]:
    """The kinds that became brisker when this week was first shown."""
    return {kind: rung for kind, rung in shown.intensity.items() if rung > rungs.get(kind, start)}


def _told_of(shown: Week) -> Iterable[Move]:
    """What was told of walks that became brisker when this week was first shown."""
    return (move for move in shown.moves if move.rule == minutes.RULE.id)
