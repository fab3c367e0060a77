"""Question: everything the layout of one week is asked, but for the days and minutes that the person offers."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import reduce
from operator import and_

from backplan.model.case import Case
from backplan.model.exercise import Exercise
from backplan.model.person import Person
from backplan.model.prescription import Prescribed
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import Day, Totals, Week, most_sets
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.dose import asked_at
from backplan.planner.choice.select import Selection
from backplan.planner.day import daily
from backplan.planner.day.core_and_strength import CoreAndStrength
from backplan.planner.day.menu import Menu
from backplan.planner.day.option import ANY, REST, DayLimit, Option, option_of
from backplan.planner.day.therapy import Therapy, minutes_later
from backplan.planner.diary.done import (
    DayBefore,
    DoneSoFar,
    Habit,
    day_before,
    days_done,
    done_so_far,
    fullest_of,
    habit_of,
)
from backplan.planner.diary.past import after_gap
from backplan.planner.growth.aerobic_step import given_now, minutes_for_pain
from backplan.planner.growth.climb import Chosen, lifts
from backplan.planner.growth.offer import MOST_VISITS, Offer
from backplan.planner.growth.standing import Standing
from backplan.planner.growth.stated import highest_rungs
from backplan.planner.growth.way_back import WayBack
from backplan.planner.layout.as_shown import AsShown, as_shown, longest_day
from backplan.planner.layout.asked_on import days_left, days_open, elsewhere, kept_off
from backplan.planner.layout.asks import REST_DAY_FROM, aerobic_ask, prorated
from backplan.planner.layout.lighter import lighter
from backplan.planner.layout.net import NoWayError
from backplan.planner.layout.points import totals_of
from backplan.planner.layout.problem import Problem, Wanted
from backplan.planner.layout.search import Layout, lay_out
from backplan.planner.layout.worth import next_units, worth_of
from backplan.planner.screen.days import Days
from backplan.rules.budget import BUDGETS
from backplan.rules.progress.gap_restart import percent_after
from backplan.rules.target import TARGETS

A_STEP = 150  # hundredths of points that the longer sets of one step may cost


class Question(NamedTuple):
    """What the layout of one week is asked. ``problem`` is all of it but the options of the days.

    ``at_most`` bounds each day of a gentle week by the same day of a calm one (None: nothing bounds them); ``bounded``
    says that no day may hold more than it was shown with.
    """

    standing: Standing
    selection: Selection  # with the case as it is planned: its step and its rungs
    programme: Mapping[str, str]
    offer: Offer
    therapy: Therapy
    menu: Menu
    gentle_menu: Menu | None  # for days that were shown in a flare and may hold no more, now that it has passed
    targets: Mapping[str, int]
    share: tuple[int, int]  # offered days from the day the plan began, of all offered days of the week
    done: DoneSoFar
    days_done: Counter[str]  # on how many days of this week each exercise was done
    longest: int  # minutes of the longest day offered
    asked_days: Mapping[str, int]  # prescribed exercise -> the days that the days left should still hold it
    kept_off: Mapping[date, frozenset[str]]  # the prescribed exercises that each day to plan may not hold
    caps: Totals  # the most of each part
    problem: Problem
    bounded: bool
    at_most: Sequence[Mapping[date, Option]] = ()
    as_shown: AsShown | None = None

    @property
    def every_day(self) -> daily.EveryDay:
        """What a therapist wants every day, and the days that it may stand on."""
        items = daily.every_day(self.therapy, self.selection, self.asked_days)
        if self.standing.no_more and self.standing.days.shown is not None:
            items = tuple(each for each in items if each.exercise in _stood_beside(self.standing.days.shown))
        offered = self.standing.days.offered(self.standing.days.person)
        limit = self.case.prescription.most_minutes
        return daily.EveryDay(items, self.kept_off, frozenset(offered), None if limit is None else limit * 60)

    @property
    def case(self) -> Case:
        """The person as the week is planned for them, with the minutes of an aerobic session and the rungs of doses."""
        return self.selection.case


def question_of(
    standing: Standing, chosen: Chosen, offered: Offer, *, calm: bool, like: Question | None = None
) -> Question:
    """What the layout is asked with these exercises, and this much offered. ``like`` is another question of the same
    days: what is the same in it is worked out already.
    """
    stepped = chosen._replace(selection=_with_step(standing, chosen, offered))
    if like is not None and (like.selection, like.programme) == (stepped.selection, stepped.programme):
        return _offering(like, offered)
    return _offering(_asked(standing, stepped, offered, like, calm=calm), offered)


def _asked(standing: Standing, chosen: Chosen, offered: Offer, like: Question | None, *, calm: bool) -> Question:
    """What the layout is asked, but for what the parts of a week are worth."""
    selection, programme = chosen.selection, chosen.programme
    case, days, request = selection.case, standing.days, standing.request
    bouts, most = _bouts(selection, days.person), _most_sets(standing)
    longest, apart = _longest(selection, days.person, bouts), [elsewhere(days, day) for day in days.dates]
    therapy = Therapy(selection, programme, longest, bouts, most, apart)
    targets, share = _targets(selection, therapy), _share(days, request.starts)
    done = _done(standing, case)
    so_far = days_done(days.shown, request.entries, request.starts, request.today)
    asked_days = _asked_days(days, therapy, share, so_far) if targets["prescribed"] else {}
    bounded = standing.no_more and not calm and days.shown is not None and days.shown.kind.trains
    wanted = tuple(_wanted(case, therapy, programme, done, asked_days))
    return Question(
        standing=standing,
        selection=selection,
        programme=programme,
        offer=offered,
        therapy=therapy,
        menu=_menu(selection, programme, therapy, most, like),
        gentle_menu=_menu(_halved(selection), programme, therapy, most) if bounded and _was_gentle(days) else None,
        targets=targets,
        share=share,
        done=done,
        days_done=so_far,
        longest=longest,
        asked_days=asked_days,
        kept_off={day: kept_off(days, day) for day in days.dates},
        caps=offered.caps,
        problem=_problem(standing, case, done, wanted),
        as_shown=None if standing.past.stop_lifted else as_shown(standing),
        bounded=bounded,
    )


def _offering(question: Question, offered: Offer) -> Question:
    """A question for this much of each part."""
    standing, case, share = question.standing, question.case, question.share
    floors, caps = _floors_and_caps(offered, case, question.therapy, share)
    if standing.back:
        caps = Totals(*map(min, caps, _in_proportion(offered.caps, question.done.totals, standing.back)))
        floors = Totals(*map(min, floors, caps))
    if share[0] < share[1]:
        caps = caps._replace(aerobic=max(caps.aerobic, aerobic_ask(case, question.targets, share)))
    return _worth(question._replace(offer=offered), floors, caps)


def _worth(question: Question, floors: Totals, caps: Totals) -> Question:
    """A question in which the parts are worth what floors and caps make of them."""
    problem = question.problem._replace(worth=worth_of(floors, caps), prices=next_units(caps))
    return question._replace(caps=caps, problem=problem)


def _menu(
    selection: Selection,
    programme: Mapping[str, str],
    therapy: Therapy,
    most: Mapping[str, int] | None,
    like: Question | None = None,
) -> Menu:
    """What the days of a week can hold, of no exercise more than the most sets; what is made for a question that is
    ``like`` this one but for its bouts serves again.
    """
    made = like.menu if like and _like_but_for_bouts(like, selection, programme) else None
    return Menu(selection, made.work if made else CoreAndStrength(selection, programme, therapy, most), therapy, made)


def _like_but_for_bouts(like: Question, selection: Selection, programme: Mapping[str, str]) -> bool:
    """Whether days hold the same in a question, but for how long their bouts may be; what a therapist prescribed may be
    a bout itself.
    """
    case, steps = selection.case, like.case
    alike = case._replace(
        aerobic_step=steps.aerobic_step,
        longest_bout=steps.longest_bout,
        own_bouts=steps.own_bouts,
        visit=steps.visit,
        longest_visit=steps.longest_visit,
    )
    same = (selection._replace(case=alike), programme) == (like.selection, like.programme)
    return same and not case.prescription.added


def _was_gentle(days: Days) -> bool:
    """Whether the week was last shown as a gentle one."""
    return days.shown is not None and days.shown.kind.gentle


def _halved(selection: Selection) -> Selection:
    """A selection whose doses are as in a flare; what may be given stays."""
    case = selection.case
    pain = case.pain._replace(returning=False)
    return selection._replace(case=case._replace(mode="flare", steady=False, pain=pain))


def _problem(standing: Standing, case: Case, done: DoneSoFar, wanted: tuple[Wanted, ...]) -> Problem:
    """The layout of the days to plan, but for their options and what the parts are worth."""
    days = standing.days
    return Problem(
        days=(),
        done=done.totals,
        day_before=_day_before(standing),
        habit=_habit(days, case),
        wanted=wanted,
        strength_first=_strength_on_monday(standing),
        spread=case.easy_only,
        fullest=standing.fullest,
        rest=len(days.dates) >= REST_DAY_FROM and all(day not in days.off for day in days.dates),
    )


def _done(standing: Standing, case: Case) -> DoneSoFar:
    """What was done this week. In a gentle week, coming back from one, and after a session that was too much, what
    somebody did of their own counts against what is left to do, too: the week had better hold no more in all.
    """
    days, request = standing.days, standing.request
    done = done_so_far(days.shown, request.entries, request.starts, request.today)
    spared = not case.kind.grows or case.pain.returning or standing.no_more
    return done._replace(own=0) if spared else done


def _floors_and_caps(offered: Offer, case: Case, therapy: Therapy, share: tuple[int, int]) -> tuple[Totals, Totals]:
    """The floors and caps of the layout: those of a gentle week are no floors; a therapist's walks are enough."""
    floors = offered.floors if case.kind.grows and not case.pain.returning else Totals()
    caps = offered.caps
    if share[0] < share[1]:
        caps = Totals(*(prorated(part, share) for part in caps))
        floors = Totals(*map(min, floors, caps))
    if therapy.walks is not None:
        caps = caps._replace(aerobic=therapy.walks)
        floors = floors._replace(aerobic=min(floors.aerobic, therapy.walks))
    if therapy.wet:
        caps = caps._replace(water=MOST_VISITS)
    return floors, caps


