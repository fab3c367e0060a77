"""Laws of weeks with a therapist's prescription, however odd: for anybody, nothing barred, and nothing lost in silence.

The judge (tests/support/judge.py) shares no code with the rules or the planner.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from hypothesis import strategies as st

from backplan.model.diary import LogEntry
from backplan.model.exercise import Exercise
from backplan.model.particulars import Particulars
from backplan.model.prescription import Prescribed
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import Day, Week
from backplan.planner.request import Request
from backplan.planner.week import make_week
from tests.laws.test_laws import fresh_days
from tests.support import judge
from tests.support.everybody import chance, of_everybody
from tests.support.helped import borne_out, claims
from tests.support.planned import exercises, planned
from tests.support.strategies import EXERCISE_KINDS, by_id, requests

PEOPLE = 40


def added(on: date) -> st.SearchStrategy[Prescribed]:
    """Any exercise of the library, with a dose or days or neither, some to the middle of the week only."""
    some = st.one_of(st.none(), st.integers(1, 5))
    return st.builds(
        Prescribed,
        kind=st.just("add"),
        by=st.sampled_from(("doctor", "physiotherapist", "surgeon", "midwife")),
        on=st.just(on),
        exercise=st.sampled_from([exercise.id for exercise in exercises()]),
        per_week=st.none() | st.integers(1, 7),
        sets=some,
        reps=st.one_of(st.none(), st.integers(1, 30)),
        hold_s=st.one_of(st.none(), st.integers(0, 60)),
        minutes=st.one_of(st.none(), st.integers(1, 60)),
        modality=st.none(),
        pain=st.none(),
        why=st.none(),
        id=st.none(),
        ended=st.none(),
        until=st.one_of(st.none(), st.none(), st.integers(0, 20).map(lambda ahead: on + timedelta(days=7 + ahead))),
        particulars=st.builds(
            Particulars,
            each_set=st.just(()),
            times_a_day=st.none() | st.integers(1, 8),
            side=st.none(),
            rest_s=st.none() | st.integers(0, 300),
            tempo=st.none() | st.just("3-1-3"),
            load=st.none(),
            effort=st.none() | st.integers(0, 10),
            circuit=st.none(),
        ),
        per_week_most=st.none(),
        days=st.just(()) | st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True).map(tuple),
        alternate=st.sampled_from((False, False, True)),
        until_met=st.none(),
        growth=st.none(),
        movement=st.none(),
    ).map(_of_its_kind)


def _of_its_kind(item: Prescribed) -> Prescribed:
    """Minutes for what is timed, sets and repetitions for what is counted, as the command asks for."""
    if item.days:
        item = item._replace(per_week=None, alternate=False)
    elif item.alternate:
        item = item._replace(per_week=None)
    if by_id()[item.exercise or ""].dose.minutes is not None:
        return item._replace(sets=None, reps=None, hold_s=None)
    return item._replace(minutes=None)


@st.composite
def prescribed_requests(draw: st.DrawFn, history: bool = True) -> Request:
    """Anybody's week, with one to eight exercises prescribed, and now and then things ruled out and limits."""
    request = draw(requests(history=history))
    on = request.starts - timedelta(days=7)
    found = draw(st.lists(added(on), min_size=1, max_size=8, unique_by=lambda item: item.exercise))
    if draw(st.booleans()):
        item = Prescribed("avoid", "doctor", on, exercise=draw(st.sampled_from([e.id for e in exercises()])))
        found.append(item)
    if draw(st.integers(0, 3)) == 3:
        found.append(Prescribed("avoid", "doctor", on, modality=draw(st.sampled_from(EXERCISE_KINDS))))
    if draw(st.integers(0, 3)) == 3:
        found.append(Prescribed("limit", "doctor", on, minutes=draw(st.integers(5, 60))))
    if draw(st.integers(0, 3)) == 3:
        found.append(Prescribed("accept-usual-pain", "doctor", on, pain=draw(st.integers(0, 7))))
    numbered = (item._replace(id=number) for number, item in enumerate(found, 1))
    return request._replace(prescriptions=tuple(numbered))


def known(request: Request, week: Week, on: date) -> judge.Known:
    """The person on a day, with what is in force of the prescription."""
    live = [item for item in request.prescriptions if item.until is None or on <= item.until]
    ruled_out = {item.exercise or item.modality or "" for item in live if item.kind == "avoid"}
    asked = {item.exercise or "" for item in live if item.kind == "add"}
    plain = judge.known(request.person, on, week.mode, week.level, week.levels, request.entries)
    return plain._replace(asked=frozenset(asked), ruled_out=frozenset(ruled_out))


def given_on(days: list[Day]) -> Counter[str]:
    """On how many of the days each exercise stands."""
    return Counter(key for day in days for key in {item.exercise for item in judge.everything(day)})


def asked_for(request: Request) -> Iterator[tuple[Prescribed, Exercise]]:
    """Each prescribed exercise."""
    for item in request.prescriptions:
        if item.kind == "add":
            yield item, by_id()[item.exercise or ""]


@of_everybody(prescribed_requests(), PEOPLE)
def test_no_prescription_brings_in_what_is_barred_or_ruled_out(request: Request) -> None:
    week = planned(request)
    for day in fresh_days(request, week):
        state = known(request, week, day.on)
        for item in judge.everything(day):
            exercise = by_id()[item.exercise]
            assert judge.barred(exercise, request.person, state) is None, (day.on, item.exercise)
            assert judge.doable_somewhere(exercise, request.person), (day.on, item.exercise)


