"""Two readings of an exercise's words: what they agree on holds, what they differ on is asked of somebody."""

import json
import sys
from collections import Counter
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, Literal

import pytest

from backplan.files.yaml import Places, parse
from backplan.library import impact_opinion, judge_file
from backplan.library.data import data_file
from backplan.library.impact_opinion import (
    FILE,
    LEFT_HARD,
    Opinion,
    Passage,
    Reading,
    WordKinds,
    features,
    opinion,
    read_twice,
)
from backplan.library.impact_wording import Giveaway, Place, Wording, wording
from backplan.library.impact_words import load_words
from backplan.library.load import load

STILL_LOST = {"Hopscotch markers", "Hop off"}  # of what they were mended and taught by
Outcome = Literal["found", "asked", "kept"]


@cache
def corpus(name: str) -> Any:
    return parse((Path(__file__).parent / name).read_bytes(), name)[0]


@cache
def judge() -> Wording:
    return wording(load_words())


def reading(names: list[str], steps: list[str], place: Place = "unsaid") -> Reading:
    return read_twice(judge(), Passage(tuple(names), tuple(steps), place), "")


def outcome(written: dict[str, Any]) -> Outcome:
    places = set(written.get("place", ()))
    place: Place = "unsaid" if not places else "pool" if places == {"pool"} else "land"
    read = reading([written["name"]], written["steps"], place)
    return "found" if read.gives_away else "asked" if read.in_doubt else "kept"


TAUGHT = corpus("impact_apart_taught.yaml")
SPLIT = corpus("impact_split_taught.yaml")


@pytest.mark.parametrize("hard", [True, False])
def test_what_it_was_mended_by_is_read_right(hard: bool) -> None:
    by = {written["name"]: outcome(written) for written in TAUGHT if written["impact"] == hard}
    right = "found" if hard else "kept"
    assert {name for name, each in by.items() if each != right} == (set() if hard else STILL_LOST)


def test_of_the_larger_part_it_was_taught_by_next_to_nothing_is_read_wrong() -> None:
    many = Counter((written["impact"], outcome(written)) for written in SPLIT)
    assert many[True, "kept"] == 0
    assert many[False, "found"] + many[False, "asked"] <= 16


def test_of_leaflets_that_it_was_taught_by_no_jump_is_kept_and_few_others_are_lost() -> None:
    """Of 220 that jump and 223 that do not; some of these are hard for anybody."""
    many = Counter((written["impact"], outcome(written)) for written in corpus("impact_leaflets_taught.yaml"))
    assert many[True, "kept"] <= 2
    assert many[False, "found"] + many[False, "asked"] <= 7


def test_of_ordinary_lists_that_it_was_taught_by_no_jump_is_kept_and_nothing_else_is_lost() -> None:
    """Of 236 that jump and 593 that do not."""
    many = Counter((written["impact"], outcome(written)) for written in corpus("impact_styles_taught.yaml"))
    assert many[True, "kept"] == 0
    assert many[False, "found"] == 0
    assert many[False, "asked"] <= 8


def test_of_sheets_that_it_was_taught_by_no_jump_is_kept_and_few_others_are_lost() -> None:
    """Of 307 that jump and 678 that do not: the last 86 and 85 of them tell of it without its words, or tempt."""
    many = Counter((written["impact"], outcome(written)) for written in corpus("impact_sheets_taught.yaml"))
    assert many[True, "kept"] == 0
    assert many[False, "found"] <= 3
    assert many[False, "asked"] <= 6


def test_of_the_mix_of_lists_that_it_was_taught_by_no_jump_is_kept_and_few_others_are_lost() -> None:
    """Of 430 that jump and 2,231 that do not, some of which tempt."""
    many = Counter((written["impact"], outcome(written)) for written in corpus("impact_mix_taught.yaml"))
    assert many[True, "kept"] == 0
    assert many[False, "found"] <= 3
    assert many[False, "asked"] <= 8


