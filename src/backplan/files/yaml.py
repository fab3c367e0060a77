"""YAML read defensively: size, encoding, anchors, tags, depth and duplicate keys are refused before anything is built.

Plain scalars follow the YAML 1.2 core rules (true/false, whole and decimal numbers, null), so that ``no`` and ``1:30``
stay text; quoted scalars are always text. Dates stay text, too: the models read them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from backplan.errors import FileError, did_you_mean, in_a_line, nearest
from backplan.files.plain_file import MAX_BYTES, contents
from backplan.model.condition_words import near

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

MAX_DEPTH = 12
MAX_PARTS = 200_000  # keys, values, lists and mappings; a file of a thousand exercises has some thirty thousand
MAX_ITEMS = 20_000  # of one list, or keys of one mapping: each may be at fault, and faults take more room than a file
MAX_FAULTS = 50
LONGEST_QUOTE = 60

Where = tuple[str | int, ...]
# What is wrong; where it costs something to say, it is said only if it is shown, of the line of the file it stands in.
Sentence = str | Callable[[str], str]
Fault = tuple[Where, Sentence]

# The C parser is many times faster; the pure one does the same where PyYAML was built without it.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")  # without tab, line ends and NEL
_SURROGATE = re.compile("[\ud800-\udfff]")
_DIRECTIVE = re.compile(r"(?:\A|[\r\n\x85\u2028\u2029])%")
_WHOLE = re.compile(r"[-+]?[0-9]+$")
_DECIMAL = re.compile(r"[-+]?[0-9]*\.[0-9]+$|[-+]?[0-9]+\.[0-9]*$")
_CURLY = frozenset("“”„‟«»")
_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}


def read(path: Path, most: int = MAX_BYTES) -> tuple[Any, Places]:
    """The document in a file and the places of its parts; raises FileError with every fault found."""
    return parse(contents(path, most), path.name, most)


def parse(raw: bytes, name: str, most: int = MAX_BYTES) -> tuple[Any, Places]:
    """The document in some bytes and the places of its parts; raises FileError with every fault found."""
    name = in_a_line(name)
    refuse_other_kinds(raw, name)
    check_size(raw, name, most)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = place_behind(raw[: error.start].decode("utf-8", "replace"))
        raise FileError([f"{name}:{place}: this is not UTF-8 text; save the file as UTF-8"]) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_directives(text, name)
    builder = _Builder(name, text)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        from backplan.files.misread import is_written_by_hand, misread

        if is_written_by_hand(text):
            return text, builder.places
        builder.faults.append(f"{name}:{misread(error, text)}")
    except yaml.reader.ReaderError as error:
        builder.faults.append(
            f"{name}:{place_behind(_up_to(text, error.position))}: a control character that no text needs"
        )
    except (ValueError, OverflowError):  # the pure parser's own, on an escape such as \UFFFFFFFF
        builder.faults.append(f"{name}:1:1: this is not valid YAML: an escape that stands for no character")
    if builder.faults:
        raise FileError(builder.faults[:MAX_FAULTS])
    return builder.root, builder.places


def check_size(raw: bytes, name: str, most: int = MAX_BYTES) -> None:
    """Raise FileError for the bytes of a file of more than so many."""
    if len(raw) > most:
        fault = f"the file is over {most >> 20} MiB, which is more than any file of this kind needs"
        raise FileError([f"{in_a_line(name)}:1:1: {fault}"])


# How a file of another kind begins, what it is, and how it becomes one that can be read.
_SAVE = "save it as plain text (UTF-8)"
_OTHER_KINDS: Sequence[tuple[bytes, str]] = (
    (b"\xd0\xcf\x11\xe0", f"an old Word or Excel document; {_SAVE}"),
    (b"%PDF-", "a PDF; copy its text into a plain text file"),
    (b"BEGIN:VCARD", "a contact card (vCard), which holds nothing that can be taken in here"),
    (b"BEGIN:VCALENDAR", "a calendar (iCalendar), which holds nothing that can be taken in here"),
    *((begins, "an email; copy its text into a plain text file")
      for begins in (b"From: ", b"Return-Path: ", b"Received: ", b"Delivered-To: ", b"MIME-Version: ")),
    (b"{\\rtf", f"an RTF document, as word processors write it; {_SAVE}"),
    (b"\xff\xfe\x00\x00", "UTF-32 text; save it as UTF-8"),
    (b"\x00\x00\xfe\xff", "UTF-32 text; save it as UTF-8"),
    (b"\xff\xfe", "UTF-16 text; save it as UTF-8"),
    (b"\xfe\xff", "UTF-16 text; save it as UTF-8"),
    (b"\x1f\x8b", "a compressed file (gzip); unpack it first"),
    (b"Rar!", "a compressed file (rar); unpack it first"),
    (b"7z\xbc\xaf", "a compressed file (7z); unpack it first"),
    *((mark, "a picture; write its text into a plain text file")
      for mark in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")),
    (b"<?xml", f"an XML file; {_SAVE}"),
    (b"```", "text with a line of ``` around it; take these lines out"),
    (b"SQLite format 3", "a database, perhaps a backup; `backplan restore FILE` reads backups"),
)  # fmt: skip
_IN_ZIP = (
    (b"word/", f"a Word document; {_SAVE}"),
    (b"xl/", f"an Excel workbook; {_SAVE}"),
    (b"ppt/", f"a PowerPoint file; {_SAVE}"),
    (b"opendocument.", f"an OpenDocument file, as LibreOffice writes it; {_SAVE}"),
    (b"Index/Document.iwa", f"a Pages document; {_SAVE}"),
    # What stands at the beginning of any of these, where the rest is not there.
    *((mark, f"a Word, Excel or PowerPoint file that is cut short; open it where it was made and {_SAVE}")
      for mark in (b"[Content_Types].xml", b"_rels/.rels", b"docProps/")),
)  # fmt: skip


def refuse_other_kinds(raw: bytes, name: str) -> None:
    """Raise FileError for the bytes of a file that is plainly no text, with what it is and what to do."""
    if found := _other_kind(raw):
        raise FileError([f"{name}:1:1: this is {found}"])


def _other_kind(raw: bytes) -> str | None:
    """What a file is that is no plain text in UTF-8, and what to do; None where nothing shows another kind."""
    if raw.startswith(b"PK\x03\x04"):
        inside = (sentence for mark, sentence in _IN_ZIP if mark in raw)
        return next(inside, "a compressed file (zip); unpack it first")
    text = raw.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")  # what may stand before the first mark of any kind
    if kind := next(
        (sentence for begins, sentence in _OTHER_KINDS if raw.startswith(begins) or text.startswith(begins)), None
    ):
        return kind
    if raw[4:8] == b"ftyp" or (raw.startswith(b"RIFF") and raw[8:12] == b"WEBP"):
        return "a picture or a film; write its text into a plain text file"
    if re.match(
        rb"\s*<(?:!doctype html|html|head|body|meta|div|p|ul|ol|li|table|span|h[1-6])[\s>/]", raw[:200], re.IGNORECASE
    ):
        return f"a web page; {_SAVE}"
    head = raw[:200]  # UTF-16 without its mark: every second byte of plain letters is zero
    half = len(head) // 2
    if half > 1 and max(head[::2].count(0), head[1::2].count(0)) > 0.8 * half and head.count(0) <= half + 1:
        return "UTF-16 text; save it as UTF-8"
    return None


def _refuse_directives(text: str, name: str) -> None:
    """Raise FileError for a YAML directive; the parser would keep every one of them, in time that grows with all."""
    if found := _DIRECTIVE.search(text):
        place = place_behind(text[: found.end() - 1])
        raise FileError(
            [f"{name}:{place}: this file must not contain a line that begins with %; put the text in quotes"]
        )


QUOTES = "put the text in quotes"
COLON_WITHIN = f"a colon stands within a text: {QUOTES}"


def place_behind(before: str) -> str:
    """Line and column, from 1, of what follows some text."""
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def _up_to(text: str, position: object) -> str:
    """The text before a reader's position, which the C parser counts in bytes and the pure one in characters."""
    at = position if isinstance(position, int) else 0
    if _LOADER is yaml.SafeLoader:
        return text[:at]
    return text.encode("utf-8", "surrogatepass")[:at].decode("utf-8", "ignore")


