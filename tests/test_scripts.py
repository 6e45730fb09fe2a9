from __future__ import annotations

import subprocess
from pathlib import Path

JS = Path(__file__).resolve().parent / "js"


def test_the_browser_scripts_pass_their_own_tests(node: str) -> None:
    files = sorted(map(str, JS.glob("*.test.mjs")))
    assert files
    done = subprocess.run(
        [node, "--test", *files], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
