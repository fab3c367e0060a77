"""Today tells what concerns today: notices about exercises it does not hold stay with the week."""

from datetime import date

import pytest

from backplan.actions.week import Today
from backplan.model.card import NO_CARD
from backplan.model.told import Notice
from backplan.model.usual import Usual
from backplan.model.vocabulary import ON_THE_BED, Done
from backplan.model.week import Day, DayBlock, GivenDose, Item, Session, Week
from backplan.render import today
from backplan.render.page import Page
from backplan.render.ready import ready
from tests.support.drawn import drawn

ON = date(2026, 11, 23)
BIRD_DOG = Item("bird-dog", "Bird dog", 60, GivenDose(1, 8), "It keeps the back moving.")
MINE = Notice("fewer", "Prescribed by your doctor: Bird dog. On 3 days.", ("bird-dog",), "On 3 days.")
OTHERS = Notice("fewer", "Prescribed by your doctor: Bird dog leg reach. On 3 days.", ("bird-dog-leg",), "On 3 days.")
EVERYBODYS = Notice("mornings", "In the first two hours after getting up, go easy on bending forward.")


def shown(*notices: Notice) -> Today:
    day = Day(ON, (Session("home", (DayBlock("core", (BIRD_DOG,)),)),))
    return Today(
        day, Week(ON, 1, "basic", "normal", Usual.all_day(3), (day,), notices=notices), pain_known=True, silent=False
    )


def test_a_day_with_bird_dog_hears_nothing_of_bird_dog_leg_reach() -> None:
    assert today.notices(shown(MINE, OTHERS, EVERYBODYS)) == [EVERYBODYS.sentence, MINE.sentence]


def test_a_notice_about_several_exercises_is_told_on_the_days_of_each() -> None:
    both = MINE._replace(about=("bird-dog-leg", "bird-dog"))
    assert today.notices(shown(both)) == [both.sentence]


def test_load_stands_beside_the_dose_and_how_hard_among_the_words() -> None:
    item = BIRD_DOG._replace(load="with the next band", how_hard="The last two should be hard.", last_load="red band")
    day = Day(ON, (Session("home", (DayBlock("strength", (item,)),)),))
    week = Week(ON, 1, "basic", "normal", Usual.all_day(3), (day,))
    plainly = list(today.plain(Today(day, week, pain_known=True, silent=False)))
    assert any(line.endswith("Bird dog, 8 times, with the next band, last time red band.") for line in plainly)
    assert "Bird dog, how hard: The last two should be hard." in plainly
    table = drawn(today.table(Today(day, week, pain_known=True, silent=False), Page(100)))
    assert "   with the next band, last time red band" in table
    assert "   How hard: The last two should be hard." in table


def test_how_the_plan_grows_is_told_with_the_week() -> None:
    growth = [Notice(kind, "It grows slowly.") for kind in today.OF_THE_WEEK]
    assert today.notices(shown(*growth, EVERYBODYS)) == [EVERYBODYS.sentence]


@pytest.mark.parametrize(("done", "warned"), [(None, True), ("part", True), ("no", True), ("all", False)])
def test_pain_that_is_not_known_holds_up_no_session_that_is_done(done: Done | None, warned: bool) -> None:
    ahead = shown()
    day = ahead.day._replace(done=done)
    told = today.notices(ahead._replace(day=day, pain_known=False))
    assert (today.UNCHECKED in told) == warned


def test_what_is_done_on_the_bed_asks_for_no_mat() -> None:
    card = NO_CARD._replace(needs=("mat", "towel"))

    def needed(caution: str | None) -> str:
        day = Day(ON, (Session("home", (DayBlock("core", (BIRD_DOG._replace(caution=caution),)),)),))
        week = Week(ON, 1, "basic", "normal", Usual.all_day(3), (day,), cards={"bird-dog": card})
        return ready(day, week)

    assert needed(None) == "a mat or folded blanket, a towel"
    assert needed(f"{ON_THE_BED}; go gently, because of your hip") == "a towel"


@pytest.mark.parametrize("many", [3, 6, 9])
def test_a_first_day_fits_the_screen_below_what_is_said_before_it(many: int) -> None:
    items = tuple(BIRD_DOG._replace(exercise=f"bird-dog-{each}", name=f"Bird dog {each}") for each in range(many))
    long = Notice("pressure", "While it is high: easy effort. " + "More of it is told with the week. " * 8)
    ahead = shown(long, EVERYBODYS, OTHERS._replace(about=()))
    day = ahead.day._replace(sessions=(Session("home", (DayBlock("core", items),)),))
    ahead = ahead._replace(day=day)
    found = drawn(today.first(ahead, Page(80, 24))).rstrip().splitlines()
    assert len(found) + today.ROWS_ABOVE <= 24
    words = " ".join(" ".join(found).split())
    assert all(item.name in words for item in items)
    assert "While it is high: easy effort." in words
    assert "Stop and get help at once" in words
    assert "More of it is told" not in words
    assert "init --more" in words
