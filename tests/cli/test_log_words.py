"""Words beside the flags of `log`: where there are none, none are read, and nothing is told otherwise."""

from datetime import date
from pathlib import Path

import pytest

from backplan.actions.workspace import Workspace
from backplan.cli import log_words
from backplan.cli.log_options import LogFlags
from backplan.cli.sentences import sentence
from backplan.cli.sentences.clock import without_clock
from backplan.cli.sentences.sentence import ToldInWords
from backplan.cli.terminal.together import Together
from tests.support.cli import TODAY, run, started

WITHOUT_WORDS = (
    LogFlags(), LogFlags(pain=3, peak=4, effort=5), LogFlags(morning=2), LogFlags(minutes=20), LogFlags(done="part"),
    LogFlags(note="stiff, numb at 9"), LogFlags(why="visitors"), LogFlags(on="yesterday", done="no"),
    LogFlags(flare=True), LogFlags(not_=["bird dog"]), LogFlags(function=["1=4"]), LogFlags(leg="calf"),
    LogFlags(activity=[]),
)  # fmt: skip


@pytest.mark.parametrize("begun", [True, False])
@pytest.mark.parametrize("given", WITHOUT_WORDS)
def test_no_words_read_are_what_no_words_are(given: LogFlags, begun: bool, home: Path) -> None:
    if begun:
        started(home)
    place = Workspace(date.fromisoformat(TODAY), home)
    assert log_words.in_flags(Together(), place, given) == (given, ToldInWords())
    assert log_words._in_words(Together(), place, given, "") == (given, ToldInWords())
    assert not log_words._words_of_a_sign(place, given)
    assert log_words._minutes_in_words(given) == given
    assert without_clock("") == ("", None)


def test_where_no_words_stand_none_are_read(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started(home)

    def read(text: str) -> ToldInWords:
        raise AssertionError(text)

    monkeypatch.setattr(sentence, "read_words", read)
    assert run("log", "--pain", "3", home=home).code == 0
    assert run("log", "--morning", "2", home=home).code == 0
