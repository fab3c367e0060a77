"""Heart, lungs and diabetes: what each asks, what it stops, and what lifts it."""

from datetime import date

from backplan.model.person import Clearance, Flag
from backplan.model.vocabulary import ClearedBy
from backplan.rules.heart import HEART
from backplan.rules.kinds import HeartRule
from tests.support.indexes import rules_of, stopped_by
from tests.support.people import ON, person

SINCE = date(2026, 11, 10)
BEFORE = date(2026, 11, 9)


def heart_rule(rule_id: str) -> HeartRule:
    found = [rule for rule in rules_of("HEART") if rule.id == rule_id]
    assert found, f"no rule {rule_id} in the index"
    assert isinstance(found[0], HeartRule)
    return found[0]


def stop_with(key: str, cleared: date, *, told: bool, present: bool = True, by: ClearedBy = "doctor") -> str | None:
    clearance = Clearance(by=by, on=cleared, knows=(key,) if told else ())
    return stopped_by(person(heart=(Flag(key, SINCE, present),), clearance=clearance), ON)


def is_sign(key: str, *words: str) -> None:
    """Stops until a doctor's clearance knows of it, once gone, too: one of any day that does not know is none."""
    rule = heart_rule(key)
    assert rule.kind == "sign"
    assert [word for word in words if word not in rule.asks] == []
    assert stop_with(key, BEFORE, told=True) is None
    assert stop_with(key, SINCE, told=False) == "heart-signs"
    assert stop_with(key, BEFORE, told=False, present=False) == "heart-signs"
    assert stop_with(key, SINCE, told=False, present=False) == "heart-signs"
    assert stop_with(key, BEFORE, told=True, present=False) is None
    assert stop_with(key, BEFORE, told=True, by="surgeon") is None
    assert stop_with(key, SINCE, told=True, by="physiotherapist") == "heart-signs"


def is_disease(key: str, *words: str) -> None:
    """Stops until the clearance knows of it; answered no, it stops nobody."""
    rule = heart_rule(key)
    assert rule.kind == "disease"
    assert [word for word in words if word not in rule.asks] == []
    assert stop_with(key, BEFORE, told=True) is None
    assert stop_with(key, SINCE, told=False) == "heart-known"
    assert stop_with(key, BEFORE, told=False, present=False) is None


def test_tight_chest() -> None:
    is_sign("tight-chest", "when you exert yourself", "tightness", "jaw")


def test_breathless() -> None:
    is_sign("breathless", "at rest", "mild effort")


def test_blackout() -> None:
    is_sign("blackout", "fainting", "12 months")


def test_racing_heart() -> None:
    is_sign("racing-heart", "irregular", "without a reason")


def test_heart_disease() -> None:
    is_disease("heart-disease", "heart attack", "stroke")


def test_lung_disease() -> None:
    is_disease("lung-disease", "asthma")


def test_diabetes() -> None:
    is_disease("diabetes", "treated")


def test_the_signs_are_asked_before_the_diseases_and_share_no_id_with_a_red_flag() -> None:
    assert [rule.kind for rule in HEART] == ["sign"] * 4 + ["disease"] * 3
    assert {rule.id for rule in HEART}.isdisjoint(rule.id for rule in rules_of("RED_FLAGS"))


def test_what_nobody_knows_any_more_stops_as_a_sign_does() -> None:
    assert stop_with("of-another-version", SINCE, told=False) == "heart-signs"
    assert stop_with("of-another-version", BEFORE, told=True) is None


def test_who_was_never_asked_is_not_stopped() -> None:
    assert stopped_by(person(heart=None), ON) is None
    assert stopped_by(person(heart=()), ON) is None
