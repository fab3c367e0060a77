"""The week as it stands: shown from the store while nothing that bars has changed, laid anew when it has."""

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from backplan.actions import on_record
from backplan.actions.anew import FIRST, Anew, holds_less, marked, takes_back, why_anew
from backplan.actions.open_questions import open_questions
from backplan.actions.person import admitted, screen, screened
from backplan.errors import SafetyStop, UsageError
from backplan.model.diary import last_loads, not_in_full_by_day, sessions_by_day
from backplan.model.told import Change, Notice
from backplan.model.vocabulary import LEVELS, WEEKDAYS
from backplan.model.week import QUESTION_FIRST, WEEK, monday
from backplan.model.wording import WEEKDAY_NAMES, counted, long_day
from backplan.named_tuple import NamedTuple
from backplan.planner.diary.missed import without_word
from backplan.planner.screen.bars import wishes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from backplan.actions.on_record import OnRecord
    from backplan.actions.workspace import Workspace
    from backplan.model.diary import LogEntry
    from backplan.model.person import Person
    from backplan.model.vocabulary import Weekday
    from backplan.model.week import Day, Week
    from backplan.planner.day.shorter import Shorter
    from backplan.planner.request import Request
    from backplan.store.store import Store

DAY = timedelta(days=1)
SIGN_ASKED = "sign-asked"  # stands in the place of a rule's id where own words may tell of a sign
FIRST_THE_ANSWER = "Until that is answered no exercise is given for today."
NOTHING_FITS = "Nothing of that day's session fits {}. A few minutes of walking are welcome all the same."
PRACTISED, REMEMBERED = 3, 4  # times an exercise is done before its steps are known; weeks they are remembered for
ANYTHING_NEW = "Anything new? `backplan init --only red-flags`"
RESCREEN_DAYS = 28  # our own inference (CL-RESCREEN)


class WeekWanted(NamedTuple):
    """What a person asks of this week: the days from today on laid anew, or laid on other days than theirs; or days
    moved, each pair from one to another.
    """

    replan: bool = False
    days: "tuple[Weekday, ...] | None" = None
    moves: "tuple[tuple[Weekday, Weekday], ...]" = ()


AS_IT_STANDS = WeekWanted()


class Today(NamedTuple):
    """A day as the week has it, whether its pain is known, whether nothing is noted of yesterday's session, the
    exercises that were done often enough to be known, and the date it is shown on; ``short``: what was made of the day
    for fewer minutes than it was ``planned`` for.
    """

    day: "Day"
    week: "Week"
    pain_known: bool
    silent: bool
    practised: frozenset[str] = frozenset()
    now: "date | None" = None
    short: "Shorter | None" = None
    planned: "Day | None" = None

    @property
    def of_today(self) -> bool:
        """Whether the day is the one it is shown on."""
        return self.now in (None, self.day.on)


def week_of(workspace: "Workspace", starts: "date", named: str, wanted: WeekWanted = AS_IT_STANDS) -> "Week":
    """The week of a Monday: an earlier one as it was shown, this one as it stands, the next one as it would be.

    ``named`` is what the person calls it. Raises SafetyStop, and UsageError where there is nothing to show.
    """
    this = monday(workspace.today)
    if starts == this:
        return this_week(workspace, wanted)
    with admitted(workspace) as (store, person):
        if starts < this:
            return _past(store, starts, named)
        if starts > this + WEEK:
            raise UsageError(f"week {named}: only the coming week can be looked at ahead; try `backplan week next`")
        record = on_record.read(store, person, workspace.today)
        week = laid_out(workspace, request(workspace, store, record, starts))
        return _with_loads(_with_signs_waiting(week, record, workspace), record)


