"""Hostile YAML: a document comes out, or a FileError with file:line:column; never anything else, and soon."""

import re
import time
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from backplan.errors import FileError
from backplan.files import yaml as files_yaml
from backplan.files.plain_file import MAX_BYTES
from backplan.files.yaml import MAX_ITEMS, parse, read

PLACE = re.compile(r"my\.yaml:[1-9]\d*:[1-9]\d*: \S")
NESTED = 30_000


def value(text: str | bytes) -> Any:
    """What a document holds."""
    return parse(text.encode() if isinstance(text, str) else text, "my.yaml")[0]


def faults(text: str | bytes) -> tuple[str, ...]:
    """The faults of a document, each of which must say where it is."""
    with pytest.raises(FileError) as caught:
        value(text)
    assert [fault for fault in caught.value.faults if not PLACE.match(fault)] == []
    return caught.value.faults


def places(text: str | bytes) -> list[str]:
    """Line and column of each fault."""
    return [fault.removeprefix("my.yaml:").split(": ", 1)[0] for fault in faults(text)]


def outcome(raw: bytes) -> str:
    """Whether some bytes give a document or a FileError; anything else is raised."""
    told: tuple[str, ...] | None = None
    try:
        parse(raw, "my.yaml")
    except FileError as error:
        told = error.faults
    if told is None:
        return "read"
    assert told
    assert [fault for fault in told if not PLACE.match(fault)] == []
    return "refused"


