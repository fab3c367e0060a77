"""Lighter: whether a day, or a whole week, holds no more of anything than another."""

from collections.abc import Collection

from backplan.planner.day.option import Option

Days = Collection[Option]


def lighter(option: Option, than: Option) -> bool:
    """Whether an option holds no more of anything than another; a pool visit may become its parts at home."""
    return (
        option.aerobic <= than.aerobic
        and option.core <= than.core
        and option.strength <= than.strength
        and option.water <= than.water
        and option.sets <= than.sets
        and option.minutes <= than.minutes
        and option.prescribed <= than.prescribed
    )


def lighter_in_all(options: Days, than: Days, or_than: Days) -> bool:
    """Whether the days of a week together are no longer than those of one of two others, hold no more sets than one of
    them, and no exercise that is prescribed more often.
    """
    lengths = zip(_weight(options), _weight(than), _weight(or_than), strict=True)
    asked = frozenset().union(*(day.prescribed for day in options))
    often = ((_days_with(key, options), _days_with(key, than), _days_with(key, or_than)) for key in asked)
    return all(ours <= max(one, other) for ours, one, other in (*lengths, *often))


def _weight(days: Days) -> tuple[int, int]:
    """Minutes and sets of some days together."""
    return sum(day.minutes for day in days), sum(day.sets for day in days)


def _days_with(exercise: str, days: Days) -> int:
    return sum(exercise in day.prescribed for day in days)