def this_week(workspace: "Workspace", wanted: WeekWanted = AS_IT_STANDS) -> "Week":
    """This week: made and stored when first asked for, shown as it was later, laid anew from today when it must be.

    Raises SafetyStop, and UsageError when only days that are gone are wanted.
    """
    if wanted.days and not any(WEEKDAYS.index(day) >= workspace.today.weekday() for day in wanted.days):
        screen(workspace)
        gone = ",".join(wanted.days)
        raise UsageError(f"--days {gone}: these days of this week are gone; name one still to come")
    asked = bool(wanted.moves or wanted.days)  # what another window asked of the same week counts
    with admitted(workspace, writing=asked, looking=True) as (store, _):
        if wanted.moves:
            wanted = wanted._replace(days=_moved(current_week(workspace, store).week, wanted.moves, workspace.today))
        week, record = current_week(workspace, store, wanted)
        return _without_today(_with_big_days(week, record, store, WEEK), record.today)


def _moved(week: "Week", moves: "Sequence[tuple[Weekday, Weekday]]", today: "date") -> "tuple[Weekday, ...]":
    """The days of a week with a session once some are moved. Raises UsageError with all that cannot be."""
    held = [day for day in week.days if day.sessions]
    faults = [fault for pair in moves if (fault := _cannot_move(week, pair, moves, today))]
    for place, what in ((0, "goes to two days"), (1, "gets two sessions")):
        named = [pair[place] for pair in moves]
        faults += [f"--move: {WEEKDAY_NAMES[day]} {what}" for day in dict.fromkeys(named) if named.count(day) > 1]
    if faults:
        raise UsageError("\n".join(faults))
    left, came = {pair[0] for pair in moves}, {pair[1] for pair in moves}
    days = ({WEEKDAYS[day.on.weekday()] for day in held} - left) | came
    return tuple(day for day in WEEKDAYS if day in days)


def _cannot_move(
    week: "Week", pair: "tuple[Weekday, Weekday]", moves: "Sequence[tuple[Weekday, Weekday]]", today: "date"
) -> str | None:
    """Why the session of one day cannot go to another; None where it can."""
    old, new = (week.days[WEEKDAYS.index(each)] for each in pair)
    flag, (of, to) = f"--move {pair[0]}={pair[1]}", (WEEKDAY_NAMES[each] for each in pair)
    if old.on < today or old.done:
        return f"{flag}: {of} is {'done' if old.done else 'gone'}; only a day still to come can be moved"
    if new.on < today or new.done:
        return f"{flag}: {to} is {'done' if new.done else 'gone'}; name a day still to come"
    if new.pause:
        return f"{flag}: {to} is within your pause; name another day"
    if not old.sessions:
        return f"{flag}: {of} has no session to move; `backplan week` shows which days have one"
    if new.sessions and pair[1] not in {other[0] for other in moves}:
        return f"{flag}: {to} has a session of its own; move that, too, or name another day"
    return None


def today(
    workspace: "Workspace", named: "Weekday | None" = None, *, practice: bool = False, minutes: int | None = None
) -> Today:
    """Today in this week, or the day of it that is named; with ``practice``, which exercises need no steps any more is
    looked up as well; in fewer ``minutes`` than it was planned for, where there are no more. Raises SafetyStop, also
    where a question of a sign waits.
    """
    with admitted(workspace) as (store, _):
        week, record = current_week(workspace, store)
        week = _with_big_days(week, record, store, DAY)
        on = record.today if named is None else week.starts + timedelta(days=WEEKDAYS.index(named))
        day = week.day(on)
        assert day is not None
        if on == record.today and (asked := _questions(week)):
            raise SafetyStop(SIGN_ASKED, "\n".join((*asked, FIRST_THE_ANSWER)))
        practised = _practised(store, record, week, day) if practice else frozenset[str]()
    silent = on == record.today and without_word(week, record.entries, on - timedelta(days=1))
    shown = Today(day, week, record.pain_known, silent, practised, record.today)
    return shown if minutes is None else _in_minutes(shown, minutes, workspace, record)


def _in_minutes(shown: Today, minutes: int, workspace: "Workspace", record: "OnRecord") -> Today:
    """A day as so many minutes hold it. Raises UsageError where it holds nothing that could be shorter, or they hold
    nothing of it.
    """
    from backplan.planner.day.shorter import shorter

    day = shown.day
    if not day.sessions or day.done in ("all", "part"):
        return shown
    short = shorter(day, minutes, record.prescription.exercises, workspace.library.by_id())
    if not short.day.sessions:
        raise UsageError(NOTHING_FITS.format(counted(minutes, "minute")))
    return shown._replace(day=short.day, short=short, planned=day)


