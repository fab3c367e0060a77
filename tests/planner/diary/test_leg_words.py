"""Pain down the leg in somebody's own words: a part of the leg with pain or a number beside it is asked about."""

import pytest

from backplan.planner.diary.leg_words import further_in, leg_in, says_none

HURTS = [
    ("calf hurts 5", "calf"), ("leg pain 4 today", "thigh"), ("pain 3 in the back and 6 down the thigh", "thigh"),
    ("left leg 5, back 2", "thigh"), ("pain 4 in my hip and shin", "calf"),
    ("my thigh was burning on the walk, 6", "thigh"),
    ("pain 2 in back and 5 in calf", "calf"), ("it's gone below the knee", "calf"),
    ("pain going into my shin now", "calf"),
    ("6/10 in my left shin", "calf"), ("back fine, left thigh 3", "thigh"), ("ankle hurts, 4", "foot"),
    ("it travels down past the knee now", "calf"), ("did it all, calf was a 5", "calf"),
    ("thigh four out of ten", "thigh"),
    ("bum cheek pain 5 when i sit", "buttock"), ("pain in my bum cheek", "buttock"), ("sore shin 4", "calf"),
    ("pain shooting down my left leg below the knee", "calf"), ("aching leg, 5", "thigh"),
    ("pain 3 leg calf", "calf"), ("leg foot", "foot"), ("pain 3, calf", "calf"), ("all done, pain 3, leg calf", "calf"),
    ("morning 4, leg foot", "foot"), ("pain 3 leg foot", "foot"), ("the pain is in my foot now", "foot"),
    ("it's in my calf today", "calf"), ("morning 4, my foot too", "foot"), ("leg pain to foot", "foot"),
    ("my leg aches a bit, in the buttock", "buttock"), ("calf is better, only the thigh now", "thigh"),
    ("did it, only in the buttock now", "buttock"),
    ("pain 3, leg thigh", "thigh"), ("sciatica is in my toes", "foot"), ("back 4, foot", "foot"),
]  # fmt: skip
HARMLESS = [
    "legs ache after yesterday", "did the leg raises, 3 sets", "legs like lead after the hike", "tired legs, pain 3",
    "calf stretch 3 times", "leg fine, back 4", "feet aching after the wedding", "calf raises hurt 4",
    "did 2 leg lifts", "did the core, only my legs now",
    "heel slides 5 times", "bird dog leg reach, pain 4", "no pain in my leg", "legs up the wall for 10",
    "back hurts when i lift my leg", "pain 3 after leg press", "my husband's leg is bad", "back 4 no leg pain",
    "walked on my own two feet", "pain getting down to my knees", "stood on one leg 20 seconds",
    "pain 3, calf raises", "pain 4, leg day", "stretched calf, thigh, hamstring", "pain 3, leg press",
    "pain 3, not my foot", "pain 3, legs up the wall", "done, pain 3, foot circles", "it is on my foot",
]  # fmt: skip


@pytest.mark.parametrize(("words", "leg"), HURTS)
def test_a_part_of_the_leg_that_hurts_or_has_a_number_is_heard(words: str, leg: str) -> None:
    assert leg_in(words) == leg


@pytest.mark.parametrize("words", HARMLESS)
def test_an_exercise_or_a_tired_leg_is_no_pain_down_it(words: str) -> None:
    assert leg_in(words) == "none"


@pytest.mark.parametrize(
    ("text", "further"),
    [
        ("it goes further down my leg than yesterday", True),
        ("pain further down the leg", True),
        ("the pain is lower down my left leg now", True),
        ("more and more down my leg", True),
        ("it does not go further down my leg", False),
        ("no further down the leg", False),
        ("went further down the road", False),
        ("further down leg raises", False),
    ],
)
def test_further_down_the_leg_needs_no_part(text: str, further: bool) -> None:
    assert further_in(text) is further


@pytest.mark.parametrize(
    ("words", "none"),
    [
        ("no leg pain any more, back 3", True), ("leg pain has gone", True), ("no more pain in my leg", True),
        ("the sciatica has cleared up", True), ("no pain down the leg today", True),
        ("no leg pain today but calf hurts", False), ("no leg pain until i sit", False), ("almost no leg pain", False),
        ("leg pain gone to my calf", False), ("leg pain 4", False), ("back fine", False),
        ("not gone, the leg pain", False), ("leg pain has gone into my foot", False),
    ],
)  # fmt: skip
def test_that_there_is_none_is_heard_only_where_it_is_said_plainly(words: str, none: bool) -> None:
    assert says_none(words) is none
