"""Recording: entries go into the diary, a session as the one it was meant for, and what is known beside is answered."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from backplan.actions import on_record
from backplan.actions.alarm import NO_ALARM, Alarm, alarm, spoken_to
from backplan.actions.exercises import held_named, named_in
from backplan.actions.hurt import hurt, hurt_beside, names_none, with_hurt
from backplan.actions.open_questions import open_questions
from backplan.actions.person import on_record as on_record_person
from backplan.actions.person import screened, stop_of, stopping_all_the_same
from backplan.errors import SafetyStop, StoreError, UsageError
from backplan.model.ability_words import tells_of_ability, tells_of_inability
from backplan.model.activities import BRISK, effort_of, is_house_or_garden_work, is_still, moves_on, plain_name
from backplan.model.diary import EVERYTHING, FROM_INTERVIEW, LogEntry, NamesSpokenOf
from backplan.model.felt_words import tell_how_it_feels, tell_of_better, tell_of_dislike
from backplan.model.therapist_words import tells_of_orders
from backplan.model.week import WEEK, minutes_of, monday
from backplan.model.week_kind import WEEK_KINDS
from backplan.named_tuple import NamedTuple
from backplan.patterns import on_first_use
from backplan.store.door import DamagedRecordError
from backplan.store.held import held

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from backplan.actions.hurt import Hurt
    from backplan.actions.on_record import OnRecord
    from backplan.actions.open_questions import OpenQuestion
    from backplan.actions.workspace import Workspace
    from backplan.model.case import PainToday
    from backplan.model.exercise import Exercise
    from backplan.model.prescription import Prescribed
    from backplan.model.vocabulary import BlockKind, Done, Mode
    from backplan.model.week import Day, Week
    from backplan.planner.diary.unlisted_words import Unlisted
    from backplan.store.store import Store


NOTED_MEANWHILE = (
    "the same was noted in another window just now, so it was not noted again. `--again` notes a second one, "
    "`backplan diary edit` mends the first."
)
ABOVE = 2  # of pain over the usual: a point is the ordinary swing of a day
FIRST_DAYS = 14  # from the Monday of the first week, in which every answer says what cannot wait
_TROUBLE = on_first_use(
    r"\b(?:hurt\w*|pain\w*|worse|awful|terrible|spasm\w*|lock\w*|legs?|foot|feet|toes?|calf|thighs?|buttocks?|"
    r"numb(?!ers\b)\w*|tingl\w*|weak\w*|chest|breath\w*|dizz\w*|faint\w*|bladder|bowel|fell|fall)\b",
    re.IGNORECASE,
)
SOON = 14  # days after a flare began in which a long activity is told of as such; our own inference
LONG = 60  # minutes of an activity that are many then
LATELY = 7  # days in which a session that was too much makes what is ahead lighter


# What would tell more than a note of pain: what a therapist asked for, another exercise, how well something goes, a
# number, or that it is a flare.
Hint = Literal["therapist", "another", "how_well", "number", "number_or_flare"]


class SessionHeard(NamedTuple):
    """What else is known of a session that was told: whether it hurt more than it should, and whether that makes what
    is ahead lighter; what a therapist prescribed until something is so, which nobody but the person can tell; whether
    it was noted beside another of its day, or stands in place of the word that it was let go; how far it was noted as
    done before, where that is another now; whether what was left out by name stands beside the word that all was done;
    whether it is the first of its week without a number, in which none else is known, either; whether it is what a day
    of rest holds every day, and the day whose session could have been meant instead; whether it is supposed to be done,
    as words tell only how it went, or what was left out; the day whose planned session has no word yet, where pain or a
    note alone was told of it; a number in its words of which nobody can tell what it is of.
    """

    too_much: bool = False
    lighter: bool = False
    until: tuple[Prescribed, ...] = ()
    second: bool = False
    instead: bool = False
    done_before: Done | None = None
    stands: bool = False
    numberless: bool = False
    every_day: bool = False
    passed_over: date | None = None
    supposed: bool = False
    unnoted: date | None = None
    unclear: str | None = None


class HurtHeard(NamedTuple):
    """Which exercises hurt, as they are ``named``; the exercise that a question names as its example, where something
    hurt and nobody can tell which; whether an activity hurt of which the plan holds nothing that could be eased; the
    exercises ahead this week that are done as somebody just said they cannot be, None where nobody said so.
    """

    named: tuple[Hurt, ...] = ()
    which: str = ""
    aside: bool = False
    unable: tuple[Exercise, ...] | None = None


class Heard(NamedTuple):
    """What else is known when an answer is given: the day, what stops the person, the week they are in for (None under
    a stop), whether this morning is noted; what is known of a session, and of what hurt; whether pain goes further down
    the leg than ever before, with no word yet on the signs to watch for; what is to be said of flares, where this one
    is new and one too many; what cannot wait in their own words, whether they are about to be asked, and whether it is
    to be said; the names of exercises by id; the hint that follows a note without a number, by its words; whether the
    next look at the week shows another kind of week than the last one did, or the days ahead come back up; whether a
    week that was laid out only now, and that nobody has looked at, holds lower doses than the one before; which
    activities that earn nothing are in own words, so that nobody but the person knows how hard they were; whether
    one was long, or hurt well above the usual, soon after a flare; whether nobody can tell what the words that were
    told are of; the questions that earlier words raised, and that hold today back until they are answered; whether to
    note how the back is on waking is known well, or was asked for in vain.
    """

    today: date
    stop: SafetyStop | None = None
    mode: Mode | None = None
    morning: bool = False
    session: SessionHeard = SessionHeard()
    hurt: HurtHeard = HurtHeard()
    further: bool = False
    flares: str = ""
    alarm: Alarm = NO_ALARM
    asking: bool = False
    urgent: bool = True
    names: NamesSpokenOf = NamesSpokenOf()
    hints: Mapping[str, Hint] = MappingProxyType({})
    turned: bool = False
    back: bool = False
    lessened: bool = False
    own: frozenset[str] = frozenset()
    soon: bool = False
    unknown: bool = False
    waiting: tuple[OpenQuestion, ...] = ()
    knows_mornings: bool = False

    @property
    def alarmed(self) -> bool:
        """Whether own words may tell of a sign: then nothing else is advised."""
        return self.alarm.raised or self.asking or bool(self.waiting)

    def to_be_asked(self) -> Heard:
        """What is heard where the person is asked about the signs in a moment, so that no word names them before."""
        unlisted: Unlisted = "now" if self.alarm.unlisted == "now" else "none"
        alarm = self.alarm._replace(signs=(), unlisted=unlisted)
        waiting = tuple(each for each in self.waiting if each.of != "sign")
        return self._replace(further=False, alarm=alarm, asking=bool(self.alarm.signs), waiting=waiting)


class EntriesRecorded(NamedTuple):
    """Entries as they were written, and what else is known now."""

    entries: Sequence[LogEntry]
    heard: Heard


def noted_already(workspace: Workspace, entry: LogEntry) -> LogEntry | None:
    """The session of the same day that says already all that an entry says, or otherwise; None without one."""
    if not workspace.begun:
        return None
    with workspace.opened() as store:
        return _noted(entry, store)


def _noted(entry: LogEntry, store: Store) -> LogEntry | None:
    if entry.kind != "session":
        return None
    done = _sessions_of(entry.on, store)
    if entry.done == "no":  # what was done is not undone by a word on what was not
        return done[-1] if done else None
    return next((each for each in reversed(done) if each.says_nothing_new(entry)), None)


def noted_on(workspace: Workspace, day: date) -> LogEntry | None:
    """The last session noted of a day; None without one."""
    if not workspace.begun:
        return None
    with workspace.opened() as store:
        return next(reversed(_sessions_of(day, store)), None)


def _sessions_of(day: date, store: Store) -> list[LogEntry]:
    return [each for each in store.diary.entries(day, day) if each.kind == "session" and each.done != "no"]


def record(
    workspace: Workspace,
    entries: Sequence[LogEntry],
    *,
    again: bool = False,
    once: bool = False,
    instead_of: Collection[int] = (),
) -> EntriesRecorded:
    """Write entries into the diary, and the signs they tell of beside the person's answers; this is never refused.
    Where a session is a second one of its day (``again``), it is noted by itself; entries that hold the same words are
    taken back (``instead_of``). A stop that holds is in the answer.
    Raises UsageError where another window noted the same meanwhile, and it is to stand ``once``; StoreError, which says
    that they are recorded, where what follows from them cannot be told because a record is damaged.
    """
    to_record = [with_hurt(workspace, classed(workspace, entry)) for entry in entries]
    with stopping_all_the_same(workspace, lambda: stop_told(workspace, entries)), workspace.opened() as store:
        try:
            with store.transaction():
                if once and any(_noted(entry, store) for entry in to_record):
                    raise UsageError(NOTED_MEANWHILE)
                for number in instead_of:
                    store.diary.undo(number)
                lessened = _open_weeks(workspace, store, to_record)
                recorded = _recorded(workspace, store, to_record, again=again)
        except DamagedRecordError:
            _record_alone(store, to_record, workspace.today)
            raise
    return recorded._replace(heard=_heard_as_recorded(workspace, recorded, to_record, lessened=lessened))


def _heard_as_recorded(
    workspace: Workspace, recorded: EntriesRecorded, to_record: Sequence[LogEntry], *, lessened: bool
) -> Heard:
    """What was heard in entries beside what was found in recording them; ``lessened``: whether days ahead hold less."""
    silent = recorded.heard.stop or recorded.heard.alarmed
    hurting = () if silent else hurt(workspace, to_record)
    names = named_in(recorded.entries, workspace)
    uncounted = (each.exercise or "" for each in recorded.entries if each.aerobic is False)
    own = frozenset(each for each in uncounted if _is_own(workspace, each))
    which = "" if silent or hurting or not names_none(to_record) else _one_of(workspace, to_record[0].on)
    aside = not silent and not hurting and any(map(hurt_beside, to_record))
    unable = None if silent else _done_as_told_not(workspace, recorded.entries)
    return recorded.heard._replace(
        hurt=HurtHeard(hurting, which, aside, unable),
        names=names,
        hints=_hints(recorded.entries),
        own=own,
        lessened=lessened and not silent,
    )


def _hints(entries: Sequence[LogEntry]) -> dict[str, Hint]:
    """The hint that follows each note of pain without a number, where one does."""
    notes = (entry.note for entry in entries if entry.kind == "pain" and entry.pain is None and entry.note)
    return {note: hint for note in notes if (hint := _hint(note))}


def _hint(note: str) -> Hint | None:
    """What would tell more than the words of a note; None where nothing would."""
    if tells_of_orders(note):
        return "therapist"
    if tell_of_dislike(note):
        return "another"
    felt = tell_how_it_feels(note)
    if tells_of_ability(note) and not (felt and tells_of_inability(note)):
        return "how_well"
    return ("number" if tell_of_better(note) else "number_or_flare") if felt else None


def _done_as_told_not(workspace: Workspace, entries: Sequence[LogEntry]) -> tuple[Exercise, ...] | None:
    """The exercises ahead this week that are done in a position which words say somebody cannot take; None where they
    say it of none.
    """
    from backplan.model.ability_words import positions_barred

    barred = frozenset[str]().union(*(positions_barred(entry.note or "") for entry in entries if entry.kind == "pain"))
    if not barred:
        return None
    with workspace.opened() as store:
        week = store.weeks.of(monday(workspace.today))
    held = {key for day in week.days for key in day.exercises if day.on >= workspace.today} if week else set()
    return tuple(each for each in workspace.exercises if each.id in held and each.position in barred)


def _one_of(workspace: Workspace, on: date) -> str:
    """The name of the last exercise of a date's session that reads as no sign; none where no session is known."""
    from backplan.planner.diary.sign_words import signs_in

    found = planned(workspace, on)
    items = [item for block in found.day.blocks() for item in block.items] if found and found.day else []
    names = (item.name.lower() for item in reversed(items))
    return next((name for name in names if not signs_in(f"{name} hurt sharply")), "")


