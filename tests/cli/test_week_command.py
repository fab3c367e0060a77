"""`week`: its JSON, what is stored and shown again, what lays it anew, and what never changes."""

import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from backplan.actions.guided import session as guided
from backplan.actions.workspace import Workspace
from backplan.model.told import Notice
from backplan.render.foot import notice_lines
from tests.support.cli import TODAY, answers, diary_of, exercises_of, run, started, stopped_by, week_of

KINDS = {"warm-up", "core", "aerobic", "strength", "stretch", "cool-down", "coping"}
ROWS = {
    "aerobic": "min",
    "core": "sessions",
    "strength": "sessions",
    "stretch": "sessions",
    "coping": "days",
    "active-days": "days",
    "rest-days": "days",
}
READS: tuple[list[str], ...] = (["week"], ["week", "--week", "next"], ["today"], [])


def moved(day: str, by: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=by)).isoformat()


def past(week: dict[str, Any], today: str) -> list[dict[str, Any]]:
    return [day for day in week["days"] if day["date"] < today]


def ahead(week: dict[str, Any], today: str) -> list[dict[str, Any]]:
    return [day for day in week["days"] if day["date"] >= today]


def unticked(week: dict[str, Any]) -> dict[str, Any]:
    return {**week, "days": [{**day, "done": None} for day in week["days"]]}


# -- the JSON -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", [True, False])
def test_the_json_has_the_shape_of_the_interface(sample: bool, home: Path) -> None:
    started(home, equipment=["pool"])
    week = week_of(home, *(["--sample"] if sample else []))
    assert {
        "schema", "week", "starts", "programme_week", "level", "mode", "pain", "days", "balance", "left_out",
        "changes", "notices",
    } <= week.keys()  # fmt: skip
    assert week["schema"] == 1
    assert (week["week"], week["starts"]) == ("2026-W48", TODAY)
    assert (week["programme_week"], week["level"], week["mode"]) == (1, "basic", "normal")
    assert week["pain"] == {"usual": 3}
    assert [day["date"] for day in week["days"]] == [moved(TODAY, n) for n in range(7)]
    for day in week["days"]:
        assert {"date", "rest", "minutes", "done", "sessions"} <= day.keys()
        assert day["done"] is None
        assert day["rest"] == (not day["sessions"])
        assert day["minutes"] == sum(session["minutes"] for session in day["sessions"])
        for session in day["sessions"]:
            _session(session)
    rows = {row["target"]: row for row in week["balance"]}
    assert ROWS.items() <= {key: row["unit"] for key, row in rows.items()}.items()
    for row in rows.values():
        assert {"target", "asked", "got", "aim", "unit", "met", "reason"} <= row.keys()
        assert row["met"] == (row["got"] >= row["asked"])
        assert row["met"] or row["reason"]
    assert len(rows) == len(week["balance"])
    for entry in week["left_out"]:
        assert isinstance(entry["exercise"], str)
        assert entry["rules"]
        assert all(rule["id"] and rule["reason"] for rule in entry["rules"])
    assert isinstance(week["changes"], list)
    assert isinstance(week["notices"], list)


