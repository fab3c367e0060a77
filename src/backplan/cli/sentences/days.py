"""The days that a sentence after `log` names: one, which it is of, or several, each with what is told of it."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

from backplan.model.vocabulary import WEEKDAYS
from backplan.model.wording import WEEKDAY_NAMES, weekday_named
from backplan.named_tuple import NamedTuple
from backplan.patterns import on_first_use

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMED = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SHORT = r"mon|tues?|weds?|thurs?|thu|fri|sat|(?<!the )sun"
_DAY = rf"(?:last )?(?:{_NAMED})|yesterday|today|tonight|last night|(?:the )?day before yesterday"
# A day that something is only compared with, or counted from, or whose session is meant, is no day that is told of.
BESIDE = (
    "than", "since", "from", "until", "till", "before", "like", "as", "for", "next", "every", "by", "worse", "better",
    "after", "of",
)  # fmt: skip
_NO_DAY = "".join(rf"(?<!\b{word} )" for word in BESIDE)
_AT_FIRST = "(?:^|" + "|".join(rf"(?<={word})" for word in ("[,.;] ", "and ", "but ", "on ")) + ")"
# Sat and sun are words of their own: sat too long today.
_ALONE = (
    r"mon|tues?|weds?|thurs?|thu|fri|(?:sat|sun)(?=:| (?:all(?! (?:day|morning|afternoon|evening|week)\b)|did|done|"
    r"(?:half|part)(?! (?:of )?(?:the|a) )|skipped|missed|pain|morning|session|exercises|workout)\b)"
)
_TOLD_OF = on_first_use(rf"\b{_NO_DAY}(?:on )?(?P<day>{_DAY}|{_AT_FIRST}(?:{_ALONE}))\b(?!['’]?s\b)", re.IGNORECASE)
_TELLS = on_first_use(
    r"\b(?:i|my|it|was|did|done|forgot|skipped|missed|half|all|nothing|none|no|had|only|part|let|rested)\b",
    re.IGNORECASE,
)
_AND = r"(?:\s*[,&+/]\s*(?:and\s+)?|\s+and\s+|\s+)"
_LIST = on_first_use(rf"\b(?:on )?(?:{_DAY}|{_SHORT})(?:{_AND}(?:on )?(?:{_DAY}|{_SHORT})\b)+", re.IGNORECASE)
_RANGE = on_first_use(
    rf"\b(?:from )?(?P<first>{_NAMED}|{_SHORT})(?: ?- ?| to | until | till | through )(?P<last>{_NAMED}|{_SHORT})\b",
    re.IGNORECASE,
)
_ONE = on_first_use(rf"\b(?:{_DAY}|{_SHORT})\b", re.IGNORECASE)
_LEADS = r"(?:this week|last week|and|then|but|on|for|or|both)"
_AROUND = on_first_use(rf"^(?:\W|\b{_LEADS}\b)+|(?:[^\w)]|\b{_LEADS}\b)+$", re.IGNORECASE)
_LEADING = on_first_use(rf"(?:(?:{_LEADS}|i|we|have|did)\b\W*)*\W*", re.IGNORECASE)  # to the first day
_ON = r"(?:because|as|since|due|with|without|but|pain|all|in)\b"  # with what is told of all days of a list
_DONE_ALONE = on_first_use(
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
    """What is told of each day where one comes after the other: each clause is of the day it names, or of that of the
    clause before it. What stands before all of them is of today, where the first tells something of its day.
    """
    found: list[OfDay] = []
    before = ""
    for clause, apart in _clauses(text):
        named = _TOLD_OF.search(clause)
        if named is not None:
            if not found and not _LEADING.fullmatch(before):
                if not _tells_of_its_day(clause, named, before):
                    return []  # all of it is of one day
                found.append(OfDay("today", before))
            found.append(OfDay(named["day"].lower(), f"{clause[: named.start()]} {clause[named.end() :]}"))
        elif found:
            found[-1] = found[-1]._replace(words=f"{found[-1].words}{apart}{clause}")
        else:
            before += f"{apart}{clause}"
    if len({each.day for each in found}) < 2:
        return []
    words = [_bare(each.words) or ALL_DONE for each in found]
    lead = (re.match(r"\D*", words[0]) or [""])[0]
    words = [f"{lead}{each}" if re.fullmatch(_A_NUMBER, each, re.IGNORECASE) else each for each in words]
    return [OfDay(each.day, text) for each, text in zip(found, words, strict=True)]


def _clauses(text: str) -> Iterator[tuple[str, str]]:
    """The clauses of a sentence, each with what parts it from the one before."""
    parts = re.split(r"(\s*[,.;]+\s+|\s+(?:and|but|then|while)\s+)", text)
    yield from zip(parts[::2], ["", *parts[1::2]], strict=True)


def _tells_of_its_day(clause: str, named: re.Match[str], before: str) -> bool:
    """Whether a clause tells something of the day it names, and what stands before it is of another: all done, but
    yesterday i forgot.
    """
    begins = not clause[: named.start()].strip() or _DONE_ALONE.fullmatch(before) is not None
    of_it = f"{clause[: named.start()]} {clause[named.end() :]}".strip()
    another = named["day"].lower() not in ("today", "tonight")
    numbers = another and all(re.search(r"\d", each) for each in (before, of_it))  # pain 3, yesterday 6
    return begins and (numbers or _TELLS.search(of_it) is not None)


def _bare(text: str) -> str:
    """Words without those that only lead to them or on from them; none where they say only that it was done, and a mere
    not is that it was skipped.
    """
    words = re.sub(r"\s+([,.;])", r"\1", " ".join(_AROUND.sub("", text.strip()).split()))
    words = re.sub(r"(?i) both(?=[,.;])", "", words)
    if _DONE_ALONE.fullmatch(words):
        return ""
    return "skipped it" if words.lower() in ("not", "skipped", "missed", "i skipped", "i missed") else words
