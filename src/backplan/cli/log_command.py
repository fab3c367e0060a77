"""`backplan log`: records a session, a morning, an activity, a flare, or how well something goes. Recording is never
refused.
"""

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal

import typer

from backplan.cli import leg_signs
from backplan.cli.at_once import all_the_same
from backplan.cli.log_options import LogFlags
from backplan.cli.log_words import (
    in_flags,
    left_out_of,
    less_of_parts,
    of_a_rest_day,
    of_session_named,
    refuse_of_no_session,
    refuse_the_daily_of_more,
    with_longer_walk,
    with_parts,
    without_a_word,
)
from backplan.cli.recorded import tell
from backplan.cli.sentences import activity as own_activity
from backplan.cli.sentences import loads
from backplan.cli.sentences.sentence import InOwnWords, ToldInWords
from backplan.cli.terminal import asking, dates, environment, options, output
from backplan.cli.terminal.flags import taking
from backplan.cli.terminal.together import AllAtOnce, Together, read_each
from backplan.errors import SafetyStop, UsageError, nearest
from backplan.model.activities import of_it
from backplan.model.diary import HOLDS, LEG_SIGNS, OF_ANY, OF_WHAT_WAS_DONE, LogEntry
from backplan.model.vocabulary import LEGS, MINUTES_OF_A_DAY
from backplan.model.wording import spaced

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from backplan.actions.log import Heard
    from backplan.actions.workspace import Workspace
    from backplan.cli.aside import Aside
    from backplan.cli.sentences.activity import InSets
    from backplan.model import vocabulary

SIGN_ALONE = "Only what may be a sign to look at first is recorded, by itself; say the rest once more, put right."
NO_WORDS = ToldInWords()
app = typer.Typer(rich_markup_mode=None, add_completion=False)


class SignsFirst(AllAtOnce):
    """A command of which it is said that no sign was recorded, where its flags cannot even be told apart."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As usual; where it is refused, first whom to call and what records the signs that stand there."""
        args = _morning_in_words(args)
        try:
            return super().parse_args(ctx, args)
        except Exception:
            _say_unrecorded(args)
            raise


def _morning_in_words(args: list[str]) -> list[str]:
    """The arguments, with words behind --morning, which takes a number, as words of the morning: bit better."""
    at = args.index("--morning") if "--morning" in args else len(args)
    end = next((place for place in range(at + 1, len(args)) if args[place].startswith("-")), len(args))
    words = args[at + 1 : end]
    if not words or re.fullmatch(r"\d+", words[0]):
        return args
    before = [*args[:at], ","] if any(not each.startswith("-") for each in args[:at][-1:]) else args[:at]
    return [*before, "morning", *words, *args[end:]]


def _say_unrecorded(args: "Sequence[str]") -> None:
    """Say that the signs among the words of a command are not recorded, whom to call, and what records them."""
    from backplan.planner.diary.despair_words import word_of_help
    from backplan.planner.diary.health_words import may_alarm
    from backplan.render import emergency

    flags = [f"--{flag}" for flag in LEG_SIGNS if f"--{flag}" in args]
    read = [piece for text in (*args, " ".join(args)) for piece in options.pieces(text)]
    if words := word_of_help(read):
        output.complain(f"{words} Nothing is recorded yet.")
    elif flags:
        output.complain(f"NOT recorded yet: `backplan log {' '.join(flags)}` does that. {emergency.LINE}")
    elif "--sign" in args or any(map(may_alarm, read)):
        output.complain(f"Nothing is recorded yet; `backplan log --sign NAME` records a sign. {emergency.LINE}")


@app.command(cls=SignsFirst)
@taking(LogFlags)
def log(given: LogFlags) -> None:
    """Record a session (asks in a terminal), how the morning was, an activity of your own, or a flare.

    Also how well you can do what you named in the interview, 0 (cannot) to 10 (as before).
    `backplan log` alone is enough: today's session, done. Each number is welcome, and each may be left out:
    `backplan log --pain 3 --peak 4 --effort 4`; `backplan log --morning 2`; `backplan log swimming --minutes 30`.
    An apostrophe, as in can't, is the shell's: leave it out (cant), or put the words in double quotes.
    """
    place = environment.workspace()
    with all_the_same(place, _signs_of_flags(place, given), _texts(given)):
        try:
            _log_or_more(place, given)
        except UsageError as fault:
            _record_signs_alone(place, given, fault)
            raise


