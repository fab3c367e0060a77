"""What people say of a day in a sentence: how far the session was done, its pain, and how it was, as they say it."""

from pathlib import Path
from typing import Any

import pytest

from backplan.cli.sentences.days import several_days
from backplan.cli.sentences.sentence import ToldInWords, read_words, without_day
from backplan.errors import UsageError
from tests.support.cli import diary_of, run, started, week_of

ALL = [
    ("did everything today, hurt a bit, 4 out of 10", {"pain": 4, "peak": 4, "beside": "hurt a bit"}),
    ("all done, back at 3/10", {"pain": 3}),
    ("done, sore but fine, 2", {"pain": 2, "beside": "sore, fine"}),
    ("did my exercises this morning, felt ok", {"pain": None, "beside": "felt ok"}),
    ("finished the whole session, no pain", {"pain": 0}),
    ("got through all of it, back a bit sore", {"beside": "back a bit sore"}),
    ("I managed the whole thing today", {}),
    ("exercises done, bit stiff", {"beside": "bit stiff"}),
    ("session done and it felt good", {"beside": "it felt good"}),
    ("did all my exercises and my back was about a 5", {"pain": 5}),
    ("whole session done, a little sore after, maybe 4", {"pain": None, "peak": 4}),
    ("ticked everything off today", {}),
    ("session ok, pain 3 before, 4 during", {"pain": 3, "peak": 4}),
    ("made it through, bit sore after", {"beside": "bit sore after"}),
    ("all of it but slower than usual, pain 3", {"pain": 3, "beside": "slower than usual"}),
    ("all done but my knee twinged", {"beside": "my knee twinged"}),
    ("all good, did everything", {"beside": "all good"}),
    ("did everything on the list, slight ache in the lower back", {}),
    ("did all of today's exercises, hurt at the end, 5", {"pain": None, "peak": 5}),
    ("done it all but slowly, pain 4", {"pain": 4, "beside": "slowly"}),
    ("finally did it all, worst was 6", {"peak": 6}),
    ("did all the exercises. Pain 3. Bit tired.", {"pain": 3, "beside": "Bit tired"}),
    ("did today's session, pain level 3", {"pain": 3}),
    ("everything done - back feels better", {"beside": "back feels better"}),
    ("done for today, pain at 4", {"pain": 4}),
    ("did it all today and it hurt 7 out of 10", {"pain": 7, "peak": 7}),
    ("I've done everything, my back is at 2", {"pain": 2}),
    ("did the whole routine, pain stayed at 3", {"pain": 3}),
    ("exercises went well today, pain 2", {"pain": 2}),
    ("managed all the exercises even though back was sore, 4", {"pain": 4, "beside": "back was sore"}),
    ("did it, sore, worst 5, effort 4", {"peak": 5, "effort": 4, "beside": "sore"}),
    ("done 20 mins, felt good", {"beside": "20 mins, felt good"}),
    ("did my session for 25 minutes, pain 3", {"pain": 3, "beside": "25 minutes"}),
    ("20 minutes, all done", {"beside": "20 minutes"}),
    ("everything done in half an hour", {"beside": "half an hour"}),
    ("skipped the clamshell, rest done", {"left_out": ("clamshell",)}),
    ("couldn't do the plank and the bridge, but did all the others", {"left_out": ("plank", "bridge")}),
    ("all done bar the clamshells", {"left_out": ("clamshells",)}),
    ("everything done apart from the side thing", {"left_out": ("side",)}),
    ("did the session slowly, took breaks, 40 min", {"beside": "slowly, took breaks, 40 min"}),
    ("did it this morning before work", {"beside": "before work"}),
    ("done, pain 4 during, 2 now", {"peak": 4}),
    ("I've done my back exercises", {}),
    ("finsihed it all, back a bit sore", {"beside": "back a bit sore"}),
    ("did evrything", {}),
    ("smashed it, felt easy", {"beside": "felt easy"}),
    ("did all bar the clamshell, raining", {"left_out": ("clamshell",), "beside": "raining"}),
    ("did the exercises lying in bed", {"beside": "lying in bed"}),
]
PART = [
    ("did the walk and half the core, wall plank hurt", {"why": "wall plank hurt"}),
    ("did half, back was at 5", {"pain": 5}),
    ("didnt have time for the walk", {}),
    ("only did half of it, hurt too much, 6/10", {"pain": 6, "peak": 6, "why": "hurt too much"}),
    ("managed about half", {"pain": None}),
    ("did the walk but not the rest", {}),
    ("only the walk today, back sore", {"why": "back sore"}),
    ("just did the stretches, pain 3", {"pain": 3}),
    ("did the first half then stopped, pain went up to 6", {"peak": 6}),
    ("stopped halfway, too sore", {"why": "too sore"}),
    ("half the session, got interrupted", {"why": "got interrupted"}),
    ("did the core but skipped the walk", {}),
    ("started but couldn't finish, pain 6", {"pain": 6}),
    ("didn't finish, back was bad", {"why": "back was bad"}),
    ("did 3 of the 5 exercises", {}),
    ("couldn't do all of it, sore", {"why": "sore"}),
    ("did as much as I could, pain 5", {"pain": 5}),
    ("nearly all of it, pain 2", {"pain": 2}),
    ("cut it short, pain 5", {"pain": 5}),
    ("skipped the last two, hurt a bit", {"why": "hurt a bit"}),
    ("did 15 minutes then stopped because of pain", {"pain": None}),
    ("did the warm up and that was it", {}),
    ("only had time for the walk", {}),
    ("did the strength bit only, back ok", {"why": "back ok"}),
    ("skipped the stretches, did the rest", {}),
    ("did it all, but had to stop after the walk", {}),
    ("half done, ran out of time", {"why": "ran out of time"}),
    ("managed about half before the kids woke up", {"why": "before the kids woke up"}),
    ("walk done, no core today", {}),
    ("did the standing ones only, floor too hard", {"why": "floor too hard"}),
    ("did the strength bit, too tired for the core", {}),
    ("did 20 of the 45 minutes", {}),
    ("had to cut it short, phone rang", {"why": "phone rang"}),
    ("stretches only, knackered", {"why": "knackered"}),
    ("tried but it hurt too much", {"why": "it hurt too much"}),
    ("bridge hurt, stopped", {"why": "bridge hurt, stopped"}),
]
NO = [
    ("didn't do anything today, back hurts", {"why": "back hurts"}),
    ("couldn't do it today, pain 7", {"pain": 7}),
    ("did nothing, 6 out of 10", {"pain": 6}),
    ("not today, tired", {"why": "tired"}),
    ("had no time today", {"why": "had no time"}),
    ("didnt have time today", {"why": "didnt have time"}),
    ("didn't have the energy", {"why": "didn't have the energy"}),
    ("haven't had time", {"why": "haven't had time"}),
    ("ran out of time", {"why": "ran out of time"}),
    ("couldn't be bothered", {"why": "couldn't be bothered"}),
    ("not in the mood today", {"why": "not in the mood"}),
    ("never got round to it", {"why": None}),
    ("not possible today", {"why": None}),
    ("havent done it", {"why": None}),
    ("completely forgot", {"why": "completely forgot"}),
    ("was working late", {"why": "was working late"}),
    ("had visitors", {"why": "had visitors"}),
    ("my son was sick", {"why": "my son was sick"}),
    ("something came up at work", {"why": "something came up at work"}),
    ("it rained", {"why": "it rained"}),
    ("overslept", {"why": "overslept"}),
    ("didnt have time, visitors", {"why": "didnt have time; visitors"}),
    ("didn't get round to it", {}),
    ("didn't bother today", {}),
    ("ill in bed with flu", {}),
    ("back in spasm, couldn't do anything, 8/10", {"pain": 8, "why": "back in spasm"}),
    ("I was too tired and did nothing", {"why": "too tired"}),
    ("too sore to do anything, 7/10", {"pain": 7, "why": "too sore"}),
    ("stayed in bed, back awful", {"why": "back awful"}),
    ("did not do my exercises today", {}),
    ("haven't done anything today", {}),
    ("gave it a miss, bad back", {"why": "bad back"}),
    ("took a day off, pain 4", {"pain": 4}),
    ("I didn't exercise today, pain 3", {"pain": 3}),
    ("didn't feel like it", {}),
    ("nothing done, kids ill, pain 3", {"pain": 3, "why": "kids ill"}),
    ("skipped today because my back was sore, 5", {"pain": 5, "why": "my back was sore"}),
    ("too tired after work", {"why": "too tired; after work"}),
    ("cant today, back out", {"why": "back out"}),
    ("couldnt do anything it hurt too much this morning", {"why": "it hurt too much this morning"}),
    ("cant do anything today my back is too bad", {"why": "my back is too bad"}),
    ("couldnt do any of it i was in agony, 8", {"pain": 8, "why": "i was in agony"}),
    ("skipped it too sore", {"why": "too sore"}),
    ("couldnt face the exercises too tired", {"why": "too tired"}),
    ("couldnt do it cos my back was bad", {"why": "my back was bad"}),
    ("did nothing my back was awful", {"why": "my back was awful"}),
]


