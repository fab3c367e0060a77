"""What cannot wait is said at once, where another window holds the data and nothing can be recorded yet, and all the
same, where nothing can be recorded at all.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from backplan.cli.terminal import output
from backplan.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from backplan.actions.workspace import Workspace
    from backplan.model.diary import LogEntry

IN_USE = "Another window is using your data just now, so this is not recorded yet; it is tried for some seconds."


def say_if_held(place: Workspace, sentence: Callable[[], str], *, from_looking: bool = False) -> None:
    """Say a sentence before the data is waited for, if it must be to write (or even to look), and if there is anything
    to say.
    """
    from backplan.store.held import held

    try:
        must_wait = held(place.home, from_looking=from_looking)
    except StoreError:  # there is no place for any data
        return
    if must_wait and (first_of_all := sentence()):
        output.complain(first_of_all)
        output.complain(IN_USE)


@contextmanager
def all_the_same(place: Workspace, alarming: LogEntry, texts: Sequence[str]) -> Iterator[None]:
    """Where nothing can be recorded, a sign or a word on the leg that is told stops all the same, and own words that
    may tell of one are answered with when to get help.
    """
    from backplan.actions.log import stop_told
    from backplan.actions.person import stopping_all_the_same

    if alarming.signs or alarming.leg or any(texts):
        say_if_held(place, lambda: _what_cannot_wait(place, alarming, texts))
    try:
        with stopping_all_the_same(place, lambda: stop_told(place, [alarming])):
            yield
    except StoreError:
        if words := _of_words(alarming, texts):
            output.complain(words)
        raise


def _what_cannot_wait(place: Workspace, alarming: LogEntry, texts: Sequence[str]) -> str:
    """What stops, or when to get help, where words may tell of a sign, or nobody can look up how far down the leg pain
    went; nothing where none of it is so.
    """
    from backplan.actions.log import stop_told

    stop = stop_told(place, [alarming])
    return stop.sentence if stop else _of_words(alarming, texts)


def _of_words(alarming: LogEntry, texts: Sequence[str]) -> str:
    from backplan.planner.diary.despair_words import word_of_help
    from backplan.planner.diary.health_words import may_alarm
    from backplan.render import emergency

    if words := word_of_help(texts):
        return words
    return emergency.LINE if any(map(may_alarm, texts)) or alarming.leg not in (None, "none") else ""
