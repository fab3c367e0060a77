"""`backplan swap`: another exercise for the same slot, from now on; and back."""

from typing import Annotated

import typer

from backplan.cli.terminal import completing, options, output
from backplan.cli.terminal.unread import library_workspace
from backplan.errors import UsageError

app = typer.Typer(rich_markup_mode=None)


@app.command()
def swap(
    exercise: Annotated[
        str,
        typer.Argument(
            help="The exercise to give up, as `backplan week --plain` or --json names it.",
            autocompletion=completing.exercises,
        ),
    ],
    why: Annotated[str | None, typer.Option("--why", help="Why, in a word.")] = None,
    back: Annotated[bool, typer.Option("--back", help="Take an earlier swap of this exercise back.")] = False,
) -> None:
    """Put another exercise in the place of one, from today on; --back takes that back."""
    from backplan.actions import swap as swaps
    from backplan.actions.exercises import exercise_named
    from backplan.render import swap as words

    place = library_workspace()
    found, word = exercise_named(exercise, place), options.short(why)
    if back and why is not None:
        raise UsageError("--why tells why an exercise goes; it does not go with --back")
    if back:
        output.say(words.taken_back(found, again=swaps.swap_back(place, found)))
    else:
        output.say(words.swapped(found, swaps.swap(place, found, word)))
