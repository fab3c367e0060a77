"""`backplan prescribe`: a therapist's own prescription, laid over the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast, get_args

import typer

from backplan.cli.groups import Group
from backplan.cli.terminal import completing, dates, environment, output
from backplan.errors import FileError, SafetyStop, UsageError, nearest
from backplan.model.prescription import ItemKind, Prescribed, Prescription, in_force
from backplan.model.vocabulary import ClearedBy, Modality

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.exercise import Exercise
    from backplan.planner.choice.prescribed import OurAnswer
    from backplan.store.store import Store

app = typer.Typer(cls=Group, rich_markup_mode=None, invoke_without_command=True, add_completion=False)

LONGEST_WHY = 240

_By = Annotated[str, typer.Option("--by", help="Who gave it: doctor, physiotherapist, surgeon or midwife.")]
_On = Annotated[str, typer.Option("--on", help="The day it was given.")]
_Why = Annotated[str | None, typer.Option("--why", help="Why, for the patient to read.")]
_Json = Annotated[bool, typer.Option("--json", help="One JSON document.")]
_Plain = Annotated[bool, typer.Option("--plain", help="No nested lines: one labelled line per item.")]
_All = Annotated[bool, typer.Option("--all", help="Also what has ended.")]


@app.callback()
def prescribe(ctx: typer.Context, as_json: _Json = False, plain: _Plain = False) -> None:
    """Lay a therapist's prescription over the plan: exercises and doses, what to avoid, a limit.

    Prescribed exercises come first, at their dose; what is avoided is never given. A prescription lifts no red flag,
    no missing clearance, and not the ban on running, jogging and jumping. Without a command, shows what is prescribed.
    """
    if ctx.invoked_subcommand is None:
        _show(as_json=as_json, plain=plain, ended=False)
    elif as_json or plain:
        word = "--json" if as_json else "--plain"
        raise UsageError(f"{word} goes after the command: `backplan prescribe show {word}`")


@app.command()
def add(
    exercise: Annotated[
        str, typer.Argument(help="An exercise: its id or its name.", autocompletion=completing.exercises)
    ],
    sets: Annotated[int | None, typer.Option("--sets", min=1, max=10, help="Sets.")] = None,
    reps: Annotated[int | None, typer.Option("--reps", min=1, max=50, help="Repetitions of a set.")] = None,
    hold: Annotated[int | None, typer.Option("--hold", min=0, max=120, help="Seconds each is held.")] = None,
    minutes: Annotated[int | None, typer.Option("--minutes", min=1, max=120, help="Minutes, of a walk say.")] = None,
    per_week: Annotated[int | None, typer.Option("--per-week", min=1, max=7, help="Days a week.")] = None,
    until: Annotated[str | None, typer.Option("--until", help="The last day: 2027-01-15.")] = None,
    by: _By = "physiotherapist",
    on: _On = "today",
    why: _Why = None,
) -> None:
    """Prescribe an exercise; what of its dose is not said is the library's."""
    from backplan.cli.why_command import exercise_named
    from backplan.files import prescription as files_prescription

    item, found = _signed("add", by, on, why), exercise_named(exercise, _exercises())
    if wrong := files_prescription.dose_fault(found, sets, reps, hold, minutes):
        raise UsageError(wrong[1])
    _record(
        [
            item._replace(
                exercise=found.id, sets=sets, reps=reps, hold_s=hold, minutes=minutes, per_week=per_week,
                until=_last_day(until),
            )
        ]
    )  # fmt: skip


@app.command()
def avoid(
    exercise: Annotated[
        str,
        typer.Argument(
            help="An exercise (id or name), or a whole kind, like yoga.", autocompletion=completing.activities
        ),
    ],
    by: _By = "physiotherapist",
    on: _On = "today",
    why: _Why = None,
) -> None:
    """Never give an exercise, or a whole kind of exercise."""
    item, word = _signed("avoid", by, on, why), exercise.strip().lower().replace(" ", "-")
    if word in get_args(Modality):
        _record([item._replace(modality=cast("Modality", word))])
        return
    from backplan.cli.why_command import exercise_named

    _record([item._replace(exercise=exercise_named(exercise, _exercises()).id)])


