"""Builds the site beside the old one and changes them over, so that a failed build harms nothing.

The settings file is the one that plain `pelican -s publishconf.py` reads, and so is the result.
What is added: all messages are collected and none is passed over (Pelican's own `--fatal` stops
at the first), a site without its catalogue is refused, and no page of an earlier build is left.
"""

from __future__ import annotations

import contextlib
import ctypes
import datetime as dt
import io
import logging
import os
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.settings import read_settings

from holdkatalog.beside import beside
from holdkatalog.catalogue import Loaded
from holdkatalog.errors import CatalogueError, Problem
from holdkatalog.paths import PACKAGE, THEME

SETTINGS = "publishconf.py"
# Every site of ours has the list of all offers here; a folder of something else hasn't.
_LIST = Path("hold", "index.html")
# What Pelican says of a page without a title; after that, it only stumbles over the same page.
_UNTITLED = "Skipping %s: could not find information about '%s'"
_AT_FDCWD = -100
_EXCHANGE = 2


class BuildError(Exception):
    """The site can't be built, or its place can't be used; `reasons` are sentences for a person.

    `trace` is where Python was, when it was Python that stopped: for who mends the program.
    """

    def __init__(self, *reasons: str, trace: str = "") -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons
        self.trace = trace


@dataclass(frozen=True, slots=True)
class Built:
    """A new site stands in its place: how many pages it has, and the catalogue it shows.

    `advice` is what should be mended outside the files.
    """

    pages: int
    loaded: Loaded
    advice: tuple[Problem, ...]


def build(
    root: Path, *, output: Path, strict: bool, today: dt.date | None, production: bool = False
) -> Built:
    """Build the catalogue in the folder `root` into `output`, replacing the site that stands there.

    `strict` fails on any error in a club's file; otherwise clubs with errors are left out.
    `production` refuses a site that the public must not see, whatever the settings file says.
    Without `today` it is the day that plain Pelican takes.
    Raises CatalogueError for what is wrong in the files and BuildError for everything else.
    """
    _refuse_none(root)
    _refuse_foreign(output, root=root)
    output.parent.mkdir(parents=True, exist_ok=True)
    with beside(output.parent) as fresh:
        loaded, advice = _pelican(
            root / SETTINGS, fresh, strict=strict, production=production, today=today
        )
        if not (fresh / _LIST).is_file():
            raise BuildError("Siden blev bygget uden et eneste hold. Den gamle side står endnu.")
        pages = sum(1 for _ in fresh.rglob("*.html"))
        _change_over(fresh, output)
    return Built(pages=pages, loaded=loaded, advice=advice)


def settings_of(root: Path, *, today: dt.date | None, address: str | None) -> dict[str, Any]:
    """What a build in the folder would go by; the day and the address instead of the file's, when given.

    Raises BuildError where there is no settings file, or none that can be read.
    """
    _refuse_none(root)
    own = {"HOLDKATALOG_TODAY": today, "HOLDKATALOG_PUBLIC_ADDRESS": address}
    given = {key: value for key, value in own.items() if value is not None}
    with _every_warning(root), contextlib.redirect_stdout(io.StringIO()):
        try:
            found: dict[str, Any] = read_settings(str(root / SETTINGS), override=given)
        except Exception as error:  # whatever a settings file can do
            raise BuildError(_where(error, root), trace=traceback.format_exc()) from error
    if "HOLDKATALOG_ROOT" not in found:
        raise BuildError(f"Holdkatalogets program er ikke med i {SETTINGS}.")
    return found


def _refuse_none(root: Path) -> None:
    if not (root / SETTINGS).is_file():
        raise BuildError(f"Der er ingen {SETTINGS} i mappen {root}.")


