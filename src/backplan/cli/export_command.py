"""`backplan export`: pages to print and to show, a calendar, a clinic's record, and the person's data as a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli.groups import CommandGroup
from backplan.cli.still_open import repeat_open_questions
from backplan.cli.terminal import environment, output
from backplan.cli.terminal.together import AllAtOnce, Together
from backplan.errors import UsageError, in_a_line
from backplan.model.vocabulary import MINUTES_OF_A_DAY

if TYPE_CHECKING:
    from backplan.actions.workspace import Workspace
    from backplan.model.week import Week

app = typer.Typer(cls=CommandGroup, rich_markup_mode=None, no_args_is_help=True, add_completion=False)

MOST_ALARM = MINUTES_OF_A_DAY

_Out = Annotated[Path | None, typer.Option("--out", help="The file to write; - for the terminal or a pipe.")]
_Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]
_Pdf = Annotated[bool, typer.Option("--pdf", help="A PDF instead of a web page; needs `pip install 'backplan[pdf]'`.")]


@app.callback()
def export() -> None:
    """Write a file: the week to print, a report to show, a calendar, a clinic's record, or all of your data."""


@app.command()
def handout(
    out: _Out = None,
    force: _Force = False,
    which: Annotated[str, typer.Option("--week", help="this or next.")] = "this",
    large: Annotated[bool, typer.Option("--large", help="Large type.")] = False,
    pdf: _Pdf = False,
) -> None:
    """Write the week as one page to print: a sheet to pin up, then each exercise with dose, steps and boxes to tick.

    The page needs no network. Without --out, into a file named after the week in the present folder.
    """
    from backplan.actions.pages import one_week
    from backplan.actions.prescription import given
    from backplan.cli.terminal import dates
    from backplan.render.pages import handout as pages

    place = environment.workspace()
    week = one_week(place, dates.week(which), which)
    repeat_open_questions(place)
    html = pages.handout(week, place.today, given(place), large=large, figure=lambda key: _figure(place, week, key))
    _write_page(place, html, f"backplan-{week.name}-handout", out, force=force, pdf=pdf)


@app.command()
def report(out: _Out = None, force: _Force = False, pdf: _Pdf = False) -> None:
    """Write a page for the next appointment: pain, leg and function over time, what was done, what changed and why.

    The page needs no network. Without --out, into a file named after the week in the present folder.
    """
    from backplan.actions.pages import look_back
    from backplan.model.week import week_name
    from backplan.render.pages import report as pages

    place = environment.workspace()
    html = pages.report(look_back(place), place.library.by_id())
    repeat_open_questions(place)
    _write_page(place, html, f"backplan-{week_name(place.today)}-report", out, force=force, pdf=pdf)


@app.command(cls=AllAtOnce)
def ics(
    out: _Out = None,
    force: _Force = False,
    weeks: Annotated[int, typer.Option("--weeks", min=1, max=8, help="How many weeks, this one included.")] = 1,
    at: Annotated[
        list[str] | None, typer.Option("--at", help="When sessions begin: 18:30, or on a day, mon=07:45; repeatable.")
    ] = None,
    zone: Annotated[str, typer.Option("--tz", help="A time zone, like Europe/Berlin; local time without one.")] = "",
    alarm: Annotated[
        int | None, typer.Option("--alarm", min=0, max=MOST_ALARM, help="An alarm so many minutes before.")
    ] = None,
    vdir: Annotated[Path | None, typer.Option("--vdir", help="A folder to write one file an event into.")] = None,
) -> None:
    """Write the sessions as a calendar. Imported again, events change and do not double; sessions gone are cancelled.

    Sessions begin at 18:00 where --at says nothing. Weeks after the next are laid out as if all before were done.
    """
    from backplan.cli import calendars

    if vdir is not None and (out is not None or force):
        raise UsageError("--vdir is a folder with a file for each event; it cannot go with --out or --force")
    flags = Together()
    times = calendars.times(flags, at or [], zone, alarm)
    flags.raise_faults()
    calendars.write(environment.workspace(), times, weeks, out=out, force=force, vdir=vdir)


@app.command()
def fhir(out: _Out = None, force: _Force = False) -> None:
    """Write the week, what you want back, and what you noted as a FHIR R4 Bundle, for a clinic's record.

    Needs `pip install 'backplan[fhir]'`. Nothing is sent anywhere: the file is yours to hand over.
    """
    from backplan.actions.pages import for_record
    from backplan.render.fhir import bundle

    place = environment.workspace()
    found = for_record(place)
    repeat_open_questions(place)
    _write(place, bundle(found), f"backplan-{found.week.name}-fhir.json", out, force=force)


@app.command()
def data(
    out: _Out = None,
    force: _Force = False,
    as_csv: Annotated[
        Path | None, typer.Option("--csv", help="A folder to write sheets into instead, for a spreadsheet to open.")
    ] = None,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of the file instead.")] = False,
) -> None:
    """Write all of your data as one JSON document, which `backplan import data` takes in again.

    Without --out, into a file named after the week in the present folder. With --csv, as sheets to look at:
    answers, diary, weeks, days, exercises, goals, swaps, prescription, own exercises; only the JSON is taken in again.
    """
    from backplan.actions import data as actions
    from backplan.actions.export import write_out
    from backplan.render.backup import EXPORTED

    if as_csv is not None:
        if out is not None:
            raise UsageError("--out names one file, --csv a folder for several; give one of them")
        _write_sheets(environment.workspace(), as_csv, force=force)
        return

    if schema:
        from backplan.files.data import schema as drawn

        output.document(drawn())
        return
    place = environment.workspace()
    target = out or Path(actions.file_name(place))
    with actions.document(place) as found:
        if str(out) == "-":
            output.document(found)
            return
        write_out(place, target, actions.text_of(found), force=force)
    output.say(EXPORTED.format(path=target))


def _write_sheets(place: "Workspace", folder: Path, *, force: bool) -> None:
    """Write all data as sheets into a folder, which is made where there is none; none is written over without force."""
    from backplan.actions.data import document
    from backplan.actions.export import write_folder
    from backplan.render.backup import EXPORTED
    from backplan.render.sheets import sheets

    with document(place) as whole:
        found = sheets(whole)
    write_folder(place, folder, {name: text.encode("utf-8-sig") for name, text in found.items()}, force=force)
    output.say(EXPORTED.format(path=f"{in_a_line(folder)}, {len(found)} sheets"))


def _figure(place: "Workspace", week: "Week", key: str) -> str | None:
    """The figure of an exercise of a week as SVG; None where there is none."""
    from backplan.actions.library import figure_named
    from backplan.figures.svg import svg
    from backplan.render.figure import alt

    exercise, drawn = place.library.by_id().get(key), figure_named(key, place)
    return svg(drawn, alt(exercise.name, exercise.steps)) if exercise and drawn else None


def _write_page(place: "Workspace", html: str, name: str, out: Path | None, *, force: bool, pdf: bool) -> None:
    """Write a page as it is, or as PDF."""
    if not pdf:
        _write(place, html.encode(), f"{name}.html", out, force=force)
        return
    from backplan.render.pages.page import as_pdf

    _write(place, as_pdf(html), f"{name}.pdf", out, force=force)


def _write(place: "Workspace", raw: bytes, name: str, out: Path | None, *, force: bool) -> None:
    """Write a file where it is wanted, or under its own name in the present folder."""
    from backplan.actions.export import write_out
    from backplan.render.backup import WRITTEN

    if str(out) == "-":
        output.raw(raw)
        return
    target = out or Path(name)
    write_out(place, target, [raw], force=force)
    output.say(WRITTEN.format(path=target))
