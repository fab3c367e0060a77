"""Words that nobody knows are kept as a note, and asked about; they are never met by how long it took."""

from pathlib import Path

import pytest

from backplan.planner.diary.despair_words import ASKED, DESPAIR, HELP
from backplan.render.emergency import LINE
from backplan.render.log import EMERGENCY, UNLISTED
from tests.support.cli import diary_of, run, started, stopped_by, week_of
from tests.support.sitting import answer, ended, terminal


def _week(home: Path, today: str = "2026-11-23") -> str:
    return " ".join(run("week", home=home, today=today).out.split())


@pytest.mark.parametrize("words", ["went all peculiar", "coughing up blood", "birthday party", "i want to die"])
def test_what_is_no_known_activity_is_kept_as_a_note_and_no_minutes_are_asked_for(words: str, home: Path) -> None:
    started(home)
    done = run("log", *words.split(), home=home)
    assert (done.code in (0, 4), "how long" in done.out + done.err) == (True, False)
    assert [(entry["kind"], entry["note"]) for entry in diary_of(home)][-1] == ("pain", words)


def test_what_nobody_knows_brings_the_line_and_no_question_stands_where_it_speaks_of_no_body(home: Path) -> None:
    started(home)
    done = run("log", "birthday party", home=home)
    assert (LINE in done.out, "with its minutes" in done.out, UNLISTED in done.out) == (True, True, False)
    assert "you wrote" not in _week(home)


@pytest.mark.parametrize("words", ["gardening", "walked the dog", "swimming", "yoga"])
def test_a_known_activity_is_asked_how_long_as_ever(words: str, home: Path) -> None:
    started(home)
    done = run("log", *words.split(), home=home)
    assert (done.code, "how long?" in done.err) == (2, True)


@pytest.mark.parametrize(
    "words", ["did the bridge", "did dead bugs", "i did the bird dog today", "did the one leg stand"]
)
def test_an_exercise_that_was_done_is_asked_how_often_or_how_long(words: str, home: Path) -> None:
    started(home)
    done = run("log", *words.split(), home=home)
    assert (done.code, "how often, or how long?" in done.err, " 1x10`" in done.err) == (2, True, True)


@pytest.mark.parametrize("words", ["did pilates", "did child's pose", "did hamstring stretches", "did knee to chest"])
def test_what_is_told_in_minutes_is_asked_how_long_behind_did_too(words: str, home: Path) -> None:
    started(home)
    done = run("log", *words.split(), home=home)
    assert (done.code, "how long? `backplan log" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "exercise", "times"),
    [
        ("did the bridge with only 5 reps", "glute-bridge", 5), ("clams 10 times", "clamshell", 10),
        ("bridge x 12", "glute-bridge", 12), ("10 reps of the bridge", "glute-bridge", 10),
        ("did clams 10 each side", "clamshell", 10), ("did heel slides 8 on each leg", "heel-slide", 8),
    ],
)  # fmt: skip
def test_how_often_an_exercise_was_done_is_a_set_of_it(words: str, exercise: str, times: int, home: Path) -> None:
    started(home)
    run("log", *words.split(), home=home)
    kept = diary_of(home)[-1]
    assert (kept["kind"], kept["exercise"], kept["pain"]) == ("activity", exercise, None)
    assert f"1 × {times}," in kept["note"]


def test_a_number_beside_an_exercise_of_repetitions_is_no_minutes_however_large(home: Path) -> None:
    started(home)
    done = run("log", "did", "sit", "ups", "20", home=home)
    assert (done.code, "1x20" in done.err, "hurt" in done.err) == (2, True, False)


