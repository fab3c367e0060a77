"""May this person exercise today? Both sides of each rule, through the index, with the sentence the person reads."""

from datetime import date, timedelta

import pytest

from backplan.model.person import Birth, Clearance, Flag, HealthChange, Pain, Person, Pregnancy, Surgery
from backplan.model.vocabulary import ClearedBy, HealthChangeKind
from backplan.rules import screening
from tests.support.indexes import stopped, stopped_by
from tests.support.people import ON, person


def cleared(on: date, by: ClearedBy = "doctor", *knows: str) -> Clearance:
    return Clearance(by=by, on=on, knows=knows)


def test_a_cleared_person_without_trouble_may_exercise() -> None:
    assert stopped_by(person(), ON) is None


def test_emergency_flags() -> None:
    here = Flag("saddle-numbness", date(2026, 11, 20), present=True)
    gone = Flag("saddle-numbness", date(2026, 11, 20), present=False)
    told = cleared(date(2026, 11, 20), "doctor", "saddle-numbness")
    found = stopped(person(flags=(here,), clearance=told), ON)
    assert found is not None
    assert found[0] == "emergency-flags"
    assert "go to an emergency department now" in found[1]
    assert not any(character.isdigit() for character in found[1])  # no number of a country nobody named
    assert stopped_by(person(flags=(gone,), clearance=told), ON) is None
    found = stopped(person(flags=(gone,)), ON)
    assert found is not None
    assert found[0] == "emergency-flags"
    assert "knows: saddle-numbness" in found[1]


def test_urgent_flags() -> None:
    flag = Flag("fever", date(2026, 11, 20))
    assert stopped_by(person(flags=(flag,), clearance=cleared(date(2026, 11, 20), "doctor", "fever")), ON) is None
    found = stopped(person(flags=(flag,), clearance=cleared(date(2026, 11, 19), "doctor", "fever")), ON)
    assert found is not None
    assert found[0] == "urgent-flags"
    assert "today or in the next few days" in found[1]


def test_clinician_first() -> None:
    flag = Flag("not-better", date(2026, 11, 20))
    assert stopped_by(person(flags=(flag,), clearance=cleared(date(2026, 11, 2), "doctor", "not-better")), ON) is None
    found = stopped(person(flags=(flag,)), ON)
    assert found is not None
    assert found[0] == "clinician-first"
    assert "knows: not-better" in found[1]


def test_clearance_required() -> None:
    found = stopped(person(clearance=None), ON)
    assert found is not None
    assert found[0] == "clearance-required"
    assert "see a doctor or physiotherapist first" in found[1]
    assert stopped_by(person(clearance=cleared(ON)), ON) is None


def test_clearance_future() -> None:
    assert stopped_by(person(clearance=cleared(date(2026, 11, 24))), ON) == "clearance-future"
    assert stopped_by(person(clearance=cleared(date(2026, 11, 23))), ON) is None


@pytest.mark.parametrize(
    ("day", "last", "first_without"),
    [
        (date(2025, 11, 24), date(2026, 11, 23), date(2026, 11, 24)),
        (date(2024, 2, 29), date(2025, 2, 28), date(2025, 3, 1)),
        (date(2023, 2, 28), date(2024, 2, 27), date(2024, 2, 28)),
        (date(2023, 3, 1), date(2024, 2, 29), date(2024, 3, 1)),
        (date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1)),
    ],
)
def test_clearance_expired(day: date, last: date, first_without: date) -> None:
    assert stopped_by(person(clearance=cleared(day)), last) is None
    assert stopped_by(person(clearance=cleared(day)), first_without) == "clearance-expired"


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("fall", "a fall with injury"),
        ("hospital", "a hospital stay"),
        ("diagnosis", "a new diagnosis"),
        ("heart", "new heart or breathing signs"),
        ("numbness", "new numbness or weakness"),
    ],
)
def test_clearance_ended(what: HealthChangeKind, words: str) -> None:
    found = stopped(person(changed=HealthChange(date(2026, 11, 3), what)), ON)
    assert found is not None
    assert found[0] == "clearance-ended"
    assert words in found[1]
    assert stopped_by(person(changed=HealthChange(date(2026, 11, 2), what)), ON) is None  # on the day of the clearance
    assert stopped_by(person(changed=HealthChange(date(2026, 11, 24), what)), ON) is None  # not yet


def test_an_operation_ends_a_clearance_given_before_it() -> None:
    after = Surgery("disc", date(2026, 11, 3), released=date(2026, 11, 20))
    before = Surgery("disc", date(2026, 11, 1), released=date(2026, 11, 20))
    assert stopped_by(person(surgery=after), ON) == "clearance-ended"
    assert stopped_by(person(surgery=before), ON) is None


@pytest.mark.parametrize(
    ("operated", "released", "by"),
    [
        (date(2026, 8, 1), None, "surgery-released"),
        (date(2026, 8, 1), date(2026, 11, 23), None),
        (date(2026, 8, 1), date(2026, 11, 24), "surgery-released"),
        (date(2025, 11, 24), None, "surgery-released"),  # the last day within 12 months
        (date(2025, 11, 23), None, None),
    ],
)
def test_surgery_released(operated: date, released: date | None, by: str | None) -> None:
    assert stopped_by(person(surgery=Surgery("fusion", operated, released)), ON) == by