def test_what_the_rules_took_back_makes_nothing_doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(impact_opinion, "opinion", lambda: Opinion({"hop": 9.0}, 0.0))
    assert reading([], ["Step down and do not hop."]) == Reading()
    assert reading([], ["Hopla, step down."]) == Reading()
    monkeypatch.setattr(impact_opinion, "opinion", lambda: Opinion({"hop": 9.0, "whoosh": 9.0}, 0.0))
    assert reading([], ["Do not hop, whoosh over the line."]).in_doubt


def test_the_weights_were_taught_by_what_is_written_now() -> None:
    """After a change of a sentence, a rule, a kind of word or of our own exercises: `python tools/teach_opinion.py`."""
    path = Path(__file__).resolve().parents[2] / "tools" / "teach_opinion.py"
    spec = spec_from_file_location("teach_opinion", path)
    assert spec
    assert spec.loader
    teaching = module_from_spec(spec)
    sys.modules[spec.name] = teaching
    spec.loader.exec_module(teaching)
    assert teaching.made_of() == json.loads(data_file(FILE).read_text(encoding="utf-8"))["made_of"]


def test_no_tag_settles_what_one_of_the_two_took_for_a_landing() -> None:
    assert not Reading(in_doubt="a jump").leaves_known(True, True)
    assert Reading().leaves_known(True, False)
    assert Reading().leaves_known(False, True)
    assert not Reading().leaves_known(False, False)


