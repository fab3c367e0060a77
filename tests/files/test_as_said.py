"""Forms are filled in as people write: words for numbers, days and who gave it; what is not known is told of."""

from datetime import date
from typing import Any

import pytest

from backplan.errors import FileError
from backplan.files import as_said
from backplan.files.prescription import check
from backplan.files.yaml import parse
from backplan.library.load import load
from backplan.model.prescription import Prescribed

ON = date(2026, 11, 30)
HEAD = "prescription: {on: 2026-11-20}\n"


def read(text: str) -> list[Prescribed]:
    document, places = parse(text.encode(), "my.yaml")
    return check(document, places, ON, load().exercises)[0]


def faults(text: str) -> list[str]:
    with pytest.raises(FileError) as refused:
        read(text)
    return str(refused.value).splitlines()


@pytest.mark.parametrize(
    ("reader", "said", "meant"),
    [
        (as_said.clinician, "GP", "doctor"), (as_said.clinician, "Physical Therapist", "physiotherapist"),
        (as_said.clinician, "physio", "physiotherapist"), (as_said.clinician, "Midwife", "midwife"),
        (as_said.clinician, "friend", "friend"), (as_said.clinician, 3, 3),
        (as_said.yes_no, "Yes", True), (as_said.yes_no, "no", False), (as_said.yes_no, "maybe", "maybe"),
        (as_said.weekday, "Tues", "tue"), (as_said.weekday, "thurs", "thu"), (as_said.weekday, "Fridays", "fri"),
        (as_said.weekday, "m", "m"), (as_said.weekday, "moonday", "moonday"),
        (as_said.whole, "three", 3), (as_said.whole, "3/10", 3), (as_said.whole, "ten", 10), (as_said.whole, 2.5, 2.5),
        (as_said.minutes, "30 min", 30), (as_said.minutes, "half an hour", 30), (as_said.minutes, "1 h", 60),
        (as_said.minutes, "three quarters of an hour", 45), (as_said.minutes, "forty-five minutes", 45),
        (as_said.minutes, "a while", "a while"), (as_said.minutes, True, True),
    ],
)  # fmt: skip
def test_what_people_write_is_what_they_mean(reader: Any, said: Any, meant: Any) -> None:
    assert reader(said) == meant


def test_a_receptionists_file_is_read(tmp_path: Any) -> None:
    items = read(
        "prescription: {by: “Physical Therapist”, on: 2026-11-20}\n"
        "add:\n"
        "  - {exercise: “cat-cow”, sets: two, reps: ten, per_week: daily}\n"
        "  - {exercise: bird-dog, dose: 3x10 each leg 2x/day, days: Mon/Wed/Fri}\n"
        "  - {exercise: clamshell, reps: 8, days: [Tues, Thurs], effort: 4/10}\n"
        "  - glute bridge 3 x 8\n"
        "avoid: [bending, cycling, sit-up]\n"
    )
    cat, bird, clam, bridge, *avoided = items
    assert (cat.by, cat.sets, cat.reps, cat.per_week) == ("physiotherapist", 2, 10, 7)
    assert (bird.sets, bird.particulars.times_a_day, bird.days) == (3, 2, ("mon", "wed", "fri"))
    assert (clam.days, clam.particulars.effort) == (("tue", "thu"), 4)
    assert (bridge.exercise, bridge.sets, bridge.reps) == ("glute-bridge", 3, 8)
    assert [(each.movement, each.modality, each.exercise) for each in avoided] == [
        ("bending", None, None), (None, "cycling", None), (None, None, "full-sit-up"),
    ]  # fmt: skip


@pytest.mark.parametrize("said", ["daily", "every day", "7", "7 times a week", "7x/week"])
def test_days_a_week_are_read_as_they_are_said(said: str) -> None:
    assert read(f"{HEAD}add: [{{exercise: cat-cow, per_week: {said}}}]\n")[0].per_week == 7


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("add: [{exercise: cat-cow, frequency: daily}]", "frequency is not a word this file knows (did you"),
        ("add: [{exercise: cat-cow, repetitions: 8}]", "did you mean reps?"),
        ("add: [{exercise: cat-cow, Reps: 8}]", "did you mean reps?"),
        ("Add: [{exercise: cat-cow}]", "Add is not a word this file knows (did you mean add?)"),
        ("exercises: [{exercise: cat-cow}]", "did you mean add?"),
        ("add: [{exercise: cat-cow, until: end of January}]", "until must be a date"),
        ("add: [{exercise: cat-cow, dose: 3 x 10 quickly}]", 'the dose cannot be read from “quickly” on'),
        ("add: [a stretch of some kind]", "there is no exercise a stretch of some kind"),
        ("add: [cat cow 3 x 8 x 5]", "the dose cannot be read from “x 5” on"),
        ("add: [{exercise: cat-cow, sets: 3x8}]", "3x8 is a whole dose: write `dose: 3x8`"),
        ("add: [{exercise: cat-cow, reps: 3 x 8}]", "3 x 8 is a whole dose"),
        ("add: [{exercise: cat-cow, why: {slowly}}]", "why must be text; put the text in quotes"),
        ("limit: [30]", "limit is the most minutes a day, like `limit: 30`"),
        ("avoid: [heavy lifting]", "there is no exercise heavy lifting"),
        ("accept_usual_pain: 9", "accept_usual_pain must be from 0 to 7"),
        (f"add: [{{exercise: cat-cow, reps: {'9' * 5000}}}]", "reps must be a number like 8"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told_in_the_words_of_the_file(line: str, said: str) -> None:
    told = faults(f"{HEAD}{line}\n")
    assert any(said in each for each in told), told


@pytest.mark.parametrize("until", ["the pain is gone", "I may bend again", "further notice"])
def test_what_says_no_time_may_be_gone_on_until(until: str) -> None:
    assert read(f"{HEAD}add: [{{exercise: cat-cow, until: {until}}}]\n")[0].until_met == until
