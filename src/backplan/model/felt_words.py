"""Words on how a body feels, and the parts of it."""

from __future__ import annotations

import re

from backplan.patterns import on_first_use

_BODY = (
    r"(?:(?<!and )(?<!there )(?<!way )(?<!came )(?<!put )back|legs?|hips?|knees?|shoulders?|"
    r"neck|foot|feet|toes?|ankles?|heels?|calf|calves|shins?|thighs?|buttocks?|"
    r"bum|bottom|groin|crotch|chest|belly|stomach|tummy|ribs?|spine|tailbone|hamstrings?|bladder|bowels?)"
)
# How pain is spoken of, in whatever part it is.
HURTING = (
    r"hurt(?:s|ing)?|ach(?:e|es|ed|ing|y)|sore(?:ness)?|painful|spasms?|cramp(?:s|ed|ing)?|twing\w*|tweak\w*|"
    r"niggl\w*|pinch(?:es|ed|ing)?|throb(?:s|bed|bing)|stab(?:s|bed|bing)|tingl(?:e|es|ed|ing|y)"
)
FELT = on_first_use(
    rf"\b(?:{HURTING}|flare(?:s|[ -]?ups?)?|pains?|stiff(?:ness)?|numb(?:ness)?|"
    r"pins and needles|feel(?:s|ing)?|felt|sciatica|swollen|swelling|burning|shooting|weak(?:ness)?|"
    r"(?:lock|seiz)ed(?: up)?|gave way|giving way|wors(?:e|ened)|"
    r"can(?:not|['’]?t)? (?:hardly|barely)|can(?:not|['’]?t) (?:move|stand|bend|sit|sleep|walk)|"
    r"leak(?:s|ed|ing|age)?(?!\W+(?:tap|roof|pipe|boiler|gutter|radiator|hose|bucket|tent|boat)s?\b)|"
    r"hardly (?:move|walk)|(?:tired|heavy|weary) (?:legs|feet|back|arms|shoulders|muscles))\b",
    re.IGNORECASE,
)
OF_A_PART = on_first_use(
    rf"\b{_BODY}\b(?! (?:press|rais|stretch|lift|curl|roll|exercis|extension|rub|massage|swing|slide|day|work|circle))",
    re.IGNORECASE,
)
_THING = (
    r"(?:(?:a|an|the|my|some|two|one|that|low|high|small|big|soft|rolled(?:[ -]up)?|kitchen|exercise|gym|arm) )*"
    r"(?:chairs?|stools?|bed|sofa|couch|cushions?|pillows?|towels?|blankets?|wall|ball|bench|step|table|box|mat|floor|"
    r"block|books?|footstool|armchair|roller)"
)
_PART = r"(?:(?:my|the|both|one|your|lower|left|right) )*(?:heads?|arms?|hands?|elbows?|" + _BODY[3:]
# Where a part of the body rests or is held, which tells nothing of how it feels: with my calves on the chair.
PROPPED = (
    rf"(?:with |and )?(?:{_PART}(?: (?:up|raised|resting|propped(?: up)?|bent))?"
    rf" (?:on|over|under|against|off) {_THING}|"
    rf"{_THING} (?:under|underneath|between|behind|beneath) {_PART})\b"
)
_PROPPED = on_first_use(rf"\b{PROPPED}", re.IGNORECASE)
_NO_REST = on_first_use(  # of which a part of the body on a thing tells: hit my head on the table
    r"\b(?:hit|bang\w*|bump\w*|bash\w*|knock\w*|crack\w*|cut\w*|caught|catch\w*|trap\w*|stub\w*|smash\w*|slam\w*|"
    r"drop\w*|fell|fall\w*|trip\w*|slip\w*|struck|strik\w*|twist\w*|jam\w*|crush\w*|whack\w*|landed|broke\w*|graz\w*|"
    r"scrap\w*|wrench\w*|jar\w*)\b",
    re.IGNORECASE,
)


def without_rests(text: str, instead: str = " ") -> str:
    """Words without those on where a part of the body rests, but of a blow or a fall as they are."""
    return text if _NO_REST.search(text) else _PROPPED.sub(instead, text)


def of_a_part(text: str) -> bool:
    """Whether words speak of a part of the body, and not only of where it rests."""
    return OF_A_PART.search(text) is not None and OF_A_PART.search(without_rests(text)) is not None


def names_a_part(text: str) -> bool:
    """Whether words are the name of a part of the body, and of nothing else: lower back."""
    bare = re.sub(r"(?i)^(?:(?:my|the|left|right|lower|upper|whole|other|both) )*", "", text.strip())
    return OF_A_PART.fullmatch(bare) is not None


_NOT_LIKED = on_first_use(
    r"\b(?:hate[ds]?|dislike[ds]?|(?:don['’]?t|do not|didn['’]?t) (?:like|enjoy)|"
    r"(?:is|was|are|were|far|much|it['’]?s) too (?:hard|easy)|"
    r"bored (?:of|with)|boring)\b|^too (?:hard|easy)$",
    re.IGNORECASE,
)
_OF_THE_BACK = on_first_use(
    r"\b(?:back|twing\w*|tweak\w*|niggl\w*|tight\w*|tender|sciatic\w*|slept|night)\b", re.IGNORECASE
)


def tell_of_dislike(text: str) -> bool:
    """Whether words say that somebody does not like an exercise, or finds it too hard or too easy."""
    return _NOT_LIKED.search(text) is not None


_BETTER = on_first_use(
    r"\b(?:better|easier|eas(?:ed|es|ing)|help(?:s|ed|ing)|improv\w+|settl(?:ed|ing)|looser|loosen\w*|(?:pain|ache) "
    r"(?:has |is |was )?(?:all )?gone|less (?:pain|sore|stiff|painful)|no pain)\b",
    re.IGNORECASE,
)
_NOT_BETTER = on_first_use(
    r"\b(?:not|no|never|nothing|hardly|barely|until|unless|hope|hoping|wish|if|only|used to|worse|bad|awful|terrible"
    r"|(?:was|is|does|did|has|have)n['’]?t)\b(?! pain)|\bthan (?:this|it)\b",
    re.IGNORECASE,
)


def tell_of_better(text: str) -> bool:
    """Whether words say that it is better, and nothing that may say the opposite."""
    return _BETTER.search(text) is not None and _NOT_BETTER.search(text) is None


def tell_how_it_feels(text: str) -> bool:
    """Whether words may be of pain, of which a number tells more."""
    return of_a_part(text) or any(each.search(text) for each in (FELT, _OF_THE_BACK))
