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
        either = rf"{pattern}(?: (?:is|was|pain))*[ :=]*(?P<first>.+)|(?P<last>.+?) {pattern}"
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
