"""May this person exercise today? Both sides of each rule, through the index, with the sentence the person reads."""

from datetime import date, timedelta
from itertools import product

import pytest

from backplan.model.person import Birth, Clearance, Flag, HealthChange, Pain, Person, Pregnancy, Surgery
from backplan.model.vocabulary import CONDITION_MEANS, LEGS, MULTIPLE, MUST_BE_KNOWN, ClearedBy, HealthChangeKind, Leg
from backplan.rules import screening
from backplan.rules.screening import legs
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
    assert "`backplan init --only red-flags,clearance`" in found[1]  # its way out, once there was time to be seen
    today = stopped(person(flags=(here,)), here.since)
    assert today is not None
    assert "backplan" not in today[1]  # on its own day there is only one thing to do
    assert stopped_by(person(flags=(gone,), clearance=told), ON) is None
    found = stopped(person(flags=(gone,)), ON)
    assert found is not None
    assert found[0] == "emergency-flags"
    assert "numbness between the legs" in found[1]


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
    assert "no change at all after 6 weeks of care" in found[1]
    assert "at once" not in found[1]
    numb = stopped(person(flags=(Flag("one-leg-numbness", date(2026, 11, 20)),)), ON)
    assert numb is not None
    assert "Get help at once, if your leg gets weak" in numb[1]


def test_heart_signs() -> None:
    here, gone = (Flag("tight-chest", date(2026, 11, 20), there) for there in (True, False))
    assert stopped_by(person(heart=(here,), clearance=cleared(date(2026, 11, 2), "doctor", "tight-chest")), ON) is None
    found = stopped(person(heart=(here,), clearance=cleared(ON)), ON)
    assert found is not None
    assert found[0] == "heart-signs"
    assert "local emergency number" in found[1]
    assert "chest pain or tightness on effort" in found[1]
    told = cleared(date(2026, 11, 20), "doctor", "tight-chest")
    assert stopped_by(person(heart=(gone,), clearance=told), ON) is None
    found = stopped(person(heart=(gone,), clearance=cleared(date(2026, 11, 20))), ON)
    assert found is not None
    assert found[0] == "heart-signs"
    assert "have it looked at all the same" in found[1]


def test_adults() -> None:
    assert stopped_by(person(born=ON.year - 18), ON) is None
    assert stopped_by(person(born=None), ON) is None
    found = stopped(person(born=ON.year - 17), ON)
    assert found is not None
    assert found[0] == "adults"
    assert "a physiotherapist who treats children and teenagers" in found[1]
    assert "`backplan init --only born`" in found[1]


def test_heart_known() -> None:
    here, gone = (Flag("diabetes", date(2026, 11, 20), there) for there in (True, False))
    assert stopped_by(person(heart=(here,), clearance=cleared(date(2026, 11, 2), "doctor", "diabetes")), ON) is None
    assert stopped_by(person(heart=(gone,)), ON) is None
    found = stopped(person(heart=(here,), clearance=cleared(ON)), ON)
    assert found is not None
    assert found[0] == "heart-known"
    assert "exercise with diabetes" in found[1]


def test_must_be_known() -> None:
    for what in MUST_BE_KNOWN:
        found = stopped(person(conditions=(what,)), ON)
        assert found is not None
        assert found[0] == "must-be-known"
        assert CONDITION_MEANS[what] in found[1]
        assert stopped_by(person(conditions=(what,), clearance=cleared(ON, "surgeon", what)), ON) is None
    both = ("hip-replacement", "knee-replacement")
    assert stopped_by(person(conditions=both, clearance=cleared(ON, "doctor", "hip-replacement")), ON) is not None
    assert stopped_by(person(conditions=("vertebral-fracture-healed", "scoliosis")), ON) is None


