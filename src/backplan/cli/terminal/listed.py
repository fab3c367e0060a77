"""A list of answers of which several may be so, and how words about it are read."""

from __future__ import annotations

import re
from textwrap import wrap
from types import MappingProxyType
from typing import TYPE_CHECKING

from backplan.cli.terminal.spoken import says_none
from backplan.errors import UsageError
from backplan.model import thing_words
from backplan.model.condition_words import near
from backplan.model.name_words import folded
from backplan.model.said_numbers import number
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

INSET = 5  # columns before the words of an entry, and after them
ASKED_ROWS = 2  # rows of the question and of its answer
LEAST_ROWS = 8  # rows of a list at least, however low the screen
NONE = "None (type none)"
SURELY = 3  # letters from which on what they alone lead to is meant; fewer only move there
IF_UNSURE = "If you are not sure of one, say yes to it: the plan is then more careful, never less."


class Headed(NamedTuple):
    """Some answers of a list under a head of their own: each id with its words."""

    head: str
    choices: Mapping[str, str]


class AnswerList(NamedTuple):
    """A list of answers. ``deliberate``: that none is so must be said, and is never just Enter; ``by_word``: it is said
    by the word none alone, because of what is missed where that is a slip; ``read``: how words are
    read where people write the answers rather than look for them on a list, as what they like, and ``written`` how that
    is done; ``unsure``: what is said to who does not know; ``whole``: all the words of
    answers that the list tells in few; ``granted``: what goes without saying, and stands on no list.
    """

    question: str
    groups: tuple[Headed, ...]
    about: str = ""
    deliberate: bool = False
    by_word: bool = False
    read: Callable[[str], list[str]] | None = None
    written: str = ""
    unsure: str = "Take what is so; the rest can be said later."
    whole: Mapping[str, str] = MappingProxyType({})
    granted: frozenset[str] = frozenset()

    @property
    def choices(self) -> dict[str, str]:
        """Every id with its words, in order."""
        return {key: meaning for group in self.groups for key, meaning in group.choices.items()}

    def explained(self, key: str) -> str:
        """More of one answer than the list tells, and what to say of it where one does not know."""
        return f"{self.whole[key]}. {self.unsure}" if key in self.whole else self.unsure


NOTHING = "nothing"
TAKEN_FOR_GRANTED = "That is taken for granted, and need not be named."


class ChangeMenu(NamedTuple):
    """What is on record, of which one thing or nothing is to be changed: a list one moves through, or lines that are
    told and the question ``asked`` after them, whose answer ``read`` makes an id of, or "" for nothing.
    """

    question: str
    choices: Mapping[str, str]  # each id with its words, nothing among them: what Enter takes is that ``at``
    heads: Sequence[str]
    asked: str
    read: Callable[[str], str]
    default: str | None = None  # what Enter answers, line by line
    about: str = ""  # what is to be known before the list is moved through
    at: str | None = None  # where one stands in the list at first; None: at its first


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
    "a", "an", "the", "my", "of", "in", "to", "down", "at", "on", "i", "ve", "have", "has", "had", "got", "get", "some",
    "any", "bit", "little", "bad", "sore", "stiff", "dodgy", "trouble", "problem", "problems", "issue", "issues",
    "sometimes", "with", "is", "it", "and", "or", "just", "only", "are", "am", "hurt", "hurts", "left", "right", "very",
    "really", "quite", "too",
})  # fmt: skip
_DENIES = frozenset({"no", "not", "none", "never", "without", "don", "t"})


def _told_by(part: str, words: Mapping[str, str]) -> str | None:
    """The one id that is told by some of its words."""
    found = found_in(part, words) if len(part.strip()) >= SURELY and not re.search(r"\d", part) else []
    return found[0] if len(found) == 1 else None


def found_in(text: str, words: Mapping[str, str]) -> list[str]:
    """The ids of whose words one begins with each word of what is said but those that tell nothing: my bad knees."""
    parts = re.findall(r"[^\W_]+", text.lower())
    if not _DENIES.isdisjoint(parts):
        return []
    begun = [
        re.compile(rf"(?<![^\W_]){re.escape(part.removesuffix('s') or part)}") for part in parts if part not in _EMPTY
    ]
    return [key for key, meaning in words.items() if begun and all(part.search(meaning.lower()) for part in begun)]


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
    parts = re.findall(r"[^\W_]+", text.lower())
    telling = {part.removesuffix("s") for part in parts if len(part) > SURELY and part not in _EMPTY}
    begun = [re.compile(rf"(?<![^\W_]){re.escape(part)}") for part in telling]
    held = {key: sum(bool(part.search(meaning.lower())) for part in begun) for key, meaning in words.items()}
    most = max(held.values(), default=0)
    denied = not _DENIES.isdisjoint(parts)
    return [key for key, count in held.items() if most and count == most and not denied]


def found_by_clause(text: str, words: Mapping[str, str]) -> list[str]:
    """The ids that several clauses of a sentence tell, each one: my knees are bad and getting down to the floor is
    hard. None where a clause tells none, or several.
    """
    clauses = [part for part in re.split(r"[,;.]|\b(?:and|but|also|plus)\b", text) if re.search(r"[^\W_]", part)]
    by_clause = [found_in(part, words) or found_near(part, words) for part in clauses]
    if len(clauses) < len(("one", "another")) or re.search(r"\d", text) or any(len(each) != 1 for each in by_clause):
        return []
    return list(dict.fromkeys(key for (key,) in by_clause))


def numbers(
    ids: list[str],
    *,
    typed: bool = False,
    by_word: bool = False,
    first: int = 1,
    others: Collection[str] = (),
    words: Mapping[str, str] = MappingProxyType({}),
) -> Callable[[str], list[str]]:
    """Numbers of a list, or ids, with commas or spaces, or names between commas; Enter or `none` for none, but no Enter
    where that is ``typed``, and nothing but the word none ``by_word``. Where some are not on the list the others stand,
    and those alone are asked again. ``first`` is the number of the first; ``others`` are ids of other pages, which may
    be named, too. Where the ``words`` of ids are known, one alone may be told by them.
    """
    kept: list[str] = []

    def read(text: str) -> list[str]:
        parts = [] if _none_of_them(text, typed=typed, by_word=by_word) else text.split(",")
        named = {part: key for part in parts if (key := _named(part, [*ids, *others]) or _told_by(part, words))}
        if len(named) < len(parts) and (by_clause := found_by_clause(text, words)):
            return list(dict.fromkeys([*kept, *by_clause]))
        found: list[str] = [*named.values()]
        wrong: list[str] = []
        for word in " ".join(part for part in parts if part not in named).split():
            if (place := number(word)) is not None and 0 <= place - first < len(ids):
                found.append(ids[place - first])
            elif word in ids or word in others:
                found.append(word)
            else:
                wrong.append(f"{word} is not on the list{near(word, ids)}")
        if wrong:
            kept.extend(found)
            held = f" Kept: {', '.join(dict.fromkeys(kept))}." if kept else ""
            last = first + len(ids) - 1
            raise UsageError(f"{'; '.join(wrong)}; give numbers from {first} to {last}, or none.{held}")
        return list(dict.fromkeys([*kept, *found]))

    return read
