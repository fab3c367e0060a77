"""What a reason in words spares."""

import pytest

from backplan.library.load import load
from backplan.model.sparing import spared_by, sparing

ALL = load().exercises


@pytest.mark.parametrize(
    ("reason", "tags"),
    [
        ("wrists", {"wrist-issue"}), ("it hurts my left hand", {"wrist-issue"}), ("Bad knees", {"knee-issue"}),
        ("i cant kneel", {"knee-issue"}), ("my shoulder clicks", {"shoulder-issue"}), ("hip pain", {"hip-issue"}),
        ("hands and knees", {"wrist-issue", "knee-issue"}), ("makes me dizzy", {"dizziness"}),
        ("cant get down on the floor", {"no-floor"}), ("i wobble", {"balance-poor"}), ("boring", set()), (None, set()),
    ],
)  # fmt: skip
def test_a_reason_names_what_is_to_be_spared(reason: str | None, tags: set[str]) -> None:
    assert spared_by(reason) == tags


def test_what_asks_care_of_it_is_left_out_as_long_as_something_else_is_there() -> None:
    kneeling = [each for each in ALL if each.position == "quadruped"]
    left = sparing(ALL, "wrists")
    assert 0 < len(left) < len(ALL)
    assert not any("wrist-issue" in each.precautions for each in left)
    assert sparing(ALL, "boring") == ALL
    wrists = tuple(each for each in kneeling if "wrist-issue" in each.precautions)
    assert sparing(wrists, "wrists") == wrists, "all of them where none spares it"
