"""The small form of `python tools/lives.py`: a few simulated people, some weeks; and what counts as a fall."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from backplan.model.bars import Bars
from backplan.model.diary import LogEntry
from backplan.model.move import Move
from backplan.model.slots import CORE, CORE_MORE, STRENGTH
from backplan.model.told import Change, Notice
from backplan.model.usual import Usual
from backplan.model.vocabulary import BlockKind, Mode
from backplan.model.week import Day, DayBlock, GivenDose, Item, Session, Week
from tests.support.accounts import differences
from tests.support.habits import COURSES, HABITS, TIMES, Course, Diarist, Kind, Lived, Somebody, lived
from tests.support.lives import Life
from tests.support.parts import AEROBIC, BEGINS, PARTS, Fall, Unshown, falls, hardest, parts, unshown, worked
from tests.support.people import ON

LIVES = (
    Kind("session mornings", "3 x 20"),
    Kind("late", "pool", "one flare"),
    Kind("no mornings", "7 x 15", "over 65"),
    Kind(),
    Kind("only done", "4 x 30"),
    Kind("8 in 10", "6 x 60", "boom and bust"),
    Kind("only done", "4 x 30", "steady 7"),
    Kind("session mornings", course="new pain that eases"),
)
WEEKS = 6  # the flare falls into the fifth
SLOW_STEPS = 2  # one exercise of core and one of strength


@pytest.mark.parametrize("kind", LIVES, ids=", ".join)
def test_no_part_falls_without_a_named_rule(kind: Kind) -> None:
    assert falls(_lived(kind)) == ()


@pytest.mark.parametrize("kind", LIVES, ids=", ".join)
def test_growth_that_is_told_is_shown(kind: Kind) -> None:
    assert unshown(_lived(kind)) == ()


@pytest.mark.parametrize("kind", LIVES, ids=", ".join)
def test_what_a_week_holds_is_what_its_lines_name(kind: Kind) -> None:
    assert differences(_lived(kind)) == ()


@pytest.mark.parametrize("kind", LIVES, ids=", ".join)
def test_a_normal_week_brings_two_new_names_at_the_most(kind: Kind) -> None:
    seen: set[str] = set()
    for week in _lived(kind):
        now = {item.exercise for item in worked(week.first)}
        begins = any(move.rule in BEGINS for move in week.first.moves) or not seen
        assert not week.whole or begins or len(now - seen) <= MOST_NAMES, now - seen
        harder = {m.exercise for m in week.first.moves if m.new and m.rule == "growth-three" and m.exercise in now}
        balance = harder & {week.first.programme.get("balance")}
        assert len(harder - balance) <= (MOST_NAMES if kind.habit == "only done" else 1), harder
        seen |= {item.exercise for shown in week.showings for item in worked(shown)}


MOST_NAMES = 2


@pytest.mark.parametrize("kind", LIVES, ids=", ".join)
def test_strength_does_not_double_within_two_weeks(kind: Kind) -> None:
    for before, _, now in triples(_lived(kind)):
        assert parts(now).strength < 2 * max(1, parts(before).strength), now.starts


def triples(weeks: Sequence[Lived]) -> Iterator[tuple[Week, Week, Week]]:
    """Every three whole normal weeks running in which training has begun."""
    shown = [week.first if week.whole and parts(week.first).strength else None for week in weeks]
    for one, two, three in zip(shown, shown[1:], shown[2:], strict=False):
        if one and two and three and not one.eased:
            yield one, two, three


@pytest.mark.parametrize("kind", LIVES, ids=", ".join)
def test_no_exercise_has_more_rounds_and_a_longer_dose_in_one_week(kind: Kind) -> None:
    for before, now in pairwise(_lived(kind)):
        if not (before.first.holds and now.first.holds and now.whole) or now.first.starts == ON + timedelta(weeks=1):
            continue
        for part, slots in (("core", CORE), ("more", CORE_MORE), ("strength", STRENGTH)):
            rungs = before.first.rungs  # balance that comes to its first whole dose takes little
            whole = [(s, key) for s, key in now.first.programme.items() if s != "balance" or rungs.get(key, 0) >= 0]
            longer = [key for slot, key in whole if slot in slots and _longer(key, now.first)]
            had, holds = (getattr(week.first.holds, part) for week in (before, now))
            assert not (longer and 0 < had < holds), (now.first.starts, part, longer)


def _longer(exercise: str, week: Week) -> bool:
    return any(m.exercise == exercise and m.rule == "growth-three" and not m.new for m in week.moves)


@pytest.mark.parametrize("kind", LIVES, ids=", ".join)
def test_no_whole_week_is_longer_than_the_last_by_more_than_a_fifth(kind: Kind) -> None:
    """All that grows took its first step in the third week, which was a quarter longer than the second."""
    last: Week | None = None
    for week in (each.first for each in _lived(kind) if each.whole):
        trained = last is not None and last.holds is not None and last.holds.core and last.holds.strength
        if last is not None and trained:
            before, now = (sum(day.minutes for day in each.days) for each in (last, week))
            assert now <= max(before * 6 // 5, before + 15) + A_LITTLE, week.starts
        last = week


A_LITTLE = 2  # minutes: where every round waits, walks a fifth longer and longer sets may come to a little more


def test_a_round_that_waited_for_a_week_comes_in_the_next() -> None:
    held = [week.first.holds.strength for week in _lived(Kind()) if week.first.holds]
    assert held[:4] == [2, 2, 2, 3]


def test_on_short_days_walks_come_first() -> None:
    """Over 65, on four days of 30 minutes: rounds of core and strength took the room of walks of nine minutes."""
    first, *_, last = (week.first for week in lived(Kind(time="4 x 30", course="over 65"), 7))
    assert first.holds is not None
    assert last.holds is not None
    assert last.holds.aerobic >= first.holds.aerobic * 3 // 2
    assert (last.holds.core, last.holds.strength) == (first.holds.core, first.holds.strength)


def test_on_short_days_nothing_grows_into_what_a_flare_took_off_the_walks() -> None:
    """Three days of 20 minutes: hip and flowing work took the room of the walks for good."""
    weeks = [week.first for week in lived(Kind(time="3 x 20", course="one flare"), 9) if week.whole]
    assert parts(weeks[-1]).core == parts(weeks[0]).core
    assert parts(weeks[-1]).aerobic >= parts(weeks[0]).aerobic - 2


def test_boom_and_bust_hears_of_pacing_and_a_steady_course_does_not() -> None:
    boom = [note.sentence for week in _lived(Kind(course="boom and bust")) for note in week.last.notices]
    assert any("cope pacing` (rule spike)" in sentence for sentence in boom)
    assert any("cope pacing` (rule boom-and-bust)" in sentence for sentence in boom)
    assert not any(note.kind in ("spike", "flares") for week in _lived(Kind()) for note in week.last.notices)


@pytest.mark.parametrize("course", ["boom and bust", "gardens on"])
def test_big_days_of_ones_own_take_nothing_below_what_a_plan_began_with(course: str) -> None:
    first, *later = (week.first for week in _lived(Kind(course=course)))
    whole = [week for week in later if week.kind.grows and not week.eased]
    assert whole
    for week in whole:
        assert all(parts(week).of[part] >= held for part, held in parts(first).of.items()), week.starts
    assert not any(move.rule.startswith("verdict") for week in later for move in week.moves)


@pytest.mark.parametrize("course", ["boom and bust", "gardens on"])
def test_after_a_flare_that_a_big_day_explains_a_week_takes_small_steps(course: str) -> None:
    before, flare, after = (week.first for week in _lived(Kind(course=course))[1:4])
    assert (flare.kind.grows, after.kind.grows) == (False, True)
    assert before.whole_step < after.whole_step
    assert parts(after).aerobic <= 1.1 * parts(before).aerobic
    assert sum(rung > before.rungs.get(key, 0) for key, rung in after.rungs.items()) <= SLOW_STEPS


@pytest.mark.parametrize("course", ["boom and bust", "gardens on"])
def test_after_the_same_flare_without_a_big_day_a_week_takes_no_step(course: str) -> None:
    felt = COURSES[course].felt
    calm = Course(lambda day: felt(day)._replace(activity=0))
    before, flare, after = (week.first for week in lived(Somebody(HABITS["everything"], TIMES["5 x 45"], calm), 4)[1:])
    assert (flare.kind.grows, after.kind.grows) == (False, True)
    assert after.whole_step <= before.whole_step
    assert all(rung <= before.rungs.get(key, 0) for key, rung in after.rungs.items())


@cache
def _lived(kind: Kind) -> tuple[Lived, ...]:
    return lived(kind, WEEKS)


# -- the people -------------------------------------------------------------------------------------------------


def noted(kind: Kind, folder: Path, weeks: int = 2) -> list[LogEntry]:
    life = Life(folder, kind.person(), ON)
    Diarist(kind.somebody, life).weeks(weeks)
    found = life.store.diary.entries()
    life.close()
    return list(found)


def kinds_of(entries: Sequence[LogEntry], kind: str) -> list[LogEntry]:
    return [entry for entry in entries if entry.kind == kind]


def test_each_habit_notes_what_it_says(tmp_path: Path) -> None:
    found = {habit: noted(Kind(habit), tmp_path / habit.replace(" ", "-")) for habit in HABITS}
    mornings = {habit: len(kinds_of(entries, "morning")) for habit, entries in found.items()}
    sessions = {habit: kinds_of(entries, "session") for habit, entries in found.items()}
    assert mornings["everything"] == 14
    assert 0 < mornings["session mornings"] < 14
    assert mornings["no mornings"] == mornings["only done"] == 0
    assert all(entry.has_figure for entry in sessions["no mornings"])
    assert not any(entry.has_figure for entry in sessions["only done"])
    assert len(sessions["late"]) == len(sessions["session mornings"]) == len(sessions["only done"])


def test_eight_in_ten_lets_some_go(tmp_path: Path) -> None:
    every, some = (
        kinds_of(noted(Kind(habit), tmp_path / habit[0], 6), "session") for habit in ("everything", "8 in 10")
    )
    done = sum(entry.done != "no" for entry in some)
    assert len(every) * 0.65 < done < len(every) * 0.95


def test_who_logs_late_has_noted_nothing_before_sunday() -> None:
    for week in lived(Kind("late"), 2):
        assert not any(day.done for day in week.first.days)
        assert all(day.done for day in week.last.days if day.sessions)


def test_the_same_person_lives_the_same_life() -> None:
    kind = Kind("8 in 10", course="one flare")
    assert lived(kind, 2) == lived(kind, 2)


def test_a_flare_is_a_gentle_week_and_new_pain_begins_with_easy_movement() -> None:
    flare = lived(Kind("everything", "3 x 20", "one flare"), 7)
    assert [week.whole for week in flare] == [True, True, True, True, False, False, True]  # the sixth begins settling
    assert lived(Kind("everything", "3 x 20", "new pain"), 1)[0].first.mode == "acute"


def test_no_course_has_impossible_pain() -> None:
    felt = [course.felt(day) for course in COURSES.values() for day in range(84)]
    assert all(0 <= each.pain <= each.at_session <= each.peak <= 10 for each in felt)


def test_boom_is_every_other_saturday_and_bust_the_three_days_after() -> None:
    felt = [COURSES["boom and bust"].felt(day) for day in range(84)]
    assert {day % 14 for day in range(84) if felt[day].activity} == {12}
    assert [day for day in range(30) if felt[day].rests] == [13, 14, 15, 27, 28, 29]


def test_no_two_courses_and_no_two_times_are_alike() -> None:
    courses = {(tuple(map(course.felt, range(84))), str(Kind(course=key).person())) for key, course in COURSES.items()}
    assert len(courses) == len(COURSES)
    assert len({str(Kind(time=time).person()) for time in TIMES}) == len(TIMES)


# -- what a week holds ------------------------------------------------------------------------------------------


def day_of(
    kind: BlockKind, *doses: tuple[str, int], on: date = ON, place: str = "home", prescribed: bool = False
) -> Day:
    items = tuple(Item(key, key, 90, GivenDose(sets, sets), "") for key, sets in doses)
    return Day(on, (Session(place, (DayBlock(kind, items, prescribed),)),))  # type: ignore[arg-type]


def week_of(*days: Day, mode: Mode = "normal", starts: date = ON, **more: Any) -> Week:
    return Week(starts, 5, "basic", mode, Usual.all_day(3), days, **more)


def test_the_parts_are_counted_from_the_days() -> None:
    week = week_of(
        day_of("core", ("bird-dog", 2), ("side-bridge-wall", 1), ("clamshell", 3)),
        day_of("core", ("bird-dog", 3)),
        day_of("strength", ("sit-to-stand", 2), ("wall-push-up", 1)),
        day_of("aerobic", ("easy-walk", 1)),
        day_of("aerobic", ("easy-walk", 1), place="pool"),
    )
    found = parts(week)
    assert (found.of["back"], found.of["side"], found.of["hip and choice"], found.of["abdominal"]) == (5, 1, 3, 0)
    assert (found.aerobic, found.core, found.strength, found.pool) == (2, 9, 3, 1)


def test_what_a_therapist_prescribed_beside_it_and_warming_up_are_no_part_of_it() -> None:
    beside, warm = day_of("core", ("bird-dog", 2), prescribed=True), day_of("warm-up", ("bird-dog", 2))
    assert not any(parts(week_of(beside, warm)).of.values())


def test_the_hardest_is_the_furthest_up_its_ladder() -> None:
    week = week_of(day_of("core", ("side-bridge-wall", 1), ("side-bridge-knees", 1), ("side-bridge-counter", 1)))
    found = hardest(week, "side")
    assert found is not None
    assert found.id == "side-bridge-knees"
    assert hardest(week, "back") is None


# -- what a fall is ---------------------------------------------------------------------------------------------


def shown(sets: int, number: int = 0, *, mode: Mode = "normal", **more: Any) -> Week:
    core, legs = day_of("core", ("bird-dog", sets)), day_of("strength", ("sit-to-stand", sets))
    return week_of(core, legs, starts=ON + timedelta(weeks=number), mode=mode, **more)


def steady(week: Week) -> Lived:
    return Lived(week, week)


def next_week(**more: Any) -> set[str]:
    """The parts that fall unexcused, where all of them are a set less and the later week says this."""
    return {fall.part for fall in falls([steady(shown(3)), steady(shown(2, 1, **more))])}


def move(rule: str, exercise: str = "", *, new: bool = False) -> tuple[Move, ...]:
    return (Move(rule, "what", "why", exercise, exercise, (ON,), new),)


BOTH = {"back", "lower"}


def test_as_much_as_before_is_no_fall_and_less_is_one() -> None:
    assert falls([steady(shown(3)), steady(shown(3, 1)), steady(shown(4, 2))]) == ()
    assert falls([steady(shown(3)), steady(shown(2, 1))]) == (Fall(2, "back", 3, 2), Fall(2, "lower", 3, 2))
    assert str(Fall(2, "back", 3, 2)) == "week 2: back 3 -> 2"


def test_a_gentle_week_is_passed_over_and_excuses_nothing_after_it() -> None:
    gentle = shown(1, 1, mode="flare", notices=(Notice("pain", "gentle"),))
    assert falls([steady(shown(3)), steady(gentle)]) == ()
    assert {fall.week for fall in falls([steady(shown(3)), steady(gentle), steady(shown(2, 2))])} == {3}
    assert falls([steady(shown(3)), steady(gentle), steady(shown(3, 2))]) == ()


@pytest.mark.parametrize("rule", ["verdict-peak", "verdict-morning", "verdict-leg", "above-level"])
def test_what_was_too_much_excuses_its_own_part(rule: str) -> None:
    assert next_week(moves=move(rule, "bird-dog")) == {"lower"}


@pytest.mark.parametrize("rule", ["gap-restart", "verdict-peak"])
def test_a_rule_that_names_no_exercise_excuses_every_part(rule: str) -> None:
    assert next_week(moves=move(rule)) == set()


def test_growth_excuses_nothing_but_the_starting_dose_of_a_harder_partner() -> None:
    assert next_week(moves=move("growth-three", "bird-dog")) == BOTH
    assert next_week(moves=move("growth-three", "bird-dog", new=True)) == {"lower"}
    assert next_week(moves=move("level-good")) == BOTH


def walk(minutes: int, number: int, step: int) -> Lived:
    item = Item("easy-walk", "Walk", 60 * minutes, GivenDose(minutes=minutes), "")
    day = Day(ON, (Session("outdoors", (DayBlock("aerobic", (item,)),)),))
    ramp = (Move("aerobic-ramp", f"goes to {step}", "why", days=(ON + timedelta(weeks=number),)),)
    return steady(week_of(day, starts=ON + timedelta(weeks=number), whole_step=step, moves=ramp))


def test_the_ramp_excuses_shorter_walks_only_where_it_goes_down() -> None:
    assert falls([walk(15, 0, 15), walk(12, 1, 12)]) == ()
    assert falls([walk(15, 0, 15), walk(12, 1, 17)]) == (Fall(2, AEROBIC, 15, 12),)


def test_a_notice_excuses_when_it_is_new_and_not_when_it_stands() -> None:
    quarters = (Notice("pain", "three quarters"),)
    assert next_week(notices=quarters) == set()
    both = [steady(shown(3, notices=quarters)), steady(shown(2, 1, notices=quarters))]
    assert {fall.part for fall in falls(both)} == BOTH
    assert next_week(notices=(Notice("review", "a look back"),)) == BOTH


def test_a_swap_excuses_its_own_part_and_the_days_holding_other_things_nothing() -> None:
    assert next_week(changes=(Change("swapped", "said", ("bird-dog", "bird-dog-leg")),)) == {"lower"}
    assert next_week(changes=(Change("sets", "Fewer sets", ("bird-dog",)),)) == BOTH


def test_a_pause_excuses() -> None:
    paused = shown(2, 1)._replace(days=(*shown(2).days, Day(ON, pause="travel")))
    assert falls([steady(shown(3)), steady(paused)]) == ()


def test_a_rule_named_later_in_the_last_week_or_between_excuses_too() -> None:
    said = move("verdict-peak", "bird-dog")
    midweek = Lived(shown(3), shown(3, moves=said))
    assert {fall.part for fall in falls([midweek, steady(shown(2, 1, moves=said))])} == {"lower"}
    told_before = steady(shown(3, moves=said))  # it had lowered that week already
    assert {fall.part for fall in falls([told_before, steady(shown(2, 1, moves=said))])} == BOTH
    gentle = steady(shown(1, 1, mode="flare", moves=said))
    assert {fall.part for fall in falls([steady(shown(3)), gentle, steady(shown(2, 2))])} == {"lower"}


def thinned(**more: Any) -> Iterator[Fall]:
    return iter(falls([Lived(shown(3), shown(2, **more))]))


def test_a_week_thinned_after_it_was_shown_is_a_fall_too() -> None:
    assert set(thinned()) == {Fall(1, part, 3, 2, within=True) for part in BOTH}
    assert str(Fall(1, "back", 3, 2, within=True)) == "within week 1: back 3 -> 2"


def test_what_was_let_go_or_too_much_thins_its_week_by_name() -> None:
    assert not list(thinned(missed=(ON,)))
    assert not list(thinned(bars={ON: Bars(too_much=(ON.isoformat(),))}))
    assert {fall.part for fall in thinned(bars={ON: Bars()})} == BOTH
    assert {fall.part for fall in thinned(moves=move("verdict-peak", "bird-dog"))} == {"lower"}


def test_what_was_too_much_last_week_lightens_only_that_week() -> None:
    bad = shown(3, bars={ON: Bars(too_much=(ON.isoformat(),))})
    assert {fall.part for fall in falls([steady(bad), steady(shown(2, 1))])} == BOTH


def test_every_part_is_told() -> None:
    assert parts(shown(1)).of.keys() == set(PARTS)


# -- what is told and shown -------------------------------------------------------------------------------------


def told_to_grow(before: int, now: int, exercise: str = "bird-dog", *, new: bool = False) -> tuple[Unshown, ...]:
    return unshown([steady(shown(before)), steady(shown(now, 1, moves=move("growth-three", exercise, new=new)))])


def test_growth_is_shown_where_a_day_has_more() -> None:
    assert told_to_grow(2, 3) == ()
    assert told_to_grow(2, 2) == (Unshown(2, "bird-dog"),)
    assert str(Unshown(2, "bird-dog")) == "week 2: more bird-dog is told and not shown"


def test_an_exercise_that_is_new_need_only_be_there() -> None:
    assert told_to_grow(3, 1, new=True) == ()
    assert told_to_grow(3, 3, "clamshell", new=True) == (Unshown(2, "clamshell"),)


def test_what_comes_down_and_what_names_no_exercise_tells_of_no_growth() -> None:
    for rule, exercise in (("verdict-peak", "bird-dog"), ("level-good", "")):
        assert unshown([steady(shown(3)), steady(shown(2, 1, moves=move(rule, exercise)))]) == ()


# -- what is held and not named, and named and not held -----------------------------------------------------------


def differs(now: Week, before: Week | None = None) -> set[str]:
    return {str(each) for each in differences([steady(before or shown(3)), steady(now)])}


def test_what_is_held_otherwise_is_to_be_named() -> None:
    more = "core work, 4 rounds instead of 3; strength, 4 rounds instead of 3"
    assert differs(shown(3, 1)) == set()
    assert {"week 2: core 3 -> 4, held and not named", "week 2: strength 3 -> 4, held and not named"} <= differs(
        shown(4, 1)
    )
    named = Change("sets", f"More than last week: {more} (why).")
    grown = {"week 2: dose of bird-dog (3, 0, '') -> (4, 0, ''), held and not named"}
    assert {line for line in differs(shown(4, 1, changes=(named,))) if "bird-dog" in line} == grown


def test_what_is_named_is_to_be_held() -> None:
    told = (Change("sets", "More than last week: core work, 5 rounds instead of 3 (why)."),)
    assert differs(shown(3, 1, changes=told)) == {"week 2: core work 3 -> 5 told, 3 -> 3 held, named and not held"}
    moves = move("growth-three", "bird-dog")
    assert differs(shown(3, 1, moves=moves)) == {"week 2: bird-dog: what, dose as it was, named and not held"}
    assert differs(shown(3, 1, moves=move("growth-three", "clamshell"))) == {
        "week 2: clamshell: what, on no day, named and not held"
    }


def test_an_exercise_that_comes_or_goes_is_to_be_named() -> None:
    other = week_of(
        day_of("core", ("side-bridge-wall", 3)), day_of("strength", ("sit-to-stand", 3)), starts=ON + timedelta(weeks=1)
    )
    assert differs(other) == {
        "week 2: new side-bridge-wall, held and not named",
        "week 2: gone bird-dog, held and not named",
    }


def test_growth_is_measured_from_the_last_normal_week() -> None:
    gentle = steady(shown(1, 1, mode="flare"))
    grown = steady(shown(3, 2, moves=move("growth-three", "bird-dog")))
    assert unshown([steady(shown(3)), gentle, grown]) == (Unshown(3, "bird-dog"),)
    assert unshown([steady(shown(2)), gentle, grown]) == ()


def test_what_pain_took_back_within_a_week_is_shown_when_it_comes_again() -> None:
    again = steady(shown(3, 1, moves=move("growth-three", "bird-dog")))
    assert unshown([Lived(shown(3), shown(2)), again]) == ()
    assert unshown([Lived(shown(3), shown(3)), again]) == (Unshown(2, "bird-dog"),)
