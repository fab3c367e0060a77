"""`backplan help`: the same as --help, of everything or of one command."""

from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def show(
    ctx: typer.Context,
    command: Annotated[list[str] | None, typer.Argument(help="A command, like week or library search.")] = None,
) -> None:
    """Show what the commands are, or all about one: the same as --help."""
    root = ctx.find_root()
    words = ["--help"] if command in (None, [], ["help"]) else [*(command or ()), "--help"]
    with root.command.make_context(root.info_name, words, parent=None) as asked:
        root.command.invoke(asked)
