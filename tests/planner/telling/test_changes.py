"""What is told of a week that changes: only what a day shows, each thing once."""

import re
from itertools import pairwise

from backplan.model.diary import LogEntry
from backplan.model.exercise import is_brisker
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import Day, Week
from backplan.planner.growth.aerobic_step import longer_words
from backplan.planner.lay import lay
from backplan.planner.telling.amounts import WHY_HIGH, WHY_LESS, why_less
from backplan.planner.telling.changes import TURNS, WORK, walked_otherwise
from backplan.planner.week import make_week
from tests.support import habits
from tests.support.growth import DAY, WELL, Plan
from tests.support.people import person
from tests.support.strategies import by_id

FIVE = person(minutes=dict.fromkeys(("mon", "tue", "wed", "fri", "sat"), 45))


def lived(weeks: int) -> Plan:
    plan = Plan(FIVE)
    plan.live(weeks, WELL, morning=3)
    return plan


def anew(plan: Plan, monday: Week, days: int) -> Week:
    """This week laid anew so many days after its Monday, when it was shown."""
    request = plan.request()
    return make_week(request._replace(today=request.starts + days * DAY, weeks=(*plan.weeks, monday)))


def replaced(week: Week) -> list[tuple[str, ...]]:
    return [change.about for change in week.changes if change.kind == "replaced"]


def test_where_high_pain_makes_a_week_less_the_days_are_not_the_reason() -> None:
    high = person(pain=person().pain._replace(now=7, usual=7))
    plan = Plan(high)
    plan.live(3, WELL._replace(pain=7, peak=7), 7)
    assert lay(plan.request()).question.case.steady
    assert why_less(lay(plan.request())) == WHY_HIGH
    assert why_less(lay(Plan().request())) == WHY_LESS


def test_what_a_session_too_much_takes_off_under_high_pain_is_told_as_the_days_show_it() -> None:
    plan = Plan(person(pain=person().pain._replace(now=7, usual=7)))
    plan.live(4, WELL._replace(pain=7, peak=7), 7)
    last = max(n for n, entry in enumerate(plan.entries) if entry.kind == "session")
    plan.entries[last] = plan.entries[last]._replace(peak=8)
    before, now = plan.weeks[-1], make_week(plan.request())
    down = [move for move in now.moves if " goes down from " in f" {move.what}" and "hold" not in move.what]
    assert down
    for move in down:
        assert re.findall(r"\d+", move.what) == [str(_reps(week, move.exercise)) for week in (before, now)]


def _reps(week: Week, exercise: str) -> int:
    items = (item for day in week.days for block in day.blocks() for item in block.items if item.exercise == exercise)
    return max(item.dose.reps for item in items)


def test_a_walk_on_days_that_held_none_is_new_and_not_longer() -> None:
    assert longer_words(0, 10) == "a walk or ride of 10 minutes is new"
    assert longer_words(9, 10) == "your longest walk or ride goes from 9 to 10 minutes"


def test_what_becomes_longer_is_called_what_it_is() -> None:
    tai_chi = longer_words(12, 14, 2, 0, {"tai-chi"})
    assert tai_chi == "all your times of tai chi go from 12 to 14 minutes"
    assert longer_words(12, 14, 1, 2, {"tai-chi", "walking"}).startswith("your longest walk, ride or time of tai chi g")
    assert longer_words(12, 14, 2, 1, {"walking", "cycling"}).startswith("your longest walks and rides go from 12")


def test_what_waits_for_a_flare_is_told_in_its_first_week_and_not_again_in_the_next() -> None:
    plan = lived(2)
    plan.entries.append(LogEntry(plan.starts, "flare"))
    first = plan.live()
    assert ("glute-bridge", "bird-dog-leg") in replaced(first)
    plan.entries.append(LogEntry(plan.starts, "flare"))
    second = make_week(plan.request())
    assert second.mode == "flare"
    assert replaced(second) == []


