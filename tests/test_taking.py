"""What of a stranger's request may be taken, judged by path, kind and size before anything is read."""

from __future__ import annotations

import pytest

from holdkatalog.changes.request import HEAVIEST, LARGEST, MOST, Touched, no_picture, shown, sort

ID = "a" * 40


def code(path: str, mode: str = "100644", size: int = 9) -> str:
    """Why a path isn't taken, "" when it is."""
    answer = sort([Touched(path, mode, ID, size)])
    assert bool(answer.taken) is not bool(answer.problems)
    return answer.problems[0].code if answer.problems else ""


@pytest.mark.parametrize(
    ("path", "mode", "size", "why"),
    [
        ("clubs/vig.yaml", "100644", 9, ""),
        ("clubs/Vig Gåhold.YML", "100644", 9, ""),
        ("clubs/-o.yaml", "100644", 9, ""),
        ("clubs/foto/a-1.webp", "100644", 9, ""),
        ("clubs/vig.yaml", "100755", 9, "change-executable"),
        ("clubs/vig.yaml", "120000", 9, "change-link"),
        ("clubs/vig.yaml", "160000", 0, "change-submodule"),
        ("clubs/vig.yaml", "040000", 0, "change-submodule"),
        ("clubs/vig", "160000", 0, "change-submodule"),
        ("clubs/foto/a.jpg", "120000", 9, "change-link"),
        ("clubs/vig.yaml", "100644", LARGEST["yaml"] + 1, "change-large"),
        ("clubs/foto/a.jpg", "100644", LARGEST["yaml"] + 1, ""),
        ("clubs/foto/a.jpg", "100644", LARGEST["foto"] + 1, "change-large"),
        ("clubs/vig.docx", "100644", 9, "change-not-a-club"),
        ("clubs/.skjult.yaml", "100644", 9, "change-not-a-club"),
        ("clubs/../vig.yaml", "100644", 9, "change-not-a-club"),
        ("clubs/under/vig.yaml", "100644", 9, "change-not-a-club"),
        ("clubs/foto/A.JPG", "100644", 9, "change-not-a-club"),
        ("clubs/foto/a.svg", "100644", 9, "change-not-a-club"),
        ("clubs/foto/../a.jpg", "100644", 9, "change-not-a-club"),
        ("clubs/a\nb.yaml", "100644", 9, "change-name"),
        ("clubs/a\u202eb.yaml", "100644", 9, "change-name"),
        ("clubs/\udcff.yaml", "100644", 9, "change-name"),
        ("Makefile", "100644", 9, "change-outside"),
        ("clubs.yaml", "100644", 9, "change-outside"),
    ],
)
def test_only_a_clubs_file_and_a_photo_are_taken(path: str, mode: str, size: int, why: str) -> None:
    assert code(path, mode, size) == why


def test_what_is_gone_may_go_whatever_it_was() -> None:
    gone = Touched("clubs/vig.yaml", "000000", "")
    assert sort([gone]).taken == (gone,)


def test_a_request_as_large_as_a_flood_is_not_taken_at_all() -> None:
    many = [Touched(f"clubs/a{n}.yaml", "100644", ID, 1) for n in range(MOST + 1)]
    heavy = [Touched(f"clubs/foto/a{n}.jpg", "100644", ID, HEAVIEST // 10) for n in range(11)]
    for flood in (many, heavy):
        answer = sort(flood)
        assert answer.taken == ()
        assert [problem.code for problem in answer.problems] == ["change-many"]


def test_other_files_are_named_but_not_all_of_a_thousand() -> None:
    names = sort([Touched(f"theme/{n}.css", "100644", ID) for n in range(1000)])
    (problem,) = names.problems
    assert dict(problem.facts)["list"].split("\n")[-2:] == ["theme/4.css", "..."]


def test_a_photo_is_what_its_name_says() -> None:
    assert no_picture("clubs/foto/a.jpg", b"\xff\xd8\xff\xe0") is None
    assert no_picture("clubs/foto/a.png", b"\x89PNG\r\n\x1a\n") is None
    assert no_picture("clubs/foto/a.webp", b"RIFF\n\0\0\0WEBPVP8 ") is None
    assert no_picture("clubs/vig.yaml", b"<html>") is None
    for name in ("a.jpg", "a.jpeg", "a.png", "a.webp"):
        problem = no_picture(f"clubs/foto/{name}", b"<script>alert(1)</script>")
        assert problem
        assert problem.code == "change-no-picture"


def test_a_name_is_shown_without_what_could_do_harm() -> None:
    assert shown("clubs/a\n::b\u202e\udcff.yaml") == "clubs/a·::b·?.yaml"
    assert len(shown("x" * 500)) == 120
