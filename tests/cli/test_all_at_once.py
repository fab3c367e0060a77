"""Several wrong flags are told of together, each with its name and what may be written; nothing is done then."""

from pathlib import Path

import pytest

from tests.support.cli import run, started

WRONG = {
    "log --pain 11 --done maybe --leg hip --on soon": ("--pain 11", "--done maybe", "--leg hip", "--on soon"),
    "log bird-dgo --effort x --load bird-dog": ("bird-dgo", "--effort x", "--load bird-dog"),
    "diary edit 1 --pain 99 --done maybe --on soon": ("--pain 99", "--done maybe", "--on soon"),
    "init --pain 99 --born x --days every --since soon --tolerance q": (
        "--pain 99", "--born x", "--days every", "--since soon", "--tolerance q",
    ),
    "week --days xx --move q --week never": ("--days xx", "--move q", "week never"),
    "pause --from zz --to yy": ("--from zz", "--to yy"),
    "swap foo --for bar": ("foo", "bar"),
    "export ics --weeks 99 --at q,mon=z --tz Nowhere --alarm x": (
        "--weeks 99", "--at q", "--at mon=z", "--tz Nowhere", "--alarm x",
    ),
    "library --block zz --modality qq --area nn": ("--block zz", "--modality qq", "--area nn"),
    "prescribe add bird-dgo --sets 99 --times-a-day 99 --tempo 0-0 --by nurse --on soon --until 2020-01-01": (
        "bird-dgo", "--sets 99", "--times-a-day 99", "--tempo 0-0", "--by nurse", "--on soon", "--until 2020-01-01",
    ),
    "prescribe add brisk-walk --sets 3 --reps 8 --effort 12 --days xyz": (
        "--sets 3", "--reps 8", "--effort 12", "--days xyz",
    ),
    "log --load bird-dgo=5kg --load sit-to-stand --not foo --not bar --sign x --sign y": (
        "bird-dgo", "--load sit-to-stand", "foo", "bar", "--sign x", "--sign y",
    ),
    "prescribe avoid foo --by nurse --on soon": ("foo", "--by nurse", "--on soon"),
    "prescribe limit --minutes 999 --by nurse --on soon": ("--minutes 999", "--by nurse", "--on soon"),
    "prescribe accept-usual-pain 9 --by nurse --on soon": ("pain 9", "--by nurse", "--on soon"),
}  # fmt: skip


@pytest.mark.parametrize("line", WRONG)
def test_every_wrong_flag_is_told_at_once(home: Path, line: str) -> None:
    done = run(*line.split(), home=home)
    assert done.code == 2
    assert not done.out
    told = done.err.splitlines()
    for flag in WRONG[line]:
        assert any(flag in each for each in told), (flag, done.err)
    assert len(told) == len(WRONG[line])
    assert not [*home.glob("*.db")]


def test_every_wrong_score_is_told_at_once(home: Path) -> None:
    started(home, functions=["put on my socks"])
    done = run("log", "--function", "socks=12", "--function", "9=3", "--function", "walk", home=home)
    assert done.code == 2
    assert [line.partition(":")[0] for line in done.err.splitlines()] == [
        "--function socks=12", "--function 9", "--function walk",
    ]  # fmt: skip


def test_a_number_is_understood_as_people_say_it(home: Path) -> None:
    noted = run("log", "--pain", "three", "--peak", "4/10", "--effort", "about 5", "--json", home=home).json["entries"][
        0
    ]
    assert (noted["pain"], noted["peak"], noted["effort"]) == (3, 4, 5)
    walked = run("log", "gardening", "--minutes", "1 hour", "--json", home=home).json["entries"][0]
    assert walked["minutes"] == 60
    assert run("diary", "edit", "1", "--pain", "two", home=home).code == 0
    assert "--pain eleven" in run("log", "--pain", "eleven", home=home).err


@pytest.mark.parametrize("line", ["init --list conditions --pain 88", "pause --end --json --from"])
def test_what_needs_no_flags_does_nothing_either_where_one_is_wrong(home: Path, line: str) -> None:
    done = run(*line.split(), home=home)
    assert (done.code, done.out) == (2, "")


def test_a_fault_of_one_run_is_not_told_in_the_next(home: Path) -> None:
    assert run("log", "--pain", "11", home=home).code == 2
    assert "--pain" not in run("log", "--pain", "1", home=home).err


@pytest.mark.parametrize(("said", "meant"), [("press up", "prone-press-up"), ("bird dgo", "bird-dog")])
def test_a_doubtful_name_is_not_noted_in_silence(home: Path, said: str, meant: str) -> None:
    done = run("log", said, "--minutes", "10", home=home)
    assert done.code == 2
    assert meant in done.err
    assert not [*home.glob("*.db")]


@pytest.mark.parametrize("said", ["gardening", "walking the dog", "tango", "bowls", "stacking wood", "washing the car"])
def test_words_of_ones_own_are_welcome(home: Path, said: str) -> None:
    assert f"{said.replace(' ', '-')}" in run("log", said, "--minutes", "10", home=home).out.replace(" ", "-")


def test_a_flag_that_stands_alone_or_too_early_is_told_what_is_right(tmp_path: Path) -> None:
    alone = run("log", "--morning", home=tmp_path / "home")
    assert (alone.code, "a whole number from 0 to 10 must follow it, like --morning 3" in alone.err) == (2, True)
    early = run("--plain", "week", home=tmp_path / "home")
    assert (early.code, "goes after the command, like `backplan week --plain`" in early.err) == (2, True)
