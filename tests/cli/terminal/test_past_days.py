"""Days that can only have been: which are asked about, and which there never were."""

from datetime import date

import pytest

from backplan.cli.terminal import asking, dates, rough_days
from backplan.errors import UsageError


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKPLAN_TODAY", "2026-11-30")


@pytest.mark.parametrize("text", ["15 dec", "2 Dec", "december 2nd", "on the 2nd of december", "31 december"])
def test_a_day_that_is_soon_to_come_is_not_taken_for_last_year_s_unasked(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UsageError, match=r"not come yet; if it was .* December 2025, write the year"):
        dates.past_day(text, "--on")
    monkeypatch.setattr("backplan.cli.terminal.environment.can_ask", lambda: True)
    monkeypatch.setattr(asking, "prompt", lambda _text, _default: "y")
    assert dates.past_day(text, "--on").year == 2025
    monkeypatch.setattr(asking, "prompt", lambda _text, _default: "n")
    with pytest.raises(UsageError, match="cannot lie ahead"):
        dates.past_day(text, "--on")


@pytest.mark.parametrize(
    ("text", "found"),
    [("15 dec 2025", "2025-12-15"), ("28 nov", "2026-11-28"), ("20 may", "2026-05-20"), ("december", "2025-12-01")],
)
def test_a_day_that_can_be_read_one_way_is_not_asked_about(text: str, found: str) -> None:
    assert dates.past_day(text, "--on") == date.fromisoformat(found)


def test_at_new_year_the_old_year_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKPLAN_TODAY", "2027-01-02")
    assert dates.past_day("31 dec", "--on") == date(2026, 12, 31)


@pytest.mark.parametrize(
    "text", ["31 nov", "nov 31", "2026-11-31", "31.11.", "31/11", "31/11/2026", "29 feb 2026", "30 feb", "45 nov"]
)
def test_a_day_that_there_is_not_is_said_to_be_none(text: str) -> None:
    with pytest.raises(UsageError, match="there is no such day"):
        dates.day(text, "--on")


def test_a_month_mistyped_is_asked_for_by_its_name_and_a_day_that_is_none_is_told_in_english(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BACKPLAN_TODAY", "2026-11-30")
    for said, told in (
        ("febuary", r"^febuary is no month \(did you mean february\?\)\. Please say"),
        ("31 november", "^31 november: there is no such day; November has 30 days"),
        ("tomorrow", "^“tomorrow” is still to come. Please give a day that has been"),
    ):
        with pytest.raises(UsageError, match=told):
            asking.past_late(said)
    assert asking.past("at the start of november") == "2026-11-01"


@pytest.mark.parametrize(
    ("text", "found"),
    [("easter", "2026-04-05"), ("since easter last year", "2025-04-20"), ("ages", "2024-11-30"),
     ("the other day", "2026-11-27"), ("years and years", "2024-11-30"), ("this morning", "2026-11-30"),
     ("since lockdown", "2020-03-01"), ("back in may", "2026-05-01")],
)  # fmt: skip
def test_a_rough_day_is_the_least_that_it_can_mean(text: str, found: str) -> None:
    assert dates.past_day(text, "") == date.fromisoformat(found)


def test_a_small_word_is_no_slip_of_a_month() -> None:
    assert dates.month_meant("my") == ""
    assert "february" in dates.month_meant("febuary")


@pytest.mark.parametrize(
    ("text", "found"),
    [("last moth", "2026-10-31"), ("3 yaers ago", "2023-11-30"), ("yeterday", "2026-11-29"), ("last yer", "2025-12-31"),
     ("a coupel of weks", "2026-11-16"), ("6 monthes", "2026-05-30"), ("2 weaks ago", "2026-11-16")],
)  # fmt: skip
def test_a_slip_in_a_word_of_time_is_taken_and_told(text: str, found: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert asking.past_late(text) == found
    assert "Taken as " in capsys.readouterr().out


@pytest.mark.parametrize("text", ["mon 2 may", "2 nov", "sat", "march", "since the fall", "easter", "10 days ago"])
def test_other_words_are_no_slip_of_a_word_of_time(text: str) -> None:
    assert rough_days.respelled(text) == text
