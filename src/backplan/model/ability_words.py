"""Words on what somebody can do again, or cannot: I can put my socks on again; stairs are easier now."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backplan.model.name_words import roots_of, words_of
from backplan.named_tuple import NamedTuple
from backplan.patterns import on_first_use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backplan.model.vocabulary import Position

_CAN = (
    r"(?:can(?:not| ?not|['’]?t)?|could(?: ?not|n['’]?t)?|(?:am|was) (?:not )?able to|manage(?:d)? to|able to)"
    r"(?! (?:really |even |hardly |barely )?feel\b)"
)
_ABLE = on_first_use(
    rf"(?:(?:and|now|today|at last|finally|once|yes)[ ,]+)*(?:i |we )?(?:now |still |just |finally |almost )?{_CAN} .+|"
    r".+ (?:is|are|was|were|got|gets|getting|feels?|felt|goes|went) (?:\w+ ){0,2}"
    r"(?:easier|possible|harder|impossible)\b.*",
    re.IGNORECASE,
)
_OF_IT = on_first_use(
    r"\bdo (?:it|them|any(?: of it)?|anything)(?: (?:yesterday|today|then|at all|\w+day))*[ .!]*$", re.IGNORECASE
)
_NO_ABILITY = on_first_use(r"\d ?(?:minutes?|mins?|hours?|hrs?|km|miles?)\b|\b(?:half an|an) hour\b", re.IGNORECASE)
_SCORED = on_first_use(
    r"(?P<what>.+?)[ ,:;=–-]+(?:(?:is|are|was|at|now|about|maybe|around|an?|i['’]?d say|say)[ ,]+)*"
    r"(?P<score>\d{1,2})(?: ?/ ?10| (?:out )?of 10)?(?: (?:now|today|again))*",
    re.IGNORECASE,
)
_BESIDE = frozenset(roots_of(words_of(
    "i can could now again is are it easier better harder today to able was am a bit little much still at last finally "
    "almost nearly well went goes got getting managed without help in for about just yes and not cannot cant more less "
    "ok fine good of than before worse up down on off out feels felt so quite really my mine this morning"
)))  # fmt: skip


class ScoredAbility(NamedTuple):
    """Something that a person named to be able to do again, and how well it goes, 0 to 10."""

    function: str
    score: int


def tells_of_ability(text: str) -> bool:
    """Whether words tell of what somebody can do, or cannot, and of nothing that was done for some time."""
    if _OF_IT.search(text):
        return False  # the session of a day, which is no ability
    return _ABLE.fullmatch(text.strip(" .!")) is not None and _NO_ABILITY.search(text) is None


def tells_of_inability(text: str) -> bool:
    """Whether words tell of what somebody cannot do."""
    return tells_of_ability(text) and re.search(_CANNOT, text, re.IGNORECASE) is not None


_CANNOT = r"\b(?:can(?:not| ?not|['’]?t)|could(?: ?not|n['’]?t)|(?:not|un)[ -]?able to|hard to|hurts to|struggle to)\b"
_POSITIONS: dict[str, tuple[Position, ...]] = {
    r"kneel\w*|(?:get |go |be )?on (?:my |all )?(?:hands and knees|all fours|knees)": (
        "quadruped", "kneeling", "half-kneel",
    ),
    r"lie (?:flat|down|on my back)|on my back": ("supine",),
    r"lie on my (?:front|tummy|belly|stomach)|lie face down": ("prone",),
    r"lie on my (?:\w+ )?side": ("side",),
    r"(?:get |go |sit )?(?:up from|down (?:on|to)|on|onto) the floor": (
        "quadruped", "kneeling", "half-kneel", "floor-sit", "prone", "supine", "side",
    ),
}  # fmt: skip


def positions_barred(text: str) -> frozenset[Position]:
    """The positions that somebody says they cannot take: i cant kneel today."""
    found = [
        positions for words, positions in _POSITIONS.items()
        if re.search(rf"{_CANNOT}(?: \w+){{0,2}}? (?:{words})\b", text, re.IGNORECASE)
    ]  # fmt: skip
    return frozenset(position for positions in found for position in positions)


def scored_ability(text: str, named: Sequence[str]) -> ScoredAbility | None:
    """The one of the things somebody named that a sentence scores: I can put my socks on again, 6. None for another."""
    found = _SCORED.fullmatch(text.strip(" .!"))
    if found is None:
        return None
    roots = frozenset(roots_of(words_of(found["what"])))
    meant = [each for each in named if _tells_of(roots, frozenset(roots_of(words_of(each))))]
    return ScoredAbility(meant[0], int(found["score"])) if len(meant) == 1 else None


def _tells_of(roots: frozenset[str], named: frozenset[str]) -> bool:
    return bool(named) and named - _BESIDE <= roots and roots <= named | _BESIDE
