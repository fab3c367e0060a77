"""Lives: random people living with the plan for weeks, and the stories of issue after issue told once each."""

import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from backplan.model.diary import LogEntry
from backplan.model.prescription import Prescribed
from backplan.model.vocabulary import WEEKDAYS, Level, Weekday
from backplan.model.week import Week, monday
from tests.support.examples import MORE
from tests.support.lives import Life, bare, by_id
from tests.support.people import person

MONDAY = date(2026, 11, 23)
SCORES = st.integers(0, 10)


@pytest.fixture
def life(tmp_path: Path) -> Iterator[Life]:
    made = Life(tmp_path, person(), MONDAY)
    yield made
    made.close()


class AnyLife(RuleBasedStateMachine):
    """Anything a person may do, in any order, over half a year; every showing is checked by ``Life.check``."""

    @initialize(
        begin=st.dates(date(2026, 10, 1), date(2028, 3, 1)),
        usual=st.integers(0, 7),
        minutes=st.sampled_from((15, 20, 30, 45, 60)),
        days=st.sampled_from((("mon", "wed", "fri"), ("mon", "tue", "thu", "fri", "sat"), ("tue", "sun"))),
        level=st.sampled_from(("basic", "intermediate", "advanced")),
    )
    def begin(self, begin: date, usual: int, minutes: int, days: tuple[str, ...], level: str) -> None:
        self._folder = tempfile.TemporaryDirectory()
        pain = person().pain._replace(now=usual, usual=usual, on=begin, since=begin - timedelta(days=400))
        clearance = person().clearance
        assert clearance is not None
        who = person(
            pain=pain, minutes=dict.fromkeys(days, minutes), level=level, clearance=clearance._replace(on=begin)
        )
        self.life = Life(Path(self._folder.name), who, begin)
        self.end = begin + timedelta(weeks=26)

    @rule(days=st.integers(1, 3))
    def sleep(self, days: int) -> None:
        self.life.today = min(self.end, self.life.today + timedelta(days=days))

    @rule(days=st.sampled_from((6, 9, 16, 30)))
    def vanish(self, days: int) -> None:
        self.sleep(days)

    @rule(peak=SCORES, pain=SCORES, ago=st.integers(0, 1), leg=st.sampled_from(("none", "none", "thigh", "foot")))
    def train(self, peak: int, pain: int, ago: int, leg: str) -> None:
        self.life.session(max(peak, pain), pain=pain, ago=ago, leg=leg)  # type: ignore[arg-type]

    @rule(weeks=st.integers(1, 4), peak=st.integers(0, 6), effort=st.sampled_from((None, 2, 4, 8)))
    def train_for_weeks(self, weeks: int, peak: int, effort: int | None) -> None:
        for _ in range(7 * weeks):
            if self.life.today < self.end and not self.life.stopped:
                day = self.life.week().day(self.life.today)
                self.life.morning()
                if day and day.sessions:
                    self.life.session(peak, effort=effort)
                self.sleep(1)

    @rule(weeks=st.integers(2, 6), effort=st.sampled_from((None, 2, 8)))
    def only_do_for_weeks(self, weeks: int, effort: int | None) -> None:
        for _ in range(7 * weeks):
            if self.life.today < self.end and not self.life.stopped:
                day = self.life.week().day(self.life.today)
                if day and day.sessions:
                    self.life.only_done(effort)
                self.sleep(1)

    @rule(ago=st.integers(0, 2))
    def let_go(self, ago: int) -> None:
        self.life.session(0, done="no", ago=ago)

    @rule(pain=SCORES, tired=st.sampled_from((None, True, False)))
    def wake(self, pain: int, tired: bool | None) -> None:
        self.life.morning(pain, tired=tired)

    @rule()
    def flare(self) -> None:
        self.life.note(LogEntry(self.life.today, "flare"))

    @rule(ahead=st.integers(0, 5), days=st.integers(0, 9))
    def pause(self, ahead: int, days: int) -> None:
        first = self.life.today + timedelta(days=ahead)
        self.life.note(LogEntry(first, "pause", until=(first + timedelta(days=days)).isoformat()))

    @rule(back=st.integers(1, 8), peak=SCORES)
    def edit(self, back: int, peak: int) -> None:
        sessions = [e for e in self.life.store.diary.entries() if e.kind == "session" and e.peak is not None]
        if sessions:
            self.life.store.diary.change(sessions[-min(back, len(sessions))]._replace(peak=peak))

    @rule()
    def undo(self) -> None:
        self.life.store.diary.undo()

    @rule()
    def replan(self) -> None:
        self._show(replan=True)

    @rule(days=st.sampled_from((("mon", "sat"), ("sun",), ("tue", "wed", "thu"))))
    def other_days(self, days: tuple[Weekday, ...]) -> None:
        to_come = WEEKDAYS[self.life.today.weekday() :]
        if set(days) & set(to_come) and not self.life.stopped:
            self.life.week(days=days)

    @rule()
    def show(self) -> None:
        self._show()

    def _show(self, *, replan: bool = False) -> None:
        if not self.life.stopped:
            self.life.week(replan=replan)

    def teardown(self) -> None:
        if hasattr(self, "life"):
            self.life.close()
            self._folder.cleanup()


