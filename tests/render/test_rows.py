"""Rows of a table, however many: each text is wrapped as Rich would wrap it."""

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from backplan.render import rows

CONSOLE = Console(width=200)
WORDS = st.text("ab-“”é日本e\u0301👍.,", max_size=9)
TEXTS = st.one_of(st.lists(WORDS, max_size=12).map(" ".join), st.text(max_size=40))


@given(TEXTS, st.integers(1, 30))
def test_a_text_is_wrapped_as_rich_wraps_it(text: str, width: int) -> None:
    lines = Text(text).wrap(CONSOLE, width, justify="left", overflow="fold")
    assert rows._wrapped(text, width, CONSOLE) == [line.plain for line in lines]
