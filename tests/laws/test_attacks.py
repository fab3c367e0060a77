"""The small forms of the tools that attack a store, and that what they look for is found."""

import shutil
import subprocess
import sys
from pathlib import Path
from runpy import run_path

import pytest

from tests.support.attacks import Row, state, told, unsound, wrong_files, wrong_words
from tests.support.cli import Result, run, started

TOOLS = Path(__file__).resolve().parents[2] / "tools"


def small(tool: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(TOOLS / f"{tool}.py"), "--small"], capture_output=True, text=True, check=False, timeout=300
    )


def _strace() -> bool:
    """Whether strace is here and may look into processes."""
    there = shutil.which("strace") is not None
    return (
        there
        and subprocess.run(["strace", "-o", "/dev/null", "true"], check=False, capture_output=True).returncode == 0
    )


@pytest.mark.parametrize("tool", ["storm", "damage", "crash", "odd"])
def test_the_small_form_finds_nothing(tool: str) -> None:
    if tool == "crash" and not _strace():
        pytest.skip("no strace here")
    done = small(tool)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "in all" in done.stdout


@pytest.mark.parametrize("tool", ["storm", "damage", "crash", "odd"])
def test_each_says_how_it_is_used(tool: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run_path(str(TOOLS / f"{tool}.py"))["main"](["--help"])
    assert not end.value.code
    words = capsys.readouterr().out.replace("Exit", "exit")
    for word in ("--seed", "--small", "exit code"):
        assert word in words


def test_without_strace_it_says_kindly_what_to_do(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(TOOLS / "crash.py"), "--small"], capture_output=True, text=True, check=False,
        env={"PATH": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 2
    assert "apt-get install strace" in done.stderr


def test_a_store_that_is_not_sound_and_what_is_left_behind_are_found(home: Path) -> None:
    started(home)
    assert [*wrong_files(home)] == []
    (home / "backplan.db").write_bytes((home / "backplan.db").read_bytes()[:5000])
    (home / ".backplan-abcdefgh").write_bytes(b"")
    assert unsound(home / "backplan.db")
    assert len([*wrong_files(home)]) == 2


@pytest.mark.parametrize(
    ("done", "faults"),
    [
        (Result(0, "Noted.", ""), 0),
        (Result(5, "", "Record 1 cannot be read."), 0),
        (Result(1, "", "Traceback (most recent call last):"), 1),
        (Result(1, "", "Something went wrong inside backplan (KeyError)."), 1),
        (Result(139, "", ""), 1),
    ],
)
def test_what_no_run_may_say_is_found(done: Result, faults: int) -> None:
    assert len([*wrong_words(done)]) == faults


def test_what_is_kept_is_told_from_what_is_not(home: Path) -> None:
    assert state(home) == {}
    started(home)
    before = state(home)
    assert run("log", home=home).code == 0
    assert state(home) != before
    assert state(home)["person"] == before["person"]


def test_any_fault_makes_the_exit_code_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert told("Tried", [Row("this", 3, ())], 0, 1) == 0
    assert told("Tried", [Row("this", 3, ()), Row("that", 2, ("it was lost",))], 0, 1) == 1
    assert "that: it was lost" in capsys.readouterr().out