@pytest.mark.parametrize(
    ("babies", "weeks", "knows", "stops"),
    [
        (1, 20, False, False),
        (2, 20, False, True),
        (2, 20, True, False),
        (2, 27, True, False),
        (2, 28, True, True),  # the clearance is of the week before
        (3, 10, False, True),
        (3, 10, True, False),
    ],
)
def test_multiple_known(babies: int, weeks: int, knows: bool, stops: bool) -> None:
    clearance = cleared(ON - timedelta(weeks=1), "midwife", *((MULTIPLE,) if knows else ()))
    who = person(pregnancy=Pregnancy(weeks, ON, babies), clearance=clearance)
    assert stopped_by(who, ON) == ("multiple-known" if stops else None)
    since = person(pregnancy=Pregnancy(weeks, ON, babies), clearance=cleared(ON, "doctor", MULTIPLE))
    assert stopped_by(since, ON) is None


FIRST = date(2026, 11, 2)


def with_legs(*words: tuple[int, Leg], clearance: Clearance | None = None) -> Person:
    """Somebody with words on the leg, by the number of days since the first."""
    legs = tuple((FIRST + timedelta(days=day), leg) for day, leg in words)
    pain = Pain(3, 3, controlled=True, since=date(2026, 3, 1), leg=words[0][1], on=FIRST)
    return person(pain=pain, legs=legs, clearance=clearance or cleared(FIRST))


@pytest.mark.parametrize(
    ("words", "stops_from"),
    [
        # Two steps within 14 days, further than is known of; what was said last is how it is.
        ([(0, "none"), (5, "thigh")], 5),
        ([(0, "none"), (5, "buttock")], None),
        ([(0, "buttock"), (6, "thigh"), (20, "calf")], 20),
        ([(0, "buttock"), (6, "thigh"), (21, "calf"), (27, "thigh")], None),  # the buttock was left 15 days ago
        ([(0, "buttock"), (60, "calf")], 60),
        ([(0, "foot"), (30, "none"), (35, "foot")], None),
        ([(0, "calf"), (30, "none"), (35, "foot")], 35),
        ([(0, "none"), (5, "thigh"), (6, "none")], 5),  # better again, and still nobody knows of it
        # New below the knee for 7 days.
        ([(0, "thigh"), (20, "calf")], 27),
        ([(0, "thigh"), (20, "calf"), (26, "thigh")], None),
        ([(0, "thigh"), (20, "calf"), (27, "thigh")], 27),
        ([(0, "thigh"), (20, "calf"), (24, "calf")], 27),
        ([(0, "calf"), (20, "foot")], None),
        ([(0, "foot")], None),
    ],
)
def test_leg_further_down(words: list[tuple[int, Leg]], stops_from: int | None) -> None:
    them = with_legs(*words)
    rules = [stopped_by(them, FIRST + timedelta(days=day)) for day in range(90)]
    first = 90 if stops_from is None else stops_from
    assert rules == [None] * first + ["leg-further-down"] * (90 - first)


@pytest.mark.parametrize("words", [[(0, "none"), (5, "thigh")], [(0, "thigh"), (5, "calf")]])
def test_the_stop_for_a_leg_lifts_with_a_clearance_that_knows_of_it_from_its_day_on(
    words: list[tuple[int, Leg]],
) -> None:
    def on_day(day: int, *knows: str) -> str | None:
        given = cleared(FIRST + timedelta(days=day), "doctor", *knows)
        return stopped_by(with_legs(*words, clearance=given), FIRST + timedelta(days=20))

    assert on_day(5, "leg-further-down") == "leg-further-down", "of its own day, what was told later is not known"
    assert on_day(6, "leg-further-down") is None
    assert on_day(20) == "leg-further-down", "a clearance that does not know of it"
    found = stopped(with_legs(*words), FIRST + timedelta(days=20))
    assert found is not None
    assert "at once, if your leg gets weak" in found[1]
    assert "init --only clearance" in found[1]


def test_a_stop_for_a_leg_does_not_ask_for_the_agreement_that_is_there_but_for_what_it_lacks() -> None:
    def sentence(day: int, *knows: str) -> str:
        them = with_legs((0, "none"), (5, "thigh"), clearance=cleared(FIRST + timedelta(days=day), "doctor", *knows))
        found = stopped(them, FIRST + timedelta(days=20))
        assert found is not None
        return found[1]

    assert "init --only clearance" in sentence(4), "of before the pain went down"
    assert "init --only clearance" in sentence(5), "of its own day nobody can tell which was first"
    lacking = sentence(6)
    assert "init --knows leg-further-down" in lacking
    assert "--only clearance" not in lacking
    assert "at once, if your leg gets weak" in lacking


