"""A sentence of several clauses: what was done, and beside it a number of pain and how it felt, each in its clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from backplan.cli.sentences.figures import (
    HURTS,
    NO_PAIN,
    NUMBER,
    OF_MORE,
    OF_TEN,
    READING,
    alone,
    figure,
    lasting,
    of_what_hurt,
    places,
    second,
    without_its_time,
)
from backplan.cli.sentences.of_session import of_session
from backplan.errors import UsageError
from backplan.model.felt_words import HURTING
from backplan.model.medicine_words import tells_of_medicine
from backplan.model.said_numbers import ROUND
from backplan.model.wording import NUMBER_WORDS
from backplan.named_tuple import NamedTuple
from backplan.patterns import on_first_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backplan.cli.sentences.of_session import OfSession

_BODY = r"(?:my |the )?(?:lower )?(?:back|leg|hip)(?: pain)?"
_HOW_IT_WAS = (
    r"(?:(?:it )?(?:felt|feeling|feels|hurts?|hurting|ach(?:ed|es|ing)|sore|stiff|painful|worst|highest|peak|effort)"
    r"\b|(?:my |the )?(?:back )?pain\b[^,;]*\d|(?:with )?no pain|"
    rf"{_BODY} (?:is|was|at|hurts?|felt|feels|now|sore|ached|\d)|"
    r"\d{1,2} ?(?:/|out of) ?10\b|\d{1,2} (?:before|after)\b)"
)
_APART = on_first_use(
    r"(\s+&\s+|\s*[,;]\s*(?:(?:and|but|then|because(?: of)?)\s+)?|\s*[.!]+\s+|\s+[–—-]+\s+|"
    r"\s+(?:and then|plus(?: also)?|even though|after(?= (?:taking|having|i took|my) )|(?<!\bon )and|but|"
    r"though|although|then|(?:(?<!\d )with|with(?! (?:the|my)\b))|because of|because|as|"
    r"since(?! (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last|\d))|until)\s+|"
    rf"(?<=done|urts|hurt|utes| min|mins|hour|ours)\s+(?={_HOW_IT_WAS}))",
    re.IGNORECASE,
)
_MOOD = (
    r"(?:(?:i|it|it['’]s|they|all|everything|that|the rest|which|both|a|an|my|the|so|lower|back|legs?|muscles?) )*"
    r"(?:(?:am|is|was|were|are|be|felt|feel|feels|feeling|went|goes|going|got|did) )?"
    r"(?:(?:a|bit|little|lot|much|very|so|quite|too|rather|really|pretty|still|just|only|not|no|slightly|all|more|less|"
    r"nice and) )*"
    r"(?:better|worse|ok|okay|fine|good|well|bad|great|hard|easy|tough|heavy|light|stiff|sore|achy|rough|tired|"
    r"exhausted|slow|slower|slowly|faster|quicker|easier|harder|heavier|"
    r"lighter|tougher|alright|all right|lovely|nice|difficult|challenging|manageable|comfortable|tight|tender|"
    r"strong|happy|proud|pleased|wonderful|awful|terrible|horrible|normal|problems?|trouble|happily|carefully)"
    r"(?: (?:again|today|now|this (?:morning|evening|week)|"
    r"though|afterwards?|after|at the end|all in all|overall|for me|than (?:usual|yesterday|before|"
    r"last time)))*"
)
HOW_A_DAY_WAS = (
    r"(?:bad|worse|worst|rough|awful|terrible|dreadful|horrible|hard|poor|painful|grim|stiff|sore|good|better|best|great|"
    r"fine|decent|easier|slow|tough|nasty|rotten|miserable|shocking|ok|okay|so[- ]so|average|middling|normal|usual|"
    r"restless|sleepless|lousy|crap|crappy|rubbish|difficult|lovely)"
)
_DAY_BY_MOOD = (  # a bad day; it was a rough evening today
    rf"(?:(?:it|that|today|tonight|is|was|has|been|i|had|having|got|an?|the|my|one|another|really|very|so|such|quite|"
    rf"pretty|not|all|just) )*{HOW_A_DAY_WAS} (?:day|afternoon|evening|one|time(?: of it)?)"
    r"(?: (?:today|tonight|so far|again|all round|overall|yet|ever|of (?:all|the (?:week|month))|"
    r"(?:in|for) (?:a |the )?(?:last |long )?(?:while|time|days|weeks|months|ages|years)|for (?:me|my back|pain)))*"
)
_NUMBER_BEHIND_A_DAY = (
    rf"(?i)\b({HOW_A_DAY_WAS} (?:day|afternoon|evening)(?: (?:today|again|so far))?) "
    rf"(?=(?:(?:at|an?|about|around) )*{NUMBER}{OF_TEN}?$)"
)
_FEELS = (
    rf"\b(?:{HURTING}|numb|pins and needles|"
    r"(?:back|leg|hip|knee|shoulder|neck|wrist|arm|foot|feet|ankle|elbow|calf|thigh|buttock|bum|hamstring|muscle)s? "
    r"(?:is|was|were|are|felt|feels|got|gets|went|bad|stiff|tight|fine|ok|good|better|worse|awful|killing)|"
    r"slept|woke me|kept me (?:up|awake)|(?:lock|seiz)ed(?: up)?|gave way|"
    r"back (?:is |was |went |has )?(?:out|gone)|(?:bad|rough|poor|good|better) night|"
    r"too much|over ?did it|overdone|paid for it|"
    r"(?:bad|awful|terrible|slight|mild|some|bit of|more|less|much|little|too much) "
    r"(?:back|pain|ache|stiffness))\b"
)
_AWAKE = (  # up for an hour, which is nothing that was done
    r"(?:i )?(?:(?:was|lay|been|stayed|had to|then|and) )*(?:get |got )?(?:up|awake|wide awake|(?:no|little) sleep)"
    r"(?: (?:for|from|since|till|until|at|half|most of|all|on and off|again)\b.*)?"
)
_MOVED = (
    r"walk(?:ed|ing)?|swam|swim|swimming|cycled|cycling|rode|ran|run|jogged|rowed|danced|hiked|gardened|gardening|"
    r"yoga|pilates|played|cleaned|hoovered|stretched|went (?:for|to|out)"
)
_MORE_WAS_DONE = rf"\d|\b(?:too(?! \w)|also|as well|{_MOVED})\b"
_LASTED = (
    rf"\b(?:\d{{1,3}}|{'|'.join((*NUMBER_WORDS[1:], *ROUND))})[ -]?(?:minutes?|mins?|m|hours?|hrs?|h)\b|\bhour\b|"
    r"\b\dh\d\d\b"
)


_NUMBER_OF_PAIN = rf"{NUMBER}(?: ?/ ?10\b)?"
_MOVED_ON = r"(?:went|gone|goes|came|dropped|rose|eased|fell|jumped|shot|climbed|crept|spiked)"
_FROM_TO = (  # pain went from 3 to 2; it jumped from 3 to 6; started at 3, ended at 6
    rf"(?i)(?:\b(?:pain|back) (?:(?:was|{_MOVED_ON}|has|down|up|is|level) )*|"
    rf"(?:^|(?<=[,;.] ))(?:it |that )?(?:has )?{_MOVED_ON}(?: up| down)? )"
    rf"from ({_NUMBER_OF_PAIN}) (?:down |up )?to ({_NUMBER_OF_PAIN}){OF_MORE}|"
    rf"\b(?:pain |it )?(?:started|began)(?: off| out)? (?:at|on|with)(?: an?)? ({_NUMBER_OF_PAIN}),? "
    rf"(?:(?:and|then|but) )*(?:it )?(?:ended|finished)(?: up)? (?:at|on|with)(?: an?)? ({_NUMBER_OF_PAIN}){OF_MORE}"
)
_BETWEEN = rf"(?i)\bbetween ({NUMBER}) (?:and|to) ({NUMBER}){OF_MORE}"
_IS = r"(?: (?:is|was|at|of|an?|about|before|during))*[ :=]*"
_NAMED = rf"(?:pain|peak|worst|highest|effort|best|lowest){_IS}{_NUMBER_OF_PAIN}{OF_MORE}"
_AT_FIRST = r"(?:before|at (?:first|rest|the (?:start|beginning))|to start(?: with)?)"
_BESIDE_ANOTHER = (  # pain 4 peak 5; pain 3 after 4
    rf"(?i)\b({_NAMED}(?: {_AT_FIRST})?|\d{{1,2}} {_AT_FIRST}) "
    rf"(?=\d{{1,2}} (?:after|at the end)\b|{_NAMED}|(?:after|before|during){_IS}{NUMBER}\b{OF_MORE})"
)
_FIRST = rf"(?i)^((?:(?:my |the )?(?:lower )?back|pain){_IS}{_NUMBER_OF_PAIN}) (?:after|from|following) (?=[a-z])"
_BEHIND_WORDS = (  # 20 min walk pain 3
    rf"(?i)(?<=[a-z])(?<!back)(?<!lower)(?<!my)(?<!the)(?<!worst)"
    rf"(?<!highest)(?<!\bat)(?<!its)(?<!and)(?<!but)(?<!with) "
    rf"(?=(?:(?:my |the )?(?:lower )?back )?{_NAMED}\b|\d{{1,2}}{OF_TEN} (?:effort|pain)$)"
)
_AT_BEST = r"(?i)(?:at )?(?:(?:the |my )?(?:best|lowest|least))\b.*"  # which is kept in words
_ENDED = r"\b(?:stop(?:ped)?|gave up|quit|broke off)\b"
_ANOTHER_DAY = r"\b(?:yesterday|tomorrow|last night|ago|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
_NOT_DONE = r"(?:i )?(?:did|do|could|was|am|have|had|would|wo|ca|can)(?: ?not|n['’]?t)\b|(?:i )?never\b"
_EXTRA = "also|too|as well|then|later|afterwards|extra|in addition|besides|on top|another|plus"
_NO_WORK = r"\b(?:driv(?:e|ing)|drove|flight|flew|train|journey|sat|sitting|stood|standing|queue[ds]?|meetings?)\b"
MOST_CLAUSES = 16  # of one sentence: beyond that it is a letter
WHICH = "say which number of what, like `backplan log pain 3` or `backplan log morning 3`"
FELT_BAD = r"(?i)\b(?:bad|worse|awful|terrible|rough|sore|painful|stiff|agony)\W*$"
WHICH_BESIDE = "say what it is of, like pain 3, worst 3, effort 3 or 30 minutes, and the rest as you said it"


class Also(NamedTuple):
    """What was done for some minutes, told beside a session; ``extra``: its words say that it was more than that."""

    what: str
    extra: bool


class InClauses(NamedTuple):
    """What the clauses of a sentence tell: how far a session was done, or else what is left to be an activity; the
    numbers; and how it was, in words; and what else was done beside a session; and beside that the ``unclear`` number
    of which nobody can tell what it is of, which stands among the words.
    """

    session: OfSession | None = None
    activity: str | None = None
    pain: int | None = None
    peak: int | None = None
    effort: int | None = None
    words: str | None = None
    also: tuple[Also, ...] = ()
    unclear: str | None = None


class _Clause(NamedTuple):
    text: str
    before: str  # what parts it from the one before
    kind: Literal["figure", "number", "words"] | None = None

    @property
    def hurts(self) -> bool:
        return self.kind == "words" and re.search(HURTS, self.text, re.IGNORECASE) is not None


def in_clauses(text: str) -> InClauses | None:
    """What is told by a sentence of which each clause says what was done, a number of it, or how it was; None for any
    other, and for one of a single clause. Raises UsageError for a number of which nobody can tell what it is of.
    """
    clauses = _clauses(text)
    if len(clauses) > MOST_CLAUSES:
        return None
    plain = [number for number, each in enumerate(clauses) if each.kind is None]
    if not plain:
        found = _beside(clauses, of_pain=any(_may_have_a_pain(each.text) for each in clauses))
        return None if found == InClauses() else found
    if len(clauses) == 1:
        return None
    at, end = plain[0], plain[-1] + 1
    return _session_in(clauses, at, end) or _activity_in(clauses, at, end)


def _clauses(sentence: str) -> list[_Clause]:
    ranged = re.sub(_BETWEEN, r"\1-\2", re.sub(_FROM_TO, _before_and_after, sentence))
    ranged = re.sub(
        r"(?i)\bafter after (?:(?:the|my) )?(?:session|exercises|walk|workout)\b|\bafter after\b", "after", ranged
    )
    marked = re.sub(_BESIDE_ANOTHER, r"\1, ", ranged)
    marked = re.sub(_FIRST, r"\1, ", marked) if lasted(sentence) else marked
    marked = re.sub(_NUMBER_BEHIND_A_DAY, r"\1, ", marked)
    apart = _APART.split(re.sub(_BEHIND_WORDS, ", ", marked))
    parts = _APART.split("".join(map(_figure_first, apart)))
    found = [_Clause(text.strip(" ,.!"), before) for text, before in zip(parts[::2], ["", *parts[1::2]], strict=True)]
    sorted_out = [each._replace(kind=_kind(each.text)) for each in found if each.text]
    if any(each.kind == "figure" or _before_or_after(each.text) for each in sorted_out):
        sorted_out = [each._replace(kind="figure" if second(each.text) else each.kind) for each in sorted_out]
    return sorted_out


_WORKED = on_first_use(
    r"\b(?:did|done|finished|completed|managed|skipped|missed|stopped|could(?: not|n['’]?t)|went)\b",
    re.IGNORECASE,
)
_OF_A_TIME = r"(?i)\b(?:before|after|during|while|as|on|in)(?: (?:i|we|my|the|it|they))*$"
_MOST_OF_A_FIGURE = 6  # words


def _figure_first(piece: str) -> str:
    """A piece with a comma behind a number that stands before how far a session was done: pain 3 all done."""
    words = piece.split() if _WORKED.search(piece) else []
    for at in range(1, min(len(words), _MOST_OF_A_FIGURE + 1)):
        first, rest = " ".join(words[:at]), " ".join(words[at:])
        worked = _WORKED.search(rest) and of_session(rest) and not re.search(_OF_A_TIME, first)
        if worked and figure(first):
            return f"{first}, {rest}"
    return piece


def _before_and_after(found: re.Match[str]) -> str:
    first, last, start, end = found.groups()
    return f"pain {first or start} before, {last or end} after"


def _before_or_after(text: str) -> bool:
    """Whether a piece tells a number of pain, and that it was before or after: 3 before."""
    when = rf"(?i)\b(?:before|after|at the end|{_AT_FIRST})"
    return re.search(when, text) is not None and second(text) is not None


def lasted(text: str) -> bool:
    """Whether words say how long something took."""
    return re.search(_LASTED, text, re.IGNORECASE) is not None


def feels(text: str) -> bool:
    """Whether words tell how a body feels."""
    return re.search(_FEELS, text, re.IGNORECASE) is not None


def _kind(text: str) -> Literal["figure", "number", "words"] | None:
    if READING.search(text) or re.fullmatch(_AT_BEST, text):
        return "words"
    if figure(text):
        return "figure"
    if alone(text):
        return "number"
    if of_session(text):
        return None
    how = re.fullmatch(_MOOD, text, re.IGNORECASE) or re.fullmatch(_DAY_BY_MOOD, text, re.IGNORECASE)
    felt = tells_of_medicine(text) or how or feels(text)
    return "words" if (felt and not lasted(text)) or re.fullmatch(_AWAKE, text, re.IGNORECASE) else None


def _session_in(clauses: Sequence[_Clause], at: int, end: int) -> InClauses | None:
    """A session told by some of the clauses from one to another, where the others tell of nothing else that was done;
    that less of it was done than its first words say counts.
    """
    for first, last in _spans(at, end):
        session = of_session(_joined(clauses[first:last]))
        if session is None or (session.left_out and any(map(_names_nothing, clauses[first + 1 : last]))):
            continue
        more = [(each, None if each.kind else of_session(each.text)) for each in (*clauses[:first], *clauses[last:])]
        done_besides = [each for each, done in more if each.kind is None and not done and _tells_more(each.text)]
        if any(re.search(_ANOTHER_DAY, each.text, re.IGNORECASE) for each in done_besides):
            return None
        if session.done == "all" and any(done and done.done == "part" for _, done in more):
            session = session._replace(done="part")
        idle = session.done == "no"
        lasting = [each for each in done_besides if lasted(each.text)]
        beside = [
            each for each, done in more if each not in lasting and (done is None or (done.done == "no" and not idle))
        ]
        if any(each.hurts for each in beside):  # what hurt may be what ended it
            ended = [each for each in clauses if each.kind is None and re.search(_ENDED, each.text, re.IGNORECASE)]
            beside = [each for each in clauses if each in beside or each in ended]
        why = next((done.why for _, done in more if done and done.why and idle), session.why)
        also = tuple(_also(each) for each in lasting)
        return _beside_session(beside, of_pain=idle or _out_of_ten(beside))._replace(
            session=session._replace(why=why), also=also
        )
    return None


def _names_nothing(clause: _Clause) -> bool:
    """Whether a clause behind all but can be no name: how it was, or how far it was done."""
    return clause.kind == "words" or of_session(clause.text) is not None


def _also(clause: _Clause) -> Also:
    """What was done beside a session; in words that say it was more than that, where they do."""
    what = re.sub(rf"(?i)^(?:{_EXTRA}) | (?:{_EXTRA})$", "", clause.text)
    extra = what != clause.text or re.search(r"(?i)\b(?:plus|then|another)\b", clause.before + what) is not None
    what = re.sub(rf"(?i)^([^\d]*?) ({_LASTED}) (home|back|there|outside)$", r"\1 \3 \2", what)
    bare = re.sub(r"(?i)^(?:i )?(?:did |had |went for )?(?:an? |the |my |some )", "", what)
    return Also(re.sub(r"(?i)\banother ", "", bare), extra)


def _spans(at: int, end: int) -> Iterator[tuple[int, int]]:
    """From where to where the clauses may tell of one thing: the longest first, from each clause on."""
    for first in range(at, end):
        yield from ((first, last) for last in range(end, first, -1))


def _tells_more(text: str) -> bool:
    """Whether words tell of something that was done beside a session; minutes of it alone do not."""
    around = "i|it|did|managed|got|took|in|for|about|only|all|half|an"
    if re.fullmatch(rf"(?:(?:{around}) )*(?:{_LASTED})", text, re.IGNORECASE):
        return False
    return re.search(_MORE_WAS_DONE, text, re.IGNORECASE) is not None


def _activity_in(clauses: Sequence[_Clause], at: int, end: int) -> InClauses | None:
    """What is left between numbers and how it was: an activity, if its minutes or its numbers are said."""
    if _lasted_first(clauses[at:end]):
        return _beside([*clauses[:at], *clauses[at + 1 :]])._replace(activity=clauses[at].text)
    beside, what = [*clauses[:at], *clauses[end:]], _joined(clauses[at:end])
    if beside and re.fullmatch(rf"(?:(?:for|only|about) )*(?:{_LASTED})", what, re.IGNORECASE):
        return _beside(beside)._replace(words=_joined(clauses))  # slept badly, 3 hours
    if beside and re.match(_NOT_DONE, what, re.IGNORECASE):
        return _beside(beside)._replace(words=_joined(clauses))
    scored = any(each.kind in ("number", "figure") for each in beside)
    idle = re.search(_NO_WORK, what, re.IGNORECASE) is not None
    hurts = any(each.hurts for each in beside)
    if scored and ((idle and hurts) or (not lasted(what) and (idle or hurts))):
        return _beside(beside)._replace(words=_joined(clauses))  # stood all day, back aching, 5
    if not beside or not (lasted(what) or all(each.kind == "figure" for each in beside)):
        return None
    if not lasted(what) and (timed := next((each for each in beside if lasted(lasting(each.text))), None)):
        beside = [each._replace(text=without_its_time(each.text)) if each is timed else each for each in beside]
        what = f"{what} {lasting(timed.text)}"  # walking, pain 3 for 20 minutes: the time is that of the walk
    return _beside(beside)._replace(activity=what)


def _lasted_first(clauses: Sequence[_Clause]) -> bool:
    """Whether the first of some clauses ends with its time, and what else was done follows without one: walked 10
    minutes and stretched.
    """
    first, *more = clauses
    ends = re.search(rf"(?:{_LASTED}|\bhour)$", first.text, re.IGNORECASE) is not None
    joined = all(each.before.strip().lower() in ("and", "then", "and then", "plus", ",", "&") for each in more)
    return ends and bool(more) and joined and not any(re.search(r"\d", each.text) or lasted(each.text) for each in more)


def _out_of_ten(beside: Sequence[_Clause]) -> bool:
    """Whether the numbers beside a session are out of ten, with no word that they may be of: did half, 3/10."""
    numbers = [each for each in beside if each.kind == "number"]
    return len(numbers) == len(beside) and all(re.search(rf"(?i){OF_TEN}$", each.text) for each in numbers)


_OF_A_BODY = r"(?i)\b(?:better|worse|stiff|stiffer|sore|sorer|rough|achy)\b"  # which is no word on how hard work was


def _may_have_a_pain(text: str) -> bool:
    """Whether a number beside words, and beside nothing that was done, can only be of pain: worse; a bad day."""
    return re.search(_OF_A_BODY, text) is not None or re.fullmatch(_DAY_BY_MOOD, text, re.IGNORECASE) is not None


def _beside_session(beside: Sequence[_Clause], *, of_pain: bool) -> InClauses:
    """The numbers and the words that stand beside a session; a number that may be of anything is among the words, so
    that the rest is noted.
    """
    try:
        return _beside(beside, of_pain=of_pain)
    except UsageError:
        numbers = [each.text for each in beside if each.kind == "number"]
        apart = [each._replace(kind="words") if each.kind == "number" else each for each in beside]
        return _beside(apart)._replace(unclear=numbers[0])


def _beside(beside: Sequence[_Clause], *, of_pain: bool = False) -> InClauses:
    """The numbers and the words that stand beside what was done; ``of_pain``: a number alone can only be of that, as
    beside nothing that was done. Raises UsageError for one that may be of anything.
    """
    hurting = " ".join(each.text for each in beside if each.hurts)
    found: dict[str, int] = {}
    for before, each in zip(("", *(each.text for each in beside)), beside, strict=False):
        score_of = (figure(each.text) or second(each.text)) if each.kind == "figure" else None
        if each.kind == "number" and (score := alone(each.text)):
            if not (hurting or of_pain or re.search(FELT_BAD, before)):
                raise UsageError(f"{each.text}: {WHICH_BESIDE}")
            score_of = of_what_hurt(hurting or before, score)
        if score_of is not None:
            of = (score_of.of, "peak") if score_of.both else (score_of.of,)
            found |= {name: max(score_of.score, found.get(name, 0)) for name in of}
    if any(map(_before_or_after, (each.text for each in beside))) and found.get("peak", 0) < found.get("pain", 0):
        found.pop("peak", None)  # 3 before, 2 after: the highest is not told
    return InClauses(None, None, found.get("pain"), found.get("peak"), found.get("effort"), _words(beside))


def _words(beside: Sequence[_Clause]) -> str | None:
    """How it was in words, without the numbers that are told by themselves."""
    telling = [each for each in beside if each.kind in ("words", None) or _tells_how(each.text)]
    kept = [each for each in telling if not (each.kind == "figure" and re.fullmatch(NO_PAIN, each.text, re.IGNORECASE))]
    return ", ".join(each.text for each in kept if each.kind != "number") or None


def _tells_how(text: str) -> bool:
    """Whether a piece with a number tells more than that: how it felt, in what it hurt, how long."""
    return feels(text) or places(text) or lasting(text) != ""


def _joined(clauses: Sequence[_Clause]) -> str:
    return "".join(f"{each.before if number else ''}{each.text}" for number, each in enumerate(clauses))