def quoted(text: str) -> str:
    """A bit of somebody's file, fit to be shown in one line of complaint."""
    plain = "".join(char if char.isprintable() else " " for char in text)
    return plain if len(plain) <= LONGEST_QUOTE else plain[:LONGEST_QUOTE] + "..."


def shown(text: str) -> str:
    """A text of somebody's file in one line, with nothing that drives a terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


def worded(value: object) -> str:
    """A word that was given, fit to be named in a complaint: as it is where it is a plain word, else in quotes."""
    text = value if isinstance(value, str) else str(value)
    return text if len(text) <= LONGEST_QUOTE and _PLAIN_WORD.fullmatch(text) else f'"{quoted(text)}"'


_PLAIN_WORD = re.compile(r"[\w.+-]+")


class Places:
    """Where each part of a document stands, as line and column from 1."""

    def __init__(self, name: str, text: str = "") -> None:
        self.name = name
        self.most = MAX_FAULTS  # faults that are told
        self._text = text
        self._marks: dict[Where, tuple[int, int]] = {}

    def add(self, where: Where, event: Event) -> None:
        """Remember where a part begins."""
        self._marks[where] = _at(event)

    def say(self, where: Sequence[str | int], sentence: str) -> str:
        """A complaint about a part, with file:line:column of it or of the nearest part around it."""
        line, column = self._at(where)
        return f"{self.name}:{line}:{column}: {sentence}"

    @property
    def enough(self) -> int:
        """How many faults are looked for before no more are."""
        return 2 * self.most

    def error(self, faults: Sequence[Fault], way_out: str = "") -> FileError:
        """Complaints in the order of the file; after the first fifty, just how many more there are."""
        ordered = sorted(((self._at(where), sentence) for where, sentence in faults), key=lambda fault: fault[0])
        placed = sorted({(at, self._sentence(sentence, at[0])) for at, sentence in ordered[: self.enough]})
        lines = [f"{self.name}:{line}:{column}: {sentence}" for (line, column), sentence in placed[: self.most]]
        return FileError(lines, max(0, len(placed) + len(ordered[self.enough :]) - self.most), way_out)

    def _sentence(self, sentence: Sentence, line: int) -> str:
        """A sentence as it is shown: whatever was quoted in it, in one line."""
        if not isinstance(sentence, str):
            lines = self._text.split("\n", line)[line - 1 : line]
            sentence = sentence("".join(lines).strip())
        return shown(sentence)

    def _at(self, where: Sequence[str | int]) -> tuple[int, int]:
        path = tuple(where)
        while path and path not in self._marks:
            path = path[:-1]
        return self._marks.get(path, (1, 1))


def explain(errors: Sequence[ErrorDetails], label: str = "", model: type[BaseModel] | None = None) -> list[Fault]:
    """Validation errors as places and complaints in plain words; ``label`` names an entry that has no name, and the
    examples of ``model``, which its schema shows, tell how a part should look.
    """
    faulty = {tuple(error["loc"])[:-1] for error in errors if error["loc"] and isinstance(error["loc"][-1], int)}
    # A list whose items are wrong is also told as too short, as none of them counts.
    kept = [e for e in errors if not (e["type"] == "too_short" and tuple(e["loc"]) in faulty)]
    return [(tuple(error["loc"]), partial(_with_example, error, label, model)) for error in kept]


_OF_FORM = frozenset(("tuple_type", "list_type", "dict_type", "model_type", "dataclass_type", "model_attributes_type"))


_NO_SPACE = re.compile(r"-([^\W\d].*)")
A_SLIP = 0.75  # how alike a key and one that is known are, when the one is a slip in writing the other
_ITEM_WITH_COLON = re.compile(r"- [^:{\[]+: \S")
_NUMBER_BEHIND = re.compile(r": *[\d.]+$")
_WORDS_BEHIND_KEY = re.compile(r"\w+: *(\w[\w ,-]*)")
_NONE = re.compile(r": *(none|no|nothing|null|~|-)$", re.IGNORECASE)  # said of a whole list


def _with_example(error: ErrorDetails, label: str, model: type[BaseModel] | None, line: str) -> str:
    """What is wrong; where it is the form, the line, and how it should look."""
    words = _words(error, label)
    path = error["loc"]
    if error["type"] == "extra_forbidden":
        spaced = _NO_SPACE.match(line)
        dash = f": a space belongs behind the dash, like this: - {quoted(spaced[1])}" if spaced else ""
        key, keys = str(path[-1]), _keys_at(path, model)
        return f"{words}{dash or _apart(key, keys) or _below(path, model) or meant_by(key, keys)}"
    if error["type"] == "string_type" and isinstance(error.get("input"), list | tuple):
        return f"{words}, and a list stands here; write one of them, or an item for each"
    if error["type"] == "string_type" and _NUMBER_BEHIND.search(line):
        return f"{words}; {QUOTES}"
    with_key = isinstance(path[-1], int) or isinstance(error.get("input"), dict)
    if error["type"] == "string_type" and with_key and _ITEM_WITH_COLON.match(line):
        return f"{words}: {COLON_WITHIN}"
    if error["type"] == "string_type" and isinstance(error.get("input"), dict):
        words = f"{words}; {QUOTES}"
    return f"{words}{_by_example(error, model, line)}"


def _below(path: Sequence[int | str], model: type[BaseModel] | None) -> str:
    """That a key of the whole file belongs below another, where that has it; nothing where none has."""
    parts = model.model_fields.items() if model and len(path) == 1 else ()
    inner = (name for name, field in parts if path[0] in getattr(field.annotation, "model_fields", ()))
    return next((f": it belongs below {name}" for name in inner), "")


def _by_example(error: ErrorDetails, model: type[BaseModel] | None, line: str) -> str:
    """How a part should look that is missing or of another form, by its example or by what stands there."""
    key, field = _field_at(error["loc"], model)
    shown_as = next(iter(field.examples or ()), None) if field else None
    if error["type"] == "missing" and len(error["loc"]) == 1 and isinstance(shown_as, dict):
        return f"; it looks like `{key}: {_flow(shown_as)}`"
    if error["type"] not in _OF_FORM or field is None:
        return ""
    if shown_as is None:
        stands = _WORDS_BEHIND_KEY.fullmatch(line)
        return f"; like this: {key}: [{quoted(stands[1])}]" if stands and "tuple" in error["type"] else ""
    example = [] if isinstance(shown_as, list) and _NONE.search(line) else shown_as
    item = isinstance(error["loc"][-1], int) and isinstance(example, list)
    right = f"- {_flow(example[0])}" if item else f"{key}: {_flow(example)}"
    wrong = f'"{quoted(line)}"' if line else "it"
    return f"; {wrong} should look like `{right}`"


def _field_at(path: Sequence[int | str], model: type[BaseModel] | None) -> tuple[str, FieldInfo | None]:
    """The innermost field on the way to a part, with its key."""
    key, field = "", None
    for part in path:
        if isinstance(part, str) and model and part in model.model_fields:
            key, field = part, model.model_fields[part]
            model = next(_models_in(field.annotation), None)
    return key, field


# What people call a key that is called otherwise in a prescription, an answers file or a file of exercises.
_CALLED: Mapping[str, tuple[str, ...]] = {
    "frequency": ("times_a_day", "per_week"), "repetitions": ("reps",), "times": ("reps", "times_a_day"),
    "duration": ("minutes", "hold"), "seconds": ("hold",), "time": ("minutes", "hold"), "weekly": ("per_week",),
    "daily": ("times_a_day",), "days_per_week": ("per_week",), "times_per_day": ("times_a_day",),
    "times_per_week": ("per_week",), "sides": ("side",), "both_sides": ("per_side",), "weight": ("load",),
    "resistance": ("load",), "band": ("load",), "pause": ("rest",), "progression": ("grow",), "increase": ("grow",),
    "name": ("exercise",), "comment": ("why",), "comments": ("why",), "note": ("why",), "notes": ("why",),
    "reason": ("why",), "date": ("on",), "end": ("until",), "therapist": ("by",), "author": ("by",),
    "patient": ("for",), "exercises": ("add",), "aliases": ("also",), "synonyms": ("also",),
    "description": ("steps",), "instructions": ("steps",), "category": ("block",), "difficulty": ("level",),
    "muscles": ("areas",), "birthday": ("born",), "allergies": ("conditions",),
}  # fmt: skip


def meant_by(key: str, keys: Collection[str]) -> str:
    """What a key that is not known may be meant for: one in small letters, one called otherwise, or a near one."""
    small = key.lower().replace("-", "_").replace(" ", "_")
    called = [each for each in _CALLED.get(small, ()) if not keys or each in keys]
    if called or small in keys:
        return did_you_mean(called or [small])
    return nearest(small, keys, A_SLIP) or (did_you_mean([small]) if small != key and not keys else "")


_JOINED = re.compile(r"(\w+) ?[:;=–—-]+ ?(.*)", re.DOTALL)


def _apart(key: str, keys: Collection[str]) -> str:
    """How a key and its value are written that something else than a colon and a space stands between."""
    found = _JOINED.fullmatch(key)
    if not found or found[1].lower() not in keys:
        return ""
    return f": a colon and a space belong behind {found[1]}, like this: {found[1].lower()}: {quoted(found[2]) or '...'}"


def _keys_at(path: Sequence[int | str], model: type[BaseModel] | None) -> Collection[str]:
    """The keys that may stand where one does that is not known; none where that cannot be told."""
    found = model
    for part in path[:-1]:
        field = found.model_fields.get(str(part)) if found else None
        if not isinstance(part, int):
            found = next(_models_in(field.annotation), None) if field else None
    return found.model_fields if found else ()


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a field may hold."""
    if hasattr(annotation, "model_fields"):
        yield annotation
    for each in get_args(annotation):
        yield from _models_in(each)


