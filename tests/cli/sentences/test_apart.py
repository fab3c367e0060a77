"""What stands beside each other in a sentence after `log` is kept apart: a time of the clock, a reading, the pain of a
morning, the day that is told of, and whose session it was.
"""

from pathlib import Path
from typing import Any

import pytest

from backplan.cli.sentences.clock import without_clock
from tests.support.cli import diary_of, run, started

TODAY = "2026-11-30"  # a Monday


_KEPT = ("date", "kind", "done", "pain", "peak", "effort", "minutes", "note", "why")


def _told(home: Path, said: str) -> tuple[str, list[dict[str, Any]]]:
    """What `log` says, and the entries it added, each without what is empty."""
    started(home)
    before = len(diary_of(home))
    done = run("log", *said.split(), home=home, today=TODAY)
    assert done.code == 0, done.err
    return done.out, [
        {
            key: each[key]
            for key in ("date", "kind", "done", "pain", "peak", "effort", "minutes", "note", "why")
            if each[key]
        }
        for each in diary_of(home)[before:]
    ]


@pytest.mark.parametrize(
    ("said", "rest", "times"),
    [
        ("woke at 4 with pain 6", "woke with pain 6", "at 4"),
        ("at 7am it was a 5", "it was a 5", "at 7am"),
        ("stiff till 9", "stiff", "till 9"),
        ("woke at half past five, sore", "woke, sore", "at half past five"),
        ("swam at 10:30 for half an hour", "swam for half an hour", "at 10:30"),
        ("pain up to 6 by 5pm", "pain up to 6", "by 5pm"),
        ("pain at 4", "pain at 4", None),
        ("back at 3/10", "back at 3/10", None),
        ("woke up at 5/10", "woke up at 5/10", None),
        ("went from 3 to 5", "went from 3 to 5", None),
        ("pain down by 2", "pain down by 2", None),
    ],
)
def test_a_time_of_the_clock_is_no_number_of_pain(said: str, rest: str, times: str | None) -> None:
    assert without_clock(said) == (rest, times)


@pytest.mark.parametrize(
    ("said", "kind", "pain"),
    [
        ("slept badly, 5 this morning", "morning", 5),
        ("woke at 4 with pain 6", "morning", 6),
        ("morning was stiff, 3 out of 10", "morning", 3),
        ("this morning i was stiff and worse, 6", "morning", 6),
        ("lifted the car seat and it went, 6", "pain", 6),
        ("my back is not right and it feels awful, 6", "pain", 6),
        ("bit worse, 6 i suppose", "pain", 6),
        ("got up at 7, pain 3", "pain", 3),
        ("took 15 minutes to loosen up, pain 4", "pain", 4),
        ("long drive 6 hours, back stiff, 5", "pain", 5),
        ("pain 2 in back and 5 in calf", "pain", 5),
        ("thigh four out of ten", "pain", 4),
        ("walk 10 leg hurt", "pain", None),
        ("blood pressure was 165 over 95", "pain", None),
        ("stiff for half an hour this morning", "pain", None),
        ("doctors appointment at 10", "pain", None),
        ("slept 8 hours", "pain", None),
        ("headache 6", "pain", None),
        ("bp 140 over 85", "pain", None),
        ("sore till 11", "pain", None),
    ],
)
def test_a_number_of_something_else_is_no_minutes(said: str, kind: str, pain: int | None, home: Path) -> None:
    _, (entry,) = _told(home, said)
    assert (entry["kind"], entry.get("pain"), entry.get("minutes")) == (kind, pain, None)
    assert said in entry["note"] or entry["note"] == "at 4"


