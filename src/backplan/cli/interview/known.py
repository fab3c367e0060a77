"""Signs that come up after somebody's agreement was asked about, and whether whoever agreed knows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.cli.terminal import asking, spoken
from backplan.errors import UsageError
from backplan.rules.heart import HEART
from backplan.rules.red_flags import EMERGENCIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backplan.cli.interview.sitting import Document

WHO_KNOWS = (
    "Whether you told them of it, or they found it, when they agreed. If you are not sure, say n: ask them first."
)


def surely(text: str) -> bool:
    """Yes or no; who does not know says no, the cautious answer."""
    try:
        return asking.yes("no" if spoken.unknown(text) else text)
    except UsageError:
        raise UsageError("Please answer y; or n, if not, or if you are not sure.") from None


def add_signs(document: Document, found: Sequence[str]) -> None:
    """Add signs to the answers; of one that is no emergency it is asked whether the clinician knows."""
    of_heart = [key for key in found if key in _OF_HEART]
    for key, new in (("red_flags", [key for key in found if key not in of_heart]), ("heart", of_heart)):
        if new:
            document[key] = list(dict.fromkeys([*document.get(key, []), *new]))
    clearance = document.get("clearance")
    if not found or not clearance or EMERGENCIES.intersection(found):
        return
    if asking.until_right("Does the clinician know of it? (y/n)", "n", surely, WHO_KNOWS):
        document["clearance"] = {**clearance, "knows": [*clearance.get("knows", []), *found]}


_OF_HEART = frozenset(rule.id for rule in HEART)
