"""What is for every day is noted of a day of rest, and no session of another day is ticked for it, or it for one."""

from pathlib import Path

import pytest

from tests.support.cli import run, started
from tests.support.shared import copied

DAYS = ("2026-11-30", "2026-12-01", "2026-12-02")
THURSDAY, FRIDAY = "2026-12-03", "2026-12-04"
PRESS_UPS = "prone-press-up"


@pytest.fixture
def resting(home: Path) -> Path:
    """Somebody on a day of rest, who did all before it, with press-ups for every day."""
    copied("resting", _resting, home)
    return home


def _resting(home: Path) -> None:
    started(home, today=DAYS[0], time={"days": ["mon", "tue", "wed", "fri", "sat"], "minutes": 30})
    added = run("prescribe", "add", "prone press-up 10 reps 5 times a day", home=home, today=DAYS[0])
    assert added.code == 0, added
    for day in DAYS:
        assert run("log", "--pain", "2", home=home, today=day).code == 0


def day_of(home: Path, date: str, today: str) -> dict[str, object]:
    days = run("week", "--json", home=home, today=today).json["days"]
    return next(day for day in days if day["date"] == date)


def beside(day: dict[str, object]) -> list[str]:
    daily = day["daily"]
    return [item["exercise"] for item in daily["items"]] if isinstance(daily, dict) else []


@pytest.mark.parametrize(
    "words",
    [
        "", "all done", "did it all", "exercises done", "did my exercises", "all my daily exercises done",
        "did the daily ones", "daily stuff done", "did my every day exercises", "everyday ones done",
        "did my daily physio",
        "did the daily bits today", "all the daily things done", "my daily routine is done", "daily session done",
        "--pain 3", "all done, pain 3",
    ],
)  # fmt: skip
def test_on_a_day_of_rest_what_is_for_every_day_is_meant(resting: Path, words: str) -> None:
    noted = run("log", *words.split(), home=resting, today=THURSDAY)
    assert noted.code == 0, noted
    assert "thank you: what is for every day" in noted.out
    assert "If you did Friday's session instead" in noted.out
    assert day_of(resting, THURSDAY, THURSDAY)["done"] == "all"
    assert day_of(resting, FRIDAY, THURSDAY)["done"] is None


def test_part_of_it_is_noted_as_part(resting: Path) -> None:
    assert "part of what is for every day" in run("log", "--done", "part", home=resting, today=THURSDAY).out
    assert day_of(resting, FRIDAY, THURSDAY)["done"] is None


@pytest.mark.parametrize("words", ["session done", "did the whole session", "workout done", "did my session, pain 2"])
def test_a_session_done_ahead_leaves_what_is_for_every_day_to_its_day(resting: Path, words: str) -> None:
    noted = run("log", *words.split(), home=resting, today=THURSDAY)
    assert "session, the one of Friday" in noted.out, noted
    ahead = day_of(resting, FRIDAY, THURSDAY)
    assert (ahead["done"], ahead["done_on"], beside(ahead)) == ("all", THURSDAY, [PRESS_UPS])
    assert day_of(resting, FRIDAY, FRIDAY) == ahead
    assert "Daily Press-up with hips down" in " ".join(run("today", home=resting, today=FRIDAY).out.split())
    found = run("export", "ics", "--out", "-", home=resting, today=THURSDAY).out.replace("\r\n ", "").replace("\n ", "")
    events = {event.partition("UID:")[2][:16]: event for event in found.split("BEGIN:VEVENT")[1:]}
    assert "STATUS:CANCELLED" not in events[f"{FRIDAY}-daily"]


def test_the_way_to_the_session_is_told_and_leads_there(resting: Path) -> None:
    noted = run("log", "--pain", "2", "--morning", "3", home=resting, today=THURSDAY)
    undo = noted.out.partition("`backplan diary undo ")[2].partition("`")[0]
    assert run("diary", "undo", undo, home=resting, today=THURSDAY).code == 0
    assert "the one of Friday" in run("log", "session", "done", home=resting, today=THURSDAY).out


def test_a_day_of_rest_that_holds_nothing_has_the_next_session_done_ahead(home: Path) -> None:
    started(home, today=DAYS[0], time={"days": ["mon", "tue", "wed", "fri", "sat"], "minutes": 30})
    for day in DAYS:
        run("log", "--pain", "2", home=home, today=day)
    assert "the one of Friday" in run("log", home=home, today=THURSDAY).out


def test_on_a_day_with_a_session_the_daily_ones_are_not_all_of_it(resting: Path) -> None:
    refused = run("log", "did", "the", "daily", "ones", home=resting, today=FRIDAY)
    assert (refused.code, "a session is planned for that day" in refused.err) == (2, True)
    assert run("log", "did", "my", "daily", "exercises", home=resting, today=FRIDAY).code == 0
