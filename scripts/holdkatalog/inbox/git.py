"""Git, asked from the outside: fixed words, nobody's hooks, and an answer or an error."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_PATIENCE: Final = 60
"""Seconds; git answers at once, or asks a machine far away."""
_OWN: Final = (
    # What somebody has set up for own work would change what is written, or run something.
    *(
        "-c",
        "core.hooksPath=/dev/null",
        "-c",
        "core.fsmonitor=false",
        "-c",
        "core.splitIndex=false",
    ),
    *(
        "-c",
        "i18n.commitEncoding=UTF-8",
        "-c",
        "core.quotePath=false",
        "-c",
        "log.showSignature=false",
    ),
)


class GitError(Exception):
    """Git can't do it; `reason` is what git says, on one line."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = " ".join(reason.split()) or "git svarer ikke"


@dataclass(frozen=True, slots=True)
class Git:
    """The repository whose top is the folder `root`."""

    root: Path

    def data(self, *words: str, given: bytes = b"", env: Mapping[str, str] | None = None) -> bytes:
        """What git answers; raises GitError when it fails or is stuck."""
        git = shutil.which("git")
        if git is None:
            raise GitError("git er ikke installeret")
        around = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        own = {"GIT_NO_REPLACE_OBJECTS": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
        try:
            done = subprocess.run(  # noqa: S603 - fixed words, and names that are ours
                [git, "-C", str(self.root), *_OWN, *words],
                env={**around, **own, **(env or {})},
                input=given,
                capture_output=True,
                check=False,
                timeout=_PATIENCE,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise GitError(str(error)) from error
        if done.returncode:
            raise GitError(done.stderr.decode("utf-8", "replace"))
        return done.stdout

    def text(self, *words: str, given: bytes = b"", env: Mapping[str, str] | None = None) -> str:
        """What git answers, as text without the line break at its end."""
        return self.data(*words, given=given, env=env).decode("utf-8", "surrogateescape").strip()

    def commit(self, name: str) -> str:
        """The id of the commit that the name stands for, "" when there is none."""
        try:
            return self.text(
                "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
            )
        except GitError:
            return ""
