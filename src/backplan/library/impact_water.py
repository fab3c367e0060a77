"""Whether a movement is done in water, which carries the landing: said by its own sentence, by the scene that earlier
sentences set, by a name, or by the place.
"""

from __future__ import annotations

from collections.abc import Iterable

from backplan.library.impact_phrases import Compiler, Phrases
from backplan.library.impact_words import Water


class WaterWords:
    """How names and sentences say water, and what takes that back."""

    def __init__(self, words: Water, compiler: Compiler) -> None:
        self._name = Phrases(words.name, compiler)
        self._says = Phrases(words.step, compiler)
        self._not_really = Phrases(words.not_really, compiler)
        self._hint = Phrases(words.beside_the_tag, compiler)
        self._land, self._likened = Phrases(words.land, compiler), Phrases(words.likened, compiler)
        self._beside = Phrases(words.beside, compiler)
        self._maybe = Phrases(words.maybe, compiler)
        self._apart = Phrases(words.apart, compiler)

    def named(self, names: Iterable[str]) -> bool:
        """Whether one of the names says that it is done in water."""
        return any(self._name.search(self._not_really.without(name)) for name in names)

    def hinted(self, line: str) -> bool:
        """Whether a line has a word that goes with a pool; beside the tag of a pool that is enough."""
        return self._hint.search(self._not_really.without(line))

    def on_land(self, line: str) -> bool:
        """Whether a line says land, or that the water is left; "run as you would on land" does not."""
        return self._land.search(line) and self._land.search(self._likened.without(line))

    def beside(self, line: str) -> bool:
        """Whether a line puts it beside the water, as long as nobody stands in it already."""
        return self._beside.search(line)

    def scene(self, sentence: str) -> bool | None:
        """True where a sentence puts the person into the water, False where out of it, None where it says neither.

        What is only offered sets no scene: "if your knees ache, do it in the pool", "on other days".
        """
        if self.on_land(sentence):
            return False
        wet = self._says.search(self._not_really.without(sentence))
        return True if wet and not self._maybe.search(sentence) else None

    def holds(self, sentence: str, start: int, end: int) -> bool:
        """Whether a sentence says water of the words between two of its places."""
        if any(start < last and first < end for first, last in self._not_really.spans(sentence)):
            return False
        return any(
            self._together(sentence, water, (start, end))
            for water in self._says.spans(self._not_really.without(sentence))
        )

    def _together(self, sentence: str, water: tuple[int, int], words: tuple[int, int]) -> bool:
        if water[1] <= words[0]:
            offered = self._maybe.search(sentence[: water[1] + 1])
            return not (offered or self._apart.search(sentence[water[1] : words[0] + 1]))
        return not self._apart.search(sentence[words[1] : max(water[0], words[1]) + 1])
