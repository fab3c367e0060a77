"""One name, one meaning: no two classes are called the same, and no function by a word that fits any."""

import ast
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1] / "src" / "backplan"
# What a file says, checked by pydantic at the door, and the value that is made of it.
AT_THE_DOOR = {"CopingPage", "Dose", "Exercise", "Figure", "Pose", "Source"}


def test_no_two_classes_are_called_the_same() -> None:
    files = (ast.parse(path.read_text(encoding="utf-8")) for path in ROOT.rglob("*.py"))
    found = Counter(node.name for tree in files for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    assert {name for name, times in found.items() if times > 1 and not name.startswith("_")} == AT_THE_DOOR


# Whatever was read, asked or decided could be called so: it is called by what it holds, a function by what comes back.
SAYS_NOTHING = {"said", "told", "known", "judged"}


def names(tree: ast.Module) -> set[str]:
    """All that is given a name: functions, their arguments, variables and fields."""
    given = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    given |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return given | {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }


def test_nothing_is_called_by_a_word_that_fits_any() -> None:
    files = {path.name: ast.parse(path.read_text(encoding="utf-8")) for path in ROOT.rglob("*.py")}
    assert not {(file, name) for file, tree in files.items() for name in names(tree) if name.strip("_") in SAYS_NOTHING}
