"""JSON that is written as its parts come is the JSON of the whole."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan.files.streamed import Each, json_text, once_whole

KEYS = st.none() | st.booleans() | st.integers() | st.text()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), JSON, max_size=3), st.lists(JSON, max_size=4), st.integers(1, 2), st.booleans())
def test_it_is_the_text_of_the_whole(
    rest: dict[str, object], parts: list[object], indent: int, ascii_only: bool
) -> None:
    written = json_text({"a": 1, "parts": Each(iter(parts)), **rest}, indent=indent, ascii_only=ascii_only)
    whole = json.dumps({"a": 1, "parts": parts, **rest}, indent=indent, ensure_ascii=ascii_only)
    assert "parts" in rest or "".join(written) == whole


def test_a_part_is_made_when_it_is_written() -> None:
    made = []

    def parts() -> Iterator[list[int]]:
        for number in range(1_000):
            made.append(number)
            yield list(range(100))

    found = Each(parts())
    assert found
    assert made == [0]
    next(json_text(found, indent=1, ascii_only=True))
    assert len(made) < 200


@given(st.lists(st.text(), max_size=4))
def test_what_goes_out_once_whole_is_the_same_text(parts: list[str]) -> None:
    assert [*once_whole(parts)] == (parts or [""])


def test_nothing_goes_out_where_the_last_part_cannot_be_made() -> None:
    def parts() -> Iterator[str]:
        yield "first"
        raise ValueError("the last")

    with pytest.raises(ValueError, match="the last"):
        next(once_whole(parts()))
