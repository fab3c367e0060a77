"""What the diary and the dates mean before a week is laid out: the level, new pain, and how a flare settles."""

from datetime import date, timedelta
from itertools import combinations_with_replacement, product
from statistics import median

import pytest

from backplan.library import load
from backplan.model.diary import LogEntry
from backplan.model.person import Pain, Person
from backplan.model.usual import Usual
from backplan.model.vocabulary import Done, Mode
from backplan.model.week import Week
from backplan.model.wording import full_day
from backplan.planner.growth.standing import standing_of
from backplan.planner.request import Request
from backplan.planner.screen import pain as screen_pain
from backplan.planner.screen.bars import bars
from backplan.planner.week import make_week
from backplan.rules.exclusion.acute import ALLOWED
from tests.support import judge
from tests.support.people import ON, person


def day(number: int) -> date:
    """So many days from the day all of this is asked on."""
    return ON + timedelta(days=number)


def week(who: Person, *entries: LogEntry, on: date = ON) -> Week:
    return make_week(Request(who, load.load().exercises, ON, on, entries))


def held(found: Week) -> list[str]:
    """Every exercise of a week, without its coping."""
    return [item.exercise for each in found.days for block in each.blocks() for item in block.items]


# -- new pain -----------------------------------------------------------------------------------------------------


def in_pain(now: int, usual: int = 3, *, days: int = 500) -> Person:
    """Somebody whose pain began so many days ago, asked today."""
    return person(pain=Pain(now, usual, True, day(-days), "none", ON))


@pytest.mark.parametrize(("days", "acute"), [(0, True), (41, True), (42, False), (500, False)])
def test_pain_is_new_for_six_weeks(days: int, acute: bool) -> None:
    who = in_pain(3, days=days)
    pain = screen_pain.pain_today(who, [], ON)
    assert screen_pain.is_acute(who, pain, ON) == acute
    assert screen_pain.mode(who, pain, ON) == ("acute" if acute else "normal")


# -- a week of it at 2 or less --------------------------------------------------------------------------------------

FRESH = person(pain=Pain(3, 3, True, day(-20), "none", day(-19)))


def waking(**pains: int) -> list[LogEntry]:
    """Mornings by the days before today: d7=2 is a pain of 2 a week ago."""
    return [LogEntry(day(-int(key[1:])), "morning", pain=pain) for key, pain in pains.items()]


def trains(entries: list[LogEntry], who: Person = FRESH) -> bool:
    """Whether training may begin today, by the planner and by the second opinion alike."""
    entries = sorted(entries, key=lambda entry: entry.on)
    pain = screen_pain.pain_today(who, entries, ON)
    found = not screen_pain.is_acute(who, pain, ON)
    assert found == (screen_pain.mode(who, pain, ON) == "normal") or pain.now >= 4
    assert found == (not judge.known(who, ON, "normal", "basic", diary=entries).new)
    return found


@pytest.mark.parametrize(
    ("pains", "begins"),
    [
        ({"d7": 2, "d3": 2, "d0": 2}, True),
        ({"d7": 2, "d3": 3, "d0": 2}, False),  # above 2
        ({"d7": 2, "d0": 2}, False),  # two days known: silence is no week at 2
        ({"d6": 2, "d3": 1, "d0": 0}, False),  # six days
        ({"d13": 2, "d1": 2, "d0": 2}, True),
        ({"d14": 2, "d1": 2, "d0": 2}, False),  # a fortnight of silence between
        ({"d8": 3, "d7": 2, "d3": 2, "d0": 2}, True),
        ({"d7": 3, "d6": 2, "d3": 2, "d0": 2}, False),
        ({"d15": 2, "d11": 2, "d8": 2, "d1": 3, "d0": 3}, True),  # once begun it goes on
        ({}, False),
    ],
)
def test_training_begins_after_a_week_at_2_or_less(pains: dict[str, int], begins: bool) -> None:
    assert trains(waking(**pains)) == begins


LOW = waking(d7=2, d3=2, d0=2)


def test_pain_in_sessions_counts_as_that_of_mornings() -> None:
    sessions = [LogEntry(entry.on, "session", "all", entry.pain, 2, 3, "none") for entry in LOW]
    assert trains(sessions)
    assert not trains([sessions[0], sessions[1]._replace(peak=3), sessions[2]])
    assert not trains([LogEntry(entry.on, "session", "all") for entry in LOW]), "only done says nothing of pain"


