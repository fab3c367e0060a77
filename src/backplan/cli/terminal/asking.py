"""Asking at the terminal: one question at a time, until its answer can be used. Interview and log both ask here."""

from __future__ import annotations

import re
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

import typer

from backplan.cli.terminal import dates, for_later, freely, output, spoken
from backplan.cli.terminal.list_answers import kept_for, numbers
from backplan.cli.terminal.listed import MOST_SAID, TAKEN_FOR_GRANTED, AnswerList, ChangeMenu, OneOf, pages
from backplan.cli.terminal.spoken import plainly, whole_number
from backplan.errors import UsageError, nearest
from backplan.model.said_numbers import minutes_said
from backplan.model.thing_words import things_in
from backplan.model.wording import full_day, roughly
from backplan.render.safe import line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

T = TypeVar("T")
HIGHEST = 10  # of pain and effort


class GoBack(Exception):  # noqa: N818 - no error: the person's wish
    """The person wants to go back one section; of a list, with what they had ``ticked``."""

    def __init__(self, ticked: list[str] | None = None) -> None:
        super().__init__()
        self.ticked = ticked


_back: ContextVar[bool] = ContextVar("back", default=False)
_answered: ContextVar[int] = ContextVar("answered", default=0)
_passed_by: ContextVar[int] = ContextVar("passed_by", default=0)  # questions still to be answered as before, unasked
# What was answered since the section began, by its question, and before, if it was gone back from.
_given: ContextVar[dict[str, list[str]]] = ContextVar("given")
_before: ContextVar[dict[str, list[str]]] = ContextVar("before")


@contextmanager
def going_back() -> Iterator[None]:
    """Let `back` be typed at any question, which raises GoBack."""
    token = _back.set(True)
    try:
        with for_later.keeping():
            yield
    finally:
        _back.reset(token)


Word = TypeVar("Word", bound=str)


class Way(Protocol):
    """A way of asking: what a question says, its range and its default are the same in each."""

    def begin(self, title: str, number: int, of: int) -> None:
        """A section begins."""

    def tell(self, text: str) -> None:
        """What follows from an answer, to be seen though the next section begins at once."""

    def line(self, question: str, default: str | None) -> str:
        """One line of answer; raises UnicodeDecodeError where it holds no letters."""

    def several(self, listed: AnswerList, chosen: list[str], *, back: bool, none: bool = False) -> list[str]:
        """Those answers of a list that are so; ``none`` was so before."""

    def one(self, asked: OneOf, *, back: bool) -> str:
        """One of some answers, or own words."""

    def any_of(self, listed: AnswerList, asked: str, *, back: bool) -> bool:
        """Whether any of a list is so."""

    def menu(self, offered: ChangeMenu, *, back: bool) -> str:
        """What of it is to be changed, or nothing."""


def after(question: str) -> str:
    """What stands between a question and its answer."""
    return " " if question.endswith("?") else ": "


