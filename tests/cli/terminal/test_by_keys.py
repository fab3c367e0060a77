"""Asking with keys, in this process: what is typed is what is answered, and leaving is always possible."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

prompt_toolkit = pytest.importorskip("prompt_toolkit")
from prompt_toolkit.input import create_pipe_input  # noqa: E402 - where there is one
from prompt_toolkit.output import DummyOutput  # noqa: E402 - the same

from backplan.cli.terminal import asking, output  # noqa: E402 - the same
from backplan.cli.terminal.by_keys import MOST_PASTED, ByKeys  # noqa: E402 - the same
from backplan.cli.terminal.listed import NOTHING, AnswerList, ChangeMenu, Headed, OneOf  # noqa: E402 - the same
from backplan.cli.terminal.whole_words import pushed  # noqa: E402 - the same
from backplan.errors import UsageError  # noqa: E402 - the same

LISTED = AnswerList("Which?", (Headed("", {"band": "A band", "ball": "A big ball"}),), deliberate=True)
DOWN, LEFT, CTRL_C, CTRL_D = "\x1b[B", "\x1b[D", "\x03", "\x04"


@contextmanager
def at(typed: str) -> Iterator[ByKeys]:
    with create_pipe_input() as keys:
        keys.send_text(typed)
        yield ByKeys(keys, DummyOutput())


def pasted(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (" \r", ["band"]),
        (f"{DOWN} \r", ["ball"]),
        ("\r\r ball\r\r", ["band", "ball"]),
        ("none\r\r", []),
        ("none\rnone\r\r", []),
        (f"{pasted('ball')}\r\r", ["ball"]),
    ],
)
def test_a_list_is_ticked(typed: str, found: list[str]) -> None:
    with at(typed) as way:
        assert way.several(LISTED, [], back=False) == found


@pytest.mark.parametrize(("typed", "so"), [(" \r", True), ("none\r\r", False)])
def test_whether_any_is_so_is_ticked(typed: str, so: bool) -> None:
    with at(typed) as way:
        assert way.any_of(LISTED, "Any? (y/n)", back=False) is so


@pytest.mark.parametrize(("typed", "found"), [("\r", ""), (f"{DOWN}\r", "pain"), ("pain\r", "pain")])
def test_of_what_is_on_record_enter_changes_nothing(typed: str, found: str) -> None:
    menu = ChangeMenu("What?", {NOTHING: "Nothing", "pain": "Your pain: 3"}, [], "What?", str)
    with at(typed) as way:
        assert way.menu(menu, back=False) == found


def test_of_what_is_on_record_own_words_are_read_and_what_they_are_not_is_said_in_its_place() -> None:
    def read(text: str) -> str:
        if "leg" not in text:
            raise UsageError("Which one?")
        return "pain"

    menu = ChangeMenu("What?", {NOTHING: "Nothing", "pain": "Your pain: 3"}, [], "What?", read, own=True)
    with at("my leg is worse\r") as way:
        assert way.menu(menu, back=False) == "pain"
    with at("something\rmy leg\r") as way:
        assert way.menu(menu, back=False) == "pain"


def test_one_is_chosen_and_a_line_is_edited() -> None:
    with at(f"{DOWN}\rdocr{LEFT}to\r\r") as way:
        assert way.one(OneOf("Who?", {"a": "a", "b": "b"}), back=False) == "b"
        assert way.line("Who agreed?", None) == "doctor"
        assert way.line("Who agreed?", "none") == "none"


@pytest.mark.parametrize("typed", [LEFT, "back\r"])
def test_back_leaves_a_list_where_one_can_go_back(typed: str) -> None:
    with at(typed) as way, pytest.raises(asking.GoBack):
        way.several(LISTED, [], back=True)


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_ctrl_c_and_ctrl_d_leave_everywhere(key: str) -> None:
    with at(key) as way, pytest.raises(typer.Abort):
        way.several(LISTED, [], back=False)
    with at(key) as way, pytest.raises(typer.Abort):
        way.one(OneOf("Who?", {"a": "a"}), back=False)
    with at(key) as way, pytest.raises(typer.Abort):
        way.line("Who?", None)


def test_what_is_pasted_is_one_line_and_no_longer_than_an_answer_can_be() -> None:
    with at(f"{pasted('doctor' + chr(10) + 'yesterday')}\r{pasted('x' * 10_000)}\r") as way:
        assert way.line("Who?", None) == "doctor yesterday"
        assert way.line("Who?", None) == "x" * MOST_PASTED


def test_a_long_paste_into_a_list_finds_nothing_and_chooses_nothing() -> None:
    with at(f"{pasted('x' * 10_000)}\r \r") as way:
        assert way.several(LISTED, [], back=False) == ["band"]


def test_a_long_answer_breaks_between_words() -> None:
    assert pushed("since spring", 70, 78, len) == {6: 2}  # in the columns that are left, since and a space
    assert pushed("since", 70, 78, len) == {}
    assert pushed("x" * 200, 70, 78, len) == {}  # wider than a row, pushed or not


@given(
    st.text("ab ", max_size=60),
    st.integers(1, 12).flatmap(lambda width: st.tuples(st.integers(0, width), st.just(width))),
)
def test_no_word_that_fits_into_a_row_is_cut(text: str, row: tuple[int, int]) -> None:
    taken, width = row
    spaces = pushed(text, taken, width, len)
    rows = " " * taken + "".join(" " * spaces.get(at, 0) + letter for at, letter in enumerate(text))
    words = [(word.start(), word.end()) for word in re.finditer(r"\S+", rows)]
    cut = [(start, end) for start, end in words if start // width != (end - 1) // width]
    assert all(end - start > width for start, end in cut)


def test_what_follows_from_an_answer_is_still_seen_on_the_next_page_and_no_longer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(output, "new_page", lambda: None)
    with at("") as way:
        heads = []
        way.begin("Agreed?", 1, 3)
        way.tell("Then the week waits.")
        for number in (2, 3):
            way.begin("Pain", number, 3)
            heads.append("".join(text for row in way.head(way.page) for text, _ in row))
    assert ["Then the week waits." in head for head in heads] == [True, False]
