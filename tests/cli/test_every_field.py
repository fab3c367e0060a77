"""Every field of what people write, at every door: wrong types, sizes, days and texts are refused with their place, and
what one door takes every other can read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
import typer.main

from backplan.cli.app import app
from backplan.errors import FileError
from backplan.files import answers, data, prescription, yaml
from backplan.model.exercise import Exercise
from backplan.model.naming import Names
from backplan.store import door
from backplan.store.documents import OF_PERSON
from tests.support.cli import answers as plain_answers
from tests.support.cli import as_yaml, run, started, week_of
from tests.support.damage import damaged, places, short, with_checksum
from tests.support.planned import exercises
from tests.support.shared import copied

TODAY = date(2026, 11, 23)
WRONG: tuple[Any, ...] = (
    {"odd": 1}, [[]], 10**30, -1, 3.5, True, "", "x" * 30_000, "\x1b[31mred\x07", "a\u202eb", "0001-01-01",
    "9999-12-31", "2026-02-30", float("nan"),
)  # fmt: skip
PLACE = re.compile(r"^[^:]+:\d+:\d+: ")

ANSWERS = plain_answers(
    born=1970,
    functions=["walk far"],
    surgery={"kind": "disc", "on": "2026-01-10", "released": "2026-03-01"},
    changed={"what": "fall", "on": "2026-10-01"},
    birth={"on": "2025-10-10", "kind": "vaginal"},
    pregnancy=None,
    places={"gym": ["dumbbells"]},
    likes=["yoga"],
    conditions=["osteoporosis"],
    tolerance={"aerobic_minutes": 15, "walk": 10},
    time={"days": ["mon", "tue"], "minutes": 40, "pool_days": ["mon"]},
    can={"swim": ["breaststroke"], "floor": True},
)
PRESCRIPTION = {
    "prescription": {"by": "physiotherapist", "on": "2026-11-20", "for": "Ann"},
    "add": [
        {
            "exercise": "clamshell", "sets": 3, "reps": "8-12", "hold": 5, "times_a_day": 2, "side": "left",
            "rest": 60, "tempo": "3-1-3", "load": "5 kg", "effort": 4, "circuit": "A",
            "grow": "2 repetitions every 3 days, up to 20", "per_week": "2-3", "until": "2027-01-15", "why": "calm",
            "by": "doctor", "on": "2026-11-19",
        },
    ],
    "avoid": [{"exercise": "sit-up", "why": "x", "by": "doctor", "on": "2026-11-19"}],
    "limit": {"minutes": 40, "why": "x", "by": "doctor", "on": "2026-11-19"},
    "accept_usual_pain": {"pain": 5, "why": "x"},
}  # fmt: skip
IN_A_LINE = {
    "prescription": {"by": "physiotherapist", "on": "2026-11-20"},
    "add": [{"exercise": "moderate-walk", "minutes": 20, "days": ["mon", "thu"], "dose": "3 times a day"}],
    "avoid": [{"kind": "yoga"}],
    "limit": 40,
    "accept_usual_pain": 5,
}


KNOWN = ("clamshell", "sit-up", "moderate-walk", "yoga-bridge", "bird-dog")  # few, so that names are soon compared


def _few() -> list[Exercise]:
    return [each for each in exercises() if each.id in KNOWN or (each.modality == "yoga" and each.rank == 1)]


def _answers_taken(document: Any, where: yaml.Places) -> None:
    person = answers.check(document, where, TODAY, Names(_few())).person(TODAY, None)
    door.written("person", OF_PERSON.write(person))


def _prescription_taken(document: Any, where: yaml.Places) -> None:
    for item in prescription.check(document, where, TODAY, _few())[0]:
        door.written("prescription", item.document(), door.prescribed_faults)


def _tried(whole: dict[str, Any], take: Callable[[Any, yaml.Places], None], path: tuple[Any, ...]) -> Iterator[str]:
    """What each wrong value at a place comes to: nothing where it was taken, else the refusal."""
    for value in WRONG:
        text = as_yaml(damaged(whole, path, value))
        try:
            take(*yaml.parse(text.encode("utf-8", "surrogatepass"), "my.yaml"))
        except FileError as error:
            assert all(PLACE.match(fault) for fault in error.faults), (path, value, error)  # noqa: PT017
            assert all(len(fault) < 700 for fault in error.faults), (path, value)  # noqa: PT017
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", str(error)), (path, value)  # noqa: PT017
            yield str(error)


@pytest.mark.parametrize("key", sorted(ANSWERS))
def test_each_answer_of_a_file_is_taken_so_that_it_can_be_read_again_or_refused_with_its_place(key: str) -> None:
    for path in places(ANSWERS[key], (key,)):
        assert len([*_tried(ANSWERS, _answers_taken, path)]) >= len(WRONG) - 3, path


@pytest.mark.parametrize("whole", [PRESCRIPTION, IN_A_LINE])
def test_each_part_of_a_prescription_is_taken_so_that_it_can_be_read_again_or_refused_with_its_place(
    whole: dict[str, Any],
) -> None:
    for path in dict.fromkeys(places(whole)):
        assert len([*_tried(whole, _prescription_taken, path)]) >= len(WRONG) - 8, path


def _lived(home: Path) -> None:
    started(home, likes=["yoga"], functions=["walk far"], born=1970)
    for args in (
        ["log", "--pain", "3", "--peak", "4", "--leg", "none", "--load", "sit-to-stand=8kg", "--note", "ok"],
        ["prescribe", "add", "bird-dog", "--sets", "2", "--until", "2027-01-15", "--why", "calm"],
        ["prescribe", "limit", "40"],
    ):
        assert run(*args, home=home).code == 0, args
    given = next(iter(week_of(home)["programme"].values()))
    assert run("swap", given, "--why", "no time", home=home).code == 0


@pytest.mark.parametrize("table", ["person", "entry", "prescription", "swap", "week"])
def test_what_the_store_cannot_read_no_import_takes(table: str, home: Path, tmp_path: Path) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    copied("every-field-lived", _lived, home)
    file = tmp_path / "data.json"
    assert run("export", "data", "--out", str(file), home=home).code == 0
    whole = json.loads(file.read_text(encoding="utf-8"))
    row = whole[table][0]
    row = {**row, "document": short(row["document"])} if table == "week" else row
    empty = {key: [] if isinstance(value, list) else value for key, value in whole.items()}
    step = 23 if table == "week" else 1
    for number, path in enumerate([*dict.fromkeys(places(row))][::step]):
        value = WRONG[number % len(WRONG)] if table == "week" else None
        for each in WRONG if value is None else (value,):
            file.write_text(json.dumps({**empty, table: [damaged(row, path, each)]}), encoding="utf-8")
            try:
                data.read(file, TODAY, lambda *_: [], lambda *_: True)
            except FileError as error:
                assert PLACE.match(str(error)), (path, each)  # noqa: PT017
            else:
                _read_again(table, damaged(row, path, each))


def _read_again(table: str, row: dict[str, Any]) -> None:
    """The store reads a row that an import has taken."""
    row = {**row, "document": json.dumps(row["document"])} if "document" in row else row
    columns = [row.get(name) for name in door.COLUMNS[table][:-1]]
    door.READERS[table](with_checksum(table, columns))


NEEDED = {
    "prescribe add": ["bird-dog"], "prescribe avoid": ["yoga"], "prescribe limit": ["30"],
    "prescribe accept-usual-pain": ["4"], "swap": ["bird-dog"], "diary edit": ["1"],
}  # fmt: skip


def _options(command: str) -> list[str]:
    """The options of a command that take a value and name no file."""
    found: Any = typer.main.get_command(app)
    for word in command.split():
        found = found.get_command(click.Context(found), word)
    return [p.opts[0] for p in found.params if p.param_type_name == "option" and not p.is_flag and p.name != "answers"]


@pytest.mark.parametrize(
    ("args", "to_do"),
    [
        (["log", "--on"], "like 2026-11-20, March 2019, today, yesterday, mon or -2d"),
        (["pause"], "`backplan pause --from mon --to fri`"),
        (["today"], "or `backplan today 10` if you have ten minutes"),
        (["log", "--sign"], "`--list heart` show them"),
        (["restore"], "`backplan restore` alone lists your backups"),
    ],
)
def test_however_long_what_was_typed_the_complaint_ends_with_what_to_do(
    args: list[str], to_do: str, home: Path
) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    copied("every-field-lived", _lived, home)
    done = run(*args, "word " * 2000, home=home)
    assert done.code in (2, 3)
    assert " ... " in done.err
    assert to_do in done.err
    assert len(done.err) < 2100


@pytest.mark.parametrize("command", ["init", "log", "pause", "prescribe add", "prescribe limit", "swap", "diary edit"])
def test_a_flag_that_cannot_be_meant_is_refused_briefly_and_changes_nothing(command: str, home: Path) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    copied("every-field-lived", _lived, home)
    before = (home / "backplan.db").read_bytes()
    for option in _options(command):
        for value in ("9" * 5000, "\x1b[31m9999-12-31\x07", "-7"):
            done = run(*command.split(), *NEEDED.get(command, []), f"{option}={value}", home=home)
            if done.code == 0:  # words may be anything
                assert option in ("--why", "--note", "--functions", "--circuit"), (option, value)
                before = (home / "backplan.db").read_bytes()
                continue
            assert done.code == 2, (option, value, done)
            assert max(map(len, done.err.splitlines())) < 700, (option, value)
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", done.err), (option, value)
            assert (home / "backplan.db").read_bytes() == before, (option, value)
