"""What an exercise says of itself: the words in its names and steps that tell of running, jogging or jumping on land.

Pure: the vocabulary (data/impact_words.yaml) comes in as a value. Every text is read sentence by sentence, every
sentence clause by clause, and what takes a movement back holds for its own clause, sentence or scene only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import chain, pairwise
from typing import Literal, TypeVar

from backplan.library.impact_mentions import MentionWords
from backplan.library.impact_phrases import Compiler, Parts, Phrases, forms, stands, words_of
from backplan.library.impact_reading import REMEMBERED, Grammar, plain, sentences, without_addresses
from backplan.library.impact_spelling import Spelling
from backplan.library.impact_water import WaterWords
from backplan.library.impact_words import Harmless, ImpactWords, NamedImpact
from backplan.named_tuple import NamedTuple

REACH = 7  # words that may stand between a negation and what it takes back
FAR_BACK = 200  # characters, in which a negation and so many words stand
SHORT_ITEM = 4  # words in one part of a list, its comma with it
LONG_ENOUGH, FEWEST = (
    8,
    8,
)  # of steps of this many words, one in so many is an everyday English one, or they are not English

SHORT_WORD = 6  # letters: a shorter word may end like a German one and be English

_A_WORD = re.compile("[a-z]{2}")  # two letters of ours side by side
_THRICE = re.compile(r"([a-z])\1\1+")
_OR_LATER = re.compile(r"(?: ,)? (?:or|nor)(?= )|(?: ,(?: [a-z]+)){1,3}(?: ,)? (?:or|nor)(?= )")
_NEXT_LISTED = re.compile(r"(?: ,)?(?: and| or| nor)? ([a-z]+)(?: ([a-z]+))?(?= )")
_SINGLE_WORDS = re.compile(r"(?: [a-z]+ ,)+ ")

_Group = TypeVar("_Group")
Place = Literal["land", "pool", "unsaid"]


class Giveaway(NamedTuple):
    """Words that tell of an impact, and where they stand: 0 for a name, else the number of the step."""

    words: str
    step: int

    def in_words(self) -> str:
        """The words in quotes, with the place where they stand, to tell a person."""
        return f'"{self.words}" in ' + (f"step {self.step}" if self.step else "its name")


class Findings(NamedTuple):
    """What the rules of words find in an exercise, and its names and steps without what they took back: where they do,
    a new sentence begins.
    """

    giveaways: tuple[Giveaway, ...]
    names: tuple[str, ...]
    steps: tuple[str, ...]


class _Hit(NamedTuple):
    start: int
    end: int
    words: str
    movement: bool = True  # one of the movements themselves, not a name from the list


class _Whole:
    """All that an exercise says, in plain lines, and what was read so far: whether it puts it into the water, and the
    words of its steps that gave it away, which are told once.
    """

    def __init__(self, names: list[str], steps: list[str], place: Place) -> None:
        self.names = names
        self.steps = steps
        self.place = place
        self.wet: bool | None = None  # not yet said
        self.told: set[str] = set()
        self.taken_back: dict[str, list[_Hit]] = {}  # by the sentence

    def left_of(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Some of its texts, in plain lines without what was taken back of them, where anything was."""
        if not self.taken_back:
            return tuple(texts)
        return tuple(map(self._left_of_text, texts))

    def _left_of_text(self, text: str) -> str:
        read = list(sentences(plain(text)))
        if self.taken_back.keys().isdisjoint(read):
            return text
        return " . ".join(map(self._left_of_sentence, read))

    def _left_of_sentence(self, sentence: str) -> str:
        place, left = 0, []
        for hit in sorted(self.taken_back.get(sentence, ())):
            left.append(sentence[place : hit.start])
            place = max(place, hit.end)
        return " . ".join((*left, sentence[place:]))


class _Known(dict[str, bool]):
    """Whether a word is one of some, begins like one of others, or ends like one; each worked out once. A letter three
    times over is a slip of the finger.
    """

    def __init__(self, words: frozenset[str], beginnings: tuple[str, ...], endings: tuple[str, ...]) -> None:
        super().__init__()
        self.words = words
        self._beginnings = beginnings
        self._endings = endings

    def __missing__(self, word: str) -> bool:
        ends = any(word.endswith(end) and word != end for end in self._endings)
        found = word in self.words or not self.words.isdisjoint(_slips(word))
        self[word] = ends or found or word.startswith(self._beginnings)
        return self[word]


