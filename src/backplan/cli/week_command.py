"""`backplan week`: the schedule."""

from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli.terminal import dates, environment, output
from backplan.errors import UsageError

if TYPE_CHECKING:
    from backplan.model.vocabulary import Weekday
    from backplan.model.week import Week

app = typer.Typer(rich_markup_mode=None)


@app.command()
def week(
    which: Annotated[str, typer.Option("--week", help="this, next, last, or one like 2026-W48.")] = "this",
    days: Annotated[str, typer.Option("--days", help="Other days for this week, like mon,thu,sat.")] = "",
    replan: Annotated[bool, typer.Option("--replan", help="Lay the days from today on anew.")] = False,
    sample: Annotated[bool, typer.Option("--sample", help="A made-up person's week; stores nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="No boxes: one labelled line per item.")] = False,
) -> None:
    """Show the week: what to do, on which day, how much, what is left out and why."""
    chosen = dates.weekdays(days)
    _refuse_mixed(which, bool(chosen), replan, sample)
    show_week(_sample() if sample else _week(which, chosen, replan), as_json=as_json, plain=plain)


def _refuse_mixed(which: str, days: bool, replan: bool, sample: bool) -> None:
    """Flags that would be passed over in silence are refused. Raises UsageError."""
    if sample and (days or replan or which != "this"):
        raise UsageError("--sample shows a made-up week; it cannot go with --week, --days or --replan")
    if which != "this" and (days or replan):
        raise UsageError("--days and --replan are for this week; they cannot go with --week")


def _week(which: str, days: "tuple[Weekday, ...] | None", replan: bool) -> "Week":
    from backplan.actions.person import NOT_SCREENED
    from backplan.actions.week import Wanted, week_of

    place = environment.workspace()
    if not place.begun:
        raise NOT_SCREENED
    return week_of(place, dates.week(which), which, Wanted(replan, days))


def _sample() -> "Week":
    from backplan.actions import sample
    from backplan.cli.terminal.unread import library_workspace

    return sample.week(library_workspace())


def show_week(shown: "Week", *, as_json: bool, plain: bool) -> None:
    """Print a week in the form that was asked for."""
    if as_json:
        from backplan.render import emergency

        output.document(emergency.with_line(shown.as_dict()))
    elif plain:
        from backplan.render import plain as lines

        output.lines(lines.week(shown))
    else:
        from backplan.render import table

        output.show(lambda width: table.week(shown, width))
