"""Each red flag: its level, the words that keep ordinary cases out, and what stops and what lifts."""

import re
from datetime import date
from typing import get_args

import pytest

from backplan.model.person import Clearance, Flag
from backplan.model.vocabulary import ClearedBy, FlagLevel
from backplan.rules.red_flags import RED_FLAGS, asked_of
from tests.support.indexes import red_flag, stopped_by
from tests.support.people import ON, person

SINCE = date(2026, 11, 10)


def stop_with(flag: str, cleared: date, *, told: bool, present: bool, by: ClearedBy = "doctor") -> str | None:
    clearance = Clearance(by=by, on=cleared, knows=(flag,) if told else ())
    return stopped_by(person(flags=(Flag(flag, SINCE, present),), clearance=clearance), ON)


def is_emergency(flag: str, *words: str) -> None:
    """Stops until it is answered no again and cleared on or after its day by a doctor who knows of it."""
    rule = red_flag(flag)
    assert rule.level == "emergency"
    assert stop_with(flag, date(2026, 11, 10), told=True, present=False, by="surgeon") is None
    assert stop_with(flag, date(2026, 11, 11), told=True, present=False, by="physiotherapist") == "emergency-flags"
    assert stop_with(flag, date(2026, 11, 11), told=True, present=False, by="midwife") == "emergency-flags"
    assert [word for word in words if word not in rule.asks] == []
    assert stop_with(flag, date(2026, 11, 10), told=True, present=False) is None
    assert stop_with(flag, date(2026, 11, 10), told=True, present=True) == "emergency-flags"
    assert stop_with(flag, date(2026, 11, 9), told=True, present=False) == "emergency-flags"
    assert stop_with(flag, date(2026, 11, 10), told=False, present=False) == "emergency-flags"


def is_urgent(flag: str, *words: str) -> None:
    """Stops until cleared on or after its day by somebody who knows of it, present or not."""
    rule = red_flag(flag)
    assert rule.level == "urgent"
    assert [word for word in words if word not in rule.asks] == []
    assert stop_with(flag, date(2026, 11, 10), told=True, present=True) is None
    assert stop_with(flag, date(2026, 11, 10), told=True, present=True, by="physiotherapist") is None
    assert stop_with(flag, date(2026, 11, 9), told=True, present=True) == "urgent-flags"
    assert stop_with(flag, date(2026, 11, 10), told=False, present=True) == "urgent-flags"
    assert stop_with(flag, date(2026, 11, 10), told=False, present=False) == "urgent-flags"


def is_clinician_first(flag: str, *words: str) -> None:
    """Stops until the clearance, of whatever day, knows of it."""
    rule = red_flag(flag)
    assert rule.level == "clinician-first"
    assert [word for word in words if word not in rule.asks] == []
    assert stop_with(flag, date(2026, 11, 9), told=True, present=True) is None
    assert stop_with(flag, date(2026, 11, 10), told=False, present=True) == "clinician-first"
    assert stop_with(flag, date(2026, 11, 10), told=False, present=False) is None


def test_saddle_numbness() -> None:
    is_emergency("saddle-numbness", "between the legs", "inner thighs", "new or has changed since this back trouble")
    assert "buttock" not in red_flag("saddle-numbness").asks  # a tingling buttock alone is ordinary sciatica


def test_bladder_bowel() -> None:
    is_emergency("bladder-bowel", "bladder or bowel control", "new or has changed since this back trouble began")


def test_sexual_function() -> None:
    is_emergency("sexual-function", "sexual feeling or function", "new since this back trouble began")


def test_both_legs() -> None:
    is_emergency("both-legs", "New or worsening", "numbness, tingling or weakness", "both legs together")
    is_emergency("both-legs", "new pain shooting down both legs")
    other_pain = red_flag("both-legs").asks.replace("new pain shooting down both legs", "")
    assert not re.search("pain|ache|walk", other_pain)  # both legs aching on walking is asked about elsewhere


def test_leg_weakness() -> None:
    is_emergency("leg-weakness", "severe, spreading or getting worse", "foot that has begun to drop")


def test_chest_pain() -> None:
    is_emergency("chest-pain", "Chest pain together with the back pain")


def test_accident() -> None:
    is_emergency("accident", "serious accident or a fall", "within the last 6 weeks", "nobody has examined you since")


