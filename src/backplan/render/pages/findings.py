"""What changed since the start, in words for the clinician who reads the report: no hints for the person themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.outcome import ENOUGH_DAYS
from backplan.rules.change.enough import enough
from backplan.rules.change.function import scored_twice, scores_in_words

if TYPE_CHECKING:
    from backplan.planner.diary.abilities import Ability
    from backplan.planner.lookback.change import ChangeVerdict


def findings(verdict: ChangeVerdict) -> str:
    """How pain and function have changed, on which figures."""
    return f"{_pain(verdict)} {_function(verdict.ability)}".strip()


def _pain(verdict: ChangeVerdict) -> str:
    change = verdict.change
    means = f"{change.first.mean} of 10 in the first 7 days noted, {change.last.mean} in the last 7"
    means += f", {change.when}" if change.when else ""
    if verdict.direction == "better":
        return f"Less pain: {means} ({change.drop / 10} less, {change.percent} percent), a change that counts."
    if verdict.direction == "worse":
        before = f", {change.before_last.mean} in the 7 before" if enough(change.before_last) else ""
        return f"More pain: {means}{before}, a change that counts."
    if verdict.direction == "unchanged":
        return f"No change of pain that counts: {means}."
    if not enough(change.last):
        noted = f"it was noted on {change.last.days} of the last 7 days"
        return (
            f"Pain now cannot be compared with the start: at the time of day of the first notes {noted}; "
            f"{ENOUGH_DAYS} are needed."
        )
    return f"Pain cannot be compared with the start yet: it takes {ENOUGH_DAYS} days noted in each of two weeks."


def _function(found: Ability) -> str:
    scores = scores_in_words(scored_twice(found.change))
    if found.direction == "better":
        return f"Function better: {scores}, a change that counts."
    return f"No change of function that counts: {scores}." if found.direction == "unchanged" else ""
