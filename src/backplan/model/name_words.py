"""The words of a name: what of them counts where two names are compared, however they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from backplan.patterns import on_first_use

# Words of a name that say nothing; those that only say what sort of thing it is; and how each position is said.
_EMPTY = frozenset(
    ("the", "a", "an", "my", "your", "exercise", "some", "do", "on", "with", "in", "of", "at", "from", "against", "and")
)
_SAME = {
    "theraband": "band",
    "thera": "band",
    "tube": "band",
    "4": "four",
    "1": "one",
    "2": "two",
    "3": "three",
    "single": "one",
    "bent": "bend",
    "lift": "raise",
    "neural": "nerve",
    "hammy": "hamstring",
    "gluteal": "glute",
    "abdominis": "abdominal",
    "lie": "lying",
    "abd": "abduction",
    "ext": "extension",
    "flex": "flexion",
    "rot": "rotation",
    "opp": "opposite",
    "ham": "hamstring",
    "glut": "glute",
}
SORT = frozenset(("stretch", "pose"))
_SAID: dict[str, tuple[str, ...]] = {
    "supine": ("lying", "supine"), "prone": ("lying", "prone"), "side": ("side", "lying"), "kneeling": ("kneeling",),
    "quadruped": ("kneeling", "quadruped", "all", "four"), "seated": ("sitting", "seated"), "standing": ("standing",),
}  # fmt: skip

APOSTROPHES = on_first_use(r"['’‘ʼ`´]")
# How a position is said in several words, and the one word for it.
_POSITIONS = tuple(
    (on_first_use(rf"\b(?:while )?(?:lying )?(?:{phrase})\b"), word)
    for phrase, word in (
        (r"(?:up)?on (?:your |my |the )?back|down on (?:your |my |the )?back", "supine"),
        (r"(?:up)?on (?:your |my |the )?(?:front|stomach|tummy|belly)|face down(?:wards)?", "prone"),
        (
            r"on (?:your |my |the )?hands and knees|on all fours"
            r"|(?:in )?(?:(?:four|4)[ -]?(?:point|pt) kneel(?:ing)?|4 ?pk)",
            "quadruped",
        ),
        (r"(?:in )?(?:crook|hook)[ -]lying", "supine"),
        (r"on (?:your |my |the )?(?:left |right |one )?side|(?:in )?sidelying", "side lying"),
        (r"lying down|lain down", "lying"),
    )
)
_PLACE = on_first_use(r"\b(at|on|from|against|with|using|holding|side to side)\b")
_CIRCUMSTANCES = on_first_use(r"\b(?:at|in|on|with|for|around|along|against|after|before|to)\b")
_WORDS = on_first_use(r"[^\W_]+")
_LONG_PLURAL = on_first_use(r"(?<=ch|sh|ss)es$|(?<=x)es$")
_PLURAL_OF_Y = on_first_use(r"(?<=\w\w)ies$")
_ENDING = on_first_use(r"(?:ing|er|ed|e)$")
_TWICE = on_first_use(r"(?<=\w)([bdgmnpt])\1$")
_DOUBLED = on_first_use(r"(.)\1")
_SHORT_TO = on_first_use(r"(?<=[^\W\d] )2(?= [^\W\d])")
# What is written short in a name, and the whole words.
_SHORT = tuple(
    (on_first_use(rf"\b(?:{short})\b", re.IGNORECASE), whole)
    for short, whole in (
        ("sl", "single leg"),
        ("er|ext rot", "external rotation"),
        ("ir|int rot", "internal rotation"),
        (r"calf(?= pump(?:s|ing)?\b)", "ankle"),
    )
)
# What is done with both legs anyway, and said so: double leg bridge, calf raises (both legs).
_ON_BOTH = on_first_use(
    r"(?:(?:double|two|both)[ -]legs?(?:ged)? )?((?:(?:calf|heel|toe) rais\w+|(?:(?:glute|hip) )?bridg\w+"
    r"|(?:mini )?squats?|sit[ -]to[ -]stands?))(?:[ ,]*\(?(?:on |with |using )?(?:both|two) (?:legs|feet)\)?)?",
    re.IGNORECASE,
)
_PLURAL = on_first_use(r"(?<=[^s\W])s$")


@lru_cache(maxsize=4096)  # each name of the library is compared in several ways
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without what joins or marks them, and each without the end of a plural."""
    plain = unicodedata.normalize("NFKD", APOSTROPHES.sub("", name)).casefold()
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return tuple(map(_one, _WORDS.findall(bare)))


