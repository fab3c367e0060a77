"""Every way backplan can fail: each kind owns its sentence and its exit code."""

from collections.abc import Collection
from typing import ClassVar


class BackplanError(Exception):
    """Something the person should be told in one kind sentence, never in a traceback."""

    exit_code: ClassVar[int] = 1


class UsageError(BackplanError):
    """A flag, argument or prompt that cannot be used; says which and what would do."""

    exit_code = 2


class FileError(BackplanError):
    """A file the person gave is wrong: all its faults, one a line, each with file:line:column."""

    exit_code = 3

    def __init__(self, faults: "list[str] | tuple[str, ...]", more: int = 0, way_out: str = "") -> None:
        self.listed, self.more = tuple(faults), more  # each fault, and how many are not told
        self.faults = (*faults, f"... and {more:,} more faults like these{way_out}") if more else self.listed
        super().__init__("\n".join(self.faults))


class SafetyStop(BackplanError):  # noqa: N818 - a stop is an answer, not an error
    """A rule says: no exercises now. Carries the rule's id and its one sentence; and the signs it rests on, where they
    were told so lately that a mistake can be taken back, and nothing else is said of them just then.
    """

    exit_code = 4

    def __init__(self, rule: str, sentence: str) -> None:
        super().__init__(sentence)
        self.rule = rule
        self.sentence = sentence
        self.mistakable: tuple[str, ...] = ()


class StoreError(BackplanError):
    """The person's data cannot be read or written; nothing was lost and nothing half-written."""

    exit_code = 5


class DamagedError(StoreError):
    """The person's data is damaged, or what stands in its place is none: whoever looks again finds the same."""


LET_READ = "See that it may be read, or let BACKPLAN_HOME name another folder"


def reason_of(error: OSError, otherwise: str) -> str:
    """Why the system refused, in small letters, to end a sentence with; ``otherwise`` where it does not say."""
    return (error.strerror or otherwise).lower()


def kept(char: str) -> bool:
    """Whether a character may stand in one line of text: it drives no terminal, turns no direction round, ends no line,
    and is whole. What is typed is kept by this, and what is read from files is held against it.
    """
    return (
        not "\ud800" <= char <= "\udfff"
        and char >= " "
        and not "\x7f" <= char <= "\x9f"
        and char not in "\u200e\u200f\u061c\u2028\u2029"
        and not ("\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069")
    )


def in_a_line(path: object) -> str:
    """A path fit to be shown within a sentence: what no line can show of it is a question mark."""
    return "".join(char if char.isprintable() or char in "\u200c\u200d" else "?" for char in str(path))


def nearest(word: str, words: Collection[str], alike: float = 0.6) -> str:
    """' (did you mean ...?)' when something known is close to a word, else nothing: the end of a good complaint."""
    from difflib import get_close_matches

    return did_you_mean(get_close_matches(word, words, n=3, cutoff=alike))


def did_you_mean(close: Collection[str]) -> str:
    """' (did you mean ...?)' of what may have been meant, else nothing."""
    return f" (did you mean {' or '.join(close)}?)" if close else ""
