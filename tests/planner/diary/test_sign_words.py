"""Which signs somebody's own words may tell of, and which words tell of none."""

import time
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan.model.diary import LogEntry
from backplan.model.person import Flag
from backplan.planner.diary import health_words, leg_words, sign_words, unlisted_words
from backplan.planner.diary.sign_words import OF_NOTHING, signs_in, tells
from backplan.planner.diary.signs import told_of
from backplan.rules.heart import HEART
from backplan.rules.red_flags import RED_FLAGS
from tests.support.people import ON, person

TELLS = [
    ("cannot feel between my legs", "saddle-numbness"),
    ("can't feel it when I wipe", "saddle-numbness"),
    ("my inner thighs are tingling", "saddle-numbness"),
    ("couldn’t pass water this morning", "bladder-bowel"),
    ("lost control of my bladder", "bladder-bowel"),
    ("bladder will not empty", "bladder-bowel"),
    ("my bladder won't empty properly", "bladder-bowel"),
    ("can't empty my bladder", "bladder-bowel"),
    ("urine retention", "bladder-bowel"),
    ("no feeling when I pee", "bladder-bowel"),
    ("leaking urine since Friday", "bladder-bowel"),
    ("lost feeling during sex", "sexual-function"),
    ("both legs are numb", "both-legs"),
    ("pain shooting down both legs", "both-legs"),
    ("leg has gone weak", "leg-weakness"),
    ("my foot keeps dragging", "leg-weakness"),
    ("Not sure if my LEG is weak", "leg-weakness"),
    ("both legs feel heavy", "both-legs"),
    ("both feet feel strange", "both-legs"),
    ("both legs are unsteady", "both-legs"),
    ("legs feel like lead", "leg-weakness"),
    ("my legs feel wobbly", "leg-weakness"),
    ("heavy legs today", "leg-weakness"),
    ("pain 3, foot asleep", "one-leg-numbness"),
    ("leg asleep all morning", "one-leg-numbness"),
    ("foot feels woolly", "one-leg-numbness"),
    ("did well; no feeling in my left foot", "one-leg-numbness"),
    ("I don't know why my foot is numb", "one-leg-numbness"),
    ("chest pain when walking", "chest-pain"),
    ("chest pain when walking", "tight-chest"),
    ("did not sleep because of a pain in my chest", "chest-pain"),
    ("no leg pain but my chest felt tight", "tight-chest"),
    ("nearly fainted", "blackout"),
    ("could not breathe", "breathless"),
    ("my heart was racing for no reason", "racing-heart"),
    ("calf is swollen", "calf-swelling"),
    ("fever since yesterday", "fever"),
    ("a throbbing in my tummy", "aorta"),
    ("sudden pain in my tummy and back, clammy", "aorta"),
    ("stomach and back hurt suddenly; I went grey", "aorta"),
    ("awful back pain, feel faint", "aorta"),
    ("severe belly pain but also sweaty", "aorta"),
    ("sudden pain in my belly, and in my back", "aorta"),
    ("clumsy hands", "hands-and-walking"),
    ("pulmonary embolism", "calf-and-breathless"),
    ("a lump on my spine", "lump"),
    ("pain all night", "night-pain"),
    ("lost 5 kg", "weight-loss"),
    ("I have cancer", "cancer-history"),
    ("on antibiotics for an infection", "infection-risk"),
    ("I fell on the stairs", "fragility"),
    ("had a little fall in the garden", "fragility"),
    ("tripped over the rug", "fragility"),
    ("sore since my fall on Monday", "fragility"),
    ("have fallen twice this week", "fragility"),
    ("slipped on the ice", "fragility"),
    ("fell off a ladder", "accident"),
    ("fell down the stairs", "accident"),
    ("had a car accident", "accident"),
    ("knocked over by a bike", "accident"),
]
TELLS_OF_NONE = [
    "suddenly stiff back after gardening",
    "back worse than yesterday, sweaty after the walk",
    "worked up a sweat, worst pain 4 in my back",
    "sudden back pain, not sweaty",
    "", "no chest pain today", "leg not weak", "leg isn't numb any more", "no longer numb in the foot", "hay fever",
    "no numbness, no weakness in the leg", "didnt feel weak in the leg", "no trouble peeing", "wall side bridge hurt",
    "chest stretch hurt", "tight chest muscles", "out of breath on the hill", "heart rate 120", "legs tired, felt good",
    "dropped a weight on my foot", "heel drops on the step", "weak core", "the dog sat between my legs", "leg raise",
    "fell asleep after", "pain fell to 2", "nearly fell", "did not fall", "afraid of a fall", "no falls",
    "slipped disc", "the weight fell on the mat", "walked to the waterfall", "have fallen behind",
    "did not have a fall", "band over my chest", "tingling at the bottom of my back", "both legs ache on walking",
    "my bladder empties fine", "went to empty my bladder", "the bottle will not empty", "no leaking urine",
    "legs felt heavy after the hike", "leg raises with heavy weights", "leg lift felt weird", "legs feel good",
    "fell asleep with my leg up", "stood on one leg, wobbly", "the heavy leg press", "knee to chest felt odd",
    "both legs dead bug",
]  # fmt: skip


