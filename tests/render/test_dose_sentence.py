"""A dose is said as a therapist says it."""

import pytest

from backplan.model.week import GivenDose
from backplan.render.dose_sentence import sentence


@pytest.mark.parametrize(
    ("dose", "said"),
    [
        (GivenDose(minutes=20), "20 minutes."),
        (GivenDose(minutes=1), "1 minute."),
        (GivenDose(3, 8, 5, per_side=True), "Three sets of 8, hold each for 5 seconds, on each side."),
        (GivenDose(2, 10), "Two sets of 10."),
        (GivenDose(1, 8, 2), "8 times."),
        (GivenDose(1, 3, 20, per_side=True), "Hold for 20 seconds, three times, on each side."),
        (GivenDose(1, 1, 30), "Hold for 30 seconds, once."),
        (GivenDose(2, 1, 30), "Hold for 30 seconds, twice."),
    ],
)
def test_a_dose_is_a_sentence(dose: GivenDose, said: str) -> None:
    assert sentence(dose) == said
