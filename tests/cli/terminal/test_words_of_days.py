"""Days and minutes as people say them."""

from datetime import date

import pytest

from backplan.cli.terminal import asking, dates, listed
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
        ("2 years ago", "2024-01-01", "2024-12-31"),
        ("13/11/2026", "2026-11-13", "2026-11-13"),
        ("2026", "2026-01-01", "2026-11-23"),
        ("november", "2026-11-01", "2026-11-23"),
        ("yesterday", "2026-11-22", "2026-11-22"),
    ],
)
def test_a_day_is_read_as_people_say_it_and_of_a_longer_time_the_edge_that_is_asked_for(
    text: str, first: str, last: str
) -> None:
    assert dates.past_day(text, "--on") == date.fromisoformat(first)
    assert dates.past_day(text, "--on", late=True) == date.fromisoformat(last)


@pytest.mark.parametrize("text", ["soon", "three", "5", "30", "1990s", "32/13/2026", "my birthday in may"])
def test_what_is_no_day_is_refused_though_the_library_would_read_it(text: str) -> None:
    with pytest.raises(UsageError, match="write a date like"):
        dates.day(text, "--on")


def test_a_date_of_two_readings_is_refused_with_both() -> None:
    with pytest.raises(UsageError, match="2026-11-02 or 2026-02-11"):
        dates.day("02/11/2026", "--on")


@pytest.mark.parametrize(
    ("text", "many"), [("half an hour", 30), ("15 minutes", 15), ("five", 5), ("1 hour", 60), ("20", 20), ("2h", 120)]
)
def test_minutes_are_read_as_people_say_them(text: str, many: int) -> None:
    assert asking.minutes(5, 240)(text) == many


def test_one_bad_item_of_a_list_is_named_and_the_others_stand() -> None:
    read = listed.numbers(["a", "b", "c"])
    with pytest.raises(UsageError, match="9 is not on the list"):
        read("1, 9")
    assert read("3") == ["a", "c"]


def test_days_are_read_as_people_say_them() -> None:
    assert dates.weekdays("every day") == WEEKDAYS
    assert dates.weekdays("weekends") == ("sat", "sun")
    assert dates.weekdays("mon and fri") == ("mon", "fri")
