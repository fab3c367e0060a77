"""A list that is moved through and ticked: what each key does, and that it fits its screen."""

from textwrap import wrap

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backplan.cli.terminal import asking, for_later
from backplan.cli.terminal.list_answers import numbers
from backplan.cli.terminal.listed import ASKED_ROWS, NOTHING, AnswerList, Headed, pages
from backplan.cli.terminal.spoken import says_none, says_right, slip_of_none
from backplan.cli.terminal.ticking import TOO_LONG, TOO_LONG_TO_SAY, Ticking
from backplan.cli.terminal.typed_words import MOST_LOOKED_FOR, NO_ID
from backplan.errors import UsageError
from backplan.render.page import Page, columns
from backplan.render.tick_list import heading, rows, whole

THINGS = AnswerList("Which?", (Headed("", {"band": "A band", "ball": "A big ball", "step": "A low step"}),))
SIGNS = AnswerList("Any?", (Headed("Soon:", {"fever": "Fever"}), Headed("", {"lump": "A lump"})), deliberate=True)
KEYS = st.sampled_from(
    ["up", "down", "pageup", "pagedown", "home", "end", " ", "enter", "backspace", "?", "b", "3", "z"]
)


def pressed(listed: AnswerList, *keys: str, chosen: tuple[str, ...] = (), one: bool = False) -> tuple[list[str], bool]:
    ticking = Ticking(listed, chosen, one=one)
    done = [ticking.press(key) for key in keys]
    return ticking.found, done[-1]


@pytest.mark.parametrize("paste", [True, False])
def test_a_long_own_answer_is_taken_whole_however_it_comes(paste: bool) -> None:
    said = ("did half of it, the kids were home, " * 9).strip()
    assert len(said) > MOST_LOOKED_FOR
    ticking = Ticking(THINGS._replace(own=True), ["band"], one=True)
    if paste:
        ticking.paste(said)
    else:
        for key in said:
            ticking.press(key)
    assert ticking.press("enter")
    assert ticking.found == [said]


@pytest.mark.parametrize("own", [True, False])
def test_enter_takes_nothing_for_a_paste_that_was_too_long(own: bool) -> None:
    ticking = Ticking(THINGS._replace(own=own), ["band"], one=True)
    ticking.paste("did half of it, then my back was sore. " * 20)
    assert ticking.shown().below == (TOO_LONG_TO_SAY if own else TOO_LONG)
    assert not ticking.press("enter")
    assert ticking.shown().below == "Enter once more, if it is this: A band."
    assert ticking.press("enter")
    assert ticking.found == ["band"]


def test_letters_are_looked_for_only_while_they_are_few() -> None:
    ticking, looked = Ticking(THINGS._replace(own=True), (), one=True), list[int]()
    ticking._held = lambda: looked.append(1) or []  # type: ignore[method-assign, func-returns-value]
    for key in "z" * (3 * MOST_LOOKED_FOR):
        ticking.press(key)
    assert len(looked) == MOST_LOOKED_FOR


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ([" "], ["band"]),
        (["down", " ", "down", " "], ["ball", "step"]),
        ([" ", " ", "down", " "], ["ball"]),
        (["l", "o", "w", "enter"], ["step"]),  # words find, Enter ticks what they found
        (["3", "enter", "1", "enter"], ["band", "step"]),
        ([*"1,3", "enter"], ["band", "step"]),
        ([*"ball,step", "enter"], ["ball", "step"]),
        (["z", "backspace", " "], ["band"]),
        ([*"big ball", "enter"], ["ball"]),  # a space among letters is one of them
    ],
)
def test_arrows_words_and_numbers_tick(keys: list[str], found: list[str]) -> None:
    assert pressed(THINGS, *keys, "enter") == (found, True)


def test_enter_alone_leads_to_none_where_none_is_harmless_and_says_what_it_does() -> None:
    ticking = Ticking(THINGS, ())
    assert not ticking.press("enter")
    assert ticking.said == "Enter once more, if none is so; Space ticks."
    assert (ticking.press("enter"), ticking.found) == (True, [])
    assert pressed(THINGS, "enter", " ", "enter") == (["band"], True)
    assert pressed(SIGNS, "enter", "enter", "enter") == ([], False)


def test_of_a_list_that_takes_own_words_those_on_it_are_found_and_others_are_the_answer() -> None:
    own = THINGS._replace(own=True)
    assert pressed(own, *"big ball", "enter", one=True) == (["ball"], True)
    assert pressed(own, "b", "enter", one=True)[1] is False
    own_words = pressed(own._replace(called={"band": "round", "ball": "round"}), *"round", "enter", one=True)
    assert own_words == (["round"], True), "of several the reader tells which"
    assert pressed(own, *"the ball hurt my hand", "enter", one=True) == (["the ball hurt my hand"], True)
    assert pressed(THINGS, *"the ball hurt my hand", "enter", one=True)[1] is False
    assert pressed(own, "9", "enter", one=True)[1] is False