def _log_or_more(place: "Workspace", given: LogFlags) -> None:
    """Record what is told; a question that is answered by more than it asks is read as what stands behind `log`."""
    from backplan.cli.aside import Aside, kept

    aside = Aside(place)
    with kept(aside):
        try:
            _log(place, given, aside)
        except InOwnWords as told:
            given = given._replace(activity=told.words.split())
            if told.morning:
                given = given._replace(morning=told.morning.pain, tired=told.morning.tired)
            with all_the_same(place, _signs_of_flags(place, given), _texts(given)):
                _log(place, given, aside)


def _log(place: "Workspace", given: LogFlags, aside: "Aside") -> None:
    """Understand the flags and the words, ask what is not said, and record it all."""
    flags = Together()
    for text, what in _texts_named(given):
        if len(text) > options.LONGEST_NOTE and flags.read(options.short, text, what) is None:
            flags.raise_faults()  # before any of it is read: what is too long takes too long
    ask = environment.at_terminal() and not given.as_json and place.begun  # before the interview, more is not asked
    with asking.by_keys(plain=given.plain or not ask):
        typed, (given, in_words) = given, in_flags(flags, place, given)
        when = flags.read(dates.past_day, given.on, "--on")
        given, in_words = of_a_rest_day(place, typed, given, in_words, when)
        refuse_of_no_session(place, typed, given, when)
        refuse_the_daily_of_more(place, typed, when)
        given = with_parts(place, typed, given, in_words, when)
        in_words = with_longer_walk(place, given, in_words, when)
        listed = _listed(flags, place, given, when)
        entry = _with_exercises(flags, place, _session_entry(flags, given, when), given, listed)
        apart, within = _also(flags, place, in_words, when)
        entry = entry._replace(note="; ".join(filter(None, (entry.note, *within))) or None)
        if given.done == "part" and entry.left_out and entry.why:
            entry = entry._replace(less=less_of_parts(place, in_words, entry.why, when) or None)
        beside = [*(each.entry(when) for each in listed[1:]), *apart, *_beside(flags, place, when, given)]
        if in_words.words:
            entry = entry._replace(note="; ".join(filter(None, (in_words.words, entry.note))))
        if given.done is None:
            given = given._replace(done=_done_in_note(typed, given))
        words = in_words.words or (_note_alone(entry) and not (beside or given.flare))
        words_alone = words and not (given.done or entry.has_figure or given.morning is not None)
        if in_words.pain is not None or words_alone:
            beside = [LogEntry(when, "pain", pain=in_words.pain), *beside]
        entries = _entries(flags, entry, given.done, flare=given.flare, beside=beside)
        if given.tired is not None and given.morning is None:
            raise UsageError("--tired and --back go with --morning, like `backplan log --morning 5 --tired`")
        entries = of_session_named(place, typed, entries)
        in_words = in_words._replace(unnoted=without_a_word(place, typed, entries))
        aside.on = when
        _complete_and_record(place, entries, in_words, aside, ask=ask, again=given.again, as_json=given.as_json)


def _done_in_note(typed: LogFlags, given: LogFlags) -> str | None:
    """What a note by itself says was done of a session; None for any that says nothing of it."""
    from backplan.cli.sentences import sentence

    if typed.activity or given.activity or not typed.note:
        return None
    with suppress(UsageError):
        heard = sentence.read_words(typed.note)
        return heard.done if heard and heard.done != "no" else None
    return None


def _note_alone(entry: LogEntry) -> bool:
    """Whether nothing but words, or the leg, is told: that is no session, which only what was done of one makes."""
    alone = entry.kind == "session" and not (entry.has_figure or entry.loads or entry.left_out or entry.why)
    return alone and bool(entry.note or entry.leg)


