"""Offer: what a week keeps of the last one, and how much more of each part it may hold."""

from collections.abc import Collection
from datetime import date
from math import inf

from backplan.model.case import Case
from backplan.model.move import Move
from backplan.model.outcome import Part, WeekDone
from backplan.model.week import Totals, Week
from backplan.named_tuple import NamedTuple
from backplan.planner.diary.done import week_holds
from backplan.planner.diary.past import Past
from backplan.planner.growth import own_bouts
from backplan.planner.growth.aerobic_step import never_done, start_step, week_done, whole_step
from backplan.planner.growth.levels import PARTS
from backplan.planner.growth.new_pain import BEGINNINGS
from backplan.planner.growth.own_bouts import OwnBouts
from backplan.planner.growth.pace import aerobic_percent, all_wait, is_slow, may_grow
from backplan.planner.growth.standing import Standing
from backplan.rules.progress import aerobic_ramp, gap_restart
from backplan.rules.target import balance_days

# The rounds that a week begins with, by the minutes of its longest day; our own inference (docs/planning.md).
FIRST_CORE = ((26, 3), (36, 4), (inf, 6))
FIRST_STRENGTH = ((26, 1), (inf, 2))
FIRST_MORE = 4
FIRST_BOUTS = 4  # bouts of what is comfortable
MOST_VISITS = 2
FITTED_UNTIL = 7  # week of the plan; from then on the days are taken to hold no second round of strength
FIRST_VISIT = 20  # the least aerobic minutes of a visit to a pool, with which visits begin
LEAST_AEROBIC = 15  # minutes a week that sessions that were too much leave
# One step of each part.
CORE_STEP, MORE_STEP, STRENGTH_STEP, LEAST_MINUTES = 1, 2, 1, 4


class Offer(NamedTuple):
    """What a week is offered: the floors it keeps, the caps it may grow to, the longest aerobic bout so far and the
    longest it may be now, those of a visit to a pool, and the moves of each, told only where a day shows them.
    ``walked``: the aerobic minutes that the week keeps, where they give way to training that begins; ``start``: what a
    plan begins with of the core and of strength.
    """

    floors: Totals
    caps: Totals
    bout: int
    longest: int
    moves: tuple[Move, ...] = ()
    own: OwnBouts = OwnBouts()
    visit: int = FIRST_VISIT
    longest_visit: int = FIRST_VISIT
    visit_moves: tuple[Move, ...] = ()
    walked: int = 0
    start: Totals = Totals()

    @property
    def no_longer(self) -> "Offer":
        """What is offered, with bouts and visits as long as they were."""
        offered = self._replace(own=self.own.no_longer)
        offered = offered if self.longest <= self.bout else offered._replace(longest=self.bout, moves=())
        if self.longest_visit <= self.visit:
            return offered
        return offered._replace(longest_visit=self.visit, visit_moves=())

    @property
    def no_more_core(self) -> "Offer":
        """What is offered, with no more rounds of the core, or sets beside them, than are kept."""
        return self._replace(caps=self.caps._replace(core=self.floors.core, more=self.floors.more))

    def without(self, *parts: str) -> "Offer":
        """What is offered, with no more of some parts than is kept, or than a plan begins with."""
        held = {part: max(getattr(self.floors, part), getattr(self.start, part)) for part in parts}
        return self._replace(caps=self.caps._replace(**{k: min(v, getattr(self.caps, k)) for k, v in held.items()}))


def offer(standing: Standing, case: Case, visits: int) -> Offer:
    """What a week is offered; ``visits`` to a pool are asked for."""
    visits = min(MOST_VISITS, visits)
    start, past = start_step(case.person.comfortable), standing.past
    first, base = _first(case, start, visits), past.base_week
    if base is None or base.wishes.comfortable != case.person.comfortable:
        shown = Totals(*map(min, _first_shown(standing, case), first))
        return Offer(shown, first, start, start, own=own_bouts.first(case.person))
    done = week_done(case, past, grows=may_grow(standing, "aerobic"))._replace(gap_days=standing.gap_days)
    longest, moves = whole_step(base.whole_step, past, done)
    moves = moves or never_done(longest, past, done)
    visit, longest_visit, visit_moves = _visit(past, base, done)
    held = base.holds if base.holds is not None else week_holds(base)
    floors = _moved(held, first, base.whole_step, longest, standing)
    caps = floors if past.too_much_lately else _caps(floors, first, standing)
    if _strength_comes_first(floors, case):
        caps = caps._replace(core=max(floors.core, first.core), more=max(floors.more, first.more))
    bout = min(base.whole_step, longest)
    walked = floors.aerobic
    if not case.easy_only and _walks_alone(base, held, first):
        floors = floors._replace(aerobic=min(floors.aerobic, LEAST_AEROBIC))
    own, now = own_bouts.grown(case.person, base, done), min(visit, longest_visit)
    caps = caps._replace(water=visits)
    begin = Totals(core=first.core, more=first.more, strength=first.strength)
    return Offer(floors, caps, bout, longest, moves, own, now, longest_visit, visit_moves, walked, begin)


