"""Why a file is not valid YAML, in plain words: on which line, what is wrong there, and how it should look.

The parser stops where it can go on no longer, which is often a line behind the one that is wrong; so the lines around
it are looked at first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import yaml

from backplan.files.yaml import COLON_WITHIN, MAX_DEPTH, QUOTES, place_behind, quoted, shown
from backplan.named_tuple import NamedTuple

LONGEST_LINE = 200  # characters of a line that is looked into, and shown mended
MOST_LINES = 400  # before the one where the parser stopped

_NEVER_CLOSED = "found unexpected end of stream"
_BACKSLASH = "in double quotes a backslash is no plain sign: write two of them, or single quotes"
_SENTENCES: Mapping[str, str] = {
    "mapping values are not allowed": COLON_WITHIN,
    "found character that cannot start any token": f"a text cannot begin with this sign: {QUOTES}",
    "mapping keys are not allowed": f"a text cannot begin with ?: {QUOTES}",
    "found undefined tag handle": f"a text cannot begin with !: {QUOTES}",
    "did not find expected tag URI": f"a text cannot begin with !: {QUOTES}",
    "did not find expected node content": "a text or a number belongs before this sign; write it, or take the sign out",
    "block sequence entries are not allowed": "an item with a dash goes on a line of its own, below its key",
    "did not find expected comment or line break": "behind | or > a text begins on the next line; or take the sign out",
    "found unknown escape character": _BACKSLASH,
    "did not find expected hexdecimal number": _BACKSLASH,
    "found unexpected document indicator": "a quote is opened above and not closed before this line",
    _NEVER_CLOSED: "a quote is opened and never closed",
    "did not find expected ',' or '}'": f"a comma or a closing }} is missing, or a text holds a colon: {QUOTES}",
    "did not find expected ',' or ']'": f"a comma or a closing ] is missing, or a text holds a colon: {QUOTES}",
    "could not find expected ':'": "a key needs a colon and a space behind it, like `why: text`",
    "did not find expected key": "this line is set in differently from those above, or text follows a closing quote",
    "did not find expected '-' indicator": "this line is set in differently from the items above it",
    "did not find expected <document start>": "this line does not go with those above; check how it is set in",
    "did not find expected alphabetic or numeric character": f"a text cannot begin with & or *: {QUOTES}",
}


class _Line(NamedTuple):
    """A line of a file: its number from 0, the columns of its dashes, and where its key or text begins."""

    number: int
    text: str
    dashes: tuple[int, ...]
    column: int

    @property
    def body(self) -> str:
        return self.text[self.column :]

    @property
    def key(self) -> str | None:
        found = _KEY.match(self.body)
        return found[1] if found else None

    @property
    def first(self) -> int:
        """Where it begins, a dash being a beginning."""
        return min((*self.dashes, self.column))


class _Stop(NamedTuple):
    """Where the parser stopped: in which line and column, the last line with a text above it, and what opened what was
    being read.
    """

    line: _Line
    column: int
    above: _Line | None
    opened: _Line
    opened_at: int
    lines: Sequence[_Line]
    problem: str
    context: str

    @property
    def in_brackets(self) -> bool:
        return "flow" in self.context

    @property
    def about(self) -> Iterator[_Line]:
        """The lines that may be wrong, the nearest first."""
        yield self.line
        if self.above:
            yield self.above


class _Wrong(NamedTuple):
    """What is wrong with a line, at which column of it from 0, and how it should look where that is known."""

    line: _Line
    column: int
    sentence: str
    mended: str | None = None


_KEY = re.compile(r"(\w[\w-]*) *:(?: |$)")
_ODD_SPACE = re.compile(r"(?m)^[ ]*(?:- *)?([\u00a0\u2000-\u200a\u202f\u205f\u3000])")


def misread(error: yaml.MarkedYAMLError, text: str) -> str:
    """Where the parser stopped, and what is wrong there in plain words, with the line mended where that is known."""
    stop = _stopped(error, text)
    found = next(filter(None, (look(stop) for look in _LOOKS)), None) if stop else None
    if found:
        like = f", like this: {shown(found.mended.strip())}" if found.mended else ""
        return f"{found.line.number + 1}:{found.column + 1}: this is not valid YAML: {found.sentence}{like}"
    if odd := _ODD_SPACE.search(text):
        return f"{place_behind(text[: odd.start(1)])}: this is not valid YAML: {_ONLY_LOOKS}"
    return _as_parsed(error, text)


_TABLE = re.compile(r"\s*\|[^|\n]+\|[^\n]*\n\s*\|")
_OF_YAML = re.compile(r"(?:- +)*(?:[a-z][a-z_]*:(?: |$)|[{\[\"'])")
_BY_HAND = re.compile(r"[^\W\d_]|\d{1,2}[.)] |[*•] ")


def is_written_by_hand(text: str) -> bool:
    """Whether a text that is no YAML was never meant to be: a table drawn with |, or a list of lines with hardly a key
    among them, which a colon within a line, or a star before it, has broken.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    keys = sum(_OF_YAML.match(line) is not None for line in lines)
    starts = bool(lines) and _BY_HAND.match(lines[0]) is not None and not _OF_YAML.match(lines[0])
    return _TABLE.match(text) is not None or (starts and 3 * keys < len(lines))


