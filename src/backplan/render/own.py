"""How a person's own exercises look: a file looked through, what adding it did, and the files that are kept."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from backplan.model.wording import counted
from backplan.render.safe import line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from backplan.actions.own import Added, Checked, Kept
    from backplan.library.judge_file import Judged
    from backplan.model.exercise import Exercise

MOST_NAMESAKES = 5  # told one by one
MOST_REFUSALS = 5
MOST_IDS = 12  # named in a line
WIDEST, VERDICT = 100, 8  # columns of the table, and of whether an exercise is kept
HOW_TO_ADD = (
    "say which file, like `backplan library add FILE`; or type one exercise: "
    "`backplan library add --name 'Hip hitch' --steps 'Stand on a step; lift one hip; lower it slowly'`"
)
NO_FILES = "You have no exercises of your own yet; `backplan library add FILE` adds some."
TO_OWN = "`backplan library own` lists your files; `backplan library remove` takes one back."


def namesakes(found: Sequence[str]) -> Iterator[str]:
    """Names that stand for two exercises, so that only an id chooses between them."""
    yield from (f"Take note: {each}." for each in found[:MOST_NAMESAKES])
    if (more := len(found) - MOST_NAMESAKES) > 0:
        yield f"Take note: {more} more are called like another exercise."


def take_note(found: Checked) -> Iterator[str]:
    """What somebody should look at again in a file that was looked through: all that adding it would tell."""
    return warnings(found.would) if found.would else namesakes(found.namesakes)


def checked(found: Checked) -> Iterator[str]:
    """Every entry of a file in a line: kept or left out, and why."""
    for one in found.entries:
        why = "".join(f"; {reason} (rule {key})" for key, reason in one.rules)
        yield f"{_verdict(one)}: {line(one.name)} ({one.id}){why}"


def checked_table(found: Checked) -> RenderableType:
    """Every entry of a file as a table: kept or left out, and why; the reasons have twice the room of the names."""
    from rich.constrain import Constrain

    from backplan.render.rows import BESIDE, Rows

    rows = [(line(one.name), _verdict(one), _because(one)) for one in found.entries]

    def widths(room: int) -> tuple[int, int, int]:
        name = ceil((room - VERDICT + 2 * BESIDE) / 3) - BESIDE
        return name, VERDICT, room - VERDICT - name

    return Constrain(Rows(("Exercise", "", "Why"), rows, widths), WIDEST)


def _because(one: Judged) -> str:
    return "\n".join(f"{reason} ({key})" for key, reason in one.rules)


def _verdict(one: Judged) -> str:
    return "left out" if one.rules else "kept"


def checked_count(found: Checked) -> str:
    """How many entries of a file could be given, and how many could not."""
    many, out = len(found.entries), sum(bool(one.rules) for one in found.entries)
    return f"{counted(many, 'exercise')}: {many - out} could be given, {out} would be left out for everybody."


def refusals(found: Checked, whole: bool = False) -> Iterator[str]:
    """What `library add` would say of a file that was only looked through; nothing where it would take it."""
    if not found.refused:
        return
    shown = found.refused if whole else found.refused[:MOST_REFUSALS]
    many = len(found.refused) + found.more
    yield f"`library add` would not take this file yet: {counted(many, 'thing')} to put right."
    yield from (f"  {line}" for line in shown)
    if more := many - len(shown):
        seen = "" if whole else "`--all` shows them, "
        yield f"  ... and {more:,} more; {seen}`backplan library example` prints a whole entry to begin with."


def unread(found: Checked) -> Iterator[str]:
    """How many entries are kept though their words could not be judged."""
    kept = [one.id for one in found.entries if not one.in_english and not one.rules]
    if kept:
        named = ", ".join(kept[:MOST_NAMESAKES]) + (" and more" if len(kept) > MOST_NAMESAKES else "")
        yield f"Take note: not in English, so not judged by their words, only by the impact they give: {named}."


def checked_document(found: Checked, file: str) -> dict[str, Any]:
    """Every entry of a file as one JSON document."""
    entries = [
        {
            "id": one.id,
            "name": one.name,
            "kept": not one.rules,
            "in_english": one.in_english,
            "rules": [{"id": key, "reason": reason} for key, reason in one.rules],
        }
        for one in found.entries
    ]
    return {"schema": 1, "file": file, "entries": entries, "add_refused": list(found.refused),
            "add_refused_more": found.more}  # fmt: skip


def warnings(found: Added) -> Iterator[str]:
    """What somebody should look at again in a file that was added."""
    yield from namesakes(found.namesakes)
    for key in found.held_back:
        yield f"Take note: {key} replaces one of ours that we hold back for everybody, so it is not given."
    yield from (f"Look again at {line}." for line in found.doubts)


def added(found: Added) -> Iterator[str]:
    """What a file added, replaced and hid, and what of it is never given."""
    parts = (("added", found.new), ("replaced", found.replaced), ("hidden", found.hidden))
    counts = [f"{len(ids)} {word} ({_listed(ids)})" for word, ids in parts if ids]
    yield f"Your own file {found.name}: {'; '.join(counts)}."
    if found.never_given:
        yield f"Left out for everybody, {len(found.never_given)} of them:"
        yield from (f"  {key}: {'; '.join(reasons)}" for key, reasons in found.never_given.items())
    yield TO_OWN


def added_in_brief(found: Added, *, back: str | None) -> Iterator[str]:
    """What becomes of an exercise that was typed in brief, and what nobody said of it."""
    key = (*found.new, *found.replaced)[0]
    if key in found.never_given:
        return
    yield f"It is given once it is prescribed: `backplan prescribe add {key}`."
    if back is None:
        yield (
            "What it does to your back was not said, so it counts as bending, arching and twisting it. `--back still` "
            "(or bends, arches, twists, sideways) beside the same --name and --steps says it."
        )


def _listed(ids: Sequence[str]) -> str:
    """So many ids as a line holds, and how many more there are."""
    more = len(ids) - MOST_IDS
    return ", ".join(ids[:MOST_IDS]) + (f" and {more} more" if more > 0 else "")


def kept(found: Sequence[Kept]) -> Iterator[str]:
    """The own files, with what is in each or what is wrong with it."""
    if not found:
        yield NO_FILES
    for one in found:
        yield f"{one.name}: {', '.join(one.exercises)}" if one.exercises else f"{one.name}:"
        yield from (f"  hidden: {key}" for key in one.hidden)
        yield from (f"  cannot be read: {fault}" for fault in one.faults)


def kept_document(found: Iterable[Kept]) -> dict[str, Any]:
    """The own files as one JSON document."""
    files = [
        {"name": one.name, "exercises": list(one.exercises), "hidden": list(one.hidden), "faults": list(one.faults)}
        for one in found
    ]
    return {"schema": 1, "files": files}


def removed(name: str) -> str:
    """That an own file is taken back."""
    return f"Your own file {name} is taken back."


def still_prescribed(ids: Sequence[str]) -> str:
    """That exercises which went with a file are still prescribed, and what to do."""
    return (
        f"Still prescribed, and no longer in the library, so not given: {', '.join(ids)}. `backplan prescribe` shows "
        "its number, `backplan prescribe end NUMBER` ends it."
    )


def hidden(exercise: Exercise) -> str:
    """That an exercise is hidden, and the way back."""
    return f"{exercise.id} is hidden. `backplan library show-again {exercise.id}` brings it back."


def shown_again(exercise: Exercise) -> str:
    """That an exercise is no longer hidden."""
    return f"{exercise.id} is back."
