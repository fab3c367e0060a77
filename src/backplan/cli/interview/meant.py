"""Which section somebody means to change, in their own words: the pain goes into the thigh now."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backplan.model.wording import NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Collection

_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?"
# Of two that are named alike the first is meant: what may be a sign is looked at first.
_WORDS: tuple[tuple[str, str], ...] = (
    (
        "signs|red-flags",
        r"signs?|warnings?|numb(?!er)\w*|tingl\w*|pins|weak\w*|bladder|bowels?|fevers?|chills|chest|faint\w*|breath\w*|lumps?"
        r"|cancer|blackouts?|accident|swollen|weight|heart|asthma|lungs?|diabet\w+|stroke|both legs",
    ),
    (
        "body|conditions",
        r"health|knees?|hips?|shoulders?|wrists?|neck|floor|balance|unsteady|dizz\w+|blood pressure|osteoporosis|bones?"
        r"|pregnan\w+|baby|birth|operat\w+|surgery|prolapse|leak\w*|sciatica|discs?|stenosis|wheelchair|conditions?",
    ),
    ("tolerance", r"start|walk\w*|cycl\w+|bik\w+|swim\w*|comfort\w*"),
    ("clearance", r"doctor|dr|gp|physio\w*|surgeon|midwife|agreed|agreement|clinician|consultant"),
    ("time", rf"days?|minutes?|mins?|weekends?|times?|mornings?|evenings?|{_DAY}"),
    ("born", r"born|age|year|old|i['’]?m \d\d"),
    ("pain", r"pain\w*|legs?|thighs?|calf|calves|foot|feet|toes|buttocks?|bum|since|usual(?:ly)?|worse|better"),
    ("equipment", r"bands?|gym|pool|treadmill|equipment"),
    ("level", r"level|basic|easier|harder"),
    ("likes", r"likes?|dislikes?|rather not"),
    ("functions", r"want\w*"),
)


_TOLD = r"\d|\b(?:doctor|dr|gp|physio\w*|surgeon|midwife|half an hour|every day|weekdays)\b"
_ONLY_NAMED = (  # and not told anew: monday is wrong
    r"\b(?:wrong|change|forgot|not|no|different|should|line|number)\b|n['’]t\b|^\W*\d+\W*$"
)


def tells_answer(text: str) -> bool:
    """Whether words that lead to a section tell its answer, too: I'm 68; tue thu 20; my gp is dr x."""
    plain = text.lower()
    in_words = any(re.search(rf"\b{word}\b", plain) for word in NUMBER_WORDS[2:])
    return bool(re.search(_TOLD, plain) or in_words) and not re.search(_ONLY_NAMED, plain)


def section_meant(text: str, names: Collection[str]) -> str:
    """The one of some sections of which most is named in a text; an empty text where nothing is."""
    most, meant = 0, ""
    for those, words in _WORDS:
        name = next((each for each in those.split("|") if each in names), "")
        many = len(re.findall(rf"\b(?:{words})\b", text.lower()))
        if name and many > most:
            most, meant = many, name
    return meant
