"""`backplan restore`: a backup brought back."""

from pathlib import Path
from typing import Annotated

import typer

from backplan.cli.terminal import agreeing, environment, output

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def restore(
    file: Annotated[
        Path | None, typer.Argument(help="A backup: a file, or a name like 2026-11-23. Without one, lists them.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Bring a backup back, after showing what it holds; what it replaces is kept.

    What stops you now goes on stopping you, whatever the backup says.
    """
    from backplan.actions import backup as actions
    from backplan.actions.meanwhile import kept
    from backplan.render import backup as words
    from backplan.store.backup import scratch

    place = environment.workspace()
    if file is None:
        output.read(words.listed(actions.listed(place)))
        return
    with scratch(place.home) as folder:
        offered = actions.offer(place, file, folder)
        empty = offered.now is not None and offered.now.nothing
        shown = None if yes or empty else kept(place)
        output.lines(words.offered(offered))
        if not empty and not agreeing.agreed("Put it in the place of what is here now?", yes=yes):
            output.say("Nothing was changed.")
            return
        output.lines(words.back(actions.bring_back(place, offered, shown)))
