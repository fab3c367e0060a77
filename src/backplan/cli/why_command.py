"""`backplan why`: why an exercise is in this week or not, and may or may not be given."""

from typing import Annotated

import typer

from backplan.cli.terminal import completing, output
from backplan.cli.terminal.unread import library_workspace

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def why(
    exercise: Annotated[
        list[str], typer.Argument(help="An exercise: its id or its name.", autocompletion=completing.exercises)
    ],
    full: Annotated[bool, typer.Option("--full", help="All of it, however long.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="The same lines; there is no box to leave out.")] = False,
) -> None:
    """Say why an exercise is in this week or not, by which rules, on which sources, and how sure."""
    from backplan.actions import why as actions
    from backplan.actions.exercises import exercise_named
    from backplan.render import why as looks

    workspace = library_workspace()
    found = actions.why(exercise_named(" ".join(exercise), workspace), workspace)
    if found.unread:
        output.complain(f"{str(found.unread).rstrip('.')}. {looks.UNREAD}")
    if as_json:
        output.document(looks.document(found, workspace.library.sources))
    else:
        whole = list(looks.lines(found, workspace.library.sources))
        short = not (full or plain) and output.overflows(whole)
        output.read(looks.lines(found, workspace.library.sources, short=True) if short else whole)
    if found.unread:
        raise typer.Exit(found.unread.exit_code)
