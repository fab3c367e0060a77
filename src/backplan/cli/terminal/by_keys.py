"""Asking with arrow keys, line editing and lists to tick: the only owner of prompt_toolkit."""

from __future__ import annotations

import re
import sys
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import typer
from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text.utils import fragment_list_to_text
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.layout.processors import Processor, Transformation
from prompt_toolkit.layout.utils import explode_text_fragments
from prompt_toolkit.output import create_output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.utils import get_cwidth

from backplan.cli.terminal import killed, output
from backplan.cli.terminal.listed import NOTHING, AnswerList, Headed, OneOf
from backplan.cli.terminal.spoken import QUITS
from backplan.cli.terminal.ticking import Ticking
from backplan.cli.terminal.whole_words import pushed
from backplan.errors import UsageError
from backplan.render import tick_list

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.input import Input
    from prompt_toolkit.key_binding import KeyPressEvent
    from prompt_toolkit.layout.processors import TransformationInput
    from prompt_toolkit.output import Output

    from backplan.cli.terminal.listed import ChangeMenu
    from backplan.render.page import Line, Page

T = TypeVar("T")

MOST_PASTED = 1000  # letters of one answer that are taken over from elsewhere
_STYLES = {"": "", "bold": "bold", "dim": "dim", "reverse": "reverse", "cyan": "ansicyan", "green": "ansigreen"}
_MOVES = ("up", "down", "pageup", "pagedown", "home", "end", "backspace")


_SOMETHING = r"y|(?:yes|yeah|yep|yup)(?:,? please)?[ .!]*"  # to whether anything is to be changed
WHICH = "Which one? Its number, or a word of it, like days; Enter on Nothing if all is right."


class ByKeys:
    """A way of asking, for a terminal in which one can move about."""

    def __init__(self, keys: Input | None = None, screen: Output | None = None) -> None:
        self.keys, self.screen = keys, screen or _screen()
        self.history = InMemoryHistory()  # so that a mistyped answer can be had back, and mended
        self.begun = False
        self.told: list[str] = []  # since the page began
        self.page = output.page()  # for its signs: how large it is may change
        self.head: Callable[[Page], list[Line]] = lambda _: []
        self.bare_head = self.head  # the same once what was told has been seen

    def begin(self, title: str, number: int, of: int) -> None:
        """A section begins, on a page of its own; what was said before the first one stays in sight."""
        if self.begun:
            output.new_page()
        above: list[Line] = [] if self.begun else [[]]
        self.begun = True
        self.bare_head = partial(tick_list.heading, title, number, of, "")
        self.head, self.told = partial(tick_list.heading, title, number, of, " ".join(self.told)), []
        output.rows(lambda page: [*above, *self.head(page), []])

    def tell(self, text: str) -> None:
        """What follows from an answer, now and on the next page, which hides what stands here."""
        self.told.append(text)
        output.say(text)

    def line(self, question: str, default: str | None) -> str:
        """One line of answer."""
        from backplan.cli.terminal.asking import after

        session: PromptSession[str] = PromptSession(
            input=self.keys, output=self.screen, history=self.history, key_bindings=_pasting()
        )
        session.input_processors = [_WholeWords(get_cwidth(f"{question}{after(question)}".splitlines()[-1]))]
        return _asked(lambda: session.prompt([("bold", question), ("", after(question))])) or default or ""

    def several(self, listed: AnswerList, chosen: list[str], *, back: bool, none: bool = False) -> list[str]:
        """Those answers of a list that are so; ``none`` was so before."""
        found = self._ticked(Ticking(listed, chosen, back=back, none=none), whole=True)
        if not listed.deliberate:  # what those are for says itself what was chosen
            ticked = "; ".join(listed.choices.get(key, key) for key in found) or "none of these"
            output.say(f"{listed.question} {ticked}")
        return found

    def one(self, asked: OneOf, *, back: bool) -> str:
        """One of some answers, or own words."""
        listed = AnswerList(asked.question, (Headed("", asked.choices),), whole=asked.words, own=asked.own)
        ticked = [asked.default] if asked.default else []
        (found,) = self._ticked(Ticking(listed, ticked, one=True, back=back), whole=False)
        output.say(f"{asked.question} {asked.choices.get(found, found)}")
        return found

    def any_of(self, listed: AnswerList, asked: str, *, back: bool) -> bool:
        """Whether any of a list is so, which is ticked, as it is that none is."""
        return bool(self._ticked(Ticking(listed, [], back=back), whole=True))

    def menu(self, offered: ChangeMenu, *, back: bool) -> str:
        """What of it is to be changed, or nothing."""
        listed = AnswerList(offered.question, (Headed("", offered.choices),), offered.about, own=offered.own)
        at = [offered.at] if offered.at is not None else []
        while True:
            (found,) = self._ticked(Ticking(listed, at, one=True, back=back), whole=True)
            if found in offered.choices:
                return "" if found == NOTHING else found
            if re.fullmatch(_SOMETHING, found.lower()):
                listed = listed._replace(about=WHICH)
                continue
            try:
                return offered.read(found)
            except UsageError as error:
                listed = listed._replace(about=str(error))

    def _ticked(self, ticking: Ticking, *, whole: bool) -> list[str]:
        def page() -> tuple[list[Line], Page]:
            size = self.screen.get_size()
            page = self.page._replace(width=size.columns, height=size.rows)
            return self.head(page) if whole else [], page

        def drawn() -> StyleAndTextTuples:
            return _fragments(tick_list.rows(ticking.shown(), *page()), margin=" " if whole else "")

        ticking.sees_all = lambda shown: tick_list.whole(shown, *page())
        app: Application[None] = Application(
            Layout(Window(FormattedTextControl(drawn, focusable=True, show_cursor=False), wrap_lines=False)),
            key_bindings=_bindings(ticking),
            full_screen=whole,
            erase_when_done=True,
            input=self.keys,
            output=self.screen,
        )
        _asked(app.run)
        if whole:
            self.head = self.bare_head
        return ticking.found


