"""What the settings say of a bridge and of the files' home, checked before a page is made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from holdkatalog.errors import CatalogueError
from holdkatalog.forms import Ways, ways_of, wrong_ways
from holdkatalog.messages import render
from holdkatalog.plugin import CatalogueGenerator

RIGHT: Mapping[str, object] = {
    "HOLDKATALOG_BRIDGE": "https://hold.example.org/forslag/",
    "HOLDKATALOG_FORGE": "github",
    "HOLDKATALOG_REPOSITORY": "https://github.com/en-kommune/hold",
    "HOLDKATALOG_BRANCH": "main",
}


def wrong(settings: Mapping[str, object]) -> list[tuple[str, str]]:
    return [(one.code, one.value) for one in wrong_ways(settings, Path("publishconf.py"))]


def test_a_site_may_have_none_of_them() -> None:
    assert wrong({}) == []
    assert ways_of({}) == Ways()
    assert Ways().origin == ""


def test_the_ways_are_what_the_settings_say() -> None:
    assert wrong(RIGHT) == []
    ways = ways_of(RIGHT)
    assert ways.bridge == "https://hold.example.org/forslag/"
    assert ways.origin == "https://hold.example.org"
    assert ways.forge == ("github", "https://github.com/en-kommune/hold", "main")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("HOLDKATALOG_BRIDGE", "https://hold.example.org/"),
        ("HOLDKATALOG_BRIDGE", "https://hold.example.org:8443/a/b-c/"),
        ("HOLDKATALOG_REPOSITORY", "https://git.example.org/gruppe/under/hold"),
        ("HOLDKATALOG_REPOSITORY", "https://git.example.org/gruppe/hold.git"),
        ("HOLDKATALOG_BRANCH", "udgave/2026"),
    ],
)
def test_what_is_right_is_taken(key: str, value: str) -> None:
    assert wrong({**RIGHT, key: value}) == []


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("HOLDKATALOG_BRIDGE", "http://hold.example.org/", "setting-bridge"),
        ("HOLDKATALOG_BRIDGE", "https://hold.example.org", "setting-bridge"),
        ("HOLDKATALOG_BRIDGE", "https://hold.example.org/; script-src *", "setting-bridge"),
        ("HOLDKATALOG_BRIDGE", 'https://hold.example.org/"/', "setting-bridge"),
        ("HOLDKATALOG_BRIDGE", "https://hold.example.org/../", "setting-bridge"),
        ("HOLDKATALOG_BRIDGE", "/forslag/", "setting-bridge"),
        ("HOLDKATALOG_BRIDGE", 17, "setting-bridge"),
        ("HOLDKATALOG_FORGE", "GitHub", "setting-forge"),
        ("HOLDKATALOG_FORGE", "bitbucket", "setting-forge"),
        ("HOLDKATALOG_REPOSITORY", "https://github.com/hold/", "setting-repository"),
        ("HOLDKATALOG_REPOSITORY", "git@github.com:en/hold", "setting-repository"),
        ("HOLDKATALOG_REPOSITORY", "https://github.com/en/hold?a=b", "setting-repository"),
        ("HOLDKATALOG_BRANCH", "a b", "setting-branch"),
        ("HOLDKATALOG_BRANCH", "a..b", "setting-branch"),
        ("HOLDKATALOG_BRANCH", "main.lock", "setting-branch"),
        ("HOLDKATALOG_BRANCH", "main/", "setting-branch"),
    ],
)
def test_what_is_wrong_is_told_with_what_is_written(key: str, value: object, code: str) -> None:
    assert wrong({**RIGHT, key: value}) == [(code, str(value))]


def test_a_forge_and_its_repository_belong_together() -> None:
    assert wrong({"HOLDKATALOG_FORGE": "gitea"}) == [("setting-alone", "gitea")]
    repository = {"HOLDKATALOG_REPOSITORY": "https://git.example.org/a/b"}
    assert wrong(repository) == [("setting-alone", "https://git.example.org/a/b")]
    assert ways_of(repository).forge == ("", "", "")


def test_all_that_is_wrong_is_told_at_once_in_danish_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "publishconf.py"
    file.write_text("# Vores\n\nHOLDKATALOG_FORGE = 'svn'\nHOLDKATALOG_BRIDGE = 'x'\n", "utf-8")
    given = {"HOLDKATALOG_FORGE": "svn", "HOLDKATALOG_BRIDGE": "x"}
    told = [render(one, ()) for one in sorted(wrong_ways(given, file))]
    assert told == [
        (
            "publishconf.py, linje 3: HOLDKATALOG_FORGE er skrevet, men HOLDKATALOG_REPOSITORY mangler."
            " De hører sammen.\n   Skriv dem begge, eller ingen af dem."
        ),
        (
            "publishconf.py, linje 3: Vi kender ikke slagsen i HOLDKATALOG_FORGE: svn\n"
            '   Skriv github, gitlab, forgejo eller gitea:  HOLDKATALOG_FORGE = "github"'
        ),
        (
            "publishconf.py, linje 4: Formularerne kan ikke sende til adressen i HOLDKATALOG_BRIDGE: x\n"
            "   Skriv hele adressen med https:// og en skråstreg til sidst:  "
            'HOLDKATALOG_BRIDGE = "https://hold.jeres-kommune.dk/forslag/"'
        ),
    ]


def test_a_build_with_a_wrong_one_stops(tmp_path: Path) -> None:
    generator = CatalogueGenerator.__new__(CatalogueGenerator)
    root = Path(__file__).resolve().parent.parent
    generator.settings = {
        "HOLDKATALOG_ROOT": str(root),
        "HOLDKATALOG_PUBLIC_ADDRESS": "",
        "HOLDKATALOG_BRIDGE": "http://x/",
        "HOLDKATALOG_REPORT": print,
    }
    with pytest.raises(CatalogueError) as told:
        generator.generate_context()
    assert [one.code for one in told.value.problems] == ["setting-bridge"]
    assert not list(tmp_path.iterdir())
