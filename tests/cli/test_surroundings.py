"""Odd surroundings: a sentence and the documented exit code, whatever terminal, disk and environment are."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.another_user import as_user
from tests.support.cli import LIBRARY_IS_READ_BY_NOBODY, Result, environment, process, run, started, with_library

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals, users and devices of POSIX")
WITHOUT_HOME = """
os.setgid(54321)
os.setuid(54321)
"""


def in_shell(command: str, home: Path) -> Result:
    """A command line of the shell, in which $B is backplan; of somebody who has only looked at the library."""
    with_library(home)
    around = environment(home, B=f"{sys.executable} -m backplan")
    done = subprocess.run(["/bin/sh", "-c", command], env=around, capture_output=True, timeout=60, check=False)
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


@LIBRARY_IS_READ_BY_NOBODY
@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can be a user of no name")
@pytest.mark.parametrize(("args", "code"), [(["week"], 5), (["log"], 5), (["library"], 0), (["week", "--sample"], 0)])
def test_without_a_home_and_a_name_there_is_a_sentence_or_an_answer(args: list[str], code: int) -> None:
    around = {k: v for k, v in environment(Path()).items() if k not in ("HOME", "BACKPLAN_HOME", "XDG_DATA_HOME")}
    done = as_user(WITHOUT_HOME, *args, env=around)
    assert (done.code, "BACKPLAN_HOME" in done.err) == (code, code == 5), done.err
    assert len(done.err.splitlines()) == (code == 5)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("where", [">/dev/full", "2>/dev/full", ">/dev/full 2>/dev/full", ">&- 2>&-"])
@pytest.mark.parametrize("what", ["week --json", "log --morning 3", "log --json"])
def test_a_stop_that_cannot_be_said_still_stops(what: str, where: str, home: Path) -> None:
    done = in_shell(f"$B {what} {where}", home)
    assert done.code == 4
    assert "Traceback" not in done.err
    assert where != ">/dev/full" or "backplan init" in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("what", ["--help", "week --help", "--version"])
def test_help_on_a_full_disk_is_exit_1_in_one_sentence(what: str, home: Path) -> None:
    done = in_shell(f"$B {what} >/dev/full", home)
    assert (done.code, len(done.err.splitlines())) == (1, 1)


@pytest.mark.parametrize("what", ["", "-OO"])
def test_without_docstrings_it_says_why_it_does_not_begin(what: str, home: Path) -> None:
    env = environment(home, **({} if what else {"PYTHONOPTIMIZE": "2"}))
    run_as = [sys.executable, *([what] if what else []), "-m", "backplan", "rules"]
    done = subprocess.run(run_as, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "PYTHONOPTIMIZE" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("key", ["COLUMNS", "LINES"])
@pytest.mark.parametrize("value", ["9" * 4301, "²", "-1", "0", "1", "wide", "9" * 12])
def test_any_columns_and_lines_will_do(key: str, value: str, home: Path) -> None:
    done = run("week", "--sample", home=home, env={key: value})
    assert done.code == 0
    assert max(map(len, done.out.splitlines())) <= 1000


@pytest.mark.parametrize("columns", [1, 0])
@pytest.mark.parametrize("args", [["week", "--sample"], ["wek"]])
def test_a_terminal_of_one_column_is_written_to(args: list[str], columns: int, home: Path) -> None:
    pexpect = pytest.importorskip("pexpect")
    with_library(home)
    child = pexpect.spawn(
        sys.executable, ["-m", "backplan", *args], env=environment(home), dimensions=(24, columns), timeout=60
    )
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == (2 if "wek" in args else 0), child.before


@pytest.mark.parametrize("coding", ["latin-1", "euc_jis_2004", "ascii"])
def test_a_terminal_of_few_letters_is_asked_in_those_it_has(coding: str, home: Path) -> None:
    pexpect = pytest.importorskip("pexpect")
    started(home, functions=["zażółć \U0001f600 socks"])
    child = pexpect.spawn(
        sys.executable, ["-m", "backplan", "init", "--only", "functions"], timeout=60,
        env=environment(home, PYTHONIOENCODING=coding),
    )  # fmt: skip
    for typed in (b"socks\r", b"9" * 3000 + b"\r", b"3\r"):
        child.expect(": ")
        child.send(typed)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0, child.before
    assert b"inside backplan" not in child.before


def test_what_the_parser_refuses_is_told_without_what_drives_a_terminal(home: Path) -> None:
    for args in (["week", "--\x1b[2Jx"], ["diary", "edit", "\x1b[2J\u202e"], ["week", "\udcff"]):
        done = run(*args, home=home)
        assert done.code == 2
        assert not {"\x1b", "\u202e", "\udcff"} & set(done.err)


def test_what_is_kept_of_typed_answers_is_clean(home: Path) -> None:
    started(home)
    assert run("init", "--functions", "put \x1b[2J\udcff\u202eon socks", home=home).code == 0
    assert process("init", "--conditions", os.fsdecode(b"\xffx"), home=home).code == 2
    assert b"\\u001b" not in (home / "backplan.db").read_bytes()
