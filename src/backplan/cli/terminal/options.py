"""What was given with an option, checked; each raises UsageError with what would do."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from backplan.cli.terminal import spoken
from backplan.cli.terminal.together import said_once
from backplan.errors import UsageError, nearest
from backplan.model.said_numbers import number
from backplan.model.vocabulary import AEROBIC_KINDS, LEGS, MOST_MINUTES, Done
from backplan.render.safe import line

if TYPE_CHECKING:
    from backplan.model.vocabulary import Leg

LONGEST_NOTE = 500  # characters
MOST_READ = 8 * LONGEST_NOTE  # of what is longer than may be kept, and may tell of a sign all the same
_OVERLAP = 100


def done(text: str | None) -> Done | None:
    """The word of --done."""
    if text is not None and text not in get_args(Done):
        raise UsageError(f"--done {text}: choose all, part or no")
    return cast("Done | None", text)


def leg(text: str | None) -> Leg | None:
    """The word of --leg."""
    if text is not None and text not in LEGS:
        raise UsageError(f"--leg {text}: choose from {', '.join(LEGS)}{nearest(text, LEGS)}")
    return text


def short(text: str | None, what: str = "that note") -> str | None:
    """A note fit to be kept, or ``what`` else it is: one line, nothing that drives a terminal, not endless."""
    if text is None:
        return None
    clean = line(text)
    if len(clean) > LONGEST_NOTE:
        raise UsageError(f"{what} has {len(clean)} characters; {LONGEST_NOTE} is the most")
    return clean or None


def pieces(text: str) -> list[str]:
    """A text in pieces that are no longer than a note, which overlap: however long it is, no more of it is read."""
    if len(text) <= LONGEST_NOTE:
        return [text]
    return [text[at : at + LONGEST_NOTE] for at in range(0, min(len(text), MOST_READ), LONGEST_NOTE - _OVERLAP)]


def words(text: str) -> list[str]:
    """Several answers parted by commas; none for an empty text, and where none is said."""
    if not text.strip() or spoken.says_none(text):
        return []
    return [part.strip() for part in text.split(",") if part.strip()]


def listed(text: str, flag: str) -> list[str]:
    """The answers of a flag, of which none must be said: an empty value may be a slip. Raises UsageError."""
    found = words(text)
    if not found and not (spoken.says_none(text, clearly=True) or text.strip().lower() == "nothing"):
        raise UsageError(f"{flag} names nothing: write 'none' for none")
    if "none" in map(str.lower, found) and len(found) > 1:
        raise UsageError(f"{flag}: none stands alone: leave it out, or all the others")
    return found


_KINDS = {"walking": "walk", "cycling": "cycle", "bike": "cycle", "swimming": "swim"}


def tolerance(text: str) -> dict[str, int]:
    """Comfortable minutes by kind, as in `walk=5, cycle=15`, or `walk 5, cycle 15`."""
    found: list[tuple[str, int]] = []
    for part in words(text):
        named, _, minutes = part.replace("=", " ").partition(" ")
        kind = _KINDS.get(named, named)
        many = number(minutes.strip())
        if kind not in AEROBIC_KINDS or many is None or not 1 <= many <= MOST_MINUTES:
            raise UsageError(
                f"--tolerance {part}: write minutes from 1 to {MOST_MINUTES} for {', '.join(AEROBIC_KINDS)}, "
                "like 'walk=5,cycle=15'"
            )
        found.append((kind, many))
    return said_once(found, "--tolerance")
