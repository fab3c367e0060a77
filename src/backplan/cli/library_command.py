"""`backplan library`: browse, search and show exercises."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli import library_own
from backplan.cli.groups import Group
from backplan.cli.terminal import completing, environment, output
from backplan.errors import StoreError, UsageError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from backplan.model.exercise import Exercise, Library
    from backplan.model.prescription import Prescribed
    from backplan.model.vocabulary import Tag


class Browser(Group):
    """The library's commands; a word that is none may be something to look for."""

    instead = "`backplan library search {word}` looks for exercises; `{path} --help` lists the commands."


app = typer.Typer(cls=Browser, rich_markup_mode=None, invoke_without_command=True, add_completion=False)

_JSON = typer.Option("--json", help="One JSON document.")
_PLAIN = typer.Option("--plain", help="No table: one line per exercise, its parts between tabs.")


@app.callback()
def library(
    ctx: typer.Context,
    block: Annotated[
        str | None, typer.Option("--block", help="Only this block, like core.", autocompletion=completing.blocks)
    ] = None,
    modality: Annotated[
        str | None,
        typer.Option("--modality", help="Only this kind, like yoga.", autocompletion=completing.modalities),
    ] = None,
    area: Annotated[
        str | None,
        typer.Option("--area", help="Only what works this area, like low-back.", autocompletion=completing.areas),
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", help="home, outdoors, pool or gym.", autocompletion=completing.places)
    ] = None,
    equipment: Annotated[
        str | None, typer.Option("--equipment", help="Only what uses this.", autocompletion=completing.used_things)
    ] = None,
    level: Annotated[
        str | None, typer.Option("--level", help="basic, intermediate or advanced.", autocompletion=completing.levels)
    ] = None,
    condition: Annotated[
        str | None,
        typer.Option("--condition", help="Only what this does not bar, like sciatica.", autocompletion=completing.tags),
    ] = None,
    as_json: Annotated[bool, _JSON] = False,
    plain: Annotated[bool, _PLAIN] = False,
) -> None:
    """List the exercises, search them, or show one; narrow the list with a flag or more."""
    given = {
        "block": block,
        "modality": modality,
        "area": area,
        "place": place,
        "equipment": equipment,
        "level": level,
        "condition": condition,
    }
    wanted = {key: word.strip().lower().replace(" ", "-") for key, word in given.items() if word is not None}
    if ctx.invoked_subcommand is not None:
        if wanted:
            raise UsageError(f"--{next(iter(wanted))} narrows the list; `library {ctx.invoked_subcommand}` takes none")
        return
    exercises = _all()
    _check_words(wanted, exercises)
    found = [exercise for exercise in exercises if _fits(exercise, wanted)]
    if not found:
        output.complain(_nothing_left(wanted, exercises))
    _print(found, as_json, plain)


def _all() -> tuple[Exercise, ...]:
    from backplan.cli.terminal.unread import library_workspace

    return library_workspace().exercises


def _values(exercise: Exercise, key: str) -> tuple[str, ...]:
    value = getattr(exercise, "areas" if key == "area" else key)
    return (value,) if isinstance(value, str) else tuple(value)


def _fits(exercise: Exercise, wanted: Mapping[str, str]) -> bool:
    return all(
        _unbarred(exercise, word) if key == "condition" else word in _values(exercise, key)
        for key, word in wanted.items()
    )


def _unbarred(exercise: Exercise, tag: str) -> bool:
    """Whether no exclusion rule leaves an exercise out because of a tag, by its marks or by how it moves."""
    from backplan.planner.choice import barring

    return barring.why_left_out(exercise, _tag(tag)) is None


def _tag(word: str) -> Tag:
    from backplan.planner.choice.barring import TAGS

    return next(tag for tag in TAGS if tag == word)


def _check_words(wanted: Mapping[str, str], exercises: Sequence[Exercise]) -> None:
    """A filter word that no exercise carries is a mistake, not an empty list. Raises UsageError with all of them."""
    from backplan.planner.choice.barring import TAGS

    faults = []
    for key, word in wanted.items():
        known = TAGS if key == "condition" else sorted({v for exercise in exercises for v in _values(exercise, key)})
        if word not in known:
            faults.append(f"--{key} {word}: no exercise has that{nearest(word, known)}; choose from {', '.join(known)}")
    if faults:
        raise UsageError("\n".join(faults))


