"""The words that the scripts of a form say, which its page hands them all at once."""

from __future__ import annotations

import re
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent.parent / "theme" / "static" / "js"
FORM = ("club-form", "draft-note", "errors", "finished", "outcome", "slots")


def words_of_scripts() -> tuple[str, ...]:
    """Each of them by its key."""
    texts = [(SCRIPTS / f"{name}.mjs").read_text("utf-8") for name in FORM]
    return tuple(word for text in texts for word in re.findall(r"#words\.(\w+)", text))
