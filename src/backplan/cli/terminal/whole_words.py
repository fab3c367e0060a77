"""Where a long answer breaks as it is typed: between words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def pushed(text: str, taken: int, width: int, columns: Callable[[str], int]) -> dict[int, int]:
    """How many spaces stand before which letters of a text, so that no word is cut at the edge of a row but one that
    is wider than a row; ``taken`` columns of the first row are taken.
    """
    found, at = dict[int, int](), taken
    for word in re.finditer(r"\s+|\S+", text):
        wide = columns(word[0])
        if at + wide > width >= wide and at and not word[0].isspace():
            found[word.start()] = width - at
            at = 0
        at = (at + wide - 1) % width + 1 if width else 0  # a full row is left only by the next letter
    return found
