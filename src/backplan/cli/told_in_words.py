"""What somebody tells of a session, a morning, pain or a flare in words after `log`: what the flags mean, too."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, NamedTuple

from backplan.cli.terminal import asking
from backplan.errors import UsageError
from backplan.model.diary import FIGURES
from backplan.model.wording import NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backplan.model.vocabulary import Done

_MINE = r"(?:i )?(?:did |have done )?(?:my |the |today['’]?s |all of )*"
_SESSION = rf"{_MINE}(?:session|exercises|workout|programme|program)(?: today)?"
_ALL = (
    rf"(?:{_MINE}(?:all|everything|the lot|it|them)(?: of (?:it|them))?|yes|(?:all )?(?:done|finished)|"
    rf"{_SESSION} done|did it all)"
)
_DID = rf"{_MINE}(?:all|everything|the lot|it)(?: of it)?|(?:all )?(?:done|finished)"
_BEYOND = (
    "that a session was done is `backplan log {done}`; numbers are told beside it like pain 3, worst 5, and "
    "other words with --note"
)
_PART = r"(?:i )?(?:did )?(?:only )?(?:part|half|some|a bit|most|a little)(?: of (?:it|them|the session|my session))?"
_NOT_DONE = r"(?:could|did|can)(?: not|n['’]?t)(?: do (?:it|them|any)| manage(?: it)?)?"
_NO = (
    r"(?:i )?(?:did )?(?:no|nope|none|nothing|not (?:today|done|any)|skip(?:ped)?(?: it)?|missed(?: it)?|let go|"
    rf"(?:a )?rest(?:ed)?(?: day)?|no (?:session|exercises?|time)|{_NOT_DONE}|forgot(?: it)?)(?: today)?"
)
_TOO_MUCH = (
    r"(?:i )?(?:was |am |felt |feel |had )?(?:too |so |no )(?:tired|busy|sore|ill|sick|late|exhausted|unwell|hot)"
)
_NOT_ALL = (
    r"(?:but(?: i)? (?:not|skipped|missed|left out|did(?: not|n['’]?t) do)|"
    r"except(?: for)?|apart from|without|other than)"
)  # fmt: skip
_LEFT = r"(?:i )?(?:skipped|missed|left out)"
_BUT = rf"(?:{_NOT_ALL}|but(?: i)?|minus|not)"
_BECAUSE = r"(?:\s*[,:;–-]\s*(?:because (?:of )?)?|\s+(?:because|as|since|then|until)(?: of)?\s+)(?P<why>.+)"
_MORNING = (
    r"(?:(?:this )?morning|(?:(?:stiff|sore|bad) )?on waking|woke(?: up)?(?: (?:with|at|stiff|sore|in|pain))*|waking)"
)
_PAIN = re.compile(
    r"\b(?:back|pain|leg|hip)\b.*\b(?:hurts?|hurting|sore|ach(?:es|ing|ed|y)|bad|worse|stiff|awful|terrible|spasms?|kill(?:s|ing))\b|"
    r"\b(?:back|leg|hip|neck)[ -]?(?:pain|ache)\b|\b(?:in|no) pain\b|"
    r"\b(?:bad|worse|awful|terrible|more|less|sore|stiff|aching) (?:back|pain)\b|\bhurt(?:s|ing)?\b|\bpainful\b|"
    r"\bpain (?:in|during|with|from|when|doing)\b",
    re.IGNORECASE,
)
_MOOD = (
    r"(?:(?:this |the )?morning (?:was )?|all )?(?:i )?(?:am |was |feel |felt |feeling )?"
    r"(?:a (?:bit|little|lot) |much |very |so |quite )?"
    r"(?:better|worse|ok|okay|fine|good|bad|stiff|sore|rough|great|tired)(?: (?:again|today|now))?"
)
_FLARE = r"(?:i have |having )?(?:a )?flare(?:[ -]?up)?(?: since)?"


_NUMBER = rf"(?:\d{{1,2}}(?:[.,]\d(?!\d))?|{'|'.join(NUMBER_WORDS[:11])})(?:[ -]?ish)?"
_BARE = r"\d{1,3}(?: \d{1,3})?(?: ?(?:minutes?|mins?|hours?))?"  # numbers alone, of which nobody can tell what they are
_N = rf"(?:(?:about|around|maybe|roughly|an?|like) )*{_NUMBER}(?: ?(?:-|–|to|or) ?{_NUMBER})?"  # 4, about four, 3-5
# Three numbers without a word on each, as the question of the terminal takes them: pain before, highest, effort.
_THREE = (
    rf"(?:(?P<rest>.+?)[ ,:]+)??(?:pain[ :]+)?(?P<pain>{_NUMBER})[ ,/]+(?P<peak>{_NUMBER})[ ,/]+(?P<effort>{_NUMBER})"
)
# A number of a session among other words: pain 3, worst was 5/10, effort 4.
_FIGURE = (
    r"(?:(?:my |the |a )?(?:back )?(?=pain))?"
    r"(?P<of>pain|worst(?: pain)?|highest(?: pain)?|peak|effort|how hard)(?: (?:is|was|of|at|before|(?P<then>after|"
    r"during)(?:wards| it)?))*[ :=]*"
    rf"(?P<score>{_N})(?: ?/ ?10| of 10| out of 10)?(?: (?:now|today|before))?"
    r"(?P<after> (?:after|during)(?:wards| it| the (?:session|exercises)| exercis(?:e|ing))?)?"
)
# A second number of pain, told beside the first: pain 3 before, 5 after.
_SECOND = (
    rf"(?:(?P<of>before|after(?:wards)?|during(?: it)?)[ :=]*(?P<score>{_N})|"
    rf"(?P<score2>{_N}) (?P<of2>before|after(?:wards)?|during(?: it)?))"
)
_FIRST = r"(?:pain|worst|highest|peak|effort)\b[^,;]*\d"
_FIGURES: Mapping[str, Literal["pain", "peak", "effort"]] = {
    "pain": "pain", "worst": "peak", "highest": "peak", "peak": "peak", "effort": "effort", "how": "effort",
}  # fmt: skip
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
_DATE = (  # only behind on: 3/10 alone is a number of pain
    r"\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}(?:[/.-](?:\d{4}|\d\d))?\.?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of )?{_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
)
_DAY = (
    r"(?:(?:on )?(?P<day>yesterday|(?:last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:['’]?s)?|on (?:the )?"
    rf"(?P<date>{_DATE}))(?: (?:evening|morning|afternoon|night))?"
    r"|(?P<before>last night|(?:the )?day before yesterday|(?:\d{1,3}|an?|two|three|four|five|six) days? ago)"
    r"|today|tonight|this (?:evening|afternoon)"
)


class OnADay(NamedTuple):
    """Words without the day that they begin or end with, and that day, where it is not today."""

    words: str
    day: str | None = None


def without_day(text: str) -> OnADay:
    """The words apart from their day: yesterday all done; walked 20 minutes on monday. A day alone is a session's."""
    for pattern in (
        rf"(?:{_DAY})(?P<rest>)(?P<more>)",
        rf"(?:{_DAY})[ ,:]+(?P<rest>.+)(?P<more>)",
        rf"(?P<rest>(?:i )?(?:did|skipped|missed|finished)) (?:{_DAY})(?P<more> .+)",
        rf"(?P<rest>.+?)[ ,]+(?:{_DAY})(?P<more>(?:[,;] | (?=\d)).+)?",
    ):
        if found := _match(pattern, text.strip()):
            day = found["day"] or found["date"] or found["before"]
            return OnADay(found["rest"] + (found["more"] or ""), day)
    return OnADay(text)


