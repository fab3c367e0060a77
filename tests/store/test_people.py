"""The words on the leg: what the store keeps of them is what the diary says, whatever happened to it."""

import sqlite3
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backplan.model.diary import LogEntry
from backplan.model.vocabulary import LEGS
from backplan.store.store import Store, opened
from tests.support.cli import run, started
from tests.support.damage import of_version_1

FIRST = date(2026, 1, 5)


def test_signs_in_the_diary_are_found_without_reading_every_day(home: Path) -> None:
    started(home)
    asked: list[str] = []
    with opened(home) as store:
        store.records.connection.set_trace_callback(asked.append)
        store.people.answered()
        store.records.connection.set_trace_callback(None)
        (query,) = (each for each in asked if "kind = 'signs'" in each)
        plan = store.records.connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
    assert "USING INDEX entry_signs" in str(plan)


NOTED = st.tuples(st.integers(0, 40), st.sampled_from([*LEGS, None]))
DONE = st.lists(st.one_of(NOTED, st.sampled_from(["undo", "edit", "delete", "damage"])), max_size=25)


@given(DONE)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
def test_they_are_those_of_the_diary_after_all_that_can_happen_to_an_entry(tmp_path: Path, done: list[object]) -> None:
    folder = tmp_path / f"{len(list(tmp_path.iterdir()))}"
    with opened(folder) as store:
        for act in done:
            happen(store, act)
        words = [(entry.on, entry.leg) for entry in store.diary.entries() if entry.leg]
        changes = [*words[:1], *(now for before, now in pairwise(words) if now[1] != before[1])]
        told = [*store.people._legs_noted([])]
        assert [*told[:1], *(now for before, now in pairwise(told) if now[1] != before[1])] == changes
        assert told[-1:] == words[-1:]


def happen(store: Store, act: object) -> None:
    """Something that happens to the diary."""
    last = store.diary.latest(1)[0][-1:]
    if isinstance(act, tuple):
        day, leg = act
        store.diary.add(LogEntry(FIRST + timedelta(days=day), "pain", pain=3, leg=leg))
    elif act == "undo":
        store.diary.undo()
    elif act == "edit" and last:
        store.diary.change(last[0]._replace(leg="foot", on=last[0].on + timedelta(days=1)))
    elif last:
        query = {"delete": "DELETE FROM entry WHERE id = ?", "damage": "UPDATE entry SET document = '{' WHERE id = ?"}
        store.records.connection.execute(query.get(str(act), "SELECT ?"), (last[0].id,))


def test_a_store_from_before_they_were_kept_has_them_when_it_is_opened(home: Path) -> None:
    started(home)
    for on, leg in (("-20d", "none"), ("-2d", "calf")):
        run("log", "--pain", "3", "--leg", leg, "--on", on, home=home)
    stopped = run("week", home=home)
    of_version_1(home)
    assert run("week", home=home) == stopped
    with sqlite3.connect(home / "backplan.db") as connection:
        assert connection.execute("SELECT leg FROM leg_noted ORDER BY day").fetchall() == [("none",), ("calf",)]
    connection.close()
