"""A list that one moves through and ticks: what each key does to it. Knows no terminal."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from backplan.cli.terminal.listed import NONE, numbers
from backplan.errors import UsageError
from backplan.model.said_numbers import number
from backplan.render.tick_list import DrawnList, TickLine

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from backplan.cli.terminal.listed import AnswerList

PAGE = 8  # entries that page up and page down move by
MOST_TYPED = 60  # letters that are looked for
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
        self.typed = self.said = ""

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
        visible = self._visible()
        heads = {next(iter(group.choices)): group.head for group in self.listed.groups if group.choices}
        entries = [
            TickLine(self.ids.index(key) + 1, self._words(key), self._ticked(key), key == self.at, heads.get(key, ""))
            for key in visible
        ]
        said = self.said or (f"Looking for: {self.typed}" if self.typed else "")
        last = NONE if self.ids[-1] == NO_ID and not self.typed else ""
        asks, about = self.listed.question, self.listed.about
        ticked = [self._words(key) for key in self.chosen]
        return DrawnList(asks, about, entries, said, ticked, self.one, self.back, bool(self.typed), last)

    def _words(self, key: str) -> str:
        return self.choices.get(key, NONE)

    def _ticked(self, key: str) -> bool:
        return self.none if key == NO_ID else key in self.chosen

    def _visible(self) -> list[str]:
        return list(self._matching()) or ([] if self.typed else self.ids)

    def _matching(self) -> Iterator[str]:
        typed = self.typed.lower().strip()
        for place, key in enumerate(self.ids, 1):
            words = f"{self._words(key)} {self.listed.whole.get(key, '')} {key}"
            if typed in words.lower() or (typed.isdecimal() and str(place).startswith(typed)):
                yield key

    def _move(self, by: int) -> None:
        if visible := self._visible():
            place = visible.index(self.at) + by if self.at in visible else 0
            self.at = visible[max(0, min(place, len(visible) - 1))]

    def _type(self, text: str) -> None:
        self.typed = text[:MOST_TYPED]
        visible = self._visible()
        if self.typed and visible:
            place = number(self.typed)
            self.at = self.ids[place - 1] if place and place <= len(self.ids) else visible[0]

    def _tick_here(self) -> None:
        if self.at in self._visible() and not self.one:
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
        last = f"; {NONE} stands at the end" if NO_ID in self.ids else ""
        self.said = f"Nothing is ticked yet. Space ticks{last}."
        return False

    def _take_typed(self) -> bool:
        """Tick what the words say, or else the entry that they led to; of one alone, take it."""
        none = self.typed.strip().lower() == "none"
        if none and not self.chosen and self.ids[-1] == NO_ID:
            self.none, self.typed, self.at = True, "", NO_ID  # to where the end is seen, where not all is in sight
            return self.sees_all(self.shown())
        if not self.one and not none:
            with suppress(UsageError):
                if found := (self.listed.read or numbers([*self.choices]))(self.typed):
                    self._tick(found)
                    return False
        if self.at not in self._visible():
            self.said, self.typed = f"{self.typed} is not on the list.", ""
            return False
        if not self.one and not (self.none and self.at == NO_ID):  # said twice, it is so all the same
            self._tick([self.at])
        self.typed = ""
        return self.one


_STEPS = {"up": -1, "down": 1, "pageup": -PAGE, "pagedown": PAGE, "home": -(10**6), "end": 10**6}