def test_nothing_takes_a_place_that_no_day_shows() -> None:
    plan = lived(2)
    plan.entries.append(LogEntry(plan.starts, "flare"))
    week = make_week(plan.request())
    shown = {key for day in week.days for key in day.exercises}
    assert week.programme["choice"] not in shown, "a gentle week holds no such exercise"
    assert replaced(week)
    assert {new for new, _ in replaced(week)} <= shown


def test_a_flare_in_midweek_takes_back_what_was_told_to_grow() -> None:
    plan = lived(2)
    monday = make_week(plan.request())
    assert any(move.rule == "growth-three" for move in monday.moves)
    plan.entries.append(LogEntry(plan.starts + 3 * DAY, "flare"))
    gentle = anew(plan, monday, 3)
    assert gentle.mode == "flare"
    assert not [move for move in gentle.moves if move.rule == "growth-three"]


def test_a_longer_walk_that_was_done_is_told_with_its_own_minutes_when_the_week_is_laid_anew() -> None:
    plan = lived(9)
    monday = make_week(plan.request())
    (ramp,) = (move for move in monday.moves if move.rule == "aerobic-ramp")
    longest = max(monday.days, key=lambda day: day.aerobic_minutes)
    plan.entries += [WELL._replace(on=day.on) for day in monday.days if day.sessions and day.on <= longest.on]
    after = (longest.on - monday.starts).days + 1
    again = anew(plan, monday, after)
    assert [move.what for move in again.moves if move.rule == "aerobic-ramp"] == [ramp.what]


def test_what_a_session_too_much_takes_off_is_told_with_the_days_that_show_it() -> None:
    plan = lived(2)
    monday = make_week(plan.request())
    last = max(day.on for day in monday.days if "core" in day.kinds)
    plan.entries += [WELL._replace(on=day.on) for day in monday.days if day.sessions and day.on < last]
    plan.entries.append(WELL._replace(on=last, peak=8))
    sunday = anew(plan, monday, 6)
    assert "verdict-peak" not in {move.rule for move in sunday.moves}
    plan.weeks.append(sunday)
    assert "verdict-peak" in {move.rule for move in make_week(plan.request()).moves}


def test_days_without_a_session_take_nothing_back_where_no_day_is_left_to_show_it() -> None:
    """They are told on the next Monday; on Saturday, which is a day to train, they are told at once."""
    plan = lived(2)
    monday = make_week(plan.request())
    grown = {key: rung for key, rung in monday.rungs.items() if rung > 0}
    assert grown
    saturday, sunday = (anew(plan, monday, days) for days in (5, 6))
    assert [any(move.rule == "gap-restart" for move in week.moves) for week in (saturday, sunday)] == [False, False]
    plan.entries = [entry for entry in plan.entries if entry.on < plan.starts - 4 * DAY]
    saturday, sunday = (anew(plan, monday, days) for days in (5, 6))
    assert [any(move.rule == "gap-restart" for move in week.moves) for week in (saturday, sunday)] == [True, False]
    told = make_week(plan.request()._replace(today=plan.starts + 6 * DAY, weeks=(*plan.weeks, saturday)))
    assert any(move.rule == "gap-restart" for move in told.moves), "what was told stays"
    later = plan.request(plan.starts + 7 * DAY)._replace(weeks=(*plan.weeks, sunday))
    assert any(move.rule == "gap-restart" for move in make_week(later).moves)


def test_minutes_done_before_pain_lessened_them_are_no_longer_walk() -> None:
    """Wednesday's walk of 11 minutes is more than three quarters of a longer one, and grew by nothing."""
    steady = person(
        pain=person().pain._replace(now=5, usual=5), minutes=dict.fromkeys(("mon", "wed", "fri"), 20), level="basic"
    )
    plan = Plan(steady)
    plan.live(2, WELL._replace(pain=5, peak=5), morning=5)
    monday = make_week(plan.request())
    plan.entries += [WELL._replace(on=plan.starts + day * DAY, pain=6, peak=6) for day in (0, 2, 4)]
    sunday = anew(plan, monday, 6)
    assert sunday.whole_step == monday.whole_step
    assert "aerobic-ramp" not in {move.rule for move in sunday.moves}