def stop_told(workspace: Workspace, entries: Sequence[LogEntry]) -> SafetyStop | None:
    """What stops because of the signs and the words on the leg that entries tell of, as far as the person is known."""
    from backplan.planner.diary.signs import reported, somebody

    try:
        unread = held(workspace.home, from_looking=True)  # whom to call is said at once
        person = None if unread else on_record_person(workspace)
    except StoreError:
        person, unread = None, True
    if unread and any(entry.signs for entry in entries):
        person = somebody(workspace.today)
    found = reported(person, entries, workspace.today)
    if found is None:
        return None
    before = found.legs or ((found.pain.on, found.pain.leg),)
    words = [(entry.on, entry.leg) for entry in entries if entry.leg is not None]
    return stop_of(found._replace(legs=(*before, *words)), workspace.today)


def classed(workspace: Workspace, entry: LogEntry) -> LogEntry:
    """An activity with whether it lands hard, by the impact of the exercise it is, or by its own words; and whether it
    is aerobic work, which it is only where that is known, or where own words are told with some effort.
    """
    if entry.kind != "activity" or not entry.exercise:
        return entry
    own, meant = entry.exercise.replace("-", " "), _in_library(workspace, entry.exercise)
    if all(each.impact == "high" for each in meant) if meant else _tells_of_impact(own, workspace):
        return entry._replace(lands_hard=True)
    if meant and not effort_of(entry.exercise):
        aerobic = any(each.slot == "aerobic" for each in meant)
    else:
        aerobic = not is_still(entry.exercise) and (moves_on(entry.exercise) or (entry.effort or 0) >= BRISK)
    return entry if aerobic else entry._replace(aerobic=False)


