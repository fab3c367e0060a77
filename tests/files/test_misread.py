"""What is told of a file that is no valid YAML: the line that is wrong, why, and how it should look."""

from __future__ import annotations

import pytest

from backplan.errors import FileError
from backplan.files.yaml import parse

HEAD = "prescription: {by: physiotherapist, on: 2026-11-20}\n"
IS = "this is not valid YAML: "
DASH = IS + "a space belongs behind the dash, like this: "
ITEM = IS + "an item of a list begins with a dash and a space, like this: "
COLON = IS + "a space belongs behind the colon, like this: "
KEY = IS + "a key needs a colon and a space behind it, like this: "


def fault(text: str) -> str:
    """The one fault of a text, without the name of the file."""
    with pytest.raises(FileError) as error:
        parse(text.encode(), "f")
    (found,) = error.value.faults
    return found.removeprefix("f:")


def columns(here: int, line: str, there: int) -> str:
    """That a line begins in another column than one that it goes with."""
    return f"{IS}this line begins in column {here}, the one it goes with (`{line}`) in column {there}: begin both in"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("add:\n- exercise: bird-dog\n  sets: 3\n   reps: 8\n", "4:4: " + columns(4, "sets: 3", 3)),
        ("add:\n  - exercise: bird-dog\n    sets: 3\n   reps: 8\n", "4:4: " + columns(4, "sets: 3", 5)),
        ("p:\n  by: doctor\n   on: 2026-11-20\n", "3:4: " + columns(4, "by: doctor", 3)),
        ("p:\n    by: doctor\n  on: 2026-11-20\n", "3:3: " + columns(3, "by: doctor", 5)),
        (" by: doctor\nadd: [bridge]\n", "2:1: " + columns(1, "by: doctor", 2)),
        ("by: doctor\n add: [bridge]\n", "2:2: " + columns(2, "by: doctor", 1)),
        ("add:\n  - exercise: a\n - exercise: b\n", "3:2: " + columns(2, "- exercise: a", 3)),
        ("add:\n  - exercise: a\n    - exercise: b\n", "3:5: " + columns(5, "- exercise: a", 3)),
    ],
)
def test_a_line_set_in_wrongly_is_told_with_the_column_it_belongs_in(text: str, right: str) -> None:
    assert fault(text).startswith(right)


def test_a_text_that_may_go_on_in_the_next_line_is_told_to_go_in_quotes() -> None:
    assert fault("a:\n  why: keep the back\n    still: always\n").endswith("over two lines goes in quotes")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("add:\n-exercise: bird-dog\n sets: 3\n", "2:1: " + DASH + "- exercise: bird-dog"),
        ("add:\n  -bird-dog\n  sets: 3\n", "2:3: " + DASH + "- bird-dog"),
        ("add:\n• bird-dog\n• bridge\nlimit: 3\n", "3:1: " + ITEM + "- bridge"),
        ("add:\n* bird-dog\n", "2:1: " + ITEM + "- bird-dog"),
        ("add:\n1. bird-dog\nlimit: 30\n", "2:1: " + ITEM + "- bird-dog"),
        ("add:\n- exercise:bird-dog\n  sets: 3\n", "2:12: " + COLON + "- exercise: bird-dog"),
        ("p:\n  by:doctor\n  on: 2026-11-20\n", "2:6: " + COLON + "by: doctor"),
        ("p:\n  by doctor\n  on: 2026-11-20\n", "2:5: " + KEY + "by: doctor"),
        ("p:\n  by = doctor\n  on: 2026-11-20\n", "2:5: " + KEY + "by: doctor"),
    ],
)
def test_a_space_or_a_sign_that_is_missing_is_told_with_the_line_mended(text: str, right: str) -> None:
    assert fault(text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("p: {by: doctor, on: 2026-11-20\nadd:\n- a\n", "1:4: " + IS + "{ is opened here and never closed: } is missing"
         ", like this: p: {by: doctor, on: 2026-11-20}"),
        ("add: [a, b\n", "1:6: " + IS + "[ is opened here and never closed: ] is missing, like this: add: [a, b]"),
        (HEAD + "add:\n- {exercise: a, sets: 3\n- {exercise: b}\n", "3:3: " + IS + "{ is opened here and never closed: "
         "} is missing, like this: - {exercise: a, sets: 3}"),
        ("p: {by: doctor]\n", "1:15: " + IS + "a } belongs here, not a ], like this: p: {by: doctor}"),
        ("add: [a]]\n", "1:9: " + IS + "this ] closes nothing; take it out, or write the bracket that opens it"),
        ("p: {by: doctor on: 2026-11-20}\n", "1:15: " + IS + "a comma is missing, like this: p: {by: doctor, on: "
         "2026-11-20}"),
    ],
)  # fmt: skip
def test_a_bracket_or_a_comma_that_is_wrong_is_told_where_it_belongs(text: str, right: str) -> None:
    assert fault(text) == right