_ONLY_LOOKS = "a space stands here that only looks like one; set lines in with plain spaces"


def _stopped(error: yaml.MarkedYAMLError, text: str) -> _Stop | None:
    """Where the parser stopped, with the lines around it; None where it does not say or no line can be looked into."""
    mark = error.problem_mark or error.context_mark
    texts = text.splitlines()
    if mark is None or not texts:
        return None
    at = min(mark.line, len(texts) - 1)
    since = max(0, at - MOST_LINES)
    lines = [_line(number, each[:LONGEST_LINE]) for number, each in enumerate(texts[since : at + 1], since)]
    column = mark.column if mark.line == at else len(texts[at])
    filled = [each for each in lines[:-1] if each.body.strip() and not each.body.startswith("#")]
    opened = error.context_mark or mark
    opening = _line(opened.line, texts[min(opened.line, at)][:LONGEST_LINE])
    return _Stop(lines[-1], column, filled[-1] if filled else None, opening, opened.column,
                 filled, str(error.problem), str(error.context))  # fmt: skip


_DASHES = re.compile(r" *(?:- +)*")


def _line(number: int, text: str) -> _Line:
    begins = _DASHES.match(text)
    column = begins.end() if begins else 0
    return _Line(number, text, tuple(at for at in range(column) if text[at] == "-"), column)


def _tab(stop: _Stop) -> _Wrong | None:
    if not stop.line.text[stop.column :].startswith("\t"):
        return None
    return _Wrong(stop.line, stop.column, "a tab stands here; set lines in with spaces")


_BULLET = re.compile(r"( *)(?:[•●▪‣·*–—−]|\d{1,2}[.)]) *(?=\w)(.*)")


def _bullet(stop: _Stop) -> _Wrong | None:
    """A list that begins its items as word processors do."""
    for line in () if stop.in_brackets else stop.about:
        if found := _BULLET.fullmatch(line.text):
            sentence = "an item of a list begins with a dash and a space"
            return _Wrong(line, len(found[1]), sentence, f"- {found[2]}")
    return None


_NO_SPACE = re.compile(r"( *)-(?=[^\W\d]|[\"'\[{])(.*)")


def _dash(stop: _Stop) -> _Wrong | None:
    """A dash without the space that makes it the beginning of an item."""
    for line in () if stop.in_brackets else stop.about:
        if found := _NO_SPACE.fullmatch(line.text):
            return _Wrong(line, len(found[1]), "a space belongs behind the dash", f"- {found[2]}")
    return None


_CLOSES = {"{": "}", "[": "]"}
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|(?<![\w])'(?:[^']|'')*'")


def _unclosed(text: str) -> tuple[list[int], int | None]:
    """Where brackets are opened in a line and not closed, and the first that closes what is not open."""
    bare = _QUOTED.sub(lambda found: "x" * len(found[0]), text)
    opened: list[int] = []
    for at, char in enumerate(bare):
        if char in _CLOSES:
            opened.append(at)
        elif char in _CLOSES.values():
            if not opened or _CLOSES[bare[opened[-1]]] != char:
                return opened, at
            opened.pop()
    return opened, None


