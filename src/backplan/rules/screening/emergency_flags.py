"""Signs that cannot wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import Screening
from backplan.rules.screening.flags import doctor_wanted, names_of, open_flags

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person

NOW = (
    "What you reported can be a sign of something that needs treatment at once: call your local emergency number or go "
    "to an emergency department now. Exercise can wait."
)
SEEN = (
    " If a doctor has looked at it since, answer the signs anew and record the clearance: "
    "`backplan init --only red-flags,clearance`."
)


def check(person: Person, on: date) -> str | None:
    """An emergency red flag stops everything until it is answered no again and a doctor who knows of it has cleared
    the person on or after its day; from the next day on the stop says how.
    """
    if not (flags := open_flags(person, "emergency")):
        return None
    if any(flag.present for flag in flags):
        return NOW + (SEEN if on > max(flag.since for flag in flags) else "")
    return (
        f"On {flags[0].since} you reported what may be an emergency: {names_of(flags)}. Once a doctor has looked at "
        "it, record their clearance and that they know of it: `backplan init --only clearance`."
        f"{doctor_wanted(flags, person)}"
    )


RULE = Screening(
    id="emergency-flags",
    sources=("finucane-2020", "bigos-1994"),
    check=check,
    inference="that it takes both answers to lift, and a doctor, of a hospital or not",
)
