"""More than one baby on the way."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from backplan.model.vocabulary import MULTIPLE
from backplan.rules.kinds import Screening

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person

LATE_WEEK = 28
TWINS = 2


def check(person: Person, on: date) -> str | None:
    """With more than one baby on the way, no plan until the doctor or midwife who cleared the person knows of it, and
    from week 28 on none until one says so anew.
    """
    pregnancy, clearance = person.pregnancy, person.clearance
    if pregnancy is None or pregnancy.babies == 1:
        return None
    late = pregnancy.began + timedelta(weeks=LATE_WEEK)
    knows = clearance is not None and MULTIPLE in clearance.knows
    if knows and clearance and (on < late or clearance.on >= late):
        return None
    many = "With twins" if pregnancy.babies == TWINS else "With three babies or more on the way"
    when = f", from week {LATE_WEEK} on" if knows else ""
    return (
        f"{many}, training may have to rest{when}. Please ask your doctor or midwife whether you may exercise. When "
        "they know of it and agree, record it: `backplan init --only clearance`."
    )


RULE = Screening(
    id="multiple-known",
    sources=("mottola-2018",),
    check=check,
    inference="that a clearance which knows of it answers it, and week 28, which is remembered from the guideline's "
    "list; only its abstract was seen",
)
