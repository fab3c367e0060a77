"""What somebody tells of a session, a morning, pain or a flare in words after `log`: what the flags mean, too."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from backplan.cli.terminal import asking
from backplan.errors import UsageError

if TYPE_CHECKING:
    from backplan.model.vocabulary import Done

_MINE = r"(?:i )?(?:did |have done )?(?:my |the |today['’]?s |all of )*"
_SESSION = rf"{_MINE}(?:session|exercises|workout|programme|program)(?: today)?"
_ALL = (
    rf"(?:{_MINE}(?:all|everything|the lot|it|them)(?: of (?:it|them))?|yes|done|finished|{_SESSION} done|did it all)"
)
_PART = r"(?:i )?(?:did )?(?:only )?(?:part|half|some|a bit|most|a little)(?: of (?:it|them|the session|my session))?"
_NO = (
    r"(?:i )?(?:did )?(?:no|nope|none|nothing|not (?:today|done|any)|skip(?:ped)?(?: it)?|missed(?: it)?|let go|"
    r"(?:a )?rest(?:ed)?(?: day)?|no (?:session|exercises?|time))(?: today)?"
)
_BUT = r"(?:but(?: not)?|except(?: for)?|apart from|without|minus|other than|not)"
_BECAUSE = r"(?:\s*[,:;–-]\s*|\s+(?:because|as|since)(?: of)?\s+)(?P<why>.+)"
_MORNING = r"(?:(?:this )?morning|on waking|woke(?: up)?(?: with| at)?|waking)"
_PAIN = re.compile(
    r"\b(?:back|pain|leg|hip)\b.*\b(?:hurts?|hurting|sore|ach(?:es|ing|ed|y)|bad|worse|stiff|awful|terrible|spasms?)\b|"
    r"\b(?:back|leg|hip|neck)[ -]?(?:pain|ache)\b|\b(?:in|no) pain\b|"
    r"\b(?:bad|worse|awful|terrible|more|less|sore|stiff|aching) (?:back|pain)\b",
    re.IGNORECASE,
)
_PAIN_BESIDE = (
    r"(?P<what>.+?)(?:[,;.]| and| with)+ (?:my |the |a )?(?:back )?pain (?:of |was |is |at |level )*"
    r"(?P<pain>\d+(?: ?/ ?10| (?:out )?of 10)?|[a-z]+)"
    r"(?P<after>(?: (?:after|afterwards|during|during it|now|today|before))?)"
)
_FLARE = r"(?:i have |having )?(?:a )?flare(?:[ -]?up)?"


class ToldInWords(NamedTuple):
    """What words told: of a session how far it was done, why not, and what was left out; else a morning's pain, the
    pain now, a flare, or pain in words.
    """

    done: Done | None = None
    why: str | None = None
    left_out: tuple[str, ...] = ()
    morning: int | None = None
    pain: int | None = None
    flare: bool = False
    words: str | None = None


class Beside(NamedTuple):
    """What is told of an activity beside what it was: the pain, that after it apart, and that it was yesterday."""

    activity: str
    pain: int | None = None
    peak: int | None = None
    yesterday: bool = False


def beside(text: str) -> Beside:
    """An activity without the words on its day and on the pain that stand around it: yesterday I swam, pain 3 after."""
    said, pain, peak = " ".join(text.split()).strip(" .!,;"), None, None
    if found := _match(_PAIN_BESIDE, said):
        with suppress(UsageError):
            score = asking.out_of_ten(found["pain"])
            pain, peak = (None, score) if _match(" (?:after.*|during.*)", found["after"]) else (score, None)
            said = found["what"].strip(" ,;.")
    if found := _match(r"yesterday(?:,| i| we)* (?P<first>.+)|(?P<last>.+?),? yesterday", said):
        return Beside(found["first"] or found["last"], pain, peak, yesterday=True)
    return Beside(said, pain, peak)


def told(text: str) -> ToldInWords | None:
    """What is told by words that are no activity; None where they may well be one. Raises UsageError for half of it."""
    said = " ".join(text.split()).strip(" .!,;")
    if _match(r"pain|morning|\d{1,2}", said):
        raise UsageError(f"{said}: say which number of what, like `backplan log pain 3` or `backplan log morning 3`")
    if found := _match(rf"(?:{_ALL}|{_SESSION}) {_BUT} (?P<rest>.+)", said):
        return ToldInWords("all", left_out=_several(found["rest"]))
    if _match(_ALL, said) or _match(_SESSION, said):
        return ToldInWords("all")
    for done, pattern in (("part", _PART), ("no", _NO)):
        if found := _match(rf"{pattern}(?:{_BECAUSE})?", said):
            return ToldInWords("no" if done == "no" else "part", found["why"])
    if _match(_FLARE, said):
        return ToldInWords(flare=True)
    return _scored(said) or (ToldInWords(words=said) if _PAIN.search(said) else None)


def _scored(said: str) -> ToldInWords | None:
    """A number from 0 to 10 of a morning's pain, or of the pain now."""
    for pattern, morning in ((_MORNING, True), (r"pain(?: (?:is|now|today|at|level))*", False)):
        either = rf"{pattern}(?: (?:is|was|pain))*[ :=]*(?P<first>.+?)(?: today| now)?|(?P<last>.+?) {pattern}"
        if found := _match(either, said):
            with suppress(UsageError):
                score = asking.out_of_ten(found["first"] or found["last"])
                return ToldInWords(morning=score) if morning else ToldInWords(pain=score)
    return None


def _match(pattern: str, said: str) -> re.Match[str] | None:
    return re.fullmatch(pattern, said, re.IGNORECASE)


def _several(said: str) -> tuple[str, ...]:
    """The names of a list: the plank and the bridge."""
    parts = re.split(r"\s*(?:[,;&]|\band\b|\bor\b)\s*", said)
    return tuple(re.sub(r"^(?:the|my) ", "", part, flags=re.IGNORECASE) for part in parts if part)