@pytest.fixture(params=["C", "pure"])
def _both_parsers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML may be built without its C parser; the pure one must do the same."""
    loader = getattr(yaml, "CSafeLoader", None) if request.param == "C" else yaml.SafeLoader
    if loader is None:
        pytest.skip("PyYAML was built without libyaml here")
    monkeypatch.setattr(files_yaml, "_LOADER", loader)


both_parsers = pytest.mark.usefixtures("_both_parsers")


# What is read.


@both_parsers
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("off", "off"), ("y", "y"), ("Norway", "Norway"),
        ("1:30", "1:30"), ("12:30:45", "12:30:45"), ("0x10", "0x10"), ("0o17", "0o17"), ("0b1", "0b1"),
        ("1e3", "1e3"), ("1_000", "1_000"), (".inf", ".inf"), (".nan", ".nan"), ("1,5", "1,5"), ("=", "="),
        ("2026-11-23", "2026-11-23"), ("2026-02-30", "2026-02-30"), ("2026-13-45", "2026-13-45"),
        ("0000-00-00", "0000-00-00"), ("2026-11-23T25:61:00", "2026-11-23T25:61:00"), ("<<", "<<"),
        ("true", True), ("False", False), ("null", None), ("~", None), ("", None),
        ("7", 7), ("-7", -7), ("+7", 7), ("007", 7), ("1.5", 1.5), ("-.5", -0.5), ("2.", 2.0),
        ('"7"', "7"), ("'true'", "true"), ('""', ""), ("'~'", "~"), ("'2026-11-23'", "2026-11-23"),
        ("9999999999999999999999", "9999999999999999999999"),
        ("!!str 7", "7"), ("!!str yes", "yes"),
    ],
)  # fmt: skip
def test_only_plain_words_and_numbers_are_anything_but_text(text: str, expected: object) -> None:
    found = value(f"- {text}\n")
    assert found == [expected]
    assert type(found[0]) is type(expected)


@both_parsers
@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "\ufeff"])
def test_an_empty_file_is_nothing(text: str) -> None:
    assert value(text) is None


@both_parsers
def test_a_byte_order_mark_is_passed_over() -> None:
    assert value(b"\xef\xbb\xbfa: 1\n") == {"a": 1}


@both_parsers
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_read(end: str) -> None:
    assert value(f"a: 1{end}b: [x, y]{end}") == {"a": 1, "b": ["x", "y"]}


@both_parsers
def test_twelve_levels_are_read_and_a_thirteenth_is_not() -> None:
    assert outcome(b"[" * 12 + b"]" * 12) == "read"
    assert places(b"[" * 13 + b"]" * 13) == ["1:13"]


@both_parsers
def test_a_file_of_exactly_one_mebibyte_is_read_and_one_byte_more_is_not() -> None:
    assert value(b"a" * MAX_BYTES) == "a" * (1 << 20)
    assert faults(b"a" * (MAX_BYTES + 1)) == (
        "my.yaml:1:1: the file is over 1 MiB, which is more than any file of this kind needs",
    )


@both_parsers
def test_a_merge_key_merges_nothing() -> None:
    assert value("a: 1\n<<: {b: 2}\n") == {"a": 1, "<<": {"b": 2}}


# What is refused, and where it says so.


@both_parsers
@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a: 1\nb: &here x\n", ["2:4"]),
        ("- &a [x]\n- &b {y: z}\n", ["1:3", "2:3"]),
        ("a: &x 1\nb:\n  <<: *x\n", ["1:4", "3:7"]),
        ("- *nobody\n", ["1:3"]),
        ("a: !!python/object/apply:os.system [ls]\n", ["1:4"]),
        ("a: !!python/name:os.system x\n", ["1:4"]),
        ("a: !!binary aGk=\n", ["1:4"]),
        ("a: !mine x\n", ["1:4"]),
        ("a: !!int '7'\n", ["1:4"]),
        ("a: !!timestamp 2026-02-30\n", ["1:4"]),
        ("a: 1\na: 2\n", ["2:1"]),
        ("a: {b: 1, c: 2, b: 3}\n", ["1:17"]),
        ("a: 1\nb: 2\na: 3\nb: 4\n", ["3:1", "4:1"]),
        ("- a: 1\n- a: 2\n", None),
        ('a: 1\n"a": 2\n', ["2:1"]),
        ("1: x\n", ["1:1"]),
        ("true: x\n", ["1:1"]),
        ("null: x\n", ["1:1"]),
        ("1.5: x\n", ["1:1"]),
        ('"1": x\n', None),
        ("? [a, b]\n: x\n", ["1:3"]),
        ("? {a: b}\n: x\n", ["1:3"]),
        ("a: 1\n---\nb: 2\n", ["2:1"]),
        ("a: 1\n--- x\n--- y\n", ["2:1", "3:1"]),
        ("a: \x00\n", ["1:4"]),
        ("a: 1\nb: x\x07y\n", ["2:5"]),
        ("a: \x1b[2J\n", ["1:4"]),
    ],
)
def test_what_could_harm_or_mislead_is_refused_where_it_stands(text: str, where: list[str] | None) -> None:
    if where is None:
        assert outcome(text.encode()) == "read"
    else:
        assert places(text) == where


@both_parsers
@pytest.mark.parametrize(
    "text",
    [
        "a:\n\tb: 1\n",
        'a: "open\nb: 1\n',
        "a: 'open\n",
        "a: [1, 2\n",
        "a: {b: 1\n",
        "a: b: c\n",
        "- a\nb: 1\n",
        "a: @x\n",
        "a: `x\n",
        "%YAML 9.9\n---\na\n",
        "%TAG ! x\n",
        "a: |\n b\n  c\n d: [\n---]\n",
        "}",
        "]",
        ":\n- :\n?",
        "...",
        "*",
        "&",
        'a: "\\q"\n',
        'a: "\\xZZ"\n',
    ],
)
def test_broken_yaml_is_refused_in_one_breath(text: str) -> None:
    assert outcome(text.encode()) in ("read", "refused")
    if outcome(text.encode()) == "refused":
        assert all("\n" not in fault for fault in faults(text))


@both_parsers
@pytest.mark.parametrize("text", ["a:\n\tb: 1\n", 'a: "open\nb: 1\n', "a: 'open\n", "a: [1, 2\n", "a: b: c\n"])
def test_tabs_and_unclosed_quotes_are_refused(text: str) -> None:
    assert len(faults(text)) == 1
    assert "not valid YAML" in faults(text)[0]


@both_parsers
@pytest.mark.parametrize("text", ["a:\n\tb: 1\n", "a:\r\n\tb: 1\r\n"])
def test_a_tab_is_called_a_tab(text: str) -> None:
    assert "a tab stands here" in faults(text)[0]


@both_parsers
@pytest.mark.parametrize("escape", [r"\ud800", r"\udfff", r"\U00110000", r"\UFFFFFFFF"])
def test_an_escape_that_is_no_character_is_refused(escape: str) -> None:
    assert outcome(f'a: "{escape}"\n'.encode()) == "refused"


@both_parsers
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252"])
def test_another_encoding_is_refused(encoding: str) -> None:
    assert len(faults("a: é\n".encode(encoding))) == 1


@both_parsers
def test_a_byte_that_is_not_utf_8_is_found_where_it_stands() -> None:
    assert places(b"a: 1\nb: x\xffy\n") == ["2:5"]


@both_parsers
def test_columns_count_characters_also_after_an_accent() -> None:
    assert places("é: é\nbé: [é, \x07]\n") == ["2:9"]
    assert places("é: &x 1\n") == ["1:4"]
    assert places("é: é".encode() + b"\xff") == ["1:5"]


@both_parsers
@pytest.mark.parametrize("text", ["a: *x\nb: 1\nc: [1]\n", "*x : 1\nb: 2\n", "a: {b: *x, c: d}\ne: f\n"])
def test_one_alias_is_one_fault(text: str) -> None:
    found = faults(text)
    assert len(found) == 1, found
    assert "the alias *x" in found[0]


@both_parsers
def test_all_faults_of_a_file_are_told_at_once_in_its_order() -> None:
    text = "a: 1\na: 2\nb: &x 3\n4: c\nd: !!int 5\ne: [\n"
    assert places(text)[:4] == ["2:1", "3:4", "4:1", "5:4"]
    assert len(places(text)) == 5
    assert "not valid YAML" in faults(text)[4]


@both_parsers
def test_a_fault_stays_one_short_line_whatever_the_file_holds() -> None:
    for text in ('"a\\nb": 1\n"a\\nb": 2\n', f"{'k' * 900}: 1\n{'k' * 900}: 2\n", f"!{'t' * 5000} x\n"):
        for fault in faults(text):
            assert "\n" not in fault
            assert len(fault) < 400


# Bombs and floods.

BOMBS = {
    "maps": b"{a: " * NESTED,
    "closed maps": b"{a: " * NESTED + b"1" + b"}" * NESTED,
    "lists": b"[" * NESTED,
    "closed lists": b"[" * NESTED + b"]" * NESTED,
    "block lists": b"- " * NESTED,
    "questions": b"? " * NESTED,
    "indented maps": b"\n".join(b" " * depth + b"a:" for depth in range(1000)),
    "laughs": b"a: &a [x,x,x,x,x,x,x,x,x]\n"
    + b"".join(b"%c: &%c [%s]\n" % (n, n, b",".join([b"*%c" % (n - 1)] * 9)) for n in range(98, 107)),
    "merges": b"a: &a {k: 1}\n"
    + b"".join(b"%c: &%c\n  <<: [%s]\n" % (n, n, b",".join([b"*%c" % (n - 1)] * 9)) for n in range(98, 107)),
    "self": b"&a [*a, *a]",
}
FLOODS = {
    "list": b"- a\n" * (MAX_BYTES // 4),
    "flow list": b"[" + b"a," * (MAX_BYTES // 2 - 1) + b"]",
    "anchors": b"- &a 1\n" * (MAX_BYTES // 7),
    "same key": b"a: 1\n" * (MAX_BYTES // 5),
    "empty keys": b"{" + b"?," * (MAX_BYTES // 2 - 1) + b"}",
    "quotes": b'"' * MAX_BYTES,
    "colons": b":" * MAX_BYTES,
    "blanks": b" " * MAX_BYTES,
    "tag": b"!" * MAX_BYTES,
    "comments": b"#\n" * (MAX_BYTES // 2),
    "control": b"\x01" * MAX_BYTES,
}


@pytest.mark.usefixtures("collected_as_usual")
@both_parsers
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_at_once_and_in_little_memory(bomb: str) -> None:
    tracemalloc.start()
    try:
        begun = time.process_time()
        found = faults(BOMBS[bomb])
        taken = time.process_time() - begun
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert 1 <= len(found) <= 50 + 1
    assert taken < 2
    assert peak < 8 << 20


@pytest.mark.parametrize("flood", FLOODS)
def test_a_full_mebibyte_of_anything_takes_seconds_at_most(flood: str) -> None:
    """Under 2 s where this was written; the line stands at 4 for slower machines."""
    begun = time.process_time()
    outcome(FLOODS[flood])
    assert time.process_time() - begun < 4


def test_a_file_with_endless_faults_names_the_first_fifty() -> None:
    assert len(faults(FLOODS["anchors"][:70_000])) == 50


# Reading from the disk.


def test_a_file_is_read_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    path.write_text("a: 1\na: 2\n", encoding="utf-8")
    with pytest.raises(FileError, match=r"^my\.yaml:2:1: "):
        read(path)
    path.write_text("a: 1\n", encoding="utf-8")
    assert read(path)[0] == {"a": 1}


def test_a_folder_or_missing_file_is_told_as_one(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="this is a folder, not a file"):
        read(tmp_path)
    with pytest.raises(FileError, match=r"nowhere\.yaml: the file cannot be read: no such file"):
        read(tmp_path / "nowhere.yaml")


@pytest.mark.usefixtures("collected_as_usual")
def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(1 << 32)  # 4 GiB of nothing; sparse
    tracemalloc.start()
    try:
        with pytest.raises(FileError, match="over 1 MiB"):
            read(path)
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()


# Anything at all.

SMALL = b"""\
# a person
red_flags: []
clearance: {by: doctor, on: 2026-11-02, knows: [fever]}
pain: {now: 3, usual: 3, controlled: true, since: 2026-03-01, leg: none}
surgery: ~
time:
  days: [mon, "wed", 'fri']   # three
  minutes: 45.5
