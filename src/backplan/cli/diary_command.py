"""`backplan diary`: what was logged; edit and undo."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from backplan.cli.groups import Group
from backplan.cli.terminal import dates, environment, options, output
from backplan.cli.terminal.together import AllAtOnce, Together
from backplan.errors import UsageError
from backplan.model.vocabulary import MINUTES_OF_A_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

app = typer.Typer(cls=Group, rich_markup_mode=None, invoke_without_command=True, add_completion=False)

SHOWN = 30


@app.callback()
def diary(
    ctx: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="Every entry, not just the last 30.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="No boxes: one labelled line per entry.")] = False,
) -> None:
    """Show what was logged, newest last; edit and undo."""
    if ctx.invoked_subcommand is not None:
        return
    from backplan.actions.diary import entries, latest
    from backplan.actions.exercises import named_in
    from backplan.render import diary as words
    from backplan.render import emergency

    place = environment.workspace()
    if as_json:
        output.document(words.document(entries(place)))
        return
    shown, total = (list(entries(place)), 0) if everything else latest(place, SHOWN)
    names = named_in(shown, place)
    if not shown:
        output.say(words.NOTHING_YET)
    elif plain:
        output.lines(words.plain(shown, names))
    else:
        output.show(lambda _: [words.table(shown, names)])
        output.lines(words.rest(len(shown), total))
    output.say(emergency.PLAIN if plain else emergency.LINE)


@app.command(cls=AllAtOnce)
def edit(
    number: Annotated[int, typer.Argument(help="The entry's number, as `backplan diary` shows it.")],
    pain: Annotated[int | None, typer.Option("--pain", min=0, max=10)] = None,
    peak: Annotated[int | None, typer.Option("--peak", min=0, max=10)] = None,
    effort: Annotated[int | None, typer.Option("--effort", min=0, max=10)] = None,
    on: Annotated[str | None, typer.Option("--on", help="Another day.")] = None,
    done: Annotated[str | None, typer.Option("--done", help="all, part or no.")] = None,
    leg: Annotated[str | None, typer.Option("--leg")] = None,
    minutes: Annotated[int | None, typer.Option("--minutes", min=1, max=MINUTES_OF_A_DAY)] = None,
    score: Annotated[int | None, typer.Option("--score", min=0, max=10, help="How well you can do it.")] = None,
    tired: Annotated[
        bool | None, typer.Option("--tired/--back", help="A morning's pain: tired muscles, or the back.")
    ] = None,
    why: Annotated[str | None, typer.Option("--why")] = None,
    note: Annotated[str | None, typer.Option("--note", help="Other words; '' takes them out.")] = None,
) -> None:
    """Change an entry: only what you name."""
    flags = Together()
    changes: dict[str, Any] = {
        "pain": pain, "peak": peak, "effort": effort, "minutes": minutes,
        "score": score, "tired": tired,
        "done": flags.read(options.done, done), "leg": flags.read(options.leg, leg),
        "why": flags.read(options.short, why), "note": flags.read(options.short, note),
        "on": flags.read(dates.past_day, on, "--on") if on else None,
    }  # fmt: skip
    flags.told()
    emptied = {"why": why, "note": note}  # an empty text takes out what stood there
    changes = {key: value for key, value in changes.items() if value is not None or emptied.get(key) is not None}
    if not changes:
        raise UsageError(f"say what to change, like `backplan diary edit {number} --pain 3`")
    output.lines(_changed(number, changes))


def _changed(number: int, changes: dict[str, Any]) -> "Iterator[str]":
    from backplan.actions import diary as diaries
    from backplan.actions.exercises import named_in
    from backplan.render import diary as words
    from backplan.render.emergency import LINE
    from backplan.render.log import FURTHER, alarm

    place = environment.workspace()
    entry = diaries.entry(place, number)
    if wrong := diaries.unfitting(entry, changes):
        raise UsageError(words.unfitting(entry, wrong, named_in([entry], place)))
    changed = diaries.change(place, number, changes)
    yield words.changed(changed.entry, place.today, named_in([changed.entry], place), moved="on" in changes)
    if changed.further:
        yield FURTHER
    yield from alarm(changed.alarm)
    if changed.lifted:
        yield words.lifted(changed.lifted)
    yield LINE


@app.command()
def undo(
    number: Annotated[int | None, typer.Argument(help="The entry's number; the last one written without it.")] = None,
) -> None:
    """Take back an entry."""
    from backplan.actions import diary as diaries
    from backplan.actions.exercises import named_in
    from backplan.render import diary as words
    from backplan.render.emergency import LINE

    place = environment.workspace()
    undone = diaries.undo(place, number)
    output.say(words.taken_back(undone.entry, place.today, named_in([undone.entry], place)))
    if undone.lifted:
        output.say(words.lifted(undone.lifted))
    output.say(LINE)
