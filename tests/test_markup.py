"""A club's Markdown as HTML that can do nothing but be read, and does so at once."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from holdkatalog.markup import html, is_safe, plain

ALLOWED = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "blockquote", "code", "pre", "hr"}


class _Seen(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags, self.attrs, self.addresses = set[str](), set[tuple[str, str]](), list[str]()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attrs |= {(tag, name) for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name == "href"]

    def handle_comment(self, data: str) -> None:
        self.tags.add(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.tags.add(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.tags.add(f"<?{data}>")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "Vi går **stille** og *roligt*.",
            "<p>Vi går <strong>stille</strong> og <em>roligt</em>.</p>",
        ),
        ("- vand\n- sko", "<ul>\n<li>vand</li>\n<li>sko</li>\n</ul>"),
        ("1. ring\n2. kom", "<ol>\n<li>ring</li>\n<li>kom</li>\n</ol>"),
        ("én  \nto", "<p>én<br>\nto</p>"),
        ("> citat", "<blockquote>\n<p>citat</p>\n</blockquote>"),
        ("---", "<hr>"),
        ("", ""),
    ],
)
def test_plain_markdown_reads_as_people_expect(source: str, expected: str) -> None:
    assert html(source) == expected


@pytest.mark.parametrize("source", ["# Stor", "Stor\n====", "###### Stor ######", "Stor\n---"])
def test_a_heading_becomes_a_strong_line_since_the_page_has_its_own(source: str) -> None:
    assert html(source) == "<p><strong>Stor</strong></p>"


def test_a_heading_keeps_what_stands_in_it() -> None:
    linked = html("## Se *her* [siden](https://example.org) nu")
    assert "<strong>Se <em>her</em> <a " in linked
    assert linked.endswith("</a> nu</strong></p>")


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.org",
        "http://example.org/gå/?a=1&b=2#her",
        "https://example.org:8443/",
        "https://sjælland.example.org/",
        "mailto:kontakt@example.org",
        "tel:+4512345678",
        "tel:12 34 56 78",
    ],
)
def test_a_link_to_the_web_a_mail_or_a_telephone_stays(address: str) -> None:
    assert is_safe(address)
    assert _Seen(html(f"[ord](<{address}>)")).addresses == [address]


@pytest.mark.parametrize("address", ["https://example.org/a", "kontakt@example.org"])
def test_an_address_between_angles_is_a_link(address: str) -> None:
    (found,) = _Seen(html(f"<{address}>")).addresses
    assert found.removeprefix("mailto:") == address


HOSTILE = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java&#10;script:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript&#x3A;alert(1)",
    "javascript&colon;alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "DATA:text/html,x",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://example.org/1",
    "ftp://example.org",
    "//evil.example",
    "///evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https://",
    "https:\\\\evil.example",
    "https://example.org\\@evil.example",
    "https://example.org@evil.example",
    "https://user:password@evil.example",
    "https://[::1]/",
    "https://exam ple.org/",
    "mailto:a@b@example.org",
    "tel:+45;ext=<b>",
    "/absolut/",
    "../op/",
    "#her",
    "?q=1",
    "side.html",
    "",
]


@pytest.mark.parametrize("address", HOSTILE)
@pytest.mark.parametrize(
    "form",
    ["[ord]({})", "[ord](<{}>)", "[ord][x]\n\n[x]: {}", "[x]\n\n[x]: <{}>", "<{}>", "![ord]({})"],
)
def test_no_other_address_becomes_a_link(form: str, address: str) -> None:
    seen = _Seen(html(form.format(address)))
    assert seen.tags <= {"p"}, seen.tags
    assert seen.addresses == []


def test_only_the_words_of_a_doubtful_link_stay() -> None:
    assert html("Se [siden](javascript:alert(1)).") == "<p>Se siden.</p>"


def test_a_picture_becomes_its_words_even_inside_a_link() -> None:
    assert html("![Et billede](https://evil.example/x.png)") == "<p>Et billede</p>"
    linked = html("[![Et billede](https://evil.example/x.png)](https://example.org)")
    assert _Seen(linked).tags == {"p", "a"}
    assert html("![](https://evil.example/x.png)") == "<p></p>"


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example></SCRIPT>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<div onclick='x'>\n\n*ord*\n\n</div>",
        "<a href='javascript:x'>ord</a>",
        "<a href=https://example.org onclick=x>ord</a>",
        "<iframe srcdoc='<script>x</script>'>",
        "<style>*{display:none}</style>",
        "<math><mtext></p><img src onerror=x>",
        "<!-- <script> -->",
        "<!doctype html><html>",
        "<?php echo 1 ?>",
        "<![CDATA[<script>]]>",
        "</main></body></html>",
        "`<script>`",
        "    <script>alert(1)</script>",
        "```\n<script>\n```",
        "# <script>x</script>",
        "- <img src=x onerror=x>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "[<img src=x onerror=x>](https://example.org)",
        '[ord](https://example.org/"onmouseover="x)',
        '[ord](https://example.org "titel\\" onclick=\\"x")',
        "[ord](https://example.org 'x' onclick=y)",
        "[[[ord](javascript:x)](javascript:y)](https://example.org)",
        "\x02klzzwxh:0000\x03",
        "\x02amp\x03lt;script\x02amp\x03gt;",
        "<" * 200 + "script>",
        "**<b>**" + "<b>" * 50,
        "[" * 61 + "<script>x</script>",
        "> " * 20 + "<script>x</script>",
    ],
)
def test_raw_html_stays_text(source: str) -> None:
    seen = _Seen(html(source))
    assert seen.tags <= ALLOWED, seen.tags
    assert seen.attrs <= {("a", "href"), ("a", "rel")}
    assert all(is_safe(address) for address in seen.addresses)


def test_raw_html_is_shown_as_it_was_written() -> None:
    assert html("<b>fed</b> & <i>") == "<p>&lt;b&gt;fed&lt;/b&gt; &amp; &lt;i&gt;</p>"


@pytest.mark.parametrize(
    "source", ["[" * 61 + "a\n \nb", "- > " * 6 + "a\n\n\n\nb", "1. " * 12 + "a\n\nb"]
)
def test_what_nobody_writes_is_shown_paragraph_by_paragraph_as_it_stands(source: str) -> None:
    first = source.partition("\n")[0].replace(">", "&gt;")
    assert html(source) == f"<p>{first}</p>\n<p>b</p>"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**Vi går** [tur](https://example.org)\n\n- og kaffe", "Vi går tur og kaffe"),
        ('Bøn & "sang" <3', 'Bøn & "sang" <3'),
        ("Præcis tyve tegn her", "Præcis tyve tegn her"),
        ("Enogtyve tegn, og mere", "Enogtyve tegn, og…"),
        ("Enogtyve tegn, skrevet", "Enogtyve tegn…"),
        ("x" * 30, "x" * 19 + "…"),
        ("", ""),
    ],
)
def test_a_summary_is_the_words_alone_cut_at_a_word(source: str, expected: str) -> None:
    assert plain(source, 20) == expected