def test_a_flare_and_the_answers_count_against_it() -> None:
    assert not trains([*LOW, LogEntry(day(-5), "flare")])
    asked = FRESH.pain._replace(on=day(-5))
    assert not trains(LOW, person(pain=asked))
    assert trains(LOW, person(pain=asked._replace(now=2)))


def test_low_days_of_an_older_pain_are_no_week_of_this_one() -> None:
    assert not trains(LOW, person(pain=FRESH.pain._replace(since=day(-6), on=day(-6), now=2)))
    assert trains(LOW, person(pain=FRESH.pain._replace(since=day(-7), on=day(-7), now=2)))


def test_more_pain_never_starts_training() -> None:
    for pains in product(range(1, 5), repeat=3):
        lower = trains(waking(d8=1, **dict(zip(("d7", "d3", "d0"), pains, strict=True))))
        for number in range(3):
            more = [pain + (index == number) for index, pain in enumerate(pains)]
            assert lower >= trains(waking(d8=1, **dict(zip(("d7", "d3", "d0"), more, strict=True))))


@pytest.mark.parametrize("last", [2, 3])
def test_a_week_holds_training_once_it_begins(last: int) -> None:
    by_id = load.load().by_id()
    found = week(FRESH, *waking(d7=2, d3=2, d0=last))
    assert found.mode == ("normal" if last == 2 else "acute")
    assert ({by_id[key].modality for key in held(found)} <= ALLOWED) == (last == 3)


@pytest.mark.parametrize(("now", "mode"), [(3, "acute"), (5, "flare"), (7, "flare")])
def test_a_flare_in_new_pain_holds_nothing_that_new_pain_bars(now: int, mode: Mode) -> None:
    by_id = load.load().by_id()
    found = week(in_pain(now, days=41))
    assert found.mode == mode
    assert held(found)
    assert {by_id[key].modality for key in held(found)} <= ALLOWED
    assert {by_id[key].level for key in held(found)} == {"basic"}
    assert {block.kind for each in found.days for block in each.blocks()}.isdisjoint({"core", "strength"})
    assert any(rule["id"] == "acute" for entry in found.left_out for rule in entry["rules"])
    begun = full_day(day(-41))
    about = f"Counted from {begun}, your pain is under six weeks old"
    assert any(about in notice.sentence for notice in found.notices)


def test_a_flare_of_old_pain_holds_more_than_walks_and_easy_movement() -> None:
    """The other side: the same flare a day later, when the pain is six weeks old."""
    found = week(in_pain(5, days=42))
    assert found.mode == "flare"
    assert not any(rule["id"] == "acute" for entry in found.left_out for rule in entry["rules"])
    assert "core" in {block.kind for each in found.days for block in each.blocks()}
    assert not any("under six weeks old" in notice.sentence for notice in found.notices)


# -- how a flare settles ------------------------------------------------------------------------------------------

WHO = person(pain=Pain(3, 3, True, day(-500), "none", day(-30)))


def morning(on: int, pain: int) -> LogEntry:
    return LogEntry(day(on), "morning", pain=pain)


def state(*entries: LogEntry, on: int = 0) -> tuple[Mode, bool, int]:
    """The kind of session of a day, whether it is at three quarters after a flare, and the usual pain."""
    pain = screen_pain.pain_today(WHO, entries, day(on))
    return screen_pain.mode(WHO, pain, day(on)), pain.returning, pain.usual


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ((), ("flare", False, 3)),
        ((4,), ("flare", False, 3)),  # a calm day: within 1 of the usual
        ((4, 4), ("normal", True, 3)),  # two: everything again, at three quarters
        ((4, 4, 3), ("normal", True, 3)),
        ((3, 3, 3, 3), ("normal", False, 3)),  # and two more at that: over
        ((4, 5), ("flare", False, 3)),
        ((4, 5, 4), ("flare", False, 3)),  # pain 2 above the usual begins the count again
        ((4, 5, 4, 4), ("normal", True, 3)),
        ((4, 4, 5), ("flare", False, 3)),  # a new flare on the way back
        ((4, 4, 3, 5), ("flare", False, 3)),
        ((4, 8), ("coping-only", False, 3)),
    ],
)
def test_a_flare_settles_by_two_calm_days_and_two_at_three_quarters(
    after: tuple[int, ...], expected: tuple[Mode, bool, int]
) -> None:
    entries = [morning(-10, 6), *(morning(number - 9, pain) for number, pain in enumerate(after))]
    assert state(*entries) == expected


