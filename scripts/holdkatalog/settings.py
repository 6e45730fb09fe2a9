"""What every municipality's publishconf.py starts from.

`globals().update(settings.base(Path(__file__).parent))` is all it takes; what the file sets after
that is its own.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined

from holdkatalog import plugin
from holdkatalog.paths import THEME
from holdkatalog.rendering import FILTERS, GLOBALS


def base(root: Path) -> dict[str, Any]:
    """Pelican's settings for the catalogue in the folder `root`, which holds clubs/ and content/."""
    return {
        **_content(root),
        **_nothing_else(),
        "PLUGINS": [plugin],
        "THEME": str(THEME),
        "THEME_STATIC_DIR": "tema",
        "THEME_STATIC_PATHS": ["static"],
        "JINJA_ENVIRONMENT": {
            "autoescape": True,
            "undefined": StrictUndefined,
            "trim_blocks": True,
            "lstrip_blocks": True,
            # Each build reads the theme anew; within one, its files needn't be looked at for each import.
            "auto_reload": False,
        },
        "JINJA_FILTERS": dict(FILTERS),
        "JINJA_GLOBALS": dict(GLOBALS),
        "MARKDOWN": {
            "extension_configs": {"markdown.extensions.sane_lists": {}},
            "output_format": "html",
        },
    }


def _content(root: Path) -> dict[str, Any]:
    return {
        "HOLDKATALOG_ROOT": str(root),
        "HOLDKATALOG_PUBLIC_ADDRESS": "",
        # Where forms are posted to, and the repository with the clubs' files: all empty when there is none.
        "HOLDKATALOG_BRIDGE": "",
        "HOLDKATALOG_FORGE": "",
        "HOLDKATALOG_REPOSITORY": "",
        "HOLDKATALOG_BRANCH": "main",
        # Anything but nothing: plain Pelican has no `--production`.
        "HOLDKATALOG_PRODUCTION": bool(os.environ.get("HOLDKATALOG_PRODUCTION")),
        "PATH": str(root / "content"),
        "PAGE_PATHS": ["pages"],
        "PAGE_URL": "{slug}/",
        "PAGE_SAVE_AS": "{slug}/index.html",
        "DEFAULT_LANG": "da",
        "TIMEZONE": "Europe/Copenhagen",
        "SITEURL": "",
        "LOAD_CONTENT_CACHE": False,
        "DELETE_OUTPUT_DIRECTORY": False,
    }


def _nothing_else() -> dict[str, Any]:
    """Turn off what a blog has and a catalogue hasn't: articles, feeds, tags, authors, archives."""
    off = dict.fromkeys(
        (
            "FEED_ALL_ATOM",
            "CATEGORY_FEED_ATOM",
            "TRANSLATION_FEED_ATOM",
            "AUTHOR_FEED_ATOM",
            "AUTHOR_FEED_RSS",
        )
    )
    unsaved = dict.fromkeys(
        ("ARTICLE_SAVE_AS", "AUTHOR_SAVE_AS", "CATEGORY_SAVE_AS", "TAG_SAVE_AS", "DRAFT_SAVE_AS"),
        "",
    )
    return {**off, **unsaved, "ARTICLE_PATHS": [], "STATIC_PATHS": [], "DIRECT_TEMPLATES": []}
