"""The week as it stands: screened, shown from the store while nothing that bars has changed, laid anew when it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from backplan.cli.terminal import environment, output
from backplan.errors import SafetyStop
from backplan.library.own_folder import FOLDER as OWN
from backplan.model.diary import LogEntry, Swap
from backplan.model.person import Person
from backplan.model.prescription import in_force
from backplan.model.week import Day, Week, monday
from backplan.planner.diary.missed import done_ahead, missed, without_word
from backplan.planner.diary.past import Past
from backplan.planner.screen import bars as screen_bars
from backplan.planner.screen import stops

if TYPE_CHECKING:
    from pathlib import Path

    from backplan.model.exercise import Exercise, Library
    from backplan.model.vocabulary import Mode, Weekday
    from backplan.planner.request import Request
    from backplan.store.store import Store

NOT_SCREENED = SafetyStop("not-screened", "Nobody has answered the safety questions yet: run `backplan init` first.")

UNFINISHED = SafetyStop("not-screened", "Your interview ended early: run `backplan init` to answer the rest of it.")


def screened(store: Store | None, today: date) -> Person:
    """The person on record, if they may exercise today; raises SafetyStop."""
    person = store.person() if store else None
    if person is None:
        raise NOT_SCREENED
    if (found := stops.stop(person, today)) is not None:
        raise SafetyStop(found.rule, found.sentence)
    if person.unfinished:
        raise UNFINISHED
    return person


def exercises() -> tuple[Exercise, ...]:
    """The exercises of the library, the person's own laid over them."""
    return whole().exercises


def whole() -> Library:
    """The library with the person's own laid over it; what cannot be read of that is told on stderr."""
    found, notices = overlaid()
    for notice in notices:
        output.complain(notice)
    return found


def _there(folder: Path) -> bool:
    """Whether anything stands where the own files should; a file or a broken link there is told, not passed over."""
    return folder.is_symlink() or folder.exists()


def overlaid() -> tuple[Library, tuple[str, ...]]:
    """The library with the person's own laid over it, and what cannot be read of that."""
    from backplan.library import load

    ours, home = load.load(environment.cache()), environment.home()
    if not _there(home / OWN):
        return ours, ()
    from backplan.library import own

    return own.over(ours, home / OWN)


def _with_own(bars: Mapping[str, str]) -> dict[str, str]:
    """What bars exercises, with the mark of the person's own library where there is one."""
    folder = environment.home() / OWN
    if not _there(folder):
        return dict(bars)
    from backplan.library.own_folder import fingerprint

    return {day: f"{line} own={fingerprint(folder)}" for day, line in bars.items()}


def request(store: Store, person: Person, starts: date, today: date) -> Request:
    """What the store holds, as the planner wants it."""
    from backplan.planner.request import Request

    return Request(
        person=person,
        exercises=overlaid()[0].exercises,  # the week tells what cannot be read, and commands that need no week do
        starts=starts,
        today=today,
        entries=store.recent(today),
        weeks=store.weeks(starts),
        began=store.began(),
        swaps=store.swaps(),
        earlier_entries=store.before_recent(today),
        prescriptions=store.prescriptions(),
    )


def this_week(
    store: Store,
    person: Person,
    today: date,
    *,
    replan: bool = False,
    days: tuple[Weekday, ...] | None = None,
) -> Week:
    """This week: made and stored on the first call, shown as it was later, laid anew from today when it must be."""
    starts = monday(today)
    kept, entries = store.week(starts), store.recent(today)
    anew = _why_anew(kept, store, person, entries, today, replan=replan, days=days)
    if kept is not None and anew is None:
        week = _with_wishes(kept, person)
    else:
        week = _made(store, person, today, kept, anew or FIRST, days)
    return ticked(_with_rescreen(week, person, entries, today), entries)


def outdated(store: Store, person: Person, today: date) -> bool:
    """Whether the week as last shown will be laid anew when it is next asked for."""
    kept = store.week(monday(today))
    return kept is not None and (
        _why_anew(kept, store, person, store.recent(today), today, replan=False, days=None) is not None
    )


class Anew(NamedTuple):
    """Why the days from today on are laid anew, in a sentence where one is due; and whether around what was done."""

    why: str = ""
    around: bool = False
    quiet: bool = False  # said only if a day changes


FIRST = Anew()


def _made(
    store: Store, person: Person, today: date, kept: Week | None, anew: Anew, days: tuple[Weekday, ...] | None
) -> Week:
    from backplan.planner.week import make_week

    said = (anew.why,) if anew.why else ()
    asked = request(store, person, monday(today), today)
    week = _marked(make_week(asked._replace(only_days=days, changes=said, around=anew.around)))
    if kept is not None and anew.quiet and week.days == kept.days:
        week = week._replace(changes=kept.changes)
    store.keep_week(week, today)
    return week


def _marked(week: Week) -> Week:
    """The week with the mark of the person's own library, and a word on what could not be read of it."""
    bars = _with_own(week.bars)
    return week if bars == week.bars else week._replace(bars=bars, notices=(*week.notices, *overlaid()[1]))


def _why_anew(
    kept: Week | None,
    store: Store,
    person: Person,
    entries: Sequence[LogEntry],
    today: date,
    *,
    replan: bool,
    days: tuple[Weekday, ...] | None,
) -> Anew | None:
    """Why the days from today on are laid anew; None when the week stands (or none was made yet)."""
    if kept is None:
        return None
    if days:
        return Anew("The days from today on were laid anew for the days you named.")
    if replan:
        return Anew("The days from today on were laid anew, as you asked.")
    prescription = in_force(store.prescriptions(), today)
    ahead = [day.on for day in kept.days if day.on >= today]
    now = _with_own(screen_bars.bars(person, entries, ahead, today, prescription, learning=kept.learning))
    if any(kept.bars.get(day) != line for day, line in now.items()):
        if all(_ours(kept.bars.get(day, "")) == _ours(line) for day, line in now.items()):
            return Anew("Your own exercises have changed, so the days from today on were laid anew.")
        return _what_bars(kept.mode, *(screen_bars.parts(of.get(today.isoformat(), "")) for of in (kept.bars, now)))
    return _after_the_diary(kept, person, entries, today)


