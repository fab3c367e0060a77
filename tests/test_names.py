"""One name, one meaning: no two classes are called the same, and no function by a word that fits any."""

import ast
from collections import Counter
from collections.abc import Iterator, Sequence

from tests.support.source import nodes

# What a file says, checked by pydantic at the door, and the value that is made of it.
AT_THE_DOOR = {"CopingPage", "Dose", "Exercise", "Figure", "Pose", "Source"}


def test_no_two_classes_are_called_the_same() -> None:
    found = Counter(node.name for file in nodes().values() for node in file if isinstance(node, ast.ClassDef))
    assert {name for name, times in found.items() if times > 1 and not name.startswith("_")} == AT_THE_DOOR


# Whatever was read, asked or decided could be called so: it is called by what it holds, a function by what comes back.
SAYS_NOTHING = {"said", "told", "known", "judged"}


def names(file: Sequence[ast.AST]) -> Iterator[str]:
    """All that is given a name: functions, their arguments, variables and fields."""
    for node in file:
        if isinstance(node, ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def test_nothing_is_called_by_a_word_that_fits_any() -> None:
    assert not {
        (path, name) for path, file in nodes().items() for name in names(file) if name.strip("_") in SAYS_NOTHING
    }
