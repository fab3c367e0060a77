"""Where and when the interview is held, and what every page of it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.files.answers import document_of
from backplan.named_tuple import NamedTuple
from backplan.rules.screening.legs import FURTHER_DOWN, known_of

if TYPE_CHECKING:
    from backplan.actions.workspace import Workspace
    from backplan.model.person import Person


Document = dict[str, Any]


class Sitting(NamedTuple):
    """Where and when somebody is asked, and the person as on record before, if anybody was."""

    place: Workspace
    before: Person | None

    @property
    def base(self) -> Document:
        """The answers on record before, as a document; none before the first whole interview."""
        return document_of(self.before) if self.before and not self.before.unfinished else {}

    @property
    def reported(self) -> list[str]:
        """The signs and diseases that are on record, pain further down the leg than a clinician knows of among them."""
        if self.before is None:
            return []
        further = [] if known_of(self.before, self.place.today) else [FURTHER_DOWN]
        return [*(flag.id for flag in self.before.reported), *further]
