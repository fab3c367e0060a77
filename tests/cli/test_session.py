"""How a session is told at the terminal."""

from datetime import date
from pathlib import Path

import pytest

from backplan.actions.log import planned
from backplan.actions.workspace import Workspace
from backplan.cli.sentences.numbers import Numbers, effort_of, leg_of, numbers
from backplan.cli.session import with_words
from backplan.errors import UsageError
from backplan.model.diary import LogEntry
from backplan.render import log as words
from tests.support.cli import run, started

FRIDAY = date(2026, 11, 27)  # a day of rest


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("3 5 4", (3, 5, 4)),
        ("3/5/4", (3, 5, 4)),
        ("3, -, 4", (3, None, 4)),
        ("3", (3, None, None)),
        ("3/10", (3, None, None)),
        ("about four", (4, None, None)),
        ("3 or 4", (4, None, None)),
        ("between 3 and 5", (5, None, None)),
        ("", (None, None, None)),
        ("about 4 during, 3 now", (None, 4, None)),
        ("4 during", (None, 4, None)),
        ("worst 4", (None, 4, None)),
        ("3, worst 5", (3, 5, None)),
        ("3 worst 5", (3, 5, None)),
        ("3 before 5", (3, 5, None)),
        ("3 before, 5 after", (3, 5, None)),
        ("5 before, 3 after, effort 6", (5, None, 6)),
        ("3 before, 5 after, effort 6", (3, 5, 6)),
        ("effort 4 pain 3", (3, None, 4)),
        ("before 3 worst 4 effort 5", (3, 4, 5)),
        ("before: 3, highest: 5, effort: 4", (3, 5, 4)),
        ("four before, five at worst, effort three", (4, 5, 3)),
        ("no pain before, 3 after", (0, 3, None)),
        ("2 before, 2 during, 1 after", (2, 2, None)),
        ("it was 3 before and got up to 5 during", (3, 5, None)),
        ("started at 3, went up to 5", (3, 5, None)),
        ("it went from 3 to 5", (3, 5, None)),
        ("3 then 5", (3, 5, None)),
        ("worst pain 5/10 and effort about 4", (None, 5, 4)),
    ],
)
def test_numbers_are_understood_with_the_words_of_what_they_are(text: str, read: object) -> None:
    assert numbers(text)[:3] == read


@pytest.mark.parametrize(
    "text",
    ["3 5 14", "3 5 4 2", "3 5", "3 and 5", "much", "3 now", "first 3 then 5 then 4",
     "before 3, worst 5, effort 4, 2",
     "3 before, 5 after, effort easy", "6 before 4 worst"],
)  # fmt: skip
def test_an_answer_of_which_a_number_would_be_lost_is_asked_again(text: str) -> None:
    with pytest.raises(UsageError):
        numbers(text)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("easy", 4),
        ("so-so", 6),
        ("a bit tired", 6),
        ("it was hard", 8),
        ("very hard", 9),
        ("4", 4),
    ],
)
def test_how_hard_it_was_may_be_a_word(text: str, score: int) -> None:
    assert effort_of(text) == score


@pytest.mark.parametrize("text", ["fine", "quite ok", "good", "same as usual", "not bad", "felt great"])
def test_that_it_went_well_is_no_word_on_how_hard_it_was(text: str) -> None:
    with pytest.raises(UsageError, match="How hard was it"):
        effort_of(text)
    assert effort_of(f"easy but {text}") == effort_of("easy")


@pytest.mark.parametrize(
    ("text", "leg"),
    [
        ("a bit in the calf", "calf"),
        ("a little below the knee", "calf"),
        ("thigh and shin", "calf"),
        ("my toes", "foot"),
        ("bum", "buttock"),
    ],
)
def test_the_furthest_part_of_the_leg_that_is_named_counts(text: str, leg: str) -> None:
    assert leg_of(text) == leg


@pytest.mark.parametrize("text", ["not in the calf any more", "not below the knee", "yes", "the leg"])
def test_what_says_not_how_far_is_asked_again(text: str) -> None:
    with pytest.raises(UsageError):
        leg_of(text)


def test_a_session_that_is_told_on_a_day_of_rest_is_named_with_why_it_is_that_one(home: Path) -> None:
    started(home)
    assert run("week", home=home).code == 0
    for day in ("2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"):
        assert run("log", "--done", "all", home=home, today=day).code == 0
    found = planned(Workspace(FRIDAY, home), FRIDAY)
    assert found is not None
    lead, head, *_ = words.planned(found)
    assert lead == "No session waits on Friday 27 November, so what you tell is taken for this one:"
    assert head.startswith("Saturday 28 November: ")


def test_what_is_said_aside_is_kept_however_much_it_is() -> None:
    session = LogEntry(FRIDAY, "session", "all", note="sunny")
    assert with_words([session], ["a", "sunny"])[0].note == "a; sunny"
    long = ["a" * 300, "b" * 300]
    kept = with_words([session], long)
    assert [each.note for each in kept] == ["sunny", *long]


def test_of_numbers_of_several_parts_none_is_lost() -> None:
    assert numbers("4 in the back, 2 in the leg") == Numbers(pain=4, tells_more=True)
