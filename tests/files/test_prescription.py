"""A prescription as a value, in the store, in its file and in the plan's choice and dose."""

import json
import sqlite3
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import Any, get_args

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from backplan.errors import FileError, StoreError
from backplan.files import prescription_form, yaml
from backplan.files.prescription import check, document_of, text_of
from backplan.model.diary import LogEntry
from backplan.model.prescription import Prescribed, Prescription, in_force
from backplan.model.vocabulary import WEEKDAYS, ClearedBy, Modality, Mode
from backplan.model.week import GivenDose
from backplan.planner.choice import dose, prescribed
from backplan.planner.choice.programme import choose
from backplan.planner.choice.select import select
from backplan.planner.growth.climb import selection_for
from backplan.planner.request import Request
from backplan.render.prescription import differences
from backplan.store.store import opened
from tests.support.cli import started
from tests.support.damage import checked_anew, of_version_1
from tests.support.people import ON, case, exercise, person, prescribing, tagged
from tests.support.planned import exercises
from tests.support.strategies import by_id

ROOT = Path(__file__).parents[2]
DAY = timedelta(days=1)
PLACES = yaml.parse(b"a: b", "my.yaml")[1]
COUNTED = sorted(key for key, each in by_id().items() if each.dose.minutes is None)
TIMED = sorted(key for key, each in by_id().items() if each.dose.minutes is not None)

days = st.dates(date(2020, 1, 1), ON)
printable = st.characters(exclude_categories=["C", "Z"], include_characters=" ")
words = st.text(printable, min_size=1, max_size=240).map(str.strip).filter(bool)
signed = st.fixed_dictionaries({"by": st.sampled_from(get_args(ClearedBy)), "on": days, "why": st.none() | words})


