"""What was answered while the clock stood days ahead holds back from today on, and a clinician's word on it counts."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.support.cli import run, started

TODAY = "2026-11-30"
AHEAD = "2026-12-05"
SEEN = ("--clearance-by", "doctor", "--clearance-on")


def after(days: int) -> str:
    return (date.fromisoformat(TODAY) + timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    "told",
    [
        ("init", "--changed", "numbness"),
        ("init", "--changed", "fall", "--changed-on", "2026-12-04"),
        ("init", "--surgery", "disc", "--surgery-on", "2026-12-04"),
        ("init", "--birth-on", "2026-12-04", "--birth", "vaginal"),
        ("init", "--red-flags", "fever"),
        ("log", "--saddle"),
    ],
)
def test_what_stopped_then_stops_now(told: tuple[str, ...], home: Path) -> None:
    started(home, today=TODAY)
    assert run(*told, home=home, today=AHEAD).code == 4
    for days in range(7):
        assert run("week", home=home, today=after(days)).code == 4


@pytest.mark.parametrize(
    ("told", "sign", "then"),
    [
        (("log", "--saddle"), "saddle-numbness", ("--red-flags", "none")),
        (("init", "--red-flags", "fever"), "fever", ()),
        (("init", "--changed", "fall"), "fall", ()),
    ],
)
def test_a_doctor_who_looked_at_it_since_lifts_it(
    told: tuple[str, ...], sign: str, then: tuple[str, ...], home: Path
) -> None:
    started(home, today=TODAY)
    assert run(*told, home=home, today="2027-11-30").code == 4
    later = after(2)
    assert run("week", home=home, today=later).code == 4
    run("init", *SEEN, later, "--knows", sign, *then, home=home, today=later)
    for days in (0, 1, 9):
        assert run("week", home=home, today=after(2 + days)).code == 0


def test_words_are_asked_about_though_the_signs_were_answered_further_ahead(home: Path) -> None:
    started(home, today=TODAY)
    assert run("init", "--red-flags", "none", home=home, today=AHEAD).code == 0
    run("log", "--note", "my left foot is numb", home=home, today=TODAY)
    for days in (0, 1):
        done = run("today", home=home, today=after(days))
        assert (done.code, "my left foot is numb" in done.err) == (4, True)
    assert run("init", "--red-flags", "none", home=home, today=TODAY).code == 0
    assert run("today", home=home, today=TODAY).code == 0


def test_pain_answered_further_ahead_does_not_outweigh_that_of_today(home: Path) -> None:
    started(home, today=TODAY)
    run("init", "--pain", "2", home=home, today=AHEAD)
    run("log", "--pain", "9", home=home, today=TODAY)
    assert "coping only" in run("week", "--plain", home=home, today=TODAY).out


@pytest.mark.parametrize(
    "args",
    [
        ["prescribe", "add", "clamshell", "2x8"],
        ["prescribe", "limit", "20"],
        ["prescribe", "import", "mine.yaml"],
        ["week", "next"],
        ["export", "ics", "--out", "-", "--weeks", "3"],
        ["export", "handout", "--out", "-", "--week", "next"],
        ["progress"],
    ],
)
def test_a_week_shown_while_the_clock_stood_ahead_breaks_nothing_that_looks_at_it_as_the_next(
    args: list[str], home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    mine = "prescription: {by: doctor, on: 2026-11-30}\nadd: [clamshell 2x8]\n"
    (tmp_path / "mine.yaml").write_text(mine, encoding="utf-8")
    started(home, today=TODAY)
    assert run("week", home=home, today=after(7)).code == 0
    assert run("prescribe", "avoid", "bending", home=home, today=TODAY).code == 0
    assert run(*args, home=home, today=after(1)).code == 0
