"""Records are written whole or not at all, and by eight writers at once."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from backplan.model.diary import LogEntry
from backplan.store.records import why_refused
from backplan.store.store import opened
from tests.support.cli import diary_of, environment, run

SESSION = ["--pain", "3", "--peak", "4", "--effort", "5"]
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")

_TWELVE = """
import sys
from backplan.cli.app import app
for number in range(12):
    try:
        app(["log", "--pain", "3", "--peak", "4", "--effort", "4", "--note", f"{sys.argv[1]}-{number}"])
    except SystemExit as end:
        assert end.code == 4, end.code
"""


def test_eight_writers_at_once_lose_nothing_from_the_first_byte_on(home: Path) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _TWELVE, str(n)],
            env=environment(home),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for n in range(8)
    ]
    for process_ in running:
        _, err = process_.communicate(timeout=600)
        assert process_.returncode == 0, err.decode()
    entries = diary_of(home)
    assert {entry["note"] for entry in entries} == {f"{n}-{number}" for n in range(8) for number in range(12)}
    assert len({entry["id"] for entry in entries}) == 96


_KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from backplan.model.diary import LogEntry
from backplan.store.store import opened
with opened(Path(sys.argv[1])) as store, store.transaction():
    store.records.connection.execute("PRAGMA cache_size = 1")
    store.diary.add(*(LogEntry(date(2026, 11, 23), "morning", pain=9, note="x" * 500) for _ in range(200)))
    os.kill(os.getpid(), signal.SIGKILL)
"""


@POSIX
def test_a_process_killed_in_the_middle_of_writing_leaves_what_was_there(home: Path) -> None:
    run("log", *SESSION, home=home)
    before = diary_of(home)
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(home)], env=environment(home), check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    assert (home / "backplan.db-journal").exists()
    assert diary_of(home) == before
    assert run("log", "--morning", "2", home=home).code == 4
    assert len(diary_of(home)) == 2


@POSIX
def test_a_process_killed_while_it_makes_the_store_leaves_one_that_can_be_used(home: Path) -> None:
    home.mkdir(parents=True)
    (home / "backplan.db").touch(0o600)  # made, and killed before the first page
    assert run("log", *SESSION, home=home).code == 4
    assert len(diary_of(home)) == 1


def test_an_error_in_the_middle_takes_the_whole_transaction_back(home: Path) -> None:
    entry = LogEntry(date(2026, 11, 23), "morning", pain=2)
    with opened(home) as store:
        store.diary.add(entry)
        with pytest.raises(RuntimeError), store.transaction():  # noqa: PT012 - the error comes between two writes
            store.diary.add(entry)
            raise RuntimeError
        assert len(store.diary.entries()) == 1


def test_a_fault_of_our_own_is_not_told_as_one_of_the_store(home: Path) -> None:
    with pytest.raises(KeyError), opened(home):
        raise KeyError("a fault in the planner")


def test_why_nothing_can_be_written_is_said_in_a_persons_words(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as made:
        made.execute("CREATE TABLE t (x)")
    with (
        closing(sqlite3.connect(f"{(tmp_path / 'a.db').as_uri()}?mode=ro", uri=True)) as store,
        pytest.raises(sqlite3.OperationalError) as refused,
    ):
        store.execute("INSERT INTO t VALUES (1)")
    assert why_refused(refused.value) == "it may be read, and not written to"
    assert why_refused(PermissionError(13, "Permission denied")) == "permission denied"
