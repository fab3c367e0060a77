"""What people call their conditions finds the one that is meant, as a suggestion and no more."""

from typing import get_args

import pytest

from backplan.model.condition_words import SAID, meant, near
from backplan.model.vocabulary import CONDITION_MEANS, EQUIPMENT_MEANS, Condition


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("desk-work", "sitting-work"),
        ("sedentary-work", "sitting-work"),
        ("office job", "sitting-work"),
        ("Driving", "sitting-work"),
        ("lorry driver", "sitting-work"),
        ("heavy lifting", "lifting-work"),
        ("manual-work", "lifting-work"),
        ("slipped disc", "flexion-intolerant"),
        ("herniated_disk", "flexion-intolerant"),
        ("hernia", "flexion-intolerant"),
        ("disc-prolapse", "flexion-intolerant"),
        ("stenosis", "extension-intolerant"),
        ("slipped-vertebra", "spondylolisthesis"),
        ("sacroiliac", "si-joint"),
        ("trapped nerve", "sciatica"),
        ("brittle bones", "osteoporosis"),
        ("osteoporosos", "osteoporosis"),
        ("knee-arthritis", "knee-issue"),
        ("hip arthritis", "hip-issue"),
        ("new knee", "knee-replacement"),
        ("artificial hip", "hip-replacement"),
        ("rotator cuff", "shoulder-issue"),
        ("vertigo", "dizziness"),
        ("high blood pressure", "bp-uncontrolled"),
        ("epilepsy", "no-pool"),
        ("neuropathy", "skin-sensation-loss"),
        ("broken vertebra", "vertebral-fracture-new"),
        ("old crush fracture", "vertebral-fracture-healed"),
        ("leaking", "stress-incontinence"),
        ("incontinence", "stress-incontinence"),
        ("paraplegic", "wheelchair-user"),
        ("Bechterew", "axial-spondyloarthritis"),
        ("ankylosing spondylitis", "axial-spondyloarthritis"),
        ("EDS", "hypermobility"),
        ("asthma", "heart"),
        ("pregnant", "pregnancy-t2t3"),
        ("spinal fusion", "post-surgery"),
        ("sciatic", "sciatica"),
    ],
)
def test_an_ordinary_word_finds_its_condition(said: str, first: str) -> None:
    assert meant(said)[:1] == (first,)


def test_a_word_of_several_names_them_all() -> None:
    assert near("arthritis", CONDITION_MEANS) == " (did you mean hip-issue or knee-issue?)"
    assert near("fractured spine", CONDITION_MEANS).count("vertebral-fracture") == 2


@pytest.mark.parametrize("said", ["", "new job", "numbness", "numb-saddle", "bladder", "fainting", "moon", "old age"])
def test_a_vague_word_or_a_sign_of_danger_finds_none(said: str) -> None:
    assert meant(said) == ()


def test_only_what_is_on_the_list_is_suggested() -> None:
    assert near("new knee", ["hip-replacement", "knee-replacement"]) == " (did you mean knee-replacement?)"
    assert near("desk", ["band", "ball"]) == ""


@pytest.mark.parametrize("condition", get_args(Condition))
def test_every_condition_is_found_by_its_id_and_by_words(condition: Condition) -> None:
    assert condition in SAID
    assert any(condition in meant(word) for word in SAID[condition].split())
    assert condition in near(condition, CONDITION_MEANS)


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("bike", "recumbent-bike"),
        ("stationary-bike", "recumbent-bike"),
        ("arm bike", "arm-ergometer"),
        ("rowing-machine", "rower"),
        ("swimming-pool", "pool"),
        ("resistance-band", "band"),
        ("cross trainer", "elliptical"),
        ("treadmills", "treadmill"),
    ],
)
def test_what_people_call_their_things_finds_them(said: str, first: str) -> None:
    assert near(said, EQUIPMENT_MEANS).startswith(f" (did you mean {first}")


def test_what_is_called_like_nothing_is_suggested_as_nothing() -> None:
    assert near("xylophone", EQUIPMENT_MEANS) == ""


@pytest.mark.parametrize(
    ("said", "do"),
    [
        ("hernia", "prescribe avoid abdominal"),
        ("inguinal-hernia", "flexion-intolerant"),
        ("amputation", "wheelchair-user"),
        ("amputee", "balance-poor"),
        ("blindness", "--plain"),
        ("poor eyesight", "balance-poor"),
        ("twins", "--babies 2"),
        ("multiple sclerosis", "little-standing"),
        ("MS", "balance-poor"),
        ("cancer", "--only red-flags"),
        ("numbness", "--only red-flags"),
        ("blood thinners", "ask whoever cleared you"),
    ],
)
def test_what_is_no_condition_is_answered_with_what_to_do_instead(said: str, do: str) -> None:
    assert do in near(said, CONDITION_MEANS)
    assert "did you mean" not in near(said, CONDITION_MEANS)


@pytest.mark.parametrize(
    "said", ["herniated disk", "high blood pressure", "slipped disc", "scoliosis", "hip amputation"]
)
def test_a_word_that_says_more_finds_its_condition_all_the_same(said: str) -> None:
    assert "did you mean" in near(said, CONDITION_MEANS)


def test_what_to_do_instead_is_said_of_conditions_alone() -> None:
    assert near("hernia", ("walking", "yoga")) == ""
    assert "twins" not in SAID["pregnancy-t2t3"]
