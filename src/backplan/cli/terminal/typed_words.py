"""What the words mean that somebody typed at a list: which entry, none of them, or another page. Changes nothing."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from backplan.cli.terminal.list_answers import ClauseAnswers, by_clause, numbers
from backplan.cli.terminal.list_words import (
    SURELY,
    elsewhere,
    found_in,
    found_near,
    held_here,
    merely_shares,
    of_the_back_alone,
    of_worse,
    slips,
    surely_too_hard,
    turned,
)
from backplan.cli.terminal.listed import NONE, NOTHING
from backplan.cli.terminal.spoken import (
    QUITS,
    names_nothing,
    no_more,
    perhaps_none,
    says_none,
    says_right,
    slip_of_none,
    unknown,
)
from backplan.errors import UsageError
from backplan.model.said_numbers import number
from backplan.model.thing_words import things_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from typing import Literal

    from backplan.cli.terminal.listed import AnswerList

    Meant = Literal[
        "none", "perhaps-none", "asks-none", "which", "named", "tick", "take", "go", "unsure", "back", "first", "quit",
        "slip", "missing", "later", "worse", "turned", "own", "done",
    ]  # fmt: skip


MOST_LOOKED_FOR = 200  # letters that are looked for
_SLIPS = frozenset({"n", "not"})  # as an answer they are no entry
_ZERO = "0"  # as the number of a list, and of what is so
NO_ID = ""  # of the entry that says none of them


class TypedWords:
    """The entries of a list, where somebody is among them, what they ticked, and what they typed."""

    def __init__(self, listed: AnswerList, chosen: Collection[str], *, one: bool, back: bool) -> None:
        self.listed, self.one, self.back = listed, one, back
        self.choices = listed.choices | {key: key for key in chosen if key not in listed.choices}
        self.chosen = [key for key in self.choices if key in chosen]
        self.ids = [*self.choices, *([] if one else [NO_ID])]
        self.at = self.chosen[0] if one and self.chosen else self.ids[0]
        self.typed = ""

    def _words(self, key: str) -> str:
        return self.choices.get(key, NONE)

    def _has(self, words: str) -> bool:
        return self.typed.lower().strip() in words.lower()

    def _begins(self, words: str) -> bool:
        begins = rf"(?<![^\W_]){re.escape(self.typed.lower().strip())}"
        return self._has(words) and re.search(begins, words.lower()) is not None  # a pattern is made only for few

    def _matching(self) -> list[str]:
        """The entries that have what was typed: as their number; else where words begin; else within words."""
        if len(self.typed) > MOST_LOOKED_FOR or self._command():
            return []
        if (place := number(self.typed)) is not None:
            return [self.ids[place - 1]] if 0 < place <= len(self.ids) else []
        return self._held() or found_near(self.typed, self._all_words())

    def _command(self) -> bool:
        """Whether what was typed asks for something, or says that none is so, and is not looked for."""
        words = self.typed.strip().lower()
        if NO_ID not in self.ids:
            return words == "back" or words in QUITS
        own = words == "back" or words in QUITS or names_nothing(words)
        none = says_none(words) or perhaps_none(words) or slip_of_none(words)
        return own or none or self._all_named(words)

    def _all_named(self, words: str) -> bool:
        """Whether somebody says that what is ticked is all."""
        return bool(self.chosen) and not self.one and no_more(words)

    def _held(self) -> list[str]:
        """The entries that hold all that was typed."""
        return self._beginning() or self._with(self._has)

    def _all_words(self) -> dict[str, str]:
        return {key: f"{self._words(key)} {self.listed.unseen(key)}" for key in self.choices}

    def _beginning(self) -> list[str]:
        """The entries of which a word begins with what was typed, or words with those of it."""
        return self._with(self._begins) or found_in(self.typed, self._all_words())

    def _with(self, has: Callable[[str], bool]) -> list[str]:
        """The entries whose words, or else whose whole words, hold what was typed in some way."""
        in_sight = [key for key in self.ids if has(self._words(key))]
        return in_sight or [key for key in self.ids if has(f"{self.listed.unseen(key)} {key}")]

    def _named(self) -> list[str]:
        """What was typed, as numbers or ids, or as words where those are read; nothing where it is none."""
        with suppress(UsageError):
            return (self.listed.read or numbers([*self.choices]))(self.typed)
        return [*self._clauses().named]

    def _clauses(self) -> ClauseAnswers:
        if self.listed.read or self.listed.granted:  # where words are read in another way
            return ClauseAnswers(())
        return by_clause(self.typed, self._all_words(), self.listed)

    def _meant(self) -> Meant:
        """What Enter does with what was typed."""
        words = self.typed.strip().lower()
        if words in QUITS:
            return "quit"
        if words == "back":
            return "back" if self.back else "first"
        return self._answered(words) or self._looked_up(words)

    def _goes_without_saying(self, words: str) -> bool:
        if self.listed.granted.issuperset(things_in(words.lower())):
            return True
        return not self.one and of_the_back_alone(words)

    def _answered(self, words: str) -> Meant | None:
        """What words mean that answer the list without being looked for in it."""
        if self.one and "none" in self.choices and says_none(words):
            self.at = "none"
            return "take"
        if self.one and NOTHING in self.choices and says_right(words):
            self.at = NOTHING
            return "take"
        if NO_ID in self.ids and slip_of_none(words):
            return "asks-none"
        return None if self.one else self._none_or_named(words)

    def _looked_up(self, words: str) -> Meant:
        """What Enter does with words that are looked for."""
        found = self._matching()
        held = len(self._held())
        in_own_words = not held or (held > 1 and len(words) > SURELY) or re.search(r"\d", words)
        if self.listed.own and number(words) is None and in_own_words:
            return "own"
        if not_here := self._not_here(words, found):
            return not_here
        if self.one:
            return "take" if len(self._held()) == 1 or number(words) or words == self._words(self.at).lower() else "go"
        if number(words) is not None:
            return "tick"
        meaning = self._all_words().get(self.at, NONE)
        surely = len(self._beginning()) == 1 and len(words) >= SURELY and not merely_shares(words, meaning)
        surely = surely or (len(found) == 1 and surely_too_hard(words, meaning))
        return "turned" if turned(words, meaning) else "tick" if surely else "go"

    def _not_here(self, words: str, found: Collection[str]) -> Meant | None:
        """What is done with words that lead to nothing on this list."""
        plain = self._goes_without_saying(words)
        if not plain and (other := self._of_other_page(words)):
            return other
        if plain or self.at not in found:
            return "unsure" if unknown(words) else "missing"
        return None

    def _of_other_page(self, words: str) -> Literal["worse", "later"] | None:
        """Whether words tell of what an earlier page asks and cannot wait, or of a later page, rather than of this."""
        if of_worse(words, self._all_words(), self.listed):
            return "worse"
        return "later" if elsewhere(words, self._all_words(), self.listed.later) else None

    def _none_or_named(self, words: str) -> Meant | None:
        """What words mean that say none, or name some answers; a word alone, as no, is found in others, too."""
        if NO_ID in self.ids and self._all_named(words):
            return "done"
        if NO_ID in self.ids and names_nothing(words):
            return "which"
        if NO_ID in self.ids and says_none(words, clearly=True):
            return "tick" if self.chosen else "none"
        if NO_ID in self.ids and (words in _SLIPS or words == _ZERO or says_none(words) or perhaps_none(words)):
            by_slip = words == "not" or self.listed.by_word or self.chosen
            surely = says_none(words) or words == "n"
            return "slip" if by_slip else "none" if surely else "perhaps-none"
        if self._named():
            return "named"
        return self._none_beside() if NO_ID in self.ids and not self.chosen else None

    def _none_beside(self) -> Meant | None:
        """That none is so, said beside what a later page asks; of the worst signs only by the word, and where nothing
        else in it is of them.
        """
        answered, here = self._clauses(), self._all_words()
        surely = answered.by_word and not answered.turned
        if not answered.none_beside:
            return None
        if self.listed.by_word and (not surely or any(held_here(part, here) for part in answered.later)):
            return None
        return "none" if surely else "perhaps-none"

    def _slips_of(self, clause: str) -> dict[str, str]:
        """The words of a clause that may be a slip of one of this list or a later page; none in an own answer."""
        if self.listed.read or self.listed.granted:
            return {}
        others = (*self.listed.later.values(), *self.listed.worse.values())
        return slips(clause, (*self._all_words().values(), *others))
