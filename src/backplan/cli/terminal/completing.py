"""What the shell may complete. Light: data files, ours and the person's own, are scanned for their ids; nothing is
parsed or checked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_ID = re.compile(r"^- id: (\S+)", re.MULTILINE)
_MODALITY = re.compile(r"^  modality: (\S+)", re.MULTILINE)
_OWN_ID = re.compile(r"""(?:^|[\s{,"'])id["']?\s*:\s*["']?([a-z0-9]+(?:-[a-z0-9]+)*)(?=["',}\s]|$)""", re.MULTILINE)
_NONE = ("none",)
MOST = 1 << 20  # characters of an own file; a longer one was never let in


def exercises(incomplete: str) -> list[str]:
    """Exercise ids."""
    return _beginning(incomplete, _exercises())


def activities(incomplete: str) -> list[str]:
    """What `log` takes: kinds of exercise and exercise ids."""
    return _beginning(incomplete, [*_modalities(), *_exercises()])


def wishes(incomplete: str) -> list[str]:
    """Kinds of exercise and exercise ids, several with commas; or `none`."""
    return _several(incomplete, [*_modalities(), *_exercises(), *_NONE])


def topics(incomplete: str) -> list[str]:
    """The pages of `cope`."""
    return _beginning(incomplete, _ID.findall(_read("coping.yaml")))


def red_flags(incomplete: str) -> list[str]:
    """Red-flag ids, with commas."""
    from backplan.rules.red_flags import RED_FLAGS

    return _several(incomplete, [*(flag.id for flag in RED_FLAGS), *_NONE])


def heart(incomplete: str) -> list[str]:
    """Ids of signs and diseases of heart and lungs, with commas."""
    from backplan.rules.heart import HEART

    return _several(incomplete, [*(rule.id for rule in HEART), *_NONE])


def clearance_ids(incomplete: str) -> list[str]:
    """Whatever a clearance may know of: red flags, heart and lungs, the conditions that a plan waits for, and changes
    of health.
    """
    from backplan.model.vocabulary import MULTIPLE, MUST_BE_KNOWN
    from backplan.rules.screening.clearance_ended import WHAT

    return _several(incomplete, [*_signs(), *MUST_BE_KNOWN, MULTIPLE, *WHAT, *_NONE])


def pressed(incomplete: str) -> list[str]:
    """What may be taken back as a mistake: red flags, signs of heart and lungs, and the leg."""
    return _several(incomplete, [*_signs(), "leg"])


def conditions(incomplete: str) -> list[str]:
    """Condition ids, with commas."""
    from backplan.model.vocabulary import Condition

    return _several(incomplete, [*get_args(Condition), *_NONE])


def equipment(incomplete: str) -> list[str]:
    """Equipment ids a person may name, with commas."""
    from backplan.model.vocabulary import EQUIPMENT_MEANS

    return _several(incomplete, [*EQUIPMENT_MEANS, *_NONE])


def days(incomplete: str) -> list[str]:
    """Days of the week, with commas."""
    from backplan.model.vocabulary import WEEKDAYS

    return _several(incomplete, WEEKDAYS)


def tags(incomplete: str) -> list[str]:
    """Whatever may bar an exercise: conditions and what follows from other answers."""
    from backplan.model.vocabulary import Condition, DerivedCondition

    return _beginning(incomplete, [*get_args(Condition), *(t for t in get_args(DerivedCondition) if t != "healing")])


def blocks(incomplete: str) -> list[str]:
    """The blocks of the library."""
    from backplan.model.vocabulary import Block

    return _words(incomplete, Block)


def modalities(incomplete: str) -> list[str]:
    """The kinds of exercise."""
    return _beginning(incomplete, _modalities())


def areas(incomplete: str) -> list[str]:
    """The areas of the body."""
    from backplan.model.vocabulary import Area

    return _words(incomplete, Area)


def places(incomplete: str) -> list[str]:
    """The places."""
    from backplan.model.vocabulary import PLACES

    return _beginning(incomplete, PLACES)


def used_things(incomplete: str) -> list[str]:
    """Every piece of equipment an exercise may need."""
    from backplan.model.vocabulary import Equipment

    return _words(incomplete, Equipment)


def levels(incomplete: str) -> list[str]:
    """The levels."""
    from backplan.model.vocabulary import LEVELS

    return _beginning(incomplete, LEVELS)


def hidden_exercises(incomplete: str) -> list[str]:
    """Exercises that the person has hidden."""
    return _beginning(incomplete, (key for path in _own_files(hidden=True) for key in _scanned(path)))


def own_files_named(incomplete: str) -> list[str]:
    """The person's own files."""
    return _beginning(incomplete, (path.stem for path in (*_own_files(), *_own_files(hidden=True))))


def _signs() -> list[str]:
    """Red flags, then signs and diseases of heart and lungs."""
    from backplan.rules.heart import HEART
    from backplan.rules.red_flags import RED_FLAGS

    return [*(flag.id for flag in RED_FLAGS), *(rule.id for rule in HEART)]


def _exercises() -> list[str]:
    return [*_ID.findall(_read("exercises.yaml")), *(key for path in _own_files() for key in _scanned(path))]


def _own_files(*, hidden: bool = False) -> list[Path]:
    """The person's own files; without, or only, that of what is hidden. Whatever goes wrong, there are none."""
    from backplan.cli.terminal.environment import home
    from backplan.library.own_folder import FOLDER, HIDDEN, files

    try:
        own = files(place / FOLDER) if (place := home()) else []
        return [path for path in own if (path.stem == HIDDEN) == hidden and path.is_file()]
    except Exception:  # nothing may be said while a shell completes
        return []


def _scanned(path: Path) -> list[str]:
    """What looks like an id in a file that the person wrote: `id: towel-pull`, quoted or not, YAML or JSON."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return _OWN_ID.findall(file.read(MOST))
    except OSError:
        return []


def _modalities() -> list[str]:
    return sorted(set(_MODALITY.findall(_read("exercises.yaml"))))


def _read(name: str) -> str:
    from backplan.library.data import data_file

    try:
        return data_file(name).read_text(encoding="utf-8")
    except OSError:
        return ""


def _words(incomplete: str, literal: Any) -> list[str]:
    return _beginning(incomplete, get_args(literal))


def _beginning(incomplete: str, words: Iterable[str]) -> list[str]:
    return [word for word in dict.fromkeys(words) if word.startswith(incomplete)]


def _several(incomplete: str, words: Iterable[str]) -> list[str]:
    """Go on after the last comma, with what is not named yet."""
    before, comma, last = incomplete.rpartition(",")
    named = {*before.split(","), *(_NONE if comma else ())}
    return [before + comma + word for word in _beginning(last, words) if word not in named]
