"""What planning and looking back are given of the diary: the last weeks, and of what lies before them no more than they
need.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backplan.model.diary import FROM_INTERVIEW, EntryKind, LogEntry
from backplan.model.vocabulary import LEGS, Leg
from backplan.planner.diary.abilities import worse
from backplan.planner.diary.past import Past
from backplan.planner.lookback.leg import leg_told
from backplan.planner.lookback.progress import look_back, pain_from
from backplan.planner.lookback.review import review
from backplan.planner.screen.stops import stop
from backplan.rules.screening import legs
from backplan.store.store import Store, opened
from tests.support.people import ON, person


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as found:
        yield found


def day(ago: int) -> date:
    return ON - timedelta(days=ago)


def done(ago: int, kind: EntryKind = "session", pain: int | None = None) -> LogEntry:
    return LogEntry(day(ago), kind, "all" if kind == "session" else None, pain)


def morning(ago: int, pain: int = 3) -> LogEntry:
    return LogEntry(day(ago), "morning", pain=pain)


def test_an_entry_is_read_back_with_its_lists_as_they_were_written(store: Store) -> None:
    answered = LogEntry(ON, "signs", "no", asked=("leg", "heart"))
    session = done(0)._replace(left_out=("bird-dog",), hurt=("clamshell",))
    numbers = store.diary.add(answered, session)
    found = [each._replace(id=None, at="") for each in store.diary.entries() if each.id in numbers]
    assert found == [answered, session]


def recent(store: Store, *entries: LogEntry) -> list[int]:
    """How many days ago each entry was that planning is given, in its order."""
    store.diary.add(*entries)
    return [(ON - entry.on).days for entry in store.diary.recent(ON)]


def test_sixty_days_are_looked_back_on(store: Store) -> None:
    assert recent(store, done(61), morning(61), done(60), morning(60), done(0), morning(0)) == [60, 60, 0, 0]


@pytest.mark.parametrize("kind", ["session", "activity"])
@pytest.mark.parametrize("ago", [61, 90, 400])
def test_the_last_thing_done_is_never_forgotten(store: Store, kind: EntryKind, ago: int) -> None:
    assert recent(store, done(ago + 5), done(ago, kind), morning(3)) == [ago, 3]
    assert Past(person(), store.diary.recent(ON), (), ON).gap_days(ON) == ago


@pytest.mark.parametrize("kind", ["session", "activity"])
def test_nothing_older_is_given_where_something_nearer_was_done(store: Store, kind: EntryKind) -> None:
    assert recent(store, done(90), done(60, kind), morning(3)) == [60, 3]


def test_a_session_let_go_is_nothing_done(store: Store) -> None:
    gone = [done(ago)._replace(done="no") for ago in (70, 5)]
    assert recent(store, done(90), *gone, morning(3)) == [90, 5, 3]


def test_a_session_taken_back_is_nothing_done(store: Store) -> None:
    (_, number) = store.diary.add(done(90), done(70))
    store.diary.undo(number)
    assert recent(store, morning(3)) == [90, 3]


def test_the_latest_pain_is_never_forgotten(store: Store) -> None:
    assert recent(store, morning(90), morning(70), done(5)) == [70, 5]


def test_no_older_pain_is_given_where_a_nearer_one_is_known(store: Store) -> None:
    assert recent(store, morning(70), done(5, pain=3)) == [5]


def test_both_are_given_in_the_order_of_the_diary(store: Store) -> None:
    assert recent(store, done(90), morning(70)) == [90, 70]
    assert recent(store, done(65)) == [70, 65]


def test_the_pain_of_an_old_session_hides_no_newer_one(store: Store) -> None:
    assert recent(store, done(90, pain=3), morning(70, 7)) == [90, 70]


def test_one_entry_that_is_both_is_given_once(store: Store) -> None:
    assert recent(store, morning(95), done(90, pain=3)) == [90]


def test_a_pause_to_come_is_given_too(store: Store) -> None:
    pause = LogEntry(day(-5), "pause", until=day(-9).isoformat())
    assert recent(store, done(90), pause, morning(-5)) == [90, -5]


# What is left unread changes nothing.

AGO = st.integers(0, 40) | st.integers(41, 120)
PAINS = st.none() | st.integers(0, 10)
ENTRIES = st.one_of(
    st.builds(lambda ago, pain: done(ago, pain=pain), AGO, PAINS),
    st.builds(
        lambda ago, pain, note: LogEntry(day(ago), "pain", pain=pain, note=note),
        AGO,
        PAINS,
        st.sampled_from([None, "rain", FROM_INTERVIEW]),
    ),
    st.builds(morning, AGO, st.integers(0, 10)),
    st.builds(
        lambda ago, score: LogEntry(day(ago), "function", function="stairs", score=score), AGO, st.integers(0, 10)
    ),
    st.builds(
        lambda ago, long: LogEntry(day(ago), "pause", until=day(ago - long).isoformat()), AGO, st.integers(0, 90)
    ),
)
LAW = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
WHO = person(functions=("stairs",))


def only(store: Store, entries: list[LogEntry]) -> list[LogEntry]:
    """A diary of these entries alone, as the store gives all of it."""
    with store.transaction():
        store.records.connection.execute("DELETE FROM entry")
        store.diary.add(*entries)
    return store.diary.entries()


@LAW
@given(st.lists(ENTRIES, max_size=25))
def test_looking_back_says_the_same_as_with_the_whole_diary(store: Store, entries: list[LogEntry]) -> None:
    whole = only(store, entries)
    needed = store.diary.for_look_back(pain_from(ON), ON, ON)
    assert look_back(WHO, needed, (), (), ON) == look_back(WHO, whole, (), (), ON)


@LAW
@given(st.lists(ENTRIES, max_size=25))
def test_planning_knows_the_beginning_as_with_the_whole_diary(store: Store, entries: list[LogEntry]) -> None:
    whole = [entry for entry in only(store, entries) if entry.on < day(60)]
    needed, recent = store.diary.before_recent(ON), store.diary.entries(day(60), ON)
    first, then = (Past(WHO, recent, (), ON, earlier_entries=some).pain_since_start for some in (needed, whole))
    assert first == then
    assert worse(WHO.functions, [*needed, *recent]) == worse(WHO.functions, [*whole, *recent])
    for week in (4, 8, 12):
        assert review(WHO, [*needed, *recent], week, ON) == review(WHO, [*whole, *recent], week, ON)


def ago_of(entries: list[LogEntry]) -> list[int]:
    return [(ON - entry.on).days for entry in entries]


@pytest.mark.parametrize(
    ("noted", "needed"),
    [
        ([300, 299, 294, 294, 293], [300, 299, 294, 294]),  # three days of seven can be compared with
        ([300, 299, 293, 291, 290], [300, 299, 293, 291, 290]),  # these begin with the second and the third
        ([300, 296, 292, 288], [300, 296, 292, 288]),  # never enough
        ([300, 299, 298, 297, 200, 61], [300, 299, 298, 297]),
    ],
)
def test_of_pain_long_ago_only_the_beginning_is_read(store: Store, noted: list[int], needed: list[int]) -> None:
    store.diary.add(*map(morning, noted))
    assert ago_of(store.diary.before_recent(ON)) == needed


def test_scores_long_ago_are_read(store: Store) -> None:
    store.diary.add(*(LogEntry(day(ago), "function", function="stairs", score=3) for ago in (300, 200)), done(100))
    assert ago_of(store.diary.before_recent(ON)) == [300, 200]


def test_a_pause_that_began_long_ago_is_looked_back_on(store: Store) -> None:
    store.diary.add(LogEntry(day(200), "pause", until=day(80).isoformat()), done(150), done(140))
    assert ago_of(store.diary.for_look_back(pain_from(ON), ON, ON)) == [200, 140]


def test_whether_more_than_the_interview_was_ever_noted_is_known(store: Store) -> None:
    pains = [LogEntry(day(ago), "pain", pain=3, note=FROM_INTERVIEW) for ago in (160, 150, 140, 130, 120)]
    store.diary.add(done(200), done(199), *pains)
    assert ago_of(store.diary.for_look_back(pain_from(ON), ON, ON)) == [199, 160, 150, 140, 130, 120]


def test_a_week_long_ago_is_looked_back_on_whole(store: Store) -> None:
    store.diary.add(*(done(ago) for ago in (400, 399, 393, 392, 90)))
    assert ago_of(store.diary.for_look_back(pain_from(ON), ON, day(399))) == [399, 393, 90]


@LAW
@given(
    st.lists(st.tuples(st.integers(0, 60), st.sampled_from(LEGS[:2])), min_size=6, max_size=25),
    st.lists(AGO, max_size=3),
)
def test_a_word_on_the_leg_said_again_tells_nothing_new(
    store: Store, told: list[tuple[int, Leg]], answered: list[int]
) -> None:
    answers = [(day(ago), LEGS[number % 2 + 1]) for number, ago in enumerate(sorted({70, *answered}, reverse=True))]
    with store.transaction():
        store.records.connection.execute("DELETE FROM person")
        for on, leg in answers:
            store.people.record(WHO._replace(pain=WHO.pain._replace(leg=leg, on=on)), on)
    noted = only(store, [LogEntry(day(ago), "morning", pain=3, leg=leg) for ago, leg in told])
    found = store.people.person()
    assert found is not None
    whole = sorted([*answers, *((e.on, e.leg) for e in noted if e.leg)], key=lambda word: word[0])
    full = found._replace(legs=tuple(whole))
    assert runs(found.legs or tuple(whole[:1])) == runs(full.legs)
    assert leg_told(found, ON) == leg_told(full, ON)
    for on in map(day, range(0, 75, 15)):
        assert stop(found, on) == stop(full, on)
        assert legs.known_of(found, on) == legs.known_of(full, on)


def runs(words: tuple[tuple[date, Leg], ...]) -> list[tuple[Leg, date, date]]:
    """Words on the leg, with the first and the last day of each as long as no other came between."""
    said = ((leg, [on for on, _ in same]) for leg, same in groupby(words, lambda word: word[1]))
    return [(leg, days[0], days[-1]) for leg, days in said]


def test_many_words_on_the_leg_are_few_to_read(store: Store) -> None:
    store.people.record(WHO, day(500))
    store.diary.add(*(LogEntry(day(ago), "morning", pain=3, leg="none" if ago > 5 else "thigh") for ago in range(400)))
    found = store.people.person()
    assert found is not None
    assert [((ON - on).days, leg) for on, leg in found.legs] == [
        (500, "none"), (399, "none"), (6, "none"), (5, "thigh"), (0, "thigh"),
    ]  # fmt: skip


TOMORROW = ON + timedelta(days=1)


def as_known(folder: Path, *entries: LogEntry) -> list[tuple[date, str, int | None, Leg | None]]:
    """What planning is given of entries, where today is known: the day, the kind, pain and the leg."""
    with opened(folder, today=ON) as store:
        store.diary.add(*entries)
        return [(entry.on, entry.kind, entry.pain, entry.leg) for entry in store.diary.recent(ON)]


def test_what_was_noted_further_east_and_holds_back_is_of_today(tmp_path: Path) -> None:
    """Noted in Tokyo, where it is Thursday, and looked at in Honolulu, where it is still Wednesday."""
    done = LogEntry(TOMORROW, "session", "all", 9, leg="foot")
    pause, later = LogEntry(TOMORROW, "pause", until=TOMORROW.isoformat()), done._replace(on=ON + timedelta(days=2))
    flare, easy = LogEntry(TOMORROW, "flare"), LogEntry(ON, "morning", pain=2)
    assert as_known(tmp_path, done, later, pause, flare, easy) == [
        (ON, "pain", 9, "foot"), (ON, "flare", None, None), (ON, "morning", 2, None), (TOMORROW, "pause", None, None),
    ]  # fmt: skip


def test_a_word_on_the_leg_that_was_noted_further_east_stops_today(tmp_path: Path) -> None:
    with opened(tmp_path, today=ON) as store:
        store.people.record(WHO, day(30))
        store.diary.add(LogEntry(TOMORROW, "session", "all", 3, leg="foot"))
        found = store.people.person()
        assert found is not None
        assert found.legs[-1] == (ON, "foot")
        assert stop(found, ON) is not None


def test_a_day_that_is_looked_back_on_is_as_it_was(tmp_path: Path) -> None:
    with opened(tmp_path, today=ON) as store:
        store.diary.add(LogEntry(ON, "session", "all", 9))
        assert store.diary.recent(day(1)) == []