def test_a_slip_in_writing_is_told_what_may_be_meant_and_a_long_sentence_is_read_whole() -> None:
    ticking = Ticking(SIGNS, ())
    for key in (*"fevre", "enter"):
        ticking.press(key)
    assert "did you mean fever?" in ticking.said
    ticking = Ticking(THINGS, ())
    ticking.paste("well there is a big ball somewhere behind the sofa in the other room, and a low step")
    assert len(ticking.shown().below) < 90, "the end of it"
    ticking.press("enter")
    assert ticking.found == ["ball", "step"]


@pytest.mark.parametrize(
    ("said", "meant", "offered"),
    [("cant get down on the flor", "floor", "floor"), ("my nees", "knee", "knee"), ("nee", "knee", "knee"),
     ("nee pain", "knee", "knee"), ("blood presure", "pressure", "bp"), ("diabetis", "diabetes", "sugar")],
)  # fmt: skip
def test_words_with_a_slip_lead_to_what_may_be_meant_and_the_next_enter_ticks_it(
    said: str, meant: str, offered: str
) -> None:
    ticking = Ticking(TURNED._replace(by_word=True), ())
    assert not any(ticking.press(key) for key in (*said, "enter"))
    assert ticking.found == []
    assert ticking.said.startswith(f"{said} (did you mean {meant}?): Enter ticks it, if that is so: ")
    assert not ticking.press("enter")
    assert ticking.found == [offered]


@pytest.mark.parametrize("said", ["cant get down on the flor, bad hips", "bad hips and getting off the flor"])
def test_a_slip_beside_what_is_ticked_leads_to_what_may_be_meant_too(said: str) -> None:
    health = AnswerList("Any?", (Headed("", {"floor": "To the floor and up: too hard", "hip": "Hip trouble"}),))
    ticking = Ticking(health, ())
    for key in (*said, "enter"):
        ticking.press(key)
    assert ticking.found == ["hip"]
    assert "not on this list" not in ticking.said
    assert "did you mean floor" in ticking.said
    ticking.press("enter")
    assert ticking.found == ["floor", "hip"]


def test_a_slip_of_what_a_later_page_asks_is_kept_for_it_and_others_lead_nowhere() -> None:
    with for_later.keeping():
        ticking = Ticking(TURNED, ())
        for key in (*"bad astma", "enter"):
            ticking.press(key)
        assert "did you mean asthma?): “bad asthma”: kept for a later page." in ticking.said
    for said in ("gout", "gardening", "hernia"):
        ticking = Ticking(TURNED, ())
        for key in (*said, "enter"):
            ticking.press(key)
        assert ticking.said == f"{said} is not on this list. If none of these is so, type none."
    for said in ("gout", "hard of hearing", "cant swim", "no nee trouble", "nee is fine"):
        assert pressed(TURNED, *said, "enter", "enter")[0] in ([], ["floor"] if "hard" in said else [])


@pytest.mark.parametrize(
    ("said", "led"),
    [("shoulder pain", "shoulder"), ("pain in my knee", "knee"), ("hip pain", "hip"), ("my knee aches", "knee"),
     ("a lot of pain", "held")],
)  # fmt: skip
def test_pain_somewhere_leads_to_where_it_is(said: str, led: str) -> None:
    words = {"held": "Pain too strong to exercise", "hip": "Hip trouble", "knee": "Knee trouble"}
    listed = AnswerList("Any?", (Headed("", {**words, "shoulder": "Shoulder trouble"}),), deliberate=True)
    assert pressed(listed, *said, "enter", "enter")[0] == [led]


@pytest.mark.parametrize(
    ("said", "ticks", "leads"),
    [("leg pain", [], ["legs"]), ("my leg is numb", [], ["between"]), ("pain in both legs", ["legs"], []),
     ("both my legs are numb", ["legs"], []), ("buttock pain", [], []), ("thigh pain", [], [])],
)  # fmt: skip
def test_one_leg_is_not_taken_for_both_and_pain_in_another_part_leads_nowhere(
    said: str, ticks: list[str], leads: list[str]
) -> None:
    words = {
        "held": "Pain too strong",
        "between": "Numb between legs",
        "legs": "Both legs numb, tingling, weak, or with shooting pain",
    }
    ticking = Ticking(AnswerList("Any?", (Headed("", words),), deliberate=True), ())
    for key in (*said, "enter"):
        ticking.press(key)
    assert ticking.found == ticks
    assert [each for each in (ticking.offered,) if each] == leads
    if not (ticks or leads):
        assert ticking.said == f"{said} is not on this list. If none of these is so, type none."


