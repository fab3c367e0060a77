"""Answers in whole sentences: what one thing they can mean, and that what is unclear or turned round is none."""

from datetime import date

import pytest

from backplan.cli.interview import clearance, comfort, days, pain
from backplan.cli.sentences.leg import LEG_MEANS, LEG_WORDS
from backplan.cli.terminal import asking, freely
from backplan.cli.terminal.listed import AnswerList, Headed
from backplan.cli.terminal.ticking import Ticking
from backplan.errors import UsageError


@pytest.fixture(autouse=True)
def _on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKPLAN_TODAY", "2026-11-30")


@pytest.mark.parametrize(
    ("said", "worst"),
    [
        ("mornings are worse, maybe 5", 5),
        ("5 in the morning, 3 later", 5),
        ("up and down, about four", 4),
        ("3 sitting, 5 walking", 5),
        ("never more than 4", None),
        ("no more than 4", 4),
        ("not 5", None),
        ("less than 5", None),
        ("5 years", None),
        ("bad for 3 days", None),
        ("about 15", None),
        ("3.5 or so in bed", None),
        ("depends on the day", None),
    ],
)
def test_of_a_sentence_on_pain_the_highest_number_is_taken_where_it_is_clear(said: str, worst: int | None) -> None:
    assert max(freely.tens_within(said), default=None) == worst


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("half an hour if I'm lucky", 30),
        ("20 mins max", 20),
        ("15 to 20", 15),
        ("20-30 minutes", 20),
        ("10 or 15 minutes", 10),
        ("20ish", 20),
        ("20 minutes before it hurts", 20),
        ("an hour and a half with the dog", 90),
        ("not 20 minutes", None),
        ("less than 10", None),
        ("can't do 20", None),
        ("20 or half an hour", 30),
        ("10 minutes there, 10 minutes back", None),
        ("a mile", None),
    ],
)
def test_of_a_sentence_on_minutes_the_one_number_is_taken_and_of_two_the_fewer(said: str, minutes: int | None) -> None:
    assert freely.minutes_within(said) == minutes


ALL = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


@pytest.mark.parametrize(
    ("said", "those", "minutes"),
    [
        ("most days but not Sunday", ALL[:6], None),
        ("every day except sunday half an hour", ALL[:6], 30),
        ("not on saturdays or sundays", ALL[:5], None),
        ("weekdays but not wednesday, 20", ["mon", "tue", "thu", "fri"], 20),
        ("3 times a week", ["mon", "wed", "fri"], None),
        ("three or four days a week, 20 minutes", ["mon", "wed", "fri"], 20),
        ("twice a week", ["mon", "thu"], None),
        ("ten minutes a day", ALL, 10),
        ("a quarter of an hour a day", ALL, 15),
        ("mon wed fri 20 minutes a day", ["mon", "wed", "fri"], 20),
        ("every other day, half an hour if I'm lucky", ["mon", "wed", "fri"], 30),
        ("tuesday and thursday mornings", ["tue", "thu"], None),
        ("every day if I can, ten minutes or so in the morning", ALL, 10),
        ("monday wednesday friday if i can, 20 mins", ["mon", "wed", "fri"], 20),
        ("three times a week if possible, 20 minutes", ["mon", "wed", "fri"], 20),
        ("I'd like to do every day, about 15 minutes", ALL, 15),
        ("first thing every day, 10 mins", ALL, 10),
        ("mon, wed, fri. 20 minutes.", ["mon", "wed", "fri"], 20),
        ("weekdays when my knee lets me, 15 minutes", ALL[:5], 15),
        ("tuesdays and thursdays, half an hour if I'm lucky", ["tue", "thu"], 30),
        ("not sundays, mornings best, twenty minutes or so", ALL[:6], 20),
        ("mon wed fri, mornings best, 20", ["mon", "wed", "fri"], 20),
        ("no sundays 20", ALL[:6], 20),
        ("i can't do sundays, 20", ALL[:6], 20),
        ("not at weekends, half an hour", ALL[:5], 30),
        ("all but sunday, 20", ALL[:6], 20),
        ("tusday and thrusday, quater of an hour", ["tue", "thu"], 15),
        ("mon fri hlaf an hour", ["mon", "fri"], 30),
        ("m w f 30", ["mon", "wed", "fri"], 30),
        ("mwf, half an hour", ["mon", "wed", "fri"], 30),
        ("t th 20", ["tue", "thu"], 20),
    ],
)
def test_days_are_read_as_people_say_them(said: str, those: list[str], minutes: int | None) -> None:
    assert days._days_and_minutes(said) == dict.fromkeys(those, minutes)


