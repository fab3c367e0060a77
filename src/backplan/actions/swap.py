"""Swap: another exercise for the same slot, from now on; and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backplan.actions.person import admitted
from backplan.actions.week import laid_out, request, standing
from backplan.errors import BackplanError, UsageError, nearest
from backplan.model.diary import Swap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from backplan.actions.on_record import OnRecord
    from backplan.actions.workspace import Workspace
    from backplan.model.exercise import Exercise
    from backplan.model.prescription import Prescribed
    from backplan.model.vocabulary import BlockKind
    from backplan.model.week import Day, DayBlock, Week
    from backplan.planner.request import Request
    from backplan.store.store import Store


class Swapped(NamedTuple):
    """What takes the place of an exercise that was given up, by name, and who had prescribed it, if anybody had."""

    instead: tuple[str, ...]
    asked: Prescribed | None


class Tried(NamedTuple):
    """This week before a swap and after it; which of them holds is not decided yet."""

    before: Week
    after: Week

    def given(self, exercise: str, today: date) -> bool:
        """Whether an exercise stands in the days that the swap can still change."""
        return any(exercise in _held(day) for day in self.ahead(today))

    def ahead(self, today: date) -> Iterator[Day]:
        """The days after the swap that it can change: those to come that are not done yet."""
        done = {day.on for day in self.before.days if day.done}
        return (day for day in self.after.days if day.on >= today and day.on not in done)


def swap(workspace: Workspace, exercise: Exercise, why: str | None) -> Swapped:
    """Give up an exercise from today on. Raises SafetyStop, and errors where it is not given or nothing else fits."""
    today, key = workspace.today, exercise.id
    wanted = Swap(today, key, why)
    with admitted(workspace, writing=True) as (store, _):
        found, record = tried(workspace, store, wanted)
        _refuse_unused(found.before, key, store)
        if found.given(key, today):
            raise BackplanError(
                f"Nothing else fits in the place of {exercise.name} with what you told us, so it stays. "
                "If it troubles you, add it to what you dislike: `backplan init --only likes`."
            )
        store.keep_week(found.after, today, wanted)
        names = {each.id: each.name for each in workspace.exercises}
        new = dict.fromkeys(_in_its_place(found, key, today))
        return Swapped(tuple(names.get(each, each) for each in new), record.prescription.item_for(key))


def tried(workspace: Workspace, store: Store, wanted: Swap) -> tuple[Tried, OnRecord]:
    """What a swap would make of this week, which is not kept, and what is on record. Raises SafetyStop."""
    before, record = standing(workspace, store)
    asked = request(workspace, store, record, before.starts)
    return Tried(before, laid_out(workspace, asked._replace(swaps=(*asked.swaps, wanted)))), record


def swap_back(workspace: Workspace, exercise: Exercise) -> bool:
    """Take back the swap of an exercise; whether this week holds it again. Raises SafetyStop and UsageError."""
    today, key = workspace.today, exercise.id
    with admitted(workspace, writing=True) as (store, _):
        swapped = sorted({each.exercise for each in store.swaps()})
        if key not in swapped:
            others = f"you swapped away {', '.join(swapped)}" if swapped else "you swapped nothing away"
            raise UsageError(f"there is no swap of {key} to take back; {others}")
        before, record = standing(workspace, store)
        asked = _with_it_again(request(workspace, store, record, before.starts), exercise, store.last_slots(key))
        found = Tried(before, laid_out(workspace, asked))
        store.keep_week(found.after, today, back=key)
        return found.given(key, today)


def way_back(key: str) -> str:
    """How a swap of an exercise is taken back."""
    return f"`backplan swap --back {key}` takes that back"


def _refuse_unused(before: Week, key: str, store: Store) -> None:
    """Only what this week holds can be given up. Raises UsageError."""
    used = {item for day in before.days for item in _held(day)} | set(before.programme.values())
    if key in used:
        return
    if any(each.exercise == key for each in store.swaps()):
        raise UsageError(f"you swapped {key} away already; {way_back(key)}")
    raise UsageError(f"{key} is not in this week{nearest(key, used)}; `backplan week` shows what is")


def _with_it_again(asked: Request, exercise: Exercise, slots: Sequence[str]) -> Request:
    """A request in which an exercise has its slots again, as if it had never been swapped away."""
    gave_up = (exercise.id,)
    weeks = [
        week._replace(
            calm_programme={**week.calm_programme, **dict.fromkeys(slots, exercise.id)},
            changes=tuple(each for each in week.changes if not (each.kind == "swapped" and each.about[1:] == gave_up)),
        )
        for week in asked.weeks
    ]
    return asked._replace(weeks=weeks, swaps=[each for each in asked.swaps if each.exercise != exercise.id])


def _in_its_place(found: Tried, key: str, today: date) -> Iterator[str]:
    """What stands where an exercise stood: in its slot of the programme, else in the same part of the same day."""
    before, after = found.before.programme, found.after.programme
    slots = [slot for slot, held in before.items() if held == key]
    if slots:
        yield from (after[slot] for slot in slots if slot in after)
        return
    for day in found.ahead(today):
        old = found.before.day(day.on)
        for kind in dict.fromkeys(block.kind for block in _blocks(old) if key in {i.exercise for i in block.items}):
            yield from _instead(_held(old, kind), _held(day, kind), key)


def _instead(old: list[str], new: list[str], key: str) -> list[str]:
    """What is new in a part of a day: all of it where only the one exercise went, else what stands where it stood."""
    came = [each for each in new if each not in old]
    if {each for each in old if each not in new} == {key}:
        return came
    return [each for each in new[old.index(key) : old.index(key) + 1] if each in came]


def _held(day: Day | None, kind: BlockKind | None = None) -> list[str]:
    """The exercises of a day, or of one kind of its blocks."""
    return [item.exercise for block in _blocks(day) if kind in (None, block.kind) for item in block.items]


def _blocks(day: Day | None) -> list[DayBlock]:
    return day.everything() if day else []
