"""Every page and style sheet of the built site is valid: asked of the W3C's own checker (npm's vnu-jar)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

PAGE = '<!DOCTYPE html><html lang="da"><title>Hold</title><body><h1>Hold</h1>{}</body></html>'
# What the checker doesn't know though it is right: paint-order is older than its list of properties
# (https://www.w3.org/TR/SVG2/painting.html#PaintOrder).
# And a file has no origin, so 'self' allows nothing there, and data in a script element is no script.
# That the pages keep to their policy, a browser and the look through every built file hold.
SPARED = (
    "CSS: “paint-order”: ",
    "Resource violates Content Security Policy (meta tag): ",
    "Inline script violates Content Security Policy (meta tag): ",
)
# One mistake of each kind, so that a checker that has stopped looking is found.
WRONG = {
    "nesting.html": PAGE.format("<ul><p>Yoga</p></ul>"),
    "twice.html": PAGE.format('<p id="a">Yoga</p><p id="a">Kor</p>'),
    "attribute.html": PAGE.format('<p colour="red">Yoga</p>'),
    "aria.html": PAGE.format('<p aria-expanded="true">Yoga</p>'),
    "advice.html": PAGE.format("<section>Yoga</section>"),
    "drawing.html": PAGE.format('<svg><path d="M 0 bob"/></svg>'),
    "colour.css": "p { colour: red }",
}


@pytest.fixture(scope="module")
def said(
    java: str, node_modules: Path, built: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[Path, list[str]]:
    """What the checker says of each file, errors and advice alike, all of them in one run."""
    wrong = tmp_path_factory.mktemp("wrong")
    for name, text in WRONG.items():
        (wrong / name).write_text(text, "utf-8")
    jar = node_modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = ["--format", "json", "--stdout", "--exit-zero-always"]
    kinds = ["--skip-non-html", "--also-check-css", "--also-check-svg"]
    done = subprocess.run(
        [java, "-jar", str(jar), *options, *kinds, str(built), str(wrong)],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert not done.stderr, done.stderr
    found: dict[Path, list[str]] = {}
    for message in json.loads(done.stdout)["messages"]:
        file = Path(unquote(urlsplit(message["url"]).path))
        if not message["message"].startswith(SPARED):
            found.setdefault(file, []).append(f"{message['lastLine']}: {message['message']}")
    return found


def test_every_page_and_style_sheet_is_valid(said: dict[Path, list[str]], built: Path) -> None:
    bad = {file.relative_to(built): told for file, told in said.items() if built in file.parents}
    lines = [f"{file}:{line}" for file, told in sorted(bad.items()) for line in told]
    assert not lines, f"{len(lines)} in all:\n" + "\n".join(lines[:20])


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_is_found(said: dict[Path, list[str]], name: str) -> None:
    assert [file for file in said if file.name == name]
