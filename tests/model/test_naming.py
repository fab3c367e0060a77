"""Which exercise a word stands for: any name of it, however joined, in any letters, one or several."""

import pytest

from backplan.library.load import load
from backplan.model.naming import by_word, named


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
    assert [each.id for each in named(word, by_word(load().exercises))] == ["side-bridge-wall"]


def test_a_word_of_no_exercise_stands_for_none() -> None:
    assert not named("wall of side", by_word(load().exercises))


def test_every_name_written_with_dashes_finds_what_the_name_finds() -> None:
    known = by_word(load().exercises)
    for word, several in known.items():
        found = named(word.replace(" ", "-"), known)
        assert {each.id for each in several} <= {each.id for each in found} or len(found) == 1
