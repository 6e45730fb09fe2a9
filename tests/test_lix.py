"""How hard the site's own texts are to read: LIX, the measure of Björnsson (1968).

Words for each sentence, and besides how many in a hundred are long (more than six letters). Below
25 is easy, 35 is plain, 45 is a newspaper's. A heading, an item and a paragraph end a sentence, and
so do a full stop, a colon, a question and an exclamation mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from holdkatalog.catalogue.content import read_content
from holdkatalog.paths import SCHEMA, THEME
from holdkatalog.wording.words import strings

ROOT = Path(__file__).resolve().parent.parent
MOST, MEAN = 45, 35
LONG = 7
ENOUGH = 25
"""Words; fewer than that are labels, and a long one among them says nothing of the text."""
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# A day's number and what is shortened end no sentence: "1. maj", "kl. 10", "fx".
SHORT = re.compile(r"(?:\b(?:kl|kr|nr|pr|ca|Sj)|\d)\.(?=\s+[a-zæøå\d])")
END = re.compile(r"[.:!?]+(?=\s|$)|\n")


def lix(text: str) -> float:
    """The measure of a text in which each line is a paragraph, a heading or an item."""
    plain = SHORT.sub(lambda found: found[0][:-1], text)
    words = WORD.findall(plain)
    sentences = [part for part in END.split(plain) if WORD.search(part)]
    long = [word for word in words if len(word.replace("-", "")) >= LONG]
    return len(words) / len(sentences) + 100 * len(long) / len(words)


def paragraphs(markdown: str) -> str:
    """The words of a page of Markdown as they are read, a paragraph on each line; no code."""
    body = markdown.partition("\n\n")[2]
    prose = "\n\n".join(part for part in body.split("\n\n") if not part.startswith("    "))
    unlinked = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", prose)
    marked = re.sub(r"(?m)^(?:#+|[-*]|\d+\.) +", "\n", unlinked)
    return "\n".join(" ".join(part.split()) for part in re.split(r"\n{2,}", marked)).replace(
        "*", ""
    )


def spoken(words: object) -> Iterator[str]:
    """The texts of a file of strings; what is filled in is one word."""
    if isinstance(words, dict):
        for inner in words.values():
            yield from spoken(inner)
    else:
        yield re.sub(r"\{\w+\}", "navn", str(words))


def texts() -> Iterator[tuple[str, str]]:
    """Everything the site says itself, by where it stands; the clubs' words are their own."""
    for file in sorted((ROOT / "content").rglob("*.md")):
        yield str(file.relative_to(ROOT)), paragraphs(file.read_text("utf-8"))
    known = read_content(ROOT / "content", SCHEMA / "vocabulary").vocabulary
    for condition in known.conditions.values():
        yield f"sygdomme.{condition.id}", condition.about
    asked = known.questions.values()
    yield "spørgsmål", "\n".join(t for q in asked for t in (q.question, q.yes, q.need))
    for key, group in strings(THEME / "strings" / "da.yaml").items():
        yield f"strings.{key}", "\n".join(spoken(group))


LIX = {name: lix(text) for name, text in texts() if len(WORD.findall(text)) >= ENOUGH}


def test_the_measure_counts_words_sentences_and_long_words() -> None:
    assert lix("Du er her.") == 3
    assert lix("Du er her. Jeg går nu") == 3
    assert lix("Du er velkommen") == pytest.approx(3 + 100 / 3)
    assert lix("Overskrift\nDu er her") == pytest.approx(4 / 2 + 100 / 4)
    assert lix("Kom den 1. maj kl. 10.00") == 4


def test_a_page_is_measured_by_what_is_read() -> None:
    page = "Title: T\nSlug: t\n\n## Om\n\nLæs [her](https://a.dk) om\n**det**.\n\n    kode: ja\n\n- Et\n- To\n"
    assert [line for line in paragraphs(page).splitlines() if line] == [
        "Om",
        "Læs her om det.",
        "Et",
        "To",
    ]


@pytest.mark.parametrize("name", LIX)
def test_no_text_is_hard_to_read(name: str) -> None:
    assert LIX[name] <= MOST, f"{LIX[name]:.0f}"


def test_the_texts_are_plain_on_average() -> None:
    assert len(LIX) > 40
    assert sum(LIX.values()) / len(LIX) <= MEAN
