"""A person's data as CSV for a spreadsheet: one sheet a table, and one each for what was planned on which day.

Nothing in a cell is a formula to any program: where text begins like one, or would where a program splits cells at
semicolons or tabs, an apostrophe stands before it.
"""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from typing import TYPE_CHECKING, Any

from backplan.files.answers import document_of
from backplan.render.safe import safe
from backplan.store.documents import OF_PERSON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Row = dict[str, Any]
_FORMULA = re.compile(r"(?:^|(?<=[;\t\r\n]))(?=[\s\x22]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])")
_DATED = ("id", "on_date", "at")  # what every table begins with
_OF_A_WEEK = ("week", "starts", "programme_week", "level", "mode", "pain", "levels", "changes", "notices")


def sheets(document: Mapping[str, Any]) -> dict[str, str]:
    """The sheets of a document of all data, by the names of their files, without what weeks keep for planning. Each
    list of the document is gone through once.
    """
    kept = (*_OF_A_WEEK, "days", "balance")
    shown = [{**row, "document": {key: row["document"].get(key) for key in kept}} for row in document["week"]]
    weeks = [row["document"] for row in shown]
    rows = {
        "answers": [_row(row, document_of(OF_PERSON.read(row["document"]))) for row in document["person"]],
        "diary": [_row(row, row["document"]) for row in document["entry"]],
        "weeks": [_row(row, {key: row["document"][key] for key in _OF_A_WEEK}) for row in shown],
        "prescription": [_row(row, row["document"]) for row in document["prescription"]],
        "swaps": [_row(row, {}) for row in document["swap"]],
    }
    found = {name: _sheet(each, _DATED) for name, each in rows.items()}
    found["days"] = _sheet(list(_days(weeks)), ("week", "date"))
    found["exercises"] = _sheet(list(_exercises(weeks)), ("week", "date", "place", "block"))
    found["goals"] = _sheet([{"week": week["week"], **goal} for week in weeks for goal in week["balance"]], ("week",))
    found["own"] = _sheet(document["own"], ("name", "text"))
    return {f"{name}.csv": text for name, text in found.items()}


def _row(row: Mapping[str, Any], document: Mapping[str, Any]) -> Row:
    """A row of a table, with what its document says in place of that."""
    return {**{key: part for key, part in row.items() if key != "document"}, **_columns(document)}


def _columns(document: Mapping[str, Any], path: str = "") -> Row:
    """What a document holds by the way to it: `time.mon`."""
    found: Row = {}
    for key, part in document.items():
        found |= _columns(part, f"{path}{key}.") if isinstance(part, dict) else {f"{path}{key}": part}
    return found


def _days(weeks: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    for week in weeks:
        for day in week["days"]:
            yield {"week": week["week"], **_columns({key: part for key, part in day.items() if key not in _PARTS})}


_PARTS = ("sessions", "coping", "daily")  # of a day: what holds exercises


def _exercises(weeks: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    """Every exercise of every day, with where and in which part of the session it stands."""
    for week in weeks:
        for day in week["days"]:
            placed = [(session["place"], block) for session in day["sessions"] for block in session["blocks"]]
            placed += [(None, day[part]) for part in ("coping", "daily") if day.get(part)]
            for place, block in placed:
                stands = {"week": week["week"], "date": day["date"], "place": place, "block": block["kind"]}
                yield from (stands | _columns(item) for item in block["items"])


def _sheet(rows: Sequence[Row], first: Sequence[str]) -> str:
    """Rows as CSV under the columns that any of them has."""
    names = list(dict.fromkeys((*first, *(key for row in rows for key in row))))
    text = StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(map(harmless, names))
    writer.writerows([_cell(row.get(name)) for name in names] for row in rows)
    return text.getvalue()


def _cell(part: Any) -> Any:
    if part is None or (isinstance(part, int | float) and not isinstance(part, bool)):
        return part
    if isinstance(part, list | tuple) and not any(isinstance(each, list | dict) for each in part):
        part = "; ".join("" if each is None else str(each) for each in part)
    return harmless(part if isinstance(part, str) else json.dumps(part, ensure_ascii=False))


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula, and that drives no terminal."""
    return _FORMULA.sub("'", safe(text))
