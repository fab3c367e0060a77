"""`backplan prescribe`: a therapist's own prescription, laid over the plan."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar, cast, get_args

import typer

from backplan.cli.groups import CommandGroup
from backplan.cli.terminal import asking, completing, dates, environment, output
from backplan.cli.terminal.flags import taking
from backplan.cli.terminal.together import AllAtOnce, Together
from backplan.cli.terminal.unread import library_workspace, tell_unread
from backplan.errors import UsageError, nearest
from backplan.model.prescription import ItemKind, Prescribed
from backplan.model.vocabulary import ClearedBy, Modality
from backplan.model.week import monday
from backplan.named_tuple import NamedTuple
from backplan.render.safe import line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backplan.actions.prescription import PrescriptionRecorded
    from backplan.actions.workspace import Workspace
    from backplan.model.exercise import Exercise


class _Items(CommandGroup):
    """The prescription, in which some ask for what is called otherwise."""

    called: ClassVar[Mapping[str, str]] = {
        "delete remove rm del erase drop clear cancel stop undo": "`backplan prescribe end {number}` ends item "
        "{number}; `backplan prescribe` shows the numbers.",
        "list view see read print": "`backplan prescribe` shows what is prescribed.",
        "new give write set": "`backplan prescribe add clamshell 3x10` prescribes an exercise.",
        "load open": "`backplan prescribe import FILE` takes a file in.",
        "save": "`backplan prescribe export FILE` writes it out.",
        "no not never forbid exclude ban": "`backplan prescribe avoid bending` says what is not to be done.",
        "check validate test": "`backplan prescribe preview FILE` shows what a file would give; nothing is stored.",
    }


app = typer.Typer(cls=_Items, rich_markup_mode=None, invoke_without_command=True, add_completion=False)

LONGEST_WHY = 240

_By = Annotated[
    str,
    typer.Option(
        "--by",
        help="Who gave it: doctor, physiotherapist, surgeon or midwife; with a name: 'Ann Lee, physiotherapist'.",
    ),
]
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


class AddFlags(NamedTuple):
    """What `backplan prescribe add` was given."""

    exercise: Annotated[
        list[str],
        typer.Argument(
            help="An exercise: its id or its name; a dose may follow it.", autocompletion=completing.exercises
        ),
    ]
    sets: Annotated[str | None, typer.Option("--sets", help="Sets: 3, or 2-3.")] = None
    reps: Annotated[str | None, typer.Option("--reps", help="Repetitions of a set: 8, 8-12, or 6-4-2.")] = None
    hold: Annotated[str | None, typer.Option("--hold", help="Seconds each is held, or 2min.")] = None
    minutes: Annotated[str | None, typer.Option("--minutes", help="Minutes, of a walk say: 15, or 15-20.")] = None
    dose: Annotated[str | None, typer.Option("--dose", help="The dose in words: '3 x 8, hold 5 s, left only'.")] = None
    times_a_day: Annotated[str | None, typer.Option("--times-a-day", help="Times a day: 3, or 'every two hours'.")] = (
        None
    )
    side: Annotated[str | None, typer.Option("--side", help="One side only: left or right.")] = None
    rest: Annotated[str | None, typer.Option("--rest", help="Seconds of rest between sets.")] = None
    tempo: Annotated[str | None, typer.Option("--tempo", help="Seconds of each part: 3-1-3.")] = None
    load: Annotated[str | None, typer.Option("--load", help="A weight or a band: '5 kg', 'red band'.")] = None
    effort: Annotated[int | None, typer.Option("--effort", min=0, max=10, help="How hard, 0 to 10.")] = None
    circuit: Annotated[str | None, typer.Option("--circuit", help="The circuit it stands in, by a name.")] = None
    grow: Annotated[
        str | None,
        typer.Option(
            "--grow",
            help="How it grows: '2 repetitions every 3 days, up to 20', '1 kg every week', 'next band every 2 weeks'.",
        ),
    ] = None
    per_week: Annotated[str | None, typer.Option("--per-week", help="Days a week: 3, or 2-3.")] = None
    days: Annotated[str | None, typer.Option("--days", help="Certain days: mon,thu; or 'every other day'.")] = None
    until: Annotated[str | None, typer.Option("--until", help="The last day (2027-01-15), or 'pain-free'.")] = None
    knows: Annotated[
        bool, typer.Option("--knows", help="They know of the care it needs with you, as a knee, and want all sets.")
    ] = False
    by: _By = "physiotherapist"
    on: _On = "today"
    why: _Why = None


@app.command(cls=AllAtOnce)
@taking(AddFlags)
def add(given: AddFlags) -> None:
    """Prescribe an exercise; what of its dose is not said is the library's."""
    _prescribe(given)


