"""A dose that is written in a line is read as its parts, or not at all."""

import pytest

from backplan.files.dose import dose_in_words, unread


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("3 sets of 8", {"sets": 3, "reps": 8}),
        ("2 x 10 reps, hold 5 seconds", {"sets": 2, "reps": 10, "hold": 5}),
        ("3 sets of 8 per side", {"sets": 3, "reps": 8, "per_side": True}),
        ("15 minutes", {"minutes": 15}),
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
        ("3 x 30 sec hold", {"sets": 3, "reps": 1, "hold": 30}),
        ("hold 30 seconds x 3", {"sets": 3, "reps": 1, "hold": 30}),
        ('10 x 10" hold', {"sets": 10, "reps": 1, "hold": 10}),
        ("3 reps of 30 seconds", {"reps": 3, "hold": 30}),
        ("x10", {"reps": 10}),
        ("3 x 8 L only", {"sets": 3, "reps": 8, "side": "left"}),
        ("3 x 8 right leg", {"sets": 3, "reps": 8, "side": "right"}),
        ("3 x 10 bilaterally", {"sets": 3, "reps": 10, "per_side": True}),
        ("3 x 10, RPE 6/10", {"sets": 3, "reps": 10, "effort": 6}),
        ("3 x 10 with red theraband", {"sets": 3, "reps": 10, "load": "red theraband"}),
        ("3 x 10 @ 8 kilos", {"sets": 3, "reps": 10, "load": "8 kg"}),
        ("3 x 8, progress by 2 reps weekly up to 12", {"sets": 3, "reps": 8, "grow": "2 reps every week, up to 12"}),
        ("3 x 8 for 6 weeks", {"sets": 3, "reps": 8, "until": "6 weeks"}),
        ("3 sets to fatigue", None),
        ("2 x 10, 3/7", None),
        ("3 x 8 as you like until pain-free", None),
        ("3 x 10, 4 x 10", None),
        ("3 x 10, as you like", None),
        ("3 x 8 x 5", None),
        ("30 s", None),
        ("3 to 5 sets of 8", None),
        ("a little", None),
    ],
)
def test_a_dose_in_a_line_is_read_whole_or_not_at_all(said: str, parts: dict[str, int | str] | None) -> None:
    assert dose_in_words(said) == parts


def test_of_a_dose_that_cannot_be_read_it_is_said_where_it_begins_not_to_be_one() -> None:
    assert "from “as you like” on" in unread("3 x 10, as you like")
    assert "from" not in unread("a little")
