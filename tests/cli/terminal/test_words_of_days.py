"""Days and minutes as people say them."""

from datetime import date

import pytest

from backplan.cli.terminal import asking, dates, list_answers, spoken
from backplan.errors import UsageError
from backplan.model.vocabulary import WEEKDAYS


@pytest.fixture(autouse=True)
def _on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKPLAN_TODAY", "2026-11-23")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("March 2019", "2019-03-01", "2019-03-31"),
        ("2 november", "2026-11-02", "2026-11-02"),
        ("2 years ago", "2024-11-23", "2024-11-23"),
        ("two years", "2024-11-23", "2024-11-23"),
        ("3 months ago", "2026-08-23", "2026-08-23"),
        ("a couple of months back", "2026-09-23", "2026-09-23"),
        ("about six weeks", "2026-10-12", "2026-10-12"),
        ("nearly six weeks", "2026-10-13", "2026-10-13"),  # less than six: pain is new then
        ("2 or 3 years", "2024-11-23", "2024-11-23"),
        ("three or two years", "2024-11-23", "2024-11-23"),
        ("a year or two ago", "2025-11-23", "2025-11-23"),
        ("1-2 weeks ago", "2026-11-16", "2026-11-16"),
        ("more than ten years", "2016-11-23", "2016-11-23"),
        ("a year and a half", "2025-05-23", "2025-05-23"),
        ("fifteen years or so", "2011-11-23", "2011-11-23"),
        ("6 months give or take", "2026-05-23", "2026-05-23"),
        ("around the 10th", "2026-11-10", "2026-11-10"),
        ("on the 28th", "2026-10-28", "2026-10-28"),
        ("since my accident in 1998", "1998-01-01", "1998-12-31"),
        ("a fortnight ago", "2026-11-09", "2026-11-09"),
        ("20 yrs now", "2006-11-23", "2006-11-23"),
        ("years", "2024-11-23", "2024-11-23"),
        ("all my life", "2016-11-23", "2016-11-23"),
        ("last week", "2026-11-16", "2026-11-22"),
        ("tuesday last week", "2026-11-17", "2026-11-17"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("end of March", "2026-03-01", "2026-03-31"),
        ("beginning of the year", "2026-01-01", "2026-11-23"),
        ("March last year", "2025-03-01", "2025-03-31"),
        ("March '19", "2019-03-01", "2019-03-31"),
        ("03/2019", "2019-03-01", "2019-03-31"),
        ("summer of 2023", "2023-01-01", "2023-12-31"),
        ("around Christmas", "2025-12-25", "2025-12-25"),
        ("13/11/2026", "2026-11-13", "2026-11-13"),
        ("13/11/26", "2026-11-13", "2026-11-13"),
        ("13/11/58", "1958-11-13", "1958-11-13"),
        ("2026/11/02", "2026-11-02", "2026-11-02"),
        ("2/2/2026", "2026-02-02", "2026-02-02"),
        ("13/11", "2026-11-13", "2026-11-13"),
        ("13.11.", "2026-11-13", "2026-11-13"),
        ("11/13", "2026-11-13", "2026-11-13"),
        ("mon", "2026-11-23", "2026-11-23"),
        ("last monday", "2026-11-16", "2026-11-16"),
        ("last friday", "2026-11-20", "2026-11-20"),
        ("2026", "2026-01-01", "2026-11-23"),
        ("november", "2026-11-01", "2026-11-23"),
        ("yesterday", "2026-11-22", "2026-11-22"),
        ("about 2 years ago", "2024-11-23", "2024-11-23"),
        ("since March 2019", "2019-03-01", "2019-03-31"),
        ("a few years ago", "2023-11-23", "2023-11-23"),
        ("last March", "2026-03-01", "2026-03-31"),
        ("sometime in 2019", "2019-01-01", "2019-12-31"),
        ("2 years ago or so", "2024-11-23", "2024-11-23"),
    ],
)
def test_a_day_is_read_as_people_say_it_and_of_a_longer_time_the_edge_that_is_asked_for(
    text: str, first: str, last: str
) -> None:
    assert dates.past_day(text, "--on") == date.fromisoformat(first)
    assert dates.past_day(text, "--on", late=True) == date.fromisoformat(last)


