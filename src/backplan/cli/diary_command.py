"""`backplan diary`: what was logged; edit and undo."""

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import typer

from backplan.cli.at_once import all_the_same
from backplan.cli.diary_options import EditFlags, NeverSo
from backplan.cli.groups import CommandGroup
from backplan.cli.kept_signs import signs_kept
from backplan.cli.recorded import tell
from backplan.cli.sentences import activity, loads
from backplan.cli.terminal import dates, environment, options, output
from backplan.cli.terminal.flags import taking
from backplan.cli.terminal.together import AllAtOnce, Together, read_each
from backplan.errors import UsageError
from backplan.model.diary import HOLDS, OF_WHAT_WAS_DONE, LogEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from backplan.actions.diary import Changed
    from backplan.actions.workspace import Workspace


class _Entries(CommandGroup):
    """The diary, in which some ask for what is called otherwise."""

    called: ClassVar[Mapping[str, str]] = {
        "delete remove rm del erase drop clear cancel": "`backplan diary undo {number}` takes entry {number} away; "
        "`backplan diary` shows the numbers.",
        "show list view see read print all last today yesterday": "`backplan diary` shows it; `backplan diary --all` "
        "all of it.",
        "add new write note log enter": "`backplan log` adds to it, in your own words, too.",
        "change correct amend fix update modify": "`backplan diary edit {number}` changes entry {number}.",
        "export save": "`backplan export data FILE` writes it out.",
        "search find": "`backplan diary --all` shows every entry.",
    }


app = typer.Typer(cls=_Entries, rich_markup_mode=None, invoke_without_command=True, add_completion=False)

SHOWN = 30
OFFERED = 3  # of the last entries, where nobody said which is meant


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
    from backplan.render.foot import stop
    from backplan.render.page import lines

    place = environment.workspace()
    if as_json:
        output.document(words.document(entries(place)))
        return
    shown, total = (list(entries(place)), 0) if everything else latest(place, SHOWN)
    names = named_in(shown, place)
    if not shown:
        output.say(words.NOTHING_YET)
        output.say(emergency.PLAIN if plain else emergency.LINE)
    elif plain:
        output.read([*words.plain(shown, names), emergency.PLAIN])
    else:
        with output.one_page():
            output.show(lambda _: [words.table(shown, names)])
            output.lines(words.rest(len(shown), total))
            output.show_page(lambda page: [lines([[], *stop(page)])])


@app.command(cls=AllAtOnce)
@taking(EditFlags)
def edit(given: EditFlags) -> None:
    """Change an entry: only what you name."""
    from backplan.cli.sentences.entry import entry_meant

    more = entry_meant(" ".join(given.more or ())).rest
    with signs_kept(environment.workspace(), more, given.note, given.why):
        _edit(given)


def _edit(given: EditFlags) -> None:
    """Change an entry by flags and words. Raises UsageError."""
    from backplan.render.diary import FLAGS

    flags, place = Together(), environment.workspace()
    number, more = 0, ""
    try:
        number, more = _entry_of(place, given.more, "edit")
    except UsageError as fault:
        flags.fault(str(fault))
    given = _with_words(given._replace(more=[more] if more else None), number)
    named = _names_left_out(given)
    changes: dict[str, Any] = {key: getattr(given, key, None) for key in FLAGS} | {
        "done": flags.read(options.done, given.done), "leg": flags.read(options.leg, given.leg),
        "why": flags.read(options.short, given.why), "note": flags.read(options.short, given.note),
        "on": flags.read(dates.past_day, given.on, "--on") if given.on else None,
    }  # fmt: skip
    flags.raise_faults()
    emptied = {"why": given.why, "note": given.note}  # an empty text takes out what stood there
    changes = {key: value for key, value in changes.items() if value is not None or emptied.get(key) is not None}
    if not changes and not named and not given.load:
        raise UsageError(f"say what to change, like `backplan diary edit {number} --pain 3`")
    texts = [piece for text in (given.note, given.why) if text for piece in options.pieces(text)]
    with all_the_same(place, LogEntry(changes.get("on", place.today), "pain", leg=changes.get("leg")), texts):
        _change(place, given, number, changes, named)


def _entry_of(place: "Workspace", words: "Sequence[str] | None", command: str) -> tuple[int, str]:
    """The number of the entry that words begin with, and those behind it. Raises UsageError where none says which."""
    from backplan.actions import diary as diaries
    from backplan.actions.exercises import named_in
    from backplan.cli.sentences.entry import entry_meant, entry_of, of_these
    from backplan.render.diary import which

    meant = entry_meant(" ".join(words or ()))
    number = diaries.last_written(place) if meant.which == "last" else meant.which
    if number is None:
        last, _ = diaries.latest(place, SHOWN)
        called = entry_of(meant.rest)
        on = dates.past_day(called.day.lower(), "day") if called.day else None
        named = of_these(called, [entry for entry in last if on in (None, entry.on)])
        if len(named) == 1 and named[0].id:
            return named[0].id, called.rest(named[0])
        last = named or last[-OFFERED:]
        typed = f"backplan diary {command} {{number}}{_example(command, meant.rest)}"
        raise UsageError(which(last, named_in(last, place), typed, place.today))
    return number, meant.rest


def _example(command: str, text: str) -> str:
    """What may stand behind the number of an entry: what was typed, if it can be used."""
    from backplan.cli.sentences.change import changes_in

    if command == "undo":
        return ""
    with suppress(UsageError):
        return f" {text}" if text and changes_in(text) else " --pain 3"
    return " --pain 3"


