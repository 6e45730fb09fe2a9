"""What the server adds to a page: news about the last build, and the script that reloads."""

from __future__ import annotations

import html
import secrets
from dataclasses import dataclass, field

# No page of the site can have this address: ids begin with a letter or a digit.
OWN = "/-/"


@dataclass(frozen=True, slots=True)
class State:
    """How the last build went.

    `heading` is empty when all is well; `report` is what the build said, as plain text. Each state
    has a `token` of its own, which a page compares with the newest to know that it is old.
    """

    heading: str = ""
    report: str = ""
    token: str = field(default_factory=lambda: secrets.token_hex(8))


def with_news(page: str, state: State) -> str:
    """The page with the news and the script last in its body."""
    body_end = page.rfind("</body>")
    place = len(page) if body_end < 0 else body_end
    script = f'<script type="module" src="{OWN}reload.mjs?seen={state.token}"></script>\n'
    return page[:place] + news(state) + script + page[place:]


def news(state: State) -> str:
    """The news as HTML that nothing in a club's file can break out of, or nothing at all."""
    if not state.heading:
        return ""
    return (
        f'<link rel="stylesheet" href="{OWN}news.css">\n'
        '<section class="serve-news" role="alert"><details open>\n'
        f"<summary>{html.escape(state.heading)}</summary>\n"
        f'<pre tabindex="0">{html.escape(state.report)}</pre>\n'
        "</details></section>\n"
    )


def stand_in(title: str, sentence: str) -> str:
    """A whole page for when the site has none to show."""
    return (
        '<!doctype html>\n<html lang="da">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{html.escape(title)}</title></head>\n"
        f"<body><main><h1>{html.escape(title)}</h1><p>{html.escape(sentence)}</p></main></body>\n"
        "</html>\n"
    )
