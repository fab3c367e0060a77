"""The morning: how the back was on waking, asked at the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.cli.terminal import asking
from backplan.model.diary import LogEntry
from backplan.model.wording import long_day

if TYPE_CHECKING:
    from datetime import date

    from backplan.actions.workspace import Workspace


def ask_morning(place: Workspace, on: date) -> LogEntry | None:
    """Ask how the back was on waking, if a session was done the day before and nobody has said; None where that is
    passed. Stores nothing.
    """
    from backplan.actions.pain import morning_unknown

    if not morning_unknown(place, on):
        return None
    when = "" if on == place.today else f" on {long_day(on)}"
    pain = asking.score_or_skip(f"How was your back on waking{when}? (0-10)")
    return None if pain is None else muscles_or_back(place, LogEntry(on, "morning", pain=pain))


def muscles_or_back(place: Workspace, morning: LogEntry) -> LogEntry:
    """A morning with a word on whether it was the back or tired muscles, where that has to be asked."""
    from backplan.actions.pain import may_be_muscles

    if not may_be_muscles(place, morning):
        return morning
    answer = asking.choice_or_skip("Your back pain, or tired muscles?", "back", "muscles")
    return morning._replace(tired=None if answer is None else answer == "muscles")


def note_morning(place: Workspace) -> None:
    """Ask how the back was this morning where that is not known yet, and note it."""
    from backplan.actions.pain import note

    if (morning := ask_morning(place, place.today)) is not None:
        note(place, morning)
