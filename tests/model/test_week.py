"""A stored week gives back what it was made from, and one that the first version stored is understood."""

from datetime import date

import pytest

from backplan.model.particulars import Particulars
from backplan.model.told import Change, Notice
from backplan.model.usual import Usual
from backplan.model.week import Balance, Day, DayBlock, GivenDose, Item, Session, Week

TOLD = Week(
    date(2026, 11, 23),
    1,
    "basic",
    "flare",
    Usual.all_day(3),
    (),
    changes=(
        Change("missed", "Monday's session was not done, and that is fine.", on=date(2026, 11, 23)),
        Change("swapped", "Wall plank takes the place of Plank: you swapped it.", ("wall-plank", "plank")),
    ),
    notices=(Notice("fewer", "Prescribed by your doctor: Plank. On 3 days.", ("plank",), "On 3 days."),),
)


def test_what_was_told_comes_back_with_what_it_was_about() -> None:
    assert Week.of(TOLD.document()) == TOLD


def test_the_interface_sees_sentences_alone() -> None:
    assert TOLD.as_dict()["notices"] == ["Prescribed by your doctor: Plank. On 3 days."]
    assert TOLD.as_dict()["changes"] == [change.sentence for change in TOLD.changes]


def test_a_week_stored_before_kinds_were_kept_still_says_its_sentences() -> None:
    stored = {key: value for key, value in TOLD.document().items() if key != "told"}
    week = Week.of(stored)
    assert [change.sentence for change in week.changes] == [change.sentence for change in TOLD.changes]
    assert {change.kind for change in week.changes} == {notice.kind for notice in week.notices} == {"earlier"}


def test_a_kind_of_week_is_a_row_of_the_table() -> None:
    assert TOLD.kind.gentle
    assert not TOLD.kind.grows
    assert not TOLD._replace(mode="coping-only").kind.trains


ROW = Item("seated-band-row", "Seated band row", 60, GivenDose(2, 12), "It pulls.", None, "with the next band", "Hard.")
PRESS = Item(
    "floor-press", "Dumbbell floor press", 60, GivenDose(2, 12), "It pushes.", None, "with a little more weight"
)
DAY = Day(date(2026, 11, 23), (Session("home", (DayBlock("strength", (ROW, PRESS)),)),))


def test_an_item_comes_back_with_its_load_and_how_hard_it_is() -> None:
    assert Day.of(DAY.as_dict()) == DAY
    assert {"load", "how_hard"}.isdisjoint(PRESS._replace(load=None).as_dict())


def test_a_step_of_load_is_no_news_once_this_weeks_load_is_noted() -> None:
    known = {"seated-band-row": "green band", "floor-press": "4 kg"}
    items = DAY.with_loads(known, {"seated-band-row"}).blocks()[0].items
    assert [(item.load, item.last_load) for item in items] == [
        (None, "green band"),
        ("with a little more weight", "4 kg"),
    ]


@pytest.mark.parametrize(
    ("asked", "got", "unit", "enough"),
    [(48, 47, "min", True), (48, 46, "min", True), (48, 45, "min", False), (15, 0, "min", False), (5, 4, "min", False),
     (3, 2, "sessions", False), (3, 3, "sessions", True)],
)  # fmt: skip
def test_a_minute_or_two_left_over_is_enough(asked: int, got: int, unit: str, enough: bool) -> None:
    row = Balance("aerobic", asked, got, 90, unit)
    assert row.enough is enough
    assert row.met is (got >= asked)


def test_a_walk_of_a_week_stored_with_all_its_times_together_counts_each_once() -> None:
    dose = GivenDose(minutes=10, particulars=Particulars(times_a_day=2))
    for seconds in (600, 1200):
        walk = Item.of({**Item("easy-walk", "Easy flat walk", seconds, dose, "Why.").as_dict()})
        assert (walk.seconds, walk.seconds_a_day) == (600, 1200)
