"""Where theme/ and schema/ lie: at the top of a checkout, or inside the installed package."""

from __future__ import annotations

from pathlib import Path


def home(package: Path) -> Path:
    """The folder that holds `theme` and `schema` for the program in the folder `package`.

    A wheel carries them in `data` (pyproject.toml puts them there). A checkout has them at its
    top, two folders above `scripts/holdkatalog`.
    """
    carried = package / "data"
    return carried if carried.is_dir() else package.parent.parent


PACKAGE = Path(__file__).resolve().parent
THEME = home(PACKAGE) / "theme"
SCHEMA = home(PACKAGE) / "schema"
TOKENS = THEME / "static" / "css" / "tokens.css"
