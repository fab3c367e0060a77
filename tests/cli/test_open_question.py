"""A question that somebody's own words raised stands until it is answered: no undo, edit or backup takes it away."""

from pathlib import Path

import pytest

from tests.support import shared
from tests.support.cli import diary_of, run, started, week_of

TODAY = "2026-11-30"
NUMB = "my left foot is numb since this morning"
WORDS = {
    "a sign": ("log", "--note", NUMB),
    "an emergency": ("log", "--note", "I cannot feel when I need to pee"),
    "a change of health": ("log", "--note", "I had an operation on my back last week"),
    "why a session was let go": ("log", "--done", "no", "--why", NUMB),
}


@pytest.fixture(params=WORDS)
def asked(request: pytest.FixtureRequest, home: Path) -> Path:
    """Somebody who wrote words that raise a question, for which today waits."""
    shared.copied(f"asked {request.param}", lambda around: _ask(WORDS[request.param], around / home.name), home.parent)
    return home


def _ask(words: tuple[str, ...], home: Path) -> None:
    started(home, today=TODAY)
    run("backup", "--out", str(home.parent / "before.db"), home=home, today=TODAY)
    run("export", "data", "--out", str(home.parent / "before.json"), home=home, today=TODAY)
    run(*words, home=home, today=TODAY)
    assert waits(home)


def waits(home: Path) -> bool:
    return run("today", home=home, today=TODAY).code == 4


@pytest.mark.parametrize(
    "args",
    [("undo",), ("undo", "2"), ("edit", "2", "--note", "fine", "--why", "fine")],
    ids=" ".join,
)
def test_it_is_not_taken_back_unless_it_was_never_so(args: tuple[str, ...], asked: Path) -> None:
    if "--why" in args and '"why"' not in run("diary", "--json", home=asked, today=TODAY).out:
        args = args[:4]
    done = run("diary", *args, home=asked, today=TODAY)
    assert done.code == 2
    assert "is not answered" in done.err
    assert "--never-so" in done.err
    assert waits(asked)
    assert run("diary", *args, "--never-so", home=asked, today=TODAY).code == 0
    assert not waits(asked)


@pytest.mark.parametrize("on", ["2026-11-20", "2026-11-29"])
def test_on_another_day_it_stands_as_well(on: str, asked: Path) -> None:
    moved = run("diary", "edit", "2", "--on", on, home=asked, today=TODAY)
    assert (moved.code, "is not answered" in moved.err) in ((0, False), (2, True))
    assert waits(asked)


@pytest.mark.parametrize("args", [("restore", "before.db", "--yes"), ("import", "data", "before.json", "--replace")])
def test_no_backup_takes_it_away(args: tuple[str, ...], asked: Path) -> None:
    args = tuple(str(asked.parent / arg) if arg.startswith("before") else arg for arg in args)
    for _ in range(2):
        done = run(*args, home=asked, today=TODAY)
        assert done.code == 0
        assert "an open question" in done.out
        assert waits(asked)


def test_words_that_are_answered_or_raise_none_are_changed_and_taken_back(home: Path) -> None:
    started(home, today=TODAY)
    run("log", "--note", "a good walk", home=home, today=TODAY)
    assert run("diary", "edit", "2", "--note", "a long walk", home=home, today=TODAY).code == 0
    assert run("diary", "undo", home=home, today=TODAY).code == 0
    run("log", "--note", NUMB, home=home, today=TODAY)
    assert run("diary", "edit", "3", "--note", f"{NUMB}, still", home=home, today=TODAY).code == 0
    assert run("init", "--red-flags", "none", home=home, today=TODAY).code == 0
    assert run("diary", "edit", "3", "--note", "better", home=home, today=TODAY).code == 0
    assert run("diary", "undo", "3", home=home, today=TODAY).code == 0


def test_how_far_the_leg_goes_is_an_answer(home: Path) -> None:
    started(home, today=TODAY)
    run("log", "--note", "pain shoots down to my calf now", home=home, today=TODAY)
    assert run("diary", "edit", "2", "--note", "fine", home=home, today=TODAY).code == 2
    assert run("diary", "edit", "2", "--leg", "buttock", "--note", "fine", home=home, today=TODAY).code != 2


