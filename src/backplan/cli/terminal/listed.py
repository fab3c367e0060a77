"""A list of answers of which several may be so, and how words about it are read."""

from __future__ import annotations

import re
from collections import Counter
from textwrap import wrap
from types import MappingProxyType
from typing import TYPE_CHECKING

from backplan.cli.terminal import for_later, output
from backplan.cli.terminal.spoken import THINKING, says_none
from backplan.errors import UsageError
from backplan.model import thing_words
from backplan.model.condition_words import near
from backplan.model.felt_words import OF_A_PART
from backplan.model.name_words import folded
from backplan.model.said_numbers import number
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

INSET = 5  # columns before the words of an entry, and after them
ASKED_ROWS = 2  # rows of the question and of its answer
LEAST_ROWS = 8  # rows of a list at least, however low the screen
NONE = "None (type none)"
MOST_SAID = 500  # letters of an answer
SURELY = 3  # letters from which on what they alone lead to is meant; fewer only move there
IF_UNSURE = "If you are not sure of one, say yes to it: the plan is then more careful, never less."


class Headed(NamedTuple):
    """Some answers of a list under a head of their own: each id with its words."""

    head: str
    choices: Mapping[str, str]


class AnswerList(NamedTuple):
    """A list of answers. ``deliberate``: that none is so must be said, and is never just Enter; ``by_word``: it is said
    by the word none alone, because of what is missed where that is a slip; ``by_no``: by no, too, where a slip is no
    danger; ``read``: how words are
    read where people write the answers rather than look for them on a list, as what they like, and ``written`` how that
    is done; ``unsure``: what is said to who does not know; ``whole``: all the words of answers that the list tells in
    few, and ``called`` other words by which they are found; ``granted``: what goes without saying, and stands on no
    list; ``later``: what is asked on later pages, in words, and ``worse``: what was asked on earlier ones and cannot
    wait; ``own``: whether words that are on no list are an answer, too.
    """

    question: str
    groups: tuple[Headed, ...]
    about: str = ""
    deliberate: bool = False
    by_word: bool = False
    by_no: bool = False
    read: Callable[[str], list[str]] | None = None
    written: str = ""
    unsure: str = "Take what is so; the rest can be said later."
    whole: Mapping[str, str] = MappingProxyType({})
    called: Mapping[str, str] = MappingProxyType({})
    granted: frozenset[str] = frozenset()
    later: Mapping[str, str] = MappingProxyType({})
    worse: Mapping[str, str] = MappingProxyType({})
    own: bool = False

    @property
    def choices(self) -> dict[str, str]:
        """Every id with its words, in order."""
        return {key: meaning for group in self.groups for key, meaning in group.choices.items()}

    def unseen(self, key: str) -> str:
        """The words by which an answer is found that the list does not show."""
        return f"{self.whole.get(key, '')} {self.called.get(key, '')}"

    def explained(self, key: str) -> str:
        """More of one answer than the list tells, and what to say of it where one does not know."""
        return f"{self.whole[key]}. {self.unsure}" if key in self.whole else self.unsure


_NO_LIST = AnswerList("", ())
NOTHING = "nothing"
TAKEN_FOR_GRANTED = "That is taken for granted, and need not be named."


class ChangeMenu(NamedTuple):
    """What is on record, of which one thing or nothing is to be changed: a list one moves through, or lines that are
    told and the question ``asked`` after them, whose answer ``read`` makes an id of, or "" for nothing; of words that
    are not on the list, too, where ``own`` ones are an answer.
    """

    question: str
    choices: Mapping[str, str]  # each id with its words, nothing among them: what Enter takes is that ``at``
    heads: Sequence[str]
    asked: str
    read: Callable[[str], str]
    default: str | None = None  # what Enter answers, line by line
    about: str = ""  # what is to be known before the list is moved through
    at: str | None = None  # where one stands in the list at first; None: at its first
    own: bool = False


class OneOf(NamedTuple):
    """A question of which one of some ids is the answer, each with its words; Enter takes the ``default``. ``words``
    has other names of them, and ``own`` words are an answer, too, where that is so.
    """

    question: str
    choices: Mapping[str, str]
    default: str | None = None
    words: Mapping[str, str] = MappingProxyType({})
    own: bool = False


