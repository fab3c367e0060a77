"""The person: on record or not, and whether they may exercise today."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from backplan.errors import SafetyStop, StoreError
from backplan.model.wording import counted
from backplan.planner.screen import stops
from backplan.rules.screening import clearance_required, emergency_flags
from backplan.store.door import DamagedRecordError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from datetime import date

    from backplan.actions.workspace import Workspace
    from backplan.model.person import Person
    from backplan.store.store import Store

NOT_SCREENED = "not-screened"  # stands in the place of a rule's id where the questions are not answered
NOBODY = "Nobody has answered the safety questions yet: run `backplan init` first."
NOT_HERE = (
    "There are no answers to the safety questions here, but backups of your data are kept: `backplan restore` shows "
    "them. To begin anew without them, run `backplan init --anew`."
)
UNFINISHED = "Not all safety questions are answered: run `backplan init` to answer the rest."


def on_record(workspace: Workspace) -> Person | None:
    """The person as last recorded; None before the first interview. Makes no store."""
    if not workspace.begun:
        return None
    with workspace.opened() as store:
        return store.people.person()


def unanswered(workspace: Workspace) -> SafetyStop:
    """The stop of somebody who has not answered, with how far their first interview has come, if it was begun, or that
    backups are kept, if a store was lost.
    """
    from backplan.actions.draft import draft

    if (kept := draft(workspace)) is None:
        return SafetyStop(NOT_SCREENED, NOT_HERE if _backed_up(workspace) else NOBODY)
    done = f": {counted(len(kept.answered), 'section')} done so far" if kept.answered else ""
    return SafetyStop(NOT_SCREENED, f"The safety questions are begun{done}. Go on with `backplan init`.")


def _backed_up(workspace: Workspace) -> bool:
    """Whether a backup holds answers, or may: what was prescribed before anybody answered leaves some without."""
    from backplan.actions.backup import listed
    from backplan.store.backup import kept

    try:
        files, found = kept(workspace.home), listed(workspace)
    except StoreError:
        return False
    return any(each.holds.answers for each in found) or len(found) < len(files)


def screened(workspace: Workspace, store: Store, *, looking: bool = False) -> Person:
    """The person on record, if they may exercise today. Raises SafetyStop; to who is ``looking``, and tells nothing
    just now, with what may be taken back. Raises DamagedRecordError.
    """
    try:
        person = store.people.person()
    except DamagedRecordError:
        _refuse_emergency(store, workspace.today)
        raise
    if person is None:
        raise unanswered(workspace)
    if (stop := stop_of(person, workspace.today)) is not None:
        if looking:
            from backplan.actions import mistake

            stop.mistakable = mistake.under(store, person, stop, workspace.today)
        raise stop
    if person.unfinished:
        raise SafetyStop(NOT_SCREENED, UNFINISHED)
    _let_today_be(store, workspace.today)
    return person


def _refuse_emergency(store: Store, today: date) -> None:
    """Raise SafetyStop for an emergency sign that can be read though the answers cannot: whom to call comes before what
    is to be answered anew.
    """
    left = left_of(store, today)
    stop = stop_of(left, today) if left else None
    if stop and stop.rule == emergency_flags.RULE.id:
        raise stop


def _let_today_be(store: Store, today: date) -> None:
    """Raise SafetyStop where words of today may tell of thoughts of dying: nothing is asked of anybody on that day."""
    from backplan.planner.diary.own_words import in_own_words

    if not (worded := in_own_words(store.diary.entries(today, today))):
        return
    from backplan.planner.diary.despair_words import DESPAIR, HELP, NOT_MEANT
    from backplan.planner.diary.signs import despair_told

    if despair_told(worded):
        raise SafetyStop(DESPAIR, f"{HELP} {NOT_MEANT}")


def stop_on_record(store: Store, today: date) -> SafetyStop | None:
    """What stops the person on record today; None where nothing does, or nobody is."""
    person = store.people.person()
    return stop_of(person, today) if person is not None else None


def stop_of(person: Person, today: date) -> SafetyStop | None:
    """What stops a person on a date, to be raised; None where nothing does. Of who has not come to the question whether
    a clinician agreed, that the questions go on.
    """
    found = stops.stop(person, today)
    if found and person.unfinished and found.rule == clearance_required.RULE.id:
        return SafetyStop(NOT_SCREENED, UNFINISHED)
    return SafetyStop(found.rule, found.sentence) if found else None


@contextmanager
def stopping_all_the_same(workspace: Workspace, stop: Callable[[], SafetyStop | None]) -> Iterator[None]:
    """Where the disk takes nothing, or the store cannot be opened, what was just said and stops is said all the same: a
    SafetyStop in place of StoreError. Where a record is damaged, what was said is recorded beside it.
    """
    lasts = workspace.lasting.any
    try:
        yield
    except DamagedRecordError:
        raise
    except StoreError as error:
        if (found := stop()) is None:
            raise
        kept = workspace.lasting.any and not lasts  # the disk failed at the very end
        again = "It is recorded" if kept else "It could not be recorded, so please say it once more when it can be"
        raise SafetyStop(found.rule, f"{found.sentence} {again}: {error}.") from None


def left_of(store: Store, today: date) -> Person | None:
    """What is left of a person whose answers are damaged, with all that was reported and can be read, there or in the
    diary.
    """
    from backplan.planner.diary.signs import reported

    return reported(store.people.left(), store.diary.entries(until=today), today)


@contextmanager
def admitted(
    workspace: Workspace, *, writing: bool = False, looking: bool | None = None, at_one_moment: bool = False
) -> Iterator[tuple[Store, Person]]:
    """The store, and the person on record in it who may exercise today; with ``writing`` in one transaction with all
    that is done, ``at_one_moment`` with all that is read. Who does not write is ``looking``, unless it is said. Raises
    SafetyStop; makes no store.
    """
    if not workspace.begun:
        raise unanswered(workspace)
    with workspace.opened() as store, _together(store, writing=writing, reading=at_one_moment):
        yield store, screened(workspace, store, looking=not writing if looking is None else looking)


def _together(store: Store, *, writing: bool, reading: bool) -> AbstractContextManager[None]:
    if writing:
        return store.transaction()
    return store.records.at_one_moment() if reading else nullcontext()


def screen(workspace: Workspace) -> None:
    """Raise SafetyStop unless somebody is on record who may exercise today."""
    with admitted(workspace):
        pass
