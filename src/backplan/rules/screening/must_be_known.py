"""What the clinician has to know of before a plan begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.vocabulary import CONDITION_MEANS, MUST_BE_KNOWN
from backplan.rules.kinds import Screening

if TYPE_CHECKING:
    from datetime import date

    from backplan.model.person import Person


def check(person: Person, on: date) -> str | None:
    """With a bone of the spine that broke in the last 12 weeks, or a new hip or knee, no plan until the clinician who
    cleared the person knows of it: that is the release to exercise.
    """
    knows = person.clearance.knows if person.clearance else ()
    unknown = [each for each in MUST_BE_KNOWN if each in person.conditions and each not in knows]
    if not unknown:
        return None
    conditions = " and ".join(CONDITION_MEANS[each] for each in unknown)
    return (
        f"You said: {conditions}. Ask the clinician who cleared you whether you may exercise with it. When they know "
        "and agree, record that: `backplan init --only conditions`."
    )


RULE = Screening(
    id="must-be-known",
    sources=("giangregorio-2015",),
    check=check,
    inference="asking for a release by name; the source sends whoever broke a bone of the spine to a physiotherapist",
)
