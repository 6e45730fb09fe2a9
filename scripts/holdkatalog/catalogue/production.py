"""What keeps a site from being shown to the public: what the law asks for, and what is only invented.

A site for the public says where its accessibility statement is and who answers, knows its own
address, and shows nobody an example's telephone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from holdkatalog.catalogue.files import document
from holdkatalog.errors import Problem
from holdkatalog.validation import Pen

SETTINGS: Final = "publishconf.py"
PUBLIC: Final = "HOLDKATALOG_PUBLIC_ADDRESS"
_SECTION: Final = "tilgængelighed"
_ASKED: Final = {
    "erklæring": "public-statement",
    "telefon": "public-phone",
    "mail": "public-mail",
}
_ENDINGS: Final = {".yaml", ".md"}
# The telephone and the mails of all our examples; none of them is anybody's.
_INVENTED: Final = re.compile(
    r"(?<!\d)(?:\+?45 ?)?12 ?34 ?56 ?78(?!\d)|[^\s@\"'(:]*@example\.(?:org|com)\b"
)


def unpublishable(root: Path, *, public: str) -> tuple[Problem, ...]:
    """Everything that a site for the public lacks or must not show; `public` is its address."""
    content = root / "content"
    problems = (*_lacking(content), *_address(root / SETTINGS, public), *_invented(content))
    return tuple(sorted(problems))


def _lacking(content: Path) -> Iterator[Problem]:
    """What content/kommune.yaml should say, and that its clubs are made up."""
    found = document(content / "kommune.yaml", f"{content.name}/kommune.yaml")
    values = found.values if isinstance(found.values, dict) else {}
    pen = Pen(found)
    section = values.get(_SECTION)
    said = section if isinstance(section, dict) else {}
    for key, code in _ASKED.items():
        if key not in said:
            path = (_SECTION, key) if said else (_SECTION,)
            yield pen.missing(code, path, **({} if said else {"above": _SECTION}))
    if str(values.get("eksempeldata", "")).lower() == "ja":
        yield pen.at("public-demo", ("eksempeldata",), key=True)


def _address(settings: Path, public: str) -> Iterator[Problem]:
    """That the settings say no address where the public can find the site."""
    parts = urlsplit(public)
    if parts.scheme == "https" and "." in (parts.hostname or ""):
        return
    text = settings.read_text("utf-8") if settings.is_file() else ""
    line = re.search(rf"^{PUBLIC}\b", text, re.MULTILINE)
    number = text.count("\n", 0, line.start()) + 1 if line else 0
    facts = (("key", PUBLIC),)
    yield Problem(settings.name, number, 0, "public-address", (), public, facts)


def _invented(content: Path) -> Iterator[Problem]:
    """Each line of the municipality's files that shows an example's telephone or mail."""
    for file in sorted(content.rglob("*")):
        if file.suffix in _ENDINGS and file.is_file():
            name = file.relative_to(content.parent).as_posix()
            for number, line in enumerate(file.read_text("utf-8", "replace").splitlines(), 1):
                hit = None if line.lstrip().startswith("#") else _INVENTED.search(line)
                if hit:
                    yield Problem(
                        name, number, hit.start() + 1, "public-invented", (), hit[0],
                        width=len(hit[0]),
                    )  # fmt: skip
