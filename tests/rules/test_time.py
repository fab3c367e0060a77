"""How long exercises take: both sides of each rule, and that the planner goes by it."""

from backplan.model.week import GivenDose
from backplan.planner.choice.dose import percent_of_time, seconds
from tests.support.indexes import takes
from tests.support.people import case, exercise, tagged


def test_time_older() -> None:
    assert takes(tagged("from-65")) == 125
    assert takes(tagged("balance-poor")) == 100
    assert takes(case()) == 100


def test_a_quarter_more_time_is_a_quarter_more_of_every_second_but_of_no_minute() -> None:
    old, young = percent_of_time(tagged("from-65")), percent_of_time(case())
    dose, walk = GivenDose(sets=2, reps=8), GivenDose(minutes=12)
    assert seconds(dose, exercise(), old) == -(-seconds(dose, exercise(), young) * 5 // 4)
    assert seconds(walk, exercise(), old) == seconds(walk, exercise(), young) == 720
