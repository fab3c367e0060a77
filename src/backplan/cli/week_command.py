"""`backplan week`: the schedule."""

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli.terminal import dates, environment, output
from backplan.cli.terminal.together import AllAtOnce, Together
from backplan.errors import UsageError, nearest
from backplan.model.wording import WEEKDAY_NAMES, weekday_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from backplan.model.vocabulary import Weekday
    from backplan.model.week import Week
    from backplan.render.page import Page

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=AllAtOnce)
def week(
    word: Annotated[str, typer.Argument(metavar="[WHICH]", help="A week (next, last), or a day like tue.")] = "",
    which: Annotated[str | None, typer.Option("--week", help="this, next, last, or one like 2026-W48.")] = None,
    days: Annotated[str | None, typer.Option("--days", help="Other days for this week, like mon,thu,sat.")] = None,
    move: Annotated[
        list[str] | None, typer.Option("--move", help="Move a day's session, like tue=wed; may be repeated.")
    ] = None,
    replan: Annotated[bool, typer.Option("--replan", help="Lay the days from today on anew.")] = False,
    sample: Annotated[bool, typer.Option("--sample", help="A made-up person's week; stores nothing.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Every dose, however long: to print.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="No columns: one sentence a line.")] = False,
) -> None:
    """Show the week: what to do, on which day, how much, what is left out and why."""
    flags = Together()
    chosen, moves = flags.read(dates.weekdays, days or ""), flags.read(dates.moves, move or ())
    if days is not None and not days.strip():
        flags.fault("--days is empty: name the days, like mon,thu, or leave it out")
    if which is not None:
        flags.read(dates.week, which)
    flags.raise_faults()
    if word and which is not None:
        raise UsageError(f"{word} and --week {which}: name one of them")
    named = (word or "this") if which is None else which
    _refuse_mixed(named, bool(chosen), bool(moves), replan, sample)
    if which is None and (day := weekday_named(word.lower()) or dates.near(word)):
        from backplan.cli.today_command import show_day
        from backplan.cli.which_day import WhichDay

        show_day(environment.workspace(), WhichDay(day), as_json=as_json, plain=plain)
        return
    shown = _sample() if sample else _week(named, chosen, moves, replan)
    which_one = ["--sample"] if sample else [named] if named != "this" else []
    show_week(shown, as_json=as_json, plain=plain, full=full, named=which_one)


def _refuse_mixed(which: str, days: bool, moves: bool, replan: bool, sample: bool) -> None:
    """Flags that would be passed over in silence are refused. Raises UsageError."""
    if sample and (days or moves or replan or which != "this"):
        raise UsageError("--sample shows a made-up week; it cannot go with another week, --days, --move or --replan")
    if which != "this" and (days or moves or replan):
        raise UsageError(f"--days, --move and --replan are for this week; they cannot go with {which}")
    if days and moves:
        raise UsageError("--days names all days of this week, --move moves some of them; give one of the two")


def _week(
    which: str, days: "tuple[Weekday, ...] | None", moves: "tuple[tuple[Weekday, Weekday], ...]", replan: bool
) -> "Week":
    from backplan.actions.person import unanswered
    from backplan.actions.week import WeekWanted, week_of

    place, starts = environment.workspace(), _monday(which)
    if not place.begun:
        raise unanswered(place)
    return week_of(place, starts, which, WeekWanted(replan, days, moves))


LESS_OF_A_WEEK = (
    "`backplan today 10` shows what counts most of ten minutes; pain that you note makes the days ahead lighter by "
    "itself, like `backplan log pain 6`; `backplan init --only time` changes your days and minutes"
)
CLOSE = 0.7  # how alike a word and the name of a day are when it may be a slip for it


def _monday(which: str) -> date:
    """The Monday of a week. Raises UsageError, with the days that may have been meant by a word that is no week."""
    try:
        return dates.week(which)
    except UsageError as fault:
        from backplan.cli.which_day import LESS

        if re.fullmatch(LESS, which.lower()):
            raise UsageError(f"week {which}: {LESS_OF_A_WEEK}") from None
        names = [name.lower() for name in WEEKDAY_NAMES.values()]
        if close := nearest(which.lower(), [*names, "next", "last", "this", "today", "tomorrow", "yesterday"], CLOSE):
            raise UsageError(f"week {which}: that is no day and no week{close}") from None
        raise fault from None


def _sample() -> "Week":
    from backplan.actions import sample
    from backplan.cli.terminal.unread import library_workspace

    return sample.week(library_workspace())


def show_week(shown: "Week", *, as_json: bool, plain: bool, full: bool = False, named: "Sequence[str]" = ()) -> None:
    """Print a week in the form that was asked for; ``named``: by which words, where it is not this one."""
    if as_json:
        from backplan.render import emergency

        output.document(emergency.with_line(shown.as_dict()))
    elif plain:
        from backplan.render import plain as lines

        output.read(lines.week(shown, environment.today() if environment.at_terminal() else None))
    else:
        output.show_page(
            lambda page: _fitting(shown, page._replace(whole=" ".join(("backplan week", *named, "--full"))), full=full)
        )


def _fitting(shown: "Week", page: "Page", *, full: bool) -> "list[RenderableType]":
    """The whole table where there is room for it or where it was asked for; else the week in a line or two a day. What
    goes into a pipe may be printed and pinned up, so no day is today there.
    """
    from backplan.render import table

    if page.height is None:
        return table.week(shown, page, date.min)
    today = environment.today()
    whole = table.week(shown, page, today, brief=not full)
    if full or table.rows_of(whole) < page.height:
        return whole
    from backplan.render import compact

    return compact.week(shown, page, today)
