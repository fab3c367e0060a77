"""How far pain may move down the leg before somebody has to look at it."""

from datetime import date, timedelta

import pytest

from backplan.model.outcome import LegStory
from backplan.model.vocabulary import LEGS, Leg
from tests.support.indexes import looked_at_first

FIRST = date(2026, 11, 2)


def story(*words: tuple[int, Leg], known: Leg | None = None, on: int | None = None) -> LegStory:
    """Words by the number of days since the first; looked at on the day of the last unless said."""
    told = tuple((FIRST + timedelta(days=day), leg) for day, leg in words)
    return LegStory(told, known or words[0][1], FIRST + timedelta(days=words[-1][0] if on is None else on))


@pytest.mark.parametrize(
    ("told", "looked_at"),
    [
        (story((0, "none"), (5, "thigh")), True),
        (story((0, "buttock"), (5, "calf")), True),
        (story((0, "buttock"), (5, "thigh")), False),
        (story((0, "buttock"), (6, "thigh"), (14, "calf")), True),
        (story((0, "buttock"), (6, "thigh"), (21, "calf")), False),  # buttock was left 15 days ago
        (story((0, "buttock"), (6, "thigh"), (20, "calf")), True),
        (story((0, "buttock"), (60, "calf")), True),  # what was said last is how it was
        (story((0, "foot"), (30, "none"), (35, "foot")), False),  # not further than ever before
        (story((0, "none"), (5, "thigh"), known="thigh"), False),
        (story((0, "foot")), False),
    ],
)
def test_leg_two_steps(told: LegStory, looked_at: bool) -> None:
    assert ("leg-two-steps" in looked_at_first(told)) is looked_at


@pytest.mark.parametrize(
    ("told", "looked_at"),
    [
        (story((0, "thigh"), (20, "calf"), on=26), False),
        (story((0, "thigh"), (20, "calf"), on=27), True),
        (story((0, "thigh"), (20, "foot"), (24, "calf"), on=27), True),
        (story((0, "thigh"), (20, "calf"), (24, "thigh"), (25, "calf"), on=30), False),
        (story((0, "calf"), (20, "foot"), on=40), False),
        (story((0, "thigh"), (20, "calf"), on=40, known="calf"), False),
        (story((0, "thigh"), on=40), False),
    ],
)
def test_leg_below_knee(told: LegStory, looked_at: bool) -> None:
    assert ("leg-below-knee" in looked_at_first(told)) is looked_at


def test_a_leg_further_down_is_never_looked_at_less() -> None:
    for first in LEGS:
        for last in LEGS:
            for deeper in LEGS[LEGS.index(last) :]:
                here, further = (story((0, first), (5, leg), on=20) for leg in (last, deeper))
                assert len(looked_at_first(further)) >= len(looked_at_first(here)) > -1
