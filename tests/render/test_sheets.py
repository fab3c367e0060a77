"""Sheets for a spreadsheet: nothing in them is ever a formula, and nothing a person wrote is lost in them."""

import csv
import re
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan.render.safe import safe
from backplan.render.sheets import harmless, sheets
from tests.support.examples import law

EMPTY: dict[str, Any] = {"person": [], "entry": [], "week": [], "prescription": [], "swap": [], "own": []}
BEGINS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
TEXTS = st.text(st.sampled_from([*BEGINS, ";", ",", " ", '"', "'", "a", "1", "|"]), max_size=12)


def read(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))


def entry(note: str) -> dict[str, Any]:
    return {
        "id": 1,
        "on_date": "2026-11-23",
        "at": "x",
        "kind": "pain",
        "pain": 3,
        "document": {"note": note},
        "undone_at": None,
    }


@pytest.mark.parametrize(
    "said", ["=1+1", "+49 30", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\uff1dcmd", "a;=1+1", "a\n-1"]
)
def test_a_text_that_begins_like_a_formula_is_text(said: str) -> None:
    (_, row) = read(sheets({**EMPTY, "entry": [entry(said)]})["diary.csv"])
    assert not any(cell.lstrip().startswith(tuple(BEGINS)) for cell in row)
    assert "'" in "".join(row)


@given(TEXTS)
@law(200)
def test_no_cell_is_a_formula_wherever_a_program_splits(said: str) -> None:
    text = sheets({**EMPTY, "entry": [entry(said)], "own": [{"name": said, "text": said}]})
    for sheet in (text["diary.csv"], text["own.csv"]):
        for delimiter in ",;\t":
            for row in read(sheet, delimiter):
                assert not any(re.match(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]", cell) for cell in row), (delimiter, row)


@given(TEXTS)
@law(100)
def test_all_that_is_added_is_apostrophes(said: str) -> None:
    assert harmless(said).replace("'", "") == safe(said).replace("'", "")


def test_an_ordinary_text_stays_as_it_is() -> None:
    for said in ("Went well - no pain", "3 = fine", "a;b", "mail me@home", ""):
        assert harmless(said) == said


def test_what_is_numbers_stays_numbers_and_escapes_go() -> None:
    (head, row) = read(sheets({**EMPTY, "entry": [entry("a\x1b[31mb\u202ec")]})["diary.csv"])
    found = dict(zip(head, row, strict=True))
    assert (found["id"], found["pain"], found["note"]) == ("1", "3", "a[31mbc")
