"""Two steps further down the leg."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from backplan.model.vocabulary import LEGS
from backplan.rules.kinds import LegRule

if TYPE_CHECKING:
    from backplan.model.outcome import LegStory

STEPS, DAYS = 2, 14  # of buttock, thigh, calf and foot


def check(story: LegStory) -> bool:
    """Pain that goes two steps further down the leg within 14 days, and further than ever before, stops the plan until
    a clinician knows of it.
    """
    if not story.words:
        return False
    (on, leg), before = story.words[-1], story.words[:-1]
    depth, depths = LEGS.index(leg), [LEGS.index(each) for _, each in before]
    lately = len(list(takewhile(lambda word: (on - word[0]).days <= DAYS, reversed(before))))
    # The last word from before these days is how it was when they began.
    least = min([*depths[-lately - 1 :], depth])
    return depth > max([LEGS.index(story.known), *depths]) and depth - least >= STEPS


RULE = LegRule(
    id="leg-two-steps",
    sources=("may-2018", "finucane-2020"),
    check=check,
    inference="the steps and the days; the sources are about pain that moves while one exercises, and nerve signs",
)