@pytest.mark.parametrize("said", ["back pain", "my bad back", "lower back pain", "my back is sore", "backache"])
def test_a_bad_back_goes_without_saying_and_is_none_of_what_bends_it(said: str) -> None:
    words = {"bend": "Bending back hurts", "chest": "Chest pain at rest, or with back pain", "bad": "Sudden bad back"}
    ticking = Ticking(AnswerList("Any?", (Headed("", words),), deliberate=True, later={"new": "New back pain"}), ())
    for key in (*said, "enter", "enter"):
        ticking.press(key)
    assert (ticking.found, ticking.none) == ([], False)
    ticking = Ticking(ticking.listed, ())
    for key in (*said, "enter"):
        ticking.press(key)
    assert ticking.said.startswith("That is taken for granted")


def test_a_long_text_that_is_pasted_ticks_nothing_of_what_it_speaks_of() -> None:
    ticking = Ticking(TURNED, ())
    ticking.paste("Hello, my neighbour has bad knees and treated diabetes. " * 5)
    assert ticking.shown().below == TOO_LONG
    assert not ticking.press("enter")
    assert (ticking.found, ticking.none) == ([], False)
    ticking.paste("bad knees")
    ticking.press("enter")
    assert ticking.found == ["knee"]


@pytest.mark.parametrize(
    "said",
    [
        "none, thank goodness", "none luckily", "thankfully none", "none of those so far", "none of those either",
        "none here", "none again", "nope, none of these", "i've none of these", "no, no none of those", "still none",
        "none that i'm aware of", "none of that sort", "none on this list", "none of these on the list", "none for me",
    ],
)  # fmt: skip
def test_none_is_heard_with_the_words_around_it(said: str) -> None:
    assert says_none(said, clearly=True)
    assert not says_none("none but the first, luckily", clearly=True)


def test_zero_is_none_once_it_is_confirmed_but_of_the_worst_signs() -> None:
    assert pressed(SIGNS, "0", "enter", "enter") == ([], True)
    assert pressed(SIGNS._replace(by_word=True), "0", "enter", "enter") == ([], False)


def test_looking_for_letters_hides_nothing_and_moves_through_what_has_them() -> None:
    ticking = Ticking(THINGS._replace(whole={"step": "A low step to climb"}), ())
    for key, at, said in (
        ("b", "band", "Typed: b, found 1 of 2"),
        ("down", "ball", "Typed: b, found 2 of 2"),
        ("down", "ball", "Typed: b, found 2 of 2"),
        ("backspace", "ball", ""),
        *[(letter, None, None) for letter in "clim"],
        ("b", "step", "Typed: climb, found 1 of 1: A low step to climb"),
        ("z", "ball", "Typed: climbz (not found)"),
    ):
        ticking.press(key)
        shown = ticking.shown()
        assert len(shown.entries) == len(THINGS.choices) + 1
        assert at in (None, ticking.at)
        assert said in (None, shown.below)


@pytest.mark.parametrize("typed", ["no", "n", "nope", "nothing", "NO", "l", "f", "dunno", "yes", "up"])
def test_no_slip_of_a_word_ticks_a_sign(typed: str) -> None:
    heads = (Headed("", {"lump": "A lump, not seen by anybody", "fever": "Fever, no cold"}),)
    signs = AnswerList("Any?", heads, deliberate=True, by_word=True)
    ticking = Ticking(signs, ())
    assert not any(ticking.press(key) for key in (*typed, "enter"))
    assert (ticking.found, ticking.none, ticking.typed) == ([], False, "")
    assert ticking.said


def test_after_a_word_that_is_none_one_is_where_one_was() -> None:
    ticking = Ticking(THINGS, ())
    for key in ("down", *"bzz", "enter"):
        ticking.press(key)
    assert ticking.at == "ball"


def test_enter_on_nothing_is_no_answer_and_none_is_ticked() -> None:
    for listed in (THINGS, SIGNS):
        assert pressed(listed, "enter") == ([], False)
        assert pressed(listed, "end", "enter") == ([], False)
        assert pressed(listed, "end", " ", "enter") == ([], True)
        assert pressed(listed, *"none", "enter") == ([], True)
        assert pressed(listed, " ", *"none", "enter") == ([], False)  # that was ticked is not taken back in passing
        assert pressed(listed, " ", *"none", "enter", "enter") == ([], True)


@pytest.mark.parametrize(("height", "done"), [(24, True), (5, False)])
def test_none_is_an_answer_at_once_only_to_a_list_that_is_seen_whole(height: int, done: bool) -> None:
    ticking = Ticking(SIGNS, ())
    ticking.sees_all = lambda shown: whole(shown, [], Page(80, height))
    found = [ticking.press(key) for key in (*"none", "enter", "enter")]
    assert found[-2:] == [done, True]
    assert ticking.none
    assert ticking.at == NO_ID