note: |
  Two lines,
  kept as they are.
likes:
  - swimming
  - !!str 7
"""
PIECES = [
    b"&a ",
    b"*a",
    b"<<: ",
    b"!!python/object:x ",
    b"!!str ",
    b"! ",
    b"---\n",
    b"...\n",
    b"? ",
    b": ",
    b"- ",
    b"\t",
    b"[",
    b"]",
    b"{",
    b"}",
    b'"',
    b"'",
    b"|\n",
    b">-\n",
    b"%YAML 1.1\n",
    b"\x00",
    b"\x1b",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xc3\xa9",
    b"\xe2\x80\xa8",
    b"\xc2\x85",
    b"\r",
    b"\n",
    b" ",
    b"#",
    b"@",
    b"`",
    b"\\",
    b'"\\U00110000"',
    b'"\\ud800"',
    b"~",
    b"1:30",
    b"2026-02-30",
    b"1e400",
    b"9" * 400 + b".0",
    b"[" * 40,
    b"{a: " * 40,
    b"a: 1\n",
]
EDITS = st.lists(
    st.tuples(st.integers(0, len(SMALL)), st.integers(0, 12), st.sampled_from(PIECES) | st.binary(max_size=4)),
    min_size=1,
    max_size=6,
)
RELAXED = settings(deadline=None, max_examples=300)


def edited(edits: list[tuple[int, int, bytes]]) -> bytes:
    """The small file with pieces cut out and others put in."""
    raw = SMALL
    for at, cut, piece in edits:
        raw = raw[:at] + piece + raw[at + cut :]
    return raw


def outcomes(raw: bytes) -> list[str]:
    """What both parsers make of some bytes."""
    found = []
    usual = files_yaml._LOADER
    for loader in (getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader):
        files_yaml._LOADER = loader
        try:
            found.append(outcome(raw))
        finally:
            files_yaml._LOADER = usual
    return found


def test_the_small_file_is_valid() -> None:
    assert outcomes(SMALL) == ["read", "read"]


@RELAXED
@given(st.binary(max_size=200))
def test_any_bytes_give_a_document_or_a_fault(raw: bytes) -> None:
    assert outcome(raw) in ("read", "refused")


@RELAXED
@given(st.text(alphabet="ab:-?[]{}&*!|>'\"%@`#,\\ \n\t~19.é", max_size=60))
def test_any_text_of_yaml_signs_gives_a_document_or_a_fault(text: str) -> None:
    assert outcome(text.encode()) in ("read", "refused")


@RELAXED
@given(EDITS)
def test_any_change_of_a_valid_file_gives_a_document_or_a_fault(edits: list[tuple[int, int, bytes]]) -> None:
    assert outcome(edited(edits)) in ("read", "refused")


@RELAXED
@given(EDITS)
def test_the_pure_parser_never_fails_otherwise_either(edits: list[tuple[int, int, bytes]]) -> None:
    assert set(outcomes(edited(edits))) <= {"read", "refused"}


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.text(alphabet="abc:no-#'\" 1é", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1, max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)


class Plainly(yaml.SafeDumper):
    """Writes every part out, without anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


