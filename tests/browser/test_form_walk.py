"""A club gets on the site with the keyboard alone, on a small telephone, and in few steps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.walk_form import REQUIRED, walk
from holdkatalog.cli import main
from on_form import NEW

Open = Callable[..., Page]
PHONE = {"width": 360, "height": 740}


@pytest.mark.parametrize("only_required", [True, False], ids=["required", "short page"])
def test_a_new_club_is_told_of_by_keyboard_alone_and_its_file_passes_the_check(
    visit: Open, tmp_path: Path, capsys: pytest.CaptureFixture[str], *, only_required: bool
) -> None:
    done = walk(visit(NEW, viewport=PHONE), only_required=only_required)
    file = tmp_path / "hoejby-ballonklub.yaml"
    file.write_text(done.file, "utf-8")
    assert main(["check", str(file)]) == 0, capsys.readouterr()
    assert done.required == len(REQUIRED)
    assert done.answers <= 8, "the short page asks eight things at most"
    assert done.presses < (150 if only_required else 260), done


def test_it_begins_at_the_words_for_clubs(visit: Open, site: str) -> None:
    page = visit(viewport=PHONE)
    page.locator("footer").get_by_role("link", name="Få jeres hold med").click()
    page.wait_for_url(site + NEW)
