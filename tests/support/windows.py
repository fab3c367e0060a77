"""A store and own files as they are kept, and runs that are broken off, or overtaken by another, at a chosen step."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from backplan.cli.terminal import output
from backplan.library import own_folder
from backplan.store import schema, store
from tests.support import shared
from tests.support.cli import answers, run, started, week_of

Step = Callable[[str], None]

TOLD: dict[str, Any] = {"pain": {"now": 3, "usual": 3, "controlled": True, "since": "2025-10-01", "leg": "thigh"}}
BACK = "bird-dog"  # prescribed to everybody here
THEN, DATA = "then.db", "data.json"  # beside the folder: a backup and an export of some time ago
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "disc.yaml"
WRITTEN = "written"  # what is exported, beside the folder
MINE = """
- id: towel-pull
  name: Towel pull
  block: strength
  modality: upper
  slot: pull
  level: basic
  rank: 1
  place: [home]
  position: standing
  movements: [neutral]
  areas: [upper-back]
  use: [main]
  dose: {sets: 2, reps: 8, hold: 2}
  steps: [Stand tall with a towel., Draw both ends apart., Let go slowly.]
  cues: [Breathe easily.]
  stop: Stop if it hurts.
"""


def lived_in(home: Path) -> None:
    """A person with something of everything: a week, a swap, sessions, a pause, a prescription, one hidden. What lies
    beside the folder is made with it, so that what is around it must not be there yet.
    """
    shared.copied("lived-in", lambda around: _live_in(around / home.name), home.parent)


def _live_in(home: Path) -> None:
    started(home, **TOLD)
    (home.parent / "answers.yaml").write_text(yaml.safe_dump(answers(**TOLD)), encoding="utf-8")
    for args in (
        ["library", "hide", "wall-plank"],
        ["prescribe", "add", BACK, "--by", "doctor"],
        ["log", "--pain", "3", "--peak", "4", "--effort", "4"],
        ["backup", "--out", str(home.parent / THEN)],
        ["export", "data", "--out", str(home.parent / DATA)],
        ["library", "hide", "wall-sit"],
        ["log", "--morning", "3"],
        ["pause", "--from", "2026-12-24", "--to", "2027-01-02"],
    ):
        assert run(*args, home=home).code == 0, args
    held = list(week_of(home)["programme"].values())
    assert run("swap", held[0], home=home).code == 0
    for name in ("mine", "other"):
        (home.parent / f"{name}.yaml").write_text(MINE, encoding="utf-8")


def swapped(home: Path) -> str:
    """The exercise that was swapped away."""
    with store.opened(home) as opened:
        return opened.weeks.swaps()[0].exercise


def to_swap(home: Path) -> str:
    """One that may be swapped away next."""
    return str(list(week_of(home)["programme"].values())[-1])


def kept(home: Path) -> dict[str, Any]:
    """All that is kept of a person, without the moments at which it was written."""
    found: dict[str, Any] = {path.name: path.read_text(encoding="utf-8") for path in (home / "own").glob("*.yaml")}
    database = sqlite3.connect(home / "backplan.db")
    database.row_factory = sqlite3.Row
    for table in ("person", "entry", "week", "swap", "prescription"):
        rows = [dict(row) for row in database.execute(f"SELECT * FROM {table} ORDER BY id")]
        found[table] = [{**row, "at": None, "undone_at": bool(row.get("undone_at")), "checksum": None} for row in rows]
    database.close()
    return found


class Watched:
    """A connection to the store that says each step before it is made, and a commit after it, too."""

    def __init__(self, connection: sqlite3.Connection, step: Step) -> None:
        self._real, self._step = connection, step

    def execute(self, query: str, *values: Any) -> Any:
        self._step(query)
        return self._real.execute(query, *values)

    def commit(self) -> None:
        self._step("commit")
        self._real.commit()
        self._step("committed")

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


def watch(patch: pytest.MonkeyPatch, step: Step) -> None:
    """Have every step told: of the store, of the files, and of what is said."""
    send, changing = output._send, own_folder.changing

    def sent(text: str, stream: Any) -> None:
        step("say")
        send(text, stream)
        step("said")

    def changed(folder: Path) -> Any:
        step("lock")
        return changing(folder)

    patch.setattr(store, "connect", lambda path: Watched(schema.connect(path), step))
    patch.setattr(output, "_send", sent)
    patch.setattr(own_folder, "changing", changed)
    for name in ("replace", "unlink", "rmdir"):
        patch.setattr(Path, name, _told(getattr(Path, name), name, step))


def _told(real: Callable[..., Any], name: str, step: Step) -> Callable[..., Any]:
    def done(path: Path, *args: Any, **kwargs: Any) -> Any:
        step(name)
        found = real(path, *args, **kwargs)
        step(f"{name} done")
        return found

    return done


COMMANDS: dict[str, Callable[[Path], list[str]]] = {
    "log": lambda _: ["log", "--pain", "4", "--peak", "5", "--effort", "4", "--note", "again"],
    "log a sign": lambda _: ["log", "--numb"],
    "log more": lambda _: ["log", "swimming", "--minutes", "20"],
    "diary edit": lambda _: ["diary", "edit", "2", "--effort", "6"],
    "diary edit pain": lambda _: ["diary", "edit", "2", "--pain", "4"],
    "diary undo": lambda _: ["diary", "undo", "2"],
    "diary undo last": lambda _: ["diary", "undo"],
    "init time": lambda _: ["init", "--minutes", "30", "--days", "mon,thu"],
    "init minutes": lambda _: ["init", "--minutes", "30"],
    "init days": lambda _: ["init", "--days", "mon,thu"],
    "init tolerance": lambda _: ["init", "--aerobic-minutes", "20"],
    "init stop": lambda _: ["init", "--red-flags", "saddle-numbness"],
    "pause": lambda _: ["pause", "--to", "2026-11-25"],
    "pause end": lambda _: ["pause", "--end"],
    "prescribe": lambda _: ["prescribe", "add", "dead-bug", "--sets", "2"],
    "prescribe change": lambda _: ["prescribe", "change", "1", "3x8"],
    "prescribe edit": lambda _: ["prescribe", "edit", BACK, "2x6"],
    "prescribe avoid": lambda _: ["prescribe", "avoid", "yoga"],
    "prescribe end": lambda _: ["prescribe", "end", "1"],
    "swap": lambda home: ["swap", to_swap(home)],
    "swap back": lambda home: ["swap", "--back", swapped(home)],
    "today": lambda _: ["today", "--json", "--pain", "3"],
    "week": lambda _: ["week", "--json", "--replan"],
    "library add": lambda home: ["library", "add", str(home.parent / "mine.yaml")],
    "library add other": lambda home: ["library", "add", str(home.parent / "other.yaml")],
    "library hide": lambda _: ["library", "hide", "cat-cow"],
    "library show-again": lambda _: ["library", "show-again", "wall-plank"],
    "library remove": lambda _: ["library", "remove", "hidden"],
    "init by mistake": lambda _: ["init", "--by-mistake", "leg", "--leg", "none", "--never-so"],
    "init changed": lambda _: ["init", "--changed", "fall"],
    "init answers": lambda home: ["init", "--answers", str(home.parent / "answers.yaml")],
    "log morning": lambda _: ["log", "--morning", "2", "--tired"],
    "log flare": lambda _: ["log", "--flare"],
    "log let go": lambda _: ["log", "--done", "no", "--on", "yesterday", "--why", "tired"],
    "diary edit day": lambda _: ["diary", "edit", "2", "--on", "yesterday"],
    "prescribe limit": lambda _: ["prescribe", "limit", "--minutes", "30"],
    "prescribe accept": lambda _: ["prescribe", "accept-usual-pain", "5"],
    "prescribe import": lambda _: ["prescribe", "import", str(EXAMPLE)],
    "prescribe import anew": lambda _: ["prescribe", "import", str(EXAMPLE), "--replace"],
    "prescribe end all": lambda _: ["prescribe", "end", "all"],
    "swap for": lambda home: ["swap", to_swap(home), "--for", "half-tandem-stand"],
    "week move": lambda _: ["week", "--json", "--move", "wed=fri"],
    "week days": lambda _: ["week", "--json", "--days", "mon,thu"],
}

WHOLESALE: dict[str, Callable[[Path], list[str]]] = {
    "backup": lambda _: ["backup"],
    "backup out": lambda home: ["backup", "--out", str(home.parent / WRITTEN)],
    "restore": lambda home: ["restore", str(home.parent / THEN), "--yes"],
    "import": lambda home: ["import", "data", str(home.parent / DATA), "--replace"],
    "export": lambda home: ["export", "data", "--out", str(home.parent / WRITTEN)],
    "export sheets": lambda home: ["export", "data", "--csv", str(home.parent / WRITTEN)],
    "export ics": lambda home: ["export", "ics", "--out", str(home.parent / WRITTEN)],
    "export events": lambda home: ["export", "ics", "--vdir", str(home.parent / WRITTEN)],
    "export handout": lambda home: ["export", "handout", "--out", str(home.parent / WRITTEN)],
    "export report": lambda home: ["export", "report", "--out", str(home.parent / WRITTEN)],
    "export fhir": lambda home: ["export", "fhir", "--out", str(home.parent / WRITTEN)],
    "prescribe export": lambda home: ["prescribe", "export", str(home.parent / WRITTEN)],
    "forget": lambda _: ["forget", "--yes"],
}  # what is done with all of it: kept, brought back, written out, taken away
