"""`backplan pause` and the other dates that reach into the future: nothing is stored where no command sees it."""

from pathlib import Path

import pytest

from tests.support.cli import diary_of, run, started, week_of
from tests.support.sitting import ended, terminal

FAR = [
    ["pause", "--from", "9999-12-30", "--to", "9999-12-31"],
    ["pause", "--from", "9999-12-31"],
    ["pause", "--from", "2899-12-31", "--to", "2899-12-31"],
    ["pause", "--from", "2027-12-24", "--to", "2028-01-02"],
    ["pause", "--to", "9999-12-31"],
    ["pause", "--from", "0001-01-01", "--to", "0001-01-01"],
    ["prescribe", "add", "dead-bug", "--until", "9999-12-31"],
    ["log", "--on", "0001-01-01"],
    ["diary", "edit", "1", "--on", "0001-01-01"],
    ["init", "--surgery", "disc", "--surgery-on", "0001-01-01"],
]


@pytest.mark.parametrize("args", FAR, ids=" ".join)
def test_a_day_out_of_all_reach_is_exit_2_names_it_and_stores_nothing(args: list[str], home: Path) -> None:
    started(home)
    before = diary_of(home), run("prescribe", "show", "--json", home=home).json["items"]
    done = run(*args, home=home)
    assert done.code == 2, done
    assert args[-1] in done.err or args[2] in done.err
    assert all(line.startswith("--") for line in done.err.splitlines())
    assert (diary_of(home), run("prescribe", "show", "--json", home=home).json["items"]) == before


def test_a_pause_within_a_year_is_noted_seen_and_ended(home: Path) -> None:
    started(home)
    assert run("pause", "--from", "2027-11-24", "--to", "2028-11-23", home=home).code == 0
    assert "a pause until 2028-11-23" in run("diary", "--plain", home=home).out
    assert run("pause", "--end", home=home).code == 0
    assert [entry["kind"] for entry in diary_of(home)] == ["pain"]


def test_a_pause_is_the_reason_for_all_it_leaves_short_and_is_said_once(home: Path) -> None:
    started(home, today="2026-11-30")
    week_of(home, today="2026-11-30")
    assert run("pause", "--from", "2026-12-01", "--to", "2026-12-05", home=home, today="2026-11-30").code == 0
    shown = run("week", home=home, today="2026-12-01").out
    assert " ".join(shown.split()).count("Your pause") == 1
    assert "little time" not in shown
    rows = week_of(home, today="2026-12-01")["balance"]
    assert all("pause" in row["reason"] for row in rows if not row["met"] and row["target"] != "coping")


@pytest.mark.parametrize(
    ("said", "last"), [(["5", "days"], "2026-12-04"), (["a week"], "2026-12-06"), (["for two weeks"], "2026-12-13")]
)
def test_a_pause_may_be_said_as_so_many_days(said: list[str], last: str, home: Path) -> None:
    started(home, today="2026-11-30")
    assert last in run("pause", *said, home=home, today="2026-11-30").out


@pytest.mark.parametrize(
    ("said", "last", "why"),
    [
        (["until sunday,", "going away"], "2026-12-06", "going away"),
        (["3 days, a cold"], "2026-12-02", "a cold"),
        (["till sunday because of work"], "2026-12-06", "work"),
        (["week"], "2026-12-06", None),
        (["--until", "sunday"], "2026-12-06", None),
        (["until 24 december, 2026"], "2026-12-24", None),
    ],
)
def test_a_pause_is_told_in_a_sentence_and_ended_by_a_word(said: list[str], last: str, why: str, home: Path) -> None:
    started(home, today="2026-11-30")
    assert last in run("pause", *said, home=home, today="2026-11-30").out
    (noted,) = (entry for entry in diary_of(home, "2026-11-30") if entry["kind"] == "pause")
    assert noted.get("why", noted.get("note")) == why
    assert "Taken back" in run("pause", "is", "over", home=home, today="2026-11-30").out


