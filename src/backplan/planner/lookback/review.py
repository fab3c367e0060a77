"""Review: after 4, 8 and 12 weeks, pain and what the person can do against the start, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from backplan.model.diary import LogEntry
from backplan.model.person import Person
from backplan.planner.diary.abilities import ability
from backplan.planner.lookback.change import SEE_SOMEBODY, change_verdict, pain_by_day
from backplan.rules.change import better, function
from backplan.rules.screening.legs import leg_words

HEADS: Mapping[int, str] = {4: "Four weeks, a first look back.", 8: "Eight weeks.", 12: "Twelve weeks."}
LAST = max(HEADS)

COUNTS = f"What counts as a change: {better.POINTS} points of 10 or {better.PERCENT} percent less pain"
COUNTS_TOO = (
    f"{COUNTS}, or {function.MEAN_POINTS} points more on average in what you can do ({function.ALONE_POINTS} in one "
    "activity)."
)
NAME_SOME = f"{COUNTS}. What you can do counts, too, once you name it: `backplan init --only functions`."
GO_ON = "The plan goes on as it is."
NOT_YET: Mapping[int, str] = {
    4: "That is common at four weeks: pain often takes longer, and what you can do may change first. The plan goes on.",
    8: "The plan goes on to twelve weeks. If you are in doubt, a physiotherapist can look at it with you before then.",
    12: f"With no change that counts, {SEE_SOMEBODY}",
}
LEG_WORSE = "Pain goes further down your leg than at the start, and that counts whatever the numbers say:"
UNSURE = f"If neither your pain nor what you can do has changed since the start, {SEE_SOMEBODY}"


def review(person: Person, entries: Sequence[LogEntry], weeks: int, today: date) -> str:
    """What a person should read once so many ``weeks`` of the plan are over; nothing after any other number of them.

    The entries are those of the whole diary: a first week that is left out would make a later one the start.
    """
    if weeks not in HEADS:
        return ""
    so_far = [entry for entry in entries if entry.on <= today]
    able = ability(person.functions, so_far)
    since_start = change_verdict(pain_by_day(person, so_far), today, weeks, able)
    counts = COUNTS_TOO if person.functions else NAME_SOME
    leg = _about_leg(person, today)
    follows = leg or _follows(weeks, (since_start.direction, able.direction))
    return " ".join(part for part in (HEADS[weeks], since_start.finding, counts, follows) if part)


def _about_leg(person: Person, today: date) -> str:
    """Pain that goes further down the leg than at first is worse, whatever the numbers say."""
    words = leg_words(person, today)
    if not words or words[-1][1] <= words[0][1]:
        return ""
    return f"{LEG_WORSE} {SEE_SOMEBODY}"


def _follows(week: int, directions: tuple[str, str]) -> str:
    """More pain has said already whom to see; with a change for the better the plan goes on; else time decides."""
    if directions[0] == "worse":
        return ""
    if "better" in directions:
        return GO_ON
    if "unknown" in directions and week == LAST:
        return UNSURE
    return NOT_YET[week] if "unchanged" in directions else ""