def _visit(past: Past, base: Week, done: WeekDone) -> tuple[int, int, tuple[Move, ...]]:
    """The longest visit to a pool so far, the longest it may be now, and why: moved from the longest done of late. A
    single visit let go takes nothing from what the week that the plan goes on from held.
    """
    visits = _visits_done(past)
    if not visits:  # the first is as long as every first one, however long walks have become
        return FIRST_VISIT, FIRST_VISIT, ()
    so_far = max(FIRST_VISIT, *visits)
    longest, moves = whole_step(so_far, past, done._replace(start=FIRST_VISIT))
    if longest < so_far:
        longest = max(FIRST_VISIT, longest)
        return so_far, longest, moves if longest < so_far else ()
    visit = max(so_far, *(day.aerobic_minutes for day in base.days if day.at_pool), 0)
    longest = max(longest, visit)
    return visit, longest, moves if longest > visit else ()


def _strength_comes_first(held: Totals, case: Case) -> bool:
    """Whether a second round of strength, with its balance, comes before more of the core: for whom a fall weighs most,
    whose short days began with one round, in the weeks in which it can still be fitted in.
    """
    return bool(balance_days.ask(case)) and held.strength == 1 and case.programme_week < FITTED_UNTIL


def _visits_done(past: Past) -> tuple[int, ...]:
    """The aerobic minutes of the visits to a pool that were done in the last four weeks, since the last session that
    was too much before this week's.
    """
    bad = [on for on, word in past.verdicts.items() if word.verdict == "regress" and on not in past.lately]
    since = max(bad, default=date.min)
    done = [day for day in past.days_with("aerobic") if day.at_pool and day.on in past.done_days and day.on > since]
    return tuple(day.aerobic_minutes for day in done)


def _walks_alone(base: Week, held: Totals, first: Totals) -> bool:
    """Whether a week held walks alone, or training began on some later day of it: they keep no training out. What is
    prescribed is training, too.
    """
    began = any(move.rule in BEGINNINGS for move in base.moves)
    trained = held.core or held.strength or any({"core", "strength"} & day.works for day in base.days)
    return not trained or (began and held.core < first.core)


def _first_shown(standing: Standing, case: Case) -> Totals:
    """What a week was shown with that is laid anew before any week is there to keep from, or held until pain made it
    another kind; else nothing.
    """
    shown = standing.days.shown
    if shown is None or shown.wishes.comfortable != case.person.comfortable:
        return Totals()
    return shown.holds or Totals()


def with_room(offered: Offer, held: Totals, standing: Standing) -> Offer:
    """The offer to a week that keeps what this one holds, and in which every part may take its next step, whatever the
    diary lets grow just now.
    """
    floors = Totals(*map(max, offered.floors, held))
    done = WeekDone(("green",), grows=True, gentle=is_slow(standing, "aerobic"))
    longest = max(offered.longest, aerobic_ramp.RULE.adjust(offered.bout, done))
    visit = max(offered.longest_visit, aerobic_ramp.RULE.adjust(offered.visit, done))
    caps = Totals(*map(max, offered.caps, _stepped(floors, PARTS, standing)))
    caps = caps._replace(water=offered.caps.water)
    return Offer(floors, caps, offered.bout, longest, own=offered.own, visit=offered.visit, longest_visit=visit)


def _first(case: Case, start: int, visits: int) -> Totals:
    """What a plan begins with at the most."""
    longest = max(case.person.minutes.values(), default=0)
    core, strength = (next(n for under, n in steps if longest < under) for steps in (FIRST_CORE, FIRST_STRENGTH))
    return Totals(FIRST_BOUTS * start, core, FIRST_MORE, strength, visits)


def _moved(held: Totals, first: Totals, before: int, bout: int, standing: Standing) -> Totals:
    """What was held, less what sessions that were too much and days without any take off; never less than a plan begins
    with, where that much was held, nor than as many walks of their first length as there were.
    """
    percent, eased = gap_restart.percent_after(standing.gap_days), held.aerobic * min(bout, before) // max(1, before)
    if percent != 100:
        share = percent or 0
        kept = Totals(*(max(min(now, least), now * share // 100) for now, least in zip(held, first, strict=True)))
        return kept._replace(aerobic=min(kept.aerobic, max(eased, min(first.aerobic, _as_many_bouts(bout, standing)))))
    return held._replace(aerobic=max(eased, min(held.aerobic, LEAST_AEROBIC)))


def _as_many_bouts(bout: int, standing: Standing) -> int:
    """The minutes of as many bouts on land as the week had that a plan goes on from; of the first ones, where none."""
    base = standing.past.base_week
    days = [day for day in base.days if day.aerobic_minutes and not day.at_pool] if base else []
    return (len(days) or FIRST_BOUTS) * bout


def _caps(floors: Totals, first: Totals, standing: Standing) -> Totals:
    """The most of each part as it grows: one step more where it may, and as much as a plan begins with. While something
    holds everything as it is, or nothing was ever done, what is below that waits, too; what was not there at all may
    begin.
    """
    grown = _stepped(floors, [part for part in PARTS if may_grow(standing, part)], standing)
    waits = all_wait(standing) or not standing.past.done_days
    return Totals(*(now if waits and now else max(now, least) for now, least in zip(grown, first, strict=True)))


def _stepped(floors: Totals, parts: Collection[Part], standing: Standing) -> Totals:
    """One step more of some parts."""
    grown = floors
    if "aerobic" in parts:
        aerobic = max(LEAST_MINUTES, floors.aerobic * aerobic_percent(standing) // 100)
        grown = grown._replace(aerobic=floors.aerobic + aerobic)
    if "core" in parts:
        grown = grown._replace(core=floors.core + CORE_STEP, more=floors.more + MORE_STEP)
    if "strength" in parts:
        grown = grown._replace(strength=floors.strength + STRENGTH_STEP)
    return grown
