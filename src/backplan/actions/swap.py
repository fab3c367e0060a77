"""Swap: another exercise for the same slot, from now on; and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.actions.alarm import NO_ALARM, Alarm, alarm
from backplan.actions.anew import why_anew
from backplan.actions.exercises import exercise_named
from backplan.actions.person import admitted
from backplan.actions.week import CurrentWeek, current_week, laid_out, request
from backplan.errors import BackplanError, UsageError, did_you_mean
from backplan.model.diary import LogEntry, Swap
from backplan.model.wording import clause
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date

    from backplan.actions.on_record import OnRecord
    from backplan.actions.workspace import Workspace
    from backplan.library.everyday_words import Sort
    from backplan.model.exercise import Exercise
    from backplan.model.prescription import Prescribed
    from backplan.model.vocabulary import BlockKind
    from backplan.model.week import Day, DayBlock, Week
    from backplan.planner.choice.select import Selection
    from backplan.planner.request import Request
    from backplan.store.store import Store


MOST = 3  # of what can take a place, offered at once


class Other(NamedTuple):
    """What can take the place of an exercise: the care it needs, whether the person likes it, whether it is easier on
    the same ladder, and whether it was swapped away before.
    """

    exercise: Exercise
    care: str | None
    liked: bool
    easier: bool
    before: bool


class Sought(NamedTuple):
    """What is wanted in the place of an exercise: something easier before the rest; of one sort alone."""

    easier: bool = False
    sort: Sort | None = None


ANYTHING = Sought()


class WhichOfTheseError(UsageError):
    """A name stands for any of some exercises, which are ``held`` by the week, or were swapped away."""

    def __init__(self, text: str, held: Sequence[Exercise]) -> None:
        may_be = " or ".join(f"{each.name} ({each.id})" for each in held)
        super().__init__(f"{' '.join(text.split())} may be {may_be}; write the name of the one you mean")
        self.held = held


class Beside(NamedTuple):
    """What a swap changed on a day beside the two exercises: the names of what went and what came, and of what has
    another dose, with the dose it had and the one it has.
    """

    on: date
    gone: tuple[str, ...]
    came: tuple[str, ...]
    doses: tuple[tuple[str, str, str], ...]


class Swapped(NamedTuple):
    """What takes the place of an exercise that was given up, by id and name; who had prescribed it, if anybody had;
    what else can take it, and what cannot wait in the reason that was given; and what else changed, in the sessions,
    and whether in the ways to cope and what is done daily.
    """

    instead: Mapping[str, str]
    asked: Prescribed | None
    others: tuple[Exercise, ...] = ()
    alarm: Alarm = NO_ALARM
    beside: tuple[Beside, ...] = ()
    coping: bool = False


class TakenBack(NamedTuple):
    """A swap that was taken back: whether this week holds the exercise again, and what else changed."""

    again: bool
    beside: tuple[Beside, ...] = ()
    coping: bool = False


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

    def beside(self, today: date, swapped: Collection[str], names: Mapping[str, str]) -> tuple[Beside, ...]:
        """What changed in the sessions of the days ahead but for the exercises that were ``swapped``."""
        found = (_beside(self.before.day(day.on), day, swapped, names) for day in self.ahead(today))
        return tuple(each for each in found if each.gone or each.came or each.doses)

    def other_coping(self, today: date) -> bool:
        """Whether the days ahead hold other ways to cope, or other work done daily."""
        days = ((self.before.day(day.on), day) for day in self.ahead(today))
        return any(old and (old.coping, old.daily) != (new.coping, new.daily) for old, new in days)


def could_be_given_up(workspace: Workspace) -> tuple[Exercise, ...]:
    """What could be given up: the exercises of the days from today on, then those of the days before. Raises
    SafetyStop.
    """
    with admitted(workspace) as (store, _):
        week, _ = current_week(workspace, store)
    days = sorted(week.days, key=lambda day: (day.on < workspace.today, day.on))
    keys = dict.fromkeys(item.exercise for day in days for block in day.blocks() for item in block.items)
    by_id = {each.id: each for each in workspace.exercises}
    return tuple(by_id[key] for key in keys if key in by_id)


def meant(workspace: Workspace, text: str) -> Exercise:
    """The exercise that a name stands for: the one of this week that has all its words, of a week with a wall push-up,
    push-ups; else any of that name. A name that is only like one is none: it would be swapped. Raises SafetyStop, and
    UsageError.
    """
    with admitted(workspace) as (store, _):
        used = _used(current_week(workspace, store)[0])
    return _of_these(workspace, text, used)


def given_up(workspace: Workspace, text: str) -> Exercise:
    """The exercise that a name stands for: of those that were swapped away the one that has all its words, else any of
    that name. Raises SafetyStop, and UsageError.
    """
    with admitted(workspace) as (store, _):
        swapped = {each.exercise for each in store.weeks.swaps()}
    return _of_these(workspace, text, swapped)


def _of_these(workspace: Workspace, text: str, used: Collection[str]) -> Exercise:
    from backplan.model.name_words import roots_of, words_of

    asked = frozenset(roots_of(words_of(text)))
    words = {each.id: frozenset(roots_of(words_of(each.name))) for each in workspace.exercises if each.id in used}
    held = [key for key, mine in words.items() if asked and asked <= mine]
    called = [each.id for each in workspace.names.named(text) if each.id in held]
    if len(called) != 1 and len(held) > 1 and asked not in words.values() and text not in words:
        raise WhichOfTheseError(text, [each for each in workspace.exercises if each.id in held])
    one = next((each for each in (called, held) if len(each) == 1), [text])
    return exercise_named(one[0], workspace)


def others(
    workspace: Workspace, exercise: Exercise, why: str | None = None, sought: Sought = ANYTHING
) -> tuple[Other, ...]:
    """What can take the place of an exercise, the best first, of what is ``sought``, that spares what the reason
    ``why`` is about; nothing where it stands in none that is kept from week to week. Raises SafetyStop, and UsageError
    for one that this week does not hold, or where nothing is of the sort that is sought.
    """
    from backplan.actions.selection import selection

    with admitted(workspace) as (store, _):
        before, record = current_week(workspace, store)
        _refuse_unused(workspace, before, exercise.id, store)
        found = _others(selection(workspace, store, record), workspace, before, exercise, why)
        return _in_order(found, exercise, sought)


def _others(
    choice: Selection, workspace: Workspace, before: Week, exercise: Exercise, why: str | None
) -> tuple[Other, ...]:
    from backplan.model.exercise import partners
    from backplan.model.sparing import sparing
    from backplan.planner.choice.programme import in_place_of

    down = partners(exercise.id, "regression", workspace.library.by_id())
    return tuple(
        Other(each, choice.care.get(each.id), choice.liked(each), each.id in down, each.id in choice.swapped)
        for each in sparing(in_place_of(exercise.id, choice, before.programme), why)
    )


def _in_order(found: Sequence[Other], exercise: Exercise, sought: Sought) -> tuple[Other, ...]:
    """The best first; where something easier is sought, that before the rest. Raises UsageError where something could
    take the place of an exercise, but nothing of the sort that is sought.
    """
    left = [each for each in found if sought.sort is None or sought.sort.holds(each.exercise)]
    if found and not left:
        can = ", ".join(each.exercise.name for each in found[:MOST])
        raise UsageError(f"nothing of that sort can take the place of {exercise.name}; what can: {can}")
    return tuple(sorted(left, key=lambda each: sought.easier and not each.easier))


def swap(
    workspace: Workspace,
    exercise: Exercise,
    why: str | None,
    instead: Exercise | None = None,
    sought: Sought = ANYTHING,
) -> Swapped:
    """Give up an exercise from today on, for another that was named, or for the best one of what is ``sought``. Raises
    SafetyStop, and errors where it is not given, where nothing else fits, or not what was named.
    """
    from backplan.actions.selection import selection
    from backplan.model.sparing import sparing

    today, key = workspace.today, exercise.id
    wanted = Swap(today, key, why)
    with admitted(workspace, writing=True) as (store, _):
        before, record = current_week(workspace, store)
        _refuse_unused(workspace, before, key, store)
        choice = selection(workspace, store, record)
        if instead and (why_not := choice.left_out.get(instead.id)):
            raise UsageError(_left_out(exercise, instead, why_not[0]))
        others = _others(choice, workspace, before, exercise, why if instead is None else None)
        left = _in_order(others, exercise, sought)
        comes = _wanted(exercise, instead, left)
        found = tried(workspace, store, wanted, comes, CurrentWeek(before, record))
        new = tuple(dict.fromkeys(_in_its_place(found, key, today)))
        if found.given(key, today) or (instead and instead.id not in new):
            raise BackplanError(_nothing_fits(exercise, instead))
        store.weeks.keep(found.after, today, wanted, back=comes and comes.id)
        names = {each.id: each.name for each in workspace.exercises}
        return Swapped(
            {each: names.get(each, each) for each in new},
            record.prescription.item_for(key),
            sparing([each.exercise for each in left if each.exercise.id not in new], why)[:MOST],
            alarm(record.person, [LogEntry(today, "session", why=why)], today),
            found.beside(today, {key, *new}, names),
            found.other_coping(today),
        )


def _left_out(exercise: Exercise, instead: Exercise, against: tuple[str, str]) -> str:
    """Why an exercise comes in nobody's place: what our rules leave out for this person is never offered."""
    from backplan.rules.exclusion import high_impact, impact_words

    rule, reason = against
    waits = "; it waits until the back has healed" if rule in (high_impact.RULE.id, impact_words.RULE.id) else ""
    return (
        f"{clause(instead.name, 'is left out for you')}: {reason}{waits}. {clause(exercise.name, 'stays')}. "
        f"`backplan why {instead.id}` says more"
    )


