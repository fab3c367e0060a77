"""What one recorded session said: which later words speak of it, what it is held against, and what is told."""

from datetime import date, timedelta
from typing import Any

import pytest

from backplan.model.diary import EntryKind, LogEntry
from backplan.model.lately import ActiveDay, Spike
from backplan.model.usual import Usual
from backplan.model.verdict import Verdict
from backplan.model.wording import dated
from backplan.planner.diary.verdicts import SessionVerdict, Yardstick, too_much, verdict_on
from backplan.planner.diary.words import Words
from tests.support.people import ON

USUAL = Yardstick(Usual.all_day(3))


def day(number: int) -> date:
    return ON + timedelta(days=number)


def session(on: int = 0, **said: Any) -> LogEntry:
    return LogEntry(day(on), "session", "all")._replace(**said)


def word(on: int, pain: int | None, kind: EntryKind = "morning", **said: Any) -> LogEntry:
    return LogEntry(day(on), kind, pain=pain)._replace(**said)


def judged(first: LogEntry, *later: LogEntry, by: Yardstick = USUAL) -> SessionVerdict:
    found = verdict_on(first, Words([first, *later]), by)
    assert found is not None
    return found


def test_a_session_of_which_only_done_is_known_is_unknown() -> None:
    found = judged(session())
    assert (found.verdict, found.rule) == ("unknown", "verdict-unknown")
    assert found.good
    assert not found.spoke


def test_a_session_let_go_has_no_verdict_and_part_of_one_only_if_it_was_too_much() -> None:
    assert verdict_on(session(done="no"), Words([]), USUAL) is None
    assert verdict_on(word(0, 3), Words([]), USUAL) is None
    assert verdict_on(session(done="part"), Words([]), USUAL) is None
    assert judged(session(done="part", left_out=("bird-dog",))).verdict == "unknown"
    assert judged(session(done="part", peak=9)).verdict == "regress"


@pytest.mark.parametrize("kind", ["morning", "pain", "session", "flare"])
@pytest.mark.parametrize(("on", "speaks"), [(0, False), (1, True), (2, True), (3, False)])
def test_pain_noted_within_two_days_speaks(kind: EntryKind, on: int, speaks: bool) -> None:
    well, ill = judged(session(), word(on, 4, kind)), judged(session(), word(on, 5, kind))
    assert (well.verdict, ill.verdict) == (("amber-ok", "regress") if speaks else ("unknown", "unknown"))


def test_the_next_morning_goes_before_every_other_word() -> None:
    assert judged(session(), word(1, 6, "pain"), word(1, 3)).verdict == "amber-ok"
    assert judged(session(), word(1, 3), word(1, 6, "session")).verdict == "amber-ok"
    assert judged(session(), word(1, 6), word(1, 3)).verdict == "amber-ok"  # of a day, the last word


def test_without_it_the_first_word_speaks() -> None:
    assert judged(session(), word(1, 3, "session"), word(2, 6)).verdict == "amber-ok"
    assert judged(session(), word(1, None, "session"), word(2, 6)).verdict == "regress"  # which said nothing of pain


@pytest.mark.parametrize(
    ("learning", "tired", "expected"),
    [(True, True, "hold"), (True, None, "regress"), (True, False, "regress"), (False, True, "regress")],
)
def test_tired_muscles_are_no_alarm_while_something_is_new(
    learning: bool, tired: bool | None, expected: Verdict
) -> None:
    found = judged(session(), word(1, 5, tired=tired), by=Yardstick(Usual.all_day(3), learning=learning))
    assert (found.verdict, found.rule) == (expected, "verdict-morning")
    assert not found.good
    assert found.spoke


@pytest.mark.parametrize(("usual", "expected"), [(3, "regress"), (4, "amber-ok"), (5, "amber-ok")])
def test_a_session_is_held_against_the_usual_pain(usual: int, expected: Verdict) -> None:
    assert judged(session(peak=6), word(1, usual), by=Yardstick(Usual.all_day(usual))).verdict == expected