class ByLines:
    """The way that any terminal can show and any screen reader can read: line after line."""

    def begin(self, title: str, number: int, of: int) -> None:
        """A section begins."""
        output.say(f"\n── {f'{title} ({number} of {of})' if title else f'{number} of {of}'} ──")

    def tell(self, text: str) -> None:
        """What follows from an answer."""
        output.say(text)

    def line(self, question: str, default: str | None) -> str:
        """One line of answer."""
        return str(typer.prompt(question, default=default or "", show_default=False, prompt_suffix=after(question)))

    def several(self, listed: AnswerList, chosen: list[str], *, back: bool, none: bool = False) -> list[str]:
        """Numbers of a printed list, a page after another, each under the question; or words, where the list is not
        printed.
        """
        if listed.read is not None:
            output.lines(filter(None, [listed.about]))
            before = ", ".join(chosen) or "none"
            return _until_right(f"{listed.question} ({listed.written})", before, listed.read)
        output.lines(f"You wrote: “{part}”." for part in kept_for(listed))
        answers, first = list(chosen), 1
        screen = output.page()
        for page in pages(listed.groups, screen.width, screen.rows):
            ids = [key for group in page for key in group.choices]
            output.lines([listed.question, *([listed.about] if listed.about and first == 1 else [])])
            number_of = iter(range(first, first + len(ids)))
            for group in page:
                output.lines(filter(None, [group.head]))
                output.lines(f"  {next(number_of):2d}. {means}" for means in group.choices.values())
            found = self._some(listed, ids, [key for key in answers if key in ids], first, none=none)
            answers = list(dict.fromkeys([*(key for key in answers if key not in ids), *found]))
            first += len(ids)
        return answers

    def _some(
        self, listed: AnswerList, ids: list[str], chosen: list[str], first: int, *, none: bool = False
    ) -> list[str]:
        word = "type none" if listed.deliberate else "none"
        words = {key: f"{meaning} {listed.unseen(key)}" for key, meaning in listed.choices.items() if key in ids}
        read = numbers(
            ids,
            typed=listed.deliberate,
            by_word=listed.by_word,
            first=first,
            others=listed.choices,
            words=words,
            listed=listed,
        )

        def or_unsure(text: str) -> list[str]:
            if text and listed.granted.issuperset(things_in(text)):
                raise UsageError(TAKEN_FOR_GRANTED)
            if not (asked := re.fullmatch(r"\?\s*(\d*)", text)):
                if spoken.unknown(text):
                    raise UsageError(listed.unsure)
                return read(text)
            for key in numbers(ids, first=first)(asked[1]):
                raise UsageError(listed.explained(key))
            raise UsageError(f"{listed.unsure} ?{first} says more of {first}." if listed.whole else listed.unsure)

        shown = ", ".join(chosen) or (None if listed.deliberate and not none else "none")
        return _until_right(f"Numbers, or {word}", shown, or_unsure)

    def one(self, asked: OneOf, *, back: bool) -> str:
        """One of some words; what they mean is said where they do not say it themselves."""
        choices = asked.choices
        output.lines(f"  {word}: {means}" for word, means in choices.items() if means != word)

        def read(text: str) -> str:
            answer = re.sub(r"^(?:to |in |the |my |down )*", "", text.lower().rstrip(" .!"))
            if "none" in choices and spoken.says_none(answer):
                return "none"
            named = next((key for key, named in asked.words.items() if answer in named.split(", ")), "")
            if named or (asked.own and answer not in choices):
                return named or text
            return one_of(*choices)(answer if answer in choices else text)

        return _until_right(f"{asked.question} ({', '.join(choices)})", asked.default, read)

    def any_of(self, listed: AnswerList, asked: str, *, back: bool) -> bool:
        """Whether any of a list is so; the whole list is read first."""
        output.say(listed.question)
        for group in listed.groups:
            output.lines(["", *filter(None, [group.head])])
            output.lines(f"  • {meaning}" for meaning in group.choices.values())
        return _until_right(asked, None, yes)

    def menu(self, offered: ChangeMenu, *, back: bool) -> str:
        """What of it is to be changed, or nothing."""
        output.lines(offered.heads)
        return _until_right(offered.asked, offered.default, offered.read)


_BY_LINES: Way = ByLines()
_way: ContextVar[Way | None] = ContextVar("way", default=None)


class Hearing(Protocol):
    """What hears each answer, as its reader reads it."""

    def __call__(self, text: str, read: Callable[[str], T], /) -> T:
        """What the reader makes of it; raises UsageError where it is to be asked again."""


_hearing: ContextVar[Hearing | None] = ContextVar("hearing", default=None)


@contextmanager
def hearing(heard_by: Hearing) -> Iterator[None]:
    """Let each answer be heard that a question is given meanwhile, besides being read."""
    token = _hearing.set(heard_by)
    try:
        yield
    finally:
        _hearing.reset(token)


def read_aloud(read: Callable[[str], T]) -> Callable[[str], T]:
    """A reader whose answers are heard."""
    heard_by = _hearing.get()
    return (lambda text: heard_by(text, read)) if heard_by else read


@contextmanager
def by_keys(*, plain: bool) -> Iterator[None]:
    """Ask with arrow keys and lists to tick, where the terminal is one to move about on; ``plain``: line by line."""
    if plain or not output.can_move():
        yield
        return
    from backplan.cli.terminal.by_keys import ByKeys

    token = _way.set(ByKeys())
    try:
        yield
    finally:
        _way.reset(token)


