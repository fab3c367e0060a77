"""Question: everything the layout of one week is asked, but for the days and minutes that the person offers."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import reduce
from typing import NamedTuple

from backplan.model.case import Case
from backplan.model.person import Person
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import GivenDose, Week, most_sets
from backplan.planner.choice.dose import eased
from backplan.planner.choice.select import Selection
from backplan.planner.day.core_and_strength import CoreAndStrength
from backplan.planner.day.menu import Menu
from backplan.planner.day.option import REST, Option, option_of
from backplan.planner.day.therapy import Therapy
from backplan.planner.diary.done import DayBefore, DoneSoFar, Habit, day_before, days_done, done_so_far, habit_of
from backplan.planner.growth.aerobic_step import given_now, minutes_for_pain
from backplan.planner.growth.climb import Chosen
from backplan.planner.growth.standing import Standing
from backplan.planner.layout.asks import asks, prorated
from backplan.planner.layout.problem import Limits, Problem, Wanted
from backplan.planner.layout.search import best_shortfalls, lay_out
from backplan.planner.screen.days import Days
from backplan.rules.budget import BUDGETS
from backplan.rules.budget.start_small import SHARE
from backplan.rules.target import TARGETS

FLOORS = 6  # the first tiers of the layout: what starting small must never cost
FIRST_WHOLE_WEEK = len(SHARE)  # the first programme week that does not start small


class Question(NamedTuple):
    """What the layout of one week is asked. ``problem`` is all of it but the options of the days.

    ``at_most`` bounds each day of a gentle week by the same day of a calm one (None: nothing bounds them); ``bounded``
    says that no day may hold more than it was shown with.
    """

    standing: Standing
    selection: Selection  # with the case as it is planned: its step and its rungs
    programme: Mapping[str, str]
    whole_step: int  # aerobic minutes of a session in a calm week
    therapy: Therapy
    menu: Menu
    targets: Mapping[str, int]
    share: tuple[int, int]  # offered days from the day the plan began, of all offered days of the week
    done: DoneSoFar
    days_done: Counter[str]  # on how many days of this week each exercise was done
    longest: int  # minutes of the longest day offered, once the weeks no longer start small
    asked_days: Mapping[str, int]  # prescribed exercise -> the days that the days left should still hold it
    problem: Problem
    bounded: bool
    at_most: Mapping[date, Option] | None = None

    @property
    def case(self) -> Case:
        """The person as the week is planned for them, with the minutes of an aerobic session and the rungs of doses."""
        return self.selection.case


def question_of(standing: Standing, chosen: Chosen, whole: int, *, calm: bool) -> Question:
    """What the layout is asked with these exercises, and aerobic sessions of so many minutes in a calm week."""
    selection, programme = _with_step(standing, chosen, whole), chosen.programme
    case, days, request = selection.case, standing.days, standing.request
    longest, most = _longest(case, days.person), _most_sets(standing)
    therapy = Therapy(selection, programme, longest, _bouts(selection, longest), most)
    targets, share = _targets(case, therapy), _share(days, request.starts)
    done = done_so_far(days.shown, request.entries, request.starts, request.today, case.aerobic_step)
    so_far = days_done(days.shown, request.entries, request.starts, request.today)
    asked_days = _asked_days(days, therapy, share, so_far) if targets["prescribed"] else {}
    return Question(
        standing=standing,
        selection=selection,
        programme=programme,
        whole_step=whole,
        therapy=therapy,
        menu=Menu(selection, CoreAndStrength(selection, programme, therapy, most), therapy),
        targets=targets,
        share=share,
        done=done,
        days_done=so_far,
        longest=longest,
        asked_days=asked_days,
        problem=Problem(
            days=(),
            asks=asks(case, targets, share, done, len(days.dates)),
            limits=_limits(therapy, done),
            day_before=_day_before(standing),
            aerobic_step=case.aerobic_step,
            habit=_habit(days, case),
            wanted=tuple(_wanted(therapy, programme, done, asked_days)),
        ),
        bounded=standing.no_more and not calm and days.shown is not None and days.shown.kind.trains,
    )


def _with_step(standing: Standing, chosen: Chosen, whole: int) -> Selection:
    """The selection, its case with the minutes of an aerobic session as given now and the rungs of the exercises."""
    case = chosen.selection.case
    planned = case._replace(aerobic_step=given_now(standing, case, whole), rungs=chosen.lower.rungs)
    return chosen.selection._replace(case=planned)


def _longest(case: Case, person: Person) -> int:
    """Minutes of the longest day offered, once the weeks no longer start small."""
    return max((_budget(minutes, case, FIRST_WHOLE_WEEK) for minutes in person.minutes.values()), default=0)


def _budget(minutes: int, case: Case, week: int) -> int:
    """What of a day's minutes is planned, in some week of the programme."""
    then = case._replace(programme_week=week)
    return reduce(lambda so_far, rule: rule.adjust(so_far, then), BUDGETS, minutes)