@pytest.mark.parametrize(
    "words",
    ["couldnt sleep my back hurt", "couldnt do the bridge my knee hurt", "couldnt do it all my knee hurt",
     "did it all my back was sore", "no my back is bad"],
)  # fmt: skip
def test_what_hurt_lets_no_session_go_by_itself(words: str) -> None:
    found = read_words(words)
    assert found is None or found.done != "no"


@pytest.mark.parametrize(
    ("words", "flare", "score"),
    [
        ("my back feels better today", False, True), ("it helped my back", False, True),
        ("my back is no better", True, True), ("my back hurts", True, True),
        ("couldnt sleep my back hurt", True, True), ("I can put my socks on again", False, False),
    ],
)  # fmt: skip
def test_who_feels_better_is_not_told_of_a_flare_and_who_cannot_for_pain_is_asked_for_its_number(
    words: str, home: Path, *, flare: bool, score: bool
) -> None:
    started(home)
    noted = run("log", words, home=home).out
    assert ("`backplan log flare`" in noted, "`backplan log pain N`" in noted) == (flare, score)


@pytest.mark.parametrize(
    ("words", "done", "held"),
    [(words, done, held) for done, rows in (("all", ALL), ("part", PART), ("no", NO)) for words, held in rows],
)
def test_a_sentence_tells_how_far_a_session_was_done_and_how_it_was(
    words: str, done: str, held: dict[str, Any]
) -> None:
    found = read_words(without_day(words).words)
    assert found is not None
    assert (found.done, found.activity) == (done, None)
    assert {key: getattr(found, key) for key in held} == held


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("went for a walk instead, 30 minutes, back at 3", {"exercise": "walking", "minutes": 30, "pain": 3}),
        ("swam for 20 minutes, felt good", {"exercise": "swimming", "minutes": 20, "note": "felt good"}),
        ("did 40 minutes of yoga instead, pain 2/10", {"exercise": "yoga", "minutes": 40, "pain": 2}),
        ("gardened for an hour and my back hurt, 5", {"exercise": "gardening", "minutes": 60, "pain": 5, "peak": 5}),
        ("housework 1 hour, back is at 6", {"exercise": "housework", "minutes": 60, "pain": 6}),
        ("instead of the session I walked 30 minutes", {"exercise": "walking", "minutes": 30}),
        ("pilates class 50 min, hurt a bit, 4 out of 10", {"exercise": "pilates-class", "minutes": 50, "pain": 4}),
        ("20 minutes walk, then my back hurt", {"exercise": "walking", "minutes": 20, "note": "my back hurt"}),
        ("tai chi 40 minutes felt great", {"exercise": "tai-chi", "minutes": 40, "note": "felt great"}),
        ("went for a 20 minute walk, back at 3/10", {"exercise": "walking", "minutes": 20, "pain": 3}),
        ("walked the dog 30 minutes, sore but fine, 2", {"exercise": "walking-the-dog", "pain": 2}),
        ("just walked today, 20 minutes", {"exercise": "walking", "minutes": 20}),
    ],
)
def test_something_else_that_was_done_is_told_with_how_it_was(words: str, held: dict[str, Any], home: Path) -> None:
    started(home)
    assert run("log", words, home=home).code == 0
    assert [{key: each[key] for key in held} for each in diary_of(home)[-1:]] == [held]


@pytest.mark.parametrize("words", ["felt good, 8/10", "walking 25 minutes 3/10"])
def test_a_number_beside_no_word_of_pain_may_be_of_anything_and_is_asked_about(words: str) -> None:
    with pytest.raises(UsageError, match="say what it is of"):
        read_words(words)


