"""A document that is walked through part by part says what it says when it is read at once, and no less strictly."""

import io
import json
import re
import sys
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from backplan.errors import FileError
from backplan.files import walked
from backplan.files.walked import Walk

TEXT = st.text(st.characters(codec="utf-8"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.dictionaries(TEXT, JSON, min_size=1, max_size=3)
FEW = settings(deadline=None)


def read(raw: bytes, twice: list[tuple[str, walked.At]] | None = None) -> Any:
    """What a walk through a file comes to, and by its path, where each part of it is."""
    told = [] if twice is None else twice
    walk, found, at = Walk(io.BytesIO(raw), "f", 1 << 24, lambda key, at: told.append((key, at()))), {}, {}
    for path, value in walk:
        at[path] = walk.at()
        match path:
            case ():
                found = value
            case (key,):
                found[key] = value
            case (key, _):
                found[key].append(value)
    return found, at


@given(OBJECTS, st.sampled_from([None, 1]), st.integers(1, 9))
@FEW
def test_it_is_the_value_of_the_whole(value: object, indent: int | None, at_once: int) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(walked, "AT_ONCE", at_once)
        found, places = read(text.encode())
    assert found == value
    lines = text.split("\n")
    for path, (line, column) in places.items():
        part = found[path[0]] if len(path) == 1 else found[path[0]][path[1]]
        begins = json.dumps(part, indent=indent, ensure_ascii=False).split("\n")[0].rstrip("]}")
        assert lines[line - 1][column - 1 :].startswith(begins)


@given(OBJECTS, st.data(), st.integers(1, 9))
@FEW
def test_what_is_no_json_is_said_where_it_is_said_of_the_whole(value: object, data: st.DataObject, many: int) -> None:
    text = json.dumps(value)
    at, other = data.draw(st.integers(0, len(text))), data.draw(st.sampled_from(["", ",", "]", "}", '"', "1"]))
    broken = text[:at] + other + text[at + 1 :]
    if sys.version_info >= (3, 13):  # which points at a comma too many, and not at what ends the list behind it
        assume(not re.search(r",\s*[]}]", broken))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(walked, "AT_ONCE", many)
        assert walked_or_told(broken) == whole_or_told(broken)


def walked_or_told(text: str) -> object:
    try:
        return read(text.encode())[0]
    except FileError as error:
        return int(str(error).split(":")[2])


def whole_or_told(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        return error.colno


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "f:1:1: the file is empty; `backplan export data --out FILE` writes what is read here"),
        (
            "a: 1\n",
            "f:1:1: this is YAML or plain text, not JSON; `backplan export data --out FILE` writes what is read here",
        ),
        ('{"a": [417489121777+16, false]}', "f:1:20: this is no JSON (expecting ',' delimiter)"),
        ('{"a": [1.5x, 2]}' + " " * 40, "f:1:11: this is no JSON (expecting ',' delimiter)"),
        ('{"a": [1', "f:1:9: this is no JSON (it ends before it is whole, as if it was cut short)"),
        ('{"a": [1], "b": 2} x', "f:1:20: this is no JSON (extra data)"),
        ('{"a": [1,]}', "f:1:10: this is no JSON (expecting value)"),
        ('{"a": [1],\n b}', "f:2:2: this is no JSON (expecting property name enclosed in double quotes)"),
        ('{"a": [1],\n "b": "\ud800"}', "f:2:8: the file is not UTF-8 text"),
        ('{"a":\n ' + "9" * 5000 + "}", "f:2:2: this is no JSON that we can read"),
        ('{"a": [' + "[" * 100_000, "f:1:8: this is no JSON that we can read"),
        ('{"a": ["' + "x" * (walked.LONGEST_PART + 10), "f:1:8: this part is longer than any"),
        ("{" + ",".join(f'"{n}": 0' for n in range(10_010)) + "}", "f:1:"),
        ('{"a": [' + " " * (1 << 24), "f:1:1: the file is over 16 MiB"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, told: str) -> None:
    with pytest.raises(FileError) as error:
        read(text.encode("utf-8", "surrogatepass"))
    assert str(error.value).startswith(told)


def test_a_fault_at_the_beginning_of_a_long_file_is_met_at_once() -> None:
    file = io.BytesIO(b'{"a": [1, oh, ' + b"2, " * walked.AT_ONCE)
    with pytest.raises(FileError, match="f:1:11"):
        [*Walk(file, "f", 1 << 28, lambda *_: None)]
    assert file.tell() == walked.AT_ONCE


def test_a_key_that_stands_twice_is_told_with_its_place() -> None:
    twice: list[tuple[str, walked.At]] = []
    read(b'{"a": [{"b": 1,\n "b": 2}],\n  "a": 3}', twice)
    assert twice == [("b", (2, 2)), ("a", (3, 3))]
