"""An exercise of one's own in brief: a name and how it is done, the rest as careful as nothing said of it can be.

It is given only where it is prescribed. What it does to the back counts as everything until that is said, and it calls
for care with whatever somebody has: all of it our own inference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from backplan.files.dose import PLAIN, dose_in_words
from backplan.files.yaml import meant_by
from backplan.model.name_words import words_of
from backplan.model.vocabulary import Movement, Position, Tag
from backplan.model.wording import capital

KEYS = frozenset((
    "id", "name", "also", "steps", "dose", "position", "place", "back", "equipment", "cues", "stop", "impact",
))  # fmt: skip
LONGEST_SLIP = 30  # letters of a key
_NAMES = frozenset(("id", "name", "also"))
BACK: Mapping[str, tuple[Movement, ...]] = {
    "still": ("neutral",),
    "bends": ("flexion-loaded",),
    "arches": ("extension-loaded",),
    "twists": ("rotation-loaded",),
    "sideways": ("lateral",),
}
ANY_WAY: tuple[Movement, ...] = ("flexion-loaded", "extension-loaded", "rotation-loaded", "lateral")
CARE: tuple[Tag, ...] = (
    "post-surgery", "pregnancy-t2t3", "post-natal", "heart", "osteoporosis", "vertebral-fracture-new",
    "vertebral-fracture-healed", "si-joint", "sciatica", "spondylolisthesis", "flexion-intolerant",
    "extension-intolerant", "hip-issue", "knee-issue", "shoulder-issue", "wrist-issue", "neck-issue", "hip-replacement",
    "knee-replacement", "balance-poor", "dizziness", "bp-uncontrolled", "stress-incontinence", "prolapse",
    "wheelchair-user", "little-standing", "axial-spondyloarthritis", "scoliosis", "hypermobility",
)  # fmt: skip
_POSITIONS: tuple[tuple[str, Position], ...] = (
    (r"on (?:your|the) back|face up|supine", "supine"),
    (r"on (?:your|the) (?:tummy|front|stomach|belly)|face down|prone", "prone"),
    (r"on (?:your|the|one) (?:left |right )?side\b", "side"),
    (r"all fours|hands and knees", "quadruped"),
    (r"kneel", "kneeling"),
    (r"\bsit|\bseated|\bchair", "seated"),
    (r"\bl(?:ie|ying)\b", "supine"),
)
_WET = re.compile(  # what puts somebody into it: a name with "water" or "pool" may only lie beside it
    r"\b(?:aqua|hydro)|\b(?:waist|chest|shoulder|hip|neck)[ -](?:deep|high)|\bdeep[ -](?:water|end)"
    r"|\bin (?:a|the) (?:\w+ )?pool\b|\b(?:in|under)[ -](?:\w+[ -]){0,2}water\b"
)
LIKE: Mapping[str, str] = {"name": "Hip hitch", "steps": "[Stand on a step., Lift one hip., Lower it slowly.]"}
LEAST_DOSE = {"sets": 1, "reps": 10, "hold": 0}
CUE, STOP = "Do it as you were shown.", "Stop if it brings your pain on, or sends it further down a leg."


def is_brief(entry: Any) -> bool:
    """Whether an entry says no more than what it is called and how it is done, or little more."""
    return isinstance(entry, Mapping) and {"name", "steps"} <= entry.keys() <= KEYS


def as_written(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts of an entry without the cue that is ours, and says nothing of it."""
    return tuple(text for text in texts if text != CUE)


def slips(entry: Any) -> Iterator[tuple[str, str]]:
    """What is wrong with an entry that is meant to be brief, each with its key: a key is written otherwise, or missing.

    It is meant so where every key is one of a brief entry, or plainly meant for one, unless it has an id and says no
    more than a name; nothing for any other entry.
    """
    if not isinstance(entry, Mapping) or is_brief(entry) or not entry or (entry.keys() <= _NAMES and "id" in entry):
        return
    odd = sorted(map(str, entry.keys() - KEYS))
    if not all(map(_meant, odd)):
        return
    yield from ((key, f"{key} is not a word this file knows{_meant(key)}") for key in odd)
    for key in ("name", "steps"):
        if key not in entry and not any(key in _meant(other) for other in odd):
            yield "", f"{key} is missing; it looks like `{key}: {LIKE[key]}`"


@lru_cache(maxsize=512)
def _meant(key: str) -> str:
    """What a key that no brief entry has may be meant for; nothing where that cannot be told."""
    return meant_by(key, KEYS) if len(key) <= LONGEST_SLIP else ""


def in_full(entry: Any) -> Any:
    """A brief entry as a whole one; any other as it is."""
    if not is_brief(entry):
        return entry
    written = {key: value for key, value in entry.items() if key != "back"}
    steps = entry["steps"]
    steps = tuple(parted(steps)) if isinstance(steps, str) else steps
    moves = _movements(entry["back"]) if "back" in entry else ANY_WAY
    text = f"{entry['name']} {steps}"
    return {
        "id": "-".join(words_of(str(entry["name"]))), "block": "strength", "modality": "function", "slot": "mobility",
        "level": "basic", "status": "prescribed", "rank": 999, "place": _places(text), "areas": ("whole-body",),
        "position": _position(text), "movements": moves,
        "use": ("main",), "precautions": CARE, "cues": (CUE,), "stop": STOP, **written, "steps": steps,
        "dose": _dose(entry.get("dose", LEAST_DOSE)),
    }  # fmt: skip


def parted(text: str) -> list[str]:
    """Steps that stand in a line, each as a sentence."""
    found = (step.strip() for step in re.split(r"\s*;\s*|(?<=[.!])\s+", text))
    return [f"{capital(step).rstrip('.!')}." for step in found if step]


def wrong_back(entry: Any) -> bool:
    """Whether a brief entry says of the back what cannot be read."""
    return is_brief(entry) and "back" in entry and not _movements(entry["back"])


def _movements(back: Any) -> tuple[Movement, ...]:
    """What it does to the back, in the more careful reading: under load; nothing where that cannot be read."""
    words = re.split(r"[,;\s]+(?:and\s+)?", back.strip().lower()) if isinstance(back, str) else back
    if not isinstance(words, list | tuple) or not all(isinstance(word, str) and word in BACK for word in words):
        return ()
    return tuple(dict.fromkeys(movement for word in words for movement in BACK[word]))


def _position(text: str) -> Position:
    """How the body is held, the lowest that the words tell of; standing where none does."""
    return next((position for words, position in _POSITIONS if re.search(words, text.lower())), "standing")


def _places(text: str) -> tuple[str, ...]:
    """Where it may be done: at home, and in a pool as well where its words put somebody into one."""
    return ("home", "pool") if _WET.search(text.lower()) else ("home",)


def _dose(value: Any) -> Any:
    """A counted dose with all of its parts, a set where no sets are said; any other as it is."""
    parts = dose_in_words(value) if isinstance(value, str) else value
    if not isinstance(parts, Mapping) or not parts or "minutes" in parts or not parts.keys() <= PLAIN:
        return value
    return {**LEAST_DOSE, **parts}