@pytest.mark.parametrize(
    "words",
    ["did it, it was fine, 2", "did it, felt good, 8/10", "all done, felt easier, about 4", "did half, fine, 3"],
)
def test_a_number_beside_a_session_that_may_be_of_anything_is_kept_as_a_word_and_said(words: str, home: Path) -> None:
    started(home)
    done = run("log", words, home=home)
    (entry,) = [each for each in diary_of(home) if each["kind"] == "session"]
    number = words.rpartition(", ")[2]
    assert done.code == 0
    assert f"“{number}” may be of pain or of effort" in " ".join(done.out.split())
    assert number in f"{entry['note']} {entry['why']}"
    assert (entry["pain"], entry["peak"], entry["effort"]) == (None, None, None)


@pytest.mark.parametrize(
    ("words", "done", "note"),
    [
        ("did the rest with my calves on the chair", "part", "with my calves on the chair"),
        ("all done with a cushion under my hips", "all", "with a cushion under my hips"),
        ("managed everything but took longer than usual", "all", "took longer than usual"),
        ("did it, feet up on the sofa", "all", "feet up on the sofa"),
    ],
)
def test_how_or_where_it_was_done_is_no_pain_and_nothing_left_out(words: str, done: str, note: str, home: Path) -> None:
    started(home)
    shown = run("log", words, home=home)
    (entry,) = [each for each in diary_of(home) if each["kind"] == "session"]
    assert (entry["done"], entry["not"], note in f"{entry['note']} {entry['why']}") == (done, [], True)
    assert "Your own words" not in shown.out


@pytest.mark.parametrize(
    "words", ["banged my head on the table", "fell, hit my leg on the step", "trapped my foot under the chair"]
)
def test_a_part_of_the_body_that_was_hit_by_a_thing_does_not_rest_on_it(words: str, home: Path) -> None:
    started(home)
    assert "Your own words" in run("log", words, home=home).out


@pytest.mark.parametrize("words", ["my hip is pinching", "hip pinches when I sit", "my knee is clicking"])
def test_mild_trouble_with_a_joint_brings_no_list_of_signs(words: str, home: Path) -> None:
    started(home)
    assert "Your own words" not in run("log", words, home=home).out


@pytest.mark.parametrize(
    ("words", "pain"), [("bit better", None), ("stiff, 4", 4), ("stiff but ok, maybe 3", 3), ("three", 3), ("3/10", 3)]
)
def test_the_morning_may_be_words_behind_its_flag(words: str, pain: int | None, home: Path) -> None:
    started(home)
    assert run("log", "--morning", *words.split(), home=home).code == 0
    last = diary_of(home)[-1]
    assert (last["pain"], last["kind"]) == (pain, "pain" if pain is None else "morning")
    assert pain is not None or "bit better" in last["note"]


@pytest.mark.parametrize(
    ("words", "pain"), [("better than yesterday, 3", 3), ("hurt a bit, 4 out of 10", 4), ("sore but fine, 2", 2)]
)
def test_how_the_back_is_without_a_session_is_pain_in_words_and_its_number(words: str, pain: int) -> None:
    found = read_words(words)
    assert found is not None
    assert (found.words, found.pain, found.of_session) == (words, pain, False)


def test_what_hurt_in_part_of_a_session_is_offered_another_way_on(home: Path) -> None:
    started(home)
    on = next(
        day["date"]
        for day in week_of(home)["days"]
        if any(
            item["exercise"] == "side-bridge-wall"
            for session in day["sessions"]
            for block in session["blocks"]
            for item in block["items"]
        )
    )
    done = run("log", "did the walk and half the core, wall plank hurt", home=home, today=on)
    assert "part of a session" in done.out
    assert "`backplan swap side-bridge-wall" in done.out


def test_a_session_told_beside_a_sign_is_noted_with_it(home: Path) -> None:
    started(home)
    done = run("log", "did everything today, leg a bit numb, pain 3", home=home)
    entry = diary_of(home)[-1]
    assert (entry["kind"], entry["done"], entry["pain"]) == ("session", "all", 3)
    assert "`backplan log --numb`" in done.out


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("took two ibuprofen and rested", {"kind": "session", "done": "no"}),
        ("took 2 paracetamol", {"kind": "pain", "note": "took 2 paracetamol"}),
        ("ibuprofen 30 minutes", {"kind": "pain", "minutes": None}),
        ("yesterday took my pills, back is at 6", {"kind": "pain", "pain": 6, "date": "2026-11-22"}),
        ("took my naproxen, did everything, pain 3", {"kind": "session", "done": "all", "pain": 3}),
        ("walked 20 minutes after taking ibuprofen", {"kind": "activity", "exercise": "walking", "minutes": 20}),
    ],
)
def test_a_medicine_is_a_note_of_ones_own_and_no_activity(words: str, held: dict[str, Any], home: Path) -> None:
    started(home)
    assert run("log", words, home=home).code == 0
    entry = max(diary_of(home), key=lambda each: int(each["id"]))
    assert {key: entry[key] for key in held} == held


@pytest.mark.parametrize(
    "args", [["log", "ibuprofen", "--minutes", "30"], ["log", "--not", "ibuprofen"], ["why", "aspirin"]]
)
def test_no_medicine_is_repeated_in_what_is_advised(args: list[str], home: Path) -> None:
    started(home)
    done = run(*args, home=home)
    assert done.code != 0
    assert not any(word in done.err + done.out for word in ("ibuprofen", "aspirin"))


NAMED = ["put on my socks", "sit through a film", "walk to the shops"]


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("I can put my socks on again, 6", {"kind": "function", "function": "put on my socks", "score": 6}),
        ("putting my socks on is easier now, 7/10", {"function": "put on my socks", "score": 7}),
        ("could sit through a film today, 8 out of 10", {"function": "sit through a film", "score": 8}),
        ("I can walk to the shops again: 7", {"function": "walk to the shops", "score": 7}),
        ("walk to the shops 20", {"kind": "activity", "minutes": 20}),
        ("I can put my socks on again", {"kind": "pain", "note": "I can put my socks on again", "minutes": None}),
        ("I can climb the stairs again, 5", {"kind": "pain", "pain": None, "minutes": None}),
        ("stairs are easier now, pain 3", {"kind": "pain", "pain": 3, "minutes": None}),
        ("managed to walk 20 minutes", {"kind": "activity", "exercise": "walking", "minutes": 20}),
    ],
)
def test_what_somebody_can_do_again_is_scored_or_a_note_and_no_minutes(
    words: str, held: dict[str, Any], home: Path
) -> None:
    started(home, functions=NAMED)
    assert run("log", words, home=home).code == 0
    assert [{key: each[key] for key in held} for each in diary_of(home)[-1:]] == [held]