def _record_signs_alone(place: "Workspace", given: LogFlags, fault: UsageError) -> None:
    """Record the signs, the word on the leg and the words that may tell of a sign from a command whose rest is refused,
    and say so. Raises the stop they bring.
    """
    from backplan.planner.diary.health_words import may_alarm
    from backplan.planner.diary.sign_words import CLAUSE
    from backplan.render import emergency
    from backplan.render.safe import line

    alarming, day = _signs_of_flags(place, given), place.today
    with suppress(UsageError):
        day = dates.past_day(given.on, "--on")
    own = line("; ".join(filter(may_alarm, _texts(given))))
    if len(own) > options.LONGEST_NOTE:
        own = "; ".join(dict.fromkeys(filter(may_alarm, CLAUSE.split(own))))[: options.LONGEST_NOTE]
    entries = [LogEntry(day, "signs", signs=alarming.signs, leg=alarming.leg)] if alarming.signs else []
    if own or (alarming.leg and not alarming.signs):
        entries.append(LogEntry(day, "pain", note=own or None, leg=None if alarming.signs else alarming.leg))
    if not entries:
        if any(len(text) > options.MOST_READ for text, _ in _texts_named(given)):
            output.complain(emergency.LINE)  # not all of it was read
        return
    output.complain(str(fault))
    output.complain(SIGN_ALONE)
    ask = environment.at_terminal() and not given.as_json
    with asking.by_keys(plain=given.plain or not ask):
        record_and_say(place, entries, day if ask else None, as_json=given.as_json)
    raise typer.Exit(fault.exit_code)


def _signs_of_flags(place: "Workspace", given: LogFlags) -> LogEntry:
    """The signs and the word on the leg that flags tell of, as far as they are any."""
    named = leg_signs.signs_of_flags(numb=given.numb, weak=given.weak, bladder=given.bladder, saddle=given.saddle)
    signs, leg = [*named], None
    with suppress(UsageError):
        signs += leg_signs.named(given.sign or ())
    with suppress(UsageError):
        leg = options.leg(given.leg)
    return LogEntry(place.today, "signs", signs=tuple(dict.fromkeys(signs)), leg=leg)


def _texts(given: LogFlags) -> list[str]:
    """All that was written in own words, in pieces fit to be read."""
    return [piece for text, _ in _texts_named(given) for piece in options.pieces(text)]


def _texts_named(given: LogFlags) -> list[tuple[str, str]]:
    """What was written in own words, each with what it is."""
    texts = (" ".join(given.activity or ()), "what you did"), (given.note, "that note"), (given.why, "that note")
    return [(text, what) for text, what in texts if text]


def _session_entry(flags: Together, given: LogFlags, on: "date") -> LogEntry:
    """The figures and the words of a session."""
    because, note = flags.read(options.short, given.why), flags.read(options.short, given.note)
    leg = flags.read(options.leg, given.leg)
    return LogEntry(
        on, "session", pain=given.pain, peak=given.peak, effort=given.effort, minutes=given.minutes,
        leg=leg, why=because, note=note,
    )  # fmt: skip


def _with_exercises(
    flags: Together, place: "Workspace", entry: LogEntry, given: LogFlags, listed: "Sequence[InSets]"
) -> LogEntry:
    """What is told, with the activity it is of, what exercises were done with, and those that were left out."""
    entry = entry._replace(
        loads=flags.read(loads.read, place, given.load or ()),
        left_out=flags.read(left_out_of, place, given.not_ or (), entry.on or place.today),
    )
    if not given.activity:
        return entry
    if listed:
        first, note = listed[0], "; ".join(filter(None, (listed[0].words, entry.note))) or None
        return entry._replace(kind="activity", exercise=first.exercise, minutes=first.minutes, note=note)
    text = own_activity.without_instead(" ".join(given.activity))
    own_activity.refuse_what_is_none(text)
    what, lasted, more = own_activity.in_brief(place, text, beside=entry.minutes)
    if entry.minutes and lasted not in (None, entry.minutes):
        flags.fault(f"--minutes {entry.minutes} and {lasted} minutes in words are two answers: leave one out")
    what = flags.read(own_activity.read, place, what, entry.on) or what
    note = "; ".join(filter(None, (more, entry.note))) or None
    return entry._replace(kind="activity", exercise=what, minutes=entry.minutes or lasted, note=note)