@of_everybody(prescribed_requests(history=False), PEOPLE)
def test_a_prescribed_exercise_never_stands_on_more_days_than_were_asked(request: Request) -> None:
    """But for those that keep a slot of the core or strength work, and the sessions of it are as many."""
    week = planned(request)
    held = given_on(fresh_days(request, week))
    for item, exercise in asked_for(request):
        if item.per_week and exercise.block != "relax":
            most = 3 if exercise.id in week.programme.values() else 0
            assert held[exercise.id] <= max(item.per_week, most), exercise.id


@of_everybody(prescribed_requests(history=False), PEOPLE)
def test_certain_days_are_the_only_ones_and_every_other_day_is_never_two_running(request: Request) -> None:
    week = planned(request)
    for item, exercise in asked_for(request):
        if exercise.block == "relax" and item.alternate:
            continue  # a few minutes to cope may stand on any day
        held = [day for day in fresh_days(request, week) if exercise.id in {e.exercise for e in judge.everything(day)}]
        if item.days:
            assert {day.weekday for day in held} <= {*item.days}, exercise.id
        if item.alternate:
            on = {day.on for day in held}
            assert not any(day + timedelta(days=1) in on for day in on), exercise.id


@of_everybody(prescribed_requests(history=False), PEOPLE)
def test_a_prescribed_dose_is_never_more_than_was_asked(request: Request) -> None:
    week = planned(request)
    asked = {exercise.id: item for item, exercise in asked_for(request)}
    for day in fresh_days(request, week):
        for place, block, item in judge.items(day):
            word = asked.get(item.exercise)
            if word is None or not word.holds_on(day.on) or block.kind == "warm-up":
                continue
            assert item.why.startswith(f"Prescribed by your {word.by}"), (place, item)
            assert word.sets is None or item.dose.sets <= word.sets, item
            assert word.reps is None or item.dose.reps <= word.reps, item
            assert word.hold_s is None or item.dose.hold_s <= word.hold_s, item


@of_everybody(prescribed_requests(history=False), PEOPLE)
def test_what_the_week_does_not_hold_is_said_with_its_name(request: Request) -> None:
    week = planned(request)
    days = fresh_days(request, week)
    if week.mode == "coping-only" or not days or any(day.pause for day in days):
        return
    held, share = given_on(days), _share(request, week)
    for item, exercise in asked_for(request):
        if item.until and item.until < days[0].on:
            continue
        asked = -(-(item.per_week or 1) * share[0] // share[1]) if share[1] else 0
        if held[exercise.id] < min(asked, _days_until(days, item)):
            told = [each for each in week.notices if exercise.id in each.about and exercise.name in each.sentence]
            assert told, (exercise.id, held[exercise.id], asked, week.notices)


@of_everybody(prescribed_requests(history=False), PEOPLE)
def test_what_is_said_to_help_is_borne_out_by_a_week_of_those_minutes(request: Request) -> None:
    if request.today == request.starts:  # later in a week, days that are gone may be among those named
        for claim in claims(request):
            assert borne_out(request, claim), claim


def _share(request: Request, week: Week) -> tuple[int, int]:
    """Offered days from the day the plan began, of all offered ones."""
    offered = [WEEKDAYS.index(day) for day in request.person.minutes]
    begun = ((week.begun or week.starts) - week.starts).days
    return sum(day >= begun for day in offered), len(offered)


def _days_until(days: list[Day], item: Prescribed) -> int:
    return sum(item.until is None or day.on <= item.until for day in days)


@of_everybody(prescribed_requests(), PEOPLE)
def test_days_keep_to_their_minutes_and_sessions_to_their_limits(request: Request) -> None:
    week = planned(request)
    limit = next((item.minutes for item in request.prescriptions if item.kind == "limit"), None)
    days, old = fresh_days(request, week), judge.is_old(request.person, request.starts)
    for day in days:
        for session in day.sessions:
            assert session.minutes == judge.minutes_of(day, session, by_id(), old=old), day.on
        offered = request.person.minutes.get(day.weekday, 0)
        assert day.minutes <= min(offered, limit or offered), day.on
        for place, _, item in judge.items(day):
            assert judge.doable(by_id()[item.exercise], place, request.person), (day.on, place, item.exercise)
        twice = Counter(item.exercise for place, block, item in judge.items(day) if place != "pool")
        assert all(many == 1 for many in twice.values()), (day.on, twice)
    assert sum("core" in day.kinds for day in days) <= 4
    assert sum("strength" in day.kinds for day in days) <= 2
    assert sum(judge.at_the_pool(day) for day in days) <= 2


@of_everybody(prescribed_requests(), PEOPLE, most=30)
def test_more_pain_is_never_a_heavier_week_under_a_prescription(request: Request) -> None:
    """Pain of today: by what somebody answered at first, sessions since are judged, too."""
    less, more = sorted(chance(request).sample(range(11), 2))
    weeks = [make_week(_with_pain(request, pain)) for pain in (less, more)]
    minutes = [judge.minutes_through_the_days(week, by_id()) for week in weeks]
    sets = [judge.sets_through_the_days(week, by_id()) for week in weeks]
    assert minutes[0] >= minutes[1]
    assert sets[0] >= sets[1]


def _with_pain(request: Request, pain: int) -> Request:
    return request._replace(entries=(*request.entries, LogEntry(request.today, "pain", pain=pain)))


@of_everybody(prescribed_requests(), PEOPLE)
def test_a_prescribed_week_is_the_same_before_and_after_the_store(request: Request) -> None:
    week = planned(request)
    assert make_week(request) == week
    assert Week.of(week.document()).document() == week.document()