def _in_library(workspace: Workspace, activity: str) -> list[Exercise]:
    """The exercises that the diary's name of an activity stands for; none for own words."""
    from backplan.model.name_words import before_circumstances

    own = activity.replace("-", " ")
    meant = (activity, *map(workspace.names.wish, (plain_name(activity), before_circumstances(own))))
    return [each for each in workspace.exercises if each.id in meant or each.modality in meant]


def _is_own(workspace: Workspace, activity: str | None) -> bool:
    """Whether an activity is in own words that stand for nothing that is known."""
    return bool(activity) and not is_still(str(activity)) and not _in_library(workspace, str(activity))


def _tells_of_impact(words: str, workspace: Workspace) -> bool:
    """Whether own words tell of running, jogging or jumping, read twice as a file is, or one of the things that they
    join does by itself, or they begin with one that we hold back for that: football with the children.
    """
    from backplan.library.impact_opinion import Passage, read_twice
    from backplan.library.impact_wording import wording
    from backplan.library.impact_words import load_words
    from backplan.model.name_words import before_circumstances

    head, judge = before_circumstances(words), wording(load_words())
    found, named = read_twice(judge, Passage((words,), ()), ""), workspace.names.named(head)
    held_back = bool(named) and all(each.impact == "high" for each in named)
    if found.gives_away or held_back or judge.is_hard_by_name(head):
        return True
    things = _JOINED.split(words)
    if found.in_doubt and not all(map(is_house_or_garden_work, things)):
        return True
    return len(things) > 1 and any(read_twice(judge, Passage((each,), ()), "").gives_away for each in things)


