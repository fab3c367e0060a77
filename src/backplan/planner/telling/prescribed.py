"""Prescribed: what a therapist asked for and a week does not hold, and both words where our rules and theirs differ."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date

from backplan.model.case import Case
from backplan.model.diary import LogEntry, sessions_by_day
from backplan.model.exercise import Exercise
from backplan.model.prescription import Prescribed
from backplan.model.told import Notice, NoticeKind
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import WEEK, Day, GivenDose
from backplan.model.wording import WEEKDAY_NAMES, capital, counted, spaced
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.dose import asked_at
from backplan.planner.choice.prescribed import our_answer, why_barred, with_rules
from backplan.planner.choice.programme import days_a_week
from backplan.planner.choice.select import Selection, reasons_against
from backplan.planner.day.therapy import Portion, is_bout, is_for_home, minutes_later, pool_exercise, prescribed_allowed
from backplan.planner.growth.offer import MOST_VISITS
from backplan.planner.layout.asks import prorated
from backplan.planner.layout.laid import Laid
from backplan.planner.layout.question import Question
from backplan.rules.dose import DOSES, care
from backplan.rules.exclusion import post_surgery
from backplan.rules.tags import SURGERY_BARS_WEEKS

NEARLY = 5  # minutes; a day this near its limit has no room

GENTLE, NO_MORE = "a gentle week holds no more", "no day holds more than it did"
GONE = "it is not in your library now; it was hidden, or the file it came from is gone."

# Of each prescribed exercise with a number of days: the days asked for this week, and those it has.
Counts = Mapping[str, tuple[int, int]]


class WeekOffer(NamedTuple):
    """What a week had room for: minutes of the longest day, the longest that was offered, the days ahead that were
    offered, whether they are all that were, and whether no day may hold more than it did.
    """

    longest: int
    offered: int
    days: tuple[date, ...]
    all_left: bool
    no_more: bool


def week_offer(laid: Laid) -> WeekOffer:
    """What the week had room for, for what a therapist prescribed."""
    person, days = laid.standing.days.person, laid.standing.days
    offered = tuple(days.offered(person))
    most = max(person.minutes.values(), default=0)
    return WeekOffer(laid.question.longest, most, offered, len(offered) == len(person.minutes), laid.standing.no_more)


def by_limit(limit: Prescribed) -> str:
    """That the minutes a therapist allows hold no more."""
    return f"the {limit.minutes} minutes a day that your {limit.by} allows hold no more"


def prescribed_days(laid: Laid) -> Counts:
    """Of each prescribed exercise, by id: the days asked for this week and the days it has, done ones included; nothing
    of a walk with neither days nor minutes, which is just the kind of all walks.
    """
    asked, days = laid.question, laid.standing.days
    wanted = {key: many + asked.days_done[key] for key, many in asked.asked_days.items()}
    wanted |= {key: prorated(many, asked.share) for key, many in _not_laid_out(laid)}
    if not wanted:
        return {}
    ahead = [day for day in laid.live if day.on >= days.first]
    given = (item.exercise for day in ahead if day.coping for item in day.coping.items)
    every_day = (item.exercise for day in laid.live if day.daily for item in day.daily.items)  # nobody notes it
    held = (
        asked.days_done + Counter(key for day in ahead for key in day.exercises) + Counter(given) + Counter(every_day)
    )
    enough = {key: _enough(asked.case, key, many, held[key]) for key, many in wanted.items()}
    return {key: (many, min(held[key], many)) for key, many in enough.items()}


def _enough(case: Case, exercise: str, asked: int, held: int) -> int:
    """The days asked for of an exercise: of a range as many as the week holds, and no fewer than the least."""
    item = case.prescription.item_for(exercise)
    if item is None or not item.per_week_most or not item.per_week:
        return asked
    least = -(-asked * item.per_week // item.per_week_most)
    return max(least, min(asked, held))


def _not_laid_out(laid: Laid) -> Iterator[tuple[str, int]]:
    """The prescribed exercises that the layout does not count by days, with the days a week that were asked for; what a
    rule bars is not given, and asked of no day.
    """
    asked, selection = laid.question, laid.question.selection
    kinds = {exercise.id for _, exercise in prescribed_allowed(selection) if is_bout(exercise, selection)}
    for item, exercise in prescribed_allowed(selection) if asked.targets["prescribed"] else ():
        if exercise.id not in {*asked.therapy.days, *kinds}:
            yield exercise.id, days_a_week(item, exercise)


def prescribed_notices(laid: Laid) -> tuple[Notice, ...]:
    """What of the prescribed our own rules answer differently, and what the week holds less of, with why: one sentence
    for all that share it.
    """
    lifted, barred, operated, held, fewer = (_Shared() for _ in range(5))
    by_id = laid.standing.by_id
    counts, offer, case = prescribed_days(laid), week_offer(laid), laid.question.case
    for item in case.prescription.added:
        exercise = by_id.get(item.exercise or "")
        if exercise is None:
            barred.add(GONE, item.exercise or "", spaced(item.exercise or ""))
            continue
        ours = our_answer(exercise, case)
        if ours.lifted and not ours.barred:
            lifted.add("", exercise.id, f"{exercise.name} ({with_rules(ours.lifted)})")
        for sentence in why_barred(ours.barred[:1], case.prescription, exercise):
            barred.add(sentence, exercise.id, exercise.name)
        if not ours.barred and _waited_for(item, exercise, case):
            operated.add("", exercise.id, exercise.name, item.by)
        for each in ours.held:
            held.add(f"{capital(each.why)}.", exercise.id, f"{exercise.name} ({each.given})", item.by)
        if not ours.barred and case.kind.trains:
            for sentence in _Fewer(item, exercise, laid.question, laid.days, offer).sentences(counts):
                fewer.add(sentence, exercise.id, exercise.name, item.by)
    return (
        *lifted.notices("lifted", "Prescribed, though our own rules would leave it out: {names}."),
        *barred.notices("barred", "Prescribed, and not given: {names}: {why}"),
        *operated.notices("operated", OPERATED),
        *held.notices("fewer", "Prescribed by your {by}, and held back for now: {names}. {why}"),
        *fewer.notices("fewer", "Prescribed by your {by}: {names}. {why}"),
    )


def _waited_for(item: Prescribed, exercise: Exercise, case: Case) -> bool:
    """Whether it was prescribed while an operation barred it, which it has ceased to do of late."""
    operated, weeks = case.person.surgery, case.surgery_weeks
    if operated is None or weeks is None:
        return False
    bars = SURGERY_BARS_WEEKS[operated.kind]
    if not (bars <= weeks < bars + NEWLY and item.on < operated.on + bars * WEEK):
        return False
    barring = case._replace(tags=case.tags | {"post-surgery"})
    return any(rule == post_surgery.RULE.id for rule, _ in reasons_against(exercise, barring))


NEWLY = 2  # weeks in which it is told; our own
OPERATED = (
    "Prescribed by your {by}, and kept out at first by your operation: {names}. Before you begin, ask your {by} "
    "whether it still holds; then begin gently."
)


class _Shared:
    """What is told of several exercises at once: their ids and names, by why and by whom."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], list[tuple[str, str]]] = {}

    def add(self, why: str, exercise: str, name: str, by: str = "") -> None:
        """Add an exercise, of which the same is told as of others with the same why."""
        self._found.setdefault((by, why), []).append((exercise, name))

    def notices(self, kind: NoticeKind, pattern: str) -> Iterator[Notice]:
        """One notice for each reason and therapist, about all the exercises that share them."""
        for (by, why), found in self._found.items():
            names = "; ".join(name for _, name in found)
            sentence = pattern.format(by=by, names=names, why=why)
            yield Notice(kind, sentence, tuple(exercise for exercise, _ in found), why)


