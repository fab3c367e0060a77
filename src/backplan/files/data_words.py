"""What a file of all data may say beyond the shapes of its parts: days that are gone, and signs that somebody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.rules.heart import HEART
from backplan.rules.red_flags import RED_FLAGS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from backplan.store.door import Faults

Path = tuple[str | int, ...]

_FLAGS = frozenset(rule.id for rule in RED_FLAGS)
_HEART = frozenset(rule.id for rule in HEART)
_HEART_SIGNS = frozenset(rule.id for rule in HEART if rule.kind == "sign")
_EACH = "each"  # any key or index there
_DONE: Mapping[str, tuple[Path, ...]] = {
    "person": (
        ("on_date",), ("document", "flags", _EACH, 1), ("document", "heart", _EACH, 1), ("document", "clearance", 1),
        ("document", "pain", 3), ("document", "pain", 5), ("document", "surgery", 1), ("document", "birth", 0),
        ("document", "changed", 0), ("document", "pregnancy", 1), ("document", "screened"),
    ),
    "entry": (("on_date",),),
    "week": (("on_date",),),
    "prescription": (("on_date",), ("document", "on"), ("ended_on",)),
    "swap": (("on_date",), ("ended_on",)),
}  # fmt: skip
_SIGNS: Mapping[str, tuple[tuple[Path, Collection[str]], ...]] = {
    "person": (
        (("document", "flags", _EACH, 0), _FLAGS), (("document", "heart", _EACH, 0), _HEART),
    ),
    "entry": ((("document", "signs", _EACH), _FLAGS | _HEART_SIGNS),),
}  # fmt: skip


def faults(table: str, row: Mapping[str, Any], today: date) -> Faults:
    """What a row says of a day that is still to come as if it were gone, and the signs in it that nobody knows."""
    begins_ahead = table == "entry" and row["kind"] == "pause"
    gone = () if begins_ahead else _DONE[table]
    ahead = [
        (where, f"a day up to today, {today}")
        for path in gone
        for where, word in _at(row, path)
        if word is not None and word > today.isoformat()
    ]
    strange = [
        (where, "a sign that backplan knows (`backplan init --list red-flags`, `--list heart`)")
        for path, vocabulary in _SIGNS.get(table, ())
        for where, word in _at(row, path)
        if word not in vocabulary
    ]
    return [*ahead, *strange]


def _at(value: Any, path: Path, above: Path = ()) -> Iterator[tuple[Path, Any]]:
    """What stands at a path, once for each of its parts; nothing where there is none."""
    if not path:
        yield above, value
        return
    key, *rest = path
    parts = value if isinstance(value, dict) else dict(enumerate(value or ()))
    for each in parts if key is _EACH else [key] if key in parts else ():
        yield from _at(parts[each], tuple(rest), (*above, each))
