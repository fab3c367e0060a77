"""`backplan log`: records a session, a morning, an activity, a flare, or how well something goes. Recording is never
refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple, cast, get_args

import typer

from backplan.cli.terminal import asking, completing, environment, output
from backplan.errors import SafetyStop, UsageError, nearest
from backplan.model.diary import LogEntry
from backplan.model.vocabulary import LEGS, Done

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from backplan.model.person import Person
    from backplan.model.vocabulary import Leg, Mode
    from backplan.store.store import Store

app = typer.Typer(rich_markup_mode=None)

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
    tired: Annotated[
        bool | None, typer.Option("--tired/--back", help="With --morning: tired muscles, or your back pain.")
    ] = None,
    flare: Annotated[bool, typer.Option("--flare", help="This is a flare.")] = False,
    function: Annotated[
        list[str] | None,
        typer.Option(
            "--function", help="How well something you named goes: 'put on my socks=4', or 1=4 for the first."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """Record a session (asks in a terminal), how the morning was, an activity of your own, or a flare.

    Also how well you can do what you named in the interview, 0 (cannot) to 10 (as before).
    `backplan log --pain 3 --peak 4 --effort 4`; `backplan log --morning 2`; `backplan log swimming --minutes 30`.
    """
    from backplan.store.store import opened

    when = environment.past_day(on, "--on")
    if tired is not None and morning is None:
        raise UsageError("--tired and --back go with --morning, like `backplan log --morning 5 --tired`")
    scored = _scored(function or (), when)
    entries: list[LogEntry] = []
    if activity is not None:
        known = _known_activity(activity)
        entries.append(
            LogEntry(when, "activity", checked_done(done) or "all", pain, peak, effort, exercise=known, minutes=minutes)
        )
    elif minutes is not None:
        raise UsageError("--minutes goes with an activity, like `backplan log swimming --minutes 30`")
    elif _is_session(done, (peak, effort), pain is not None, flare=flare, other=morning is not None or bool(scored)):
        entries.append(LogEntry(when, "session", checked_done(done), pain, peak, effort))
    if flare:
        entries.append(LogEntry(when, "flare", pain=None if entries else pain))
    if morning is not None:
        entries.append(LogEntry(when, "morning", pain=morning, tired=tired))
    entries += scored
    entries[0] = _asked_for(entries[0]._replace(leg=checked_leg(leg), why=short(why), note=short(note)))
    with opened(environment.home()) as store:
        complete = [moved(each, store) for entry in entries for each in _completed(entry, store, ask=not as_json)]
        numbers = store.log(*complete)
    _answer(complete, numbers, as_json=as_json)


def _is_session(done: str | None, scores: tuple[int | None, ...], pain: bool, *, flare: bool, other: bool) -> bool:
    """Whether a session is being recorded: something only a session has was said, or nothing else was."""
    said = done is not None or any(score is not None for score in scores)
    return said or not (flare or other) or (pain and not flare)


def _completed(entry: LogEntry, store: Store, *, ask: bool) -> list[LogEntry]:
    """An entry with what a person at the terminal was asked about it."""
    if _to_ask(entry):
        return _interview(entry, store)
    if ask and entry.kind == "morning" and environment.at_terminal():
        return [_muscles_or_back(entry, store)]
    return [entry]


def moved(entry: LogEntry, store: Store) -> LogEntry:
    """A session of a day that had none, as the one it was meant for: one not done before it, or the next."""
    if entry.kind != "session" or entry.done == "no":
        return entry
    planned = _meant(entry.on, store)
    return entry._replace(of=planned.isoformat()) if planned else entry


def _meant(on: date, store: Store) -> date | None:
    from datetime import timedelta

    from backplan.model.week import monday
    from backplan.planner.diary.missed import meant

    starts = monday(on)
    week = store.week(starts)
    return meant(week, store.entries(starts, starts + timedelta(days=6)), on) if week else None


def _to_ask(entry: LogEntry) -> bool:
    """Whether a session was named without a word about it, so that a person at the terminal is asked."""
    return entry.kind == "session" and entry.pain is None and entry.done is None


def _asked_for(entry: LogEntry) -> LogEntry:
    """The entry with what it needs: asked for in a terminal, elsewhere the flags are named. Raises UsageError."""
    if entry.kind == "activity" and entry.minutes is None:
        if not environment.at_terminal():
            raise UsageError(f"how long? `backplan log {entry.exercise} --minutes 30`")
        return entry._replace(minutes=asking.until_right("How many minutes?", None, asking.whole(1, MOST_MINUTES)))
    if entry.kind != "session" or (_to_ask(entry) and environment.at_terminal()):
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


def _scored(said: Sequence[str], on: date) -> list[LogEntry]:
    """The activities of --function with their scores. Raises UsageError."""
    if not said:
        return []
    from backplan.store.store import exists, opened

    person: Person | None = None
    if exists(environment.home()):
        with opened(environment.home()) as store:
            person = store.person()
    if person is None or not person.functions:
        raise UsageError('you have not named anything yet: `backplan init --functions "put on my socks"` does')
    scores = [_ability(text) for text in said]
    found = [_function(text.rpartition("=")[0], person.functions) for text in said]
    if len(set(found)) < len(found):
        raise UsageError("--function: one score for each activity, please")
    return [LogEntry(on, "function", function=name, score=score) for name, score in zip(found, scores, strict=True)]


CLOSE = 0.75  # how alike two names are when one is taken for the other
SHORTEST_PART = 3  # letters


def _function(word: str, known: Sequence[str]) -> str:
    """The activity a word means: its name, its number, a part that only one has, or a near name, which is said.
    Raises UsageError.
    """
    from difflib import get_close_matches

    key = " ".join(word.split()).casefold()
    by_key = {name.casefold(): name for name in known}
    if key in by_key:
        return by_key[key]
    if key.isdecimal() and key in map(str, range(1, len(known) + 1)):
        return known[int(key) - 1]
    within = [name for name in by_key if len(key) >= SHORTEST_PART and key in name]
    near = within if len(within) == 1 else get_close_matches(key, by_key, n=1, cutoff=CLOSE)
    if near:
        output.complain(f"--function {word}: did you mean {by_key[near[0]]}? It is taken for that.")
        return by_key[near[0]]
    listed = ", ".join(f"{number} {name}" for number, name in enumerate(known, 1))
    raise UsageError(f"--function {word or '?'}: you have not named that{nearest(word, known)}; you named: {listed}")


def _ability(said: str) -> int:
    _, equals, score = said.rpartition("=")
    try:
        return asking.whole(0, 10)(score.strip() if equals else "")
    except UsageError:
        raise UsageError(f"--function {said}: end it with = and a whole number from 0 to 10, like 1=4") from None


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
    done = cast("Done", asking.until_right("Done? (all, part, no)", "all", asking.one_of(*get_args(Done))))
    why = entry.why
    if done == "no":
        why = why or asking.word_or_skip("What came up?")
        return [*morning, LogEntry(entry.on, "session", done, why=short(why))]
    before = asking.score("Pain before")
    peak = asking.score("Highest pain during it")
    effort = asking.until_right("Effort (0 nothing, 10 all you had)", None, asking.whole(0, 10))
    leg = entry.leg or asking.until_right(f"Pain down the leg? ({', '.join(LEGS)})", "none", asking.one_of(*LEGS))
    if done == "part":
        why = why or asking.word_or_skip("What cut it short?")
    note = entry.note or asking.word_or_skip("A word for yourself?")
    told = LogEntry(entry.on, "session", done, before, peak, effort, leg, why=short(why), note=short(note))
    return [*morning, told, *_ask_functions(store)]


def _ask_functions(store: Store) -> list[LogEntry]:
    """How well the person can do today what they named, once a week; nothing is stored here."""
    person, today = store.person(), environment.today()
    if person is None or not person.functions:
        return []
    from backplan.planner.diary.abilities import due

    asked = {name: asking.ability(name) for name in due(person.functions, store.recent(today), today)}
    return [
        LogEntry(today, "function", function=name, score=score) for name, score in asked.items() if score is not None
    ]


def _show_planned(entry: LogEntry, store: Store) -> None:
    """What was planned that day, unless a stop holds: then no exercise is named."""
    from backplan.model.week import monday
    from backplan.planner.screen import stops
    from backplan.render import words

    person = store.person()
    if person is None or stops.stop(person, environment.today()) is not None:
        return
    on = _meant(entry.on, store) or entry.on
    week = store.week(monday(on))
    day = week.day(on) if week else None
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
    when = "" if today == environment.today() else f" on {today:%A} {today.day} {today:%B}"
    pain = asking.score(f"How was your back on waking{when}?")
    return _muscles_or_back(LogEntry(today, "morning", pain=pain), store)


def _muscles_or_back(morning: LogEntry, store: Store) -> LogEntry:
    """A morning well above the usual may be tired muscles and not the back: only the person can tell."""
    from backplan.planner.screen.pain import pain_today
    from backplan.rules.progress.morning_up import RISE

    person = store.person()
    if person is None or morning.tired is not None or morning.pain is None:
        return morning
    if morning.pain - pain_today(person, store.recent(morning.on), morning.on).usual < RISE:
        return morning
    said = asking.until_right(
        "Your back pain, or tired muscles? (back, muscles)", None, asking.one_of("back", "muscles")
    )
    return morning._replace(tired=said == "muscles")


class Heard(NamedTuple):
    """What else is known when an answer is given: the day, what stops the person, the week they are in for (None under
    a stop), and whether this morning is noted.
    """

    today: date
    stop: SafetyStop | None = None
    mode: Mode | None = None
    morning: bool = False


def _answer(entries: list[LogEntry], numbers: list[int], *, as_json: bool) -> None:
    """Say what was recorded; then a stop, if one holds: on stderr, with exit code 4, after everything is stored."""
    from backplan.store.store import opened

    with opened(environment.home()) as store:
        stored = [store.entry(number) for number in numbers]
        heard = _heard(store)
    if as_json:
        output.document({"schema": 1, "entries": [entry.as_dict() for entry in stored if entry]})
    else:
        output.lines(_word(entry, heard) for entry in entries)
    if heard.stop is None:
        return
    if not as_json:
        raise heard.stop
    output.complain(heard.stop.sentence)
    raise typer.Exit(heard.stop.exit_code)


def _heard(store: Store) -> Heard:
    from backplan.cli import planned
    from backplan.model.prescription import in_force
    from backplan.planner.screen import pain as screen_pain

    today = environment.today()
    try:
        person = planned.screened(store, today)
    except SafetyStop as stop:
        return Heard(today, stop)
    entries = store.recent(today)
    pain = screen_pain.pain_today(person, entries, today, in_force(store.prescriptions(), today).usual_pain)
    morning = any(entry.kind == "morning" and entry.on == today for entry in entries)
    return Heard(today, None, screen_pain.mode(person, pain, today), morning)


SEVERE, TOO_MUCH = 8, 5


def _word(entry: LogEntry, heard: Heard) -> str:
    """One kind sentence on what was recorded; under a stop nothing is promised and nothing advised."""
    if entry.kind == "morning":
        return f"Noted: {entry.pain} on waking{', tired muscles' if entry.tired else ''}.{_severe(entry, heard)}"
    if entry.kind == "function":
        return f"Noted: {entry.function}, {entry.score} of 10."
    if entry.kind == "flare":
        return "Noted: a flare." if heard.stop else f"Noted: a flare. It is common, and it passes. {_ahead(heard.mode)}"
    if entry.kind == "activity":
        what = f"Noted: {entry.minutes} minutes of {str(entry.exercise).replace('-', ' ')}."
        return what if heard.stop else f"{what} It counts."
    return f"{_noted(entry, heard.today)} {'' if heard.stop else _after_session(entry, heard)}".rstrip()


def _severe(morning: LogEntry, heard: Heard) -> str:
    """What a morning of a lot of pain asks for, if it is this one and the week has heard it."""
    severe = morning.pain is not None and morning.pain >= SEVERE and morning.on == heard.today
    if not severe or heard.mode != "coping-only":
        return ""
    return f" That is a lot of pain. {COPE} Ask your doctor about pain control."


COPE = "For now there are only ways to cope: `backplan cope flare`."


def _ahead(mode: Mode | None) -> str:
    """What a flare makes of the days ahead, as the week has it now."""
    if mode == "flare":
        return "The days ahead are gentle ones now: `backplan week`."
    if mode == "coping-only":
        return COPE
    return "`backplan week` shows the days ahead."


def _noted(entry: LogEntry, today: date) -> str:
    """That a session was noted, and as which, where that is not plain."""
    if entry.of:
        return f"Noted, as the session of {entry.planned:%A}."
    return "Noted." if entry.on == today else f"Noted, for {entry.on:%A} {entry.on.day} {entry.on:%B}."


def _after_session(entry: LogEntry, heard: Heard) -> str:
    if entry.done == "no":
        return "Letting a session go is fine; the week goes on from here."
    if entry.pain is not None and entry.pain >= SEVERE:
        return SEVERE_NOW if entry.on == heard.today else SEVERE_THEN
    too_much = "That hurt more than it should: do less next time." if (entry.peak or 0) > TOO_MUCH else ""
    return f"{too_much} {_morning_after(entry.on, heard)}".strip()


SEVERE_NOW = "That is a lot of pain: take only what eases it today, and ask your doctor about pain control."
SEVERE_THEN = (
    "That was a lot of pain. If it is still so, say it with `backplan today --pain N`, and ask your doctor about pain "
    "control."
)


def _morning_after(on: date, heard: Heard) -> str:
    """To say how the back was on waking the day after, while that is ahead or just now."""
    if on == heard.today:
        return "Tomorrow, say how your back was on waking: `backplan log --morning N`."
    if (heard.today - on).days == 1 and not heard.morning:
        return "How was your back on waking today? `backplan log --morning N`."
    return ""