def less(week: Week) -> list[str]:
    return [change.sentence.rpartition(": ")[2] for change in week.changes if change.sentence.startswith("Less than")]


def test_what_holds_less_says_which_of_two_reasons_it_has() -> None:
    plan, bad = lived(3), lived(3)
    last = max(day.on for day in bad.weeks[-1].days if day.sessions)
    bad.entries = [entry if entry.on != last else entry._replace(peak=8) for entry in bad.entries]
    assert less(make_week(bad.request())) == ["after a session that was too much."]
    away = plan.request(plan.starts + 7 * DAY)
    assert less(make_week(away)) == ["after days without a session."]


def test_balance_is_told_of_only_where_it_is_asked_for() -> None:
    """At a usual pain of 7, in the week after two gentle days: they held as many weight shifts as the week did."""
    weeks = [
        each
        for week in habits.lived(habits.Kind("session mornings", "5 x 45", "steady 7"), 2)
        for each in week.showings
    ]
    assert len({each.starts for each in weeks}) == 2
    assert not [change.sentence for each in weeks for change in each.changes if "balance" in change.sentence]


def test_that_stretches_take_turns_is_told_once_in_a_week_that_has_others() -> None:
    plan = Plan(person(minutes=dict.fromkeys(("mon", "wed", "fri", "sun"), 30), aerobic_minutes=15))
    plan.live(5, WELL, 3)
    blocks = [[block for day in week.days for block in day.blocks()] for week in plan.weeks]
    given = [{item.exercise for block in each if block.kind == "cool-down" for item in block.items} for each in blocks]
    told = [n for n, week in enumerate(plan.weeks) if TURNS in (change.sentence for change in week.changes)]
    assert told == [next(n for n in range(1, 5) if given[n] - given[n - 1])]


def test_what_has_another_name_on_its_days_is_not_told_as_gone() -> None:
    """Two lives in which a walk, or what stands in a slot, is another one on each of its days."""
    instead = 0
    for who, pain in LIVES:
        plan = Plan(who)
        plan.live(12, WELL._replace(pain=pain, peak=pain), pain)
        for before, week in pairwise(plan.weeks):
            instead += sum(change.kind == "sets" and "takes the place of" in change.sentence for change in week.changes)
            for change in week.changes:
                for old in change.about if change.sentence.startswith("On no day") else ():
                    held = [kinds(day) for day in before.days if old in day.exercises]
                    now = [kinds(week.days[day.on.weekday()]) for day in before.days if old in day.exercises]
                    assert held, old
                    assert not all(kind_of(old) in each for each in now), change.sentence
    assert instead


SEVEN = person(
    minutes=dict.fromkeys(WEEKDAYS, 15),
    aerobic_minutes=10,
    likes=("walking",),
    conditions=("shoulder-issue", "sitting-work"),
    equipment=("upright-bike",),
)
LIVES = ((SEVEN._replace(pain=person().pain._replace(now=7, usual=7)), 7), (SEVEN, 3))


def kind_of(exercise: str) -> tuple[str, str]:
    found = by_id()[exercise]
    return found.slot, found.modality if found.slot == "aerobic" else ""


def kinds(day: Day) -> set[tuple[str, str]]:
    blocks = (block for block in day.blocks() if block.kind in WORK and not block.prescribed)
    return {kind_of(item.exercise) for block in blocks for item in block.items}


def test_a_brisker_partner_in_the_water_is_told_as_that_and_as_no_turn() -> None:
    moderate, brisk = "water-walk-moderate", "water-walk-brisk"
    names = {key: by_id()[key].name for key in (moderate, brisk)}
    assert is_brisker(by_id()[brisk], by_id()[moderate])
    for new, old, why in ((brisk, moderate, "it is the brisker of the two"), (moderate, brisk, "they take turns")):
        (told,) = walked_otherwise({new: names[new]}, {old: names[old]}, by_id())
        assert told.sentence == f"{names[new]} takes the place of {names[old]}: {why}."
