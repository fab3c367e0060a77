"""Everyday words for what an exercise is like, by which it is found, and what a search asks to be spared."""

from __future__ import annotations

import re
from collections.abc import Mapping

from backplan.model.exercise import Exercise
from backplan.named_tuple import NamedTuple

# What parts of the body, and blocks, are called by those who have them.
_CALLED: Mapping[str, tuple[str, ...]] = {
    "glute": ("bum", "bottom", "buttock", "backside", "behind"),
    "abdominals": ("tummy", "stomach", "belly", "ab"),
    "thigh-back": ("hamstring",),
    "thigh-front": ("quad",),
    "mobility": ("stiff", "stiffness", "loosen"),
}
_LEVELS: Mapping[str, tuple[str, ...]] = {
    "basic": ("easy", "easier", "easiest", "gentle", "simple", "beginner"),
    "advanced": ("hard", "harder", "hardest", "challenging"),
}
# The time before somebody is out of bed, for which what can be done in bed is meant.
WAKING = (
    r"\b(?:in bed )?(?:before|when|as|on|after|while) (?:i |you )?"
    r"(?:get(?:ting)?(?: up| out of bed)|wak(?:e|ing)(?: up)?)\b"
    r"|\b(?:before|at|for) bed ?time\b"
)
_POSTURES: Mapping[str, tuple[str, ...]] = {
    "standing": ("standing",),
    "seated": ("sitting", "seated"),
    "supine": ("lying",),
    "prone": ("lying",),
    "side": ("lying",),
    "quadruped": ("kneeling",),
    "kneeling": ("kneeling",),
    "half-kneel": ("kneeling",),
}
_MOVES: Mapping[str, str] = {"flexion": "bending", "extension": "arching", "rotation": "twisting"}
_SPARED = r"\b(?:no|not|without|avoid(?:ing)?)\s+(?:any\s+|the\s+|a\s+)?([^\W\d_]+)(?:\s+(?:over|down|up|back))?"


def called(exercise: Exercise) -> tuple[str, ...]:
    """Words that people have for the parts an exercise works and the sort it is, and for when and where it is done."""
    words = [word for mark in (exercise.block, *exercise.areas) for word in _CALLED.get(mark, ())]
    words += _LEVELS.get(exercise.level, ())
    uses = [use.replace("-", "") for use in exercise.use]
    return (*words, *uses, *(("bed",) if exercise.bed else ()))


def asks_for(exercise: Exercise) -> tuple[str, ...]:
    """Words for what may be asked to be spared of an exercise, beside the words it is written in."""
    moves = (_MOVES[kind] for kind in _MOVES if any(move.startswith(kind) for move in exercise.movements))
    floor = ("floor",) if exercise.floor else ()
    gear = ("equipment", "gear", "kit") if exercise.equipment else ()
    return (*_POSTURES.get(exercise.position, ()), *moves, *floor, *gear)


class Sort(NamedTuple):
    """The sort that an exercise is to be of, or is not to be of: standing; not on the floor."""

    word: str
    wanted: bool = True

    def holds(self, exercise: Exercise) -> bool:
        """Whether an exercise is so."""
        return (self.word in asks_for(exercise)) is self.wanted


_SORTS: Mapping[str, str] = {
    "standing": "standing", "stood": "standing", "upright": "standing", "sitting": "sitting", "seated": "sitting",
    "sat": "sitting", "chair": "sitting", "lying": "lying", "floor": "floor", "mat": "floor", "ground": "floor",
    "kneeling": "kneeling", "knees": "kneeling", "bending": "bending", "arching": "arching", "twisting": "twisting",
    "equipment": "equipment", "kit": "equipment",
}  # fmt: skip
_OF_A_SORT = (
    r"(?P<not>(?:(?:not|no|without|off|away from|isn['’]?t|aren['’]?t|with no)\b ?)+)?"
    r"(?:(?:on|in|from|with|the|a|my|any|i do|i can do|done|all)\b ?)*"
    rf"(?P<sort>{'|'.join(_SORTS)})\b(?: (?:up|down|exercises?|ones?|work|stuff|things?|moves?|instead|please))*"
)


def sort_of(text: str) -> Sort | None:
    """The sort that words name, and nothing else: standing; not on the floor; None for any other words."""
    found = re.fullmatch(_OF_A_SORT, text.lower().strip(" .!"))
    return Sort(_SORTS[found["sort"]], not found["not"]) if found else None


def spared(text: str) -> tuple[str, tuple[str, ...]]:
    """What a search looks for without the words that it asks to be spared ("no kneeling"), and these."""
    found = tuple(re.findall(_SPARED, text.lower()))
    return re.sub(_SPARED, " ", text.lower()) if found else text, found


def root(word: str) -> str:
    """A word as the forms of it begin: kneel of kneeling, twist of twists."""
    return re.sub(r"(?<=\w{4})(?:ing|s)$", "", word)
