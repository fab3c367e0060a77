"""`backplan week`: the schedule."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli.terminal import environment, output
from backplan.errors import UsageError
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import monday

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
    chosen = weekdays(days)
    _refuse_mixed(which, bool(chosen), replan, sample)
    show(_sample() if sample else _week(which, chosen, replan), as_json=as_json, plain=plain)


def _refuse_mixed(which: str, days: bool, replan: bool, sample: bool) -> None:
    """Flags that would be passed over in silence are refused. Raises UsageError."""
    if sample and (days or replan or which != "this"):
        raise UsageError("--sample shows a made-up week; it cannot go with --week, --days or --replan")
    if which != "this" and (days or replan):
        raise UsageError("--days and --replan are for this week; they cannot go with --week")


def weekdays(text: str) -> tuple[Weekday, ...] | None:
    """Days like `mon,thu` in the order of the week; None for nothing. Raises UsageError."""
    named = [part for part in re.split(r"[,\s]+", text.lower().strip()) if part]
    wrong = [part for part in named if environment.weekday(part) is None]
    if wrong:
        raise UsageError(f"--days {text}: {', '.join(wrong)} is no day; write mon, tue, wed, thu, fri, sat or sun")
    return tuple(day for day in WEEKDAYS if day in {environment.weekday(part) for part in named}) or None


def _week(which: str, days: tuple[Weekday, ...] | None, replan: bool) -> Week:
    from backplan.cli import planned
    from backplan.store.store import exists, opened

    today, home = environment.today(), environment.home()
    if not exists(home):
        raise planned.NOT_SCREENED
    with opened(home) as store:
        starts = _monday_of(which, today)
        person = planned.screened(store, today)
        if starts < monday(today):
            return planned.ticked(_past(store.week(starts), which), store.entries(starts, starts + timedelta(days=6)))
        if starts == monday(today):
            if days and not any(WEEKDAYS.index(day) >= today.weekday() for day in days):
                raise UsageError(f"--days {','.join(days)}: these days of this week are gone; name one still to come")
            return planned.this_week(store, person, today, replan=replan, days=days)
        if starts == monday(today) + timedelta(days=7):
            return planned.next_week(store, person, today)
        raise UsageError(f"--week {which}: only the coming week can be looked at ahead; try --week next")


def _past(found: Week | None, which: str) -> Week:
    if found is None:
        raise UsageError(f"--week {which}: no week was shown then, so there is none to show")
    return found


def _monday_of(which: str, today: date) -> date:
    word = which.lower()
    if word in ("this", "next", "last"):
        return monday(today) + timedelta(days={"this": 0, "next": 7, "last": -7}[word])
    if found := re.fullmatch(r"(\d{4})-?w(\d{1,2})", word):
        try:
            return date.fromisocalendar(int(found.group(1)), int(found.group(2)), 1)
        except ValueError:
            pass
    raise UsageError(f"--week {which}: write this, next, last, or a week like 2026-W48")


def _sample() -> Week:
    from backplan.cli import planned
    from backplan.cli.sample import sample_person
    from backplan.planner.request import Request
    from backplan.planner.week import make_week

    today = environment.today()
    starts = monday(today)
    return make_week(Request(sample_person(starts), planned.exercises(), starts, starts))


def show(shown: Week, *, as_json: bool, plain: bool) -> None:
    """Print a week in the form that was asked for."""
    if as_json:
        output.document(shown.as_dict())
    elif plain:
        from backplan.render import plain as lines

        output.lines(lines.week(shown))
    else:
        from backplan.render import table

        output.show(lambda width: table.week(shown, width))
