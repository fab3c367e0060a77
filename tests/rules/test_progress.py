"""What a recorded session and week say: both sides of each rule, the published vectors, and every state at once."""

from itertools import product

import pytest

from backplan.model.outcome import WeekDone
from backplan.model.verdict import SessionOutcome, Verdict
from backplan.rules.progress import answer
from tests.support.indexes import judged, next_step


def verdict(after: SessionOutcome) -> Verdict:
    return answer(after)[1]


def after(before: int, peak: int, morning: int | None, usual: int, **more: bool) -> SessionOutcome:
    return SessionOutcome(before, peak, morning, usual, **more)


def test_verdict_leg() -> None:
    assert judged(SessionOutcome(2, 2, 2, 2, leg_steps=1)) == ("verdict-leg", "regress")
    assert judged(SessionOutcome(2, 2, 2, 2, leg_steps=4)) == ("verdict-leg", "regress")
    assert judged(SessionOutcome(2, 2, 2, 2, leg_steps=0)) == ("verdict-good", "green")
    assert judged(SessionOutcome(2, 2, 2, 2, leg_steps=-1)) == ("verdict-good", "green")  # drawn back up: a good sign


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (after(3, 5, 3, 3), ("verdict-good", "amber-ok")),
        (after(4, 6, 4, 4), ("verdict-peak", "regress")),
        (after(6, 6, 6, 6), ("verdict-peak", "regress")),
        (after(6, 7, 6, 6, high_ok=True), ("verdict-good", "amber-ok")),
        (after(6, 8, 6, 6, high_ok=True), ("verdict-peak", "regress")),
    ],
)
def test_verdict_peak(session: SessionOutcome, expected: tuple[str, Verdict]) -> None:
    assert judged(session) == expected


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (after(1, 2, 3, 1), ("verdict-morning", "regress")),
        (after(1, 2, 2, 1), ("verdict-hold", "hold")),
        (after(1, 2, 1, 1), ("verdict-good", "green")),
        (after(1, 2, 3, 1, tired_muscles=True), ("verdict-morning", "hold")),
        (after(1, 2, 2, 1, tired_muscles=True), ("verdict-hold", "hold")),
        (after(1, 2, None, 1), ("verdict-hold", "hold")),
    ],
)
def test_verdict_morning(session: SessionOutcome, expected: tuple[str, Verdict]) -> None:
    assert judged(session) == expected


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (after(3, 3, None, 3), ("verdict-hold", "hold")),
        (after(3, 3, 4, 3), ("verdict-hold", "hold")),
        (after(0, 3, 0, 0), ("verdict-hold", "hold")),
        (after(0, 2, 0, 0), ("verdict-good", "green")),
        (after(1, 3, 1, 1), ("verdict-good", "amber-ok")),
        (after(3, 3, 2, 3), ("verdict-good", "amber-ok")),
    ],
)
def test_verdict_hold(session: SessionOutcome, expected: tuple[str, Verdict]) -> None:
    assert judged(session) == expected


@pytest.mark.parametrize(
    ("peak", "expected"), [(0, "green"), (2, "green"), (3, "amber-ok"), (5, "amber-ok"), (6, "regress")]
)
def test_verdict_good(peak: int, expected: Verdict) -> None:
    assert judged(after(peak, peak, 2, 2))[1] == expected
    if expected != "regress":
        assert judged(after(peak, peak, 2, 2))[0] == "verdict-good"


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (after(2, 2, 2, 2), "green"),
        (after(0, 2, 0, 0), "green"),
        (after(3, 5, 3, 3), "amber-ok"),
        (after(2, 4, 3, 2), "hold"),
        (after(2, 6, 2, 2), "regress"),
        (after(5, 5, 5, 5), "amber-ok"),
        (after(0, 3, 0, 0), "hold"),
        (after(1, 2, 3, 1), "regress"),
        (after(1, 2, 3, 1, tired_muscles=True), "hold"),
        (after(3, 3, None, 3), "hold"),
        (after(6, 6, 6, 6), "regress"),
        (after(6, 6, 6, 6, high_ok=True), "amber-ok"),
        (after(6, 8, 6, 6, high_ok=True), "regress"),
    ],
)
def test_the_vectors_of_the_clinical_reference(session: SessionOutcome, expected: Verdict) -> None:
    assert verdict(session) == expected


