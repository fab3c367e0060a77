"""May a block take a step up? Both sides of each growth rule through the index; all of them must agree."""

from collections.abc import Sequence
from itertools import product

import pytest

from backplan.model.outcome import BlockDone, StepDue
from backplan.model.verdict import Verdict
from backplan.rules import growth
from tests.rules.test_progress import week
from tests.support.growth import MOST_AEROBIC_MINUTES, MOST_EXERCISES
from tests.support.indexes import against_growth, against_load, against_step, next_step, rules_of

G, A, H, R, U = "green", "amber-ok", "hold", "regress", "unknown"
READY = BlockDone(verdicts=("green", "green", "green"), days=7, done_percent=80, pain_rise=0.0, pain_days=3, calm=True)


def test_a_block_that_is_ready_is_held_back_by_nothing() -> None:
    assert against_growth(READY) == []


@pytest.mark.parametrize(
    ("verdicts", "days", "grows"),
    [
        ((G, G, G), 7, True),
        ((G, G, G), 6, False),  # three sessions, but in under a week
        ((G, G, G), 21, True),
        ((A, A, A), 7, True),
        ((G, A, G), 7, True),
        ((U, U, U), 7, True),  # silence is no warning
        ((G, U, A), 7, True),
        ((U, U, R), 7, False),
        ((G, G), 14, False),  # only two
        ((), 0, False),
        ((G, G, H), 7, False),
        ((H, G, G), 7, False),
        ((G, H, G), 7, False),
        ((G, G, R), 7, False),
        ((R, G, G), 7, False),
        ((R, G, G, G), 7, True),  # what came before the last three is over
        ((G, G, G, H), 7, False),
    ],
)
def test_growth_three(verdicts: tuple[Verdict, ...], days: int, grows: bool) -> None:
    assert against_growth(READY._replace(verdicts=verdicts, days=days)) == ([] if grows else ["growth-three"])


@pytest.mark.parametrize(("percent", "grows"), [(50, True), (49, False), (100, True), (0, False)])
def test_growth_done(percent: int, grows: bool) -> None:
    assert against_growth(READY._replace(done_percent=percent)) == ([] if grows else ["growth-done"])


@pytest.mark.parametrize(
    ("rise", "days", "grows"),
    [
        (0.0, 3, True),
        (0.99, 3, True),
        (1.0, 3, False),
        (2.5, 7, False),
        (-3.0, 7, True),
        (1.0, 2, True),  # too few days to speak of a rise
        (4.0, 0, True),
    ],
)
def test_growth_pain(rise: float, days: int, grows: bool) -> None:
    assert against_growth(READY._replace(pain_rise=rise, pain_days=days)) == ([] if grows else ["growth-pain"])


def test_growth_leg() -> None:
    assert against_growth(READY._replace(leg_down=True)) == ["growth-leg"]


def test_growth_creep() -> None:
    assert against_growth(READY._replace(crept=True)) == ["growth-creep"]
    assert against_growth(READY._replace(crept=False)) == []


def test_growth_sign() -> None:
    assert against_growth(READY._replace(sign=True)) == ["growth-sign"]
    assert against_growth(READY._replace(sign=False)) == []


def test_growth_gap() -> None:
    assert against_growth(READY._replace(back=True)) == ["growth-gap"]
    assert against_growth(READY._replace(back=False)) == []


def test_growth_calm() -> None:
    assert against_growth(READY._replace(calm=False)) == ["growth-calm"]
    assert against_growth(READY._replace(calm=True)) == []


@pytest.mark.parametrize(("effort", "grows"), [(None, True), (0, True), (7, True), (8, False), (10, False)])
def test_growth_effort(effort: int | None, grows: bool) -> None:
    assert against_growth(READY._replace(effort=effort)) == ([] if grows else ["growth-effort"])


@pytest.mark.parametrize(
    ("slow", "turn", "grows"), [(False, True, True), (False, False, True), (True, True, True), (True, False, False)]
)
def test_growth_slow(slow: bool, turn: bool, grows: bool) -> None:
    assert against_growth(READY._replace(slow=slow, turn=turn)) == ([] if grows else ["growth-slow"])