@pytest.mark.parametrize(
    "typed",
    ["none.", "None of these", "none of them apply", "none, thanks", "none that I know of", "none of these thankyou",
     "none thank u", "none cheers", "none thank you very much"],
)  # fmt: skip
def test_none_may_be_said_in_more_words(typed: str) -> None:
    assert pressed(SIGNS._replace(by_word=True), *typed, "enter") == ([], True)


@pytest.mark.parametrize(
    "typed",
    [
        "no", "nothing", "no way", "no ta", "certainly not",
        "no thanks", "Nope.", "don't have any", "nothing like that", "nothing here either",
        "no to all", "not any of these", "not that i know of", "they're all no", "no i don't have any of them",
        "no such signs",
        "no I don't have any of that", "no nothing like that at all", "i no have", "no, I haven't", "not me",
        "never had any of those", "none at the moment", "no nothing", "nothing to report",
    ],
)  # fmt: skip
def test_none_is_said_without_the_word_but_where_a_slip_would_matter(typed: str) -> None:
    assert pressed(THINGS, *typed, "enter") == ([], True)
    assert pressed(SIGNS, *typed, "enter") == ([], True)
    assert pressed(SIGNS._replace(by_word=True), *typed, "enter", "enter") == ([], False)


@pytest.mark.parametrize("typed", ["noen", "nothign", "non", "nonne", "nine of these", "nond of them", "nothin"])
def test_a_slip_of_none_is_asked_about_and_of_what_cannot_wait_never_taken_by_enter(typed: str) -> None:
    assert slip_of_none(typed)
    assert pressed(SIGNS, *typed, "enter") == ([], False)
    assert pressed(SIGNS, *typed, "enter", "enter") == ([], True)
    assert pressed(SIGNS, " ", *typed, "enter", "enter") == (["fever"], True)
    assert pressed(SIGNS._replace(by_word=True), *typed, "enter", "enter", "enter") == ([], False)


@pytest.mark.parametrize("typed", ["none", "nine", "9", "numb", "neck", "not", "nose", "bone", "one", "no", "nausea"])
def test_other_words_are_no_slip_of_none(typed: str) -> None:
    assert not slip_of_none(typed)


@pytest.mark.parametrize("typed", ["n", "no"])
def test_no_alone_is_none_where_a_slip_does_no_harm(typed: str) -> None:
    assert pressed(SIGNS, *typed, "enter") == ([], True)
    assert pressed(SIGNS._replace(by_word=True), *typed, "enter", "enter") == ([], False)


def test_letters_are_found_where_words_begin_and_within_words_only_led_to() -> None:
    listed = AnswerList("Which?", (Headed("", {"fall": "A fall within 6 weeks", "limb": "A thinner leg"}),))
    assert pressed(listed, *"thin", "enter", "enter") == (["limb"], True)
    assert pressed(listed, *"ithi", "enter") == ([], False)
    assert pressed(listed, *"ithi", "enter", " ") == (["fall"], False)


@pytest.mark.parametrize(
    ("keys", "enter"),
    [
        ("", ""),
        (" ", "done"),
        ("fever", "tick it"),
        ("fe", "go there"),
        ("zz", ""),
        ("none", "none is so"),
        ("1", "tick it"),
    ],
)
def test_what_enter_does_is_named_as_it_is(keys: str, enter: str) -> None:
    ticking = Ticking(SIGNS, ())
    for key in keys:
        ticking.press(key)
    drawn = rows(ticking.shown(), [], Page(80, 24))
    told = "".join(text for text, _ in drawn[-1])
    assert ticking.shown().enter == enter
    assert (f"enter {enter}" if enter else "enter") in told or not enter
    assert enter or "enter" not in told


@pytest.mark.parametrize("typed", ["n", "no", "0"])
def test_a_few_letters_do_not_lead_to_none_before_what_they_are_found_in(typed: str) -> None:
    signs = SIGNS._replace(groups=(Headed("", {"fever": "Fever now", "lump": "A lump, no pain"}),), by_word=True)
    ticking = Ticking(signs, ())
    for key in (*typed, "enter"):
        ticking.press(key)
    assert not ticking.none


def test_none_and_another_answer_exclude_each_other() -> None:
    assert pressed(SIGNS, " ", "end", " ", "enter") == ([], True)
    assert pressed(SIGNS, "end", " ", "home", " ", "enter") == (["fever"], True)


def test_what_was_so_before_is_ticked_and_stays() -> None:
    assert pressed(THINGS, "enter", chosen=("ball", "own thing")) == (["ball", "own thing"], True)


