"""What the theme's files say to who reads them stays at home: a first visit waits for every byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from holdkatalog.inspection.sources import bare
from holdkatalog.paths import THEME

SOURCES = sorted(f for kind in ("*.css", "*.mjs") for f in (THEME / "static").rglob(kind))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("// why\nlet a;\n", "let a;\n"),
        ("let a; // why\n", "let a; // why\n"),
        ("/**\n * Why.\n */\nlet a;\n", "let a;\n"),
        ("  /* why */\n  p { }\n", "  p { }\n"),
        ("/* why */ p { }\n", "/* why */ p { }\n"),
        ("p { } /* why */\n", "p { } /* why */\n"),
        ('  "//example.org",\n', '  "//example.org",\n'),
    ],
)
def test_only_whole_lines_are_left_out(text: str, left: str) -> None:
    assert bare(text) == left


@pytest.mark.parametrize("source", SOURCES, ids=lambda f: f.name)
def test_what_is_sent_is_what_was_written_without_its_comments(source: Path, built: Path) -> None:
    sent = (built / "tema" / source.relative_to(THEME / "static")).read_text("utf-8")
    written = source.read_text("utf-8")
    assert sent == bare(written)
    assert len(sent) < len(written), "each file says why it is there"
    assert set(sent.splitlines()) <= set(written.splitlines())
