"""Words do not lie: running, jogging and jumping on land are found; what only resembles them is not."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from backplan.files.yaml import parse
from backplan.library.impact_phrases import Compiler, Phrases, forms
from backplan.library.impact_reading import plain
from backplan.library.impact_wording import Wording, wording
from backplan.library.impact_words import ImpactWords, Stem, load_words
from backplan.library.load import load

WRITTEN, _ = parse((Path(__file__).parent / "impact_words.yaml").read_bytes(), "impact_words.yaml")
KINDS, _ = parse((Path(__file__).parent / "impact_kinds.yaml").read_bytes(), "impact_kinds.yaml")
KEPT_BACK, _ = parse((Path(__file__).parent / "impact_kept_back.yaml").read_bytes(), "impact_kept_back.yaml")
FRESH, _ = parse((Path(__file__).parent / "impact_fresh.yaml").read_bytes(), "impact_fresh.yaml")
NOT_A_RUN = {"mountain-biking"}  # ours shake the back hard, but neither run nor jump


@cache
def words() -> ImpactWords:
    return load_words()


def judge() -> Wording:
    return wording(words())


def found(*names: str, steps: tuple[str, ...] = ()) -> list[str]:
    return [giveaway.words for giveaway in judge().findings(names, steps).giveaways]


def entry(written: dict[str, Any]) -> list[str]:
    return found(*written["names"], steps=tuple(written["steps"]))


def test_the_list_is_long_and_holds_both_sides() -> None:
    many = {key: len(value) for key, value in WRITTEN.items()}
    assert sum(many.values()) >= 500
    assert many["names_out"] + many["steps_out"] >= 200
    assert many["names_stay"] + many["steps_stay"] >= 200


# Thousands of sentences are a few tests, each of which names all that it misses: as tests of their own most of their
# time went into counting them.


def test_a_name_that_runs_or_jumps_is_found() -> None:
    assert [name for name in WRITTEN["names_out"] if not found(name)] == []


def in_a_step(step: str) -> list[str]:
    return found("Some move", steps=("Stand tall.", step))


def test_a_step_that_runs_or_jumps_is_found_whatever_the_name() -> None:
    assert [step for step in WRITTEN["steps_out"] if not in_a_step(step)] == []


def test_a_harmless_name_stays() -> None:
    taken = {name: found(name) for name in WRITTEN["names_stay"]}
    assert {name: words for name, words in taken.items() if words} == {}
    assert [name for name in taken if not judge().says_something((name,), ())] == []


def test_a_harmless_step_stays() -> None:
    taken = {step: in_a_step(step) for step in WRITTEN["steps_stay"]}
    assert {step: words for step, words in taken.items() if words} == {}


@pytest.mark.parametrize("written", WRITTEN["entries_out"], ids=lambda entry: entry["names"][0])
def test_what_one_part_says_no_other_part_excuses(written: dict[str, Any]) -> None:
    assert entry(written)


@pytest.mark.parametrize("written", WRITTEN["entries_stay"], ids=lambda entry: entry["names"][0])
def test_an_entry_that_says_it_is_soft_or_in_water_stays(written: dict[str, Any]) -> None:
    assert entry(written) == []


def test_a_sentence_that_tells_of_an_impact_is_found() -> None:
    sentences = [*KINDS["out"], *KEPT_BACK["out"], *FRESH["out"]]
    assert [sentence for sentence in sentences if not in_a_step(sentence)] == []


def test_a_harmless_sentence_stays() -> None:
    taken = {sentence: in_a_step(sentence) for sentence in (*KINDS["stay"], *KEPT_BACK["stay"], *FRESH["stay"])}
    assert {sentence: words for sentence, words in taken.items() if words} == {}


def in_its_place(written: dict[str, Any]) -> bool:
    where = {("pool",): "pool", (): "unsaid"}
    place: Any = where.get(tuple(written.get("place", ())), "land")
    return bool(judge().findings(written["names"], written["steps"], place=place).giveaways)


@pytest.mark.parametrize(
    "step",
    ["Sprint to the swimming pool and back before your bath.", "Sit down after every sprint.",
     "Hop from square to square on one leg.", "Instead of a step make it a jump.",
     "Speed up until walking will no longer do.",
     "Bolt from one chair to the next when the music starts.", "Raise the belt speed to 12.",
     "Skip across the line to the wall."],
)  # fmt: skip
def test_a_place_one_goes_to_a_rest_or_a_cue_frees_no_movement(step: str) -> None:
    assert found("Some move", steps=("Stand tall.", step))


@pytest.mark.parametrize(
    "step",
    ["Set the incline to 5 and the speed to 3 mph.", "Let the resistance jump by two levels.",
     "Jump up by two kilos a week.",
     "Wriggle your fingers like rain running down a window.",
     "Lift each finger, then run up and down like scales on a piano.",
     "In the hydrotherapy pool, hop from foot to foot.", "Cut running from your week.", "Do not make it a jump."],
)  # fmt: skip
def test_a_number_a_likeness_and_what_is_left_out_have_no_feet(step: str) -> None:
    assert found("Some move", steps=("Stand tall.", step)) == []


def test_terse_steps_of_a_programme_are_english() -> None:
    steps = ("Band pull-aparts 2 x 15.", "External rotation 2 x 15.", "Do these before every throwing session.")
    assert judge().says_something(("Return to play: arm care",), steps)


@pytest.mark.parametrize("written", KINDS["entries_out"], ids=str)
def test_what_takes_back_reaches_no_further_than_its_sentence_and_the_place_counts(written: dict[str, Any]) -> None:
    assert in_its_place(written)


@pytest.mark.parametrize("written", KINDS["entries_stay"], ids=str)
def test_an_entry_of_water_or_wheels_stays_in_its_place(written: dict[str, Any]) -> None:
    assert not in_its_place(written)
    assert judge().says_something(written["names"], written["steps"])


@pytest.mark.parametrize(
    "names", [["Kniebeugen"], ["Seilspringen mit beiden Beinen"], ["Sautez sur place avec les pieds"], ["Pompes"]]
)
def test_a_name_in_another_language_is_not_judged(names: list[str]) -> None:
    assert not judge().in_english(names, ())
    assert not judge().says_something(names, ())


def test_our_own_library_is_english() -> None:
    assert [e.id for e in load().exercises if not judge().in_english((e.name, *e.also), e.steps)] == []


def test_our_own_library_is_judged_by_its_words_as_by_its_tags() -> None:
    """All of ours: whatever runs or jumps is found, and nothing else is."""
    wrong = [
        e.id
        for e in load().exercises
        if (e.impact == "high") != bool(found(e.id, e.name, *e.also, steps=(*e.steps, *e.cues)))
    ]
    assert set(wrong) == NOT_A_RUN


def test_the_very_words_are_told_with_their_place() -> None:
    told = [each.in_words() for each in judge().findings(("Fun move",), ("Stand.", "Do a jumping jack.")).giveaways]
    assert told == ['"jumping jack" in step 2']
    assert [each.in_words() for each in judge().findings(("Box jump",), ()).giveaways] == ['"jump" in its name']


@pytest.mark.parametrize(
    ("word", "some"),
    [
        ("run", {"run", "runs", "running"}),
        ("jog", {"jogs", "jogged", "jogging"}),
        ("hop", {"hops", "hopped", "hopping"}),
        ("skip", {"skips", "skipped", "skipping"}),
        ("sprint", {"sprinted", "sprinting"}),
        ("jump", {"jumps", "jumped", "jumping"}),
        ("leap", {"leaps", "leaped", "leaping"}),
    ],
)
def test_english_forms_are_made_from_the_word(word: str, some: set[str]) -> None:
    assert some <= set(forms(Stem(word=word)))


@pytest.mark.parametrize(
    "text",
    ["JUMP", "Jump!", "(jump)", "jump-", "jÚmp", "ｊｕｍｐ", "ju\u00admp", "j\u200bump", "re/jump", "\x1b[31mjump"],
)
def test_dress_does_not_hide_a_word(text: str) -> None:
    assert found(text)


def test_a_clinician_can_add_a_word_and_what_takes_it_back() -> None:
    more = words().model_copy(update={"movements": (*words().movements, Stem(word="prance"))})
    mine = Wording(more)
    assert [each.words for each in mine.findings(("Prancing",), ()).giveaways] == ["prancing"]
    assert mine.findings(("Calf raise",), ("Do not prance.",)).giveaways == ()
    assert found("Prancing") == []


@pytest.mark.parametrize("name", ["Exercise 12", "Move A", "???", "12", "Прыжки", "跳躍", "Untitled", "Day 3", "x"])
def test_a_name_that_says_nothing_is_nothing_to_judge_by(name: str) -> None:
    assert not judge().says_something((name,), ())


def test_steps_in_another_language_are_nothing_to_judge_by() -> None:
    steps = ("Stelle dich aufrecht hin und beuge beide Knie.", "Springe hoch und lande weich.")
    assert not judge().says_something(("Hampelmann",), steps)
    assert judge().says_something(("Knee bend",), ("Stand tall and bend both knees.", "Come up again slowly."))


@pytest.mark.parametrize(
    ("phrase", "line", "stands"),
    [
        ("land softly/gently", " then land gently ", True),
        ("land softly/gently", " gently land ", False),
        ("land softly/gently", " land very gently ", False),
        ("land (very) softly", " land very softly ", True),
        ("land (very) softly", " land so softly ", False),
        ("land (*) softly", " land so softly ", True),
        ("land * softly", " land softly ", False),
        ("land ... softly", " land on your feet softly ", True),
        ("land ... softly", " land on both your feet softly ", False),
        ("land ....... softly", " land , on both of your feet , softly ", True),
        ("RUN LIST hop", " running , skip or hop ", False),
        ("RUN LIST hop", " running , skipping or hop ", True),
    ],
)
def test_a_phrase_stands_where_its_pieces_do_one_behind_the_other(phrase: str, line: str, *, stands: bool) -> None:
    assert Phrases([phrase], Compiler(words())).search(line) == stands


@pytest.mark.parametrize(
    ("phrases", "line", "spans"),
    [
        (["run ... run"], " run to run and run ", [(0, 19)]),  # a gap takes what it can
        (["hop", "hop up"], " hop up , hop ", [(0, 7), (9, 13)]),  # the longest at a place
        (["hop"], "hop hop ", [(3, 7)]),  # what no space stands before is part of a word
        (["hop"], " hop hop", [(0, 4)]),
    ],
)
def test_where_phrases_stand(phrases: list[str], line: str, spans: list[tuple[int, int]]) -> None:
    assert Phrases(phrases, Compiler(words())).spans(line) == spans


def test_every_phrase_of_the_vocabulary_matches_itself() -> None:
    """A phrase of plain words that its own pattern does not find would be a slip in its writing."""
    groups = [
        *(group.say for group in words().names),
        *(group.say for group in words().harmless),
        words().negations,
        words().water.not_really,
    ]
    judged = judge()
    for say in groups:
        for phrase in say:
            if phrase.islower() and not set(phrase) & set("/(.*"):
                assert judged._phrases([phrase]).search(plain(phrase)), phrase


@pytest.mark.parametrize(
    "step",
    ["Jog in place, as in water.", "Jump up and down, as you would in a pool.", "Jog as if you were in a pool.",
     "Jogg on the spot, lifting the heels.", "Canter lightly twice round the hall."],
)  # fmt: skip
def test_water_that_it_is_only_likened_to_and_a_slip_of_the_pen_take_nothing_back(step: str) -> None:
    assert found("Some move", steps=("Stand tall.", step))


@pytest.mark.parametrize(
    "step", ["Walk as if through deep water.", "Wade in up to your chest and jog on the spot in deep water."]
)
def test_a_walk_like_one_in_water_and_a_jog_in_it_stay(step: str) -> None:
    assert found("Some move", steps=("Stand tall.", step)) == []


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("Gallop clap", "Clap a galloping rhythm on your thighs."),
        ("Finger rhythm", "Drum a trotting rhythm with your fingertips on the table."),
        ("Pony pull", "Pull back as if you rein in a galloping pony."),
        ("Pogo stick balance", "Stand on one leg near a chair and hold."),
        ("Marathon cool-down", "Lie down with your calves on a chair."),
        ("Bounding line", "Walk heel to toe along a line."),
        ("Hop picker's reach", "Reach up with one hand as high as you can."),
        ("Skipping stones", "Swing one arm low and forward."),
        ("Toe stand", "Stay up on your toes with your hands on the wall, never flat on your heels, for ten seconds."),
        ("Ball stand", "Put one foot on the ball, hold, then change feet."),
    ],
)
def test_a_rhythm_an_animal_or_a_trade_in_the_words_is_no_impact(name: str, step: str) -> None:
    assert found(name, steps=(step,)) == []


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("Gallop clap", "Gallop across the room and clap."),
        ("Pony", "Hold the reins and gallop like a galloping pony."),
        ("Pogo stick balance", "Jump on the spot."),
        ("Bounding line", "Bound along the line, as far as you can each time."),
        ("Skipping stones", "Skip from stone to stone."),
        ("Marathon", "Keep going."),
        ("Footwork", "Stay on your toes and keep moving, never flat, dancing in and out."),
        ("Toe taps", "Switch feet on top of the football as fast as you can, one always in the air."),
        ("Toe taps", "Change feet quickly, one foot always in the air."),
    ],
)
def test_what_the_steps_do_is_found_under_such_a_name_and_so_are_feet_that_never_rest(name: str, step: str) -> None:
    assert found(name, steps=(step,))


@pytest.mark.parametrize(
    "step",
    ["This helps with leaks when you laugh, run or jump.", "Useful if you play tennis or run.",
     "Your calf muscles push you off when you run, jump or climb stairs.",
     "Without it, the knee caves in when you land from a jump.",
     "It builds what you need to one day hop, skip and jump with your grandchildren.",
     "It gets you ready to run and jump again.",
     "Squeeze before you cough, sneeze, lift or jump.", "We teach this to anyone who wants to run again."],
)  # fmt: skip
def test_a_sentence_that_tells_what_it_is_good_for_bids_nobody(step: str) -> None:
    assert found("Some move", steps=("Stand tall.", step)) == []


@pytest.mark.parametrize(
    "step",
    ["It helps to bounce on your toes when you hop.", "Works best if you hop on the spot for a minute first.",
     "This helps when you run, so jump ten times.", "It builds strength when you hop from square to square.",
     "Your goal is to run for five minutes without stopping.", "The point is to jump as high as you can.",
     "Whenever you cough, sneeze or feel cold, jump about.", "Each time you bend, straighten and jump.",
     "People who are fit run a second lap.", "It trains balance: after you land from the jump, freeze.",
     "When you stand, hop up and down."],
)  # fmt: skip
def test_one_that_tells_and_bids_all_the_same_is_found(step: str) -> None:
    assert found("Some move", steps=("Stand tall.", step))


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("Jump squats: not today.", []),
        ("The class version has a jump; leave it out.", []),
        ("Jump ten times. Leave out the last set if tired.", ["jump"]),
        ("Ten jumps. Not today if you are sore.", ["jumps"]),
        ("Running and jumping start again at twelve weeks.", []),
        ("Bounding and hill running with poles are for racers.", []),
        ("Running and jumping start again when you hear the bell.", ["running", "jumping"]),
        ("Running and hopping start in two minutes.", ["running", "hopping"]),
    ],
)
def test_what_comes_after_takes_back_a_whole_list_or_the_sentence_before(step: str, words: list[str]) -> None:
    assert found("Some move", steps=(step,)) == words


@pytest.mark.parametrize(
    ("step", "hard"),
    [
        ("Let yourself fall onto your heels with a thud.", True),
        ("Lift the heels and let them drop hard.", True),
        ("Drop on to your heels.", True),
        ("Let your heels drop below the step.", False),
        ("Lower your heels slowly; do not bang them down.", False),
        ("Kneel and drop your hips on to your heels.", False),
        ("If the ache jumps from three to five, stop.", False),
        ("If you feel no ache, jump higher.", True),
        ("Shorten the straps if your heels skip on the floor.", False),
        ("Reach up to tickle the jumping monkey on the chart.", False),
        ("Move like the galloping horse.", True),
        ("The pose comes from a leap in ballet.", False),
        ("Take out the jumps for now.", False),
        ("Take out the mat, jump over it.", True),
        ("Do not land on stiff legs.", True),
        ("Those without knee trouble jump, the rest step.", True),
        ("Do not run yet.", False),
    ],
)
def test_heels_that_fall_are_a_landing_and_what_is_felt_has_no_feet(step: str, *, hard: bool) -> None:
    assert bool(found("Some move", steps=("Stand tall.", step))) == hard


@pytest.mark.parametrize(
    ("step", "hard"),
    [
        ("Running on land starts at week 12 at the earliest.", False),
        ("Jogging comes in phase 3.", False),
        ("High-impact work waits until at least twelve weeks.", False),
        ("Jogging in week 3 starts at the gate: two laps.", True),
        ("Stay below the speed where you would have to jog.", False),
        ("Speed up past the point where you have to jog, and hold it.", True),
        ("Hard surfaces and running make knees flare.", False),
        ("Hopping and jumping may aggravate the tendon.", False),
        ("Running makes you warm, so run two laps.", True),
        ("Three rounds with the rope.", True),
        ("Three rounds with the ropes, feet planted.", False),
        ("Pull the rope for one minute.", False),
    ],
)
def test_a_date_ahead_a_speed_above_and_a_warning_bid_nobody_and_rounds_of_rope_skip(step: str, *, hard: bool) -> None:
    assert bool(found("Some move", steps=("Stand tall.", step))) == hard


def test_a_bucket_of_water_puts_nobody_into_it() -> None:
    assert found("Water bucket race", steps=("Fill a cup and race your partner to the bucket.",))


def test_what_was_taken_back_is_left_out_of_what_is_weighed() -> None:
    findings = judge().findings(("Step, no hop",), ("Lift. Do not jump, step down.", "Breathe out."))
    assert findings.giveaways == ()
    assert [name.split() for name in findings.names] == [["step", ",", "no", "."]]
    assert [step.split() for step in findings.steps] == [
        ["lift", ".", "do", "not", ".", ",", "step", "down", "."],
        ["Breathe", "out."],
    ]


@pytest.mark.parametrize(
    ("step", "hard"),
    [
        ("While the printer runs, rise on your toes.", False),
        ("Hold until the egg timer runs down.", False),
        ("While your partner runs, rest; then change.", True),
        ("As the hill runs get easier, add one.", True),
        ("When you want to jump up to answer the phone, stop.", False),
        ("When you want to jump, do not stop to think.", True),
        ("Your heart rate should match that of an easy run.", False),
        ("Shake the cloth so that the beans jump.", False),
        ("Throw the ball backwards overhead and leave the ground.", True),
        ("15 m shuttles to the end of the track.", True),
        ("10 m shuttle at a walk.", False),
        ("Feel each foot leave the ground.", False),
    ],
)
def test_a_thing_that_runs_an_urge_and_a_heart_have_no_feet(step: str, *, hard: bool) -> None:
    assert bool(found("Some move", steps=("Stand tall.", step))) == hard


def test_a_heel_that_lands_on_a_walk_is_a_step() -> None:
    assert not found("Metronome walk", steps=("Listen and land the heel on each beat.",))
    assert found("Some move", steps=("Listen and land on each beat.",))


@pytest.mark.parametrize(
    ("step", "hard"),
    [
        ("Jump on to the box and step down.", True),  # not on to a step of a list
        ("Jump to the bench and step down.", True),
        ("Hop on to the kerb and step off.", True),
        ("Jump ahead to the next step.", False),
        ("Swap every third lamp post of walking for running.", True),
        ("Swap running for walking.", False),
    ],
)
def test_words_that_take_back_reach_no_further_than_what_and_begins(step: str, *, hard: bool) -> None:
    assert bool(found("Some move", steps=("Stand tall.", step))) == hard


@pytest.mark.parametrize(
    ("step", "hard"),
    [
        ("Walk round the long jump pit and back.", False),
        ("Walk over the hop fields.", False),
        ("Stroll down the old gallop path.", False),
        ("Bring your running friend.", False),
        ("Walk past the running track and the jumping pit.", False),
        ("Go to the long jump pit and jump.", True),
        ("Run past the running track.", True),
        ("Follow the running route twice.", True),
        ("Do the sprint track twice.", True),
        ("Jump the pit.", True),
    ],
)
def test_a_place_or_a_thing_that_is_called_after_a_movement_is_none(step: str, *, hard: bool) -> None:
    assert bool(found("Some move", steps=("Stand tall.", step))) == hard


@pytest.mark.parametrize(
    ("step", "hard"),
    [
        ("The class runs from ten to eleven.", False),
        ("The course runs on Mondays until Easter.", False),
        ("The class runs three laps.", True),
        ("The class runs from one end to the other.", True),
        ("Star jumps, stepping version: step the feet apart.", False),
        ("Jumping jacks, marching form.", False),
        ("Sprint, full version.", True),
        ("Leap out of bed? No: roll to the side.", False),
        ("Hop. No rest.", True),
        ("Do it twice running, then rest.", False),
        ("Go three times running round the hall.", True),
        ("The bus leaps at every bump.", False),
        ("Walk where the horses canter.", False),
        ("Walk through the hopscotch grid.", False),
        ("Hop over the hopscotch grid.", True),
    ],
)
def test_the_hour_of_a_class_a_soft_version_and_a_no_bid_nobody(step: str, *, hard: bool) -> None:
    assert bool(found("Some move", steps=("Stand tall.", step))) == hard


@pytest.mark.parametrize(
    "step",
    ["Prance from foot to foot.", "Belt up the stairs.", "Dash for the line.", "Charge at the pad and hit it.",
     "Push off and fly to the other side.", "Drop off the step on to both feet.",
     "Snap the feet in under you from the plank."],
)  # fmt: skip
def test_other_words_of_speed_and_flight_are_found(step: str) -> None:
    assert found("Some move", steps=("Stand tall.", step))


@pytest.mark.parametrize(
    "step",
    ["Charge the battery of the bike.", "Fly your arms to the sides.", "Pop your feet on the stool.",
     "Snap the band back to your hands.", "Push off and glide to the other side.", "Put the belt up round your ribs."],
)  # fmt: skip
def test_the_same_words_of_hands_and_things_are_not(step: str) -> None:
    assert not found("Some move", steps=("Stand tall.", step))


def test_a_box_to_jump_on_is_no_gentle_name_by_itself() -> None:
    assert found("Plyo box")
    assert not found("Step up to the plyo box")


def test_a_short_english_line_is_english() -> None:
    steps = ("Twenty-four movements, practised outdoors in all but heavy rain.",)
    assert judge().says_something(("Tai chi, Yang short form",), steps)


@pytest.mark.parametrize(
    "step",
    ["Pulse jump squats ten times.", "Pulse jump lunges.", "Attention: jump jacks, ten times.", "Mind jump rope.",
     "Pressure jump ropes.", "Pain may jump squats."],
)  # fmt: skip
def test_no_harmless_phrase_ends_between_the_words_of_a_landing(step: str) -> None:
    assert found("Evening set", steps=("Stand tall.", step))


@pytest.mark.parametrize(
    "step",
    ["Skip jump squats and do plain squats.", "Leave out the box jumps.", "Swap jump squats for plain squats.",
     "Use the jump rope as a strap.", "Your pulse may jump.", "Let the pulse jump a little, then rest."],
)  # fmt: skip
def test_a_landing_that_is_left_out_and_a_pulse_by_itself_are_harmless(step: str) -> None:
    assert not found("Evening set", steps=("Stand tall.", step))


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("Front crawl", "Sprint 25 m, rest one minute."),
        ("Bike intervals", "Go flat out for ten seconds, legs whirling, then roll easy."),
        ("Power walk", "Arms bent, long quick strides, heel first."),
        ("Evening set", "Hold the landing rail and do ten calf raises."),
        ("Evening set", "Lunges in running style, but with both feet on the floor."),
        ("Breath counting", "Let one run into the next."),
        ("Walking netball", "Running and jumping are against the rules."),
        ("Calf raise", "The soleus takes up to eight times body weight in sprinting."),
        ("Sitting rope arms", "Turn your wrists as though turning a rope."),
        ("Jog dial", "Turn the jog dial with thumb and finger."),
        ("Sprinting hare print", "Hang it with both hands."),
        ("Baby rolls", "As babies do before they walk or run, roll from your back to your tummy."),
    ],
)
def test_what_swims_rides_walks_or_is_only_called_so_gives_nothing_away(name: str, step: str) -> None:
    assert not found(name, steps=(step,))


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("Evening set", "Go flat out for ten seconds."), ("Evening set", "Take long quick strides to the wall."),
        ("Evening set", "Hold the landing for two seconds."), ("Crawl", "Sprint 25 m, rest one minute."),
        ("Evening set", "Start with both feet on the floor and jump."), ("Evening set", "Run of three minutes."),
        ("Evening set", "Hop, but keep both feet on the ground between."), ("Front crawl", "Sprint to the pool."),
    ],
)  # fmt: skip
def test_the_same_words_without_them_do(name: str, step: str) -> None:
    assert found(name, steps=(step,))


@pytest.mark.parametrize(
    "step",
    [
        "Leave jump squats out.", "Cut the box jumps out.", "Take the running out of your week.",
        "Leave any hops or jumps out.", "Leave squat jumps and jumping jacks out.", "Drop the sprint out of the plan.",
        "Rinse with the hose running gently.", "Sit with the music running.", "Let the wheels run for a moment.",
        "Push once and let your chair run.", "Step forward and let the bowl run.", "If the timer jumps, start anew.",
        "Rest from running until it settles.", "Take a break from jogging until the shin is calm.",
        "Running is a foul here.", "Jumping counts as a fault.", "Running gives away a free kick.",
        "Running and jumping are both fouls.",
    ],
)  # fmt: skip
def test_what_is_left_out_is_a_foul_or_runs_without_feet_gives_nothing_away(step: str) -> None:
    assert not in_a_step(step)


@pytest.mark.parametrize(
    "step",
    [
        "Sprinting and jumping are not against the rules.", "Running and jumping are never forbidden.",
        "Running is not a foul here.", "Hopping is not against the rules.", "Leave the gym and run out for a mile.",
        "Leave the squat and jump out to the side.", "Cut and jump out.", "Take a jump out of the box.",
        "Let the children run and run with them.", "Rest from running for a minute, then run again.",
        "Let the legs run.", "With the music running, run too.", "If the rope jumps, jump too.",
        "Run with a friend as if on land.",
    ],
)  # fmt: skip
def test_what_is_no_foul_or_only_sounds_left_out_does(step: str) -> None:
    assert in_a_step(step)


def test_who_is_in_the_water_and_moves_as_on_land_is_in_the_water() -> None:
    def deep(step: str) -> Any:
        return judge().findings(["Deep-water running"], ["Put on the belt.", step], place="pool").giveaways

    assert not deep("Run with your legs as if on land, staying upright.")
    assert not deep("Jog as you would on land.")
    assert deep("Run as you did, but on land.")


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("Reformer jump board", "Press out and come in, without letting your feet leave it."),
        ("Long jump pit raking", "Rake with long strokes."), ("Jump-rope biceps curl", "Curl against its pull."),
        ("Skipping rope storage", "Hang it on a high hook."), ("Fly line drill", "Let the loop unroll."),
        ("Parkwalk, 5 km at your pace", "Join the walkers at the back."),
    ],
)  # fmt: skip
def test_a_name_after_a_thing_or_a_walk_gives_nothing_away(name: str, step: str) -> None:
    assert not found(name, steps=(step,))


@pytest.mark.parametrize(
    "name",
    ["Reformer jump board", "Long jump pit", "Jump rope curl and jump", "Line drill", "5 km at your pace", "Headspring",
     "Spring stilts"],
)  # fmt: skip
def test_the_thing_itself_does(name: str) -> None:
    assert found(name)


@pytest.mark.parametrize("name", ["Wand exercises, ER", "Rug pull", "Pie dish carry"])
def test_an_english_word_that_is_one_in_another_language_too_is_english(name: str) -> None:
    assert judge().says_something((name,), ())
    assert not judge().says_something(("Kniebeuge an der Wand",), ())


@pytest.mark.parametrize("name", ["bicycling, leisure, 5.5 mph", "bicycling, 12 mph", "Fair lady works shuttles"])
def test_a_speed_on_a_bicycle_and_a_form_of_tai_chi_give_nothing_away(name: str) -> None:
    assert not found(name)
    assert found("5.5 mph")


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("Low-impact aerobics", "Leave out every jump the class does."),
        ("Cycling class, jumps left out", "Stay in the saddle."),
        ("Jump through, stepping version", "Walk the feet between your hands."),
        ("Batting practice, somebody else runs", "Hit the ball from where you stand."),
        ("Ski slalom on the board", "Shift your weight; the ski jump game is left out."),
        ("Calf raise", "Heels come down softly."),
        ("Thigh stretch", "If you hop about, use the wall."),
        ("Parachute", "Shake it so that they jump like popcorn."),
        ("Circuit, seated", "Run through all six stations twice."),
        ("Diary", "A jump of more than 10 minutes in a week is too much."),
        ("Ladder walk", "Agility ladder on the floor: walk one foot in each box."),
        ("Walking football", "Five a side."),
        ("Go up on both feet, come down on the left", "Three sets."),
        ("Walk the parkrun", "Stay with the tail walker."),
        ("Parkwalk", "5 km at your pace."),
        ("Jump-off point", "One stretch."),
        ("Hop scent bag", "Breathe in."),
    ],
)
def test_what_is_left_out_set_down_or_walked_gives_nothing_away(name: str, step: str) -> None:
    assert found(name, steps=(step,)) == []


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("Evening set", "Leave out every second jump."),
        ("Evening set", "Leave out all hops, then jump instead."),
        ("Evening set", "Jump left, out, and right."),
        ("Evening set", "Jump, and the heels come down softly."),
        ("Evening set", "Five a side."),
        ("Football", "Walk to the pitch. Five a side, ten minutes."),
        ("Ladder", "Agility ladder, two feet in each box."),
        ("Evening set", "Run through all the streets."),
        ("Cheerleading toe touch", "Ten times."),
        ("Donkey kicks with both feet off the floor", "Ten times."),
        ("Walk to the parkrun", "Run it."),
        ("Sunday", "5 km at your pace."),
        ("Easy walk", "5 km at 5:30 per km."),
        ("Box jump", "Jump off."),
        ("Heading practice", "Meet it in the air with your forehead."),
    ],
)
def test_what_only_sounds_left_out_or_walked_is_found(name: str, step: str) -> None:
    assert found(name, steps=(step,))
