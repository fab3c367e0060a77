"""Verdicts: what each recorded session said, by the progress rules."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from backplan.model.diary import LogEntry
from backplan.model.verdict import SessionOutcome, Verdict
from backplan.model.vocabulary import LEGS, Leg
from backplan.model.wording import dated
from backplan.rules.progress import answer

NEAR = 1  # a session's pain within this of the usual stands in for a missing morning


class Yardstick(NamedTuple):
    """What a session is held against: the usual pain, how far down the leg pain went before the diary began, the usual
    pain a clinician has accepted, and whether something was new, so that tired muscles are no alarm.
    """

    usual: int
    leg: Leg = "none"
    accepted: int | None = None
    learning: bool = False

    @property
    def high_ok(self) -> bool:
        """Whether a clinician has accepted the usual pain as it is."""
        return self.accepted is not None and self.usual <= self.accepted


class SessionVerdict(NamedTuple):
    """The verdict on a session, the rule that gave it, and why in words."""

    verdict: Verdict
    rule: str
    because: str

    @property
    def good(self) -> bool:
        """Whether the session went well: its verdict is green, or amber and fine."""
        return self.verdict in ("green", "amber-ok")


def verdict_on(session: LogEntry, entries: Sequence[LogEntry], by: Yardstick) -> SessionVerdict | None:
    """The verdict on a session; None when it was let go or its pain was not recorded."""
    if session.kind != "session" or session.done == "no" or session.pain is None or session.peak is None:
        return None
    before = [entry.leg for entry in entries if entry.leg is not None and entry.on < session.on]
    known = LEGS.index(before[-1] if before else by.leg)
    down = LEGS.index(session.leg) - known if session.leg else 0
    morning, tired = _morning(session, by.usual, entries)
    tired = tired and by.learning
    after = SessionOutcome(session.pain, session.peak, morning, by.usual, max(0, down), by.high_ok, tired)
    rule, verdict = answer(after)
    return SessionVerdict(verdict, rule, _because(rule, session, after))


def _because(rule: str, session: LogEntry, after: SessionOutcome) -> str:
    on = dated([session.on])
    if rule == "verdict-peak":
        return f"pain rose to {after.peak} in the session of {on}"
    if rule == "verdict-morning":
        return f"pain was {after.morning} on the morning after {on}, with a usual of {after.usual}"
    return f"pain went further down the leg on {on}"


def _morning(session: LogEntry, usual: int, entries: Sequence[LogEntry]) -> tuple[int | None, bool]:
    """Pain on the next morning, or before the next day's session when that is within 1 of the usual; and whether the
    person said that it was tired muscles.
    """
    following = [entry for entry in entries if entry.on == session.on + timedelta(days=1) and entry.pain is not None]
    mornings = [entry for entry in following if entry.kind == "morning"]
    if mornings:
        return mornings[-1].pain, bool(mornings[-1].tired)
    near = [e.pain for e in following if e.kind == "session" and abs((e.pain or 0) - usual) <= NEAR]
    return (near[0] if near else None), False


def too_much(entries: Sequence[LogEntry], since: date, until: date, by: Yardstick) -> dict[date, SessionVerdict]:
    """The sessions that were too much, from one date to another, under the days they were planned for."""
    within = [entry for entry in entries if since <= entry.on <= until]
    found = {entry.planned: verdict_on(entry, entries, by) for entry in within if entry.kind == "session"}
    return {day: word for day, word in found.items() if word is not None and word.verdict == "regress"}
