"""Laws of the screens that one reads standing up: they fit the terminal, say a session once, and doses as spoken."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from textwrap import wrap

import pytest
from rich.cells import cell_len
from rich.console import RenderableType
from rich.segment import Segment, Segments
from rich.table import Table

from backplan.actions import sample
from backplan.actions.week import Today
from backplan.model.particulars import Particulars
from backplan.model.told import Notice
from backplan.model.usual import Usual
from backplan.model.week import Balance, Day, DayBlock, GivenDose, Item, Session, Week
from backplan.planner.week import make_week
from backplan.render import compact, page, table, words
from backplan.render import today as day_page
from backplan.render.grouped import groups
from backplan.render.page import ASCII, SIGNS, Glyphs, Page
from backplan.render.pages import charts
from backplan.render.pages.handout import handout
from tests.render.test_screen import MONDAY, by_hand
from tests.support.drawn import drawn
from tests.support.planned import exercises

NOW = MONDAY + timedelta(days=2)
SCREEN = 24


def pages(shown: Week, at: Page) -> Iterator[list[RenderableType]]:
    day = shown.day(NOW)
    assert day is not None
    yield table.week(shown, at, NOW)
    yield compact.week(shown, at, NOW)
    yield list(day_page.table(Today(day, shown, pain_known=False, silent=True, now=NOW), at, steps=True))


def cells(parts: Iterable[RenderableType]) -> Iterator[tuple[int, str]]:
    """The lines of all cells of the tables on a page, each with the width of its column."""
    for part in parts:
        for column in part.columns if isinstance(part, Table) else ():
            for cell in column.cells:
                assert isinstance(cell, Segments)
                for line in "".join(each.text for each in cell.segments).split("\n"):
                    yield column.width or 0, line


@pytest.mark.parametrize("glyphs", [SIGNS, ASCII])
@pytest.mark.parametrize("height", [None, SCREEN])
def test_from_40_to_160_columns_each_line_has_its_margins_and_no_cell_is_wrapped_by_rich(
    height: int | None, glyphs: Glyphs
) -> None:
    shown = by_hand()
    for width in range(40, 161, 3):
        for parts in pages(shown, Page(width, height, glyphs)):
            for room, line in cells(parts):
                assert cell_len(line) <= room, (width, line)
            for line in drawn(parts, width).splitlines():
                assert not line or line[0] == " ", (width, line)
                assert cell_len(line) < width, (width, line)
                assert glyphs is SIGNS or line.isascii(), line


def test_no_short_word_is_left_alone_on_the_last_line_where_another_can_go_with_it() -> None:
    text = "You opened this week on Tuesday, so it asks for less than a whole one."
    assert page.wrapped(text, 68) == ["You opened this week on Tuesday, so it asks for less than a", "whole one."]
    for width in range(20, len(text) + 4):
        lines = page.wrapped(text, width)
        assert " ".join(lines) == text
        assert all(len(line) <= width for line in lines)
        least = len(wrap(text, width))
        assert len(lines) == least, width  # it takes no line more
    assert page.wrapped("a short line", 80) == ["a short line"]


def test_letters_that_take_two_columns_break_no_column() -> None:
    wide = Item("own", "背中を伸ばす運動とても長い名前の運動です", 60, GivenDose(2, 8, 5, True), "why")
    day = Day(MONDAY, (Session("home", (DayBlock("core", (wide,)),)),))
    shown = Week(
        MONDAY, 1, "basic", "normal", Usual.all_day(3), tuple(day._replace(on=MONDAY + timedelta(n)) for n in range(7))
    )
    for width in (40, 60, 80, 140):
        for parts in pages(shown, Page(width)):
            text = drawn(parts, width)
            assert all(cell_len(line) < width for line in text.splitlines())
            assert [line for room, line in cells(parts) if cell_len(line) > room] == [], width


def test_days_that_hold_the_same_are_said_once_with_a_box_each() -> None:
    first, other = by_hand().days[0], by_hand().days[1]
    days = (first, other, first._replace(on=MONDAY + timedelta(days=3)))
    found = groups(days)
    assert [[day.on.day for day in group.days] for group in found] == [[23, 26], [24]]
    text = drawn(table.week(by_hand()._replace(days=days), Page(80), date.min), 80)
    assert text.count("Bird dog") == 2  # once in the table, once in what changed
    assert any(line.count(SIGNS.box) == 2 for line in text.splitlines() if "Bird dog" in line)


def test_days_that_differ_in_little_stand_together_and_only_their_own_boxes() -> None:
    first = by_hand().days[2]
    session = first.sessions[0]
    less = first._replace(
        on=MONDAY + timedelta(days=4), sessions=(session._replace(blocks=session.blocks[:-1]),), done=None
    )
    (group,) = groups((first, less))
    assert [row.on for row in group.rows][-1] == (first.on,)
    assert all(len(row.on) == 2 for row in group.rows[:-1])


def test_two_days_with_little_in_common_are_told_apart() -> None:
    assert len(groups(by_hand().days)) == 5


@pytest.mark.parametrize(
    ("dose", "said", "short"),
    [
        (GivenDose(2, 6, 7, per_side=True), "6 each side, 2 sets, hold 7 s", "2×6 a side, 7 s"),
        (GivenDose(1, 10, 2), "10 times", "10 times"),
        (GivenDose(2, 10), "10 times, 2 sets", "2×10"),
        (GivenDose(3, 1, 20, per_side=True), "3 each side, hold 20 s", "3×20 s a side"),
        (GivenDose(1, 1, 20), "1 time, hold 20 s", "20 s"),
        (GivenDose(minutes=16), "16 min", "16 min"),
    ],
)
def test_doses_are_said_as_people_say_them(dose: GivenDose, said: str, short: str) -> None:
    assert words.spoken(dose).in_one_line == said
    assert words.short(dose, "×") == short


def test_at_80_by_24_the_week_fits_with_today_marked_and_the_way_to_see_more() -> None:
    shown = by_hand()
    parts = compact.week(shown._replace(balance=shown.balance[2:]), Page(80, SCREEN), NOW)
    text = drawn(parts, 80)
    assert table.rows_of(parts) == len(text.splitlines()) < SCREEN
    assert any(isinstance(part, Table) for part in parts)
    assert " ► Wed 25" in text
    for word in ("Balance", "Changed", "left out", "Stop", "today", "week tue", "week --full"):
        assert word in text


def test_a_real_week_fits_with_all_its_parts_told_however_it_is_shown() -> None:
    shown = make_week(sample.request(exercises(), MONDAY))
    compactly = table.rows_of(compact.week(shown, Page(80, SCREEN), NOW))
    stacked = table.rows_of(table.week(shown, Page(100), NOW))
    wide = table.rows_of(table.week(shown, Page(140, 50), NOW, brief=True))
    assert (compactly <= 20, stacked <= 48, wide <= 23) == (True, True, True), (compactly, stacked, wide)


def four_unlike_days() -> Week:
    """A real week of four days that hold too much of their own to be said once."""
    person = sample.person(MONDAY)._replace(
        minutes=dict.fromkeys(("mon", "tue", "thu", "sat"), 30), aerobic_minutes=15, equipment=("band",), swim=False
    )
    shown = make_week(sample.request(exercises(), MONDAY)._replace(person=person))
    assert len(groups(shown.days)) > 3
    return shown


def test_four_unlike_days_stand_in_as_few_rows_as_a_wide_terminal_allows() -> None:
    parts = table.week(four_unlike_days(), Page(140, SCREEN), NOW, brief=True)
    assert table.rows_of(parts) < SCREEN
    text = drawn(parts, 140)
    assert "Left out" in text
    assert "Ahead" not in text
    assert "Ahead" in drawn(table.week(four_unlike_days(), Page(140, 50), NOW, brief=True), 140)


def test_a_long_name_goes_on_below_where_columns_are_narrow_and_none_of_it_is_lost() -> None:
    parts = table.week(four_unlike_days(), Page(140, SCREEN), NOW, brief=True)
    words_shown = " ".join(drawn(parts, 140).split())
    for group in groups(four_unlike_days().days):
        for row in group.rows:
            assert all(word in words_shown for word in row.item.name.split()), row.item.name


def test_where_rows_are_short_reasons_and_notes_go_before_what_to_type() -> None:
    told = tuple(Notice("manner", f"First {number}. {'More words. ' * 30}") for number in range(2))
    text = drawn(compact.week(by_hand()._replace(notices=told), Page(80, SCREEN), NOW), 80)
    assert "First 1. More: `backplan week --full`" in text
    assert "More words" not in text
    assert "why is told in" in text
    assert "week tue" in text


def test_what_concerns_safety_is_told_first_and_is_never_the_one_that_is_hidden() -> None:
    more = " More words." * 30
    told = (
        Notice("coping", f"A page on pacing.{more}"),
        Notice("barred", f"Prescribed, and not given: sit-up.{more}", ("sit-up",)),
        Notice("begun", f"This week begins on Wednesday.{more}"),
        Notice("leg", f"Pain goes further down your leg.{more}"),
    )
    shown = by_hand()._replace(notices=told)
    for rows in (24, 18, 12):
        text = " ".join(drawn(compact.week(shown, Page(80, rows), NOW), 80).split())
        assert 0 < text.index("Pain goes further") < text.index("Prescribed, and not given: sit")
        assert "pacing" not in text
        assert "And 2 more: `backplan week --full`" in text
    whole = " ".join(drawn(table.week(shown, Page(100), NOW), 100).split())
    assert whole.index("leg.") < whole.index("sit-up.") < whole.index("pacing.") < whole.index("Wednesday.")


def test_nothing_one_needs_is_dim() -> None:
    for at in (Page(80, SCREEN), Page(100), Page(140, 50), Page(50)):
        for parts in (compact.week(by_hand(), at, MONDAY), table.week(by_hand(), at, MONDAY)):
            dim = "".join(each.text for each in segments_of(parts) if each.style and each.style.dim)
            assert set(dim) <= {" ", at.glyphs.rule, at.glyphs.to_go}


def test_beside_each_other_every_exercise_and_every_day_is_there_once() -> None:
    shown = make_week(sample.request(exercises(), MONDAY))
    text = drawn(table.week(shown, Page(140, 50), NOW, brief=True), 140)
    rows = [row for group in groups(shown.days) for row in group.rows]
    for row in rows:
        assert text.count(f" {row.item.name}") >= sum(each.item.name == row.item.name for each in rows)
    assert text.count("□") == sum(bool(day.sessions) for day in shown.days)


def test_what_a_low_terminal_has_no_rows_for_is_never_the_stop_line_nor_a_day() -> None:
    text = " ".join(drawn(compact.week(by_hand(), Page(80, 10), NOW), 80).split())
    assert "Stop and get help at once" in text
    assert all(day in text for day in ("Mon 23", "Wed 25", "Sun 29"))
    assert "week tue" not in text


@pytest.mark.parametrize("rows", [24, 30, 50])
def test_each_screen_of_a_day_has_room_and_together_they_tell_all_of_it(rows: int) -> None:
    shown = make_week(sample.request(exercises(), MONDAY))
    day = Today(shown.days[0], shown, pain_known=False, silent=True, now=MONDAY)
    leaves = day_page.screens(day, Page(80, rows))
    screens = [each.rows for each in leaves]
    assert {"how each is done", "the exercises"} <= {each.holds for each in leaves}
    assert all(len(drawn(screen, 80).splitlines()) < rows for screen in screens)
    whole = drawn(day_page.table(day, Page(80)), 80)
    told = "".join(drawn(screen, 80) for screen in screens)
    assert [line for line in whole.splitlines() if "─" not in line and line not in told] == []


def test_a_met_floor_is_a_word_and_a_tick_and_only_a_goal_has_a_bar() -> None:
    shown = by_hand()._replace(balance=(Balance("core", 3, 3, 5, "sessions"), Balance("aerobic", 48, 67, 90, "min")))
    line = next(line for line in drawn(table.week(shown, Page(100), NOW), 100).splitlines() if "enough" in line)
    enough, towards = line.split("towards")
    assert "✓" in enough
    assert SIGNS.got not in enough
    assert SIGNS.got in towards


@pytest.mark.parametrize("got", [67, 36])
def test_minutes_under_their_goal_are_not_called_growing_which_they_may_not_do(got: int) -> None:
    shown = by_hand()._replace(balance=(Balance("aerobic", 30, got, 90, "min"),))
    for on in (Page(100), Page(100)._replace(glyphs=ASCII)):
        assert "growing" not in drawn(table.week(shown, on, NOW), 100)


def segments_of(parts: Iterable[RenderableType]) -> list[Segment]:
    segments = [each for part in parts if isinstance(part, Segments) for each in part.segments]
    segments += [
        each
        for part in parts if isinstance(part, Table)
        for column in part.columns for cell in column.cells if isinstance(cell, Segments)
        for each in cell.segments
    ]  # fmt: skip
    return segments


def test_red_is_for_stop_alone() -> None:
    for at in (Page(80, SCREEN), Page(100)):
        for parts in pages(by_hand(), at):
            red = {each.text.strip() for each in segments_of(parts) if each.style and "red" in str(each.style)}
            assert red == {"Stop"}


def test_no_id_of_a_rule_stands_on_the_week() -> None:
    shown = by_hand()
    change = shown.changes[0]._replace(sentence="Bird dog goes on: three good sessions (rule growth-three).")
    for parts in pages(shown._replace(changes=(change,)), Page(100, 90)):
        assert "rule growth" not in drawn(parts, 100)


def test_the_steps_of_what_is_practised_are_one_word_away() -> None:
    day = by_hand().days[2]
    known = Today(day, by_hand(), pain_known=True, silent=False, practised=frozenset({"cat-cow"}), now=NOW)
    assert "Get ready for cat-cow." not in drawn(day_page.table(known, Page(80)), 80)
    assert "Get ready for sit to stand." in drawn(day_page.table(known, Page(80)), 80)
    assert "Get ready for cat-cow." in drawn(day_page.table(known, Page(80), steps=True), 80)


def test_what_to_have_ready_comes_before_the_exercises() -> None:
    shown = by_hand()
    card = shown.cards["bird-dog"]._replace(needs=("mat", "band"))
    ready = shown._replace(cards={**shown.cards, "bird-dog": card})
    text = drawn(day_page.table(Today(shown.days[2], ready, pain_known=True, silent=False, now=NOW), Page(80)), 80)
    assert text.index("an elastic exercise band, a mat") < text.index("Cat-cow")


def test_a_scrolled_terminal_keeps_the_session_in_sight_and_a_pager_begins_with_it() -> None:
    shown = by_hand()
    today = Today(shown.days[2], shown, pain_known=True, silent=False, now=NOW)
    scrolled = drawn(day_page.table(today, Page(80, SCREEN)), 80)
    paged = drawn(day_page.table(today, Page(80, SCREEN, paged=True)), 80)
    assert scrolled.index("How it is done") < scrolled.index("Wednesday 25 November")
    assert paged.index("Wednesday 25 November") < paged.index("How it is done")


def test_a_command_stays_on_one_line_where_it_fits() -> None:
    assert "`backplan init --only heart`" in page.wrapped("answer them now: `backplan init --only heart`", 30)
    assert max(map(len, page.wrapped("`backplan init --only heart and all`", 12))) <= 12


def test_the_sheet_to_pin_up_says_what_is_done_several_times_a_day() -> None:
    walk = Item("easy-walk", "Easy flat walk", 60, GivenDose(minutes=19, particulars=Particulars(times_a_day=2)), "why")
    shown = by_hand()
    day = next(day for day in shown.days if day.sessions)
    visit = day.sessions[0]
    blocks = (visit.blocks[0]._replace(items=(walk,)), *visit.blocks[1:])
    days = (day._replace(sessions=(visit._replace(blocks=blocks),)),)
    assert "Easy flat walk 19 min twice a day" in handout(shown._replace(days=days), NOW)


def test_the_days_of_a_compact_week_are_all_told_in_full_or_all_in_brief() -> None:
    shown, forms = make_week(sample.request(exercises(), MONDAY)), set[bool]()
    for width in range(60, 121, 4):
        text = " ".join(drawn(compact.week(shown, Page(width, SCREEN), NOW), width).split())
        full, brief = "core exercises" in text or "strength exercises" in text, " core," in text or " strength," in text
        assert full is not brief, width
        forms.add(full)
    assert forms == {True, False}


@pytest.mark.parametrize("minutes", [0, 1, 300, 30_000, 30_001, 10**6])
def test_a_bar_of_any_length_is_drawn(minutes: int) -> None:
    shown = str(charts.bars("Minutes", [charts.Bar(MONDAY, 40, minutes)]))
    assert 'class="done"' in shown
    assert 3 <= shown.count('class="grid"') <= 5
