"""What the reason spares that somebody gives for doing without an exercise: their wrists, knees, the floor."""

import re
from collections.abc import Iterable, Mapping

from backplan.model.exercise import Exercise
from backplan.model.vocabulary import Tag

_WORDS: Mapping[Tag, str] = {
    "wrist-issue": r"wrists?|hands?|thumbs?|palms?|carpal",
    "knee-issue": r"knees?|kneel\w*",
    "shoulder-issue": r"shoulders?|rotator|(?:upper )?arms?",
    "hip-issue": r"hips?|groins?",
    "neck-issue": r"necks?",
    "dizziness": r"dizz\w*|giddy|light-?headed|vertigo",
    "balance-poor": r"balance|unsteady|wobbl\w*|topple\w*|(?:afraid|fear|risk) of falling|(?:may|might) fall",
    "no-floor": r"floor|get(?:ting)? (?:down|up)",
}


def spared_by(reason: str | None) -> frozenset[Tag]:
    """What is to be spared by a reason in words."""
    return frozenset(tag for tag, words in _WORDS.items() if re.search(rf"(?i)\b(?:{words})\b", reason or ""))


def sparing(exercises: Iterable[Exercise], reason: str | None) -> tuple[Exercise, ...]:
    """The exercises that ask no care of what a reason is about; all of them where none is so."""
    found, tags = tuple(exercises), spared_by(reason)
    return tuple(each for each in found if tags.isdisjoint({*each.precautions, *each.contraindications})) or found
