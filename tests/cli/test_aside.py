"""What is said in words beside a number, or instead of it, at the questions of `today`, `start` and `log`."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from backplan.actions.workspace import Workspace
from backplan.cli.aside import Aside, hearing
from backplan.cli.sentences.numbers import effort_of
from backplan.cli.terminal import asking
from tests.support import sitting
from tests.support.cli import diary_of, run, started

TODAY = "2026-11-26"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    started(tmp_path / "home", "2026-11-23")
    return tmp_path / "home"


def heard(text: str, read: Callable[[str], object], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is kept of an answer, after which Enter would pass the question."""
    answers = iter([text, ""])
    monkeypatch.setattr(asking, "prompt", lambda *_: next(answers))
    aside = Aside(Workspace(date.fromisoformat(TODAY), Path("nowhere")))
    with hearing(aside):
        asking.until_right("How is it?", None, read)
    return list(aside.words)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("4 but numb between my legs", asking.aloud),
        ("4, my left leg is numb", asking.aloud),
        ("5 and it goes down to my calf", asking.aloud),
        ("numb between my legs", asking.or_skip(asking.aloud)),
        ("4 and my foot drops", effort_of),
        ("4 but I slept badly", asking.aloud),
        ("the bridge was too much", asking.or_skip(asking.aloud)),
        ("6, chest pain", asking.aloud),
    ],
)
def test_words_beside_a_number_or_instead_of_it_are_kept(
    text: str, read: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert heard(text, read, monkeypatch) == [text]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        *((each, asking.aloud) for each in ("4", "four", "about 4", "4/10", "4 at worst", "6 or 7", "none", "4.5")),
        *((each, effort_of) for each in ("quite hard", "easy", "5")),
    ],
)
def test_of_a_plain_answer_nothing_is_kept_aside(
    text: str, read: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert heard(text, read, monkeypatch) == []


def notes(home: Path) -> list[str]:
    """The notes of today."""
    return [each["note"] for each in diary_of(home, TODAY) if each["date"] == TODAY and each.get("note")]


@pytest.mark.parametrize("command", [["today"], ["start", "--plain"]])
def test_a_sign_beside_the_pain_of_today_is_asked_before_any_exercise(home: Path, command: list[str]) -> None:
    child = sitting.terminal(*command, home=home, today=TODAY)
    sitting.answer(child, ("Pain right now", "4 but numb between my legs"), ("(y/n)", "y"))
    code, said = sitting.ended(child)
    assert code == 4
    assert "Core" not in said
    assert [each["pain"] for each in diary_of(home, TODAY) if each.get("pain") is not None][-1] == 4
    assert "4 but numb between my legs" in notes(home)
    assert run("today", "--plain", home=home, today=TODAY).code == 4


@pytest.mark.parametrize("command", [["today"], ["start", "--plain"]])
def test_a_sign_instead_of_the_pain_holds_the_day_though_the_questions_are_broken_off(
    home: Path, command: list[str]
) -> None:
    child = sitting.terminal(*command, home=home, today=TODAY)
    sitting.answer(child, ("Pain right now", "numb between my legs"))
    assert sitting.broken_off(child)[0] == 130
    assert notes(home) == ["numb between my legs"]
    assert "no exercise is given" in run("today", "--plain", home=home, today=TODAY).err


def test_where_none_of_it_is_new_the_day_is_shown(home: Path) -> None:
    child = sitting.terminal("today", home=home, today=TODAY)
    sitting.answer(child, ("Pain right now", "4 but my leg is numb"), ("(y/n)", "n"))
    code, said = sitting.ended(child)
    assert code == 0
    assert "Core" in said


@pytest.mark.parametrize(
    "answers",
    [
        [("Done?", ""), ("Done?", "my foot went numb")],
        [("Done?", ""), ("Done?", "h"), ("What is it like?", "my foot went numb")],
    ],
)
def test_a_sign_at_an_exercise_ends_the_session_and_is_asked(home: Path, answers: list[tuple[str, str]]) -> None:
    child = sitting.terminal("start", "--pain", "3", "--plain", home=home, today=TODAY)
    sitting.answer(child, *answers, ("(y/n)", "y"))
    assert sitting.ended(child)[0] == 4
    assert notes(home) == ["my foot went numb"]
    assert [each["done"] for each in diary_of(home, TODAY) if each["kind"] == "session"] == ["part"]


def test_signs_beside_how_a_session_was_are_asked_when_it_is_noted(home: Path) -> None:
    child = sitting.terminal("start", "--pain", "3", "--plain", home=home, today=TODAY)
    sitting.answer(child, ("Done?", ""), ("Done?", "q"), ("Highest pain", "5, numb between my legs"))
    sitting.answer(child, ("Effort", "4 and my foot drops"), ("(y/n)", "y"))
    assert sitting.ended(child)[0] == 4
    (session,) = (each for each in diary_of(home, TODAY) if each["kind"] == "session")
    assert (session["peak"], session["effort"]) == (5, 4)
    assert notes(home) == ["5, numb between my legs", "4 and my foot drops"]


def test_words_at_how_a_session_was_are_on_record_though_the_questions_are_broken_off(home: Path) -> None:
    child = sitting.terminal("start", "--pain", "3", "--plain", home=home, today=TODAY)
    sitting.answer(child, ("Done?", ""), ("Done?", "q"), ("Highest pain", "5, numb between my legs"))
    sitting.broken_off(child)
    assert notes(home) == ["5, numb between my legs"]


def test_pain_further_down_the_leg_beside_a_number_is_asked_how_far(home: Path) -> None:
    child = sitting.terminal("today", home=home, today=TODAY)
    sitting.answer(child, ("Pain right now", "4 and it shoots down to my calf"), ("How far down the leg", "calf"))
    child.expect_exact("further down your leg")
    sitting.broken_off(child)
    assert [each["leg"] for each in diary_of(home, TODAY) if each.get("leg")] == ["calf"]


def test_a_sign_beside_the_morning_that_log_asks_is_kept_with_the_session(home: Path) -> None:
    run("log", "--done", "all", "--on", "yesterday", home=home, today=TODAY)
    child = sitting.terminal("log", home=home, today=TODAY)
    sitting.answer(child, ("on waking", "4 but my leg is numb"), ("Done?", ""), ("Pain before", "3 4 4"))
    sitting.answer(child, ("down the leg", ""), ("A word", ""), ("(y/n)", "y"))
    assert sitting.ended(child)[0] == 4
    assert notes(home) == ["4 but my leg is numb"]


def test_nobody_who_tells_of_not_wanting_to_live_is_answered_with_a_fault(home: Path) -> None:
    child = sitting.terminal("today", home=home, today=TODAY)
    sitting.answer(child, ("Pain right now", "I want to die"))
    child.expect_exact("there is help")
    child.expect_exact("Pain right now")
    assert "whole number" not in child.before
    assert sitting.broken_off(child)[0] == 130
    assert notes(home) == ["I want to die"]


@pytest.mark.parametrize(
    "answers",
    [
        [("Done?", "numb between my legs")],
        [("Done?", "all done, numb between my legs")],
        [("Done?", ""), ("Pain before", "4, numb between my legs")],
        [("Done?", "part"), ("Pain before", "3 4 4"), ("down the leg", ""), ("cut it short", "numb between my legs")],
        [("Done?", "pain shot down to my calf, my foot is numb")],
    ],
)
def test_a_sign_at_a_question_of_log_is_on_record_before_the_next_is_asked(
    home: Path, answers: list[tuple[str, str]]
) -> None:
    child = sitting.terminal("log", home=home, today=TODAY)
    sitting.answer(child, *answers)
    assert any("numb" in f"{each.get('note')} {each.get('why')}" for each in diary_of(home, TODAY))
    assert "What was done by then is recorded" in sitting.broken_off(child)[1]
    assert run("today", "--plain", home=home, today=TODAY).err.count("no exercise is given") == 1


def test_what_was_on_record_ahead_stands_once_in_the_end(home: Path) -> None:
    child = sitting.terminal("log", home=home, today=TODAY)
    sitting.answer(child, ("Done?", "numb between my legs"), ("Done?", ""), ("Pain before", "3 4 4"))
    sitting.answer(child, ("down the leg", ""), ("A word", "a good walk"), ("(y/n)", "n"))
    assert sitting.ended(child)[0] == 0
    assert notes(home) == ["numb between my legs; a good walk"]


def test_words_kept_at_a_question_of_log_are_kept_though_it_is_broken_off(home: Path) -> None:
    child = sitting.terminal("log", home=home, today=TODAY)
    sitting.answer(child, ("Done?", "my cousin was here"), ("Done?", ""))
    sitting.broken_off(child)
    assert notes(home) == ["my cousin was here"]


def test_words_at_the_morning_are_kept_where_the_session_is_told_in_a_sentence(home: Path) -> None:
    run("log", "--done", "all", "--on", "yesterday", home=home, today=TODAY)
    child = sitting.terminal("log", home=home, today=TODAY)
    sitting.answer(child, ("on waking", "4 but my leg is numb"), ("Done?", "all done, effort 4"), ("(y/n)", "n"))
    assert sitting.ended(child)[0] == 0
    assert notes(home) == ["4 but my leg is numb"]
    assert [each["effort"] for each in diary_of(home, TODAY) if each.get("effort")] == [4]


UNSURE = "my kidneys complain"  # nobody knows what it may tell of
NONE_OF_THEM = (("type none", "none"), ("type none", "none"))  # page after page


def test_the_list_of_signs_leads_back_to_whether_it_is_anything_new(home: Path) -> None:
    child = sitting.terminal("today", home=home, today=TODAY)
    sitting.answer(child, ("Pain right now", f"3 and {UNSURE}"), ("type none", "back"), ("anything new", "y"))
    sitting.answer(child, ("type none", "back"), ("anything new", "n"))
    code, shown = sitting.ended(child)
    assert code == 0
    assert "Core" in shown


def test_what_is_unclear_again_on_a_day_is_asked_in_one_question_first(home: Path) -> None:
    child = sitting.terminal("start", "--plain", home=home, today=TODAY)
    sitting.answer(child, ("Pain right now", f"3 and {UNSURE}"), *NONE_OF_THEM, ("Done?", ""), ("Done?", "q"))
    sitting.answer(child, ("Highest pain", f"3, {UNSURE} again"), ("Effort", "5"), ("anything new", "y"))
    sitting.answer(child, *NONE_OF_THEM)
    assert sitting.ended(child)[0] == 0


def test_numbers_of_parts_of_the_body_are_no_sign(home: Path) -> None:
    child = sitting.terminal("today", home=home, today=TODAY)
    sitting.answer(child, ("Pain right now", "about 4 in my back, 3 in the knee"))
    assert sitting.ended(child)[0] == 0


def test_a_sign_in_what_is_not_noted_again_stands_by_itself(home: Path) -> None:
    run("log", "--done", "all", home=home, today=TODAY)
    child = sitting.terminal(
        "log", "--done", "no", "--why", "my leg is numb", "--morning", "3", home=home, today=TODAY
    )  # fmt: skip
    child.expect_exact("noted for today already")
    assert [each for each in notes(home) if "numb" in each] == ["my leg is numb"]
