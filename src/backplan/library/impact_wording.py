"""What an exercise says of itself: the words in its names and steps that tell of running, jogging or jumping on land.

Pure: the vocabulary (data/impact_words.yaml) comes in as a value. A text becomes one line of plain words with "." and
"," between its parts, and every phrase of the vocabulary a regular expression over such a line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from backplan.library.impact_words import Harmless, ImpactWords, Named, Softly, Stem

Pattern = re.Pattern[str]

REACH = 7  # words that may stand between a negation and what it takes back
SHORT_ITEM = 4  # words in one part of a list, its comma with it
LONG_SENTENCE, PIECE = 1000, 80  # characters, and words of a piece of a longer one
LONG_ENOUGH, FEWEST = (
    8,
    8,
)  # of steps of this many words, one in so many is an everyday English one, or they are not English


class Giveaway(NamedTuple):
    """Words that tell of an impact, and where they stand: 0 for a name, else the number of the step."""

    words: str
    step: int

    def in_words(self) -> str:
        """The words in quotes, with the place where they stand, to tell a person."""
        return f'"{self.words}" in ' + (f"step {self.step}" if self.step else "its name")


class _Hit(NamedTuple):
    start: int
    end: int
    words: str
    movement: bool = True  # one of the movements themselves, not a name from the list


class _Whole:
    """All that an exercise says, in plain lines, and whether that puts it into the water once somebody has asked."""

    def __init__(self, names: list[str], steps: list[str], *, on_land: bool) -> None:
        self.names = names
        self.steps = steps
        self.on_land = on_land
        self.wet: bool | None = None


class _Saver(NamedTuple):
    """A compiled group: what it says, and what it does not hold for."""

    says: Pattern
    but: Pattern
    group: Named | Harmless | Softly
    heads: frozenset[str] = frozenset()  # the words one of which it begins with


# What a text says, as a line of plain words.

_BREAKS = re.compile(r"[.!?;:\n\r()\[\]{}|•]+|\s[-–—]+\s|[–—]")
_OR_IN_BRACKETS = re.compile(r"\((or [^()]*)\)", re.IGNORECASE)  # "step (or jump) your feet" is one choice
_APOSTROPHES = re.compile(r"['’‘`´]")
_OTHER = re.compile(r"[^a-z0-9.,]+")
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")


def plain(text: str) -> str:
    """The text in small letters without marks: words side by side, '.' after a sentence, ',' after a part of one."""
    text = unicodedata.normalize("NFKD", _INNER_CAPITAL.sub(" ", text)).casefold()
    if not text.isascii():
        text = "".join(char for char in text if unicodedata.category(char) not in ("Mn", "Cf"))
    text = _BREAKS.sub(" . ", _APOSTROPHES.sub("", _OR_IN_BRACKETS.sub(r"\1", text)))
    return f" {' '.join(_OTHER.sub(' ', re.sub('[,/]', ' , ', text)).split())} "


# A phrase of the vocabulary, as a regular expression over such a line.


def forms(stem: Stem) -> tuple[str, ...]:
    """Every form of a movement's word: run, runs, running and those that follow no rule."""
    word = stem.word
    if word.endswith("ing"):
        return (word, *stem.also)
    doubles = re.fullmatch(r"[^aeiou]*[aeiou][bdgnp]", word)
    root = word + word[-1] if doubles else word.removesuffix("e")
    return (word, f"{word}s", f"{root}ed", f"{root}ing", *stem.also)


def _one_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_GAPS = {"...": "(?: [a-z0-9]+){0,3}", ".......": "(?: [a-z0-9,]+){0,9}"}


