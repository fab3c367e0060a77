"""`backplan start` in a real terminal: gone through by keys, broken off, gone on with, and noted as it was done."""

from __future__ import annotations

import json
import signal
import time
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from backplan.actions.guided import begun, guide
from backplan.actions.guided.session import easier, session
from backplan.actions.guided.turns import TurnKey
from backplan.actions.workspace import Workspace
from backplan.cli import start_screen
from backplan.cli.start_screen import _Screen
from tests.render.test_start import moments
from tests.support import at_terminal, sitting
from tests.support.at_terminal import Terminal
from tests.support.cli import diary_of, environment, run, started, week_of

TODAY = "2026-11-26"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    started(tmp_path / "home", TODAY)
    return tmp_path / "home"


def spawned(home: Path, *args: str) -> Terminal:
    around = environment(home, TODAY, TERM="xterm-256color", LANG="C.UTF-8")
    return at_terminal.terminal("start", "--pain", "3", *args, env=around)


def planned(home: Path) -> list[str]:
    day = next(day for day in week_of(home, today=TODAY)["days"] if day["date"] == TODAY)
    return [i["exercise"] for session in day["sessions"] for block in session["blocks"] for i in block["items"]]


def test_without_a_terminal_it_says_so(home: Path) -> None:
    done = run("start", home=home, today=TODAY)
    assert done.code == 2
    assert "backplan today" in done.err


def test_what_was_made_softer_because_it_hurt_is_softer_after_a_break(home: Path) -> None:
    planned(home)
    place = Workspace(date.fromisoformat(TODAY), home)
    day = session(place).guide
    offers = {number: easier(place, each) for number, each in enumerate(day.turns)}
    at, offer = next((number, each) for number, each in offers.items() if each)
    for _ in range(at):
        day = guide.with_outcome(day, "done")
    begun.keep(place, guide.instead(day, offer.turn))
    again = session(place)
    assert again.guide.turn.item == offer.turn.item
    assert again.cards[offer.turn.item.exercise] == offer.card
    begun.keep(place, guide.half_left(day))
    assert session(place).guide.turn.eased


def test_a_session_is_paused_broken_off_gone_on_with_and_noted(home: Path) -> None:
    held = planned(home)
    child = spawned(home)
    child.expect("Ready")  # the walk is outdoors: it waits until somebody is there
    child.expect("exercise 1 of")
    child.expect("begin")
    child.press(" ")
    child.expect("pause")
    child.press(" ")
    child.expect("Paused")
    child.setwinsize(20, 44)  # redrawn though nothing is pressed, as narrow as the window is now
    child.expect(r"Paused: \S*\w+\S* 1/")
    child.setwinsize(24, 80)
    child.expect("exercise 1 of")
    child.press("d")
    child.expect("exercise 2 of")
    child.kill(9)
    child.wait()
    today = date.fromisoformat(TODAY)
    kept = begun.begun(Workspace(today, home))
    assert kept is not None
    assert (kept.on, kept.outcomes) == (today, {TurnKey(held[0]): "done"})

    child = spawned(home)
    child.expect("goes on where it stopped, at exercise 2 of")
    child.expect("Done: ")
    child.expect("Next: ")
    child.expect("Enter goes on")
    child.sendline("dunno")
    child.expect("Press Enter to go on")
    child.sendline("")
    child.expect("exercise 2 of")
    child.press("b")
    child.expect("exercise 1 of")
    child.press("d")
    child.expect("exercise 2 of")
    child.press("h")
    child.expect("What is it like")
    child.press("3")
    child.expect("exercise 3 of")
    child.press("s" + "d" * 60)
    child.expect("That was today's session")
    child.expect("Highest pain")
    child.sendline("4")
    child.expect("Effort")
    child.sendline("5")
    child.expect("swap")
    child.expect_exact([child.delimiter])
    (entry,) = [each for each in diary_of(home, TODAY) if each["kind"] == "session"]
    assert (entry["done"], entry["peak"], entry["effort"]) == ("all", 4, 5)
    assert set(entry["not"]) == set(held[1:3])
    assert not (home / "session.json").exists()