def _flow(example: object) -> str:
    """An example in one line of YAML."""
    found: str = yaml.safe_dump(example, default_flow_style=True, width=100_000, sort_keys=False)
    return _NEEDLESS.sub(r"\1", found.removesuffix("\n").removesuffix("\n..."))


_NEEDLESS = re.compile(r"'(on|\d{4}-\d\d-\d\d)'")  # quotes that are not needed here


def tuples(value: Any) -> Any:
    """A document with its lists as tuples, which is what the strict frozen models hold."""
    if isinstance(value, dict):
        return {key: tuples(part) for key, part in value.items()}
    return tuple(map(tuples, value)) if isinstance(value, list) else value


class _Builder:
    """Builds the document from parser events, refusing what could harm or mislead before it is built."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.root: Any = None
        self.places = Places(name, text)
        self.faults: list[str] = []
        self._open: list[tuple[Any, Where]] = []
        self._key: list[str | None] = []
        self._documents = 0
        self._parts = 0

    def take(self, event: Event) -> None:
        """Take the next event of a document, and build what it holds; what is refused is a fault with its place. Raises
        FileError where there is too much of it.
        """
        self._parts += 1
        if self._parts > MAX_PARTS:
            self._refuse(event, "so many parts")
            raise FileError(self.faults)
        if isinstance(event, ScalarEvent):  # nearly all of them
            self._check(event)
            self._scalar(event)
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse(event, "a second document (---) in one file")
        elif isinstance(event, AliasEvent):
            self._refuse(event, f"the alias *{quoted(event.anchor or '')}; write the text out instead")
            self._skip()
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            self._begin(event, {} if isinstance(event, MappingStartEvent) else [])
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self._open.pop()
            self._key.pop()

    def _begin(self, event: Any, container: Any) -> None:
        self._check(event)
        if len(self._open) >= MAX_DEPTH:
            self._refuse(event, f"more than {MAX_DEPTH} levels of nesting")
            raise FileError(self.faults)
        if self._wants_key():
            self._refuse(event, "a key that is not plain text")
            raise FileError(self.faults)
        where = self._put(event, container)
        self._open.append((container, where))
        self._key.append(None)

    def _check(self, event: Any) -> None:
        if event.anchor:
            self._refuse(event, f"the anchor &{quoted(event.anchor or '')}; write the text out instead")
        if event.tag not in (None, "!", "tag:yaml.org,2002:str"):
            self._refuse(event, f"the tag {quoted(event.tag)}; only plain text, numbers, lists and mappings are read")

    def _skip(self) -> None:
        """Take the place of what was refused, so that the rest is read as it stands."""
        if self._wants_key():
            self._key[-1] = ""
        elif self._key:
            self._key[-1] = None

    def _scalar(self, event: ScalarEvent) -> None:
        if not event.value.isprintable():
            self._refuse_characters(event)
        if self._wants_key():
            self._take_key(event)
        else:
            self._put(event, _resolve(event))

    def _refuse_characters(self, event: ScalarEvent) -> None:
        if _SURROGATE.search(event.value):
            self._refuse(event, "half of a character (a lone surrogate)")
        elif _CONTROL.search(event.value):  # written out, or as an escape such as "\\e"
            self._refuse(event, "a control character, which no text needs")

    def _take_key(self, event: ScalarEvent) -> None:
        container, where = self._open[-1]
        self._check_room(event, container)
        if event.implicit[0] and not isinstance(_resolve(event), str):
            self._refuse(event, f"the key {quoted(event.value) or '(empty)'}, which is not text")
        elif event.value in container:
            self._refuse(event, f"the key {quoted(event.value)} twice in one place")
        self._key[-1] = event.value
        self.places.add((*where, event.value), event)

    def _put(self, event: Event, value: Any) -> Where:
        """Put a value into the mapping or list being read, or as the whole document, and say where that is."""
        if not self._open:
            self.root = value
            self.places.add((), event)
            return ()
        container, where = self._open[-1]
        if isinstance(container, dict):
            key = self._key[-1]
            assert key is not None
            container[key] = value
            self._key[-1] = None
            return (*where, key)
        self._check_room(event, container)
        container.append(value)
        here = (*where, len(container) - 1)
        self.places.add(here, event)
        return here

    def _check_room(self, event: Event, container: Any) -> None:
        if len(container) >= MAX_ITEMS:
            self._refuse(event, f"a list with more than {MAX_ITEMS:,} items")
            raise FileError(self.faults)

    def _wants_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1][0], dict) and self._key[-1] is None

    def _refuse(self, event: Event, what: str) -> None:
        line, column = _at(event)
        self.faults.append(f"{self.name}:{line}:{column}: this file must not contain {what}")
        if len(self.faults) >= MAX_FAULTS:
            raise FileError(self.faults)


def _at(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _resolve(event: ScalarEvent) -> Any:
    text = event.value
    if not event.implicit[0]:
        return text
    if (lowered := text.lower()) in _WORDS:
        return _WORDS[lowered]
    if text[0].isalpha():  # nearly all of them
        return text
    if text[0] in _CURLY and text[-1] in _CURLY and len(text) > 1:  # what a word processor makes of quotes
        return text[1:-1].strip()
    if _WHOLE.match(text) and len(text) <= 15:
        return int(text)
    return float(text) if _DECIMAL.match(text) else text


_SAYS: Mapping[str, str] = {
    "missing": "{field} is missing",
    "extra_forbidden": "{field} is not a word this file knows",
    "int_type": "{field} must be a whole number",
    "int_from_float": "{field} must be a whole number",
    "float_type": "{field} must be a number",
    "bool_type": "{field} must be true or false",
    "string_type": "{field} must be text",
    "tuple_type": "{field} must be a list, like [one, two]",
    "list_type": "{field} must be a list, like [one, two]",
    "dict_type": "{field} must be a mapping of keys and values",
    "model_type": "{field} must be a mapping of keys and values",
    "dataclass_type": "{field} must be a mapping of keys and values",
    "greater_than_equal": "{field} must be at least {ge}",
    "less_than_equal": "{field} must be at most {le}",
    "greater_than": "{field} must be more than {gt}",
    "literal_error": "{field} must be one of {expected}",
    "too_short": "{field} needs at least {min_length}",
    "too_long": "{field} takes at most {max_length}",
    "string_too_short": "{field} must not be empty",
    "string_too_long": "{field} is longer than {max_length} characters",
    "string_pattern_mismatch": "{field} is not written the way it must be",
}


LONGEST_CHOICE = 200  # characters; a longer list of choices hides what is wrong


def _no_such(field: str, error: ErrorDetails) -> str:
    """A word of a long list that is not on it: the nearest of the list, or all of it where none is near."""
    choices = re.findall(r"'([^']*)'", str(error["ctx"]["expected"]))
    word = str(error["input"])
    return f"{field}: there is no {quoted(word)}{near(word, choices) or '; choose from ' + ', '.join(choices)}"


def _words(error: ErrorDetails, label: str) -> str:
    """A fault that pydantic found, in plain words; ``label`` names the entry where no field is at fault."""
    path = [part for part in error["loc"] if not (isinstance(part, str) and part.startswith("function-"))]
    names = [str(part) for part in path if isinstance(part, str)]
    field = quoted(names[-1]) if names else (label or "this entry")
    if path and isinstance(path[-1], int) and names:
        field = f"item {path[-1] + 1} of {names[-1]}"
    if error["type"] == "value_error":
        return str(error["ctx"]["error"]) if "ctx" in error else error["msg"]
    if field == "id" and error["type"] == "string_pattern_mismatch":
        return "id must be lower-case words joined by dashes, like bird-dog"
    if error["type"] == "literal_error" and "input" in error and len(str(error["ctx"]["expected"])) > LONGEST_CHOICE:
        return _no_such(field, error)
    if error["type"] == "extra_forbidden" and _CURLY.intersection(field):
        return (
            f"{field} is not a word this file knows; a curly quote (“ ”) holds no text together: write straight quotes"
        )
    pattern = _SAYS.get(error["type"])
    if pattern is None:
        return f"{field}: {error['msg'].lower()}"
    return pattern.format(field=field, **error.get("ctx", {}))