@pytest.mark.parametrize(
    ("words", "what", "minutes"),
    [
        ("walk the dog 2x a day 15 min", "walk-the-dog", 30),
        ("walked the dog twice a day for 15 minutes", "walking-the-dog", 30),
        ("walked twice today, 15 minutes each", "walking", 30),
        ("cycled to work, 20 minutes each way", "cycling-to-work", 40),
        ("walked 15 minutes in the morning and 20 in the evening", "walking", 35),
    ],
)
def test_what_was_done_more_than_once_counts_each_time(words: str, what: str, minutes: int, home: Path) -> None:
    started(home)
    assert run("log", words, home=home).code == 0
    assert [(each["exercise"], each["minutes"]) for each in diary_of(home)[-1:]] == [(what, minutes)]


@pytest.mark.parametrize(
    ("words", "morning", "beside"),
    [
        ("morning 3 walk 20 minutes", 3, {"kind": "activity", "exercise": "walking", "minutes": 20}),
        ("woke up with 4, walked 20 minutes", 4, {"kind": "activity", "exercise": "walking", "minutes": 20}),
        ("morning 3, did everything, pain 2", 3, {"kind": "session", "done": "all", "pain": 2}),
        ("did everything, morning 3", 3, {"kind": "session", "done": "all", "pain": None}),
    ],
)
def test_a_morning_is_told_beside_something_else(words: str, morning: int, beside: dict[str, Any], home: Path) -> None:
    started(home)
    assert run("log", words, home=home).code == 0
    told_now = diary_of(home)[-2:]
    assert [each["pain"] for each in told_now if each["kind"] == "morning"] == [morning]
    assert [{key: each[key] for key in beside} for each in told_now if each["kind"] != "morning"] == [beside]


@pytest.mark.parametrize(
    ("words", "morning"),
    [
        ("bad morning, 7, could hardly get out of bed", 7), ("bad morning, 7", 7), ("terrible morning, about a 7", 7),
        ("it was a bad morning, 7 out of 10", 7), ("worst morning yet, 8 or 9", 9), ("a bad morning, 7/10", 7),
        ("not a good morning, 6", 6), ("better morning. 3", 3), ("7 this morning, could hardly get out of bed", 7),
    ],
)  # fmt: skip
def test_the_number_of_a_morning_that_is_called_good_or_bad_is_heeded(words: str, morning: int, home: Path) -> None:
    started(home)
    assert run("log", words, home=home).code == 0
    assert [(each["kind"], each["pain"], each["note"]) for each in diary_of(home)[-1:]] == [("morning", morning, words)]


def test_what_was_done_on_a_bad_morning_is_no_number_of_it() -> None:
    heard = [read_words(words) for words in ("bad morning, 7 stretches done", "bad morning, walked 7 minutes")]
    assert [each and each.morning for each in heard] == [None, None]


@pytest.mark.parametrize("words", ["back up to 100 minutes", "managed 40 minutes"])
def test_minutes_of_nothing_that_is_named_are_asked_about(words: str, home: Path) -> None:
    started(home)
    done = run("log", words, home=home)
    assert (done.code, "say what you did" in done.err) == (2, True)


@pytest.mark.parametrize(
    "words", ["this morning 3 km walk 40 minutes", "bike to work 2x15 min", "morning walk 30 minutes"]
)
def test_other_numbers_are_no_morning_and_no_times(words: str, home: Path) -> None:
    started(home)
    assert run("log", words, home=home).code == 0
    entry = diary_of(home)[-1]
    assert (entry["kind"], entry["minutes"]) == ("activity", 40 if "km" in words else 30)


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("woke up ok, 2", [{"kind": "morning", "pain": 2}]),
        ("woke up sore, 5", [{"kind": "morning", "pain": 5}]),
        ("slept badly, back 5 this morning", [{"kind": "morning", "pain": 5}]),
        ("slept badly, 3 hours", [{"kind": "pain", "note": "slept badly, 3 hours", "minutes": None}]),
        ("shoulder is stiff from the plank", [{"kind": "pain", "pain": None}]),
        ("garden was too much, pain 6 in the evening", [{"kind": "pain", "pain": 6}]),
        ("stood all day at work, back aching, 5", [{"kind": "pain", "pain": 5}]),
        ("back 2/10 all day", [{"kind": "pain", "pain": 2}]),
        ("back's a bit worse, 4", [{"kind": "pain", "pain": 4, "note": "back's a bit worse, 4"}]),
        ("did everything! 4 out of 10 at worst", [{"kind": "session", "done": "all", "peak": 4}]),
        ("did most of it, 3/10 pain", [{"kind": "session", "done": "part", "pain": 3}]),
        ("a flare, can hardly move, 7", [{"kind": "flare", "minutes": None}, {"kind": "pain", "pain": 7}]),
        ("walked 30 minutes with my wife, no pain at all", [{"exercise": "walking-with-my-wife", "minutes": 30}]),
        (
            "did everything, mowed the lawn 20 minutes",
            [{"done": "all"}, {"exercise": "mowing-the-lawn", "minutes": 20}],
        ),
        ("all done and then walked the dog for half an hour", [{"done": "all"}, {"exercise": "walking-the-dog"}]),
        ("bent down and back locked, pain 8", [{"kind": "pain", "pain": 8, "minutes": None}]),
        ("back twinged picking up a sock", [{"kind": "pain", "pain": None}]),
        ("two walks of 15 minutes", [{"exercise": "walking", "minutes": 30}]),
        ("did a bit of gardening (1hr)", [{"exercise": "gardening", "minutes": 60}]),
        ("30 mins on the bike", [{"exercise": "cycling", "minutes": 30}]),
        ("yoga for back pain 30 minutes", [{"exercise": "yoga-for-back-pain", "minutes": 30}]),
    ],
)
def test_a_day_is_told_as_people_tell_it(words: str, held: list[dict[str, Any]], home: Path) -> None:
    started(home)
    before = len(diary_of(home))
    assert run("log", words, home=home).code == 0
    noted = diary_of(home)[before:]
    assert [{key: each[key] for key in want} for each, want in zip(noted, held, strict=True)] == held


