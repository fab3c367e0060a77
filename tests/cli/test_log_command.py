"""`log`: every flag, every way to say a date, and that recording is never refused."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from backplan.cli.sentences import sentence
from backplan.cli.sentences.sentence import read_words
from backplan.library.load import load
from backplan.render import emergency
from tests.support.cli import TODAY, answered, diary_of, process, run, started, week_of
from tests.support.sitting import answer, ended, terminal

SESSION = ["--pain", "3", "--peak", "4", "--effort", "5"]


def latest(home: Path, today: str = TODAY) -> dict[str, Any]:
    return max(diary_of(home, today), key=lambda entry: int(entry["id"]))


def test_every_flag_of_a_session_is_stored(home: Path) -> None:
    started(home)
    given = [*SESSION, "--done", "part", "--leg", "buttock", "--why", "phone rang", "--note", "good all the same"]
    done = run("log", *given, home=home)
    assert done.code == 0
    assert done.out.startswith("Noted")
    entry = latest(home)
    expected = {
        "date": TODAY, "kind": "session", "done": "part", "pain": 3, "peak": 4, "effort": 5, "leg": "buttock",
        "why": "phone rang", "note": "good all the same", "exercise": None, "minutes": None,
    }  # fmt: skip
    assert expected.items() <= entry.items()


@pytest.mark.parametrize("flags", [SESSION, ["--morning", "3"], ["--note", "walk went well"]])
def test_flags_alone_wait_for_no_pattern_of_a_sentence(
    flags: list[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(text: str) -> None:
        assert text, "nothing was written, and the patterns of all that may be took half of the time of the command"

    monkeypatch.setattr(sentence, "read_words", read)
    started(home)
    assert run("log", *flags, home=home).code == 0


def test_done_is_all_when_it_is_not_given(home: Path) -> None:
    started(home)
    run("log", *SESSION, home=home)
    assert latest(home)["done"] == "all"


@pytest.mark.parametrize(("score", "code"), [("-1", 2), ("0", 0), ("10", 0), ("11", 2), ("3.5", 2), ("eleven", 2)])
@pytest.mark.parametrize("flag", ["--pain", "--peak", "--effort"])
def test_scores_are_whole_numbers_from_0_to_10(flag: str, score: str, code: int, home: Path) -> None:
    started(home)
    before = diary_of(home)
    done = run("log", flag, score, home=home)
    assert done.code == code
    assert len(diary_of(home)) == len(before) + (code == 0)


FIGURES = ("pain", "peak", "effort")
A_NUMBER = "A number for your pain now and then would let the plan go on faster."


def figures(entry: dict[str, Any]) -> list[int | None]:
    return [entry[key] for key in FIGURES]


@pytest.mark.parametrize("mask", range(8))
def test_any_figure_may_be_given_or_left_out(mask: int, home: Path) -> None:
    started(home)
    told = {key: 2 + at for at, key in enumerate(FIGURES) if mask & 1 << at}
    done = run("log", *(word for key, score in told.items() for word in (f"--{key}", str(score))), home=home)
    assert (done.code, done.err) == (0, "")
    assert figures(latest(home)) == [told.get(key) for key in FIGURES]
    assert latest(home)["done"] == "all"
    assert done.out.count(A_NUMBER) == (not told)
    called = {"pain": "pain", "peak": "highest pain", "effort": "effort"}
    assert all((f", {word} {told.get(key)}" in done.out) == (key in told) for key, word in called.items())


@pytest.mark.parametrize("said", ["all", "part"])
def test_done_without_figures_is_enough(said: str, home: Path) -> None:
    started(home)
    done = run("log", "--done", said, home=home)
    assert (done.code, latest(home)["done"], figures(latest(home))) == (0, said, [None] * 3)
    assert done.out.count(A_NUMBER) == (said == "all")


def test_a_number_is_wished_for_once_a_week_and_not_where_one_is_known(home: Path) -> None:
    started(home)
    days = [str(date.fromisoformat(TODAY) + timedelta(days=number)) for number in range(10)]
    asked = [A_NUMBER in run("log", "did everything", home=home, today=day).out for day in days]
    assert asked == [True, *[False] * 6, *[False] * 3]
    assert A_NUMBER in run("log", home=home, today=str(date.fromisoformat(days[-1]) + timedelta(days=7))).out
    other = home.parent / "other"
    started(other)
    run("log", "--morning", "2", home=other)
    assert A_NUMBER not in run("log", home=other, today=days[1]).out


def test_a_number_is_not_wished_for_where_it_would_change_nothing(home: Path) -> None:
    started(home)
    for given in (["--done", "no"], ["--done", "all", "--morning", "3", "--on", "yesterday"]):
        assert A_NUMBER not in run("log", *given, home=home).out
    run("log", "--flare", home=home)
    assert A_NUMBER not in run("log", home=home).out
    other = home.parent / "other"
    answered(other, red_flags=["fever"])
    assert run("log", home=other).out.strip() == "Noted, thank you: session."


def test_nothing_said_records_the_session_of_today_whole(home: Path) -> None:
    started(home)
    week_of(home)
    done = run("log", "--json", home=home)
    assert done.code == 0
    (entry,) = done.json["entries"]
    assert (entry["date"], entry["kind"], entry["done"], figures(entry)) == (TODAY, "session", "all", [None] * 3)
    assert week_of(home)["days"][0]["done"] == "all"
    assert run("today", home=home).code == 0


def test_nothing_said_on_a_rest_day_is_the_session_that_is_open(home: Path) -> None:
    started(home, time={"days": ["mon", "wed", "sat"], "minutes": 30})
    week_of(home)
    assert "the one of Monday" in run("log", home=home, today="2026-11-24").out
    run("log", home=home, today="2026-11-24")
    ticks = [day["done"] for day in week_of(home, today="2026-11-24")["days"]]
    assert ticks == ["all", *[None] * 6]


def test_what_is_told_later_goes_to_the_session_that_lacks_it(home: Path) -> None:
    started(home, time={"days": ["mon", "wed", "sat"], "minutes": 30})
    week_of(home)
    before = len(diary_of(home))
    for given in ([], ["--pain", "3"], ["--peak", "4", "--note", "sunny"], ["--done", "part"]):
        assert run("log", *given, home=home, today="2026-11-24").code == 0
    entry = latest(home, "2026-11-24")
    assert len(diary_of(home, "2026-11-24")) == before + 1
    assert (entry["done"], figures(entry), entry["note"]) == ("part", [3, 4, None], "sunny")
    assert entry["of"] == "2026-11-23"


@pytest.mark.parametrize("second", [["--pain", "5"], ["--pain", "3", "--peak", "9", "--effort", "5"]])
def test_another_figure_is_an_entry_of_its_own_and_says_so(second: list[str], home: Path) -> None:
    started(home)
    run("log", *SESSION, home=home)
    before = len(diary_of(home))
    said = run("log", *second, home=home)
    assert (said.code, "second session" in said.out) == (0, True)
    assert len(diary_of(home)) == before + 1


@pytest.mark.parametrize("same", [SESSION, [], ["--done", "all"], SESSION[:2]])
def test_the_same_session_told_twice_is_noted_once_unless_it_was_done_again(same: list[str], home: Path) -> None:
    started(home)
    run("log", *SESSION, home=home)
    before = len(diary_of(home))
    refused = run("log", *same, home=home)
    assert (refused.code, "noted for today already" in refused.err, "--again" in refused.err) == (2, True, True)
    assert len(diary_of(home)) == before
    assert run("log", *same, "--again", home=home).code == 0
    assert len(diary_of(home)) == before + 1


def test_what_else_is_told_beside_a_session_noted_already_is_noted(home: Path) -> None:
    started(home)
    run("log", *SESSION, home=home)
    done = run("log", *SESSION, "--morning", "2", "--saddle", home=home)
    assert (done.code, "noted for today already" in done.err) == (4, True)
    assert [entry["kind"] for entry in diary_of(home)].count("session") == 1
    assert {"morning", "signs"} <= {entry["kind"] for entry in diary_of(home)}


def test_a_session_after_one_let_go_is_noted(home: Path) -> None:
    started(home)
    run("log", "skipped", home=home)
    run("log", "--done", "no", home=home)
    assert [entry["done"] for entry in diary_of(home) if entry["kind"] == "session"] == ["no"]
    assert "in place of" in run("log", home=home).out
    assert [entry["done"] for entry in diary_of(home) if entry["kind"] == "session"] == ["all"]
    assert week_of(home)["days"][0]["done"] == "all"


@pytest.mark.parametrize(
    ("words", "pain"), [("terrible night, back is killing me, did nothing", None), ("back hurt 7, did nothing", 7)]
)
def test_nothing_is_let_go_by_doing_nothing_on_a_day_of_rest(words: str, pain: int | None, home: Path) -> None:
    started(home)
    days = week_of(home)["days"]
    rest = next(day["date"] for day in days if not day["sessions"])
    assert run("log", words, home=home, today=rest).code == 0
    told = {"kind": "pain", "pain": pain, "note": words, "done": None}
    assert told.items() <= latest(home, rest).items()


def test_what_a_session_let_go_told_of_the_body_is_kept_where_it_was_done_after_all(home: Path) -> None:
    started(home)
    run("log", "--done", "no", "--pain", "6", "--leg", "buttock", "--why", "too sore", home=home)
    run("log", "did it all", home=home)
    kept, done = diary_of(home)[-2:]
    assert {"kind": "pain", "pain": 6, "leg": "buttock", "note": "too sore"}.items() <= kept.items()
    assert {"kind": "session", "done": "all"}.items() <= done.items()


def test_an_exercise_that_hurt_in_a_session_let_go_hurt_all_the_same_where_it_was_done_after_all(home: Path) -> None:
    started(home)
    run("log", "let it go, the bird dog leg reach hurt sharply", home=home)
    hurt = latest(home)["hurt"]
    run("log", "did it all", home=home)
    assert hurt
    assert [entry["hurt"] for entry in diary_of(home)[-2:]] == [hurt, []]


def test_a_session_noted_as_done_that_was_not_is_mended_by_the_command_that_is_named(home: Path) -> None:
    started(home)
    run("log", "did it", home=home)
    refused = run("log", "skipped", home=home)
    assert (refused.code, f"`backplan diary edit {latest(home)['id']} --done no`" in refused.err) == (2, True)
    assert run("diary", "edit", str(latest(home)["id"]), "--done", "no", home=home).code == 0


def test_why_alone_asks_what_it_was_the_reason_for(home: Path) -> None:
    started(home)
    before = diary_of(home)
    done = run("log", "--why", "a cold", home=home)
    assert done.code == 2
    assert "--done no" in done.err
    assert diary_of(home) == before
    assert run("log", "--why", "a cold", "--done", "part", home=home).code == 0


def test_weeks_of_nothing_but_done_are_read_by_every_command(home: Path) -> None:
    days = [f"2026-11-{day:02}" for day in range(2, 23)]
    started(home, days[0], clearance={"by": "doctor", "on": "2026-11-01", "knows": []})
    for day in days:
        plan = {each["date"]: each for each in week_of(home, today=day)["days"]}
        if not plan[day]["rest"]:
            assert run("log", home=home, today=day).code == 0
    core = next(
        item["exercise"]
        for each in week_of(home)["days"]
        for session in each["sessions"]
        for block in session["blocks"]
        for item in block["items"]
    )
    for args in (["week"], ["today"], ["progress"], ["diary"], ["why", core], ["cope"], []):
        for form in ([], ["--json"], ["--plain"] if args else []):
            done = run(*args, *form, home=home)
            assert done.code == 0, (args, form, done)
            assert "None" not in done.out


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("today", "2026-11-25"),
        ("yesterday", "2026-11-24"),
        ("mon", "2026-11-23"),
        ("Monday", "2026-11-23"),
        ("wed", "2026-11-25"),
        ("thu", "2026-11-19"),
        ("-2d", "2026-11-23"),
        ("-0d", "2026-11-25"),
        ("2026-11-20", "2026-11-20"),
        ("2026-02-28", "2026-02-28"),
    ],
)
def test_a_day_is_named_as_people_name_it(said: str, meant: str, home: Path) -> None:
    today = "2026-11-25"
    assert run("log", *SESSION, "--on", said, home=home, today=today).code == 4  # nobody screened yet
    assert latest(home, today)["date"] == meant


@pytest.mark.parametrize(
    "said",
    [
        "tomorrow",
        "2026-11-24",
        "2027-01-01",
        "2026-02-30",
        "20261120",
        "monkeyday",
        "m",
        "",
        "2d ago",
        "+1d",
        "-99999d",
    ],
)
def test_a_day_to_come_or_no_day_is_refused_and_nothing_is_stored(said: str, home: Path) -> None:
    done = run("log", *SESSION, "--on", said, home=home)
    assert done.code == 2, done
    assert "--on" in done.err
    assert not (home / "backplan.db").exists()


def test_yesterday_just_after_midnight_is_the_day_before(home: Path) -> None:
    started(home)
    week_of(home)
    run("log", *SESSION, "--on", "yesterday", home=home, today="2026-11-24")
    assert latest(home)["date"] == "2026-11-23"
    assert week_of(home, today="2026-11-24")["days"][0]["done"] == "all"


def test_yesterday_on_new_years_day_and_after_a_leap_day(home: Path) -> None:
    run("log", *SESSION, "--on", "yesterday", home=home, today="2027-01-01")
    assert latest(home, "2027-01-01")["date"] == "2026-12-31"
    run("log", *SESSION, "--on", "yesterday", home=home, today="2028-03-01")
    assert latest(home, "2028-03-01")["date"] == "2028-02-29"


def test_letting_a_session_go_needs_no_scores_and_is_never_scolded(home: Path) -> None:
    started(home)
    done = run("log", "--done", "no", "--why", "a cold", home=home)
    assert done.code == 0
    entry = latest(home)
    assert (entry["done"], entry["why"], entry["pain"]) == ("no", "a cold", None)
    assert not {"missed", "fail", "should", "must", "sorry"} & set(done.out.lower().replace(".", " ").split())


@pytest.mark.parametrize(("flag", "word"), [("--done", "most"), ("--leg", "toe"), ("--done", "")])
def test_a_word_that_is_not_on_the_list_is_exit_2(flag: str, word: str, home: Path) -> None:
    started(home)
    before = diary_of(home)
    done = run("log", *SESSION, flag, word, home=home)
    assert done.code == 2
    assert flag in done.err
    assert diary_of(home) == before


def strength_of(home: Path, today: str = TODAY) -> list[dict[str, Any]]:
    return [
        {**item, "date": day["date"]}
        for day in week_of(home, today=today)["days"]
        for session in day["sessions"]
        for block in session["blocks"]
        if block["kind"] == "strength"
        for item in block["items"]
    ]


def test_a_load_is_kept_and_shown_beside_the_dose_of_the_days_to_come(home: Path) -> None:
    started(home)
    times = strength_of(home)
    key = next(each["exercise"] for each in times if sum(e["exercise"] == each["exercise"] for e in times) > 1)
    first, second = [each["date"] for each in times if each["exercise"] == key][:2]
    for day in week_of(home)["days"]:
        if day["date"] < first and day["sessions"]:
            run("log", home=home, today=day["date"])
    done = run("log", "--load", f"{key}=8kg", home=home, today=first)
    assert f"{name_of(key)} with 8 kg" in done.out
    assert latest(home, first)["loads"] == {key: "8 kg"}
    shown = {(each["date"], each["exercise"]): each.get("last_load") for each in strength_of(home, second)}
    assert [said for said in shown.values() if said] == ["8 kg"]
    assert shown[second, key] == "8 kg"
    for args in (["today"], ["today", "--plain"], ["week", "--plain"], ["week"]):
        assert "last time 8 kg" in run(*args, home=home, today=second, env={"COLUMNS": "140"}).out
    assert "with 8 kg" in run("diary", home=home, today=second).out
    run("diary", "undo", home=home, today=second)
    assert not any(each.get("last_load") for each in strength_of(home, second))


def test_a_load_told_later_changes_nothing_else_in_the_weeks(home: Path) -> None:
    started(home)
    week_of(home)
    run("log", *SESSION, home=home)
    for today, kilos in (("2026-11-24", 4), ("2026-11-30", 5)):
        before = week_of(home, today=today)
        given = ["--load", f"sit-to-stand={kilos}kg", "--on", "2026-11-23"]
        assert run("log", *given, home=home, today=today).code == 0
        after = week_of(home, today=today)
        assert (after["changes"], after["balance"]) == (before["changes"], before["balance"])


@pytest.mark.parametrize(
    ("said", "kept"),
    [("8kg", "8 kg"), ("2,5 KG", "2,5 kg"), ("10 lbs", "10 lb"), ("red band", "red band"), ("x" * 24, "x" * 24)],
)
def test_a_load_is_a_weight_or_a_word(said: str, kept: str, home: Path) -> None:
    started(home)
    assert run("log", "--load", f"Sit-to-stand={said}", home=home).code == 0
    assert latest(home)["loads"] == {"sit-to-stand": kept}


def test_loads_are_repeatable_and_the_later_word_counts(home: Path) -> None:
    started(home)
    before = len(diary_of(home))
    run("log", *SESSION, "--load", "sit-to-stand=8kg", "--load", "seated-band-row=red band", home=home)
    run("log", "--load", "sit-to-stand=9kg", home=home)
    assert len(diary_of(home)) == before + 1
    assert latest(home)["loads"] == {"sit-to-stand": "9 kg", "seated-band-row": "red band"}
    assert figures(latest(home)) == [3, 4, 5]


@pytest.mark.parametrize(
    "given",
    [
        ["--load", "sit-to-stand"],
        ["--load", "sit-to-stand="],
        ["--load", f"sit-to-stand={'x' * 25}"],
        ["--load", "=8kg"],
        ["--load", "sit-to-stand=8zorkmids"],
        ["--load", "sit-to-stand=8"],
        ["--load", "sit-to-stnd=8kg"],
        ["--load", "sit-to-stand=8kg", "--done", "no"],
        ["walking", "--minutes", "20", "--load", "sit-to-stand=8kg"],
    ],
)
def test_a_load_that_cannot_be_read_or_belongs_to_no_session_is_exit_2(given: list[str], home: Path) -> None:
    started(home)
    before = diary_of(home)
    assert run("log", *given, home=home).code == 2
    assert diary_of(home) == before


def test_a_load_said_beside_a_morning_is_of_a_session(home: Path) -> None:
    started(home)
    before = len(diary_of(home))
    assert run("log", "--morning", "2", "--load", "sit-to-stand=8kg", home=home).code == 0
    assert {entry["kind"] for entry in diary_of(home)[before:]} == {"morning", "session"}


def test_a_morning_is_stored_with_its_note(home: Path) -> None:
    started(home)
    assert run("log", "--morning", "2", "--note", "slept badly", home=home).code == 0
    entry = latest(home)
    assert (entry["kind"], entry["pain"], entry["note"]) == ("morning", 2, "slept badly")


def test_a_flare_is_stored_with_all_that_was_said(home: Path) -> None:
    started(home)
    done = run("log", "--flare", "--pain", "6", "--leg", "buttock", "--note", "long drive", "--why", "sat", home=home)
    assert done.code == 0
    entry = latest(home)
    assert (entry["kind"], entry["pain"]) == ("flare", 6)
    assert (entry["leg"], entry["note"], entry["why"]) == ("buttock", "long drive", "sat")


def test_an_activity_is_stored_with_all_that_was_said(home: Path) -> None:
    started(home)
    given = ["--minutes", "30", *SESSION, "--leg", "buttock", "--note", "lake", "--why", "sun", "--done", "part"]
    assert run("log", "swimming", *given, home=home).code == 0
    expected = {
        "kind": "activity", "exercise": "swimming", "minutes": 30, "pain": 3, "peak": 4, "effort": 5, "leg": "buttock",
        "note": "lake", "why": "sun", "done": "part",
    }  # fmt: skip
    assert expected.items() <= latest(home).items()


@pytest.mark.parametrize("activity", ["water walk", "Swimming", "walking", "bird-dog"])
def test_an_activity_may_be_a_kind_or_an_exercise(activity: str, home: Path) -> None:
    started(home)
    done = run("log", activity, "--minutes", "20", home=home)
    assert done.code == 0, done


@pytest.mark.parametrize("activity", ["gardening", "Moving House", "golf", "x" * 40])
def test_any_words_name_an_activity(activity: str, home: Path) -> None:
    started(home)
    done = run("log", activity, "--minutes", "20", home=home)
    assert done.code == 0, done
    assert latest(home)["exercise"] == activity.lower().replace(" ", "-")


@pytest.mark.parametrize("activity", ["", "  ", "\t", "x" * 41])
def test_an_activity_without_words_or_without_end_is_exit_2(activity: str, home: Path) -> None:
    started(home)
    done = run("log", activity, "--minutes", "20", home=home)
    assert (done.code, "letters" in done.err) == (2, True), done


def test_a_slip_in_writing_an_activity_is_exit_2_with_near_names(home: Path) -> None:
    started(home)
    before = diary_of(home)
    done = run("log", "elipical easy", "--minutes", "30", home=home)
    assert done.code == 2
    assert "`backplan log elliptical-easy`" in done.err
    assert diary_of(home) == before


def test_a_kind_of_exercise_with_a_letter_wrong_is_taken_for_it_and_said(home: Path) -> None:
    started(home)
    done = run("log", "swiming", "--minutes", "30", home=home)
    assert (done.code, done.err) == (0, "swiming: taken for swimming.\n")
    assert latest(home)["exercise"] == "swimming"


@pytest.mark.parametrize("given", [["swimming"], ["--minutes", "30"], ["swimming", "--minutes", "0"]])
def test_minutes_and_activity_go_together(given: list[str], home: Path) -> None:
    started(home)
    done = run("log", *given, home=home)
    assert done.code == 2
    assert "--minutes" in done.err


def test_several_things_said_at_once_are_all_stored(home: Path) -> None:
    started(home)
    before = len(diary_of(home))
    assert run("log", "--morning", "2", "--flare", *SESSION, home=home).code == 0
    assert {entry["kind"] for entry in diary_of(home)[before:]} == {"morning", "flare", "session"}
    before = len(diary_of(home))
    assert run("log", "walking", "--minutes", "20", "--morning", "3", home=home).code == 0
    assert {entry["kind"] for entry in diary_of(home)[before:]} == {"activity", "morning"}


def test_the_json_is_the_entries_stored(home: Path) -> None:
    started(home)
    done = run("log", *SESSION, "--json", home=home)
    assert done.json["schema"] == 1
    (entry,) = done.json["entries"]
    assert entry == latest(home)


@pytest.mark.parametrize("given", [SESSION, ["--morning", "4"], ["--flare"], ["walking", "--minutes", "10"]])
def test_under_a_stop_it_is_recorded_first_then_exit_4(given: list[str], home: Path) -> None:
    answered(home, red_flags=["saddle-numbness"])
    before = len(diary_of(home))
    done = run("log", *given, home=home)
    assert done.code == 4
    assert "emergency" in done.err
    assert "emergency" not in done.out
    assert len(diary_of(home)) == before + 1


def test_under_a_stop_json_is_one_document_and_the_stop_is_said_on_stderr(home: Path) -> None:
    answered(home, red_flags=["fever"])
    done = run("log", *SESSION, "--json", home=home)
    assert done.code == 4
    assert done.json["schema"] == 1
    assert "clinician" in done.err


def test_nobody_screened_may_log_and_is_told_what_to_run(home: Path) -> None:
    done = run("log", *SESSION, home=home)
    assert done.code == 4
    assert "backplan init" in done.err
    assert len(diary_of(home)) == 1


def test_a_note_is_kept_as_typed_but_for_what_drives_a_terminal(home: Path) -> None:
    started(home)
    run("log", *SESSION, "--note", "[red]hot[/red] :bomb: \x1b[31mX\x1b[0m \u202eabc\u2066 é\u200d", home=home)
    note = str(latest(home)["note"])
    assert note.startswith("[red]hot[/red] :bomb: ")
    assert not set("\x1b\u202e\u2066") & set(note)
    assert "é" in note


def test_a_note_without_an_end_is_refused(home: Path) -> None:
    started(home)
    before = diary_of(home)
    done = run("log", *SESSION, "--note", "x" * 501, home=home)
    assert done.code == 2
    assert diary_of(home) == before
    assert run("log", *SESSION, "--note", "x" * 500, home=home).code == 0


def test_a_note_in_broken_text_harms_no_later_reading(home: Path) -> None:
    started(home)
    strict = {"PYTHONIOENCODING": "utf-8:strict"}
    assert process("log", *SESSION, "--note", "caf\udce9", home=home, env=strict).code == 0
    for form in ([], ["--plain"], ["--json"]):
        done = process("diary", *form, home=home, env=strict)
        assert done.code == 0, done
        assert "caf" in done.out


def test_a_leading_dash_or_a_flag_in_a_note_is_just_text(home: Path) -> None:
    started(home)
    assert run("log", *SESSION, "--note=--json", home=home).code == 0
    assert latest(home)["note"] == "--json"


def test_pain_said_beside_a_morning_is_not_dropped(home: Path) -> None:
    started(home)
    before = len(diary_of(home))
    done = run("log", "--morning", "3", "--pain", "5", home=home)
    assert done.code == 0
    assert sorted(entry["pain"] for entry in diary_of(home)[before:]) == [3, 5]


@pytest.mark.parametrize(("mornings", "asked"), [(0, [1, 2, 3, 4, 5, 6, 8]), (9, [1, 2, 3])])
def test_the_morning_after_is_not_asked_for_time_and_again(mornings: int, asked: list[int], home: Path) -> None:
    started(home)
    heard = []
    for day in range(1, 11):  # the eighth is a Monday
        on = (date.fromisoformat(TODAY) + timedelta(days=day - 1)).isoformat()
        if 1 < day <= mornings + 1:
            run("log", "--morning", "3", home=home, today=on)
        if "how your back was on waking" in run("log", *SESSION, home=home, today=on).out:
            heard.append(day)
    assert heard == asked


def test_the_morning_after_is_asked_for_while_it_can_be_told(home: Path) -> None:
    started(home)
    today = run("log", *SESSION, home=home).out
    assert "Tomorrow, say how your back was on waking" in today
    yesterday = run("log", *SESSION, "--on", "yesterday", home=home).out
    assert (
        "Noted for Sunday 22 November, thank you: session, pain 3, highest pain 4, effort 5. How was your back"
        in yesterday
    )
    run("log", "--morning", "2", home=home)
    for day in ("yesterday", "2026-11-18"):
        out = run("log", *SESSION, "--again", "--on", day, home=home).out
        assert "waking" not in out
        assert out.startswith("Noted for ")


def test_a_lot_of_pain_on_an_old_day_is_not_told_as_if_it_were_today(home: Path) -> None:
    started(home)
    old = run("log", "--pain", "9", "--peak", "9", "--effort", "5", "--on", "2026-11-10", home=home).out
    assert "That was a lot of pain" in old
    assert "eases it today" not in old


@pytest.mark.parametrize("flag", ["saddle-numbness", "fever"])
def test_under_a_stop_a_flare_or_a_session_promises_nothing(flag: str, home: Path) -> None:
    answered(home, red_flags=[flag])
    assert run("log", "--flare", home=home).out.strip() == "Noted: a flare."
    for given, said in (
        (["--done", "no"], "session let go"),
        (SESSION, "session, pain 3, highest pain 4, effort 5"),
        (["--pain", "9", "--peak", "9", "--effort", "5"], "session, pain 9, highest pain 9, effort 5"),
    ):
        assert run("log", *given, home=home).out.strip() == f"Noted, thank you: {said}."


def test_a_flare_tells_of_the_days_ahead_as_they_are(home: Path) -> None:
    started(home)
    assert "gentle ones now" in run("log", "--flare", home=home).out
    assert "only ways to cope" in run("log", "--flare", "--pain", "9", home=home).out


def test_a_flare_that_is_over_does_not_promise_gentle_days(home: Path) -> None:
    started(home)
    for day in range(13, 23):
        run("log", "--morning", "3", "--on", f"2026-11-{day}", home=home)
    out = run("log", "--flare", "--on", "2026-11-12", home=home).out
    assert "gentle" not in out
    assert week_of(home)["mode"] == "normal"


def test_a_morning_of_a_lot_of_pain_is_told_what_helps(home: Path) -> None:
    started(home)
    assert "lot of pain" not in run("log", "--morning", "9", "--on", "2026-11-10", home=home).out
    assert "lot of pain" not in run("log", "--morning", "7", home=home).out
    severe = run("log", "--morning", "9", home=home).out
    assert "`backplan cope flare`. Ask your doctor about pain control." in severe
    other = home.parent / "other"
    answered(other, red_flags=["fever"])
    assert run("log", "--morning", "9", home=other).out.strip() == "Noted: 9 on waking."


def test_a_pain_near_the_usual_is_not_said_to_be_too_much(home: Path) -> None:
    started(home, pain={"now": 6, "usual": 6, "controlled": True, "since": "2025-10-01", "leg": "none"})
    told = ["--pain", "6", "--peak", "7", "--effort", "4"]
    assert "hurt more than it should" not in run("log", *told, home=home).out
    assert "hurt more than it should" in run("log", "--pain", "6", "--peak", "8", "--effort", "4", home=home).out


def test_a_session_that_was_too_much_is_said_to_lighten_what_is_ahead_while_it_does(home: Path) -> None:
    started(home)
    bad = ["--pain", "3", "--peak", "7", "--effort", "4"]
    long_ago = run("log", *bad, "--on", "2026-11-10", home=home).out
    today = run("log", *bad, home=home).out
    for said, lighter in ((long_ago, False), (today, True)):
        assert "hurt more than it should" in said
        assert ("What comes next is made lighter" in said) == lighter


def test_the_third_flare_within_six_weeks_is_told_once_when_it_is_logged(home: Path) -> None:
    started(home)
    for first, *calm in (("2026-11-01", "2", "3", "4", "5"), ("2026-11-08", "9", "10", "11", "12")):
        assert "third flare" not in run("log", "--flare", "--on", first, home=home).out
        for day in calm:
            on = f"2026-11-{int(day):02}"
            assert "third flare" not in run("log", "--morning", "3", "--on", on, home=home).out
    third = run("log", "--morning", "6", home=home).out
    assert "please see a physiotherapist, or the doctor who cleared you, about them (rule flare-third)" in third
    assert "third flare" not in run("log", "--flare", home=home).out
    assert "third flare" not in run("log", "--pain", "6", home=home).out


def test_a_flare_of_an_accepted_usual_pain_tells_of_the_days_ahead_as_they_are(home: Path) -> None:
    started(home, pain={"now": 6, "usual": 6, "controlled": True, "since": "2025-10-01", "leg": "none"})
    run("prescribe", "accept-usual-pain", "6", home=home)
    run("log", "--pain", "6", "--peak", "6", "--effort", "4", home=home)
    assert week_of(home)["mode"] == "normal"
    assert "gentle ones now" in run("log", "--flare", home=home).out
    assert week_of(home)["mode"] == "flare"


# -- a week is opened by what is done in it ---------------------------------------------------------------------------


def test_a_session_done_before_the_first_look_is_the_one_of_the_week_as_it_would_have_been_shown(home: Path) -> None:
    assert answered(home).code == 0  # the Monday
    assert run("log", home=home).code == 0
    late = week_of(home, today="2026-11-25")
    assert late["days"][0]["done"] == "all"
    assert late["days"][0]["sessions"]
    assert not late["changes"]


def test_a_session_told_days_later_opens_its_week_too(home: Path) -> None:
    assert answered(home).code == 0
    assert run("log", "--on", "mon", home=home, today="2026-11-25").code == 0
    days = week_of(home, today="2026-11-25")["days"]
    assert [bool(day["sessions"]) for day in days[:1]] == [True]
    assert days[0]["done"] == "all"


def test_what_is_only_asked_about_opens_no_week(home: Path) -> None:
    assert answered(home).code == 0
    done = run("log", "--not", "tango-dancing", home=home)
    assert done.code == 2
    done = run("log", "--not", "dead-bug", home=home)
    assert done.code == 2
    assert "recorded" not in done.err
    assert not week_of(home, today="2026-11-25")["days"][0]["sessions"]


def test_a_morning_or_a_session_let_go_opens_no_week(home: Path) -> None:
    assert answered(home).code == 0
    assert run("log", "--morning", "2", home=home).code == 0
    assert run("log", "--done", "no", home=home).code == 0
    assert not week_of(home, today="2026-11-25")["days"][0]["sessions"]


def test_a_stop_opens_no_week(home: Path) -> None:
    assert answered(home, red_flags=["saddle-numbness"]).code == 4
    done = run("log", home=home)
    assert done.code == 4
    assert latest(home)["kind"] == "session"


# -- running, jogging and jumping wait --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "what",
    [
        "running", "jogging", "jump-rope", "went jogging in the park", "Sprints", "played football in the park",
        "boot camp with my sister", "chased the dog", "skiing",
    ],
)  # fmt: skip
def test_what_lands_hard_is_recorded_without_cheer_and_earns_no_minutes(what: str, home: Path) -> None:
    started(home)
    done = run("log", what, "--minutes", "20", home=home)
    assert done.code == 0
    assert "It counts" not in done.out
    assert "What lands or jolts hard, like running and jumping, is left out for now" in done.out
    assert latest(home)["lands_hard"]
    assert run("progress", "--json", home=home).out.count('"minutes_done": 20') == 0


@pytest.mark.parametrize(
    "what",
    [
        "swimming", "gardening", "dog walk", "aqua jogging", "walking football", "brisk carrying of leaves",
        "hop on the bus and walk to the shops", "the school run on foot", "walking to my physio", "digging",
        "hoovering", "rode my bike", "ballroom dancing", "table tennis", "playing golf", "circuits at the gym",
    ],
)  # fmt: skip
def test_what_does_not_land_hard_counts(what: str, home: Path) -> None:
    started(home)
    done = run("log", what, "--minutes", "20", home=home)
    assert "It counts" in done.out
    assert not latest(home)["lands_hard"]


@pytest.mark.parametrize(
    "what", ["bird dog", "stretching", "yoga", "pilates class", "child's pose", "slept badly", "sat at my desk"]
)
def test_what_is_known_to_be_no_aerobic_work_is_welcome_and_earns_no_aerobic_minutes(what: str, home: Path) -> None:
    started(home)
    before = next(row for row in week_of(home)["balance"] if row["target"] == "aerobic")
    done = run("log", what, "--minutes", "20", home=home)
    assert "no aerobic work, so it earns no aerobic minutes" in done.out
    after = week_of(home)
    assert next(row for row in after["balance"] if row["target"] == "aerobic") == before
    assert [(each["minutes"], each["counts"]) for each in after["own"]] == [(20, False)]
    assert "no aerobic work, so it earns no aerobic minutes" in " ".join(run("week", home=home).out.split())


@pytest.mark.parametrize(
    "what", ["ironing", "physio appointment", "washing up", "shopping", "running errands", "carried boxes", "qwertz"]
)
def test_what_nobody_knows_earns_no_minutes_until_it_is_said_to_have_been_brisk(what: str, home: Path) -> None:
    started(home)
    done = run("log", what, "--minutes", "90", home=home)
    assert "It counts" not in done.out
    assert "beside the plan" in done.out
    number = latest(home)["id"]
    assert f"`backplan diary edit {number} --effort 4`" in done.out
    assert not latest(home)["lands_hard"]
    assert [each["counts"] for each in week_of(home)["own"]] == [False]
    run("diary", "edit", str(number), "--effort", "4", home=home)
    assert [each["counts"] for each in week_of(home)["own"]] == [True]


def test_reading_is_no_aerobic_work_however_hard_it_was(home: Path) -> None:
    started(home)
    done = run("log", "reading", "a", "book", "90", "minutes", home=home)
    assert "no aerobic work, so it earns no aerobic minutes" in done.out
    run("diary", "edit", "--effort", "7", home=home)
    assert [each["counts"] for each in week_of(home)["own"]] == [False]


def test_the_minutes_of_a_session_are_kept_beside_it(home: Path) -> None:
    started(home)
    assert run("log", "done", "--minutes", "20", home=home).code == 0
    assert {"kind": "session", "done": "all", "note": "20 minutes"}.items() <= latest(home).items()


@pytest.mark.parametrize("words", ["undo", "sorry that was wrong", "oops, wrong day", "that was a mistake"])
def test_what_was_noted_wrongly_is_taken_back_by_the_command_that_is_named(words: str, home: Path) -> None:
    started(home)
    before = diary_of(home)
    refused = run("log", words, home=home)
    assert (refused.code, "`backplan diary undo`" in refused.err) == (2, True)
    assert diary_of(home) == before


@pytest.mark.parametrize(
    ("words", "named"),
    [("walked to the shops and back", "walking to the shops and back"), ("walked 2 km", "walking 2 km")],
)
def test_where_no_minutes_are_said_they_are_asked_for(words: str, named: str, home: Path) -> None:
    started(home)
    refused = run("log", words, home=home)
    assert (refused.code, refused.err.strip()) == (2, f"how long? `backplan log {named} --minutes 30`")


def test_words_behind_the_minutes_are_kept_beside_them(home: Path) -> None:
    started(home)
    assert run("log", "gardening 1 hour, digging", home=home).code == 0
    assert {"exercise": "gardening", "minutes": 60, "note": "digging"}.items() <= latest(home).items()


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("only did the walk", ["aerobic"]),
        ("did the core but not the rest", ["core"]),
        ("skipped the core, rest done", ["aerobic", "strength", "cool-down"]),
    ],
)
def test_parts_of_a_session_that_are_named_were_done_and_the_others_were_not(
    words: str, done: list[str], home: Path
) -> None:
    started(home)
    on, _ = core_of(home, TODAY)
    day = next(day for day in week_of(home)["days"] if day["date"] == on)
    blocks = [block for each in day["sessions"] for block in each["blocks"]]
    left = {item["exercise"] for block in blocks if block["kind"] not in done for item in block["items"]}
    assert left
    assert run("log", words, home=home, today=on).code == 0
    told = latest(home, on)
    assert (told["done"], set(told["not"])) == ("all", left)


@pytest.mark.parametrize(
    ("words", "noted"),
    [
        ("30 minutes of with the dog", "30 minutes with the dog"), ("20 min in the garden", "20 minutes in the garden"),
        ("half an hour around the block", "30 minutes around the block"), ("1 hour hiking", "60 minutes of hiking"),
    ],
)  # fmt: skip
def test_an_activity_stands_behind_its_minutes_as_it_is_said(words: str, noted: str, home: Path) -> None:
    started(home)
    assert run("log", words, home=home).out.startswith(f"Noted: {noted}")


@pytest.mark.parametrize(
    ("words", "what", "minutes"),
    [
        ("walked the dog twice round the park, about 25 minutes all told, back grumbled a bit",
         "walking the dog twice round the park", 25),
        ("walked with my sister and her two dogs along the old canal 40 minutes",
         "walking with my sister and her two dogs", 40),
        ("walked three times round the block, 30 minutes", "walking three times round the block", 30),
        ("gardening all afternoon on and off, two hours altogether", "gardening all afternoon", 120),
        ("walked twice, 10 minutes", "walking", 20),
    ],
)  # fmt: skip
def test_more_than_a_name_can_hold_is_noted_by_its_first_words_with_all_of_it_beside(
    words: str, what: str, minutes: int, home: Path
) -> None:
    started(home)
    assert run("log", words, home=home).code == 0
    entry = latest(home)
    assert (str(entry["exercise"]).replace("-", " "), entry["minutes"]) == (what, minutes)
    assert "grumbled" not in words or words in str(entry["note"])


@pytest.mark.parametrize(
    "words",
    [
        "all of it but slower than you said", "did it all but very gently", "all done but with a break",
        "did everything but in two goes", "did it all but longer rests",
    ],
)  # fmt: skip
def test_how_all_of_it_was_done_leaves_nothing_out(words: str, home: Path) -> None:
    started(home)
    on, _ = core_of(home, TODAY)
    assert run("log", words, home=home, today=on).code == 0
    assert (latest(home, on)["done"], latest(home, on)["not"]) == ("all", [])


# -- all but one ------------------------------------------------------------------------------------------------------


def core_of(home: Path, today: str) -> tuple[str, list[str]]:
    """The first day with core work from a day on, and its exercises."""
    for day in week_of(home, today=today)["days"]:
        for block in (block for session in day["sessions"] for block in session["blocks"]):
            if block["kind"] == "core" and day["date"] >= today:
                return day["date"], [item["exercise"] for item in block["items"]]
    raise AssertionError("no core work")


def name_of(key: str) -> str:
    return next(each.name for each in load().exercises if each.id == key)


def test_all_but_one_is_kept_and_told(home: Path) -> None:
    started(home)
    on, (one, *_) = core_of(home, TODAY)
    done = run("log", "--not", one, "--pain", "2", home=home, today=on)
    assert done.code == 0
    name = name_of(one)
    assert f"all but {name}" in done.out
    assert f"all but {name}" in run("diary", "--plain", home=home, today=on).out
    entry = latest(home, on)
    assert (entry["not"], entry["done"]) == ([one], "all")


def test_of_a_session_of_which_little_was_done_that_is_told(home: Path) -> None:
    started(home)
    on, held = core_of(home, TODAY)
    (day,) = (day for day in week_of(home, today=TODAY)["days"] if day["date"] == on)
    others = [
        item["exercise"] for session in day["sessions"] for block in session["blocks"] for item in block["items"]
    ][1:]
    assert len(others) > len(held)
    name = name_of(day["sessions"][0]["blocks"][0]["items"][0]["exercise"])
    for key in others:
        assert "only" not in name_of(key)
    done = run("log", *(word for key in others for word in ("--not", key)), "--pain", "2", home=home, today=on)
    assert f"session, pain 2, only {name}." in done.out
    assert "all but" not in done.out
    assert f"only {name}" in run("diary", "--plain", home=home, today=on).out


def test_an_exercise_that_the_session_did_not_hold_is_refused_with_those_it_held(home: Path) -> None:
    started(home)
    on, held = core_of(home, TODAY)
    assert run("log", "--not", "tango", home=home, today=on).code == 2
    done = run("log", "--not", "dead-bug", home=home, today=on)
    assert done.code == 2
    assert "it holds" in done.err
    assert name_of(held[0]) in done.err
    assert not [entry for entry in diary_of(home, on) if entry["kind"] == "session"]


@pytest.mark.parametrize("args", [["--done", "no"], ["gardening", "--minutes", "20"]])
def test_all_but_one_goes_with_a_session_that_was_done(args: list[str], home: Path) -> None:
    started(home)
    on, (one, *_) = core_of(home, TODAY)
    assert run("log", *args, "--not", one, home=home, today=on).code == 2


def lived(home: Path, monday: str, without: str) -> None:
    """A week in which everything went well, but for one exercise that was left out each time."""
    for day in week_of(home, today=monday)["days"]:
        held = [item["exercise"] for part in day["sessions"] for block in part["blocks"] for item in block["items"]]
        if held:
            left = ["--not", without] if without in held else []
            assert (
                run("log", *left, "--pain", "1", "--peak", "1", "--effort", "3", home=home, today=day["date"]).code == 0
            )
            assert run("log", "--morning", "1", home=home, today=day["date"]).code == 0


def moved(home: Path, today: str) -> str:
    shown = run("week", "--plain", home=home, today=today).out
    return " ".join(line for line in shown.splitlines() if line.startswith("Change"))


def test_what_was_left_out_does_not_grow_and_the_others_do(tmp_path: Path) -> None:
    weeks, homes = (TODAY, "2026-11-30", "2026-12-07"), {"all": tmp_path / "all", "but one": tmp_path / "but-one"}
    for home in homes.values():
        started(home)
    for monday in weeks:
        lived(homes["all"], monday, "")
    words = moved(homes["all"], "2026-12-14")
    _, held = core_of(homes["all"], "2026-12-14")
    name, one = next(
        (each.name, each.id) for each in load().exercises if each.id in held and f"{each.name} goes" in words
    )
    for monday in weeks:
        lived(homes["but one"], monday, one)
    words = moved(homes["but one"], "2026-12-14")
    assert "four good sessions" in words
    assert name not in words


@pytest.mark.parametrize(
    ("said", "what", "minutes"),
    [
        (["gardening", "40"], "gardening", 40),
        (["swimming", "half", "an", "hour"], "swimming", 30),
        (["washing", "the", "car", "for", "20", "minutes"], "washing-the-car", 20),
        (["tai", "chi", "an", "hour"], "tai-chi", 60),
    ],
)
def test_the_minutes_of_an_activity_may_be_said_with_it(said: list[str], what: str, minutes: int, home: Path) -> None:
    started(home)
    done = run("log", *said, home=home)
    assert done.code == 0, done
    assert (latest(home)["exercise"], latest(home)["minutes"]) == (what, minutes)


# -- in words ---------------------------------------------------------------------------------------------------------


def test_an_activity_that_was_yesterday_is_noted_on_its_day(home: Path) -> None:
    started(home)
    for words in ("yesterday I swam for half an hour", "swam 20 minutes yesterday, pain 2"):
        done = run("log", *words.split(), home=home)
        assert done.code == 0, done
        assert latest(home)["exercise"] == "swimming"
        assert latest(home)["date"] == (date.fromisoformat(TODAY) - timedelta(days=1)).isoformat()


@pytest.mark.parametrize(
    ("words", "kind", "held"),
    [
        ("done", "session", {"done": "all"}),
        ("I did my exercises", "session", {"done": "all"}),
        ("half of it", "session", {"done": "part"}),
        ("nothing today, too tired", "session", {"done": "no", "why": "too tired"}),
        ("skipped because of the rain", "session", {"done": "no", "why": "the rain"}),
        ("rest day", "session", {"done": "no"}),
        ("did it all, pain 3", "session", {"done": "all", "pain": 3}),
        ("all done, worst 5/10 and effort 4", "session", {"done": "all", "peak": 5, "effort": 4}),
        ("pain 2, worst 4, effort 3", "session", {"pain": 2, "peak": 4, "effort": 3}),
        ("did it all, pain 3 before, 5 after", "session", {"done": "all", "pain": 3, "peak": 5}),
        ("did it all, pain after 5", "session", {"done": "all", "pain": None, "peak": 5}),
        ("all done pain 4 afterwards", "session", {"done": "all", "peak": 4}),
        ("pain 6 after the session", "session", {"done": "all", "peak": 6}),
        ("walking 20 minutes, pain after 5", "activity", {"exercise": "walking", "minutes": 20, "peak": 5}),
        ("yoga 30 minutes pain 4", "activity", {"exercise": "yoga", "minutes": 30, "pain": 4}),
        ("my back pain is 5", "pain", {"pain": 5}),
        ("bird dog 3x8, pain 2", "activity", {"exercise": "bird-dog", "minutes": 5, "pain": 2}),
        ("half, because the phone rang", "session", {"done": "part", "why": "the phone rang"}),
        ("too tired today", "session", {"done": "no", "why": "too tired"}),
        ("couldn't do it, too busy", "session", {"done": "no", "why": "too busy"}),
        ("walked 20 minutes, pain 3", "activity", {"exercise": "walking", "minutes": 20, "pain": 3}),
        ("better today, pain 4", "pain", {"note": "better today, pain 4", "pain": 4}),
        ("my back hurts, pain 6", "pain", {"note": "my back hurts, pain 6", "pain": 6}),
        ("pain 3", "pain", {"pain": 3}),
        ("pain is about 4/10", "pain", {"pain": 4}),
        ("morning: 2", "morning", {"pain": 2}),
        ("woke up with 3", "morning", {"pain": 3}),
        ("flare-up", "flare", {}),
        ("my back is bad today", "pain", {"note": "my back is bad today", "pain": None}),
        ("30 min walk", "activity", {"exercise": "walking", "minutes": 30}),
        ("I walked the dog for 20 min", "activity", {"exercise": "walking-the-dog", "minutes": 20}),
        ("went for a swim 30", "activity", {"exercise": "swimming", "minutes": 30}),
        ("did some yoga 20 minutes", "activity", {"exercise": "yoga", "minutes": 20}),
        ("went for a run 20", "activity", {"exercise": "run", "minutes": 20}),
        ("half an hour of housework", "activity", {"exercise": "housework", "minutes": 30}),
        ("gardening for an hour, pain 4 after", "activity", {"exercise": "gardening", "minutes": 60, "peak": 4}),
        ("pain is 6 today", "pain", {"pain": 6}),
        ("walk with the dog, 45 minutes", "activity", {"exercise": "walk-with-the-dog", "minutes": 45}),
    ],
)
def test_what_is_told_in_words_is_what_the_flags_mean(words: str, kind: str, held: dict[str, Any], home: Path) -> None:
    started(home)
    week_of(home)
    done = run("log", *words.split(), home=home)
    assert done.code == 0, done
    entry = latest(home)
    assert (entry["kind"], {key: entry[key] for key in held}) == (kind, held)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("30 min with the dog", "30 minutes with the dog."),
        ("outside 20 min", "20 minutes outside."),
        ("walked 30 minutes with the dog", "30 minutes of walking with the dog."),
    ],
)
def test_with_whom_or_where_stands_behind_the_minutes_as_it_is(words: str, answer: str, home: Path) -> None:
    started(home)
    assert f"Noted: {answer} " in run("log", *words.split(), home=home).out


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("yesterday all done", "session"),
        ("all of it yesterday, effort 4", "session"),
        ("walked 20 minutes yesterday", "activity"),
        ("on sunday pain 3", "pain"),
    ],
)
def test_words_may_name_their_day(words: str, kind: str, home: Path) -> None:
    started(home, today="2026-11-20")
    assert run("log", *words.split(), home=home).code == 0
    assert [entry["date"] for entry in diary_of(home) if entry["kind"] == kind][-1] == "2026-11-22"


@pytest.mark.parametrize(
    "words", ["all but the", "everything except", "my exercises without the", "done but skipped the"]
)
def test_all_but_one_is_said_in_words_and_in_short(words: str, home: Path) -> None:
    started(home)
    on, held = core_of(home, TODAY)
    assert "side-bridge-wall" in held
    assert run("log", *words.split(), "plank", home=home, today=on).code == 0
    assert latest(home, on)["not"] == ["side-bridge-wall"]


def test_after_not_a_name_needs_no_quotes_and_may_be_short(home: Path) -> None:
    started(home)
    on, _ = core_of(home, TODAY)
    assert run("log", "--not", "wall", "plank", "--pain", "2", home=home, today=on).code == 0
    assert latest(home, on)["not"] == ["side-bridge-wall"]


def test_what_was_named_is_scored_by_its_own_words(home: Path) -> None:
    started(home, functions=["sit through a film"])
    assert run("log", "sit", "through", "a", "film", "5", home=home).code == 0
    assert (latest(home)["function"], latest(home)["score"]) == ("sit through a film", 5)


@pytest.mark.parametrize("words", ["pain", "morning", "3"])
def test_half_a_word_records_nothing_and_says_how_it_is_said(words: str, home: Path) -> None:
    started(home)
    done = run("log", words, home=home)
    assert (done.code, "`backplan log pain 3`" in done.err) == (2, True)
    assert not [entry for entry in diary_of(home) if entry["kind"] != "pain"]


@pytest.mark.parametrize(
    "words",
    ["gardening", "some gardening", "rest home visit", "half marathon training", "stretching", "pain-free walk"],
)
def test_words_of_an_activity_are_one(words: str) -> None:
    assert read_words(words) is None


def test_the_same_morning_told_twice_is_noted_once_and_another_number_is_the_last_word(home: Path) -> None:
    started(home)
    for number in ("3", "3", "5"):
        assert run("log", "--morning", number, home=home).code == 0
    assert [entry["pain"] for entry in diary_of(home) if entry["kind"] == "morning"] == [3, 5]


@pytest.mark.parametrize("words", ["bird dog hurt", "it hurts", "the clam shell was hurting"])
def test_what_hurt_is_kept_in_words_and_is_no_activity(words: str, home: Path) -> None:
    started(home)
    done = run("log", *words.split(), home=home)
    assert done.code == 0
    assert f"Noted: “{words}”" in done.out


def test_an_activity_of_another_day_is_confirmed_with_its_day(home: Path) -> None:
    started(home)
    assert (
        "Noted for Sunday 22 November: 30 minutes of swimming"
        in run("log", "yesterday", "I", "swam", "for", "half", "an", "hour", home=home).out
    )
    assert "Noted: 30 minutes of swimming" in run("log", "swimming", "--minutes", "30", home=home).out


def test_a_session_that_was_done_is_not_undone_by_a_word_on_what_was_not(home: Path) -> None:
    started(home)
    run("log", "--pain", "3", "--peak", "4", home=home)
    before = diary_of(home)
    for words in (["too", "tired", "today"], ["--done", "no"]):
        done = run("log", *words, home=home)
        assert done.code == 2
        assert "If it was not done after all: `backplan diary edit" in done.err
    assert diary_of(home) == before


@pytest.mark.parametrize(
    ("usual", "said", "gentle", "cope"),
    [
        (3, ["--pain", "4", "--peak", "4"], False, False),
        (3, ["--pain", "5", "--peak", "5"], True, False),
        (3, ["--pain", "7", "--peak", "7"], True, False),
        (3, ["--pain", "8", "--peak", "8"], False, True),
        (3, ["--morning", "4"], False, False),
        (3, ["--morning", "7"], True, False),
        (3, ["--morning", "8"], False, True),
        (3, ["walking", "--minutes", "20", "--pain", "7"], True, False),
        (6, ["--pain", "7", "--peak", "7"], False, False),  # it was a gentle week before
        (6, ["--pain", "8", "--peak", "8"], False, True),
    ],
)
def test_a_pain_that_turns_the_week_is_said_to_turn_it(
    usual: int, said: list[str], gentle: bool, cope: bool, home: Path
) -> None:
    pain = {"now": usual, "usual": usual, "controlled": True, "since": "2025-10-01", "leg": "none"}
    started(home, pain=pain)
    before = week_of(home)["mode"]
    told = run("log", *said, home=home).out
    assert (told.count("The days ahead are gentle ones now"), told.count("only ways to cope")) == (gentle, cope)
    after = week_of(home)["mode"]
    assert (gentle, cope) == (after == "flare" != before, after == "coping-only")


@pytest.mark.parametrize("pain", ["4", "5", "8"])
def test_a_pain_noted_late_is_said_to_turn_the_week_if_it_does(pain: str, home: Path) -> None:
    started(home, today="2026-11-22")
    assert run("log", "--morning", "3", home=home).code == 0
    assert week_of(home)["mode"] == "normal"
    told = run("log", "--pain", pain, "--peak", pain, "--on", "2026-11-22", home=home).out
    assert ("gentle ones now" in told) == (week_of(home)["mode"] == "flare")


def test_exercises_listed_in_sets_are_each_noted_with_the_minutes_they_take(home: Path) -> None:
    started(home)
    done = run(
        "log", "bird", "dog", "3x8,", "2", "sets", "of", "10", "glute", "bridges", "and", "plank", "3x30s", home=home
    )
    found = [(each["exercise"], each["minutes"], each["note"]) for each in diary_of(home) if each["kind"] == "activity"]
    assert sorted(found) == [
        ("bird-dog", 5, "3 × 8, minutes reckoned"), ("forearm-plank", 3, "3 × 30 s, minutes reckoned"),
        ("glute-bridge", 3, "2 × 10, minutes reckoned"),
    ]  # fmt: skip
    assert done.out.count("reckoned") == len(found)


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("three sets of eight bird dogs", "3 × 8, minutes reckoned"),
        ("bird dog 3 x 8 with a 5 second hold", "3 × 8, hold 5 s, minutes reckoned"),
        ("8 reps x 3 sets of bird dog", "3 × 8, minutes reckoned"),
    ],
)
def test_sets_are_read_as_those_of_a_prescription(words: str, note: str, home: Path) -> None:
    started(home)
    assert run("log", *words.split(), home=home).code == 0
    assert [(each["exercise"], each["note"]) for each in diary_of(home)][-1] == ("bird-dog", note)


@pytest.mark.parametrize("words", ["5x5 km", "gardening, bird dog 3x8"])
def test_what_is_no_list_of_exercises_in_sets_is_asked_how_long(words: str, home: Path) -> None:
    started(home)
    assert "how long" in run("log", *words.split(), home=home).err


@pytest.mark.parametrize("words", ["did everything; gardening too", "done, mowed the lawn"])
def test_what_was_done_beside_a_session_without_minutes_is_kept_in_words(words: str, home: Path) -> None:
    started(home)
    assert run("log", *words.split(), home=home).code == 0
    entry = latest(home)
    assert (entry["kind"], entry["done"]) == ("session", "all")
    assert entry["note"] in words


def test_most_of_a_session_may_be_told_with_what_was_left_out(home: Path) -> None:
    started(home)
    words = ["did", "most", "of", "it", "but", "not", "the", "single", "knee", "to", "chest,", "worst", "4"]
    assert run("log", *words, home=home).code == 0
    entry = diary_of(home)[-1]
    assert (entry["kind"], entry["done"], entry["peak"]) == ("session", "part", 4)
    assert entry["not"] == ["single-knee-to-chest"]


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("yesterday's session", "2026-11-24"), ("yesterday", "2026-11-24"), ("did yesterday's session", "2026-11-24"),
        ("last night all done", "2026-11-24"), ("monday's session", "2026-11-23"), ("pain 4 yesterday", "2026-11-24"),
        ("morning 3 yesterday", "2026-11-24"), ("flare yesterday", "2026-11-24"), ("today", "2026-11-25"),
        ("yesterday's walk 20 minutes", "2026-11-24"), ("the day before yesterday all done", "2026-11-23"),
        ("2 days ago walked 30 minutes", "2026-11-23"), ("skipped yesterday because tired", "2026-11-24"),
    ],
)  # fmt: skip
def test_what_is_told_of_another_day_is_noted_and_said_with_it(words: str, on: str, home: Path) -> None:
    started(home)
    done = run("log", words, home=home, today="2026-11-25")
    assert (done.code, diary_of(home, today="2026-11-25")[-1]["date"]) == (0, on)
    assert ("Noted for" in done.out) is (on != "2026-11-25")
    assert ("Tomorrow" in done.out) is (on == "2026-11-25")


def test_signs_of_another_day_are_said_with_it(home: Path) -> None:
    started(home)
    assert "Noted for Sunday 22 November as new" in run("log", "--numb", "--on", "yesterday", home=home).out


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("3 4 5", (3, 4, 5)), ("pain 3 4 5", (3, 4, 5)), ("all done 3/10 5/10 4/10", (3, 5, 4)), ("3/4/5", (3, 4, 5)),
        ("did it all, pain 3-5, worst 6-7", (5, 7, None)), ("did it all, pain three, worst about 5", (3, 5, None)),
        ("done, effort 4-ish, pain four", (4, None, 4)), ("done, pain 3 before, about 5 after", (3, 5, None)),
        ("done, pain 3.5", (4, None, None)),
    ],
)  # fmt: skip
def test_numbers_of_a_session_are_read_as_people_type_them(
    words: str, figures: tuple[int | None, ...], home: Path
) -> None:
    started(home)
    assert run("log", words, home=home).code == 0
    entry = latest(home)
    assert (entry["kind"], tuple(entry[name] for name in ("pain", "peak", "effort"))) == ("session", figures)


@pytest.mark.parametrize("words", ["all done 3/10", "4", "done 4", "four", "3 5"])
def test_a_number_of_which_nobody_can_tell_what_it_is_of_is_asked_about(words: str, home: Path) -> None:
    started(home)
    done = run("log", words, home=home)
    assert (done.code, "which number of what" in done.err) == (2, True)


def test_at_the_terminal_a_range_is_said_aloud_and_all_three_may_be_told_late(home: Path) -> None:
    started(home)
    child = terminal("log", home=home)
    answer(child, ("Done?", ""), ("Pain before", "3 or 4"))
    child.expect_exact("Taken as 4.")
    answer(child, ("Highest pain", "3 5 4"))
    child.expect_exact("Taken as pain before 3, highest 5, effort 4.")
    answer(child, ("down the leg", ""), ("A word", ""))
    assert ended(child)[0] == 0
    assert [latest(home)[name] for name in ("pain", "peak", "effort")] == [3, 5, 4]


def test_asked_how_a_session_was_no_number_is_lost_and_one_can_go_back(home: Path) -> None:
    started(home)
    child = terminal("log", home=home)
    answer(child, ("Done?", "it was lovely out"), ("Done?", ""), ("Pain before", "4"), ("Highest pain", "3"))
    child.expect_exact("If that one is wrong, type back.")
    answer(child, ("Highest pain", "back"), ("Pain before", "about 4 during, 3 now"), ("Pain before it", "2"))
    answer(child, ("Effort", "a bit tired"), ("down the leg", "no more than usual"), ("down the leg", "back"))
    answer(child, ("Effort", "back"), ("Pain before it", "1"), ("Effort", ""), ("leg", ""), ("A word", "sunny"))
    assert ended(child)[0] == 0
    entry = latest(home)
    assert [entry[name] for name in ("done", "pain", "peak", "effort")] == ["all", 1, 4, 6]
    assert entry["note"] == "it was lovely out; about 4 during, 3 now; no more than usual; sunny"


def test_what_flags_told_of_a_session_stays_with_it_when_the_answer_is_that_it_was_let_go(home: Path) -> None:
    started(home)
    child = terminal("log", "--why", "visitors", "--note", "sat a lot", "--leg", "none", home=home)
    answer(child, ("Done?", "no"))
    assert ended(child)[0] == 0
    entry = latest(home)
    assert [entry[name] for name in ("done", "why", "note", "leg")] == ["no", "visitors", "sat a lot", "none"]


def test_what_flags_told_of_what_was_no_activity_stays_with_its_words(home: Path) -> None:
    started(home)
    child = terminal("log", "gardening", "--why", "visitors", "--leg", "none", "--pain", "4", home=home)
    answer(child, ("How many minutes", ""))
    assert ended(child)[0] == 0
    entry = latest(home)
    found = [entry[name] for name in ("kind", "pain", "why", "note", "leg")]
    assert found == ["pain", 4, "visitors", "gardening", "none"]


def test_an_answer_that_tells_of_more_than_was_asked_is_heard_as_behind_log(home: Path) -> None:
    started(home)
    child = terminal("log", home=home)
    answer(child, ("Done?", "walked 20 minutes instead, pain 3"))
    assert ended(child)[0] == 0
    assert (latest(home)["kind"], latest(home)["minutes"], latest(home)["pain"]) == ("activity", 20, 3)


def test_words_beside_a_question_that_may_tell_of_a_sign_are_asked_about(home: Path) -> None:
    started(home)
    child = terminal("log", home=home)
    answer(child, ("Done?", ""), ("Pain before", "3, and my saddle area is numb"))
    answer(child, ("Highest pain", ""), ("Effort", ""), ("leg", ""), ("A word", ""))
    child.expect_exact("between the legs")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("back is at a 6", {"kind": "pain", "pain": 6}), ("pain went from 3 to 5", {"kind": "pain", "pain": 5}),
        ("stiff on waking, 5", {"kind": "morning", "pain": 5}), ("woke up stiff 4/10", {"kind": "morning", "pain": 4}),
        ("didn't sleep, back killing me, 7/10", {"kind": "pain", "pain": 7}),
        ("1h30 gardening", {"exercise": "gardening", "minutes": 90}),
        ("1.5 hours of gardening", {"exercise": "gardening", "minutes": 90}),
        ("bike to work 2x15 min", {"exercise": "bike-to-work", "minutes": 30}),
        ("walked the dog for half an hour this morning", {"exercise": "walking-the-dog", "minutes": 30}),
        ("half of it then the kids came home", {"done": "part", "why": "the kids came home"}),
        ("no pain", {"kind": "pain", "pain": 0}), ("done, no pain", {"kind": "session", "done": "all", "pain": 0}),
        ("pain scale 4", {"kind": "pain", "pain": 4}),
        ("done ✓", {"kind": "session", "done": "all"}), ("all good", {"kind": "pain", "note": "all good"}),
        ("flare up since yesterday", {"kind": "flare", "date": "2026-11-22"}),
        ("5 km walk in 1 hour", {"exercise": "5-km-walk", "minutes": 60}),
    ],
)  # fmt: skip
def test_what_people_type_is_what_is_noted(words: str, told: dict[str, Any], home: Path) -> None:
    started(home)
    assert run("log", words, home=home).code == 0
    assert told.items() <= latest(home).items()


def test_several_activities_in_one_breath_are_each_noted_with_their_minutes(home: Path) -> None:
    started(home)
    run("log", "hoovering 15 mins & ironing 20 mins", home=home)
    assert [(each["exercise"], each["minutes"]) for each in diary_of(home)[-2:]] == [("hoovering", 15), ("ironing", 20)]


# -- two answers to one question --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "args",
    [
        ["log", "gardening 30 minutes", "--minutes", "20"],
        ["log", "--pain", "3", "--pain", "5"],
        ["log", "did everything, pain 3", "--pain", "5"],
        ["log", "did half of it", "--done", "all"],
        ["log", "--morning", "3", "--tired", "--back"],
        ["log", "--load", "sit-to-stand=8kg", "--load", "sit-to-stand=9kg"],
        ["init", "--tolerance", "walk=5,walk=9"],
        ["init", "--swim", "--no-swim"],
        ["today", "--pain", "3", "--pain", "8"],
        ["swap", "bird-dog", "--for", "heel-slide", "--for", "clamshell"],
        ["export", "ics", "--at", "mon=7:00", "--at", "mon=8:00"],
        ["export", "ics", "--at", "7:00,8:00"],
    ],
)
def test_two_answers_to_one_question_are_refused_and_nothing_is_kept(args: list[str], home: Path) -> None:
    started(home)
    before = diary_of(home)
    done = run(*args, home=home)
    assert (done.code, "leave one out" in done.err) == (2, True)
    assert diary_of(home) == before


@pytest.mark.parametrize(
    "args",
    [
        ["gardening 30 minutes", "--minutes", "30"],
        ["walking", "--minutes", "30", "--json", "--json"],
        ["did everything, pain 3", "--pain", "3"],
        ["--load", "sit-to-stand=8kg", "--load", "sit-to-stand=8 kg"],
    ],
)
def test_the_same_answer_twice_is_one(args: list[str], home: Path) -> None:
    started(home)
    assert run("log", *args, home=home).code == 0


def test_a_number_of_a_name_stays_with_it_where_the_minutes_are_said(home: Path) -> None:
    started(home)
    run("log", "wii fit level 9", "--minutes", "30", home=home)
    assert (latest(home)["exercise"], latest(home)["minutes"]) == ("wii-fit-level-9", 30)


@pytest.mark.parametrize(
    ("words", "since", "said"),
    [
        ("done, pain 2", 0, True),  # the first days
        ("done, pain 2", 21, False),
        ("done, pain 3, worst 4", 21, False),
        ("walking 20 minutes", 21, False),
        ("morning 3", 21, False),
        ("morning 5", 21, True),  # above the usual
        ("done, worst 6", 21, True),
        ("done, my leg felt odd", 21, True),
        ("did it all but the clamshell hurt sharply", 21, True),
        ("flare", 21, True),
    ],
)
def test_what_cannot_wait_is_said_when_it_matters_and_not_each_time(
    words: str, since: int, said: bool, home: Path
) -> None:
    started(home)
    week_of(home)
    day = (date.fromisoformat(TODAY) + timedelta(since)).isoformat()
    week_of(home, today=day)
    done = run("log", *words.split(), home=home, today=day)
    assert (done.code, emergency.LINE in done.out) == (0, said)
    assert "emergency" in run("log", "pain", "1", "--json", home=home, today=day).json


def test_an_empty_word_is_no_command_and_says_what_is(home: Path) -> None:
    for args in ([""], [" "], ["diary", ""]):
        done = run(*args, home=home)
        assert (done.code, "There is no command" in done.err, "--help" in done.err) == (2, False, True)


def test_an_activity_that_was_not_done_earns_no_minutes(home: Path) -> None:
    assert "not done" in run("log", "swimming", "--done", "no", home=home).out
    assert "not done" in run("log", "yoga", "20", "min", "--done", "no", home=home).out


@pytest.mark.parametrize("words", ["I gave birth", "I had my baby yesterday", "gave birth last week"])
def test_a_birth_is_told_in_the_interview(words: str, home: Path) -> None:
    assert "`backplan init --only birth`" in run("log", *words.split(), home=home).out


def test_more_than_five_hours_at_once_are_asked_about(home: Path) -> None:
    done = run("log", "swimming", "500", "minutes", home=home)
    assert done.code == 2
    assert "over 5 hours at once, so nothing was noted" in done.err
    assert "Noted: 300 minutes" in run("log", "swimming", "300", "minutes", home=home).out


def test_one_minute_is_no_minutes(home: Path) -> None:
    assert "Noted: 1 minute of stretching" in run("log", "stretching", "--minutes", "1", home=home).out


def test_n_is_no_and_y_is_all_where_it_is_asked_whether_a_session_was_done(home: Path) -> None:
    started(home)
    child = terminal("log", "--plain", home=home)
    answer(child, ("Done?", "n"), ("What came up", ""))
    assert ended(child)[0] == 0
    assert latest(home)["done"] == "no"


# -- what is no session, and the way back up -----------------------------------------------------------------------


@pytest.mark.parametrize("note", ["slept badly", "new shoes", "rainy day", "stiff this morning"])
def test_a_note_alone_is_a_note_and_no_session(note: str, home: Path) -> None:
    started(home)
    run("log", "--note", note, home=home)
    entry = latest(home)
    assert (entry["kind"], entry["note"]) == ("pain", note)
    assert week_of(home)["days"][0]["done"] is None


@pytest.mark.parametrize("note", ["did it all, felt fine", "all done, went well"])
def test_a_note_that_tells_of_the_session_is_one(note: str, home: Path) -> None:
    started(home)
    run("log", "--note", note, home=home)
    assert (latest(home)["kind"], latest(home)["done"]) == ("session", "all")


def test_how_far_down_the_leg_alone_is_no_session(home: Path) -> None:
    started(home)
    done = run("log", "--leg", "none", home=home)
    assert latest(home)["kind"] == "pain"
    assert "no pain down the leg" in done.out


UP = "come back up"


def test_log_says_when_the_days_ahead_come_back_up(home: Path) -> None:
    started(home)
    week_of(home)
    run("log", "--flare", "--pain", "7", home=home)
    week_of(home)
    assert UP not in run("log", "--morning", "7", home=home, today="2026-11-24").out
    assert UP not in run("log", "--morning", "3", home=home, today="2026-11-25").out
    assert UP in run("log", "--morning", "3", home=home, today="2026-11-26").out
    assert "three quarters" in run("week", home=home, today="2026-11-26").out
    assert UP not in run("log", "--pain", "3", "--done", "all", home=home, today="2026-11-26").out


@pytest.mark.parametrize("flags", [["--flare"], ["--morning", "3"], ["--numb"]])
def test_a_note_beside_something_else_adds_no_entry_of_its_own(flags: list[str], home: Path) -> None:
    started(home)
    before = len(diary_of(home))
    run("log", *flags, "--note", "slept badly", home=home)
    assert len(diary_of(home)) == before + 1
    assert latest(home)["note"] == "slept badly"


def test_a_better_morning_of_a_flare_is_no_news_of_gentle_days(home: Path) -> None:
    started(home)
    assert run("week", home=home).code == 0
    assert "gentle ones now" not in run("log", "flare", "8", home=home, today="2026-11-24").out
    gentle = "The days ahead are gentle ones now"
    assert gentle in run("log", "morning", "7", home=home, today="2026-11-25").out, "not ways to cope alone"
    assert gentle not in run("log", "morning", "6", home=home, today="2026-11-26").out


def test_what_is_forgotten_in_another_window_meanwhile_is_not_begun_anew(home: Path) -> None:
    started(home, today=TODAY)
    child = terminal("log", "--plain", home=home, today=TODAY)
    child.expect_exact("Done?")
    assert run("forget", "--yes", home=home, today=TODAY).code == 0
    child.sendline("")
    answer(child, ("Pain before", "3 4 4"), ("Pain down the leg", ""), ("A word", ""))
    code, end = ended(child)
    assert (code, "taken away" in end, "Noted" in end) == (5, True, False)
    assert not (home / "backplan.db").exists()


@pytest.mark.parametrize(
    ("first", "then", "now"), [("all done", "did half", "partly"), ("did half", "all done", "all")]
)
def test_a_session_that_is_told_otherwise_the_same_day_is_said_to_be(
    first: str, then: str, now: str, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    started(home)
    run("log", first, home=home)
    noted = diary_of(home)[-1]
    told = " ".join(run("log", then, home=home).out.split())
    assert f"stands as {now} done now" in told
    back = f"diary edit {noted['id']} --done {noted['done']}"
    assert f"`backplan {back}`" in told
    assert run(*back.split(), home=home).code == 0
    assert [each["done"] for each in diary_of(home) if each["kind"] == "session"] == [noted["done"]]
    assert "stands as" not in run("log", "pain 3, worst 4", home=home).out


@pytest.mark.parametrize("activity", ["housework", "gardening", "walking"])
def test_much_activity_soon_after_a_flare_is_answered_with_one_thing(activity: str, home: Path) -> None:
    started(home)
    assert "It counts." in run("log", activity, "90 min", home=home).out
    run("log", "--flare", home=home)
    out = " ".join(run("log", activity, "90 min", home=home).out.split())
    assert "So soon after a flare, shorter parts" in out
    assert "It counts." not in out
