"""The three numbers of a session in one answer, as people say them: 3 5 4; worst 5; about 4 during, 3 now."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from backplan.cli.sentences.figures import NUMBER
from backplan.cli.sentences.leg import LEG_WORDS
from backplan.cli.terminal import asking, output, spoken
from backplan.errors import UsageError
from backplan.model.diary import FIGURES
from backplan.model.vocabulary import LEGS
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from backplan.model.vocabulary import Leg

NOT_SAID = "-"  # in the place of one of the three
ONE_OR_THREE = "Please answer with one number from 0 to 10, or with three: before, highest, effort."
_PART, _APART = r"([^\s,;/:=]+)", r"[\s,;/]+"
_THREE = rf"{_PART}{_APART}{_PART}{_APART}{_PART}"
# What a number is of, beside it; that after a session is no more than the highest.
_OF: Mapping[str, str] = {
    "pain": r"before(?:hand)?|at first|at the (?:start|beginning)|to (?:start|begin) with|start(?:ed|ing)?|began|first",
    "after": r"after(?:wards?)?(?: it)?|at the end|now|by the end|later|ended",
    "peak": (
        r"(?:at (?:the |its )?)?(?:worst|highest|most|peak|max(?:imum)?)|during(?: it)?|"
        r"(?:(?:it )?(?:went|going|go|rose|rising|got|crept|came) )?up(?= to)|rose|rising(?= to)"
    ),
    "effort": r"effort|how hard",
}
_LABEL = "|".join(f"(?P<{name}>{words})" for name, words in _OF.items())
_LITTLE = (
    r"(?:my|the|a|an|in|back|it|it['’]s|was|is|were|at|about|around|roughly|maybe|perhaps|say|i|i['’]d|had|felt|of|"
    r"to|then|and|but|with|so|probably|only|just|still|level|score|again|today|all|from|session|went|going|goes|[:=])"
)
_TOKEN = re.compile(
    rf"\b(?:{_LABEL})\b|(?P<no>\bno pain\b)|(?P<score>(?<![\w.,]){NUMBER}\b)|(?P<weak>\bpain\b)|"
    rf"\b{_LITTLE}\b|[:=]|[^\s,;:=]+"
)
_SPAN = rf"\bbetween {NUMBER} and {NUMBER}\b|\b{NUMBER} ?(?:-|–|to|or) ?{NUMBER}\b"
_ROSE = rf"\b{NUMBER}(?: and)? then (?:up )?(?:to )?{NUMBER}\b|\bfrom {NUMBER} (?:up )?to {NUMBER}\b"
_OF_A_PART = (  # 4 in my back, 3 in the knee: the highest of them
    r"\b(?:in|on|down) (?:(?:my|the|one) )?(?:(?:left|right|lower|upper|other) )*(?:back|legs?|hips?|knees?|shoulders?|"
    r"neck|foot|feet|ankles?|wrists?|elbows?|arms?|hands?|thighs?|calf|buttocks?|bum|ribs?|sides?|left|right)\b|"
    r"\b(?:back|hip|knee|leg|neck|shoulder) \d+,"
)
_WEAK = "weak"  # pain, with which what it was may be said: worst pain 5


class Numbers(NamedTuple):
    """The numbers of a session; ``whole``: all three were answered, if by passing one; ``tells_more``: the answer
    tells more than they hold.
    """

    pain: int | None = None
    peak: int | None = None
    effort: int | None = None
    whole: bool = False
    tells_more: bool = False

    def beside(self, more: Numbers) -> Numbers:
        """These with what a further answer tells, which goes before. Raises UsageError."""
        pain, peak, effort = (new if new is not None else old for new, old in zip(more[:3], self[:3], strict=True))
        return _checked(pain, peak, effort)._replace(whole=more.whole, tells_more=more.tells_more)


class _Score(NamedTuple):
    score: int
    of: str = ""  # which of ``_OF`` it is of; nothing where it stands alone


def numbers(text: str, of: Literal["pain", "peak"] = "pain") -> Numbers:
    """One number, ``of`` what was asked; several, each with what it is of; or three in order. Raises UsageError."""
    plain = re.sub(r"\s*(?:/|out of)\s*(?:10|ten)\b", "", text.lower().strip())
    three = re.fullmatch(_THREE, plain)
    if three and all(part == NOT_SAID or spoken.numbers_of_ten(part) for part in three.groups()):
        return _checked(*(None if part == NOT_SAID else asking.out_of_ten(part) for part in three.groups()))._replace(
            whole=True
        )
    if scores := _scores(plain):
        return _of_scores(scores)
    several = len(re.findall(rf"\b{NUMBER}\b", plain)) > 1 and not re.search(f"{_SPAN}|{_OF_A_PART}", plain)
    if several or re.search(rf"{NUMBER}[\s,;]+{NUMBER}", plain):
        raise UsageError(ONE_OR_THREE)
    score = asking.or_skip(asking.aloud)(text)
    found = Numbers(pain=score) if of == "pain" else Numbers(peak=score)
    return found._replace(tells_more=score is not None and not spoken.numbers_of_ten(text))  # a whole sentence


def _checked(pain: int | None, peak: int | None, effort: int | None) -> Numbers:
    if pain is not None and peak is not None and peak < pain:
        raise UsageError(f"The highest pain is at least the pain before, {pain}. If that one is wrong, type back.")
    return Numbers(pain, peak, effort)


def _of_scores(scores: list[_Score]) -> Numbers:
    """The numbers, each in its place: one that stands alone takes the first that is free; what is said of after the
    session is no highest where another is said, or the pain before was more.
    """
    found: dict[str, int] = {}
    for each in scores:
        if each.of:
            found[each.of] = max(found.get(each.of, 0), each.score)
    after = found.pop("after", None)
    more = after is not None and len(scores) > 1
    if after is not None and not more:
        raise UsageError(f"Please say what it is of: before {after}, or worst {after}.")
    if after is not None and after >= max(found.get("pain", 0), found.get("peak", 0)):
        found["peak"] = after
    for each in scores:
        if not each.of:
            free = [name for name in FIGURES if name not in found]
            if not free:
                raise UsageError(ONE_OR_THREE)
            found[free[0]] = each.score
    return _checked(*map(found.get, FIGURES))._replace(tells_more=more)


def _scores(plain: str) -> list[_Score]:
    """The numbers of an answer, in which each but one has its word beside it; none of any other answer."""
    found = [_pieced(piece) for piece in re.split(r"[,;]|\.(?= |$)|\b(?:and|but|then)\b", plain) if piece.strip()]
    if None in found:
        return []
    scores = [score for each in found if each for score in each]
    if len(scores) == len(("before", "highest")) and re.search(_ROSE, plain):
        scores = [scores[0]._replace(of=scores[0].of or "pain"), scores[1]._replace(of=scores[1].of or "peak")]
    labelled = sum(bool(each.of) for each in scores)
    return scores if labelled and len(scores) - labelled <= 1 else []


def _pieced(piece: str) -> list[_Score] | None:
    """The numbers of a piece between commas, each with the word before it or behind it; None where it tells of more."""
    tokens = [*_tokens(piece)]
    values = [each for each in tokens if isinstance(each, int)]
    labels = [each for each in tokens if isinstance(each, str)]
    if len(labels) > len(values):
        tokens = [each for each in tokens if each != _WEAK]
    labels = ["pain" if each == _WEAK else each for each in tokens if isinstance(each, str)]
    if None in tokens or not values:
        return None
    if not labels or len(values) == 1:
        of = "peak" if {*labels} == {"peak", "after"} else next(iter(labels), "")
        return [_Score(each, of) for each in values] if len({*labels}) <= 1 or of == "peak" else None
    return _by_turns([isinstance(each, str) for each in tokens], values, labels)


def _by_turns(named: Sequence[bool], values: Sequence[int], labels: Sequence[str]) -> list[_Score] | None:
    """Several numbers and words by turns, of which one number may stand alone; None where they do not go by turns."""
    if any(one == other for one, other in pairwise(named)):
        return None
    if len(labels) + 1 == len(values):  # 3 before 5; but 3 worst 5
        labels = [*labels, ""] if labels[0] == "pain" else ["", *labels]
    if len(labels) != len(values):
        return None
    return [_Score(score, of) for score, of in zip(values, labels, strict=True)]


def _tokens(piece: str) -> Iterator[int | str | None]:
    """The numbers of a piece and the words of what they are; None for a word that changes nobody knows what."""
    for found in _TOKEN.finditer(piece):
        of = next((name for name in _OF if found[name]), "")
        if of or found["weak"]:
            yield of or _WEAK
        elif found["score"] or found["no"]:
            yield asking.out_of_ten(found["score"] or "0")
        elif not re.fullmatch(_LITTLE, found[0]):
            yield None


# How hard it was, in words: of two numbers that a word may mean the higher, so that nothing grows by a word alone.
_EFFORT = (
    (10, r"all i had|everything i had|max(?:imum)?|(?:too|extremely) (?:hard|much)|could not (?:do|have done) more"),
    (9, r"(?:very|really|so) (?:hard|tough|tiring|heavy)|exhaust(?:ed|ing)|knackered|worn out|shattered"),
    (8, r"hard|tough|tiring|tired|heavy|difficult|strenuous|hard work|challenging"),
    (6, r"(?:quite|fairly|pretty|a (?:bit|little)|slightly|somewhat|rather) (?:hard|tough|tiring|tired|heavy)|"
        r"(?:(?:quite|fairly|pretty|just|still) )*(?:moderate|medium|middling|so[ -]?so|average|normal|manageable|"
        r"as (?:usual|always))|about right|not (?:too|so|that) (?:bad|hard)|not bad"),
    (5, r"(?:(?:quite|fairly|pretty|really|very|perfectly|just|all|still|absolutely) )*(?:ok(?:ay)?|all ?right|fine|"
        r"doable|good|great|nice|lovely|well|comfortable|no problems?)"),  # of light to fair the middle
    (4, r"(?:(?:very|really|quite|fairly|pretty|too|so) )?(?:easy|light|gentle)|easy enough|not hard(?: at all)?|"
        r"no bother"),
)  # fmt: skip


HIGHEST = "Highest pain during it (0-10) (Enter to skip)"
WHY = f"{asking.OF_TEN} {asking.PASSES}"


def with_more(found: Numbers, asked: str, of: Literal["pain", "peak"]) -> Numbers:
    """The numbers with those of one more answer, of which one alone is ``of`` what was asked; it may name others."""
    more = asking.until_right(asked, None, lambda text: _or_none(found.beside(numbers(text, of)), found), WHY)
    if more is None:
        return found
    if any(new != old for name, new, old in zip(FIGURES, more, found, strict=False) if name != of):
        output.say("  Taken as pain before {}, highest {}, effort {}.".format(*map(_or_dash, more[:3])))
    return more


def _or_none(more: Numbers, before: Numbers) -> Numbers | None:
    """The numbers, None where they are the same as before, as the question was passed."""
    return more if more[: len(FIGURES)] != before[: len(FIGURES)] or more.whole else None


def _or_dash(score: int | None) -> str:
    return NOT_SAID if score is None else str(score)


EFFORT = "Effort (0 nothing, 10 all you had) (Enter to skip)"


def ask_effort(read: Callable[[str], int | None]) -> int | None:
    """How hard a session was; None where that is passed."""
    return asking.until_right(EFFORT, None, read, f"{asking.OF_TEN} Or a word: easy, so-so, hard. {asking.PASSES}")


def _effort_in(piece: str) -> int | None:
    """How hard words say that it was; None for others."""
    word = re.sub(r"^(?:(?:it|it['’]s|that|was|felt|went|is|just|i|am|feel) )+|[ .!]+$", "", " ".join(piece.split()))
    return next((score for score, words in _EFFORT if re.fullmatch(words, word)), None)


def effort_of(text: str) -> int | None:
    """How hard a session was, in a number or a word, which is told; None where that is passed. Raises UsageError."""
    pieces = [piece for piece in re.split(r"[,;]|\b(?:but|and|though)\b", text.lower()) if piece.strip(" .!")]
    scores = [_effort_in(piece) for piece in pieces]
    if not scores or None in scores:
        return asking.or_skip(asking.aloud)(text)
    found = max(score for score in scores if score is not None)
    output.say(f"  Taken as {found}.")
    return found


_NOT_SO = r"\b(?:not|no|never|gone|less|better|without|used)\b|n['’]t\b"


def leg_of(text: str) -> Leg:
    """How far down the leg pain goes, by the furthest part that is named, which is told. Raises UsageError."""
    plain = text.lower()
    named = {
        leg: "|".join(map(re.escape, (leg, *LEG_WORDS[leg].split(", ")))) for leg in reversed(LEGS) if leg != "none"
    }
    found = next((leg for leg, words in named.items() if re.search(rf"\b(?:{words})\b", plain)), None)
    if found is None or re.search(_NOT_SO, plain):
        raise UsageError(f"Please say how far: {', '.join(LEGS)}.")
    output.say(f"  Taken as {found}.")
    return found
