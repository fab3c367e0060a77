"""A dose that is written in a line is read as its parts, or not at all."""

import pytest

from backplan.files.dose import dose_in_words, name_and_dose, unread


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("3 sets of 8", {"sets": 3, "reps": 8}),
        ("2 x 10 reps, hold 5 seconds", {"sets": 2, "reps": 10, "hold": 5}),
        ("3 sets of 8 per side", {"sets": 3, "reps": 8, "per_side": True}),
        ("15 minutes", {"minutes": 15}),
        ("2x10 hold 5 each leg", {"sets": 2, "reps": 10, "hold": 5, "per_side": True}),
        ("3 x 8 hold 5 left only", {"sets": 3, "reps": 8, "hold": 5, "side": "left"}),
        ("10 minutes 3 x a week build up to 20", {"minutes": "10-20", "per_week": "3"}),
        ("10 min daily, building up to 30 minutes as able", {"minutes": "10-30", "per_week": 7}),
        ("20 every waking hour", {"reps": 20, "times_a_day": "every hour"}),
        (
            "3 x 30 s, up 5 s every 3 days to 60",
            {"sets": 3, "reps": 1, "hold": 30, "grow": "5 s every 3 days, up to 60"},
        ),
        ("10 x 10 s, rest 10 s", {"sets": 10, "reps": 1, "hold": 10, "rest": 10}),
        ("10 x 10 s", {"sets": 1, "reps": 10, "hold": 10}),
        ("2 x 8, work up to 12", {"sets": 2, "reps": "8-12"}),
        ("10 minutes daily upto 20 min", {"minutes": "10-20", "per_week": 7}),
        ("10 min a day, aiming for 20", {"minutes": "10-20", "per_week": 7}),
        ("10 min to a max of 30", {"minutes": "10-30"}),
        ("2 sets of 8, working towards 12 reps", {"sets": 2, "reps": "8-12"}),
        (
            "10 min daily, build up by 2 mins each week to 20",
            {"minutes": 10, "per_week": 7, "grow": "2 mins every week, up to 20"},
        ),
        (
            "start with 5 minutes and add a minute every day to 20",
            {"minutes": 5, "grow": "1 minute every day, up to 20"},
        ),
        ("5 min, add an extra minute every 2 days up to 15", {"minutes": 5, "grow": "1 minute every 2 days, up to 15"}),
        ("10 minutes daily, up to 20", {"minutes": "10-20", "per_week": 7}),
        ("10 min, up to 20 minutes, daily", {"minutes": "10-20", "per_week": 7}),
        ("2 x 8 up to 12 every other day", {"sets": 2, "reps": "8-12", "days": "every other day"}),
        ("2 x 8 each side and up to 12 as able", {"sets": 2, "reps": "8-12", "per_side": True}),
        ("8 reps hold 5 s, up to 10 s", {"reps": 8, "hold": "5-10"}),
        ("2 x 10, up to 3 sets", {"sets": "2-3", "reps": 10}),
        ("10 min, gradually increasing to 20", {"minutes": "10-20"}),
        ("30 s each side daily", {"sets": 1, "reps": 1, "hold": 30, "per_side": True, "per_week": 7}),
        ("10 every two hours", {"reps": 10, "times_a_day": "every two hours"}),
        ("3 x 10 each side, 3 times a day", {"sets": 3, "reps": 10, "per_side": True, "times_a_day": 3}),
        ("10 reps every two hours", {"reps": 10, "times_a_day": "every two hours"}),
        ("6-4-2, hold 10 s each", {"reps": "6-4-2", "hold": 10}),
        ("3 sets of 8 to 12 reps", {"sets": 3, "reps": "8-12"}),
        ("hold 2 minutes", {"hold": 120}),
        ("hold 30 s, 3 times", {"hold": 30, "reps": 3}),
        ("3 x 30 s", {"sets": 3, "reps": 1, "hold": 30}),
        ("3 x 8 with a 5 second hold", {"sets": 3, "reps": 8, "hold": 5}),
        ("2 x 10, left side only", {"sets": 2, "reps": 10, "side": "left"}),
        (
            "3 x 10 with 5 kg, rest 1 minute, tempo 3-1-3, effort 4 of 10",
            {"sets": 3, "reps": 10, "load": "5 kg", "rest": 60, "tempo": "3-1-3", "effort": 4},
        ),
        ("3 x 12, red band, 2-3 days a week", {"sets": 3, "reps": 12, "load": "red band", "per_week": "2-3"}),
        ("10 minutes twice a day", {"minutes": 10, "times_a_day": 2}),
        ("2 x 8 every other day", {"sets": 2, "reps": 8, "days": "every other day"}),
        ("10 reps, 6x/day", {"reps": 10, "times_a_day": 6}),
        ("20 min/day", {"minutes": 20, "per_week": 7}),
        ("2 x 8, 3x/week", {"sets": 2, "reps": 8, "per_week": "3"}),
        ("2 x 8 every 2 days", {"sets": 2, "reps": 8, "days": "every other day"}),
        ("3 x 10, circuit a", {"sets": 3, "reps": 10, "circuit": "A"}),
        ("three sets of eight", {"sets": 3, "reps": 8}),
        ("8 reps x 3 sets", {"sets": 3, "reps": 8}),
        ("10 times in 2 sets, hold 5 s", {"sets": 2, "reps": 10, "hold": 5}),
        ("sets: 3, reps: 8", {"sets": 3, "reps": 8}),
        ("3 x 8 (each side) @ 5 kg", {"sets": 3, "reps": 8, "per_side": True, "load": "5 kg"}),
        ("half an hour daily", {"minutes": 30, "per_week": 7}),
        ("10x", {"reps": 10}),
        ("3x10 until pain-free", {"sets": 3, "reps": 10, "until": "pain-free"}),
        ("until the leg is free of pain", {"until": "the leg is free of pain"}),
        ("2 x 8 till 2027-01-15", {"sets": 2, "reps": 8, "until": "2027-01-15"}),
        ("2 x 8, until Mr Ray calls, hold 5 s", {"sets": 2, "reps": 8, "hold": 5, "until": "Mr Ray calls"}),
        ("3 x 8 until it eases, at rest", {"sets": 3, "reps": 8, "until": "it eases, at rest"}),
        ("3 x 8 each side, mon wed fri", {"sets": 3, "reps": 8, "per_side": True, "days": "mon, wed, fri"}),
        ("2x10 on Mondays, Wednesdays and Fridays", {"sets": 2, "reps": 10, "days": "mondays, wednesdays, fridays"}),
        ("2 x 10 mon-fri", {"sets": 2, "reps": 10, "days": "mon, tue, wed, thu, fri"}),
        ("2 x 10, weekdays", {"sets": 2, "reps": 10, "days": "weekdays"}),
        ("2 x 10 EOD", {"sets": 2, "reps": 10, "days": "every other day"}),
        ("10 reps, 3 sets, 60s rest", {"sets": 3, "reps": 10, "rest": 60}),
        ("3 sets of 10 with 60s rest between", {"sets": 3, "reps": 10, "rest": 60}),
        ("3x10 30s rest in between", {"sets": 3, "reps": 10, "rest": 30}),
        ("3 x 8, rest 1 min between each set", {"sets": 3, "reps": 8, "rest": 60}),
        ("3 x 30 sec hold", {"sets": 3, "reps": 1, "hold": 30}),
        ("hold 30 seconds x 3", {"sets": 3, "reps": 1, "hold": 30}),
        ('10 x 10" hold', {"sets": 1, "reps": 10, "hold": 10}),
        ("12 x 10 sec hold", {"sets": 1, "reps": 12, "hold": 10}),
        ("10 holds of 5 s", {"sets": 1, "reps": 10, "hold": 5}),
        ("5 sets of 10 s", {"sets": 5, "reps": 1, "hold": 10}),
        ("2 x 15 min", {"minutes": 15, "times_a_day": 2}),
        ("15 min x 2", {"minutes": 15, "times_a_day": 2}),
        ("2 x 2 min", {"sets": 2, "reps": 1, "hold": 120}),
        ("3 reps of 30 seconds", {"reps": 3, "hold": 30}),
        ("x10", {"reps": 10}),
        ("3 x 8 L only", {"sets": 3, "reps": 8, "side": "left"}),
        ("3 x 8 right leg", {"sets": 3, "reps": 8, "side": "right"}),
        ("3 x 10 bilaterally", {"sets": 3, "reps": 10, "per_side": True}),
        ("3 x 10, RPE 6/10", {"sets": 3, "reps": 10, "effort": 6}),
        ("3 x 10 with red theraband", {"sets": 3, "reps": 10, "load": "red theraband"}),
        ("3 x 10 @ 8 kilos", {"sets": 3, "reps": 10, "load": "8 kg"}),
        ("3 x 8, progress by 2 reps weekly up to 12", {"sets": 3, "reps": 8, "grow": "2 reps every week, up to 12"}),
        ("3 x 8 for 6 weeks", {"sets": 3, "reps": 8, "until": "for 6 weeks"}),
        ("an hour and a quarter", {"minutes": 75}),
        ("1 1/4 hours", {"minutes": 75}),
        ("1½ hours", {"minutes": 90}),
        ("¾ hour", {"minutes": 45}),
        ("1hr daily", {"minutes": 60, "per_week": 7}),
        ("one hour 30 minutes", {"minutes": 90}),
        ("15-20 minutes", {"minutes": "15-20"}),
        ("10 to 15 min 3x/wk", {"minutes": "10-15", "per_week": "3"}),
        ("hold for 5-10 seconds", {"hold": "5-10"}),
        ("2-3 sets of 8", {"sets": "2-3", "reps": 8}),
        ("2-3 x 8-12", {"sets": "2-3", "reps": "8-12"}),
        ("3 sets of 10 repetitions, twice daily", {"sets": 3, "reps": 10, "times_a_day": 2}),
        ("3 x 10 x 5 s", {"sets": 3, "reps": 10, "hold": 5}),
        ("3 sets x 10 reps x 5 sec hold", {"sets": 3, "reps": 10, "hold": 5}),
        ("hold 10, repeat 10", {"hold": 10, "reps": 10}),
        ("repeat 10 times", {"reps": 10}),
        ("6/4/2", {"reps": "6-4-2"}),
        ("3 by 10", {"sets": 3, "reps": 10}),
        ("3 times 15", {"sets": 3, "reps": 15}),
        ("three times ten reps each leg, 3 times a day", {"sets": 3, "reps": 10, "per_side": True, "times_a_day": 3}),
        ("3 times 8-12", {"sets": 3, "reps": "8-12"}),
        ("3 times 30 seconds", {"reps": 3, "hold": 30}),
        ("10 times 3 sets", {"sets": 3, "reps": 10}),
        ("10 times 2 days a week", {"reps": 10, "per_week": "2"}),
        ("30 seconds each side x 3", {"sets": 3, "reps": 1, "hold": 30, "per_side": True}),
        ("5 x 10 s each side", {"sets": 1, "reps": 5, "hold": 10, "per_side": True}),
        ("3 x 20-30 s", {"sets": 3, "reps": 1, "hold": "20-30"}),
        ("10 reps 1 x daily", {"reps": 10, "times_a_day": 1}),
        ("30 min x 3/week", {"minutes": 30, "per_week": "3"}),
        ("5 reps, 5 x day", {"reps": 5, "times_a_day": 5}),
        ("quarter of an hour bd", {"minutes": 15, "times_a_day": 2}),
        ("1h15", {"minutes": 75}),
        (
            "3 x 8 yellow band, next band every 2 weeks",
            {"sets": 3, "reps": 8, "load": "yellow band", "grow": "next band every 2 weeks"},
        ),
        ("2 x 10 alt days", {"sets": 2, "reps": 10, "days": "every other day"}),
        ("1 x 10 q2h", {"sets": 1, "reps": 10, "times_a_day": "every 2 hours"}),
        ("10 each leg", {"reps": 10, "per_side": True}),
        ("8/side", {"reps": 8, "per_side": True}),
        ("12 each side x 3", {"reps": 12, "per_side": True, "sets": 3}),
        ("10 reps x 3", {"reps": 10, "sets": 3}),
        ("10 reps x 3 each side", {"reps": 10, "sets": 3, "per_side": True}),
        ("10 reps x 3/day", {"reps": 10, "times_a_day": 3}),
        ("10 reps x 3 weeks", {"reps": 10, "until": "for 3 weeks"}),
        ("3x8 3-1-3", {"sets": 3, "reps": 8, "tempo": "3-1-3"}),
        ("3 x 8 2027-01-15", None),
        ("10 x 2/day", None),
        ("10 x 2 daily", None),
        ("2 x 10 daily", {"sets": 2, "reps": 10, "per_week": 7}),
        ("sets 3 reps 8-12", {"sets": 3, "reps": "8-12"}),
        ("reps: 8, sets: 2-3", {"reps": 8, "sets": "2-3"}),
        ("3 rounds of 8", {"sets": 3, "reps": 8}),
        ("2 x 10 b.d.", {"sets": 2, "reps": 10, "times_a_day": 2}),
        ("2 x 10 t.d.s.", {"sets": 2, "reps": 10, "times_a_day": 3}),
        ("2 x 10 o.d.", {"sets": 2, "reps": 10, "times_a_day": 1}),
        ("2 x 10 AM/PM", {"sets": 2, "reps": 10, "times_a_day": 2}),
        ("2 x 10 morning, noon and night", {"sets": 2, "reps": 10, "times_a_day": 3}),
        ("10 reps 2-hourly", {"reps": 10, "times_a_day": "every 2 hours"}),
        ("5 s x 10 hourly", {"sets": 1, "reps": 10, "hold": 5, "times_a_day": "hourly"}),
        ("x 10 hourly", {"reps": 10, "times_a_day": "hourly"}),
        ("10 each way, twice a day", {"reps": 10, "per_side": True, "times_a_day": 2}),
        ("3 x 30 s bilat", {"sets": 3, "reps": 1, "hold": 30, "per_side": True}),
        ("2 x 8 each", {"sets": 2, "reps": 8, "per_side": True}),
        ("2 x 10, 3/52", {"sets": 2, "reps": 10, "until": "for 3 weeks"}),
        ("2 x 10 for 2/12", {"sets": 2, "reps": 10, "until": "for 2 months"}),
        ("for 6 weeks, 2 x 10", {"sets": 2, "reps": 10, "until": "for 6 weeks"}),
        ("3 x 8 x 6 weeks", {"sets": 3, "reps": 8, "until": "for 6 weeks"}),
        ("2 x 10 M/W/F", {"sets": 2, "reps": 10, "days": "mon, wed, fri"}),
        ("2 x 10 every Monday and Friday", {"sets": 2, "reps": 10, "days": "monday, friday"}),
        ("2 x 10 except Sunday", {"sets": 2, "reps": 10, "days": "mon, tue, wed, thu, fri, sat"}),
        ("30 minutes 5 x week", {"minutes": 30, "per_week": "5"}),
        ("2 x 10 five days out of seven", {"sets": 2, "reps": 10, "per_week": "5"}),
        ("3 x 8 e/s", {"sets": 3, "reps": 8, "per_side": True}),
        ("3 x 8 (L)", {"sets": 3, "reps": 8, "side": "left"}),
        ("3 x 8 on the left", {"sets": 3, "reps": 8, "side": "left"}),
        ("3 x 8 rest 60", {"sets": 3, "reps": 8, "rest": 60}),
        ("3 x 8 tempo 3:1:3", {"sets": 3, "reps": 8, "tempo": "3-1-3"}),
        ("3 x 8 tempo 3010", {"sets": 3, "reps": 8, "tempo": "3-0-1-0"}),
        ("3 x 8, 2.5 kg each hand", {"sets": 3, "reps": 8, "load": "2.5 kg each hand"}),
        ("3 x 8 red", {"sets": 3, "reps": 8, "load": "red band"}),
        ("3 x 8 red TB", {"sets": 3, "reps": 8, "load": "red band"}),
        ("3 x 8 add 2 every 3 days", {"sets": 3, "reps": 8, "grow": "2 reps every 3 days"}),
        ("3 x 8 +1 rep/week", {"sets": 3, "reps": 8, "grow": "1 rep every week"}),
        ("start with 5 min, add 1 min each day to 20", {"minutes": 5, "grow": "1 min every day, up to 20"}),
        ("3 sets to fatigue", None),
        ("3-4 times a day, 10 reps", None),
        ("2 x 10 at night", None),
        ("3 x 8 for 4-6 weeks", None),
        ("15-20 s", {"sets": 1, "reps": 1, "hold": "15-20"}),
        ("2 x 10, 3/7", None),
        ("3 x 8 as you like until pain-free", None),
        ("3 x 10, 4 x 10", None),
        ("3 x 10, as you like", None),
        ("3 x 8 x 5", None),
        ("30 s", {"sets": 1, "reps": 1, "hold": 30}),
        ("30 min, 3 x 10 min", None),
        ("a little", None),
    ],
)
def test_a_dose_in_a_line_is_read_whole_or_not_at_all(said: str, parts: dict[str, int | str] | None) -> None:
    assert dose_in_words(said) == parts


