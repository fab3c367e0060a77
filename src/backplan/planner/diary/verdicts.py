"""Verdicts: what each recorded session said, by the progress rules."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from backplan.model.diary import EVERYTHING, LogEntry, hurt_by_day
from backplan.model.lately import Spike
from backplan.model.usual import Usual
from backplan.model.verdict import NO_WARNING, SessionOutcome, Verdict
from backplan.model.vocabulary import LEGS, Leg
from backplan.model.wording import dated
from backplan.named_tuple import NamedTuple
from backplan.planner.diary.words import Words
from backplan.rules.progress import answer, hurt, morning_up, peak_high

MORNING = morning_up.RULE.id


class Yardstick(NamedTuple):
    """What a session is held against: the usual pain, how far down the leg the pain went before the diary began, and
    whether something was new, so that tired muscles are no alarm; the days far beyond the plan, which may explain a
    worse day after a session, too; and the days in flares that the person called one, whose pain is the flare's.
    """

    usual: Usual
    leg: Leg = "none"
    learning: bool = False
    spikes: tuple[Spike, ...] = ()
    said_flares: Collection[date] = ()


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


def verdict_on(session: LogEntry, words: Words, by: Yardstick) -> SessionVerdict | None:
    """The verdict on a session; None when it was let go, where only part of it was done, unless that was too much, and
    where the worse day after it follows a day far beyond the plan, or is one of a flare that was said: it is neither
    good nor bad.
    """
    if session.kind != "session" or session.done == "no":
        return None
    spoke = words.after(session.on)
    down, tired = further_down(session, words, by.leg), bool(spoke and spoke.tired)
    usual = by.usual.beside(spoke or session)
    whole = EVERYTHING in session.hurt
    after = SessionOutcome(
        session.peak, spoke and spoke.pain, usual, down, tired and by.learning, by.usual.later, hurt=whole
    )
    rule, verdict = answer(after)
    if verdict in NO_WARNING and not session.whole:
        return None
    if rule == MORNING and spoke and (explained(spoke.on, by.spikes) or spoke.on in by.said_flares):
        return None
    why = f"{_because(rule, session, after)}{_beside(session.on, by.spikes)}"
    return SessionVerdict(verdict, rule, why, session.effort)


def further_down(session: LogEntry, words: Words, at_first: Leg) -> int:
    """How many steps further down the leg pain went than when it was last told before that day."""
    before = LEGS.index(words.leg_before(session.on) or at_first)
    return max(0, LEGS.index(session.leg) - before) if session.leg else 0


def explained(on: date, spikes: Iterable[Spike]) -> bool:
    """Whether a worse day follows a day far beyond the plan, so that it says nothing of the sessions around it."""
    return any(on in each.worse for each in spikes)


def _beside(on: date, spikes: Iterable[Spike]) -> str:
    """The days far beyond the plan that may explain a worse day, too."""
    return "".join(f" ({dated([each.day.on])} held {each.day.held}, too)" for each in spikes if on in each.worse)


def _because(rule: str, session: LogEntry, after: SessionOutcome) -> str:
    on = dated([session.on])
    if rule == peak_high.RULE.id:
        return f"pain rose to {after.peak} in the session of {on}"
    if rule == hurt.RULE.id:
        return hurt_words([session.on])
    if rule == MORNING:
        return f"pain was {after.after} after the session of {on}, with a usual of {after.usual}"
    return f"pain went further down the leg on {on}"


def too_much(
    entries: Sequence[LogEntry], since: date, until: date, by: Yardstick, flares: Collection[date] = ()
) -> dict[date, SessionVerdict]:
    """The sessions that were too much, from one date to another, under the days they were planned for; those in a flare
    have no verdict.
    """
    within = [entry for entry in entries if since <= entry.on <= until and entry.on not in flares]
    words = Words(entries)
    found = {entry.planned: verdict_on(entry, words, by) for entry in within if entry.kind == "session"}
    return {day: word for day, word in found.items() if word is not None and word.verdict == "regress"}


class ExerciseHurt(NamedTuple):
    """Exercises that hurt sharply in a session, the day it was planned for, and the verdict on them alone."""

    on: date
    exercises: tuple[str, ...]
    word: SessionVerdict


def hurt_words(days: Iterable[date]) -> str:
    """Why an exercise that hurt is given less of."""
    return f"you said that it hurt on {dated(days)}"


def hurt_alone(entries: Iterable[LogEntry], since: date, until: date, bad: Collection[date]) -> list[ExerciseHurt]:
    """What hurt sharply from one date up to another, in order; not in sessions that were too much as a whole, which
    have their own verdict.
    """
    found = sorted(hurt_by_day(entries).items())
    return [
        ExerciseHurt(on, keys, SessionVerdict("regress", hurt.RULE.id, hurt_words([on])))
        for on, keys in found
        if since <= on < until and on not in bad
    ]