@pytest.mark.parametrize(
    "text", ["soon", "three", "5", "30", "1990s", "32/13/2026", "32/13", "3.5", "3-4", "my birthday in may"]
)
def test_what_is_no_day_is_refused_though_the_library_would_read_it(text: str) -> None:
    with pytest.raises(UsageError, match="write a date like"):
        dates.day(text, "--on")


def test_tomorrow_is_no_day_gone_by() -> None:
    assert dates.day("tomorrow", "--from") == date(2026, 11, 24)
    with pytest.raises(UsageError, match="still to come"):
        dates.past_day("tomorrow", "--on")
    with pytest.raises(UsageError, match="still to come"):
        dates.past_day("24/11", "--on")


def test_a_day_without_a_year_is_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKPLAN_TODAY", "2027-01-03")
    assert dates.past_day("30/12", "--on") == date(2026, 12, 30)


def test_a_date_of_two_readings_is_refused_with_both_though_one_is_still_to_come() -> None:
    with pytest.raises(UsageError, match="2026-12-02 or 2026-02-12"):
        dates.past_day("02/12/2026", "--on")
    with pytest.raises(UsageError, match="2026-11-02 or 2027-02-11"):
        dates.day("02/11", "--on")
    with pytest.raises(UsageError, match="2026-11-02 or 2026-02-11"):
        dates.day("02/11/2026", "--on")


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("half an hour", 30),
        ("15 minutes", 15),
        ("five", 5),
        ("1 hour", 60),
        ("20", 20),
        ("2h", 120),
        ("about ten minutes", 10),
        ("seven", 7),
        ("two hours", 120),
        ("an hour and a half", 90),
        ("twenty five", 25),
        ("thirty-five minutes", 35),
        ("half an hour or so", 30),
    ],
)
def test_minutes_are_read_as_people_say_them(text: str, many: int) -> None:
    assert asking.minutes(5, 240)(text) == many


def test_one_bad_item_of_a_list_is_named_and_the_others_stand() -> None:
    read = list_answers.numbers(["a", "b", "c"])
    with pytest.raises(UsageError, match="9 is not on the list"):
        read("1, 9")
    assert read("3") == ["a", "c"]


def test_days_are_read_as_people_say_them() -> None:
    assert dates.weekdays("every day") == WEEKDAYS
    assert dates.weekdays("weekends") == ("sat", "sun")
    assert dates.weekdays("mon and fri") == ("mon", "fri")
    assert dates.weekdays("Mondays and Thursdays") == ("mon", "thu")
    assert dates.weekdays("mon-wed, sat") == ("mon", "tue", "wed", "sat")
    assert dates.weekdays("Monday to Friday") == WEEKDAYS[:5]
    assert dates.weekdays("fri - mon") == ("mon", "fri", "sat", "sun")
    with pytest.raises(UsageError, match="funday, to are no days"):
        dates.weekdays("funday to")


@pytest.mark.parametrize("text", ["2 years", "for two years", "about 2 years ago", "over 2 years", "a couple of years"])
def test_since_when_may_be_told_as_for_how_long(text: str) -> None:
    assert asking.past_late(text) == "2024-11-23"


@pytest.mark.parametrize("text", ["last spring", "in the summer", "over the winter"])
def test_a_time_of_the_year_is_asked_for_its_month_as_it_is_not_the_same_everywhere(text: str) -> None:
    with pytest.raises(UsageError, match="Which month"):
        asking.past_late(text)


@pytest.mark.parametrize("text", ["less than a year ago", "up to 6 weeks", "within 3 months", "a while", "2 years"])
def test_what_may_be_far_less_and_what_may_still_come_is_no_day(text: str) -> None:
    with pytest.raises(UsageError):
        dates.day(text, "--from")
    if text != "2 years":
        with pytest.raises(UsageError):
            asking.past_late(text)


def test_words_that_are_no_date_are_met_with_examples_and_not_with_themselves() -> None:
    with pytest.raises(UsageError, match="a guess is enough: 2019, 2 years ago"):
        asking.past_late("most of the time")


