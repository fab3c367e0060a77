"""What the commands take from around them: today's date, the data folder, and whether a person sits at the terminal."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from contextvars import ContextVar
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from backplan.cli.terminal import output, set_aside
from backplan.errors import UsageError
from backplan.store.lasting import Lasting

if TYPE_CHECKING:
    from backplan.actions.workspace import Workspace

YEARS = range(1970, 2900)
_run: ContextVar[Lasting] = ContextVar("run")
_document: ContextVar[bool] = ContextVar("document", default=False)


def run_begun() -> Lasting:
    """A new run of a command: what its workspaces keep for good is told here."""
    lasting = Lasting()
    _run.set(lasting)
    set_aside.run_begun()
    output.run_begun()
    return lasting


def wants_document(*, wanted: bool) -> None:
    """Remember whether a run is to give one JSON document, and so asks nothing."""
    _document.set(wanted)


def anything_lasts() -> bool:
    """Whether this run kept anything for good so far."""
    lasting = _run.get(None)
    return lasting is None or lasting.any


def today() -> date:
    """Today's local date, or the one BACKPLAN_TODAY names."""
    given = os.environ.get("BACKPLAN_TODAY")
    if not given:
        return date.today()
    try:
        found = date.fromisoformat(given)
    except ValueError:
        raise UsageError(f"BACKPLAN_TODAY is {given!r}; it must be a date like 2026-11-23") from None
    if found.year not in YEARS:
        raise UsageError(f"BACKPLAN_TODAY is {given}; years from {YEARS.start} to {YEARS.stop - 1} are understood")
    return found


def home() -> Path | None:
    """The one folder of a person's data: BACKPLAN_HOME, else the platform's own data folder; None where the person has
    no home at all.
    """
    if (given := _given_home()) is not None:
        return given
    from platformdirs import user_data_path

    with suppress(RuntimeError):
        return user_data_path("backplan", appauthor=False)
    return None


def _given_home() -> Path | None:
    given = os.environ.get("BACKPLAN_HOME")
    try:
        return Path(given).expanduser() if given else None
    except RuntimeError:
        raise UsageError(f"BACKPLAN_HOME is {given}, and there is no such user here") from None


def cache() -> Path | None:
    """Where the checked library and the last few screens are kept for speed; it may be deleted at any time. None where
    the person has no home at all.
    """
    if (given := _given_home()) is not None:
        return given / "cache"
    from platformdirs import user_cache_path

    with suppress(RuntimeError):
        return user_cache_path("backplan", appauthor=False)
    return None


def workspace() -> Workspace:
    """Where this command works, tidied of what a killed run left half-written."""
    from backplan.actions.workspace import Workspace
    from backplan.files.whole import tidy
    from backplan.library.own_folder import DUE, FOLDER

    data, kept = home(), cache()
    for folder in (kept, data and data / FOLDER):
        if folder is not None:
            tidy(folder)
    place = Workspace(today(), data, kept, _run.get(None), set_aside.tell)
    if data is not None and os.path.exists(data / DUE):  # noqa: PTH110 - it never raises
        from backplan.actions import own_due

        own_due.finish(place)
    return place


def at_terminal() -> bool:
    """Whether somebody can see a prompt, and answer it."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def can_ask() -> bool:
    """Whether a question may come between: somebody is at the terminal, and waits for no document."""
    return at_terminal() and not _document.get()