@pytest.mark.parametrize(
    ("word", "way"), [("resume", "backplan pause --end"), ("move", "backplan week --move fri=sat")]
)
def test_who_takes_another_word_is_told_the_way(word: str, way: str, home: Path) -> None:
    assert f"`{way}`" in run(word, home=home).err


@pytest.mark.parametrize("said", [["soon"], ["0 days"], ["99 weeks"], ["5", "days", "--to", "2026-12-24"]])
def test_a_length_that_cannot_be_read_is_exit_2_and_pauses_nothing(said: list[str], home: Path) -> None:
    started(home, today="2026-11-30")
    before = diary_of(home, "2026-11-30")
    assert run("pause", *said, home=home, today="2026-11-30").code == 2
    assert diary_of(home, "2026-11-30") == before


def test_a_pause_is_not_moved_beyond_its_end(home: Path) -> None:
    started(home)
    assert run("pause", "--from", "2026-11-10", "--to", "2026-11-12", home=home).code == 0
    moved = run("diary", "edit", "2", "--on", "2026-11-20", home=home)
    assert moved.code == 2
    assert "entry 2 is a pause until 2026-11-12, so it cannot begin after it" in moved.err


def test_a_pause_that_is_told_leaves_the_days_before_it_as_they_were(home: Path) -> None:
    started(home)
    before = week_of(home)["days"]
    first = before[3]["date"]
    assert run("pause", "--from", first, "--to", before[6]["date"], home=home).code == 0
    after = week_of(home)["days"]
    assert [day["sessions"] for day in after[:3]] == [day["sessions"] for day in before[:3]]
    assert not any(day["sessions"] for day in after[3:])


def test_on_a_day_of_a_pause_nothing_is_asked(home: Path) -> None:
    started(home)
    assert run("log", home=home).code == 0
    later = "2026-11-24"
    assert run("pause", "--to", "2026-11-27", home=home, today=later).code == 0
    for command in ("today", "start"):
        _, said = ended(terminal(command, home=home, today=later))
        assert "Pain right now" not in said
        assert "waking" not in said
    _, said = ended(terminal(home=home, today=later))
    assert "--morning" not in said


def test_a_pause_that_begins_today_takes_today_from_the_week_though_nobody_looks_at_it(home: Path) -> None:
    started(home)
    before = week_of(home)["days"][0]
    assert before["sessions"]
    assert run("pause", "4", "days", home=home).code == 0
    after = week_of(home, today="2026-11-24")
    assert not after["days"][0]["sessions"]
    assert "yesterday" not in run("today", home=home, today="2026-11-24").out


def test_pauses_that_share_days_are_told_of_and_the_very_same_is_not_noted_twice(home: Path) -> None:
    started(home)
    assert "Another pause" not in run("pause", "2 weeks", home=home).out
    again = run("pause", "2 weeks", home=home)
    assert (again.code, "On record already" in again.out, "undo" in again.out) == (0, True, False)
    assert len([entry for entry in diary_of(home) if entry["kind"] == "pause"]) == 1
    other = run("pause", "5 days", home=home).out
    assert "Another pause stands, too, from Mon 2026-11-23 to Sun 2026-12-06" in other
    number = next(entry["id"] for entry in diary_of(home) if entry["kind"] == "pause")
    assert f"`backplan diary undo {number}`" in other
    assert "Another pause" not in run("pause", "--from", "2027-03-01", "--to", "2027-03-05", home=home).out


@pytest.mark.parametrize(("said", "told"), [("400 days", "366 days at most"), ("2 years", "366 days at most"),
                                            ("a month", "to Tue 2026-12-22"), ("forever", "write how")])  # fmt: skip
def test_how_long_a_pause_may_be_is_said(said: str, told: str, home: Path) -> None:
    started(home)
    done = run("pause", said, home=home)
    assert told in done.out + done.err