_JOINED = re.compile(r" (?:and|then)(?: then)? |, ?")


def _open_weeks(workspace: Workspace, store: Store, entries: Sequence[LogEntry]) -> bool:
    """Keep each week in which something was done before it was first looked at, as it would have been shown then: what
    is done before the first look counts, too. Whether one of them holds lower doses than the week before it.
    """
    from backplan.actions.week import current_week

    done = {entry.on for entry in entries if entry.kind in ("session", "activity") and entry.done != "no"}
    lessened = False
    for day in sorted(done):
        if _unopened(workspace, store, day):
            before = store.weeks.latest(monday(day), 1)
            with suppress(SafetyStop):
                week = current_week(workspace.on(day), store).week
                lessened |= any(_is_lower(week, each) for each in before)
    return lessened


def _is_lower(week: Week, before: Week) -> bool:
    """Whether an exercise of two weeks has a lower dose in the first, or the longest walk is shorter there."""
    both = {*week.programme.values()}.intersection(before.programme.values())
    down = any(week.rungs.get(key, 0) < before.rungs.get(key, 0) for key in both)
    return down or week.whole_step < before.whole_step


def _unopened(workspace: Workspace, store: Store, day: date) -> bool:
    """Whether the week of a day is opened by what was done on it: one of the last seven days, not from before the
    answers on record, with no week shown since.
    """
    if workspace.today - day >= WEEK or any(map(store.weeks.of, {monday(day), monday(workspace.today)})):
        return False
    person = store.people.person()
    return person is not None and person.pain.on <= day