@pytest.mark.parametrize("listed", [THINGS, SIGNS._replace(groups=THINGS.groups, by_word=True)])
@pytest.mark.parametrize(
    ("typed", "at_once"), [("ball", True), ("my ball is big", True), ("2", True), ("the ball of my uncle", False)]
)
def test_space_right_after_words_leaves_ticked_what_they_led_to(
    listed: AnswerList, typed: str, *, at_once: bool
) -> None:
    ticking = Ticking(listed, ())
    found = []
    for key in ("down", *typed, "enter", " ", " "):
        ticking.press(key)
        found.append(ticking.found)
    assert found[-3:] == [["ball"] if at_once else [], ["ball"], []]
    assert ticking.said == "No longer ticked: A big ball."


def test_enter_goes_past_nothing_that_words_led_to_without_saying_so() -> None:
    ticking = Ticking(SIGNS, ("lump",))
    for key in (*"never had a fever", "enter"):
        ticking.press(key)
    assert ticking.said == "Not ticked: Fever. Space ticks it, if that is so."
    assert not ticking.press("enter")
    assert ticking.said == "Not ticked: Fever. Space ticks it, Enter goes on without it."
    assert (ticking.press("enter"), ticking.found) == (True, ["lump"])


def test_where_words_lead_enter_ticks_it_and_says_so_and_any_other_key_does_not() -> None:
    ticking = Ticking(SIGNS, ("lump",))
    for key in (*"he had a fever lately", "enter"):
        ticking.press(key)
    assert (ticking.said, ticking.found) == ("Enter ticks it, if that is so: Fever.", ["lump"])
    assert ticking.shown().enter == "tick it"
    assert (ticking.press("enter"), ticking.found, ticking.said) == (False, ["fever", "lump"], "Ticked: Fever.")
    assert ticking.press("enter")
    assert pressed(SIGNS, *"he had a fever lately", "enter", "down", "enter") == ([], False)


TURNED = AnswerList(
    "Any?",
    (
        Headed(
            "",
            {
                "bp": "High blood pressure, unless checked and controlled", "held": "Pain not controlled well enough",
                "knee": "Knee trouble", "accident": "Bad accident, not yet examined", "floor": "To the floor: too hard",
                "same": "No change at all after 6 weeks of care", "sugar": "Treated diabetes",
            },
        ),
    ),
    deliberate=True,
    later={"hip": "Hip trouble", "asthma": "Any lung disease (asthma)"},
)  # fmt: skip


@pytest.mark.parametrize(
    "said",
    ["it is checked and controlled", "controlled", "my blood pressure is under control", "blood pressure is fine",
     "my blood pressure is not high", "no high blood pressure", "i don't have high blood pressure",
     "no its controlled", "no it is under control with tablets", "nope, thats controlled",
     "blood pressure but its fine", "no my blood pressure is checked and controlled",
     "blood pressure, controlled, not a problem", "just blood pressure, on tablets for it, been fine for years",
     "high blood pressure but i take tablets and its been fine", "blood pressure, always normal with my tablets",
     "knee trouble is gone", "dont have knee trouble", "my knees are ok",
     "accident, but examined", "the accident was examined", "examined",
     "never had an accident", "i can get to the floor", "floor is easy", "change", "some change after 6 weeks",
     "my knees used to trouble me", "no diabetes", "I haven't got diabetes"],
)  # fmt: skip
def test_what_denies_an_answer_or_says_that_all_is_well_never_ticks_it(said: str) -> None:
    ticking = Ticking(TURNED, ())
    assert not any(ticking.press(key) for key in (*said, "enter"))
    assert (ticking.found, ticking.none) == ([], False)
    assert ticking.said
    with pytest.raises(UsageError):
        numbers([*TURNED.choices], typed=True, words=TURNED.choices)(said)


def test_tablets_are_no_sign_that_all_is_well_with_what_is_treated() -> None:
    assert pressed(TURNED, *"diabetes, on tablets, been fine for years", "enter") == (["sugar"], False)
    assert pressed(TURNED, *"blood pressure, on tablets for it", "enter") == (["bp"], False)


def test_space_does_at_once_what_is_said_of_it_where_words_deny_what_is_ticked() -> None:
    ticking = Ticking(TURNED, ("bp",))
    for key in (*"no its controlled", "enter"):
        ticking.press(key)
    assert ticking.said.endswith("Space takes the tick away.")
    ticking.press(" ")
    assert ticking.found == []


@pytest.mark.parametrize(
    ("said", "found"),
    [("can get down on the floor if I hold the sofa", ["floor"]), ("cant get down on floor", ["floor"]),
     ("struggle with the floor", ["floor"]), ("hard of hearing", []), ("the floor", ["floor"]), ("floor is easy", [])],
)  # fmt: skip
def test_who_cannot_get_to_the_floor_or_only_by_holding_on_is_heard(said: str, found: list[str]) -> None:
    assert pressed(TURNED, *said, "enter") == (found, False)


