"""A sign that was pressed by mistake: said twice, then taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.cli import leg_signs
from backplan.cli.recorded import tell
from backplan.cli.terminal import asking, environment, options, output
from backplan.cli.terminal.together import read_each
from backplan.errors import UsageError

if TYPE_CHECKING:
    from backplan.actions.workspace import Workspace

PRESSED = "Was this never so, and only pressed by mistake? Type mistake if it was; Enter leaves it as it is"


def take_back(place: Workspace, said: str, *, never_so: bool) -> None:
    """Take back the signs that were named, once it was said twice that none was ever so. Raises UsageError, and the
    stop that holds all the same.
    """
    from backplan.actions import mistake
    from backplan.render import init as words

    signs = list(dict.fromkeys(options.words(said)))
    if not signs:
        raise UsageError("--by-mistake: name the sign, like `backplan init --by-mistake one-leg-numbness`")
    slips = read_each(lambda sign: mistake.slip(place, sign), signs)
    if not never_so:
        if not environment.at_terminal():
            named = "; ".join(f"“{leg_signs.asked(sign)}”" for sign in signs)
            raise UsageError(
                f"--by-mistake takes back {named}. If none of it was ever so, add --never-so. If any of it may be so, "
                "leave it as it is"
            )
        if not all(map(_said_twice, signs)):
            output.say(words.STANDS)
            return
    found = mistake.take_back(place, slips)
    tell(lambda: output.lines(words.taken_back(found)), found.stop)


def _said_twice(sign: str) -> bool:
    """Whether somebody says of a sign that it was pressed by mistake, and that it is not so."""
    output.say(f"\nYou reported: {leg_signs.asked(sign)}.")
    if not asking.until_right(PRESSED, "", _mistake):
        return False
    return not asking.until_right("Is it so now, or was it in these days? (y/n)", None, asking.yes)


def _mistake(text: str) -> bool:
    if text.lower() not in ("", "mistake"):
        raise UsageError("Please type the word mistake, or press Enter to leave it as it is.")
    return bool(text)
