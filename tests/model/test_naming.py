"""Which exercise a word stands for: any name of it, however joined, in any letters, one or several."""

from functools import lru_cache

import pytest

from backplan.library.load import load
from backplan.model.naming import Names


@pytest.mark.parametrize(
    "word",
    [
        "side-bridge-wall",
        "side bridge wall",
        "Wall side bridge",
        "wall-side-bridge",
        "Wall Side Bridges",
        " WALL  side bridge ",
    ],
)
def test_an_exercise_is_known_by_its_id_and_its_name_however_written(word: str) -> None:
    assert _known(word) == ["side-bridge-wall"]


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("child’s pose", "childs-pose"),
        ("McGill curl up", "modified-curl-up"),
        ("sit–to–stand", "sit-to-stand"),
        ("pelvic tilts", "pelvic-tilt"),
        ("hip bridges", "glute-bridge"),
        ("step-ups", "step-up"),
        ("knee rolls", "lying-knee-rolls"),
        ("birddog", "bird-dog"),
        ("clam shell", "clamshell"),
        ("doorway chest stretches", "doorway-chest-stretch"),
    ],
)
def test_a_name_is_known_as_people_and_clinics_write_it(word: str, key: str) -> None:
    assert _known(word) == [key]


@pytest.mark.parametrize("word", ["press up", "Press-ups", "pressup"])
def test_a_name_that_back_care_and_gyms_use_otherwise_is_taken_for_neither(word: str) -> None:
    assert _known(word) == ["push-up", "prone-press-up"]


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("the bird dog", "bird-dog"), ("bird-dog exercise", "bird-dog"), ("bird dogs on all fours", "bird-dog"),
        ("pelvic tilting", "pelvic-tilt"), ("glute bridging", "glute-bridge"), ("knee rolling", "lying-knee-rolls"),
        ("pelvic tilt lying", "pelvic-tilt"), ("clamshells side lying", "clamshell"), ("supine dead bug", "dead-bug"),
        ("cat cow stretch", "cat-cow"), ("camel cat stretch", "cat-cow"), ("bridges", "glute-bridge"),
        ("plank", "forearm-plank"), ("push-up on the wall", "wall-push-up"), ("lying on elbows", "prone-on-elbows"),
        ("seated rowing with band", "seated-band-row"), ("bridging with one leg", "single-leg-bridge"),
    ],
)  # fmt: skip
def test_a_name_is_known_with_little_words_in_any_order_and_with_the_position_it_has_anyway(
    word: str, key: str
) -> None:
    assert _known(word) == [key]


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("figure 4 stretch", ["lying-figure-four-stretch", "seated-figure-four-stretch"]),
        ("sciatic nerve flossing", ["lying-sciatic-nerve-slider", "seated-sciatic-nerve-slider"]),
        ("the press up", ["prone-press-up", "push-up"]),
    ],
)
def test_a_name_that_two_have_beside_their_position_is_asked_about(word: str, keys: list[str]) -> None:
    assert sorted(_known(word)) == keys


@pytest.mark.parametrize("word", ["the", "lying", "exercise", "stretch", "sitting stretch", "walking the dog", ""])
def test_words_that_say_nothing_of_an_exercise_stand_for_none(word: str) -> None:
    assert not _known(word)


def test_a_word_of_no_exercise_stands_for_none() -> None:
    assert not _known("wall of side")


def test_every_name_written_with_dashes_finds_what_the_name_finds() -> None:
    for each in load().exercises:
        for word in (each.id, each.name, *each.also):
            found = _known(word.replace(" ", "-"))
            assert each.id in found or found == [word.replace(" ", "-").lower()]


@pytest.mark.parametrize(
    ("word", "first"), [("brid dog", "bird-dog"), ("squat", "box-squat"), ("wall plnk", "wall-plank")]
)
def test_the_nearest_name_is_told_first(word: str, first: str) -> None:
    assert _names().near(word)[0] == first


@pytest.mark.parametrize("word", ["squat", "bridging", "runing", "jumpng jack", "horse ridng", "skiping"])
def test_no_near_name_is_of_what_is_held_back_for_everybody(word: str) -> None:
    given = {each.id for each in load().exercises if each.status != "excluded"}
    assert set(_names().near(word)) <= given


@pytest.mark.parametrize("word", ["5 minutes", "xyzzy", "gardening", ""])
def test_nothing_is_near_to_what_is_far_off(word: str) -> None:
    assert not _names().near(word)


@lru_cache
def _names() -> Names:
    return Names(load().exercises)


def _known(word: str) -> list[str]:
    return [each.id for each in _names().named(word)]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("heel slides lying on your back", "heel-slide"),
        ("pelvic tilting on the back", "pelvic-tilt"),
        ("cat stretch on all fours", "cat-cow"),
        ("clam shells with band", "clamshell-band"),
        ("dead bugs upon your back", "dead-bug"),
    ],
)
def test_a_position_in_several_words_and_words_written_apart_are_understood(said: str, meant: str) -> None:
    assert [each.id for each in _names().named(said)] == [meant]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("mini squats at the sink", "mini-squat"),
        ("heel raises holding on to the worktop", "heel-raise"),
        ("step ups on bottom stair", "step-up"),
        ("front plank on elbows", "forearm-plank"),
        ("rolling knees side to side", "lying-knee-rolls"),
    ],
)
def test_what_is_done_at_or_with_something_is_suggested_and_never_taken_for_it(said: str, meant: str) -> None:
    assert _names().named(said) == ()
    assert _names().near(said)[0] == meant


@pytest.mark.parametrize("said", ["superman on hands and knees", "jogging on all fours", "sit-up on a slope"])
def test_another_position_is_no_exercise_that_is_held_back(said: str) -> None:
    assert not {each.id for each in _names().named(said)} & {"superman", "jogging", "full-sit-up"}
    assert not {"superman", "jogging", "full-sit-up"} & {*_names().near(said)}
