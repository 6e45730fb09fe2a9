"""Mails from strangers, mutilated: never an exception, never a file outside of clubs/, never a line in a head."""

from __future__ import annotations

import email
import re
import time
from email.policy import default

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdkatalog.post import contents, opened
from holdkatalog.post.pasted import pasted
from holdkatalog.post.webtext import text_of
from holdkatalog.yamlfile import read
from inbox_cases import MAILS, answered, taken

SEEDS = [mail.read_bytes() for mail in MAILS]
PIECES = [
    *(
        b"\r\n",
        b"\n\n",
        b"\0",
        b"\xff\xfe",
        b"--graense1\n",
        b"--graense1--",
        b"=\n",
        b"=?utf-8?q?",
    ),
    *(
        b"Content-Type: multipart/mixed; boundary=",
        b"Content-Transfer-Encoding: base64\n",
        b"forening:",
    ),
    *(
        b"Content-Disposition: attachment; filename*=utf-8''..%2F..%2Fx.yaml\n",
        b"From: a@b\n",
        b"(" * 50,
    ),
    *(
        b"\xe2\x80\xae",
        b"Udgave: " + b"a" * 40,
        b"charset=idna",
        b"message/rfc822",
        b"<!--",
        b"&#0;",
    ),
]
HEADS = [
    b"From",
    b"To",
    b"Subject",
    b"Date",
    b"Message-ID",
    b"References",
    b"Content-Type",
    b"MIME-Version",
]


@st.composite
def mutilated(draw: st.DrawFn) -> bytes:
    """One of the mails with pieces cut out, doubled and put in."""
    data = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        end = min(len(data), at + draw(st.integers(0, 60)))
        piece = draw(
            st.one_of(st.sampled_from(PIECES), st.binary(max_size=8), st.just(data[at:end] * 3))
        )
        data = data[:at] + piece + data[end if draw(st.booleans()) else at :]
    return data


@settings(max_examples=60)
@given(mutilated())
def test_no_mutilated_mail_stops_the_program_or_leaves_the_clubs_folder(data: bytes) -> None:
    for verdict in taken(data)[2]:
        assert re.fullmatch(r"clubs/[a-z][a-z0-9]*(-[a-z0-9]+)*\.yaml", verdict.file)
        assert not verdict.text or read(verdict.file, verdict.text.encode()).problems == ()
    made = answered(data)
    assert not [c for c in made.text if c != "\n" and not c.isprintable()]
    if made.eml:
        found = email.message_from_bytes(made.eml, policy=default)
        assert found["To"].addresses[0].addr_spec.count("@") == 1
        assert len(found["To"].addresses) == 1
        assert not {"bcc", "cc"} & {name.lower() for name in found}


@settings(max_examples=150)
@given(
    st.lists(st.tuples(st.sampled_from(HEADS), st.binary(max_size=80)), max_size=8),
    st.binary(max_size=300),
)
def test_no_head_stops_the_program(heads: list[tuple[bytes, bytes]], body: bytes) -> None:
    found = opened(b"".join(b"%s: %s\n" % pair for pair in heads) + b"\n" + body)
    contents(found)
    assert re.fullmatch(r"[^\s<>,;]*", found.sender)
    assert all(re.fullmatch(r"<[^\s<>]+@[^\s<>]+>", each) for each in found.references)


@given(st.text())
def test_no_letter_and_no_page_stops_the_program(text: str) -> None:
    text_of(text)
    found = pasted(f"{text}\nforening: A\n{text}")
    assert "\nforening:" in f"\n{found}" or found == ""


NESTED = b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(60)
)
SLOW = {
    "a comment without an end": b"From: " + b"(" * 100_000,
    "ten thousand addresses": b"To: " + b"a@b, " * 10_000 + b"\nFrom: " + b"a@b, " * 10_000,
    "quotes in the type": b"Content-Type: text/plain; a=" + b'"' * 100_000,
    "ten thousand parts of a name": b"Content-Type: text/plain; "
    + b"".join(b"name*%d*=a; " % n for n in range(10_000)),
    "mails in mails": b"Content-Type: message/rfc822\n\n" * 119 + b"\nforening: A",
    "mails in mails, too many": b"Content-Type: message/rfc822\n\n" * 5_000,
    "parts in parts": NESTED + b"x\n" * 280_000,
    "a hundred thousand parts": b"Content-Type: multipart/digest; boundary=b\n\n"
    + b"--b\n\n" * 100_000,
    "comments of a page": b"Content-Type: text/html\n\n" + b"<!--" * 300_000,
    "tags of a page": b"Content-Type: text/html\n\n" + b"<a " * 300_000 + b"<![CDATA[" * 10_000,
    "a long line": b"Content-Type: text/plain\n\nforening: " + b"a " * 5_000_000,
    "many lines": b"Content-Type: text/plain\n\nforening: a\n" + b"a\n" * 250_000,
    "many editions": b"Content-Type: text/plain\n\n" + b"Udgave: a\n........Udgave:" * 100_000,
    "base64 that is none": b"Content-Transfer-Encoding: base64\n\n" + b"!" * 10_000_000,
    "a strange charset": b"Content-Type: text/plain; charset=idna\n\n" + b"\xe6" * 1_000_000,
}


@pytest.mark.parametrize("name", sorted(SLOW))
def test_no_mail_keeps_the_program_for_long(name: str) -> None:
    began = time.perf_counter()
    contents(opened(b"From: a@example.org\n" + SLOW[name]))
    assert time.perf_counter() - began < 20