@pytest.mark.parametrize(
    ("text", "now", "usual"),
    [
        ("5 4", "5", "4"),
        ("about 5, usually 4", "5", "4"),
        ("usually 4, now 5", "5", "4"),
        ("5/10 and 4/10", "5", "4"),
        ("it's 5 out of 10 today", "5", None),
        ("five, four", "five", "four"),
        ("-1 3", "-1", "3"),
        ("3.5", "3.5", None),
        ("no pain now, usually 2", "0", "2"),
        ("none", "0", None),
        ("four or five, usually 3", "5", "3"),
    ],
)
def test_pain_now_and_usual_are_read_as_people_say_them(text: str, now: str, usual: str | None) -> None:
    assert spoken.now_and_usual(text) == (now, usual)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4", 4),
        ("about 4/10", 4),
        ("no pain", 0),
        ("none", 0),
        ("6 or 7", 7),
        ("3-4", 4),
        ("between 3 and 4", 4),
        ("4-3", 4),
        ("1 or 2 or 3", 3),
        ("3 4 5", 5),
        ("3.5", 4),
        ("4,0", 4),
        ("4ish", 4),
        ("a 4", 4),
        ("four.", 4),
        ("6 at worst", 6),
        ("up to 6", 6),
        ("it was about 5 out of ten", 5),
        ("5+", 5),
        ("from 3 to 5", 5),
    ],
)
def test_a_number_out_of_ten_is_read_as_people_say_it_and_of_two_the_higher(text: str, number: int) -> None:
    assert asking.out_of_ten(text) == number


@pytest.mark.parametrize("text", ["11", "-1", "3 or 11", "1 or 2 or 11", "bad", "", "3/5", "3-", "10.5"])
def test_what_is_no_number_out_of_ten_is_asked_again(text: str) -> None:
    with pytest.raises(UsageError, match="from 0 to 10"):
        asking.out_of_ten(text)


@pytest.mark.parametrize("text", ["", "skip", "Don't know", "not sure", "?"])
def test_a_question_that_may_be_passed_is_passed_by_who_does_not_know(text: str) -> None:
    assert asking.or_skip(asking.out_of_ten)(text) is None


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("dunno when", True), ("can't remember which day", True), ("I forget the date", True), ("i dont no", True),
        ("not sure when", True), ("don't know him", False), ("i don't no longer", False),
        ("dunno", True), ("I don’t know", True), ("don't know.", True), ("can't remember", True), ("No idea!", True),
        ("i'm not sure", True), ("?", True), ("??", True), ("haven't a clue", True), ("i really don't know", True),
        ("", False), ("none", False), ("no", False), ("know", False), ("not sure, 3", False), ("3 4", False),
    ],
)  # fmt: skip
def test_not_knowing_is_heard_as_people_say_it(text: str, unknown: bool) -> None:
    assert spoken.unknown(text) is unknown


@pytest.mark.parametrize("text", ["", "awful", "usually 4", "3 4 5"])
def test_words_of_pain_that_are_not_one_or_two_numbers_are_asked_again(text: str) -> None:
    with pytest.raises(UsageError):
        [asking.whole(0, 10)(part) for part in spoken.now_and_usual(text) if part is not None]


@pytest.mark.parametrize(("text", "number"), [("four", 4), ("about 4", 4), ("4/10", 4), ("4 out of 10", 4), ("10", 10)])
def test_a_whole_number_is_read_as_people_say_it(text: str, number: int) -> None:
    assert asking.whole(0, 10)(text) == number


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("I am 67", 67),
        ("67 years", 67),
        ("i'm 67 years old", 67),
        ("67", None),
        ("1958", None),
        ("I am 1958", None),
        ("67 in march", 67),
        ("aged 67", 67),
        ("im 67 now", 67),
        ("67 yrs young", 67),
        ("just turned 67", 67),
        ("age: 67", 67),
        ("my age is 67.", 67),
        ("sixty seven next month", 67),
        ("march", None),
        ("none of this", None),
    ],
)
def test_an_age_is_read_where_it_is_said_as_one(text: str, age: int | None) -> None:
    assert spoken.years_old(text) == age


@pytest.mark.parametrize(("text", "many"), [("5 days", 5), ("a week", 7), ("for two weeks", 14), ("soon", None)])
def test_how_many_days_are_read_as_people_say_them(text: str, many: int | None) -> None:
    assert spoken.days_said(text) == many
