"""Weeks are found without reading every one."""

from pathlib import Path

from backplan.model.move import Move
from backplan.planner.week import make_week
from backplan.store.store import opened
from tests.support.growth import Plan
from tests.support.people import ON


def test_how_an_exercise_moved_is_found_without_reading_every_week(tmp_path: Path) -> None:
    asked: list[str] = []
    with opened(tmp_path) as store:
        store.records.connection.set_trace_callback(asked.append)
        store.weeks.moves("bird-dog", ON, 520)
        store.records.connection.set_trace_callback(None)
        (query,) = (each for each in asked if "$.moves" in each)
        plan = store.records.connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
    assert "USING INDEX week_moves" in str(plan)


def test_how_all_walks_moved_is_found_by_the_rule(tmp_path: Path) -> None:
    walks = Move("aerobic-ramp", "your longest walk or ride goes from 12 to 9 minutes", "pain was 6")
    week = make_week(Plan().request())._replace(moves=(walks,))
    with opened(tmp_path) as store:
        store.weeks.keep(week, week.starts)
        assert store.weeks.moves("short-walks", week.starts, 12, ["aerobic-ramp", "gap-restart"]) == [
            (week.starts, walks)
        ]
        assert store.weeks.moves("short-walks", week.starts, 12) == []