def test_a_day_may_be_a_slip_in_writing() -> None:
    assert without_day("yesturday did it all") == ("did it all", "yesterday")


WALKS = "2026-11-23"  # a day of the plan that holds a walk


def test_the_walk_of_a_session_is_not_counted_twice_and_more_than_it_is(home: Path) -> None:
    started(home)
    blocks = [block for each in week_of(home)["days"][0]["sessions"] for block in each["blocks"]]
    (walk,) = (item["dose"]["minutes"] for block in blocks if block["kind"] == "aerobic" for item in block["items"])
    run("log", f"did everything, walked {walk + 2} minutes", home=home, today=WALKS)
    assert [(each["kind"], each["note"]) for each in diary_of(home)[-1:]] == [("session", f"walked {walk + 2} minutes")]
    run("log", f"did everything, walked {walk + 38} minutes", "--again", home=home, today=WALKS)
    run("log", "did everything, and then walked another 10 minutes", "--again", home=home, today=WALKS)
    assert [each["minutes"] for each in diary_of(home) if each["kind"] == "activity"] == [38, 10]
    run("log", f"only managed the walk, {walk + 11} minutes", "--again", home=home, today=WALKS)
    assert [each["minutes"] for each in diary_of(home) if each["kind"] == "activity"] == [38, 10, 11]


def test_an_exercise_that_was_skipped_is_left_out_of_a_session_that_was_done(home: Path) -> None:
    started(home)
    done = run("log", "skipped the clamshell, too tired", home=home, today="2026-11-24")
    entry = diary_of(home)[-1]
    assert (entry["done"], entry["not"]) == ("all", ["clamshell"])
    assert "all but Clamshell" in done.out


def test_a_name_of_several_is_what_was_planned_that_day_or_else_the_commands_of_each(home: Path) -> None:
    started(home)
    told = run("log", "squat 10 minutes", home=home)
    assert told.code == 2
    assert "`backplan log mini-squat` or `backplan log box-squat`" in told.err


@pytest.mark.parametrize("words", ["not done yet", "will do it later", "tomorrow", "I'll do it tonight"])
def test_what_is_still_to_come_is_not_noted(words: str) -> None:
    with pytest.raises(UsageError, match="say it when it is done"):
        read_words(words)


@pytest.mark.parametrize(
    "words", ["working in the garden", "dancing at a party", "at the pool", "dark thoughts", "a cold bath"]
)
def test_what_moves_somebody_is_no_session_let_go(words: str, home: Path) -> None:
    started(home)
    done = run("log", *words.split(), home=home)
    assert (done.code, "how long?" in done.err) in ((2, True), (0, False))  # its minutes are asked, or it is a note
    assert {each["kind"] for each in diary_of(home)} <= {"pain"}


@pytest.mark.parametrize(
    ("words", "commands"),
    [
        ("monday wednesday and friday all done, pain 4", ["monday all done, pain 4", "friday all done, pain 4"]),
        ("tuesday and thursday done, pain 3", ["tuesday done, pain 3", "thursday done, pain 3"]),
        ("this week i did tuesday and saturday", ["tuesday all done", "saturday all done"]),
        (
            "friday all done, pain 3. saturday skipped it, too tired",
            ["friday all done, pain 3", "saturday skipped it, too tired"],
        ),
        ("i did monday and wednesday but not friday", ["wednesday all done", "friday skipped it"]),
        ("all done on monday, skipped wednesday", ["monday all done", "wednesday skipped it"]),
        ("did everything yesterday, today my back is sore", ["yesterday did everything", "today my back is sore"]),
        ("pain 3 on monday, 4 on tuesday", ["monday pain 3", "tuesday pain 4"]),
        ("monday to wednesday all done", ["monday all done", "tuesday all done", "wednesday all done"]),
        ("skipped tuesday and wednesday, ill", ["tuesday skipped, ill", "wednesday skipped, ill"]),
        ("walked 20 minutes today and yesterday", ["today walked 20 minutes", "yesterday walked 20 minutes"]),
    ],
)
def test_several_days_are_refused_with_what_notes_each(words: str, commands: list[str], home: Path) -> None:
    started(home)
    sunday, before = "2026-11-29", diary_of(home)
    done = run("log", *words.split(), home=home, today=sunday)
    assert (done.code, diary_of(home)) == (2, before)
    for command in commands:
        assert f"`backplan log {command}`" in done.err
        assert run("log", *command.split(), home=home, today=sunday).code == 0, command


@pytest.mark.parametrize(
    "words",
    [
        "all done today, better than yesterday",
        "sore since monday, all done today",
        "did tuesday's session today",
        "sat too long today, pain 5",
        "sat in the sun on saturday",
        "all done, yesterday evening",
    ],
)
def test_a_day_that_another_is_compared_with_is_not_told_of(words: str) -> None:
    assert not several_days(words)


@pytest.mark.parametrize("words", ["did all my sessions this week", "exercises my physio gave me"])
def test_no_minutes_are_asked_of_sessions(words: str, home: Path) -> None:
    started(home)
    done = run("log", *words.split(), home=home)
    assert (done.code, "how long" in done.err, "how far the session was done" in done.err) == (2, False, True)


@pytest.mark.parametrize("words", ["i walked 25 minutes tomorrow", "gardening tomorrow 30 minutes"])
def test_what_is_to_come_is_no_activity(words: str, home: Path) -> None:
    started(home)
    done = run("log", *words.split(), home=home)
    assert (done.code, "tomorrow is still to come" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "minutes", "note"),
    [
        ("i only walked 10 minutes and stretched, pain 6", 10, "stretched"),
        ("walk 30 minutes and some stretches", 30, "some stretches"),
        ("i walked for half an hour and did some stretching", 30, "did some stretching"),
    ],
)
def test_what_was_done_beside_without_its_time_is_a_note(words: str, minutes: int, note: str, home: Path) -> None:
    started(home)
    assert run("log", *words.split(), home=home).code == 0
    noted = diary_of(home)[-1]
    assert (noted["exercise"], noted["minutes"], noted["note"]) == ("walking", minutes, note)


def test_a_day_and_a_reason_within_the_sentence_are_of_the_session(home: Path) -> None:
    started(home)
    week_of(home)
    words = "did the exercises yesterday but not the walk because it rained"
    done = run("log", *words.split(), home=home, today="2026-11-24")
    assert done.code == 0, done.err
    noted = diary_of(home)[-1]
    assert (noted["date"], noted["not"], noted["why"]) == ("2026-11-23", ["easy-walk"], "it rained")


