"""Answers to the interview: checked, and recorded with what they say of today."""

from __future__ import annotations

from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING

from backplan.actions import mistake
from backplan.actions.backup import refuse_unless_anew
from backplan.actions.dry import Dry, newly_dry
from backplan.actions.person import left_of, stop_of, stopping_all_the_same
from backplan.errors import FileError, SafetyStop, StoreError
from backplan.model.diary import FROM_INTERVIEW, HEALTH, LogEntry
from backplan.model.vocabulary import LEGS
from backplan.named_tuple import NamedTuple
from backplan.rules.screening import legs
from backplan.store.door import DamagedRecordError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date
    from typing import Any

    from backplan.actions.workspace import Workspace
    from backplan.files.answers import Answers
    from backplan.files.yaml import Places
    from backplan.model.person import Clearance, Person
    from backplan.store.store import Store


class NewlySaid(NamedTuple):
    """What of a person's answers was said just now: the pain, the signs to look at first, what of their health own
    words may have raised, and first scores of what the person wants back; and whether the interview ended early.
    ``over`` lays what was said over other answers, where it was parts of answers.
    """

    pain: bool = True
    signs: bool = True
    health: frozenset[str] = frozenset(HEALTH)
    scores: Mapping[str, int] = MappingProxyType({})
    unfinished: bool = False
    over: Callable[[Mapping[str, Any]], dict[str, Any]] | None = None


GONE = "all that was on record was taken away meanwhile, so nothing was recorded; `backplan init` begins anew"


class Answered(NamedTuple):
    """What follows from answers that were recorded: whether something newly named waits for its first score, and what
    stops the person now; the answers that were given elsewhere while these were: those of which the others stand, and
    those of which these do; what stopped the person until a sign that no clinician knows of was answered otherwise;
    what was said of water by somebody who has no pool; and the signs that were answered no just now, and reported so
    lately that a mistake can be taken back; and what was answered otherwise, and stands all the same.
    """

    unscored: bool
    stop: SafetyStop | None
    elsewhere: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    lifted: SafetyStop | None = None
    dry: Dry | None = None
    mistakable: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()


def record(
    workspace: Workspace, document: Any, places: Places, newly: NewlySaid, base: Mapping[str, Any] | None = None
) -> Answered:
    """Check the answers and store them. Raises FileError with every fault, and stores nothing then.

    The answers were begun with a ``base``, what was on record then, or are whole by themselves (None). What was
    recorded elsewhere since then stays: only what was answered here is changed. Pain that was told just now goes into
    the diary, too, as its latest word, and so do scores.
    """
    from backplan.files import answers

    today, names = workspace.today, workspace.names
    checked = answers.check(document, places, today, names, answers.there_in(base or {}))
    both = Merged({}, ())
    stopping = stopping_all_the_same(workspace, lambda: stop_of(_described(checked, None, newly, today), today))
    with stopping, workspace.opened() as store, store.transaction():
        before, base = _before(store, base, today)
        if before is None:
            refuse_unless_anew(workspace, store)
        held = stop_of(before, today) if before is not None and not before.unfinished else None
        if base and before is None:
            raise StoreError(GONE)
        if base is not None and before is not None and not before.unfinished:
            now = answers.document_of(before)
            both = since_then(base, now, newly.over(now) if newly.over else document)
            checked = answers.check(both.document, places, today, names, answers.there_in(base, now))
            newly = newly._replace(unfinished=False)
        untold = checked.end_untold(before) if base is None and before is not None else None
        person = _described(checked, before, newly, today)
        if missing := untold or checked.born_all_the_same(person):
            raise FileError([places.say(("pregnancy",), missing)])
        person = _recorded(store, person, today)
        store.diary.add(*_answered(store, before, person, newly, today), *_into_diary(person, newly, today))
        unscored = not newly.scores and set(person.functions) - set(before.functions if before else ())
        stop = stop_of(person, today)
        mistakable = mistake.answered_no(store, before, person, today, checked.unsays(person))
    here, beside = ((), ()) if newly.over else (both.here, both.beside)  # parts were laid over what the other said
    lifted = held if before and stop is None and _withdrawn(before, person) else None
    dry = newly_dry(person, before, names.exercises)
    return Answered(bool(unscored), stop, both.elsewhere, here, beside, lifted, dry, mistakable, checked.unsays(person))


def _recorded(store: Store, person: Person, today: date) -> Person:
    """The person once stored, with what the diary says of them."""
    store.people.record(person, today)
    return store.people.person() or person


def refuse_forgotten(workspace: Workspace, base: Mapping[str, Any] | None) -> None:
    """Raise StoreError where answers were begun over what was taken away meanwhile: no store is made for them."""
    if base and not workspace.begun:
        raise StoreError(GONE)


def refuse_taken_away(workspace: Workspace) -> None:
    """Raise StoreError where another window took away all that was on record: nothing of it begins anew."""
    if not workspace.begun:
        workspace.lasting.any = False  # it went with the rest
        raise StoreError(GONE)


