"""The words that tell of running, jogging or jumping, as data/impact_words.yaml holds them."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from backplan.files.entry import Entry
from backplan.files.yaml import parse, tuples
from backplan.library.data import data_file

FILE = "impact_words.yaml"

Word = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+$", max_length=40)]
Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=900)]
Phrases = tuple[Phrase, ...]


class Stem(Entry):
    """A movement, with the forms of it that follow no rule."""

    word: Word
    also: tuple[Word, ...] = ()


class WordClass(Entry):
    """Words that phrases call by one name in capitals."""

    name: Annotated[str, StringConstraints(pattern=r"^[A-Z]+$", max_length=20)]
    words: tuple[Word, ...]


class NamedImpact(Entry):
    """Names of exercises that run or land without saying so, and the words that make soft exercises of them."""

    why: str
    say: Phrases
    unless: Phrases = ()
    led_by: Phrases = ()  # words of the clause before that make it a soft one, too
    named_by: Phrases = ()  # words of a name that do so
    by_steps: Phrases = ()  # words of a step that do so for a name
    standing: bool = False  # counts only where the exercise is done on one's feet
    upright: bool = False  # steps that sit or lie make no soft form of a name: nobody does it so
    covers: bool = False  # the soft form takes back the movements inside the name, too (low-impact jumping jack)


class Harmless(Entry):
    """Phrases that hold a movement's name and mean something else, and what stays a movement all the same."""

    why: str
    saves: Literal["movements", "all"]
    say: Phrases
    but: Phrases = ()
    steps_only: bool = False  # says nothing for a name
    needs_steps: bool = False  # says nothing for a name alone: only steps tell that it is meant so
    takes_back: bool = False  # leaves out what follows, even where it ends between the words of a landing


class Softly(Entry):
    """Movements that are done without a landing beside certain words."""

    why: str
    only: tuple[Word, ...]
    by: Phrases
    but: Phrases = ()
    named: bool = False  # enough in any of the names, even one without the movement


class Mentions(Entry):
    """How a sentence tells what an exercise is good for, and brings in movements that it only speaks of."""

    opening: Phrases  # at its beginning
    telling: Phrases
    bidding: Phrases  # it bids all the same
    leading: Phrases  # what stands before the movements
    leading_ing: Phrases  # what does so before a word in -ing
    measured: Phrases  # how often, how long or where to: what has a measure of its own is bidden
    everyday: tuple[Word, ...]  # a list that begins with one is of everyday life, whatever the sentence bids


class Water(Entry):
    """How a name and a step say that it is done in water, and what only seems to say so."""

    name: Phrases
    step: Phrases
    not_really: Phrases
    likened: Phrases  # to the land, in the water still
    land: Phrases
    beside: Phrases  # on land, unless somebody stands in the water already
    maybe: Phrases  # a sentence that offers the water, or tells of another day
    apart: Phrases  # between a movement and the water: they do not belong together
    beside_the_tag: Phrases  # enough where the place is the pool and nothing else
    hints: tuple[Word, ...]  # a line without any of these words puts nobody into the water


class ImpactWords(Entry):
    """The whole vocabulary of words that tell of running, jogging or jumping."""

    movements: tuple[Stem, ...] = Field(min_length=1)
    classes: tuple[WordClass, ...]
    beginnings: tuple[Word, ...]
    endings: tuple[Word, ...]
    only_look_alike: tuple[Word, ...]
    misspelt: tuple[Word, ...]  # known by a slip of the finger, too
    rightly_spelt: tuple[Word, ...]  # words of their own, which look like a slip
    fused_with: tuple[Word, ...]  # written in one with a movement
    soft: Phrases
    seated: Phrases
    not_soft: Phrases
    verbs: tuple[Word, ...]
    soft_steps: Phrases
    grounded: Phrases  # the feet stay on the floor all the time
    not_grounded: Phrases
    not_standing: Phrases
    standing: Phrases
    done_sitting: Phrases  # legs and feet at work
    calm: tuple[Word, ...]  # a step of nothing else says nothing of how it is done
    landings: Phrases  # words that are one landing, which no harmless phrase cuts in two
    names: tuple[NamedImpact, ...]
    whole_names: Phrases
    around_whole_names: tuple[Word, ...]
    negations: Phrases
    not_taken_back_by: tuple[Word, ...]
    still_said_before: Phrases
    clause_ends: tuple[Word, ...]
    bidding: Phrases  # somebody is bidden to do it
    not_bidding: Phrases
    taken_back_after: Phrases
    taken_back_next: Phrases  # a whole sentence of these takes back the one before it
    harmless: tuple[Harmless, ...]
    done_softly: tuple[Softly, ...]
    mentions: Mentions
    water: Water
    says_nothing: tuple[Word, ...]
    low_by_name: tuple[Word, ...]  # they say themselves that nothing lands
    english: tuple[Word, ...]
    not_english: tuple[Word, ...]
    not_english_endings: tuple[Word, ...]


def load_words() -> ImpactWords:
    """The words that tell of running, jogging or jumping, read from our own file."""
    return _read(data_file(FILE).read_bytes())


@lru_cache(maxsize=1)  # every own file is judged by them
def _read(text: bytes) -> ImpactWords:
    document, _ = parse(text, FILE)
    return ImpactWords.model_validate(tuples(document))
