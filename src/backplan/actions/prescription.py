"""What a therapist prescribed: recording it, ending it, and holding each item against our own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.errors import FileError, SafetyStop, UsageError
from backplan.model.prescription import Prescribed, Prescription, in_force
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from backplan.actions.workspace import Workspace
    from backplan.files.bundle import Translated
    from backplan.files.yaml import Places
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.model.week import Week
    from backplan.planner.choice.prescribed import OurAnswer
    from backplan.store.store import Store


class Weighed(NamedTuple):
    """An item of a prescription held against our own rules.

    ``exercise`` is None where the library has none of that id; ``answer`` is what our rules say to a prescribed
    exercise that is in force (None as long as there is no whole interview to go by); ``beaten`` are the prescribed
    exercises that an item to avoid rules out.
    """

    item: Prescribed
    exercise: Exercise | None
    in_force: bool
    answer: OurAnswer | None = None
    beaten: tuple[Prescribed, ...] = ()


class Held(NamedTuple):
    """The items to show, the prescription in force, and why nothing at all is given for now, if nothing is."""

    items: tuple[Weighed, ...]
    prescription: Prescription
    stop: SafetyStop | None


class PrescriptionRecorded(NamedTuple):
    """What was recorded, the numbers of those whose place it took, and, as it now stands, the prescription in force
    and why nothing at all is given, if nothing is; of an exercise prescribed again the parts, as keys of a file, that
    stand as they did, and whether it no longer grows, as that no longer fits; of each exercise whose dose came anew the
    parts that the one before had, and it has not; and what a week is short of then, if anything.
    """

    items: tuple[Weighed, ...]
    replaced: tuple[int, ...]
    prescription: Prescription
    stop: SafetyStop | None
    still: tuple[str, ...] = ()
    outgrown: bool = False
    dropped: tuple[tuple[Prescribed, tuple[str, ...]], ...] = ()
    short: Short | None = None


class Short(NamedTuple):
    """The exercises that a week lacks days of, by name, each with the days asked for and held; the days that the person
    offered, the minutes of the longest, and the prescription, which may allow fewer.
    """

    lacking: tuple[tuple[str, int, int], ...]
    days: int
    minutes: int
    prescription: Prescription


class PrescriptionEnded(NamedTuple):
    """What was ended, what had ended by itself before and was not asked about by its number; and the numbers of items
    that could not be read, which were ended, too.
    """

    items: tuple[Prescribed, ...]
    over: tuple[Prescribed, ...]
    unread: tuple[int, ...] = ()


class Filed(NamedTuple):
    """What a file prescribes, and whom it says it is for."""

    items: tuple[Prescribed, ...]
    person: str | None


def weighed(
    item: Prescribed,
    exercise: Exercise | None,
    library: Mapping[str, Exercise],
    prescription: Prescription,
    case: Case | None,
) -> Weighed:
    """An item in force held against our own rules; ``library`` is the library by id."""
    if item.kind == "avoid":
        beaten = tuple(each for each in prescription.added if _ruled_out(each, item, library))
        return Weighed(item, exercise, in_force=True, beaten=beaten)
    if item.kind == "add" and exercise is not None and case is not None:
        from backplan.planner.choice.prescribed import our_answer

        return Weighed(item, exercise, in_force=True, answer=our_answer(exercise, case))
    return Weighed(item, exercise, in_force=True)


def _ruled_out(item: Prescribed, avoid: Prescribed, library: Mapping[str, Exercise]) -> bool:
    """Whether a prescribed exercise is one that another item asks to leave out."""
    exercise = library.get(item.exercise or "")
    return avoid.exercise == item.exercise if exercise is None else avoid.concerns(exercise)


def stored(workspace: Workspace) -> list[Prescribed]:
    """Every item ever recorded, the ended ones too; makes no store."""
    if not workspace.begun:
        return []
    with workspace.opened() as store:
        return store.prescriptions.all()


def held(workspace: Workspace, *, ended: bool) -> Held:
    """What is prescribed, by number; with ``ended`` all that ever was, as it was recorded. Makes no store."""
    from backplan.actions.person import unanswered

    if not workspace.begun:
        return Held((), Prescription(), unanswered(workspace))
    with workspace.opened() as store:
        items = store.prescriptions.all()
        prescription = in_force(items, workspace.today)
        case = _case(workspace, store) if items else None
        stop = _stop(workspace, store)
    listed = items if ended else sorted(prescription.items, key=lambda item: item.id or 0)
    library = workspace.library.by_id() if listed else {}
    found = []
    for item in listed:
        exercise = library.get(item.exercise or "")
        live = item in prescription.items
        found.append(
            weighed(item, exercise, library, prescription, case) if live else Weighed(item, exercise, in_force=False)
        )
    return Held(tuple(found), prescription, stop)


def record(workspace: Workspace, items: Sequence[Prescribed], *, replace: bool = False) -> PrescriptionRecorded:
    """Store items and end those whose place they take: what is about the same, or with ``replace`` everything."""
    with workspace.opened() as store, store.transaction():
        return _record(workspace, store, items, replace=replace)


def prescribe(
    workspace: Workspace, exercise: str, again: Callable[[Prescribed | None], Prescribed]
) -> PrescriptionRecorded:
    """Store an exercise to give, as it is said ``again`` after what was prescribed of it until now."""
    from backplan.files.prescription import still

    with workspace.opened() as store, store.transaction():
        before = in_force(store.prescriptions.all(), workspace.today).item_for(exercise)
        item = again(before)
        found = _record(workspace, store, [item])
        if before is None:
            return found
        now = {**still(item, {}), "why": item.why}
        was = {**still(before, {}), "why": before.why}
        stands = tuple(key for key, value in was.items() if value and now.get(key) == value)
        return found._replace(still=stands, outgrown=before.growth is not None and item.growth is None)


def _record(
    workspace: Workspace, store: Store, items: Sequence[Prescribed], *, replace: bool = False
) -> PrescriptionRecorded:
    """Put items down in place of those they speak anew of, or with ``replace`` of all, and hold each against our own
    rules.
    """
    from backplan.files.prescription import superseded

    today, library = workspace.today, workspace.library.by_id()
    if replace:
        store.prescriptions.end_damaged(store.prescriptions.damaged(), today)
    before = [item for item in store.prescriptions.all() if not item.is_over(today)]
    ending = before if replace else superseded(items, before)
    replaced = tuple(item.id for item in ending if item.id is not None)
    numbers = store.prescriptions.add(items, today, replaced)
    prescription = in_force(store.prescriptions.all(), today)
    case = _case(workspace, store)
    stop = _stop(workspace, store)
    found = tuple(
        weighed(item._replace(id=number), library.get(item.exercise or ""), library, prescription, case)
        for number, item in zip(numbers, items, strict=True)
    )
    dropped = tuple(_dropped(items, before))
    short = None if stop else _short_of(workspace, store, items, prescription)
    return PrescriptionRecorded(found, replaced, prescription, stop, dropped=dropped, short=short)


def _dropped(items: Sequence[Prescribed], before: Sequence[Prescribed]) -> Iterator[tuple[Prescribed, tuple[str, ...]]]:
    """The exercises that are prescribed anew, each with the parts of its dose, as keys of a file, it has no more."""
    from backplan.files.prescription import still

    was = {item.exercise: item for item in before if item.kind == "add" and item.exercise}
    for item in items:
        if item.kind == "add" and (old := was.get(item.exercise or "")):
            now = still(item, {})
            if gone := tuple(key for key, value in still(old, {}).items() if value and key not in now and key in ASIDE):
                yield old, gone


ASIDE = ("load", "side", "rest", "tempo", "effort", "hold")  # parts of a dose that a new one may leave out unmeant


def _short_of(
    workspace: Workspace, store: Store, items: Sequence[Prescribed], prescription: Prescription
) -> Short | None:
    """What a whole week lacks for all that is prescribed, told at once to whom it was told; None where it holds it, and
    where nothing recorded takes room.
    """
    from backplan.actions import on_record, week
    from backplan.model.week import WEEK, monday
    from backplan.planner.lay import lay
    from backplan.planner.telling.prescribed import prescribed_days

    person = store.people.person()
    if person is None or not any(item.kind in ("add", "limit") for item in items):
        return None
    record = on_record.read(store, person, workspace.today)
    coming = lay(week.request(workspace, store, record, monday(workspace.today) + WEEK))
    short = [(key, asked, held) for key, (asked, held) in prescribed_days(coming).items() if held < asked]
    if not short or coming.question.case.kind.gentle:  # pain, not time, makes a gentle week small
        return None
    library = workspace.library.by_id()
    lacking = tuple((library[key].name, asked, held) for key, asked, held in short)
    return Short(lacking, len(person.minutes), max(person.minutes.values(), default=0), prescription)


def given(workspace: Workspace) -> frozenset[str]:
    """The ids of the exercises that are prescribed now."""
    return in_force(stored(workspace), workspace.today).exercises


def read_file(workspace: Workspace, path: Path) -> Filed:
    """What a file prescribes: one of ours, or a FHIR Bundle of orders. Raises FileError with every fault."""
    from backplan.files import yaml
    from backplan.files.other_files import PRESCRIPTION, as_items, instead_of
    from backplan.files.plain_file import contents
    from backplan.files.prescription import check

    found: Any
    places: Places | Translated
    found, places = yaml.read(path)
    other = instead_of(PRESCRIPTION, found)
    if other or not isinstance(found, dict):
        like = "a prescription holds keys and values, like `prescription: {by: doctor, on: 2026-11-23}`"
        text = contents(path).decode("utf-8-sig", "replace") if isinstance(found, str) and "table" not in other else ""
        lines = [_as_a_line(each) for each in found] if isinstance(found, list) else text.splitlines()
        if written := as_items([line for line in lines if line.strip()]):
            like += f" and, in a line below it, `{written}`"
        raise FileError([places.say((), f"{other}{like}")])
    if found.get("resourceType") == "Bundle":
        from backplan.files.bundle import read

        found, places = read(found, places)
    items, person = check(found, places, workspace.today, workspace.exercises)
    return Filed(tuple(items), person)


def _as_a_line(item: Any) -> str:
    """An item of a list as it was written in a line, with a colon in it, too; nothing for any other."""
    pair = item if isinstance(item, dict) and len(item) == 1 else {}
    return item if isinstance(item, str) else "".join(f"{key}: {dose}" for key, dose in pair.items())


def preview(workspace: Workspace, path: Path, starts: date) -> tuple[Week, str | None]:
    """The week that a file would give the person on record, and whom the file says it is for. Nothing is stored. Raises
    FileError, and SafetyStop.
    """
    from backplan.actions import on_record, week
    from backplan.actions.person import admitted
    from backplan.files.prescription import superseded

    filed, today = read_file(workspace, path), workspace.today
    with admitted(workspace) as (store, person):
        record = on_record.read(store, person, today)
        gone = {
            item.id
            for item in superseded(filed.items, [each for each in record.prescriptions if not each.is_over(today)])
        }
        kept = [item for item in record.prescriptions if item.id not in gone]
        first = max((item.id or 0 for item in record.prescriptions), default=0) + 1
        new = (item._replace(id=first + number) for number, item in enumerate(filed.items))
        held = record._replace(prescriptions=(*kept, *new))
        return week.as_it_would_be(workspace, store, held, starts), filed.person


def as_file(workspace: Workspace) -> str:
    """The prescription in force as the text of a file that read_file reads; exercises that the library has no more
    stand in it as remarks. Raises UsageError when there is none.
    """
    from backplan.files.prescription import document_of, text_of

    prescription = in_force(stored(workspace), workspace.today)
    if not prescription.items:
        raise UsageError("nothing is prescribed, so there is nothing to export")
    gone = set(still_prescribed(workspace))
    added, avoided = ([item for item in part if item.exercise not in gone] for part in prescription[:2])
    there = prescription._replace(added=tuple(added), avoided=tuple(avoided))
    if not there.items:
        raise UsageError(f"the library has none of what is prescribed any more ({', '.join(sorted(gone))})")
    remarks = [f"# not in the library any more, so left out here: {key}" for key in sorted(gone)]
    return "\n".join([text_of(document_of(there)), *remarks])


def still_prescribed(workspace: Workspace) -> tuple[str, ...]:
    """The ids of prescribed exercises that the library does not have."""
    items = in_force(stored(workspace), workspace.today).items if workspace.begun else ()
    library = workspace.library.by_id()
    return tuple(dict.fromkeys(item.exercise for item in items if item.exercise and item.exercise not in library))


def example_file(today: date) -> str:
    """The text of a prescription file to begin with, which `read_file` reads as it stands."""
    from backplan.files.prescription import EXAMPLE

    return EXAMPLE.format(today=today.isoformat())


def safeguards(workspace: Workspace) -> list[Prescribed]:
    """What is in force of what to leave out, and of the minutes a day, in the order of its numbers."""
    held = in_force(stored(workspace), workspace.today).items
    return sorted((item for item in held if item.kind in ("avoid", "limit")), key=lambda item: item.id or 0)


def end(workspace: Workspace, which: str) -> PrescriptionEnded:
    """End the item of a number or a name, or with "all" everything, from today on. Raises UsageError."""
    one = None if which.strip().lower() == "all" else _number_of(workspace, which.strip())
    unread = _end_unread(workspace, one)
    if unread and one is not None:
        return PrescriptionEnded((), (), unread)
    if not workspace.begun:
        return PrescriptionEnded(tuple(_to_end(one, (), workspace.today)), (), unread)
    with workspace.opened() as store, store.transaction():
        items = store.prescriptions.all()
        ending = _to_end(one, items, workspace.today)
        store.prescriptions.end([item.id for item in ending if item.id is not None], workspace.today)
    over = [item for item in items if item.ended is None and item.is_over(workspace.today)] if one is None else []
    return PrescriptionEnded(tuple(ending), tuple(over), unread)


def exercise_numbered(workspace: Workspace, number: str) -> str:
    """The exercise, by id, of the prescribed item of a number. Raises UsageError where it gives none."""
    items = stored(workspace)
    item = _numbered(number, items, [each for each in items if not each.is_over(workspace.today)])
    if item.kind != "add" or not item.exercise:
        raise UsageError(f"number {item.id} is no exercise to give; say it anew by `backplan prescribe {item.kind}`")
    return item.exercise


def _number_of(workspace: Workspace, which: str) -> str:
    """The number of the one item in force that a name stands for; what is none as it is."""
    from backplan.files.asked import movement_of, names_movement
    from backplan.model.name_words import folded

    if not which or which.isdecimal():
        return which
    name, kind = folded(which), workspace.names.kinds.get(folded(which))
    meant = {exercise.id for exercise in workspace.names.named(which)} | {name.replace(" ", "-")}
    about = {kind, movement_of(which) if names_movement(which) else None} - {None}
    live = [item for item in stored(workspace) if not item.is_over(workspace.today)]
    found = [item for item in live if item.exercise in meant or {item.modality, item.movement} & about]
    return str(found[0].id) if len(found) == 1 else which


def _to_end(number: str | None, items: Sequence[Prescribed], today: date) -> list[Prescribed]:
    """The item that a number ends, or all of them (None). Raises UsageError."""
    live = [item for item in items if not item.is_over(today)]
    return live if number is None else [_numbered(number, items, live)]


def _end_unread(workspace: Workspace, number: str | None) -> tuple[int, ...]:
    """End what cannot be read of the prescription: the item of a number, or all of it (None); the numbers ended."""
    if not workspace.begun:
        return ()
    with workspace.opened() as store, store.transaction():
        ending = tuple(each for each in store.prescriptions.damaged() if number in (None, str(each)))
        if ending:
            store.prescriptions.end_damaged(ending, workspace.today)
    return ending


def _numbered(number: str, items: Sequence[Prescribed], live: Sequence[Prescribed]) -> Prescribed:
    """The item of a number, if it can be ended. Raises UsageError."""
    numbers = ", ".join(str(item.id) for item in live)
    to_end = f"in force: {numbers}" if numbers else "nothing is in force"
    if not number.strip():
        raise UsageError(f"which one? `backplan prescribe end NUMBER`, `end NAME` or `end all`; {to_end}")
    for item in items:
        if number.strip() == str(item.id):
            if item in live:
                return item
            how = f"ended on {item.ended}" if item.ended else f"its last day was {item.until}"
            raise UsageError(f"number {item.id} is over already ({how}); {to_end}")
    raise UsageError(f"there is no item {number}; {to_end}")


def _case(workspace: Workspace, store: Store) -> Case | None:
    """The person on record as the planner sees them, with what is prescribed; None before the interview is done."""
    from backplan.actions import on_record
    from backplan.actions.selection import selection

    person = store.people.person()
    if person is None or person.unfinished:
        return None
    record = on_record.read(store, person, workspace.today)
    return selection(workspace, store, record).case._replace(prescription=record.prescription)


def _stop(workspace: Workspace, store: Store) -> SafetyStop | None:
    """Why nothing is given at all for now; None when something is."""
    from backplan.actions.person import screened

    try:
        screened(workspace, store)
    except SafetyStop as stop:
        return stop
    return None
