"""A list that one moves through and ticks: what each key does to it. Knows no terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backplan.cli.terminal import for_later
from backplan.cli.terminal.list_answers import IF_NONE, IF_NONE_SO, MEANT_NONE, WHICH, kept_for
from backplan.cli.terminal.list_words import (
    surely_turned,
)
from backplan.cli.terminal.listed import MOST_SAID, NONE, TAKEN_FOR_GRANTED
from backplan.cli.terminal.spoken import says_none
from backplan.cli.terminal.typed_words import MOST_LOOKED_FOR, NO_ID, TypedWords
from backplan.errors import did_you_mean
from backplan.render.tick_list import DrawnList, TickLine

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from backplan.cli.terminal.listed import AnswerList
    from backplan.cli.terminal.typed_words import Meant


PAGE = 8  # entries that page up and page down move by
TOO_LONG = "Too long to look through: a word or two of what is so will do."
TOO_LONG_TO_SAY = f"That is longer than an answer can be; please say it in {MOST_SAID} letters."
MOST_SHOWN = 60  # letters of what was typed that are shown, the last


class Ticking(TypedWords):
    """Where somebody is in a list, what they ticked and what they typed. Of ``one``, Enter takes where they are. Of a
    list that they do not see whole, ``sees_all``, none alone is no answer: it leads to the end. Words that surely name
    an entry tick it, others lead to one that the next Enter ticks, if they do not deny it; Space right after either
    leaves it ticked. What earlier pages kept for this one is done first.
    """

    def __init__(
        self, listed: AnswerList, chosen: Collection[str], *, one: bool = False, back: bool = False, none: bool = False
    ) -> None:
        super().__init__(listed, chosen, one=one, back=back)
        self.sees_all: Callable[[DrawnList], bool] = lambda _: True
        self.none = none
        self.begun_at, self.said = self.at, ""
        self.in_words = ""  # the answer that is on no list
        self.led: str | None = None  # where words have just led to, until the next key
        self.offered: str | None = None  # the entry that the next key ticks, if it is Enter
        self._look_at_kept()

    def press(self, key: str) -> bool:
        """Do what a key asks for; whether the list is done."""
        unread = self.said in (TOO_LONG, TOO_LONG_TO_SAY) and self.one and not self.typed
        self.said, led, self.led, offered, self.offered = "", self.led, None, self.offered, None
        if key == "enter" and unread:
            self.said = f"Enter once more, if it is this: {self._words(self.at)}."
        elif key == "enter" and offered and not self.typed and not self._ticked(offered):
            self._tick_offered(offered)
        elif key == "enter":
            return self._entered(led)
        elif key == " " and not self.typed:  # of several words to look for the space is one letter
            self._tick_here(led)
        elif key == "?" and not self.typed:
            self.said = self.listed.explained(self.at)
        elif key == "backspace":
            self._type(self.typed[:-1])
        elif key in _STEPS:
            self._move(_STEPS[key])
        else:
            self._type(self.typed + key)
        return False

    def _look_at_kept(self) -> None:
        """Do what words at an earlier page say of this one, and tell it."""
        if self.one or self.chosen or self.none:
            return
        meanings: list[tuple[str, Meant, str]] = []
        for part in kept_for(self.listed):
            self._type(part)
            if (meant := self._meant()) in ("tick", "named"):
                self._take_typed()
            elif meant in ("go", "turned"):
                self.led = None if self._ticked(self.at) else self.at
                self.offered = self.at if meant == "go" else None
            meanings.append((part, meant, self.at))
            self.typed = ""
        self._tell_kept(meanings)

    def _tell_kept(self, meanings: Iterable[tuple[str, Meant, str]]) -> None:
        """Tell what words at an earlier page did, by what is ticked after all of them."""
        sentences = list[str]()
        for part, meant, self.at in meanings:
            sentences.append(f"You wrote: “{part}”.")
            if meant in ("go", "turned"):
                sentences.append(self._told_of(meant, part))
                self.led = None if self._ticked(self.at) else self.led  # Space does at once what is said of it
        ticked = f"Ticked: {'; '.join(map(self._words, self.chosen))}." if self.chosen else ""
        once = [each for place, each in enumerate(sentences, 1) if each not in sentences[place:]]
        self.said = " ".join(filter(None, [*once, ticked]))

    def _tick_offered(self, key: str) -> None:
        self._tick([key])
        self.at = self.led = key
        self.said = f"Ticked: {self._words(key)}."

    def paste(self, text: str) -> None:
        """Look for what was pasted, or take it for an own answer; a long text is none of a list: it speaks of much that
        is not so.
        """
        if len(text) > (MOST_SAID if self.listed.own else MOST_LOOKED_FOR):
            self.said, self.led, self.offered = TOO_LONG_TO_SAY if self.listed.own else TOO_LONG, None, None
        else:
            self._type(self.typed + text)

    @property
    def found(self) -> list[str]:
        """The ids that are ticked, in the order of the list."""
        return [self.in_words or self.at] if self.one else self.chosen

    def shown(self) -> DrawnList:
        """The list as it is drawn."""
        heads = {next(iter(group.choices)): group.head for group in self.listed.groups if group.choices}
        entries = [
            TickLine(self.ids.index(key) + 1, self._words(key), self._ticked(key), key == self.at, heads.get(key, ""))
            for key in self.ids
        ]
        below = self.said or (self._looked_for() if self.typed else "")
        last = NONE if self.ids[-1] == NO_ID else ""
        asks, about = self.listed.question, self.listed.about
        ticked = [self._words(key) for key in self.chosen]
        done = _DOES[self._meant()] if self.typed else "take it" if self.one else "done"
        enter = done if self.typed or self.one or self.none or self.chosen else ""
        enter = "tick it" if self.offered and not self.typed else enter
        return DrawnList(asks, about, entries, below, ticked, self.one, self.back, bool(self.typed), enter, last)

    def _ticked(self, key: str) -> bool:
        return self.none if key == NO_ID else key in self.chosen

    def _looked_for(self) -> str:
        """What the letters led to: how many entries have them, and all words of one whose short ones have not."""
        typed = self.typed if len(self.typed) <= MOST_SHOWN else f"...{self.typed[-MOST_SHOWN:]}"
        if self._command():
            return f"Typed: {typed}"
        if self._meant() == "own":
            return f"Typed: {typed}"
        if not (found := self._matching()):
            return f"Typed: {typed}" if not self.one and self._named() else f"Typed: {typed} (not found)"
        looking = (
            f"Typed: {typed}, found {found.index(self.at) + 1} of {len(found)}"
            if self.at in found
            else f"Typed: {typed}"
        )
        whole = self.listed.whole.get(self.at, "")
        return looking if self._has(self._words(self.at)) or not whole else f"{looking}: {whole}"

    def _move(self, by: int) -> None:
        """Through the list; through what was looked for, while something is."""
        through = (self._matching() if self.typed else []) or self.ids
        place = through.index(self.at) + by if self.at in through else 0
        self.at = through[max(0, min(place, len(through) - 1))]

    def _type(self, text: str) -> None:
        """Go to what has the letters; where nothing has them all, back to where one was before."""
        if not self.typed:
            self.begun_at = self.at
        self.typed = text[:MOST_SAID]
        if len(text) > MOST_SAID:
            self.said = TOO_LONG_TO_SAY
        if self.typed:
            self.at = next(iter(self._matching()), self.begun_at)

    def _tick_here(self, led: str | None) -> None:
        """Tick where one is, or take the tick away, which is said; what words have just ticked stays ticked."""
        if self.one:
            return
        if self.at == led and self._ticked(led):
            self.said = f"Ticked: {self._words(led)}. Space once more takes the tick away."
            return
        if self._ticked(self.at):
            self.said = f"No longer ticked: {self._words(self.at)}."
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

    def _entered(self, led: str | None) -> bool:
        if self.typed:
            return self._take_typed()
        if not self.one and led and not self._ticked(led) and (self.none or self.chosen):
            self.said = f"Not ticked: {self._words(led)}. Space ticks it, Enter goes on without it."
            return False
        if self.one or self.none or self.chosen:
            return True
        if NO_ID in self.ids and not self.listed.deliberate:
            self.none = True
            self.said = "Enter once more, if none is so; Space ticks."
            return False
        last = "; if none is so, type none" if NO_ID in self.ids else ""
        self.said = f"Nothing is ticked yet. Space ticks{last}."
        return False

    def _take_typed(self) -> bool:
        """Do what the words mean: tick what they say, or else the entry that they led to; of one alone, take it."""
        meant, words = self._meant(), self.typed.strip()
        if meant in ("missing", "go") and not self.one and (meant_by := self._slips_of(self.typed)):
            return self._lead_to_slip(words, meant_by)
        if meant in ("none", "perhaps-none"):
            return self._take_none(self._clauses().missing(), surely=meant == "none" or not self.listed.deliberate)
        if meant == "named":
            return self._take_named()
        if meant == "asks-none" and not (self.listed.by_word or self.chosen):
            return self._take_none(MEANT_NONE, surely=False)
        self.typed = ""
        if meant == "own":
            self.in_words = words
            return True
        if meant == "tick":
            self._tick_found(NO_ID if says_none(words, clearly=True) else self.at)
        elif meant not in ("take", "done"):
            leads = meant in ("go", "turned")
            self.at = self.at if leads else self.begun_at
            self.led = self.at if leads and not self._ticked(self.at) else None
            self.offered = self.at if meant == "go" and not self.one else None
            self.said = self._put_off(meant, words) if meant in ("later", "worse") else self._told_of(meant, words)
            self._pass_by(meant, words)
        return meant in ("take", "done")

    def _take_named(self) -> bool:
        """Tick what was named; of the first clause beside it that is not found for a slip in writing, ask."""
        named, clauses = self._named(), self._clauses()
        slip = next((part for part in clauses.rest if self._slips_of(part)), None)
        missing = clauses._replace(rest=[part for part in clauses.rest if part != slip]).missing()
        self._tick(named)
        self.led = self.at if self.at in named else None
        self.said = f"Ticked: {'; '.join(map(self._words, named))}. {missing}".strip() if missing or slip else ""
        if slip:
            ticked = self.said
            self._lead_to_slip(slip, self._slips_of(slip))
            self.said = f"{ticked} {self.said}"
        return False

    def _lead_to_slip(self, words: str, meant_by: Mapping[str, str]) -> bool:
        """Do what is done with the words that a slip may mean, but tick nothing before the next Enter."""
        self._type(re.sub(r"[^\W_]+", lambda part: meant_by.get(part[0].lower(), part[0]), words))
        meant, right, self.typed = self._meant(), self.typed, ""
        asks = f"{words}{did_you_mean([*meant_by.values()])}"
        if meant in ("later", "worse"):
            self.said = f"{asks}: {self._put_off(meant, right)}"
            self._pass_by(meant, right)
        elif meant in ("tick", "named", "go"):
            self.led = self.offered = self.at
            self.said = f"{asks}: {self._told_of('go', right)}"
        else:
            self.at = self.begun_at
            self.said = self._told_of("missing", words)
        return False

    def _take_none(self, missing: str, *, surely: bool) -> bool:
        """That none is so; to where the end is seen, where not all is in sight, or where it may have been a slip."""
        twice = self.none
        self.none, self.typed, self.at = True, "", NO_ID
        if not (seen := twice or (surely and self.sees_all(self.shown()))):
            self.said = f"{missing} {IF_NONE_SO}".strip()
        return seen

    def _put_off(self, meant: Meant, words: str) -> str:
        """Keep words for the page that asks about them."""
        kept = for_later.keep_worse([words]) if meant == "worse" else for_later.keep([words])
        return f"{kept} {'' if self.chosen else IF_NONE}".strip()

    def _pass_by(self, meant: Meant, words: str) -> None:
        """Let Enter say that none is so, where words told that an entry is not, or of a later page."""
        by_enter = meant == "later" and not self.listed.by_word
        if meant == "turned" and self.listed.by_no:
            by_enter = surely_turned(words, self._all_words().get(self.at, NONE))
        if by_enter and NO_ID in self.ids and not self.chosen:
            self.none, self.led = True, None
            self.said = f"{self.said.replace(f' {IF_NONE}', '')} {IF_NONE_SO}"

    def _tick_found(self, key: str) -> None:
        self.at = self.led = key
        if key == NO_ID:
            gone = "; ".join(map(self._words, self.chosen))
            self.said = f"{f'No longer ticked: {gone}. ' if gone else ''}Enter once more, if none is so."
        self._tick([key])

    def _told_of(self, meant: Meant, words: str) -> str:
        on = (
            "Enter takes it, if that is right."
            if self.one
            else f"Enter ticks it, if that is so: {self._words(self.at)}."
        )
        on = on if self.one or self.chosen or NO_ID not in self.ids else f"{on} {IF_NONE}"
        if not self.one and self._ticked(self.at):
            on = f"Ticked: {self._words(self.at)}."
        missing = f"{words} is not on this list.{f' {IF_NONE}' if NO_ID in self.ids and not self.chosen else ''}"
        if meant == "missing" and self._goes_without_saying(words):
            missing = f"{TAKEN_FOR_GRANTED} {IF_NONE}"
        still = self._ticked(self.at)
        stands, space = ("Still ticked", "takes the tick away") if still else ("Not ticked", "ticks it, if that is so")
        return {
            "slip": IF_NONE,
            "asks-none": f"{MEANT_NONE} If so, type none.",
            "which": WHICH,
            "unsure": self.listed.unsure,
            "go": on,
            "turned": f"{stands}: {self._words(self.at)}. Space {space}.",
            "first": "There is nothing to go back to. Ctrl-C stops.",
        }.get(meant, missing)


# What Enter does, as the foot of the list names it; nothing where it does nothing.
_DOES: dict[Meant, str] = {
    "none": "none is so", "perhaps-none": "none is so", "named": "tick it", "tick": "tick it", "take": "take it",
    "go": "go there", "unsure": "explains", "back": "back", "first": "", "quit": "stop", "slip": "",
    "asks-none": "asks", "which": "explains", "missing": "", "later": "keep it", "worse": "keep it",
    "turned": "go there", "own": "take it", "done": "done",
}  # fmt: skip
_STEPS = {"up": -1, "down": 1, "pageup": -PAGE, "pagedown": PAGE, "home": -(10**6), "end": 10**6}
