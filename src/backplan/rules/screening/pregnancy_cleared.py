"""Agreed in this pregnancy."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from backplan.model.vocabulary import ClearedBy
from backplan.rules.kinds import Screening

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person

MATERNITY: frozenset[ClearedBy] = frozenset({"doctor", "midwife"})


def check(person: Person, on: date) -> str | None:
    """In pregnancy, the agreement must come from a doctor or midwife and date from this pregnancy."""
    if person.pregnancy is None or person.clearance is None:
        return None
    before_term = person.pregnancy.on - person.clearance.on <= timedelta(weeks=person.pregnancy.weeks)
    if person.clearance.by in MATERNITY and before_term:
        return None
    return (
        "In pregnancy, please ask your midwife or doctor first whether you may exercise. When they agree, record it: "
        "`backplan init --only clearance`."
    )


RULE = Screening(
    id="pregnancy-cleared",
    sources=("mottola-2018", "acog-2020"),
    check=check,
    inference="who may clear, and from when",
)
