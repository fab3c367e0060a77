"""Known later: a sign that was reported after a clearance was recorded, which that clearance cannot know of."""

from __future__ import annotations

from contextlib import suppress
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from backplan.model.vocabulary import LEGS
from backplan.planner.diary.mistaken import newly_reported
from backplan.rules.heart import HEART
from backplan.rules.red_flags import RED_FLAGS
from backplan.rules.screening.legs import FURTHER_DOWN, leg_words
from backplan.store.door import DamagedRecordError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from backplan.actions.workspace import Workspace
    from backplan.model.person import Clearance, Person
    from backplan.store.store import Store

# Of these somebody has to have had a look since; of all others it is enough that the clinician knows.
LOOKED_AT = frozenset(
    [*(rule.id for rule in RED_FLAGS if rule.level != "clinician-first"), *(r.id for r in HEART if r.kind == "sign")]
)


def reported_since(workspace: Workspace, signs: Iterable[str]) -> tuple[str, ...]:
    """Of what somebody says that the clearance on record knows of, and it did not: what was reported when that
    clearance was on record already.
    """
    if not workspace.begun:
        return ()
    with workspace.opened() as store:
        person = store.people.person()
        if person is None or (clearance := person.clearance) is None:
            return ()
        return tuple(
            sign
            for sign in signs
            if sign not in clearance.knows and _came_later(store, sign, person, clearance, workspace.today)
        )


def _came_later(store: Store, sign: str, person: Person, clearance: Clearance, today: date) -> bool:
    if sign == FURTHER_DOWN:
        agreed = -1 if clearance.leg is None else LEGS.index(clearance.leg)
        return any(day == clearance.on and depth > agreed for day, depth in leg_words(person, today))
    if sign not in LOOKED_AT:
        return False
    with suppress(DamagedRecordError):
        for now, before in pairwise(chain(store.people.recorded(), (None,))):
            if now and newly_reported(sign, now.person, before.person if before else None):
                old = before.person.clearance if before else None
                return old is not None and (old.by, old.on) == (clearance.by, clearance.on)
    return False
