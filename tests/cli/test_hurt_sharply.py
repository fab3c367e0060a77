"""What hurt sharply comes down a step by itself, and says so; what hurt a bit moves nothing."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from backplan.actions.hurt import hurt_sharply
from backplan.actions.workspace import Workspace
from backplan.model.diary import LogEntry
from backplan.render.log import LESS
from tests.support.cli import TODAY, diary_of, exercises_of, run, started, week_of

TUESDAY, LATER = "2026-11-24", "2026-11-25"


KEY, NAME = "bird-dog-leg", "bird dog leg reach"


def dose(week: Any, exercise: str) -> list[Any]:
    """The repetitions of an exercise on the days ahead of a week that hold it."""
    blocks = (
        block for day in week["days"] if day["date"] >= LATER for each in day["sessions"] for block in each["blocks"]
    )
    return [item["dose"]["reps"] for block in blocks for item in block["items"] if item["exercise"] == exercise]


@pytest.mark.parametrize(
    "words", ["did it all but {} hurt sharply", "{} hurt so I stopped", "did it all but the {} because it hurt"]
)
def test_what_hurt_sharply_comes_back_a_step_easier_and_says_so(words: str, home: Path) -> None:
    started(home)
    before = dose(week_of(home, today=TUESDAY), KEY)
    told = run("log", *words.format(NAME).split(), home=home, today=TUESDAY)
    assert "the days ahead hold it a step easier" in told.out
    week = week_of(home, today=LATER)
    after = dose(week, KEY)
    assert before
    assert len(after) == len(before)
    assert all(now < then for now, then in zip(after, before, strict=True))
    assert any("you said that it hurt" in each and "verdict-hurt" in each for each in week["changes"])
    assert "you said that it hurt on 24 November (rule verdict-hurt)" in run("why", KEY, home=home, today=LATER).out


def test_a_bit_moves_nothing_and_a_note_put_right_takes_the_step_back(home: Path) -> None:
    started(home)
    before = week_of(home, today=TUESDAY)
    run("log", "did it all, but", NAME, "hurt a bit", home=home, today=TUESDAY)
    assert week_of(home, today=LATER)["changes"] == []
    number = str(diary_of(home)[-1]["id"])
    run("diary", "edit", number, "--note", f"{NAME} hurt sharply", home=home, today=TUESDAY)
    assert diary_of(home)[-1]["hurt"] == [KEY]
    assert dose(week_of(home, today=LATER), KEY) != dose(before, KEY)
    run("diary", "edit", number, "--note", "fine", home=home, today=TUESDAY)
    assert diary_of(home)[-1]["hurt"] == []
    assert dose(week_of(home, today=LATER), KEY) == dose(before, KEY)


@pytest.mark.parametrize(("words", "less"), [("hurt sharply", True), ("was fine", False)])
def test_a_week_that_nobody_opened_says_that_it_asks_less(words: str, less: bool, home: Path) -> None:
    started(home)
    week_of(home, today=TUESDAY)
    run("log", "did it all,", NAME, words, home=home, today=TUESDAY)
    told = [run("log", "all done", home=home, today=day).out for day in ("2026-11-30", "2026-12-01")]
    assert [LESS in each for each in told] == [less, False]


def held(week: Any, kind: str, since: str) -> list[Any]:
    """The exercises of a kind of block on the days of a week from one on, each with its dose."""
    blocks = [b for day in week["days"] if day["date"] >= since for each in day["sessions"] for b in each["blocks"]]
    return [(item["exercise"], item["dose"]) for block in blocks if block["kind"] == kind for item in block["items"]]


@pytest.mark.parametrize("words", ["walk hurt sharply", "walked 20 minutes, hurt a lot", "the walk hurt so I stopped"])
def test_a_walk_that_hurt_is_shorter_and_easy_this_week_and_the_next(words: str, home: Path) -> None:
    started(home)
    before = held(week_of(home, today=TUESDAY), "aerobic", LATER)
    told = run("log", *words.split(), home=home, today=TUESDAY)
    assert "the days ahead hold less of it, and easy" in told.out
    week = week_of(home, today=LATER)
    longest = max(dose["minutes"] for _, dose in before)
    assert all(dose["minutes"] <= max(5, longest * 4 // 5) for _, dose in held(week, "aerobic", LATER))
    assert any("Walks are a fifth shorter" in each and "verdict-hurt" in each for each in week["changes"])
    assert not any("pool" in each for each in week["changes"])
    for day in ("2026-11-24", "2026-11-26", "2026-11-28"):
        run("log", "done, pain 2, worst 2", "--on", day, "--again", home=home, today="2026-11-29")
    after = held(week_of(home, today="2026-11-30"), "aerobic", "2026-11-30")
    assert all(dose["minutes"] <= max(5, longest * 4 // 5) for _, dose in after)


def test_a_walk_that_hurt_eases_the_pool_too_and_says_how_far(home: Path) -> None:
    time = {"days": ["mon", "tue", "thu", "sat"], "minutes": 45, "pool_days": ["tue", "sat"]}
    started(home, equipment=["band", "pool"], time=time)
    week_of(home)
    run("log", "did it all but the walk hurt sharply", home=home)
    told = week_of(home, today=TUESDAY)["changes"]
    assert any("and easy; so is the pool (no shorter than 20): move at an easy pace there" in each for each in told)


def test_a_stretch_that_hurt_rests_for_a_week_and_says_so(home: Path) -> None:
    started(home)
    week = week_of(home, today=TUESDAY)
    key, _ = next(iter(held(week, "cool-down", LATER)))
    told = run("log", f"{key.replace('-', ' ')} hurt sharply", home=home, today=TUESDAY)
    assert "it is left out for a week" in told.out
    week = week_of(home, today=LATER)
    assert key not in [each for each, _ in held(week, "cool-down", LATER)]
    assert any("it rests for a week (rule hurt-lately)" in each for each in week["changes"])
    assert "rule hurt-lately" in run("why", key, home=home, today=LATER).out


@pytest.mark.parametrize(
    "words", ["everything hurt, I stopped", "had to stop because it hurt", "did it all but everything hurt badly"]
)
def test_where_everything_hurt_the_session_was_too_much(words: str, home: Path) -> None:
    started(home)
    told = run("log", *words.split(), home=home, today=TUESDAY)
    assert "That hurt more than it should." in told.out
    assert diary_of(home)[-1]["hurt"] == ["everything"]
    week = week_of(home, today=LATER)
    assert "A session of this week was too much" in week["changes"][0]
    assert any("down from" in each and "verdict-hurt" in each for each in week["changes"])


@pytest.mark.parametrize("words", ["did half, too sore to go on", "did it all, nothing hurt", "everything hurt a bit"])
def test_what_is_only_sore_or_hurt_a_bit_is_no_session_too_much(words: str, home: Path) -> None:
    started(home)
    run("log", *words.split(), home=home, today=TUESDAY)
    assert diary_of(home)[-1]["hurt"] == []


@pytest.mark.parametrize(
    ("words", "sharp"),
    [
        ("the clamshell hurt sharply", True),
        ("sharp pain in clamshell, stopped", True),
        ("clamshell hurt, had to stop", True),
        ("stopped the clamshell because of pain", True),
        ("couldn't finish the clamshell, it hurt", True),
        ("bird dog was fine but clamshell hurt badly", True),
        ("clamshell gave me a stabbing pain", True),
        ("clamshell hurt a bit", False),
        ("no sharp pain in clamshell", False),
        ("pain in clamshell stopped", False),
        ("clamshell stopped hurting", False),
        ("did clamshell, stopped at lunch", False),
        ("my back hurt sharply", False),
    ],
)
def test_what_counts_as_sharp(words: str, sharp: bool, tmp_path: Path) -> None:
    place = Workspace(date.fromisoformat(TODAY), tmp_path)
    found = hurt_sharply(place, LogEntry(place.today, "session", "all", note=words))
    assert found == (("clamshell",) if sharp else ())


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("everything hurt", True),
        ("it hurt", True),
        ("the last exercise hurt a lot", True),
        ("hurt after the first one, stopped the second", True),
        ("felt a pop and sharp pain when I stood up", True),
        ("did it all, stabbing pain", True),
        ("did it all, one of them hurt", True),
        ("did it all but it hurt a bit", False),
        ("did it all, it never hurt", False),
        ("did it all, sore", False),
        ("my back hurt", False),
        ("morning 4, it hurt", False),
        ("did not do it, it hurt", False),
        (f"{NAME} hurt sharply", False),
    ],
)
def test_where_nobody_can_tell_which_exercise_hurt_it_is_asked(words: str, asked: bool, home: Path) -> None:
    started(home)
    told = run("log", words, home=home, today=TUESDAY).out
    assert ("If an exercise hurt, say which" in told) == asked
    assert ("hurt sharply`." in told) == asked
    assert not asked or diary_of(home)[-1]["hurt"] == []


def test_the_example_of_the_question_is_heard_and_raises_no_alarm(home: Path) -> None:
    started(home)
    told = run("log", "it hurt", home=home, today=TUESDAY).out
    words = told.split("`backplan log ")[-1].split("`")[0]
    said = run("log", *words.split(), home=home, today=TUESDAY).out
    assert diary_of(home)[-1]["hurt"]
    assert "If that is so" not in said
    assert "sign to look at" not in said


def test_an_activity_that_hurt_and_is_not_in_the_plan_is_to_be_left_out(home: Path) -> None:
    started(home)
    note = "sharp pain in the back while swimming"
    told = run("log", "swimming", "--minutes", "20", "--note", note, home=home, today=TUESDAY).out
    assert "Leave out what hurt for now" in told


def test_a_twinge_is_pain(home: Path) -> None:
    started(home)
    week_of(home, today=TUESDAY)
    assert "Bird dog leg reach hurt" in run("log", f"{NAME} twinge", home=home, today=TUESDAY).out


@pytest.mark.parametrize(
    ("words", "hurt"),
    [
        ("did it all but the stretch hurt badly", ["single-knee-to-chest"]),  # the one of the day
        ("did it all, sharp pain during the walk", ["easy-walk"]),  # and no walk of another day
        ("did it all but the bridge hurt badly", []),  # another day's
        ("did it all but the wall side bridge hurt badly", ["side-bridge-wall"]),  # by its whole name
    ],
)
def test_a_general_word_means_what_the_session_of_the_day_held(words: str, hurt: list[str], home: Path) -> None:
    started(home)
    monday = week_of(home)["days"][0]
    assert exercises_of(monday) == ["easy-walk", "single-knee-to-chest"]
    run("log", words, home=home)
    assert diary_of(home)[-1]["hurt"] == hurt


def test_a_stretch_that_was_sore_blames_none_of_another_day(home: Path) -> None:
    started(home)
    week_of(home)
    assert " hurt:" not in run("log", "did it all but the stretch was sore, fine afterwards", home=home).out


SATURDAY = "2026-11-28"


@pytest.mark.parametrize(
    ("words", "less"),
    [
        ("did it all but clamshell hurt sharply", "next time it is a step easier"),
        ("walk hurt sharply", "next time there is less of it, and it is easy"),
    ],
)
def test_what_no_day_left_of_the_week_holds_is_not_told_of_the_days_ahead(words: str, less: str, home: Path) -> None:
    started(home)
    week_of(home, today=SATURDAY)  # the last session of its week
    told = run("log", *words.split(), home=home, today=SATURDAY).out
    assert f"no other day of this week holds it, and {less}" in told
    assert "the days ahead hold" not in told
