"""Signs the clinician should know of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import Screening
from backplan.rules.screening.flags import NUMB_LEG, open_flags, words_of
from backplan.rules.screening.legs import WORSE, somebody_else_wanted

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person


def check(person: Person, on: date) -> str | None:
    """A clinician-first red flag stops the plan only until the clearance knows of it; then it is noted and the plan
    goes on. Of numbness in one leg it names what cannot wait, and a doctor, surgeon or physiotherapist has to know.
    """
    if not (flags := open_flags(person, "clinician-first")):
        return None
    numb = any(flag.id == NUMB_LEG for flag in flags)
    worse = f"{somebody_else_wanted(person, NUMB_LEG)} Get help {WORSE}." if numb else ""
    return (
        f"Ask the clinician who cleared you about this first: {'; '.join(map(words_of, flags))}. When they know of it, "
        f"record that: `backplan init --only clearance`.{worse}"
    )


RULE = Screening(
    id="clinician-first",
    sources=("bigos-1994",),
    check=check,
    inference="that a clearance which knows of it answers it, and whose is not enough for a numb leg",
)
