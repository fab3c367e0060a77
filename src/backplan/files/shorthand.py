"""What clinics write short in a dose, as the words it stands for: b.d., 3/52, ½ hour, 2-hourly, M/W/F, e/s."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_OF_SPANS = {"7": "days", "52": "weeks", "12": "months"}
_DAYS_OF = {"m": "mon", "w": "wed", "f": "fri"}


def _span(found: re.Match[str]) -> str:
    return f"for {found[1]} {_OF_SPANS[found[2]]}"


def _days(found: re.Match[str]) -> str:
    return " ".join(_DAYS_OF[letter] for letter in found[0].lower() if letter in _DAYS_OF)


# Each in turn, in a text with single spaces; compiled when first asked for.
_STANDS_FOR: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    ("[‐‑‒—−]", "-"),
    (" ?½", " 1/2"),
    (" ?¼", " 1/4"),
    (" ?¾", " 3/4"),
    (r"\b([btq])\.i\.d\b\.?", r"\1id"),
    (r"\b([tq])\.d\.s\b\.?", r"\1ds"),
    (r"\b([bo])\.d\b\.?", r"\1d"),
    (r"\bfor (\d{1,2})/(7|52|12)\b(?!/)", _span),
    (r"(?<![\d/])(\d{1,2})/(52)\b(?!/)", _span),
    (r"[x×] ?(\d{1,2}|one|two|three|four|six|eight|twelve) (weeks?|months?|wks)$", r"for \1 \2"),
    (r"(?<![x×])(?<![x×] )\b(\d{1,2})[ -]?(?:hourly|hrly)\b", r"every \1 hours"),
    (r"\bq ?(\d{1,2}) ?(?:h|hrs?|hours?)\b", r"every \1 hours"),
    (r"\bqh\b|\b(?:each|every) (?:waking )?hour\b(?: (?:of the day|while awake))?|\bonce an hour\b", "every hour"),
    (r"\balt(?:ern)?\.? days?\b", "alternate days"),
    (r"\bevery (?:an? )?(?:other|second|2nd|couple of) hours?\b", "every 2 hours"),
    (r"(\d ?(?:[x×]|sets? of) ?\d{1,3}(?: reps)?)[ ,]+(?:@|at) ?(\d(?:-\d){2,3}|\d{4})(?![\w-])", r"\1 tempo \2"),
    (r"\b(?:m ?[/,] ?w ?[/,] ?f|mwf)\b", _days),
    (r"\b(?:(?:to|for) )?(?:an? )?(?:slow |steady |full )?count of (\w+)\b", r"\1 s"),
    (r"\b(?:and |then |while you )?(?:slowly )?count(?:ing)? (?:slowly )?to (\w+)\b", r"\1 s"),
    (r"\b(\w+)(?: slow)?[ -]counts?\b", r"\1 s"),
    (r"(?<=\d) ?cycles\b", " reps"),
    (r"\be/s\b", "each side"),
    (r"\bea\b\.?", "each"),
    (r"\b(each|per|both) (?:way|direction|foot|hip|knee|limb)s?\b", r"\1 side"),
    (r"\bbilat\b\.?", "bilateral"),
    (r"\((l|r)\)", r"\1 only"),
    (r"\b(\d|\w+) (?:days )?out of (?:7|seven)(?: days)?\b", r"\1 days a week"),
    (r"(?<=\d) ?[x×] ?(?=(?:weeks?|wks?|days?)\b)", " times a "),
    (r" ?/ ?(side|leg|arm)\b", r" per \1"),
    (r"(\d ?(?:[x×]|sets? of) ?\d{1,3}(?: reps)?)[ ,(]+(\d(?:-\d){2,3}|\d{4})(?![\w-])", r"\1 tempo \2"),
    (r"\b((?:add|increas|progress|grow)\w* .*?),? (?:un)?till? (\d{1,3})(?=$|,| ?(?:rep|times|sec|s\b|min|sets?\b|kg))",
     r"\1, up to \2"),
    (r"\bwk\b", "week"),
    (r"\bwks\b", "weeks"),
)  # fmt: skip


@lru_cache(maxsize=64)  # each dose is read for what it says and for when it ends
def in_full(text: str) -> str:
    """A dose in a line with single spaces, and what is written short in it in full."""
    plain = " ".join(text.split())
    for written, words in _STANDS_FOR:
        plain = re.sub(written, words, plain, flags=re.IGNORECASE)
    return plain
