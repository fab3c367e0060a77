"""How the level of each part moves, through diaries that are lived week by week."""

from datetime import date

import pytest

from backplan.model.diary import LogEntry
from backplan.model.outcome import BlockHistory, Part
from backplan.model.prescription import Prescribed
from backplan.model.week import Day, DayBlock, GivenDose, Item, Session, Week
from backplan.planner.growth.levels import Levels, block_history, levels
from backplan.planner.growth.standing import Standing, standing_of
from tests.support.growth import DAY, DONE_ONLY, WEEK, WELL, Plan
from tests.support.people import ON, person


def history(standing: Standing, part: Part = "core") -> BlockHistory:
    return block_history(part, "basic", standing.past, standing.pain)


def risen(plan: Plan, weeks: int, *said: object) -> list[bool]:
    """Whether the core's level has risen before each week to come."""
    found = []
    for _ in range(weeks):
        plan.live(1, *said)  # type: ignore[arg-type]
        found.append(plan.standing().levels.of["core"] == "intermediate")
    return found


def test_in_silence_a_level_rises_after_eight_weeks() -> None:
    plan = Plan()
    assert risen(plan, 8) == [False] * 7 + [True]
    moves = {move.what: move.because for move in plan.standing().levels.moves}
    assert "8 weeks at the basic level without a warning" in moves.values()


def test_where_sessions_speak_a_level_rises_after_four_weeks() -> None:
    plan = Plan()
    assert risen(plan, 4, WELL, 3) == [False] * 3 + [True]
    because = [move.because for move in plan.standing().levels.moves]
    assert any(said.startswith("4 weeks at the basic level, and ") for said in because)


def test_one_session_that_was_too_much_holds_it_for_a_fortnight() -> None:
    plan = Plan()
    plan.live(4, WELL, 3)
    core = [day.on for day in plan.weeks[2].days if "core" in day.kinds]
    plan.entries.append(WELL._replace(on=core[-1], peak=7))
    days = (plan.starts - core[-1]).days
    assert days < 14
    assert history(plan.standing()).bad_days == days
    assert plan.standing().levels.of["core"] == "basic"
    plan.live(1, WELL, 3)
    assert history(plan.standing()).bad_days == days + 7 >= 14
    assert plan.standing().levels.of["core"] == "intermediate"


def test_two_running_that_were_too_much_take_a_level_off() -> None:
    plan = Plan(person(level="intermediate"))
    plan.live(1, WELL, 3)
    core = [day.on for day in plan.weeks[0].days if "core" in day.kinds]
    plan.entries.append(WELL._replace(on=core[-1], peak=7))
    assert plan.standing().levels.of["core"] == "intermediate"
    plan.entries.append(WELL._replace(on=core[-2], peak=7))
    assert plan.standing().levels.of["core"] == "basic"
    assert not plan.standing().levels.risen


def test_two_that_were_too_much_in_a_flare_take_nothing_off() -> None:
    plan = Plan(person(level="intermediate"))
    plan.live(1, WELL, 3)
    core = [day.on for day in plan.weeks[0].days if "core" in day.kinds]
    flare = WELL._replace(on=core[-2], kind="flare", pain=6, peak=None)
    plan.entries = [*(e for e in plan.entries if e.on < core[-2]), flare]
    plan.entries += [WELL._replace(on=on, pain=6, peak=8) for on in core[-2:]]
    assert plan.standing().levels.of["core"] == "intermediate"


@pytest.mark.parametrize(("usual", "rises"), [(5, True), (6, False), (7, False)])
def test_under_high_steady_pain_doses_grow_and_no_level_rises(usual: int, rises: bool) -> None:
    plan = with_usual_pain(usual)
    assert plan.standing().steady_then != rises
    assert (plan.standing().levels.of["core"] == "intermediate") == rises
    assert any(rung > 0 for rung in plan.weeks[-1].rungs.values())


def test_a_level_rises_under_high_pain_that_a_clinician_has_accepted() -> None:
    plan = with_usual_pain(6)
    accepted = Prescribed("accept-usual-pain", "doctor", ON, pain=6)
    asked = plan.request()
    assert standing_of(asked._replace(prescriptions=(accepted,))).levels.of["core"] == "intermediate"
    assert standing_of(asked._replace(prescriptions=(accepted._replace(pain=5),))).levels.of["core"] == "basic"


def with_usual_pain(usual: int) -> Plan:
    """Six weeks of somebody whose pain is the same on every day, in every session."""
    plan = Plan(person(pain=person().pain._replace(now=usual, usual=usual)))
    plan.live(6, WELL._replace(pain=usual, peak=usual), usual)
    return plan


