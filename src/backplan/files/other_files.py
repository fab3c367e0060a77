"""A file that was handed to the wrong command, or is no file of ours: what it is, and where it is taken in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

EXERCISES, PRESCRIPTION, ANSWERS, DATA = (
    "exercises",
    "a prescription",
    "answers",
    "backplan data",
)
_TAKEN_BY = {
    EXERCISES: "`backplan library add FILE` takes it in",
    PRESCRIPTION: "`backplan prescribe import FILE` takes it in",
    ANSWERS: "`backplan init --answers FILE` takes it in",
    DATA: "`backplan import data FILE` takes it in",
}
_CELLS = r"[^,;\t\n]*([,;\t])(?! )[^,;\t\n]*(?:\1(?! )[^,;\t\n]*)+"  # a line of three cells or more, and no sentence


def instead_of(asked: str, found: Any) -> str:
    """What a document is that is not the sort of file that was asked for, ending in a semicolon to go on from; nothing
    where that is not known.
    """
    if found is None:
        return "the file is empty; "
    if isinstance(found, str) and re.match(_CELLS, found):
        return "this is a table (CSV), not YAML; "
    if isinstance(found, str) and found.lstrip().startswith("|"):
        return "this is a table (Markdown), not YAML; "
    if isinstance(found, str) and asked == PRESCRIPTION:
        return "this is plain text, not YAML; `backplan prescribe import --example` prints a file to write it in; "
    sort = _sort(found)
    return f"this is a file of {sort}, and {_TAKEN_BY[sort]}; " if sort and sort != asked else ""


_SIGN = r"^\s*(?:\d{1,2}[.)]|[-*•·–—])?\s*"  # of a list that is written by hand
_A_NAME = r"(?i)^(?!\w+:\S).*[a-z]{3}"
_OF_A_LETTER = r"(?i)(?:dear|hello|hi|good (?:morning|afternoon)|to whom|best wishes|(?:kind|best) regards|yours)\b"
_SHOWN, _LONGEST = 3, 60


def as_items(texts: Sequence[str]) -> str:
    """The first lines of plain text as items of a prescription, as they would be written there; nothing where these are
    no short lines, or a letter.
    """
    lines = [re.sub(_SIGN, "", text[: 2 * _LONGEST]).strip(" \t.,;") for text in texts[:_SHOWN]]
    if any(re.match(_OF_A_LETTER, line) for line in lines):
        return ""
    if not lines or not all(re.search(_A_NAME, line) and len(line) <= _LONGEST for line in lines):
        return ""
    plain = ("".join(char if char.isprintable() and char not in '"\\' else " " for char in line) for line in lines)
    return "add: [" + ", ".join(f'"{line}"' for line in plain) + "]"


def _sort(found: Any) -> str:
    if isinstance(found, list):
        entries = found and all(isinstance(each, dict) and {"id", "block"} <= each.keys() for each in found[:3])
        return EXERCISES if entries else ""
    if not isinstance(found, dict):
        return ""
    if "prescription" in found or found.get("resourceType") == "Bundle":
        return PRESCRIPTION
    if found.get("kind") == DATA:
        return DATA
    if isinstance(found.get("exercises"), list):
        return EXERCISES
    return ANSWERS if {"red_flags", "time"} <= found.keys() else ""
