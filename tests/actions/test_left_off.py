"""What was begun and not ended is kept whole or is as none: an interview goes on from nothing that nobody answered."""

from datetime import date
from pathlib import Path

from backplan.actions import draft, left_off
from backplan.actions.guided import begun, guide
from backplan.actions.guided.turns import turn
from backplan.actions.workspace import Workspace
from backplan.model.week import GivenDose, Item

TODAY = date(2026, 11, 26)


def test_a_file_that_is_damaged_anywhere_is_as_none(tmp_path: Path) -> None:
    place = Workspace(TODAY, tmp_path)
    draft.keep(place, ["born", "pain"], {"born": 1958, "pain": {"now": 3}}, {"a fever": True})
    with place.opened():
        pass
    plank = Item("plank", "Plank", 60, GivenDose(1, 8), "why")
    begun.keep(place, guide.begun([turn("core", plank)]))
    for name, read in ((left_off.INTERVIEW, draft.draft), (left_off.SESSION, begun.begun)):
        assert read(place) is not None
        whole = (tmp_path / name).read_bytes()
        for at in range(len(whole)):
            for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
                (tmp_path / name).write_bytes(damaged)
                assert read(place) is None, damaged


def test_another_day_asks_the_signs_the_pain_and_what_applies_again(tmp_path: Path) -> None:
    draft.keep(Workspace(TODAY, tmp_path), ["born", "signs", "pain", "body", "time"], {"born": 1958}, {})
    kept = draft.draft(Workspace(date(2026, 11, 27), tmp_path))
    assert kept is not None
    assert kept.answered == ("born", "time")
