"""What bars and what is wished: a line of the store gives back the value it was made from."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from backplan.model.bars import Bars, Wishes
from backplan.model.vocabulary import AEROBIC_KINDS, LEVELS, WEEKDAYS, Mode
from tests.support.examples import law

WORDS = st.lists(st.from_regex(r"[a-z]+(-[a-z]+)*", fullmatch=True), max_size=4).map(tuple)
THINGS = st.lists(st.from_regex(r"(gym:)?[a-z]+", fullmatch=True), max_size=4).map(tuple)
ANY_BARS = st.builds(
    Bars, stop=st.sampled_from(("", "red-flag")), pause=st.booleans(), tags=WORDS, care=WORDS,
    prescribed=st.lists(st.integers(1, 99).map(str), max_size=3).map(tuple),
    mode=st.sampled_from(get_args(Mode)), quarters=st.booleans(),
    too_much=st.lists(st.dates().map(str), max_size=3).map(tuple), level=st.sampled_from(LEVELS), refers=st.booleans(),
    things=THINGS, acute=st.booleans(), own=st.sampled_from(("", "abc123", "none 0.1.0")),
)  # fmt: skip
ANY_WISHES = st.builds(
    Wishes,
    minutes=st.lists(st.tuples(st.sampled_from(WEEKDAYS), st.integers(5, 240)), max_size=7).map(tuple),
    pool_days=st.lists(st.sampled_from(WEEKDAYS), max_size=3).map(tuple),
    likes=WORDS,
    dislikes=WORDS,
    comfortable=st.integers(1, 240),
    kinds=st.lists(st.tuples(st.sampled_from(AEROBIC_KINDS), st.integers(1, 240)), max_size=3).map(tuple),
)


@law(30)
@given(ANY_BARS)
def test_a_stored_line_gives_back_what_barred(bars: Bars) -> None:
    assert Bars.of(bars.line) == bars


@law(30)
@given(ANY_WISHES)
def test_a_stored_line_gives_back_what_was_wished(wishes: Wishes) -> None:
    assert Wishes.of(wishes.line) == wishes


def test_a_line_as_the_first_version_stored_it_is_understood() -> None:
    line = (
        "stop= pause=False healing no-swim care:post-surgery prescribed=1,2 mode=flare quarters=False "
        "eased=2026-11-24 level=basic refers=False band gym:treadmill acute=False own=none 0.1.0"
    )
    bars = Bars.of(line)
    assert (bars.tags, bars.care, bars.things) == (("healing", "no-swim"), ("post-surgery",), ("band", "gym:treadmill"))
    assert (bars.prescribed, bars.too_much, bars.mode) == (("1", "2"), ("2026-11-24",), "flare")
    assert bars.own == "none 0.1.0"


def test_nothing_equals_a_line_that_is_missing_or_none() -> None:
    assert Wishes.of("") == Wishes()
    assert Bars.of("") == Bars()


def test_a_wish_that_was_not_asked_for_when_a_line_was_stored_is_empty() -> None:
    assert Wishes.of("mon:30||yoga|") == Wishes(minutes=(("mon", 30),), likes=("yoga",))
