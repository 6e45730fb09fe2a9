"""The catalogue as a commit has it: what a mail is judged against, whatever lies in the working tree."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from holdkatalog.catalogue.content import read_content
from holdkatalog.catalogue.files import documents, photos
from holdkatalog.inbox.git import Git
from holdkatalog.paths import SCHEMA
from holdkatalog.post import Now
from holdkatalog.wording.words import FILE, strings

HERE: Final = ZoneInfo("Europe/Copenhagen")
_FILES: Final = re.compile(r"100(?:644|755) blob ([0-9a-f]+)\t(.+)", re.DOTALL)
_CHANGED: Final = re.compile(r"^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) ", re.MULTILINE)
_PHOTOS: Final = "clubs/foto/"
_EDITIONS: Final = 1_000
"""So many editions of a file are looked through."""


@dataclass(frozen=True, slots=True)
class Base:
    """A commit of the repository, and what its history knows of a club's file."""

    git: Git
    commit: str

    def now(self, today: dt.date) -> Now:
        """The catalogue of the commit; raises CatalogueError when the municipality's files have errors."""
        with tempfile.TemporaryDirectory(prefix="holdkatalog-") as made:
            place = Path(made)
            for name, data in self._files():
                file = place / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
            content = place / "content"
            courses = documents(content / "forloeb", "content/forloeb")
            files = (*documents(place / "clubs", "clubs"), *courses)
            return Now(
                known=read_content(content, SCHEMA / "vocabulary"),
                files={found.file: found for found in files},
                photos=photos(place / "clubs"),
                today=today,
                words=strings(FILE),
            )

    def edition(self, club: str, blob: str) -> bytes | None:
        """The club's file as it was in that edition; None for what has never been its."""
        told = self.git.text(
            *("log", "--full-history", "-m", "--no-renames", "--raw", "--no-abbrev", "--format="),
            *(f"--max-count={_EDITIONS}", self.commit, "--", f"clubs/{club}.yaml"),
        )
        # What stood there before the file came is told as zeros, and is no edition.
        known = {each for pair in _CHANGED.findall(told) for each in pair if each.strip("0")}
        return self.git.data("cat-file", "blob", blob) if blob in known else None

    def edited(self, club: str) -> dt.datetime | None:
        """When the club's file was last edited."""
        said = self.git.text("log", "-1", "--format=%ct", self.commit, "--", f"clubs/{club}.yaml")
        return dt.datetime.fromtimestamp(int(said), HERE) if said else None

    def _files(self) -> Iterator[tuple[str, bytes]]:
        """The files of the catalogue by their names; of a photo only the name is asked."""
        tree = self.git.data(
            "ls-tree", "-r", "-z", "--full-tree", self.commit, "--", "clubs", "content"
        )
        rows = [
            _FILES.fullmatch(row) for row in tree.decode("utf-8", "surrogateescape").split("\0")
        ]
        wanted = [(row[2], row[1]) for row in rows if row]
        asked = [(name, blob) for name, blob in wanted if not name.startswith(_PHOTOS)]
        answer = self.git.data(
            "cat-file", "--batch", given="".join(f"{blob}\n" for _, blob in asked).encode()
        )
        for name, _ in asked:
            head, _, rest = answer.partition(b"\n")
            size = int(head.split()[-1])
            yield name, rest[:size]
            answer = rest[size + 1 :]
        yield from ((name, b"") for name, _ in wanted if name.startswith(_PHOTOS))