class _Counted(NamedTuple):
    """What a word counts as, or how many of some words do: as a word at all, an English one, a foreign one, one that
    says anything, one that says that nothing lands; and how many letters it has where two stand side by side.
    """

    many: int = 0
    english: int = 0
    foreign: int = 0
    saying: int = 0
    low_by_name: int = 0
    letters: int = 0


class _Line(NamedTuple):
    """What a plain line holds: its sentences, what each of its words counts as, whether any of it may tell of a
    movement or of water, and whether it says nothing but the name of what runs or jumps.
    """

    sentences: tuple[str, ...]
    words: tuple[_Counted, ...]
    tells: bool
    is_whole_name: bool


class _Sentence(NamedTuple):
    """What stands in a sentence, whatever exercise says it: movements, names, and how it sets the scene."""

    movements: tuple[_Hit, ...]
    names: tuple[tuple[_Name, tuple[_Hit, ...]], ...]
    stays_down: bool
    scene: bool | None


class _Name(NamedTuple):
    """A compiled group of names: what it says, and what makes a soft form of it."""

    says: Phrases
    unless: Phrases
    led_by: Phrases
    named_by: Phrases
    by_steps: Phrases
    group: NamedImpact


class _Excuse(NamedTuple):
    """A compiled group of what takes a movement back: what it says, and what it does not hold for."""

    says: Phrases
    but: Phrases
    group: Harmless


class _Way(NamedTuple):
    """A compiled way to do some movements softly: those, what says so, and what it does not hold for."""

    words: frozenset[str]
    says: Phrases
    but: Phrases
    named: bool


