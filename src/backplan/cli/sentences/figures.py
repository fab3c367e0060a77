"""Numbers from 0 to 10 in words: pain 3, worst was 5/10, effort 4, back at 3, hurt 6 out of 10."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Literal

from backplan.cli.sentences.clock import without_clock
from backplan.cli.terminal import asking
from backplan.errors import UsageError
from backplan.model.activities import moves_on
from backplan.model.diary import FIGURES
from backplan.model.felt_words import HURTING
from backplan.model.said_numbers import ROUND
from backplan.model.wording import NUMBER_WORDS
from backplan.named_tuple import NamedTuple
from backplan.patterns import on_first_use

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NUMBER = rf"(?:\d{{1,2}}(?:[.,]\d(?!\d))?|{'|'.join(NUMBER_WORDS[:11])})(?:[ -]?ish)?"
SPAN = (  # 4, about four, 3-5
    rf"(?:(?:about|around|maybe|roughly|an?|like|say|only) )*{NUMBER}(?: ?(?:-|–|to|or) ?{NUMBER})?"
)
OF_TEN = r"(?: ?/ ?(?:10|ten)\b| (?:out )?of (?:10|ten)\b)"
OF_MORE = (  # behind a number, that it is none of pain
    r"(?![.,/:]?\d| ?(?:%|minutes?|mins?|m|hours?|hrs?|h|times|x|sets?|reps?|rounds?|km|k|miles?|laps?|lengths?|steps?|"
    r"floors?|days?|weeks?|months?|years?|exercises)(?![a-z]))"
)
# What it hurt in.
_DURING = r"(?:during|with|on|in|doing|from) (?:the |my )?(?!(?:session|exercises?|it)\b)[a-z -]{3,}"
_ON = rf"(?P<on> {_DURING})?"
# A number of a session among other words: pain 3, worst was 5/10, effort 4.
_FIGURE = (
    r"(?:(?:my |the |a )?(?:back )?(?=pain))?"
    r"(?:(?:it (?:was|is) )?at (?:the |its |my )?)?"
    r"(?P<of>pain|worst(?: pain)?|highest(?: pain)?|peak|effort|how hard)(?: (?:today|it|is|was|of|at|level|before|"
    r"(?P<then>after|during)(?:wards| it)?))*[ :=]*"
    rf"(?P<score>{SPAN}){OF_TEN}?"
    r"(?: (?:now|today|before(?:hand)?|at (?:first|the (?:start|beginning))|to start(?: with)?))?"
    r"(?P<after> at the end| (?:after|during)(?:wards| it| the (?:session|exercises)| exercis(?:e|ing))?)?"
    rf"{_ON}"
)
# A number with what it is of behind it: 3/10 pain, 4 at worst.
_BEHIND = (
    rf"(?:it (?:was|is) )?(?P<score>{SPAN}){OF_TEN}? "
    r"(?P<of>pain|effort|at (?:the |its )?(?:worst|most)|worst|highest|max)(?: now| today)?"
)
# A second number of pain, told beside the first: pain 3 before, 5 after.
_WHEN = (
    r"before(?:hand)?|after(?:wards)?|during(?: it)?|now|at (?:first|rest|the (?:start|beginning|end))|"
    r"to start(?: with)?"
)
_SECOND = (
    rf"(?:(?P<of>{_WHEN}|(?:it |pain )?(?:went|rose|got|up) (?:up )?to)[ :=]*(?P<score>{SPAN})|"
    rf"(?P<score2>{SPAN}){OF_TEN}? (?P<of2>{_WHEN}|(?P<on>{_DURING})))"
    r"(?: \d{1,2} (?:sets?|reps?|rounds?))?"
)
_BEFORE = r"(?i)before|at (?:first|rest|the (?:start|beginning))|to start"
_OF: Mapping[str, Literal["pain", "peak", "effort"]] = {
    "pain": "pain", "worst": "peak", "highest": "peak", "peak": "peak", "effort": "effort", "how": "effort",
}  # fmt: skip
# Three numbers without a word on each, as the question of the terminal takes them: pain before, highest, effort.
_THREE = rf"(?:(?P<rest>.+?)[ ,:]+)??(?:pain[ :]+)?(?P<pain>{NUMBER})[ ,/]+(?P<peak>{NUMBER})[ ,/]+(?P<effort>{NUMBER})"
NO_PAIN = (
    r"(?:(?:(?:i )?(?:had|have|was|felt|feel)? ?)?(?:(?:with |without|no|zero|hardly any) ?)+(?:pain|ache)(?: at all)?|"
    r"(?:i (?:was|am) )?pain[ -]free|(?:it )?(?:did|does)(?: not|n['’]?t) hurt(?: at all)?|nothing hurt)"
    r"(?: today| now| all day| tonight| this (?:morning|evening))?"
)
HURTS = rf"\b(?:{HURTING}|stiff|pain|back|leg|hip)\b"
_LITTLE = (  # words that may stand around a number of pain and change nothing
    rf"(?:{HURTS}|(?:it|it['’]s|that|they|my|the|this|lower|upper|in|now|today|still|quite|really|rather|very|just|"
    r"a|bit|lot|little|did|does|is|was|were|are|be|at|has|been|had|i|felt|feels|got|level|scale|score|worst|most|"
    r"its|highest|so|only|about|around|of|during|after|afterwards|before|end|beginning|start|up to|stayed|all day|"
    r"went|gone|rose|goes|up|down|came|again|on|maybe|some|slight|slightly|mild|mildly|moderate|under|over|while|"
    r"throughout|as|normal|tonight|this morning|evening)\b|(?<=up )to\b|(?<=down )to\b|(?<=went )to\b)"
)
_HURT = rf"(?=.*{HURTS})(?:{_LITTLE}[ :=]*)+?(?P<score>{SPAN}){OF_TEN}?(?: {_LITTLE})*?{_ON}"
# That it rose to a number: pain shot up to 7 on the bridge, it hit 8; without a word of pain where none other rises so.
_IT = r"(?:(?:my|the|its|lower|back|leg|hip|pain|ache|it|that|then|but|briefly|only|even|once|has|had|just|still) )*"
_UP = r"(?: right| back| all the way)?(?: up)? to"
_ROSE_TO = r"(?:shot|jumped|spiked|rose|climbed|crept|increased|soared|leapt|flared)"
_ROSE = (
    rf"(?:(?=.*\b(?:pain|ache|back|leg|hip)\b){_IT}(?:went|got|came|built|moved|is|was){_UP}|"
    rf"{_IT}(?:{_ROSE_TO}{_UP}|hit|reached|touched|"
    r"(?:peaked|spiked|topped out|maxed(?: out)?)(?: at)?|(?:with )?(?:a )?spikes? (?:of|to|at)))"
    rf" (?P<score>{SPAN}){OF_TEN}?{OF_MORE}"
    r"(?: (?:again|now|today|after(?:wards)?|briefly|though|this (?:morning|afternoon|evening)|tonight|suddenly))*"
    r"(?P<on> (?:during|with|on|in|doing|from|at|by|after|when|while|getting|for) [a-z' -]{3,})?"
)
_NOW = (
    r"(?:(?:and|right|it['’]?s|it is|i am|i['’]m|am) )*"
    r"(?:now|tonight|(?:(?:this|in the|by) )?evening) (?:(?:at|an?|about|it is|is) )*"
    rf"(?P<score>{SPAN}){OF_TEN}?"
)
_ALONE = rf"(?:(?:at|was|is|it was|so) )*(?P<score>{SPAN}){OF_TEN}?(?: (?:now|today|pain))*"
_LATER = r"\b(?:worst|highest|up to|went up|rose|during|after(?:wards)?|at the end)\b"


_MANY = rf"(?:\d{{1,3}}|{'|'.join((*NUMBER_WORDS[1:], *ROUND))})"
WHILE = (
    rf"(?:(?:{_MANY}|an?(?: (?:few|couple(?: of)?|good|whole))?|(?:a )?few|several|half an?|the (?:whole|rest of the))"
    r" ?(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|nights?|weeks?|mornings?|evenings?|afternoons?|"
    r"time)|"
    r"a (?:while|moment|bit|long time|short time)|(?:most of |nearly |almost )?(?:all|the) (?:day|night|morning|"
    r"evening|afternoon|time)(?: long)?)\b(?: or (?:so|two|more))?(?: now| today| after(?:wards)?)?"
)
_HELD = (  # a number of pain, and how long it was that
    r"(?P<figure>.+?),? (?P<held>(?:(?:for|over|that|it|and|has|which|lasted|lasting|been|only|just|about|"
    rf"around|maybe|on and off|at least|more than|less than|nearly|almost|some) )*{WHILE})"
)


class Figure(NamedTuple):
    """A number of a session, and what it is of; ``both``: of what hurt, which was pain and its highest."""

    of: Literal["pain", "peak", "effort"]
    score: int
    both: bool = False


def figure(piece: str) -> Figure | None:
    """The number of a session that a piece tells, if with how long it was that; the pain during it and after it is its
    highest.
    """
    piece = without_its_time(piece)
    if whole(NO_PAIN, piece):
        return Figure("pain", 0)
    if found := of_number(_FIGURE, piece):
        of, later = _OF[found["of"].split()[0].lower()], found["after"] or found["then"]
        return Figure("peak" if later and of == "pain" else of, out_of_ten(found["score"], piece))
    if found := of_number(_BEHIND, piece):
        return Figure(_OF.get(found["of"].lower(), "peak"), out_of_ten(found["score"], piece))
    if found := of_number(_ROSE, piece):
        return Figure("peak", out_of_ten(found["score"], piece))
    if found := of_number(_NOW, piece):
        return Figure("pain", out_of_ten(found["score"], piece))
    return of_what_hurt(piece, found["score"]) if (found := of_number(_HURT, piece)) else None


def lasting(piece: str) -> str:
    """How long a number of pain was that which a piece tells: worst 8 for a minute; nothing where it tells none."""
    return piece.removeprefix(without_its_time(piece)).strip(" ,")


def without_its_time(piece: str) -> str:
    """A piece that tells a number of pain without how long it was that; any other as it is."""
    found = of_number(_HELD, piece)
    if found is None or not re.search(rf"(?i)\b{NUMBER}\b", found["figure"]):
        return piece
    number = found["figure"]
    return number if any(of_number(each, number) for each in (_FIGURE, _BEHIND, _ROSE, _HURT, _SECOND)) else piece


def places(piece: str) -> bool:
    """Whether a piece tells in what it hurt: pain went up to 6 during bridges."""
    found = (of_number(each, piece) for each in (_FIGURE, _ROSE, _HURT, _SECOND))
    return any(each and each["on"] for each in found)


def rose(piece: str) -> bool:
    """Whether a piece tells that pain rose to a number: it hit 8."""
    return of_number(_ROSE, without_its_time(piece)) is not None


def second(piece: str) -> Figure | None:
    """A second number of pain that a piece tells beside another: 5 after."""
    if not (found := of_number(_SECOND, without_its_time(piece))):
        return None
    score, when = found["score"] or found["score2"], found["of"] or found["of2"]
    return Figure("pain" if re.match(_BEFORE, when) else "peak", out_of_ten(score, piece))


def alone(piece: str) -> str | None:
    """A number that a piece tells with no word of what it is; None where it tells anything else."""
    found = of_number(_ALONE, piece)
    return found["score"] if found else None


def of_what_hurt(words: str, score: str) -> Figure:
    """The number of what is said to hurt: hurt a bit, sore after, my back is."""
    if re.search(_LATER, words, re.IGNORECASE):
        return Figure("peak", out_of_ten(score, words))
    hurt = re.search(r"\b(?:hurt|hurts|hurting|ached)\b", words, re.IGNORECASE)
    return Figure("pain", out_of_ten(score, words), both=hurt is not None)


def three(text: str) -> tuple[str | None, Sequence[str]] | None:
    """Three numbers, pain before, highest and effort, as they were said, and the words before them; None for others."""
    found = of_number(_THREE, re.sub(r" ?/ ?10\b", "", text))
    return (found["rest"], [found[name] for name in FIGURES]) if found else None


_NO_SCORE = (
    r"(?! ?(?:[-:]|/(?! ?10)|days?|weeks?|months?|years?|hours?|hrs?|h|minutes?|mins?|m|times|x|nights?|am|"
    r"pm)(?![a-z]))"
)
_WITHIN = on_first_use(
    rf"\b(?:pain|hurts?|hurting|aches?|aching|sore)"
    rf"(?: (?:is|was|at|of|level|about|around|now|an?|went|got|hit|reached|peaked|{_ROSE_TO}|up|to))*"
    rf"[ :=]+(?P<of>{NUMBER})\b"
    rf"{_NO_SCORE}|(?<!for)(?<!since)(?<!after)(?<!until)(?<!last)(?<!\bon)[ ,:]+(?P<last>\d{{1,2}}){OF_TEN}?$",
    re.IGNORECASE,
)


def within(words: str) -> int | None:
    """The number of pain that words about the body hold, behind the pain or at their end; None without one."""
    for found in _WITHIN.finditer(words) if _holds_number(words) else ():
        with suppress(UsageError):
            return asking.out_of_ten(found["of"] or found["last"])
    return None


_ANY = on_first_use(
    rf"(?<![\d.:/])\b(?P<of>10|\d|{'|'.join(NUMBER_WORDS[2:11])})\b(?:{OF_TEN}|(?![.,:]?\d|/)){_NO_SCORE}",
    re.IGNORECASE,
)


def highest(words: str) -> int | None:
    """The highest number of pain that words hold, wherever it stands in them, but as minutes: walk 10, leg hurt."""
    text = without_clock(words)[0]
    found = [
        (text[: each.start()].split()[-1:], each["of"]) for each in (_ANY.finditer(text) if _holds_number(text) else ())
    ]
    return max((asking.out_of_ten(score) for word, score in found if not any(map(moves_on, word))), default=None)


# What is measured, and no pain: blood pressure 150 over 90, weighed 82 kg.
READING = on_first_use(
    r"\b(?:blood pressure|bp|pulse|heart ?rate|hr|temp(?:erature)?|weigh(?:ed|s)|weight(?= (?:is|was|now|today|at|\d))|"
    r"bmi|(?:blood )?sugars?|glucose|sats|oxygen|cholesterol)\b[^,;]*\d|\b\d{2,3} ?(?:/|over) ?\d{2,3}\b(?! ?min)",
    re.IGNORECASE,
)


def out_of_ten(score: str, piece: str) -> int:
    """A number from 0 to 10. Raises UsageError, which names the piece that it stands in."""
    try:
        return asking.out_of_ten(score)
    except UsageError:
        raise UsageError(f"{piece}: write a whole number from 0 to 10") from None


def whole(pattern: str, text: str) -> re.Match[str] | None:
    """A match of all that was said, in any letters."""
    return re.fullmatch(pattern, text, re.IGNORECASE)


def of_number(pattern: str, text: str) -> re.Match[str] | None:
    """A match, by a pattern with a number in it, of all that was said; most words have none, and need no pattern."""
    return whole(pattern, text) if _holds_number(text) else None


def _holds_number(text: str) -> bool:
    folded = text.casefold()
    return any(map(str.isdecimal, text)) or any(word in folded for word in NUMBER_WORDS[:11])
