"""`backplan library check, add, own, remove, hide, show-again, schema`: exercises from a file of one's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from backplan.cli.terminal import completing, environment, output
from backplan.errors import FileError, StoreError, UsageError, nearest
from backplan.library.own_folder import FOLDER, HIDDEN, files

if TYPE_CHECKING:
    from backplan.library.judge_file import Judged
    from backplan.library.own import Own
    from backplan.model.exercise import Exercise, Library

_FILE = typer.Argument(help="A file of exercises, YAML or JSON.")
_JSON = typer.Option("--json", help="One JSON document.")
_PLAIN = typer.Option("--plain", help="No boxes: one labelled line per item.")


def register(app: typer.Typer) -> None:
    """Give `backplan library` the commands of this page."""
    for name, command in COMMANDS.items():
        app.command(name)(command)


def check(
    file: Annotated[Path, _FILE],
    as_json: Annotated[bool, _JSON] = False,
    plain: Annotated[bool, _PLAIN] = False,
) -> None:
    """Judge a file of exercises without adding it: which could be given, which not, and why."""
    from backplan.library.judge_file import judge

    found = judge(file)
    _tell_namesakes((one.id, (one.name,)) for one in found)
    if as_json:
        output.document({"schema": 1, "file": file.name, "entries": [_entry(one) for one in found]})
    elif plain:
        output.lines([*(f"{'left out' if one.rules else 'kept'}: {one.name} ({one.id}){_why(one)}" for one in found)])
        output.say(_count(found))
    else:
        _table(found)
        output.say(_count(found))


MOST_NAMESAKES = 5  # told one by one


def _tell_namesakes(own: Iterable[tuple[str, Sequence[str]]], without: str | None = None) -> None:
    """On stderr: names that stand for two exercises, so that only an id chooses between them."""
    from backplan.library import own as library_own

    others = [each for key, each in library_own.own_files(_folder()).items() if key != without]
    said = library_own.namesakes(own, library_own.laid_over(_ours(), others))
    for line in said[:MOST_NAMESAKES]:
        output.complain(f"Take note: {line}.")
    if (more := len(said) - MOST_NAMESAKES) > 0:
        output.complain(f"Take note: {more} more are called like another exercise.")


def _entry(one: Judged) -> dict[str, Any]:
    rules = [{"id": key, "reason": reason} for key, reason in one.rules]
    return {"id": one.id, "name": one.name, "kept": not rules, "rules": rules}


def _why(one: Judged) -> str:
    return "".join(f"; {reason} (rule {key})" for key, reason in one.rules)


def _count(found: Sequence[Judged]) -> str:
    out = sum(bool(one.rules) for one in found)
    return f"{len(found)} exercises: {len(found) - out} could be given, {out} would be left out for everybody."


def _table(found: Sequence[Judged]) -> None:
    from rich.box import SIMPLE
    from rich.table import Table
    from rich.text import Text

    def make(width: int) -> list[Table]:
        table = Table(box=SIMPLE, width=min(width, output.WIDEST), show_edge=False)
        table.add_column("Exercise", ratio=2)
        table.add_column("", width=8)
        table.add_column("Why", ratio=4)
        for one in found:
            why = "\n".join(f"{reason} ({key})" for key, reason in one.rules)
            table.add_row(Text(one.name), Text("left out" if one.rules else "kept"), Text(why))
        return [table]

    output.show(make)


def add(file: Annotated[Path, _FILE]) -> None:
    """Lay a file of exercises over the library: add, replace (same id) or hide. A copy is kept with your data."""
    from backplan.files.yaml import contents
    from backplan.library import own as library_own
    from backplan.library import own_folder

    ours, folder, name = _ours(), _folder(), _name(file)
    others = {key: own for key, own in library_own.own_files(folder).items() if key != name}
    raw = contents(file)
    found = library_own.check(raw, file.name, ours, others)
    if not found.ids:
        raise FileError([f"{file.name}:1:1: there is no exercise in this file"])
    own_folder.keep(folder, name, raw)
    _tell_namesakes(((each.id, (each.name, *each.also)) for each in found.exercises), without=name)
    held = [each.id for each in ours.exercises if each.status == "excluded"]
    for key in (each.id for each in found.exercises if each.id in held and each.status != "excluded"):
        output.complain(f"Take note: {key} replaces one of ours that we hold back for everybody, so it is not given.")
    for line in (each for exercise in found.exercises for each in library_own.doubts(exercise)):
        output.complain(f"Look again at {line}.")
    output.lines([*_added(found, ours, name), *_never_given(found.exercises)])
    output.say("`backplan library own` lists your files; `backplan library remove` takes one back.")


def _added(found: Own, ours: Library, name: str) -> list[str]:
    known = ours.by_id()
    new = [exercise.id for exercise in found.exercises if exercise.id not in known]
    replaced = [exercise.id for exercise in found.exercises if exercise.id in known]
    parts = (("added", new), ("replaced", replaced), ("hidden", found.hidden))
    told = [f"{len(ids)} {word} ({', '.join(ids)})" for word, ids in parts if ids]
    return [f"Your own file {name}: {'; '.join(told)}."]


def _never_given(exercises: Sequence[Exercise]) -> list[str]:
    from backplan.rules.exclusion import FOR_EVERYBODY

    case: Any = None  # what holds for everybody asks nothing of the person
    reasons = [(e.id, [reason for rule in FOR_EVERYBODY if (reason := rule.check(e, case))]) for e in exercises]
    barred = [f"  {key}: {'; '.join(found)}" for key, found in reasons if found]
    return [f"Left out for everybody, {len(barred)} of them:", *barred] if barred else []


def own(as_json: Annotated[bool, _JSON] = False, plain: Annotated[bool, _PLAIN] = False) -> None:
    """List your own files, what is in each, and what is wrong with one that cannot be read."""
    found = [_file(path) for path in files(_folder())]
    if as_json:
        output.document({"schema": 1, "files": found})
    elif not found:
        output.say("You have no exercises of your own yet; `backplan library add FILE` adds some.")
    for one in [] if as_json else found:
        output.say(f"{one['name']}: {', '.join(one['exercises'])}" if one["exercises"] else f"{one['name']}:")
        output.lines(f"  hidden: {key}" for key in one["hidden"])
        output.lines(f"  cannot be read: {fault}" for fault in one["faults"])


def _file(path: Path) -> dict[str, Any]:
    from backplan.library import own as library_own

    try:
        found = library_own.read(path, _ours())
    except FileError as error:
        return {"name": path.stem, "exercises": [], "hidden": [], "faults": list(error.faults)}
    return {
        "name": path.stem,
        "exercises": [exercise.id for exercise in found.exercises],
        "hidden": list(found.hidden),
        "faults": [],
    }


def remove(
    name: Annotated[
        str,
        typer.Argument(
            help="An own file, as `backplan library own` names it.", autocompletion=completing.own_files_named
        ),
    ],
) -> None:
    """Take an own file back; what it replaced or hid of ours is there again."""
    from backplan.library import own_folder

    known = {path.stem: path for path in files(_folder())}
    key = name.removesuffix(".yaml")
    if key not in known:
        raise UsageError(f"there is no own file {name}{nearest(key, known)}; `backplan library own` lists them")
    own_folder.take_back(known[key])
    output.say(f"Your own file {key} is taken back.")
    _tidy()


def hide(
    exercise: Annotated[
        str, typer.Argument(help="An exercise: its id or its name.", autocompletion=completing.exercises)
    ],
) -> None:
    """Hide an exercise: it is never given until it is shown again."""
    from backplan.cli.why_command import exercise_named

    key = exercise_named(exercise, _ours().exercises).id
    _hide([*_hidden(), key])
    output.say(f"{key} is hidden. `backplan library show-again {key}` brings it back.")


def show_again(
    exercise: Annotated[
        str, typer.Argument(help="An exercise that you have hidden.", autocompletion=completing.hidden_exercises)
    ],
) -> None:
    """Bring back an exercise that you have hidden."""
    from backplan.cli.why_command import exercise_named

    hidden = _hidden()
    key = exercise_named(exercise, _ours().exercises).id
    if key not in hidden:
        raise UsageError(f"{key} is not hidden{nearest(key, hidden)}; `backplan library own` lists what is")
    _hide([one for one in hidden if one != key])
    output.say(f"{key} is back.")


def schema() -> None:
    """Print the JSON Schema of a file of exercises, for editors."""
    from backplan.library.own_schema import schema as made

    output.document(made())


def _ours() -> Library:
    from backplan.library import load

    return load.load(environment.cache())


def _folder() -> Path:
    return environment.home() / FOLDER


def _name(file: Path) -> str:
    """The name a file is kept under. Raises UsageError for one that would be taken for what is hidden."""
    name = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")[:60] or "mine"
    if name == HIDDEN:
        raise UsageError(f"a file named {HIDDEN} stands for what you have hidden; give yours another name")
    return name


def _hidden() -> list[str]:
    from backplan.library import own as library_own

    path = _folder() / f"{HIDDEN}.yaml"
    if not path.exists():
        return []
    try:
        return list(library_own.read(path, _ours()).hidden)
    except FileError as error:
        raise StoreError(f"{error}\n`backplan library remove {HIDDEN}` starts that list anew.") from None


def _hide(ids: Sequence[str]) -> None:
    from backplan.library import own_folder

    if not ids:
        own_folder.take_back(_folder() / f"{HIDDEN}.yaml")
        _tidy()
        return
    text = "".join(f"- {{id: {key}, hide: true}}\n" for key in sorted(set(ids)))
    own_folder.keep(_folder(), HIDDEN, text.encode())


def _tidy() -> None:
    """An empty folder costs time at every week, so it goes."""
    if _folder().is_dir() and not any(_folder().iterdir()):
        _folder().rmdir()


COMMANDS: dict[str, Callable[..., None]] = {
    "check": check,
    "add": add,
    "own": own,
    "remove": remove,
    "hide": hide,
    "show-again": show_again,
    "schema": schema,
}
