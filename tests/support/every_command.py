"""Every command of the command line, as it lists them itself: which of them show what a person may act on, and how each
of these is run.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from backplan.cli.app import app
from tests.support.cli import Result, run

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "disc.yaml"
# Every command that shows what a person may act on, with what it is given.
ACTED_ON: dict[str, tuple[str, ...]] = {
    "": (), "week": (), "today": (), "log": ("--pain", "3"), "diary": (), "diary edit": ("1", "--pain", "4"),
    "diary undo": (), "progress": (), "pause": ("5 days",), "pause --end": (), "swap": ("sit-to-stand",),
    "swap --back": ("sit-to-stand",), "prescribe": (), "prescribe show": (), "prescribe preview": (str(EXAMPLE),),
    "prescribe change": ("sit-to-stand", "3x8"), "prescribe edit": ("sit-to-stand", "3x8"),
    "prescribe add": ("sit-to-stand",), "prescribe avoid": ("yoga",), "prescribe limit": ("--minutes", "30"),
    "prescribe accept-usual-pain": ("5",), "prescribe import": (str(EXAMPLE),), "prescribe end": ("all",),
    "why": ("sit-to-stand",), "cope": (), "library": (), "library search": ("bridge",),
    "library show": ("glute-bridge",), "export handout": ("--out", "-"), "export report": ("--out", "-"),
    "export ics": ("--out", "-"), "export fhir": ("--out", "-"),
}  # fmt: skip
NO_PAGE = {
    "init": "asks for these very signs", "start": "needs a terminal; tests/render/test_start.py has its screens",
    "rules": "what a rule claims", "help": "how a command is typed", "prescribe export": "a file for `import`",
    "prescribe schema": "for editors", "library schema": "for editors", "library check": "what is wrong with a file",
    "library add": "what became of a file", "library own": "which files there are",
    "library remove": "what became of a file", "library hide": "that it is hidden",
    "library show-again": "that it is there again", "library example": "an entry to begin a file with",
    "backup": "where a copy is", "restore": "what a copy holds",
    "export data": "a file for `import`", "import data": "what became of a file", "forget": "what is taken away",
}  # fmt: skip
BEFORE = {  # what has to come first
    "pause --end": ("pause", "5 days"), "swap --back": ("swap", "sit-to-stand"),
    **dict.fromkeys(("prescribe end", "prescribe change", "prescribe edit"), ("prescribe", "add", "sit-to-stand")),
}  # fmt: skip


def _below(command: Any, path: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    named = command.list_commands(None) if hasattr(command, "list_commands") else ()
    if not named or command.invoke_without_command:
        yield " ".join(path), command
    for name in named:
        yield from _below(command.get_command(None, name), (*path, name))


def _flags(command: Any) -> list[str]:
    options = (each for each in command.params if each.param_type_name == "option")
    return [
        flag for each in options if not each.name.endswith("_completion") for flag in each.opts + each.secondary_opts
    ]


_ALONE = dict(_below(typer.main.get_command(app), ()))  # every command that does something by itself
# The names of their options, and the flags as they are typed, but for those that write into a shell's own files.
COMMANDS: dict[str, set[str]] = {name: {each.name for each in command.params} for name, command in _ALONE.items()}
FLAGS: dict[str, list[str]] = {name: _flags(command) for name, command in _ALONE.items()}
FORMS: list[tuple[str, tuple[str, ...]]] = [(command, ()) for command in ACTED_ON] + [
    (command, ("--plain",)) for command in ACTED_ON if "plain" in COMMANDS[command.partition(" --")[0]]
]


def shown(command: str, form: tuple[str, ...], home: Path) -> Result:
    """What a command shows in a form, after what has to come before it."""
    if command in BEFORE:
        run(*BEFORE[command], home=home)
    return run(*command.split(), *ACTED_ON[command], *form, home=home)
