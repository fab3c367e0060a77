"""How a prescription looks: an item in words, who gave it, and where our own rules answer differently."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.errors import in_a_line
from backplan.model.week import LONG_ENOUGH
from backplan.model.wording import WEEKDAY_NAMES, capital, counted, full_day
from backplan.render.emergency import LINE, PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from backplan.actions.prescription import Held, PrescriptionEnded, PrescriptionRecorded, Short, Weighed
    from backplan.errors import SafetyStop
    from backplan.model.exercise import Exercise
    from backplan.model.prescription import Avoidable, Growth, Prescribed, Prescription
    from backplan.planner.choice.prescribed import OurAnswer

_DOES: Mapping[Avoidable, str] = {
    "bending": "bends the back forward",
    "arching": "arches the back",
    "twisting": "twists the back",
    "side-bending": "bends the back sideways",
}
NOTHING = "Nothing is prescribed. `backplan prescribe add EXERCISE` or `import FILE` records what is."
TO_WEEK = "`backplan week` shows your week."


def words(item: Prescribed, exercise: Exercise | None) -> str:
    """An item as people would write it, without who gave it."""
    if item.kind == "limit":
        return f"No day over {item.minutes} minutes"
    if item.kind == "accept-usual-pain":
        return f"A usual pain of {item.pain} is accepted"
    if item.modality:
        return f"Leave out everything of the kind {item.modality}"
    if item.movement:
        return f"Leave out everything that {_DOES[item.movement]}"
    name = exercise.name if exercise else item.exercise or ""
    return f"Leave out {name}" if item.kind == "avoid" else ", ".join((name, *_how_much(item, exercise)))


def _how_much(item: Prescribed, exercise: Exercise | None) -> Iterator[str]:
    """What an item asks for, part by part: its dose, how it grows, on which days, until when."""
    from backplan.planner.choice.dose import as_asked

    if exercise:
        besides = [item.particulars.words()] if item.particulars.words() else []
        dose = as_asked(exercise, item).words() if item.has_dose else ", ".join(("at the library's dose", *besides))
        yield dose
        if item.hold_s is not None and item.hold_s < LONG_ENOUGH:  # which a dose does not say
            yield f"hold {item.hold_s} s"
    if item.growth:
        yield _grows(item.growth)
    yield from _on_days(item)
    if item.until:
        yield f"until {full_day(item.until)}"
    if item.until_met:
        yield f"until {item.until_met}"
    if item.knows:
        yield "all sets, the care it needs being known"


def _on_days(item: Prescribed) -> Iterator[str]:
    """The days of an item, in words; nothing where none were said."""
    if item.days:
        *before, last = (WEEKDAY_NAMES[day] for day in item.days)
        yield f"{', '.join(before)} and {last}" if before else last
    elif item.alternate:
        yield "every other day"
    elif item.per_week:
        to = f" to {item.per_week_most}" if item.per_week_most else ""
        every = item.per_week == len(WEEKDAY_NAMES)
        yield "every day" if every else f"{item.per_week}{to} day{'s' * (item.per_week > 1 or bool(to))} a week"


def _grows(growth: Growth) -> str:
    """How a dose grows, in words."""
    every = f"every {counted(growth.days, 'day')}" if growth.days > 1 else "every day"
    when = "after three good sessions over a week" if growth.sessions > 1 else every
    more = "the next band" if growth.part == "band" else f"{growth.words_of(growth.by)} more"
    return f"{more} {when}, up to {growth.level(growth.most)}"


def signed(item: Prescribed) -> str:
    """Who gave it, when, and why."""
    return f"By your {item.giver}, {full_day(item.on)}.{because(item)}"


def because(item: Prescribed) -> str:
    """Why it was given, to go on with behind a sentence; nothing where that was not said."""
    return f" Why: “{item.why.rstrip('.')}”{'' if item.why[-1:] in '!?' else '.'}" if item.why else ""


def about(exercise: Exercise, items: Iterable[Prescribed]) -> Iterator[str]:
    """What is prescribed of an exercise, a line an item."""
    yield from (f"Prescribed (number {item.id}): {words(item, exercise)}. {signed(item)}" for item in items)


def our_word(found: Weighed, prescription: Prescription) -> Iterator[str]:
    """What our own rules say to an item in force, in sentences."""
    item, exercise = found.item, found.exercise
    if item.kind == "accept-usual-pain":
        yield "From a pain of 8 on there are still only ways to cope (rule pain-severe)."
    elif item.exercise and exercise is None:
        yield "The library has no such exercise now, so it cannot be given."
    for each in found.beaten if exercise or item.modality or item.movement else ():
        yield f"Leaving out wins over number {each.id}, which asks for {each.exercise}."
    if found.answer and exercise:
        yield from differences(found.answer, prescription, exercise, item.by)


def differences(answer: OurAnswer, prescription: Prescription, exercise: Exercise, by: str) -> tuple[str, ...]:
    """Both words where they differ: the prescription's and our own; one sentence for each way out of it."""
    from backplan.planner.choice.prescribed import why_barred, with_rules

    if not answer.barred:
        lifts = f"Our own rules would leave it out, and your {by}'s word lifts that: {with_rules(answer.lifted)}."
        held = (f"Held back for now: it is given {each.given}, because {each.why}." for each in answer.held)
        one = [f"One set for now: {answer.one_set}."] if answer.one_set else []
        return (*([lifts] if answer.lifted else []), *held, *one)
    return tuple(f"It is not given: {each}" for each in why_barred(answer.barred, prescription, exercise, ending=True))


