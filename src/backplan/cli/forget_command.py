"""`backplan forget`: all that is kept of the person is taken away."""

from typing import Annotated

import typer

from backplan.cli.terminal import agreeing, environment, output

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def forget(yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Take away all that is kept of you on this machine: data, backups and own exercises.

    This cannot be taken back. `backplan export data` or `backplan backup --out FILE` keeps a copy elsewhere first.
    """
    from backplan.actions import forget as actions
    from backplan.actions.meanwhile import kept
    from backplan.render import backup as words

    place = environment.workspace()
    found = actions.all_of_it(place)
    shown = None if yes else kept(place)
    if not found:
        output.say(words.NOTHING)
        return
    output.lines(words.to_forget(found))
    if not agreeing.agreed("Take it all away?", yes=yes):
        output.say("Nothing was changed.")
        return
    output.lines(words.forgotten(actions.forget(place, shown)))
