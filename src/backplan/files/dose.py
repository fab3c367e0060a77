"""A dose as people write it in a line: 3 sets of 8, 2 x 10, hold 5 seconds, 15 minutes."""

from __future__ import annotations

import re

DOSE = "write it like {sets: 3, reps: 8, hold: 5} or 3 sets of 8, or {minutes: 15} or 15 minutes"
_REPS = r"(?: *(?:reps?|repetitions?|times))?"
_HOLD = (
    r"(?:,?(?: and)?(?: with)?(?: an?)?(?: hold(?:ing|s)?(?: for| of)?)? *(?P<hold>\d{1,3}) ?(?:s|secs?|seconds?)"
    r"(?: holds?)?(?: each)?)?"
)
_SIDE = r"(?P<side>,? (?:per|each|on each|a) side)?"
_COUNTED = re.compile(rf"(\d{{1,2}}) *(?:sets? (?:of|x)|[x×*]) *(\d{{1,3}}){_REPS}{_SIDE}{_HOLD}\.?")
_TIMED = re.compile(r"(\d{1,3}) *(?:mins?|minutes?)\.?")


def dose_in_words(text: str) -> dict[str, int | bool] | None:
    """The parts of a dose written in a line, holds in seconds, ``per_side`` where it says so; None for what cannot be
    read.
    """
    said = " ".join(text.lower().split())
    if timed := _TIMED.fullmatch(said):
        return {"minutes": int(timed[1])}
    counted = _COUNTED.fullmatch(said)
    if counted is None:
        return None
    more: dict[str, int | bool] = {"hold": int(counted["hold"])} if counted["hold"] else {}
    return {"sets": int(counted[1]), "reps": int(counted[2]), **more, **({"per_side": True} if counted["side"] else {})}
