"""What somebody means to change at the end of the interview, in their own words."""

import pytest

from backplan.cli.interview import course, pain
from backplan.cli.interview.meant import section_meant
from backplan.errors import UsageError


@pytest.mark.parametrize(
    ("said", "meant"),
    [("the pain goes into the thigh a bit", "pain"), ("usually it is a 5", "pain"), ("chnage days", "time"),
     ("monday is wrong", "time"), ("it was the physio", "clearance"), ("my hip hurts too", "body"),
     ("I forgot my blood pressure", "body"), ("I'm 68", "born"), ("I can walk 20 minutes", "tolerance"),
     ("my leg is numb", "signs"), ("4", "pain"), ("7", "tolerance"), ("yes", ""),
     ("looks right", ""), ("", "")],
)  # fmt: skip
def test_the_section_of_which_most_is_named_is_meant(said: str, meant: str) -> None:
    assert course._numbered(course.FIRST, said) == meant


@pytest.mark.parametrize("said", ["something else", "0", "8", "hm", "change 5", "yep"])
def test_what_names_no_section_is_asked_again(said: str) -> None:
    with pytest.raises(UsageError, match="a word of it"):
        course._numbered(course.FIRST, said)


def test_every_section_is_named_by_some_words_and_none_that_is_not_there() -> None:
    sections = {section.name for section in (*course.FIRST, *course.SECTIONS)}
    words = "age signs doctor pain health days walking level likes want band"
    named = {section_meant(word, [each.name for each in course.FIRST]) for word in words.split()} - {""}
    assert named == {section.name for section in course.FIRST}
    assert {section_meant(word, sections) for word in words.split()} <= sections
    assert section_meant("my knees", ["pain"]) == ""


@pytest.mark.parametrize(
    ("said", "levels"),
    [("my pain is 4 now", {"now": 4}), ("pain now 4", {"now": 4}), ("the pain is four today", {"now": 4}),
     ("usually it is a 5", {"usual": 5}), ("pain is 4 now, usually 3", {"now": 4, "usual": 3}),
     ("my usual pain is 6/10", {"usual": 6}), ("pain should be 4 out of 10", {"now": 4}),
     ("my pain is 4 in the thigh", {}), ("my leg pain is 4 now", {}), ("pain 4 since 2019", {}), ("pain 3 4", {}),
     ("the pain is not 4", {}), ("my pain is 12 now", {}), ("pain", {}), ("pain 4, pain 6", {})],
)  # fmt: skip
def test_levels_of_pain_that_are_said_alone_are_taken_and_others_asked_about(said: str, levels: dict[str, int]) -> None:
    assert pain.levels_to_change(said) == levels


@pytest.mark.parametrize("text", ["4", "number 4", "the 4", "change 4", "4 please"])
def test_a_bare_number_is_that_of_a_line_and_no_level_of_pain(text: str) -> None:
    assert pain.levels_to_change(text) == {}
    assert pain.levels_to_change("my pain is 4 now") == {"now": 4}