def lines(shown: Held, *, plain: bool) -> Iterator[str]:
    """What is prescribed, each item with what our rules say or why it is over; then what stops everything."""
    help_at_once = PLAIN if plain else LINE
    if not shown.items:
        yield from (NOTHING, help_at_once)
        return
    for found in shown.items:
        first = f"{found.item.id}. {words(found.item, found.exercise)}. {signed(found.item)}"
        notes = our_word(found, shown.prescription) if found.in_force else (_over(found.item),)
        if plain:
            yield " ".join((first, *notes))
        else:
            yield from (first, *(" " * len(f"{found.item.id}. ") + note for note in notes))
    yield _not_lifted(shown.stop) if shown.stop else help_at_once


def sound(items: Sequence[Prescribed]) -> str:
    """That a file holds no fault, and what it asks for, where nobody is there whose week it could be."""
    gives, leaves = (sum(item.kind == kind for item in items) for kind in ("add", "avoid"))
    besides = [_lower(words(item, None)) for item in items if item.kind in ("limit", "accept-usual-pain")]
    parts = ", ".join([f"{gives} to give", *([f"{leaves} to leave out"] if leaves else []), *besides])
    return f"The file can be taken in as it is: {parts}. Whose week it would be is not known here."


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def for_whom(person: str) -> str:
    """Whom a file says that it is for."""
    return f"The file says that it is for: {person}."


def written(path: Path) -> str:
    """Where a prescription was written to."""
    return f"Written to {in_a_line(path)}."


def recorded(found: PrescriptionRecorded) -> Iterator[str]:
    """What was noted, what our rules say to it, what it takes the place of, what a week lacks, and what follows."""
    for each in found.items:
        yield f"Noted as number {each.item.id}: {words(each.item, each.exercise)}. {signed(each.item)}"
        beside = (*_from_library(each), *_spelled_out(each), *our_word(each, found.prescription))
        yield from (f"  {line}" for line in beside)
    if found.replaced:
        yield f"This takes the place of what was prescribed before (number {', '.join(map(str, found.replaced))})."
    exercises = {each.item.exercise: each.exercise for each in found.items}
    for old, parts in found.dropped:
        before = words(old, exercises.get(old.exercise))
        yield f"Before: {before}. The new dose says nothing of {_listed(parts)}: that is no longer asked for."
    if found.still:
        yield f"As it stood before: {_listed(found.still)}. `backplan prescribe end` and adding it anew begins afresh."
    if found.outgrown:
        yield "How it was to grow before does not fit this dose, and ends; --grow says it anew."
    yield from (_does_not_fit(found.short),) if found.short else ()
    yield from (_not_lifted(found.stop),) if found.stop else (TO_WEEK, LINE)


def _does_not_fit(short: Short) -> str:
    """Which of all that is prescribed a week does not hold, and what would help."""
    limit = short.prescription.most_minutes
    minutes = min(short.minutes, limit or short.minutes)
    more = [*(["more days"] if short.days < len(WEEKDAY_NAMES) else []), *(["longer days"] if minutes != limit else [])]
    helps = f"{capital(' or '.join(more))} (`backplan init --only time`), or fewer" if more else "Fewer"
    lacking = "; ".join(f"{name}, on {held} of {counted(asked, 'day')}" for name, asked, held in short.lacking)
    room = f"{counted(short.days, 'day')} of at most {minutes} minutes"
    return (
        f"Not all that is prescribed fits into {room}{f': {lacking}' if lacking else ''}. {helps} exercises would help."
    )


