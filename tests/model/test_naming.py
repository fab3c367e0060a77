"""Which exercise a word stands for: any name of it, however joined, in any letters, one or several."""

from functools import lru_cache

import pytest

from backplan.library.load import load
from backplan.model.naming import EITHER, KNOWN_AS, NONE_OF_OURS, Names


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


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("TrA", "abdominal-brace"), ("ab drawing in", "abdominal-brace"), ("hollowing", "abdominal-brace"),
        ("EIL", "prone-press-up"), ("EIS", "standing-back-bend"), ("FIL", "double-knee-to-chest"),
        ("gluteal squeezes", "glute-squeeze"), ("shoulder squeezes", "shoulder-blade-squeeze"),
        ("SKTC", "single-knee-to-chest"), ("LTR", "lying-knee-rolls"), ("sphinx pose", "prone-on-elbows"),
        ("McKenzie extensions", "prone-press-up"), ("REIL", "prone-press-up"), ("tummy tucks", "abdominal-brace"),
        ("drawing-in manoeuvre", "abdominal-brace"), ("TrA activation", "abdominal-brace"),
        ("slump sliders", "seated-sciatic-nerve-slider"), ("flexion in lying", "double-knee-to-chest"),
        ("getting up from a chair", "sit-to-stand"), ("wall squats", "wall-sit"), ("monster walks", "band-side-walk"),
        ("side stepping with theraband", "band-side-walk"), ("Superman on all fours", "bird-dog"),
        ("superman on hands and knees", "bird-dog"), ("all fours arm and leg lift", "bird-dog"),
        ("hip abduction in sidelying", "side-lying-leg-raise"), ("suitcase carries", "suitcase-carry"),
        ("piriformis stretch lying down", "lying-figure-four-stretch"), ("rowing", "rowing-machine"),
        ("lumbar rolls", "lying-knee-rolls"), ("modified side bridge", "side-bridge-knees"),
        ("lying with legs on a chair", "calves-on-chair-rest"), ("swimming backstroke", "backstroke"),
    ],
)  # fmt: skip
def test_what_the_field_calls_an_exercise_is_one_of_its_names(word: str, key: str) -> None:
    assert _known(word) == [key]


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        *((word, ("push-up", "prone-press-up")) for word in ("press up", "press-up", "Press-ups", "pressup")),
        ("knee to chest stretch", ("single-knee-to-chest", "double-knee-to-chest")),
        ("thoracic extensions", ("chair-upper-back-extension", "foam-roller-upper-back")),
        ("knees to chest", ("single-knee-to-chest", "double-knee-to-chest")),
        ("lumbar extension", ("standing-back-bend", "prone-on-elbows", "prone-press-up")),
        ("wall slides", ("wall-angel", "wall-sit")),
        ("squats", ("mini-squat", "box-squat")),
        ("deadlifts", ("romanian-deadlift-light", "kettlebell-deadlift-raised")),
        ("rows", ("seated-band-row", "rowing-machine")),
        ("exercise bike", ("upright-bike-easy", "recumbent-bike-easy")),
        ("cross-trainer", ("elliptical-easy", "elliptical-steady")),
    ],
)
def test_a_name_that_the_field_has_for_several_is_taken_for_none_of_them(word: str, keys: tuple[str, ...]) -> None:
    assert (*_known(word),) == keys


@pytest.mark.parametrize("word", ["straight leg raise", "supine straight leg raise", "box breathing", "golfer's lift"])
def test_what_the_library_does_not_have_is_taken_for_nothing_else(word: str) -> None:
    assert not _known(word)


def test_every_name_for_several_is_of_exercises_there_are() -> None:
    known = {each.id for each in load().exercises}
    assert {key for keys in EITHER.values() for key in keys} <= known
    assert set(KNOWN_AS.values()) <= {each.modality for each in load().exercises}


@pytest.mark.parametrize(
    ("word", "kind"), [("walk outside", "walking"), ("Walks", "walking"), ("bike ride", "cycling")]
)
def test_a_kind_is_known_as_people_call_it(word: str, kind: str) -> None:
    assert _names().wish(word) == kind