@app.command(cls=AllAtOnce)
@taking(AddFlags)
def change(given: AddFlags) -> None:
    """Say a prescribed exercise anew, by its number or name: 2 3x10. What is not said stands as it did."""
    from backplan.actions import prescription as actions

    number, *dose = given.exercise
    if not dose and given == AddFlags(given.exercise):
        raise UsageError("say what changes, too, like `backplan prescribe change 2 3x10`, or --per-week 3")
    if number.isdecimal():
        exercise = actions.exercise_numbered(library_workspace(), number)
        given = given._replace(exercise=[exercise, *dose])
    _prescribe(given, again=True)


@app.command("edit", hidden=True, cls=AllAtOnce)
@taking(AddFlags)
def edit(given: AddFlags) -> None:
    """The same as `backplan prescribe change`."""
    change(**given._asdict())


def _prescribe(given: AddFlags, *, again: bool = False) -> None:
    """Prescribe an exercise; ``again``: only one that is prescribed already. Raises UsageError."""
    from backplan.actions import prescription as actions
    from backplan.cli.sentences.last_day import until
    from backplan.files.dose import name_and_dose
    from backplan.files.prescription import EASY_WALK, from_options

    flags, (words, why) = Together(), _and_reason(*_and_aside(" ".join(given.exercise), given.why))
    given = given._replace(why=why)
    name, behind = (words, None) if given.dose is not None else name_and_dose(words)
    given = _with_its_end(given._replace(dose=given.dose or behind))
    item, workspace = _signed(flags, "add", given.by, given.on, given.why), library_workspace()
    found = flags.read(_to_give, name, workspace, behind)
    dose = {key: value for key, value in given._asdict().items() if key not in ("exercise", "by", "on", "why")}
    asked = {**dose, "until": flags.read(until, given.until), "knows": given.knows or None}
    flags.read(from_options, asked, found, item, environment.today())
    flags.raise_faults()
    if again and found.id not in actions.given(workspace):
        raise UsageError(f"{found.name} is not prescribed; `backplan prescribe add {found.id}` prescribes it")
    _tell(actions.prescribe(workspace, found.id, partial(from_options, asked, found, item, environment.today())))
    if found.id == EASY_WALK and not workspace.names.named(name):
        output.say(f"“{line(name)}” is taken as {found.name}, slow enough to chat; `moderate-walk` is a brisker one.")


def _with_its_end(given: AddFlags) -> AddFlags:
    """The flags with the end that the dose names, as if --until had been given; both, where both were, to be told."""
    from backplan.files.dose import and_until

    dose, until = and_until(given.dose or "")
    return given if until is None or given.until else given._replace(dose=dose or None, until=until)


@app.command(cls=AllAtOnce)
def avoid(
    exercise: Annotated[
        list[str],
        typer.Argument(
            help="An exercise (id or name), a whole kind, like yoga, or a movement, like bending.",
            autocompletion=completing.activities,
        ),
    ],
    by: _By = "physiotherapist",
    on: _On = "today",
    why: _Why = None,
) -> None:
    """Never give an exercise, a whole kind of exercise, or a movement of the back (bending, arching, twisting)."""
    from backplan.files.prescription import parted

    flags, (words, reason) = Together(), _and_reason(" ".join(exercise), why)
    item, workspace = _signed(flags, "avoid", by, on, reason), library_workspace()
    items = [_avoiding(word, item, flags, workspace) for word in parted(words)]
    flags.raise_faults()
    _record(workspace, items)


def _and_reason(words: str, why: str | None) -> tuple[str, str | None]:
    """Words without the reason that stands behind them, which is told with why."""
    asked, because, reason = words.partition(" because ")
    if not because or not reason.strip():
        return words, why
    return asked, "; ".join(filter(None, (f"because {reason}", why)))


_SUPPORT = (  # compiled when a prescription is typed
    r"[\s,(]+((?:while |whilst )?(?:hold|hang)ing (?:on(?:to)?\b(?: to)?(?: {thing})?|{thing})|with support"
    r"|(?:at|using) {thing}|with {thing} for (?:balance|support))\)?(?=$|[\s,;])"
).format(thing=r"(?:an? |the |your )?(?:chair|(?:kitchen )?(?:worktop|counter|sink|table|top)|rail|banister|wall)\b")


