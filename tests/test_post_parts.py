"""What is in a mail: letters, lines, parts and names, however the mail program has treated them."""

from __future__ import annotations

import codecs
import datetime as dt

import pytest

from holdkatalog.post import contents, opened, read
from holdkatalog.post.letters import unflowed
from holdkatalog.post.mail import SIZE
from holdkatalog.post.naming import good, named
from holdkatalog.post.pasted import club_like, editions, pasted
from holdkatalog.post.submissions import MOST
from holdkatalog.post.webtext import LONGEST, text_of

FILE = "forening: Høve Petanque\nkontakt: 12 34 56 78\n\nhold:\n  a:\n    navn: Å\n"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ("æøå".encode(), ""),
        ("æøå".encode(), "iso-8859-1"),
        ("\ufeffæøå".encode(), "utf-8"),
        ("æøå".encode("cp1252"), "utf-8"),
        ("æøå".encode("cp1252"), "idna"),
        ("æøå".encode("mac-roman"), "MACINTOSH"),
        ("æøå".encode("utf-16-le"), "UTF-16LE"),
        (codecs.BOM_UTF16_LE + "æøå".encode("utf-16-le"), "us-ascii"),
        (codecs.BOM_UTF16_BE + "æøå".encode("utf-16-be"), ""),
    ],
)
def test_letters_are_read_whatever_the_mail_says_of_them(data: bytes, charset: str) -> None:
    assert read(data, charset) == "æøå"


def test_what_no_set_of_letters_has_becomes_the_sign_of_a_lost_one() -> None:
    assert read(b"a\x81b", "utf-8") == "a\ufffdb"
    assert read(b"a\r\nb\rc", "utf-16") == "a\nb\nc"


@pytest.mark.parametrize(
    ("written", "delete_space", "typed"),
    [
        ("a \nb\nc", False, "a b\nc"),
        ("a \nb", True, "ab"),
        ("  navn: a \n b", False, " navn: a b"),
        ("a \n-- \nb", False, "a \n-- \nb"),
        ("> a \n> b", False, "> a \n> b"),
    ],
)
def test_lines_that_were_broken_to_be_put_together_again_are(
    written: str, typed: str, *, delete_space: bool
) -> None:
    assert unflowed(written, delete_space=delete_space) == typed


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a<br>b<br><br>c", "a\nb\n\nc"),
        ("<p>a</p>\n<p>b   c</p>", "a\nb c\n"),
        ("<!doctype html><!-- b -->a<!-- c", "a"),
        ("1 < 2<b", "1 < 2<b"),
        ("<style>x</style><script>y</script>a", "a"),
        ("<pre>forening: A\n\nhold:\n  a: 1</pre>", "forening: A\n\nhold:\n  a: 1\n"),
        ("<div>&nbsp;&nbsp;a &lt;b&gt;</div>", "  a <b>\n"),
        ("<blockquote>a<br>b</blockquote>c", "> a\n> b\nc"),
        ("</style></pre></blockquote>a", "a"),
    ],
)
def test_a_page_is_read_line_by_line(html: str, text: str) -> None:
    assert text_of(html) == text


def test_a_page_without_an_end_has_one() -> None:
    assert len(text_of("a" * (LONGEST + 10))) == LONGEST


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("Hej\n\n", "\n-- \nMig\n"),
        ("Hej\n\n", "\nSendt fra min iPhone\n"),
        ("Hej\n\n", "\nHent Outlook til Android\n"),
        ("Hej\n\n----- 8< -----\n", "----- >8 -----\nHilsen mig\n"),
        ("```yaml\n", "```\n"),
        ("Hej\n", "\n\nMed venlig hilsen\nformanden\n"),
        ("Hej\n", "\nKan I se på det inden fredag?\nTak\n"),
        ("Hej\n", "\nDen 3. maj 2026 skrev brobyggeren:\n> forening: B\n"),
        ("Hej\n", "\nUdgave: " + "a" * 40 + "\n"),
        ("Hej\n> forening: B\n", ""),
    ],
)
def test_a_file_among_greetings_is_found(before: str, after: str) -> None:
    assert pasted(f"{before}{FILE}{after}") == FILE