def _practised(store: "Store", record: "OnRecord", week: "Week", day: "Day") -> frozenset[str]:
    """The exercises that were done often enough in the last weeks: their steps are known by now."""
    done = Counter[str]()
    words, not_done = sessions_by_day(record.entries), not_in_full_by_day(record.entries)
    for each in (each for shown in store.weeks.latest(week.starts, REMEMBERED) for each in shown.days if words):
        word = words.get(each.on)
        if each.on < day.on and word and word.done == "all":
            held = {item.exercise for block in each.everything() for item in block.items}
            done.update(held.difference(not_done.get(each.on, ())))
    return frozenset(key for key, times in done.items() if times >= PRACTISED)


class CurrentWeek(NamedTuple):
    """This week as it stands, and what is on record of the person it is for."""

    week: "Week"
    record: "OnRecord"


def current_week(workspace: "Workspace", store: "Store", wanted: WeekWanted = AS_IT_STANDS) -> CurrentWeek:
    """This week of somebody who may exercise; stored when it had to be made. Raises SafetyStop."""
    seen = _seen(workspace, store, wanted)
    if seen.kept is not None and seen.anew is None:
        week = _with_wishes(seen.kept, seen.record.person)
    else:
        week, seen = _stored_anew(workspace, store, wanted)
    return CurrentWeek(_as_shown(workspace, week, seen.record), seen.record)


def _as_shown(workspace: "Workspace", week: "Week", record: "OnRecord") -> "Week":
    """A week with what is asked of the person, and what they did in it."""
    asking = _with_new_questions(_with_rescreen(_with_signs_waiting(week, record, workspace), record), record)
    ticked = _without_left_out(_ticked(asking, record.entries), record.entries, record.today)
    return _with_loads(_with_own(ticked, record.entries, record.today), record)


def as_it_is_seen(workspace: "Workspace", store: "Store", record: "OnRecord") -> "Week":
    """This week as it stands, or, where the next look lays it anew, as it would be, without what a question of a sign
    holds back; nothing is stored.
    """
    kept = store.weeks.of(monday(record.today))
    stands = kept is not None and not outdated(workspace, record, kept)
    week = kept if kept is not None and stands else as_it_would_be(workspace, store, record, monday(record.today))
    return _without_today(_as_shown(workspace, _with_wishes(week, record.person), record), record.today)


def first_session(workspace: "Workspace") -> "date | None":
    """The first day from today on of which this week, as it would be laid out now, holds a session; nothing is stored.
    Raises SafetyStop.
    """
    with admitted(workspace, looking=True) as (store, person):
        record = on_record.read(store, person, workspace.today)
        week = as_it_is_seen(workspace, store, record)
    return next((day.on for day in week.days if day.on >= workspace.today and day.sessions), None)


class Seen(NamedTuple):
    """This week as last shown, what is on record, and why the days from today on are to be laid anew, if they are."""

    record: "OnRecord"
    kept: "Week | None"
    anew: Anew | None


def _seen(workspace: "Workspace", store: "Store", wanted: WeekWanted) -> Seen:
    record = on_record.read(store, screened(workspace, store), workspace.today)
    kept = store.weeks.of(monday(record.today))
    return Seen(record, kept, FIRST if kept is None else _why(workspace, kept, record, wanted))


def _stored_anew(workspace: "Workspace", store: "Store", wanted: WeekWanted) -> "tuple[Week, Seen]":
    """This week laid out and stored, from what is read in the same transaction: nobody writes between the two. Where
    the disk takes nothing, it is laid out all the same.
    """

    def made() -> "tuple[Week, Seen]":
        seen = _seen(workspace, store, wanted)
        asked = request(workspace, store, seen.record, monday(workspace.today))._replace(only_days=wanted.days)
        return _made(workspace, asked, seen.kept, seen.anew or FIRST), seen

    week, seen, why = store.weeks.keep_or_say_why(made, workspace.today)
    return _with_why_unstored(week, why), seen


