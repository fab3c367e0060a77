"""The questions of the interview: what they read, and that every list of a first interview is seen whole."""

import re
from contextlib import suppress
from pathlib import Path

import pytest
import typer

from backplan.actions.workspace import Workspace
from backplan.cli.interview import clearance, comfort, days, graver, health, pain, signs
from backplan.cli.interview.graver import GRAVER
from backplan.cli.interview.leg_said import leg_said
from backplan.cli.interview.sitting import Document, Sitting
from backplan.cli.terminal import asking, for_later, spoken
from backplan.cli.terminal.list_answers import numbers
from backplan.cli.terminal.listed import AnswerList, pages
from backplan.cli.terminal.ticking import Ticking
from backplan.errors import UsageError
from backplan.render import tick_list
from backplan.render.page import Page
from backplan.rules.heart import HEART
from backplan.rules.kinds import HeartRule, RedFlag
from backplan.rules.red_flags import RED_FLAGS
from tests.support.people import ON

WIDE, ROWS = 80, 24
EVERY_SIGN: tuple[RedFlag | HeartRule, ...] = (*RED_FLAGS, *HEART)


def lists(monkeypatch: pytest.MonkeyPatch) -> list[AnswerList]:
    """The lists of a first interview of somebody whom nothing is spared."""
    seen: list[AnswerList] = []

    def none(listed: AnswerList, chosen: list[str]) -> list[str]:
        seen.append(listed)
        return []

    monkeypatch.setattr(asking, "several", none)
    sitting = Sitting(Workspace(ON, Path()), None)
    document = {"clearance": {"by": "doctor"}, "pain": {}}
    signs.ask_signs(document, sitting)
    health.ask_applies(document, sitting)
    return seen


def test_every_list_of_a_first_interview_is_seen_whole_in_a_terminal_of_24_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = Page(WIDE, ROWS)
    found = lists(monkeypatch)
    for listed in found:
        ticking = Ticking(listed, list(listed.choices)[:2], back=True)
        shown = tick_list.rows(ticking.shown(), tick_list.heading("Warning signs", 2, 7, "", page), page)
        text = "\n".join("".join(words for words, _ in line) for line in shown)
        assert "more below" not in text
        assert "None (type none)" in text
        assert len(shown) < ROWS
        assert len(pages(listed.groups, WIDE, ROWS)) == 1
    in_lists = [key for listed in found for key in listed.choices]
    assert len(in_lists) == len(set(in_lists))  # nothing is told twice
    asked = {*in_lists, *(each.id for key, each in GRAVER.items() if key in in_lists)}
    assert {rule.id for rule in EVERY_SIGN} <= asked
    assert {"vertebral-fracture-new", "vertebral-fracture-healed"} <= asked
    assert {"pain-holds", "no-floor", "surgery", "pregnancy", "birth", "changed", "osteoporosis"} <= asked


@pytest.mark.parametrize("sign", EVERY_SIGN, ids=lambda sign: sign.id)
def test_a_sign_is_told_in_few_words_and_in_whole_to_who_asks(
    sign: RedFlag | HeartRule, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = graver.entry(sign.id)  # where a milder one stands for both, it explains both
    listed = next(each for each in lists(monkeypatch) if at in each.choices)
    assert at != sign.id or listed.choices[at] == sign.brief
    assert sign.asks in listed.explained(at)
    ticking = Ticking(listed, [])
    ticking.at = at
    ticking.press("?")
    assert sign.asks in ticking.said


def test_every_entry_of_the_lists_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(WIDE, ROWS)
    entries = [words for listed in lists(monkeypatch) for words in listed.choices.values()]
    assert [words for words in entries if len(words) > page.room - tick_list.LEAD] == []


MOST_WORDS = 400  # of the five lists of a first interview, their questions among them


def test_the_lists_of_a_first_interview_are_few_words(monkeypatch: pytest.MonkeyPatch) -> None:
    found = lists(monkeypatch)
    heads = [words for listed in found for words in (listed.question, *(group.head for group in listed.groups))]
    entries = [words for listed in found for words in listed.choices.values()]
    assert sum(len(words.split()) for words in (*heads, *entries)) <= MOST_WORDS


@pytest.mark.parametrize(("milder", "other"), [(key, each.id) for key, each in GRAVER.items()])
@pytest.mark.parametrize(("said", "is_graver"), [("n", False), ("y", True)])
def test_who_ticks_what_stands_for_two_is_asked_which_it_is(
    milder: str, other: str, said: str, is_graver: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "prompt", lambda *_: said)
    assert graver.settled(["lump", milder], []) == ["lump", other if is_graver else milder]


def test_who_does_not_know_which_it_is_is_told_to_say_yes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["not sure", "y"])
    monkeypatch.setattr(asking, "prompt", lambda *_: next(answers))
    assert graver.settled(["fever"], []) == ["fever-very-unwell"]
    assert "say yes" in capsys.readouterr().out


