"""`backplan export`: the person's data as a file."""

from pathlib import Path
from typing import Annotated

import typer

from backplan.cli.groups import Group
from backplan.cli.terminal import environment, output

app = typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True, add_completion=False)


@app.callback()
def export() -> None:
    """Write your data to a file."""


@app.command()
def data(
    out: Annotated[Path | None, typer.Option("--out", help="The file to write; - for the terminal or a pipe.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of the file instead.")] = False,
) -> None:
    """Write all of your data as one JSON document, which `backplan import data` takes in again.

    Without --out, into a file named after the week in the present folder.
    """
    from backplan.actions import data as actions
    from backplan.actions.export import write_out
    from backplan.render.backup import EXPORTED

    if schema:
        from backplan.files.data import schema as drawn

        output.document(drawn())
        return
    place = environment.workspace()
    found = actions.document(place)
    if str(out) == "-":
        output.document(found)
        return
    target = out or Path(actions.file_name(place))
    write_out(place, target, actions.text_of(found), force=force)
    output.say(EXPORTED.format(path=target))
