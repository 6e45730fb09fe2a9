"""Time the check and the build beside a peer, over a municipality of a given size.

python tests/bench/bench.py [OFFERS] [ROUNDS] prints medians in seconds and the ratio to the peer
of the same run: check-jsonschema for the check, and Pelican with one Markdown article an offer
(the plain way to build such a site) for the build. Nothing here fails on a figure: machines differ.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generate import write

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
ARTICLE = "Title: {title}\nDate: 2026-01-01\nSlug: hold-{number}\nTags: kol, {tag}\nCategory: {tag}\n\n{text}\n"
PEER_SETTINGS = (
    "SITENAME = 'Peer'\nTIMEZONE = 'Europe/Copenhagen'\nPATH = 'content'\nSITEURL = ''\n"
)


def seconds(command: list[str], folder: Path) -> float:
    """How long the command takes from start to end, as a whole process."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(
            f"{' '.join(command)}: exit {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        )
    return time.perf_counter() - start


def municipality(folder: Path, offers: int) -> int:
    """A folder that can be checked and built, with as many offers as asked for."""
    clubs = write(folder, offers)
    shutil.copytree(ROOT / "content", folder / "content", ignore=shutil.ignore_patterns("forloeb"))
    shutil.copy(ROOT / "publishconf.py", folder)
    return clubs


def peer(folder: Path, clubs: Path) -> None:
    """The same texts as one Markdown article an offer."""
    articles = folder / "content"
    articles.mkdir(parents=True)
    (folder / "pelicanconf.py").write_text(PEER_SETTINGS, "utf-8")
    number = 0
    for path in sorted(clubs.glob("*.yaml")):
        for block in path.read_text("utf-8").split("\n  hold-")[1:]:
            number += 1
            lines = [line.strip() for line in block.splitlines()]
            title = next(line for line in lines if line.startswith("navn:"))[6:]
            tag = next(line for line in lines if line.startswith("aktivitet:"))[11:]
            text = ARTICLE.format(title=title, number=number, tag=tag, text="\n\n".join(lines))
            (articles / f"hold-{number}.md").write_text(text, "utf-8")


def pairs(ours: list[str], ours_in: Path, other: list[str], other_in: Path, rounds: int) -> str:
    """Both commands in turn, so that a busy moment hits both; medians and their ratio."""
    times = [(seconds(ours, ours_in), seconds(other, other_in)) for _ in range(rounds)]
    mine, theirs = (statistics.median(column) for column in zip(*times, strict=True))
    ratio = statistics.median(a / b for a, b in times)
    return f"{mine:.2f} s, peer {theirs:.2f} s, ratio {ratio:.2f}"


def main(offers: int, rounds: int) -> None:
    """Measure once and say it."""
    with tempfile.TemporaryDirectory() as scratch:
        ours, theirs = Path(scratch, "ours"), Path(scratch, "peer")
        clubs = municipality(ours, offers)
        peer(theirs, ours / "clubs")
        files = [str(p) for p in sorted((ours / "clubs").iterdir())]
        schema = str(ROOT / "schema" / "club.schema.json")
        say = sys.stdout.write
        say(f"{offers} offers in {clubs} clubs, {rounds} rounds\n")
        check = [str(BIN / "holdkatalog"), "check", "clubs"]
        other = [str(BIN / "check-jsonschema"), "--schemafile", schema, *files]
        say(f"check: {pairs(check, ours, other, ours, rounds)} (check-jsonschema)\n")
        build = [str(BIN / "holdkatalog"), "build", "--strict", "--output", "output"]
        naive = [str(BIN / "pelican"), "-s", "pelicanconf.py", "-o", "output"]
        say(f"build: {pairs(build, ours, naive, theirs, rounds)} (Pelican, one article an offer)\n")


if __name__ == "__main__":
    given = [int(arg) for arg in sys.argv[1:]]
    main(*given, *(2000, 3)[len(given) :])