def test_only_an_emergency_stands_where_its_question_is_left_without_an_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def leaves(*_: object) -> str:
        raise typer.Abort

    monkeypatch.setattr(asking, "prompt", leaves)
    assert graver.settled(["fever", "calf-swelling"], []) == ["fever-very-unwell", "calf-and-breathless"]
    for milder in ("upper-back", "night-pain-unsure", "vertebral-fracture-healed"):
        with pytest.raises(typer.Abort):
            graver.settled([milder], [])


def test_the_graver_of_two_on_record_is_ticked_and_stays_with_enter(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[list[str]] = []

    def as_shown(listed: AnswerList, chosen: list[str]) -> list[str]:
        shown.append(chosen)
        return chosen

    monkeypatch.setattr(asking, "several", as_shown)
    monkeypatch.setattr(asking, "prompt", lambda _, default=None: default or "n")
    document = {"red_flags": ["upper-back-with-signs"], "conditions": ["vertebral-fracture-new"]}
    sitting = Sitting(Workspace(ON, Path()), None)
    signs.ask_red_flags(document, sitting)
    health.ask_conditions(document, sitting)
    assert document == {"red_flags": ["upper-back-with-signs"], "conditions": ["vertebral-fracture-new"]}
    assert ["upper-back"] in shown
    assert ["vertebral-fracture-healed"] in shown


@pytest.mark.parametrize(
    ("page", "words", "sign"),
    [
        (0, "numb saddle", "saddle-numbness"), (0, "bladder control", "bladder-bowel"),
        (0, "calf swelling and breathless", "calf-swelling"), (0, "fever and weak immune system", "fever"),
        (0, "severely unwell", "fever"), (0, "burning when I pass water", "fever"), (0, "foot drop", "leg-weakness"),
        (0, "spreading weakness", "leg-weakness"), (0, "aneurysm", "aorta"), (0, "throbbing tummy", "aorta"),
        (0, "chest pain at rest", "chest-pain"), (0, "unsteady walking", "hands-and-walking"),
        (1, "steroid treatment", "infection-risk"), (1, "injected drugs", "infection-risk"),
        (1, "losing 4 kg", "weight-loss"), (1, "band between the shoulder blades", "upper-back"),
        (1, "night pain", "night-pain-unsure"), (1, "fainting", "blackout"),
        (1, "small fall with thin bones", "fragility"), (0, "dropping foot", "leg-weakness"),
        (1, "spinal injection", "infection-risk"), (2, "mildly weak", "one-leg-numbness"),
        (2, "weak heart", "heart-disease"), (2, "chronic bronchitis", "lung-disease"), (2, "stroke", "heart-disease"),
    ],
)  # fmt: skip
def test_a_sign_is_found_by_words_of_it_that_the_list_does_not_show(
    page: int, words: str, sign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticking = Ticking(lists(monkeypatch)[page], [])
    ticking.paste(words)
    assert ticking.at == sign


@pytest.mark.parametrize(
    ("page", "words", "found"),
    [
        (0, "loss of bladder control", ["bladder-bowel"]), (3, "pain not controlled", ["pain-holds"]),
        (4, "blood pressure under control", []), (0, "not fever", []),
    ],
)  # fmt: skip
def test_what_is_lost_is_no_word_that_all_is_well(
    page: int, words: str, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ticking = Ticking(lists(monkeypatch)[page], [])
    ticking.paste(words)
    ticking.press("enter")
    assert ticking.found == found


@pytest.mark.parametrize(
    "words",
    ["my legs are numb", "both legs tingle", "no feeling down below", "none, but my legs go numb", "i have a fever"],
)
def test_words_of_what_cannot_wait_are_kept_to_be_asked_about_and_are_never_taken_for_less(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _, *others = lists(monkeypatch)
    for listed in others:
        told = {key: f"{means} {listed.unseen(key)}" for key, means in listed.choices.items()}
        by_lines = numbers([*listed.choices], typed=True, words=told, listed=listed)
        with for_later.keeping():
            ticking = Ticking(listed, [], back=True)
            assert not any(ticking.press(key) for key in (*words, "enter"))
            assert (ticking.chosen, ticking.none) == ([], False)
            assert "may be a sign that cannot wait: you are asked in a moment" in ticking.said
            with pytest.raises(UsageError, match="may be a sign that cannot wait: you are asked in a moment"):
                by_lines(words)
            assert Ticking(listed, []).said == ""  # and no milder list takes them
            assert words.removeprefix("none, but ") in Ticking(first, [], back=False).said  # who goes back finds it


@pytest.mark.parametrize(
    ("page", "words", "ticked", "offered"),
    [
        (1, "shoulder pain", [], None), (1, "my neck aches", [], None), (1, "arm pain", [], "tight-chest"),
        (2, "shoulder pain", [], None), (2, "leg pain", [], "walking-leg-pain"),
        (0, "pain in my legs", [], "both-legs"), (0, "leg pain", [], "leg-weakness"),
        (0, "calf pain", [], "calf-swelling"), (1, "arm pain and sore knees", [], None),
        (4, "leg pain", [], "sciatica"),
        (2, "leg pain when i walk", ["walking-leg-pain"], None), (3, "sore feet", [], None),
        (3, "shoulder pain", ["shoulder-issue"], None), (3, "my hip is pinching", ["hip-issue"], None),
        (4, "my hip is pinching", [], "hip-replacement"), (3, "wrist pain", ["wrist-issue"], None),
        (0, "week leg", ["leg-weakness"], None), (0, "my leg is week", ["leg-weakness"], None),
        (2, "pins and needles", ["one-leg-numbness"], None), (0, "groin pain", [], None),
        (3, "arthritis in both hips", ["hip-issue"], None),
        (1, "my heart races now and then", [], "racing-heart"),
        (3, "hip replacement", [], None),
        (3, "no way i can get down to the floor", ["no-floor"], None), (3, "osteoporosis, had my hip done", [], None),
        (4, "had my hip done", ["hip-replacement"], None), (3, "round the block", [], None),
        (4, "hip replacement", ["hip-replacement"], None), (0, "stomach ache", [], "aorta"),
    ],
)  # fmt: skip
def test_a_part_of_the_body_that_hurts_is_taken_for_trouble_with_it_and_for_no_sign_that_shares_it(
    page: int, words: str, ticked: list[str], offered: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticking = Ticking(lists(monkeypatch)[page], [])
    ticking.paste(words)
    assert not ticking.press("enter")
    assert (ticking.found, ticking.offered) == (ticked, offered)


def test_a_part_of_the_body_that_hurts_is_no_worse_than_trouble_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with for_later.keeping():
        for words, worse in (("shoulder pain", False), ("chest pain", True), ("calf pain", True)):
            ticking = Ticking(lists(monkeypatch)[2], [])
            ticking.paste(words)
            ticking.press("enter")
            assert for_later.waiting()[words] is worse


@pytest.mark.parametrize("words", ["y", "yes", "Yes, I have.", "help", "skip", "some of them", "which one?"])
def test_who_answers_a_list_with_yes_is_asked_which(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for listed in lists(monkeypatch):
        ticking = Ticking(listed, [])
        ticking.paste(words)
        assert not ticking.press("enter")
        assert (ticking.found, ticking.none, ticking.offered) == ([], False, None)
        assert "Type its number, or a word of it" in ticking.said
        with pytest.raises(UsageError, match="Type its number, or a word of it"):
            numbers([*listed.choices], typed=True, words=listed.choices, listed=listed)(words)


def test_words_of_a_later_page_tick_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    ticking = Ticking(lists(monkeypatch)[0], [])
    ticking.paste("breathless at rest")
    ticking.press("enter")
    assert ticking.found == []


TOLD = {  # what the few words of a sign must not leave out
    "saddle-numbness": "numb tingling legs genitals back passage thighs",
    "bladder-bowel": "bladder bowel start stop hold feel",
    "sexual-function": "feeling function",
    "both-legs": "both numb tingling weak shooting",
    "leg-weakness": "severe spreading growing foot walking",
    "chest-pain": "chest back pain rest",
    "accident": "accident high fall 6 weeks examined",
    "aorta": "sudden bad back tummy faint clammy throbbing aneurysm",
    "hands-and-walking": "clumsy unsteady worse",
    "calf-and-breathless": "one calf swollen painful breathless",
    "fever-very-unwell": "fever chills unwell immune",
    "fever": "fever chills",
    "infection-risk": "new pain antibiotics injections steroids transplant hiv",
    "cancer-history": "cancer past new changing",
    "weight-loss": "weight without trying",
    "night-pain": "no position worse",
    "lump": "lump swelling shape",
    "upper-back-with-signs": "shoulder blades constant band thin bones fall fever cancer",
    "fragility": "small fall strain 50 thin bones steroids",
    "calf-swelling": "one calf swollen painful",
    "upper-back": "shoulder blades",
    "first-episode-age": "first ever 20 55",
    "inflammatory": "45 night waking moving rest",
    "one-leg-numbness": "one numb tingling weak",
    "walking-leg-pain": "leg pain heav walking sitting leaning",
    "not-better": "no change 6 weeks",
    "night-pain-unsure": "perhaps no position",
    "tight-chest": "chest pain pressure tight effort jaw neck arm",
    "breathless": "rest flat mild effort",
    "blackout": "blackout faint nearly 12 months",
    "racing-heart": "racing pounding irregular without reason",
    "heart-disease": "any heart attack angina valve rhythm stent stroke",
    "lung-disease": "any lung asthma bronchitis",
    "diabetes": "diabetes treated",
}


@pytest.mark.parametrize("sign", EVERY_SIGN, ids=lambda sign: sign.id)
def test_the_few_words_of_a_sign_leave_out_nothing_that_tells_of_it(sign: RedFlag | HeartRule) -> None:
    assert [word for word in TOLD[sign.id].split() if word not in sign.brief.lower()] == []


def test_what_is_an_emergency_only_if_it_is_new_stands_under_words_that_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    groups = lists(monkeypatch)[0].groups
    assert set(groups[0].choices) == {rule.id for rule in RED_FLAGS if re.match("New|.* new", rule.asks)} & {
        "saddle-numbness", "bladder-bowel", "sexual-function", "both-legs",
    }  # fmt: skip
    assert groups[0].head == "New, changed or worse since this back trouble began:"
    assert groups[1].head  # else the others would seem to stand under the same


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3 4", (3, 4, None)),
        ("3", (3, None, None)),
        ("3, 4", (3, 4, None)),
        ("3 4, March 2019", (3, 4, "2019-03-31")),
        ("now 3, usually 4, since 2019", (3, 4, "2019-12-31")),
        ("7 at the moment, usually 4, for about 3 years", (7, 4, "2023-11-20")),
        ("6/10 this morning, 4 normally, two years", (6, 4, "2024-11-20")),
        ("3 4 since yesterday", (3, 4, "2026-11-19")),
        ("3 4 for 2 years", (3, 4, "2024-11-20")),
        ("3 4 2 years ago", (3, 4, "2024-11-20")),
        ("three, since 2 november", (3, None, "2026-11-02")),
        ("3 4, oh about ten years", (3, 4, "2016-11-20")),
        ("three and a half, five, since february", (4, 5, "2026-02-28")),
        ("3 1/2 5, may", (4, 5, "2026-05-31")),
        ("3½, usually 5", (4, 5, None)),
        ("three and a half", (4, None, None)),
        ("3, 4 and a half, march", (3, 5, "2026-03-31")),
        ("just over 3, 5", (4, 5, None)),
        ("3/4", (3, 4, None)),
        ("3/4, march 2025", (3, 4, "2025-03-31")),
        ("3 4 2y", (3, 4, "2024-11-20")),
        ("4 4 6mo", (4, 4, "2026-05-20")),
        ("3/4 ~18 mths", (3, 4, "2025-05-20")),
        ("3 now 4 usually since the spring", (3, 4, "2026-04-15")),
        ("now about a 5, normally 4, it started in spring", (5, 4, "2026-04-15")),
        ("about 5 now, 4 on normal days, since april", (5, 4, "2026-04-30")),
        ("it's a 4 this morning, mostly 3, since last winter", (4, 3, "2026-01-15")),
        ("6 work, 4 home, from 2 year", (6, None, "2024-11-20")),
        ("usually 4 but 6 today, since june", (6, 4, "2026-06-30")),
        ("now 4 and usually 3, since I fell in august", (4, 3, "2026-08-31")),
        ("3 now, 4 usually, it began about six weeks ago", (3, 4, "2026-10-09")),
        ("5 now 4 most of the time since spring 2024", (5, 4, "2024-04-15")),
        ("most days 4, a 5 now, had it since I was 40", (5, 4, None)),
        ("between 3 and 5, since last summer", (5, None, "2026-07-15")),
        ("seven and 5 since febuary", (7, 5, None)),
        ("about 4, usually 3, since easter", (4, 3, "2026-04-05")),
        ("three point five, five", (4, 5, None)),
        ("3 to 4, usually 5", (4, 5, None)),
        ("3-4, usually 5", (4, 5, None)),
        ("3 4, two and a half years ago", (3, 4, "2024-05-20")),
    ],
)
def test_pain_is_told_with_or_without_since_when(
    text: str, found: tuple[int, int | None, str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKPLAN_TODAY", "2026-11-20")
    assert pain._pain_said(text) == found


@pytest.mark.parametrize("text", ["", "awful", "3 11", "-1 3", "11", "3 4, soon", "3 4, tomorrow", "March 2019"])
def test_pain_that_is_not_told_is_asked_again(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKPLAN_TODAY", "2026-11-20")
    with pytest.raises(UsageError, match="from 0 to 10"):
        pain._pain_said(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [("2024-11", "2024-11-30"), ("the spring", "2026-04-15"), ("it started in spring", "2026-04-15"),
     ("last autumn", "2026-10-15"), ("winter", "2026-01-15"), ("in the summer of 2025", "2025-07-15"),
     ("spring last year", "2025-04-15"), ("I think it was in october", "2026-10-31"),
     ("about 3 years now", "2023-11-20"), ("about eighteen years", "2008-11-20")],
)  # fmt: skip
def test_since_when_may_be_a_season_or_stand_in_a_sentence(
    text: str, day: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BACKPLAN_TODAY", "2026-11-20")
    assert pain.since_when(text) == day
    assert ("Taken as since" in capsys.readouterr().out) == day.endswith("-15")


@pytest.mark.parametrize(
    ("text", "leg", "both"),
    [("buttock and a bit of the thigh", "thigh", False), ("into my right buttock and thigh", "thigh", False),
     ("a bit in my bottom", "buttock", False), ("just above the knee", "thigh", False),
     ("down to the knee", "calf", False), ("below the knee", "calf", False), ("sometimes the foot", "foot", False),
     ("to the thigh but not below the knee", "thigh", False), ("all the way down", "foot", False),
     ("both thighs", "thigh", True), ("calves", "calf", False), ("down the legs to the calf", "calf", True),
     ("no", "none", False), ("it stays in my lower back", "none", False), ("not in the leg", "none", False),
     ("not in leg", "none", False), ("no leg pain", "none", False), ("nothing down me legs", "none", False),
     ("just me bak", "none", False), ("it doesnt go in my leg", "none", False), ("legs are fine", "none", False)],
)  # fmt: skip
def test_the_farthest_part_of_the_leg_that_is_named_is_taken(
    text: str, leg: str, *, both: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "prompt", lambda *_: "not sure")  # whether below the knee: the cautious answer
    assert leg_said(text) == (leg, both, False)


def test_the_leg_that_words_are_taken_for_is_told_on_the_next_page_too(monkeypatch: pytest.MonkeyPatch) -> None:
    told = list[str]()
    monkeypatch.setattr(asking, "tell", told.append)
    leg_said("cant get down, bad hips")
    assert told == ["Leg: taken as buttock."]


@pytest.mark.parametrize(
    ("text", "levels"),
    [("5 all the time, had it years", (5, 5, "2024-11-20")), ("always a 5", (5, 5, None)),
     ("6 6, years", (6, 6, "2024-11-20")), ("5 every day since 2019", (5, 5, "2019-12-31")),
     ("4 now, constant, 6 when I walk, since 2019", (4, None, "2019-12-31")),
     ("about a 4 now, worse when I get up, 5 some mornings. since 2019", (4, None, "2019-12-31")),
     ("3 when sitting, 6 when I walk, since 2019", (6, None, "2019-12-31")),
     ("3 and now and then 6, since 2019", (6, None, "2019-12-31"))],
)  # fmt: skip
def test_what_is_called_now_or_always_is_taken_as_that(
    text: str, levels: tuple[int, int | None, str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKPLAN_TODAY", "2026-11-20")
    assert pain._pain_said(text) == levels


def test_the_day_that_was_said_before_is_shown_as_people_write_it(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = list[str | None]()

    def answered(_: str, default: str | None = None, *__: object) -> str:
        shown.append(default)
        return default or "none"

    monkeypatch.setattr(asking, "prompt", answered)
    document: Document = {"pain": {"now": 5, "usual": 4, "controlled": True, "since": "2026-09-30", "leg": "none"}}
    pain.ask_pain_first(document, Sitting(Workspace(ON, Path()), None))
    assert shown[0] == "5 4, 30 September 2026"
    assert document["pain"]["since"] == "2026-09-30"


def test_words_of_numbness_beside_a_part_of_the_leg_are_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["4 4, March 2026", "thigh, it goes numb", "y"])
    monkeypatch.setattr(asking, "prompt", lambda *_: next(answers))
    document: Document = {}
    pain.ask_pain_first(document, Sitting(Workspace(ON, Path()), None))
    assert (document["red_flags"], document["pain"]["leg"]) == (["one-leg-numbness"], "thigh")


@pytest.mark.parametrize(
    "text", ["into my right leg a bit", "both legs", "kneee", "not below the thigh", "not sure", "never goes"]
)
def test_which_part_of_the_leg_is_asked_where_none_is_named(text: str) -> None:
    with pytest.raises(UsageError, match="the farther one"):
        leg_said(text)


@pytest.mark.parametrize("text", ["doctor, tomorrow", "doctor, next month", "doctor, soon"])
def test_what_a_day_of_an_agreement_is_not_stands_in_a_sentence_of_its_own(text: str) -> None:
    with pytest.raises(UsageError, match=r"[^.]\. Or say who agreed, and nothing else"):
        clearance._clinician_and_day(text, ON)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mon wed fri 30", {"mon": 30, "wed": 30, "fri": 30}),
        ("Mon, Wed, Fri 30", {"mon": 30, "wed": 30, "fri": 30}),
        ("fri and mon, 30 minutes each", {"mon": 30, "fri": 30}),
        ("mon 20, sat an hour", {"mon": 20, "sat": 60}),
        ("mon, tue 20, sat 60", {"mon": 20, "tue": 20, "sat": 60}),
        ("mon 20, sat", {"mon": 20, "sat": 20}),
        ("sat, mon, 60, 20", {"mon": 20, "sat": 60}),
        ("weekends half an hour", {"sat": 30, "sun": 30}),
        ("30 on mondays and thursdays", {"mon": 30, "thu": 30}),
        ("every day for 15 minutes", dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 15)),
        ("mon,wed", {"mon": None, "wed": None}),
        ("tuesdays and thursdays after breakfast, half an hour or so", {"tue": 30, "thu": 30}),
        ("3x 20 min", {"mon": 20, "wed": 20, "fri": 20}),
        ("2x a week, 30", {"mon": 30, "thu": 30}),
        ("monday wednesday friday and maybe saturday, 20 minutes", {"mon": 20, "wed": 20, "fri": 20}),
        ("Tuesdays and Thursdays, maybe Sunday, 15 minutes", {"tue": 15, "thu": 15}),
        ("mon wed 30, perhaps fri 20", {"mon": 30, "wed": 30}),
        ("mon and thu, possibly sat and sun, half an hour", {"mon": 30, "thu": 30}),
        ("mon wed fri 20, and saturday if I can", {"mon": 20, "wed": 20, "fri": 20}),
        ("mon wed fri, about a quarter of an hour, sometimes 20", {"mon": 15, "wed": 15, "fri": 15}),
        ("tue 15, sometimes only 10", {"tue": 10}),
        ("mon 20 tue 30 fri 15 min", {"mon": 20, "tue": 30, "fri": 15}),
        ("most days 20", dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), 20)),
        ("any day 15 mins", dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 15)),
        ("week days for an hour", dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), 60)),
        ("3-4 days, 20 minutes", {"mon": 20, "wed": 20, "fri": 20}),
        ("a few days a week", {"mon": None, "wed": None, "fri": None}),
        ("mon wend fri", {"mon": None, "wed": None, "fri": None}),
        ("monday and tursday 20 mins", {"mon": 20, "thu": 20}),
        ("whenever I feel up to it, 20 minutes", {"mon": 20, "wed": 20, "fri": 20}),
        ("i dont mind", {"mon": None, "wed": None, "fri": None}),
        ("every morning, twenty minutes", dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 20)),
    ],
)
def test_days_are_told_with_or_without_their_minutes(text: str, found: dict[str, int | None]) -> None:
    assert days._days_and_minutes(text) == found


@pytest.mark.parametrize(
    "text", ["", "30", "monkey", "mon 4", "mon 500", "mon, tue, wed, 30, 40", "mon 30 tue soon", ",", "maybe monday"]
)
def test_days_that_are_not_told_are_asked_again(text: str) -> None:
    with pytest.raises(UsageError, match="minutes"):
        days._days_and_minutes(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("any 15", 15),
        ("all 15", 15),
        ("anyday 20", 20),
        ("any day, half an hour", 30),
        ("any", None),
        ("Any 15 min", 15),
    ],
)
def test_who_says_any_day_is_told_that_it_is_all_seven(
    text: str, minutes: int | None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(days._days_and_minutes(text).values()) == [minutes] * 7
    assert capsys.readouterr().out.startswith("Taken as all seven days.")


@pytest.mark.parametrize("text", ["any 3 days 15", "any weekend 20", "any day but sunday 15", "all week 15"])
def test_any_of_some_days_is_not_told_as_all_seven(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with suppress(UsageError):
        days._days_and_minutes(text)
    assert "seven" not in capsys.readouterr().out


def test_a_day_that_is_mistyped_is_taken_for_what_it_may_mean_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert days._days_and_minutes("mon wensday 30") == {"mon": 30, "wed": 30}
    assert "Taken as Monday and Wednesday." in capsys.readouterr().out
    with pytest.raises(UsageError, match="answer with minutes from 5 to 240"):
        days._minutes_on("mon,wed", "500")
    assert days._minutes_on("mon,wed", "20, 30") == {"mon": 20, "wed": 30}


def test_a_question_mark_explains_and_asks_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = iter(["?", "3"])
    monkeypatch.setattr(asking, "prompt", lambda *_: next(said))
    assert asking.until_right("How many?", None, asking.whole(0, 5), "Fingers of one hand.") == 3
    assert "Fingers of one hand." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("?", "say yes to it"),
        ("dunno", "say yes to it"),
        ("?2", "pass water"),
        ("? 1", "Numbness"),
        ("?99", "not on the list"),
    ],
)
def test_a_question_mark_explains_a_sign_line_by_line(
    said: str, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (first, *_) = lists(monkeypatch)
    answers = iter([said, "none"])
    monkeypatch.setattr(asking, "prompt", lambda *_: next(answers))
    assert asking.ByLines().several(first, [], back=False) == []
    after = capsys.readouterr().out.split("11. ")[1]
    assert told in after.partition("\n")[2]


@pytest.mark.parametrize(
    ("said", "read", "by_word"),
    [
        ("none of these", [], []),
        ("None.", [], []),
        ("nothing, thanks", [], None),
        ("no", [], None),
        ("2", ["b"], ["b"]),
    ],
)
def test_in_lines_too_an_emergency_is_ruled_out_by_the_word_none_alone(
    said: str, read: list[str], by_word: list[str] | None
) -> None:
    assert numbers(["a", "b"], typed=True)(said) == read
    strictly = numbers(["a", "b"], typed=True, by_word=True)
    if by_word is not None:
        assert strictly(said) == by_word
        return
    with pytest.raises(UsageError, match="the word none"):
        strictly(said)


def test_the_signs_that_cannot_wait_are_ruled_out_by_the_word_none_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    first, *others = lists(monkeypatch)
    assert first.by_word
    assert not any(listed.by_word for listed in others)


@pytest.mark.parametrize(
    ("said", "year", "told"),
    [("67", 1959, "67 years old"), ("59", 1967, "59 years old"), ("forty one", 1985, "41 years old"),
     ("'59", 1959, ""), ("05", 2005, ""), ("1959", 1959, "")],
)  # fmt: skip
def test_a_number_alone_is_an_age_which_is_told_and_no_second_question(
    said: str, year: int, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(asking, "prompt", lambda *_: said)
    document: Document = {}
    clearance.ask_born(document, Sitting(Workspace(ON, Path()), None))
    assert document == {"born": year}
    assert capsys.readouterr().out.strip() == (f"Taken as {told}." if told else "")


@pytest.mark.parametrize(
    ("said", "year"),
    [("born in 1959", 1959), ("12 March 1959", 1959), ("'59", 1959), ("I was born '59", 1959), ("67 years", 1959),
     ("nineteen fifty nine", 1959), ("ninteen sixty", 1960),
     ("n", None), ("born 58", 1958), ("I was born in nineteen oh eight.", 1908), ("two thousand and one", 2001),
     ("I am twenty five", 2001), ("skip", None), ("I'd rather not say", None)],
)  # fmt: skip
def test_a_year_of_birth_is_read_from_what_is_said_of_it(said: str, year: int | None) -> None:
    assert spoken.birth_year(said, 2026) == year
    with pytest.raises(UsageError):
        spoken.birth_year("1959 or 1960", 2026)


@pytest.mark.parametrize("said", ["none", "0", "nothing like that"])
def test_who_has_no_day_is_told_how_few_are_enough(said: str) -> None:
    with pytest.raises(UsageError, match="one day at least"):
        days._days_and_minutes(said)


@pytest.mark.parametrize(("said", "minutes"), [("0", 1), ("none", 1), ("skip", 5), ("don't know", 5)])
def test_no_minutes_in_comfort_are_the_fewest_there_are(said: str, minutes: int) -> None:
    assert comfort._minutes_or_kinds(said) == {"aerobic_minutes": minutes}


def test_days_and_minutes_that_are_not_sure_are_said_to_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    days._days_and_minutes("mon wed and maybe saturday, 20, sometimes 30")
    out = capsys.readouterr().out
    assert "Left out, as you are not sure: Saturday." in out
    assert "Taken as 20 minutes." in out


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("a quarter of an hour, sometimes 20", 15), ("20, sometimes only 10", 10), ("15 but on bad days 5", 5),
     ("15 maybe 20", 15), ("1 hour no problem", 60), ("seventeen", 17),
     ("I walk 3 hours a day but it hurts after 30 minutes", 15), ("20 but I have to rest after 10", 5),
     ("30 at best, sometimes 40", 15), ("pain comes on after 20", 10),
     ("2 miles", 30), ("about a mile", 15), ("500 metres", 5), ("50 yards", 1), ("to the shop and back", 5),
     ("round the block", 5), ("i dont walk much", 5), ("very little", 5)],
)  # fmt: skip
def test_of_comfortable_minutes_that_change_the_fewer_are_taken(said: str, minutes: int) -> None:
    assert comfort._minutes_or_kinds(said) == {"aerobic_minutes": minutes}


