"""`backplan pause`: days on which nothing is asked."""

from __future__ import annotations

from typing import Annotated

import typer

from backplan.cli import output, surroundings
from backplan.errors import UsageError
from backplan.model.diary import LogEntry

app = typer.Typer(rich_markup_mode=None)

LONGEST = 366  # days


@app.command()
def pause(
    start: Annotated[str, typer.Option("--from", help="The first day: 2026-12-24, today.")] = "today",
    end: Annotated[str, typer.Option("--to", help="The last day: 2027-01-02.")] = "",
    why: Annotated[str | None, typer.Option("--why", help="Why, in a word.")] = None,
) -> None:
    """Pause for a holiday, an illness, or any reason of your own; coming back starts gently."""
    from backplan import diary
    from backplan.cli.log_command import short

    first = surroundings.day(start, "--from")
    if not end:
        raise UsageError("until when? `backplan pause --from 2026-12-24 --to 2027-01-02`")
    last = surroundings.day(end, "--to")
    if not first <= last or (last - first).days > LONGEST:
        raise UsageError(
            f"--from {first} --to {last}: the last day must not be before the first, nor over a year after"
        )
    with diary.opened(surroundings.home()) as store:
        store.log(LogEntry(first, "pause", why=short(why), until=last.isoformat()))
    output.say(
        f"Noted: a pause from {first} to {last}. Nothing is asked of you then; after it, the plan starts gently."
    )
