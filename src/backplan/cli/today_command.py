"""`backplan today`: today's session in full."""

from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli.kept_signs import signs_kept
from backplan.cli.terminal import environment, output
from backplan.cli.which_day import MinutesYouHave, WhichDay, which_day
from backplan.errors import UsageError
from backplan.model.diary import LogEntry

if TYPE_CHECKING:
    from backplan.actions.workspace import Workspace

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def today(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WHICH]", help="The minutes you have, like 10; or another day, like tomorrow."),
    ] = None,
    minutes: MinutesYouHave = None,
    pain: Annotated[int | None, typer.Option("--pain", min=0, max=10, help="Pain now, 0 to 10.")] = None,
    steps: Annotated[bool, typer.Option("--steps", help="How each is done, also those known well.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="No columns: one sentence a line.")] = False,
) -> None:
    """Show today's session in full: each exercise with its dose, its steps and why it is there.

    Only ten minutes? `backplan today 10` shows what counts most of it; `backplan start 10` goes through that.
    """
    place = environment.workspace()
    with signs_kept(place, " ".join(words or ()), as_json=as_json):
        which = which_day(words or [], minutes)
        if which.words and as_json:
            raise UsageError(f"{which.words}: beside --json, say that with `backplan log` first")
    if which.day is None:
        note_pain(place, note_words(place, which, pain), ask=not as_json and not plain and environment.at_terminal())
    elif pain is not None:
        raise UsageError("--pain tells how it is today; leave it out for another day")
    show_day(place, which, steps=steps, as_json=as_json, plain=plain)


def note_words(place: "Workspace", which: "WhichDay", pain: int | None) -> int | None:
    """The pain that a flag or words tell and that is still to be noted; words that tell more are noted as those of
    `log`. Raises SafetyStop, and UsageError for two numbers.
    """
    if None not in (pain, which.pain) and pain != which.pain:
        raise UsageError(f"--pain {pain} and {which.pain} in words are two answers: leave one out")
    if which.words is None:
        return which.pain if pain is None else pain
    from backplan.cli import log_command

    entry = LogEntry(place.today, "pain", pain=which.pain if pain is None else pain, note=which.words)
    asked_on = place.today if environment.at_terminal() else None
    log_command.record_and_say(place, [entry], asked_on, as_json=False)
    return None


def note_pain(place: "Workspace", pain: int | None, *, ask: bool) -> None:
    """Note the pain that was given, or is asked for as long as it is not known today. Raises SafetyStop."""
    from backplan.actions import pain as pains

    if pain is None and ask and pains.asked_today(place):
        from backplan.cli import aside
        from backplan.cli.morning import note_morning
        from backplan.cli.terminal import asking

        with aside.noted(place):
            note_morning(place)
            pains.note_today(place, asking.score("Pain right now"))
    elif pain is not None:
        pains.note_today(place, pain)


def show_day(
    place: "Workspace", which: "WhichDay", *, steps: bool = False, as_json: bool = False, plain: bool = False
) -> None:
    """Print today's page, or that of the day of this week that is meant."""
    from backplan.actions import week
    from backplan.render import today as words

    shown = week.today(place, which.day, practice=not as_json and not steps, minutes=which.minutes)
    if as_json:
        output.document(words.document(shown))
    elif plain:
        output.read(words.plain(shown, steps=steps))
    else:
        from backplan.cli.terminal import screens

        screens.show(
            lambda page: words.table(shown, page, steps=steps),
            lambda page: words.screens(shown, page, steps=steps),
        )
