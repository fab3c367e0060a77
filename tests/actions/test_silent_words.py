import re
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from backplan.actions import silent_words
from backplan.actions.silent_words import tell_of_nothing
from backplan.library import cache as caching
from backplan.model.diary import LogEntry
from backplan.planner.diary import health_words
from backplan.planner.diary.signs import health_waiting, signs_waiting, somebody, unlisted_waiting
from tests.support.cli import run, started

DAY = date(2026, 11, 20)
CALM, SIGN = "a walk and core, all good", "numb between my legs"


class Reading:
    """A folder for the cache, and the words that were read."""

    def __init__(self, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.cache, self.read = cache, list[str]()
        really = health_words.may_alarm

        def reading(text: str) -> bool:
            self.read.append(text)
            return really(text)

        monkeypatch.setattr(health_words, "may_alarm", reading)

    def silent(self, *notes: str) -> bool:
        """Whether notes tell of no sign; what was read before is no longer counted."""
        self.read.clear()
        return tell_of_nothing([LogEntry(DAY, "pain", pain=3, note=note) for note in notes], self.cache)


@pytest.fixture
def reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    return Reading(tmp_path / "cache", monkeypatch)


def test_words_that_tell_of_nothing_are_read_once(reading: Reading) -> None:
    assert reading.silent(CALM)
    assert reading.read == [CALM]
    assert reading.silent(CALM, CALM)
    assert reading.read == []
    (file,) = reading.cache.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert CALM.encode() not in file.read_bytes()


def test_a_new_word_is_read_and_a_sign_is_never_kept(reading: Reading) -> None:
    assert reading.silent(CALM)
    for _ in range(2):
        assert not reading.silent(CALM, SIGN)
        assert SIGN in reading.read
    assert not reading.silent(SIGN)
    assert reading.silent(CALM)


def test_another_reader_reads_all_words_anew(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    assert reading.silent(CALM)
    monkeypatch.setattr(silent_words, "_code_of", lambda reader: b"a reader that hears more")
    monkeypatch.setattr(health_words, "may_alarm", lambda text: True)
    assert not reading.silent(CALM)


def test_words_are_kept_under_the_code_of_all_that_reads_them() -> None:
    for reader in silent_words.READERS:
        source = Path(str(import_module(reader).__file__)).read_text(encoding="utf-8")
        assert silent_words._code_of(reader) == source.encode()
        at_run_time = source.replace("if TYPE_CHECKING:\n    from backplan", "")
        assert set(re.findall(r"^ *from (backplan\S+) import", at_run_time, re.MULTILINE)) <= {*silent_words.READERS}


@pytest.mark.parametrize("kept", [b"", b"no checksum\n[]", b"\0" * 40])
def test_a_damaged_file_has_the_words_read(reading: Reading, kept: bytes) -> None:
    reading.silent(CALM)
    (file,) = reading.cache.iterdir()
    file.write_bytes(kept)
    assert reading.silent(CALM)
    assert reading.read == [CALM]


def test_nothing_but_silence_is_taken_for_it(reading: Reading) -> None:
    reading.silent(CALM)
    (file,) = reading.cache.iterdir()
    caching.keep(reading.cache, silent_words.NAME, file.stem.rpartition("-")[2], ["a sign"])
    assert reading.silent(CALM)
    assert reading.read == [CALM]


@pytest.mark.parametrize(
    "note",
    [
        CALM, SIGN, "chest pain", "no chest pain", "my calf is swollen", "fell off a ladder", "tired",
        "had an operation on my back", "pain goes down to my foot", "I am pregnant", "coughing up blood",
        "my knee feels like glass", "waters broke",
    ],
)  # fmt: skip
def test_who_tells_of_nothing_is_asked_about_nothing(note: str) -> None:
    entries = [LogEntry(DAY, "pain", pain=3, note=note, id=1)]
    asked = [waiting(somebody(DAY), entries) for waiting in (signs_waiting, health_waiting, unlisted_waiting)]
    assert tell_of_nothing(entries, None) is not any(asked)


def test_a_sign_in_words_stands_in_each_week_that_is_shown(home: Path) -> None:
    started(home)
    run("log", "--note", CALM, home=home)
    assert CALM not in run("week", home=home).out
    run("log", "--note", SIGN, home=home)
    for width in ("90", "91", "92"):
        assert SIGN in " ".join(run("week", home=home, env={"COLUMNS": width}).out.split())
    assert run("forget", "--yes", home=home).code == 0
    assert not (home / "cache").exists()