def _most_sets(standing: Standing) -> Mapping[str, int] | None:
    """The most sets each exercise may have where nothing may grow this week: as many as it was shown with."""
    shown = standing.days.shown
    if not standing.no_more or shown is None or not shown.kind.trains:
        return None
    return most_sets([day for day in shown.days if day.on >= standing.days.first])


def _bouts(selection: Selection, longest: int) -> dict[str, int]:
    """The minutes of each prescribed exercise as a bout: as asked and given now, or a session's."""
    case = selection.case
    asked = {each.exercise: each.minutes for each in case.prescription.added if each.exercise}
    return {key: _bout(case, key, minutes, longest) if minutes else case.aerobic_step for key, minutes in asked.items()}


def _bout(case: Case, exercise: str, asked: int, longest: int) -> int:
    """The minutes of a prescribed walk or ride as given now, no longer than the longest day."""
    given = eased(GivenDose(minutes=asked), case.rungs.get(exercise, 0)).minutes or asked
    return min(given, longest, minutes_for_pain(case, given))


def _targets(case: Case, therapy: Therapy) -> dict[str, int]:
    """What each target asks of this week; of aerobic work no more than a therapist laid down."""
    asked = {target.id: target.ask(case) for target in TARGETS}
    walks = therapy.walks
    return asked if walks is None else asked | {"aerobic": min(walks, asked["aerobic"])}


def _share(days: Days, starts: date) -> tuple[int, int]:
    """Offered days from the day the plan began, of all offered days of the week."""
    named = [WEEKDAYS.index(day) for day in days.person.minutes]
    offered = [day for day in named if days.every[day] not in days.paused] or named
    return sum(day >= (days.begun - starts).days for day in offered), len(offered)


def _limits(therapy: Therapy, done: DoneSoFar) -> Limits:
    """The most the days left may hold, after what was done."""
    most = Limits()._replace(full=max(Limits().full, therapy.walking_days))
    return Limits(*(max(0, each - got) for each, got in zip(most, done.limited, strict=True)))


def _day_before(standing: Standing) -> DayBefore:
    """What the day before the first to plan held."""
    weeks: list[Week] = [*standing.days.earlier, *([standing.days.shown] if standing.days.shown else [])]
    return day_before(weeks, standing.request.entries, standing.days.first - timedelta(days=1))


def _habit(days: Days, case: Case) -> tuple[Habit | None, ...]:
    """What each day held last week, if that was a normal week: people keep what has its day."""
    last = days.earlier[-1] if days.earlier else None
    if last is None or not last.kind.grows or not case.kind.grows:
        return ()
    return tuple(habit_of(last.day(day - timedelta(days=7))) for day in days.dates)


