"""How a publication is written: how sure we are of it is one plain word, and no word where it was read."""

import pytest

from backplan.model.exercise import Source
from backplan.render import sources


def source(seen: str) -> Source:
    return Source("one-2001", "One A, Two B", 2001, "A title", "J Back 1(2):3-4", None, None, None, "A fact.", seen)


@pytest.mark.parametrize(
    ("seen", "word"), [("abstract", ""), ("secondary", " (reported)"), ("memory", " (remembered)")]
)
def test_how_sure_is_one_word_at_the_end(seen: str, word: str) -> None:
    assert sources.cited(source(seen)) == f"One A, Two B 2001: A title. J Back 1(2):3-4{word}"
    assert sources.in_short(source(seen)) == f"One A et al. 2001, J Back 1(2):3-4{word}"
