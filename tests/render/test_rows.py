"""Tables of plain text look as Rich's own would: its layout is what they are held against."""

from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from backplan.actions.own import Checked
from backplan.library.judge_file import Judged
from backplan.model.diary import LogEntry
from backplan.render import diary, own
from backplan.render.safe import line
from tests.support.people import ON

TEXTS = st.text(st.sampled_from("abc de 漢é-"), max_size=90)


def shown(table: RenderableType, width: int) -> str:
    out = StringIO()
    Console(file=out, width=width, highlight=False, emoji=False, markup=False).print(table, end="")
    return out.getvalue()


def in_rich(table: Table, rows: list[tuple[str, str, str]]) -> Table:
    for row in rows:
        table.add_row(*map(Text, row))
    return table


@given(
    st.lists(st.tuples(st.integers(1, 10**9), TEXTS.filter(str.strip)), min_size=1, max_size=4), st.integers(40, 110)
)
def test_the_diary_is_laid_out_as_rich_would(noted: list[tuple[int, str]], width: int) -> None:
    entries = [LogEntry(ON, "morning", pain=3, note=note, id=number) for number, note in noted]
    table = Table("No.", "Day", "What", box=box.SIMPLE_HEAD)
    for column in table.columns:
        column.no_wrap, column.overflow = column.header != "What", "fold"
    rows = [(str(each.id), f"{each.on:%a} {each.on}", diary.in_words(each, {})) for each in entries]
    assert shown(diary.table(entries, {}), width) == shown(in_rich(table, rows), width)


@given(st.lists(st.tuples(TEXTS, st.lists(TEXTS, max_size=2)), min_size=1, max_size=4), st.integers(40, 130))
def test_a_file_that_was_judged_is_laid_out_as_rich_would(told: list[tuple[str, list[str]]], width: int) -> None:
    judged = [Judged("id", name, tuple(("rule", reason) for reason in reasons)) for name, reasons in told]
    table = Table(box=box.SIMPLE, width=min(width, own.WIDEST), show_edge=False)
    table.add_column("Exercise", ratio=2, overflow="fold")
    table.add_column("", width=8)
    table.add_column("Why", ratio=4, overflow="fold")
    rows = [
        (line(name), "left out" if reasons else "kept", "\n".join(f"{reason} (rule)" for reason in reasons))
        for name, reasons in told
    ]
    assert shown(own.checked_table(Checked(tuple(judged), ())), width) == shown(in_rich(table, rows), width)
