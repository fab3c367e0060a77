"""`backplan library`: browse, search and show exercises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli import output, own_library
from backplan.errors import UsageError, nearest

if TYPE_CHECKING:
    from backplan.model.exercise import Exercise

app = typer.Typer(rich_markup_mode=None, invoke_without_command=True, add_completion=False)

_JSON = typer.Option("--json", help="One JSON document.")


@app.callback()
def library(
    ctx: typer.Context,
    block: Annotated[str | None, typer.Option("--block", help="Only this block, like core.")] = None,
    modality: Annotated[str | None, typer.Option("--modality", help="Only this kind, like yoga.")] = None,
    area: Annotated[str | None, typer.Option("--area", help="Only what works this area, like low-back.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="home, outdoors, pool or gym.")] = None,
    equipment: Annotated[str | None, typer.Option("--equipment", help="Only what uses this.")] = None,
    level: Annotated[str | None, typer.Option("--level", help="basic, intermediate or advanced.")] = None,
    condition: Annotated[str | None, typer.Option("--condition", help="Only what this tag does not bar.")] = None,
    as_json: Annotated[bool, _JSON] = False,
    plain: Annotated[bool, typer.Option("--plain", help="No boxes: one labelled line per exercise.")] = False,
) -> None:
    """List the exercises, search them, or show one; narrow the list with a flag or more."""
    if ctx.invoked_subcommand is not None:
        return
    wanted = {
        "block": block,
        "modality": modality,
        "area": area,
        "place": place,
        "equipment": equipment,
        "level": level,
    }
    found = [exercise for exercise in _all() if _fits(exercise, wanted, condition)]
    _check_words(wanted, condition)
    _print(found, as_json)


def _all() -> tuple[Exercise, ...]:
    from backplan.cli import planned

    return planned.exercises()


def _values(exercise: Exercise, key: str) -> tuple[str, ...]:
    value = getattr(exercise, "areas" if key == "area" else key)
    return (value,) if isinstance(value, str) else tuple(value)


def _fits(exercise: Exercise, wanted: dict[str, str | None], condition: str | None) -> bool:
    if condition is not None and condition in exercise.contraindications:
        return False
    return all(value is None or value in _values(exercise, key) for key, value in wanted.items())


def _check_words(wanted: dict[str, str | None], condition: str | None) -> None:
    """A filter word that no exercise carries is a mistake, not an empty list. Raises UsageError."""
    for key, word in wanted.items():
        known = sorted({value for exercise in _all() for value in _values(exercise, key)})
        if word is not None and word not in known:
            raise UsageError(
                f"--{key} {word}: no exercise has that{nearest(word, known)}; choose from {', '.join(known)}"
            )
    tags = sorted({tag for exercise in _all() for tag in (*exercise.contraindications, *exercise.precautions)})
    if condition is not None and condition not in tags:
        raise UsageError(
            f"--condition {condition}: no exercise has that tag{nearest(condition, tags)}; one of {', '.join(tags)}"
        )


def _print(found: list[Exercise], as_json: bool) -> None:
    if as_json:
        output.document({"schema": 1, "exercises": [exercise.model_dump(mode="json") for exercise in found]})
        return
    output.lines(f"{exercise.id}\t{exercise.name}\t{exercise.block}, {exercise.level}" for exercise in found)


@app.command()
def search(
    text: Annotated[str, typer.Argument(help="Words to look for; typing errors are forgiven.")],
    as_json: Annotated[bool, _JSON] = False,
) -> None:
    """Find exercises by name, other names, kind or area."""
    words = text.lower().replace("-", " ").split()
    exercises = _all()
    found = [exercise for exercise in exercises if all(word in _haystack(exercise) for word in words)]
    if not found:
        known = {word for exercise in exercises for word in _haystack(exercise).split()}
        hints = [nearest(word, known) for word in words if not any(word in each for each in known)]
        raise UsageError(f"nothing found for {text}{''.join(dict.fromkeys(hints))}")
    _print(found, as_json)


def _haystack(exercise: Exercise) -> str:
    parts = (exercise.id, exercise.name, *exercise.also, exercise.modality, exercise.block, *exercise.areas)
    return " ".join(parts).lower().replace("-", " ")


@app.command()
def show(
    exercise: Annotated[str, typer.Argument(help="An exercise: its id or its name.")],
    as_json: Annotated[bool, _JSON] = False,
) -> None:
    """Show everything about one exercise."""
    from backplan.cli.why_command import exercise_named

    found = exercise_named(exercise, _all())
    if as_json:
        output.document({"schema": 1, **found.model_dump(mode="json")})
    else:
        output.lines(_in_full(found))


def _in_full(exercise: Exercise) -> Iterator[str]:
    from backplan.model.week import GivenDose

    asked = exercise.dose
    given = GivenDose(asked.sets or 1, asked.reps or 1, asked.hold or 0, asked.per_side, asked.minutes)
    yield f"{exercise.name} ({exercise.id})"
    if exercise.also:
        yield f"Also called: {', '.join(exercise.also)}"
    yield f"Kind: {exercise.block}, {exercise.modality}, {exercise.level}, impact {exercise.impact}"
    yield f"Dose: {given.words()}" + (f", growing to {asked.target} min" if asked.target else "")
    yield f"Where: {', '.join(exercise.place)}. Needs: {', '.join(exercise.equipment) or 'nothing'}"
    yield f"Works: {', '.join(exercise.areas)}"
    yield from (f"{number}. {step}" for number, step in enumerate(exercise.steps, 1))
    yield from (f"Cue: {cue}" for cue in exercise.cues)
    yield exercise.stop
    for label, value in (
        ("Harder", exercise.progression),
        ("Easier", exercise.regression),
        ("Instead", exercise.instead),
        ("Left out with", ", ".join(exercise.contraindications)),
        ("With care with", ", ".join(exercise.precautions)),
        ("Sources", ", ".join(exercise.sources)),
    ):
        if value:
            yield f"{label}: {value}"


own_library.register(app)