def test_a_key_below_a_text_that_has_none_is_told_at_the_text() -> None:
    assert fault("add:\n- bird-dog\n  sets: 3\n").startswith("2:3: " + IS + "`- bird-dog` has no key")


def test_a_colon_within_a_text_is_still_put_in_quotes() -> None:
    assert fault("a:\n- b: note: twice\n").endswith('put the text in quotes, like this: - b: "note: twice"')


def test_a_fault_behind_very_many_lines_is_told_all_the_same() -> None:
    assert fault("- a: b\n" * 15_000 + "-c: d\n e: f\n").startswith("15001:1: " + DASH)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("add\n  - {exercise: a, sets: 3}\n", "1:4: " + IS + "a key needs a colon behind it, like this: add:"),
        ("add\n  - exercise: a\n    sets: 3\n", "1:4: " + IS + "a key needs a colon behind it, like this: add:"),
        ("p:\n  by: doctor\n  on\n  for: x\n", "3:5: " + IS + "a key needs a colon behind it, like this: on:"),
        ('why: "5" walks\nby: doctor\n', "1:10: " + IS + "text follows a closing quote: put all of it in quotes, like "
         'this: why: "5 walks"'),
        ("why: 'so' much\n", '1:11: ' + IS + 'text follows a closing quote: put all of it in quotes, like this: why: '
         '"so much"'),
        ("add: [a, , b]\n", "1:10: " + IS + "a text or a number belongs before this sign; write it, or take the "
         "sign out"),
        ("add: - a\n", "1:6: " + IS + "an item with a dash goes on a line of its own, below its key"),
        ("why: ? b\n", "1:6: " + IS + 'a text cannot begin with ?: put the text in quotes, like this: why: "? b"'),
        ("why: !x! b\n", "1:9: " + IS + 'a text cannot begin with !: put the text in quotes, like this: why: "!x! b"'),
        ("why: | b\n", "1:8: " + IS + "behind | or > a text begins on the next line; or take the sign out"),
        ('why: "a\\d"\n', "1:8: " + IS + "in double quotes a backslash is no plain sign: write two of them, or single "
         "quotes"),
        ('why: "a\n---\nb"\n', "2:1: " + IS + "a quote is opened above and not closed before this line"),
    ],
)  # fmt: skip
def test_what_the_parser_stops_at_is_told_in_plain_words(text: str, right: str) -> None:
    assert fault(text) == right


def test_a_line_is_shown_mended_only_where_it_is_sound_then() -> None:
    assert fault("a: [{x: 1, y: [2, 3}]\n") == "1:20: " + IS + "a ] belongs here, not a }"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_whatever_ends_the_lines_a_fault_has_its_line(ends: str) -> None:
    with pytest.raises(FileError) as error:
        parse(f"a: b{ends}c: d{ends}e: \x01{ends}".encode(), "f")
    assert error.value.faults == ("f:3:4: a control character that no text needs",)


def test_a_file_with_keys_is_not_taken_for_a_list_written_by_hand() -> None:
    with pytest.raises(FileError, match=r"1:5: this is not valid YAML: a key needs a colon"):
        parse(b"born 1958\nred_flags: []\n", "answers.yaml")
    with pytest.raises(FileError, match=r"a colon stands within a text"):
        parse(b"prescription: {by: doctor}\nwhy: text: more\nlimit: 40\n", "p.yaml")


@pytest.mark.parametrize("text", ["[" * 5000 + "]" * 5000, HEAD + "add: " + "[" * 300 + "]" * 300 + "\n"])
def test_of_far_too_many_brackets_none_is_told_as_never_closed(text: str) -> None:
    assert "more than 12 levels of nesting" in fault(text)