# How or when something is done, behind a dose; compiled when a prescription is typed.
_MANNER = (
    r"[\s,]+((?:nice and )?(?:slow|slowly|slow and (?:steady|controlled)|gently|with control|controlled)"
    r"|(?:when(?:ever)?|while|after|before) (?:sitting|walking|standing|driving|getting up|work|gardening|bed)"
    r"|(?:with )?(?:your )?eyes (?:open|closed|shut)|(?:with |at )?(?:no|low|light|little) resistance|at (?:work|home)"
    r"|(?:in |within |through )?(?:a |the |your )?(?:pain[- ]free|comfortable|comfort|small|full|easy) "
    r"(?:range|zone|gear)(?: of (?:movement|motion))?|(?:in|within|to) (?:comfort|tolerance)"
    r"|(?:stop|rest|leave it) (?:if|when) [^,;]{3,60})(?=$|[,;]|\s+(?:x ?)?\d)"
)
_BRACKETS = r"\s*\(([^()\d]{3,60})\)"
_HEIGHT = (  # of what one steps on or sits on: 20cm step up, from a 45 cm chair
    r"(?:^|[\s,(]+)((?:(?:on|onto|on to|from|off|over|using|with) )?(?:an? |the )?\d{1,3}(?:[.,]\d)? ?"
    r"(?:cm|inch(?:es)?)\b(?: high| height)?"
    r"(?: (?:step|chair|box|stool|block|seat|stair|platform|bench)s?\b(?![ -]?ups?\b))?)\)?(?=$|[\s,])"
)
_HOW_FAR = (  # to 45 degrees, to shoulder height, half way down
    r"[\s,(]+((?:(?:down |up |only )?to|through|past|no (?:more|further|deeper|lower|higher) than|within) "
    r"(?:about |around |an? )?(?:\d{1,3}(?: ?(?:-|–|to) ?\d{1,3})? ?(?:degrees?\b|deg\b|°)(?: (?:of )?(?:knee |hip )?"
    r"(?:flexion|extension|bend))?"
    r"|(?:shoulder|hip|waist|chest|knee|eye|head|bench|chair)[ -](?:height|level)\b|parallel\b)"
    r"|(?:only )?(?:half|part|quarter)[ -]?way(?: down| up)?\b)\)?(?=$|[\s,])"
)


def _and_aside(words: str, why: str | None) -> tuple[str, str | None]:
    """Words without what one holds on to, how and when it is done, how high a step or seat is, how far it goes, and
    what stands in brackets and is no dose: all of it is told with why.
    """
    import re

    from backplan.files.dose import dose_in_words

    for pattern in (_SUPPORT, _MANNER, _BRACKETS):
        found = re.search(pattern, words, re.IGNORECASE)
        if not found or not found.start() or (pattern == _MANNER and not re.search(r"\d", words[: found.start()])):
            continue
        dose = f"{found[1]}," if dose_in_words(found[1]) else ""
        words = " ".join(f"{words[: found.start()]} {dose} {words[found.end() :]}".split())
        why = why if dose else "; ".join(filter(None, (why, found[1])))
    for pattern in (_HEIGHT, _HOW_FAR):
        if found := re.search(pattern, words, re.IGNORECASE):
            words = " ".join(f"{words[: found.start()]} {words[found.end() :]}".split())
            why = "; ".join(filter(None, (why, found[1])))
    return words, why


def _avoiding(word: str, item: Prescribed, flags: Together, workspace: "Workspace") -> Prescribed:
    """An item with the kind, the movement or the exercise that a word names."""
    from backplan.files.asked import movement_of, names_movement
    from backplan.model.name_words import folded

    if kind := workspace.names.kinds.get(folded(word)):
        return item._replace(modality=cast("Modality", kind))
    if names_movement(word):
        return item._replace(movement=movement_of(word))
    found = flags.read(_to_leave_out, word, workspace)
    return item._replace(exercise=found and found.id)


@app.command(cls=AllAtOnce)
def limit(
    most: Annotated[list[str] | None, typer.Argument(help="The most minutes a day: 35, or '35 minutes'.")] = None,
    minutes: Annotated[str | None, typer.Option("--minutes", help="The same, as a flag.")] = None,
    by: _By = "physiotherapist",
    on: _On = "today",
    why: _Why = None,
) -> None:
    """Set the most minutes of exercise a day, all sessions together."""
    flags = Together()
    item = _signed(flags, "limit", by, on, why)
    item = item._replace(minutes=flags.read(_most_minutes, " ".join(most or ()), minutes))
    flags.raise_faults()
    _record(library_workspace(), [item])


