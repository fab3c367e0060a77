"""Odd uses: mistyped words, closed pipes, wrong dates, homes that cannot be written, and help."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer

from backplan import __version__
from backplan.cli.app import COMMANDS, GROUPS
from backplan.cli.sentences import sentence
from backplan.cli.terminal import asking, options
from backplan.cli.terminal.helping import in_words
from backplan.planner.diary import health_words
from backplan.render.emergency import LINE
from tests.support.cli import environment, process, run, started, week_of
from tests.support.windows import MINE

POSIX = pytest.mark.skipif(os.name != "posix", reason="pipes and devices of POSIX")
READ: tuple[list[str], ...] = (
    ["week"],
    ["week", "--json"],
    ["week", "--plain"],
    ["today"],
    ["diary"],
    [],
    ["library"],
    ["rules"],
)


@pytest.mark.parametrize(
    ("typed", "meant"), [("wek", "week"), ("dairy", "diary"), ("todya", "today"), ("initt", "init")]
)
def test_a_mistyped_command_is_exit_2_with_a_near_name(typed: str, meant: str, home: Path) -> None:
    for more in ([], ["--json"], ["--help"]):
        done = run(typed, *more, home=home)
        assert done.code == 2
        assert meant in done.err
        assert not done.out


@pytest.mark.parametrize(
    ("args", "meant"),
    [
        (["diary", "edit", "1", "--morning", "3"], "--pain"),
        (["diary", "edit", "1", "--worst", "6"], "--peak"),
        (["prescribe", "add", "clamshell", "--weight", "5 kg"], "--load"),
        (["prescribe", "add", "clamshell", "--end", "friday"], "--until"),
        (["diary", "edit", "1", "--weight", "5 kg"], "--load"),
    ],
)
def test_a_flag_that_is_called_otherwise_is_told_by_its_name(args: list[str], meant: str, home: Path) -> None:
    done = run(*args, home=home)
    assert done.code == 2
    assert f"(did you mean {meant}?)" in done.err


@pytest.mark.parametrize(
    "args",
    [
        ["week", "--jason"],
        ["week", "extra"],
        ["init", "extra"],
        ["--nothing"],
        ["prescribe", "limit"],
        ["why"],
        ["log", "--pain"],
        ["week", "--sample=3"],
    ],
)
def test_a_mistyped_flag_is_exit_2_and_said_on_stderr(args: list[str], home: Path) -> None:
    done = run(*args, home=home)
    assert done.code == 2
    assert done.err.strip()
    assert not re.search("Usage|Error:|option|argument", done.err)
    assert not done.out
    assert not home.exists()


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["week", "--json", "--week", "soon"], 2),
        (["week", "--json", "--days", "xyz"], 2),
        (["log", "--json", "--why", "tired"], 2),
        (["why", "nothing-like-it", "--json"], 2),
        (["week", "--json"], 4),
    ],
)
def test_with_json_an_error_leaves_stdout_empty_or_one_document(args: list[str], code: int, home: Path) -> None:
    if code == 2:
        started(home)
    done = run(*args, home=home)
    assert done.code == code
    if code == 4:
        assert done.json["stop"]
    else:
        assert not done.out
        assert done.err.strip()


def _commands(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    yield path, command
    for name, each in getattr(command, "commands", {}).items():
        yield from _commands(each, f"{path} {name}")


@pytest.mark.parametrize("name", COMMANDS)
def test_what_a_flag_takes_is_said_in_words(name: str) -> None:
    made = typer.main.get_command(import_module(f"backplan.cli.{name}_command").app)
    for path, command in _commands(in_words(made), name):
        flags = [each for each in command.params if each.param_type_name == "option"]
        assert [each.name for each in flags if not each.help] == [], path
        assert [each.name for each in flags if not each.is_flag and "None" in each.metavar] == [], path
        text = command.get_help(typer.Context(command, info_name=path, help_option_names=["-h", "--help"]))
        assert not re.search(r"<(?:str|int|float|path|text)|<=x", text), text


@pytest.mark.parametrize(
    "args", [["-h"], ["--help"], *([name, "-h"] for name in COMMANDS), ["diary", "edit", "--help"]]
)
def test_help_is_there_everywhere_and_touches_nothing(args: list[str], home: Path) -> None:
    done = run(*args, home=home)
    assert done.code == 0
    assert "Usage: backplan" in done.out
    assert not done.err
    assert not home.exists()


def test_help_names_every_command(home: Path) -> None:
    text = run("--help", home=home).out
    assert all(f"\n  {name} " in text for name in COMMANDS)


def test_help_works_with_a_wrong_date_and_a_broken_store(home: Path) -> None:
    home.mkdir(parents=True)
    (home / "backplan.db").write_bytes(b"garbage")
    for args in (["--help"], ["week", "--help"], ["--version"], ["init", "--list", "red-flags"]):
        assert run(*args, home=home, today="garbage").code == 0


@pytest.mark.parametrize("how", [["-m", "backplan"], ["-c", "from backplan.__main__ import main; main()"]])
def test_the_version_is_said_by_every_door(how: list[str], home: Path) -> None:
    done = subprocess.run(
        [sys.executable, *how, "--version"], env=environment(home), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, f"backplan {__version__}\n")


def test_whoever_measures_a_run_sees_it_end(home: Path) -> None:
    measured = [sys.executable, "-m", "cProfile", "-m", "backplan", "--version"]
    done = subprocess.run(measured, env=environment(home), capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "function calls" in done.stdout


@pytest.mark.parametrize("today", ["garbage", "2026-13-01", "2026-02-30", "0001-01-01", "9999-12-31", "tomorrow"])
@pytest.mark.parametrize("args", [["week"], [], ["week", "--sample"], ["log", "--done", "no"], ["today"]])
def test_a_wrong_backplan_today_is_exit_2_and_named(today: str, args: list[str], home: Path) -> None:
    done = run(*args, home=home, today=today)
    assert done.code in (2, 4) if "--sample" not in args and "log" not in args else done.code == 2
    assert done.code == 4 or "BACKPLAN_TODAY" in done.err


def test_an_empty_backplan_today_is_the_clock(home: Path) -> None:
    assert run("week", "--sample", home=home, today="").code == 0


@POSIX
@pytest.mark.parametrize("args", READ)
def test_a_reader_that_goes_away_is_no_fault(args: list[str], home: Path) -> None:
    started(home)
    week_of(home)
    out, into = os.pipe()
    os.close(out)
    with os.fdopen(into, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "backplan", *args], env=environment(home), stdout=pipe, stderr=subprocess.PIPE,
            check=False, timeout=60,
        )  # fmt: skip
    assert done.stderr == b""
    assert done.returncode == 0


@POSIX
def test_a_stop_keeps_its_exit_code_when_the_reader_goes_away(home: Path) -> None:
    out, into = os.pipe()
    os.close(out)
    with os.fdopen(into, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "backplan", "log", "--morning", "3"], env=environment(home), stdout=pipe,
            stderr=subprocess.PIPE, check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == 4
    assert b"backplan init" in done.stderr
    assert b"Traceback" not in done.stderr


@POSIX
@pytest.mark.parametrize("args", [["week"], ["week", "--json"], ["diary"]])
def test_a_full_disk_under_stdout_is_exit_1_in_one_sentence(args: list[str], home: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    started(home)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "backplan", *args], env=environment(home), stdout=full, stderr=subprocess.PIPE,
            check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert b"inside backplan" not in done.stderr


@POSIX
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("what", ["diary", "week", "wek"])
def test_closed_streams_bring_no_traceback(closed: str, what: str, home: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m backplan {what} {closed}', sys.executable], env=environment(home),
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode in (0, 1, 2, 4)
    assert "Traceback" not in done.stderr + done.stdout
    assert "NoneType" not in done.stderr + done.stdout


@POSIX
def test_a_home_that_is_not_there_does_not_keep_anybody_from_the_sample(tmp_path: Path) -> None:
    env = {"HOME": "/nonexistent", "BACKPLAN_HOME": "", "XDG_CACHE_HOME": "/proc/nowhere", "XDG_DATA_HOME": "/proc/no"}
    assert process("week", "--sample", home=tmp_path, env=env).code == 0
    done = process("log", "--morning", "2", home=tmp_path, env=env)
    assert done.code == 5
    assert "Traceback" not in done.err


@pytest.mark.parametrize("name", ["with space", "ünï-码", "a'b\"c", "-dash", "[red]", "x" * 100])
def test_a_folder_may_have_any_name(name: str, tmp_path: Path) -> None:
    home = tmp_path / name
    started(home)
    assert run("week", home=home).code == 0


def test_a_tilde_in_backplan_home_is_the_home_folder(tmp_path: Path) -> None:
    done = process("log", "--morning", "2", home=tmp_path, env={"BACKPLAN_HOME": "~/mine", "HOME": str(tmp_path)})
    assert done.code == 4
    assert (tmp_path / "mine" / "backplan.db").exists()


@pytest.mark.parametrize("error", [MemoryError(), ImportError("x.so: failed to map segment from shared object")])
def test_too_little_memory_is_no_fault_inside(error: Exception, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("backplan.actions.backup.make", none)
    done = run("backup", home=home)
    assert done.code == 1
    assert "too little memory" in done.err
    assert "inside" not in done.err


def test_an_unknown_tilde_is_no_fault_inside(tmp_path: Path) -> None:
    done = process("log", "--morning", "2", home=tmp_path, env={"BACKPLAN_HOME": "~nobody-of-this-name/mine"})
    assert done.code in (2, 4, 5)
    assert "inside backplan" not in done.err


def test_a_relative_backplan_home_is_under_the_folder_one_is_in(tmp_path: Path) -> None:
    done = process("log", "--morning", "2", home=Path("mine"), cwd=tmp_path)
    assert done.code == 4
    assert (tmp_path / "mine" / "backplan.db").exists()


@pytest.mark.parametrize("args", [["week"], ["today"], [], ["diary"], ["library"], ["rules"], ["why", "bird-dog"]])
def test_json_is_one_document_and_nothing_else(args: list[str], home: Path) -> None:
    started(home)
    run("log", "--pain", "3", "--peak", "4", "--effort", "4", "--note", "é \x7f \x9b 😀", home=home)
    done = run(*args, "--json", home=home)
    assert done.code == 0
    assert done.json["schema"] == 1
    assert done.out.endswith("}\n")
    assert not done.err


@pytest.mark.parametrize("coding", ["ascii", "latin-1", "utf-8"])
def test_json_is_the_same_document_in_any_encoding(coding: str, home: Path) -> None:
    started(home)
    run("log", "--pain", "3", "--peak", "4", "--effort", "4", "--note", "é 😀 \u202e", home=home)
    want = run("diary", "--json", home=home).json
    done = process("diary", "--json", home=home, env={"PYTHONIOENCODING": coding})
    assert done.json == want


def test_input_on_a_pipe_is_never_taken_for_answers(home: Path) -> None:
    done = run("init", home=home, typed="none\nnone\nnone\ndoctor\n")
    assert done.code == 2
    started(home)
    assert run("log", "--json", home=home, typed="part\n3\n4\n4\n").json["entries"][0]["done"] == "all"
    assert run("log", "--again", home=home, typed="part\n3\n4\n4\n").out.startswith("Noted, thank you: session.")


def test_commands_do_not_tell_of_each_other_twice(home: Path) -> None:
    assert len(COMMANDS) == len(set(COMMANDS))


def test_every_command_stands_in_one_group_of_the_help() -> None:
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(COMMANDS)


@pytest.mark.parametrize("words", [[], ["why"], ["library", "search"]])
def test_help_is_the_same_as_the_flag(words: list[str], home: Path) -> None:
    assert run("help", *words, home=home) == run(*words, "--help", home=home)


def test_completion_is_installed_in_one_place(home: Path) -> None:
    said = {name: run(name, "--help", home=home).out.count("--install-completion") for name in COMMANDS}
    assert (sum(said.values()), run("--help", home=home).out.count("--install-completion")) == (0, 1)


@pytest.mark.parametrize(
    "words",
    [["why", "child’s", "pose"], ["library", "show", "McGill", "curl", "up"], ["library", "hide", "sit–to–stand"],
     ["prescribe", "add", "hip", "bridges"], ["prescribe", "avoid", "clam", "shell"],
     ["log", "knee", "rolls", "--minutes", "5"]],
)  # fmt: skip
def test_a_name_needs_no_quotes_and_no_hyphens(words: list[str], home: Path) -> None:
    started(home)
    assert run(*words, home=home).code == 0


@pytest.mark.parametrize(
    ("raw", "coding", "kept"),
    [
        (b"caf\xe9 br\xfbl\xe9", "utf-8", "caf\N{REPLACEMENT CHARACTER} br\N{REPLACEMENT CHARACTER}l"),
        ("café".encode(), "ascii", "café"),
    ],
)
def test_a_note_in_another_encoding_loses_no_letter_unseen(raw: bytes, coding: str, kept: str, home: Path) -> None:
    typed = raw.decode(coding, "surrogateescape")  # as Python hands over what it could not read
    run("log", "--pain", "3", "--note", typed, home=home)
    assert kept in run("diary", "--plain", home=home).out


def test_an_answer_in_another_encoding_is_asked_for_again_or_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typer, "prompt", lambda *_, **__: "caf\udce9\x1b[2J  ok ")
    assert asking.prompt("A word?") == "caf\N{REPLACEMENT CHARACTER}[2J ok"


def test_a_word_without_spaces_is_folded_and_not_cut(home: Path) -> None:
    started(home)
    word = "A" + "b" * 120 + "Z"
    run("log", "--pain", "3", "--note", word, home=home)
    run("prescribe", "add", "dead-bug", "--why", word, home=home)
    run("init", "--functions", word[:58] + "Z", home=home)
    for args in (["diary"], ["week"], ["week", "mon"], ["today"], ["progress"], ["prescribe"]):
        for columns in ("40", "80"):
            done = run(*args, home=home, env={"COLUMNS": columns})
            assert done.code == 0, args
            assert "…" not in done.out, args
    seen = run("diary", home=home, env={"COLUMNS": "40"}).out.partition("Stop")[0]
    assert seen.count("b") == word.count("b")


@pytest.mark.parametrize("form", [["library", "check"], ["library", "check", "--plain"]])
def test_a_name_of_two_lines_is_said_in_one(form: list[str], home: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(MINE.replace("name: Towel pull", 'name: "Towel pull\\nNotice: all is well"'), encoding="utf-8")
    done = run(*form, str(file), home=home, env={"COLUMNS": "100"})
    assert not [line for line in done.out.splitlines() if line.startswith("Notice")]
    assert "Towel pull" in done.out


@pytest.mark.parametrize("number", ["", "1e9", "nan", "²", "9" * 25])
def test_what_is_no_number_is_said_with_what_may_be_written(number: str, home: Path) -> None:
    done = run("diary", "edit", "2", "--effort", number, home=home)
    assert (done.code, done.out) == (2, "")
    assert "write a whole number from 0 to 10" in done.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["prescribe", "limit", "--minutes", "-5"], "--minutes -5: write one number of minutes a day from 5 to 240"),
        (["prescribe", "limit", "-5"], "-5 is below nothing: write a number without the sign"),
        (["prescribe", "end", "-1"], "-1 is below nothing"),
        (["diary", "edit", "-1"], "-1 is below nothing"),
        (["log", "w" * 5000], "what you did has 5000 characters; 500 is the most"),
        (["log", "walk", "--minutes", "20", "--note", "n" * 5000], "that note has 5000 characters"),
        (["log", "--pain", "3", "--note", "n" * 5000], "that note has 5000 characters"),
        (["library", "search", "n" * 5000], "what you look for has 5000 characters"),
        (["log", "--on", "", "--pain", "3"], "--on '': write a date"),
        (["prescribe", "avoid", ""], "say what is to be left out. What can be left out is"),
        (["rules", ""], "say which rule, like"),
        (["library", "remove", ""], "say which own file"),
        (["init", "--answers", ""], ".: this is a folder, not a file; name the file"),
        (["library", "add", ""], ".: this is a folder, not a file; name the file"),
    ],
)
def test_what_is_empty_below_nothing_or_far_too_long_is_told_as_that(args: list[str], said: str, home: Path) -> None:
    started(home)
    done = run(*args, home=home)
    assert done.code in (2, 3)
    assert said in done.err


def test_of_what_is_too_long_no_more_is_read_than_may_tell_of_a_sign(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(home)
    read: list[str] = []
    monkeypatch.setattr(sentence, "read_words", read.append)

    def signs_in(text: str) -> tuple[str, ...]:
        read.append(text)
        return ()

    monkeypatch.setattr(health_words, "signs_in", signs_in)
    done = run("log", "--pain", "3", "--note", "sat on a chair " * 9999, home=home)
    assert (done.code, LINE in done.err) == (2, True), "what was not read may hold anything"
    assert read
    assert max(map(len, read)) <= options.LONGEST_NOTE
    assert sum(map(len, read)) < 2 * options.MOST_READ


def test_a_sign_in_what_is_too_long_to_be_kept_is_recorded_all_the_same(home: Path) -> None:
    started(home)
    done = run("log", "--pain", "3", "--note", "sat on a chair " * 60 + "numb between my legs", home=home)
    assert (done.code, "--saddle" in done.out) == (2, True)


@pytest.mark.parametrize(
    "line", ['limit: "-5"', 'limit: "-5 min"', 'accept_usual_pain: "-3"', "add: [{exercise: bird-dog, effort: '-3'}]"]
)
def test_a_number_below_nothing_in_a_file_is_none_above_it(line: str, home: Path, tmp_path: Path) -> None:
    started(home)
    file = tmp_path / "my.yaml"
    file.write_text(f"prescription: {{by: physio, on: 2026-11-20}}\n{line}\n", encoding="utf-8")
    assert run("prescribe", "import", str(file), home=home).code == 3
    assert run("prescribe", "show", "--json", home=home).json["items"] == []