def _nothing_fits(exercise: Exercise, instead: Exercise | None) -> str:
    if instead:
        return clause(instead.name, f"does not fit in the place of {exercise.name} this week, so that stays.")
    return (
        f"Nothing else fits in the place of {exercise.name} with what you told us, so it stays. "
        "If it troubles you, add it to what you dislike: `backplan init --only likes`."
    )


def _wanted(exercise: Exercise, instead: Exercise | None, left: Sequence[Other]) -> Exercise | None:
    """What comes in the place of an exercise; None leaves it to the plan. Raises UsageError for what cannot."""
    if instead is None or not left:
        return instead or (left[0].exercise if left else None)
    if instead.id in {each.exercise.id for each in left}:
        return instead
    can = ", ".join(each.exercise.id for each in left[:MOST])
    more = f"`backplan why {instead.id}` says more"
    raise UsageError(f"--for {instead.id}: it cannot take the place of {exercise.id}; {can} can. {more}")


def _with(asked: Request, wanted: Swap, comes: Exercise | None, before: Week) -> Request:
    """A request with a swap, and with what comes in its place, if that is known, where it stood; the days keep all else
    that they were shown with.
    """
    swaps = [each for each in asked.swaps if comes is None or each.exercise != comes.id]
    asked = asked._replace(swaps=(*swaps, wanted), around=True)
    slots = [slot for slot, held in before.programme.items() if held == wanted.exercise][:1]
    if comes is None or not slots:
        return asked
    return asked._replace(put=tuple((slot, comes.id) for slot in slots))


