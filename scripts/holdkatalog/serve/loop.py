"""The loop of `holdkatalog serve`: build, show, wait for a change, build again."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from holdkatalog.serve.page import State
from holdkatalog.serve.watching import changes
from holdkatalog.serve.web import Server

# In a process of its own, so that a change of the program takes effect too.
BUILD = (sys.executable, "-m", "holdkatalog", "build")
_LEFT_OUT = 3


def run(  # noqa: PLR0913 - each is named where it is given
    root: Path,
    *,
    host: str,
    port: int,
    say: Callable[[str], None],
    command: Sequence[str] = BUILD,
    stop: threading.Event | None = None,
) -> None:
    """Serve the catalogue in the folder `root` until Ctrl-C, or until `stop` is set.

    `say` gets each line for the terminal. `command` builds the site into `output` and tells with
    its exit code how it went. Raises PortTakenError when the port can't be had.
    """
    with _serving(Server(host, port, site=root / "output")) as server:
        for turn, _ in enumerate(changes(root, stop=stop)):
            say("Noget er ændret. Bygger siden igen ..." if turn else "Bygger siden ...")
            server.state = _build(command, root)
            for line in filter(None, (server.state.report, server.state.heading or "Klar.")):
                say(line)
            if not turn:
                say(f"Siden ligger på {server.address} (stop med Ctrl-C)")


@contextmanager
def _serving(server: Server) -> Iterator[Server]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _build(command: Sequence[str], root: Path) -> State:
    done = subprocess.run(  # noqa: S603 - our own program, with fixed words
        command,
        cwd=root,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    shown = (root / "output").is_dir()
    return State(heading=_heading(done.returncode, shown=shown), report=done.stdout.strip())


def _heading(code: int, *, shown: bool) -> str:
    if code == 0:
        return ""
    if code == _LEFT_OUT:
        return "Siden er bygget, men noget er ikke med."
    if shown:
        return "Siden kan ikke bygges lige nu. Du ser den seneste gode udgave."
    return "Siden kan ikke bygges endnu."
