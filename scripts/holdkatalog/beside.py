"""The folder that a build works in beside its output; a build that ends leaves none, however it ends."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

# What a build makes beside its output, and all that can be in it.
_BESIDE = re.compile(r"\.output-[a-z0-9_]{8}")
_WITHIN = {"site", "old"}


@contextlib.contextmanager
def beside(parent: Path) -> Iterator[Path]:
    """A place to build in, held for as long as the build runs; what other builds left is removed."""
    with contextlib.ExitStack() as stack:
        with _held(parent, wait=True):
            _sweep_all(parent)
            # Between making the folder and knowing that it must be removed, nobody may stop us.
            with _undisturbed():
                made = stack.enter_context(
                    tempfile.TemporaryDirectory(prefix=".output-", dir=parent)
                )
            stack.enter_context(_held(Path(made), wait=False))
        yield Path(made, "site")


def sweep(parent: Path) -> None:
    """Remove what builds left in the folder that were killed; those that run keep theirs."""
    with _held(parent, wait=True):
        _sweep_all(parent)


def _sweep_all(parent: Path) -> None:
    for left in parent.iterdir():
        if _BESIDE.fullmatch(left.name) and left.is_dir() and not left.is_symlink():
            _sweep(left)


def _sweep(left: Path) -> None:
    """Remove what a build made that was killed: one that runs still holds its folder."""
    with contextlib.suppress(OSError), _held(left, wait=False) as free:
        if free and {inside.name for inside in left.iterdir()} <= _WITHIN:
            shutil.rmtree(left, ignore_errors=True)


@contextlib.contextmanager
def _held(folder: Path, *, wait: bool) -> Iterator[bool]:
    """Hold a folder against other builds; False when another has it, or where none can be held."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True
    finally:
        os.close(handle)


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C and `kill` wait until it is done."""
    # Python hands signals to its main thread alone, whichever thread they reach.
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[int] = []
    before = {
        end: signal.signal(end, lambda number, _: waiting.append(number))
        for end in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for end, handler in before.items():
            signal.signal(end, handler)
        for number in waiting:
            signal.raise_signal(number)