def _listed(flags: Together, place: "Workspace", given: LogFlags, on: "date | None") -> "list[InSets]":
    """The exercises that are listed with their sets."""
    if given.minutes is not None or not given.activity:
        return []
    return flags.read(own_activity.in_sets, place, " ".join(given.activity), on) or []


def _also(flags: Together, place: "Workspace", in_words: ToldInWords, on: "date") -> tuple[list[LogEntry], list[str]]:
    """What was done beside a session, or in its place, and what of it was the session itself, in words."""
    also = [each._replace(extra=True) if in_words.done == "no" else each for each in in_words.also]
    found = [(each.what, flags.read(own_activity.beside_session, place, each, on)) for each in also]
    return [entry for _, entry in found if entry], [what for what, entry in found if entry is None]


def _beside(flags: Together, place: "Workspace", on: "date", given: LogFlags) -> list[LogEntry]:
    """What is told beside a session: the morning, how well something goes, new signs."""
    morning = given.morning
    mornings = [LogEntry(on, "morning", pain=morning, tired=given.tired)] if morning is not None else []
    named = leg_signs.signs_of_flags(numb=given.numb, weak=given.weak, bladder=given.bladder, saddle=given.saddle)
    signs = tuple(dict.fromkeys((*named, *(flags.read(leg_signs.named, given.sign or ()) or ()))))
    scored = flags.read(_scored, place, given.function or (), on) or []
    return [*mornings, *scored, *([LogEntry(on, "signs", signs=signs)] if signs else [])]


def _entries(
    flags: Together, entry: LogEntry, done: str | None, *, flare: bool, beside: "Sequence[LogEntry]"
) -> list[LogEntry]:
    """All that the flags tell of; the first of it bears the leg, and what any may hold. Raises UsageError with all
    that is wrong with any of them.
    """
    worked = flags.read(_worked, entry, flags.read(options.done, done), flare=flare, other=bool(beside))
    flags.raise_faults()
    flares = [LogEntry(entry.on, "flare", pain=None if worked else entry.pain)] if flare else []
    entries = [*worked, *flares, *beside]
    entries[0] = entries[0]._replace(**{key: getattr(entry, key) for key in OF_ANY | {"leg"}})
    return entries


def _complete_and_record(
    place: "Workspace",
    entries: list[LogEntry],
    words: ToldInWords,
    aside: "Aside",
    *,
    ask: bool,
    again: bool,
    as_json: bool,
) -> None:
    """Ask what is not said, where somebody can be asked, then record it all. Raises StoreError where another window
    took away all that was on record meanwhile.
    """
    if ask:
        for entry in entries:
            aside.keep_ahead(entry.note, entry.why, entry.exercise)
    told_now = [each for entry in entries for each in _completed(place, _with_no_leg(entry), aside if ask else None)]
    if aside.words:
        from backplan.cli.session import with_words

        told_now = with_words(told_now, aside.words)
    if ask:
        told_now = with_leg(place, told_now)
    if not again:
        told_now, again = _told_once(place, told_now, ask=ask)
    if ask:
        from backplan.actions.answers import refuse_taken_away

        refuse_taken_away(place)
    try:
        ask_on = aside.on if ask else None
        record_and_say(place, told_now, ask_on, words, aside, as_json=as_json, again=again, once=not again)
    except SafetyStop as stop:
        if not as_json:
            raise
        with suppress(OSError):
            output.complain(stop.sentence)  # what was recorded is the one JSON document
        raise typer.Exit(stop.exit_code) from None


