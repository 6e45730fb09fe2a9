"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from holdkatalog.keeping import keep, reason


def test_the_text_stands_in_the_file_byte_for_byte(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    keep(file, "navn: Åben 😀\r\n")
    assert file.read_bytes() == "navn: Åben 😀\r\n".encode()
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_keeps_its_rights_and_a_new_one_gets_the_usual(tmp_path: Path) -> None:
    file, new = tmp_path / "a.yaml", tmp_path / "b.yaml"
    file.write_text("old")
    file.chmod(0o640)
    keep(file, "new")
    assert file.read_text() == "new"
    assert file.stat().st_mode & 0o777 == 0o640
    mask = os.umask(0o027)
    try:
        keep(new, "new")
    finally:
        os.umask(mask)
    assert new.stat().st_mode & 0o777 == 0o640


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    keep(file, "first", new=True)
    with pytest.raises(FileExistsError):
        keep(file, "second", new=True)
    assert file.read_text() == "first"
    assert list(tmp_path.iterdir()) == [file]


def test_a_write_that_fails_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        keep(file, "new")
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_text_that_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        keep(file, "\ud800")
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    file, link = tmp_path / "there" / "a.yaml", tmp_path / "a.yaml"
    file.write_text("old")
    link.symlink_to(file)
    keep(link, "new")
    assert link.is_symlink()
    assert file.read_text() == "new"
    assert list((tmp_path / "there").iterdir()) == [file]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        keep(tmp_path / "no" / "a.yaml", "x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "der er ikke mere plads på disken"),
        (PermissionError(errno.EACCES, "x"), "det har du ikke lov til på den her maskine"),
        (OSError(errno.EMFILE, "Too many open files"), "Too many open files"),
        (OSError("gone"), "gone"),
    ],
)
def test_why_it_cannot_be_written_is_said_in_danish_where_there_is_a_word_for_it(
    error: OSError, told: str
) -> None:
    assert reason(error) == told