def begin(
    title: str, number: int, of: int, before: Mapping[str, list[str]] = MappingProxyType({}), passed_by: int = 0
) -> None:
    """Say that a section begins; what was answered ``before`` it was gone back from is answered so again by Enter, and
    as many of its questions as are ``passed_by`` without being asked.
    """
    _from_here(before, passed_by)
    (_way.get() or _BY_LINES).begin(title, number, of)


def _from_here(before: Mapping[str, list[str]], passed_by: int) -> None:
    _answered.set(0)
    _passed_by.set(passed_by)
    _given.set({})
    _before.set(dict(before))


def with_back(ask: Callable[[], T]) -> T:
    """What some questions find that ``ask`` asks, of which back leads to the one before, with what was answered."""
    before, passed_by = dict[str, list[str]](), 0
    with going_back():
        while True:
            _from_here(before, passed_by)
            try:
                return ask()
            except GoBack:
                if not answered_here():
                    tell("This is the first question. Ctrl-C stops.")
                before, passed_by = given_here(), max(0, answered_here() - 1)


def answered_here() -> int:
    """How many questions were answered since the section began: back leads to the last of them."""
    return _answered.get()


def _passes() -> bool:
    """Whether a question is answered as before without being asked; once one is asked, all after it are."""
    left = _passed_by.get()
    _passed_by.set(max(0, left - 1))
    return left > 0


def _one_more() -> None:
    _answered.set(_answered.get() + 1)


def given_here() -> dict[str, list[str]]:
    """What was answered since the section began, by its question, for it to be asked again."""
    return {**_before.get({}), **_given.get({})}


def _given_before(question: str, default: list[str]) -> list[str]:
    """What was answered before the section was gone back from, once: who is asked a second time said it was wrong."""
    return _before.get({}).pop(question, default)


def _keep(question: str, found: list[str]) -> None:
    _given.get({})[question] = [*found]


def tell(text: str) -> None:
    """Say what follows from an answer, so that it is seen though the next section begins at once."""
    (_way.get() or _BY_LINES).tell(text)


def several(listed: AnswerList, chosen: list[str]) -> list[str]:
    """Those answers of a list that are so; ``chosen`` were so before. After going back, that none was so is shown, too,
    but where that is only said by the word.
    """
    before = _before.get({}).get(listed.question)
    none = before == [] and not listed.by_word
    chosen = _given_before(listed.question, chosen)
    try:
        if before is not None and _passes():
            found = before
        else:
            _passed_by.set(0)
            with for_later.until_answered():
                found = (_way.get() or _BY_LINES).several(listed, chosen, back=_back.get(), none=none)
    except GoBack as left:
        ticked = chosen if left.ticked is None else left.ticked
        if ticked or none:
            _keep(listed.question, ticked)
        raise
    _keep(listed.question, found)
    _one_more()
    return found


def one(
    question: str,
    choices: Mapping[Word, str],
    default: Word | None = None,
    words: Mapping[str, str] = MappingProxyType({}),
) -> Word:
    """One of some words, each told with what it means, and with other ``words`` for it; Enter takes the default."""
    return cast("Word", _one(question, choices, default, words, str, own=False))


def one_or_words(
    question: str, choices: Mapping[Word, str], default: Word, words: Mapping[str, str], read: Callable[[str], T]
) -> T:
    """What ``read`` makes of one of some words, or of what somebody answers in words of their own; where it raises
    UsageError, it is asked again.
    """
    return _one(question, choices, default, words, read, own=True)


def _one(
    question: str,
    choices: Mapping[Word, str],
    default: Word | None,
    words: Mapping[str, str],
    read: Callable[[str], T],
    *,
    own: bool,
) -> T:
    meanings = {str(word): means for word, means in choices.items()}
    answered = question in _before.get({})
    (before,) = _given_before(question, [default or ""])
    passes = answered and (own or before in meanings) and _passes()
    while True:
        if not passes:
            _passed_by.set(0)
        way = _way.get() or _BY_LINES
        asked = OneOf(question, meanings, before or None, words, own)
        found = before if passes else way.one(asked, back=_back.get())
        passes = False
        try:
            answer = read(found)
        except UsageError as error:
            output.say(f"  {error}")
        else:
            _keep(question, [found])
            _one_more()
            return answer


def any_of(listed: AnswerList, asked: str) -> bool:
    """Whether any of a list is so; ``asked`` after it where it is read line by line."""
    found = (_way.get() or _BY_LINES).any_of(listed, asked, back=_back.get())
    _one_more()
    return found


