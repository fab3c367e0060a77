"""What a midwife should hear of at once holds the day back until she did, whatever no question of ours is about."""

from pathlib import Path

import pytest

from tests.support.cli import diary_of, run, started
from tests.support.sitting import answer, broken_off, ended, terminal

TODAY, NEXT = "2026-12-08", "2026-12-09"
AGREES = "said that you may go on"


def after_a_birth(home: Path, on: str = "2026-10-20") -> None:
    clearance = {"by": "midwife", "on": "2026-12-01", "knows": []}
    started(home, today=TODAY, birth={"on": on, "kind": "vaginal"}, clearance=clearance)


def held(home: Path, on: str = NEXT) -> bool:
    done = run("today", home=home, today=on)
    assert (done.code, AGREES in done.err) in ((0, False), (4, True))
    return done.code == 4


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("more bleeding today", True),
        ("bleeding again, bright red", True),
        ("heavy feeling down below", True),
        ("something is coming down", True),
        ("a headache that will not go", True),
        ("bleeding has stopped", False),
        ("no bleeding, felt fine", False),
        ("nose bleeding this morning", False),
        ("the stretches felt heavy", False),
    ],
)
def test_a_word_of_it_after_a_birth_holds_the_day_back(words: str, holds: bool, home: Path) -> None:
    after_a_birth(home)
    told = run("log", "--note", words, home=home, today=TODAY)
    assert ("wait until your midwife or doctor has heard of it" in told.out) is holds
    assert held(home) is holds


def test_it_holds_nobody_whose_birth_was_long_ago(home: Path) -> None:
    after_a_birth(home, on="2026-03-20")
    run("log", "--note", "more bleeding today", home=home, today=TODAY)
    assert not held(home)


def test_that_she_agrees_is_an_answer_and_any_other_is_none(home: Path) -> None:
    after_a_birth(home)
    child = terminal("log", "--note", "more bleeding today", home=home, today=TODAY)
    answer(child, (AGREES, "no"))
    assert "wait until your midwife or doctor has heard of it" in ended(child)[1]
    assert held(home)
    child = terminal("start", home=home, today=NEXT)
    child.expect_exact(AGREES)
    broken_off(child)
    assert held(home)
    child = terminal("log", "--note", "still some bleeding", home=home, today=NEXT)
    answer(child, (AGREES, "yes"))
    ended(child)
    assert not held(home)
    assert diary_of(home, NEXT)[-1]["kind"] == "signs"


def test_the_signs_answered_anew_in_the_interview_are_an_answer(home: Path) -> None:
    after_a_birth(home)
    run("log", "--note", "more bleeding today", home=home, today=TODAY)
    assert run("init", "--red-flags", "none", home=home, today=NEXT).code == 0
    assert not held(home)