class ToldInWords(NamedTuple):
    """What words told: of a session how far it was done, its numbers, why not, and what was left out; else a morning's
    pain, the pain now, a flare, or pain in words. ``activity``: what is left beside numbers, where it may be one.
    """

    done: Done | None = None
    why: str | None = None
    left_out: tuple[str, ...] = ()
    morning: int | None = None
    pain: int | None = None
    flare: bool = False
    words: str | None = None
    peak: int | None = None
    effort: int | None = None
    activity: str | None = None

    @property
    def of_session(self) -> bool:
        """Whether its pain is that before a session or an activity."""
        return any(each is not None for each in (self.done, self.peak, self.effort, self.activity))


def told(text: str) -> ToldInWords | None:
    """What is told by words that are no activity; None where they may well be one. Raises UsageError for half of it."""
    said = re.sub(r"[^\w)]+$", "", " ".join(text.split()).strip(" .!,;"))
    if _match(rf"(?:(?:{_ALL}|{_SESSION})[ ,:]+)?{_NUMBER}(?: ?/ ?10)?|{_BARE}|pain|morning", said):
        raise UsageError(f"{said}: say which number of what, like `backplan log pain 3` or `backplan log morning 3`")
    found = _with_figures(said) or _of_session(said) or _besides(said)
    if (found is None or found.activity) and (more := _match(rf"(?P<done>{_DID}) ?[,;:] ?(?P<rest>.+)", said)):
        raise UsageError(f"{more['rest']}: {_BEYOND.format(done=more['done'])}")
    return found


