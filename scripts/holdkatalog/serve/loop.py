"""The loop of `holdkatalog serve`: build, show, wait for a change, build again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from holdkatalog.beside import sweep
from holdkatalog.serve.page import State
from holdkatalog.serve.watching import changes
from holdkatalog.serve.web import Server

# In a process of its own, so that a change of the program takes effect too.
BUILD = (sys.executable, "-m", "holdkatalog", "build")
_LEFT_OUT = 3
# So long a build that is told to stop may take to clear away what it had begun.
_PATIENCE = 10
# What stands from here on helps who mends the program: it is for the terminal, not for a page.
_TRACE = "\nTraceback (most recent call last):"


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
    its exit code how it went; with `--strict` it builds only when every file holds. Raises
    PortTakenError when the port can't be had.
    """
    with _serving(Server(host, port, site=root / "output")) as server:
        good = (root / "output").is_dir()
        for turn, _ in enumerate(changes(root, stop=stop)):
            say("Noget er ændret. Bygger siden igen ..." if turn else "Bygger siden ...")
            code, report = _build(command, root, good=good)
            good = good or code == 0
            heading = _heading(code, shown=(root / "output").is_dir())
            server.state = State(heading=heading, report=report.partition(_TRACE)[0].strip())
            for line in filter(None, (report, heading or "Klar.")):
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


def _build(command: Sequence[str], root: Path, *, good: bool) -> tuple[int, str]:
    """Build strictly, so that no mistake in a file costs a page of the good site that stands.

    Where no good site stands yet, one mistake must not hide all the rest: then build steadily.
    """
    code, report = _ran((*command, "--strict"), root)
    return (code, report) if code == 0 or good else _ran(command, root)


def _ran(command: Sequence[str], root: Path) -> tuple[int, str]:
    """The command's exit code and what it said; when we are stopped, it may clear up first."""
    with subprocess.Popen(  # noqa: S603 - our own program, with fixed words
        command,
        cwd=root,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        # Ctrl-C in the terminal reaches us alone, and it is told once.
        start_new_session=True,
    ) as started:
        try:
            said, _ = started.communicate()
        except BaseException:
            started.send_signal(signal.SIGTERM)
            try:
                started.communicate(timeout=_PATIENCE)
            except subprocess.TimeoutExpired:
                started.kill()
                started.wait()
            sweep(root)
            raise
        return started.returncode, said.strip()


def _heading(code: int, *, shown: bool) -> str:
    if code == 0:
        return ""
    if code == _LEFT_OUT:
        return "Siden er bygget, men noget er ikke med."
    if shown:
        return "Siden kan ikke bygges lige nu. Du ser den seneste gode udgave."
    return "Siden kan ikke bygges endnu."