@pytest.mark.parametrize(
    ("said", "found"),
    [("not controlled", "held"), ("no change", "same"), ("treated diabetes", "sugar"), ("high blood pressure", "bp"),
     ("bad accident", "accident"), ("not yet examined", "accident"), ("my knees", "knee"), ("too hard", "floor")],
)  # fmt: skip
def test_the_own_words_of_an_answer_tick_it_though_they_deny(said: str, found: str) -> None:
    assert pressed(TURNED, *said, "enter") == ([found], False)


@pytest.mark.parametrize(
    ("said", "found", "told"),
    [
        ("i have asthma", [], "“i have asthma”: kept for a later page. Enter once more, if none of these is so."),
        ("my knees are stiff and I have asthma", ["knee"], "“I have asthma”: kept for a later page."),
        ("bad knees and a cold", ["knee"], "“a cold”: not on this list."),
        ("bad knees, no diabetes", ["knee"], "“no diabetes”: left unticked."),
        ("I snore", [], "I snore is not on this list. If none of these is so, type none."),
    ],
)
def test_what_is_asked_later_is_told_so_and_what_is_found_here_is_kept(said: str, found: list[str], told: str) -> None:
    ticking = Ticking(TURNED, ())
    for key in (*said, "enter"):
        ticking.press(key)
    assert (ticking.found, ticking.said) == (found, f"Ticked: Knee trouble. {told}" if found else told)


@pytest.mark.parametrize(
    ("said", "none"),
    [
        ("i have asthma", None), ("i have asthma, none of these", "none"), ("none, just asthma", "none"),
        ("no but I have asthma", None), ("sore hips, otherwise none", "none"), ("none, only diabetes", None),
        ("diabetes, none", None), ("none but asthma and diabetes", None), ("my knees are fine, none", None),
        ("asthma and chest trouble, none", None),
    ],
)  # fmt: skip
def test_that_none_of_the_worst_signs_is_so_is_heard_beside_nothing_but_what_a_later_page_asks(
    said: str, none: str | None
) -> None:
    ticking = Ticking(TURNED._replace(by_word=True), ())
    done = [ticking.press(key) for key in (*said, "enter")][-1]
    assert (done, ticking.found) == (none is not None, [])


def test_words_that_a_later_page_asks_about_are_kept_and_told_on_it() -> None:
    asked_now = AnswerList("Any?", (Headed("", {"fever": "Fever"}),), deliberate=True, later=TURNED.choices)
    with for_later.keeping():
        for said in ("my bad knees", "my blood pressure is controlled", "to the floor gets harder"):
            assert pressed(asked_now, *said, "enter") == ([], False)
        page = Ticking(TURNED, ())
        assert page.found == ["knee"]
        assert "You wrote: “my bad knees”." in page.said
        assert "Not ticked: High blood pressure" in page.said
        assert not page.none
        assert not Ticking(TURNED, ()).said, "once"
        for said in ("my blood pressure is controlled", "blood pressure is fine"):
            assert pressed(asked_now, *said, "enter") == ([], False)
        assert Ticking(TURNED, ()).said.count("Space ticks it") == 1
        for said in ("my blood pressure is controlled", "blood pressure"):
            assert pressed(asked_now, *said, "enter") == ([], False)
        page = Ticking(TURNED, ())
        assert "Not ticked" not in page.said
        assert "Still ticked: High blood pressure" in page.said
        page.press(" ")
        assert page.found == [], "at once, as it says"
    assert not Ticking(TURNED, ()).said


@pytest.mark.parametrize("it_is", ["its", "it is", "it's", "that's", "thats"])
def test_that_all_is_well_is_kept_for_a_later_page_with_what_it_is_of(it_is: str) -> None:
    knees = AnswerList("Any?", (Headed("", {"knee": "Knee trouble"}),), deliberate=True, later=TURNED.choices)
    with for_later.keeping():
        assert pressed(knees, *f"bad knee and blood pressure but {it_is} under control", "enter")[0] == ["knee"]
        page = Ticking(TURNED, ())
    assert page.found == []
    assert "Not ticked: High blood pressure" in page.said


def test_line_by_line_too_kept_words_are_told_on_their_page(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["my bad knees", "none", "none"])
    monkeypatch.setattr(asking, "prompt", lambda *_: next(answers))
    asked_now = AnswerList("Any?", (Headed("", {"fever": "Fever"}),), deliberate=True, later=TURNED.choices)
    with for_later.keeping():
        assert asking.several(asked_now, []) == []
        assert "“my bad knees”: kept for a later page." in capsys.readouterr().out
        assert asking.several(TURNED, []) == []
    assert "You wrote: “my bad knees”." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("said", "by_enter"),
    [("my blood pressure is controlled", True), ("knees are fine", True), ("floor is easy", True),
     ("no diabetes", True),
     ("no high blood pressure", False), ("pain is well controlled, not bad", False),
     ("no, only blood pressure tablets but it's fine", True), ("no, accident not sure", False),
     ("no its controlled", True), ("blood pressure is fine but high sometimes", False)],
)  # fmt: skip
def test_what_is_well_goes_on_by_one_key_where_a_slip_is_no_danger_and_what_may_be_so_does_not(
    said: str, *, by_enter: bool
) -> None:
    lightly = TURNED._replace(by_no=True)
    assert pressed(lightly, *said, "enter", "enter") == ([], by_enter)
    assert pressed(TURNED, *said, "enter", "enter")[1] is (by_enter and said.startswith("no, "))


