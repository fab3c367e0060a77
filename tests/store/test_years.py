"""What years of a diary ask of a command of every day: no more entries are read than of some weeks."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from backplan.model.diary import LogEntry
from backplan.store import door
from backplan.store.store import opened
from tests.support.cli import TODAY, run, started
from tests.support.shared import copied

DAYS, SOME_WEEKS = 800, 100


def _of_years(home: Path) -> None:
    started(home)
    today = date.fromisoformat(TODAY)
    with opened(home) as store:
        days = (today - timedelta(days=back) for back in range(DAYS, 0, -1))
        store.diary.add(*(LogEntry(day, "session", "all", 3, leg="none") for day in days))


@pytest.fixture
def years(home: Path) -> Path:
    """Somebody who noted a session a day, for two years."""
    copied("years", _of_years, home)
    return home


@pytest.mark.parametrize(
    "command",
    [(), ("week",), ("today",), ("log", "--pain", "3"), ("log", "--done", "all"), ("diary",), ("diary", "undo"),
     ("pause", "--from", "2026-12-20", "--to", "2026-12-22"), ("why", "clamshell"), ("swap", "clamshell")],
)  # fmt: skip
def test_no_command_of_every_day_reads_the_years(
    command: tuple[str, ...], years: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, entry = list[int](), door.entry

    def counted(row: door.Row) -> LogEntry:
        read.append(row[0])
        return entry(row)

    monkeypatch.setattr(door, "entry", counted)
    assert run(*command, home=years).code == 0
    assert len(set(read)) < SOME_WEEKS