def _session(session: dict[str, Any]) -> None:
    assert session["place"] in {"home", "outdoors", "pool", "gym"}
    seconds = 0
    for block in session["blocks"]:
        assert block["kind"] in KINDS
        assert block["seconds"] == sum(item["seconds"] for item in block["items"])
        seconds += block["seconds"]
        for item in block["items"]:
            assert {"exercise", "name", "seconds", "dose", "why"} <= item.keys()
            dose = item["dose"]
            assert set(dose) in ({"minutes"}, {"sets", "reps", "hold_s", "per_side"})
            assert item["why"].strip()
    assert session["minutes"] == -(-seconds // 60)


def test_nothing_in_the_week_is_also_left_out(home: Path) -> None:
    started(home)
    week = week_of(home)
    out = {entry["exercise"] for entry in week["left_out"]}
    assert not out & {key for day in week["days"] for key in exercises_of(day)}


@pytest.mark.parametrize("args", READS)
def test_under_a_stop_json_is_the_stop_alone(args: list[str], home: Path) -> None:
    started(home)
    week_of(home)
    run("init", "--red-flags", "saddle-numbness", home=home)
    done = run(*args, "--json", home=home)
    assert done.code == 4
    assert done.json.keys() == {"schema", "stop"}
    assert done.json["stop"].keys() == {"rule", "sentence"}
    assert not done.err


@pytest.mark.parametrize("args", [*READS, ["week", "--plain"], ["week", "--replan"], ["week", "--days", "mon"]])
def test_under_a_stop_one_sentence_is_said_and_no_exercise(args: list[str], home: Path) -> None:
    started(home)
    week_of(home)
    run("init", "--red-flags", "saddle-numbness", home=home)
    done = run(*args, home=home)
    assert done.code == 4
    assert not done.out
    _, way_back = done.err.splitlines()
    assert "--by-mistake saddle-numbness" in way_back


@pytest.mark.parametrize("args", [*READS, ["week", "--week", "last"]])
def test_nobody_screened_is_a_stop_that_says_what_to_run(args: list[str], home: Path) -> None:
    done = run(*args, "--json", home=home)
    assert done.code == 4
    assert "backplan init" in done.json["stop"]["sentence"]
    assert not home.exists()


def test_last_week_is_screened_like_every_showing(home: Path) -> None:
    started(home, "2026-11-16")
    week_of(home, today="2026-11-16")
    run("init", "--red-flags", "saddle-numbness", home=home)
    done = run("week", "--week", "last", "--json", home=home)
    assert done.code == 4
    assert done.json["stop"]["rule"] == "emergency-flags"


def test_json_asked_of_the_group_is_json_too(home: Path) -> None:
    started(home)
    done = run("--json", "week", home=home)
    assert done.code == 2 or done.json["schema"] == 1


# -- kept, previewed, gone by -------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [[], ["--plain"], ["--json"]])
def test_a_week_is_shown_again_byte_for_byte(form: list[str], home: Path) -> None:
    started(home)
    first = run("week", *form, home=home)
    assert run("week", *form, home=home).out == first.out
    for later in range(1, 7):
        assert run("week", *form, home=home, today=moved(TODAY, later)).out == first.out


def test_only_ticks_change_when_sessions_are_logged(home: Path) -> None:
    started(home)
    before = week_of(home)
    run("log", "--pain", "3", "--peak", "4", "--effort", "4", home=home)
    run("log", "--pain", "3", "--peak", "3", "--effort", "3", home=home, today="2026-11-24")
    run("log", "--done", "part", "--pain", "3", "--peak", "3", "--effort", "3", home=home, today="2026-11-25")
    after = week_of(home, today="2026-11-25")
    assert [day["done"] for day in after["days"]] == ["all", "all", "part", None, None, None, None]
    assert unticked(after) == before


def got(week: dict[str, Any], target: str) -> int:
    return int(next(row["got"] for row in week["balance"] if row["target"] == target))


def held(day: dict[str, Any], kind: str) -> dict[str, str]:
    """The exercises of a kind of work in a day of the JSON week, by id."""
    blocks = [block for session in day["sessions"] for block in session["blocks"] if block["kind"] == kind]
    return {item["exercise"]: item["name"] for block in blocks for item in block["items"]}


@pytest.mark.parametrize("done", ["all", "part"])
@pytest.mark.parametrize(("kind", "target"), [("aerobic", "aerobic"), ("core", "core"), ("strength", "strength")])
def test_what_was_left_out_is_not_ticked_and_counts_for_nothing(kind: str, target: str, done: str, home: Path) -> None:
    started(home)
    before = week_of(home)
    day = next(day for day in before["days"] if held(day, kind))
    gone = held(day, kind)
    named = [word for key in gone for word in ("--not", key)]
    for each in past(before, day["date"]):
        run("log", "--done", "all", home=home, today=each["date"])
    run("log", "--done", done, *named, home=home, today=day["date"])
    after = week_of(home, today=day["date"])
    told = next(each for each in after["days"] if each["date"] == day["date"])
    assert (told["done"], set(told["not"])) == (done, set(gone))
    assert got(after, target) < got(before, target)
    others = {"aerobic", "core", "strength"} - {target}
    assert all(got(after, other) == got(before, other) for other in others)
    lines = run("week", "--full", home=home, today=day["date"]).out.splitlines()
    assert all(any(f" {name} " in line and "–" in line for line in lines) for name in gone.values())
    plain = run("week", "--plain", home=home, today=day["date"]).out
    assert plain.count(", not done.") == len(gone)


def test_a_row_of_the_balance_that_something_left_out_makes_short_says_so(home: Path) -> None:
    started(home)
    week = week_of(home)
    day = next(day for day in week["days"] if held(day, "strength"))
    for each in past(week, day["date"]):
        run("log", "--done", "all", home=home, today=each["date"])
    named = [word for key in held(day, "strength") for word in ("--not", key)]
    run("log", "--done", "all", *named, home=home, today=day["date"])
    after = week_of(home, today=day["date"])
    row = next(row for row in after["balance"] if row["target"] == "strength")
    assert not row["met"]
    assert row["reason"] == "What was left out need not be made up for."


def test_the_last_word_on_a_day_is_its_tick_and_undo_takes_it_back(home: Path) -> None:
    started(home)
    run("log", "--done", "no", home=home)
    run("log", "--pain", "3", "--peak", "4", "--effort", "4", home=home)
    assert week_of(home)["days"][0]["done"] == "all"
    run("diary", "undo", home=home)
    assert week_of(home)["days"][0]["done"] is None  # the session stood in place of the word that it was let go
    run("diary", "undo", home=home)
    assert week_of(home)["days"][0]["done"] is None


def test_next_week_is_a_preview_and_never_stored(home: Path) -> None:
    started(home)
    week_of(home)
    preview = week_of(home, "--week", "next")
    assert preview["week"] == "2026-W49"
    assert preview["programme_week"] == 2
    run("init", "--days", "tue,thu", home=home)
    other = week_of(home, "--week", "next")
    assert {day["date"] for day in other["days"] if day["sessions"]} <= {"2026-12-01", "2026-12-03"}
    done = run("week", "--week", "2026-W49", home=home, today="2026-12-07")
    assert done.code == 2


def test_a_preview_before_any_week_was_shown_stores_nothing(home: Path) -> None:
    started(home)
    week_of(home, "--week", "next")
    assert run("week", "--week", "last", home=home, today="2026-12-07").code == 2
    assert week_of(home, today="2026-11-30")["programme_week"] == 1


def test_last_shows_what_was_stored_and_its_ticks(home: Path) -> None:
    started(home)
    shown = week_of(home)
    run("log", "--pain", "3", "--peak", "4", "--effort", "4", home=home)
    for asked in ("last", "2026-W48", "2026-w48"):
        last = week_of(home, "--week", asked, today="2026-11-30")
        assert unticked(last) == shown
        assert last["days"][0]["done"] == "all"
    assert run("week", "--week", "last", home=home).code == 2
    assert run("week", "--week", "2026-W30", home=home).code == 2


def test_a_week_not_opened_is_not_made_up_afterwards(home: Path) -> None:
    started(home)
    week_of(home, today="2026-12-07")
    assert run("week", "--week", "last", home=home, today="2026-12-07").code == 2


@pytest.mark.parametrize(
    ("today", "name", "starts", "following"),
    [
        ("2026-12-30", "2026-W53", "2026-12-28", "2027-W01"),
        ("2027-01-01", "2026-W53", "2026-12-28", "2027-W01"),
        ("2027-01-03", "2026-W53", "2026-12-28", "2027-W01"),
        ("2027-01-04", "2027-W01", "2027-01-04", "2027-W02"),
        ("2025-12-29", "2026-W01", "2025-12-29", "2026-W02"),
        ("2028-01-01", "2027-W52", "2027-12-27", "2028-W01"),
        ("2028-02-29", "2028-W09", "2028-02-28", "2028-W10"),
    ],
)
def test_weeks_keep_their_iso_names_over_the_new_year(
    today: str, name: str, starts: str, following: str, home: Path
) -> None:
    started(home, today, clearance={"by": "doctor", "on": moved(today, -30)})
    week = week_of(home, today=today)
    assert (week["week"], week["starts"]) == (name, starts)
    assert week_of(home, "--week", name, today=today) == week
    assert week_of(home, "--week", "next", today=today)["week"] == following
    assert week_of(home, "--week", following, today=today)["week"] == following
    assert week_of(home, "--week", "last", today=moved(starts, 7))["week"] == name


@pytest.mark.parametrize("asked", ["2026-W54", "2027-W53", "2026-W00", "W48", "2026-48", "soon", "", "2026-W50"])
def test_a_week_that_cannot_be_shown_is_exit_2(asked: str, home: Path) -> None:
    started(home)
    done = run("week", "--week", asked, home=home)
    assert done.code == 2
    assert not done.out
    assert done.err.strip()


def test_a_plan_begun_midweek_leaves_the_days_before_unplanned(home: Path) -> None:
    started(home, "2026-11-26")
    week = week_of(home, today="2026-11-26")
    assert [day["rest"] for day in week["days"][:3]] == [False] * 3
    assert not any(day["sessions"] for day in week["days"][:3])
    assert any(day["sessions"] for day in week["days"][3:])
    rows = {row["target"]: row for row in week["balance"]}
    assert rows["active-days"]["asked"] <= 4
    assert any("begins on Thursday" in notice for notice in week["notices"])


def test_a_plan_begun_on_a_sunday_without_minutes_is_a_week_all_the_same(home: Path) -> None:
    started(home, "2026-11-29")
    week = week_of(home, today="2026-11-29")
    assert not any(day["sessions"] for day in week["days"])
    assert run("today", home=home, today="2026-11-29").code == 0
    assert run(home=home, today="2026-11-29").code == 0


# -- laid anew ----------------------------------------------------------------------------------------------------


def test_days_names_other_days_for_this_week_alone(home: Path) -> None:
    started(home)
    week_of(home)
    other = week_of(home, "--days", "wed,sun")
    active = {day["date"] for day in other["days"] if day["sessions"]}
    assert active <= {"2026-11-25", "2026-11-29"}
    assert active
    assert other["changes"]
    assert week_of(home) == other
    following = week_of(home, "--week", "next")
    assert {date.fromisoformat(day["date"]).weekday() for day in following["days"] if day["sessions"]} <= {
        0,
        1,
        2,
        3,
        5,
    }


@pytest.mark.parametrize("days", ["monkey", "mon,xyz", "friend", "8", "sunny"])
def test_words_that_are_no_days_are_refused(days: str, home: Path) -> None:
    started(home)
    assert run("week", "--days", days, home=home).code == 2


@pytest.mark.parametrize("days", ["mon,thu", "Mon Thu", "monday,thursday", "THU,mon", "thurs,mon"])
def test_days_are_read_as_people_write_them(days: str, home: Path) -> None:
    started(home)
    week = week_of(home, "--days", days)
    assert {day["date"] for day in week["days"] if day["sessions"]} <= {"2026-11-23", "2026-11-26"}


@pytest.mark.parametrize(
    "args", [["--week", "next", "--replan"], ["--week", "last", "--replan"], ["--week", "next", "--days", "mon"]]
)
def test_what_does_not_go_together_is_refused(args: list[str], home: Path) -> None:
    started(home, "2026-11-16")
    week_of(home, today="2026-11-16")
    assert run("week", *args, home=home).code == 2


def test_wishes_leave_the_week_and_offer_replan(home: Path) -> None:
    started(home)
    before = week_of(home)
    gone = exercises_of(before["days"][3])[-1]
    run("init", "--days", "mon,fri", "--dislikes", gone, home=home)
    kept = week_of(home, today="2026-11-24")
    assert kept["days"] == before["days"]
    assert any("--replan" in notice for notice in kept["notices"])
    anew = week_of(home, "--replan", today="2026-11-24")
    assert past(anew, "2026-11-24") == past(before, "2026-11-24")
    assert {day["date"] for day in ahead(anew, "2026-11-24") if day["sessions"]} <= {"2026-11-27"}
    assert gone not in {key for day in ahead(anew, "2026-11-24") for key in exercises_of(day)}
    assert not any("--replan" in notice for notice in anew["notices"])


@pytest.mark.parametrize(
    ("change", "gone"),
    [
        (["--equipment", "none"], None),
        (["--conditions", "knee-issue,hip-issue"], None),
        (["--no-floor"], "no-floor"),
        (["--no-swim"], None),
        (["--strokes", "breaststroke"], None),
        (["--level", "intermediate"], None),
        (["--gym", "treadmill"], None),
        (["--born", "1948"], None),
        (["--heart", "diabetes", "--knows", "diabetes"], None),
        (["--conditions", "bp-uncontrolled"], None),
    ],
)
def test_a_change_in_what_bars_lays_the_days_ahead_anew_and_no_day_gone_by(
    change: list[str], gone: str | None, home: Path
) -> None:
    started(home, equipment=["band", "pool"])
    before = week_of(home)
    run("log", "--pain", "3", "--peak", "4", "--effort", "4", home=home)
    run("init", *change, home=home, today="2026-11-25")
    after = week_of(home, today="2026-11-25")
    assert past(unticked(after), "2026-11-25") == past(before, "2026-11-25")
    assert any("laid anew" in line for line in after["changes"])
    out = {entry["exercise"] for entry in after["left_out"]}
    assert not out & {key for day in ahead(after, "2026-11-25") for key in exercises_of(day)}
    if gone:
        assert any(rule["id"] == gone for entry in after["left_out"] for rule in entry["rules"])
    assert week_of(home, today="2026-11-25") == after


def test_a_clearance_that_expires_on_thursday_ends_the_week_there(home: Path) -> None:
    started(home, clearance={"by": "doctor", "on": "2025-11-26"})
    week = week_of(home)
    assert not any(day["sessions"] for day in week["days"][3:])
    assert any("Thursday" in notice for notice in week["notices"])
    assert stopped_by(home, "2026-11-25") is None
    assert stopped_by(home, "2026-11-26") == "clearance-expired"
    run("init", "--clearance-on", "2026-11-26", home=home, today="2026-11-26")
    anew = week_of(home, today="2026-11-26")
    assert past(anew, "2026-11-26") == past(week, "2026-11-26")
    assert any(day["sessions"] for day in ahead(anew, "2026-11-26"))


def test_a_clearance_renewed_early_in_the_week_fills_the_days_it_had_emptied(home: Path) -> None:
    started(home, clearance={"by": "doctor", "on": "2025-11-26"})
    week_of(home)
    run("init", "--clearance-on", TODAY, home=home)
    assert any(day["sessions"] for day in week_of(home)["days"][3:])


def test_week_12_of_pregnancy_passing_midweek_bars_lying_flat_from_then_on(home: Path) -> None:
    started(home, pregnancy={"weeks": 12, "on": "2026-11-19"})  # week 13 from Thursday
    week = week_of(home)
    for today in ("2026-11-26", "2026-11-28"):
        shown = week_of(home, today=today)
        out = {
            entry["exercise"]
            for entry in shown["left_out"]
            if any("pregnan" in rule["reason"] or "pregnan" in rule["id"] for rule in entry["rules"])
        }
        assert out
        assert not out & {key for day in ahead(shown, today) for key in exercises_of(day)}
        assert past(shown, "2026-11-26") == past(week, "2026-11-26")


def test_twelve_weeks_after_a_disc_operation_the_bar_becomes_care(home: Path) -> None:
    # 12 weeks after 3 September is Thursday 26 November
    started(home, surgery={"kind": "disc", "on": "2026-09-03", "released": "2026-10-15"})
    week = week_of(home)
    after = week_of(home, today="2026-11-26")
    assert past(after, "2026-11-26") == past(week, "2026-11-26")
    barred = [e for e in week["left_out"] if any(rule["id"] == "post-surgery" for rule in e["rules"])]
    assert barred
    later = week_of(home, today="2026-11-30")
    assert not [e for e in later["left_out"] if any(rule["id"] == "post-surgery" for rule in e["rules"])]


def test_pain_of_8_turns_the_rest_of_the_week_to_coping_and_back(home: Path) -> None:
    started(home)
    before = week_of(home)
    run("log", "--morning", "8", home=home, today="2026-11-25")
    hard = week_of(home, today="2026-11-25")
    assert hard["mode"] == "coping-only"
    assert past(hard, "2026-11-25") == past(before, "2026-11-25")
    assert not any(day["sessions"] for day in ahead(hard, "2026-11-25"))
    assert any(day["coping"] for day in ahead(hard, "2026-11-25"))
    run("log", "--morning", "3", home=home, today="2026-11-26")
    settling = week_of(home, today="2026-11-26")
    assert settling["mode"] == "flare"  # one calm day of two: gentle sessions again, but not all of them
    assert any(day["sessions"] for day in ahead(settling, "2026-11-26"))
    run("log", "--morning", "3", home=home, today="2026-11-27")
    well = week_of(home, today="2026-11-27")
    assert well["mode"] == "normal"
    assert any(day["sessions"] for day in ahead(well, "2026-11-27"))
    assert past(well, "2026-11-25") == past(before, "2026-11-25")


def test_undoing_the_entry_of_8_gives_the_week_back(home: Path) -> None:
    started(home)
    week_of(home)
    run("log", "--morning", "8", home=home)
    assert week_of(home)["mode"] == "coping-only"
    run("diary", "undo", home=home)
    assert week_of(home)["mode"] == "normal"


@pytest.mark.parametrize(("pain", "mode"), [(4, "normal"), (5, "flare"), (7, "flare"), (8, "coping-only")])
def test_pain_told_to_today_decides_the_week(pain: int, mode: str, home: Path) -> None:
    started(home, "2026-11-20")
    assert run("today", "--pain", str(pain), home=home).code == 0
    assert week_of(home)["mode"] == mode


def test_a_flare_said_makes_a_gentle_week_until_pain_is_near_the_usual_on_two_days(home: Path) -> None:
    started(home)
    week_of(home)
    run("log", "--flare", home=home)
    assert week_of(home)["mode"] == "flare"
    run("log", "--morning", "3", home=home, today="2026-11-25")
    assert week_of(home, today="2026-11-25")["mode"] == "flare"
    run("log", "--morning", "3", home=home, today="2026-11-25")
    assert week_of(home, today="2026-11-25")["mode"] == "flare"  # said twice, it is still one day
    run("log", "--morning", "5", home=home, today="2026-11-26")
    run("log", "--morning", "4", home=home, today="2026-11-27")
    assert week_of(home, today="2026-11-27")["mode"] == "flare"  # a flare anew begins the count again
    run("log", "--morning", "3", home=home, today="2026-11-28")
    assert week_of(home, today="2026-11-28")["mode"] == "normal"


# -- the sample ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("far", "pain", "told"), [("did half of it", 8, True), ("did half of it", 5, False), ("all done", 8, False)]
)
def test_what_is_left_of_a_session_is_left_where_pain_leaves_only_ways_to_cope(
    home: Path, far: str, pain: int, *, told: bool
) -> None:
    started(home)
    assert run("week", home=home).code == 0
    assert run("log", far, home=home).code == 0
    assert run("log", "pain", str(pain), home=home).code == 0
    for form in ([], ["--plain"], ["--json"]):
        assert ("Part of this session is done" in run("today", *form, home=home).out) is told


