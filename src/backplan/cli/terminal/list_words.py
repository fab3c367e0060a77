"""How words about a list of answers are read: which of them they tell, or deny, or leave to another page."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from backplan.cli.terminal.spoken import THINKING
from backplan.model.felt_words import HURTING, OF_A_PART

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from backplan.cli.terminal.listed import AnswerList

SURELY = 3  # letters from which on what they alone lead to is meant; fewer only move there


_EMPTY = frozenset({  # words of what is looked for that tell nothing of it
    "that", "this", "these", "those", "there", "was", "were", "mistake", "wrong", "sorry",
    "a", "an", "the", "my", "of", "in", "to", "down", "at", "on", "i", "ve", "have", "has", "had", "got", "get", "some",
    "any", "bit", "little", "bad", "sore", "stiff", "dodgy", "trouble", "problem", "problems", "issue", "issues",
    "sometimes", "with", "is", "it", "and", "or", "just", "only", "are", "am", "hurt", "hurts", "left", "right", "very",
    "really", "quite", "too", "from", "but", "for", "me", "when", "slight", "slightly", "mild", "mildly", "old",
    "touch", "case", "kind", "around", "round", "about", "through", "day", "days", "time", "times", "year", "years",
    "ago", "now", "then", "today", "still", "also", "because", "so", "well", "take", "takes", "taking", "tablet",
    "tablets", "pill", "pills",
})  # fmt: skip
# Words that say of an answer that it is not so, or that all is well; where they are not its own, it is only led to, and
# never ticked.
_DENIES = (
    r"\b(?:no|not|none|never|without|nor|neither|nothing|nobody|gone|cannot|used to"
    r"|(?:do|does|did|is|was|are|were|has|have|had|can|could|wo)n['’]?t)\b"
)
ALL_WELL = (
    r"\b(?:fine|ok|okay|good|great|well|eas(?:y|ily)|normal|healthy|perfect(?:ly)?|stable|controlled|control|checked"
    r"|better|cured|all ?right|can|cleared|low)\b"
)
_THINKING = (  # well, I had a fall; and not: well controlled
    rf"^(?:(?:{THINKING})(?:[,.!…]+ | (?=(?:i|there|we|my|it|a|an|the|yes)\b)))+"
)
_LOST = r"\b(?:loss|lost|losing|lose|poor|out of)\b"  # of control, or of what is well
_DENIED = r"\b(?:not|no|unless|without)\b([^,;.()]*)"  # of an answer: pain not controlled
_DENYING = frozenset({"no", "not", "none", "never", "without", "don", "t", "isn", "doesn", "dont", "nor", "neither"})


_HARD = r"\btoo hard\b"  # of an answer that is so where somebody cannot
_WITH_TROUBLE = (
    r"\b(?:can ?not|(?:ca|could)n['’]?t|not (?:be )?able|unable|not (?:very |that |so )?eas(?:y|ily)"
    r"|never (?:get|manage)|no (?:way|chance|hope)|impossible"
    r"|needs?|helps?|with (?:a|the|my) \w+"
    r"|if (?:i|there|somebody|someone|my) \w+|hold(?:ing)? on|holding|struggl\w+"
    r"|hard|difficult\w*|hardly|barely|scarcely"
    r"|just about|slow(?:ly)?)\b"
)
_NO_FIRST = (  # that none is so, before it is told why: no its controlled; and not: no control
    r"^(?:no|nope|nah)(?:[,.!]+ *| +(?=(?:it|that|this|they|my|the|all|everything)(?:['’]?(?:s|re))?\b))"
)
_WELL_ONLY = r"(?:controlled|control|checked|examined)"
_UNCHECKED = (  # what denies that all is well, or leaves it open
    r"\b(?:no|not|never|un|without|cannot|(?:is|are|was|has|does|ca|wo)n['’]?t|poorly|badly|hardly|barely|scarcely)\b"
    rf"(?: [\w'’]+){{0,3}}? {_WELL_ONLY}\b"
    r"|\b(?:partly|partially|half|almost|nearly|should|would|could|needs?|waiting|trying|hoping|getting|until)\b"
    rf"(?: [\w'’]+){{0,6}}? {_WELL_ONLY}\b"
    rf"|\b(?:un|badly-|poorly-){_WELL_ONLY}\b|\bout of control\b|\bcontrol is(?:n['’]?t)? (?:\w+ )?(?:poor|bad|good)\b"
    rf"|\b{_WELL_ONLY} (?:very )?(?:poorly|badly|partly|sometimes|mostly|at times|(?:some|most) (?:days|of the time))\b"
    rf"|\b{_WELL_ONLY}\b.*\b(?:but|though|although|only)\b.*\b(?:not|isn['’]?t|no longer|high|poor(?:ly)?)\b"
)
_NOT_WELL = (  # what is trouble in the words of who plays it down: my knees aren't great
    r"\b(?:not|never|no longer|(?:is|are|was|were|do|does|has|have|wo)n['’]?t)(?: \w+){0,3}?"
    r" (?:good|great|well|right|fine|ok|okay|normal|healthy|perfect|stable|better|brilliant|the best"
    r"|what (?:it|they) (?:was|were|used to be))\b|\bno (?:good|better)\b"
)
_WELL_BUT = rf"{ALL_WELL}.*\b(?:but|though|although|except|unless|sometimes|mostly|usually)\b"


def turned(text: str, words: str) -> bool:
    """Whether what is said of an answer says, or may say, that it is not so: it is checked and controlled."""
    typed, of_it = _without_opening(text), words.lower()
    own = typed in of_it
    if too_hard(typed, of_it):
        return False
    if re.search(_NOT_WELL, typed) or (re.search(_DENIED, of_it) and re.search(_UNCHECKED, typed)):
        return False
    if re.search(_DENIES, typed):
        return not own
    denied = " ".join(re.findall(_DENIED, of_it))
    rest = re.sub(_DENIED, " ", of_it)
    if any(re.search(rf"\b{part}", denied) and not re.search(rf"\b{part}", rest) for part in _telling(typed)):
        return True
    return not own and re.search(ALL_WELL, typed) is not None and re.search(_LOST, typed) is None


def too_hard(text: str, words: str) -> bool:
    """Whether an answer is that something is too hard, and what is said of it that somebody cannot: can't get down."""
    return re.search(_HARD, words.lower()) is not None and re.search(_WITH_TROUBLE, text.lower()) is not None


