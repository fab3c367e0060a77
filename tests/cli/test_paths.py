"""Paths a person gives, taken as they are: what is read, and what must never be written over."""

import os
import shutil
from pathlib import Path

import pytest
import yaml

from tests.support.cli import Result, answers, process, run, started
from tests.support.shared import copied

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and names of POSIX")
OURS = ("backplan.db", "backplan.db-wal", "backplan.db-shm", "backplan.db-journal", "own/hidden.yaml", "own/new.yaml",
        "cache/library-1.json", "interview.json", "session.json", ".backplan-own-due")  # fmt: skip


@pytest.fixture
def prescribed(home: Path) -> Path:
    copied("prescribed", _prescribed, home)
    return home


def _prescribed(home: Path) -> None:
    started(home)
    assert run("prescribe", "add", "bird-dog", home=home).code == 0
    assert run("library", "hide", "cat-cow", home=home).code == 0


def exported(home: Path, *args: str) -> Result:
    return run("prescribe", "export", *args, home=home)


def everything(home: Path) -> dict[str, bytes]:
    return {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def test_a_path_is_opened_as_it_is_written(home: Path, tmp_path: Path) -> None:
    (tmp_path / "ans\u200fwers.yaml").write_text(yaml.safe_dump(answers()), encoding="utf-8")
    (tmp_path / "answers.yaml").write_text("garbage", encoding="utf-8")
    assert run("init", "--answers", str(tmp_path / "ans\u200fwers.yaml"), home=home).code == 0


def test_a_name_that_is_no_utf_8_is_opened_and_told_on_one_line(home: Path, tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/an\xffswers\n.yaml"))
    odd.write_text(yaml.safe_dump(answers()), encoding="utf-8")
    assert process("init", "--answers", str(odd), home=home).code == 0
    odd.write_text("{}", encoding="utf-8")
    done = run("init", "--answers", str(odd), home=home)
    assert done.code == 3
    assert all(line.startswith("an?swers?.yaml:") for line in done.err.splitlines())


def test_an_export_writes_to_the_path_that_was_meant(prescribed: Path, tmp_path: Path) -> None:
    other = tmp_path / "rx.yaml"
    other.write_text("mine", encoding="utf-8")
    assert exported(prescribed, str(tmp_path / "r\u200fx.yaml"), "--force").code == 0
    assert other.read_text(encoding="utf-8") == "mine"
    assert "bird-dog" in (tmp_path / "r\u200fx.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("how", ["itself", "link", "hard link", "link to its folder"])
@pytest.mark.parametrize("name", OURS)
def test_an_export_never_takes_the_place_of_what_backplan_keeps(
    how: str, name: str, prescribed: Path, tmp_path: Path
) -> None:
    kept, path = prescribed / name, tmp_path / "out"
    if how == "itself":
        path = kept
    elif how == "link":
        path.symlink_to(kept)
    elif how == "hard link":
        if not kept.exists():
            pytest.skip("nothing there to link to")
        path.hardlink_to(kept)
    else:
        path.symlink_to(kept.parent)
        path = path / kept.name
    run("library", home=prescribed)  # what looks may fill the cache
    before = everything(prescribed)
    done = exported(prescribed, str(path), "--force")
    assert (done.code, done.out) == (2, "")
    assert "your own data" in done.err
    assert everything(prescribed) == before


def test_another_file_in_the_data_folder_may_be_written(prescribed: Path) -> None:
    assert exported(prescribed, str(prescribed / "rx.yaml")).code == 0


def test_an_export_through_a_link_is_written_where_it_leads(prescribed: Path, tmp_path: Path) -> None:
    link, real = tmp_path / "link", tmp_path / "real"
    link.symlink_to(real)
    for more in ((), ("--force",)):
        assert exported(prescribed, str(link), *more).code == 0
        assert link.is_symlink()
        assert "bird-dog" in real.read_text(encoding="utf-8")


def test_an_export_that_fails_leaves_the_old_file_whole(prescribed: Path, tmp_path: Path) -> None:
    import resource

    old = tmp_path / "rx.yaml"
    old.write_text("old", encoding="utf-8")
    done = process(
        "prescribe", "export", str(old), "--force", home=prescribed,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10)),
    )  # fmt: skip
    assert (done.code, done.out) == (1, "")
    assert str(old) in done.err
    assert old.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".backplan")] == []


@pytest.mark.parametrize(("path", "code"), [("nowhere/rx.yaml", 1), ("loop", 1), ("folder", 2), ("pipe", 1)])
def test_a_path_that_cannot_be_written_is_named(path: str, code: int, prescribed: Path, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    done = exported(prescribed, str(tmp_path / path), "--force")
    assert (done.code, done.out) == (code, "")
    assert path in done.err


@pytest.mark.parametrize(
    "command", [("backup", "--out"), ("export", "data", "--out"), ("export", "data", "--csv"), ("prescribe", "export")]
)
def test_links_in_a_circle_are_named(command: tuple[str, ...], prescribed: Path, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    done = run(*command, str(tmp_path / "loop"), home=prescribed)
    assert (done.code, "circle" in done.err) == (1, True)


def test_a_backup_comes_back_into_a_folder_whose_name_is_no_utf_8(home: Path, tmp_path: Path) -> None:
    started(home)
    other = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    try:
        other.mkdir()
    except OSError:
        pytest.skip("no such name here")
    assert run("backup", "--out", str(tmp_path / "kept.db"), home=home).code == 0
    assert run("restore", str(tmp_path / "kept.db"), "--yes", home=other).code == 0
    assert run("week", home=other).code == 0


@pytest.mark.parametrize("what", ["store", "folder"])
def test_a_link_to_a_disk_that_is_not_in_place_is_no_store_never_begun(what: str, home: Path, tmp_path: Path) -> None:
    started(home)
    path = home / "backplan.db" if what == "store" else home
    path.rename(tmp_path / "away")
    path.symlink_to(tmp_path / "disk" / "away")
    answers = str(home.parent / "answers.yaml")
    for command in (("week",), ("log", "--morning", "2"), ("init", "--answers", answers), ("init", "--anew")):
        done = run(*command, home=home)
        assert (done.code, "in place?" in done.err) == (5, True), (command, done)
    path.unlink()
    (tmp_path / "away").rename(path)
    assert run("week", home=home).code == 0


def test_what_a_killed_run_left_is_gone_after_the_next(prescribed: Path) -> None:
    left = [prescribed / "cache" / "tmpabcd1234", prescribed / "cache" / ".backplan-abcd1234",
            prescribed / "own" / ".abcd1234"]  # fmt: skip
    for path in left:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"half")
    assert run("week", home=prescribed).code == 0
    assert not any(path.exists() for path in left)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_the_cache_is_its_owners_alone_under_any_umask(umask: int, home: Path) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    process("week", "--sample", home=home, preexec_fn=lambda: os.umask(umask))
    made = [*(home / "cache").iterdir()]
    assert made
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in made)
    assert (home / "cache").stat().st_mode & 0o777 == 0o700
    shutil.rmtree(home)
