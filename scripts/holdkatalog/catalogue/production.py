"""What keeps a site from being shown to the public: what the law asks for, and what is only invented.

A site for the public says where its accessibility statement is and who answers, knows its own
address, and shows nobody an example's telephone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from holdkatalog.catalogue.files import document
from holdkatalog.errors import Problem
from holdkatalog.validation import Pen
from holdkatalog.validation.rules.people import INVENTED
from holdkatalog.yamlfile import Document

SETTINGS: Final = "publishconf.py"
PUBLIC: Final = "HOLDKATALOG_PUBLIC_ADDRESS"
_SECTION: Final = "tilgængelighed"
_ASKED: Final = {
    "erklæring": "public-statement",
    "telefon": "public-phone",
    "mail": "public-mail",
}
_ENDINGS: Final = {".yaml", ".md"}


def unpublishable(root: Path, *, public: str) -> tuple[Problem, ...]:
    """Everything that a site for the public lacks or must not show; `public` is its address."""
    content = root / "content"
    about = document(content / "kommune.yaml", f"{content.name}/kommune.yaml")
    problems = (*_lacking(about), *_address(root / SETTINGS, public))
    told = _invented(content, courses=_demo(_values(about)))
    return tuple(sorted((*problems, *told)))


def _values(about: Document) -> Mapping[str, Any]:
    return about.values if isinstance(about.values, dict) else {}


def _demo(values: Mapping[str, Any]) -> bool:
    return str(values.get("eksempeldata", "")).lower() == "ja"


def _lacking(about: Document) -> Iterator[Problem]:
    """What content/kommune.yaml should say, and that its clubs are made up."""
    values, pen = _values(about), Pen(about)
    section = values.get(_SECTION)
    said = section if isinstance(section, dict) else {}
    for key, code in _ASKED.items():
        if key not in said:
            path = (_SECTION, key) if said else (_SECTION,)
            yield pen.missing(code, path, **({} if said else {"above": _SECTION}))
    if _demo(values):
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


def _invented(content: Path, *, courses: bool) -> Iterator[Problem]:
    """Each line of the municipality's files that shows an example's telephone or mail.

    Its `courses` are judged as clubs are, and so for the same, once clubs are no longer made up.
    """
    for file in sorted(content.rglob("*")):
        if not courses and file.parent.name == "forloeb":
            continue
        if file.suffix in _ENDINGS and file.is_file():
            name = file.relative_to(content.parent).as_posix()
            for number, line in enumerate(file.read_text("utf-8", "replace").splitlines(), 1):
                hit = None if line.lstrip().startswith("#") else INVENTED.search(line)
                if hit:
                    yield Problem(
                        name, number, hit.start() + 1, "public-invented", (), hit[0],
                        width=len(hit[0]),
                    )  # fmt: skip
