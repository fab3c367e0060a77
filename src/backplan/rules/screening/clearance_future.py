"""A clearance dated tomorrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.wording import full_day
from backplan.rules.kinds import Screening

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person


def check(person: Person, on: date) -> str | None:
    """A clearance dated in the future does not count yet."""
    if person.clearance is not None and person.clearance.on > on:
        return (
            f"Your clearance is dated {full_day(person.clearance.on)}, which is still to come. If the date is "
            "wrong, mend it: `backplan init --only clearance`."
        )
    return None


RULE = Screening(
    id="clearance-future",
    sources=("warburton-2011",),
    check=check,
    inference="the rule itself",
)
