"""What a text says, as plain lines: words side by side, its sentences, and the clauses of a sentence.

What takes a movement back ("slowly", "without jumping") reaches no further than its clause.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from backplan.model.name_words import APOSTROPHES
from backplan.named_tuple import NamedTuple

REMEMBERED = 4096  # texts
LONG_SENTENCE, PIECE = 1000, 80  # characters, and words of a piece of a longer one

_BREAKS = re.compile(r"[.!?;:\n\r()\[\]{}|•]+|\s[-–—]+\s|[–—]")
_OR_IN_BRACKETS = re.compile(r"\((or [^()]*)\)", re.IGNORECASE)  # "step (or jump) your feet" is one choice
_OTHER = re.compile(r"[^a-z0-9.,]+")
_SPACES = {place: " " for place in range(128) if _OTHER.fullmatch(chr(place))}
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_WORD = re.compile(r"\w+")
_DECIMALS = re.compile(r"(?<=\d)[.,]\d(?!\d\d)")  # 3.5 mph is judged as 3: no new sentence begins there
_ONE_WORD = re.compile(r"\b(run)-(down|through|of|off|in|out)(?![-\w])")  # nouns: a run-down is no run
_SPELT_OUT = re.compile(r"(?<![a-z0-9])(?:[a-z][ .-]){2,}[a-z](?![a-z0-9])")  # j o g, j.o.g., j-o-g
_BROKEN_LINE = re.compile(r"(?<=[a-z])-[ \t]*\r?\n[ \t]*(?=[a-z])")
_BETWEEN_LETTERS = re.compile("[ .-]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_DIGIT = re.compile("[0-9]")
_DIGIT_AS_LETTER = re.compile(r"(?<=[a-z])[01](?=[a-z])")

# Letters of other scripts that look like ours, in small letters: Cyrillic, Greek, Armenian, phonetic.
_SEEN_AS = {
    "a": "аαɑ", "b": "Ьƅ", "c": "сϲᴄ", "d": "ԁɗ", "e": "еєҽ", "g": "ɡցɢ", "h": "һհ", "i": "іıιɩɪ", "j": "јϳȷᴊ",
    "k": "кκᴋ", "l": "ӏʟ", "m": "мᴍ", "n": "пոɴ", "o": "оοօσᴏ", "p": "рρᴘ", "q": "ԛգ", "r": "гʀ", "s": "ѕꜱ", "t": "тτᴛ",
    "u": "υսʋᴜ",
    "v": "ѵνᴠ", "w": "ԝᴡ", "x": "хχ", "y": "уүʏ", "z": "ᴢ",
}  # fmt: skip
_LOOKS_LIKE = str.maketrans({seen: ours for ours, some in _SEEN_AS.items() for seen in some.casefold()})


class Clauses(NamedTuple):
    """A sentence, and where each of its clauses begins; ``apart`` are those that begin with "then"."""

    sentence: str
    starts: tuple[int, ...]
    apart: frozenset[int]

    def around(self, start: int, end: int) -> str:
        """The clause that holds a part of the sentence; from that part on where a comma stands before it (the next item
        of a list), and with the next clause where it is no more than that part.
        """
        at = max(index for index, begin in enumerate(self.starts) if begin <= start)
        last = at + 1
        bare = not self.sentence[self.starts[at] : start].strip(" ,") and self.sentence.startswith(" ,", end)
        if bare and last < len(self.starts) and self.starts[last] not in self.apart:
            last += 1
        if self.sentence[:start].endswith(" ,"):
            return self._from(start, last)
        return self._between(at, last)

    def before(self, start: int) -> str:
        """The clause before the one in which a place stands, or before the comma there; nothing for the first."""
        at = max(index for index, begin in enumerate(self.starts) if begin <= start)
        if self.sentence[:start].endswith(" ,"):
            return f" {self.sentence[self.starts[at] : start].strip()} "
        return self._between(at - 1, at) if at else ""

    def since_then(self, start: int) -> str:
        """The sentence up to a place, from the last "then" on."""
        begun = [begin for begin in self.starts if begin in self.apart and begin <= start]
        return self.sentence[max(begun, default=0) : start] + " "

    def until_then(self, start: int) -> str:
        """The part of the sentence between two of its "then" in which a place stands."""
        later = [begin for begin in self.starts if begin in self.apart and begin > start]
        return self.since_then(start).rstrip() + self.sentence[start : min(later, default=len(self.sentence))] + " "

    def _between(self, first: int, last: int) -> str:
        return self._from(self.starts[first], last)

    def _from(self, start: int, last: int) -> str:
        end = self.starts[last] if last < len(self.starts) else len(self.sentence)
        return f" {self.sentence[start:end].strip()} "


@lru_cache(maxsize=REMEMBERED)  # a file of exercises says the same again and again, and no more than its own size
def plain(text: str) -> str:
    """The text in small letters without marks: words side by side, '.' after a sentence, ',' after a part of one.

    A letter that only looks like one of ours is read as it looks.
    """
    text = without_addresses(text)
    if not text.islower():
        text = _INNER_CAPITAL.sub(" ", text).casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).casefold()
        text = "".join(char for char in text if unicodedata.category(char) not in ("Mn", "Cf"))
        text = _WORD.sub(_as_it_looks, text)
    if _DIGIT.search(text):
        text = _DECIMALS.sub("", _DIGIT_AS_LETTER.sub(lambda digit: "oi"[int(digit[0])], text))
    text = _BROKEN_LINE.sub("-", text) if "\n" in text else text
    text = _SPELT_OUT.sub(lambda spelt: _BETWEEN_LETTERS.sub("", spelt[0]), text)
    text = _ONE_WORD.sub(r"\1\2", text) if "run-" in text else text
    text = _OR_IN_BRACKETS.sub(r"\1", text) if "(" in text else text
    text = _BREAKS.sub(" . ", APOSTROPHES.sub("", text)).replace(",", " , ").replace("/", " , ")
    text = text.translate(_SPACES) if text.isascii() else _OTHER.sub(" ", text)
    return f" {' '.join(text.split())} "


def without_addresses(text: str) -> str:
    """The text without the addresses of pages and films, whose letters are no words."""
    return _ADDRESS.sub(" ", text) if "://" in text or "www." in text else text


def _as_it_looks(word: re.Match[str]) -> str:
    """A word read as it looks where that makes it wholly ours; a word of another script stays what it is."""
    seen = word[0].translate(_LOOKS_LIKE)
    return seen if seen.isascii() else word[0]


def sentences(line: str) -> Iterator[str]:
    """The sentences of a plain line, each with a space at both ends; a very long one in pieces, so that time stays
    linear.
    """
    for sentence in line.split(" . "):
        if len(sentence) < LONG_SENTENCE:
            yield f" {sentence.strip()} "
        else:
            words = sentence.split()
            yield from (f" {' '.join(words[at : at + PIECE])} " for at in range(0, len(words), PIECE))


class Grammar:
    """Where clauses begin: at "then", and where a comma, "and", "or" or "but" is followed by one of some verbs."""

    def __init__(self, verbs: Iterable[str]) -> None:
        self._verbs = frozenset(verbs)

    def clauses(self, sentence: str) -> Clauses:
        """The clauses of a sentence."""
        starts, apart, place, joined = [0], set(), 0, False
        for word in sentence.split():
            if word in ("then", "afterwards"):
                apart.add(place)
                starts.append(place)
            elif joined and word in self._verbs:
                starts.append(place)
            joined = word in _JOINING or (joined and (word.endswith("ly") or word in _BETWEEN))
            place += len(word) + 1
        return Clauses(sentence, tuple(starts), frozenset(apart))


_JOINING = frozenset((",", "and", "or", "but"))
_BETWEEN = frozenset(("finally", "next", "now", "also", "immediately", "you"))