def surely_too_hard(text: str, words: str) -> bool:
    """Whether it is said, too, of what: can't get down to the floor; and not: hard of hearing."""
    of_it = {*_telling(text)} & {*_telling(words)}
    return too_hard(text, words) and not of_it <= {"hard", "too", "up", "pain"}


def surely_turned(text: str, words: str) -> bool:
    """Whether what is said of an answer can mean nothing but that it is not so: it is controlled."""
    typed = _without_opening(text)
    if re.search(_DENIES, typed):
        return re.search(ALL_WELL, typed) is None and re.search(_DENIED, words.lower()) is None
    return re.search(ALL_WELL, typed) is not None and re.search(_WELL_BUT, typed) is None


def _without_opening(text: str) -> str:
    """What is said, without the words of who thinks, and without a no that what follows gives the reason of."""
    typed = re.sub(_THINKING, "", text.lower().strip(" .!"))
    reason = re.sub(_NO_FIRST, "", typed)
    return reason if re.search(ALL_WELL, reason) else typed


def _telling(text: str) -> list[str]:
    """The words of what is said that tell something of it."""
    plain = re.sub(_THE_BACK, " ", in_one_word(text.lower()))
    plain = plain.replace("blood pressure", "blood")  # which is no pressure in the chest
    empty = _EMPTY | _DENYING | (frozenset() if re.search(_TWO_LEGS, plain) else {"both"})
    return [part for part in re.findall(r"[^\W_]+", plain) if part not in empty]