@pytest.mark.parametrize(
    "said",
    ["i can't get down to the floor easily", "floor, but only with a chair", "I need help up from the floor",
     "blood pressure is not under control", "my blood pressure was never checked", "pain is not well controlled",
     "blood pressure is poorly controlled", "no its not controlled", "its badly controlled", "its hardly under control",
     "no, never checked", "they are still trying to get my blood pressure under control", "pain is badly controlled",
     "it should be controlled but it isn't", "blood pressure controlled most of the time", "no, no control"],
)  # fmt: skip
def test_what_denies_that_all_is_well_is_so(said: str) -> None:
    found = pressed(TURNED._replace(by_no=True), *said, "enter", "enter")[0]
    assert found in (["floor"], ["bp"], ["held"])


@pytest.mark.parametrize(
    "said",
    ["my knees aren't great", "knees are not good", "my knee isnt what it was", "my knee is no good",
     "no, my knees are not right", "my knees are not the best"],
)  # fmt: skip
def test_what_plays_trouble_down_is_trouble(said: str) -> None:
    assert pressed(TURNED._replace(by_no=True), *said, "enter", "enter")[0] == ["knee"]


def test_no_is_none_at_once_where_a_slip_is_no_danger_and_that_is_all_ends_a_list() -> None:
    lightly = SIGNS._replace(by_no=True)
    assert pressed(lightly, *"no", "enter") == ([], True)
    assert pressed(lightly, *"i don't think so", "enter") == ([], False)
    assert pressed(lightly, *"i don't think so", "enter", "enter") == ([], True)
    assert pressed(SIGNS._replace(by_word=True), *"i don't think so", "enter", "enter") == ([], False)
    assert pressed(lightly, *"lump", "enter", *"that's all", "enter") == (["lump"], True)
    assert pressed(lightly, *"lump", "enter", *"no", "enter") == (["lump"], False)
    assert pressed(lightly, *"that's all", "enter")[1] is False


@pytest.mark.parametrize(
    "said",
    ["no change", "not all", "no feeling", "i have", "no i have", "none but 3", "all of these", "no bladder control",
     "not well", "i don't get it", "no that I have", "never felt worse", "no yes", "it", "not none of it is wrong"],
)  # fmt: skip
def test_what_begins_like_none_and_is_not_is_no_none(said: str) -> None:
    assert not says_none(said)


@pytest.mark.parametrize(
    "said",
    ["no none of these thank goodness", "none of them mate", "nah none", "none - thank god", "none, sorry"],
)
def test_none_is_heard_in_each_part_of_what_is_said(said: str) -> None:
    assert says_none(said, clearly=True)


@pytest.mark.parametrize("word", ["no", "none", "nothing", "back", "quit", "exit", "None of these"])
def test_a_command_is_no_search(word: str) -> None:
    backrest = AnswerList("Any?", (Headed("", {"bike": "A bike with a backrest", "no": "No change, nothing, quite"}),))
    for listed in (backrest, backrest._replace(deliberate=True), backrest._replace(deliberate=True, by_word=True)):
        ticking = Ticking(listed, (), back=True)
        for key in word:
            ticking.press(key)
        assert ticking.shown().below == f"Typed: {word}"
        assert ticking.at == "bike"
        ticking.press("enter")
        assert ticking.found == []


def test_back_where_there_is_none_says_so_and_ticks_nothing() -> None:
    ticking = Ticking(THINGS, ())
    for key in (*"back", "enter"):
        ticking.press(key)
    assert (ticking.said, ticking.found) == ("There is nothing to go back to. Ctrl-C stops.", [])


def test_none_takes_no_tick_away_without_a_word_and_said_twice_is_an_answer() -> None:
    ticking = Ticking(SIGNS, ("lump",))
    assert not any(ticking.press(key) for key in (*"none", "enter"))
    assert ticking.said == "No longer ticked: A lump. Enter once more, if none is so."
    assert [ticking.press(key) for key in (*"none", "enter")][-1]
    assert ticking.found == []


def test_what_is_ticked_stands_below_the_longest_list_that_fits() -> None:
    many = AnswerList("Any?", (Headed("", {f"{each}": f"Entry {each}" for each in range(19)}),), deliberate=True)
    ticking = Ticking(many, ("3",))
    shown = rows(ticking.shown(), [], Page(80, 24))
    assert "1 ticked: Entry 3" in "\n".join("".join(text for text, _ in line) for line in shown)


