"""New pain below the knee."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from backplan.model.vocabulary import LEGS
from backplan.rules.kinds import LegRule

if TYPE_CHECKING:
    from backplan.model.outcome import LegStory

KNEE, DAYS = LEGS.index("calf"), 7


def check(story: LegStory) -> bool:
    """Pain that is new below the knee and stays there for 7 days stops the plan until a clinician knows of it; a day
    without a word is as the last one said.
    """
    if LEGS.index(story.known) >= KNEE:
        return False
    below = list(takewhile(lambda word: LEGS.index(word[1]) >= KNEE, reversed(story.words)))
    return bool(below) and (story.on - below[-1][0]).days >= DAYS


RULE = LegRule(
    id="leg-below-knee",
    sources=("may-2018", "finucane-2020"),
    check=check,
    inference="the days; that a nerve is looked at first where pain stays below the knee",
)