def _nothing_left(wanted: Mapping[str, str], exercises: Sequence[Exercise]) -> str:
    """That no exercise fits every flag, and which one to leave out."""
    ways = []
    for key in wanted:
        rest = {other: word for other, word in wanted.items() if other != key}
        if count := sum(_fits(exercise, rest) for exercise in exercises):
            ways.append(f"without --{key} {wanted[key]}: {count}")
    return f"No exercise fits all of that{' (' + '; '.join(ways) + ')' if ways else ''}."


def _print(found: Sequence[Exercise], as_json: bool, plain: bool, meant: str | None = None) -> None:
    from backplan.render import exercise as render

    if as_json:
        more = {"meant": meant} if meant else {}
        output.document({"schema": 1, **more, "exercises": [each.as_dict() for each in found]})
    elif plain or not sys.stdout.isatty():
        output.lines("\t".join(render.row(each)) for each in found)
    elif found:
        output.show(lambda width: [render.table(found, width)])
        output.say(f"\n{len(found)} in all. `backplan library show EXERCISE` shows one.")


@app.command()
def search(
    text: Annotated[list[str], typer.Argument(help="Words to look for; typing errors are forgiven.")],
    as_json: Annotated[bool, _JSON] = False,
    plain: Annotated[bool, _PLAIN] = False,
) -> None:
    """Find exercises by name, other names, kind, area, or a word of the steps; the best match first."""
    from backplan.library import search as searching

    said = " ".join(text)
    found = searching.search(said, _all())
    if not said.strip():
        raise UsageError("say what to look for, like `backplan library search knee`")
    if not found.exercises:
        raise UsageError(f"nothing found for {said}; `backplan library` lists everything")
    if found.meant and not as_json:
        output.complain(f"Nothing is called {said}; did you mean {found.meant}?")
    if not found.every_word and not as_json:
        output.complain("No exercise has all of these words; these have most of them.")
    _print(found.exercises, as_json, plain, found.meant)


@app.command()
def show(
    exercise: Annotated[
        str, typer.Argument(help="An exercise: its id or its name.", autocompletion=completing.exercises)
    ],
    as_json: Annotated[bool, _JSON] = False,
    plain: Annotated[bool, typer.Option("--plain", help="The same lines; there is no box to leave out.")] = False,
) -> None:
    """Show everything about one exercise."""
    from backplan.cli import prescribe_command
    from backplan.cli.why_command import exercise_named
    from backplan.library import load as libraries
    from backplan.render.exercise import in_full

    whole = libraries.load(environment.cache())
    known = {each.id: each for each in _all()}
    found = exercise_named(exercise, known.values())
    if as_json:
        output.document(_document(found, whole, _prescribed(found)))
    else:
        said = prescribe_command.about(found, _prescribed(found))
        output.lines(in_full(found, known, _sources(found, whole), said))


def _prescribed(exercise: Exercise) -> list[Prescribed]:
    """What is prescribed of it; nothing where that cannot be read, as the library is there for everybody."""
    from backplan.model.prescription import in_force
    from backplan.store.store import exists, opened

    try:
        if not exists(environment.home()):
            return []
        with opened(environment.home()) as store:
            items = in_force(store.prescriptions(), environment.today()).items
    except StoreError:
        return []
    return [item for item in items if item.concerns(exercise.id, exercise.modality)]


def _sources(exercise: Exercise, whole: Library) -> Iterator[str]:
    from backplan.cli.why_command import cited, not_ours

    listed = [each for each in whole.sources if each.id in exercise.sources]
    yield from (cited(each.as_dict()) for each in listed)
    known = {each.id for each in listed}
    yield from (not_ours(key) for key in exercise.sources if key not in known)


def _document(exercise: Exercise, whole: Library, prescribed: Sequence[Prescribed]) -> dict[str, object]:
    from backplan.planner.choice import barring
    from backplan.planner.choice.dose import doses

    return {
        "schema": 1,
        **exercise.as_dict(),
        "prescribed": [item.as_dict() for item in prescribed],
        "ladder": [dose.as_dict() for dose in doses(exercise)],
        "barred": [{"tag": tag, "reason": why} for tag, why in barring.reasons_by_tag(exercise).items()],
        "bibliography": [each.as_dict() for each in whole.sources if each.id in exercise.sources],
    }


library_own.register(app)