def test_a_kill_leaves_the_terminal_as_it_was(home: Path) -> None:
    child = spawned(home)
    child.expect("exercise 1 of")
    child.kill(signal.SIGTERM)
    child.expect_exact([child.delimiter])
    child.wait()
    assert child.exitstatus == 128 + signal.SIGTERM
    assert child.before.rindex("\x1b[?25h") > child.before.find("\x1b[?25l")  # the cursor is there again
    assert "\x1b[?1049l" in child.before  # and what stood there before
    assert "Traceback" not in child.before


def noted_where_it_stopped(child: Any, home: Path) -> dict[str, Any]:
    """The entry of a session that is stopped now."""
    child.press("q")
    child.expect("You stopped here")
    child.sendline("")
    child.sendline("")
    child.expect("Noted")
    child.expect_exact([child.delimiter])
    (entry,) = [each for each in diary_of(home, TODAY) if each["kind"] == "session"]
    return entry


def test_next_begins_what_has_not_begun_and_passes_nothing_over(home: Path) -> None:
    child = spawned(home)
    child.expect("exercise 1 of")
    child.press("d")
    child.expect("exercise 2 of")
    child.expect("get ready")
    child.press("n")
    child.expect("pause")  # the clock of the same exercise runs
    entry = noted_where_it_stopped(child, home)
    assert entry["done"] == "part"
    assert set(planned(home)[1:]) <= set(entry["not"])


def seen(child: Any, text: str) -> None:
    """Wait until a screen shows this, and for all of what is drawn with it."""
    child.expect_exact(text)
    time.sleep(0.1)


def test_enter_begins_what_waits_and_then_is_done_and_on_to_the_next(home: Path) -> None:
    held = planned(home)
    child = spawned(home)
    child.expect("exercise 1 of")
    seen(child, "enter")
    seen(child, "begin")  # a walk outdoors
    child.press("\r")
    seen(child, "pause")
    child.press("\r")  # at once, as with a finger that slipped: that is nothing done
    child.press("dd")
    seen(child, "exercise 3 of")
    seen(child, "go on now")
    child.press("\r")
    seen(child, "2 of 10")  # read on meanwhile: no time passes while nobody takes what is drawn
    child.press("\r")
    child.expect_exact("exercise 4 of", timeout=20)  # it would end by itself half a minute later
    entry = noted_where_it_stopped(child, home)
    assert set(entry["not"]) == set(held[3:])


@pytest.mark.parametrize("pace", [0, 0.15], ids=["in a moment", "slowly"])
def test_a_word_is_no_row_of_keys(pace: float, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start_screen, "MOMENT", 0.1)  # so that nobody has to type for long
    held = planned(home)
    child = spawned(home)
    child.expect("exercise 1 of")
    for word, then in (("done", "exercise 2 of"), ("skip", "exercise 3 of"), ("only half", "exercise 4 of")):
        for at, letter in enumerate(word):
            child.press(letter)
            time.sleep(pace if at < 2 or word == "done" else 0)  # by the second letter it is words
        seen(child, "Your words:")
        child.press("\r")
        seen(child, then)
    entry = noted_where_it_stopped(child, home)
    assert set(entry["not"]) == {held[1], *held[3:]}
    assert [*entry["less"]] == [held[2]]


def test_words_that_are_given_up_or_not_understood_change_nothing(home: Path) -> None:
    child = spawned(home)
    child.expect("exercise 1 of")
    child.press("wibble wobble\r")
    seen(child, "Say it like: done")
    child.press("dxxx\x7f\x7f\x7fone and dusted")
    seen(child, "done and dusted")
    child.press("\x1b")
    seen(child, "begin")
    child.press("back\r")
    seen(child, "exercise 1 of")
    child.press("quit\r")
    child.expect("You stopped here|Nothing was done")
    child.expect_exact([child.delimiter])
    assert not [each for each in diary_of(home, TODAY) if each["kind"] == "session"]