def test_a_release_from_before_the_operation_is_no_release() -> None:
    released_too_early = Surgery("fusion", date(2026, 8, 1), released=date(2026, 7, 31))
    assert stopped_by(person(surgery=released_too_early), ON) == "surgery-released"


@pytest.mark.parametrize(
    ("by", "on", "stop"),
    [
        ("midwife", date(2026, 7, 3), None),  # 20 weeks before 20 November
        ("doctor", date(2026, 7, 3), None),
        ("doctor", date(2026, 7, 2), "pregnancy-cleared"),
        ("physiotherapist", date(2026, 11, 2), "pregnancy-cleared"),
        ("surgeon", date(2026, 11, 2), "pregnancy-cleared"),
    ],
)
def test_pregnancy_cleared(by: ClearedBy, on: date, stop: str | None) -> None:
    who = person(pregnancy=Pregnancy(20, date(2026, 11, 20)), clearance=cleared(on, by))
    assert stopped_by(who, ON) == stop


@pytest.mark.parametrize(
    ("cleared_on", "stop"),
    [(date(2026, 11, 9), "birth-cleared"), (date(2026, 11, 10), "birth-cleared"), (date(2026, 11, 11), None)],
)
@pytest.mark.parametrize("by", ["doctor", "midwife", "physiotherapist", "surgeon"])
def test_birth_cleared(by: ClearedBy, cleared_on: date, stop: str | None) -> None:
    born = Birth(date(2026, 11, 10), "vaginal")
    assert stopped_by(person(birth=born, clearance=cleared(cleared_on, by)), ON) == stop
    assert stopped_by(person(birth=born, clearance=cleared(cleared_on, by)), date(2026, 11, 9)) != "birth-cleared"


def test_pregnancy_over() -> None:
    who = person(pregnancy=Pregnancy(40, date(2026, 11, 2)))
    assert stopped_by(who, date(2026, 11, 22)) is None  # the last day of week 42
    assert stopped_by(who, date(2026, 11, 23)) == "pregnancy-over"


def test_pain_controlled() -> None:
    def pain(controlled: bool) -> Pain:
        return Pain(3, 3, controlled, since=date(2026, 3, 1), leg="none", on=date(2026, 11, 2))

    assert stopped_by(person(pain=pain(controlled=True)), ON) is None
    found = stopped(person(pain=pain(controlled=False)), ON)
    assert found is not None
    assert found[0] == "pain-controlled"
    assert "ask your doctor about pain control" in found[1]


def test_a_stop_says_how_it_lifts_in_one_command() -> None:
    people = [
        person(flags=(Flag("aorta", ON, present=False),)),
        person(flags=(Flag("fever", ON),)),
        person(flags=(Flag("upper-back", ON),)),
        person(clearance=None),
        person(clearance=cleared(date(2026, 12, 1))),
        person(clearance=cleared(date(2025, 1, 1))),
        person(changed=HealthChange(ON, "fall")),
        person(surgery=Surgery("disc", date(2026, 8, 1))),
        person(pregnancy=Pregnancy(20, ON), clearance=cleared(date(2026, 1, 1))),
        person(pregnancy=Pregnancy(43, ON)),
        person(birth=Birth(ON, "caesarean")),
        person(pain=Pain(3, 3, controlled=False, since=date(2026, 3, 1), leg="none", on=ON)),
    ]
    found = [stopped(who, ON) for who in people]
    assert {rule and rule[0] for rule in found} == {rule.id for rule in screening.SCREENING}
    assert [rule[0] for rule in found if rule and "`backplan init --only " not in rule[1]] == []


@pytest.mark.parametrize("day", [date.min, date(9999, 12, 31)])
def test_every_rule_answers_for_dates_at_the_ends_of_the_calendar(day: date) -> None:
    people: list[Person] = [
        person(clearance=cleared(day)),
        person(surgery=Surgery("disc", day)),
        person(pregnancy=Pregnancy(40, day)),
        person(birth=Birth(day, "vaginal")),
        person(changed=HealthChange(day, "fall")),
        person(flags=(Flag("fever", day),)),
    ]
    crashed = []
    for number, who in enumerate(people):
        for rule in screening.SCREENING:
            try:
                rule.check(who, ON)
            except (ValueError, OverflowError) as error:
                crashed.append((number, rule.id, str(error)))
    assert crashed == []


def test_a_clearance_day_by_day_is_valid_for_exactly_a_year() -> None:
    who = person(clearance=cleared(date(2026, 11, 2)))
    days = [date(2026, 10, 1) + timedelta(days=number) for number in range(500)]
    valid = [day for day in days if stopped_by(who, day) is None]
    assert (valid[0], valid[-1], len(valid)) == (date(2026, 11, 2), date(2027, 11, 1), 365)