def pages(groups: Iterable[Headed], width: int, height: int) -> list[list[Headed]]:
    """The groups in pages of which each, with its question, fits a screen, parted where one ends."""
    room = max(LEAST_ROWS, height - ASKED_ROWS)
    found: list[list[Headed]] = []
    left = 0
    for group in groups:
        head = group.head
        for key, meaning in group.choices.items():
            rows = _rows(head, width) + _rows(f"  {meaning}", width)
            if rows > left:
                found.append([])
                left = room
            if head or not found[-1]:
                found[-1].append(Headed(head, {}))
            last = found[-1].pop()
            found[-1].append(last._replace(choices={**last.choices, key: meaning}))
            left, head = left - rows, ""
    return found


def _rows(text: str, width: int) -> int:
    return len(wrap(text, width - INSET))


def _named(part: str, ids: Collection[str]) -> str | None:
    """The id that some words are another way to write, or a name of."""
    written, thing = folded(part), thing_words.thing(part)
    return next((key for key in ids if key == thing or folded(key) == written), None)


_EMPTY = frozenset({  # words of what is looked for that tell nothing of it
    "that", "this", "these", "those", "there", "was", "were", "mistake", "wrong", "sorry",
    "a", "an", "the", "my", "of", "in", "to", "down", "at", "on", "i", "ve", "have", "has", "had", "got", "get", "some",
    "any", "bit", "little", "bad", "sore", "stiff", "dodgy", "trouble", "problem", "problems", "issue", "issues",
    "sometimes", "with", "is", "it", "and", "or", "just", "only", "are", "am", "hurt", "hurts", "left", "right", "very",
    "really", "quite", "too", "from", "but", "for", "me", "when", "slight", "slightly", "mild", "mildly", "old",
    "touch", "case", "kind",
})  # fmt: skip
# Words that say of an answer that it is not so, or that all is well; where they are not its own, it is only led to, and
# never ticked.
_DENIES = (
    r"\b(?:no|not|none|never|without|nor|neither|nothing|nobody|gone|cannot|used to"
    r"|(?:do|does|did|is|was|are|were|has|have|had|can|could|wo)n['’]?t)\b"
)
_ALL_WELL = (
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
    r"|never (?:get|manage)|needs?|helps?|with (?:a|the|my) \w+|struggl\w+|hard|difficult\w*|hardly|barely|scarcely"
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
_WELL_BUT = rf"{_ALL_WELL}.*\b(?:but|though|although|except|unless|sometimes|mostly|usually)\b"


def turned(text: str, words: str) -> bool:
    """Whether what is said of an answer says, or may say, that it is not so: it is checked and controlled."""
    typed, of_it = _without_opening(text), words.lower()
    own = typed in of_it
    if re.search(_HARD, of_it) and re.search(_WITH_TROUBLE, typed):
        return False
    if re.search(_NOT_WELL, typed) or (re.search(_DENIED, of_it) and re.search(_UNCHECKED, typed)):
        return False
    if re.search(_DENIES, typed):
        return not own
    denied = " ".join(re.findall(_DENIED, of_it))
    rest = re.sub(_DENIED, " ", of_it)
    if any(re.search(rf"\b{part}", denied) and not re.search(rf"\b{part}", rest) for part in _telling(typed)):
        return True
    return not own and re.search(_ALL_WELL, typed) is not None and re.search(_LOST, typed) is None


def surely_turned(text: str, words: str) -> bool:
    """Whether what is said of an answer can mean nothing but that it is not so: it is controlled."""
    typed = _without_opening(text)
    if re.search(_DENIES, typed):
        return re.search(_ALL_WELL, typed) is None and re.search(_DENIED, words.lower()) is None
    return re.search(_ALL_WELL, typed) is not None and re.search(_WELL_BUT, typed) is None


def _without_opening(text: str) -> str:
    """What is said, without the words of who thinks, and without a no that what follows gives the reason of."""
    typed = re.sub(_THINKING, "", text.lower().strip(" .!"))
    reason = re.sub(_NO_FIRST, "", typed)
    return reason if re.search(_ALL_WELL, reason) else typed


def _telling(text: str) -> list[str]:
    """The words of what is said that tell something of it."""
    plain = re.sub(_THE_BACK, " ", text.lower())
    return [part for part in re.findall(r"[^\W_]+", plain) if part not in _EMPTY | _DENYING]


_THE_BACK = (  # what the whole plan is for, and no word of what bends back
    r"\b(?:(?:my|the|a|bad|sore|stiff|achy|aching|painful|dodgy|lower|low|poor|old) )+back(?: is| feels)?\b(?! passage)"
    r"|\bback ?(?:pains?|aches?|troubles?|problems?)\b"
)


def of_the_back_alone(text: str) -> bool:
    """Whether words tell of nothing but a bad back, which goes without saying."""
    return re.search(_THE_BACK, text.lower()) is not None and _ANY_PAIN.issuperset(_telling(text))


def _told_by(part: str, words: Mapping[str, str]) -> str | None:
    """The one id that is told by some of its words."""
    found = found_in(part, words) if len(part.strip()) >= SURELY and not re.search(r"\d", part) else []
    return found[0] if len(found) == 1 and not turned(part, words[found[0]]) else None


def found_in(text: str, words: Mapping[str, str]) -> list[str]:
    """The ids of whose words one begins with each word of what is said but those that tell nothing: my bad knees."""
    begun = [re.compile(rf"(?<![^\W_]){re.escape(part.removesuffix('s') or part)}") for part in _telling(text)]
    here = {key: meaning.lower() for key, meaning in words.items() if not _one_of_both(text, meaning)}
    return [key for key, meaning in here.items() if begun and all(part.search(meaning) for part in begun)]


def _one_of_both(text: str, words: str) -> bool:
    """Whether what is said is of one leg, and an answer of both: it may lead there, and is not taken for it."""
    both = re.search(r"(?i)^both legs\b|\bbetween (?:\w+ )?legs\b", words)
    return both is not None and re.search(_ONE_LEG, text) is not None


_ONE_LEG = r"(?i)^(?!.*\b(?:both|legs|two|each|either|other|between)\b).*\bleg\b"


def _none_of_them(text: str, *, typed: bool, by_word: bool) -> bool:
    """Whether it is said that none is so. Raises UsageError where that has to be said otherwise."""
    if typed and not text:
        raise UsageError("Please type the numbers, or the word none if you have none of these.")
    none = text.lower() in ("", "n", "0") or says_none(text)
    if none and by_word and not says_none(text, clearly=True):
        raise UsageError("If none of these is so, please type the word none.")
    return none


def found_near(text: str, words: Mapping[str, str]) -> list[str]:
    """The ids whose words hold the most of what is said, for who says more than the list does: both knees."""
    held = _held_by(text, words)
    most = max(held.values(), default=0)
    if most <= OF_PAIN and OF_A_PART.search(text):
        return []  # buttock pain is none that is too strong
    return [key for key, count in held.items() if most and count == most]


_ANY_PAIN = frozenset({"pain", "painful", "ache", "aching", "achy"})
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
        if len(one) < SURELY or re.fullmatch(_NO_SLIP, part) or derived or any(word.startswith(one) for word in words):
            continue
        if close := get_close_matches(one, words, n=1, cutoff=_ALIKE):
            found[part] = close[0]
    return found


def elsewhere(text: str, words: Mapping[str, str], later: Mapping[str, str]) -> bool:
    """Whether a later page holds more of what is said than this one."""
    here = max(_held_by(text, words).values(), default=0)
    return not found_in(text, words) and max(_held_by(text, later).values(), default=0) > here


def of_worse(text: str, words: Mapping[str, str], listed: AnswerList) -> bool:
    """Whether an earlier page, of what cannot wait, holds more of what is said than this one, and no less than a later
    page. Both legs are more than one of them.
    """
    here, later, worse = (_most_held(text, each) for each in (words, listed.later, listed.worse))
    return worse > here and worse >= later


def _most_held(text: str, words: Mapping[str, str]) -> int:
    telling = [part for part in _telling(text) if len(part) > SURELY and part not in _ANY_PAIN]
    return max(_weighed(Counter(telling), words).values(), default=0)


IF_NONE = "If none of these is so, type none."
IF_NONE_SO = "Enter once more, if none of these is so."


def kept_for(listed: AnswerList) -> list[str]:
    """The words at earlier pages that this list asks about."""
    words = {key: f"{meaning} {listed.unseen(key)}" for key, meaning in listed.choices.items()}
    return for_later.taken(lambda part: held_here(part, words) and not elsewhere(part, words, listed.later))


class ClauseAnswers(NamedTuple):
    """The ids that the clauses of a sentence tell, and the clauses that tell none here: what a later page asks, what is
    said not to be so, and the rest.
    """

    found: Sequence[str]
    later: Sequence[str] = ()
    worse: Sequence[str] = ()  # which may be of what cannot wait, on an earlier page
    turned: Sequence[str] = ()
    rest: Sequence[str] = ()
    several: Sequence[str] = ()  # of which each may tell more than one
    none: bool = False  # whether one says that there is none
    by_word: bool = False  # and by the word
    surely_turned: bool = True  # whether nothing that was turned may be so after all

    @property
    def named(self) -> Sequence[str]:
        """The ids that are told; none where the word none stands beside them."""
        return () if self.by_word else self.found

    @property
    def none_beside(self) -> bool:
        """Whether it is said that there is none, beside nothing but what a later page asks, or what is not so."""
        return self.none and self.surely_turned and not (self.found or self.worse or self.rest or self.several)

    def missing(self, back: str = "back") -> str:
        """What is said of the clauses that tell none here; those of another page are kept for it, to which ``back``
        leads, where it is an earlier one.
        """
        reasons = {"left unticked": self.turned, "not on this list": self.rest, "may be several here": self.several}
        wanting = [f"“{part}”: {why}." for why, parts in reasons.items() for part in parts]
        before = for_later.keep_worse(self.worse, back) if self.worse else ""
        return " ".join(filter(None, [before, for_later.keep(self.later), *wanting]))


_IT_IS = r"(?:that|it|this|they|those|which)(?:['’]?s|['’]?re| is| are| has been| have been)?"
_ALL_WELL_OF_IT = rf"^(?:{_IT_IS} )?(?:(?:all|now|under) )*{_ALL_WELL}"


def _clauses(text: str) -> list[str]:
    """The clauses of a sentence, what says of the one before that all is well together with it."""
    found = list[str]()
    for part in re.split(r"[,;.]|\b(?:and|but|also|plus)\b", text):
        clause = part.strip()
        if found and re.match(_ALL_WELL_OF_IT, clause.lower()):
            found[-1] += f", {clause}"
        elif re.search(r"[^\W_]", clause):
            found.append(clause)
    return found


def by_clause(text: str, words: Mapping[str, str], listed: AnswerList) -> ClauseAnswers:
    """What several clauses of a sentence tell, each one id: my knees are bad and getting down to the floor is hard.
    Nothing where figures stand in it.
    """
    clauses = _clauses(text)
    if len(clauses) < len(("one", "another")) or re.search(r"\d", text):
        return ClauseAnswers(())
    none = [part for part in clauses if says_none(part)]
    worse = [part for part in clauses if part not in none and of_worse(part, words, listed)]
    of_later = [part for part in clauses if part not in (*none, *worse) and elsewhere(part, words, listed.later)]
    rest = [part for part in clauses if part not in (*none, *worse, *of_later)]
    here = {part: found_in(part, words) or found_near(part, words) for part in rest}
    denied = [part for part, each in here.items() if any(turned(part, words[key]) for key in each)]
    sure = [part for part, each in here.items() if len(each) == 1 and part not in denied]
    taken_back = {key for part in denied for key in here[part]}
    found = dict.fromkeys(key for part in sure for key in here[part] if key not in taken_back)
    return ClauseAnswers(
        [*found],
        of_later,
        worse,
        denied,
        [part for part, each in here.items() if not each],
        [part for part, each in here.items() if len(each) > 1 and part not in denied],
        bool(none),
        any(says_none(part, clearly=True) for part in none),
        all(surely_turned(part, words[key]) for part in denied for key in here[part]),
    )


def _refuse_turned(parts: Iterable[str], words: Mapping[str, str], number_of: Callable[[str], int]) -> None:
    """Say of what may be meant the other way round which number says that it is so. Raises UsageError."""
    for part in parts:
        found = found_in(part, words)
        if len(found) == 1 and turned(part, words[found[0]]) and number(part) is None:
            raise UsageError(
                f"“{part.strip()}” was not taken as number {number_of(found[0])}. Give {number_of(found[0])} if that "
                "is so, or none."
            )


def _refuse_of_other_page(text: str, of_clauses: ClauseAnswers, words: Mapping[str, str], listed: AnswerList) -> None:
    """Keep for another page what is of it, and say so. Raises UsageError."""
    if of_clauses.worse:
        raise UsageError(of_clauses.missing())
    if "," not in text and of_worse(text, words, listed):
        raise UsageError(for_later.keep_worse([text], "back"))
    if "," not in text and elsewhere(text, words, listed.later):
        raise UsageError(f"{for_later.keep([text])} {IF_NONE}")


def _tell_missing(answered: ClauseAnswers, kept: Iterable[str]) -> None:
    """Say what of a sentence was not taken. Raises UsageError where some of it is to be said again."""
    if answered.rest or answered.several or answered.worse:
        raise UsageError(f"{answered.missing()} Kept: {', '.join(dict.fromkeys(kept))}. Say the rest, or none.")
    output.lines(filter(None, [answered.missing()]))


def _not_on_list(wrong: Iterable[str], ids: list[str], first: int, kept: list[str]) -> str:
    """That some words are not on the list, what can be given, and what stands."""
    wrong_words = "; ".join(f"{word} is not on the list{near(word, ids)}" for word in wrong)
    held = f" Kept: {', '.join(kept)}." if kept else ""
    return f"{wrong_words}; give numbers from {first} to {first + len(ids) - 1}, or none.{held}"


def _on_list(word: str, ids: list[str], others: Collection[str], first: int) -> str | None:
    """The id that a word is the number of, or is itself; None where it is on no list."""
    if (place := number(word)) is not None and 0 <= place - first < len(ids):
        return ids[place - first]
    return word if word in ids or word in others else None


def numbers(
    ids: list[str],
    *,
    typed: bool = False,
    by_word: bool = False,
    first: int = 1,
    others: Collection[str] = (),
    words: Mapping[str, str] = MappingProxyType({}),
    listed: AnswerList = _NO_LIST,
) -> Callable[[str], list[str]]:
    """Numbers of a list, or ids, with commas or spaces, or names between commas; Enter or `none` for none, but no Enter
    where that is ``typed``, and nothing but the word none ``by_word``. Where some are not on the list the others stand,
    and those alone are asked again. ``first`` is the number of the first; ``others`` are ids of other pages, which may
    be named, too. Where the ``words`` of ids are known, one alone may be told by them; and of the other pages that
    ``listed`` knows of.
    """
    kept: list[str] = []

    def read(text: str) -> list[str]:
        parts = [] if _none_of_them(text, typed=typed, by_word=by_word) else text.split(",")
        told_by = {part: None if of_worse(part, words, listed) else _told_by(part, words) for part in parts}
        named = {part: key for part in parts if (key := _named(part, [*ids, *others]) or told_by[part])}
        if len(named) < len(parts):
            of_clauses = by_clause(text, words, listed)
            if of_clauses.named or (of_clauses.none_beside and of_clauses.by_word and not of_clauses.turned):
                kept.extend(of_clauses.named)
                _tell_missing(of_clauses, kept)
                return list(dict.fromkeys(kept))
            _refuse_of_other_page(text, of_clauses, words, listed)
            _refuse_turned([text, *parts], words, lambda key: first + ids.index(key))
        rest = " ".join(part for part in parts if part not in named).split()
        on_list = [_on_list(word, ids, others, first) for word in rest]
        kept_and_found = dict.fromkeys([*kept, *named.values(), *filter(None, on_list)])
        if None in on_list:
            wrong = [word for word, key in zip(rest, on_list, strict=True) if key is None]
            kept[:] = kept_and_found
            raise UsageError(_not_on_list(wrong, ids, first, kept))
        return list(kept_and_found)

    return read