@pytest.mark.parametrize("first", ["", "h"], ids=["at an exercise", "at what it is like"])
def test_a_sign_in_typed_words_ends_it_and_is_on_record_before_it_is_asked(
    first: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start_screen, "SLOWLY", 0.2)
    child = spawned(home)
    child.expect("exercise 1 of")
    if first:
        child.press(first)
        seen(child, "What is it like")
        time.sleep(0.2)  # what follows begins a word of its own
    child.press("my foot is numb now\r")
    child.expect("y/n")
    child.sendintr()
    child.expect_exact([child.delimiter])
    assert "my foot is numb now" in str(diary_of(home, TODAY))
    assert run("today", home=home, today=TODAY).code == 4


def test_what_it_is_like_may_be_typed_on_the_screen(home: Path) -> None:
    held = planned(home)
    child = spawned(home)
    child.expect("exercise 1 of")
    child.press("it hurts my knee\r")
    seen(child, "What is it like")
    child.press("sharp\r")
    seen(child, "exercise 2 of")
    child.press("q")
    for asked in ("Highest pain", "Effort"):
        child.expect(asked)
        child.sendline("")
    child.expect_exact([child.delimiter])
    assert held[0] in str(diary_of(home, TODAY)[-1])


def test_new_signs_end_it_at_once_and_stop_what_comes(home: Path) -> None:
    child = spawned(home)
    child.expect("exercise 1 of")
    child.press("nh5")
    child.expect("get help at once for")
    child.expect("y/n")
    child.sendline("y")
    child.expect_exact([child.delimiter])
    child.wait()
    assert child.exitstatus == 4
    assert run("start", home=home, today=TODAY).code == 4
    assert run("week", home=home, today=TODAY).code == 4


def test_a_sign_that_was_felt_waits_for_its_answer_whatever_comes_between(home: Path) -> None:
    child = spawned(home)
    child.expect("exercise 1 of")
    child.press("h5")
    child.expect("get help at once for")
    child.expect("y/n")
    child.sendintr()
    child.expect_exact([child.delimiter])
    for command in ("today", "start"):
        assert run(command, home=home, today=TODAY).code == 4, command
    assert run(home=home, today=TODAY).code == 4


def test_each_sign_that_the_answer_names_is_asked(home: Path) -> None:
    child = spawned(home)
    child.expect("exercise 1 of")
    child.press("h5")
    named = (
        "Chest pain together",
        "neck or arm",
        "between the legs",
        "pass water",
        "both legs",
        "a foot that has begun",
    )
    for part in named:
        child.expect(part)
        child.expect("y/n")
        child.sendline("y" if part == named[-1] else "n")
    child.expect_exact([child.delimiter])
    child.wait()
    assert child.exitstatus == 4
    assert not any(each.get("hurt") for each in diary_of(home, TODAY)), "that the exercise did it, nobody said"
    assert run("today", home=home, today=TODAY).code == 4


@pytest.mark.parametrize("answers", [["intr"], ["n", "n", "n", "n", ""]], ids=["broken off", "passed"])
def test_pain_further_down_the_leg_is_noted_before_anything_is_asked(home: Path, answers: list[str]) -> None:
    child = spawned(home)
    child.expect("exercise 1 of")
    child.press("h4")
    child.expect("y/n")
    for answer in answers:
        if answer == "intr":
            child.sendintr()
        else:
            child.sendline(answer)
    child.expect_exact([child.delimiter])
    (entry,) = [each for each in diary_of(home, TODAY) if each["kind"] == "session"]
    assert entry["leg"] == "buttock"


