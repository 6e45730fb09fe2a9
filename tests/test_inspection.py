"""What the build refuses in the files that it has made."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from holdkatalog import messages
from holdkatalog.cli import main
from holdkatalog.errors import Problem
from holdkatalog.hosting import META_POLICY, form_policy
from holdkatalog.inspection import READ, inspect

ROOT = Path(__file__).resolve().parent.parent
HEAD = (
    '<!doctype html>\n<html lang="da">\n<head><meta charset="utf-8">\n'
    f'<meta http-equiv="Content-Security-Policy" content="{META_POLICY}">\n'
    '<meta name="referrer" content="no-referrer">\n</head>\n<body>\n'
)
GOOD = {
    "index.html": f'{HEAD}<a href="om/#her">Om</a> <a href="https://www.example.org/">E</a></body>',
    "om/index.html": f'{HEAD}<h1 id="her">Om</h1> <a href="../">Forsiden</a></body>',
    "404.html": f'{HEAD}<a href="/hold/om/">Om</a> <a href="/hold/">Forsiden</a></body>',
    "tema/css/a.css": "/* own */ p { color: red; background: url(../b.svg) }",
    "tema/b.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
    "tema/js/a.mjs": '// no localStorage\nimport { b } from "./b.mjs";\nb(await import("./b.mjs"));',
    "tema/js/b.mjs": 'export const b = "http://www.w3.org/2000/svg";\n/*\n * cookieStore */',
    "foto/a.jpg": "",
}


def looked(changed: Mapping[str, str]) -> tuple[Problem, ...]:
    files = {**GOOD, **changed}
    texts = [(name, text) for name, text in files.items() if name.rpartition(".")[2] in READ]
    return inspect(texts, files=files, top="/hold/")


def with_(*parts: str) -> str:
    return f"{HEAD}{''.join(parts)}</body>"


def test_a_good_site_has_nothing_wrong() -> None:
    assert looked({}) == ()


@pytest.mark.parametrize(
    "part",
    [
        '<a href="#">op</a><a href="">her</a><a href="./">her</a><a href=".">her</a>',
        '<a href="../om/?a=1#her">Om</a><a href="../om/#sygdom=kol&amp;pris=gratis">Kun det</a>',
        '<a href="mailto:a@example.org">A</a><a href="tel:+4512345678">1</a><a id="&#230;">x</a>',
        '<a href="../om/#%C3%A6">x</a><i id="æ"></i><a HREF="../om/" rel=noopener hidden>x</a>',
        '<script type="application/ld+json">{"a": "\\u003c/script> b"}</script>',
        '<script type="module" src="../tema/js/a.mjs"></script>',
        '<svg><symbol id="a"><path d="M0"/></symbol><use href="#a" /></svg><!-- et ord -->',
        '<img src="../foto/a.jpg" srcset="../foto/a.jpg 1x, ../foto/a.jpg 2x" alt=\'"\'>',
        '<link rel="canonical" href="https://hold.example.org/om/">',
        '<meta http-equiv="refresh" content="0; url=../om/">',
        '<form action="../om/"><input name="q"></form>',
    ],
)
def test_what_our_pages_have_is_taken(part: str) -> None:
    assert (
        looked({"ny/index.html": with_(part), "om/index.html": with_('<p id="her"><b id="æ">')})
        == ()
    )


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("<script>alert(1)</script>", "site-script"),
        ('<script type="module">import "./a.mjs"</script>', "site-script"),
        ('<script type="application/json">{"a": "</script><script>b()"}</script>', "site-script"),
        ('<p onclick="a()">', "site-script"),
        ('<p ONCLICK="a()">', "site-script"),
        ('<p style="color:red">', "site-style"),
        ("<style>p { color: red }</style>", "site-style"),
        ('<script src="https://cdn.example.org/a.js"></script>', "site-foreign"),
        ('<link rel="stylesheet" href="//cdn.example.org/a.css">', "site-foreign"),
        ('<link rel="canonical stylesheet" href="https://example.org/a.css">', "site-foreign"),
        ('<img src="data:image/gif;base64,R0" alt="x">', "site-foreign"),
        ('<img src="\thttps&colon;//example.org/a.gif" alt="x">', "site-foreign"),
        ('<img src="/\\example.org/a.gif" alt="x">', "site-foreign"),
        ('<img srcset="../foto/a.jpg 1x, https://example.org/b.jpg 2x" alt="x">', "site-foreign"),
        ('<svg><use xlink:href="https://example.org/a.svg#b"/></svg>', "site-foreign"),
        ('<a href="./" ping="https://example.org/">x</a>', "site-foreign"),
        ('<a href="./" attributionsrc="https://example.org/">x</a>', "site-foreign"),
        ('<form action="https://example.org/"></form>', "site-foreign"),
        ('<meta http-equiv="refresh" content="0; url=https://example.org/">', "site-foreign"),
        ('<meta http-equiv="set-cookie" content="a=b">', "site-order"),
        ('<meta http-equiv="Content-Security-Policy" content="default-src *">', "site-order"),
        ('<iframe src="../om/"></iframe>', "site-embedded"),
        ('<base href="../">', "site-embedded"),
        ('<a href="javascript:alert(1)">x</a>', "site-scheme"),
        ('<a href=" JaVa&#10;script:alert(1)">x</a>', "site-scheme"),
        ('<a href="//example.org/">x</a>', "site-scheme"),
        ('<a href="\\\\example.org/">x</a>', "site-scheme"),
        ('<a href="/hold/om/">x</a>', "site-absolute"),
        ('<a href="../nej/">x</a>', "site-dead"),
        ('<a href="../../om/">x</a>', "site-dead"),
        ('<a href="../%2e%2e/om/">x</a>', "site-dead"),
        ('<a href="../om">x</a>', "site-slash"),
        ('<a href="../om/#ikke">x</a>', "site-no-place"),
        ('<a href="#ikke">x</a>', "site-no-place"),
        ('<i id="a"></i><b id="a"></b>', "site-id-twice"),
        ('<i id="a"></i><i id="a"></i>', "site-id-twice"),
        ("<p>2 < 3</p>", "site-unreadable"),
        ('<a title="<" href="./">x</a>', "site-unreadable"),
        ('<a title="a>b" onclick="c()">x</a>', "site-unreadable"),
        ('<a href="./" href="../om/">x</a>', "site-unreadable"),
        ('<a href="./"title="x">x</a>', "site-unreadable"),
        ("<a/onclick=b()>x</a>", "site-unreadable"),
        ("<!--><script>-->", "site-script"),
        ("<?php a() ?>", "site-unreadable"),
    ],
)
def test_what_a_page_may_not_have_is_found(part: str, code: str) -> None:
    found = looked({"ny/index.html": with_(part)})
    assert code in {problem.code for problem in found}
    assert {problem.file for problem in found} == {"ny/index.html"}
    assert all(messages.text(problem) for problem in found)


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (HEAD.replace("default-src", "x-src"), "site-policy"),
        (HEAD.replace("no-referrer", "origin"), "site-referrer"),
        (f'<link rel="stylesheet" href="tema/css/a.css">{HEAD}', "site-policy"),
        (f"<body>{HEAD}", "site-referrer"),
        ("", "site-policy"),
    ],
)
def test_a_page_without_its_rules_before_all_that_is_loaded_is_found(page: str, code: str) -> None:
    assert code in {problem.code for problem in looked({"ny.html": page})}


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("a.css", '@import "b.css";', "site-foreign"),
        ("a.css", "p { background: url( 'https://example.org/a.png' ) }", "site-foreign"),
        ("a.css", "p { background: URL(data:image/png;base64,R0) }", "site-foreign"),
        ("a.css", "p { background: url(nej.svg) }", "site-dead"),
        ("a.css", "p { background: image-set('https://example.org/a.png' 1x) }", "site-foreign"),
        ("a.css", "p { background: \\75rl(https://example.org/a.png) }", "site-foreign"),
        ("a.mjs", 'import "https://example.org/a.mjs";', "site-script-foreign"),
        ("a.mjs", "fetch(`//example.org/a`);", "site-script-foreign"),
        ("a.mjs", 'import a from "lunr";', "site-dead"),
        ("a.mjs", 'import a from "./nej.mjs";', "site-dead"),
        ("a.mjs", 'document.cookie = "a=b";', "site-keeps"),
        ("a.js", "x /* a */; localStorage.a = 1;", "site-keeps"),
        ("a.mjs", "navigator.sendBeacon(a);", "site-keeps"),
        ("a.svg", "<svg onload='a()'/>", "site-drawing"),
        ("a.svg", "<svg><script>a()</script></svg>", "site-drawing"),
        ("a.svg", "<svg><style>@import 'https://example.org/b.css'</style></svg>", "site-drawing"),
        ("a.svg", '<?xml-stylesheet href="b.css"?><svg/>', "site-drawing"),
        ("a.svg", "<svg id='a'onload='a()'/>", "site-drawing"),
        ("a.svg", '<svg><use href="https://example.org/b.svg#c"/></svg>', "site-drawing"),
    ],
)
def test_what_another_file_may_not_have_is_found(file: str, text: str, code: str) -> None:
    (problem,) = looked({file: f"\n{text}"})
    assert (problem.code, problem.file, problem.line) == (code, file, 2)
    assert messages.text(problem)


def test_what_is_wrong_on_many_pages_is_told_once_with_its_line() -> None:
    bad = with_("<p>\n<script>a()</script>")
    told = looked({"a/index.html": bad, "b/index.html": bad, "c/index.html": bad})
    assert [(p.file, p.line, messages.text(p)) for p in told] == [
        ("a/index.html", 9, "Her står et program midt på siden (og på 2 sider mere): <script>")
    ]


def test_the_demo_site_has_nothing_wrong(built: Path) -> None:
    files = sorted(p.relative_to(built).as_posix() for p in built.rglob("*") if p.is_file())
    texts = [(n, (built / n).read_text("utf-8")) for n in files if n.rpartition(".")[2] in READ]
    assert len(texts) > 500
    assert inspect(texts, files=files, top="/") == ()


def test_a_build_that_would_break_a_promise_leaves_the_site_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(ROOT / "publishconf.py", tmp_path)
    for name in ("clubs", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "content" / "pages" / "om.md"
    page.write_text(
        f'{page.read_text("utf-8")}\n<img src="https://example.org/a.gif" alt="x">\n', "utf-8"
    )
    assert main(["build"]) == 1
    said = capsys.readouterr()
    assert "om/index.html, linje" in said.out
    assert "Her henter siden noget fra en anden hjemmeside" in said.out
    assert "Siden er ikke bygget." in said.err
    assert not (tmp_path / "output").exists()


BRIDGE = "https://bro.example.org/hold/"
POSTING = HEAD.replace(META_POLICY, form_policy("https://bro.example.org")).replace(
    "no-referrer", "strict-origin"
)
FORM = f'<form method="post" action="{BRIDGE}forslag"></form></body>'


def posting(changed: Mapping[str, str], bridge: str = BRIDGE) -> list[str]:
    files = {**GOOD, **changed}
    texts = [(name, text) for name, text in files.items() if name.rpartition(".")[2] in READ]
    return [one.code for one in inspect(texts, files=files, top="/hold/", bridge=bridge)]


@pytest.mark.parametrize("file", ["tilmeld/index.html", "ret/f/gang/index.html"])
def test_a_form_may_be_posted_to_the_bridge_and_says_so_at_its_top(file: str) -> None:
    assert posting({file: POSTING + FORM}) == []
    assert sorted(posting({file: HEAD + FORM})) == ["site-policy", "site-referrer"]
    assert sorted(posting({file: POSTING + FORM}, bridge="")) == [
        *("site-foreign", "site-order", "site-policy", "site-referrer"),
    ]


def test_no_other_page_may_post_or_say_that_it_may() -> None:
    assert posting({"om/index.html": f'{HEAD}<i id="her"></i>{FORM}'}) == ["site-foreign"]
    other = POSTING + '<i id="her"></i></body>'
    assert sorted(posting({"om/index.html": other})) == ["site-policy", "site-referrer"]


@pytest.mark.parametrize(
    "action",
    ["https://bro.example.org/andet", "https://ond.example.org/hold/forslag", "//bro.example.org/"],
)
def test_a_form_is_posted_nowhere_else(action: str) -> None:
    form = f'<form method="post" action="{action}"></form></body>'
    assert posting({"tilmeld/index.html": POSTING + form}) == ["site-foreign"]
    image = f'<img src="{BRIDGE}forslag" alt=""></body>'
    assert posting({"tilmeld/index.html": POSTING + image}) == ["site-foreign"]
