"""Files put in place whole or not at all, and what killed runs leave behind."""

import fcntl
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from backplan.files import whole

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes and locks of POSIX")
LEFT = [".backplan-abcd1234", ".abcd_234", "tmpabcd1234"]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_of_ours_is_its_owners_alone_whatever_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "file"
    whole.write(path, b"one")
    path.chmod(0o644)
    whole.write(path, b"two")
    assert (path.read_bytes(), mode(path), mode(path.parent), mode(path.parent.parent)) == (b"two", 0o600, 0o700, 0o700)


def test_a_given_file_is_private_if_new_and_else_keeps_the_mode_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "file"
    whole.give(path, [b"one"], over=True)
    assert mode(path) == 0o600
    path.chmod(0o664)
    whole.give(path, [b"t", b"wo"], over=True)
    assert (path.read_bytes(), mode(path)) == (b"two", 0o664)


def test_a_file_that_came_meanwhile_is_not_written_over_unasked(tmp_path: Path) -> None:
    path = tmp_path / "file"
    whole.give(path, [b"one"], over=False)
    with pytest.raises(FileExistsError):
        whole.give(path, [b"two"], over=False)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("file", b"one")]


def test_a_folder_that_came_meanwhile_takes_the_files_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, theirs, rename = tmp_path / "sheets", tmp_path / "sheets" / "theirs", Path.rename

    def after_another(fresh: Path, target: Path) -> Path:
        target.mkdir()
        theirs.write_bytes(b"one")
        return rename(fresh, target)

    monkeypatch.setattr(Path, "rename", after_another)
    whole.give_all(folder, {"ours": b"two"}, over=False)
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == {"theirs": b"one", "ours": b"two"}
    assert [*tmp_path.iterdir()] == [folder]


def test_where_a_disk_knows_no_links_it_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", none)
    test_a_file_that_came_meanwhile_is_not_written_over_unasked(tmp_path)


def test_what_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        whole.give(path, [b"new"], over=True)
    assert path.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [path]


def test_a_part_that_cannot_be_made_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def parts() -> Iterator[bytes]:
        yield b"new" * 100_000
        raise ValueError("the rest cannot be read")

    with pytest.raises(ValueError, match="rest"):
        whole.give(path, parts(), over=True)
    assert path.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [path]


def test_leftovers_are_taken_away_and_everything_else_stays(tmp_path: Path) -> None:
    kept = ["mine.yaml", ".DS_Store", ".gitignore", "tmp", "template.yaml"]
    for name in (*LEFT, *kept):
        (tmp_path / name).write_bytes(b"")
    whole.tidy(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(kept)
    whole.tidy(tmp_path / "nowhere")


def test_what_a_living_run_writes_is_no_leftover(tmp_path: Path) -> None:
    busy = tmp_path / LEFT[0]
    with busy.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        whole.tidy(tmp_path)
        assert busy.exists()
    whole.tidy(tmp_path)
    assert not busy.exists()


def test_in_a_folder_of_the_persons_only_our_own_leftovers_go(tmp_path: Path) -> None:
    for name in LEFT:
        (tmp_path / name).write_bytes(b"")
    whole.give(tmp_path / "file", [b"x"], over=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["file", *LEFT[1:]])
