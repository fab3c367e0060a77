"""Own words that tell of no sign. Reading them takes longer than showing a week, so that it was done and nothing found
is kept in the cache, under a mark of the words and of what reads them. Of words that tell of a sign nothing is kept.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from backplan.library import cache as caching
from backplan.library.mark import mark
from backplan.planner.diary.own_words import own_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from backplan.model.diary import LogEntry

NAME, SILENT = "silent", ["no sign"]  # in the cache
READER = "backplan.planner.diary.sign_words"


def tell_of_no_sign(entries: Sequence[LogEntry], cache: Path | None) -> bool:
    """Whether none of the own words of some entries tells of a sign; ``cache`` is the folder where that is kept."""
    texts = sorted({text for entry in entries for text in own_words(entry)})
    key = mark(_code_of_reader(), *(text.encode("utf-8", "surrogatepass") for text in texts))
    if cache is not None and caching.kept(cache, NAME, key) == SILENT:
        return True
    from backplan.planner.diary.sign_words import signs_in

    silent = not any(map(signs_in, texts))
    if silent and cache is not None:
        caching.keep(cache, NAME, key, SILENT)
    return silent


def _code_of_reader() -> bytes:
    """The code that reads the words: another version hears more."""
    spec = find_spec(READER)
    assert spec is not None
    assert spec.origin is not None
    code: bytes = spec.loader.get_data(spec.origin)  # type: ignore[union-attr]
    return code
