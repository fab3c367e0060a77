"""The protected dose of core and strength stands before a walk grows past ten minutes, for people with little time
whose walks begin at ten or less: 3 rounds of core a week on days of about 20 minutes, 4 on 30, 6 from 45, and strength
once, as far as their days could hold both beside walks of ten minutes.

It is no law for everybody: on days under 20 minutes, on fewer than three, or for walks that begin longer, a walk may
grow while a round of core waits, as on short days walks come first (docs/planning.md).
"""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from backplan.model.diary import LogEntry
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import Week
from backplan.planner.day.option import Option
from backplan.planner.lay import lay
from backplan.planner.layout.laid import Laid
from backplan.planner.layout.question import problem_for
from tests.support.examples import law
from tests.support.growth import DONE_ONLY, WELL, Plan
from tests.support.people import person
from tests.support.strategies import subset

WEEKS, DAYS = 5, 3
SHORT = 10  # minutes of a walk that needs no dose beside it
ROUNDS = ((26, 3), (36, 4), (1440, 6))  # of core, by the minutes of the days under which they hold
MANNERS = (WELL, WELL._replace(effort=3), DONE_ONLY)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Somebody with little time, before their first week."""
    days = draw(subset(WEEKDAYS, 5))
    days = days if len(days) >= DAYS else ("mon", "wed", "fri")
    who = person(
        minutes=dict.fromkeys(days, draw(st.integers(20, 40))),
        aerobic_minutes=draw(st.integers(5, 12)),
        level=draw(st.sampled_from(("basic", "intermediate"))),
        born=draw(st.sampled_from((None, 1950))),
        floor=draw(st.sampled_from((True, True, False))),
    )
    return Plan(who)


@law(8)
@given(plans(), st.sampled_from(MANNERS))
def test_the_protected_dose_stands_before_a_walk_grows_past_ten_minutes(plan: Plan, manner: LogEntry) -> None:
    rounds = next(count for under, count in ROUNDS if max(plan.who.minutes.values()) < under)
    for _ in range(WEEKS):
        laid = lay(plan.request())
        week = plan.live(1, manner, None if manner is DONE_ONLY else 3)
        if len(plan.weeks) > 1 and SHORT < longest(week) > longest(plan.weeks[-2]):
            assert stands(week, rounds) or not could_hold(laid, rounds), (week.starts, week.holds, longest(week))


def longest(week: Week) -> int:
    """The longest walk or ride of a week, in minutes."""
    return max((day.aerobic_minutes for day in week.days), default=0)


def stands(week: Week, rounds: int) -> bool:
    """Whether a week shows so many rounds of core, and strength."""
    return week.holds is not None and week.holds.core >= rounds and week.holds.strength > 0


def could_hold(laid: Laid, rounds: int) -> bool:
    """Whether the days could hold that dose with walks of ten minutes at the most: day by day, all that may add up."""
    menus = problem_for(laid.question, laid.standing.days.person).days
    sums = {(0, 0)}
    for menu in menus:
        sums = {(core + c, strength + s) for core, strength in sums for c, s in _with_short_walks(menu)}
    return any(core >= rounds and strength for core, strength in sums)


def _with_short_walks(menu: Sequence[Option]) -> set[tuple[int, int]]:
    return {(option.rounds, option.strength_rounds) for option in menu if option.aerobic <= SHORT}
