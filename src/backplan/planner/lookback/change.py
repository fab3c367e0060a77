"""Change: how pain, and what the person can do, have changed since the start, by the rules on change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from backplan.model.diary import LogEntry
from backplan.model.outcome import ENOUGH_DAYS, Direction, PainChange, SevenDays
from backplan.model.person import Person
from backplan.model.week import WEEK
from backplan.named_tuple import NamedTuple
from backplan.planner.diary.abilities import Ability
from backplan.planner.diary.alike import DayPain, Risen, Span, alike, most_risen, pain_of_days, within
from backplan.planner.diary.creep import crept
from backplan.rules.change import CHANGES, better, worse
from backplan.rules.change.enough import comparable, enough

DAY = timedelta(days=1)
SAME_TIMES = "at the same times of day"
FIRST_REVIEW = 4  # weeks of programme after which it is no longer too early to have noted something
LAST_REVIEW = 12  # weeks of programme after which no change is a reason to ask; our own inference


class ChangeVerdict(NamedTuple):
    """The verdict on change since the start: which way pain went, by which rule (None: no rule spoke), on which means;
    what was found on pain, what follows, and what the person can do.
    """

    direction: Direction
    of_pain: str
    follows: str
    rule: str | None
    change: PainChange
    began: date | None  # the first of the first seven days
    ability: Ability

    @property
    def of_ability(self) -> str:
        """What was found on what the person can do; nothing where that is not known, or has come down."""
        return self.ability.sentence if self.ability.direction in ("better", "unchanged") else ""

    @property
    def finding(self) -> str:
        """What was found on pain, and on what the person can do."""
        return f"{self.of_pain} {self.of_ability}".strip()

    @property
    def sentence(self) -> str:
        """What was found on change, and what follows from it, as it is read."""
        return f"{self.finding} {self.follows}".strip()

    def as_dict(self) -> dict[str, object]:
        """The verdict on change as JSON."""
        means = {name: {"mean": each.mean if each.days else None, "days": each.days} for name, each in self._weeks()}
        return {
            "direction": self.direction,
            "rule": self.rule,
            "sentence": self.sentence,
            "since": self.began and self.began.isoformat(),
            "function": {"direction": self.ability.direction, "rule": self.ability.rule},
            **means,
        }

    def _weeks(self) -> tuple[tuple[str, SevenDays], ...]:
        return ("first", self.change.first), ("last", self.change.last), ("before", self.change.before_last)


def pain_by_day(person: Person | None, entries: Iterable[LogEntry]) -> dict[date, DayPain]:
    """Pain of each day that had an entry, in order; the one of the interview where there is none."""
    noted = pain_of_days(entries)
    if person is not None and not noted:
        return {person.pain.on: DayPain(later=(person.pain.now,))}
    return noted


def seven_days(pain: Mapping[date, DayPain], until: date) -> SevenDays:
    """Pain over the seven days that end on a date, whenever in a day it was noted."""
    return SevenDays.of(day.mean for day in within(pain, until - WEEK + DAY))


def last_of_seven(pain: Mapping[date, DayPain], today: date) -> date:
    """The last of the seven days that are looked back on today: today itself once anything is noted of it."""
    return today if today in pain else today - DAY


def _compared(pain: Mapping[date, DayPain], began: date | None, today: date) -> PainChange:
    """The first seven days beside the last, and beside those before the last: each day counting once, as everywhere
    else, where waking held against waking and later against later finds the same.
    """
    if began is None:
        return PainChange(SevenDays(0, 0), seven_days(pain, today), seven_days(pain, today - WEEK))
    start = within(pain, began)
    lately, earlier = (_risen(start, within(pain, until - WEEK + DAY)) for until in (today, today - WEEK))
    first, last, before, then = map(_rounded, (lately.before, lately.now, earlier.now, earlier.before))
    creeps = crept(pain, today + DAY) is not None
    paired = PainChange(first, last, before, then, lately.when, creeps)
    at_first, now, week_ago = (seven_days(pain, until) for until in (began + WEEK - DAY, today, today - WEEK))
    return _as_drawn(PainChange(at_first, now, week_ago, crept=creeps), paired)


def _as_drawn(by_day: PainChange, paired: PainChange) -> PainChange:
    """The means by day, which are those of the chart and of the weeks; those of like with like, and said so, where
    these find another thing. Less pain is only found where both find it.
    """
    if paired.when or not comparable(paired):
        return paired
    drawn, alike_found = _found_by(by_day), _found_by(paired)
    if drawn == alike_found or (alike_found, drawn) == (better.RULE.id, ""):
        return by_day
    return paired._replace(when=SAME_TIMES)


def _found_by(change: PainChange) -> str:
    """The rule that speaks of a change, and whether for two weeks; "" where none speaks."""
    found = next((rule.id for rule in CHANGES if rule.check(change) is not None), "")
    return f"{found}, held" if found == worse.RULE.id and worse.above_before(change) else found


def _risen(start: Sequence[DayPain], days: Sequence[DayPain]) -> Risen:
    """The start beside some days: all day long, but where pain counts as more at one time of day alone."""
    all_day, apart = Risen(*alike(start, days)), most_risen(start, days)
    return apart if all_day.points < worse.POINTS <= apart.points else all_day


def _rounded(span: Span) -> SevenDays:
    return SevenDays(round(10 * span.mean), span.days)


def _start(pain: Mapping[date, DayPain]) -> date | None:
    """The first day from which seven days hold enough entries to be compared with."""
    return next((day for day in sorted(pain) if enough(seven_days(pain, day + WEEK - DAY))), None)


def change_verdict(pain: Mapping[date, DayPain], today: date, programme_week: int, ability: Ability) -> ChangeVerdict:
    """How pain has changed from the first seven days to the last, by the rules on change, and what the person can do
    beside it.
    """
    began = _start(pain)
    until = last_of_seven(pain, today)
    change = _compared(pain, began, until)
    too_early = began is None or began + WEEK > until - WEEK + DAY
    early = TOO_FEW if began is None and programme_week >= FIRST_REVIEW else TOO_EARLY
    little = UNLIKE if enough(seven_days(pain, until)) else TOO_LITTLE
    direction, sentence, rule = ("unknown", early, None) if too_early else _by_the_rules(change, little)
    follows = _follows(direction, ability.direction, programme_week)
    return ChangeVerdict(direction, sentence, follows, rule, change, began, ability)


def _by_the_rules(change: PainChange, little: str) -> tuple[Direction, str, str | None]:
    """What the rules find; ``little`` says what is missing where too little is known to compare."""
    if not comparable(change):
        return "unknown", little, None
    for rule in CHANGES:
        if (sentence := rule.check(change)) is not None:
            return rule.direction, sentence, rule.id
    return "unchanged", _unchanged(change), None


def _follows(pain: Direction, ability: Direction, programme_week: int) -> str:
    """What follows when pain has not changed: patience, and after twelve weeks somebody to look at it, unless the
    person can do more.
    """
    if pain != "unchanged":
        return ""
    if programme_week <= LAST_REVIEW:
        return WEEKS_NOT_DAYS
    return {"better": "", "unchanged": ASK, "worse": ASK}.get(ability, ASK_IF)


TOO_EARLY = (
    f"Too early to say how pain has changed: that compares your first 7 days with the last 7, with pain noted on "
    f"{ENOUGH_DAYS} days or more of each. `backplan log --morning N` notes it in a moment."
)


TOO_FEW = (
    f"Too little is noted to say how pain has changed: that takes {ENOUGH_DAYS} days of one week, and {ENOUGH_DAYS} "
    "of a later one. `backplan log --morning N` notes one in a moment."
)


TOO_LITTLE = (
    f"Too little is noted lately to say how pain has changed: {ENOUGH_DAYS} days of the last 7 are enough. "
    "`backplan log --morning N` notes one in a moment."
)


UNLIKE = (
    "Pain was noted at other times of day lately than in your first week, so the two say nothing of a change: waking "
    "is held against waking, and the rest of the day against the rest."
)


WEEKS_NOT_DAYS = "Pain takes weeks, not days, to change."


SEE_SOMEBODY = "a physiotherapist can look at the plan with you: please see one."


ASK = f"After twelve weeks, with no change that counts in either, {SEE_SOMEBODY}"


ASK_IF = f"After twelve weeks, if what you can do has not changed either, {SEE_SOMEBODY}"


def _unchanged(change: PainChange) -> str:
    means = f"{change.first.mean} of 10 at the start, {change.last.mean} over the last 7 days"
    when = f" {change.when}" if change.when else ""
    return f"No change that counts yet{when}: {means}. Smaller ups and downs are part of any week."
