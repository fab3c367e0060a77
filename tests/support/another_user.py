"""Runs backplan as another user, who may not be able to read the folder that its environment stands in.

So one process loads all of it first, once for all such runs; each is a child of that process, which becomes the user.
"""

import atexit
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tests.support.cli import Result

_LOADED = """
import gc, importlib, json, os, pkgutil, sys
import backplan, typer
import encodings.idna, encodings.utf_8_sig, difflib, platformdirs, rich.console, rich.table, sqlite3, yaml
for package in (typer, backplan):
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not found.name.endswith("__main__"):
            try:
                importlib.import_module(found.name)
            except (ImportError, AssertionError):  # a module for another system
                pass
from backplan.cli.app import app
gc.freeze()
gc.disable()  # as a run by itself has it, which else looks through all that is loaded here: four fifths of its time
for line in iter(sys.stdin.readline, ""):
    become, args, around, streams = json.loads(line)
    child = os.fork()
    if not child:
        os.environ.clear()
        os.environ.update(around)
        for number, name in enumerate(streams):
            os.dup2(os.open(name, os.O_RDWR | os.O_CREAT), number)
        sys.argv[1:] = args
        exec(become)
        app(args, prog_name="backplan")  # which ends the child
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


def as_user(become: str, *args: str, env: Mapping[str, str]) -> Result:
    """A run as a process of its own, of the user whom a few lines make of it."""
    loaded = _loaded()
    assert loaded.stdin is not None
    assert loaded.stdout is not None
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        print(json.dumps((become, args, dict(env), (os.devnull, str(out), str(err)))), file=loaded.stdin, flush=True)
        code = int(loaded.stdout.readline())
        return Result(code, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8"))


@cache
def _loaded() -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    process = subprocess.Popen([sys.executable, "-c", _LOADED], stdin=pipe, stdout=pipe, encoding="utf-8")
    atexit.register(process.communicate)  # its input ends, and so does it
    return process