def test_what_is_left_out_and_was_not_in_the_session_loses_nothing_of_it(home: Path) -> None:
    started(home)
    held = {item["exercise"] for each in week_of(home)["days"][0]["sessions"] for block in each["blocks"]
            for item in block["items"]}  # fmt: skip
    assert "heel-slide" not in held
    done = run("log", *["did", "everything", "except", "the", "heel", "slide,", "pain", "3", "effort", "4"], home=home)
    assert (done.code, "was not in that session" in done.err) == (0, True)
    noted = diary_of(home)[-1]
    assert (noted["done"], noted["pain"], noted["effort"], noted["note"]) == ("all", 3, 4, "all but heel slide")


def test_what_is_left_out_and_is_not_known_makes_it_part_of_a_session(home: Path) -> None:
    started(home)
    week_of(home)
    done = run("log", *["did", "everything", "except", "the", "wobbly", "thing,", "pain", "3"], home=home)
    assert (done.code, "partly done" in done.err) == (0, True)
    assert (diary_of(home)[-1]["done"], diary_of(home)[-1]["pain"]) == ("part", 3)


def test_what_somebody_cannot_kneel_for_is_named_with_what_puts_another_in_its_place(home: Path) -> None:
    started(home)
    week_of(home)
    assert "`backplan swap bird-dog-leg`" in run("log", "i", "cant", "kneel", "today", home=home).out
    assert "--function" in run("log", "i", "cant", "put", "on", "my", "socks", home=home).out


def test_a_long_activity_soon_after_a_flare_is_told_of_pacing(home: Path) -> None:
    started(home)
    words = ("log", "gardening", "2", "hours")
    assert "backplan cope pacing" not in run(*words, home=home).out
    run("log", "flare", home=home)
    assert "backplan cope pacing" in run(*words, home=home, today="2026-11-25").out
    assert "backplan cope pacing" not in run("log", "gardening", "20", "minutes", home=home, today="2026-11-25").out
    assert "backplan cope pacing" not in run(*words, home=home, today="2026-12-20").out


@pytest.mark.parametrize("words", ["did 2/3 of it, 3 out of 10", "did half, 3/10"])
def test_a_number_out_of_ten_is_of_pain(words: str, home: Path) -> None:
    started(home)
    assert run("log", *words.split(), home=home).code == 0
    assert (diary_of(home)[-1]["done"], diary_of(home)[-1]["pain"]) == ("part", 3)


def test_an_activity_keeps_the_name_that_it_was_told_by(home: Path) -> None:
    started(home)
    assert "5 minutes of hamstring stretch" in run("log", *["hamstring", "stretch", "5", "minutes"], home=home).out
    done = run("log", *["knee", "hugs", "5", "minutes"], home=home)
    assert "knee hugs: that is Single knee to chest here" in done.err


def test_a_number_out_of_range_is_quoted_as_it_was_typed(home: Path) -> None:
    started(home)
    assert "--pain eleven: write a whole number from 0 to 10" in run("log", "--pain", "eleven", home=home).err


@pytest.mark.parametrize(
    "words", ["worse than yesterday, pain 6", "back sore since monday, 5", "pain 5 since last night, worse"]
)
def test_a_day_that_something_is_only_counted_from_is_not_its_day(words: str) -> None:
    assert without_day(words).day is None


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("i did my exercises but yesterday i forgot", "yesterday i forgot"),
        ("tue half, wed all", "wed all done"),
        ("swam today 30 minutes and walked yesterday 20 minutes", "yesterday walked 20 minutes"),
    ],
)
def test_a_clause_of_another_day_is_no_note_of_this_one(words: str, command: str) -> None:
    assert f"backplan log {command}" in [each.command for each in several_days(words)]


LASTED = {
    "walked an hour and a quarter": 75, "gardened for an hour and a half": 90, "swimming hour and a half": 90,
    "an hour and 20 minutes of pottering in the garden": 80, "pilates 55'": 55, "tai chi 0:45": 45, "yoga 1½ h": 90,
    "two hours' walk": 120, "an hour's gardening": 60, "badminton hour and a quarter": 75, "1:35 hike": 95,
    "one hour five minutes cycling": 65, "1,5 h hiking": 90, "an hour and three quarters of dancing": 105,
    "couple of hours gardening": 120, "three-quarters of an hour raking leaves": 45, "15 mins' stretching": 15,
    "2 half hour walks": 60, "an hour and ten of gardening": 70, "hour and a half's walk": 90,
}  # fmt: skip


@pytest.mark.parametrize(("words", "minutes"), LASTED.items())
def test_the_whole_of_a_time_is_noted(words: str, minutes: int, home: Path) -> None:
    started(home)
    assert run("log", words, home=home).code == 0
    assert [(each["kind"], each["minutes"]) for each in diary_of(home)[1:]] == [("activity", minutes)]


@pytest.mark.parametrize(
    "words",
    [
        "6 miles on the bike", "20 laps of the pool", "40 lengths", "12 holes of golf", "5 sun salutations",
        "10 km cycling", "12 floors on the stairs", "30 lengths front crawl", "9 holes", "5 miles walk",
        "twenty lengths breaststroke", "10 hills on the bike", "400m swim", "30 sit ups",
        "2 hours 10 minutes 5 minutes cycling",
    ],
)  # fmt: skip
def test_what_is_counted_is_no_time_and_how_long_is_asked(words: str, home: Path) -> None:
    started(home)
    done = run("log", words, home=home)
    assert (done.code, "how long?" in done.err, diary_of(home)[1:]) == (2, True, [])


