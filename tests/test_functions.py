"""No function grows too long to be read at one look."""

import ast
from collections.abc import Iterator
from pathlib import Path

SRC = Path(__file__).resolve().parents[1] / "src"
LONGEST = 40  # lines from its `def` to its end, docstring and all


def lengths(text: str) -> Iterator[tuple[str, int]]:
    """Each function of some code, nested ones too, and how many lines it has."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_function_has_more_than_forty_lines() -> None:
    files = sorted(SRC.rglob("*.py"))
    found = [(file, name, many) for file in files for name, many in lengths(file.read_text(encoding="utf-8"))]
    assert len(found) > 1000
    long = [f"{file.relative_to(SRC)}: {name} has {many} lines" for file, name, many in found if many > LONGEST]
    assert not long, "\n".join(long)


def test_a_function_is_as_long_as_its_lines_wherever_it_stands() -> None:
    body = '    """Says what."""\n' + "    x = 1\n" * (LONGEST - 2)
    assert [*lengths(f"@cache\ndef one():\n{body}")] == [("one", LONGEST)]
    inner = "".join(f"    {line}\n" for line in f"async def two():\n{body}    x = 1".splitlines())
    assert [*lengths(f"class Some:\n{inner}")] == [("two", LONGEST + 1)]
