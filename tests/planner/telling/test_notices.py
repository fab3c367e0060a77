"""What a person should know about a week: that a number would let it go faster, and what high, steady pain asks for."""

from datetime import date

import pytest

from backplan.model.diary import LogEntry
from backplan.model.person import Person
from backplan.model.prescription import Prescribed
from backplan.model.usual import Usual
from backplan.model.vocabulary import Leg
from backplan.model.week import monday
from backplan.planner.growth.levels import PARTS
from backplan.planner.growth.pace import held_by
from backplan.planner.telling.notices import ASK_ABOUT_PAIN, HIGH_WEEK, OLDER, SILENT, STEADY
from backplan.planner.week import make_week
from tests.support.growth import DAY, DONE_ONLY, WEEK, WELL, Plan
from tests.support.people import ON, person
from tests.support.planned import planned


def told(plan: Plan) -> list[str]:
    return [notice.sentence for notice in make_week(plan.request()).notices]


def lived(weeks: int, said: LogEntry = DONE_ONLY, morning: int | None = None) -> Plan:
    plan = Plan()
    plan.live(weeks, said, morning)
    return plan


def test_in_silence_a_line_now_and_then_says_that_a_number_would_help() -> None:
    assert SILENT not in told(Plan())
    assert [told(lived(weeks)).count(SILENT) for weeks in (1, 2, 3, 4, 5)] == [1, 0, 0, 0, 1]


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
    plan = lived(1)
    plan.entries.append(DONE_ONLY._replace(on=_last(plan), leg=leg))
    assert (SILENT in told(plan)) == said


@pytest.mark.parametrize(("years", "said"), [(64, False), (65, True), (66, False)])
def test_in_the_first_week_at_65_it_is_said_what_changes(years: int, said: bool) -> None:
    new_year = monday(date(ON.year + 1, 1, 7))
    plan = Plan(person()._replace(born=new_year.year - years))
    plan.weeks = [planned(plan.request())]
    request = plan.request(new_year)._replace(today=new_year)
    told = [notice.sentence for notice in make_week(request).notices]
    assert (OLDER in told) == said


def test_who_begins_at_65_or_over_is_told_of_no_change() -> None:
    assert OLDER not in told(Plan(person()._replace(born=ON.year - 65)))


def _last(plan: Plan) -> date:
    """The last day of the last week with a session, which held every part."""
    return max(day.on for day in plan.weeks[-1].days if {"core", "strength", "aerobic"} <= day.kinds)


# -- high pain ----------------------------------------------------------------------------------------------------


def of_pain_control(plan: Plan) -> list[str]:
    return [notice.sentence for notice in make_week(plan.request()).notices if notice.kind == "pain-control"]


def hurting(now: int, usual: int) -> Person:
    plain = Plan().who
    return plain._replace(pain=plain.pain._replace(now=now, usual=usual, on=ON - 2 * WEEK))


@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
def test_high_steady_pain_grows_slowly_and_asks_about_pain_control_in_three_weeks(week: int) -> None:
    plan = Plan(hurting(7, 7))
    plan.entries = [DONE_ONLY._replace(on=ON - number * DAY) for number in (10, 8)]
    for _ in range(week - 1):
        plan.live(1, WELL._replace(pain=7, peak=7), 7)
    assert len(of_pain_control(plan)) == (week in (1, 2, 4))
    assert STEADY in told(plan)
    assert SILENT not in told(plan)


def test_the_asking_names_whom_to_ask_and_the_way_to_the_whole_dose() -> None:
    (asked,) = of_pain_control(Plan(hurting(6, 6)))
    assert "talk to the doctor who cleared you about pain control" in asked
    assert "`backplan prescribe accept-usual-pain 6 --by doctor` gives the whole dose" in asked


@pytest.mark.parametrize(("usual", "asked", "way"), [(5, False, False), (6, True, True), (8, True, False)])
def test_a_usual_pain_of_6_asks_and_from_8_none_can_be_accepted(usual: int, asked: bool, way: bool) -> None:
    found = of_pain_control(Plan(hurting(5, usual)))
    assert bool(found) == asked
    assert any("accept-usual-pain" in sentence for sentence in found) == way


@pytest.mark.parametrize(("accepted", "asked"), [(5, True), (6, False)])
def test_a_usual_pain_that_was_accepted_does_not_ask(accepted: int, asked: bool) -> None:
    request = Plan(hurting(6, 6)).request()
    told = Prescribed("accept-usual-pain", "doctor", ON, pain=accepted)
    week = make_week(request._replace(prescriptions=(told,)))
    assert any(notice.kind == "pain-control" for notice in week.notices) == asked