_TWO_LEGS = r"\b(?:legs?|feet|foot|thighs?|calves|sides?|numb(?!ers\b)\w*|tingl\w*|weak\w*)\b"
_ONE_LIMB = r"(?:legs?|foot|feet|ankles?|knees?|arms?|hands?|grip|bladder)"
_WRITTEN = (
    (r"\bpins (?:and|&|n|['’]n['’]) needles\b", "tingling"),
    (r"\bnow and (?:then|again)\b", "sometimes"),
    (r"\bbp\b", "blood pressure"),
    (rf"\bweek(?=ness\b| {_ONE_LIMB}\b)", "weak"),
    (rf"\b({_ONE_LIMB}(?: (?:is|are|feels?|gets?|got|gone|going|goes|went|very|so|too|all))*) week\b", r"\1 weak"),
)


def in_one_word(text: str) -> str:
    """What is said, with pins and needles and its like in one word, weak where week stands for it, and bp in full."""
    for written, meant in _WRITTEN:
        text = re.sub(written, meant, text)
    return text


_THE_BACK = (  # what the whole plan is for, and no word of what bends back
    r"\b(?:(?:my|the|a|bad|sore|stiff|achy|aching|painful|dodgy|lower|low|poor|old) )+back(?: is| feels)?\b(?! passage)"
    r"|\bback ?(?:pains?|aches?|troubles?|problems?)\b"
)


def of_the_back_alone(text: str) -> bool:
    """Whether words tell of nothing but a bad back, which goes without saying."""
    return re.search(_THE_BACK, text.lower()) is not None and _ANY_PAIN.issuperset(_telling(text))


def found_in(text: str, words: Mapping[str, str]) -> list[str]:
    """The ids of whose words one begins with each word of what is said but those that tell nothing: my bad knees; or,
    where it is a part of the body that hurts, with the part.
    """
    here = {key: meaning.lower() for key, meaning in words.items() if not _one_of_both(text, meaning)}
    for telling in (_telling(text), _parts_alone(text)):
        begun = [re.compile(rf"(?<![^\W_]){re.escape(part.removesuffix('s') or part)}") for part in telling]
        found = [key for key, meaning in here.items() if begun and all(part.search(meaning) for part in begun)]
        if found:
            return found
    return []


def _one_of_both(text: str, words: str) -> bool:
    """Whether what is said is of one leg, and an answer of both: it may lead there, and is not taken for it."""
    both = re.search(r"(?i)^both legs\b|\bbetween (?:\w+ )?legs\b", words)
    return both is not None and re.search(_ONE_LEG, text) is not None


_ONE_LEG = r"(?i)^(?!.*\b(?:both|legs|two|each|either|other|between)\b).*\bleg\b"


def found_near(text: str, words: Mapping[str, str]) -> list[str]:
    """The ids whose words hold the most of what is said, for who says more than the list does: both knees; of signs,
    those that the same words tell of in a diary: trouble with my waterworks.
    """
    if signs := _signs_of(text, words):
        return signs
    held = _held_by(text, words)
    most = max(held.values(), default=0)
    if most <= OF_PAIN and (OF_A_PART.search(text) or _parts_alone(text)):
        return []  # buttock pain is none that is too strong
    return [key for key, count in held.items() if most and count == most]


A_SENTENCE = 3  # words, from which on they may tell of a sign in another way than the list does


def _signs_of(text: str, words: Mapping[str, str]) -> list[str]:
    """The signs of a list that somebody's own words may tell of; none that its own words tell of already."""
    from backplan.rules.heart import HEART
    from backplan.rules.red_flags import RED_FLAGS

    signs = {rule.id for rule in RED_FLAGS} | {rule.id for rule in HEART}
    if len(text.split()) < A_SENTENCE or signs.isdisjoint(words):
        return []
    from backplan.planner.diary.sign_words import signs_in

    return [key for key in signs_in(text) if key in words]


_ANY_PAIN = frozenset({"pain", "painful", "ache", "aching", "achy"})
_PART = (
    r"legs?|hips?|knees?|shoulders?|neck|foot|feet|toes?|ankles?|heels?|cal(?:f|ves)|shins?|thighs?|buttocks?|bum|bottom"
    r"|groin|chest|belly|stomach|tummy|ribs?|arms?|elbows?|wrists?|hands?|fingers?|thumbs?|jaw|head|hamstrings?|spine"
)


