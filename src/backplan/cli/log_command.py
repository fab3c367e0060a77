"""`backplan log`: records a session, a morning, an activity or a flare. Recording is never refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeVar, cast, get_args

import typer

from backplan.cli import completing, output, surroundings
from backplan.errors import SafetyStop, UsageError, nearest
from backplan.model.diary import LogEntry
from backplan.model.vocabulary import LEGS, Done

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from backplan.diary import Store
    from backplan.model.vocabulary import Leg

app = typer.Typer(rich_markup_mode=None)


T = TypeVar("T")
Word = TypeVar("Word", bound=str)

LONGEST_NOTE = 500
MOST_MINUTES = 1440


@app.command()
def log(
    activity: Annotated[
        str | None,
        typer.Argument(
            help="An activity, like swimming; leave out for a session.", autocompletion=completing.activities
        ),
    ] = None,
    pain: Annotated[int | None, typer.Option("--pain", min=0, max=10, help="Pain before the session, 0 to 10.")] = None,
    peak: Annotated[int | None, typer.Option("--peak", min=0, max=10, help="The highest pain during it.")] = None,
    effort: Annotated[int | None, typer.Option("--effort", min=0, max=10, help="How hard it was, 0 to 10.")] = None,
    on: Annotated[str, typer.Option("--on", help="The day: 2026-11-20, yesterday, mon, -2d.")] = "today",
    done: Annotated[str | None, typer.Option("--done", help="all, part or no.")] = None,
    leg: Annotated[
        str | None, typer.Option("--leg", help="How far down the leg: none, buttock, thigh, calf, foot.")
    ] = None,
    why: Annotated[str | None, typer.Option("--why", help="Why it was let go or cut short.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="A word of your own.")] = None,
    minutes: Annotated[
        int | None, typer.Option("--minutes", min=1, max=MOST_MINUTES, help="Minutes of an activity.")
    ] = None,
    morning: Annotated[
        int | None, typer.Option("--morning", min=0, max=10, help="Pain on waking today, 0 to 10.")
    ] = None,
    flare: Annotated[bool, typer.Option("--flare", help="This is a flare.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """Record a session (asks in a terminal), how the morning was, an activity of your own, or a flare.

    `backplan log --pain 3 --peak 4 --effort 4`; `backplan log --morning 2`; `backplan log swimming --minutes 30`.
    """
    from backplan import diary

    when = surroundings.past_day(on, "--on")
    entries: list[LogEntry] = []
    if activity is not None:
        known = _known_activity(activity)
        entries.append(
            LogEntry(when, "activity", checked_done(done) or "all", pain, peak, effort, exercise=known, minutes=minutes)
        )
    elif minutes is not None:
        raise UsageError("--minutes goes with an activity, like `backplan log swimming --minutes 30`")
    elif _is_session(done, (peak, effort), pain is not None, other=flare, morning=morning is not None):
        entries.append(LogEntry(when, "session", checked_done(done), pain, peak, effort))
    if flare:
        entries.append(LogEntry(when, "flare", pain=None if entries else pain))
    if morning is not None:
        entries.append(LogEntry(when, "morning", pain=morning))
    entries[0] = _asked_for(entries[0]._replace(leg=checked_leg(leg), why=short(why), note=short(note)))
    with diary.opened(surroundings.home()) as store:
        complete = [each for entry in entries for each in (_interview(entry, store) if _to_ask(entry) else [entry])]
        numbers = store.log(*complete)
    _answer(complete, numbers, as_json=as_json)


def _is_session(done: str | None, scores: tuple[int | None, ...], pain: bool, *, other: bool, morning: bool) -> bool:
    """Whether a session is being recorded: something only a session has was said, or nothing else was."""
    said = done is not None or any(score is not None for score in scores)
    return said or not (other or morning) or (pain and not other)


def _to_ask(entry: LogEntry) -> bool:
    """Whether a session was named without a word about it, so that a person at the terminal is asked."""
    return entry.kind == "session" and entry.pain is None and entry.done is None


def _asked_for(entry: LogEntry) -> LogEntry:
    """The entry with what it needs: asked for in a terminal, elsewhere the flags are named. Raises UsageError."""
    if entry.kind == "activity" and entry.minutes is None:
        if not surroundings.at_terminal():
            raise UsageError(f"how long? `backplan log {entry.exercise} --minutes 30`")
        return entry._replace(minutes=_ask("How many minutes?", _number(1, MOST_MINUTES)))
    if entry.kind != "session" or (_to_ask(entry) and surroundings.at_terminal()):
        return entry
    lacking = [flag for flag in ("pain", "peak", "effort") if getattr(entry, flag) is None]
    if lacking and entry.done != "no":
        raise UsageError(f"missing: {', '.join('--' + flag for flag in lacking)} (whole numbers 0 to 10)")
    return entry._replace(done=entry.done or "all")


def _known_activity(activity: str) -> str:
    """The id of an exercise or of a kind of exercise. Raises UsageError."""
    from backplan.cli import planned

    exercises = planned.exercises()
    word = activity.strip().lower().replace(" ", "-")
    known = {exercise.id for exercise in exercises} | {exercise.modality for exercise in exercises}
    if word in known:
        return word
    raise UsageError(
        f"{activity} is no exercise and no kind of exercise{nearest(word, known)}; `backplan library` lists them"
    )


def checked_done(done: str | None) -> Done | None:
    """The word of --done. Raises UsageError."""
    if done is not None and done not in get_args(Done):
        raise UsageError(f"--done {done}: choose all, part or no")
    return cast("Done | None", done)


def checked_leg(leg: str | None) -> Leg | None:
    """The word of --leg. Raises UsageError."""
    if leg is not None and leg not in LEGS:
        raise UsageError(f"--leg {leg}: choose from {', '.join(LEGS)}{nearest(leg, LEGS)}")
    return leg


def short(text: str | None) -> str | None:
    """A note fit to be kept: one line, nothing that drives a terminal, not endless. Raises UsageError."""
    if text is None:
        return None
    clean = " ".join(output.safe(text).split())
    if len(clean) > LONGEST_NOTE:
        raise UsageError(f"that note has {len(clean)} characters; {LONGEST_NOTE} is the most")
    return clean or None


def _interview(entry: LogEntry, store: Store) -> list[LogEntry]:
    """The session as told at the terminal, after the morning if it is not known yet; nothing is stored here."""
    _show_planned(entry, store)
    morning = [said] if (said := ask_morning(store, entry.on)) else []
    done: Done = _ask("Done? (all, part, no)", _choice(get_args(Done)), "all")
    if done == "no":
        why = typer.prompt("What came up? (Enter to skip)", default="", show_default=False)
        return [*morning, LogEntry(entry.on, "session", done, why=short(entry.why or why))]
    before = ask_score("Pain before (0-10)")
    peak = ask_score("Highest pain during it (0-10)")
    effort = ask_score("Effort (0 nothing, 10 all you had)")
    leg = entry.leg or _ask(f"Pain down the leg? ({', '.join(LEGS)})", _choice(LEGS), "none")
    why = entry.why
    if done == "part":
        why = why or typer.prompt("What cut it short? (Enter to skip)", default="", show_default=False)
    note = entry.note or typer.prompt("A word for yourself? (Enter to skip)", default="", show_default=False)
    told = LogEntry(entry.on, "session", done, before, peak, effort, leg, why=short(why), note=short(note))
    return [*morning, told]


def _show_planned(entry: LogEntry, store: Store) -> None:
    """What was planned that day, unless a stop holds: then no exercise is named."""
    from backplan.model.week import monday
    from backplan.planner import screen
    from backplan.render import words

    person = store.person()
    if person is None or screen.stop(person, surroundings.today()) is not None:
        return
    week = store.week(monday(entry.on))
    day = week.day(entry.on) if week else None
    if day is None or not day.sessions:
        output.say(f"{words.long_day(entry.on)}: nothing was planned.")
        return
    output.say(f"{words.long_day(day.on)}: {day.minutes} minutes")
    for session in day.sessions:
        for block in session.blocks:
            names = ", ".join(f"{item.name} {item.dose.words()}" for item in block.items)
            output.say(f"  {words.BLOCKS[block.kind]}: {names}")


def ask_morning(store: Store, today: date) -> LogEntry | None:
    """Ask how the back was this morning, if a session came the day before and nobody has said; stores nothing."""
    from datetime import timedelta

    yesterday = store.entries(today - timedelta(days=1), today)
    trained = any(e.kind == "session" and e.done != "no" and e.on < today for e in yesterday)
    if not trained or any(e.kind == "morning" and e.on == today for e in yesterday):
        return None
    return LogEntry(today, "morning", pain=ask_score("How was your back on waking? (0-10)"))


def ask_score(question: str) -> int:
    """A whole number from 0 to 10, asked until it is one."""
    return _ask(question, _number(0, 10))


def _ask(question: str, read: Callable[[str], T], default: str = "") -> T:
    while True:
        shown = f" [{default}]" if default else ""
        try:
            return read(
                str(typer.prompt(output.wrapped(question + shown), default=default, show_default=False)).strip().lower()
            )
        except UsageError as error:
            output.say(f"  {error}")


def _number(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if text.isdecimal() and low <= int(text) <= high:
            return int(text)
        raise UsageError(f"Please answer with a whole number from {low} to {high}.")

    return read


def _choice(choices: tuple[Word, ...]) -> Callable[[str], Word]:
    def read(text: str) -> Word:
        found = next((choice for choice in choices if choice == text), None)
        if found is None:
            raise UsageError(f"Please answer with one of: {', '.join(choices)}.")
        return found

    return read


def _answer(entries: list[LogEntry], numbers: list[int], *, as_json: bool) -> None:
    """Say what was recorded; then a stop, if one holds: on stderr, with exit code 4, after everything is stored."""
    from backplan import diary
    from backplan.cli import planned

    with diary.opened(surroundings.home()) as store:
        stored = [store.entry(number) for number in numbers]
        said = [_word(entry) for entry in entries]
        if as_json:
            output.document({"schema": 1, "entries": [entry.as_dict() for entry in stored if entry]})
        else:
            output.lines(said)
        try:
            planned.screened(store, surroundings.today())
        except SafetyStop as stop:
            if not as_json:
                raise
            output.complain(stop.sentence)
            raise typer.Exit(stop.exit_code) from None


SEVERE, TOO_MUCH = 8, 5


def _word(entry: LogEntry) -> str:  # noqa: PLR0911 - one line a kind of entry
    """One kind sentence on what was recorded."""
    if entry.kind == "morning":
        return f"Noted: {entry.pain} on waking."
    if entry.kind == "flare":
        return "Noted: a flare. It is common, and it passes. The days ahead are gentle ones now: `backplan week`."
    if entry.kind == "activity":
        return f"Noted: {entry.minutes} minutes of {str(entry.exercise).replace('-', ' ')}. It counts."
    if entry.done == "no":
        return "Noted. Letting a session go is fine; the week goes on from here."
    if entry.pain is not None and entry.pain >= SEVERE:
        return "Noted. That is a lot of pain: take only what eases it today, and ask your doctor about pain control."
    if entry.peak is not None and entry.peak > TOO_MUCH:
        return "Noted. That hurt more than it should: do less next time. Tomorrow: `backplan log --morning N`."
    return "Noted. Tomorrow, say how your back was on waking: `backplan log --morning N`."