@pytest.mark.parametrize("form", [[], ["--plain"], ["--json"]])
def test_the_sample_needs_and_leaves_nothing(form: list[str], home: Path) -> None:
    done = run("week", "--sample", *form, home=home)
    assert done.code == 0
    assert done.out
    assert not done.err
    assert not home.exists()


def test_the_sample_leaves_a_record_alone_and_is_never_stopped(home: Path) -> None:
    started(home)
    mine = week_of(home)
    bytes_before = (home / "backplan.db").read_bytes()
    assert week_of(home, "--sample") != mine
    assert (home / "backplan.db").read_bytes() == bytes_before
    run("init", "--red-flags", "saddle-numbness", home=home)
    assert run("week", "--sample", home=home).code == 0


def test_the_sample_is_a_whole_week_on_every_day_of_it(home: Path) -> None:
    first = week_of(home, "--sample")
    for later in range(1, 7):
        assert week_of(home, "--sample", today=moved(TODAY, later)) == first


def test_the_sample_goes_with_no_other_week(home: Path) -> None:
    assert run("week", "--sample", "--week", "garbage", home=home).code == 2


# -- swap ---------------------------------------------------------------------------------------------------------


def a_core_exercise(week: dict[str, Any]) -> str:
    found: str = week["programme"]["back"]
    return found


