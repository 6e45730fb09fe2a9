"""What is in a mail, and who it is from."""

from __future__ import annotations

import datetime as dt

import pytest

from holdkatalog.post import contents, opened
from holdkatalog.post.mail import SIZE
from holdkatalog.post.submissions import MOST

FILE = "forening: Høve Petanque\nkontakt: 12 34 56 78\n\nhold:\n  a:\n    navn: Å\n"


def mail(*parts: str, head: str = "") -> bytes:
    body = "".join(f"--b\n{part}\n" for part in parts)
    return f"{head}Content-Type: multipart/mixed; boundary=b\n\n{body}--b--\n".encode()


def attached(name: str, text: str = FILE, kind: str = "text/yaml") -> str:
    where = f'attachment; filename="{name}"' if name else "attachment"
    return f"Content-Type: {kind}; charset=utf-8\nContent-Disposition: {where}\n\n{text}"


@pytest.mark.parametrize(
    ("part", "taken", "refused"),
    [
        (attached("a.yaml"), 1, ()),
        (attached("a.YML", kind="image/png"), 1, ()),
        (attached("a.txt", kind="text/plain"), 1, ()),
        (attached("", kind="application/octet-stream"), 1, ()),
        (attached("a.txt", "Hej", "text/plain"), 0, ("a.txt",)),
        (attached("", "Hej", "application/octet-stream"), 0, ("",)),
        (attached("a.zip", "PK", "application/zip"), 0, ("a.zip",)),
        (attached("foto.jpg", "x", "image/jpeg"), 0, ("foto.jpg",)),
        ('Content-Type: image/png; name="logo.png"\n\nx', 0, ()),
        (attached("smime.p7s", "x", "application/pkcs7-signature"), 0, ()),
        (attached("side.html", FILE, "text/html"), 0, ("side.html",)),
        (f"Content-Type: text/html\n\n<pre>{FILE}</pre>", 1, ()),
    ],
)
def test_what_is_attached_is_taken_refused_or_passed_over(
    part: str, taken: int, refused: tuple[str, ...]
) -> None:
    found = contents(opened(mail(part)))
    assert (len(found.files), found.refused) == (taken, refused)


def test_files_that_are_attached_count_more_than_the_letter_and_the_same_file_counts_once() -> None:
    letter = f"Content-Type: text/plain; charset=utf-8\n\nforening: B\nUdgave: {'a' * 40}\n"
    found = contents(opened(mail(letter, attached("a.yaml"), attached("a.yaml"))))
    assert [(each.name, each.data.decode()) for each in found.files] == [("a.yaml", FILE)]
    assert found.files[0].editions == ("a" * 40,)


def test_nobody_sends_more_files_than_can_be_read() -> None:
    found = contents(opened(mail(*(attached(f"a{n}.yaml") for n in range(MOST + 2)))))
    assert len(found.files) == MOST
    assert found.refused == (f"a{MOST}.yaml", f"a{MOST + 1}.yaml")


def test_the_head_says_who_and_when_and_about_what() -> None:
    head = "From: =?utf-8?q?=C3=86?= <a@example.org>, b@example.org\nSubject: =?utf-8?q?=C3=86?=\n"
    head += "Date: Tue, 24 Nov 2026 10:00:00 +0100\nMessage-ID: <1@a>\nReferences: <2@a> <3@a>\n"
    found = opened(f"{head}In-Reply-To: <3@a>\n\nHej".encode())
    assert (found.sender, found.subject, found.message_id) == ("a@example.org", "Æ", "<1@a>")
    assert found.references == ("<2@a>", "<3@a>", "<1@a>")
    assert found.date == dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
    assert not found.automatic
    assert found.whole


@pytest.mark.parametrize("line", ["Auto-Submitted: auto-replied", "Precedence: bulk"])
def test_a_machines_mail_is_known(line: str) -> None:
    assert opened(f"{line}\n\nHej".encode()).automatic
    assert not opened(b"Auto-Submitted: no\n\nHej").automatic


@pytest.mark.parametrize(
    "sender",
    [
        "",
        "a",
        "<>",
        '"a b"@example.org',
        "a@[1.2.3.4]",
        "a@b",
        f"{'a' * 65}@example.org",
        f"a@{'b' * 250}.org",
        "undisclosed-recipients:;",
        "(" * 1_900,
    ],
)
def test_who_cannot_be_written_to_is_nobody(sender: str) -> None:
    assert opened(f"From: {sender}\n\nHej".encode()).sender == ""


@pytest.mark.parametrize(
    "data",
    [
        b"x" * (SIZE + 1),
        b"\n" * 300_002,
        b"From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n" + b"boundary " * 200,
    ],
)
def test_a_mail_that_would_take_hours_is_not_taken_apart(data: bytes) -> None:
    found = opened(data)
    assert (found.whole, found.parts) == (False, ())


def test_of_a_mail_that_is_too_large_the_head_is_read() -> None:
    found = opened(b"From: a@example.org\nSubject: Hej\n\n" + b"x" * SIZE)
    assert (found.sender, found.subject, found.whole) == ("a@example.org", "Hej", False)


def test_a_mail_that_pythons_reader_stumbles_over_is_one_without_parts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stumble(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("holdkatalog.post.mail._parts", stumble)
    found = opened(b"From: a@example.org\n\nHej")
    assert (found.sender, found.whole, found.parts) == ("a@example.org", False, ())
