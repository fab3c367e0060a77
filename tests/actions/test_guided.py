"""A session gone through: its phases take the time the plan gives, and keys and time move it as they should."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan.actions import left_off
from backplan.actions.guided import begun, guide
from backplan.actions.guided.guide import Guide, Outcome
from backplan.actions.guided.session import Felt, entry
from backplan.actions.guided.turns import Turn, TurnKey, turn, turns
from backplan.actions.workspace import Workspace
from backplan.library.load import load
from backplan.model.particulars import Particulars
from backplan.model.week import Day, DayBlock, GivenDose, Item, Session
from backplan.planner.choice.dose import doses, seconds
from backplan.planner.week import make_week
from tests.support.lives import whole
from tests.support.random_people import numbered, random_request

TODAY = date(2026, 11, 26)
EXERCISES = load(None).exercises


def made(key: str, dose: GivenDose, takes: int = 120) -> Turn:
    return turn("core", Item(key, key.title(), takes, dose, "why"))


def three() -> Guide:
    held = GivenDose(sets=2, reps=3, hold_s=6, per_side=True)
    return guide.begun([made("plank", held), made("walk", GivenDose(minutes=10), 600), made("bridge", GivenDose(1, 8))])


def test_every_exercise_takes_as_long_as_the_plan_says() -> None:
    for exercise in EXERCISES:
        for dose in (doses(exercise)[0], doses(exercise)[-1]):
            takes = seconds(dose, exercise)
            gone = turn("strength", Item(exercise.id, exercise.name, takes, dose, ""))
            assert gone.seconds == pytest.approx(takes), exercise.id
            assert all(phase.seconds > 0 for phase in gone.phases)
            count = dose.sets * dose.reps * (2 if dose.per_side else 1) if dose.minutes is None else 0
            assert sum(phase.kind in ("work", "hold") for phase in gone.phases) == count


def test_a_session_has_as_many_minutes_left_as_its_day_in_the_week_whatever_stands_beside_it() -> None:
    week = make_week(random_request(numbered(78, 1), whole().exercises))
    days = [day for day in week.days if day.sessions]
    assert any(day.beside for day in days)
    for day in days:
        sessions, beside = guide.begun(turns(day)).minutes_left
        assert (sessions, bool(beside)) == (day.minutes, bool(day.beside))


def test_a_hold_is_held_as_long_as_the_dose_says() -> None:
    phases = made("plank", GivenDose(sets=2, reps=3, hold_s=6, per_side=True)).phases
    assert {phase.seconds for phase in phases if phase.kind == "hold"} == {6.0}
    assert [phase.side for phase in phases if phase.kind == "hold"] == [1, 1, 1, 2, 2, 2] * 2
    assert sum(phase.kind == "rest" for phase in phases) == 1


def seconds_left(now: guide.Guide) -> float:
    """Seconds until all is behind, if nothing is skipped."""
    if now.over:
        return 0
    later = [phase.seconds for turn in now._ahead() for phase in turn.phases]
    return now.left + sum([*(phase.seconds for phase in now.turn.phases[now.phase + 1 :]), *later])


@given(st.lists(st.floats(0.01, 400), max_size=40))
def test_time_moves_on_by_itself_and_loses_nothing(steps: list[float]) -> None:
    now = three()
    whole = seconds_left(now)
    for step in steps:
        now = guide.passed(now, step)
    assert seconds_left(now) == pytest.approx(max(0, whole - sum(steps)), abs=0.01)
    assert set(now.became[: now.at]) <= {"done"}


@given(st.lists(st.sampled_from(["time", "pause", "longer", "done", "skipped", "hurt", "back", "eased"]), max_size=60))
def test_whatever_is_pressed_the_session_stands_somewhere_and_can_be_ended(keys: list[str]) -> None:
    now = three()
    for key in keys:
        if now.over:
            break
        outcomes: dict[str, Outcome] = {"done": "done", "skipped": "skipped", "hurt": "hurt"}
        steps = {"pause": guide.paused, "longer": guide.longer, "back": guide.back, "eased": guide.half_left}
        if key in outcomes:
            now = guide.with_outcome(now, outcomes[key])
        else:
            now = steps[key](now) if key in steps else guide.passed(now, 7)
        assert now.over or (now.now in now.turn.phases and now.became[now.at] is None)
        assert seconds_left(now) >= 0
    now = now._replace(paused=False)
    assert guide.passed(now, 100_000).over


def test_nothing_moves_in_a_pause() -> None:
    now = guide.paused(three())
    assert guide.passed(now, 1000) == now
    assert not guide.paused(now).paused


def test_back_is_the_beginning_of_this_one_and_then_the_one_before() -> None:
    later = guide.passed(guide.with_outcome(three(), "done"), 60)
    again = guide.back(later)
    assert (again.at, again.gone, again.became[0]) == (1, 0.0, "done")
    before = guide.back(again)
    assert (before.at, before.became) == (0, (None, None, None))


def test_more_time_is_more_time_and_half_is_half() -> None:
    walk = guide.with_outcome(three(), "done")
    assert guide.longer(walk).left == walk.left + 60
    assert guide.half_left(guide.passed(walk, 100)).left == 250
    held = made("plank", GivenDose(sets=2, reps=4, hold_s=6, per_side=True))
    eased = guide.half_left(guide.at_once(guide.begun([held])))
    holds = [phase for phase in eased.turn.phases if phase.kind == "hold"]
    assert [(phase.set, phase.side) for phase in holds] == [(1, 1)] * 2 + [(1, 2)] * 2 + [(2, 1)] * 2 + [(2, 2)] * 2
    assert {phase.seconds for phase in holds} == {3.0}
    assert eased.turn.reps(eased.now) == 2


def test_less_than_was_planned_is_told_as_that() -> None:
    now = guide.with_outcome(guide.half_left(guide.passed(three(), 30)), "done")
    assert now.outcomes == {TurnKey("plank"): "less"}
    around = guide.with_outcome(guide.half_left(guide.with_outcome(circuit(), "done")), "done")
    assert [turn.eased for turn in around.turns] == [False, True, False, True, False, True]


def test_getting_ready_and_rests_can_be_cut_short() -> None:
    assert three().now.kind == "ready"
    assert guide.at_once(three()).now.kind == "move"


def test_a_session_goes_on_at_the_first_exercise_of_which_nothing_is_known() -> None:
    on_its_way = guide.begun(three().turns, {TurnKey("plank"): "hurt", TurnKey("bridge"): "done"})
    assert on_its_way.at == 1
    assert guide.with_outcome(on_its_way, "done").over


def test_it_goes_on_within_the_exercise_in_which_it_was_broken_off() -> None:
    walk = guide.passed(guide.with_outcome(three(), "done"), 400.7)
    again = guide.begun(three().turns, walk.outcomes, walk.where)
    assert (again.at, again.gone) == (1, 400.0)
    held = guide.passed(three(), 90)
    assert (held.now.kind, held.now.set, held.now.side, held.now.rep) == ("hold", 2, 1, 2)
    again = guide.begun(three().turns, held.outcomes, held.where)
    assert again.now.kind == "ready"
    assert guide.at_once(again).now == held.turn.phases[held.phase - 1]
    ended = guide.passed(again, 10_000)
    assert ended.over
    assert set(ended.became) == {"done"}


@given(st.integers(0, 900), st.integers(-3, 60), st.integers(-3, 9999))
def test_wherever_it_is_said_to_have_stood_it_stands_somewhere(gone: int, phase: int, seconds: int) -> None:
    now = guide.passed(three(), gone)
    if now.over:
        return
    wrong = guide.Where(now.turn.key, phase, seconds)
    again = guide.begun(three().turns, now.outcomes, wrong)
    assert again.at == now.at
    assert 0 <= again.gone < again.now.seconds
    assert guide.passed(again, 10_000).over


def test_an_easier_one_in_its_place_is_told_as_that() -> None:
    now = guide.with_outcome(guide.instead(three(), made("wall plank", GivenDose(1, 5))), "done")
    assert now.outcomes == {TurnKey("plank"): "easier"}


ALL = ("plank", "walk", "bridge", "breathing")
COUNTED = frozenset(ALL[:3])  # breathing stands beside the session


def noted(outcomes: dict[str, Outcome], felt: Felt = Felt()) -> tuple[str | None, tuple[str, ...]] | None:  # noqa: B008
    turns = [made(key, GivenDose(1, 8)) for key in ALL]
    found = entry(TODAY, COUNTED, guide.begun(turns, {TurnKey(key): each for key, each in outcomes.items()}), felt)
    return (found.done, found.left_out) if found else None


def test_each_exercise_is_noted_as_it_was_done() -> None:
    assert noted(dict.fromkeys(ALL, "done")) == ("all", ())
    assert noted({**dict.fromkeys(ALL, "done"), "plank": "hurt"}) == ("all", ("plank",))
    assert noted({**dict.fromkeys(ALL, "done"), "plank": "easier"}) == ("all", ("plank",))
    assert noted({**dict.fromkeys(ALL, "done"), "plank": "less"}) == ("part", ())
    assert noted({"plank": "done"}) == ("part", ("bridge", "walk"))
    assert noted({"plank": "skipped"}) is None
    assert noted({"plank": "hurt"}) == (None, ())  # no session, but a word on what hurt
    assert noted({"plank": "hurt"}, Felt(leg="calf")) == ("part", ("bridge", "plank", "walk"))


def test_less_is_noted_as_less_with_the_minutes_walked_of_it() -> None:
    walk = made("walk", GivenDose(minutes=10), 600)._replace(block="aerobic")
    told = guide.passed(guide.begun([walk]), 120)
    found = entry(TODAY, frozenset({"walk", "plank"}), guide.passed(guide.half_left(told), 1000), Felt())
    assert found is not None
    assert (found.done, found.left_out, found.less) == ("part", ("plank",), {"walk": 6})
    assert (found.whole, found.any_part, found.not_in_full) == (True, False, ("plank", "walk"))


def test_what_was_done_outlives_the_run_until_it_is_ended(tmp_path: Path) -> None:
    place = Workspace(TODAY, tmp_path)
    assert begun.begun(place) is None
    begun.keep(place, circuit())
    assert not [*tmp_path.iterdir()]  # nobody is on record: another window took all away
    with place.opened():
        pass
    now = guide.passed(guide.with_outcome(guide.with_outcome(circuit(), "done"), "hurt"), 31.5)
    begun.keep(place, now)
    assert begun.begun(place) == begun.SessionBegun(TODAY, now.outcomes, now.where)
    assert now.where is not None
    assert (tmp_path / left_off.SESSION).stat().st_mode & 0o777 == 0o600
    begun.end(place)
    assert begun.begun(place) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"on": 3, "told": []}', '{"on": "2026-11-26", "told": [1]}'])
def test_a_damaged_note_of_a_session_is_as_none(text: str, tmp_path: Path) -> None:
    (tmp_path / left_off.SESSION).write_text(text, encoding="utf-8")
    assert begun.begun(Workspace(TODAY, tmp_path)) is None


def test_each_set_has_its_own_repetitions_and_the_rest_that_was_asked_for() -> None:
    asked = Particulars(each_set=(6, 4, 2), rest_s=45)
    dose = GivenDose(sets=3, reps=6, hold_s=5, particulars=asked)
    item = Item("bird-dog", "Bird dog", 20 + 12 * 8 + 2 * 45, dose, "")
    phases = turn("core", item).phases
    holds = [sum(each.kind == "hold" and each.set == number for each in phases) for number in (1, 2, 3)]
    assert holds == [6, 4, 2]
    assert [each.seconds for each in phases if each.kind == "rest"] == [45, 45]
    assert sum(each.seconds for each in phases) == item.seconds


def circuit() -> Guide:
    """A warm-up of one, then a circuit of three sets of one exercise and two of another."""
    around = Particulars(circuit="A")
    items = [
        Item("march", "March", 60, GivenDose(minutes=1), ""),
        Item("plank", "Plank", 140, GivenDose(3, 2, 6, particulars=around), ""),
        Item("bridge", "Bridge", 120, GivenDose(2, 8, per_side=True, particulars=around), ""),
    ]
    return guide.begun(turns(Day(TODAY, (Session("home", (DayBlock("core", tuple(items)),)),))))


def test_a_circuit_goes_round_a_set_of_each_in_turn_in_the_same_time() -> None:
    now = circuit()
    rounds = (("plank", 1), ("bridge", 1), ("plank", 2), ("bridge", 2), ("plank", 3))
    assert now.planned == (TurnKey("march"), *(TurnKey(*each) for each in rounds))
    assert seconds_left(now) == pytest.approx(60 + 140 + 120)
    sets = [{phase.set for phase in each.phases if phase.kind in ("work", "hold")} for each in now.turns[1:]]
    assert sets == [{1}, {1}, {2}, {2}, {3}]
    assert [each.phases[0].kind for each in now.turns[1:]] == ["ready", "ready", "move", "work", "move"]
    assert guide.with_outcome(guide.with_outcome(now, "done"), "done").place == (3, 3)


def test_a_circuit_broken_off_goes_on_in_its_round_and_is_noted_whole_only_after_its_last() -> None:
    first = guide.with_outcome(guide.with_outcome(circuit(), "done"), "done")
    again = guide.begun(circuit().turns, first.outcomes)
    assert again.planned[again.at] == TurnKey("bridge", 1)
    counted = frozenset({"march", "plank", "bridge"})

    def noted_as(now: Guide) -> tuple[str | None, tuple[str, ...], dict[str, int] | None]:
        found = entry(TODAY, counted, now, Felt())
        assert found is not None
        return found.done, found.left_out, dict(found.less) if found.less else None

    assert noted_as(again) == ("part", ("bridge",), {"plank": 0})
    assert noted_as(guide.passed(again, 10_000)) == ("all", (), None)


def test_what_hurts_in_a_circuit_is_left_out_of_its_later_rounds_and_an_easier_one_stays_in_them() -> None:
    at_plank = guide.with_outcome(circuit(), "done")
    hurt = guide.with_outcome(at_plank, "hurt")
    assert [key for key, told in hurt.outcomes.items() if told == "hurt"] == [
        TurnKey("plank", number) for number in (1, 2, 3)
    ]
    assert guide.with_outcome(guide.with_outcome(hurt, "done"), "done").over
    easier = guide.passed(guide.instead(at_plank, made("wall plank", GivenDose(1, 5), 40)), 10_000)
    assert {told for key, told in easier.outcomes.items() if key.exercise == "plank"} == {"easier"}
    assert easier.outcomes[TurnKey("bridge", 2)] == "done"


def test_what_was_halved_or_replaced_outlives_the_run(tmp_path: Path) -> None:
    place, day = Workspace(home=tmp_path, today=date(2026, 11, 27)), three()
    with place.opened():
        pass
    at_second = guide.with_outcome(day, "done")
    halved = guide.half_left(at_second)
    begun.keep(place, halved)
    left = begun.begun(place)
    assert left is not None
    assert ([*left.halved], [*left.replaced]) == ([day.planned[1]], [])
    softer = {key: guide.half_of(each) for key, each in zip(day.planned, day.turns, strict=True) if key in left.halved}
    again = guide.begun(day.turns, left.outcomes, left.where, softer)
    assert (again.at, again.turn.eased) == (1, True)
    assert again.turn.seconds < day.turns[1].seconds
    assert guide.with_outcome(again, "done").outcomes[day.planned[1]] == "less"
    begun.keep(place, guide.instead(at_second, made("heel-slide", GivenDose(1, 4))))
    left = begun.begun(place)
    assert left is not None
    assert ([*left.halved], [*left.replaced]) == ([], [day.planned[1]])


def test_of_what_is_done_several_times_a_day_one_time_is_gone_through() -> None:
    walk = GivenDose(minutes=10, particulars=Particulars(times_a_day=2))
    slide = GivenDose(1, 8, particulars=Particulars(times_a_day=3))
    assert turn("aerobic", Item("easy-walk", "Easy flat walk", 600, walk, "")).seconds == 600
    assert turn("core", Item("heel-slide", "Heel slide", 84, slide, "")).seconds == pytest.approx(84)


def test_minutes_elsewhere_wait_until_somebody_is_there() -> None:
    away = made("walk", GivenDose(minutes=10), 600)._replace(away=True)
    whole_session = guide.begun([away, made("cycling", GivenDose(minutes=10), 600)])
    assert whole_session.to_begin
    assert guide.passed(whole_session, 60).gone == 0
    walking = guide.passed(guide.paused(whole_session), 60)
    assert walking.gone == 60
    assert not walking.to_begin
    assert guide.back(walking).to_begin
    done = guide.with_outcome(walking, "done")
    assert not done.paused
    assert guide.passed(done, 5).gone == 5