def test_a_swap_holds_from_today_on_and_next_week(home: Path) -> None:
    started(home)
    before = week_of(home)
    gone = a_core_exercise(before)
    done = run("swap", gone, "--why", "wrist", home=home, today="2026-11-25")
    assert done.code == 0, done
    assert gone in done.out
    after = week_of(home, today="2026-11-25")
    assert past(after, "2026-11-25") == past(before, "2026-11-25")
    assert gone not in {key for day in ahead(after, "2026-11-25") for key in exercises_of(day)}
    for args, today in ((["--week", "next"], "2026-11-25"), ([], "2026-11-30"), ([], "2026-12-07")):
        later = week_of(home, *args, today=today)
        assert gone not in {key for day in later["days"] for key in exercises_of(day)}
        assert later["programme"]["back"] == after["programme"]["back"]


@pytest.mark.parametrize("by", ["Bird dog leg reach", "bird dog leg", "BIRD-DOG-LEG"])
def test_a_swap_knows_an_exercise_by_its_name(by: str, home: Path) -> None:
    started(home)
    week = week_of(home)
    assert "bird-dog-leg" in {key for day in week["days"] for key in exercises_of(day)}
    assert run("swap", by, home=home).code == 0
    assert "bird-dog-leg" not in {key for day in week_of(home)["days"] for key in exercises_of(day)}


def names_of(week: dict[str, Any]) -> dict[str, str]:
    return {item["exercise"]: item["name"] for _, item in items_of(week)}


def test_a_swap_says_by_name_what_took_the_place_and_nothing_else(home: Path) -> None:
    started(home)
    before = week_of(home)
    gone = a_core_exercise(before)
    said = run("swap", gone, home=home).out
    after = week_of(home)
    new = names_of(after)[a_core_exercise(after)]
    old = names_of(before)[gone]
    assert said.splitlines()[0] == (
        f"From today on, {new} takes the place of {old}. `backplan swap --back {gone}` takes that back."
    )


def test_a_swap_may_name_what_comes_and_says_what_else_could(home: Path) -> None:
    started(home)
    week_of(home)
    said = run("swap", "sit", "to", "stand", home=home).out
    way = said.rpartition("`backplan swap ")[2].partition("`")[0].split()
    assert way[1] == "--for"
    assert run("swap", *way, home=home).code == 0
    held = set(week_of(home)["programme"].values())
    assert way[2] in held
    assert way[0] not in held


def test_what_was_chosen_in_a_swap_stays_when_the_week_is_laid_anew(home: Path) -> None:
    started(home)
    week_of(home)
    monday = "2026-11-30"
    gone = week_of(home, today=monday)["programme"]["side"]
    first = run("swap", gone, home=home, today=monday).out
    way = first.rpartition("`backplan swap ")[2].partition("`")[0].split()
    assert run("swap", *way, home=home, today=monday).code == 0
    for today in ("2026-12-01", "2026-12-07"):
        assert week_of(home, "--replan", today=today)["programme"]["side"] == way[2]


def test_a_swap_always_finds_something_while_something_could_take_the_place(home: Path) -> None:
    started(home)
    week_of(home)
    for _ in range(5):
        slot = next(key for key, held in week_of(home)["programme"].items() if key == "side")
        gone = week_of(home)["programme"][slot]
        assert "takes the place of" in run("swap", gone, home=home).out


def test_what_cannot_take_a_place_is_refused_with_what_can(home: Path) -> None:
    started(home)
    before = week_of(home)
    for other, why in (
        ("squash", "Sit to stand stays. `backplan why"),
        ("bird-dog-leg", "can. `backplan why"),
        ("sit-to-stand", "can. `backplan why"),
    ):
        done = run("swap", "sit-to-stand", "--for", other, home=home)
        assert (done.code, why in done.err) == (2, True)
    assert week_of(home)["days"] == before["days"]


def test_a_day_may_be_moved_and_what_is_past_stays(home: Path) -> None:
    started(home)
    before = week_of(home)
    held = {day["date"]: bool(day["sessions"]) for day in before["days"]}
    later = "2026-11-24"
    free = next(day for day, has in held.items() if not has and day > later)
    full = next(day for day, has in held.items() if has and day > later)
    names = [f"{date.fromisoformat(day):%a}".lower() for day in (full, free)]
    after = week_of(home, "--move", "=".join(names), today=later)
    assert {day["date"] for day in after["days"] if day["sessions"]} == {day for day, has in held.items() if has} - {
        full
    } | {free}
    assert after["days"][0] == before["days"][0]
    assert week_of(home, today=later)["days"] == after["days"]


@pytest.mark.parametrize("move", ["mon=wed", "wed=mon", "wed", "wed=wed", "wed=never", "wed=thu=fri"])
def test_a_move_that_cannot_be_changes_nothing(move: str, home: Path) -> None:
    started(home)
    before = week_of(home, today="2026-11-24")
    done = run("week", "--move", move, home=home, today="2026-11-24")
    assert (done.code, f"--move {move}" in done.err) == (2, True)
    assert week_of(home, today="2026-11-24")["days"] == before["days"]


def test_a_swap_outside_the_programme_names_what_stands_in_the_same_part_of_the_same_day(home: Path) -> None:
    started(home)
    before = week_of(home)
    walk = next(item for block, item in items_of(before) if item["exercise"] == "easy-walk")
    said = run("swap", "easy-walk", home=home).out.split(" `")[0]
    after = week_of(home)
    bouts = {i["name"] for d in after["days"] for s in d["sessions"] for b in s["blocks"] if b["kind"] == "aerobic"
             for i in b["items"]}  # fmt: skip
    listed, _, rest = said.removeprefix("From today on, ").partition(" take")
    assert rest.endswith(f"the place of {walk['name']}.")
    assert set(listed.split(" and ")) <= bouts


def test_a_swap_is_taken_back_in_its_week_and_later(home: Path) -> None:
    started(home)
    before = week_of(home)
    gone = a_core_exercise(before)
    run("swap", gone, home=home)
    assert "swap --back" in run("swap", gone, home=home).err
    done = run("swap", "--back", gone, home=home)
    assert "your week holds" in done.out
    again = week_of(home)
    assert again["programme"] == before["programme"]
    assert [exercises_of(day) for day in again["days"]] == [exercises_of(day) for day in before["days"]]
    assert not [change for change in again["changes"] if "you swapped it" in change]
    run("swap", gone, home=home)
    assert a_core_exercise(week_of(home, today="2026-11-30")) != gone
    assert run("swap", "--back", gone, home=home, today="2026-12-02").code == 0
    assert a_core_exercise(week_of(home, today="2026-12-02")) == gone
    assert a_core_exercise(week_of(home, today="2026-12-07")) == gone


def test_only_what_was_swapped_away_is_taken_back(home: Path) -> None:
    assert run("swap", "--back", "bird-dog", home=home).code == 4
    started(home)
    gone = a_core_exercise(week_of(home))
    none = run("swap", "--back", gone, home=home)
    assert (none.code, none.err) == (2, f"there is no swap of {gone} to take back; you swapped nothing away\n")
    run("swap", gone, home=home)
    assert f"you swapped away {gone}" in run("swap", "--back", "clamshell", home=home).err
    assert run("swap", "--back", gone, "--why", "better", home=home).code == 2


def test_a_swap_after_the_session_of_today_is_for_the_days_to_come(home: Path) -> None:
    started(home)
    gone = a_core_exercise(week_of(home))
    today = next(day["date"] for day in week_of(home)["days"] if gone in exercises_of(day))
    run("log", "--pain", "3", "--peak", "3", "--effort", "4", home=home, today=today)
    assert run("swap", gone, home=home, today=today).code == 0
    shown = week_of(home, today=today)["days"]
    first, later = next(d for d in shown if d["date"] == today), [d for d in shown if d["date"] > today]
    assert gone in exercises_of(first)
    assert gone not in {key for day in later for key in exercises_of(day)}


def test_whoever_swaps_a_prescribed_exercise_is_asked_to_tell_the_therapist(home: Path) -> None:
    started(home)
    run("prescribe", "add", "bird-dog", "--per-week", "5", "--by", "physiotherapist", home=home)
    assert "bird-dog" in names_of(week_of(home))
    said = run("swap", "bird-dog", home=home).out
    assert "Your physiotherapist prescribed Bird dog: please tell them that you do without it." in said
    assert "Your physio" not in run("swap", "heel-slide", home=home).out


def test_an_unknown_exercise_is_exit_2_with_near_names(home: Path) -> None:
    started(home)
    done = run("swap", "bird-dogg", home=home)
    assert done.code == 2
    assert "bird-dog" in done.err


