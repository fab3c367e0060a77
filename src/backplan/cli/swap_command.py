"""`backplan swap`: another exercise for the same slot, from now on; and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli.terminal import completing, environment, output
from backplan.errors import BackplanError, UsageError, nearest
from backplan.model.diary import Swap
from backplan.model.prescription import in_force

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from backplan.model.exercise import Exercise
    from backplan.model.vocabulary import BlockKind
    from backplan.model.week import Day, DayBlock, Week
    from backplan.store.store import Store

app = typer.Typer(rich_markup_mode=None)


@app.command()
def swap(
    exercise: Annotated[
        str,
        typer.Argument(
            help="The exercise to give up, as `backplan week --plain` or --json names it.",
            autocompletion=completing.exercises,
        ),
    ],
    why: Annotated[str | None, typer.Option("--why", help="Why, in a word.")] = None,
    back: Annotated[bool, typer.Option("--back", help="Take an earlier swap of this exercise back.")] = False,
) -> None:
    """Put another exercise in the place of one, from today on; --back takes that back."""
    from backplan.cli import planned
    from backplan.cli.log_command import short
    from backplan.cli.why_command import exercise_named
    from backplan.store.store import exists, opened

    known = planned.exercises()
    found, word = exercise_named(exercise, known), short(why)
    home = environment.home()
    if back and why is not None:
        raise UsageError("--why tells why an exercise goes; it does not go with --back")
    if not exists(home):
        raise planned.NOT_SCREENED
    with opened(home) as store:
        said = _taken_back(store, found) if back else _swapped(store, found, word, known)
    output.say(said)


def _swapped(store: Store, found: Exercise, why: str | None, known: Iterable[Exercise]) -> str:
    """Swap an exercise away, and say what takes its place."""
    from backplan.cli import planned

    key, today = found.id, environment.today()
    person = planned.screened(store, today)
    wanted = Swap(today, key, why)
    before, after = planned.swapped(store, person, today, wanted)
    used = {item for day in before.days for item in _held(day)} | set(before.programme.values())
    if key not in used:
        if any(each.exercise == key for each in store.swaps()):
            raise UsageError(f"you swapped {key} away already; {_way_back(key)}")
        raise UsageError(f"{key} is not in this week{nearest(key, used)}; `backplan week` shows what is")
    if any(key in _held(day) for day in _ahead(after, before, today)):
        raise BackplanError(
            f"Nothing else fits in the place of {found.name} with what you told us, so it stays. "
            "If it troubles you, add it to what you dislike: `backplan init --only likes`."
        )
    store.keep_week(after, today, wanted)
    names = {each.id: each.name for each in known}
    new = [names.get(each, each) for each in dict.fromkeys(_in_its_place(before, after, key, today))]
    way = f"you do without {found.name}, and nothing takes its place."
    if new:
        way = f"{' and '.join(new)} {'takes' if len(new) == 1 else 'take'} the place of {found.name}."
    asked = in_force(store.prescriptions(), today).asked(key)
    told = f" Your {asked.by} prescribed {found.name}: please tell them that you do without it." if asked else ""
    return f"From today on, {way}{told} {_way_back(key)}."


def _way_back(key: str) -> str:
    return f"`backplan swap --back {key}` takes that back"


def _taken_back(store: Store, found: Exercise) -> str:
    """Take the swap of an exercise back, and say whether this week holds it again."""
    from backplan.cli import planned

    key, today = found.id, environment.today()
    person = planned.screened(store, today)
    swapped = sorted({each.exercise for each in store.swaps()})
    if key not in swapped:
        others = f"you swapped away {', '.join(swapped)}" if swapped else "you swapped nothing away"
        raise UsageError(f"there is no swap of {key} to take back; {others}")
    before, after = planned.swapped_back(store, person, today, found)
    store.keep_week(after, today, back=key)
    if any(key in _held(day) for day in _ahead(after, before, today)):
        return f"The swap is taken back: from today on, {found.name} is in your week again."
    return f"The swap is taken back. This week has no place for {found.name} now; a later one may."


def _ahead(after: Week, before: Week, today: date) -> Iterator[Day]:
    """The days that a swap can still change: those to come that are not done yet."""
    done = {day.on for day in before.days if day.done}
    return (day for day in after.days if day.on >= today and day.on not in done)


def _in_its_place(before: Week, after: Week, key: str, today: date) -> Iterator[str]:
    """What stands where an exercise stood: in its slot of the programme, else in the same part of the same day."""
    slots = [slot for slot, held in before.programme.items() if held == key]
    if slots:
        yield from (after.programme[slot] for slot in slots if slot in after.programme)
        return
    for day in _ahead(after, before, today):
        old = before.day(day.on)
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
    return day.with_coping() if day else []