def _of_session(said: str) -> ToldInWords | None:
    """How far a session was done."""
    if found := _match(rf"(?:{_SESSION},? {_ALL}|{_ALL}|{_SESSION}),? (?:{_BUT}|{_LEFT}) (?P<rest>.+)", said):
        return ToldInWords("all", left_out=_several(found["rest"]))
    if found := _match(rf"{_PART},? {_NOT_ALL} (?P<rest>.+)", said):
        return ToldInWords("part", left_out=_several(found["rest"]))
    if _match(_ALL, said) or _match(_SESSION, said):
        return ToldInWords("all")
    if found := _match(rf"{_PART}(?:{_BECAUSE})?", said):
        return ToldInWords("part", found["why"])
    if found := _match(rf"{_NO}(?:{_BECAUSE})?", said):
        return ToldInWords("no", found["why"])
    return ToldInWords("no", said) if _match(rf"{_TOO_MUCH}(?: today)?(?:{_BECAUSE})?", said) else None


def _besides(said: str) -> ToldInWords | None:
    """A flare, a number of pain, or pain in words."""
    if _match(_FLARE, said):
        return ToldInWords(flare=True)
    return _scored(said) or (ToldInWords(words=said) if _PAIN.search(said) or _match(_MOOD, said) else None)


def _with_figures(said: str) -> ToldInWords | None:
    """Words of a session or an activity and its numbers; None where there are none."""
    if three := _three(said):
        return three
    if (hurts := _match(rf"(?P<rest>.+?)[ ,:]+(?P<score>{_N}) ?/ ?10", said)) and _PAIN.search(hurts["rest"]):
        return ToldInWords(words=said, pain=_out_of_ten(hurts["score"], said))
    pieces = re.split(
        rf"\s*[,;]\s*(?:and )?|\s+(?:and|with)\s+|(?<=done|urts|hurt|utes| min|mins|hour|ours)\s+(?={_FIRST})", said
    )
    found = [_figure(piece) for piece in pieces]
    if any(each and each.of != "effort" for each in found):
        found = [each or _second(piece) for each, piece in zip(found, pieces, strict=True)]
    figures = {each.of: each.score for each in found if each}
    rest = ", ".join(piece for piece, each in zip(pieces, found, strict=True) if not each)
    if not figures or (figures.keys() == {"pain"} and not rest):
        return None
    if not rest:
        beside = ToldInWords()
    elif (other := _besides(rest)) and other.words:
        return ToldInWords(words=said, pain=figures.get("pain"))
    elif other:
        return None
    else:
        beside = _of_session(rest) or ToldInWords(activity=rest)
    return beside._replace(pain=figures.get("pain"), peak=figures.get("peak"), effort=figures.get("effort"))


def _three(said: str) -> ToldInWords | None:
    """A session with its three numbers; None where other words than those of a session stand before them."""
    if not (found := _match(_THREE, re.sub(r" ?/ ?10\b", "", said))):
        return None
    done = _of_session(found["rest"]) if found["rest"] else ToldInWords()
    scores = [_out_of_ten(found[name], said) for name in FIGURES] if done else []
    return done._replace(pain=scores[0], peak=scores[1], effort=scores[2]) if done else None


class _Figure(NamedTuple):
    of: Literal["pain", "peak", "effort"]
    score: int


def _figure(piece: str) -> _Figure | None:
    """The number of a session that a piece tells; the pain during it and after it is its highest."""
    if _match(_NO_PAIN, piece):
        return _Figure("pain", 0)
    if not (found := _match(_FIGURE, piece)):
        return None
    later = found["after"] or found["then"]
    of = _FIGURES[found["of"].split()[0].lower()]
    return _Figure("peak" if later and of == "pain" else of, _out_of_ten(found["score"], piece))


def _second(piece: str) -> _Figure | None:
    if not (found := _match(_SECOND, piece)):
        return None
    score, when = found["score"] or found["score2"], found["of"] or found["of2"]
    return _Figure("pain" if when.lower() == "before" else "peak", _out_of_ten(score, piece))


def _out_of_ten(score: str, piece: str) -> int:
    try:
        return asking.out_of_ten(score)
    except UsageError:
        raise UsageError(f"{piece}: write a whole number from 0 to 10") from None


_OF_PAIN = (
    r"(?:my |the )?(?:lower )?(?:back pain|back|pain)(?: (?:is|now|today|at|level|scale|score|went|goes|has gone|up))*"
)
_NO_PAIN = r"(?:(?:i have |with )?no pain|(?:i am )?pain[ -]free|without pain)(?: at all)?(?: today| now)?"


def _scored(said: str) -> ToldInWords | None:
    """A number from 0 to 10 of a morning's pain, or of the pain now."""
    if _match(_NO_PAIN, said):
        return ToldInWords(pain=0)
    for pattern, morning in ((_MORNING, True), (_OF_PAIN, False)):
        either = rf"{pattern}(?: (?:is|was|pain))*[ ,:=]*(?P<first>.+?)(?: today| now)?|(?P<last>.+?) {pattern}"
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