def _bracket(stop: _Stop) -> _Wrong | None:
    """A bracket that is never closed, closed by another, or closed without having been opened."""
    line = stop.opened if stop.in_brackets else stop.line
    opened, strange = _unclosed(line.text)
    if len(opened) > MAX_DEPTH:
        return _Wrong(line, opened[MAX_DEPTH], f"more than {MAX_DEPTH} levels of nesting")
    if strange is not None:
        sign = line.text[strange]
        if not opened:
            return _Wrong(line, strange, f"this {sign} closes nothing; take it out, or write the bracket that opens it")
        wanted = _CLOSES[line.text[opened[-1]]]
        right: str | None = line.text[:strange] + wanted + line.text[strange + 1 :]
        right = right if right and _unclosed(right) == ([], None) else None
        return _Wrong(line, strange, f"a {wanted} belongs here, not a {sign}", right)
    if not opened or (line.number == stop.line.number and stop.line.text[stop.column :].strip()):
        return None
    missing = "".join(_CLOSES[line.text[at]] for at in reversed(opened))
    ends = line.text.rstrip()
    mended = None if ends.endswith((",", "{", "[")) else ends + missing
    return _Wrong(line, opened[-1], f"{line.text[opened[-1]]} is opened here and never closed: {missing[0]} is missing",
                  mended)  # fmt: skip


_NO_COMMA = re.compile(r"([\w-]+: +[^\s,\"'\[\]{}]+)( +)(?=\w[\w-]*: )")


def _comma(stop: _Stop) -> _Wrong | None:
    """Two keys in brackets with no comma between them."""
    if not stop.in_brackets or not (found := _NO_COMMA.search(stop.line.text)):
        return None
    return _Wrong(stop.line, found.start(2), "a comma is missing", _NO_COMMA.sub(r"\1, ", stop.line.text))


_NO_SPACE_BEHIND = re.compile(r"([^\W\d][\w-]*):(?=[^\s:/\d]|\d+$)")
_BARE_KEY = re.compile(r"[a-z][a-z_]*\s*")
_NO_COLON = re.compile(r"([a-z][a-z_]*) *(?:=| ) *(?=[^\s=:])([^:]*)")


def _colon(stop: _Stop) -> _Wrong | None:
    """A key without its colon, or a colon without the space behind it."""
    for line in () if stop.in_brackets else stop.about:
        start, body = line.text[: line.column], line.body
        if found := _NO_SPACE_BEHIND.match(body):
            mended = f"{start}{found[1]}: {body[found.end() :]}"
            return _Wrong(line, line.column + found.end(), "a space belongs behind the colon", mended)
        below = line is stop.above and not line.dashes
        if below and _BARE_KEY.fullmatch(body) and (stop.line.dashes or stop.line.column >= line.column):
            sentence = "a key needs a colon behind it"
            return _Wrong(line, line.column + len(body.rstrip()), sentence, f"{start}{body.rstrip()}:")
        beside = line is stop.above and line.column == stop.line.column and stop.line.key and not stop.line.dashes
        if beside and (found := _NO_COLON.fullmatch(body)):
            sentence = "a key needs a colon and a space behind it"
            return _Wrong(line, line.column + found.end(1), sentence, f"{start}{found[1]}: {found[2]}")
        if beside and not line.key and line.dashes:
            which = quoted(line.text.strip())
            return _Wrong(line, line.column, f"`{which}` has no key, so no other key can stand below it; begin it with "
                                             "its key and a colon, like `- key: text`")  # fmt: skip
    return None


_BEHIND_QUOTE = re.compile(r"((?:[\w-]+: +)?)(?:\"([^\"]*)\"|'([^']*)')\s*([^\s#,:\]}][^\"]*?)\s*$")


def _behind_quote(stop: _Stop) -> _Wrong | None:
    """A text that goes on behind its closing quote."""
    line = stop.line
    if stop.in_brackets or not (found := _BEHIND_QUOTE.match(line.body)) or line.text.rstrip().endswith("'"):
        return None
    inside = found[2] if found[2] is not None else found[3]
    mended = None if '"' in inside else f'{line.text[: line.column]}{found[1]}"{inside.rstrip()} {found[4]}"'
    return _Wrong(line, line.column + found.start(4), "text follows a closing quote: put all of it in quotes", mended)