def test_an_exercise_that_is_not_in_the_week_is_not_swapped(home: Path) -> None:
    started(home)
    week = week_of(home)
    done = run("swap", "road-running", home=home)
    assert done.code == 2
    assert "road-running is not in this week" in done.err
    assert week_of(home) == week


def test_a_swap_without_a_name_says_what_could_be_swapped_and_near_names_are_those_of_the_week(home: Path) -> None:
    started(home)
    assert "side-bridge-wall" in names_of(week_of(home))
    done = run("swap", home=home)
    assert (done.code, "Wall side bridge" in done.err) == (2, True)
    assert "did you mean side-bridge-wall?" in run("swap", "wall", "plank", home=home).err


def test_a_move_that_cannot_be_made_says_that_alone(home: Path) -> None:
    started(home)
    days = [day["date"] for day in week_of(home)["days"] if day["sessions"]]
    one, other = (f"{date.fromisoformat(day):%a}".lower() for day in days[:2])
    done = run("week", "--move", f"{one}={other}", home=home, today="2026-11-30")
    assert (done.code, "session of its own" in done.err, "recorded" in done.err) == (2, True, False)


def test_a_swap_is_screened(home: Path) -> None:
    started(home)
    gone = a_core_exercise(week_of(home))
    run("init", "--red-flags", "fever", home=home)
    assert run("swap", gone, home=home).code == 4
    assert run("swap", "cat-cow", home=home.parent / "nobody").code == 4
    assert run("swap", home=home).code == 4


# -- today and the bare command -----------------------------------------------------------------------------------


def test_today_is_the_day_of_the_week_in_full(home: Path) -> None:
    started(home)
    week = week_of(home)
    done = run("today", "--json", home=home)
    assert done.code == 0
    day = done.json
    assert day["sessions"] == week["days"][0]["sessions"]
    assert day["pain_checked"] is True
    for key in exercises_of(day):
        assert len(day["exercises"][key]["steps"]) >= 3
    for form in ([], ["--plain"]):
        text = run("today", *form, home=home).out
        assert all(item["name"] in text for s in day["sessions"] for b in s["blocks"] for item in b["items"])


def test_today_says_of_a_prescription_only_what_is_about_today(home: Path) -> None:
    started(home, can={"swim": True, "floor": False})
    run("prescribe", "add", "bird-dog", "--per-week", "2", home=home)  # on the floor, so it is never given
    run("prescribe", "add", "dead-bug-band", "--per-week", "2", home=home)  # above the level, which it lifts
    week = week_of(home)
    told = [notice for notice in week["notices"] if notice.startswith("Prescribed")]
    assert len(told) == 2
    held = 0
    for day in week["days"]:
        shown = run("today", "--json", home=home, today=day["date"]).json["notices"]
        said = [notice for notice in shown if notice.startswith("Prescribed")]
        assert [notice for notice in shown if notice in week["notices"] and notice not in told] == [
            notice for notice in week["notices"] if notice not in told
        ]
        assert not [notice for notice in said if "Bird dog" in notice]
        assert bool(said) == ("dead-bug-band" in exercises_of(day))
        held += bool(said)
    assert 0 < held < 7


def test_whoever_cannot_get_down_is_told_to_lie_on_the_bed(home: Path) -> None:
    started(home, can={"swim": True, "floor": False})
    run("prescribe", "add", "glute-bridge", "--per-week", "7", home=home)
    item = next(item for _, item in items_of(week_of(home)) if item["exercise"] == "glute-bridge")
    word = "do it on your bed, as the floor is out of reach for you"
    assert item["caution"] == word
    for form in ([], ["--plain"]):
        assert "Glute bridge (on your bed)" in run("week", *form, home=home, env={"COLUMNS": "100"}).out
        assert f"ith care: {word}." in run("today", *form, home=home, env={"COLUMNS": "100"}).out
    assert word in run("why", "glute-bridge", home=home).out


def test_today_without_pain_known_says_what_to_do_about_8(home: Path) -> None:
    started(home, "2026-11-20")
    done = run("today", "--json", home=home)
    assert done.json["pain_checked"] is False
    assert any("8 or more" in notice for notice in done.json["notices"])
    assert "8 or more" in run("today", home=home).out
    run("today", "--pain", "3", home=home)
    assert run("today", "--json", home=home).json["pain_checked"] is True


def test_the_bare_command_says_what_is_next(home: Path) -> None:
    started(home)
    done = run(home=home)
    assert done.code == 0
    assert "backplan today" in done.out
    run("log", "--pain", "3", "--peak", "4", "--effort", "4", home=home)
    assert "done" in run(home=home).out
    assert run("--json", home=home).json["schema"] == 1


def test_pain_of_the_old_record_stays_while_nobody_says_more(home: Path) -> None:
    started(home, pain={**answers()["pain"], "now": 8})
    assert week_of(home)["mode"] == "coping-only"
    assert week_of(home, today="2026-12-01")["mode"] == "coping-only"


# -- missed and moved sessions, and what a therapist asked for ----------------------------------------------------


def test_a_session_let_go_moves_what_the_week_has_room_for(home: Path) -> None:
    started(home)
    before = week_of(home)
    run("log", "--done", "no", "--why", "visitors", home=home)
    after = week_of(home)
    assert any("Monday's session was not done, and that is fine" in change for change in after["changes"])
    assert [day["rest"] for day in after["days"]] == [day["rest"] for day in before["days"]]
    longest = max(day["minutes"] for day in before["days"])
    assert all(day["minutes"] <= longest for day in after["days"])
    assert run("week", home=home).out == run("week", home=home).out


def test_nobody_who_notes_nothing_is_taken_to_have_missed_anything(home: Path) -> None:
    started(home)
    before = week_of(home)
    assert week_of(home, today="2026-11-28") == before


def test_a_session_on_a_rest_day_counts_as_the_one_that_was_missed(home: Path) -> None:
    started(home, time={"days": ["mon", "wed", "sat"], "minutes": 30})
    week_of(home)
    said = run("log", "--pain", "2", "--peak", "2", "--effort", "3", home=home, today="2026-11-24").out
    assert said.startswith("Noted, thank you: session, the one of Monday, pain 2")
    day = week_of(home, today="2026-11-24")["days"][0]
    assert (day["done"], day["done_on"]) == ("all", "2026-11-24")
    assert "the one of Monday" in run("diary", home=home, today="2026-11-24").out


def test_why_tells_what_has_become_of_an_exercise(home: Path) -> None:
    started(home)
    week = week_of(home)
    day = next(day for day in week["days"] if any(b["kind"] == "core" for s in day["sessions"] for b in s["blocks"]))
    run("log", "--pain", "3", "--peak", "8", "--effort", "6", "--on", day["date"], home=home, today=day["date"])
    after = week_of(home, today="2026-11-28")
    move = next(move for move in after["moves"] if move["exercise"])
    told = run("why", move["exercise"], home=home, today="2026-11-28").out
    assert "goes down from" in told
    assert f"(rule {move['rule']})" in told
    assert move["days"] == [day["date"]]


def test_a_prescription_is_in_the_week_on_its_days_at_its_dose(home: Path) -> None:
    started(home)
    run("prescribe", "add", "bird-dog", "--sets", "2", "--reps", "6", "--hold", "8", "--per-week", "5", home=home)
    run("prescribe", "add", "standing-back-bend", "--per-week", "2", home=home)
    run("prescribe", "avoid", "wall-side-bridge", home=home)
    run("prescribe", "limit", "--minutes", "20", home=home)
    week = week_of(home)
    assert days_of(week, "bird-dog") == 5
    assert days_of(week, "standing-back-bend") == 2
    assert days_of(week, "wall-side-bridge") == 0
    doses = {tuple(i["dose"].values()) for _, i in items_of(week) if i["exercise"] == "bird-dog"}
    assert doses == {(2, 6, 8, True)}
    assert all(day["minutes"] <= 20 for day in week["days"])
    row = next(row for row in week["balance"] if row["target"] == "prescribed")
    assert (row["asked"], row["got"], row["met"]) == (7, 7, True)
    run("prescribe", "end", "all", home=home)
    after = week_of(home)
    assert not any("rescribed" in notice for notice in after["notices"])
    assert not any(row["target"] == "prescribed" for row in after["balance"])