class _Fewer:
    """One prescribed exercise that no rule speaks against, beside the week as laid out."""

    def __init__(
        self, item: Prescribed, exercise: Exercise, question: Question, days: Sequence[Day], offer: WeekOffer
    ) -> None:
        self.item, self.exercise, self.question, self.offer = item, exercise, question, offer
        self.selection: Selection = question.selection
        self.case: Case = question.case
        blocks = [(day.on, block) for day in days for block in day.everything()]
        mine = [(on, i.dose) for on, block in blocks for i in block.items if i.exercise == exercise.id]
        ahead = [dose for on, dose in mine if on in offer.days]
        self.given = ahead or [dose for _, dose in mine]  # what is done was given by what held then
        self.days = [day for day in days if day.on in offer.days]
        gone = [day for day in days if day.on < question.standing.days.first and exercise.id in day.exercises]
        sessions = sessions_by_day(question.standing.request.entries) if gone else {}
        self.passed = sum(self._passed(sessions.get(day.on)) for day in gone)
        self.everywhere = {on for on, _ in mine}.issuperset(offer.days)

    def _passed(self, session: LogEntry | None) -> bool:
        """Whether the exercise is not noted as done, of a day gone by whose session it stood in."""
        return session is None or session.done == "no" or self.exercise.id in session.left_out

    def sentences(self, counts: Counts) -> list[str]:
        """One sentence for each thing that is missing, with why; none when nothing is."""
        if not self.given:
            return [self._no_place()]
        missing = [*self._days(*counts.get(self.exercise.id, (0, 0))), *self._comfort(), *self._dose()]
        return [f"{capital(short)}." for short in missing]

    def _no_place(self) -> str:
        selection, exercise = self.selection, self.exercise
        if exercise.id in selection.swapped:
            return "Not in this week: you swapped it away. Let your therapist know."
        wet = pool_exercise(selection)
        why = self._not_offered() or self._why_no_more()
        if exercise.block == "water" or exercise is wet:
            why = "a visit to the pool did not fit" if wet in (None, exercise) else f"the pool is for {wet.name}"
        elif exercise.block == "relax":
            why = "another way to cope stands there"
        elif not (is_for_home(exercise, selection) or is_bout(exercise, selection)):
            place = next((p for p in exercise.place if selection.can_be_done_at(exercise, p)), exercise.place[0])
            why = f"strength and core work is planned at home, and this is done at the {place}"
        limit = self.case.prescription.limit
        do = "Do it as you were shown" if limit is None else f"Ask your {limit.by} before you do it"
        return f"Not in this week: {why}. {do}."

    def _why_no_more(self) -> str:
        if self.case.kind.gentle:
            return GENTLE
        if self.offer.no_more:
            return NO_MORE
        if is_bout(self.exercise, self.selection) and all(map(self._taken, self.days)):
            return "each day holds one walk, ride or visit to the pool"
        if self.exercise.block == "water" and sum(day.at_pool for day in self.days) >= MOST_VISITS:
            return "two visits to the pool a week are the most"
        return self._no_day_left() or self._beside() or self._hold_no_more()

    def _hold_no_more(self) -> str:
        """That the minutes of the days hold no more: those that were offered, or those that a therapist allows."""
        limit = self.case.prescription.limit
        longest = max((day.minutes for day in self.days), default=0) + minutes_later(
            self.selection, self.question.therapy.bouts
        )
        if limit and limit.minutes and limit.minutes < self.offer.offered and limit.minutes <= longest + NEARLY:
            return by_limit(limit)
        return "the minutes of your days hold no more"

    def _lacking(self) -> list[Day]:
        """The days to come that lack the exercise and may hold it."""
        kept_off = self.question.kept_off
        may = (day for day in self.days if self.exercise.id not in kept_off.get(day.on, ()))
        return [day for day in may if self.exercise.id not in day.exercises]

    def _no_day_left(self) -> str:
        """That none of the days on which it may stand is to come; nothing where one is."""
        if self.given or self._lacking():
            return ""
        named = " or ".join(WEEKDAY_NAMES[day] for day in self.item.days)
        return f"this week has no {named} left to plan" if named else "this week has no day left for it"

    def _beside(self) -> str:
        """Why it has no room on days that hold work of ours: were that not there, they would still not hold it, beside
        what else is prescribed or at all, or it takes turns with that; nothing where no such day is.
        """
        ours = [day for day in self._lacking() if self._ours(day)]
        if not ours:
            return ""
        if any(map(self._would_hold, ours)):
            return "it takes turns with what else is prescribed"
        if any(not self.case.prescribed.isdisjoint(day.exercises) for day in ours):
            return f"beside what else is prescribed, {self._hold_no_more()}"
        return f"it takes {-(-self._seconds(()) // 60)} minutes by itself, and {self._hold_no_more()}"

    def _ours(self, day: Day) -> bool:
        """Whether a day holds work of ours beside what frames it."""
        blocks = [block for block in day.blocks() if block.kind not in ("warm-up", "stretch", "cool-down")]
        return any(item.exercise not in self.case.prescribed for block in blocks for item in block.items)

    def _would_hold(self, day: Day) -> bool:
        """Whether a day would hold the exercise beside what else is prescribed, with nothing of ours but a warm-up."""
        room = self.case.person.minutes.get(WEEKDAYS[day.on.weekday()], 0)
        limit = self.case.prescription.limit
        room = min(room, limit.minutes) if limit and limit.minutes else room
        return self._seconds(day.exercises) <= room * 60

    def _seconds(self, others: Container[str]) -> int:
        """Seconds that the exercise takes by itself or beside other prescribed ones, with what frames them."""
        therapy, mine = self.question.therapy, self.exercise.id
        portion = Portion(tuple(e for e in therapy.regular if e.exercise.id == mine or e.exercise.id in others))
        walks = sum(therapy.bout_of(key).once for key in therapy.on_land if key == mine or key in others)
        return portion.seconds(self.selection.percent_of_time) + walks * 60

    def _not_offered(self) -> str:
        """The days that a therapist named and the person did not offer; nothing where there are none."""
        missing = [WEEKDAY_NAMES[day] for day in self.item.days if not self.case.person.minutes.get(day)]
        return f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} not among your days" if missing else ""

    def _taken(self, day: Day) -> bool:
        """Whether a day holds another prescribed walk or ride, or a visit to the pool."""
        bouts = (item.exercise for block in day.blocks() if block.kind == "aerobic" for item in block.items)
        return day.at_pool or not self.case.prescribed.isdisjoint(bouts)

    def _days(self, asked: int, held: int) -> Iterator[str]:
        """Where it stands on fewer days than it should."""
        if held >= asked:
            return
        planned = held + self.passed
        if self.passed and planned >= asked:
            missed = f"{asked - held} of them {'is' if asked - held == 1 else 'are'} past and not noted as done"
            yield f"asked for on {counted(asked, 'day')} this week, and {missed}; `backplan log --on DAY` notes a day"
            return
        short = f"asked for on {counted(asked, 'day')} this week, planned on {planned}"
        if self.item.least_days is None:
            short = f"no days were said; we plan {asked} where they fit, and this week holds {planned}"
        offered = counted(len(self.offer.days), "day")
        if not self.everywhere:
            beyond = self.offer.all_left and (self.item.least_days or 0) > len(self.offer.days)
            also = f", and you offered {offered}" if beyond and not self.item.alternate else ""
            yield f"{short}: {self._not_offered() or self._why_no_more()}{also}"
        elif self.offer.all_left:
            also = ". Do it on the other days, too, as you were shown"
            yield f"{short}: you offered {offered}{also if self.case.prescription.limit is None else ''}"
        else:
            yield f"{short}: {offered} of those you offered {'is' if len(self.offer.days) == 1 else 'are'} left"

    def _comfort(self) -> Iterator[str]:
        """Where a walk or ride is longer than the person finds comfortable: both words."""
        comfortable = self.case.person.comfortable_in(self.exercise.modality)
        longest = max((dose.minutes or 0 for dose in self.given), default=0)
        if is_bout(self.exercise, self.selection) and longest > max(comfortable, self.case.aerobic_step):
            given = "prescribed" if longest == self.item.minutes else "given"
            yield (
                f"you told us that {comfortable} minutes are comfortable, and {longest} are {given}: turn back "
                "sooner if you need to, and let your therapist know"
            )

    def _dose(self) -> Iterator[str]:
        """Where the dose is less than was asked: by a rule, after a session that was too much, or for want of room."""
        if not self.item.has_dose:
            return
        asked = asked_at(self.exercise, self.item, max(0, self.case.rungs.get(self.exercise.id, 0)))
        now, rules, why = asked, [], []
        for rule in DOSES if asked.minutes is None else ():
            lowered = rule.adjust(now, self.exercise, self.case)
            if lowered._replace(particulars=now.particulars) != now:
                rules.append(rule.id)
                why.append(rule.why(self.exercise, self.case))
            now = lowered
        most = max(self.given, key=_amount)
        if rules:
            lifts = f". {care.how_lifted(self.item, self.exercise.id)}" if rules == [care.RULE.id] else ""
            held = f"{'; '.join(filter(None, why))} (rule {' and '.join(rules)}){lifts}"
            yield f"asked for {asked.words()}, given at {most.words()} for now: {held}"
        elif self.case.rungs.get(self.exercise.id, 0) < 0:
            yield f"asked for {asked.words()}, given at {most.words()} until good sessions bring it back"
        elif _amount(most) < _amount(asked):
            yield f"asked for {asked.words()}, the week holds {most.words()}: {self._why_less(asked)}"

    def _why_less(self, asked: GivenDose) -> str:
        if asked.minutes is not None and (self.case.kind.gentle or self.case.three_quarters):
            return "pain makes the walks and rides shorter for now"
        if self.case.kind.gentle:
            return GENTLE
        return NO_MORE if self.offer.no_more else self._hold_no_more()


def _amount(dose: GivenDose) -> tuple[int, int]:
    return dose.minutes or 0, dose.sets
