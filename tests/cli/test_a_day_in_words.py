"""A day as people tell it: good or bad with its number, ill for hours, parts of a session, and what is easier."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from backplan.actions import swap as swaps
from backplan.actions.workspace import Workspace
from backplan.cli.terminal import environment
from tests.support.cli import diary_of, run, started, week_of

TUESDAY = "2026-11-24"  # with a walk, strength, core and stretches


def _told(home: Path, said: str) -> list[dict[str, Any]]:
    """The entries that a sentence after `log` adds."""
    started(home)
    week_of(home)
    before = len(diary_of(home, TUESDAY))
    done = run("log", *said.split(), home=home, today=TUESDAY)
    assert done.code == 0, done.err
    return diary_of(home, TUESDAY)[before:]


def _held(home: Path, *kinds: str) -> list[str]:
    """The exercises of Tuesday's session in blocks of some kinds."""
    day = next(day for day in week_of(home)["days"] if day["date"] == TUESDAY)
    blocks = [block for session in day["sessions"] for block in session["blocks"]]
    return [item["exercise"] for block in blocks if block["kind"] in kinds for item in block["items"]]


@pytest.mark.parametrize(
    ("said", "kind", "pain"),
    [
        ("bad day, 7", "pain", 7),
        ("bad day 7", "pain", 7),
        ("rough day, about a 6", "pain", 6),
        ("it was a good day, 2", "pain", 2),
        ("worst day yet, 9", "pain", 9),
        ("not a good day, 6/10", "pain", 6),
        ("bad night, 7", "morning", 7),
        ("had an awful night, 8", "morning", 8),
        ("evening 6", "pain", 6),
    ],
)
def test_the_number_of_a_day_is_pain_and_that_of_a_night_is_the_morning(
    said: str, kind: str, pain: int, home: Path
) -> None:
    assert [(each["kind"], each["pain"]) for each in _told(home, said)] == [(kind, pain)]


@pytest.mark.parametrize(
    ("said", "waking", "later"),
    [
        ("pain 5 in the morning 3 in the evening", 5, 3),
        ("5 in the morning, 3 in the evening", 5, 3),
        ("morning 4, evening 6", 4, 6),
        ("4 this morning, 6 by tonight", 4, 6),
    ],
)
def test_each_time_of_a_day_has_its_own_number(said: str, waking: int, later: int, home: Path) -> None:
    assert {each["kind"]: each["pain"] for each in _told(home, said)} == {"morning": waking, "pain": later}


def test_an_hour_of_the_night_is_no_pain(home: Path) -> None:
    (told,) = _told(home, "woke at 5 in the morning with pain 4")
    assert told["pain"] == 4


@pytest.mark.parametrize(
    "said",
    ["i was sick for 2 hours", "was in bed for 3 hours", "had a migraine for 4 hours", "spent 3 hours in bed"],
)
def test_to_be_ill_for_some_time_is_nothing_that_was_done(said: str, home: Path) -> None:
    assert [(each["kind"], each["note"]) for each in _told(home, said)] == [("pain", said)]


@pytest.mark.parametrize("said", ["cold swim 20 minutes", "bed of roses weeding 20 minutes"])
def test_what_was_done_in_the_cold_or_in_a_bed_of_flowers_was_done(said: str, home: Path) -> None:
    assert [(each["kind"], each["minutes"]) for each in _told(home, said)] == [("activity", 20)]


@pytest.mark.parametrize("said", ["ran some errands, 40 minutes", "ran a few errands for 40 minutes"])
def test_errands_are_no_run(said: str, home: Path) -> None:
    assert [(each["exercise"], each["lands_hard"]) for each in _told(home, said)] == [("running-errands", None)]


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("did my core", ["core"]),
        ("core done", ["core"]),
        ("did my stretches", ["cool-down"]),
        ("stretches done, pain 3", ["cool-down"]),
        ("did the core and the stretches", ["core", "cool-down"]),
    ],
)
def test_a_part_of_the_session_that_was_done_counts_for_that_alone(said: str, kinds: list[str], home: Path) -> None:
    (told,) = _told(home, said)
    held = _held(home, "warm-up", "aerobic", "strength", "core", "cool-down")
    assert (told["kind"], sorted({*held} - {*told["not"]})) == ("session", sorted(_held(home, *kinds)))


@pytest.mark.parametrize(
    ("said", "done", "less", "own"),
    [
        ("did the walk only, ten minutes", "part", {"easy-walk": 10}, []),
        ("just the walk, 40 min", "all", None, [28]),  # of 12 that were planned
        ("did the core only, took 40 minutes", "all", None, []),
    ],
)
def test_the_minutes_of_a_part_that_was_done_alone_are_kept(
    said: str, done: str, less: dict[str, int] | None, own: list[int], home: Path
) -> None:
    told, *more = _told(home, said)
    assert [each["minutes"] for each in more] == own
    assert (told["done"], told["less"] or None) == (done, less)
    assert {*_held(home, "strength")} <= {*told["not"]}