def test_pain_that_goes_much_further_down_the_leg_stops_at_once(home: Path) -> None:
    child = spawned(home)
    child.expect("exercise 1 of")
    child.press("h4")
    for answer in ("n", "n", "n", "n", "foot"):
        child.expect(r"\(y/n\)|How far down")
        child.sendline(answer)
    child.expect_exact([child.delimiter])
    child.wait()
    assert child.exitstatus == 4
    assert run("today", home=home, today=TODAY).code == 4


def test_line_by_line_for_a_screen_reader(home: Path) -> None:
    child = spawned(home, "--plain")
    child.expect("Enter when it is done")
    child.expect("exercise 1 of")
    child.sendline("")
    child.expect("exercise 2 of")
    assert "get help at once" not in child.before, "what cannot wait is said once, before the first"
    child.expect("Done")
    child.sendline("q")
    child.expect("Highest pain")
    child.sendline("dunno")
    child.expect("it is left out")
    child.expect("Effort")
    child.sendline("?")
    child.expect("Enter passes the question")
    child.sendline("")
    child.expect("Noted")
    child.expect_exact([child.delimiter])
    assert [each["done"] for each in diary_of(home, TODAY) if each["kind"] == "session"] == ["part"]


def test_what_is_forgotten_meanwhile_in_another_window_does_not_come_back(home: Path) -> None:
    child = spawned(home, "--plain")
    child.expect("exercise 1 of")
    assert run("forget", "--yes", home=home, today=TODAY).code == 0
    child.sendline("")
    child.expect("exercise 2 of")
    child.sendline("q")
    child.expect("taken away meanwhile, so nothing")
    child.expect_exact([child.delimiter])
    child.close()
    assert child.exitstatus == 5
    assert "is recorded" not in child.before
    assert not [*home.glob("*.*")]


@pytest.mark.parametrize("done", [1, 0])
def test_a_stop_that_another_window_notes_ends_it_before_the_next_exercise(home: Path, done: int) -> None:
    child = spawned(home, "--plain")
    child.expect("exercise 1 of")
    assert run("log", "--saddle", home=home, today=TODAY).code == 4
    child.sendline("" if done else "n")
    child.expect("Another window noted")
    child.expect("call your local")
    child.expect_exact([child.delimiter])
    child.close()
    assert child.exitstatus == 4
    assert [each["done"] for each in diary_of(home, TODAY) if each["kind"] == "session"] == ["part"] * done


def test_a_key_held_down_draws_no_more_than_25_pictures_a_second(tmp_path: Path) -> None:
    drawn: list[float] = []
    place = Workspace(date.fromisoformat(TODAY), tmp_path)
    screen = _Screen(place, {}, lambda _: "+", lambda _: drawn.append(time.monotonic()), bell=False)
    now = next(moments())
    while not drawn or time.monotonic() < drawn[0] + 0.2:
        now = screen.moment(now).guide
    assert 2 <= len(drawn) <= 6
    assert all(later - earlier >= 0.039 for earlier, later in pairwise(drawn))


def test_what_is_passed_over_at_once_is_not_done(home: Path) -> None:
    held = planned(home)
    child = spawned(home)
    child.expect("exercise 1 of")
    child.press("d")
    child.expect("exercise 2 of")
    child.press("n" * 200)
    child.expect("That was today's session")
    child.sendline("")
    child.sendline("")
    child.expect("only ")
    child.expect_exact([child.delimiter])
    (entry,) = [each for each in diary_of(home, TODAY) if each["kind"] == "session"]
    assert set(entry["not"]) == set(held[1:])


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("h", "3", "q", "7", "6"), ("pain", 7, "effort 6 of 10")),
        (("h", "3", "q", "", ""), ("pain", None, None)),
        (("n", "q", "7", ""), ("pain", 7, None)),
    ],
)
def test_what_was_felt_is_kept_where_nothing_was_done(
    keys: tuple[str, ...], told: tuple[str, int | None, str | None], home: Path
) -> None:
    child = sitting.terminal("start", "--pain", "3", "--plain", home=home, today=TODAY)
    for key in keys:
        child.sendline(key)
    code, said = sitting.ended(child)
    assert (code, "None" in said) == (0, False)
    last = diary_of(home, TODAY)[-1]
    assert (last["kind"], last["pain"], last["note"], last["done"]) == (*told, None)


