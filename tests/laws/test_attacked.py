"""Every command and flag that writes is among those that the tools attack: a new one has to be added, or called what it
is.
"""

from pathlib import Path
from typing import Any

import pytest
import typer
import typer.main

from backplan.cli.app import app
from tests.support.attacks import EVERY, state
from tests.support.cli import run
from tests.support.every_command import ACTED_ON, COMMANDS
from tests.support.windows import lived_in

GROUP: Any = typer.main.get_command(app)
# Commands that keep nothing of what they are told; each is run below, and changes nothing.
LOOKS: dict[str, tuple[str, ...]] = {
    **{name: ACTED_ON[name] for name in ("", "diary", "progress", "why", "cope", "prescribe", "prescribe show",
                                         "prescribe preview", "library", "library search", "library show")},
    "rules": (), "help": (), "prescribe schema": (), "library schema": (), "library example": (), "library own": (),
    "library check": (str(Path(__file__)),),
}  # fmt: skip
NEEDS_A_TERMINAL = {"start"}  # tests/cli/test_start_command.py breaks it off
# Flags that change what is written, or only how it is shown, and not which way it goes into the store.
SHOWN = {"as_json", "plain", "full", "steps", "word", "yes", "force", "example"}
OF_AN_EXERCISE = {
    "by", "circuit", "days", "dose", "effort", "grow", "hold", "knows", "load", "minutes", "on", "per_week", "reps",
    "rest", "side", "tempo", "times_a_day", "until", "why",
}  # fmt: skip
ALIKE: dict[str, set[str]] = {
    "init": {
        "babies", "birth", "birth_on", "born", "changed_on", "clearance_by", "clearance_on", "conditions", "controlled",
        "dislikes", "equipment", "floor", "functions", "gym", "heart", "knows", "level", "likes", "pain",
        "pool_days", "pregnant_weeks", "released", "since", "strokes", "surgery", "surgery_on", "swim", "tolerance",
        "usual", "export", "list_", "more", "only",
        "anew",  # tests/store/test_damage.py: the store is gone first
    },
    "week": {"which", "sample"},
    "today": {"minutes"},
    "library add": {"back", "dose", "name", "steps"},
    "log": {"again", "bladder", "function", "leg", "load", "not_", "saddle", "sign", "weak"},
    "diary edit": {"done", "leg", "load", "minutes", "never_so", "not_", "note", "peak", "score", "tired", "why"},
    "diary undo": {"never_so"},
    "pause": {"start", "why"},
    "swap": {"why"},
    "prescribe add": OF_AN_EXERCISE,
    "prescribe change": {*OF_AN_EXERCISE, "sets"},
    "prescribe edit": {*OF_AN_EXERCISE, "sets"},
    "prescribe avoid": {"by", "on", "why"},
    "prescribe limit": {"by", "on", "why"},
    "prescribe accept-usual-pain": {"by", "on", "why"},
    "export handout": {"large", "pdf", "which"},
    "export report": {"pdf"},
    "export ics": {"alarm", "at", "weeks", "zone"},
    "export data": {"schema"},
}  # fmt: skip


@pytest.fixture
def lived(home: Path) -> Path:
    """A person's folder with something of everything."""
    lived_in(home)
    return home


def _understood(args: list[str]) -> tuple[str, set[str]]:
    """The command that some arguments call, and its arguments, with the options that they give it."""
    command, path = GROUP, list[str]()
    while hasattr(command, "list_commands") and args[len(path)] in command.list_commands(None):
        path.append(args[len(path)])
        command = command.get_command(typer.Context(command), path[-1])
    given = (each.name for each in command.params if each.param_type_name == "argument" or {*each.opts} & {*args})
    return " ".join(path), {*given}


def _attacked(lived: Path) -> dict[str, set[str]]:
    found = dict[str, set[str]]()
    for form in EVERY.values():
        name, options = _understood(form(lived))
        found.setdefault(name, set()).update(options)
    return found


def test_every_command_is_attacked_or_only_looks(lived: Path) -> None:
    """A new command that writes goes to COMMANDS or WHOLESALE of tests/support/windows.py, one that looks to LOOKS."""
    attacked = _attacked(lived)
    assert COMMANDS.keys() == {*attacked, *LOOKS, *NEEDS_A_TERMINAL}
    assert not {*attacked} & {*LOOKS}


def test_every_flag_of_a_command_that_writes_is_attacked_or_writes_as_others_do(lived: Path) -> None:
    """A new flag with a way of its own into the store gets a form in tests/support/windows.py; others go to ALIKE."""
    for name, options in _attacked(lived).items():
        new = COMMANDS[name] - options - SHOWN - ALIKE.get(name, set())
        assert not new, f"{name}: {new}"
        assert ALIKE.get(name, set()) <= COMMANDS[name] - options, name


@pytest.mark.parametrize("name", LOOKS)
def test_a_command_that_looks_changes_nothing(name: str, lived: Path) -> None:
    before = state(lived)
    run(*name.split(), *LOOKS[name], home=lived)
    assert state(lived) == before
