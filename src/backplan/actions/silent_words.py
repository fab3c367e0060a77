"""Own words of which nothing is asked: they tell of no sign, no change of health, no pain down the leg, and of nothing
in the body that nobody knows. Reading them takes longer than showing a week, so that it was done and nothing found is
kept in the cache, under a mark of the words and of what reads them. Of words that tell of any nothing is kept.
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

NAME, SILENT = "silent", ["nothing told"]  # in the cache
READERS = (
    *(f"backplan.planner.diary.{kind}_words" for kind in ("sign", "health", "leg", "unlisted", "plain", "despair")),
    "backplan.model.activities",
    "backplan.model.felt_words",
    "backplan.model.vocabulary",
    "backplan.model.wording",
    "backplan.named_tuple",
    "backplan.patterns",
)


def tell_of_nothing(entries: Sequence[LogEntry], cache: Path | None) -> bool:
    """Whether nothing is asked of the own words of some entries; ``cache`` is the folder where that is kept."""
    texts = sorted({text for entry in entries for text in own_words(entry)})
    key = mark(*map(_code_of, READERS), *(text.encode("utf-8", "surrogatepass") for text in texts))
    if cache is not None and caching.kept(cache, NAME, key) == SILENT:
        return True
    from backplan.planner.diary.health_words import may_alarm
    from backplan.planner.diary.sign_words import midwife_first

    silent = not any(may_alarm(text) or midwife_first(text) for text in texts)
    if silent and cache is not None:
        caching.keep(cache, NAME, key, SILENT)
    return silent


def _code_of(reader: str) -> bytes:
    """The code of a module that reads the words: another version hears more."""
    spec = find_spec(reader)
    assert spec is not None
    assert spec.origin is not None
    code: bytes = spec.loader.get_data(spec.origin)  # type: ignore[union-attr]
    return code