@pytest.mark.parametrize(
    "said",
    [
        "monday, if I can't then tuesday, 20",
        "mornings",
        "not sunday but maybe",
        "sunday but not sunday",
        "9 times a week",
        "mon wed a third of an hour",
        "tmw 20",
        "t t 20",
    ],
)
def test_days_that_nobody_can_tell_are_asked_for(said: str) -> None:
    with pytest.raises(UsageError):
        days._days_and_minutes(said)


@pytest.mark.parametrize(
    ("said", "so"),
    [
        ("yes he does", True), ("yes, all of them", True), ("he does", True), ("they know of it", True), ("sure", True),
        ("no", False), ("no he doesn't", False), ("they don't", False), ("no, never", False), ("none", False),
        ("no nothing like that", False),
    ],
)  # fmt: skip
def test_yes_and_no_may_be_said_in_more_words(said: str, so: bool) -> None:
    assert asking.yes(said) is so


@pytest.mark.parametrize(
    "said",
    ["yes but not of all", "yes, some of them", "yes, I think so", "I think so", "probably", "yes if it is mild",
     "he knows some of it", "yes, most of it", "maybe", "not really sure", "yes, except the heart", "not really",
     "he knows nothing", "they know little of it", "no more than usual", "no, only the foot", "I do worry"],
)  # fmt: skip
def test_a_yes_with_something_held_back_is_asked_again(said: str) -> None:
    with pytest.raises(UsageError, match="y or n"):
        asking.yes(said)


@pytest.mark.parametrize(
    ("said", "who", "on"),
    [
        ("my GP said it's fine", "doctor", None),
        ("yes, my doctor", "doctor", None),
        ("the doctor, two weeks ago", "doctor", "2026-11-16"),
        ("my GP says I can exercise", "doctor", None),
        ("my doctor did, in October", "doctor", "2026-10-01"),
        ("my cardiologist, last month", "doctor", "2026-10-01"),
        ("GP said okay", "doctor", None),
        ("gp gave me the go ahead", "doctor", None),
        ("dr patel", "doctor", None),
        ("my dr. o'neill", "doctor", None),
        ("dr yesterday", "doctor", "2026-11-29"),
        ("my GP said exercise would be fine", "doctor", None),
        ("the physio told me to exercise, 3 weeks ago", "physiotherapist", "2026-11-09"),
        ("the doctor, it must have been 3 weeks ago", "doctor", "2026-11-09"),
        ("Dr Patel, on the 10th of november", "doctor", "2026-11-10"),
        ("physio, last tuesday", "physiotherapist", "2026-11-24"),
        ("doctor say ok, 1 week before", "doctor", "2026-11-23"),
        ("doc gave me the ok on friday", "doctor", "2026-11-27"),
        ("two weeks ago, doctor", "doctor", "2026-11-16"),
        ("it was my GP, about three weeks back", "doctor", "2026-11-09"),
        ("the consultant, early november", "doctor", "2026-11-01"),
        ("nobody yet", "none", None),
        ("not yet", "none", None),
    ],
)
def test_who_agreed_is_read_from_the_sentence(said: str, who: str, on: str | None) -> None:
    assert clearance._clinician_and_day(said, date(2026, 11, 30)) == (who, on)