@pytest.mark.parametrize(
    ("words", "done", "note"),
    [
        ("all done but the walk was wet", "all", "the walk was wet"),
        ("all done but my shoes got wet", "all", "my shoes got wet"),
        ("all done but the walk was too long", "part", None), ("all done but the walk was cut short", "part", None),
        ("took me 40 minutes", "all", "40 minutes"), ("no session today too tired", "no", None),
    ],
)  # fmt: skip
def test_how_a_session_was_is_told_from_what_was_left_out(words: str, done: str, note: str | None, home: Path) -> None:
    started(home)
    run("log", *words.split(), home=home, today="2026-11-23")
    kept = diary_of(home)[-1]
    assert (kept["kind"], kept["done"]) == ("session", done)
    assert note is None or note in kept["note"]


def test_a_day_in_the_middle_is_found_before_how_tired_one_was(home: Path) -> None:
    started(home)
    run("log", "no session yesterday too tired", home=home, today="2026-11-24")
    kept = diary_of(home, "2026-11-24")[-1]
    assert (kept["kind"], kept["done"], kept["date"]) == ("session", "no", "2026-11-23")


def test_nothing_but_a_part_is_that_part_and_no_session_let_go(home: Path) -> None:
    started(home)
    run("log", "did nothing but the walk", home=home, today="2026-11-24")
    assert diary_of(home, "2026-11-24")[-1]["done"] != "no"


@pytest.mark.parametrize("words", ["i was curling for 30 min", "we were out curling for 30 min"])
def test_what_one_was_doing_is_called_by_its_name(words: str, home: Path) -> None:
    started(home)
    run("log", *words.split(), home=home)
    assert (diary_of(home)[-1]["exercise"], diary_of(home)[-1]["minutes"]) == ("curling", 30)


@pytest.mark.parametrize("words", ["at worst 5", "at its worst 5", "worst today was 5", "it was 5 at worst"])
def test_a_number_at_its_worst_is_the_highest_pain_however_it_is_told(words: str, home: Path) -> None:
    started(home)
    run("log", f"all done, {words}", home=home)
    assert diary_of(home)[-1]["peak"] == 5
    assert "peak 5" in run("log", words, home=home, today="2026-11-24").err


def test_of_no_day_nobody_is_asked_which_day_it_was(home: Path) -> None:
    started(home)
    refused = run("log", "good session 3 out of 10", home=home)
    assert (refused.code, "what each number is of" in refused.err, "tuesday" in refused.err) == (2, True, False)


def test_what_may_be_new_in_the_body_stands_as_a_question_until_the_signs_are_answered(home: Path) -> None:
    started(home)
    assert UNLISTED in run("log", "my knee feels like glass", home=home).out
    assert "you wrote “my knee feels like glass”" in _week(home)
    assert stopped_by(home) is None, "a question bars nothing"
    run("init", "--red-flags", "none", home=home)
    assert "you wrote" not in _week(home)


@pytest.mark.parametrize(
    "door",
    [
        ("log", "coughing up blood"),
        ("log", "session done, coughing up blood"),
        ("log", "swam 20 minutes, coughing up blood after"),
        ("log", "--done", "all", "--note", "coughing up blood"),
        ("log", "--done", "no", "--why", "coughing up blood"),
    ],
)
def test_all_doors_hear_the_same(door: tuple[str, ...], home: Path) -> None:
    started(home)
    done = run(*door, home=home)
    assert (done.code, EMERGENCY in done.out) == (0, True)
    assert "call your local emergency number now" in _week(home)


def test_a_number_beside_it_is_kept(home: Path) -> None:
    started(home)
    done = run("log", "pain 3, waters broke", home=home)
    assert (done.code, diary_of(home)[-1]["pain"]) == (0, 3)
    assert "midwife" in done.out
    assert run("log", "pain 4, went all peculiar", home=home).code == 0
    assert (diary_of(home)[-1]["pain"], diary_of(home)[-1]["note"]) == (4, "pain 4, went all peculiar")


def test_the_number_of_a_helpline_is_no_minutes(home: Path) -> None:
    started(home)
    done = run("log", "111 told me to go in", home=home)
    assert (done.code, "--only changed" in done.out) == (0, True)
    assert (diary_of(home)[-1]["minutes"], diary_of(home)[-1]["note"]) == (None, "111 told me to go in")


