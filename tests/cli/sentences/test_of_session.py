"""How far a session was done, in words."""

import pytest

from backplan.cli.sentences import of_session
from backplan.cli.sentences.of_session import SIMPLY_ALL, OfSession


@pytest.mark.parametrize("text", sorted(SIMPLY_ALL))
def test_what_is_read_at_once_is_what_the_patterns_read(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_session, "SIMPLY_ALL", frozenset[str]())
    assert of_session.of_session(text) == OfSession("all")
