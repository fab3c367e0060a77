"""A list of answers of which several may be so, and the pages on which it is shown line by line."""

from __future__ import annotations

from textwrap import wrap
from types import MappingProxyType
from typing import TYPE_CHECKING

from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

INSET = 5  # columns before the words of an entry, and after them
ASKED_ROWS = 2  # rows of the question and of its answer
LEAST_ROWS = 8  # rows of a list at least, however low the screen
NONE = "None (type none)"
MOST_SAID = 500  # letters of an answer
IF_UNSURE = "If you are not sure of one, say yes to it: the plan is then more careful, never less."


class Headed(NamedTuple):
    """Some answers of a list under a head of their own: each id with its words."""

    head: str
    choices: Mapping[str, str]


class AnswerList(NamedTuple):
    """A list of answers. ``deliberate``: that none is so must be said, and is never just Enter; ``by_word``: it is said
    by the word none alone, because of what is missed where that is a slip; ``by_no``: by Enter, too, once
    words have surely denied an entry; ``read``: how words are
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