def _recorded(workspace: Workspace, store: Store, entries: Sequence[LogEntry], *, again: bool) -> EntriesRecorded:
    """Write entries and signs; what else is known then."""
    from backplan.planner.diary.signs import goes_further

    today = workspace.today
    flares = _flares(store, today)
    spoken = any(entry.leg not in (None, "none") for entry in entries) and not any(entry.signs for entry in entries)
    further = spoken and goes_further(store.people.person(), entries)
    alarming = alarm(spoken_to(store.people, entries), entries, today)
    before = {entry.on: {each.id: each.done for each in _sessions_of(entry.on, store)} for entry in entries}
    instead = any(_let_go(entry.on, store) for entry in entries if entry.kind == "session" and entry.done != "no")
    numbers = [_written(entry, store, again=again) for entry in entries]
    _report_signs(store, entries, today)
    stored = [entry for entry in map(store.diary.entry, numbers) if entry]
    second = any(_is_second(entry, before[entry.on]) for entry in stored)
    sessions = [each for each in entries if each.kind == "session"]
    stands = any(each.not_in_full and any(map(each.stands_beside, sessions)) for each in stored)
    was = (done for entry in stored if (done := before[entry.on].get(entry.id)) not in (None, entry.done))
    daily = next((entry for entry in stored if _for_every_day(entry, store)), None)
    passed_over = _meant(daily.on, store, by_name=True) if daily else None
    heard = _heard(workspace, store, stored, flares)
    told_now = [(each.note, each.why, each.exercise) for each in entries]  # of which the alarm asks
    waiting = tuple(each for each in heard.waiting if each.words not in told_now)
    session = heard.session._replace(
        second=second and not again,
        done_before=next(was, None),
        stands=stands,
        instead=instead,
        every_day=daily is not None,
        passed_over=passed_over,
    )
    return EntriesRecorded(stored, heard._replace(session=session, further=further, alarm=alarming, waiting=waiting))


def _is_second(entry: LogEntry, before: Collection[int | None]) -> bool:
    """Whether an entry is a session that came beside others of its day."""
    return entry.kind == "session" and entry.done != "no" and bool(before) and entry.id not in before


def _record_alone(store: Store, entries: Sequence[LogEntry], today: date) -> None:
    """Write entries, and their signs where the answers can be read, though something else on record cannot."""
    try:
        with store.transaction():
            for entry in entries:
                _written(entry, store)
            _report_signs(store, entries, today)
    except DamagedRecordError:
        store.diary.add(*entries)


def _report_signs(store: Store, entries: Sequence[LogEntry], today: date) -> None:
    from backplan.planner.diary.signs import reported

    person = reported(store.people.answered(), entries, today)
    if person is not None and person != store.people.as_written():
        store.people.record(person, today)


def _flares(store: Store, today: date) -> tuple[date, ...]:
    """The days on which the flares of somebody on record began."""
    from backplan.planner.screen.pain import pain_today

    person = store.people.answered()
    return pain_today(person, store.diary.recent(today), today).flares if person else ()


def _written(entry: LogEntry, store: Store, *, again: bool = False) -> int:
    """The number under which an entry is in the diary now: a new one, or that of the session it tells more of."""
    if entry.kind == "morning" and (same := _same_morning(entry, store)) is not None:
        return same
    if entry.kind != "session":
        return store.diary.add(entry)[0]
    if entry.done == "no":
        return _written_let_go(entry, store)
    for each in _let_go(entry.on, store):
        _take_back(each, store)
    if not again and (fuller := _told_fully(entry, store)) is not None and fuller.id is not None:
        store.diary.change(fuller)
        return fuller.id
    return store.diary.add(as_the_one_meant(entry._replace(done=entry.done or "all"), store))[0]


def _let_go(day: date, store: Store) -> list[LogEntry]:
    """The words of a day that its session was let go."""
    return [each for each in store.diary.entries(day, day) if each.kind == "session" and each.done == "no"]


def _written_let_go(entry: LogEntry, store: Store) -> int:
    """The number of the word that a session was let go: once a day, with all that is told of it."""
    earlier = _let_go(entry.on, store)
    fuller = earlier[-1].with_more(entry) if earlier else None
    if fuller is None or fuller.id is None:
        return store.diary.add(entry)[0]
    store.diary.change(fuller)
    return fuller.id


