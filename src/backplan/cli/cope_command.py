"""`backplan cope`: ways to cope with pain, as short pages. They are words and no exercises."""

from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli.terminal import completing, environment, output
from backplan.errors import UsageError

if TYPE_CHECKING:
    from backplan.actions.cope import Coping
    from backplan.model.exercise import Library

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def cope(
    topic: Annotated[
        list[str] | None,
        typer.Argument(help="A topic, like breathing; leave out for the list.", autocompletion=completing.topics),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="One labelled line per item.")] = False,
) -> None:
    """Show ways to cope with pain, as short pages: pacing, breathing, heat, sleep, what to do in a flare."""
    from backplan.actions import cope as coping
    from backplan.render import cope as looks

    workspace = environment.workspace()
    asked = " ".join(topic) if topic else None
    try:
        found = coping.cope(workspace, asked)
    except UsageError as fault:
        raise UsageError(f"{fault}{_of_a_sign(asked or '')}") from None
    for sentence in looks.before(found):
        output.complain(sentence)
    _show(found, workspace.ours, as_json=as_json, plain=plain)
    if found.reader.unread:
        raise typer.Exit(found.reader.unread.exit_code)


def _of_a_sign(asked: str) -> str:
    """Where words that name no page may tell of a sign: that only `log` notes them, and whom to call."""
    from backplan.planner.diary.health_words import may_alarm
    from backplan.render import emergency

    if not may_alarm(asked):
        return ""
    return f". Nothing of it is noted: `backplan log` with these words does that. {emergency.LINE}"


def _show(found: "Coping", library: "Library", *, as_json: bool, plain: bool) -> None:
    """The page that was asked for, or the list."""
    from backplan.render import cope as looks

    if as_json:
        output.document(looks.document(found, library))
        return
    if found.page:
        page = looks.plain_page if plain else looks.page
        output.read(page(found.page, found.reader, library))
    else:
        output.read(looks.topics(found.pages, plain=plain))
