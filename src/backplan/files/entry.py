"""What every record of a file that people write shares: strict about types, deaf to unknown keys, frozen once read."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from backplan.model.said_days import in_numbers
from backplan.model.said_numbers import YEARS

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=240)]


def _in_one_line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


# A text that somebody else wrote: however many lines it had, it is kept and printed as one.
OneLine = Annotated[Line, BeforeValidator(_in_one_line)]

JOINERS = "\u200c\u200d"  # characters that join letters in some scripts


_DASH = re.compile("[\u2010-\u2015\u2212]")


def iso_day(value: Any) -> date | None:
    """The date that a text like 2026-11-23 stands for, in a year that is understood, with whatever dashes a word
    processor made of its own; None for anything else.
    """
    text = _DASH.sub("-", value) if isinstance(value, str) else ""
    try:
        found = date.fromisoformat(text) if len(text) == len("2026-11-23") else None
    except ValueError:
        return None
    return found if found is not None and found.year in YEARS else None


def in_figures(value: Any) -> str:
    """What a date in other figures may be, to be said with that it is none: ; that may be 2026-11-02 or 2026-02-11.
    Nothing for anything else.
    """
    found = in_numbers(value, date.max) if isinstance(value, str) and re.search(r"\d{4}", value) else ()
    if any(day.year not in YEARS for day in found):
        return f", in a year from {YEARS.start} to {YEARS.stop - 1}"
    return f"; that may be {' or '.join(map(str, found))}" if found else ""


class Entry(BaseModel):
    """A record of a file, checked: nothing is guessed, nothing unknown passes, and no fault repeats what was typed."""

    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", allow_inf_nan=False, hide_input_in_errors=True, populate_by_name=True,
        defer_build=True,  # a command checks by few of them
    )  # fmt: skip
