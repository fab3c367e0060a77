"""Thoughts of dying in a person's own words: whoever writes them is told at once whom to turn to; and words of no hope,
which may tell of such thoughts: whoever writes these is asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backplan.patterns import on_first_use

if TYPE_CHECKING:
    from collections.abc import Iterable

DESPAIR = "thoughts-of-dying"  # stands in the place of a rule's id, for the rest of the day
HELP = (
    "Your words may tell of not wanting to live. Please do not stay alone with that: call your local emergency number "
    "or a crisis line now, or go to somebody you trust. If you have hurt yourself or taken something, call the "
    "emergency number at once. You matter, and there is help. Exercise can wait."
)
NOT_MEANT = "The plan asks nothing of you today; if the words meant something else, `backplan diary edit` mends them."
ASKED = (
    "That sounds hard, and nobody should carry it alone. Do you think of not wanting to live, or of hurting yourself? "
    "If you do, or are not sure: call your local emergency number or a crisis line now, or go to somebody you trust. "
    "If not, tell somebody close how it is, and your doctor if it goes on. Exercise can wait."
)

_NOT_DEATH = r"(?!\W+(?:laughing|of (?:laughing|laughter|boredom|shame|embarrassment)|lift\w*|bug))"
_NO_LONGER = r"(?:do ?n['’]?t|do not|no longer|never|not) (?:really )?(?:want|wish) to"
_OF_PLENTY = r"(?:too many|all (?:of )?(?:my|the)|an? (?:whole )?(?:box|packet|bottle|handful) of)"
_DESPAIR = on_first_use(
    "|".join(
        (
            rf"\b(?:want(?:ed|ing)?|wish(?:ed)?|rather|hope|hoping|ready|like) to (?:die|be dead)\b{_NOT_DEATH}",
            rf"\b(?:rather|better) (?:be |off )?dead\b{_NOT_DEATH}|\bwish i (?:could die|(?:was|were) dead)\b",
            r"\bwish i (?:was ?n|were ?n)['’]?t (?:here|alive|born)\b|\bbetter off (?:without me|if i)\b",
            rf"\b{_NO_LONGER} (?:live|be alive|be here(?! (?:today|early|at|for))|exist|wake up|go on"
            rf"|carry on living)\b",
            r"\bend(?:ing)? (?:it all|my (?:own )?life|everything)\b|\btak(?:e|ing) my (?:own )?life\b",
            r"\b(?:kill|hang|drown)(?:ing)? my ?self\b(?!\W+(?:laughing|with|on the|at the|doing))",
            r"\b(?:harm(?:ed|ing)?|cut(?:ting)?) myself\b(?!\W+(?:shaving|on|with|in|off|while|chopping|cooking"
            r"|some|a))",
            r"\bhurt(?:ing)? myself on purpose\b|\bself[- ]harm\w*\b|\bover ?dos(?:e|ed|ing)\b",
            r"\bsuicid(?:e|al)\b(?! (?:runs?|drills?|sprints?|squeeze))",
            rf"\b(?:took|taken|take|swallowed|had) {_OF_PLENTY} (?:my )?(?:\w+ )?"
            r"(?:tablets?|pills?|pain ?killers?|meds|medications?|medicines?)\b",
            r"\bwant (?:it|this) (?:all )?to (?:be over|end)\b|\b(?:a|no|any|the) (?:reason|point) (?:to"
            r"|in) (?:get(?:ting)? up|wak(?:e|ing) up)\b",
            r"\b(?:no|any|the|what['’]?s the|what is the) (?:reason|point|will|use) (?:(?:to |in |of |for )?(?:live"
            r"|living|be alive|being alive|go(?:ing)? on(?! (?:holiday|an?|the|my|to|with)\b)|carrying on|being here)"
            r"|(?:to|in|of|for) (?:my )?life)\b"
            r"|\b(?:life|living|my life) (?:is|has become|feels|seems) (?:\w+ )?(?:pointless|meaningless|hopeless"
            r"|over(?!\W+\w)|no longer worth)|\bgiv(?:en|ing) up on life\b",
            r"\b(?:can ?n?['’]?t|cannot) (?:go on (?:living|any ?more|like this)|take (?:it|this|life) any ?more)\b",
            r"\b(?:enough|tired|sick|fed up) of (?:life|living|being alive)\b|\b(?:in front of|under) a (?:train"
            r"|bus|lorry)\b",
            r"\bnot worth living\b|\bnothing (?:left )?to live for\b|\bjump(?:ing)? off (?:a|the) (?:bridge|roof"
            r"|building)\b",
        )
    ),
    re.IGNORECASE,
)
_DENIED = on_first_use(r"\b(?:no|not|never|without|isn['’]?t|wasn['’]?t)(?: \w+){0,2} $", re.IGNORECASE)


def tells_of_despair(text: str) -> bool:
    """Whether words may tell of thoughts of dying, of harming oneself or of too much of a medicine."""
    return any(not _DENIED.search(text[: found.start()]) for found in _DESPAIR.finditer(text))


# Of what there is no point; of an exercise alone it is dislike.
_ALL_OF_IT = (
    r"(?:any ?more|any longer|at all|now|today|really)|(?:of|in|to|with|for) (?:any of )?(?:this|it|that"
    r"|all(?: of)? (?:this|it)|anything|everything|it all|trying|bothering|getting better|hoping)"
)
_NO_POINT = r"(?:no|any|the|much|little|what['’]?s the|what is the) (?:point|use|sense)"
_SEES_NONE = r"(?:can ?n?['’]?t|(?:can|could|do|did) ?(?:not|n['’]?t)|cannot|can no longer|hardly) (?:really )?see"
_ENDS = r"(?: (?:any ?more|any longer|at all|now|today|really|lately))*(?=\W*$|\W*[,;.!?]| (?:and|but|because|so)\b)"
_HOPELESS = on_first_use(
    "|".join(
        (
            rf"\b(?:{_SEES_NONE} )?{_NO_POINT}(?: (?:{_ALL_OF_IT}))*{_ENDS}",
            r"\bhopeless(?:ness)?\b(?! (?:at|with|case|weather|cook|dancer|swimmer|golfer))"
            r"|\b(?:no|lost(?: all)?|losing|given up|giving up|without(?: any)?) hope\b",
            r"\b(?:everything|it all|all of it|all this|it) (?:is|feels|seems|felt) (?:so |all |just |completely )*"
            r"(?:pointless|hopeless|meaningless|useless|too much for me)\b"
            r"|\bnothing matters\b(?! more)|\bwhat for any ?more\b",
            r"\b(?:i|i['’]?m|i am|feel|feeling|felt) (?:so |just |such |only |like )*(?:worthless|a burden"
            r"|an? (?:total )?failure|useless to (?:everyone|anyone|everybody|my family))\b"
            r"|\bburden (?:to|on) (?:everyone|everybody|my"
            r"|them|people|the family)\b",
            r"\b(?:no|can ?n?['’]?t see (?:a|any)|cannot see (?:a|any)) (?:way out(?! of (?:the|my|a)\b)|future)\b",
            r"\b(?:want(?:ed)?|wish i could|would like) (?:to )?(?:just )?(?:disappear|vanish|give up on everything)\b",
            r"\b(?:in|deep) despair\b|\bdespair(?:ing)?\b(?! of the (?:weather|council))|\b(?:depressed|suicidal)\b",
            rf"\b(?:so|very|really|terribly|extremely|unbearably) (?:low|down)(?: in (?:myself|mood))?{_ENDS}"
            r"|(?<!lay )(?<!lie )(?<!lying )(?<!sat )\b(?:low|down) (?:for (?:days|weeks|months|ages)"
            r"|all (?:week|month|the time))\b",
            r"\b(?:can ?n?['’]?t|cannot) (?:cope|carry on|go on|do this|face (?:another|each) day)"
            r"(?: with (?:this|it|life))? (?:any ?more|any longer)\b"
            r"|\b(?:crying|cried|in tears) (?:all|every) (?:day|night|the time)\b"
            r"|\bdo ?n['’]?t care (?:what happens|any ?more)\b|\bhad enough of (?:it all|everything)\b",
        )
    ),
    re.IGNORECASE,
)
_LOW_IN_MIND = on_first_use(
    r"\b(?:(?:feel|feeling|felt|been|am|i['’]?m|so|very|bit|quite|rather) (?:low|down|sad|empty|miserable|tearful|blue)"
    r"|low(?= (?:mood|again|today|lately))|crying|tearful)\b",
    re.IGNORECASE,
)
_POINTLESS = on_first_use(rf"\b{_NO_POINT} (?:of|in|to)\b", re.IGNORECASE)


def tells_of_no_hope(text: str) -> bool:
    """Whether words may tell of no hope, or, of somebody who is low, that there is no point in what they do; of an
    exercise alone it is a word on that.
    """
    if any(not _DENIED.search(text[: found.start()]) for found in _HOPELESS.finditer(text)):
        return True
    return _LOW_IN_MIND.search(text) is not None and _POINTLESS.search(text) is not None


def without_its_words(text: str) -> str:
    """Words without those of no hope, which tell of nothing in the body."""
    return _HOPELESS.sub(" easy ", text)


def word_of_help(texts: Iterable[str]) -> str:
    """What is said at once to somebody whose words may tell of thoughts of dying, or of no hope; nothing to others."""
    read = list(texts)
    if any(map(tells_of_despair, read)):
        return HELP
    return ASKED if any(map(tells_of_no_hope, read)) else ""
