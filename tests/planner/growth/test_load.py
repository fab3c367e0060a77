"""When the load of an exercise grows, what takes it back, and what is said of it."""

from datetime import timedelta
from functools import cache
from itertools import pairwise

import pytest

from backplan.library import load as library
from backplan.model.case import Case
from backplan.model.diary import LogEntry
from backplan.model.exercise import Exercise, by_id
from backplan.model.move import Move
from backplan.model.person import Person
from backplan.model.vocabulary import Condition
from backplan.model.week import Item, Week
from backplan.planner.choice.dose import dose_at, doses, load_steps
from backplan.planner.growth.climb import chosen, lifts, selection_of
from backplan.planner.growth.ladder import BadSession, Climb, Ladder, Pace
from backplan.planner.growth.load import is_time, lighter, may_be_hard, more
from backplan.planner.week import make_week
from tests.support.growth import WELL, Plan
from tests.support.people import person

EXERCISES = by_id(library.load().exercises)
HINGE, PRESS = EXERCISES["band-hip-hinge"], EXERCISES["floor-press"]
TOP = len(doses(HINGE)) - 1
OWNER = person(level="intermediate", equipment=("band", "dumbbells"))
LOAD = "growth-load"


def plan(weeks: int, effort: int | None = 5) -> Plan:
    """Somebody with bands and dumbbells after so many weeks of good sessions, each as hard as said."""
    found = Plan(OWNER)
    if weeks:
        found.live(weeks, WELL._replace(effort=effort), 3)
    return found


@cache
def sixteen(effort: int | None) -> tuple[Week, ...]:
    return tuple(plan(16, effort).weeks)


def load_moves(week: Week) -> list[Move]:
    return [move for move in week.moves if move.rule == LOAD]


def items(week: Week, exercise: str) -> list[Item]:
    return [item for day in week.days for block in day.blocks() for item in block.items if item.exercise == exercise]


# -- a life of sixteen weeks ----------------------------------------------------------------------------------------


def test_with_an_effort_of_five_load_grows_and_not_with_eight_or_with_nothing_known() -> None:
    assert any(load_moves(week) for week in sixteen(5))
    assert not any(load_moves(week) for week in (*sixteen(8), *sixteen(None)))
    assert not any(load_steps(EXERCISES[key], rung) for week in sixteen(8) for key, rung in week.rungs.items())


def test_each_step_is_one_rung_shown_on_its_days_and_a_band_waits_four_weeks_for_the_next() -> None:
    weeks = sixteen(5)
    last: dict[str, int] = {}
    for number, (before, week) in enumerate(pairwise(weeks), 1):
        for move in load_moves(week):
            exercise = EXERCISES[move.exercise]
            assert week.rungs[exercise.id] == before.rungs[exercise.id] + 1 >= len(doses(exercise))
            assert number - last.get(exercise.id, -4) >= 4
            last[exercise.id] = number
            assert {item.load for item in items(week, exercise.id)} == {"with the next band"}
            assert len(move.days) >= 3
    assert last


def test_a_step_of_load_leaves_the_dose_at_its_top() -> None:
    assert [load_steps(HINGE, rung) for rung in (-1, 0, TOP, TOP + 1, TOP + 3)] == [0, 0, 0, 1, 3]
    assert dose_at(HINGE, TOP + 3) == dose_at(HINGE, TOP)


def test_the_week_of_the_step_says_so_and_the_weeks_after_it_which_load_is_meant() -> None:
    weeks = sixteen(5)
    first = next(number for number, week in enumerate(weeks) if load_moves(week))
    key = load_moves(weeks[first])[0].exercise
    assert [{item.load for item in items(week, key)} for week in weeks[first - 1 : first + 2]] == [
        {None},
        {"with the next band"},
        {"with the stronger band"},
    ]


def test_once_the_load_of_a_step_is_noted_that_is_what_is_shown() -> None:
    found = plan(0)
    while not (moves := load_moves(found.live(1, WELL, 3))):
        assert len(found.weeks) < 16
    key, stepped = moves[0].exercise, found.weeks[-1]
    before, since = (stepped.starts + timedelta(days=days) for days in (-1, 1))
    for on, said in ((before, {"with the stronger band"}), (since, {None})):
        request = found.request()
        noted = LogEntry(on, "session", "all", 3, 3, 5, "none", loads={key: "green band"})
        entries = tuple(sorted((*request.entries, noted), key=lambda entry: entry.on))
        assert {item.load for item in items(make_week(request._replace(entries=entries)), key)} == said


