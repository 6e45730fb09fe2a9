"""The file in a mail: its letters, its lines and its name, however the mail program has treated them."""

from __future__ import annotations

import codecs

import pytest

from holdkatalog.post import read
from holdkatalog.post.letters import unflowed
from holdkatalog.post.naming import good, named
from holdkatalog.post.pasted import club_like, editions, pasted
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
    assert pasted("Hej\nforening:Vores\ner god") == "forening:Vores\n"
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
