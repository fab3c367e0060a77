"""Days that a therapist's exercises fill: what gives way says why, and longer days take nothing."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.support import shared
from tests.support.cli import run, started, week_of

MONDAY = date(2026, 12, 7)
LIVED = 28  # days
THEIRS = (
    ("heel slide", "3 x 10 a day", "--grow", "2 repetitions every week, up to 16"),
    ("glute bridge", "3 x 10, hold 5 s"),
    ("lying knee rolls", "3 x 10 twice a day"),
)


@pytest.fixture
def lived(home: Path) -> Path:
    """Four weeks of every session done, on five days of thirty minutes, beside what a therapist asked for."""
    shared.copied("full of prescribed", lambda around: _live(around / home.name), home.parent)
    return home


def _live(home: Path) -> None:
    days = {"days": ["mon", "tue", "thu", "fri", "sun"], "minutes": 30}
    pain = {"now": 4, "usual": 4, "controlled": True, "since": "2026-06-01", "leg": "none"}
    started(home, today=str(MONDAY), time=days, pain=pain, tolerance={"aerobic_minutes": 15})
    for name, *dose in THEIRS:
        assert (
            run("prescribe", "add", name, *dose, "--by", "Ann Lee, physiotherapist", home=home, today=str(MONDAY)).code
            == 0
        )
    for on in (str(MONDAY + timedelta(days=number)) for number in range(LIVED)):
        run("log", "--morning", "4", home=home, today=on)
        if any(day["sessions"] for day in week_of(home, today=on)["days"] if day["date"] == on):
            run("log", "--done", "all", "--pain", "4", home=home, today=on)


def got(week: dict[str, object], part: str) -> int:
    rows = week["balance"]
    assert isinstance(rows, list)
    return next(int(row["got"]) for row in rows if row["target"] == part)


def test_what_gives_way_to_a_therapists_growing_dose_says_so(lived: Path) -> None:
    weeks = [week_of(lived, "--week", f"2026-W{number}", today="2027-01-03") for number in (51, 52, 53)]
    less = [change for week in weeks for change in week["changes"] if change.startswith("Less than")]
    assert less
    assert all("what your therapist asked for takes more of the days" in change for change in less)


def test_longer_days_take_no_walking_and_blame_no_session(lived: Path) -> None:
    on = str(MONDAY + timedelta(days=LIVED))
    before = got(week_of(lived, "--week", "2026-W53", today="2027-01-03"), "aerobic")
    run("init", "--minutes", "35", "--days", "mon,tue,thu,fri,sun", home=lived, today=on)
    week = week_of(lived, today=on)
    assert got(week, "aerobic") >= before
    assert "too much" not in " ".join(week["changes"])


def test_an_exercise_that_no_day_holds_keeps_its_last_dose_and_waits_for_no_session(lived: Path) -> None:
    told = run("progress", "--json", home=lived, today="2027-01-03").json["grown"]["slots"]
    (legs,) = (slot for slot in told if slot["slot"] == "lower")
    assert (legs["now"]["dose"]["sets"], legs["next"]) == (1, None)
    assert "on no day of the week now" in run("progress", home=lived, today="2027-01-03").out
