"""What is to be changed of an entry of the diary, in words: it was 4 not 3, on tuesday, leg calf, note felt good."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from backplan.cli.sentences.figures import whole
from backplan.cli.sentences.of_session import of_session, several
from backplan.cli.sentences.sentence import ToldInWords, read_words, without_day
from backplan.model.vocabulary import LEGS

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEAD = (
    r"(?i)^(?:(?:no|sorry|actually|really|in fact|but)[ ,]+)*(?:(?:it|that|this) )?"
    r"(?:(?:should|must) (?:be|have been)|was|is)[: ]+"
)
_OF_A_NUMBER = (
    r"(?i)^(?:(?:the|my) )?(?P<of>effort|(?:worst|highest)(?: pain)?|peak|pain) (?:(?:really|actually|in fact) )?"
    r"(?:was|is|should (?:be|have been)|must have been|came to|went to)(?: (?:really|actually|only|more like|about))* "
    r"(?P<number>\S+)$"
)
_LEFT_OUT = (
    r"(?:i )?(?:(?:skipped|missed|left out|omitted)|(?:did|could)(?: not|n['’]?t) (?:do|manage)|not|without|no) "
    r"(?P<what>(?:the |my )?[a-z][a-z ,&-]+?)(?: (?:after all|that day|today|though))?"
)
_INSTEAD = r"(?i),? ?(?:and )?(?:not|instead of|rather than) (?:an? )?\d{1,3}(?: minutes)?$"
_NOTE = r"(?:with (?:the|a) )?(?P<field>note|word|why|because|reason)[: ]+(?P<words>.+)"
_LEG = (
    r"(?:pain )?(?:(?:down|in|into|to|as far as) )*(?:(?:the|my) )?(?:leg[: ]+)?(?:(?:down|to) )*(?:(?:the|my) )?"
    rf"(?P<leg>{'|'.join(leg for leg in LEGS if leg != 'none')})"
)
_WENT_TO = r"(?i)^(?:(?:the |my )?pain|it) (?:went|goes|got|spread|reached|was|came)(?= )"
_NO_LEG = (
    r"(?:(?:there )?(?:was |is |had |have |i had )*)?(?:no|none|not any|not) (?:(?:the|my) )?"
    r"(?:(?:pain )?(?:(?:down|in) )?(?:(?:the|my|either) )?legs?(?: pain)?|sciatica)|"
    r"(?:pain (?:down|in) (?:the|my) )?leg[: ]+none"
)
_MINUTES = r"(?:minutes|mins?|time)[: ]+(?P<first>\d{1,3})|(?P<last>\d{1,3}) ?(?:minutes|mins?)"


def changes_in(text: str) -> Mapping[str, Any] | None:
    """What words change, by the flag that says it, too; None for any others. Raises UsageError for half of it."""
    plain = re.sub(_INSTEAD, "", re.sub(_LEAD, "", text.strip(" .!")))
    plain = re.sub(_OF_A_NUMBER, r"\g<of> \g<number>", re.sub(r"(?i) (?:after all|in the end)$", "", plain))
    if noted := whole(_NOTE, plain):
        return {"note" if noted["field"].lower() in ("note", "word") else "why": noted["words"]}
    plain, day = without_day(plain)
    on = {"on": day} if day else {}
    found = _besides(plain) if plain else {}
    return None if found is None else (on | found or None)


def _besides(plain: str) -> dict[str, Any] | None:
    """What words change besides the day."""
    if leg := whole(_LEG, re.sub(_WENT_TO, "pain", plain)):
        return {"leg": leg["leg"].lower()}
    if whole(_NO_LEG, plain):
        return {"leg": "none"}
    if lasted := whole(_MINUTES, plain):
        return {"minutes": int(lasted["first"] or lasted["last"])}
    if (left_out := whole(_LEFT_OUT, plain)) and not of_session(plain):
        return {"not_": [*several(left_out["what"])]}
    heard = read_words(plain) or ToldInWords(unknown=True)
    if heard._replace(pain=None, morning=None, peak=None, effort=None, done=None, left_out=()) != ToldInWords():
        return None
    found = {
        "pain": heard.pain if heard.morning is None else heard.morning,
        "peak": heard.peak, "effort": heard.effort, "done": heard.done, "not_": [*heard.left_out] or None,
    }  # fmt: skip
    return {name: value for name, value in found.items() if value is not None}