def test_what_was_eased_is_said_not_to_be_done_in_full(home: Path) -> None:
    child = sitting.terminal("start", "--pain", "3", "--plain", home=home, today=TODAY)
    for key in ("h", "2", "d", "d", "q", "", ""):
        child.sendline(key)
    said = " ".join(sitting.ended(child)[1].split())
    assert ", less of it. It counts as not yet done in full" in said


def test_in_fewer_minutes_what_counts_most_is_done_and_the_rest_is_left_out(home: Path) -> None:
    held = planned(home)
    assert run("start", "tomorrow", home=home, today=TODAY).code == 2
    child = sitting.terminal("start", "6", "minutes", "--pain", "3", "--plain", home=home, today=TODAY)
    child.expect_exact("the week stays as it is")
    short = json.loads(run("today", "6", "--json", home=home, today=TODAY).out)
    done = [i["exercise"] for each in short["sessions"] for block in each["blocks"] for i in block["items"]]
    sitting.answer(child, *[("Done?", "")] * len(done), ("Highest pain", "3"), ("Effort", "easy"))
    assert sitting.ended(child)[0] == 0
    entry = diary_of(home, TODAY)[-1]
    assert (entry["done"], entry["peak"], entry["effort"]) == ("part", 3, 4)
    assert set(entry["not"]) == set(held) - set(done)
    assert set(entry["less"]) == set(short["short"]["less"]) & set(held)
    items = [i for each in short["sessions"] for block in each["blocks"] for i in block["items"]]
    walked = sum(i["dose"]["minutes"] or 0 for i in items if i["exercise"] in entry["less"])
    assert sum(entry["less"].values()) == walked > 0
    progress = json.loads(run("progress", "--json", home=home, today=TODAY).out)
    assert walked in [week["aerobic_minutes"]["done"] for week in progress["weeks"]]
    told = " ".join(run("diary", "--plain", home=home, today=TODAY).out.split())
    assert "session done, less of it" in told
    assert f"({walked} min)" in told
    assert planned(home) == held, "the week stays as it was"


@pytest.mark.parametrize(
    ("answer", "numbers"),
    [
        ("5 at worst, effort 4", (None, 5, 4)),
        ("worst 5, effort 4", (None, 5, 4)),
        ("3 before, 5 at worst, effort 4", (3, 5, 4)),
        ("3 5 4", (3, 5, 4)),
    ],
)
def test_what_is_answered_beside_the_highest_pain_is_not_asked_again(
    answer: str, numbers: tuple[int | None, int, int], home: Path
) -> None:
    planned(home)
    child = sitting.terminal("start", "--pain", "3", "--plain", home=home, today=TODAY)
    sitting.answer(child, ("Done?", ""), ("Done?", "q"), ("Highest pain", answer))
    code, shown = sitting.ended(child)
    assert (code, "Effort" in shown) == (0, False)
    entry = diary_of(home, TODAY)[-1]
    assert tuple(entry[name] for name in ("pain", "peak", "effort")) == numbers


@pytest.mark.parametrize(
    "answer", ["it hurts a lot", "ouch my hip", "a sharp pain in my back", "did it, my knee hurts a little"]
)
def test_what_hurts_may_be_said_in_words(answer: str, home: Path) -> None:
    planned(home)
    child = sitting.terminal("start", "--pain", "3", "--plain", home=home, today=TODAY)
    sitting.answer(
        child, ("Done?", answer), ("What is it like?", "3"), ("Done?", "q"), ("Highest pain", "5"), ("Effort", "4")
    )
    assert sitting.ended(child)[0] == 0
    assert "hurt" in str(diary_of(home, TODAY)[-1])


