"""How it went, told on a day whose session is planned and not noted, is that session; any other note says that it is
not noted yet.
"""

from pathlib import Path
from typing import Any

import pytest

from backplan.cli.sentences.sentence import read_words
from backplan.cli.sentences.went import tells_how_it_went, tells_it_is_open
from tests.support.cli import TODAY, diary_of, run, started, stopped_by
from tests.support.shared import copied

SUNDAY, TUESDAY, FRIDAY = "2026-11-22", "2026-11-24", "2026-11-27"  # Friday has none
NOT_NOTED, TAKEN = "not noted yet", "taken as the planned session"
WENT = [
    ("went well", {}),
    ("went fine", {}),
    ("it went fine today", {}),
    ("it all went really well", {}),
    ("that was easy", {}),
    ("it was hard", {}),
    ("that was hard, but ok", {}),
    ("it was harder than usual", {}),
    ("felt harder than usual 7/10 effort", {"effort": 7}),
    ("went well effort 6", {"effort": 6}),
    ("went well, pain 4, worst 5", {"pain": 4, "peak": 5}),
    ("it was hard, pain 3", {"pain": 3}),
    ("it went well and pain 2", {"pain": 2}),
    ("went well, no pain", {"pain": 0}),
]
NOTES = [
    "fine", "hard today", "pain 3", "felt good", "today went well", "that was hard on my back", "pain 3, felt tired",
    "not too bad, pain 3", "it did not hurt", "it went well apart from the bridge",
]  # fmt: skip
NOT_DONE = [
    "pain 3, will exercise tonight", "pain 3 before my session", "pain 3 too tired", "pain 4, not started",
    "pain 3, maybe later", "sore, will start at noon", "back aches, not begun yet", "stiff, about to begin",
]  # fmt: skip
SIGNS = [
    "went well but numb between my legs", "went well, chest pain on the walk", "it was hard and i felt faint",
    "that was easy but my foot drops", "it went fine, wet myself", "it went numb", "pain 3, cannot pee",
    "went well, pain 4, weak leg", "it was hard, i blacked out", "went fine but my calf is swollen",
    "pain 3 going down to my foot",
]  # fmt: skip


@pytest.fixture
def shown(home: Path) -> Path:
    """Somebody who has looked at this week."""
    copied("shown", _shown, home)
    return home


def _shown(home: Path) -> None:
    started(home)
    assert run("week", home=home).code == 0


@pytest.mark.parametrize(("words", "held"), WENT)
def test_how_it_went_is_the_planned_session_and_said_so(words: str, held: dict[str, Any], shown: Path) -> None:
    done = run("log", *words.split(), home=shown)
    last = diary_of(shown)[-1]
    assert (done.code, last["kind"], last["done"]) == (0, "session", "all"), done
    assert {key: last[key] for key in ("pain", "peak", "effort")} == {"pain": None, "peak": None, "effort": None} | held
    assert f"`backplan diary undo {last['id']}`" in done.out
    assert (TAKEN in done.out, NOT_NOTED in done.out) == (True, False)


@pytest.mark.parametrize("words", NOTES)
def test_a_note_ends_with_that_the_session_is_not_noted(words: str, shown: Path) -> None:
    done = run("log", *words.split(), home=shown)
    assert (done.code, diary_of(shown)[-1]["kind"], done.out.count(NOT_NOTED)) == (0, "pain", 1), done
    assert "`backplan log done`" in done.out
    again = run("log", "done", home=shown)
    assert (again.code, diary_of(shown)[-1]["kind"]) == (0, "session")
    assert NOT_NOTED not in run("log", *words.split(), home=shown).out


@pytest.mark.parametrize("words", [*NOT_DONE, *SIGNS])
def test_nothing_is_said_of_it_where_it_was_not_done_or_a_sign_comes_first(words: str, shown: Path) -> None:
    done = run("log", *words.split(), home=shown)
    assert (done.code in (0, 4), NOT_NOTED in done.out, TAKEN in done.out) == (True, False, False), done
    assert [each["kind"] for each in diary_of(shown) if each["kind"] == "session"] == []