def test_what_a_clinician_knows_of_a_leg_is_not_all_that_comes_after() -> None:
    given = cleared(FIRST + timedelta(days=6), "doctor", "leg-further-down")
    again = with_legs((0, "none"), (5, "thigh"), (8, "none"), (10, "thigh"), (12, "calf"), clearance=given)
    assert stopped_by(again, FIRST + timedelta(days=11)) is None
    assert stopped_by(again, FIRST + timedelta(days=12)) == "leg-further-down"


@pytest.mark.parametrize(("leg", "stops"), [("none", True), ("buttock", True), ("thigh", False), ("calf", False)])
def test_of_the_day_of_a_clearance_only_what_was_told_before_it_is_known(leg: Leg, stops: bool) -> None:
    on = FIRST + timedelta(days=5)
    given = cleared(on, "doctor", "leg-further-down")._replace(leg=leg)
    assert (stopped_by(with_legs((0, "none"), (5, "thigh"), clearance=given), on) is not None) == stops


def test_the_start_of_a_leg_is_no_further_down_than_a_clinician_knows_of() -> None:
    on = FIRST + timedelta(days=40)
    crept = with_legs((0, "buttock"), (30, "thigh"))
    assert legs.start(crept, on) == LEGS.index("buttock")
    answered = crept._replace(pain=crept.pain._replace(leg="thigh", on=FIRST + timedelta(days=30)))
    assert legs.start(answered, on) == LEGS.index("buttock"), "the same answer given anew is no new start"
    better = with_legs((0, "thigh"), (30, "none"))
    better = better._replace(pain=better.pain._replace(leg="none", on=FIRST + timedelta(days=30)))
    assert legs.start(better, on) == LEGS.index("none")
    told = cleared(FIRST + timedelta(days=31), "doctor", "leg-further-down")
    assert legs.start(crept._replace(clearance=told), on) == LEGS.index("buttock"), "a clearance lifts a stop alone"
    assert legs.start(answered._replace(clearance=told), on) == LEGS.index("thigh")


def test_a_leg_further_down_is_never_looked_at_less() -> None:
    for first, last in product(LEGS, LEGS):
        for deeper in LEGS[LEGS.index(last) :]:
            for day in (5, 12):
                here, further = (
                    stopped_by(with_legs((0, first), (5, leg)), FIRST + timedelta(days=day)) for leg in (last, deeper)
                )
                assert here is None or further == here


@pytest.mark.parametrize(
    ("by", "stops"), [("doctor", False), ("surgeon", False), ("physiotherapist", False), ("midwife", True)]
)
def test_a_midwife_alone_does_not_answer_for_a_leg(by: ClearedBy, stops: bool) -> None:
    born = Birth(FIRST - timedelta(days=100), "vaginal")
    on = FIRST + timedelta(days=20)

    def given(*knows: str) -> Clearance:
        return cleared(FIRST + timedelta(days=6), by, *knows)

    moved = with_legs((0, "none"), (5, "thigh"), clearance=given("leg-further-down"))._replace(birth=born)
    numb = person(flags=(Flag("one-leg-numbness", FIRST),), clearance=given("one-leg-numbness"), birth=born)
    changed = person(changed=HealthChange(FIRST, "numbness"), clearance=given(), birth=born)
    for them, rule in ((moved, "leg-further-down"), (numb, "clinician-first"), (changed, "clearance-ended")):
        assert stopped_by(them, on) == (rule if stops else None)
        if stops:
            assert "a doctor or physiotherapist has to know" in str(stopped(them, on))
            expecting = them._replace(birth=None, pregnancy=Pregnancy(20, FIRST))
            assert "holds for the pregnancy, too" in str(stopped(expecting, on))
    other = person(changed=HealthChange(FIRST, "hospital"), clearance=given(), birth=born)
    assert stopped_by(other, on) is None, "of anything else a midwife's word is enough"


