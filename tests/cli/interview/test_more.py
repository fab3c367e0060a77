"""What the later questions read: strokes in a sentence, and the things of a gym among those that there are."""

from typing import Any

import pytest

from backplan.cli.interview import more
from backplan.cli.terminal import asking
from backplan.cli.terminal.listed import AnswerList
from backplan.errors import UsageError


@pytest.mark.parametrize(
    ("said", "swims"),
    [
        ("only breaststroke and not far", ["breaststroke"]),
        ("front crawl, backstroke", ["front-crawl", "backstroke"]),
        ("crawl", ["front-crawl"]),
        ("back crawl and breast", ["backstroke", "breaststroke"]),
        ("freestyle", ["front-crawl"]),
        ("yes", True),
        ("no", False),
    ],
)
def test_strokes_are_found_in_a_sentence(said: str, swims: bool | list[str]) -> None:
    assert more._swims(said) == swims


@pytest.mark.parametrize(
    "said", ["not breaststroke", "anything except breaststroke", "I can't do breaststroke", "cant do crawl"]
)
def test_a_stroke_that_is_denied_is_asked_again(said: str) -> None:
    with pytest.raises(UsageError):
        more._swims(said)


@pytest.mark.parametrize(
    ("found", "asked"), [([], None), (["pool"], None), (["band", "pool", "rower"], {"band", "rower"})]
)
def test_only_what_there_is_and_no_pool_may_stand_in_a_gym(
    found: list[str], asked: set[str] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists = list[AnswerList]()

    def several(listed: AnswerList, chosen: list[str]) -> list[str]:
        lists.append(listed)
        return found if len(lists) == 1 else []

    monkeypatch.setattr(asking, "several", several)
    monkeypatch.setattr(more, "_ask_pool_days", lambda _: None)
    document: dict[str, Any] = {"time": {}}
    more.ask_equipment(document, None)  # type: ignore[arg-type]
    gym = [set(listed.choices) for listed in lists if "gym and not" in listed.question]
    assert gym == ([] if asked is None else [asked])
    assert document["equipment"] == found


@pytest.mark.parametrize(
    ("text", "days"),
    [("thursday mornings", ["thu"]), ("tue, fri", ["tue", "fri"]), ("once a week", []), ("any", []), ("", []),
     ("weekends", ["sat", "sun"]), ("any day but mon", ["tue", "wed", "thu", "fri", "sat", "sun"])],
)  # fmt: skip
def test_days_for_the_pool_are_understood_as_people_say_them(text: str, days: list[str]) -> None:
    assert more._pool_days(text) == days


def test_what_is_no_day_is_asked_again_in_plain_words() -> None:
    with pytest.raises(UsageError, match="like tue,fri; or any"):
        more._pool_days("when it is warm")
