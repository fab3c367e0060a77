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

from backplan.model.impact_words import Harmless, ImpactWords, Named, Softly, Stem

Pattern = re.Pattern[str]

REACH = 7  # words that may stand between a negation and what it takes back
SHORT_ITEM = 4  # words in one part of a list, its comma with it
LONG_ENOUGH = 8  # steps of this many words hold an everyday English word, or are not English


class Giveaway(NamedTuple):
    """Words that tell of an impact, and where they stand: 0 for a name, else the number of the step."""

    words: str
    step: int

    def told(self) -> str:
        """The words in quotes, with their place."""
        return f'"{self.words}" in ' + (f"step {self.step}" if self.step else "its name")


class _Hit(NamedTuple):
    start: int
    end: int
    words: str
    movement: bool = True  # one of the movements themselves, not a name from the list


class _Saver(NamedTuple):
    """A compiled group: what it says, and what it does not hold for."""

    says: Pattern
    but: Pattern
    group: Named | Harmless | Softly


# What a text says, as a line of plain words.

_BREAKS = re.compile(r"[.!?;:\n\r()\[\]{}|•]+|\s[-–—]+\s|[–—]")
_APOSTROPHES = re.compile(r"['’‘`´]")
_OTHER = re.compile(r"[^a-z0-9.,]+")
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")


