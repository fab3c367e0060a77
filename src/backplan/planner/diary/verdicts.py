"""Verdicts: what each recorded session said, by the progress rules."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from backplan.model.diary import LogEntry
from backplan.model.verdict import NO_WARNING, SessionOutcome, Verdict
from backplan.model.vocabulary import LEGS, Leg
from backplan.model.wording import dated
from backplan.rules.progress import answer

SPEAKS = 2  # days after a session in which pain still speaks of it; our own inference


class Yardstick(NamedTuple):
    """What a session is held against: the usual pain, how far down the leg the pain went before the diary began, and
    whether something was new, so that tired muscles are no alarm.
    """

    usual: int
    leg: Leg = "none"
    learning: bool = False


class SessionVerdict(NamedTuple):
    """The verdict on a session, the rule that gave it, why in words, and how hard it was (0 to 10; None: not said)."""

    verdict: Verdict
    rule: str
    because: str
    effort: int | None = None

    @property
    def good(self) -> bool:
        """Whether the session went well, as far as anything is known: it was neither too much nor on hold."""
        return self.verdict in NO_WARNING

    @property
    def spoke(self) -> bool:
        """Whether something is known of how the session went."""
        return self.verdict != "unknown"


def verdict_on(session: LogEntry, entries: Sequence[LogEntry], by: Yardstick) -> SessionVerdict | None:
    """The verdict on a session; None when it was let go."""
    if session.kind != "session" or session.done == "no":
        return None
    before = [entry.leg for entry in entries if entry.leg is not None and entry.on < session.on]
    known = LEGS.index(before[-1] if before else by.leg)
    down = LEGS.index(session.leg) - known if session.leg else 0
    pain, tired = _afterwards(session, entries)
    after = SessionOutcome(session.peak, pain, by.usual, max(0, down), tired and by.learning)
    rule, verdict = answer(after)
    return SessionVerdict(verdict, rule, _because(rule, session, after), session.effort)


def _because(rule: str, session: LogEntry, after: SessionOutcome) -> str:
    on = dated([session.on])
    if rule == "verdict-peak":
        return f"pain rose to {after.peak} in the session of {on}"
    if rule == "verdict-morning":
        return f"pain was {after.after} after the session of {on}, with a usual of {after.usual}"
    return f"pain went further down the leg on {on}"


def _afterwards(session: LogEntry, entries: Sequence[LogEntry]) -> tuple[int | None, bool]:
    """Pain when next known, on the next morning, else before the next session or whenever it was noted within two days;
    and whether the person said that it was tired muscles.
    """
    later = [entry for entry in entries if entry.pain is not None and 0 < (entry.on - session.on).days <= SPEAKS]
    mornings = [entry for entry in later if entry.kind == "morning" and (entry.on - session.on).days == 1]
    if mornings:
        return mornings[-1].pain, bool(mornings[-1].tired)
    return (later[0].pain, bool(later[0].tired)) if later else (None, False)


def too_much(
    entries: Sequence[LogEntry], since: date, until: date, by: Yardstick, flares: Collection[date] = ()
) -> dict[date, SessionVerdict]:
    """The sessions that were too much, from one date to another, under the days they were planned for; those in a flare
    have no verdict.
    """
    within = [entry for entry in entries if since <= entry.on <= until and entry.on not in flares]
    found = {entry.planned: verdict_on(entry, entries, by) for entry in within if entry.kind == "session"}
    return {day: word for day, word in found.items() if word is not None and word.verdict == "regress"}
