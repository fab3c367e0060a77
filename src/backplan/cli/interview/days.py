"""The days of the week and the minutes of each."""

from __future__ import annotations

import re
from contextlib import suppress
from difflib import get_close_matches
from typing import TYPE_CHECKING

from backplan.cli.interview.sitting import Document, Sitting
from backplan.cli.terminal import asking, dates, freely, spoken
from backplan.errors import UsageError
from backplan.model import vocabulary
from backplan.model.wording import WEEKDAY_NAMES, all_of, weekday_named
from backplan.render.interview import days_said

if TYPE_CHECKING:
    from collections.abc import Sequence


WHICH_DAYS = "Which days, how many minutes each?"


def ask_time(document: Document, sitting: Sitting) -> None:
    """The days, and the minutes on each of them."""
    old = document.get("time") or {}
    kept = {day: old[day] for day in vocabulary.WEEKDAYS if day in old}
    time = asking.until_right(
        WHICH_DAYS,
        days_said(kept or dict.fromkeys(old.get("days", ("mon", "wed", "fri")), old.get("minutes", 30))),
        _days_and_minutes,
        "Three to five days do most good; ten minutes count, too. Like mon wed fri 30; every day half an hour; mon 20, "
        "sat 60.",
        "Three days and twenty minutes are a good beginning: mon wed fri 20. They can be changed every week.",
    )
    if None in time.values():
        days = ",".join(time)
        time = asking.until_right(
            "How many minutes on each day?",
            "30",
            lambda text: _minutes_on(days, text),
            unsure="Twenty are a good beginning, ten count, too; Enter takes 30. They can be changed every week.",
        )
    document["time"] = {**time, "pool_days": old.get("pool_days", [])}


_ONE_DAY = (
    "A plan needs one day at least, and five minutes on it, like sun 5; Enter alone takes what stands in brackets."
)
_NOT_READ = (
    "Please answer with days, and minutes from 5 to 240: mon wed fri 30; every day half an hour; mon 20, sat 60."
)


_SHORT_DAY = 10  # minutes of who says that they are few
_NOT_LONG = (
    r"(?:not (?:very |that |too )?(?:long|much|many)|(?:just |only )?(?:a )?(?:very )?(?:little|few|bit|short)"
    r"(?: (?:bit|while|time|minutes|mins|at first))?)"
)


def _minutes_on(days: str, text: str) -> dict[vocabulary.Weekday, int | None]:
    """The minutes of days that were said before: one number for all, or one for each. Raises UsageError."""
    if re.fullmatch(_NOT_LONG, text.lower().strip(" .!")):
        asking.tell(f"Taken as {_SHORT_DAY} minutes, which count, too.")
        return _days_and_minutes(f"{days},{_SHORT_DAY}")
    with suppress(UsageError):
        if _is_known(text.split()) and None not in (found := _days_and_minutes(f"{days},{text}")).values():
            return found
    raise UsageError(
        "Please answer with minutes from 5 to 240, like 20, or half an hour; a guess will do. Or with one for each day."
    )


def _days_and_minutes(text: str) -> dict[vocabulary.Weekday, int | None]:
    """Minutes by day; none where no minutes were said. Those of a day stand behind it or behind a later one; else one
    number is for all, or one for each, in the order of the days; every day but Sunday is the others. Raises UsageError.
    """
    if text == "0" or spoken.says_none(text):
        raise UsageError(_ONE_DAY)
    sure, unsure = freely.without_unsure_days(_begun_with(text))
    text, lesser = freely.lesser_time(re.sub(_ANY_DAY, "every day", sure.lower()))
    try:
        found = _of_days(_each_with_its_own(text))
    except UsageError:
        if (respelled := _respelled(text)) == text:
            raise
        found = _of_days(_each_with_its_own(respelled))
        asking.tell(f"Taken as {all_of([WEEKDAY_NAMES[day] for day in found])}.")
    if len(found) == len(vocabulary.WEEKDAYS) and re.match(_ANY_DAY, sure.lower()):
        asking.tell("Taken as all seven days. Days can be left out any week.")
    if lesser is not None:
        asking.tell(f"Taken as {lesser} minutes.")
    if unsure:
        left = all_of([WEEKDAY_NAMES[day] for day in dates.weekdays(unsure) or () if day not in found])
        asking.tell(f"Left out, as you are not sure: {left}. Days can be added any week.")
    return found


_ANY_DAY = (  # every day is free, which is more than most people mean to give
    r"^\s*(?:any|all)(?: ?days?| of them)?(?: will do| is fine| are fine)?"
    r"(?=\s*$|,| (?:for )?(?:\d+(?! ?(?:days?|times|x)\b)|(?:an? |half |quarter )))"
)
_NO_DAYS = (  # the days are left to us
    r"^(?:whenever(?: i (?:can|feel \w+(?: \w+)*))?|when(?:ever)? (?:i|it|my \w+) [^,\d]+|i do ?n['’]?t mind"
    r"|(?:i['’]?m )?not (?:fussed|bothered)|(?:it['’]?s )?up to you|you (?:decide|choose|say|tell me)"
    r"|(?:it )?(?:depends|varies)|(?:on )?(?:my )?good days(?: only)?|as (?:many|much|often) as i can"
    r"|different days)(?=$|[ ,])"
)


