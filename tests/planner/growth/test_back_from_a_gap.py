"""After days without a session everything is done as it was before anything goes beyond that."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from backplan.rules.growth import GROWTH, LOADS
from tests.support.cli import run, started, week_of

MONDAY = date(2026, 11, 23)
STEPS = {rule.id for rule in (*GROWTH, *LOADS)}
TOLD = "rule growth-gap"


def lived(home: Path, days: range) -> None:
    """Days of which every session is done, all of it, and well."""
    for day in (str(MONDAY + timedelta(days=number)) for number in days):
        run("log", "--morning", "2", home=home, today=day)
        if any(each["sessions"] for each in week_of(home, today=day)["days"] if each["date"] == day):
            assert run("log", "--pain", "2", "--peak", "2", home=home, today=day).code == 0


def grown(week: dict[str, object]) -> list[str]:
    moves = week["moves"]
    assert isinstance(moves, list)
    return [move["exercise"] for move in moves if move["rule"] in STEPS]


@pytest.mark.parametrize(("back", "held"), [(23, True), (21, False)], ids=["on Wednesday", "on Monday"])
def test_nothing_goes_beyond_what_it_was_less_than_a_week_after_coming_back(back: int, held: bool, home: Path) -> None:
    started(home)
    lived(home, range(12))
    before = week_of(home, today=str(MONDAY + timedelta(days=12)))
    lived(home, range(back, 28))
    week = week_of(home, today=str(MONDAY + timedelta(days=28)))
    assert any(TOLD in notice for notice in week["notices"]) is held
    assert bool(grown(week)) is not held
    if held:
        assert all(_got(week, part) <= _got(before, part) for part in ("aerobic", "core", "strength"))
    lived(home, range(28, 35))
    assert week_of(home, today=str(MONDAY + timedelta(days=35)))["changes"]


def test_days_that_are_noted_late_were_no_gap(home: Path) -> None:
    started(home)
    lived(home, range(28))
    week = week_of(home, today=str(MONDAY + timedelta(days=28)))
    assert not any(TOLD in notice for notice in week["notices"])


def _got(week: dict[str, object], part: str) -> int:
    rows = week["balance"]
    assert isinstance(rows, list)
    return next(int(row["got"]) for row in rows if row["target"] == part)


SEVEN_DAYS = {"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "minutes": 30}


def test_a_pause_that_ends_in_the_week_lowers_it_from_its_monday_on(home: Path) -> None:
    started(home, time=SEVEN_DAYS)
    lived(home, range(12))
    paused = str(MONDAY + timedelta(days=12))
    run("pause", "--from", paused, "--to", str(MONDAY + timedelta(days=19)), home=home, today=paused)
    week = week_of(home, today=str(MONDAY + timedelta(days=14)))
    assert any(move["rule"] == "gap-restart" for move in week["moves"])
    assert not grown(week)
    assert not any("not note it" in notice for notice in week["notices"]), "in a pause nothing is to be noted"


def test_days_without_a_word_that_ended_on_sunday_lower_the_week_after_until_they_are_noted(home: Path) -> None:
    started(home, time=SEVEN_DAYS)
    lived(home, range(12))
    week_of(home, today=str(MONDAY + timedelta(days=14)))
    sunday, monday = (str(MONDAY + timedelta(days=day)) for day in (20, 21))
    run("log", "--pain", "2", home=home, today=sunday)
    week = week_of(home, today=monday)
    assert any(move["rule"] == "gap-restart" for move in week["moves"])
    assert not grown(week)
    for day in (str(MONDAY + timedelta(days=number)) for number in range(12, 20)):
        run("log", "--on", day, "--pain", "2", home=home, today=monday)
    assert not any(move["rule"] == "gap-restart" for move in week_of(home, today=monday)["moves"])
