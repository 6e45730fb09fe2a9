from __future__ import annotations

import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from holdkatalog.serve import run, watching

# Stands in for the build: does what clubs/a.yaml says.
BUILD = """
import pathlib, sys
code, text = pathlib.Path("clubs/a.yaml").read_text("utf-8").split(" ", 1)
if code == "3" and "--strict" in sys.argv:
    code = "1"
if code in "03":
    pathlib.Path("output").mkdir(exist_ok=True)
    pathlib.Path("output/index.html").write_text(f"<body>{text}</body>", "utf-8")
print(f"sagt: {text}")
sys.exit(int(code))
"""


class Running:
    """A server in a thread of its own, and what it says."""

    def __init__(self, said: queue.Queue[str]) -> None:
        self.said = said
        self.address = ""

    def until(self, words: str) -> str:
        """All that was said up to and with the line that holds the words."""
        lines: list[str] = []
        while not lines or words not in lines[-1]:
            lines.append(self.said.get(timeout=20))
        return "\n".join(lines)

    def page(self) -> str:
        """What a browser gets."""
        with urlopen(self.address, timeout=10) as answer:  # noqa: S310 - our own address
            return str(answer.read().decode())


@contextmanager
def running(root: Path) -> Iterator[Running]:
    said: queue.Queue[str] = queue.Queue()
    stop = threading.Event()
    thread = threading.Thread(
        target=run,
        args=(root,),
        kwargs={
            "host": "127.0.0.1",
            "port": 0,
            "say": said.put,
            "command": (sys.executable, "-c", BUILD),
            "stop": stop,
        },
    )
    thread.start()
    server = Running(said)
    try:
        yield server
    finally:
        stop.set()
        thread.join(20)
    assert not thread.is_alive()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "clubs").mkdir()
    for own in ("PACKAGE", "SCHEMA", "THEME"):  # someone may be working on the program just now
        monkeypatch.setattr(watching, own, tmp_path / "clubs")
    write(tmp_path, "0 første")
    return tmp_path


def write(root: Path, text: str) -> None:
    """Write in one step, so that a build never sees half a file."""
    (root / "half").write_text(text, "utf-8")
    (root / "half").replace(root / "clubs" / "a.yaml")


def start(server: Running) -> None:
    line = server.until("Siden ligger på").splitlines()[-1]
    server.address = line.split()[3]


def test_a_change_is_built_and_a_failure_keeps_the_last_good_site(root: Path) -> None:
    threads = threading.active_count()
    with running(root) as server:
        start(server)
        assert "første" in server.page()

        write(root, "1 galt <b>")
        assert "sagt: galt <b>" in server.until("Du ser den seneste gode udgave.")
        assert "første" in server.page()
        assert "sagt: galt &lt;b&gt;" in server.page()

        write(root, "3 næsten")
        assert "sagt: næsten" in server.until("Du ser den seneste gode udgave.")
        assert "<body>første" in server.page()
        assert "sagt: næsten" in server.page()

        write(root, "0 godt")
        server.until("Klar.")
        assert "<body>godt<script" in server.page()
    assert threading.active_count() == threads


def test_a_first_build_that_fails_is_told_and_the_next_is_tried(root: Path) -> None:
    write(root, "1 galt")
    with running(root) as server:
        assert "Siden kan ikke bygges endnu." in server.until("Siden ligger på")
        write(root, "0 godt")
        server.until("Klar.")


def test_without_a_good_site_one_wrong_file_hides_only_itself(root: Path) -> None:
    write(root, "3 uden en")
    with running(root) as server:
        assert "sagt: uden en\nSiden er bygget, men noget er ikke med." in server.until(
            "noget er ikke med"
        )
        start(server)
        assert "<body>uden en" in server.page()
        assert "sagt: uden en" in server.page()

        write(root, "3 stadig uden")
        server.until("noget er ikke med")
        assert "<body>stadig uden" in server.page()


def test_a_good_site_from_before_stays_when_a_file_is_wrong_from_the_start(root: Path) -> None:
    (root / "output").mkdir()
    (root / "output" / "index.html").write_text("<body>i går</body>", "utf-8")
    write(root, "3 uden en")
    with running(root) as server:
        start(server)
        assert "<body>i går" in server.page()
        assert "sagt: uden en" in server.page()


def test_what_helps_who_mends_the_program_stands_in_the_terminal_only(root: Path) -> None:
    with running(root) as server:
        start(server)
        write(root, "1 galt\n\nTraceback (most recent call last):\n  File x")
        assert "File x" in server.until("Du ser den seneste gode udgave.")
        assert "sagt: galt" in server.page()
        assert "Traceback" not in server.page()


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "publishconf.py").write_text("A = 1\n", "utf-8"),
        lambda root: (root / "content" / "pages").mkdir(parents=True),
        lambda root: (root / "new").replace(root / "clubs" / "b.yaml"),
        lambda root: (root / "clubs" / "a.yaml").touch(),
    ],
    ids=[
        "settings appear",
        "a folder appears",
        "a file is renamed into place",
        "a file is touched",
    ],
)
def test_every_kind_of_change_is_seen(root: Path, change: Callable[[Path], object]) -> None:
    (root / "new").write_text("0 ny", "utf-8")
    with running(root) as server:
        start(server)
        change(root)
        server.until("Klar.")


def test_what_appears_in_a_new_folder_is_seen_too(root: Path) -> None:
    with running(root) as server:
        start(server)
        (root / "content").mkdir()
        server.until("Klar.")
        (root / "content" / "om.md").write_text("Om os", "utf-8")
        server.until("Klar.")


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_everything_with_a_friendly_word(root: Path, end: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "holdkatalog", "serve", "--port", "0"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stderr
        for line in process.stdout:
            if "Siden ligger på" in line:
                break
        process.send_signal(end)
        assert process.stdout.read().strip() == "Farvel."
        assert process.wait(10) == 0
        assert process.stderr.read() == ""