class _Compiler:
    """Turns phrases into expressions; knows the forms that RUN, RUN-ING, ANY and ANY-ING stand for."""

    def __init__(self, words: ImpactWords) -> None:
        self._forms = {stem.word.upper(): forms(stem) for stem in words.movements}
        self._forms["ANY"] = tuple(form for some in self._forms.values() for form in some)
        self._soft = words.soft

    def pattern(self, phrases: Sequence[str]) -> Pattern:
        """One expression for any of some phrases; for none, one that nothing matches."""
        spread = [each for phrase in phrases for each in (self._soft if phrase == "SOFT" else (phrase,))]
        return re.compile(f"{_one_of(map(self._phrase, spread))}(?= )" if spread else r"(?!)")

    def heads(self, phrases: Sequence[str]) -> frozenset[str]:
        """The words that phrases may begin with: where none of them stands in a sentence, no phrase does."""
        spread = [each for phrase in phrases for each in (self._soft if phrase == "SOFT" else (phrase,))]
        return frozenset(word for phrase in spread for word in self._first(phrase))

    def _first(self, phrase: str) -> Iterator[str]:
        for part in re.sub(r"/\s+", "/", phrase).split():
            for word in part.strip("()").split("/"):
                yield from self._meant(word)
            if not part.startswith("("):
                return

    def _phrase(self, phrase: str) -> str:
        return "".join(map(self._part, re.sub(r"/\s+", "/", phrase).split()))

    def _part(self, part: str) -> str:
        if part in _GAPS:
            return _GAPS[part]
        if part.startswith("("):
            return f"(?: {self._word(part.strip('()'))})?"
        return f" {self._word(part)}"

    def _word(self, choice: str) -> str:
        return _one_of(form for word in choice.split("/") for form in self._meant(word))

    def _meant(self, word: str) -> Iterable[str]:
        name, _, ending = word.partition("-")
        if name not in self._forms:
            return (word,)
        return (form for form in self._forms[name] if not ending or form.endswith("ing"))


