"""`backplan library check, add, own, remove, hide, show-again, schema`: exercises from a file of one's own."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli.terminal import completing, environment, output
from backplan.cli.terminal.flags import taking
from backplan.errors import FileError, UsageError
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from backplan.actions.own import Checked

_FILE = typer.Argument(help="A file of exercises, YAML or JSON.")
_JSON = typer.Option("--json", help="One JSON document.")
_PLAIN = typer.Option("--plain", help="No boxes: one labelled line per item.")


def register(app: typer.Typer) -> None:
    """Give `backplan library` the commands of this page."""
    for name, command in COMMANDS.items():
        app.command(name)(command)


def check(
    file: Annotated[Path, _FILE],
    as_json: Annotated[bool, _JSON] = False,
    plain: Annotated[bool, _PLAIN] = False,
    whole: Annotated[bool, typer.Option("--all", help="Every fault of the file, not just the first five.")] = False,
) -> None:
    """Judge a file of exercises without adding it: which could be given, which not, and why. Ends with exit code 3
    where `library add` would not take the file.
    """
    from backplan.actions import own as actions
    from backplan.render import own as looks

    most = actions.ALL_FAULTS if whole or as_json else actions.FAULTS
    found = actions.check(environment.workspace(), file, most)
    for line in (*looks.take_note(found), *looks.unread(found)):
        output.complain(line)
    if as_json:
        output.document(looks.checked_document(found, file.name))
    else:
        _show_checked(found, plain=plain, whole=whole)
    if found.refused:
        raise typer.Exit(FileError.exit_code)


def _show_checked(found: "Checked", *, plain: bool, whole: bool) -> None:
    from backplan.render import own as looks

    with output.one_page():
        if plain:
            output.lines(looks.checked(found))
        else:
            output.show(lambda _: [looks.checked_table(found)])
        output.say(looks.checked_count(found))
        output.lines(looks.refusals(found, whole))


class Typed(NamedTuple):
    """What `backplan library add` was given: a file, or an exercise in brief."""

    file: Annotated[Path | None, _FILE] = None
    name: Annotated[str | None, typer.Option("--name", help="Without a file: what the exercise is called.")] = None
    steps: Annotated[
        str | None, typer.Option("--steps", help="How it is done, a step after the other: 'Stand tall; lift one hip'.")
    ] = None
    dose: Annotated[str | None, typer.Option("--dose", help="The dose in words: '2 x 8 each side'.")] = None
    back: Annotated[
        str | None, typer.Option("--back", help="What it does to your back: still, bends, arches, twists, sideways.")
    ] = None

    @property
    def entry(self) -> dict[str, str]:
        """What was said of an exercise, as an entry of a file."""
        parts = {"name": self.name, "steps": self.steps, "dose": self.dose, "back": self.back}
        return {key: value for key, value in parts.items() if value is not None}


@taking(Typed)
def add(given: Typed) -> None:
    """Lay a file of exercises over the library: add, replace (same id) or hide. A copy is kept with your data.

    Without a file, one exercise by its --name and --steps; it is given once it is prescribed.
    """
    from backplan.actions import own as actions
    from backplan.render import own as looks

    entry, place = given.entry, environment.workspace()
    if given.file is None and not (given.name and given.steps):
        raise UsageError(looks.HOW_TO_ADD)
    if given.file is not None and entry:
        raise UsageError(f"--{next(iter(entry))} stands beside a file; give one of the two")
    found = actions.add(place, given.file) if given.file else actions.add_typed(place, entry)
    for line in looks.warnings(found):
        output.complain(line)
    output.lines(looks.added(found))
    output.lines(looks.added_in_brief(found, back=given.back) if entry else ())


def own(as_json: Annotated[bool, _JSON] = False, plain: Annotated[bool, _PLAIN] = False) -> None:
    """List your own files, what is in each, and what is wrong with one that cannot be read."""
    from backplan.actions import own as actions
    from backplan.render import own as looks

    found = actions.kept(environment.workspace())
    if as_json:
        output.document(looks.kept_document(found))
    else:
        output.read(looks.kept(found))


def remove(
    name: Annotated[
        str,
        typer.Argument(
            help="An own file, as `backplan library own` names it.", autocompletion=completing.own_files_named
        ),
    ],
) -> None:
    """Take an own file back; what it replaced or hid of ours is there again."""
    from backplan.actions import own as actions
    from backplan.actions.prescription import still_prescribed
    from backplan.render import own as looks

    place = environment.workspace()
    output.say(looks.removed(actions.remove(place, name)))
    if held := still_prescribed(environment.workspace()):
        output.complain(looks.still_prescribed(held))


def hide(
    exercise: Annotated[
        list[str], typer.Argument(help="An exercise: its id or its name.", autocompletion=completing.exercises)
    ],
) -> None:
    """Hide an exercise: it is never given until it is shown again."""
    from backplan.actions import own as actions
    from backplan.render import own as looks

    output.say(looks.hidden(actions.hide(environment.workspace(), " ".join(exercise))))


def show_again(
    exercise: Annotated[
        list[str], typer.Argument(help="An exercise that you have hidden.", autocompletion=completing.hidden_exercises)
    ],
) -> None:
    """Bring back an exercise that you have hidden."""
    from backplan.actions import own as actions
    from backplan.render import own as looks

    output.say(looks.shown_again(actions.show_again(environment.workspace(), " ".join(exercise))))


def schema() -> None:
    """Print the JSON Schema of a file of exercises, for editors."""
    from backplan.library.own_schema import schema as made

    output.document(made())


def example() -> None:
    """Print a whole entry with what each line means, to begin a file with: `library example > mine.yaml`."""
    from backplan.library.data import data_file

    output.say(data_file("own_example.yaml").read_text(encoding="utf-8").rstrip())


COMMANDS: dict[str, Callable[..., None]] = {
    "example": example,
    "check": check,
    "add": add,
    "own": own,
    "remove": remove,
    "hide": hide,
    "show-again": show_again,
    "schema": schema,
}
