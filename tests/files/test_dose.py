"""A dose that is written in a line is read as its parts, or not at all."""

import pytest

from backplan.files.dose import dose_in_words


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("3 sets of 8", {"sets": 3, "reps": 8}),
        ("2 x 10 reps, hold 5 seconds", {"sets": 2, "reps": 10, "hold": 5}),
        ("3 sets of 8 per side", {"sets": 3, "reps": 8, "per_side": True}),
        ("15 minutes", {"minutes": 15}),
        ("3 to 5 sets of 8", None),
        ("a little", None),
    ],
)
def test_a_dose_in_a_line_is_read_whole_or_not_at_all(said: str, parts: dict[str, int] | None) -> None:
    assert dose_in_words(said) == parts