@pytest.mark.parametrize(
    ("weights", "step"),
    [
        ({"garden": -2.0}, "Round the garden at a jog."),  # found by the rules and doubted
        ({"whoosh": 9.0}, "Go whoosh over the line."),  # found by the weights alone
    ],
)
def test_a_tag_of_low_impact_keeps_nothing_that_is_in_doubt(
    weights: dict[str, float], step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(impact_opinion, "opinion", lambda: Opinion(weights, 0.0))
    entry = {"id": "x", "name": "Evening set", "block": "aerobic", "impact": "low", "steps": ["Stand tall.", step]}
    [judged] = judge_file.judge([entry], Places("mine.yaml"))
    assert [rule for rule, _ in judged.rules] == ["impact-unknown"]


@pytest.mark.parametrize(
    ("file", "missed", "asked", "lost"),
    [
        ("impact_apart_tried.yaml", 1, 8, 9),
        ("impact_split_tried.yaml", 8, 32, 14),
        ("impact_lists_tried.yaml", 0, 6, 16),
        ("impact_styles_tried.yaml", 0, 2, 6),
        ("impact_sheets_tried.yaml", 0, 4, 1),
        ("impact_mix_tried.yaml", 0, 3, 5),
        ("impact_clinics_tried.yaml", 0, 2, 3),
        ("impact_tables_tried.yaml", 0, 1, 0),
        ("impact_rooms_tried.yaml", 0, 3, 1),
        ("impact_flavours_tried.yaml", 0, 6, 4),
        ("impact_handouts_tried.yaml", 0, 0, 1),
    ],
)
def test_of_what_it_never_saw_few_are_read_wrong(file: str, missed: int, asked: int, lost: int) -> None:
    """As measured, of 160 and 160, 214 and 237, 83 and 231, 40 and 96, 50 and 146, 50 and 306, 40 and 236,
    59 and 390, 40 and 501, 40 and 203, 30 and 126: better, if ever, not by these.
    """
    many = Counter((written["impact"], outcome(written)) for written in corpus(file))
    assert many[True, "kept"] <= missed
    assert many[True, "asked"] <= asked
    assert many[False, "found"] + many[False, "asked"] <= lost


def test_ordinary_lines_of_lists_are_asked_about_by_nobody() -> None:
    lines = corpus("impact_ordinary.yaml")
    named = [name for name in lines["names"] if reading([name], []) != Reading()]
    assert named + [step for step in lines["sentences"] if reading([], [step]) != Reading()] == []


@pytest.mark.parametrize("hard", [True, False])
def test_of_sentences_in_the_manner_of_lists_and_reports_few_are_read_wrong(hard: bool) -> None:
    """Of 376 and 381, by which rules were mended and the second opinion is taught."""
    some = corpus("impact_manner.yaml")["out" if hard else "stay"]
    wrong = [each for each in some if (reading([], [each]) != Reading()) != hard]
    assert len(wrong) <= (0 if hard else 12)


@pytest.mark.parametrize(
    "step",
    ["Keep your shoulders relaxed as you skip.", "Relax your hands as you run.", "Lean in and sprint against the band.",
     "Never stop hopping until the minute is up.", "If nobody is looking, skip.", "Hands on your head, jump sideways."],
)  # fmt: skip
def test_what_somebody_is_bidden_to_do_no_weights_take_back(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    soft = dict.fromkeys(("relaxed", "relax", "lean", "never", "nobody", "hands"), -9.0)
    monkeypatch.setattr(impact_opinion, "opinion", lambda: Opinion(soft, 0.0))
    assert reading(["Evening set"], ["Stand tall.", step]).gives_away


def test_a_run_in_a_list_of_a_name_is_bidden_and_a_thing_that_is_run_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(impact_opinion, "opinion", lambda: Opinion({"child": -9.0, "strap": -9.0}, 0.0))
    assert reading(["Child care, walk/run"], []).gives_away
    assert judge().bids(["Jog the strap"], [], [Giveaway("jog", 0)]) is False


def test_a_name_alone_is_judged_by_itself_and_no_step_frees_one_that_sounds_like_a_jump() -> None:
    assert reading(["Bounding line"], []).gives_away
    assert reading(["Gallop clap"], []).gives_away
    weights = Opinion({"glide": -9.0, "hop": 0.1}, -0.2)
    assert not weights.frees(Passage(("Hop and hold",), ("Glide.",)), [Giveaway("hop", 0)])
    assert weights.frees(Passage(("Glide hop",), ("Glide.",)), [Giveaway("hop", 0)])


@pytest.mark.parametrize("file", ["impact_kinds.yaml", "impact_kept_back.yaml", "impact_fresh.yaml"])
def test_no_sentence_that_is_known_to_jump_is_kept_and_few_are_asked(file: str) -> None:
    sentences = corpus(file)
    out = [reading(["Some move"], ["Stand tall.", each]) for each in sentences["out"]]
    assert all(each.gives_away or each.in_doubt for each in out)
    assert sum(bool(each.in_doubt) for each in out) * 100 <= len(out)


@pytest.mark.parametrize("sentence", corpus("impact_fresh.yaml")["asked"])
def test_what_jumps_by_words_that_no_list_holds_is_asked_at_least(sentence: str) -> None:
    read = reading(["Some move"], ["Stand tall.", sentence])
    assert read.gives_away or read.in_doubt


@pytest.mark.parametrize("hard", [True, False])
def test_of_the_many_sentences_it_was_taught_by_few_are_read_wrong(hard: bool) -> None:
    """Of 775 and 810: next to no rule was mended by them, and some are hard for anybody."""
    many = corpus("impact_many.yaml")["out" if hard else "stay"]
    read = [reading(["Some move"], [each]) for each in many]
    wrong = [each for each in read if bool(each.gives_away or each.in_doubt) != hard]
    assert len(wrong) <= (3 if hard else 80)


def test_no_exercise_of_our_own_library_is_asked() -> None:
    soft = [each for each in load().exercises if each.impact != "high"]
    assert [each.id for each in soft if reading([each.name, *each.also], [*each.steps]).in_doubt] == []


def test_what_the_rules_did_not_find_is_told_by_the_phrase_that_weighs_most() -> None:
    weights = Opinion({"hoppity": 4.0, "off both": 1.0, "n:hoppity": 0.5, "glide": -2.0}, 0.0)
    steps = ("Glide to the wall.", "Then come off both feet and rest.")
    assert weights.misses(Passage(("Hoppity",), steps)) == '"then come off both feet and rest" in step 2'
    assert weights.misses(Passage(("Hoppity",), ("Stand.",))) == '"hoppity" in its name'
    assert weights.misses(Passage((), ("Off both feet, glide.",))) == ""


def test_the_reason_of_a_doubt_is_a_phrase_of_the_text() -> None:
    step = "Cover the distance to the far cone by the window in under four seconds."
    words, place = reading(["Evening set"], ["Stand tall.", step]).in_doubt.removeprefix('"').split('" in ')
    assert words in step.lower()
    assert len(words.split()) >= 3
    assert place == "step 2"


def test_what_the_rules_found_is_doubted_only_where_every_finding_sounds_soft() -> None:
    weights = Opinion({"glide": -4.0, "hoppity": 4.0}, 0.0)
    whole = Passage((), ("Glide, a jump of joy.", "Glide. Hoppity, leap, then glide."))
    assert weights.doubts(whole, [Giveaway("jump", 1)])
    assert not weights.doubts(whole, [Giveaway("jump", 1), Giveaway("leap", 2)])


def test_what_the_rules_found_is_taken_back_only_where_sentence_and_clause_are_sure_to_be_soft() -> None:
    weights = Opinion({"glide": -5.0, "hoppity": 2.0, "jump": 1.0}, 0.0)
    found = [Giveaway("jump", 1)]
    assert weights.frees(Passage((), ("Glide a jump.",)), found)
    assert not weights.frees(Passage((), ("Glide, and jump.",)), found)
    assert not weights.frees(Passage((), ("Glide a hoppity jump.",)), found)


def test_a_negation_makes_other_kinds_of_the_words_behind_it() -> None:
    kinds = WordKinds({"LEAP": "jump hop", "SIT": "sit"})
    assert kinds["jumping"] == kinds["hops"] == (("LEAP",), ("-LEAP",))
    assert kinds["12"] == (("NUMBER",), ("-NUMBER",))
    assert kinds["table"] == ((), ())
    assert {"LEAP", ("LEAP", "SIT")} <= features(Passage((), ("Sit, then jump.",)))
    assert {"-LEAP", "SIT"} <= features(Passage((), ("Sit without a jump.",)))


def test_words_found_twice_are_doubted_only_where_they_sound_soft_both_times() -> None:
    weights = Opinion({"glide": -4.0, "hoppity": 4.0}, 0.0)
    assert not weights.doubts(Passage((), ("Glide, a jump of joy.", "Hoppity jump.")), [Giveaway("jump", 1)])
    assert not weights.doubts(Passage((), ("Hoppity, spring and then land.",)), [Giveaway("spring and then land", 1)])


def test_a_name_that_sounds_like_a_jump_by_itself_stands() -> None:
    weights = Opinion({"glide": -9.0, "hoppity": 4.0}, 0.0)
    assert not weights.doubts(Passage(("Hoppity",), ("Glide.",)), [Giveaway("hop", 0)])
    assert weights.doubts(Passage(("Glide",), ("Hoppity.",)), [Giveaway("hop", 0)])


def test_soft_words_in_another_step_take_nothing_back() -> None:
    soft = ["Lie on your back and breathe slowly.", "Sit tall in the chair, feet flat.", "Slowly lower the knees."]
    assert reading(["Evening set"], [*soft, "Then do ten burpees."]).gives_away
    assert reading(["Evening set"], [" ".join([*soft, "Do ten burpees."])]).gives_away
    assert reading(["Evening set"], ["Lie on your back and slowly lower the knees, then do ten burpees."]).gives_away


def test_another_language_is_not_weighed() -> None:
    steps = ["Stelle dich aufrecht hin und beuge beide Knie.", "Springe hoch und lande weich."]
    assert reading(["Hampelmann"], steps) == Reading()


def test_the_weights_are_small_and_there() -> None:
    assert opinion().weigh(Passage(("Jump squat",), ())) > 0 > opinion().weigh(Passage(("Seated neck stretch",), ()))


PLAIN = ("Jump up.", "Run.", "Hop on one leg.", "Jog slowly for five minutes.", "Run up the stairs.", "Do ten burpees.")


@pytest.mark.parametrize("hard", PLAIN)
def test_no_harmless_name_and_no_harmless_steps_take_back_a_plain_jump(hard: str) -> None:
    """Somebody's name for a gentle exercise, with a step that is not."""
    soft = [each for each in load().exercises if each.impact != "high" and "pool" not in each.place]
    kept = [each.id for each in soft if not reading([each.name], [*each.steps, hard]).gives_away]
    assert [key for key in kept if not key.startswith("reformer-")] == []  # which runs on its bar


def test_gentle_steps_take_back_no_name_that_says_a_jump() -> None:
    soft = [each for each in load().exercises if each.impact != "high" and "pool" not in each.place]
    read = [reading(["Hop and hold"], [*each.steps]) for each in soft]
    assert all(each.gives_away or each.in_doubt for each in read)


CALM = {
    "strength": ("Stand tall.", "Rest."),
    "balance": ("Hold the back of a chair.", "Slowly lift one heel."),
    "mobility": ("Kneel on a folded towel and relax your shoulders.", "Slowly lower your chest to the mat."),
}  # fmt: skip


def judged_beside(name: str, block: str, steps: list[str], number: int) -> dict[str, Any]:
    return {"id": f"own-{number}", "name": name, "block": block, "impact": "none", "steps": steps}


@pytest.mark.parametrize("block", CALM)
def test_no_name_and_no_step_that_runs_or_jumps_is_kept_for_the_calm_steps_beside_it(block: str) -> None:
    words, (first, *rest) = corpus("impact_words.yaml"), CALM[block]
    named = [(name, [first, *rest]) for name in words["names_out"]]
    stepped = [("Evening set", [first, step, *rest]) for step in words["steps_out"]]
    entries = [judged_beside(name, block, steps, at) for at, (name, steps) in enumerate((*named, *stepped))]
    kept = {each.id for each in judge_file.judge(entries, Places("mine.yaml")) if not each.rules}
    assert [(entry["name"], entry["steps"]) for entry in entries if entry["id"] in kept] == []


@pytest.mark.parametrize("name", ["Burpees", "Squat thrusts", "Skipping rope", "Beep test", "Plank jacks"])
@pytest.mark.parametrize("first", ["Lie on your back and breathe slowly.", "Sit in a chair, feet flat on the floor."])
def test_what_nobody_does_sitting_or_lying_is_made_soft_by_no_such_step(name: str, first: str) -> None:
    assert reading([name], [first, "Let the knees sink to one side."]) != Reading()
    assert reading(["High knees"], ["Sit tall in a chair.", "Lift one knee and set it down."]) == Reading()


def test_of_a_word_that_it_never_saw_it_takes_nothing_back() -> None:
    weights = Opinion({"glide": -9.0}, 0.0)
    assert not weights.frees(Passage((), ("Glide zumpjump.",)), [Giveaway("zumpjump", 1)])
    assert weights.frees(Passage((), ("Glide hop.",)), [Giveaway("hop", 1)])  # a kind of word that it knows
    assert not weights.frees(Passage((), ("Glide 5 10 5.",)), [Giveaway("5 10 5", 1)])  # numbers are no word


SLIPS = (
    "Buprees", "Burpes", "Berpees", "Burpeez", "Sprnits", "Skippnig", "Juming jacks", "Jummping", "Jumpng", "Rnning",
    "Galoping", "Trampolin", "Trampolene", "Plyometirc", "Squat jmups", "Box jumsp", "Mountian climbers", "High knes",
    "Mountainclimbers", "Highknees", "Buttkicks", "Squatthrusts", "Doubleunders", "Plankjacks", "Fastfeet", "Jogwalk",
    "Bunnyhops", "Hillsprints", "Shuttleruns", "Lateralbounds", "Skippingrope", "Boxjump", "Trampette", "Jumprope",
)  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_and_two_words_in_one_are_read_as_they_are_meant(slip: str) -> None:
    assert reading([slip], ["Stand tall.", "Rest."]) != Reading()
    assert reading([slip], []) != Reading()
    assert reading(["Evening set"], ["Stand tall.", f"{slip} ten times.", "Rest."]) != Reading()


@pytest.mark.parametrize(
    "step",
    ["Keep hoping and breathe.", "Sipping water, rest.", "Bonding time: sit with your child.", "Roll the hoops along.",
     "Looping the band, pull.", "Kipping is left out.", "Clamber out of bed by the side.", "Kick slowly."],
)  # fmt: skip
def test_a_word_that_only_looks_like_a_slip_is_none(step: str) -> None:
    assert not judge().findings(["Evening set"], ["Stand tall.", step]).giveaways


@pytest.mark.parametrize("soft", ["Slowly {} on the spot.", "{} slowly, ten times.", "Sit tall, then {} for a minute."])
@pytest.mark.parametrize(
    ("slip", "right"),
    [("mountian climbers", "mountain climbers"), ("buttkicks", "butt kicks"), ("fastfeet", "fast feet"),
     ("high knes", "high knees"), ("burpes", "burpees"), ("jumping jakcs", "jumping jacks"), ("jummping", "jumping")],
)  # fmt: skip
def test_a_slip_beside_soft_words_is_weighed_as_what_is_meant(soft: str, slip: str, right: str) -> None:
    steps = [["Stand tall.", soft.format(word).capitalize(), "Rest."] for word in (slip, right)]
    assert len({bool(reading(["Evening set"], each).in_doubt) for each in steps}) == 1
    assert len({bool(reading(["Evening set"], each).gives_away) for each in steps}) == 1


@pytest.mark.parametrize(
    "name",
    ["Hopscotch", "Skaters", "Speed skaters", "Fast feet", "Quick feet", "High knees", "Butt kicks", "Jumping jacks",
     "Mountain climbers", "Bouncing", "Polka"],
)  # fmt: skip
@pytest.mark.parametrize(
    "steps",
    [["Sit tall.", "Breathe in for four."], ["Lie on your back.", "Breathe slowly."],
     ["Sit in a chair, feet flat on the floor.", "Let the shoulders drop."],
     ["Lie down.", "Let the knees sink to one side."], ["Sit tall on a chair.", "Close your eyes and breathe."]],
)  # fmt: skip
def test_a_name_that_lands_is_made_soft_by_no_steps_that_only_sit_lie_or_breathe(name: str, steps: list[str]) -> None:
    assert reading([name], steps) != Reading()


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("Skaters", ["Sit tall.", "Slide one foot out to the side and reach across."]),
        ("Mountain climbers", ["Sit on the edge of a chair.", "Lift one knee, then the other."]),
        ("Hopscotch", ["Sit on a chair.", "Tap the feet on the numbers in turn."]),
        ("Butt kicks", ["Lie on your front.", "Bring one heel to the bottom, then the other."]),
    ],
)
def test_it_is_by_steps_that_move_the_legs_there(name: str, steps: list[str]) -> None:
    assert not judge().findings([name], steps).giveaways


