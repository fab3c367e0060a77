"""Days: the seven days of a week, which of them are still to plan, and on which of these nothing can be."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from backplan.model.person import Person
from backplan.model.prescription import Prescription, in_force
from backplan.model.vocabulary import WEEKDAYS, Weekday
from backplan.model.week import Week, monday
from backplan.named_tuple import NamedTuple
from backplan.planner.diary import missed
from backplan.planner.diary.pause import paused
from backplan.planner.request import Request
from backplan.planner.screen.stops import Stop, stop


class Days(NamedTuple):
    """The seven dates of a week and what is known of them before anything is chosen.

    ``person`` offers the days of `week --days` where they were named (``only``); ``first`` is the first day to plan,
    ``begun`` the day this week's plan first began; ``ahead`` are days to come whose session was done already, which
    stay as they were shown.
    """

    person: Person
    only: tuple[Weekday, ...] | None
    every: tuple[date, ...]
    first: date
    begun: date
    shown: Week | None  # this week as last shown
    earlier: tuple[Week, ...]  # the weeks before this one, as shown, oldest first
    number: int  # of this week since the plan began
    ahead: frozenset[date]
    paused: Mapping[date, str]  # with why
    stopped: Mapping[date, Stop]  # of the days to plan, those on which nothing may be given
    prescription: Prescription  # as it holds on the first day to plan

    @property
    def dates(self) -> tuple[date, ...]:
        """The days of the week that are still to plan, from the first of them on."""
        return tuple(day for day in self.every if day >= self.first)

    @property
    def gone(self) -> tuple[date, ...]:
        """The days of the week before the first to plan."""
        return tuple(day for day in self.every if day < self.first)

    @property
    def on(self) -> date:
        """The date for which dated rules are asked: the first day to plan, or the last of the week when it is over."""
        return min(self.first, self.every[-1])

    @property
    def off(self) -> frozenset[date]:
        """The days of the week on which nothing is laid out: stopped, paused, or done already."""
        return frozenset((*self.stopped, *self.paused, *self.ahead))

    def offered(self, person: Person) -> list[date]:
        """The days to plan for which a person has minutes, and on which something may be laid out."""
        return [day for day in self.dates if person.minutes.get(WEEKDAYS[day.weekday()]) and day not in self.off]


def days_of(request: Request) -> Days:
    """The days of the week that a request is for. After a birth a plan begins anew: the weeks before it are over."""
    birth = request.person.birth
    since = [week for week in request.weeks if birth is None or week.starts > birth.on]
    shown = next((week for week in reversed(request.weeks) if week.starts == request.starts), None)
    only = request.only_days or (shown.only_days if shown else None)
    person = request.person.with_days(only) if only else request.person
    every = tuple(request.starts + timedelta(days=number) for number in range(7))
    first = _first(request, shown)
    done_ahead = missed.done_ahead(shown, request.entries, first - timedelta(days=1)) if shown else ()
    stops = ((day, stop(person, day)) for day in every if day >= first)
    return Days(
        person=person,
        only=only,
        every=every,
        first=first,
        begun=(shown.begun if shown else None) or first,
        shown=shown,
        earlier=tuple(week for week in since if week.starts < request.starts),
        number=_number(request, since),
        ahead=frozenset(done_ahead),
        paused=paused(request.entries, every),
        stopped={day: found for day, found in stops if found is not None},
        prescription=in_force(request.prescriptions, min(first, every[-1])),
    )


def _first(request: Request, shown: Week | None) -> date:
    """The first day to plan: today, or tomorrow when today's session, or what a day of rest holds every day, is done
    already, or let go.
    """
    start = max(request.starts, request.today)
    kept = shown.day(start) if shown else None
    noted = any(
        e.kind == "session" and e.on == start and (e.of or e.done == "no" or (kept and (kept.sessions or kept.daily)))
        for e in request.entries
    )
    return start + timedelta(days=1) if noted else start


def _number(request: Request, since: Sequence[Week]) -> int:
    """The number of the week since the plan began, or began anew, from 1."""
    begin = request.began or min((week.starts for week in since), default=request.starts)
    return max(1, (request.starts - monday(begin)).days // 7 + 1)
