"""The two pages for who works on the code name nothing that is not there."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parents[1]
HOLD_CODE = ("src", "tests", "tools", "bench", "data")
PAGES = ("docs/contributing.md", "docs/adding.md")
MADE_UP = re.compile(r"my_rule|FOLDER|NAME|<|\*")  # what a page calls something that is still to be added
FILE = re.compile(r"/|\.(?:py|yaml|md|txt|html|json)$")


def named(page: str) -> Iterator[str]:
    """What a page names in backticks, but for lines to type."""
    yield from (name for name in re.findall(r"`([^`]+)`", page) if " " not in name and not MADE_UP.search(name))


def placed(page: str) -> Iterator[tuple[str, str]]:
    """Each name of the code with the file that a page says it stands in: `Mode` (`model/vocabulary.py`)."""
    yield from re.findall(r"`(\w+)`(?: \(| in | of )`([\w/]+\.py)`", " ".join(page.split()))


def missing(page: str, code: Mapping[str, str]) -> list[str]:
    """What a page names that no file is called and none has, or not the file that it is said to stand in; ``code`` has
    the text of each file under its path.
    """
    words = {word for text in code.values() for word in re.findall(r"\w+", text)}
    paths = {"/".join(parts[a:b]) for parts in (PurePosixPath(path).parts for path in code) for a in range(len(parts))
             for b in range(a + 1, len(parts) + 1)}  # fmt: skip

    def there(name: str) -> bool:
        if FILE.search(name):
            return name.rstrip("/") in paths
        return all(has(words, part) for part in re.findall(r"[A-Za-z_]\w+", name))

    def holds(name: str, file: str) -> bool:
        texts = [text for path, text in code.items() if f"/{path}".endswith(f"/{file}")]
        return any(has(set(re.findall(r"\w+", text)), name) for text in texts)

    gone = [name for name in named(page) if not there(name)]
    elsewhere = [
        f"{name} in {file}" for name, file in placed(page) if not MADE_UP.search(name) and not holds(name, file)
    ]
    return gone + elsewhere


def has(words: set[str], name: str) -> bool:
    """Whether a name is among words; of a long one, as tests have, its beginning will do."""
    return name in words or (name.startswith("test_") and any(word.startswith(name) for word in words))


@pytest.fixture(scope="module")
def code() -> dict[str, str]:
    held = [path for folder in HOLD_CODE for path in (ROOT / folder).rglob("*.*")]
    files = [
        path for path in (*held, *ROOT.glob("*.*"), *(ROOT / "docs").iterdir(), ROOT / ".ci/run") if path.is_file()
    ]
    read = {".py", ".yaml", ".toml"}
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") if path.suffix in read else ""
        for path in files
        if "__pycache__" not in path.parts and path != Path(__file__)
    }


@pytest.mark.parametrize("page", PAGES)
def test_what_the_pages_on_working_here_name_is_there(page: str, code: Mapping[str, str]) -> None:
    assert not missing((ROOT / page).read_text(encoding="utf-8"), code)


def test_a_file_or_a_name_that_is_gone_or_has_moved_is_missed() -> None:
    there = "`planner/week.py`, `test_the_week`, `Week.of` and `lay` in `week.py`"
    code = {"src/planner/week.py": "def lay() -> Week.of", "tests/a.py": "def test_the_week_is_laid()"}
    assert missing(f"{there}; `planner/case.py`, `Was`, `lay` (`a.py`)", code) == [
        "planner/case.py",
        "Was",
        "lay in a.py",
    ]


def test_every_tool_and_bench_answers_to_help() -> None:
    files = [path for folder in ("tools", "bench") for path in (ROOT / folder).glob("*.py")]
    assert files
    assert not [path.name for path in files if "parse_args(" not in path.read_text(encoding="utf-8")]