def test_a_slip_that_is_taken_back_tells_of_nothing() -> None:
    assert reading(["Evening set"], ["Stand tall.", "Do not do any burpes."]) == Reading()
    assert reading(["Deep water runnnig"], ["Wear a belt in the deep end of the pool."], "pool") == Reading()


@pytest.mark.parametrize("step", ["Basketball.", "Football, ten minutes.", "Tag", "Play squash."])
def test_a_step_that_is_nothing_but_a_running_game_is_one(step: str) -> None:
    assert reading(["Evening set"], ["Stand tall.", step, "Rest."]) != Reading()
    assert reading(["Evening set"], ["Football: sit and roll it under the foot."]) == Reading()


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("Hill view walk", "Walk to the leap of the hill where the path turns, and back."),
        ("Jump lead carry", "Carry the jump leads to the car, one arm at a time."),
        ("Hop garden stroll", "Walk between the rows of hops."),
        ("Bin day", "Lift the bags into the skip with a straight back."),
        ("Ball catch", "Sit and throw a tennis ball at the wall; catch it after one bounce."),
        ("Rag turn", "Watch a jumping spider on the wall and turn the head after it."),
    ],
)
def test_land_plants_cables_and_containers_that_are_called_so_give_nothing_away(name: str, step: str) -> None:
    assert not judge().findings([name], [step]).giveaways
    assert judge().findings(["Lane"], ["Walk, then break into a skip."]).giveaways