def _with_no_leg(entry: LogEntry) -> LogEntry:
    """The entry, with that there is no pain in the leg, where its words say so plainly."""
    words = f"{entry.note or ''} {entry.why or ''}"
    if entry.leg or not words.strip() or "leg" not in HOLDS[entry.kind]:
        return entry
    from backplan.planner.diary.leg_words import says_none

    return entry._replace(leg="none") if says_none(words) else entry


def with_leg(place: "Workspace", entries: list[LogEntry]) -> list[LogEntry]:
    """The entries, with how far down the leg it goes, which a person at the terminal is asked where their words may
    tell of more than before.
    """
    from backplan.actions.person import on_record
    from backplan.planner.diary.signs import leg_told_of

    if (in_words := leg_told_of(on_record(place), entries)) == "none":
        return entries
    choices: dict[vocabulary.Leg | Literal["skip"], str] = {**{each: each for each in LEGS}, "skip": "leave it open"}
    leg = asking.one(leg_signs.HOW_FAR, choices, in_words)
    return entries if leg == "skip" else [entries[0]._replace(leg=leg), *entries[1:]]


def _worked(entry: LogEntry, done: "vocabulary.Done | None", *, flare: bool, other: bool) -> list[LogEntry]:
    """The session, or the activity, that the flags tell of: something only that has, or nothing else; none where they
    tell of something else alone.
    """
    from backplan.render.diary import contradiction

    activity = entry.kind == "activity"
    for flag, value in (("--load", entry.loads), ("--not", entry.left_out)):
        if value and activity:
            raise UsageError(f"{flag} goes with a session that was done")
    if wrong := contradiction(entry._replace(done=done)):
        raise UsageError(wrong)
    if activity:
        return [entry._replace(done=done or "all")]
    if entry.minutes is not None:
        raise UsageError("--minutes goes with an activity, like `backplan log swimming --minutes 30`")
    of_session = done is not None or any(getattr(entry, key) not in (None, ()) for key in OF_WHAT_WAS_DONE)
    if of_session or not (flare or other) or (entry.pain is not None and not flare):
        return [entry._replace(done=done)]
    return []


def _told_once(place: "Workspace", entries: list[LogEntry], *, ask: bool) -> tuple[list[LogEntry], bool]:
    """The entries without a session that is noted already, and whether it is a second one, which a person at the
    terminal is asked. Raises UsageError, and Exit, where nothing is left to note.
    """
    from backplan.actions.exercises import named_in
    from backplan.actions.log import noted_already
    from backplan.render.log import already

    noted = {number: each for number, entry in enumerate(entries) if (each := noted_already(place, entry))}
    if not noted:
        return entries, False
    sentence = already(next(iter(noted.values())), place.today, named_in(noted.values(), place))
    ask = ask and any(entries[number].done != "no" for number in noted)
    if ask:
        output.say(sentence)
        if asking.until_right("Did you do a second one? (y/n)", "n", asking.yes):
            return entries, True
    left = [entry for number, entry in enumerate(entries) if number not in noted]
    if not left and not ask and all(entries[number].done == "no" for number in noted):
        number = next(iter(noted.values())).id
        raise UsageError(f"{sentence} If it was not done after all: `backplan diary edit {number} --done no`.")
    if not left and not ask:
        raise UsageError(f"{sentence} `--again` notes a second one, `backplan diary edit` mends the first.")
    if not ask:
        output.complain(f"{sentence} `--again` notes a second one.")
    if not left:
        output.say("Nothing was added.")
        raise typer.Exit
    return left, False


