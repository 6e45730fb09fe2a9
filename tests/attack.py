"""All that a stranger can put into a request; whatever of it runs touches a file, the canary."""

from __future__ import annotations

import json
from pathlib import Path

from stranger import FILE, LINK, PROGRAM, SUBMODULE, Entries

_HTML = b"<html><script>alert(1)</script></html>"
_BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\nforening: *a\n"


def text(words: str) -> tuple[str, bytes]:
    """A regular file."""
    return FILE, words.encode()


def filters(home: Path, canary: Path) -> Path:
    """A person's own settings with the filters that the request's attributes name."""
    home.mkdir()
    touch = f"touch {canary}"
    (home / ".gitconfig").write_text(
        f'[filter "ond"]\n\tsmudge = {touch}; cat\n\tclean = {touch}; cat\n'
        f'[diff "ond"]\n\ttextconv = {touch}; cat\n\tcommand = {touch}\n'
        f'[merge "ond"]\n\tdriver = {touch}\n',
        "utf-8",
    )
    return home


def evil(canary: Path) -> Entries:
    """Every attack at once."""
    touch = f"touch {canary}"
    return {**_program(touch), **_names(touch, _club(touch)), **_kinds(touch)}


def _program(touch: str) -> Entries:
    """Files of which a careless check would run its own."""
    script = (PROGRAM, f"#!/bin/sh\n{touch}\n".encode())
    python = text(f"import os\nos.system({touch!r})\n")
    return {
        "Makefile": text(f".venv/ready:\n\t{touch}\n"),
        "requirements.txt": text("./ond.whl\n"),
        "pyproject.toml": text("[build-system]\nrequires = ['ond']\n"),
        "publishconf.py": python,
        "sitecustomize.py": python,
        "holdkatalog/__init__.py": python,
        "scripts/holdkatalog/__init__.py": python,
        **{f".ci/{name}": script for name in ("check", "ready", "get", "run", "publish")},
        ".github/workflows/site.yml": text("on: pull_request_target\n"),
        ".gitattributes": text("* filter=ond diff=ond merge=ond export-subst\n"),
        "clubs/.gitattributes": text("* filter=ond\n"),
        ".gitmodules": text(f'[submodule "ond"]\n\tpath = clubs/under\n\turl = "ext::{touch}"\n'),
    }


def _club(touch: str) -> tuple[str, bytes]:
    """A club whose words are orders to a runner, a shell, a browser and a forge."""
    orders = (
        "::set-env name=PATH::/tmp",
        "##[add-path]/tmp",
        f"::{'0' * 32}::",
        "::stop-commands::x",
        f"$({touch})`{touch}`",
        "<img src=x onerror=alert(1)> ![x](https://example.org/x.png) [l](https://example.org) @all",
        "```\n\n# Overskrift\n\n</code></pre><script>alert(1)</script>",
    )
    club = "forening: Ond\nhold:\n"
    for n, words in enumerate(orders):
        club += f"  hold-{n}:\n    navn: {json.dumps(words)}\n    aktivitet: {json.dumps(words)}\n"
    return text(club)


def _names(touch: str, club: tuple[str, bytes]) -> Entries:
    """The same under names that a shell, a runner or a command would take for something else."""
    names = (
        *(
            "ond",
            f"$({touch})".replace("/", "\u2044"),
            "ny\n::set-env name=A::b\n",
            "::add-path::x",
        ),
        *("@kommunen ![x](https:example.org)", "-o", "--output=x", "\udcff", "mappe/ond"),
    )
    return {f"clubs/{name}.yaml": club for name in names}


def _kinds(touch: str) -> Entries:
    """What is no club's file and no photo, whatever it is called."""
    script = f"#!/bin/sh\n{touch}\n".encode()
    return {
        "clubs/passwd.yaml": (LINK, b"/etc/passwd"),
        "clubs/config.yaml": (LINK, b"../.git/config"),
        "clubs/foto/link.jpg": (LINK, b"/etc/passwd"),
        "clubs/under": (SUBMODULE, b"1" * 40),
        "clubs/program.yaml": (PROGRAM, script),
        "clubs/stor.yaml": text("a" * (2 << 20)),
        "clubs/bombe.yaml": text(_BOMB),
        "clubs/ond.html": (FILE, _HTML),
        "clubs/foto/side.jpg": (FILE, _HTML),
        "clubs/foto/tegning.svg": text("<svg onload='alert(1)'/>"),
        "clubs/foto/script.png": (FILE, script),
        "clubs/foto/.htaccess": text("AddType text/html .png\n"),
    }
