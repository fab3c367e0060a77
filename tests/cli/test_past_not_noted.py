"""Days gone by on which something prescribed was planned, and nothing noted, are the reason that a week lacks it."""

from pathlib import Path

import pytest

from tests.support.cli import run, started
from tests.support.shared import copied

MONDAY, TUESDAY, THURSDAY = "2026-11-30", "2026-12-01", "2026-12-03"
REASON = "Asked for on 4 days this week, and {} past and not noted as done"


@pytest.fixture
def bridging(home: Path) -> Path:
    """Somebody with a bridge for four days, three of which hold it in a session."""
    copied("bridging", _bridging, home)
    return home


def _bridging(home: Path) -> None:
    started(home, today=MONDAY, time={"days": ["mon", "tue", "wed", "fri", "sat"], "minutes": 30})
    for asked in ("walk 10 minutes daily --until 2026-12-02", "glute bridge 3x10 twice daily --until 2026-12-03"):
        assert run("prescribe", "add", *asked.split(), home=home, today=MONDAY).code == 0
    assert run("week", home=home, today=MONDAY).code == 0


def told(home: Path) -> str:
    return " ".join(run("week", "--plain", home=home, today=THURSDAY).out.split())


def test_days_gone_by_are_told_as_such(bridging: Path) -> None:
    assert REASON.format("3 of them are") in told(bridging)
    assert "the minutes of your days" not in told(bridging)


@pytest.mark.parametrize(
    ("words", "left"), [(["all", "done"], 2), (["--done", "no"], 3), (["--not", "glute-bridge"], 3)]
)
def test_only_what_was_done_counts(bridging: Path, words: list[str], left: int) -> None:
    assert run("log", *words, home=bridging, today=TUESDAY).code == 0
    assert REASON.format(f"{left} of them are") in told(bridging)
