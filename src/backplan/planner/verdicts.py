"""Verdicts: what each recorded session said, by the progress rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from backplan.model.aftermath import Aftermath, Verdict
from backplan.model.diary import LogEntry
from backplan.model.vocabulary import LEGS, Leg
from backplan.rules.progress import verdict

NEAR = 1  # a session's pain within this of the usual stands in for a missing morning


def judged(session: LogEntry, entries: Sequence[LogEntry], usual: int, leg: Leg) -> Verdict | None:
    """The verdict on a session; None when its pain was not recorded. ``leg`` is how far down the leg the pain went
    before the diary began.
    """
    if session.kind != "session" or session.done == "no" or session.pain is None or session.peak is None:
        return None
    before = [entry.leg for entry in entries if entry.leg is not None and entry.on < session.on]
    known = LEGS.index(before[-1] if before else leg)
    down = LEGS.index(session.leg) - known if session.leg else 0
    return verdict(Aftermath(session.pain, session.peak, _morning(session, usual, entries), usual, max(0, down)))


def _morning(session: LogEntry, usual: int, entries: Sequence[LogEntry]) -> int | None:
    """Pain on the next morning, or before the next day's session when that is within 1 of the usual."""
    following = [entry for entry in entries if entry.on == session.on + timedelta(days=1) and entry.pain is not None]
    mornings = [entry.pain for entry in following if entry.kind == "morning"]
    if mornings:
        return mornings[-1]
    near = [e.pain for e in following if e.kind == "session" and abs((e.pain or 0) - usual) <= NEAR]
    return near[0] if near else None


def regresses(entries: Sequence[LogEntry], since: date, until: date, usual: int, leg: Leg) -> list[date]:
    """The days of sessions that were too much, from one date to another."""
    within = [entry for entry in entries if since <= entry.on <= until]
    return [entry.on for entry in within if judged(entry, entries, usual, leg) == "regress"]
