"""`backplan why`: why an exercise is in this week or not, and may or may not be given."""

import re
from typing import Annotated

import typer

from backplan.cli.terminal import completing, output
from backplan.cli.terminal.unread import library_workspace
from backplan.patterns import on_first_use

app = typer.Typer(rich_markup_mode=None, add_completion=False)


_ASKED = on_first_use(
    r"^(?!(?:a|an|the|my) )(?:why )?(?:(?:is|are|was|were|do|does|did|have|has)(?:n['’]?t)? )?(?:there |i |we |you )?"
    r"(?:(?:not|never|get|got|have|do|see|given|any|no|a|an|the|my) )*",
    re.IGNORECASE,
)
_WHEN = on_first_use(
    r"(?: (?:in|of|on)(?: (?:my|the|this))? (?:week|plan))?(?: (?:this week|today|any ?more|now))?\W*$", re.I
)


def _asked_about(text: str) -> str:
    """What is asked about, without the question around it: is there no bird dog in my week?"""
    return _WHEN.sub("", _ASKED.sub("", text)) or text


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
    found = actions.why(exercise_named(_asked_about(" ".join(exercise)), workspace), workspace)
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