def tried(workspace: Workspace, store: Store, wanted: Swap, comes: Exercise | None, now: CurrentWeek) -> Tried:
    """What a swap would make of this week, which is not kept, with what comes in its place or what the plan chooses."""
    before = now.week
    asked = request(workspace, store, now.record, before.starts)
    return Tried(before, laid_out(workspace, _with(asked, wanted, comes, before)))


def swap_back(workspace: Workspace, exercise: Exercise) -> TakenBack:
    """Take back the swap of an exercise. Raises SafetyStop and UsageError."""
    today, key = workspace.today, exercise.id
    with admitted(workspace, writing=True) as (store, _):
        swapped = sorted({each.exercise for each in store.weeks.swaps()})
        if key not in swapped:
            others = f"you swapped away {', '.join(swapped)}" if swapped else "you swapped nothing away"
            raise UsageError(f"there is no swap of {key} to take back; {others}")
        before, record = current_week(workspace, store)
        after = _as_it_was(workspace, store, before, record, key)
        if after is None:
            asked = request(workspace, store, record, before.starts)
            after = laid_out(workspace, _with_it_again(asked, exercise, store.weeks.last_slots(key)))
        found = Tried(before, after)
        store.weeks.keep(found.after, today, back=key)
        names = {each.id: each.name for each in workspace.exercises}
        slots = [slot for slot, held in found.after.programme.items() if held == key]
        gave = {held for slot, held in before.programme.items() if slot in slots}
        return TakenBack(found.given(key, today), found.beside(today, {key, *gave}, names), found.other_coping(today))