def _take_back(let_go: LogEntry, store: Store) -> None:
    """Take back the word that a session was let go, which was done after all; what it tells of the body is kept."""
    words = "; ".join(filter(None, (let_go.why, let_go.note))) or None
    pain = let_go.pain if let_go.peak is None else max(let_go.peak, let_go.pain or 0)
    kept = let_go.as_kind("pain")._replace(pain=pain, why=None, note=words)
    if kept == LogEntry(let_go.on, "pain"):
        store.diary.undo(let_go.id)
        return
    store.diary.change(kept._replace(id=let_go.id, at=let_go.at))


def _same_morning(entry: LogEntry, store: Store) -> int | None:
    """The number of the last word on the same morning, where it says the same."""
    mornings = [each for each in store.diary.entries(entry.on, entry.on) if each.kind == "morning"][-1:]
    return next((each.id for each in mornings if each._replace(id=None, at="") == entry), None)


def _told_fully(more: LogEntry, store: Store) -> LogEntry | None:
    """The last session noted on the same day with what is told of it only now; None without one, or where the two do
    not go together: then it is a session, or a word, of its own.
    """
    done = _sessions_of(more.on, store)
    return done[-1].with_more(more) if done else None


def as_the_one_meant(entry: LogEntry, store: Store) -> LogEntry:
    """A session of a day that had none, as the one it was meant for: one not done before it, or the next. A day of rest
    that holds what is done every day is meant itself.
    """
    if entry.kind != "session" or entry.done == "no" or entry.of:
        return entry
    planned = _meant(entry.on, store)
    return entry._replace(of=planned.isoformat()) if planned else entry


def _meant(on: date, store: Store, *, by_name: bool = False) -> date | None:
    from backplan.planner.diary.missed import day_meant

    starts = monday(on)
    week = store.weeks.of(starts)
    entries = store.diary.entries(starts, starts + timedelta(days=6))
    return day_meant(week, entries, on, by_name=by_name) if week else None


def of_another_day(workspace: Workspace, on: date) -> date | None:
    """The day whose session is meant where one is told by that name on a day of rest; None where the day has its own,
    or none is open.
    """
    if not workspace.begun:
        return None
    with workspace.opened() as store:
        return _meant(on, store, by_name=True)


def _for_every_day(entry: LogEntry, store: Store) -> bool:
    """Whether an entry tells of what a day of rest holds every day."""
    week = store.weeks.of(monday(entry.on))
    day = week.day(entry.on) if week else None
    is_done = entry.kind == "session" and entry.done != "no" and not entry.of
    return is_done and day is not None and day.rest and day.pause is None and day.daily is not None


def _heard(workspace: Workspace, store: Store, logged: Sequence[LogEntry], flares: tuple[date, ...]) -> Heard:
    """What else is known now; ``flares`` are those that were known before it was told."""
    from backplan.planner.screen.flare import third
    from backplan.planner.screen.pain import mode
    from backplan.planner.telling.beside import of_flares

    today = workspace.today
    try:
        person = screened(workspace, store)
    except SafetyStop as stop:
        return Heard(today, stop)
    record = on_record.read(store, person, today)
    morning = any(entry.kind == "morning" and entry.on == today for entry in record.entries)
    pain = record.pain
    kind = mode(person, pain, today)
    hurt = any(_too_much(entry, pain) or EVERYTHING in entry.hurt for entry in logged if entry.kind == "session")
    begun = third(pain) if pain.flares[-1:] != flares[-1:] else ()
    word = of_flares(begun, person.clearance) if begun else ""
    hurt = hurt and not WEEK_KINDS[kind].gentle
    lately = any((today - entry.on).days <= LATELY for entry in logged)
    lighter = hurt and lately and not pain.returning
    until = tuple(item for item in record.prescription.added if item.until_met)
    before = record._replace(entries=[each for each in record.entries if each.id not in {entry.id for entry in logged}])
    stays = bool(flares) and WEEK_KINDS[kind].gentle and mode(person, before.pain, today) == kind
    turned = _turned(workspace, store, record, kind) and not stays  # a better morning of a flare is no news of it
    silent = _numberless(logged, record.entries)
    told_of = any(_tells_of_trouble(entry, pain) for entry in logged)
    soon = bool(flares) and _soon_after(flares[-1], logged, pain, today)
    urgent = told_of or not WEEK_KINDS[kind].grows or _is_new(store, today)
    waiting = tuple(each for each in open_questions(record, workspace.cache) if each.holds_today)
    session = SessionHeard(hurt, lighter, until, numberless=silent)
    return Heard(
        today, None, kind, morning, session, flares=word, turned=turned, urgent=urgent, soon=soon,
        back=_comes_back(workspace, store, record), waiting=waiting,
        knows_mornings=_knows_mornings(before.entries, today),
    )  # fmt: skip