def _why(workspace: "Workspace", kept: "Week", record: "OnRecord", wanted: WeekWanted) -> Anew | None:
    """Why the days from today on are laid anew, asked for or not; None when the week stands."""
    if wanted.moves:
        moved = " and ".join(f"{WEEKDAY_NAMES[old]}'s session to {WEEKDAY_NAMES[new]}" for old, new in wanted.moves)
        return Anew(f"You moved {moved}; the days from today on were laid anew.")
    if wanted.days:
        return Anew("The days from today on were laid anew for the days you named.")
    if wanted.replan:
        return Anew("The days from today on were laid anew, as you asked.")
    return why_anew(kept, record, workspace.own_mark)


def _made(workspace: "Workspace", asked: "Request", kept: "Week | None", anew: Anew) -> "Week":
    changes = (Change("anew", anew.why),) if anew.why else ()
    week = laid_out(workspace, asked._replace(changes=changes, around=anew.around))
    if kept is not None and anew.words_only:
        return kept._replace(notices=week.notices, bars=week.bars)
    if kept is not None and anew.quiet and (week.days == kept.days or week.plans_what(kept)):
        return week._replace(days=kept.days, cards=kept.cards, changes=kept.changes)
    stays = anew.first_number or (anew.quiet and kept is not None and _is_less(week, kept))
    stays = stays and not (kept is not None and _lowered_no_more(week, kept))
    if kept is not None and stays and not _is_warned(asked, week, kept, anew):
        return kept._replace(evidence=week.evidence)
    return week


def _lowered_no_more(week: "Week", kept: "Week") -> bool:
    """Whether days without a session had lowered a week, and do so no more: what was done on them is noted now."""
    from backplan.planner.diary.past import after_gap

    return after_gap(kept) and not after_gap(week)


def _is_less(week: "Week", kept: "Week") -> bool:
    """Whether a week laid anew holds less than it was shown with, or takes back a step that it told."""
    return holds_less(week, kept) or takes_back(week, kept)


def _is_warned(asked: "Request", week: "Week", kept: "Week", anew: Anew) -> bool:
    """Whether something keeps or takes from a week laid anew what it was shown with: what it does not, such as a first
    number that lets a plan grow faster, makes the next week fuller and changes nothing of this one. What kept a part as
    it was before the number of a first day is no word of that number.
    """
    from backplan.planner.diary.evidence import speaks_of_before

    held = _holding_back(asked)
    if anew.first_number:
        before = (e for e in asked.entries if e.on < kept.starts or not speaks_of_before(e, kept.starts))
        held -= _holding_back(asked._replace(entries=tuple(before)))
    taken = any(move.rule.startswith(TAKES) for move in week.moves if move not in kept.moves)
    lower = LEVELS.index(week.level) < LEVELS.index(kept.level)
    same = (week.mode, week.eased, week.bars) == (kept.mode, kept.eased, kept.bars)
    return bool(held) or taken or lower or not same


def _holding_back(asked: "Request") -> set[str]:
    """What keeps the parts of a week from growing, but for their level and the slow pace."""
    from backplan.planner.growth.levels import PARTS
    from backplan.planner.growth.pace import LEVEL_RISEN, held_by
    from backplan.planner.growth.standing import standing_of
    from backplan.rules.growth import slow

    standing = standing_of(asked)
    return {why for part in PARTS for why in held_by(standing, part)} - {LEVEL_RISEN, slow.RULE.id}


TAKES = ("verdict-", "gap-restart", "above-level")  # the rules of moves that go down


def outdated(workspace: "Workspace", record: "OnRecord", kept: "Week") -> bool:
    """Whether this week, as last shown, will be laid anew when it is next asked for."""
    return why_anew(kept, record, workspace.own_mark) is not None