@pytest.mark.parametrize(
    ("words", "late"),
    [
        ([(0, "thigh"), (20, "calf"), (26, "calf"), (27, "thigh")], (24, "thigh")),  # a week below the knee
        ([(0, "none"), (30, "thigh")], (15, "buttock")),  # two steps down
    ],
)
def test_a_word_on_the_leg_told_late_ends_nothing_and_what_is_told_in_turn_does(
    words: list[tuple[int, Leg]], late: tuple[int, Leg]
) -> None:
    on = FIRST + timedelta(days=40)
    them, between = with_legs(*words), with_legs(*sorted([*words, late]))
    assert stopped_by(them, on) == "leg-further-down"
    assert stopped_by(between, on) is None, "told in turn, it ends what it ends"
    assert stopped_by(between._replace(legs_in_turn=them.legs), on) == "leg-further-down"


def test_a_word_on_the_leg_told_late_stops_all_the_same_and_no_clinician_knew_of_it() -> None:
    on = FIRST + timedelta(days=40)
    mild = with_legs((0, "none"), (30, "none"))
    assert stopped_by(mild, on) is None
    worse = with_legs((0, "none"), (20, "foot"), (30, "none"))._replace(legs_in_turn=mild.legs)
    assert stopped_by(worse, on) == "leg-further-down"
    given = cleared(FIRST + timedelta(days=25), "doctor", "leg-further-down")
    before = with_legs((0, "none"), (20, "thigh"), (30, "foot"), clearance=given)
    assert stopped_by(before, on) == "leg-further-down"
    as_if_known = with_legs((0, "none"), (20, "thigh"), (24, "foot"), (30, "foot"), clearance=given)
    assert stopped_by(as_if_known, on) is None
    assert stopped_by(as_if_known._replace(legs_in_turn=before.legs), on) == "leg-further-down"


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
    assert stopped_by(person(changed=HealthChange(date(2026, 11, 1), what)), ON) is None  # the day before
    assert stopped_by(person(changed=HealthChange(date(2026, 11, 24), what)), ON) is None  # not yet


def test_a_change_on_the_day_of_the_clearance_stops_until_it_is_said_that_who_agreed_knew_of_it() -> None:
    that_day = HealthChange(date(2026, 11, 2), "numbness")
    stop = stopped(person(changed=that_day), ON)
    assert stop is not None
    assert (stop[0], "the day of your clearance" in stop[1]) == ("clearance-ended", True)
    assert "`backplan init --knows numbness`" in stop[1]
    knowing = Clearance("doctor", date(2026, 11, 2), ("numbness",))
    assert stopped_by(person(changed=that_day, clearance=knowing), ON) is None
    assert stopped_by(person(changed=that_day, clearance=knowing._replace(knows=("fall",))), ON) == "clearance-ended"
    later = HealthChange(date(2026, 11, 3), "numbness")
    assert stopped_by(person(changed=later, clearance=knowing), ON) == "clearance-ended"  # nobody knew of it then


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
        person(heart=(Flag("blackout", ON),)),
        person(heart=(Flag("lung-disease", ON),)),
        person(born=2015),
        person(clearance=None),
        person(clearance=cleared(date(2026, 12, 1))),
        person(clearance=cleared(date(2025, 1, 1))),
        person(changed=HealthChange(ON, "fall")),
        person(conditions=("hip-replacement",)),
        person(surgery=Surgery("disc", date(2026, 8, 1))),
        person(pregnancy=Pregnancy(20, ON), clearance=cleared(date(2026, 1, 1))),
        person(pregnancy=Pregnancy(43, ON)),
        person(pregnancy=Pregnancy(20, ON, 2)),
        person(birth=Birth(ON, "caesarean")),
        person(pain=Pain(3, 3, controlled=False, since=date(2026, 3, 1), leg="none", on=ON)),
        with_legs((0, "none"), (1, "thigh")),
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