@pytest.mark.parametrize(("words", "sign"), TELLS)
def test_words_tell_of_a_sign(words: str, sign: str) -> None:
    assert sign in signs_in(words)


@pytest.mark.parametrize("words", TELLS_OF_NONE)
def test_words_that_deny_a_sign_or_are_about_something_else_tell_of_none(words: str) -> None:
    assert not signs_in(words)


def test_every_sign_that_words_tell_of_is_one_of_the_interview() -> None:
    asked = {rule.id for rule in RED_FLAGS} | {rule.id for rule in HEART if rule.kind == "sign"}
    assert {sign for words, _ in TELLS for sign in signs_in(words)} <= asked


# What no note tells of by itself: a milder sign made worse, how long it has been so, at what age, and pain of a kind.
ASKED_ALONE = {
    "fever-very-unwell", "upper-back-with-signs", "upper-back", "first-episode-age", "inflammatory",
    "walking-leg-pain", "not-better", "night-pain-unsure",
}  # fmt: skip


def test_every_sign_has_words_that_tell_of_it_unless_no_note_does_by_itself() -> None:
    asked = {rule.id for rule in RED_FLAGS} | {rule.id for rule in HEART if rule.kind == "sign"}
    assert {sign for words, _ in TELLS for sign in signs_in(words)} == asked - ASKED_ALONE


def test_a_milder_sign_is_not_asked_beside_what_says_it_already() -> None:
    assert signs_in("my foot is numb") == ("one-leg-numbness",)
    assert signs_in("both legs are numb, my foot is numb, too") == ("both-legs",)


def test_the_most_urgent_comes_first() -> None:
    assert signs_in("my foot is numb, and numb between the legs")[0] == "saddle-numbness"


def test_a_numb_leg_on_record_is_not_asked_again_and_an_emergency_always_is() -> None:
    note = LogEntry(ON, "session", "all", note="leg numb, and numb between the legs")
    known = person(flags=(Flag("one-leg-numbness", ON), Flag("saddle-numbness", ON, present=False)))
    assert told_of(person(), [note._replace(note="leg numb")]) == ("one-leg-numbness",)
    assert told_of(known, [note._replace(note="leg numb")]) == ()
    assert told_of(known, [note]) == ("saddle-numbness",)
    assert told_of(known, [note, LogEntry(ON, "signs", signs=("saddle-numbness",))]) == ()


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({"born": ON.year - 50}, True),
        ({"born": ON.year - 49}, False),
        ({"born": ON.year - 30, "conditions": ("osteoporosis",)}, True),
        ({"born": ON.year - 30, "conditions": ("vertebral-fracture-healed",)}, True),
        ({}, True),
    ],
)
def test_a_minor_fall_is_asked_about_where_bones_may_be_thin(changes: dict[str, Any], asked: bool) -> None:
    note = LogEntry(ON, "session", "all", note="I fell on the stairs")
    assert ("fragility" in told_of(person(**changes), [note])) == asked
    assert "accident" in told_of(person(**changes), [note._replace(note="fell off a ladder")]), "of any age"


@pytest.mark.parametrize(
    "words", ["fell ", "fall from a ", "had a ", "numb ", "leg ", "cannot ", "no ", "chest was ", "numb leg no "]
)
def test_the_longest_note_is_read_at_once(words: str) -> None:
    began = time.process_time()
    signs_in((words * 500)[:500])
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    "words", ["single knee to chest hurt sharply", "arm across the chest hurts", "pain in chest-supported row"]
)
def test_the_name_of_an_exercise_is_no_sign(words: str) -> None:
    assert not signs_in(words)
    assert "chest-pain" in signs_in(f"{words} and my chest hurts")