def request(workspace: "Workspace", store: "Store", record: "OnRecord", starts: "date") -> "Request":
    """All that the week of a Monday is made from."""
    from backplan.planner.request import Request

    return Request(
        person=record.person,
        exercises=workspace.exercises,
        starts=starts,
        today=record.today,
        entries=record.entries,
        weeks=store.weeks.latest(starts),
        began=store.weeks.began(record.person.birth.on) if record.person.birth else store.weeks.began(),
        swaps=store.weeks.swaps(),
        earlier_entries=store.diary.before_recent(record.today),
        prescriptions=record.prescriptions,
    )


def laid_out(workspace: "Workspace", asked: "Request") -> "Week":
    """The week of a request, with the mark of the person's own exercises and a word on what cannot be read of them."""
    from backplan.planner.week import make_week

    week = make_week(asked)
    if not workspace.own_mark:
        return week
    unread = (Notice("unread", sentence) for sentence in workspace.unread)
    return week._replace(bars=marked(week.bars, workspace.read_mark), notices=(*week.notices, *unread))


def as_it_would_be(workspace: "Workspace", store: "Store", record: "OnRecord", starts: "date") -> "Week":
    """This week or a coming one, as it would be laid out if so much were on record; nothing is stored."""
    asked = request(workspace, store, record, starts)
    kept = store.weeks.of(starts)
    why = FIRST if kept is None else why_anew(kept, record, workspace.own_mark) or FIRST
    return _made(workspace, asked, kept, why)


def _past(store: "Store", starts: "date", named: str) -> "Week":
    found = store.weeks.of(starts)
    if found is None:
        raise UsageError(f"week {named}: no week was shown then, so there is none to show")
    last = starts + timedelta(days=6)
    entries = store.diary.entries(starts, last)
    return _with_own(_without_left_out(_ticked(found, entries), entries, starts), entries, last)


def _without_left_out(week: "Week", entries: "Sequence[LogEntry]", since: "date") -> "Week":
    """The week, in whose balance nothing counts that was left out; a day counts by the diary alone before a date."""
    if not any(day.left_out or day.less for day in week.days):
        return week
    from backplan.planner.telling.left_out import without_left_out

    return without_left_out(week, entries, since)


def _with_own(week: "Week", entries: "Sequence[LogEntry]", until: "date") -> "Week":
    """The week with what was done of one's own beside it up to a day."""
    if not any(entry.kind == "activity" for entry in entries):
        return week
    from backplan.planner.diary.done import with_own

    return with_own(week, entries, until)


def _with_wishes(week: "Week", person: "Person") -> "Week":
    """The week, with a word when the wishes have changed since: they lay nothing anew by themselves."""
    if week.wishes == wishes(person):
        return week
    word = "Your wishes have changed since this week was made: `backplan week --replan` lays the rest of it anew."
    return week._replace(notices=(*week.notices, Notice("wishes", word)))


def _with_why_unstored(week: "Week", why: str) -> "Week":
    """The week, with a word where it could not be stored: it is shown all the same."""
    if not why:
        return week
    word = f"This week is shown but could not be stored ({why}): it will be, once your data can be written again."
    return week._replace(notices=(*week.notices, Notice("unstored", word)))


def _with_signs_waiting(week: "Week", record: "OnRecord", workspace: "Workspace") -> "Week":
    """The week with each question that own words raised and nobody has answered; nothing stops."""
    found = open_questions(record, workspace.cache)
    asked = (Notice("sign-asked" if each.holds_today else "new-questions", each.sentence) for each in found)
    return week._replace(notices=(*asked, *week.notices))


def _questions(week: "Week") -> list[str]:
    """The questions of signs that a week tells of and nobody has answered."""
    return [notice.sentence for notice in week.notices if notice.kind == "sign-asked"]


def _without_today(week: "Week", today: "date") -> "Week":
    """The week without what today still holds, where a question of a sign waits for its answer."""
    day = week.day(today)
    if day is None or day.done in ("all", "part") or not day.everything() or not _questions(week):
        return week
    held = day._replace(sessions=(), coping=None, daily=None, pause=QUESTION_FIRST)
    return week._replace(days=tuple(held if each.on == today else each for each in week.days))


