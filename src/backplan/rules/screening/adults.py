"""For adults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import Screening

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person

YOUNGEST = 18  # the age reached within the year, as the year of birth alone is known
FOR_ADULTS = (
    f"Backplan is for adults, from {YOUNGEST} on: a back that is still growing needs somebody to look at it. Please "
    "ask a doctor, or a physiotherapist who treats children and teenagers"
)


def check(person: Person, on: date) -> str | None:
    """No plan for anybody who does not reach 18 within the year: a doctor, or a physiotherapist for the young, is asked
    instead. Of whom the year of birth is not known, nothing follows.
    """
    age = person.age_on(on)
    if age is None or age >= YOUNGEST:
        return None
    return f"{FOR_ADULTS}. If the year of birth is wrong, mend it: `backplan init --only born`."


RULE = Screening(
    id="adults",
    sources=("qaseem-2017",),
    check=check,
    inference="18, and that it is counted by the year; the source is of adults and says nothing of anybody younger",
)