@app.command()
def limit(
    minutes: Annotated[int, typer.Option("--minutes", min=5, max=240, help="The most minutes a day.")],
    by: _By = "physiotherapist",
    on: _On = "today",
    why: _Why = None,
) -> None:
    """Set the most minutes of exercise a day, all sessions together."""
    _record([_signed("limit", by, on, why)._replace(minutes=minutes)])


@app.command("accept-usual-pain")
def accept_usual_pain(
    pain: Annotated[int, typer.Argument(min=0, max=7, help="The usual pain that is accepted, 0 to 7.")],
    by: _By = "physiotherapist",
    on: _On = "today",
    why: _Why = None,
) -> None:
    """Accept a usual pain: up to it, sessions go on as usual. From 8 on there are only ways to cope, always."""
    _record([_signed("accept-usual-pain", by, on, why)._replace(pain=pain)])


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A prescription in YAML; `backplan prescribe schema` describes it.")],
    replace: Annotated[bool, typer.Option("--replace", help="End everything prescribed before.")] = False,
) -> None:
    """Take a prescription from a file; it is stored as a whole, or not at all."""
    from backplan.files import prescription as files_prescription
    from backplan.files import yaml

    found, places = yaml.read(file)
    if not isinstance(found, dict):
        raise FileError([places.say((), "a prescription holds keys and values, like `prescription: {by: doctor}`")])
    items, person = files_prescription.check(found, places, environment.today(), _exercises())
    if person:
        output.say(f"The file says that it is for: {person}.")
    _record(items, replace=replace)


