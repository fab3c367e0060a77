"""Pain controlled enough to exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import Screening

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person


def check(person: Person, on: date) -> str | None:
    """No exercise plan while the pain is not controlled well enough to move; the clinician is asked about pain
    control first.
    """
    if person.pain.controlled:
        return None
    return (
        "You said your pain is not controlled well enough to exercise. Please ask your doctor about pain control "
        "first, then record how it is: `backplan init --only pain`."
    )


RULE = Screening(
    id="pain-controlled",
    sources=("qaseem-2017",),
    check=check,
    inference="the whole rule: the source says what helps, not that pain must be controlled first",
)