@pytest.mark.parametrize("words", SIGNS)
def test_a_sign_beside_how_it_went_is_asked_about(words: str, shown: Path) -> None:
    assert "Your own words may tell of" in run("log", *words.split(), home=shown).out


@pytest.mark.parametrize("words", ["went well", "pain 3"])
def test_without_a_planned_session_it_stays_a_note(words: str, shown: Path) -> None:
    for on in (FRIDAY, SUNDAY):
        done = run("log", *words.split(), home=shown, today=on)
        assert (done.code, diary_of(shown)[-1]["kind"]) == (0, "pain")
        assert (NOT_NOTED in done.out, TAKEN in done.out) == (False, False)


@pytest.mark.parametrize("words", ["that was hard, gardening 30 minutes", "went well, walked 20 minutes"])
def test_of_what_took_some_time_it_is_no_session(words: str, shown: Path) -> None:
    assert run("log", *words.split(), home=shown).code == 0
    assert [each["kind"] for each in diary_of(shown)][-1] == "activity"


def test_another_day_is_named_with_what_notes_it(shown: Path) -> None:
    done = run("log", "pain", "3", "--on", TODAY, home=shown, today=TUESDAY)
    assert f"`backplan log done --on {TODAY}`" in done.out
    assert run("log", "done", "--on", TODAY, home=shown, today=TUESDAY).code == 0
    assert NOT_NOTED not in run("log", "pain", "3", "--on", TODAY, home=shown, today=TUESDAY).out


def test_a_session_let_go_is_not_asked_for(shown: Path) -> None:
    assert run("log", "let", "it", "go", home=shown).code == 0
    assert NOT_NOTED not in run("log", "pain", "3", home=shown).out


def test_under_a_stop_or_an_open_question_nothing_is_taken_as_done(shown: Path) -> None:
    assert run("log", "chest", "pain", home=shown).code == 0
    asked = run("log", "went", "well", home=shown)
    assert (diary_of(shown)[-1]["kind"], TAKEN in asked.out, NOT_NOTED in asked.out) == ("pain", False, False)
    run("log", "--saddle", home=shown)
    assert stopped_by(shown) is not None
    stopped = run("log", "went", "well", home=shown)
    assert (diary_of(shown)[-1]["kind"], TAKEN in stopped.out, NOT_NOTED in stopped.out) == ("pain", False, False)


def test_the_document_has_no_word_of_it(shown: Path) -> None:
    assert NOT_NOTED not in run("log", "pain", "3", "--json", home=shown).out


@pytest.mark.parametrize(
    "words",
    ["todays session was tough", "my exercises felt harder than usual", "session was not bad", "routine went ok"],
)
def test_a_session_that_is_named_is_done_whatever_it_was_like(words: str) -> None:
    heard = read_words(words)
    assert heard is not None
    assert heard.done == "all"


@pytest.mark.parametrize(
    "words",
    [
        "it was hard to get up", "went well until my leg hurt", "went well but only half", "went badly", "it was ok",
        "yesterday went well", "it was hard on my knees", "it went numb", "went well but too tired for the walk",
        "went for a walk",
    ],
)  # fmt: skip
def test_what_may_be_of_something_else_or_less_is_no_session(words: str) -> None:
    assert not tells_how_it_went(words)


def test_pain_that_was_not_is_no_session_that_was_not() -> None:
    assert not any(map(tells_it_is_open, ("no pain", "it did not hurt", "not too bad", "without any trouble")))


@pytest.mark.parametrize("said", ["did not sleep, pain 4", "i didn't sleep well, pain 4"])
def test_what_was_not_done_of_something_else_leaves_nothing_of_a_session_out(said: str, home: Path) -> None:
    started(home)
    assert run("log", *said.split(), home=home).code == 0
    assert [(entry["kind"], entry["pain"]) for entry in diary_of(home)][-1] == ("pain", 4)