@app.command("accept-usual-pain", cls=AllAtOnce)
def accept_usual_pain(
    pain: Annotated[int, typer.Argument(min=0, max=7, help="The usual pain that is accepted, 0 to 7.")],
    by: _By = "physiotherapist",
    on: _On = "today",
    why: _Why = None,
) -> None:
    """Accept a usual pain: up to it, sessions go on as usual. From 8 on there are only ways to cope, always."""
    flags = Together()
    item = _signed(flags, "accept-usual-pain", by, on, why)._replace(pain=pain)
    flags.raise_faults()
    _record(library_workspace(), [item])


@app.command("import")
def import_(
    file: Annotated[
        Path | None,
        typer.Argument(
            help="A prescription in YAML (`--example` prints one, `backplan prescribe schema` describes it), or a FHIR "
            "Bundle of orders."
        ),
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="End everything prescribed before.")] = False,
    example: Annotated[bool, typer.Option("--example", help="Print a file to begin with; nothing is stored.")] = False,
) -> None:
    """Take a prescription from a file; it is stored as a whole, or not at all."""
    from backplan.actions.prescription import example_file, read_file

    if example:
        output.say(example_file(environment.today()))
        return
    if file is None:
        raise UsageError("say which file, like `backplan prescribe import FILE`; `--example` prints one to begin with")
    workspace = library_workspace()
    items, person = read_file(workspace, file)
    _record(workspace, items, replace=replace, of=person)


@app.command()
def preview(
    file: Annotated[Path, typer.Argument(help="A prescription in YAML, or a FHIR Bundle of orders.")],
    which: Annotated[str, typer.Option("--week", help="this or next.")] = "this",
    as_json: _Json = False,
    plain: _Plain = False,
) -> None:
    """Show the week that a file would give, before it is handed over or taken in; nothing is stored.

    Without anybody's answers there is no week; the file is checked all the same.
    """
    from backplan.actions import prescription as actions
    from backplan.actions.person import on_record, screen
    from backplan.cli.week_command import show_week
    from backplan.render.prescription import for_whom, sound

    workspace, starts = library_workspace(), dates.week(which)
    if on_record(workspace) is None and not as_json:
        output.say(sound(actions.read_file(workspace, file).items))
    screen(workspace)
    if not timedelta() <= starts - monday(environment.today()) <= timedelta(days=7):
        raise UsageError(f"--week {which}: only this week or the next can be looked at ahead")
    week, person = actions.preview(workspace, file, starts)
    if person and not as_json:
        output.say(for_whom(person))
    show_week(week, as_json=as_json, plain=plain, full=True)