def _refuse_foreign(output: Path, *, root: Path) -> None:
    """The folder is about to be replaced: make sure that it is empty or a site of ours."""
    if root.is_relative_to(output):
        raise BuildError(f"Siden kan ikke bygges i {output}, for der ligger kataloget selv.")
    if output.is_dir() and any(output.iterdir()) and not (output / _LIST).is_file():
        raise BuildError(
            f"Mappen {output} indeholder noget andet end en bygget side. Vælg en anden mappe."
        )
    if output.exists() and not output.is_dir():
        raise BuildError(f"{output} er ikke en mappe.")


def _pelican(
    settings_file: Path, fresh: Path, *, strict: bool, production: bool, today: dt.date | None
) -> tuple[Loaded, tuple[Problem, ...]]:
    reported: list[Loaded] = []
    advice: list[Problem] = []
    own = {
        "OUTPUT_PATH": str(fresh),
        "HOLDKATALOG_STRICT": strict,
        "HOLDKATALOG_REPORT": reported.append,
        "HOLDKATALOG_ADVICE": advice.append,
        # What isn't said must not hide what the settings file or the surroundings say.
        **({"HOLDKATALOG_PRODUCTION": True} if production else {}),
        **({} if today is None else {"HOLDKATALOG_TODAY": today}),
    }
    root = settings_file.parent
    with _every_warning(root) as said, contextlib.redirect_stdout(io.StringIO()):
        try:
            Pelican(read_settings(str(settings_file), override=own)).run()
        except CatalogueError:
            raise
        except Exception as error:  # whatever a settings file or a template can do
            raise BuildError(_where(error, root), trace=traceback.format_exc()) from error
    if said:
        raise BuildError(*said)
    if not reported:
        raise BuildError(f"Holdkatalogets program er ikke med i {SETTINGS}.")
    return reported[0], tuple(advice)


def _where(error: Exception, root: Path) -> str:
    """The one line that says what went wrong, and in which file of ours."""
    frames = [(Path(f.filename), f.lineno) for f in traceback.extract_tb(error.__traceback__)]
    ours = [(file, line) for file, line in frames if _is_ours(file, root)]
    file, line = (ours or frames)[-1]
    said = f"{type(error).__name__}: {error}"
    if isinstance(error, SyntaxError) and error.filename:
        file, line, said = Path(error.filename), error.lineno, f"SyntaxError: {error.msg}"
    return f"{_seen_from(root, file)}:{line}: Her går programmet i stå: {said}"


def _is_ours(file: Path, root: Path) -> bool:
    inside = any(map(file.is_relative_to, (root, PACKAGE, THEME)))
    return inside and "site-packages" not in file.parts and file != Path(__file__)


def _seen_from(root: Path, file: Path) -> str:
    return (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()


class _Listener(logging.Handler):
    def __init__(self, said: list[str], root: Path) -> None:
        super().__init__(logging.WARNING)
        self.said, self.root = said, root
        self.untitled: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if record.msg == _UNTITLED and isinstance(record.args, tuple):
            self.untitled.append(str(record.args[0]))
            name = _seen_from(self.root, Path(self.untitled[-1]))
            text = f"{name}: Skriv sidens overskrift på en linje øverst:  Title: Om os"
        elif any(name in text for name in self.untitled):
            return
        self.said.append(text)


@contextlib.contextmanager
def _every_warning(root: Path) -> Iterator[list[str]]:
    """Collect what Pelican logs at level warning or above."""
    said: list[str] = []
    listener = _Listener(said, root)
    logging.getLogger().addHandler(listener)
    try:
        yield said
    finally:
        logging.getLogger().removeHandler(listener)


def _change_over(fresh: Path, place: Path) -> None:
    """Put the fresh site in the place, and the old one where the fresh one was."""
    if not place.exists():
        fresh.rename(place)
    elif not _exchange(fresh, place):
        old = fresh.with_name("old")
        place.rename(old)
        fresh.rename(place)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step (Linux: renameat2(2)); False where that can't be."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError):
        return False
    names = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other))
    return bool(rename(*names, ctypes.c_uint(_EXCHANGE)) == 0)
