"""What a recorded session and week say: both sides of each rule, the published vectors, and every state at once."""

from itertools import product

import pytest

from backplan.model.outcome import WeekDone
from backplan.model.verdict import SessionOutcome, Verdict
from backplan.rules.progress import answer
from tests.support.indexes import judged, next_step


def verdict(after: SessionOutcome) -> Verdict:
    return answer(after)[1]


def after(peak: int | None, pain: int | None, usual: int, **more: bool) -> SessionOutcome:
    return SessionOutcome(peak, pain, usual, **more)


def test_verdict_leg() -> None:
    assert judged(SessionOutcome(2, 2, 2, leg_steps=1)) == ("verdict-leg", "regress")
    assert judged(SessionOutcome(None, None, 2, leg_steps=4)) == ("verdict-leg", "regress")
    assert judged(SessionOutcome(2, 2, 2, leg_steps=0)) == ("verdict-good", "green")
    assert judged(SessionOutcome(2, 2, 2, leg_steps=-1)) == ("verdict-good", "green")  # drawn back up: a good sign


@pytest.mark.parametrize(
    ("usual", "most"), [(0, 5), (1, 5), (2, 5), (3, 5), (4, 6), (5, 7), (6, 7), (7, 7), (8, 7), (10, 7)]
)
def test_verdict_peak(usual: int, most: int) -> None:
    """Up to a usual of 3 the line is 6, at 4 it is 7, from 5 on it is 8."""
    assert judged(after(most, usual, usual)) == ("verdict-good", "amber-ok")
    assert judged(after(most + 1, usual, usual)) == ("verdict-peak", "regress")
    assert judged(after(most + 1, None, usual)) == ("verdict-peak", "regress")  # known without the morning
    assert judged(after(None, usual, usual)) == ("verdict-good", "amber-ok")


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (after(2, 3, 1), ("verdict-morning", "regress")),
        (after(None, 3, 1), ("verdict-morning", "regress")),
        (after(2, 2, 1), ("verdict-good", "green")),  # within 1 of the usual
        (after(2, 1, 1), ("verdict-good", "green")),
        (after(2, 3, 1, tired_muscles=True), ("verdict-morning", "hold")),
        (after(2, 2, 1, tired_muscles=True), ("verdict-good", "green")),
    ],
)
def test_verdict_morning(session: SessionOutcome, expected: tuple[str, Verdict]) -> None:
    assert judged(session) == expected


def test_verdict_hurt() -> None:
    """By itself, of an exercise alone; what the session as a whole says comes first."""
    assert judged(after(2, 3, 3, hurt=True)) == ("verdict-hurt", "regress")
    assert judged(after(2, 3, 3)) == ("verdict-good", "green")
    assert judged(after(8, 3, 3, hurt=True)) == ("verdict-peak", "regress")


@pytest.mark.parametrize("peak", [None, 0, 5])
def test_verdict_unknown(peak: int | None) -> None:
    assert judged(after(peak, None, 3)) == ("verdict-unknown", "unknown")
    assert judged(after(peak, 3, 3))[0] == "verdict-good"


@pytest.mark.parametrize(
    ("peak", "expected"), [(None, "amber-ok"), (0, "green"), (2, "green"), (3, "amber-ok"), (5, "amber-ok")]
)
def test_verdict_good(peak: int | None, expected: Verdict) -> None:
    assert judged(after(peak, 2, 2)) == ("verdict-good", expected)


RANK: dict[Verdict, int] = {"green": 0, "amber-ok": 1, "hold": 2, "regress": 3}
KNOWN: tuple[int | None, ...] = (None, *range(11))
STATES = [
    SessionOutcome(peak, pain, usual, leg, tired)
    for peak, pain, usual, leg, tired in product(KNOWN, KNOWN, range(11), range(4), (False, True))
]


def test_every_state_has_one_verdict_with_the_unknowns_in_it() -> None:
    assert len(STATES) == 12 * 12 * 11 * 4 * 2
    assert {verdict(state) for state in STATES} == {"regress", "hold", "unknown", "green", "amber-ok"}
    for state in STATES:
        assert (verdict(state) == "unknown") <= (state.after is None)


def worse_than(state: SessionOutcome) -> list[SessionOutcome]:
    """The states in which one thing that is known is worse."""
    found = [state._replace(leg_steps=state.leg_steps + 1)]
    if state.peak is not None and state.peak < 10:
        found.append(state._replace(peak=state.peak + 1))
    if state.after is not None and state.after < 10:
        found.append(state._replace(after=state.after + 1))
    return found


def test_more_pain_never_earns_a_better_verdict() -> None:
    known = [state for state in STATES if verdict(state) != "unknown"]
    assert not [s for s in known for w in worse_than(s) if RANK[verdict(w)] < RANK[verdict(s)]]
    silent = [state for state in STATES if verdict(state) == "unknown"]
    assert {verdict(worse) for state in silent for worse in worse_than(state)} == {"unknown", "regress"}