@pytest.mark.parametrize(
    ("answer", "number"),
    [
        ("my knee hurts, 7", 7), ("it hurts 6/10", 6), ("ouch, pain is seven", 7), ("pain 5 out of 10", 5),
        ("it hurts after 7 times", None), ("hurts, did 2 sets", None), ("it hurts a lot", None),
    ],
)  # fmt: skip
def test_how_much_it_hurts_is_kept_with_its_words(answer: str, number: int | None, home: Path) -> None:
    planned(home)
    child = sitting.terminal("start", "--pain", "3", "--plain", home=home, today=TODAY)
    sitting.answer(
        child, ("Done?", answer), ("What is it like?", "3"), ("Done?", "q"), ("Highest pain", ""), ("Effort", "")
    )
    assert sitting.ended(child)[0] == 0
    kept = [each["pain"] for each in diary_of(home, TODAY) if each["note"] == answer]
    assert kept == ([number] if number is not None else [])


@pytest.mark.parametrize("answer", ["yes done", "ok", "that was hard", "did it, no pain"])
def test_that_it_is_done_may_be_said_in_words(answer: str, home: Path) -> None:
    planned(home)
    child = sitting.terminal("start", "--pain", "3", "--plain", home=home, today=TODAY)
    sitting.answer(child, ("Done?", answer), ("Done?", "q"), ("Highest pain", "3"), ("Effort", "4"))
    assert sitting.ended(child)[0] == 0
    assert diary_of(home, TODAY)[-1]["done"] == "part"


def test_that_it_hurts_is_no_answer_to_what_it_is_like_until_one_is_given(home: Path) -> None:
    planned(home)
    child = sitting.terminal("start", "--pain", "3", "--plain", home=home, today=TODAY)
    sitting.answer(child, ("Done?", "h"), ("What is it like?", ""), ("careful answer", "it hurts"))
    sitting.answer(child, ("careful answer", "sharp"), ("Done?", "q"), ("Highest pain", "5"), ("Effort", "4"))
    assert sitting.ended(child)[0] == 0
    assert "hurt" in str(diary_of(home, TODAY)[-1])


def test_from_what_it_is_like_one_goes_on_as_before(home: Path) -> None:
    planned(home)
    child = sitting.terminal("start", "--pain", "3", "--plain", home=home, today=TODAY)
    sitting.answer(child, ("Done?", "h"), ("What is it like?", "back"), ("exercise 1 of", ""))
    child.expect_exact("exercise 2 of")
    sitting.broken_off(child)


def test_that_less_was_done_is_noted_as_that(home: Path) -> None:
    first = planned(home)[0]
    child = sitting.terminal("start", "--pain", "3", "--plain", home=home, today=TODAY)
    sitting.answer(child, ("Done?", "only half of it"), ("Done?", "q"), ("Highest pain", "3"), ("Effort", "moderate"))
    assert sitting.ended(child)[0] == 0
    assert first in diary_of(home, TODAY)[-1]["less"]


def test_of_numbers_of_several_parts_the_highest_is_taken_and_the_words_are_kept(home: Path) -> None:
    planned(home)
    child = sitting.terminal("start", "--pain", "3", "--plain", home=home, today=TODAY)
    sitting.answer(child, ("Done?", ""), ("Done?", "q"), ("Highest pain", "about 4 in my back, 3 in the knee"))
    sitting.answer(child, ("Effort", "tough but good"))
    sitting.ended(child)
    noted = diary_of(home, TODAY)
    assert [(each["peak"], each["effort"]) for each in noted if each["kind"] == "session"] == [(4, 8)]
    assert "about 4 in my back, 3 in the knee" in [each.get("note") for each in noted]