RESTING = (
    ["Lie on your back.", "Rest."], ["Sit tall.", "Breathe in for four."], ["Kneel on a mat.", "Relax."],
    ["Sit on a chair.", "Close your eyes."], ["Lie on your back with your knees bent.", "Let your shoulders drop."],
)  # fmt: skip


@pytest.mark.parametrize(
    "name", ["Wall drill", "Stomping", "Stamping", "Star bursts", "Agility", "Accelerations", "Dash"]
)
@pytest.mark.parametrize("steps", RESTING)
def test_what_sounds_like_a_landing_by_its_name_is_asked_where_the_steps_only_rest(name: str, steps: list[str]) -> None:
    assert reading([name], steps) != Reading()


def test_steps_that_only_rest_are_those_in_which_nobody_does_anything() -> None:
    assert all(map(judge().only_rests, RESTING))
    assert not judge().only_rests(["Lie on your back.", "Slide one heel out and back."])
    assert not judge().only_rests(["Sit tall.", "Hop."])


def test_what_tells_only_how_much_makes_nothing_doubtful() -> None:
    weights = Opinion({"x 6": 0.6, "min": 0.9, "n:NUMBER": 0.4, "zoom": 0.5}, 0.0)
    assert weights.misses(Passage(("Arm bike x 6 min",), ())) == ""
    assert weights.misses(Passage(("Zoom x 6 min",), ()))