def test_of_a_dose_that_cannot_be_read_it_is_said_where_it_begins_not_to_be_one() -> None:
    assert "from “as you like” on" in unread("3 x 10, as you like")
    assert "from" not in unread("a little")


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("3 sets to fatigue", "a range, like 8-12"),
        ("3x10 build up to 5", "write"),
        ("2 x 8 5 kg build up to 10 kg", "write"),
        ("2 x 2, up to 3 times a day", "write one number"),
        ("2 x 2, up to 5 days a week", "write one number"),
        ("2 x 2, up to 3 a day", "write one number"),
        ("10 minutes up to 5", "write"),
        ("up to 20 minutes a day", "write what it begins with"),
        ("up to 12 reps", "write what it begins with"),
        ("15 minutes daily, brisk", "moderate-walk"),
        ("2 x 10 holding the worktop", "can stand under why"),
        ("10 x 2/day", "10 reps, 2 times a day"),
        ("2 x 10 at least 3 times a week", "or 2-3 days a week"),
        ("150 minutes a week", "30 minutes, 5 days a week"),
        ("3 x 10 from next week", "one dose at a time"),
        ("3 x AMRAP", "a range, like 8-12"),
        ("10 reps, 3-4 times a day", "3 times a day"),
        ("10 reps every 2-3 hours", "3 times a day"),
        ("3 x 8 affected side only", "left side only"),
        ("3 x 8 alternating legs", "8 each side"),
        ("2 x 10 nocte", "once a day"),
        ("2 x 10 prn", "on how many days a week"),
        ("2 x 10, 3/7", "3 days a week, or for 3 days"),
        ("2/12 both sides", "2 sets of 12"),
        ("3 x 8 from a 45cm chair", "how high"),
        ("2 x 10, 20cm step", "how high"),
        ("3 x 8 for 4-6 weeks", "for 6 weeks"),
        ("2 x 10 most days", "5-6 days a week"),
        ("2 x 10 every third day", "mon and thu"),
        ("3 x 8 @ 60% 1RM", "effort 7"),
        ("3 x 8 RPE 5-6", "one number of effort"),
        ("3 x 8 bodyweight", "leave it out"),
        ("3 x 8 with a yellow/red band", "one band"),
        ("3 x 8 with a band", "like red band"),
        ("3 x 8, 2 x 5 kg", "5 kg each hand"),
        ("3 x 8 rest 1-2 min", "rest 60 s"),
        ("3 x 8 increasing slowly", "add 2 reps every week"),
        ("500 m", "15 minutes"),
        ("hold for 3 breaths", "hold 15 s"),
        ("3 x 8 as tolerated", "goes into why"),
        ("10", "10 reps, or 10 minutes"),
    ],
)
def test_what_cannot_be_planned_is_refused_with_how_it_is_written(said: str, instead: str) -> None:
    assert dose_in_words(said) is None
    assert instead in unread(said)


