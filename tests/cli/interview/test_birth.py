"""A birth: what it ends, how each of its stops and bars lifts, and that older answers and stores stay valid."""

import json
import sqlite3
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from backplan.store.packed import packed
from backplan.store.shared import OF_WEEK
from tests.support.cli import TODAY, answered, answers, exercises_of, run, started, stopped_by, week_of
from tests.support.damage import checked_anew, told_in_full

BORN = "2026-11-02"  # three weeks before today
CAESAREAN = {"on": BORN, "kind": "caesarean"}
PREGNANT = {"weeks": 38, "on": "2026-10-28"}


def later(weeks: int, days: int = 0) -> str:
    """A day so long after the birth."""
    return (date.fromisoformat(BORN) + timedelta(weeks=weeks, days=days)).isoformat()


def shown(home: Path) -> str:
    return run("init", "--show", home=home).out


def cleared(home: Path, on: str, by: str = "midwife") -> None:
    assert run("init", "--clearance-by", by, "--clearance-on", on, home=home, today=on).code == 0


def daily(week: dict[str, Any]) -> list[bool]:
    """Whether each day of a week holds pelvic floor work."""
    return [
        "pelvic-floor-squeeze" in [*exercises_of(d), *(_ids(d["daily"]) if d["daily"] else ())] for d in week["days"]
    ]


def _ids(block: dict[str, Any]) -> list[str]:
    return [item["exercise"] for item in block["items"]]


def given(week: dict[str, Any]) -> set[str]:
    return {key for day in week["days"] for key in exercises_of(day)}


def rules_against(week: dict[str, Any], exercise: str) -> list[str]:
    return [rule["id"] for entry in week["left_out"] if entry["exercise"] == exercise for rule in entry["rules"]]


# -- said -----------------------------------------------------------------------------------------------------------


def test_a_birth_is_said_by_file_and_by_flag_and_taken_back(home: Path) -> None:
    started(home, birth=CAESAREAN, clearance={"by": "midwife", "on": "2026-11-20"})
    assert f"birth: {{'on': '{BORN}', kind: caesarean}}" in shown(home)
    assert run("init", "--birth", "vaginal", home=home).code == 0
    assert "kind: vaginal" in shown(home)
    assert run("init", "--birth", "none", home=home).code == 0
    assert "birth: null" in shown(home)
    assert run("init", "--birth-on", BORN, "--birth", "caesarean", home=home).code == 0
    assert "kind: caesarean" in shown(home)


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--birth-on", BORN], "--birth"),
        (["--birth", "caesarean"], "--birth-on"),
        (["--birth-on", "2026-11-24", "--birth", "vaginal"], "still to come"),
        (["--birth-on", BORN, "--birth", "water"], "kind must be one of"),
        (["--birth-on", BORN, "--birth", "vaginal", "--pregnant-weeks", "4"], "ended this pregnancy"),
    ],
)
def test_a_fault_in_the_flags_is_said_and_nothing_is_recorded(flags: list[str], said: str, home: Path) -> None:
    started(home)
    before = shown(home)
    done = run("init", *flags, home=home)
    assert (done.code, said in done.err) == (2, True), done
    assert shown(home) == before


def test_a_pregnancy_that_began_since_stands_beside_the_birth(home: Path) -> None:
    after = {"weeks": 2, "on": TODAY}
    assert answered(home, birth=CAESAREAN, pregnancy=after, clearance={"by": "midwife", "on": "2026-11-20"}).code == 0
    assert "weeks: 2" in shown(home)
    assert "caesarean" in shown(home)


def test_answers_and_a_store_from_before_the_question_stay_valid(home: Path) -> None:
    assert "birth" not in answers()
    started(home)
    week = week_of(home)
    with sqlite3.connect(home / "backplan.db") as db:
        for number, document in db.execute("SELECT id, document FROM person").fetchall():
            old = json.loads(document)
            del old["birth"]
            db.execute("UPDATE person SET document = ? WHERE id = ?", (json.dumps(old), number))
        for number, *kept in db.execute(f"SELECT id, document, {OF_WEEK} FROM week").fetchall():
            old = json.loads(told_in_full(*kept))
            for day in old["days"]:
                del day["daily"]
            db.execute("UPDATE week SET document = ? WHERE id = ?", (json.dumps(packed(old)), number))
    db.close()
    checked_anew(home)
    assert "birth: null" in shown(home)
    assert week_of(home) == week