@pytest.mark.parametrize(
    ("said", "who", "on"),
    [("my doctor said about two weeks ago that I should move", "doctor", "2026-11-16"),
     ("my GP told me in October to keep moving", "doctor", "2026-10-01"),
     ("the physio said carry on, three weeks ago", "physiotherapist", "2026-11-09"),
     ("my physio said last monday that swimming is fine", "physiotherapist", "2026-11-23"),
     ("doctor phoned, last monday", "doctor", "2026-11-23"),
     ("I think my doctor agreed last monday", "doctor", "2026-11-23"),
     ("my doctor must have agreed last monday", "doctor", "2026-11-23")],
)  # fmt: skip
@pytest.mark.parametrize("answer", ["y", "n", "not sure"])
def test_of_words_that_may_be_less_than_an_agreement_it_is_asked_whether_they_are_one_and_the_day_is_kept(
    said: str, who: str, on: str, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "prompt", lambda *_: answer)
    found = clearance._clinician_and_day(said, date(2026, 11, 30))
    assert found == ((who, on) if answer == "y" else ("none", None))


@pytest.mark.parametrize(
    ("said", "who", "on"),
    [("docter said ok in octobr", "doctor", "2026-10-01"), ("doctor 2 novemeber", "doctor", "2026-11-02"),
     ("phisio october", "physiotherapist", "2026-10-01"), ("surgon in march", "surgeon", "2026-03-01"),
     ("docter", "doctor", None), ("phisio", "physiotherapist", None), ("my docters", "doctor", None),
     ("docters 2 nov", "doctor", "2026-11-02"), ("the practice phisio", "physiotherapist", None)],
)  # fmt: skip
def test_slips_in_writing_who_agreed_and_when_are_taken_and_told(
    said: str, who: str, on: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert clearance._clinician_and_day(said, date(2026, 11, 30)) == (who, on)
    assert "Taken as " in capsys.readouterr().out


@pytest.mark.parametrize(
    "said",
    [
        "docter said no in october",
        "I saw my docter last week",
        "octobr",
        "nurses",
        "dr refused",
        "dr disagrees",
        "dr maybe",
    ],
)
def test_a_slip_makes_no_agreement_of_what_is_none(said: str) -> None:
    with pytest.raises(UsageError):
        clearance._clinician_and_day(said, date(2026, 11, 30))


@pytest.mark.parametrize("said", ["my GP said walking was fine", "the doctor told me to lose weight"])
def test_what_a_clinician_said_that_may_be_less_is_asked_about_and_not_for_its_day(said: str) -> None:
    with pytest.raises(UsageError, match="their word that you may exercise"):
        clearance._clinician_and_day(said, date(2026, 11, 30))


@pytest.mark.parametrize("said", ["I saw my doctor last week", "been to the physio", "doctor's appointment on monday"])
def test_who_has_seen_somebody_is_told_that_this_is_not_an_agreement(said: str) -> None:
    with pytest.raises(UsageError, match="not yet their word"):
        clearance._clinician_and_day(said, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("said", "answer"),
    [("oh. yes he knows about my asthma", True), ("um, yes", True), ("well, no", False), ("oh no", False)],
)
def test_a_word_before_the_answer_changes_nothing(said: str, answer: bool) -> None:
    assert freely.answer_to(said) is answer


@pytest.mark.parametrize(
    "said",
    ["my GP said no", "my GP said I should not", "the doctor said it's not fine", "my GP didn't say", "my wife", "yes",
     "the nurse", "my GP said to wait", "dr refused", "my doctor disagreed",
     "I think my GP would say it's fine", "my GP said it's fine to rest",
     "my doctor said no last week", "the nurse at my doctor's, 2 weeks ago", "my wife, last week",
     "my GP would say fine, last week", "I saw my GP two weeks ago and he said to move",
     "my doctor told me to rest last week", "my doctor in 2023",
     "my surgeon on 2 may and my physio last week"],
)  # fmt: skip
def test_what_is_less_than_an_agreement_is_asked_again(said: str) -> None:
    with pytest.raises(UsageError):
        clearance._clinician_and_day(said, date(2026, 11, 30))


SIGNS = AnswerList("Any?", (Headed("", {"knee": "Knee trouble", "heart": "A disease of the heart"}),), deliberate=True)
LEG = AnswerList("How far?", (Headed("", {str(key): said for key, said in LEG_MEANS.items()}),), whole=LEG_WORDS)


@pytest.mark.parametrize(
    ("said", "leg"),
    [("not at all", "none"), ("just the back", "none"), ("my bottom", "buttock"), ("back of the leg", "thigh"),
     ("sometimes to the calf", "calf"), ("toes", "foot")],
)  # fmt: skip
def test_the_leg_is_told_in_peoples_words(said: str, leg: str) -> None:
    ticking = Ticking(LEG, (), one=True)
    assert [ticking.press(key) for key in (*said, "enter")][-1]
    assert ticking.found == [leg]


def test_what_says_more_than_the_list_leads_there_and_answers_nothing_by_itself() -> None:
    signs, leg = Ticking(SIGNS, ()), Ticking(LEG, (), one=True)
    for key in (*"creaky knees", "enter"):
        signs.press(key)
    assert (signs.at, signs.found, signs.said) == (
        "knee",
        [],
        "Enter ticks it, if that is so: Knee trouble. If none of these is so, type none.",
    )
    assert not any(leg.press(key) for key in (*"as far as my calf", "enter"))
    assert (leg.at, leg.press("enter")) == ("calf", True)


def test_where_a_word_may_be_two_answers_it_is_only_led_to() -> None:
    ticking = Ticking(LEG, (), one=True)
    assert not any(ticking.press(key) for key in (*"to the knee", "enter"))
    assert ticking.at in ("thigh", "calf")


@pytest.mark.parametrize(("said", "found"), [("my bad knees", ["knee"]), ("a bit of heart trouble", ["heart"]),
                                             ("no knee trouble", []), ("not my heart", [])])  # fmt: skip
def test_a_list_is_searched_by_the_words_that_tell_something(said: str, found: list[str]) -> None:
    ticking = Ticking(SIGNS, ())
    for key in (*said, "enter"):
        ticking.press(key)
    assert ticking.found == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("my knee is bad and I have heart trouble", ["knee", "heart"]),
        ("my knee is bad and something else", ["knee"]),
        ("my knee and no heart trouble", ["knee"]),
        ("no knee trouble and my heart is fine", []),
    ],
)
def test_each_clause_of_a_sentence_ticks_what_it_tells(said: str, found: list[str]) -> None:
    ticking = Ticking(SIGNS, ())
    for key in (*said, "enter"):
        ticking.press(key)
    assert sorted(ticking.found) == sorted(found)