def _with_words(given: EditFlags, number: int) -> EditFlags:
    """The flags, with what words say that a flag says, too: pain 5; half done, effort 4; on tuesday. Words behind --not
    are a name. Raises UsageError for any others.
    """
    if not given.more or given.not_:
        return given
    from backplan.cli.sentences.change import changes_in

    text = " ".join(given.more)
    try:
        found = changes_in(text)
    except UsageError as fault:
        raise UsageError(str(fault).replace("`backplan log ", f"`backplan diary edit {number} ")) from None
    if found is None:
        raise UsageError(
            f"`backplan diary edit` does not know what to do with {text}; each change has its flag, like `backplan "
            f"diary edit {number} --pain 3`; words are changed with --note"
        )
    for name, value in found.items():
        if None not in (value, getattr(given, name)) and value != getattr(given, name):
            raise UsageError(f"--{name.strip('_')} {getattr(given, name)} and “{text}” are two answers: leave one out")
    return given._replace(more=None, **found)


def _names_left_out(given: EditFlags) -> list[str]:
    """The names of --not; words without quotes are the rest of the last."""
    *names, last = given.not_ or ("",)
    return [*names, " ".join((last, *(given.more or ())))] if given.not_ else []


def _of_session(
    place: "Workspace", entry: "LogEntry", changes: dict[str, Any], names: "Sequence[str]", loads_given: "Sequence[str]"
) -> dict[str, Any]:
    """The changes, with the exercises of a session that were left out, and with what others were done. Raises
    UsageError for those that it did not hold.
    """
    from backplan.actions.log import left_out
    from backplan.render.diary import contradiction

    changed = entry._replace(**changes)
    if names and entry.kind == "session":
        on = changed.on if "on" in changes else entry.planned
        keys = [] if names == ["none"] else read_each(lambda name: left_out(place, on, name), names)
        changes = {**changes, "left_out": tuple(dict.fromkeys(keys)), **({"less": None} if not keys else {})}
    elif names:
        changes = {**changes, "left_out": ()}
    if loads_given:
        loads_now = (
            None if list(loads_given) == ["none"] else {**(entry.loads or {}), **(loads.read(place, loads_given) or {})}
        )
        changes = {**changes, "loads": loads_now}
    if changes.get("done") == "no":  # what stood there of it is gone with that
        gone = [key for key in OF_WHAT_WAS_DONE if key in HOLDS[entry.kind]]
        changes = {**{key: () if key == "left_out" else None for key in gone}, **changes}
    weighs = {"pain", "done", *OF_WHAT_WAS_DONE} & changes.keys()  # other words on an entry are never refused
    if weighs and (wrong := contradiction(entry._replace(**changes))):
        raise UsageError(wrong)
    return changes


def _change(place: "Workspace", given: EditFlags, number: int, changes: dict[str, Any], names: "Sequence[str]") -> None:
    """Change an entry, and tell what came of it. Raises UsageError for what such an entry cannot hold, and the stop
    that the change brings.
    """
    from backplan.actions import diary as diaries
    from backplan.actions.exercises import named_in
    from backplan.render import diary as words

    entry = diaries.entry(place, number)
    changes = _of_session(place, entry, changes, names, given.load or ())
    if wrong := diaries.unfitting(entry, changes):
        raise UsageError(words.unfitting(entry, wrong, named_in([entry], place)))
    if "minutes" in changes:
        activity.refuse_so_long(entry._replace(**changes), ask=environment.at_terminal())
    changed = _surely(lambda sure: diaries.change(place, number, changes, never_so=sure), given.never_so)
    lost = [key for key in OF_WHAT_WAS_DONE if getattr(entry, key) and not changes.get(key, True)]
    gone = words.gone(entry, lost) if changes.get("done") == "no" else ""
    tell(lambda: output.lines(_in_lines(changed, place, moved="on" in changes, gone=gone)), changed.stop)


def _surely(change: "Callable[[bool], Changed]", never_so: bool) -> "Changed":
    """A change of the diary; where it lifts a stop, or a question goes unanswered, once it was said twice at a terminal
    that it was never so. Raises UsageError elsewhere.
    """
    from backplan.actions.diary import UnsureError
    from backplan.cli import by_mistake
    from backplan.render import init as words

    try:
        return change(never_so)
    except UnsureError as unsure:
        if not environment.at_terminal():
            raise
        if not by_mistake.said_twice(unsure.what):
            output.say(words.STANDS)
            raise typer.Exit from None
        return change(True)


def _in_lines(changed: "Changed", place: "Workspace", *, moved: bool, gone: str) -> "Iterator[str]":
    from backplan.actions.exercises import named_in
    from backplan.render import diary as words
    from backplan.render.emergency import LINE
    from backplan.render.log import alarm, further

    yield words.changed(changed.entry, place.today, named_in([changed.entry], place), moved=moved)
    if gone:
        yield gone
    if changed.further:
        yield further(changed.stop)
    yield from alarm(changed.alarm)
    if changed.lifted:
        yield words.lifted(changed.lifted)
    yield LINE


@app.command()
def undo(
    which: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NUMBER]", help="The entry's number; the last one written without it."),
    ] = None,
    never_so: NeverSo = False,
) -> None:
    """Take back an entry."""
    from backplan.actions import diary as diaries
    from backplan.actions.exercises import named_in
    from backplan.render import diary as words
    from backplan.render.emergency import LINE

    place = environment.workspace()
    number = None
    if which:
        number, more = _entry_of(place, which, "undo")
        if more:
            raise UsageError(f"`backplan diary undo` takes back a whole entry, like `backplan diary undo {number}`")
    undone = _surely(lambda sure: diaries.undo(place, number, never_so=sure), never_so)
    undone_words = [words.taken_back(undone.entry, place.today, named_in([undone.entry], place))]
    lifted = [words.lifted(undone.lifted)] if undone.lifted else []
    tell(lambda: output.lines([*undone_words, *lifted, LINE]), undone.stop)
