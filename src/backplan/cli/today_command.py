"""`backplan today`: today's session in full."""

from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli.terminal import environment, output

if TYPE_CHECKING:
    from backplan.actions.week import Today
    from backplan.actions.workspace import Workspace

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def today(
    pain: Annotated[int | None, typer.Option("--pain", min=0, max=10, help="Pain now, 0 to 10.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="No boxes: one labelled line per item.")] = False,
) -> None:
    """Show today's session in full: each exercise with its dose, its steps and why it is there."""
    from backplan.actions import week

    place = environment.workspace()
    note_pain(place, pain, ask=not as_json and not plain and environment.at_terminal())
    _show(week.today(place), as_json=as_json, plain=plain)


def note_pain(place: "Workspace", pain: int | None, *, ask: bool) -> None:
    """Note the pain that was given, or is asked for as long as it is not known today. Raises SafetyStop."""
    from backplan.actions import pain as pains

    if pain is None and ask and not pains.known_today(place):
        from backplan.cli.morning import note_morning
        from backplan.cli.terminal import asking

        note_morning(place)
        pain = asking.score("Pain right now")
    if pain is not None:
        pains.note_today(place, pain)


def _show(shown: "Today", *, as_json: bool, plain: bool) -> None:
    from backplan.render import today as words

    if as_json:
        output.document(words.document(shown))
    elif plain:
        output.lines(words.plain(shown))
    else:
        output.show(lambda width: words.table(shown, width))
        output.say(words.afterwards(shown.day))