OFTEN, IN_VAIN = 3, 6  # mornings of a week, and sessions without one: our own inference


def _knows_mornings(entries: Sequence[LogEntry], today: date) -> bool:
    """Whether mornings of the last seven days were noted often; or of many sessions none ever was, and one session of
    the week was noted already, so that it was asked for this week.
    """
    if sum(entry.kind == "morning" and (today - entry.on).days < WEEK.days for entry in entries) >= OFTEN:
        return True
    sessions = [entry for entry in entries if entry.kind == "session" and entry.done != "no"]
    in_vain = len(sessions) >= IN_VAIN and not any(entry.kind == "morning" for entry in entries)
    return in_vain and any(entry.on >= monday(today) for entry in sessions)


def _soon_after(flare: date, logged: Sequence[LogEntry], pain: PainToday, today: date) -> bool:
    """Whether an activity was long, or hurt well above the usual, soon after a flare began."""
    return (today - flare).days <= SOON and any(
        entry.kind == "activity"
        and entry.on >= flare
        and ((entry.minutes or 0) >= LONG or max(entry.pain or 0, entry.peak or 0) >= pain.usuals.later + ABOVE)
        for entry in logged
    )


def _is_new(store: Store, today: date) -> bool:
    """Whether the first week was shown less than a week ago, or none was yet."""
    began = store.weeks.began()
    return began is None or (today - began).days < FIRST_DAYS


def _tells_of_trouble(entry: LogEntry, pain: PainToday) -> bool:
    """Whether an entry tells of pain well above the usual, of a leg, of a flare, or of what hurt: then what cannot wait
    is said; not each time, so that it is still read.
    """
    scores = [score for score in (entry.pain, entry.peak) if score is not None]
    words = " ".join(filter(None, (entry.note, entry.why)))
    return (
        entry.kind in ("flare", "signs")
        or bool(entry.hurt)
        or entry.leg not in (None, "none")
        or max(scores, default=0) >= pain.usuals.beside(entry) + ABOVE
        or _TROUBLE.search(words) is not None
    )


def _numberless(logged: Sequence[LogEntry], entries: Sequence[LogEntry]) -> bool:
    """Whether a whole session was told without a number, and neither another such session nor a number of pain is known
    of the seven days up to it.
    """
    ids = {entry.id for entry in logged}
    session = next((entry for entry in logged if entry.kind == "session" and entry.whole), None)
    if session is None or any(entry.has_figure for entry in logged):
        return False
    lately = (e for e in entries if e.id not in ids and timedelta() <= session.on - e.on < WEEK)
    return not any(
        e.note != FROM_INTERVIEW and (e.pain is not None or (e.kind == "session" and e.done != "no")) for e in lately
    )


def _turned(workspace: Workspace, store: Store, record: OnRecord, kind: Mode) -> bool:
    """Whether this week, when it is looked at next, is of another kind than it was shown as."""
    from backplan.actions.week import outdated

    kept = store.weeks.of(monday(record.today))
    return kept is None or (kept.mode != kind and outdated(workspace, record, kept))


def _comes_back(workspace: Workspace, store: Store, record: OnRecord) -> bool:
    """Whether this week, when it is looked at next, holds more again than it was shown with while pain was worse."""
    from backplan.actions.anew import comes_back

    kept = store.weeks.of(monday(record.today))
    return kept is not None and comes_back(kept, record, workspace.own_mark)


def _too_much(session: LogEntry, pain: PainToday) -> bool:
    """Whether the highest pain of a session was too much, by the rule on it."""
    from backplan.model.verdict import SessionOutcome
    from backplan.rules.progress.peak_high import check

    return check(SessionOutcome(session.peak, None, pain.usuals.later)) is not None


