"""A time as people say it, by itself and in a sentence: all of it is understood, or none."""

import pytest

from backplan.model.said_numbers import minutes_said, times_in_minutes

SAID = {
    "15": 15, "half an hour": 30, "hour": 60, "an hour and a quarter": 75, "hour and a half": 90, "1½ h": 90,
    "¾ hour": 45, "three quarters of an hour": 45, "three-quarters of an hour": 45, "an hour and 20 minutes": 80,
    "one hour five minutes": 65, "55'": 55, "55’": 55, "0:45": 45, "1:35": 95, "two hours'": 120, "1h30": 90,
    "1 hour 45": 105, "1,5 h": 90, "2.5 hours": 150, "one and a half hours": 90, "1-1/2 hours": 90,
    "hour-and-a-half": 90, "an hour plus 15 minutes": 75, "a couple of hours": 120, "a good hour": 60,
    "hundred minutes": 100, "twenty-five minutes": 25, "2 x 15 min": 30, "two hours and a quarter": 135,
    "quater of an hour": 15, "three quaters of an hour": 45, "hlaf an hour": 30, "haf hour": 30, "an hour": 60,
}  # fmt: skip


@pytest.mark.parametrize(("text", "minutes"), SAID.items())
def test_a_time_is_the_minutes_it_comes_to(text: str, minutes: int) -> None:
    assert minutes_said(text) == minutes


@pytest.mark.parametrize("text", ["two half hours", "an hour and a lot", "12:30", "a", "half", "9" * 30 + " minutes"])
def test_what_is_no_one_time_is_none(text: str) -> None:
    assert minutes_said(text) is None


@pytest.mark.parametrize(
    ("text", "in_minutes"),
    [
        ("walked an hour and a quarter", "walked 75 minutes"),
        ("walked around an hour and a half", "walked around 90 minutes"),
        ("yoga 1½ h", "yoga 90 minutes"),
        ("an hour’s gardening", "60 minutes gardening"),
        ("An Hour And A Half of yoga", "90 minutes of yoga"),
        ("tai chi in the park 0:45", "tai chi in the park 45 minutes"),
    ],
)
def test_a_time_in_a_sentence_is_put_in_minutes(text: str, in_minutes: str) -> None:
    assert times_in_minutes(text) == in_minutes


@pytest.mark.parametrize(
    "text", ["walked half an hour", "yoga at 1:30", "yoga 1:30 pm", "30-45 minutes", "pain 3, my wife’s car", "3 hours"]
)
def test_what_is_a_plain_time_a_clock_or_none_stays_as_it_is(text: str) -> None:
    assert times_in_minutes(text) == text