RANK: dict[Verdict, int] = {"green": 0, "amber-ok": 1, "hold": 2, "regress": 3}
MORNINGS: tuple[int | None, ...] = (None, *range(11))
PAIRS = [(before, peak) for before in range(11) for peak in range(before, 11)]
STATES = list(product(PAIRS, MORNINGS, range(11), (False, True)))


State = tuple[tuple[int, int], int | None, int, bool]


def state(parts: State, *, leg: int = 0, tired: bool = False) -> SessionOutcome:
    pair, morning, usual, high_ok = parts
    return SessionOutcome(*pair, morning, usual, leg_steps=leg, high_ok=high_ok, tired_muscles=tired)


def test_every_state_has_one_verdict() -> None:
    assert len(STATES) == 17_424  # as many as the clinical reference counts
    found = {
        verdict(state(parts, leg=leg, tired=tired)) for parts in STATES for leg in (0, 1) for tired in (False, True)
    }
    assert found == {"regress", "hold", "green", "amber-ok"}


def test_more_pain_never_earns_a_better_verdict() -> None:
    better = []
    for (pair, morning, usual, high_ok), tired in product(STATES, (False, True)):
        here = RANK[verdict(state((pair, morning, usual, high_ok), tired=tired))]
        worse = [state((pair, morning, usual, high_ok), leg=1, tired=tired)]
        if pair[1] < 10:
            worse.append(state(((pair[0], pair[1] + 1), morning, usual, high_ok), tired=tired))
        if morning is not None and morning < 10:
            worse.append(state((pair, morning + 1, usual, high_ok), tired=tired))
        better += [then for then in worse if RANK[verdict(then)] < here]
    assert better == []


def test_an_unknown_morning_never_earns_more_than_a_hold() -> None:
    early = [s for s in STATES if s[1] is None and RANK[verdict(state(s))] < RANK["hold"]]
    assert early == []


def test_tired_muscles_never_earn_progress() -> None:
    """Saying "tired muscles" turns a regress into a hold at most; it never lets a dose grow."""
    for parts in STATES:
        plain, tired = (verdict(state(parts, tired=said)) for said in (False, True))
        assert plain == tired or (plain, tired) == ("regress", "hold")


# The aerobic ramp.


def week(*verdicts: Verdict, planned: int = 4, done: int = 4, gentle: bool = False, gap: int | None = None) -> WeekDone:
    return WeekDone(verdicts, planned, done, gentle, gap, start=8)


@pytest.mark.parametrize(
    ("step", "last", "expected"),
    [
        (10, week("green", "green"), 12),
        (20, week("green"), 24),
        (20, week("green", "amber-ok"), 22),
        (20, week("green", gentle=True), 22),
        (20, week("green", "hold"), 20),
        (20, week("green", "regress"), 16),
        (20, week("hold", "regress"), 16),
        (20, week("green", planned=4, done=3), 24),  # three quarters done
        (20, week("green", planned=4, done=2), 20),
        (20, week("green", planned=3, done=2), 20),
        (20, week("regress", planned=4, done=1), 16),
        (20, week(planned=4, done=4), 20),  # nothing was said about how it felt
        (5, week("green"), 7),  # at least 2 minutes
        (5, week("amber-ok"), 7),
        (5, week("regress"), 5),  # never under 5
        (28, week("green"), 30),
        (29, week("amber-ok"), 30),
        (30, week("green"), 30),
        (30, week("regress"), 24),
        (35, week("green"), 35),  # somebody who walks longer already is not cut short
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
        (20, 29, 8),  # where the person began
        (20, 90, 8),
        (7, 8, 5),
        (6, 14, 5),  # never under 5
        (6, 15, 5),
        (5, 90, 5),
    ],
)
def test_gap_restart(step: int, gap: int | None, expected: int) -> None:
    assert next_step(step, week(planned=4, done=0, gap=gap)) == expected


def test_a_gap_comes_after_what_the_week_before_it_had_earned() -> None:
    assert next_step(20, week("green", gap=8)) == 19  # 24 by the ramp, four fifths of it
    assert next_step(20, week("regress", gap=15)) == 8


def test_a_longer_gap_never_begins_higher() -> None:
    for step in range(5, 36):
        steps = [next_step(step, week(planned=4, done=0, gap=gap)) for gap in range(40)]
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
    regress, held, amber, green = (
        next_step(step, week(verdict)) for verdict in ("regress", "hold", "amber-ok", "green")
    )
    assert regress <= held <= amber <= green
    assert held == step
    assert green - step <= 5