class Wording:
    """The vocabulary of impact, ready to judge exercises by."""

    def __init__(self, words: ImpactWords) -> None:
        self._words = words
        self._compiler = _Compiler(words)
        known = [form for stem in words.movements for form in forms(stem)]
        begun, ended = _one_of(words.beginnings), _one_of(words.endings)
        self._movement = re.compile(f" ({_one_of(known)}|{begun}[a-z0-9]*|[a-z0-9]+{ended})(?= )")
        self._look_alike = frozenset(words.only_look_alike)
        self._last: tuple[str, list[tuple[Harmless, list[_Hit], list[_Hit]]]] = ("", [])

    @cached_property
    def _names(self) -> list[_Saver]:
        heads = self._compiler.heads
        return [_Saver(self._pattern(g.say), self._pattern(g.unless), g, heads(g.say)) for g in self._words.names]

    @cached_property
    def _harmless(self) -> list[_Saver]:
        heads = self._compiler.heads
        return [_Saver(self._pattern(g.say), self._pattern(g.but), g, heads(g.say)) for g in self._words.harmless]

    @cached_property
    def _softly(self) -> list[_Saver]:
        return [_Saver(self._pattern(g.by), self._pattern(g.but), g) for g in self._words.done_softly]

    @cached_property
    def _soft_name(self) -> Pattern:
        return self._pattern(self._words.soft_names)

    @cached_property
    def _soft_step(self) -> Pattern:
        return self._pattern(self._words.soft_steps)

    @cached_property
    def _not_standing(self) -> Pattern:
        return self._pattern(self._words.not_standing)

    @cached_property
    def _standing(self) -> Pattern:
        return self._pattern(self._words.standing)

    @cached_property
    def _negation(self) -> Pattern:
        return self._pattern(self._words.negations)

    @cached_property
    def _still(self) -> Pattern:
        return self._pattern(self._words.still_said_before)

    @cached_property
    def _after(self) -> Pattern:
        return self._pattern(self._words.taken_back_after)

    @cached_property
    def _water_name(self) -> Pattern:
        return self._pattern(self._words.water.name)

    @cached_property
    def _water_step(self) -> Pattern:
        return self._pattern(self._words.water.step)

    @cached_property
    def _not_really(self) -> Pattern:
        return self._pattern(self._words.water.not_really)

    @cached_property
    def _land(self) -> Pattern:
        return self._pattern(self._words.water.land)

    def _pattern(self, phrases: Sequence[str]) -> Pattern:
        return self._compiler.pattern(phrases)

    # Judging.

    def giveaways(
        self, names: Sequence[str], steps: Sequence[str], key: str = "", *, on_land: bool = False
    ) -> tuple[Giveaway, ...]:
        """The words that tell of an impact on land, each once, in reading order; none for a harmless exercise. An id
        may give it away and never excuses it, as anybody can choose one; nor does a name that says water where the
        tags say land.
        """
        whole = _Whole([plain(name) for name in names], [plain(step) for step in steps], on_land=on_land)
        called = (*([plain(key)] if key else ()), *whole.names)
        found = [Giveaway(hit.words, 0) for name in called for hit in self._in_name(name, whole)]
        for number, step in enumerate(whole.steps, 1):
            found += [Giveaway(hit.words, number) for hit in self._told_in(step, whole)]
        return tuple({giveaway.words: giveaway for giveaway in reversed(found)}.values())[::-1]

    def says_something(self, names: Sequence[str], steps: Sequence[str]) -> bool:
        """Whether there is anything to judge by: words that name a movement, in English as far as can be told."""
        text = " ".join((*names, *steps))
        letters = sum(char.isalpha() for char in text)
        words = [word for part in (*names, *steps) for word in plain(part).split() if re.search("[a-z]{2}", word)]
        if 2 * sum(map(len, words)) < letters or set(words) <= set(self._words.says_nothing):
            return False
        told = [word for step in steps for word in plain(step).split() if word.isalnum()]
        known = sum(word in self._words.english for word in told)
        return len(told) < LONG_ENOUGH or known * FEWEST >= len(told)

    def _in_name(self, name: str, whole: _Whole) -> Iterator[_Hit]:
        bare = [word for word in name.split() if word not in self._words.around_whole_names and word.isalpha()]
        if " ".join(bare) in self._words.whole_names:
            yield _Hit(0, len(name), name.strip(), movement=False)
        else:
            yield from self._told_in(name, whole, named=True)

    def _told_in(self, line: str, whole: _Whole, *, named: bool = False) -> Iterator[_Hit]:
        for sentence in _sentences(line):
            for hit in self._hits(sentence, whole, named):
                if not self._saved(hit, sentence, whole, named) and not self._in_water(hit, sentence, whole):
                    yield hit

    def _hits(self, sentence: str, whole: _Whole, named: bool) -> Iterator[_Hit]:
        """The movements and names in a sentence, without the soft forms; what lies inside another is not told twice."""
        found = [hit for hit in map(_hit, self._movement.finditer(sentence)) if hit.words not in self._look_alike]
        words = set(sentence.split())
        for says, unless, group, heads in self._names:
            assert isinstance(group, Named)
            matches = [] if heads.isdisjoint(words) else list(says.finditer(sentence))
            if not matches or (group.standing and self._lies_or_sits(whole)):
                continue
            gentle = not named and "SOFT" in group.unless
            kin = [name for name in whole.names if says.search(name) or (gentle and self._soft_name.search(name))]
            soft = any(unless.search(part) for part in (sentence, *kin))
            soft = soft or (group.covers and named and any(map(self._soft_step.search, whole.steps)))
            if group.covers or not soft:
                spans = [_hit(match) for match in matches]
                found = [each for each in found if not any(_inside(each, span) for span in spans)]
            found += [] if soft else [_hit(match)._replace(movement=False) for match in matches]
        yield from sorted(found)

    def _lies_or_sits(self, whole: _Whole) -> bool:
        texts = (*whole.names, *whole.steps)
        return any(map(self._not_standing.search, texts)) and not any(map(self._standing.search, texts))

    def _saved(self, hit: _Hit, sentence: str, whole: _Whole, named: bool) -> bool:
        return (
            self._is_harmless(hit, sentence, named)
            or self._is_negated(hit, sentence)
            or self._after.match(sentence, hit.end) is not None
            or self._is_soft(hit, sentence, whole.names)
        )

    def _is_harmless(self, hit: _Hit, sentence: str, named: bool) -> bool:
        return any(
            (hit.movement or group.saves == "all")
            and not (named and group.steps_only)
            and any(_inside(hit, span) for span in says)
            and not any(_overlaps(hit, span) for span in but)
            for group, says, but in self._harmless_in(sentence)
        )

    def _harmless_in(self, sentence: str) -> list[tuple[Harmless, list[_Hit], list[_Hit]]]:
        """Where harmless phrases stand in a sentence; found once for all the hits in it."""
        if self._last[0] != sentence:
            found = []
            words = set(sentence.split())
            for says, but, group, heads in self._harmless:
                assert isinstance(group, Harmless)
                if heads.isdisjoint(words):
                    continue
                if spans := [_hit(match) for match in says.finditer(sentence)]:
                    found.append((group, spans, [_hit(match) for match in but.finditer(sentence)]))
            self._last = (sentence, found)
        return self._last[1]

    def _is_negated(self, hit: _Hit, sentence: str) -> bool:
        """Whether a negation stands before it in its clause, near enough, with nothing between that undoes it."""
        clause = self._clause(sentence[: hit.start].split(), hit)
        before = f" {' '.join(clause)} "
        if self._still.match(sentence, hit.end) is not None:
            return False
        ends = [match.end() for match in self._negation.finditer(before)]
        between = before[ends[-1] :].split() if ends else []
        return bool(ends) and len(between) <= REACH and set(between).isdisjoint(self._words.not_taken_back_by)

    def _clause(self, words: list[str], hit: _Hit) -> list[str]:
        """The words before a hit from its own clause on; a comma or "and" inside a list ends no clause."""
        listed, last = words[-1:] in (["or"], ["nor"]), len(words)
        for place in range(len(words) - 1, -1, -1):
            word = words[place]
            if word in (",", "and"):
                short = last - place <= SHORT_ITEM
                if not (listed and short) and not self._goes_on(words, place, hit):
                    return words[place + 1 :]
                last = place
            elif word in self._words.clause_ends and words[place - 1 : place] not in _KEPT_WITH.get(word, ()):
                return words[place + 1 :]
        return words

    def _goes_on(self, words: list[str], place: int, hit: _Hit) -> bool:
        """Whether a list goes on after a comma or "and": running, jumping and hopping."""
        rest = [word for word in words[place + 1 :] if word not in (",", "or", "and")]
        before = next((word for word in reversed(words[:place]) if word != ","), "")
        if self._movement.match(f" {before} ") is not None:
            return True
        return all(word.endswith("ing") for word in (before, *rest, hit.words))

    def _is_soft(self, hit: _Hit, sentence: str, called: list[str]) -> bool:
        """Whether its sentence, or a name with the same movement, says that it is done without a landing."""
        for says, but, group, _ in self._softly:
            assert isinstance(group, Softly)
            known = {form for stem in self._words.movements if stem.word in group.only for form in forms(stem)}
            around = [sentence, *(name for name in called if group.named or not known.isdisjoint(name.split()))]
            if hit.words in known and any(map(says.search, around)) and not any(map(but.search, around)):
                return True
        return False

    def _in_water(self, hit: _Hit, sentence: str, whole: _Whole) -> bool:
        """Whether names or steps put it into the water, and neither its sentence nor a name puts it on land."""
        if any(map(self._land.search, (sentence, *whole.names))):
            return False
        if any(_overlaps(hit, _hit(match)) for match in self._not_really.finditer(sentence)):
            return False
        if whole.wet is None:
            whole.wet = self._is_wet(whole)
        return whole.wet

    def _is_wet(self, whole: _Whole) -> bool:
        wet = [self._not_really.sub(" ", part) for part in (*whole.names, *whole.steps)]
        named, stepped = wet[: len(whole.names)], wet[len(whole.names) :]
        called = not whole.on_land and any(map(self._water_name.search, named))
        return called or any(map(self._water_step.search, stepped))


_KEPT_WITH = {"from": (["refrain"], ["refraining"], ["free"], ["away"])}  # negations of more than one word


@lru_cache(maxsize=4)
def wording(words: ImpactWords) -> Wording:
    """The vocabulary made ready to judge exercises by; made once for the same words."""
    return Wording(words)


def _hit(match: re.Match[str]) -> _Hit:
    return _Hit(match.start(), match.end(), match.group().strip())


def _inside(inner: _Hit, outer: _Hit) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _overlaps(one: _Hit, other: _Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _sentences(line: str) -> Iterator[str]:
    """The sentences of a line, each with a space at both ends; a very long one in pieces, so that time stays linear."""
    for sentence in line.split(" . "):
        if len(sentence) < LONG_SENTENCE:
            yield f" {sentence.strip()} "
        else:
            words = sentence.split()
            yield from (f" {' '.join(words[at : at + PIECE])} " for at in range(0, len(words), PIECE))
