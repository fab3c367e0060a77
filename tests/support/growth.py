"""What may grow from one week to the next, in one table, against which the simulated lives hold every week; and a plan
that is lived week by week, purely.
"""

from datetime import date, timedelta

from backplan.model.diary import LogEntry
from backplan.model.person import Person
from backplan.model.week import Week
from backplan.planner.growth.standing import Standing, standing_of
from backplan.planner.request import Request
from tests.support.people import ON, person
from tests.support.planned import exercises, planned

MOST_EXERCISES = {"core": 3, "strength": 2}  # that take a step of their ladder
MOST_SLOW_EXERCISES = 1  # of a part, where nothing is known of how sessions went (rule growth-slow)
MOST_STEPS_AN_EXERCISE, MOST_AFTER_EASY_ONES, MOST_AT_THREE_QUARTERS = 1, 2, 3
MOST_NEW_NAMES = 1  # of a part: harder partners come one after the other
MOST_AEROBIC_MINUTES, MOST_SLOW_MINUTES = 5, 4  # a session (rule aerobic-ramp): a tenth of 45 at the slow pace
FIRST_VISIT = 20  # aerobic minutes of a visit to a pool; from there it grows by as many as a session
MOST_LEVELS_A_BLOCK = 1
MOST_RUNGS_OF_WALKS = 2  # a kind (rules intensity-*): brisk parts may be passed over where bouts are too short for them

DAY, WEEK = timedelta(days=1), timedelta(days=7)
DONE_ONLY = LogEntry(ON, "session", "all")
WELL = LogEntry(ON, "session", "all", 3, 2, 5, "none")


class Plan:
    """A person who is shown a week each Monday, and the diary they keep."""

    def __init__(self, who: Person | None = None) -> None:
        self.who = who or person()
        self.weeks: list[Week] = []
        self.entries: list[LogEntry] = []

    @property
    def starts(self) -> date:
        """The Monday of the week that comes next."""
        return ON + len(self.weeks) * WEEK

    def request(self, starts: date | None = None) -> Request:
        """What the next week, or a later one, is made from."""
        on = starts or self.starts
        diary = tuple(sorted(self.entries, key=lambda entry: entry.on))
        return Request(self.who, exercises(), on, on, diary, tuple(self.weeks), began=ON)

    def standing(self, starts: date | None = None) -> Standing:
        """What the next week, or a later one, begins with."""
        return standing_of(self.request(starts))

    def live(self, weeks: int = 1, said: LogEntry = DONE_ONLY, morning: int | None = None) -> Week:
        """So many weeks with each session done as said, and the pain of each morning after, if any; gives the last."""
        for _ in range(weeks):
            week = planned(self.request())
            self.weeks.append(week)
            for on in (day.on for day in week.days if day.sessions):
                self.entries.append(said._replace(on=on))
                if morning is not None:
                    self.entries.append(LogEntry(on + DAY, "morning", pain=morning))
        return self.weeks[-1]