def menu(offered: ChangeMenu) -> str:
    """What of what is on record is to be changed; an empty text for nothing."""
    return (_way.get() or _BY_LINES).menu(offered, back=_back.get())


def prompt(text: str, default: str | None = None) -> str:
    """One line of answer."""
    shown = f" [Enter: {default}]" if default else ""
    while True:
        try:
            value = " ".join((_way.get() or _BY_LINES).line(output.fit_to_ask(f"{text}{shown}"), default).split())
        except UnicodeDecodeError:
            output.say("  That could not be read; please type it again.")
        else:
            if _back.get() and value.lower() == "back":
                raise GoBack
            if _back.get() and value.lower() in spoken.QUITS:
                raise typer.Abort
            if len(value) <= MOST_SAID:
                return line(value)
            output.say(f"  That is longer than an answer can be; please say it in {MOST_SAID} letters.")


def until_right(text: str, default: str | None, read: Callable[[str], T], why: str = "", unsure: str = "") -> T:
    """Ask one question until its answer can be used; only this question is asked again. ``why`` it is asked, and how it
    may be answered, is told to who types a question mark; ``unsure``, what to do, to who does not know, where that is
    no answer. After going back Enter answers what was said before.
    """
    answered = text in _before.get({})
    (before,) = _given_before(text, [default or ""])

    read = read_aloud(read)

    def kept(answer: str) -> T:
        found = read(answer)
        twice = _given.get({}).get(text, [answer]) != [answer]  # nobody can tell which of two is meant
        _keep(text, ["" if twice else answer])
        return found

    if answered and _passes():
        with suppress(UsageError):
            found = kept(before)
            _one_more()
            return found
    _passed_by.set(0)
    try:
        found = _until_right(text, before or None, kept, why, unsure)
    except GoBack:
        if answered:
            _keep(text, [before])
        raise
    _one_more()
    return found


def _until_right(text: str, default: str | None, read: Callable[[str], T], why: str = "", unsure: str = "") -> T:
    while True:
        answer = prompt(text, default)
        if answer == "?" and (why or unsure):
            output.say(f"  {why or unsure}")
            continue
        try:
            found = read(answer)
        except UsageError as error:
            output.say(f"  {unsure if unsure and (answer.lower() in _PASSES_BY or spoken.unknown(answer)) else error}")
        else:
            if found is None and spoken.unknown(answer):
                output.say("  That is all right: it is left out.")
            return found


OF_TEN = "0 is none at all, 10 the most you can imagine."
ABOUT_RIGHT = f"{OF_TEN} A number that feels about right will do."
PASSES = "Enter passes the question."


def score(text: str) -> int:
    """A whole number from 0 to 10."""
    return until_right(f"{text} (0-10)", None, aloud, unsure=ABOUT_RIGHT)


def score_or_skip(text: str) -> int | None:
    """A whole number from 0 to 10; None when the question is skipped."""
    return until_right(f"{text} (Enter to skip)", None, or_skip(aloud), f"{OF_TEN} {PASSES}")


def ability(activity: str) -> int | None:
    """How well the person can do something they named; None when the question is skipped."""
    asked = f"{activity}: 0 cannot, 10 as before (Enter to skip)"
    return until_right(asked, None, or_skip(aloud), f"A number that feels about right will do. {PASSES}")


_SKIP = "skip"
_PASSES_BY = ("", _SKIP, "pass", "-")


def choice_or_skip(
    text: str,
    *choices: Word,
    words: Mapping[str, str] = MappingProxyType({}),
    other: Callable[[str], Word] | None = None,
) -> Word | None:
    """One of some words, of which ``words`` has other names; None when the question is skipped. ``other`` reads what is
    none of them.
    """
    if _way.get() is not None:
        listed = {**{str(each): str(each) for each in choices}, _SKIP: _SKIP}

        def of_list(answer: str) -> Word | None:
            here = next((each for each in choices if each == answer), None)
            return other(answer) if other and here is None and answer != _SKIP else here

        return _one(text, listed, _SKIP, words, read_aloud(of_list), own=other is not None)
    named = ", ".join(choices)

    def read(answer: str) -> Word:
        found = next((each for each in choices if answer.lower() in words.get(each, "").split(", ")), None)
        if found is None and other and answer.lower() not in choices:
            return other(answer)
        return found or one_of(*choices)(answer)

    return until_right(f"{text} ({named}; Enter to skip)", None, or_skip(read), f"One of: {named}. {PASSES}")


