"""Times of the clock in a sentence after `log`: no number of them is one of pain, or of minutes."""

from __future__ import annotations

import re

from backplan.model.wording import NUMBER_WORDS
from backplan.patterns import on_first_use

_HOUR = rf"(?:\d{{1,2}}|{'|'.join(NUMBER_WORDS[1:13])})"
_NEAR = r"(?:(?:about|around|nearly|half|quarter|past|to|just|gone|after) )*"
_AT = r"(?:(?:at|by|till?|until|from|since|around|about|before|after) )"
_MARKED = r"(?: ?[ap]\.?m\b\.?| ?o['’]?clock\b)"
_NO_HOUR = (  # behind a number of something else
    r"(?![.,:]?\d| ?(?:/|%|-|out of|of 10|minutes?|mins?|m|hours?|hrs?|h|days?|weeks?|months?|years?|times|x|km|k|"
    r"miles?|sets?|reps?|lengths|laps|metres?|steps|degrees|of)(?![a-z]))"
)
_BEGINS = (  # what is told by the hour
    r"(?:woke(?: me)?(?: up)?|up|awake|bed|asleep|waking|appointments?|meeting|alarm|session|exercises|"
    r"dinner|lunch|dentist|doctors?|gp|physio|(?:to|from|for) work|went out)"
)
_WHEN = r"(?= (?:(?:in the|this) (?:morning|evening|afternoon)|tonight|last night|(?:i|it|my|with|pain)\b))"
_CLOCK = on_first_use(
    rf"\b{_AT}?{_NEAR}\d{{1,2}}(?:[:.][0-5]\d)?{_MARKED}"
    rf"|\b{_AT}{_NEAR}\d{{1,2}}[:.][0-5]\d{_NO_HOUR}"
    rf"|\b(?:till?|until|(?<!down )(?<!up )(?<!pain )by) {_NEAR}{_HOUR}\b{_NO_HOUR}"
    rf"|\b(?:at )?(?:half past|quarter past|quarter to) {_HOUR}\b{_NO_HOUR}"
    rf"|(?P<begins>\b{_BEGINS},? )at {_NEAR}{_HOUR}\b{_NO_HOUR}"
    rf"|(?:^|(?<=[,;.] )|(?<=and ))at {_NEAR}{_HOUR}\b{_NO_HOUR}{_WHEN}",
    re.IGNORECASE,
)


def without_clock(text: str) -> tuple[str, str | None]:
    """A sentence without the times of the clock in it, and these: woke at 4 with pain 6 is woke with pain 6, at 4."""
    times: list[str] = []

    def taken(found: re.Match[str]) -> str:
        begins = found["begins"] or ""
        times.append(found[0][len(begins) :])
        return begins

    rest = " ".join(_CLOCK.sub(taken, text).split())
    rest = re.sub(r"\s+([,;.])", r"\1", rest).strip(" ,;")
    return rest, ", ".join(times) or None
