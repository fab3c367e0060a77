"""Help: the smallest change of days or minutes that would clear the first unmet row, computed."""

from collections.abc import Callable, Sequence
from functools import cache

from backplan.model.case import Case
from backplan.model.person import Person
from backplan.model.vocabulary import WEEKDAYS, Weekday
from backplan.model.week import Totals
from backplan.model.wording import WEEKDAY_NAMES, counted
from backplan.named_tuple import NamedTuple
from backplan.planner.day.option import Option
from backplan.planner.diary.done import habit_of
from backplan.planner.growth import offer as growth_offer
from backplan.planner.lay import lay
from backplan.planner.layout.laid import Laid
from backplan.planner.layout.points import totals_of
from backplan.planner.layout.problem import Problem, each_once
from backplan.planner.layout.question import Question, best_layout, problem_for, question_of
from backplan.planner.layout.search import Puzzle

HELP_STEP = 5  # minutes
MORE = (5, 10, 15, 20, 30, 45)  # minutes a day more that help may propose
A_LOT = (15, 45)  # of which one must do, in a good layout, for any to be searched
MOST_DAYS = 2  # days more that help may propose
Minutes = tuple[tuple[Weekday, int], ...]  # of the days offered


class Help(NamedTuple):
    """The smallest changes that would clear the first unmet row: minutes on the same days, or this many days.

    ``raised`` names the days that would need more minutes.
    """

    row: int | None = None
    minutes: int | None = None
    raised: tuple[Weekday, ...] = ()
    days: int | None = None


NO_HELP = Help()


def with_room(laid: Laid) -> Question:
    """What a week would be asked that keeps what this one holds, on its days, and in which every part may take its next
    step: so that the answer is the same in the weeks in which one may and in those in which it has to wait.
    """
    standing, habit = laid.standing, {day.on: habit_of(day) for day in laid.days}
    offered = growth_offer.with_room(laid.question.offer, laid.totals, standing)
    question = question_of(standing, laid.chosen, offered, calm=False, like=laid.question)
    problem = question.problem._replace(habit=tuple(habit[on] for on in standing.days.dates))
    return question._replace(problem=problem, as_shown=None)


def holds_with_room(question: Question) -> Totals:
    """What the days as they are would hold of such a week."""
    layout = best_layout(question)
    assert layout is not None
    return totals_of(question.done.totals, layout.options)


def help_for(
    laid: Laid,
    question: Question,
    short_of: Callable[[Sequence[Option]], tuple[int, ...]],
    met: Callable[[int, Laid], bool],
) -> Help:
    """Search the smallest change that clears the first unmet row: more minutes on the same days, then more days.
    ``question`` is what a week with room is asked, ``short_of`` gives the shortfalls of a layout. A first week, which
    keeps nothing yet, has to clear it, too. What a good layout can clear, the best one must clear, too, as it is what
    would be shown. Where a therapist prescribed something, whose doses hang on the minutes of the days, a week is
    laid out anew for them, and whether the row is ``met`` by that is the last word.
    """
    person = laid.standing.days.person
    asked = (question,) if any(laid.question.offer.floors) else (question, laid.question._replace(as_shown=None))
    row = next((index for index, short in enumerate(short_of(laid.options)) if short), None)
    if row is None or not person.minutes:
        return NO_HELP

    @cache
    def puzzle(number: int, minutes: Minutes) -> Puzzle | None:
        problem = problem_for(asked[number], person._replace(minutes=dict(minutes)))
        return None if any(short_of(_most(problem))[: row + 1]) else Puzzle(problem)

    def all_clear(minutes: Minutes, layout: Callable[[Puzzle], Sequence[Option]]) -> bool:
        tried = (puzzle(number, minutes) for number in range(len(asked)))
        return not any(each is None or any(short_of(layout(each))[: row + 1]) for each in tried)

    def can_clear(minutes: Minutes) -> bool:
        return all_clear(minutes, lambda each: each.good)

    def clears(minutes: Minutes) -> bool:
        return can_clear(minutes) and all_clear(minutes, lambda each: each.best.options)

    is_met = _met_anew(laid, lambda anew: met(row, anew))
    minutes = _more_minutes(person, can_clear, clears, is_met)
    here = [WEEKDAYS[day.weekday()] for day in laid.standing.days.every if day >= laid.standing.days.begun]
    raised = tuple(day for day in here if minutes is not None and person.minutes.get(day, minutes) < minutes)
    late = question.share[0] < question.share[1]  # then a number of days would be one of those that are gone, too
    days = None if late else _more_days(person, here, lambda minutes: clears(minutes) and is_met(minutes))
    return Help(row, minutes, raised, days)