def test_a_leg_of_which_the_use_was_lost_for_an_hour_is_no_activity(home: Path) -> None:
    started(home)
    run("log", "lost the use of my right leg for an hour", home=home)
    assert [each["kind"] for each in diary_of(home)[1:]] == ["pain"]
    assert "--weak" in run("week", home=home).out


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("all done pain 3 worst 8 for a minute", ToldInWords("all", pain=3, peak=8, beside="worst 8 for a minute")),
        ("half done pain 8 10 minutes", ToldInWords("part", "pain 8 10 minutes", pain=8)),
        ("did it, worst 8 for 5 minutes", ToldInWords("all", peak=8, beside="worst 8 for 5 minutes")),
        ("done, pain went up to 7 for a while", ToldInWords("all", peak=7, beside="pain went up to 7 for a while")),
        *(
            (text, ToldInWords(pain=8, words=text))
            for text in (
                "pain 8 for 10 minutes",
                "pain was 8 for an hour",
                "worst 8 lasted 10 minutes",
                "worst pain 8 for about 2 hours",
                "pain 8/10 for ten minutes",
                "8/10 pain for an hour",
                "pain 8 on and off all day",
                "back at 8 for two hours",
            )
        ),
        ("morning 6 for an hour", ToldInWords(morning=6, words="morning 6 for an hour")),
        (
            "walk 20 min pain 4 for 5 min",
            ToldInWords(pain=4, activity="walk 20 min", beside="pain 4 for 5 min"),
        ),
        ("swimming pain 3 30 minutes", ToldInWords(pain=3, activity="swimming 30 minutes")),
        ("walking pain 3 for 20 minutes", ToldInWords(pain=3, activity="walking for 20 minutes")),
        ("worst pain 8", ToldInWords(pain=8)),
    ],
)
def test_how_long_pain_was_is_kept_in_words_and_its_number_is_a_number(text: str, heard: ToldInWords) -> None:
    assert read_words(text) == heard


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        *(
            (text, ToldInWords("all", pain=3, peak=8))
            for text in (
                "done. pain before 3 worst 8",
                "done, pain before was 3 and worst was 8",
                "done, went from 3 to 8",
                "done, it jumped from 3 to 8",
                "done, started at 3 ended at 8",
                "done, 3 at the start 8 at the end",
            )
        ),
        *(
            (f"all done, {words}", ToldInWords("all", peak=8, beside=words))
            for words in (
                "it hit 8 on the heel slide",
                "pain shot to 8 during the bridge",
                "pain shot up to 8 with the bird dog",
                "spiked at 8 on the bridge",
                "spike of 8 in the bridge",
                "pain peaked at 8 on the walk",
                "worst 8 on the heel slide",
                "worst was 8 during bridge",
            )
        ),
        *((f"done, {words}", ToldInWords("all", peak=8)) for words in ("pain hit 8/10", "peaked at 8", "it reached 8")),
        (
            "done but pain shot to 7 during the bridge",
            ToldInWords("all", peak=7, beside="pain shot to 7 during the bridge"),
        ),
        ("done, pain 3, 7 on the bridge", ToldInWords("all", pain=3, peak=7, beside="7 on the bridge")),
        ("done, pain between 3 and 6", ToldInWords("all", pain=6)),
        ("3 before, 6 after, sore", ToldInWords(pain=3, peak=6, beside="sore")),
        *(
            (text, ToldInWords(pain=7, words=text))
            for text in (
                "pain shot up to 7 getting out of the car",
                "pain climbed to 7",
                "pain 3, hit 7 on the bridge",
                "pain 3, worst 7, a bit sore",
                "stood all day, pain 3, worst 7",
            )
        ),
        *((text, ToldInWords(pain=6)) for text in ("went from 3 to 6", "it went up from 3 to 6")),
        ("done, went up from 1 to 2 sets", ToldInWords("all", beside="went up from 1 to 2 sets")),
        ("done, hit 10 reps", ToldInWords("all", beside="hit 10 reps")),
    ],
)
def test_pain_that_rose_is_told_by_its_number(text: str, heard: ToldInWords) -> None:
    assert read_words(text) == heard


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("done but cut the last one short, phone rang", "cut the last one short, phone rang"),
        ("did it but stopped the walk early", "stopped the walk early"),
        ("did all but rushed the bridge", "rushed the bridge"),
        ("no time for the rest", None),
        ("had no energy left for the last bit", None),
        ("did 10 mins instead of 30", "did 10 mins instead of 30"),
        ("10 minutes out of 20", "10 minutes out of 20"),
    ],
)
def test_what_was_cut_short_is_part_of_a_session(text: str, why: str | None, home: Path) -> None:
    started(home)
    done = run("log", text, home=home)
    noted = diary_of(home)[-1]
    assert (done.code, noted["kind"], noted["done"], noted["why"] or noted["note"]) == (0, "session", "part", why)
    assert "is no name" not in done.err


@pytest.mark.parametrize("text", ["rest", "rest day", "nothing today", "skipped", "not today"])
def test_on_a_day_of_rest_no_session_is_let_go_in_a_word(text: str, home: Path) -> None:
    started(home)
    free = next(each["date"] for each in week_of(home)["days"] if each["rest"])
    run("log", text, home=home, today=free)
    assert [each["kind"] for each in diary_of(home, free)[1:]] == ["pain"]


def test_that_another_day_was_meant_is_no_note() -> None:
    with pytest.raises(UsageError, match="diary edit"):
        read_words("sorry i meant")
    heard = read_words("i meant pain 5")
    assert heard is not None
    assert heard.pain == 5


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("pain 3 all done", ToldInWords("all", pain=3)),
        ("pain 3 did everything", ToldInWords("all", pain=3)),
        ("worst 5 done", ToldInWords("all", peak=5)),
        ("effort 6 all done", ToldInWords("all", effort=6)),
        ("pain 3 worst 4 all done, felt good", ToldInWords("all", pain=3, peak=4, beside="felt good")),
        ("3/10 pain all done", ToldInWords("all", pain=3)),
        ("no pain all done", ToldInWords("all", pain=0)),
        ("pain 3 at first did it all", ToldInWords("all", pain=3)),
        ("back at 3 did it all", ToldInWords("all", pain=3)),
        ("pain 3 did half", ToldInWords("part", pain=3)),
        ("worst 5 couldnt finish", ToldInWords("part", peak=5)),
        ("pain 3 skipped it", ToldInWords("no", pain=3)),
    ],
)
def test_a_number_in_front_of_a_session_needs_no_comma(text: str, heard: ToldInWords) -> None:
    assert read_words(text) == heard


def test_a_number_in_front_of_what_is_no_session_is_none_of_one() -> None:
    assert read_words("pain 3 when i did the dishes") is None
    assert read_words("pain 3 before i did my session") is None
    assert read_words("pain 3 while i did my session") is None


WALK, GARDEN = ("walking", 20), ("gardening", 10)


