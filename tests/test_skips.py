from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).resolve().parent / "conftest.py"
SKIPS = {
    "a test": "import pytest\n\ndef test_x():\n    pytest.skip('no harp here')\n",
    "a mark": "import pytest\n\n@pytest.mark.skip('no harp here')\ndef test_x():\n    pass\n",
    "a fixture": "import pytest\n\n@pytest.fixture\ndef harp():\n    pytest.skip('no harp here')\n"
    "def test_x(harp):\n    pass\n",
    "a module": "import pytest\n\npytest.skip('no harp here', allow_module_level=True)\n",
}


@pytest.mark.parametrize("code", SKIPS.values(), ids=SKIPS)
@pytest.mark.parametrize(("ci", "fails"), [("true", True), ("", False)], ids=["in CI", "at home"])
def test_a_skip_fails_in_ci_only(code: str, ci: str, *, fails: bool, tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST.read_text("utf-8"), "utf-8")
    (tmp_path / "test_harp.py").write_text(code, "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", "-p", "no:cov", "."],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "no harp here" in done.stdout
    assert ("1 skipped" not in done.stdout) == fails
    assert (done.returncode not in {0, 5}) == fails