@pytest.mark.parametrize(
    ("said", "done"),
    [
        ("did half this morning and the rest tonight", "all"),
        ("half before lunch, the other half in the evening", "all"),
        ("did half this morning and skipped the rest", "part"),
        ("did half, the rest tomorrow", "part"),
        ("only got halfway before the phone rang", "part"),
        ("back is killing me today so nothing done", "no"),
        ("too tired so skipped it", "no"),
        ("tired so only did half", "part"),
        ("did a third this morning, the rest after lunch", "all"),
        ("all done holding 2 bottles", "all"),
    ],
)
def test_how_far_a_session_was_done_is_heard_beside_its_when_and_why(said: str, done: str, home: Path) -> None:
    (told,) = _told(home, said)
    assert (told["kind"], told["done"]) == ("session", done)


def test_what_somebody_else_did_is_no_session(home: Path) -> None:
    (told,) = _told(home, "physio today, she did some massage")
    assert (told["kind"], told["done"]) == ("pain", None)


@pytest.mark.parametrize(
    ("said", "pain", "note"),
    [
        ("my knee hurts, 7", 7, "my knee hurts, 7"),
        ("back is sore today, 5", 5, "back is sore today, 5"),
        ("bit stiff but ok", None, "bit stiff but ok"),
        ("pain 3", 3, None),
    ],
)
@pytest.mark.parametrize("command", ["today", "start"])
def test_how_it_is_said_before_a_session_is_noted_with_its_number(
    command: str, said: str, pain: int | None, note: str | None, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(home)
    week_of(home)
    before = len(diary_of(home, TUESDAY))
    if command == "start":
        monkeypatch.setattr(environment, "at_terminal", lambda: True)
    run(command, *said.split(), "--plain", home=home, today=TUESDAY, typed="")
    assert [(each["pain"], each["note"]) for each in diary_of(home, TUESDAY)[before:]][:1] == [(pain, note)]


def test_the_minutes_beside_how_it_is_are_those_of_the_session(home: Path) -> None:
    started(home)
    week_of(home)
    whole = run("today", "--pain", "3", "--plain", home=home, today=TUESDAY).out
    short = run("today", *["pain", "3,", "only", "10", "minutes"], "--plain", home=home, today=TUESDAY).out
    assert short == run("today", "10", "--plain", home=home, today=TUESDAY).out != whole


@pytest.mark.parametrize("command", ["today", "start"])
def test_a_sign_in_words_before_a_session_is_on_record(command: str, home: Path) -> None:
    started(home)
    run(command, "chest", "pain", home=home)
    assert "chest pain" in str(diary_of(home))
    assert run("today", home=home).code == 4


def test_beside_json_words_are_for_log(home: Path) -> None:
    started(home)
    before = diary_of(home)
    assert run("today", "bit", "stiff", "--json", home=home).code == 2
    assert diary_of(home) == before


@pytest.mark.parametrize(
    "words",
    [
        "bird dog something easier",
        "bird dog for a gentler one",
        "bird dog, easier please",
        "bird dog is too hard",
        "something easier for the bird dog",
    ],
)
def test_what_is_to_be_easier_is_easier(words: str, home: Path) -> None:
    started(home)
    week_of(home)
    place = Workspace(date.fromisoformat(TUESDAY), home)
    found = swaps.meant(place, "bird dog")
    easier = {each.exercise.id for each in swaps.others(place, found) if each.easier}
    best = swaps.others(place, found)[0].exercise.id
    assert best not in easier
    before = {*week_of(home, today=TUESDAY)["programme"].values()}
    done = run("swap", *words.split(), home=home, today=TUESDAY)
    assert done.code == 0, done.err
    assert {*week_of(home, today=TUESDAY)["programme"].values()} - before <= easier


def test_the_plural_of_a_plain_name_is_that_exercise_first(home: Path) -> None:
    started(home)
    week_of(home)
    assert run("swap", "bird", "dog", "--for", "glute-bridge", home=home, today=TUESDAY).code == 0
    place = Workspace(date.fromisoformat(TUESDAY), home)
    assert [swaps.meant(place, each).id for each in ("bridge", "bridges", "the bridge")] == ["glute-bridge"] * 3


# -- what people write three weeks in ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("pain woke me at 4, up for an hour, 6 out of 10", {"kind": "morning", "pain": 6}),
        ("slept badly, back a 5, still did it", {"kind": "session", "done": "all", "pain": 5}),
        ("did it anyway", {"kind": "session", "done": "all"}),
        ("did everything all the same, pain 4", {"kind": "session", "done": "all", "pain": 4}),
        ("managed the stretches on my lunch break and the rest after tea", {"kind": "session", "done": "all"}),
        ("did the core before work, the rest at lunch", {"kind": "session", "done": "all"}),
        ("5 of the 10 sit to stands", {"kind": "activity", "exercise": "sit-to-stand"}),
        ("felt great so added 10 minutes to the walk", {"kind": "activity", "exercise": "walking", "minutes": 10}),
        ("added an extra 15 mins to my walk", {"kind": "activity", "exercise": "walking", "minutes": 15}),
    ],
)
def test_a_day_three_weeks_in_is_heard_as_it_was(said: str, held: dict[str, Any], home: Path) -> None:
    (noted,) = _told(home, said)
    assert {key: noted[key] for key in held} == held


