"""Weeks are found without reading every one."""

from pathlib import Path

from backplan.store.store import opened
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