@pytest.mark.parametrize(
    ("said", "told"), [("I have a chair and a mat", True), ("chair", True), ("a chair and a band", False)]
)
def test_what_is_taken_for_granted_is_said_so_and_ticks_nothing(said: str, told: bool) -> None:
    listed = AnswerList(
        "What else?",
        (Headed("", {"band": "A band", "pedals": "Pedals for a chair"}),),
        granted=frozenset({"mat", "chair"}),
    )
    ticking = Ticking(listed, ())
    for key in (*said, "enter"):
        ticking.press(key)
    assert ("taken for granted" in ticking.said) is told
    assert ticking.found == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("I walk a bit", {"aerobic_minutes": 5}),
        ("not far", {"aerobic_minutes": 5}),
        ("a few minutes", {"aerobic_minutes": 3}),
        ("10 to 15 minutes", {"aerobic_minutes": 10}),
        ("walk 15", {"walk": 15}),
        ("walk 10, cycle none", {"walk": 10}),
    ],
)
def test_comfortable_minutes_are_read_from_a_sentence(said: str, found: dict[str, int]) -> None:
    assert comfort._minutes_or_kinds(said) == found


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("half an hour if I'm lucky", 15), ("20 minutes on a good day", 10), ("up to 20 minutes", 10),
        ("10 at most", 5),
        ("less than ten minutes", 5), ("under 10", 5), ("not even 5", 2), ("barely 10", 5), ("not quite a minute", 1),
        ("as long as I like", 30), ("no limit", 30), ("between 5 and 10", 5),
    ],
)  # fmt: skip
def test_what_is_the_end_of_what_can_be_done_or_has_none_is_begun_well_within(said: str, minutes: int) -> None:
    assert comfort._minutes_or_kinds(said) == {"aerobic_minutes": minutes}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("about 10, in the pool 30", {"walk": 10, "swim": 30}),
        ("walking 10 minutes and cycling half an hour", {"walk": 10, "cycle": 30}),
        ("on foot ten, bike 20", {"walk": 10, "cycle": 20}),
        ("walk 60 cycle 45", {"walk": 60, "cycle": 45}),
        ("walking 10 mins cycling about 15 swim 20", {"walk": 10, "cycle": 15, "swim": 20}),
        ("10 walk 15 bike", {"walk": 10, "cycle": 15}),
        ("walk 45 cycle 1h", {"walk": 45, "cycle": 60}),
        ("walk half an hour bike an hour", {"walk": 30, "cycle": 60}),
    ],
)
def test_minutes_of_several_kinds_are_read_apart(said: str, found: dict[str, int]) -> None:
    assert comfort._minutes_or_kinds(said) == found
    for unclear in ("ten, twenty", "i have not walked for ages", "walk 45 then cycle 1h", "a third of an hour"):
        with pytest.raises(UsageError):
            comfort._minutes_or_kinds(unclear)


