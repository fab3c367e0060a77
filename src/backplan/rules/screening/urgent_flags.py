"""Signs to have looked at within days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import Screening
from backplan.rules.screening.flags import open_flags

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person


def check(person: Person, on: date) -> str | None:
    """An urgent red flag stops the plan until a clinician who knows of it clears the person on or after its day."""
    if not (flags := open_flags(person, "urgent")):
        return None
    return (
        "What you reported should be looked at by a clinician today or in the next few days, before any exercise. "
        "When they have looked at it and agreed, record it: `backplan init --only clearance` "
        f"(knows: {', '.join(f.id for f in flags)})."
    )


RULE = Screening(
    id="urgent-flags",
    sources=("finucane-2020", "bigos-1994"),
    check=check,
    inference="how it lifts",
)
