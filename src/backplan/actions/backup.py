"""Backups made on request, and a store brought back from one: nothing that stops the person is lifted on the way."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from backplan.actions import own_due
from backplan.actions.export import refuse, there_already
from backplan.actions.meanwhile import refuse_changed
from backplan.actions.person import left_of
from backplan.errors import BackplanError, DamagedError, FileError, StoreError, UsageError, in_a_line, reason_of
from backplan.library.own_folder import changing
from backplan.model.week import WEEK
from backplan.named_tuple import NamedTuple
from backplan.planner.screen.stops import stop
from backplan.rules.screening import SCREENING
from backplan.rules.tags import tags_on
from backplan.store import backup as backups
from backplan.store.door import READERS, DamagedRecordError, unreadable
from backplan.store.schema import connect, refuse_newer, upgraded
from backplan.store.store import FILE, GoneError, gone, opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from backplan.actions.meanwhile import Kept
    from backplan.actions.workspace import Workspace
    from backplan.model.person import Person
    from backplan.model.prescription import Prescribed
    from backplan.store.backup import Holds
    from backplan.store.door import Damaged
    from backplan.store.store import Store


REPLACED = "replaced"  # how a backup is called of what something else took the place of
NOT_GONE = (
    "your answers are here, so there is nothing to begin anew without: `backplan init` changes them, and `backplan "
    "forget` takes away all that is kept of you"
)
NOTHING_YET = "nothing is recorded yet, so there is nothing to keep; `backplan init` begins"


class Made(NamedTuple):
    """A backup that was made: where it is, and what it holds."""

    path: Path
    holds: Holds
    at: datetime | None = None


class BackupOffer(NamedTuple):
    """What could be brought back, against what is here now (None where that cannot be read); ``scratch`` is a copy of
    it in the present schema.
    """

    name: str
    made: str
    then: Holds
    now: Holds | None
    scratch: Path
    own: Mapping[str, bytes]
    damaged: Sequence[Damaged] = ()  # its records that cannot be read, and come back as they are


class Back(NamedTuple):
    """What was brought back; where what it replaced is kept, if there was anything; and the sentence of the stop that
    stands as before, because what was brought back did not have it.
    """

    holds: Holds
    replaced: Path | None
    stands: str = ""
    held: bool = False  # whether something else that holds the plan back was not in what came back, and goes on, too
    unknown: bool = False  # what was here could not be read, so nobody knows what stopped


def make(workspace: Workspace, out: Path | None, *, force: bool) -> Made:
    """Make a backup, in a file of the person's choice or among the backups. Raises UsageError where there is nothing to
    keep or a file is there already, unless ``force``.
    """
    if not workspace.begun:
        raise UsageError(NOTHING_YET)
    if out is not None:
        _refuse_no_file(out)
        refuse(workspace, out, force=force)
    while True:
        target = out or backups.free_name(workspace.home, workspace.today, "by-hand")
        try:
            return _made(workspace, target, force=force)
        except FileExistsError:  # by now, of another window
            if out is not None:
                raise there_already(out) from None


def _made(workspace: Workspace, target: Path, *, force: bool) -> Made:
    """A backup in a file. Raises UsageError where there is nothing to keep, FileExistsError unless ``force``, and
    StoreError.
    """
    try:
        refuse_newer(workspace.home / FILE)
        with closing(upgraded(connect(workspace.home / FILE))) as connection:
            held = backups.holds(connection, len(backups.files_of(workspace.own)))
            if held.nothing:
                raise UsageError(NOTHING_YET)
            with workspace.lasting.watching(target):
                backups.make(connection, target, workspace.own, over=force)
            return Made(target, held)
    except sqlite3.Error as error:
        raise StoreError(f"no backup could be made of {workspace.home / FILE} ({error})") from None
    except FileExistsError:
        raise
    except OSError as error:
        raise _unwritable(error, target) from None


def _refuse_no_file(out: Path) -> None:
    """Raise UsageError for a target that holds no whole file: a device, a pipe, or - for standard output."""
    if str(out) == "-" or (out.exists() and not out.is_file() and not out.is_dir()):
        raise UsageError(f"{in_a_line(out)} is no file, and a backup is one; name a file")


def _unwritable(error: OSError, target: Path) -> StoreError:
    path = in_a_line(Path(error.filename or target))
    return StoreError(f"no backup could be made: {path} cannot be written ({reason_of(error, 'no reason given')})")


def listed(workspace: Workspace) -> list[Made]:
    """The backups that are kept, oldest first, with what each holds; what cannot be read is left out."""
    found = []
    for path in backups.kept(workspace.home):
        try:
            with closing(backups.looked_at(path)) as connection:
                held = backups.holds(connection, len(backups.own_in(connection)))
                found.append(Made(path, held, backups.moment(path)))
        except (sqlite3.Error, OSError):
            continue
    return found


_LISTED = "`backplan restore` alone lists your backups"


def offer(workspace: Workspace, file: Path, folder: Path) -> BackupOffer:
    """What a backup holds, against what is here now; its copy goes into a folder. Raises FileError."""
    scratch = folder / "then.db"
    try:
        path = file if file.exists() else workspace.home / backups.FOLDER / f"{file.name.removesuffix('.db')}.db"
        backups.read(path if path.exists() else file, scratch)
    except OSError as error:
        raise FileError([f"{file}: it cannot be read ({reason_of(error, 'no reason given')}); {_LISTED}"]) from None
    except StoreError as error:
        sentence = str(error).replace("; nothing was changed", "")
        raise FileError(
            [f"{sentence}; {_LISTED}" if sentence.endswith("is not a backplan store") else sentence]
        ) from None
    with closing(connect(scratch)) as connection:
        own = backups.own_in(connection)
        then = backups.holds(connection, len(own))
        broken = [each for table in READERS for each in unreadable(table, backups.rows(connection, table))]
    at = backups.moment(path if path.exists() else file)
    made = f"made {at:%Y-%m-%d %H:%M}" if at else "made nobody knows when"
    return BackupOffer(path.name, made, then, here(workspace), scratch, own, broken)


def begin_anew(workspace: Workspace) -> Workspace:
    """The same place to begin anew in, where what was here is gone, or cannot be read, and is out of the way then.
    Raises UsageError where somebody's answers are here.
    """
    place = workspace.beginning_anew()
    now = here(place)
    if now is None or (now.answers and not _sound(place)):
        _out_of_the_way(place)
    elif now.answers:
        raise UsageError(NOT_GONE)
    return place


def _sound(workspace: Workspace) -> bool:
    """Whether SQLite finds no damage in what is here."""
    try:
        with opened(workspace.home) as store:
            backups.check(store.records.connection, workspace.home / FILE)
    except DamagedError:
        return False
    return True


def refuse_unless_anew(workspace: Workspace, store: Store) -> None:
    """Raise GoneError where a store has no answers though backups of it do, unless that was said."""
    if workspace.anew or store.whole.holds(0).answers:
        return
    if any(each.holds.answers for each in listed(workspace)):
        raise gone(workspace.home, "holds no answers")


def refuse_gone(workspace: Workspace) -> None:
    """Raise GoneError where what was here is gone, or its answers are, and backups hold them."""
    if workspace.begun:
        with workspace.opened() as store:
            refuse_unless_anew(workspace, store)


def here(workspace: Workspace) -> Holds | None:
    """What is here now; None where it is damaged, or gone. Raises StoreError where it cannot be read for a reason that
    may pass: what nobody could look at is not taken for lost.
    """
    own = len(backups.files_of(workspace.own))
    try:
        if not workspace.begun:
            return backups.Holds(own=own)
    except GoneError:
        return None
    try:
        with opened(workspace.home, anew=workspace.anew) as store:
            return store.whole.holds(own)
    except (DamagedError, GoneError):
        return None


def bring_back(workspace: Workspace, offered: BackupOffer, shown: Kept | None = None) -> Back:
    """Put what is offered in the place of what is here, which is kept as a backup. A stop that stands here now, and
    that what comes back does not have, goes on standing. Raises BackplanError where it is not what was ``shown``.
    """
    refuse_changed(workspace, shown)
    with changing(workspace.own):
        replaced, shown = (_out_of_the_way(workspace), None) if offered.now is None else (None, shown)
        try:
            return _taken_over(workspace, offered, replaced, shown)
        finally:
            own_due.put_in_place(workspace)


def _taken_over(workspace: Workspace, offered: BackupOffer, replaced: Path | None, shown: Kept | None) -> Back:
    """Put what is offered in the place of what is here, in one transaction: what is here is kept as a backup first, and
    what stops the person now goes on to. Where nobody can tell what stopped, the questions are asked anew.
    """
    with (
        opened(workspace.home, workspace.lasting, anew=True) as store,
        store.whole.beside(offered.scratch),
        store.transaction(),
    ):
        refuse_changed(workspace, shown)
        if offered.now is not None and not offered.now.nothing:
            replaced = _kept(workspace)
        person, readable = _person(store, workspace.today)
        comparable, before = offered.now is not None and readable, _stops(store, person, workspace.today)
        store.whole.take_over()
        stands, held = _still(store, before, workspace.today) if comparable else ("", False)
        if not comparable:
            _asked_anew(store, person, before.asking, workspace.today)
        own_due.note(workspace, store, offered.own)
    return Back(offered.then, replaced, stands, held, unknown=not comparable)


def _kept(workspace: Workspace) -> Path:
    """What is here, kept as a backup, by a connection of its own: it sees what was there before. Raises StoreError."""
    target = backups.free_name(workspace.home, workspace.today, REPLACED)
    try:
        with closing(connect(workspace.home / FILE)) as connection:
            backups.make(connection, target, workspace.own)
        backups.thin(workspace.home, REPLACED)
    except OSError as error:
        raise _unwritable(error, target) from None
    return target


def _out_of_the_way(workspace: Workspace) -> Path | None:
    """A store that cannot be read, moved among the backups as it is, if anything is left of it. Raises StoreError."""
    target = backups.free_name(workspace.home, workspace.today, "replaced-unreadable")
    try:
        left = sorted(workspace.home.glob(f"{FILE}*"))
        if not any(path.stat().st_size for path in left):
            return None
        target.parent.mkdir(mode=0o700, exist_ok=True)
        for path in left:
            path.replace(target.with_name(target.name + path.name.removeprefix(FILE)))
    except OSError as error:
        raise _unwritable(error, target) from None
    return target


class Stopped(NamedTuple):
    """The sentences of the rules that stop somebody, by rule; the signs and diseases that they reported; what else
    holds their plan back; and the numbers of the entries whose words raise a question that nobody has answered.
    """

    rules: Mapping[str, str]
    reported: frozenset[str]
    bars: frozenset[object]
    asking: frozenset[int] = frozenset()

    def lifted(self, after: Stopped) -> str:
        """The sentence of what stops here and would not go on with what stops after; nothing where all of it would."""
        gone = [sentence for rule, sentence in self.rules.items() if rule not in after.rules]
        return next(iter([*gone, *(self.rules.values() if self.reported - after.reported else ())]), "")

    def eased(self, after: Stopped) -> bool:
        """Whether something that holds the plan back here would not go on with what stands after."""
        return bool((self.bars | self.reported) - (after.bars | after.reported))


def _stops(store: Store, person: Person | None, today: date) -> Stopped:
    """What stops somebody on record."""
    if person is None:
        return Stopped({}, frozenset(), frozenset())
    reasons = {rule.id: rule.check(person, today) for rule in SCREENING}
    reported = frozenset(flag.id for flag in person.reported)
    stopping = {rule: why for rule, why in reasons.items() if why}
    asking = _asking(store, person, today)
    return Stopped(stopping, reported, _bars(store, person, today) | {*asking.values()}, frozenset(asking))


def _asking(store: Store, person: Person, today: date) -> dict[int, object]:
    """The entries whose words raise a question that nobody has answered, by their numbers: when each was written, and
    what it asks about.
    """
    from backplan.planner.diary.signs import unanswered

    with suppress(DamagedRecordError):
        entries = store.diary.recent(today)
        written = {entry.id: entry.at for entry in entries}
        return {number: ("asked", written[number], parts) for number, parts in unanswered(person, entries).items()}
    return {}


def _bars(store: Store, person: Person, today: date) -> frozenset[object]:
    """What holds the plan of somebody back, besides signs and questions: what the answers say and what follows from
    them by now, the prescription, and the pain of the last days.
    """
    of_health = (person.surgery, person.pregnancy, person.birth, person.changed)
    asked = [item for item in _prescribed(store) if item.kind != "add" and not item.is_over(today)]
    limits = {("prescribed", item.kind, item.exercise, item.modality, item.movement, item.minutes) for item in asked}
    severe = store.diary.severe_since(today - WEEK)
    barring, care = tags_on(person, today)
    return frozenset({*filter(None, of_health), *barring, *care, *limits, *severe})


def _prescribed(store: Store) -> Sequence[Prescribed]:
    try:
        return store.prescriptions.all()
    except DamagedRecordError:
        return ()


def _person(store: Store, today: date) -> tuple[Person | None, bool]:
    """Who is on record, as far as that can be read, and whether all of it can be."""
    try:
        return store.people.person(), True
    except DamagedRecordError:
        return left_of(store, today), False


def _asked_anew(store: Store, before: Person | None, asking: Iterable[int], today: date) -> None:
    """Let what was taken over hold with all that was reported before, and give no exercises until the safety questions
    are answered anew: what stopped somebody could not be read.
    """
    store.whole.keep_what_holds_back(asking, answers=False)
    person = _person(store, today)[0] or before
    if person is None:
        return
    flags = {flag.id: flag for flag in (*person.flags, *(before.flags if before else ()))}
    store.people.record(person._replace(flags=tuple(flags.values()), unfinished=True), today)


def _still(store: Store, before: Stopped, today: date) -> tuple[str, bool]:
    """Let what stopped, or held back, go on doing so, if what was taken over would not; gives the sentence of the stop
    then, and whether anything else is kept.
    """
    after = _stops(store, _person(store, today)[0], today)
    sentence, eased = before.lifted(after), before.eased(after)
    if not (sentence or eased):
        return "", False
    store.whole.keep_what_holds_back(before.asking, answers=True)
    person, _ = _person(store, today)
    if sentence and (person is None or stop(person, today) is None):
        raise BackplanError(
            f"This would lift what stops you now, so nothing was changed. {sentence} "
            "Answer that first: `backplan init`."
        )
    return sentence, eased
