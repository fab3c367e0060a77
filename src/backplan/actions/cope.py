"""Ways to cope: the pages a person may read today, the fitting one first, and the exercises that may be named there."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from backplan.errors import SafetyStop, StoreError, UsageError, nearest
from backplan.model.felt_words import HURTING
from backplan.model.said_numbers import number_said
from backplan.named_tuple import NamedTuple
from backplan.store.door import DamagedRecordError
from backplan.store.held import held

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backplan.actions.workspace import Workspace
    from backplan.model.coping import CopingPage
    from backplan.model.person import Person
    from backplan.planner.screen.stops import Stop
    from backplan.store.store import Store


FLARE = "flare"  # the page on strong pain
IN_USE = "another window is using your data just now, so it was not looked at"


class Reader(NamedTuple):
    """Who reads: what stops them, the topic to begin with, and the exercises that may be named to them; why that cannot
    be known, where their data cannot be read.
    """

    stop: Stop | None = None
    first: str | None = None
    fit: frozenset[str] = frozenset()
    unread: StoreError | None = None


class Coping(NamedTuple):
    """The pages this reader may read, the fitting one first; and the one that was asked for, if any was: ``withheld``
    where it must be known who reads.
    """

    reader: Reader
    pages: tuple[CopingPage, ...]
    page: CopingPage | None = None
    withheld: CopingPage | None = None


def cope(workspace: Workspace, topic: str | None) -> Coping:
    """The ways to cope that may be read today; of whose data cannot be read, those that are for everybody. Raises
    UsageError for a topic that is none, SafetyStop where nothing is to be read but what stops the person.
    """
    from backplan.library import coping_pages

    pages, reader = coping_pages.load(workspace.ours, workspace.cache), _reader(workspace)
    page = _named(topic, pages) if topic is not None else None
    stop = reader.stop
    if stop and (_emergency(stop) or (page and not _may_read(page, stop))):
        raise SafetyStop(stop.rule, stop.sentence)
    withheld = page if page and not _is_for(page, reader) else None
    listed = sorted((each for each in pages if _is_for(each, reader)), key=lambda each: each.id != reader.first)
    return Coping(reader, tuple(listed), None if withheld else page, withheld)


def _reader(workspace: Workspace) -> Reader:
    """The person on record as far as it matters here, or what is left of them; before the safety questions, somebody to
    whom no exercise is named.
    """
    try:
        if held(workspace.home, from_looking=True):  # the pages are shown at once
            return Reader(unread=StoreError(IN_USE))
        return _on_record(workspace)
    except DamagedRecordError as error:
        return Reader(_stop_left(workspace), unread=error)
    except StoreError as error:
        return Reader(unread=error)


def _stop_left(workspace: Workspace) -> Stop | None:
    """What stops whom damaged answers were of, as far as these can be read."""
    from backplan.actions.person import left_of
    from backplan.planner.screen import stops

    silent = workspace.on(workspace.today)
    silent.tell = None  # the damage is told already
    with suppress(StoreError), silent.opened() as store:
        left = left_of(store, workspace.today)
        return stops.stop(left, workspace.today) if left else None
    return None


def _on_record(workspace: Workspace) -> Reader:
    from backplan.planner.screen import stops

    if not workspace.begun:
        return Reader()
    with workspace.opened() as store:
        person = store.people.person()
        if person is None:
            return Reader()
        stop = stops.stop(person, workspace.today)
        if stop or person.unfinished:
            return Reader(stop)
        return _of_person(workspace, store, person)


def _of_person(workspace: Workspace, store: Store, person: Person) -> Reader:
    from backplan.actions import on_record
    from backplan.actions.selection import selection
    from backplan.planner.screen.pain import mode
    from backplan.planner.telling.coping_line import first_topic

    record = on_record.read(store, person, workspace.today)
    found = selection(workspace, store, record)
    fit = frozenset(exercise.id for exercise in found.allowed if found.beside(exercise) is None)
    return Reader(None, first_topic(mode(person, record.pain, record.today), record.pain), fit)


def _emergency(stop: Stop) -> bool:
    """Whether nothing but the stop is to be said."""
    from backplan.rules.screening import emergency_flags

    return stop.rule == emergency_flags.RULE.id


def _is_for(page: CopingPage, reader: Reader) -> bool:
    return _may_read(page, reader.stop) and (page.still or reader.unread is None)


def _may_read(page: CopingPage, stop: Stop | None) -> bool:
    """Whether a page may be read under a stop: all of them where it is about papers or pain control; under any other (a
    sign, an operation, a health change) those that ask for no movement and put nothing on the body; our own judgement.
    """
    from backplan.rules.screening import clearance_expired, clearance_future, clearance_required, pain_controlled

    words_stay = (clearance_required, clearance_future, clearance_expired, pain_controlled)
    return stop is None or page.still or stop.rule in {each.RULE.id for each in words_stay}


def _named(word: str, pages: Sequence[CopingPage]) -> CopingPage:
    """The page of a topic, of its title or of another word for it, or of the one that some words name among others.
    Raises UsageError with near names.
    """
    key = "-".join(word.lower().split())
    by_word = {name: page for page in pages for name in (*page.also, page.title.lower().replace(" ", "-"), page.id)}
    if key not in by_word:
        meant = {page.id: page for name, page in by_word.items() if set(name.split("-")) <= set(key.split("-"))}
        if len(meant) == 1:
            return next(iter(meant.values()))
        if FLARE in by_word and _of_strong_pain(word):
            return by_word[FLARE]
        topics = ", ".join(page.id for page in pages)
        near = nearest(key, [page.id for page in pages]) or nearest(key, by_word)
        raise UsageError(f"there is no page on {word}{near}; choose from {topics}")
    return by_word[key]


_PAIN = rf"(?i)\b(?:{HURTING}|pains?|(?:bad|worse|awful|terrible|rough) (?:day|night)|back)\b"
_STRONG = (
    r"(?i)\b(?:bad|badly|worse|awful|terrible|severe|unbearable|dreadful|horrible|intense|agony|"
    r"a lot|so much|like hell)\b"
)


def _of_strong_pain(text: str) -> bool:
    """Whether words that name no page tell of strong pain, and of no sign: pain is bad, 8; it hurts a lot; 9/10."""
    from backplan.planner.diary.health_words import may_alarm
    from backplan.rules.pain.severe import SEVERE

    plain = re.sub(r"\s*(?:/|out of)\s*(?:10|ten)\b", "", text.strip(" .!"))
    *before, last = re.findall(r"[\w.]+", plain.lower()) or [""]
    if may_alarm(text) or re.search(r"(?i)\b(?:not|no|never|less|without)\b|n['’]?t\b", text):
        return False
    of_pain, number = re.search(_PAIN, plain) is not None, number_said(last)
    if number is not None:
        return number in range(SEVERE, 11) and (of_pain or not before)
    return of_pain and re.search(_STRONG, plain) is not None
