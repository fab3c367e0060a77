"""What is told of growth is so, whoever the person is: days said to be full give no more in the next week, and the
steps that a week's sessions are said to bring come. Random people do everything, and it goes well.
"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from backplan.model.diary import LogEntry
from backplan.model.outcome import Part
from backplan.model.vocabulary import LEVELS, WEEKDAYS
from backplan.model.week import Week
from backplan.planner.growth.ladder import SLOTS
from backplan.planner.growth.levels import PARTS
from backplan.planner.lay import lay
from backplan.planner.lookback.next_step import NextStep, next_steps
from tests.support.examples import law
from tests.support.growth import DONE_ONLY, MOST_EXERCISES, MOST_SLOW_EXERCISES, WEEK, WELL, Plan
from tests.support.lives import by_id
from tests.support.parts import parts
from tests.support.people import person
from tests.support.strategies import subset

WEEKS = 8
MANNERS = (WELL, WELL._replace(effort=3), WELL._replace(effort=None), DONE_ONLY)


@st.composite
def plans(draw: st.DrawFn) -> tuple[Plan, LogEntry]:
    """Somebody before their first week, and how they note each session."""
    days = draw(subset(WEEKDAYS, 6)) or ("tue", "fri")
    minutes = draw(st.sampled_from((15, 20, 25, 30, 40, 45, 60)))
    who = person(
        minutes=dict.fromkeys(days, minutes),
        aerobic_minutes=draw(st.integers(5, 40)),
        level=draw(st.sampled_from(LEVELS)),
        born=draw(st.sampled_from((None, 1950))),
    )
    return Plan(who), draw(st.sampled_from(MANNERS))


def taken(part: Part, before: Week, now: Week) -> set[str]:
    """The slots of a part that took a step up from one week to the next: to a harder partner, or to what comes at the
    person's level where a ladder ends below it, as the week tells.
    """
    told = {move.exercise for move in now.moves if move.new}
    pairs = {slot: (before.programme.get(slot, ""), now.programme.get(slot, "")) for slot in SLOTS[part]}
    return {
        slot
        for slot, (old, new) in pairs.items()
        if old
        and new
        and (
            _harder(old, new)
            or (old != new and new in told)
            or (old == new and now.rungs.get(new, 0) > before.rungs.get(new, 0))
        )
    }


def _harder(old: str, new: str) -> bool:
    return by_id()[old].progression == new


def more(part: Part, before: Week, now: Week) -> bool:
    """Whether a week shows more of a part than the one before."""
    had, has = parts(before), parts(now)
    if part == "aerobic":
        brisker = any(rung > before.intensity.get(kind, rung) for kind, rung in now.intensity.items())
        return has.aerobic > had.aerobic or now.whole_step > before.whole_step or brisker
    return getattr(has, part) > getattr(had, part) or bool(taken(part, before, now))


def on_monday(plan: Plan) -> dict[str, NextStep]:
    """The next steps as told on the first morning of the last week."""
    asked = plan.request()
    monday = plan.weeks[-1].starts
    diary = [entry for entry in asked.entries if (entry.on, entry.kind) <= (monday, "morning")]
    return next_steps(plan.weeks[-1], lay(asked._replace(today=monday, entries=diary)))


@law(4)
@given(plans())
def test_what_is_told_of_growth_is_so(drawn: tuple[Plan, LogEntry]) -> None:
    plan, manner = drawn
    morning = None if manner is DONE_ONLY else 3
    plan.live(1, manner, morning)
    for _ in range(WEEKS):
        told = on_monday(plan)
        plan.live(1, manner, morning)
        full_days_hold_no_more(*plan.weeks[-2:])
        steps_come(plan, told)


def full_days_hold_no_more(before: Week, now: Week) -> None:
    """A part, or an exercise, for which a week said that its days are full, has no more of anything in the next."""
    full = [notice for notice in before.notices if notice.kind == "full"]
    for part in (part for part in PARTS if any(part in notice.parts for notice in full)):
        assert not more(part, before, now), (part, full)
    for key in (key for notice in full for key in notice.about):
        assert now.rungs.get(key, 0) <= before.rungs.get(key, 0), (key, full)


BY_THE_WEEK = ("half", "from")  # what waits for this week's sessions alone


def steps_come(plan: Plan, told: dict[str, NextStep]) -> None:
    """The steps that were told on Monday to come by this week's sessions are those that came, and no more than may."""
    before, now = plan.weeks[-2:]
    assert before.starts + WEEK == now.starts
    for part, slots in SLOTS.items():
        promised = {slot for slot in slots if slot in told and told[slot].wait.kind in BY_THE_WEEK}
        came = taken(part, before, now)
        assert promised <= came, (part, promised - came, {slot: told[slot].wait for slot in promised})
        assert len(promised) <= max(MOST_EXERCISES[part], MOST_SLOW_EXERCISES)
        late = {slot for slot in came - promised if slot in told and told[slot].wait.kind != "sessions"}
        assert not late, (part, {slot: told[slot].wait for slot in late})
