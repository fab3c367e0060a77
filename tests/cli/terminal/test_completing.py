"""Completion, through the protocol the shell speaks; its words are those the commands take, and it stays light."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from backplan.cli.init_command import listed
from backplan.cli.terminal import completing
from backplan.library import coping_pages, load
from backplan.model.vocabulary import MULTIPLE, MUST_BE_KNOWN, Condition
from backplan.planner.choice.barring import TAGS
from backplan.rules.screening.clearance_ended import WHAT
from tests.support.cli import Result, environment, process, run


def asking(line: str, shell: str = "bash") -> dict[str, str]:
    """How a shell asks, in the environment."""
    return {
        "_BACKPLAN_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
        "_TYPER_COMPLETE_ARGS": line,
    }


def completed(line: str, home: Path, by: Callable[..., Result] = run) -> list[str]:
    done = by(home=home, env=asking(line))
    assert done.code == 0
    assert not done.err
    return done.out.split()


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("backplan why bird", "bird-dog"),
        ("backplan swap bird", "bird-dog"),
        ("backplan library show bird", "bird-dog"),
        ("backplan log bird", "bird-dog"),
        ("backplan log swimm", "swimming"),
        ("backplan cope br", "breathing"),
        ("backplan co", "cope"),
        ("backplan init --red-flags saddle", "saddle-numbness"),
        ("backplan init --red-flags fever,saddle", "fever,saddle-numbness"),
        ("backplan init --knows lu", "lump"),
        ("backplan init --by-mistake fever,l", "fever,leg"),
        ("backplan init --conditions sci", "sciatica"),
        ("backplan init --conditions sciatica,ost", "sciatica,osteoporosis"),
        ("backplan init --equipment ba", "band"),
        ("backplan init --gym tread", "treadmill"),
        ("backplan init --likes yo", "yoga"),
        ("backplan init --dislikes bird", "bird-dog"),
        ("backplan init --days mon,tu", "mon,tue"),
        ("backplan library --condition no-f", "no-floor"),
        ("backplan library --block co", "core"),
        ("backplan library --modality pil", "pilates"),
        ("backplan library --area low", "low-back"),
        ("backplan library --place po", "pool"),
        ("backplan library --equipment noo", "noodle"),
        ("backplan library --level ad", "advanced"),
    ],
)
def test_the_shell_completes(line: str, word: str, home: Path) -> None:
    assert word in completed(line, home)


def test_a_process_of_its_own_completes(home: Path) -> None:
    assert "bird-dog" in completed("backplan why bird", home, process)


def test_zsh_is_answered_in_its_own_way(home: Path) -> None:
    assert '"bird-dog"' in process(home=home, env=asking("backplan why bird", "zsh")).out


def test_nothing_fits_and_nothing_is_said(home: Path) -> None:
    assert completed("backplan why zzz", home) == []


def test_what_is_named_already_is_not_offered_again(home: Path) -> None:
    others = [word for word in get_args(Condition) if word.startswith("s") and word != "sciatica"]
    assert completed("backplan init --conditions sciatica,s", home) == [f"sciatica,{word}" for word in others]
    assert "none" not in completing.conditions("sciatica,")[-1]


def test_the_words_are_those_the_commands_take() -> None:
    whole = load.load()
    kinds = {exercise.modality for exercise in whole.exercises}
    assert completing.exercises("") == [exercise.id for exercise in whole.exercises]
    assert set(completing.activities("")) == kinds | set(whole.by_id())
    assert completing.topics("") == [page.id for page in coping_pages.load(whole)]
    assert completing.red_flags("") == [*(key for key, _ in listed("red-flags")), "none"]
    signs = [key for what in ("red-flags", "heart") for key, _ in listed(what)]
    assert completing.clearance_ids("") == [*signs, *MUST_BE_KNOWN, MULTIPLE, *WHAT, "none"]
    assert completing.conditions("") == [*(key for key, _ in listed("conditions")), "none"]
    assert set(completing.equipment("")) <= {*(key for key, _ in listed("equipment")), "none"}
    assert set(completing.tags("")) == set(TAGS)


@pytest.mark.parametrize("flag", ["area", "block", "equipment", "level", "place", "modality", "condition"])
def test_a_completed_filter_is_one_the_library_takes(flag: str, home: Path) -> None:
    offer = {
        "area": completing.areas, "block": completing.blocks, "equipment": completing.used_things,
        "level": completing.levels, "place": completing.places, "modality": completing.modalities,
        "condition": completing.tags,
    }[flag]  # fmt: skip
    few = ("library", *(() if flag == "block" else ("--block", "relax")))  # to have less judged
    refused = [word for word in offer("") if run(*few, f"--{flag}", word, "--json", home=home).code]
    assert refused == []


def test_completion_loads_nothing_heavy(home: Path) -> None:
    program = (
        "import sys\nfrom backplan.cli.terminal import completing\n"
        "completing.exercises('b'), completing.activities('b'), completing.topics('b')\n"
        "print(sorted({'pydantic', 'yaml', 'rich', 'sqlite3'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(home), capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_missing_data_file_breaks_no_shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("backplan.library.data.data_file", lambda name: tmp_path / name)
    assert completing.exercises("") == []


def test_a_persons_own_exercises_are_offered_too(home: Path, tmp_path: Path) -> None:
    own = home / "own"
    own.mkdir(parents=True)
    (own / "mine.yaml").write_text('- id: towel-pull\n  name: A\n- {name: B, id: "towel-push"}\n', encoding="utf-8")
    (own / "more.yaml").write_text('[{"id": "towel-fold", "name": "C"}]', encoding="utf-8")
    (own / "hidden.yaml").write_text("- {id: bird-dog, hide: true}\n", encoding="utf-8")
    words = ["towel-pull", "towel-push", "towel-fold"]
    for line in ("why towel-p", "swap towel", "prescribe add towel-pul", "log towel-pul", "library hide towel-pu"):
        assert "towel-pull" in completed(f"backplan {line}", home), line
    assert completed("backplan library show towel-", home)[-3:] == words
    assert completed("backplan library show-again ", home) == ["bird-dog"]
    assert completed("backplan library remove ", home) == ["mine", "more", "hidden"]


@pytest.mark.parametrize("junk", [b"\xff\xfe\x00id: ", b"id" * 400_000, b"\x00" * 50_000, b'id: "' * 99_999])
def test_own_files_that_are_broken_break_no_shell(home: Path, junk: bytes) -> None:
    (home / "own" / "folder.yaml").mkdir(parents=True)
    (home / "own" / "mine.yaml").write_bytes(junk)
    assert "bird-dog" in completed("backplan why bird", home, process)


def test_a_home_that_cannot_be_found_breaks_no_shell(tmp_path: Path) -> None:
    assert "bird-dog" in completed("backplan why bird", Path("~nobody-at-all/x"), process)
    (tmp_path / "own").write_text("x")
    assert "bird-dog" in completed("backplan why bird", tmp_path, process)
