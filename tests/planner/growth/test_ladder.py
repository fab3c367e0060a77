"""How doses climb and come down, and what the diary of a week moves."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from operator import ge

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan.library import load
from backplan.model.diary import LogEntry
from backplan.model.exercise import Exercise
from backplan.model.week import Day, GivenDose, Item, Week
from backplan.planner.choice.dose import EASED, FEWER, dose_at, doses, volume
from backplan.planner.diary.done import week_holds
from backplan.planner.diary.past import Stood, stepped
from backplan.planner.diary.verdicts import SessionVerdict
from backplan.planner.growth.climb import chosen, climb_of, selection_of
from backplan.planner.growth.ladder import SLOTS, BadSession, Climb, Ladder, Steps, good_run, was_easy
from backplan.planner.growth.pace import may_grow
from backplan.planner.request import Request
from backplan.planner.week import make_week
from tests.support.growth import MOST_AEROBIC_MINUTES, MOST_AFTER_EASY_ONES, MOST_EXERCISES, WELL, Plan
from tests.support.people import ON, person
from tests.support.planned import planned

MONDAY = date(2026, 11, 23)
EXERCISES = load.load().exercises
BY_ID = {exercise.id: exercise for exercise in EXERCISES}
SELECTION = selection_of(Plan().standing(), calm=True)


def test_the_ladder_of_a_moving_exercise_grows_repetitions() -> None:
    found = [dose.words() for dose in doses(BY_ID["sit-to-stand"])]
    assert found == ["2 x 8", "2 x 10", "2 x 12"]


def test_the_ladder_of_a_held_exercise_grows_holds_then_seconds() -> None:
    found = [dose.words() for dose in doses(BY_ID["side-bridge-wall"])]
    assert found == [
        "2 x 4, hold 8 s, each side",
        "2 x 5, hold 8 s, each side",
        "2 x 6, hold 8 s, each side",
        "2 x 6, hold 10 s, each side",
    ]


def test_below_the_first_rung_a_quarter_of_the_repetitions_comes_off() -> None:
    assert dose_at(BY_ID["sit-to-stand"], -1) == GivenDose(2, 6, 0)
    assert dose_at(BY_ID["sit-to-stand"], -2) == GivenDose(2, 6, 0)
    assert dose_at(BY_ID["weight-shift"], -1) == GivenDose(1, 7, 2)


def bad(*exercises: str, rule: str = "verdict-peak") -> BadSession:
    return BadSession(MONDAY, exercises, SessionVerdict("regress", rule, "pain was 8"))


@given(
    st.sampled_from([e for e in EXERCISES if e.block in ("core", "strength") and len(doses(e)) > 1]), st.integers(1, 6)
)
def test_a_session_that_was_too_much_takes_a_step_of_what_has_grown_and_never_all_of_it_and_more(
    exercise: Exercise, rung: int
) -> None:
    ladder = Ladder(SELECTION._replace(by_id={exercise.id: exercise}))
    after = ladder.after_too_much(Climb({exercise.id: rung}, {}), [bad(exercise.id)]).rungs[exercise.id]
    before, now = volume(dose_at(exercise, rung)), volume(dose_at(exercise, after))
    assert 0 <= after < min(rung, len(doses(exercise)) - 1)
    assert now * 4 <= before * 3 or after == 0


@given(st.sampled_from(EXERCISES), st.integers(-3, 12))
def test_a_step_up_is_never_less_and_never_more_than_one_thing(exercise: Exercise, rung: int) -> None:
    low, high = dose_at(exercise, rung), dose_at(exercise, rung + 1)
    volume = [(dose.sets * dose.reps * (dose.hold_s + 3), dose.minutes or 0) for dose in (low, high)]
    assert volume[0] <= volume[1]
    if rung >= 0:
        assert sum(a != b for a, b in zip(low, high, strict=True)) <= 1


@given(st.sampled_from([e for e in EXERCISES if len(doses(e)) > 1]), st.integers(-3, -1), st.integers(1, 3))
def test_from_three_quarters_a_step_leads_to_the_start_and_no_further(
    exercise: Exercise, rung: int, rungs: int
) -> None:
    ladder = Ladder(SELECTION._replace(by_id={exercise.id: exercise}))
    step = ladder.next_step(exercise, rung, Steps("longer", 4, rungs))
    assert step is None or step.rung == 0


def lived(peaks: Sequence[int]) -> list[Week]:
    """Weeks of a person who does every session, with one peak of pain a week, and says so each morning after."""
    shown: list[Week] = []
    entries: list[LogEntry] = []
    for number, peak in enumerate(peaks):
        starts = MONDAY + timedelta(weeks=number)
        week = make_week(Request(person(), EXERCISES, starts, starts, tuple(entries), tuple(shown), began=MONDAY))
        shown.append(week)
        for day in week.days:
            if day.sessions:
                entries.append(LogEntry(day.on, "session", "all", 3, peak, 4, "none"))
                entries.append(LogEntry(day.on + timedelta(days=1), "morning", pain=3))
        entries.sort(key=lambda entry: entry.on)
    return shown


def test_good_weeks_grow_by_what_the_table_allows_and_no_more() -> None:
    weeks = lived((2,) * 8)
    assert weeks[0].moves == ()
    assert all(not move.exercise for move in weeks[1].moves)  # not before a week of good sessions
    assert any(week.moves for week in weeks[2:])
    for before, after in pairwise(weeks):
        assert 0 <= after.aerobic_step - before.aerobic_step <= MOST_AEROBIC_MINUTES
        rises = {key: rung - max(EASED, before.rungs.get(key, 0)) for key, rung in after.rungs.items()}
        assert all(rise <= 1 for rise in rises.values()), rises
        new = set(after.programme.values()) - set(before.programme.values())
        assert sum(rise > 0 for rise in rises.values()) + len(new) <= sum(MOST_EXERCISES.values())
    grown = [move for week in weeks for move in week.moves if move.exercise in {*week.programme.values()}]
    assert grown
    assert all(move.rule == "growth-three" and len(move.days) >= 3 for move in grown)


def test_the_names_stay_while_the_doses_grow() -> None:
    first, fourth = (set(week.programme.values()) for week in (lived((2,) * 4)[0], lived((2,) * 4)[3]))
    assert len(first & fourth) / len(first) >= 0.6


def test_bad_weeks_come_down_and_never_grow() -> None:
    weeks = lived((7,) * 5)
    steps = [week.aerobic_step for week in weeks]
    assert steps == sorted(steps, reverse=True)
    assert all(max(week.rungs.values(), default=0) <= 0 for week in weeks)
    assert weeks[0].holds is not None
    assert weeks[-1].holds is not None
    assert weeks[-1].holds.aerobic < weeks[0].holds.aerobic
    assert weeks[-1].holds.core <= weeks[0].holds.core
    assert weeks[-1].holds.strength <= weeks[0].holds.strength
    assert weeks[1].moves


def test_from_the_bottom_a_person_climbs_again() -> None:
    """Nobody is trapped: after bad weeks, good ones grow."""
    shown = lived((7, 7, 7, 2, 2, 2, 2, 2))
    assert shown[-1].aerobic_step > shown[3].aerobic_step
    assert any(move.rule == "growth-three" for move in shown[-1].moves + shown[-2].moves)


def test_after_a_flare_the_walks_are_as_long_as_before_it() -> None:
    """What a flare takes off a week is given back with it: the next weeks grow from the calm figure."""
    first = make_week(Request(person(), EXERCISES, MONDAY, MONDAY))
    second, third = MONDAY + timedelta(weeks=1), MONDAY + timedelta(weeks=2)
    diary = [LogEntry(second, "flare"), *(LogEntry(second + timedelta(days=n), "morning", pain=3) for n in (1, 2))]
    wednesday = second + timedelta(days=2)
    settling = make_week(Request(person(), EXERCISES, second, wednesday, tuple(diary), (first,), began=MONDAY))
    assert settling.aerobic_step < settling.whole_step == first.aerobic_step
    diary += [LogEntry(second + timedelta(days=n), "morning", pain=3) for n in (3, 4)]
    after = make_week(Request(person(), EXERCISES, third, third, tuple(diary), (first, settling), began=MONDAY))
    assert after.aerobic_step == first.aerobic_step


def test_a_long_hold_grows_no_sets() -> None:
    assert [dose.words() for dose in doses(BY_ID["tandem-stand"])] == [
        "3 x 20 s, each side",
        "4 x 20 s, each side",
        "5 x 20 s, each side",
    ]


@pytest.mark.parametrize("peak", [2, 4, 7])
def test_the_same_history_gives_the_same_week(peak: int) -> None:
    assert lived((peak,) * 4) == lived((peak,) * 4)


def core_of(day: Day) -> list[Item]:
    return [item for block in day.blocks() if block.kind == "core" for item in block.items]


def test_a_session_that_was_too_much_takes_something_off_the_days_that_follow() -> None:
    week = make_week(Request(person(), EXERCISES, MONDAY, MONDAY))
    worked = next(day for day in week.days if any(block.kind == "core" for block in day.blocks()))
    bad = LogEntry(worked.on, "session", "all", 3, 8, 6, "none")
    after = worked.on + timedelta(days=1)
    again = make_week(Request(person(), EXERCISES, MONDAY, after, (bad,), (week,), began=MONDAY))
    ahead = [day for day in week.days if day.on >= after]
    pairs = [
        (before.dose, now.dose)
        for day in ahead
        for before in core_of(day)
        for now in core_of(again.day(day.on) or day)
        if now.exercise == before.exercise
    ]
    assert all(now.sets * now.reps <= before.sets * before.reps for before, now in pairs)
    assert any(now.sets * now.reps < before.sets * before.reps for before, now in pairs)
    assert [day for day in again.days if day.on < after] == [day for day in week.days if day.on < after]


# -- how hard it was ----------------------------------------------------------------------------------------------


def easy(*efforts: int | None, said: LogEntry = WELL, morning: int | None = 3) -> bool:
    """Whether the core was easy in its last sessions, which were as hard as said."""
    plan = Plan()
    plan.live(2, said, morning)
    last = [on for on, _ in plan.standing().past.verdicts_on("core")][-len(efforts) :]
    harder = {on: said._replace(on=on, effort=effort) for on, effort in zip(last, efforts, strict=True)}
    sessions = [entry for entry in plan.entries if entry.kind != "session" or entry.on not in harder]
    plan.entries = [*sessions, *harder.values()]
    return was_easy(plan.standing().past, "core")


@pytest.mark.parametrize(
    ("efforts", "found"),
    [((3, 3), True), ((0, 0), True), ((3, 4), False), ((4, 3), False), ((9, 3, 3), True), ((None, 3), False)],
)
def test_two_sessions_running_at_three_or_less_were_easy(efforts: tuple[int | None, ...], found: bool) -> None:
    assert easy(*efforts) == found


def test_only_good_sessions_were_easy() -> None:
    """Where nothing is known of the pain, growth is slow, and skips nothing."""
    assert not easy(3, 3, said=LogEntry(MONDAY, "session", "all"), morning=None)
    assert not easy(3, 3, said=WELL._replace(peak=7))


def longer(effort: int) -> tuple[dict[str, int], int]:
    """How many rungs each exercise of the core has gone up after two weeks of sessions so hard, and the steps."""
    plan = Plan()
    plan.live(2, WELL._replace(effort=effort), 3)
    standing = plan.standing()
    climb = climb_of(standing, selection_of(standing, calm=True), {"core": "longer"})
    return {key: rung for key, rung in climb.rungs.items() if rung}, len(climb.steps)


def test_after_easy_sessions_a_step_skips_a_rung_and_never_one_beyond_the_last() -> None:
    assert set(longer(4)[0].values()) == {1}
    found, steps = longer(3)
    assert found.keys() == longer(4)[0].keys()
    assert found == {key: min(MOST_AFTER_EASY_ONES, len(doses(BY_ID[key])) - 1) for key in found}
    assert steps == MOST_EXERCISES["core"]


def test_after_hard_sessions_no_dose_goes_up() -> None:
    assert longer(8) == ({}, 0)


def test_on_full_days_a_harder_exercise_that_takes_no_longer_comes_all_the_same() -> None:
    plan = Plan(person(minutes=dict.fromkeys(("mon", "wed", "fri", "sun"), 30), level="basic", aerobic_minutes=15))
    plan.live(12, WELL, morning=2)
    for before, after in pairwise(plan.weeks):
        assert all(map(ge, week_holds(after)[:2], week_holds(before)[:2])), after.starts
    assert plan.weeks[-1].programme["lower"] != plan.weeks[0].programme["lower"]


def test_a_harder_exercise_of_more_sets_in_the_library_takes_no_longer_in_the_rounds_of_a_week() -> None:
    """The bird dog has three sets there, and the leg reach before it two; full days give one of either."""
    plan = Plan(person(minutes=dict.fromkeys(("mon", "wed", "fri"), 20), level="basic", aerobic_minutes=15))
    plan.live(12, WELL, morning=2)
    assert [BY_ID[plan.weeks[number].programme["back"]].id for number in (0, -1)] == ["bird-dog-leg", "bird-dog"]


@pytest.mark.parametrize("minutes", [40, 45, 60])
def test_the_steps_of_a_part_go_round_its_exercises(minutes: int) -> None:
    """At the slow pace no exercise of the core waits for its first step while another takes two: bird dog came in week
    11, while the side, hip and flowing work had had none. (Strength has fewer minutes: what fits may come first there.)
    """
    plan = Plan(person(minutes=dict.fromkeys(("mon", "tue", "thu", "sat"), minutes), aerobic_minutes=15))
    plan.live(12)
    stood = [Stood(week.rungs, week.calm_programme) for week in plan.weeks]
    steps = Counter(slot for pair in pairwise(stood) for slot in pair[1].programme if stepped(slot, *pair))
    assert steps["back"] == steps["side"] == 1
    mine = [steps[slot] for slot in SLOTS["core"] if slot in plan.weeks[0].programme]
    assert max(mine) - min(mine) <= 1, steps


def test_what_a_week_was_told_to_grow_in_which_nothing_was_done_is_told_again_the_same() -> None:
    """A flare on its first day, say: the steps that nobody took are no last steps, which would pass the turn on."""
    plan = Plan(person(minutes=dict.fromkeys(("mon", "tue", "thu", "sat"), 45), aerobic_minutes=15))
    plan.live(3, WELL, morning=3)
    grown = plan.weeks[-1]
    assert any(move.rule == "growth-three" for move in grown.moves)
    before = plan.standing(grown.starts).past.last_steps
    plan.entries = [entry for entry in plan.entries if entry.on < grown.starts]
    assert plan.standing().past.last_steps == before


HELD_UP = "side-bridge-wall"  # has a harder partner, whose easier one it is
HARDER = BY_ID[BY_ID[HELD_UP].progression or ""]


@pytest.mark.parametrize("rung", [EASED, FEWER, 0, 2])
def test_an_easier_partner_takes_over_at_no_more_than_the_three_quarters_that_it_stood_at(rung: int) -> None:
    climb = Climb({HARDER.id: EASED, HELD_UP: rung}, {"side": HARDER.id})
    after = Ladder(SELECTION, barred_too=True).after_too_much(climb, [bad(HARDER.id)])
    assert after.programme == {"side": HELD_UP}
    assert after.rungs[HELD_UP] == min(0, rung)
    assert after.moves[0].what.endswith(", with fewer repetitions") == (rung < 0)


def test_worse_mornings_alone_never_take_away_what_a_plan_began_with() -> None:
    """Week after week of them leaves three quarters, and what grew from something easier goes back to that."""
    worse = [bad(HARDER.id, rule="verdict-morning")] * 4
    begun = Ladder(SELECTION, barred_too=True).after_too_much(Climb({}, {"side": HARDER.id}), worse)
    assert (begun.programme, begun.rungs[HARDER.id]) == ({"side": HARDER.id}, EASED)
    grown = Ladder(SELECTION, barred_too=True).after_too_much(Climb({HELD_UP: 3}, {"side": HARDER.id}), worse)
    assert grown.programme == {"side": HELD_UP}


def test_what_has_no_easier_partner_stays_at_three_quarters() -> None:
    """One step up gives the whole dose again, however often it was too much."""
    assert BY_ID["glute-squeeze"].regression is None
    climb = Climb({}, {"hip": "glute-squeeze"})
    after = Ladder(SELECTION).after_too_much(climb, [bad("glute-squeeze")] * 3)
    assert (after.rungs, after.programme) == ({"glute-squeeze": EASED}, {"hip": "glute-squeeze"})


def test_an_easier_partner_that_no_day_was_left_to_show_is_told_in_the_next_week() -> None:
    plan = Plan()
    week = planned(plan.request())
    for on in (day.on for day in week.days if day.sessions):
        plan.entries += [LogEntry(on, "session", "all", 3, 8, 4, "none")]
    plan.weeks.append(planned(plan.request(ON)._replace(today=ON + timedelta(days=6), weeks=(week,))))
    came = planned(plan.request())
    new = set(came.programme.values()) - set(week.programme.values())
    assert new
    assert new <= {key for change in came.changes for key in change.about}


def test_what_comes_down_in_midweek_is_told_from_the_dose_that_was_shown() -> None:
    """The leg takes back what the week was told to grow, the session a step more; later it is told the same."""
    plan = Plan()
    plan.live(2, WELL._replace(pain=3), morning=3)
    request = plan.request()
    week = planned(request)
    grown = {move.exercise: dose for move in week.moves if (dose := _dose_on(week, move.exercise))}
    first = next(day.on for day in week.days if day.exercises & grown.keys())
    leg = WELL._replace(on=first, leg="thigh")
    later = request._replace(today=first + timedelta(1), entries=(*request.entries, leg), weeks=(*request.weeks, week))
    again = planned(later)
    down = {move.exercise: move.what for move in again.moves if move.rule == "verdict-leg" and move.exercise in grown}
    assert down
    for key, what in down.items():
        assert what.startswith(f"goes down from {grown[key].reps} to "), (what, grown[key])
    third = planned(later._replace(today=first + timedelta(2), weeks=(*request.weeks, again)))
    assert {m.exercise: m.what for m in third.moves if m.exercise in down} == down


def _dose_on(week: Week, exercise: str) -> GivenDose | None:
    """The dose of an exercise on the first day that shows it."""
    items = (item for day in week.days for block in day.blocks() for item in block.items)
    return next((item.dose for item in items if item.exercise == exercise and not item.dose.hold_s), None)


def test_what_a_week_told_and_nobody_did_goes_back_by_name() -> None:
    slot = BY_ID["sit-to-stand"].slot
    climb = Climb({"sit-to-stand": EASED}, {slot: "sit-to-stand"})
    back = Ladder(SELECTION).rested(climb, 9, {"sit-to-stand": 0})
    assert [move.what for move in back.moves] == ["goes back from 8 to 6 repetitions"]
    assert dict(back.rungs) == dict(climb.rungs)
    stays = ["doses stay as they are, none of them has grown"]
    assert [move.what for move in Ladder(SELECTION).rested(climb, 9).moves] == stays


# -- a step is seen, and harder partners come one after the other --------------------------------------------------

AT_SEVEN = person(pain=person().pain._replace(now=7, usual=7), aerobic_minutes=15)


def test_of_three_quarters_every_step_of_a_dose_shows() -> None:
    plan = Plan(AT_SEVEN)
    plan.live(3, WELL._replace(pain=7, peak=7), morning=7)
    selection = selection_of(plan.standing(), calm=False)
    assert selection.case.steady
    ladder, seen = Ladder(selection), 0
    for exercise in (each for each in selection.allowed if each.block in ("core", "strength")):
        top = len(doses(exercise)) - 1
        for rung in range(top):
            step = ladder.next_step(exercise, rung, Steps("longer", 3))
            assert step is not None
            given = [ladder._given_dose(exercise.id, each) for each in (rung, step.rung)]
            assert given[0] != given[1] or step.rung == top, (exercise.id, rung)
            seen += step.rung > rung + 1
    assert seen


def test_whoever_has_time_for_more_goes_on_to_the_harder_exercise_too() -> None:
    """On long days doses grew to their top before, and the harder partners came to short days first."""
    plan = Plan(person(minutes=dict.fromkeys(("mon", "tue", "wed", "fri", "sat"), 45), aerobic_minutes=15))
    plan.live(9, WELL, morning=2)
    came = [move for week in plan.weeks for move in week.moves if move.new and BY_ID[move.exercise].block == "core"]
    assert any(move.exercise == "side-bridge-counter" for move in came)
    assert plan.weeks[-1].programme["back"] == "bird-dog"


def test_the_week_in_which_an_exercise_came_counts_whichever_day_held_it_first() -> None:
    """Three weeks on Thursdays and later were 18 days, so that a harder one waited for a week more."""
    plan = Plan(person(minutes=dict.fromkeys(("thu", "sat", "sun"), 45), aerobic_minutes=15))
    plan.live(3, WELL, morning=2)
    plan.weeks[-1] = plan.weeks[-1]._replace(rungs={})  # nothing has grown
    standing = plan.standing()
    choice = chosen(standing, selection_of(standing, calm=False), {"core": "longer"})
    assert [move.exercise for move in choice.climb.steps if move.new]


def test_no_part_takes_up_two_harder_exercises_in_a_week() -> None:
    plan = Plan(person(minutes=dict.fromkeys(("mon", "wed", "fri"), 20), aerobic_minutes=15))
    plan.live(8, WELL, morning=2)
    for week in plan.weeks:
        new = [BY_ID[move.exercise].block for move in week.moves if move.new]
        assert all(new.count(block) <= 1 for block in ("core", "strength")), week.moves


def test_a_session_without_its_walk_is_no_good_session_for_walks() -> None:
    plan = Plan()
    plan.live(3, WELL, morning=3)
    walks = {
        block.items[0].exercise for day in plan.weeks[-1].days for block in day.blocks() if block.kind == "aerobic"
    }
    without = [
        each._replace(done="part", left_out=tuple(walks)) if each.kind == "session" else each for each in plan.entries
    ]
    assert good_run(plan.standing().past, "aerobic")
    assert may_grow(plan.standing(), "aerobic")
    plan.entries = without
    assert not good_run(plan.standing().past, "aerobic")
    assert not may_grow(plan.standing(), "aerobic")


def test_where_nothing_was_ever_done_nothing_grows_though_what_took_its_room_is_gone() -> None:
    plan = Plan(person(minutes=dict.fromkeys(("mon", "wed", "fri"), 30), aerobic_minutes=15))
    week = make_week(plan.request())
    assert week.holds is not None
    plan.weeks.append(week._replace(holds=week.holds._replace(aerobic=20)))  # as beside much that was prescribed
    now = make_week(plan.request())
    assert now.holds is not None
    assert now.holds.aerobic <= 20