@RELAXED
@given(PLAIN)
def test_what_a_yaml_writer_writes_is_read_back_unchanged(whole: object) -> None:
    assert value(yaml.dump([whole], Dumper=Plainly, allow_unicode=True)) == [whole]


@pytest.mark.parametrize(
    "many", ["[" + "a, " * (MAX_ITEMS + 1) + "]", "\n".join(f"k{n}:" for n in range(MAX_ITEMS + 1))]
)
def test_a_list_is_refused_of_which_all_may_be_at_fault(many: str) -> None:
    with pytest.raises(FileError, match="more than 20,000 items") as error:
        parse(many.encode(), "f")
    assert len(error.value.faults) == 1


def test_a_space_that_only_looks_like_one_is_told_where_it_stands() -> None:
    with pytest.raises(FileError) as error:
        parse("a: 1\nadd:\n\u00a0 - bridge\n".encode(), "clinic.yaml")
    assert error.value.faults == (
        "clinic.yaml:3:1: this is not valid YAML: a space stands here that only looks like one; set lines in with "
        "plain spaces",
    )


@pytest.mark.parametrize("text", ["add: [bird dog\n", "prescription: {by: doctor\n"])
def test_a_bracket_that_is_never_closed_is_told_where_it_was_opened(text: str) -> None:
    assert [place.split(":")[0] for place in places(text)] == ["1"]
