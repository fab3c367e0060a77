"""Which day is to be shown, and in how many minutes, as people say it: tomorrow; tue; 10; only 10 minutes."""

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Annotated

import typer

from backplan.errors import UsageError
from backplan.model.vocabulary import MINUTES_OF_A_DAY, Weekday
from backplan.named_tuple import NamedTuple

MINUTES_YOU_HAVE = "The minutes you have today, like 10: what counts most of it."
MinutesYouHave = Annotated[
    int | None, typer.Option("--minutes", min=1, max=MINUTES_OF_A_DAY, help="The minutes you have.")
]
_AROUND = (
    r"\b(?:only|just|have|got|i['’]?ve|i|about|around|for|in|on|with|the|a bit|maybe|today|left|time|and|no more than|"
    r"at most|spare|what(?:['’]?s| is)?|how|please|show me|there)\b"
)


class WhichDay(NamedTuple):
    """The day of this week that is meant, None for today; and the minutes there are for it, None for all of it; or how
    somebody says that it is now: the pain, and more words where there are any.
    """

    day: Weekday | None = None
    minutes: int | None = None
    pain: int | None = None
    words: str | None = None


def which_day(words: Sequence[str], minutes: int | None = None) -> WhichDay:
    """What words mean. Raises UsageError."""
    if not words:
        return WhichDay(None, minutes)
    from backplan.model.said_numbers import minutes_said

    text = " ".join(words).lower().strip(" .!,")
    rest = " ".join(re.sub(_AROUND, " ", text).split())
    day = next((found for each in rest.split() if (found := day_of(each))), None)
    rest = " ".join(each for each in rest.split() if not day_of(each))
    many = minutes_said(rest) if rest else None
    if rest and (many is None or not 0 < many <= MINUTES_OF_A_DAY):
        _refuse_otherwise(text)
        if day is None and (felt := _as_it_is(" ".join(words), minutes)):
            return felt
        raise UsageError(
            f"{text}: that is no day of this week and no number of minutes; like `backplan today tue`, or "
            "`backplan today 10` if you have ten minutes"
        )
    if None not in (many, minutes) and many != minutes:
        raise UsageError(f"{text} and --minutes {minutes} are two answers: leave one out")
    return WhichDay(day, minutes if many is None else many)


LESS = (
    r"(?:(?:something|anything|a|an|bit|much|make it|little|with|please|one|version|day|session|of it|for)[ ,]*)*"
    r"(?:easier|easy|gentler?|lighter|light|less|shorter|short|softer)\b"
    r"(?:[ ,]*(?:one|version|day|session|please|of it))*"
)
_IN_PARTS = r".*\b(?:in |into |split\w* ).*\b(?:bits|parts|halves|goes|chunks|pieces|sessions)\b.*"


def _refuse_otherwise(text: str) -> None:
    """Refuse, with a UsageError that says how it is had, what somebody wants of a session that is not shown so."""
    from backplan.library.everyday_words import sort_of

    if re.fullmatch(LESS, text):
        raise UsageError(
            f"{text}: say how many minutes you would like, like `backplan today 10`, or how your back is, like "
            "`backplan today --pain 5`; `backplan swap NAME for something easier` changes one exercise"
        )
    if re.fullmatch(_IN_PARTS, text):
        raise UsageError(
            f"{text}: any session may be done in parts over the day, in the order it stands in; note it once, at the "
            "end, with `backplan log`"
        )
    if sort := sort_of(text):
        named = "the ones that are " + ("not " if sort.wanted else "") + sort.word.replace("floor", "on the floor")
        raise UsageError(
            f"{text}: an exercise makes place for another with `backplan swap`: `backplan swap {named}` names those "
            "you have"
        )


_MINUTES = r"(?i)[ ,]*(?:\b(?:and|but|i|have|got|only|just|for|with)\b[ ,]*)*\b(?P<many>\d{1,3}) ?(?:minutes?|mins?)\b"


def _as_it_is(text: str, minutes: int | None) -> WhichDay | None:
    """How somebody says that it is, as words behind `log` are read, and the minutes there are; None for words that tell
    of anything else.
    """
    from backplan.cli.sentences.sentence import ToldInWords, of_the_body, read_words

    if minutes is None and (found := re.search(_MINUTES, text)):
        text, minutes = f"{text[: found.start()]}{text[found.end() :]}".strip(" ,"), int(found["many"]) or None
    with suppress(UsageError):
        heard = read_words(text) or of_the_body(text)
        if heard and heard != ToldInWords() and heard._replace(pain=None, words=None) == ToldInWords():
            return WhichDay(None, minutes, heard.pain, heard.words)
    return None


def days_in(text: str) -> tuple[list[Weekday], str]:
    """The days of the week that words name, tuesday's and tuesdays too, and the other words in small letters."""
    words = re.findall(r"[\w'’]+", text.lower())
    days = {each: day_of(re.sub(r"['’]s$", "", each)) or day_of(re.sub(r"(?<=day)s$", "", each)) for each in words}
    return [day for each in words if (day := days[each])], " ".join(each for each in words if not days[each])


def day_of(word: str) -> Weekday | None:
    """The day of the week that a word means: its name, or today, tomorrow; None for any other word."""
    from backplan.cli.terminal import dates
    from backplan.model.wording import weekday_named

    return weekday_named(word) or dates.near(word)