def test_calm_words_of_one_day_count_once() -> None:
    assert state(morning(-2, 6), morning(-1, 3), morning(-1, 3), morning(-1, 3)) == ("flare", False, 3)
    assert state(morning(-2, 6), morning(-1, 3), morning(0, 3))[:2] == ("normal", True)


def test_a_day_counts_for_one_stage_however_much_is_noted_of_it_and_whenever() -> None:
    """Three days of mornings and sessions, noted at once, were four."""
    days = [(morning(on, 4), LogEntry(day(on), "session", "all", 4, 4)) for on in (-2, -1, 0)]
    noted = [entry for both in days for entry in both]
    assert state(morning(-3, 6), *noted)[:2] == ("normal", True)
    assert state(morning(-3, 6), *noted, morning(1, 4), on=1)[:2] == ("normal", True)  # the second of three quarters
    assert state(morning(-3, 6), *noted, morning(1, 4), on=2)[:2] == ("normal", False)


def test_a_flare_said_settles_by_two_calm_days_too() -> None:
    said = LogEntry(day(-3), "flare")
    assert state(morning(-3, 3), said)[0] == "flare"
    assert state(morning(-3, 3), said, morning(-2, 3))[0] == "flare"
    assert state(morning(-3, 3), said, morning(-2, 3), morning(-1, 3))[:2] == ("normal", True)


def done(on: int, *, pain: int | None = None, peak: int | None = None, what: Done = "all") -> LogEntry:
    return LogEntry(day(on), "session", what, pain, peak)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ([done(-14), done(-13)], ("flare", False)),  # a flare of that week is believed, whatever is done
        ([done(-8), done(-6)], ("normal", True)),  # then silence is no warning
        ([done(-8), done(-6), done(-4), done(-2)], ("normal", False)),
        ([done(-8), done(-8)], ("flare", False)),  # one day
        ([done(-8, what="part"), done(-6, what="no")], ("flare", False)),
        ([done(-8, peak=3), done(-6, peak=3)], ("flare", False)),  # a figure speaks for itself
        ([morning(-9, 5), done(-8), done(-6)], ("flare", False)),  # a new word of it begins the week again
        ([done(-8), done(-6), morning(-5, 5)], ("flare", False)),
        ([done(-8), morning(-6, 4)], ("normal", True)),
    ],
)
@pytest.mark.parametrize("begun", [LogEntry(day(-16), "flare"), morning(-16, 6)])
def test_a_week_after_the_last_word_of_a_flare_sessions_done_whole_let_it_settle(
    begun: LogEntry, after: list[LogEntry], expected: tuple[Mode, bool]
) -> None:
    assert state(begun, *after)[:2] == expected


def test_a_lot_of_pain_is_believed_until_a_number_says_otherwise() -> None:
    assert state(morning(-16, 8), done(-8), done(-6), done(-4), done(-2))[0] == "coping-only"


def test_a_gentle_week_says_what_ends_it_and_so_do_the_days_after_it() -> None:
    said = [told.sentence for told in week(WHO, LogEntry(day(-1), "flare")).notices if told.kind == "pain"]
    back = week(WHO, LogEntry(day(-3), "flare"), morning(-2, 3), morning(-1, 3)).notices
    for sentence in (*said, *(told.sentence for told in back if told.kind == "pain")):
        assert "noted at 4 or less" in sentence
        assert "backplan log --morning" in sentence


def begun(*entries: LogEntry) -> tuple[date, ...]:
    return screen_pain.pain_today(WHO, entries, day(0)).flares


def test_a_flare_goes_on_however_often_it_is_said_and_one_on_the_way_back_counts_anew() -> None:
    said = [LogEntry(day(number), "flare") for number in (-9, -8, -7)]
    calm = [morning(-6, 3), morning(-5, 3)]
    assert begun(*said) == (day(-9),)
    assert begun(*said, morning(-6, 6)) == (day(-9),)
    assert begun(*said, *calm) == (day(-9),)
    assert begun(*said, *calm, morning(-4, 6)) == (day(-9), day(-4))
    assert begun(*said, *calm, LogEntry(day(-4), "flare", pain=6)) == (day(-9), day(-4))
    assert begun(*said, *calm, morning(-4, 3), morning(-3, 3), morning(-2, 6)) == (day(-9), day(-2))
    assert begun(morning(-3, 3)) == ()


