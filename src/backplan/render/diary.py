"""The diary: each entry in words, and what follows when one is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.files.streamed import Each
from backplan.model.diary import FIGURES, FROM_INTERVIEW, HOLDS, OF_ANY
from backplan.model.wording import all_of, long_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType

    from backplan.errors import SafetyStop
    from backplan.model.diary import LogEntry, NamesSpokenOf

FAR_BACK = 60  # days after which a day is asked about
NOTHING_YET = "Nothing is logged yet. After a session: `backplan log`."
NOT_DONE = ("", ", not done")
SESSION = {"all": "session", "part": "part of a session", "no": "session let go"}


def document(entries: Iterable[LogEntry]) -> dict[str, Any]:
    """Entries as they were written, as one JSON document, each made as it is written."""
    return {"schema": 1, "entries": Each(entry.as_dict() for entry in entries)}


def plain(entries: Iterable[LogEntry], names: NamesSpokenOf) -> Iterator[str]:
    """One labelled line an entry."""
    return (f"Entry {entry.id}, {entry.on}: {in_words(entry, names)}" for entry in entries)


def table(entries: Sequence[LogEntry], names: NamesSpokenOf) -> RenderableType:
    """Entries as a table; what was done takes the room that their numbers and days leave."""
    from rich.cells import cell_len

    from backplan.render.rows import Rows

    head = ("No.", "Day", "What")
    rows = [(str(entry.id), f"{entry.on:%a} {entry.on}", in_words(entry, names)) for entry in entries]
    number, day, what = (max(map(cell_len, column)) for column in zip(head, *rows, strict=True))
    return Rows(head, rows, lambda room: (number, day, min(what, max(room - number - day, 1))), framed=True)


def which(last: Sequence[LogEntry], names: NamesSpokenOf, typed: str, today: date) -> str:
    """That nobody said which entry is meant, with the last ones by their numbers, and what to type."""
    if not last:
        return "nothing is logged yet, so there is no entry to name"
    held = "; ".join(f"{each.id} is {long_day(each.on, today)}, {in_words(each, names)}" for each in reversed(last))
    typed = typed.format(number=last[-1].id)
    return f"say which entry by its number, like `{typed}`: {held}; `backplan diary` shows them all"


def rest(shown: int, total: int) -> Iterator[str]:
    """That there are more entries than those shown, if there are."""
    if total > shown:
        yield f"The last {shown} of {total}; `backplan diary --all` shows them all."


def figures(entry: LogEntry) -> list[str]:
    """The numbers of an entry, each with what it is of."""
    called = {"peak": "highest pain"}
    return [f"{called.get(name, name)} {figure}" for name in FIGURES if (figure := getattr(entry, name)) is not None]


def in_words(entry: LogEntry, names: NamesSpokenOf, kind: str | None = None) -> str:
    """An entry in words, its exercises by their names, where these are known; called as it is, or by another kind."""
    parts = figures(entry)
    if entry.of:
        parts.insert(0, f"the one of {entry.planned:%A}")
    if entry.leg and entry.leg != "none":
        parts.append(f"leg: {entry.leg}")
    if entry.tired is not None:
        parts.append("tired muscles" if entry.tired else "the back")
    parts += _how_much(entry, names)
    if entry.hurt:
        parts.append(f"hurt: {all_of([names.of(key) for key in entry.hurt])}")
    parts += [f"{names.of(key)} with {load}" for key, load in (entry.loads or {}).items()]
    parts += [text if text == FROM_INTERVIEW else f"“{text}”" for text in (entry.why, entry.note) if text]
    return ", ".join([kind or _kind(entry), *parts])


def _how_much(entry: LogEntry, names: NamesSpokenOf) -> Iterator[str]:
    """What of a session was left out, or what alone was done of it, where that is shorter; and what of it was less."""
    some = {key: f"{names.of(key)}{f' ({each} min)' if each else ''}" for key, each in (entry.less or {}).items()}
    if alone := names.alone.get((entry.planned, frozenset(entry.left_out))):
        yield f"only {all_of([some.get(key, names.of(key)) for key in alone])}"
        return
    if entry.left_out:
        yield f"{'without' if entry.less else 'all but'} {all_of(list(map(names.of, entry.left_out)))}"
    if some:
        yield f"less of {all_of(list(some.values()))}"


def _kind(entry: LogEntry) -> str:
    """What kind of entry it is, in words."""
    return {
        "session": "session done, less of it" if entry.less else SESSION.get(entry.done or "all", "session"),
        "morning": "on waking",
        "activity": f"{str(entry.exercise or '').replace('-', ' ')}, {entry.minutes} min{NOT_DONE[entry.done == 'no']}",
        "flare": "a flare",
        "pain": "pain noted",
        "pause": f"a pause until {entry.until}",
        "function": f"{entry.function}, {entry.score} of 10",
        "signs": new_signs(entry),
    }[entry.kind]


def new_signs(entry: LogEntry) -> str:
    """The signs that an entry reports, or what of their health was answered, in words."""
    if entry.asked:
        from backplan.planner.telling.signs_waiting import WHAT_CHANGED

        asked = all_of([WHAT_CHANGED.get(each, "how far down the leg it goes") for each in entry.asked])
        return f"answered: whether there is anything new of {asked}"
    from backplan.rules.screening.flags import name_of

    return f"new: {'; '.join(map(name_of, entry.signs))}" if entry.signs else "asked about signs: none of them new"


def changed(entry: LogEntry, today: date, names: NamesSpokenOf, *, moved: bool = False) -> str:
    """That an entry was changed, perhaps in its day, and what that bears on."""
    far = if_far(entry, today) if moved else ""
    now = f"{long_day(entry.on, today)}: {in_words(entry, names)}.{far}"
    return f"Changed entry {entry.id}, {now} {_follows(entry, today)}"


def gone(entry: LogEntry, keys: Sequence[str]) -> str:
    """What of a session went with it, as it was let go, and how it comes back; nothing where nothing did."""
    if not keys:
        return ""
    parts = {"peak": f"the highest pain of {entry.peak}", "effort": f"the effort of {entry.effort}",
             "loads": "what was lifted", "left_out": "what was left out",
             "less": "what was done less"}  # fmt: skip
    named = all_of([parts[key] for key in keys])
    return f"With that, {named} went too; `backplan diary edit {entry.id} --done all` takes them anew."


def if_far(entry: LogEntry, today: date) -> str:
    """Where the day of an entry is long ago, that it is, and how another is put in its place."""
    if (today - entry.on).days <= FAR_BACK:
        return ""
    return f" That is long ago; if another day is meant: `backplan diary edit {entry.id} --on DAY`."


def taken_back(entry: LogEntry, today: date, names: NamesSpokenOf) -> str:
    """That an entry was taken back, and what that bears on."""
    return f"Taken back: entry {entry.id}, {entry.on}: {in_words(entry, names)}. {_follows(entry, today)}"


def _follows(entry: LogEntry, today: date) -> str:
    """What an entry that was changed or taken back bears on."""
    if entry.kind == "signs" and not entry.signs:
        sections = ",".join("pain" if each == "leg" else each for each in entry.asked) or "red-flags"
        return f"What was asked then waits for an answer again: `backplan init --only {sections}`."
    if entry.kind == "signs":
        return (
            "The signs stay among your answers; `backplan init --only red-flags` asks about them anew. If any was "
            f"never so, and only pressed by mistake: `backplan init --by-mistake {','.join(entry.signs)}`."
        )
    if entry.kind == "function":
        return "`backplan progress` follows the scores as they now stand."
    ahead = "The days ahead follow the diary as it now stands: `backplan week`."
    return ahead if entry.on >= today else f"Days gone by stay as they were shown. {ahead}"


# The flags of `diary edit`, by what they change: what a flag of its name gives is put there as it is.
FLAGS = {
    "pain": "--pain", "peak": "--peak", "effort": "--effort", "done": "--done", "leg": "--leg", "minutes": "--minutes",
    "score": "--score", "tired": "--tired or --back", "loads": "--load", "left_out": "--not", "why": "--why",
    "note": "--note",
}  # fmt: skip


def unfitting(entry: LogEntry, wrong: set[str], names: NamesSpokenOf) -> str:
    """That an entry cannot take some changes, named by their flags, and which it can."""
    flags = ", ".join(FLAGS.get(key, f"--{key}") for key in sorted(wrong))
    takes = [flag for key, flag in FLAGS.items() if key in OF_ANY | HOLDS[entry.kind]]
    others = f"what can be changed of it: {', '.join(takes)}, --on"
    return f"entry {entry.id} ({in_words(entry, names)}) holds nothing for {flags}; {others}"


def contradiction(entry: LogEntry) -> str | None:
    """What of an entry does not go together, and what to do; None where all of it does."""
    if wrong := entry.without_being_done:
        verb = "goes" if len(wrong) == 1 else "go"
        return f"{all_of([FLAGS[key] for key in wrong])} {verb} with a session that was done"
    if entry.begins_above_its_highest:
        return (
            f"the highest pain during it, {entry.peak}, is below the pain it began with, {entry.pain}; the highest is "
            f"{entry.pain} or more. Pain afterwards goes with --note"
        )
    return None


def lifted(stop: SafetyStop) -> str:
    """That a stop holds no longer, because what it rested on was taken back or answered otherwise."""
    return (
        f"With that, what held your plan back no longer does: “{stop.sentence}” "
        "If it is so all the same, please note it again: your plan waits until a clinician knows of it."
    )
