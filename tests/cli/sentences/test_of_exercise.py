"""What is said of one exercise at a question of `start`."""

import pytest

from backplan.cli.sentences.of_exercise import of_exercise, what_it_is_like


@pytest.mark.parametrize(
    ("text", "word"),
    [
        *((each, "done") for each in ("", "done, no pain at all", "felt good", "finished that one", "yes I did 10")),
        *((each, "done") for each in ("all three sets", "easy", "fine", "did it, it did not hurt")),
        *((each, "less") for each in ("only did 6", "did it but only on the left", "did 8 of 10", "most of it")),
        *((each, "skip") for each in ("i leave this one out", "can't do that one", "no I did not do it", "skip this")),
        *((each, "skip") for each in ("i have no band here", "can't get down on the floor", "not today")),
        *((each, "hurts") for each in ("too hard", "yes but it pinched", "my wrist hurts", "ok but a twinge")),
        *((each, "back") for each in ("sorry, pressed enter too fast", "go back", "the last one")),
        *((each, "quit") for each in ("i want to stop", "enough for today")),
        *((each, None) for each in ("what do I do now?", "this is boring", "what?")),
    ],
)
def test_what_hurts_or_was_left_out_comes_before_that_it_was_done(text: str, word: str | None) -> None:
    assert of_exercise(text) == word


@pytest.mark.parametrize(
    ("text", "key"),
    [
        *((each, "1") for each in ("tired muscles", "just a stretch", "a bit sore")),
        *((each, "2") for each in ("my usual pain", "a dull one")),
        *((each, "3") for each in ("sharp", "worse than before", "my usual pain but a lot", "quite bad")),
        *((each, "4") for each in ("it goes down my leg", "sharp, and it spreads")),
        *((each, None) for each in ("it hurts", "not sharp", "no idea", "")),
    ],
)
def test_of_two_things_that_it_is_like_the_more_careful_is_meant(text: str, key: str | None) -> None:
    assert what_it_is_like(text) == key
