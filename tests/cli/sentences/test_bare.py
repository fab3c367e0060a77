"""A bare sentence of the body is never an activity: its number is kept, and its leg is asked about."""

from pathlib import Path

import pytest

from tests.support.cli import answers, diary_of, run, started, stopped_by
from tests.support.sitting import answer, ended, terminal

OF_THE_LEG = [
    ("sharp pain in left calf, swollen", None, "calf"),
    ("pain in right leg to the calf, 5", 5, "calf"),
    ("leg pain calf 4", 4, "calf"),
    ("my leg hurts down to the foot 6", 6, "foot"),
    ("pain is running down my leg to the calf", None, "calf"),
    ("the pain has moved down into my foot", None, "foot"),
    ("pain 4 going down to my calf", 4, "calf"),
    ("pain shooting down my left leg below the knee", None, "calf"),
]
OF_THE_BODY = [
    ("my bum has gone numb since this morning", None),
    ("i cant feel my bum", None),
    ("no feeling when i wipe", None),
    ("numbness down below since this morning", None),
    ("back went after lifting shopping", None),
    ("back locked up, can hardly move", None),
]


@pytest.mark.parametrize(("said", "pain", "leg"), OF_THE_LEG)
def test_words_on_the_leg_keep_their_number_and_name_how_to_say_how_far(
    said: str, pain: int | None, leg: str, home: Path
) -> None:
    started(home)
    done = run("log", *said.split(), home=home)
    assert (done.code, f"--leg {leg}`" in done.out, stopped_by(home)) == (0, True, None)
    last = diary_of(home)[-1]
    assert (last["kind"], last["pain"], last["note"], last["leg"]) == ("pain", pain, said, None)
    assert "With a number" not in done.out


@pytest.mark.parametrize(("said", "pain"), OF_THE_BODY)
def test_words_of_the_body_are_kept_and_no_minutes_are_asked_for(said: str, pain: int | None, home: Path) -> None:
    started(home)
    done = run("log", *said.split(), home=home)
    assert (done.code, "--function" in done.out, "--leg" in done.out) == (0, False, False)
    assert [(each["kind"], each["pain"], each["note"]) for each in diary_of(home)][-1] == ("pain", pain, said)


@pytest.mark.parametrize("said", ["no leg pain today", "leg press", "calf raises", "back stretch", "pain left my foot"])
def test_no_leg_is_offered_where_none_is_told_of(said: str, home: Path) -> None:
    started(home)
    done = run("log", *said.split(), home=home)
    assert "--leg" not in done.out + done.err


def test_a_sign_with_minutes_is_a_sign(home: Path) -> None:
    started(home)
    done = run("log", "numb between my legs for 20 minutes", home=home)
    assert ("--saddle" in done.out, "It counts" in done.out) == (True, False)


def test_a_leg_on_record_is_not_offered_again(home: Path) -> None:
    started(home, pain={**answers()["pain"], "leg": "foot"})
    assert "--leg" not in run("log", "leg", "pain", "calf", "4", home=home).out


def test_a_terminal_asks_how_far_and_then_for_the_signs(home: Path) -> None:
    started(home)
    child = terminal("log", "leg", "pain", "calf", "4", home=home)
    answer(child, ("How far down the leg", "calf"), *[("(y/n)", "n")] * 4)
    assert ended(child)[0] == 4
    assert ("calf", 4) in [(entry["leg"], entry["pain"]) for entry in diary_of(home)]


NUMBERS = [
    ("did part of it, wall push-up hurt, pain 4 peak 5", {"done": "part", "pain": 4, "peak": 5}),
    ("fell over, landed on my back, pain 7", {"kind": "pain", "pain": 7}),
    ("all done, 3 before, 4 after", {"done": "all", "pain": 3, "peak": 4}),
    ("done 3 before 2 after", {"done": "all", "pain": 3, "peak": None}),
    ("did it all, pain went from 3 to 2", {"done": "all", "pain": 3, "peak": None}),
    ("all done, back went from 2 to 5", {"done": "all", "pain": 2, "peak": 5}),
    ("did it, pain was 3 and went up to 5", {"done": "all", "pain": 3, "peak": 5}),
    ("pian 3", {"kind": "pain", "pain": 3}),
    ("morning 2, bit stiff", {"kind": "morning", "pain": 2, "note": "morning 2, bit stiff"}),
    ("morning 4 stiff as a board", {"kind": "morning", "pain": 4}),
]