@pytest.mark.parametrize("said", ["skip", "not sure", "a little"])
def test_minutes_that_are_ours_are_said(said: str, capsys: pytest.CaptureFixture[str]) -> None:
    comfort._minutes_or_kinds(said)
    assert "Taken as 5 minutes" in capsys.readouterr().out


@pytest.mark.parametrize(("said", "minutes"), [("not long", 10), ("a little", 10), ("half hour", 30)])
def test_minutes_of_a_day_may_be_few(said: str, minutes: int) -> None:
    assert days._minutes_on("mon,wed", said) == {"mon": minutes, "wed": minutes}
    with pytest.raises(UsageError):
        days._minutes_on("mon,wed", "as long as it takes")


@pytest.mark.parametrize("said", ["me", "I did", "no one, just me", "my wife"])
def test_only_a_clinician_can_agree(said: str) -> None:
    with pytest.raises(UsageError, match="a clinician who agreed"):
        clearance._clinician_and_day(said, ON)


@pytest.mark.parametrize(
    ("said", "found"),
    [("the doctor in the summer", ("doctor", "2026-06-01")), ("doctor summer", ("doctor", "2026-06-01")),
     ("gp at easter", ("doctor", "2026-04-05")), ("midwife this morning", ("midwife", "2026-11-23")),
     ("doctor say ok", ("doctor", None)), ("doc sed yes", ("doctor", None)), ("doctor recently", ("doctor", None)),
     ("my physio, she said to do exercises", ("physiotherapist", None)), ("surgeon after the op", ("surgeon", None)),
     ("doctor when i asked him he refused", None), ("doctor said no", None), ("doctor didnt say", None)],
)  # fmt: skip
def test_who_agreed_is_heard_in_plain_words_and_no_less_than_that(
    said: str, found: tuple[str, str | None] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKPLAN_TODAY", ON.isoformat())
    if found:
        assert clearance._clinician_and_day(said, ON) == found
        return
    with pytest.raises(UsageError):
        clearance._clinician_and_day(said, ON)


@pytest.mark.parametrize("said", ["skip", "0", "no nothing like that", "i havent asked", "waiting to see the physio"])
def test_who_passes_by_the_agreement_has_none(said: str) -> None:
    assert clearance._clinician_and_day(said, ON) == ("none", None)


@pytest.mark.parametrize(
    ("said", "slip"), [("", False), ("right", False), ("wrong", True), ("no sorry that is years ago", True)]
)
def test_a_wrong_sign_is_said_to_be_wrong_in_ones_own_words(
    said: str, slip: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "prompt", lambda *_: said)
    assert signs._slipped() is slip


@pytest.mark.parametrize("said", ["not wrong", "no, that is right", "no mistake", "perhaps"])
def test_what_may_mean_that_a_sign_is_right_takes_none_back(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([said, ""])
    monkeypatch.setattr(asking, "prompt", lambda *_: next(answers))
    assert signs._slipped() is False


WORDS = {"knee-issue": "Knee trouble", "heart-disease": "A disease of the heart"}


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("my bad knees", ["knee-issue"]),
        ("knee, heart", ["knee-issue", "heart-disease"]),
        ("my knee is bad and my heart too", ["knee-issue", "heart-disease"]),
        ("2", ["heart-disease"]),
        ("heart 1", None),
        ("no knee", None),
    ],
)
def test_in_lines_too_an_answer_may_be_told_by_its_words(said: str, read: list[str] | None) -> None:
    reader = numbers(["knee-issue", "heart-disease"], words=WORDS)
    if read is None:
        with pytest.raises(UsageError):
            reader(said)
    else:
        assert reader(said) == read


@pytest.mark.parametrize(
    ("said", "taken"),
    [("it went to about seven", 7), ("I think six", 6), ("three before, seven after", 7), ("worst was a 4", 4)],
)
def test_a_number_of_pain_in_a_sentence_is_taken_and_said(
    said: str, taken: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asking.aloud(said) == taken
    assert capsys.readouterr().out == f"  Taken as {taken}.\n"


@pytest.mark.parametrize("said", ["it hurt for 5 minutes", "eleven", "it was not a 7", "no more pain than 20"])
def test_what_is_no_number_of_pain_is_asked_again(said: str) -> None:
    with pytest.raises(UsageError):
        asking.aloud(said)


@pytest.mark.parametrize(("answer", "flags"), [("y", ["both-legs"]), ("n", [])])
def test_who_names_both_legs_is_asked_whether_that_is_a_sign_that_cannot_wait(
    answer: str, flags: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["4 4, March 2026", "both thighs", answer])
    monkeypatch.setattr(asking, "prompt", lambda *_: next(answers))
    document: Document = {}
    pain.ask_pain_first(document, Sitting(Workspace(ON, Path()), None))
    assert document.get("red_flags", []) == flags
    assert document["pain"]["leg"] == "thigh"
