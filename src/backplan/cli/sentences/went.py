"""How the day's session went, in words that say no more of it: it went well, that was hard; and words of a session that
was not done, or is still to come.
"""

from __future__ import annotations

import re

from backplan.patterns import on_first_use

_MUCH = (
    r"(?:(?:all|really|quite|very|pretty|rather|fairly|so|a (?:bit|little)|much|actually|surprisingly|nice and|"
    r"still) )*"
)
_HARD = (
    r"(?:easy|easier|hard|harder|tough|tougher|difficult|challenging|manageable|exhausting|tiring)(?: work)?"
    r"(?:,? but (?:ok|okay|fine|good|doable|manageable))?"
)
_WELL = (
    r"(?:well|fine|ok|okay|good|great|smoothly|easily|all ?right|nicely|perfectly|"
    r"without (?:any )?(?:problems?|trouble)|not (?:(?:too|so|that) )?(?:bad|hard))"
)
HOW = rf"{_MUCH}(?:{_WELL}|{_HARD})"  # of a session as a whole
_IT = r"(?:(?:it|that|this|they|everything|all(?: of it)?)(?: all)? )"
THAN = (
    r"(?: (?:than|as) (?:usual|before|expected|always|(?:the )?last (?:time|week)|yesterday|"
    r"i (?:thought|expected)))?"
)
_WHEN = (
    r"(?: (?:today|this (?:morning|afternoon|evening)|tonight|again|overall|all in all|in the end|for (?:me|once)|"
    r"yesterday|last night))*"
)
_WENT = on_first_use(
    rf"(?:{_IT}?went {HOW}"
    rf"|{_IT}(?:was|were) {_MUCH}{_HARD}"
    rf"|{_IT}?felt {_MUCH}{_HARD}){THAN}{_WHEN}"
    r"(?=\W*$|\W*[,;.!]|,? (?:and|but|with|though)\b|,? (?:pain|worst|peak|highest|effort|back)\b|,? \d)",
    re.IGNORECASE,
)
_OF_A_DAY = r"(?:today|yesterday|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day) (?:went|was|felt)\b"
_NO_PAIN = (
    r"\b(?:no|any|without) (?:\w+ )?(?:pain|ache|problems?|trouble|flare)\b|"
    r"\b(?:did|does|do|has|have)(?: not|n['’]?t) (?:hurt|ache)d?\b|"
    r"\bnot (?:too |so |very |that )*(?:bad|hard|sore|stiff)\b"
)
_OPEN = on_first_use(
    r"\b(?:no|not|never|none|nothing|\w+n['’]t|cant|wont|didnt|dont|couldnt|cannot|havent|wasnt|will|ll|shall|gonna|"
    r"going to|about to|want to|plan(?:ning)?|later|tonight|tomorrow|next|soon|yet|before|until|till|then|skip\w*|"
    r"miss\w*|(?<!at )rest|rest(?:ed|ing)|stopp?\w*|gave up|half|part|partly|some|only|most|almost|"
    r"nearly|cancel\w*|instead|forgot|"
    r"too (?:tired|sore|busy|ill|stiff|much|hard)|(?:is|still|lies) (?:due|ahead|to come))\b",
    re.IGNORECASE,
)


def tells_how_it_went(text: str) -> bool:
    """Whether words begin with how the session went as a whole, and say of nothing that it was not done."""
    begins = _WENT.match(text) is not None and not re.match(_OF_A_DAY, text, re.IGNORECASE)
    return begins and not tells_it_is_open(text)


def tells_it_is_open(text: str) -> bool:
    """Whether words may say that a session, or some of it, was not done or is still to come."""
    return _OPEN.search(re.sub(_NO_PAIN, "", text, flags=re.IGNORECASE)) is not None