class PrescribedLife(AnyLife):
    """The same with a therapist, who prescribes and ends things now and then."""

    @rule(
        exercise=st.sampled_from(sorted(by_id())),
        sets=st.integers(1, 4),
        per_week=st.none() | st.integers(1, 7),
        weeks=st.none() | st.integers(0, 6),
    )
    def prescribe(self, exercise: str, sets: int, per_week: int | None, weeks: int | None) -> None:
        today = self.life.today
        until = None if weeks is None else today + timedelta(weeks=weeks, days=2)
        item = Prescribed("add", "doctor", today, exercise=exercise, per_week=per_week, until=until)
        timed = by_id()[exercise].dose.minutes is not None
        self.life.store.prescriptions.add([item._replace(minutes=10) if timed else item._replace(sets=sets)], today)

    @rule(back=st.integers(1, 4))
    def end_one(self, back: int) -> None:
        live = [item.id for item in self.life.store.prescriptions.all() if item.id and item.ended is None]
        self.life.store.prescriptions.end(live[-back:][:1], self.life.today)


for machine, examples in ((AnyLife, 3), (PrescribedLife, 2)):
    machine.TestCase.settings = settings(
        max_examples=MORE or examples,
        stateful_step_count=20,
        deadline=None,
        derandomize=not MORE,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
TestAnyLife = AnyLife.TestCase
TestPrescribedLife = PrescribedLife.TestCase


def moves(week: Week) -> list[str]:
    return [move.rule for move in week.moves]


def test_a_steady_improver_grows_step_by_step(life: Life) -> None:
    weeks = [life.lived_week(2) for _ in range(6)]
    assert [week.whole_step for week in weeks] == sorted(week.whole_step for week in weeks)
    assert weeks[-1].whole_step > weeks[0].whole_step
    assert "growth-three" in moves(weeks[2])
    assert all(move.days for week in weeks for move in week.moves), "every change names the entries behind it"


def test_the_seventh_week_knows_the_next_level(life: Life) -> None:
    weeks = [life.lived_week(2) for _ in range(7)]
    assert weeks[0].levels["core"] == "basic"
    assert weeks[-1].levels["core"] == "intermediate"
    risen = next(week for week in weeks if week.levels["core"] == "intermediate")
    before = weeks[weeks.index(risen) - 1]
    core = ("back", "abdominal", "side")
    assert [risen.programme[slot] for slot in core] == [before.programme[slot] for slot in core]


def test_aerobic_minutes_grow_towards_150_a_week_in_bouts_of_45_at_the_most(tmp_path: Path) -> None:
    life = Life(tmp_path, person(minutes=dict.fromkeys(("mon", "tue", "wed", "thu", "sat"), 60)), MONDAY)
    weeks = [life.lived_week(2) for _ in range(14)]
    life.close()
    steps = [week.whole_step for week in weeks]
    assert steps == sorted(steps)
    assert 30 <= max(steps) <= 45
    aerobic = next(row for row in weeks[-1].balance if row.target == "aerobic")
    assert aerobic.got >= 100


def test_a_gap_restarts_lower_once_and_not_again_every_week(life: Life) -> None:
    for _ in range(4):
        last = life.lived_week(2)
    life.sleep(9)
    after = life.week()
    assert after.whole_step == max(12, last.whole_step * 4 // 5)
    assert "gap-restart" in moves(after)
    life.sleep(7)
    assert life.week().whole_step == max(12, last.whole_step // 2)  # of what it was, and never below the start


def test_a_missed_session_is_made_up_only_where_the_week_has_room(life: Life) -> None:
    week = life.week()
    core = next(day for day in week.days if any(block.kind == "core" for block in day.blocks()))
    life.today = core.on
    life.session(0, done="no")
    life.sleep()
    again = life.week()
    assert any("was not done, and that is fine" in change.sentence for change in again.changes)
    assert again.missed == (core.on,)


def test_a_session_done_ahead_is_not_asked_for_again(life: Life) -> None:
    week = life.week()
    rest = next(day for day in week.days if day.rest)
    ahead = next(day for day in week.days if day.sessions and day.on > rest.on)
    for day in week.days:
        if day.on < rest.on and day.sessions:
            life.today = day.on
            life.session(2)
    life.today = rest.on
    life.session(2)
    again = life.week().day(ahead.on)
    assert again is not None
    assert (again.done, again.done_on) == ("all", rest.on)
    assert again._replace(done=None, done_on=None) == ahead


def test_an_edit_of_last_week_moves_the_days_ahead_and_says_so(life: Life) -> None:
    for _ in range(3):
        life.lived_week(2)
    grown = life.week()
    assert "growth-three" in moves(grown)
    worst = [e for e in life.store.diary.entries() if e.kind == "session"][-1]
    life.store.diary.change(worst._replace(peak=9))
    again = life.week()
    assert "growth-three" not in moves(again)
    assert any("verdict-peak" in rule for rule in moves(again))


def test_leg_pain_that_creeps_down_comes_down_and_refers(life: Life) -> None:
    first = life.lived_week(2)
    life.lived_week(2, leg="buttock")
    week = life.week()
    assert "verdict-leg" in moves(week) or "verdict-leg" in moves(life.shown[monday(life.today) - timedelta(days=7)])
    assert week.whole_step < first.whole_step
    assert any("further down your leg" in notice.sentence for notice in week.notices)


def test_pain_of_8_on_three_days_running_sends_to_the_doctor(life: Life) -> None:
    told = []
    for _ in range(3):
        life.morning(8)
        told.append(any("three days running" in notice.sentence for notice in life.week().notices))
        life.sleep()
    assert told == [False, False, True]


def test_tired_muscles_hold_and_the_back_regresses(life: Life) -> None:
    week = life.week()
    day = next(day for day in week.days if any(block.kind == "core" for block in day.blocks()))
    life.today = day.on
    life.session(2)
    life.sleep()
    life.morning(5, tired=True)
    assert "verdict-morning" not in moves(life.week())
    life.store.diary.undo()
    life.morning(5)
    assert "verdict-morning" in moves(life.week())


@pytest.mark.parametrize(
    "begin", [date(2026, 12, 21), date(2027, 12, 27), date(2028, 2, 21), date(2027, 3, 22)], ids=str
)
def test_weeks_go_on_over_years_leap_days_and_clock_changes(begin: date, tmp_path: Path) -> None:
    who = person(pain=person().pain._replace(on=begin, since=begin - timedelta(days=400)))
    assert who.clearance is not None
    life = Life(tmp_path, who._replace(clearance=who.clearance._replace(on=begin)), begin)
    weeks = [life.lived_week(2) for _ in range(3)]
    life.close()
    assert [week.programme_week for week in weeks] == [1, 2, 3]
    assert [week.starts for week in weeks] == [begin + timedelta(weeks=n) for n in range(3)]


def test_a_clock_set_back_rewrites_nothing(life: Life) -> None:
    life.lived_week(2)
    week = life.week()
    stored = life.store.weeks.of(week.starts)
    life.sleep(-5)
    life.week()
    life.sleep(5)
    assert life.store.weeks.of(week.starts) == stored


@pytest.mark.parametrize(
    ("days", "minutes", "comfortable", "level"),
    [
        (("mon", "tue", "thu", "sat"), 40, 25, "intermediate"),
        (("mon", "wed", "fri"), 20, 12, "basic"),
        (("mon", "tue", "wed", "thu", "fri", "sat"), 60, 15, "basic"),
        (WEEKDAYS, 15, 10, "basic"),
    ],
)
def test_a_harmless_note_changes_nothing(
    tmp_path: Path, days: tuple[Weekday, ...], minutes: int, comfortable: int, level: Level
) -> None:
    who = person(minutes=dict.fromkeys(days, minutes), aerobic_minutes=comfortable, level=level)
    life = Life(tmp_path, who, MONDAY)
    for _ in range(3):
        first = life.week()
        for _ in range(7):
            life.morning()
            assert [bare(day) for day in life.week().days] == [bare(day) for day in first.days]
            day = first.day(life.today)
            if day is not None and day.sessions:
                life.session(3)
            assert [bare(day) for day in life.week().days] == [bare(day) for day in first.days]
            life.sleep()
    life.close()


def test_what_a_week_was_told_to_grow_stays_whenever_monday_is_noted(tmp_path: Path) -> None:
    """The morning and the session of a Monday, both noted before the week is looked at again."""
    days: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat")
    life = Life(tmp_path, person(minutes=dict.fromkeys(days, 45), aerobic_minutes=20, born=1960), MONDAY)
    for _ in range(6):
        first = life.week()
        for _ in range(7):
            life.morning()
            day = first.day(life.today)
            if day is not None and day.sessions:
                life.session(3)
            life.sleep()
            if life.today < first.starts + timedelta(weeks=1):
                assert [bare(day) for day in life.week().days] == [bare(day) for day in first.days]
    life.close()