@pytest.mark.parametrize(("days", "told"), [(14, False), (15, True)])
def test_a_flare_said_again_each_day_is_as_old_as_it_is(days: int, told: bool) -> None:
    found = week(WHO._replace(screened=ON), *(LogEntry(day(-ago), "flare") for ago in range(days, -1, -1)))
    assert any("over two weeks" in notice.sentence for notice in found.notices) == told


def test_a_third_flare_lays_the_week_anew_so_that_it_is_said() -> None:
    calm = [morning(number, 3) for number in (-19, -18, -17, -16, -9, -8, -7, -6)]
    two, third = [morning(-20, 6), morning(-10, 6)], morning(0, 6)
    diary = sorted([*calm, *two, third], key=lambda entry: entry.on)
    assert bars(WHO, diary, [day(0)], day(0))[day(0)].refers
    assert not bars(WHO, diary[1:], [day(0)], day(0))[day(0)].refers
    assert not bars(WHO, diary[:-1], [day(0)], day(0))[day(0)].refers  # it has not begun


def test_a_long_flare_does_not_become_the_usual_pain() -> None:
    """The median of the mornings of a fortnight would be 6; it is asked again once the flare is over."""
    assert state(*(morning(number, 6) for number in range(-20, 1))) == ("flare", False, 3)
    risen = [morning(number, 4) for number in range(-20, 1)]
    assert state(*risen) == ("normal", False, 4)


@pytest.mark.parametrize(("days", "told"), [(14, False), (15, True)])
def test_a_flare_of_more_than_two_weeks_sends_to_the_clinician(days: int, told: bool) -> None:
    found = week(WHO._replace(screened=ON), morning(-days, 6))
    assert found.mode == "flare"
    assert any("over two weeks" in notice.sentence for notice in found.notices) == told


