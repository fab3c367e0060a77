"""`backplan progress`: the last twelve weeks at a glance."""

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli.still_open import repeat_open_questions
from backplan.cli.terminal import environment, output

if TYPE_CHECKING:
    from rich.console import RenderableType

    from backplan.planner.lookback.progress import Progress
    from backplan.render.page import Page

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def progress(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="No chart and no boxes: one labelled line per item.")] = False,
    full: Annotated[bool, typer.Option("--full", help="All of it, however long.")] = False,
) -> None:
    """Show the last 12 weeks: pain over time, what was done, and how far each exercise has come."""
    from backplan.actions.progress import look_back

    place = environment.workspace()
    shown, unread = look_back(place)
    repeat_open_questions(place)
    for notice in unread:
        output.complain(notice)
    from backplan.render import emergency

    if as_json:
        output.document(emergency.with_line(shown.as_dict()))
        return
    from backplan.render import progress as looks

    if not shown.logged:
        output.lines([looks.NOTHING, emergency.PLAIN if plain else emergency.LINE])
    elif plain:
        output.read(looks.plain(shown))
    else:
        output.show_page(lambda page: _fitting(shown, page, full=full))


def _fitting(shown: "Progress", page: "Page", *, full: bool) -> "list[RenderableType]":
    """All of it where there is room for it or where it was asked for; else what matters most, in the rows there are."""
    from backplan.render import chart
    from backplan.render import progress as looks

    def draw(height: int) -> str:
        return chart.chart(shown, page.room, dumb=_dumb(), height=height, dated=False)

    whole = looks.screen(shown, page, chart.chart(shown, page.room, dumb=_dumb()))
    if full or page.height is None or output.rows_printed(whole, page) < page.height:
        return whole
    from backplan.render import progress_compact

    return progress_compact.screen(shown, page, draw)


def _dumb() -> bool:
    """Whether the terminal or pipe shows letters and signs of ASCII only."""
    if os.environ.get("TERM") == "dumb":
        return True
    try:
        "⠒┤".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return False