def test_pain_above_a_lower_usual_asks_in_its_gentle_week() -> None:
    (gentle,) = (sentence for sentence in told(Plan(hurting(6, 5))) if sentence.startswith(HIGH_WEEK))
    assert ASK_ABOUT_PAIN in gentle
    (twice,) = (sentence for sentence in told(Plan(hurting(6, 6))) if sentence.startswith(HIGH_WEEK))
    assert ASK_ABOUT_PAIN not in twice  # which a notice of its own does


@pytest.mark.parametrize(
    ("usual", "asked"),
    [
        ((3, 3, 3), True),  # the first week of it
        ((3, 3, 6), True),  # the second
        ((3, 6, 6), False),
        ((6, 6, 6), True),  # the fourth
        ((6, 5, 5), True),  # a week or two a little lower are part of it
        ((6, 6, 4), True),  # well down in between: it begins anew
        ((6, 4, 6), True),
    ],
)
def test_the_weeks_are_counted_since_the_usual_pain_was_first_so_high(usual: tuple[int, ...], asked: bool) -> None:
    plan = Plan(hurting(6, 6))
    plan.live(3)
    plan.weeks = [week._replace(usual=Usual.all_day(each)) for week, each in zip(plan.weeks, usual, strict=True)]
    assert bool(of_pain_control(plan)) == asked


# -- pain that creeps up ------------------------------------------------------------------------------------------


def creeping(waking: tuple[int, ...], sessions: tuple[int, ...]) -> Plan:
    """Weeks lived with so much pain on waking, every day, and at each session, in turn."""
    plan = Plan()
    for morning, pain in zip(waking, sessions, strict=True):
        plan.live(1, WELL._replace(pain=pain, peak=pain))
        plan.entries += [LogEntry(plan.weeks[-1].starts + day * DAY, "morning", pain=morning) for day in range(7)]
    return plan


def of_creep(plan: Plan) -> list[str]:
    return [notice.sentence for notice in make_week(plan.request()).notices if notice.kind == "creep"]


@pytest.mark.parametrize(
    ("waking", "sessions", "told"),
    [
        ((3, 3, 4, 5), (3, 3, 4, 5), "on waking from 3.0 of 10 to 5.0"),
        ((2, 2, 2, 2), (3, 4, 4, 5), "later in the day from 3.0 of 10 to 5.0"),
        ((3, 3, 4, 4), (3, 3, 4, 4), ""),
        ((3, 3, 3, 3), (3, 3, 3, 3), ""),
        ((5, 4, 3, 3), (5, 4, 3, 3), ""),
    ],
)
def test_pain_that_has_crept_up_is_named_and_nothing_grows(
    waking: tuple[int, ...], sessions: tuple[int, ...], told: str
) -> None:
    plan = creeping(waking, sessions)
    found = of_creep(plan)
    assert len(found) == bool(told)
    assert all(told in sentence and "(rule creep)" in sentence for sentence in found)
    assert all(bool(held_by(plan.standing(), part)) or not told for part in PARTS)
    assert not told or not plan.standing().levels.risen


def test_a_creep_is_said_once_and_ends_when_a_week_is_no_worse() -> None:
    plan = creeping((3, 3, 4, 5), (3, 3, 4, 5))
    week = plan.live(1, WELL._replace(pain=5, peak=5))
    assert [notice.kind for notice in week.notices].count("creep") == 1
    plan.entries += [LogEntry(week.starts + day * DAY, "morning", pain=5) for day in range(7)]
    assert plan.standing().past.crept is not None, "3, 4, 5 and 5"
    assert not of_creep(plan)
    week = plan.live(1, WELL._replace(pain=5, peak=5))
    plan.entries += [LogEntry(week.starts + day * DAY, "morning", pain=5) for day in range(7)]
    assert plan.standing().past.crept is None


# -- flare after flare --------------------------------------------------------------------------------------------


def flaring(*began: int) -> Plan:
    """Flares that began so many days after the first Monday; all but the last have settled."""
    plan = Plan()
    for number in began:
        on = plan.starts + number * DAY
        plan.entries.append(LogEntry(on, "flare"))
        plan.entries += [LogEntry(on + days * DAY, "morning", pain=3) for days in range(1, 5) if number != began[-1]]
    return plan


def of_flares(plan: Plan, on: date) -> list[str]:
    request = plan.request()._replace(starts=monday(on), today=on)
    return [notice.sentence for notice in make_week(request).notices if notice.kind == "flares"]


