"""Regular expressions that are compiled when they are first used: many commands load those that read people's words,
and read none.
"""

import re
from typing import Any, cast


def on_first_use(text: str, flags: int = 0) -> "re.Pattern[str]":
    """A regular expression, compiled when it is first used by one of its methods."""
    return cast("re.Pattern[str]", _Pattern(text, flags))


class _Pattern:
    """A regular expression that is not compiled yet; its methods are those of the one that is."""

    def __init__(self, text: str, flags: int) -> None:
        self._written = text, flags

    def __getattr__(self, name: str) -> Any:
        """What was never asked for before, and from then on stands here."""
        found = self.__dict__[name] = getattr(re.compile(*self._written), name)
        return found