def test_nothing_is_heavier_on_the_way_back_than_it_will_be() -> None:
    """Exercises at three quarters of their repetitions in the two days after a flare, and walks, too."""
    back = week(WHO, morning(-2, 6), morning(-1, 3), morning(0, 3))
    calm = week(WHO, morning(-2, 3), morning(-1, 3), morning(0, 3))
    assert (back.mode, calm.mode) == ("normal", "normal")
    assert (calm.aerobic_step, back.aerobic_step) == (12, 9)

    def reps(found: Week) -> dict[str, int]:
        return {
            item.exercise: item.dose.reps
            for each in found.days
            for block in each.blocks()
            if block.kind in ("core", "strength")
            for item in block.items
        }

    both = reps(back).keys() & reps(calm).keys()
    assert len(both) >= 5
    assert {key: reps(back)[key] for key in both} == {key: max(1, reps(calm)[key] * 3 // 4) for key in both}


def test_a_long_flare_does_not_become_the_new_usual() -> None:
    mornings = [LogEntry(date(2026, 11, day), "morning", pain=6) for day in range(3, 13)]
    calm = [LogEntry(date(2026, 11, day), "morning", pain=3) for day in range(13, 17)]
    after = screen_pain.pain_today(person(), [*mornings, *calm], date(2026, 11, 17))
    assert after.usual == 3
    again = screen_pain.pain_today(
        person(), [*mornings, *calm, LogEntry(date(2026, 11, 18), "morning", pain=5)], date(2026, 11, 18)
    )
    assert again.flare_open


# -- the time of day ----------------------------------------------------------------------------------------------


def at_session(on: int, pain: int) -> LogEntry:
    return LogEntry(day(on), "session", "all", pain)


LOW_MORNINGS = [morning(on, 1) for on in range(-14, 0)]


def test_pain_later_in_the_day_is_held_against_what_is_usual_then() -> None:
    sessions = [at_session(on, 4) for on in (-10, -8, -6)]
    diary = sorted([*LOW_MORNINGS, *sessions], key=lambda entry: entry.on)
    pain = screen_pain.pain_today(WHO, [*diary, at_session(0, 4)], day(0))
    assert (pain.usual, pain.usuals, pain.flare_open) == (4, Usual(1, 4), False)
    assert state(*diary, at_session(0, 6))[0] == "flare"
    assert state(*diary, morning(0, 4))[0] == "flare"  # on waking it is 3 above what it is then


@pytest.mark.parametrize(("usual", "pain", "flares"), [(3, 4, False), (3, 5, True), (6, 4, False), (6, 5, True)])
def test_until_the_day_is_known_it_is_as_answered_but_not_much_above_waking(
    usual: int, pain: int, flares: bool
) -> None:
    who = WHO._replace(pain=WHO.pain._replace(now=usual, usual=usual))
    assert screen_pain.pain_today(who, [*LOW_MORNINGS, at_session(0, pain)], day(0)).flare_open is flares


def test_pain_on_waking_is_no_flare_later_in_the_day() -> None:
    mornings = [morning(on, 4) for on in range(-14, 0)]
    sessions = [at_session(on, 2) for on in (-10, -8, -6)]
    pain = screen_pain.pain_today(WHO, sorted([*mornings, *sessions], key=lambda e: e.on), day(0))
    assert pain.usuals == Usual(4, 4)


def test_a_back_that_is_easier_on_waking_is_in_no_flare_for_ever() -> None:
    """Pain of 2 on waking and 4 at every session, as answered: a normal week, week after week."""
    who = WHO._replace(pain=Pain(4, 4, True, day(-500), "none", day(-30)))
    diary = [entry for on in range(-29, 1) for entry in (morning(on, 2), *([at_session(on, 4)] if on % 2 else []))]
    for on in range(-28, 1):
        known = [entry for entry in diary if entry.on <= day(on)]
        assert screen_pain.mode(who, screen_pain.pain_today(who, known, day(on)), day(on)) == "normal"


@pytest.mark.parametrize("usual", [Usual(3, 3), Usual(4, 6), Usual(5, 6), Usual(7, 7), Usual(7, 9)])
def test_the_calm_week_is_a_normal_one_however_the_day_usually_goes(usual: Usual) -> None:
    """It bounds the week of whoever has that pain: a gentle one would take the same off it twice."""
    who = person(pain=Pain(usual.waking, usual.later, True, day(-500), "none", day(-4)))
    mornings = tuple(morning(on, usual.waking) for on in (-3, -2, -1))
    standing = standing_of(Request(who, load.load().exercises, ON, ON, mornings))
    assert standing.pain.usuals == usual
    calm = standing.case(calm=True)
    assert (calm.mode, calm.three_quarters) == ("normal", False)


@pytest.mark.parametrize(("scores", "usual"), [((2, 3, 3, 4, 2, 2), 3), ((2, 2, 2, 3, 4), 2)])
def test_the_usual_pain_is_the_middle_one_and_between_two_the_higher(scores: tuple[int, ...], usual: int) -> None:
    words = [LogEntry(day(number), "morning", pain=pain) for number, pain in enumerate(scores)]
    assert screen_pain.pain_today(WHO, words, day(len(scores) - 1)).usuals.waking == usual


def test_only_what_is_2_above_the_middle_is_2_above_the_usual_and_more_pain_is_no_lower_usual() -> None:
    for scores in combinations_with_replacement(range(11), 4):
        usual = screen_pain.median_of(scores)
        assert all((pain >= usual + 2) == (pain >= median(scores) + 2) for pain in range(11))
        higher = (sorted((*scores[:at], scores[at] + 1, *scores[at + 1 :])) for at in range(4))
        assert all(screen_pain.median_of(more) >= usual for more in higher)


def test_the_days_of_a_flare_that_was_said_are_known_from_its_first_word_on() -> None:
    rises = [LogEntry(day(0), "morning", pain=7), LogEntry(day(1), "morning", pain=7)]
    assert screen_pain.pain_today(WHO, rises, day(1)).said_flare_dates == frozenset()
    said = [*rises, LogEntry(day(1), "flare")]
    assert screen_pain.pain_today(WHO, said, day(1)).said_flare_dates == {day(0), day(1)}
    settled = [LogEntry(day(on), "morning", pain=3) for on in range(2, 6)]
    later = [*said, *settled, LogEntry(day(9), "morning", pain=7)]  # another one, of which it was not said
    assert screen_pain.pain_today(WHO, later, day(9)).said_flare_dates == set(map(day, range(6)))
