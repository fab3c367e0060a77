"""A list that one moves through and ticks: what each key does to it. Knows no terminal."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from backplan.cli.terminal.listed import NONE, numbers
from backplan.cli.terminal.spoken import unknown
from backplan.errors import UsageError
from backplan.model.said_numbers import number
from backplan.render.tick_list import DrawnList, TickLine

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from backplan.cli.terminal.listed import AnswerList

PAGE = 8  # entries that page up and page down move by
MOST_TYPED = 60  # letters that are looked for
SURELY = 3  # letters from which on what they alone lead to is meant; fewer only move there
_NO = frozenset({"n", "no", "nope", "nah", "nothing", "not", "nil", "no one"})  # as an answer they tick nothing
NO_ID = ""  # of the entry that says none of them


class Ticking:
    """Where somebody is in a list, what they ticked and what they typed. Of ``one``, Enter takes where they are. Of a
    list that they do not see whole, ``sees_all``, none alone is no answer: it leads to the end.
    """

    def __init__(self, listed: AnswerList, chosen: Collection[str], *, one: bool = False, back: bool = False) -> None:
        self.listed, self.one, self.back = listed, one, back
        self.sees_all: Callable[[DrawnList], bool] = lambda _: True
        self.choices = listed.choices | {key: key for key in chosen if key not in listed.choices}
        self.chosen = [key for key in self.choices if key in chosen]
        self.ids = [*self.choices, *([] if one else [NO_ID])]
        self.none = False
        self.at = self.chosen[0] if one and self.chosen else self.ids[0]
        self.begun_at, self.typed, self.said = self.at, "", ""

    def press(self, key: str) -> bool:
        """Do what a key asks for; whether the list is done."""
        self.said = ""
        if key == "enter":
            return self._entered()
        if key == " " and not self.typed:  # of several words to look for the space is one letter
            self._tick_here()
        elif key == "?" and not self.typed:
            self.said = self.listed.explained(self.at)
        elif key == "backspace":
            self._type(self.typed[:-1])
        elif key in _STEPS:
            self._move(_STEPS[key])
        else:
            self._type(self.typed + key)
        return False

    def paste(self, text: str) -> None:
        """Look for what was pasted."""
        self._type(self.typed + text)

    @property
    def found(self) -> list[str]:
        """The ids that are ticked, in the order of the list."""
        return [self.at] if self.one else self.chosen

    def shown(self) -> DrawnList:
        """The list as it is drawn."""
        heads = {next(iter(group.choices)): group.head for group in self.listed.groups if group.choices}
        entries = [
            TickLine(self.ids.index(key) + 1, self._words(key), self._ticked(key), key == self.at, heads.get(key, ""))
            for key in self.ids
        ]
        said = self.said or (self._looked_for() if self.typed else "")
        last = NONE if self.ids[-1] == NO_ID else ""
        asks, about = self.listed.question, self.listed.about
        ticked = [self._words(key) for key in self.chosen]
        return DrawnList(asks, about, entries, said, ticked, self.one, self.back, bool(self.typed), last)

    def _words(self, key: str) -> str:
        return self.choices.get(key, NONE)

    def _ticked(self, key: str) -> bool:
        return self.none if key == NO_ID else key in self.chosen

    def _looked_for(self) -> str:
        """What the letters led to: how many entries have them, and all words of one whose short ones have not."""
        if not (found := self._matching()):
            return f"Typed: {self.typed}" if not self.one and self._named() else f"Typed: {self.typed} (not found)"
        told = (
            f"Typed: {self.typed}, found {found.index(self.at) + 1} of {len(found)}"
            if self.at in found
            else f"Typed: {self.typed}"
        )
        whole = self.listed.whole.get(self.at, "")
        return told if self._has(self._words(self.at)) or not whole else f"{told}: {whole}"

    def _has(self, words: str) -> bool:
        return self.typed.lower().strip() in words.lower()

    def _matching(self) -> list[str]:
        """The entries that have what was typed: as their number; else in their words; else in all their words."""
        if (place := number(self.typed)) is not None:
            return [self.ids[place - 1]] if 0 < place <= len(self.ids) else []
        in_sight = [key for key in self.ids if self._has(self._words(key))]
        return in_sight or [key for key in self.ids if self._has(f"{self.listed.whole.get(key, '')} {key}")]

    def _named(self) -> list[str]:
        """What was typed, as numbers or ids, or as words where those are read; nothing where it is none."""
        with suppress(UsageError):
            return (self.listed.read or numbers([*self.choices]))(self.typed)
        return []

    def _move(self, by: int) -> None:
        """Through the list; through what was looked for, while something is."""
        through = (self._matching() if self.typed else []) or self.ids
        place = through.index(self.at) + by if self.at in through else 0
        self.at = through[max(0, min(place, len(through) - 1))]

    def _type(self, text: str) -> None:
        """Go to what has the letters; where nothing has them all, back to where one was before."""
        if not self.typed:
            self.begun_at = self.at
        self.typed = text[:MOST_TYPED]
        if self.typed:
            self.at = next(iter(self._matching()), self.begun_at)

    def _tick_here(self) -> None:
        if not self.one:
            self._tick([self.at], off=self.at in self.chosen)

    def _tick(self, keys: Collection[str], *, off: bool = False) -> None:
        if NO_ID in keys:
            self.none, self.chosen = not self.none, []
        else:
            self.choices |= {key: key for key in keys if key not in self.choices}
            wanted = set(self.chosen) - set(keys) if off else set(self.chosen) | set(keys)
            self.none, self.chosen = False, [key for key in self.choices if key in wanted]
            self.ids = [*self.choices, *self.ids[self.ids.index(NO_ID) :]] if NO_ID in self.ids else [*self.choices]
        self.typed = ""

    def _entered(self) -> bool:
        if self.typed:
            return self._take_typed()
        if self.one or self.none or self.chosen:
            return True
        last = "; if none is so, type none" if NO_ID in self.ids else ""
        self.said = f"Nothing is ticked yet. Space ticks{last}."
        return False

    def _take_typed(self) -> bool:
        """Tick what the words say, or else the entry that they led to; of one alone, take it."""
        none = self.typed.strip().lower() == "none"
        if none and not self.chosen and self.ids[-1] == NO_ID:
            self.none, self.typed, self.at = True, "", NO_ID  # to where the end is seen, where not all is in sight
            if not (seen := self.sees_all(self.shown())):
                self.said = "Enter once more, if none of all is so."
            return seen
        if not self.one and not none and (found := self._named()):
            self._tick(found)
            return False
        return self._take_found()

    def _take_found(self) -> bool:
        """Tick the one entry that the letters can mean; of one alone, take it. A slip ticks nothing."""
        words, found = self.typed.strip().lower(), self._matching()
        self.typed = ""
        if not self.one and NO_ID in self.ids and words in _NO:
            self.said, self.at = "If none of these is so, type none.", self.begun_at
        elif self.at not in found and unknown(words):
            self.said, self.at = self.listed.unsure, self.begun_at
        elif self.at not in found:
            self.said = f"{words} is not on the list."
        elif self.one:
            return True
        elif len(found) > 1 or len(words) < SURELY:
            self.said = "Space ticks it."
        elif not (self.none and self.at == NO_ID):  # said twice, it is so all the same
            self._tick([self.at])
        return False


_STEPS = {"up": -1, "down": 1, "pageup": -PAGE, "pagedown": PAGE, "home": -(10**6), "end": 10**6}
