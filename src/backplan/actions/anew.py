"""Why the days from today on are laid anew, although this week was shown already."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backplan.planner.diary.missed import done_ahead, missed
from backplan.planner.diary.past import Past
from backplan.planner.screen.bars import bars, parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backplan.actions.on_record import OnRecord
    from backplan.model.vocabulary import Mode
    from backplan.model.week import Week

_OWN = " own="  # what stands before the mark of the person's own exercises
_PARTS = {"pause": "A pause has changed", "prescribed": "What is prescribed has changed"}
_MODES: Mapping[str, str] = {
    "normal": "a normal week",
    "flare": "a gentle week",
    "acute": "easy movement",
    "coping-only": "ways to cope only",
}


class Anew(NamedTuple):
    """Why the days from today on are laid anew, in a sentence where one is due; and whether around what was done."""

    why: str = ""
    around: bool = False
    quiet: bool = False  # said only if a day changes


FIRST = Anew()  # a week that was never shown before


def why_anew(kept: Week, record: OnRecord, own_mark: str) -> Anew | None:
    """Why the days from today on are laid anew unasked; None when the week stands as it was last shown.

    ``own_mark`` changes with the person's own exercises.
    """
    ahead = [day.on for day in kept.days if day.on >= record.today]
    barred = bars(record.person, record.entries, ahead, record.today, record.prescription, learning=kept.learning)
    now = marked(barred, own_mark)
    if any(kept.bars.get(day) != line for day, line in now.items()):
        if all(_ours(kept.bars.get(day, "")) == _ours(line) for day, line in now.items()):
            return Anew("Your own exercises have changed, so the days from today on were laid anew.")
        today = record.today.isoformat()
        return _what_bars(kept.mode, parts(kept.bars.get(today, "")), parts(now.get(today, "")))
    return _after_the_diary(kept, record)


def marked(barred: Mapping[str, str], own_mark: str) -> dict[str, str]:
    """What bars exercises on each day, with the mark of the person's own exercises where there are any."""
    return {day: f"{line}{_OWN}{own_mark}" if own_mark else line for day, line in barred.items()}


def _ours(line: str) -> str:
    """What bars, without the mark of the person's own exercises."""
    return line.partition(_OWN)[0]


def _what_bars(mode: Mode, old: Mapping[str, str], new: Mapping[str, str]) -> Anew:
    """Which part of what bars has changed, in words."""
    if (now := new["mode"]) != mode:
        return Anew(f"Your pain has changed, so the days from today on were laid anew ({_MODES[now]}).")
    differs = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    if "eased" in differs:
        if set(new.get("eased", "").split(",")) - set(old.get("eased", "").split(",")) - {""}:
            return Anew("A session of this week was too much, so the days from today on were laid anew, and lighter.")
        return Anew("A session no longer counts as too much, so the days from today on were laid anew.")
    word = next((word for key, word in _PARTS.items() if key in differs), "What you may do has changed")
    return Anew(f"{word}, so the days from today on were laid anew.", quiet=True)


def _after_the_diary(kept: Week, record: OnRecord) -> Anew | None:
    """Sessions missed, moved or noted late, and what was noted, edited or undone of earlier weeks."""
    entries, today = record.entries, record.today
    gone = missed(kept, entries, today)
    if gone != kept.missed:
        late = "What you noted puts an earlier day right, so the days from today on were laid anew."
        return Anew(late if set(gone) < set(kept.missed) else "", around=True)
    if any(day not in kept.ahead for day in done_ahead(kept, entries, today)):
        return Anew("A session was done ahead of its day, so the days from today on were laid anew.", around=True)
    if Past(record.person, entries, (), kept.starts).fingerprint() != kept.evidence:
        return Anew("The diary of earlier weeks has changed, so the days from today on were laid anew.", quiet=True)
    return None
