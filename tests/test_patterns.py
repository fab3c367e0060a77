"""A regular expression that is compiled when it is first used is the one that is compiled at once."""

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backplan.patterns import on_first_use

WRITTEN = ((r"\bback\b", 0), (r"(?P<what>[a-z]+) (\d+)", re.IGNORECASE), (r"[,;] ?", 0), (r"^$", re.MULTILINE))


@given(st.sampled_from(WRITTEN), st.text("ack b3;,B\n"))
def test_it_finds_what_the_compiled_one_finds(written: tuple[str, int], text: str) -> None:
    late, at_once = on_first_use(*written), re.compile(*written)
    for way in ("search", "match", "fullmatch"):
        assert str(getattr(late, way)(text)) == str(getattr(at_once, way)(text))
    assert [*map(str, late.finditer(text))] == [*map(str, at_once.finditer(text))]
    assert (late.findall(text), late.sub("x", text)) == (at_once.findall(text), at_once.sub("x", text))
    assert (late.split(text), late.pattern) == (at_once.split(text), at_once.pattern)


def test_it_is_compiled_when_it_is_used_and_not_before() -> None:
    broken = on_first_use("(")
    with pytest.raises(re.error):
        broken.search("")


def test_what_reads_words_compiles_next_to_nothing_as_it_is_loaded() -> None:
    code = (
        "import re, sys; made = []; at_once = re.compile\n"
        "def compiled(text, flags=0):\n"
        "    made.append((sys._getframe(1).f_globals['__name__'], text))\n"
        "    return at_once(text, flags)\n"
        "re.compile = compiled\n"
        "import backplan.cli.log_words, backplan.planner.diary.sign_words, backplan.model.activities\n"
        "print(*(each for each in made if each[0].startswith('backplan') and len(each[1]) > 60), sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert not done.stdout.strip()
