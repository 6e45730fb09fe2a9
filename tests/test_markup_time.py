"""Markdown that is made to wear a program out ends quickly all the same."""

from __future__ import annotations

import json
import subprocess
import sys

LONG = 20_000
WEARING = {
    "brackets": "[",
    "closed brackets": "[a](",
    "pictures": "![",
    "stars": "*",
    "stars and letters": "a**b*",
    "underscores": "_a_",
    "backticks": "`",
    "quotes": ">",
    "quotes apart": "> ",
    "lists in lists": "1. ",
    "lists in quotes": "- > ",
    "angles": "<",
    "comments": "<!--",
    "entities": "&#",
    "backslashes": "\\",
    "hashes": "#",
    "underlined": "a\n=\n",
    "references": "[a]: b\n",
    "half a link": '[a](x "',
    "spaces": " ",
    "tabs": "\t",
    "lines": "\n",
}
# One program for all, told what it read as it goes, so that one that never ends is named.
READER = """
import json, sys, time
from holdkatalog.markup import html
for name, text in json.load(sys.stdin).items():
    print(name, end=": ", flush=True)
    start = time.process_time()
    html(text)
    print(f"{time.process_time() - start:.1f}", flush=True)
"""


def test_twenty_thousand_hostile_characters_end_quickly() -> None:
    texts = {name: (part * LONG)[:LONG] for name, part in WEARING.items()}
    texts |= {f"{name}, then a word": f"{text}ord" for name, text in texts.items()}
    done = subprocess.run(
        [sys.executable, "-c", READER],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-200:] + done.stderr[-400:]
    took = dict(line.split(": ") for line in done.stdout.splitlines())
    assert took.keys() == texts.keys()
    assert [f"{name}: {seconds}" for name, seconds in took.items() if float(seconds) > 20] == []
