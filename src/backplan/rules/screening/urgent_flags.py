"""Signs to have looked at within days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import Screening
from backplan.rules.screening.flags import names_of, open_flags

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person


def check(person: Person, on: date) -> str | None:
    """An urgent red flag stops the plan until a clinician who knows of it clears the person on or after its day."""
    if not (flags := open_flags(person, "urgent")):
        return None
    return (
        f"What you reported should be looked at by a clinician today or in the next few days, before any exercise: "
        f"{names_of(flags)}. When they have looked at it and agreed, record that: `backplan init --only clearance`."
    )


RULE = Screening(
    id="urgent-flags",
    sources=("finucane-2020", "bigos-1994"),
    check=check,
    inference="how it lifts",
)
