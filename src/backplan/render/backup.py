"""Backups in words: what each holds, what would be brought back against what is here, and what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from backplan.actions.backup import Back, BackupOffer, Made
    from backplan.store.backup import Holds

TOLD = 5  # records that cannot be read, each with what is wrong with it
NONE_YET = "No backup is kept yet. One is made before the first change of each day, and by `backplan backup`."


def holding(holds: Holds) -> str:
    """What a store or a backup holds, in a line."""
    if holds.nothing:
        return "nothing"
    counted = [
        _many(holds.sessions, "session"),
        _many(holds.weeks, "week"),
        _many(holds.others, "other entry", "other entries"),
        _many(holds.answers, "record of your answers", "records of your answers"),
    ]
    counted += [_many(holds.prescribed, "prescribed item")] if holds.prescribed else []
    counted += [_many(holds.own, "file of own exercises", "files of own exercises")] if holds.own else []
    days = f", from {holds.first} to {holds.last}" if holds.first else ""
    return ", ".join(counted) + days


def _many(count: int, one: str, several: str = "") -> str:
    return f"{count} {one if count == 1 else several or f'{one}s'}"


def made(found: Made) -> Iterator[str]:
    """That a backup was made, and how it comes back."""
    yield f"Kept in {found.path}: {holding(found.holds)}."
    yield f"`backplan restore {found.path}` brings it back."


def listed(found: Sequence[Made]) -> Iterator[str]:
    """The backups that are kept, one a line."""
    if not found:
        yield NONE_YET
        return
    for each in found:
        made = f" (made {each.at:%Y-%m-%d %H:%M})" if each.at else ""
        yield f"{each.path.stem}{made}: {holding(each.holds)}"
    yield f"`backplan restore {found[-1].path.stem}` would bring the last one back; it asks first."


def offered(found: BackupOffer) -> Iterator[str]:
    """What would be brought back, against what is here now."""
    yield f"In {found.name}, {found.made}: {holding(found.then)}."
    yield f"Here now: {holding(found.now)}." if found.now else "What is here now is gone, or cannot be read."
    if found.damaged:
        yield f"{_many(len(found.damaged), 'record')} in it cannot be read, and would come back as {_as(found)}:"
        yield from (f"  {each.sentence}" for each in found.damaged[:TOLD])
        yield from [f"  and {len(found.damaged) - TOLD} more"] if len(found.damaged) > TOLD else []


def _as(found: BackupOffer) -> str:
    return "it is" if len(found.damaged) == 1 else "they are"


def back(found: Back) -> Iterator[str]:
    """What was brought back, where what it replaced is kept, and what stands as before."""
    yield f"Brought back: {holding(found.holds)}."
    if found.replaced:
        yield f"What was here before is kept in {found.replaced}."
    if found.unknown:
        yield "What was here before is gone, or could not be read, and so is what stopped you, if anything did."
        yield "Before any exercise is given, answer the safety questions again: `backplan init`."
    if found.stands:
        yield ("What stops you now was not in it, and stands all the same, with all you answered since: "
               f"{found.stands}")  # fmt: skip
    elif found.held:
        yield HELD


HELD = (
    "What holds your plan back now, as an operation, a condition, much pain, an open question or your therapist's "
    "word, was not all in it. It stands all the same, with all you answered since."
)


def to_forget(paths: Sequence[Path]) -> Iterator[str]:
    """What would be taken away for good."""
    yield "This takes away for good:"
    yield from (f"  {path}" for path in paths)


def forgotten(left: Sequence[Path]) -> Iterator[str]:
    """That all of it is gone, and what is left because it is not ours."""
    yield "Forgotten. Nothing of you is kept here any more. Copies that you made elsewhere are yours to take away."
    if left:
        yield f"Not ours, and left as it was: {', '.join(map(str, left))}."


NOTHING = "Nothing is kept of you here, so there is nothing to take away."
WRITTEN = "Written to {path}."
EXPORTED = "Written to {path}. It holds all that is kept of you: keep it where only you can read it."
