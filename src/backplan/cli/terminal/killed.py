"""A kill while the terminal is drawn on: what was changed of it is put back before the run ends."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BY_SIGNAL = 128  # what a shell adds to the number of a signal for an exit code


@contextmanager
def in_order() -> Iterator[None]:
    """Let a kill, and a terminal that closes, end the run by the way that puts the terminal back; a second one, as a
    closing terminal sends, changes nothing of that.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    after = {each: signal.signal(each, _end) for each in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    except SystemExit:
        after = dict.fromkeys(after, signal.SIG_IGN)
        raise
    finally:
        for each, handler in after.items():
            signal.signal(each, handler)


def _end(number: int, _: object) -> None:
    signal.signal(number, signal.SIG_IGN)
    raise SystemExit(BY_SIGNAL + number)
