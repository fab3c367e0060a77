"""`backplan library`: browse, search and show exercises."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli import library_own
from backplan.cli.groups import CommandGroup
from backplan.cli.terminal import completing, options, output
from backplan.cli.terminal.unread import library_workspace
from backplan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backplan.model.exercise import Exercise


class Browser(CommandGroup):
    """The library's commands; a word that is none may be something to look for."""

    instead = "`backplan library search {word}` looks for exercises; `{path} --help` lists the commands."


app = typer.Typer(cls=Browser, rich_markup_mode=None, invoke_without_command=True, add_completion=False)

_JSON = typer.Option("--json", help="One JSON document.")
_PLAIN = typer.Option("--plain", help="No table: one line per exercise, its parts between tabs.")


_Block = Annotated[
    str | None, typer.Option("--block", help="Only this block, like core.", autocompletion=completing.blocks)
]
_Modality = Annotated[
    str | None, typer.Option("--modality", help="Only this kind, like yoga.", autocompletion=completing.modalities)
]
_Area = Annotated[
    str | None,
    typer.Option("--area", help="Only what works this area, like low-back.", autocompletion=completing.areas),
]
_Place = Annotated[
    str | None, typer.Option("--place", help="home, outdoors, pool or gym.", autocompletion=completing.places)
]
_Equipment = Annotated[
    str | None, typer.Option("--equipment", help="Only what uses this.", autocompletion=completing.used_things)
]
_Level = Annotated[
    str | None, typer.Option("--level", help="basic, intermediate or advanced.", autocompletion=completing.levels)
]
_Condition = Annotated[
    str | None,
    typer.Option("--condition", help="Only what this does not bar, like sciatica.", autocompletion=completing.tags),
]


@app.callback()
def library(
    ctx: typer.Context,
    block: _Block = None,
    modality: _Modality = None,
    area: _Area = None,
    place: _Place = None,
    equipment: _Equipment = None,
    level: _Level = None,
    condition: _Condition = None,
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
    from backplan.actions.library import narrowed
    from backplan.render.library import nothing_left

    workspace = library_workspace()
    found = narrowed(workspace.exercises, wanted)
    if not found.exercises:
        output.complain(nothing_left(wanted, found.without))
    _print(found.exercises, as_json, plain)


def _print(found: "Sequence[Exercise]", as_json: bool, plain: bool, meant: str | None = None) -> None:
    from backplan.render import exercise as one
    from backplan.render import library as looks
    from backplan.render.emergency import LINE, PLAIN
    from backplan.render.foot import stop
    from backplan.render.page import lines

    if as_json:
        output.document(looks.document(found, meant))
    elif plain or not sys.stdout.isatty():
        output.read([*looks.lines(found), *([PLAIN if plain else LINE] if found else [])])
    elif found:
        with output.one_page():
            output.show(lambda width: [one.table(found, width)])
            output.say(looks.count(found))
            output.show_page(lambda page: [lines([[], *stop(page)])])


@app.command()
def search(
    text: Annotated[list[str], typer.Argument(help="Words to look for; typing errors are forgiven.")],
    as_json: Annotated[bool, _JSON] = False,
    plain: Annotated[bool, _PLAIN] = False,
) -> None:
    """Find exercises by name, other names, kind, area, or a word of the steps; the best match first."""
    from backplan.actions import library as actions
    from backplan.render.library import doubts

    words = options.short(" ".join(text), "what you look for") or ""  # before it is read: its time grows with it
    workspace = library_workspace()
    found = actions.search(words, workspace)
    for doubt in () if as_json else doubts(words, found):
        output.complain(doubt)
    _print(found.exercises, as_json, plain, found.meant)


@app.command()
def show(
    exercise: Annotated[
        list[str], typer.Argument(help="An exercise: its id or its name.", autocompletion=completing.exercises)
    ],
    as_json: Annotated[bool, _JSON] = False,
    plain: Annotated[bool, typer.Option("--plain", help="The same lines; there is no box to leave out.")] = False,
) -> None:
    """Show everything about one exercise."""
    from backplan.actions.exercises import exercise_named
    from backplan.actions.library import drawing, figure_of, prescribed
    from backplan.render import exercise as looks
    from backplan.render import figure

    workspace = library_workspace()
    found = exercise_named(" ".join(exercise), workspace)
    asked = prescribed(found, workspace)
    if as_json:
        output.document(looks.document(found, workspace.library, asked, drawn=figure_of(found, workspace) is not None))
        return
    name, *rest = looks.in_full(found, workspace.library, asked)
    with output.one_page():
        output.say(name)
        seen = not plain and sys.stdout.isatty() and output.can_show(figure.LETTERS)
        if seen and (drawn := drawing(found, workspace, output.page().width, figure.drawing)):
            output.show(lambda _: figure.shown(drawn))
        elif words := figure.line(found, figure_of(found, workspace) is not None):
            output.say(words)
        output.lines(rest)


library_own.register(app)
