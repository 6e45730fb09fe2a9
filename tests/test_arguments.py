"""The command line speaks Danish, also when it is used wrongly."""

from __future__ import annotations

import re

import pytest

from holdkatalog.arguments import Arguments
from holdkatalog.cli import main


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ([], "Her mangler noget: KOMMANDO."),
        (["sing"], "'sing' kender vi ikke. Vælg blandt: "),
        (["build", "--fast"], "Det forstår vi ikke her: --fast."),
        (["build", "-o"], "Der mangler noget efter -o/--output."),
        (["build", "--strict=ja"], "Her skal der ikke stå noget efter lighedstegnet."),
        (["hosting", "iis", "https://hold.example.org/", "/srv/hold"], "'iis' kender vi ikke."),
        (["build", "--today", "5/12"], 'skriv datoen som 2026-12-31, ikke "5/12"'),
        (["serve", "--port", "http"], 'porten er et tal fra 0 til 65535, ikke "http"'),
        (["serve", "--port", "65536"], "porten er et tal"),
        (["check", "--format", "xml"], "xml"),
        (["report"], "Her mangler noget: freshness."),
    ],
)
def test_wrong_use_ends_with_2(
    command: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(command)
    assert end.value.code == 2
    said = capsys.readouterr().err
    assert words in said
    assert said.startswith("brug: holdkatalog")


def test_a_sentence_of_pythons_that_we_do_not_know_is_not_lost(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        Arguments(prog="holdkatalog").error("something new")
    assert "something new" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", [[], ["check"], ["build"], ["serve"], ["hosting"], ["report"], ["inbox"], ["schema"]]
)
def test_the_help_is_in_danish(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([*command, "--help"])
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith("brug: holdkatalog")
    assert "vis det her" in said
    assert not re.search(r"usage|options:|arguments|show this", said)