def _with_rescreen(week: "Week", record: "OnRecord") -> "Week":
    """In a week out of four, and in a flare that began since, ask whether any of the signs is new; nothing stops."""
    since = record.person.screened or record.person.pain.on
    flare_since = week.kind.gentle and any(since < entry.on <= record.today for entry in record.entries)
    if not flare_since and not _asks_again(since, week.starts, record.today):
        return week
    word = f"The safety questions were last answered on {long_day(since, record.today)}. {ANYTHING_NEW}"
    if (weeks := (record.today - since).days // 7) > RESCREEN_DAYS // 7:  # said in other words, to be read again
        word = f"It is {weeks} weeks since you answered the safety questions. {ANYTHING_NEW}"
    return week._replace(notices=(*week.notices, Notice("rescreen", word)))


def _asks_again(since: "date", starts: "date", today: "date") -> bool:
    """Whether four weeks have gone by since the signs were asked about, or as many more, on a day of this week so far:
    a question that stood above every week would no longer be read.
    """
    so_far = range(max((starts - since).days, RESCREEN_DAYS), (today - since).days + 1)
    return any(days % RESCREEN_DAYS == 0 for days in so_far)


def _with_big_days(week: "Week", record: "OnRecord", store: "Store", ago: timedelta) -> "Week":
    """The week with a word on a day far beyond the plan, if it was worse after it no longer ago than that."""
    if not any(entry.kind == "activity" for entry in record.entries):
        return week
    from backplan.planner.diary.spikes import spikes
    from backplan.planner.telling.beside import of_big_days

    found = spikes(record.person, record.entries, store.weeks.latest(week.starts))
    word = of_big_days(found, record.today - ago)
    return week._replace(notices=(*week.notices, word)) if word else week


def _with_new_questions(week: "Week", record: "OnRecord") -> "Week":
    """What is asked since the person last answered, once, until they have; nothing stops."""
    person = record.person
    if person.heart is not None and person.age_asked:
        return week
    if person.heart is not None:
        asked, only = "A new question, about your age", "born"
    elif person.born:
        asked, only = "A new question, about your heart and lungs", "heart"
    else:
        asked, only = "Two new questions, about your age and your heart and lungs", "heart"
    word = f"{asked}, so that the plan stays safe for you: `backplan init --only {only}`"
    return week._replace(notices=(*week.notices, Notice("new-questions", word)))


def _with_loads(week: "Week", record: "OnRecord") -> "Week":
    """The week with what its exercises were last done with, on the days that are still to be done."""
    if not (loads := last_loads(record.entries)):
        return week
    noted = last_loads(entry for entry in record.entries if entry.on >= week.starts)
    gone = {day.on for day in week.days if day.on < record.today or day.done}
    return week._replace(days=tuple(day if day.on in gone else day.with_loads(loads, noted) for day in week.days))


def _ticked(week: "Week", entries: "Sequence[LogEntry]") -> "Week":
    """The week with a tick on each day the diary tells of; the last word on a day counts."""
    words = sessions_by_day(entries)
    ticked = week._replace(days=tuple(_tick(day, words.get(day.on)) for day in week.days))
    return _with_unasked(ticked) if any(day.unasked for day in ticked.days) else ticked


def _with_unasked(week: "Week") -> "Week":
    """The week, in whose balance a day of a pause on which a session was done is no day of rest."""
    more = sum(day.unasked for day in week.days)
    by = {"active-days": more, "rest-days": -more}
    rows = (row._replace(got=max(0, row.got + by.get(row.target, 0))) for row in week.balance)
    return week._replace(balance=tuple(rows))


def _tick(day: "Day", word: "LogEntry | None") -> "Day":
    if word is None:
        return day
    done_on = word.on if word.of else None
    if word.done == "no":
        return day._replace(done="no", done_on=done_on)
    left_out, less = (tuple(filter(day.exercises.__contains__, keys)) for keys in (word.left_out, word.less or ()))
    return day._replace(done=word.done or "all", done_on=done_on, left_out=left_out, less=less)
