"""The leg in a person's own words: how far down it pain may go. That is a question and no answer, as with signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backplan.planner.diary.sign_words import CLAUSE

if TYPE_CHECKING:
    from backplan.model.vocabulary import Leg

_FELT = (
    r"pains?|painful|hurt(?:s|ing)?|ach(?:e|es|ed|ing|y)|sciatica|shoot(?:s|ing)?|shot|burn(?:s|ing)?|stab(?:s|bing)?|"
    r"electric|throb(?:s|bing)?|twinges?|spasms?|cramp(?:s|ing)?"
)
_MOVES = (  # what goes with a part of the body that is worked, and not felt
    r"(?!\W+(?:rais(?:es?|ing)|press(?:es)?|stretch(?:es|ing)?|lifts?|slides?|curls?|exercises?|swings?|extensions?|"
    r"machine|rolls?|circles?|pumps?|day|brace|massage|rest)\b)"
)
_PARTS: dict[Leg, str] = {  # the furthest down first
    "foot": r"foot|feet|toes?|ankles?|heels?|soles?",
    "calf": r"calf|calves|shins?|lower legs?|below (?:my |the )?knees?",
    "thigh": r"thighs?|knees?|hamstrings?|(?<!between )(?<!between my )(?<!between the )legs?",
    "buttock": r"buttocks?|bum|bottom(?! of)|glutes?",
}
_BETWEEN = r"\W+(?:\w+\W+){0,9}?"
_DENIED = re.compile(r"\b(?:no|not|never|without|neither|nor|hardly|gone|left|\w+n['’]?t)\b(?! sure| only| just)", re.I)
_OWN_LEFT = re.compile(
    r"\b(?:my|the|in|down|of) left\b|\bleft (?=leg|foot|calf|thigh|knee|ankle|heel|shin|bum|but)", re.I
)


def leg_in(text: str) -> Leg | None:
    """How far down the leg pain goes by some words; None where they tell of no pain in it, or deny it."""
    clauses = [_OWN_LEFT.sub("my ", each) for each in CLAUSE.split(text)]
    for leg, part in _PARTS.items():
        if any(_tells(part, clause) for clause in clauses):
            return leg
    return None


def _tells(part: str, clause: str) -> bool:
    where = rf"(?:{part})\b{_MOVES}"
    found = re.search(rf"\b(?:(?:{_FELT}){_BETWEEN}{where}|{where}{_BETWEEN}(?:{_FELT})\b)", clause, re.IGNORECASE)
    return found is not None and not _DENIED.search(clause[: found.end()])
