"""Markdown from strangers as HTML that can do nothing but be read.

Three walls: Python-Markdown without raw HTML, links only to where a reader can mean to go, and
nh3 with a short list of elements behind them.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import Final
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from markupsafe import Markup

_LINK: Final = re.compile(
    r"https?://[a-z0-9æøå][a-z0-9æøå.-]*(?::\d{1,5})?(?:[/?#][^\s\\]*)?"
    r"|mailto:[^\s\\/@]+@[^\s\\/@]+|tel:\+?[0-9 ]{3,20}",
    re.IGNORECASE,
)
_TAGS: Final = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "blockquote", "code", "pre", "hr"}
_BRACKETS: Final = 60
_DEEP: Final = re.compile(r"^[ \t]*(?:(?:[*+-]|\d+[.])[ \t]+|>[ \t]*){12}", re.MULTILINE)
_HEADINGS: Final = {f"h{level}" for level in range(1, 7)}


class _Tame(Treeprocessor):
    """Turn pictures into their words, headings into strong lines, and doubtful links into text."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "img":
                words = element.get("alt") or ""
                element.tag, element.text = "span", words
                element.attrib.clear()
            elif element.tag == "a" and not is_safe(element.get("href") or ""):
                element.tag = "span"
                element.attrib.clear()
            elif element.tag in _HEADINGS:
                # The page has its own headings; a club's must not break their order.
                inner = Element("strong")
                inner.text, inner[:] = element.text, list(element)
                element.tag, element.text, element[:] = "p", "", [inner]


class _Safe(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name for it
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Tame(md), "tame", 0)


def is_safe(address: str) -> bool:
    """Whether a link may lead there: an absolute web address, a mail or a telephone."""
    # Python-Markdown hides the address of <a@example.org> in entities of its own.
    return _LINK.fullmatch(unescape(address.replace(AMP_SUBSTITUTE, "&"))) is not None


@cache
def _converter() -> Markdown:
    """Made once: making it takes longer than most texts do."""
    return Markdown(extensions=[_Safe(), "sane_lists"], output_format="html")


def html(source: str) -> Markup:
    """The Markdown of a club as HTML; headings become strong lines, raw HTML stays text."""
    if source.count("[") > _BRACKETS or _DEEP.search(source):
        return _as_written(source)
    made = _converter().reset().convert(source)
    clean = nh3.clean(
        made,
        tags=_TAGS,
        attributes={"*": set(), "a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="nofollow noopener",
    )
    return Markup(clean)  # noqa: S704 - nh3 has cleaned it


def _as_written(source: str) -> Markup:
    """The text's paragraphs as they stand.

    Nobody writes so many brackets, or lists so deep in lists. Python-Markdown tries every bracket
    against all the others (a minute for 20,000), and calls itself for each list.
    """
    paragraphs = (part.strip() for part in re.split(r"\n[ \t]*\n", source))
    return Markup("\n").join(Markup("<p>{}</p>").format(p) for p in paragraphs if p)


def plain(source: str, longest: int) -> str:
    """The Markdown's words alone, cut at a word when they are longer than `longest` characters."""
    words = " ".join(unescape(nh3.clean(html(source), tags=set())).split())
    if len(words) <= longest:
        return words
    return words[: longest - 1].rsplit(" ", 1)[0].rstrip(",.;:") + "…"
