"""What somebody means to change at the end of the interview, in their own words."""

import pytest

from backplan.cli.interview import course
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
