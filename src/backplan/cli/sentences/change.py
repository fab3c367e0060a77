"""What is to be changed of an entry of the diary, in words: it was 4 not 3, on tuesday, leg calf, note felt good."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from backplan.cli.sentences.figures import whole
from backplan.cli.sentences.sentence import ToldInWords, read_words, without_day
from backplan.model.vocabulary import LEGS

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEAD = (
    r"(?i)^(?:(?:no|sorry|actually|really|in fact|but)[ ,]+)*(?:(?:it|that|this) )?"
    r"(?:(?:should|must) (?:be|have been)|was|is)[: ]+"
)
_INSTEAD = r"(?i),? ?(?:and )?(?:not|instead of|rather than) (?:an? )?\d{1,3}(?: minutes)?$"
_NOTE = r"(?:with (?:the|a) )?(?P<field>note|word|why|because|reason)[: ]+(?P<words>.+)"
_LEG = (
    r"(?:pain )?(?:(?:down|in|into|to|as far as) )*(?:(?:the|my) )?(?:leg[: ]+)?(?:(?:down|to) )*(?:(?:the|my) )?"
    rf"(?P<leg>{'|'.join(leg for leg in LEGS if leg != 'none')})"
)
_NO_LEG = (
    r"(?:no|none|not) (?:pain )?(?:(?:down|in) )?(?:(?:the|my) )?leg|(?:pain (?:down|in) (?:the|my) )?leg[: ]+none"
)
_MINUTES = r"(?:minutes|mins?|time)[: ]+(?P<first>\d{1,3})|(?P<last>\d{1,3}) ?(?:minutes|mins?)"


def changes_in(text: str) -> Mapping[str, Any] | None:
    """What words change, by the flag that says it, too; None for any others. Raises UsageError for half of it."""
    plain = re.sub(_INSTEAD, "", re.sub(_LEAD, "", text.strip(" .!")))
    if noted := whole(_NOTE, plain):
        return {"note" if noted["field"].lower() in ("note", "word") else "why": noted["words"]}
    plain, day = without_day(plain)
    on = {"on": day} if day else {}
    found = _besides(plain) if plain else {}
    return None if found is None else (on | found or None)


def _besides(plain: str) -> dict[str, Any] | None:
    """What words change besides the day."""
    if leg := whole(_LEG, plain):
        return {"leg": leg["leg"].lower()}
    if whole(_NO_LEG, plain):
        return {"leg": "none"}
    if lasted := whole(_MINUTES, plain):
        return {"minutes": int(lasted["first"] or lasted["last"])}
    heard = read_words(plain) or ToldInWords(unknown=True)
    if heard._replace(pain=None, morning=None, peak=None, effort=None, done=None, left_out=()) != ToldInWords():
        return None
    found = {
        "pain": heard.pain if heard.morning is None else heard.morning,
        "peak": heard.peak, "effort": heard.effort, "done": heard.done, "not_": [*heard.left_out] or None,
    }  # fmt: skip
    return {name: value for name, value in found.items() if value is not None}