# -- what it ends, and what lifts it --------------------------------------------------------------------------------


def test_a_birth_ends_the_pregnancy_and_the_clearance_and_a_new_clearance_lifts_the_stop(home: Path) -> None:
    started(home, today="2026-10-28", pregnancy=PREGNANT, clearance={"by": "midwife", "on": "2026-10-01"})
    done = run("init", "--birth-on", BORN, "--birth", "caesarean", home=home)
    assert done.code == 4
    assert "`backplan init --only clearance`" in done.err
    assert "pregnancy: null" in shown(home)
    assert stopped_by(home) == "birth-cleared"
    cleared(home, TODAY)
    assert stopped_by(home) is None
    assert given(week_of(home)) <= {"easy-walk", "short-walks", "walking-on-the-spot"}


def test_a_pregnancy_does_not_end_without_a_word_on_the_birth(home: Path) -> None:
    """By flag or by file: it would leave the clearance of the pregnancy standing, and the pool open the next day."""
    started(home, today="2026-10-28", pregnancy=PREGNANT, clearance={"by": "midwife", "on": "2026-10-01"})
    flag = run("init", "--pregnant-weeks", "0", home=home)
    assert flag.code == 2
    assert "`--birth-on DAY --birth vaginal`" in flag.err
    file = answered(home)
    assert file.code == 3
    assert "answers.yaml" in file.err
    assert "`birth: null`" in file.err
    assert "pregnancy: null" not in shown(home)
    assert run("init", "--pregnant-weeks", "0", "--birth-on", BORN, "--birth", "vaginal", home=home).code == 4
    assert stopped_by(home) == "birth-cleared"


def test_a_file_without_a_word_on_a_birth_takes_none_back(home: Path) -> None:
    started(home, birth={"on": BORN, "kind": "vaginal"}, clearance={"by": "midwife", "on": TODAY})
    assert answered(home, clearance={"by": "midwife", "on": TODAY}).code == 0
    assert "kind: vaginal" in shown(home)
    assert answered(home, birth=None, clearance={"by": "midwife", "on": TODAY}).code == 0
    assert "birth: null" in shown(home)


def test_a_birth_while_a_week_stands_lays_it_anew_once_cleared(home: Path) -> None:
    started(
        home,
        today="2026-11-23",
        pregnancy={"weeks": 39, "on": "2026-11-23"},
        clearance={"by": "midwife", "on": "2026-11-20"},
    )
    before = week_of(home)
    assert given(before) - {"easy-walk", "short-walks", "moderate-walk"}
    assert run("init", "--birth-on", "2026-11-24", "--birth", "vaginal", home=home, today="2026-11-25").code == 4
    cleared(home, "2026-11-26")
    after = week_of(home, today="2026-11-26")
    assert after["days"][:3] == before["days"][:3]
    assert any("laid anew" in line for line in after["changes"])
    assert {key for day in after["days"][3:] for key in exercises_of(day)} <= {"easy-walk", "short-walks"}


def test_what_a_caesarean_bars_opens_by_weeks_and_clearances(home: Path) -> None:
    started(home, birth=CAESAREAN, equipment=["pool", "band"], clearance={"by": "midwife", "on": "2026-11-20"})
    first = week_of(home)
    assert given(first) <= {"easy-walk", "short-walks"}
    assert given(first)
    assert daily(first) == [True] * 7
    assert rules_against(first, "glute-bridge")[0] == "birth-first-weeks"
    assert any("six weeks after the birth" in notice for notice in first["notices"])

    sixth = week_of(home, today=later(6))
    assert {"core", "strength"} <= {b["kind"] for d in sixth["days"] for s in d["sessions"] for b in s["blocks"]}
    assert not any(session["place"] == "pool" for day in sixth["days"] for session in day["sessions"])
    assert rules_against(sixth, "water-walk-easy")[0] == "birth-wound"
    assert rules_against(sixth, "modified-curl-up")[0] == "post-natal"
    assert any("Training begins: six weeks have passed since the birth" in line for line in sixth["changes"])
    assert not any("instead of 0" in line for line in sixth["changes"])
    assert daily(sixth) == [True] * 7

    cleared(home, later(8))
    eighth = week_of(home, today=later(8))
    assert rules_against(eighth, "water-walk-easy") == []
    assert any(session["place"] == "pool" for day in eighth["days"] for session in day["sessions"])
    assert rules_against(eighth, "modified-curl-up")[0] == "post-natal"

    assert (
        rules_against(week_of(home, today=later(12)), "modified-curl-up")[0] == "post-natal"
    )  # time alone opens nothing
    cleared(home, later(12, 1), by="physiotherapist")
    open_now = week_of(home, today=later(12, 1))
    assert rules_against(open_now, "modified-curl-up") == []
    assert not any("After the birth" in notice for notice in open_now["notices"])
    assert daily(open_now) == [True] * 7  # for a year


