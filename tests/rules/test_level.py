"""May a block rise to the next level? Both sides of each rule, through the index; all of them must agree."""

import pytest

from backplan.model.outcome import BlockHistory, Part
from backplan.model.verdict import Verdict
from tests.support.indexes import against_level

G: Verdict = "green"
TEN: tuple[Verdict, ...] = ("green", "amber-ok") * 5
READY = BlockHistory("core", "basic", "basic", weeks=4, done_percent=75, verdicts=TEN, mean_pain=3.0)
NEARLY_ADVANCED = READY._replace(level="intermediate", asked_level="advanced")


@pytest.mark.parametrize("block", [READY, NEARLY_ADVANCED])
def test_a_block_that_is_ready_is_held_back_by_nothing(block: BlockHistory) -> None:
    assert against_level(block) == []


def test_level_asked() -> None:
    assert against_level(NEARLY_ADVANCED._replace(asked_level="intermediate")) == ["level-asked"]
    assert against_level(READY._replace(asked_level="basic")) == []


@pytest.mark.parametrize(("weeks", "rises"), [(4, True), (3, False), (20, True), (0, False)])
def test_level_weeks(weeks: int, rises: bool) -> None:
    assert against_level(READY._replace(weeks=weeks)) == ([] if rises else ["level-weeks"])


@pytest.mark.parametrize(("percent", "rises"), [(75, True), (74, False), (100, True)])
def test_level_done(percent: int, rises: bool) -> None:
    assert against_level(READY._replace(done_percent=percent)) == ([] if rises else ["level-done"])


@pytest.mark.parametrize(
    ("verdicts", "rises"),
    [
        ((G,) * 8, True),
        ((*(G,) * 7, "hold", "hold"), False),  # 7 of 9
        (("hold", "regress", *(G,) * 8), True),
        (("regress", "hold", "hold", *(G,) * 7), False),
        (("regress", "regress", "regress", *TEN), True),  # older than the last ten
        (("unknown",) * 12 + (G,) * 8, True),  # of those that anything is known of
    ],
)
def test_level_good(verdicts: tuple[Verdict, ...], rises: bool) -> None:
    assert against_level(READY._replace(verdicts=verdicts)) == ([] if rises else ["level-good"])


@pytest.mark.parametrize(("weeks", "rises"), [(7, False), (8, True)])
def test_where_nothing_is_known_a_level_rises_after_eight_weeks(weeks: int, rises: bool) -> None:
    block = READY._replace(verdicts=("unknown",) * 20, weeks=weeks)
    assert against_level(block) == ([] if rises else ["level-good"])


@pytest.mark.parametrize(("days", "rises"), [(None, True), (14, True), (13, False)])
def test_a_session_that_was_too_much_holds_a_level_for_fourteen_days(days: int | None, rises: bool) -> None:
    assert against_level(READY._replace(bad_days=days)) == ([] if rises else ["level-good"])


@pytest.mark.parametrize(("days", "rises"), [(None, True), (14, True), (13, False), (0, False)])
def test_level_calm(days: int | None, rises: bool) -> None:
    assert against_level(READY._replace(calm_days=days)) == ([] if rises else ["level-calm"])


def test_level_leg() -> None:
    assert against_level(READY._replace(leg_down=True)) == ["level-leg"]


@pytest.mark.parametrize(
    ("usual", "high_ok", "rises"),
    [
        (5, False, True),
        (6, False, False),
        (7, False, False),
        (6, True, True),
        (7, True, True),
    ],  # accepted by a clinician
)
@pytest.mark.parametrize("part", ["core", "strength", "aerobic"])
def test_level_high_pain(part: Part, usual: int, high_ok: bool, rises: bool) -> None:
    block = READY._replace(kind=part, whole_weeks=2, usual=usual, high_ok=high_ok)
    assert against_level(block) == ([] if rises else ["level-high-pain"])


@pytest.mark.parametrize(
    ("mean", "rise", "high_ok", "worse", "rises"),
    [
        (4.0, 0.0, False, False, True),
        (4.1, 0.0, False, False, False),
        (5.0, 0.0, True, False, True),  # accepted by a clinician
        (3.0, 0.1, False, False, False),
        (3.0, -1.0, False, False, True),
        (3.0, 0.0, False, True, False),
        (None, 0.0, False, False, False),  # nothing known is the cautious branch
    ],
)
def test_level_pain(mean: float | None, rise: float, high_ok: bool, worse: bool, rises: bool) -> None:
    block = NEARLY_ADVANCED._replace(mean_pain=mean, pain_rise=rise, high_ok=high_ok, function_worse=worse)
    assert against_level(block) == ([] if rises else ["level-pain"])
    assert against_level(block._replace(level="basic")) == []  # only the way to the advanced level asks it


@pytest.mark.parametrize(("days", "rises"), [(27, True), (28, False)])
def test_level_screened(days: int, rises: bool) -> None:
    assert against_level(NEARLY_ADVANCED._replace(screened_days=days)) == ([] if rises else ["level-screened"])
    assert against_level(READY._replace(screened_days=days)) == []


@pytest.mark.parametrize(("weeks", "rises"), [(2, True), (1, False)])
def test_level_whole(weeks: int, rises: bool) -> None:
    assert against_level(READY._replace(kind="aerobic", whole_weeks=weeks)) == ([] if rises else ["level-whole"])
    assert against_level(READY._replace(kind="strength", whole_weeks=0)) == []


@pytest.mark.parametrize("back", [True, False])
def test_level_gap(back: bool) -> None:
    assert against_level(READY._replace(back=back)) == (["level-gap"] if back else [])


@pytest.mark.parametrize("sign", [True, False])
def test_level_sign(sign: bool) -> None:
    assert against_level(READY._replace(sign=sign)) == (["level-sign"] if sign else [])


@pytest.mark.parametrize(
    ("rise", "crept", "rises"), [(0.0, False, True), (1.9, False, True), (2.0, False, False), (-1.0, True, False)]
)
def test_level_more_pain(rise: float, crept: bool, rises: bool) -> None:
    assert against_level(READY._replace(pain_rise=rise, crept=crept)) == ([] if rises else ["level-more-pain"])