@app.command()
def export(
    file: Annotated[Path | None, typer.Argument(help="Where to write it; to the terminal without one.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write the prescription in force as a file that `import` reads."""
    from backplan.actions.export import write_out
    from backplan.actions.prescription import as_file
    from backplan.render.prescription import written

    workspace = environment.workspace()
    text = as_file(workspace)
    if file is None or str(file) == "-":
        output.say(text)
        return
    write_out(workspace, file, [f"{text}\n".encode()], force=force)
    output.say(written(file))


@app.command()
def show(as_json: _Json = False, plain: _Plain = False, ended: _All = False) -> None:
    """Show what is prescribed, by whom, and where our own rules answer differently."""
    _show(as_json=as_json, plain=plain, ended=ended)


@app.command()
def end(
    which: Annotated[
        list[str] | None, typer.Argument(help="Its name, or the number that `prescribe show` gives it; or all.")
    ] = None,
) -> None:
    """End one item of the prescription, or all of it, from today on."""
    from backplan.actions import prescription as actions
    from backplan.render import prescription as looks

    workspace, named = library_workspace(), " ".join(which or ())
    library = workspace.library.by_id()
    safeguards = actions.safeguards(workspace) if named.strip().lower() == "all" else []
    if safeguards and environment.at_terminal():
        output.lines(looks.safeguards(safeguards, library))
        if not asking.until_right("End these, too? (y/n)", None, asking.yes):
            output.say("Nothing was changed. `backplan prescribe end NAME` ends one of them.")
            return
    output.lines(looks.ended(actions.end(workspace, named), library))


@app.command()
def schema() -> None:
    """Print the JSON Schema of a prescription file, for editors and a clinic's own tools."""
    from backplan.files import prescription_form

    output.document(prescription_form.schema())


def _to_leave_out(word: str, workspace: "Workspace") -> "Exercise":
    """The exercise of a name; of what is nowhere near any, what can be left out. Raises UsageError."""
    from backplan.actions.exercises import exercise_named
    from backplan.files.prescription import not_to_avoid, of_weights

    try:
        return exercise_named(word, workspace)
    except UsageError:
        if workspace.names.named(word) or (workspace.names.near(word) and not of_weights(word)):
            raise
        raise UsageError(not_to_avoid(word)) from None


def _to_give(word: str, workspace: "Workspace", dose: str | None = None) -> "Exercise":
    """The exercise of a name that a dose may follow; of one that is nowhere near any of ours, how it comes in. Raises
    UsageError.
    """
    import re

    from backplan.actions.exercises import exercise_named
    from backplan.files.dose import name_and_rest, unread
    from backplan.files.prescription import a_kind, avoided_in, to_give, unread_behind

    try:
        return exercise_named(word, workspace)
    except UsageError:
        if (
            re.search(r"band\b|tub(?:e|ing)\b", dose or "")
            and len(banded := workspace.names.named(f"{word} with band")) == 1
        ):
            return banded[0]
        if len(walk := to_give(word, workspace.names)) == 1:
            return walk[0]
        if of_kind := a_kind(word, workspace.names, dose):
            raise UsageError(of_kind) from None
        if (rest := unread_behind(word, workspace.names)) is not None:
            raise UsageError(f"{word}: {unread(rest)}") from None
        if kept_out := avoided_in(word):
            raise UsageError(f"{word}: `backplan prescribe avoid {kept_out}` says what is not to be done") from None
        name, behind = next(iter(name_and_rest(word)), (word, ""))
        if re.search(r"\d\S|\d .", behind):  # which nobody knows: what stands behind it is none of its name
            return _to_give(name, workspace, dose)
        raise


def _signed(flags: Together, kind: ItemKind, by: str, on: str, why: str | None) -> Prescribed:
    """An item with who gave it, when and why, as far as their flags can be read."""
    day, reason = flags.read(dates.past_day, on, "--on"), flags.read(_reason, why)
    giver = flags.read(_giver, by)
    return Prescribed(kind, giver and giver[0], day, why=reason, therapist=giver and giver[1])


def _most_minutes(words: str, flag: str | None) -> int:
    """The minutes a day that a limit allows, from words or the flag. Raises UsageError."""
    from backplan.files.prescription_form import LEAST_LIMIT, MOST_LIMIT, limit_in
    from backplan.files.yaml import quoted

    texts = [text for text in (words, flag) if text]
    if not texts:
        raise UsageError("say how many minutes, like `backplan prescribe limit 30`, or --minutes 30")
    found = {limit_in(text) for text in texts}
    many = found.pop()
    if many is None or found or not LEAST_LIMIT <= many <= MOST_LIMIT:
        shown = " and --minutes ".join(quoted(text) for text in texts) if words else f"--minutes {quoted(texts[0])}"
        raise UsageError(
            f"{shown}: write one number of minutes a day from {LEAST_LIMIT} to {MOST_LIMIT}, like 35 or --minutes 35"
        )
    return many


def _giver(word: str) -> tuple[ClearedBy, str | None]:
    """Who gave it, and the name that stands beside it, if one does. Raises UsageError."""
    from backplan.files.as_said import clinician, clinician_named
    from backplan.files.prescription_form import LONGEST_NAME

    clinicians, meant = get_args(ClearedBy), clinician(word)
    if meant in clinicians:
        return cast("ClearedBy", meant), None
    who, name = clinician_named(line(word))
    if who is None or len(name) > LONGEST_NAME:
        near = nearest(word, clinicians) or "; a name stands before it, like --by 'Ann Lee, physiotherapist'"
        raise UsageError(f"--by {word}: choose {', '.join(clinicians[:-1])} or {clinicians[-1]}{near}")
    return who, name or None


def _reason(text: str | None) -> str | None:
    clean = line(text or "")
    if len(clean) > LONGEST_WHY:
        raise UsageError(f"--why has {len(clean)} characters; {LONGEST_WHY} is the most")
    return clean or None


def _record(
    workspace: "Workspace", items: "Sequence[Prescribed]", *, replace: bool = False, of: str | None = None
) -> None:
    """Store items, and only then say whom a file says that they are of, and what follows, what cannot be done included:
    what is said before would be true of nothing, were it broken off.
    """
    from backplan.actions import prescription as actions

    _tell(actions.record(workspace, items, replace=replace), of)


def _tell(found: "PrescriptionRecorded", of: str | None = None) -> None:
    from backplan.render import prescription as looks

    output.lines([*([looks.for_whom(of)] if of else []), *looks.recorded(found)])


def _show(*, as_json: bool, plain: bool, ended: bool) -> None:
    from backplan.actions import prescription as actions
    from backplan.render import prescription as looks

    workspace = environment.workspace()
    found = actions.held(workspace, ended=ended)
    if found.items or as_json:
        tell_unread(workspace)
    if as_json:
        output.document(looks.document(found, workspace.today))
    else:
        output.read(looks.lines(found, plain=plain))
