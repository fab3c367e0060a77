"""A disease of heart or lungs, or diabetes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import Screening
from backplan.rules.screening.flags import names_of, open_heart

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person


def check(person: Person, on: date) -> str | None:
    """With a known disease of heart or lungs, or diabetes that is treated, the plan waits until the clearance knows of
    it; then it is noted and the plan goes on.
    """
    if not (flags := open_heart(person, "disease")):
        return None
    return (
        f"Ask the clinician who cleared you whether you may exercise with {names_of(flags)}, and how hard. When they "
        "know of it, record that: `backplan init --only clearance`."
    )


RULE = Screening(
    id="heart-known",
    sources=("riebe-2015", "warburton-2011"),
    check=check,
    inference="asking it of lungs and diabetes, too, and that a clearance which knows of it answers it",
)