def _in_proportion(whole: Totals, done: Totals, back: WayBack) -> Totals:
    """What was done, and the share of a whole week that the days left are: nothing is made up."""
    return Totals(*(so_far + prorated(part, back.share) for so_far, part in zip(done, whole, strict=True)))


def _strength_on_monday(standing: Standing) -> bool:
    """Whether the week's Monday is gone and held strength."""
    days = standing.days
    monday = days.shown.day(days.every[0]) if days.shown and days.first > days.every[0] else None
    return monday is not None and "strength" in monday.kinds


def _with_step(standing: Standing, chosen: Chosen, offered: Offer) -> Selection:
    """The selection, its case with the minutes of aerobic work as given now and the rungs of the exercises."""
    case = chosen.selection.case
    longest = given_now(standing, case, offered.longest)
    own = {
        figure: max(1, many * min(longest, offered.longest) // offered.longest)
        for figure, many in offered.own.now.items()
    }
    planned = case._replace(
        aerobic_step=given_now(standing, case, offered.bout),
        longest_bout=longest,
        own_bouts=own,
        visit=given_now(standing, case, offered.visit),
        longest_visit=given_now(standing, case, offered.longest_visit),
        rungs=highest_rungs(standing, chosen.selection, chosen.lower.rungs),
        lifts=lifts(standing, chosen),
    )
    return chosen.selection._replace(case=planned)


def _stood_beside(shown: Week) -> frozenset[str]:
    """The exercises that stood beside the sessions of a week as it was shown."""
    return frozenset(item.exercise for day in shown.days for block in day.beside for item in block.items)


def _longest(selection: Selection, person: Person, bouts: Mapping[str, int]) -> int:
    """Minutes of the longest day offered."""
    return max((_budget(minutes, selection, bouts) for minutes in person.minutes.values()), default=0)


def _budget(minutes: int, selection: Selection, bouts: Mapping[str, int]) -> int:
    """What of a day's minutes is planned: beside a therapist's limit, what is done later in the day counts, too."""
    planned, most = _allowed(minutes, selection.case), selection.case.prescription.most_minutes
    return planned if most is None else max(0, min(planned, most - minutes_later(selection, bouts)))


def _allowed(minutes: int, case: Case) -> int:
    """What the rules on minutes leave of those of a day."""
    return reduce(lambda so_far, rule: rule.adjust(so_far, case), BUDGETS, minutes)


def _most_sets(standing: Standing) -> Mapping[str, int] | None:
    """The most sets each exercise may have where nothing may grow this week: as many as it was shown with."""
    shown = standing.days.shown
    if not standing.no_more or shown is None or not shown.kind.trains:
        return None
    return most_sets([day for day in shown.days if day.on >= standing.days.first])


def _bouts(selection: Selection, person: Person) -> dict[str, int]:
    """The minutes of each prescribed exercise as a bout, all its times of a day together: as asked and given now, or a
    session's.
    """
    case = selection.case
    longest = max((_allowed(minutes, case) for minutes in person.minutes.values()), default=0)
    most, later = case.prescription.most_minutes, minutes_later(selection, {})
    room = None if most is None else most - later
    by_id = selection.by_id
    asked = [(item, by_id.get(item.exercise or "")) for item in case.prescription.added]
    return {
        item.exercise or "": _bout(case, item, exercise, longest, room)
        if item.minutes and exercise
        else case.aerobic_step
        for item, exercise in asked
    }


def _bout(case: Case, asked: Prescribed, exercise: Exercise, longest: int, room: int | None) -> int:
    """The minutes a day of a prescribed walk or ride as given now: each time of it no longer than may be, and than the
    longest day, and all of them no longer than a therapist leaves ``room`` for.
    """
    times = asked.particulars.times
    given = asked_at(exercise, asked, case.rungs.get(exercise.id, 0)).minutes or asked.minutes or 0
    most = longest if room is None else min(longest, room // times)
    return times * min(given, max(1, most), minutes_for_pain(case, given))


def _targets(selection: Selection, therapy: Therapy) -> dict[str, int]:
    """What each target asks of this week; of aerobic work no more than a therapist laid down, and no pelvic floor work
    of ours beside theirs; no short walk where none is fit.
    """
    asked = {target.id: target.ask(selection.case) for target in TARGETS}
    asked |= {"pelvic-floor": 0} if daily.prescribed(selection) else {}
    asked |= {} if daily.short_walks(selection) else {"walk-daily": 0}
    walks = therapy.walks
    return asked if walks is None else asked | {"aerobic": min(walks, asked["aerobic"])}


def _share(days: Days, starts: date) -> tuple[int, int]:
    """Offered days from the day the plan began that no pause takes, of all offered days of the week."""
    named = [WEEKDAYS.index(day) for day in days.person.minutes]
    offered = [day for day in named if days.every[day] not in days.paused] or named
    return sum(day >= (days.begun - starts).days for day in offered), len(named)


def _day_before(standing: Standing) -> DayBefore:
    """What the day before the first to plan held."""
    weeks: list[Week] = [*standing.days.earlier, *([standing.days.shown] if standing.days.shown else [])]
    return day_before(weeks, standing.request.entries, standing.days.first - timedelta(days=1))


def _habit(days: Days, case: Case) -> tuple[Habit | None, ...]:
    """What each day was shown with, else what it held in the last whole week, in normal weeks: people keep what has its
    day, through days that pain made lighter, too.
    """
    if not case.kind.grows:
        return ()
    if days.shown is not None and days.shown.kind.grows:
        return tuple(habit_of(days.shown.day(day)) for day in days.dates)
    if (whole := week_of_habit(days)) is not None:
        held = usual_days(days, whole)
        return tuple(held[day.weekday()] for day in days.dates)
    return tuple(map(habit_of, _a_week_ago(days)))


HABIT_LASTS = 4  # weeks; our own inference


def week_of_habit(days: Days) -> Week | None:
    """The last whole week of late that was a normal one on all of its days."""
    lately = reversed(days.earlier[-HABIT_LASTS:])
    return next((week for week in lately if week.full and not week.eased and len(week.days) == len(days.every)), None)


def week_gone_on_from(days: Days) -> Week | None:
    """The week whose days a normal week keeps: the last whole one of late, else the last, where that was normal from
    its Monday on.
    """
    last = days.earlier[-1] if days.earlier else None
    return week_of_habit(days) or (
        last if last is not None and last.full and len(last.days) == len(days.every) else None
    )


def usual_days(days: Days, week: Week) -> tuple[Habit | None, ...]:
    """What each day of an earlier week held, but for what came to a day only as a session before it was missed, where
    the week before that one tells: what is made up for once is no habit.
    """
    held = tuple(map(habit_of, week.days))
    before = next((each for each in reversed(days.earlier) if each.starts < week.starts and each.full), None)
    if not week.missed or before is None or len(before.days) != len(held):
        return held
    then, first = map(habit_of, before.days), min(week.missed)
    return tuple(
        now if now is None or had is None or day.on <= first else tuple(map(and_, now, had))
        for day, now, had in zip(week.days, held, then, strict=True)
    )


def _a_week_ago(days: Days) -> list[Day | None]:
    """The days a week before those to plan, where that week was a normal one."""
    last = days.earlier[-1] if days.earlier else None
    return [last.day(day - timedelta(days=7)) for day in days.dates] if last and last.kind.grows else []


def _asked_days(days: Days, therapy: Therapy, share: tuple[int, int], so_far: Counter[str]) -> dict[str, int]:
    """Of the prescribed exercises that are laid out by days: those that the days left should still hold."""
    found = {}
    for exercise, wanted in therapy.days.items():
        item = days.prescription.item_for(exercise)
        left = days_left(days, item) if item else None
        if left is not None:
            found[exercise] = left
            continue
        open_days = days_open(days, item) if item else 7
        found[exercise] = max(0, prorated(-(-wanted * open_days // 7), share) - so_far[exercise])
    return found


def _wanted(
    case: Case, therapy: Therapy, programme: Mapping[str, str], done: DoneSoFar, asked_days: Mapping[str, int]
) -> Iterator[Wanted]:
    """The days left of each prescribed exercise, in the pool no more than there can be visits; and the most."""
    in_slots, visits = set(programme.values()), max(0, MOST_VISITS - done.water)
    for exercise, left in asked_days.items():
        days = min(left, visits) if exercise in therapy.wet else left
        in_its_slot = therapy.most_days(exercise) if exercise in in_slots else 0
        item = case.prescription.item_for(exercise)
        any_time = item is not None and item.through_the_day and exercise not in therapy.on_land
        yield Wanted(exercise, days, max(days, in_its_slot), any_time)


# -- asked for the days that somebody offers ----------------------------------------------------------------------


def problem_for(question: Question, person: Person) -> Problem:
    """The layout to solve for a person with other days or minutes."""
    return question.problem._replace(
        days=tuple(_options(question, person, day) for day in question.standing.days.dates)
    )


def best_layout(question: Question, least: int | None = None) -> Layout | None:
    """The best layout of the days to plan; None where it is worth less than the least. Days that cannot all keep what
    they were shown with are laid out anew.
    """
    person = question.standing.days.person
    try:
        return lay_out(problem_for(question, person), least)
    except NoWayError:
        return lay_out(problem_for(question._replace(as_shown=None), person), least)


def whole_week(question: Question, totals: Totals) -> Totals | None:
    """What a whole normal week holds now: as laid out, where it is one; else what the last one held."""
    days, kind, before = question.standing.days, question.case.kind, question.offer.floors
    normal = kind.grows and not question.case.pain.returning
    goes_on = question.standing.request.around or (normal and (days.gone or days.only))
    if days.shown is not None and days.shown.holds is not None and goes_on:
        holds = _still_held(question, days.shown.holds, totals)
        return Totals(*map(max, holds, before)) if _put_back(question) else holds
    if not normal or days.off or days.gone or (days.only and any(before)):
        return _with_beginnings(question, before, totals) if any(before) else _scaled(question, totals)
    return totals if any(totals) else None


def _with_beginnings(question: Question, before: Totals, totals: Totals) -> Totals:
    """What the last whole normal week held, with what begins in a whole week of three quarters: training that walks
    alone went before has nothing else to go on from. Walks have given way to it only where some of it was shown.
    """
    days = question.standing.days
    begun = totals if question.case.kind.grows and not (days.off or days.gone or days.only) else Totals()
    if days.shown is not None:
        begun = days.shown.holds or Totals()
    holds = Totals(*(had or now for had, now in zip(before, begun, strict=True)))
    walked = question.offer.walked
    walks = min(begun.aerobic, walked) if begun.core or begun.strength else walked
    return holds._replace(aerobic=max(holds.aerobic, walks))


def _put_back(question: Question) -> bool:
    """Whether days without a session had lowered the week as shown, and it is noted now that there were fewer."""
    shown = question.standing.days.shown
    lowered = shown is not None and after_gap(shown)
    return lowered and question.case.kind.grows and percent_after(question.standing.gap_days) == 100


def _still_held(question: Question, shown: Totals, totals: Totals) -> Totals:
    """What a week holds that is laid anew around what was done: as it was shown with, and what has grown since. More
    done than was ever asked for holds nothing.
    """
    return Totals(*(max(had, min(now, cap)) for had, now, cap in zip(shown, totals, question.caps, strict=True)))


def _scaled(question: Question, totals: Totals) -> Totals | None:
    """What the first days of a plan would make of a whole week; None where nothing says so."""
    left, whole = question.share
    if not question.case.kind.grows or not left:
        return None
    return Totals(*(part * whole // left for part in totals))


def _options(question: Question, person: Person, day: date) -> tuple[Option, ...]:
    days = question.standing.days
    offered = person.minutes.get(WEEKDAYS[day.weekday()], 0)
    if not offered or day in days.off or not question.case.kind.trains or _kept_free(question, day):
        return (REST,)
    minutes = _budget(offered, question.selection, question.therapy.bouts)
    pool = person.has_pool and (not person.pool_days or WEEKDAYS[day.weekday()] in person.pool_days)
    shown = [_bound_by(days, day)] if question.bounded else []
    bounds = [*shown, *(week.get(day, REST) for week in question.at_most)]
    walk = min((bound.aerobic for bound in bounds), default=ANY)
    day_limit = DayLimit(minutes, aerobic=walk, offered=minutes)
    if question.as_shown is not None:
        whole = _within(question, day, _made_to(question, day_limit._replace(aerobic=ANY), pool, shown), shown)
        if kept := question.as_shown.keep(day, whole, {*_within(question, day, whole, bounds)}):
            return kept
    if question.standing.request.around and days.shown:
        day_limit = day_limit._replace(minutes=min(minutes, longest_day(days.shown)))
    held = [*shown, *_before_a_pause(question), *_on_the_way_back(question)]
    found = _within(question, day, _made_to(question, day_limit, pool, held), bounds)
    if not bounds or any(option.active for option in found):
        return found
    found = _within(question, day, _made_to(question, day_limit, pool, bounds), bounds)
    if question.gentle_menu is None or any(option != REST for option in found):
        return found
    return _within(question, day, question.gentle_menu.options(_bounded(day_limit, bounds), pool=pool), bounds)


def _made_to(question: Question, limit: DayLimit, pool: bool, bounds: Iterable[Option]) -> tuple[Option, ...]:
    """Ways to fill a day within a limit, with no more minutes and sets than its bounds."""
    return question.menu.options(_bounded(limit, bounds), pool=pool)


def _bounded(limit: DayLimit, bounds: Iterable[Option]) -> DayLimit:
    """A limit with no more minutes and sets than some bounds."""
    most = [(limit.minutes, limit.sets), *((bound.minutes, bound.sets) for bound in bounds)]
    minutes, sets = (min(each) for each in zip(*most, strict=True))
    return DayLimit(minutes, sets, limit.aerobic, limit.offered)


def _before_a_pause(question: Question) -> list[Option]:
    """What no day may hold more than in a week with a pause: as much as the fullest of the last one without. What a
    therapist asked for has its room all the same.
    """
    days = question.standing.days
    whole = (week for week in reversed(days.earlier) if week.kind.grows and not any(day.pause for day in week.days))
    last = next(whole, None) if days.paused and not question.therapy.days else None
    fullest = fullest_of([last]) if last else None
    return [REST._replace(minutes=fullest.minutes, sets=fullest.sets)] if fullest else []


def _on_the_way_back(question: Question) -> list[Option]:
    """What no day left may hold more than in a week in which a flare came and went, or a stop was lifted. What a
    therapist asked for has its room all the same.
    """
    back = question.standing.back
    if back is None or back.fullest is None or question.therapy.days:
        return []
    return [REST._replace(minutes=back.fullest.minutes, sets=back.fullest.sets)]


def _within(
    question: Question, day: date, options: tuple[Option, ...], bounds: Collection[Option]
) -> tuple[Option, ...]:
    """What is within the bounds of a day, of the options made for it."""
    off = question.kept_off.get(day, frozenset())
    if not off and not bounds:
        return options  # the same for all days alike, which the search goes by
    return tuple(o for o in options if o.prescribed.isdisjoint(off) and all(lighter(o, bound) for bound in bounds))


def _kept_free(question: Question, day: date) -> bool:
    """Whether a day was shown as a rest day and stays one, because the week is laid out around what was done."""
    kept = (
        question.standing.days.shown.day(day)
        if question.standing.request.around and question.standing.days.shown
        else None
    )
    return kept is not None and kept.rest and kept.pause is None


def _bound_by(days: Days, on: date) -> Option:
    """What a day held as shown, as a bound: after a session that was too much, nothing more this week. For other
    days than before, the fullest day to come.
    """
    assert days.shown is not None
    same = days.only == days.shown.only_days
    found = [day for day in days.shown.days if (day.on == on if same else day.on >= days.first)]
    return max(map(option_of, found), key=lambda option: (option.minutes, option.sets), default=REST)


def last_week(days: Days) -> list[Option]:
    """What the days to plan held a week ago, where that was a normal week."""
    return [option_of(day) for day in _a_week_ago(days) if day is not None]


def no_more_than(question: Question, weeks: Iterable[Mapping[date, Option]]) -> Iterator[Question]:
    """A question for no more of each part than any of some weeks, or the last one, holds; then than those weeks."""
    done, kept = question.done.totals, question.offer.floors
    held = [totals_of(done, week.values()) for week in weeks]
    bounds = Totals(*map(min, question.caps, *held))
    for caps in dict.fromkeys((Totals(*map(min, question.caps, map(max, bounds, kept))), bounds)):
        yield _worth(question, Totals(*map(min, kept, caps)), caps)
