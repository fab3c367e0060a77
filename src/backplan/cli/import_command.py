"""`backplan import`: the person's data taken in from a file."""

from pathlib import Path
from typing import Annotated

import typer

from backplan.cli.groups import CommandGroup
from backplan.cli.terminal import environment, output


class _Files(CommandGroup):
    """A word that is no command may be a file."""

    instead = "`backplan import data {word}` takes a file in."


app = typer.Typer(cls=_Files, rich_markup_mode=None, no_args_is_help=True, add_completion=False)


@app.callback()
def import_() -> None:
    """Take your data in from a file that `export data` wrote."""


@app.command()
def data(
    file: Annotated[Path, typer.Argument(help="A file that `backplan export data` wrote.")],
    replace: Annotated[bool, typer.Option("--replace", help="Put it in the place of the data here, kept too.")] = False,
) -> None:
    """Take in all of a person's data from one JSON document; all of it, or nothing where anything in it is wrong.

    What stops you now goes on stopping you, whatever the file says.
    """
    from backplan.actions import backup
    from backplan.actions import data as actions
    from backplan.render import backup as words
    from backplan.store.backup import scratch

    place = environment.workspace()
    with scratch(place.home) as folder:
        offered = actions.offer(place, file, folder, replace=replace)
        output.lines(words.offered(offered))
        output.lines(words.back(backup.bring_back(place, offered)))