@pytest.mark.parametrize(("began", "told"), [((0, 20, 42), True), ((0, 20, 43), False), ((0, 20), False)])
def test_the_third_flare_within_six_weeks_sends_to_a_physiotherapist(began: tuple[int, ...], told: bool) -> None:
    found = of_flares(flaring(*began), ON + began[-1] * DAY)
    assert len(found) == told
    assert all("the third flare since 23 November: please see a physiotherapist" in sentence for sentence in found)


def test_it_stands_in_the_week_in_which_it_begins_and_in_the_next_though_it_has_settled() -> None:
    """A flare of a weekend was over, and its advice gone, before anybody looked at the week."""
    plan = flaring(0, 20, 41, 100)  # the third begins on a Sunday
    found = [of_flares(plan, ON + days * DAY) for days in (41, 45, 48, 49)]
    assert [len(each) for each in found] == [1, 1, 1, 0]  # of a week that nobody looked at, nothing is told yet
    assert [each[0].split(" the third")[0] for each in found[:2]] == ["This is", "That was"]


def test_one_that_does_not_settle_is_said_no_longer() -> None:
    plan = flaring(0, 14, 28)
    assert [bool(of_flares(plan, ON + 4 * WEEK + days * DAY)) for days in (0, 7, 13, 14)] == [True, True, True, False]


def test_of_more_flares_their_true_number_is_told_and_no_more_than_once_in_four_weeks() -> None:
    """It was said nine Mondays running, of the twelfth flare as of the third."""
    plan, told = flaring(0, 10, 20, 30, 40, 50), []
    for number in range(8):
        on = ON + number * WEEK
        request = plan.request()._replace(starts=on, today=on + 6 * DAY)
        request = request._replace(entries=tuple(e for e in request.entries if e.on <= request.today))
        week = make_week(request._replace(weeks=(*plan.weeks,)))
        plan.weeks.append(week)
        told.append([notice.sentence.split(" since ")[0] for notice in week.notices if notice.kind == "flares"])
    said = [each[0] for each in told if each]
    assert said[0].endswith("the third flare")
    assert len(said) <= 4
    assert all("third" not in each for each in said[2:])


def test_of_more_than_three_the_true_number_is_said_and_once_in_four_weeks() -> None:
    plan = flaring(0, 14, 28, 42)
    assert "This is the fourth flare since 23 November" in of_flares(plan, ON + 42 * DAY)[0]
    told = make_week(plan.request()._replace(starts=ON + 4 * WEEK, today=ON + 4 * WEEK))
    assert any(notice.kind == "flares" for notice in told.notices)
    plan.weeks.append(told)
    assert of_flares(plan, ON + 42 * DAY) == []


def test_the_week_after_a_flare_says_that_it_has_passed_and_that_nothing_grows_yet() -> None:
    plan = flaring(0, 100)
    found = [make_week(plan.request()._replace(starts=ON + WEEK * n, today=ON + WEEK * n)).notices for n in (1, 2)]
    assert [any("The flare has passed" in notice.sentence for notice in each) for each in found] == [True, False]


# -- too much, again and again --------------------------------------------------------------------------------------


def of_too_much(plan: Plan) -> list[str]:
    return [notice.sentence for week in plan.weeks for notice in week.notices if notice.kind == "too-much"]


def test_three_sessions_too_much_in_four_weeks_are_named_once_in_four_with_what_may_help() -> None:
    plan = Plan()
    for _ in range(7):
        plan.live(1, WELL, 3)
        last = max(n for n, entry in enumerate(plan.entries) if entry.kind == "session")
        plan.entries[last] = plan.entries[last]._replace(peak=8)
    assert not of_too_much(plan)[2:]
    first = next(n for n, week in enumerate(plan.weeks) if any(notice.kind == "too-much" for notice in week.notices))
    assert first == 3
    assert "A physiotherapist, or the doctor who cleared you could watch how you do them" in of_too_much(plan)[0]


def test_sessions_that_went_well_are_never_named_as_too_much() -> None:
    plan = Plan()
    plan.live(6, WELL, 3)
    assert not of_too_much(plan)


def test_while_a_flare_settles_nothing_is_said_to_grow() -> None:
    plan = lived(3)
    plan.entries.append(LogEntry(plan.starts - 3 * DAY, "flare"))
    plan.entries += [LogEntry(plan.starts - days * DAY, "morning", pain=3) for days in (2, 1)]
    found = told(plan)
    assert any("Nothing grows meanwhile" in sentence for sentence in found)
    assert SILENT not in found