@pytest.mark.parametrize(("said", "told"), NUMBERS)
def test_a_number_of_pain_within_a_sentence_is_kept(said: str, told: dict[str, object], home: Path) -> None:
    started(home)
    before = len(diary_of(home))
    assert run("log", *said.split(), home=home).code == 0
    (entry,) = diary_of(home)[before:]
    assert {name: entry[name] for name in told} == told


def test_the_morning_of_another_day_is_noted_of_that_day(home: Path) -> None:
    started(home)
    assert run("log", "friday", "morning", "2", home=home).code == 0
    assert ("2026-11-20", "morning", 2) in [(each["date"], each["kind"], each["pain"]) for each in diary_of(home)]


@pytest.mark.parametrize("said", ["peak 7", "wed peak 7", "yesterday was worse than i thought, peak was 7"])
def test_a_highest_pain_alone_notes_no_whole_session(said: str, home: Path) -> None:
    started(home)
    done = run("log", *said.split(), home=home)
    assert (done.code, "all done, peak 7" in done.err, "pain 7" in done.err) == (2, True, True)
    assert len(diary_of(home)) == 1


def test_a_highest_pain_is_more_of_a_session_that_is_noted(home: Path) -> None:
    started(home)
    run("log", "all", "done", "--on", "yesterday", home=home)
    assert run("log", *"yesterday was worse than i thought, peak was 6".split(), home=home).code == 0  # noqa: SIM905
    assert [each["peak"] for each in diary_of(home) if each["kind"] == "session"] == [6]


@pytest.mark.parametrize(
    ("said", "day", "pain"),
    [
        ("had a flare yesterday, pain 6", "2026-11-22", 6),
        ("had a flare yesterday", "2026-11-22", None),
        ("flare started last night", "2026-11-22", None),
        ("woke up with a flare, 7", "2026-11-23", 7),
        ("flair up today 6", "2026-11-23", 6),
        ("bad flare up since this morning", "2026-11-23", None),
        ("my back flared up, 7", "2026-11-23", 7),
    ],
)
def test_a_flare_in_words_is_a_flare_on_its_day(said: str, day: str, pain: int | None, home: Path) -> None:
    started(home)
    assert run("log", *said.split(), home=home).code == 0
    flares = [each for each in diary_of(home) if each["kind"] == "flare"]
    assert [each["date"] for each in flares] == [day]
    assert pain is None or pain in [each["pain"] for each in diary_of(home) if each["date"] == day]


@pytest.mark.parametrize("said", ["no flare", "the flare is over", "flared trousers shopping 20 minutes"])
def test_what_is_no_flare_is_noted_as_none(said: str, home: Path) -> None:
    started(home)
    run("log", *said.split(), home=home)
    assert "flare" not in [each["kind"] for each in diary_of(home)]


PARTS = [
    ("only the walk, 10 minutes", {"why": "only the walk, 10 minutes", "not": ["single-knee-to-chest"]}),
    ("done, 15 minutes only, no time", {"why": "done, 15 minutes only; no time"}),
    ("did 2/3 of it, pain 3", {"pain": 3}),
    ("did about 70% of it", {}),
]


@pytest.mark.parametrize(("said", "told"), PARTS)
def test_a_part_of_a_session_is_a_part(said: str, told: dict[str, object], home: Path) -> None:
    started(home)
    assert run("log", *said.split(), home=home).code == 0
    last = diary_of(home)[-1]
    assert (last["kind"], last["done"], {name: last[name] for name in told}) == ("session", "part", told)


@pytest.mark.parametrize(
    ("said", "hard"),
    [
        ("mowed lawn 30 mins", False),
        ("cut the grass 40 minutes", False),
        ("swept the yard 15 min", False),
        ("jogged on the lawn 20 minutes", True),
        ("mowed the lawn and ran around 20 minutes", True),
    ],
)
def test_work_on_a_lawn_or_a_yard_lands_on_nothing(said: str, hard: bool, home: Path) -> None:
    started(home)
    done = run("log", *said.split(), home=home)
    assert (done.code, "It counts." in done.out, bool(diary_of(home)[-1]["lands_hard"])) == (0, not hard, hard)


def test_enter_takes_how_far_down_the_leg_the_words_say(home: Path) -> None:
    started(home)
    child = terminal("log", "pain shot down to my foot", home=home)
    answer(child, ("How far down the leg", ""), *[("(y/n)", "n")] * 4)
    ended(child)
    assert "foot" in [entry["leg"] for entry in diary_of(home)]
