"""`backplan progress`: the last twelve weeks at a glance."""

import os
import sys
from typing import Annotated

import typer

from backplan.cli.terminal import environment, output

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def progress(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="No chart and no boxes: one labelled line per item.")] = False,
) -> None:
    """Show the last 12 weeks: pain over time, what was done, and how far each exercise has come."""
    from backplan.actions.progress import look_back

    shown, unread = look_back(environment.workspace())
    for notice in unread:
        output.complain(notice)
    from backplan.render import emergency

    if as_json:
        output.document(emergency.with_line(shown.as_dict()))
        return
    from backplan.render import chart
    from backplan.render import progress as looks

    if not shown.logged:
        output.lines([looks.NOTHING, emergency.PLAIN if plain else emergency.LINE])
    elif plain:
        output.lines(looks.plain(shown))
    else:
        output.show_page(lambda page: looks.screen(shown, page, chart.chart(shown, page.room, dumb=_dumb())))


def _dumb() -> bool:
    """Whether the terminal or pipe shows letters and signs of ASCII only."""
    if os.environ.get("TERM") == "dumb":
        return True
    try:
        "⠒┤".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return False
