"""What today's pain allows: both sides of each rule, and every state at once."""

from itertools import product

import pytest

from backplan.model.case import PainToday
from backplan.model.usual import Usual
from backplan.rules.pain.high import asks, steady
from backplan.rules.pain.high import check as high_pain
from tests.support.indexes import allowed


def pain(now: int, usual: int, *, said: bool = False, high: int = 0, still: bool = False) -> PainToday:
    return PainToday(now=now, usual=usual, flare_said=said, high_sessions=high, flare_open=still)


@pytest.mark.parametrize(
    ("now", "usual", "expected"),
    [(8, 8, ("pain-severe", "coping-only")), (10, 0, ("pain-severe", "coping-only")), (7, 7, None)],
)
def test_pain_severe(now: int, usual: int, expected: tuple[str, str] | None) -> None:
    assert allowed(pain(now, usual, high=2)) == expected


def test_flare_said() -> None:
    assert allowed(pain(3, 3, said=True)) == ("flare-said", "flare")
    assert allowed(pain(0, 0, said=True)) == ("flare-said", "flare")
    assert allowed(pain(3, 3, said=False)) is None


@pytest.mark.parametrize(
    ("now", "usual", "expected"),
    [
        (4, 2, ("pain-flare", "flare")),
        (4, 0, ("pain-flare", "flare")),
        (5, 3, ("pain-flare", "flare")),
        (3, 1, None),  # 2 above the usual, but under 4
        (2, 0, None),
        (4, 3, None),  # only 1 above the usual
        (5, 5, None),
    ],
)
def test_pain_flare(now: int, usual: int, expected: tuple[str, str] | None) -> None:
    assert allowed(pain(now, usual)) == expected


@pytest.mark.parametrize(
    ("now", "usual", "expected"),
    [
        (3, 3, ("flare-open", "flare")),  # calm today, but not yet for two days
        (0, 3, ("flare-open", "flare")),
        (5, 3, ("pain-flare", "flare")),  # the same, told by the rule for today's pain
        (8, 3, ("pain-severe", "coping-only")),
    ],
)
def test_flare_open(now: int, usual: int, expected: tuple[str, str]) -> None:
    assert allowed(pain(now, usual, still=True)) == expected
    assert allowed(pain(3, 3, still=False)) is None
    assert allowed(PainToday(now=3, usual=3, returning=True)) is None  # coming back: sessions at three quarters


@pytest.mark.parametrize(
    ("now", "usual", "sessions", "expected"),
    [
        (5, 5, 0, None),
        (6, 6, 0, ("pain-high", "flare")),
        (6, 6, 1, ("pain-high", "flare")),
        (6, 6, 2, None),
        (7, 7, 1, ("pain-high", "flare")),
        (7, 7, 2, None),
        (7, 6, 2, None),  # within 1 of the usual
        (7, 5, 2, ("pain-flare", "flare")),
    ],
)
def test_pain_high(now: int, usual: int, sessions: int, expected: tuple[str, str] | None) -> None:
    assert allowed(pain(now, usual, high=sessions)) == expected


@pytest.mark.parametrize(
    ("usual", "accepted", "weeks"),
    [(5, None, []), (6, None, [1, 2, 4]), (7, None, [1, 2, 4]), (6, 5, [1, 2, 4]), (6, 6, []), (7, 7, [])],
)
def test_a_usual_pain_so_high_asks_about_pain_control_in_three_weeks(
    usual: int, accepted: int | None, weeks: list[int]
) -> None:
    today = PainToday(now=0, usual=usual, accepted=accepted)
    assert [week for week in range(1, 14) if asks(today, week)] == weeks


def test_only_high_pain_after_two_gentle_sessions_is_steady() -> None:
    assert steady(pain(6, 6, high=2))
    assert not steady(pain(6, 6, high=1))
    assert not steady(pain(5, 5, high=2))
    assert not steady(pain(7, 5, high=2))


@pytest.mark.parametrize(
    ("now", "usual", "accepted", "expected"),
    [
        (6, 6, 6, None),
        (6, 6, 5, ("pain-high", "flare")),
        (7, 6, 6, ("pain-high", "flare")),
        (7, 7, 7, None),
        (7, 5, 7, ("pain-flare", "flare")),  # a rise is a flare, whatever was accepted
        (8, 8, 7, ("pain-severe", "coping-only")),
        (8, 8, 10, ("pain-severe", "coping-only")),
    ],
)
def test_up_to_an_accepted_pain_there_are_no_gentle_first_sessions(
    now: int, usual: int, accepted: int, expected: tuple[str, str] | None
) -> None:
    assert allowed(pain(now, usual)._replace(accepted=accepted)) == expected


def test_accepted_pain_is_a_whole_session_and_more_pain_never_earns_a_fuller_one() -> None:
    assert not steady(pain(6, 6, high=2)._replace(accepted=6))
    assert steady(pain(7, 6, high=2)._replace(accepted=6))
    for (usual, said, high, still), accepted in product(STATES, range(8)):
        levels = [
            severity(pain(now, usual, said=said, high=high, still=still)._replace(accepted=accepted))
            for now in range(11)
        ]
        assert levels == sorted(levels)


def severity(today: PainToday) -> int:
    """0 a normal session, 1 a steady one, 2 a flare's, 3 only coping."""
    found = allowed(today)
    if found is None:
        return 1 if steady(today) else 0
    return {"flare": 2, "coping-only": 3}[found[1]]


STATES = list(product(range(11), (False, True), range(5), (False, True)))  # usual, said, high sessions, still open


def test_every_state_has_one_answer() -> None:
    answers = {
        allowed(pain(now, usual, said=said, high=high, still=still))
        for usual, said, high, still in STATES
        for now in range(11)
    }
    assert answers == {
        None,
        ("pain-severe", "coping-only"),
        ("flare-said", "flare"),
        ("pain-flare", "flare"),
        ("flare-open", "flare"),
        ("pain-high", "flare"),
    }


def test_more_pain_never_earns_a_fuller_session() -> None:
    better = [
        (now, usual, said, high, still)
        for usual, said, high, still in STATES
        for now in range(1, 11)
        if severity(pain(now, usual, said=said, high=high, still=still))
        < severity(pain(now - 1, usual, said=said, high=high, still=still))
    ]
    assert better == []


def test_a_declared_flare_never_earns_a_fuller_session() -> None:
    better = [
        (now, usual, high, still)
        for usual, said, high, still in STATES
        for now in range(11)
        if said
        and severity(pain(now, usual, said=True, high=high, still=still))
        < severity(pain(now, usual, high=high, still=still))
    ]
    assert better == []


def test_a_flare_still_open_never_earns_a_fuller_session() -> None:
    better = [
        (now, usual, said, high)
        for usual, said, high, still in STATES
        for now in range(11)
        if still
        and severity(pain(now, usual, said=said, high=high, still=True))
        < severity(pain(now, usual, said=said, high=high))
    ]
    assert better == []


@pytest.mark.parametrize(("waking", "high", "kind"), [(2, 0, True), (2, 2, False), (5, 0, True)])
def test_an_easy_waking_makes_no_easy_day_of_a_usual_pain_of_six(waking: int, high: int, *, kind: bool) -> None:
    on_waking = PainToday(waking, waking, high_sessions=high, times=Usual(waking, 6))
    assert (high_pain(on_waking) == "flare") is kind
    assert steady(on_waking) is not kind


def test_an_easier_session_is_believed_whatever_the_usual() -> None:
    assert not steady(PainToday(4, 6, high_sessions=2, times=Usual(2, 6)))
