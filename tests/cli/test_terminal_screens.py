"""In a terminal of 80 columns and 24 rows: the week at a glance, and the pager a person has set for what is longer."""

import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.cli import TODAY, environment, run, started

pexpect = pytest.importorskip("pexpect")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def seen(*args: str, home: Path, **env: str) -> str:
    around = {"PAGER": "", **env}
    child: Any = pexpect.spawn(
        sys.executable, ["-m", "backplan", *args], env=environment(home, TODAY, TERM="xterm-256color", **around),
        encoding="utf-8", dimensions=(24, 80), timeout=60,
    )  # fmt: skip
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    return ESCAPES.sub("", child.before.replace("\r", ""))


def test_the_week_fits_the_terminal_and_full_is_the_whole_one(home: Path) -> None:
    started(home)
    week = seen("week", home=home)
    assert len(week.splitlines()) < 24
    assert "week --full" in week
    assert "►" in week
    full = seen("week", "--full", home=home)
    assert len(full.splitlines()) > 24
    assert "□" in full


def test_what_is_longer_than_the_terminal_goes_through_the_pager_a_person_has_set(home: Path, tmp_path: Path) -> None:
    started(home)
    kept = tmp_path / "kept"
    assert "Stop" in seen("week", "--full", home=home, PAGER=f"tee {kept}")
    assert "Stop" in kept.read_text(encoding="utf-8")
    kept.unlink()
    seen("week", home=home, PAGER=f"tee {kept}")
    assert run("week", "--full", home=home, env={"PAGER": f"tee {kept}"}).code == 0
    assert not kept.exists()
    assert "Stop" in seen("week", "--full", home=home, PAGER="/no/such/pager")