def test_a_new_answer_of_the_interview_begins_every_part_anew() -> None:
    plan = Plan()
    plan.live(8)
    plan.who = person(level="intermediate")
    assert plan.standing().levels == Levels(dict.fromkeys(("core", "strength", "aerobic"), "intermediate"))
    plan.who = person(level="advanced")  # which is earned
    assert plan.standing().levels.lowest == "intermediate"


# -- sixty minutes of aerobic work, two weeks running --------------------------------------------------------------


def walked(week: Week, minutes: int) -> Week:
    """A week with so many aerobic minutes, on its first day and on none other."""
    item = Item("walk", "Walk", minutes * 60, GivenDose(minutes=minutes), "")
    sessions = (Session("outdoors", (DayBlock("aerobic", (item,)),)),)
    return week._replace(
        days=tuple(day._replace(sessions=sessions if day.on == week.starts else ()) for day in week.days)
    )


@pytest.mark.parametrize(
    ("minutes", "many"),
    [((60, 60), 2), ((59, 60), 1), ((60, 59), 0), ((90, 20, 60), 1), ((60, 60, 60), 3), ((), 0)],
)
def test_weeks_running_with_sixty_aerobic_minutes_are_counted(minutes: tuple[int, ...], many: int) -> None:
    plan = Plan()
    for each in minutes:
        plan.live()
        plan.weeks[-1] = walked(plan.weeks[-1], each)
    assert history(plan.standing(), "aerobic").whole_weeks == many


def test_only_minutes_that_were_done_count() -> None:
    plan = Plan()
    plan.live(2)
    plan.weeks = [walked(week, 60) for week in plan.weeks]
    plan.entries = [DONE_ONLY._replace(on=ON), DONE_ONLY._replace(on=ON + WEEK, done="no")]
    assert history(plan.standing(), "aerobic").whole_weeks == 0
    plan.entries[-1] = DONE_ONLY._replace(on=ON + WEEK)
    assert history(plan.standing(), "aerobic").whole_weeks == 2


@pytest.mark.parametrize(("own", "many"), [(29, 0), (30, 1)])
def test_walks_of_ones_own_count(own: int, many: int) -> None:
    plan = Plan()
    plan.live()
    plan.weeks = [walked(week, 30) for week in plan.weeks]
    plan.entries.append(LogEntry(ON + 6 * DAY, "activity", exercise="easy-walk", minutes=own))
    assert history(plan.standing(), "aerobic").whole_weeks == many


def test_half_a_session_counts_by_half() -> None:
    plan = Plan()
    plan.live()
    plan.weeks = [walked(week, 118) for week in plan.weeks]
    plan.entries = [DONE_ONLY._replace(on=ON, done="part")]
    assert history(plan.standing(), "aerobic").whole_weeks == 0
    plan.weeks = [walked(week, 120) for week in plan.weeks]
    assert history(plan.standing(), "aerobic").whole_weeks == 1


@pytest.mark.parametrize(("minutes", "level"), [(60, "intermediate"), (59, "basic")])
def test_aerobic_work_gets_longer_before_it_gets_harder(minutes: int, level: str) -> None:
    plan = Plan()
    plan.live(4, WELL, 3)
    plan.weeks = [*plan.weeks[:2], *(walked(week, minutes) for week in plan.weeks[2:])]
    found = levels(plan.standing().past, plan.standing().pain)
    assert found.of["aerobic"] == level


def days_of(week: Week) -> list[Day]:
    return [day for day in week.days if day.sessions]


def test_a_level_looks_back_on_the_sessions_of_four_weeks() -> None:
    plan = Plan()
    plan.live(5, WELL, 3)
    first: date = days_of(plan.weeks[0])[0].on
    assert first + 35 * DAY == plan.starts
    core = [on for on, _ in plan.standing().past.verdicts_on("core")]
    assert min(core) >= plan.starts - 28 * DAY


@pytest.mark.parametrize(
    ("mornings", "words"),
    [
        (0, "without a warning"),
        (1, "and the one session that anything is known of was good"),
        (2, "and of the last 2 sessions that anything is known of 2 were good"),
    ],
)
def test_a_level_that_rises_says_how_much_is_known(mornings: int, words: str) -> None:
    plan = Plan()
    plan.live(8)
    days = [day.on for day in plan.weeks[-1].days if "core" in day.kinds]
    plan.entries += [LogEntry(on + DAY, "morning", pain=3) for on in days[:mornings]]
    (why,) = (move.because for move in plan.standing().levels.moves if move.what.startswith("core"))
    assert why.endswith(words)
