"""Lay: a week laid out, from the person, the library, the diary, the weeks already shown and the dates, before anything
is said of it. Pure.

The order of the work: where the person stands (screen, diary), which exercises are chosen and how far they have climbed
(choice, growth), what each day may hold (day), and the best layout of it (layout).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from operator import ge
from typing import Protocol

from backplan.model.move import Move
from backplan.model.slots import CORE, CORE_MORE, STRENGTH
from backplan.model.week import Day, Totals, Week, held_on
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.dose import EASED, EASIER_PARTNER, given_dose
from backplan.planner.choice.select import Selection
from backplan.planner.day.brisker import Brisker, LandBout, brisker
from backplan.planner.day.option import Option
from backplan.planner.day.sessions import walks_by_turns, week_days
from backplan.planner.day.turns import in_turn
from backplan.planner.day.walks import land_bouts
from backplan.planner.growth import own_bouts
from backplan.planner.growth.aerobic_step import A_WEEK, longer_words, minutes_for_pain, visit_words, week_words
from backplan.planner.growth.climb import NO_GROWTH, Chosen, Growth, chosen, growths, news, selection_of
from backplan.planner.growth.intensity import Intensity, intensity_of
from backplan.planner.growth.ladder import regains
from backplan.planner.growth.new_pain import training_begins
from backplan.planner.growth.offer import Offer, offer
from backplan.planner.growth.pace import took_a_round
from backplan.planner.growth.standing import Standing, standing_of
from backplan.planner.growth.stated import day_by_day, told_within
from backplan.planner.layout.laid import Laid
from backplan.planner.layout.lighter import lighter_in_all
from backplan.planner.layout.points import totals_of
from backplan.planner.layout.question import (
    A_STEP,
    Question,
    best_layout,
    last_week,
    no_more_than,
    question_of,
    whole_week,
)
from backplan.planner.layout.same_days import Hindrance, SameDays, on_the_same_days
from backplan.planner.layout.search import Layout
from backplan.planner.request import Request
from backplan.rules.growth import three_good
from backplan.rules.target import balance_days, water


def lay(request: Request) -> Laid:
    """The best layout of a week: every step in order, each handed what it needs."""
    standing = standing_of(request)
    (choice, question, layout, same_days), brisk, walks = _keeping_walks(standing)
    selection, planned = question.selection, dict(zip(standing.days.dates, layout.options, strict=True))
    options = in_turn(standing.days, planned, selection, question.menu.frame)
    bouts = dict(zip(walks, land_bouts(selection, walks.values(), brisk.given), strict=True))
    laid = week_days(standing.days, options, selection, bouts, question.targets, question.every_day)
    days = day_by_day(standing, selection, choice.lower.rungs, laid)
    totals, earlier = _held_in_all(question, options.values()), standing.days.earlier
    moves = (
        *standing.levels.moves,
        *training_begins(standing, question.case, days),
        *news((*(_longer(question, options, days) or _less_a_week(question, totals)), *brisk.moves), earlier),
        *own_bouts.moves(question.offer.own, laid, standing),
        *_longer_visit(question, options),
        *_seen(choice, selection, days, standing),
        *told_within(standing, selection, choice.lower.rungs, days),
    )
    holds = whole_week(question, totals)
    return Laid(standing, choice, question, layout.options, days, moves, totals, holds, brisk.rungs, same_days)


def _held_in_all(question: Question, options: Iterable[Option]) -> Totals:
    """What a week holds of each part, what was done included; sets of balance for whom balance is asked, of those done
    as of those ahead.
    """
    totals = totals_of(question.done.totals, options)
    return totals if balance_days.HELPED & question.case.tags else totals._replace(balance=0)


def _seen(choice: Chosen, selection: Selection, days: Sequence[Day], standing: Standing) -> Iterator[Move]:
    """The moves of doses that the days show: what a session of this week took off, those from the first to plan on. A
    step up is seen in no day of a flare, nor of coming back from one; that of a walk, only where a day has its minutes.
    """
    if not choice.lower.moves:
        return
    case = selection.case
    held, ahead = held_on(days), held_on(day for day in days if day.on >= standing.days.first)
    lessened = not case.kind.grows or case.pain.returning
    for move in choice.lower.moves:
        shown = held if move in choice.climb.moves else ahead
        if lessened and move in choice.lower.steps:
            continue
        if not move.exercise or (move.exercise in shown and _has_its_minutes(move.exercise, selection, days)):
            yield _as_first_told(move, standing.days.shown)


def _has_its_minutes(exercise: str, selection: Selection, days: Sequence[Day]) -> bool:
    """Whether a day has the minutes that a prescribed walk or ride has grown to; true of all that grows otherwise."""
    asked = selection.case.prescription.item_for(exercise)
    if asked is None or asked.growth is None or asked.growth.part != "minutes":
        return True
    grown = given_dose(selection.by_id[exercise], selection.case).minutes or 0
    return _minutes_held(frozenset({exercise}), days) >= grown


def _minutes_held(exercises: frozenset[str], days: Sequence[Day]) -> int:
    """The most minutes at a time that some days have of some exercises; 0 where they have none of them."""
    blocks = (block for day in days for block in day.everything())
    return max((i.dose.minutes or 0 for block in blocks for i in block.items if i.exercise in exercises), default=0)


def _as_first_told(move: Move, shown: Week | None) -> Move:
    """A move as this week told it when it was laid anew before: from the dose that stood there until then, which the
    week, once laid anew, holds no more.
    """
    before = (each for each in shown.moves if each._replace(what=move.what) == move) if shown else ()
    return next((each for each in before if each.what.split(" to ")[1:] == move.what.split(" to ")[1:]), move)


MOST_CORE_DAYS = 4  # what grows spreads the core over no more days; our own inference
# What grows makes no whole week longer than so much of the last, in percent, or than it by so many minutes; our own.
MOST_PERCENT, ALWAYS_MORE = 120, 15


class _Grown(NamedTuple):
    """A week laid out with some growth of its doses."""

    choice: Chosen
    question: Question
    layout: Layout
    same_days: SameDays | None = None  # where the days of last week were tried

    @property
    def totals(self) -> Totals:
        """What the week holds of each part, what was done included."""
        return totals_of(self.question.done.totals, self.layout.options)


CalmWeek = Callable[[], Mapping[date, Option]]  # the best option of each day, found when it is asked for


class _Walked(NamedTuple):
    """A week laid out, how brisk its walks and rides are, and what the bout of each day on land may be."""

    grown: _Grown
    brisk: Brisker
    walks: Mapping[date, LandBout]


def _keeping_walks(standing: Standing) -> _Walked:
    """The best layout of a week; where fewer aerobic minutes have room than it keeps, the one in which shorter walks
    warm up for what follows, if that holds more of them, and no less of the rest: so no walk that a minute is missing
    for falls to none.
    """
    found = _longer_or_brisker(standing)
    kept, held = found.grown.question.offer.floors, found.grown.totals
    if held.aerobic >= kept.aerobic or not found.grown.question.case.kind.grows:
        return found
    other = _longer_or_brisker(standing._replace(short_walks=True))
    rest = other.grown.totals._replace(aerobic=held.aerobic)
    return other if other.grown.totals.aerobic > held.aerobic and all(map(ge, rest, held)) else found


def _longer_or_brisker(standing: Standing, calm: CalmWeek | None = None) -> _Walked:
    """The best layout of a week in which walks and rides become longer, or brisker, and never both: brisker, where
    either may be. One that was shown brisker becomes no longer when it is laid anew. ``calm`` is its calm week, where
    that is known.
    """
    selection = selection_of(standing, calm=False)
    offered = offer(standing, selection.case, water.ask(selection.case))
    bounds = _bounding_weeks(standing, selection, calm)
    intensity, shown = intensity_of(standing, selection.case, offered), standing.days.shown

    once = cache(lambda steps, resting: chosen(standing, selection, dict(steps), resting))

    def choose(growth: Growth, resting: frozenset[str] = frozenset()) -> Chosen:
        return once(tuple(growth.items()), resting)

    def walked(offered: Offer, intensity: Intensity) -> _Walked:
        return _walked(standing, _grown(standing, choose, offered, bounds), intensity)

    if shown is not None and intensity.kept and shown.whole_step <= offered.bout:
        return walked(offered.no_longer, intensity.no_longer)
    found = walked(offered, intensity)
    if offered.no_longer == offered or not (found.brisk.due or found.brisk.risen):
        return found
    # Swims, visits to a pool and the like become no longer either, though the days may have no room for a longer walk.
    brisk = walked(offered.no_longer, intensity if found.brisk.risen else intensity.no_longer)
    return brisk if brisk.brisk.risen else found


def _walked(standing: Standing, grown: _Grown, intensity: Intensity) -> _Walked:
    """The days of a layout with how brisk the walks are."""
    question, options = grown.question, dict(zip(standing.days.dates, grown.layout.options, strict=True))
    walks = walks_by_turns(standing.days, options, question.selection, question.therapy.days.keys())
    return _Walked(grown, brisker(walks.values(), intensity), walks)


def _longer(question: Question, options: Mapping[date, Option], days: Sequence[Day]) -> tuple[Move, ...]:
    """The moves of the aerobic minutes, where a day shows them, one gone by included: more than the week before had at
    the most, or less. More is none beside a prescribed walk or ride that is as long: the longest has not grown.
    """
    offer, standing = question.offer, question.standing
    now = _for_weeks(question, offer.longest)
    if offer.longest > offer.bout:
        had, now = _for_weeks(question, offer.bout), min(now, _longest_held(options, standing, offer.moves, pool=False))
        seen = now > had and now > _minutes_held(frozenset(question.therapy.on_land), days)
    else:
        had = max(_longest_before(standing, pool=False), _for_weeks(question, _longest_unless_eased(standing)))
        now = min(now, _longest_held(options, standing, offer.moves, pool=False) or now)  # a gentle day holds less
        seen = now < had
    bouts = [minutes for minutes in _bouts_held(options, standing, offer.moves, pool=False) if minutes]
    had = had if now < had or _longest_before(standing, pool=False) else 0
    shorter = now < had and not _all_alike_before(standing)
    longest = 1 if shorter else bouts.count(now)
    words = longer_words(had, now, longest, len(bouts) - longest, _kinds_on_land(standing, days))
    words += NONE_LONGER if shorter else ""
    return tuple(move._replace(what=words) for move in offer.moves) if seen else ()


NONE_LONGER = ", and no other is longer"


def _all_alike_before(standing: Standing) -> bool:
    """Whether the bouts on land of the week before were as long as each other: then all of them became shorter."""
    before = standing.past.unlived or standing.past.base_week
    days = before.days if before else ()
    return len({day.aerobic_minutes for day in days if day.aerobic_minutes and not day.at_pool}) <= 1


def _kinds_on_land(standing: Standing, days: Sequence[Day]) -> frozenset[str]:
    """The modalities of the aerobic work of some days on land."""
    blocks = (block for day in days if not day.at_pool for block in day.blocks() if block.kind == "aerobic")
    held = {item.exercise for block in blocks for item in block.items}
    return frozenset(standing.by_id[each].modality for each in held if each in standing.by_id)


def _less_a_week(question: Question, totals: Totals) -> tuple[Move, ...]:
    """The moves of aerobic minutes that take some off a normal week whose walks and rides were shorter than they might
    have been, so that no single one shows it; a week shown before keeps what it told.
    """
    standing, offer, case = question.standing, question.offer, question.case
    if standing.days.shown is not None:
        rules = {move.rule for move in offer.moves}
        return tuple(move for move in standing.days.shown.moves if move.rule in rules and A_WEEK in move.what)
    base, whole = standing.past.base_week, case.kind.grows and not case.pain.returning
    if offer.longest > offer.bout or base is None or base.holds is None or not whole:
        return ()
    had, now = base.holds.aerobic, totals.aerobic
    return tuple(move._replace(what=week_words(had, now)) for move in offer.moves) if now < had else ()


def _longer_visit(question: Question, options: Mapping[date, Option]) -> tuple[Move, ...]:
    """The moves of the minutes of a visit to a pool, where a day shows them, one gone by included: more than a visit
    held, or less than the longest of the week before.
    """
    offer, standing = question.offer, question.standing
    now = min(_for_weeks(question, offer.longest_visit), _longest_held(options, standing, offer.visit_moves, pool=True))
    if offer.longest_visit > offer.visit:
        had = _for_weeks(question, offer.visit)
        seen = now > had
    else:
        had = _longest_before(standing, pool=True)
        seen = 0 < now < had
    return tuple(move._replace(what=visit_words(had, now)) for move in offer.visit_moves) if seen else ()


def _for_weeks(question: Question, whole: int) -> int:
    """Whole aerobic minutes as they are given for weeks on end: three quarters where pain is high but steady."""
    case = question.case
    return minutes_for_pain(case, whole) if case.steady and not case.pain.returning else whole


def _longest_held(options: Mapping[date, Option], standing: Standing, moves: Sequence[Move], *, pool: bool) -> int:
    """The most aerobic minutes of a day of this week on land, or at the pool."""
    return max(_bouts_held(options, standing, moves, pool=pool), default=0)


def _bouts_held(options: Mapping[date, Option], standing: Standing, moves: Sequence[Move], *, pool: bool) -> list[int]:
    """The aerobic minutes of each day of this week on land, or at the pool, those gone by included that were shown
    with the same moves: others may have held more than what pain leaves now, and grown by nothing.
    """
    shown, why = standing.days.shown, {(move.rule, move.days) for move in moves}
    held = [option.aerobic for option in options.values() if option.water == pool]
    if shown and any((move.rule, move.days) in why for move in shown.moves):
        held += [day.aerobic_minutes for day in shown.days if day.on not in options and day.at_pool == pool]
    return held


def _longest_before(standing: Standing, *, pool: bool) -> int:
    """The most aerobic minutes of a day of the week before on land, or at the pool, though nothing was done in it."""
    before = standing.past.unlived or standing.past.base_week
    return max((day.aerobic_minutes for day in before.days if day.at_pool == pool), default=0) if before else 0


def _longest_unless_eased(standing: Standing) -> int:
    """The most aerobic minutes that a day on land held before the week before was eased, which it told was for some
    days; none where it was not, and no more than it would have held.
    """
    before, weeks = standing.past.base_week, [*standing.days.earlier]
    if before is None or not before.eased:
        return 0
    whole = next((number for number in reversed(range(len(weeks))) if not weeks[number].eased), 0)
    held = (day.aerobic_minutes for week in weeks[whole:] for day in week.days if not day.at_pool)
    return min(max(held, default=0), before.whole_step)


class Choose(Protocol):
    """The exercises and doses of a week with some growth, and slots in which no set becomes longer, each found once."""

    def __call__(self, growth: Growth, resting: frozenset[str] = frozenset(), /) -> Chosen:
        """The exercises and doses with some growth."""


def _grown(standing: Standing, choose: Choose, offered: Offer, at_most: Sequence[Mapping[date, Option]]) -> _Grown:
    """The best week; where what grows would spread the core over too many days, the core keeps its rounds; where all
    that grows at once would make the week too much longer, parts wait for a week by turns.
    """
    found = _best_grown(standing, choose, offered, at_most)
    if _core_days(found) > MOST_CORE_DAYS:
        fewer = _best_grown(standing, choose, offered.no_more_core, at_most)
        if _core_days(fewer) < _core_days(found):
            found, offered = fewer, offered.no_more_core
    for less in _by_turns(standing, offered):
        if _too_long(standing, found):
            found = _best_grown(standing, choose, less, at_most)
    return _on_the_same_days(standing, found, at_most)


def _on_the_same_days(standing: Standing, grown: _Grown, at_most: Sequence[Mapping[date, Option]]) -> _Grown:
    """A week on the days of the last one, where that holds as much, in no week that is too long, and within the weeks
    that bound it.
    """
    question, case = grown.question, grown.question.case
    in_all = case.steady and not case.pain.returning
    same = on_the_same_days(question if in_all else question._replace(at_most=at_most), grown.layout)
    kept = grown._replace(layout=same.layout, same_days=same)
    if same.layout is grown.layout:
        return kept
    hindrance = _hindrance(standing, kept, at_most if in_all else ())
    return grown._replace(same_days=SameDays(grown.layout, hindrance)) if hindrance else kept


def _hindrance(standing: Standing, kept: _Grown, in_all: Sequence[Mapping[date, Option]]) -> Hindrance:
    """What the week as a whole may not be on the days of the last one; "" where nothing is in the way."""
    if _too_long(standing, kept):
        return "longer"
    last = last_week(standing.days)
    lighter = all(lighter_in_all(kept.layout.options, [*week.values()], last) for week in in_all)
    return "" if lighter else "high"


def _by_turns(standing: Standing, offered: Offer) -> Iterator[Offer]:
    """What is offered where one part waits for a week: the core, if it took a round or sets beside them last week, else
    strength; then where both wait.
    """
    core = took_a_round(standing, "core") or took_a_round(standing, "more")
    yield offered.without("core", "more") if core else offered.without("strength")
    yield offered.without("core", "more", "strength")


def _too_long(standing: Standing, grown: _Grown) -> bool:
    """Whether a whole normal week is too much longer than the last. What is prescribed, and training that begins, take
    what they take.
    """
    base, days, question = standing.past.base_week, standing.days, grown.question
    case, kept = question.case, question.offer.floors
    whole = case.kind.grows and not case.pain.returning and question.share[0] == question.share[1] and not days.only
    if base is None or not (base.whole and whole and kept.core and kept.strength) or case.prescription.added:
        return False
    gone = [day.minutes for day in days.shown.days if day.on not in days.dates] if days.shown else []
    minutes, last = sum(gone) + sum(o.minutes for o in grown.layout.options), sum(day.minutes for day in base.days)
    return minutes > max(last * MOST_PERCENT // 100, last + ALWAYS_MORE)


def _best_grown(standing: Standing, choose: Choose, offered: Offer, at_most: Sequence[Mapping[date, Option]]) -> _Grown:
    """The week with the doses grown of as many parts as its minutes allow beside all it keeps: where longer sets cost
    more than a little, those of a part wait, and only steps that cost no minutes are taken.
    """

    as_told = _as_told(standing, choose, offered)
    offered = offered if as_told else _beside_whole_doses(standing, choose(NO_GROWTH), offered)
    begun = as_told or choose(NO_GROWTH)
    plain = question_of(standing, begun, offered, calm=False)
    offered = _beside_what_comes(plain, begun, as_shown=as_told is not None)

    def best(choice: Chosen, least: int | None = None) -> _Grown | None:
        question = question_of(standing, choice, offered, calm=False, like=plain)
        cost = A_STEP * len(choice.lower.steps)
        layout = _lighter_layout(question, at_most, None if least is None else least - cost)
        return None if layout is None else _Grown(choice, question, layout)

    kept = best(begun)
    assert kept is not None
    if as_told or _eased_since(standing, begun):
        return kept
    resting = frozenset() if _comes_back(standing, kept.choice) else resting_slots(offered.floors, kept.totals)
    tried = {kept.choice.lower.steps}
    for choice in (choose(growth, resting) for growth in growths(standing)):
        found = None if choice.lower.steps in tried else best(choice, kept.layout.points)
        if found is not None and _core_days(found) <= max(MOST_CORE_DAYS, _core_days(kept)):
            now = resting_slots(offered.floors, found.totals) if resting else frozenset()
            if resting <= now and not _lengthened(standing, choice) & now:
                return found
        tried.add(choice.lower.steps)
    return kept


def _eased_since(standing: Standing, choice: Chosen) -> bool:
    """Whether a week that was shown is a gentle one since, or on the way back from one: nothing is told to grow in it
    that was not before.
    """
    case = choice.selection.case
    return standing.days.shown is not None and (not case.kind.grows or case.pain.returning)


def _rungs_before(standing: Standing) -> Mapping[str, int]:
    """The rungs of the week that the plan goes on from."""
    return standing.past.base_week.rungs if standing.past.base_week else {}


def _comes_back(standing: Standing, choice: Chosen) -> bool:
    """Whether what a therapist asked for is below its dose: its way back stands above how evenly the rest grows."""
    rungs = _rungs_before(standing)
    return any(rungs.get(key, 0) < 0 for key in choice.selection.case.prescribed)


def _lengthened(standing: Standing, choice: Chosen) -> frozenset[str]:
    """The slots whose exercises take a longer dose than ever; one that came down only comes back."""
    slots, rungs = {key: slot for slot, key in choice.lower.programme.items()}, _rungs_before(standing)
    steps = (move for move in choice.lower.steps if not move.new and move.rule == three_good.RULE.id)
    longer = (choice.selection.by_id[move.exercise] for move in steps)
    return frozenset(slots.get(e.id, "") for e in longer if not regains(e, rungs.get(e.id, 0), standing.past))


SLOTS_OF: Mapping[str, Sequence[str]] = {"core": CORE, "more": CORE_MORE, "strength": STRENGTH}


def resting_slots(floors: Totals, now: Totals) -> frozenset[str]:
    """The slots of the parts that hold more rounds or sets than is kept: no exercise has more sets, and longer ones, in
    one week. Where nothing is kept, as in a first week, nothing grows.
    """
    more = [part for part in SLOTS_OF if 0 < getattr(floors, part) < getattr(now, part)]
    return frozenset(slot for part in more for slot in SLOTS_OF[part])


def _beside_whole_doses(standing: Standing, choice: Chosen, offered: Offer) -> Offer:
    """What is offered, with no more of each part than the week has room for beside the whole doses of what came down
    from them: so nothing else grows into the time that they come back to.
    """
    rungs = choice.lower.rungs
    below = {key: 0 for key in choice.programme.values() if rungs.get(key, 0) in (EASED, EASIER_PARTNER)}
    if not below or not choice.selection.case.kind.grows or choice.selection.case.prescribed.intersection(below):
        return offered
    shown = standing.days.shown
    if shown is not None:
        held = shown.holds or offered.caps
    else:
        whole = choice._replace(lower=choice.lower._replace(rungs={**rungs, **below}))
        question = question_of(standing, whole, offered, calm=False)
        layout = best_layout(question)
        assert layout is not None
        held = offered.caps if question.share[0] < question.share[1] else totals_of(Totals(), layout.options)
    return offered._replace(caps=Totals(*map(min, offered.caps, map(max, offered.floors, held))))


HOUR = 60  # aerobic minutes of a week, for which shorter days keep room before other parts grow; our own inference
SHORT_DAYS = 36  # minutes, under which the longest day holds no hour of walks beside all that may grow
WALK = 15  # minutes of the bouts that room is kept for
# Rounds of strength up to which one more is much: it waits for a week after the last, and longer days keep room for it
# while strength may not grow. Our own inference.
MUCH_STRENGTH = 4


def _beside_what_comes(plain: Question, choice: Chosen, *, as_shown: bool) -> Offer:
    """What a question offers, with no more of each part than the week has room for beside what is to come: on short
    days an hour of walks, which come before more of the rest, and the round of strength that waits for a week as the
    last one brought some. What a plan began with needs no room kept, and what was not there at all may begin.
    ``as_shown``: a week shown before keeps what it was told to grow.
    """
    standing, offered = plain.standing, plain.offer
    case, shown, floors, caps = choice.selection.case, standing.days.shown, offered.floors, offered.caps
    if not (case.kind.grows and floors.core) or case.pain.returning or case.prescription.added:
        return offered
    short = max(standing.days.person.minutes.values(), default=0) < SHORT_DAYS
    walks = short and floors.aerobic < HOUR
    may_not = not short and floors.strength == caps.strength
    waits = 0 < floors.strength < MUCH_STRENGTH and (may_not or took_a_round(standing, "strength"))
    if not (waits or walks):
        return offered
    kept = {"strength": floors.strength} if waits else {}
    if as_shown and shown is not None:
        return offered._replace(caps=Totals(*map(min, caps, map(max, floors, shown.holds or caps)))._replace(**kept))
    room = floors._replace(
        strength=floors.strength + waits,
        aerobic=HOUR if walks else floors.aerobic,
    )
    later = offered._replace(floors=room, caps=Totals(*map(max, caps, room)))
    later = later._replace(longest=max(later.longest, WALK), bout=max(later.bout, WALK)) if walks else later
    question = question_of(standing, choice, later, calm=False, like=plain)
    layout = best_layout(question)
    assert layout is not None
    if question.share[0] < question.share[1]:
        return offered
    held = map(max, floors, offered.start._replace(more=0), totals_of(question.done.totals, layout.options))
    return offered._replace(caps=Totals(*map(min, caps, held))._replace(**kept))


def _core_days(grown: _Grown) -> int:
    """On how many days a week holds core work, those done included."""
    return grown.question.done.core + sum(option.core for option in grown.layout.options)


def _lighter_layout(question: Question, weeks: Sequence[Mapping[date, Option]], least: int | None) -> Layout | None:
    """The best layout that is no heavier than any of some weeks: day by day; where pain is high but steady, for weeks
    on end, in all, and it may hold what last week held, as else those weeks would take that away bit by bit; one that
    is laid anew keeps its days as shown.
    """
    bounded = question._replace(at_most=weeks)
    if not question.case.steady or question.case.pain.returning:
        return best_layout(bounded, least)
    if question.as_shown is not None:
        return best_layout(question, least)
    last = last_week(question.standing.days)
    tried = (best_layout(each, least) for each in no_more_than(question, weeks))
    fits = (each for each in tried if each and all(lighter_in_all(each.options, [*w.values()], last) for w in weeks))
    return next(fits, None) or best_layout(bounded, least)


def _as_told(standing: Standing, choose: Choose, offered: Offer) -> Chosen | None:
    """The exercises and doses of a week that is laid anew around what was done, that pain has changed since it began,
    or while the diary before it says what it said (for a swap, other days, a pause): what it was told to grow stays.
    """
    shown = standing.days.shown
    if shown is None:
        return None
    if not (standing.request.around or shown.normal_until or standing.past.says_no_more(shown.evidence)):
        return None
    ways = (resting_slots(offered.floors, shown.holds or Totals()), frozenset[str]())
    tried = (choose(growth, resting) for resting in dict.fromkeys(ways) for growth in (NO_GROWTH, *growths(standing)))
    return next((way for way in tried if way.climb.rungs == shown.rungs and _as_shown(way, standing, shown)), None)


def _as_shown(way: Chosen, standing: Standing, shown: Week) -> bool:
    """Whether a way holds the exercises that a week was shown with, but for what a swap takes or puts."""
    put, swapped = dict(standing.request.put), way.selection.swapped
    return all(
        way.calm_programme.get(slot) == key or slot in put or key in swapped
        for slot, key in shown.calm_programme.items()
    )


def _bounding_weeks(
    standing: Standing, selection: Selection, calm: CalmWeek | None = None
) -> list[Mapping[date, Option]]:
    """The weeks that lighten this one day by day, so that more pain, or pain further down the leg, never makes anything
    heavier: the week without today's pain, where that makes it a gentle one; and the week without pain in the leg,
    where that bars what irritates a nerve.
    """
    gentle = selection.case.kind.gentle or selection.case.three_quarters
    if not selection.case.spares_a_nerve:
        return [_calm_days(standing, selection, calm or (lambda: _calm_options(standing)))] if gentle else []
    bare = _without_leg(standing)
    bare_calm = cache(lambda: _calm_options(bare))
    found = [_calm_days(standing, selection, lambda: _calm_options(standing, bare_calm))] if gentle else []
    return [*found, dict(zip(bare.days.dates, _longer_or_brisker(bare, bare_calm).grown.layout.options, strict=True))]


def _without_leg(standing: Standing) -> Standing:
    """What a week would begin with if pain did not go down the leg; its days are to be no fuller for all that."""
    request = standing.request
    person = request.person._replace(
        pain=request.person.pain._replace(leg="none"), legs=(), legs_in_turn=(), leg_asked=None
    )
    entries = tuple(entry._replace(leg=None) for entry in request.entries)
    return standing_of(request._replace(person=person, entries=entries))._replace(fullest=standing.fullest)


def _calm_days(standing: Standing, selection: Selection, calm_week: CalmWeek) -> Mapping[date, Option]:
    """The week as it would be without today's pain. Where pain bars something prescribed, the week without that is what
    is lightened, within the same minutes and sets.
    """
    calm, asked = calm_week(), standing.request.prescriptions
    barred = [each for each in asked if each.exercise in selection.left_out]
    if not any(each in standing.days.prescription.added for each in barred):
        return calm
    left = tuple(each for each in asked if each not in barred or each.kind != "add")
    without = _calm_options(standing_of(standing.request._replace(prescriptions=left)))
    return {
        day: one._replace(minutes=min(one.minutes, calm[day].minutes), sets=min(one.sets, calm[day].sets))
        for day, one in without.items()
    }


def _calm_options(standing: Standing, bare: CalmWeek | None = None) -> Mapping[date, Option]:
    """The best option of each day in a calm week, which pain in the leg makes no heavier either: ``bare`` is the calm
    week without that, where it is known.
    """
    selection = selection_of(standing, calm=True)
    choice = chosen(standing, selection, NO_GROWTH)
    offered = offer(standing, selection.case, water.ask(selection.case))
    question = question_of(standing, choice, offered, calm=True)
    if selection.case.spares_a_nerve:
        lighter = bare() if bare else _calm_options(_without_leg(standing))
        question = question._replace(at_most=[lighter])
    layout = best_layout(question)
    assert layout is not None
    return dict(zip(standing.days.dates, layout.options, strict=True))
