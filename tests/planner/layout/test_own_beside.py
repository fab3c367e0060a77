"""What somebody does of their own counts in the week, and takes nothing from the days ahead."""

from pathlib import Path
from typing import Any

from tests.support.cli import run, started, week_of

TUESDAY, WEDNESDAY = "2026-11-24", "2026-11-25"


def ahead(week: Any) -> list[Any]:
    """What the days from Wednesday on hold."""
    return [day["sessions"] for day in week["days"] if day["date"] >= WEDNESDAY]


def aerobic(week: Any) -> int:
    return next(int(row["got"]) for row in week["balance"] if row["target"] == "aerobic")


def test_a_walk_of_ones_own_takes_no_planned_one_and_is_counted(home: Path) -> None:
    started(home)
    week_of(home)
    before = week_of(home, "--replan", today=WEDNESDAY)
    assert run("log", "dog", "walk", "85", "minutes", home=home, today=TUESDAY).code == 0
    after = week_of(home, "--replan", today=WEDNESDAY)
    assert ahead(after) == ahead(before)
    assert aerobic(after) == aerobic(before) + 85
