"""Workspace: where a command works. Today's date, the folder of a person's data, the library as it holds there."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING

from backplan.errors import StoreError
from backplan.library.own_folder import FOLDER as OWN
from backplan.library.own_folder import stands
from backplan.store.lasting import Lasting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from datetime import date
    from pathlib import Path

    from backplan.library.search import Shelves
    from backplan.model.exercise import Exercise, Library
    from backplan.model.naming import Names
    from backplan.store.store import Store


NOWHERE = (
    "there is no home folder here to keep your data in: set BACKPLAN_HOME to a folder of yours, like "
    "`export BACKPLAN_HOME=/data/backplan`"
)


class Workspace:
    """One person's data on one date; what is read of the library is read once.

    ``home`` is the folder of the person's data (None: there is no place for one), ``cache`` one for the checked library
    (None: none is kept). ``lasting`` is told when something is kept for good, ``tell`` of records that cannot be read
    and were set aside, in sentences. ``anew``: that what was here is gone, of which backups are kept, was said.
    """

    def __init__(
        self,
        today: date,
        home: Path | None,
        cache: Path | None = None,
        lasting: Lasting | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        self.today, self._home, self.cache, self.lasting = today, home, cache, lasting or Lasting()
        self.tell, self.anew = tell, False

    @property
    def home(self) -> Path:
        """The folder of the person's data. Raises StoreError where there is no place for one."""
        if self._home is None:
            raise StoreError(NOWHERE)
        return self._home

    def on(self, day: date) -> Workspace:
        """This workspace on another date, with what was read already."""
        other = Workspace(day, self._home, self.cache, self.lasting, self.tell)
        other.__dict__.update({**self.__dict__, "today": day})
        return other

    def beginning_anew(self) -> Workspace:
        """This workspace, where what is gone holds nothing up."""
        other = self.on(self.today)
        other.anew = True
        return other

    @property
    def begun(self) -> bool:
        """Whether anything was ever recorded here. Raises GoneError where it is gone, unless that was said."""
        from backplan.store.store import exists

        return exists(self.home, anew=self.anew)

    def opened(self) -> AbstractContextManager[Store]:
        """The store, made when there is none."""
        from backplan.store.records import unheard
        from backplan.store.store import opened

        return opened(self.home, self.lasting, self.today, self.tell or unheard, anew=self.anew)

    @contextmanager
    def backed_up(self) -> Iterator[None]:
        """With the backup of the day before the own exercises change; what cannot be read holds nothing up."""
        trouble = ""
        with suppress(StoreError):
            if self.begun:
                with self.opened() as store:
                    trouble = store.whole.keep_backup()
        yield
        if trouble and self.tell:
            self.tell(trouble)

    @property
    def own(self) -> Path:
        """The folder of the person's own exercises."""
        return self.home / OWN

    @property
    def has_own(self) -> bool:
        """Whether the person has, or had, exercises of their own. Raises StoreError where that cannot be seen."""
        return self._home is not None and stands(self.own)

    @cached_property
    def library(self) -> Library:
        """The library with the person's own laid over it."""
        return self._overlaid[0]

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises of the library with the person's own laid over it."""
        return self.library.exercises

    @cached_property
    def names(self) -> Names:
        """What the exercises and the kinds of exercise are called."""
        from backplan.model.naming import Names

        return Names(self.exercises)

    @cached_property
    def shelves(self) -> Shelves:
        """The exercises as they are searched."""
        from backplan.library.search import Shelves

        return Shelves(self.exercises)

    @property
    def unread(self) -> tuple[str, ...]:
        """What cannot be read of the person's own exercises, in sentences."""
        return self._overlaid[1]

    @property
    def read_mark(self) -> str:
        """The mark of the own files as they were read: should one have changed since ``own_mark`` was taken, or could
        not be read for a moment, a week made from them is laid anew at the next look.
        """
        return self._overlaid[2]

    @cached_property
    def ours(self) -> Library:
        """The library alone, without the person's own."""
        from backplan.library import load

        return load.load(self.cache)

    @cached_property
    def _overlaid(self) -> tuple[Library, tuple[str, ...], str]:
        if not self.own_mark:
            return self.ours, (), ""
        from backplan.library.own_overlay import with_own

        return with_own(self.ours, self.own, self.cache)

    @cached_property
    def own_mark(self) -> str:
        """A mark that changes when any of the own files does; nothing where there are none."""
        if not self.has_own:
            return ""
        from backplan.library.own_folder import fingerprint

        return fingerprint(self.own)
