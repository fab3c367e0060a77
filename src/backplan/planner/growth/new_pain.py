"""New pain, an operation, a birth: that training begins, once it may."""

from collections.abc import Sequence
from itertools import takewhile

from backplan.model.case import FIRST_WEEKS, Case
from backplan.model.move import Move
from backplan.model.person import Person
from backplan.model.week import Day, Week
from backplan.model.wording import dated
from backplan.planner.growth.standing import Standing
from backplan.planner.screen.pain import ACUTE_DAYS
from backplan.rules.exclusion import acute, birth_first_weeks, surgery_first_weeks
from backplan.rules.tags import surgery_weeks

BEGINNINGS = (acute.RULE.id, birth_first_weeks.RULE.id, surgery_first_weeks.RULE.id)  # the rules it waited for


def training_begins(standing: Standing, case: Case, laid: Sequence[Day]) -> tuple[Move, ...]:
    """What is told in the first normal week after easy ones whose days hold training: that it begins, and why."""
    if case.mode != "normal" or case.easy_only or not any(map(_trains, laid)):
        return ()
    easy = takewhile(lambda week: not any(map(_trains, week.days)), reversed(standing.past.weeks))
    weeks = [week for week in (standing.past.base_week, standing.days.shown, *easy) if week is not None]
    shown = [move.rule for move in standing.days.shown.moves] if standing.days.shown else []
    waited = next(
        (rule for rule in BEGINNINGS if rule in shown or any(_waited(rule, w, case.person) for w in weeks)), None
    )
    if waited is None:
        return ()
    if waited != acute.RULE.id:
        return (Move(waited, "training begins", SINCE[waited]),)
    new = (case.on - case.person.pain.since).days < ACUTE_DAYS
    days = case.pain.low if new else ()
    why = f"pain was 2 or less on {dated(days)}" if new else "your pain is six weeks old"
    return (Move(acute.RULE.id, "training begins", why, days=days),)


SINCE = {
    birth_first_weeks.RULE.id: "six weeks have passed since the birth",
    surgery_first_weeks.RULE.id: "six weeks have passed since the operation",
}


def _trains(day: Day) -> bool:
    """Whether a day holds core or strength."""
    return "core" in day.kinds or "strength" in day.kinds


def _waited(rule: str, week: Week, person: Person) -> bool:
    """Whether training waited for a rule in a week as it was shown."""
    if rule == acute.RULE.id:
        return week.mode == "acute"
    if rule == birth_first_weeks.RULE.id:
        return any("birth-first-weeks" in barred.tags for barred in week.bars.values())
    operated = surgery_weeks(person, week.starts)
    return operated is not None and operated < FIRST_WEEKS