def word_or_skip(text: str) -> str:
    """A few words of the person's own, or none."""
    return until_right(f"{text} (Enter to skip)", None, lambda words: words, f"Any words of your own. {PASSES}")


# -- how an answer is read; each raises UsageError ------------------------------------------------------------------


def whole(low: int, high: int) -> Callable[[str], int]:
    """A whole number within bounds."""

    def read(text: str) -> int:
        if (found := whole_number(text)) is not None and low <= found <= high:
            return found
        raise UsageError(f"Please answer with a whole number from {low} to {high}.")

    return read


def out_of_ten(text: str) -> int:
    """A number from 0 to 10 for pain or effort, as people say it: 4, four, none, 6 or 7."""
    if (found := spoken.out_of_ten(text)) is not None and 0 <= found <= HIGHEST:
        return found
    raise UsageError("Please answer with a whole number from 0 to 10.")


def aloud(text: str) -> int:
    """A number from 0 to 10, the highest of a sentence; where it was said as more than one, as a broken one, or in a
    sentence, which it is taken for is said.
    """
    numbers = spoken.numbers_of_ten(text)
    within = [] if numbers else freely.tens_within(spoken.whole_ones(text))
    found = max(within) if within else out_of_ten(text)
    if len(numbers) != 1 or re.search(r"\d[.,]\d", text) or spoken.whole_ones(text) != text.lower():
        output.say(f"  Taken as {found}.")
    return found


def or_skip(read: Callable[[str], T]) -> Callable[[str], T | None]:
    """Read an answer as another reader does, or take Enter, or that somebody does not know, for none."""
    return lambda text: None if text.lower() in _PASSES_BY or spoken.unknown(text) else read(text)


def yes(text: str) -> bool:
    """Whether the answer is yes."""
    return False if spoken.says_none(text) else freely.answer_to(text)


def past(text: str) -> str:
    """A date that is not in the future, as ISO text; of a whole month or year its first day."""
    return _past(text, late=False)


def past_late(text: str) -> str:
    """A date that is not in the future, as ISO text; of a whole month or year its last day, where later is safer."""
    return _past(text, late=True)


def _past(text: str, *, late: bool) -> str:
    try:
        found = dates.past_day(spoken.in_whole_units(text), "", late=late)
    except dates.NoDateError:
        from backplan.cli.terminal import rough_days

        if rough_days.season(text.lower()):
            raise UsageError("Which month was that, about? Like May 2026; if in doubt, the later one.") from None
        if (respelled := rough_days.respelled(text)) != text:
            day = _past(respelled, late=late)
            tell(f"Taken as {respelled.strip()}.")
            return day
        meant = "".join(dict.fromkeys(filter(None, map(dates.month_meant, text.split()))))
        raise UsageError(
            f"{meant}Please say a day or a year; a guess is enough: 2019, 2 years ago, 2 November."
        ) from None
    except dates.StillToComeError:
        raise UsageError(f"“{text}” is still to come. Please give a day that has been.") from None
    if found.isoformat() != text.strip() and not _back.get():  # where one can go back, all answers are told at the end
        output.say(f"  That is {full_day(found) if re.search(_OF_A_DAY, text) else roughly(found)}.")
    return found.isoformat()


_OF_A_DAY = r"(?<!\d)\d{1,2}(?!\d)|day|now"


def minutes(low: int, high: int) -> Callable[[str], int]:
    """Minutes within bounds, as people say them: 15, 15 minutes, half an hour, 1 hour, five."""

    def read(text: str) -> int:
        many = minutes_said(plainly(text))
        if many is not None and low <= many <= high:
            return many
        raise UsageError(f"Please answer with minutes from {low} to {high}, like 15, or half an hour.")

    return read


def one_of(*choices: Word) -> Callable[[str], Word]:
    """One of some words."""

    def read(text: str) -> Word:
        found = next((choice for choice in choices if choice == text.lower()), None)
        if found is None:
            raise UsageError(f"Please answer with one of: {', '.join(choices)}{nearest(text, choices)}.")
        return found

    return read
