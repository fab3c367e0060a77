"""What people type in place of a command leads to the command that they mean."""

from pathlib import Path

import pytest
import typer

from backplan.cli import meant
from backplan.cli.app import COMMANDS, app
from tests.support.cli import run


@pytest.mark.parametrize(
    ("typed", "way"),
    [
        (["undo"], "`backplan diary undo`"),
        (["add", "bird", "dog"], "`backplan library add` or `backplan prescribe add`"),
        (["Plan"], "`backplan week`"),
        (["done"], "`backplan log`"),
        (["skip"], "`backplan log --done no`"),
        (["pain", "4"], "`backplan log`, and then the same words"),
        (["what", "do", "i", "do", "today"], "`backplan today`"),
        (["what", "is", "on", "tomorrow?"], "`backplan week tomorrow`"),
        (["my", "back", "is", "worse"], "`backplan log`, and then the same words"),
        (["I’m", "stiff"], "`backplan log`, and then the same words"),
        (["print"], "`backplan export handout`"),
    ],
)
def test_the_command_that_is_meant_is_named(typed: list[str], way: str, home: Path) -> None:
    found = run(*typed, home=home)
    assert (found.code, f"Perhaps {way}." in found.err) == (2, True)


def test_a_slip_is_still_told_by_its_near_name(home: Path) -> None:
    assert "did you mean week?" in run("wek", home=home).err
    assert "Perhaps" not in run("xyzzy", home=home).err


def test_all_that_is_named_is_there_and_no_command_is_explained_away() -> None:
    group = typer.main.get_command(app)
    assert {each.split()[0] for each in meant.ASKED} <= set(COMMANDS)
    words = [word for words in meant.ASKED.values() for word in words]
    assert len({*words, *meant.TOLD}) == len(words) + len(meant.TOLD)
    assert not {*words, *meant.TOLD} & set(COMMANDS)
    with_own = {name for name in COMMANDS if getattr(group.get_command(typer.Context(group), name), "commands", None)}  # type: ignore[attr-defined]
    assert with_own == set(meant.GROUPS)