def test_what_does_not_fit_of_a_prescription_is_said_with_the_reason(home: Path) -> None:
    started(home, time={"days": ["mon", "wed"], "minutes": 20})
    run("prescribe", "add", "bird-dog", "--sets", "2", "--per-week", "5", home=home)
    assert prescribed_in(week_of(home)) == [
        "Bird dog. Asked for on 5 days this week, planned on 2: you offered 2 days."
    ]
    run("prescribe", "add", "moderate-walk", "--minutes", "20", "--per-week", "2", home=home)
    run("prescribe", "add", "slow-breathing", "--per-week", "2", home=home)
    run("prescribe", "add", "leg-press", "--per-week", "1", home=home)
    week = week_of(home)
    walk, dog, press = (
        next(said for said in prescribed_in(week) if name in said)
        for name in ("Moderate flat walk", "Bird dog.", "Leg press")
    )
    beside = "beside what else is prescribed, the minutes of your days hold no more."
    assert f"Asked for on 2 days this week, planned on 1: {beside}" in walk
    assert "planned on 1: the minutes of your days hold no more, and you offered 2 days." in dog
    run("prescribe", "end", "2", home=home)
    run("prescribe", "add", "moderate-walk", "--minutes", "20", home=home)
    assert any("No days were said; we plan" in said for said in prescribed_in(week_of(home))), "the days are ours"
    assert press.startswith("Leg press machine: it needs")
    row = next(row for row in week["balance"] if row["target"] == "prescribed")
    assert (row["asked"], row["got"]) == (9, 4), "what is refused is asked of no day"
    assert "told above" in row["reason"]


def prescribed_in(week: dict[str, Any]) -> list[str]:
    """What the notices say of what was prescribed, each up to the advice that follows."""
    found = [
        notice.partition(": ")[2]
        for notice in week["notices"]
        if notice.startswith(("Prescribed by", "Prescribed, and"))
    ]
    return [said.partition(" Do it on")[0] for said in found]


def items_of(week: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Every item of a week's sessions, with its day."""
    return [
        (day["date"], item)
        for day in week["days"]
        for session in day["sessions"]
        for block in session["blocks"]
        for item in block["items"]
    ]


def days_of(week: dict[str, Any], exercise: str) -> int:
    """On how many days an exercise stands."""
    return len({day for day, item in items_of(week) if item["exercise"] == exercise})


OTHER_KIND = "What you may do has changed, so the days from today on were laid anew (a normal week)."


def test_an_accepted_usual_pain_lets_sessions_go_on(home: Path) -> None:
    started(home, pain={"now": 6, "usual": 6, "controlled": True, "since": "2025-10-01", "leg": "none"})
    assert week_of(home)["mode"] == "flare"
    run("prescribe", "accept-usual-pain", "6", home=home)
    week = week_of(home)
    assert week["mode"] == "normal"
    assert OTHER_KIND in week["changes"]


def test_pain_that_turns_six_weeks_old_is_not_said_to_have_changed(home: Path) -> None:
    started(home, pain={"now": 2, "usual": 2, "controlled": True, "since": "2026-10-14", "leg": "none"})
    assert week_of(home, today="2026-11-23")["mode"] == "acute"
    week = week_of(home, today="2026-11-25")
    assert week["mode"] == "normal"
    assert OTHER_KIND in week["changes"]


# -- a week opened late -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [[], ["--plain"]])
def test_days_before_a_week_was_opened_are_not_said_to_be_before_the_plan(form: list[str], home: Path) -> None:
    started(home, today="2026-11-09")
    run("week", home=home, today="2026-11-09")
    late = run("week", *form, home=home, today="2026-11-25").out
    assert "Mon Tue: before you opened this week" in late or late.count("before you opened this week") == 2
    assert "before this plan began" not in late


@pytest.mark.parametrize("form", [[], ["--plain"]])
def test_days_before_a_plan_begun_midweek_are_before_the_plan(form: list[str], home: Path) -> None:
    started(home, today="2026-11-25")
    out = run("week", *form, home=home, today="2026-11-25").out
    assert "Mon Tue: before this plan began" in out or out.count("before this plan began") == 2
    assert "before you opened" not in out


@pytest.mark.parametrize(
    "told", [{"conditions": ["flexion-eases"]}, {"born": 1950, "tolerance": {"aerobic_minutes": 8}}]
)
def test_an_ordinary_morning_moves_no_day_of_a_week_that_would_hold_the_same(told: dict[str, Any], home: Path) -> None:
    started(home, time={"days": ["mon", "tue", "thu", "sat"], "minutes": 30}, **told)
    before = week_of(home)
    assert run("log", "--morning", "2", home=home).code == 0
    after = week_of(home)
    assert (after["days"], after["changes"]) == (before["days"], before["changes"])


def test_a_session_of_a_day_before_the_week_was_opened_is_that_days_own(home: Path) -> None:
    started(home, today="2026-11-09")
    run("week", home=home, today="2026-11-09")
    run("week", home=home, today="2026-11-25")
    done = run("log", "--pain", "2", "--peak", "2", "--effort", "3", "--on", "mon", home=home, today="2026-11-25")
    assert done.out.startswith("Noted for Monday 23 November, thank you: session,")
    (entry,) = (each for each in diary_of(home, today="2026-11-25") if each["kind"] == "session")
    assert (entry["date"], entry["of"]) == ("2026-11-23", None)
    ticks = {day["date"]: day["done"] for day in week_of(home, today="2026-11-25")["days"] if day["done"]}
    assert ticks == {"2026-11-23": "all"}
    plain = run("week", "--plain", home=home, today="2026-11-25").out
    assert "Monday 23 November: before you opened this week; you noted a session." in plain
    full = run("week", "--full", home=home, today="2026-11-25").out
    assert "Mon: before you opened this week; you noted a session." in full
    assert "Tue: before you opened this week." in full


@pytest.mark.parametrize("args", [["today"], ["today", "--plain"], []])
def test_a_day_before_the_week_was_opened_is_not_called_a_rest_day(args: list[str], home: Path) -> None:
    started(home, today="2026-11-09")
    run("week", home=home, today="2026-11-09")
    run("week", home=home, today="2026-11-25")
    out = run(*args, home=home, today="2026-11-23").out  # the clock was set back
    assert "before you opened this week" in out
    assert "rest day" not in out


# -- why ----------------------------------------------------------------------------------------------------------


def test_why_before_any_week_was_shown_does_not_say_what_is_in_it(home: Path) -> None:
    started(home)
    told = run("why", "heel-slide", home=home)
    assert "`backplan week` shows whether it is in your week" in told.out
    assert run("why", "heel-slide", "--json", home=home).json["week"] is None


def test_why_tells_the_dose_of_each_day(home: Path) -> None:
    started(home)
    day = next(day for day in week_of(home)["days"] if "heel-slide" in exercises_of(day))
    assert f"{date.fromisoformat(day['date']).day}" in (said := run("why", "heel-slide", home=home).out)
    assert " November, core: 8 each side, 2 sets. " in said


@pytest.mark.parametrize("word", ["Bird dog", " bird   DOG ", "bird-dog", "Pointer"])
def test_an_exercise_is_known_however_it_is_spaced(word: str, home: Path) -> None:
    assert run("why", word, "--json", home=home).json["exercise"] == "bird-dog"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("yoga", "yoga is a kind of exercise; `backplan library --modality yoga`"),
        ("Nerve glide", "is the name of lying-sciatic-nerve-slider and of"),
        (" ", "say which exercise"),
        ("brid-dog", "did you mean bird-dog or"),
        ("brid", "`backplan library search brid`"),
    ],
)
def test_why_of_what_is_no_exercise_says_where_to_look(word: str, said: str, home: Path) -> None:
    done = run("why", word, home=home)
    assert done.code == 2
    assert said in done.err


def test_a_day_of_a_pause_is_not_called_a_rest_day(home: Path) -> None:
    started(home)
    run("pause", "--to", "2026-11-25", home=home)
    assert "Today is a day of your pause; nothing is asked of you." in run(home=home).out
    assert run("today", home=home).out.split("\n")[0].split() == ["Monday", "23", "November", "pause"]
    assert "Monday 23 November, today: pause.\n" in run("today", "--plain", home=home).out
    other = home.parent / "other"
    started(other)
    run("pause", "--to", "2026-11-25", "--why", "a cold", home=other)
    assert "Today is a day of your pause, a cold; nothing is asked of you." in run(home=other).out
    assert "Monday 23 November: pause, a cold.\n" in run("week", "--plain", home=other).out


