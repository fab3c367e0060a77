"""A session as it is told at the terminal: what was planned is shown, then one question after another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from backplan.cli.morning import ask_morning
from backplan.cli.terminal import asking, options, output, spoken
from backplan.cli.terminal.listed import AnswerList, Headed
from backplan.errors import UsageError
from backplan.model.diary import LogEntry
from backplan.model.vocabulary import LEGS, Done

if TYPE_CHECKING:
    from backplan.actions.workspace import Workspace


DONE: dict[Done | Literal["but"], str] = {
    "all": "all of it",
    "but": "all but an exercise or two",
    "part": "part of it",
    "no": "not today",
}


_DONE_WORDS = {"all": "y, yes, done", "no": "n, none, nothing, not", "part": "some, half, partly"}


def ask_session(place: Workspace, entry: LogEntry) -> list[LogEntry]:
    """A session as it was told, after the morning if that is not known yet, with what the person can do; nothing is
    stored here.
    """
    _show_planned(place, entry)
    _show_noted(place, entry)
    morning = [waking] if (waking := ask_morning(place, entry.on)) else []
    how = "all" if entry.left_out else asking.one("Done?", DONE, "all", _DONE_WORDS)  # all but those is a word on it
    if how == "but":
        entry = entry._replace(left_out=_left_out(place, entry))
    done: Done = "all" if how == "but" else how
    if done == "no":
        why = entry.why or asking.word_or_skip("What came up?")
        return [*morning, LogEntry(entry.on, "session", done, why=options.short(why))]
    return [*morning, _asked_for(entry, done), *_ask_functions(place)]


def _asked_for(entry: LogEntry, done: Done) -> LogEntry:
    """A session that was done, or part of it, with the scores that were given; Enter passes each."""
    before, peak, effort = _figures()
    leg = entry.leg or asking.choice_or_skip("Pain down the leg?", *LEGS)
    why = entry.why or (asking.word_or_skip("What cut it short?") if done == "part" else None)
    note = entry.note or asking.word_or_skip("A word for yourself?")
    entry_now = LogEntry(entry.on, "session", done, before, peak, effort, leg, loads=entry.loads)
    return entry_now._replace(why=options.short(why), note=options.short(note), left_out=entry.left_out)


ALL_AT_ONCE = "Pain before (0-10), or before, highest, effort: 3 5 4 (Enter to skip)"
_PART, _APART = r"([^\s,;/:=]+)", r"[\s,;/]+"
_THREE = (  # in this order, with or without what each is of
    rf"(?:(?:pain|before)[\s:=]+)*{_PART}{_APART}(?:(?:then|worst|highest|peak|after)[\s:=]+)*{_PART}{_APART}"
    rf"(?:effort[\s:=]+)?{_PART}"
)
_Said = tuple[int | None, int | None, int | None] | int | None
NOT_SAID = "-"  # in the place of one of the three


def _figures() -> tuple[int | None, int | None, int | None]:
    """Pain before, the highest pain and the effort: in one line, or one after the other."""
    pain = asking.until_right(ALL_AT_ONCE, "", _one_or_three, f"{asking.OF_TEN} {asking.PASSES}")
    if isinstance(pain, tuple):
        return pain
    during = "Highest pain during it (0-10) (Enter to skip)"
    peak = asking.until_right(during, None, lambda text: _highest(pain, _one_or_three(text)))
    if isinstance(peak, tuple):
        output.say("  Taken as pain before {}, highest {}, effort {}.".format(*("-" if n is None else n for n in peak)))
        return peak
    return pain, peak, asking.score_or_skip("Effort (0 nothing, 10 all you had)")


def _highest(before: int | None, found: _Said) -> _Said:
    """The highest pain as it was said, or all three. Raises UsageError for less than the pain before."""
    return found if isinstance(found, tuple) else _at_least(before, found)


def _at_least(before: int | None, peak: int | None) -> int | None:
    if before is not None and peak is not None and peak < before:
        raise UsageError(f"The highest pain is at least the pain before, {before}.")
    return peak


def _one_or_three(text: str) -> tuple[int | None, int | None, int | None] | int | None:
    """Three numbers from 0 to 10, any of them left out; or the first alone."""
    three = re.fullmatch(_THREE, re.sub(r"\s*/\s*10\b", "", text.lower().strip()))
    if three and all(part == NOT_SAID or spoken.numbers_of_ten(part) for part in three.groups()):
        before, peak, effort = (None if part == NOT_SAID else asking.out_of_ten(part) for part in three.groups())
        return before, _at_least(before, peak), effort
    if re.search(r"\d[\s,;]+\d", text):
        raise UsageError("Please answer with one number from 0 to 10, or with three: before, highest, effort.")
    return asking.or_skip(asking.aloud)(text)


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
