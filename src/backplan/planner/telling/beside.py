"""Beside: what is said of the weeks as they were lived beside the plan: flare after flare, days far beyond it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from backplan.model.lately import Lately, Spike
from backplan.model.person import Clearance
from backplan.model.told import Notice, NoticeKind
from backplan.model.week import WEEK, Week
from backplan.model.wording import capital, dated, long_day, ordinal
from backplan.planner.diary.creep import Crept
from backplan.rules.advice import boom_and_bust, creep, spike, third_flare, third_too_much

DAY = timedelta(days=1)


def of_flares(begun: Sequence[date], clearance: Clearance | None, *, over: bool = False) -> str:
    """What three flares or more in a short time ask for: somebody who looks at them; also when the last of them is
    ``over``.
    """
    begin = f"{'That was' if over else 'This is'} the {ordinal(len(begun))} flare since"
    return (
        f"{begin} {dated(begun[:1])}: please see {see_whom(clearance)} about them (rule "
        f"{third_flare.RULE.id}). If big days come before them, `backplan cope pacing` is worth a look."
    )


def flares_told(weeks: Sequence[Week], last: date) -> bool:
    """Whether one of the four weeks before the one in which the ``last`` flare began has told of so many already."""
    before = [week for week in weeks if week.starts <= last - WEEK]
    return _is_told("flares", before[-third_flare.AGAIN :])


def see_whom(clearance: Clearance | None) -> str:
    """A physiotherapist, or whoever cleared the person."""
    if clearance is None:
        return "a physiotherapist"
    cleared = f"the {clearance.by} who cleared you"
    return cleared if clearance.by == "physiotherapist" else f"a physiotherapist, or {cleared},"


def _is_told(kind: NoticeKind, weeks: Sequence[Week]) -> bool:
    return any(notice.kind == kind for week in weeks for notice in week.notices)


def of_too_much(days: Sequence[date], clearance: Clearance | None) -> str:
    """That sessions were too much time and again, without blame, with what the plan does and what may help."""
    return (
        f"Three sessions in four weeks were too much ({dated(days)}). That happens, and your exercises have come down "
        f"for it. {capital(see_whom(clearance)).rstrip(',')} could watch how you do them; please ask about pain "
        "control, too. To stop each one while it still feels well, or a short day (`backplan start 10`), may be enough "
        f"for now (rule {third_too_much.RULE.id})."
    )


def too_much_told(weeks: Sequence[Week]) -> bool:
    """Whether one of the last four weeks has told of such sessions already."""
    return _is_told("too-much", weeks[-(third_too_much.WITHIN // WEEK) :])


def of_creep(found: Crept, clearance: Clearance | None) -> str:
    """That pain has crept up over weeks, kindly, with what the plan does and what to do."""
    return (
        f"Over four weeks your pain has crept up: {found.when} from {found.first:.1f} of 10 to {found.last:.1f}. That "
        f"happens, and is worth a look: nothing grows until a week is no worse (rule {creep.RULE.id}). Has anything "
        "changed, such as more sitting or lifting, less sleep, or worry (`backplan cope pacing`)? If it goes on, or "
        f"worries you, please see {see_whom(clearance).rstrip(',')}."
    )


def creep_told(weeks: Sequence[Week]) -> bool:
    """Whether one of the weeks that a creep is seen over, or a later one, has told of it already."""
    return _is_told("creep", weeks[-creep.WEEKS :])


def of_big_days(spikes: Sequence[Spike], since: date) -> Notice | None:
    """A word on the last day far beyond the plan whose worse day is no older than a date; and that it is not the first,
    where there were more.
    """
    late = [each for each in spikes if each.worse[-1] >= since]
    if not late:
        return None
    often = boom_and_bust.check(Lately(tuple(each.day for each in spikes)))
    return Notice("spike", f"{_big(late[-1])} {_again(often[:-1]) if late[-1].day.on in often else ONCE}")


def _big(spike: Spike) -> str:
    """What the day held, beside what was planned, and what came after it."""
    day, worse = spike.day, spike.worse[0]
    planned = f"the {day.planned} minutes of your longest planned day" if day.rest else f"the {day.planned} planned"
    next_day = "the next day" if worse == day.on + DAY else f"{worse:%A}"
    after = "that day turned worse" if worse == day.on else f"{next_day} was a worse one"
    return f"{long_day(day.on)} held {day.held}, more than twice {planned}, and {after}."


def _again(earlier: Sequence[date]) -> str:
    return (
        f"So it was on {dated(earlier)}, too. Much on a good day and little after it is an easy trap, and the plan "
        "grows more slowly after it. The same amount on good days and on bad ones, with rests between, may suit your "
        f"back better: `backplan cope pacing` (rule {boom_and_bust.RULE.id})."
    )


ONCE = (
    "So it need not be the exercises. The same amount on good days and on bad ones may suit your back better: "
    f"`backplan cope pacing` (rule {spike.RULE.id})."
)