# -- the number of the week ---------------------------------------------------------------------------------------


def test_a_look_with_the_clock_set_too_early_shifts_no_number(home: Path) -> None:
    started(home, today="2026-11-23")
    assert week_of(home, today="2026-11-16")["programme_week"] == 1
    assert week_of(home, today="2026-11-23")["programme_week"] == 1
    assert week_of(home, today="2026-12-07")["programme_week"] == 3
    assert week_of(home, today="2026-11-09")["programme_week"] == 1
    assert week_of(home, today="2026-12-14")["programme_week"] == 4


# -- a big day beside the plan ------------------------------------------------------------------------------------

CALM = {"now": 1, "usual": 1, "controlled": True, "since": "2025-10-01", "leg": "none"}
MONDAY, TUESDAY = "2026-11-23", "2026-11-24"


def overdone(home: Path, minutes: int, morning: int, on: str = MONDAY) -> None:
    """A session and an activity on a day, and how the next day began."""
    started(home, today=MONDAY, pain=CALM)
    week_of(home, today=MONDAY)
    run("log", "--peak", "2", home=home, today=on)
    run("log", "gardening", "--minutes", str(minutes), home=home, today=on)
    run("log", "--morning", str(morning), home=home, today=moved(on, 1))


def named(notices: list[str]) -> bool:
    return any("minutes of gardening, more than twice the" in each and "cope pacing" in each for each in notices)


@pytest.mark.parametrize(("minutes", "morning", "told"), [(90, 3, True), (90, 2, False), (20, 3, False)])
def test_a_big_day_before_a_worse_one_is_named_by_week_and_today(
    minutes: int, morning: int, told: bool, home: Path
) -> None:
    overdone(home, minutes, morning)
    assert named(week_of(home, today=TUESDAY)["notices"]) == told
    assert named(run("today", "--json", home=home, today=TUESDAY).json["notices"]) == told


def test_week_names_it_for_a_week_and_today_for_two_days(home: Path) -> None:
    overdone(home, 90, 3)
    by_week = [named(week_of(home, today=moved(TUESDAY, days))["notices"]) for days in (1, 7, 8)]
    assert by_week == [True, True, False]
    by_today = [named(run("today", "--json", home=home, today=moved(TUESDAY, days)).json["notices"]) for days in (1, 2)]
    assert by_today == [True, False]


def test_a_big_day_takes_nothing_back_from_the_exercises(home: Path) -> None:
    overdone(home, 90, 3, on=TUESDAY)
    week = week_of(home, today="2026-11-25")
    assert not [each for each in week["changes"] if "goes down" in each or "verdict-morning" in each]
    assert named(week["notices"])


def test_a_big_day_noted_late_is_named_all_the_same(home: Path) -> None:
    started(home, today=MONDAY, pain=CALM)
    week_of(home, today=MONDAY)
    run("log", "--morning", "3", home=home, today=TUESDAY)
    assert not named(week_of(home, today=TUESDAY)["notices"])
    run("log", "gardening", "--minutes", "90", "--on", MONDAY, home=home, today=TUESDAY)
    assert named(week_of(home, today=TUESDAY)["notices"])


def test_the_third_flare_stands_in_its_week_and_the_next(home: Path) -> None:
    started(home, today="2026-11-02")
    for first, *calm in (("2026-11-03", 4, 5, 6, 7), ("2026-11-10", 11, 12, 13, 14)):
        run("log", "--flare", "--on", str(first), home=home, today=str(first))
        for day in calm:
            run("log", "--morning", "3", home=home, today=f"2026-11-{int(day):02}")
    run("log", "--flare", home=home, today=TUESDAY)
    told = [
        sum("flare-third" in each for each in week_of(home, today=moved(TUESDAY, days))["notices"])
        for days in (0, 2, 6, 7, 13)
    ]
    assert told == [1, 1, 1, 1, 0]


# -- a week or a day as a word ------------------------------------------------------------------------------------


def test_a_word_names_a_week_or_a_day_of_this_one(home: Path) -> None:
    started(home)
    assert run("week", "next", home=home).out == run("week", "--week", "next", home=home).out
    assert run("week", "Monday", "--json", home=home).json == run("today", "--json", home=home).json
    tuesday = run("week", "tue", home=home)
    assert tuesday.code == 0
    assert tuesday.out.strip().startswith("Tuesday 24 November")
    assert "Pain now" not in tuesday.out
    assert run("week", "tomorrow", home=home).out == tuesday.out
    assert run("week", "next", "--week", "last", home=home).code == 2
    assert run("week", "tue", "--replan", home=home).code == 2


def test_under_a_stop_no_day_is_shown(home: Path) -> None:
    started(home)
    run("init", "--red-flags", "fever", home=home)
    done = run("week", "tue", home=home)
    assert (done.code, done.out) == (4, "")


def test_steps_are_told_until_an_exercise_was_done_three_times(home: Path) -> None:
    started(home, today="2026-11-09")
    times = Counter[str]()
    for on in (moved("2026-11-09", days) for days in range(14)):
        day = next(day for day in week_of(home, today=on)["days"] if day["date"] == on)
        if day["sessions"]:
            left_out = exercises_of(day)[0]
            assert run("log", "--done", "all", "--not", left_out, home=home, today=on).code == 0
            times.update(key for key in exercises_of(day) if key != left_out)
    monday = next(day for day in week_of(home)["days"] if day["date"] == TODAY)
    names = {item["exercise"]: item["name"] for s in monday["sessions"] for b in s["blocks"] for item in b["items"]}
    told = run("today", "--plain", home=home).out
    taught = {key for key, name in names.items() if f"{name}, step 1:" in told}
    assert taught == {key for key in names if times[key] < 3}
    assert 0 < len(taught) < len(names)
    every = run("today", "--plain", "--steps", home=home).out
    assert all(f"{name}, step 1:" in every for name in names.values())


def test_a_flare_that_settles_is_no_normal_week_yet(home: Path) -> None:
    started(home)
    run("log", "--flare", home=home)
    assert week_of(home)["mode"] == "flare"
    days = ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28"]
    for day in days[:2]:
        run("log", "--morning", "3", home=home, today=day)
    week = week_of(home, today=days[1])
    assert OTHER_KIND.replace("a normal", "three quarters of a normal") in week["changes"]
    for day in days[2:]:
        run("log", "--morning", "3", home=home, today=day)
    back = (
        "Everything is back at its whole dose, which takes its minutes back, so the days from today on were laid anew."
    )
    assert back not in week_of(home, today=days[3])["changes"]
    assert back in week_of(home, today=days[4])["changes"]


def aerobic_row(home: Path, today: str = TODAY) -> dict[str, Any]:
    return next(row for row in week_of(home, today=today)["balance"] if row["target"] == "aerobic")


def test_what_was_done_beside_the_plan_is_told_by_the_week_and_counted_in(home: Path) -> None:
    started(home)
    before = aerobic_row(home)
    run("log", "walked 25 minutes", home=home)
    run("log", "gardening", "--minutes", "40", home=home)
    assert aerobic_row(home)["got"] == before["got"] + 65
    assert [(each["exercise"], each["minutes"]) for each in week_of(home)["own"]] == [
        ("walking", 25),
        ("gardening", 40),
    ]
    for form in ([], ["--plain"], ["--full"]):
        said = " ".join(run("week", *form, home=home).out.split())
        assert "walking 25 min and gardening 40 min: counted in" in said
    assert week_of(home, "--replan")["own"]


def test_running_is_told_and_earns_no_minutes(home: Path) -> None:
    started(home)
    before = aerobic_row(home)
    run("log", "jogging", "--minutes", "15", home=home)
    assert aerobic_row(home) == before
    for command in ("week", "today"):
        assert "jogging 15 min: left out for now" in " ".join(run(command, home=home).out.split())


def test_today_tells_what_was_done_of_ones_own_on_its_day_alone(home: Path) -> None:
    started(home)
    run("log", "gardening", "--minutes", "40", "--on", "yesterday", home=home, today="2026-11-24")
    assert "gardening" not in run("today", home=home, today="2026-11-24").out
    assert "gardening 40 min: it counts" in run("week", "mon", "--plain", home=home, today="2026-11-24").out


