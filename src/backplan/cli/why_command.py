"""`backplan why`: why an exercise is in this week or not, and may or may not be given."""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli.terminal import completing, environment, output
from backplan.cli.terminal.unread import library_workspace
from backplan.errors import UsageError
from backplan.model.vocabulary import Weekday
from backplan.named_tuple import NamedTuple
from backplan.patterns import on_first_use

if TYPE_CHECKING:
    from backplan.actions.why_day import DayPart
    from backplan.actions.workspace import Workspace

app = typer.Typer(rich_markup_mode=None, add_completion=False)


_ASKED = on_first_use(
    r"^(?!(?:a|an|the|my) )(?:why )?(?:(?:is|are|was|were|do|does|did|have|has)(?:n['’]?t)? )?(?:there |i |we |you )?"
    r"(?:(?:not|never|get|got|have|do|see|given|any|no|a|an|the|my) )*",
    re.IGNORECASE,
)
_WHEN = on_first_use(
    r"(?: (?:in|of|on)(?: (?:my|the|this))? (?:week|plan))?(?: (?:this week|today|any ?more|now))?[^\w)]*$", re.I
)


_RATHER_THAN = r"(?i),? (?:and|but) not |,? (?:instead of|rather than|not) "
_PARTS: "Mapping[DayPart, str]" = {
    "core": "core|trunk|tummy|abs|abdominals?",
    "strength": "strength|strengthening|weights",
    "aerobic": "walk(?:s|ing)?|aerobic|cardio|ride|cycling|bike",
    "stretch": "stretch(?:es|ing)?",
    "water": "water|pool|swim(?:ming)?",
}
_OF_A_DAY = re.compile(
    r"why|is|are|do|does|did|have|has|i|we|you|there|it|no|not|none|any|only|just|so|such|a|an|the|my|this|that|on|in|for|of|"
    r"and|or|get|got|session|exercise|exercises|short|little|few|much|many|long|rest|free|day|anything|nothing|empty|"
    r"isn['’]?t|don['’]?t|aren['’]?t|week|planned|look|looks|like",
    re.IGNORECASE,
)


class PartsAsked(NamedTuple):
    """The day that a question is about, None for the whole week, and the parts of the work it asks after."""

    day: Weekday | None
    parts: "tuple[DayPart, ...]"


def _of_parts(text: str) -> PartsAsked | None:
    """What a question asks of a day, or of the week: why is there no core on thursday; why no strength; None where it
    may be about an exercise.
    """
    from backplan.cli.which_day import days_in

    days, others = days_in(text)
    words = others.split()
    parts = {each: next((part for part, named in _PARTS.items() if re.fullmatch(named, each)), None) for each in words}
    rest = [each for each in words if not parts[each]]
    if len(set(days)) > 1 or not all(_OF_A_DAY.fullmatch(each) for each in rest):
        return None
    asked = tuple(dict.fromkeys(part for part in parts.values() if part))
    if not days:
        return PartsAsked(None, asked) if asked or "week" in rest else None
    return PartsAsked(days[0], asked)


def _of_an_exercise(text: str) -> bool:
    """Whether a part of the work is the name of an exercise, too: walking."""
    from backplan.actions.exercises import exercise_named

    with suppress(UsageError):
        return bool(exercise_named(_asked_about(text), library_workspace()))
    return False


def _asked_about(text: str) -> str:
    """What is asked about, without the question around it: is there no bird dog in my week?"""
    return _WHEN.sub("", _ASKED.sub("", text)) or text


@app.command()
def why(
    exercise: Annotated[
        list[str],
        typer.Argument(
            help="An exercise, by its id or name; or a day or a part: thursday, no strength, core on thursday.",
            autocompletion=completing.exercises,
        ),
    ],
    full: Annotated[bool, typer.Option("--full", help="All of it, however long.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="The same lines; there is no box to leave out.")] = False,
) -> None:
    """Say why an exercise is in this week or not, by which rules, on which sources, and how sure; or why a day or the
    week is as it is.
    """
    of_parts = _of_parts(" ".join(exercise))
    if of_parts and (of_parts.day or not _of_an_exercise(" ".join(exercise))):
        _say_of_parts(of_parts, as_json=as_json)
        return
    place, text = library_workspace(), _asked_about(" ".join(exercise))
    for each in [text] if as_json else _each_of_two(place, text):
        _say_of_one(place, each, full=full or plain, as_json=as_json)


def _each_of_two(place: "Workspace", text: str) -> list[str]:
    """Each of two exercises that a question is about, one rather than the other; any other question as it is."""
    from backplan.actions.exercises import exercise_named

    two = [_asked_about(each) for each in re.split(_RATHER_THAN, text)]
    with suppress(UsageError):
        return two if len(two) == 2 and all(exercise_named(each, place) for each in two) else [text]
    return [text]


def _say_of_one(place: "Workspace", text: str, *, full: bool, as_json: bool) -> None:
    """Say why an exercise is in this week or not. Raises UsageError."""
    from backplan.actions import why as actions
    from backplan.actions.exercises import exercise_named, left_out_as_a_kind
    from backplan.render import why as looks

    of_kind = left_out_as_a_kind(place.names.kind_named(" ".join(text.lower().split())), place.names)
    found = actions.why(of_kind[0] if of_kind else exercise_named(text, place), place)
    if of_kind and not as_json:
        output.say(looks.of_a_kind(text, of_kind))
    if found.unread:
        output.complain(f"{str(found.unread).rstrip('.')}. {looks.UNREAD}")
    if as_json:
        output.document(looks.document(found, place.library.sources))
    else:
        whole = list(looks.lines(found, place.library.sources))
        short = not full and output.overflows(whole)
        output.read(looks.lines(found, place.library.sources, short=True) if short else whole)
    if found.unread:
        raise typer.Exit(found.unread.exit_code)


def _say_of_parts(asked: PartsAsked, *, as_json: bool) -> None:
    """Say why this week, or a day of it, is as it is. Raises SafetyStop."""
    from backplan.actions.why_day import why_day, why_week
    from backplan.render import why_day as looks

    place = environment.workspace()
    if asked.day is None:
        week = why_week(place, asked.parts)
        output.document(looks.week_document(week)) if as_json else output.lines(looks.week_lines(week))
        return
    found = why_day(place, asked.day, asked.parts)
    if as_json:
        output.document(looks.document(found))
    else:
        output.lines(looks.lines(found))