def _begun_with(text: str) -> str:
    """An answer of who leaves the days to us with the days that are good to begin with, which is told."""
    plain = text.lower().strip(" .!")
    if not (left := re.match(_NO_DAYS, plain)):
        return text
    asking.tell("Taken as Monday, Wednesday and Friday. Days can be changed any week.")
    return f"mon wed fri{plain[left.end() :]}"


def _respelled(text: str) -> str:
    """An answer with the days that some of its words are a slip of, or letters stand for: mon wend fri; m w f."""
    days = {name.lower(): name.lower() for name in WEEKDAY_NAMES.values()} | {day: day for day in vocabulary.WEEKDAYS}

    def day_of(word: re.Match[str]) -> str:
        if weekday_named(word[0]) or word[0] in _NO_SLIPS:
            return word[0]
        close = get_close_matches(word[0].removesuffix("s"), days, 1, 0.75)
        return days[close[0]] if close else word[0]

    return re.sub(r"\b[a-z]{3,}\b", day_of, re.sub(_LETTERS, _days_of_letters, text.lower()))


_LETTERS = r"^(?:(?:m|tu|th|t|w|f)[ ,/]*){2,}(?![a-z])"  # mwf, t th


def _days_of_letters(found: re.Match[str]) -> str:
    """The days that letters stand for in the order of the week; other letters as they are."""
    first = {"m": "mon", "t": "tue", "tu": "tue", "w": "wed", "th": "thu", "f": "fri"}
    days = [first[letters] for letters in re.findall(r"tu|th|[mtwf]", found[0])]
    return f"{' '.join(days)} " if days == [day for day in vocabulary.WEEKDAYS if day in days] else found[0]


_NO_SLIPS = frozenset({"day", "days", "and", "min", "mins", "hour", "half", "for", "not", "the", "one", "ten", "two"})
_PAIRS = r"(?:[a-z]{3,9}[ ,]+\d{1,3}(?: ?(?:minutes?|mins?|m))?[ ,]*){2,}"


def _each_with_its_own(text: str) -> str:
    """Days and minutes by turns with the commas between them: mon 20 tue 30."""
    plain = text.lower().strip()
    if not re.fullmatch(_PAIRS, plain):
        return text
    return re.sub(r"(\d(?: ?(?:minutes?|mins?|m)\b)?)[ ,]+(?=(?!m(?:in\w*)?\b)[a-z])", r"\1, ", plain)


def _of_days(text: str) -> dict[vocabulary.Weekday, int | None]:
    """Minutes by day, in the words in which days are listed, or as three times a week, or all but some. Raises
    UsageError.
    """
    with suppress(UsageError):
        return _minutes_by_day(text)
    days, out = freely.as_days(text)
    found = _minutes_by_day(days)
    for day in (dates.weekdays(out) or ()) if out else ():
        found.pop(day, None)
    if not found:
        raise UsageError(_NOT_READ)
    return found


def _minutes_by_day(text: str) -> dict[vocabulary.Weekday, int | None]:
    parts = [_day_or_minutes(part) for part in text.lower().split(",") if _is_known(part.split())]
    days = [day for named, _ in parts for day in named]
    minutes = [many for _, many in parts if many is not None]
    if not days:
        raise UsageError(_NOT_READ)
    by_day = dict[vocabulary.Weekday, int | None]()
    last = minutes[-1] if minutes else None
    for named, many in reversed(parts):
        last = many or last
        by_day |= dict.fromkeys(named, last)
    if any(not named for named, _ in parts):
        if len(minutes) not in (1, len(days)):
            raise UsageError(f"Please give one number of minutes, or {len(days)}, one for each day.")
        by_day = dict(zip(days, minutes * len(days), strict=False))
    return {day: by_day[day] for day in vocabulary.WEEKDAYS if day in by_day}


def _is_known(words: Sequence[str]) -> bool:
    """Whether anything was said that is not that somebody does not know it."""
    return bool(words) and not spoken.unknown(" ".join(words))


def _day_or_minutes(text: str) -> tuple[Sequence[vocabulary.Weekday], int | None]:
    """The days and the minutes of one part of an answer. Raises UsageError."""
    words = re.sub(r"\b(?:on|for|at|the|each|a day|per day)\b|(?<=[a-z]day)s\b(?<!weekdays)", " ", text).split()
    for cut in range(len(words), -1, -1):
        for named, rest in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
            with suppress(UsageError):
                days = dates.weekdays(" ".join(named)) or ()
                return days, _minutes(" ".join(rest)) if _is_known(rest) else None
    raise UsageError(_NOT_READ)


def _minutes(text: str) -> int:
    """The minutes of a day, as a sentence tells them that names no day. Raises UsageError."""
    try:
        return asking.minutes(5, vocabulary.MOST_MINUTES)(text)
    except UsageError:
        of_days = freely.names_days(text) or _respelled(text) != text.lower()
        if of_days or (many := freely.minutes_within(text)) is None:
            raise
        return asking.minutes(5, vocabulary.MOST_MINUTES)(str(many))