@pytest.mark.parametrize(
    ("text", "first", "last", "why"),
    [
        ("until 28 december", "2026-12-21", "2026-12-28", None),
        ("until 2 january", "2026-12-21", "2027-01-02", None),
        ("until december 28", "2026-12-21", "2026-12-28", None),
        ("until the 4th", "2026-12-21", "2027-01-04", None),
        ("until new year", "2026-12-21", "2027-01-01", None),
        ("until next friday", "2026-12-21", "2026-12-25", None),
        ("from 24 december to 2 january", "2026-12-24", "2027-01-02", None),
        ("two weeks from thursday", "2026-12-24", "2027-01-06", None),
        ("tomorrow", "2026-12-22", "2026-12-22", None),
        ("holiday until 28 december", "2026-12-21", "2026-12-28", "holiday"),
        ("until 28 december holiday", "2026-12-21", "2026-12-28", "holiday"),
        ("5 days holiday", "2026-12-21", "2026-12-25", "holiday"),
        ("ill for a week", "2026-12-21", "2026-12-27", "ill"),
        ("until sunday because of flu", "2026-12-21", "2026-12-27", "flu"),
    ],
)
def test_the_end_of_a_pause_lies_ahead_and_why_may_stand_beside_it(
    text: str, first: str, last: str, why: str | None, home: Path
) -> None:
    started(home, today="2026-12-21")
    done = run("pause", *text.split(), home=home, today="2026-12-21")
    assert done.code == 0, done.err
    noted = diary_of(home)[-1]
    assert (noted["date"], noted["until"], noted["why"]) == (first, last, why)


def test_until_when_is_answered_with_a_day_that_lies_ahead(home: Path) -> None:
    started(home, today="2026-12-21")
    child = terminal("pause", home=home, today="2026-12-21")
    child.expect_exact("Until when?")
    child.sendline("28 december")
    assert "2026-12-28" in ended(child)[1]


def test_a_day_that_has_only_just_been_is_no_end_of_a_pause(home: Path) -> None:
    started(home, today="2026-12-21")
    done = run("pause", "until", "15", "november", home=home, today="2026-12-21")
    assert (done.code, "until 15 november: Sun 2026-11-15 is before the first day" in done.err) == (2, True)


def test_a_pause_may_have_begun_lately(home: Path) -> None:
    started(home, today="2026-12-21")
    assert run("pause", "--from", "18 december", "--to", "2 january", home=home, today="2026-12-21").code == 0
    noted = next(each for each in diary_of(home) if each["kind"] == "pause")
    assert (noted["date"], noted["until"]) == ("2026-12-18", "2027-01-02")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("a week in spain from saturday", "in spain"),
        ("holiday from saturday for a week", "holiday"),
        ("from saturday a week", ""),
        ("7 days from saturday, visiting mum", "visiting mum"),
        ("a week from 28 november in the sun", "in the sun"),
    ],
)
def test_a_pause_begins_on_the_day_that_its_words_name(words: str, why: str, home: Path) -> None:
    started(home)
    assert run("pause", *words.split(), home=home).code == 0
    pause = run("diary", "--plain", home=home).out
    assert ("2026-11-28" in pause, "2026-12-04" in pause, why in pause) == (True, True, True), pause


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("next week", "2026-11-30", "2026-12-06"),
        ("this week", "2026-11-23", "2026-11-29"),
        ("flu, until friday", "2026-11-23", "2026-11-27"),
        ("got a cold until friday", "2026-11-23", "2026-11-27"),
        ("from tuesday until friday", "2026-11-24", "2026-11-27"),
        ("away from tuesday until friday", "2026-11-24", "2026-11-27"),
    ],
)
def test_a_week_or_an_illness_until_a_day_is_a_pause(words: str, first: str, last: str, home: Path) -> None:
    started(home)
    out = run("pause", *words.split(), "--json", home=home).json
    assert first in str(out)
    assert last in str(out)
