"""What the person can do: the activities they named, as they scored them over time."""

from collections.abc import Sequence
from datetime import date, timedelta

from backplan.model.diary import LogEntry
from backplan.model.outcome import Direction, FunctionChange, Scored
from backplan.named_tuple import NamedTuple
from backplan.rules.change import FUNCTIONS
from backplan.rules.change.function import APART_DAYS, scored_twice, scores_in_words

ASK_AGAIN_DAYS = 7  # once a week; our own inference


class Ability(NamedTuple):
    """Whether a person can do more: which way, by which rule (None: no rule spoke), and in one sentence."""

    direction: Direction
    sentence: str
    rule: str | None
    change: FunctionChange


def scores(activity: str, entries: Sequence[LogEntry]) -> list[tuple[date, int]]:
    """The scores of an activity, oldest first; of a day's, the last word."""
    key = activity.casefold()
    found = [e for e in entries if e.kind == "function" and e.function is not None and e.function.casefold() == key]
    return sorted({e.on: e.score for e in found if e.score is not None}.items())


def due(activities: Sequence[str], entries: Sequence[LogEntry], today: date) -> list[str]:
    """The activities to ask the person about: those that were not scored for a week."""
    since = today - timedelta(days=ASK_AGAIN_DAYS)
    return [each for each in activities if not any(on > since for on, _ in scores(each, entries))]


def ability(activities: Sequence[str], entries: Sequence[LogEntry]) -> Ability:
    """How what the person can do has changed from the first scores to the latest, by the rule on it."""
    by_name = {each: scores(each, entries) for each in activities}
    change = FunctionChange(tuple(_scored(each, found) for each, found in by_name.items() if found))
    if not scored_twice(change):
        return Ability("unknown", TOO_EARLY if activities else "", None, change)
    for rule in FUNCTIONS:
        if (sentence := rule.check(change)) is not None:
            return Ability(rule.direction, sentence, rule.id, change)
    sentence = f"What you can do is not better in a way that counts yet: {scores_in_words(scored_twice(change))}."
    return Ability("unchanged", sentence, None, change)


def worse(activities: Sequence[str], entries: Sequence[LogEntry]) -> bool:
    """Whether what the person can do has come down since the start, by any amount."""
    return sum(each.last - each.first for each in scored_twice(ability(activities, entries).change)) < 0


TOO_EARLY = (
    f"Whether you can do more is not known yet: that takes a first score and another at least {APART_DAYS} days later. "
    "`backplan log --function 1=N` notes one, 0 to 10."
)


def _scored(activity: str, found: Sequence[tuple[date, int]]) -> Scored:
    (first_on, first), (last_on, last) = found[0], found[-1]
    return Scored(activity, first, last, (last_on - first_on).days)