@pytest.mark.parametrize(
    "said", ["did the core this morning and skipped the rest", "did the walk, no time for the rest"]
)
def test_the_rest_that_was_not_done_is_not_done(said: str, home: Path) -> None:
    (noted,) = _told(home, said)
    assert noted["done"] == "part" or noted["not"]


@pytest.mark.parametrize("said", ["walk rained off", "the walk was cancelled, too icy", "core didn't happen"])
def test_of_a_part_that_came_to_nothing_it_is_asked_what_became_of_the_rest(said: str, home: Path) -> None:
    started(home)
    week_of(home)
    done = run("log", *said.split(), home=home, today=TUESDAY)
    assert done.code == 2
    assert "`backplan log did everything but the" in done.err
    assert not diary_of(home, TUESDAY)[1:]


@pytest.mark.parametrize(
    "said",
    [
        "physio said skip the side bridge", "my physio gave me three new exercises",
        "doctor told me to do more walking", "the surgeon wants no twisting until january",
    ],
)  # fmt: skip
def test_what_a_therapist_asked_for_is_a_note_with_how_it_is_planned_and_nothing_that_was_done(
    said: str, home: Path
) -> None:
    started(home)
    week_of(home)
    done = run("log", *said.split(), home=home, today=TUESDAY)
    assert done.code == 0, done.err
    assert "`backplan prescribe avoid NAME`" in done.out or "may tell of" in done.out
    (noted,) = diary_of(home, TUESDAY)[1:]
    assert (noted["kind"], noted["note"]) == ("pain", said)


def test_numbers_are_no_numbness(home: Path) -> None:
    started(home)
    week_of(home)
    done = run("log", "my numbers were good, done", home=home, today=TUESDAY)
    assert done.code == 0, done.err
    assert "may tell of" not in done.out


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("easier", "`backplan today 10`"), ("something gentler please", "`backplan today 10`"),
        ("in two bits", "in parts over the day"),
        ("no floor exercises", "`backplan swap the ones that are on the floor`"),
        ("standing only please", ""),
    ],
)  # fmt: skip
def test_what_is_wanted_of_today_that_it_does_not_do_is_told_how_it_is_had(said: str, way: str, home: Path) -> None:
    started(home)
    week_of(home)
    done = run("today", *said.split(), home=home, today=TUESDAY)
    assert done.code == 2
    assert way in done.err
    assert not diary_of(home, TUESDAY)[1:]


def test_a_week_is_made_easier_by_what_is_told_of_it(home: Path) -> None:
    started(home)
    done = run("week", "easier", home=home)
    assert done.code == 2
    assert "`backplan init --only time` changes your days" in done.err


@pytest.mark.parametrize(
    "said", ["leaking more than before when i walk", "leaked a bit on the walk", "walked half an hour, leaked a bit"]
)
def test_leaking_is_of_the_body_and_asked_about_and_no_activity(said: str, home: Path) -> None:
    started(home)
    week_of(home)
    done = run("log", *said.split(), home=home, today=TUESDAY)
    assert done.code == 0, done.err
    assert "may tell of" in done.out
    assert all(each["kind"] != "activity" for each in diary_of(home, TUESDAY))


@pytest.mark.parametrize("said", ["my feet are numb", "feet tingling", "calves feel numb"])
def test_two_feet_are_asked_about_as_both_legs(said: str, home: Path) -> None:
    started(home)
    week_of(home)
    assert "both legs together" in run("log", *said.split(), home=home, today=TUESDAY).out


def test_a_bad_conscience_brings_no_list_of_signs(home: Path) -> None:
    started(home)
    week_of(home)
    said = run(
        "log",
        *["i", "have", "done", "nothing", "for", "a", "week", "and", "i", "feel", "guilty"],
        home=home,
        today=TUESDAY,
    )
    assert "may tell of" not in said.out


def test_a_number_out_of_ten_is_never_minutes(home: Path) -> None:
    started(home)
    week_of(home)
    words = "carried my shopping up the stairs, it was a 6 out of 10"
    done = run("log", *words.split(), home=home, today=TUESDAY)
    assert "10 minutes" not in done.out
    assert all(each["minutes"] is None for each in diary_of(home, TUESDAY))