class Wording:
    """The vocabulary of impact, ready to judge exercises by."""

    def __init__(self, words: ImpactWords) -> None:
        self._words = words
        self._compiler = Compiler(words)
        moving = [form for stem in words.movements for form in forms(stem)]
        self._as_meant = lru_cache(maxsize=REMEMBERED)(Spelling(words, self._compiler).mended)
        self._movement = _Known(frozenset(moving), words.beginnings, words.endings)
        self._english, self._not_english = frozenset(words.english), frozenset(words.not_english)
        self._low_by_name = frozenset(words.low_by_name)
        self._says_nothing, self._calm = frozenset(words.says_nothing), frozenset((*words.calm, ".", ","))
        self._look_alike = frozenset(words.only_look_alike)
        self._whole_names = frozenset(words.whole_names)
        self._around_whole_names = frozenset(words.around_whole_names)
        self._grammar = Grammar(words.verbs)
        self._clauses = lru_cache(maxsize=REMEMBERED)(self._grammar.clauses)
        self._grounded, self._not_grounded = self._phrases(words.grounded), self._phrases(words.not_grounded)
        self._not_standing, self._standing = self._phrases(words.not_standing), self._phrases(words.standing)
        self._done_sitting, self._landings = self._phrases(words.done_sitting), self._phrases(words.landings)
        self._seated, self._not_soft = self._phrases(words.seated), self._phrases(words.not_soft)
        self._negation, self._still = self._phrases(words.negations), self._phrases(words.still_said_before)
        self._after, self._next = self._phrases(words.taken_back_after), self._phrases(words.taken_back_next)
        self._bidding, self._not_bidding = self._phrases(words.bidding), self._phrases(words.not_bidding)
        self._water = WaterWords(words.water, self._compiler)
        self._mentions = lru_cache(maxsize=REMEMBERED)(MentionWords(words.mentions, self._compiler).spans)
        self._in_sentence = lru_cache(maxsize=REMEMBERED)(self._sentence)
        self._in_line = lru_cache(maxsize=REMEMBERED)(self._line)
        self._counts = cache(self._counted)  # of each word once; there are only so many
        self._harmless_in = lru_cache(maxsize=REMEMBERED)(self._harmless_found)
        self._is_english = lru_cache(maxsize=8)(self._english_words)  # asked several times of each exercise
        self._takes_back = lru_cache(maxsize=REMEMBERED)(self._taken_back)

    @cached_property
    def _names(self) -> dict[str, list[_Name]]:
        """The groups of names by words that they cannot be without."""
        made = self._phrases
        by: dict[str, list[_Name]] = {}
        for g in self._words.names:
            name = _Name(made(g.say), made(g.unless), made(g.led_by), made(g.named_by), made(g.by_steps), g)
            for word in name.says.keys:
                by.setdefault(word, []).append(name)
        return by

    @cached_property
    def _named(self) -> dict[str, list[Parts]]:
        """The parts of every phrase that names something, by a word that it cannot be without."""
        by: dict[str, list[Parts]] = {}
        groups = {id(name): name for some in self._names.values() for name in some}
        for name in groups.values():
            for word, phrases in name.says.keys.items():
                by.setdefault(word, []).extend(parts for _, parts in phrases)
        return by

    @cached_property
    def _telling(self) -> _Known:
        telling = self._movement.words.union(self._words.water.hints)
        return _Known(telling, self._words.beginnings, self._words.endings)

    @cached_property
    def _harmless(self) -> dict[str, list[_Excuse]]:
        """The groups of harmless phrases by words that they cannot be without."""
        by: dict[str, list[_Excuse]] = {}
        for g in self._words.harmless:
            excuse = _Excuse(Phrases(g.say, self._compiler, within=True), self._phrases(g.but), g)
            for word in excuse.says.keys:
                by.setdefault(word, []).append(excuse)
        return by

    @cached_property
    def _softly(self) -> list[_Way]:
        return [_Way(self._forms_of(g.only), self._phrases(g.by), self._phrases(g.but), g.named)
                for g in self._words.done_softly]  # fmt: skip

    def _forms_of(self, only: tuple[str, ...]) -> frozenset[str]:
        return frozenset(form for stem in self._words.movements if stem.word in only for form in forms(stem))

    def _phrases(self, written: Sequence[str]) -> Phrases:
        return Phrases(written, self._compiler)

    # Judging.

    def findings(
        self, names: Sequence[str], steps: Sequence[str], key: str = "", *, place: Place = "unsaid"
    ) -> Findings:
        """The words that tell of an impact on land, each once, in reading order; none for a harmless exercise. An id
        may give it away and never excuses it, as anybody can choose one; nor does a name that says water where the
        place is on land.
        """
        whole = _Whole(self._lines(names), self._lines(steps), place)
        called = (*self._lines([key] if key else ()), *whole.names)
        found = [Giveaway(hit.words, 0) for name in called for hit in self._in_name(name, whole)]
        in_steps = []
        for number, step in enumerate(whole.steps, 1):
            in_steps += [Giveaway(hit.words, number) for hit in self._told_in(step, whole)]
        found = [*(found if in_steps or not found or not self._feet_stay(whole) else ()), *in_steps]
        giveaways = tuple({giveaway.words: giveaway for giveaway in reversed(found)}.values())[::-1]
        return Findings(giveaways, whole.left_of(names), whole.left_of(steps))

    def as_meant(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Some texts, and what is spelt by a slip as it is meant, in plain words: no slip makes a movement softer."""
        return tuple([text if (line := plain(text)) == (meant := self._as_meant(line)) else meant for text in texts])

    def _lines(self, texts: Iterable[str]) -> list[str]:
        return [self._as_meant(plain(text)) for text in texts]

    def bids(self, names: Sequence[str], steps: Sequence[str], found: Iterable[Giveaway]) -> bool:
        """Whether somebody is bidden to do what was found, which no weight of words takes back: "and hop", or a name's
        "walk/run".
        """
        for each in found:
            read = [f" ,{plain(steps[each.step - 1])}"] if each.step else map(plain, names)
            if any(self._bid_in(line, each.words) for text in read for line in sentences(text.replace(" . ", " . , "))):
                return True
        return False

    def _bid_in(self, line: str, words: str) -> bool:
        """Whether a sentence, begun with a comma where its first word counts, bids to do what some words of it say."""
        freed = [_Hit(*span, "") for span in self._not_bidding.spans(line)]
        bidden = (_Hit(*span, "") for span in self._bidding.spans(line) if words in line[slice(*span)].split())
        return any(not any(_overlaps(each, other) for other in freed) for each in bidden)

    def says_something(self, names: Sequence[str], steps: Sequence[str]) -> bool:
        """Whether there is anything to judge by: words that name a movement, in English as far as can be told."""
        says = any(word.saying for part in (*names, *steps) for word in self._in_line(plain(part)).words)
        return says and self.in_english(names, steps)

    def only_rests(self, steps: Sequence[str]) -> bool:
        """Whether nobody does anything in the steps but stand, sit, lie, breathe or rest."""
        return all(self._calm.issuperset(plain(step).split()) for step in steps)

    def in_english(self, names: Sequence[str], steps: Sequence[str]) -> bool:
        """Whether the words are English, as far as can be told from the most usual ones."""
        return self._is_english(tuple(names), tuple(steps))

    def _english_words(self, names: tuple[str, ...], steps: tuple[str, ...]) -> bool:
        named, counted = (self._all_counted(parts) for parts in (names, steps))
        both = _Counted(*map(sum, zip(named, counted, strict=True)))
        if both.foreign > both.english or _mostly_other_letters((*names, *steps), 2 * both.letters):
            return False
        return counted.many < LONG_ENOUGH or bool(both.low_by_name) or counted.english * FEWEST >= counted.many

    def _all_counted(self, parts: Sequence[str]) -> _Counted:
        words = chain.from_iterable([self._in_line(plain(part)).words for part in parts])
        return _Counted(*map(sum, zip(_Counted(), *words, strict=True)))

    def _line(self, line: str) -> _Line:
        words = [word for word in line.split() if word.isalnum()]
        called = self._is_whole_name(line)
        tells = called or any(map(self._telling.__getitem__, words)) or self._is_torn(words) or self._is_named_in(line)
        return _Line(tuple(sentences(line)), tuple(map(self._counts, words)), tells, called)

    def _counted(self, word: str) -> _Counted:
        english = word in self._english
        lettered = (word.isalpha() and len(word) > 1) or _A_WORD.search(word) is not None
        return _Counted(
            many=lettered,
            english=english,
            foreign=not english and self._is_foreign(word),
            saying=lettered and word not in self._says_nothing,
            low_by_name=word in self._low_by_name,
            letters=len(word) if lettered else 0,
        )

    def _is_named_in(self, line: str) -> bool:
        """Whether every word of a phrase that names something is in the line."""
        met = words_of(line)
        return any(stands(parts, met) for word in met & self._named.keys() for parts in self._named[word])

    def _is_torn(self, words: list[str]) -> bool:
        """Whether two words side by side are a movement torn in two: ju-mp."""
        return not self._movement.words.isdisjoint(map("".join, pairwise(words)))

    def _is_foreign(self, word: str) -> bool:
        return word in self._not_english or (len(word) > SHORT_WORD and word.endswith(self._words.not_english_endings))

    def _sits_throughout(self, whole: _Whole) -> bool:
        """Whether the first step begins with sitting or lying down, no step gets up from there, and one moves the legs:
        who only breathes there says nothing of how a name is done.
        """
        begun = next(iter(sentences(whole.steps[0])), "") if whole.steps else ""
        if not self._seated.search(begun) or any(map(self._standing.search, whole.steps)):
            return False
        return any(map(self._done_sitting.search, whole.steps))

    def is_hard_by_name(self, name: str) -> bool:
        """Whether a name as a whole is of what runs or jumps: football, a game of squash."""
        return self._is_whole_name(plain(name))

    def _is_whole_name(self, line: str) -> bool:
        bare = [word for word in line.split() if word not in self._around_whole_names and word.isalpha()]
        return " ".join(bare) in self._whole_names

    def _in_name(self, name: str, whole: _Whole) -> Iterator[_Hit]:
        if self._is_whole_name(name):
            yield _Hit(0, len(name), name.strip(), movement=False)
        else:
            yield from self._told_in(name, whole, named=True)

    def _told_in(self, line: str, whole: _Whole, *, named: bool = False) -> Iterator[_Hit]:
        read = self._in_line(line)
        if not whole.wet and not read.tells:  # most tell of neither a movement nor of water
            return
        for sentence, following in pairwise([*read.sentences, ""]):
            clauses = self._in_sentence(sentence)
            taken_back = clauses.stays_down or self._is_taking_back(following)
            alone = (
                [_hit(sentence, (0, len(sentence)), movement=False)] if read.is_whole_name and sentence.strip() else []
            )
            for hit in alone or self._hits(sentence, clauses, whole, named):
                if taken_back or not self._is_told(hit, sentence, whole, named):
                    whole.taken_back.setdefault(sentence, []).append(hit)
                elif named or hit.words not in whole.told:
                    whole.told.update([] if named else [hit.words])
                    yield hit
            if not named and whole.place != "land":
                whole.wet = whole.wet if clauses.scene is None else clauses.scene

    def _is_taking_back(self, sentence: str) -> bool:
        """Whether a sentence does nothing but take back the one before: "leave it out"."""
        return (0, len(sentence) - 1) in self._next.spans(sentence)

    def _is_told(self, hit: _Hit, sentence: str, whole: _Whole, named: bool) -> bool:
        """Whether a hit is what it sounds like: nothing takes it back, and it is not in water."""
        return not self._saved(hit, sentence, whole, named) and not self._in_water(hit, sentence, whole, named)

    def _said_by(self, steps: Iterable[str]) -> Iterator[_Sentence]:
        return (self._in_sentence(sentence) for step in steps for sentence in self._in_line(step).sentences)

    def _feet_stay(self, whole: _Whole) -> bool:
        """Whether a step says that the feet stay on the floor all the time, which takes back what only a name tells."""
        return any(sentence.stays_down for sentence in self._said_by(whole.steps))

    def _sentence(self, sentence: str) -> _Sentence:
        names = ((name, tuple(_outermost(sentence, name.says.spans(sentence)))) for name in self._names_in(sentence))
        return _Sentence(
            tuple(self._movements(sentence)),
            tuple((name, matches) for name, matches in names if matches),
            self._grounded.search(sentence) and not self._not_grounded.search(sentence),
            self._water.scene(sentence),
        )

    def _names_in(self, line: str) -> list[_Name]:
        """The groups of names with a phrase whose every word is in the line."""
        met = words_of(line)
        return [name for name in _met(self._names, line) if name.says.may_stand(met)]

    def _movements(self, sentence: str) -> Iterator[_Hit]:
        place, moves, others = 0, self._movement, self._look_alike
        for word, following in pairwise([*sentence.split(), ""]):
            if moves[word] and word not in others:
                yield _Hit(place, place + 1 + len(word), word)
            elif f"{word}{following}" in moves.words and not moves[following]:  # torn in two
                yield _Hit(place, place + 2 + len(word) + len(following), f"{word} {following}")
            place += 1 + len(word)

    def _hits(self, sentence: str, clauses: _Sentence, whole: _Whole, named: bool) -> list[_Hit]:
        """The movements and names in a sentence, without the soft forms; what lies inside another is not told twice."""
        found = list(clauses.movements)
        for name, matches in clauses.names:
            if name.group.standing and self._lies_or_sits(whole):
                continue
            hard = [hit for hit in matches if not self._is_softened(hit, sentence, name, whole, named)]
            spans = matches if name.group.covers else hard
            found = [each for each in found if not any(_inside(each, span) for span in spans)] + hard
        return sorted(found)

    def _is_softened(self, hit: _Hit, sentence: str, name: _Name, whole: _Whole, named: bool) -> bool:
        """Whether its own clause, or a name that names it, makes the soft form of a named exercise."""
        clauses = self._clauses(sentence)
        parts = [clauses.around(hit.start, hit.end), *(called for called in whole.names if name.says.search(called))]
        if any(name.unless.search(self._not_soft.without(part)) for part in parts):
            return True
        may_sit = not {"SOFT", "SEATED"}.isdisjoint(name.group.unless)
        if named and may_sit and not name.group.upright and self._sits_throughout(whole):
            return True
        if name.led_by.search(clauses.before(hit.start)) or any(map(name.named_by.search, whole.names)):
            return True
        if may_sit and self._sits(clauses.since_then(hit.start)):
            return True
        return named and any(map(name.by_steps.search, whole.steps))

    def _sits(self, before: str) -> bool:
        """Whether somebody sat or lay down before, and did not get up again."""
        sat = self._seated.spans(before)
        return bool(sat) and not self._standing.search(before[sat[-1][1] - 1 :])

    def _lies_or_sits(self, whole: _Whole) -> bool:
        texts = (*whole.names, *whole.steps)
        return any(map(self._not_standing.search, texts)) and not any(map(self._standing.search, texts))

    def _saved(self, hit: _Hit, sentence: str, whole: _Whole, named: bool) -> bool:
        return (
            self._is_harmless(hit, sentence, whole, named)
            or self._is_negated(hit, sentence)
            or self._after.follows(sentence, self._list_end(sentence, hit.end))
            or self._is_soft(hit, sentence, whole.names)
            or any(start <= hit.start and hit.end <= end for start, end in ([] if named else self._mentions(sentence)))
        )

    def _is_harmless(self, hit: _Hit, sentence: str, whole: _Whole, named: bool) -> bool:
        return any(
            (hit.movement or group.saves == "all")
            and not (named and (group.steps_only or (group.needs_steps and not whole.steps)))
            and any(_inside(hit, span) for span in says)
            and not any(_overlaps(hit, span) for span in but)
            for group, says, but in self._harmless_in(sentence)
        )

    def _harmless_found(self, sentence: str) -> tuple[tuple[Harmless, list[_Hit], list[_Hit]], ...]:
        """Where harmless phrases stand in a sentence."""
        met = [(excuse, self._excused(excuse, sentence)) for excuse in _met(self._harmless, sentence)]
        return tuple(
            (
                excuse.group,
                [_hit(sentence, span) for span in spans],
                [_hit(sentence, span) for span in excuse.but.spans(sentence)],
            )
            for excuse, spans in met
            if spans
        )

    def _excused(self, excuse: _Excuse, sentence: str) -> list[tuple[int, int]]:
        """Where a harmless phrase stands, but for where it ends between the words of a landing: "pulse jump squats"."""
        spans = excuse.says.spans(sentence)
        if not spans or excuse.group.takes_back:
            return spans
        landings = self._landings.spans(sentence)
        return [each for each in spans if not any(start < each[1] < end for start, end in landings)]

    def _is_negated(self, hit: _Hit, sentence: str) -> bool:
        """Whether a negation stands before it in its clause, near enough, with nothing between that undoes it."""
        if self._still.follows(sentence, hit.end):
            return False
        if _OR_LATER.match(sentence, hit.end) and self._is_listed(sentence[: hit.start] + " "):
            return True
        return self._takes_back(sentence[max(0, hit.start - FAR_BACK) : hit.start], hit.words)

    def _list_end(self, sentence: str, end: int) -> int:
        """Where a list of movements ends: "running , hopping and jumping"."""
        while listed := _NEXT_LISTED.match(sentence, end):
            found = next((group for group in (1, 2) if self._movement[listed[group] or ""]), 0)
            if not found:
                break
            end = listed.end(found)
        return end

    def _taken_back(self, text: str, words: str) -> bool:
        """Whether what is said right before some words takes them back."""
        before = f" {' '.join(self._clause(text.split(), words))} "
        ends = [end for _, end in self._negation.spans(before)]
        between = before[max(ends) :].split() if ends else []
        return bool(ends) and len(between) <= REACH and set(between).isdisjoint(self._words.not_taken_back_by)

    def _is_listed(self, before: str) -> bool:
        """Whether a negation stands before it, with nothing between but other single words of a list: "do not bounce,
        jump or jerk".
        """
        ends = [end for _, end in self._negation.spans(before)]
        between = before[max(ends) :] if ends else ""
        items = between.replace(",", " ").split()
        return bool(_SINGLE_WORDS.fullmatch(between)) and set(items).isdisjoint(self._words.not_taken_back_by)

    def _clause(self, words: list[str], hit: str) -> list[str]:
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

    def _goes_on(self, words: list[str], place: int, hit: str) -> bool:
        """Whether a list goes on after a comma or "and": running, jumping and hopping."""
        before = next((word for word in reversed(words[:place]) if word != ","), "")
        if self._movement[before]:
            return True
        rest = (word for word in words[place + 1 :] if word not in (",", "or", "and"))
        return all(word.endswith("ing") for word in (hit, before, *rest))

    def _is_soft(self, hit: _Hit, sentence: str, called: list[str]) -> bool:
        """Whether its sentence, or a name with the same movement, says that it is done without a landing."""
        for way in self._softly:
            if hit.words not in way.words:
                continue
            own = self._clauses(sentence).until_then(hit.start)
            around = [own, *(name for name in called if way.named or not way.words.isdisjoint(name.split()))]
            if any(map(way.says.search, around)) and not any(map(way.but.search, around)):
                return True
        return False

    def _in_water(self, hit: _Hit, sentence: str, whole: _Whole, named: bool) -> bool:
        """Whether its sentence, the scene, a name or the place put it into the water, and nothing puts it on land."""
        water = self._water
        if any(map(water.on_land, (sentence, *whole.names))):
            return False
        if whole.wet is True or (named and self._steps_are_wet(whole)):
            return True
        if water.beside(sentence):
            return False
        called = whole.wet is None and whole.place != "land" and (water.named(whole.names) or self._pool(whole))
        return called or (not named and water.holds(sentence, hit.start, hit.end))

    def _pool(self, whole: _Whole) -> bool:
        """Whether the place is a pool, and a word of it: a tag alone puts nothing into the water."""
        return whole.place == "pool" and any(map(self._water.hinted, (*whole.names, *whole.steps)))

    def _steps_are_wet(self, whole: _Whole) -> bool:
        """Whether the steps set the scene in the water, to judge a name by."""
        if whole.place == "land":
            return False
        scenes = [sentence.scene for sentence in self._said_by(whole.steps)]
        return True in scenes and False not in scenes


_KEPT_WITH = {  # negations of more than one word, and what they are said of
    "from": (["refrain"], ["refraining"], ["free"], ["away"]),
    "make": (
        ["not"],
        ["dont"],
        ["never"],
        ["cannot"],
        ["cant"],
        ["wont"],
        ["doesnt"],
        ["mustnt"],
        ["shouldnt"],
        ["to"],
        ["nor"],
    ),
}


@lru_cache(maxsize=4)
def wording(words: ImpactWords) -> Wording:
    """The vocabulary made ready to judge exercises by; made once for the same words."""
    return Wording(words)


def _mostly_other_letters(texts: Sequence[str], twice_ours: int) -> bool:
    """Whether less than half of the letters are of our alphabet."""
    if twice_ours >= sum(map(len, texts)):
        return False
    return twice_ours < sum(map(str.isalpha, " ".join(map(without_addresses, texts))))


def _slips(word: str) -> tuple[str, ...]:
    """What a word with a letter three times over may have been meant as: runnning, joggging, jummmp."""
    return (_THRICE.sub(r"\1\1", word), _THRICE.sub(r"\1", word)) if _THRICE.search(word) else ()


def _hit(sentence: str, span: tuple[int, int], *, movement: bool = True) -> _Hit:
    return _Hit(*span, sentence[slice(*span)].strip(), movement)


def _outermost(sentence: str, spans: Sequence[tuple[int, int]]) -> Iterator[_Hit]:
    """The hits of some spans, without those inside another."""
    hits = [_hit(sentence, span, movement=False) for span in spans]
    return (each for each in hits if not any(_inside(each, other) for other in hits if each != other))


def _met(by_key: Mapping[str, list[_Group]], sentence: str) -> list[_Group]:
    """The groups with a phrase that may stand in the sentence, each once."""
    met = by_key.keys() & words_of(sentence)
    return list({id(group): group for word in sorted(met) for group in by_key[word]}.values())


def _inside(inner: _Hit, outer: _Hit) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _overlaps(one: _Hit, other: _Hit) -> bool:
    return one.start < other.end and other.start < one.end