@pytest.mark.parametrize("end", ["tired", "you are tired", "fatigue", "it burns", "the muscles tire", "failure"])
def test_what_ends_a_set_is_not_what_a_prescription_goes_on_until(end: str) -> None:
    assert dose_in_words(f"3 x 8 until {end}") is None
    assert "a number of repetitions" in unread(f"3 x 8 until {end}")


@pytest.mark.parametrize(
    "dose",
    [
        "3 x 8, hold for a slow count of five",
        "3 x 8, hold to a count of 5",
        "3x8 hold and count to five",
        "3 x 8 five count hold",
    ],
)
def test_a_count_is_a_hold_of_so_many_seconds(dose: str) -> None:
    assert dose_in_words(dose) == {"sets": 3, "reps": 8, "hold": 5}


@pytest.mark.parametrize(
    "line", ["seated band row red 3x12", "seated band row green, 3 x 12", "seated band row blue 3x12 bd"]
)
def test_a_colour_before_the_numbers_is_the_band(line: str) -> None:
    name, dose = name_and_dose(line)
    parts = dose_in_words(dose or "") or {}
    assert (name, parts["sets"], parts["reps"]) == ("seated band row", 3, 12)
    assert parts["load"] in ("red band", "green band", "blue band")


def test_a_colour_within_a_name_is_no_band() -> None:
    assert name_and_dose("black cat stretch 3x10")[0] == "black cat stretch"


@pytest.mark.parametrize("rest", ["little and often", "regularly", "often throughout the day"])
def test_how_often_is_asked_for_as_a_number(rest: str) -> None:
    assert "write how many, and how often" in unread(rest)


def test_cycles_are_repetitions() -> None:
    assert dose_in_words("5-6 cycles") == {"reps": "5-6"}
    assert dose_in_words("2 x 10 cycles") == {"sets": 2, "reps": 10}
