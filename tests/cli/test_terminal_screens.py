"""In a terminal of 80 columns and 24 rows: the week at a glance, the pager a person has set for what is longer, and the
day in screens without one.
"""

import re
from datetime import date
from pathlib import Path
from shutil import which

import pytest

from backplan.model.diary import LogEntry
from backplan.store.store import opened
from tests.support import at_terminal
from tests.support.at_terminal import Terminal, ended, pexpect
from tests.support.cli import TODAY, environment, run, started

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def terminal(*args: str, home: Path, **env: str) -> Terminal:
    return at_terminal.terminal(*args, env=environment(home, TODAY, TERM="xterm-256color", **{"PAGER": "", **env}))


def seen(*args: str, home: Path, **env: str) -> str:
    code, said = ended(terminal(*args, home=home, **env))
    assert code == 0
    return ESCAPES.sub("", said.replace("\r", ""))


def test_the_week_fits_the_terminal_and_full_is_the_whole_one(home: Path) -> None:
    started(home)
    week = seen("week", home=home)
    assert len(week.splitlines()) < 24
    assert "week --full" in week
    assert "►" in week
    full = seen("week", "--full", home=home)
    assert len(full.splitlines()) > 24
    assert "□" in full


def test_what_is_longer_than_the_terminal_goes_through_the_pager_a_person_has_set(home: Path, tmp_path: Path) -> None:
    started(home)
    kept = tmp_path / "kept"
    assert "Stop" in seen("week", "--full", home=home, PAGER=f"tee {kept}")
    assert "Stop" in kept.read_text(encoding="utf-8")
    kept.unlink()
    seen("week", home=home, PAGER=f"tee {kept}")
    assert run("week", "--full", home=home, env={"PAGER": f"tee {kept}"}).code == 0
    assert not kept.exists()
    assert "Stop" in seen("week", "--full", home=home, PAGER="/no/such/pager")


@pytest.mark.parametrize("pager", ["false", "sh -c 'exit 3'", "sh -c 'kill -9 $$'", "head -2 | cat", "cat >/dev/full"])
def test_what_a_pager_failed_to_show_is_shown_without_it(pager: str, home: Path) -> None:
    started(home)
    assert "Stop" in seen("week", "--full", home=home, PAGER=pager)


def test_a_pager_that_ends_well_had_its_say_and_so_had_who_pressed_ctrl_c(home: Path) -> None:
    started(home)
    assert "Stop" not in seen("week", "--full", home=home, PAGER="true")
    # One process, which has read all and so is waited for: a second may begin when the key was pressed already.
    child = terminal("week", "--full", home=home, PAGER="sh -c 'cat >/dev/null; echo begun; exec sleep 30'")
    child.expect_exact("begun")
    child.sendintr()
    child.expect(pexpect.EOF)
    assert "Stop" not in child.before


def test_long_words_go_through_the_pager_and_short_ones_do_not(home: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    assert "red-flag" in seen("rules", home=home, PAGER=f"tee {kept}")
    assert "red-flag" in kept.read_text(encoding="utf-8")
    kept.unlink()
    assert "flare" in seen("cope", home=home, PAGER=f"tee {kept}")
    assert not kept.exists()


@pytest.mark.skipif(which("less") is None, reason="needs less")
def test_without_a_pager_set_what_is_long_goes_through_less_which_names_its_keys(home: Path) -> None:
    started(home)
    child = _without_a_pager_set("library", "show", "bird", "dog", home=home)
    child.expect_exact("q enough")
    assert "Bird dog" in child.before
    assert len(child.before.splitlines()) <= 25
    child.press("q")
    assert ended(child)[0] == 0
    assert "q enough" not in seen("library", "show", "bird", "dog", home=home, PAGER="")
    assert "q enough" not in seen("today", "--plain", home=home, PAGER="cat")


def _without_a_pager_set(*args: str, home: Path) -> Terminal:
    around = environment(home, TODAY, TERM="xterm-256color")
    return at_terminal.terminal(*args, env={key: each for key, each in around.items() if key != "PAGER"})


def test_plain_lines_are_read_aloud_and_go_through_no_pager_that_nobody_set(home: Path) -> None:
    started(home)
    child = _without_a_pager_set("week", "--plain", home=home)
    child.expect_exact("Balance, enough")
    assert ended(child)[0] == 0


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["log", "--help"], "Show this message"),
        (["--help"], "Usage: backplan"),
        (["library"], " in all."),
        (["library", "show", "bird", "dog"], "Bird dog"),
        (["diary", "--plain"], "Entry 30"),
        (["diary"], "No."),
        (["week", "--plain"], "Balance, enough"),
        (["week", "--json"], "emergency"),
    ],
)
def test_all_that_is_long_goes_through_the_pager_as_one_page(
    args: list[str], said: str, home: Path, tmp_path: Path
) -> None:
    started(home)
    with opened(home) as store:
        store.diary.add(*(LogEntry(date(2026, 11, 1), "pain", pain=3) for _ in range(40)))
    kept = tmp_path / "kept"
    shown = seen(*args, home=home, PAGER=f"tee {kept}")
    assert said in kept.read_text(encoding="utf-8")
    assert ESCAPES.sub("", kept.read_text(encoding="utf-8")).strip() == shown.strip()


def test_the_day_comes_in_screens_and_ends_with_what_is_to_be_done(home: Path) -> None:
    started(home)
    child = terminal("today", "--pain", "3", home=home)
    screens = []
    while child.expect(["q\x1b\\[0m enough", pexpect.EOF]) == 0:
        screens.append(ESCAPES.sub("", child.before.replace("\r", "")).rsplit("\x1b[J", 1)[-1])
        child.press("\r")
    last = ESCAPES.sub("", child.before.replace("\r", "")).rsplit("\x1b[J", 1)[-1]
    assert all(len(screen.splitlines()) <= 24 for screen in (*screens, last)), screens
    assert "Monday 23 November" in screens[0]
    assert "Ready" in screens[0]
    assert f"How it is done, {len(screens) - 1} of {len(screens) - 1}" in screens[-1]
    assert "Monday 23 November" in last
    child.close()
    assert child.exitstatus == 0


@pytest.mark.parametrize("key", ["q", "\x03"])
def test_who_has_seen_enough_of_the_day_is_let_go(key: str, home: Path) -> None:
    started(home)
    child = terminal("today", "--pain", "3", home=home)
    child.expect("enough")
    child.press(key)
    child.expect(pexpect.EOF)
    assert "How it is done" not in child.before
    child.close()
    assert child.exitstatus == 0


def test_a_pager_gets_the_whole_day_at_once(home: Path, tmp_path: Path) -> None:
    started(home)
    seen("today", "--pain", "3", home=home, PAGER=f"tee {tmp_path / 'kept'}")
    kept = (tmp_path / "kept").read_text(encoding="utf-8")
    assert kept.index("Ready") < kept.index("How it is done")
    assert "q enough" not in ESCAPES.sub("", kept)


def test_red_leads_where_it_cannot_wait_and_nowhere_else(home: Path) -> None:
    child = terminal("week", home=home)
    child.expect(pexpect.EOF)
    assert "backplan init" in child.before
    assert "\x1b[" not in child.before
    started(home)
    assert run("log", "--saddle", home=home).code == 4
    for around in ({}, {"NO_COLOR": "1"}):
        child = terminal("week", home=home, **around)
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 4
        assert ("\x1b[1;7;31;107m Stop \x1b[0m" if not around else "\x1b[1;7m Stop \x1b[0m") in child.before
        assert "emergency" in child.before