def record_and_say(
    place: "Workspace",
    entries: "Sequence[LogEntry]",
    ask_on: "date | None",
    words: ToldInWords = NO_WORDS,
    aside: "Aside | None" = None,
    *,
    as_json: bool,
    again: bool = False,
    once: bool = False,
    urgent: bool = True,
) -> "Sequence[LogEntry]":
    """Record first and say so, then raise the stop, if one holds; where pain goes further down the leg, or words may
    tell of a sign, a person at the terminal is asked about it before, on the day that is told. What is ``urgent`` at
    any time is said once, at the end; not where the same screen says it already. What was kept ``aside`` of them takes
    its place among them. The entries as they are on record.
    """
    from backplan.actions.log import record

    recorded = record(place, entries, again=again, once=once, instead_of=aside.taken(entries) if aside else ())
    session = recorded.heard.session._replace(supposed=words.supposed, unnoted=words.unnoted, unclear=words.unclear)
    heard = recorded.heard._replace(unknown=words.unknown, session=session)
    unsure = words.felt or heard.alarm.unlisted != "none"
    asking = (heard.further or heard.alarm.signs or unsure) and ask_on is not None and not heard.alarm.despair

    def say() -> None:
        to_say = heard.to_be_asked() if asking else heard
        _say(recorded.entries, to_say, as_json=as_json, urgent=urgent and not asking)
        if asking and ask_on:
            _ask_signs(place, ask_on, heard)

    tell(say, recorded.heard.stop)
    return recorded.entries


def _say(entries: "Sequence[LogEntry]", heard: "Heard", *, as_json: bool, urgent: bool) -> None:
    from backplan.render import diary, emergency
    from backplan.render import log as words

    if as_json:
        noted = {**diary.document(entries), "notices": list(words.notices(heard))}
        output.document(noted if heard.stop else emergency.with_line(noted))
    else:
        unsure = heard.unknown or heard.alarm.unlisted != "none"
        matters = heard.urgent or heard.alarmed or heard.further or heard.alarm.leg != "none" or unsure
        line = [emergency.LINE] if urgent and matters and not heard.stop else []
        output.lines([*words.answer(entries, heard), *line])


def _ask_signs(place: "Workspace", on: "date", heard: "Heard") -> None:
    """Ask for the signs that may come with a leg, and those that words may tell of, or for all that cannot wait long
    where nobody knows what these tell of.
    """
    signs = (*heard.alarm.signs, *(LEG_SIGNS.values() if heard.further else ()))
    ask_signs(place, on, signs, leg_signs.HEAD if heard.further else leg_signs.TOLD_HEAD)


def ask_signs(place: "Workspace", on: "date", signs: "Sequence[str]", head: str) -> None:
    """Ask for some signs, and for those that earlier words raised and nobody has answered, as one answer is for all;
    and for all that cannot wait long where there are none, or some words tell of what no question is about; record
    those there are, and raise the stop they bring.
    """
    from backplan.actions.alarm import answered_today, waiting
    from backplan.actions.log import record
    from backplan.render import emergency
    from backplan.render import log as words

    asked, earlier = dict.fromkeys(signs), list[tuple[str, ...]]()
    with suppress(SafetyStop):  # under a stop nothing waits
        earlier = [each for _, each in waiting(place)]
    asked |= dict.fromkeys(sign for each in earlier for sign in each)
    found = leg_signs.ask(asked, head) if asked else ()
    midwife = not found and _midwife_waits(place)
    if midwife and not leg_signs.midwife_agrees():
        output.lines([words.MIDWIFE_FIRST, emergency.LINE])
        return
    if not (asked or midwife) or not all(earlier):
        shortly = all(earlier) and answered_today(place)
        found = (*found, *(sign for sign in leg_signs.ask_all(shortly=shortly) if sign not in found))
    if not found:
        recorded = record(place, [LogEntry(on, "signs", "no")])  # what was asked is answered
        output.lines([words.NOTHING_NEW, *([] if recorded.heard.stop else [emergency.LINE])])
        return
    recorded = record(place, [LogEntry(on, "signs", signs=found)])
    tell(lambda: _say(recorded.entries, recorded.heard, as_json=False, urgent=True), recorded.heard.stop)


def _midwife_waits(place: "Workspace") -> bool:
    """Whether words wait that a midwife should hear of at once; none under a stop."""
    from backplan.actions.alarm import midwife_waits

    try:
        return bool(midwife_waits(place))
    except SafetyStop:
        return False