@pytest.mark.parametrize("said", ["calf hurts 5", "leg pain 4 today", "leg 5 back 2", "pain going into my shin now"])
def test_a_number_beside_a_leg_asks_how_far_it_goes(said: str, home: Path) -> None:
    out, (entry,) = _told(home, said)
    assert "How far does it go?" in out
    assert entry["note"] == said


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("did it, morning 3, worst 4", [{"kind": "session", "done": "all", "peak": 4}, {"kind": "morning", "pain": 3}]),
        (
            "did it, morning 3-4, worst 5",
            [{"kind": "session", "done": "all", "peak": 5}, {"kind": "morning", "pain": 4}],
        ),
        ("this morning pain was a 3 and tonight a 5", [{"kind": "pain", "pain": 5}, {"kind": "morning", "pain": 3}]),
        ("done, worst 4 best 2", [{"kind": "session", "done": "all", "peak": 4, "note": "best 2"}]),
        ("all good, effort 4 pain 3", [{"kind": "session", "done": "all", "pain": 3, "effort": 4, "note": "all good"}]),
        ("20 mins walk pain 3 after 4", [{"kind": "activity", "done": "all", "pain": 3, "peak": 4, "minutes": 20}]),
        ("back 4 after gardening 2 hours", [{"kind": "activity", "done": "all", "pain": 4, "minutes": 120}]),
        ("pain 3 before, 5 after 2 sets", [{"kind": "session", "done": "all", "pain": 3, "peak": 5}]),
        ("foot massage 15", [{"kind": "activity", "done": "all", "minutes": 15}]),
        ("walk 10 this morning", [{"kind": "activity", "done": "all", "minutes": 10}]),
        (
            "did the session and then walked 20 min home",
            [{"kind": "session", "done": "all"}, {"kind": "activity", "done": "all", "minutes": 20}],
        ),
        ("yesterday did 20 minutes of it", [{"kind": "session", "done": "part", "why": "did 20 minutes of it"}]),
        ("halfway, kids interrupted", [{"kind": "session", "done": "part", "why": "kids interrupted"}]),
        ("did 2 of 3 sets of everything", [{"kind": "session", "done": "part"}]),
        ("did the gentle one", [{"kind": "session", "done": "all"}]),
        ("“did it all”", [{"kind": "session", "done": "all"}]),
        (
            "streaming cold, not doing anything today",
            [{"kind": "session", "done": "no", "why": "streaming cold, not doing anything"}],
        ),
        ("working till 9", [{"kind": "session", "done": "no", "why": "working", "note": "till 9"}]),
        ("too achy today", [{"kind": "session", "done": "no", "why": "too achy"}]),
    ],
)
def test_each_number_and_each_thing_done_is_kept(said: str, held: list[dict[str, Any]], home: Path) -> None:
    _, entries = _told(home, said)
    assert [{key: each for key, each in entry.items() if key != "date"} for entry in entries] == held


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("sat all day, back is killing me", TODAY),
        ("did saturdays session today", TODAY),
        ("did yesterdays exercises this morning", TODAY),
        ("did saturdays session on sunday", "2026-11-29"),
        ("did fridays session", "2026-11-27"),
        ("28.11. did it all", "2026-11-28"),
        ("28/11 all done", "2026-11-28"),
        ("on the 27th i did half", "2026-11-27"),
        ("2nd time round, did it all", TODAY),
        ("1/2 done", TODAY),
        ("friday forgot", "2026-11-27"),
        ("i did yesterday but forgot to log it", "2026-11-29"),
    ],
)
def test_what_is_told_is_of_the_day_it_was(said: str, day: str, home: Path) -> None:
    _, (entry,) = _told(home, said)
    assert entry["date"] == day


@pytest.mark.parametrize("said", ["slipped on the stairs, ok", "hot and cold all night", "hot and shivery all night"])
def test_words_of_a_sign_let_no_session_go(said: str, home: Path) -> None:
    out, (entry,) = _told(home, said)
    assert (entry["kind"], "a sign to look at first" in out) == ("pain", True)


def test_time_away_names_the_pause(home: Path) -> None:
    out, (entry,) = _told(home, "off on holiday till the 12th")
    assert (entry["done"], "`backplan pause 5 days`" in out) == ("no", True)


def test_time_away_that_is_to_come_lets_nothing_go(home: Path) -> None:
    started(home)
    done = run("log", "on", "holiday", "from", "tomorrow", home=home, today=TODAY)
    assert (done.code, "`backplan pause --from DAY --to DAY`" in done.err) == (2, True)


def test_two_days_with_a_number_each_are_noted_by_themselves(home: Path) -> None:
    started(home)
    done = run("log", "pain", "3,", "yesterday", "6", home=home, today=TODAY)
    assert (done.code, "`backplan log today pain 3`; `backplan log yesterday pain 6`" in done.err) == (2, True)


def test_on_a_day_of_rest_no_session_is_let_go(home: Path) -> None:
    started(home)
    run("week", home=home, today=TODAY)
    done = run("log", "friday", "forgot", home=home, today="2026-12-05")
    assert "No session was planned for that day, so none was let go." in done.err
    assert [each["note"] for each in diary_of(home)[-1:]] == ["friday forgot"]


@pytest.mark.parametrize("said", ["i hate the walk", "bird dog is too easy", "too hard"])
def test_what_is_not_liked_names_the_swap(said: str, home: Path) -> None:
    out, (entry,) = _told(home, said)
    assert (entry["note"], "`backplan swap NAME`" in out) == (said, True)


def test_a_note_of_no_pain_asks_for_no_number_of_it(home: Path) -> None:
    out, _ = _told(home, "blood pressure was 165 over 95")
    assert "With a number" not in out