def maybe(**parts: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Any of these keys of an exercise to give, each as it may be written."""
    return st.fixed_dictionaries({}, optional=parts)


def grow(unit: str, least: int, most: int) -> st.SearchStrategy[str]:
    """A step of a unit, to no end or to one that lies above all that a dose here begins with."""
    step = st.builds("{} {} every {} days".format, st.integers(1, 5), st.just(unit), st.integers(1, 14))
    return step | st.builds("{}, up to {}".format, step, st.integers(least, most))


repetitions = st.integers(1, 12) | st.builds("{}-{}".format, st.integers(1, 5), st.integers(6, 12))
steps = grow("repetitions", 13, 20) | grow("sets", 4, 6) | grow("seconds", 61, 90)
of_each_set = st.fixed_dictionaries({"reps": st.lists(st.integers(1, 9), min_size=2, max_size=3)})
of_all_sets = maybe(sets=st.integers(1, 3), reps=repetitions, grow=steps)
beside = maybe(
    times_a_day=st.integers(1, 8), effort=st.integers(0, 10), circuit=words.map(lambda text: text[:20].strip()),
    until=st.dates(ON, date(2100, 1, 1)) | st.sampled_from(["pain-free", "no", "you can climb: stairs"]),
)  # fmt: skip
on_days: st.SearchStrategy[dict[str, Any]] = st.just({}) | st.fixed_dictionaries(
    {"days": st.lists(st.sampled_from(WEEKDAYS), min_size=1) | st.just("every other day")}
) | st.fixed_dictionaries({"per_week": st.integers(1, 7) | st.sampled_from(["2-3", "5-7"])})  # fmt: skip
counted = st.builds(
    lambda *parts: {key: value for part in parts for key, value in part.items()},
    st.fixed_dictionaries({"exercise": st.sampled_from(COUNTED)}),
    of_each_set | of_all_sets,
    maybe(
        hold=st.integers(0, 20), side=st.sampled_from(["left", "right"]), rest=st.integers(0, 90),
        tempo=st.sampled_from(["3-1-3", "2-2", "0-0-1-0"]), load=st.sampled_from(["5 kg", "2,5 lb", "red band", "no"]),
    ),
)  # fmt: skip
timed = st.builds(
    lambda key, part: {"exercise": key, **part},
    st.sampled_from(TIMED),
    maybe(minutes=st.integers(1, 60), grow=grow("minutes", 61, 120)),
)


@st.composite
def adds(draw: st.DrawFn, *, growing: bool = False) -> Prescribed:
    """An exercise to give, of all that a prescription can say of one, as its file makes it; growing: by a step."""
    who = {key: value for key, value in draw(signed).items() if value is not None}
    entry = draw(counted | timed) | draw(beside) | draw(on_days) | who
    if not by_id()[entry["exercise"]].dose.per_side:
        entry.pop("side", None)
    if growing:
        if isinstance(entry.get("reps"), list):
            del entry["reps"]
        entry |= {"grow": draw(grow("minutes", 61, 120) if entry["exercise"] in TIMED else steps)}
    if "seconds" in entry.get("grow", "") and not entry.get("hold", by_id()[entry["exercise"]].dose.hold):
        entry |= {"hold": 5}
    document = {"prescription": {"on": ON}, "add": [entry]}
    try:
        ((found,), _) = check(json.loads(json.dumps(document, default=str)), PLACES, ON, exercises())
    except FileError:
        reject()
    return found


def item(kind: str, *parts: dict[str, Any]) -> Prescribed:
    return Prescribed.of(
        json.loads(json.dumps({"kind": kind} | {k: v for p in parts for k, v in p.items()}, default=str))
    )


avoids = st.builds(
    lambda s, what: item("avoid", s, what),
    signed,
    st.builds(lambda key: {"exercise": key}, st.sampled_from(COUNTED + TIMED))
    | st.builds(lambda key: {"modality": key}, st.sampled_from(get_args(Modality))),
)
limits = st.builds(lambda s, m: item("limit", s, {"minutes": m}), signed, st.integers(5, 240))
accepts = st.builds(lambda s, p: item("accept-usual-pain", s, {"pain": p}), signed, st.integers(0, 7))
prescriptions = st.lists(adds() | avoids | limits | accepts, min_size=1, max_size=12)


def checked(text: str, today: date = ON) -> tuple[list[Prescribed], str | None]:
    found, places = yaml.parse(text.encode(), "my.yaml")
    return check(found, places, today, exercises())


# -- the value ----------------------------------------------------------------------------------------------------


def test_an_item_holds_from_its_day_to_its_last_and_not_after_it_was_ended() -> None:
    plain = Prescribed("add", "doctor", ON, exercise="bird-dog", until=ON + 3 * DAY)
    assert [plain.holds_on(ON + n * DAY) for n in (-1, 0, 3, 4)] == [False, True, True, False]
    ended = plain._replace(ended=ON + DAY)
    assert [ended.holds_on(ON + n * DAY) for n in (0, 1, 2)] == [True, False, False]


def test_the_last_word_on_each_thing_holds() -> None:
    first = Prescribed("add", "doctor", ON, exercise="bird-dog", sets=1)
    other = Prescribed("add", "doctor", ON, exercise="heel-slide")
    items = [
        first, other, first._replace(sets=3),
        Prescribed("limit", "doctor", ON, minutes=30), Prescribed("limit", "midwife", ON, minutes=40),
        Prescribed("accept-usual-pain", "doctor", ON, pain=6), Prescribed("accept-usual-pain", "doctor", ON, pain=4),
        Prescribed("avoid", "doctor", ON, exercise="bird-dog"), Prescribed("avoid", "doctor", ON, modality="yoga"),
    ]  # fmt: skip
    found = in_force(items, ON)
    assert found.exercises == {"bird-dog", "heel-slide"}
    assert found.item_for("bird-dog") == first._replace(sets=3)
    assert (found.most_minutes, found.usual_pain) == (40, 4)
    assert found.item_against(by_id()["bird-dog"])
    assert found.item_against(by_id()["bridge-pose"])
    assert found.item_against(by_id()["pilates-hundred"]) is None
    assert in_force(items, ON - DAY) == Prescription()
    assert Prescription().usual_pain is None


@given(prescriptions)
def test_an_item_is_the_same_after_its_document(items: list[Prescribed]) -> None:
    assert [Prescribed.of(json.loads(json.dumps(each.document()))) for each in items] == items


# -- the store ----------------------------------------------------------------------------------------------------


def test_items_are_kept_whole_ended_and_numbered(home: Path) -> None:
    items = [Prescribed("limit", "doctor", ON, minutes=30), Prescribed("add", "midwife", ON, exercise="heel-slide")]
    with opened(home) as store:
        assert store.prescriptions.add(items, ON) == [1, 2]
        assert store.prescriptions.add([items[0]._replace(minutes=20)], ON + DAY, ending=[1]) == [3]
        store.prescriptions.end([1, 2], ON + 2 * DAY)
    with opened(home) as store:
        found = store.prescriptions.all()
    assert [each.id for each in found] == [1, 2, 3]
    assert [each.ended for each in found] == [ON + DAY, ON + 2 * DAY, None]
    assert found[1]._replace(id=None, ended=None) == items[1]


def test_an_interrupted_prescription_leaves_nothing_behind(home: Path) -> None:
    good = Prescribed("limit", "doctor", ON, minutes=30)
    with opened(home) as store:
        store.prescriptions.add([good], ON)
        with pytest.raises(AttributeError):
            store.prescriptions.add([good, None], ON, ending=[1])  # type: ignore[list-item]
        assert [(each.id, each.ended) for each in store.prescriptions.all()] == [(1, None)]


def test_a_store_of_version_1_is_brought_up_and_loses_nothing(home: Path) -> None:
    started(home)
    with opened(home) as store:
        store.diary.add(LogEntry(ON, "session", "all", 3, 4, 5))
        before = (store.people.person(), store.diary.entries(), store.weeks.latest(ON))
    of_version_1(home)
    with opened(home) as store:
        assert (store.people.person(), store.diary.entries(), store.weeks.latest(ON)) == before
        assert store.prescriptions.all() == []
        store.prescriptions.add([Prescribed("limit", "doctor", ON, minutes=30)], ON)
        assert len(store.prescriptions.all()) == 1


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"kind": "add", "by": "doctor", "on": 5}', '{"hello": 1}'])
def test_an_item_that_makes_no_sense_is_a_store_error(text: str, home: Path) -> None:
    with opened(home) as store:
        store.prescriptions.add([Prescribed("limit", "doctor", ON, minutes=30)], ON)
    with sqlite3.connect(home / "backplan.db") as raw:
        raw.execute("UPDATE prescription SET document = ?", (text,))
    raw.close()
    checked_anew(home)
    with opened(home) as store, pytest.raises(StoreError):
        store.prescriptions.all()


# -- the file -----------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(prescriptions)
def test_what_is_exported_reads_back_as_it_was(items: list[Prescribed]) -> None:
    prescription = in_force(items, ON)
    text = text_of(document_of(prescription))
    found, person = checked(text)
    assert in_force(found, ON) == prescription
    assert person is None


@settings(deadline=None)
@given(adds(growing=True))
def test_growth_by_a_stated_step_goes_up_to_its_end_and_never_past_it(item: Prescribed) -> None:
    growth, grown = item.growth, by_id()[item.exercise or ""]
    assert growth is not None
    top = dose.top_rung(grown, item)
    reached = [getattr(dose.asked_at(grown, item, rung), growth.part) for rung in range(top + 4)]
    assert reached == sorted(reached)
    assert reached[top - 1] < reached[top] == growth.most == reached[-1]
    steps = {later - before for before, later in pairwise(reached[: top + 1])}
    assert max(steps) <= growth.by


@pytest.mark.parametrize("why", ["tRUE", "nULL", "1:30", "007", "2026-11-20", "[red]x[/red]", "# no", "a: b", "'", '"'])
def test_a_word_stays_a_word(why: str) -> None:
    item = Prescribed("limit", "doctor", ON, minutes=30, why=why)
    assert checked(text_of(document_of(Prescription(limit=item))))[0] == [item]


def test_an_exercise_may_be_named_as_people_say_it() -> None:
    found, whom = checked(
        "prescription: {on: 2026-11-20, for: A}\nadd: [{exercise: Bird dog}, {exercise: heel  slide}]"
    )
    assert [each.exercise for each in found] == ["bird-dog", "heel-slide"]
    assert {each.by for each in found} == {"physiotherapist"}
    assert whom == "A"


HEAD = "prescription: {on: 2026-11-20}\n"
UNKNOWN = "is not a word this file knows (did you mean"
BAD: list[tuple[str, list[str]]] = [
    ("add: []\n", ["1:1: prescription is missing"]),
    (HEAD, ["1:1: nothing is prescribed"]),
    (HEAD + "by: GP\nlimit: {minutes: 30}\n", ["2:1: by is not a word this file knows: it belongs below prescription"]),
    ("prescription: {by: witch, on: 2026-11-20}\n", ["1:16: by must be one of"]),
    ("prescription: {on: 2026-12-20}\nlimit: {minutes: 30}\n", ["1:16: on is in the future"]),
    (HEAD + "limit: {minutes: 4}\naccept_usual_pain: 8\n", ["2:9: minutes", "3:1: accept_usual_pain must be from 0"]),
    (HEAD + "limit: 4\n", ["2:1: minutes"]),
    (HEAD + "limit: true\n", ["2:1: limit must be a mapping"]),
    (HEAD + "accept_usual_pain: yes\n", ["2:1: accept_usual_pain is a number from 0 to 7"]),
    (HEAD + "accept_usual_pain: true\n", ["2:1: accept_usual_pain is a number from 0 to 7"]),
    (HEAD + "avoid: [{}]\n", ["2:9: avoid needs an exercise, a kind or a movement"]),
    (HEAD + "avoid: [{kind: yogo}]\n", ["2:10: kind: there is no yogo (did you mean yoga?)"]),
    (HEAD + "add: [{exercise: bird-dgo}]\n", ["2:8: there is no exercise bird-dgo (did you"]),
    (HEAD + "add: [{exercise: bird-dog, minutes: 5}]\n", ["2:28: bird-dog is counted"]),
    (HEAD + "add: [{exercise: easy-walk, sets: 5}]\n", ["2:29: easy-walk is done by the min"]),
    (HEAD + "add: [{exercise: bird-dog, sets: 10, reps: 50, hold: 120}]\n", ["2:8: that is "]),
    (HEAD + "add: [{exercise: bird-dog, sets: some}]\n", ["2:28: sets must be a number like 3, or a range like 2-3"]),
    (HEAD + "add: [{exercise: bird-dog, per_week: 8}]\n", ["2:28: per_week must be from 1 to 7"]),
    (HEAD + "add: [{exercise: bird-dog, until: 2026-11-01}]\n", ["2:28: until is over"]),
    (HEAD + "add: [{exercise: bird-dog}, {exercise: Bird dog}]\n", ["2:30: bird-dog stands"]),
    (HEAD + "limit: {minutes: 30, why: \"\\e[2J\"}\n", ["2:27: this file must not contain a control character"]),
    ("prescription: {on: 2026-11-20, person: A}\nlimit: {minutes: 30}\n", ["1:32: person is not a word"]),
    (HEAD + "add: [{exercise: bird-dog, hold_s: 5}]\n", [f"2:28: hold_s {UNKNOWN} hold?"]),
    (HEAD + "add: [{exercise: bird-dog, frequency: 5}]\n", [f"2:28: frequency {UNKNOWN} times_a_day or per_week?"]),
    (HEAD + "add: [{exercise: bird-dog, dose: {hold_s: 5}}]\n", ["2:7: hold_s is not"]),
    ("prescription: {by: nurse, on: 2026-11-20}\nlimit: {minutes: 30}\n", ["1:16: by must be one of"]),
]  # fmt: skip


@pytest.mark.parametrize(("said", "by"), [("GP", "doctor"), ("physio", "physiotherapist"), ("surgeon", "surgeon")])
def test_a_clinician_is_named_as_people_name_them(said: str, by: str) -> None:
    (limit,), _ = checked(f"prescription: {{by: {said}, on: 2026-11-20}}\nlimit: 30\n")
    assert limit.by == by


def test_a_limit_may_be_a_bare_number_of_minutes() -> None:
    (bare,), _ = checked(HEAD + "limit: 30\n")
    (mapped,), _ = checked(HEAD + "limit: {minutes: 30}\n")
    assert bare == mapped
    assert (bare.kind, bare.minutes) == ("limit", 30)


@pytest.mark.parametrize(
    ("item", "dose"),
    [
        ("bird dog", (None, None)),
        ("bird dog three sets of ten", (3, 10)),
        ("{bird dog: 3 x 8}", (3, 8)),
        ("bird dog: 2x12", (2, 12)),
        ("{bird-dog: {sets: 2, reps: 6}}", (2, 6)),
    ],
)
def test_an_exercise_may_stand_as_a_line_or_over_its_dose(item: str, dose: tuple[int | None, int | None]) -> None:
    (found,), _ = checked(f"prescription: {{on: 2026-11-20}}\nadd:\n- {item}\n")
    assert (found.exercise, (found.sets, found.reps)) == ("bird-dog", dose)


@pytest.mark.parametrize(("text", "expected"), BAD)
def test_every_fault_is_said_at_its_place(text: str, expected: list[str]) -> None:
    with pytest.raises(FileError) as caught:
        checked(text)
    assert len(caught.value.faults) == len(expected), caught.value.faults
    for fault, start in zip(caught.value.faults, expected, strict=True):
        assert fault.startswith(f"my.yaml:{start}")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["bird-dog", "2026-11-20"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["exercise", "kind", "sets", "minutes", "on", "by", "why", "until", "add", "pain"]), inner
        )
    ),
    max_leaves=8,
)
PARTS = ("prescription", "add", "avoid", "limit", "accept_usual_pain", "more")


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(PARTS), values))
def test_any_document_gives_items_or_faults(doc: dict[str, Any]) -> None:
    told: list[Any] = []
    try:
        told += check(doc, yaml.Places("my.yaml"), ON, exercises())[0]
    except FileError as error:
        told += error.faults
    assert told


def test_the_committed_schema_is_the_current_one() -> None:
    committed = json.loads((ROOT / "docs" / "prescription.schema.json").read_text(encoding="utf-8"))
    assert committed == json.loads(json.dumps(prescription_form.schema()))


@pytest.mark.parametrize("name", ["disc", "stenosis", "post-natal"])
def test_each_example_can_be_read(name: str) -> None:
    text = (ROOT / "docs" / "examples" / f"{name}.yaml").read_text(encoding="utf-8")
    found, whom = checked(text)
    assert whom == f"the {name} example"
    assert {"add", "avoid", "limit"} <= {each.kind for each in found}


def test_the_therapists_page_holds_the_disc_example() -> None:
    page = (ROOT / "docs" / "therapists.md").read_text(encoding="utf-8")
    shown = page.split("<!-- example -->\n```yaml\n")[1].split("```")[0]
    assert shown == (ROOT / "docs" / "examples" / "disc.yaml").read_text(encoding="utf-8")


# -- the plan's choice and dose -----------------------------------------------------------------------------------


def test_a_prescribed_dose_is_given_whatever_the_week_and_never_climbs() -> None:
    what = exercise(dose={"sets": 2, "reps": 8, "hold": 5, "per_side": True})
    asked = prescribing("plain-move", sets=4, reps=20, hold_s=0)
    for rung, week, sets in ((-2, 1, 2), (-1, 1, 3), (0, 1, 4), (5, 9, 4)):
        found = dose.given_dose(what, case(prescription=asked, rungs={"plain-move": rung}, programme_week=week))
        assert found == GivenDose(sets, 20, 0, per_side=True)
    only_reps = case(prescription=prescribing("plain-move", reps=6), programme_week=9)
    assert dose.given_dose(what, only_reps) == GivenDose(2, 6, 5, per_side=True)
    undosed = case(prescription=prescribing("plain-move"), rungs={"plain-move": 1}, programme_week=9)
    assert dose.given_dose(what, undosed) == dose.given_dose(what, undosed._replace(prescription=Prescription()))


@pytest.mark.parametrize(("mode", "steady", "sets", "reps"), [("flare", False, 1, 8), ("normal", True, 3, 6)])
def test_pain_lowers_a_prescribed_dose(mode: Mode, steady: bool, sets: int, reps: int) -> None:
    asked = case(prescription=prescribing("plain-move", sets=3, reps=8), mode=mode, steady=steady)
    found = dose.given_dose(exercise(), asked)
    assert (found.sets, found.reps) == (sets, reps)


def test_care_lowers_a_prescribed_dose() -> None:
    asked = tagged("knee-issue", prescription=prescribing("plain-move", sets=3))
    assert dose.given_dose(exercise(precautions=("knee-issue",)), asked).sets == 1


def test_a_prescribed_exercise_takes_its_slot_before_one_kept_liked_or_plainer() -> None:
    plain = exercise(id="plain", slot="back", rank=1)
    asked = exercise(id="asked", slot="back", rank=99, level="advanced", precautions=("knee-issue",))
    day = tagged("knee-issue", person=person(likes=("plain",)))
    assert choose(select((plain, asked), day), {"back": "plain"})["back"] == "plain"
    told = day._replace(prescription=prescribing("asked"))
    assert choose(select((plain, asked), told), {"back": "plain"})["back"] == "asked"
    assert choose(select((plain, asked), told), {"back": "asked"})["back"] == "asked"


def test_a_prescription_lifts_our_cautious_gates_alone_and_says_so() -> None:
    glide = exercise(id="glide", status="prescribed", level="intermediate")
    found = prescribed.our_answer(glide, case(prescription=prescribing("glide")))
    assert found.barred == ()
    assert [rule for rule, _ in found.lifted] == ["prescribed-only", "above-level"]
    (said,) = differences(found, prescribing("glide"), glide, "surgeon")
    assert "prescribed-only" in said
    assert "your surgeon's word lifts that" in said


@settings(deadline=None)
@given(prescriptions)
def test_no_prescription_lets_in_what_any_other_rule_bars(items: list[Prescribed]) -> None:
    """Whatever is prescribed, only the three gates open, and what is avoided is out."""
    who = person(conditions=("flexion-intolerant", "osteoporosis"), dislikes=("yoga",))
    plain = selection_for(Request(who, exercises(), ON, ON)).case
    asked = plain._replace(prescription=in_force(items, ON))
    before, after = select(exercises(), plain), select(exercises(), asked)
    for each in after.allowed:
        lifted = {rule for rule, _ in before.left_out.get(each.id, ())}
        assert lifted <= {"gated", "prescribed-only", "above-level"}
        assert not lifted or each.id in asked.prescribed
        assert asked.prescription.item_against(each) is None


@pytest.mark.parametrize(
    "text",
    [
        "add:\n- {exercise: bird-dog, dose: '3x8 until " + "a, 3x8 " * 100_000 + "'}\n",
        "add:\n" + ("- " + "a 1 " * 70 + "\n") * 3000,
        "add:\n" + ("- {exercise: bird-dog, dose: '3x8 until " + "x, " * 70 + "'}\n") * 3000,
        "add:\n- " + "bird dog 3x8 " * 20_000,
    ],
)
def test_no_line_keeps_the_reader_of_doses_for_long(text: str) -> None:
    begun = process_time()
    with pytest.raises(FileError):
        checked(f"prescription: {{on: 2026-11-20}}\n{text}")
    assert process_time() - begun < 20  # on a slow machine, too; without a bound it takes minutes


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "add:\n- exercise: bird-dog\n-exercise: bridge\n",
            ": a space belongs behind the dash, like this: - exercise: bridge",
        ),
        ("add:\n  -bird-dog\n  -bridge\n", "a space belongs behind the dash that begins an item: - bird-dog"),
        (
            "add:\n- {exercise = bird-dog, sets: 3}\n",
            ": a colon and a space belong behind exercise, like this: exercise: bird-dog",
        ),
        ("add:\n- {exercise:bird-dog, sets: 3}\n", "like this: exercise: bird-dog"),
        ("add:\n- {Exercise - bird-dog, sets: 3}\n", "like this: exercise: bird-dog"),
        ("avoid:\n- {kind; yoga}\n", "like this: kind: yoga"),
        (
            "add:\n- exercise: {hip: hinge}\n",
            "exercise must be text: a colon stands within a text: put the text in quotes",
        ),
        ("accept_usual_pain: yes\n", "accept_usual_pain is a number from 0 to 7, like `accept_usual_pain: 4`"),
    ],
)
def test_what_is_valid_yaml_and_was_meant_otherwise_is_told_as_it_should_look(text: str, right: str) -> None:
    with pytest.raises(FileError) as error:
        checked(f"prescription: {{on: 2026-11-20}}\n{text}")
    assert any(fault.endswith(right) for fault in error.value.faults), error.value.faults


def test_a_date_may_have_the_dashes_that_a_word_processor_makes() -> None:
    items, _ = checked("prescription: {on: 2026–11–20}\nadd: [bridge]\n")
    assert [item.on.isoformat() for item in items] == ["2026-11-20"]


@pytest.mark.parametrize("kind", ["WATER-JOG", "water jog", "Water–Jog"])
def test_a_kind_is_read_however_it_is_spelled(kind: str) -> None:
    items, _ = checked(f"prescription: {{on: 2026-11-20}}\navoid:\n- {{kind: {kind}}}\n")
    assert [item.modality for item in items] == ["water-jog"]
