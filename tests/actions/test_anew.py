"""Why a week is laid anew, in words."""

from backplan.actions.anew import _what_bars
from backplan.planner.week import make_week
from tests.support.growth import Plan
from tests.support.people import ON


def test_three_quarters_are_named_where_they_come_and_where_they_go() -> None:
    week = make_week(Plan().request())
    whole = week.bars[ON]
    less = whole._replace(quarters=True)
    assert _what_bars(week, less, ON).why.startswith("Pain is higher, and three quarters of each dose")
    eased = week._replace(bars={ON: less})
    assert _what_bars(eased, whole, ON).why.startswith("Everything is back at its whole dose")
