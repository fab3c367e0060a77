"""`backplan init`: the safety questions, the pain, and what the person has and can do."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from backplan.cli.terminal import completing, environment, output
from backplan.cli.terminal.unread import tell_unread
from backplan.errors import FileError, UsageError, nearest

if TYPE_CHECKING:
    from backplan.actions.answers import Told
    from backplan.actions.workspace import Workspace
    from backplan.cli.questions import Document, Sitting
    from backplan.files.yaml import Places

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

    from backplan.actions.person import on_record
    from backplan.files import answers

    place = environment.workspace()
    if not place.begun:
        raise UsageError("nothing is on record yet; run `backplan init`")
    person = on_record(place)
    if person is None or person.unfinished:
        raise UsageError("no finished interview is on record; run `backplan init`")
    output.say(yaml.safe_dump(answers.document_of(person), sort_keys=False, default_flow_style=None).rstrip())


def _from_file(path: Path) -> None:
    from backplan.actions.answers import Told
    from backplan.files.yaml import read

    found, places = read(path)
    if not isinstance(found, dict):
        raise FileError([places.say((), "the answers file must hold keys and values, like `red_flags: []`")])
    _record(environment.workspace(), found, Told(), places)


def _from_answers(given: dict[str, Any], only: str) -> None:
    from backplan.actions.answers import Told
    from backplan.actions.person import on_record
    from backplan.cli import init_flags, interview
    from backplan.cli.questions import Sitting
    from backplan.files import answers

    place = environment.workspace()
    before = on_record(place)
    finished = before is not None and not before.unfinished
    document = answers.document_of(before) if before and finished else {}
    sections = interview.sections_named(only)
    init_flags.take_flags(document, given, place.today)
    if environment.at_terminal() and (only or not given):
        _interview(document, given, only, Sitting(place, before))
    elif interview.has_emergency(document) and not finished:
        _end_here(place, document)
    else:
        init_flags.complain_of_missing(document, sections, given)
        _record(place, document, Told(bool({"pain", "usual"} & given.keys()), "red_flags" in given))


def _interview(document: "Document", given: dict[str, Any], only: str, sitting: "Sitting") -> None:
    """Ask what is to be asked, and record it, however early the interview ends."""
    from backplan.actions.answers import Told
    from backplan.cli import interview, questions

    before = sitting.before
    sections = interview.sections_named(only)
    if before is not None and not before.unfinished and not only:
        sections = interview.choose_sections(before)
    elif before is None or before.unfinished:
        sections = interview.sections_named("")
    if not interview.ask(document, sections, sitting):
        _end_here(sitting.place, document)
        return
    asked = {section.name for section in sections}
    pain, signs = "pain" in asked or "pain" in given, "red-flags" in asked or "red_flags" in given
    scores = questions.ask_first_scores(document, sitting) if "functions" in asked else {}
    _record(sitting.place, document, Told(pain, signs, scores))


def _end_here(place: "Workspace", document: "Document") -> None:
    """Record an emergency sign and stop; a person who had not answered the rest is asked for it another time."""
    from backplan.actions.answers import Told

    rest = {
        "pain": {"now": 10, "usual": 10, "controlled": False, "since": place.today.isoformat(), "leg": "none"},
        "time": {"days": ["mon"], "minutes": 5},
    }
    unfinished = not rest.keys() <= document.keys()
    _record(place, {**rest, **document}, Told(pain=False, unfinished=unfinished))


def _record(place: "Workspace", document: "Document", told: "Told", places: "Places | None" = None) -> None:
    """Record the answers first and say so; then a stop, if one holds. Answers of a file have their places in it.

    Raises UsageError, FileError and SafetyStop.
    """
    from backplan.actions.answers import record
    from backplan.files.yaml import Places
    from backplan.render import init as words

    tell_unread(place)
    try:
        answered = record(place, document, places or Places("answers"), told)
    except FileError as error:
        if places is not None:
            raise
        raise UsageError("\n".join(fault.partition(": ")[2] for fault in error.faults)) from None
    output.lines(words.answered(answered))
    if answered.stop is not None:
        raise answered.stop
