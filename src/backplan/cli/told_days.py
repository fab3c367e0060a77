"""The days that a sentence after `log` names: one, which it is of, or several, each with what is told of it."""

from __future__ import annotations

import re
import shlex
from typing import NamedTuple

from backplan.model.vocabulary import WEEKDAYS
from backplan.model.wording import WEEKDAY_NAMES, weekday_named

_NAMED = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SHORT = r"mon|tues?|weds?|thurs?|thu|fri|sat|(?<!the )sun"
_DAY = rf"(?:last )?(?:{_NAMED})|yesterday|today|tonight|last night|(?:the )?day before yesterday"
# A day that something is only compared with, or counted from, or whose session is meant, is no day that is told of.
_BESIDE = (
    "than", "since", "from", "until", "till", "before", "like", "as", "for", "next", "every", "by", "worse", "better",
    "after", "of",
)  # fmt: skip
_NO_DAY = "".join(rf"(?<!\b{word} )" for word in _BESIDE)
_TOLD_OF = re.compile(rf"\b{_NO_DAY}(?:on )?(?P<day>{_DAY})\b(?!['’]?s\b)", re.IGNORECASE)
_AND = r"(?:\s*[,&+/]\s*(?:and\s+)?|\s+and\s+|\s+)"
_LIST = re.compile(rf"\b(?:on )?(?:{_DAY}|{_SHORT})(?:{_AND}(?:on )?(?:{_DAY}|{_SHORT})\b)+", re.IGNORECASE)
_RANGE = re.compile(
    rf"\b(?:from )?(?P<first>{_NAMED}|{_SHORT})(?: ?- ?| to | until | till | through )(?P<last>{_NAMED}|{_SHORT})\b",
    re.IGNORECASE,
)
_ONE = re.compile(rf"\b(?:{_DAY}|{_SHORT})\b", re.IGNORECASE)
_LEADS = r"(?:this week|last week|and|then|but|on|for|or|both)"
_AROUND = re.compile(rf"^(?:\W|\b{_LEADS}\b)+|(?:[^\w)]|\b{_LEADS}\b)+$", re.IGNORECASE)
_LEADING = re.compile(rf"(?:(?:{_LEADS}|i|we|have|did)\b\W*)*\W*", re.IGNORECASE)  # to the first day
_ON = r"(?:because|as|since|due|with|without|but|pain|all|in)\b"  # with what is told of all days of a list
_DONE_ALONE = re.compile(
    r"(?:(?:i|we|have|did|done|was|so|my|the|all|sessions?|exercises|finished|three|two|four|days?)\b\W*)*",
    re.IGNORECASE,
)
_A_NUMBER = r"\d{1,3}(?: ?/ ?10| out of 10| ?(?:minutes?|mins?|m))?"
ALL_DONE = "all done"


class OfDay(NamedTuple):
    """A day as it was named, and what is told of it."""

    day: str
    words: str

    @property
    def command(self) -> str:
        """What notes it by itself."""
        words = f"{self.day} {self.words}"
        return "backplan log " + (words if re.fullmatch(r"[\w ,.:/%-]+", words) else shlex.quote(words))


def several_days(text: str) -> list[OfDay]:
    """What a sentence tells of each of several days; none where it tells of one day, or of none."""
    text = _RANGE.sub(_each_of, text)
    listed = _LIST.search(text)
    if listed:
        days = [found[0] for found in _ONE.finditer(listed[0])]
        before, behind = text[: listed.start()], text[listed.end() :].strip()
        rest = _bare(f"{before} {behind}")
        apart = _LEADING.fullmatch(before) or not behind or re.match(rf"\W|{_ON}", behind, re.IGNORECASE)
        if apart and len({day.lower() for day in days}) > 1 and not _TOLD_OF.search(rest):
            return [OfDay(day.lower(), rest or ALL_DONE) for day in days]
    return _in_turn(text)


def _each_of(found: re.Match[str]) -> str:
    """Each day from one to another, as a list."""
    first, last = (weekday_named(found[end].lower()) for end in ("first", "last"))
    if first is None or last is None:
        return found[0]
    start, many = WEEKDAYS.index(first), (WEEKDAYS.index(last) - WEEKDAYS.index(first)) % len(WEEKDAYS) + 1
    return ", ".join(WEEKDAY_NAMES[WEEKDAYS[(start + more) % len(WEEKDAYS)]] for more in range(many))


def _in_turn(text: str) -> list[OfDay]:
    """What is told of each day where one comes after the other, each with its own words behind it or before it."""
    found = list(_TOLD_OF.finditer(text))
    if len({each["day"].lower() for each in found}) < 2:
        return []
    behind = _LEADING.fullmatch(text[: found[0].start()]) is not None
    starts = [each.end() for each in found] if behind else [0, *(each.end() for each in found[:-1])]
    ends = [*(each.start() for each in found[1:]), len(text)] if behind else [each.start() for each in found]
    parts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    if behind:
        parts = _led_to(parts)
    else:
        parts[-1] += text[found[-1].end() :]
    told = [_bare(part) or ALL_DONE for part in parts]
    lead = re.match(r"\D*", told[0])
    told = [f"{lead[0]}{words}" if lead and re.fullmatch(_A_NUMBER, words, re.IGNORECASE) else words for words in told]
    return [OfDay(each["day"].lower(), words) for each, words in zip(found, told, strict=True)]


def _led_to(parts: list[str]) -> list[str]:
    """What stands behind each day, where a last clause that leads to a day with nothing behind it is of that: monday
    done but not tuesday.
    """
    given = [*parts]
    for at in range(len(parts) - 1):
        last = re.fullmatch(r"(?P<own>.*?)(?P<next>(?:[,.;]|\band\b|\bbut\b)[^,.;]*\w[^,.;]*)", given[at])
        if last and not _bare(given[at + 1]) and _bare(last["next"]):
            given[at : at + 2] = last["own"], last["next"]
    return given


def _bare(text: str) -> str:
    """Words without those that only lead to them or on from them; none where they say only that it was done, and a mere
    not is that it was skipped.
    """
    words = re.sub(r"\s+([,.;])", r"\1", " ".join(_AROUND.sub("", text.strip()).split()))
    words = re.sub(r"(?i) both(?=[,.;])", "", words)
    if _DONE_ALONE.fullmatch(words):
        return ""
    return "skipped it" if words.lower() in ("not", "skipped", "missed", "i skipped", "i missed") else words