@app.command()
def export(
    file: Annotated[Path | None, typer.Argument(help="Where to write it; to the terminal without one.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write the prescription in force as a file that `import` reads."""
    from backplan.files import prescription as files_prescription

    prescription = in_force(_stored(), environment.today())
    if not prescription.items:
        raise UsageError("nothing is prescribed, so there is nothing to export")
    text = files_prescription.text_of(files_prescription.document_of(prescription))
    if file is None or str(file) == "-":
        output.say(text)
        return
    if file.exists() and not force:
        raise UsageError(f"{file} is there already; name another file, or add --force to write over it")
    file.write_text(text + "\n", encoding="utf-8")
    output.say(f"Written to {file}.")


@app.command()
def show(as_json: _Json = False, plain: _Plain = False, ended: _All = False) -> None:
    """Show what is prescribed, by whom, and where our own rules answer differently."""
    _show(as_json=as_json, plain=plain, ended=ended)


@app.command()
def end(
    number: Annotated[str, typer.Argument(help="The number that `prescribe show` gives it, or all.")] = "",
) -> None:
    """End one item of the prescription, or all of it, from today on."""
    from backplan.store.store import opened

    today, items = environment.today(), _stored()
    ending = [item for item in items if not item.is_over(today)]
    if number.strip().lower() != "all":
        ending = [_numbered(number, items, ending)]
    if ending:
        with opened(environment.home()) as store:
            store.end_prescription([item.id for item in ending if item.id is not None], today)
    else:
        output.say("Nothing is in force, so nothing ends.")
    known = {each.id: each for each in _exercises()}
    output.lines(f"Ended from today on: {_words(item, known)}." for item in ending)
    if number.strip().lower() == "all":
        gone = [item for item in items if item.ended is None and item.is_over(today)]
        output.lines(f"Number {item.id}, {_words(item, known)}, was over already." for item in gone)


def _numbered(number: str, items: Sequence[Prescribed], live: Sequence[Prescribed]) -> Prescribed:
    """The item of a number, if it can be ended. Raises UsageError."""
    known = ", ".join(str(item.id) for item in live)
    to_end = f"in force: {known}" if known else "nothing is in force"
    if not number.strip():
        raise UsageError(f"which one? `backplan prescribe end NUMBER` or `end all`; {to_end}")
    for item in items:
        if number.strip() == str(item.id):
            if item in live:
                return item
            raise UsageError(f"number {item.id} is over already ({_over(item)[:-1].lower()}); {to_end}")
    raise UsageError(f"there is no item {number} to end; {to_end}")


@app.command()
def schema() -> None:
    """Print the JSON Schema of a prescription file, for editors and a clinic's own tools."""
    from backplan.files import prescription as files_prescription

    output.document(files_prescription.schema())


# -- reading ------------------------------------------------------------------------------------------------------


def _exercises() -> tuple[Exercise, ...]:
    from backplan.cli.terminal.unread import library_workspace

    return library_workspace().exercises


def _signed(kind: ItemKind, by: str, on: str, why: str | None) -> Prescribed:
    """An item with who gave it, when and why. Raises UsageError."""
    known = get_args(ClearedBy)
    if by not in known:
        raise UsageError(f"--by {by}: choose {', '.join(known[:-1])} or {known[-1]}{nearest(by, known)}")
    clean = " ".join(output.safe(why or "").split())
    if len(clean) > LONGEST_WHY:
        raise UsageError(f"--why has {len(clean)} characters; {LONGEST_WHY} is the most")
    return Prescribed(kind, cast("ClearedBy", by), dates.past_day(on, "--on"), why=clean or None)


def _last_day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        found = dates.day(text, "--until")
    except UsageError:
        raise UsageError(f"--until {text}: write the last day like 2027-01-15, or as the coming mon, tue ...") from None
    if dates.weekday(text.strip().lower()) and found < environment.today():
        found += timedelta(days=7)
    if found < environment.today():
        raise UsageError(f"--until {text}: {found} is over already; name a day from today on")
    return found


def _stored() -> list[Prescribed]:
    from backplan.store.store import exists, opened

    home = environment.home()
    if not exists(home):
        return []
    with opened(home) as store:
        return store.prescriptions()


# -- recording ----------------------------------------------------------------------------------------------------


def _record(items: Sequence[Prescribed], *, replace: bool = False) -> None:
    """Store items, end those whose place they take, and say what follows, what cannot be done included."""
    from backplan.files import prescription as files_prescription
    from backplan.store.store import opened

    today = environment.today()
    with opened(environment.home()) as store, store.transaction():
        before = [item for item in store.prescriptions() if not item.is_over(today)]
        ending = before if replace else files_prescription.superseded(items, before)
        numbers = store.prescribe(items, today, [item.id for item in ending if item.id is not None])
        prescription = in_force(store.prescriptions(), today)
        case = _case(store, prescription, today)
    judge = judge_of(prescription, case)
    known = {each.id: each for each in _exercises()}
    for number, item in zip(numbers, items, strict=True):
        output.say(f"Noted as number {number}: {_words(item, known)}. {_sign(item)}")
        output.lines(f"  {line}" for line in judge(item, known.get(item.exercise or "")))
    over = [str(item.id) for item in ending]
    if over:
        output.say(f"This takes the place of what was prescribed before (number {', '.join(over)}).")
    stop = _stop()
    output.say(_not_lifted(stop) if stop else "`backplan week` shows your week.")


def _stop() -> SafetyStop | None:
    """Why nothing is given at all for now; None when something is."""
    from backplan.actions.person import NOT_SCREENED, screened
    from backplan.store.store import exists, opened

    if not exists(environment.home()):
        return NOT_SCREENED
    try:
        with opened(environment.home()) as store:
            screened(store, environment.today())
    except SafetyStop as stop:
        return stop
    return None


def _not_lifted(stop: SafetyStop) -> str:
    return f"A prescription does not lift this: {stop.sentence}"


def _case(store: Store, prescription: Prescription, today: date) -> Case | None:
    """The person on record as the planner sees them, with the prescription; None before the interview is done."""
    from backplan.actions import on_record, week
    from backplan.model.week import monday
    from backplan.planner.week import selection_for

    person = store.person()
    if person is None or person.unfinished:
        return None
    asked = week.request(environment.workspace(), store, on_record.read(store, person, today), monday(today))
    return selection_for(asked).case._replace(prescription=prescription)


def judge_of(prescription: Prescription, case: Case | None) -> Callable[[Prescribed, Exercise | None], tuple[str, ...]]:
    """What our own rules say to each item, in sentences."""
    from backplan.planner.choice import prescribed

    def judge(item: Prescribed, exercise: Exercise | None) -> tuple[str, ...]:
        if item.kind == "accept-usual-pain":
            return ("From a pain of 8 on there are still only ways to cope (rule pain-severe).",)
        if item.exercise and exercise is None:
            return ("The library has no such exercise now, so it cannot be given.",)
        if item.kind == "avoid":
            return tuple(_wins(item, prescription.added))
        if item.kind != "add" or exercise is None or case is None:
            return ()
        return prescribed.differences(prescribed.our_answer(exercise, case), prescription, exercise)

    return judge


def _wins(avoid: Prescribed, added: Sequence[Prescribed]) -> Iterator[str]:
    """Which of the prescribed exercises an item rules out."""
    kinds = {each.id: each.modality for each in _exercises()} if added else {}
    for item in added:
        if avoid.concerns(item.exercise or "", kinds.get(item.exercise or "", "")):
            yield f"Leaving out wins over number {item.id}, which asks for {item.exercise}."


def _words(item: Prescribed, known: dict[str, Exercise]) -> str:
    from backplan.planner.choice import prescribed

    return prescribed.item_in_words(item, known.get(item.exercise or ""))


def _sign(item: Prescribed) -> str:
    from backplan.planner.choice import prescribed

    return prescribed.signed(item)


# -- showing ------------------------------------------------------------------------------------------------------


def _show(*, as_json: bool, plain: bool, ended: bool) -> None:
    from backplan.store.store import exists, opened

    today, home = environment.today(), environment.home()
    items: list[Prescribed] = []
    prescription, case = Prescription(), None
    if exists(home):
        with opened(home) as store:
            items = store.prescriptions()
            prescription = in_force(items, today)
            case = _case(store, prescription, today) if items else None
    listed = items if ended else sorted(prescription.items, key=lambda item: item.id or 0)
    if as_json:
        output.document(_document(listed, prescription, case, today))
    elif not listed:
        output.say("Nothing is prescribed. `backplan prescribe add EXERCISE` or `import FILE` records what is.")
    else:
        output.lines(_lines(listed, prescription, case, plain=plain))
        if stop := _stop():
            output.say(_not_lifted(stop))


def _lines(items: Iterable[Prescribed], prescription: Prescription, case: Case | None, *, plain: bool) -> Iterator[str]:
    known = {each.id: each for each in _exercises()}
    judge = judge_of(prescription, case)
    for item in items:
        first = f"{item.id}. {_words(item, known)}. {_sign(item)}"
        live = item in prescription.items
        notes = judge(item, known.get(item.exercise or "")) if live else (_over(item),)
        if plain:
            yield " ".join((first, *notes))
        else:
            yield from (first, *(" " * len(f"{item.id}. ") + note for note in notes))


def about(exercise: Exercise, items: Iterable[Prescribed]) -> list[str]:
    """What is prescribed of an exercise, a line an item."""
    held = (item for item in items if item.concerns(exercise.id, exercise.modality))
    return [f"Prescribed (number {item.id}): {_words(item, {exercise.id: exercise})}. {_sign(item)}" for item in held]


def _over(item: Prescribed) -> str:
    if item.ended:
        return f"Ended on {item.ended}."
    return f"Its last day was {item.until}." if item.until else f"It holds from {item.on} on."


def _document(
    items: Iterable[Prescribed], prescription: Prescription, case: Case | None, today: date
) -> dict[str, Any]:
    known = {each.id: each for each in _exercises()}
    stop = _stop()
    found = [
        item_document(
            item, known.get(item.exercise or ""), case, live=item in prescription.items, stopped=stop is not None
        )
        for item in items
    ]
    told = {"stop": {"rule": stop.rule, "sentence": stop.sentence} if stop else None}
    return {"schema": 1, "date": today.isoformat(), "items": found, **told}


def item_document(
    item: Prescribed, exercise: Exercise | None, case: Case | None, *, live: bool, stopped: bool
) -> dict[str, Any]:
    """An item as JSON, with its whole dose and what our own rules say to it."""
    from backplan.planner.choice import dose, prescribed

    judged: OurAnswer | None = None
    if live and item.kind == "add" and exercise and case:
        judged = prescribed.our_answer(exercise, case)
    given = item.kind == "add" and exercise is not None and dose.as_asked(exercise, item).as_dict()
    return {
        **item.as_dict(),
        "name": exercise and exercise.name,
        "dose": given or None,
        "in_force": live,
        "given": judged and not (judged.barred or stopped),
        "rules": [{"id": rule, "reason": reason} for rule, reason in (judged.barred if judged else ())],
        "lifted": [{"id": rule, "reason": reason} for rule, reason in (judged.lifted if judged else ())],
    }
