"""`backplan init`: the safety questions, the pain, and what the person has and can do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from backplan.cli.terminal import completing, environment, output
from backplan.errors import FileError, SafetyStop, UsageError, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backplan.model.person import Person

app = typer.Typer(rich_markup_mode=None)

LISTS = ("red-flags", "conditions", "equipment", "sections")
_OF = "Several with commas; 'none' for none."


@app.command()
def init(
    answers: Annotated[Path | None, typer.Option("--answers", help="All answers from a YAML file.")] = None,
    only: Annotated[str, typer.Option("--only", help="Just these sections, like pain,time.")] = "",
    list_: Annotated[str, typer.Option("--list", help="List red-flags, conditions, equipment or sections.")] = "",
    export: Annotated[bool, typer.Option("--show", help="Show what is on record as an answers file.")] = False,
    red_flags: Annotated[
        str | None, typer.Option("--red-flags", help=f"Red-flag ids. {_OF}", autocompletion=completing.red_flags)
    ] = None,
    clearance_by: Annotated[
        str | None, typer.Option("--clearance-by", help="doctor, physiotherapist, surgeon, midwife or none.")
    ] = None,
    clearance_on: Annotated[str | None, typer.Option("--clearance-on", help="The day of the clearance.")] = None,
    knows: Annotated[
        str | None,
        typer.Option("--knows", help=f"Red flags the clinician knows of. {_OF}", autocompletion=completing.red_flags),
    ] = None,
    pain: Annotated[int | None, typer.Option("--pain", min=0, max=10, help="Pain now, 0 to 10.")] = None,
    usual: Annotated[int | None, typer.Option("--usual", min=0, max=10, help="Your usual pain, 0 to 10.")] = None,
    controlled: Annotated[
        bool | None, typer.Option("--controlled/--not-controlled", help="Controlled enough to exercise?")
    ] = None,
    since: Annotated[str | None, typer.Option("--since", help="The day this pain began.")] = None,
    leg: Annotated[str | None, typer.Option("--leg", help="none, buttock, thigh, calf or foot.")] = None,
    conditions: Annotated[
        str | None, typer.Option("--conditions", help=f"Condition ids. {_OF}", autocompletion=completing.conditions)
    ] = None,
    surgery: Annotated[
        str | None, typer.Option("--surgery", help="disc, decompression, fusion, other or none.")
    ] = None,
    surgery_on: Annotated[str | None, typer.Option("--surgery-on", help="The day of the operation.")] = None,
    released: Annotated[str | None, typer.Option("--released", help="The day you were released to exercise.")] = None,
    pregnant_weeks: Annotated[
        int | None, typer.Option("--pregnant-weeks", min=0, max=45, help="Weeks of pregnancy; 0 for not pregnant.")
    ] = None,
    changed: Annotated[
        str | None, typer.Option("--changed", help="fall, hospital, diagnosis, heart, numbness or none.")
    ] = None,
    changed_on: Annotated[str | None, typer.Option("--changed-on", help="The day of that change.")] = None,
    swim: Annotated[bool | None, typer.Option("--swim/--no-swim", help="Can you swim?")] = None,
    floor: Annotated[
        bool | None, typer.Option("--floor/--no-floor", help="Can you get down to the floor and up again?")
    ] = None,
    days: Annotated[
        str | None, typer.Option("--days", help="Days, like mon,thu,sat.", autocompletion=completing.days)
    ] = None,
    minutes: Annotated[int | None, typer.Option("--minutes", min=5, max=240, help="Minutes on each of them.")] = None,
    pool_days: Annotated[
        str | None,
        typer.Option("--pool-days", help="Days on which you can go to a pool.", autocompletion=completing.days),
    ] = None,
    equipment: Annotated[
        str | None, typer.Option("--equipment", help=f"Equipment ids. {_OF}", autocompletion=completing.equipment)
    ] = None,
    gym: Annotated[
        str | None, typer.Option("--gym", help=f"Equipment of your gym. {_OF}", autocompletion=completing.equipment)
    ] = None,
    aerobic_minutes: Annotated[
        int | None, typer.Option("--aerobic-minutes", min=1, max=240, help="What you walk or cycle in comfort today.")
    ] = None,
    level: Annotated[str | None, typer.Option("--level", help="basic, intermediate or advanced.")] = None,
    likes: Annotated[
        str | None,
        typer.Option("--likes", help=f"Exercises or kinds you like. {_OF}", autocompletion=completing.wishes),
    ] = None,
    dislikes: Annotated[
        str | None,
        typer.Option("--dislikes", help=f"Exercises or kinds you dislike. {_OF}", autocompletion=completing.wishes),
    ] = None,
    functions: Annotated[
        str | None, typer.Option("--functions", help=f"What you want back, like put on my socks. {_OF}")
    ] = None,
) -> None:
    """Record the safety answers, the clearance, the pain, and what you have and can do.

    Asks in a terminal; every question also has a flag, and --answers takes them all from a file.
    Run again, it shows what is on record and changes only what you ask for with --only or a flag.
    """
    given = {
        key: value
        for key, value in locals().items()
        if key not in ("answers", "only", "list_", "export") and value is not None
    }
    if list_:
        _list(list_)
    elif export:
        _show()
    elif answers is not None:
        if given or only:
            raise UsageError("--answers gives every answer at once; it cannot go with other answers")
        _from_file(answers)
    else:
        _from_answers(given, only)


def _list(what: str) -> None:
    if what not in LISTS:
        raise UsageError(f"--list {what}: there is no such list{nearest(what, LISTS)}; choose from {', '.join(LISTS)}")
    for key, means in listed(what):
        output.say(f"{key}\t{means}")


def listed(what: str) -> list[tuple[str, str]]:
    """The ids that may be answered in one place, with what each means."""
    from backplan.model import vocabulary
    from backplan.rules.red_flags import RED_FLAGS

    if what == "red-flags":
        return [(rule.id, f"{rule.asks} ({rule.level})") for rule in RED_FLAGS]
    if what == "conditions":
        return list(vocabulary.CONDITION_MEANS.items())
    if what == "sections":
        from backplan.cli.interview import SECTIONS

        return [(section.name, section.about) for section in SECTIONS]
    granted = [(item, "taken for granted at home") for item in sorted(vocabulary.GRANTED)]
    return [*granted, *vocabulary.EQUIPMENT_MEANS.items()]


def _show() -> None:
    import yaml

    from backplan.files import answers
    from backplan.store.store import exists, opened

    home = environment.home()
    if not exists(home):
        raise UsageError("nothing is on record yet; run `backplan init`")
    with opened(home) as store:
        person = store.person()
    if person is None or person.unfinished:
        raise UsageError("no finished interview is on record; run `backplan init`")
    output.say(yaml.safe_dump(answers.document_of(person), sort_keys=False, default_flow_style=None).rstrip())


def _from_file(path: Path) -> None:
    from backplan.files.yaml import read

    found, places = read(path)
    if not isinstance(found, dict):
        raise FileError([places.say((), "the answers file must hold keys and values, like `red_flags: []`")])
    record(found, places)


def _from_answers(given: dict[str, Any], only: str) -> None:
    from backplan.cli import interview
    from backplan.files import answers
    from backplan.store.store import exists

    today, home = environment.today(), environment.home()
    before = _on_record(home) if exists(home) else None
    finished = before is not None and not before.unfinished
    document = answers.document_of(before) if before and finished else {}
    sections = interview.sections_named(only)
    interview.take_flags(document, given, today)
    if environment.at_terminal() and (only or not given):
        if before and finished and not only:
            sections = interview.choose_sections(before)
        elif not finished:
            sections = interview.sections_named("")
        interview.ask(document, sections, today, before)
        asked = {section.name for section in sections}
        told, screened = "pain" in asked or "pain" in given, "red-flags" in asked or "red_flags" in given
        scores = interview.ask_first_scores(document, before) if "functions" in asked else {}
        record(document, None, pain_told=told, screened=screened, scores=scores)
        return
    if interview.has_emergency(document) and not finished:
        interview.end_here(document, today)
    interview.complain_of_missing(document, sections, given)
    record(document, None, pain_told=bool({"pain", "usual"} & given.keys()), screened="red_flags" in given)


def _on_record(home: Path) -> Person | None:
    from backplan.store.store import opened

    with opened(home) as store:
        return store.person()


def record(
    document: dict[str, Any],
    places: Any,
    *,
    pain_told: bool = True,
    screened: bool = True,
    unfinished: bool = False,
    scores: Mapping[str, int] | None = None,
) -> None:
    """Check the answers, store them, and say what follows; raises SafetyStop after storing when one applies.

    Pain that was told in this run goes into the diary, too, as its latest word, and so do scores of activities.
    """
    from backplan.files import answers
    from backplan.files.yaml import Places
    from backplan.model.diary import FROM_INTERVIEW, LogEntry
    from backplan.planner.screen import stops
    from backplan.store.store import opened

    today, home = environment.today(), environment.home()
    try:
        checked = answers.check(document, places or Places("answers"), today, wishes())
    except FileError as error:
        if places is not None:
            raise
        raise UsageError("\n".join(fault.partition(": ")[2] for fault in error.faults)) from None
    with opened(home) as store, store.transaction():
        before = store.person()
        pain_on = before.pain.on if before and not pain_told else today
        asked_on = today if screened or before is None else before.screened
        person = checked.person(today, before, pain_on)._replace(unfinished=unfinished, screened=asked_on)
        store.record_person(person, today)
        if pain_told and not unfinished:
            store.log(LogEntry(today, "pain", pain=person.pain.now, note=FROM_INTERVIEW))
        told = [
            LogEntry(today, "function", function=name, score=score, note=FROM_INTERVIEW)
            for name, score in (scores or {}).items()
        ]
        store.log(*told)
    output.say("Your answers are recorded.")
    if not told and set(person.functions) - set(before.functions if before else ()):
        output.say(TO_SCORE)
    if (found := stops.stop(person, today)) is not None:
        raise SafetyStop(found.rule, found.sentence)
    output.say("`backplan week` shows your week.")


TO_SCORE = "How well can you do what you named, 0 (cannot) to 10 (as before)? `backplan log --function 1=N` notes it."


def wishes() -> set[str]:
    """The words a person may like or dislike: every exercise and every kind of exercise."""
    from backplan.cli import planned

    exercises = planned.exercises()
    return {exercise.id for exercise in exercises} | {exercise.modality for exercise in exercises}
