"""Mails by example: `x.eml`, the answer to it in `x.svar.txt`, and what git is given in `x.git.txt`.

`GOLDEN=write .venv/bin/pytest tests/test_post.py` writes the answers anew. Read them before you keep them.
"""

from __future__ import annotations

import ast
import email
import re
from collections.abc import Iterator, Mapping
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from inbox_cases import EXAMPLES, MAILS, WORDS, answered, in_git, kept, taken
from small import ROOT


@pytest.mark.parametrize("mail", MAILS, ids=lambda mail: mail.stem)
def test_each_mail_is_answered_in_these_words(mail: Path) -> None:
    made = answered(mail.read_bytes()).text.encode()
    assert made == kept(f"{mail.stem}.svar.txt", made)


@pytest.mark.parametrize("mail", MAILS, ids=lambda mail: mail.stem)
def test_git_is_given_this_of_each_mail(mail: Path) -> None:
    made = in_git(mail.read_bytes()).encode()
    assert made == kept(f"{mail.stem}.git.txt", made)


@pytest.mark.parametrize("mail", MAILS, ids=lambda mail: mail.stem)
def test_only_a_clubs_file_can_be_written_and_nothing_of_the_sender_is_told_to_git(
    mail: Path,
) -> None:
    for verdict in taken(mail.read_bytes())[2]:
        assert re.fullmatch(r"clubs/[a-z][a-z0-9-]*\.yaml", verdict.file)
    told = in_git(mail.read_bytes()).partition("@@")[0]
    assert "@" not in told
    assert "example.org" not in told


@pytest.mark.parametrize("mail", MAILS, ids=lambda mail: mail.stem)
def test_each_answer_goes_to_whoever_has_written_and_to_nobody_else(mail: Path) -> None:
    raw = answered(mail.read_bytes()).eml
    found = email.message_from_bytes(raw, policy=default)
    assert not found.defects
    senders = {"formand@example.org", "ond@example.org"}
    assert {each.addr_spec for each in found["To"].addresses} <= senders
    names = ["Date", "From", "Reply-To", "Message-ID", "In-Reply-To", "References"]
    names += ["To", "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding"]
    assert found.keys() == [*names, "MIME-Version"]
    assert found["In-Reply-To"] == taken(mail.read_bytes())[0].message_id
    assert found.get_content_type() == "text/plain"
    assert raw.isascii()


def test_no_answer_is_left_behind() -> None:
    made = {path.name.partition(".")[0] for path in EXAMPLES.glob("*.txt")}
    assert made == {mail.stem for mail in MAILS}


def leaves(words: Mapping[str, Any], *above: str) -> Iterator[str]:
    for key, value in words.items():
        if isinstance(value, dict):
            yield from leaves(value, *above, key)
        else:
            yield key


def test_every_word_for_the_mails_is_used() -> None:
    asked = {
        node.value
        for module in (ROOT / "scripts" / "holdkatalog" / "post").glob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [key for key in leaves(WORDS) if key not in asked] == []
