"""`backplan pause`: days on which nothing is asked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli.terminal import environment, output
from backplan.errors import UsageError
from backplan.model.diary import LogEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backplan.store.store import Store

app = typer.Typer(rich_markup_mode=None)

LONGEST = 366  # days
DAY = timedelta(days=1)


@app.command()
def pause(
    start: Annotated[str, typer.Option("--from", help="The first day: 2026-12-24, today.")] = "",
    to: Annotated[str, typer.Option("--to", help="The last day: 2027-01-02.")] = "",
    why: Annotated[str | None, typer.Option("--why", help="Why, in a word.")] = None,
    end: Annotated[bool, typer.Option("--end", help="End the pause: today is the first day after it.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """Pause for a holiday, an illness, or any reason of your own; coming back starts gently.

    `backplan pause --end` ends a pause before its time, or takes back one that has not begun.
    """
    if end:
        if start or to or why is not None:
            raise UsageError("--end ends the pause today; it goes with no other day and no reason")
        _end(as_json=as_json)
    else:
        _begin(start, to, why, as_json=as_json)


def _begin(start: str, to: str, why: str | None, *, as_json: bool) -> None:
    from backplan.cli.log_command import short
    from backplan.cli.terminal import asking
    from backplan.store.store import opened

    first = environment.day(start or "today", "--from")
    if not to and not environment.at_terminal():
        raise UsageError("until when? `backplan pause --from 2026-12-24 --to 2027-01-02`")
    if to:
        last = _last(first, to, "--to")
    else:
        example = first + 7 * DAY
        last = asking.until_right(
            f"Until when? (the last day of the pause, like {example})", None, lambda text: _last(first, text, "That")
        )
    with opened(environment.home()) as store:
        number = store.log(LogEntry(first, "pause", why=short(why), until=last.isoformat()))[0]
        stored, restart = store.entry(number), _restart(store, last)
    if as_json:
        output.document({"schema": 1, "entries": [stored.as_dict()] if stored else [], "restart": restart})
        return
    output.say(f"Noted: a pause from {_named(first)} to {_named(last)}. Nothing is asked of you then.")
    output.say(restart)


def _last(first: date, text: str, flag: str) -> date:
    """The last day of a pause; a day by its name may be the coming one here. Raises UsageError."""
    last = environment.day(text, flag)
    if last < first and environment.weekday(text.strip().lower()):
        last = first + (last - first).days % 7 * DAY
    if last < first:
        raise UsageError(f"{flag} {text}: {_named(last)} is before the first day, {_named(first)}")
    if (last - first).days > LONGEST:
        raise UsageError(f"{flag} {text}: that is over a year after the first day, {_named(first)}")
    return last


def _named(day: date) -> str:
    return f"{day:%a} {day}"


def _restart(store: Store, last: date) -> str:
    """How the plan goes on after the last day of a pause, as the rule on gaps has it, if nothing is done before."""
    from backplan.planner.diary.pause import paused
    from backplan.rules.progress import gap_restart

    entries, back = store.entries(), last + DAY
    while paused(entries, [back]):
        back += DAY
    done = [e.on for e in entries if e.kind in ("session", "activity") and e.done != "no"]
    if not done:
        return f"From {_named(back)} the plan goes on as if no day had gone by."
    gap = (back - max(done)).days
    percent = gap_restart.percent_after(gap)
    if percent == 100:
        return f"From {_named(back)} the plan goes on where it was: a gap this short takes nothing off."
    share = f"at {percent} percent of their minutes" if percent else "at half of their minutes, or where they began"
    return (
        f"From {_named(back)} it starts gently: if nothing is logged before, that is {gap} days after your last "
        f"session, and aerobic sessions begin again {share} (rule {gap_restart.RULE.id})."
    )


def _end(*, as_json: bool) -> None:
    from backplan.store.store import exists, opened

    today, home = environment.today(), environment.home()
    nothing = UsageError("there is no pause to end; `backplan pause --to 2027-01-02` begins one")
    if not exists(home):
        raise nothing
    with opened(home) as store, store.transaction():
        pauses = [e for e in store.entries() if e.kind == "pause" and _until(e) >= today]
        ended, taken_back = _cut(pauses, today)
        for entry in ended:
            store.change(entry)
        for entry in taken_back:
            store.undo(entry.id)
        restart = _restart(store, today - DAY) if any(e.on <= today for e in (*ended, *taken_back)) else None
    if not ended and not taken_back:
        raise nothing
    left = [entry for entry in pauses if entry.id not in {each.id for each in (*ended, *taken_back)}]
    if as_json:
        both = {"entries": [e.as_dict() for e in ended], "taken_back": [e.as_dict() for e in taken_back]}
        output.document({"schema": 1, **both, "restart": restart})
    else:
        output.lines(_said(ended, taken_back, left, restart))


def _until(entry: LogEntry) -> date:
    return date.fromisoformat(entry.until) if entry.until else entry.on


def _cut(pauses: Sequence[LogEntry], today: date) -> tuple[list[LogEntry], list[LogEntry]]:
    """The pauses that now end yesterday, and those to take back: begun today, or, if none is running, the next one."""
    running = [entry for entry in pauses if entry.on <= today]
    if not running:
        return [], list(pauses[:1])
    yesterday = (today - DAY).isoformat()
    ended = [entry._replace(until=yesterday) for entry in running if entry.on < today]
    return ended, [entry for entry in running if entry.on == today]


def _said(
    ended: Sequence[LogEntry], taken_back: Sequence[LogEntry], left: Sequence[LogEntry], restart: str | None
) -> list[str]:
    lines = [f"Noted: the pause from {_named(e.on)} has ended; its last day was {_named(_until(e))}." for e in ended]
    lines += [f"Taken back: the pause from {_named(e.on)} to {_named(_until(e))}." for e in taken_back]
    if restart:
        lines.append(f"{restart} `backplan week` shows your week.")
    lines += [f"Still to come: the pause from {_named(e.on)} to {_named(_until(e))}." for e in left]
    return lines
