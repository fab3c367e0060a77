"""New pain: that training begins, once it may."""

from backplan.model.case import Case
from backplan.model.move import Move
from backplan.model.wording import dated
from backplan.planner.growth.standing import Standing
from backplan.planner.screen.pain import ACUTE_DAYS
from backplan.rules.exclusion import acute


def training_begins(standing: Standing, case: Case) -> tuple[Move, ...]:
    """What is told in the first normal week after the easy ones of new pain: that training begins, and why."""
    if case.mode != "normal" or case.easy_only or not _was_easy(standing):
        return ()
    new = (case.on - case.person.pain.since).days < ACUTE_DAYS
    days = case.pain.low if new else ()
    why = f"pain was 2 or less on {dated(days)}" if new else "your pain is six weeks old"
    return (Move(acute.RULE.id, "training begins", why, days=days),)


def _was_easy(standing: Standing) -> bool:
    """Whether the week that the plan goes on from was one of new pain, or this one when it was shown before."""
    base, shown = standing.past.base_week, standing.days.shown
    told = shown is not None and any(move.rule == acute.RULE.id for move in shown.moves)
    return told or any(week is not None and week.mode == "acute" for week in (base, shown))