def _withdrawn(before: Person, now: Person) -> bool:
    """Whether an operation, a birth, or a sign, a disease or a condition of which no clinician knows was answered
    otherwise.
    """
    acknowledged = now.clearance.knows if now.clearance else ()
    reported = {*(flag.id for flag in before.reported), *before.conditions}
    gone = reported.difference((flag.id for flag in now.reported), now.conditions, acknowledged)
    return bool(gone) or any(
        was and was != so for was, so in ((before.surgery, now.surgery), (before.birth, now.birth))
    )


def _before(
    store: Store, base: Mapping[str, Any] | None, today: date
) -> tuple[Person | None, Mapping[str, Any] | None]:
    """Who is on record, and the base of the answers. Where that record is damaged, whole answers take its place, and
    what was reported, there or in the diary, stays as far as it can be read; answers of a part cannot be laid over it.
    Raises StoreError then.
    """
    try:
        return store.people.person(), base
    except DamagedRecordError:
        if base:
            raise
        return left_of(store, today), None


class Merged(NamedTuple):
    """Answers of two sittings as one; those that both gave, of which the earlier stand, and of which the later; and
    those that only the earlier gave.
    """

    document: dict[str, Any]
    elsewhere: tuple[str, ...]
    here: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


# What may be answered twice at once without danger: the later word counts.
HARMLESS = frozenset({"time", "equipment", "places", "can", "tolerance", "level", "likes", "dislikes", "functions"})


def since_then(base: Mapping[str, Any], now: Mapping[str, Any], mine: Mapping[str, Any]) -> Merged:
    """Answers that began with a base, laid over what is on record now: a key that was not answered here is as it is
    now; of red flags given in both sittings all count; of other answers that may stop somebody, those on record.
    """
    asked = {key for key in mine if key not in base or mine[key] != base[key]}
    changed = {key for key in {*base, *now} if now.get(key) != base.get(key)}
    both = {key for key in asked & changed if now.get(key) != mine[key]}
    stand = both - HARMLESS - {"red_flags"}
    found = {**now, **{key: mine[key] for key in asked - stand}}
    if "red_flags" in both:
        found["red_flags"] = [*now["red_flags"], *(each for each in mine["red_flags"] if each not in now["red_flags"])]
    return Merged(found, tuple(sorted(stand)), tuple(sorted(both & HARMLESS)), tuple(sorted(changed - asked)))


def _described(checked: Answers, before: Person | None, newly: NewlySaid, today: date) -> Person:
    """The person that the answers describe; what was not said just now keeps its day."""
    pain_on = before.pain.on if before and not newly.pain else today
    screened_on = today if newly.signs or before is None else before.screened
    person = checked.person(today, before, pain_on)
    person = person._replace(clearance=_as_recorded(person, before, today))
    return person._replace(unfinished=newly.unfinished, screened=screened_on)


def _as_recorded(person: Person, before: Person | None, today: date) -> Clearance | None:
    """A clearance with how far down the leg pain had gone by now; one that was on record keeps what it had, unless it
    is the leg that it knows of from now on.
    """
    clearance, old = person.clearance, before.clearance if before else None
    if clearance is None:
        return None
    if old and (old.by, old.on) == (clearance.by, clearance.on) and not _new_of_the_leg(clearance, old):
        return clearance._replace(leg=old.leg)
    words = [*(legs.leg_words(before, today) if before else ()), (today, LEGS.index(person.pain.leg))]
    return clearance._replace(leg=LEGS[max(depth for _, depth in words)])


def _new_of_the_leg(clearance: Clearance, old: Clearance) -> bool:
    return legs.FURTHER_DOWN in clearance.knows and legs.FURTHER_DOWN not in old.knows


def _answered(store: Store, before: Person | None, person: Person, newly: NewlySaid, today: date) -> Iterator[LogEntry]:
    """That what own words raised is answered now, where anything still waits."""
    if newly.unfinished or not (newly.signs or newly.health):
        return
    from backplan.planner.diary.signs import health_waiting, signs_waiting, unlisted_waiting

    with suppress(DamagedRecordError):
        entries = store.diary.recent(today)
        if newly.signs and (signs_waiting(person, entries) or unlisted_waiting(person, entries)):
            yield LogEntry(today, "signs", "no")
        waiting = {part for each in health_waiting(before or person, entries) for part in each.parts}
        if parts := waiting & newly.health:
            yield LogEntry(today, "signs", "no", asked=tuple(sorted(parts)))


def _into_diary(person: Person, newly: NewlySaid, today: date) -> list[LogEntry]:
    """What goes into the diary of answers that were said just now."""
    latest = LogEntry(today, "pain", pain=person.pain.now, note=FROM_INTERVIEW)
    pain = [latest] if newly.pain and not newly.unfinished else []
    scores = newly.scores.items()
    return [*pain, *(LogEntry(today, "function", function=key, score=n, note=FROM_INTERVIEW) for key, n in scores)]