def test_a_stored_week_keeps_its_load() -> None:
    week = next(week for week in sixteen(5) if load_moves(week))
    kept = Week.of(week.document())
    key = load_moves(week)[0].exercise
    assert kept.rungs == week.rungs
    assert items(kept, key) == items(week, key)


# -- when it grows --------------------------------------------------------------------------------------------------


def takes_more(exercise: Exercise = HINGE, *, effort: int | None = 5) -> bool:
    """Whether an exercise may take more load after four weeks."""
    found = plan(4, effort)
    return may_be_hard(exercise, case_of(found)) and is_time(exercise, found.standing().past, "strength")


def case_of(found: Plan) -> Case:
    return selection_of(found.standing(), calm=False).case


@pytest.mark.parametrize(("effort", "grows"), [(6, True), (7, False), (None, False)])
def test_it_grows_after_a_last_session_known_to_be_no_harder_than_six(effort: int | None, grows: bool) -> None:
    assert takes_more(effort=effort) == grows


def test_it_grows_only_where_there_is_a_load() -> None:
    assert not takes_more(EXERCISES["one-leg-stand"])


@pytest.mark.parametrize(
    ("exercise", "ago", "rule", "grows"),
    [
        (PRESS, 1, LOAD, False),
        (PRESS, 2, LOAD, True),
        (PRESS, 1, "growth-three", True),
        (HINGE, 3, LOAD, False),
        (HINGE, 4, LOAD, True),
    ],
)
def test_a_weight_grows_every_two_weeks_at_the_most_and_a_band_every_four(
    exercise: Exercise, ago: int, rule: str, grows: bool
) -> None:
    found = plan(4)
    found.weeks[-ago] = found.weeks[-ago]._replace(moves=(Move(rule, "", "", exercise.id),))
    assert is_time(exercise, found.standing().past, "strength") == grows


def steps(rung: int, pace: Pace = "longer", who: Person = OWNER, weeks: int = 3) -> dict[str, str]:
    """The exercises of strength that take a step up from a rung of all of them, each with its rule."""
    found = plan(weeks)
    found.who = who
    found.weeks[-1] = found.weeks[-1]._replace(rungs=dict.fromkeys(EXERCISES, rung))
    standing = found.standing()
    choice = chosen(standing, selection_of(standing, calm=False), {"strength": pace})
    return {move.exercise: move.rule for move in choice.climb.steps}


@pytest.mark.parametrize("pace", ["longer", "free"])
def test_it_grows_at_the_top_of_the_dose_where_no_harder_exercise_may_take_over(pace: Pace) -> None:
    """The harder partner of the hinge is kept for whom a clinician lets; that of the press may be given."""
    assert steps(TOP, pace) == {HINGE.id: LOAD, "seated-band-row": LOAD}
    assert steps(TOP, pace, weeks=4)["counter-push-up"] == "growth-three"  # in week 5 it is the turn of strength


def test_it_does_not_grow_below_the_top() -> None:
    assert steps(TOP - 1, "free", weeks=4) == {"counter-push-up": "growth-three"}
    assert set(steps(TOP - 1).values()) == {"growth-three"}


@pytest.mark.parametrize("tag", ["osteoporosis", "bp-uncontrolled"])
def test_it_does_not_grow_for_somebody_who_is_not_to_strain(tag: Condition) -> None:
    assert LOAD not in steps(TOP, who=OWNER._replace(conditions=(tag,))).values()


# -- what takes it back ---------------------------------------------------------------------------------------------


def ladder(found: Plan) -> Ladder:
    return Ladder(selection_of(found.standing(), calm=False))


