"""The interview in a real terminal of 80 columns and 24 rows: arrows, ticks, back, and every way of leaving it."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support import at_terminal
from tests.support.at_terminal import Terminal, ended
from tests.support.cli import TODAY, diary_of, environment, run, started, stopped_by, week_of, with_library

UP, DOWN, LEFT, ENTER = "\x1b[A", "\x1b[B", "\x1b[D", "\r"
NONE = f"none{ENTER}"


def terminal(*args: str, home: Path, **around: str) -> Terminal:
    with_library(home)
    return at_terminal.terminal(*args, env=environment(home, TODAY, **{"TERM": "xterm-256color", **around}))


def press(child: Any, *pairs: tuple[str, str]) -> None:
    for seen, keys in pairs:
        child.expect_exact(seen)
        child.press(keys)


SIGNS = [("cannot wait", NONE), ("looked at soon", NONE), ("clinician to know", NONE)]
WHOLE = [
    ("year of birth", "1990" + ENTER),
    *SIGNS,
    ("Who agreed", "doctor, 2026-11-02" + ENTER),
    ("Pain now", "3 3 since 1 March 2026" + ENTER),
    ("down the leg", DOWN + ENTER),
    ("Health: any of these", f"knee tr{ENTER}{ENTER}"),
    ("Or these?", NONE),
    ("Which days", "weekdays half an hour" + ENTER),
    ("in comfort", "12" + ENTER),
    ("to change", ENTER),
]


def test_twelve_answers_lead_to_a_week(home: Path) -> None:
    child = terminal("init", home=home)
    press(child, *WHOLE)
    code, said = ended(child)
    assert code == 0, said
    assert len(WHOLE) == 12
    found = yaml.load(run("init", "--show", home=home).out, Loader=yaml.BaseLoader)
    assert (found["red_flags"], found["heart"], found["conditions"]) == ([], [], ["knee-issue"])
    assert (found["pain"]["leg"], found["pain"]["controlled"], found["can"]["floor"]) == ("buttock", "true", "true")
    assert [found["time"][day] for day in ("mon", "fri")] == ["30", "30"]
    assert "sat" not in found["time"]
    assert week_of(home)["mode"] == "normal"


def test_a_level_of_pain_that_is_said_at_the_end_is_kept_and_shown(home: Path) -> None:
    child = terminal("init", home=home)
    press(child, *WHOLE[:-1], ("to change", f"my pain is 4 now{ENTER}"), ("Pain: 4 now, usually 3", ENTER))
    code, said = ended(child)
    assert code == 0, said
    found = yaml.load(run("init", "--show", home=home).out, Loader=yaml.BaseLoader)["pain"]
    assert (found["now"], found["usual"], found["leg"]) == ("4", "3", "buttock")


def test_what_was_told_stands_above_the_next_page_alone(home: Path) -> None:
    child = terminal("init", home=home)
    press(child, ("year of birth", "67" + ENTER))
    child.expect_exact("cannot wait")
    assert "Taken as 67 years old." in child.before
    child.send(NONE)
    child.expect_exact("looked at soon")
    child.send(NONE)
    child.expect_exact("clinician to know")
    assert "Taken as" not in child.before
    child.close()


def test_yes_to_whether_anything_is_to_be_changed_asks_what(home: Path) -> None:
    child = terminal("init", home=home)
    press(child, *WHOLE[:-1], ("to change", f"yes{ENTER}"), ("Which one?", f"days{ENTER}"))
    press(child, ("Which days", f"mon wed 20{ENTER}"), ("to change", ENTER))
    assert ended(child)[0] == 0
    found = yaml.load(run("init", "--show", home=home).out, Loader=yaml.BaseLoader)
    assert found["time"]["mon"] == "20"
    assert "tue" not in found["time"]


def test_the_floor_and_pain_that_is_not_controlled_are_asked_of_everybody(home: Path) -> None:
    child = terminal("init", home=home)
    at = [seen for seen, _ in WHOLE].index("Health: any of these")
    press(child, *WHOLE[:at], ("Health: any of these", f"not controlled{ENTER}2{ENTER}{ENTER}"), *WHOLE[at + 1 : -1])
    child.expect_exact("your pain is not controlled; the plan stays off the floor")
    child.send(ENTER)
    assert ended(child)[0] == 4
    found = yaml.load(run("init", "--show", home=home).out, Loader=yaml.BaseLoader)
    assert (found["pain"]["controlled"], found["can"]["floor"]) == ("false", "false")
    assert stopped_by(home) == "pain-controlled"


def test_left_goes_back_and_ctrl_d_keeps_what_was_answered(home: Path) -> None:
    child = terminal("init", home=home)
    press(child, WHOLE[0], ("cannot wait", LEFT), WHOLE[0], *SIGNS)
    child.expect_exact("Who agreed")
    child.sendeof()
    code, said = ended(child)
    assert code == 130
    assert "is kept" in said
    child = terminal("init", home=home)
    press(child, *WHOLE[len(SIGNS) + 1 :])
    assert ended(child)[0] == 0


SADDLE = "numb between my legs"


def test_by_keys_what_may_be_a_sign_that_cannot_wait_is_asked_until_it_is_answered(home: Path) -> None:
    child = terminal("init", home=home)
    press(child, *WHOLE[:3], ("clinician to know", f"{SADDLE}{ENTER}"), ("may be a sign", NONE))
    press(child, ("fit what you wrote", f"quit{ENTER}"))
    assert ended(child)[0] == 130
    child = terminal("init", home=home)
    press(child, ("cannot wait?", ""), (f"“{SADDLE}”. Ticked", ENTER))  # asked anew, where it belongs
    press(child, ("Enter if that is right", ENTER))
    assert ended(child)[0] == 4
    assert stopped_by(home) == "emergency-flags"


def test_going_back_brings_a_page_with_the_answers_already_given(home: Path) -> None:
    child = terminal("init", home=home)
    at = [seen for seen, _ in WHOLE].index("Health: any of these")
    press(
        child,
        *WHOLE[: at + 1],
        ("Or these?", f"sciatica{ENTER}{LEFT}"),
        ("1 ticked: Knee trouble", ENTER),
        ("[x] \x1b[0m 9", LEFT),
        ("1 ticked: Knee trouble", LEFT),
        ("down the leg", LEFT),
        ("Pain now", "4 4, May 2025" + ENTER),
        ("down the leg", ENTER),
        ("1 ticked: Knee trouble", ENTER),
        ("[x] \x1b[0m 9", LEFT),
        ("1 ticked: Knee trouble", "\x04"),  # the page is there: between two of them nobody reads
    )
    assert ended(child)[0] == 130


def test_a_mistyped_answer_can_be_had_back_and_mended(home: Path) -> None:
    child = terminal("init", home=home)
    press(
        child,
        *WHOLE[: len(SIGNS) + 1],
        ("Who agreed", "dctr" + ENTER),
        ("did you mean doctor", ""),
        ("Who agreed", UP),
        ("dctr", 3 * LEFT + "o" + ENTER),
    )
    child.expect_exact("On which day")
    child.sendintr()
    assert ended(child)[0] == 130


def test_a_resize_and_a_long_paste_in_a_list_change_nothing(home: Path) -> None:
    child = terminal("init", home=home)
    press(child, WHOLE[0])
    child.expect_exact("None (type none)")
    child.setwinsize(18, 60)
    child.expect_exact("more below")
    child.send(f"\x1b[200~{'x' * 10_000}\x1b[201~")
    child.expect_exact("look through")  # of "Too long to": where a letter stood already the cursor only moves past it
    child.send(ENTER)
    child.send(NONE + ENTER)  # the second, as not all of the list was in sight
    child.expect_exact("looked at soon")
    child.sendeof()
    assert ended(child)[0] == 130


def test_a_terminal_that_closes_has_what_was_answered_of_the_rest_recorded(home: Path) -> None:
    started(home)
    child = terminal("init", "--more", home=home)
    press(child, ("down to the floor", f"n{ENTER}"), ("swim?", f"n{ENTER}"), ("None (type none)", ""))
    child.close(force=False)
    for _ in range(60):
        if "floor: false" in (shown := run("init", "--show", home=home).out):
            break
        time.sleep(0.5)
    assert "floor: false" in shown


def test_a_terminal_that_closes_leaves_what_was_answered(home: Path) -> None:
    child = terminal("init", home=home)
    press(child, WHOLE[0])
    child.expect_exact("None (type none)")
    child.close(force=True)
    assert (home / "interview.json").exists()
    assert not (home / "backplan.db").exists()


def test_an_emergency_sign_is_confirmed_and_stops(home: Path) -> None:
    child = terminal("init", home=home)
    press(child, WHOLE[0], ("cannot wait", f" {ENTER}"), ("Enter if that is right", ENTER))
    code, said = ended(child)
    assert code == 4
    assert "emergency" in said
    assert stopped_by(home) == "emergency-flags"


@pytest.mark.parametrize(("args", "around"), [(["--plain"], {}), ([], {"TERM": "dumb"})])
def test_who_wants_lines_or_has_no_other_terminal_is_asked_line_by_line(
    args: list[str], around: dict[str, str], home: Path
) -> None:
    child = terminal("init", *args, home=home, **around)
    child.expect_exact("year of birth")
    child.sendline("1990")
    child.expect_exact("type none")
    assert "\x1b" not in child.before
    child.sendeof()
    assert ended(child)[0] == 130


def test_log_asks_by_the_same_keys_and_ticks_what_was_left_out(home: Path) -> None:
    started(home)
    week_of(home)
    child = terminal("log", home=home)
    press(
        child,
        ("Done?", DOWN + ENTER),
        ("not done?", f" {ENTER}"),
        ("Pain before", "about four" + ENTER),
        ("Highest pain", ENTER),
        ("Effort", ENTER),
        ("down the leg", ENTER),
        ("A word", ENTER),
    )
    code, said = ended(child)
    assert code == 0, said
    entry = diary_of(home)[-1]
    assert (entry["pain"], entry.get("leg"), len(entry["not"])) == (4, None, 1)


def test_swap_offers_a_list_and_takes_where_one_is(home: Path) -> None:
    started(home)
    week_of(home)
    first = next(name for name in run("swap", home=home).err.split("; ") if "bridge" in name)
    child = terminal("swap", home=home)
    press(child, ("Which one would you rather not do?", first + ENTER), (f"In the place of {first}", "1" + ENTER))
    code, said = ended(child)
    assert code == 0, said
    assert "From today on" in said


def test_the_library_of_prompts_is_for_what_asks_alone(home: Path) -> None:
    started(home)
    program = (
        "import sys\nfrom backplan.cli.app import app\n"
        "for args in (['--help'], ['week'], ['today'], [], ['init', '--show'], ['init', '--help']):\n"
        "    try:\n        app(args, prog_name='backplan')\n"
        "    except SystemExit as end:\n        assert not end.code\n"
        "assert 'prompt_toolkit' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", program], env=environment(home), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