@lru_cache(maxsize=8192)
def _one(word: str) -> str:
    """A word without the end of a plural."""
    return _PLURAL.sub("", _LONG_PLURAL.sub("", _PLURAL_OF_Y.sub("y", word)))


def folded(name: str) -> str:
    """A name as it is compared: its words joined, so that bird dog, Bird-dogs and birddog are the same."""
    return "".join(words_of(name))


def squeezed(name: str) -> str:
    """A name as it is compared, each letter once where it stands twice: birdog is bird dog."""
    return _DOUBLED.sub(r"\1", folded(name))


def in_full(name: str) -> str:
    """A name with what is written short in it in words, and without what goes without saying: sit 2 stand, SL bridge,
    ER with band, double leg bridge.
    """
    on_both = _ON_BOTH.fullmatch(" ".join(name.split()))
    full = _SHORT_TO.sub("to", on_both[1] if on_both else name)
    for short, whole in _SHORT:
        full = short.sub(whole, full)
    return full


def roots_of(words: Iterable[str]) -> tuple[str, ...]:
    """The words of a name that say something, each without its ending: bridging and bridge are one."""
    return tuple(_rooted(_SAME.get(word, word)) for word in words if word not in _EMPTY)


@lru_cache(maxsize=8192)
def _rooted(word: str) -> str:
    bare = root(word)
    return word if bare == word else _TWICE.sub(r"\1", bare)


def positioned(name: str) -> str:
    """A name with a position that it says in several words, like lying on your back, in one."""
    plain = " ".join(name.lower().split())
    for pattern, word in _POSITIONS:
        plain = pattern.sub(word, plain)
    return plain


def head_of(name: str) -> str:
    """A name without what it says after that of where, or with what; nothing where it says nothing of that."""
    return parted(name)[0]


def parted(name: str) -> tuple[str, str]:
    """A name before it says where, or with what, and that from its first word on; nothing where it says none."""
    head, *place = _PLACE.split(positioned(name), maxsplit=1)
    return (head.strip(" ,"), "".join(place).strip(" ,")) if place else ("", "")


def before_circumstances(name: str) -> str:
    """What somebody did without where, with whom or for how long they did it."""
    return _CIRCUMSTANCES.split(name, maxsplit=1)[0].strip(" ,") or name


def joined(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Some words with two that stand side by side as one, in each way: clam shell band as clamshell band."""
    for at in range(len(words) - 1):
        yield (*words[:at], words[at] + words[at + 1], *words[at + 2 :])


def telling(word: str) -> tuple[str, ...]:
    """The words of a name that say something; all of them where none does."""
    words = words_of(word)
    return tuple(each for each in words if each not in _EMPTY) or words


def beside_position(roots: Iterable[str], position: str) -> str:
    """Some roots in any order, without those that only say a position or the sort of thing."""
    return in_any_order(root for root in roots if root not in SORT and root not in SAID_BY.get(position, ()))


def in_any_order(roots: Iterable[str]) -> str:
    """Some roots as they are compared in whatever order."""
    return " ".join(sorted(roots))


def root(word: str) -> str:
    """A word without its ending."""
    return _ENDING.sub("", word)


SAID_BY = {position: frozenset(roots_of(words)) for position, words in _SAID.items()}
