"""Where a movement is only spoken of: in a sentence that tells what an exercise is good for, and bids nobody do it.

"This helps when you laugh, run or jump" tells; "It helps to bounce when you run" and "You jump when it is green" bid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from backplan.library.impact_phrases import Compiler, Phrases
from backplan.library.impact_words import Mentions

_IN_ING = re.compile(" [a-z]+ing ")
_JOINING = frozenset((",", "and", "or", "nor"))
_LAST = frozenset(("and", "or", "nor"))
_OR = frozenset(("or", "nor"))
_ENDS = frozenset(("so", "but", "then", "now", "while", "as"))


class MentionWords:
    """What opens a telling sentence, and what brings in a movement that is spoken of."""

    def __init__(self, words: Mentions, compiler: Compiler) -> None:
        self._opening = Phrases(words.opening, compiler)
        self._telling = Phrases(words.telling, compiler)
        self._bidding = Phrases(words.bidding, compiler)
        self._leading = Phrases(words.leading, compiler)
        self._measured = Phrases(words.measured, compiler)
        self._everyday = frozenset(words.everyday)
        self._leading_ing = Phrases(words.leading_ing, compiler)

    def spans(self, sentence: str) -> list[tuple[int, int]]:
        """The parts of a sentence that only speak of what stands in them, as (start, end)."""
        leading = self._leading.spans(sentence)
        leading += [span for span in self._leading_ing.spans(sentence) if _IN_ING.match(sentence, span[1])]
        begun = self._told_from(sentence) if leading else -1
        read = [(start, end, _listed(sentence[end:])) for start, end in leading]
        return [
            (start, end + len(listed))
            for start, end, listed in read
            if (start >= begun >= 0 or self._is_everyday(listed)) and not self._measured.search(f"{listed} ")
        ]

    def _is_everyday(self, listed: str) -> bool:
        """Whether a list of three or more begins with what one does every day: "cough , sneeze or jump"."""
        words = listed.split()
        return bool(words) and words[0] in self._everyday and "," in words and not _OR.isdisjoint(words)

    def _told_from(self, sentence: str) -> int:
        """Where a sentence begins to tell; -1 where it bids."""
        if self._bidding.search(sentence):
            return -1
        if self._opening.follows(sentence, 0):
            return 0
        return min((start for start, _ in self._telling.spans(sentence)), default=-1)


def _listed(rest: str) -> str:
    """A list from its first word on, as far as it goes: "laugh , run or jump"; a comma that no "or" closes ends it."""
    parts = list(_parts(rest.split()))
    closed = next((at for at, (joint, _) in enumerate(parts) if joint in _LAST), 0)
    return "".join(f" {word}" for _, some in parts[: closed + 1] for word in some)


def _parts(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    """The parts of a list with the word that joins each to the one before, which belongs to it."""
    joint, part = "", list[str]()
    for word in words:
        if word in _ENDS:
            break
        if word in _JOINING and part and part[-1] not in _JOINING:
            yield joint, part
            joint, part = word, []
        part.append(word)
    yield joint, part
