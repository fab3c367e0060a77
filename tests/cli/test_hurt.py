"""A note that an exercise hurt is answered with the swap or the easier one; never a note that says it did not."""

from pathlib import Path

import pytest

from tests.support.cli import exercises_of, run, started, week_of


@pytest.mark.parametrize(
    ("note", "key"),
    [
        ("wall side bridge hurt", "side-bridge-wall"),
        ("the Wall Side-Bridges were painful, the rest was fine", "side-bridge-wall"),
        ("my knee hurt in the sit to stand", "sit-to-stand"),
        ("fine, but pain in sit–to–stand", "sit-to-stand"),
        ("wall plank hurt", "side-bridge-wall"),
    ],
)
def test_what_hurt_is_offered_a_swap(note: str, key: str, home: Path) -> None:
    started(home)
    week_of(home)
    assert f"`backplan swap {key}" in run("log", "--note", note, home=home).out


def test_a_short_name_is_offered_a_swap_on_the_day_that_holds_it(home: Path) -> None:
    started(home)
    days = week_of(home)["days"]
    day = next(each["date"] for each in days if "side-bridge-wall" in exercises_of(each))
    assert "`backplan swap side-bridge-wall" in run("log", "--note", "the plank hurt", home=home, today=day).out
    assert "swap" not in run("log", "--note", "the plank hurt", home=home).out


@pytest.mark.parametrize(
    "note",
    [
        "wall side bridge did not hurt", "the wall side bridge didn't hurt", "no pain in the sit to stand", "it hurt",
        "wall side bridge never hurts", "sit to stand hurts less", "sit to stand went well, my foot hurt",
        "it was late and my back hurt", "my elbows hurt", "my back and shoulder hurt", "my side hurts when I stand",
    ],
)  # fmt: skip
def test_what_did_not_hurt_is_offered_nothing(note: str, home: Path) -> None:
    started(home)
    week_of(home)
    assert "swap" not in run("log", "--note", note, home=home).out


def test_the_easier_one_that_is_named_may_be_swapped_in(home: Path) -> None:
    started(home)
    week_of(home)
    said = run("log", "--note", "sit to stand hurt", home=home).out
    words = ["swap", *said.partition("`backplan swap ")[2].partition("`")[0].split()]
    assert words[:3] == ["swap", "sit-to-stand", "--for"]
    assert run(*words, home=home).code == 0
    assert words[3] in week_of(home)["programme"].values()


def test_what_hurt_beside_the_week_is_told_as_that_and_as_no_other(home: Path) -> None:
    started(home)
    week_of(home)
    said = run("log", "glute", "bridge", "was", "painful", home=home).out
    assert "Glute bridge hurt: it is not in your week." in said
    assert "swap" not in said


def test_under_a_stop_nothing_is_offered(home: Path) -> None:
    started(home)
    week_of(home)
    done = run("log", "--note", "sit to stand hurt", "--saddle", home=home)
    assert (done.code, "swap" in done.out + done.err) == (4, False)


@pytest.mark.parametrize(("said", "held"), [("bird dog", "bird-dog-leg"), ("push up", "wall-push-up")])
def test_of_what_is_not_in_the_week_the_one_that_may_be_meant_is_named(said: str, held: str, home: Path) -> None:
    started(home)
    assert any(held in exercises_of(day) for day in week_of(home)["days"])
    told = " ".join(run("log", *said.split(), "hurt", home=home).out.split())
    assert "it is not in your week, but" in told
    assert f"If you meant that, `backplan swap {held}`" in told


@pytest.mark.parametrize(
    "note",
    [
        "pain shooting down to my foot, new", "sharp pain when I lay down", "getting down to the floor hurt",
        "sharp pain face down", "sharp pain going up and down the stairs", "sharp pain in the chair",
        "sharp pain getting up from the floor", "sharp pain in front", "sharp pain sitting down on the bench",
        "sharp pain lying on the floor", "sharp pain against the wall", "sharp pain leaning forward", "chest was sore",
    ],
)  # fmt: skip
def test_words_that_many_names_share_name_no_exercise(note: str, home: Path) -> None:
    started(home)
    assert "prone-on-elbows" in str(week_of(home)["days"])
    done = run("log", "--json", "--note", note, home=home).json
    assert not done["entries"][0].get("hurt")
    assert not any("swap" in notice for notice in done["notices"])


def test_the_words_that_tell_an_exercise_apart_name_it(home: Path) -> None:
    started(home)
    week_of(home)
    for note in ("sharp pain propped on elbows, face down", "sharp pain in the sphinx"):
        done = run("log", "--again", "--json", "--note", note, home=home).json
        assert done["entries"][0]["hurt"] == ["prone-on-elbows"]
