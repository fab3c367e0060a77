"""`why`: short where the terminal is lower than all of it, and whole wherever that can be read."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.support.cli import run, started, week_of
from tests.support.sitting import ended, terminal


def test_why_is_no_longer_than_a_low_terminal_and_says_how_all_of_it_is_had(
    home: Path,
) -> None:
    started(home)
    code, said = ended(terminal("why", "bird", "dog", home=home, columns=60))
    assert code == 0
    assert len(said.splitlines()) < 24
    assert "above-level" in said
    assert "bird-dog --full" in said
    _, full = ended(terminal("why", "bird", "dog", "--full", home=home, columns=60))
    assert "doi 10." in full
    assert "--full" not in full


def test_in_a_pipe_why_is_whole(home: Path) -> None:
    started(home)
    said = run("why", "bird", "dog", home=home).out
    assert "doi 10." in said
    assert "--full" not in said


@pytest.mark.parametrize(
    "said", ["is there no bird dog", "no bird dog", "isn't there any bird dog in my week?", "do i have bird dog"]
)
def test_why_hears_a_whole_question(said: str, home: Path) -> None:
    started(home)
    assert run("why", *said.split(), home=home).out == run("why", "bird", "dog", home=home).out


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("birdogs", "bird-dog"), ("SL bridge", "single-leg-bridge"), ("sit 2 stand", "sit-to-stand"),
        ("hip hinge with a stick", "hip-hinge"),
    ],
)  # fmt: skip
def test_a_name_written_short_or_with_a_letter_less_is_found_by_why_search_and_prescribe_alike(
    name: str, key: str, home: Path
) -> None:
    assert f"({key})" in run("why", name, home=home).out.splitlines()[0]
    assert run("library", "search", name, home=home).out.startswith(f"{key}\t")
    assert run("prescribe", "add", name, home=home).code == 0


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Swiss ball squats", "near it, and gentle, is wall-sit or mini-squat"),
        ("fire hydrant", "near it, and gentle, is clamshell or side-lying-leg-raise"),
        ("half press-ups", "is the name of knee-push-up and of prone-on-elbows"),
    ],
)
def test_a_name_that_none_of_ours_has_or_two_share_is_told_with_what_is_near(name: str, told: str, home: Path) -> None:
    assert told in run("why", name, home=home).err


@pytest.mark.parametrize("command", [("why",), ("library", "hide"), ("prescribe", "add")])
@pytest.mark.parametrize("name", ["straight leg raise", "Xyzzy"])
def test_a_name_that_we_do_not_have_is_told_as_written_with_how_it_comes_in(
    command: tuple[str, ...], name: str, home: Path
) -> None:
    told = run(*command, name, home=home).err
    assert name in told
    assert "`backplan library add --name" in told


def test_what_an_exercise_is_done_with_is_no_dose(home: Path) -> None:
    done = run("prescribe", "add", "hip hinge with a broom", home=home)
    assert (done.code, "did you mean hip-hinge?" in done.err, "dose" in done.err) == (2, True, False)


@pytest.mark.parametrize(
    ("words", "day", "named"),
    [
        ("thursday", "2026-11-26", None), ("why is there no core on thursday", "2026-11-26", "core"),
        ("i have no strength tomorrow", "2026-11-24", "strength"), ("is sunday so short", "2026-11-29", None),
        ("no walk or core on fri", "2026-11-27", "core"), ("so much stretching on monday", "2026-11-23", "stretch"),
    ],
)  # fmt: skip
def test_a_day_is_told_with_what_it_holds_and_where_the_rest_stands(
    words: str, day: str, named: str | None, home: Path
) -> None:
    started(home)
    week = week_of(home)
    found = json.loads(run("why", *words.split(), "--json", home=home).out)
    assert found["date"] == day
    assert found["minutes"] == next(each["minutes"] for each in week["days"] if each["date"] == day)
    parts = {each["part"]: each for each in found["parts"]}
    if named:
        assert named in parts
        held = [each["date"] for each in week["days"] if _holds(each, named)]
        assert parts[named]["on"] == held
        assert parts[named]["held"] == (day in held)
    assert f"{date.fromisoformat(day):%A}" in run("why", *words.split(), home=home).out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("no strength", "strength"), ("is there no core this week", "core"), ("so little stretching", "stretch"),
        ("core", "core"), ("don't i have any water", "water"), ("my week", "strength"),
    ],
)  # fmt: skip
def test_a_part_of_the_week_is_told_with_its_days_or_why_it_is_short(words: str, named: str, home: Path) -> None:
    started(home)
    week = week_of(home)
    found = json.loads(run("why", *words.split(), "--json", home=home).out)
    part = next(each for each in found["parts"] if each["part"] == named)
    assert part["on"] == [each["date"] for each in week["days"] if _holds(each, named)]
    assert part["held"] == bool(part["on"])
    told = run("why", *words.split(), home=home).out
    assert all(f"{date.fromisoformat(day):%A}" in told for day in part["on"])


def test_a_word_that_is_a_part_and_an_exercise_is_the_exercise(home: Path) -> None:
    started(home)
    assert "schema" in (found := json.loads(run("why", "breaststroke", "--json", home=home).out))
    assert "parts" not in found


def _holds(day: dict[str, Any], part: str) -> bool:
    kinds = {block["kind"] for session in day["sessions"] for block in session["blocks"]}
    return bool(kinds & ({"stretch", "cool-down"} if part == "stretch" else {part}))


def test_a_day_that_nobody_offered_says_how_to_have_a_session_on_it(home: Path) -> None:
    started(home)
    free = next(each for each in week_of(home)["days"] if each["rest"])
    day = f"{date.fromisoformat(free['date']):%A}".lower()
    assert "a day of rest" in run("why", day, home=home).out
    assert run("why", "core on mon and tue", home=home).code == 2


@pytest.mark.parametrize("kind", ["running", "jumping"])
def test_of_a_kind_that_waits_it_is_told_why_and_what_to_do_instead(kind: str, home: Path) -> None:
    started(home)
    done = run("why", kind, home=home)
    assert done.code == 0, done
    assert f"of the kind {kind} is given while the back heals" in done.out
    assert "rule high-impact" in done.out
    assert "Instead: " in done.out
    assert run("why", kind, "--json", home=home).json["exercise"]


def test_a_stretch_that_is_not_in_the_week_is_told_that_stretches_take_turns(home: Path) -> None:
    started(home)
    week_of(home)
    said = run("why", "seated upper-back hug", home=home).out
    assert "stretches take turns" in said
    assert "another exercise comes before it" not in said


@pytest.mark.parametrize(
    "asked", ["tuesday's core", "tuesdays core", "tuesday’s core", "why is tuesday's core so short"]
)
def test_a_day_may_own_what_is_asked_about(asked: str, home: Path) -> None:
    started(home)
    week_of(home)
    done = run("why", *asked.split(), home=home)
    assert done.code == 0, done
    assert done.out == run("why", "core", "on", "tuesday", home=home).out


@pytest.mark.parametrize("between", ["and not", "rather than", "instead of"])
def test_of_one_exercise_rather_than_another_both_are_told(between: str, home: Path) -> None:
    started(home)
    said = run("why", "bent knee fall out", *between.split(), "heel slides", home=home).out
    assert said == run("why", "bent knee fall out", home=home).out + run("why", "heel slide", home=home).out


@pytest.mark.parametrize(("conditions", "named"), [([], True), (["osteoporosis"], False)])
def test_what_does_the_same_job_softly_is_named_unless_it_is_barred_itself(
    conditions: list[str], named: bool, home: Path
) -> None:
    started(home, conditions=conditions)
    assert ("Instead: Modified curl-up" in run("why", "situps", home=home).out) is named