def test_a_session_that_was_too_much_takes_it_back() -> None:
    found = plan(1)
    word = next(iter(found.standing().past.verdicts.values()), None)
    assert word is not None
    climb = Climb({HINGE.id: TOP + 2}, {"lower": HINGE.id})
    bad = [BadSession(found.starts, (HINGE.id,), word)]
    after = ladder(found).after_too_much(climb, bad)
    assert load_steps(HINGE, after.rungs[HINGE.id]) == 0
    assert after.moves[0].what == "goes down from 12 to 10 repetitions, with the lighter band again"
    below = ladder(found).after_too_much(climb._replace(rungs={HINGE.id: TOP}), bad)
    assert below.moves[0].what == "goes down from 12 to 10 repetitions"


def test_days_without_a_session_take_it_back_with_the_repetitions() -> None:
    climb = Climb({HINGE.id: TOP + 2}, {"lower": HINGE.id})
    shares = {gap: ladder(plan(1)).rested(climb, gap).rungs[HINGE.id] for gap in (7, 8, 15, 29)}
    assert shares[7] == TOP + 2
    assert all(load_steps(HINGE, shares[gap]) == 0 for gap in (8, 15, 29))


def test_the_days_after_a_session_that_was_too_much_have_the_lighter_band() -> None:
    found = Plan(OWNER)
    while not load_moves(found.live(1, WELL, 3)):
        assert len(found.weeks) < 16
    week = found.weeks.pop()
    worked = [day.on for day in week.days if items(week._replace(days=(day,)), HINGE.id)]
    assert load_moves(week)[0].exercise == HINGE.id
    assert len(worked) > 1
    until = [entry for entry in found.entries if entry.on < worked[0]]
    found.entries = [*until, LogEntry(worked[0], "session", "all", 3, 8, 5, "none")]
    request = found.request(week.starts)._replace(today=worked[0] + timedelta(days=1))
    after = make_week(request._replace(weeks=(*request.weeks, week), around=True))
    left = after._replace(days=tuple(day for day in after.days if day.on >= request.today))
    ahead = items(left, HINGE.id)
    assert {item.load for item in ahead} == {"with the lighter band again"}
    assert {item.how_hard for item in ahead} == {None}


def test_load_comes_back_with_an_exercise_that_was_swapped_away() -> None:
    """How far an exercise has come is kept while another stands in its slot."""
    found = plan(3)
    found.weeks[-1] = found.weeks[-1]._replace(rungs={HINGE.id: TOP + 2}, calm_programme={"lower": "box-squat"})
    standing = found.standing()
    assert chosen(standing, selection_of(standing, calm=False), {}).climb.rungs[HINGE.id] == TOP + 2
    assert lifts(standing, chosen(standing, selection_of(standing, calm=False), {})) == {HINGE.id: "kept"}


# -- what is said ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("exercise", "noted", "said"),
    [
        (HINGE, None, "goes to the next band"),
        (HINGE, "red band", "goes from red band to the next band"),
        (HINGE, "8 kg", "goes from 8 kg to about 8.5 kg"),
        (PRESS, None, "goes to about 5 percent more weight"),
        (PRESS, "8 kg", "goes from 8 kg to about 8.5 kg"),
        (PRESS, "2 kg", "goes from 2 kg to about 2.5 kg"),
        (PRESS, "12,5 kg", "goes from 12,5 kg to about 13 kg"),
        (PRESS, "20 kg", "goes from 20 kg to about 21 kg"),
        (PRESS, "20 lb", "goes from 20 lb to about 21 lb"),
        (PRESS, "the blue ones", "goes from the blue ones to about 5 percent more weight"),
    ],
)
def test_the_next_load_is_named_from_the_one_noted(exercise: Exercise, noted: str | None, said: str) -> None:
    assert more(exercise, noted) == said


def test_the_lighter_one_is_a_band_or_a_weight() -> None:
    assert (lighter(HINGE), lighter(PRESS)) == ("with the lighter band again", "with the lighter weight again")


def test_a_move_names_the_load_that_was_noted_before_the_week() -> None:
    found = plan(3)
    found.weeks[-1] = found.weeks[-1]._replace(rungs=dict.fromkeys(EXERCISES, TOP))
    last = max(number for number, entry in enumerate(found.entries) if entry.kind == "session")
    found.entries[last] = found.entries[last]._replace(loads={HINGE.id: "red band"})
    week = make_week(found.request())
    assert load_moves(week)[0].subject == "Band hip hinge goes from red band to the next band"