# A part of the body and that it fails, in any order and in many ways; and things that fall, leak or are lost.
FAILS = {
    "bladder-bowel": (
        "pooped my pants without knowing; can't get started when I pee; peeing takes ages to start since Friday; "
        "bowels just open by themselves; haven't had a wee since yesterday; not been for a wee in sixteen hours; "
        "stood at the toilet for ages and nothing comes out; bladder feels full but nothing happens; "
        "stream of urine has gone feeble; no longer know when I need the loo; wet the chair without noticing; "
        "urine won't come unless I press on my belly; my waterworks have packed in; woke up in a wet bed at fifty; "
        "couldn't hold it and ruined my trousers"
    ),
    "saddle-numbness": (
        "numb from the waist down; everything below my belly button is numb; from the waist down I feel nothing; "
        "private parts have gone to sleep; lower half of my body feels wooden; my seat area has no sensation; "
        "sitting feels like sitting on someone else's bottom; everything south of my hips is dead; pelvis is numb"
    ),
    "leg-weakness": (
        "legs stopped working after lunch; my left leg is dragging; my legs just will not do what I tell them; "
        "legs folded under me in the kitchen; knees keep buckling on the stairs; right leg trails behind me; "
        "lost the use of my right leg for an hour; cant get my left leg to move; legs are like jelly and wont hold me; "
        "my left foot catches the carpet all the time; can hardly move my right leg; leg gave up halfway"
    ),
    "accident": (
        "dropped like a stone off the ladder onto my back; tipped off the stepladder this morning; "
        "the ladder slid and I went with it; plunged through the loft hatch; rolled down a whole flight of stairs; "
        "was thrown by my horse; went headfirst over the handlebars; the scaffold gave way with me on it; "
        "crashed down from the top bunk; knocked off my bicycle by a van; stumbled off the loft ladder"
    ),
    "cancer-history": "found a lump in my breast and now the spine hurts",
}
NO_FAILING = (
    "lost a stone from my shoe and walked on; foot dropped off the pedal once; dropped my keys down the drain; "
    "tripped over the cat, laughed, all fine; the tap is leaking water; leaves fell off the tree; "
    "price of petrol fell; my phone fell off the ladder; fell for a scam email; fell out with my brother; "
    "night fell early; took a tumble dryer up the stairs; fever pitch at a match; saw stars through the telescope; "
    "legs like jelly after the gym; had a wee walk without trouble; could not find a loo for a pee; "
    "my trousers got soaked in the rain; gave up leg day; the rope goes under your feet"
)


@pytest.mark.parametrize(
    ("text", "sign"), [(text, sign) for sign, all_of in FAILS.items() for text in all_of.split("; ")]
)
def test_a_part_of_the_body_that_fails_is_asked_as_its_sign_however_it_is_told(text: str, sign: str) -> None:
    assert sign in signs_in(text)


@pytest.mark.parametrize("text", NO_FAILING.split("; "))
def test_what_is_lost_leaks_or_falls_and_is_no_body_is_no_sign(text: str) -> None:
    assert signs_in(text) == ()


LOOKED_FOR = (
    *sign_words._TELL_OF.values(), sign_words._OF_A_BIRTH, *leg_words._WAYS.values(), leg_words._FURTHER,
    *health_words._CHANGES.values(), health_words._IN_LABOUR, unlisted_words._NOW, unlisted_words._ASK,
    unlisted_words._PARTS_AND_WORKINGS,
)  # fmt: skip


def of_something(words: tuple[str, ...]) -> bool:
    """Whether words tell of anything that is looked for, were they looked through."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sign_words, "OF_NOTHING", frozenset[str]())
        return any(tells(each, " ".join(words)) for each in LOOKED_FOR)


def test_words_that_are_not_looked_through_tell_of_nothing_by_two() -> None:
    assert not [words for words in product(sorted(OF_NOTHING), repeat=2) if of_something(words)]
    assert of_something(("leg", "numb"))


@given(st.lists(st.sampled_from(sorted(OF_NOTHING)), max_size=12).map(tuple))
def test_words_that_are_not_looked_through_tell_of_nothing_however_they_stand(words: tuple[str, ...]) -> None:
    assert not of_something(words)