@pytest.mark.parametrize(
    ("said", "who", "on"),
    [
        ("gp surgery", "doctor", None), ("the surgery", "doctor", None), ("gp surgery, 2 nov", "doctor", "2026-11-02"),
        ("doctors surgery in october", "doctor", "2026-10-01"), ("my doctor's practice", "doctor", None),
        ("the practice, 3 weeks ago", "doctor", "2026-11-09"), ("health centre", "doctor", None),
        ("pain clinic 2 nov", "doctor", "2026-11-02"), ("physio clinic", "physiotherapist", None),
        ("the clinic on 2 november", "doctor", "2026-11-02"), ("gp practice agreed", "doctor", None),
        ("the practice physio", "physiotherapist", None), ("dr patel at the surgery", "doctor", None),
        ("my gp is dr x", "doctor", None), ("my gp, dr patel, 2 nov", "doctor", "2026-11-02"),
    ],
)  # fmt: skip
def test_the_place_of_a_clinician_or_their_name_is_who_agreed(said: str, who: str, on: str | None) -> None:
    assert clearance._clinician_and_day(said, date(2026, 11, 30)) == (who, on)


@pytest.mark.parametrize(
    "said",
    ["my surgery", "surgery in may", "back surgery in may", "spine surgery 2 may", "practice nurse",
     "the surgery nurse", "nurse at the surgery", "the surgery on my back", "i had surgery"],
)  # fmt: skip
def test_an_operation_and_a_nurse_are_no_clinicians_place(said: str) -> None:
    with pytest.raises(UsageError):
        clearance._clinician_and_day(said, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("said", "so"),
    [("yse", True), ("yess", True), ("yea", True), ("ye", True), ("eys", True), ("noo", False), ("nop", False)],
)
def test_a_slip_of_yes_or_no_is_one(said: str, so: bool) -> None:
    assert freely.answer_to(said) is so


@pytest.mark.parametrize(
    ("said", "leg"),
    [("3 4, 2019, no leg pain", "none"), ("3 4 2019 no leg pain", "none"), ("4 3 since may, not in the leg", "none"),
     ("4,3, 2019, left buttock", "buttock"), ("6, usually 5, two years, down to the calf", "calf"),
     ("5 4 since may down to my foot", "foot")],
)  # fmt: skip
def test_an_answer_on_pain_may_tell_the_leg_too(said: str, leg: str) -> None:
    now, usual, since, of_leg = pain._pain_and_leg(said)
    found = pain._leg_of(of_leg)
    assert (now in (3, 4, 5, 6), usual in (3, 4, 5), bool(since), found and found.leg) == (True, True, True, leg)


@pytest.mark.parametrize(
    "said", ["4 in my back, 6 in my leg, since may", "my leg, 6", "my back and hip, 4", "3 4, may"]
)
def test_of_a_leg_with_a_number_of_its_own_it_is_asked_how_far_down(said: str) -> None:
    assert pain._leg_of(pain._pain_and_leg(said)[3]) is None


def test_an_answer_to_who_agreed_is_no_number_of_pain() -> None:
    assert freely.tens_within("doctor 3 nvo") == []
