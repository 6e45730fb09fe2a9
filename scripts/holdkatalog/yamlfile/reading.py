"""Read one file: every text with its place, every Problem at once, and never an exception."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from holdkatalog.errors import Problem
from holdkatalog.yamlfile.characters import DANGEROUS, readable
from holdkatalog.yamlfile.diagnosis import diagnose, suspect
from holdkatalog.yamlfile.events import FAULTS, Reading, Trouble
from holdkatalog.yamlfile.hidden import gaps, hidden
from holdkatalog.yamlfile.indentation import block, path_of
from holdkatalog.yamlfile.nodes import Document, Mapping_
from holdkatalog.yamlfile.remedies import emptied, masked
from holdkatalog.yamlfile.repairs import Edit, Fault, patched
from holdkatalog.yamlfile.source import Line, Source
from holdkatalog.yamlfile.traps import silent

SIZE = 256 * 1024
LINES = 10_000
# How often a broken file is mended and read again, and how many characters that may cost in all:
# a club's file gets every try, a hostile one of 256 KiB only two.
_TRIES = 24
_BUDGET = 400_000
# After so many lines left out one by one, whole blocks are left out: the parser is far astray.
_ECHOES = 4


def read(file: str, data: bytes) -> Document:
    """The file as a tree of texts, with every Problem found; `file` is only its name for them."""
    if len(data) > SIZE:
        return _refused(Source(file, ""), "too-big", limit=str(SIZE // 1024))
    if data.count(b"\n") + data.count(b"\r") > LINES * (2 if b"\r\n" in data else 1):
        return _refused(Source(file, ""), "too-many-lines", limit=f"{LINES:,}".replace(",", "."))
    try:
        source = Source(file, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _not_utf8(file, data, error.start)
    return _read(source)


def _read(source: Source) -> Document:
    work = _Work(source)
    reading = work.read()
    tries = max(1, min(_TRIES, _BUDGET // (len(source.text) + 1)))
    while work.mend(reading) and work.tries < tries:
        reading = work.read()
    problems = work.problems(reading)
    root = reading.root
    if not problems and root is None:
        return _refused(source, "empty")
    if root is not None and not isinstance(root, Mapping_):
        if not problems:
            problems = (source.problem("not-fields", source.line(root.span.start)),)
        root = None
    lost = work.lost or reading.stopped or reading.trouble is not None or root is None
    return Document(source.file, source.text, root, problems, incomplete=lost)


class _Work:
    """A file under repair: the Problems so far, and the edits that got the parser past them."""

    def __init__(self, source: Source) -> None:
        """Begin with the characters nobody sees, which the parser would only stumble over."""
        self.source = source
        self.text = readable(source.text)
        self.lost = False
        self.tries = 0
        self._found = list(islice(hidden(source), FAULTS))
        self._edits = {*gaps(source), *(e for fault in self._found for e in fault.edits)}
        if source.text.startswith("\ufeff"):
            self._edits.add(Edit(0, 1, ""))
        self._echoes = 0
        self._explained = {fault.problem.line for fault in self._found if fault.edits}

    def read(self) -> Reading:
        """Read the mended copy."""
        self.tries += 1
        return Reading(self.source, patched(self.text, self._edits)).run()

    def mend(self, reading: Reading) -> bool:
        """Add the edits for what stands in the way; False when there is nothing more to mend."""
        known = frozenset(self._edits)
        for fault in islice(self._refused(reading), FAULTS):
            fresh = [edit for edit in fault.edits if edit not in known]
            if fresh:
                self._found.append(fault)
                self._edit(fresh)
        if len(self._edits) == len(known) and reading.trouble is not None:
            self._explain(reading.trouble, known)
        return len(self._edits) > len(known)

    def _explain(self, trouble: Trouble, known: frozenset[Edit]) -> None:
        line = suspect(self.source, trouble)
        fault = diagnose(self.source, trouble)
        number = fault.problem.line
        fresh = [edit for edit in fault.edits if edit not in known]
        echo = fault.problem.code == "syntax" and self._explained
        # A line is explained once, and a cause we can't name is mostly an echo of one we can.
        if number in self._explained or echo:
            fresh = []
        else:
            self._found.append(Fault(self._placed(fault.problem, trouble)))
            self._explained.add(number)
        if not fresh:
            self._echoes += 1
            fresh = [*masked(self.source, self.source.lines[number - 1])]
            fresh += masked(self.source, line)
        if self._echoes > _ECHOES:
            fresh += emptied(block(self.source, line))
        self._edit(edit for edit in fresh if edit not in known)

    def _placed(self, problem: Problem, trouble: Trouble) -> Problem:
        """The Problem with its path: the parser has lost its way, but the indentation tells."""
        if problem.path != trouble.path:
            return problem
        line = self.source.lines[problem.line - 1]
        return replace(problem, path=path_of(self.source, line, line.indent))

    def _edit(self, edits: Iterable[Edit]) -> None:
        """Add edits; one that takes text away leaves the tree incomplete."""
        for edit in edits:
            self._edits.add(edit)
            self.lost = self.lost or (edit.text == "" and edit.end > edit.start)

    def _refused(self, reading: Reading) -> list[Fault]:
        return [*reading.faults, *islice(silent(self.source, reading.root), FAULTS)]

    def problems(self, reading: Reading) -> tuple[Problem, ...]:
        """Every Problem once, in the order of the file."""
        faults = [*self._found, *self._refused(reading)]
        unique = {(p.line, p.column, p.code): p for p in (fault.problem for fault in faults)}
        return tuple(sorted(unique.values())[:FAULTS])


def _refused(source: Source, code: str, limit: str = "") -> Document:
    facts = {"limit": limit} if limit else {}
    problem = source.problem(code, Line(1, 0, "", inside=False), path=(), **facts)
    return Document(source.file, source.text, None, (problem,), incomplete=True)


def _not_utf8(file: str, data: bytes, offset: int) -> Document:
    """Name the line of the first odd byte, and read on as Windows wrote it where that fits."""
    guess = "UTF-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ""
    text = data.decode("windows-1252", errors="replace")
    if not guess and "\ufffd" not in text and not DANGEROUS.search(text):
        guess = "Windows-1252"
    source = Source(file, text if guess == "Windows-1252" else "")
    # One byte is one character in Windows-1252, so the offset is the character's as well.
    lines = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    column = len(lines[-1].decode("utf-8", errors="replace")) + 1
    letter = text[offset] if guess == "Windows-1252" else ""
    facts = (("byte", f"{data[offset]:02X}"), ("guess", guess), ("letter", letter))
    problem = Problem(file, len(lines), column, "not-utf8", (), "", facts, 1)
    if guess != "Windows-1252":
        return Document(file, "", None, (problem,), incomplete=True)
    found = _read(source)
    problems = tuple(sorted((problem, *found.problems)))
    return Document(file, text, found.root, problems, incomplete=found.incomplete)