def merely_shares(text: str, words: str) -> bool:
    """Whether what is said tells of a part of the body and that it hurts, and an answer of more than trouble with it:
    it may lead there, and is not taken for it.
    """
    return bool(parts := _parts_alone(text)) and not _of_a_part(parts, words)


def _parts_alone(text: str) -> list[str]:
    """The parts of the body that words tell of, where they tell of nothing else but that they hurt."""
    telling = [part for part in _telling(text) if not re.fullmatch(rf"pains?|{HURTING}|giving|gives|gave", part)]
    return telling if all(re.fullmatch(_PART, part) for part in telling) else []


def _of_a_part(parts: Iterable[str], words: str) -> bool:
    return any(re.search(rf"(?i)\b{part.removesuffix('s')}s? trouble\b", words) for part in parts)


_SHORT = frozenset({"hip", "leg", "arm"})  # words that tell of a part, however few their letters
OF_PAIN = 1  # what such a word weighs beside another


def _held_by(text: str, words: Mapping[str, str]) -> dict[str, int]:
    """How much of what is said each entry holds: knee pain is more of a knee than of a pain."""
    telling = {part.removesuffix("s") for part in _telling(text) if len(part) > SURELY or part in _SHORT}
    return _weighed({part: OF_PAIN if part in _ANY_PAIN else 2 * OF_PAIN for part in telling}, words)


def _weighed(parts: Mapping[str, int], words: Mapping[str, str]) -> dict[str, int]:
    """The weight, for each entry, of the parts that its words begin with."""
    begun = {re.compile(rf"(?<![^\W_]){re.escape(part)}"): weight for part, weight in parts.items()}
    return {
        key: sum(weight for part, weight in begun.items() if part.search(meaning.lower()))
        for key, meaning in words.items()
    }


def held_here(text: str, words: Mapping[str, str]) -> bool:
    """Whether any entry holds a word of what is said that tells something."""
    return any(_held_by(text, words).values())


_ALIKE = 0.8  # of the letters, from which on a word may be a slip of another: flor, sholder
_NO_SLIP = r"(?:ca|do|wo|is|are|was|were|does|did|could|would|has|have)nt|cannot"


def slips(text: str, listed: Iterable[str]) -> dict[str, str]:
    """The words of what is said that begin no known one, and are spelled much like one, each with that."""
    from difflib import get_close_matches

    words = sorted({each for entry in listed for each in re.findall(r"[^\W\d_]{3,}", entry.lower())})
    found = dict[str, str]()
    for part in _telling(text):
        one = part.removesuffix("s")
        derived = re.sub(r"(?:ly|ing|ed|er)$", "", one) in words  # hardly is no slip of hard
        spelled = derived or re.fullmatch(rf"{_NO_SLIP}|{_PART}", part) or any(word.startswith(one) for word in words)
        if len(one) < SURELY or spelled:
            continue
        if close := get_close_matches(one, words, n=1, cutoff=_ALIKE):
            found[part] = close[0]
    return found


def elsewhere(text: str, words: Mapping[str, str], later: Mapping[str, str]) -> bool:
    """Whether a later page holds more of what is said than this one."""
    here = max(_held_by(text, words).values(), default=0)
    if (parts := _parts_alone(text)) and any(_of_a_part(parts, each) for each in later.values()):
        return not any(_of_a_part(parts, each) for each in words.values())
    return not found_in(text, words) and max(_held_by(text, later).values(), default=0) > here


def of_worse(text: str, words: Mapping[str, str], listed: AnswerList) -> bool:
    """Whether an earlier page, of what cannot wait, holds more of what is said than this one, and no less than a later
    page. Both legs are more than one of them, and trouble with a part is no more than that.
    """
    parts = _parts_alone(text)
    if any(_of_a_part(parts, each) for each in (*words.values(), *listed.later.values())):
        return False
    here, later, worse = (_most_held(text, each) for each in (words, listed.later, listed.worse))
    return worse > here and worse >= later


def _most_held(text: str, words: Mapping[str, str]) -> int:
    telling = [part for part in _telling(text) if len(part) > SURELY and part not in _ANY_PAIN]
    return max(_weighed(Counter(telling), words).values(), default=0)
