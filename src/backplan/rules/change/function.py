"""Doing more than at the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.plan_kinds import FunctionRule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backplan.model.outcome import FunctionChange, Scored

MEAN_POINTS = 2  # of 10, over two activities or three
ALONE_POINTS = 3  # of 10, for one of them
APART_DAYS = 7  # between a first score and one that may be compared with it; our own inference


def scored_twice(change: FunctionChange) -> tuple[Scored, ...]:
    """The activities with a first score and one far enough from it; never one score alone."""
    return tuple(each for each in change.activities if each.days >= APART_DAYS)


def check(change: FunctionChange) -> str | None:
    """Call what a person can do better when the activities they named are at least 2 points of 10 higher on average
    than at their first scores, or one of them at least 3.

    One activity is no average. A first score alone says nothing: the later one comes seven days after it or more. And
    where they are lower on average, one that went up does not make it better.
    """
    scored = scored_twice(change)
    gain = sum(each.gain for each in scored)
    mean = len(scored) > 1 and gain >= MEAN_POINTS * len(scored)
    alone = [each for each in scored if each.gain >= ALONE_POINTS]
    if gain < 0 or not (mean or alone):
        return None
    which = scores_in_words(scored if mean else alone)
    return f"You can do more than at the start: {which}. That is a change that counts."


def scores_in_words(scored: Sequence[Scored]) -> str:
    """Each activity with its two scores."""
    return "; ".join(f"{each.activity}, {each.first} of 10 then and {each.last} now" for each in scored)


RULE = FunctionRule(
    id="change-function",
    sources=("stratford-1995",),
    check=check,
    direction="better",
    inference="seven days between the scores, no average of one, and that the average must not fall; the figures say "
    "what is more than chance",
)