def _met_anew(laid: Laid, met: Callable[[Laid], bool]) -> Callable[[Minutes], bool]:
    """Whether the week, laid out anew with other minutes, meets what is asked, as prescribed doses hang on them; always
    so where nothing is prescribed.
    """
    prescribed = laid.question.case.prescription
    if not (prescribed.added or prescribed.limit):
        return lambda _: True
    return cache(lambda minutes: met(_anew(laid, minutes)))


def _anew(laid: Laid, minutes: Minutes) -> Laid:
    """The week as it would be laid out with other minutes."""
    request, person = laid.standing.request, laid.standing.days.person._replace(minutes=dict(minutes))
    return lay(request._replace(person=person, only_days=request.only_days and tuple(person.minutes)))


def _most(problem: Problem) -> list[Option]:
    """The most of everything that each day may hold, all at once: what still falls short then, no layout clears, as no
    shortfall grows by more of anything.
    """
    return each_once(problem.days, _most_of)


def _most_of(options: Sequence[Option]) -> Option:
    return Option(
        aerobic=max(option.aerobic for option in options),
        core=any(option.core for option in options),
        strength=any(option.strength for option in options),
        water=any(option.water for option in options),
        active=any(option.active for option in options),
        prescribed=frozenset().union(*{option.prescribed for option in options}),
        rounds=max(option.rounds for option in options),
        more=max(option.more for option in options),
        strength_rounds=max(option.strength_rounds for option in options),
    )


def _more_minutes(
    person: Person,
    can_clear: Callable[[Minutes], bool],
    clears: Callable[[Minutes], bool],
    is_met: Callable[[Minutes], bool],
) -> int | None:
    """The least minutes, of a few, that every offered day would need; None when even a lot more does not help. A week
    laid out anew costs as much as all else, so where the fewest are not enough, the most are looked at before those
    between.
    """
    least = min(person.minutes.values())

    def raised(to: int) -> Minutes:
        return tuple((day, max(minutes, to)) for day, minutes in person.minutes.items())

    begin = least // HELP_STEP * HELP_STEP
    if not any(can_clear(raised(begin + more)) for more in A_LOT):
        return None
    tries = (begin + more for more in MORE if clears(raised(begin + more)))
    fewest = next(tries, None)
    if fewest is None or is_met(raised(fewest)):
        return fewest
    more = list(tries)
    return next((to for to in more if is_met(raised(to))), None) if more and is_met(raised(more[-1])) else None


def _more_days(person: Person, here: Sequence[Weekday], clears: Callable[[Minutes], bool]) -> int | None:
    """How many days would be enough at the minutes of the shortest, adding the free days of this week in order."""
    minutes = tuple(person.minutes.items())
    for day in [day for day in here if day not in person.minutes][:MOST_DAYS]:
        minutes = (*minutes, (day, min(person.minutes.values())))
        if clears(minutes):
            return len(minutes)
    return None


def ways(found: Help, case: Case) -> str:
    """The changes that would help, in words: 30 minutes on four days or five days of 20 minutes; "" without any. No day
    is told longer than a therapist lets it be.
    """
    person, limit = case.person, case.prescription.limit
    least = min([*person.minutes.values(), *([limit.minutes] if limit and limit.minutes else [])], default=0)
    minutes = [] if found.minutes is None else [f"{found.minutes} minutes on {_which(found.raised, person)}"]
    days = [] if found.days is None else [f"{counted(found.days, 'day', spelled=True)} of {least} minutes"]
    return " or ".join([*minutes, *days])


def _which(raised: Sequence[Weekday], person: Person) -> str:
    """The days that would need more minutes: all of them as a number, some by name."""
    if len(raised) == len(person.minutes):
        return counted(len(raised), "day", spelled=True)
    return " and ".join(WEEKDAY_NAMES[day] for day in raised)
