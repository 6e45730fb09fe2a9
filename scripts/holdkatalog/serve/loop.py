"""The loop of `holdkatalog serve`: build, show, wait for a change, build again."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from holdkatalog.serve.page import State
from holdkatalog.serve.watching import changes
from holdkatalog.serve.web import Server

_LEFT_OUT = 3


def run(
    root: Path,
    *,
    host: str,
    port: int,
    say: Callable[[str], None],
    stop: threading.Event | None = None,
) -> None:
    """Serve the catalogue in the folder `root` until Ctrl-C, or until `stop` is set.

    `say` gets each line for the terminal. Raises PortTakenError when the port can't be had.
    """
    output = root / "output"
    with _serving(Server(host, port, site=output)) as server:
        say("Bygger siden ...")
        server.state = _build(root, output, say=say)
        say(f"Siden ligger på {server.address} (stop med Ctrl-C)")
        for _ in changes(root, stop=stop):
            say("Noget er ændret. Bygger siden igen ...")
            server.state = _build(root, output, say=say)


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


def _build(root: Path, output: Path, *, say: Callable[[str], None]) -> State:
    """Build in a process of its own, so that a change of the program takes effect too."""
    command = (sys.executable, "-m", "holdkatalog", "build", "--output", str(output))
    done = subprocess.run(  # noqa: S603 - our own program, with fixed words
        command,
        cwd=root,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    report = done.stdout.strip()
    heading = _heading(done.returncode, shown=output.is_dir())
    for line in (report, heading or "Klar."):
        say(line)
    return State(heading=heading, report=report if heading else "")


def _heading(code: int, *, shown: bool) -> str:
    if code == 0:
        return ""
    if code == _LEFT_OUT:
        return "Siden er bygget, men noget er ikke med."
    if shown:
        return "Siden kan ikke bygges lige nu. Du ser den seneste gode udgave."
    return "Siden kan ikke bygges endnu."
