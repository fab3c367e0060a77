"""No sequence of commands without the answer that lifts a stop lifts it, however often one says that all is well."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.support.cli import answered, answers, run, started
from tests.support.examples import law
from tests.support.windows import EXAMPLE

CLEARED = {"by": "doctor", "on": "2026-11-02", "knows": []}
AGO = {"kind": "disc", "on": "2026-09-01", "released": None}

# What stops somebody: answers, or what is reported afterwards.
STOPS: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    **{f"changed-{what}": ({}, ("init", "--changed", what)) for what in ("fall", "hospital", "diagnosis", "numbness")},
    "changed-that-day": ({}, ("init", "--changed", "hospital", "--changed-on", "2026-11-02")),
    "changed-long-ago": ({}, ("init", "--changed", "heart", "--changed-on", "2026-11-03")),
    "changed-in-a-file": ({"changed": {"what": "fall", "on": "2026-11-20"}}, ()),
    "emergency": ({}, ("log", "--saddle")),
    "urgent": ({"red_flags": ["fever"]}, ()),
    "heart": ({"heart": ["blackout"]}, ()),
    "leg": ({}, ("log", "--leg", "calf", "--pain", "3")),
    "not-cleared": ({"clearance": None}, ()),
    "operated": ({"surgery": AGO}, ()),
    "operated-since": ({}, ("init", "--surgery", "fusion", "--surgery-on", "2026-11-20")),
    "born-since": ({}, ("init", "--birth", "caesarean", "--birth-on", "2026-11-20")),
    "gave-birth": ({"birth": {"on": "2026-11-10", "kind": "vaginal"}}, ()),
}
CLEARED_BEFORE = ("init", "--clearance-by", "surgeon", "--clearance-on", "2026-11-02")  # which no stop is later than
NO_DOCTOR = ("init", "--clearance-by", "physiotherapist", "--clearance-on", "yesterday", "--knows",
             "saddle-numbness,blackout")  # fmt: skip
# What people say beside it, or instead. Nothing of it tells of a clinician who may lift it, or of a release.
SAID: tuple[tuple[str, ...], ...] = (
    ("init", "--changed", "none"),
    ("init", "--changed", "fall", "--changed-on", "2026-10-01"),
    ("init", "--changed-on", "2026-10-01"),
    ("init", "--red-flags", "none", "--heart", "none", "--changed", "none"),
    ("init", "--conditions", "none", "--leg", "none", "--pain", "1"),
    ("init", "--minutes", "20"),
    ("init", "--answers", "null.yaml"),
    ("init", "--answers", "no-word.yaml"),
    ("log", "--morning", "1"),
    ("log", "--done", "all", "--pain", "1", "--leg", "none"),
    ("restore", "2026-11-24", "--yes"),
    ("week", "--replan"),
    ("today", "--pain", "1"),
    ("diary", "undo"),
    ("init", "--surgery", "none", "--birth", "none"),
    ("init", "--surgery", "none", "--birth", "none", "--clearance-by", "none"),
    ("init", "--surgery", "fusion", "--surgery-on", "2016-11-20"),
    ("init", "--birth", "vaginal", "--birth-on", "2026-10-01"),
    ("init", "--knows", "saddle-numbness,tight-chest,leg-further-down"),
    NO_DOCTOR,
    ("diary", "undo", "3"),
    ("diary", "edit", "3", "--leg", "none"),
    ("diary", "edit", "3", "--on", "2026-11-01", "--never-so"),
    ("pause", "--from", "2026-12-07", "--to", "2026-12-09"),
    ("pause", "--end"),
    ("init", "--anew"),
    ("init", "--born", "1950", "--level", "intermediate", "--conditions", "osteoporosis"),
    CLEARED_BEFORE,
    ("init", "--by-mistake", "fever", "--never-so"),
    ("log", "feels fine, no numbness any more, the leg is as before"),
    ("log", "--morning", "0", "--on", "yesterday", "--leg", "none"),
    ("log", "--done", "no", "--why", "fall"),
    ("log", "--flare", "--leg", "none"),
    ("diary", "edit", "1", "--pain", "0"),
    ("diary", "edit", "2", "--on", "2026-11-20"),
    ("diary", "undo", "1"),
    ("prescribe", "accept-usual-pain", "6"),
    ("prescribe", "import", str(EXAMPLE), "--replace"),
    ("prescribe", "end", "all"),
    ("import", "data", "then.json", "--replace"),
    ("restore", "then.db", "--yes"),
    ("week", "--move", "wed=fri"),
    ("library", "hide", "cat-cow"),
    ("swap", "dead-bug"),
)


FILES = ("null.yaml", "no-word.yaml", "then.db", "then.json")
# What lifts a stop because it answers it: the agreement that was missing, and the sign taken back.
ANSWERED = {
    *((stop, NO_DOCTOR) for stop in STOPS.keys() - {"emergency", "heart", "urgent"}),
    ("not-cleared", CLEARED_BEFORE),
    ("urgent", ("init", "--by-mistake", "fever", "--never-so")),
}


def _files(folder: Path, was: dict[str, Any]) -> None:
    """Answers that say no but where a stop would be lifted by it; and some that leave out what they may."""
    so = answers(**{key: value for key, value in was.items() if key in ("clearance", "surgery", "birth")})
    left_out = {key: value for key, value in so.items() if key not in ("changed", "surgery", "birth", "heart")}
    for name, said in (("null.yaml", so), ("no-word.yaml", left_out)):
        (folder / name).write_text(yaml.safe_dump(said), encoding="utf-8")


@law(10)
@given(st.sampled_from(sorted(STOPS)), st.lists(st.tuples(st.integers(0, 3), st.sampled_from(SAID)), max_size=5))
def test_no_answers_but_the_one_that_lifts_it_lift_a_stop(stop: str, said: list[tuple[int, tuple[str, ...]]]) -> None:
    was, reported = STOPS[stop]
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        started(home)
        run("backup", "--out", str(Path(folder) / "then.db"), home=home)
        run("export", "data", "--out", str(Path(folder) / "then.json"), home=home)
        if not reported:
            answered(home, **was)
        if reported:
            run("log", "--morning", "3", home=home)
            run(*reported, home=home, today="2026-11-24")
        _files(Path(folder), was)
        day = 24
        for later, words in said:
            if (stop, words) in ANSWERED:
                continue
            day = min(30, day + later)
            known = [str(Path(folder) / word) if word in FILES else word for word in words]
            run(*known, home=home, today=f"2026-11-{day}")
        for today in (f"2026-11-{day}", "2026-12-05"):
            assert run("week", home=home, today=today).code == 4, (stop, said)