_COLUMNS = ("mapping values", "did not find expected key", "did not find expected '-'",
            "did not find expected <document", "could not find expected ':'")  # fmt: skip


def _set_in(stop: _Stop) -> _Wrong | None:
    """A line that begins in another column than the one it goes with."""
    line = stop.line
    is_first = line.key is None or stop.column <= line.column + len(line.key) + 1
    if stop.in_brackets or not is_first or not stop.problem.startswith(_COLUMNS):
        return None
    beside = min(_open_columns(stop), key=lambda each: (abs(each[0] - line.first), -each[0]), default=None)
    if beside is None or beside[0] == line.first:
        return None
    column, other = beside
    more = "; a text that goes on over two lines goes in quotes" if _goes_on(other) else ""
    goes_with = f"the one it goes with (`{quoted(other.text.strip())}`) in column {column + 1}"
    sentence = f"this line begins in column {line.first + 1}, {goes_with}: begin both in the same column{more}"
    return _Wrong(line, line.first, sentence)


def _goes_on(line: _Line) -> bool:
    """Whether a line holds a text of several words, which may go on in the next."""
    text = line.body.partition(":")[2].strip()
    return bool(line.key) and " " in text and text[0] not in _CLOSES


def _open_columns(stop: _Stop) -> Iterator[tuple[int, _Line]]:
    """The columns in which a line like the one that is wrong may begin, each with a line that begins there."""
    least = LONGEST_LINE
    for line in reversed(stop.lines):
        if line.first < least:
            least = line.first
            if stop.line.dashes:
                yield from ((at, line) for at in line.dashes)
            elif line.key:
                yield line.column, line


_LOOKS: Sequence[Callable[[_Stop], _Wrong | None]] = (
    _tab,
    _bullet,
    _dash,
    _bracket,
    _comma,
    _colon,
    _behind_quote,
    _set_in,
)

# What the parser says, where no line tells more.

_IN_BLOCK = re.compile(r"(\s*(?:- +)*(?:[\w-]+: +)?)([^\s\"'\[{].*?)\s*$")
_IN_FLOW = re.compile(r"([\w-]+: +)([^\s,\"'\[\]{}][^,\"\[\]{}]*: [^,\"\[\]{}]*?)(?= *[,}\]])")
_APOSTROPHE = re.compile(r"(\s*(?:- +)*[\w-]+: +)'([^\"]*'[^\"]*)'\s*$")


def _as_parsed(error: yaml.MarkedYAMLError, text: str) -> str:
    stopped = error.problem_mark
    at_end = stopped and not "".join(text.splitlines()[stopped.line :])[stopped.column :].strip()
    never_closed = str(error.problem).startswith(_NEVER_CLOSED) or (at_end and "expected ','" in str(error.problem))
    begun = never_closed and error.context_mark  # the end of the file tells nobody where
    mark = begun or error.problem_mark or error.context_mark
    at = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
    line = (text.splitlines()[mark.line :] or [""])[0] if mark else ""
    problem = str(error.problem or error.context or "?")
    sentence = next((sentence for key, sentence in _SENTENCES.items() if problem.startswith(key)), None)
    mended = _mended(line) if sentence and QUOTES in sentence else None
    if len(line) <= LONGEST_LINE and (inside := _APOSTROPHE.fullmatch(line)):
        sentence, mended = "an apostrophe ends the text", shown(f'{inside[1]}"{inside[2]}"'.strip())
    like = f", like this: {mended}" if mended else ""
    return f"{at}: this is not valid YAML: {sentence or quoted(problem)}{like}"


def _mended(line: str) -> str | None:
    """A line with the text in quotes that broke it; None where nobody can say which text that is."""
    if len(line) > LONGEST_LINE or "\\" in line:
        return None
    if "{" in line or "[" in line:
        fixed, many = _IN_FLOW.subn(r'\1"\2"', line)
        return shown(fixed.strip()) if many else None
    found = _IN_BLOCK.fullmatch(line)
    if found is None or '"' in found[2]:
        return None
    return shown(f'{found[1]}"{found[2]}"'.strip())
