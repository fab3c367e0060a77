"""How values are kept as JSON: by the types of their fields, the person as ever since the first release."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal
from typing import NamedTuple as TypingNamedTuple

import pytest

from backplan.model.person import Birth, Clearance, Flag, HealthChange, Person, Pregnancy, Surgery
from backplan.model.stored import LATER, NEVER, Bounds, Stored
from backplan.named_tuple import NamedTuple
from backplan.store.codec import DocumentCodec, codec_of
from backplan.store.documents import OF_PERSON, PERSON
from backplan.store.door import faults
from tests.support.people import ON, person
from tests.support.random_people import numbered, random_person

TOLD = person(heart=(Flag("diabetes", ON), Flag("blackout", ON, present=False)), born=1948)
WHOLE = TOLD._replace(
    flags=(Flag("fever", ON),),
    clearance=Clearance("surgeon", ON, ("fever",), "calf"),
    conditions=("scoliosis",),
    surgery=Surgery("disc", ON),
    pregnancy=Pregnancy(20, ON, babies=2),
    changed=HealthChange(ON, "fall"),
    equipment=("band",),
    places={"gym": ("machine", "bench")},
    pool_days=("mon",),
    likes=("yoga",),
    functions=("put on my socks",),
    screened=ON,
    tolerance={"walk": 10},
    strokes=("backstroke",),
    birth=Birth(ON, "vaginal"),
)
KEPT = (
    '{"flags": [["fever", "2026-11-23", true]], "clearance": ["surgeon", "2026-11-23", ["fever"], "calf"], '
    '"pain": [3, 3, true, "2026-03-01", "none", "2026-11-02"], "conditions": ["scoliosis"], '
    '"surgery": ["disc", "2026-11-23", null], "pregnancy": [20, "2026-11-23", 2], '
    '"changed": ["2026-11-23", "fall"], '
    '"heart": [["diabetes", "2026-11-23", true], ["blackout", "2026-11-23", false]], "born": 1948, '
    '"equipment": ["band"], "places": {"gym": ["machine", "bench"]}, '
    '"minutes": {"mon": 30, "wed": 30, "fri": 30, "sat": 30}, "pool_days": ["mon"], "aerobic_minutes": 15, '
    '"swim": true, "floor": true, "level": "basic", "likes": ["yoga"], "dislikes": [], '
    '"functions": ["put on my socks"], "screened": "2026-11-23", "unfinished": false, "tolerance": {"walk": 10}, '
    '"strokes": ["backstroke"], "birth": ["2026-11-23", "vaginal"]}'
)
FIRST = {  # the keys of the first release
    "flags", "clearance", "pain", "conditions", "surgery", "pregnancy", "changed", "equipment", "places", "minutes",
    "pool_days", "aerobic_minutes", "swim", "floor", "level", "likes", "dislikes", "screened", "unfinished",
}  # fmt: skip


# -- the person -----------------------------------------------------------------------------------------------------


def test_a_person_is_kept_in_these_very_words() -> None:
    assert json.dumps(OF_PERSON.write(WHOLE)) == KEPT


def test_what_was_not_said_of_a_person_is_kept_as_nothing_and_one_baby_goes_without_saying() -> None:
    document = OF_PERSON.write(person(pregnancy=Pregnancy(20, ON)))
    assert document["pregnancy"] == [20, "2026-11-23"]
    assert document["clearance"] == ["doctor", "2026-11-02", [], None]
    assert (document["heart"], document["born"], document["birth"]) == (None, None, None)
    assert (document["places"], document["tolerance"]) == ({}, {})


def test_a_person_is_read_back_as_they_were_written() -> None:
    drawn = [random_person(numbered(4711, number)) for number in range(200)]
    for who in (person(), person(heart=()), person(age_asked=False), TOLD, WHOLE, *drawn):
        document = json.loads(json.dumps(OF_PERSON.write(who)))
        assert OF_PERSON.read(document) == who
        assert not faults(document, PERSON)


def test_the_words_on_the_leg_are_no_part_of_the_answers() -> None:
    assert OF_PERSON.write(person(legs=((ON, "calf"),), legs_in_turn=((ON, "foot"),))) == OF_PERSON.write(person())


def test_a_record_from_before_heart_and_age_were_asked_still_opens_and_keeps_the_rest() -> None:
    document = OF_PERSON.write(TOLD)
    del document["heart"], document["born"]
    found = OF_PERSON.read(document)
    assert OF_PERSON.write(found) == document | {"heart": None}
    assert (found.heart, found.born, found.age_asked) == (None, None, False)
    assert not OF_PERSON.read(OF_PERSON.write(found)).age_asked
    assert OF_PERSON.read(OF_PERSON.write(person())).age_asked


def test_a_record_of_the_first_release_that_has_nothing_of_what_was_asked_later_is_whole() -> None:
    document = {key: value for key, value in json.loads(KEPT).items() if key in FIRST}
    document["clearance"] = document["clearance"][:3]
    assert not faults(document, PERSON)
    clearance = Clearance("surgeon", ON, ("fever",))
    unasked: dict[str, Any] = {key: Person._field_defaults[key] for key in json.loads(KEPT).keys() - FIRST}
    assert OF_PERSON.read(document) == WHOLE._replace(**unasked, age_asked=False, clearance=clearance)


@pytest.mark.parametrize("key", ["flags", "clearance", "changed", "conditions"])
def test_what_may_stop_somebody_is_never_read_as_not_there(key: str) -> None:
    document = {each: value for each, value in json.loads(KEPT).items() if each != key}
    assert faults(document, PERSON) == [((key,), "there, and it is missing")]
    with pytest.raises(KeyError):
        OF_PERSON.read(document)


# -- any other ------------------------------------------------------------------------------------------------------


class Small(NamedTuple):
    on: date
    score: Annotated[int, Bounds(0, 10)]
    more: Annotated[int, Stored(beyond_default=True)] = 1


class Likewise(TypingNamedTuple):  # as every named tuple is from Python 3.14 on
    on: date
    score: Annotated[int, Bounds(0, 10)]
    more: Annotated[int, Stored(beyond_default=True)] = 1


@pytest.mark.parametrize("kind", [Small, Likewise])
def test_a_named_tuple_is_a_list_of_its_fields_less_what_goes_without_saying(kind: Any) -> None:
    shape, write, read = codec_of(kind)
    assert write(kind(ON, 3)) == ["2026-11-23", 3]
    assert write(kind(ON, 3, 2)) == ["2026-11-23", 3, 2]
    assert read(["2026-11-23", 3]) == kind(ON, 3)
    assert not faults(["2026-11-23", 3], shape)
    assert faults(["2026-11-23", 11], shape) == [((1,), "a whole number from 0 to 10")]
    assert faults(["2026-11-23"], shape) == [((), "a list of 3 values")]


class Several(NamedTuple):
    last: Annotated[Literal["a", "b"], Stored(after="days")]
    days: tuple[date, ...]
    by_word: Mapping[Literal["x", "y"], tuple[Small, ...]] | None = None
    name: Annotated[Annotated[str, Bounds(1)] | None, LATER] = None
    stairs: Annotated[bool, Stored(beyond_default=True)] = False
    asked: Annotated[bool, Stored(whether="name")] = True
    beside: Annotated[object, NEVER] = None


SEVERAL = DocumentCodec(Several)


@pytest.mark.parametrize(
    ("value", "document"),
    [
        (Several("a", ()), {"days": [], "last": "a", "by_word": {}, "name": None}),
        (Several("b", (ON,), name="N", stairs=True),
         {"days": ["2026-11-23"], "last": "b", "by_word": {}, "name": "N", "stairs": True}),
        (Several("b", (), {"x": (Small(ON, 1, 2),)}, asked=False),
         {"days": [], "last": "b", "by_word": {"x": [["2026-11-23", 1, 2]]}}),
    ],
)  # fmt: skip
def test_a_document_has_a_key_a_field_but_for_what_is_said_beside_it(value: Several, document: dict[str, Any]) -> None:
    assert json.dumps(SEVERAL.write(value)) == json.dumps(document)
    assert SEVERAL.read(document) == value
    assert not faults(document, SEVERAL.shape)


def test_what_a_document_must_hold_and_how_is_known_by_the_types() -> None:
    found = faults({"days": ["1"], "last": "c", "by_word": {"z": []}, "name": "", "beside": 1}, SEVERAL.shape)
    assert found == [
        (("days", 0), "a date like 2026-11-23"),
        (("last",), "a, b"),
        (("by_word", "z"), "x, y"),
        (("name",), "a text"),
        (("beside",), "left out: there is no such key"),
    ]
    missing = [((key,), "there, and it is missing") for key in ("days", "last", "by_word")]
    assert faults({}, SEVERAL.shape) == missing


@pytest.mark.parametrize(
    "kind",
    [bytes, int | str, int | str | None, tuple[int, str], Mapping[str, bytes], Annotated[bool, Bounds(0, 1)], Several],
)
def test_a_type_of_which_no_json_is_known_is_refused(kind: Any) -> None:
    with pytest.raises(TypeError):
        codec_of(kind)