def test_after_a_birth_the_plan_begins_anew(home: Path) -> None:
    clearance = {"by": "midwife", "on": "2026-08-30"}
    started(home, "2026-09-07", pregnancy={"weeks": 30, "on": "2026-09-07"}, clearance=clearance)
    for ago in (0, 7, 14, 21):
        week_of(home, today=(date(2026, 9, 7) + timedelta(days=ago)).isoformat())
    run("init", "--birth-on", BORN, "--birth", "vaginal", home=home)
    cleared(home, TODAY)
    week = week_of(home)
    assert week["programme_week"] == 1
    assert week_of(home, today=later(4))["programme_week"] == 2


# -- the pelvic floor -----------------------------------------------------------------------------------------------


def test_in_pregnancy_pelvic_floor_work_stands_on_every_day_and_counts_as_no_session(home: Path) -> None:
    started(home)
    plain = week_of(home)
    assert not any(day["daily"] for day in plain["days"])
    assert "pelvic-floor" not in {row["target"] for row in plain["balance"]}
    run("init", "--pregnant-weeks", "20", "--clearance-by", "midwife", "--clearance-on", TODAY, home=home)
    week = week_of(home)
    assert daily(week) == [True] * 7
    (row,) = [row for row in week["balance"] if row["target"] == "pelvic-floor"]
    assert (row["asked"], row["got"], row["met"]) == (7, 7, True)
    assert [day["minutes"] for day in week["days"] if not day["sessions"]] == [0] * sum(
        day["rest"] for day in week["days"]
    )


def test_it_is_shown_on_every_page_of_a_day(home: Path) -> None:
    started(home, birth=CAESAREAN, clearance={"by": "midwife", "on": "2026-11-20"})
    assert "Every day" in run("week", home=home).out
    for args in (["today"], ["today", "--plain"], ["week", "--plain"]):
        assert "Pelvic floor squeeze" in run(*args, home=home).out, args
    assert "pelvic-floor-squeeze" in run("today", "--json", home=home).json["exercises"]


def test_what_a_therapist_says_of_the_pelvic_floor_stands_and_ours_steps_back(home: Path) -> None:
    started(home, birth={"on": "2026-09-07", "kind": "vaginal"}, clearance={"by": "midwife", "on": "2026-11-20"})
    run("prescribe", "add", "pelvic-floor-squeeze", "--per-week", "3", "--by", "midwife", home=home)
    week = week_of(home)
    assert not any(day["daily"] for day in week["days"])
    assert sum(daily(week)) == 3
    assert "pelvic-floor" not in {row["target"] for row in week["balance"]} or all(
        row["met"] for row in week["balance"] if row["target"] == "pelvic-floor"
    )


def test_pain_of_8_leaves_the_pelvic_floor_in_peace(home: Path) -> None:
    started(home, birth=CAESAREAN, clearance={"by": "midwife", "on": "2026-11-20"})
    run("log", "--morning", "8", home=home)
    week = week_of(home)
    assert week["mode"] == "coping-only"
    assert not any(day["daily"] for day in week["days"])


def test_with_new_pain_after_a_birth_the_week_still_holds_walks_and_the_pelvic_floor(home: Path) -> None:
    pain = {**answers()["pain"], "since": BORN}
    started(home, birth=CAESAREAN, pain=pain, clearance={"by": "midwife", "on": "2026-11-20"})
    week = week_of(home)
    assert given(week) <= {"easy-walk", "short-walks"}
    assert given(week)
    assert daily(week) == [True] * 7