def test_words_are_read_where_people_write_them() -> None:
    def read(text: str) -> list[str]:
        if text not in ("both ends", "tai chi"):
            raise UsageError("no")
        return ["band", "step"] if text == "both ends" else ["tai-chi"]

    listed = THINGS._replace(read=read)
    assert pressed(listed, *"both ends", "enter", "enter") == (["band", "step"], True)
    assert pressed(listed, *"tai chi", "enter", "enter") == (["tai-chi"], True)


def test_of_one_enter_takes_where_one_is() -> None:
    assert pressed(THINGS, "enter", chosen=("ball",), one=True) == (["ball"], True)
    assert pressed(THINGS, "down", "enter", one=True) == (["ball"], True)
    assert pressed(THINGS, "s", "t", "e", "p", "enter", one=True) == (["step"], True)


def test_who_is_not_sure_is_told_what_that_means() -> None:
    ticking = Ticking(SIGNS._replace(unsure="Say yes to it."), ())
    ticking.press("?")
    assert ticking.shown().below == "Say yes to it."


LONG = AnswerList(
    "Which of these?",
    (Headed("Of the one kind:", {f"k{n}": "something that is so " * (n % 5 + 1) for n in range(40)}),),
)


@example(keys=["down", "pagedown"], width=40, height=16)  # an entry that fills nearly all there is
@given(keys=st.lists(KEYS, max_size=12), width=st.integers(40, 120), height=st.integers(16, 50))
def test_nothing_scrolls_off_and_where_one_is_is_in_sight(keys: list[str], width: int, height: int) -> None:
    ticking = Ticking(LONG, (), back=True)
    for key in keys:
        if ticking.press(key):
            break
    page = Page(width, height)
    drawn = rows(ticking.shown(), heading("A section", 2, 7, "Noted: so it is.", page), page)
    assert len(drawn) <= height
    assert all(sum(columns(text) for text, _ in row) <= page.room for row in drawn)
    if ticking.shown().entries:
        assert any("►" in text for row in drawn for text, _ in row)


@given(sizes=st.lists(st.integers(1, 12), min_size=1, max_size=6), height=st.integers(12, 60))
def test_the_pages_of_the_line_form_fit_and_hold_each_answer_once(sizes: list[int], height: int) -> None:
    groups = [
        Headed(f"Part {part}:", {f"{part}-{n}": "so it is " * (n + 1) for n in range(size)})
        for part, size in enumerate(sizes)
    ]
    found = pages(groups, 80, height)
    assert [key for page in found for part in page for key in part.choices] == [k for g in groups for k in g.choices]
    for page in found:
        texts = [text for part in page for text in (part.head, *(f"  99. {said}" for said in part.choices.values()))]
        assert sum(len(wrap(text, 79, subsequent_indent=" " * 6)) for text in texts) <= height - ASKED_ROWS


@pytest.mark.parametrize(
    "typed",
    ["none but chest pain", "none of these but my leg is numb", "not sure, none", "none really", "none except 5"],
)
def test_what_says_none_with_something_held_back_says_no_none(typed: str) -> None:
    assert pressed(SIGNS, *typed, "enter", "enter")[1] is False


def test_where_words_lead_it_is_said_how_to_say_that_it_is_not_so() -> None:
    ticking = Ticking(SIGNS, ())
    for key in (*"he had a fever lately", "enter"):
        ticking.press(key)
    assert ("Enter ticks it" in ticking.said, "type none" in ticking.said) == (True, True)


@pytest.mark.parametrize(
    "typed",
    [
        "yes that is right", "that's right", "all right", "looks good", "it's fine", "all correct", "no", "no thanks",
        "nothing to change", "no changes", "nope", "everything is fine", "ok", "leave it as it is",
        "No, that looks right.",
    ],
)  # fmt: skip
def test_what_is_shown_may_be_agreed_to_in_words(typed: str) -> None:
    menu = AnswerList("Anything?", (Headed("", {NOTHING: "Nothing", "pain": "Pain: 3", "time": "Days: all right"}),))
    assert pressed(menu, "down", *typed, "enter", one=True) == ([NOTHING], True)


@pytest.mark.parametrize("typed", ["yes", "not right", "change it", "that is wrong", "the days are not fine", "all"])
def test_what_may_ask_for_a_change_agrees_to_nothing(typed: str) -> None:
    assert not says_right(typed)


@pytest.mark.parametrize("text", ["that was a mistake, none", "that was wrong"])
def test_words_on_a_slip_tick_nothing(text: str) -> None:
    words = {"racing-heart": "A fast or uneven heart beat that is new", "knee": "Knee trouble"}
    with pytest.raises(UsageError) as caught:
        numbers([*words], typed=True, words=words)(text)
    assert "Kept" not in str(caught.value)