def plain(text: str) -> str:
    """The text in small letters without marks: words side by side, '.' after a sentence, ',' after a part of one."""
    text = unicodedata.normalize("NFKD", _INNER_CAPITAL.sub(" ", text)).casefold()
    if not text.isascii():
        text = "".join(char for char in text if unicodedata.category(char) not in ("Mn", "Cf"))
    text = _BREAKS.sub(" . ", _APOSTROPHES.sub("", text))
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

    def _phrase(self, phrase: str) -> str:
        return "".join(map(self._part, re.sub(r"/\s+", "/", phrase).split()))

    def _part(self, part: str) -> str:
        if part == "...":
            return "(?: [a-z0-9]+){0,3}"
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
    """The vocabulary, ready to judge by."""

    def __init__(self, words: ImpactWords) -> None:
        self._words = words
        self._compiler = _Compiler(words)
        known = [form for stem in words.movements for form in forms(stem)]
        begun, ended = _one_of(words.beginnings), _one_of(words.endings)
        self._movement = re.compile(f" ({_one_of(known)}|{begun}[a-z0-9]*|[a-z0-9]+{ended})(?= )")
        self._look_alike = frozenset(words.only_look_alike)

    @cached_property
    def _names(self) -> list[_Saver]:
        return [_Saver(self._pattern(g.say), self._pattern(g.unless), g) for g in self._words.names]

    @cached_property
    def _harmless(self) -> list[_Saver]:
        return [_Saver(self._pattern(g.say), self._pattern(g.but), g) for g in self._words.harmless]

    @cached_property
    def _softly(self) -> list[_Saver]:
        return [_Saver(self._pattern(g.by), self._pattern(g.but), g) for g in self._words.done_softly]

    @cached_property
    def _soft_name(self) -> Pattern:
        return self._pattern(self._words.soft_names)

    @cached_property
    def _negation(self) -> Pattern:
        return self._pattern(self._words.negations)

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

    def giveaways(self, names: Sequence[str], steps: Sequence[str]) -> tuple[Giveaway, ...]:
        """The words that tell of an impact on land, each once, in reading order; none for a harmless exercise."""
        called, told = [plain(name) for name in names], [plain(step) for step in steps]
        found = [Giveaway(hit.words, 0) for name in called for hit in self._in_name(name, called, told)]
        for number, step in enumerate(told, 1):
            found += [Giveaway(hit.words, number) for hit in self._told_in(step, called, told)]
        return tuple({giveaway.words: giveaway for giveaway in reversed(found)}.values())[::-1]

    def says_something(self, names: Sequence[str], steps: Sequence[str]) -> bool:
        """Whether there is anything to judge by: words that name a movement, in English as far as can be told."""
        text = " ".join((*names, *steps))
        letters = sum(char.isalpha() for char in text)
        words = [word for part in (*names, *steps) for word in plain(part).split() if re.search("[a-z]{2}", word)]
        if 2 * sum(map(len, words)) < letters or set(words) <= set(self._words.says_nothing):
            return False
        told = [word for step in steps for word in plain(step).split()]
        return len(told) < LONG_ENOUGH or not set(told).isdisjoint(self._words.english)

    def _in_name(self, name: str, called: list[str], told: list[str]) -> Iterator[_Hit]:
        bare = [word for word in name.split() if word not in self._words.around_whole_names and word.isalpha()]
        if " ".join(bare) in self._words.whole_names:
            yield _Hit(0, len(name), name.strip(), movement=False)
        else:
            yield from self._told_in(name, called, told)

    def _told_in(self, line: str, called: list[str], told: list[str]) -> Iterator[_Hit]:
        for hit in self._hits(line, called):
            sentence, offset = _sentence(line, hit)
            here = _Hit(hit.start - offset, hit.end - offset, hit.words, hit.movement)
            if not self._saved(here, sentence, called) and not self._in_water(here, sentence, called, told):
                yield hit

    def _hits(self, line: str, called: list[str]) -> Iterator[_Hit]:
        """The movements and names in a line, without the soft forms; what lies inside another is not told twice."""
        found = [hit for hit in map(_hit, self._movement.finditer(line)) if hit.words not in self._look_alike]
        for says, unless, group in self._names:
            for match in says.finditer(line):
                hit = _hit(match)._replace(movement=False)
                gentle = line not in called and isinstance(group, Named) and "SOFT" in group.unless
                kin = [name for name in called if says.search(name) or (gentle and self._soft_name.search(name))]
                soft = any(unless.search(part) for part in (_sentence(line, hit)[0], *kin))
                covered = not soft or (isinstance(group, Named) and group.covers)
                found = [each for each in found if not (covered and _inside(each, hit))]
                found += [] if soft else [hit]
        yield from sorted(found)

    def _saved(self, hit: _Hit, sentence: str, called: list[str]) -> bool:
        return (
            self._is_harmless(hit, sentence)
            or self._is_negated(hit, sentence)
            or self._after.match(sentence, hit.end) is not None
            or self._is_soft(hit, sentence, called)
        )

    def _is_harmless(self, hit: _Hit, sentence: str) -> bool:
        return any(
            isinstance(group, Harmless)
            and (hit.movement or group.saves == "all")
            and any(_inside(hit, _hit(match)) for match in says.finditer(sentence))
            and not any(_overlaps(hit, _hit(match)) for match in but.finditer(sentence))
            for says, but, group in self._harmless
        )

    def _is_negated(self, hit: _Hit, sentence: str) -> bool:
        """Whether a negation stands before it in its clause, near enough, with nothing between that undoes it."""
        clause = self._clause(sentence[: hit.start].split(), hit)
        before = f" {' '.join(clause)} "
        following = sentence[hit.end :].split()[:1]
        if following and following[0] in self._words.still_said_before:
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
        for says, but, group in self._softly:
            assert isinstance(group, Softly)
            known = {form for stem in self._words.movements if stem.word in group.only for form in forms(stem)}
            around = [sentence, *(name for name in called if not known.isdisjoint(name.split()))]
            if hit.words in known and any(map(says.search, around)) and not any(map(but.search, around)):
                return True
        return False

    def _in_water(self, hit: _Hit, sentence: str, called: list[str], told: list[str]) -> bool:
        """Whether names or steps put it into the water, and neither its sentence nor a name puts it on land."""
        if any(map(self._land.search, (sentence, *called))):
            return False
        if any(_overlaps(hit, _hit(match)) for match in self._not_really.finditer(sentence)):
            return False
        wet = [self._not_really.sub(" ", part) for part in (*called, *told)]
        named, stepped = wet[: len(called)], wet[len(called) :]
        return any(map(self._water_name.search, named)) or any(map(self._water_step.search, stepped))


_KEPT_WITH = {"from": (["refrain"], ["refraining"], ["free"], ["away"])}  # negations of more than one word


@lru_cache(maxsize=4)
def wording(words: ImpactWords) -> Wording:
    """The vocabulary, made ready once."""
    return Wording(words)


def _hit(match: re.Match[str]) -> _Hit:
    return _Hit(match.start(), match.end(), match.group().strip())


def _inside(inner: _Hit, outer: _Hit) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _overlaps(one: _Hit, other: _Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _sentence(line: str, hit: _Hit) -> tuple[str, int]:
    """The sentence of a line that a hit stands in, and where it begins."""
    start = line.rfind(" . ", 0, hit.start + 1)
    start = 0 if start < 0 else start + 2
    end = line.find(" . ", hit.end)
    return line[start : len(line) if end < 0 else end + 1], start