def way_back(key: str) -> str:
    """How a swap of an exercise is taken back."""
    return f"`backplan swap --back {key}` takes that back"


def _used(week: Week) -> set[str]:
    return {item for day in week.days for item in _held(day)} | set(week.programme.values())


def _ahead_of(week: Week, today: date) -> set[str]:
    """The exercises of the programme and of the days from today on."""
    return {item for day in week.days if day.on >= today for item in _held(day)} | set(week.programme.values())


def _refuse_unused(workspace: Workspace, before: Week, key: str, store: Store) -> None:
    """Only what this week holds can be given up. Raises UsageError."""
    used = _used(before)
    swapped = any(each.exercise == key for each in store.weeks.swaps())
    if key in (_ahead_of(before, workspace.today) if swapped else used):
        return
    if swapped:
        raise UsageError(f"you swapped {key} away already; {way_back(key)}")
    near = did_you_mean(workspace.names.meant(key, used))
    raise UsageError(f"{key} is not in this week{near}; `backplan week` shows what is")


def _as_it_was(workspace: Workspace, store: Store, before: Week, record: OnRecord, key: str) -> Week | None:
    """This week as it was shown before an exercise was swapped away, where that still stands; None where anything else
    has changed it since, or a day of the swap has been lived.
    """
    versions = store.weeks.versions(before.starts)
    ahead = [_ahead_of(week, workspace.today) for week in versions]
    earlier = range(len(versions) - 1)
    was = max((number for number in earlier if key in ahead[number]), default=len(versions) - 2)
    if was < 0:
        return None
    then, now = versions[was], versions[-1]
    slots = {slot for slot, held in then.programme.items() if held == key}
    other = {each.exercise for each in store.weeks.swaps() if each.exercise != key}
    alike = all(now.programme.get(slot) == held for slot, held in then.programme.items() if slot not in slots)
    anew = any(
        each.kind == "anew" and each not in then.changes for week in versions[was + 1 :] for each in week.changes
    )
    lived = any(
        then.day(day.on) != now.day(day.on) for day in before.days if day.on < workspace.today or day.done is not None
    )
    if not alike or anew or lived or not other.isdisjoint(ahead[was]):
        return None
    return then if why_anew(then, record, workspace.own_mark) is None else None


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
    return asked._replace(
        weeks=weeks, around=True, swaps=[each for each in asked.swaps if each.exercise != exercise.id]
    )


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


def _beside(before: Day | None, after: Day, swapped: Collection[str], names: Mapping[str, str]) -> Beside:
    """What changed in the sessions of a day but for some exercises."""
    old, new = _doses(before, swapped), _doses(after, swapped)
    return Beside(
        after.on,
        tuple(names.get(each, each) for each in old if each not in new),
        tuple(names.get(each, each) for each in new if each not in old),
        tuple((names.get(key, key), was, new[key]) for key, was in old.items() if new.get(key, was) != was),
    )


def _doses(day: Day | None, but: Collection[str]) -> dict[str, str]:
    """The exercises of a day's sessions but some, each with its dose in words."""
    blocks = day.blocks() if day else []
    return {item.exercise: item.dose.words() for block in blocks for item in block.items if item.exercise not in but}


def _blocks(day: Day | None) -> list[DayBlock]:
    return day.everything() if day else []