def test_a_name_of_the_library_is_taken_for_no_other_exercise() -> None:
    assert [(each.id, word) for each in load().exercises for word in each.also if _known(word) != [each.id]] == []


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("the bird dog", "bird-dog"), ("bird-dog exercise", "bird-dog"), ("bird dogs on all fours", "bird-dog"),
        ("pelvic tilting", "pelvic-tilt"), ("glute bridging", "glute-bridge"), ("knee rolling", "lying-knee-rolls"),
        ("pelvic tilt lying", "pelvic-tilt"), ("clamshells side lying", "clamshell"), ("supine dead bug", "dead-bug"),
        ("cat cow stretch", "cat-cow"), ("camel cat stretch", "cat-cow"), ("bridges", "glute-bridge"),
        ("plank", "forearm-plank"), ("push-up on the wall", "wall-push-up"), ("lying on elbows", "prone-on-elbows"),
        ("calf pumps", "ankle-pumps"), ("calf raises (both legs)", "heel-raise"), ("double leg bridge", "glute-bridge"),
        ("two-leg calf raise", "heel-raise"), ("double leg raise", "double-leg-raise"),
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
        ("heel raises on a chair", "heel-raise"),
        ("heel raises with weights", "heel-raise"),
        ("sit to stand from the step", "sit-to-stand"),
        ("shoulder rolls in sitting", "shoulder-rolls"),
        ("front plank on elbows", "forearm-plank"),
        ("rolling knees side to side", "lying-knee-rolls"),
    ],
)
def test_what_is_done_at_or_with_something_is_suggested_and_never_taken_for_it(said: str, meant: str) -> None:
    assert _names().named(said) == ()
    assert _names().near(said)[0] == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("sit to stand from a chair", "sit-to-stand"), ("STS from chair", "sit-to-stand"),
        ("mini squats at the sink", "mini-squat"), ("half squats holding on to the back of a chair", "mini-squat"),
        ("heel raises holding on to the worktop", "heel-raise"), ("step ups on bottom stair", "step-up"),
        ("soleus stretch against the wall", "calf-stretch-bent-knee"),
        ("buttock squeezes in lying", "glute-squeeze"), ("bridges in crook lying", "glute-bridge"),
        ("lie on your front", "prone-lying"), ("4PK arm raise", "bird-dog-arm"),
        ("four point kneeling arm and leg lift", "bird-dog"), ("superman in 4-point kneeling", "bird-dog"),
    ],
)  # fmt: skip
def test_a_thing_or_a_position_that_an_exercise_has_anyway_changes_nothing(said: str, meant: str) -> None:
    assert _known(said) == [meant]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("hip abd standing", "standing-side-leg-raise"), ("prone hip ext", "prone-hip-extension"),
        ("ER with band", "band-external-rotation"), ("ext rot with band", "band-external-rotation"),
        ("static gluts", "glute-squeeze"), ("press-ups on knees", "knee-push-up"), ("90/90", "calves-on-chair-rest"),
        ("SLS", "one-leg-stand"), ("TrA sets", "abdominal-brace"),
        ("crook lying rotations", "lying-knee-rolls"), ("seated rotations", "seated-trunk-turn"),
    ],
)  # fmt: skip
def test_what_a_slip_writes_short_is_read_in_full(said: str, meant: str) -> None:
    assert _known(said) == [meant]


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("psoas stretches", {"standing-hip-flexor-stretch", "half-kneeling-hip-flexor-stretch"}),
        ("adductor stretch", {"standing-inner-thigh-stretch", "lying-butterfly-stretch"}),
        ("hams stretch", {"lying-hamstring-stretch", "seated-hamstring-stretch"}),
        ("prone push ups", {"push-up", "prone-press-up"}),
        ("neural sliders", {"lying-sciatic-nerve-slider", "seated-sciatic-nerve-slider"}),
        ("knee to chest in lying", {"single-knee-to-chest", "double-knee-to-chest"}),
    ],
)
def test_a_short_name_that_may_be_two_is_asked_about(said: str, keys: set[str]) -> None:
    assert {*_known(said)} == keys


@pytest.mark.parametrize("said", ["jogging on all fours", "sit-up on a slope"])
def test_another_position_is_no_exercise_that_is_held_back(said: str) -> None:
    assert not {each.id for each in _names().named(said)} & {"superman", "jogging", "full-sit-up"}
    assert not {"superman", "jogging", "full-sit-up"} & {*_names().near(said)}


@pytest.mark.parametrize("word", ["SLR", "straight leg raises", "rolling like a ball"])
def test_of_what_we_have_none_of_something_near_and_gentle_is_told(word: str) -> None:
    names = Names(load().exercises)
    near = names.in_its_place(word)
    assert near
    assert not names.named(word)
    assert {each.impact for each in names.exercises if each.id in near} <= {"none", "low"}


def test_what_is_told_in_place_of_another_is_there() -> None:
    ids = {each.id for each in load().exercises}
    assert {key for keys in NONE_OF_OURS.values() for key in keys} <= ids


def test_a_walk_is_a_kind_as_walking_is() -> None:
    names = Names(load().exercises)
    assert names.kind_named("a walk") == names.kind_named("walking") == "walking"
