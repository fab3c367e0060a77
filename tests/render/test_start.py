"""The screens of a session: whatever its moment and the terminal, all fits, and when to stop is on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from rich.text import Text

from backplan.actions.guided import guide
from backplan.actions.guided.guide import Guide
from backplan.actions.guided.turns import Turn, turn
from backplan.model.week import GivenDose, Item
from backplan.planner.choice.dose import doses, seconds
from backplan.render import emergency, start
from backplan.render.page import ASCII, Page
from tests.support.planned import exercises

CARDS = {each.id: each.card for each in exercises()}
SIZES = [(width, height) for width in (40, 60, 80, 100, 140) for height in (20, 24, 40)]


def drawn(turn: Turn, extent: float, width: int, height: int) -> Sequence[Text]:
    assert 0 <= extent <= 1
    return [Text("x" * width)] * height


def nothing(turn: Turn, extent: float, width: int, height: int) -> Sequence[Text]:
    return ()


def moments() -> Iterator[Guide]:
    """A session of exercises of every kind, looked at again and again."""
    some = [each for number, each in enumerate(exercises()) if number % 23 == 0]
    items = [Item(each.id, each.name, seconds(doses(each)[-1], each), doses(each)[-1], "why") for each in some]
    now = guide.begun([turn("core", item) for item in items])
    while not now.over:
        yield now
        yield guide.paused(now)
        now = guide.passed(now, 37)


@pytest.mark.parametrize("figure", [drawn, nothing])
def test_every_moment_fits_every_terminal(figure: Callable[[Turn, float, int, int], Sequence[Text]]) -> None:
    for now in list(moments())[::7]:
        for width, height in SIZES:
            rows = start.screen(now, start.GuidedPage(Page(width, height), CARDS, figure))
            assert len(rows) <= height
            assert all(row.cell_len <= width for row in rows), (now.turn.item, width, [row.plain for row in rows])


def test_when_to_stop_is_on_every_screen_of_a_common_size() -> None:
    for now in moments():
        rows = start.screen(now, start.GuidedPage(Page(80, 24), CARDS, drawn))
        text = " ".join(" ".join(row.plain for row in rows).split())
        assert CARDS[now.turn.item.exercise].stop in text
        assert "q stop" in text


@pytest.mark.parametrize("figure", [drawn, nothing])
def test_when_to_stop_is_whole_on_small_screens_too(figure: Callable[[Turn, float, int, int], Sequence[Text]]) -> None:
    for now in list(moments())[::3]:
        for width, height in SIZES:
            rows = start.screen(now, start.GuidedPage(Page(width, height), CARDS, figure))
            text = " ".join(" ".join(row.plain for row in rows).split())
            assert CARDS[now.turn.item.exercise].stop in text, (width, height)
            assert "q stop" in text


def test_what_cannot_wait_is_on_every_screen_of_a_common_size_in_which_nothing_is_being_done() -> None:
    """Before each exercise, in each rest, and whenever somebody pauses: with a figure, too."""
    for now in moments():
        if now.waits:
            rows = start.screen(now, start.GuidedPage(Page(80, 24), CARDS, drawn))
            text = " ".join(" ".join(row.plain for row in rows).split())
            assert emergency.LINE in text, text
            assert CARDS[now.turn.item.exercise].stop in text


def test_what_cannot_wait_is_said_where_there_is_room_and_to_a_screen_reader_always() -> None:
    now = next(moments())
    tall = start.screen(now, start.GuidedPage(Page(80, 40), CARDS, nothing))
    assert emergency.LINE in " ".join(" ".join(row.plain for row in tall).split())
    assert emergency.LINE not in start.lines(now, CARDS), "it is said once, before the first"
    assert emergency.LINE in start.before_lines()


def test_a_session_that_goes_on_says_what_was_kept_and_where_it_goes_on() -> None:
    now = guide.with_outcome(guide.with_outcome(next(moments()), "done"), "hurt")
    names = [each.item.name for each in now.turns]
    kept = start.again(guide.begun(now.turns, now.outcomes))
    assert kept[1:] == [f"Done: {names[0]}.", f"Left out: {names[1]}.", f"Next: {names[2]}."]
    walk = turn("aerobic", Item("walk", "Walk", 600, GivenDose(minutes=10), "why"))
    held = turn("core", Item("plank", "Plank", 120, GivenDose(2, 3, 6, per_side=True), "why"))
    on_its_way = guide.passed(guide.begun([walk, held]), 250)
    assert start.again(on_its_way)[1:] == ["Next: Walk, 5:50 of 10:00 are left."]
    later = guide.passed(on_its_way, 440)
    assert start.again(later)[-1] == "Next: Plank, set 2 of 2, left side, from number 2 of 3."


def test_fewer_repetitions_than_were_planned_are_counted_as_they_are() -> None:
    eased = guide.half_left(guide.begun([turn("core", Item("tilt", "Tilt", 80, GivenDose(1, 8), "why"))]))
    rows = start.screen(guide.at_once(eased), start.GuidedPage(Page(80, 24), CARDS, nothing))
    assert "1 of 4" in "\n".join(row.plain for row in rows)
    assert any("half" in line for line in start.lines(eased, CARDS))


def test_only_ascii_is_drawn_where_nothing_else_is_known() -> None:
    for now in list(moments())[::11]:
        rows = start.screen(now, start.GuidedPage(Page(80, 24, ASCII), CARDS, nothing))
        assert all(row.plain.isascii() for row in rows)


def test_the_question_what_hurts_fits_and_the_worst_of_it_is_red() -> None:
    now = next(moments())
    for easier in (None, now.turn):
        for width, height in SIZES:
            choices = start.answers(easier)
            rows = start.hurts(now, choices, 0, start.GuidedPage(Page(width, height), CARDS, nothing))
            assert len(rows) <= height
            assert all(row.cell_len <= width for row in rows), width
            assert height < 20 or any("What is it like" in row.plain for row in rows), (width, height)
    text = [row for row in rows if "get help" in row.plain]
    assert any("red" in _styles(row) for row in text)
    assert not any("red" in _styles(row) for row in rows if row not in text)


def _styles(row: Text) -> str:
    return " ".join(map(str, (row.style, *(span.style for span in row.spans))))
