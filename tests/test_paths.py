from __future__ import annotations

from pathlib import Path

from holdkatalog import paths


def test_a_checkout_has_theme_and_schema_at_its_top(tmp_path: Path) -> None:
    assert paths.home(tmp_path / "scripts" / "holdkatalog") == tmp_path


def test_an_installed_package_carries_them_inside(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert paths.home(tmp_path) == tmp_path / "data"


def test_the_program_finds_its_own() -> None:
    assert paths.SCHEMA.is_dir()
    assert paths.THEME.is_dir()
