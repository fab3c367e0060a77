"""No stop without its way out: each rule that stops, met and lifted through the commands, by the way its words name."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from backplan.actions.workspace import Workspace
from backplan.rules.screening import SCREENING
from tests.support.cli import answered, run, stopped_by

PAIN = {"now": 3, "usual": 3, "controlled": True, "since": "2025-10-01", "leg": "none"}
CLEARED = {"by": "doctor", "on": "2026-11-02", "knows": []}
LATER = "2026-11-25"
CLEARANCE = ("--clearance-by", "doctor", "--clearance-on", LATER)
Steps = tuple[tuple[str, ...], ...]

# How each comes about: answers, or what is put on record by hand where no command takes it; and what lifts it.
MET: dict[str, tuple[dict[str, Any], Steps]] = {
    "emergency-flags": (
        {"red_flags": ["bladder-bowel"]},
        (("--red-flags", "none"), (*CLEARANCE, "--knows", "bladder-bowel")),
    ),
    "urgent-flags": ({"red_flags": ["fever"]}, ((*CLEARANCE, "--knows", "fever"),)),
    "clinician-first": ({"red_flags": ["not-better"]}, (("--knows", "not-better"),)),
    "heart-signs": ({"heart": ["blackout"]}, ((*CLEARANCE, "--knows", "blackout"),)),
    "heart-known": ({"heart": ["diabetes"]}, (("--knows", "diabetes"),)),
    "adults": ({}, (("--born", "1990"),)),
    "clearance-required": ({"clearance": None}, (CLEARANCE,)),
    "clearance-future": ({}, (CLEARANCE,)),
    "clearance-expired": ({"clearance": {**CLEARED, "on": "2025-11-01"}}, (CLEARANCE,)),
    "clearance-ended": ({"changed": {"on": "2026-11-20", "what": "fall"}}, (CLEARANCE,)),
    "birth-cleared": ({"birth": {"on": "2026-11-10", "kind": "vaginal"}}, (CLEARANCE,)),
    "leg-further-down": ({}, ((*CLEARANCE, "--knows", "leg-further-down"),)),
    "must-be-known": ({"conditions": ["hip-replacement"]}, (("--knows", "hip-replacement"),)),
    "surgery-released": (
        {"surgery": {"kind": "disc", "on": "2026-09-01", "released": None}},
        (("--released", LATER),),
    ),
    "pregnancy-cleared": ({"pregnancy": {"weeks": 20, "on": "2026-11-23"}, "clearance": {**CLEARED, "by": "surgeon"}},
                          (CLEARANCE,)),
    "multiple-known": (
        {"pregnancy": {"weeks": 20, "on": "2026-11-23", "babies": 2}},
        (("--knows", "multiple-pregnancy"),),
    ),
    "pregnancy-over": (
        {"pregnancy": {"weeks": 42, "on": "2026-11-10"}},
        (("--pregnant-weeks", "0", "--birth", "vaginal", "--birth-on", "2026-11-20"), CLEARANCE),
    ),
    "pain-controlled": ({"pain": {**PAIN, "controlled": False}}, (("--controlled",),)),
}  # fmt: skip


def _met(rule: str, home: Path) -> None:
    answered(home, **MET[rule][0])
    if rule == "leg-further-down":
        run("log", "--leg", "calf", "--pain", "3", home=home, today="2026-11-24")
    by_hand: dict[str, Any] = {"adults": {"born": 2015}}.get(rule, {})
    with Workspace(date.fromisoformat(LATER), home).opened() as store, store.transaction():
        person = store.people.person()
        assert person is not None
        if rule == "clearance-future" and person.clearance:
            by_hand = {"clearance": person.clearance._replace(on=date(2026, 12, 24))}
        if by_hand:
            store.people.record(person._replace(**by_hand), date(2026, 11, 23))


def test_every_stop_is_met_here() -> None:
    assert MET.keys() == {rule.id for rule in SCREENING}


@pytest.mark.parametrize("rule", MET)
def test_a_stop_is_told_on_every_page_and_lifted_by_the_way_it_names(rule: str, home: Path) -> None:
    _met(rule, home)
    assert stopped_by(home, today=LATER) == rule
    said = run("week", home=home, today=LATER).err
    assert "`backplan init --only " in said
    for page in (("today",), (), ("export", "handout", "--out", "-"), ("export", "ics", "--out", "-"), ("cope",)):
        done = run(*page, home=home, today=LATER)
        assert said.strip()[:60] in done.out + done.err, page
    *before, last = (run("init", *step, home=home, today=LATER) for step in MET[rule][1])
    assert all(done.code == 4 for done in before)
    assert last.code == 0, last
    assert stopped_by(home, today=LATER) is None


@pytest.mark.parametrize("by", ["physiotherapist", "midwife"])
@pytest.mark.parametrize(("rule", "sign"), [("emergency-flags", "bladder-bowel"), ("heart-signs", "blackout")])
def test_what_a_doctor_has_to_look_at_nobody_else_clears(rule: str, sign: str, by: str, home: Path) -> None:
    _met(rule, home)
    agreed = ("--clearance-by", by, "--clearance-on", LATER, "--knows", sign)
    said = run("init", "--red-flags", "none", *agreed, home=home, today=LATER)
    assert (said.code, f"your {by} knows of it" in said.err, "a doctor has to agree" in said.err) == (4, True, True)
    assert stopped_by(home, today=LATER) == rule
    assert run("init", *CLEARANCE, "--knows", sign, home=home, today=LATER).code == 0