def test_thoughts_of_dying_are_answered_at_once_and_nothing_is_asked_on_that_day(home: Path) -> None:
    started(home)
    week_of(home)
    done = run("log", "i want to die", home=home)
    assert (done.code, HELP in done.err, "how long" in done.err) == (4, True, False)
    assert done.out.count("emergency number") + done.err.count(HELP) == 1, "it is said once"
    assert (run("today", home=home).code, stopped_by(home)) == (4, DESPAIR)
    assert stopped_by(home, today="2026-11-24") is None


def test_words_of_no_hope_are_asked_about_kindly_and_stop_nothing(home: Path) -> None:
    started(home)
    week_of(home)
    done = run("log", "feeling low, can't see the point of this", home=home)
    assert (done.code, ASKED in done.out, UNLISTED in done.out) == (0, True, False)
    beside = run("log", "did it all but feeling hopeless", home=home)
    assert ASKED in beside.out
    assert [(each["kind"], each["done"]) for each in diary_of(home)[-1:]] == [("session", "all")]
    assert (run("today", home=home).code, stopped_by(home)) == (0, None)
    refused = run("log", "--pain", "12", "--note", "no point any more", home=home)
    assert ASKED in refused.out + refused.err


def test_words_of_no_hope_hide_nothing_of_the_body_beside_them(home: Path) -> None:
    started(home)
    done = run("log", "feeling hopeless, and my arm will not do as it is told", home=home)
    assert ASKED in done.out
    assert UNLISTED in done.out


def test_thoughts_of_dying_beside_a_session_are_answered_too(home: Path) -> None:
    started(home)
    done = run("log", "--done", "all", "--note", "thinking of ending it all", home=home)
    assert (done.code, HELP in done.err) == (4, True)
    assert diary_of(home)[-1]["kind"] == "session"
    yesterday = run("log", "i wanted to die", "--on", "yesterday", home=home)
    assert HELP in yesterday.out + yesterday.err


def test_a_terminal_asks_whether_it_was_done_or_felt_and_shows_the_signs(home: Path) -> None:
    started(home)
    child = terminal("log", "--plain", "went", "all", "zigzag", home=home)
    answer(child, ("something you did, or how you feel", "feel"), *[("Numbers, or type none", "none")] * 2)
    code, told = ended(child)
    assert (code, "none of it is new" in told) == (0, True)
    assert ("pain", "went all zigzag") in [(entry["kind"], entry["note"]) for entry in diary_of(home)]
    assert stopped_by(home) is None


def test_a_terminal_asks_the_minutes_of_what_was_done(home: Path) -> None:
    started(home)
    child = terminal("log", "--plain", "quidditch", home=home)
    answer(child, ("something you did, or how you feel", "did"), ("How many minutes", "20"))
    assert ended(child)[0] == 0
    assert (diary_of(home)[-1]["exercise"], diary_of(home)[-1]["minutes"]) == ("quidditch", 20)


def test_a_sign_that_fits_stops_as_ever(home: Path) -> None:
    started(home)
    child = terminal("log", "--plain", "my", "knee", "feels", "like", "glass", home=home)
    losing_weight = ("Numbers, or type none", "14")
    answer(child, losing_weight, ("Numbers, or type none", "none"), ("Enter if that is right", ""))
    assert ended(child)[0] == 4
    assert stopped_by(home) == "urgent-flags"


def test_words_of_an_emergency_that_no_question_is_about_are_not_answered_by_another_sign(home: Path) -> None:
    started(home)
    run("log", "coughing up blood", home=home)
    child = terminal("log", "--plain", "fever", "since", "this", "morning", home=home)
    answer(child, ("(y/n)", "n"), *[("Numbers, or type none", "none")] * 2)
    code, shown = ended(child)
    assert (code, shown.count("none of it is new")) == (0, 1)
    assert stopped_by(home) is None
