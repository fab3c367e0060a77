"""The small pieces of sentences."""

from datetime import date

import pytest

from backplan.model.wording import clause, roughly


@pytest.mark.parametrize(
    ("name", "what", "said"),
    [
        ("Bird dog", "goes from 4 to 5 repetitions", "Bird dog goes from 4 to 5 repetitions"),
        ("Weight shifts", "goes from 8 to 10 repetitions", "Weight shifts go from 8 to 10 repetitions"),
        ("Both knees to chest", "takes the place of it", "Both knees to chest take the place of it"),
        ("Short walks", "has brisk parts in the middle", "Short walks have brisk parts in the middle"),
        (
            "Ankle pumps and circles",
            "stays; nothing was changed.",
            "Ankle pumps and circles stay; nothing was changed.",
        ),
        ("Side bridge from knees", "goes to", "Side bridge from knees goes to"),
        ("Leg press", "goes to the next band", "Leg press goes to the next band"),
        ("Band triceps extension", "goes to the next band", "Band triceps extension goes to the next band"),
        ("Child's pose", "does not fit", "Child's pose does not fit"),
        ("Low-impact aerobics", "stays", "Low-impact aerobics stays"),
    ],
)
def test_the_verb_is_as_the_name_asks(name: str, what: str, said: str) -> None:
    assert clause(name, what) == said


@pytest.mark.parametrize(
    ("day", "told"),
    [(date(2019, 12, 31), "2019"), (date(2026, 6, 30), "June 2026"), (date(2024, 2, 29), "February 2024"),
     (date(2026, 6, 29), "29 June 2026")],
)  # fmt: skip
def test_what_was_told_as_a_year_or_month_is_said_as_one(day: date, told: str) -> None:
    assert roughly(day) == told