def test_the_morning_of_a_flare_that_was_said_says_nothing_of_the_session_before_it() -> None:
    said = USUAL._replace(said_flares=frozenset({word(1, 7).on}))
    assert verdict_on(session(), Words([session(), word(1, 7)]), said) is None
    assert judged(session(peak=6), word(1, 7), by=said).verdict == "regress"  # too much by itself
    assert judged(session(), word(2, 7), by=said).verdict == "regress"


def test_the_leg_is_held_against_what_was_last_known() -> None:
    down = session(leg="thigh")
    assert judged(down, by=Yardstick(Usual.all_day(3), "buttock")).rule == "verdict-leg"
    assert judged(down, by=Yardstick(Usual.all_day(3), "thigh")).verdict == "unknown"
    assert judged(down, by=Yardstick(Usual.all_day(3), "foot")).verdict == "unknown"  # drawn back up
    before = session(-2, leg="thigh")
    assert verdict_on(down, Words([before, down]), USUAL) == judged(down, by=Yardstick(Usual.all_day(3), "thigh"))
    assert judged(session(), by=Yardstick(Usual.all_day(3), "foot")).verdict == "unknown"  # nobody asked


def test_why_is_said_in_words_with_the_figures() -> None:
    assert judged(session(peak=6)).because == "pain rose to 6 in the session of 23 November"
    after = judged(session(peak=2), word(1, 5)).because
    assert after == "pain was 5 after the session of 23 November, with a usual of 3"
    assert judged(session(leg="foot")).because == "pain went further down the leg on 23 November"


def spike(on: int, *worse: int) -> Spike:
    found = ActiveDay(day(on), ("gardening",), 90, 30, usual=3)
    return Spike(found, tuple(map(day, worse)))


@pytest.mark.parametrize(
    ("entries", "beside"),
    [
        ((session(peak=6),), spike(-1, 0)),
        ((session(leg="thigh"),), spike(-1, 0)),
    ],
)
def test_a_big_day_is_named_and_excuses_no_session_that_was_too_much_by_itself(
    entries: tuple[LogEntry, ...], beside: Spike
) -> None:
    plain, named = judged(*entries), judged(*entries, by=USUAL._replace(spikes=(beside,)))
    assert named.because == f"{plain.because} ({dated([beside.day.on])} held 90 minutes of gardening, too)"
    assert named._replace(because=plain.because) == plain
    assert plain.verdict == "regress"


@pytest.mark.parametrize(("morning", "beside"), [(1, spike(0, 1)), (2, spike(1, 2)), (1, spike(-1, 1))])
def test_a_session_before_a_worse_day_that_a_big_day_explains_has_no_verdict(morning: int, beside: Spike) -> None:
    said = Words([session(), word(morning, 6)])
    plain = verdict_on(session(), said, USUAL)
    assert plain is not None
    assert plain.verdict == "regress"
    assert verdict_on(session(), said, USUAL._replace(spikes=(beside,))) is None
    hard = session(peak=7)
    too_much_itself = verdict_on(hard, Words([hard, word(morning, 6)]), USUAL._replace(spikes=(beside,)))
    assert too_much_itself is not None
    assert too_much_itself.rule == "verdict-peak"


def test_a_big_day_of_another_time_is_not_named() -> None:
    for beside in (spike(-2, -1), spike(1, 2), spike(-1, 1)):
        assert judged(session(peak=6), by=USUAL._replace(spikes=(beside,))) == judged(session(peak=6))


def test_how_hard_it_was_goes_with_the_verdict() -> None:
    assert judged(session(effort=8)).effort == 8
    assert judged(session()).effort is None


def test_what_was_too_much_is_found_under_the_day_it_was_planned_for() -> None:
    entries = [session(0, peak=6), session(1, peak=5), session(2, peak=8, of=day(4).isoformat())]
    assert list(too_much(entries, day(0), day(2), USUAL)) == [day(0), day(4)]
    assert list(too_much(entries, day(0), day(1), USUAL)) == [day(0)]
    assert list(too_much(entries, day(1), day(2), USUAL)) == [day(4)]
    assert list(too_much(entries, day(0), day(2), USUAL, flares={day(0)})) == [day(4)]
