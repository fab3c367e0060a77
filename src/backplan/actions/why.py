"""Why an exercise is in this week or not: everything there is to say of it, for the person on record or for anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.errors import StoreError
from backplan.model.prescription import Prescription, in_force
from backplan.model.week import monday
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from backplan.actions.prescription import Weighed
    from backplan.actions.workspace import Workspace
    from backplan.model.exercise import Exercise
    from backplan.model.move import Move
    from backplan.model.person import Person
    from backplan.model.vocabulary import BlockKind
    from backplan.model.week import Item, Week
    from backplan.planner.choice.select import Selection
    from backplan.planner.lookback.leg import LegTold
    from backplan.planner.screen.stops import Stop
    from backplan.store.store import Store

MOST_WEEKS = 520  # of history


class Known(NamedTuple):
    """What an exercise is looked at by: the library judged for the person on record (a made-up one without a whole
    interview), what is prescribed, what stops them, how it has moved, this week as last shown, and whether it will be
    laid anew when next shown.
    """

    selection: Selection
    prescription: Prescription
    stop: Stop | None
    history: Sequence[Moved] = ()
    week: Week | None = None
    outdated: bool = False
    yours: bool = False
    leg: LegTold | None = None
    unread: StoreError | None = None


class Place(NamedTuple):
    """Where an exercise stands in a week."""

    on: date
    block: BlockKind
    item: Item


class Moved(NamedTuple):
    """A move of an exercise, with the Monday of the week it was made in."""

    starts: date
    move: Move


class Asked(NamedTuple):
    """What a therapist said of an exercise, beside our own rules, and what this week said that it lacks of it."""

    found: Weighed
    missing: tuple[str, ...]


class Why(NamedTuple):
    """Everything there is to say of one exercise.

    ``yours``: for the person on record, not for anybody. ``reasons`` are the rules against it, ``week`` is this week
    as last shown, ``places`` are where it stands there; ``leg`` is how far down the leg pain went; ``instead`` does the
    same job softly, and is not barred itself; ``unread`` is why nothing is known of the person, where their data cannot
    be read.
    """

    exercise: Exercise
    yours: bool
    reasons: tuple[tuple[str, str], ...]
    care: str | None
    stop: Stop | None
    week: Week | None
    outdated: bool
    places: tuple[Place, ...]
    history: tuple[Moved, ...]
    asked: tuple[Asked, ...]
    prescription: Prescription
    leg: LegTold | None = None
    instead: Exercise | None = None
    unread: StoreError | None = None


def why(exercise: Exercise, workspace: Workspace) -> Why:
    """Everything there is to say of one exercise; makes no store."""
    of_person = _known_of_person(workspace, exercise)
    week = of_person.week
    return Why(
        exercise=exercise,
        yours=of_person.yours,
        reasons=of_person.selection.left_out.get(exercise.id, ()),
        care=of_person.selection.beside(exercise),
        stop=of_person.stop,
        week=week,
        outdated=of_person.outdated,
        places=tuple(_places(exercise, week)) if week and of_person.stop is None else (),
        history=tuple(of_person.history),
        asked=tuple(_asked(exercise, of_person, workspace)),
        prescription=of_person.prescription,
        leg=of_person.leg,
        instead=_instead(exercise, of_person.selection, workspace),
        unread=of_person.unread,
    )


def _instead(exercise: Exercise, selection: Selection, workspace: Workspace) -> Exercise | None:
    """What the library names for one that lands hard; None where the person may not do that, either, or not yet: what
    only their level, their things or their taste leaves out is named.
    """
    from backplan.rules.exclusion import above_level, dislike, equipment

    open_to_them = {above_level.RULE.id, equipment.RULE.id, dislike.RULE.id}
    barred = {rule for rule, _ in selection.left_out.get(exercise.instead or "", ())}
    if exercise.instead is None or not barred <= open_to_them:
        return None
    return next((each for each in workspace.exercises if each.id == exercise.instead), None)


def _known_of_person(workspace: Workspace, exercise: Exercise) -> Known:
    """What is known of the person on record; without a whole interview, and where their data cannot be read, of a
    made-up one.
    """
    try:
        return _known_on_record(workspace, exercise)
    except StoreError as error:
        return _of_anybody(workspace, Prescription(), None)._replace(unread=error)


def _known_on_record(workspace: Workspace, exercise: Exercise) -> Known:
    from backplan.planner.screen.stops import stop

    today, prescription, halt = workspace.today, Prescription(), None
    if workspace.begun:
        with workspace.opened() as store:
            prescription = in_force(store.prescriptions.all(), today)
            person = store.people.person()
            halt = stop(person, today) if person else None
            if person is not None and not person.unfinished:
                return _of_person(workspace, store, person, halt)._replace(
                    history=_history(store, exercise, monday(today))
                )
    return _of_anybody(workspace, prescription, halt)


def _of_anybody(workspace: Workspace, prescription: Prescription, halt: Stop | None) -> Known:
    """What is known of a made-up person."""
    from backplan.actions.sample import request
    from backplan.planner.growth.climb import selection_for

    return Known(selection_for(request(workspace.exercises, workspace.today)), prescription, halt)


def _history(store: Store, exercise: Exercise, until: date) -> list[Moved]:
    """How an exercise has moved; of walks and rides on land, how all of them have."""
    from backplan.planner.growth.aerobic_step import A_VISIT
    from backplan.rules.progress import RAMPS

    on_land = exercise.block == "aerobic"
    rules = [rule.id for rule in RAMPS] if on_land else []
    found = [Moved(*each) for each in store.weeks.moves(exercise.id, until, MOST_WEEKS, rules)]
    return [each for each in found if each.move.exercise or not each.move.what.startswith(A_VISIT)]


def _of_person(workspace: Workspace, store: Store, person: Person, halt: Stop | None) -> Known:
    """What is known of the person on record, by today's diary and prescription, with ``halt``, what stops them, and
    this week as last shown.
    """
    from backplan.actions import on_record
    from backplan.actions.selection import selection
    from backplan.actions.week import outdated
    from backplan.planner.lookback.leg import leg_told

    record, week = on_record.read(store, person, workspace.today), store.weeks.of(monday(workspace.today))
    return Known(
        selection(workspace, store, record),
        record.prescription,
        halt,
        week=week,
        outdated=week is not None and outdated(workspace, record, week),
        yours=True,
        leg=leg_told(person, workspace.today),
    )


def _places(exercise: Exercise, week: Week) -> Iterator[Place]:
    for day in week.days:
        for block in day.everything():
            yield from (Place(day.on, block.kind, item) for item in block.items if item.exercise == exercise.id)


def _asked(exercise: Exercise, of_person: Known, workspace: Workspace) -> Iterator[Asked]:
    from backplan.actions.prescription import weighed

    case = of_person.selection.case if of_person.yours else None
    by_id = workspace.library.by_id()
    for item in of_person.prescription.items:
        if item.concerns(exercise):
            found = weighed(item, exercise, by_id, of_person.prescription, case)
            yield Asked(found, missing_of(exercise, of_person.week) if of_person.week and item.kind == "add" else ())


def missing_of(exercise: Exercise, week: Week) -> tuple[str, ...]:
    """What a week, as last shown, said that it does not hold of what is prescribed of an exercise."""
    return tuple(each.detail for each in week.notices if each.kind == "fewer" and exercise.id in each.about)