def test_aorta() -> None:
    is_emergency("aorta", "Sudden severe back or tummy pain", "faintness", "known aneurysm")


def test_hands_and_walking() -> None:
    is_emergency("hands-and-walking", "Clumsy hands together with unsteady walking", "getting worse")


def test_calf_and_breathless() -> None:
    is_emergency("calf-and-breathless", "one calf", "breathlessness")


def test_fever_very_unwell() -> None:
    is_emergency("fever-very-unwell", "severely unwell", "immune system is weakened")


def test_fever() -> None:
    is_urgent("fever", "Fever or chills", "pain in your side", "burning when you pass water")


def test_infection_risk() -> None:
    is_urgent(
        "infection-risk",
        "New back pain",
        "needed antibiotics",
        "injection into the spine",
        "last weeks",
        "weakens your immune system",
    )


def test_cancer_history() -> None:
    is_urgent("cancer-history", "Cancer now or in the past", "new or changing")


def test_weight_loss() -> None:
    is_urgent("weight-loss", "5 in 100 of your weight", "within 6 months", "without trying")


def test_night_pain() -> None:
    is_urgent("night-pain", "no position eases", "day or night", "steadily getting worse")


def test_lump() -> None:
    is_urgent("lump", "new lump or swelling on the spine", "new change in the shape of your back")


def test_upper_back_with_signs() -> None:
    is_urgent("upper-back-with-signs", "between the shoulder blades", "constant or like a band", "thin bones")


def test_fragility() -> None:
    is_urgent("fragility", "minor fall or strain", "50 or older", "thin bones", "steroids")


def test_calf_swelling() -> None:
    is_urgent("calf-swelling", "New swelling or pain in one calf")
    assert "breathless" not in red_flag("calf-swelling").asks  # with breathlessness it is an emergency


def test_upper_back() -> None:
    is_clinician_first("upper-back", "between the shoulder blades", "nothing else on this list")


def test_first_episode_age() -> None:
    is_clinician_first("first-episode-age", "This is your first back pain ever", "under 20 or over 55")


@pytest.mark.parametrize(
    ("born", "asked"),
    [(None, True), (2006, True), (2005, True), (2004, False), (1970, False), (1969, True), (1948, True)],
)
def test_a_first_episode_is_asked_of_only_where_the_age_calls_for_it(born: int | None, asked: bool) -> None:
    found = asked_of(born, 2025)
    assert (red_flag("first-episode-age") in found) is asked
    assert set(RED_FLAGS) - set(found) <= {red_flag("first-episode-age")}


def test_inflammatory() -> None:
    is_clinician_first("inflammatory", "over 3 months", "before you were 45", "eases with movement but not with rest")


def test_one_leg_numbness() -> None:
    is_clinician_first("one-leg-numbness", "mild, steady weakness", "one leg")


def test_walking_leg_pain() -> None:
    is_clinician_first("walking-leg-pain", "when you walk", "eases when you sit or lean forward")


def test_not_better() -> None:
    is_clinician_first("not-better", "No change at all", "6 weeks")


def test_night_pain_unsure() -> None:
    is_clinician_first("night-pain-unsure", "Night pain", "not sure whether any position eases it")


def test_a_flag_nobody_knows_counts_as_an_emergency() -> None:
    assert stopped_by(person(flags=(Flag("from-a-newer-version", SINCE),)), ON) == "emergency-flags"


def test_the_most_urgent_of_several_flags_speaks() -> None:
    flags = (Flag("upper-back", SINCE), Flag("fever", SINCE), Flag("aorta", SINCE))
    assert stopped_by(person(flags=flags), ON) == "emergency-flags"
    assert stopped_by(person(flags=flags[:2]), ON) == "urgent-flags"
    assert stopped_by(person(flags=flags[:1]), ON) == "clinician-first"


@pytest.mark.parametrize("level", get_args(FlagLevel))
def test_flags_are_asked_in_order_of_urgency(level: FlagLevel) -> None:
    from backplan.rules.red_flags import RED_FLAGS

    order = ["emergency", "urgent", "clinician-first"]
    assert [rule.level for rule in RED_FLAGS] == sorted((rule.level for rule in RED_FLAGS), key=order.index)
    assert level in {rule.level for rule in RED_FLAGS}