LATER = "2026-12-01"
ASKED = "you wrote “"


@pytest.mark.parametrize(
    "args",
    [
        ("log",),
        ("log", "walking", "20", "minutes"),
        ("log", "--morning", "2"),
        ("log", "--done", "no"),
        ("log", "--pain", "2", "--json"),
        ("swap", "heel-slide"),
        ("pause", "2", "days"),
        ("progress",),
        ("progress", "--json"),
        ("week", "next"),
        ("week", "next", "--json"),
        ("export", "report", "--out", "-"),
        ("export", "handout", "--out", "-"),
        ("export", "handout", "--week", "next", "--out", "-"),
        ("export", "fhir", "--out", "-"),
        ("export", "ics", "--out", "-"),
        ("export", "ics", "--weeks", "3", "--out", "-"),
    ],
    ids=" ".join,
)
def test_whatever_else_is_asked_for_it_is_repeated(args: tuple[str, ...], asked: Path) -> None:
    done = run(*args, home=asked, today=LATER)
    assert done.code == 0, done.err
    said = done.out if args[0] in ("log", "week") else done.err
    assert said.count(ASKED) == 1
    assert "It counts" not in said
    assert "Tomorrow" not in said, "nothing cheerful beside it"
    assert run("today", home=asked, today=LATER).code == 4, "and it is not answered by that"


def test_what_was_done_is_kept_beside_it(asked: Path) -> None:
    run("log", "walking", "20", "minutes", home=asked, today=LATER)
    run("log", "--pain", "2", home=asked, today=LATER)
    kept = [entry["kind"] for entry in diary_of(asked, today=LATER) if entry["date"] == LATER]
    assert kept == ["activity", "session"]


def test_more_told_of_the_same_session_asks_it_again(home: Path) -> None:
    started(home, today=TODAY)
    run("log", "--done", "all", "--note", NUMB, home=home, today=TODAY)
    assert ASKED in run("log", "--pain", "3", home=home, today=TODAY).out
    assert ASKED not in run("log", "--note", NUMB, "--pain", "3", home=home, today=TODAY).out, "its alarm asks"


def test_no_calendar_and_no_record_holds_the_day_it_holds_back(home: Path, tmp_path: Path) -> None:
    started(home, today=TODAY)
    day = next(day for day in week_of(home, today=TODAY)["days"] if day["sessions"])["date"]
    target = tmp_path / "week.ics"
    run("export", "ics", "--out", str(target), home=home, today=TODAY)
    run("log", "--note", NUMB, home=home, today=TODAY)
    fresh = run("export", "ics", "--out", "-", home=home, today=day).out
    assert f"DTSTART:{day.replace('-', '')}" not in fresh
    run("export", "ics", "--out", str(target), "--force", home=home, today=day)
    assert _status_on(day, target) == {"CANCELLED"}
    plan = next(
        each["resource"]
        for each in run("export", "fhir", "--out", "-", home=home, today=day).json["entry"]
        if each["resource"]["resourceType"] == "CarePlan"
    )
    assert day not in {on for each in plan["activity"] for on in each["detail"]["scheduledTiming"]["event"]}
    run("init", "--only", "red-flags", "--red-flags", "none", home=home, today=day)
    run("export", "ics", "--out", str(target), "--force", home=home, today=day)
    assert _status_on(day, target) == {"CONFIRMED"}, "answered, the day comes back"


def _status_on(day: str, calendar: Path) -> set[str]:
    events = calendar.read_text(encoding="utf-8").replace("\r", "").split("BEGIN:VEVENT")[1:]
    of_day = (event for event in events if f"DTSTART:{day.replace('-', '')}" in event)
    return {line.removeprefix("STATUS:") for event in of_day for line in event.splitlines() if line[:7] == "STATUS:"}


@pytest.mark.parametrize(("on", "asked"), [("2026-12-14", True), ("2026-12-15", False)])
def test_what_no_sign_is_about_is_asked_for_a_fortnight_and_then_with_the_signs(
    on: str, asked: bool, home: Path
) -> None:
    started(home, today=TODAY)
    run("log", "--note", "my knee feels like glass", home=home, today=TODAY)
    assert ("my knee feels like glass" in run("week", "--plain", home=home, today=on).out) is asked