def test_what_is_not_known_is_never_held_against_anybody() -> None:
    """Without the pain afterwards a session is too much only by its highest pain or the leg."""
    for state in STATES:
        if state.after is None and not state.leg_steps and (state.peak is None or state.peak < 6):
            assert verdict(state) == "unknown"


def test_a_higher_usual_pain_is_never_a_reason_for_less() -> None:
    for state in STATES:
        if state.usual < 10 and verdict(state) != "regress":
            assert verdict(state._replace(usual=state.usual + 1)) != "regress"


def test_tired_muscles_never_earn_progress() -> None:
    """Saying "tired muscles" turns a regress into a hold at most; it never lets a dose grow."""
    for state in STATES:
        plain, tired = (verdict(state._replace(tired_muscles=said)) for said in (False, True))
        assert plain == tired or (plain, tired) == ("regress", "hold")


# The aerobic ramp.


def week(*verdicts: Verdict, grows: bool = True, gentle: bool = False, gap: int | None = None) -> WeekDone:
    return WeekDone(verdicts, grows, gentle, gap, start=8)


@pytest.mark.parametrize(
    ("step", "last", "expected"),
    [
        (10, week("green", "green"), 12),
        (20, week("green"), 24),
        (20, week("green", "amber-ok"), 22),
        (20, week("green", gentle=True), 22),
        (20, week("unknown"), 22),  # the slow pace
        (20, week("green", grows=False), 20),
        (20, week("green", "regress"), 16),
        (20, week("hold", "regress"), 16),
        (20, week("regress", grows=False), 16),
        (20, week(), 22),
        (5, week("green"), 6),  # 2 minutes would be more than a fifth
        (9, week("amber-ok"), 10),
        (9, week("green"), 11),
        (10, week("amber-ok"), 12),  # at least 2 minutes from here on
        (5, week("regress"), 5),  # never under 5
        (8, week("regress"), 6),  # a fifth less than the start
        (6, week("regress"), 6),  # but no more than that, however often
        (6, week("regress")._replace(hurt=True), 5),
        (43, week("green"), 45),
        (45, week("green"), 45),
        (45, week("regress"), 36),
        (50, week("green"), 50),  # somebody who walks longer already is not cut short
    ],
)
def test_aerobic_ramp(step: int, last: WeekDone, expected: int) -> None:
    assert next_step(step, last) == expected


@pytest.mark.parametrize(
    ("step", "gap", "expected"),
    [
        (20, None, 20),  # nothing was ever done, so there is no gap
        (20, 1, 20),
        (20, 7, 20),
        (20, 8, 16),  # four fifths
        (20, 14, 16),
        (20, 15, 10),  # half
        (20, 28, 10),
        (12, 15, 8),  # never below where the person began
        (20, 29, 8),  # where the person began
        (20, 90, 8),
        (7, 8, 7),  # who is below it stays there
        (5, 90, 5),
    ],
)
def test_gap_restart(step: int, gap: int | None, expected: int) -> None:
    assert next_step(step, week(grows=False, gap=gap)) == expected


def test_a_gap_comes_after_what_the_week_before_it_had_earned() -> None:
    assert next_step(20, week("green", gap=8)) == 19  # 24 by the ramp, four fifths of it
    assert next_step(20, week("regress", gap=15)) == 8


def test_a_longer_gap_never_begins_higher() -> None:
    for step in range(5, 36):
        steps = [next_step(step, week(grows=False, gap=gap)) for gap in range(40)]
        assert steps == sorted(steps, reverse=True)
        assert steps[-1] >= 5


def climb(last: WeekDone) -> list[int]:
    steps = [10]
    while steps[-1] < 30 and len(steps) < 40:
        steps.append(next_step(steps[-1], last))
    return steps


def test_an_all_green_person_reaches_thirty_minutes_in_six_weeks() -> None:
    assert climb(week("green"))[6] in (29, 30)
    assert climb(week("green"))[5] < 29


@pytest.mark.parametrize("last", [week("amber-ok"), week("green", gentle=True)])
def test_an_amber_or_gentle_ramp_reaches_thirty_minutes_in_ten_weeks(last: WeekDone) -> None:
    steps = climb(last)
    assert len(steps) - 1 == 10, steps


def test_the_green_ramp_takes_the_steps_the_decisions_print() -> None:
    assert climb(week("green"))[:7] == [10, 12, 14, 17, 20, 24, 29]


@pytest.mark.parametrize("step", range(5, 31))
def test_a_bad_week_never_lengthens_a_walk_and_a_good_one_never_shortens_it(step: int) -> None:
    regress, amber, green = (next_step(step, week(verdict)) for verdict in ("regress", "amber-ok", "green"))
    held = next_step(step, week("green", grows=False))
    assert regress <= held <= amber <= green
    assert held == step
    assert green - step <= 5
