"""After a new sign, what was allowed again is done as it was for a week before anything grows."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.support.cli import run, started, week_of

MONDAY = date(2026, 11, 23)
WEDNESDAY, THURSDAY = MONDAY + timedelta(days=9), MONDAY + timedelta(days=10)  # of the second week
CLEARED = ("init", "--clearance-by", "doctor", "--clearance-on", str(THURSDAY), "--knows", "one-leg-numbness")


def lived(home: Path, days: range) -> None:
    """Days of which every session is done, all of it, and well."""
    for day in (str(MONDAY + timedelta(days=number)) for number in days):
        run("log", "--morning", "2", home=home, today=day)
        if any(each["sessions"] for each in week_of(home, today=day)["days"] if each["date"] == day):
            assert run("log", "--pain", "2", "--peak", "2", home=home, today=day).code == 0


@pytest.mark.parametrize("signed", [True, False])
def test_nothing_grows_in_the_week_after_a_sign_was_cleared(signed: bool, home: Path) -> None:
    started(home)
    lived(home, range(9))
    if signed:
        assert run("log", "--numb", home=home, today=str(WEDNESDAY)).code == 4
        assert run(*CLEARED, "--red-flags", "none", home=home, today=str(THURSDAY)).code == 0
    lived(home, range(10, 14))
    third = week_of(home, today=str(MONDAY + timedelta(days=14)))
    assert any(not each.startswith("On other days") for each in third["changes"]) is not signed
    assert any("rule growth-sign" in notice for notice in third["notices"]) is signed
    lived(home, range(14, 21))
    assert week_of(home, today=str(MONDAY + timedelta(days=21)))["changes"]


def test_a_clearance_renewed_while_training_goes_on_holds_nothing_back(home: Path) -> None:
    known = {"by": "doctor", "on": "2026-11-02", "knows": ["heart-disease"]}
    started(home, heart=["heart-disease"], clearance=known)
    lived(home, range(12))
    renewed = ("init", "--clearance-by", "doctor", "--clearance-on", "2026-12-04", "--knows", "heart-disease")
    assert run(*renewed, home=home, today="2026-12-04").code == 0
    lived(home, range(12, 14))
    assert week_of(home, today=str(MONDAY + timedelta(days=14)))["changes"]
