"""What a therapist asks for is counted alike wherever it is counted, and a day says all of its minutes and things."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.cli import run, started, week_of

DAYS = ("2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-05", "2026-12-06")
MONDAY, THURSDAY, SUNDAY = DAYS[0], DAYS[3], DAYS[6]


@pytest.fixture
def there(home: Path) -> Path:
    """Somebody with two days of rest, on one of which and on a Sunday nothing is planned by us."""
    time = {"days": ["mon", "tue", "wed", "fri", "sat"], "minutes": 30}
    started(home, today=MONDAY, time=time, conditions=["knee-issue"], tolerance={"aerobic_minutes": 10})
    return home


def prescribed(home: Path, *words: str) -> str:
    done = run("prescribe", *words, home=home, today=MONDAY)
    assert done.code == 0, done
    return done.out


def row(home: Path, target: str, today: str = MONDAY) -> dict[str, Any]:
    rows = run("week", "--json", home=home, today=today).json["balance"]
    found: dict[str, Any] = next(each for each in rows if each["target"] == target)
    return found


def of_progress(home: Path, today: str = SUNDAY) -> dict[str, Any]:
    found: dict[str, Any] = run("progress", "--json", home=home, today=today).json["weeks"][-1]
    return found


@pytest.mark.parametrize(("asked", "minutes"), [("walk 10 minutes daily", 70), ("walk 8 minutes twice daily", 112)])
def test_walks_of_days_of_rest_are_aerobic_minutes_planned_and_done(there: Path, asked: str, minutes: int) -> None:
    prescribed(there, "add", *asked.split())
    assert row(there, "aerobic")["got"] == minutes
    for day in DAYS:
        assert run("log", "--pain", "2", home=there, today=day).code == 0
    assert row(there, "aerobic", SUNDAY)["got"] == minutes
    held = of_progress(there)
    assert (held["aerobic_minutes"]["planned"], held["aerobic_minutes"]["done"]) == (minutes, minutes)
    assert held["unasked"] == 0, "what is for every day was asked for"


def test_a_walk_of_a_day_of_rest_that_is_not_noted_is_not_done(there: Path) -> None:
    prescribed(there, "add", "walk 10 minutes daily")
    for day in DAYS[:3]:
        assert run("log", "--pain", "2", home=there, today=day).code == 0
    assert run("log", "--done", "part", home=there, today=THURSDAY).code == 0
    held = of_progress(there, THURSDAY)["aerobic_minutes"]
    assert (held["planned"], held["done"]) == (70, 35)
    assert run("log", "walk", "20", "minutes", home=there, today="2026-12-04").code == 0
    assert row(there, "aerobic", "2026-12-04")["got"] == 35 + 20 + 30


def test_core_and_strength_that_a_therapist_alone_asks_for_count_the_same_in_week_and_progress(there: Path) -> None:
    prescribed(there, "add", "glute bridge 2 x 10 daily")
    prescribed(there, "add", "wall push-up 2 x 8 daily")
    for day in DAYS:
        assert run("log", "--pain", "2", home=there, today=day).code == 0
    blocks = of_progress(there)["blocks"]
    for part in ("core", "strength"):
        assert blocks[part]["done"] == row(there, part, SUNDAY)["got"] == 5, part


def test_a_day_says_the_minutes_of_its_later_times(there: Path) -> None:
    prescribed(there, "add", "walk 8 minutes 3 times a day")
    day = run("today", "--json", home=there, today=MONDAY).json
    assert day["minutes_later"] == 16
    assert f"{day['minutes']} min + 16 later" in run("today", home=there, today=MONDAY).out
    spoken = f"{day['minutes']} minutes, and 16 minutes later in the day."
    assert spoken in run("today", "--plain", home=there, today=MONDAY).out
    assert spoken in " ".join(run(home=there, today=MONDAY).out.split())
    prescribed(there, "add", "walk 8 minutes once a day")
    assert "later" not in run("today", "--plain", home=there, today=MONDAY).out.split("Monday, outdoors")[0]


@pytest.mark.parametrize(
    ("load", "words", "not_this"),
    [
        ("red band", "a red band", "elastic"), ("5 kg", "a weight of 5 kg", "elastic"),
        ("two bottles of water", "two bottles of water", "elastic"),
    ],
)  # fmt: skip
def test_what_to_have_ready_holds_the_load(there: Path, load: str, words: str, not_this: str) -> None:
    prescribed(there, "add", "clamshell", "--days", "mon", "--load", load)
    ready = next(e for e in run("today", "--plain", home=there, today=MONDAY).out.splitlines() if "Have ready" in e)
    assert words in ready
    assert not_this not in ready


def test_what_to_have_ready_holds_what_the_steps_of_an_own_exercise_name(there: Path) -> None:
    steps = "Stand on a low step; pull a band apart; lift one hip"
    run("library", "add", "--name", "Hip hitch", "--steps", steps, home=there, today=MONDAY)
    prescribed(there, "add", "hip hitch", "--days", "mon")
    ready = next(e for e in run("today", "--plain", home=there, today=MONDAY).out.splitlines() if "Have ready" in e)
    assert "a low, steady step" in ready
    assert "an elastic exercise band" in ready


def test_the_longest_walk_at_a_time_is_one_of_the_times_of_a_day(there: Path) -> None:
    prescribed(there, "add", "walk 5 minutes 3 times a day")
    for day in DAYS:
        assert run("log", "--pain", "2", home=there, today=day).code == 0
    told = run("progress", "--plain", home=there, today=SUNDAY).out
    assert "Longest at a time: 5 min, 5 done" in told


def test_more_that_is_newly_prescribed_is_told_as_such_and_not_as_growth(home: Path) -> None:
    started(home)
    week_of(home)
    assert run("prescribe", "add", "moderate walk 30 minutes 4 times a week", home=home, today="2026-11-30").code == 0
    (more,) = [each for each in week_of(home, today="2026-11-30")["changes"] if "More than last week: aerobic" in each]
    assert more.endswith(": your physiotherapist prescribed it.")
    assert "growth-three" not in more