def _completed(place: "Workspace", entry: LogEntry, aside: "Aside | None") -> list[LogEntry]:
    """An entry with what a person at the terminal was asked about it; elsewhere, with nobody to say anything ``aside``,
    as it is. Raises UsageError.
    """
    ask = aside is not None
    if entry.kind == "activity" and entry.done == "no":
        words = ". ".join(filter(None, (f"{spaced(entry.exercise or '')}: not done", entry.note)))
        return [entry.as_kind("pain")._replace(note=words)]
    own_activity.refuse_so_long(entry, ask=ask)
    if entry.kind == "activity" and entry.minutes is None:
        many = _minutes(place, entry, ask=ask)
        words = ". ".join(filter(None, (spaced(entry.exercise or ""), entry.note)))
        # No minutes: what was no activity is kept in its own words.
        return [entry._replace(minutes=many) if many else entry.as_kind("pain")._replace(note=words)]
    if _bare(entry) and aside is not None:
        from backplan.cli.session import ask_session

        return ask_session(place, entry, aside)
    if _bare(entry) and entry.why:
        raise UsageError("--why tells why a session was let go or cut short: add --done no or --done part")
    if ask and entry.kind == "morning":
        from backplan.cli.morning import muscles_or_back

        return [muscles_or_back(place, entry)]
    return [entry]


def _bare(entry: LogEntry) -> bool:
    """Whether a session was named without a word on how it went."""
    return entry.kind == "session" and entry.done is None and not entry.has_figure


def _minutes(place: "Workspace", activity: LogEntry, *, ask: bool) -> int | None:
    if not ask:
        raise UsageError(own_activity.how_much(place, activity.exercise or ""))
    asked = f"How many minutes {of_it(activity.exercise or '')}? (Enter if it was none: it is kept as a note)"
    read = asking.or_skip(asking.minutes(1, MINUTES_OF_A_DAY))
    return asking.until_right(asked, "", read, f"Minutes like 15, or half an hour; a guess will do. {asking.PASSES}")


def _scored(place: "Workspace", texts: "Sequence[str]", on: "date") -> list[LogEntry]:
    """The activities of --function with their scores. Raises UsageError."""
    if not texts:
        return []
    from backplan.actions.person import on_record

    person = on_record(place)
    if person is None or not person.functions:
        raise UsageError('you have not named anything yet: `backplan init --functions "put on my socks"` does')
    found = read_each(lambda text: (_ability(text), _function(text.rpartition("=")[0], person.functions)), texts)
    if len({name for _, name in found}) < len(found):
        raise UsageError("--function: one score for each activity, please")
    return [LogEntry(on, "function", function=name, score=score) for score, name in found]


CLOSE = 0.75  # how alike two names are when one is taken for the other
SHORTEST_PART = 3  # letters


def _function(word: str, functions: "Sequence[str]") -> str:
    """The activity a word means: its name, its number, a part that only one has, or a near name, which is said.
    Raises UsageError.
    """
    from difflib import get_close_matches

    key = " ".join(word.split()).casefold()
    by_key = {name.casefold(): name for name in functions}
    if key in by_key:
        return by_key[key]
    if key.isdecimal() and key in map(str, range(1, len(functions) + 1)):
        return functions[int(key) - 1]
    within = [name for name in by_key if len(key) >= SHORTEST_PART and key in name]
    near = within if len(within) == 1 else get_close_matches(key, by_key, n=1, cutoff=CLOSE)
    if near:
        output.complain(f"--function {word}: did you mean {by_key[near[0]]}? It is taken for that.")
        return by_key[near[0]]
    listed = ", ".join(f"{number} {name}" for number, name in enumerate(functions, 1))
    raise UsageError(
        f"--function {word or '?'}: you have not named that{nearest(word, functions)}; you named: {listed}"
    )


def _ability(text: str) -> int:
    _, equals, score = text.rpartition("=")
    try:
        return asking.whole(0, 10)(score.strip() if equals else "")
    except UsageError:
        raise UsageError(f"--function {text}: end it with = and a whole number from 0 to 10, like 1=4") from None
