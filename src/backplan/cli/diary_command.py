"""`backplan diary`: what was logged; edit and undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from backplan.cli.groups import Group
from backplan.cli.terminal import environment, output
from backplan.errors import UsageError
from backplan.model.diary import LogEntry

if TYPE_CHECKING:
    from collections.abc import Mapping

app = typer.Typer(cls=Group, rich_markup_mode=None, invoke_without_command=True, add_completion=False)

SHOWN = 30
NOTHING = (
    "nothing was logged that could be taken back. `backplan init --only pain` changes an answer of the interview; "
    "`backplan diary undo NUMBER` takes back any entry that `backplan diary` shows"
)


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
    from backplan.store import store as store_of

    home = environment.home()
    entries: list[LogEntry] = []
    if store_of.exists(home):
        with store_of.opened(home) as store:
            entries = store.entries()
    shown = entries if everything or as_json else entries[-SHOWN:]
    if as_json:
        output.document({"schema": 1, "entries": [entry.as_dict() for entry in shown]})
    elif not shown:
        output.say("Nothing is logged yet. After a session: `backplan log`.")
    elif plain:
        output.lines(f"Entry {entry.id}, {entry.on}: {said(entry)}" for entry in shown)
    else:
        _table(shown, len(entries))


def _table(shown: list[LogEntry], total: int) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, header_style="bold")
    for head in ("No.", "Day", "What"):
        table.add_column(head, no_wrap=head != "What")
    for entry in shown:
        table.add_row(str(entry.id), Text(f"{entry.on:%a} {entry.on}"), Text(said(entry)))
    output.show(lambda _: [table])
    if total > len(shown):
        output.say(f"The last {len(shown)} of {total}; `backplan diary --all` shows them all.")


def said(entry: LogEntry) -> str:
    """An entry in words."""
    head = {
        "session": {"all": "session", "part": "part of a session", "no": "session let go"}.get(
            entry.done or "all", "session"
        ),
        "morning": "on waking",
        "activity": f"{str(entry.exercise or '').replace('-', ' ')}, {entry.minutes} min",
        "flare": "a flare",
        "pain": "pain noted",
        "pause": f"a pause until {entry.until}",
        "function": f"{entry.function}, {entry.score} of 10",
    }[entry.kind]
    parts = [
        f"{name} {getattr(entry, name)}" for name in ("pain", "peak", "effort") if getattr(entry, name) is not None
    ]
    if entry.of:
        parts.insert(0, f"the one of {entry.planned:%A}")
    if entry.leg and entry.leg != "none":
        parts.append(f"leg: {entry.leg}")
    if entry.tired is not None:
        parts.append("tired muscles" if entry.tired else "the back")
    parts += [text for text in (entry.why, entry.note) if text]
    return ", ".join([head, *parts])


@app.command()
def edit(
    number: Annotated[int, typer.Argument(help="The entry's number, as `backplan diary` shows it.")],
    pain: Annotated[int | None, typer.Option("--pain", min=0, max=10)] = None,
    peak: Annotated[int | None, typer.Option("--peak", min=0, max=10)] = None,
    effort: Annotated[int | None, typer.Option("--effort", min=0, max=10)] = None,
    on: Annotated[str | None, typer.Option("--on", help="Another day.")] = None,
    done: Annotated[str | None, typer.Option("--done", help="all, part or no.")] = None,
    leg: Annotated[str | None, typer.Option("--leg")] = None,
    minutes: Annotated[int | None, typer.Option("--minutes", min=1, max=1440)] = None,
    score: Annotated[int | None, typer.Option("--score", min=0, max=10, help="How well you can do it.")] = None,
    tired: Annotated[
        bool | None, typer.Option("--tired/--back", help="A morning's pain: tired muscles, or the back.")
    ] = None,
    why: Annotated[str | None, typer.Option("--why")] = None,
    note: Annotated[str | None, typer.Option("--note")] = None,
) -> None:
    """Change an entry: only what you name."""
    from backplan.cli import log_command
    from backplan.store import store as store_of

    changes: dict[str, Any] = {
        "pain": pain, "peak": peak, "effort": effort, "minutes": minutes,
        "score": score, "tired": tired,
        "done": log_command.checked_done(done), "leg": log_command.checked_leg(leg),
        "why": log_command.short(why), "note": log_command.short(note),
        "on": environment.past_day(on, "--on") if on else None,
    }  # fmt: skip
    changes = {key: value for key, value in changes.items() if value is not None}
    if not changes:
        raise UsageError(f"say what to change, like `backplan diary edit {number} --pain 3`")
    if not store_of.exists(environment.home()):
        raise UsageError("nothing is logged yet, so there is nothing to change")
    with store_of.opened(environment.home()) as store:
        entry = store.entry(number)
        if entry is None:
            raise UsageError(f"there is no entry {number}; `backplan diary` shows the numbers")
        _fits(entry, changes)
        changed = entry._replace(**changes)
        if "on" in changes:
            changed = log_command.moved(changed._replace(of=None), store)
        store.change(changed)
    output.say(f"Changed entry {number}: {said(changed)}. {_follows(changed)}")


def _follows(entry: LogEntry) -> str:
    """What an entry that was changed or taken back bears on."""
    if entry.kind == "function":
        return "`backplan progress` follows the scores as they now stand."
    ahead = "The days ahead follow the diary as it now stands: `backplan week`."
    return ahead if entry.on >= environment.today() else f"Days gone by stay as they were shown. {ahead}"


OF_ANY = {"on", "why", "note"}


def _fits(entry: LogEntry, changes: Mapping[str, Any]) -> None:
    """Whether an entry can take these changes. Raises UsageError."""
    asked = set(changes) - OF_ANY
    wrong = asked - {"score"} if entry.kind == "function" else asked & {"score"}
    wrong |= asked & {"tired"} if entry.kind != "morning" else set()
    if wrong:
        flags = ", ".join({"tired": "--tired or --back"}.get(key, f"--{key}") for key in sorted(wrong))
        raise UsageError(f"entry {entry.id} ({said(entry)}) holds nothing for {flags}")


@app.command()
def undo(
    number: Annotated[int | None, typer.Argument(help="The entry's number; the last one written without it.")] = None,
) -> None:
    """Take back an entry."""
    from backplan.store import store as store_of

    if not store_of.exists(environment.home()):
        raise UsageError("nothing is logged yet, so there is nothing to take back")
    with store_of.opened(environment.home()) as store:
        entry = store.undo(number)
    if entry is None:
        raise UsageError(
            NOTHING if number is None else f"there is no entry {number}; `backplan diary` shows the numbers"
        )
    output.say(f"Taken back: entry {entry.id}, {entry.on}: {said(entry)}. {_follows(entry)}")