def _asked_days(days: Days, therapy: Therapy, share: tuple[int, int], so_far: Counter[str]) -> dict[str, int]:
    """Of the prescribed exercises that are laid out by days: those that the days left should still hold."""
    found = {}
    for exercise, wanted in therapy.days.items():
        open_days = sum(exercise not in _over_on(days, day) for day in days.every)
        found[exercise] = max(0, prorated(-(-wanted * open_days // 7), share) - so_far[exercise])
    return found


def _wanted(
    therapy: Therapy, programme: Mapping[str, str], done: DoneSoFar, asked_days: Mapping[str, int]
) -> Iterator[Wanted]:
    """The days left of each prescribed exercise, in the pool no more than there can be visits; and the most."""
    in_slots, visits = set(programme.values()), max(0, Limits().water - done.water)
    for exercise, left in asked_days.items():
        days = min(left, visits) if exercise in therapy.wet else left
        in_its_slot = therapy.most_days(exercise) if exercise in in_slots else 0
        yield Wanted(exercise, days, max(days, in_its_slot))


def _over_on(days: Days, day: date) -> frozenset[str]:
    """The prescribed exercises that had their last day before a day."""
    return frozenset(e.exercise for e in days.prescription.added if e.exercise and e.until and e.until < day)


# -- asked for the days that somebody offers ----------------------------------------------------------------------


def problem_for(question: Question, person: Person, start_week: int) -> Problem:
    """The layout to solve for a person with other days or minutes, starting as small as in some week."""
    return question.problem._replace(
        days=tuple(_options(question, person, day, start_week) for day in question.standing.days.dates)
    )


def shortfalls_for(question: Question, person: Person, start_week: int) -> tuple[int, ...]:
    """By how much each tier of the layout falls short at best, for a person with other days or minutes.

    Nothing is said about neighbouring days.
    """
    return best_shortfalls(problem_for(question, person, start_week))


def smallest_start(question: Question) -> int:
    """The programme week whose share of the minutes is used: this one, or a later one if the floors need it."""
    person, number = question.standing.days.person, question.standing.days.number
    whole = shortfalls_for(question, person, FIRST_WHOLE_WEEK)[:FLOORS]
    weeks = range(min(number, FIRST_WHOLE_WEEK), FIRST_WHOLE_WEEK)
    return next((week for week in weeks if shortfalls_for(question, person, week)[:FLOORS] == whole), FIRST_WHOLE_WEEK)


def best_options(question: Question, start_week: int) -> dict[date, Option]:
    """The best layout: an option for each day to plan, starting as small as in some week."""
    found = lay_out(problem_for(question, question.standing.days.person, start_week))
    return dict(zip(question.standing.days.dates, found, strict=True))


def _options(question: Question, person: Person, day: date, start_week: int) -> tuple[Option, ...]:
    days = question.standing.days
    offered = person.minutes.get(WEEKDAYS[day.weekday()], 0)
    if not offered or day in days.off or not question.case.kind.trains or _kept_free(question, day):
        return (REST,)
    minutes = _budget(offered, question.case, start_week)
    if question.standing.request.around and days.shown:
        minutes = min(minutes, max(days.shown.days, key=lambda each: each.minutes).minutes)
    pool = person.has_pool and (not person.pool_days or WEEKDAYS[day.weekday()] in person.pool_days)
    most = _as_shown(days, day) if question.bounded else None
    if most is None:
        options = question.menu.options(minutes, pool)
    else:
        options = question.menu.options(min(minutes, most.minutes), pool, most.sets)
    over, bounds = _over_on(days, day), _bounds(question, day, most)
    return tuple(o for o in options if o.prescribed.isdisjoint(over) and all(lighter(o, bound) for bound in bounds))


def _bounds(question: Question, day: date, shown: Option | None) -> list[Option]:
    """What a day may hold no more than: itself as it was shown, and the same day of a calm week in a gentle one."""
    calm = None if question.at_most is None else question.at_most.get(day, REST)
    return [bound for bound in (shown, calm) if bound is not None]


def _kept_free(question: Question, day: date) -> bool:
    """Whether a day was shown as a rest day and stays one, because the week is laid out around what was done."""
    kept = (
        question.standing.days.shown.day(day)
        if question.standing.request.around and question.standing.days.shown
        else None
    )
    return kept is not None and kept.rest and kept.pause is None


def _as_shown(days: Days, on: date) -> Option:
    """What a day held as shown, as a bound: after a session that was too much, nothing more this week. For other
    days than before, the fullest day to come.
    """
    assert days.shown is not None
    same = days.only == days.shown.only_days
    found = [day for day in days.shown.days if (day.on == on if same else day.on >= days.first)]
    return max(map(option_of, found), key=lambda option: (option.minutes, option.sets), default=REST)


def lighter(option: Option, than: Option) -> bool:
    """Whether an option holds no more of anything than another; a pool visit may become its parts at home."""
    return (
        option.aerobic <= than.aerobic
        and option.core <= than.core
        and option.strength <= than.strength
        and option.water <= than.water
        and option.sets <= than.sets
        and option.minutes <= than.minutes
        and option.prescribed <= than.prescribed
    )
