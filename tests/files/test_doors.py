"""What no exercise file is: told by name, before anything is built of it."""

import os
import zipfile
from pathlib import Path

import pytest

from backplan.errors import FileError
from backplan.files.plain_file import contents
from backplan.files.yaml import parse


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"%PDF-1.4", "a PDF"),
        (b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n", "a contact card"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "a calendar"),
        (b"From: Ann <ann@clinic.example>\nSubject: yours\n\nbird dog 3 x 8\n", "an email"),
        (b"Received: by mail.example\nFrom: Ann\n\nbird dog\n", "an email"),
        (b"{\\rtf1 hello}", "an RTF document"),
        (b"\n %PDF-1.4", "a PDF"),
        ("a: 1".encode("utf-32"), "UTF-32"),
        (b"\x00\x00\x00\x18ftypheic", "a picture or a film"),
        (b"GIF89a", "a picture"),
        (b'<?xml version="1.0"?><a/>', "an XML file"),
        (b"```yaml\na: 1\n```\n", "take these lines out"),
        (b"why: 'it's new'", 'like this: why: "it\'s new"'),
        ("a: 1".encode("utf-16"), "UTF-16"),
        ("a: 1".encode("utf-16-le"), "UTF-16"),
        (b"%TAG !1! a\n" * 60_000, "begins with %"),
        (b"why: slowly: out", 'like this: why: "slowly: out"'),
        (b"- {why: slowly: out, sets: 3}", 'like this: - {why: "slowly: out", sets: 3}'),
    ],
)
def test_what_is_no_plain_text_is_told_by_name_and_a_colon_is_shown_in_quotes(raw: bytes, told: str) -> None:
    with pytest.raises(FileError, match="1:") as refused:
        parse(raw, "it.yaml")
    assert told in str(refused.value)


def test_a_word_document_is_told_from_another_zip(tmp_path: Path) -> None:
    for name, told in (("word/document.xml", "a Word document"), ("a.txt", "a compressed file")):
        with zipfile.ZipFile(tmp_path / "it", "w") as packed:
            packed.writestr(name, "x")
        with pytest.raises(FileError, match=told):
            parse((tmp_path / "it").read_bytes(), "it")


def test_a_word_document_that_is_cut_short_is_told_as_what_it_was(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "it", "w") as packed:
        packed.writestr("[Content_Types].xml", "x" * 300)
        packed.writestr("word/document.xml", "x" * 300)
    with pytest.raises(
        FileError, match="a Word, Excel or PowerPoint file that is cut short; open it where it was made"
    ):
        parse((tmp_path / "it").read_bytes()[:200], "it")


def test_a_pipe_and_a_device_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, told in ((tmp_path / "pipe", "a pipe"), (Path("/dev/zero"), "a device")):
        with pytest.raises(FileError, match=told):
            contents(path)


def test_an_open_quote_is_told_where_it_was_opened() -> None:
    with pytest.raises(FileError, match=r"it\.yaml:2:7: .*opened and never closed"):
        parse(b'a: 1\nwhy:  "slowly\nb: 2\n', "it.yaml")


@pytest.mark.parametrize("raw", [b"<ul><li>Bird dog</li></ul>", b"<p>Bird dog</p>", b'<table class="x"><tr>'])
def test_a_piece_of_a_web_page_is_told_as_one(raw: bytes) -> None:
    with pytest.raises(FileError, match="this is a web page"):
        parse(raw, "plan.yaml")
