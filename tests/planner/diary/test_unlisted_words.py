"""The wide net: what nobody knows is asked about, ordinary days are not, and thoughts of dying are heard."""

import time

import pytest

from backplan.model.diary import LogEntry
from backplan.planner.diary.despair_words import tells_of_despair, tells_of_no_hope
from backplan.planner.diary.health_words import may_alarm
from backplan.planner.diary.plain_words import of_a_helpline
from backplan.planner.diary.signs import unlisted_told, unlisted_waiting
from backplan.planner.diary.unlisted_words import unlisted_in
from tests.support.people import ON, person
from tests.support.sentences import DANGER, ORDINARY

ASKED_OF_ORDINARY = 0.02  # at most this share of ordinary sentences is asked about


def test_a_sentence_of_danger_is_never_passed_over() -> None:
    assert [words for words in DANGER if not may_alarm(words)] == []


def test_an_ordinary_day_is_hardly_ever_asked_about() -> None:
    asked = [words for words in ORDINARY if may_alarm(words)]
    assert len(asked) <= ASKED_OF_ORDINARY * len(ORDINARY), asked


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("coughing up blood", "now"),
        ("face drooping on one side", "now"),
        ("my sister had a seizure", "none"),
        ("no seizure", "none"),
        ("couldnt face it today", "none"),
        ("cant face the exercises", "none"),
        ("cant face it, my face feels odd", "ask"),
        ("my knee feels like glass", "ask"),
        ("my knee feels stiff", "none"),
        ("leg not numb", "none"),
        ("my hip is pinching", "none"),
        ("hip nips a bit, knee grinding", "none"),
        ("chest is pinching", "ask"),
        ("rolled my ankle and heard it go", "ask"),
        ("my arm will not do as it is told", "ask"),
        ("massage on my back", "none"),
        ("gave blood", "none"),
        ("", "none"),
    ],
)
def test_what_no_question_is_about_is_told_apart_by_how_urgent_it_may_be(words: str, found: str) -> None:
    assert unlisted_in(words) == found


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("i want to die", True),
        ("thinking of ending it all", True),
        ("took too many tablets", True),
        ("don't want to be here any more", True),
        ("everyone would be better off without me", True),
        ("my back is killing me", False),
        ("want to die laughing", False),
        ("leg keeps going dead", False),
        ("no thoughts of suicide", False),
        ("did the dead bug", False),
        ("don't want to be here today, too hot", False),
        ("took my tablets", False),
        ("no point in carrying on", True),
        ("life feels pointless", True),
        ("no point going on holiday", False),
    ],
)
def test_thoughts_of_dying_are_heard_and_manners_of_speaking_are_not(words: str, told: bool) -> None:
    assert tells_of_despair(words) == told


@pytest.mark.parametrize(
    "words",
    [
        "feeling low, can't see the point of this", "can't see the point any more", "whats the point of any of this",
        "what's the point", "no point in trying any more", "feeling hopeless", "I have lost all hope", "no future",
        "everything feels pointless", "I'm just a burden on my family", "can't see a way out",
        "nothing matters any more", "I feel worthless", "really low today", "been low for weeks", "so depressed",
        "can't cope any more",
        "crying all day, back awful", "felt low, no point in doing the plank", "just want to disappear",
    ],
)  # fmt: skip
def test_words_of_no_hope_are_asked_about(words: str) -> None:
    assert tells_of_no_hope(words)


@pytest.mark.parametrize(
    "words",
    [
        "can't see the point of this exercise", "can't see the point of the side bridge", "hopeless at balance today",
        "no point in walking in this rain, so did it inside", "what is the point of heel slides", "not hopeless",
        "feeling low energy", "low back sore", "sat on a really low chair", "felt a bit low today but did it all",
        "the chair was too low", "no use of the band today", "at this point pain 3", "lay down for weeks of rest",
        "blood pressure low", "no way out of the car park so no walk", "up and down the stairs, no bother",
        "hope it gets better", "it is all too much for my knee", "nothing matters more than sleep",
    ],
)  # fmt: skip
def test_a_word_on_an_exercise_or_a_chair_is_none_of_no_hope(words: str) -> None:
    assert not tells_of_no_hope(words)


@pytest.mark.parametrize(
    ("words", "is_one"),
    [("111 told me to go in", True), ("rang 111", True), ("111 minutes of gardening", False), ("111 steps", False)],
)
def test_the_number_of_a_helpline_is_no_minutes(words: str, is_one: bool) -> None:
    assert of_a_helpline(words) == is_one


def test_a_fall_that_no_question_is_about_at_their_age_is_asked_about_all_the_same() -> None:
    note = LogEntry(ON, "pain", note="had a fall", id=1)
    assert unlisted_told(person(born=ON.year - 30), [note]) == "ask"
    assert unlisted_told(person(born=ON.year - 60), [note]) == "none", "the sign itself is asked about"


def test_it_waits_until_the_signs_are_asked_about() -> None:
    note = LogEntry(ON, "pain", note="my knee feels like glass", id=1)
    known = person()._replace(screened=None)
    assert unlisted_waiting(known, [note]) == [(note, "ask")]
    assert unlisted_waiting(known, [note, LogEntry(ON, "signs", "no", id=2)]) == []
    assert unlisted_waiting(known, [note, LogEntry(ON, "signs", signs=("fever",), id=2)]) == []
    assert unlisted_waiting(known, [note._replace(note="knee sore")]) == []


@pytest.mark.parametrize("words", ["feel ", "my knee ", "cannot ", "no ", "face ", "want to ", "blood ", "gp said "])
def test_the_longest_note_is_read_at_once(words: str) -> None:
    began = time.process_time()
    may_alarm((words * 500)[:500])
    assert time.process_time() - began < 2


@pytest.mark.parametrize("text", ["passing blood in my urine", "peeing blood since Tuesday", "blood in the toilet"])
def test_blood_in_what_is_passed_may_be_an_emergency(text: str) -> None:
    assert unlisted_in(text) == "now"


def test_blood_in_what_is_passed_that_is_denied_is_none() -> None:
    assert unlisted_in("no blood in my urine") != "now"


@pytest.mark.parametrize(
    "text",
    [
        "bladder check at the clinic was fine", "numb fingers from the cold at the bus stop, warm now",
        "heart race film with the grandkids", "felt on top of the world", "gave blood today, felt fine",
        "put my foot down at the meeting", "heart to heart with my sister", "chest of drawers moved with help",
        "tripped the fuse making toast", "slipped into my new slippers",
        "choked up at the wedding",
    ],
)  # fmt: skip
def test_a_part_of_the_body_in_a_manner_of_speaking_is_not_asked_about(text: str) -> None:
    assert unlisted_in(text) == "none"
