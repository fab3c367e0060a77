"""Runs backplan as a user would: in this process where that is honest, as a process of its own where it matters."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextvars import copy_context
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import typer.main
import typer.testing
import yaml
from typer.testing import CliRunner

from backplan.cli.app import app
from backplan.library.data import data_file
from tests.support import shared, worked_out
from tests.support.planned import planned_once

TODAY = "2026-11-23"  # a Monday
_SAID = ("COLUMNS", "LINES", "TERM", "NO_COLOR", "FORCE_COLOR", "BACKPLAN_DEBUG", "PYTHONIOENCODING", "TTY_COMPATIBLE")

# A process of backplan makes one command of its functions; here thousands of runs share each.
_command_of = cache(typer.main.get_command)
for _module in (typer.main, typer.testing):
    setattr(_module, "get_command" if _module is typer.main else "_get_command", _command_of)


@dataclass(frozen=True)
class Result:
    """What a run left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one JSON document on stdout; fails when there is anything else."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found


def run(
    *args: str, home: Path, today: str = TODAY, env: Mapping[str, str] | None = None, typed: str | None = None
) -> Result:
    """A run inside this process."""
    plain: dict[str, str | None] = dict.fromkeys(_SAID)
    around = {**plain, "BACKPLAN_HOME": str(home), "BACKPLAN_TODAY": today, **(env or {})}
    runner, alone = CliRunner(env=around), copy_context()  # what one run sets is gone with it, as with its process
    with planned_once(), worked_out.once():
        done = alone.run(runner.invoke, app, list(args), input=typed, prog_name="backplan")
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Result(done.exit_code, done.stdout, done.stderr)


def environment(home: Path, today: str = TODAY, **more: str) -> dict[str, str]:
    """The environment of a process of its own: nothing of the tester's terminal in it."""
    kept = {key: value for key, value in os.environ.items() if key not in _SAID}
    return {**kept, "BACKPLAN_HOME": str(home), "BACKPLAN_TODAY": today, **more}


def process(
    *args: str,
    home: Path,
    today: str = TODAY,
    env: Mapping[str, str] | None = None,
    typed: str | None = None,
    timeout: float = 60,
    **how: Any,
) -> Result:
    """A run as a process of its own; ``timeout`` is in seconds."""
    done = subprocess.run(
        [sys.executable, "-m", "backplan", *args],
        env=environment(home, today, **(env or {})),
        input=(typed or "").encode(),
        capture_output=True,
        timeout=timeout,
        check=False,
        **how,
    )
    return Result(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def on_a_full_disk(*args: str, home: Path, today: str = TODAY) -> Result:
    """A run as a process that can write no byte to any file. POSIX alone has such limits."""
    import resource

    return process(*args, home=home, today=today, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)))


def answers(**changes: Any) -> dict[str, Any]:
    """The answers of a cleared person without trouble; with these changes. A change to ... takes the key out."""
    plain = {
        "red_flags": [],
        "clearance": {"by": "doctor", "on": "2026-11-02", "knows": []},
        "pain": {"now": 3, "usual": 3, "controlled": True, "since": "2025-10-01", "leg": "none"},
        "conditions": [],
        "surgery": None,
        "pregnancy": None,
        "changed": None,
        "heart": [],
        "equipment": ["band"],
        "places": {},
        "can": {"swim": True, "floor": True},
        "time": {"days": ["mon", "tue", "wed", "thu", "sat"], "minutes": 40},
        "tolerance": {"aerobic_minutes": 15},
        "level": "basic",
        "likes": [],
        "dislikes": [],
    }
    return {key: value for key, value in {**plain, **changes}.items() if value is not ...}


def as_yaml(document: object) -> str:
    """A document as YAML, by the emitter in C where PyYAML has it: the one in Python is twenty times as slow."""
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(document, Dumper=dumper, sort_keys=False, allow_unicode=True)
    return text


def answered(home: Path, today: str = TODAY, **changes: Any) -> Result:
    """A run of `init --answers` with these answers."""
    home.parent.mkdir(parents=True, exist_ok=True)
    file = home.parent / "answers.yaml"
    file.write_text(as_yaml(answers(**changes)), encoding="utf-8")
    return run("init", "--answers", str(file), home=home, today=today)


def with_library(home: Path) -> None:
    """Put the checked library into the cache of a home, as the first run of a process does that has not read it yet:
    else every process of its own would check it anew, which takes longer than all the rest of it.
    """
    kept = shared.once("library", _kept_library)
    for folder in (home, home / "cache"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, text in kept.items():
        (home / "cache" / name).write_bytes(text)


def _kept_library() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        done = process("library", "--json", home=Path(folder), timeout=600)  # first of all, however busy the machine
        assert done.code == 0, done
        return {file.name: file.read_bytes() for file in (Path(folder) / "cache").glob("library-*.json")}


def started(home: Path, today: str = TODAY, **changes: Any) -> None:
    """A person on record whom nothing stops; the same answers of the same day are recorded once for all tests."""

    def made(folder: Path) -> None:
        done = answered(folder, today, **changes)
        assert done.code == 0, done
        with_library(folder)

    if home.exists():
        made(home)
    else:
        who = sha256(repr((today, answers(**changes))).encode()).hexdigest()
        shared.copied(f"started-{who}", made, home)


def week_of(home: Path, *args: str, today: str = TODAY) -> dict[str, Any]:
    """The week as JSON, which must be shown."""
    done = run("week", "--json", *args, home=home, today=today)
    assert done.code == 0, done
    return done.json


def exercises_of(day: Mapping[str, Any]) -> list[str]:
    """The exercises of a day of the JSON week, without its coping."""
    return [item["exercise"] for session in day["sessions"] for block in session["blocks"] for item in block["items"]]


def diary_of(home: Path, today: str = TODAY) -> list[dict[str, Any]]:
    """Every entry on record."""
    done = run("diary", "--json", home=home, today=today)
    assert done.code == 0, done
    entries: list[dict[str, Any]] = done.json["entries"]
    return entries


def stopped_by(home: Path, today: str = TODAY) -> str | None:
    """The rule that stops this person's week; None when the week is shown."""
    done = run("week", "--json", home=home, today=today)
    assert done.code in (0, 4), done
    rule: str | None = done.json["stop"]["rule"] if done.code else None
    return rule


def _everybody_reads(path: Path) -> bool:
    """Whether any user of the machine may read a file, through all the folders above it."""
    above = all(folder.stat().st_mode & 0o001 for folder in path.resolve().parents)
    return above and bool(path.stat().st_mode & 0o004)


# For tests that run as nobody, who in somebody's private folder could not read the library.
LIBRARY_IS_READ_BY_NOBODY = pytest.mark.skipif(
    not _everybody_reads(data_file("exercises.yaml")), reason="this copy is for its owner's eyes alone"
)


def opened_up(home: Path) -> None:
    """Make every folder above searchable, so that only what the test closes is closed."""
    for folder in home.parents:
        if str(folder).count("/") > 1 and os.access(folder, os.W_OK) and folder.stat().st_uid == os.getuid():
            folder.chmod(folder.stat().st_mode | 0o055)