class Planned(NamedTuple):
    """A day whose session is told, and the day of the plan it was meant for, as that was shown; None without one."""

    on: date
    day: Day | None


def planned(workspace: Workspace, on: date) -> Planned | None:
    """What was planned for the session of a date, in a week that it would open as it would be, which is not kept yet;
    None before the interview and under a stop, when no exercise is named.
    """
    from backplan.planner.screen import stops

    if not workspace.begun:
        return None
    with workspace.opened() as store:
        person = store.people.person()
        if person is None or stops.stop(person, workspace.today) is not None:
            return None
        day = _meant(on, store) or on
        week = store.weeks.of(monday(day))
        if week is None and _unopened(workspace, store, on):
            from backplan.actions.week import laid_out, request

            week = laid_out(workspace, request(workspace, store, on_record.read(store, person, on), monday(on)))
    return Planned(on, week.day(day) if week else None)


def is_of_rest(workspace: Workspace, on: date) -> bool:
    """Whether the plan of a date, as far as it is known, holds no session."""
    found = planned(workspace, on)
    return found is not None and found.day is not None and (found.day.on != on or not found.day.sessions)


def waits_for_a_word(workspace: Workspace, on: date) -> bool:
    """Whether the week that was shown holds a session on a date of which nothing is noted yet; not under a stop, nor
    while a question holds today back. Raises StoreError where that cannot be read.
    """
    from backplan.actions.open_questions import still_open
    from backplan.planner.diary.missed import without_word
    from backplan.planner.screen import stops

    starts = monday(on)
    with workspace.opened() as store:
        person, week = store.people.person(), store.weeks.of(starts)
        entries = store.diary.entries(starts, starts + timedelta(days=6)) if week else []
    stopped = person is None or stops.stop(person, workspace.today) is not None
    waits = not stopped and week is not None and without_word(week, entries, on)
    return waits and not still_open(workspace)


def outside(workspace: Workspace, on: date, kinds: Collection[BlockKind], only: bool) -> list[str]:
    """The ids of the exercises of a date's session that were not done, where some kinds of its blocks were done alone
    (``only``), or all but these. None where it does not hold both.
    """
    found = planned(workspace, on)
    blocks = list(found.day.blocks()) if found and found.day else []
    within = [item.exercise for block in blocks if block.kind in kinds for item in block.items]
    rest = [item.exercise for block in blocks if block.kind not in kinds for item in block.items]
    if not within or not rest:
        return []
    return list(dict.fromkeys(rest if only else within))


def cut_short(workspace: Workspace, on: date, kinds: Collection[BlockKind], minutes: int) -> Mapping[str, int] | None:
    """The exercises of some kinds of blocks of a date's session, each with the aerobic minutes that were done of it,
    where all of them took less time than planned. None where they did not; nothing where nobody can tell of which of
    several exercises the minutes are.
    """
    found = planned(workspace, on)
    blocks = [block for block in found.day.blocks() if block.kind in kinds] if found and found.day else []
    if minutes >= minutes_of(blocks):
        return None
    items = [item.exercise for block in blocks for item in block.items]
    if "aerobic" not in kinds:
        return dict.fromkeys(items, 0)
    return {items[0]: minutes} if len(items) == 1 else {}


def left_out(workspace: Workspace, on: date, text: str) -> str:
    """The id of an exercise that was not done, of those of the session of a date, as far as that is known. Raises
    UsageError for a name that stands for none of them.
    """
    found = planned(workspace, on) if workspace.begun else None
    day = found.day if found and found.day and found.day.sessions else None
    held = {item.exercise: item.name for block in day.blocks() for item in block.items} if day else {}
    key = held_named(text, held, workspace).id
    if day and key not in held:
        holds = "; ".join(held.values())
        raise UsageError(f"--not {key}: the session of {day.on:%A} does not hold it; it holds {holds}")
    return key


def functions_due(workspace: Workspace) -> list[str]:
    """What the person named and has not scored for a week."""
    from backplan.planner.diary.abilities import due

    if not workspace.begun:
        return []
    with workspace.opened() as store:
        person = store.people.person()
        functions = person.functions if person else ()
        return due(functions, store.diary.recent(workspace.today), workspace.today) if functions else []
