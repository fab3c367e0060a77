"""`backplan prescribe`, as a therapist and a patient would use it, and as nobody should."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.cli import Result, process, run, started, week_of
from tests.support.sitting import answer, ended, terminal

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-25"
HOSTILE: dict[str, bytes] = {
    "aliases": b"a: &a [1,1]\nb: [*a,*a]\n",
    "object": b"prescription: !!python/object/apply:os.system [ls]\n",
    "twice": b"prescription: {on: 2026-11-20}\nprescription: {on: 2026-11-20}\n",
    "deep": b"[" * 5000,
    "control": b'prescription: {on: 2026-11-20}\nlimit: {minutes: 30, why: "\x07"}\n',
    "escape": b'prescription: {on: 2026-11-20}\nlimit: {minutes: 30, why: "\\e[2J"}\n',
    "latin": b"prescription: {on: 2026-11-20, for: J\xf6rg}\nlimit: {minutes: 30}\n",
    "empty": b"",
    "list": b"- 1\n",
    "number": b"7\n",
    "big": b"a: " + b"x" * (2 << 20),
}


def prescribe(home: Path, *args: str, today: str = TODAY) -> Result:
    return run("prescribe", *args, home=home, today=today)


def items(home: Path, *args: str, today: str = TODAY) -> list[dict[str, Any]]:
    done = prescribe(home, "show", "--json", *args, today=today)
    assert done.code == 0, done
    found: list[dict[str, Any]] = done.json["items"]
    return found


def written(home: Path, content: bytes | dict[str, Any]) -> str:
    home.parent.mkdir(parents=True, exist_ok=True)
    file = home.parent / "clinic.yaml"
    file.write_bytes(content if isinstance(content, bytes) else yaml.safe_dump(content).encode())
    return str(file)


def test_everything_said_is_recorded_and_shown(home: Path) -> None:
    started(home, today=TODAY)
    done = prescribe(
        home, "add", "Bird dog", "--sets", "3", "--reps", "8", "--hold", "8", "--per-week", "5", "--until",
        "2027-01-15", "--by", "doctor", "--on", "2026-11-20", "--why", "steady",
    )  # fmt: skip
    assert done.code == 0, done
    (found,) = items(home)
    said = {
        "kind": "add", "exercise": "bird-dog", "by": "doctor", "on": "2026-11-20", "until": "2027-01-15", "per_week": 5,
        "why": "steady", "dose": {"sets": 3, "reps": 8, "hold_s": 8, "per_side": True}, "given": True, "id": 1,
        "in_force": True, "ended": None, "rules": [],
    }  # fmt: skip
    assert {key: found[key] for key in said} == said
    for args in ([], ["show"], ["--plain"], ["show", "--plain"]):
        shown = prescribe(home, *args).out
        assert "Bird dog, 3 x 8, hold 8 s, each side, 5 days a week, until 15 January 2027" in shown
        assert "doctor" in shown
        assert "steady" in shown


def test_who_and_when_need_not_be_said(home: Path) -> None:
    prescribe(home, "limit", "--minutes", "30")
    (found,) = items(home)
    assert (found["by"], found["on"], found["minutes"]) == ("physiotherapist", TODAY, 30)


def test_avoid_takes_an_exercise_or_a_kind(home: Path) -> None:
    assert prescribe(home, "avoid", "prone-press-up", "--why", "not now").code == 0
    assert prescribe(home, "avoid", "Tai-chi").code == 0
    first, second = items(home)
    assert (first["exercise"], first["modality"], first["why"]) == ("prone-press-up", None, "not now")
    assert (second["exercise"], second["modality"]) == (None, "tai-chi")


def test_a_new_word_on_the_same_thing_takes_the_place_of_the_old_for_good(home: Path) -> None:
    prescribe(home, "add", "bird-dog", "--sets", "3")
    done = prescribe(home, "add", "bird-dog", "--sets", "1")
    assert "takes the place" in done.out
    assert [found["sets"] for found in items(home)] == [1]
    prescribe(home, "end", "2")
    assert items(home) == []
    assert [found["in_force"] for found in items(home, "--all")] == [False, False]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["add", "brid-dog"], "did you mean bird-dog"),
        (["add", "easy-walk", "--sets", "3"], "by the minute"),
        (["add", "bird-dog", "--minutes", "3"], "counted"),
        (["add", "bird-dog", "--sets", "11"], "--sets"),
        (["add", "bird-dog", "--sets", "0"], "--sets"),
        (["add", "bird-dog", "--per-week", "8"], "--per-week"),
        (["add", "bird-dog", "--sets", "10", "--reps", "50", "--hold", "120"], "is the most"),
        (["add", "bird-dog", "--until", "2026-11-24"], "over already"),
        (["add", "bird-dog", "--until", "soon"], "the last day like 2027-01-15"),
        (["add", "bird-dog", "--on", "2026-11-26"], "still to come"),
        (["add", "bird-dog", "--by", "witch"], "physiotherapist"),
        (["add", "bird-dog", "--why", "x" * 241], "240"),
        (["add"], "exercise"),
        (["avoid", "yogo"], "yogo"),
        (["limit"], "--minutes"),
        (["limit", "--minutes", "4"], "--minutes"),
        (["accept-usual-pain", "8"], "pain"),
        (["accept-usual-pain", "much"], "pain"),
        (["end"], "which one"),
        (["end", "1"], "no item 1"),
        (["end", "²"], "no item"),
        (["export"], "nothing is prescribed"),
        (["remove"], "remove"),
        (["--json", "end", "all"], "--json"),
    ],
)
def test_what_cannot_be_used_is_exit_2_and_nothing_is_stored(args: list[str], said: str, home: Path) -> None:
    done = prescribe(home, *args)
    assert done.code == 2, done
    assert not done.out
    assert said.lower() in done.err.lower()
    assert items(home, "--all") == []


def test_a_prescription_of_what_is_barred_is_recorded_and_the_bar_is_said(home: Path) -> None:
    started(home, today=TODAY, conditions=["flexion-intolerant"], dislikes=["pilates-leg-circle"])
    for name, rule, way in (
        ("burpee", "high-impact", "no prescription lifts"),
        ("childs-pose", "flexion-intolerant", "does not lift"),
        ("pilates-leg-circle", "dislike", "--only likes"),
        ("recumbent-bike-easy", "equipment", "--only equipment"),
    ):
        done = prescribe(home, "add", name)
        assert done.code == 0
        assert f"rule {rule}" in done.out
        assert way in done.out
        found = items(home)[-1]
        assert found["given"] is False
        assert rule in [each["id"] for each in found["rules"]]


def test_what_a_prescription_lifts_is_said_too(home: Path) -> None:
    started(home, today=TODAY)
    done = prescribe(home, "add", "lying-sciatic-nerve-slider")
    assert "rule prescribed-only" in done.out
    assert "rule above-level" in done.out
    assert "lifts that" in done.out
    (found,) = items(home)
    assert found["given"] is True
    assert [each["id"] for each in found["lifted"]] == ["prescribed-only", "above-level"]


def test_a_load_or_effort_above_a_rule_is_held_back_and_said(home: Path) -> None:
    knows = {"by": "doctor", "on": "2026-11-02", "knows": ["vertebral-fracture-new"]}
    started(home, today=TODAY, conditions=["vertebral-fracture-new"], clearance=knows)
    done = prescribe(home, "add", "heel-raise", "--load", "2 kg", "--effort", "8", "--per-week", "3")
    assert "given without 2 kg" in done.out
    assert "(rule new-fracture)" in done.out
    assert "at effort 6 of 10, not 8" in done.out
    (found,) = items(home)
    assert [each["id"] for each in found["held"]] == ["new-fracture", "hard-spared"]
    week = run("week", "--json", home=home, today=TODAY).json
    told = " ".join(week["notices"])
    assert "held back for now: Two-leg heel raise (without 2 kg). With a load it takes a weight" in told
    assert (
        "Two-leg heel raise (at effort 6 of 10, not 8). With what you told us nothing is made hard (rule hard-spared)."
        in told
    )
    doses = [i["dose"] for d in week["days"] for s in d["sessions"] for b in s["blocks"] for i in b["items"]]
    assert {dose["effort"] for dose in doses if "effort" in dose} == {6}
    assert not any("load" in dose for dose in doses)


def test_avoiding_wins_over_adding_and_says_how_to_end_it(home: Path) -> None:
    started(home, today=TODAY)
    prescribe(home, "avoid", "abdominal", "--why", "rest it")
    done = prescribe(home, "add", "heel-slide")
    assert "rest it (rule prescription-avoid)" in done.out
    assert "`backplan prescribe end 1`" in done.out


def test_what_is_handed_to_the_patient_does_not_invite_to_end_the_therapist_s_no(home: Path, tmp_path: Path) -> None:
    started(home, today=TODAY)
    prescribe(home, "avoid", "bending")
    prescribe(home, "add", "cat-cow")
    page = tmp_path / "page.html"
    assert run("export", "handout", "--out", str(page), home=home, today=TODAY).code == 0
    for shown in (page.read_text(encoding="utf-8"), run("week", home=home, today=TODAY).out):
        assert "asked to leave bending out" in " ".join(shown.split())
        assert "prescribe end" not in shown


def test_what_does_not_fit_is_said_at_once_with_what_would_help(home: Path) -> None:
    started(home, today=TODAY)
    assert "Not all" not in prescribe(home, "add", "clamshell", "--per-week", "2").out
    done = prescribe(home, "add", "bird dog", "3x10", "6 days a week")
    assert "Not all that is prescribed fits into 5 days of at most" in done.out
    assert "minutes: Bird dog, on 5 of 6 days. More days or longer days (`backplan init --only time`), or" in done.out
    assert "Clamshell, on" not in done.out
    assert "running, on" not in prescribe(home, "add", "road-running", "--per-week", "3").out
    assert "The hold of 8 s is the library's" in done.out
    assert "library's" not in prescribe(home, "add", "bird dog", "3x10", "--hold", "5").out
    assert "at most 20 minutes" in prescribe(home, "limit", "20").out


def test_a_stop_stands_and_is_said(home: Path) -> None:
    run("init", "--red-flags", "saddle-numbness", home=home, today=TODAY)
    done = prescribe(home, "add", "bird-dog")
    assert done.code == 0
    assert "does not lift this" in done.out
    assert len(items(home)) == 1
    assert run("week", home=home, today=TODAY).code == 4


def test_before_the_interview_it_is_kept_and_waits(home: Path) -> None:
    done = prescribe(home, "add", "bird-dog")
    assert done.code == 0
    assert "backplan init" in done.out
    assert items(home)[0]["given"] is None


def test_an_item_is_over_after_its_last_day(home: Path) -> None:
    prescribe(home, "add", "bird-dog", "--until", "2026-12-01")
    assert len(items(home, today="2026-12-01")) == 1
    assert items(home, today="2026-12-02") == []
    assert "Its last day was 2026-12-01" in prescribe(home, "show", "--all", today="2026-12-02").out


def test_end_all_ends_everything(home: Path) -> None:
    prescribe(home, "limit", "--minutes", "30")
    prescribe(home, "accept-usual-pain", "6")
    assert prescribe(home, "end", "all").code == 0
    assert items(home) == []
    assert prescribe(home, "end", "all").code == 0
    assert prescribe(home, "end", "1").code == 2


@pytest.mark.parametrize("name", sorted(file.stem for file in (ROOT / "docs" / "examples").glob("*.yaml")))
def test_each_example_is_imported_exported_and_imported_again(name: str, home: Path, tmp_path: Path) -> None:
    started(home, today=TODAY)
    done = prescribe(home, "import", str(ROOT / "docs" / "examples" / f"{name}.yaml"))
    assert done.code == 0, done
    assert f"the {name} example" in done.out
    first, file = items(home), tmp_path / "out.yaml"
    assert prescribe(home, "export", str(file)).code == 0
    assert prescribe(home, "export").out.strip() == file.read_text(encoding="utf-8").strip()
    other = tmp_path / "other"
    started(other, today=TODAY)
    assert prescribe(other, "import", str(file)).code == 0
    assert items(other) == first
    assert prescribe(home, "export", str(file)).code == 2
    assert prescribe(home, "export", "--force", str(file)).code == 0


def test_import_adds_and_with_replace_ends_what_was_before(home: Path) -> None:
    prescribe(home, "limit", "--minutes", "30")
    prescribe(home, "avoid", "yoga")
    doc = {"prescription": {"on": "2026-11-20"}, "limit": {"minutes": 20}}
    assert prescribe(home, "import", written(home, doc)).code == 0
    assert [(found["kind"], found["minutes"]) for found in items(home)] == [("avoid", None), ("limit", 20)]
    assert prescribe(home, "import", "--replace", written(home, doc)).code == 0
    assert [(found["kind"], found["minutes"]) for found in items(home)] == [("limit", 20)]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_broken_file_is_exit_3_with_its_place_and_stores_nothing(name: str, home: Path) -> None:
    done = prescribe(home, "import", written(home, HOSTILE[name]))
    assert done.code == 3, done
    assert "clinic.yaml:" in done.err
    assert "\x1b" not in done.err
    assert not done.out
    assert not (home / "backplan.db").exists()


def test_a_file_that_is_not_there_is_exit_3(home: Path) -> None:
    assert prescribe(home, "import", str(home / "none.yaml")).code == 3
    home.mkdir(parents=True)
    assert prescribe(home, "import", str(home)).code == 3


def test_all_faults_come_at_once(home: Path) -> None:
    doc = b"prescription: {on: 2027-01-01}\nadd: [{exercise: nothing, sets: 99}]\nlimit: {minutes: 1}\nmore: 1\n"
    done = prescribe(home, "import", written(home, doc))
    assert [line.split(": ")[0] for line in done.err.splitlines()] == [
        "clinic.yaml:1:16", "clinic.yaml:2:8", "clinic.yaml:2:27", "clinic.yaml:3:9", "clinic.yaml:4:1",
    ]  # fmt: skip


def test_markup_in_a_reason_is_shown_as_it_is(home: Path) -> None:
    doc = {"prescription": {"on": "2026-11-20"}, "limit": {"minutes": 20, "why": "[red]no[/red] :bomb:"}}
    assert "[red]no[/red] :bomb:" in prescribe(home, "import", written(home, doc)).out
    assert "[red]no[/red] :bomb:" in prescribe(home).out


def test_schema_is_one_json_document(home: Path) -> None:
    found = prescribe(home, "schema").json
    assert found["properties"].keys() == {"prescription", "add", "avoid", "limit", "accept_usual_pain"}
    assert found == json.loads((ROOT / "docs" / "prescription.schema.json").read_text(encoding="utf-8"))


def test_nothing_prescribed_is_said(home: Path) -> None:
    assert "Nothing is prescribed" in prescribe(home).out
    assert prescribe(home, "--json").json["items"] == []
    assert not home.exists()


def test_it_runs_as_a_process_of_its_own(home: Path) -> None:
    done = process("prescribe", "add", "bird-dog", "--why", "\x1b[31mred", home=home, today=TODAY)
    assert done.code == 0, done
    assert "\x1b" not in done.out
    assert process("prescribe", home=home, today=TODAY).out.count("Bird dog") == 1


def test_end_all_ends_what_is_in_force_and_says_what_was_over_already(home: Path) -> None:
    prescribe(home, "add", "bird-dog", "--until", "2026-11-30")
    prescribe(home, "limit", "--minutes", "30")
    done = prescribe(home, "end", "all", today="2026-12-05")
    assert "Ended from today on: No day over 30 minutes." in done.out
    assert "Ended from today on: Bird dog" not in done.out
    assert "Number 1, Bird dog, at the library's dose, until 30 November 2026, was over already." in done.out
    assert [found["ended"] for found in items(home, "--all", today="2026-12-05")] == [None, "2026-12-05"]
    assert "nothing ends" in prescribe(home, "end", "all", today="2026-12-05").out
    refused = prescribe(home, "end", "1", today="2026-12-05")
    assert refused.code == 2
    assert "its last day was 2026-11-30" in refused.err


def test_a_new_word_takes_no_place_of_what_was_over_already(home: Path) -> None:
    prescribe(home, "add", "bird-dog", "--until", "2026-11-30")
    done = prescribe(home, "add", "bird-dog", today="2026-12-05")
    assert "takes the place" not in done.out
    assert "Its last day was 2026-11-30" in prescribe(home, "show", "--all", today="2026-12-05").out


def test_what_is_in_force_comes_back_whole_from_a_file_with_who_and_when_of_each(home: Path, tmp_path: Path) -> None:
    prescribe(home, "add", "bird-dog", "--until", "2026-11-30", "--by", "doctor", "--on", "2026-11-20")
    prescribe(home, "limit", "--minutes", "30")
    prescribe(home, "end", "2")
    said = 'he said "slow": yes & no, 1:30'
    prescribe(home, "add", "heel-slide", "--by", "surgeon", "--on", "2026-11-01", "--why", said)
    prescribe(home, "add", "easy-walk", "--minutes", "20", "--until", "2027-01-15")
    prescribe(home, "avoid", "yoga", "--by", "midwife", "--why", "on")
    prescribe(home, "accept-usual-pain", "6", "--by", "doctor", "--on", "2026-11-20")
    later, file = "2026-12-05", tmp_path / "out.yaml"
    before = items(home, today=later)
    assert prescribe(home, "export", str(file), today=later).code == 0
    assert prescribe(home, "import", "--replace", str(file), today=later).code == 0
    after = items(home, today=later)
    assert len(before) == 4
    assert [{**each, "id": 0} for each in after] == [{**each, "id": 0} for each in before]


def test_items_are_listed_by_their_numbers(home: Path) -> None:
    prescribe(home, "limit", "--minutes", "30")
    prescribe(home, "avoid", "yoga")
    prescribe(home, "add", "bird-dog")
    assert [found["id"] for found in items(home)] == [1, 2, 3]


def test_avoiding_what_is_prescribed_says_so(home: Path) -> None:
    started(home, today=TODAY)
    prescribe(home, "add", "heel-slide")
    for word in ("heel-slide", "abdominal"):
        assert "Leaving out wins over number 1, which asks for heel-slide" in prescribe(home, "avoid", word).out


def test_the_last_day_may_be_a_coming_day_of_the_week(home: Path) -> None:
    assert prescribe(home, "add", "bird-dog", "--until", "fri").code == 0
    assert items(home)[0]["until"] == "2026-11-27"


def test_under_a_stop_nothing_prescribed_is_given(home: Path) -> None:
    run("init", "--red-flags", "saddle-numbness", home=home, today=TODAY)
    prescribe(home, "add", "heel-slide")
    shown = prescribe(home, "show", "--json").json
    assert shown["stop"]["rule"] == "emergency-flags"
    assert not shown["items"][0]["given"]


def test_a_kind_is_ruled_out_once_in_a_file_and_a_mistyped_one_is_mended(home: Path) -> None:
    doc = {"prescription": {"on": "2026-11-20"}, "avoid": [{"kind": "yoga"}, {"kind": "yoga"}, {"kind": "cylcing"}]}
    done = prescribe(home, "import", written(home, doc))
    assert done.code == 3
    assert "yoga stands under avoid twice" in done.err
    assert "kind: there is no cylcing (did you mean cycling?)" in done.err


# -- why, and the library -----------------------------------------------------------------------------------------


def test_why_tells_what_a_therapist_prescribed_and_what_our_rules_say(home: Path) -> None:
    started(home, today=TODAY)
    prescribe(
        home, "add", "bird-dog", "--sets", "3", "--reps", "8", "--hold", "8", "--per-week", "5", "--until",
        "2027-01-15", "--by", "doctor", "--on", "2026-11-20", "--why", "steady",
    )  # fmt: skip
    told = run("why", "bird-dog", home=home, today=TODAY).out
    assert "Prescribed (number 1): Bird dog, 3 x 8, hold 8 s, each side, 5 days a week, until 15 January 2027." in told
    assert "By your doctor, 20 November 2026. Why: “steady”." in told
    assert "Our own rules would leave it out, and your doctor's word lifts that: it is intermediate" in told
    (found,) = run("why", "bird-dog", "--json", home=home, today=TODAY).json["prescribed"]
    assert found == items(home)[0]


def test_why_tells_who_ruled_an_exercise_out_by_itself_or_by_its_kind(home: Path) -> None:
    started(home, today=TODAY)
    prescribe(home, "add", "heel-slide")
    prescribe(home, "avoid", "heel-slide", "--by", "surgeon", "--why", "not yet")
    prescribe(home, "avoid", "abdominal")
    told = run("why", "heel-slide", home=home, today=TODAY).out
    assert "Prescribed (number 2): Leave out Heel slide. By your surgeon, 25 November 2026. Why: “not yet”." in told
    assert "Prescribed (number 3): Leave out everything of the kind abdominal." in told
    assert "It is not given: your surgeon asked to leave it out: not yet" in told
    found = run("why", "heel-slide", "--json", home=home, today=TODAY).json
    assert [(each["kind"], each["given"]) for each in found["prescribed"]] == [
        ("add", False), ("avoid", None), ("avoid", None),
    ]  # fmt: skip


def test_why_says_whose_the_dose_is(home: Path) -> None:
    started(home, today=TODAY)
    ours = "Its dose and its tags are our own judgement, informed by:"
    theirs = "Its dose is your therapist's; its tags are our own judgement, informed by:"
    assert ours in run("why", "bird-dog", home=home, today=TODAY).out
    prescribe(home, "add", "bird-dog", "--per-week", "3")
    assert ours in run("why", "bird-dog", home=home, today=TODAY).out
    prescribe(home, "add", "bird-dog", "--sets", "3")
    told = run("why", "bird-dog", home=home, today=TODAY).out
    assert theirs in told
    assert ours not in told
    prescribe(home, "avoid", "bird-dog")
    assert ours in run("why", "bird-dog", home=home, today=TODAY).out


def test_why_of_a_prescribed_exercise_before_the_interview_and_once_it_is_over(home: Path) -> None:
    prescribe(home, "add", "heel-slide", "--until", "2026-11-30")
    assert "Prescribed (number 1): Heel slide" in run("why", "heel-slide", home=home, today=TODAY).out
    assert "Prescribed" not in run("why", "heel-slide", home=home, today="2026-12-05").out


def test_why_says_that_the_week_does_not_know_of_a_new_prescription_yet(home: Path) -> None:
    started(home, today=TODAY)
    run("week", home=home, today=TODAY)
    prescribe(home, "add", "bird-dog")
    told = run("why", "bird-dog", home=home, today=TODAY).out
    assert "`backplan week` lays the days from today on anew" in told
    assert "another exercise comes before it" not in told
    assert run("why", "bird-dog", "--json", home=home, today=TODAY).json["outdated"] is True
    run("week", home=home, today=TODAY)
    assert run("why", "bird-dog", "--json", home=home, today=TODAY).json["outdated"] is False


def test_the_library_tells_what_is_prescribed(home: Path) -> None:
    assert "Prescribed" not in run("library", "show", "bird-dog", home=home, today=TODAY).out
    prescribe(home, "add", "bird-dog", "--sets", "2")
    assert "Prescribed (number 1): Bird dog, 2 x 4" in run("library", "show", "bird-dog", home=home, today=TODAY).out
    (found,) = run("library", "show", "bird-dog", "--json", home=home, today=TODAY).json["prescribed"]
    assert (found["id"], found["sets"]) == (1, 2)


@pytest.mark.parametrize("group", ["prescribe", "library", "diary"])
def test_no_line_of_the_help_is_cut_short(group: str, home: Path) -> None:
    _, _, commands = run(group, "--help", home=home, today=TODAY).out.partition("Commands:")
    assert commands
    assert "..." not in commands


def test_a_word_that_is_no_command_of_the_library_may_be_looked_for(home: Path) -> None:
    done = run("library", "knee", home=home, today=TODAY)
    assert done.code == 2
    assert "`backplan library search knee`" in done.err


def test_under_a_stop_why_says_the_stop_first_and_offers_nothing(home: Path) -> None:
    run("init", "--red-flags", "saddle-numbness", home=home, today=TODAY)  # an interview that ended there
    for name in ("heel-slide", "burpee"):
        done = run("why", name, home=home, today=TODAY)
        assert done.out.splitlines()[1].startswith("Nothing is given to you now. What you reported")
        assert "Instead" not in done.out
        assert "No rule speaks" not in done.out
        assert run("why", name, "--json", home=home, today=TODAY).json["stop"]["rule"] == "emergency-flags"


@pytest.mark.parametrize(("said", "code"), [("30", 0), ("30 minutes", 0), ("{minutes: 30}", 0), ("a lot", 3)])
def test_a_limit_in_a_file_is_minutes_however_written_or_shows_how(
    said: str, code: int, home: Path, tmp_path: Path
) -> None:
    started(home)
    file = tmp_path / "p.yaml"
    file.write_text(f"prescription: {{on: 2026-11-20}}\nlimit: {said}\n")
    done = run("prescribe", "import", str(file), home=home)
    assert done.code == code, done
    assert ("like `limit: 30`" in done.err) is (code != 0)


def test_a_file_is_checked_where_nobody_has_answered_and_there_is_no_week(home: Path) -> None:
    good = written(home, {"prescription": {"on": "2026-11-20"}, "add": [{"exercise": "bird-dog"}]})
    done = prescribe(home, "preview", good)
    assert (done.code, "1 to give" in done.out, "backplan init" in done.err) == (4, True, True)
    bad = written(home, {"prescription": {"on": "2026-11-20"}, "add": [{"exercise": "cycling"}]})
    done = prescribe(home, "preview", bad)
    assert (done.code, "cycling is a kind of exercise" in done.err) == (3, True)
    bad = written(home, {"prescription": {"on": "2026-11-20"}, "add": [{"exercise": "running"}]})
    done = prescribe(home, "preview", bad)
    assert (done.code, "none is given while a back heals" in done.err) == (3, True)
    assert not home.exists()


def test_what_the_library_does_not_have_may_be_brought_in(home: Path) -> None:
    said = prescribe(home, "add", "qqq", "xxx").err
    assert "`backplan library add FILE`" in said
    assert "`backplan library add --name" in said
    assert prescribe(home, "add", "bird-dog", "--by", "physio").code == 0


def test_once_a_day_is_every_day(home: Path) -> None:
    started(home, today=TODAY)
    prescribe(home, "add", "lying-sciatic-nerve-slider", "--dose", "2 x 10, once a day")
    days = [day for day in week_of(home, today=TODAY)["days"] if day["planned"]]
    assert all("lying-sciatic-nerve-slider" in json.dumps(day) for day in days)
    assert any(not day["sessions"] for day in days)


@pytest.mark.parametrize(
    "walk",
    ["walking", "walk", "a short walk outside", "walk to the shop and back", "walk the dog", "walk round the block"],
)
def test_a_walk_as_people_write_it_is_our_easy_one_with_the_dose_that_was_typed(home: Path, walk: str) -> None:
    done = prescribe(
        home, "add", *walk.split(), *["10", "min", "daily,", "add", "1", "minute", "every", "week", "up", "to", "20"]
    )
    assert "is taken as Easy flat walk" in done.out, done
    (found,) = items(home)
    assert (found["exercise"], found["minutes"], found["growth"]["most"]) == ("easy-walk", 10, 20)


@pytest.mark.parametrize(
    "other", ["walk on your heels", "walk backwards", "brisk walk", "walk in the pool", "hill walk"]
)
def test_no_other_walk_is_taken_for_an_easy_one(home: Path, other: str) -> None:
    prescribe(home, "add", *other.split(), "10", "min")
    assert "easy-walk" not in [found["exercise"] for found in items(home)]


def test_a_prescribed_exercise_is_said_anew_by_its_number_or_its_name(home: Path) -> None:
    prescribe(home, "add", "clam", "2x10", "daily", "--by", "Ann Lee, physio", "--why", "it wobbles")
    assert prescribe(home, "change", "1", "3x12").code == 0
    assert prescribe(home, "edit", "clam", "--hold", "5").code == 0
    (found,) = items(home)
    assert (found["sets"], found["reps"], found["hold_s"], found["per_week"]) == (3, 12, 5, 7)
    assert (found["why"], found["therapist"]) == ("it wobbles", "Ann Lee")
    assert found["by"] == "physiotherapist"
    assert "is not prescribed" in prescribe(home, "change", "heel raise", "3x12").err
    assert "say what changes" in prescribe(home, "change", "3").err
    assert "there is no item 99" in prescribe(home, "change", "99", "3x8").err
    prescribe(home, "limit", "30")
    assert "is no exercise to give" in prescribe(home, "change", "4", "3x8").err
    assert len(items(home)) == 2


@pytest.mark.parametrize(
    ("by", "role", "name"),
    [
        ("Sarah Jones MCSP", "physiotherapist", "Sarah Jones MCSP"),
        ("Ann Lee, physio", "physiotherapist", "Ann Lee"),
        ("Dr Brown", "doctor", "Dr Brown"),
        ("my surgeon Mr Hill", "surgeon", "Mr Hill"),
        ("GP", "doctor", None),
    ],
)
def test_who_gave_it_may_have_a_name(home: Path, by: str, role: str, name: str | None) -> None:
    prescribe(home, "add", "clam", "2x10", "--by", by)
    (found,) = items(home)
    assert (found["by"], found["therapist"]) == (role, name)
    file = home.parent / "mine.yaml"
    prescribe(home, "export", str(file))
    prescribe(home, "import", str(file))
    assert (items(home)[0]["by"], items(home)[0]["therapist"]) == (role, name)


def test_a_name_alone_does_not_say_what_they_are(home: Path) -> None:
    refused = prescribe(home, "add", "clam", "2x10", "--by", "Ann Lee")
    assert (refused.code, "like --by 'Ann Lee, physiotherapist'" in refused.err) == (2, True)


def test_the_hand_out_says_who_by_name(home: Path) -> None:
    started(home, today=TODAY)
    prescribe(home, "add", "clam", "2x10", "--by", "Sarah Jones MCSP", "--why", "don't push!")
    sheet = run("export", "handout", "--out", "-", home=home, today=TODAY).out
    assert "Prescribed by your physiotherapist (Sarah Jones MCSP): don&#39;t push!</p>" in sheet


def test_a_reason_behind_because_and_what_one_holds_on_to_are_why(home: Path) -> None:
    prescribe(home, "avoid", *["twisting", "because", "of", "the", "knee"])
    prescribe(home, "add", *["mini", "squats", "2x10", "holding", "the", "worktop"])
    prescribe(home, "add", *["heel", "raises", "holding", "on", "2x10", "because", "the", "calf", "is", "weak"])
    found = {each["exercise"] or each["movement"]: each["why"] for each in items(home)}
    assert found == {
        "twisting": "because of the knee",
        "mini-squat": "holding the worktop",
        "heel-raise": "because the calf is weak; holding on",
    }


def test_all_sets_are_given_where_the_therapist_knows_of_the_care(home: Path) -> None:
    started(home, today=TODAY, conditions=["knee-issue"])
    said = prescribe(home, "add", "sit to stand", "3x8").out
    assert "given at one set (rule dose-care)" in said
    assert "`backplan prescribe add sit-to-stand --knows`" in said
    assert "Held back" not in prescribe(home, "add", "sit-to-stand", "--knows").out
    (found,) = items(home)
    assert (found["sets"], found["knows"]) == (3, True)
    given = [item["dose"]["sets"] for day in week_of(home, today=TODAY)["days"] for each in day["sessions"]
             for block in each["blocks"] for item in block["items"] if item["exercise"] == "sit-to-stand"]  # fmt: skip
    assert set(given) == {3}


def test_a_limit_is_named_where_it_keeps_the_week_short(home: Path) -> None:
    started(home, time={"days": ["mon", "tue", "thu", "fri"], "minutes": 30})
    assert run("prescribe", "limit", "20", home=home).code == 0
    reasons = [row["reason"] or "" for row in week_of(home)["balance"]]
    assert any("The 20 minutes a day that your physiotherapist allows hold no more" in reason for reason in reasons)
    assert not any("minutes of your four days hold no more" in reason for reason in reasons)


def test_a_whole_order_stands_in_one_string(home: Path) -> None:
    started(home, today=TODAY)
    done = prescribe(home, "add", "bird dog 3 x 8 each side, mon wed fri for 6 weeks")
    assert done.code == 0, done
    (found,) = items(home)
    assert (found["days"], found["until"]) == (["mon", "wed", "fri"], "2027-01-05")
    refused = prescribe(home, "add", "bird dog 3 x 8 to fatigue")
    assert (refused.code, "the dose cannot be read from “to fatigue” on" in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("in 6 weeks", "2027-01-06"),
        ("for two months", "2027-01-24"),
        ("end of January", "2027-01-31"),
        ("the end of the year", "2026-12-31"),
        ("end of the month", "2026-11-30"),
        ("10 days", "2026-12-05"),
    ],
)
def test_an_end_counts_from_today(said: str, day: str, home: Path) -> None:
    started(home, today=TODAY)
    assert prescribe(home, "add", "clamshell", "--until", said).code == 0
    assert items(home)[0]["until"] == day


@pytest.mark.parametrize(
    ("avoid", "found"),
    [
        ("bending", ["bending"]),
        ("bending, twisting", ["bending", "twisting"]),
        ("bending and yoga", ["bending", "yoga"]),
    ],
)
def test_what_is_to_be_avoided_may_stand_alone(avoid: str, found: list[str], home: Path) -> None:
    started(home, today=TODAY)
    file = written(home, {"prescription": {"on": "2026-11-20"}, "avoid": avoid})
    assert prescribe(home, "import", file).code == 0
    assert prescribe(home, "avoid", *avoid.split(), "--why", "sore").code == 0
    assert [each.get("movement") or each.get("modality") or each.get("kind_of") for each in items(home)] == found


@pytest.mark.parametrize(
    "add", ["bird dog 3 x 8", {"exercise": "bird-dog", "dose": "3 x 8"}, {"bird dog": "3 x 8", "bridge": "2 x 10"}]
)
def test_what_is_to_be_given_may_stand_alone(add: Any, home: Path) -> None:
    started(home, today=TODAY)
    assert prescribe(home, "import", written(home, {"prescription": {"on": "2026-11-20"}, "add": add})).code == 0
    assert items(home)[0]["dose"]["sets"] == 3


def test_days_of_prescribed_core_work_alone_count_as_days_of_core(home: Path) -> None:
    started(home, time={"days": ["mon", "tue", "thu", "sat"], "minutes": 30})
    for said in ("bird dog 3x8 hold 5 s daily", "dead bug 3x8", "glute bridge 2x12"):
        prescribe(home, "add", said, today="2026-11-23")
    week = week_of(home)
    blocks = [[block for session in day["sessions"] for block in session["blocks"]] for day in week["days"]]
    of_core = [[block for block in each if block["kind"] == "core"] for each in blocks]
    assert any(each and all(block.get("prescribed") for block in each) for each in of_core)
    row = next(row for row in week["balance"] if row["target"] == "core")
    assert row["got"] == sum(map(bool, of_core))
    assert row["minutes"] == sum(block["seconds"] for each in of_core for block in each) // 60


def test_what_is_refused_is_told_and_is_no_day_asked_for(home: Path) -> None:
    started(home)
    prescribe(home, "add", "bird-dog", "--per-week", "2", today="2026-11-23")
    alone = next(row for row in week_of(home)["balance"] if row["target"] == "prescribed")
    prescribe(home, "add", "jogging", "--per-week", "3", today="2026-11-23")
    week = week_of(home)
    assert next(row for row in week["balance"] if row["target"] == "prescribed") == alone
    assert any(notice.startswith("Prescribed, and not given: Jogging") for notice in week["notices"])


@pytest.mark.parametrize(
    ("command", "text", "said"),
    [
        (["prescribe", "import"], "exercise,sets,reps\nbird-dog,3,8\n", "this is a table (CSV), not YAML; a presc"),
        (["prescribe", "import"], "exercise;sets;reps\nbird-dog;3;8\n", "this is a table (CSV), not YAML"),
        (["prescribe", "import"], "- {id: a, name: A, block: core}\n", "`backplan library add FILE` takes it in"),
        (["prescribe", "import"], "red_flags: []\ntime: {}\n", "`backplan init --answers FILE` takes it in"),
        (["prescribe", "import"], '{"schema": 1, "kind": "backplan data"}', "`backplan import data FILE` takes it in"),
        (["init", "--answers"], "prescription: {on: 2026-11-20}\n"
         "add: [bird-dog]\n", "`backplan prescribe import FILE` takes it in"),
        (["library", "add"], "prescription: {on: 2026-11-20}\n"
         "add: [bird-dog]\n", "`backplan prescribe import FILE` takes it in"),
        (["library", "check"], "prescription: {on: 2026-11-20}\n"
         "add: [bird-dog]\n", "`backplan prescribe import FILE` takes it in"),
        (["library", "add"], "- bird-dog\n", "like `- {id: bird-dog, name: bird-dog, block: core}`"),
        (["library", "check"], "- Side bend\n", "like `- {id: side-bend, name: Side bend, block: core}`"),
        (["library", "check"], "- [a]\n", "like `- {id: hip-hitch, name: Hip hitch, block: core}`"),
        (["prescribe", "import"], "prescription: {by: physio, on: 9999-12-31}\nadd: [bird-dog]\n",
         "on must be a date like 2026-11-23, in a year from 1900 to 2899"),
        (["prescribe", "import"], "prescription: {on: 2026-11-20}\n"
         "add: [{exercise: “bird dog, slowly”}]\n", "write straight quotes"),
    ],
)  # fmt: skip
def test_a_file_of_another_sort_is_told_what_it_is(
    command: list[str], text: str, said: str, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "my.yaml"
    file.write_text(text, encoding="utf-8")
    done = run(*command, str(file), home=home)
    assert done.code == 3
    assert said in done.err


def test_backups_made_before_anybody_answered_are_no_lost_answers(home: Path) -> None:
    for exercise in ("bird-dog", "clamshell", "cat-cow"):
        done = run("prescribe", "add", exercise, home=home)
        assert done.code == 0
        assert "Nobody has answered the safety questions yet" in done.out
    assert [*home.glob("backups/*")]


# -- files and names as they are written ---------------------------------------------------------------------------


def test_the_example_file_is_taken_in_as_it_stands(home: Path, tmp_path: Path) -> None:
    started(home)
    example = run("prescribe", "import", "--example", home=home, today=TODAY)
    file = tmp_path / "example.yaml"
    file.write_text(example.out, encoding="utf-8")
    assert run("prescribe", "import", str(file), home=home, today=TODAY).code == 0
    shown = run("prescribe", home=home, today=TODAY).out
    for part in ("Clamshell", "Bird dog", "red band", "twists", "40 minutes"):
        assert part in shown
    assert "--example" in run("prescribe", "import", home=home, today=TODAY).err


@pytest.mark.parametrize(
    "text",
    [
        "Clamshell 3 x 12 each side, three times a week, slowly\nBird dog 3 x 8, hold 5 s\n",
        "walk 15 minutes three times a week\nno twisting\n",
        "Clamshell 3 x 12; bird dog 3 x 8; bridge 2 x 10\n",
    ],
)
def test_plain_lines_are_no_table_and_an_example_is_offered(text: str, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(text, encoding="utf-8")
    told = run("prescribe", "import", str(file), home=home, today=TODAY).err
    assert "CSV" not in told
    assert "plain text" in told
    assert "--example" in told


def test_a_file_that_is_not_there_has_no_first_line(home: Path, tmp_path: Path) -> None:
    told = run("prescribe", "import", str(tmp_path / "none.yaml"), home=home, today=TODAY).err
    assert told.startswith("none.yaml: the file cannot be read")


@pytest.mark.parametrize("name", [["clamshell"], ["Clamshell"], ["bird", "dog"], ["twisting"], ["yoga"], ["bird-dog"]])
def test_an_item_is_ended_by_its_name(name: list[str], home: Path) -> None:
    started(home)
    for given in (["add", "clamshell"], ["add", "bird dog"], ["avoid", "twisting"], ["avoid", "yoga"]):
        run("prescribe", *given, home=home, today=TODAY)
    assert run("prescribe", "end", *name, home=home, today=TODAY).code == 0
    assert len(run("prescribe", "show", "--json", home=home, today=TODAY).json["items"]) == 3
    assert run("prescribe", "end", "bridge", home=home, today=TODAY).code == 2


def test_what_a_new_dose_by_file_leaves_out_is_told(home: Path, tmp_path: Path) -> None:
    started(home)
    run("prescribe", "add", "seated-band-row", "--dose", "2 x 12", "--load", "red band", home=home, today=TODAY)
    file = tmp_path / "new.yaml"
    head = f"prescription: {{by: physiotherapist, on: {TODAY}}}\nadd:\n"
    file.write_text(f"{head}  - seated-band-row 2 x 15, red band\n", encoding="utf-8")
    assert "no longer asked for" not in run("prescribe", "import", str(file), home=home, today=TODAY).out
    file.write_text(f"{head}  - seated-band-row 2 x 15\n", encoding="utf-8")
    told = run("prescribe", "import", str(file), home=home, today=TODAY).out
    assert "red band" in told
    assert "the load: that is no longer asked for" in told


@pytest.mark.parametrize(("word", "left"), [("n", 2), ("y", 0)])
def test_what_keeps_safe_is_asked_about_before_all_ends(word: str, left: int, home: Path) -> None:
    started(home)
    run("prescribe", "add", "clamshell", home=home, today=TODAY)
    run("prescribe", "avoid", "twisting", home=home, today=TODAY)
    child = terminal("prescribe", "end", "all", home=home, today=TODAY)
    answer(child, ("twists the back", ""), ("End these, too?", word))
    assert ended(child)[0] == 0
    assert len(run("prescribe", "show", "--json", home=home, today=TODAY).json["items"]) == left


def test_beside_a_prescribed_walk_stands_what_is_prescribed_before_what_is_not(home: Path) -> None:
    started(home, time={"days": ["tue", "thu", "sat"], "minutes": 30})
    for given in (
        "clamshell 2 x 15, 3 times a week",
        "bridge 2 x 10, 3 times a week",
        "easy-walk 15 minutes, 3 a week",
    ):
        assert run("prescribe", "add", given, home=home).code == 0
    run("prescribe", "limit", "25", home=home)
    days = [
        {item["exercise"] for session in day["sessions"] for block in session["blocks"] for item in block["items"]}
        for day in week_of(home)["days"]
    ]
    walks = [day for day in days if "easy-walk" in day]
    assert len(walks) >= 2
    assert all(day & {"clamshell", "glute-bridge"} for day in walks)


@pytest.mark.parametrize(
    ("dose", "shown", "said"),
    [
        ("20 reps BD", "1 x 20, hold 8 s, each side, twice a day", "In words: 20 times"),
        ("8-12 reps twice a day", "1 x 8, hold 8 s, each side, twice a day", "The hold of 8 s is"),
        ("15 each leg", "3 x 15", "The 3 sets are the library's, as none were said"),
        ("3 sets", "3 x 4", "The 4 repetitions of a set are the library's"),
        ("two lots of fifteen, M/W/F", "2 x 15", "The hold of 8 s is the library's"),
        ("3 rounds, 10 reps, 45 s rest", "3 x 10, hold 8 s, each side, rest 45 s", "The hold of 8 s"),
        ("8 reps at 50% effort", "effort 5 of 10", "The 3 sets are the library's"),
        ("start with 5, add one every other day until 15", "1 repetition more every 2 days, up to 15", "The 3 sets"),
    ],
)
def test_what_of_a_dose_is_the_librarys_is_said_and_never_multiplies_what_was_said(
    dose: str, shown: str, said: str, home: Path
) -> None:
    started(home)
    out = run("prescribe", "add", "bird-dog", "--dose", dose, home=home).out
    assert shown in out
    assert said in out


@pytest.mark.parametrize(
    ("dose", "told"),
    [
        ("10 reps hourly", "--dose 10 reps hourly: times a day must be from 1 to 8"),
        ("5 minutes on, 2 minutes off, x3", "write them all together, like 15 minutes"),
    ],
)
def test_a_fault_of_a_dose_in_words_is_told_of_these_words(dose: str, told: str, home: Path) -> None:
    started(home)
    done = run("prescribe", "add", "bird-dog", "--dose", dose, home=home)
    assert done.code == 2
    assert told in done.err


def test_whoever_prescribed_is_named_where_an_exercise_takes_the_place_of_another(home: Path) -> None:
    started(home, today=TODAY)
    assert run("week", home=home, today=TODAY).code == 0
    assert prescribe(home, "add", "bird-dog", "--sets", "2", "--reps", "8", "--by", "surgeon").code == 0
    changes = run("week", "--json", home=home, today=TODAY).json["changes"]
    assert any(each.endswith("takes the place of Bird dog leg reach: your surgeon prescribed it.") for each in changes)


def test_what_is_given_at_one_set_for_care_is_not_called_held_back(home: Path) -> None:
    started(home, today=TODAY, conditions=["knee-issue"])
    done = prescribe(home, "add", "sit-to-stand", "--sets", "2", "--reps", "10")
    assert "One set for now: with you it needs care" in done.out
    assert "Held back" not in done.out


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("knee rolls 10 each way morning and night", "Lying knee rolls, 1 x 10, each side, twice a day"),
        ("clams with band (red) 3x12 each side", "Clamshell, 3 x 12, each side, with red band"),
        ("rows with green theraband 3 x 12", "Seated band row, 3 x 12, with green theraband"),
        ("walking - 15 mins a day", "Easy flat walk, 15 min, every day"),
        ("lie on your front for 10 mins, twice a day", "Lying face down, 1 x 10 min, twice a day"),
        ("tandem stand 30 secs x 3 eyes open", "Why: “eyes open”"),
        ("open book x8 each side before bed", "Why: “before bed”"),
        ("prone hip ext 2x8 each, stop if pain > 5/10", "Why: “stop if pain > 5/10”"),
        ("recumbent-bike-easy 10 min no resistance", "Easy recumbent bike, 10 min"),
    ],
)
def test_a_line_of_a_slip_is_taken_as_it_stands(line: str, shown: str, home: Path) -> None:
    started(home)
    assert shown in run("prescribe", "add", line, home=home).out


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "straight leg raise 3x10",
            "near it, and gentle, is heel-slide or lying-march or seated-leg-straightening; one",
        ),
        ("straight leg raise 3x10", "`backplan library add --name 'its name' --steps"),
        ("static quads", "`backplan library add --name 'its name' --steps"),
        ("no bending for 6 weeks", "no bending for 6 weeks: `backplan prescribe avoid bending`"),
        ("plank hold 30 x 3", "say which of the two is the time: hold 30 s, 3 times"),
        ("cat cow 10 reps 2-3 x day", "write one number of times a day"),
        ("rows 3 x 12", "rows is the name of seated-band-row and of rowing-machine"),
    ],
)
def test_a_line_that_is_not_taken_is_told_what_to_do(line: str, told: str, home: Path) -> None:
    started(home)
    done = run("prescribe", "add", line, home=home)
    assert done.code == 2
    assert told in done.err


@pytest.mark.parametrize(
    ("line", "exercise", "why"),
    [
        ("20cm step up 2x10", "step-up", "20cm"), ("step up onto 20cm step 2 x 10", "step-up", "onto 20cm step"),
        ("step-ups 2x10, 15 cm step", "step-up", "15 cm step"),
        ("sit to stand 3x8 from a 45 cm chair", "sit-to-stand", "from a 45 cm chair"),
    ],
)  # fmt: skip
def test_how_high_a_step_or_seat_is_is_told_with_why(line: str, exercise: str, why: str, home: Path) -> None:
    started(home)
    done = run("prescribe", "add", *line.split(), "--by", "physio", home=home)
    assert done.code == 0, done
    kept = run("prescribe", "--json", home=home).json["items"][0]
    assert (kept["exercise"], kept["why"], kept["sets"] in (2, 3)) == (exercise, why, True)


def test_a_weight_that_is_held_is_a_load(home: Path) -> None:
    started(home)
    run("prescribe", "add", "sit to stand 3 x 8 holding 4kg", "--by", "physio", home=home)
    assert run("prescribe", "--json", home=home).json["items"][0]["load"] == "4 kg"


@pytest.mark.parametrize(
    "text",
    ["Glute bridge 3 x 10\nBird dog\n", "1. Glute bridge 3 x 10\n2) Bird dog\n", "- Glute bridge 3 x 10\n- Bird dog\n"],
)
def test_lines_of_names_are_shown_as_the_prescription_takes_them(text: str, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "names.txt"
    file.write_text(text, encoding="utf-8")
    refused = run("prescribe", "import", str(file), home=home, today=TODAY)
    assert refused.code == 3
    head, items = re.findall("`((?:prescription|add): [^`]+)`", refused.err)
    file.write_text(f"{head}\n{items}\n", encoding="utf-8")
    started(home)
    taken = run("prescribe", "import", str(file), home=home, today=TODAY)
    assert (taken.code, "Bird dog" in taken.out) == (0, True)


@pytest.mark.parametrize(
    ("line", "exercise", "why"),
    [
        ("wall squat to 45 degrees", "wall-sit", "to 45 degrees"), ("mini squat to 60° 2x10", "mini-squat", "to 60°"),
        ("mini squat half way down 2x10", "mini-squat", "half way down"),
        ("standing side leg raise to hip height 2x10", "standing-side-leg-raise", "to hip height"),
        ("mini squat 2x10 no deeper than 30-40 degrees", "mini-squat", "no deeper than 30-40 degrees"),
    ],
)  # fmt: skip
def test_how_far_it_goes_is_told_with_why(line: str, exercise: str, why: str, home: Path) -> None:
    started(home)
    done = run("prescribe", "add", *line.split(), home=home)
    assert done.code == 0, done
    kept = run("prescribe", "--json", home=home).json["items"][0]
    assert (kept["exercise"], kept["why"]) == (exercise, why)


def test_a_dose_without_numbers_is_told_and_no_exercise_is_missed(home: Path) -> None:
    done = run("prescribe", "add", "bird dog little and often", home=home)
    assert (done.code, "write how many, and how often" in done.err, "there is no exercise" in done.err) == (
        2,
        True,
        False,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Bird dog 3x10\nBridge: 2x12\nClam shell 2x10\n", "Bird dog: 3x10\nBridge 2x12\nClam shell 2x10\n",
        "* Bird dog 3x10\n* Bridge: 2x12\n", "1. Bird dog: 3x10, hold: 5\n2. Bridge: 2x12\n",
        "- Bird dog: 3x10\n- Bridge 2x12\n",
    ],
)  # fmt: skip
def test_a_list_with_a_colon_is_shown_as_an_import_takes_it(text: str, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(text, encoding="utf-8")
    refused = run("prescribe", "import", str(file), home=home, today=TODAY)
    assert (refused.code, "put the text in quotes" in refused.err) == (3, False)
    head, items = re.findall("`((?:prescription|add): [^`]+)`", refused.err)
    assert "Bird dog" in items
    assert "Bridge" in items
    file.write_text(f"{head}\n{items}\n", encoding="utf-8")
    assert run("prescribe", "import", str(file), home=home, today="2026-11-24").code == 0


@pytest.mark.parametrize("command", [["prescribe", "import"], ["init", "--answers"], ["library", "add"]])
def test_a_table_in_markdown_is_told_as_one(command: list[str], home: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.md"
    file.write_text("| Exercise | Sets | Reps |\n|---|---|---|\n| Bird dog | 3 | 10 |\n", encoding="utf-8")
    told = run(*command, str(file), home=home, today=TODAY)
    assert (told.code, "this is a table (Markdown), not YAML" in told.err) == (3, True)


@pytest.mark.parametrize(
    ("group", "word", "way"),
    [
        ("diary", "delete", "`backplan diary undo 2`"), ("diary", "remove", "`backplan diary undo 2`"),
        ("diary", "change", "`backplan diary edit 2`"), ("diary", "list", "`backplan diary` shows"),
        ("diary", "add", "`backplan log`"), ("prescribe", "delete", "`backplan prescribe end 2`"),
        ("prescribe", "list", "`backplan prescribe` shows"),
        ("prescribe", "check", "`backplan prescribe preview FILE`"),
    ],
)  # fmt: skip
def test_a_command_by_another_name_is_told_what_does_it(group: str, word: str, way: str, home: Path) -> None:
    done = run(group, word, "2", home=home)
    assert (done.code, way in " ".join(done.err.split())) == (2, True)


@pytest.mark.parametrize("group", ["diary", "prescribe"])
def test_a_mistyped_command_still_has_near_names(group: str, home: Path) -> None:
    assert "did you mean" in run(group, "edt", home=home).err


def test_a_letter_is_no_list_of_exercises(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear Mrs Smith,\nplease do bridges: ten times.\nBest wishes\n", encoding="utf-8")
    told = run("prescribe", "import", str(file), home=home, today=TODAY).err
    assert "plain text" in told
    assert "Dear" not in told