def test_a_week_without_anything_of_ones_own_says_nothing_of_it(home: Path) -> None:
    started(home)
    assert "own" not in week_of(home)
    assert "Your own" not in run("week", home=home).out


def test_days_that_are_empty_are_told(home: Path) -> None:
    started(home)
    done = run("week", "--days", "", home=home)
    assert (done.code, "--days is empty" in done.err) == (2, True)


@pytest.mark.parametrize(("word", "meant"), [("wendesday", "wednesday"), ("satuday", "saturday"), ("nxt", "next")])
def test_a_slip_for_a_day_or_a_week_names_it(word: str, meant: str, home: Path) -> None:
    started(home)
    done = run("week", word, home=home)
    assert (done.code, f"(did you mean {meant}" in done.err) == (2, True)


# -- what is counted, once ---------------------------------------------------------------------------------------


def balance_of(week: dict[str, Any]) -> dict[str, int]:
    return {row["target"]: row["got"] for row in week["balance"]}


def test_the_last_day_of_a_week_laid_anew_is_counted_once(home: Path) -> None:
    started(home, time={"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "minutes": 20})
    whole = balance_of(week_of(home))
    sunday = "2026-11-29"
    for days in range(7):
        assert run("log", "--on", moved(TODAY, days), "--done", "all", "--pain", "3", home=home, today=sunday).code == 0
    week = week_of(home, "--replan", today=sunday)
    counts = balance_of(week)
    assert counts["active-days"] + counts["rest-days"] == 7
    assert counts["active-days"] == sum(bool(day["sessions"]) for day in week["days"])
    assert {key: counts[key] for key in ("core", "strength", "aerobic")} == {
        key: whole[key] for key in ("core", "strength", "aerobic")
    }


def test_a_session_let_go_on_the_last_day_is_counted_no_more(home: Path) -> None:
    started(home, time={"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "minutes": 20})
    week_of(home)
    sunday = "2026-11-29"
    for days in range(6):
        run("log", "--on", moved(TODAY, days), "--done", "all", "--pain", "3", home=home, today=sunday)
    run("log", "--done", "no", home=home, today=sunday)
    assert balance_of(week_of(home, "--replan", today=sunday))["active-days"] <= 6


def test_a_session_on_a_day_of_pause_is_shown_and_no_rest(home: Path) -> None:
    started(home)
    week_of(home)
    run("pause", "until", "2026-11-29", home=home, today="2026-11-24")
    before = balance_of(week_of(home, today="2026-11-25"))
    run("log", "--done", "all", "--pain", "3", home=home, today="2026-11-25")
    after = balance_of(week_of(home, today="2026-11-25"))
    assert after["rest-days"] == before["rest-days"] - 1
    assert after["active-days"] == before["active-days"] + 1
    for args in (("week",), ("week", "--plain"), ("today",)):
        assert "you noted a session" in run(*args, home=home, today="2026-11-25").out
    assert "1 on a day without a plan" in run("progress", "--plain", home=home, today="2026-11-29").out


# -- said once, and only what is so --------------------------------------------------------------------------------


def test_the_look_back_comes_when_four_weeks_are_over_and_today_only_names_it(home: Path) -> None:
    started(home)
    week_of(home)
    look = "Four weeks, a first look back"
    assert look not in run("week", home=home, today=moved(TODAY, 21)).out
    assert look in run("week", home=home, today=moved(TODAY, 28)).out
    told = run("today", home=home, today=moved(TODAY, 28)).out
    assert look not in told
    assert "A look back at your weeks so far" in told


def test_today_at_80_columns_and_24_rows_shows_an_exercise_on_its_first_screen(home: Path) -> None:
    started(home)
    week_of(home)
    today = moved(TODAY, 28)
    name = next(item["name"] for item in week_of(home, today=today)["days"][0]["sessions"][0]["blocks"][0]["items"])
    screen = run("today", home=home, today=today, env={"COLUMNS": "80", "LINES": "24"}).out.splitlines()[:23]
    assert any(name in line for line in screen)


def test_no_day_of_calm_is_short_of_a_goal_that_is_not_planned(home: Path) -> None:
    started(home)
    calm = next(row for row in week_of(home)["balance"] if row["target"] == "coping")
    told = run("week", "--plain", home=home).out
    assert calm["got"] < calm["aim"]
    assert f"calm {calm['got']} days" in told
    assert f"calm {calm['got']} of" not in told


def test_rows_that_are_short_for_one_reason_are_one_line(home: Path) -> None:
    started(home)
    week_of(home)
    run("pause", "until", "2026-11-29", home=home, today="2026-11-24")
    lines = run("week", "--plain", home=home, today="2026-11-24").out.splitlines()
    reasons = [line.split(". ", 1)[1] for line in lines if line.startswith("Balance, short")]
    assert reasons
    assert len(set(reasons)) == len(reasons)


def test_the_safety_questions_are_not_asked_about_in_the_same_words_twice(home: Path) -> None:
    started(home)
    said = {
        weeks: next(
            (each for each in week_of(home, today=moved(TODAY, 7 * weeks))["notices"] if "safety questions" in each), ""
        )
        for weeks in (3, 4, 5, 6, 8, 12)
    }
    asked = {weeks: words for weeks, words in said.items() if words}
    assert asked.keys() == {4, 8, 12}
    assert len(set(asked.values())) == len(asked)
    assert all("init --only red-flags" in each for each in asked.values())


def test_the_safety_questions_asked_about_in_a_week_are_asked_about_to_its_end(home: Path) -> None:
    started(home)
    week_of(home)
    monday = date.fromisoformat(TODAY) - timedelta(days=date.fromisoformat(TODAY).weekday()) + timedelta(weeks=4)
    due = date.fromisoformat(TODAY) + timedelta(days=28)
    for day in (monday + timedelta(days=number) for number in range(7)):
        shown = any("safety questions" in each for each in week_of(home, today=day.isoformat())["notices"])
        assert shown == (day >= due), day


def test_today_and_start_count_the_same_exercises_and_ready_knows_all_things(home: Path) -> None:
    started(home)
    day = week_of(home)["days"][0]
    told = run("today", home=home).out
    assert day["coping"] is not None
    many = len({*exercises_of(day), *(item["exercise"] for item in day["coping"]["items"])})
    assert f"{many} exercises" in told
    assert guided.session(Workspace(date.fromisoformat(TODAY), home)).guide.place == (1, many)
    assert "a steady chair" in told  # for the calm minutes alone


@pytest.mark.parametrize("words", ["10", "10 minutes", "ten", "only 10 minutes today", "I have about 10 min"])
def test_today_in_the_minutes_there_are_holds_what_counts_most_and_changes_nothing(words: str, home: Path) -> None:
    started(home)
    week = week_of(home)
    short = json.loads(run("today", *words.split(), "--json", home=home).out)
    assert short["minutes"] <= 10 < json.loads(run("today", "--json", home=home).out)["minutes"]
    assert short["short"]["left_out"]
    assert any("the week stays as it is" in each for each in short["notices"])
    assert "Left out this time" in " ".join(run("today", "--minutes", "10", home=home).out.split())
    assert week_of(home) == week


def test_today_names_other_days_and_says_what_it_cannot_read(home: Path) -> None:
    started(home)
    assert run("today", "tomorrow", home=home).out == run("week", "tomorrow", home=home).out
    for asked in ("what about tomorrow", "what's on tomorrow please", "how about tomorrow"):
        assert run("today", *asked.split(), home=home).out == run("today", "tomorrow", home=home).out
    wrong = run("today", "soon", home=home)
    assert (wrong.code, "`backplan today 10`" in wrong.err) == (2, True)
    assert run("today", "10", "--minutes", "12", home=home).code == 2
    assert "All of it fits" in run("today", "300", home=home).out


def test_where_there_is_least_room_an_open_question_still_says_what_to_do() -> None:
    asked = Notice("sign-asked", "You wrote so. That may tell of a sign: get help at once. If not: ask.")
    leg, slow = Notice("new-questions", "You wrote so. How far does it go?"), Notice("slow", "It goes slowly. Why.")
    ((both,), (alone,)) = (
        notice_lines(each, "least", "`backplan week --full`") for each in ([asked, leg, slow], [leg, slow])
    )
    assert both == f"{asked.sentence} And 2 more: `backplan week --full`"
    assert alone == f"{leg.sentence} And 1 more: `backplan week --full`"