def test_a_trace_of_doubt_asks_nobody_but_where_the_rules_took_something_back() -> None:
    weights = Opinion({"zoom": 0.4}, 0.0)
    assert weights.misses(Passage(("Zoom",), ())) == ""
    assert weights.misses(Passage(("Zoom",), ()), LEFT_HARD)


@pytest.mark.parametrize(
    "name", ["Arm bike x 6 min", "NuStep L5 x 12 min", "UBE 4 min", "SLR 3 x 10", "TKE 2 x 15", "Scifit x 10 min"]
)
def test_a_dose_in_a_name_is_asked_about_by_nobody(name: str) -> None:
    assert reading([name], []) == Reading()


@pytest.mark.parametrize("name", ["Backpedalling", "Back pedalling", "Jump", "Burpees"])
def test_a_name_that_is_nothing_but_what_was_found_is_taken_back_by_nothing(name: str) -> None:
    calm = Opinion(dict.fromkeys(("back", "pedalling", "jump", "burpees", "chair"), -9.0), 0.0)
    [bare] = judge().as_meant([name])
    whole = Passage((bare,), ("Hold the back of a chair.",))
    assert not calm.frees(whole, judge().findings([bare], whole.steps).giveaways)


@pytest.mark.parametrize(
    "name", ["Knee-to-chest leaps", "Knee to chest jumps", "Glute bridge hops", "Stretch and sprints"]
)
def test_a_name_that_ends_in_several_jumps_is_no_calm_one_for_the_words_before(name: str) -> None:
    assert reading([name], []) != Reading()
    assert reading([name], ["Lie on your back.", "Breathe out slowly."]) != Reading()