@pytest.mark.parametrize(
    ("text", "activities"),
    [
        ("walking 20 and gardening 10", [WALK, GARDEN]),
        ("walked 20 min, gardening 10", [WALK, GARDEN]),
        ("20 walking 10 gardening", [WALK, GARDEN]),
        ("walking 20 gardening 10", [WALK, GARDEN]),
        ("walking 20 minutes gardening 10 minutes", [WALK, GARDEN]),
        ("walked 20 then 10 of gardening", [WALK, GARDEN]),
        ("walking 20, gardening 10, pain 3", [WALK, GARDEN]),
        ("bike 30 and swim 20 min", [("cycling", 30), ("swimming", 20)]),
        ("yoga 20 pilates 15", [("yoga", 20), ("pilates", 15)]),
        ("walking 20, bike 15 and yoga 10", [WALK, ("cycling", 15), ("yoga", 10)]),
        ("run 20 and walk 10", [("run", 20), ("walking", 10)]),
        ("walked 15 in the morning and 20 in the evening", [("walking", 35)]),
    ],
)
def test_each_of_several_activities_has_its_minutes(text: str, activities: list[tuple[str, int]], home: Path) -> None:
    started(home)
    done = run("log", *text.split(), home=home)
    noted = [(each["exercise"], each["minutes"]) for each in diary_of(home) if each["kind"] == "activity"]
    assert (done.code, noted) == (0, activities)


@pytest.mark.parametrize(
    "text",
    [
        "walking 20 and chest pain 10 minutes", "walk with chest pain 20 and gardening 10",
        "walking 20, numb between legs 10", "walking 20 gardening 10 numb foot", "bike 20, blacked out 10",
        "walking 20, gardening 10, cannot pee", "20 walking 10 chest pain",
    ],
)  # fmt: skip
def test_a_sign_among_several_activities_is_asked_about(text: str, home: Path) -> None:
    started(home)
    assert "Your own words may tell of" in run("log", *text.split(), home=home).out


@pytest.mark.parametrize(
    "text",
    ["swim 20 lengths and walk 20", "squats 10 and bridges 12", "walked 20 there and 20 back", "walk 20, pain 3"],
)
def test_what_is_counted_or_of_pain_is_no_minutes_of_a_list(text: str, home: Path) -> None:
    started(home)
    run("log", *text.split(), home=home)
    assert len([each for each in diary_of(home) if each["kind"] == "activity"]) <= 1


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("bridge 7", "bridge", 7),
        ("bridges 6/10", "bridges", 6),
        ("bridge was 7", "bridge", 7),
        ("plank 8", "plank", 8),
        ("7 on the bridge", "bridge", 7),
        ("squats 10", "squats", 10),
    ],
)
def test_a_number_beside_an_exercise_in_repetitions_is_asked_about(
    text: str, name: str, number: int, home: Path
) -> None:
    started(home)
    before = diary_of(home)
    done = run("log", *text.split(), home=home)
    assert (done.code, diary_of(home), done.err.count("\n")) == (2, before, 1)
    words = (f"{name} 1x{number}", f"{name} {number} minutes", f"{name} hurt {number}")
    assert all(f"`backplan log {each}`" in done.err for each in words)


def test_what_is_named_there_is_heard(home: Path) -> None:
    started(home)
    for words in ("bridge 1x7", "bridge 7 minutes", "bridge hurt 7"):
        assert run("log", *words.split(), home=home).code == 0
    repeated, lasting, hurt = diary_of(home)[-3:]
    assert (repeated["exercise"], lasting["exercise"], lasting["minutes"]) == ("glute-bridge", "glute-bridge", 7)
    assert (repeated["note"], hurt["kind"], hurt["pain"]) == ("1 × 7, minutes reckoned", "pain", 7)


@pytest.mark.parametrize("text", ["walking 7", "yoga 10", "stretching 10", "hamstring stretch 5"])
def test_what_takes_its_time_needs_no_word_of_minutes(text: str, home: Path) -> None:
    started(home)
    run("log", *text.split(), home=home)
    assert diary_of(home)[-1]["minutes"] == int(text.rsplit(maxsplit=1)[-1])


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("3 at rest", ToldInWords(pain=3)),
        ("3 at rest, 7 on the bridge", ToldInWords(words="3 at rest, 7 on the bridge", pain=7)),
        ("all done, 3 at rest, 7 on the bridge", ToldInWords("all", pain=3, peak=7, beside="7 on the bridge")),
    ],
)
def test_pain_at_rest_is_that_before(text: str, heard: ToldInWords) -> None:
    assert read_words(text) == heard


def test_a_sign_beside_such_numbers_is_asked_about(home: Path) -> None:
    started(home)
    for words in ("7 on the bridge and numb foot", "3 at rest, 7 on the bridge, chest pain", "bridge 7, cannot pee"):
        assert "Your own words may tell of" in run("log", *words.split(), home=home).out


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("didn't do my exercises, gardened for an hour instead", 60),
        ("didnt do my exercises gardened for an hour instead", 60),
        ("didnt do my exercises, walked 30 minutes instead", 30),
    ],
)
@pytest.mark.parametrize("on", [WALKS, "2026-11-24"])
def test_what_was_done_in_place_of_a_session_lets_it_go_and_counts_whole(
    said: str, minutes: int, on: str, home: Path
) -> None:
    started(home)
    week_of(home, today=WALKS)
    run("log", *said.split(), home=home, today=on)
    session, activity = diary_of(home)[-2:]
    assert (session["kind"], session["done"]) == ("session", "no")
    assert (activity["kind"], activity["minutes"]) == ("activity", minutes)


@pytest.mark.parametrize(
    "said", ["my back has gone again, a flare, 7 out of 10", "still a flare, 7 today, hardly got up"]
)
def test_a_flare_told_among_other_words_is_one(said: str, home: Path) -> None:
    started(home)
    run("log", *said.split(), home=home)
    assert "flare" in [each["kind"] for each in diary_of(home)]


def test_a_number_after_what_felt_bad_is_of_the_pain_and_keeps_what_was_done(home: Path) -> None:
    started(home)
    assert run("log", "walked 5 minutes, still bad, 7", home=home).code == 0
    noted = diary_of(home)
    assert 7 in [each["pain"] for each in noted]
    assert 5 in [each["minutes"] for each in noted]


@pytest.mark.parametrize("small", ["little", "gentle", "easy"])
def test_the_gentle_exercises_are_the_session(small: str, home: Path) -> None:
    started(home)
    assert run("log", *f"did the {small} exercises, pain 3".split(), home=home).code == 0
    assert (diary_of(home)[-1]["kind"], diary_of(home)[-1]["done"]) == ("session", "all")
