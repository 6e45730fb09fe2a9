"""No script of the site keeps anything in a browser but one, and it only in one place."""

from __future__ import annotations

import pytest

from holdkatalog.inspection import inspect

DRAFT = "tema/js/draft.mjs"
KEEPS = "globalThis.localStorage.a = 1;"


def found(file: str, text: str) -> list[tuple[str, int]]:
    return [(one.code, one.line) for one in inspect([(file, text)], files={file}, top="/")]


def test_the_draft_of_a_form_is_kept_on_the_one_shelf() -> None:
    assert found(DRAFT, KEEPS) == []


@pytest.mark.parametrize(
    "file", ["tema/js/draft.js", "js/draft.mjs", "tema/js/a.mjs", "draft/tema/js/draft.mjs"]
)
def test_no_other_script_may_keep_it_there(file: str) -> None:
    assert found(file, KEEPS) == [("site-keeps", 1)]


@pytest.mark.parametrize(
    "word",
    ["sessionStorage", "indexedDB", "document.cookie", "caches", "serviceWorker", "sendBeacon"],
)
def test_the_draft_is_kept_nowhere_else(word: str) -> None:
    assert found(DRAFT, f"{KEEPS}\n{word};") == [("site-keeps", 2)]