def _ours(line: str) -> str:
    """What bars, without the mark of the person's own library."""
    return line.partition(" own=")[0]


def _what_bars(mode: Mode, old: Mapping[str, str], new: Mapping[str, str]) -> Anew:
    """Which part of what bars has changed, in words."""
    if (now := new["mode"]) != mode:
        return Anew(f"Your pain has changed, so the days from today on were laid anew ({_MODES[now]}).")
    differs = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    if "eased" in differs:
        if set(new.get("eased", "").split(",")) - set(old.get("eased", "").split(",")) - {""}:
            return Anew("A session of this week was too much, so the days from today on were laid anew, and lighter.")
        return Anew("A session no longer counts as too much, so the days from today on were laid anew.")
    word = next((word for key, word in _PARTS.items() if key in differs), "What you may do has changed")
    return Anew(f"{word}, so the days from today on were laid anew.", quiet=True)


_PARTS = {"pause": "A pause has changed", "prescribed": "What is prescribed has changed"}


def _after_the_diary(kept: Week, person: Person, entries: Sequence[LogEntry], today: date) -> Anew | None:
    """Sessions missed, moved or noted late, and what was noted, edited or undone of earlier weeks."""
    gone = missed(kept, entries, today)
    if gone != kept.missed:
        late = "What you noted puts an earlier day right, so the days from today on were laid anew."
        return Anew(late if set(gone) < set(kept.missed) else "", around=True)
    if any(day not in kept.ahead for day in done_ahead(kept, entries, today)):
        return Anew("A session was done ahead of its day, so the days from today on were laid anew.", around=True)
    if Past(person, entries, (), kept.starts).fingerprint() != kept.evidence:
        return Anew("The diary of earlier weeks has changed, so the days from today on were laid anew.", quiet=True)
    return None


_MODES = {
    "normal": "a normal week",
    "flare": "a gentle week",
    "acute": "easy movement",
    "coping-only": "ways to cope only",
}


def _with_wishes(week: Week, person: Person) -> Week:
    if week.wishes == screen_bars.wishes(person):
        return week
    word = "Your wishes have changed since this week was made: `backplan week --replan` lays the rest of it anew."
    return week._replace(notices=(*week.notices, word))


RESCREEN_DAYS = 28  # our own inference (CL-RESCREEN)


def _with_rescreen(week: Week, person: Person, entries: Sequence[LogEntry], today: date) -> Week:
    """Every four weeks, and in a flare that began since, ask whether any of the signs is new; nothing stops."""
    since = person.screened or person.pain.on
    flare_since = week.mode == "flare" and any(since < e.on <= today for e in entries)
    if (today - since).days < RESCREEN_DAYS and not flare_since:
        return week
    word = f"The safety questions were last answered on {since}. Anything new? `backplan init --only red-flags`"
    return week._replace(notices=(*week.notices, word))


def silence(week: Week, entries: Sequence[LogEntry], today: date) -> str:
    """How to note yesterday's session, if nothing is noted of it; else nothing."""
    if not without_word(week, entries, today - timedelta(days=1)):
        return ""
    return (
        "Nothing is noted of yesterday's session. Done: `backplan log --on yesterday`. Let go: add `--done no`, and "
        "what the week has room for moves to its other days."
    )


def next_week(store: Store, person: Person, today: date) -> Week:
    """A look at next week as things stand; never stored."""
    from backplan.planner.week import make_week

    return _marked(make_week(request(store, person, monday(today) + timedelta(days=7), today)))


def swapped(store: Store, person: Person, today: date, swap: Swap) -> tuple[Week, Week]:
    """This week before and after a swap; the caller decides whether to keep it."""
    from backplan.planner.week import make_week

    before = this_week(store, person, today)
    asked = request(store, person, monday(today), today)
    return before, _marked(make_week(asked._replace(swaps=(*asked.swaps, swap))))


def swapped_back(store: Store, person: Person, today: date, exercise: Exercise) -> tuple[Week, Week]:
    """This week before and after a swap is taken back: the exercise has its slot again, if it may have it."""
    from backplan.planner.week import make_week

    before = this_week(store, person, today)
    asked = request(store, person, monday(today), today)
    slots = dict.fromkeys(store.last_slots(exercise.id), exercise.id)
    over = f" takes the place of {exercise.name}: you swapped it."
    weeks = [
        week._replace(
            calm_programme={**week.calm_programme, **slots},
            changes=tuple(each for each in week.changes if not each.endswith(over)),
        )
        for week in asked.weeks
    ]
    swaps = [each for each in asked.swaps if each.exercise != exercise.id]
    return before, _marked(make_week(asked._replace(weeks=weeks, swaps=swaps)))


def ticked(week: Week, entries: Sequence[LogEntry]) -> Week:
    """The week with a tick on each day the diary tells of; the last word on a day counts."""
    words = {entry.planned: entry for entry in entries if entry.kind == "session"}
    return week._replace(days=tuple(_tick(day, words.get(day.on)) for day in week.days))


def _tick(day: Day, word: LogEntry | None) -> Day:
    if word is None:
        return day
    return day._replace(done=word.done or "all", done_on=word.on if word.of else None)
