"""A built page as its tags: what tests over the whole site read it into."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Tag:
    """A start tag with the words that stand inside it."""

    name: str
    attrs: dict[str, str]
    words: str = ""


@dataclass
class Read:
    """What a page holds: its tags in order, and each id with how often it stands."""

    tags: list[Tag] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)

    def named(self, *names: str) -> list[Tag]:
        """The tags of these kinds, in order."""
        return [tag for tag in self.tags if tag.name in names]


class _Reader(HTMLParser):
    """Reads a page into a Read."""

    VOID = frozenset({"meta", "link", "img", "br", "hr", "input", "source"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.page, self.open = Read(), list[Tag]()
        self.feed(text)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        twice = [name for name, n in Counter(name for name, _ in attrs).items() if n > 1]
        assert not twice, f"{tag} has {twice} twice"
        found = Tag(tag, {name: value or "" for name, value in attrs})
        self.page.tags.append(found)
        if found.attrs.get("id"):
            self.page.ids[found.attrs["id"]] += 1
        if tag not in self.VOID:
            self.open.append(found)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        closed = self.open.pop()
        assert closed.name == tag, f"</{tag}> closes <{closed.name}>"

    def handle_data(self, data: str) -> None:
        for tag in self.open:
            tag.words += data


def read_page(text: str) -> Read:
    """The tags of a page; a tag that is never closed, or closes nothing, stops the test."""
    return _Reader(text).page
