"""How far a session was done, in words: all of it, part of it, or not at all."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from backplan.cli.sentences.figures import whole
from backplan.cli.sentences.went import HOW, THAN
from backplan.model.felt_words import HURTING, PROPPED
from backplan.named_tuple import NamedTuple
from backplan.patterns import on_first_use

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backplan.model.vocabulary import BlockKind, Done

_I = (
    r"(?:(?:yes|yeah|yep|ok|well|so|and)[ ,]+)*(?:(?:i|we)(?:['’]ve| have)? )?(?:have )?"
    r"(?:finally |actually |just about |really |still |even so )?(?:managed to )?"
)
_DID = (
    r"(?:did(?: do)?|do|done|finished|finish|completed|complete|managed|got through|went through|worked through|"
    r"made it through|ticked off|got|smashed|nailed|aced)"
)
_THE = r"(?:all |my |the |today['’]?s |of |whole |full |entire |complete |planned )*"
_DAILY = r"(?:daily|every ?day) (?:ones?|work|stuff|things?|bits?|moves|routine|physio)"
_WORK = (
    rf"(?:(?:daily )?session|(?:back|daily|morning|every ?day) exercises|exercises|workout|programme|program|{_DAILY})"
)
_LISTED = rf"(?:{_WORK}|routine|plan|list|thing|lot|set)"
_EVERYTHING = rf"(?:it|them|all|everything|the lot|{_THE}{_LISTED})(?: all)?(?: of (?:it|them))?"
_FROM_THE_LIST = r"(?: (?:on|from|in) (?:the|my|today['’]?s) (?:list|plan|programme|program|session))?"
_WHEN = (
    r"(?: (?:today|this (?:morning|evening|afternoon)|tonight|now|again|at last|in the end|finally|already|"
    r"for(?: (?:today|now))?|instead|as planned|too|through|at home|anyway|anyhow|regardless|all the same))*"
)
_ALL = (
    rf"{_I}(?:{_DID} {_EVERYTHING}(?: done| off)?|ticked {_EVERYTHING} off|(?:all )?(?:done|finished)|"
    rf"(?:it|them|all|everything|the lot|{_THE}{_WORK})(?: all)?(?: of (?:it|them))?"
    rf"(?: (?:is |was |were )?(?:all )?(?:done|finished|completed?))?){_FROM_THE_LIST}{_WHEN}|yes|{_I}did|"
    rf"{_I}(?:made it|got) (?:all the way )?through(?: to the end)?{_WHEN}|"
    rf"{_I}{_DID} (?:the|my) (?:gentle|easy|planned|usual|full) (?:one|version){_WHEN}|{_I}{_THE}{_WORK}"
    rf"{_WHEN},? (?:all )?done{_WHEN}"
)
_WENT = rf"{_I}{_THE}(?:{_WORK}|routine) (?:(?:went|was|were|felt) )?{HOW}{THAN}{_WHEN}"
_HOW_MUCH = (
    r"(?:part|half|some|[1-9] ?/ ?[2-9](?!\d)|[1-9]\d ?(?:%|per ?cent)|"
    r"a (?:bit|little|part|few)|most|bits|two thirds|a third|one or two|a couple|a quarter|"
    r"three quarters|\w+ rounds? (?:of (?:core|it)|instead of \w+)|"
    r"(?:the |my )?(?:first|second|last) (?:half|part|bit|few))"
)
_SORT_OF = r"(?: (?:exercises|work|bits?|parts?|stuff|ones|things?|moves|section))?"
_BLOCK = (
    rf"(?:(?:walk(?:ing)?|core|strength(?:ening)?|stretch(?:es|ing)?|balance|warm[ -]?up|cool[ -]?down|floor|standing|"
    rf"sitting|seated|lying){_SORT_OF}|first (?:one|two|three|few|bit|part)|"
    r"(?:exercises|ones|bits?|stuff|things) (?:on the floor|standing|lying(?: down)?|sitting(?: down)?))"
)
_ONE_OF_IT = rf"(?:{_HOW_MUCH}(?: of)? (?:my|the|today['’]?s) (?:{_BLOCK}|{_WORK})|(?:the|my) {_BLOCK}|{_HOW_MUCH})"
_IN_TWO_HALVES = (  # half this morning and the rest tonight, of which the day is read before
    r"(?!.*\b(?:skip\w*|miss(?:ed)?|left|not|no|never|without|tomorrow|un\w+|\w+n['’]?t)\b)"
    rf"{_I}(?:{_DID} )?(?:(?:one |the )?(?:first )?(?:half|a third|two thirds|part|some|most)(?: of it)?|"
    rf"(?:the |my )?{_BLOCK}(?: and (?:the |my )?{_BLOCK})*) "
    rf"[^\d,;]+?(?:,|,? (?:and|then|and then)) "
    rf"(?:{_DID} )?(?:(?:all )?the )?(?:rest|others?|(?:other|second) half)(?: of it)?"
    r"(?: (?:tonight|later|after\w*|this (?:evening|afternoon)|in the (?:evening|afternoon)|"
    r"(?:at|after|before|over|during|on) [^\d,;]+))?"
)
_COULD_NOT = r"(?:did|do|could|ca|can|have|has|had|was|am|would|will|wo)(?: ?not|n['’]?t)"
_NOT_MORE = (
    rf"(?:not|skipped|left out|missed|no|{_COULD_NOT} (?:do|face|manage|get to)|"
    r"left|(?:had )?no (?:time|energy|strength) for|(?:was |am )?too (?:tired|sore|stiff|busy|hard) for)"
)
_THE_REST = rf"(?:(?:all|the rest|everything|any more|more)(?: of (?:it|them|{_THE}{_WORK}))?)"
_STOPPED = (
    r"(?:had to (?:stop|cut (?:it|the session|things) short)|stopped|gave up|quit|broke off|ended(?: it)?|"
    r"cut (?:it|the session|things) short|cut short|"
    r"finished(?= (?:early|half ?way|part way)))"
)
_WHERE = r"(?: (?:it|half ?way(?: through)?|early|there|in the middle|part way(?: through)?|then|(?:after|before) .+))*"
_PART = (
    rf"{_I}(?:(?:only|just) )?(?:{_DID} )?(?:(?:only|just|about|nearly|almost|maybe|roughly|around) )*"
    rf"(?:{_HOW_MUCH}(?: of)?(?: (?:it|them|{_THE}{_WORK}))?|"
    rf"{_HOW_MUCH} of (?:it|them)|\d{{1,2}} (?:out )?of (?:the |my )?\d{{1,2}}"
    rf"(?: (?:exercises|minutes|mins|sets|rounds))?(?: of {_EVERYTHING})?|"
    rf"{_HOW_MUCH} (?:of it )?(?:done|finished)|"
    rf"(?:as much as|what) i could(?: manage)?){_WHEN}",
    rf"{_I}(?:{_DID} )?(?:nearly|almost|not(?: quite)?) {_EVERYTHING}{_WHEN}",
    rf"{_I}(?:then |but )?{_STOPPED}{_WHERE}",
    rf"{_I}(?:did )?(?:start(?:ed)?|tried)(?: it)?",
    rf"{_I}{_COULD_NOT} (?:quite )?(?:(?:finish|complete)(?: {_EVERYTHING})?|(?:do|manage|get through) {_THE_REST}|"
    rf"(?:able to )?(?:finish|complete)(?: it)?){_WHEN}",
    rf"{_I}(?:skipped|missed|left out) (?:the )?(?:last|first|rest|some|a few|one|two|half)(?: of (?:it|them))?"
    rf"(?: (?:one|two|three|few|bit|part|exercises?))?{_WHEN}",
    rf"{_I}(?:only|just) (?:{_DID} |got |had )?\d{{1,2}} (?:minutes|mins?)(?: of (?:it|{_THE}{_WORK}))?{_WHEN}",
    rf"{_I}{_DID} \d{{1,2}} (?:minutes|mins?) of (?:it|{_THE}{_WORK}){_WHEN}",
    rf"{_I}(?:only |just )?(?:{_DID} )?\d{{1,2}} ?(?:minutes|mins?) (?:instead of|out of|of)(?: the| my)? \d{{1,2}}"
    rf"(?: ?(?:minutes|mins?))?{_WHEN}",
    rf"{_I}(?:had |there was )?no (?:more )?(?:time|energy|strength) (?:left )?for (?:the |my )?"
    rf"(?:rest|others?|last (?:one|two|bit|part|few))(?: of it)?{_WHEN}",
    rf"{_I}(?:only |just )?(?:got (?:to )?|made it )?(?:about |only |just )*half ?way"
    rf"(?: through(?: (?:it|{_THE}{_WORK}))?)?{_WHEN}(?: (?:before|when|until|because|as) [^\d,;]+)?",
    rf"{_I}{_DID} (?:only )?(?:the|my) first (?:one|two|three|four|five|few|couple|\d)"
    rf"(?: (?:exercises|ones|moves))?{_WHEN}",
    rf"{_I}(?:{_DID},? )?\d{{1,2}} (?:minutes|mins?)(?: of (?:it|{_THE}{_WORK}))? (?:only|and no more|and that was it)",
    rf"{_I}{_DID} (?:the|my) {_BLOCK}(?: and (?:the |my )?{_BLOCK})*,? (?:(?:but|and) )?(?:then )?{_NOT_MORE} "
    rf"(?:the |my )?(?:rest|others?|{_BLOCK})(?: of it)?{_WHEN}",
    rf"{_I}{_DID} (?=.*\b{_HOW_MUCH}\b){_ONE_OF_IT}(?:(?:,| and|, and) {_ONE_OF_IT})*{_WHEN}",
    rf"{_I}(?:only |just )(?:had|found|got) (?:time|energy|strength) (?:for|to do) {_ONE_OF_IT}{_WHEN}",
    rf"not (?:the rest|all of (?:it|them)|everything|all){_WHEN}",
    rf"{_I}{_DID} (?:the )?(?:rest|others|remaining ones)(?: of (?:it|them))?{_WHEN}",
    rf"{_I}{_COULD_NOT} (?:have|had|find) (?:(?:any|the|enough) )*(?:time|energy|strength) (?:for|to do) (?:the |my )?"
    rf"{_BLOCK}{_WHEN}",
    rf"{_I}(?:the |my )?{_BLOCK}(?: and (?:the |my )?{_BLOCK})* (?:is |was |are |were )?(?:all )?(?:done|finished),? "
    rf"(?:but |and )?{_NOT_MORE} (?:the |my )?(?:rest|others?|{_BLOCK})(?: and (?:the |my )?{_BLOCK})*{_WHEN}",
)
_CUT_SHORT = (  # what less was done of is not known by a name: done but cut the last one short
    rf"(?:{_ALL}),? but (?P<how>(?:i )?(?:had to )?(?:cut|stopped|ended|shortened|rushed|broke off|gave up on) .+|"
    r"(?:i )?(?:only )?(?:did )?half of the .+)"
)
_ONLY = (  # of some parts of a session, that they alone were done
    rf"{_I}(?:only|just) (?:{_DID} )?(?:the|my) {_BLOCK}(?: (?:and|,) (?:the |my )?{_BLOCK})*{_WHEN}",
    rf"{_I}{_DID} (?:only|just) (?:the|my) {_BLOCK}(?: and (?:the |my )?{_BLOCK})*{_WHEN}",
    rf"{_I}{_DID} (?:the|my) {_BLOCK} only{_WHEN}",
    rf"{_BLOCK} only{_WHEN}",
    rf"{_I}{_DID} (?:the|my) {_BLOCK} and that (?:was|is) (?:it|all){_WHEN}",
    rf"{_I}(?:only |just )(?:had|found|got) (?:time|energy|strength) (?:for|to do) (?:the|my) {_BLOCK}{_WHEN}",
    rf"{_I}{_DID} (?:the|my) {_BLOCK}(?: and (?:the |my )?{_BLOCK})*,? (?:(?:but|and) )?(?:then )?{_NOT_MORE} "
    rf"(?:the |my )?(?:rest|others?)(?: of it)?{_WHEN}",
)
# Parts that nobody does but in a session; a walk may be one beside it.
_OF_A_SESSION_ALONE = rf"(?:(?:core|strength(?:ening)?|stretch(?:es|ing)|balance|warm[ -]?up|cool[ -]?down){_SORT_OF})"
_NAMES_A_PART = on_first_use(r"\b(?:core|strength|stretch|balance|warm|cool)", re.IGNORECASE)
_SOME_PARTS = (  # of which nothing is said but that they were done: did my core; stretches done
    rf"{_I}(?:just |only )?{_DID} (?:the|my|all (?:of )?(?:the|my)) {_OF_A_SESSION_ALONE}"
    rf"(?:(?:,|,? and|,? then) (?:the |my )?{_BLOCK})*(?: done)?{_WHEN}",
    rf"{_I}{_DID} (?:the|my) {_BLOCK}(?:(?:,|,? and|,? then) (?:the |my )?{_BLOCK})*,? (?:and|then|and then) "
    rf"(?:the |my )?{_OF_A_SESSION_ALONE}{_WHEN}",
    rf"{_I}(?:the |my )?{_OF_A_SESSION_ALONE}(?:(?:,|,? and) (?:the |my )?{_BLOCK})* "
    rf"(?:(?:is|was|are|were) )?(?:all )?(?:done|finished|completed?){_WHEN}",
)
_ANY_OF_IT = (
    rf"(?:(?:any(?:thing|(?: of (?:it|them))?)?|doing (?:it|them|anything)|it|them|exercis(?:e|ing)|much|a thing|"
    rf"(?:any )?(?:of )?{_THE}(?:{_WORK}|routine))(?: at all)?)"
)
_WHY_NOT = (
    r"(?:the )?(?:time|energy|strength|chance|motivation|session|exercises?|workout|will)"
    r"(?: (?:for|to do) (?:it|anything))?"
)
_NO = (
    rf"{_I}(?:did )?(?:no|nope|none|nothing|not(?: (?:today|done|any|a thing|up to it))?|forgot(?: it| about it|"
    rf" to(?: do it)?)?|let (?:it )?go|no luck)(?: (?:done|at all))?{_WHEN}",
    rf"{_I}(?:skip(?:ped)?|missed)(?: (?:it|{_THE}{_WORK}|today))?{_WHEN}",
    rf"{_I}(?:had |have |there was |did )?no {_WHY_NOT}{_WHEN}",
    rf"{_I}(?:had |took |taking |having |needed )?(?:a |the )?(?:rest(?:ed|ing)?(?: day)?|day off|break){_WHEN}",
    rf"{_I}(?:gave it a miss|(?:stayed|was|lay) in bed|let it go|(?:was |am )?away){_WHEN}",
    rf"{_I}(?:was |am |just )*{_COULD_NOT}(?: been)? (?:"
    r"(?:able to|manage to|get to|get (?:a)?round to|feel (?:like|up to)|"
    rf"want to|bring myself to|(?:be )?bother(?:ed)?(?: to)?|"
    rf"(?:have|had|find|found|get|got|make) (?:(?:any|the|enough|much|a|a free) )*"
    rf"(?:time|energy|strength|chance|minute|moment|opportunity|motivation)(?: (?:for|to))?|"
    rf"get (?:started|going)|face|do|done|manage|managed|"
    rf"start|begin|move|train)(?: (?:do|doing|start))?(?: {_ANY_OF_IT})?|exercised?){_WHEN}",
    rf"{_I}{_COULD_NOT}{_WHEN}",
    rf"{_I}not (?:possible|happening|manageable|in the mood|motivated|feeling (?:it|up to it|well|like it)){_WHEN}",
    rf"{_I}{_COULD_NOT} (?:happen|work out|in the mood|motivated|feeling (?:it|up to it|well|like it)){_WHEN}",
    rf"{_I}never (?:got (?:a)?round to|managed|started|did|got to|found (?:the )?time for)(?: {_ANY_OF_IT})?{_WHEN}",
    rf"{_I}(?:ran |run |was |am )?out of (?:time|energy|steam){_WHEN}",
    rf"{_I}(?:(?:just|completely|totally|clean|simply) )*forgot"
    rf"(?: (?:it|about it|(?:to )?(?:do )?{_ANY_OF_IT}))?{_WHEN}",
    rf"{_I}(?:was |am |feeling )?(?:ill|sick|unwell|poorly)(?: in bed)?(?: with .+)?{_WHEN}",
)
_A_REASON = (
    r"\b(?:time|energy|strength|steam|chance|minute|moment|opportunity|motivat\w+|mood|forgot|ill|sick|unwell|poorly|"
    r"away|feel(?:ing)?|up to|bring myself|bother(?:ed)?|face|luck)\b"
)
# What came in the way of a session, where nothing else is told.
_BEHIND = (
    r"(?:,? (?:not|no|back|at|with|for|"
    r"from(?! (?:tomorrow|next|mon|tue|wed|thu|fri|sat|sun))|in|all|"
    r"until|till|because|to|on|over|after|and|so|again|round|outside|here|this|late|"
    r"out|day|off|today|tonight|evening|night)\b.*)?"
)
_IN_THE_WAY = (
    r"(?:i |we |it |there )?(?:was |were |am |is |are |had |have |had been |have been |got |caught |"
    r"picked up |been |felt )?"
    r"(?:(?:a|an|the|my|our|some|so|too|very|really|just|all|quite|off|away|streaming|stinking|bad|heavy|nasty|rotten|awful|"
    r"tummy|stomach|down with) )*"
    r"(?:(?:(?:long|busy|hectic|crazy|stressful|full|late|early) (?:day|week|evening|morning|shift|night|start|one)|"
    r"busy|swamped|rushed|overslept|slept (?:in|through)|fell asleep|asleep|working|work|overtime|"
    r"to (?:work|go|leave|look after|mind|drive|travel)|stuck|travell?ing|driving|abroad|"
    r"on (?:holiday|a trip|call|a course)|"
    r"on (?:the|a) (?:road|train|plane|bus|motorway)|in (?:meetings|the car|a car)|away|"
    r"at (?:a |an |the |my |our )?"
    r"(?:work|office|funeral|wedding|party|doctors?|dentists?|school|meeting|airport|station)|"
    r"visitors|guests|family|people|friends|company|migraine|headache|(?<!hot and )cold|flu|bug|hangover|hung over|"
    r"(?:\w+ )?appointments?|dentist|funeral|wedding|party|exams?|meetings?|deadlines?|emergency|"
    r"hot(?! and cold)|wet|icy|rainy|dark|windy|snowy|raining|snowing|pouring|rained|snowed|poured|lazy|stressed|upset|"
    rf"(?:bad |awful |terrible |horrible )?weather){_BEHIND})"
    r"|(?:something|things|life|stuff|work|everything) (?:else )?(?:came up|got in the way|happened|took over|ran late|"
    rf"got (?:too much|busy|crazy|on top of me)){_BEHIND}"
    r"|(?:(?:my|the|our|a) )?(?:kids?|children|child|son|daughter|baby|toddler|grandchild\w*|husband|wife|partner|"
    r"mum|mother|dad|father|family|dog|cat|boss|car|boiler|power|internet) "
    r"(?:is|was|were|are|has been|have been|got|came|broke|went|needed|kept|fell)(?: .+)"
)
_TOO_MUCH = (
    r"(?:i )?(?:was |am |felt |feel |had )?(?:just )?(?P<why>(?:too |so |no )(?:tired|busy|sore|achy|ill|sick|late|"
    r"exhausted|unwell|hot|stiff|much pain|painful|bad|worn out|cold))"
)
_FOR_IT = rf"(?: (?:to (?:do|exercise|train|move|start|face|manage)|for)(?: {_ANY_OF_IT})?)?"
_NOT_ALL = (
    r"(?:but(?: i)? (?:not|no|skipped|missed|left out|did(?: not|n['’]?t) do)|"
    r"except(?: for)?|apart from|without|other than|bar(?:ring)?)"
)
_LEFT = r"(?:and )?(?:i )?(?:skipped|missed|left out)"
_BUT = rf"(?:{_NOT_ALL}|but(?: i)?|minus|not)"
_DONE_BUT = rf"(?:{_ALL}),? (?:{_BUT}|{_LEFT}) (?P<rest>.+)"
_THE_OTHERS = (  # behind what was left out
    r"(?:(?:but |and )?(?:i )?(?:did |finished |managed )?(?:all )?(?:of )?(?:the |my )?"
    r"(?:rest|others?|everything else)"
    rf"(?: of (?:it|them))?(?: (?:was|is|are|were))?(?: all)?(?: (?:done|fine|ok))?{_WHEN})"
)
_ALL_BUT_PARTS = (
    rf"{_I}(?:skipped|missed|left out|no) (?:the |my )?{_BLOCK}(?: and (?:the |my )?{_BLOCK})*"
    rf"(?:[,;] ?| )?{_THE_OTHERS}"
)
_BUT_PARTS = rf"(?:{_ALL}),? (?:{_BUT}|{_LEFT}) (?:the |my )?{_BLOCK}(?:(?:,| and) (?:the |my )?{_BLOCK})*{_WHEN}"
_OTHERS_DONE = (
    rf"{_I}(?:skipped|missed|left out|{_COULD_NOT} (?:do|manage)) (?P<rest>[^,;]+?(?:, ?[^,;]+?)*?)"
    rf"(?:[,;] ?|,? (?=but |and )){_THE_OTHERS}"
)
_MOST_BUT = rf"(?:{_PART[0]}),? (?:{_NOT_ALL}|but|{_LEFT}) (?P<rest>.+)"


_KINDS: Mapping[str, tuple[BlockKind, ...]] = {  # stretches end a session, too
    "walk": ("aerobic",), "core": ("core",), "streng": ("strength",), "stretch": ("stretch", "cool-down"),
    "warm": ("warm-up",), "cool": ("cool-down",),
}  # fmt: skip


class OfParts(NamedTuple):
    """Of which parts of a session words tell: that these were done alone (``only``), or all but these."""

    kinds: frozenset[BlockKind]
    only: bool


class OfSession(NamedTuple):
    """How far a session was done, why not more of it, the names of exercises that were left out, and of which parts of
    it that is.
    """

    done: Done
    why: str | None = None
    left_out: tuple[str, ...] = ()
    parts: OfParts | None = None
    beside: str | None = None


# How or when a session was done, behind that it was: slowly, before work; never how it felt.
_TAIL = (
    r"(?P<what>.+?)(?:,)? (?P<tail>(?:(?:very|quite|really|nice and) )?(?:slowly|carefully|gently|easily|properly|"
    r"quickly|twice|once)(?: today)?|(?:before|after|during|at|in|outside|by|between|on my|while|when|without) "
    r"(?!but\b)[^\d,;]+|in (?:two|three|several|bits|parts)[^\d,;]*|on (?:a|the) [^\d,;]+|"
    rf"(?:lying|sitting) (?:down|in|on) ?[^\d,;]*|{PROPPED}|(?:holding|using|wearing|carrying) [^,;]+)"
)
_NO_TAIL = on_first_use(
    r"\b(?:but|not|skip|except|hurts?|pain|sore|aching|then|and|yesterday|tomorrow)\b", re.IGNORECASE
)


def of_session(text: str) -> OfSession | None:
    """What words say of how far a session was done, and beside it how or when; None where they say nothing of it, or
    more than that.
    """
    if (found := _how_far(text)) is not None:
        return found
    tail = whole(_TAIL, text)
    if tail is None or _NO_TAIL.search(tail["tail"]) or (found := _how_far(tail["what"])) is None or found.left_out:
        return None
    return found._replace(beside=tail["tail"])


_CALLED_OFF = (
    rf"(?:(?:my|the|today['’]?s) )?(?P<part>{_BLOCK}) (?:(?:was|were|got|is|has been|had to be) )*"
    r"(?:(?:rained|called|snowed|washed|blown) (?:off|out)|cancell?ed|off|abandoned|did(?: not|n['’]?t) happen)"
    r"(?: (?:today|again|because|as|for|by|due)\b.*|[,;.].*)?"
)


def called_off(text: str) -> str | None:
    """The part of a session that words say came to nothing, of the rest of which they say nothing: walk rained off."""
    found = whole(_CALLED_OFF, text)
    return found["part"].lower() if found else None


# What most people say; read at once, as thirty patterns that were not used before take a quarter of a second.
SIMPLY_ALL = frozenset({
    "all", "all done", "all of it", "did all", "did all of it", "did everything", "did it", "did it all",
    "did it today", "done", "done all", "done it", "done it all", "done today", "everything",
    "everything done", "finished", "i did all of it", "i did everything", "i did it", "i did it all",
    "whole session",
})  # fmt: skip


def _how_far(text: str) -> OfSession | None:
    if text.lower() in SIMPLY_ALL:
        return OfSession("all")
    only = any(whole(each, text) for each in _ONLY) or (
        _NAMES_A_PART.search(text) is not None and any(whole(each, text) for each in _SOME_PARTS)
    )
    if only or whole(_ALL_BUT_PARTS, text) or whole(_BUT_PARTS, text):
        return OfSession("part", parts=_parts(text, only=only))
    if cut := whole(_CUT_SHORT, text):
        return OfSession("part", cut["how"])
    if any(whole(each, text) for each in _PART):
        return OfSession("part", text if re.search(r"(?i)\d ?min", text) else None)
    if (simply := whole(_ALL, text) or whole(_WENT, text)) or whole(_IN_TWO_HALVES, text):
        return OfSession("all", beside=None if simply else text)
    return _let_go(text) or _let_go_for(text) or _left_out(text)


def _parts(text: str, *, only: bool) -> OfParts | None:
    """The parts of a session that words name; None where it is not known which these are."""
    named = [found[0].lower() for found in re.finditer(rf"\b{_BLOCK}\b", text, re.IGNORECASE)]
    kinds = [next((kinds for word, kinds in _KINDS.items() if each.startswith(word)), ()) for each in named]
    return OfParts(frozenset(chain(*kinds)), only) if all(kinds) else None


# Why nothing was done, right behind that it was not: couldnt do anything it hurt too much.
_A_REASON_BEGINS = on_first_use(
    r" (?=(?:(?:it|its|it['’]s|i|im|i['’]m|my|the|everything|too|so|just|because|cos|cause|coz|bcos) ).)", re.IGNORECASE
)
_BODILY = on_first_use(
    rf"\b(?:{HURTING}|pain|bad|worse|awful|terrible|rough|stiff|tired|exhausted|ill|sick|unwell|poorly|killing|agony|much"
    r"|busy|weak|knackered|shattered)\b",
    re.IGNORECASE,
)
_WITHOUT_ITS_OBJECT = on_first_use(r"\b(?:do|face|manage|start|begin|done|to|miss|missed|skip|skipped)$", re.IGNORECASE)


def _let_go_for(text: str) -> OfSession | None:
    """A session let go, with the reason behind it, where no comma parts the two; no numbers, which are of pain."""
    for found in reversed([*_A_REASON_BEGINS.finditer(text)]):
        what, why = text[: found.start()], text[found.end() :]
        parted = " " in what and not _WITHOUT_ITS_OBJECT.search(what) and not re.search(r"\d", why)
        if parted and _BODILY.search(why) and any(whole(each, what) for each in _NO):
            return OfSession("no", re.sub(r"(?i)^(?:because|cos|cause|coz|bcos) ", "", why))
    return None


_HURT = on_first_use(r"\b(?:hurt|pain|sore|ach(?:e|ing)|twing|sharp|stab)", re.IGNORECASE)  # what did is read by others
_SO_NOTHING = r"(?P<why>[^,;]+?),? so (?P<what>[^,;]+)"


def _let_go(text: str) -> OfSession | None:
    so = whole(_SO_NOTHING, text)
    heard = _how_far(so["what"]) if so else None
    if so and heard and heard.done != "all" and not heard.parts and (heard.done == "no" or not _HURT.search(so["why"])):
        return heard._replace(why=so["why"])
    if any(whole(each, text) for each in _NO):
        why = re.sub(rf"(?i){_WHEN}$", "", text) if re.search(_A_REASON, text, re.IGNORECASE) else None
        return OfSession("no", why)
    found = whole(rf"{_TOO_MUCH}{_FOR_IT}{_WHEN}", text)
    return OfSession("no", found["why"]) if found else None


def in_the_way(text: str) -> OfSession | None:
    """A session let go, where words tell of nothing but what came in its way: visitors, working late; None for any
    others.
    """
    return OfSession("no", text) if whole(_IN_THE_WAY, text) else None


_HOW_IT_WENT = (
    r"(?:(?:i |it |that |they )?(?:did (?:it )?|was |were |went )?"
    r"(?:(?:much|a (?:bit|lot|little)|rather|very|quite|far|more|all|even) )*"
    r"(?:slow(?:er|ly)?|gentl[ey]\w*|careful(?:ly)?|easily|quick(?:er|ly)?|early|earlier|late|later|longer|"
    r"in (?:two|three|several|bits|stages|parts|the)|with (?:breaks|pauses|rests|a (?:break|pause|rest)))\b)"
    r"|(?:i |it |that |they )?(?:took|needed|went|felt|feel|feeling|found|rested|paused|used|(?:was|were)(?! too\b))\b"
    r"|(?:it|that)\b"
    r"|(?!.*\b(?:too|not|\w+n['’]?t|no|never|skip\w*|miss\w*|left|cut|short\w*|half|only|just|less|part\w*|stop\w*|"
    r"impossible|out|done|finished|beyond|hurt\w*|pain\w*)\b)"
    r"[^\d,;]+? (?:was|were|is|are|got|felt|went|took|had|came)\b"
)  # the walk was wet, my shoes got muddy: of nothing that was left out
_DONE_INSTEAD = r"(?:i )?(?:swapped|replaced|switched|exchanged) (?P<gone>.+?) (?:for|with|to|by) .+"
_NOT_OF_IT = r"(?:i )?did(?: not|n['’]?t) (?!do\b|manage|finish|get to\b|complete)"  # did not sleep, did not go to work
_WHY_IT_IS = r"\b(?:because|since|due to|(?<!such )(?<!as well )as (?:it|i|my|the|there))\b"


def _left_out(text: str) -> OfSession | None:
    if re.search(_WHY_IT_IS, text, re.IGNORECASE) or re.match(_NOT_OF_IT, text, re.IGNORECASE):
        return None  # that is a clause of its own
    if found := whole(_DONE_BUT, text) or whole(_OTHERS_DONE, text):
        if re.match(_HOW_IT_WENT, found["rest"], re.IGNORECASE):
            return None  # did everything but took longer
        if other := whole(_DONE_INSTEAD, found["rest"]):
            return OfSession("all", left_out=several(other["gone"]), beside=found["rest"])
        _, comma, more = found["rest"].partition(",")
        if comma and not re.search(r"(?i)^ ?(?:the|my|and)\b|\band\b", more):
            return None  # all but the walk, raining
        return OfSession("all", left_out=several(found["rest"]))
    found = whole(_MOST_BUT, text)
    return OfSession("part", left_out=several(found["rest"])) if found else None


def several(text: str) -> tuple[str, ...]:
    """The names of a list: the plank and the bridge; the side thing is the side."""
    parts = re.split(r"\s*(?:[,;&]|\band\b|\bor\b)\s*", text)
    bare = (re.sub(r"(?i)^(?:the|my|that) | (?:things?|ones?|bit|stuff|exercises?|move)$", "", part) for part in parts)
    return tuple(filter(None, bare))
