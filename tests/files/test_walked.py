"""A document that is read a piece at a time says what it says when it is read at once, and no less strictly."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backplan.files import walked
from backplan.files.walked import value_of

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FEW = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def read(path: Path, text: str) -> object:
    path.write_text(text, encoding="utf-8", newline="")
    found = walked.walked(path, 1 << 20, dict)
    return found and {key: [*map(value_of, each)] if isinstance(each, list) else each for key, each in found.items()}


@given(st.dictionaries(st.text(), JSON, min_size=1, max_size=3), st.sampled_from([None, 1]), st.integers(1, 9))
@FEW
def test_it_is_the_value_of_the_whole(tmp_path: Path, value: object, indent: int | None, at_once: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(walked, "AT_ONCE", at_once)
        assert read(tmp_path / "file.json", json.dumps(value, indent=indent, ensure_ascii=False)) == value


@given(st.dictionaries(st.text(), JSON, min_size=1, max_size=3), st.data())
@FEW
def test_a_text_that_is_no_such_document_is_left_to_others(tmp_path: Path, value: object, data: st.DataObject) -> None:
    text = json.dumps(value)
    at, other = data.draw(st.integers(0, len(text))), data.draw(st.sampled_from(["", ",", "]", "}", '"', "1"]))
    broken = text[:at] + other + text[at + 1 :]
    try:
        whole: object = json.loads(broken)
    except json.JSONDecodeError:
        whole = None
    found = read(tmp_path / "file.json", broken)
    assert found in (None, whole)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"a": [417489121777+16, false]}',
        '{"a": [1.5x, 2]}',
        '{"a": [1',
        '{"a": 1, "a": 2}',
        '{"a": [1], "b": 2} x',
        '{"a": [1,]}',
        "\ud800",
    ],
)
def test_what_is_odd_is_left_to_others(tmp_path: Path, text: str) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert walked.walked(path, 1 << 20, dict) is None
