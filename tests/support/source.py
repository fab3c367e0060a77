"""The code of backplan as it is parsed: read once, whichever test asks."""

import ast
from functools import cache
from pathlib import Path

SRC = Path(__file__).resolve().parents[2] / "src"


@cache
def nodes() -> dict[Path, list[ast.AST]]:
    """Each file of backplan, by its place, and all that stands in it."""
    files = sorted(SRC.rglob("*.py"))
    return {file.relative_to(SRC): [*ast.walk(ast.parse(file.read_text(encoding="utf-8")))] for file in files}
