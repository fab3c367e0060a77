"""A faulty document of all data costs no more memory than a sound one: it is walked through once."""

import json
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from backplan.errors import FileError
from backplan.files import data, walked

TODAY = date(2026, 11, 23)


def entry(number: int) -> dict[str, object]:
    day = {"on_date": "2026-11-20", "at": "2026-11-20T10:00:00+00:00"}
    said = {"done": "all", "note": "a walk " * 100}
    return {"id": number, **day, "kind": "wild", "pain": 3, "document": said, "undone_at": None}


def written(path: Path, many: int) -> Path:
    whole = {"schema": 1, "kind": data.KIND, "exported": "2026-11-23", "person": [], "week": [], "prescription": [],
             "swap": [], "own": [], "entry": [entry(number + 1) for number in range(many)]}  # fmt: skip
    path.write_text(json.dumps(whole, indent=1), encoding="utf-8")
    return path


def faults_of(path: Path) -> tuple[str, ...]:
    with pytest.raises(FileError) as error:
        data.read(path, TODAY, lambda *_: [], lambda *_: True)
    return error.value.faults


@pytest.mark.usefixtures("collected_as_usual")
def test_of_many_faults_the_first_are_told_and_nothing_of_the_rest_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walked, "AT_ONCE", 1 << 14)
    file = written(tmp_path / "many.json", 1000)
    told = faults_of(file)  # what is loaded once is none of it
    assert (len(told), told[-1]) == (data.MOST_FAULTS + 1, "many.json: and 950 more")
    assert min(_peak(file) for _ in range(3)) < file.stat().st_size / 4  # other threads are traced, too


def _peak(file: Path) -> int:
    """Bytes held at the most while a file is read."""
    tracemalloc.start()
    try:
        faults_of(file)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_nobody_counts_on_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "ENOUGH", 60)
    assert faults_of(written(tmp_path / "many.json", 100))[-1] == "many.json: and 11 more at least"