def test_every_rule_that_speaks_against_growth_is_heard() -> None:
    bad = BlockDone(
        ("green", "hold", "green"),
        3,
        40,
        1.5,
        3,
        calm=False,
        effort=9,
        slow=True,
        turn=False,
        leg_down=True,
        crept=True,
        sign=True,
        back=True,
    )
    assert against_growth(bad) == [
        "growth-three", "growth-done", "growth-pain", "growth-creep", "growth-calm", "growth-leg", "growth-sign",
        "growth-gap", "growth-effort", "growth-slow",
    ]  # fmt: skip
    assert against_growth(bad) == [rule.id for rule in rules_of("GROWTH")]


RANK: tuple[Verdict, ...] = ("green", "amber-ok", "hold", "regress")
EFFORTS: tuple[int | None, ...] = (None, *range(11))
BLOCKS = [
    BlockDone(("green", "green", verdict), days, done, rise, noted, calm, effort, slow, turn, leg)
    for verdict, days, done, rise, noted, calm, effort, slow, turn, leg in product(
        (*RANK, "unknown"),
        (6, 7),
        (49, 50),
        (0.9, 1.0),
        (2, 3),
        (True, False),
        EFFORTS,
        (True, False),
        (True, False),
        (True, False),
    )
]


def worse_verdicts(last: Verdict) -> Sequence[Verdict]:
    return RANK[RANK.index(last) :] if last in RANK else ("hold", "regress")


def worse_than(block: BlockDone) -> list[BlockDone]:
    """The blocks of which one thing is worse: sooner, less done, more pain, a worse verdict, harder, slower."""
    harder = [effort for effort in range(11) if block.effort is None or effort > block.effort]
    return [
        block._replace(days=block.days - 1),
        block._replace(done_percent=block.done_percent - 1),
        block._replace(pain_rise=block.pain_rise + 0.5),
        block._replace(calm=False),
        block._replace(slow=True),
        block._replace(turn=False),
        *(block._replace(effort=effort) for effort in harder),
        *(block._replace(verdicts=("green", "green", each)) for each in worse_verdicts(block.verdicts[-1])),
    ]


def test_nothing_that_goes_worse_ever_lets_a_block_grow() -> None:
    held_back = [block for block in BLOCKS if against_growth(block)]
    assert 0 < len(held_back) < len(BLOCKS)
    assert [block for block in held_back if any(not against_growth(worse) for worse in worse_than(block))] == []


def test_silence_is_as_good_as_a_good_session_for_whether_a_block_grows() -> None:
    for block in BLOCKS:
        silent = block._replace(verdicts=("unknown",) * 3)
        assert against_growth(silent) == against_growth(block._replace(verdicts=("green",) * 3))


def test_the_most_a_week_may_grow_by() -> None:
    assert {part: growth.MOST_EXERCISES[part] for part in ("core", "strength")} == MOST_EXERCISES
    grown = [next_step(step, week("green")) - step for step in range(5, 36)]
    assert max(grown) == MOST_AEROBIC_MINUTES


@pytest.mark.parametrize(("effort", "grows"), [(0, True), (6, True), (7, False), (10, False), (None, False)])
def test_growth_load(effort: int | None, grows: bool) -> None:
    """What is not known is no yes."""
    assert against_load(READY._replace(effort=effort)) == ([] if grows else ["growth-load"])


@pytest.mark.parametrize(
    ("due", "taken"),
    [
        (StepDue(("green",)), True),
        (StepDue(("unknown", "amber-ok")), True),
        (StepDue(()), False),  # not done since the last step
        (StepDue(("green", "regress")), False),
        (StepDue(("hold",)), False),
        (StepDue(("green",), flare=True), False),
        (StepDue(("green",), left=0), False),  # at its end
    ],
)
def test_growth_stated(due: StepDue, taken: bool) -> None:
    assert against_step(due) == ([] if taken else ["growth-stated"])