class _WholeWords(Processor):
    """Breaks an answer between words where it is longer than the row, of which a question took some columns."""

    def __init__(self, taken: int) -> None:
        self.taken = taken

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """The answer as it is shown."""
        letters = explode_text_fragments(transformation_input.fragments)
        spaces = pushed(fragment_list_to_text(letters), self.taken, transformation_input.width, get_cwidth)
        shown: StyleAndTextTuples = []
        for at, letter in enumerate(letters):
            shown += [("", " " * spaces[at])] if at in spaces else []
            shown.append(letter)

        def to_display(at: int) -> int:
            return at + sum(many for place, many in spaces.items() if place <= at)

        def to_source(at: int) -> int:
            return next((place for place in range(at, -1, -1) if to_display(place) <= at), 0)

        return Transformation(shown, to_display, to_source)


def _screen() -> Output:
    """Stdout, which is not asked where its cursor is: the answer would come between the keys, or never."""
    made = create_output(stdout=sys.stdout)
    if isinstance(made, Vt100_Output):
        made.enable_cpr = False
    return made


def _asked(ask: Callable[[], T]) -> T:
    """What somebody answers; Ctrl-C, Ctrl-D and a terminal that is gone break off."""
    output.asked()
    try:
        with killed.in_order():
            return ask()
    except (KeyboardInterrupt, EOFError):
        raise typer.Abort from None


def _fragments(rows: list[Line], margin: str) -> StyleAndTextTuples:
    found: StyleAndTextTuples = []
    for row in rows:
        found.append(("", margin))
        found += [(_STYLES[style], output.fitting(text)) for text, style in row]
        found.append(("", "\n"))
    return found[:-1]


def _bindings(ticking: Ticking) -> KeyBindings:
    from backplan.cli.terminal.asking import GoBack

    bound = KeyBindings()

    def press(key: str, event: KeyPressEvent) -> None:
        if key == "enter" and ticking.typed.strip().lower() in QUITS:
            event.app.exit(exception=KeyboardInterrupt())
            return
        leaves = key == "left" or (key == "enter" and ticking.typed.strip().lower() == "back")
        if leaves and ticking.back:
            event.app.exit(exception=GoBack(ticking.found))
        elif key != "left" and ticking.press(key):
            event.app.exit()

    for name in (*_MOVES, "enter", "left"):
        bound.add(name)(partial(press, name))

    @bound.add("c-c")
    @bound.add("<sigint>")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt())

    @bound.add("c-d")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError())

    @bound.add(Keys.Any)
    def _(event: KeyPressEvent) -> None:
        if event.data.isprintable():
            press(event.data, event)

    @bound.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        ticking.paste(_one_line(event.data))

    return bound


def _pasting() -> KeyBindings:
    """What is pasted is one line, and no longer than an answer can be."""
    bound = KeyBindings()

    @bound.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(_one_line(event.data))

    return bound


def _one_line(text: str) -> str:
    return " ".join(text.split())[:MOST_PASTED]
