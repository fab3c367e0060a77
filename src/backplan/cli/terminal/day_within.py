"""The day, or the length of time, that is told within a sentence: my doctor agreed about two weeks ago."""

from __future__ import annotations

import re

from backplan.model.said_numbers import ROUND
from backplan.model.wording import NUMBER_WORDS
from backplan.named_tuple import NamedTuple

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_YEAR = r"(?: (?:of )?(?:(?:19|20)\d\d|last year|this year))"
_PART = r"(?:(?:early|late|mid)[ -](?:in )?|(?:the )?(?:beginning|start|middle|end) of )"
_IN_WORDS = "|".join((*NUMBER_WORDS[1:], *ROUND))
_NUMBER = rf"(?:\d{{1,3}}|an?|half an?|{_IN_WORDS}|(?:a )?couple(?: of)?|(?:a )?few|several)"
_MANY = rf"{_NUMBER}(?:(?: or | to | ?- ?){_NUMBER})?(?: and a half)?"
_SPAN = rf"{_MANY} (?:days?|weeks?|wks?|months?|mths?|years?|yrs?|fortnight|decades?)(?: and a half)?"
_SEASON = r"(?:early |late )?(?:spring|summer|autumn|winter)"
_FEAST = r"(?:easter|christmas|xmas|new year)"
_ROUGHLY = r"(?:(?:about|around|roughly|maybe|perhaps|some|nearly|almost|over|more than) )*"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_ALONE = (  # what is a day though nothing says so
    r"\d{4}-\d\d?(?:-\d\d?)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
    rf"|(?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}{_YEAR}?|{_MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?{_YEAR}?"
    rf"|{_PART}{_MONTH}{_YEAR}?|{_MONTH}{_YEAR}"
    rf"|(?:last )?{_WEEKDAY}(?: last week)?|last (?:week|month|year)|the week before last"
    rf"|(?:the )?day before yesterday|yesterday|last night|(?:last |this ){_SEASON}|last fall|{_SEASON}{_YEAR}"
    rf"|{_FEAST}{_YEAR}?"
)
_AGO = rf"{_ROUGHLY}{_SPAN} (?:ago|back|before)"
_AFTER_IN = rf"{_ROUGHLY}(?:{_ALONE}|{_MONTH}|(?:19|20)\d\d|(?:the )?(?:{_SEASON}|fall)|today|this morning)"
_LONG = rf"(?:for |from |since |these |now ){_ROUGHLY}{_SPAN}|{_SPAN}|(?:had it )?years(?: and years)?|ages"
_WORDS = 8  # of a day at most


class DaySaid(NamedTuple):
    """The words of a day, and the sentence without them."""

    words: str
    rest: str


def day_within(text: str, *, lasting: bool = False) -> DaySaid | None:
    """The one day that a sentence tells, or, of what is ``lasting``, how long it has; None where it tells none or
    several.
    """
    words = re.sub(r"(?<!\d),|,(?!\d)", " , ", text.lower()).split()
    found, rest, at = list[str](), list[str](), 0
    while at < len(words):
        for end in range(min(len(words), at + _WORDS), at, -1):
            if day := _day(" ".join(words[at:end]).rstrip("."), lasting=lasting):
                found.append(day)
                at = end
                break
        else:
            rest.append(words[at])
            at += 1
    return DaySaid(found[0], " ".join(rest)) if len(found) == 1 else None


def _day(words: str, *, lasting: bool) -> str:
    """The day that some words are, without the word before it; nothing where they are none."""
    if found := re.fullmatch(rf"(?:on |at )?(?P<day>{_ROUGHLY}(?:{_ALONE})|{_AGO})", words):
        return found["day"]
    if found := re.fullmatch(rf"(?:in|since|from|around|about|sometime in|during) (?P<day>{_AFTER_IN})", words):
        return found["day"]
    return re.sub(r"^(?:from|since|these|now) ", "", words) if lasting and re.fullmatch(_LONG, words) else ""
