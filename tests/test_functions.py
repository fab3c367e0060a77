"""No function grows too long to be read at one look."""

import ast
from collections.abc import Iterable, Iterator

from tests.support.source import nodes

LONGEST = 40  # lines from its `def` to its end, docstring and all


def lengths(found: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
    """Each function of some code, nested ones too, and how many lines it has."""
    for node in found:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_function_has_more_than_forty_lines() -> None:
    found = [(path, name, many) for path, file in nodes().items() for name, many in lengths(file)]
    assert len(found) > 1000
    long = [f"{path}: {name} has {many} lines" for path, name, many in found if many > LONGEST]
    assert not long, "\n".join(long)


def walked(text: str) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(text))


def test_a_function_is_as_long_as_its_lines_wherever_it_stands() -> None:
    body = '    """Says what."""\n' + "    x = 1\n" * (LONGEST - 2)
    assert [*lengths(walked(f"@cache\ndef one():\n{body}"))] == [("one", LONGEST)]
    inner = "".join(f"    {line}\n" for line in f"async def two():\n{body}    x = 1".splitlines())
    assert [*lengths(walked(f"class Some:\n{inner}"))] == [("two", LONGEST + 1)]