def test_a_file_begins_with_its_remarks_and_keys_and_not_with_the_letter() -> None:
    whole = f"# om os\n\nom: Vi går\n{FILE}"
    assert pasted(f"Til: jer\n\n{whole}") == whole
    assert pasted(f"Emnet er: noget\n{FILE}") == FILE
    assert pasted(f"\n{FILE}") == FILE


def test_a_file_that_was_moved_in_is_moved_back() -> None:
    moved = "".join(f"    {line}\n" if line else "\n" for line in FILE.splitlines())
    assert pasted(f"Hej\n{moved}") == FILE


def test_a_line_that_a_mail_program_has_broken_is_put_together() -> None:
    long = "om: Vi er en lille klub, hvor alle kan være med, også når de er"
    whole = f"forening: A\n{long} langsomme og trætte\nlink: https://example.org\n"
    assert pasted(f"forening: A\n{long}\nlangsomme og trætte\nlink: https://example.org") == whole
    assert pasted(f"forening: A\n{long}\nlangsomme") == f"forening: A\n{long} langsomme\n"
    short = "forening: A\nom: Vi er\nlangsomme\nlink: https://example.org\n"
    assert pasted(short) == short


def test_a_letter_without_a_file_has_none() -> None:
    assert pasted("Hej\n> forening: A\nVores forening: den er god") == ""
    assert club_like("x: 1\nforening : A")
    assert not club_like("Vores forening: A")


def test_an_edition_is_named_on_a_line_of_its_own() -> None:
    one, two = "0123456789" * 4, "abcdef0123" * 4
    text = f"a\nUdgave: {one}\n> udgave:{two}\n# Udgave: {one}\nUdgave: {one}0\nMin udgave: {two}\n"
    assert editions(text) == (one, two)
    assert len(editions("".join(f"Udgave: {n:040x}\n" for n in range(9)))) == 5


@pytest.mark.parametrize(
    ("name", "club"),
    [
        ("vig-if.yaml", "vig-if"),
        ("Vig-IF.YAML", "vig-if"),
        ("vig-if (2).yaml", "vig-if"),
        ("vig-if - Kopi.yml.txt", "vig-if"),
        ("../../etc/vig-if.yaml", "vig-if"),
        ("C:\\post\\vig-if.yaml", "vig-if"),
        ("", "hoeve"),
        ("vores fil.yaml", "hoeve"),
        ("CON.yaml", "hoeve"),
        ("lpt1.yaml", "hoeve"),
        ("a-010170-1234.yaml", "hoeve"),
        (f"{'a' * 61}.yaml", "hoeve"),
        ("\u202e.yaml", "hoeve"),
        (".yaml", "hoeve"),
    ],
)
def test_whose_it_is_stands_in_the_files_name_or_in_the_file(name: str, club: str) -> None:
    assert named(name, {"forening": "Høve"}) == (club, name not in {"vig-if.yaml", ""})


@pytest.mark.parametrize(
    ("forening", "club"),
    [
        ("1. maj-klubben", "f-1-maj-klubben"),
        ("Aux", "f-aux"),
        ("!!!", ""),
        (None, ""),
        ({"a": "b"}, ""),
        ("å" * 40, "aa" * 30),
        ("010170-1234", ""),
    ],
)
def test_a_clubs_name_becomes_an_id_or_nobody_knows(forening: object, club: str) -> None:
    values = {} if forening is None else {"forening": forening}
    found = named("", values)  # type: ignore[arg-type]  # what a file may hold
    assert found.club == club
    assert club == "" or good(found.club)


def test_a_file_that_is_no_fields_has_no_name() -> None:
    assert named("", ["a"]) == ("", False)


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
