"""Signs of heart or lungs that nobody has looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import Screening
from backplan.rules.screening.flags import open_heart

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Flag, Person


def check(person: Person, on: date) -> str | None:
    """Chest tightness on effort, blackouts, breathlessness or a racing heart are to be seen before any exercise: they
    stop the plan until the clearance knows of them, once they have gone, too.
    """
    if not (flags := open_heart(person, "sign")):
        return None
    if any(flag.present for flag in flags):
        return (
            "What you told us of your heart or breath should be looked at by a doctor in the next few days, before any "
            "exercise; if it comes at rest and does not pass within minutes, call your local emergency number. When "
            "the doctor knows of it and agrees, record that: `backplan init --only clearance` "
            f"(knows: {_ids(flags)})."
        )
    return (
        f"You reported a sign of heart or breath on {flags[0].since}. It is good that it has gone; please have it "
        "looked at all the same, and record the clearance: `backplan init --only clearance` "
        f"(knows: {_ids(flags)})."
    )


def _ids(flags: list[Flag]) -> str:
    return ", ".join(flag.id for flag in flags)


RULE = Screening(
    id="heart-signs",
    sources=("riebe-2015",),
    check=check,
    inference="what lifts it, and that a sign which has gone still wants a doctor's word",
)
