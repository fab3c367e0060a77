"""The prompts in a real pseudo-terminal: a whole interview, wrong answers, Ctrl-C, and the way out of a stop."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.cli import TODAY, answered, diary_of, environment, run, started, stopped_by, week_of
from tests.support.sitting import answer, broken_off, ended, terminal


def on_record(home: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(run("init", "--show", home=home).out, Loader=yaml.BaseLoader)
    return found


BORN = [("year of birth", "1990")]
FLAGS = [("Numbers, or", "none")] * 3
SIGNS = FLAGS  # of a first interview: heart and lungs stand among them
CLEARED = [("Who agreed", "doctor, 2026-11-02")]
PAIN = [("Pain now", "3 3"), ("Since when", "2026-03-01"), ("down the leg", "")]
HEALTH = [
    ("Numbers, or", "knee-issue"),
    ("Numbers, or", "surgery"),
    ("An operation", "disc"),
    ("On which day", "2026-02-02"),
    ("release you", "2026-04-02"),
]
TIME = [("Which days", "mon 30 minutes, wed 30, sat 1 hour"), ("walk or cycle", "12")]
TOLD = [("Numbers, or", "none")]  # the first page of what one was told
AGREED = [("to change", "")]
RIGHT = [("Enter if that is right", "")]
MORE = [
    ("down to the floor", "y"),
    ("swim?", "n"),
    ("What else do you have", "band, pool, treadmill"),
    ("What else do you have", ""),
    ("in a gym", "treadmill"),
    ("go to the pool", "sat"),
    ("For water", ""),
    ("of these is so", "sitting-work"),
    ("Level", ""),
    ("What do you like", "walking"),
    ("rather not do", "cat-cow"),
    ("Which ones?", "put on my socks, drive for an hour"),
    ("Your work, and what eases the pain: you work sitting most of the day", ""),
    ("put on my socks: 0 cannot", "4"),
    ("drive for an hour: 0 cannot", ""),
]
WHOLE = [*BORN, *SIGNS, *CLEARED, *PAIN, *HEALTH, *TIME, *AGREED]


def test_a_whole_interview_leads_to_a_week(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *WHOLE)
    code, said = ended(child)
    assert code == 0, said
    assert "Your first day" in said
    assert "init --more" in said
    child = terminal("init", "--more", home=home)
    answer(child, *MORE)
    code, said = ended(child)
    assert code == 0, said
    found = on_record(home)
    assert found["clearance"] == {"by": "doctor", "on": "2026-11-02", "knows": []}
    assert found["pain"] == {"now": "3", "usual": "3", "controlled": "true", "since": "2026-03-01", "leg": "none"}
    assert found["conditions"] == ["knee-issue", "sitting-work"]
    assert found["surgery"] == {"kind": "disc", "on": "2026-02-02", "released": "2026-04-02"}
    assert found["time"] == {"mon": "30", "wed": "30", "sat": "60", "pool_days": ["sat"]}
    assert sorted(found["equipment"]) == ["band", "pool", "treadmill"]
    assert found["places"] == {"gym": ["treadmill"]}
    assert found["tolerance"] == {"aerobic_minutes": "12"}
    assert (found["likes"], found["dislikes"]) == (["walking"], ["cat-cow"])
    assert found["functions"] == ["put on my socks", "drive for an hour"]
    scores = [(entry["function"], entry["score"]) for entry in diary_of(home) if entry["kind"] == "function"]
    assert scores == [("put on my socks", 4)]
    assert week_of(home)["mode"] == "normal"
    assert (found["born"], found["heart"]) == ("1990", [])


@pytest.mark.parametrize("leaves", ["ctrl-c", "quit"])
def test_what_is_answered_of_the_rest_is_recorded_when_it_is_left_and_it_goes_on_there(leaves: str, home: Path) -> None:
    started(home, equipment=[])
    child = terminal("init", "--more", home=home)
    answer(child, *MORE[:5])  # a band at home, a pool and a treadmill; on which days is left
    child.expect_exact("go to the pool")
    code, said = broken_off(child)
    assert code == 130
    assert "is recorded" in said
    assert on_record(home)["can"] == {"floor": "true", "swim": "false"}
    assert on_record(home)["equipment"] == []  # a section that is left in the middle is as it was
    child = terminal("init", "--more", home=home)
    child.expect_exact("1 of 6 sections are answered")
    answer(child, *MORE[2:7])
    child.expect_exact("of these is so")
    if leaves == "quit":
        child.sendline("quit")
        code, said = ended(child)
    else:
        code, said = broken_off(child)
    assert (code, "Traceback" in said) == (130, False)
    assert sorted(on_record(home)["equipment"]) == ["band", "pool", "treadmill"]
    child = terminal("init", "--more", home=home)
    child.expect_exact("2 of 6 sections are answered")
    answer(child, *MORE[7:])
    assert ended(child)[0] == 0
    assert not (home / "interview.json").exists()
    assert week_of(home)["mode"] == "normal"


def test_the_rest_goes_back_and_a_number_changes_one_of_it_at_the_end(home: Path) -> None:
    started(home)
    child = terminal("init", "--more", home=home)
    answer(child, ("down to the floor", "y"), ("swim?", "back"), ("down to the floor", "n"), *MORE[1:11])
    answer(child, *MORE[11:12], ("number to change", "1"), ("down to the floor", "y"), ("swim?", "y"))
    answer(child, *MORE[12:])
    assert ended(child)[0] == 0
    assert on_record(home)["can"] == {"floor": "true", "swim": "true"}


def test_what_is_named_is_asked_though_it_was_answered_when_the_rest_was_left(home: Path) -> None:
    started(home)
    child = terminal("init", "--more", home=home)
    answer(child, *MORE[:2])
    child.expect_exact("What else do you have")
    broken_off(child)
    child = terminal("init", "--only", "can,level", home=home)
    answer(child, *MORE[:2], ("Level", ""), *AGREED)
    assert ended(child)[0] == 0


def test_who_breaks_off_at_how_well_they_can_do_it_has_all_else_recorded(home: Path) -> None:
    started(home)
    child = terminal("init", "--only", "functions", home=home)
    answer(child, ("Which ones?", "put on my socks, drive for an hour"), ("put on my socks: 0 cannot", "4"))
    child.expect_exact("drive for an hour: 0 cannot")
    assert broken_off(child)[0] == 0
    assert on_record(home)["functions"] == ["put on my socks", "drive for an hour"]
    assert [entry["score"] for entry in diary_of(home) if entry["kind"] == "function"] == [4]


def test_one_section_of_the_rest_is_left_as_it_was_and_not_agreed_to_once_more(home: Path) -> None:
    started(home)
    child = terminal("init", "--only", "level", home=home)
    answer(child, ("Level", "advanced"))
    assert ended(child)[0] == 0
    assert on_record(home)["level"] == "advanced"


@pytest.mark.parametrize(("born", "asked"), [("1955", False), ("1985", True)])
def test_a_pregnancy_is_asked_of_those_who_may_have_one_and_work_and_water_of_nobody_at_first(
    born: str, asked: bool, home: Path
) -> None:
    child = terminal("init", home=home)
    answer(child, ("year of birth", born), *SIGNS, *CLEARED, *PAIN)
    answer(child, ("Numbers, or", "none"))
    child.expect_exact("Thin bones")
    assert ("Pregnant" in child.before) is asked
    assert "sitting" not in child.before
    assert "Afraid of water" not in child.before


def test_yes_is_an_answer_to_whether_all_is_right(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *WHOLE[:-1], ("to change", "yes"))
    assert ended(child)[0] == 0


def test_likes_are_said_in_the_words_of_the_plan(home: Path) -> None:
    started(home)
    child = terminal("init", "--only", "likes", home=home)
    answer(child, ("What do you like", "stretching, Tai Chi, bird dogs"), ("rather not do", "gyrotonic"))
    assert ended(child)[0] == 0
    found = on_record(home)
    assert found["likes"] == ["basic-stretch", "back-stretch", "tai-chi", "bird-dog"]
    assert found["dislikes"] == ["gyrotonic-style"]


def test_the_interview_is_short(home: Path) -> None:
    assert len(WHOLE) - len(HEALTH) + 2 <= 13  # of whom nothing is so, and who says apart since when


READS, THINKS = 150, 3  # words a minute, seconds an answer
MOST_MINUTES = 7
STENOSIS = [
    ("year of birth", "1956"), ("Numbers, or", "none"), ("Numbers, or", "none"),
    ("Numbers, or", "walking-leg-pain"), ("Who agreed", "doctor, 2026-11-02"), ("know of all", "y"), *PAIN,
    ("Numbers, or", "none"), ("Numbers, or", "extension-intolerant"), *TIME[:1],
    ("walk or cycle", "walk 5, cycle 15"), *AGREED,
]  # fmt: skip
HEART = [
    *BORN, *FLAGS[:2], ("Numbers, or", "heart-disease"), *CLEARED, ("know of all", "y"), *PAIN,
    ("Numbers, or", "none"), ("Numbers, or", "none"), *TIME, *AGREED,
]  # fmt: skip
CAESAREAN = [
    *BORN, *SIGNS, *CLEARED, *PAIN, ("Numbers, or", "none"), ("Numbers, or", "birth"),
    ("If you gave birth", "2026-11-01"), ("Which kind", "caesarean"), *TIME, *AGREED,
]  # fmt: skip
LEG = [
    *BORN, *SIGNS, *CLEARED, *PAIN[:2], ("down the leg", "foot"), ("one leg", "n"), ("Numbers, or", "none"),
    ("Numbers, or", "none"), *TIME, *AGREED,
]  # fmt: skip


@pytest.mark.parametrize("said", [STENOSIS, HEART, CAESAREAN, LEG], ids=["stenosis", "heart", "caesarean", "leg"])
def test_the_interview_takes_few_minutes_with_its_longest_ways(said: list[tuple[str, str]], home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *said)
    assert child.over
    words = re.findall(r"[A-Za-z][\w'’-]*|\d[\d-]*", re.sub(r"^ *\d+\. ", "", child.screen.getvalue(), flags=re.M))
    assert len(words) / READS + len(said) * THINKS / 60 < MOST_MINUTES


def test_a_question_says_what_enter_alone_answers(home: Path) -> None:
    child = terminal("init", home=home)
    child.expect_exact("year of birth? [Enter: none]")


def test_a_warm_pack_asks_of_the_skin_and_a_pool_of_the_water(home: Path) -> None:
    started(home)
    things = [("What else do you have", "heat-pack"), ("What else do you have", ""), ("in a gym", "")]
    child = terminal("init", "--only", "equipment", home=home)
    answer(child, *things, ("For warmth", "skin-sensation-loss"))
    assert ended(child)[0] == 0
    assert on_record(home)["conditions"] == ["skin-sensation-loss"]


def test_a_wrong_answer_asks_that_question_again_and_no_other(home: Path) -> None:
    wrong = [
        ("year of birth", "born"),
        ("year of birth", "2027"),
        ("year of birth", "12"),
        ("year of birth", "1958"),
        ("Numbers, or", "99"),
        ("Numbers, or", "backache"),
        *SIGNS,
        ("Who agreed", "my aunt"),
        ("Who agreed", "my plumber"),
        ("Who agreed", "doctor, 2026-11-24"),
        ("Who agreed", "doctor soon"),
        ("Who agreed", "My doctor"),
        ("On which day", "2026-11-24"),
        ("On which day", "soon"),
        ("On which day", ""),
        ("On which day", "mon"),
        ("Pain now", "11"),
        ("Pain now", "-1 3"),
        ("Pain now", "awful"),
        ("Pain now", ""),
        ("Pain now", "3 11"),
        ("Pain now", "3"),
        ("Your usual pain", "13"),
        ("Your usual pain", "3"),
        ("Since when", "tomorrow"),
        ("Since when", "2026-03-01"),
        ("down the leg", "elbow"),
        ("down the leg", "calf"),
        ("one leg", "perhaps"),
        ("one leg", "n"),
        *HEALTH,
        ("Which days", "monkey"),
        ("Which days", "mon 4"),
        ("Which days", "mon, 30, 40"),
        ("Which days", "mon"),
        ("minutes on each day", "30,40"),
        ("minutes on each day", "half an hour"),
        ("walk or cycle", "300"),
        ("walk or cycle", "10"),
        *AGREED,
    ]
    more = [
        ("down to the floor", "y"),
        ("swim?", "n"),
        ("What else do you have", "kettle"),
        ("Numbers, or", ""),
        ("What else do you have", ""),
        ("in a gym", ""),
        ("of these is so", "none"),
        ("Level", "expert"),
        ("Level", "basic"),
        ("What do you like", "running fast"),
        ("What do you like", "none"),
        ("rather not do", "none"),
        ("Which ones?", "a, b, c, d"),
        ("Which ones?", "socks, Socks"),
        ("Which ones?", "42"),
        ("Which ones?", "x" * 61),
        ("Which ones?", "put on my socks"),
        *AGREED,
        ("0 cannot", "11"),
        ("0 cannot", "well"),
        ("0 cannot", "4"),
    ]
    for args, pairs in ((("init",), wrong), (("init", "--more"), more)):
        child = terminal(*args, home=home)
        answer(child, *pairs)
        code, said = ended(child)
        assert code == 0, said
    assert on_record(home)["pain"]["leg"] == "calf"


@pytest.mark.parametrize("after", [0, 4, len(WHOLE) - 1])
def test_ctrl_c_at_any_point_of_a_first_interview_plans_and_records_nothing(after: int, home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *WHOLE[:after])
    child.expect_exact(WHOLE[after][0])
    code, said = broken_off(child)
    assert code == 130
    assert "Traceback" not in said
    assert run("week", home=home).code == 4
    assert not (home / "backplan.db").exists()
    if after:
        assert "is kept" in said
        assert (home / "interview.json").stat().st_mode & 0o777 == 0o600


def test_an_interview_goes_on_where_it_stopped_and_its_draft_goes_when_it_is_recorded(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, *CLEARED, *PAIN[:2])
    child.expect_exact("down the leg")
    broken_off(child)
    for command in ([], ["week"], ["today"]):
        assert run(*command, home=home).err.strip() == (
            "The safety questions are begun: 3 sections done so far. Go on with `backplan init`."
        )
    child = terminal("init", home=home)
    answer(child, *PAIN, *HEALTH, *TIME)
    child.expect_exact("Agreed: doctor, 2 November 2026")
    answer(child, *AGREED)
    code, said = ended(child)
    assert code == 0, said
    assert on_record(home)["born"] == "1990"
    assert not (home / "interview.json").exists()


@pytest.mark.parametrize(
    ("days", "said"),
    [("mon wed fri 30", "recorded. Your first day: Monday 23 November"),
     ("tue thu 30", "Today is for rest. Your first day: Tuesday 24 November")],
)  # fmt: skip
@pytest.mark.parametrize("plain", [[], ["--plain"]])
def test_the_interview_ends_with_the_first_day_that_holds_a_session(
    plain: list[str], days: str, said: str, home: Path
) -> None:
    child = terminal("init", *plain, home=home)
    answer(child, *BORN, *SIGNS, *CLEARED, *PAIN, *TOLD, *TOLD, ("Which days", days), ("walk or cycle", "10"), *AGREED)
    code, told = ended(child)
    assert code == 0
    assert said in " ".join(told.split())
    assert "backplan start" not in told or "Today is for rest" not in told
    shown = next(day for day in week_of(home)["days"] if day["sessions"])  # the week that was shown stands
    names = [item["name"] for session in shown["sessions"] for block in session["blocks"] for item in block["items"]]
    assert names
    assert all(name in told for name in names)
    assert "step 1" not in told


def test_who_begins_when_the_week_holds_no_more_sessions_is_told_where_the_first_one_stands(home: Path) -> None:
    child = terminal("init", home=home, today="2026-11-29")
    answer(child, *BORN, *SIGNS, *CLEARED, *PAIN, *TOLD, *TOLD, ("Which days", "mon 30"), *TIME[1:], *AGREED)
    code, told = ended(child)
    assert code == 0
    assert "This week holds no more sessions: `backplan week next` shows the first." in told


def test_how_far_down_the_leg_is_not_asked_where_the_answer_on_pain_tells_it(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, *CLEARED, ("Pain now", "3 4, 2019, into my left thigh"), *TOLD, *TOLD, *TIME, *AGREED)
    assert ended(child)[0] == 0
    assert on_record(home)["pain"]["leg"] == "thigh"


def test_a_numb_leg_said_beside_the_pain_is_asked_about_though_no_part_of_the_leg_is_named(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, *CLEARED, ("Pain now", "4 3, 2019, my leg is numb"), ("down the leg", "buttock"))
    answer(child, ("mild, steady weakness in one leg", "y"), ("know of it", "y"), *HEALTH, *TIME, *AGREED)
    assert ended(child)[0] == 0
    assert "one-leg-numbness" in on_record(home)["red_flags"]


@pytest.mark.parametrize(
    ("said", "key", "found"),
    [("I'm 68", "born", "1958"), ("tue thu 20", "time", {"tue": "20", "thu": "20", "pool_days": []}),
     ("I can walk 20 minutes", "tolerance", {"aerobic_minutes": "20"})],
)  # fmt: skip
def test_what_is_told_at_the_end_stands_on_its_page_and_is_taken_by_enter(
    said: str, key: str, found: object, home: Path
) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, *CLEARED, *PAIN, *TOLD, *TOLD, *TIME, ("to change", said), (f"[Enter: {said}]", ""))
    answer(child, *AGREED)
    assert ended(child)[0] == 0
    assert on_record(home)[key] == found


def test_who_agreed_may_be_told_at_the_end_and_the_day_is_asked(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, *CLEARED, *PAIN, *TOLD, *TOLD, *TIME, ("to change", "my physio is dr x"))
    answer(child, ("[Enter: my physio is dr x]", ""), ("On which day", "yesterday"), *AGREED)
    assert ended(child)[0] == 0
    assert on_record(home)["clearance"] == {"by": "physiotherapist", "on": "2026-11-22", "knows": []}


@pytest.mark.parametrize("said", ["days", "monday is wrong", "change the days"])
def test_words_that_only_name_a_page_are_no_answer_there(said: str, home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, *CLEARED, *PAIN, *TOLD, *TOLD, *TIME, ("to change", said))
    answer(child, ("Which days", ""), *AGREED)
    assert ended(child)[0] == 0
    assert on_record(home)["time"] == {"mon": "30", "wed": "30", "sat": "60", "pool_days": []}


def test_a_slip_of_none_is_asked_about_and_never_taken(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, ("Numbers, or", "noen"), ("Did you mean none", "none"), ("Numbers, or", "nothign"))
    answer(child, ("Did you mean none", "no"), ("Numbers, or", "n"), *CLEARED, *PAIN, *TOLD, *TOLD, *TIME, *AGREED)
    assert ended(child)[0] == 0
    assert on_record(home)["red_flags"] == []


OPEN = "fit what you wrote"
SADDLE = "numb between my legs"
WAITS = "may be a sign"
BOTH_PAGES = ("Numbers, or", "none")


@pytest.mark.parametrize(
    ("at", "said", "sign", "code"),
    [(2, SADDLE, "saddle-numbness", 4), (1, SADDLE, "saddle-numbness", 4), (2, "i lose weight without trying", "", 0)],
)
def test_what_may_be_a_sign_that_cannot_wait_is_asked_at_the_end_of_its_section(
    at: int, said: str, sign: str, code: int, home: Path
) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *FLAGS[:at], ("Numbers, or", said), (WAITS, "none"), *FLAGS[at + 1 :])
    child.expect_exact(f"You wrote: “{said}”")
    child.expect_exact(OPEN)
    answer(child, ("Numbers, or", "1" if sign else "none"), ("Numbers, or", "none"))
    answer(child, *(RIGHT if sign else [*CLEARED, *PAIN, *HEALTH, *TIME, *AGREED]))
    assert ended(child)[0] == code
    assert stopped_by(home) == ("emergency-flags" if sign else None)


def test_a_sign_that_is_written_among_health_is_recorded_with_whether_the_clinician_knows(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, *CLEARED, *PAIN, ("Numbers, or", "i lose weight without trying"), (WAITS, "none"))
    answer(child, ("Or these", "none"), (OPEN, "none"), BOTH_PAGES, *TIME)
    child.expect_exact("Warning signs: none")
    answer(
        child,
        ("to change", "5"),
        ("Numbers, or", "i lose weight without trying"),
        (WAITS, "none"),
        ("Or these", "none"),
    )
    answer(child, (OPEN, "weight-loss"), BOTH_PAGES, *RIGHT, ("Does the clinician know of it", "y"), *AGREED)
    assert ended(child)[0] == 4  # it is looked at first, whoever knows
    assert on_record(home)["red_flags"] == ["weight-loss"]
    assert on_record(home)["clearance"]["knows"] == ["weight-loss"]


@pytest.mark.parametrize("said", ["bp tablets", "BP is under control", "my knees are bad"])
def test_what_a_later_list_asks_is_kept_for_it_though_it_is_said_shortly(said: str, home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *FLAGS[:-1], ("Numbers, or", said))
    child.expect_exact(f"“{said}”: kept for a later page.")
    broken_off(child)


@pytest.mark.parametrize("stops", ["ctrl-c", "quit"])
@pytest.mark.parametrize("before", ["the next list", "its own question"])
def test_words_that_are_kept_are_asked_about_after_quit_and_resume(stops: str, before: str, home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, ("Numbers, or", "my knees are bad"), ("kept for a later page", "none"), *FLAGS[1:])
    answer(child, *CLEARED, *PAIN, ("Numbers, or", SADDLE), (WAITS, "none"))
    if before == "its own question":
        answer(child, ("Or these", "none"))
        child.expect_exact(OPEN)
    if stops == "quit":
        child.sendline("quit")
        assert ended(child)[0] == 130
    else:
        assert broken_off(child)[0] == 130
    child = terminal("init", home=home)
    answer(child, ("Numbers, or", "none"), ("Or these", "none"))
    child.expect_exact(f"You wrote: “{SADDLE}”")
    answer(child, ("Numbers, or", "1"), BOTH_PAGES, *RIGHT)
    assert ended(child)[0] == 4
    assert stopped_by(home) == "emergency-flags"


def test_words_of_a_later_page_are_told_there_after_quit_and_resume(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, ("Numbers, or", "my knees are bad"), ("kept for a later page", "quit"))
    ended(child)
    child = terminal("init", home=home)
    answer(child, *SIGNS, *CLEARED, *PAIN)
    child.expect_exact("Health: any of these")
    broken_off(child)  # where it is told, and not answered
    child = terminal("init", home=home)
    child.expect_exact("You wrote: “my knees are bad”")
    broken_off(child)


def test_who_changes_an_answer_is_asked_of_a_sign_that_they_write_there(home: Path) -> None:
    started(home)
    child = terminal("init", "--only", "conditions", home=home)
    answer(child, ("Numbers, or", SADDLE), (WAITS, "none"), BOTH_PAGES, (OPEN, "saddle-numbness"), BOTH_PAGES, *RIGHT)
    assert ended(child)[0] == 4
    assert on_record(home)["red_flags"] == ["saddle-numbness"]


def test_a_section_that_is_named_is_asked_first_where_an_interview_was_left(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, *CLEARED, *PAIN[:2])
    child.expect_exact("down the leg")
    broken_off(child)
    child = terminal("init", "--only", "clearance", home=home)
    answer(child, *CLEARED, *PAIN)
    child.expect_exact("Health: any of these")
    broken_off(child)


def test_on_another_day_the_signs_and_the_pain_of_a_draft_are_asked_again(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, *CLEARED, *PAIN)
    child.expect_exact("Health: any of these")
    broken_off(child)
    child = terminal("init", home=home, today="2026-11-25")
    answer(child, *SIGNS, *PAIN, *HEALTH)
    child.expect_exact("Which days")
    broken_off(child)
    assert run("forget", "--yes", home=home).code == 0
    assert not (home / "interview.json").exists()


def test_back_goes_back_one_question_and_a_number_changes_one_at_the_end(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, ("year of birth", "1950"), ("Numbers, or", "back"), ("year of birth", "1990"))
    answer(child, *SIGNS, *CLEARED, *PAIN, *HEALTH, *TIME)
    answer(child, ("number to change", "4"), *PAIN[:1], ("Since when", "02/03/2026"), ("1 or 2", "1"))
    answer(child, ("down the leg", "thigh"), *AGREED)
    code, said = ended(child)
    assert code == 0, said
    found = on_record(home)
    assert (found["born"], found["pain"]["since"], found["pain"]["leg"]) == ("1990", "2026-03-02", "thigh")


def test_back_leads_to_the_question_before_within_a_section_and_out_of_it(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, ("Who agreed", "my plumber"), ("Who agreed", "back"), ("clinician to know", "back"))
    answer(child, ("looked at soon", "back"), ("cannot wait", "back"), ("year of birth", "back"))
    answer(child, ("This is the first question", "1990"), *SIGNS, *CLEARED)
    answer(child, *PAIN[:1], ("Since when", "back"), ("Pain now", "4 4, May 2025"), ("down the leg", ""))
    answer(child, *HEALTH, *TIME, *AGREED)
    assert ended(child)[0] == 0
    found = on_record(home)["pain"]
    assert (found["now"], found["since"]) == ("4", "2025-05-31")


def test_what_followed_a_list_and_that_none_was_so_are_there_again_after_going_back(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, *CLEARED, *PAIN, ("Numbers, or", "none"), *HEALTH[1:], ("Which days", "back"))
    given = ("none", "surgery", "disc", "2026-02-02", "2026-04-02")
    answer(child, *((f"[Enter: {each}]", "back") for each in reversed(given[1:])))
    answer(child, *((f"[Enter: {each}]", "") for each in given), *TIME, *AGREED)
    code, said = ended(child)
    assert code == 0, said
    assert on_record(home)["surgery"]["on"] == "2026-02-02"


def test_that_no_emergency_sign_is_so_has_to_be_typed_again_after_going_back(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, *((asked, "back") for asked in ("Who agreed", "clinician to know", "looked at soon")))
    answer(child, ("Numbers, or type none: ", "no nothing like that"))
    answer(child, ("type none", "none"))
    broken_off(child)


@pytest.mark.parametrize(
    ("number", "asked", "said"),
    [
        ("1", "An operation", "disc"),
        ("2", "Weeks of pregnancy", "20"),
        ("3", "on which day", "none"),
        ("4", "What", "fall"),
    ],
)
def test_what_was_chosen_from_a_list_is_not_taken_back_by_enter(number: str, asked: str, said: str, home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, *CLEARED, *PAIN, *HEALTH[:1], ("Numbers, or", number))
    answer(child, (asked, ""), (asked, said))


def test_a_slip_among_the_signs_is_taken_back_when_it_is_confirmed_twice_and_none_must_be_typed(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, ("Numbers, or", ""), ("type none", "1"))
    answer(child, ("pressed the wrong one", "wrong"), ("Is any of it so", "n"), *SIGNS)
    answer(child, ("Who agreed", "none"))
    child.expect_exact("backplan cope")
    broken_off(child)
    assert not (home / "backplan.db").exists()


@pytest.mark.parametrize(
    "said", [[("Who agreed", "doctor, 2019")], [("Who agreed", "doctor"), ("On which day", "2019")]]
)
def test_an_agreement_that_has_run_out_is_told_at_its_question(said: list[tuple[str, str]], home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, *said)
    child.expect_exact("1 January 2019 is more than 12 months ago")
    answer(child, (said[-1][0], "none"))
    child.expect_exact("backplan cope")
    child.expect_exact("Pain now")
    broken_off(child)


def test_a_date_of_two_readings_is_asked_about_though_one_is_still_to_come(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, ("Who agreed", "doctor, 02/12/2026"), ("1 or 2", "1"))
    child.expect_exact("still to come")
    answer(child, ("Who agreed", "doctor, 02/11/2026"), ("1 or 2", "1"), *PAIN, *HEALTH, *TIME, *AGREED)
    assert ended(child)[0] == 0
    assert on_record(home)["clearance"]["on"] == "2026-11-02"


@pytest.mark.parametrize(
    ("args", "asked"),
    [
        (["log", "walking", "--minutes", "10", "--on", "02/11/2026"], "2 November 2026, or 2. 11 February 2026"),
        (["log", "walked 10 minutes on 02/11/2026"], "2 November 2026, or 2. 11 February 2026"),
        (["pause", "--to", "02/12/2026"], "2 December 2026, or 2. 12 February 2026"),
        (["pause", "until", "02/12/2026"], "2 December 2026, or 2. 12 February 2026"),
        (["init", "--since", "02/11/2026"], "2 November 2026, or 2. 11 February 2026"),
    ],
)
def test_a_flag_of_two_readings_is_asked_about_at_a_terminal_and_refused_elsewhere(
    args: list[str], asked: str, home: Path
) -> None:
    started(home)
    child = terminal(*args, home=home)
    child.expect_exact(asked)
    answer(child, ("1 or 2", "1"))
    assert ended(child)[0] == 0
    refused = run(*args, home=home)
    assert (refused.code, "2026-02-1" in refused.err) == (2, True)


def test_who_waits_for_a_document_is_asked_nothing(home: Path) -> None:
    started(home)
    code, said = ended(terminal("log", "walking", "--minutes", "10", "--on", "02/11/2026", "--json", home=home))
    assert (code, "2026-11-02 or 2026-02-11" in said) == (2, True)


@pytest.mark.parametrize("word", ["dunno", "don't know", "no idea", "?"])
def test_who_does_not_know_is_understood_or_told_what_to_do_at_every_question(word: str, home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, ("Who agreed", f"doctor, {word}"), ("On which day", word))
    child.expect_exact("If you cannot tell")
    answer(child, ("On which day", "2 November 2026"), ("Pain now", word))
    child.expect_exact("0 is no pain")
    answer(child, ("Pain now", f"3 4, {word}"), ("Since when", word))
    child.expect_exact("A guess is enough")
    answer(child, ("Since when", "6 months"), ("down the leg", ""), *HEALTH[:3], ("On which day", word))
    child.expect_exact("The month is enough")
    answer(child, ("On which day", "March 2026"), ("release you", word), ("Which days", word))
    child.expect_exact("mon wed fri")
    answer(child, ("Which days", f"mon wed, {word}"), ("minutes on each day", word))
    child.expect_exact("Twenty are a good beginning")
    answer(child, ("minutes on each day", "20"), ("walk or cycle", f"walk 10, cycle {word}"), *AGREED)
    code, said = ended(child)
    assert code == 4, said
    found = on_record(home)
    assert (found["surgery"]["released"], found["time"]["wed"]) == ("null", "20")
    assert found["tolerance"]["walk"] == "10"


def test_what_the_plan_waits_for_is_told_at_its_question_and_nothing_where_it_waits_for_nothing(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, *CLEARED, *PAIN, *HEALTH[:3], ("On which day", "2026-02-02"), ("release you", "none"))
    child.expect_exact("Which days")
    assert "surgeon or physiotherapist first has to release you" in child.before
    answer(child, ("many minutes", "mon 30"), *TIME[1:], ("number to change", "5"), *HEALTH)
    child.expect_exact("Your answers")
    assert "first has to release you" not in child.before
    broken_off(child)


@pytest.mark.parametrize(("said", "flag", "code"), [("y", "fever-very-unwell", 4), ("n", "fever", 0)])
def test_a_sign_that_stands_for_two_is_recorded_as_the_one_it_is(said: str, flag: str, code: int, home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, ("Numbers, or", "fever"), ("Do you feel very unwell", said), *RIGHT)
    if code:  # an emergency ends it
        assert ended(child)[0] == code
        assert stopped_by(home) == "emergency-flags"
        return
    answer(child, *SIGNS[1:], *CLEARED, ("know of all", "y"), *PAIN, ("Numbers, or", "none"), ("Numbers, or", "none"))
    answer(child, *TIME, *AGREED)
    ended(child)
    assert on_record(home)["red_flags"] == [flag]


def test_a_sign_that_cannot_wait_is_recorded_even_when_its_question_is_broken_off(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, ("Numbers, or", "1"))
    child.expect_exact("pressed the wrong one")
    code, _ = broken_off(child)
    assert code == 4
    assert stopped_by(home) == "emergency-flags"


@pytest.mark.parametrize("how", ["intr", "eof"])
def test_breaking_off_a_later_interview_leaves_what_was_on_record(how: str, home: Path) -> None:
    started(home)
    before, shown = on_record(home), week_of(home)
    child = terminal("init", "--only", "pain,time", home=home)
    answer(child, ("Pain now", "9 9"), ("Since when", ""))
    child.expect_exact("controlled")
    if how != "intr":
        child.sendeof()
    code, _ = broken_off(child) if how == "intr" else ended(child)
    assert code == 130
    assert on_record(home) == before
    assert week_of(home) == shown


@pytest.mark.parametrize(("known", "code"), [("y", 0), ("n", 4)])
def test_a_new_joint_asks_whether_the_clinician_knows_and_nothing_else_does(known: str, code: int, home: Path) -> None:
    started(home, today="2026-11-20", clearance={"by": "doctor", "on": "2026-11-02", "knows": []})
    child = terminal("init", "--only", "conditions", home=home)
    answer(child, *TOLD, ("Numbers, or", "scoliosis, knee-replacement"), ("know, and agree", known))
    ended_with, said = ended(child)
    assert ended_with == code, said
    assert run("week", home=home).code == code
    child = terminal("init", "--only", "conditions", home=home)
    answer(child, *TOLD, ("Numbers, or", "scoliosis"))
    assert ended(child)[0] == 0


def test_an_emergency_flag_ends_the_interview_there_and_is_recorded(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, ("Numbers, or", "1"), *RIGHT)
    code, said = ended(child)
    assert code == 4
    assert "emergency" in said
    assert "Who agreed" not in said
    assert "looked at soon" not in said
    assert stopped_by(home) == "emergency-flags"
    assert run("log", "--morning", "3", home=home).code == 4


def test_under_a_stop_the_interview_says_first_that_the_plan_is_stopped_why_and_how_that_is_lifted(home: Path) -> None:
    answered(home, red_flags=["saddle-numbness"])
    child = terminal("init", home=home)
    child.expect_exact("On record")
    before = child.before
    answer(child, ("change?", ""))
    ended(child)
    assert before.split("Your plan is stopped: ")[1].startswith("numbness between the legs. ")
    assert "emergency number" in before
    assert "--only red-flags,clearance" in " ".join(before.split())


def test_after_an_emergency_the_interview_itself_leads_back_to_a_week(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, ("Numbers, or", "1"), *RIGHT)
    ended(child)
    later = "2026-11-25"
    child = terminal("init", home=home, today=later)
    again = [  # the year of birth is known
        *SIGNS,
        ("Who agreed", "doctor, 2026-11-24"),
        ("know", "y"),
        *PAIN,
        *HEALTH,
        *TIME,
        *AGREED,
    ]
    child.expect_exact("No plan is made yet: numbness between the legs.")
    answer(child, *again)
    code, said = ended(child)
    assert code == 0, said
    assert on_record(home)["born"] == "1990"
    assert stopped_by(home, later) is None
    week = week_of(home, today=later)
    assert any(day["sessions"] for day in week["days"])


def test_an_emergency_in_a_later_interview_keeps_all_other_answers(home: Path) -> None:
    started(home)
    before = on_record(home)
    child = terminal("init", "--only", "red-flags", home=home)
    answer(child, ("Numbers, or", "saddle-numbness"), *RIGHT)
    code, _ = ended(child)
    assert code == 4
    assert on_record(home) == {**before, "red_flags": ["saddle-numbness"]}
    way_out = ["init", "--only", "red-flags,clearance"]
    assert f"`backplan {' '.join(way_out)}`" in run("week", home=home, today="2026-11-28").err
    child = terminal(*way_out, home=home)
    answer(child, *FLAGS, ("Who agreed", "doctor"), ("On which day", "today"), ("know", "y"))
    code, said = ended(child)
    assert code == 0, said
    assert stopped_by(home) is None


def test_the_clearance_screen_alone_lifts_what_its_stop_names(home: Path) -> None:
    answered(home, red_flags=["saddle-numbness"])
    run("init", "--red-flags", "none", home=home)
    assert stopped_by(home) == "emergency-flags"
    child = terminal("init", "--only", "clearance", home=home)
    answer(child, ("Who agreed", "doctor"), ("On which day", "today"), ("know", "y"))
    assert ended(child)[0] == 0
    assert stopped_by(home) is None


@pytest.mark.parametrize(("flag", "rule"), [("fever", "urgent-flags"), ("not-better", "clinician-first")])
def test_a_clinician_who_does_not_know_leaves_the_stop_and_one_who_does_lifts_it(
    flag: str, rule: str, home: Path
) -> None:
    answered(home, red_flags=[flag])
    for told, stop in (("n", rule), ("y", None)):
        child = terminal("init", "--only", "clearance", home=home)
        answer(child, ("Who agreed", "doctor"), ("On which day", "today"), ("know", told))
        code, _ = ended(child)
        assert code == (4 if stop else 0)
        assert stopped_by(home) == stop


@pytest.mark.parametrize(
    ("changes", "section", "pairs"),
    [
        ({"clearance": None}, "clearance", [("Who agreed", "doctor"), ("On which day", "today")]),
        (
            {"changed": {"on": "2026-11-20", "what": "fall"}},
            "clearance",
            [("Who agreed", ""), ("On which day", "today")],
        ),
        (
            {"surgery": {"kind": "disc", "on": "2026-08-01"}},
            "surgery",
            [("An operation", ""), ("On which day", ""), ("release you", "2026-10-01")],
        ),
        (
            {"pregnancy": {"weeks": 20, "on": TODAY}, "clearance": {"by": "physiotherapist", "on": "2026-11-02"}},
            "clearance",
            [("Who agreed", "midwife"), ("On which day", "today")],
        ),
        (
            {"pain": {"now": 3, "usual": 3, "controlled": False, "since": "2026-03-01", "leg": "none"}},
            "pain",
            [("Pain now", ""), ("controlled", "y"), ("down the leg", "")],
        ),
    ],
)
def test_every_stop_is_left_by_the_screen_it_names(
    changes: dict[str, Any], section: str, pairs: list[tuple[str, str]], home: Path
) -> None:
    done = answered(home, **changes)
    assert done.code == 4
    assert f"--only {section}" in done.err
    child = terminal("init", "--only", section, home=home)
    answer(child, *pairs)
    code, said = ended(child)
    assert code == 0, said
    assert stopped_by(home) is None


def test_run_again_it_shows_what_is_on_record_and_changes_only_what_is_asked(home: Path) -> None:
    started(home)
    before = on_record(home)
    child = terminal("init", home=home)
    child.expect_exact("On record")
    child.expect_exact("walking or cycling 15 minutes")
    answer(child, ("change?", "wishes"), ("change?", "tolerance"), ("walk or cycle in", "20"))
    assert ended(child)[0] == 0
    assert on_record(home) == {**before, "tolerance": {"aerobic_minutes": "20"}}


def test_enter_changes_nothing(home: Path) -> None:
    started(home)
    before = (home / "backplan.db").read_bytes()
    child = terminal("init", home=home)
    answer(child, ("change?", ""))
    assert ended(child)[0] == 0
    assert (home / "backplan.db").read_bytes() == before


def test_enter_all_the_way_keeps_every_answer(home: Path) -> None:
    kept: dict[str, Any] = {
        "conditions": ["knee-issue", "sciatica"],
        "surgery": {"kind": "disc", "on": "2026-02-02", "released": "2026-04-02"},
        "changed": {"on": "2026-01-20", "what": "fall"},
        "equipment": ["band", "pool", "treadmill"],
        "places": {"gym": ["treadmill"]},
        "can": {"swim": True, "floor": False},
        "time": {"mon": 20, "wed": 45, "pool_days": ["wed"]},
        "likes": ["walking"],
        "dislikes": ["cat-cow"],
        "level": "intermediate",
        "functions": ["put on my socks", "drive for an hour"],
    }
    started(home, **kept)
    before = on_record(home)
    child = terminal("init", home=home)
    answer(child, ("change?", "all"))
    for _ in range(60):
        if child.over:
            break
        child.sendline("none" if child.screen.getvalue().endswith("type none: ") else "")
    assert ended(child)[0] == 0
    after = on_record(home)
    assert sorted(after.pop("equipment")) == sorted(before.pop("equipment"))
    assert after == before


def test_screening_again_asks_one_question_first_and_each_on_a_yes(home: Path) -> None:
    started(home)
    child = terminal("init", "--only", "red-flags", home=home, today="2026-12-28")
    child.expect_exact("Since 2026-11-23, is any of them new")
    child.expect_exact("since this back trouble began")
    child.expect_exact("Numb or tingling")  # the emergency signs stand there, every time
    answer(child, ("Any of these new? (y/n)", ""), ("Please answer y or n", "n"))
    ended(child)
    assert on_record(home)["red_flags"] == []
    assert not any("last answered" in n for n in week_of(home, today="2026-12-28")["notices"])
    child = terminal("init", "--only", "red-flags", home=home, today="2026-12-29")
    answer(child, ("Any of these new? (y/n)", "y"), ("Numbers, or", "1"), *RIGHT)
    ended(child)
    assert on_record(home)["red_flags"]


def test_a_record_from_before_is_asked_of_age_and_heart_alone_and_then_no_more(home: Path) -> None:
    started(home, heart=...)
    before = on_record(home)
    assert any("init --only heart" in notice for notice in week_of(home)["notices"])
    child = terminal("init", "--only", "heart", home=home)
    answer(child, ("year of birth", "1948"), ("Heart and lungs", "none"))
    assert ended(child)[0] == 0
    assert on_record(home) == {**before, "born": "1948", "heart": []}
    assert not any("init --only heart" in notice for notice in week_of(home)["notices"])


def test_a_known_heart_disease_is_answered_by_the_clearance_on_the_next_screen(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, ("year of birth", "1948"), *FLAGS[:2], ("Numbers, or", "heart-disease"), *CLEARED)
    answer(child, ("know of all", "y"))
    answer(child, *PAIN, *HEALTH, *TIME, *AGREED)
    code, said = ended(child)
    assert code == 0, said
    assert on_record(home)["clearance"]["knows"] == ["heart-disease"]
    assert stopped_by(home) is None


@pytest.mark.parametrize(("born", "asked"), [("1990", False), ("1948", True), ("none", True)])
def test_a_first_episode_is_asked_of_only_at_an_age_that_calls_for_it(born: str, asked: bool, home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, ("year of birth", born), *SIGNS)
    child.expect_exact("Who agreed")
    assert ("First back pain ever" in child.screen.getvalue()) is asked
    broken_off(child)


# -- log, today and the bare command ------------------------------------------------------------------------------


def test_log_shows_the_session_asks_and_stores(home: Path) -> None:
    started(home)
    first = week_of(home)["days"][0]["sessions"][0]["blocks"][0]["items"][0]["name"]
    child = terminal("log", home=home)
    child.expect_exact(first)
    answer(
        child,
        ("Done?", "most of it"),
        ("Pain before", "12"),
        ("Pain before", "3"),
        ("Highest pain", "4"),
        ("Effort", "5"),
        ("down the leg", "none"),
        ("cut it short", "phone"),
        ("A word", "sunny"),
    )
    code, said = ended(child)
    assert code == 0, said
    entry = diary_of(home)[-1]
    expected = {
        "kind": "session", "done": "part", "pain": 3, "peak": 4, "effort": 5, "leg": "none", "why": "phone",
        "note": "sunny",
    }  # fmt: skip
    assert expected.items() <= entry.items()


def test_log_asks_which_exercises_were_left_out(home: Path) -> None:
    started(home)
    sessions = week_of(home)["days"][0]["sessions"]
    items = [item for each in sessions for block in each["blocks"] for item in block["items"]]
    child = terminal("log", home=home)
    answer(child, ("Done?", "but"), ("not done?", "2"), *[("(Enter to skip)", "")] * 3, ("leg", ""), ("A word", ""))
    assert ended(child)[0] == 0
    entry = diary_of(home)[-1]
    assert (entry["done"], entry["not"]) == ("all", [items[1]["exercise"]])


@pytest.mark.parametrize(
    ("signs", "code", "last"),
    [
        ([("inner thighs", "n"), ("bladder", "n"), ("begun to drop", "n"), ("one leg", "n")], 0, "signs"),
        ([("inner thighs", "n"), ("bladder", "n"), ("begun to drop", "y")], 4, "signs"),  # enough, and no more asked
        ([("inner thighs", "n"), ("bladder", "n"), ("begun to drop", "n"), ("one leg", "y")], 4, "signs"),
    ],
)
def test_log_asks_at_once_when_pain_goes_further_down_the_leg(
    home: Path, signs: list[tuple[str, str]], code: int, last: str
) -> None:
    started(home)
    child = terminal("log", home=home)
    answer(
        child,
        *(("Done?", ""), ("Pain before", "3"), ("Highest pain", "3"), ("Effort", "4"), ("down the leg", "buttock")),
        *(("A word", ""), *signs),
    )
    ended_with, said = ended(child)
    assert ended_with == code, said
    assert ("none of it is new" in said) is (code == 0)
    assert diary_of(home)[-1]["kind"] == last


def test_the_session_is_stored_though_the_questions_on_the_leg_are_broken_off(home: Path) -> None:
    started(home)
    child = terminal("log", "--pain", "3", "--leg", "buttock", home=home)
    child.expect_exact("inner thighs")
    broken_off(child)
    assert (diary_of(home)[-1]["kind"], diary_of(home)[-1]["leg"]) == ("session", "buttock")


@pytest.mark.parametrize(("knows", "rule"), [("y", None), ("n", "clinician-first")])
def test_pain_below_the_knee_asks_for_numbness_in_the_interview(home: Path, knows: str, rule: str | None) -> None:
    child = terminal("init", home=home)
    leg = [("down the leg", "calf"), ("mild, steady weakness in one leg", "y"), ("know of it", knows)]
    answer(child, *BORN, *SIGNS, *CLEARED, *PAIN[:-1], *leg, *HEALTH, *TIME, *AGREED)
    assert ended(child)[0] == (4 if rule else 0)
    assert "one-leg-numbness" in on_record(home)["red_flags"]
    assert rule is None or stopped_by(home) == rule


def test_pain_told_anew_further_down_asks_for_every_sign_until_one_is_an_emergency(home: Path) -> None:
    started(home)
    child = terminal("init", "--only", "pain", home=home)
    answer(child, *PAIN[:2], ("controlled", "y"), ("down the leg", "buttock"))
    answer(child, ("inner thighs", "n"), ("bladder", "y"))
    assert ended(child)[0] == 4
    assert on_record(home)["red_flags"] == ["bladder-bowel"]


def test_the_clearance_asks_whether_the_clinician_knows_of_the_leg(home: Path) -> None:
    started(home)
    run("log", "--leg", "thigh", home=home)
    child = terminal("init", "--only", "clearance", home=home)
    answer(child, ("Who agreed", "doctor"), ("On which day", "today"), ("know of all", "y"))
    assert ended(child)[0] == 0
    assert on_record(home)["clearance"]["knows"] == ["leg-further-down"]


def test_enter_all_the_way_stores_a_session_without_figures(home: Path) -> None:
    started(home)
    week_of(home)
    assert "A number for your pain" in run("log", home=home).out
    later, before = "2026-11-24", len(diary_of(home))
    child = terminal("log", home=home, today=later)
    asked = ("waking", "Done?", "Pain before", "Highest pain", "Effort", "down the leg", "A word")
    answer(child, *((question, "") for question in asked))
    code, said = ended(child)
    assert code == 0, said
    assert "A number for your pain" not in said  # it was wished for yesterday
    (entry,) = diary_of(home, later)[before:]
    assert (entry["kind"], entry["done"]) == ("session", "all")
    assert all(entry[key] is None for key in ("pain", "peak", "effort", "leg", "why", "note"))


@pytest.mark.parametrize("given", [["--peak", "4"], ["--done", "part"], ["--json"]])
def test_a_word_on_how_it_went_or_json_is_recorded_without_a_question(given: list[str], home: Path) -> None:
    started(home)
    before = len(diary_of(home))
    code, said = ended(terminal("log", *given, home=home))
    assert code == 0, said
    assert "Done?" not in said
    assert len(diary_of(home)) == before + 1


def test_a_load_given_by_flag_is_kept_with_what_is_asked(home: Path) -> None:
    started(home)
    child = terminal("log", "--load", "sit-to-stand=8kg", home=home)
    asked = ("Done?", "Pain before", "Highest pain", "Effort", "down the leg", "A word")
    answer(child, *((question, "") for question in asked))
    assert ended(child)[0] == 0
    assert diary_of(home)[-1]["loads"] == {"sit-to-stand": "8 kg"}


@pytest.mark.parametrize(("said", "tired"), [("", None), ("muscles", True), ("back", False)])
def test_whether_it_was_tired_muscles_may_be_passed(said: str, tired: bool | None, home: Path) -> None:
    started(home)
    child = terminal("log", "--morning", "6", home=home)
    answer(child, ("tired muscles?", said))
    assert ended(child)[0] == 0
    assert diary_of(home)[-1]["tired"] is tired


def test_log_of_a_session_let_go_asks_only_what_came_up(home: Path) -> None:
    started(home)
    child = terminal("log", home=home)
    answer(child, ("Done?", "no"), ("What came up", ""))
    code, said = ended(child)
    assert code == 0, said
    assert diary_of(home)[-1]["done"] == "no"


@pytest.mark.parametrize("after", [0, 1, 3])
def test_ctrl_c_in_log_stores_nothing(after: int, home: Path) -> None:
    started(home)
    before = diary_of(home)
    child = terminal("log", home=home)
    pairs = [("Done?", "all"), ("Pain before", "3"), ("Highest pain", "4"), ("Effort", "5")]
    answer(child, *pairs[:after])
    child.expect_exact(pairs[after][0])
    assert broken_off(child)[0] == 130
    assert diary_of(home) == before


@pytest.mark.parametrize("args", [["log"], ["today"]])
def test_the_next_run_asks_how_the_back_was_next_morning_once(args: list[str], home: Path) -> None:
    started(home)
    week_of(home)
    run("log", "--pain", "3", "--peak", "4", "--effort", "4", home=home)
    later = "2026-11-24"
    child = terminal(*args, home=home, today=later)
    answer(child, ("waking", "2"))
    if args == ["log"]:
        answer(child, ("Done?", "no"), ("What came up", ""))
    else:
        answer(child, ("Pain right now", "3"))
    assert ended(child)[0] == 0
    assert [entry["pain"] for entry in diary_of(home, later) if entry["kind"] == "morning"] == [2]
    code, said = ended(terminal(home=home, today=later))
    assert code == 0
    assert "waking" not in said


def test_bare_backplan_asks_nothing_and_says_how_the_morning_is_noted(home: Path) -> None:
    started(home)
    week_of(home)
    run("log", "--pain", "3", "--peak", "4", "--effort", "4", home=home)
    before = diary_of(home, "2026-11-24")
    code, said = ended(terminal(home=home, today="2026-11-24"))
    assert code == 0
    assert "`backplan log --morning N`" in said
    assert "`backplan today`" in said
    assert diary_of(home, "2026-11-24") == before


def test_log_under_a_stop_names_no_exercise_records_and_exits_4(home: Path) -> None:
    started(home)
    names = {
        item["name"]
        for day in week_of(home)["days"]
        for session in day["sessions"]
        for block in session["blocks"]
        for item in block["items"]
    }
    run("init", "--red-flags", "saddle-numbness", home=home)
    child = terminal("log", home=home)
    child.expect_exact("Done?")
    said = child.before
    child.sendline("all")
    answer(child, ("Pain before", "3"), ("Highest pain", "4"), ("Effort", "5"), ("down the leg", ""), ("A word", ""))
    code, rest = ended(child)
    assert code == 4
    assert "emergency" in rest
    assert not any(name in said + rest for name in names)
    assert diary_of(home)[-1]["kind"] == "session"


def test_today_asks_for_pain_and_8_leaves_only_ways_to_cope(home: Path) -> None:
    started(home, "2026-11-20")
    child = terminal("today", home=home)
    answer(child, ("Pain right now", "a lot"), ("Pain right now", "8"))
    code, said = ended(child)
    assert code == 0
    assert "doctor" in said
    assert week_of(home)["mode"] == "coping-only"


def test_json_never_asks_even_in_a_terminal(home: Path) -> None:
    started(home, "2026-11-20")
    run("log", "--pain", "3", "--peak", "4", "--effort", "4", home=home, today="2026-11-22")
    for args in (["today", "--json"], ["--json"], ["week", "--json"], ["week"]):
        code, said = ended(terminal(*args, home=home))
        assert code == 0
        assert "waking" not in said
        assert "right now" not in said


def test_a_broken_off_morning_says_the_truth_about_what_was_stored(home: Path) -> None:
    started(home)
    run("log", "--pain", "3", "--peak", "4", "--effort", "4", home=home)
    later = "2026-11-24"
    before = diary_of(home, later)
    child = terminal("log", home=home, today=later)
    answer(child, ("waking", "2"))
    child.expect_exact("Done?")
    code, said = broken_off(child)
    assert code == 130
    assert "Nothing was changed" not in said or diary_of(home, later) == before


def test_a_pregnancy_on_record_is_offered_at_the_week_it_has_reached(home: Path) -> None:
    started(
        home, "2026-10-01", pregnancy={"weeks": 20, "on": "2026-10-01"}, clearance={"by": "doctor", "on": "2026-09-30"}
    )
    child = terminal("init", "--only", "pregnancy", home=home)
    answer(child, ("Weeks of pregnancy", ""), ("How many babies", ""))
    assert ended(child)[0] == 0
    found = on_record(home)["pregnancy"]
    assert found in ({"weeks": "27", "on": TODAY}, {"weeks": "20", "on": "2026-10-01"})


@pytest.mark.parametrize("knows", ["y", "n"])
def test_with_twins_it_is_asked_whether_the_clinician_knows(knows: str, home: Path) -> None:
    started(home, clearance={"by": "midwife", "on": TODAY})
    child = terminal("init", "--only", "pregnancy", home=home)
    answer(child, ("Weeks of pregnancy", "20"), ("How many babies", "2"), ("more than one baby on the way", knows))
    assert ended(child)[0] == (0 if knows == "y" else 4)
    assert stopped_by(home) == (None if knows == "y" else "multiple-known")


def test_who_is_no_longer_pregnant_is_asked_about_the_birth_and_nobody_else_is(home: Path) -> None:
    started(home, pregnancy={"weeks": 38, "on": "2026-11-10"}, clearance={"by": "midwife", "on": "2026-11-10"})
    child = terminal("init", "--only", "pregnancy", home=home)
    answer(child, ("Weeks of pregnancy", "0"), ("on which day?", "2026-11-25"), ("on which day?", "2026-11-20"))
    answer(child, ("Which kind of birth?", "caesarian"), ("Which kind of birth?", "caesarean"))
    assert ended(child)[0] == 4  # the clearance is from before
    found = on_record(home)
    assert (found["pregnancy"], found["birth"]) == ("null", {"on": "2026-11-20", "kind": "caesarean"})
    assert stopped_by(home) == "birth-cleared"


def test_a_birth_is_found_by_its_own_name_and_by_the_word_born(home: Path) -> None:
    started(home)
    child = terminal("init", "--only", "birth", home=home)
    answer(child, ("on which day?", "2026-10-20"), ("Which kind of birth?", "vaginal"))
    assert ended(child)[0] == 0
    assert on_record(home)["birth"] == {"on": "2026-10-20", "kind": "vaginal"}
    child = terminal("init", "--only", "birth", home=home)
    answer(child, ("on which day?", "none"))
    assert ended(child)[0] == 0
    assert on_record(home)["birth"] == "null"
    child = terminal("init", "--only", "pregnancy", home=home)
    answer(child, ("Weeks of pregnancy", "born"), ("on which day?", "2026-10-20"), ("Which kind of birth?", "vaginal"))
    assert ended(child)[0] == 0
    assert on_record(home)["birth"] == {"on": "2026-10-20", "kind": "vaginal"}


@pytest.mark.parametrize(("held", "kept"), [("birth", "birth"), ("pregnancy", "pregnancy")])
def test_of_a_birth_and_a_pregnancy_that_cannot_both_be_one_is_chosen(held: str, kept: str, home: Path) -> None:
    started(home, birth={"on": "2026-10-20", "kind": "vaginal"})
    child = terminal("init", "--only", "pregnancy", home=home)
    answer(child, ("Weeks of pregnancy", "20"), ("Which one?", held))
    if held == "pregnancy":
        answer(child, ("How many babies", "1"))
    assert ended(child)[0] in (0, 4)
    found = on_record(home)
    assert [key for key in ("birth", "pregnancy") if found[key] != "null"] == [kept]


def test_the_morning_of_an_earlier_day_is_asked_for_by_its_name(home: Path) -> None:
    started(home)
    run("log", "--pain", "2", "--peak", "2", "--effort", "2", "--on", "2026-11-21", home=home)
    child = terminal("log", "--on", "yesterday", home=home)
    answer(child, ("How was your back on waking on Sunday 22 November?", "2"), ("Done?", "no"), ("What came up", ""))
    assert ended(child)[0] == 0
    assert [(e["date"], e["pain"]) for e in diary_of(home) if e["kind"] == "morning"] == [("2026-11-22", 2)]


def test_who_gives_some_answers_as_flags_at_a_terminal_is_told_what_is_missing_and_how_to_be_asked(home: Path) -> None:
    code, said = ended(terminal("init", "--born", "1958", home=home))
    assert code == 2
    assert "`backplan init` alone asks" in said
    assert "--clearance-by" in said


def test_nobody_is_asked_where_the_question_would_not_be_seen(home: Path) -> None:
    around = environment(home, TODAY)
    asked = f"{sys.executable} -m backplan init | cat"
    done = subprocess.run(["/bin/sh", "-c", asked], env=around, capture_output=True, timeout=60, check=False, text=True)
    assert "--red-flags" in done.stderr


def test_a_question_mark_at_what_the_clinician_knows_explains_and_answers_nothing(home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, ("Numbers, or", "none"), ("Numbers, or", "none"), ("Numbers, or", "1"))
    answer(child, ("Who", "doctor yesterday"), ("(y/n)", "?"))
    child.expect_exact("If you are not sure, say n")
    answer(child, ("(y/n)", "yes of course"))
    child.expect_exact("Pain now")
    broken_off(child)


@pytest.mark.parametrize("said", ["baby", "childbirth", "caesarean"])
def test_a_birth_is_heard_among_health_by_what_people_call_it(said: str, home: Path) -> None:
    child = terminal("init", home=home)
    answer(child, *BORN, *SIGNS, *CLEARED, *PAIN, ("Numbers, or", "none"), ("Or these", said))
    child.expect_exact("After a birth the plan begins anew")


def test_who_spoke_of_a_leg_denies_it_by_no_enter(home: Path) -> None:
    child = terminal("init", home=home)
    said = "4 5, 3 years, left leg but not below it"
    answer(child, *BORN, *SIGNS, *CLEARED, ("Pain now", said), ("down the leg", ""))
    answer(child, *HEALTH, *TIME)
    child.expect_exact("thigh")
