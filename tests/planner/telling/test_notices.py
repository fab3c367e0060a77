"""What a person should know about a week: that a number would let it go faster, and what high, steady pain asks for."""

from datetime import date

import pytest

from backplan.model.diary import LogEntry
from backplan.model.vocabulary import Leg
from backplan.planner.telling.notices import ASK_ABOUT_PAIN, SILENT, STEADY
from backplan.planner.week import make_week
from tests.support.growth import DAY, DONE_ONLY, WEEK, WELL, Plan
from tests.support.people import ON


def told(plan: Plan) -> list[str]:
    return [notice.sentence for notice in make_week(plan.request()).notices]


def lived(weeks: int, said: LogEntry = DONE_ONLY, morning: int | None = None) -> Plan:
    plan = Plan()
    plan.live(weeks, said, morning)
    return plan


def test_in_silence_one_line_a_week_says_that_a_number_would_help() -> None:
    assert SILENT not in told(Plan())
    for weeks in (1, 2, 3):
        assert told(lived(weeks)).count(SILENT) == 1


def test_where_anything_is_known_of_how_a_session_went_it_is_not_said() -> None:
    plan = lived(2)
    plan.entries.append(LogEntry(plan.weeks[1].days[0].on + DAY, "morning", pain=3))
    assert SILENT not in told(plan)
    assert SILENT not in told(lived(2, WELL, 3))


@pytest.mark.parametrize(("weeks", "said"), [(3, False), (4, True)])
def test_it_is_said_again_when_what_was_known_is_four_weeks_old(weeks: int, said: bool) -> None:
    plan = lived(1)
    plan.entries.append(LogEntry(plan.weeks[0].days[0].on + DAY, "morning", pain=3))
    plan.live(weeks)
    assert (SILENT in told(plan)) == said


@pytest.mark.parametrize(("leg", "said"), [("none", True), ("thigh", False)])
def test_it_is_not_said_right_after_a_session_that_was_too_much(leg: Leg, said: bool) -> None:
    plan = lived(2)
    plan.entries.append(DONE_ONLY._replace(on=_last(plan), leg=leg))
    assert (SILENT in told(plan)) == said


def _last(plan: Plan) -> date:
    """The last day of the last week with a session, which held every part."""
    return max(day.on for day in plan.weeks[-1].days if {"core", "strength", "aerobic"} <= day.kinds)


@pytest.mark.parametrize("week", [2, 3, 4, 5])
def test_high_steady_pain_grows_slowly_and_asks_about_pain_control_in_three_weeks(week: int) -> None:
    plan = Plan()
    plan.who = plan.who._replace(pain=plan.who.pain._replace(now=7, usual=7, on=ON - 2 * WEEK))
    plan.entries = [DONE_ONLY._replace(on=ON - number * DAY) for number in (10, 8)]
    plan.live(week - 1, WELL._replace(pain=7, peak=7), 7)
    (steady,) = (sentence for sentence in told(plan) if sentence.startswith(STEADY))
    assert (ASK_ABOUT_PAIN in steady) == (week in (1, 2, 4))
    assert SILENT not in told(plan)
