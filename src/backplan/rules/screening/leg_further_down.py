"""Pain that moves down the leg."""

from __future__ import annotations

from bisect import bisect_left
from datetime import timedelta
from typing import TYPE_CHECKING

from backplan.model.vocabulary import LEGS
from backplan.model.wording import long_day
from backplan.rules.kinds import Screening
from backplan.rules.screening.legs import (
    FURTHER_DOWN,
    WORSE,
    furthest_known,
    leg_words,
    looked_at,
    readings,
    somebody_else_wanted,
)

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person

    Words = list[tuple[date, int]]

STEPS, WITHIN_DAYS = 2, 14  # of buttock, thigh, calf and foot
KNEE, DAYS_BELOW = LEGS.index("calf"), 7


def check(person: Person, on: date) -> str | None:
    """Pain that goes two steps further down the leg within 14 days, or that is new below the knee for 7 days, stops the
    plan until a doctor, surgeon or physiotherapist knows of it; a day without a word is as the last one said, and a
    word told late, of a day between others, ends nothing.
    """
    if not any(_moved_down(each, on) for each in readings(person)):
        return None
    if (clearance := person.clearance) is not None and _agreed_since(person, on):
        return (
            f"Your {clearance.by} agreed on {long_day(clearance.on, on)}. One thing is missing: that they know pain "
            f"has moved down your leg. If they do, say so: `backplan init --knows {FURTHER_DOWN}`. If not, please tell "
            f"them; {WORSE}."
        )
    return (
        "Pain that has moved down your leg should be looked at before you go on: please ask your doctor or "
        f"physiotherapist; {WORSE}. When they agree that you may exercise, record it with the day they did: "
        f"`backplan init --only clearance`.{somebody_else_wanted(person, FURTHER_DOWN)}"
    )


def _agreed_since(person: Person, on: date) -> bool:
    """Whether one of those who look at a leg agreed since pain went further down than they know of, without a word that
    they know of it.
    """
    clearance = person.clearance
    if clearance is None or not looked_at(person) or FURTHER_DOWN in clearance.knows:
        return False
    deeper = [day for day, depth in leg_words(person, on) if depth > furthest_known(person, on)]
    return bool(deeper) and max(deeper) < clearance.on


def _moved_down(person: Person, on: date) -> bool:
    words = leg_words(person, on)
    if all(depth < STEPS for _, depth in words):
        return False
    seen = furthest_known(person, on)
    return _two_steps(words, seen) or (seen < KNEE and _below_the_knee(words, on))


def _two_steps(words: Words, seen: int) -> bool:
    """Whether pain ever went two steps down in so few days, further than is known of. The last word from before them is
    how it was when they began.
    """
    days, far = [day for day, _ in words], max(seen + 1, STEPS)
    last: dict[int, int] = {}  # the place of the last word of each depth
    for number, (day, depth) in enumerate(words):
        if depth >= far:
            first = bisect_left(days, day - timedelta(days=WITHIN_DAYS), hi=number) - 1
            least = min((before for before, place in last.items() if place >= first), default=len(LEGS))
            if depth - least >= STEPS:
                return True
        last[depth] = number
    return False


def _below_the_knee(words: Words, on: date) -> bool:
    """Whether pain ever stayed below the knee for so many days."""
    since: date | None = None
    for day, depth in [*words, (on, 0)]:
        if since is not None and (day - since).days >= DAYS_BELOW:
            return True
        since = (since or day) if depth >= KNEE else None
    return False


RULE = Screening(
    id=FURTHER_DOWN,
    sources=("may-2018", "finucane-2020"),
    check=check,
    inference="the steps and the days, and whose word lifts it; the sources watch where pain moves to in exercise, and "
    "name signs of the nerves",
)
