"""Signs of heart or lungs that nobody has looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import Screening
from backplan.rules.screening.flags import doctor_wanted, names_of, open_heart

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person


def check(person: Person, on: date) -> str | None:
    """Chest tightness on effort, blackouts, breathlessness or a racing heart are to be seen before any exercise: they
    stop the plan until a doctor who cleared the person knows of them, once they have gone, too.
    """
    if not (flags := open_heart(person, "sign")):
        return None
    if any(flag.present for flag in flags):
        return (
            "What you told us of should be looked at by a doctor in the next few days, before any exercise: "
            f"{names_of(flags)}. If it comes at rest and does not pass within minutes, call your local emergency "
            "number. When the doctor knows of it and agrees, record that: `backplan init --only clearance`."
            f"{doctor_wanted(flags, person)}"
        )
    return (
        f"On {flags[0].since} you reported {names_of(flags)}. It is good that it has gone; please have it looked at "
        "all the same by a doctor, and record the clearance: `backplan init --only clearance`."
        f"{doctor_wanted(flags, person)}"
    )


RULE = Screening(
    id="heart-signs",
    sources=("riebe-2015",),
    check=check,
    inference="what lifts it, and that a sign which has gone still wants a doctor's word",
)