def _from_library(found: Weighed) -> Iterator[str]:
    """Which parts of a dose are the library's, where others were said and they were not; how many sets first of all."""
    from backplan.planner.choice.dose import as_asked

    item, exercise = found.item, found.exercise
    if item.kind != "add" or exercise is None or not (item.sets or item.reps or item.hold_s):
        return
    dose = as_asked(exercise, item)
    if dose.minutes is not None:
        return
    if item.reps and item.sets is None and dose.sets > 1:
        yield f"The {dose.sets} sets are the library's, as none were said; `--sets` says another number, as 1."
    if item.reps is None and not item.particulars.each_set:
        yield f"The {counted(dose.reps, 'repetition')} of a set are the library's; `--reps` says another number."
    if item.hold_s is None and (dose.hold_s >= LONG_ENOUGH or dose.stretch):
        yield f"The hold of {dose.hold_s} s is the library's, as none was said; `--hold` says another, or 0 for none."


def _spelled_out(found: Weighed) -> Iterator[str]:
    """A dose of holds, or of one set several times a day, in whole words, as it may be written in more than one way."""
    from backplan.planner.choice.dose import as_asked
    from backplan.render.dose_sentence import sentence

    item, exercise = found.item, found.exercise
    many_ways = (item.hold_s or 0) >= LONG_ENOUGH or (item.sets == 1 and (item.particulars.times_a_day or 1) > 1)
    if exercise and many_ways and exercise.dose.minutes is None:
        yield f"In words: {sentence(as_asked(exercise, item))}"


_NOUNS: Mapping[str, str] = {
    "reps": "repetitions", "per_week": "days a week", "times_a_day": "times a day", "until": "until when",
    "grow": "how it grows", "side": "the side", "rest": "the rest", "load": "the load", "hold": "the hold",
    "knows": "that the care it needs is known",
}  # fmt: skip


def _listed(keys: Sequence[str]) -> str:
    """Parts of a dose and its days in words: the hold, days a week and why."""
    *before, last = (_NOUNS.get(key, key) for key in keys)
    return f"{', '.join(before)} and {last}" if before else last


def safeguards(items: Sequence[Prescribed], library: Mapping[str, Exercise]) -> Iterator[str]:
    """What keeps somebody safe, and would end with all the rest."""
    yield "All of it holds this, too, which is there to keep you safe:"
    for item in items:
        yield f"  {item.id}. {words(item, library.get(item.exercise or ''))}."


def ended(found: PrescriptionEnded, library: Mapping[str, Exercise]) -> Iterator[str]:
    """What ends, and what was over already; ``library`` is the library by id."""
    if not (found.items or found.unread):
        yield "Nothing is in force, so nothing ends."
    for number in found.unread:
        yield f"Ended from today on: number {number}, which cannot be read."
    for item in found.items:
        yield f"Ended from today on: {words(item, library.get(item.exercise or ''))}."
    for item in found.over:
        yield f"Number {item.id}, {words(item, library.get(item.exercise or ''))}, was over already."
    yield LINE


def _not_lifted(stop: SafetyStop) -> str:
    return f"A prescription does not lift this: {stop.sentence}"


def _over(item: Prescribed) -> str:
    if item.ended:
        return f"Ended on {item.ended}."
    return f"Its last day was {item.until}." if item.until else f"It holds from {item.on} on."


def document(shown: Held, today: date) -> dict[str, Any]:
    """What is prescribed as one JSON document."""
    stop = shown.stop
    return {
        "schema": 1,
        "date": today.isoformat(),
        "items": [item_document(each, stopped=stop is not None) for each in shown.items],
        "stop": {"rule": stop.rule, "sentence": stop.sentence} if stop else None,
    }


def item_document(found: Weighed, *, stopped: bool) -> dict[str, Any]:
    """An item as JSON, with its whole dose and what our own rules say to it; ``stopped``: nothing is given now."""
    from backplan.planner.choice.dose import as_asked

    item, exercise, answer = found.item, found.exercise, found.answer
    return {
        **item.as_dict(),
        "name": exercise and exercise.name,
        "dose": as_asked(exercise, item).as_dict() if item.kind == "add" and exercise else None,
        "in_force": found.in_force,
        "given": is_given(found, stopped=stopped),
        "rules": [{"id": rule, "reason": reason} for rule, reason in (answer.barred if answer else ())],
        "lifted": [{"id": rule, "reason": reason} for rule, reason in (answer.lifted if answer else ())],
        "held": [
            {"id": each.rule, "reason": each.reason, "given": each.given} for each in (answer.held if answer else ())
        ],
    }


def is_given(found: Weighed, *, stopped: bool) -> bool | None:
    """Whether a prescribed exercise may be given; None where that is not known, or nothing was to be given."""
    return None if found.answer is None else not (found.answer.barred or stopped)
