"""A session as it is told at the terminal: what was planned is shown, then one question after another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from backplan.cli.aside import answer_to, hearing
from backplan.cli.morning import ask_morning
from backplan.cli.sentences.clauses import lasted
from backplan.cli.sentences.leg import LEG_WORDS
from backplan.cli.sentences.numbers import HIGHEST, WHY, ask_effort, effort_of, leg_of, numbers, with_more
from backplan.cli.sentences.sentence import InOwnWords, ToldInWords, read_words
from backplan.cli.terminal import asking, options, output
from backplan.cli.terminal.listed import AnswerList, Headed
from backplan.errors import UsageError
from backplan.model.activities import moves_on
from backplan.model.diary import LogEntry
from backplan.model.vocabulary import LEGS, Done

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backplan.actions.workspace import Workspace
    from backplan.cli.aside import Aside

T = TypeVar("T")

DONE: dict[Done | Literal["but"], str] = {
    "all": "all of it",
    "but": "all but an exercise or two",
    "part": "part of it",
    "no": "not today",
}


_DONE_WORDS = {"all": "y, yes, done", "no": "n, none, nothing, not", "part": "some, half, partly"}
BACK = "Say it in your own words if you like; back goes back by a question."


def ask_session(place: Workspace, entry: LogEntry, aside: Aside) -> list[LogEntry]:
    """A session as it was told, after the morning if that is not known yet, with what the person can do; but for what
    is said ``aside`` nothing is stored here. Raises InOwnWords.
    """
    _show_planned(place, entry)
    _show_noted(place, entry)
    output.say(BACK)
    with hearing(aside):
        return asking.with_back(lambda: _asked(place, entry, aside))


def with_words(entries: list[LogEntry], aside: Iterable[str]) -> list[LogEntry]:
    """The entries with what was said aside: in the note of the session, or where there is none, or that would be too
    long, apart.
    """
    at, session = next(((at, each) for at, each in enumerate(entries) if each.kind == "session"), (0, entries[0]))
    words = [each for each in aside if each not in (session.note or "") and each != session.why]
    whole = "; ".join(filter(None, (*words, session.note)))
    if session.kind == "session" and len(whole) <= options.LONGEST_NOTE:
        entries[at] = session._replace(note=options.short(whole))
        return entries
    return [*entries, *(LogEntry(session.on, "pain", note=options.short(each)) for each in words)]


def _asked(place: Workspace, entry: LogEntry, aside: Aside) -> list[LogEntry]:
    waking = ask_morning(place, entry.on)
    morning = [waking] if waking else []
    # all but those is a word on it
    how = ("all", None) if entry.left_out else _how_far(waking, aside)
    done, why = how[0], entry.why or how[1]
    if done == "but":
        entry, done = entry._replace(left_out=_left_out(place, entry)), "all"
    if done == "no":
        why = why or asking.word_or_skip("What came up?")
        return [*morning, entry._replace(done=done, why=options.short(why), loads=None, left_out=())]
    return [*morning, _asked_for(entry._replace(why=why), done), *_ask_functions(place)]


def _how_far(morning: LogEntry | None, aside: Aside) -> tuple[Done | Literal["but"], str | None]:
    """How far a session was done, and why no further where that is said with it; what tells of neither is kept
    ``aside``, and it is asked again. Raises InOwnWords where the words tell of more.
    """

    def read(answer: str) -> tuple[Done | Literal["but"], str | None]:
        for each in DONE:
            if each == answer:
                return each, None
        heard = read_words(answer)
        if heard and heard.done and heard == ToldInWords(heard.done, heard.why, beside=heard.beside):
            if heard.beside:
                aside.keep(heard.beside)
            return heard.done, heard.why
        more = lasted(answer) or moves_on(answer) if heard is None else heard != ToldInWords(words=heard.words)
        if more:
            raise InOwnWords(answer, morning)
        aside.keep(answer)
        raise UsageError(answer_to(answer))

    return asking.one_or_words("Done?", DONE, "all", _DONE_WORDS, read)


def _asked_for(entry: LogEntry, done: Done) -> LogEntry:
    """A session that was done, or part of it, with the scores that were given; Enter passes each."""
    pain, peak, effort = _figures()
    leg = entry.leg or asking.choice_or_skip("Pain down the leg?", *LEGS, words=LEG_WORDS, other=leg_of)
    why = entry.why or (asking.word_or_skip("What cut it short?") if done == "part" else None)
    note = entry.note or asking.word_or_skip("A word for yourself?")
    entry = entry._replace(why=options.short(why), note=options.short(note))
    return entry._replace(done=done, pain=pain, peak=peak, effort=effort, leg=leg)


ALL_AT_ONCE = "Pain before (0-10), or before, highest, effort: 3 5 4 (Enter to skip)"
BEFORE = "Pain before it (0-10) (Enter to skip)"


def _figures() -> tuple[int | None, int | None, int | None]:
    """Pain before, the highest pain and the effort: in one line, or one after the other."""
    found = asking.until_right(ALL_AT_ONCE, "", numbers, WHY)
    if found.peak is not None and found.pain is None and not found.whole:
        found = with_more(found, BEFORE, "pain")
    if found.peak is None and not found.whole:
        found = with_more(found, HIGHEST, "peak")
    if found.effort is None and not found.whole:
        found = found._replace(effort=ask_effort(effort_of))
    return found.pain, found.peak, found.effort


def _left_out(place: Workspace, entry: LogEntry) -> tuple[str, ...]:
    """Which exercises of the session were not done; those that are known already where no session is on record."""
    from backplan.actions.log import planned

    found = planned(place, entry.on)
    if found is None or found.day is None or not found.day.sessions:
        return entry.left_out
    names = {item.exercise: item.name for each in found.day.sessions for block in each.blocks for item in block.items}
    asked = AnswerList("Which were not done?", (Headed("", names),), unsure="Leave out what you are not sure of.")
    return tuple(asking.several(asked, list(entry.left_out)))


def _show_planned(place: Workspace, entry: LogEntry) -> None:
    """What was planned that day, unless a stop holds: then no exercise is named."""
    from backplan.actions.log import planned
    from backplan.render import log as words

    if (found := planned(place, entry.on)) is not None:
        output.lines(words.planned(found))


def _show_noted(place: Workspace, entry: LogEntry) -> None:
    """That a session of that day is noted already: what is told now is more of it, unless it says otherwise."""
    from backplan.actions.exercises import named_in
    from backplan.actions.log import noted_on
    from backplan.render import log as words

    if (found := noted_on(place, entry.on)) is not None:
        output.say(words.already(found, place.today, named_in([found], place)))


def _ask_functions(place: Workspace) -> list[LogEntry]:
    """How well the person can do today what they named, once a week."""
    from backplan.actions.log import functions_due

    asked = {name: asking.ability(name) for name in functions_due(place)}
    scored = [(name, score) for name, score in asked.items() if score is not None]
    return [LogEntry(place.today, "function", function=name, score=score) for name, score in scored]
